// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is said of the fit of an offering for a use case, in the same words everywhere. */

#include "config.h"

#include "rf-fit.h"
#include "rf-language.h"

static const char *const nicks[] = { "fit", "not-settled", "unfit", "not-known" };
static const char *const labels[] = { NC_ ("fit", "fit"), NC_ ("fit", "not settled"), NC_ ("fit", "unfit"), NC_ ("fit", "not known") };

const char *
rf_fit_verdict_get_nick (RfFitVerdict self)
{
  g_return_val_if_fail (self < G_N_ELEMENTS (nicks), NULL);
  return nicks[self];
}

/**
 * rf_fit_verdict_get_label:
 *
 * Gives the words shown to a person, in their language.
 */
const char *
rf_fit_verdict_get_label (RfFitVerdict self)
{
  g_return_val_if_fail (self < G_N_ELEMENTS (labels), NULL);
  return C_ ("fit", labels[self]);
}

/**
 * rf_fit_dup_rule:
 *
 * Says in a sentence what fit means.
 */
char *
rf_fit_dup_rule (RfRating acceptable)
{
  return g_strdup_printf (_ ("Fit means: the residual risk is %s at most, even if all that is open turns out badly."),
                          rf_rating_get_label (acceptable));
}

/**
 * rf_fit_dup_residual:
 *
 * Gives the range of the residual risk: "low to moderate".
 */
char *
rf_fit_dup_residual (const RfResidual *residual)
{
  if (!residual->known)
    return g_strdup (_ ("not known"));
  if (residual->low == residual->high)
    return g_strdup (rf_rating_get_label (residual->low));
  return g_strdup_printf (_ ("%s to %s"), rf_rating_get_label (residual->low), rf_rating_get_label (residual->high));
}

char *
rf_fit_cell_dup_residual (const RfFitCell *self)
{
  return rf_fit_dup_residual (&self->residual);
}

static const char *
name_side (RfSide side)
{
  return side == RF_SIDE_PROVIDER ? _ ("the provider’s side") : _ ("our own side");
}

/**
 * rf_fit_cell_dup_reason:
 *
 * Says in a sentence why the cell has its verdict, and which side decides.
 */
char *
rf_fit_cell_dup_reason (const RfFitCell *self,
                        RfRating acceptable)
{
  const char *limit = rf_rating_get_label (acceptable);
  const char *low = rf_rating_get_label (self->residual.low);
  const char *high = rf_rating_get_label (self->residual.high);

  switch (self->verdict)
    {
    case RF_FIT:
      return g_strdup_printf (_ ("Fit: at most %s remains."), high);
    case RF_FIT_UNFIT:
      return g_strdup_printf (_ ("Unfit: at least %s remains, and %s is acceptable; %s decides."), low, limit, name_side (self->residual.low_side));
    case RF_FIT_NOT_KNOWN:
      if (self->score->sides[RF_SIDE_PROVIDER].state == RF_NOT_ASSESSED && self->score->sides[RF_SIDE_CUSTOMER].state == RF_NOT_ASSESSED)
        return g_strdup (_ ("Not known: no scored question applies."));
      return g_strdup (_ ("Not known: sensitivity, autonomy, volume and dependence of the use case are not all set."));
    case RF_FIT_OPEN:
    default:
      if (self->residual.high <= acceptable)
        return g_strdup_printf (_ ("Not settled: at most %s would remain, but the result is provisional."), high);
      return g_strdup_printf (_ ("Not settled: from %s to %s may remain, and %s is acceptable; %s decides."), low, high, limit, name_side (self->residual.high_side));
    }
}

/**
 * rf_fit_cell_dup_knock_out:
 * @knock_out: one of the lists of the cell
 *
 * Says in a line what a knock-out says, and that it is violated or not cleared.
 */
char *
rf_fit_cell_dup_knock_out (const RfFitCell *self,
                           const RfQuestionnaire *questionnaire,
                           guint knock_out)
{
  const RfKnockOut *source = &questionnaire->knock_outs[knock_out];

  return g_strdup_printf (_ ("Knock-out %s: %s"), rf_knock_out_result_get_label (self->score->knock_outs[knock_out]), source->text);
}

/**
 * rf_fit_cell_dup_decision:
 *
 * Says in a line what was decided, who accepts the risk and until when, and whether that has expired.
 */
char *
rf_fit_cell_dup_decision (const RfFitCell *self)
{
  const RfDecision *decision = self->decision;
  g_autoptr (GString) text = NULL;
  g_autofree char *day = NULL;

  if (decision == NULL)
    return g_strdup (_ ("Decision: none yet"));
  text = g_string_new (NULL);
  g_string_append_printf (text, _ ("Decision: %s"), rf_verdict_get_label (decision->verdict));
  if (decision->owner)
    g_string_append_printf (text, _ (", by %s"), decision->owner);
  if (decision->expires != RF_DAY_NONE)
    {
      day = rf_day_to_text (decision->expires);
      g_string_append_printf (text, self->is_expired ? _ ("; it expired on %s and must be taken anew") : _ (", until %s"), day);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_questions (GString *text,
                  const RfFitWay *way,
                  const RfQuestionnaire *questionnaire,
                  guint first,
                  guint end)
{
  for (guint i = first; i < end; i++)
    {
      const RfQuestion *question = &questionnaire->questions[g_array_index (way->questions, guint, i)];

      g_string_append (text, i > first ? _ (", ") : "");
      /* Translators: the number and the id of a question; isolated where the language runs from the right */
      g_string_append_printf (text, _ ("%s [%s]"), question->number, question->id);
    }
}

/**
 * rf_fit_cell_dup_way:
 *
 * Says in a sentence which questions would make the offering fit, or that none would.
 *
 * Returns: (transfer full) (nullable): %NULL where it is fit, or was not looked for
 */
char *
rf_fit_cell_dup_way (const RfFitCell *self,
                     const RfQuestionnaire *questionnaire)
{
  const RfFitWay *way = self->way;
  g_autoptr (GString) text = NULL;

  if (way == NULL || self->verdict == RF_FIT)
    return NULL;
  if (!way->reachable)
    return g_strdup (_ ("Fit cannot be reached by any answers to these questions."));
  text = g_string_new (_ ("Would be fit with the best answer, tested by us, to "));
  append_questions (text, way, questionnaire, 0, way->n_for_knock_outs);
  if (way->n_for_knock_outs > 0)
    g_string_append (text, way->n_for_knock_outs < way->questions->len ? _ (" for the knock-outs, then ") : _ (" for the knock-outs"));
  append_questions (text, way, questionnaire, way->n_for_knock_outs, way->questions->len);
  g_string_append (text, way->minimal ? _ ("; fewer would not do.") : _ ("; perhaps fewer would do."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * rf_fit_dup_step:
 * @question: one of a way
 *
 * Makes of a step on the way something to be done.
 *
 * Returns: (transfer full): an action without an id
 */
RfAction *
rf_fit_dup_step (const RfQuestionnaire *questionnaire,
                 guint question)
{
  const RfQuestion *source = &questionnaire->questions[question];
  g_autofree char *text = g_strdup_printf (_ ("Get the best answer to %s, and test it: “%s”"), source->number, source->prompt);
  RfAction *action = rf_action_new (NULL, text);

  action->question = g_strdup (source->id);
  return action;
}
