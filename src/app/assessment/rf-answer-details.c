// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-answer-details.h"

#include "rf-choice-name.h"
#include "rf-dialogs.h"
#include "rf-evidence-dialog.h"
#include "rf-evidence-row.h"

#include <glib/gi18n.h>

/* What belongs to an answer besides what was chosen: who said it, its evidence, an override, and what it refers to. */
struct _RfAnswerDetails
{
  GtkWidget parent_instance;

  /* template children */
  GtkDropDown *said_by_drop_down;
  GtkListBox *evidence_list;
  GtkWidget *evidence_buttons;
  GtkWidget *override_box;
  GtkEditable *risk_entry;
  GtkEditable *override_reason_entry;
  GtkLabel *override_problem_label;
  GtkWidget *references_box;
  GtkLabel *references_label;

  RfOpenAssessment *assessment; /* owned, nullable: without it evidence is only listed */
  RfQuestionItem *item;         /* owned */
  gboolean showing;             /* while it shows what the item says, nothing that moves is an answer */
};

G_DEFINE_FINAL_TYPE (RfAnswerDetails, rf_answer_details, GTK_TYPE_WIDGET)

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
put_forward (RfAnswerDetails *self,
             RfAnswer *answer)
{
  if (!rf_answer_equal (answer, rf_question_item_get_answer (self->item)))
    g_signal_emit (self, signals[ANSWERED], 0, answer);
}

static void
said_by_chosen_cb (RfAnswerDetails *self)
{
  g_autoptr (RfAnswer) answer = NULL;

  if (self->showing || self->item == NULL)
    return;
  answer = rf_question_item_dup_answer (self->item);
  answer->said_by = gtk_drop_down_get_selected (self->said_by_drop_down);
  put_forward (self, answer);
}

/* Returns: -1 where nothing was written, -2 where it is no risk */
static int
read_risk (RfAnswerDetails *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->risk_entry)));
  guint64 risk;

  if (*text == '\0')
    return -1;
  return g_ascii_string_to_unsigned (text, 10, 0, 100, &risk, NULL) ? (int) risk : -2;
}

static void
show_override_problem (RfAnswerDetails *self,
                       const char *problem)
{
  gtk_label_set_label (self->override_problem_label, problem ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->override_problem_label), problem != NULL);
}

static const char *
find_override_problem (int risk,
                       const char *reason)
{
  if (risk == -2)
    return _ ("A risk is a whole number from 0 to 100.");
  if (risk >= 0 && *reason == '\0')
    return _ ("The override counts once a reason is given.");
  if (risk < 0 && *reason != '\0')
    return _ ("The override counts once a risk is given.");
  return NULL;
}

static void
override_leave_cb (RfAnswerDetails *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->override_reason_entry)));
  int risk = read_risk (self);
  const char *problem = find_override_problem (risk, reason);
  g_autoptr (RfAnswer) answer = NULL;

  if (self->showing || !gtk_widget_get_visible (self->override_box))
    return;
  show_override_problem (self, problem);
  if (problem)
    return;
  answer = rf_question_item_dup_answer (self->item);
  answer->override_risk = risk;
  g_free (answer->override_reason);
  answer->override_reason = risk < 0 ? NULL : g_steal_pointer (&reason);
  put_forward (self, answer);
}

static void
risk_activate_cb (RfAnswerDetails *self)
{
  override_leave_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->override_reason_entry));
}

static void
remove_rows (RfAnswerDetails *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->evidence_list, 0)))
    gtk_list_box_remove (self->evidence_list, GTK_WIDGET (row));
}

static void
show_evidence (RfAnswerDetails *self)
{
  GPtrArray *links = rf_question_item_get_answer (self->item)->links;

  remove_rows (self);
  for (guint i = 0; self->assessment && i < links->len; i++)
    gtk_list_box_append (self->evidence_list, rf_evidence_row_new (self->assessment, self->item, g_ptr_array_index (links, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->evidence_list), links->len > 0);
  gtk_widget_set_visible (self->evidence_buttons, self->assessment != NULL);
}

static gboolean
is_edited (GtkEditable *entry)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
show_override (RfAnswerDetails *self)
{
  const RfAnswer *answer = rf_question_item_get_answer (self->item);
  g_autofree char *risk = answer->override_risk >= 0 ? g_strdup_printf ("%d", answer->override_risk) : g_strdup ("");
  gboolean possible = rf_question_item_get_question (self->item)->scored && answer->state == RF_ANSWER_ANSWERED;

  gtk_widget_set_visible (self->override_box, possible);
  /* half of an override is still being written */
  if (is_edited (self->risk_entry) || is_edited (self->override_reason_entry))
    return;
  gtk_editable_set_text (self->risk_entry, risk);
  gtk_editable_set_text (self->override_reason_entry, answer->override_reason ? answer->override_reason : "");
  show_override_problem (self, NULL);
}

static void
item_changed_cb (RfAnswerDetails *self)
{
  /* What could not be saved stays on screen as it was given. */
  if (rf_question_item_get_save_state (self->item) == RF_SAVE_FAILED)
    return;
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->said_by_drop_down, rf_question_item_get_answer (self->item)->said_by);
  show_override (self);
  self->showing = FALSE;
  show_evidence (self);
}

static GtkWindow *
get_window (RfAnswerDetails *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
file_chosen_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (RfAnswerDetails) self = user_data;
  g_autoptr (GFile) file = rf_dialogs_open_file_finish (result, NULL);
  GSList files = { file, NULL };

  /* closed without a choice, or the card went meanwhile */
  if (file && self->assessment)
    rf_answer_details_attach_files (self, &files);
}

