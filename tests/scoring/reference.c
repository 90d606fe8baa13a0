// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "reference.h"

#include "reference-conditions.h"

#include <math.h>
#include <stdlib.h>

/* What is closer than this to a limit is on it. */
#define NEAR 1e-11L

/* A question (or section) with its value in one mean. */
typedef struct
{
  long double weight;
  long double value;
  gboolean certain;
} Part;

static long double
band_risk (const RfQuestion *question,
           gint64 value)
{
  int risk = question->bands[0].risk;

  for (guint i = 0; i < question->n_bands; i++)
    if (value >= question->bands[i].from)
      risk = question->bands[i].risk;
  return risk;
}

static long double
choice_risk (const RfQuestion *question,
             guint64 chosen)
{
  long double sum = 0, greatest = 0, missing = 0;
  guint n = 0;

  for (guint i = 0; i < question->n_options; i++)
    if ((chosen >> i) & 1)
      {
        sum += question->options[i].risk;
        greatest = fmaxl (greatest, question->options[i].risk);
        n++;
      }
    else
      {
        missing += question->options[i].risk;
      }
  if (question->kind == RF_QUESTION_SINGLE_CHOICE || question->combine == RF_COMBINE_MAX)
    return greatest;
  if (question->combine == RF_COMBINE_MEAN)
    return floorl (sum / n * 10000 + 0.5L) / 10000;
  return fminl (question->combine == RF_COMBINE_SUM ? sum : missing, 100);
}

static gboolean
is_counted (const Sheet *sheet,
            guint index)
{
  const RfAnswerValue *answer = &sheet->answers[index];

  return sheet->questionnaire->questions[index].scored || (answer->state == RF_ANSWER_ANSWERED && answer->override_risk >= 0);
}

/* The bounds of one question: 0 low, 1 high, 2 unproven high. */
static long double
question_bound (const Sheet *sheet,
                guint index,
                int bound)
{
  const RfQuestion *question = &sheet->questionnaire->questions[index];
  const RfAnswerValue *answer = &sheet->answers[index];
  long double greatest = question->greatest_risk / 10000.0L;
  long double risk;

  if (answer->state == RF_ANSWER_UNANSWERED || answer->state == RF_ANSWER_UNKNOWN)
    return bound == 0 ? question->least_risk / 10000.0L : greatest;
  if (answer->state == RF_ANSWER_REFUSED)
    return greatest;
  if (answer->override_risk >= 0)
    risk = answer->override_risk;
  else if (question->kind == RF_QUESTION_NUMBER)
    risk = band_risk (question, answer->number);
  else if (question->kind == RF_QUESTION_DATE)
    risk = band_risk (question, ((gint64) sheet->context->as_of - answer->number) * 10000);
  else
    risk = choice_risk (question, answer->chosen);
  if (bound < 2)
    return risk;
  greatest = fmaxl (greatest, risk);
  return floorl ((risk + (100 - answer->credibility) / 100.0L * (greatest - risk)) * 10000 + 0.5L + 1e-7L) / 10000;
}

static int
compare_parts (const void *a,
               const void *b)
{
  const Part *one = a;
  const Part *other = b;

  return one->value < other->value ? -1 : one->value > other->value;
}

/* The mean of what is certain, and of the rest as far as it helps. Returns whether there is one. */
static gboolean
mean_of_parts (GArray *parts,
               gboolean lowers,
               long double *mean)
{
  long double sum = 0, weight = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      sum += part->certain ? part->weight * part->value : 0;
      weight += part->certain ? part->weight : 0;
    }
  if (parts->len > 1)
    qsort (parts->data, parts->len, sizeof (Part), compare_parts);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, lowers ? i : parts->len - 1 - i);

      if (part->certain || part->weight == 0)
        continue;
      if (weight > 0 && (lowers ? part->value >= sum / weight : part->value <= sum / weight))
        break;
      sum += part->weight * part->value;
      weight += part->weight;
    }
  if (weight > 0)
    *mean = sum / weight;
  return weight > 0;
}

static long double
weight_of (const Sheet *sheet,
           gboolean of_section,
           guint index)
{
  const RfQuestionnaire *questionnaire = sheet->questionnaire;
  int weight = of_section ? questionnaire->sections[index].weight : questionnaire->questions[index].weight;

  if (sheet->context->profile >= 0)
    {
      const RfProfile *profile = &questionnaire->profiles[sheet->context->profile];

      for (guint i = 0; i < profile->n_weights; i++)
        if (profile->weights[i].of_section == of_section && profile->weights[i].index == index)
          weight = profile->weights[i].weight;
    }
  return weight;
}

