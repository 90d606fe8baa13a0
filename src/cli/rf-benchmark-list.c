// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Survey figures as a table for programs: a row for each barrier that a figure speaks of. */

#include "config.h"

#include "rf-benchmark-list.h"

#include "rf-benchmarks-xml.h"
#include "rf-data-folder.h"
#include "rf-language.h"

#include <math.h>

static const RfColumn columns[] = {
  { "topic", N_ ("Topic"), RF_COLUMN_TEXT },
  { "barrier", N_ ("Barrier"), RF_COLUMN_TEXT },
  { "sections", N_ ("Sections"), RF_COLUMN_NUMBER },
  { "id", N_ ("Id"), RF_COLUMN_TEXT },
  { "asked", N_ ("Asked"), RF_COLUMN_TEXT },
  { "provider", N_ ("Provider"), RF_COLUMN_TEXT },
  { "unit", N_ ("Unit"), RF_COLUMN_TEXT },
  { "qualifier", N_ ("Qualifier"), RF_COLUMN_TEXT },
  { "value", N_ ("Value"), RF_COLUMN_NUMBER },
  { "value_to", N_ ("to"), RF_COLUMN_NUMBER },
  /* xgettext:no-c-format */
  { "low", N_ ("95 % from"), RF_COLUMN_NUMBER },
  { "high", N_ ("to"), RF_COLUMN_NUMBER },
  { "interval", N_ ("Interval"), RF_COLUMN_TEXT },
  { "n_qualifier", N_ ("N is"), RF_COLUMN_TEXT },
  { "n", N_ ("N"), RF_COLUMN_NUMBER },
  { "n_to", N_ ("to"), RF_COLUMN_NUMBER },
  { "base", N_ ("Base"), RF_COLUMN_TEXT },
  { "field", N_ ("Asked in"), RF_COLUMN_TEXT },
  { "publisher", N_ ("Publisher"), RF_COLUMN_TEXT },
  { "verification", N_ ("Verification"), RF_COLUMN_TEXT },
  { "sources", N_ ("Sources"), RF_COLUMN_TEXT },
  { "retrieved", N_ ("Retrieved"), RF_COLUMN_TEXT },
  { "offering", N_ ("Offering"), RF_COLUMN_TEXT },
  { "section", N_ ("Section"), RF_COLUMN_TEXT },
  { "risk_low", N_ ("Risk from"), RF_COLUMN_NUMBER },
  { "risk_high", N_ ("to"), RF_COLUMN_NUMBER },
  { "risk_unproven_high", N_ ("unproven up to"), RF_COLUMN_NUMBER },
};

/**
 * rf_benchmark_list_answers:
 *
 * Returns: whether a section answers a barrier
 */
gboolean
rf_benchmark_list_answers (const RfQuestionnaire *questionnaire,
                           guint section,
                           const char *barrier)
{
  const RfSection *asked = &questionnaire->sections[section];

  for (guint i = 0; i < asked->n_barriers; i++)
    if (g_str_equal (questionnaire->barriers[asked->barriers[i]].id, barrier))
      return TRUE;
  return FALSE;
}

/**
 * rf_benchmark_list_count_sections:
 *
 * Returns: how many sections of the questionnaire answer a barrier
 */
guint
rf_benchmark_list_count_sections (const RfBenchmarkList *self,
                                  const char *barrier)
{
  guint n = 0;

  for (guint i = 0; self->questionnaire && i < self->questionnaire->n_sections; i++)
    n += rf_benchmark_list_answers (self->questionnaire, i, barrier);
  return n;
}

static double
get_number (RfNumber number,
            gboolean is_there)
{
  return is_there ? (double) number / RF_NUMBER_ONE : NAN;
}

static void
add_value (RfTable *table,
           const RfBenchmark *figure)
{
  RfWilsonInterval interval = { 0 };
  gboolean approximate = FALSE;
  gboolean has_interval = rf_benchmark_get_interval (figure, &interval, &approximate);
  gboolean is_range = figure->has_value && figure->qualifier == RF_QUALIFIER_RANGE;

  rf_table_add_text (table, rf_unit_nicks[figure->unit]);
  rf_table_add_text (table, figure->has_value ? rf_qualifier_nicks[figure->qualifier] : NULL);
  rf_table_add_number (table, get_number (figure->value, figure->has_value));
  rf_table_add_number (table, get_number (figure->value_to, is_range));
  rf_table_add_number (table, get_number (interval.low, has_interval));
  rf_table_add_number (table, get_number (interval.high, has_interval));
  rf_table_add_text (table, !has_interval ? NULL : approximate ? "approximate"
                                                               : "computed");
}

static void
add_figure (RfTable *table,
            const RfBenchmarkList *self,
            const RfBenchmark *figure,
            const char *barrier)
{
  g_autofree char *sources = g_strjoinv ("; ", figure->sources);
  const RfSample *sample = &figure->sample;

  rf_table_add_text (table, rf_topic_nicks[figure->topic]);
  rf_table_add_text (table, barrier);
  rf_table_add_number (table, barrier && self->questionnaire ? rf_benchmark_list_count_sections (self, barrier) : NAN);
  rf_table_add_text (table, figure->id);
  rf_table_add_text (table, figure->asked);
  rf_table_add_text (table, figure->provider);
  add_value (table, figure);
  rf_table_add_text (table, rf_qualifier_nicks[sample->n ? sample->qualifier : RF_QUALIFIER_NOT_GIVEN]);
  rf_table_add_number (table, sample->n ? sample->n : NAN);
  rf_table_add_number (table, sample->n_to ? sample->n_to : NAN);
  rf_table_add_text (table, figure->base);
  rf_table_add_text (table, figure->field);
  rf_table_add_text (table, figure->publisher);
  rf_table_add_text (table, rf_verification_nicks[figure->verification]);
  rf_table_add_text (table, sources);
  rf_table_add_text (table, figure->retrieved);
  rf_table_add_text (table, NULL);
  rf_table_add_text (table, NULL);
  for (guint i = 0; i < 3; i++)
    rf_table_add_number (table, NAN);
}

