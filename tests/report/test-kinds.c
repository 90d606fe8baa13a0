// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What each kind of report says, and what it must not say. */

#include "config.h"

#include "report-fixture.h"

#include "rf-error.h"
#include "rf-report-html.h"
#include "rf-report-pages.h"

typedef struct
{
  GString *text;
} Said;

static void
collect (RfReportText *text,
         gpointer user_data)
{
  g_string_append_printf (((Said *) user_data)->text, "%s\n", text->text->str);
}

static char *
dup_all (RfReportDocument *document)
{
  Said said = { g_string_new (NULL) };

  g_string_append_printf (said.text, "%s\n%s\n%s\n", document->title, document->author ? document->author : "", document->running_head);
  rf_report_document_foreach_text (document, collect, &said);
  return g_string_free (said.text, FALSE);
}

static void
fill (RfRecord *record,
      gconstpointer data)
{
  RfAnswer *answer = fixture_answer (record, 0, RF_ANSWER_ANSWERED);
  RfEvidence *evidence = rf_evidence_new ("secret-paper", "Paper of Secret Holding");
  RfUseCase *use_case = rf_use_case_new ("secret-case", "Secret merger chat");
  RfDecision *decision = rf_decision_new ("secret-case", RF_VERDICT_REJECT);
  RfAction *action = rf_action_new ("secret-action", "Secret thing to do");

  record->assessor = g_strdup ("Secret Assessor");
  record->approver = g_strdup ("Secret Approver");
  record->offering->settings = g_strdup ("Secret tenant");
  answer->note = g_strdup ("Secret note");
  answer->override_risk = 65;
  answer->override_reason = g_strdup ("Secret reason");
  evidence->file_name = g_strdup ("secret.pdf");
  evidence->href = g_strdup ("https://secret.example/");
  g_ptr_array_add (record->evidence, evidence);
  g_ptr_array_add (answer->links, rf_evidence_link_new ("secret-paper", RF_GRADE_ATTESTATION, "Secret clause"));
  fixture_answer (record, 1, RF_ANSWER_NOT_APPLICABLE)->reason = g_strdup ("Secret cause");
  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    use_case->levels[i] = RF_RATING_MODERATE;
  g_ptr_array_add (record->use_cases, use_case);
  decision->owner = g_strdup ("Secret Owner");
  decision->rationale = g_strdup ("Secret rationale");
  decision->expires = record->as_of - 1;
  g_ptr_array_add (record->decisions, decision);
  g_ptr_array_add (record->actions, action);
}

