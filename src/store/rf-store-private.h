// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-database.h"
#include "rf-store.h"

G_BEGIN_DECLS

struct _RfStore
{
  RfDatabase *database; /* owned */
  gboolean read_only;
  gboolean in_step;
  gint64 data_version; /* as last seen: another connection's commit moves it on */
  GArray *expiries;    /* owned, nullable: an RfDay by evidence number, for scoring */
};

gboolean rf_store_write_thing (RfStore *self,
                               const RfChange *change,
                               GError **error);
gboolean rf_store_write_answer (RfStore *self,
                                const RfThing *answer,
                                gboolean remove,
                                GError **error);
gboolean rf_store_read_answer (RfStore *self,
                               const char *id,
                               RfThing **answer,
                               GError **error);
GPtrArray *rf_store_list_answers (RfStore *self,
                                  const char *assessment,
                                  GError **error);
gboolean rf_store_append_audit (RfStore *self,
                                const char *subject,
                                const char *old_value,
                                const char *new_value,
                                const char *author,
                                gint64 time,
                                GError **error);
gboolean rf_store_check_chain (RfStore *self,
                               GError **error);
gboolean rf_store_check_erasures (RfStore *self,
                                  GError **error);

G_END_DECLS
