// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is said of things that are tried, in the same words everywhere. */

#include "config.h"

#include "rf-what-if.h"
#include "rf-language.h"

#include <math.h>

static const char *
get_number (const RfQuestionnaire *questionnaire,
            const char *id)
{
  int question = rf_questionnaire_find_question (questionnaire, id);

  return question >= 0 ? questionnaire->questions[question].number : "";
}

static const char *
get_label (const RfQuestion *question,
           const char *option)
{
  for (guint i = 0; i < question->n_options; i++)
    if (g_str_equal (question->options[i].id, option))
      return question->options[i].label;
  return option;
}

/* Of options what they say, not how the file names them. */
static char *
dup_answer (const RfHypothesis *self,
            const RfQuestionnaire *questionnaire)
{
  int question = rf_questionnaire_find_question (questionnaire, self->id);
  g_auto (GStrv) chosen = NULL;
  g_autoptr (GString) labels = NULL;

  if (question < 0 || questionnaire->questions[question].n_options == 0)
    return g_strdup (self->value);
  chosen = g_strsplit (self->value, ",", -1);
  labels = g_string_new (NULL);
  for (guint i = 0; chosen[i]; i++)
    g_string_append_printf (labels, "%s%s", i > 0 ? _ ("; ") : "", get_label (&questionnaire->questions[question], chosen[i]));
  return g_string_free (g_steal_pointer (&labels), FALSE);
}

static const char *
get_state (const char *nick)
{
  RfAnswerState state;

  return rf_answer_state_from_nick (nick, &state) ? rf_answer_state_get_label (state) : nick;
}

static const char *
get_grade (const char *nick)
{
  RfGrade grade;

  return rf_grade_from_nick (nick, &grade) ? rf_grade_get_label (grade) : nick;
}

/**
 * rf_hypothesis_dup_text:
 *
 * Says in a line what is tried.
 */
char *
rf_hypothesis_dup_text (const RfHypothesis *self,
                        const RfQuestionnaire *questionnaire)
{
  const char *number = get_number (questionnaire, self->id);
  g_autofree char *answer = NULL;

  switch (self->kind)
    {
    case RF_HYPOTHESIS_ANSWER:
      answer = dup_answer (self, questionnaire);
      return g_strdup_printf (_ ("%s [%s] is answered “%s”"), number, self->id, answer);
    case RF_HYPOTHESIS_STATE:
      return g_strdup_printf (_ ("%s [%s] is “%s”"), number, self->id, get_state (self->value));
    case RF_HYPOTHESIS_EVIDENCE:
      return g_strdup_printf (_ ("%s [%s] is proven: “%s”"), number, self->id, get_grade (self->value));
    case RF_HYPOTHESIS_WEIGHT:
    default:
      return g_strdup_printf (_ ("%s [%s] weighs %s"), number, self->id, self->value);
    }
}

/**
 * rf_hypothesis_dup_action:
 *
 * Makes of what was tried something to be done. Weights are no action, nor is it one to have something refused.
 *
 * Returns: (transfer full) (nullable): an action without an id, or %NULL where nobody can do it
 */
RfAction *
rf_hypothesis_dup_action (const RfHypothesis *self,
                          const RfQuestionnaire *questionnaire)
{
  g_autofree char *answer = NULL;
  g_autofree char *text = NULL;
  RfAction *action;

  if (self->kind == RF_HYPOTHESIS_ANSWER)
    {
      answer = dup_answer (self, questionnaire);
      text = g_strdup_printf (_ ("Make it so that %s can be answered “%s”."), get_number (questionnaire, self->id), answer);
    }
  else if (self->kind == RF_HYPOTHESIS_EVIDENCE)
    text = g_strdup_printf (_ ("Get evidence for the answer to %s: “%s”."), get_number (questionnaire, self->id), get_grade (self->value));
  else
    return NULL;
  action = rf_action_new (NULL, text);
  action->question = g_strdup (self->id);
  return action;
}

