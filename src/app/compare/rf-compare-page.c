// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-compare-page.h"

#include "rf-chart-view.h"
#include "rf-compare-choice.h"
#include "rf-compare-rows.h"
#include "rf-compare-task.h"
#include "rf-page-loader.h"
#include "rf-profiles-group.h"
#include "rf-rank-chart.h"
#include "rf-settings.h"
#include "rf-what-if-dialog.h"

#include <glib/gi18n.h>

/* of those ranked; more nobody reads, and a chart of them would take long to draw */
#define MOST_ROWS 50

/* Which offering is better, how sure that is, and what would settle it. */
struct _RfComparePage
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *bar;
  RfCompareChoice *choice;
  GtkSpinner *spinner;
  GtkStack *stack;
  AdwStatusPage *refused_page;
  GtkWidget *ranked_box;
  GtkLabel *ranks_title_label;
  GtkLabel *ranks_source_label;
  RfChartView *ranks;
  GtkLabel *ranges_title_label;
  RfChartView *ranges;
  GtkWidget *verdicts_group;
  GtkBox *verdicts_box;
  RfProfilesGroup *profiles_group;
  GtkWidget *unranked_group;
  GtkListBox *unranked_list;
  GtkWidget *left_out_group;
  AdwExpanderRow *left_out_row;
  GtkLabel *method_label;

  GPtrArray *left_out_rows;  /* borrowed from the row above */
  RfWorkspaceClient *client; /* owned, nullable */
  RfPageLoader *loader;      /* owned */
  GCancellable *cancellable; /* owned, nullable: of the comparison that is being made */
};

G_DEFINE_FINAL_TYPE (RfComparePage, rf_compare_page, GTK_TYPE_WIDGET)

static void
show_charts (RfComparePage *self,
             const RfComparison *comparison)
{
  g_autoptr (RfChart) ranks = NULL;
  g_autoptr (RfChart) ranges = NULL;

  gtk_widget_set_visible (self->ranked_box, comparison->n_ranked > 0 && comparison->n_ranked <= MOST_ROWS);
  if (!gtk_widget_get_visible (self->ranked_box))
    return;
  ranks = rf_rank_chart_new (comparison);
  ranges = rf_rank_chart_new_ranges (comparison);
  gtk_label_set_label (self->ranks_title_label, ranks->title);
  gtk_label_set_label (self->ranks_source_label, ranks->source);
  gtk_label_set_label (self->ranges_title_label, ranges->title);
  rf_chart_view_show (self->ranks, ranks);
  rf_chart_view_show (self->ranges, ranges);
}

static void
show_verdicts (RfComparePage *self,
               const RfComparison *comparison)
{
  g_autofree char *words = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->verdicts_box))))
    gtk_box_remove (self->verdicts_box, child);
  for (guint i = 0; i + 1 < MIN (comparison->n_ranked, MOST_ROWS); i++)
    gtk_box_append (self->verdicts_box, rf_compare_rows_new_pair (comparison, rf_comparison_get_pair (comparison, i, i + 1)));
  if (comparison->n_ranked > MOST_ROWS)
    words = g_strdup_printf (_ ("The first %d of %u. Choose fewer offerings for charts and for the others."), MOST_ROWS, comparison->n_ranked);
  else
    words = g_strdup (_ ("Each with the one behind it; the most that can be said is said."));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->verdicts_group), words);
  gtk_widget_set_visible (self->verdicts_group, comparison->n_ranked > 1);
}

static void
show_unranked (RfComparePage *self,
               const RfComparison *comparison)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->unranked_list, 0)))
    gtk_list_box_remove (self->unranked_list, GTK_WIDGET (row));
  for (guint i = comparison->n_ranked; i < comparison->n_offerings; i++)
    gtk_list_box_append (self->unranked_list, rf_compare_rows_new_unranked (comparison, &comparison->offerings[i]));
  gtk_widget_set_visible (self->unranked_group, comparison->n_ranked < comparison->n_offerings);
}

