// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-table.h"

#include <locale.h>
#include <math.h>

static const RfColumn columns[] = {
  { "name", "Name", RF_COLUMN_TEXT },
  { "figure", "Figure", RF_COLUMN_NUMBER },
};

typedef struct
{
  const char *name;
  const char *text;
  double number;
  const char *expected_name;
  const char *expected_figure;
} Row;

static const Row rows[] = {
  { "whole number", "a", 42, "\"a\"", "42" },
  { "nothing", NULL, NAN, "null", "null" },
  { "zero is not nothing", "", 0, "\"\"", "0" },
  { "full precision", "a", 50.0 / 3, "\"a\"", "16.666666666666668" },
  { "a tenth", "a", 0.1, "\"a\"", "0.10000000000000001" },
  { "negative", "a", -1.5, "\"a\"", "-1.5" },
  { "quotes", "say \"no\"", 1, "\"say \\\"no\\\"\"", "1" },
  { "line break", "one\ntwo", 1, "\"one\\ntwo\"", "1" },
  { "control character", "\001", 1, "\"\\u0001\"", "1" },
  { "other scripts", "Ελλάδα", 1, "\"Ελλάδα\"", "1" },
};

static RfTable *
make_table (const Row *row)
{
  RfTable *table = rf_table_new (columns, G_N_ELEMENTS (columns));

  rf_table_add_text (table, row->text);
  rf_table_add_number (table, row->number);
  return table;
}

static void
test_cell (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RfTable) table = make_table (row);
  g_autofree char *json = rf_table_to_json (table);
  g_autofree char *expected = g_strdup_printf ("[\n  {\n    \"name\" : %s,\n    \"figure\" : %s\n  }\n]\n",
                                               row->expected_name, row->expected_figure);

  g_assert_cmpstr (json, ==, expected);
}

static void
test_number_comes_back (void)
{
  g_autoptr (RfTable) table = make_table (&rows[3]);

  g_assert_true (g_ascii_strtod (rf_table_get_text (table, 0, 1), NULL) == 50.0 / 3);
}

static void
test_empty (void)
{
  g_autoptr (RfTable) table = rf_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *json = rf_table_to_json (table);

  g_assert_cmpuint (rf_table_get_n_rows (table), ==, 0);
  g_assert_cmpstr (json, ==, "[]\n");
}

static void
test_shown (void)
{
  g_autoptr (RfTable) table = rf_table_new (columns, G_N_ELEMENTS (columns));

  rf_table_add_text (table, NULL);
  rf_table_add_shown (table, 16.67, "17");
  g_assert_cmpstr (rf_table_get_shown (table, 0, 0), ==, "");
  g_assert_null (rf_table_get_text (table, 0, 0));
  g_assert_cmpstr (rf_table_get_shown (table, 0, 1), ==, "17");
  g_assert_cmpfloat (rf_table_get_number (table, 0, 1), ==, 16.67);
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/json/table/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_cell);
    }
  g_test_add_func ("/json/table/a number comes back", test_number_comes_back);
  g_test_add_func ("/json/table/empty", test_empty);
  g_test_add_func ("/json/table/what a person sees", test_shown);
  return g_test_run ();
}