static void
add_section_parts (const Sheet *sheet,
                   guint section,
                   int bound,
                   GArray *parts)
{
  const RfSection *of = &sheet->questionnaire->sections[section];

  for (guint i = of->first_question; i < of->first_question + of->n_questions; i++)
    {
      Part part = { weight_of (sheet, FALSE, i), 0, sheet->applies[i].verdict == YES };

      if (sheet->applies[i].verdict == NO || sheet->answers[i].state == RF_ANSWER_NOT_APPLICABLE || !is_counted (sheet, i))
        continue;
      part.value = question_bound (sheet, i, bound);
      if (part.weight > 0)
        g_array_append_val (parts, part);
    }
}

static gboolean
has_certain (const GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_array_index (parts, Part, i).certain)
      return TRUE;
  return FALSE;
}

static double
side_bound (const Sheet *sheet,
            RfSide side,
            int bound)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  long double mean;

  for (guint i = 0; i < sheet->questionnaire->n_sections; i++)
    {
      g_autoptr (GArray) of_section = g_array_new (FALSE, FALSE, sizeof (Part));
      Part part = { weight_of (sheet, TRUE, i), 0, FALSE };

      if (sheet->questionnaire->sections[i].side != side)
        continue;
      add_section_parts (sheet, i, bound, of_section);
      part.certain = has_certain (of_section);
      if (!sheet->questionnaire->weighs_sections)
        g_array_append_vals (parts, of_section->data, of_section->len);
      else if (mean_of_parts (of_section, bound == 0, &part.value))
        g_array_append_val (parts, part);
    }
  return mean_of_parts (parts, bound == 0, &mean) ? (double) mean : (double) NAN;
}

/* Sums of shares over a side: @divisor decides which questions share out a section's weight. */
typedef struct
{
  long double whole;
  long double settled;
  long double answered;
  long double risk;
  long double credibility;
  long double aside;
} Shares;

static void
add_section_shares (const Sheet *sheet,
                    guint section,
                    gboolean with_aside,
                    gboolean is_weighted,
                    Shares *shares)
{
  const RfSection *of = &sheet->questionnaire->sections[section];
  Shares sums = { 0 };
  long double scale;

  for (guint i = of->first_question; i < of->first_question + of->n_questions; i++)
    {
      long double weight = weight_of (sheet, FALSE, i);
      RfAnswerState state = sheet->answers[i].state;

      if (sheet->applies[i].verdict == NO || !is_counted (sheet, i) || (!with_aside && state == RF_ANSWER_NOT_APPLICABLE))
        continue;
      sums.whole += weight;
      sums.aside += state == RF_ANSWER_NOT_APPLICABLE ? weight : 0;
      sums.settled += state == RF_ANSWER_ANSWERED || state == RF_ANSWER_REFUSED ? weight : 0;
      sums.answered += state == RF_ANSWER_ANSWERED ? weight : 0;
      sums.risk += state == RF_ANSWER_ANSWERED ? weight * question_bound (sheet, i, 0) : 0;
      sums.credibility += state == RF_ANSWER_ANSWERED ? weight * sheet->answers[i].credibility : 0;
    }
  if (sums.whole == 0)
    return;
  scale = is_weighted ? weight_of (sheet, TRUE, section) / sums.whole : 1;
  shares->whole += scale * sums.whole;
  shares->aside += scale * sums.aside;
  shares->settled += scale * sums.settled;
  shares->answered += scale * sums.answered;
  shares->risk += scale * sums.risk;
  shares->credibility += scale * sums.credibility;
}

static RfRating
rate (const Sheet *sheet,
      double figure)
{
  RfRating rating = RF_RATING_VERY_LOW;

  for (int i = 1; i < RF_N_RATINGS; i++)
    if (figure + NEAR >= sheet->questionnaire->bands.from[i])
      rating = i;
  return rating;
}

