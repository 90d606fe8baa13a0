// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-audit.h"
#include "rf-questionnaire.h"
#include "rf-thing.h"

G_BEGIN_DECLS

/**
 * RfStore:
 *
 * One SQLite file that holds a workspace. Every change goes through rf_store_apply(), which writes it together
 * with its entry in the audit chain or not at all. Used by one thread at a time.
 */
typedef struct _RfStore RfStore;

typedef enum
{
  RF_STORE_DEFAULT = 0,
  RF_STORE_CREATE = 1 << 0,
  RF_STORE_READ_ONLY = 1 << 1, /* in memory, from a copy of the file's bytes */
} RfStoreFlags;

/* One thing as it is to be: @thing, or, where @remove is set, gone. */
typedef struct
{
  RfThing *thing; /* owned */
  gboolean remove;
  GBytes *bytes;    /* owned, nullable: of an evidence file, a questionnaire or a snapshot */
  char **questions; /* owned, nullable: the ids of a questionnaire's questions, in order */
  RfThing *old;     /* owned, filled in by rf_store_apply(): what was there, %NULL for nothing */
} RfChange;

RfChange *rf_change_new (RfThing *thing,
                         gboolean remove);
void rf_change_free (RfChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfChange, rf_change_free)

RfStore *rf_store_open (const char *path,
                        RfStoreFlags flags,
                        GError **error);
void rf_store_close (RfStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfStore, rf_store_close)

gboolean rf_store_is_read_only (const RfStore *self);
gboolean rf_store_has_changed_elsewhere (RfStore *self);
gboolean rf_store_save_copy (RfStore *self,
                             const char *path,
                             GError **error);

/* All of @changes (element-type RfChange) in this order in one transaction, each with its entry. A change that
 * changes nothing leaves no entry. BUSY where another process has changed the store since
 * rf_store_has_changed_elsewhere() was last asked. */
gboolean rf_store_apply (RfStore *self,
                         GPtrArray *changes,
                         const char *author,
                         gint64 time,
                         GError **error);

/* Several rf_store_apply() as one: what they change is kept together or not at all, and nobody else writes in
 * between. One that fails changes nothing by itself. To be ended with @keep, or without to take all of it back. */
gboolean rf_store_begin_step (RfStore *self,
                              GError **error);
gboolean rf_store_end_step (RfStore *self,
                            gboolean keep,
                            GError **error);

/* (nullable) without an error: there is none */
RfThing *rf_store_dup_thing (RfStore *self,
                             RfThingKind kind,
                             const char *id,
                             GError **error);
/* (element-type RfThing): those of one parent, or all. An assessment's evidence is what supports its answers and the
 * organisation-wide ones to the same questionnaire, by id. */
GPtrArray *rf_store_list_things (RfStore *self,
                                 RfThingKind kind,
                                 const char *parent,
                                 GError **error);
/* (element-type RfThing): the answers that evidence supports */
GPtrArray *rf_store_list_supported_answers (RfStore *self,
                                            const char *evidence,
                                            GError **error);

/* One state of the store for several reads, whatever another process writes meanwhile. */
gboolean rf_store_begin_reading (RfStore *self,
                                 GError **error);
void rf_store_end_reading (RfStore *self);

GBytes *rf_store_dup_questionnaire_bytes (RfStore *self,
                                          const char *id,
                                          GError **error);
GBytes *rf_store_dup_file (RfStore *self,
                           const char *sha256,
                           GError **error);
GBytes *rf_store_dup_snapshot (RfStore *self,
                               const char *assessment,
                               GError **error);

/* Streams an assessment's answers, organisation-wide ones included, straight into @values, one for each
 * question of the questionnaire; what is not answered is left unanswered. */
gboolean rf_store_read_answer_values (RfStore *self,
                                      const char *assessment,
                                      guint n_questions,
                                      RfDay as_of,
                                      RfAnswerValue *values,
                                      GError **error);

/* ---- the audit chain ---- */

char *rf_store_dup_head (RfStore *self,
                         GError **error);
/* Entries are numbered from 1: this is the number of the newest. */
gboolean rf_store_count_audit (RfStore *self,
                               guint64 *count,
                               GError **error);
GPtrArray *rf_store_list_audit (RfStore *self,
                                guint64 first,
                                guint count,
                                GError **error);
gboolean rf_store_relate_head (RfStore *self,
                               const char *head,
                               RfHeadRelation *relation,
                               GError **error);
/* The whole file: SQLite's check, references, hashes of files and snapshots, the chain. */
gboolean rf_store_check (RfStore *self,
                         GError **error);
gboolean rf_store_purge (RfStore *self,
                         const char *subject,
                         const char *reason,
                         const char *author,
                         gint64 time,
                         GError **error);

G_END_DECLS
