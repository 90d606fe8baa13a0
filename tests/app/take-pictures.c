// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Pictures of the window for a person to look at: every page and dialog in light, dark, narrow, right to
 * left and with large text. High contrast: the same with ADW_DEBUG_HIGH_CONTRAST=1.
 * take-pictures FOLDER
 * take-pictures --style=NAME FOLDER: of one kind, such as "narrow"
 * take-pictures --screenshots FOLDER: the few that the README and software centres show
 */

#include "config.h"

#include "rf-actions-page.h"
#include "rf-application.h"
#include "rf-barriers-group.h"
#include "rf-compare-page.h"
#include "rf-decision-dialog.h"
#include "rf-evidence-row.h"
#include "rf-language.h"
#include "rf-matrix-cell.h"
#include "rf-portfolio-page.h"
#include "rf-profiles-group.h"
#include "rf-question-card.h"
#include "rf-section-pane.h"
#include "rf-use-cases-page.h"
#include "rf-what-if-dialog.h"
#include "rf-what-if-entry.h"
#include "rf-window.h"

#include <locale.h>
#include <string.h>

#define SAMPLE_OFFERING "nordlicht-api"
#define SAMPLE_QUESTION "injection-defence"
#define QUIET_MICROSECONDS (400 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  const char *name;
  AdwColorScheme scheme;
  GtkTextDirection direction; /* or that of the language */
  int width;
  int height;
  int dots_per_inch;
} Style;

static const Style styles[] = {
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_NONE, 1180, 780, 96 },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK, GTK_TEXT_DIR_NONE, 1180, 780, 96 },
  { "narrow", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_NONE, 360, 720, 96 },
  { "large-text", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_NONE, 1180, 780, 144 },
  { "right-to-left", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_RTL, 1180, 780, 96 },
};

/* the pages of the overview */
static const char *const pages[] = { "portfolio", "use-cases", "compare", "actions", "benchmarks" };

static void
run_for (gint64 microseconds)
{
  gint64 end = g_get_monotonic_time () + microseconds;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static GskRenderNode *
dup_node (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable), gdk_paintable_get_intrinsic_height (paintable));
  return gtk_snapshot_to_node (snapshot);
}

static void
take (GtkWidget *window,
      const char *folder,
      const char *page,
      const char *style)
{
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = g_strdup_printf ("%s/%s-%s.png", folder, page, style);

  /* there is none while the window is being laid out */
  for (guint i = 0; i < 20 && node == NULL; i++)
    {
      run_for (QUIET_MICROSECONDS);
      node = dup_node (window);
    }
  if (node == NULL)
    g_error ("%s never comes to rest", path);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s cannot be written", path);
  g_print ("%s\n", path);
}

static GtkWidget *
find (GtkWidget *start,
      GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (start, type) ? start : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (start); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

/* Of the window that is open over @window, no wider than it. */
static void
take_dialog (GtkWidget *window,
             const char *folder,
             const char *page,
             const Style *style)
{
  GtkWindow *dialog = NULL;
  int width, height;

  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window) && gtk_widget_get_visible (GTK_WIDGET (toplevel)))
        dialog = toplevel;
    }
  if (dialog == NULL)
    g_error ("%s is not open", page);
  gtk_window_get_default_size (dialog, &width, &height);
  gtk_window_set_default_size (dialog, MIN (width, style->width), height);
  run_for (QUIET_MICROSECONDS);
  take (GTK_WIDGET (dialog), folder, page, style->name);
  gtk_window_destroy (dialog);
}

static void
take_dialog_of_action (GtkWidget *window,
                       const char *action,
                       const char *folder,
                       const char *page,
                       const Style *style)
{
  gtk_widget_activate_action (window, action, NULL);
  run_for (QUIET_MICROSECONDS);
  take_dialog (window, folder, page, style);
}

/* Of what the first widget of @type in @start opens. */
static void
take_dialog_of_first (GtkWidget *start,
                      GType type,
                      const char *folder,
                      const char *page,
                      const Style *style)
{
  gtk_widget_activate (find (start, type));
  run_for (QUIET_MICROSECONDS);
  take_dialog (GTK_WIDGET (gtk_widget_get_root (start)), folder, page, style);
}

static void
toggle (GtkWidget *widget,
        const char *child,
        gboolean active)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), child)), active);
}

