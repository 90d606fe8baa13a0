// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-error.h"
#include "rf-questionnaire-xml.h"
#include "rf-record-xml.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is not a file of ours at all: each gets its sentence, at once. */

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("ringfence-xml-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
assert_refused (const char *path,
                RfError code,
                const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) record_error = NULL;

  g_assert_null (rf_questionnaire_read_file (path, NULL, &error));
  g_assert_error (error, RF_ERROR, (int) code);
  if (strstr (error->message, word) == NULL)
    g_error ("no \"%s\" in: %s", word, error->message);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_null (rf_record_read_file (path, NULL, &record_error));
  g_assert_error (record_error, RF_ERROR, (int) code);
  g_assert_cmpstr (record_error->message, ==, error->message);
}

static void
test_missing (void)
{
  assert_refused ("/nowhere/at-all.xml", RF_ERROR_NOT_FOUND, "no such file");
}

static void
test_folder (void)
{
  g_autofree char *folder = make_folder ();

  assert_refused (folder, RF_ERROR_PARSE, "folder");
  g_rmdir (folder);
}

static void
test_fifo (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "fifo.xml", NULL);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (path, RF_ERROR_PARSE, "pipe");
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_device (void)
{
  assert_refused ("/dev/zero", RF_ERROR_PARSE, "device");
}

static void
test_unreadable (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "secret.xml", NULL);

  if (geteuid () == 0)
    g_test_skip ("root may read everything");
  else
    {
      g_assert_true (g_file_set_contents (path, "<a/>", -1, NULL));
      g_assert_cmpint (g_chmod (path, 0), ==, 0);
      assert_refused (path, RF_ERROR_PARSE, "permission");
      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
test_empty (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "empty.xml", NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_refused (path, RF_ERROR_PARSE, "empty");
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_huge (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "huge.xml", NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (truncate (path, (off_t) 1 << 30), ==, 0);
  assert_refused (path, RF_ERROR_PARSE, "192 MiB");
  g_unlink (path);
  g_rmdir (folder);
}

typedef struct
{
  const char *name;
  const char *bytes;
  gsize size; /* 0: to the zero byte */
  const char *prefix;
  const char *word;
} BytesRow;

static const BytesRow rows[] = {
  { "not XML", "Dear Sir or Madam", 0, "in:1: ", "no XML" },
  { "blank", " \n\n ", 0, "in:", "no XML" },
  { "cut off", "<questionnaire>\n<title>", 0, "in:2: ", "cut off" },
  { "wrong end tag", "<questionnaire>\n<a></b>\n</questionnaire>", 0, "in:2: ", "end tag" },
  { "two roots", "<a/>\n<b/>", 0, "in:2: ", "outermost" },
  { "bare ampersand", "<a>\nfish & chips</a>", 0, "in:2: ", "&amp;" },
  { "HTML entity", "<a>\n&nbsp;</a>", 0, "in:2: ", "entity" },
  { "attribute twice", "<a b='1'\n b='2'/>", 0, "in:", "twice" },
  { "control character", "<a>\n\x01</a>", 0, "in:2: ", "cannot hold" },
  { "character reference to zero", "<a>\n&#0;</a>", 0, "in:2: ", "cannot hold" },
  { "unquoted attribute", "<a b=1/>", 0, "in:1: ", "quotes" },
  { "undeclared prefix", "<x:a/>", 0, "in:1: ", "prefix" },
  { "zero bytes", "<a>\0</a>", 8, "in: ", "UTF-8" },
  { "UTF-16", "\xff\xfe<\0a\0/\0>\0", 10, "in: ", "UTF-8" },
  { "Latin-1", "<?xml version='1.0' encoding='ISO-8859-1'?><a/>", 0, "in:1: ", "encoding" },
  { "broken UTF-8", "<a>\n\n\xff</a>", 0, "in:3: ", "not UTF-8" },
  { "document type", "<?xml version='1.0'?>\n<!DOCTYPE questionnaire>\n<questionnaire/>", 0, "in:2: ", "DOCTYPE" },
  { "billion laughs",
    "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;&x;&x;&x;&x;&x;'><!ENTITY z '&y;&y;&y;&y;&y;&y;&y;&y;'>]><a>&z;</a>",
    0, "in:1: ", "DOCTYPE" },
  { "external entity", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>", 0, "in:1: ", "DOCTYPE" },
  { "external document type", "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>", 0, "in:1: ", "DOCTYPE" },
};

static void
test_bytes (gconstpointer data)
{
  const BytesRow *row = data;
  g_autoptr (GBytes) bytes = g_bytes_new (row->bytes, row->size ? row->size : strlen (row->bytes));
  g_autoptr (GError) error = NULL;

  g_assert_null (rf_questionnaire_read_bytes (bytes, "in", NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_PARSE);
  if (!g_str_has_prefix (error->message, row->prefix) || !strstr (error->message, row->word))
    g_error ("wanted \"%s\" and \"%s\", got: %s", row->prefix, row->word, error->message);
}

static GBytes *
repeat (const char *before,
        const char *repeated,
        guint n,
        const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, repeated);
  g_string_append (text, after);
  return g_string_free_to_bytes (text);
}

static void
assert_bytes_refused (GBytes *bytes,
                      const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rf_questionnaire_read_bytes (bytes, "in", NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_PARSE);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_depth (void)
{
  g_autoptr (GBytes) bytes = repeat ("", "<a>", 100000, "");

  assert_bytes_refused (bytes, "64 deep");
}

static void
test_attributes (void)
{
  GString *text = g_string_new ("<a");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, " a%u=''", i);
  g_string_append (text, "/>");
  bytes = g_string_free_to_bytes (text);
  assert_bytes_refused (bytes, "256 attributes");
}

static void
test_long_name (void)
{
  g_autoptr (GBytes) bytes = repeat ("<", "a", 100000, "/>");

  assert_bytes_refused (bytes, "256 characters");
}

static void
test_too_many_bytes (void)
{
  g_autoptr (GBytes) bytes = repeat ("<a>", " 1234567", (16 << 20) / 8, "</a>");

  assert_bytes_refused (bytes, "16 MiB");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml/input/missing", test_missing);
  g_test_add_func ("/xml/input/folder", test_folder);
  g_test_add_func ("/xml/input/fifo", test_fifo);
  g_test_add_func ("/xml/input/device", test_device);
  g_test_add_func ("/xml/input/unreadable", test_unreadable);
  g_test_add_func ("/xml/input/empty", test_empty);
  g_test_add_func ("/xml/input/huge", test_huge);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/xml/input/bytes/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_bytes);
    }
  g_test_add_func ("/xml/input/depth", test_depth);
  g_test_add_func ("/xml/input/attributes", test_attributes);
  g_test_add_func ("/xml/input/long-name", test_long_name);
  g_test_add_func ("/xml/input/too-many-bytes", test_too_many_bytes);
  return g_test_run ();
}
