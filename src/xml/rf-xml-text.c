// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-xml-text.h"

#include <string.h>

/**
 * rf_xml_text_fold:
 * @text: as it stands in a file, broken and indented to suit the file
 *
 * Gives the text without the file's layout: a run of blanks and line breaks is one blank, a blank line ends a
 * paragraph and stays one blank line, nothing is left at either end.
 *
 * Returns: (transfer full)
 */
char *
rf_xml_text_fold (const char *text)
{
  /* never longer than before: two line breaks come of two at least */
  char *folded = g_malloc (strlen (text) + 1);
  char *end = folded;
  guint n_breaks = 0;
  gboolean is_apart = FALSE;

  for (const char *at = text; *at; at++)
    if (g_ascii_isspace (*at))
      {
        is_apart = TRUE;
        n_breaks += *at == '\n';
      }
    else
      {
        if (is_apart && end > folded)
          end = g_stpcpy (end, n_breaks > 1 ? "\n\n" : " ");
        *end++ = *at;
        is_apart = FALSE;
        n_breaks = 0;
      }
  *end = '\0';
  return folded;
}
