// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What a card shows besides the question and its answer, folded away until it is asked for, and what is dropped on it. */

#include "config.h"

#include "rf-evidence-jobs.h"
#include "rf-evidence-row.h"
#include "rf-question-card-private.h"

#include <glib/gi18n.h>
#include <string.h>

static void
ensure_details (RfQuestionCard *self)
{
  if (self->details)
    return;
  self->details = RF_ANSWER_DETAILS (rf_answer_details_new (self->assessment, self->item));
  g_signal_connect_object (self->details, "answered", G_CALLBACK (rf_question_card_emit_answered), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->details_box, GTK_WIDGET (self->details));
}

static void
details_toggled_cb (RfQuestionCard *self)
{
  gboolean wanted = gtk_toggle_button_get_active (self->details_button);

  if (wanted)
    ensure_details (self);
  gtk_widget_set_visible (GTK_WIDGET (self->details_box), wanted);
  if (wanted)
    g_signal_emit_by_name (self, "unfolded");
}

static void
confirmed_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (RfQuestionCard) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!rf_open_assessment_change_finish (RF_OPEN_ASSESSMENT (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
}

static void
confirm_clicked_cb (RfQuestionCard *self)
{
  if (self->assessment)
    rf_open_assessment_change_async (self->assessment,
                                     rf_job_confirm_answer,
                                     rf_evidence_change_new (rf_open_assessment_get_offering (self->assessment), rf_question_item_get_question (self->item)->id),
                                     (GDestroyNotify) rf_evidence_change_free,
                                     confirmed_cb,
                                     g_object_ref (self));
}

static guint
count_expired (RfQuestionCard *self)
{
  const RfRecord *record = rf_question_item_get_record (self->item);
  GPtrArray *links = rf_question_item_get_answer (self->item)->links;
  guint n = 0;

  for (guint i = 0; record && i < links->len; i++)
    {
      const RfEvidence *evidence = rf_record_find_evidence (record, ((RfEvidenceLink *) g_ptr_array_index (links, i))->evidence);

      n += evidence && rf_evidence_row_has_expired (evidence, record->as_of);
    }
  return n;
}

/* "2 pieces of evidence, 1 expired · said by the provider": what is folded away must not be forgotten. */
static char *
dup_summary (RfQuestionCard *self)
{
  const RfAnswer *answer = rf_question_item_get_answer (self->item);
  guint expired = count_expired (self);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (answer->links->len > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u piece of evidence", "%u pieces of evidence", answer->links->len), answer->links->len));
  if (expired > 0)
    /* Translators: how many pieces of evidence have expired */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u expired", "%u expired", expired), expired));
  if (answer->said_by != RF_SAID_BY_NONE)
    g_ptr_array_add (parts, g_strdup (answer->said_by == RF_SAID_BY_PROVIDER ? _ ("said by the provider") : _ ("said by us")));
  if (answer->override_risk >= 0)
    /* Translators: %d is a risk from 0 to 100 */
    g_ptr_array_add (parts, g_strdup_printf (_ ("risk overridden: %d"), answer->override_risk));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * rf_question_card_show_more:
 *
 * Shows what there is besides the answer, in a line.
 */
void
rf_question_card_show_more (RfQuestionCard *self)
{
  const char *from = rf_question_item_get_answer (self->item)->inherited_from;
  g_autofree char *summary = dup_summary (self);

  gtk_label_set_label (self->summary_label, summary);
  gtk_widget_set_visible (self->summary_box, *summary != '\0');
  gtk_widget_set_visible (self->expired_image, count_expired (self) > 0);
  gtk_widget_set_visible (self->inherited_box, from != NULL);
  if (from)
    {
      /* Translators: %s is the id of an offering */
      g_autofree char *words = g_strdup_printf (_ ("Copied from %s; not confirmed yet"), from);

      gtk_label_set_label (self->inherited_label, words);
    }
}

static void
unfold (RfQuestionCard *self)
{
  gtk_toggle_button_set_active (self->details_button, TRUE);
}

/* One line that begins like an address; anything else dropped here is a mistake. */
static gboolean
is_web_link (const char *text)
{
  return (g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://")) && strpbrk (text, " \t\r\n") == NULL;
}

static gboolean
drop_text (RfQuestionCard *self,
           const char *text)
{
  g_autofree char *href = g_strstrip (g_strdup (text));

  if (!is_web_link (href))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Drop a file or a web link to attach it as evidence"));
      return FALSE;
    }
  unfold (self);
  rf_answer_details_attach_link (self->details, href);
  return TRUE;
}

/**
 * rf_question_card_drop:
 * @value: a GdkFileList or a string
 *
 * Takes what was dropped on the card for evidence.
 *
 * Returns: whether it can be that
 */
gboolean
rf_question_card_drop (RfQuestionCard *self,
                       const GValue *value)
{
  if (self->assessment == NULL || self->locked)
    return FALSE;
  if (G_VALUE_HOLDS_STRING (value))
    return drop_text (self, g_value_get_string (value));
  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  unfold (self);
  rf_answer_details_attach_files (self->details, g_value_get_boxed (value));
  return TRUE;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         RfQuestionCard *self)
{
  return rf_question_card_drop (self, value);
}

/**
 * rf_question_card_init_more:
 *
 * Lets files and web links be dropped on the card.
 */
void
rf_question_card_init_more (RfQuestionCard *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * rf_question_card_bind_more:
 *
 * Binds what unfolds the card to its template.
 */
void
rf_question_card_bind_more (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, details_toggled_cb);
  gtk_widget_class_bind_template_callback (klass, confirm_clicked_cb);
}

/* The focus would go to another question with what it was on, and the page with it. */
static void
keep_focus (RfQuestionCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->details_button));
}

/* What was answered stays to be read: notes and evidence can be opened, only not changed. */
static void
show_editable (RfQuestionCard *self)
{
  gboolean editable = rf_open_assessment_is_editable (self->assessment);

  if (!editable)
    keep_focus (self);
  self->locked = !editable;
  gtk_widget_set_sensitive (GTK_WIDGET (self->options_box), editable);
  gtk_editable_set_editable (self->value_entry, editable);
  gtk_editable_set_editable (self->reason_entry, editable);
  /* the buttons themselves are sensitive as their answer needs it */
  gtk_widget_set_sensitive (gtk_widget_get_parent (GTK_WIDGET (self->unknown_button)), editable);
  gtk_widget_set_sensitive (gtk_widget_get_parent (GTK_WIDGET (self->refused_button)), editable);
  gtk_widget_set_sensitive (gtk_widget_get_parent (GTK_WIDGET (self->not_applicable_button)), editable);
  gtk_widget_set_sensitive (gtk_widget_get_parent (self->clear_button), editable);
  gtk_widget_set_sensitive (self->confirm_button, editable);
  if (self->note_view)
    gtk_text_view_set_editable (self->note_view, editable);
  if (editable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "locked");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "locked");
}

/**
 * rf_question_card_set_assessment:
 *
 * Lets evidence be attached to the answer, and the answer be changed only while the assessment can be.
 */
void
rf_question_card_set_assessment (RfQuestionCard *self,
                                 RfOpenAssessment *assessment)
{
  if (!g_set_object (&self->assessment, assessment) || assessment == NULL)
    return;
  g_signal_connect_object (assessment, "notify::editable", G_CALLBACK (show_editable), self, G_CONNECT_SWAPPED);
  show_editable (self);
}
