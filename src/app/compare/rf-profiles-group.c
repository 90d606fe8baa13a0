// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-profiles-group.h"

#include "rf-profiles-task.h"
#include "rf-settings.h"
#include "rf-wording.h"

#include <glib/gi18n.h>

/* more nobody reads */
#define MOST_OFFERINGS 50

/* Whether the order of the offerings, and the decision about each, depends on how questions are weighed. */
struct _RfProfilesGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;           /* owned; borrowed from the group */
  GPtrArray *contestants;    /* owned, nullable: what was asked for last */
  GCancellable *cancellable; /* owned, nullable: of what is being found out */
};

G_DEFINE_FINAL_TYPE (RfProfilesGroup, rf_profiles_group, ADW_TYPE_PREFERENCES_GROUP)

static void
stop (RfProfilesGroup *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
rf_profiles_group_dispose (GObject *object)
{
  stop (RF_PROFILES_GROUP (object));
  G_OBJECT_CLASS (rf_profiles_group_parent_class)->dispose (object);
}

static void
rf_profiles_group_finalize (GObject *object)
{
  g_ptr_array_unref (RF_PROFILES_GROUP (object)->rows);
  g_clear_pointer (&RF_PROFILES_GROUP (object)->contestants, g_ptr_array_unref);
  G_OBJECT_CLASS (rf_profiles_group_parent_class)->finalize (object);
}

static void
rf_profiles_group_class_init (RfProfilesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rf_profiles_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = rf_profiles_group_finalize;
}

/* A weight that makes the difference leads to its question. */
static void
link_cause (GtkWidget *row,
            const RfProfileStudy *study,
            const RfUnderProfile *under)
{
  const RfProfileCause *cause = under->causes->len > 0 ? &g_array_index (under->causes, RfProfileCause, 0) : NULL;

  if (cause == NULL || cause->of_section)
    return;
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", study->findings->record->offering->id, study->findings->questionnaire->questions[cause->index].id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-question");
}

static GtkWidget *
new_profile_row (const RfProfileStudy *study,
                 guint index)
{
  const RfUnderProfile *under = g_ptr_array_index (study->profiles, index);
  g_autofree char *difference = rf_profile_study_dup_difference (study, under);
  g_autofree char *words = index == 0 ? g_strdup (_ ("The one that is used")) : rf_wording_dup_capitalized (difference);
  GtkWidget *row = adw_action_row_new ();

  /* first, for a name is no markup */
  g_object_set (row, "use-markup", FALSE, NULL);
  g_object_set (row, "title", rf_profile_study_get_title (study, under->profile), "title-lines", 0, "subtitle", words, "subtitle-lines", 0, NULL);
  if (under->differs)
    link_cause (row, study, under);
  return row;
}

static void
add_study (RfProfilesGroup *self,
           const RfProfileStudy *study)
{
  g_autofree char *sentence = rf_profile_study_dup_sentence (study);
  GtkWidget *row = adw_expander_row_new ();

  /* first, for a name is no markup */
  g_object_set (row, "use-markup", FALSE, NULL);
  g_object_set (row, "title", sentence, "expanded", study->depends, NULL);
  for (guint i = 0; i < study->profiles->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_profile_row (study, i));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
new_ranking_row (const RfRankingStudy *study,
                 guint index)
{
  g_autofree char *change = rf_ranking_study_dup_change (study, index);
  GtkWidget *row = adw_action_row_new ();

  if (change == NULL)
    change = g_strdup (index == 0 ? _ ("The one that is used") : _ ("The ranking is the same"));
  /* first, for a name is no markup */
  g_object_set (row, "use-markup", FALSE, NULL);
  g_object_set (row, "title", rf_ranking_study_get_title (study, index), "title-lines", 0, "subtitle", change, "subtitle-lines", 0, NULL);
  return row;
}

static void
add_ranking (RfProfilesGroup *self,
             const RfRankingStudy *study)
{
  g_autofree char *sentence = rf_ranking_study_dup_sentence (study);
  GtkWidget *row = adw_expander_row_new ();

  /* first, for a name is no markup */
  g_object_set (row, "use-markup", FALSE, NULL);
  g_object_set (row, "title", sentence, "expanded", study->depends, NULL);
  for (guint i = 0; i < study->rankings->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_ranking_row (study, i));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
show_found (RfProfilesGroup *self,
            const RfUnderWeights *found)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (found->ranking && found->ranking->rankings->len > 1)
    add_ranking (self, found->ranking);
  for (guint i = 0; i < found->studies->len; i++)
    {
      const RfProfileStudy *study = g_ptr_array_index (found->studies, i);

      if (study->profiles->len > 1)
        add_study (self, study);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
studied_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (RfProfilesGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RfUnderWeights) found = rf_profiles_task_finish (result, &error);

  /* cancelled: others are asked for; failed: the page says why nothing can be compared */
  if (found)
    show_found (self, found);
}

/* The rule is said, for the decisions are judged by it. */
static void
ask (RfProfilesGroup *self)
{
  RfRating acceptable = rf_settings_get_acceptable ();
  g_autofree char *rule = rf_fit_dup_rule (acceptable);
  g_autofree char *words = NULL;

  if (self->contestants == NULL)
    return;
  /* Translators: %s is a sentence that says what is called fit */
  words = g_strdup_printf (_ ("Whether the order of the offerings, and the decision about each, is the same under each profile of weights, and through which questions it is not. %s"), rule);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), words);
  stop (self);
  self->cancellable = g_cancellable_new ();
  rf_profiles_task_async (self->contestants, acceptable, self->cancellable, studied_cb, g_object_ref (self));
}

static void
rf_profiles_group_init (RfProfilesGroup *self)
{
  self->rows = g_ptr_array_new ();
  g_signal_connect_object (rf_settings_get (), "changed::" RF_SETTING_ACCEPTABLE, G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
}

/**
 * rf_profiles_group_show:
 * @contestants: (element-type RfContestant): the first fifty are shown
 *
 * Finds out what each profile makes of the order and of the decisions, and shows it then, and again when another
 * residual risk is acceptable.
 */
void
rf_profiles_group_show (RfProfilesGroup *self,
                        const GPtrArray *contestants)
{
  g_clear_pointer (&self->contestants, g_ptr_array_unref);
  self->contestants = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_contestant_unref);
  for (guint i = 0; i < MIN (contestants->len, MOST_OFFERINGS); i++)
    g_ptr_array_add (self->contestants, rf_contestant_ref (g_ptr_array_index (contestants, i)));
  ask (self);
}
