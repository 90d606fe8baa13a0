// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-barriers-group.h"

#include "rf-benchmark-charts.h"

#include <glib/gi18n.h>

/* What surveys found to hold others back, each with the sections of the offering that answer it. */
struct _RfBarriersGroup
{
  AdwPreferencesGroup parent_instance;

  /* template children */
  AdwExpanderRow *barriers_row;
};

G_DEFINE_FINAL_TYPE (RfBarriersGroup, rf_barriers_group, ADW_TYPE_PREFERENCES_GROUP)

static void
rf_barriers_group_class_init (RfBarriersGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-barriers-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RfBarriersGroup, barriers_row);
}

static void
rf_barriers_group_init (RfBarriersGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
append_figure (GString *text,
               const RfBenchmark *figure)
{
  g_autofree char *interval = rf_benchmark_dup_interval (figure);
  g_autofree char *note = rf_benchmark_charts_dup_note (figure);

  if (interval)
    g_string_append_printf (text, "%s\n", interval);
  g_string_append (text, note);
}

static gboolean
answers (const RfSection *section,
         guint barrier)
{
  for (guint i = 0; i < section->n_barriers; i++)
    if (section->barriers[i] == barrier)
      return TRUE;
  return FALSE;
}

static void
append_sections (GString *text,
                 const RfFindings *findings,
                 guint barrier)
{
  const RfQuestionnaire *questionnaire = findings->questionnaire;

  for (guint i = 0; i < questionnaire->n_sections; i++)
    {
      g_autofree char *range = NULL;

      if (!answers (&questionnaire->sections[i], barrier))
        continue;
      range = rf_score_dup_range (&findings->score->sections[i], &questionnaire->bands);
      /* Translators: the title of a section, and its range of risk */
      g_string_append_printf (text, _ ("\n%s %s"), questionnaire->sections[i].title, range);
    }
}

static void
add_row (RfBarriersGroup *self,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  /* first, for a text is no markup */
  g_object_set (row, "use-markup", FALSE, NULL);
  g_object_set (row, "title", title, "title-lines", 0, "subtitle", subtitle, "subtitle-lines", 0, NULL);
  adw_expander_row_add_row (self->barriers_row, row);
}

static void
add_barrier (RfBarriersGroup *self,
             const RfFindings *findings,
             guint index,
             const GPtrArray *benchmarks)
{
  const RfBarrier *barrier = &findings->questionnaire->barriers[index];
  const RfBenchmark *figure = rf_benchmark_charts_find_barrier (benchmarks, barrier->id);
  g_autofree char *value = figure ? rf_benchmark_dup_value (figure) : g_strdup (_ ("[no number]"));
  /* Translators: what holds others back, and the share of those asked who name it */
  g_autofree char *title = g_strdup_printf (_ ("%s: %s"), barrier->title, value);
  g_autoptr (GString) text = g_string_new (NULL);

  if (figure)
    append_figure (text, figure);
  else
    g_string_append (text, _ ("published in no text that could be read"));
  append_sections (text, findings, index);
  add_row (self, title, text->str);
}

/**
 * rf_barriers_group_show:
 * @benchmarks: (element-type RfBenchmarks)
 * @intentions: (element-type RfIntention): one for each offering
 *
 * Shows it in the words of the report; to be called once.
 */
void
rf_barriers_group_show (RfBarriersGroup *self,
                        const RfFindings *findings,
                        const GPtrArray *benchmarks,
                        const GArray *intentions)
{
  g_autofree char *plan = rf_benchmark_charts_dup_own_plan (intentions);

  for (guint i = 0; i < findings->questionnaire->n_barriers; i++)
    add_barrier (self, findings, i, benchmarks);
  if (plan)
    add_row (self, _ ("What we mean to spend ourselves"), plan);
  gtk_widget_set_visible (GTK_WIDGET (self), findings->questionnaire->n_barriers > 0 && benchmarks->len > 0);
}
