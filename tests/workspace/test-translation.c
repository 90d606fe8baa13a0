// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* One workspace read in two languages: other words, the same figures. */

#include "config.h"

#include "rf-error.h"
#include "rf-language.h"
#include "rf-translation-folders.h"
#include "workspace-fixture.h"

#include <glib/gstdio.h>

/* The catalogue of a language that says nothing but its name. */
static RfLanguage *
load_german (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("RINGFENCE_LOCALE_DIR"), "de", "LC_MESSAGES", NULL);
  g_autofree char *source = g_build_filename (folder, "source.po", NULL);
  g_autofree char *path = g_build_filename (folder, GETTEXT_PACKAGE ".mo", NULL);
  const char *const command[] = { MSGFMT, source, "-o", path, NULL };
  g_autoptr (GError) error = NULL;
  RfLanguage *german;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (source,
                                      "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                                      "msgctxt \"tag of this language\"\nmsgid \"en\"\nmsgstr \"de\"\n",
                                      -1, NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL));
  german = rf_language_load ("de", &error);
  g_assert_no_error (error);
  return german;
}

static GBytes *
read_translation (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "translations", "small.xml", NULL);
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return g_bytes_new_take (text, length);
}

static void
add_translation (void)
{
  g_autoptr (GBytes) bytes = read_translation ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_translation_folders_add (bytes, "small.xml", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "small de");
}

static void
assert_asked (RfWorkspace *workspace,
              const char *prompt)
{
  g_autoptr (RfQuestionnaire) questionnaire = rf_workspace_dup_questionnaire (workspace, "small", 2, NULL);
  g_autoptr (RfRecord) record = rf_workspace_dup_record (workspace, "api", NULL);

  g_assert_nonnull (record);
  g_assert_cmpstr (questionnaire->questions[0].prompt, ==, prompt);
}

static void
test_two_languages (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (RfLanguage) german = load_german ();
  double high;

  add_translation ();
  g_assert_true (choose (self->workspace, "yes", NULL));
  high = get_high (self->workspace);
  assert_asked (self->workspace, "First?");
  rf_language_enter (german);
  assert_asked (self->workspace, "Erste?");
  g_assert_cmpfloat (get_high (self->workspace), ==, high);
  rf_language_leave ();
  assert_asked (self->workspace, "First?");
}

/* Answers given while a report was made in another language are given to the same questions. */
static void
test_answered_in_another (Fixture *self,
                          gconstpointer data)
{
  g_autoptr (RfLanguage) german = load_german ();

  add_translation ();
  rf_language_enter (german);
  g_assert_true (choose (self->workspace, "no", NULL));
  rf_language_leave ();
  assert_choice (self->workspace, "no");
}

/* A file that is damaged is no reason to ask nothing at all. */
static void
test_damaged (Fixture *self,
              gconstpointer data)
{
  g_autoptr (RfLanguage) german = load_german ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "ringfence", "translations", "small.de.xml", NULL);

  add_translation ();
  g_assert_true (g_file_set_contents (path, "<translation", -1, NULL));
  rf_language_enter (german);
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*small.de.xml*");
  assert_asked (self->workspace, "First?");
  g_test_assert_expected_messages ();
  rf_language_leave ();
}

static void
test_added_twice (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (GPtrArray) paths = NULL;

  add_translation ();
  add_translation ();
  paths = rf_translation_folders_list (NULL);
  g_assert_cmpuint (paths->len, ==, 1);
}

static void
test_siblings (void)
{
  g_autofree char *folder = g_dir_make_tmp ("siblings-XXXXXX", NULL);
  static const char *const names[] = { "acme.xml", "acme.de.xml", "acme.pt-BR.xml", "acme.v2.xml", "lone.de.xml" };
  static const gboolean is_sibling[] = { FALSE, TRUE, TRUE, FALSE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
      g_assert_cmpint (rf_translation_folders_is_sibling (path), ==, is_sibling[i]);
    }
}

int
main (int argc,
      char **argv)
{
  g_autofree char *folder = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  folder = g_dir_make_tmp ("locale-XXXXXX", NULL);
  g_setenv ("RINGFENCE_LOCALE_DIR", folder, TRUE);
  g_setenv ("RINGFENCE_DATA_DIR", folder, TRUE);
  ADD_WORKSPACE_TEST ("translation/two-languages", test_two_languages);
  ADD_WORKSPACE_TEST ("translation/answered-in-another", test_answered_in_another);
  ADD_WORKSPACE_TEST ("translation/damaged", test_damaged);
  ADD_WORKSPACE_TEST ("translation/added-twice", test_added_twice);
  g_test_add_func ("/workspace/translation/siblings", test_siblings);
  return g_test_run ();
}
