// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-record-xml.h"

#include "rf-record-elements.h"
#include "rf-xml-input.h"
#include "rf-language.h"

static const char *const layers[] = { "infrastructure", "models-and-tools", "application", NULL };
static const char *const intentions[] = { "adopting", "spending-more", "flat", "spending-less", "replacing", NULL };
static const char *const statuses[] = { "draft", "submitted", "changes-requested", "approved", "superseded", NULL };
static const char *const files[] = { "included", "left-out", NULL };
static const char *const offering_attributes[] = { "layer", "channel", "plan", "region" };

/**
 * rf_record_reading_claim:
 * @kind: the kind of thing: ids of different kinds may be equal
 *
 * Returns: whether nothing of the kind had this id before
 */
gboolean
rf_record_reading_claim (RfRecordReading *reading,
                         const char *kind,
                         const char *id)
{
  return g_hash_table_add (reading->ids, g_strconcat (kind, " ", id, NULL));
}

/**
 * rf_record_reading_claim_id:
 *
 * Reports where something of the kind has had this id before.
 */
void
rf_record_reading_claim_id (RfRecordReading *reading,
                            RfXmlReader *reader,
                            const char *kind,
                            const char *id)
{
  if (!rf_record_reading_claim (reading, kind, id))
    rf_xml_reader_report (reader, _ ("Give each its own id."), _ ("The id “%s” is already taken."), id);
}

gboolean
rf_record_reading_knows (const RfRecordReading *reading,
                         const char *kind,
                         const char *id)
{
  g_autofree char *key = g_strconcat (kind, " ", id, NULL);

  return g_hash_table_contains (reading->ids, key);
}

/**
 * rf_record_reading_take_words:
 *
 * Returns: (transfer full) (nullable): the words gathered, %NULL-terminated; none are left
 */
char **
rf_record_reading_take_words (RfRecordReading *reading)
{
  char **taken = reading->words->len ? g_new0 (char *, reading->words->len + 1) : NULL;

  for (guint i = 0; i < reading->words->len; i++)
    taken[i] = g_strdup (g_ptr_array_index (reading->words, i));
  g_ptr_array_set_size (reading->words, 0);
  return taken;
}

static void
begin_answers (RfXmlReader *reader,
               const RfXmlElement *element,
               gpointer data)
{
  RfRecordReading *reading = data;
  g_autoptr (RfOffering) not_yet_known = rf_offering_new ("", "", "");

  reading->record = rf_record_new ("", 1, NULL, rf_xml_reader_get_day (reader, "as-of"), not_yet_known);
  reading->record->assessor = g_strdup (rf_xml_reader_get (reader, "assessor"));
  rf_status_from_nick (rf_xml_reader_get (reader, "status"), &reading->record->status);
  reading->record->approver = g_strdup (rf_xml_reader_get (reader, "approver"));
  reading->record->submitted = rf_xml_reader_get_day (reader, "submitted");
  reading->record->approved = rf_xml_reader_get_day (reader, "approved");
  reading->record->next_review = rf_xml_reader_get_day (reader, "next-review");
  rf_files_from_nick (rf_xml_reader_get (reader, "files"), &reading->record->files);
  reading->use_cases = g_ptr_array_ref (reading->record->use_cases);
}

static void
begin_questionnaire (RfXmlReader *reader,
                     const RfXmlElement *element,
                     gpointer data)
{
  RfRecordReading *reading = data;
  RfRecord *record = reading->record;

  g_free (record->questionnaire_id);
  g_free (record->questionnaire_sha256);
  record->questionnaire_id = rf_xml_reader_dup_id (reader, "id");
  record->questionnaire_revision = (guint) rf_xml_reader_get_integer (reader, "revision", 1);
  record->questionnaire_sha256 = g_strdup (rf_xml_reader_get (reader, "sha256"));
}

static void
begin_offering (RfXmlReader *reader,
                const RfXmlElement *element,
                gpointer data)
{
  RfRecordReading *reading = data;
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");
  const char *provider = rf_xml_reader_get (reader, "provider");
  const char *name = rf_xml_reader_get (reader, "name");
  RfOffering *offering = rf_offering_new (id, provider ? provider : "", name ? name : "");

  for (guint i = 0; i < RF_N_OFFERING_ATTRIBUTES; i++)
    offering->attributes[i] = g_strdup (rf_xml_reader_get (reader, offering_attributes[i]));
  rf_intention_from_nick (rf_xml_reader_get (reader, "spending"), &offering->spending);
  rf_offering_unref (reading->record->offering);
  reading->record->offering = offering;
}

static void
begin_earlier (RfXmlReader *reader,
               const RfXmlElement *element,
               gpointer data)
{
  RfRecordReading *reading = data;
  RfStatus status = RF_STATUS_SUBMITTED;

  rf_status_from_nick (rf_xml_reader_get (reader, "status"), &status);
  g_clear_pointer (&reading->record->earlier, rf_standing_free);
  reading->record->earlier = rf_standing_new (status, rf_xml_reader_get (reader, "approver"), rf_xml_reader_get_day (reader, "submitted"), rf_xml_reader_get_day (reader, "approved"));
}

