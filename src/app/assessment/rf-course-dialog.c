// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-course-dialog.h"

#include "rf-course-jobs.h"
#include "rf-day-row.h"
#include "rf-field-problem.h"
#include "rf-settings.h"
#include "rf-text-row.h"

#include <glib/gi18n.h>

/* Says where an assessment stands, and takes it further: submit, request changes, approve, begin anew. */
struct _RfCourseDialog
{
  AdwWindow parent_instance;

  /* template children */
  AdwActionRow *status_row;
  GtkEditable *assessor_row;
  RfFieldProblem *assessor_problem;
  RfDayRow *as_of_row;
  RfFieldProblem *as_of_problem;
  RfDayRow *review_row;
  RfFieldProblem *review_problem;
  GtkWidget *save_button;
  AdwActionRow *submit_row;
  GtkWidget *submit_button;
  RfFieldProblem *submit_problem;
  AdwActionRow *changes_row;
  GtkWidget *changes_button;
  GtkWidget *note_row;
  RfFieldProblem *changes_problem;
  AdwActionRow *approve_row;
  GtkWidget *approve_button;
  GtkEditable *approver_row;
  GtkWidget *same_row;
  GtkSwitch *same_switch;
  RfDayRow *next_review_row;
  RfFieldProblem *approve_problem;
  AdwActionRow *start_row;
  GtkWidget *start_button;
  RfFieldProblem *start_problem;

  RfOpenAssessment *assessment; /* owned */
  RfCourseView *view;           /* owned, NULL until it is there */
  GCancellable *cancellable;    /* owned */
  RfCourse course;              /* what is being done */
};

G_DEFINE_FINAL_TYPE (RfCourseDialog, rf_course_dialog, ADW_TYPE_WINDOW)

static const char *
get_explanation (RfCourse course)
{
  switch (course)
    {
    case RF_COURSE_SUBMIT:
      return _ ("For approval. Answers cannot be changed from then on.");
    case RF_COURSE_REQUEST_CHANGES:
      return _ ("Back to the assessor. Answers can be changed again.");
    case RF_COURSE_APPROVE:
      return _ ("Keeps the assessment as it is now. This cannot be undone.");
    case RF_COURSE_START:
      return _ ("The answers are carried over, to be confirmed.");
    case RF_COURSE_ANSWER:
    case RF_N_COURSES:
    default:
      return NULL;
    }
}

static const char *
get_done (RfCourse course)
{
  switch (course)
    {
    case RF_COURSE_SUBMIT:
      return _ ("Submitted for approval");
    case RF_COURSE_REQUEST_CHANGES:
      return _ ("Changes requested");
    case RF_COURSE_APPROVE:
      return _ ("Approved");
    case RF_COURSE_START:
    case RF_COURSE_ANSWER:
    case RF_N_COURSES:
    default:
      return _ ("A new version is started");
    }
}

/* "2026-03-31" or nothing: what happened when and by whom */
static void
add_part (GPtrArray *parts,
          const char *format,
          const char *value)
{
  g_autoptr (GString) words = g_string_new (format);

  if (value == NULL)
    return;
  g_string_replace (words, "%s", value, 1);
  g_ptr_array_add (parts, g_strdup (words->str));
}

static void
add_day (GPtrArray *parts,
         const char *format,
         RfDay day)
{
  g_autofree char *text = day == RF_DAY_NONE ? NULL : rf_day_to_text (day);

  add_part (parts, format, text);
}

static char *
describe (const RfAssessment *assessment)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  /* Translators: %s is a day */
  add_day (parts, _ ("Submitted on %s"), assessment->submitted);
  /* Translators: %s is a day */
  add_day (parts, _ ("Approved on %s"), assessment->approved);
  /* Translators: %s is a person's name */
  add_part (parts, _ ("Approved by %s"), assessment->approver);
  /* Translators: %s is a day */
  add_day (parts, _ ("To be reviewed on %s"), assessment->approved == RF_DAY_NONE ? RF_DAY_NONE : assessment->next_review);
  /* Translators: %s is what somebody wrote */
  add_part (parts, _ ("Requested: %s"), assessment->note);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("\n", (char **) parts->pdata);
}

static void
show_step (RfCourseDialog *self,
           RfCourse course,
           AdwActionRow *row,
           GtkWidget *button)
{
  const char *refusal = self->view->refusals[course];

  adw_action_row_set_subtitle (row, refusal ? refusal : get_explanation (course));
  gtk_widget_set_visible (button, refusal == NULL);
}