static void
show_left_out (RfComparePage *self,
               const RfComparison *comparison)
{
  guint n = comparison->n_left_out;
  g_autofree char *title = g_strdup_printf (ngettext ("%u Question Not Compared", "%u Questions Not Compared", n), n);

  for (guint i = 0; i < self->left_out_rows->len; i++)
    adw_expander_row_remove (self->left_out_row, g_ptr_array_index (self->left_out_rows, i));
  g_ptr_array_set_size (self->left_out_rows, 0);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = rf_compare_rows_new_left_out (comparison, &comparison->left_out[i]);

      adw_expander_row_add_row (self->left_out_row, row);
      g_ptr_array_add (self->left_out_rows, row);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->left_out_row), title);
  gtk_widget_set_visible (self->left_out_group, n > 0);
}

static void
show_comparison (RfComparePage *self,
                 const RfComparison *comparison)
{
  g_autofree char *method = rf_comparison_dup_method (comparison);

  show_charts (self, comparison);
  show_verdicts (self, comparison);
  show_unranked (self, comparison);
  show_left_out (self, comparison);
  gtk_label_set_label (self->method_label, method);
  gtk_stack_set_visible_child_name (self->stack, "comparison");
}

static void
compared_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (RfComparePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RfComparison) comparison = rf_compare_task_finish (result, &error);

  /* overtaken by another, or the page is gone */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_spinner_stop (self->spinner);
  if (comparison)
    show_comparison (self, comparison);
  else
    {
      adw_status_page_set_description (self->refused_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "refused");
    }
}

static void
stop (RfComparePage *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* What was being compared before is of no use any more. */
static void
compare (RfComparePage *self)
{
  g_autoptr (GPtrArray) chosen = rf_compare_choice_dup_chosen (self->choice);

  stop (self);
  if (chosen->len < 2)
    {
      gtk_spinner_stop (self->spinner);
      gtk_stack_set_visible_child_name (self->stack, gtk_widget_get_visible (self->bar) ? "too-few-chosen" : "too-few");
      return;
    }
  self->cancellable = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  rf_profiles_group_show (self->profiles_group, chosen);
  rf_compare_task_async (chosen, self->cancellable, compared_cb, g_object_ref (self));
}

static void
show (gpointer page,
      gpointer contestants)
{
  RfComparePage *self = RF_COMPARE_PAGE (page);

  gtk_widget_set_visible (self->bar, ((const GPtrArray *) contestants)->len > 1);
  rf_compare_choice_show (self->choice, contestants);
  compare (self);
}

static void
open_what_if (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  RfComparePage *self = RF_COMPARE_PAGE (widget);
  g_autoptr (GPtrArray) chosen = rf_compare_choice_dup_chosen (self->choice);

  if (chosen->len > 0)
    gtk_window_present (GTK_WINDOW (rf_what_if_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->client, chosen, NULL, rf_settings_get_acceptable ())));
}

static void
rf_compare_page_dispose (GObject *object)
{
  RfComparePage *self = RF_COMPARE_PAGE (object);
  GtkWidget *child;

  stop (self);
  g_clear_object (&self->loader);
  g_clear_object (&self->client);
  g_clear_pointer (&self->left_out_rows, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_compare_page_parent_class)->dispose (object);
}

static void
rf_compare_page_class_init (RfComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_compare_page_dispose;
  g_type_ensure (RF_TYPE_CHART_VIEW);
  g_type_ensure (RF_TYPE_COMPARE_CHOICE);
  g_type_ensure (RF_TYPE_PROFILES_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, bar);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, choice);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, refused_page);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, ranked_box);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, ranks_title_label);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, ranks_source_label);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, ranks);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, ranges_title_label);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, ranges);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, verdicts_group);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, verdicts_box);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, profiles_group);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, unranked_group);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, unranked_list);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, left_out_group);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, left_out_row);
  gtk_widget_class_bind_template_child (widget_class, RfComparePage, method_label);
  gtk_widget_class_bind_template_callback (widget_class, compare);
  gtk_widget_class_install_action (widget_class, "compare.what-if", NULL, open_what_if);
}

static void
rf_compare_page_init (RfComparePage *self)
{
  self->left_out_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rf_compare_page_follow:
 *
 * Compares the offerings of the client's workspace, now and whenever they change; to be called once.
 */
void
rf_compare_page_follow (RfComparePage *self,
                        RfWorkspaceClient *client)
{
  g_return_if_fail (RF_IS_COMPARE_PAGE (self) && self->loader == NULL);
  self->client = g_object_ref (client);
  self->loader = rf_page_loader_new (GTK_WIDGET (self), client, rf_job_list_contestants, (GDestroyNotify) g_ptr_array_unref, show);
}
