// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-record-elements.h"
#include "rf-language.h"

static const char *const states[] = { "answered", "unanswered", "unknown", "refused", "not-applicable", NULL };
static const char *const grades[] = { "statement", "documentation", "contract", "attestation", "tested", NULL };
static const char *const speakers[] = { "provider", "us", NULL };

static void
begin_answer (RfXmlReader *reader,
              const RfXmlElement *element,
              gpointer data)
{
  RfRecordReading *reading = data;
  g_autofree char *question = rf_xml_reader_dup_id (reader, "question");
  RfAnswerState state = RF_ANSWER_UNANSWERED;
  RfAnswer *answer;

  rf_answer_state_from_nick (rf_xml_reader_get (reader, "state"), &state);
  answer = rf_answer_new (question, state);
  rf_said_by_from_nick (rf_xml_reader_get (reader, "said-by"), &answer->said_by);
  answer->inherited_from = g_strdup (rf_xml_reader_get (reader, "inherited-from"));
  reading->answer = answer;
  g_ptr_array_set_size (reading->words, 0);
  g_ptr_array_add (reading->record->answers, answer);
  if (!rf_record_reading_claim (reading, "answer", question))
    rf_xml_reader_report (reader, _ ("Keep one of the two."), _ ("The question “%s” is answered twice."), question);
}

static void
end_answer (RfXmlReader *reader,
            const RfXmlElement *element,
            const char *text,
            gpointer data)
{
  RfRecordReading *reading = data;

  reading->answer->choices = rf_record_reading_take_words (reading);
}

static void
begin_choice (RfXmlReader *reader,
              const RfXmlElement *element,
              gpointer data)
{
  RfRecordReading *reading = data;
  const char *option = rf_xml_reader_get (reader, "option");

  if (option == NULL)
    return;
  if (reading->words->len == 0)
    g_hash_table_remove_all (reading->chosen);
  if (!g_hash_table_add (reading->chosen, g_strdup (option)))
    {
      rf_xml_reader_report (reader, _ ("Keep one of the two."), _ ("The option “%s” is chosen twice."), option);
      return;
    }
  g_ptr_array_add (reading->words, g_strdup (option));
}

/* Kept exactly as it stands: what a person wrote is not ours to lay out. The detail is the answer's field. */
static void
keep_text (RfXmlReader *reader,
           const RfXmlElement *element,
           const char *text,
           gpointer data)
{
  RfRecordReading *reading = data;
  char **kept = G_STRUCT_MEMBER_P (reading->answer, element->detail);

  g_free (*kept);
  *kept = g_strdup (text);
}

static void
end_override (RfXmlReader *reader,
              const RfXmlElement *element,
              const char *text,
              gpointer data)
{
  RfRecordReading *reading = data;

  reading->answer->override_risk = rf_xml_reader_get_integer (reader, "risk", -1);
  keep_text (reader, element, text, data);
}

static void
begin_supported_by (RfXmlReader *reader,
                    const RfXmlElement *element,
                    gpointer data)
{
  RfRecordReading *reading = data;
  const char *evidence = rf_xml_reader_get (reader, "evidence");
  RfGrade grade = RF_GRADE_STATEMENT;

  if (evidence == NULL)
    return;
  rf_grade_from_nick (rf_xml_reader_get (reader, "grade"), &grade);
  g_ptr_array_add (reading->answer->links, rf_evidence_link_new (evidence, grade, rf_xml_reader_get (reader, "locator")));
  if (!rf_record_reading_knows (reading, "evidence", evidence))
    rf_xml_reader_report (reader, _ ("Add an <evidence> of that id before the answers, or correct the id."),
                          _ ("There is no evidence “%s” in this file."), evidence);
}

#define TEXT_ELEMENT(name, field)                                                           \
  {                                                                                         \
    name, RF_XML_TEXT, NULL, NULL, NULL, NULL, keep_text, G_STRUCT_OFFSET (RfAnswer, field) \
  }

static const RfXmlAttribute choice_attributes[] = { { "option", RF_XML_ID, TRUE }, { NULL } };
static const RfXmlElement choice_element = { "choice", RF_XML_EMPTY, choice_attributes, NULL, NULL, begin_choice };
static const RfXmlElement value_element = TEXT_ELEMENT ("value", value);
static const RfXmlElement reason_element = TEXT_ELEMENT ("reason", reason);
static const RfXmlElement note_element = TEXT_ELEMENT ("note", note);

static const RfXmlAttribute override_attributes[] = { { "risk", RF_XML_INTEGER, TRUE, .most = 100 }, { NULL } };
static const RfXmlElement override_element = {
  "override", RF_XML_TEXT, override_attributes, NULL, NULL, NULL, end_override, G_STRUCT_OFFSET (RfAnswer, override_reason)
};

static const RfXmlAttribute supported_by_attributes[] = {
  { "evidence", RF_XML_ID, TRUE },
  { "grade", RF_XML_WORD, TRUE, grades, N_ ("a grade of evidence") },
  { "locator", RF_XML_LINE },
  { NULL },
};
static const RfXmlElement supported_by_element = {
  "supported-by", RF_XML_EMPTY, supported_by_attributes, NULL, NULL, begin_supported_by
};

static const RfXmlAttribute answer_attributes[] = {
  { "question", RF_XML_ID, TRUE },
  { "state", RF_XML_WORD, TRUE, states, N_ ("a state of an answer") },
  { "said-by", RF_XML_WORD, FALSE, speakers, N_ ("somebody who can say it") },
  { "inherited-from", RF_XML_ID },
  { NULL },
};
static const RfXmlChild answer_children[] = {
  { &choice_element, RF_XML_ANY_NUMBER, 1 },
  { &value_element, RF_XML_OPTIONAL, 1 },
  { &reason_element, RF_XML_OPTIONAL, 2 },
  { &override_element, RF_XML_OPTIONAL, 3 },
  { &note_element, RF_XML_OPTIONAL, 4 },
  { &supported_by_element, RF_XML_ANY_NUMBER, 5 },
  { NULL },
};
const RfXmlElement rf_record_answer_element = {
  "answer", RF_XML_CHILDREN, answer_attributes, answer_children, "question", begin_answer, end_answer
};