static void
show_details (RfCourseDialog *self)
{
  const RfAssessment *assessment = self->view->assessment;
  const char *refusal = self->view->refusals[RF_COURSE_ANSWER];

  gtk_editable_set_text (self->assessor_row, assessment->assessor ? assessment->assessor : "");
  rf_day_row_set_day (self->as_of_row, assessment->as_of);
  rf_day_row_set_day (self->review_row, assessment->next_review);
  gtk_widget_set_sensitive (GTK_WIDGET (self->assessor_row), refusal == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->as_of_row), refusal == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->review_row), refusal == NULL);
  gtk_widget_set_visible (self->save_button, refusal == NULL);
}

/* What the preferences say, unless the assessor knew better. */
static RfDay
propose_review (RfCourseDialog *self)
{
  if (self->view->assessment->next_review != RF_DAY_NONE || !rf_settings_are_installed ())
    return self->view->assessment->next_review;
  return rf_day_add_months (self->view->today, g_settings_get_uint (rf_settings_get (), RF_SETTING_REVIEW_MONTHS));
}

static void
show_view (RfCourseDialog *self)
{
  g_autofree char *description = describe (self->view->assessment);
  gboolean may_approve = self->view->refusals[RF_COURSE_APPROVE] == NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->status_row), rf_status_get_label (self->view->assessment->status));
  adw_action_row_set_subtitle (self->status_row, description);
  show_details (self);
  show_step (self, RF_COURSE_SUBMIT, self->submit_row, self->submit_button);
  show_step (self, RF_COURSE_REQUEST_CHANGES, self->changes_row, self->changes_button);
  show_step (self, RF_COURSE_APPROVE, self->approve_row, self->approve_button);
  show_step (self, RF_COURSE_START, self->start_row, self->start_button);
  gtk_widget_set_visible (self->note_row, self->view->refusals[RF_COURSE_REQUEST_CHANGES] == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->approver_row), may_approve);
  gtk_widget_set_visible (self->same_row, may_approve);
  gtk_widget_set_visible (GTK_WIDGET (self->next_review_row), may_approve);
  rf_day_row_set_day (self->next_review_row, propose_review (self));
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (RfCourseDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  RfCourseView *view = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (view == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        adw_action_row_set_subtitle (self->status_row, error->message);
      return;
    }
  g_clear_pointer (&self->view, rf_course_view_free);
  self->view = view;
  /* closed meanwhile: its children are gone */
  if (!g_cancellable_is_cancelled (self->cancellable))
    show_view (self);
}

static void
load (RfCourseDialog *self)
{
  rf_workspace_client_run_async (rf_open_assessment_get_client (self->assessment),
                                 rf_job_load_course,
                                 g_strdup (rf_open_assessment_get_offering (self->assessment)),
                                 g_free,
                                 (GDestroyNotify) rf_course_view_free,
                                 self->cancellable,
                                 loaded_cb,
                                 g_object_ref (self));
}

static void
tell_parent (RfCourseDialog *self,
             const char *message)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.tell", "s", message);
}

static void
show_failure (RfCourseDialog *self,
              const GError *error)
{
  switch (self->course)
    {
    case RF_COURSE_SUBMIT:
      rf_field_problem_show_error (self->submit_problem, GTK_WIDGET (self->submit_row), error);
      break;
    case RF_COURSE_REQUEST_CHANGES:
      rf_field_problem_show_error (self->changes_problem, self->note_row, error);
      break;
    case RF_COURSE_APPROVE:
      rf_field_problem_show_error (self->approve_problem, GTK_WIDGET (self->approver_row), error);
      break;
    case RF_COURSE_START:
      rf_field_problem_show_error (self->start_problem, GTK_WIDGET (self->start_row), error);
      break;
    case RF_COURSE_ANSWER:
    case RF_N_COURSES:
    default:
      rf_field_problem_show_error (self->review_problem, GTK_WIDGET (self->review_row), error);
    }
}