/* A row that says what of ours answers a barrier. */
static void
add_section (RfTable *table,
             const RfFindings *findings,
             guint section,
             const char *barrier)
{
  const RfFigures *figures = &findings->score->sections[section];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *key = columns[i].key;

      if (g_str_equal (key, "topic"))
        rf_table_add_text (table, "own-section");
      else if (g_str_equal (key, "barrier"))
        rf_table_add_text (table, barrier);
      else if (g_str_equal (key, "offering"))
        rf_table_add_text (table, findings->record->offering->id);
      else if (g_str_equal (key, "section"))
        rf_table_add_text (table, findings->questionnaire->sections[section].id);
      else if (g_str_equal (key, "risk_low"))
        rf_table_add_number (table, figures->low);
      else if (g_str_equal (key, "risk_high"))
        rf_table_add_number (table, figures->high);
      else if (g_str_equal (key, "risk_unproven_high"))
        rf_table_add_number (table, figures->unproven_high);
      else if (columns[i].type == RF_COLUMN_TEXT)
        rf_table_add_text (table, NULL);
      else
        rf_table_add_number (table, NAN);
    }
}

static void
add_sections (RfTable *table,
              const RfBenchmarkList *self,
              const char *barrier)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      const RfFindings *findings = g_ptr_array_index (self->findings, i);

      for (guint k = 0; k < findings->questionnaire->n_sections; k++)
        if (rf_benchmark_list_answers (findings->questionnaire, k, barrier))
          add_section (table, findings, k, barrier);
    }
}

/* What is known about a row that is no survey's figure: the rest of its cells stays empty. */
static void
add_row_of_ours (RfTable *table,
                 const RfBenchmarkList *self,
                 const char *barrier)
{
  gboolean is_plan = barrier == NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *key = columns[i].key;

      if (g_str_equal (key, "topic"))
        rf_table_add_text (table, is_plan ? "own-plan" : rf_topic_nicks[RF_TOPIC_BARRIER]);
      else if (g_str_equal (key, "barrier"))
        rf_table_add_text (table, barrier);
      else if (g_str_equal (key, "sections"))
        rf_table_add_number (table, !is_plan && self->questionnaire ? rf_benchmark_list_count_sections (self, barrier) : NAN);
      else if (g_str_equal (key, "unit"))
        rf_table_add_text (table, is_plan ? rf_unit_nicks[RF_UNIT_NET_SCORE] : NULL);
      else if (g_str_equal (key, "value"))
        rf_table_add_number (table, get_number (self->plan.score, is_plan && self->plan.has_score));
      else if (g_str_equal (key, "n"))
        rf_table_add_number (table, is_plan ? self->plan.n_set : NAN);
      else if (columns[i].type == RF_COLUMN_TEXT)
        rf_table_add_text (table, NULL);
      else
        rf_table_add_number (table, NAN);
    }
}

static guint
add_file (RfTable *table,
          const RfBenchmarkList *self,
          const RfBenchmarks *file,
          const char *barrier)
{
  guint n_added = 0;

  for (guint i = 0; i < rf_benchmarks_get_n (file); i++)
    {
      const RfBenchmark *figure = rf_benchmarks_get (file, i);

      if (barrier ? !rf_benchmark_speaks_of (figure, barrier) : figure->barriers[0] != NULL)
        continue;
      add_figure (table, self, figure, barrier);
      n_added++;
    }
  return n_added;
}

/**
 * rf_benchmark_list_to_table:
 *
 * Gives a row for each barrier of each figure, then the figures that speak of none, then the own plan. A barrier that
 * no figure speaks of has a row that is empty but for its name. After the figures of a barrier come the ranges of the
 * sections that answer it, offering by offering.
 *
 * Returns: (transfer full)
 */
RfTable *
rf_benchmark_list_to_table (const RfBenchmarkList *self)
{
  RfTable *table = rf_table_new (columns, G_N_ELEMENTS (columns));

  for (guint b = 0; b <= RF_N_BENCHMARK_BARRIERS; b++)
    {
      const char *barrier = rf_benchmark_barriers[b];
      guint n_added = 0;

      for (guint i = 0; i < self->files->len; i++)
        n_added += add_file (table, self, g_ptr_array_index (self->files, i), barrier);
      if (n_added == 0 && barrier)
        add_row_of_ours (table, self, barrier);
      if (barrier)
        add_sections (table, self, barrier);
    }
  add_row_of_ours (table, self, NULL);
  return table;
}

/**
 * rf_benchmark_list_read:
 * @named: (array zero-terminated=1): paths; none for the files that come with the program
 *
 * Returns: (transfer full) (element-type RfBenchmarks): what is in them
 */
GPtrArray *
rf_benchmark_list_read (char **named,
                        GError **error)
{
  g_autoptr (GPtrArray) paths = named[0] ? NULL : rf_data_folder_list ("benchmarks", error);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_benchmarks_unref);
  guint n_paths = named[0] ? g_strv_length (named) : paths ? paths->len
                                                           : 0;

  for (guint i = 0; i < n_paths; i++)
    {
      const char *path = named[0] ? named[i] : g_ptr_array_index (paths, i);
      RfBenchmarks *file = rf_benchmarks_read_file (path, NULL, error);

      if (file == NULL)
        return NULL;
      g_ptr_array_add (files, file);
    }
  return n_paths ? g_steal_pointer (&files) : NULL;
}
