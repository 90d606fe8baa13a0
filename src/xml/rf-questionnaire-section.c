// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-questionnaire-elements.h"
#include "rf-xml-text.h"
#include "rf-language.h"

#include <string.h>

static const char *const sides[] = { "provider", "customer", NULL };
static const char *const scopes[] = { "offering", "organisation", NULL };
static const char *const kinds[] = { "single-choice", "multiple-choice", "number", "date", "text", NULL };
static const char *const ways_to_combine[] = { "max", "mean", "sum", "missing", NULL };
static const char *const criticalities[] = { "critical", "high", "medium", "low", NULL };
static const char *const grades[] = { "statement", "documentation", "contract", "attestation", "tested", NULL };
static const char *const control_owners[] = {
  "model-maker", "cloud-provider", "application-provider", "customer", "shared", NULL
};
static const char *const meanings[] = { "same", "changed", NULL };

/**
 * rf_questionnaire_read_text:
 *
 * The end function of elements that hold a text; their detail is an #RfBuilderText.
 */
void
rf_questionnaire_read_text (RfXmlReader *reader,
                            const RfXmlElement *element,
                            const char *text,
                            gpointer data)
{
  RfQuestionnaireReading *reading = data;
  g_autofree char *folded = rf_xml_text_fold (text);

  rf_questionnaire_builder_set_text (reading->builder, (RfBuilderText) element->detail, folded);
}

static void
add_section_barriers (RfXmlReader *reader,
                      RfQuestionnaireReading *reading)
{
  const char *barriers = rf_xml_reader_get (reader, "barriers");
  g_auto (GStrv) ids = barriers ? g_strsplit_set (barriers, " \t\r\n", -1) : NULL;

  for (guint i = 0; ids && ids[i]; i++)
    if (*ids[i])
      rf_questionnaire_builder_add_section_barrier (reading->builder, ids[i], rf_xml_reader_get_line (reader));
}

static void
begin_section (RfXmlReader *reader,
               const RfXmlElement *element,
               gpointer data)
{
  RfQuestionnaireReading *reading = data;
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");
  RfSection section = { .id = id, .side = RF_SIDE_PROVIDER, .scope = RF_SCOPE_OFFERING };

  rf_side_from_nick (rf_xml_reader_get (reader, "side"), &section.side);
  rf_scope_from_nick (rf_xml_reader_get (reader, "scope"), &section.scope);
  section.weight = rf_xml_reader_get_integer (reader, "weight", -1);
  section.line = rf_xml_reader_get_line (reader);
  reading->section_scope = section.scope;
  rf_questionnaire_builder_begin_section (reading->builder, &section);
  add_section_barriers (reader, reading);
}

static void
begin_question (RfXmlReader *reader,
                const RfXmlElement *element,
                gpointer data)
{
  RfQuestionnaireReading *reading = data;
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");
  RfQuestion question = { .id = id, .kind = RF_QUESTION_SINGLE_CHOICE, .scope = reading->section_scope };

  rf_question_kind_from_nick (rf_xml_reader_get (reader, "kind"), &question.kind);
  rf_combine_from_nick (rf_xml_reader_get (reader, "combine"), &question.combine);
  rf_criticality_from_nick (rf_xml_reader_get (reader, "criticality"), &question.criticality);
  rf_control_owner_from_nick (rf_xml_reader_get (reader, "owner"), &question.owner);
  rf_scope_from_nick (rf_xml_reader_get (reader, "scope"), &question.scope);
  question.weight = rf_xml_reader_get_integer (reader, "weight", -1);
  question.revision = (guint) rf_xml_reader_get_integer (reader, "revision", 1);
  question.unit = rf_xml_reader_get (reader, "unit");
  question.future_allowed = rf_xml_reader_get_boolean (reader, "future");
  question.line = rf_xml_reader_get_line (reader);
  rf_questionnaire_builder_begin_question (reading->builder, &question);
}

static void
begin_option (RfXmlReader *reader,
              const RfXmlElement *element,
              gpointer data)
{
  RfQuestionnaireReading *reading = data;
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");
  RfOption option = { .id = id };

  option.risk = rf_xml_reader_get_integer (reader, "risk", 0);
  option.exclusive = rf_xml_reader_get_boolean (reader, "exclusive");
  option.line = rf_xml_reader_get_line (reader);
  rf_questionnaire_builder_add_option (reading->builder, &option);
}

