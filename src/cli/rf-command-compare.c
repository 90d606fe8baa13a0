// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-comparison-json.h"
#include "rf-comparison-text.h"
#include "rf-error.h"
#include "rf-portfolio.h"
#include "rf-language.h"

static RfComparison *
compare (const GPtrArray *list,
         const RfScoreRequest *request,
         guint64 seed,
         guint draws,
         GError **error)
{
  g_autofree RfRecord **records = NULL;
  const RfFindings *lead;
  RfScoringContext context;

  if (list->len == 0)
    {
      g_set_error_literal (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("There are no offerings to compare: none is assessed yet."));
      return NULL;
    }
  lead = rf_portfolio_line_up (list, request, &records, &context);
  return rf_comparison_new (lead->questionnaire, records, list->len, &context, seed, draws, NULL, error);
}

static gboolean
parse_number (const RfCommand *command,
              const char *text,
              guint64 least,
              guint64 most,
              guint64 *number,
              RfExitStatus *status)
{
  g_autofree char *from = g_strdup_printf ("%" G_GUINT64_FORMAT, least);
  g_autofree char *to = g_strdup_printf ("%" G_GUINT64_FORMAT, most);

  if (text == NULL || g_ascii_string_to_unsigned (text, 10, least, most, number, NULL))
    return TRUE;
  *status = rf_command_misuse (command, _ ("“%s” is not a whole number from %s to %s."), text, from, to);
  return FALSE;
}

/* What "compare" and "settle" have in common. @write: how the result is told in the format asked for. */
typedef char *(*Write) (const RfComparison *comparison,
                        RfFormat format);

static RfExitStatus
run (const RfCommand *command,
     char **argv,
     guint n_named,
     Write write)
{
  g_auto (RfSession) session = { 0 };
  g_auto (RfScoreRequest) request = { 0 };
  g_autofree char *seed_text = NULL;
  g_autofree char *draws_text = NULL;
  g_autofree char *out = NULL;
  const GOptionEntry options[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("Write to FILE instead of standard output"), N_ ("FILE") },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &seed_text, N_ ("Draw with the random numbers of seed N (1)"), N_ ("N") },
    { "draws", 0, 0, G_OPTION_ARG_STRING, &draws_text, N_ ("Make N draws (10000)"), N_ ("N") },
    { NULL },
  };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (RfComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint64 seed = RF_COMPARISON_DEFAULT_SEED;
  guint64 draws = RF_COMPARISON_DEFAULT_DRAWS;
  RfExitStatus status;

  if (!rf_portfolio_parse (command, options, &session, &request, &argv, &status))
    return status;
  if (session.format == RF_FORMAT_CSV)
    return rf_command_misuse (command, _ ("A comparison is written as text or json."));
  if (n_named > 0 && (request.answers ? g_strv_length (request.answers) : g_strv_length (argv + 1)) != n_named)
    return rf_command_misuse (command, _ ("Name the two offerings that are to be told apart."));
  if (!parse_number (command, seed_text, 0, G_MAXINT64, &seed, &status) || !parse_number (command, draws_text, 1, RF_COMPARISON_MOST_DRAWS, &draws, &status))
    return status;
  list = rf_portfolio_find_anywhere (&session, &request, argv + 1, &status);
  if (list == NULL)
    return status;
  comparison = compare (list, &request, seed, (guint) draws, &error);
  if (comparison == NULL)
    return rf_command_fail (error);
  text = write (comparison, session.format);
  return rf_output_write_text (out, text, &error) ? RF_EXIT_DONE : rf_command_fail (error);
}

static char *
write_comparison (const RfComparison *comparison,
                  RfFormat format)
{
  return format == RF_FORMAT_JSON ? rf_comparison_to_json (comparison) : rf_comparison_text_of (comparison);
}

static RfExitStatus
run_compare (const RfCommand *command,
             char **argv)
{
  return run (command, argv, 0, write_comparison);
}

static char *
write_pair (const RfComparison *comparison,
            RfFormat format)
{
  return format == RF_FORMAT_JSON ? rf_comparison_pair_to_json (comparison) : rf_comparison_text_of_pair (comparison);
}

static RfExitStatus
run_settle (const RfCommand *command,
            char **argv)
{
  return run (command, argv, 2, write_pair);
}

const RfCommand rf_command_compare = {
  "compare",
  N_ ("[OFFERING…]"),
  N_ ("Compare offerings: what is certain, what is likely, and what would settle it."),
  N_ ("Without --answers the offerings of the workspace are compared: those named, or all that are assessed. The same "
      "seed gives the same result."),
  run_compare,
};

const RfCommand rf_command_settle = {
  "settle",
  N_ ("[OFFERING OTHER]"),
  N_ ("Say which two questions would best tell two offerings apart."),
  N_ ("The two are offerings of the workspace, or two --answers. The same seed gives the same result."),
  run_settle,
};
