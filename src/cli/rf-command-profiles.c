// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-portfolio.h"
#include "rf-profile-study.h"
#include "rf-ranking-study.h"
#include "rf-table-output.h"
#include "rf-terminal.h"
#include "rf-language.h"

static const RfColumn columns[] = {
  { "offering", N_ ("Offering"), RF_COLUMN_TEXT },
  { "profile", N_ ("Profile"), RF_COLUMN_TEXT },
  { "use_case", N_ ("Use case"), RF_COLUMN_TEXT },
  { "verdict", N_ ("Verdict"), RF_COLUMN_TEXT },
  { "residual_low", N_ ("From"), RF_COLUMN_TEXT },
  { "residual_high", N_ ("To"), RF_COLUMN_TEXT },
  { "differs", N_ ("Differs"), RF_COLUMN_TEXT },
  { "through", N_ ("Through"), RF_COLUMN_TEXT },
};

static void
add_rows (RfTable *table,
          const RfProfileStudy *study,
          const RfUnderProfile *under)
{
  const RfFindings *findings = study->findings;
  const RfUnderProfile *first = g_ptr_array_index (study->profiles, 0);
  g_autofree char *causes = rf_profile_study_dup_causes (study, under);

  for (guint i = 0; i < findings->use_cases->len; i++)
    {
      const RfUseCase *use_case = ((const RfUseCaseFindings *) findings->use_cases->pdata[i])->use_case;
      const RfResidual *residual = &under->residuals[i];
      gboolean differs = under->verdicts[i] != first->verdicts[i];

      rf_table_add_text (table, findings->record->offering->id);
      rf_table_add_text (table, under->profile >= 0 ? findings->questionnaire->profiles[under->profile].id : "none");
      rf_table_add_text (table, use_case->id);
      rf_table_add_text (table, rf_fit_verdict_get_nick (under->verdicts[i]));
      rf_table_add_text (table, residual->known ? rf_rating_get_nick (residual->low) : NULL);
      rf_table_add_text (table, residual->known ? rf_rating_get_nick (residual->high) : NULL);
      rf_table_add_text (table, differs ? "yes" : "no");
      rf_table_add_text (table, differs ? causes : NULL);
    }
}

/* Only where something differs: the table has the rest. */
static void
append_differences (GString *page,
                    const RfProfileStudy *study)
{
  for (guint i = 1; i < study->profiles->len; i++)
    {
      const RfUnderProfile *under = g_ptr_array_index (study->profiles, i);
      g_autofree char *difference = rf_profile_study_dup_difference (study, under);

      if (under->differs)
        /* Translators: a profile, and what is different under it */
        g_string_append_printf (page, _ ("  %s: %s.\n"), rf_profile_study_get_title (study, under->profile), difference);
    }
}

static const RfColumn ranking_columns[] = {
  { "profile", N_ ("Profile"), RF_COLUMN_TEXT },
  { "rank", N_ ("Rank"), RF_COLUMN_NUMBER },
  { "offering", N_ ("Offering"), RF_COLUMN_TEXT },
  { "mean", N_ ("Mean"), RF_COLUMN_NUMBER },
  { "first", N_ ("First in"), RF_COLUMN_NUMBER },
  { "overtakes", N_ ("Goes ahead of"), RF_COLUMN_TEXT },
  { "through", N_ ("Through"), RF_COLUMN_TEXT },
};

/* The ids of those that are ahead in the first ranking, and behind in this one. */
static char *
dup_overtaken (const RfRankingStudy *study,
               const RfRankingUnderProfile *under,
               const char *offering)
{
  const RfComparison *first = ((const RfRankingUnderProfile *) g_ptr_array_index (study->rankings, 0))->comparison;
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < under->turned->len; i++)
    {
      const RfTurnedPair *pair = &g_array_index (under->turned, RfTurnedPair, i);

      if (g_str_equal (first->offerings[pair->behind].id, offering))
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", first->offerings[pair->ahead].id);
    }
  return g_string_free (ids, FALSE);
}

static void
add_ranking (RfTable *table,
             const RfRankingStudy *study,
             guint index)
{
  const RfRankingUnderProfile *under = g_ptr_array_index (study->rankings, index);
  g_autofree char *causes = rf_ranking_study_dup_causes (study, index);

  for (guint i = 0; i < under->comparison->n_ranked; i++)
    {
      const RfComparedOffering *offering = &under->comparison->offerings[i];
      g_autofree char *mean = rf_format_points (offering->mean);
      g_autofree char *share = rf_format_percent (offering->rank_share[0] * 100);
      g_autofree char *overtaken = dup_overtaken (study, under, offering->id);

      rf_table_add_text (table, under->profile >= 0 ? study->questionnaire->profiles[under->profile].id : "none");
      rf_table_add_number (table, i + 1);
      rf_table_add_text (table, offering->id);
      rf_table_add_shown (table, offering->mean, mean);
      rf_table_add_shown (table, offering->rank_share[0], share);
      rf_table_add_text (table, *overtaken ? overtaken : NULL);
      rf_table_add_text (table, *overtaken && *causes ? causes : NULL);
    }
}

