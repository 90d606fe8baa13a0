// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-questionnaire-xml.h"

#include "rf-questionnaire-elements.h"
#include "rf-xml-input.h"
#include "rf-xml-text.h"
#include "rf-language.h"

static const char *const sides[] = { "provider", "customer", NULL };
static const char *const ratings[] = { "very-low", "low", "moderate", "high", "very-high", NULL };

static void
begin_questionnaire (RfXmlReader *reader,
                     const RfXmlElement *element,
                     gpointer data)
{
  RfQuestionnaireReading *reading = data;
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");
  const char *language = rf_xml_reader_get (reader, "lang");
  const char *profile = rf_xml_reader_get (reader, "default-profile");

  reading->builder = rf_questionnaire_builder_new (id, (guint) rf_xml_reader_get_integer (reader, "revision", 1));
  reading->language = g_strdup (language ? language : "en");
  if (profile)
    rf_questionnaire_builder_set_default_profile (reading->builder, profile, rf_xml_reader_get_line (reader));
}

static void
end_questionnaire (RfXmlReader *reader,
                   const RfXmlElement *element,
                   const char *text,
                   gpointer data)
{
  RfQuestionnaireReading *reading = data;

  rf_questionnaire_builder_set_texts (reading->builder, reading->language, reading->title, reading->description,
                                      reading->publisher, reading->licence);
}

/* The texts of the whole; the detail is where the reading keeps them. */
static void
keep_text (RfXmlReader *reader,
           const RfXmlElement *element,
           const char *text,
           gpointer data)
{
  char **kept = G_STRUCT_MEMBER_P (data, element->detail);

  g_free (*kept);
  *kept = rf_xml_text_fold (text);
}

static void
begin_rating_bands (RfXmlReader *reader,
                    const RfXmlElement *element,
                    gpointer data)
{
  RfQuestionnaireReading *reading = data;
  RfRatingBands bands = rf_default_rating_bands;

  for (RfRating i = RF_RATING_LOW; i < RF_N_RATINGS; i++)
    bands.from[i] = rf_xml_reader_get_integer (reader, ratings[i], bands.from[i]);
  rf_questionnaire_builder_set_rating_bands (reading->builder, &bands, rf_xml_reader_get_line (reader));
}

static void
begin_provisional (RfXmlReader *reader,
                   const RfXmlElement *element,
                   gpointer data)
{
  RfQuestionnaireReading *reading = data;

  /* 50 percent, and exactly one third: the builder's -1 */
  rf_questionnaire_builder_set_provisional (reading->builder, rf_xml_reader_get_integer (reader, "coverage-below", 50),
                                            rf_xml_reader_get_integer (reader, "not-applicable-above", -1));
}

static void
begin_framework (RfXmlReader *reader,
                 const RfXmlElement *element,
                 gpointer data)
{
  RfQuestionnaireReading *reading = data;
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");
  RfFramework framework = { .id = id, .line = rf_xml_reader_get_line (reader) };

  framework.name = rf_xml_reader_get (reader, "name");
  framework.version = rf_xml_reader_get (reader, "version");
  rf_questionnaire_builder_add_framework (reading->builder, &framework);
}

static void
begin_incident (RfXmlReader *reader,
                const RfXmlElement *element,
                gpointer data)
{
  RfQuestionnaireReading *reading = data;
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");
  RfIncident incident = { .id = id, .line = rf_xml_reader_get_line (reader) };

  incident.date = rf_xml_reader_get (reader, "date");
  rf_questionnaire_builder_add_incident (reading->builder, &incident);
}

static void
begin_barrier (RfXmlReader *reader,
               const RfXmlElement *element,
               gpointer data)
{
  RfQuestionnaireReading *reading = data;
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");
  RfBarrier barrier = { .id = id, .line = rf_xml_reader_get_line (reader) };

  rf_questionnaire_builder_add_barrier (reading->builder, &barrier);
}

static void
begin_knock_out (RfXmlReader *reader,
                 const RfXmlElement *element,
                 gpointer data)
{
  RfQuestionnaireReading *reading = data;
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");
  RfKnockOut knock_out = { .id = id, .side = RF_SIDE_PROVIDER, .line = rf_xml_reader_get_line (reader) };

  rf_side_from_nick (rf_xml_reader_get (reader, "side"), &knock_out.side);
  rf_rating_from_nick (rf_xml_reader_get (reader, "floor"), &knock_out.floor);
  rf_questionnaire_builder_begin_knock_out (reading->builder, &knock_out);
}

static void
begin_profile (RfXmlReader *reader,
               const RfXmlElement *element,
               gpointer data)
{
  RfQuestionnaireReading *reading = data;
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");
  RfProfile profile = { .id = id, .line = rf_xml_reader_get_line (reader) };

  rf_questionnaire_builder_begin_profile (reading->builder, &profile);
}

