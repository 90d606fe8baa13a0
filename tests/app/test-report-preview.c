// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "report-fixture.h"
#include "rf-fit.h"
#include "rf-jobs.h"
#include "rf-report-jobs.h"
#include "rf-report-order.h"
#include "rf-report-pages.h"
#include "rf-report-preview.h"

#include <glib/gstdio.h>

#define OFFERING "nordlicht-api"

static RfWorkspaceClient *
open_sample (void)
{
  RfWorkspaceClient *client = rf_workspace_client_new ();

  rf_workspace_client_run_async (client, rf_job_open_sample, (gpointer) "preview", NULL, (GDestroyNotify) rf_portfolio_free, NULL, NULL, NULL);
  return client;
}

typedef struct
{
  gboolean done;
  RfReportMaterial *material;
} Prepared;

static void
prepared_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  Prepared *prepared = user_data;
  g_autoptr (GError) error = NULL;

  prepared->material = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  g_assert_no_error (error);
  prepared->done = TRUE;
}

/* As many as the report has when it is made without a window. */
static guint
count_pages (RfWorkspaceClient *client,
             const char *offering,
             RfReportKind kind,
             RfPaper paper)
{
  RfReportOptions options = { .kind = kind, .paper = paper };
  g_autoptr (RfReportPages) pages = NULL;
  Prepared prepared = { 0 };

  rf_workspace_client_run_async (client, rf_job_prepare_report, rf_report_scope_new (offering, kind == RF_REPORT_COMPARISON), (GDestroyNotify) rf_report_scope_free, NULL, NULL, prepared_cb, &prepared);
  while (!prepared.done)
    g_main_context_iteration (NULL, TRUE);
  pages = rf_report_pages_new (rf_report_document_new_from_material (prepared.material, &options, NULL),
                               rf_report_fonts_new (NULL, NULL),
                               paper == RF_PAPER_LETTER ? &rf_paper_size_letter : &rf_paper_size_a4,
                               NULL,
                               NULL);
  rf_report_material_unref (prepared.material);
  return rf_report_pages_get_n (pages);
}

/* A layout is ready when the window says so, and no timer guesses when that is. */
static void
wait_for_pages (RfReportPreview *preview,
                guint n)
{
  while (rf_report_preview_get_n_pages (preview) != n)
    g_main_context_iteration (NULL, TRUE);
}

static GtkDropDown *
find_drop_down (RfReportPreview *preview,
                const char *name)
{
  return GTK_DROP_DOWN (gtk_widget_get_template_child (GTK_WIDGET (preview), RF_TYPE_REPORT_PREVIEW, name));
}

static void
close_and_check (RfReportPreview *preview)
{
  gpointer watched = preview;

  g_object_add_weak_pointer (G_OBJECT (preview), &watched);
  gtk_window_destroy (GTK_WINDOW (preview));
  while (g_main_context_pending (NULL) || watched)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (watched);
}

static void
test_pages (void)
{
  g_autoptr (RfWorkspaceClient) client = open_sample ();
  guint full = count_pages (client, OFFERING, RF_REPORT_FULL, RF_PAPER_A4);
  guint board = count_pages (client, OFFERING, RF_REPORT_BOARD, RF_PAPER_A4);
  guint letter = count_pages (client, OFFERING, RF_REPORT_FULL, RF_PAPER_LETTER);
  RfReportPreview *preview = RF_REPORT_PREVIEW (rf_report_preview_new (NULL, client, OFFERING));

  g_assert_cmpuint (full, >, board);
  gtk_window_present (GTK_WINDOW (preview));
  wait_for_pages (preview, full);
  gtk_drop_down_set_selected (find_drop_down (preview, "kind"), 1);
  wait_for_pages (preview, board);
  gtk_drop_down_set_selected (find_drop_down (preview, "kind"), 0);
  gtk_drop_down_set_selected (find_drop_down (preview, "paper"), 1);
  wait_for_pages (preview, letter);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-in", NULL);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-normal", NULL);
  close_and_check (preview);
  rf_workspace_client_close (client);
}

/* What the pages of a report say is in tests/cli/story.test; here, that the choice reaches those who write it. */
static RfReportMaterial *
gather (RfWorkspaceClient *client,
        RfReportScope *scope)
{
  Prepared prepared = { 0 };

  rf_workspace_client_run_async (client, rf_job_prepare_report, scope, (GDestroyNotify) rf_report_scope_free, NULL, NULL, prepared_cb, &prepared);
  while (!prepared.done)
    g_main_context_iteration (NULL, TRUE);
  return prepared.material;
}

