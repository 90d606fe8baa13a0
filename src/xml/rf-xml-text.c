// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-xml-text.h"

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
  GString *folded = g_string_new (NULL);
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
        if (is_apart && folded->len)
          g_string_append (folded, n_breaks > 1 ? "\n\n" : " ");
        g_string_append_c (folded, *at);
        is_apart = FALSE;
        n_breaks = 0;
      }
  return g_string_free (folded, FALSE);
}
