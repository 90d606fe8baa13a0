// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-language.h"

#include "rf-message-file.h"
#include "rf-plural-rule.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static const char arabic_rule[] = "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5";

static void
test_plural_rules (void)
{
  static const struct
  {
    const char *rule;
    gulong n;
    gulong form;
  } rows[] = {
    { "n != 1", 1, 0 },
    { "(n != 1)", 0, 1 },
    { " n > 1 ", 1, 0 },
    { "n>1", 2, 1 },
    { "0", 7, 0 },
    { arabic_rule, 0, 0 },
    { arabic_rule, 1, 1 },
    { arabic_rule, 2, 2 },
    { arabic_rule, 103, 3 },
    { arabic_rule, 110, 3 },
    { arabic_rule, 111, 4 },
    { arabic_rule, 100, 5 },
    { "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2", 21, 0 },
    { "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2", 12, 2 },
    { "!n", 0, 1 },
    { "2 + 3 * 4 - n / 2", 8, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gulong form = 99;

      g_test_message ("%s for %lu", rows[i].rule, rows[i].n);
      g_assert_true (rf_plural_rule_choose (rows[i].rule, rows[i].n, &form));
      g_assert_cmpuint (form, ==, rows[i].form);
    }
}

static void
test_broken_rules (void)
{
  static const char *const rules[] = { "", "n !", "m", "n ? 1", "(n", "n)", "n % 0", "1 2", "n ==" };
  g_autoptr (GString) deep = g_string_new (NULL);
  gulong form;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_test_message ("%s", rules[i]);
      g_assert_false (rf_plural_rule_choose (rules[i], 3, &form));
    }
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '(');
  g_assert_false (rf_plural_rule_choose (deep->str, 3, &form));
  g_string_assign (deep, "");
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '!');
  g_assert_false (rf_plural_rule_choose (deep->str, 3, &form));
}

static const char german[] =
  "msgid \"\"\n"
  "msgstr \"\"\n"
  "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
  "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n"
  "msgid \"risk\"\n"
  "msgstr \"Risiko\"\n"
  "msgctxt \"grade\"\n"
  "msgid \"low\"\n"
  "msgstr \"gering\"\n"
  "msgid \"%u question\"\n"
  "msgid_plural \"%u questions\"\n"
  "msgstr[0] \"%u Frage\"\n"
  "msgstr[1] \"%u Fragen\"\n"
  "msgctxt \"tag of this language\"\n"
  "msgid \"en\"\n"
  "msgstr \"de\"\n"
  "msgctxt \"decimal sign\"\n"
  "msgid \".\"\n"
  "msgstr \",\"\n"
  "msgctxt \"name of this language\"\n"
  "msgid \"English\"\n"
  "msgstr \"Deutsch\"\n";

