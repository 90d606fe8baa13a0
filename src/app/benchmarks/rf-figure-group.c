// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-figure-group.h"

#include "rf-chart-view.h"

#include <glib/gi18n.h>

/* Figures of surveys as a chart, one's own sections beside them, and what was asked of whom and where it was read. */
struct _RfFigureGroup
{
  AdwPreferencesGroup parent_instance;

  /* template children */
  GtkWidget *chart_row;
  RfChartView *chart;
  GtkWidget *sections_row;
  GtkLabel *sections_label;
  RfChartView *sections;
  AdwExpanderRow *sources_row;
};

G_DEFINE_FINAL_TYPE (RfFigureGroup, rf_figure_group, ADW_TYPE_PREFERENCES_GROUP)

static void
rf_figure_group_class_init (RfFigureGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RF_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-figure-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RfFigureGroup, chart_row);
  gtk_widget_class_bind_template_child (widget_class, RfFigureGroup, chart);
  gtk_widget_class_bind_template_child (widget_class, RfFigureGroup, sections_row);
  gtk_widget_class_bind_template_child (widget_class, RfFigureGroup, sections_label);
  gtk_widget_class_bind_template_child (widget_class, RfFigureGroup, sections);
  gtk_widget_class_bind_template_child (widget_class, RfFigureGroup, sources_row);
}

static void
rf_figure_group_init (RfFigureGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

RfFigureGroup *
rf_figure_group_new (const char *title)
{
  return g_object_new (RF_TYPE_FIGURE_GROUP, "title", title, NULL);
}

static gboolean
is_address (const char *source)
{
  return g_str_has_prefix (source, "https://") || g_str_has_prefix (source, "http://");
}

static void
append_sources (GString *text,
                const RfBenchmark *figure)
{
  g_autofree char *sources = g_strjoinv (_ (", "), figure->sources);

  g_string_append_c (text, '\n');
  if (*sources == '\0')
    g_string_append (text, _ ("No source that could be read"));
  else
    /* Translators: the sources of a figure, and the month in which they were read */
    g_string_append_printf (text, _ ("Source: %s (read %s)"), sources, figure->retrieved);
}

static char *
dup_subtitle (const RfBenchmark *figure)
{
  g_autofree char *value = rf_benchmark_dup_value (figure);
  g_autofree char *interval = rf_benchmark_dup_interval (figure);
  g_autofree char *particulars = rf_benchmark_dup_particulars (figure);
  GString *text = g_string_new (value);

  if (interval != NULL)
    g_string_append_printf (text, " (%s)", interval);
  g_string_append_printf (text, " · %s\n%s\n", rf_verification_get_label (figure->verification), particulars);
  g_string_append_printf (text, _ ("Base: %s"), figure->base);
  if (figure->quotation != NULL)
    g_string_append_printf (text, _ ("\n“%s”"), figure->quotation);
  if (figure->note != NULL)
    g_string_append_printf (text, "\n%s", figure->note);
  append_sources (text, figure);
  return g_string_free (text, FALSE);
}

static void
add_links (AdwActionRow *row,
           const RfBenchmark *figure)
{
  for (char **source = figure->sources; *source != NULL; source++)
    {
      GtkWidget *link;

      if (!is_address (*source))
        continue;
      link = gtk_link_button_new_with_label (*source, C_ ("survey", "Open Source"));
      gtk_widget_set_valign (link, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (row, link);
    }
}

static GtkWidget *
new_source_row (const RfBenchmark *figure)
{
  g_autofree char *subtitle = dup_subtitle (figure);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", figure->asked,
                                 "subtitle", subtitle,
                                 NULL);

  add_links (ADW_ACTION_ROW (row), figure);
  return row;
}

/**
 * rf_figure_group_show_figures:
 * @figures: (element-type RfBenchmark): what the chart shows
 *
 * Shows what surveys found; to be called once.
 */
void
rf_figure_group_show_figures (RfFigureGroup *self,
                              RfChart *chart,
                              const GPtrArray *figures)
{
  rf_figure_group_show_chart (self, chart);
  for (guint i = 0; i < figures->len; i++)
    adw_expander_row_add_row (self->sources_row, new_source_row (figures->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->sources_row), figures->len > 0);
}

static void
show_in_row (RfChartView *view,
             GtkWidget *row,
             RfChart *chart)
{
  g_autofree char *words = chart != NULL ? rf_chart_dup_description (chart) : g_strdup ("");

  rf_chart_view_show (view, chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * rf_figure_group_show_chart:
 *
 * Shows other figures in place of those before, of the same sources.
 */
void
rf_figure_group_show_chart (RfFigureGroup *self,
                            RfChart *chart)
{
  show_in_row (self->chart, self->chart_row, chart);
}

/**
 * rf_figure_group_show_sections:
 * @chart: (nullable): the ranges of one's own sections
 * @text: (nullable): what they are, or why there are none; %NULL to show nothing of one's own
 */
void
rf_figure_group_show_sections (RfFigureGroup *self,
                               RfChart *chart,
                               const char *text)
{
  show_in_row (self->sections, self->sections_row, chart);
  if (chart == NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->sections_row), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "", -1);
  gtk_label_set_label (self->sections_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sections), chart != NULL);
  gtk_widget_set_visible (self->sections_row, text != NULL);
}

/**
 * rf_figure_group_get_chart:
 *
 * Returns: (transfer none) (nullable)
 */
RfChart *
rf_figure_group_get_chart (RfFigureGroup *self)
{
  return rf_chart_view_get_chart (self->chart);
}

/**
 * rf_figure_group_get_sections:
 *
 * Returns: (transfer none) (nullable)
 */
RfChart *
rf_figure_group_get_sections (RfFigureGroup *self)
{
  return rf_chart_view_get_chart (self->sections);
}
