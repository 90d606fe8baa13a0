// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-record-xml.h"

#include "rf-xml-writer.h"
#include "rf-language.h"

static void
write_questionnaire (RfXmlWriter *writer,
                     const RfRecord *record)
{
  rf_xml_writer_start (writer, "questionnaire");
  rf_xml_writer_attribute (writer, "id", record->questionnaire_id);
  rf_xml_writer_integer (writer, "revision", record->questionnaire_revision);
  rf_xml_writer_attribute (writer, "sha256", record->questionnaire_sha256);
  rf_xml_writer_end (writer);
}

static void
write_earlier (RfXmlWriter *writer,
               const RfStanding *earlier)
{
  if (earlier == NULL)
    return;
  rf_xml_writer_start (writer, "earlier");
  rf_xml_writer_attribute (writer, "status", rf_status_get_nick (earlier->status));
  rf_xml_writer_attribute (writer, "approver", earlier->approver);
  rf_xml_writer_day (writer, "submitted", earlier->submitted);
  rf_xml_writer_day (writer, "approved", earlier->approved);
  rf_xml_writer_end (writer);
}

static void
write_provider (RfXmlWriter *writer,
                const RfRecord *record)
{
  if (record->homepage == NULL && record->provider_note == NULL)
    return;
  rf_xml_writer_start (writer, "provider-details");
  rf_xml_writer_attribute (writer, "homepage", record->homepage);
  rf_xml_writer_text_element (writer, "note", record->provider_note);
  rf_xml_writer_end (writer);
}

static void
write_offering (RfXmlWriter *writer,
                const RfRecord *record)
{
  const RfOffering *offering = record->offering;

  rf_xml_writer_start (writer, "offering");
  rf_xml_writer_attribute (writer, "id", offering->id);
  rf_xml_writer_attribute (writer, "provider", offering->provider);
  rf_xml_writer_attribute (writer, "name", offering->name);
  for (guint i = 0; i < RF_N_OFFERING_ATTRIBUTES; i++)
    rf_xml_writer_attribute (writer, rf_offering_attribute_get_nick ((RfOfferingAttribute) i), offering->attributes[i]);
  if (offering->spending != RF_INTENTION_NOT_SET)
    rf_xml_writer_attribute (writer, "spending", rf_intention_get_nick (offering->spending));
  rf_xml_writer_text_element (writer, "settings", offering->settings);
  write_provider (writer, record);
  rf_xml_writer_end (writer);
}

static void
write_use_case (RfXmlWriter *writer,
                const RfUseCase *use_case)
{
  rf_xml_writer_start (writer, "use-case");
  rf_xml_writer_attribute (writer, "id", use_case->id);
  rf_xml_writer_attribute (writer, "name", use_case->name);
  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    if (use_case->levels[i] != RF_LEVEL_NOT_SET)
      rf_xml_writer_attribute (writer, rf_use_case_attribute_get_nick ((RfUseCaseAttribute) i),
                               rf_use_case_level_get_nick ((RfUseCaseAttribute) i, use_case->levels[i]));
  rf_xml_writer_attribute (writer, "step", use_case->step);
  rf_xml_writer_attribute (writer, "owner", use_case->owner);
  rf_xml_writer_end (writer);
}

/* In parts, so that no reader has to hold one text of many megabytes. */
static void
write_file (RfXmlWriter *writer,
            GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize at = 0; at < size; at += RF_ANSWERS_BYTES_PER_PART)
    {
      g_autofree char *part = g_base64_encode (data + at, MIN (size - at, RF_ANSWERS_BYTES_PER_PART));

      rf_xml_writer_text_element (writer, "bytes", part);
    }
}