static void
end_profile_weight (RfXmlReader *reader,
                    const RfXmlElement *element,
                    const char *text,
                    gpointer data)
{
  RfQuestionnaireReading *reading = data;
  const char *question = rf_xml_reader_get (reader, "question");
  const char *section = rf_xml_reader_get (reader, "section");
  int weight = rf_xml_reader_get_integer (reader, "value", -1);
  g_autofree char *reason = rf_xml_text_fold (text);

  if ((question != NULL) == (section != NULL))
    rf_xml_reader_report (reader, _ ("Give one of “question” and “section”."), "%s",
                          _ ("The weight does not say whose it is, or says it twice."));
  else if (weight >= 0)
    rf_questionnaire_builder_add_profile_weight (reading->builder, question, section, weight, reason,
                                                 rf_xml_reader_get_line (reader));
}

#define TEXT_ELEMENT(name, detail)                                                \
  {                                                                               \
    name, RF_XML_TEXT, NULL, NULL, NULL, NULL, rf_questionnaire_read_text, detail \
  }
#define KEPT_TEXT_ELEMENT(name, field)                                                                    \
  {                                                                                                       \
    name, RF_XML_TEXT, NULL, NULL, NULL, NULL, keep_text, G_STRUCT_OFFSET (RfQuestionnaireReading, field) \
  }
#define RISK(name)                          \
  {                                         \
    name, RF_XML_INTEGER, TRUE, .most = 100 \
  }

static const RfXmlElement title_element = KEPT_TEXT_ELEMENT ("title", title);
static const RfXmlElement description_element = KEPT_TEXT_ELEMENT ("description", description);
static const RfXmlElement publisher_element = KEPT_TEXT_ELEMENT ("publisher", publisher);
static const RfXmlElement licence_element = KEPT_TEXT_ELEMENT ("licence", licence);

static const RfXmlAttribute rating_bands_attributes[] = {
  RISK ("low"), RISK ("moderate"), RISK ("high"), RISK ("very-high"), { NULL }
};
static const RfXmlElement rating_bands_element = {
  "rating-bands", RF_XML_EMPTY, rating_bands_attributes, NULL, NULL, begin_rating_bands
};

static const RfXmlAttribute provisional_attributes[] = {
  { "coverage-below", RF_XML_INTEGER, .most = 100 },
  { "not-applicable-above", RF_XML_INTEGER, .most = 100 },
  { NULL },
};
static const RfXmlElement provisional_element = {
  "provisional", RF_XML_EMPTY, provisional_attributes, NULL, NULL, begin_provisional
};

static const RfXmlAttribute framework_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "name", RF_XML_LINE, TRUE },
  { "version", RF_XML_LINE, TRUE },
  { NULL },
};
static const RfXmlElement framework_element = {
  "framework", RF_XML_EMPTY, framework_attributes, NULL, "id", begin_framework
};

static const RfXmlAttribute incident_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "date", RF_XML_LINE, TRUE },
  { NULL },
};
static const RfXmlElement incident_title_element = TEXT_ELEMENT ("title", RF_TEXT_INCIDENT_TITLE);
static const RfXmlElement incident_source_element = TEXT_ELEMENT ("source", RF_TEXT_INCIDENT_SOURCE);
static const RfXmlChild incident_children[] = {
  { &incident_title_element, RF_XML_ONCE, 1 },
  { &incident_source_element, RF_XML_ONCE, 2 },
  { NULL },
};
static const RfXmlElement incident_element = {
  "incident", RF_XML_CHILDREN, incident_attributes, incident_children, "id", begin_incident
};

static const RfXmlAttribute id_attributes[] = { { "id", RF_XML_ID, TRUE }, { NULL } };
static const RfXmlElement barrier_title_element = TEXT_ELEMENT ("title", RF_TEXT_BARRIER_TITLE);
static const RfXmlChild barrier_children[] = { { &barrier_title_element, RF_XML_ONCE, 1 }, { NULL } };
static const RfXmlElement barrier_element = {
  "barrier", RF_XML_CHILDREN, id_attributes, barrier_children, "id", begin_barrier
};

static const RfXmlAttribute knock_out_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "side", RF_XML_WORD, FALSE, sides, N_ ("a side") },
  { "floor", RF_XML_WORD, TRUE, ratings, N_ ("a rating") },
  { NULL },
};
static const RfXmlElement knock_out_text_element = TEXT_ELEMENT ("text", RF_TEXT_KNOCK_OUT_TEXT);
static const RfXmlChild knock_out_children[] = {
  { &knock_out_text_element, RF_XML_ONCE, 1 },
  { &rf_questionnaire_violated_if_element, RF_XML_ONCE, 2 },
  { NULL },
};
static const RfXmlElement knock_out_element = {
  "knock-out", RF_XML_CHILDREN, knock_out_attributes, knock_out_children, "id", begin_knock_out
};

