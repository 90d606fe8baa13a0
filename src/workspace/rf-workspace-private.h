// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-error.h"
#include "rf-store.h"
#include "rf-workspace.h"

G_BEGIN_DECLS

/* The current assessment of an offering, held ready for scoring. */
typedef struct
{
  RfAssessment *assessment;       /* owned */
  RfOffering *offering;           /* owned */
  RfQuestionnaire *questionnaire; /* owned */
  RfAnswerValue *values;          /* owned, by question index */
  RfRecord *frozen;               /* owned, nullable: what was approved, once it was asked for */
  RfEvaluation *evaluation;       /* owned: no use case, default profile, the assessment's own day */
} RfOpened;

/* What one operation did, so that it can be undone. */
typedef struct
{
  char *description;  /* owned */
  GPtrArray *changes; /* owned, of RfChange, with what was there before */
  gboolean is_final;  /* something in it cannot be undone */
  gboolean has_news;  /* what others did just before it began is still to be told */
} RfStep;

struct _RfWorkspace
{
  GObject parent_instance;

  RfStore *store;             /* owned */
  char *path;                 /* owned */
  char *author;               /* owned */
  char *profile;              /* owned, nullable: an id */
  RfPolicy *policy;           /* owned, nullable */
  GHashTable *questionnaires; /* owned: "ID@REVISION LANGUAGE" -> RfQuestionnaire, as they were asked for */
  char *language;             /* owned, nullable: of the texts in opened and facts */
  GHashTable *opened;         /* owned: offering -> RfOpened */
  GHashTable *facts;          /* owned: offering -> RfPortfolioFacts */
  guint64 facts_entry;        /* the newest entry of the audit trail that the facts know of */
  GPtrArray *done;            /* owned, of RfStep */
  GPtrArray *undone;          /* owned, of RfStep */
  RfStep *open_step;          /* owned, nullable: what is being put together */
  RfWorkspaceClock clock;
  gpointer clock_data;
};

gboolean rf_workspace_fail (GError **error,
                            RfError code,
                            const char *format,
                            ...) G_GNUC_PRINTF (3, 4);
void rf_workspace_follow_language (RfWorkspace *self);
gboolean rf_workspace_check_id (const char *id,
                                GError **error);
char *rf_workspace_make_id (RfWorkspace *self,
                            RfThingKind kind,
                            const char *parent,
                            const char *name,
                            GError **error);

GPtrArray *rf_changes_new (void);
RfChange *rf_changes_put (GPtrArray *changes,
                          RfThing *thing);
void rf_changes_remove (GPtrArray *changes,
                        RfThing *thing);
gboolean rf_workspace_do (RfWorkspace *self,
                          GPtrArray *changes,
                          char *description,
                          GError **error);
gboolean rf_workspace_record_step (RfWorkspace *self,
                                   GPtrArray *changes,
                                   char *description,
                                   GError **error);
gboolean rf_workspace_refuse_in_step (RfWorkspace *self,
                                      GError **error);
void rf_workspace_tell (RfWorkspace *self);
gboolean rf_workspace_do_finally (RfWorkspace *self,
                                  GPtrArray *changes,
                                  GError **error);
void rf_workspace_forget (RfWorkspace *self);
void rf_step_free (RfStep *self);
void rf_opened_free (RfOpened *self);

const char *rf_workspace_get_kind_label (RfThingKind kind);
RfThing *rf_workspace_dup_thing (RfWorkspace *self,
                                 RfThingKind kind,
                                 const char *id,
                                 GError **error);
gboolean rf_workspace_has_thing (RfWorkspace *self,
                                 RfThingKind kind,
                                 const char *id,
                                 gboolean *has,
                                 GError **error);
gboolean rf_workspace_check_course (const char *name,
                                    const RfStatus *status,
                                    RfCourse course,
                                    GError **error);
gboolean rf_workspace_put_offering (RfWorkspace *self,
                                    GPtrArray *changes,
                                    const RfOffering *offering,
                                    const char *id,
                                    GError **error);
RfOpened *rf_workspace_get_opened (RfWorkspace *self,
                                   const char *offering,
                                   GError **error);
RfOpened *rf_workspace_get_editable (RfWorkspace *self,
                                     const char *offering,
                                     GError **error);
const RfQuestion *rf_workspace_find_question (RfOpened *opened,
                                              const char *question,
                                              GError **error);
void rf_workspace_order_choices (RfAnswer *answer,
                                 const RfQuestion *question,
                                 const RfAnswerValue *value);
char *rf_workspace_dup_shared_id (const char *questionnaire,
                                  guint revision);
RfThing *rf_workspace_find_answer (RfWorkspace *self,
                                   const RfOpened *opened,
                                   const RfQuestion *question,
                                   GError **error);
gboolean rf_workspace_weigh_evidence (RfWorkspace *self,
                                      const RfAnswer *answer,
                                      RfDay as_of,
                                      guint *credibility,
                                      GError **error);
char *rf_workspace_dup_answers_id (const RfOpened *opened,
                                   const RfQuestion *question);
gboolean rf_workspace_check_text (const char *what,
                                  const char *text,
                                  GError **error);
gboolean rf_workspace_put_organisation (RfWorkspace *self,
                                        GPtrArray *changes,
                                        const RfQuestionnaire *questionnaire,
                                        GError **error);
RfRecord *rf_workspace_read_snapshot (RfWorkspace *self,
                                      const RfAssessment *assessment,
                                      GError **error);
RfAnswerValue *rf_workspace_bind_snapshot (const RfRecord *record,
                                           const RfAssessment *assessment,
                                           const RfQuestionnaire *questionnaire,
                                           RfDay as_of,
                                           GError **error);
RfPortfolioFacts *rf_workspace_load_facts (RfWorkspace *self,
                                           RfOffering *offering,
                                           GError **error);
void rf_workspace_forget_facts (RfWorkspace *self);
gboolean rf_workspace_catch_up (RfWorkspace *self,
                                GError **error);
const RfPortfolioFacts *rf_workspace_get_facts (RfWorkspace *self,
                                                RfOffering *offering,
                                                GError **error);
GBytes *rf_workspace_make_snapshot (RfWorkspace *self,
                                    const RfOpened *opened,
                                    const RfAssessment *approved,
                                    GError **error);

G_END_DECLS