static void
attach_clicked_cb (RfAnswerDetails *self)
{
  rf_dialogs_open_file_async (get_window (self), _ ("Attach a File"), NULL, NULL, file_chosen_cb, g_object_ref (self));
}

static void
link_clicked_cb (RfAnswerDetails *self)
{
  rf_answer_details_attach_link (self, NULL);
}

static void
show_references (RfAnswerDetails *self)
{
  const RfQuestion *question = rf_question_item_get_question (self->item);
  const RfQuestionnaire *questionnaire = rf_question_item_get_questionnaire (self->item);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < question->n_references; i++)
    {
      const RfFramework *framework = &questionnaire->frameworks[question->references[i].framework];

      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", framework->name, question->references[i].id);
    }
  for (guint i = 0; i < question->n_incidents; i++)
    {
      const RfIncident *incident = &questionnaire->incidents[question->incidents[i]];

      g_string_append_printf (text, "%s%s (%s, %s)", text->len > 0 ? "\n" : "", incident->title, incident->source, incident->date);
    }
  gtk_label_set_label (self->references_label, text->str);
  gtk_widget_set_visible (self->references_box, text->len > 0);
}

static void
rf_answer_details_dispose (GObject *object)
{
  RfAnswerDetails *self = RF_ANSWER_DETAILS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  g_clear_object (&self->assessment);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (rf_answer_details_parent_class)->dispose (object);
}

static void
rf_answer_details_class_init (RfAnswerDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_answer_details_dispose;

  /**
   * RfAnswerDetails::answered:
   * @answer: (type gpointer): an #RfAnswer, valid during the emission
   *
   * A person has changed who said it, or the override.
   */
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-answer-details.ui");
  gtk_widget_class_bind_template_child (widget_class, RfAnswerDetails, said_by_drop_down);
  gtk_widget_class_bind_template_child (widget_class, RfAnswerDetails, evidence_list);
  gtk_widget_class_bind_template_child (widget_class, RfAnswerDetails, evidence_buttons);
  gtk_widget_class_bind_template_child (widget_class, RfAnswerDetails, override_box);
  gtk_widget_class_bind_template_child (widget_class, RfAnswerDetails, risk_entry);
  gtk_widget_class_bind_template_child (widget_class, RfAnswerDetails, override_reason_entry);
  gtk_widget_class_bind_template_child (widget_class, RfAnswerDetails, override_problem_label);
  gtk_widget_class_bind_template_child (widget_class, RfAnswerDetails, references_box);
  gtk_widget_class_bind_template_child (widget_class, RfAnswerDetails, references_label);
  gtk_widget_class_bind_template_callback (widget_class, said_by_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, override_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, risk_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, attach_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_clicked_cb);
}

static void
rf_answer_details_init (RfAnswerDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rf_choice_set_name (self->said_by_drop_down, _ ("Who Said It"));
}

static void
follow_editable (RfAnswerDetails *self)
{
  GtkWidget *const changing[] = { GTK_WIDGET (self->said_by_drop_down), self->evidence_buttons, self->override_box };

  for (guint i = 0; self->assessment && i < G_N_ELEMENTS (changing); i++)
    g_object_bind_property (self->assessment, "editable", changing[i], "sensitive", G_BINDING_SYNC_CREATE);
}

/**
 * rf_answer_details_new:
 * @assessment: (nullable): without it no evidence can be attached
 *
 * Makes what unfolds under a question, and follows the item.
 */
GtkWidget *
rf_answer_details_new (RfOpenAssessment *assessment,
                       RfQuestionItem *item)
{
  RfAnswerDetails *self = g_object_new (RF_TYPE_ANSWER_DETAILS, NULL);

  g_set_object (&self->assessment, assessment);
  self->item = g_object_ref (item);
  follow_editable (self);
  show_references (self);
  item_changed_cb (self);
  g_signal_connect_object (item, "changed", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * rf_answer_details_finish_typing:
 *
 * Puts forward what was typed and not yet given.
 */
void
rf_answer_details_finish_typing (RfAnswerDetails *self)
{
  override_leave_cb (self);
}

static void
tell_not_local (RfAnswerDetails *self,
                GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  /* Translators: %s is the name of a file */
  g_autofree char *message = g_strdup_printf (_ ("“%s” is not on this computer; choose a local file"), name);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", message);
}

/**
 * rf_answer_details_attach_files:
 * @files: of GFile
 *
 * Asks what the files are and attaches them to the answer.
 */
void
rf_answer_details_attach_files (RfAnswerDetails *self,
                                GSList *files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (GSList *link = files; link; link = link->next)
    {
      g_autofree char *path = g_file_get_path (link->data);

      if (path)
        g_strv_builder_add (builder, path);
      else
        tell_not_local (self, link->data);
    }
  paths = g_strv_builder_end (builder);
  if (paths[0] && self->assessment)
    gtk_window_present (rf_evidence_dialog_new_for_files (get_window (self), self->assessment, self->item, (const char *const *) paths));
}

/**
 * rf_answer_details_attach_link:
 * @href: (nullable): its address, if it is known
 *
 * Asks for a web link and adds it to the answer.
 */
void
rf_answer_details_attach_link (RfAnswerDetails *self,
                               const char *href)
{
  if (self->assessment)
    gtk_window_present (rf_evidence_dialog_new_for_link (get_window (self), self->assessment, self->item, href));
}