static void
score_side (const Sheet *sheet,
            RfScore *score,
            RfSide side)
{
  const RfQuestionnaire *questionnaire = sheet->questionnaire;
  RfSideScore *of = &score->sides[side];
  Shares shares = { 0 }, with_aside = { 0 };
  long double aside_limit = questionnaire->provisional_not_applicable < 0 ? 100 / 3.0L : questionnaire->provisional_not_applicable;

  for (guint i = 0; i < questionnaire->n_sections; i++)
    if (questionnaire->sections[i].side == side)
      {
        add_section_shares (sheet, i, FALSE, questionnaire->weighs_sections, &shares);
        add_section_shares (sheet, i, TRUE, questionnaire->weighs_sections, &with_aside);
      }
  of->figures.low = side_bound (sheet, side, 0);
  of->figures.high = side_bound (sheet, side, 1);
  of->figures.unproven_high = side_bound (sheet, side, 2);
  of->figures.coverage = shares.whole > 0 ? (double) (100 * shares.settled / shares.whole) : (double) NAN;
  of->figures.point = shares.answered > 0 ? (double) (shares.risk / shares.answered) : (double) NAN;
  of->assurance = shares.answered > 0 ? (double) (shares.credibility / shares.answered) : (double) NAN;
  of->not_applicable_share = with_aside.whole > 0 ? (double) (100 * with_aside.aside / with_aside.whole) : (double) NAN;
  of->state = RF_NOT_ASSESSED;
  if (shares.whole == 0)
    return;
  of->state = of->figures.coverage < questionnaire->provisional_coverage - NEAR || of->not_applicable_share > aside_limit + NEAR
                ? RF_PROVISIONAL
                : RF_ASSESSED;
  of->rating_low = rate (sheet, of->figures.low);
  of->rating_high = rate (sheet, of->figures.unproven_high);
  for (guint i = 0; i < questionnaire->n_knock_outs; i++)
    {
      const RfKnockOut *rule = &questionnaire->knock_outs[i];

      if (rule->side == side && score->knock_outs[i] == RF_KNOCK_OUT_VIOLATED)
        of->rating_low = MAX (of->rating_low, rule->floor);
      if (rule->side == side && (score->knock_outs[i] == RF_KNOCK_OUT_VIOLATED || score->knock_outs[i] == RF_KNOCK_OUT_NOT_CLEARED))
        of->rating_high = MAX (of->rating_high, rule->floor);
    }
}

static void
score_section (const Sheet *sheet,
               guint section,
               RfFigures *figures)
{
  double *bounds[] = { &figures->low, &figures->high, &figures->unproven_high };
  Shares shares = { 0 };

  for (int bound = 0; bound < 3; bound++)
    {
      g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
      long double mean;

      add_section_parts (sheet, section, bound, parts);
      *bounds[bound] = mean_of_parts (parts, bound == 0, &mean) ? (double) mean : (double) NAN;
    }
  add_section_shares (sheet, section, FALSE, FALSE, &shares);
  figures->coverage = shares.whole > 0 ? (double) (100 * shares.settled / shares.whole) : (double) NAN;
  figures->point = shares.answered > 0 ? (double) (shares.risk / shares.answered) : (double) NAN;
}

RfScore *
reference_score_new (const RfQuestionnaire *questionnaire,
                     const RfScoringContext *context,
                     const RfAnswerValue *answers)
{
  g_autofree Finding *applies = g_new0 (Finding, questionnaire->n_questions);
  Sheet sheet = { questionnaire, context, answers, applies };
  RfScore *score = g_atomic_rc_box_new0 (RfScore);

  score->n_sections = questionnaire->n_sections;
  score->n_knock_outs = questionnaire->n_knock_outs;
  score->n_questions = questionnaire->n_questions;
  score->sections = g_new0 (RfFigures, score->n_sections);
  score->knock_outs = g_new0 (RfKnockOutResult, score->n_knock_outs);
  score->applicability = g_new0 (RfApplicability, score->n_questions);
  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      static const RfApplicability translated[] = { [NO] = RF_HIDDEN, [YES] = RF_APPLIES, [MAYBE] = RF_MAY_APPLY };
      const RfQuestion *question = &questionnaire->questions[i];

      applies[i] = reference_both (reference_ask (&sheet, questionnaire->sections[question->section].applies_if),
                                   reference_ask (&sheet, question->applies_if));
      score->applicability[i] = translated[applies[i].verdict];
    }
  for (guint i = 0; i < questionnaire->n_knock_outs; i++)
    score->knock_outs[i] = reference_judge_knock_out (&sheet, &questionnaire->knock_outs[i]);
  for (guint i = 0; i < questionnaire->n_sections; i++)
    score_section (&sheet, i, &score->sections[i]);
  for (guint i = 0; i < RF_N_SIDES; i++)
    score_side (&sheet, score, i);
  return score;
}
