// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-evidence-row.h"

#include "rf-evidence-dialog.h"
#include "rf-evidence-jobs.h"

#include <glib/gi18n.h>

/* A piece of evidence under an answer, with what can be done with it. */
struct _RfEvidenceRow
{
  AdwActionRow parent_instance;

  /* template children */
  GtkWidget *expired_image;
  GtkWidget *menu_button;

  RfOpenAssessment *assessment; /* owned */
  RfQuestionItem *item;         /* owned */
  char *evidence;               /* owned: its id */
  char *title;                  /* owned */
  char *href;                   /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (RfEvidenceRow, rf_evidence_row, ADW_TYPE_ACTION_ROW)

static void
tell (RfEvidenceRow *self,
      const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", message);
}

static void
show_uri (RfEvidenceRow *self,
          const char *uri)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
}

static void
exported_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (RfEvidenceRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  g_autofree char *uri = path ? g_filename_to_uri (path, NULL, NULL) : NULL;

  if (uri)
    show_uri (self, uri);
  else if (error)
    tell (self, error->message);
}

static void
verified_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (RfEvidenceRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  tell (self, message ? message : error->message);
}

static void
run (RfEvidenceRow *self,
     RfWorkspaceJob job,
     GAsyncReadyCallback callback)
{
  rf_workspace_client_run_async (rf_open_assessment_get_client (self->assessment), job, g_strdup (self->evidence), g_free, g_free, NULL, callback, g_object_ref (self));
}

static void
open_evidence (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  RfEvidenceRow *self = RF_EVIDENCE_ROW (widget);

  if (self->href)
    show_uri (self, self->href);
  else
    run (self, rf_job_export_evidence, exported_cb);
}

static void
verify_evidence (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  run (RF_EVIDENCE_ROW (widget), rf_job_verify_evidence, verified_cb);
}

static const RfEvidenceLink *
find_link (RfEvidenceRow *self)
{
  GPtrArray *links = rf_question_item_get_answer (self->item)->links;

  for (guint i = 0; i < links->len; i++)
    if (g_str_equal (((RfEvidenceLink *) g_ptr_array_index (links, i))->evidence, self->evidence))
      return g_ptr_array_index (links, i);
  return NULL;
}

static void
edit_evidence (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  RfEvidenceRow *self = RF_EVIDENCE_ROW (widget);
  const RfEvidenceLink *link = find_link (self);

  if (link)
    gtk_window_present (rf_evidence_dialog_new_for_editing (GTK_WINDOW (gtk_widget_get_root (widget)), self->assessment, self->item, link));
}

typedef struct
{
  GtkWidget *teller; /* owned: the row itself is gone by then */
  char *title;       /* owned */
} Removal;

static void
removed_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  Removal *removal = user_data;
  g_autoptr (GError) error = NULL;

  if (rf_open_assessment_change_finish (RF_OPEN_ASSESSMENT (source), result, &error))
    {
      /* Translators: %s is the title of a piece of evidence */
      g_autofree char *done = g_strdup_printf (_ ("Removed “%s”"), removal->title);

      gtk_widget_activate_action (removal->teller, "win.tell-undoable", "s", done);
    }
  else
    gtk_widget_activate_action (removal->teller, "win.tell", "s", error->message);
  g_object_unref (removal->teller);
  g_free (removal->title);
  g_free (removal);
}

static void
remove_evidence (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  RfEvidenceRow *self = RF_EVIDENCE_ROW (widget);
  RfEvidenceChange *change = rf_evidence_change_new (rf_open_assessment_get_offering (self->assessment), rf_question_item_get_question (self->item)->id);
  Removal *removal = g_new0 (Removal, 1);

  change->evidence = g_strdup (self->evidence);
  removal->teller = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  removal->title = g_strdup (self->title);
  rf_open_assessment_change_async (self->assessment, rf_job_remove_evidence, change, (GDestroyNotify) rf_evidence_change_free, removed_cb, removal);
}

