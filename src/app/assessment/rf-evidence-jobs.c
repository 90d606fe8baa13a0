// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-evidence-jobs.h"

#include "rf-private-copies.h"

#include "rf-error.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

RfEvidenceChange *
rf_evidence_change_new (const char *offering,
                        const char *question)
{
  RfEvidenceChange *self = g_new0 (RfEvidenceChange, 1);

  self->offering = g_strdup (offering);
  self->question = g_strdup (question);
  return self;
}

void
rf_evidence_change_free (RfEvidenceChange *self)
{
  g_free (self->offering);
  g_free (self->question);
  g_free (self->evidence);
  g_strfreev (self->paths);
  g_free (self->href);
  g_free (self->title);
  g_free (self->locator);
  g_free (self);
}

static gboolean
attach_link (RfWorkspace *workspace,
             const RfEvidenceChange *change,
             GError **error)
{
  g_autofree char *id = rf_workspace_attach_link (workspace, change->href, change->title, RF_DAY_NONE, change->expires, error);

  return id && rf_workspace_link_evidence (workspace, change->offering, change->question, id, change->grade, change->locator, error);
}

static gboolean
attach_file (RfWorkspace *workspace,
             const RfEvidenceChange *change,
             const char *path,
             GError **error)
{
  g_autofree char *id = rf_workspace_attach_file (workspace, path, change->title, change->expires, error);

  return id && rf_workspace_link_evidence (workspace, change->offering, change->question, id, change->grade, change->locator, error);
}

static gboolean
attach_all (RfWorkspace *workspace,
            const RfEvidenceChange *change,
            GError **error)
{
  if (change->href)
    return attach_link (workspace, change, error);
  for (guint i = 0; change->paths[i]; i++)
    if (!attach_file (workspace, change, change->paths[i], error))
      return FALSE;
  return TRUE;
}

static char *
describe_attaching (const RfEvidenceChange *change)
{
  guint n = change->paths ? g_strv_length (change->paths) : 0;
  g_autofree char *name = n == 1 ? g_path_get_basename (change->paths[0]) : g_strdup (change->href);
  g_autofree char *shown = change->title ? g_strdup (change->title) : g_filename_display_name (name ? name : "");

  if (n > 1)
    /* Translators: as in "Undo: attach 3 files" */
    return g_strdup_printf (ngettext ("attach %u file", "attach %u files", n), n);
  /* Translators: as in "Undo: attach Report.pdf" */
  return g_strdup_printf (_ ("attach %s"), shown);
}

/* Ends a step that was begun; the view afterwards is the result. */
static gpointer
end_step (RfWorkspace **workspace,
          const RfEvidenceChange *change,
          gboolean done,
          GCancellable *cancellable,
          GError **error)
{
  if (!done)
    {
      rf_workspace_cancel_step (*workspace);
      return NULL;
    }
  if (!rf_workspace_end_step (*workspace, error))
    return NULL;
  return rf_job_load_assessment (workspace, change->offering, cancellable, error);
}

gpointer
rf_job_attach_evidence (RfWorkspace **workspace,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  RfEvidenceChange *change = data;
  g_autofree char *description = describe_attaching (change);

  if (!rf_workspace_begin_step (*workspace, description, error))
    return NULL;
  return end_step (workspace, change, attach_all (*workspace, change, error), cancellable, error);
}

static gboolean
edit (RfWorkspace *workspace,
      const RfEvidenceChange *change,
      GError **error)
{
  g_autoptr (RfEvidence) evidence = rf_workspace_dup_evidence (workspace, change->evidence, error);

  if (evidence == NULL)
    return FALSE;
  g_free (evidence->title);
  evidence->title = g_strdup (change->title);
  if (change->href)
    {
      g_free (evidence->href);
      evidence->href = g_strdup (change->href);
    }
  evidence->expires = change->expires;
  return rf_workspace_edit_evidence (workspace, evidence, error) &&
         rf_workspace_link_evidence (workspace, change->offering, change->question, change->evidence, change->grade, change->locator, error);
}