static void
test_scope (void)
{
  g_autoptr (RfWorkspaceClient) client = open_sample ();
  RfReportScope *scope = rf_report_scope_new (OFFERING, FALSE);
  g_autoptr (RfReportMaterial) usual = gather (client, rf_report_scope_new (OFFERING, FALSE));
  g_autoptr (RfReportMaterial) chosen = NULL;
  const RfFindings *findings;
  RfDay day;

  scope->use_case = g_strdup ("contract-search");
  scope->acceptable = RF_RATING_MODERATE;
  g_assert_true (rf_day_from_string ("2027-12-01", &day));
  scope->as_of = day;
  chosen = gather (client, scope);
  findings = ((const RfReportSubject *) g_ptr_array_index (chosen->subjects, 0))->findings;
  g_assert_cmpstr (findings->use_case->id, ==, "contract-search");
  g_assert_cmpuint (findings->use_cases->len, ==, 1);
  g_assert_cmpint (findings->as_of, ==, day);
  g_assert_cmpint (chosen->today, ==, RF_DAY_NONE);
  g_assert_cmpint (chosen->acceptable, ==, RF_RATING_MODERATE);
  g_assert_cmpint (usual->acceptable, ==, RF_FIT_DEFAULT_ACCEPTABLE);
  g_assert_cmpuint (((const RfReportSubject *) g_ptr_array_index (usual->subjects, 0))->findings->use_cases->len, ==, 4);
  rf_workspace_client_close (client);
}

