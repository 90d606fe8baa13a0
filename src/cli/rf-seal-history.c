// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-seal-history.h"

static gboolean
is_before_all (const char *head)
{
  return strspn (head, "0") == strlen (head);
}

/**
 * rf_seal_history_load:
 * @head: (nullable): of the chain when the report was made
 *
 * Reads the trail and finds the place in it at which the report was made.
 */
gboolean
rf_seal_history_load (RfSealHistory *self,
                      RfWorkspace *workspace,
                      const char *head,
                      GError **error)
{
  self->entries = rf_workspace_list_audit (workspace, 1, 0, error);
  if (self->entries == NULL)
    return FALSE;
  self->first = 0;
  self->state = head == NULL ? RF_SEAL_HISTORY_NONE : is_before_all (head) ? RF_SEAL_HISTORY_KNOWN
                                                                           : RF_SEAL_HISTORY_FOREIGN;
  for (guint i = 0; head != NULL && i < self->entries->len; i++)
    if (g_str_equal (((const RfAuditEntry *) self->entries->pdata[i])->hash, head))
      {
        self->state = RF_SEAL_HISTORY_KNOWN;
        self->first = i + 1;
      }
  return TRUE;
}

void
rf_seal_history_clear (RfSealHistory *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
}

/* "example.2/review" and "example.2" are of "example"; an answer that is given once for the whole organisation is kept
 * under "organisation." and the questionnaire. */
static gboolean
is_of_offering (const char *id,
                const char *offering)
{
  gsize length = strlen (offering);

  if (g_str_has_prefix (id, "organisation."))
    return TRUE;
  return strncmp (id, offering, length) == 0 && (id[length] == '\0' || (id[length] == '.' && g_ascii_isdigit (id[length + 1])));
}

/* What is named by an id of its own, or by a path that ends in it. */
static gboolean
is_named (const char *subject_id,
          const RfSealDifference *difference)
{
  const char *last = strrchr (subject_id, '/');

  if (g_str_equal (subject_id, difference->id))
    return TRUE;
  return last != NULL && g_str_equal (last + 1, difference->id) && is_of_offering (subject_id, difference->offering);
}

static gboolean
is_questionnaire (const char *subject_id,
                  const char *id)
{
  return g_str_has_prefix (subject_id, id) && subject_id[strlen (id)] == '@';
}

/* Whether an entry can be the reason for a difference. */
static gboolean
concerns (const RfAuditEntry *entry,
          const RfSealDifference *difference,
          const RfRecord *record)
{
  const char *space = strchr (entry->subject, ' ');
  g_autofree char *kind = space != NULL ? g_strndup (entry->subject, (gsize) (space - entry->subject)) : NULL;

  if (kind == NULL)
    return FALSE;
  /* A new assessment replaces all that the one before it held. */
  if (g_str_equal (kind, "assessment") && !g_str_equal (difference->kind, "offering") && entry->old_value == NULL)
    return is_of_offering (space + 1, difference->offering);
  if (g_str_equal (difference->kind, "questionnaire") && g_str_equal (kind, "questionnaire"))
    return is_questionnaire (space + 1, difference->id);
  /* The name of the provider stands in the offering. */
  if (g_str_equal (difference->kind, "offering") && g_str_equal (kind, "provider"))
    return record != NULL && entry->new_value != NULL && strstr (entry->new_value, record->offering->provider) != NULL;
  if (!g_str_equal (kind, difference->kind))
    return FALSE;
  if (g_str_equal (kind, "assessment"))
    return is_of_offering (space + 1, difference->offering);
  return is_named (space + 1, difference);
}

/**
 * rf_seal_history_find:
 * @record: (nullable): the offering as it is now
 *
 * Returns: (nullable) (transfer none): the last entry since the report that explains @difference; %NULL where the trail
 *   tells of none
 */
const RfAuditEntry *
rf_seal_history_find (const RfSealHistory *self,
                      const RfSealDifference *difference,
                      const RfRecord *record)
{
  if (self->state != RF_SEAL_HISTORY_KNOWN)
    return NULL;
  for (guint i = self->entries->len; i > self->first; i--)
    if (concerns (self->entries->pdata[i - 1], difference, record))
      return self->entries->pdata[i - 1];
  return NULL;
}
