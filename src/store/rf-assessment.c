// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-assessment.h"

G_DEFINE_BOXED_TYPE (RfAssessment, rf_assessment, rf_assessment_copy, rf_assessment_free)

RfAssessment *
rf_assessment_new (const char *id)
{
  RfAssessment *self = g_new0 (RfAssessment, 1);

  self->id = g_strdup (id);
  return self;
}

RfAssessment *
rf_assessment_copy (const RfAssessment *self)
{
  RfAssessment *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->offering = g_strdup (self->offering);
  copy->questionnaire = g_strdup (self->questionnaire);
  copy->assessor = g_strdup (self->assessor);
  copy->approver = g_strdup (self->approver);
  copy->note = g_strdup (self->note);
  copy->earlier = self->earlier ? rf_standing_copy (self->earlier) : NULL;
  return copy;
}

void
rf_assessment_free (RfAssessment *self)
{
  g_free (self->id);
  g_free (self->offering);
  g_free (self->questionnaire);
  g_free (self->assessor);
  g_free (self->approver);
  g_free (self->note);
  g_clear_pointer (&self->earlier, rf_standing_free);
  g_free (self);
}
