// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-benchmarks-page.h"

#include "rf-benchmark-charts.h"
#include "rf-benchmarks-jobs.h"
#include "rf-figure-group.h"
#include "rf-page-loader.h"
#include "rf-spending-group.h"

#include <glib/gi18n.h>

/*
 * What surveys say holds companies back, barrier by barrier, with the sections of an offering of one's own that answer
 * it; then how much is spent on whom, and what the company itself means to spend.
 */
struct _RfBenchmarksPage
{
  GtkWidget parent_instance;

  /* template children */
  GtkStack *stack;
  AdwComboRow *offering_row;
  GtkBox *barriers_box;
  GtkBox *others_box;
  RfFigureGroup *net_scores;
  RfSpendingGroup *spending;

  RfFigureGroup *barriers[RF_N_BENCHMARK_BARRIERS]; /* children of the box */
  RfWorkspaceClient *client;                        /* owned, nullable */
  RfPageLoader *loader;                             /* owned, nullable */
  GCancellable *cancellable;                        /* owned */
  RfBenchmarksView *view;                           /* owned, nullable */
  char *offering;                                   /* owned, nullable: the id of the one whose sections are shown */
  gboolean has_figures;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RfBenchmarksPage, rf_benchmarks_page, GTK_TYPE_WIDGET)

static const RfPortfolioSummary *
find_entry (RfBenchmarksPage *self,
            guint *index)
{
  const GPtrArray *entries = self->view->entries;

  for (*index = 0; self->offering != NULL && *index < entries->len; (*index)++)
    {
      const RfPortfolioSummary *entry = entries->pdata[*index];

      if (g_str_equal (entry->offering->id, self->offering))
        return entry;
    }
  *index = 0;
  return entries->len > 0 ? entries->pdata[0] : NULL;
}

static void
show_sections_of (RfFigureGroup *group,
                  const RfPortfolioSummary *entry,
                  const char *barrier)
{
  g_autoptr (RfChart) chart = NULL;
  g_autofree char *text = NULL;

  if (entry == NULL)
    {
      rf_figure_group_show_sections (group, NULL, NULL);
      return;
    }
  if (entry->score == NULL)
    text = g_strdup_printf (_ ("%s has not been assessed."), entry->offering->name);
  else
    {
      /* Translators: %s is an offering */
      text = g_strdup_printf (_ ("%s: risk in the sections that answer this, 0 to 100"), entry->offering->name);
      chart = rf_benchmark_charts_new_sections (entry->questionnaire, entry->score, barrier, text);
    }
  if (entry->score != NULL && chart == NULL)
    rf_figure_group_show_sections (group, NULL, _ ("No section of the questionnaire answers this."));
  else
    rf_figure_group_show_sections (group, chart, text);
}

static void
show_sections (RfBenchmarksPage *self)
{
  guint index;
  const RfPortfolioSummary *entry = find_entry (self, &index);

  for (guint i = 0; i < RF_N_BENCHMARK_BARRIERS; i++)
    show_sections_of (self->barriers[i], entry, rf_benchmark_barriers[i]);
}

static void
offering_chosen_cb (RfBenchmarksPage *self)
{
  guint selected = adw_combo_row_get_selected (self->offering_row);

  if (self->showing || self->view == NULL || selected >= self->view->entries->len)
    return;
  g_free (self->offering);
  self->offering = g_strdup (((const RfPortfolioSummary *) self->view->entries->pdata[selected])->offering->id);
  show_sections (self);
}

static gboolean
has_names (GListModel *model,
           const GPtrArray *entries)
{
  gboolean same = model != NULL && g_list_model_get_n_items (model) == entries->len;

  for (guint i = 0; same && i < entries->len; i++)
    same = g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), ((const RfPortfolioSummary *) entries->pdata[i])->offering->name);
  return same;
}

static void
show_offerings (RfBenchmarksPage *self)
{
  const GPtrArray *entries = self->view->entries;
  guint index;

  self->showing = TRUE;
  if (!has_names (adw_combo_row_get_model (self->offering_row), entries))
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

      for (guint i = 0; i < entries->len; i++)
        gtk_string_list_append (names, ((const RfPortfolioSummary *) entries->pdata[i])->offering->name);
      adw_combo_row_set_model (self->offering_row, G_LIST_MODEL (names));
    }
  find_entry (self, &index);
  adw_combo_row_set_selected (self->offering_row, index);
  gtk_widget_set_visible (GTK_WIDGET (self->offering_row), entries->len > 0);
  self->showing = FALSE;
}

static void
show_group (RfFigureGroup *group,
            const GPtrArray *figures)
{
  g_autoptr (RfChart) chart = rf_benchmark_charts_new_figures (figures, adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)));

  rf_figure_group_show_figures (group, chart, figures);
}

static void
add_other_figures (RfBenchmarksPage *self,
                   RfTopic topic)
{
  g_autoptr (GPtrArray) figures = rf_benchmark_charts_find_figures (self->view->files, NULL, topic);
  RfFigureGroup *group;

  if (figures->len == 0)
    return;
  group = rf_figure_group_new (rf_topic_get_label (topic));
  gtk_box_append (self->others_box, GTK_WIDGET (group));
  show_group (group, figures);
}

