// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Survey figures for reading. */

#include "config.h"

#include "rf-benchmark-list.h"
#include "rf-terminal.h"
#include "rf-language.h"

#define FIGURE_INDENT 2
#define WORDS_INDENT 6

static void
append_wrapped (GString *page,
                const char *text,
                guint indent)
{
  g_string_append_printf (page, "%*s", (int) indent, "");
  rf_terminal_append_wrapped (page, text, indent, rf_terminal_get_width ());
}

static void
append_figure (GString *page,
               const RfBenchmark *self)
{
  g_autofree char *value = rf_benchmark_dup_value (self);
  g_autofree char *interval = rf_benchmark_dup_interval (self);
  g_autofree char *sample = rf_sample_dup_text (&self->sample);
  g_autofree char *figure = interval ? g_strdup_printf ("%s [%s]", value, interval) : g_strdup (value);
  g_autofree char *first = g_strjoin (_ ("; "), figure, sample, self->field ? self->field : _ ("date not given"), self->publisher, rf_verification_get_label (self->verification), NULL);
  g_autofree char *second = g_strdup_printf (_ ("%s. Base: %s"), self->asked, self->base);

  append_wrapped (page, first, FIGURE_INDENT);
  append_wrapped (page, second, WORDS_INDENT);
}

static void
append_sections (GString *page,
                 const RfBenchmarkList *self,
                 const char *barrier)
{
  guint n_sections = rf_benchmark_list_count_sections (self, barrier);
  g_autofree char *text = NULL;

  if (self->questionnaire == NULL)
    return;
  if (n_sections == 0)
    text = g_strdup (_ ("Outside this questionnaire: no section of it answers this."));
  else
    text = g_strdup_printf (ngettext ("Answered by %u section of the questionnaire.", "Answered by %u sections of the questionnaire.", n_sections), n_sections);
  append_wrapped (page, text, FIGURE_INDENT);
}

/* What of ours answers the barrier: the ranges that the score gives. */
static void
append_offering (GString *page,
                 const RfFindings *findings,
                 const char *barrier)
{
  const RfQuestionnaire *questionnaire = findings->questionnaire;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *line = NULL;

  for (guint i = 0; i < questionnaire->n_sections; i++)
    {
      g_autofree char *range = NULL;

      if (!rf_benchmark_list_answers (questionnaire, i, barrier))
        continue;
      range = rf_score_dup_range (&findings->score->sections[i], &questionnaire->bands);
      g_string_append (text, text->len > 0 ? _ ("; ") : "");
      /* Translators: the title of a section, and its range of risk */
      g_string_append_printf (text, _ ("%s %s"), questionnaire->sections[i].title, range);
    }
  if (text->len == 0)
    return;
  line = g_strdup_printf (_ ("%s: %s"), findings->record->offering->name, text->str);
  append_wrapped (page, line, FIGURE_INDENT);
}

static void
append_barrier (GString *page,
                const RfBenchmarkList *self,
                guint barrier)
{
  const char *id = rf_benchmark_barriers[barrier];
  guint n_figures = 0;

  rf_terminal_append_heading (page, rf_benchmark_barrier_get_label (id));
  append_sections (page, self, id);
  for (guint i = 0; i < self->findings->len; i++)
    append_offering (page, g_ptr_array_index (self->findings, i), id);
  for (guint i = 0; i < self->files->len; i++)
    {
      const RfBenchmarks *file = g_ptr_array_index (self->files, i);

      for (guint k = 0; k < rf_benchmarks_get_n (file); k++)
        if (rf_benchmark_speaks_of (rf_benchmarks_get (file, k), id))
          {
            append_figure (page, rf_benchmarks_get (file, k));
            n_figures++;
          }
    }
  if (n_figures == 0)
    append_wrapped (page, _ ("No figure."), FIGURE_INDENT);
}

/* The figures of a topic that speak of no barrier. */
static void
append_topic (GString *page,
              const RfBenchmarkList *self,
              RfTopic topic)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < self->files->len; i++)
    {
      const RfBenchmarks *file = g_ptr_array_index (self->files, i);

      for (guint k = 0; k < rf_benchmarks_get_n (file); k++)
        {
          const RfBenchmark *figure = rf_benchmarks_get (file, k);

          if (figure->topic != topic || figure->barriers[0])
            continue;
          if (!has_heading)
            rf_terminal_append_heading (page, rf_topic_get_label (topic));
          has_heading = TRUE;
          append_figure (page, figure);
        }
    }
}

static void
append_net_score (GString *page,
                  const RfBenchmarkList *self)
{
  g_autofree char *own = g_strchomp (rf_own_plan_to_text (&self->plan));

  rf_terminal_append_heading (page, _ ("Net Score"));
  append_wrapped (page, _ ("(adopting + spending 6 % or more above) - (spending 6 % or more below + replacing), in percent of all answers; highly elevated from 40 %."), FIGURE_INDENT);
  append_wrapped (page, own, FIGURE_INDENT);
}

/**
 * rf_benchmark_list_to_text:
 *
 * Lays the figures out for reading: barrier by barrier, then what speaks of none, and last the Net Score.
 *
 * Returns: (transfer full)
 */
char *
rf_benchmark_list_to_text (const RfBenchmarkList *self)
{
  GString *page = g_string_new (NULL);

  g_string_append (page, _ ("Survey figures. Intervals are computed as if those asked had been drawn at random.\n"));
  for (guint i = 0; i < RF_N_BENCHMARK_BARRIERS; i++)
    append_barrier (page, self, i);
  for (guint i = 0; i < RF_N_TOPICS; i++)
    append_topic (page, self, (RfTopic) i);
  append_net_score (page, self);
  return g_string_free (page, FALSE);
}
