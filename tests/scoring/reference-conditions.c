// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "reference-conditions.h"

static Finding
find (Verdict verdict)
{
  return (Finding){ verdict, FALSE, FALSE, FALSE };
}

static Finding
join (Finding a,
      Finding b)
{
  return (Finding){ MAYBE, a.refused || b.refused, a.open || b.open, a.use_case || b.use_case };
}

static gboolean
fits (const Sheet *sheet,
      const RfConditionNode *node)
{
  const RfAnswerValue *answer = &sheet->answers[node->question];
  gint64 number = answer->number;

  if (node->kind == RF_CONDITION_ANSWER_CHOSE)
    return (answer->chosen & node->options) != 0;
  if (sheet->questionnaire->questions[node->question].kind == RF_QUESTION_DATE)
    number = ((gint64) sheet->context->as_of - number) * 10000;
  return node->kind == RF_CONDITION_ANSWER_AT_LEAST ? number >= node->limit : number < node->limit;
}

static Finding
ask_answer (const Sheet *sheet,
            const RfConditionNode *node)
{
  Finding applies = sheet->applies[node->question];
  RfAnswerState state = sheet->answers[node->question].state;
  Finding own = { MAYBE, state == RF_ANSWER_REFUSED, state == RF_ANSWER_UNANSWERED || state == RF_ANSWER_UNKNOWN, FALSE };

  if (applies.verdict == NO || state == RF_ANSWER_NOT_APPLICABLE)
    return find (NO);
  if (state == RF_ANSWER_ANSWERED)
    {
      if (applies.verdict == YES)
        return find (fits (sheet, node) ? YES : NO);
      own.open = !fits (sheet, node);
    }
  return applies.verdict == YES ? own : join (applies, own);
}

static Finding
ask_context (const Sheet *sheet,
             const RfConditionNode *node)
{
  int level;

  if (node->kind == RF_CONDITION_OFFERING_IS)
    {
      const char *value = sheet->context->offering ? sheet->context->offering->attributes[node->attribute] : NULL;

      if (value == NULL)
        return (Finding){ MAYBE, FALSE, TRUE, FALSE };
      return find (g_strv_contains (node->values, value) ? YES : NO);
    }
  if (sheet->context->use_case == NULL)
    return (Finding){ MAYBE, FALSE, FALSE, TRUE };
  level = sheet->context->use_case->levels[node->attribute];
  if (level == RF_LEVEL_NOT_SET)
    return (Finding){ MAYBE, FALSE, TRUE, FALSE };
  if (node->kind == RF_CONDITION_USE_CASE_IS)
    return find ((node->options >> level) & 1 ? YES : NO);
  for (int at = 0; at <= level; at++)
    if ((node->options >> at) & 1)
      return find (YES);
  return find (NO);
}

Finding
reference_ask (const Sheet *sheet,
               const RfConditionNode *node)
{
  Verdict decides = node != NULL && node->kind == RF_CONDITION_ANY ? YES : NO;
  Finding found;

  if (node == NULL)
    return find (YES);
  switch (node->kind)
    {
    case RF_CONDITION_NOT:
      found = reference_ask (sheet, node + 1);
      return found.verdict == MAYBE ? found : find (found.verdict == YES ? NO : YES);
    case RF_CONDITION_ALL:
    case RF_CONDITION_ANY:
      found = find (decides == YES ? NO : YES);
      for (const RfConditionNode *child = node + 1; child < node + node->length; child += child->length)
        {
          Finding next = reference_ask (sheet, child);

          if (next.verdict == decides)
            return next;
          if (next.verdict == MAYBE)
            found = join (found, next);
        }
      return found;
    case RF_CONDITION_ANSWER_CHOSE:
    case RF_CONDITION_ANSWER_AT_LEAST:
    case RF_CONDITION_ANSWER_BELOW:
      return ask_answer (sheet, node);
    case RF_CONDITION_OFFERING_IS:
    case RF_CONDITION_USE_CASE_IS:
    case RF_CONDITION_USE_CASE_AT_LEAST:
    default:
      return ask_context (sheet, node);
    }
}

Finding
reference_both (Finding a,
                Finding b)
{
  if (a.verdict == NO || b.verdict == NO)
    return find (NO);
  if (a.verdict == YES)
    return b;
  return b.verdict == YES ? a : join (a, b);
}

RfKnockOutResult
reference_judge_knock_out (const Sheet *sheet,
                           const RfKnockOut *rule)
{
  Finding found = reference_ask (sheet, rule->violated_if);
  gboolean all_aside = TRUE, all_certain = TRUE, asks = FALSE;

  for (guint i = 0; i < rule->violated_if->length; i++)
    {
      const RfConditionNode *node = &rule->violated_if[i];

      if (node->kind != RF_CONDITION_ANSWER_CHOSE && node->kind != RF_CONDITION_ANSWER_AT_LEAST && node->kind != RF_CONDITION_ANSWER_BELOW)
        continue;
      asks = TRUE;
      if (sheet->applies[node->question].verdict == NO || sheet->answers[node->question].state != RF_ANSWER_NOT_APPLICABLE)
        all_aside = FALSE;
      if (sheet->applies[node->question].verdict != YES)
        all_certain = FALSE;
    }
  if (asks && all_aside)
    return all_certain || found.verdict == NO ? RF_KNOCK_OUT_NOT_APPLICABLE : RF_KNOCK_OUT_NOT_CLEARED;
  if (found.verdict == NO)
    return RF_KNOCK_OUT_CLEARED;
  if (found.verdict == YES || (!found.open && !found.use_case))
    return RF_KNOCK_OUT_VIOLATED;
  return found.open ? RF_KNOCK_OUT_NOT_CLEARED : RF_KNOCK_OUT_DEPENDS_ON_USE_CASE;
}
