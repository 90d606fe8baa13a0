// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The SHA-256 of what scores depend on. Answers bind to it, so it must not change with a text, a translation,
 * a reference or the order of attributes, and must change with anything that could move a figure.
 *
 * Every value is written as a line "name=value"; ids hold no line breaks and other texts do not take part, so
 * no two contents give the same lines. The first line names this serialisation.
 */

#include "config.h"

#include "rf-questionnaire-private.h"

#define SERIALISATION "ringfence-questionnaire-digest-1"

static void G_GNUC_PRINTF (2, 3)
  write_line (GChecksum *checksum,
              const char *format,
              ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_checksum_update (checksum, (const guchar *) line, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
}

static void
write_condition (GChecksum *checksum,
                 const RfQuestionnaire *self,
                 const RfConditionNode *condition)
{
  if (condition == NULL)
    return;
  for (guint i = 0; i < condition->length; i++)
    {
      const RfConditionNode *node = &condition[i];

      write_line (checksum, "condition=%d %u", node->kind, node->length);
      if (node->kind >= RF_CONDITION_ANSWER_CHOSE && node->kind <= RF_CONDITION_ANSWER_BELOW)
        write_line (checksum, "question=%s", self->questions[node->question].id);
      write_line (checksum, "asks=%u %" G_GINT64_MODIFIER "x %" G_GINT64_FORMAT, node->attribute, node->options, node->limit);
      for (guint k = 0; node->values && node->values[k]; k++)
        write_line (checksum, "value=%s", node->values[k]);
    }
}

static void
write_question (GChecksum *checksum,
                const RfQuestionnaire *self,
                const RfQuestion *question)
{
  write_line (checksum, "question-id=%s", question->id);
  write_line (checksum, "revision=%u", question->revision);
  write_line (checksum, "kind=%s %s", rf_question_kind_get_nick (question->kind), rf_combine_get_nick (question->combine));
  write_line (checksum, "weight=%d", question->weight);
  write_line (checksum, "scope=%s", rf_scope_get_nick (question->scope));
  write_line (checksum, "future=%d", question->future_allowed != FALSE);
  write_condition (checksum, self, question->applies_if);
  for (guint i = 0; i < question->n_options; i++)
    write_line (checksum, "option=%s %d %d", question->options[i].id, question->options[i].risk, question->options[i].exclusive != FALSE);
  for (guint i = 0; i < question->n_bands; i++)
    write_line (checksum, "band=%" G_GINT64_FORMAT " %d", question->bands[i].from, question->bands[i].risk);
}

static void
write_profile (GChecksum *checksum,
               const RfQuestionnaire *self,
               const RfProfile *profile)
{
  write_line (checksum, "profile=%s", profile->id);
  for (guint i = 0; i < profile->n_weights; i++)
    {
      const RfProfileWeight *weight = &profile->weights[i];

      if (weight->of_section)
        write_line (checksum, "section-weight=%s %d", self->sections[weight->index].id, weight->weight);
      else
        write_line (checksum, "question-weight=%s %d", self->questions[weight->index].id, weight->weight);
    }
}

static void
write_head (GChecksum *checksum,
            const RfQuestionnaire *self)
{
  write_line (checksum, SERIALISATION);
  write_line (checksum, "id=%s", self->id);
  write_line (checksum, "revision=%u", self->revision);
  for (RfRating i = RF_RATING_LOW; i < RF_N_RATINGS; i++)
    write_line (checksum, "rating-band=%d", self->bands.from[i]);
  write_line (checksum, "provisional=%d %d", self->provisional_coverage, self->provisional_not_applicable);
  write_line (checksum, "default-profile=%s", self->default_profile < 0 ? "" : self->profiles[self->default_profile].id);
}

/**
 * rf_questionnaire_make_digest:
 *
 * Returns: (transfer full): 64 hexadecimal digits
 */
char *
rf_questionnaire_make_digest (const RfQuestionnaire *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  write_head (checksum, self);
  for (guint i = 0; i < self->n_sections; i++)
    {
      const RfSection *section = &self->sections[i];

      write_line (checksum, "section-id=%s", section->id);
      write_line (checksum, "side=%s %d", rf_side_get_nick (section->side), section->weight);
      write_condition (checksum, self, section->applies_if);
      for (guint k = 0; k < section->n_questions; k++)
        write_question (checksum, self, &self->questions[section->first_question + k]);
    }
  for (guint i = 0; i < self->n_knock_outs; i++)
    {
      const RfKnockOut *knock_out = &self->knock_outs[i];

      write_line (checksum, "knock-out-id=%s", knock_out->id);
      write_line (checksum, "floor=%s %s", rf_side_get_nick (knock_out->side), rf_rating_get_nick (knock_out->floor));
      write_condition (checksum, self, knock_out->violated_if);
    }
  for (guint i = 0; i < self->n_profiles; i++)
    write_profile (checksum, self, &self->profiles[i]);
  return g_strdup (g_checksum_get_string (checksum));
}
