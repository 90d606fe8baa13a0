// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is said of a comparison, in the same words everywhere. */

#include "config.h"

#include "rf-comparison.h"

#include "rf-score.h"
#include "rf-language.h"

/**
 * rf_comparison_get_pair:
 * @a: index of a ranked offering
 * @b: index of another one that stands behind it
 */
const RfComparedPair *
rf_comparison_get_pair (const RfComparison *self,
                        guint a,
                        guint b)
{
  g_return_val_if_fail (a < b && b < self->n_ranked, NULL);
  return &self->pairs[a * (2 * self->n_ranked - a - 1) / 2 + (b - a - 1)];
}

const char *
rf_comparison_verdict_get_nick (RfComparisonVerdict self)
{
  static const char *const nicks[] = { "a-certain", "a-ahead", "a-likely", "cannot-be-told-apart", "b-likely", "b-ahead", "b-certain" };

  g_return_val_if_fail (self < G_N_ELEMENTS (nicks), NULL);
  return nicks[self];
}

/**
 * rf_comparison_dup_verdict:
 *
 * Says in a sentence which of a pair is better, and how sure that is.
 */
char *
rf_comparison_dup_verdict (const RfComparison *self,
                           const RfComparedPair *pair)
{
  const char *a = self->offerings[pair->a].name;
  const char *b = self->offerings[pair->b].name;
  g_autofree char *share_of_a = rf_format_percent (pair->win_share * 100);
  g_autofree char *share_of_b = rf_format_percent ((1 - pair->win_share) * 100);

  switch (pair->verdict)
    {
    case RF_COMPARISON_A_CERTAIN:
      return g_strdup_printf (_ ("%s is certainly better than %s."), a, b);
    case RF_COMPARISON_B_CERTAIN:
      return g_strdup_printf (_ ("%s is certainly better than %s."), b, a);
    case RF_COMPARISON_A_AHEAD:
      return g_strdup_printf (_ ("%s is ahead of %s on the record and wins %s of the draws."), a, b, share_of_a);
    case RF_COMPARISON_B_AHEAD:
      return g_strdup_printf (_ ("%s is ahead of %s on the record and wins %s of the draws."), b, a, share_of_b);
    case RF_COMPARISON_A_LIKELY:
      return g_strdup_printf (_ ("%s is likely better than %s: it wins %s of the draws."), a, b, share_of_a);
    case RF_COMPARISON_B_LIKELY:
      return g_strdup_printf (_ ("%s is likely better than %s: it wins %s of the draws."), b, a, share_of_b);
    case RF_COMPARISON_UNDECIDED:
    default:
      return g_strdup_printf (_ ("%s and %s cannot be told apart: %s wins %s of the draws."), a, b, a, share_of_a);
    }
}

/**
 * rf_comparison_dup_settling:
 * @place: 0 for the question that would settle most, 1 for the next
 *
 * Names a question of one of the pair, as a part of a sentence: "Most would be settled by question 4.1 of Aster".
 *
 * Returns: (nullable) (transfer full): %NULL where there is none
 */
char *
rf_comparison_dup_settling (const RfComparison *self,
                            const RfComparedPair *pair,
                            guint place)
{
  const RfSettlingQuestion *settling = &pair->settle[place];

  if (settling->question < 0)
    return NULL;
  /* Translators: a question's number, and the offering it is to be asked of */
  return g_strdup_printf (place == 0 ? _ ("Most would be settled by question %s of %s") : _ ("then by question %s of %s"),
                          self->questionnaire->questions[settling->question].number, self->offerings[settling->offering].name);
}

/**
 * rf_comparison_dup_settling_cause:
 *
 * Says in a sentence why a question that is not compared would settle something all the same.
 *
 * Returns: (nullable) (transfer full): %NULL where it is compared, or where there is none
 */
