// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-benchmark.h"
#include "rf-language.h"

/**
 * rf_percent_dup_text:
 *
 * Gives a percentage with at most one decimal, halves away from 0: "69 %", "33.3 %".
 *
 * Returns: (transfer full)
 */
char *
rf_percent_dup_text (RfNumber percent)
{
  gint64 size = ABS ((gint64) percent);
  gint64 tenths = (size * 10 + RF_NUMBER_ONE / 2) / RF_NUMBER_ONE;
  const char *sign = percent < 0 && tenths > 0 ? "-" : "";
  g_autofree char *number = NULL;
  g_autofree char *shown = NULL;

  if (tenths % 10 == 0)
    number = g_strdup_printf ("%s%" G_GINT64_FORMAT, sign, tenths / 10);
  else
    number = g_strdup_printf ("%s%" G_GINT64_FORMAT ".%d", sign, tenths / 10, (int) (tenths % 10));
  shown = rf_language_dup_number (number);
  return g_strdup_printf (C_ ("percentage", "%s %%"), shown);
}

static char *
dup_number (const RfBenchmark *self,
            RfNumber number)
{
  return self->unit == RF_UNIT_RESPONDENTS ? rf_number_to_string (number) : rf_percent_dup_text (number);
}

/**
 * rf_benchmark_dup_value:
 *
 * Returns: (transfer full): "69 %", "about 70 %", "60 % to 70 %"; a gap stays one: "[no number]"
 */
char *
rf_benchmark_dup_value (const RfBenchmark *self)
{
  g_autofree char *value = self->has_value ? dup_number (self, self->value) : NULL;
  g_autofree char *value_to = NULL;

  if (value == NULL)
    return g_strdup (_ ("[no number]"));
  if (self->qualifier == RF_QUALIFIER_EXACT)
    return g_steal_pointer (&value);
  if (self->qualifier != RF_QUALIFIER_RANGE)
    return g_strdup_printf ("%s %s", rf_qualifier_get_label (self->qualifier), value);
  value_to = dup_number (self, self->value_to);
  /* translators: from a number to a number */
  return g_strdup_printf (_ ("%s to %s"), value, value_to);
}

/**
 * rf_benchmark_dup_interval:
 *
 * Returns: (transfer full) (nullable): "95 %: 66.2 % to 69.8 %"; %NULL where no interval can be given
 */
char *
rf_benchmark_dup_interval (const RfBenchmark *self)
{
  RfWilsonInterval interval;
  gboolean approximate;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!rf_benchmark_get_interval (self, &interval, &approximate))
    return NULL;
  low = rf_percent_dup_text (interval.low);
  high = rf_percent_dup_text (interval.high);
  return g_strdup_printf (approximate ? _ ("95 %%: about %s to %s") : _ ("95 %%: %s to %s"), low, high);
}

/**
 * rf_sample_dup_text:
 *
 * Returns: (transfer full): "N 2600", "N about 500", "N not given"
 */
char *
rf_sample_dup_text (const RfSample *self)
{
  if (self->n == 0)
    return g_strdup (_ ("N not given"));
  if (self->qualifier == RF_QUALIFIER_RANGE)
    return g_strdup_printf (_ ("N %u to %u"), self->n, self->n_to);
  if (self->qualifier == RF_QUALIFIER_EXACT)
    return g_strdup_printf (_ ("N %u"), self->n);
  return g_strdup_printf (_ ("N %s %u"), rf_qualifier_get_label (self->qualifier), self->n);
}

/**
 * rf_benchmark_dup_particulars:
 *
 * Returns: (transfer full): who published it, in what, when and of how many were asked
 */
char *
rf_benchmark_dup_particulars (const RfBenchmark *self)
{
  g_autofree char *sample = rf_sample_dup_text (&self->sample);

  return g_strdup_printf (_ ("%s, %s, %s. %s"), self->publisher, self->survey_title, self->field != NULL ? self->field : _ ("date not given"), sample);
}
