// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-comparison-json.h"

#include "rf-json-text.h"

#include <math.h>

static void
add_string (JsonBuilder *builder,
            const char *name,
            const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/* What is not ranked has no figures from the draws: null, for 0 would be the best of all. */
static void
add_figure (JsonBuilder *builder,
            const char *name,
            double figure)
{
  json_builder_set_member_name (builder, name);
  if (isnan (figure))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, figure);
}

static void
add_offering (JsonBuilder *builder,
              const RfComparison *self,
              const RfComparedOffering *offering)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", offering->id);
  add_figure (builder, "low", offering->low);
  add_figure (builder, "high", offering->high);
  add_figure (builder, "unproven_high", offering->unproven_high);
  add_figure (builder, "mean", offering->mean);
  add_figure (builder, "p05", offering->p05);
  add_figure (builder, "p95", offering->p95);
  json_builder_set_member_name (builder, "rank_share");
  json_builder_begin_array (builder);
  for (guint i = 0; offering->rank_share && i < self->n_ranked; i++)
    json_builder_add_double_value (builder, offering->rank_share[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_pair (JsonBuilder *builder,
          const RfComparison *self,
          const RfComparedPair *pair)
{
  json_builder_begin_object (builder);
  add_string (builder, "a", self->offerings[pair->a].id);
  add_string (builder, "b", self->offerings[pair->b].id);
  json_builder_set_member_name (builder, "certain");
  json_builder_add_boolean_value (builder, pair->certain);
  add_figure (builder, "win_share", pair->win_share);
  add_string (builder, "verdict", rf_comparison_verdict_get_nick (pair->verdict));
  json_builder_set_member_name (builder, "settle");
  json_builder_begin_array (builder);
  for (guint i = 0; i < RF_COMPARISON_N_SETTLING && pair->settle[i].question >= 0; i++)
    json_builder_add_string_value (builder, self->questionnaire->questions[pair->settle[i].question].id);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * rf_comparison_to_json:
 *
 * Gives a comparison as one JSON object: risks from 0 to 100 and shares from 0 to 1 at full precision. The same
 * comparison gives the same bytes.
 *
 * Returns: (transfer full)
 */
char *
rf_comparison_to_json (const RfComparison *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "seed");
  json_builder_add_int_value (builder, (gint64) self->seed);
  json_builder_set_member_name (builder, "draws");
  json_builder_add_int_value (builder, self->draws);
  json_builder_set_member_name (builder, "offerings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->n_offerings; i++)
    add_offering (builder, self, &self->offerings[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "pairwise");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->n_pairs; i++)
    add_pair (builder, self, &self->pairs[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->n_left_out; i++)
    {
      json_builder_begin_object (builder);
      add_string (builder, "question", self->questionnaire->questions[self->left_out[i].question].id);
      add_string (builder, "reason", rf_left_out_reason_get_nick (self->left_out[i].reason));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return rf_json_text_of (builder);
}

static void
add_settling (JsonBuilder *builder,
              const RfComparison *self,
              const RfSettlingQuestion *settling)
{
  json_builder_begin_object (builder);
  add_string (builder, "question", self->questionnaire->questions[settling->question].id);
  add_string (builder, "offering", self->offerings[settling->offering].id);
  add_figure (builder, "expected_share", 0.5 + settling->separation);
  json_builder_set_member_name (builder, "compared");
  json_builder_add_boolean_value (builder, settling->is_compared);
  add_string (builder, "knock_out", settling->knock_out >= 0 ? self->questionnaire->knock_outs[settling->knock_out].id : NULL);
  json_builder_end_object (builder);
}

static void
add_settled_pair (JsonBuilder *builder,
                  const RfComparison *self,
                  const RfComparedPair *pair)
{
  add_string (builder, "a", self->offerings[pair->a].id);
  add_string (builder, "b", self->offerings[pair->b].id);
  json_builder_set_member_name (builder, "certain");
  json_builder_add_boolean_value (builder, pair->certain);
  add_figure (builder, "win_share", pair->win_share);
  add_string (builder, "verdict", rf_comparison_verdict_get_nick (pair->verdict));
  json_builder_set_member_name (builder, "settle");
  json_builder_begin_array (builder);
  for (guint i = 0; i < RF_COMPARISON_N_SETTLING && pair->settle[i].question >= 0; i++)
    add_settling (builder, self, &pair->settle[i]);
  json_builder_end_array (builder);
}

/**
 * rf_comparison_pair_to_json:
 *
 * Gives a comparison of two offerings as one JSON object: the verdict and what would settle it, with the share of the
 * draws that one of the two is then expected to win, 0.5-1. What is not ranked has no verdict.
 *
 * Returns: (transfer full)
 */
char *
rf_comparison_pair_to_json (const RfComparison *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "seed");
  json_builder_add_int_value (builder, (gint64) self->seed);
  json_builder_set_member_name (builder, "draws");
  json_builder_add_int_value (builder, self->draws);
  if (self->n_pairs == 1)
    add_settled_pair (builder, self, &self->pairs[0]);
  json_builder_set_member_name (builder, "not_ranked");
  json_builder_begin_array (builder);
  for (guint i = self->n_ranked; i < self->n_offerings; i++)
    json_builder_add_string_value (builder, self->offerings[i].id);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return rf_json_text_of (builder);
}
