// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-questionnaire.h"

G_BEGIN_DECLS

/* Either a question or a section is weighed; one that a questionnaire does not have is passed over. */
typedef struct
{
  gboolean of_section;
  char *id;
  int weight;   /* 0-10000 */
  char *reason; /* nullable */
} RfCompanyWeight;

/**
 * RfCompanyProfile:
 * @questionnaire: the id of the questionnaire it is for, in every revision
 * @weights: (element-type RfCompanyWeight)
 *
 * A weight profile that a company adds to a questionnaire without changing its file.
 */
typedef struct
{
  char *id;
  char *questionnaire;
  char *title;
  char *description; /* nullable */
  GPtrArray *weights;
} RfCompanyProfile;

RfCompanyProfile *rf_company_profile_new (const char *id);
void rf_company_profile_free (RfCompanyProfile *self);
void rf_company_profile_add_weight (RfCompanyProfile *self,
                                    gboolean of_section,
                                    const char *id,
                                    int weight,
                                    const char *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfCompanyProfile, rf_company_profile_free)

#define RF_TYPE_POLICY (rf_policy_get_type ())

/**
 * RfPolicy:
 * @name: what the company calls it
 * @sha256: of all that it was read from
 * @profile: (nullable): the id of the profile that every questionnaire which has it is weighed with
 * @fixes_bands: whether @bands replace those of every questionnaire
 * @profiles: (element-type RfCompanyProfile)
 *
 * How a company has its assessments scored. Immutable once it is in use, atomically counted.
 */
struct _RfPolicy
{
  char *name;
  char *sha256;
  char *profile;
  gboolean fixes_bands;
  RfRatingBands bands;
  GPtrArray *profiles;
};

GType rf_policy_get_type (void);
RfPolicy *rf_policy_new (const char *name);
RfPolicy *rf_policy_ref (RfPolicy *self);
void rf_policy_unref (RfPolicy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfPolicy, rf_policy_unref)

RfQuestionnaire *rf_policy_apply (RfPolicy *self,
                                  RfQuestionnaire *questionnaire,
                                  GError **error);
const char *rf_policy_get_effect (const RfQuestionnaire *questionnaire);

G_END_DECLS
