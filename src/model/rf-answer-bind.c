// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Holds an answer, which is words, against its question. */

#include "config.h"

#include "rf-answer.h"
#include "rf-error.h"
#include "rf-language.h"

#include <string.h>

static gboolean G_GNUC_PRINTF (3, 4)
  refuse (GError **error,
          const RfAnswer *answer,
          const char *format,
          ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("The answer to “%s” cannot be taken: %s"), answer->question, reason);
  return FALSE;
}

static gboolean
is_choice (const RfQuestion *question)
{
  return question->kind == RF_QUESTION_SINGLE_CHOICE || question->kind == RF_QUESTION_MULTIPLE_CHOICE;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static gboolean
check_together (const RfAnswer *answer,
                const RfQuestion *question,
                guint64 chosen,
                GError **error)
{
  gboolean several = (chosen & (chosen - 1)) != 0;

  if (several && question->kind == RF_QUESTION_SINGLE_CHOICE)
    return refuse (error, answer, _ ("only one option can be chosen."));
  for (guint i = 0; several && i < question->n_options; i++)
    if (question->options[i].exclusive && chosen & (G_GUINT64_CONSTANT (1) << i))
      return refuse (error, answer, _ ("the option “%s” stands alone; choose it or the others."), question->options[i].id);
  return TRUE;
}

static gboolean
bind_choices (const RfAnswer *answer,
              const RfQuestion *question,
              RfAnswerValue *value,
              GError **error)
{
  if (answer->value)
    return refuse (error, answer, _ ("the question takes options, not a value."));
  if (answer->choices == NULL || answer->choices[0] == NULL)
    return refuse (error, answer, _ ("it is said to be answered, but no option is chosen."));
  for (guint i = 0; answer->choices[i]; i++)
    {
      int option = rf_question_find_option (question, answer->choices[i]);
      guint64 bit = G_GUINT64_CONSTANT (1) << MAX (option, 0);

      if (option < 0)
        return refuse (error, answer, _ ("the question has no option “%s”."), answer->choices[i]);
      if (value->chosen & bit)
        return refuse (error, answer, _ ("the option “%s” is chosen twice."), answer->choices[i]);
      value->chosen |= bit;
    }
  return check_together (answer, question, value->chosen, error);
}

static gboolean
bind_number (const RfAnswer *answer,
             const RfQuestion *question,
             RfAnswerValue *value,
             GError **error)
{
  RfNumber number;

  if (!rf_number_from_string (answer->value, &number))
    return refuse (error, answer, _ ("“%s” is not a number with at most four decimal places."), answer->value);
  if (question->n_bands > 0 && number < question->bands[0].from)
    {
      g_autofree char *least = rf_number_to_string (question->bands[0].from);

      return refuse (error, answer, _ ("%s is below the least value, %s."), answer->value, least);
    }
  value->number = number;
  return TRUE;
}

static gboolean
bind_date (const RfAnswer *answer,
           const RfQuestion *question,
           RfDay as_of,
           RfAnswerValue *value,
           GError **error)
{
  RfDay day;

  if (!rf_day_from_string (answer->value, &day))
    return refuse (error, answer, _ ("“%s” is not a day as in 2026-11-30."), answer->value);
  if (day > as_of && !question->future_allowed)
    {
      g_autofree char *today = rf_day_to_string (as_of);

      return refuse (error, answer, _ ("%s lies after the day of the assessment, %s."), answer->value, today);
    }
  if (question->n_bands > 0 && ((gint64) as_of - day) * RF_NUMBER_ONE < question->bands[0].from)
    return refuse (error, answer, _ ("%s is too recent for the question’s first band."), answer->value);
  value->number = day;
  return TRUE;
}

static gboolean
bind_answered (const RfAnswer *answer,
               const RfQuestion *question,
               RfDay as_of,
               RfAnswerValue *value,
               GError **error)
{
  if (is_choice (question))
    return bind_choices (answer, question, value, error);
  if (answer->choices && answer->choices[0])
    return refuse (error, answer, _ ("the question takes a value, not options."));
  if (is_blank (answer->value))
    return refuse (error, answer, _ ("it is said to be answered, but there is no value."));
  if (question->kind == RF_QUESTION_NUMBER)
    return bind_number (answer, question, value, error);
  if (question->kind == RF_QUESTION_DATE)
    return bind_date (answer, question, as_of, value, error);
  return TRUE;
}

static gboolean
bind_override (const RfAnswer *answer,
               RfAnswerValue *value,
               GError **error)
{
  if (answer->override_risk < 0)
    return TRUE;
  if (answer->state != RF_ANSWER_ANSWERED)
    return refuse (error, answer, _ ("only the risk of an answered question can be overridden."));
  if (answer->override_risk > 100)
    return refuse (error, answer, _ ("an overriding risk lies between 0 and 100."));
  if (is_blank (answer->override_reason))
    return refuse (error, answer, _ ("an override needs a reason."));
  value->override_risk = (gint16) answer->override_risk;
  return TRUE;
}

static gboolean
check_state (const RfAnswer *answer,
             GError **error)
{
  gboolean has_value = answer->value || (answer->choices && answer->choices[0]);

  if (answer->state != RF_ANSWER_ANSWERED && has_value)
    return refuse (error, answer, _ ("its state is %s, but it has a value."), rf_answer_state_get_nick (answer->state));
  if (answer->state == RF_ANSWER_NOT_APPLICABLE && is_blank (answer->reason))
    return refuse (error, answer, _ ("not applicable needs a reason."));
  if (answer->state != RF_ANSWER_NOT_APPLICABLE && answer->reason)
    return refuse (error, answer, _ ("a reason is for what is not applicable."));
  return TRUE;
}

/**
 * rf_answer_bind:
 * @credibility: of the answer's evidence, percent
 * @as_of: the day of the assessment: a date may not lie after it unless the question allows it
 * @value: (out): written on success only
 *
 * Holds an answer against its question: the options exist and may go together, the value is of the question's
 * kind, what needs a reason has one.
 *
 * Returns: whether it fits; otherwise %RF_ERROR_INVALID says why not
 */
gboolean
rf_answer_bind (const RfAnswer *self,
                const RfQuestion *question,
                guint credibility,
                RfDay as_of,
                RfAnswerValue *value,
                GError **error)
{
  RfAnswerValue bound = RF_ANSWER_VALUE_UNANSWERED;

  bound.state = (guint8) self->state;
  bound.credibility = (guint8) credibility;
  if (!check_state (self, error))
    return FALSE;
  if (self->state == RF_ANSWER_ANSWERED && !bind_answered (self, question, as_of, &bound, error))
    return FALSE;
  if (!bind_override (self, &bound, error))
    return FALSE;
  *value = bound;
  return TRUE;
}
