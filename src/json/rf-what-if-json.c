// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-what-if-json.h"

#include "rf-json-text.h"

#include <math.h>

static void
add_string (JsonBuilder *builder,
            const char *name,
            const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

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
add_figures (JsonBuilder *builder,
             const RfFigures *figures)
{
  add_figure (builder, "low", figures->low);
  add_figure (builder, "high", figures->high);
  add_figure (builder, "unproven_high", figures->unproven_high);
  add_figure (builder, "coverage", figures->coverage);
}

static void
add_side (JsonBuilder *builder,
          const RfSideScore *side,
          RfSide which)
{
  gboolean is_rated = side->state != RF_NOT_ASSESSED;

  json_builder_set_member_name (builder, rf_side_get_nick (which));
  json_builder_begin_object (builder);
  add_string (builder, "state", rf_assessed_state_get_nick (side->state));
  add_figures (builder, &side->figures);
  add_string (builder, "rating_low", is_rated ? rf_rating_get_nick (side->rating_low) : NULL);
  add_string (builder, "rating_high", is_rated ? rf_rating_get_nick (side->rating_high) : NULL);
  json_builder_end_object (builder);
}

static void
add_use_case (JsonBuilder *builder,
              const RfUseCase *use_case,
              const RfResidual *residual,
              RfFitVerdict verdict)
{
  json_builder_begin_object (builder);
  add_string (builder, "use_case", use_case->id);
  add_string (builder, "verdict", rf_fit_verdict_get_nick (verdict));
  add_string (builder, "low", residual->known ? rf_rating_get_nick (residual->low) : NULL);
  add_string (builder, "high", residual->known ? rf_rating_get_nick (residual->high) : NULL);
  json_builder_end_object (builder);
}

static void
add_score (JsonBuilder *builder,
           const RfWhatIf *self,
           const RfScore *score,
           const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (guint i = 0; i < RF_N_SIDES; i++)
    add_side (builder, &score->sides[i], (RfSide) i);
  json_builder_set_member_name (builder, "sections");
  json_builder_begin_object (builder);
  for (guint i = 0; i < score->n_sections; i++)
    {
      json_builder_set_member_name (builder, self->questionnaire->sections[i].id);
      json_builder_begin_object (builder);
      add_figures (builder, &score->sections[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "knock_outs");
  json_builder_begin_object (builder);
  for (guint i = 0; i < score->n_knock_outs; i++)
    add_string (builder, self->questionnaire->knock_outs[i].id, rf_knock_out_result_get_nick (score->knock_outs[i]));
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "use_cases");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->use_cases->len; i++)
    {
      const RfWhatIfUseCase *both = g_ptr_array_index (self->use_cases, i);

      if (score == self->before)
        add_use_case (builder, both->use_case, &both->before, both->verdict_before);
      else
        add_use_case (builder, both->use_case, &both->after, both->verdict_after);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * rf_what_if_to_json:
 *
 * Gives both sides as one JSON object of two members of the same shape, figures at full precision.
 *
 * Returns: (transfer full)
 */
char *
rf_what_if_to_json (const RfWhatIf *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  add_score (builder, self, self->before, "before");
  add_score (builder, self, self->after, "after");
  json_builder_end_object (builder);
  return rf_json_text_of (builder);
}
