// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "report-fixture.h"
#include "rf-report-pages.h"
#include "rf-report-preview.h"

static RfReportMaterial *
new_material (void)
{
  RfReportMaterial *material = rf_report_material_new ();
  g_autoptr (RfFindings) findings = fixture_findings_new (40, NULL, NULL);

  rf_report_material_add (material, findings, NULL);
  return material;
}

static guint
count_pages (RfReportMaterial *material,
             RfReportKind kind,
             RfPaper paper)
{
  RfReportOptions options = { .kind = kind, .paper = paper };
  g_autoptr (RfReportPages) pages = rf_report_pages_new (rf_report_document_new_from_material (material, &options, NULL),
                                                         rf_report_fonts_new (NULL, NULL),
                                                         paper == RF_PAPER_LETTER ? &rf_paper_size_letter : &rf_paper_size_a4,
                                                         NULL,
                                                         NULL);

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
  RfReportMaterial *material = new_material ();
  RfReportPreview *preview = RF_REPORT_PREVIEW (rf_report_preview_new (NULL, rf_report_material_ref (material)));
  guint full = count_pages (material, RF_REPORT_FULL, RF_PAPER_A4);
  guint board = count_pages (material, RF_REPORT_BOARD, RF_PAPER_A4);
  guint letter = count_pages (material, RF_REPORT_FULL, RF_PAPER_LETTER);

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
  rf_report_material_unref (material);
}

/* Closed while the pages are still being laid out. */
static void
test_closed_early (void)
{
  RfReportPreview *preview = RF_REPORT_PREVIEW (rf_report_preview_new (NULL, new_material ()));

  gtk_window_present (GTK_WINDOW (preview));
  close_and_check (preview);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/preview/pages", test_pages);
  g_test_add_func ("/app/preview/closed-early", test_closed_early);
  return g_test_run ();
}
