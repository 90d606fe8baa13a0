// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <math.h>
#include <string.h>

#include "report-fixture.h"
#include "rf-error.h"

static RfReportPages *
lay_out (RfReportDocument *document)
{
  g_autoptr (GError) error = NULL;
  RfReportFonts *fonts = rf_report_fonts_new (NULL, &error);
  RfReportPages *pages;

  g_assert_no_error (error);
  pages = rf_report_pages_new (document, fonts, &rf_paper_size_a4, NULL, &error);
  g_assert_no_error (error);
  return pages;
}

static guint
get_page_end (const RfReportPages *pages,
              guint page)
{
  return page + 1 < pages->starts->len ? g_array_index (pages->starts, guint, page + 1) : pages->marks->len;
}

static const char *
get_last_element (const RfReportPages *pages,
                  guint page)
{
  for (guint i = get_page_end (pages, page); i > g_array_index (pages->starts, guint, page); i--)
    {
      const RfMark *mark = &g_array_index (pages->marks, RfMark, i - 1);

      if (mark->kind == RF_MARK_BEGIN)
        return mark->name;
    }
  return "";
}

/* Whatever stands above, a heading is never the last thing on a page. */
static void
test_no_orphaned_heading (void)
{
  for (guint n = 0; n < 60; n++)
    {
      RfReportDocument *document = rf_report_document_new ("Headings", &rf_default_rating_bands, 738000);
      g_autoptr (RfReportPages) pages = NULL;

      for (guint i = 0; i < n; i++)
        rf_report_document_add_paragraph (document, rf_report_text_new (RF_ROLE_BODY, "A line."));
      rf_report_document_add_heading (document, 1, NULL, "Chapter");
      rf_report_document_add_heading (document, 2, NULL, "Section");
      rf_report_document_add_paragraph (document, rf_report_text_new (RF_ROLE_BODY, "What it says."));
      pages = lay_out (document);
      for (guint i = 0; i < rf_report_pages_get_n (pages); i++)
        {
          g_assert_cmpstr (get_last_element (pages, i), !=, "H1");
          g_assert_cmpstr (get_last_element (pages, i), !=, "H2");
        }
    }
}

static RfReportDocument *
create_table (guint n_rows)
{
  static const RfReportColumn columns[] = { { 0.2, FALSE, "No." }, { 0.8, FALSE, "Text" } };
  RfReportDocument *document = rf_report_document_new ("Table", &rf_default_rating_bands, 738000);

  rf_report_document_add_table (document, columns, G_N_ELEMENTS (columns), TRUE, FALSE);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      rf_report_document_begin_row (document, NULL);
      rf_report_document_add_cell (document, RF_ROLE_NUMBER, number);
      rf_report_document_add_cell (document, RF_ROLE_BODY, "One\ntwo\nthree\nfour");
    }
  return document;
}

/* Every page of a table begins with its titles, and no row that fits on a page is split. */
static void
test_table_over_pages (void)
{
  g_autoptr (RfReportPages) pages = lay_out (create_table (60));
  guint n_rows = 0;

  g_assert_cmpuint (rf_report_pages_get_n (pages), >, 3);
  for (guint page = 0; page < rf_report_pages_get_n (pages); page++)
    {
      guint n_titles = 0;

      for (guint i = g_array_index (pages->starts, guint, page); i < get_page_end (pages, page); i++)
        {
          const RfMark *mark = &g_array_index (pages->marks, RfMark, i);

          n_titles += mark->kind == RF_MARK_BEGIN && g_str_equal (mark->name, "TH");
          n_rows += mark->kind == RF_MARK_BEGIN && g_str_equal (mark->name, "TR");
        }
      g_assert_cmpuint (n_titles, ==, 2);
    }
  g_assert_cmpuint (n_rows, ==, 60 + rf_report_pages_get_n (pages));
}

