// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-error.h"
#include "rf-pdf-finish.h"
#include "rf-seal-history.h"
#include "rf-session.h"
#include "rf-language.h"

static const RfColumn columns[] = {
  { "offering", N_ ("Offering"), RF_COLUMN_TEXT },
  { "kind", N_ ("Kind"), RF_COLUMN_TEXT },
  { "id", N_ ("Id"), RF_COLUMN_TEXT },
  { "change", N_ ("Change"), RF_COLUMN_TEXT },
  { "time", N_ ("Time"), RF_COLUMN_TEXT },
  { "author", N_ ("Author"), RF_COLUMN_TEXT },
};

/* Borrowed pointers. @current holds the findings of the store, as the report would be made of them now. */
typedef struct
{
  const RfReportSeal *sealed;
  const RfReportMaterial *current;
  const RfSealHistory *history;
} Verification;

static RfReportSeal *
read_seal (const char *path,
           GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *seal = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) own_error = NULL;
  RfReportSeal *self = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  pdf = g_bytes_new_take (g_steal_pointer (&text), length);
  seal = rf_pdf_dup_seal (pdf, &own_error);
  if (seal != NULL)
    self = rf_report_seal_parse (seal, &own_error);
  if (self == NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&own_error), "%s: ", path);
  return self;
}

/* ---- the store, as the report saw it ---- */

/* Where nothing leads to a company, a use case is known by its place. */
static RfUseCase *
find_use_case (const RfRecord *record,
               const char *id,
               gboolean by_place)
{
  guint64 place;

  if (id == NULL)
    return NULL;
  if (!by_place)
    return (RfUseCase *) rf_record_find_use_case (record, id);
  if (record->use_cases->len == 0 || !g_str_has_prefix (id, "use-case-") || !g_ascii_string_to_unsigned (id + strlen ("use-case-"), 10, 1, record->use_cases->len, &place, NULL))
    return NULL;
  return record->use_cases->pdata[place - 1];
}

static gboolean
add_offering (RfReportMaterial *material,
              RfWorkspace *workspace,
              const RfSealSubject *sealed,
              const char *offering,
              gboolean by_place,
              GError **error)
{
  g_autoptr (RfRecord) record = rf_workspace_dup_record (workspace, offering, error);
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (RfFindings) findings = NULL;
  RfScoringContext context = { .profile = -1, .as_of = sealed->as_of };

  if (record == NULL)
    return FALSE;
  questionnaire = rf_workspace_dup_questionnaire (workspace, record->questionnaire_id, record->questionnaire_revision, error);
  if (questionnaire == NULL)
    return FALSE;
  if (sealed->profile != NULL)
    context.profile = rf_questionnaire_find_profile (questionnaire, sealed->profile);
  context.use_case = find_use_case (record, sealed->use_case, by_place);
  findings = rf_findings_new (questionnaire, record, &context, NULL, error);
  if (findings != NULL)
    rf_report_material_add (material, findings, NULL);
  return findings != NULL;
}

/* @offering: (nullable): for a report that names none */
static RfReportMaterial *
gather (RfWorkspace *workspace,
        const RfReportSeal *sealed,
        const char *offering,
        GError **error)
{
  g_autoptr (RfReportMaterial) material = rf_report_material_new ();

  for (guint i = 0; i < sealed->subjects->len; i++)
    {
      const RfSealSubject *subject = sealed->subjects->pdata[i];

      if (!add_offering (material, workspace, subject, offering != NULL ? offering : subject->offering, offering != NULL, error))
        return NULL;
    }
  return offering == NULL ? g_steal_pointer (&material) : rf_report_material_new_non_attributable (material, error);
}

/* ---- what is said ---- */

static const RfFindings *
find_findings (const Verification *self,
               const char *offering)
{
  for (guint i = 0; i < self->current->subjects->len; i++)
    {
      const RfFindings *findings = ((const RfReportSubject *) self->current->subjects->pdata[i])->findings;

      if (g_str_equal (findings->record->offering->id, offering))
        return findings;
    }
  return NULL;
}

