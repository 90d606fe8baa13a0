// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-translation-xml.h"

#include "rf-xml-input.h"
#include "rf-xml-reader.h"
#include "rf-xml-text.h"
#include "rf-language.h"

typedef struct
{
  const RfQuestionnaire *questionnaire; /* borrowed, nullable */
  RfTranslation *translation;           /* owned */
  GHashTable *ids;                      /* owned: set of "kind id" */
  char *id;                             /* owned: what is being translated */
  char *part;                           /* owned, nullable: of it, as in #RfTranslationText */
  int question;                         /* its index, or -1 */
  gboolean lags_behind;                 /* may name what is no longer there */
} Reading;

/* whose ids an element's can be; the element's detail */
typedef enum
{
  OF_BARRIERS,
  OF_SECTIONS,
  OF_QUESTIONS,
  OF_KNOCK_OUTS,
  OF_PROFILES,
  OF_INCIDENTS,
} Kind;

static const char *const grades[] = { "statement", "documentation", "contract", "attestation", "tested", NULL };

static void
check_questionnaire (RfXmlReader *reader,
                     const Reading *reading,
                     const char *id,
                     guint revision)
{
  const RfQuestionnaire *questionnaire = reading->questionnaire;

  if (questionnaire == NULL || (g_str_equal (questionnaire->id, id) && revision <= questionnaire->revision))
    return;
  rf_xml_reader_report (reader, _ ("Take the translation that belongs to the questionnaire."),
                        _ ("This translates “%s”, revision %u, and not “%s”, revision %u."), id, revision,
                        questionnaire->id, questionnaire->revision);
}

static void
begin_translation (RfXmlReader *reader,
                   const RfXmlElement *element,
                   gpointer data)
{
  Reading *reading = data;
  g_autofree char *id = rf_xml_reader_dup_id (reader, "questionnaire");
  const char *language = rf_xml_reader_get (reader, "lang");
  guint revision = (guint) rf_xml_reader_get_integer (reader, "revision", 1);

  reading->translation = rf_translation_new (id, revision, language ? language : "");
  reading->lags_behind = reading->questionnaire && revision < reading->questionnaire->revision;
  check_questionnaire (reader, reading, id, revision);
}

static gboolean
is_barrier (const RfQuestionnaire *questionnaire,
            const char *id)
{
  for (guint i = 0; i < questionnaire->n_barriers; i++)
    if (g_str_equal (questionnaire->barriers[i].id, id))
      return TRUE;
  return FALSE;
}

static gboolean
is_incident (const RfQuestionnaire *questionnaire,
             const char *id)
{
  for (guint i = 0; i < questionnaire->n_incidents; i++)
    if (g_str_equal (questionnaire->incidents[i].id, id))
      return TRUE;
  return FALSE;
}

static gboolean
is_knock_out (const RfQuestionnaire *questionnaire,
              const char *id)
{
  for (guint i = 0; i < questionnaire->n_knock_outs; i++)
    if (g_str_equal (questionnaire->knock_outs[i].id, id))
      return TRUE;
  return FALSE;
}

