// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-fit.h"

G_BEGIN_DECLS

/* A weight that a profile sets otherwise: of a section or of a question. */
typedef struct
{
  gboolean of_section;
  guint index;
} RfProfileCause;

/**
 * RfUnderProfile:
 * @profile: an index into the questionnaire's profiles, or -1 for the file's own weights
 * @verdicts: (array): by use case of the study
 * @residuals: (array): by use case of the study
 * @differs: whether the decision is another than under the first profile of the study
 * @causes: (element-type RfProfileCause): the weights which, taken over alone, make that difference; in the order of
 *   their effect; empty where it does not differ
 *
 * An offering under one profile.
 */
typedef struct
{
  int profile;
  RfScore *score; /* owned */
  RfFitVerdict *verdicts;
  RfResidual *residuals;
  gboolean differs;
  GArray *causes;
} RfUnderProfile;

#define RF_TYPE_PROFILE_STUDY (rf_profile_study_get_type ())

/**
 * RfProfileStudy:
 * @findings: of the offering as it is; its profile comes first
 * @profiles: (element-type RfUnderProfile): then the file's own weights and the other profiles
 * @depends: whether any of them differs
 *
 * Whether the decision about an offering depends on how questions are weighed. The decision is the verdict on its fit
 * for every use case; without use cases, the rating of each side. Immutable, atomically counted.
 */
typedef struct
{
  RfFindings *findings; /* owned */
  GPtrArray *profiles;
  gboolean depends;
} RfProfileStudy;

GType rf_profile_study_get_type (void);
RfProfileStudy *rf_profile_study_new (RfFindings *findings,
                                      RfRating acceptable,
                                      GError **error);
RfProfileStudy *rf_profile_study_ref (RfProfileStudy *self);
void rf_profile_study_unref (RfProfileStudy *self);
const char *rf_profile_study_get_title (const RfProfileStudy *self,
                                        int profile);
char *rf_profile_causes_dup_text (const GArray *causes,
                                  const RfQuestionnaire *questionnaire);
char *rf_profile_study_dup_causes (const RfProfileStudy *self,
                                   const RfUnderProfile *under);
char *rf_profile_study_dup_sentence (const RfProfileStudy *self);
char *rf_profile_study_dup_difference (const RfProfileStudy *self,
                                       const RfUnderProfile *under);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfProfileStudy, rf_profile_study_unref)

G_END_DECLS
