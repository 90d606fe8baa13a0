// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-questionnaire-builder.h"
#include "rf-questionnaire-private.h"

G_BEGIN_DECLS

/* A name still to be looked up, and where it stands. */
typedef struct
{
  const char *id;
  guint line;
  const char *owner; /* nullable: the id of the thing that names it */
} RfNamed;

/* Where the parts of a question begin in the builder's arrays; they end where the next question's begin. */
typedef struct
{
  guint option;
  guint band;
  guint evidence_hint;
  guint reference;
  guint incident;
  guint superseded;
  int condition; /* -1: always */
  gboolean has_weight;
} RfQuestionDraft;

typedef struct
{
  guint barrier;
  int condition;
} RfSectionDraft;

typedef struct
{
  guint weight;
} RfProfileDraft;

typedef struct
{
  const char *question; /* ids: the one asked about */
  const char *values;   /* what was asked for, words apart by blanks */
  guint line;
} RfConditionDraft;

typedef struct
{
  const char *question; /* either this id */
  const char *section;  /* or this one */
} RfProfileWeightDraft;

typedef enum
{
  RF_OWNER_NONE,
  RF_OWNER_SECTION,
  RF_OWNER_QUESTION,
  RF_OWNER_KNOCK_OUT,
} RfConditionOwner;

struct _RfQuestionnaireBuilder
{
  RfQuestionnaireStorage *storage; /* owned until it is handed out */

  /* owned, each of the public type of its name and, beside it, what is still to be looked up */
  GArray *frameworks;
  GArray *incidents;
  GArray *barriers;
  GArray *sections;
  GArray *section_drafts;
  GArray *section_barriers; /* RfNamed */
  GArray *questions;
  GArray *question_drafts;
  GArray *options;
  GArray *bands;
  GArray *evidence_hints;
  GArray *references;
  GArray *reference_frameworks; /* RfNamed */
  GArray *question_incidents;   /* RfNamed */
  GArray *superseded;
  GArray *knock_outs;
  GArray *knock_out_conditions; /* int */
  GArray *profiles;
  GArray *profile_drafts;
  GArray *profile_weights;
  GArray *profile_weight_drafts;
  GArray *conditions;
  GArray *condition_drafts;
  GArray *open_conditions;   /* guint: groups begun and not ended */
  GArray *second_conditions; /* guint: roots that nothing holds, as what they were for has one already */

  RfConditionOwner owner;
  RfNamed default_profile;
  guint bands_line;
};

/* The element of an array that was added last. */
#define RF_BUILDER_LAST(array, Type) (&g_array_index ((array), Type, (array)->len - 1))

void rf_questionnaire_builder_resolve_conditions (RfQuestionnaireBuilder *self,
                                                  RfProblems *problems);
void rf_questionnaire_builder_resolve_names (RfQuestionnaireBuilder *self,
                                             RfProblems *problems);
void rf_questionnaire_builder_derive (RfQuestionnaireBuilder *self,
                                      RfProblems *problems);
void rf_questionnaire_builder_check_limits (RfQuestionnaireBuilder *self,
                                            RfProblems *problems);
void rf_questionnaire_builder_check (RfQuestionnaireBuilder *self,
                                     RfProblems *problems);

G_END_DECLS