static const RfXmlAttribute weight_attributes[] = {
  { "question", RF_XML_ID },
  { "section", RF_XML_ID },
  { "value", RF_XML_INTEGER, TRUE, .most = 10000 },
  { NULL },
};
static const RfXmlElement weight_element = {
  "weight", RF_XML_TEXT, weight_attributes, NULL, NULL, NULL, end_profile_weight
};
static const RfXmlElement profile_title_element = TEXT_ELEMENT ("title", RF_TEXT_PROFILE_TITLE);
static const RfXmlElement profile_description_element = TEXT_ELEMENT ("description", RF_TEXT_PROFILE_DESCRIPTION);
static const RfXmlChild profile_children[] = {
  { &profile_title_element, RF_XML_ONCE, 1 },
  { &profile_description_element, RF_XML_OPTIONAL, 2 },
  { &weight_element, RF_XML_ANY_NUMBER, 3 },
  { NULL },
};
static const RfXmlElement profile_element = {
  "profile", RF_XML_CHILDREN, id_attributes, profile_children, "id", begin_profile
};

static const RfXmlAttribute questionnaire_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "revision", RF_XML_INTEGER, TRUE, .least = 1, .most = 1000000 },
  { "lang", RF_XML_LANGUAGE },
  { "default-profile", RF_XML_ID },
  { NULL },
};
static const RfXmlChild questionnaire_children[] = {
  { &title_element, RF_XML_ONCE, 1 },
  { &description_element, RF_XML_OPTIONAL, 2 },
  { &publisher_element, RF_XML_OPTIONAL, 3 },
  { &licence_element, RF_XML_OPTIONAL, 4 },
  { &rating_bands_element, RF_XML_OPTIONAL, 5 },
  { &provisional_element, RF_XML_OPTIONAL, 6 },
  { &framework_element, RF_XML_ANY_NUMBER, 7 },
  { &incident_element, RF_XML_ANY_NUMBER, 8 },
  { &barrier_element, RF_XML_ANY_NUMBER, 9 },
  { &rf_questionnaire_section_element, RF_XML_AT_LEAST_ONE, 10 },
  { &knock_out_element, RF_XML_ANY_NUMBER, 11 },
  { &profile_element, RF_XML_ANY_NUMBER, 12 },
  { NULL },
};
const RfXmlElement rf_questionnaire_element = {
  "questionnaire", RF_XML_CHILDREN, questionnaire_attributes, questionnaire_children, NULL,
  begin_questionnaire, end_questionnaire
};

static void
clear (RfQuestionnaireReading *reading)
{
  g_clear_pointer (&reading->builder, rf_questionnaire_builder_free);
  g_free (reading->language);
  g_free (reading->title);
  g_free (reading->description);
  g_free (reading->publisher);
  g_free (reading->licence);
}

/* Holds what was read against the rules, even where its shape is broken: all that is wrong is told at once. */
static RfQuestionnaire *
finish (RfQuestionnaireReading *reading,
        const char *name,
        RfXmlReport *report,
        RfProblems *problems,
        GError **error)
{
  g_autoptr (RfProblems) of_rules = rf_problems_new (name);
  g_autoptr (RfQuestionnaire) questionnaire = NULL;

  if (reading->builder && !reading->has_broken_condition)
    questionnaire = rf_questionnaire_builder_finish (reading->builder, of_rules);
  if (rf_xml_report_hand_over (report, of_rules, problems) && questionnaire)
    return g_steal_pointer (&questionnaire);
  rf_problems_set_error (problems, error);
  return NULL;
}

/**
 * rf_questionnaire_read_bytes:
 * @name: what messages call the input
 * @problems: (nullable): where everything that is wrong is added, by line
 *
 * Reads a questionnaire and checks it against its schema and against the rules that a schema cannot state.
 *
 * Returns: (transfer full): the questionnaire, perhaps with warnings in @problems; or %NULL with
 *   %RF_ERROR_PARSE for what is no XML that we take, %RF_ERROR_INVALID with every problem otherwise
 */
RfQuestionnaire *
rf_questionnaire_read_bytes (GBytes *bytes,
                             const char *name,
                             RfProblems *problems,
                             GError **error)
{
  g_autoptr (RfProblems) own_problems = problems ? NULL : rf_problems_new (name);
  g_autoptr (RfXmlReport) report = rf_xml_report_new (name);
  RfQuestionnaireReading reading = { 0 };
  RfQuestionnaire *questionnaire = NULL;

  if (rf_xml_read (bytes, name, RF_QUESTIONNAIRE_NAMESPACE, "questionnaire.xsd", &rf_questionnaire_element, &reading,
                   report, error))
    questionnaire = finish (&reading, name, report, problems ? problems : own_problems, error);
  clear (&reading);
  return questionnaire;
}

/**
 * rf_questionnaire_read_file:
 * @path: a file, or "-" for standard input
 * @problems: (nullable): where everything that is wrong is added, by line
 *
 * Reads a questionnaire file; see rf_questionnaire_read_bytes().
 *
 * Returns: (transfer full): as there; also %NULL with %RF_ERROR_NOT_FOUND
 */
RfQuestionnaire *
rf_questionnaire_read_file (const char *path,
                            RfProblems *problems,
                            GError **error)
{
  g_autoptr (GBytes) bytes = rf_xml_input_load (path, error);

  return bytes ? rf_questionnaire_read_bytes (bytes, rf_xml_input_get_name (path), problems, error) : NULL;
}
