// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-comparison.h"
#include "rf-profile-study.h"

G_BEGIN_DECLS

/* Of more offerings than this, the weights through which their order differs are not looked for. */
#define RF_RANKING_STUDY_MOST_TRACED 20

/* Two offerings whose order turns round: indices into the offerings of the first ranking, where @ahead is ahead. */
typedef struct
{
  guint ahead;
  guint behind;
} RfTurnedPair;

/**
 * RfRankingUnderProfile:
 * @profile: an index into the questionnaire's profiles, or -1 for the file's own weights
 * @comparison: of the same draws, but for the weights
 * @turned: (element-type RfTurnedPair): against the first ranking of the study; in its order
 * @causes: (element-type RfProfileCause): the weights which, taken over alone, make that order, in the order of the
 *   questionnaire's sections and questions; empty where nothing turns, or where there are too many offerings
 */
typedef struct
{
  int profile;
  RfComparison *comparison; /* owned */
  GArray *turned;
  GArray *causes;
} RfRankingUnderProfile;

/**
 * RfRankingStudy:
 * @rankings: (element-type RfRankingUnderProfile): under the profile asked for first, then under the file's own
 *   weights and the other profiles
 * @depends: whether any pair turns round under any of them
 * @first_depends: whether another offering comes first under any of them
 *
 * Whether the order of offerings depends on how questions are weighed. Immutable, atomically counted.
 */
typedef struct
{
  RfQuestionnaire *questionnaire; /* owned */
  GPtrArray *rankings;
  gboolean depends;
  gboolean first_depends;
} RfRankingStudy;

RfRankingStudy *rf_ranking_study_new (RfQuestionnaire *questionnaire,
                                      RfRecord *const *records,
                                      guint n,
                                      const RfScoringContext *context,
                                      guint64 seed,
                                      guint draws,
                                      GCancellable *cancellable,
                                      GError **error);
RfRankingStudy *rf_ranking_study_ref (RfRankingStudy *self);
void rf_ranking_study_unref (RfRankingStudy *self);
const char *rf_ranking_study_get_title (const RfRankingStudy *self,
                                        guint ranking);
char *rf_ranking_study_dup_causes (const RfRankingStudy *self,
                                   guint ranking);
char *rf_ranking_study_dup_sentence (const RfRankingStudy *self);
char *rf_ranking_study_dup_change (const RfRankingStudy *self,
                                   guint ranking);
char *rf_ranking_study_dup_difference (const RfRankingStudy *self,
                                       guint ranking);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfRankingStudy, rf_ranking_study_unref)

G_END_DECLS