/* The order of the offerings under each profile: the sentences that say how it differs, then the table. */
static RfExitStatus
print_ranking (const GPtrArray *list,
               const RfScoreRequest *request,
               RfFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfRankingStudy) study = rf_portfolio_study_ranking (list, request, &error);
  g_autoptr (RfTable) table = NULL;
  g_autoptr (GString) page = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  if (study == NULL)
    return rf_command_fail (error);
  sentence = rf_ranking_study_dup_sentence (study);
  rf_terminal_append_wrapped (page, sentence, 0, rf_terminal_get_width ());
  table = rf_table_new (ranking_columns, G_N_ELEMENTS (ranking_columns));
  for (guint i = 0; i < study->rankings->len; i++)
    {
      g_autofree char *difference = rf_ranking_study_dup_difference (study, i);

      if (difference)
        rf_terminal_append_wrapped (page, difference, 2, rf_terminal_get_width ());
      add_ranking (table, study, i);
    }
  if (format == RF_FORMAT_TEXT && !rf_output_write_text (NULL, page->str, &error))
    return rf_command_fail (error);
  return rf_table_print (table, format, NULL, &error) ? RF_EXIT_DONE : rf_command_fail (error);
}

static gboolean
study_all (const GPtrArray *list,
           RfRating acceptable,
           RfTable *table,
           GString *page,
           GError **error)
{
  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (RfProfileStudy) study = rf_profile_study_new (g_ptr_array_index (list, i), acceptable, error);
      g_autofree char *sentence = NULL;

      if (study == NULL)
        return FALSE;
      for (guint j = 0; j < study->profiles->len; j++)
        add_rows (table, study, g_ptr_array_index (study->profiles, j));
      sentence = rf_profile_study_dup_sentence (study);
      g_string_append_printf (page, "%s\n", sentence);
      append_differences (page, study);
    }
  return TRUE;
}

static RfExitStatus
run_profiles (const RfCommand *command,
              char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (RfScoreRequest) request = { 0 };
  g_autofree char *acceptable_name = NULL;
  gboolean is_ranking = FALSE;
  const GOptionEntry options[] = {
    { "acceptable", 0, 0, G_OPTION_ARG_STRING, &acceptable_name, N_ ("Call fit what leaves this residual risk at most (low)"), N_ ("BAND") },
    { "ranking", 0, 0, G_OPTION_ARG_NONE, &is_ranking, N_ ("Show the ranking under each profile instead"), NULL },
    { NULL },
  };
  RfRating acceptable = RF_FIT_DEFAULT_ACCEPTABLE;
  g_autoptr (RfTable) table = rf_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GString) page = g_string_new (NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_portfolio_parse (command, options, &session, &request, &argv, &status))
    return status;
  if (acceptable_name && !rf_rating_from_nick (acceptable_name, &acceptable))
    return rf_command_misuse (command, _ ("“%s” is not a band: very-low, low, moderate, high or very-high."), acceptable_name);
  list = rf_portfolio_find_anywhere (&session, &request, argv + 1, &status);
  if (list == NULL)
    return status;
  if (!rf_portfolio_check_judged (list, &error))
    return rf_command_fail (error);
  if (is_ranking)
    return print_ranking (list, &request, session.format);
  if (!study_all (list, acceptable, table, page, &error))
    return rf_command_fail (error);
  if (session.format == RF_FORMAT_TEXT && !rf_output_write_text (NULL, page->str, &error))
    return rf_command_fail (error);
  return rf_table_print (table, session.format, NULL, &error) ? RF_EXIT_DONE : rf_command_fail (error);
}

const RfCommand rf_command_profiles = {
  "profiles",
  N_ ("[OFFERING…]"),
  N_ ("Show the decision under each weight profile, and through which weights it differs."),
  N_ ("The decision is the fit for each use case. A difference is traced by rescoring: weights are taken over from the "
      "other profile until the decision is the other one, and those not needed are given back. With --ranking the same "
      "draws rank the offerings under each profile: which pairs turn round, and through which weights."),
  run_profiles,
};