static char *
name_answer (const RfFindings *findings,
             const char *id)
{
  int index = findings != NULL ? rf_questionnaire_find_question (findings->questionnaire, id) : -1;

  if (index < 0)
    return g_strdup_printf (_ ("Answer %s"), id);
  return g_strdup_printf (_ ("Answer %s %s"), findings->questionnaire->questions[index].number, findings->questionnaire->questions[index].prompt);
}

static char *
name_thing (const RfSealDifference *difference,
            const RfFindings *findings)
{
  static const struct
  {
    const char *kind;
    const char *format;
  } names[] = {
    { "offering", N_ ("Offering %s") },
    { "assessment", N_ ("Assessment of %s") },
    { "evidence", N_ ("Evidence %s") },
    { "action", N_ ("Action %s") },
    { "decision", N_ ("Decision on %s") },
    { "use-case", N_ ("Use case %s") },
    { "questionnaire", N_ ("Questionnaire %s") },
    { "profile", N_ ("Profile %s") },
    { "policy", N_ ("Company’s policy %s") },
    { "engine", N_ ("Scoring engine %s") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (difference->kind, names[i].kind))
      {
        const char *format = _ (names[i].format);
        g_auto (GStrv) around = g_strsplit (format, "%s", 2);

        return g_strjoinv (difference->id, around);
      }
  return name_answer (findings, difference->id);
}

static const char *
get_change_label (RfSealChange change)
{
  switch (change)
    {
    case RF_SEAL_ADDED:
      return _ ("added");
    case RF_SEAL_REMOVED:
      return _ ("removed");
    case RF_SEAL_CHANGED:
    default:
      return _ ("changed");
    }
}

/* How the questionnaire is read is no change to the store. */
static gboolean
is_in_the_trail (const RfSealDifference *difference)
{
  return !g_str_equal (difference->kind, "engine") && !g_str_equal (difference->kind, "profile") && !g_str_equal (difference->kind, "policy");
}

static void
append_line (GString *text,
             const Verification *self,
             const RfSealDifference *difference)
{
  const RfFindings *findings = find_findings (self, difference->offering);
  const RfAuditEntry *entry = rf_seal_history_find (self->history, difference, findings != NULL ? findings->record : NULL);
  g_autofree char *name = name_thing (difference, findings);
  const char *change = get_change_label (difference->what);

  if (self->sealed->subjects->len > 1)
    g_string_append_printf (text, "%s: ", difference->offering);
  if (entry != NULL)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (entry->time);
      g_autofree char *day = time != NULL ? g_date_time_format (time, "%Y-%m-%d") : NULL;

      g_string_append_printf (text, _ ("%s: %s; last recorded on %s by %s"), name, change, day != NULL ? day : "?", entry->author);
    }
  else if (self->history->state == RF_SEAL_HISTORY_KNOWN && is_in_the_trail (difference))
    g_string_append_printf (text, _ ("%s: %s; not in the audit trail: changed behind the program’s back"), name, change);
  else
    g_string_append_printf (text, "%s: %s", name, change);
  g_string_append_c (text, '\n');
}

static char *
list_differences (const Verification *self,
                  const GPtrArray *differences)
{
  GString *text = g_string_new (_ ("The store no longer says what this report says:\n"));

  for (guint i = 0; i < differences->len; i++)
    append_line (text, self, differences->pdata[i]);
  if (differences->len == 0)
    g_string_append (text, _ ("Its digest is another. What is not attributable does not say where.\n"));
  else if (self->history->state == RF_SEAL_HISTORY_FOREIGN)
    g_string_append (text, _ ("The report’s chain head is not in this audit trail: it was made from another store, or the history was rewritten.\n"));
  else if (self->history->state == RF_SEAL_HISTORY_NONE)
    g_string_append (text, _ ("The report was made from files, so the audit trail cannot say since when.\n"));
  return g_string_free (text, FALSE);
}

