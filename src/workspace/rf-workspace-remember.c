// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What was read for the portfolio, kept until it changes.
 *
 * Whatever changes a store leaves an entry in its audit trail in the same transaction: an operation here, its undo,
 * another process. So the entries that are new since the facts were read say which of them are no longer true. Only
 * what leaves no entry is to be told apart: another profile, and a step that was taken back with its entries.
 */

#include "config.h"

#include "rf-workspace-private.h"

#include <string.h>

/* With more that is new, what is known is read anew rather than the trail. */
#define MAX_ENTRIES 2000

void
rf_workspace_forget_facts (RfWorkspace *self)
{
  g_hash_table_remove_all (self->facts);
}

/* "azure.1/encryption" is part of what is known of "azure"; what holds for the organisation is part of everything. */
static void
forget_assessment (RfWorkspace *self,
                   const char *id)
{
  const char *dot = g_strrstr_len (id, (gssize) strcspn (id, "/"), ".");
  g_autofree char *offering = dot ? g_strndup (id, (gsize) (dot - id)) : NULL;

  if (offering == NULL || g_str_has_prefix (id, "organisation."))
    rf_workspace_forget_facts (self);
  else
    g_hash_table_remove (self->facts, offering);
}

/* The kind of thing that an entry is about, and its id; %RF_N_THING_KINDS for anything else. */
static RfThingKind
parse_subject (const char *subject,
               const char **id)
{
  gsize length = strcspn (subject, " ");
  RfThingKind kind = 0;

  *id = subject + length + (subject[length] == ' ');
  while (kind < RF_N_THING_KINDS && (strlen (rf_thing_kind_get_nick (kind)) != length || strncmp (rf_thing_kind_get_nick (kind), subject, length) != 0))
    kind++;
  return kind;
}

static void
take_in (RfWorkspace *self,
         const RfAuditEntry *entry)
{
  gboolean is_new = entry->old_value == NULL && !entry->purged;
  const char *id;

  switch (parse_subject (entry->subject, &id))
    {
    case RF_THING_QUESTIONNAIRE: /* is never changed */
    case RF_THING_USE_CASE:      /* no part of the facts */
      break;
    case RF_THING_PROVIDER:
    case RF_THING_EVIDENCE:
      /* nothing rests yet on what is new */
      if (!is_new)
        rf_workspace_forget_facts (self);
      break;
    case RF_THING_OFFERING:
      g_hash_table_remove (self->facts, id);
      break;
    case RF_THING_ASSESSMENT:
    case RF_THING_ANSWER:
    case RF_THING_ACTION:
    case RF_THING_DECISION:
    case RF_THING_SNAPSHOT:
      forget_assessment (self, id);
      break;
    default:
      rf_workspace_forget_facts (self);
      break;
    }
}

/**
 * rf_workspace_catch_up:
 *
 * Forgets the facts that are no longer true in the state of the store that is being read.
 */
gboolean
rf_workspace_catch_up (RfWorkspace *self,
                       GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  guint64 count;

  rf_workspace_follow_language (self);
  if (!rf_store_count_audit (self->store, &count, error))
    return FALSE;
  if (count < self->facts_entry || count - self->facts_entry > MAX_ENTRIES)
    rf_workspace_forget_facts (self);
  else if (count > self->facts_entry && g_hash_table_size (self->facts) > 0)
    {
      entries = rf_store_list_audit (self->store, self->facts_entry + 1, 0, error);
      if (entries == NULL)
        return FALSE;
      for (guint i = 0; i < entries->len; i++)
        take_in (self, g_ptr_array_index (entries, i));
    }
  self->facts_entry = count;
  return TRUE;
}

/**
 * rf_workspace_get_facts:
 *
 * What is known of an offering, read where it is not; after rf_workspace_catch_up(), in the same reading.
 *
 * Returns: (transfer none) (nullable)
 */
const RfPortfolioFacts *
rf_workspace_get_facts (RfWorkspace *self,
                        RfOffering *offering,
                        GError **error)
{
  RfPortfolioFacts *facts = g_hash_table_lookup (self->facts, offering->id);

  if (facts)
    return facts;
  facts = rf_workspace_load_facts (self, offering, error);
  if (facts)
    g_hash_table_insert (self->facts, g_strdup (offering->id), facts);
  return facts;
}
