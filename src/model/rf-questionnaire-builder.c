// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-questionnaire-builder-private.h"

static const char *
intern (RfQuestionnaireBuilder *self,
        const char *text)
{
  return rf_questionnaire_storage_intern (self->storage, text);
}

#define NEW_ARRAY(Type) g_array_new (FALSE, FALSE, sizeof (Type))

/**
 * rf_questionnaire_builder_new:
 *
 * Begins a questionnaire.
 */
RfQuestionnaireBuilder *
rf_questionnaire_builder_new (const char *id,
                              guint revision)
{
  RfQuestionnaireBuilder *self = g_new0 (RfQuestionnaireBuilder, 1);
  RfQuestionnaire *content;

  self->storage = rf_questionnaire_storage_new ();
  self->frameworks = NEW_ARRAY (RfFramework);
  self->incidents = NEW_ARRAY (RfIncident);
  self->barriers = NEW_ARRAY (RfBarrier);
  self->sections = NEW_ARRAY (RfSection);
  self->section_drafts = NEW_ARRAY (RfSectionDraft);
  self->section_barriers = NEW_ARRAY (RfNamed);
  self->questions = NEW_ARRAY (RfQuestion);
  self->question_drafts = NEW_ARRAY (RfQuestionDraft);
  self->options = NEW_ARRAY (RfOption);
  self->bands = NEW_ARRAY (RfBand);
  self->evidence_hints = NEW_ARRAY (RfEvidenceHint);
  self->references = NEW_ARRAY (RfReference);
  self->reference_frameworks = NEW_ARRAY (RfNamed);
  self->question_incidents = NEW_ARRAY (RfNamed);
  self->superseded = NEW_ARRAY (RfSuperseded);
  self->knock_outs = NEW_ARRAY (RfKnockOut);
  self->knock_out_conditions = NEW_ARRAY (int);
  self->profiles = NEW_ARRAY (RfProfile);
  self->profile_drafts = NEW_ARRAY (RfProfileDraft);
  self->profile_weights = NEW_ARRAY (RfProfileWeight);
  self->profile_weight_drafts = NEW_ARRAY (RfProfileWeightDraft);
  self->conditions = NEW_ARRAY (RfConditionNode);
  self->condition_drafts = NEW_ARRAY (RfConditionDraft);
  self->open_conditions = NEW_ARRAY (guint);
  self->second_conditions = NEW_ARRAY (guint);

  content = &self->storage->content;
  content->id = intern (self, id);
  content->revision = revision;
  content->language = "en";
  content->title = content->id;
  content->bands = rf_default_rating_bands;
  content->provisional_coverage = 50;
  content->provisional_not_applicable = -1;
  content->default_profile = -1;
  return self;
}

