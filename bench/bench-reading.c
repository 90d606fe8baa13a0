// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <stdio.h>
#include <stdlib.h>

#include "figure.h"
#include "rf-questionnaire-xml.h"

/*
 * What reading a questionnaire costs: from bytes to the checked model, schema and rules beyond it included. Beside it
 * the bound: libxml2 makes its own tree of the same bytes and checks it against the same schema, and no model.
 *
 * The bound uses the schema as it is shipped. We find ids that stand twice while building the model and do without its
 * xs:unique, on which the library spends much of its time; so a second, stricter bound without it is told as well.
 */
#define RUNS 5
#define LIMIT 1.5

static double
time_ours (GBytes *bytes)
{
  double start = figure_now ();
  g_autoptr (GError) error = NULL;
  RfQuestionnaire *questionnaire = rf_questionnaire_read_bytes (bytes, "bench", NULL, &error);
  double end = figure_now ();

  if (questionnaire == NULL)
    g_error ("%s", error->message);
  rf_questionnaire_unref (questionnaire);
  return end - start;
}

static double
time_bare (GBytes *bytes,
           xmlSchema *schema)
{
  double start = figure_now ();
  xmlDoc *document = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), "bench", NULL, XML_PARSE_HUGE);
  xmlSchemaValidCtxt *check = xmlSchemaNewValidCtxt (schema);
  int problems = xmlSchemaValidateDoc (check, document);
  double end;

  xmlSchemaFreeValidCtxt (check);
  xmlFreeDoc (document);
  end = figure_now ();
  if (problems != 0)
    g_error ("the measured file does not fit the schema");
  return end - start;
}

static xmlSchema *
compile_schema (const char *path,
                const char *left_out)
{
  g_autoptr (GRegex) pattern = g_regex_new (left_out, G_REGEX_DOTALL, 0, NULL);
  g_autofree char *whole = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  xmlSchemaParserCtxt *parser;
  xmlSchema *schema;

  if (!g_file_get_contents (path, &whole, NULL, &error))
    g_error ("%s", error->message);
  text = g_regex_replace_literal (pattern, whole, -1, 0, "", 0, NULL);
  parser = xmlSchemaNewMemParserCtxt (text, (int) strlen (text));
  schema = xmlSchemaParse (parser);
  xmlSchemaFreeParserCtxt (parser);
  g_assert (schema != NULL);
  return schema;
}

int
main (int argc,
      char **argv)
{
  double ours[RUNS], bare[RUNS], stricter[RUNS], middle;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *what = NULL;
  char *text;
  gsize length;
  xmlSchema *schema;
  xmlSchema *without_unique;

  if (argc != 4)
    g_error ("usage: bench-reading SCHEMA QUESTIONNAIRE QUESTIONS");
  if (!g_file_get_contents (argv[2], &text, &length, &error))
    g_error ("%s", error->message);
  bytes = g_bytes_new_take (text, length);
  schema = compile_schema (argv[1], "^$");
  without_unique = compile_schema (argv[1], "<xs:unique.*?</xs:unique>");
  /* both once before, so that neither pays for the first use of the library */
  time_ours (bytes);
  time_bare (bytes, schema);
  for (guint i = 0; i < RUNS; i++)
    {
      ours[i] = time_ours (bytes);
      bare[i] = time_bare (bytes, schema);
      stricter[i] = time_bare (bytes, without_unique);
    }
  xmlSchemaFree (schema);
  xmlSchemaFree (without_unique);
  middle = figure_middle (ours, RUNS);
  printf ("  ratio %.2f where the bound leaves uniqueness unchecked\n", middle / figure_middle (stricter, RUNS));
  what = g_strdup_printf ("reading %s questions", argv[3]);
  return figure_print_ratio (what, middle, figure_middle (bare, RUNS), "ms", LIMIT) ? EXIT_SUCCESS : EXIT_FAILURE;
}