char *
rf_comparison_dup_settling_cause (const RfComparison *self,
                                  const RfSettlingQuestion *settling)
{
  if (settling->question < 0 || settling->is_compared)
    return NULL;
  if (settling->knock_out < 0)
    return g_strdup (_ ("It is not compared itself: other questions apply or not by its answer."));
  /* Translators: the id of a knock-out, and what it says */
  return g_strdup_printf (_ ("It is not compared itself: the knock-out [%s] depends on its answer. %s"),
                          self->questionnaire->knock_outs[settling->knock_out].id, self->questionnaire->knock_outs[settling->knock_out].text);
}

/**
 * rf_comparison_dup_settled_share:
 *
 * Says in a sentence what is expected once the question is settled.
 */
char *
rf_comparison_dup_settled_share (const RfSettlingQuestion *settling)
{
  g_autofree char *share = rf_format_percent ((0.5 + settling->separation) * 100);

  return g_strdup_printf (_ ("Once it is known, one of the two is expected to win %s of the draws."), share);
}

/**
 * rf_comparison_dup_unranked_reason:
 *
 * Says in a sentence why an offering is shown without a rank.
 *
 * Returns: (nullable) (transfer full): %NULL for one that is ranked
 */
char *
rf_comparison_dup_unranked_reason (const RfComparison *self,
                                   const RfComparedOffering *offering)
{
  g_autofree char *coverage = NULL;
  g_autofree char *set_aside = NULL;

  if (offering->state == RF_ASSESSED)
    return NULL;
  if (offering->state == RF_NOT_ASSESSED)
    return g_strdup_printf (_ ("%s is not ranked: no scored question applies to it."), offering->name);
  coverage = rf_format_percent (offering->coverage);
  set_aside = rf_format_percent (offering->not_applicable_share);
  if (offering->coverage < self->questionnaire->provisional_coverage)
    return g_strdup_printf (_ ("%s is not ranked: only %s of its questions by weight are answered or refused."), offering->name, coverage);
  return g_strdup_printf (_ ("%s is not ranked: %s of its questions by weight are set aside as not applicable."), offering->name, set_aside);
}

/**
 * rf_comparison_dup_method:
 *
 * Says what was compared, and how: with the number of draws and the seed, so that it can be done again.
 */
char *
rf_comparison_dup_method (const RfComparison *self)
{
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, self->seed);

  return g_strdup_printf (_ ("Of the provider’s side, on the %u questions that all of them were asked. %u draws with seed %s: "
                             "in each, weights vary between half and double, open questions take any answer, and claims are doubted as far as their evidence leaves room."),
                          self->n_common, self->draws, seed);
}

const char *
rf_left_out_reason_get_nick (RfLeftOutReason self)
{
  static const char *const nicks[] = { "hidden", "not-applicable", "revision", "unscored" };

  g_return_val_if_fail (self < G_N_ELEMENTS (nicks), NULL);
  return nicks[self];
}

/**
 * rf_comparison_dup_left_out_reason:
 *
 * Says in a sentence why a question is not compared.
 */
char *
rf_comparison_dup_left_out_reason (const RfComparison *self,
                                   const RfLeftOut *left_out)
{
  const char *name = left_out->offering;

  for (guint i = 0; i < self->n_offerings; i++)
    if (g_str_equal (self->offerings[i].id, left_out->offering))
      name = self->offerings[i].name;
  switch (left_out->reason)
    {
    case RF_LEFT_OUT_HIDDEN:
      return g_strdup_printf (_ ("It does not apply to %s."), name);
    case RF_LEFT_OUT_NOT_APPLICABLE:
      return g_strdup_printf (_ ("It is set aside as not applicable for %s."), name);
    case RF_LEFT_OUT_REVISION:
      return g_strdup_printf (_ ("The answers for %s are to another revision and say nothing of it."), name);
    case RF_LEFT_OUT_UNSCORED:
    default:
      return g_strdup_printf (_ ("It has no risk of its own, and none was set for %s."), name);
    }
}
