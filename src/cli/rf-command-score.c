// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-findings-json.h"
#include "rf-gate.h"
#include "rf-portfolio.h"
#include "rf-score-table.h"
#include "rf-score-text.h"
#include "rf-table-output.h"
#include "rf-language.h"

#define LIST_LENGTH 10

static char *
render (const GPtrArray *list,
        RfFormat format,
        gboolean has_everything)
{
  if (format == RF_FORMAT_CSV)
    {
      g_autoptr (RfTable) table = rf_score_table_new (list);

      return rf_table_to_csv (table);
    }
  if (format == RF_FORMAT_JSON)
    return list->len == 1 ? rf_findings_to_json (g_ptr_array_index (list, 0)) : rf_findings_list_to_json (list);
  if (list->len != 1)
    return rf_score_text_of_several (list);
  return rf_score_text_of_one (g_ptr_array_index (list, 0), has_everything ? G_MAXUINT : LIST_LENGTH);
}

static RfExitStatus
judge (const GPtrArray *list,
       RfRating limit)
{
  RfExitStatus status = RF_EXIT_DONE;

  for (guint i = 0; i < list->len; i++)
    {
      const RfFindings *findings = g_ptr_array_index (list, i);
      g_autofree char *rating = NULL;
      RfSide side;

      if (!rf_gate_is_tripped (findings, limit, &side))
        continue;
      rating = rf_score_dup_rating (&findings->score->sides[side]);
      g_printerr (_ ("ringfence-cli: %s does not pass below “%s”: the %s side is %s (%s).\n"),
                  findings->record->offering->id, rf_rating_get_label (limit), rf_side_get_nick (side),
                  rf_assessed_state_get_nick (findings->score->sides[side].state), rating);
      status = RF_EXIT_GATE;
    }
  return status;
}

static RfExitStatus
run_score (const RfCommand *command,
           char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (RfScoreRequest) request = { 0 };
  g_autofree char *limit_name = NULL;
  g_autofree char *out = NULL;
  gboolean has_everything = FALSE;
  const GOptionEntry options[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("Write to FILE instead of standard output"), N_ ("FILE") },
    { "fail-at", 0, 0, G_OPTION_ARG_STRING, &limit_name,
      N_ ("End with status 5 where the rating reaches BAND or is not yet firm"), N_ ("BAND") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &has_everything, N_ ("List all that is advised, not the first ten"), NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  RfRating limit = RF_RATING_VERY_HIGH;
  RfExitStatus status;

  if (!rf_portfolio_parse (command, options, &session, &request, &argv, &status))
    return status;
  if (limit_name && !rf_rating_from_nick (limit_name, &limit))
    return rf_command_misuse (command, _ ("“%s” is not a band: very-low, low, moderate, high or very-high."), limit_name);
  list = rf_portfolio_find_anywhere (&session, &request, argv + 1, &status);
  if (list == NULL)
    return status;
  text = render (list, session.format, has_everything);
  if (!rf_output_write_text (out, text, &error))
    return rf_command_fail (error);
  return limit_name ? judge (list, limit) : RF_EXIT_DONE;
}

const RfCommand rf_command_score = {
  "score",
  N_ ("[OFFERING…]"),
  N_ ("Score answers: the range of the risk, the rating, and what to do next."),
  N_ ("Without --answers the offerings of the workspace are scored: those named, or all."),
  run_score,
};
