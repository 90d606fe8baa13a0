// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-fit-json.h"
#include "rf-fit-text.h"
#include "rf-portfolio.h"
#include "rf-table-output.h"
#include "rf-language.h"

static RfExitStatus
print (const RfFit *fit,
       RfFormat format,
       const char *out)
{
  g_autoptr (RfTable) table = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (format == RF_FORMAT_JSON)
    text = rf_fit_to_json (fit);
  else if (format == RF_FORMAT_CSV)
    {
      table = rf_fit_to_table (fit);
      text = rf_table_to_csv (table);
    }
  else
    text = rf_fit_to_text (fit);
  return rf_output_write_text (out, text, &error) ? RF_EXIT_DONE : rf_command_fail (error);
}

static RfExitStatus
run_fit (const RfCommand *command,
         char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (RfScoreRequest) request = { 0 };
  g_autofree char *acceptable_name = NULL;
  g_autofree char *out = NULL;
  const GOptionEntry options[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("Write to FILE instead of standard output"), N_ ("FILE") },
    { "acceptable", 0, 0, G_OPTION_ARG_STRING, &acceptable_name, N_ ("Call fit what leaves this residual risk at most (low)"), N_ ("BAND") },
    { NULL },
  };
  RfRating acceptable = RF_FIT_DEFAULT_ACCEPTABLE;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (RfFit) fit = NULL;
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
  fit = rf_fit_new (list, acceptable, TRUE, NULL, &error);
  return fit ? print (fit, session.format, out) : rf_command_fail (error);
}

const RfCommand rf_command_fit = {
  "fit",
  N_ ("[OFFERING…]"),
  N_ ("Show which offering is fit for which use case, and the shortest way from each to fit."),
  N_ ("Without --answers the offerings of the workspace are judged: those named, or all that are assessed. Fit means "
      "that the upper end of the residual risk is acceptable."),
  run_fit,
};
