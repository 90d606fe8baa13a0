// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-course-dialog.h"
#include "rf-error.h"
#include "rf-inherit-dialog.h"
#include "rf-unsaved-answers.h"
#include "rf-window-private.h"

/* The place in the window where one offering's questions are answered. */

/* A link may be older than the questionnaire: then the first section stays. */
static void
show_question (RfWindow *self,
               const char *id)
{
  int section = rf_open_assessment_find_section (self->assessment, id);

  if (section < 0)
    return;
  rf_window_show_section (self, (guint) section, TRUE);
  rf_section_pane_focus_question (self->section_pane, id);
}

/* The focus comes along: keys that go to a page nobody sees would search there. */
static void
turn_to_assessment (RfWindow *self,
                    const char *question)
{
  adw_leaflet_set_visible_child (self->places, GTK_WIDGET (self->panes));
  if (question)
    show_question (self, question);
  else if (adw_leaflet_get_folded (self->panes))
    rf_assessment_pane_focus_section (self->assessment_pane);
  else
    rf_section_pane_focus_first (self->section_pane);
}

static void
turn_to_overview (RfWindow *self)
{
  adw_leaflet_set_visible_child (self->places, self->overview);
  gtk_widget_child_focus (adw_view_stack_get_visible_child (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  RfOpenAssessment *assessment = RF_OPEN_ASSESSMENT (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *question = NULL;

  gboolean returning = self->returning;

  self->returning = FALSE;
  if (!rf_open_assessment_load_finish (assessment, result, &error))
    {
      if (!returning)
        rf_window_tell_error (self, error);
      return;
    }
  if (assessment != self->assessment)
    return;
  question = g_steal_pointer (&self->wanted_question);
  rf_assessment_pane_show (self->assessment_pane, assessment);
  rf_result_pane_show (self->result_pane, self->client, assessment);
  rf_window_show_section (self, 0, FALSE);
  rf_window_enable_actions (self);
  adw_leaflet_set_visible_child (self->panes, GTK_WIDGET (self->assessment_pane));
  turn_to_assessment (self, question);
}

static void
reloaded_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (rf_open_assessment_load_finish (RF_OPEN_ASSESSMENT (source), result, &error))
    return;
  /* undone, or removed by another process */
  if (g_error_matches (error, RF_ERROR, RF_ERROR_NOT_FOUND) && RF_OPEN_ASSESSMENT (source) == self->assessment)
    rf_window_close_assessment (self);
  else
    rf_window_tell_error (self, error);
}

/* What is being stored comes back with its own view. */
static void
client_changed_cb (RfWindow *self)
{
  if (self->assessment && rf_open_assessment_is_loaded (self->assessment) && !rf_open_assessment_is_storing (self->assessment))
    rf_open_assessment_load_async (self->assessment, self->cancellable, reloaded_cb, g_object_ref (self));
}

static void
open_offering (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  rf_window_open_offering (RF_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_question (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);
  const char *offering, *question;

  g_variant_get (parameter, "(&s&s)", &offering, &question);
  g_free (self->wanted_question);
  self->wanted_question = g_strdup (question);
  rf_window_open_offering (self, offering);
}

static void
show_result (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);

  adw_leaflet_set_visible_child (self->panes, GTK_WIDGET (self->result_pane));
}

static void
back (GtkWidget *widget,
      const char *name,
      GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);

  if (!adw_leaflet_get_folded (self->panes) || !adw_leaflet_navigate (self->panes, ADW_NAVIGATION_DIRECTION_BACK))
    turn_to_overview (self);
}

static void
show_course (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);

  rf_section_pane_finish_typing (self->section_pane);
  gtk_window_present (GTK_WINDOW (rf_course_dialog_new (GTK_WINDOW (self), self->assessment)));
}

static void
inherit_answers (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);

  rf_section_pane_finish_typing (self->section_pane);
  gtk_window_present (GTK_WINDOW (rf_inherit_dialog_new (GTK_WINDOW (self), self->assessment)));
}

static void
next_section (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);

  rf_window_show_section (self, rf_assessment_pane_get_selected (self->assessment_pane) + 1, TRUE);
  rf_section_pane_focus_first (self->section_pane);
}

