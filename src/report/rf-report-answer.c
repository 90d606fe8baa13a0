// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-content-private.h"
#include "rf-language.h"

static void
add_text (const RfReportWriter *self,
          RfReportRole role,
          const char *text)
{
  rf_report_document_add_cell_text (self->document, rf_report_text_new (role, text));
}

/* By its first letter, as the bidirectional algorithm decides it. */
static gboolean
runs_from_the_right (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      switch (g_unichar_get_script (g_utf8_get_char (at)))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
          return TRUE;
        default:
          return FALSE;
        }
  return FALSE;
}

/* "Note  …": the name of what follows, then all of it. What runs from right to left begins on a line of its own: behind
 * the name it would be set as a part of a line that runs the other way. */
static void
add_named (const RfReportWriter *self,
           const char *name,
           RfReportRole role,
           const char *text)
{
  g_autofree char *label = NULL;
  RfReportText *named;

  if (text == NULL || *text == '\0')
    return;
  label = g_strconcat (name, "  ", NULL);
  named = rf_report_text_new (RF_ROLE_COLUMN_TITLE, label);
  rf_report_document_add_cell_text (self->document, named);
  if (runs_from_the_right (text))
    add_text (self, role, text);
  else
    rf_report_text_append (named, role, text);
}

static void
add_choices (const RfReportWriter *self,
             const RfQuestion *question,
             const RfAnswer *answer)
{
  for (char **choice = answer->choices; choice != NULL && *choice != NULL; choice++)
    {
      int option = rf_question_find_option (question, *choice);

      add_text (self, RF_ROLE_BODY, option >= 0 ? question->options[option].label : *choice);
    }
}

static void
add_value (const RfReportWriter *self,
           const RfQuestion *question,
           const RfAnswer *answer)
{
  g_autofree char *value = NULL;

  if (answer->value == NULL)
    return;
  value = rf_report_dup_value (question, answer->value);
  add_text (self, RF_ROLE_BODY, value);
}

static void
add_override (const RfReportWriter *self,
              const RfAnswer *answer)
{
  g_autofree char *text = NULL;

  if (answer->override_risk < 0)
    return;
  text = g_strdup_printf (_ ("The assessor set the risk to %d: %s"),
                          answer->override_risk,
                          answer->override_reason != NULL ? answer->override_reason : "");
  add_named (self, _ ("Override"), RF_ROLE_BODY, text);
}

static void
append_validity (const RfReportWriter *self,
                 RfReportText *text,
                 const RfEvidence *evidence)
{
  g_autofree char *expires = rf_report_dup_day (evidence->expires);
  g_autofree char *part = NULL;

  if (expires == NULL)
    return;
  if (evidence->expires < self->findings->as_of)
    {
      part = g_strdup_printf (_ (", expired on %s"), expires);
      rf_report_text_append (text, RF_ROLE_ALERT, part);
      return;
    }
  part = g_strdup_printf (_ (", valid until %s"), expires);
  rf_report_text_append (text, RF_ROLE_BODY, part);
}

static void
add_link (const RfReportWriter *self,
          const RfEvidenceLink *link)
{
  const RfEvidence *evidence = g_hash_table_lookup (self->evidence, link->evidence);
  g_autofree char *label = g_strconcat (_ ("Evidence"), "  ", NULL);
  RfReportText *text = rf_report_text_new (RF_ROLE_COLUMN_TITLE, label);

  if (evidence != NULL)
    {
      g_autofree char *target = g_strdup_printf ("#e-%s", evidence->id);

      rf_report_text_append_link (text, target, evidence->title);
    }
  else
    rf_report_text_append (text, RF_ROLE_BODY, link->evidence);
  if (link->locator != NULL)
    rf_report_text_append (rf_report_text_append (text, RF_ROLE_BODY, _ (", ")), RF_ROLE_BODY, link->locator);
  rf_report_text_append (rf_report_text_append (text, RF_ROLE_BODY, _ (", ")), RF_ROLE_BODY, rf_grade_get_label (link->grade));
  if (evidence != NULL)
    append_validity (self, text, evidence);
  rf_report_document_add_cell_text (self->document, text);
}

static void
add_references (const RfReportWriter *self,
                const RfQuestion *question)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint last = 0;

  for (guint i = 0; i < question->n_references; i++)
    {
      const RfReference *reference = &question->references[i];
      const RfFramework *framework = &self->findings->questionnaire->frameworks[reference->framework];

      if (i > 0 && reference->framework == last)
        g_string_append_printf (line, ", %s", reference->id);
      else
        g_string_append_printf (line, "%s%s %s", i > 0 ? _ ("; ") : "", framework->name, reference->id);
      last = reference->framework;
    }
  add_named (self, _ ("References"), RF_ROLE_SMALL, line->str);
}

/* Adds all that was answered to the cell begun last. */
void
rf_report_write_said (const RfReportWriter *self,
                      const RfQuestion *question,
                      const RfAnswer *answer)
{
  add_choices (self, question, answer);
  add_value (self, question, answer);
  if (answer->state == RF_ANSWER_NOT_APPLICABLE)
    add_named (self, _ ("Does not apply because"), RF_ROLE_BODY, answer->reason);
  add_named (self, _ ("Note"), RF_ROLE_NOTE, answer->note);
  add_override (self, answer);
  for (guint i = 0; i < answer->links->len; i++)
    add_link (self, answer->links->pdata[i]);
}