static void
begin_provider (RfXmlReader *reader,
                const RfXmlElement *element,
                gpointer data)
{
  RfRecordReading *reading = data;

  g_free (reading->record->homepage);
  reading->record->homepage = g_strdup (rf_xml_reader_get (reader, "homepage"));
}

/* The detail is the record's field. */
static void
keep_text (RfXmlReader *reader,
           const RfXmlElement *element,
           const char *text,
           gpointer data)
{
  RfRecordReading *reading = data;
  char **kept = G_STRUCT_MEMBER_P (reading->record, element->detail);

  g_free (*kept);
  *kept = g_strdup (text);
}

static void
end_settings (RfXmlReader *reader,
              const RfXmlElement *element,
              const char *text,
              gpointer data)
{
  RfRecordReading *reading = data;

  g_free (reading->record->offering->settings);
  reading->record->offering->settings = g_strdup (text);
}

static const RfXmlAttribute questionnaire_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "revision", RF_XML_INTEGER, TRUE, .least = 1, .most = 1000000 },
  { "sha256", RF_XML_SHA256 },
  { NULL },
};
static const RfXmlElement questionnaire_element = {
  "questionnaire", RF_XML_EMPTY, questionnaire_attributes, NULL, NULL, begin_questionnaire
};

static const RfXmlAttribute offering_element_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "provider", RF_XML_LINE, TRUE },
  { "name", RF_XML_LINE, TRUE },
  { "layer", RF_XML_WORD, FALSE, layers, N_ ("a layer") },
  { "channel", RF_XML_ID },
  { "plan", RF_XML_ID },
  { "region", RF_XML_ID },
  { "spending", RF_XML_WORD, FALSE, intentions, N_ ("a spending intention") },
  { NULL },
};
static const RfXmlElement settings_element = { "settings", RF_XML_TEXT, NULL, NULL, NULL, NULL, end_settings };
static const RfXmlElement provider_note_element = {
  "note", RF_XML_TEXT, NULL, NULL, NULL, NULL, keep_text, G_STRUCT_OFFSET (RfRecord, provider_note)
};
static const RfXmlAttribute provider_attributes[] = { { "homepage", RF_XML_LINE }, { NULL } };
static const RfXmlChild provider_children[] = { { &provider_note_element, RF_XML_OPTIONAL, 1 }, { NULL } };
static const RfXmlElement provider_element = {
  "provider-details", RF_XML_CHILDREN, provider_attributes, provider_children, NULL, begin_provider
};
static const RfXmlChild offering_children[] = {
  { &settings_element, RF_XML_OPTIONAL, 1 },
  { &provider_element, RF_XML_OPTIONAL, 2 },
  { NULL },
};
static const RfXmlElement offering_element = {
  "offering", RF_XML_CHILDREN, offering_element_attributes, offering_children, "id", begin_offering
};

static const RfXmlElement requested_element = {
  "changes-requested", RF_XML_TEXT, NULL, NULL, NULL, NULL, keep_text, G_STRUCT_OFFSET (RfRecord, requested)
};

static const RfXmlAttribute earlier_attributes[] = {
  { "status", RF_XML_WORD, TRUE, statuses + 1, N_ ("a status that an assessment can have had") },
  { "approver", RF_XML_LINE },
  { "submitted", RF_XML_DAY },
  { "approved", RF_XML_DAY },
  { NULL },
};
static const RfXmlElement earlier_element = { "earlier", RF_XML_EMPTY, earlier_attributes, NULL, NULL, begin_earlier };

static const RfXmlAttribute answers_attributes[] = {
  { "as-of", RF_XML_DAY, TRUE },
  { "assessor", RF_XML_LINE },
  { "status", RF_XML_WORD, FALSE, statuses, N_ ("a status of an assessment") },
  { "approver", RF_XML_LINE },
  { "submitted", RF_XML_DAY },
  { "approved", RF_XML_DAY },
  { "next-review", RF_XML_DAY },
  { "files", RF_XML_WORD, FALSE, files, N_ ("what can be said of the files") },
  { NULL },
};
static const RfXmlChild answers_children[] = {
  { &requested_element, RF_XML_OPTIONAL, 1 },
  { &questionnaire_element, RF_XML_ONCE, 2 },
  { &earlier_element, RF_XML_OPTIONAL, 3 },
  { &offering_element, RF_XML_ONCE, 4 },
  { &rf_record_use_case_element, RF_XML_ANY_NUMBER, 5 },
  { &rf_record_evidence_element, RF_XML_ANY_NUMBER, 6 },
  { &rf_record_answer_element, RF_XML_ANY_NUMBER, 7 },
  { &rf_record_action_element, RF_XML_ANY_NUMBER, 8 },
  { &rf_record_decision_element, RF_XML_ANY_NUMBER, 9 },
  { NULL },
};
static const RfXmlElement answers_element = {
  "answers", RF_XML_CHILDREN, answers_attributes, answers_children, NULL, begin_answers
};

