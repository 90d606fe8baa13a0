// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-own-plan.h"
#include "rf-portfolio.h"
#include "rf-score-text.h"
#include "rf-table-output.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const RfColumn columns[] = {
  { "offering", N_ ("Offering"), RF_COLUMN_TEXT },
  { "provider", N_ ("Provider"), RF_COLUMN_TEXT },
  { "status", N_ ("Status"), RF_COLUMN_TEXT },
  { "rating_low", N_ ("Rating from"), RF_COLUMN_TEXT },
  { "rating_high", N_ ("to"), RF_COLUMN_TEXT },
  { "low", N_ ("Low"), RF_COLUMN_NUMBER },
  { "high", N_ ("High"), RF_COLUMN_NUMBER },
  { "unproven_high", N_ ("Unproven"), RF_COLUMN_NUMBER },
  { "coverage", N_ ("Coverage"), RF_COLUMN_NUMBER },
  { "knockouts_violated", N_ ("Violated"), RF_COLUMN_NUMBER },
  { "as_of", N_ ("As of"), RF_COLUMN_TEXT },
  { "next_review", N_ ("Next review"), RF_COLUMN_TEXT },
};

/* what a terminal has room for */
static const RfColumn text_columns[] = {
  { "offering", N_ ("Offering"), RF_COLUMN_TEXT },
  { "status", N_ ("Status"), RF_COLUMN_TEXT },
  { "rating", N_ ("Rating"), RF_COLUMN_TEXT },
  { "risk", N_ ("Risk"), RF_COLUMN_TEXT },
  { "coverage", N_ ("Coverage"), RF_COLUMN_NUMBER },
  { "knockouts_violated", N_ ("Violated"), RF_COLUMN_NUMBER },
  { "next_review", N_ ("Next review"), RF_COLUMN_TEXT },
};

static void
add_figure (RfTable *table,
            double figure,
            char *(*format) (double, const RfRatingBands *),
            const RfRatingBands *bands)
{
  g_autofree char *shown = isnan (figure) ? NULL : format (figure, bands);

  rf_table_add_shown (table, figure, shown);
}

static void
add_day (RfTable *table,
         RfDay day)
{
  g_autofree char *text = day == RF_DAY_NONE ? NULL : rf_day_to_string (day);

  rf_table_add_text (table, text);
}

static double
count_violated (const RfScore *score)
{
  double n = 0;

  for (guint i = 0; i < score->n_knock_outs; i++)
    n += score->knock_outs[i] == RF_KNOCK_OUT_VIOLATED;
  return n;
}

static void
add_figures (RfTable *table,
             const RfScore *score,
             const RfRatingBands *bands)
{
  const RfSideScore *provider = &score->sides[RF_SIDE_PROVIDER];
  gboolean is_rated = provider->state != RF_NOT_ASSESSED;
  g_autofree char *coverage = isnan (provider->figures.coverage) ? NULL : rf_format_percent (provider->figures.coverage);

  rf_table_add_text (table, is_rated ? rf_rating_get_nick (provider->rating_low) : NULL);
  rf_table_add_text (table, is_rated ? rf_rating_get_nick (provider->rating_high) : NULL);
  add_figure (table, provider->figures.low, rf_format_low, bands);
  add_figure (table, provider->figures.high, rf_format_high, bands);
  add_figure (table, provider->figures.unproven_high, rf_format_high, bands);
  rf_table_add_shown (table, provider->figures.coverage, coverage);
  rf_table_add_number (table, count_violated (score));
}

static void
add_shown_figures (RfTable *table,
                   const RfScore *score,
                   const RfRatingBands *bands)
{
  const RfSideScore *provider = &score->sides[RF_SIDE_PROVIDER];
  g_autofree char *rating = rf_score_text_of_rating (provider);
  g_autofree char *range = rf_score_text_of_range (&provider->figures, bands);
  g_autofree char *coverage = isnan (provider->figures.coverage) ? NULL : rf_format_percent (provider->figures.coverage);

  rf_table_add_text (table, rating);
  rf_table_add_text (table, range);
  rf_table_add_shown (table, provider->figures.coverage, coverage);
  rf_table_add_number (table, count_violated (score));
}