static void
begin_band (RfXmlReader *reader,
            const RfXmlElement *element,
            gpointer data)
{
  RfQuestionnaireReading *reading = data;
  const char *from = rf_xml_reader_get (reader, "from");
  RfBand band = { .from = reading->last_limit + 1 };

  if (from)
    rf_number_from_string (from, &band.from);
  reading->last_limit = band.from;
  band.risk = rf_xml_reader_get_integer (reader, "risk", 0);
  band.line = rf_xml_reader_get_line (reader);
  rf_questionnaire_builder_add_band (reading->builder, &band);
}

static void
end_evidence_hint (RfXmlReader *reader,
                   const RfXmlElement *element,
                   const char *text,
                   gpointer data)
{
  RfQuestionnaireReading *reading = data;
  g_autofree char *folded = rf_xml_text_fold (text);
  RfEvidenceHint hint = { RF_GRADE_STATEMENT, folded };

  rf_grade_from_nick (rf_xml_reader_get (reader, "grade"), &hint.grade);
  rf_questionnaire_builder_add_evidence_hint (reading->builder, &hint);
}

static void
begin_reference (RfXmlReader *reader,
                 const RfXmlElement *element,
                 gpointer data)
{
  RfQuestionnaireReading *reading = data;
  const char *framework = rf_xml_reader_get (reader, "framework");
  const char *id = rf_xml_reader_get (reader, "id");

  if (framework && id)
    rf_questionnaire_builder_add_reference (reading->builder, framework, id, rf_xml_reader_get_line (reader));
}

static void
begin_incident (RfXmlReader *reader,
                const RfXmlElement *element,
                gpointer data)
{
  RfQuestionnaireReading *reading = data;
  const char *incident = rf_xml_reader_get (reader, "ref");

  if (incident)
    rf_questionnaire_builder_add_question_incident (reading->builder, incident, rf_xml_reader_get_line (reader));
}

static void
begin_supersedes (RfXmlReader *reader,
                  const RfXmlElement *element,
                  gpointer data)
{
  RfQuestionnaireReading *reading = data;
  const char *question = rf_xml_reader_get (reader, "question");

  if (question)
    rf_questionnaire_builder_add_superseded (reading->builder, question,
                                             g_strcmp0 (rf_xml_reader_get (reader, "meaning"), "same") == 0);
}

#define TEXT_ELEMENT(name, detail)                                                \
  {                                                                               \
    name, RF_XML_TEXT, NULL, NULL, NULL, NULL, rf_questionnaire_read_text, detail \
  }

static const RfXmlAttribute option_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "risk", RF_XML_INTEGER, TRUE, .most = 100 },
  { "exclusive", RF_XML_BOOLEAN },
  { NULL },
};
static const RfXmlElement option_label_element = TEXT_ELEMENT ("label", RF_TEXT_OPTION_LABEL);
static const RfXmlElement option_help_element = TEXT_ELEMENT ("help", RF_TEXT_OPTION_HELP);
static const RfXmlChild option_children[] = {
  { &option_label_element, RF_XML_ONCE, 1 },
  { &option_help_element, RF_XML_OPTIONAL, 2 },
  { NULL },
};
static const RfXmlElement option_element = {
  "option", RF_XML_CHILDREN, option_attributes, option_children, NULL, begin_option
};

static const RfXmlAttribute band_attributes[] = {
  { "from", RF_XML_NUMBER, TRUE },
  { "risk", RF_XML_INTEGER, TRUE, .most = 100 },
  { NULL },
};
static const RfXmlElement band_label_element = TEXT_ELEMENT ("label", RF_TEXT_BAND_LABEL);
static const RfXmlChild band_children[] = { { &band_label_element, RF_XML_OPTIONAL, 1 }, { NULL } };
static const RfXmlElement band_element = { "band", RF_XML_CHILDREN, band_attributes, band_children, NULL, begin_band };

static const RfXmlAttribute evidence_hint_attributes[] = {
  { "grade", RF_XML_WORD, TRUE, grades, N_ ("a grade of evidence") },
  { NULL },
};
static const RfXmlElement evidence_hint_element = {
  "evidence-hint", RF_XML_TEXT, evidence_hint_attributes, NULL, NULL, NULL, end_evidence_hint
};

