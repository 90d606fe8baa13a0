// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-evidence-dialog.h"

#include "rf-evidence-jobs.h"

#include <glib/gi18n.h>

struct _RfEvidenceDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkButton *save_button;
  AdwPreferencesGroup *group;
  GtkEditable *href_row;
  GtkEditable *title_row;
  AdwComboRow *grade_row;
  AdwPreferencesGroup *hints_group;
  GtkLabel *hint_label;
  GtkEditable *locator_row;
  GtkEditable *expires_row;
  GtkLabel *problem_label;

  RfOpenAssessment *assessment; /* owned */
  RfQuestionItem *item;         /* owned */
  char **paths;                 /* owned, nullable: files to attach */
  char *evidence;               /* owned, nullable: what is edited */
};

G_DEFINE_FINAL_TYPE (RfEvidenceDialog, rf_evidence_dialog, ADW_TYPE_WINDOW)

static char *
dup_stripped (GtkEditable *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static gboolean
is_asked (GtkEditable *row)
{
  return gtk_widget_get_visible (GTK_WIDGET (row));
}

static gboolean
read_expires (RfEvidenceDialog *self,
              RfDay *expires)
{
  g_autofree char *text = dup_stripped (self->expires_row);

  *expires = RF_DAY_NONE;
  return text == NULL || rf_day_from_string (text, expires);
}

static gboolean
is_complete (RfEvidenceDialog *self)
{
  g_autofree char *href = dup_stripped (self->href_row);
  g_autofree char *title = dup_stripped (self->title_row);
  RfDay expires;

  return (href || !is_asked (self->href_row)) && (title || !is_asked (self->title_row) || is_asked (self->href_row)) && read_expires (self, &expires);
}

static void
show_problem (RfEvidenceDialog *self,
              const char *problem)
{
  gtk_label_set_label (self->problem_label, problem ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
changed_cb (RfEvidenceDialog *self)
{
  RfDay expires;
  gboolean understood = read_expires (self, &expires);

  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), is_complete (self));
  if (understood)
    gtk_widget_remove_css_class (GTK_WIDGET (self->expires_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->expires_row), "error");
  show_problem (self, understood ? NULL : _ ("Write the day as in 2026-11-30."));
}

/* What the questionnaire says would do as evidence of this grade. */
static void
grade_chosen_cb (RfEvidenceDialog *self)
{
  const RfQuestion *question = self->item ? rf_question_item_get_question (self->item) : NULL;
  const char *hint = NULL;

  for (guint i = 0; question && i < question->n_evidence_hints; i++)
    if (question->evidence_hints[i].grade == adw_combo_row_get_selected (self->grade_row))
      hint = question->evidence_hints[i].text;
  gtk_label_set_label (self->hint_label, hint ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hints_group), hint != NULL);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (RfEvidenceDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (rf_open_assessment_change_finish (RF_OPEN_ASSESSMENT (source), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  show_problem (self, error->message);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
}

static RfEvidenceChange *
new_change (RfEvidenceDialog *self)
{
  RfEvidenceChange *change = rf_evidence_change_new (rf_open_assessment_get_offering (self->assessment), rf_question_item_get_question (self->item)->id);

  change->evidence = g_strdup (self->evidence);
  change->paths = g_strdupv (self->paths);
  change->href = is_asked (self->href_row) ? dup_stripped (self->href_row) : NULL;
  change->title = is_asked (self->title_row) ? dup_stripped (self->title_row) : NULL;
  change->grade = adw_combo_row_get_selected (self->grade_row);
  change->locator = dup_stripped (self->locator_row);
  read_expires (self, &change->expires);
  /* without a title of its own a link goes by its address */
  if (self->evidence && change->title == NULL)
    change->title = g_strdup (change->href);
  return change;
}

static void
save_clicked_cb (RfEvidenceDialog *self)
{
  if (!is_complete (self) || !gtk_widget_get_sensitive (GTK_WIDGET (self->save_button)))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  rf_open_assessment_change_async (self->assessment,
                                   self->evidence ? rf_job_edit_evidence : rf_job_attach_evidence,
                                   new_change (self),
                                   (GDestroyNotify) rf_evidence_change_free,
                                   saved_cb,
                                   g_object_ref (self));
}

static void
rf_evidence_dialog_dispose (GObject *object)
{
  RfEvidenceDialog *self = RF_EVIDENCE_DIALOG (object);

  g_clear_object (&self->assessment);
  g_clear_object (&self->item);
  g_clear_pointer (&self->paths, g_strfreev);
  g_clear_pointer (&self->evidence, g_free);
  G_OBJECT_CLASS (rf_evidence_dialog_parent_class)->dispose (object);
}

static void
rf_evidence_dialog_class_init (RfEvidenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_evidence_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-evidence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RfEvidenceDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, RfEvidenceDialog, group);
  gtk_widget_class_bind_template_child (widget_class, RfEvidenceDialog, href_row);
  gtk_widget_class_bind_template_child (widget_class, RfEvidenceDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, RfEvidenceDialog, grade_row);
  gtk_widget_class_bind_template_child (widget_class, RfEvidenceDialog, hints_group);
  gtk_widget_class_bind_template_child (widget_class, RfEvidenceDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, RfEvidenceDialog, locator_row);
  gtk_widget_class_bind_template_child (widget_class, RfEvidenceDialog, expires_row);
  gtk_widget_class_bind_template_child (widget_class, RfEvidenceDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, grade_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rf_evidence_dialog_init (RfEvidenceDialog *self)
{
  g_autoptr (GtkStringList) grades = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (RfGrade grade = RF_GRADE_STATEMENT; grade < RF_N_GRADES; grade++)
    gtk_string_list_append (grades, rf_grade_get_label (grade));
  adw_combo_row_set_model (self->grade_row, G_LIST_MODEL (grades));
}

static RfEvidenceDialog *
new_dialog (GtkWindow *parent,
            RfOpenAssessment *assessment,
            RfQuestionItem *item,
            const char *title,
            const char *save)
{
  RfEvidenceDialog *self = g_object_new (RF_TYPE_EVIDENCE_DIALOG, "transient-for", parent, "title", title, NULL);

  self->assessment = g_object_ref (assessment);
  self->item = g_object_ref (item);
  gtk_button_set_label (self->save_button, save);
  gtk_button_set_use_underline (self->save_button, TRUE);
  return self;
}

static void
show_fields (RfEvidenceDialog *self,
             gboolean with_href,
             gboolean with_title)
{
  GtkEditable *first = with_href ? self->href_row : with_title ? self->title_row
                                                               : self->locator_row;

  gtk_widget_set_visible (GTK_WIDGET (self->href_row), with_href);
  gtk_widget_set_visible (GTK_WIDGET (self->title_row), with_title);
  grade_chosen_cb (self);
  changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (gtk_editable_get_delegate (first)));
}

/**
 * rf_evidence_dialog_new_for_files:
 * @paths: at least one
 *
 * Makes a dialog that attaches files to an answer; several are attached with the same grade.
 */
GtkWindow *
rf_evidence_dialog_new_for_files (GtkWindow *parent,
                                  RfOpenAssessment *assessment,
                                  RfQuestionItem *item,
                                  const char *const *paths)
{
  guint n = g_strv_length ((char **) paths);
  g_autofree char *several = g_strdup_printf (ngettext ("Attach %u File", "Attach %u Files", n), n);
  RfEvidenceDialog *self = new_dialog (parent, assessment, item, n > 1 ? several : _ ("Attach a File"), _ ("_Attach"));

  self->paths = g_strdupv ((char **) paths);
  if (n == 1)
    {
      g_autofree char *base = g_path_get_basename (paths[0]);
      g_autofree char *name = g_filename_display_name (base);

      gtk_editable_set_text (self->title_row, name);
    }
  adw_combo_row_set_selected (self->grade_row, RF_GRADE_DOCUMENTATION);
  show_fields (self, FALSE, n == 1);
  return GTK_WINDOW (self);
}

/**
 * rf_evidence_dialog_new_for_link:
 * @href: (nullable): the address, if it is known
 *
 * Makes a dialog that adds a web link to an answer.
 */
GtkWindow *
rf_evidence_dialog_new_for_link (GtkWindow *parent,
                                 RfOpenAssessment *assessment,
                                 RfQuestionItem *item,
                                 const char *href)
{
  RfEvidenceDialog *self = new_dialog (parent, assessment, item, _ ("Add a Web Link"), _ ("_Add"));

  gtk_editable_set_text (self->href_row, href ? href : "");
  adw_combo_row_set_selected (self->grade_row, RF_GRADE_DOCUMENTATION);
  show_fields (self, TRUE, TRUE);
  return GTK_WINDOW (self);
}

/**
 * rf_evidence_dialog_new_for_editing:
 * @link: of the item's answer
 *
 * Makes a dialog that changes what was noted about a piece of evidence.
 */
GtkWindow *
rf_evidence_dialog_new_for_editing (GtkWindow *parent,
                                    RfOpenAssessment *assessment,
                                    RfQuestionItem *item,
                                    const RfEvidenceLink *link)
{
  RfEvidenceDialog *self = new_dialog (parent, assessment, item, _ ("Edit the Evidence"), _ ("_Save"));
  const RfEvidence *evidence = rf_record_find_evidence (rf_question_item_get_record (item), link->evidence);

  self->evidence = g_strdup (link->evidence);
  adw_combo_row_set_selected (self->grade_row, link->grade);
  gtk_editable_set_text (self->locator_row, link->locator ? link->locator : "");
  if (evidence)
    {
      g_autofree char *expires = evidence->expires != RF_DAY_NONE ? rf_day_to_string (evidence->expires) : g_strdup ("");

      gtk_editable_set_text (self->title_row, evidence->title);
      gtk_editable_set_text (self->href_row, evidence->href ? evidence->href : "");
      gtk_editable_set_text (self->expires_row, expires);
    }
  show_fields (self, evidence && evidence->href, TRUE);
  return GTK_WINDOW (self);
}
