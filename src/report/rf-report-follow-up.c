// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-content-private.h"
#include "rf-language.h"

static void
add_dated (const RfReportWriter *self,
           const char *name,
           RfDay day)
{
  g_autofree char *text = rf_report_dup_day (day);

  rf_report_add_field (self, name, text);
}

static void
write_decision (const RfReportWriter *self,
                const RfDecision *decision)
{
  const RfUseCase *use_case = rf_record_find_use_case (self->findings->record, decision->use_case);

  rf_report_document_add_heading (self->document, 3, NULL, use_case != NULL ? use_case->name : decision->use_case);
  rf_report_begin_fields (self);
  rf_report_add_field (self, _ ("Decision"), rf_verdict_get_label (decision->verdict));
  for (char **condition = decision->conditions; condition != NULL && *condition != NULL; condition++)
    rf_report_add_field (self, _ ("Condition"), *condition);
  rf_report_add_field (self, decision->verdict == RF_VERDICT_REJECT ? C_ ("decision", "Decided by") : _ ("Risk accepted by"), decision->owner);
  rf_report_add_field (self, _ ("Rationale"), decision->rationale);
  rf_report_add_field (self, _ ("Compensating controls"), decision->compensating_controls);
  add_dated (self, _ ("Decided on"), decision->decided);
  add_dated (self, rf_decision_has_expired (decision, rf_report_get_today (self, self->findings)) ? _ ("Expired on") : _ ("Stands until"), decision->expires);
}

static void
write_decisions (const RfReportWriter *self)
{
  const GPtrArray *decisions = self->findings->record->decisions;

  if (decisions->len == 0)
    return;
  rf_report_document_add_heading (self->document, 1, "decisions", _ ("Decisions"));
  for (guint i = 0; i < decisions->len; i++)
    write_decision (self, decisions->pdata[i]);
}

static void
write_action (const RfReportWriter *self,
              const RfAction *action)
{
  int question = action->question != NULL ? rf_questionnaire_find_question (self->findings->questionnaire, action->question) : -1;
  g_autofree char *due = rf_report_dup_day (action->due);
  g_autofree char *done = rf_report_dup_day (action->done);
  gboolean overdue = rf_action_is_overdue (action, rf_report_get_today (self, self->findings));
  g_autofree char *state = NULL;

  if (done != NULL)
    state = g_strdup_printf (_ ("Done on %s"), done);
  else if (due != NULL)
    state = g_strdup_printf (overdue ? _ ("Overdue since %s") : _ ("Due on %s"), due);
  else
    state = g_strdup (_ ("Open"));
  rf_report_document_begin_row (self->document, NULL);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, action->text);
  if (question >= 0)
    rf_report_document_add_cell_text (self->document, rf_report_text_new_question_link (self, (guint) question));
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, action->owner != NULL ? action->owner : "–");
  rf_report_document_add_cell (self->document, overdue ? RF_ROLE_ALERT : RF_ROLE_BODY, state);
}

static void
write_actions (const RfReportWriter *self)
{
  const GPtrArray *actions = self->findings->record->actions;
  const RfReportColumn columns[] = {
    { 0.58, FALSE, _ ("What must change") },
    { 0.20, FALSE, _ ("Who") },
    { 0.22, FALSE, _ ("When") },
  };

  if (actions->len == 0)
    return;
  rf_report_document_add_heading (self->document, 1, "actions", _ ("Actions"));
  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, FALSE);
  for (guint i = 0; i < actions->len; i++)
    write_action (self, actions->pdata[i]);
}

static void
add_source (const RfReportWriter *self,
            const RfEvidence *evidence)
{
  g_autofree char *retrieved = rf_report_dup_day (evidence->retrieved);
  g_autofree char *part = NULL;

  if (evidence->file_name != NULL)
    rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_BODY, evidence->file_name));
  if (evidence->sha256 != NULL)
    {
      part = g_strdup_printf (_ ("SHA-256 %s"), evidence->sha256);
      rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_SMALL, part));
    }
  if (evidence->href != NULL)
    rf_report_document_add_cell_text (self->document,
                                      rf_report_text_append_link (rf_report_text_new (RF_ROLE_BODY, ""), evidence->href, evidence->href));
  if (retrieved != NULL)
    {
      g_free (part);
      part = g_strdup_printf (_ ("Read on %s"), retrieved);
      rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_SMALL, part));
    }
}

static void
write_evidence (const RfReportWriter *self,
                const RfEvidence *evidence)
{
  g_autofree char *anchor = g_strdup_printf ("e-%s", evidence->id);
  g_autofree char *expires = rf_report_dup_day (evidence->expires);
  gboolean expired = expires != NULL && evidence->expires < self->findings->as_of;
  g_autofree char *validity = NULL;

  if (expires == NULL)
    validity = g_strdup (_ ("No expiry"));
  else
    validity = g_strdup_printf (expired ? _ ("Expired on %s") : _ ("Valid until %s"), expires);
  rf_report_document_begin_row (self->document, anchor);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, evidence->title);
  add_source (self, evidence);
  rf_report_document_add_cell (self->document, expired ? RF_ROLE_ALERT : RF_ROLE_BODY, validity);
}

static void
write_papers (const RfReportWriter *self)
{
  const GPtrArray *evidence = self->findings->record->evidence;
  const RfReportColumn columns[] = {
    { 0.76, FALSE, _ ("Evidence and where it comes from") },
    { 0.24, FALSE, _ ("Validity") },
  };

  if (evidence->len == 0)
    return;
  rf_report_document_add_heading (self->document, 1, "evidence", _ ("Evidence"));
  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, FALSE);
  for (guint i = 0; i < evidence->len; i++)
    write_evidence (self, evidence->pdata[i]);
}

/* What was decided, what is to be done, what it rests on. */
void
rf_report_write_follow_up (const RfReportWriter *self)
{
  write_decisions (self);
  write_actions (self);
  write_papers (self);
}