/* Nothing lies outside of the paper's margins. */
static void
test_marks_lie_on_the_page (void)
{
  g_autoptr (RfReportPages) pages = lay_out (create_table (60));

  for (guint i = 0; i < pages->marks->len; i++)
    {
      const RfMark *mark = &g_array_index (pages->marks, RfMark, i);

      if (mark->kind != RF_MARK_LINE)
        continue;
      g_assert_cmpfloat (mark->x, >=, 50);
      g_assert_cmpfloat (mark->y, >=, 60);
      g_assert_cmpfloat (mark->y + rf_report_lines_get (pages->lines, mark->index)->height, <=, rf_paper_size_a4.height - 60);
    }
}

/* The same marks in the same order, each box as far from the right as it was from the left. */
static void
test_from_the_right (void)
{
  RfReportDocument *arabic = create_table (20);
  g_autoptr (RfReportPages) english_pages = lay_out (create_table (20));
  g_autoptr (RfReportPages) arabic_pages = NULL;
  guint n_lines = 0;

  g_free (arabic->language);
  arabic->language = g_strdup ("ar");
  arabic_pages = lay_out (arabic);
  g_assert_cmpuint (arabic_pages->marks->len, ==, english_pages->marks->len);
  for (guint i = 0; i < english_pages->marks->len; i++)
    {
      const RfMark *mark = &g_array_index (english_pages->marks, RfMark, i);
      const RfMark *mirrored = &g_array_index (arabic_pages->marks, RfMark, i);
      double width;

      if (mark->kind != RF_MARK_LINE && mark->kind != RF_MARK_RULE)
        continue;
      width = mark->kind == RF_MARK_LINE ? rf_report_lines_get (english_pages->lines, mark->index)->width : mark->width;
      n_lines += mark->kind == RF_MARK_LINE;
      g_assert_cmpfloat_with_epsilon (mirrored->x + width, rf_paper_size_a4.width - mark->x, 0.01);
      g_assert_cmpfloat_with_epsilon (mirrored->y, mark->y, 0.01);
    }
  g_assert_cmpuint (n_lines, >, 20);
}

