// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-settings.h"

#include <string.h>

/**
 * rf_settings_are_installed:
 *
 * Returns: whether the schema of the settings can be found. Without it the program cannot run, and GIO would end it
 *   without a word that a person understands.
 */
gboolean
rf_settings_are_installed (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source ? g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE) : NULL;

  return schema != NULL;
}

/**
 * rf_settings_get:
 *
 * Returns: (transfer none): what a person prefers and where they were last; for the main thread
 */
GSettings *
rf_settings_get (void)
{
  static GSettings *settings;

  if (settings == NULL)
    settings = g_settings_new (APPLICATION_ID);
  return settings;
}

/**
 * rf_settings_dup_text:
 * @key: of a text
 *
 * Returns: (transfer full) (nullable): the text without blanks around it, %NULL where it is not set
 */
char *
rf_settings_dup_text (const char *key)
{
  char *text = g_strstrip (g_settings_get_string (rf_settings_get (), key));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}
