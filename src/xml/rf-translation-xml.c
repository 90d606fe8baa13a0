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
  char *option;                         /* owned, nullable */
  int question;                         /* its index, or -1 */
} Reading;

/* whose ids an element's can be; the element's detail */
typedef enum
{
  OF_BARRIERS,
  OF_SECTIONS,
  OF_QUESTIONS,
  OF_KNOCK_OUTS,
  OF_PROFILES,
} Kind;

static void
check_questionnaire (RfXmlReader *reader,
                     const Reading *reading,
                     const char *id,
                     guint revision)
{
  const RfQuestionnaire *questionnaire = reading->questionnaire;

  if (questionnaire == NULL || (g_str_equal (questionnaire->id, id) && questionnaire->revision == revision))
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
  g_clear_pointer (&reading->option, g_free);
  reading->id = rf_xml_reader_dup_id (reader, "id");
  reading->question = -1;
  if (reading->questionnaire && element->detail == OF_QUESTIONS)
    reading->question = rf_questionnaire_find_question (reading->questionnaire, reading->id);
  if (reading->questionnaire && !is_known (reading->questionnaire, (Kind) element->detail, reading->id))
    rf_xml_reader_report (reader, _ ("Correct the id, or remove the element."),
                          _ ("The questionnaire has no <%s> with the id “%s”."), element->name, reading->id);
  claim (reader, reading, g_strdup_printf ("%d %s", element->detail, reading->id), reading->id);
}

static void
begin_option (RfXmlReader *reader,
              const RfXmlElement *element,
              gpointer data)
{
  Reading *reading = data;

  g_free (reading->option);
  reading->option = rf_xml_reader_dup_id (reader, "id");
  if (reading->question >= 0 &&
      rf_question_find_option (&reading->questionnaire->questions[reading->question], reading->option) < 0)
    rf_xml_reader_report (reader, _ ("Correct the id, or remove the element."),
                          _ ("The question has no option “%s”."), reading->option);
  claim (reader, reading, g_strdup_printf ("option %s %s", reading->id, reading->option), reading->option);
}

static void
end_text (RfXmlReader *reader,
          const RfXmlElement *element,
          const char *text,
          gpointer data)
{
  Reading *reading = data;
  g_autofree char *folded = rf_xml_text_fold (text);
  gboolean is_of_option = element->detail == RF_TEXT_OPTION_LABEL || element->detail == RF_TEXT_OPTION_HELP;

  rf_translation_add (reading->translation, (RfBuilderText) element->detail, reading->id,
                      is_of_option ? reading->option : NULL, folded);
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

static const RfXmlElement prompt_element = TEXT_ELEMENT ("prompt", RF_TEXT_QUESTION_PROMPT);
static const RfXmlElement why_element = TEXT_ELEMENT ("why", RF_TEXT_QUESTION_WHY);
static const RfXmlElement help_element = TEXT_ELEMENT ("help", RF_TEXT_QUESTION_HELP);
static const RfXmlChild question_children[] = {
  { &prompt_element, RF_XML_ONCE, 1 },
  { &why_element, RF_XML_OPTIONAL, 2 },
  { &help_element, RF_XML_OPTIONAL, 3 },
  { &option_element, RF_XML_ANY_NUMBER, 4 },
  { NULL },
};
static const RfXmlElement question_element = {
  "question", RF_XML_CHILDREN, id_attributes, question_children, "id", begin_thing, NULL, OF_QUESTIONS
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
static const RfXmlChild profile_children[] = {
  { &profile_title_element, RF_XML_ONCE, 1 },
  { &profile_description_element, RF_XML_OPTIONAL, 2 },
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
  { &barrier_element, RF_XML_ANY_NUMBER, 3 },
  { &section_element, RF_XML_ANY_NUMBER, 4 },
  { &question_element, RF_XML_ANY_NUMBER, 5 },
  { &knock_out_element, RF_XML_ANY_NUMBER, 6 },
  { &profile_element, RF_XML_ANY_NUMBER, 7 },
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
  g_free (reading->option);
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