/* Each choice lays the report out anew; what is no day is marked, and the pages stay. */
static void
test_choices_of_scope (void)
{
  g_autoptr (RfWorkspaceClient) client = open_sample ();
  guint full = count_pages (client, OFFERING, RF_REPORT_FULL, RF_PAPER_A4);
  RfReportPreview *preview = RF_REPORT_PREVIEW (rf_report_preview_new (NULL, client, OFFERING));
  GtkWidget *as_of = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (preview), RF_TYPE_REPORT_PREVIEW, "as_of"));
  GtkStack *stack = GTK_STACK (gtk_widget_get_template_child (GTK_WIDGET (preview), RF_TYPE_REPORT_PREVIEW, "stack"));

  gtk_window_present (GTK_WINDOW (preview));
  wait_for_pages (preview, full);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (find_drop_down (preview, "use_case"))), ==, 5);
  gtk_drop_down_set_selected (find_drop_down (preview, "use_case"), 2);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "waiting");
  while (!g_str_equal (gtk_stack_get_visible_child_name (stack), "pages"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (find_drop_down (preview, "use_case"))), ==, 5);
  gtk_editable_set_text (GTK_EDITABLE (as_of), "2027-12");
  g_assert_true (gtk_widget_has_css_class (as_of, "error"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "pages");
  gtk_editable_set_text (GTK_EDITABLE (as_of), "2027-12-01");
  g_assert_false (gtk_widget_has_css_class (as_of, "error"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "waiting");
  while (!g_str_equal (gtk_stack_get_visible_child_name (stack), "pages"))
    g_main_context_iteration (NULL, TRUE);
  close_and_check (preview);
  rf_workspace_client_close (client);
}

/* From one offering to all of them the material is gathered anew. */
static void
test_portfolio (void)
{
  g_autoptr (RfWorkspaceClient) client = open_sample ();
  guint comparison = count_pages (client, NULL, RF_REPORT_COMPARISON, RF_PAPER_A4);
  guint portfolio = count_pages (client, NULL, RF_REPORT_PORTFOLIO, RF_PAPER_A4);
  RfReportPreview *preview = RF_REPORT_PREVIEW (rf_report_preview_new (NULL, client, OFFERING));

  g_assert_cmpuint (comparison, !=, portfolio);
  gtk_window_present (GTK_WINDOW (preview));
  gtk_drop_down_set_selected (find_drop_down (preview, "kind"), 3);
  wait_for_pages (preview, comparison);
  close_and_check (preview);
  preview = RF_REPORT_PREVIEW (rf_report_preview_new (NULL, client, NULL));
  gtk_window_present (GTK_WINDOW (preview));
  wait_for_pages (preview, portfolio);
  close_and_check (preview);
  rf_workspace_client_close (client);
}

static const char *
get_visible (RfReportPreview *preview)
{
  GtkStack *stack = GTK_STACK (gtk_widget_get_template_child (GTK_WIDGET (preview), RF_TYPE_REPORT_PREVIEW, "stack"));

  return gtk_stack_get_visible_child_name (stack);
}

static void
test_no_such_offering (void)
{
  g_autoptr (RfWorkspaceClient) client = open_sample ();
  RfReportPreview *preview = RF_REPORT_PREVIEW (rf_report_preview_new (NULL, client, "nobody"));

  gtk_window_present (GTK_WINDOW (preview));
  while (!g_str_equal (get_visible (preview), "problem"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rf_report_preview_get_n_pages (preview), ==, 0);
  close_and_check (preview);
  rf_workspace_client_close (client);
}

/* On a phone the whole width of a page is seen at first. */
static void
test_narrow (void)
{
  g_autoptr (RfWorkspaceClient) client = open_sample ();
  RfReportPreview *preview = RF_REPORT_PREVIEW (rf_report_preview_new (NULL, client, OFFERING));
  double zoom;

  gtk_window_set_default_size (GTK_WINDOW (preview), 360, 640);
  gtk_window_present (GTK_WINDOW (preview));
  while (rf_report_preview_get_n_pages (preview) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_object_get (preview, "zoom", &zoom, NULL);
  g_assert_cmpfloat (zoom * 595 * 96 / 72, <=, 360);
  g_assert_cmpfloat (zoom * 595 * 96 / 72, >, 300);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-normal", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (preview));
  g_object_get (preview, "zoom", &zoom, NULL);
  g_assert_cmpfloat (zoom, ==, 1);
  close_and_check (preview);
  rf_workspace_client_close (client);
}

/* Closed while the pages are still being laid out. */
static void
test_closed_early (void)
{
  g_autoptr (RfWorkspaceClient) client = open_sample ();
  RfReportPreview *preview = RF_REPORT_PREVIEW (rf_report_preview_new (NULL, client, OFFERING));

  gtk_window_present (GTK_WINDOW (preview));
  close_and_check (preview);
  rf_workspace_client_close (client);
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  char **words = user_data;
  g_autoptr (GError) error = NULL;

  *words = rf_report_order_write_finish (result, &error);
  if (*words == NULL)
    *words = g_strdup (error->message);
}

static char *
write_order (RfReportMaterial *material,
             RfReportForm form,
             const char *path,
             GCancellable *cancellable)
{
  char *words = NULL;

  rf_report_order_write_async (rf_report_order_new_from_settings (material, RF_REPORT_FULL), form, path, NULL, cancellable, written_cb, &words);
  while (words == NULL)
    g_main_context_iteration (NULL, TRUE);
  return words;
}

static void
test_written (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rf-report-XXXXXX", NULL);
  g_autofree char *pdf = g_build_filename (folder, "report.pdf", NULL);
  g_autofree char *html = g_build_filename (folder, "report.html", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no-such-folder", "report.pdf", NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (RfReportMaterial) material = rf_report_material_new ();
  g_autoptr (RfFindings) findings = fixture_findings_new (40, NULL, NULL);
  const struct
  {
    RfReportForm form;
    const char *path;
    const char *says;
    gboolean is_there;
  } rows[] = {
    { RF_REPORT_AS_PDF, pdf, "“report.pdf” is written", TRUE },
    { RF_REPORT_AS_HTML, html, "“report.html” is written", TRUE },
    { RF_REPORT_AS_PDF, nowhere, "no-such-folder", FALSE },
  };

  rf_report_material_add (material, findings, NULL);
  g_cancellable_cancel (cancelled);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *gone = write_order (material, rows[i].form, rows[i].path, cancelled);
      g_autofree char *words = NULL;

      g_assert_false (g_file_test (rows[i].path, G_FILE_TEST_EXISTS));
      words = write_order (material, rows[i].form, rows[i].path, NULL);
      g_assert_nonnull (strstr (words, rows[i].says));
      g_assert_cmpint (g_file_test (rows[i].path, G_FILE_TEST_EXISTS), ==, rows[i].is_there);
      g_unlink (rows[i].path);
    }
  g_rmdir (folder);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/preview/pages", test_pages);
  g_test_add_func ("/app/preview/portfolio", test_portfolio);
  g_test_add_func ("/app/preview/scope", test_scope);
  g_test_add_func ("/app/preview/choices-of-scope", test_choices_of_scope);
  g_test_add_func ("/app/preview/no-such-offering", test_no_such_offering);
  g_test_add_func ("/app/preview/closed-early", test_closed_early);
  g_test_add_func ("/app/preview/narrow", test_narrow);
  g_test_add_func ("/app/report/written", test_written);
  return g_test_run ();
}