static void
write_evidence (RfXmlWriter *writer,
                const RfEvidence *evidence)
{
  rf_xml_writer_start (writer, "evidence");
  rf_xml_writer_attribute (writer, "id", evidence->id);
  rf_xml_writer_attribute (writer, "title", evidence->title);
  rf_xml_writer_attribute (writer, "file", evidence->file_name);
  rf_xml_writer_attribute (writer, "sha256", evidence->sha256);
  rf_xml_writer_attribute (writer, "href", evidence->href);
  rf_xml_writer_day (writer, "retrieved", evidence->retrieved);
  rf_xml_writer_day (writer, "expires", evidence->expires);
  if (evidence->size > 0)
    rf_xml_writer_integer (writer, "size", (gint64) evidence->size);
  if (evidence->bytes)
    write_file (writer, evidence->bytes);
  rf_xml_writer_end (writer);
}

static void
write_link (RfXmlWriter *writer,
            const RfEvidenceLink *link)
{
  rf_xml_writer_start (writer, "supported-by");
  rf_xml_writer_attribute (writer, "evidence", link->evidence);
  rf_xml_writer_attribute (writer, "grade", rf_grade_get_nick (link->grade));
  rf_xml_writer_attribute (writer, "locator", link->locator);
  rf_xml_writer_end (writer);
}

static void
write_override (RfXmlWriter *writer,
                const RfAnswer *answer)
{
  if (answer->override_risk < 0)
    return;
  rf_xml_writer_start (writer, "override");
  rf_xml_writer_integer (writer, "risk", answer->override_risk);
  rf_xml_writer_text (writer, answer->override_reason ? answer->override_reason : "");
  rf_xml_writer_end (writer);
}

static void
write_answer (RfXmlWriter *writer,
              const RfAnswer *answer)
{
  rf_xml_writer_start (writer, "answer");
  rf_xml_writer_attribute (writer, "question", answer->question);
  rf_xml_writer_attribute (writer, "state", rf_answer_state_get_nick (answer->state));
  if (answer->said_by != RF_SAID_BY_NONE)
    rf_xml_writer_attribute (writer, "said-by", rf_said_by_get_nick (answer->said_by));
  rf_xml_writer_attribute (writer, "inherited-from", answer->inherited_from);
  for (guint i = 0; answer->choices && answer->choices[i]; i++)
    {
      rf_xml_writer_start (writer, "choice");
      rf_xml_writer_attribute (writer, "option", answer->choices[i]);
      rf_xml_writer_end (writer);
    }
  rf_xml_writer_text_element (writer, "value", answer->value);
  rf_xml_writer_text_element (writer, "reason", answer->reason);
  write_override (writer, answer);
  rf_xml_writer_text_element (writer, "note", answer->note);
  for (guint i = 0; i < answer->links->len; i++)
    write_link (writer, g_ptr_array_index (answer->links, i));
  rf_xml_writer_end (writer);
}

static void
write_action (RfXmlWriter *writer,
              const RfAction *action)
{
  rf_xml_writer_start (writer, "action");
  rf_xml_writer_attribute (writer, "id", action->id);
  rf_xml_writer_attribute (writer, "question", action->question);
  rf_xml_writer_attribute (writer, "owner", action->owner);
  rf_xml_writer_day (writer, "due", action->due);
  rf_xml_writer_day (writer, "done", action->done);
  rf_xml_writer_text_element (writer, "text", action->text);
  rf_xml_writer_end (writer);
}

static void
write_decision (RfXmlWriter *writer,
                const RfDecision *decision)
{
  rf_xml_writer_start (writer, "decision");
  rf_xml_writer_attribute (writer, "use-case", decision->use_case);
  rf_xml_writer_attribute (writer, "verdict", rf_verdict_get_nick (decision->verdict));
  rf_xml_writer_attribute (writer, "owner", decision->owner);
  rf_xml_writer_day (writer, "decided", decision->decided);
  rf_xml_writer_day (writer, "expires", decision->expires);
  for (guint i = 0; decision->conditions && decision->conditions[i]; i++)
    rf_xml_writer_text_element (writer, "condition", decision->conditions[i]);
  rf_xml_writer_text_element (writer, "rationale", decision->rationale);
  rf_xml_writer_text_element (writer, "compensating-controls", decision->compensating_controls);
  rf_xml_writer_end (writer);
}