static void
rf_evidence_row_dispose (GObject *object)
{
  RfEvidenceRow *self = RF_EVIDENCE_ROW (object);

  g_clear_object (&self->assessment);
  g_clear_object (&self->item);
  g_clear_pointer (&self->evidence, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->href, g_free);
  G_OBJECT_CLASS (rf_evidence_row_parent_class)->dispose (object);
}

static void
rf_evidence_row_class_init (RfEvidenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_evidence_row_dispose;
  gtk_widget_class_install_action (widget_class, "evidence.open", NULL, open_evidence);
  gtk_widget_class_install_action (widget_class, "evidence.verify", NULL, verify_evidence);
  gtk_widget_class_install_action (widget_class, "evidence.edit", NULL, edit_evidence);
  gtk_widget_class_install_action (widget_class, "evidence.remove", NULL, remove_evidence);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-evidence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RfEvidenceRow, expired_image);
  gtk_widget_class_bind_template_child (widget_class, RfEvidenceRow, menu_button);
}

static void
rf_evidence_row_init (RfEvidenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_expiry (const RfEvidence *evidence,
                 gboolean expired)
{
  g_autofree char *day = evidence->expires != RF_DAY_NONE ? rf_day_to_text (evidence->expires) : NULL;

  if (day == NULL)
    return NULL;
  /* Translators: %s is a day */
  return g_strdup_printf (expired ? _ ("expired on %s") : _ ("expires on %s"), day);
}

/* "Contract · clause 4 · expires on 2027-01-31" */
static char *
describe (const RfEvidenceLink *link,
          const RfEvidence *evidence,
          gboolean expired)
{
  g_autofree char *expiry = evidence ? describe_expiry (evidence, expired) : NULL;
  const char *parts[4] = { rf_grade_get_label (link->grade), NULL };
  guint n = 1;

  if (link->locator)
    parts[n++] = link->locator;
  if (expiry)
    parts[n++] = expiry;
  return g_strjoinv (" · ", (char **) parts);
}

/**
 * rf_evidence_row_has_expired:
 * @as_of: the day for which the answers hold
 *
 * Returns: whether it counts as a provider's statement at most on that day
 */
gboolean
rf_evidence_row_has_expired (const RfEvidence *evidence,
                             RfDay as_of)
{
  return evidence->expires != RF_DAY_NONE && evidence->expires < as_of;
}

static void
show_editable (RfEvidenceRow *self)
{
  gboolean editable = rf_open_assessment_is_editable (self->assessment);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.edit", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.remove", editable);
}

/**
 * rf_evidence_row_new:
 * @link: of the item's answer
 *
 * Makes a row that shows a piece of evidence.
 */
GtkWidget *
rf_evidence_row_new (RfOpenAssessment *assessment,
                     RfQuestionItem *item,
                     const RfEvidenceLink *link)
{
  RfEvidenceRow *self = g_object_new (RF_TYPE_EVIDENCE_ROW, NULL);
  const RfRecord *record = rf_question_item_get_record (item);
  const RfEvidence *evidence = record ? rf_record_find_evidence (record, link->evidence) : NULL;
  gboolean expired = evidence && rf_evidence_row_has_expired (evidence, record->as_of);
  g_autofree char *description = describe (link, evidence, expired);

  self->assessment = g_object_ref (assessment);
  self->item = g_object_ref (item);
  self->evidence = g_strdup (link->evidence);
  self->title = g_strdup (evidence ? evidence->title : link->evidence);
  self->href = g_strdup (evidence ? evidence->href : NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), self->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), description);
  gtk_widget_set_visible (self->expired_image, expired);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.open", evidence && (evidence->href || evidence->sha256));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.verify", evidence && evidence->sha256);
  g_signal_connect_object (assessment, "notify::editable", G_CALLBACK (show_editable), self, G_CONNECT_SWAPPED);
  show_editable (self);
  return GTK_WIDGET (self);
}
