// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-fit-json.h"

#include "rf-json-text.h"

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
add_boolean (JsonBuilder *builder,
             const char *name,
             gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_residual (JsonBuilder *builder,
              const RfResidual *residual)
{
  gboolean known = residual->known;

  add_string (builder, "exposure", known ? rf_rating_get_nick (residual->exposure) : NULL);
  add_string (builder, "low", known ? rf_rating_get_nick (residual->low) : NULL);
  add_string (builder, "high", known ? rf_rating_get_nick (residual->high) : NULL);
  add_string (builder, "low_side", known ? rf_side_get_nick (residual->low_side) : NULL);
  add_string (builder, "high_side", known ? rf_side_get_nick (residual->high_side) : NULL);
}

static void
add_knock_outs (JsonBuilder *builder,
                const char *name,
                const GArray *list,
                const RfQuestionnaire *questionnaire)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    json_builder_add_string_value (builder, questionnaire->knock_outs[g_array_index (list, guint, i)].id);
  json_builder_end_array (builder);
}

static void
add_decision (JsonBuilder *builder,
              const RfFitCell *cell)
{
  const RfDecision *decision = cell->decision;
  g_autofree char *expires = NULL;

  json_builder_set_member_name (builder, "decision");
  if (decision == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  if (decision->expires != RF_DAY_NONE)
    expires = rf_day_to_string (decision->expires);
  json_builder_begin_object (builder);
  add_string (builder, "verdict", rf_verdict_get_nick (decision->verdict));
  add_string (builder, "owner", decision->owner);
  json_builder_set_member_name (builder, "conditions");
  json_builder_begin_array (builder);
  for (guint i = 0; decision->conditions && decision->conditions[i]; i++)
    json_builder_add_string_value (builder, decision->conditions[i]);
  json_builder_end_array (builder);
  add_string (builder, "expires", expires);
  add_boolean (builder, "expired", cell->is_expired);
  json_builder_end_object (builder);
}

static void
add_way (JsonBuilder *builder,
         const RfFitWay *way,
         const RfQuestionnaire *questionnaire)
{
  json_builder_set_member_name (builder, "way");
  if (way == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_boolean (builder, "reachable", way->reachable);
  add_boolean (builder, "minimal", way->minimal);
  json_builder_set_member_name (builder, "for_knock_outs");
  json_builder_add_int_value (builder, way->n_for_knock_outs);
  json_builder_set_member_name (builder, "questions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < way->questions->len; i++)
    json_builder_add_string_value (builder, questionnaire->questions[g_array_index (way->questions, guint, i)].id);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_cell (JsonBuilder *builder,
          const RfFitCell *cell,
          const RfQuestionnaire *questionnaire)
{
  json_builder_begin_object (builder);
  add_string (builder, "use_case", cell->use_case->id);
  add_string (builder, "verdict", rf_fit_verdict_get_nick (cell->verdict));
  add_residual (builder, &cell->residual);
  add_boolean (builder, "provisional", cell->is_provisional);
  add_knock_outs (builder, "violated", cell->violated, questionnaire);
  add_knock_outs (builder, "not_cleared", cell->not_cleared, questionnaire);
  add_decision (builder, cell);
  add_way (builder, cell->way, questionnaire);
  json_builder_end_object (builder);
}

static void
add_offering (JsonBuilder *builder,
              const RfFit *self,
              guint row)
{
  const RfFindings *findings = g_ptr_array_index (self->offerings, row);
  g_autofree char *as_of = rf_day_to_string (findings->as_of);

  json_builder_begin_object (builder);
  add_string (builder, "id", findings->record->offering->id);
  add_string (builder, "as_of", as_of);
  json_builder_set_member_name (builder, "use_cases");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->use_cases->len; i++)
    add_cell (builder, rf_fit_get_cell (self, row, i), findings->questionnaire);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * rf_fit_to_json:
 *
 * Gives the matrix as one JSON object, offering by offering. The same matrix gives the same bytes.
 *
 * Returns: (transfer full)
 */
char *
rf_fit_to_json (const RfFit *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  add_string (builder, "acceptable", rf_rating_get_nick (self->acceptable));
  json_builder_set_member_name (builder, "offerings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->offerings->len; i++)
    add_offering (builder, self, i);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return rf_json_text_of (builder);
}
