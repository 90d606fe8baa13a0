// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"
#include "rf-session.h"
#include "rf-language.h"

static const RfColumn columns[] = {
  { "number", N_ ("No."), RF_COLUMN_NUMBER },
  { "time", N_ ("Time"), RF_COLUMN_TEXT },
  { "author", N_ ("Author"), RF_COLUMN_TEXT },
  { "subject", N_ ("What"), RF_COLUMN_TEXT },
  { "old", N_ ("Before"), RF_COLUMN_TEXT },
  { "new", N_ ("After"), RF_COLUMN_TEXT },
  { "hash", N_ ("Hash"), RF_COLUMN_TEXT },
};

/* The terminal shows what changed; the hash and whole values are for programs. */
#define SHOWN_COLUMNS 4

static void
add_entry (RfTable *table,
           const RfAuditEntry *entry)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (entry->time);
  g_autofree char *shown = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

  rf_table_add_number (table, (double) entry->number);
  rf_table_add_text (table, shown);
  rf_table_add_text (table, entry->author);
  rf_table_add_text (table, entry->subject);
}

static void
add_values (RfTable *table,
            const RfAuditEntry *entry)
{
  rf_table_add_text (table, entry->old_value);
  rf_table_add_text (table, entry->new_value);
  rf_table_add_text (table, entry->hash);
}

static RfExitStatus
run_audit (const RfCommand *command,
           char **argv)
{
  g_auto (RfSession) session = { 0 };
  gint64 first = 1;
  int count = 0;
  const GOptionEntry options[] = {
    { "first", 0, 0, G_OPTION_ARG_INT64, &first, N_ ("Begin with this entry"), N_ ("NUMBER") },
    { "count", 0, 0, G_OPTION_ARG_INT, &count, N_ ("Print at most so many"), N_ ("NUMBER") },
    { NULL },
  };
  g_autoptr (RfTable) table = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_for_programs;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 0, 0, &status))
    return status;
  if (first < 1 || count < 0)
    return rf_command_misuse (command, _ ("Entries are counted from 1."));
  if (!rf_session_enter (&session, &status))
    return status;
  entries = rf_workspace_list_audit (session.workspace, (guint64) first, (guint) count, &error);
  if (entries == NULL)
    return rf_command_fail (error);
  is_for_programs = session.format != RF_FORMAT_TEXT;
  table = rf_table_new (columns, is_for_programs ? G_N_ELEMENTS (columns) : SHOWN_COLUMNS);
  for (guint i = 0; i < entries->len; i++)
    {
      add_entry (table, g_ptr_array_index (entries, i));
      if (is_for_programs)
        add_values (table, g_ptr_array_index (entries, i));
    }
  return rf_session_print (&session, table);
}

const RfCommand rf_command_audit = { "audit", "", N_ ("Print the audit trail: every change, who made it and when."),
                                     N_ ("The values before and after and the hashes are in --format=json and csv."), run_audit };

static RfExitStatus
run_purge (const RfCommand *command,
           char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autofree char *reason = NULL;
  const GOptionEntry options[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why; it is written into the audit trail"), N_ ("TEXT") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 1, 1, &status))
    return status;
  if (reason == NULL || *g_strchug (reason) == '\0')
    return rf_command_misuse (command, _ ("--reason is missing: why are the values erased?"));
  if (!rf_session_enter (&session, &status))
    return status;
  return rf_session_say (rf_workspace_purge (session.workspace, argv[1], reason, &error), NULL, &error);
}

const RfCommand rf_command_purge = { "purge", N_ ("SUBJECT"), N_ ("Erase the values that the audit trail keeps of something."),
                                     N_ ("SUBJECT is as “audit” prints it, for example “answer acme.1/retention”. The chain stays whole, the "
                                         "erasure becomes an entry itself, and it cannot be undone."),
                                     run_purge };