static void
line_free (gpointer data)
{
  RfWhatIfLine *self = data;

  g_free (self->about);
  g_free (self->detail);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/* @before and @after (transfer full) */
static RfWhatIfLine *
add_line (GPtrArray *lines,
          const char *about,
          char *before,
          char *after)
{
  RfWhatIfLine *line = g_new0 (RfWhatIfLine, 1);

  line->about = g_strdup (about);
  line->before = before;
  line->after = after;
  g_ptr_array_add (lines, line);
  return line;
}

static char *
dup_range (const RfFigures *figures,
           const RfRatingBands *bands)
{
  return isnan (figures->low) ? g_strdup ("-") : rf_score_dup_range (figures, bands);
}

static char *
dup_coverage (const RfFigures *figures)
{
  return isnan (figures->coverage) ? g_strdup ("-") : rf_format_percent (figures->coverage);
}

static void
add_side (GPtrArray *lines,
          const RfWhatIf *self,
          RfSide side)
{
  const RfSideScore *before = &self->before->sides[side];
  const RfSideScore *after = &self->after->sides[side];
  const RfRatingBands *bands = &self->questionnaire->bands;

  if (before->state == RF_NOT_ASSESSED && after->state == RF_NOT_ASSESSED)
    return;
  add_line (lines, side == RF_SIDE_PROVIDER ? _ ("The provider: rating") : _ ("Our own side: rating"), rf_score_dup_rating (before), rf_score_dup_rating (after));
  add_line (lines, C_ ("what if", "Risk"), dup_range (&before->figures, bands), dup_range (&after->figures, bands))->is_part = TRUE;
  add_line (lines, C_ ("what if", "Coverage"), dup_coverage (&before->figures), dup_coverage (&after->figures))->is_part = TRUE;
}

static void
add_sections (GPtrArray *lines,
              const RfWhatIf *self)
{
  for (guint i = 0; i < self->questionnaire->n_sections; i++)
    {
      g_autofree char *before = dup_range (&self->before->sections[i], &self->questionnaire->bands);
      g_autofree char *after = dup_range (&self->after->sections[i], &self->questionnaire->bands);

      if (!g_str_equal (before, after))
        add_line (lines, self->questionnaire->sections[i].title, g_steal_pointer (&before), g_steal_pointer (&after));
    }
}

static void
add_knock_outs (GPtrArray *lines,
                const RfWhatIf *self)
{
  for (guint i = 0; i < self->questionnaire->n_knock_outs; i++)
    {
      RfKnockOutResult before = self->before->knock_outs[i];
      RfKnockOutResult after = self->after->knock_outs[i];
      g_autofree char *about = NULL;
      RfWhatIfLine *line;

      if (before == after)
        continue;
      about = g_strdup_printf (_ ("Knock-out [%s]"), self->questionnaire->knock_outs[i].id);
      line = add_line (lines, about, g_strdup (rf_knock_out_result_get_label (before)), g_strdup (rf_knock_out_result_get_label (after)));
      line->detail = g_strdup (self->questionnaire->knock_outs[i].text);
    }
}

static char *
dup_residual (const RfResidual *residual,
              RfFitVerdict verdict)
{
  g_autofree char *range = rf_fit_dup_residual (residual);

  return residual->known ? g_strdup_printf (_ ("%s: %s"), rf_fit_verdict_get_label (verdict), range) : g_steal_pointer (&range);
}

/**
 * rf_what_if_list_lines:
 *
 * Puts before and after side by side: rating, risk and coverage of each side, the sections and knock-outs that change,
 * and each use case. The rest is with the score.
 *
 * Returns: (transfer full) (element-type RfWhatIfLine)
 */
GPtrArray *
rf_what_if_list_lines (const RfWhatIf *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  for (guint i = 0; i < RF_N_SIDES; i++)
    add_side (lines, self, (RfSide) i);
  add_sections (lines, self);
  add_knock_outs (lines, self);
  for (guint i = 0; i < self->use_cases->len; i++)
    {
      const RfWhatIfUseCase *both = g_ptr_array_index (self->use_cases, i);

      add_line (lines, both->use_case->name, dup_residual (&both->before, both->verdict_before), dup_residual (&both->after, both->verdict_after));
    }
  return lines;
}