static void
write_all (RfXmlWriter *writer,
           const RfRecord *record)
{
  rf_xml_writer_start (writer, "answers");
  rf_xml_writer_attribute (writer, "xmlns", RF_ANSWERS_NAMESPACE);
  rf_xml_writer_day (writer, "as-of", record->as_of);
  rf_xml_writer_attribute (writer, "assessor", record->assessor);
  if (record->status != RF_STATUS_DRAFT)
    rf_xml_writer_attribute (writer, "status", rf_status_get_nick (record->status));
  rf_xml_writer_attribute (writer, "approver", record->approver);
  rf_xml_writer_day (writer, "submitted", record->submitted);
  rf_xml_writer_day (writer, "approved", record->approved);
  rf_xml_writer_day (writer, "next-review", record->next_review);
  rf_xml_writer_attribute (writer, "files", rf_files_get_nick (record->files));
  rf_xml_writer_text_element (writer, "changes-requested", record->requested);
  write_questionnaire (writer, record);
  write_earlier (writer, record->earlier);
  write_offering (writer, record);
  for (guint i = 0; i < record->use_cases->len; i++)
    write_use_case (writer, g_ptr_array_index (record->use_cases, i));
  for (guint i = 0; i < record->evidence->len; i++)
    write_evidence (writer, g_ptr_array_index (record->evidence, i));
  for (guint i = 0; i < record->answers->len; i++)
    write_answer (writer, g_ptr_array_index (record->answers, i));
  for (guint i = 0; i < record->actions->len; i++)
    write_action (writer, g_ptr_array_index (record->actions, i));
  for (guint i = 0; i < record->decisions->len; i++)
    write_decision (writer, g_ptr_array_index (record->decisions, i));
  rf_xml_writer_end (writer);
}

/**
 * rf_record_write:
 *
 * Writes an answers file: what rf_record_read_bytes() read from it is written to the same bytes. A blank note
 * or reason is left out.
 *
 * Returns: (transfer full): a file that is known to be readable; or %NULL with %RF_ERROR_INVALID for what a file
 *   cannot hold: control characters, a missing name, an override without a reason
 */
GBytes *
rf_record_write (const RfRecord *record,
                 GError **error)
{
  g_autoptr (RfXmlWriter) writer = rf_xml_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RfRecord) read_back = NULL;

  write_all (writer, record);
  bytes = rf_xml_writer_finish (writer, error);
  if (bytes == NULL)
    return NULL;
  /* What cannot be read back is found now and not by whoever gets the file. */
  read_back = rf_record_read_bytes (bytes, _ ("answers to be written"), NULL, error);
  return read_back ? g_steal_pointer (&bytes) : NULL;
}

/**
 * rf_use_cases_write:
 * @use_cases: (element-type RfUseCase): at least one
 *
 * Writes a file of use cases.
 *
 * Returns: (transfer full): the file; or %NULL as with rf_record_write()
 */
GBytes *
rf_use_cases_write (const GPtrArray *use_cases,
                    GError **error)
{
  g_autoptr (RfXmlWriter) writer = rf_xml_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) read_back = NULL;

  rf_xml_writer_start (writer, "use-cases");
  rf_xml_writer_attribute (writer, "xmlns", RF_ANSWERS_NAMESPACE);
  for (guint i = 0; i < use_cases->len; i++)
    write_use_case (writer, g_ptr_array_index (use_cases, i));
  rf_xml_writer_end (writer);
  bytes = rf_xml_writer_finish (writer, error);
  if (bytes == NULL)
    return NULL;
  read_back = rf_use_cases_read_bytes (bytes, _ ("use cases to be written"), NULL, error);
  return read_back ? g_steal_pointer (&bytes) : NULL;
}
