// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-chart-view.h"

#include <adwaita.h>
#include <math.h>

typedef struct
{
  GtkWidget *window;
  RfChartView *view;
  guint n_activated;
  guint row;
  guint column;
} Fixture;

static RfChart *
make_matrix (void)
{
  RfChart *chart = rf_chart_new (RF_CHART_MATRIX, "The finding", NULL, &rf_default_rating_bands);

  rf_chart_add_column (chart, "First");
  rf_chart_add_column (chart, "Second");
  for (int i = 0; i < 3; i++)
    {
      rf_chart_begin_row (chart, i == 0 ? "Privacy" : "Another section", NULL);
      rf_chart_add_cell (chart, "12–48\nLow to Medium", RF_RATING_LOW);
      rf_chart_add_cell (chart, "not known", -1);
    }
  return chart;
}

static RfChart *
make_bars (RfChartKind kind)
{
  static const RfFigures figures = { 12.4, 47.1, 59.2, 20, 60 };
  RfChart *chart = rf_chart_new (kind, "The finding", NULL, &rf_default_rating_bands);

  for (int i = 0; i < 4; i++)
    {
      rf_chart_begin_row (chart, "What holds others back, in so many words that a narrow chart must wrap them", "A note");
      rf_chart_set_figures (chart, &figures);
      rf_chart_set_value (chart, i == 0 ? NAN : 60, 55, 65, i == 0 ? NULL : "60 %");
      rf_chart_add_share (chart, 1);
    }
  return chart;
}

static void
activated_cb (RfChartView *view,
              guint row,
              guint column,
              gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_activated++;
  fixture->row = row;
  fixture->column = column;
}

static void
settle (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

/* A frame is drawn, so that everything has its place. */
static void
wait_for_size (GtkWidget *widget)
{
  while (gtk_widget_get_width (widget) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (RfChart) chart = make_matrix ();

  fixture->view = g_object_new (RF_TYPE_CHART_VIEW, "interactive", TRUE, NULL);
  rf_chart_view_show (fixture->view, chart);
  g_signal_connect (fixture->view, "activated", G_CALLBACK (activated_cb), fixture);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 300);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_size (GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gpointer watched = fixture->view;

  g_object_add_weak_pointer (watched, &watched);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (watched);
}

static gboolean
press (Fixture *fixture,
       guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  return handled;
}

static void
click (Fixture *fixture,
       double x,
       double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, x, y);
    }
}

static void
test_keys (Fixture *fixture,
           gconstpointer data)
{
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_assert_true (press (fixture, GDK_KEY_Right));
  g_assert_false (press (fixture, GDK_KEY_Right)); /* the edge */
  g_assert_true (press (fixture, GDK_KEY_Return));
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpuint (fixture->row, ==, 1);
  g_assert_cmpuint (fixture->column, ==, 1);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Another section, Second: not known");
}

static void
test_keys_right_to_left (Fixture *fixture,
                         gconstpointer data)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->view), GTK_TEXT_DIR_RTL);
  settle ();
  g_assert_false (press (fixture, GDK_KEY_Right));
  g_assert_true (press (fixture, GDK_KEY_Left));
  press (fixture, GDK_KEY_space);
  g_assert_cmpuint (fixture->row, ==, 0);
  g_assert_cmpuint (fixture->column, ==, 1);
}

static void
test_click (Fixture *fixture,
            gconstpointer data)
{
  click (fixture, 1, 1); /* the corner between rows and columns */
  g_assert_cmpuint (fixture->n_activated, ==, 0);
  click (fixture, gtk_widget_get_width (GTK_WIDGET (fixture->view)) - 10, 30);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpuint (fixture->row, ==, 0);
  g_assert_cmpuint (fixture->column, ==, 1);
}

/* New figures leave the cursor; a chart that has no such cell takes it back to the first. */
static void
test_cursor_survives (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (RfChart) again = make_matrix ();
  g_autoptr (RfChart) bars = make_bars (RF_CHART_SHARES);

  press (fixture, GDK_KEY_Down);
  rf_chart_view_show (fixture->view, again);
  gtk_widget_queue_resize (GTK_WIDGET (fixture->view));
  click (fixture, -5, -5);
  while (!press (fixture, GDK_KEY_Return))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->row, ==, 1);
  rf_chart_view_show (fixture->view, bars);
  rf_chart_view_show (fixture->view, NULL);
  settle ();
  g_assert_false (press (fixture, GDK_KEY_Return));
}

static void
test_measure (gconstpointer data)
{
  g_autoptr (RfChart) chart = make_bars (GPOINTER_TO_INT (data));
  RfChartView *view = RF_CHART_VIEW (g_object_ref_sink (rf_chart_view_new ()));
  int least, natural, narrow, wide;

  rf_chart_view_show (view, chart);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  g_assert_cmpint (least, <=, 330); /* has room in a window of 360 pixels */
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, least, &narrow, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, 1200, &wide, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >, wide);
  g_assert_cmpint (wide, >, 0);
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "The finding");
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (view)));
  g_assert_finalize_object (view);
}

static void
test_description (void)
{
  g_autoptr (RfChart) chart = make_matrix ();
  g_autofree char *words = rf_chart_dup_description (chart);
  RfChartView *view = RF_CHART_VIEW (g_object_ref_sink (rf_chart_view_new ()));

  rf_chart_view_show (view, chart);
  g_assert_true (rf_chart_view_get_chart (view) == chart);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
  rf_chart_view_show (view, NULL);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_finalize_object (view);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/app/chart-view/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/app/chart-view/keys-right-to-left", Fixture, NULL, set_up, test_keys_right_to_left, tear_down);
  g_test_add ("/app/chart-view/click", Fixture, NULL, set_up, test_click, tear_down);
  g_test_add ("/app/chart-view/cursor-survives", Fixture, NULL, set_up, test_cursor_survives, tear_down);
  g_test_add_data_func ("/app/chart-view/measure/ranges", GINT_TO_POINTER (RF_CHART_RANGES), test_measure);
  g_test_add_data_func ("/app/chart-view/measure/shares", GINT_TO_POINTER (RF_CHART_SHARES), test_measure);
  g_test_add_data_func ("/app/chart-view/measure/net-scores", GINT_TO_POINTER (RF_CHART_NET_SCORES), test_measure);
  g_test_add_data_func ("/app/chart-view/measure/ranks", GINT_TO_POINTER (RF_CHART_RANKS), test_measure);
  g_test_add_func ("/app/chart-view/description", test_description);
  return g_test_run ();
}