static void
begin_use_cases (RfXmlReader *reader,
                 const RfXmlElement *element,
                 gpointer data)
{
  RfRecordReading *reading = data;

  reading->use_cases = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_use_case_unref);
}

static const RfXmlChild use_cases_children[] = { { &rf_record_use_case_element, RF_XML_AT_LEAST_ONE, 1 }, { NULL } };
static const RfXmlElement use_cases_element = {
  "use-cases", RF_XML_CHILDREN, NULL, use_cases_children, NULL, begin_use_cases
};

/* Reads one of the two kinds of file; what was read stays in @reading, with its problems told. */
static gboolean
read_into (RfRecordReading *reading,
           const RfXmlElement *root,
           GBytes *bytes,
           const char *name,
           RfProblems *problems,
           GError **error)
{
  g_autoptr (RfProblems) own_problems = problems ? NULL : rf_problems_new (name);
  g_autoptr (RfXmlReport) report = rf_xml_report_new (name);

  reading->words = g_ptr_array_new_with_free_func (g_free);
  reading->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!rf_xml_read (bytes, name, RF_ANSWERS_NAMESPACE, "answers.xsd", root, reading, report, error))
    return FALSE;
  if (problems == NULL)
    problems = own_problems;
  if (rf_xml_report_hand_over (report, NULL, problems))
    return TRUE;
  rf_problems_set_error (problems, error);
  return FALSE;
}

static void
clear (RfRecordReading *reading)
{
  g_clear_pointer (&reading->record, rf_record_unref);
  g_clear_pointer (&reading->use_cases, g_ptr_array_unref);
  g_ptr_array_unref (reading->words);
  g_clear_pointer (&reading->bytes, g_byte_array_unref);
  g_hash_table_unref (reading->chosen);
  g_hash_table_unref (reading->ids);
}

/**
 * rf_record_read_bytes:
 * @name: what messages call the input
 * @problems: (nullable): where everything that is wrong is added, by line
 *
 * Reads an answers file and checks all that can be checked without its questionnaire; rf_record_bind() checks
 * the rest. Notes, reasons and values are kept to the letter.
 *
 * Returns: (transfer full): the record; or %NULL with %RF_ERROR_PARSE for what is no XML that we take,
 *   %RF_ERROR_INVALID with every problem otherwise
 */
RfRecord *
rf_record_read_bytes (GBytes *bytes,
                      const char *name,
                      RfProblems *problems,
                      GError **error)
{
  RfRecordReading reading = { 0 };
  RfRecord *record = NULL;

  if (read_into (&reading, &answers_element, bytes, name, problems, error))
    record = g_steal_pointer (&reading.record);
  clear (&reading);
  return record;
}

/**
 * rf_record_read_file:
 * @path: a file, or "-" for standard input
 *
 * Reads an answers file; see rf_record_read_bytes().
 *
 * Returns: (transfer full): as there; also %NULL with %RF_ERROR_NOT_FOUND
 */
RfRecord *
rf_record_read_file (const char *path,
                     RfProblems *problems,
                     GError **error)
{
  g_autoptr (GBytes) bytes = rf_xml_input_load (path, error);

  return bytes ? rf_record_read_bytes (bytes, rf_xml_input_get_name (path), problems, error) : NULL;
}

/**
 * rf_use_cases_read_bytes:
 * @name: what messages call the input
 * @problems: (nullable): where everything that is wrong is added, by line
 *
 * Reads a file of use cases.
 *
 * Returns: (transfer full) (element-type RfUseCase): at least one; or %NULL as with rf_record_read_bytes()
 */
GPtrArray *
rf_use_cases_read_bytes (GBytes *bytes,
                         const char *name,
                         RfProblems *problems,
                         GError **error)
{
  RfRecordReading reading = { 0 };
  GPtrArray *use_cases = NULL;

  if (read_into (&reading, &use_cases_element, bytes, name, problems, error))
    use_cases = g_steal_pointer (&reading.use_cases);
  clear (&reading);
  return use_cases;
}

/**
 * rf_use_cases_read_file:
 * @path: a file, or "-" for standard input
 *
 * Reads a file of use cases; see rf_use_cases_read_bytes().
 *
 * Returns: (transfer full) (element-type RfUseCase): as there; also %NULL with %RF_ERROR_NOT_FOUND
 */
GPtrArray *
rf_use_cases_read_file (const char *path,
                        RfProblems *problems,
                        GError **error)
{
  g_autoptr (GBytes) bytes = rf_xml_input_load (path, error);

  return bytes ? rf_use_cases_read_bytes (bytes, rf_xml_input_get_name (path), problems, error) : NULL;
}