static void
changed_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (RfCourseDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = rf_open_assessment_change_finish (RF_OPEN_ASSESSMENT (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_set_sensitive (gtk_window_get_child (GTK_WINDOW (self)), TRUE);
  if (!done)
    {
      show_failure (self, error);
      return;
    }
  tell_parent (self, self->course == RF_COURSE_ANSWER ? _ ("Details saved") : get_done (self->course));
  gtk_window_close (GTK_WINDOW (self));
}

/* Nothing can be done twice: the dialog waits for what was asked of it. */
static void
change (RfCourseDialog *self,
        RfCourse course,
        RfWorkspaceJob job,
        gpointer data,
        GDestroyNotify data_free)
{
  self->course = course;
  gtk_widget_set_sensitive (gtk_window_get_child (GTK_WINDOW (self)), FALSE);
  rf_open_assessment_change_async (self->assessment, job, data, data_free, changed_cb, g_object_ref (self));
}

static void
take_step (RfCourseDialog *self,
           RfCourseStep *step)
{
  change (self, step->course, rf_job_take_course_step, step, (GDestroyNotify) rf_course_step_free);
}

static RfCourseStep *
new_step (RfCourseDialog *self,
          RfCourse course)
{
  return rf_course_step_new (rf_open_assessment_get_offering (self->assessment), course);
}

static char *
dup_stripped (GtkEditable *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static gboolean
read_day (RfDayRow *row,
          RfFieldProblem *problem,
          RfDay *day)
{
  g_autoptr (GError) error = NULL;

  rf_day_row_read (row, day, &error);
  return rf_field_problem_show_error (problem, GTK_WIDGET (row), error);
}

static void
save_clicked_cb (RfCourseDialog *self)
{
  g_autoptr (RfAssessment) edited = rf_assessment_copy (self->view->assessment);
  gboolean right = rf_field_problem_check_line (self->assessor_problem, GTK_WIDGET (self->assessor_row), _ ("Assessor"), FALSE);

  right = read_day (self->as_of_row, self->as_of_problem, &edited->as_of) && right;
  right = read_day (self->review_row, self->review_problem, &edited->next_review) && right;
  if (!right)
    return;
  g_free (edited->assessor);
  edited->assessor = dup_stripped (self->assessor_row);
  change (self, RF_COURSE_ANSWER, rf_job_edit_assessment, g_steal_pointer (&edited), (GDestroyNotify) rf_assessment_free);
}

static void
submit_clicked_cb (RfCourseDialog *self)
{
  take_step (self, new_step (self, RF_COURSE_SUBMIT));
}

static void
changes_clicked_cb (RfCourseDialog *self)
{
  RfCourseStep *step = new_step (self, RF_COURSE_REQUEST_CHANGES);

  step->note = rf_text_row_dup_text (RF_TEXT_ROW (self->note_row));
  take_step (self, step);
}

static void
approve_clicked_cb (RfCourseDialog *self)
{
  g_autoptr (RfCourseStep) step = new_step (self, RF_COURSE_APPROVE);

  if (!rf_field_problem_check_line (self->approve_problem, GTK_WIDGET (self->approver_row), _ ("Approver"), TRUE) ||
      !read_day (self->next_review_row, self->approve_problem, &step->next_review))
    return;
  step->approver = dup_stripped (self->approver_row);
  step->allow_same = gtk_switch_get_active (self->same_switch);
  take_step (self, g_steal_pointer (&step));
}

static void
start_clicked_cb (RfCourseDialog *self)
{
  take_step (self, new_step (self, RF_COURSE_START));
}

static void
rf_course_dialog_dispose (GObject *object)
{
  RfCourseDialog *self = RF_COURSE_DIALOG (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (rf_course_dialog_parent_class)->dispose (object);
}

static void
rf_course_dialog_finalize (GObject *object)
{
  RfCourseDialog *self = RF_COURSE_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->assessment);
  g_clear_pointer (&self->view, rf_course_view_free);
  G_OBJECT_CLASS (rf_course_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/ringfence/Ringfence/rf-course-dialog.ui");
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, status_row);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, assessor_row);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, assessor_problem);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, as_of_row);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, as_of_problem);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, review_row);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, review_problem);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, save_button);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, submit_row);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, submit_button);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, submit_problem);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, changes_row);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, changes_button);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, note_row);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, changes_problem);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, approve_row);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, approve_button);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, approver_row);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, same_row);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, same_switch);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, next_review_row);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, approve_problem);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, start_row);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, start_button);
  gtk_widget_class_bind_template_child (klass, RfCourseDialog, start_problem);
  gtk_widget_class_bind_template_callback (klass, save_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, submit_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, changes_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, approve_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, start_clicked_cb);
}

static void
rf_course_dialog_class_init (RfCourseDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rf_course_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rf_course_dialog_finalize;
  g_type_ensure (RF_TYPE_DAY_ROW);
  g_type_ensure (RF_TYPE_FIELD_PROBLEM);
  g_type_ensure (RF_TYPE_TEXT_ROW);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rf_course_dialog_init (RfCourseDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rf_course_dialog_new:
 * @assessment: a loaded one
 *
 * Makes a dialog that says where an assessment stands and what can be done about it.
 */
GtkWidget *
rf_course_dialog_new (GtkWindow *parent,
                      RfOpenAssessment *assessment)
{
  RfCourseDialog *self = g_object_new (RF_TYPE_COURSE_DIALOG, "transient-for", parent, NULL);

  self->assessment = g_object_ref (assessment);
  load (self);
  return GTK_WIDGET (self);
}
