// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Answers, actions and decisions as things. */

#include "config.h"

#include "rf-thing-fields.h"

#include <string.h>

static char *
own_id (const char *assessment,
        const char *id)
{
  return g_strconcat (assessment, "/", id, NULL);
}

/* Everything but bytes above ASCII, which are kept as they are so that the trail can be read. */
static char *
escape (const char *text)
{
  static char kept[129];

  if (kept[0] == '\0')
    for (int i = 0; i < 128; i++)
      kept[i] = (char) (128 + i);
  return g_strescape (text, kept);
}

void
rf_thing_append_link (GString *text,
                      const char *evidence,
                      RfGrade grade,
                      const char *locator)
{
  g_autofree char *escaped = locator ? escape (locator) : NULL;

  g_string_append_printf (text, "%s%s %s", text->len > 0 ? "\n" : "", evidence, rf_grade_get_nick (grade));
  if (escaped)
    g_string_append_printf (text, " %s", escaped);
}

static char *
links_to_text (GPtrArray *links)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const RfEvidenceLink *link = g_ptr_array_index (links, i);

      rf_thing_append_link (text, link->evidence, link->grade, link->locator);
    }
  return g_string_free (text, FALSE);
}

static void
links_from_text (const char *text,
                 GPtrArray *links)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);
      guint n_words = g_strv_length (words);
      g_autofree char *locator = n_words == 3 ? g_strcompress (words[2]) : NULL;
      RfGrade grade;

      if (n_words >= 2 && rf_grade_from_nick (words[1], &grade))
        g_ptr_array_add (links, rf_evidence_link_new (words[0], grade, locator));
    }
}

RfThing *
rf_thing_from_answer (const char *assessment,
                      const RfAnswer *answer,
                      const RfAnswerValue *bound)
{
  g_autofree char *id = own_id (assessment, answer->question);
  g_autofree char *choices = answer->choices ? g_strjoinv (" ", answer->choices) : NULL;
  g_autofree char *links = links_to_text (answer->links);
  RfThing *self = rf_thing_new (RF_THING_ANSWER, id);

  rf_thing_set (self, "state", rf_answer_state_get_nick (answer->state));
  rf_thing_set (self, "choices", choices);
  rf_thing_set (self, "value", answer->value);
  rf_thing_set (self, "reason", answer->reason);
  if (answer->override_risk >= 0)
    rf_thing_set_integer (self, "override-risk", answer->override_risk);
  rf_thing_set (self, "override-reason", answer->override_reason);
  rf_thing_set (self, "note", answer->note);
  if (answer->said_by != RF_SAID_BY_NONE)
    rf_thing_set (self, "said-by", rf_said_by_get_nick (answer->said_by));
  rf_thing_set (self, "inherited-from", answer->inherited_from);
  rf_thing_set (self, "evidence", links);
  if (bound->chosen != 0)
    rf_thing_set_integer (self, "chosen", (gint64) bound->chosen);
  if (answer->value && bound->number != 0)
    rf_thing_set_integer (self, "number", bound->number);
  return self;
}

RfAnswer *
rf_thing_to_answer (const RfThing *self)
{
  RfAnswer *answer = rf_answer_new (rf_thing_get_own_id (self), RF_ANSWER_UNANSWERED);
  const char *choices = rf_thing_get (self, "choices");
  const char *links = rf_thing_get (self, "evidence");
  const char *said_by = rf_thing_get (self, "said-by");

  rf_answer_state_from_nick (rf_thing_get (self, "state"), &answer->state);
  answer->choices = choices ? g_strsplit (choices, " ", -1) : NULL;
  answer->value = g_strdup (rf_thing_get (self, "value"));
  answer->reason = g_strdup (rf_thing_get (self, "reason"));
  answer->override_risk = (int) rf_thing_get_integer (self, "override-risk", -1);
  answer->override_reason = g_strdup (rf_thing_get (self, "override-reason"));
  answer->note = g_strdup (rf_thing_get (self, "note"));
  if (said_by)
    rf_said_by_from_nick (said_by, &answer->said_by);
  answer->inherited_from = g_strdup (rf_thing_get (self, "inherited-from"));
  if (links)
    links_from_text (links, answer->links);
  return answer;
}

RfThing *
rf_thing_from_action (const char *assessment,
                      const RfAction *action)
{
  g_autofree char *id = own_id (assessment, action->id);
  RfThing *self = rf_thing_new (RF_THING_ACTION, id);

  rf_thing_set (self, "assessment", assessment);
  rf_thing_set (self, "text", action->text);
  rf_thing_set (self, "question", action->question);
  rf_thing_set (self, "owner", action->owner);
  rf_thing_set_day (self, "due", action->due);
  rf_thing_set_day (self, "done", action->done);
  return self;
}

RfAction *
rf_thing_to_action (const RfThing *self)
{
  RfAction *action = rf_action_new (rf_thing_get_own_id (self), rf_thing_get (self, "text"));

  action->question = g_strdup (rf_thing_get (self, "question"));
  action->owner = g_strdup (rf_thing_get (self, "owner"));
  action->due = rf_thing_get_day (self, "due");
  action->done = rf_thing_get_day (self, "done");
  return action;
}

/* Conditions are texts of several lines, so each is escaped onto one. */
static char *
conditions_to_text (char **conditions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; conditions && conditions[i]; i++)
    {
      g_autofree char *escaped = escape (conditions[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", escaped);
    }
  return g_string_free (text, FALSE);
}

static char **
conditions_from_text (const char *text)
{
  char **lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      char *plain = g_strcompress (lines[i]);

      g_free (lines[i]);
      lines[i] = plain;
    }
  return lines;
}

RfThing *
rf_thing_from_decision (const char *assessment,
                        const RfDecision *decision)
{
  g_autofree char *id = own_id (assessment, decision->use_case);
  g_autofree char *conditions = conditions_to_text (decision->conditions);
  RfThing *self = rf_thing_new (RF_THING_DECISION, id);

  rf_thing_set (self, "assessment", assessment);
  rf_thing_set (self, "use-case", decision->use_case);
  rf_thing_set (self, "verdict", rf_verdict_get_nick (decision->verdict));
  rf_thing_set (self, "conditions", conditions);
  rf_thing_set (self, "owner", decision->owner);
  rf_thing_set (self, "rationale", decision->rationale);
  rf_thing_set (self, "compensating-controls", decision->compensating_controls);
  rf_thing_set_day (self, "decided", decision->decided);
  rf_thing_set_day (self, "expires", decision->expires);
  return self;
}

RfDecision *
rf_thing_to_decision (const RfThing *self)
{
  RfDecision *decision = rf_decision_new (rf_thing_get (self, "use-case"), RF_VERDICT_REJECT);
  const char *conditions = rf_thing_get (self, "conditions");

  rf_verdict_from_nick (rf_thing_get (self, "verdict"), &decision->verdict);
  decision->conditions = conditions ? conditions_from_text (conditions) : NULL;
  decision->owner = g_strdup (rf_thing_get (self, "owner"));
  decision->rationale = g_strdup (rf_thing_get (self, "rationale"));
  decision->compensating_controls = g_strdup (rf_thing_get (self, "compensating-controls"));
  decision->decided = rf_thing_get_day (self, "decided");
  decision->expires = rf_thing_get_day (self, "expires");
  return decision;
}