typedef struct
{
  guint question;
  gboolean asks;
} Search;

static void
look_for_question (const RfConditionNode *atom,
                   gpointer user_data)
{
  Search *search = user_data;

  search->asks |= atom->kind < RF_CONDITION_OFFERING_IS && atom->question == search->question;
}

/* The way back: which knock-outs look at the question. */
static void
add_knock_outs (const RfReportWriter *self,
                guint question)
{
  const RfQuestionnaire *questionnaire = self->findings->questionnaire;

  for (guint i = 0; i < questionnaire->n_knock_outs; i++)
    {
      Search search = { question, FALSE };
      g_autofree char *target = g_strdup_printf ("#k%u", i);
      g_autofree char *result = g_strdup_printf (" (%s)", rf_knock_out_result_get_label (self->findings->score->knock_outs[i]));
      g_autofree char *label = NULL;
      RfReportText *text;

      rf_report_foreach_atom (questionnaire->knock_outs[i].violated_if, look_for_question, &search);
      if (!search.asks)
        continue;
      label = g_strconcat (_ ("Knock-out"), "  ", NULL);
      text = rf_report_text_append_link (rf_report_text_new (RF_ROLE_COLUMN_TITLE, label), target, questionnaire->knock_outs[i].text);
      rf_report_document_add_cell_text (self->document,
                                        rf_report_text_append (text, RF_ROLE_MUTED, result));
    }
}

static void
write_body (const RfReportWriter *self,
            guint index,
            const RfAnswer *answer)
{
  const RfQuestion *question = &self->findings->questionnaire->questions[index];

  rf_report_document_begin_cell (self->document);
  add_text (self, RF_ROLE_STRONG, question->prompt);
  if (answer != NULL)
    rf_report_write_said (self, question, answer);
  add_knock_outs (self, index);
  add_references (self, question);
}

/* The weight of the file, and what the profile puts in its place. */
static void
add_weight (const RfReportWriter *self,
            guint index)
{
  const RfFindings *findings = self->findings;
  const RfQuestion *question = &findings->questionnaire->questions[index];
  int weight = question->weight;
  g_autofree char *text = NULL;

  if (findings->profile >= 0)
    {
      const RfProfile *profile = &findings->questionnaire->profiles[findings->profile];

      for (guint i = 0; i < profile->n_weights; i++)
        if (!profile->weights[i].of_section && profile->weights[i].index == index)
          weight = profile->weights[i].weight;
    }
  if (!question->scored || weight == 0)
    text = g_strdup (_ ("Not scored"));
  else if (question->criticality != RF_CRITICALITY_NONE && weight == question->weight)
    text = g_strdup_printf (_ ("%s, weight %d"), rf_criticality_get_label (question->criticality), weight);
  else
    text = g_strdup_printf (_ ("Weight %d"), weight);
  add_text (self, RF_ROLE_SMALL, text);
}

static void
write_state (const RfReportWriter *self,
             guint index,
             const RfAnswer *answer)
{
  RfAnswerState state = answer != NULL ? answer->state : RF_ANSWER_UNANSWERED;
  gboolean settled = state == RF_ANSWER_ANSWERED || state == RF_ANSWER_NOT_APPLICABLE;
  g_autofree char *said_by = NULL;

  rf_report_document_begin_cell (self->document);
  add_text (self, state == RF_ANSWER_REFUSED ? RF_ROLE_ALERT : settled ? RF_ROLE_BODY
                                                                       : RF_ROLE_STRONG,
            rf_answer_state_get_label (state));
  if (self->findings->score->applicability[index] == RF_MAY_APPLY)
    add_text (self, RF_ROLE_SMALL, _ ("May apply"));
  if (answer != NULL && answer->said_by != RF_SAID_BY_NONE)
    {
      said_by = g_strdup_printf (_ ("Said by %s"), rf_said_by_get_label (answer->said_by));
      add_text (self, RF_ROLE_SMALL, said_by);
    }
  if (answer != NULL && answer->inherited_from != NULL)
    {
      g_autofree char *inherited = g_strdup_printf (_ ("Copied from %s, not confirmed yet"), answer->inherited_from);

      add_text (self, RF_ROLE_SMALL, inherited);
    }
  add_weight (self, index);
}

/* One question: its number, everything said about it, and how it stands. */
void
rf_report_write_answer (const RfReportWriter *self,
                        guint question)
{
  const RfQuestion *source = &self->findings->questionnaire->questions[question];
  const RfAnswer *answer = g_hash_table_lookup (self->answers, source->id);
  g_autofree char *anchor = rf_report_dup_question_anchor (question);

  rf_report_document_begin_row (self->document, anchor);
  rf_report_document_add_cell (self->document, RF_ROLE_NUMBER, source->number);
  write_body (self, question, answer);
  write_state (self, question, answer);
}
