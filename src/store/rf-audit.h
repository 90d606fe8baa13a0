// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RF_TYPE_AUDIT_ENTRY (rf_audit_entry_get_type ())

/**
 * RfAuditEntry:
 * @number: counted from 1 without gaps
 * @time: seconds since 1970, UTC
 * @subject: what was changed, as "KIND ID": "offering azure-openai", "answer azure-openai.1/encryption-at-rest"
 * @old_value: (nullable): one "field: value" a line; %NULL where there was nothing or it was purged
 * @new_value: (nullable): likewise; %NULL where it was removed or purged
 * @purged: whether the values were erased
 * @hash: of this entry, 64 hexadecimal digits
 */
typedef struct
{
  guint64 number;
  gint64 time;
  char *author;
  char *subject;
  char *old_value;
  char *new_value;
  gboolean purged;
  char *hash;
} RfAuditEntry;

/* What a hash that was noted earlier is to a store. */
typedef enum
{
  RF_HEAD_IS_HEAD,    /* nothing has been changed since */
  RF_HEAD_IS_EARLIER, /* an earlier entry of this chain: changed since, history intact */
  RF_HEAD_IS_FOREIGN, /* not of this chain: another store, or one whose history was rewritten */
} RfHeadRelation;

GType rf_audit_entry_get_type (void);
RfAuditEntry *rf_audit_entry_copy (const RfAuditEntry *self);
void rf_audit_entry_free (RfAuditEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfAuditEntry, rf_audit_entry_free)

G_END_DECLS
