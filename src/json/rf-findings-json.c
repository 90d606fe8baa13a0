// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-findings-json.h"

#include "rf-json-text.h"
#include "rf-policy.h"

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

/* Where nothing is assessed there is no figure: null, for 0 would be the best of all. */
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
  add_figure (builder, "point", figures->point);
  add_figure (builder, "coverage", figures->coverage);
}

static void
add_questionnaire (JsonBuilder *builder,
                   const RfQuestionnaire *questionnaire)
{
  json_builder_set_member_name (builder, "questionnaire");
  json_builder_begin_object (builder);
  add_string (builder, "id", questionnaire->id);
  json_builder_set_member_name (builder, "revision");
  json_builder_add_int_value (builder, questionnaire->revision);
  add_string (builder, "sha256", questionnaire->sha256);
  json_builder_end_object (builder);
}

static void
add_rating (JsonBuilder *builder,
            const RfSideScore *score)
{
  json_builder_set_member_name (builder, "rating");
  if (score->state == RF_NOT_ASSESSED)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_string (builder, "low", rf_rating_get_nick (score->rating_low));
  add_string (builder, "high", rf_rating_get_nick (score->rating_high));
  json_builder_end_object (builder);
}

static void
add_sections (JsonBuilder *builder,
              const RfFindings *self,
              RfSide side)
{
  json_builder_set_member_name (builder, "sections");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->questionnaire->n_sections; i++)
    {
      if (self->questionnaire->sections[i].side != side)
        continue;
      json_builder_begin_object (builder);
      add_string (builder, "id", self->questionnaire->sections[i].id);
      add_figures (builder, &self->score->sections[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_side (JsonBuilder *builder,
          const RfFindings *self,
          RfSide side)
{
  const RfSideScore *score = &self->score->sides[side];

  json_builder_set_member_name (builder, rf_side_get_nick (side));
  json_builder_begin_object (builder);
  add_string (builder, "state", rf_assessed_state_get_nick (score->state));
  add_figures (builder, &score->figures);
  add_figure (builder, "assurance", score->assurance);
  add_figure (builder, "not_applicable_share", score->not_applicable_share);
  add_rating (builder, score);
  add_sections (builder, self, side);
  json_builder_end_object (builder);
}

static void
add_knock_outs (JsonBuilder *builder,
                const RfFindings *self)
{
  const RfQuestionnaire *questionnaire = self->questionnaire;

  json_builder_set_member_name (builder, "knockouts");
  json_builder_begin_array (builder);
  /* in the order of their results: violated first, then not cleared, then the rest */
  for (guint result = RF_KNOCK_OUT_VIOLATED; result <= RF_KNOCK_OUT_NOT_APPLICABLE; result++)
    for (guint i = 0; i < questionnaire->n_knock_outs; i++)
      {
        const RfKnockOut *knock_out = &questionnaire->knock_outs[i];

        if (self->score->knock_outs[i] != result)
          continue;
        json_builder_begin_object (builder);
        add_string (builder, "id", knock_out->id);
        add_string (builder, "side", rf_side_get_nick (knock_out->side));
        add_string (builder, "result", rf_knock_out_result_get_nick (result));
        add_string (builder, "floor", rf_rating_get_nick (knock_out->floor));
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
}

static void
add_residual (JsonBuilder *builder,
              const RfUseCaseFindings *findings)
{
  const RfResidual *residual = &findings->residual;
  RfRating exposure;
  gboolean is_exposed = rf_use_case_get_exposure (findings->use_case, &exposure);

  json_builder_begin_object (builder);
  add_string (builder, "use_case", findings->use_case->id);
  add_string (builder, "exposure", is_exposed ? rf_rating_get_nick (exposure) : NULL);
  add_string (builder, "low", residual->known ? rf_rating_get_nick (residual->low) : NULL);
  add_string (builder, "high", residual->known ? rf_rating_get_nick (residual->high) : NULL);
  json_builder_end_object (builder);
}

static void
add_advice (JsonBuilder *builder,
            const char *name,
            const RfFindings *self,
            const GArray *list)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      const RfAdvice *advice = &g_array_index (list, RfAdvice, i);

      json_builder_begin_object (builder);
      add_string (builder, "question", self->questionnaire->questions[advice->question].id);
      add_figure (builder, "points", advice->points);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_shortest_way (JsonBuilder *builder,
                  const RfFindings *self,
                  const RfShortestWay *way)
{
  json_builder_begin_object (builder);
  add_string (builder, "band", rf_rating_get_nick (way->band));
  json_builder_set_member_name (builder, "questions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < way->questions->len; i++)
    json_builder_add_string_value (builder,
                                   self->questionnaire->questions[g_array_index (way->questions, guint, i)].id);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "minimal");
  json_builder_add_boolean_value (builder, way->minimal);
  json_builder_set_member_name (builder, "reachable");
  json_builder_add_boolean_value (builder, way->reachable);
  json_builder_end_object (builder);
}

static void
add_policy (JsonBuilder *builder,
            const RfPolicy *policy)
{
  json_builder_set_member_name (builder, "policy");
  json_builder_begin_object (builder);
  add_string (builder, "name", policy->name);
  add_string (builder, "sha256", policy->sha256);
  json_builder_end_object (builder);
}

/* One of several says which offering it is about; one alone is what was asked for. */
static void
add_findings (JsonBuilder *builder,
              const RfFindings *self,
              gboolean is_one_of_several)
{
  g_autofree char *as_of = rf_day_to_string (self->as_of);

  json_builder_begin_object (builder);
  if (is_one_of_several)
    add_string (builder, "offering", self->record->offering->id);
  add_questionnaire (builder, self->questionnaire);
  add_string (builder, "engine", RF_ENGINE_VERSION);
  add_string (builder, "as_of", as_of);
  add_string (builder, "profile", self->profile < 0 ? NULL : self->questionnaire->profiles[self->profile].id);
  if (self->questionnaire->policy != NULL)
    add_policy (builder, self->questionnaire->policy);
  add_side (builder, self, RF_SIDE_PROVIDER);
  add_side (builder, self, RF_SIDE_CUSTOMER);
  add_knock_outs (builder, self);
  json_builder_set_member_name (builder, "residual");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->use_cases->len; i++)
    add_residual (builder, g_ptr_array_index (self->use_cases, i));
  json_builder_end_array (builder);
  add_advice (builder, "ask_first", self, self->ask_first);
  add_advice (builder, "prove_first", self, self->prove_first);
  add_advice (builder, "negotiate_first", self, self->negotiate_first);
  json_builder_set_member_name (builder, "shortest_way");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->shortest_ways->len; i++)
    add_shortest_way (builder, self, g_ptr_array_index (self->shortest_ways, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * rf_findings_to_json:
 *
 * Gives the findings as one JSON object: risks and percentages from 0 to 100 at full precision, null where nothing
 * is assessed, the words of the file formats. The same findings give the same bytes.
 *
 * Returns: (transfer full)
 */
char *
rf_findings_to_json (const RfFindings *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  add_findings (builder, self, FALSE);
  return rf_json_text_of (builder);
}

/**
 * rf_findings_list_to_json:
 * @list: (element-type RfFindings)
 *
 * Gives several findings as a JSON array of the objects of rf_findings_to_json(), each naming its offering first.
 *
 * Returns: (transfer full)
 */
char *
rf_findings_list_to_json (const GPtrArray *list)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    add_findings (builder, g_ptr_array_index (list, i), TRUE);
  json_builder_end_array (builder);
  return rf_json_text_of (builder);
}
