// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-content-private.h"
#include "rf-language.h"

static void
write_section_head (const RfReportWriter *self,
                    guint index)
{
  const RfSection *section = &self->findings->questionnaire->sections[index];
  g_autofree char *anchor = g_strdup_printf ("s%u", index);
  g_autofree char *title = g_strdup_printf ("%u  %s", index + 1, section->title);
  g_autofree char *range = rf_report_dup_range (&self->findings->score->sections[index], &self->findings->questionnaire->bands);
  g_autofree char *weight = section->weight >= 0 ? g_strdup_printf (_ (", weight %d"), section->weight) : g_strdup ("");
  g_autofree char *doubt = rf_report_dup_doubt (&self->findings->score->sections[index], &self->findings->questionnaire->bands);
  g_autofree char *line = g_strdup_printf (_ ("%s%s. Risk: %s%s%s."), rf_report_get_side_title (section->side), weight, range,
                                           doubt != NULL ? _ (", ") : "", doubt != NULL ? doubt : "");

  rf_report_document_add_heading (self->document, 2, anchor, title);
  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_MUTED, line));
  if (section->description != NULL)
    rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_BODY, section->description));
}

static void
begin_question_table (const RfReportWriter *self)
{
  const RfReportColumn columns[] = {
    { 0.09, FALSE, _ ("No.") },
    { 0.68, FALSE, _ ("Question and answer") },
    { 0.23, FALSE, _ ("State") },
  };

  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, FALSE);
}

static void
write_section (const RfReportWriter *self,
               guint index)
{
  const RfSection *section = &self->findings->questionnaire->sections[index];
  gboolean begun = FALSE;

  for (guint i = section->first_question; i < section->first_question + section->n_questions; i++)
    {
      if (self->findings->score->applicability[i] == RF_HIDDEN)
        continue;
      if (!begun)
        {
          write_section_head (self, index);
          begin_question_table (self);
          begun = TRUE;
        }
      rf_report_write_answer (self, i);
    }
}

/* Every question that applies or may apply, with all that was said about it. */
void
rf_report_write_questions (const RfReportWriter *self)
{
  rf_report_document_add_heading (self->document, 1, "questions", _ ("Questions and answers"));
  for (guint i = 0; i < self->findings->questionnaire->n_sections; i++)
    write_section (self, i);
}

typedef struct
{
  const RfReportWriter *writer;
  RfReportText *text;
  guint last;
} Reason;

static const char *
get_offering_attribute_label (guint attribute)
{
  switch (attribute)
    {
    case RF_OFFERING_LAYER:
      return _ ("the offering’s layer");
    case RF_OFFERING_CHANNEL:
      return _ ("the offering’s channel");
    case RF_OFFERING_PLAN:
      return _ ("the offering’s plan");
    default:
      return _ ("the offering’s region");
    }
}

static void
add_reason (const RfConditionNode *atom,
            gpointer user_data)
{
  Reason *reason = user_data;
  const RfQuestionnaire *questionnaire = reason->writer->findings->questionnaire;
  gboolean about_answer = atom->kind < RF_CONDITION_OFFERING_IS;
  guint key = about_answer ? atom->question : RF_NO_QUESTION - 1 - atom->kind * 8 - atom->attribute;
  g_autofree char *target = NULL;
  g_autofree char *label = NULL;

  if (reason->last == key)
    return;
  rf_report_text_append (reason->text, RF_ROLE_MUTED, reason->last == RF_NO_QUESTION ? _ ("Not asked because of ") : _ (", "));
  reason->last = key;
  if (about_answer)
    {
      target = rf_report_dup_question_target (atom->question);
      label = g_strdup_printf (_ ("the answer to %s"), questionnaire->questions[atom->question].number);
      rf_report_text_append_link (reason->text, target, label);
    }
  else if (atom->kind == RF_CONDITION_OFFERING_IS)
    rf_report_text_append (reason->text, RF_ROLE_MUTED, get_offering_attribute_label (atom->attribute));
  else
    rf_report_text_append (reason->text, RF_ROLE_MUTED, _ ("the use case"));
}

static void
write_hidden (const RfReportWriter *self,
              guint index)
{
  const RfQuestionnaire *questionnaire = self->findings->questionnaire;
  const RfQuestion *question = &questionnaire->questions[index];
  Reason reason = { self, rf_report_text_new (RF_ROLE_MUTED, ""), RF_NO_QUESTION };
  g_autofree char *anchor = rf_report_dup_question_anchor (index);
  const RfAnswer *answer;

  rf_report_document_begin_row (self->document, anchor);
  rf_report_document_add_cell (self->document, RF_ROLE_NUMBER, question->number);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, question->prompt);
  rf_report_foreach_atom (questionnaire->sections[question->section].applies_if, add_reason, &reason);
  rf_report_foreach_atom (question->applies_if, add_reason, &reason);
  rf_report_document_add_cell_text (self->document, reason.text);
  answer = g_hash_table_lookup (self->answers, question->id);
  if (answer != NULL && answer->state != RF_ANSWER_UNANSWERED)
    {
      g_autofree char *earlier = g_strdup_printf (_ ("Earlier, and not counted: %s"), rf_answer_state_get_label (answer->state));

      rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_MUTED, earlier));
      rf_report_write_said (self, question, answer);
    }
}

static void
write_set_aside_question (const RfReportWriter *self,
                          guint index,
                          const RfAnswer *answer)
{
  RfReportText *text = rf_report_text_new_question_link (self, index);

  rf_report_text_append (rf_report_text_append (text, RF_ROLE_MUTED, "  "), RF_ROLE_MUTED, answer->reason != NULL ? answer->reason : "");
  rf_report_document_add_item (self->document, text);
}

/* What the assessor took out of the sums, and why, in one place: it is where an auditor looks first. */
void
rf_report_write_set_aside (const RfReportWriter *self)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < self->findings->questionnaire->n_questions; i++)
    {
      const RfAnswer *answer = g_hash_table_lookup (self->answers, self->findings->questionnaire->questions[i].id);

      if (answer == NULL || answer->state != RF_ANSWER_NOT_APPLICABLE || self->findings->score->applicability[i] == RF_HIDDEN)
        continue;
      if (!begun)
        {
          rf_report_document_add_heading (self->document, 1, "set-aside", _ ("Set aside as not applicable"));
          rf_report_document_begin_list (self->document, FALSE);
        }
      begun = TRUE;
      write_set_aside_question (self, i, answer);
    }
}

/* What does not apply under the answers given: named, so that nothing is silently gone. */
void
rf_report_write_not_asked (const RfReportWriter *self)
{
  const RfQuestionnaire *questionnaire = self->findings->questionnaire;
  const RfReportColumn columns[] = {
    { 0.09, FALSE, _ ("No.") },
    { 0.91, FALSE, _ ("Question, and why it is not asked") },
  };
  gboolean begun = FALSE;

  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      if (self->findings->score->applicability[i] != RF_HIDDEN)
        continue;
      if (!begun)
        {
          rf_report_document_add_heading (self->document, 1, "not-asked", _ ("Questions not asked"));
          rf_report_document_add_paragraph (self->document,
                                            rf_report_text_new (RF_ROLE_BODY,
                                                                _ ("Their conditions are not met. Answers given to them earlier are kept, and count for nothing.")));
          rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, FALSE);
          begun = TRUE;
        }
      write_hidden (self, i);
    }
}
