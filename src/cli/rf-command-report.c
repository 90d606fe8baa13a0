// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-data-folder.h"
#include "rf-error.h"
#include "rf-fit.h"
#include "rf-portfolio.h"
#include "rf-report-output.h"
#include "rf-language.h"

typedef struct
{
  char *out;
  char *organisation;
  char *logo;
  char *paper;
  char *kind;
  char *format;
  char *language;
  char *acceptable_name;
  RfRating acceptable;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->out);
  g_free (self->organisation);
  g_free (self->logo);
  g_free (self->paper);
  g_free (self->kind);
  g_free (self->format);
  g_free (self->language);
  g_free (self->acceptable_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
write_report (const RfReportMaterial *material,
              const RfReportOptions *options,
              RfReportFormat format,
              const char *path,
              GError **error)
{
  RfReportDocument *document = rf_report_document_new_from_material (material, options, error);

  return document != NULL && rf_report_output_write (document, options, format, path, error);
}

static RfReportMaterial *
gather (const RfSession *session,
        const GPtrArray *findings,
        RfReportKind kind,
        GError **error)
{
  g_autoptr (RfReportMaterial) material = rf_report_material_new ();

  for (guint i = 0; i < findings->len; i++)
    rf_report_material_add (material, findings->pdata[i], NULL);
  if (session->workspace != NULL && !rf_report_material_gather (material, session->workspace, error))
    return NULL;
  if (kind == RF_REPORT_COMPARISON && !rf_report_material_compare (material, RF_COMPARISON_DEFAULT_SEED, NULL, error))
    return NULL;
  g_ptr_array_unref (material->benchmarks);
  material->benchmarks = rf_data_folder_read_benchmarks (error);
  return material->benchmarks != NULL ? g_steal_pointer (&material) : NULL;
}

static gboolean
is_about_one (RfReportKind kind)
{
  return kind == RF_REPORT_FULL || kind == RF_REPORT_NON_ATTRIBUTABLE;
}

/* For the rest of the run: what is said to the person who ordered it is little, and may be in that language. */
static gboolean
enter_language (const char *tag,
                GError **error)
{
  g_autoptr (RfLanguage) language = rf_language_load (tag, error);

  if (language != NULL)
    rf_language_enter (language);
  return language != NULL;
}

static gboolean
read_options (const RfCommand *command,
              Options *given,
              RfReportOptions *options,
              RfReportFormat *format,
              RfExitStatus *status)
{
  g_autoptr (GError) error = NULL;

  if (given->out == NULL)
    *status = rf_command_misuse (command, _ ("--out is missing: where should the report go?"));
  else if (!rf_report_format_find (given->format, given->out, format, &error))
    *status = rf_command_misuse (command, "%s", error->message);
  else if (given->kind != NULL && !rf_report_kind_from_nick (given->kind, &options->kind))
    *status = rf_command_misuse (command, _ ("“%s” is not a kind of report: full, board, comparison, portfolio or non-attributable."), given->kind);
  else if (given->paper != NULL && !g_str_equal (given->paper, "a4") && !g_str_equal (given->paper, "letter"))
    *status = rf_command_misuse (command, _ ("“%s” is not a paper size: a4 or letter."), given->paper);
  else if (given->acceptable_name != NULL && !rf_rating_from_nick (given->acceptable_name, &given->acceptable))
    *status = rf_command_misuse (command, _ ("“%s” is not a band: very-low, low, moderate, high or very-high."), given->acceptable_name);
  else if (given->language != NULL && !enter_language (given->language, &error))
    *status = rf_command_misuse (command, "%s", error->message);
  else
    {
      options->paper = g_strcmp0 (given->paper, "letter") == 0 ? RF_PAPER_LETTER : RF_PAPER_A4;
      options->organisation = given->organisation;
      return TRUE;
    }
  return FALSE;
}

static RfExitStatus
run_report (const RfCommand *command,
            char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (RfScoreRequest) request = { 0 };
  g_auto (Options) given = { .acceptable = RF_FIT_DEFAULT_ACCEPTABLE };
  const GOptionEntry options[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &given.out, N_ ("Write to FILE; “-”: to standard output"),
      N_ ("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &given.format, N_ ("pdf or html; otherwise the ending of FILE says it"),
      N_ ("FORMAT") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &given.kind,
      N_ ("full, board, comparison, portfolio or non-attributable"), N_ ("KIND") },
    { "organisation", 0, 0, G_OPTION_ARG_STRING, &given.organisation, N_ ("For whom the report is made"), N_ ("NAME") },
    { "logo", 0, 0, G_OPTION_ARG_FILENAME, &given.logo, N_ ("A PNG file for the first page"), N_ ("FILE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &given.paper, N_ ("a4 or letter"), N_ ("SIZE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &given.language, N_ ("Write it in this language, such as de, instead of the desktop’s"), N_ ("TAG") },
    { "acceptable", 0, 0, G_OPTION_ARG_STRING, &given.acceptable_name, N_ ("Call fit what leaves this residual risk at most (low)"), N_ ("BAND") },
    { NULL },
  };
  RfReportOptions of_report = { 0 };
  RfReportFormat format = RF_REPORT_FORMAT_PDF;
  g_autoptr (RfReportMaterial) material = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GBytes) logo = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_portfolio_parse (command, options, &session, &request, &argv, &status) || !read_options (command, &given, &of_report, &format, &status))
    return status;
  if (is_about_one (of_report.kind) && (g_strv_length (argv) > 2 || (request.answers && g_strv_length (request.answers) > 1)))
    return rf_command_misuse (command, _ ("A report with every answer is about one offering: name it, or ask for --kind=comparison or --kind=portfolio."));
  list = rf_portfolio_find_anywhere (&session, &request, argv + 1, &status);
  if (list == NULL)
    return status;
  material = gather (&session, list, of_report.kind, &error);
  logo = material != NULL && given.logo != NULL ? rf_report_logo_read (given.logo, &error) : NULL;
  of_report.logo = logo;
  /* whoever names a day means it for everything */
  if (material != NULL && request.as_of != NULL)
    material->today = RF_DAY_NONE;
  if (material != NULL)
    material->acceptable = given.acceptable;
  return rf_session_say (error == NULL && write_report (material, &of_report, format, given.out, &error), NULL, &error);
}

const RfCommand rf_command_report = {
  "report",
  N_ ("[OFFERING...]"),
  N_ ("Write the report on one or more offerings as PDF or HTML."),
  N_ ("With --questionnaire and --answers the report is about answers files."),
  run_report,
};
