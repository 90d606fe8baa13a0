// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-error.h"
#include "rf-json-input.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *said; /* a part of the message, or %NULL where it is read */
} Row;

static const Row rows[] = {
  { "good", "{ \"a\" : [ 1, true, null, \"b\" ] }", NULL },
  { "escapes", "{ \"a\" : \"\\\\ \\\" \\n \\u00e9\" }", NULL },
  { "pair", "{ \"a\" : \"\\ud83d\\ude00\" }", NULL },
  { "backslash before u", "{ \"a\" : \"\\\\ud83d\" }", NULL },
  { "nothing", "", "empty" },
  { "no text", "{ \"a\" : 'b' }", "no JSON" },
  { "comment", "{ /* a */ }", "no JSON" },
  { "not closed", "{ \"a", "does not end" },
  { "not closed behind a backslash", "{ \"a\\", "does not end" },
  { "line break", "{ \"a\nb\" : 1 }", "in:1: A text holds a line break" },
  { "line", "{\n\n\"a\tb\" : 1 }", "in:3: " },
  { "nothing in a text", "{ \"a\" : \"\\u0000\" }", "U+0000" },
  { "first half", "{ \"a\" : \"\\ud83d\" }", "half of a character" },
  { "first half twice", "{ \"a\" : \"\\ud83d\\ud83d\" }", "half of a character" },
  { "first half and another", "{ \"a\" : \"\\uD83D\\u0041\" }", "half of a character" },
  { "second half", "{ \"a\" : \"\\ude00\" }", "half of a character" },
  { "half in the name of a member", "{ \"\\ud83d\" : 1 }", "half of a character" },
  { "half at the end", "{ \"a\" : \"\\ud83d\\ude0", "half of a character" },
  { "twice", "{ \"a\" : 1, \"a\" : 2 }", "“a” stands twice" },
  { "deep", "[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]", "more than 16 deep" },
  { "not UTF-8", "{ \"\xff\" : 1 }", "not UTF-8" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  /* not one byte more, so that a sanitizer sees who reads on */
  g_autoptr (GBytes) bytes = g_bytes_new (row->text, strlen (row->text));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = rf_json_input_parse (bytes, "in", &error);

  if (row->said == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (node);
      return;
    }
  g_assert_error (error, RF_ERROR, RF_ERROR_PARSE);
  g_assert_nonnull (strstr (error->message, row->said));
  g_assert_null (node);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json/input/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
