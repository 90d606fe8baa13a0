// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-questionnaire-elements.h"
#include "rf-language.h"

static const char *const offering_attributes[] = { "layer", "channel", "plan", "region", NULL };
static const char *const use_case_attributes[] = { "sensitivity", "autonomy", "volume", "dependence", "personal-data", NULL };

static void
begin_group (RfXmlReader *reader,
             const RfXmlElement *element,
             gpointer data)
{
  RfQuestionnaireReading *reading = data;

  rf_questionnaire_builder_begin_condition (reading->builder, (RfConditionKind) element->detail,
                                            rf_xml_reader_get_line (reader));
}

static void
end_group (RfXmlReader *reader,
           const RfXmlElement *element,
           const char *text,
           gpointer data)
{
  RfQuestionnaireReading *reading = data;

  reading->has_broken_condition |= rf_xml_reader_is_empty (reader);
  rf_questionnaire_builder_end_condition (reading->builder);
}

static void
break_condition (RfXmlReader *reader,
                 RfQuestionnaireReading *reading,
                 const char *hint,
                 const char *message)
{
  reading->has_broken_condition = TRUE;
  if (message)
    rf_xml_reader_report (reader, hint, "%s", message);
}

static void
begin_answer (RfXmlReader *reader,
              const RfXmlElement *element,
              gpointer data)
{
  RfQuestionnaireReading *reading = data;
  const char *question = rf_xml_reader_get (reader, "question");
  const char *options = rf_xml_reader_get (reader, "option");
  const char *at_least = rf_xml_reader_get (reader, "at-least");
  const char *below = rf_xml_reader_get (reader, "below");
  guint line = rf_xml_reader_get_line (reader);
  RfNumber limit = 0;

  if (question == NULL)
    break_condition (reader, reading, NULL, NULL);
  else if ((options != NULL) + (at_least != NULL) + (below != NULL) != 1)
    break_condition (reader, reading, _ ("Give one of “option”, “at-least” and “below”."),
                     _ ("The condition on an answer does not say what it asks for, or says it twice."));
  else if (options)
    rf_questionnaire_builder_add_answer_chose (reading->builder, question, options, line);
  else if (rf_number_from_string (at_least ? at_least : below, &limit))
    rf_questionnaire_builder_add_answer_limit (reading->builder,
                                               at_least ? RF_CONDITION_ANSWER_AT_LEAST : RF_CONDITION_ANSWER_BELOW,
                                               question, limit, line);
}

static void
begin_offering (RfXmlReader *reader,
                const RfXmlElement *element,
                gpointer data)
{
  RfQuestionnaireReading *reading = data;
  const char *values = rf_xml_reader_get (reader, "is");
  RfOfferingAttribute attribute;

  if (values && rf_offering_attribute_from_nick (rf_xml_reader_get (reader, "attribute"), &attribute))
    rf_questionnaire_builder_add_offering_is (reading->builder, attribute, values, rf_xml_reader_get_line (reader));
  else
    break_condition (reader, reading, NULL, NULL);
}

static void
begin_use_case (RfXmlReader *reader,
                const RfXmlElement *element,
                gpointer data)
{
  RfQuestionnaireReading *reading = data;
  const char *is = rf_xml_reader_get (reader, "is");
  const char *at_least = rf_xml_reader_get (reader, "at-least");
  RfUseCaseAttribute attribute;

  if (!rf_use_case_attribute_from_nick (rf_xml_reader_get (reader, "attribute"), &attribute))
    break_condition (reader, reading, NULL, NULL);
  else if ((is != NULL) == (at_least != NULL))
    break_condition (reader, reading, _ ("Give one of “is” and “at-least”."),
                     _ ("The condition on the use case does not say what it asks for, or says it twice."));
  else
    rf_questionnaire_builder_add_use_case (reading->builder,
                                           is ? RF_CONDITION_USE_CASE_IS : RF_CONDITION_USE_CASE_AT_LEAST,
                                           attribute, is ? is : at_least, rf_xml_reader_get_line (reader));
}

static const RfXmlAttribute answer_attributes[] = {
  { "question", RF_XML_ID, TRUE },
  { "option", RF_XML_IDS },
  { "at-least", RF_XML_NUMBER },
  { "below", RF_XML_NUMBER },
  { NULL },
};
static const RfXmlAttribute offering_condition_attributes[] = {
  { "attribute", RF_XML_WORD, TRUE, offering_attributes, N_ ("an attribute of an offering") },
  { "is", RF_XML_IDS, TRUE },
  { NULL },
};
static const RfXmlAttribute use_case_condition_attributes[] = {
  { "attribute", RF_XML_WORD, TRUE, use_case_attributes, N_ ("an attribute of a use case") },
  { "is", RF_XML_IDS },
  { "at-least", RF_XML_ID },
  { NULL },
};

static const RfXmlChild conditions[7];

static const RfXmlElement all_element = {
  "all", RF_XML_SOME_CHILDREN, NULL, conditions, NULL, begin_group, end_group, RF_CONDITION_ALL
};
static const RfXmlElement any_element = {
  "any", RF_XML_SOME_CHILDREN, NULL, conditions, NULL, begin_group, end_group, RF_CONDITION_ANY
};
static const RfXmlElement not_element = {
  "not", RF_XML_ONE_CHILD, NULL, conditions, NULL, begin_group, end_group, RF_CONDITION_NOT
};
static const RfXmlElement answer_element = { "answer", RF_XML_EMPTY, answer_attributes, NULL, NULL, begin_answer };
static const RfXmlElement offering_element = {
  "offering", RF_XML_EMPTY, offering_condition_attributes, NULL, NULL, begin_offering
};
static const RfXmlElement use_case_element = {
  "use-case", RF_XML_EMPTY, use_case_condition_attributes, NULL, NULL, begin_use_case
};

static const RfXmlChild conditions[7] = {
  { &all_element, RF_XML_ANY_NUMBER },
  { &any_element, RF_XML_ANY_NUMBER },
  { &not_element, RF_XML_ANY_NUMBER },
  { &answer_element, RF_XML_ANY_NUMBER },
  { &offering_element, RF_XML_ANY_NUMBER },
  { &use_case_element, RF_XML_ANY_NUMBER },
  { NULL },
};

const RfXmlElement rf_questionnaire_applies_if_element = { "applies-if", RF_XML_ONE_CHILD, NULL, conditions };
const RfXmlElement rf_questionnaire_violated_if_element = { "violated-if", RF_XML_ONE_CHILD, NULL, conditions };