static gboolean
is_known (const RfQuestionnaire *questionnaire,
          Kind kind,
          const char *id)
{
  switch (kind)
    {
    case OF_BARRIERS:
      return is_barrier (questionnaire, id);
    case OF_KNOCK_OUTS:
      return is_knock_out (questionnaire, id);
    case OF_SECTIONS:
      return rf_questionnaire_find_section (questionnaire, id) >= 0;
    case OF_QUESTIONS:
      return rf_questionnaire_find_question (questionnaire, id) >= 0;
    case OF_PROFILES:
      return rf_questionnaire_find_profile (questionnaire, id) >= 0;
    case OF_INCIDENTS:
      return is_incident (questionnaire, id);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
claim (RfXmlReader *reader,
       Reading *reading,
       char *key,
       const char *id)
{
  if (!g_hash_table_add (reading->ids, key))
    rf_xml_reader_report (reader, _ ("Keep one of the two."), _ ("“%s” is translated twice."), id);
}

static void
begin_thing (RfXmlReader *reader,
             const RfXmlElement *element,
             gpointer data)
{
  Reading *reading = data;

  g_free (reading->id);
  g_clear_pointer (&reading->part, g_free);
  reading->id = rf_xml_reader_dup_id (reader, "id");
  reading->question = -1;
  if (reading->questionnaire && element->detail == OF_QUESTIONS)
    reading->question = rf_questionnaire_find_question (reading->questionnaire, reading->id);
  if (reading->questionnaire && !reading->lags_behind && !is_known (reading->questionnaire, (Kind) element->detail, reading->id))
    rf_xml_reader_report (reader, _ ("Correct the id, or remove the element."),
                          _ ("The questionnaire has no <%s> with the id “%s”."), element->name, reading->id);
  claim (reader, reading, g_strdup_printf ("%d %s", element->detail, reading->id), reading->id);
}

static void
begin_question (RfXmlReader *reader,
                const RfXmlElement *element,
                gpointer data)
{
  Reading *reading = data;

  begin_thing (reader, element, data);
  rf_translation_set_question_revision (reading->translation, reading->id, (guint) rf_xml_reader_get_integer (reader, "revision", 1));
}

/* (transfer full) */
static void
take_part (RfXmlReader *reader,
           const RfXmlElement *element,
           Reading *reading,
           char *part)
{
  g_free (reading->part);
  reading->part = part;
  claim (reader, reading, g_strdup_printf ("%s %s %s", element->name, reading->id, part), part);
}

/* The question that a part is translated of, where it is known and the part has to be there. */
static const RfQuestion *
get_question (const Reading *reading)
{
  return reading->question >= 0 && !reading->lags_behind ? &reading->questionnaire->questions[reading->question] : NULL;
}

static void
begin_option (RfXmlReader *reader,
              const RfXmlElement *element,
              gpointer data)
{
  Reading *reading = data;
  const RfQuestion *question = get_question (reading);

  take_part (reader, element, reading, rf_xml_reader_dup_id (reader, "id"));
  if (question && rf_question_find_option (question, reading->part) < 0)
    rf_xml_reader_report (reader, _ ("Correct the id, or remove the element."),
                          _ ("The question has no option “%s”."), reading->part);
}

static gboolean
has_band (const RfQuestion *question,
          RfNumber from)
{
  for (guint i = 0; i < question->n_bands; i++)
    if (question->bands[i].from == from)
      return TRUE;
  return FALSE;
}

static void
begin_band (RfXmlReader *reader,
            const RfXmlElement *element,
            gpointer data)
{
  Reading *reading = data;
  const RfQuestion *question = get_question (reading);
  RfNumber from = 0;

  rf_number_from_string (rf_xml_reader_get (reader, "from"), &from);
  take_part (reader, element, reading, rf_number_to_string (from));
  if (question && !has_band (question, from))
    rf_xml_reader_report (reader, _ ("Correct where the band begins, or remove the element."),
                          _ ("The question has no band from %s."), reading->part);
}

static gboolean
has_hint (const RfQuestion *question,
          const char *grade)
{
  for (guint i = 0; i < question->n_evidence_hints; i++)
    if (g_str_equal (rf_grade_get_nick (question->evidence_hints[i].grade), grade))
      return TRUE;
  return FALSE;
}

static void
begin_hint (RfXmlReader *reader,
            const RfXmlElement *element,
            gpointer data)
{
  Reading *reading = data;
  const RfQuestion *question = get_question (reading);
  const char *grade = rf_xml_reader_get (reader, "grade");

  take_part (reader, element, reading, g_strdup (grade ? grade : ""));
  if (question && grade && !has_hint (question, grade))
    rf_xml_reader_report (reader, _ ("Correct the grade, or remove the element."),
                          _ ("The question has no evidence hint of the grade “%s”."), grade);
}

static gboolean
is_weighed (const Reading *reading,
            gboolean of_section,
            const char *id)
{
  const RfQuestionnaire *questionnaire = reading->questionnaire;
  int index = rf_questionnaire_find_profile (questionnaire, reading->id);
  const RfProfile *profile = index >= 0 ? &questionnaire->profiles[index] : NULL;

  for (guint i = 0; profile && i < profile->n_weights; i++)
    {
      const RfProfileWeight *weight = &profile->weights[i];

      if (weight->of_section == of_section &&
          g_str_equal (of_section ? questionnaire->sections[weight->index].id : questionnaire->questions[weight->index].id, id))
        return TRUE;
    }
  return FALSE;
}

static void
begin_weight (RfXmlReader *reader,
              const RfXmlElement *element,
              gpointer data)
{
  Reading *reading = data;
  gboolean of_section = element->detail == RF_TEXT_SECTION_WEIGHT_REASON;

  take_part (reader, element, reading, rf_xml_reader_dup_id (reader, "of"));
  if (reading->questionnaire && !reading->lags_behind && !is_weighed (reading, of_section, reading->part))
    rf_xml_reader_report (reader, _ ("Correct the id, or remove the element."),
                          _ ("The profile does not weigh “%s”."), reading->part);
}

static gboolean
is_of_part (RfBuilderText which)
{
  switch (which)
    {
    case RF_TEXT_OPTION_LABEL:
    case RF_TEXT_OPTION_HELP:
    case RF_TEXT_BAND_LABEL:
    case RF_TEXT_EVIDENCE_HINT:
    case RF_TEXT_QUESTION_WEIGHT_REASON:
    case RF_TEXT_SECTION_WEIGHT_REASON:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
end_text (RfXmlReader *reader,
          const RfXmlElement *element,
          const char *text,
          gpointer data)
{
  Reading *reading = data;
  RfBuilderText which = (RfBuilderText) element->detail;
  g_autofree char *folded = rf_xml_text_fold (text);

  rf_translation_add (reading->translation, which, reading->id, is_of_part (which) ? reading->part : NULL, folded);
}

#define TEXT_ELEMENT(name, detail)                              \
  {                                                             \
    name, RF_XML_TEXT, NULL, NULL, NULL, NULL, end_text, detail \
  }

static const RfXmlAttribute id_attributes[] = { { "id", RF_XML_ID, TRUE }, { NULL } };

static const RfXmlElement label_element = TEXT_ELEMENT ("label", RF_TEXT_OPTION_LABEL);
static const RfXmlElement option_help_element = TEXT_ELEMENT ("help", RF_TEXT_OPTION_HELP);
static const RfXmlChild option_children[] = {
  { &label_element, RF_XML_ONCE, 1 },
  { &option_help_element, RF_XML_OPTIONAL, 2 },
  { NULL },
};
static const RfXmlElement option_element = {
  "option", RF_XML_CHILDREN, id_attributes, option_children, NULL, begin_option
};

static const RfXmlElement band_label_element = TEXT_ELEMENT ("label", RF_TEXT_BAND_LABEL);
static const RfXmlAttribute band_attributes[] = { { "from", RF_XML_NUMBER, TRUE }, { NULL } };
static const RfXmlChild band_children[] = { { &band_label_element, RF_XML_ONCE, 1 }, { NULL } };
static const RfXmlElement band_element = {
  "band", RF_XML_CHILDREN, band_attributes, band_children, NULL, begin_band
};

static const RfXmlAttribute hint_attributes[] = {
  { "grade", RF_XML_WORD, TRUE, grades, N_ ("a grade of evidence") },
  { NULL },
};
static const RfXmlElement hint_element = {
  "evidence-hint", RF_XML_TEXT, hint_attributes, NULL, NULL, begin_hint, end_text, RF_TEXT_EVIDENCE_HINT
};

static const RfXmlElement prompt_element = TEXT_ELEMENT ("prompt", RF_TEXT_QUESTION_PROMPT);
static const RfXmlElement why_element = TEXT_ELEMENT ("why", RF_TEXT_QUESTION_WHY);
static const RfXmlElement help_element = TEXT_ELEMENT ("help", RF_TEXT_QUESTION_HELP);
static const RfXmlElement unit_element = TEXT_ELEMENT ("unit", RF_TEXT_QUESTION_UNIT);
static const RfXmlChild question_children[] = {
  { &prompt_element, RF_XML_ONCE, 1 },
  { &why_element, RF_XML_OPTIONAL, 2 },
  { &help_element, RF_XML_OPTIONAL, 3 },
  { &unit_element, RF_XML_OPTIONAL, 4 },
  { &option_element, RF_XML_ANY_NUMBER, 5 },
  { &band_element, RF_XML_ANY_NUMBER, 6 },
  { &hint_element, RF_XML_ANY_NUMBER, 7 },
  { NULL },
};
static const RfXmlAttribute question_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "revision", RF_XML_INTEGER, .least = 1, .most = 1000000 },
  { NULL },
};
static const RfXmlElement question_element = {
  "question", RF_XML_CHILDREN, question_attributes, question_children, "id", begin_question, NULL, OF_QUESTIONS
};

static const RfXmlElement incident_title_element = TEXT_ELEMENT ("title", RF_TEXT_INCIDENT_TITLE);
static const RfXmlChild incident_children[] = { { &incident_title_element, RF_XML_ONCE, 1 }, { NULL } };
static const RfXmlElement incident_element = {
  "incident", RF_XML_CHILDREN, id_attributes, incident_children, "id", begin_thing, NULL, OF_INCIDENTS
};

static const RfXmlElement barrier_title_element = TEXT_ELEMENT ("title", RF_TEXT_BARRIER_TITLE);
static const RfXmlChild barrier_children[] = { { &barrier_title_element, RF_XML_ONCE, 1 }, { NULL } };
static const RfXmlElement barrier_element = {
  "barrier", RF_XML_CHILDREN, id_attributes, barrier_children, "id", begin_thing, NULL, OF_BARRIERS
};

static const RfXmlElement section_title_element = TEXT_ELEMENT ("title", RF_TEXT_SECTION_TITLE);
static const RfXmlElement section_description_element = TEXT_ELEMENT ("description", RF_TEXT_SECTION_DESCRIPTION);
static const RfXmlChild section_children[] = {
  { &section_title_element, RF_XML_ONCE, 1 },
  { &section_description_element, RF_XML_OPTIONAL, 2 },
  { NULL },
};
static const RfXmlElement section_element = {
  "section", RF_XML_CHILDREN, id_attributes, section_children, "id", begin_thing, NULL, OF_SECTIONS
};

static const RfXmlElement knock_out_text_element = TEXT_ELEMENT ("text", RF_TEXT_KNOCK_OUT_TEXT);
static const RfXmlChild knock_out_children[] = { { &knock_out_text_element, RF_XML_ONCE, 1 }, { NULL } };
static const RfXmlElement knock_out_element = {
  "knock-out", RF_XML_CHILDREN, id_attributes, knock_out_children, "id", begin_thing, NULL, OF_KNOCK_OUTS
};

static const RfXmlElement profile_title_element = TEXT_ELEMENT ("title", RF_TEXT_PROFILE_TITLE);
static const RfXmlElement profile_description_element = TEXT_ELEMENT ("description", RF_TEXT_PROFILE_DESCRIPTION);
static const RfXmlAttribute weight_attributes[] = { { "of", RF_XML_ID, TRUE }, { NULL } };
static const RfXmlElement question_weight_element = {
  "question-weight", RF_XML_TEXT, weight_attributes, NULL, NULL, begin_weight, end_text, RF_TEXT_QUESTION_WEIGHT_REASON
};
static const RfXmlElement section_weight_element = {
  "section-weight", RF_XML_TEXT, weight_attributes, NULL, NULL, begin_weight, end_text, RF_TEXT_SECTION_WEIGHT_REASON
};
static const RfXmlChild profile_children[] = {
  { &profile_title_element, RF_XML_ONCE, 1 },
  { &profile_description_element, RF_XML_OPTIONAL, 2 },
  { &question_weight_element, RF_XML_ANY_NUMBER, 3 },
  { &section_weight_element, RF_XML_ANY_NUMBER, 4 },
  { NULL },
};
static const RfXmlElement profile_element = {
  "profile", RF_XML_CHILDREN, id_attributes, profile_children, "id", begin_thing, NULL, OF_PROFILES
};

static const RfXmlElement title_element = TEXT_ELEMENT ("title", RF_TEXT_TITLE);
static const RfXmlElement description_element = TEXT_ELEMENT ("description", RF_TEXT_DESCRIPTION);
static const RfXmlAttribute translation_attributes[] = {
  { "questionnaire", RF_XML_ID, TRUE },
  { "revision", RF_XML_INTEGER, TRUE, .least = 1, .most = 1000000 },
  { "lang", RF_XML_LANGUAGE, TRUE },
  { NULL },
};
static const RfXmlChild translation_children[] = {
  { &title_element, RF_XML_ONCE, 1 },
  { &description_element, RF_XML_OPTIONAL, 2 },
  { &incident_element, RF_XML_ANY_NUMBER, 3 },
  { &barrier_element, RF_XML_ANY_NUMBER, 4 },
  { &section_element, RF_XML_ANY_NUMBER, 5 },
  { &question_element, RF_XML_ANY_NUMBER, 6 },
  { &knock_out_element, RF_XML_ANY_NUMBER, 7 },
  { &profile_element, RF_XML_ANY_NUMBER, 8 },
  { NULL },
};
static const RfXmlElement translation_element = {
  "translation", RF_XML_CHILDREN, translation_attributes, translation_children, NULL, begin_translation
};

static void
clear (Reading *reading)
{
  g_clear_pointer (&reading->translation, rf_translation_unref);
  g_hash_table_unref (reading->ids);
  g_free (reading->id);
  g_free (reading->part);
}

/**
 * rf_translation_read_bytes:
 * @name: what messages call the input
 * @questionnaire: (nullable): what it must be a translation of; its ids are then checked
 * @problems: (nullable): where everything that is wrong is added, by line
 *
 * Reads the texts of a questionnaire in another language.
 *
 * Returns: (transfer full): the translation; or %NULL with %RF_ERROR_PARSE for what is no XML that we take,
 *   %RF_ERROR_INVALID with every problem otherwise
 */
RfTranslation *
rf_translation_read_bytes (GBytes *bytes,
                           const char *name,
                           const RfQuestionnaire *questionnaire,
                           RfProblems *problems,
                           GError **error)
{
  g_autoptr (RfProblems) own_problems = problems ? NULL : rf_problems_new (name);
  g_autoptr (RfXmlReport) report = rf_xml_report_new (name);
  Reading reading = { .questionnaire = questionnaire, .question = -1 };
  RfTranslation *translation = NULL;

  if (problems == NULL)
    problems = own_problems;
  reading.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (rf_xml_read (bytes, name, RF_TRANSLATION_NAMESPACE, "translation.xsd", &translation_element, &reading, report, error))
    {
      if (rf_xml_report_hand_over (report, NULL, problems))
        translation = g_steal_pointer (&reading.translation);
      else
        rf_problems_set_error (problems, error);
    }
  clear (&reading);
  return translation;
}

/**
 * rf_translation_read_file:
 * @path: a file, or "-" for standard input
 *
 * Reads a translation file; see rf_translation_read_bytes().
 *
 * Returns: (transfer full): as there; also %NULL with %RF_ERROR_NOT_FOUND
 */
RfTranslation *
rf_translation_read_file (const char *path,
                          const RfQuestionnaire *questionnaire,
                          RfProblems *problems,
                          GError **error)
{
  g_autoptr (GBytes) bytes = rf_xml_input_load (path, error);

  return bytes ? rf_translation_read_bytes (bytes, rf_xml_input_get_name (path), questionnaire, problems, error) : NULL;
}
