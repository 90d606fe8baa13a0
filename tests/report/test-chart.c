// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "report-fixture.h"
#include "rf-report-fonts.h"

#include <math.h>
#include <string.h>

#define MARGIN 40

typedef struct
{
  const char *name;
  RfChartKind kind;
  guint n_rows;
  const char *label;
  const char *says;
} Row;

#define LONG "An offering whose name is so long that it goes over several lines wherever it is printed, https://example.com/with/a/very/long/address/that/has/no/space"

static const Row rows[] = {
  { "ranges-none", RF_CHART_RANGES, 0, "A", "The finding." },
  { "ranges-one", RF_CHART_RANGES, 1, "A", "A: Risk between 12 and 48 of 100" },
  { "ranges-many", RF_CHART_RANGES, 50, LONG, "Not assessed: there is no range." },
  { "matrix-none", RF_CHART_MATRIX, 0, "A", "The finding." },
  { "matrix-one", RF_CHART_MATRIX, 1, "A", "A: First low; Second not known." },
  { "matrix-many", RF_CHART_MATRIX, 50, LONG, "First low" },
  { "shares-one", RF_CHART_SHARES, 1, "A", "A: 68 %." },
  { "shares-many", RF_CHART_SHARES, 50, LONG, "no number" },
  { "net-scores-one", RF_CHART_NET_SCORES, 1, "A", "A: 68 %." },
  { "net-scores-many", RF_CHART_NET_SCORES, 50, LONG, "no number" },
  { "ranks-one", RF_CHART_RANKS, 1, "A", "A: rank 1: 75 %, rank 2: 25 %." },
  { "ranks-many", RF_CHART_RANKS, 50, LONG, "rank 2: 25 %" },
  { "hebrew", RF_CHART_RANGES, 3, "ספק של בינה מלאכותית", "Risk between" },
};

/* Every second row has nothing to show. */
static RfChart *
make_chart (const Row *row)
{
  static const RfFigures figures = { 12.4, 47.1, 59.2, 20, 60 };
  RfChart *chart = rf_chart_new (row->kind, "The finding", "A source", &rf_default_rating_bands);

  rf_chart_add_column (chart, "First");
  rf_chart_add_column (chart, "Second");
  for (guint i = 0; i < row->n_rows; i++)
    {
      rf_chart_begin_row (chart, row->label, i % 3 == 0 ? "A note" : NULL);
      if (i % 2 == 0)
        {
          rf_chart_set_figures (chart, &figures);
          rf_chart_set_value (chart, i % 4 == 0 ? 68 : -35, 60, 75, "68 %");
        }
      rf_chart_add_share (chart, 0.75);
      rf_chart_add_share (chart, 0.25);
      rf_chart_add_cell (chart, "low", RF_RATING_LOW);
      rf_chart_add_cell (chart, "not known", -1);
    }
  return chart;
}

static gboolean
is_paper (cairo_surface_t *surface,
          int x,
          int y)
{
  const guint32 *line = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));

  return line[x] == 0xFFFFFFFF;
}

/* Counts what is drawn inside the box that was measured, and outside it. */
static void
count (cairo_surface_t *surface,
       int width,
       int height,
       guint *inside,
       guint *outside)
{
  for (int y = 0; y < height + 2 * MARGIN; y++)
    for (int x = 0; x < width + 2 * MARGIN; x++)
      {
        gboolean in_box = x >= MARGIN - 1 && x <= MARGIN + width + 1 && y >= MARGIN - 1 && y <= MARGIN + height + 1;

        if (!is_paper (surface, x, y))
          *(in_box ? inside : outside) += 1;
      }
}

static void
draw_and_count (const RfChart *chart,
                PangoDirection direction,
                double width)
{
  g_autoptr (RfReportFonts) fonts = rf_report_fonts_new (NULL, NULL);
  RfChartStyle style;
  cairo_surface_t *surface;
  cairo_t *cr;
  double height;
  guint inside = 0, outside = 0;

  rf_report_fonts_prepare_for_drawings (fonts, "en");
  pango_context_set_base_dir (rf_report_fonts_get_context (fonts), direction);
  rf_report_fonts_init_chart_style (fonts, &style);
  height = rf_chart_draw (chart, NULL, &style, width);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width + 2 * MARGIN, (int) ceil (height) + 2 * MARGIN);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  g_assert_cmpfloat (rf_chart_draw (chart, cr, &style, width), ==, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  count (surface, (int) width, (int) ceil (height), &inside, &outside);
  g_assert_cmpuint (outside, ==, 0);
  g_assert_cmpint (inside > 0, ==, chart->rows->len > 0 || chart->kind == RF_CHART_MATRIX);
  cairo_surface_destroy (surface);
}

static void
test_kind (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RfChart) chart = make_chart (row);
  g_autofree char *description = rf_chart_dup_description (chart);

  if (strstr (description, row->says) == NULL)
    g_error ("the chart does not say “%s” but: %s", row->says, description);
  draw_and_count (chart, PANGO_DIRECTION_LTR, 500);
  draw_and_count (chart, PANGO_DIRECTION_RTL, 500);
  draw_and_count (chart, PANGO_DIRECTION_LTR, 260);
  /* narrow enough to have its labels above its bars */
  draw_and_count (chart, PANGO_DIRECTION_RTL, 200);
}

