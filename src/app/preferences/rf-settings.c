// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-settings.h"

#include "rf-company-folder.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>
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

/*
 * In a sandbox settings are kept in a key file, whose defaults and locks GIO looks for in a system folder that an
 * administrator cannot reach there. The company's folder can be reached.
 */
static GSettingsBackend *
new_backend (void)
{
  GSettingsBackend *backend = g_settings_backend_get_default ();
  g_autofree char *folder = rf_company_folder_dup_path ("settings");
  GSettingsBackend *ours;

  if (!g_str_equal (G_OBJECT_TYPE_NAME (backend), "GKeyfileSettingsBackend") || !g_file_test (folder, G_FILE_TEST_IS_DIR) ||
      g_object_class_find_property (G_OBJECT_GET_CLASS (backend), "defaults-dir") == NULL)
    return backend;
  ours = g_object_new (G_OBJECT_TYPE (backend), "defaults-dir", folder, NULL);
  g_object_unref (backend);
  return ours;
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
    {
      g_autoptr (GSettingsBackend) backend = new_backend ();

      settings = g_settings_new_with_backend (APPLICATION_ID, backend);
    }
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

/**
 * rf_settings_get_acceptable:
 *
 * Returns: the greatest residual risk that is fit, as it was chosen last
 */
RfRating
rf_settings_get_acceptable (void)
{
  return (RfRating) g_settings_get_enum (rf_settings_get (), RF_SETTING_ACCEPTABLE);
}
