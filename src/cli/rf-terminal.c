// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define LEAST_WIDTH 40
#define USUAL_WIDTH 80
#define GREATEST_WIDTH 120

/**
 * rf_terminal_get_width:
 *
 * Gives the columns to fill: the terminal's, else $COLUMNS, else 80; long lines do not read well, so at most 120.
 */
guint
rf_terminal_get_width (void)
{
  struct winsize size;
  const char *columns = g_getenv ("COLUMNS");
  int width = 0;

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    width = size.ws_col;
  else if (columns)
    width = atoi (columns);
  return width <= 0 ? USUAL_WIDTH : (guint) CLAMP (width, LEAST_WIDTH, GREATEST_WIDTH);
}

/**
 * rf_terminal_has_colour:
 *
 * Says whether to use escape sequences: only on a terminal that is not dumb, and where NO_COLOR is not set.
 */
gboolean
rf_terminal_has_colour (void)
{
  const char *no_colour = g_getenv ("NO_COLOR");

  if (no_colour && *no_colour)
    return FALSE;
  return isatty (STDOUT_FILENO) && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

gboolean
rf_terminal_has_unicode (void)
{
  return g_get_charset (NULL);
}

static guint
get_columns_of (gunichar character)
{
  if (g_unichar_iszerowidth (character))
    return 0;
  return g_unichar_iswide (character) ? 2 : 1;
}

/**
 * rf_terminal_measure:
 *
 * Gives the columns that a text takes up on a terminal.
 */
guint
rf_terminal_measure (const char *text)
{
  guint columns = 0;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    columns += get_columns_of (g_utf8_get_char (at));
  return columns;
}

/**
 * rf_terminal_append_padded:
 * @at_right: whether the blanks stand before the text
 *
 * Appends a text and the blanks that it lacks to @width columns.
 */
void
rf_terminal_append_padded (GString *line,
                           const char *text,
                           guint width,
                           gboolean at_right)
{
  guint columns = rf_terminal_measure (text);
  int blanks = columns < width ? (int) (width - columns) : 0;

  if (at_right)
    g_string_append_printf (line, "%*s%s", blanks, "", text);
  else
    g_string_append_printf (line, "%s%*s", text, blanks, "");
}

/**
 * rf_terminal_append_wrapped:
 * @indent: the blanks before each line after the first
 * @width: of the page
 *
 * Appends a text and a line break, broken between words; the first line begins in column @indent already.
 */
void
rf_terminal_append_wrapped (GString *page,
                            const char *text,
                            guint indent,
                            guint width)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  guint column = indent;

  for (guint i = 0; words[i]; i++)
    {
      guint columns = rf_terminal_measure (words[i]);

      if (columns == 0)
        continue;
      if (column > indent && column + 1 + columns > width)
        {
          g_string_append_printf (page, "\n%*s", (int) indent, "");
          column = indent;
        }
      else if (column > indent)
        {
          g_string_append_c (page, ' ');
          column++;
        }
      g_string_append (page, words[i]);
      column += columns;
    }
  g_string_append_c (page, '\n');
}

/**
 * rf_terminal_append_heading:
 *
 * Appends a blank line and a heading, bold where the terminal can.
 */
void
rf_terminal_append_heading (GString *page,
                            const char *text)
{
  gboolean has_colour = rf_terminal_has_colour ();

  g_string_append_printf (page, "\n%s%s%s\n", has_colour ? "\033[1m" : "", text, has_colour ? "\033[0m" : "");
}
