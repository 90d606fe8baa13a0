// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-company-folder.h"

#include "rf-data-folder.h"
#include "rf-error.h"
#include "rf-language.h"

#include <string.h>

#define POLICY_FILE "policy.ini"
#define PROFILE_SUFFIX ".ini"
#define LONGEST_FILE (1 << 20)
#define GREATEST_WEIGHT 10000

/**
 * rf_company_folder_dup_path:
 * @file: (nullable): a file or folder in it
 *
 * Says where an administrator puts what holds for everybody on this computer, or would put it: in the system's folder
 * of settings, or in $RINGFENCE_COMPANY_DIR.
 *
 * Returns: (transfer full)
 */
char *
rf_company_folder_dup_path (const char *file)
{
  const char *folder = g_getenv ("RINGFENCE_COMPANY_DIR");

  return g_build_filename (folder && *folder ? folder : COMPANY_DIR, file, NULL);
}

/**
 * rf_company_folder_list_questionnaires:
 *
 * Returns: (transfer full) (element-type filename): the company's questionnaires in the order of their names
 */
GPtrArray *
rf_company_folder_list_questionnaires (void)
{
  g_autofree char *folder = rf_company_folder_dup_path ("questionnaires");

  return rf_data_folder_list_questionnaires (folder);
}

/* ---- files of keys ---- */

static GKeyFile *
fail_in (const char *path,
         const char *what,
         GError **error)
{
  g_set_error (error, RF_ERROR, RF_ERROR_INVALID, "%s: %s", path, what);
  return NULL;
}

/* @checksum grows by the whole file, so that it tells one policy from another */
static GKeyFile *
read_keys (const char *path,
           GChecksum *checksum,
           GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &failure))
    {
      g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("The company’s file cannot be read: %s"), failure->message);
      return NULL;
    }
  if (length > LONGEST_FILE)
    return fail_in (path, _ ("The file is larger than one mebibyte. It cannot be what it is named for."), error);
  if (!g_utf8_validate_len (text, length, NULL))
    return fail_in (path, _ ("The file is not UTF-8 text. Save it as UTF-8."), error);
  g_checksum_update (checksum, (const guchar *) text, (gssize) length);
  if (length > 0 && !g_key_file_load_from_data (keys, text, length, G_KEY_FILE_NONE, &failure))
    return fail_in (path, failure->message, error);
  return g_steal_pointer (&keys);
}

/* A key that nobody reads is one that was misspelt: it would seem to hold, and would not. */
static gboolean
check_keys (GKeyFile *keys,
            const char *path,
            const char *group,
            const char *const *known,
            GError **error)
{
  g_auto (GStrv) names = g_key_file_get_keys (keys, group, NULL, NULL);

  for (guint i = 0; names && names[i]; i++)
    if (!g_strv_contains (known, names[i]))
      {
        g_autofree char *list = g_strjoinv (", ", (char **) known);

        g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("%s: There is no key “%s” in the group “%s”. There are: %s."), path, names[i], group, list);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_groups (GKeyFile *keys,
              const char *path,
              const char *const *known,
              GError **error)
{
  g_auto (GStrv) names = g_key_file_get_groups (keys, NULL);

  for (guint i = 0; names[i]; i++)
    if (!g_strv_contains (known, names[i]))
      {
        g_autofree char *list = g_strjoinv (", ", (char **) known);

        g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("%s: There is no group “%s”. There are: %s."), path, names[i], list);
        return FALSE;
      }
  return TRUE;
}

/* %NULL where it is missing or empty */
static char *
dup_text (GKeyFile *keys,
          const char *group,
          const char *key)
{
  char *text = g_key_file_get_string (keys, group, key, NULL);

  if (text != NULL && *g_strstrip (text) == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static char *
dup_needed_text (GKeyFile *keys,
                 const char *path,
                 const char *group,
                 const char *key,
                 GError **error)
{
  char *text = dup_text (keys, group, key);

  if (text == NULL)
    g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("%s: The group “%s” needs the key “%s”."), path, group, key);
  return text;
}

/* ---- profiles ---- */

/* "40; why", or the number alone */
static gboolean
read_weight (RfCompanyProfile *profile,
             GKeyFile *keys,
             const char *path,
             const char *group,
             const char *id,
             GError **error)
{
  g_autofree char *value = dup_text (keys, group, id);
  g_auto (GStrv) parts = g_strsplit (value ? value : "", ";", 2);
  const char *reason = parts[0] && parts[1] && *g_strstrip (parts[1]) ? parts[1] : NULL;
  guint64 weight;

  if (parts[0] == NULL || !g_ascii_string_to_unsigned (g_strstrip (parts[0]), 10, 0, GREATEST_WEIGHT, &weight, NULL))
    {
      g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("%s: The weight of “%s” is not a whole number from 0 to %d."), path, id, GREATEST_WEIGHT);
      return FALSE;
    }
  rf_company_profile_add_weight (profile, g_str_equal (group, "Sections"), id, (int) weight, reason);
  return TRUE;
}

static gboolean
read_weights (RfCompanyProfile *profile,
              GKeyFile *keys,
              const char *path,
              const char *group,
              GError **error)
{
  g_auto (GStrv) ids = g_key_file_get_keys (keys, group, NULL, NULL);

  for (guint i = 0; ids && ids[i]; i++)
    if (!read_weight (profile, keys, path, group, ids[i], error))
      return FALSE;
  return TRUE;
}

