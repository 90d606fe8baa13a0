// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-record-elements.h"
#include "rf-language.h"

static const char *const verdicts[] = { "approve", "approve-with-conditions", "reject", NULL };

static void
begin_action (RfXmlReader *reader,
              const RfXmlElement *element,
              gpointer data)
{
  RfRecordReading *reading = data;
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");
  RfAction *action = rf_action_new (id, "");

  action->question = g_strdup (rf_xml_reader_get (reader, "question"));
  action->owner = g_strdup (rf_xml_reader_get (reader, "owner"));
  action->due = rf_xml_reader_get_day (reader, "due");
  action->done = rf_xml_reader_get_day (reader, "done");
  reading->action = action;
  g_ptr_array_add (reading->record->actions, action);
  rf_record_reading_claim_id (reading, reader, "action", id);
}

static void
end_action_text (RfXmlReader *reader,
                 const RfXmlElement *element,
                 const char *text,
                 gpointer data)
{
  RfRecordReading *reading = data;

  g_free (reading->action->text);
  reading->action->text = g_strdup (text);
}

static void
check_decision (RfRecordReading *reading,
                RfXmlReader *reader,
                const char *use_case)
{
  if (!rf_record_reading_claim (reading, "decision", use_case))
    rf_xml_reader_report (reader, _ ("Keep one of the two."), _ ("The use case “%s” is decided twice."), use_case);
  else if (!rf_record_reading_knows (reading, "use-case", use_case))
    rf_xml_reader_report (reader, _ ("Add a <use-case> of that id after the offering, or correct the id."),
                          _ ("There is no use case “%s” in this file."), use_case);
}

static void
begin_decision (RfXmlReader *reader,
                const RfXmlElement *element,
                gpointer data)
{
  RfRecordReading *reading = data;
  g_autofree char *use_case = rf_xml_reader_dup_id (reader, "use-case");
  RfVerdict verdict = RF_VERDICT_REJECT;
  RfDecision *decision;

  rf_verdict_from_nick (rf_xml_reader_get (reader, "verdict"), &verdict);
  decision = rf_decision_new (use_case, verdict);
  decision->owner = g_strdup (rf_xml_reader_get (reader, "owner"));
  decision->decided = rf_xml_reader_get_day (reader, "decided");
  decision->expires = rf_xml_reader_get_day (reader, "expires");
  reading->decision = decision;
  g_ptr_array_set_size (reading->words, 0);
  g_ptr_array_add (reading->record->decisions, decision);
  check_decision (reading, reader, use_case);
}

static void
end_condition (RfXmlReader *reader,
               const RfXmlElement *element,
               const char *text,
               gpointer data)
{
  RfRecordReading *reading = data;

  g_ptr_array_add (reading->words, g_strdup (text));
}

static void
end_decision (RfXmlReader *reader,
              const RfXmlElement *element,
              const char *text,
              gpointer data)
{
  RfRecordReading *reading = data;

  reading->decision->conditions = rf_record_reading_take_words (reading);
}

static void
keep_decision_text (RfXmlReader *reader,
                    const RfXmlElement *element,
                    const char *text,
                    gpointer data)
{
  RfRecordReading *reading = data;
  char **kept = G_STRUCT_MEMBER_P (reading->decision, element->detail);

  g_free (*kept);
  *kept = g_strdup (text);
}

static const RfXmlAttribute action_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "question", RF_XML_ID },
  { "owner", RF_XML_LINE },
  { "due", RF_XML_DAY },
  { "done", RF_XML_DAY },
  { NULL },
};
static const RfXmlElement action_text_element = { "text", RF_XML_TEXT, NULL, NULL, NULL, NULL, end_action_text };
static const RfXmlChild action_children[] = { { &action_text_element, RF_XML_ONCE, 1 }, { NULL } };
const RfXmlElement rf_record_action_element = {
  "action", RF_XML_CHILDREN, action_attributes, action_children, "id", begin_action
};

static const RfXmlAttribute decision_attributes[] = {
  { "use-case", RF_XML_ID, TRUE },
  { "verdict", RF_XML_WORD, TRUE, verdicts, N_ ("a verdict") },
  { "owner", RF_XML_LINE, TRUE },
  { "decided", RF_XML_DAY, TRUE },
  { "expires", RF_XML_DAY },
  { NULL },
};
static const RfXmlElement condition_element = { "condition", RF_XML_TEXT, NULL, NULL, NULL, NULL, end_condition };
static const RfXmlElement rationale_element = {
  "rationale", RF_XML_TEXT, NULL, NULL, NULL, NULL, keep_decision_text, G_STRUCT_OFFSET (RfDecision, rationale)
};
static const RfXmlElement compensating_controls_element = {
  "compensating-controls", RF_XML_TEXT, NULL, NULL, NULL, NULL, keep_decision_text,
  G_STRUCT_OFFSET (RfDecision, compensating_controls)
};
static const RfXmlChild decision_children[] = {
  { &condition_element, RF_XML_ANY_NUMBER, 1 },
  { &rationale_element, RF_XML_OPTIONAL, 2 },
  { &compensating_controls_element, RF_XML_OPTIONAL, 3 },
  { NULL },
};
const RfXmlElement rf_record_decision_element = {
  "decision", RF_XML_CHILDREN, decision_attributes, decision_children, "use-case", begin_decision, end_decision
};
