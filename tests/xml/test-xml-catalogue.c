// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-catalogue-xml.h"
#include "rf-error.h"
#include "rf-test-problems.h"

static char *good;

static const BadRow bad_rows[] = {
  { "layer", "layer=\"models-and-tools\"", "layer=\"cloud\"", 10, "northwind-api", "“cloud” is not a layer" },
  { "no layer", " layer=\"application\"", "", 16, "northwind-app", "“layer”" },
  { "no channel", " channel=\"direct-api\"", "", 10, "northwind-api", "“channel”" },
  { "blank name", "name=\"App\"", "name=\" \"", 16, "northwind-app", "“name”" },
  { "offering twice", "id=\"northwind-app\"", "id=\"northwind-api\"", 16, "northwind-api", "two <offering>" },
  { "mark", "verification=\"verbatim\"", "verification=\"heard\"", 11, "northwind-api", "not a mark" },
  { "month", "as-of=\"2026-11\"", "as-of=\"2026-13\"", 5, "northwind", "neither a month nor a day" },
  { "day", "as-of=\"2026-10-31\"", "as-of=\"2026-02-30\"", 11, "northwind-api", "neither a month nor a day" },
  { "no source", "<source>Northwind, terms</source>", "", 11, "northwind-api", "<source>" },
  { "a rating", "channel=\"consumer-app\"", "channel=\"consumer-app\" rating=\"low\"", 16, "northwind-app", "rating" },
};

static void
test_bad (gconstpointer data)
{
  const BadRow *row = data;
  g_autoptr (GBytes) bytes = break_text (good, row);
  g_autoptr (RfProblems) problems = rf_problems_new ("in.xml");
  g_autoptr (GError) error = NULL;

  g_assert_null (rf_catalogue_read_bytes (bytes, "in.xml", problems, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  assert_problem (problems, row);
}

static void
test_good (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (good, strlen (good));
  g_autoptr (GError) error = NULL;
  g_autoptr (RfCatalogue) catalogue = rf_catalogue_read_bytes (bytes, "in.xml", NULL, &error);
  const RfCatalogueEntry *whole;
  const RfCatalogueEntry *api;
  const RfCatalogueFact *fact;

  g_assert_no_error (error);
  g_assert_cmpstr (catalogue->title, ==, "Own");
  g_assert_cmpuint (catalogue->entries->len, ==, 3);
  whole = g_ptr_array_index (catalogue->entries, 0);
  g_assert_null (whole->id);
  g_assert_cmpuint (whole->facts->len, ==, 1);
  fact = g_ptr_array_index (whole->facts, 0);
  g_assert_cmpstr (fact->statement, ==, "It is said to be fictional.");
  g_assert_false (fact->is_verbatim);
  api = rf_catalogue_find (catalogue, "northwind-api");
  g_assert_cmpstr (api->provider, ==, "Northwind (fictional)");
  g_assert_cmpstr (api->name, ==, "Text API");
  g_assert_cmpstr (api->layer, ==, "models-and-tools");
  g_assert_cmpstr (api->channel, ==, "direct-api");
  fact = g_ptr_array_index (api->facts, 0);
  g_assert_cmpstr (fact->source, ==, "Northwind, terms");
  g_assert_cmpstr (fact->as_of, ==, "2026-10-31");
  g_assert_true (fact->is_verbatim);
  g_assert_null (rf_catalogue_find (catalogue, "northwind"));
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rf_catalogue_read_file ("absent.xml", NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_NOT_FOUND);
}

int
main (int argc,
      char **argv)
{
  g_autofree char *path = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "data", "catalogues", "small.xml", NULL);
  if (!g_file_get_contents (path, &good, NULL, NULL))
    g_error ("%s cannot be read", path);
  g_test_add_func ("/xml/catalogue/good", test_good);
  g_test_add_func ("/xml/catalogue/missing", test_missing);
  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autofree char *name = g_strconcat ("/xml/catalogue/bad/", bad_rows[i].name, NULL);

      g_test_add_data_func (name, &bad_rows[i], test_bad);
    }
  status = g_test_run ();
  g_free (good);
  return status;
}