/* What can be pressed lies where it is drawn, and nothing lies on something else. */
static void
check_areas (PangoDirection direction)
{
  static const Row row = { "matrix", RF_CHART_MATRIX, 7, LONG, "" };
  const double width = 500;
  g_autoptr (RfChart) chart = make_chart (&row);
  g_autoptr (RfReportFonts) fonts = rf_report_fonts_new (NULL, NULL);
  g_autoptr (GArray) areas = NULL;
  RfChartStyle style;

  rf_report_fonts_prepare_for_drawings (fonts, "en");
  pango_context_set_base_dir (rf_report_fonts_get_context (fonts), direction);
  rf_report_fonts_init_chart_style (fonts, &style);
  areas = rf_chart_find_areas (chart, &style, width);
  g_assert_cmpuint (areas->len, ==, 14);
  for (guint i = 0; i < areas->len; i++)
    {
      const RfChartArea *area = &g_array_index (areas, RfChartArea, i);
      const RfChartArea *next = &g_array_index (areas, RfChartArea, MIN (i + 1, areas->len - 1));

      g_assert_cmpuint (area->row, ==, i / 2);
      g_assert_cmpuint (area->column, ==, i % 2);
      g_assert_true (area->x >= 0 && area->x + area->width <= width && area->width > 0 && area->height > 0);
      g_assert_cmpfloat (area->y + area->height, <=, rf_chart_draw (chart, NULL, &style, width));
      if (area->column == 0)
        g_assert_true (direction == PANGO_DIRECTION_RTL ? next->x + next->width <= area->x : area->x + area->width <= next->x);
      else if (next != area)
        g_assert_cmpfloat (area->y + area->height, <=, next->y);
    }
}

static void
test_areas (void)
{
  static const Row bars = { "shares", RF_CHART_SHARES, 3, "A", "" };
  g_autoptr (RfChart) chart = make_chart (&bars);
  g_autoptr (RfReportFonts) fonts = rf_report_fonts_new (NULL, NULL);
  g_autoptr (GArray) none = NULL;
  RfChartStyle style;

  check_areas (PANGO_DIRECTION_LTR);
  check_areas (PANGO_DIRECTION_RTL);
  rf_report_fonts_prepare_for_drawings (fonts, "en");
  rf_report_fonts_init_chart_style (fonts, &style);
  none = rf_chart_find_areas (chart, &style, 500);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_cell_in_words (void)
{
  static const Row row = { "matrix", RF_CHART_MATRIX, 2, "A", "" };
  g_autoptr (RfChart) chart = make_chart (&row);
  g_autofree char *words = NULL;

  rf_chart_begin_row (chart, "Last", NULL);
  rf_chart_add_cell (chart, "12–48\nLow to Medium", RF_RATING_LOW);
  words = rf_chart_dup_cell_description (chart, 2, 0);
  g_assert_cmpstr (words, ==, "Last, First: 12–48 Low to Medium");
}

static void
count_text_cb (cairo_surface_t *observer,
               cairo_surface_t *target,
               void *user_data)
{
  guint *n = user_data;

  *n += 1;
}

/* A text that is set twice is bolder than its neighbours, and read twice by whoever extracts it. */
static void
test_texts_are_set_once (gconstpointer data)
{
  Row row = { "once", (RfChartKind) GPOINTER_TO_INT (data), 1, "A", "" };
  g_autoptr (RfChart) chart = make_chart (&row);
  g_autoptr (RfReportFonts) fonts = rf_report_fonts_new (NULL, NULL);
  cairo_surface_t *target = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 500, 100);
  cairo_surface_t *observer = cairo_surface_create_observer (target, CAIRO_SURFACE_OBSERVER_NORMAL);
  cairo_t *cr = cairo_create (observer);
  RfChartStyle style;
  guint n = 0;

  cairo_surface_observer_add_glyphs_callback (observer, count_text_cb, &n);
  rf_report_fonts_prepare_for_drawings (fonts, "en");
  rf_report_fonts_init_chart_style (fonts, &style);
  rf_chart_draw (chart, cr, &style, 500);
  g_assert_cmpuint (n, ==, 3); /* its label, its note and its value */
  cairo_destroy (cr);
  cairo_surface_destroy (observer);
  cairo_surface_destroy (target);
}

static void
test_missing_glyphs_are_named (void)
{
  static const Row row = { "private", RF_CHART_RANGES, 1, "Private \xEE\x80\x81 use", "" };
  g_autoptr (RfReportFonts) fonts = rf_report_fonts_new (NULL, NULL);
  g_autoptr (RfReportDocument) document = rf_report_document_new ("T", &rf_default_rating_bands, RF_DAY_NONE);
  g_auto (GStrv) missing = NULL;
  RfChart *chart = make_chart (&row);

  rf_report_document_add_chart (document, chart);
  rf_report_fonts_prepare (fonts, document);
  missing = rf_report_fonts_dup_missing (fonts);
  g_assert_cmpstr (missing[0], ==, "U+E001");
  g_assert_cmpstr (((const RfChartRow *) chart->rows->pdata[0])->label, ==, "Private [U+E001] use");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/chart/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_kind);
    }
  g_test_add_data_func ("/report/chart/once/ranges", GINT_TO_POINTER (RF_CHART_RANGES), test_texts_are_set_once);
  g_test_add_data_func ("/report/chart/once/shares", GINT_TO_POINTER (RF_CHART_SHARES), test_texts_are_set_once);
  g_test_add_func ("/report/chart/areas", test_areas);
  g_test_add_func ("/report/chart/cell-in-words", test_cell_in_words);
  g_test_add_func ("/report/chart/missing-glyphs", test_missing_glyphs_are_named);
  return g_test_run ();
}
