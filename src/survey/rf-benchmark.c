// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-benchmark.h"

G_DEFINE_BOXED_TYPE (RfBenchmark, rf_benchmark, rf_benchmark_ref, rf_benchmark_unref)

static char **
dup_words (char **words)
{
  return words ? g_strdupv (words) : g_new0 (char *, 1);
}

/**
 * rf_benchmark_new:
 * @content: is copied; rf_benchmark_check() must hold for it
 */
RfBenchmark *
rf_benchmark_new (const RfBenchmark *content)
{
  const char *message, *hint;
  RfBenchmark *self;

  g_return_val_if_fail (rf_benchmark_check (content, &message, &hint), NULL);
  self = g_rc_box_new (RfBenchmark);
  *self = *content;
  self->id = g_strdup (content->id);
  self->asked = g_strdup (content->asked);
  self->quotation = g_strdup (content->quotation);
  self->base = g_strdup (content->base);
  self->note = g_strdup (content->note);
  self->provider = g_strdup (content->provider);
  self->barriers = dup_words (content->barriers);
  self->survey_id = g_strdup (content->survey_id);
  self->survey_title = g_strdup (content->survey_title);
  self->publisher = g_strdup (content->publisher);
  self->field = g_strdup (content->field);
  self->sources = dup_words (content->sources);
  self->retrieved = g_strdup (content->retrieved);
  return self;
}

RfBenchmark *
rf_benchmark_ref (RfBenchmark *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  RfBenchmark *self = data;

  g_free (self->id);
  g_free (self->asked);
  g_free (self->quotation);
  g_free (self->base);
  g_free (self->note);
  g_free (self->provider);
  g_strfreev (self->barriers);
  g_free (self->survey_id);
  g_free (self->survey_title);
  g_free (self->publisher);
  g_free (self->field);
  g_strfreev (self->sources);
  g_free (self->retrieved);
}

void
rf_benchmark_unref (RfBenchmark *self)
{
  g_rc_box_release_full (self, clear);
}

/**
 * rf_benchmark_get_interval:
 * @interval: (out): at the lower number of those asked; written on success only
 * @approximate: (out): whether the source gives the proportion or the number of those asked other than exactly;
 *   written on success only
 *
 * The 95 % interval of the figure, see rf_wilson_interval(). It is computed as if those asked had been drawn at
 * random, which few surveys say of themselves.
 *
 * Returns: whether there is one: %FALSE for a gap, for what is no proportion of people asked, for a range or a
 *   lower limit, and where it is not known how many were asked
 */
gboolean
rf_benchmark_get_interval (const RfBenchmark *self,
                           RfWilsonInterval *interval,
                           gboolean *approximate)
{
  gboolean is_proportion = self->has_value && self->unit == RF_UNIT_PERCENT && self->is_survey;
  gboolean is_one_number = self->qualifier == RF_QUALIFIER_EXACT || self->qualifier == RF_QUALIFIER_ABOUT;

  if (!is_proportion || !is_one_number || !rf_wilson_interval (self->value, self->sample.n, interval))
    return FALSE;
  *approximate = self->qualifier != RF_QUALIFIER_EXACT || self->sample.qualifier != RF_QUALIFIER_EXACT;
  return TRUE;
}

/**
 * rf_benchmark_speaks_of:
 * @barrier: an id
 */
gboolean
rf_benchmark_speaks_of (const RfBenchmark *self,
                        const char *barrier)
{
  return g_strv_contains ((const char *const *) self->barriers, barrier);
}