gpointer
rf_job_edit_evidence (RfWorkspace **workspace,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  RfEvidenceChange *change = data;
  /* Translators: as in "Undo: edit Report.pdf" */
  g_autofree char *description = g_strdup_printf (_ ("edit %s"), change->title);

  if (!rf_workspace_begin_step (*workspace, description, error))
    return NULL;
  return end_step (workspace, change, edit (*workspace, change, error), cancellable, error);
}

/* Whether answers besides this one rest on it. Where it cannot be told it stays. */
static gboolean
is_used_elsewhere (RfWorkspace *workspace,
                   const char *evidence)
{
  guint n;

  return !rf_workspace_count_supported_answers (workspace, evidence, &n, NULL) || n != 1;
}

gpointer
rf_job_remove_evidence (RfWorkspace **workspace,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  RfEvidenceChange *change = data;

  /* one on which an earlier, closed assessment rests stays in the workspace as well */
  if (is_used_elsewhere (*workspace, change->evidence) || !rf_workspace_remove_evidence (*workspace, change->evidence, NULL))
    if (!rf_workspace_unlink_evidence (*workspace, change->offering, change->question, change->evidence, error))
      return NULL;
  return rf_job_load_assessment (workspace, change->offering, cancellable, error);
}

gpointer
rf_job_confirm_answer (RfWorkspace **workspace,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  RfEvidenceChange *change = data;

  if (!rf_workspace_confirm_answer (*workspace, change->offering, change->question, error))
    return NULL;
  return rf_job_load_assessment (workspace, change->offering, cancellable, error);
}

/* A name from a file or a person must not lead out of the folder, nor be hidden in it. */
static char *
make_safe_name (const RfEvidence *evidence)
{
  g_autofree char *name = g_path_get_basename (evidence->file_name ? evidence->file_name : evidence->title);

  g_strdelimit (name, "/\\", '-');
  return *name == '.' || *name == '-' ? g_strconcat ("evidence-", name, NULL) : g_steal_pointer (&name);
}

static char *
write_privately (const char *store,
                 const RfEvidence *evidence,
                 GBytes *bytes,
                 GError **error)
{
  g_autofree char *folder = rf_private_copies_make_folder (store, error);
  g_autofree char *name = make_safe_name (evidence);
  g_autofree char *path = folder ? g_build_filename (folder, name, NULL) : NULL;

  if (path == NULL)
    return NULL;
  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_NONE, 0400, error))
    {
      g_rmdir (folder);
      return NULL;
    }
  return g_steal_pointer (&path);
}

gpointer
rf_job_export_evidence (RfWorkspace **workspace,
                        gpointer id,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (RfEvidence) evidence = rf_workspace_dup_evidence (*workspace, id, error);
  g_autoptr (GBytes) bytes = evidence ? rf_workspace_dup_evidence_file (*workspace, id, error) : NULL;

  return bytes ? write_privately (rf_workspace_get_path (*workspace), evidence, bytes, error) : NULL;
}

gpointer
rf_job_forget_copies (RfWorkspace **workspace,
                      gpointer unused,
                      GCancellable *cancellable,
                      GError **error)
{
  if (*workspace)
    rf_private_copies_remove (rf_workspace_get_path (*workspace));
  return NULL;
}

gpointer
rf_job_verify_evidence (RfWorkspace **workspace,
                        gpointer id,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (RfEvidence) evidence = rf_workspace_dup_evidence (*workspace, id, error);
  g_autoptr (GBytes) bytes = evidence ? rf_workspace_dup_evidence_file (*workspace, id, error) : NULL;
  g_autofree char *sha256 = bytes ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  if (sha256 == NULL)
    return NULL;
  if (g_strcmp0 (sha256, evidence->sha256) == 0)
    /* Translators: the first %s is the title of a piece of evidence, the second the beginning of its hash */
    return g_strdup_printf (_ ("“%s” is as it was attached (SHA-256 %.8s…)"), evidence->title, sha256);
  g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("“%s” is not what was attached: its SHA-256 is %s, but %s was noted. Restore the workspace from a copy."), evidence->title, sha256, evidence->sha256);
  return NULL;
}
