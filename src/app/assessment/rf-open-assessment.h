// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-question-filter.h"
#include "rf-question-item.h"
#include "rf-record.h"
#include "rf-score.h"
#include "rf-section-item.h"
#include "rf-workspace-client.h"

G_BEGIN_DECLS

#define RF_TYPE_OPEN_ASSESSMENT (rf_open_assessment_get_type ())
G_DECLARE_FINAL_TYPE (RfOpenAssessment, rf_open_assessment, RF, OPEN_ASSESSMENT, GObject)

RfOpenAssessment *rf_open_assessment_new (RfWorkspaceClient *client,
                                          const char *offering);
void rf_open_assessment_load_async (RfOpenAssessment *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean rf_open_assessment_load_finish (RfOpenAssessment *self,
                                         GAsyncResult *result,
                                         GError **error);
void rf_open_assessment_put_answer (RfOpenAssessment *self,
                                    RfQuestionItem *item,
                                    const RfAnswer *answer);
void rf_open_assessment_change_async (RfOpenAssessment *self,
                                      RfWorkspaceJob job,
                                      gpointer data,
                                      GDestroyNotify data_free,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean rf_open_assessment_change_finish (RfOpenAssessment *self,
                                           GAsyncResult *result,
                                           GError **error);

RfWorkspaceClient *rf_open_assessment_get_client (RfOpenAssessment *self);
gboolean rf_open_assessment_is_loaded (RfOpenAssessment *self);
gboolean rf_open_assessment_is_editable (RfOpenAssessment *self);
gboolean rf_open_assessment_is_storing (RfOpenAssessment *self);
const char *rf_open_assessment_get_offering (RfOpenAssessment *self);
RfQuestionnaire *rf_open_assessment_get_questionnaire (RfOpenAssessment *self);
const RfRecord *rf_open_assessment_get_record (RfOpenAssessment *self);
const RfScore *rf_open_assessment_get_score (RfOpenAssessment *self);
GListModel *rf_open_assessment_get_sections (RfOpenAssessment *self);
int rf_open_assessment_find_section (RfOpenAssessment *self,
                                     const char *question);
void rf_open_assessment_set_filter (RfOpenAssessment *self,
                                    RfQuestionFilter filter);
RfQuestionFilter rf_open_assessment_get_filter (RfOpenAssessment *self);
gboolean rf_open_assessment_has_earlier (RfOpenAssessment *self);
void rf_open_assessment_filter_anew (RfOpenAssessment *self);
void rf_open_assessment_let_through (RfOpenAssessment *self,
                                     const char *question);
RfQuestionItem *rf_open_assessment_find_open (RfOpenAssessment *self,
                                              RfQuestionItem *after);
void rf_open_assessment_search (RfOpenAssessment *self,
                                const char *text,
                                GListStore *results);

guint rf_open_assessment_count_unsaved (RfOpenAssessment *self);
const char *rf_open_assessment_get_problem (RfOpenAssessment *self);
gboolean rf_open_assessment_is_saved_elsewhere (RfOpenAssessment *self);
void rf_open_assessment_retry (RfOpenAssessment *self);
void rf_open_assessment_discard_unsaved (RfOpenAssessment *self);
void rf_open_assessment_save_elsewhere_async (RfOpenAssessment *self,
                                              GFile *file,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
gboolean rf_open_assessment_save_elsewhere_finish (RfOpenAssessment *self,
                                                   GAsyncResult *result,
                                                   GError **error);

G_END_DECLS
