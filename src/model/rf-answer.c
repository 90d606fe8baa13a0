// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-answer.h"

RfEvidence *
rf_evidence_new (const char *id,
                 const char *title)
{
  RfEvidence *self = g_new0 (RfEvidence, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  return self;
}

RfEvidence *
rf_evidence_copy (const RfEvidence *self)
{
  RfEvidence *copy = rf_evidence_new (self->id, self->title);

  copy->file_name = g_strdup (self->file_name);
  copy->sha256 = g_strdup (self->sha256);
  copy->href = g_strdup (self->href);
  copy->retrieved = self->retrieved;
  copy->expires = self->expires;
  copy->size = self->size;
  copy->bytes = self->bytes ? g_bytes_ref (self->bytes) : NULL;
  return copy;
}

void
rf_evidence_free (RfEvidence *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->file_name);
  g_free (self->sha256);
  g_free (self->href);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * rf_evidence_link_new:
 * @evidence: an evidence's id
 * @locator: (nullable): page, clause
 */
RfEvidenceLink *
rf_evidence_link_new (const char *evidence,
                      RfGrade grade,
                      const char *locator)
{
  RfEvidenceLink *self = g_new0 (RfEvidenceLink, 1);

  self->evidence = g_strdup (evidence);
  self->grade = grade;
  self->locator = g_strdup (locator);
  return self;
}

void
rf_evidence_link_free (RfEvidenceLink *self)
{
  g_free (self->evidence);
  g_free (self->locator);
  g_free (self);
}

/**
 * rf_answer_new:
 * @question: a question's id
 *
 * Makes an answer in a state, without a choice, a value or anything else.
 */
RfAnswer *
rf_answer_new (const char *question,
               RfAnswerState state)
{
  RfAnswer *self = g_new0 (RfAnswer, 1);

  self->question = g_strdup (question);
  self->state = state;
  self->override_risk = -1;
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_evidence_link_free);
  return self;
}

RfAnswer *
rf_answer_copy (const RfAnswer *self)
{
  RfAnswer *copy = rf_answer_new (self->question, self->state);

  copy->choices = g_strdupv (self->choices);
  copy->value = g_strdup (self->value);
  copy->reason = g_strdup (self->reason);
  copy->override_risk = self->override_risk;
  copy->override_reason = g_strdup (self->override_reason);
  copy->note = g_strdup (self->note);
  copy->said_by = self->said_by;
  copy->inherited_from = g_strdup (self->inherited_from);
  for (guint i = 0; i < self->links->len; i++)
    {
      const RfEvidenceLink *link = g_ptr_array_index (self->links, i);

      g_ptr_array_add (copy->links, rf_evidence_link_new (link->evidence, link->grade, link->locator));
    }
  return copy;
}

static gboolean
choices_are_equal (char *const *one,
                   char *const *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  return g_strv_equal ((const char *const *) one, (const char *const *) other);
}

static gboolean
links_are_equal (GPtrArray *one,
                 GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    {
      const RfEvidenceLink *a = g_ptr_array_index (one, i);
      const RfEvidenceLink *b = g_ptr_array_index (other, i);

      if (a->grade != b->grade || g_strcmp0 (a->evidence, b->evidence) != 0 || g_strcmp0 (a->locator, b->locator) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * rf_answer_equal:
 *
 * Returns: whether the two say the same in every field
 */
gboolean
rf_answer_equal (const RfAnswer *self,
                 const RfAnswer *other)
{
  return self->state == other->state &&
         self->override_risk == other->override_risk &&
         self->said_by == other->said_by &&
         g_strcmp0 (self->question, other->question) == 0 &&
         g_strcmp0 (self->value, other->value) == 0 &&
         g_strcmp0 (self->reason, other->reason) == 0 &&
         g_strcmp0 (self->override_reason, other->override_reason) == 0 &&
         g_strcmp0 (self->note, other->note) == 0 &&
         g_strcmp0 (self->inherited_from, other->inherited_from) == 0 &&
         choices_are_equal (self->choices, other->choices) &&
         links_are_equal (self->links, other->links);
}

void
rf_answer_free (RfAnswer *self)
{
  g_free (self->question);
  g_strfreev (self->choices);
  g_free (self->value);
  g_free (self->reason);
  g_free (self->override_reason);
  g_free (self->note);
  g_free (self->inherited_from);
  g_ptr_array_unref (self->links);
  g_free (self);
}

/**
 * rf_answer_limit_credibility:
 * @credibility: what the best of its evidence is worth, percent
 *
 * Returns: what that is worth for this answer: what shows something of one offering need not show it of the other that
 *   the answer was copied to, until somebody has confirmed it
 */
guint
rf_answer_limit_credibility (const RfAnswer *self,
                             guint credibility)
{
  return self->inherited_from ? MIN (credibility, RF_CREDIBILITY_INHERITED) : credibility;
}

/**
 * rf_grade_get_credibility:
 * @expires: the last day on which the evidence holds, or %RF_DAY_NONE
 *
 * What one link is worth, percent: statement 60, documentation 75, contract 90, attestation 95, tested 100.
 * Expired evidence is worth a provider's statement at most. These figures are the method's own.
 */
guint
rf_grade_get_credibility (RfGrade grade,
                          RfDay expires,
                          RfDay as_of)
{
  static const guint credibilities[RF_N_GRADES] = { 60, 75, 90, 95, 100 };

  g_return_val_if_fail (grade < RF_N_GRADES, RF_CREDIBILITY_NONE);
  if (expires != RF_DAY_NONE && expires < as_of)
    return credibilities[RF_GRADE_STATEMENT];
  return credibilities[grade];
}