static void
previous_section (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);
  guint selected = rf_assessment_pane_get_selected (self->assessment_pane);

  if (selected > 0)
    rf_window_show_section (self, selected - 1, TRUE);
  rf_section_pane_focus_first (self->section_pane);
}

/**
 * rf_window_install_assessment_actions:
 *
 * Adds to the window's class the actions that go through offerings and questions.
 */
void
rf_window_install_assessment_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open-offering", "s", open_offering);
  gtk_widget_class_install_action (klass, "win.open-question", "(ss)", open_question);
  gtk_widget_class_install_action (klass, "win.show-result", NULL, show_result);
  gtk_widget_class_install_action (klass, "win.back", NULL, back);
  gtk_widget_class_install_action (klass, "win.show-course", NULL, show_course);
  gtk_widget_class_install_action (klass, "win.inherit-answers", NULL, inherit_answers);
  gtk_widget_class_install_action (klass, "win.next-section", NULL, next_section);
  gtk_widget_class_install_action (klass, "win.previous-section", NULL, previous_section);
}

/**
 * rf_window_close_assessment:
 *
 * Goes back to the overview and lets go of the assessment.
 */
void
rf_window_close_assessment (RfWindow *self)
{
  turn_to_overview (self);
  g_clear_object (&self->assessment);
  rf_window_enable_actions (self);
}

/**
 * rf_window_follow_changes:
 *
 * Reads the open assessment again whenever the workspace has changed.
 */
void
rf_window_follow_changes (RfWindow *self)
{
  g_signal_connect_object (self->client, "changed", G_CALLBACK (client_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * rf_window_open_offering:
 * @id: an offering of the portfolio
 *
 * Goes to its assessment, loading it unless it is the open one; then to the question that is wanted, if any.
 */
void
rf_window_open_offering (RfWindow *self,
                         const char *id)
{
  g_autofree char *question = NULL;

  gtk_stack_set_visible_child_name (self->stack, "workspace");
  /* one that could not be loaded is tried again */
  if (self->assessment && rf_open_assessment_is_loaded (self->assessment) && g_str_equal (rf_open_assessment_get_offering (self->assessment), id))
    {
      question = g_steal_pointer (&self->wanted_question);
      turn_to_assessment (self, question);
      return;
    }
  g_clear_object (&self->assessment);
  self->assessment = rf_unsaved_answers_dup_assessment (self->client, id);
  g_signal_connect_object (self->assessment, "notify::editable", G_CALLBACK (rf_window_enable_actions), self, G_CONNECT_SWAPPED);
  rf_open_assessment_load_async (self->assessment, self->cancellable, loaded_cb, g_object_ref (self));
}

/**
 * rf_window_return_to_offering:
 * @id: an offering that may be gone
 *
 * Goes to its assessment if there is one; it is no error where there is none.
 */
void
rf_window_return_to_offering (RfWindow *self,
                              const char *id)
{
  self->returning = TRUE;
  rf_window_open_offering (self, id);
}

/**
 * rf_window_show_section:
 * @section: an index; one beyond the last is ignored
 * @navigate: whether to turn to it where only one pane is seen
 */
void
rf_window_show_section (RfWindow *self,
                        guint section,
                        gboolean navigate)
{
  g_autoptr (RfSectionItem) item = g_list_model_get_item (rf_open_assessment_get_sections (self->assessment), section);

  if (item == NULL)
    return;
  rf_assessment_pane_select (self->assessment_pane, section);
  rf_section_pane_show (self->section_pane, self->assessment, item);
  if (navigate)
    adw_leaflet_set_visible_child (self->panes, GTK_WIDGET (self->section_pane));
}

/**
 * rf_window_fold:
 *
 * Gives each pane the buttons that it needs beside others or alone.
 */
void
rf_window_fold (RfWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->panes);

  rf_assessment_pane_set_folded (self->assessment_pane, folded);
  rf_section_pane_set_folded (self->section_pane, folded);
  rf_result_pane_set_folded (self->result_pane, folded);
  /* how narrow the window is comes out only now: keys must not go to what is not seen */
  if (folded && adw_leaflet_get_visible_child (self->panes) == GTK_WIDGET (self->assessment_pane) && gtk_widget_get_focus_child (GTK_WIDGET (self->section_pane)))
    rf_assessment_pane_focus_section (self->assessment_pane);
}
