// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-json-text.h"

/**
 * rf_json_text_of:
 * @builder: holding one complete value
 *
 * Lays out what was built: two spaces a level, members in the order they were added, numbers with as many digits
 * as give the same double back, whatever the locale.
 *
 * Returns: (transfer full): the text, with a line break at its end
 */
char *
rf_json_text_of (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}