static RfReportDocument *
make (RfReportKind kind,
      RfReportMaterial *material)
{
  RfReportOptions options = { .kind = kind, .organisation = "Secret Holding" };
  g_autoptr (GError) error = NULL;
  RfReportDocument *document = rf_report_document_new_from_material (material, &options, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_non_attributable (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (4, fill, NULL);
  g_autoptr (RfReportMaterial) material = rf_report_material_new ();
  g_autoptr (RfReportMaterial) redacted = NULL;
  g_autoptr (RfReportDocument) full = NULL;
  g_autoptr (RfReportDocument) document = NULL;
  g_autofree char *everything = NULL;
  g_autofree char *said = NULL;
  g_autofree char *lower = NULL;
  const RfSideScore *before = &findings->score->sides[RF_SIDE_PROVIDER];
  const RfSideScore *after;

  rf_report_material_add (material, findings, findings);
  full = make (RF_REPORT_FULL, material);
  everything = dup_all (full);
  g_assert_nonnull (strstr (everything, "Secret note"));
  document = make (RF_REPORT_NON_ATTRIBUTABLE, material);
  said = dup_all (document);
  lower = g_utf8_strdown (said, -1);
  g_assert_null (strstr (lower, "secret"));
  g_assert_nonnull (strstr (said, "withheld"));

  redacted = rf_report_material_new_non_attributable (material, NULL);
  after = &((const RfReportSubject *) redacted->subjects->pdata[0])->findings->score->sides[RF_SIDE_PROVIDER];
  g_assert_cmpfloat (before->figures.low, ==, after->figures.low);
  g_assert_cmpfloat (before->figures.high, ==, after->figures.high);
  g_assert_cmpfloat (before->figures.unproven_high, ==, after->figures.unproven_high);
}

static void
test_board (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (4, fill, NULL);
  g_autoptr (RfReportMaterial) material = rf_report_material_new ();
  g_autoptr (RfReportDocument) document = NULL;
  g_autofree char *said = NULL;
  static const char *const parts[] = {
    "For the board of Secret Holding",
    "May it be used for: Secret merger chat (the earlier decision has expired)?",
    "expired on 2026-10-31: to be decided",
    "No earlier assessment of this offering was approved",
  };

  rf_report_material_add (material, findings, NULL);
  document = make (RF_REPORT_BOARD, material);
  said = dup_all (document);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (said, parts[i]) == NULL)
      g_error ("the board page does not say “%s” but: %s", parts[i], said);
  g_assert_null (strstr (said, "Secret note"));
}

static void
answer_second (RfRecord *record,
               gconstpointer data)
{
  fill (record, data);
  g_free (((RfAnswer *) record->answers->pdata[1])->reason);
  ((RfAnswer *) record->answers->pdata[1])->reason = NULL;
  ((RfAnswer *) record->answers->pdata[1])->state = RF_ANSWER_REFUSED;
}

static void
test_changes (void)
{
  g_autoptr (RfFindings) before = fixture_findings_new (4, fill, NULL);
  g_autoptr (RfFindings) now = fixture_findings_new (4, answer_second, NULL);
  g_autoptr (RfReportMaterial) material = rf_report_material_new ();
  g_autoptr (RfReportDocument) document = NULL;
  g_autofree char *said = NULL;

  rf_report_material_add (material, now, before);
  document = make (RF_REPORT_FULL, material);
  said = dup_all (document);
  g_assert_nonnull (strstr (said, "Compared with the assessment approved last, as of " FIXTURE_AS_OF));
  g_assert_nonnull (strstr (said, "Not applicable\nRefused\n"));
  g_assert_true (rf_report_document_has_target (document, "#changes"));
}

static void
test_comparison (void)
{
  g_autoptr (RfFindings) first = fixture_findings_new (4, fill, NULL);
  g_autoptr (RfFindings) second = fixture_findings_new (4, answer_second, NULL);
  g_autoptr (RfReportMaterial) material = rf_report_material_new ();
  RfReportOptions options = { .kind = RF_REPORT_COMPARISON };
  g_autoptr (RfReportDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  g_assert_null (rf_report_document_new_from_material (material, &options, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  g_clear_error (&error);
  rf_report_material_add (material, first, NULL);
  g_assert_null (rf_report_document_new_from_material (material, &options, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  g_clear_error (&error);
  rf_report_material_add (material, second, NULL);
  document = make (RF_REPORT_COMPARISON, material);
  said = dup_all (document);
  g_assert_nonnull (strstr (said, "Not applicable"));
  g_assert_nonnull (strstr (said, "Refused"));
  g_assert_nonnull (strstr (said, "Fit means: the residual risk is low at most"));
}

static void
test_different_questionnaires (void)
{
  g_autoptr (RfFindings) first = fixture_findings_new (4, fill, NULL);
  g_autoptr (RfFindings) second = fixture_findings_new (5, fill, NULL);
  g_autoptr (RfReportMaterial) material = rf_report_material_new ();
  RfReportOptions options = { .kind = RF_REPORT_FULL };
  g_autoptr (GError) error = NULL;

  rf_report_material_add (material, first, NULL);
  rf_report_material_add (material, second, NULL);
  g_assert_null (rf_report_document_new_from_material (material, &options, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
}

/* The table of contents names a page for each chapter, and it is the page on which the chapter begins. */
static void
test_contents (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (200, fill, NULL);
  g_autoptr (RfReportMaterial) material = rf_report_material_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RfReportPages) pages = NULL;
  const RfReportBlock *contents;

  rf_report_material_add (material, findings, NULL);
  pages = rf_report_pages_new (make (RF_REPORT_FULL, material), rf_report_fonts_new (NULL, NULL), &rf_paper_size_a4, NULL, &error);
  g_assert_no_error (error);
  contents = pages->document->contents;
  g_assert_cmpuint (contents->contents->len, >, 5);
  for (guint i = 0; i < pages->marks->len; i++)
    g_assert_cmpint (g_array_index (pages->marks, RfMark, i).kind, !=, RF_MARK_NUMBER);
  for (guint i = 0; i < contents->contents->len; i++)
    {
      const RfReportContentsEntry *entry = contents->contents->pdata[i];
      g_autofree char *target = g_strconcat ("#", entry->anchor, NULL);

      g_assert_true (rf_report_document_has_target (pages->document, target));
    }
}

/* With its charts, whatever else was drawn before in the same program. */
static void
test_same_bytes (void)
{
  g_autoptr (RfFindings) first = fixture_findings_new (4, fill, NULL);
  g_autoptr (RfFindings) second = fixture_findings_new (4, answer_second, NULL);
  g_autoptr (RfReportMaterial) material = rf_report_material_new ();
  g_autoptr (GError) error = NULL;
  GBytes *pages[2];
  GBytes *files[2];

  rf_report_material_add (material, first, NULL);
  rf_report_material_add (material, second, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (RfReportDocument) document = make (RF_REPORT_PORTFOLIO, material);

      pages[i] = rf_report_document_render_html (document, NULL, NULL, &error);
      g_assert_no_error (error);
      files[i] = rf_report_render_document (make (RF_REPORT_PORTFOLIO, material), NULL, NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_true (g_bytes_equal (pages[0], pages[1]));
  g_assert_true (g_bytes_equal (files[0], files[1]));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (pages[0], NULL), (gssize) g_bytes_get_size (pages[0]), "class=\"chart\""));
  for (guint i = 0; i < 2; i++)
    {
      g_bytes_unref (pages[i]);
      g_bytes_unref (files[i]);
    }
}

static RfReportDocument *
make_filled (guint n_lines)
{
  static const RfReportColumn columns[] = { { 0.5, FALSE, "Left" }, { 0.5, FALSE, "Right" } };
  RfReportDocument *document = rf_report_document_new ("Filled", &rf_default_rating_bands, RF_DAY_NONE);

  for (guint i = 0; i < n_lines; i++)
    rf_report_document_add_paragraph (document, rf_report_text_new (RF_ROLE_SMALL, "A line."));
  rf_report_document_add_table (document, columns, G_N_ELEMENTS (columns), TRUE, TRUE);
  rf_report_document_begin_row (document, NULL);
  rf_report_document_begin_cell (document);
  for (guint i = 0; i < 12; i++)
    rf_report_document_add_cell_text (document, rf_report_text_new (RF_ROLE_BODY, "A tall row."));
  rf_report_document_add_cell (document, RF_ROLE_BODY, "Short");
  return document;
}

/* Wherever on the page a table begins, its header has a row below it. */
static void
test_header_stays_with_its_row (void)
{
  for (guint n_lines = 20; n_lines < 60; n_lines++)
    {
      g_autoptr (RfReportPages) pages = rf_report_pages_new (make_filled (n_lines), rf_report_fonts_new (NULL, NULL), &rf_paper_size_a4, NULL, NULL);

      for (guint page = 0; page < rf_report_pages_get_n (pages); page++)
        {
          guint end = page + 1 < pages->starts->len ? g_array_index (pages->starts, guint, page + 1) : pages->marks->len;
          gboolean has_header = FALSE;
          gboolean has_cell = FALSE;

          for (guint i = g_array_index (pages->starts, guint, page); i < end; i++)
            {
              const RfMark *mark = &g_array_index (pages->marks, RfMark, i);

              has_header |= mark->kind == RF_MARK_BEGIN && g_str_equal (mark->name, "TH");
              has_cell |= mark->kind == RF_MARK_BEGIN && g_str_equal (mark->name, "TD");
            }
          g_assert_cmpint (has_header, ==, has_cell);
        }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/kinds/non-attributable", test_non_attributable);
  g_test_add_func ("/report/kinds/board", test_board);
  g_test_add_func ("/report/kinds/changes", test_changes);
  g_test_add_func ("/report/kinds/comparison", test_comparison);
  g_test_add_func ("/report/kinds/one-at-a-time", test_different_questionnaires);
  g_test_add_func ("/report/kinds/contents", test_contents);
  g_test_add_func ("/report/kinds/same-bytes", test_same_bytes);
  g_test_add_func ("/report/kinds/header-stays-with-its-row", test_header_stays_with_its_row);
  return g_test_run ();
}