/* Fills up a row with empty cells. */
static void
add_blanks (RfTable *table,
            guint first)
{
  for (guint i = first; i < rf_table_get_n_columns (table); i++)
    if (rf_table_get_column (table, i)->type == RF_COLUMN_TEXT)
      rf_table_add_text (table, NULL);
    else
      rf_table_add_number (table, NAN);
}

typedef struct
{
  RfWorkspace *workspace; /* borrowed */
  RfTable *table;         /* borrowed */
  gboolean is_text;
} Listing;

static gboolean
add_assessment (const Listing *listing,
                const char *offering,
                GError **error)
{
  g_autoptr (RfAssessment) assessment = rf_workspace_dup_assessment (listing->workspace, offering, error);
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (RfScore) score = NULL;

  if (assessment == NULL)
    return FALSE;
  questionnaire = rf_workspace_dup_questionnaire (listing->workspace, assessment->questionnaire, assessment->revision,
                                                  error);
  if (questionnaire == NULL)
    return FALSE;
  score = rf_workspace_dup_score (listing->workspace, offering, NULL, RF_PROFILE_DEFAULT, RF_DAY_NONE, error);
  if (score == NULL)
    return FALSE;
  rf_table_add_text (listing->table, rf_status_get_nick (assessment->status));
  if (listing->is_text)
    add_shown_figures (listing->table, score, &questionnaire->bands);
  else
    {
      add_figures (listing->table, score, &questionnaire->bands);
      add_day (listing->table, assessment->as_of);
    }
  add_day (listing->table, assessment->next_review);
  return TRUE;
}

static gboolean
add_offering (const Listing *listing,
              const RfOffering *offering,
              GError **error)
{
  g_autoptr (GPtrArray) assessments = rf_workspace_list_assessments (listing->workspace, offering->id, error);

  if (assessments == NULL)
    return FALSE;
  rf_table_add_text (listing->table, offering->id);
  if (!listing->is_text)
    rf_table_add_text (listing->table, offering->provider);
  if (assessments->len > 0)
    return add_assessment (listing, offering->id, error);
  rf_table_add_text (listing->table, listing->is_text ? _ ("not started") : NULL);
  add_blanks (listing->table, listing->is_text ? 2 : 3);
  return TRUE;
}

/* The rows, and under them what they come to together. A spreadsheet gets rows alone. */
static char *
list_with_plan (const RfTable *table,
                const RfOwnPlan *plan,
                RfFormat format)
{
  static const char *const names[] = { "net_score", "n_with_intention", NULL };
  double numbers[] = { plan->has_score ? (double) plan->score / RF_NUMBER_ONE : NAN, plan->n_set };
  g_autofree char *rows = NULL;
  g_autofree char *line = NULL;

  if (format == RF_FORMAT_JSON)
    return rf_table_to_json_beside (table, "offerings", names, numbers);
  if (format == RF_FORMAT_CSV)
    return rf_table_to_csv (table);
  rows = rf_table_to_text (table);
  line = plan->has_score ? rf_own_plan_to_text (plan) : NULL;
  return g_strconcat (rows, line ? "\n" : NULL, line, NULL);
}

static RfExitStatus
run_list (const RfCommand *command,
          char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autoptr (RfTable) table = NULL;
  g_autoptr (GPtrArray) offerings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *page = NULL;
  Listing listing = { 0 };
  RfOwnPlan plan;
  RfExitStatus status;

  if (!rf_session_begin (&session, command, NULL, &argv, 0, 0, &status))
    return status;
  offerings = rf_workspace_list_offerings (session.workspace, &error);
  if (offerings == NULL)
    return rf_command_fail (error);
  listing.workspace = session.workspace;
  listing.is_text = session.format == RF_FORMAT_TEXT;
  listing.table = table = listing.is_text ? rf_table_new (text_columns, G_N_ELEMENTS (text_columns))
                                          : rf_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < offerings->len; i++)
    if (!add_offering (&listing, g_ptr_array_index (offerings, i), &error))
      return rf_command_fail (error);
  rf_own_plan_count (offerings, &plan);
  page = list_with_plan (table, &plan, session.format);
  return rf_output_write_text (NULL, page, &error) ? RF_EXIT_DONE : rf_command_fail (error);
}

const RfCommand rf_command_list = { "list", "", N_ ("List the portfolio: each offering with the provider's rating and where it stands."), NULL,
                                    run_list };