/* What unfolds and what finds questions, in the assessment that is open. */
static void
take_answering (GtkWidget *window,
                const char *folder,
                const Style *style)
{
  GtkWidget *pane = find (window, RF_TYPE_SECTION_PANE);
  GObject *entry = gtk_widget_get_template_child (pane, RF_TYPE_SECTION_PANE, "search_entry");
  GObject *filter = gtk_widget_get_template_child (pane, RF_TYPE_SECTION_PANE, "filter_drop_down");
  GtkWidget *card;

  gtk_widget_activate_action (window, "win.open-question", "(ss)", SAMPLE_OFFERING, SAMPLE_QUESTION);
  run_for (QUIET_MICROSECONDS);
  card = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), RF_TYPE_QUESTION_CARD);
  toggle (card, "details_button", TRUE);
  take (window, folder, "details", style->name);
  gtk_widget_activate_action (find (card, RF_TYPE_EVIDENCE_ROW), "evidence.edit", NULL);
  run_for (QUIET_MICROSECONDS);
  take_dialog (window, folder, "evidence", style);
  toggle (pane, "search_button", TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), "data");
  take (window, folder, "search", style->name);
  toggle (pane, "search_button", FALSE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), RF_FILTER_DOUBTFUL);
  take (window, folder, "filter", style->name);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), RF_FILTER_ALL);
}

static GtkWidget *
find_open_dialog (GtkWidget *window,
                  GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link; link = link->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (link->data, type) && gtk_window_get_transient_for (link->data) == GTK_WINDOW (window))
      return link->data;
  g_error ("%s is not open", g_type_name (type));
}

/* Something is tried, so that there is something before and something after. */
static void
take_what_if (GtkWidget *window,
              const char *folder,
              const Style *style)
{
  GtkWidget *entry;

  gtk_widget_activate_action (find (window, RF_TYPE_COMPARE_PAGE), "compare.what-if", NULL);
  run_for (QUIET_MICROSECONDS);
  entry = find (find_open_dialog (window, RF_TYPE_WHAT_IF_DIALOG), RF_TYPE_WHAT_IF_ENTRY);
  adw_combo_row_set_selected (ADW_COMBO_ROW (gtk_widget_get_template_child (entry, RF_TYPE_WHAT_IF_ENTRY, "answer_row")), 3);
  run_for (QUIET_MICROSECONDS);
  take_dialog (window, folder, "what-if", style);
}

/* What stands beside a decision, which is folded at first. */
static void
take_barriers (GtkWidget *window,
               const char *folder,
               const Style *style)
{
  GtkWidget *group;
  GtkWidget *row;

  gtk_widget_activate (find (find (window, RF_TYPE_USE_CASES_PAGE), RF_TYPE_MATRIX_CELL));
  run_for (QUIET_MICROSECONDS);
  group = find (find_open_dialog (window, RF_TYPE_DECISION_DIALOG), RF_TYPE_BARRIERS_GROUP);
  row = GTK_WIDGET (gtk_widget_get_template_child (group, RF_TYPE_BARRIERS_GROUP, "barriers_row"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  run_for (QUIET_MICROSECONDS);
  /* past it, so that it is seen whole */
  gtk_widget_child_focus (gtk_widget_get_next_sibling (group), GTK_DIR_TAB_FORWARD);
  run_for (QUIET_MICROSECONDS);
  take_dialog (window, folder, "barriers", style);
}

/* The pages of the overview, and what they open. */
static void
take_overview (GtkWidget *window,
               const char *folder,
               const Style *style)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (window, "win.show-page", "s", pages[i]);
      take (window, folder, pages[i], style->name);
    }
  gtk_widget_activate_action (window, "win.show-page", "s", "compare");
  run_for (QUIET_MICROSECONDS);
  gtk_widget_child_focus (find (window, RF_TYPE_PROFILES_GROUP), GTK_DIR_TAB_FORWARD);
  take (window, folder, "profiles", style->name);
  take_what_if (window, folder, style);
  gtk_widget_activate_action (window, "win.show-page", "s", "use-cases");
  run_for (QUIET_MICROSECONDS);
  take_dialog_of_first (find (window, RF_TYPE_USE_CASES_PAGE), ADW_TYPE_ACTION_ROW, folder, "use-case", style);
  take_dialog_of_first (find (window, RF_TYPE_USE_CASES_PAGE), RF_TYPE_MATRIX_CELL, folder, "decision", style);
  take_barriers (window, folder, style);
  gtk_widget_activate_action (window, "win.show-page", "s", "actions");
  run_for (QUIET_MICROSECONDS);
  gtk_widget_activate_action (find (window, RF_TYPE_ACTIONS_PAGE), "actions.add", NULL);
  run_for (QUIET_MICROSECONDS);
  take_dialog (window, folder, "action", style);
  gtk_widget_activate_action (window, "win.show-page", "s", "portfolio");
  g_object_set (find (window, RF_TYPE_PORTFOLIO_PAGE), "view", "heat-map", NULL);
  take (window, folder, "heat-map", style->name);
}

