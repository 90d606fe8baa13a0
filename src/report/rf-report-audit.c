// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-content-private.h"
#include "rf-language.h"

/* as much as somebody reads; the command line prints the whole trail */
#define MOST_ENTRIES 100
/* of 64 digits, enough to find an entry by */
#define HASH_DIGITS 16

static void
write_entry (const RfReportWriter *self,
             const RfAuditEntry *entry)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (entry->time);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, entry->number);
  g_autofree char *when = time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M:%S UTC") : g_strdup ("–");
  g_autofree char *hash = g_strndup (entry->hash, HASH_DIGITS);

  rf_report_document_begin_row (self->document, NULL);
  rf_report_document_add_cell (self->document, RF_ROLE_NUMBER, number);
  rf_report_document_add_cell (self->document, RF_ROLE_SMALL, when);
  rf_report_document_add_cell (self->document, RF_ROLE_SMALL, entry->author);
  rf_report_document_add_cell (self->document, RF_ROLE_SMALL, entry->subject);
  if (entry->purged)
    rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_SMALL, _ ("values erased")));
  rf_report_document_add_cell (self->document, RF_ROLE_SMALL, hash);
}

static void
write_omission (const RfReportWriter *self,
                guint n_omitted)
{
  g_autofree char *text = NULL;

  if (n_omitted == 0)
    return;
  text = g_strdup_printf (ngettext ("%u earlier entry is left out here; “ringfence-cli audit” prints it.",
                                    "%u earlier entries are left out here; “ringfence-cli audit” prints them.", n_omitted),
                          n_omitted);
  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_BODY, text));
}

/* Who changed what and when; nothing of files alone, which have no trail. */
void
rf_report_write_audit (const RfReportWriter *self)
{
  const GPtrArray *audit = self->material->audit;
  guint n_omitted = audit->len > MOST_ENTRIES ? audit->len - MOST_ENTRIES : 0;
  const RfReportColumn columns[] = {
    { 0.08, FALSE, _ ("Entry") },
    { 0.20, FALSE, _ ("When") },
    { 0.17, FALSE, _ ("Who") },
    { 0.35, FALSE, _ ("What was changed") },
    { 0.20, FALSE, _ ("SHA-256 begins") },
  };

  if (audit->len == 0)
    return;
  rf_report_document_add_heading (self->document, 1, "audit", _ ("Extract of the audit trail"));
  rf_report_document_add_paragraph (self->document,
                                    rf_report_text_new (RF_ROLE_BODY,
                                                        _ ("Each entry of the trail contains the hash of the one before it, so that none can be changed or taken out unseen. These are the entries about what this report is about.")));
  write_omission (self, n_omitted);
  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, TRUE);
  for (guint i = n_omitted; i < audit->len; i++)
    write_entry (self, audit->pdata[i]);
}