/* A page that holds what it should ends there; one that has run over is filled. */
static void
test_lenient_break (void)
{
  static const struct
  {
    guint n_lines;
    guint n_pages;
  } rows[] = { { 1, 2 }, { 20, 2 }, { 60, 2 }, { 120, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RfReportDocument *document = rf_report_document_new ("Break", &rf_default_rating_bands, 738000);
      g_autoptr (RfReportPages) pages = NULL;

      for (guint n = 0; n < rows[i].n_lines; n++)
        rf_report_document_add_paragraph (document, rf_report_text_new (RF_ROLE_BODY, "A line."));
      rf_report_document_add_lenient_page_break (document);
      rf_report_document_add_heading (document, 2, NULL, "What follows");
      pages = lay_out (document);
      g_test_message ("%u lines", rows[i].n_lines);
      g_assert_cmpuint (rf_report_pages_get_n (pages), ==, rows[i].n_pages);
    }
}

static double
measure (const char *string)
{
  RfReportDocument *document = rf_report_document_new ("Heights", &rf_default_rating_bands, 738000);
  g_autoptr (RfReportPages) pages = NULL;

  g_free (document->language);
  document->language = g_strdup ("ar");
  rf_report_document_add_paragraph (document, rf_report_text_new (RF_ROLE_BODY, string));
  pages = lay_out (document);
  for (guint i = pages->marks->len; i > 0; i--)
    {
      const RfMark *mark = &g_array_index (pages->marks, RfMark, i - 1);

      if (mark->kind == RF_MARK_LINE)
        return rf_report_lines_get (pages->lines, mark->index)->height;
    }
  g_assert_not_reached ();
}

/* The fonts of other scripts ask for lines up to twice as tall. */
static void
test_lines_of_all_scripts (void)
{
  double latin = measure ("Encryption");

  g_assert_cmpfloat (latin, >, 5);
  g_assert_cmpfloat (measure ("التشفير"), <=, latin * 1.11);
  g_assert_cmpfloat (measure ("暗号化"), <=, latin * 1.11);
}

/* A part that runs from the left is a unit of its own among those that run from the right, and no other is. */
static void
test_isolate (void)
{
  g_autoptr (RfReportText) text = rf_report_text_new (RF_ROLE_STRONG, "لماذا: ");
  g_autoptr (RfReportText) english = rf_report_text_new (RF_ROLE_STRONG, "Why: ");
  const RfReportSpan *span;

  rf_report_text_append (text, RF_ROLE_BODY, " It is hosted here. ");
  rf_report_text_append (text, RF_ROLE_BODY, "نعم.");
  rf_report_text_isolate (text);
  g_assert_cmpstr (text->text->str, ==, "لماذا:  \u2068It is hosted here.\u2069 نعم.");
  span = &g_array_index (text->spans, RfReportSpan, 2);
  g_assert_cmpstr (text->text->str + span->start, ==, "نعم.");
  g_assert_cmpuint (span->length, ==, strlen ("نعم."));
  rf_report_text_append (english, RF_ROLE_BODY, "It is hosted here.");
  rf_report_text_isolate (english);
  g_assert_cmpstr (english->text->str, ==, "Why: It is hosted here.");
}

typedef struct
{
  const char *part;
  gboolean found;
} Search;

static void
search_text (RfReportText *text,
             gpointer user_data)
{
  Search *search = user_data;

  search->found = search->found || strstr (text->text->str, search->part) != NULL;
}

static gboolean
document_says (RfReportDocument *document,
               const char *part)
{
  Search search = { part, FALSE };

  rf_report_document_foreach_text (document, search_text, &search);
  return search.found;
}

static const RfReportOptions no_options;

static void
set_all_aside (RfRecord *record,
               gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    fixture_answer (record, i, RF_ANSWER_NOT_APPLICABLE)->reason = g_strdup ("The service has no such process.");
}

static void
test_not_assessed_is_said (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (3, set_all_aside, NULL);
  g_autoptr (RfReportDocument) document = rf_report_document_new_from_findings (findings, &no_options);

  g_assert_true (document_says (document, "Not assessed"));
  g_assert_true (document_says (document, "The service has no such process."));
}

static void
test_empty_record_is_provisional (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (3, NULL, NULL);
  g_autoptr (RfReportDocument) document = rf_report_document_new_from_findings (findings, &no_options);

  g_assert_true (document_says (document, "Provisional"));
  g_assert_true (document_says (document, "Very low to very high"));
}

static void
answer_fully (RfRecord *record,
              gconstpointer data)
{
  RfAnswer *answer = fixture_answer (record, 0, RF_ANSWER_ANSWERED);
  RfEvidence *evidence = rf_evidence_new ("e", "An attestation");

  answer->override_risk = 65;
  answer->override_reason = g_strdup ("The consent is bundled.");
  evidence->href = g_strdup ("https://example.com/attestation");
  evidence->expires = record->as_of - 1;
  g_ptr_array_add (record->evidence, evidence);
  g_ptr_array_add (answer->links, rf_evidence_link_new ("e", RF_GRADE_ATTESTATION, "page 4"));
  evidence = rf_evidence_new ("lasting", "A contract without an end");
  g_ptr_array_add (record->evidence, evidence);
  fixture_answer (record, 1, RF_ANSWER_REFUSED);
}

static void
test_answer_in_full (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (3, answer_fully, NULL);
  g_autoptr (RfReportDocument) document = rf_report_document_new_from_findings (findings, &no_options);
  static const char *const parts[] = {
    "Only with our consent",
    "The assessor set the risk to 65: The consent is bundled.",
    "An attestation, page 4, independent attestation, expired on 2026-10-31",
    "https://example.com/attestation",
    "Refused",
    "No expiry",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!document_says (document, parts[i]))
      g_error ("the report does not say “%s”", parts[i]);
  g_assert_true (rf_report_document_has_target (document, "#q0"));
  g_assert_false (rf_report_document_has_target (document, "#q9"));
}

static void
answer_best (RfRecord *record,
             gconstpointer data)
{
  RfAnswer *answer = fixture_answer (record, 0, RF_ANSWER_ANSWERED);

  g_free (answer->choices[0]);
  answer->choices[0] = g_strdup ("a");
  fixture_answer (record, 1, RF_ANSWER_ANSWERED)->note = g_strdup ("From before the gate was answered.");
}

static void
test_hidden_question_is_named (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (3, answer_best, NULL);
  g_autoptr (RfReportDocument) document = rf_report_document_new_from_findings (findings, &no_options);

  g_assert_true (document_says (document, "Not asked because of the answer to 1.1"));
  g_assert_true (document_says (document, "Earlier, and not counted: Answered"));
  g_assert_true (document_says (document, "From before the gate was answered."));
}

typedef struct
{
  const char *name;
  RfFigures figures;
  const char *description;
} BarRow;

static const BarRow bar_rows[] = {
  { "open", { 12.4, 47.1, 59.2, 20, 60 }, "Risk between 12 and 48 of 100, and up to 59.2 if claims that are not proven are doubted." },
  { "proven", { 12, 12, 12, 12, 100 }, "Risk between 12 and 12 of 100; doubting what is claimed would not raise it." },
  { "not-assessed", { NAN, NAN, NAN, NAN, NAN }, "Not assessed: there is no range." },
};

static void
test_bar_in_words (gconstpointer data)
{
  const BarRow *row = data;
  g_autofree char *description = rf_range_bar_describe (&row->figures, &rf_default_rating_bands);

  g_assert_cmpstr (description, ==, row->description);
}

/* What is drawn where: grey levels of the middle row of a bar 100 wide. */
static guchar
get_grey (cairo_surface_t *surface,
          int x)
{
  const guchar *pixel = cairo_image_surface_get_data (surface) + 5 * cairo_image_surface_get_stride (surface) + 4 * x;

  return (guchar) ((pixel[0] + pixel[1] + pixel[2]) / 3);
}

static void
test_bar_is_drawn_to_scale (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 10);
  cairo_t *cr = cairo_create (surface);
  RfFigures figures = { 30, 50, 70, 40, 50 };

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  rf_range_bar_draw (cr, &rf_range_bar_paper_style, &figures, &rf_default_rating_bands, 100, 10);
  cairo_surface_flush (surface);
  g_assert_cmpuint (get_grey (surface, 25), >, 200);
  g_assert_cmpuint (get_grey (surface, 32), <, 80);
  g_assert_cmpuint (get_grey (surface, 48), <, 80);
  g_assert_cmpuint (get_grey (surface, 75), >, 200);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/layout/no-orphaned-heading", test_no_orphaned_heading);
  g_test_add_func ("/report/layout/table-over-pages", test_table_over_pages);
  g_test_add_func ("/report/layout/marks-lie-on-the-page", test_marks_lie_on_the_page);
  g_test_add_func ("/report/layout/from-the-right", test_from_the_right);
  g_test_add_func ("/report/layout/lenient-break", test_lenient_break);
  g_test_add_func ("/report/layout/lines-of-all-scripts", test_lines_of_all_scripts);
  g_test_add_func ("/report/layout/isolate", test_isolate);
  g_test_add_func ("/report/content/not-assessed-is-said", test_not_assessed_is_said);
  g_test_add_func ("/report/content/empty-record-is-provisional", test_empty_record_is_provisional);
  g_test_add_func ("/report/content/answer-in-full", test_answer_in_full);
  g_test_add_func ("/report/content/hidden-question-is-named", test_hidden_question_is_named);
  g_test_add_func ("/report/range-bar/drawn-to-scale", test_bar_is_drawn_to_scale);
  for (guint i = 0; i < G_N_ELEMENTS (bar_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/range-bar/in-words/%s", bar_rows[i].name);

      g_test_add_data_func (path, &bar_rows[i], test_bar_in_words);
    }
  return g_test_run ();
}