static void
take_all (GtkApplication *application,
          const char *folder,
          const Style *style)
{
  GtkWidget *window;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), style->scheme);
  gtk_widget_set_default_direction (style->direction == GTK_TEXT_DIR_NONE ? gtk_get_locale_direction () : style->direction);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", style->dots_per_inch * PANGO_SCALE, NULL);

  window = rf_window_new (application, "pictures", NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), style->width, style->height);
  gtk_window_present (GTK_WINDOW (window));
  run_for (G_TIME_SPAN_SECOND);
  take (window, folder, "first-run", style->name);
  take_dialog_of_action (window, "win.add-offering", folder, "add-offering", style);
  take_dialog_of_action (window, "win.show-workspaces", folder, "workspaces", style);
  take_dialog_of_action (window, "win.preferences", folder, "preferences", style);
  gtk_window_close (GTK_WINDOW (window));
  run_for (QUIET_MICROSECONDS);

  window = rf_window_new (application, RF_WINDOW_SAMPLE_WORKSPACE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), style->width, style->height);
  gtk_window_present (GTK_WINDOW (window));
  run_for (2 * G_TIME_SPAN_SECOND);
  take_overview (window, folder, style);
  gtk_widget_activate_action (window, "win.open-offering", "s", SAMPLE_OFFERING);
  run_for (G_TIME_SPAN_SECOND);
  take (window, folder, "assessment", style->name);
  take_dialog_of_action (window, "win.show-course", folder, "course", style);
  take_dialog_of_action (window, "win.inherit-answers", folder, "inherit-answers", style);
  gtk_widget_activate_action (window, "win.next-section", NULL);
  take (window, folder, "section", style->name);
  take_answering (window, folder, style);
  gtk_widget_activate_action (window, "win.show-report", NULL);
  run_for (2 * G_TIME_SPAN_SECOND);
  take_dialog (window, folder, "report", style);
  gtk_window_close (GTK_WINDOW (window));
  run_for (QUIET_MICROSECONDS);
}

/* What a person sees who looks for a program: the sample, in a window of the shape that software centres like. */
static void
take_screenshots (GtkApplication *application,
                  const char *folder)
{
  static const Style style = { "light", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_LTR, 1280, 720, 96 };
  static const char *const shown[] = { "portfolio", "use-cases", "compare" };
  GtkWidget *window;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), style.scheme);
  window = rf_window_new (application, RF_WINDOW_SAMPLE_WORKSPACE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), style.width, style.height);
  gtk_window_present (GTK_WINDOW (window));
  run_for (2 * G_TIME_SPAN_SECOND);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      gtk_widget_activate_action (window, "win.show-page", "s", shown[i]);
      take (window, folder, shown[i], style.name);
    }
  gtk_widget_activate_action (window, "win.show-page", "s", "use-cases");
  run_for (QUIET_MICROSECONDS);
  take_dialog_of_first (find (window, RF_TYPE_USE_CASES_PAGE), RF_TYPE_MATRIX_CELL, folder, "decision", &style);
  gtk_widget_activate_action (window, "win.show-page", "s", "portfolio");
  g_object_set (find (window, RF_TYPE_PORTFOLIO_PAGE), "view", "heat-map", NULL);
  take (window, folder, "heat-map", style.name);
  gtk_widget_activate_action (window, "win.open-question", "(ss)", SAMPLE_OFFERING, SAMPLE_QUESTION);
  run_for (G_TIME_SPAN_SECOND);
  take (window, folder, "window", style.name);
  toggle (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), RF_TYPE_QUESTION_CARD), "details_button", TRUE);
  take (window, folder, "details", style.name);
  take_dialog_of_action (window, "win.show-course", folder, "course", &style);
  gtk_widget_activate_action (window, "win.show-report", NULL);
  run_for (2 * G_TIME_SPAN_SECOND);
  take_dialog (window, folder, "report", &style);
  gtk_window_close (GTK_WINDOW (window));
  run_for (QUIET_MICROSECONDS);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  gboolean few = argc == 3 && g_str_equal (argv[1], "--screenshots");
  const char *style = argc == 3 && g_str_has_prefix (argv[1], "--style=") ? argv[1] + strlen ("--style=") : NULL;
  const char *folder = argv[argc - 1];

  if (argc != 2 && !few && !style)
    {
      g_printerr ("usage: take-pictures [--screenshots|--style=NAME] FOLDER\n");
      return 2;
    }
  setlocale (LC_ALL, "");
  rf_language_set_up ();
  g_mkdir_with_parents (folder, 0755);
  gtk_init ();
  adw_init ();
  application = GTK_APPLICATION (rf_application_new ());
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  g_application_set_default (G_APPLICATION (application));
  if (few)
    take_screenshots (application, folder);
  for (guint i = 0; !few && i < G_N_ELEMENTS (styles); i++)
    if (style == NULL || g_str_equal (style, styles[i].name))
      take_all (application, folder, &styles[i]);
  return 0;
}
