// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-intention.h"
#include "rf-questionnaire.h"

G_BEGIN_DECLS

#define RF_TYPE_OFFERING (rf_offering_get_type ())

/**
 * RfOffering:
 * @provider: the name of the company that is asked
 * @attributes: (element-type utf8): the values conditions can ask for, %NULL where not set;
 *   the layer is "infrastructure", "models-and-tools" or "application", the others are words of the user's
 * @spending: what the company itself means to spend on it; %RF_INTENTION_NOT_SET where nobody said
 *
 * What is really assessed: a provider's service through one channel, on one plan, in one region, with certain
 * settings. Immutable.
 */
typedef struct
{
  char *id;
  char *provider;
  char *name;
  char *attributes[RF_N_OFFERING_ATTRIBUTES];
  char *settings; /* nullable */
  RfIntention spending;
} RfOffering;

GType rf_offering_get_type (void);
RfOffering *rf_offering_new (const char *id,
                             const char *provider,
                             const char *name);
RfOffering *rf_offering_ref (RfOffering *self);
void rf_offering_unref (RfOffering *self);

#define RF_TYPE_USE_CASE (rf_use_case_get_type ())

#define RF_LEVEL_NOT_SET -1

/**
 * RfUseCase:
 * @levels: for each #RfUseCaseAttribute its level or %RF_LEVEL_NOT_SET. Sensitivity, autonomy, volume and
 *   dependence are #RfRating levels; personal data is 0 (no) or 1 (yes)
 * @step: its step in the eight-step journey, a word of the file format, or %NULL
 *
 * What a company wants to do with an offering. Immutable.
 */
typedef struct
{
  char *id;
  char *name;
  char *owner; /* nullable */
  char *step;  /* nullable */
  int levels[RF_N_USE_CASE_ATTRIBUTES];
} RfUseCase;

GType rf_use_case_get_type (void);
RfUseCase *rf_use_case_new (const char *id,
                            const char *name);
RfUseCase *rf_use_case_ref (RfUseCase *self);
void rf_use_case_unref (RfUseCase *self);

gboolean rf_use_case_level_from_nick (RfUseCaseAttribute attribute,
                                      const char *nick,
                                      int *level);
const char *rf_use_case_level_get_nick (RfUseCaseAttribute attribute,
                                        int level);
const char *rf_use_case_level_get_label (RfUseCaseAttribute attribute,
                                         int level);
gboolean rf_offering_layer_is_valid (const char *nick);
#define RF_N_JOURNEY_STEPS 8
gboolean rf_journey_step_is_valid (const char *nick);
const char *rf_journey_step_get_nick (guint step);
const char *rf_journey_step_get_label (const char *nick);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfOffering, rf_offering_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfUseCase, rf_use_case_unref)

G_END_DECLS
