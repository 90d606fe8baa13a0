// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-audit.h"

G_DEFINE_BOXED_TYPE (RfAuditEntry, rf_audit_entry, rf_audit_entry_copy, rf_audit_entry_free)

RfAuditEntry *
rf_audit_entry_copy (const RfAuditEntry *self)
{
  RfAuditEntry *copy = g_memdup2 (self, sizeof *self);

  copy->author = g_strdup (self->author);
  copy->subject = g_strdup (self->subject);
  copy->old_value = g_strdup (self->old_value);
  copy->new_value = g_strdup (self->new_value);
  copy->hash = g_strdup (self->hash);
  return copy;
}

void
rf_audit_entry_free (RfAuditEntry *self)
{
  g_free (self->author);
  g_free (self->subject);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self->hash);
  g_free (self);
}