static RfCompanyProfile *
read_profile (const char *path,
              GChecksum *checksum,
              GError **error)
{
  static const char *const groups[] = { "Profile", "Sections", "Questions", NULL };
  static const char *const known[] = { "Questionnaire", "Title", "Description", NULL };
  g_autoptr (GKeyFile) keys = read_keys (path, checksum, error);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (RfCompanyProfile) profile = NULL;

  if (keys == NULL || !check_groups (keys, path, groups, error) || !check_keys (keys, path, "Profile", known, error))
    return NULL;
  name[strlen (name) - strlen (PROFILE_SUFFIX)] = '\0';
  profile = rf_company_profile_new (name);
  profile->questionnaire = dup_needed_text (keys, path, "Profile", "Questionnaire", error);
  profile->title = profile->questionnaire ? dup_needed_text (keys, path, "Profile", "Title", error) : NULL;
  profile->description = dup_text (keys, "Profile", "Description");
  if (profile->title == NULL || !read_weights (profile, keys, path, "Sections", error) || !read_weights (profile, keys, path, "Questions", error))
    return NULL;
  return g_steal_pointer (&profile);
}

static gboolean
read_profiles (RfPolicy *policy,
               GChecksum *checksum,
               GError **error)
{
  g_autofree char *folder = rf_company_folder_dup_path ("profiles");
  g_autoptr (GPtrArray) paths = rf_data_folder_list_files (folder, PROFILE_SUFFIX);

  for (guint i = 0; i < paths->len; i++)
    {
      RfCompanyProfile *profile = read_profile (paths->pdata[i], checksum, error);

      if (profile == NULL)
        return FALSE;
      g_ptr_array_add (policy->profiles, profile);
    }
  return TRUE;
}

/* ---- the policy ---- */

static gboolean
read_bands (RfPolicy *policy,
            GKeyFile *keys,
            const char *path,
            GError **error)
{
  g_autofree char *text = dup_text (keys, "Scoring", "Bands");
  g_auto (GStrv) words = NULL;
  guint n;

  if (text == NULL)
    return TRUE;
  words = g_strsplit (text, ";", -1);
  n = g_strv_length (words);
  /* a list may end with a separator */
  if (n > 0 && *words[n - 1] == '\0')
    n--;
  policy->fixes_bands = n == RF_N_RATINGS - 1;
  for (guint i = 0; policy->fixes_bands && i < n; i++)
    {
      guint64 from;

      policy->fixes_bands = g_ascii_string_to_unsigned (g_strstrip (words[i]), 10, (guint64) policy->bands.from[i] + 1, 100, &from, NULL);
      if (policy->fixes_bands)
        policy->bands.from[i + 1] = (int) from;
    }
  if (!policy->fixes_bands)
    g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("%s: “Bands” needs four ascending whole numbers from 1 to 100, where low, moderate, high and very high begin, such as 20;40;60;80."), path);
  return policy->fixes_bands;
}

static RfPolicy *
read_policy_file (const char *path,
                  GChecksum *checksum,
                  GError **error)
{
  static const char *const groups[] = { "Policy", "Scoring", NULL };
  static const char *const policy_keys[] = { "Name", NULL };
  static const char *const scoring_keys[] = { "Profile", "Bands", NULL };
  g_autoptr (GKeyFile) keys = read_keys (path, checksum, error);
  g_autoptr (RfPolicy) policy = NULL;
  g_autofree char *name = NULL;

  if (keys == NULL || !check_groups (keys, path, groups, error) || !check_keys (keys, path, "Policy", policy_keys, error) ||
      !check_keys (keys, path, "Scoring", scoring_keys, error))
    return NULL;
  name = dup_needed_text (keys, path, "Policy", "Name", error);
  if (name == NULL)
    return NULL;
  policy = rf_policy_new (name);
  policy->profile = dup_text (keys, "Scoring", "Profile");
  return read_bands (policy, keys, path, error) ? g_steal_pointer (&policy) : NULL;
}

/**
 * rf_company_folder_read_policy:
 * @policy: (out) (transfer full) (nullable): how the company has its assessments scored; %NULL where it says nothing
 *
 * Reads the policy and the company's profiles. A policy that cannot be read is an error and not none: figures that
 * seem to follow it would not.
 *
 * Returns: %FALSE with %RF_ERROR_NOT_FOUND where a file cannot be read, %RF_ERROR_INVALID where one is wrong
 */
gboolean
rf_company_folder_read_policy (RfPolicy **policy,
                               GError **error)
{
  g_autofree char *path = rf_company_folder_dup_path (POLICY_FILE);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (RfPolicy) read = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    read = read_policy_file (path, checksum, error);
  else
    read = rf_policy_new (_ ("the company’s profiles"));
  if (read == NULL || !read_profiles (read, checksum, error))
    return FALSE;
  read->sha256 = g_strdup (g_checksum_get_string (checksum));
  if (read->profile == NULL && !read->fixes_bands && read->profiles->len == 0 && !g_file_test (path, G_FILE_TEST_EXISTS))
    g_clear_pointer (&read, rf_policy_unref);
  *policy = g_steal_pointer (&read);
  return TRUE;
}
