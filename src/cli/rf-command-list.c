// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-own-plan.h"
#include "rf-portfolio.h"
#include "rf-score-text.h"
#include "rf-table-output.h"
#include "rf-language.h"

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
  { "knockouts_not_cleared", N_ ("Not cleared"), RF_COLUMN_NUMBER },
  { "own_knockouts_violated", N_ ("Own violated"), RF_COLUMN_NUMBER },
  { "own_knockouts_not_cleared", N_ ("Own not cleared"), RF_COLUMN_NUMBER },
  { "evidence_expired", N_ ("Expired papers"), RF_COLUMN_NUMBER },
  { "evidence_expires", N_ ("Next paper expires"), RF_COLUMN_TEXT },
  { "actions_open", N_ ("Open actions"), RF_COLUMN_NUMBER },
  { "actions_overdue", N_ ("Overdue actions"), RF_COLUMN_NUMBER },
  { "use_cases_undecided", N_ ("Undecided"), RF_COLUMN_NUMBER },
  { "decisions_expired", N_ ("Expired decisions"), RF_COLUMN_NUMBER },
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
  { "due", N_ ("Due"), RF_COLUMN_TEXT },
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

static void
add_figures (RfTable *table,
             const RfPortfolioSummary *summary)
{
  const RfSideScore *provider = &summary->score->sides[RF_SIDE_PROVIDER];
  const RfRatingBands *bands = &summary->questionnaire->bands;
  gboolean is_rated = provider->state != RF_NOT_ASSESSED;
  g_autofree char *coverage = isnan (provider->figures.coverage) ? NULL : rf_format_percent (provider->figures.coverage);

  rf_table_add_text (table, is_rated ? rf_rating_get_nick (provider->rating_low) : NULL);
  rf_table_add_text (table, is_rated ? rf_rating_get_nick (provider->rating_high) : NULL);
  add_figure (table, provider->figures.low, rf_format_low, bands);
  add_figure (table, provider->figures.high, rf_format_high, bands);
  add_figure (table, provider->figures.unproven_high, rf_format_high, bands);
  rf_table_add_shown (table, provider->figures.coverage, coverage);
  rf_table_add_number (table, summary->n_violated[RF_SIDE_PROVIDER]);
}

static void
add_shown_figures (RfTable *table,
                   const RfPortfolioSummary *summary)
{
  const RfSideScore *provider = &summary->score->sides[RF_SIDE_PROVIDER];
  const RfRatingBands *bands = &summary->questionnaire->bands;
  g_autofree char *rating = rf_score_dup_rating (provider);
  g_autofree char *range = rf_score_dup_range (&provider->figures, bands);
  g_autofree char *coverage = isnan (provider->figures.coverage) ? NULL : rf_format_percent (provider->figures.coverage);

  rf_table_add_text (table, rating);
  rf_table_add_text (table, range);
  rf_table_add_shown (table, provider->figures.coverage, coverage);
  rf_table_add_number (table, summary->n_violated[RF_SIDE_PROVIDER]);
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

static void
add_counts (RfTable *table,
            const RfPortfolioSummary *summary)
{
  rf_table_add_number (table, summary->n_not_cleared[RF_SIDE_PROVIDER]);
  rf_table_add_number (table, summary->n_violated[RF_SIDE_CUSTOMER]);
  rf_table_add_number (table, summary->n_not_cleared[RF_SIDE_CUSTOMER]);
  rf_table_add_number (table, summary->n_expired_evidence);
  add_day (table, summary->next_expiry);
  rf_table_add_number (table, summary->n_open_actions);
  rf_table_add_number (table, summary->n_overdue_actions);
  rf_table_add_number (table, summary->n_undecided);
  rf_table_add_number (table, summary->n_expired_decisions);
}

/* @text: (transfer full) */
static void
add_due (GString *due,
         guint n,
         char *text)
{
  g_autofree char *owned = text;

  /* Translators: between things that are due */
  if (n > 0)
    g_string_append_printf (due, "%s%s", due->len > 0 ? _ (", ") : "", owned);
}

/* Only what is to be seen to now: "1 decision expired, 2 papers expired" */
static void
add_shown_due (RfTable *table,
               const RfPortfolioSummary *summary)
{
  g_autoptr (GString) due = g_string_new (NULL);
  guint n = summary->n_expired_decisions;

  add_due (due, summary->review_is_due, g_strdup (_ ("review")));
  add_due (due, n, g_strdup_printf (ngettext ("%u decision expired", "%u decisions expired", n), n));
  n = summary->n_expired_evidence;
  add_due (due, n, g_strdup_printf (ngettext ("%u paper expired", "%u papers expired", n), n));
  n = summary->n_overdue_actions;
  add_due (due, n, g_strdup_printf (ngettext ("%u action overdue", "%u actions overdue", n), n));
  rf_table_add_text (table, due->len > 0 ? due->str : NULL);
}

static void
add_assessment (RfTable *table,
                const RfPortfolioSummary *summary,
                gboolean is_text)
{
  rf_table_add_text (table, rf_status_get_nick (summary->assessment->status));
  if (is_text)
    add_shown_figures (table, summary);
  else
    {
      add_figures (table, summary);
      add_day (table, summary->assessment->as_of);
    }
  add_day (table, summary->assessment->next_review);
  if (is_text)
    add_shown_due (table, summary);
  else
    add_counts (table, summary);
}

static void
add_offering (RfTable *table,
              const RfPortfolioSummary *summary,
              gboolean is_text)
{
  rf_table_add_text (table, summary->offering->id);
  if (!is_text)
    rf_table_add_text (table, summary->offering->provider);
  if (summary->assessment)
    add_assessment (table, summary, is_text);
  else
    {
      rf_table_add_text (table, is_text ? _ ("not started") : NULL);
      add_blanks (table, is_text ? 2 : 3);
    }
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
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (GPtrArray) offerings = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *page = NULL;
  gboolean is_text;
  RfOwnPlan plan;
  RfExitStatus status;

  if (!rf_session_begin (&session, command, NULL, &argv, 0, 0, &status))
    return status;
  summaries = rf_workspace_list_summaries (session.workspace, RF_DAY_NONE, &error);
  if (summaries == NULL)
    return rf_command_fail (error);
  is_text = session.format == RF_FORMAT_TEXT;
  table = is_text ? rf_table_new (text_columns, G_N_ELEMENTS (text_columns)) : rf_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < summaries->len; i++)
    {
      const RfPortfolioSummary *summary = g_ptr_array_index (summaries, i);

      add_offering (table, summary, is_text);
      g_ptr_array_add (offerings, summary->offering);
    }
  rf_own_plan_count (offerings, &plan);
  page = list_with_plan (table, &plan, session.format);
  return rf_output_write_text (NULL, page, &error) ? RF_EXIT_DONE : rf_command_fail (error);
}

const RfCommand rf_command_list = { "list", "", N_ ("List the portfolio: each offering with the provider's rating and where it stands."), NULL,
                                    run_list };
