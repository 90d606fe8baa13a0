// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-fit.h"

G_BEGIN_DECLS

typedef enum
{
  RF_HYPOTHESIS_ANSWER,   /* an option's id, several with commas between them, or a number, a day or a text */
  RF_HYPOTHESIS_STATE,    /* a state's word in the file format: "refused" */
  RF_HYPOTHESIS_EVIDENCE, /* a grade's word in the file format: "tested" */
  RF_HYPOTHESIS_WEIGHT,   /* a whole number, of a question or a section */
} RfHypothesisKind;

/**
 * RfHypothesis:
 * @id: of the question, or of a section whose weight is tried
 * @value: what is tried; as @kind says
 *
 * One thing that is tried. Borrowed strings.
 */
typedef struct
{
  RfHypothesisKind kind;
  const char *id;
  const char *value;
} RfHypothesis;

/**
 * RfWhatIfUseCase:
 * @before: the residual risk now; not known under a use case that is only tried
 * @after: if it were so
 *
 * A use case on both sides.
 */
typedef struct
{
  RfUseCase *use_case; /* owned */
  RfResidual before;
  RfResidual after;
  RfFitVerdict verdict_before;
  RfFitVerdict verdict_after;
} RfWhatIfUseCase;

/**
 * RfWhatIfLine:
 * @detail: (nullable): more about it, for those who have the room
 * @is_part: whether it belongs to the line above
 *
 * Something of an offering on both sides, in words.
 */
typedef struct
{
  char *about;
  char *detail;
  char *before;
  char *after;
  gboolean is_part;
} RfWhatIfLine;

#define RF_TYPE_WHAT_IF (rf_what_if_get_type ())

/**
 * RfWhatIf:
 * @before: the score as it is
 * @after: the score if it were so
 * @use_cases: (element-type RfWhatIfUseCase): those of the findings, then the one tried where it is another
 *
 * What would become of an offering if some things were otherwise. Immutable, atomically counted.
 */
typedef struct
{
  RfQuestionnaire *questionnaire; /* owned */
  RfScore *before;                /* owned */
  RfScore *after;                 /* owned */
  GPtrArray *use_cases;
  RfRating acceptable;
  int profile_before;
  int profile_after;
} RfWhatIf;

GType rf_what_if_get_type (void);
RfWhatIf *rf_what_if_new (const RfFindings *findings,
                          const RfHypothesis *hypotheses,
                          guint n,
                          int profile,
                          RfUseCase *use_case,
                          RfRating acceptable,
                          GError **error);
RfWhatIf *rf_what_if_ref (RfWhatIf *self);
void rf_what_if_unref (RfWhatIf *self);

/* ---- the same words everywhere ---- */

GPtrArray *rf_what_if_list_lines (const RfWhatIf *self);
char *rf_hypothesis_dup_text (const RfHypothesis *self,
                              const RfQuestionnaire *questionnaire);
RfAction *rf_hypothesis_dup_action (const RfHypothesis *self,
                                    const RfQuestionnaire *questionnaire);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfWhatIf, rf_what_if_unref)

G_END_DECLS