void
rf_questionnaire_builder_free (RfQuestionnaireBuilder *self)
{
  GArray *arrays[] = {
    self->frameworks, self->incidents, self->barriers, self->sections, self->section_drafts, self->section_barriers,
    self->questions, self->question_drafts, self->options, self->bands, self->evidence_hints, self->references,
    self->reference_frameworks, self->question_incidents, self->superseded, self->knock_outs,
    self->knock_out_conditions, self->profiles, self->profile_drafts, self->profile_weights,
    self->profile_weight_drafts, self->conditions, self->condition_drafts, self->open_conditions, self->second_conditions
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    if (arrays[i])
      g_array_unref (arrays[i]);
  if (self->storage)
    rf_questionnaire_unref (&self->storage->content);
  g_free (self);
}

/**
 * rf_questionnaire_builder_set_texts:
 * @language: a BCP 47 tag
 * @description: (nullable), @publisher: (nullable), @licence: (nullable)
 */
void
rf_questionnaire_builder_set_texts (RfQuestionnaireBuilder *self,
                                    const char *language,
                                    const char *title,
                                    const char *description,
                                    const char *publisher,
                                    const char *licence)
{
  RfQuestionnaire *content = &self->storage->content;

  content->language = intern (self, language);
  content->title = intern (self, title);
  content->description = intern (self, description);
  content->publisher = intern (self, publisher);
  content->licence = intern (self, licence);
}

/**
 * rf_questionnaire_builder_set_rating_bands:
 *
 * Replaces the limits 20, 40, 60 and 80.
 */
void
rf_questionnaire_builder_set_rating_bands (RfQuestionnaireBuilder *self,
                                           const RfRatingBands *bands,
                                           guint line)
{
  self->storage->content.bands = *bands;
  self->bands_line = line;
}

/**
 * rf_questionnaire_builder_set_provisional:
 * @coverage_below: percent
 * @not_applicable_above: percent, or -1 for exactly one third
 */
void
rf_questionnaire_builder_set_provisional (RfQuestionnaireBuilder *self,
                                          int coverage_below,
                                          int not_applicable_above)
{
  self->storage->content.provisional_coverage = coverage_below;
  self->storage->content.provisional_not_applicable = not_applicable_above;
}

void
rf_questionnaire_builder_set_default_profile (RfQuestionnaireBuilder *self,
                                              const char *id,
                                              guint line)
{
  self->default_profile = (RfNamed){ intern (self, id), line };
}

void
rf_questionnaire_builder_add_framework (RfQuestionnaireBuilder *self,
                                        const RfFramework *framework)
{
  RfFramework copy = { intern (self, framework->id), intern (self, framework->name), intern (self, framework->version), framework->line };

  g_array_append_val (self->frameworks, copy);
}

void
rf_questionnaire_builder_add_incident (RfQuestionnaireBuilder *self,
                                       const RfIncident *incident)
{
  RfIncident copy = {
    intern (self, incident->id), intern (self, incident->date), intern (self, incident->title),
    intern (self, incident->source), incident->line
  };

  g_array_append_val (self->incidents, copy);
}

void
rf_questionnaire_builder_add_barrier (RfQuestionnaireBuilder *self,
                                      const RfBarrier *barrier)
{
  RfBarrier copy = { intern (self, barrier->id), intern (self, barrier->title), barrier->line };

  g_array_append_val (self->barriers, copy);
}

/**
 * rf_questionnaire_builder_begin_section:
 * @section: with a weight of -1 where sections are not weighed
 */
void
rf_questionnaire_builder_begin_section (RfQuestionnaireBuilder *self,
                                        const RfSection *section)
{
  RfSection copy = *section;
  RfSectionDraft draft = { self->section_barriers->len, -1 };

  copy.id = intern (self, section->id);
  copy.title = intern (self, section->title);
  copy.description = intern (self, section->description);
  copy.applies_if = NULL;
  copy.first_question = self->questions->len;
  copy.n_questions = 0;
  g_array_append_val (self->sections, copy);
  g_array_append_val (self->section_drafts, draft);
  self->owner = RF_OWNER_SECTION;
}

void
rf_questionnaire_builder_add_section_barrier (RfQuestionnaireBuilder *self,
                                              const char *barrier_id,
                                              guint line)
{
  RfNamed named = { intern (self, barrier_id), line, RF_BUILDER_LAST (self->sections, RfSection)->id };

  g_array_append_val (self->section_barriers, named);
}

static RfQuestionDraft
begin_draft (RfQuestionnaireBuilder *self)
{
  return (RfQuestionDraft){
    .option = self->options->len,
    .band = self->bands->len,
    .evidence_hint = self->evidence_hints->len,
    .reference = self->references->len,
    .incident = self->question_incidents->len,
    .superseded = self->superseded->len,
    .condition = -1,
  };
}

/**
 * rf_questionnaire_builder_begin_question:
 * @question: with a weight of -1 where its criticality says it
 *
 * Begins a question of the section begun last; the scope is taken as given.
 */
void
rf_questionnaire_builder_begin_question (RfQuestionnaireBuilder *self,
                                         const RfQuestion *question)
{
  RfQuestion copy = *question;
  RfQuestionDraft draft = begin_draft (self);

  g_return_if_fail (self->sections->len > 0);
  draft.has_weight = question->weight >= 0;
  copy.id = intern (self, question->id);
  copy.prompt = intern (self, question->prompt);
  copy.why = intern (self, question->why);
  copy.help = intern (self, question->help);
  copy.unit = intern (self, question->unit);
  copy.section = self->sections->len - 1;
  copy.applies_if = NULL;
  copy.n_options = copy.n_bands = copy.n_evidence_hints = copy.n_references = copy.n_incidents = copy.n_superseded = 0;
  g_array_append_val (self->questions, copy);
  g_array_append_val (self->question_drafts, draft);
  RF_BUILDER_LAST (self->sections, RfSection)->n_questions++;
  self->owner = RF_OWNER_QUESTION;
}

void
rf_questionnaire_builder_add_option (RfQuestionnaireBuilder *self,
                                     const RfOption *option)
{
  RfOption copy = *option;

  copy.id = intern (self, option->id);
  copy.label = intern (self, option->label);
  copy.help = intern (self, option->help);
  g_array_append_val (self->options, copy);
  RF_BUILDER_LAST (self->questions, RfQuestion)->n_options++;
}

void
rf_questionnaire_builder_add_band (RfQuestionnaireBuilder *self,
                                   const RfBand *band)
{
  RfBand copy = *band;

  copy.label = intern (self, band->label);
  g_array_append_val (self->bands, copy);
  RF_BUILDER_LAST (self->questions, RfQuestion)->n_bands++;
}

void
rf_questionnaire_builder_add_evidence_hint (RfQuestionnaireBuilder *self,
                                            const RfEvidenceHint *hint)
{
  RfEvidenceHint copy = { hint->grade, intern (self, hint->text) };

  g_array_append_val (self->evidence_hints, copy);
  RF_BUILDER_LAST (self->questions, RfQuestion)->n_evidence_hints++;
}

void
rf_questionnaire_builder_add_reference (RfQuestionnaireBuilder *self,
                                        const char *framework_id,
                                        const char *id,
                                        guint line)
{
  RfNamed framework = { intern (self, framework_id), line, RF_BUILDER_LAST (self->questions, RfQuestion)->id };
  RfReference reference = { 0, intern (self, id), line };

  g_array_append_val (self->references, reference);
  g_array_append_val (self->reference_frameworks, framework);
  RF_BUILDER_LAST (self->questions, RfQuestion)->n_references++;
}

void
rf_questionnaire_builder_add_question_incident (RfQuestionnaireBuilder *self,
                                                const char *incident_id,
                                                guint line)
{
  RfNamed incident = { intern (self, incident_id), line, RF_BUILDER_LAST (self->questions, RfQuestion)->id };

  g_array_append_val (self->question_incidents, incident);
  RF_BUILDER_LAST (self->questions, RfQuestion)->n_incidents++;
}

void
rf_questionnaire_builder_add_superseded (RfQuestionnaireBuilder *self,
                                         const char *question_id,
                                         gboolean same_meaning)
{
  RfSuperseded superseded = { intern (self, question_id), same_meaning };

  g_array_append_val (self->superseded, superseded);
  RF_BUILDER_LAST (self->questions, RfQuestion)->n_superseded++;
}

void
rf_questionnaire_builder_begin_knock_out (RfQuestionnaireBuilder *self,
                                          const RfKnockOut *knock_out)
{
  RfKnockOut copy = *knock_out;
  int condition = -1;

  copy.id = intern (self, knock_out->id);
  copy.text = intern (self, knock_out->text);
  copy.violated_if = NULL;
  g_array_append_val (self->knock_outs, copy);
  g_array_append_val (self->knock_out_conditions, condition);
  self->owner = RF_OWNER_KNOCK_OUT;
}

void
rf_questionnaire_builder_begin_profile (RfQuestionnaireBuilder *self,
                                        const RfProfile *profile)
{
  RfProfile copy = *profile;
  RfProfileDraft draft = { self->profile_weights->len };

  copy.id = intern (self, profile->id);
  copy.title = intern (self, profile->title);
  copy.description = intern (self, profile->description);
  copy.n_weights = 0;
  g_array_append_val (self->profiles, copy);
  g_array_append_val (self->profile_drafts, draft);
  self->owner = RF_OWNER_NONE;
}

/**
 * rf_questionnaire_builder_add_profile_weight:
 * @question_id: (nullable), @section_id: (nullable): exactly one of the two
 * @reason: why the profile weighs it so
 */
void
rf_questionnaire_builder_add_profile_weight (RfQuestionnaireBuilder *self,
                                             const char *question_id,
                                             const char *section_id,
                                             int weight,
                                             const char *reason,
                                             guint line)
{
  RfProfileWeight profile_weight = { section_id != NULL, 0, weight, intern (self, reason), line };
  RfProfileWeightDraft draft = { intern (self, question_id), intern (self, section_id) };

  g_array_append_val (self->profile_weights, profile_weight);
  g_array_append_val (self->profile_weight_drafts, draft);
  RF_BUILDER_LAST (self->profiles, RfProfile)->n_weights++;
}

/**
 * rf_questionnaire_builder_set_text:
 *
 * Sets a text of the thing begun or added last.
 */
void
rf_questionnaire_builder_set_text (RfQuestionnaireBuilder *self,
                                   RfBuilderText which,
                                   const char *text)
{
  const char *copy = intern (self, text);

  switch (which)
    {
    case RF_TEXT_SECTION_TITLE:
      RF_BUILDER_LAST (self->sections, RfSection)->title = copy;
      break;
    case RF_TEXT_SECTION_DESCRIPTION:
      RF_BUILDER_LAST (self->sections, RfSection)->description = copy;
      break;
    case RF_TEXT_QUESTION_PROMPT:
      RF_BUILDER_LAST (self->questions, RfQuestion)->prompt = copy;
      break;
    case RF_TEXT_QUESTION_WHY:
      RF_BUILDER_LAST (self->questions, RfQuestion)->why = copy;
      break;
    case RF_TEXT_QUESTION_HELP:
      RF_BUILDER_LAST (self->questions, RfQuestion)->help = copy;
      break;
    case RF_TEXT_OPTION_LABEL:
      RF_BUILDER_LAST (self->options, RfOption)->label = copy;
      break;
    case RF_TEXT_OPTION_HELP:
      RF_BUILDER_LAST (self->options, RfOption)->help = copy;
      break;
    case RF_TEXT_BAND_LABEL:
      RF_BUILDER_LAST (self->bands, RfBand)->label = copy;
      break;
    case RF_TEXT_KNOCK_OUT_TEXT:
      RF_BUILDER_LAST (self->knock_outs, RfKnockOut)->text = copy;
      break;
    case RF_TEXT_PROFILE_TITLE:
      RF_BUILDER_LAST (self->profiles, RfProfile)->title = copy;
      break;
    case RF_TEXT_PROFILE_DESCRIPTION:
      RF_BUILDER_LAST (self->profiles, RfProfile)->description = copy;
      break;
    case RF_TEXT_INCIDENT_TITLE:
      RF_BUILDER_LAST (self->incidents, RfIncident)->title = copy;
      break;
    case RF_TEXT_INCIDENT_SOURCE:
      RF_BUILDER_LAST (self->incidents, RfIncident)->source = copy;
      break;
    case RF_TEXT_BARRIER_TITLE:
      RF_BUILDER_LAST (self->barriers, RfBarrier)->title = copy;
      break;
    default:
      g_return_if_reached ();
    }
}

#define TAKE(field)                                                                                       \
  G_STMT_START                                                                                            \
  {                                                                                                       \
    content->n_##field = self->field->len;                                                                \
    content->field = rf_questionnaire_storage_take_array (self->storage, g_steal_pointer (&self->field)); \
  }                                                                                                       \
  G_STMT_END

/**
 * rf_questionnaire_builder_finish:
 * @problems: what the schema cannot say is added here, in the order of lines
 *
 * Looks up every name, derives what follows from the rest and checks the whole. The builder is used up.
 *
 * Returns: (transfer full) (nullable): %NULL where a problem is fatal
 */
RfQuestionnaire *
rf_questionnaire_builder_finish (RfQuestionnaireBuilder *self,
                                 RfProblems *problems)
{
  RfQuestionnaire *content = &self->storage->content;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (self->open_conditions->len == 0, NULL);
  rf_questionnaire_builder_resolve_names (self, problems);
  rf_questionnaire_builder_resolve_conditions (self, problems);
  rf_questionnaire_builder_derive (self, problems);
  rf_questionnaire_builder_check (self, problems);
  rf_questionnaire_builder_check_limits (self, problems);
  rf_problems_sort (problems);
  if (rf_problems_has_fatal (problems))
    return NULL;
  TAKE (sections);
  TAKE (questions);
  TAKE (knock_outs);
  TAKE (profiles);
  TAKE (frameworks);
  TAKE (incidents);
  TAKE (barriers);
  digest = rf_questionnaire_make_digest (content);
  content->sha256 = intern (self, digest);
  return &g_steal_pointer (&self->storage)->content;
}