/* They come with the program and stay the same while it runs. */
static void
show_figures (RfBenchmarksPage *self)
{
  g_autoptr (GPtrArray) net_scores = rf_benchmark_charts_find_net_scores (self->view->files);

  if (self->has_figures)
    return;
  self->has_figures = TRUE;
  for (guint i = 0; i < RF_N_BENCHMARK_BARRIERS; i++)
    {
      g_autoptr (GPtrArray) figures = rf_benchmark_charts_find_figures (self->view->files, rf_benchmark_barriers[i], RF_TOPIC_BARRIER);

      show_group (self->barriers[i], figures);
    }
  for (guint topic = 0; topic < RF_N_TOPICS; topic++)
    add_other_figures (self, (RfTopic) topic);
  rf_figure_group_show_figures (self->net_scores, NULL, net_scores);
}

static void
show_net_scores (RfBenchmarksPage *self)
{
  const GPtrArray *entries = self->view->entries;
  g_autoptr (GArray) intentions = g_array_new (FALSE, FALSE, sizeof (RfIntention));
  g_autoptr (RfChart) chart = NULL;
  g_autofree char *plan = NULL;

  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (intentions, ((const RfPortfolioSummary *) entries->pdata[i])->offering->spending);
  chart = rf_benchmark_charts_new_net_scores (self->view->files, intentions);
  plan = rf_benchmark_charts_dup_own_plan (intentions);
  rf_figure_group_show_chart (self->net_scores, chart);
  gtk_widget_set_visible (GTK_WIDGET (self->net_scores), chart != NULL);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->spending),
                                         plan != NULL ? plan : _ ("Say it of at least one offering, and your own Net Score stands in the chart above."));
}

static void
show (gpointer page,
      gpointer snapshot)
{
  RfBenchmarksPage *self = page;

  g_clear_pointer (&self->view, rf_benchmarks_view_unref);
  self->view = rf_benchmarks_view_ref (snapshot);
  if (self->view->files->len == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  show_figures (self);
  show_offerings (self);
  show_sections (self);
  show_net_scores (self);
  rf_spending_group_show (self->spending, self->view->entries);
  gtk_stack_set_visible_child_name (self->stack, "figures");
}

/* What could not be kept is not shown as if it were. */
static void
put_cb (GObject *source,
        GAsyncResult *result,
        gpointer user_data)
{
  g_autoptr (RfBenchmarksPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (id != NULL || self->view == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
  rf_spending_group_show (self->spending, self->view->entries);
}

static void
spending_chosen_cb (RfBenchmarksPage *self,
                    const char *offering,
                    int intention)
{
  rf_workspace_client_run_async (self->client, rf_job_put_spending, rf_put_spending_new (offering, (RfIntention) intention),
                                 (GDestroyNotify) rf_put_spending_free, g_free, self->cancellable, put_cb, g_object_ref (self));
}

static void
rf_benchmarks_page_dispose (GObject *object)
{
  RfBenchmarksPage *self = RF_BENCHMARKS_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loader);
  g_clear_object (&self->client);
  g_clear_pointer (&self->view, rf_benchmarks_view_unref);
  g_clear_pointer (&self->offering, g_free);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  G_OBJECT_CLASS (rf_benchmarks_page_parent_class)->dispose (object);
}

static void
rf_benchmarks_page_class_init (RfBenchmarksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_benchmarks_page_dispose;
  g_type_ensure (RF_TYPE_FIGURE_GROUP);
  g_type_ensure (RF_TYPE_SPENDING_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-benchmarks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RfBenchmarksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RfBenchmarksPage, offering_row);
  gtk_widget_class_bind_template_child (widget_class, RfBenchmarksPage, barriers_box);
  gtk_widget_class_bind_template_child (widget_class, RfBenchmarksPage, others_box);
  gtk_widget_class_bind_template_child (widget_class, RfBenchmarksPage, net_scores);
  gtk_widget_class_bind_template_child (widget_class, RfBenchmarksPage, spending);
  gtk_widget_class_bind_template_callback (widget_class, offering_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, spending_chosen_cb);
}

static void
rf_benchmarks_page_init (RfBenchmarksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < RF_N_BENCHMARK_BARRIERS; i++)
    {
      self->barriers[i] = rf_figure_group_new (rf_benchmark_barrier_get_label (rf_benchmark_barriers[i]));
      gtk_box_append (self->barriers_box, GTK_WIDGET (self->barriers[i]));
    }
}

/**
 * rf_benchmarks_page_follow:
 *
 * Shows the workspace of @client beside what surveys found, from now on; to be called once.
 */
void
rf_benchmarks_page_follow (RfBenchmarksPage *self,
                           RfWorkspaceClient *client)
{
  g_return_if_fail (RF_IS_BENCHMARKS_PAGE (self) && self->client == NULL);

  self->client = g_object_ref (client);
  g_object_bind_property (client, "read-only", self->spending, "sensitive", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  self->loader = rf_page_loader_new (GTK_WIDGET (self), client, rf_job_read_benchmarks, (GDestroyNotify) rf_benchmarks_view_unref, show);
}
