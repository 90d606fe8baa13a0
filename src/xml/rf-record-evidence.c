// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-record-elements.h"
#include "rf-language.h"

static const char *const sensitivities[] = { "public", "internal", "confidential", "restricted", "crown-jewels", NULL };
static const char *const autonomies[] = { "chat", "retrieval", "agent-with-tools", "agent-on-its-own", NULL };
static const char *const levels[] = { "very-low", "low", "moderate", "high", "very-high", NULL };
static const char *const yes_no[] = { "yes", "no", NULL };
static const char *const use_case_attributes[] = { "sensitivity", "autonomy", "volume", "dependence", "personal-data" };
static const char *const journey_steps[] = {
  "training", "ip-retention-and-confidentiality", "applying-ai", "consistency-and-fine-tuning",
  "complex-problems", "lower-predictable-cost", "common-use-cases", "simplification", NULL
};

static void
begin_use_case (RfXmlReader *reader,
                const RfXmlElement *element,
                gpointer data)
{
  RfRecordReading *reading = data;
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");
  const char *name = rf_xml_reader_get (reader, "name");
  RfUseCase *use_case = rf_use_case_new (id, name ? name : "");

  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    {
      const char *level = rf_xml_reader_get (reader, use_case_attributes[i]);

      if (level)
        rf_use_case_level_from_nick ((RfUseCaseAttribute) i, level, &use_case->levels[i]);
    }
  use_case->step = g_strdup (rf_xml_reader_get (reader, "step"));
  use_case->owner = g_strdup (rf_xml_reader_get (reader, "owner"));
  g_ptr_array_add (reading->use_cases, use_case);
  rf_record_reading_claim_id (reading, reader, "use-case", id);
}

static void
check_evidence (RfXmlReader *reader,
                const RfEvidence *evidence)
{
  if ((evidence->file_name != NULL) == (evidence->href != NULL))
    rf_xml_reader_report (reader, _ ("Give “file” and “sha256” for a file, or “href” and “retrieved” for a web link."), "%s",
                          _ ("The evidence must be either a file or a web link."));
  else if (evidence->file_name && (evidence->sha256 == NULL || evidence->retrieved != RF_DAY_NONE))
    rf_xml_reader_report (reader, _ ("Give “sha256”, and no “retrieved”."), "%s",
                          _ ("Evidence that is a file is known by its SHA-256."));
  else if (evidence->href && (evidence->sha256 || evidence->retrieved == RF_DAY_NONE))
    rf_xml_reader_report (reader, _ ("Give “retrieved”, and no “sha256”."), "%s",
                          _ ("Evidence that is a web link needs the day it was retrieved."));
}

static void
begin_evidence (RfXmlReader *reader,
                const RfXmlElement *element,
                gpointer data)
{
  RfRecordReading *reading = data;
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");
  const char *title = rf_xml_reader_get (reader, "title");
  RfEvidence *evidence = rf_evidence_new (id, title ? title : "");

  evidence->file_name = g_strdup (rf_xml_reader_get (reader, "file"));
  evidence->sha256 = g_strdup (rf_xml_reader_get (reader, "sha256"));
  evidence->href = g_strdup (rf_xml_reader_get (reader, "href"));
  evidence->retrieved = rf_xml_reader_get_day (reader, "retrieved");
  evidence->expires = rf_xml_reader_get_day (reader, "expires");
  evidence->size = (guint64) rf_xml_reader_get_integer (reader, "size", 0);
  reading->evidence = evidence;
  g_ptr_array_add (reading->record->evidence, evidence);
  check_evidence (reader, evidence);
  rf_record_reading_claim_id (reading, reader, "evidence", id);
}

static void
end_bytes (RfXmlReader *reader,
           const RfXmlElement *element,
           const char *text,
           gpointer data)
{
  RfRecordReading *reading = data;
  gsize size;
  g_autofree guchar *part = g_base64_decode (text, &size);
  g_autofree char *again = g_base64_encode (part, size);

  if (!g_str_equal (again, text))
    rf_xml_reader_report (reader, _ ("Export the file again."), "%s", _ ("The bytes of the evidence are no base64 without blanks."));
  if (reading->bytes == NULL)
    reading->bytes = g_byte_array_new ();
  g_byte_array_append (reading->bytes, part, (guint) size);
}

/* What the SHA-256 does not fit has been changed on the way. */
static void
end_evidence (RfXmlReader *reader,
              const RfXmlElement *element,
              const char *text,
              gpointer data)
{
  RfRecordReading *reading = data;
  RfEvidence *evidence = reading->evidence;
  g_autofree char *sha256 = NULL;

  if (reading->bytes == NULL)
    return;
  evidence->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&reading->bytes));
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, evidence->bytes);
  evidence->size = g_bytes_get_size (evidence->bytes);
  if (g_strcmp0 (sha256, evidence->sha256) != 0)
    rf_xml_reader_report (reader, _ ("Export the file again."), _ ("The bytes of the evidence have the SHA-256 %s, not the one given."), sha256);
}

static const RfXmlAttribute use_case_element_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "name", RF_XML_LINE, TRUE },
  { "sensitivity", RF_XML_WORD, FALSE, sensitivities, N_ ("a sensitivity of data") },
  { "autonomy", RF_XML_WORD, FALSE, autonomies, N_ ("a degree of autonomy") },
  { "volume", RF_XML_WORD, FALSE, levels, N_ ("a level") },
  { "dependence", RF_XML_WORD, FALSE, levels, N_ ("a level") },
  { "personal-data", RF_XML_WORD, FALSE, yes_no, N_ ("an answer to whether there are personal data") },
  { "step", RF_XML_WORD, FALSE, journey_steps, N_ ("a step of the journey") },
  { "owner", RF_XML_LINE },
  { NULL },
};
const RfXmlElement rf_record_use_case_element = {
  "use-case", RF_XML_EMPTY, use_case_element_attributes, NULL, "id", begin_use_case
};

static const RfXmlAttribute evidence_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "title", RF_XML_LINE, TRUE },
  { "file", RF_XML_LINE },
  { "sha256", RF_XML_SHA256 },
  { "href", RF_XML_LINE },
  { "retrieved", RF_XML_DAY },
  { "expires", RF_XML_DAY },
  { "size", RF_XML_INTEGER, .least = 0, .most = 100 << 20 },
  { NULL },
};
static const RfXmlElement bytes_element = { "bytes", RF_XML_TEXT, NULL, NULL, NULL, NULL, end_bytes };
static const RfXmlChild evidence_children[] = { { &bytes_element, RF_XML_ANY_NUMBER, 1 }, { NULL } };
const RfXmlElement rf_record_evidence_element = {
  "evidence", RF_XML_CHILDREN, evidence_attributes, evidence_children, "id", begin_evidence, end_evidence
};
