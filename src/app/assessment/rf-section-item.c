// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-section-item.h"

#include "rf-question-item.h"

#include <glib/gi18n.h>

struct _RfSectionItem
{
  GObject parent_instance;

  RfQuestionnaire *questionnaire; /* owned */
  GListStore *questions;          /* owned, of RfQuestionItem: those that are shown */
  guint index;
  guint settled;
  guint asked;
  int filtered; /* how many a filter lets through, -1 without one */
};

G_DEFINE_FINAL_TYPE (RfSectionItem, rf_section_item, G_TYPE_OBJECT)

enum
{
  PROGRESS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
rf_section_item_finalize (GObject *object)
{
  RfSectionItem *self = RF_SECTION_ITEM (object);

  g_clear_object (&self->questions);
  g_clear_pointer (&self->questionnaire, rf_questionnaire_unref);
  G_OBJECT_CLASS (rf_section_item_parent_class)->finalize (object);
}

static void
rf_section_item_class_init (RfSectionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rf_section_item_finalize;

  /**
   * RfSectionItem::progress:
   *
   * More or fewer of its questions are settled.
   */
  signals[PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rf_section_item_init (RfSectionItem *self)
{
  self->questions = g_list_store_new (RF_TYPE_QUESTION_ITEM);
  self->filtered = -1;
}

RfSectionItem *
rf_section_item_new (RfQuestionnaire *questionnaire,
                     guint index)
{
  RfSectionItem *self = g_object_new (RF_TYPE_SECTION_ITEM, NULL);

  self->questionnaire = rf_questionnaire_ref (questionnaire);
  self->index = index;
  return self;
}

const RfSection *
rf_section_item_get_section (RfSectionItem *self)
{
  return &self->questionnaire->sections[self->index];
}

guint
rf_section_item_get_index (RfSectionItem *self)
{
  return self->index;
}

/**
 * rf_section_item_get_questions:
 *
 * Returns: (transfer none): the #RfQuestionItem that are shown, in the questionnaire's order
 */
GListStore *
rf_section_item_get_questions (RfSectionItem *self)
{
  return self->questions;
}

/**
 * rf_section_item_set_progress:
 * @settled: questions with an answer or a state
 * @asked: questions that are shown
 */
void
rf_section_item_set_progress (RfSectionItem *self,
                              guint settled,
                              guint asked)
{
  if (self->settled == settled && self->asked == asked)
    return;
  self->settled = settled;
  self->asked = asked;
  g_signal_emit (self, signals[PROGRESS], 0);
}

/**
 * rf_section_item_set_filtered:
 * @filtered: how many of its questions a filter lets through, -1 where there is none
 */
void
rf_section_item_set_filtered (RfSectionItem *self,
                              int filtered)
{
  if (self->filtered == filtered)
    return;
  self->filtered = filtered;
  g_signal_emit (self, signals[PROGRESS], 0);
}

/**
 * rf_section_item_dup_progress:
 *
 * Returns: (transfer full): the progress in words
 */
char *
rf_section_item_dup_progress (RfSectionItem *self)
{
  if (self->filtered >= 0)
    /* Translators: how many questions of a section a filter lets through */
    return g_strdup_printf (ngettext ("%d question found", "%d questions found", (gulong) self->filtered), self->filtered);
  if (self->asked == 0)
    return g_strdup (_ ("Nothing to answer"));
  /* Translators: how many questions of a section have an answer */
  return g_strdup_printf (ngettext ("%u of %u question", "%u of %u questions", self->asked), self->settled, self->asked);
}

gboolean
rf_section_item_is_settled (RfSectionItem *self)
{
  return self->filtered < 0 && self->settled == self->asked;
}
