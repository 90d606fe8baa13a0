// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-record.h"

G_BEGIN_DECLS

#define RF_TYPE_ASSESSMENT (rf_assessment_get_type ())

/**
 * RfAssessment:
 * @id: "OFFERING.1", "OFFERING.2", …; for the organisation-wide answers to a questionnaire "organisation.ID.REVISION"
 * @offering: the offering's id; %NULL where it holds the organisation-wide answers
 * @as_of: the day for which the answers hold
 * @note: (nullable): what changes were requested
 * @earlier: (nullable): where it stood in the workspace it was imported from
 *
 * One offering's answers to one revision of one questionnaire: where it stands, without the answers.
 */
typedef struct
{
  char *id;
  char *offering;
  char *questionnaire;
  guint revision;
  RfStatus status;
  RfDay as_of;
  char *assessor; /* nullable */
  char *approver; /* nullable */
  RfDay submitted;
  RfDay approved;
  RfDay next_review;
  char *note;
  RfStanding *earlier;
} RfAssessment;

GType rf_assessment_get_type (void);
RfAssessment *rf_assessment_new (const char *id);
RfAssessment *rf_assessment_copy (const RfAssessment *self);
void rf_assessment_free (RfAssessment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfAssessment, rf_assessment_free)

G_END_DECLS