static const RfXmlAttribute reference_attributes[] = {
  { "framework", RF_XML_ID, TRUE },
  { "id", RF_XML_LINE, TRUE },
  { NULL },
};
static const RfXmlElement reference_element = {
  "reference", RF_XML_EMPTY, reference_attributes, NULL, NULL, begin_reference
};

static const RfXmlAttribute incident_attributes[] = { { "ref", RF_XML_ID, TRUE }, { NULL } };
static const RfXmlElement incident_element = { "incident", RF_XML_EMPTY, incident_attributes, NULL, NULL, begin_incident };

static const RfXmlAttribute supersedes_attributes[] = {
  { "question", RF_XML_ID, TRUE },
  { "meaning", RF_XML_WORD, TRUE, meanings, N_ ("a relation to an earlier question") },
  { NULL },
};
static const RfXmlElement supersedes_element = {
  "supersedes", RF_XML_EMPTY, supersedes_attributes, NULL, NULL, begin_supersedes
};

static const RfXmlAttribute question_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "kind", RF_XML_WORD, TRUE, kinds, N_ ("a kind of question") },
  { "criticality", RF_XML_WORD, FALSE, criticalities, N_ ("a criticality") },
  { "weight", RF_XML_INTEGER, .most = 10000 },
  { "combine", RF_XML_WORD, FALSE, ways_to_combine, N_ ("a way to combine the chosen options") },
  { "unit", RF_XML_LINE },
  { "future", RF_XML_BOOLEAN },
  { "owner", RF_XML_WORD, FALSE, control_owners, N_ ("an owner of a control") },
  { "scope", RF_XML_WORD, FALSE, scopes, N_ ("a scope") },
  { "revision", RF_XML_INTEGER, .least = 1, .most = 1000000 },
  { NULL },
};
static const RfXmlElement prompt_element = TEXT_ELEMENT ("prompt", RF_TEXT_QUESTION_PROMPT);
static const RfXmlElement why_element = TEXT_ELEMENT ("why", RF_TEXT_QUESTION_WHY);
static const RfXmlElement help_element = TEXT_ELEMENT ("help", RF_TEXT_QUESTION_HELP);
static const RfXmlChild question_children[] = {
  { &prompt_element, RF_XML_ONCE, 1 },
  { &why_element, RF_XML_OPTIONAL, 2 },
  { &help_element, RF_XML_OPTIONAL, 3 },
  { &rf_questionnaire_applies_if_element, RF_XML_OPTIONAL, 4 },
  { &option_element, RF_XML_ANY_NUMBER, 5 },
  { &band_element, RF_XML_ANY_NUMBER, 5 },
  { &evidence_hint_element, RF_XML_ANY_NUMBER, 6 },
  { &reference_element, RF_XML_ANY_NUMBER, 7 },
  { &incident_element, RF_XML_ANY_NUMBER, 8 },
  { &supersedes_element, RF_XML_ANY_NUMBER, 9 },
  { NULL },
};
static const RfXmlElement question_element = {
  "question", RF_XML_CHILDREN, question_attributes, question_children, "id", begin_question
};

static const RfXmlAttribute section_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "side", RF_XML_WORD, FALSE, sides, N_ ("a side") },
  { "scope", RF_XML_WORD, FALSE, scopes, N_ ("a scope") },
  { "weight", RF_XML_INTEGER, .most = 10000 },
  { "barriers", RF_XML_IDS },
  { NULL },
};
static const RfXmlElement section_title_element = TEXT_ELEMENT ("title", RF_TEXT_SECTION_TITLE);
static const RfXmlElement section_description_element = TEXT_ELEMENT ("description", RF_TEXT_SECTION_DESCRIPTION);
static const RfXmlChild section_children[] = {
  { &section_title_element, RF_XML_ONCE, 1 },
  { &section_description_element, RF_XML_OPTIONAL, 2 },
  { &rf_questionnaire_applies_if_element, RF_XML_OPTIONAL, 3 },
  { &question_element, RF_XML_AT_LEAST_ONE, 4 },
  { NULL },
};
const RfXmlElement rf_questionnaire_section_element = {
  "section", RF_XML_CHILDREN, section_attributes, section_children, "id", begin_section
};
