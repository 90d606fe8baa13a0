// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Where translations of questionnaires lie: beside the questionnaire's own file, in the user's folder, beside the
 * company's questionnaires and beside those that come with the program, always as NAME.LANGUAGE.xml. They are no part
 * of a workspace: which words a question is shown in is up to who reads it, and no figure depends on it.
 */

#include "config.h"

#include "rf-translation-folders.h"

#include "rf-company-folder.h"
#include "rf-data-folder.h"
#include "rf-error.h"
#include "rf-language.h"
#include "rf-translation-xml.h"

#include <gio/gio.h>
#include <string.h>

#define FILE_SUFFIX ".xml"

/* (transfer full) (nullable): "de" of "NAME.de.xml" */
static char *
dup_tag (const char *path)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  g_autofree char *name = g_path_get_basename (path);
  char *dot;
  gsize length;

  if (!g_str_has_suffix (name, FILE_SUFFIX))
    return NULL;
  name[strlen (name) - strlen (FILE_SUFFIX)] = '\0';
  dot = strrchr (name, '.');
  length = dot ? strcspn (dot + 1, "-") : 0;
  if (length < 2 || length > 3 || strspn (dot + 1, letters) != length)
    return NULL;
  return g_strdup (dot + 1);
}

/**
 * rf_translation_folders_is_sibling:
 *
 * Says of a file among questionnaires, by its name, whether it is a translation: "NAME.de.xml" beside "NAME.xml".
 */
gboolean
rf_translation_folders_is_sibling (const char *path)
{
  g_autofree char *tag = dup_tag (path);
  g_autofree char *questionnaire = NULL;

  if (tag == NULL)
    return FALSE;
  questionnaire = g_strdup_printf ("%.*s%s", (int) (strlen (path) - strlen (tag) - strlen (FILE_SUFFIX) - 1), path, FILE_SUFFIX);
  return g_file_test (questionnaire, G_FILE_TEST_EXISTS);
}

static void
add_folder (GPtrArray *paths,
            const char *folder)
{
  g_autoptr (GPtrArray) files = rf_data_folder_list_files (folder, FILE_SUFFIX);

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *tag = dup_tag (files->pdata[i]);

      /* a questionnaire's own folder may be one of those looked at anyway */
      if (tag && !g_ptr_array_find_with_equal_func (paths, files->pdata[i], g_str_equal, NULL))
        g_ptr_array_add (paths, g_strdup (files->pdata[i]));
    }
}

static char *
dup_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "ringfence", "translations", NULL);
}

/**
 * rf_translation_folders_list:
 * @questionnaire_path: (nullable): a questionnaire's own file
 *
 * Returns: (transfer full) (element-type filename): the files that may be translations, as their names say; those come
 *   first that take precedence
 */
GPtrArray *
rf_translation_folders_list (const char *questionnaire_path)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *beside = questionnaire_path ? g_path_get_dirname (questionnaire_path) : NULL;
  g_autofree char *of_user = dup_user_folder ();
  g_autofree char *of_company = rf_company_folder_dup_path ("questionnaires");
  g_autofree char *shipped = rf_data_folder_dup_path ("questionnaires", NULL);

  if (beside)
    add_folder (paths, beside);
  add_folder (paths, of_user);
  add_folder (paths, of_company);
  add_folder (paths, shipped);
  return paths;
}

static gboolean
is_of (const RfTranslation *translation,
       const RfQuestionnaire *questionnaire)
{
  return g_str_equal (rf_translation_get_questionnaire_id (translation), questionnaire->id) &&
         rf_translation_get_revision (translation) <= questionnaire->revision;
}

/* A file that cannot be used keeps nobody from working; “translation status” says all that is wrong with it. */
static RfTranslation *
find_translation (const RfQuestionnaire *questionnaire,
                  const GPtrArray *paths,
                  const char *language)
{
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *tag = dup_tag (paths->pdata[i]);
      g_autoptr (RfTranslation) translation = NULL;
      g_autoptr (GError) error = NULL;

      if (g_ascii_strcasecmp (tag, language) != 0)
        continue;
      translation = rf_translation_read_file (paths->pdata[i], NULL, NULL, &error);
      if (translation == NULL)
        g_warning ("%s", error->message);
      else if (is_of (translation, questionnaire))
        return g_steal_pointer (&translation);
    }
  return NULL;
}

/* Whoever reads “de-AT” is glad of “de”. */
static char *
dup_primary (const char *tag)
{
  return g_strndup (tag, strcspn (tag, "-"));
}

/**
 * rf_translation_folders_apply:
 * @questionnaire_path: (nullable): its own file
 *
 * Puts a questionnaire into the language that this thread speaks, as far as it is translated.
 *
 * Returns: (transfer full): itself where it is in that language already, or not translated
 */
RfQuestionnaire *
rf_translation_folders_apply (RfQuestionnaire *questionnaire,
                              const char *questionnaire_path)
{
  const char *language = rf_language_get_current_tag ();
  g_autofree char *primary = dup_primary (language);
  g_autofree char *own = dup_primary (questionnaire->language);
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (RfTranslation) translation = NULL;

  if (g_ascii_strcasecmp (questionnaire->language, language) == 0 || g_ascii_strcasecmp (own, primary) == 0)
    return rf_questionnaire_ref (questionnaire);
  paths = rf_translation_folders_list (questionnaire_path);
  translation = find_translation (questionnaire, paths, language);
  if (translation == NULL && !g_str_equal (language, primary))
    translation = find_translation (questionnaire, paths, primary);
  return rf_translation_apply (translation, questionnaire);
}

/**
 * rf_translation_folders_add:
 * @name: what messages call it
 * @problems: (nullable): where everything that is wrong is added
 *
 * Checks a translation and keeps it in the user's folder, in the place of an earlier one of the same questionnaire and
 * language.
 *
 * Returns: (transfer full): the questionnaire's id and the language, "acme de"; or %NULL with what
 *   rf_translation_read_bytes() said, or %RF_ERROR_STORE
 */
char *
rf_translation_folders_add (GBytes *bytes,
                            const char *name,
                            RfProblems *problems,
                            GError **error)
{
  g_autoptr (RfTranslation) translation = rf_translation_read_bytes (bytes, name, NULL, problems, error);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *folder = dup_user_folder ();
  g_autofree char *file = NULL, *path = NULL;

  if (translation == NULL)
    return NULL;
  file = g_strdup_printf ("%s.%s%s", rf_translation_get_questionnaire_id (translation), rf_translation_get_language (translation), FILE_SUFFIX);
  path = g_build_filename (folder, file, NULL);
  if (g_mkdir_with_parents (folder, 0700) == 0 &&
      g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &local_error))
    return g_strdup_printf ("%s %s", rf_translation_get_questionnaire_id (translation), rf_translation_get_language (translation));
  g_set_error (error, RF_ERROR, RF_ERROR_STORE, _ ("The translation cannot be kept in “%s”. Check the folder’s permissions and the free space."), folder);
  return NULL;
}
