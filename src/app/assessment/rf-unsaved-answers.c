// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-unsaved-answers.h"

#define KEY "rf-unsaved-answers"

/*
 * The assessments with answers that could not be stored. It keeps them when the window turns to another offering, so that
 * nothing that a person answered is lost without their knowing.
 */
struct _RfUnsavedAnswers
{
  GObject parent_instance;

  GPtrArray *assessments; /* owned, of RfOpenAssessment */
};

G_DEFINE_FINAL_TYPE (RfUnsavedAnswers, rf_unsaved_answers, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
rf_unsaved_answers_finalize (GObject *object)
{
  g_ptr_array_unref (RF_UNSAVED_ANSWERS (object)->assessments);
  G_OBJECT_CLASS (rf_unsaved_answers_parent_class)->finalize (object);
}

static void
rf_unsaved_answers_class_init (RfUnsavedAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rf_unsaved_answers_finalize;

  /**
   * RfUnsavedAnswers::changed:
   *
   * More or fewer answers are not stored.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rf_unsaved_answers_init (RfUnsavedAnswers *self)
{
  self->assessments = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * rf_unsaved_answers_get:
 *
 * Returns: (transfer none): those of a workspace
 */
RfUnsavedAnswers *
rf_unsaved_answers_get (RfWorkspaceClient *client)
{
  RfUnsavedAnswers *self = g_object_get_data (G_OBJECT (client), KEY);

  if (self == NULL)
    {
      self = g_object_new (RF_TYPE_UNSAVED_ANSWERS, NULL);
      g_object_set_data_full (G_OBJECT (client), KEY, self, g_object_unref);
    }
  return self;
}

/**
 * rf_unsaved_answers_update:
 *
 * Keeps an assessment as long as it has answers that are not stored.
 */
void
rf_unsaved_answers_update (RfUnsavedAnswers *self,
                           RfOpenAssessment *assessment)
{
  gboolean wanted = rf_open_assessment_count_unsaved (assessment) > 0;
  gboolean there = g_ptr_array_find (self->assessments, assessment, NULL);

  if (wanted && !there)
    g_ptr_array_add (self->assessments, g_object_ref (assessment));
  else if (!wanted && there)
    g_ptr_array_remove (self->assessments, assessment);
  if (wanted || there)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * rf_unsaved_answers_dup_assessment:
 * @offering: an offering's id
 *
 * Returns: (transfer full): the one kept with its unsaved answers, or a new one that is still to be loaded
 */
RfOpenAssessment *
rf_unsaved_answers_dup_assessment (RfWorkspaceClient *client,
                                   const char *offering)
{
  RfUnsavedAnswers *self = rf_unsaved_answers_get (client);

  for (guint i = 0; i < self->assessments->len; i++)
    if (g_str_equal (rf_open_assessment_get_offering (g_ptr_array_index (self->assessments, i)), offering))
      return g_object_ref (g_ptr_array_index (self->assessments, i));
  return rf_open_assessment_new (client, offering);
}

/**
 * rf_unsaved_answers_get_first:
 *
 * Returns: (transfer none) (nullable): the assessment to be saved elsewhere first
 */
RfOpenAssessment *
rf_unsaved_answers_get_first (RfUnsavedAnswers *self)
{
  for (guint i = 0; i < self->assessments->len; i++)
    if (!rf_open_assessment_is_saved_elsewhere (g_ptr_array_index (self->assessments, i)))
      return g_ptr_array_index (self->assessments, i);
  return self->assessments->len > 0 ? g_ptr_array_index (self->assessments, 0) : NULL;
}

static guint
count (RfUnsavedAnswers *self,
       gboolean elsewhere_too)
{
  guint n = 0;

  for (guint i = 0; i < self->assessments->len; i++)
    if (elsewhere_too || !rf_open_assessment_is_saved_elsewhere (g_ptr_array_index (self->assessments, i)))
      n += rf_open_assessment_count_unsaved (g_ptr_array_index (self->assessments, i));
  return n;
}

guint
rf_unsaved_answers_count (RfUnsavedAnswers *self)
{
  return count (self, TRUE);
}

/**
 * rf_unsaved_answers_count_at_risk:
 *
 * Returns: how many answers are nowhere but on the screen
 */
guint
rf_unsaved_answers_count_at_risk (RfUnsavedAnswers *self)
{
  return count (self, FALSE);
}

/**
 * rf_unsaved_answers_retry:
 *
 * Tries to store them once more.
 */
void
rf_unsaved_answers_retry (RfUnsavedAnswers *self)
{
  g_autoptr (GPtrArray) assessments = g_ptr_array_copy (self->assessments, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);

  for (guint i = 0; i < assessments->len; i++)
    rf_open_assessment_retry (g_ptr_array_index (assessments, i));
}

/**
 * rf_unsaved_answers_discard:
 *
 * Gives them up; what is stored is shown again.
 */
void
rf_unsaved_answers_discard (RfUnsavedAnswers *self)
{
  g_autoptr (GPtrArray) assessments = g_steal_pointer (&self->assessments);

  self->assessments = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < assessments->len; i++)
    rf_open_assessment_discard_unsaved (g_ptr_array_index (assessments, i));
  g_signal_emit (self, signals[CHANGED], 0);
}