static RfTable *
tabulate (const Verification *self,
          const GPtrArray *differences)
{
  RfTable *table = rf_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < differences->len; i++)
    {
      const RfSealDifference *difference = differences->pdata[i];
      const RfFindings *findings = find_findings (self, difference->offering);
      const RfAuditEntry *entry = rf_seal_history_find (self->history, difference, findings != NULL ? findings->record : NULL);
      g_autoptr (GDateTime) time = entry != NULL ? g_date_time_new_from_unix_utc (entry->time) : NULL;
      g_autofree char *shown = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

      rf_table_add_text (table, difference->offering);
      rf_table_add_text (table, difference->kind);
      rf_table_add_text (table, difference->id);
      rf_table_add_text (table, rf_seal_change_get_nick (difference->what));
      rf_table_add_text (table, shown);
      rf_table_add_text (table, entry != NULL ? entry->author : NULL);
    }
  return table;
}

static RfExitStatus
say (const RfSession *session,
     const Verification *self,
     const RfReportSeal *current)
{
  g_autoptr (GPtrArray) differences = rf_report_seal_compare (self->sealed, current);
  gboolean is_same = g_str_equal (self->sealed->sha256, current->sha256);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (session->format != RF_FORMAT_TEXT)
    {
      g_autoptr (RfTable) table = tabulate (self, differences);

      status = rf_session_print (session, table);
    }
  else
    {
      text = is_same ? g_strdup (_ ("The store still says what this report says.\n")) : list_differences (self, differences);
      status = rf_output_write_text (NULL, text, &error) ? RF_EXIT_DONE : rf_command_fail (error);
    }
  return status != RF_EXIT_DONE || is_same ? status : RF_EXIT_FAILED;
}

static gboolean
check_offering (const RfReportSeal *sealed,
                const char *offering,
                GError **error)
{
  gboolean names_none = sealed->kind == RF_REPORT_NON_ATTRIBUTABLE;

  if (names_none && offering == NULL)
    g_set_error_literal (error, RF_ERROR, RF_ERROR_INVALID,
                         _ ("The report is not attributable: it does not say which offering of the store it is about. Name the offering after the file."));
  else if (!names_none && offering != NULL)
    g_set_error_literal (error, RF_ERROR, RF_ERROR_INVALID, _ ("The report itself says which offerings it is about. Name the file alone."));
  else
    return TRUE;
  return FALSE;
}

static RfExitStatus
run_verify_report (const RfCommand *command,
                   char **argv)
{
  g_auto (RfSession) session = { 0 };
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (RfReportSeal) sealed = NULL;
  g_autoptr (RfReportSeal) current = NULL;
  g_autoptr (RfReportMaterial) material = NULL;
  g_auto (RfSealHistory) history = { 0 };
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 1, 2, &status))
    return status;
  sealed = read_seal (argv[1], &error);
  if (sealed == NULL || !check_offering (sealed, argv[2], &error))
    return rf_command_fail (error);
  if (!rf_session_enter (&session, &status))
    return status;
  material = gather (session.workspace, sealed, argv[2], &error);
  if (material == NULL || !rf_seal_history_load (&history, session.workspace, sealed->chain_head, &error))
    return rf_command_fail (error);
  current = rf_report_seal_new (material, sealed->kind);
  return say (&session, &(Verification){ sealed, material, &history }, current);
}

const RfCommand rf_command_verify_report = {
  "verify-report",
  N_ ("FILE [OFFERING]"),
  N_ ("Check whether the store still says what a report says."),
  N_ ("FILE is a report as PDF. What differs is listed, with who changed it and when, and the command fails. OFFERING is for "
      "a report that is not attributable, and so does not name its own."),
  run_verify_report,
};