static char *
compile (const char *tag,
         const char *po)
{
  g_autofree char *folder = g_build_filename (g_getenv ("RINGFENCE_LOCALE_DIR"), tag, "LC_MESSAGES", NULL);
  g_autofree char *source = g_build_filename (folder, "source.po", NULL);
  char *path = g_build_filename (folder, GETTEXT_PACKAGE ".mo", NULL);
  const char *const command[] = { MSGFMT, source, "-o", path, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (source, po, -1, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return path;
}

/* so that the compiler does not know what the format is */
static const char *
count (gulong n)
{
  return rf_language_translate_plural ("%u question", "%u questions", n);
}

static void
test_speaks_the_language_entered (void)
{
  g_autofree char *path = compile ("de", german);
  g_autoptr (GError) error = NULL;
  g_autoptr (RfLanguage) language = rf_language_load ("de", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rf_language_get_name (language), ==, "Deutsch");
  g_assert_cmpstr (_ ("risk"), ==, "risk");
  rf_language_enter (language);
  g_assert_cmpstr (rf_language_get_current_tag (), ==, "de");
  g_assert_false (rf_language_is_source ());
  g_assert_cmpstr (_ ("risk"), ==, "Risiko");
  g_assert_cmpstr (C_ ("grade", "low"), ==, "gering");
  g_assert_cmpstr (_ ("low"), ==, "low");
  g_assert_cmpstr (C_ ("another", "low"), ==, "low");
  g_assert_cmpstr (count (1), ==, "%u Frage");
  g_assert_cmpstr (count (5), ==, "%u Fragen");
  rf_language_leave ();
  g_assert_true (rf_language_is_source ());
  g_assert_cmpstr (_ ("risk"), ==, "risk");
  g_assert_cmpstr (count (1), ==, "%u question");
}

static gpointer
speak_source (gpointer data)
{
  RfLanguage *language = rf_language_load ("en", NULL);

  rf_language_enter (language);
  rf_language_unref (language);
  return (gpointer) _ ("risk");
}

static void
test_each_thread_its_own (void)
{
  g_autofree char *path = compile ("de", german);
  g_autoptr (RfLanguage) language = rf_language_load ("de", NULL);
  GThread *thread;

  rf_language_enter (language);
  thread = g_thread_new ("english", speak_source, NULL);
  g_assert_cmpstr (g_thread_join (thread), ==, "risk");
  g_assert_cmpstr (_ ("risk"), ==, "Risiko");
  rf_language_leave ();
}

static void
test_languages_there_are (void)
{
  static const char *const wrong[] = { "xx", "", "../de", ".", "de/" };
  g_autofree char *path = compile ("de", german);
  g_autoptr (GPtrArray) tags = rf_language_list_tags ();

  g_assert_cmpuint (tags->len, ==, 2);
  g_assert_cmpstr (tags->pdata[0], ==, "de");
  g_assert_cmpstr (tags->pdata[1], ==, "en");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rf_language_load (wrong[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, "de, en"));
    }
}

static void
test_right_to_left (void)
{
  g_assert_true (rf_language_is_right_to_left ("ar"));
  g_assert_true (rf_language_is_right_to_left ("he-IL"));
  g_assert_false (rf_language_is_right_to_left ("en"));
  g_assert_false (rf_language_is_right_to_left ("arn"));
}

static void
test_runs_from_the_left (void)
{
  g_assert_true (rf_language_runs_from_the_left ("SOC 2, type II.", -1));
  g_assert_true (rf_language_runs_from_the_left ("日本語", -1));
  g_assert_false (rf_language_runs_from_the_left ("نعم, SOC 2", -1));
  g_assert_false (rf_language_runs_from_the_left ("2026-11-23.", -1));
  g_assert_false (rf_language_runs_from_the_left ("", -1));
  g_assert_true (rf_language_runs_from_the_left ("SOC نعم", 4));
}

/* An error, or messages that can be read. */
static void
load_and_read (const char *path,
               const char *text,
               gsize length)
{
  g_autoptr (RfMessageFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  file = rf_message_file_load (path, &error);
  if (file == NULL)
    {
      g_assert_nonnull (error);
      return;
    }
  g_assert_no_error (error);
  rf_message_file_find (file, "risk");
  rf_message_file_find_plural (file, "%u question", 5);
}

/* Cut anywhere, and with any one byte changed. */
static void
test_damaged_files (void)
{
  g_autofree char *path = compile ("de", german);
  g_autofree char *damaged = g_strconcat (path, ".damaged", NULL);
  g_autoptr (RfMessageFile) half = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize i = 0; i < length; i++)
    {
      load_and_read (damaged, text, i);
      text[i] = (char) ~text[i];
      load_and_read (damaged, text, length);
      text[i] = (char) ~text[i];
    }
  g_assert_true (g_file_set_contents_full (damaged, text, (gssize) length / 2, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  half = rf_message_file_load (damaged, NULL);
  g_assert_null (half);
  g_remove (damaged);
}

static void
test_numbers (void)
{
  g_autofree char *path = compile ("de", german);
  g_autoptr (RfLanguage) language = rf_language_load ("de", NULL);
  static const struct
  {
    const char *number, *in_german;
  } rows[] = { { "19.2", "19,2" }, { "-0.5", "-0,5" }, { "40", "40" }, { "", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *in_english = rf_language_dup_number (rows[i].number);
      g_autofree char *in_german = NULL;

      rf_language_enter (language);
      in_german = rf_language_dup_number (rows[i].number);
      rf_language_leave ();
      g_assert_cmpstr (in_english, ==, rows[i].number);
      g_assert_cmpstr (in_german, ==, rows[i].in_german);
    }
}

int
main (int argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("language-XXXXXX", NULL);

  g_setenv ("RINGFENCE_LOCALE_DIR", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/plural-rules", test_plural_rules);
  g_test_add_func ("/language/broken-rules", test_broken_rules);
  g_test_add_func ("/language/entered", test_speaks_the_language_entered);
  g_test_add_func ("/language/numbers", test_numbers);
  g_test_add_func ("/language/threads", test_each_thread_its_own);
  g_test_add_func ("/language/there-are", test_languages_there_are);
  g_test_add_func ("/language/right-to-left", test_right_to_left);
  g_test_add_func ("/language/runs-from-the-left", test_runs_from_the_left);
  g_test_add_func ("/language/damaged", test_damaged_files);
  return g_test_run ();
}
