// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-jobs.h"

#include "rf-company-folder.h"
#include "rf-error.h"
#include "rf-sample.h"

#include <glib/gi18n.h>

void
rf_portfolio_free (RfPortfolio *self)
{
  g_ptr_array_unref (self->offerings);
  g_free (self->why_read_only);
  g_free (self);
}

void
rf_assessment_view_free (RfAssessmentView *self)
{
  g_clear_pointer (&self->questionnaire, rf_questionnaire_unref);
  g_clear_pointer (&self->record, rf_record_unref);
  g_clear_pointer (&self->score, rf_score_unref);
  g_free (self->shown);
  g_free (self);
}

/**
 * rf_put_answer_new:
 * @offering: an offering's id
 *
 * Makes the data of rf_job_put_answer().
 */
RfPutAnswer *
rf_put_answer_new (const char *offering,
                   const RfAnswer *answer)
{
  RfPutAnswer *self = g_new0 (RfPutAnswer, 1);

  self->offering = g_strdup (offering);
  self->answer = rf_answer_copy (answer);
  return self;
}

void
rf_put_answer_free (RfPutAnswer *self)
{
  g_free (self->offering);
  rf_answer_free (self->answer);
  g_free (self);
}

gpointer
rf_job_list (RfWorkspace **workspace,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GPtrArray) offerings = rf_workspace_list_offerings (*workspace, error);
  g_autoptr (RfPortfolio) portfolio = NULL;

  if (offerings == NULL)
    return NULL;
  portfolio = g_new0 (RfPortfolio, 1);
  portfolio->offerings = g_steal_pointer (&offerings);
  return g_steal_pointer (&portfolio);
}

/* What an administrator has put there since is taken in; what is known stays as it is. */
static gboolean
add_company_questionnaires (RfWorkspace *workspace,
                            GError **error)
{
  g_autoptr (GPtrArray) paths = rf_company_folder_list_questionnaires ();

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (RfQuestionnaire) added = rf_workspace_add_questionnaire_file (workspace, paths->pdata[i], NULL, error);

      if (added == NULL)
        return FALSE;
    }
  return TRUE;
}

/* A workspace without a questionnaire has nothing to ask: a new one gets the one that comes with the program. */
static gboolean
ensure_questionnaire (RfWorkspace *workspace,
                      GError **error)
{
  g_autoptr (GPtrArray) questionnaires = rf_workspace_list_questionnaires (workspace, error);
  g_autoptr (RfQuestionnaire) added = NULL;
  g_autofree char *path = NULL;

  if (questionnaires == NULL)
    return FALSE;
  if (questionnaires->len > 0 || rf_workspace_is_read_only (workspace))
    return TRUE;
  path = rf_sample_dup_questionnaire_path ();
  added = rf_workspace_add_questionnaire_file (workspace, path, NULL, error);
  return added != NULL;
}

/* A store that cannot be written to can be read all the same: on a read-only medium, in a folder of somebody else. */
static RfWorkspace *
open_to_read (const char *path,
              GError *failure,
              char **why,
              GError **error)
{
  g_autoptr (GError) failure_owned = failure;
  RfWorkspace *opened = NULL;

  if (g_error_matches (failure, RF_ERROR, RF_ERROR_STORE) && g_file_test (path, G_FILE_TEST_IS_REGULAR))
    opened = rf_workspace_open_file (path, RF_WORKSPACE_READ_ONLY, NULL);
  if (opened)
    *why = g_strdup (failure->message);
  else
    g_propagate_error (error, g_steal_pointer (&failure_owned));
  return opened;
}

/* @name: of a workspace, or the path of a store of somewhere else, which is only looked at */
static RfWorkspace *
open_named (const char *name,
            char **why,
            GError **error)
{
  g_autofree char *path = NULL;
  GError *failure = NULL;
  RfWorkspace *opened;

  if (g_path_is_absolute (name))
    return rf_workspace_open_file (name, RF_WORKSPACE_READ_ONLY, error);
  path = rf_workspace_dup_path_of (name);
  opened = rf_workspace_open (name, RF_WORKSPACE_CREATE, &failure);
  return opened ? opened : open_to_read (path, failure, why, error);
}

static gboolean
open_workspace (RfWorkspace **workspace,
                const char *name,
                char **why,
                GError **error)
{
  g_autoptr (RfWorkspace) opened = NULL;

  /* opened while the toolkit was still starting */
  if (*workspace)
    return TRUE;
  opened = open_named (name, why, error);
  if (opened == NULL || !ensure_questionnaire (opened, error))
    return FALSE;
  if (!rf_workspace_is_read_only (opened) && !add_company_questionnaires (opened, error))
    return FALSE;
  g_set_object (workspace, opened);
  return TRUE;
}

gpointer
rf_job_open (RfWorkspace **workspace,
             gpointer name,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *why = NULL;
  RfPortfolio *portfolio;

  if (!open_workspace (workspace, name, &why, error))
    return NULL;
  portfolio = rf_job_list (workspace, NULL, cancellable, error);
  if (portfolio)
    portfolio->why_read_only = g_steal_pointer (&why);
  return portfolio;
}

gpointer
rf_job_open_sample (RfWorkspace **workspace,
                    gpointer name,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GPtrArray) offerings = NULL;
  g_autofree char *why = NULL;

  if (!open_workspace (workspace, name, &why, error))
    return NULL;
  offerings = rf_workspace_list_offerings (*workspace, error);
  if (offerings == NULL)
    return NULL;
  /* What a person changed in the sample stays: it is filled only once. */
  if (offerings->len == 0 && !rf_workspace_is_read_only (*workspace))
    {
      if (!rf_sample_fill (*workspace, error))
        return NULL;
      /* Nobody can undo what nobody did: opened again it has no steps behind it. */
      g_clear_object (workspace);
      if (!open_workspace (workspace, name, &why, error))
        return NULL;
    }
  return rf_job_list (workspace, NULL, cancellable, error);
}

/* @format: says what was done to the thing that %s names */
static char *
say_done (const char *format,
          const char *description)
{
  g_autoptr (GString) done = g_string_new (format);

  g_string_replace (done, "%s", description, 1);
  return g_strdup (done->str);
}

gpointer
rf_job_undo (RfWorkspace **workspace,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *description = g_strdup (rf_workspace_get_undo_description (*workspace));

  if (!rf_workspace_undo (*workspace, error))
    return NULL;
  /* Translators: %s is what was undone, such as "answer 2.3" */
  return say_done (_ ("Undone: %s"), description);
}

gpointer
rf_job_redo (RfWorkspace **workspace,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *description = g_strdup (rf_workspace_get_redo_description (*workspace));

  if (!rf_workspace_redo (*workspace, error))
    return NULL;
  /* Translators: %s is what was done again, such as "answer 2.3" */
  return say_done (_ ("Done again: %s"), description);
}

/* Whoever adds an offering means to assess it: both are undone together. */
/**
 * rf_new_offering_new:
 * @offering: (transfer full): without an id
 * @questionnaire: (nullable): the id of the one it is asked; %NULL for the one that the workspace got last
 */
RfNewOffering *
rf_new_offering_new (RfOffering *offering,
                     const char *questionnaire)
{
  RfNewOffering *self = g_new0 (RfNewOffering, 1);

  self->offering = offering;
  self->questionnaire = g_strdup (questionnaire);
  return self;
}

void
rf_new_offering_free (RfNewOffering *self)
{
  rf_offering_unref (self->offering);
  g_free (self->questionnaire);
  g_free (self);
}

gpointer
rf_job_add_offering (RfWorkspace **workspace,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  const RfNewOffering *new_offering = data;
  const RfOffering *offering = new_offering->offering;
  g_autofree char *id = NULL;
  /* Translators: a step for the undo menu; %s is an offering's name */
  g_autofree char *description = g_strdup_printf (C_ ("undo step", "add %s"), offering->name);

  if (!rf_workspace_begin_step (*workspace, description, error))
    return NULL;
  id = rf_workspace_add_offering (*workspace, offering, error);
  if (id != NULL && rf_workspace_start_assessment (*workspace, id, new_offering->questionnaire, 0, RF_DAY_NONE, error))
    return rf_workspace_end_step (*workspace, error) ? g_steal_pointer (&id) : NULL;
  rf_workspace_cancel_step (*workspace);
  return NULL;
}

void
rf_imported_free (RfImported *self)
{
  g_free (self->id);
  g_free (self);
}

/* All that is wrong with the file, not only the first of it. */
static void
take_all_problems (RfProblems *problems,
                   GError **error)
{
  if (error == NULL || *error == NULL || rf_problems_get_n (problems) < 2)
    return;
  g_free ((*error)->message);
  (*error)->message = rf_problems_to_string (problems);
}

gpointer
rf_job_import (RfWorkspace **workspace,
               gpointer path,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (RfProblems) problems = rf_problems_new (path);
  g_autoptr (RfImported) imported = g_new0 (RfImported, 1);

  imported->is_store = rf_workspace_is_store_file (path);
  if (imported->is_store)
    return g_steal_pointer (&imported);
  imported->id = rf_workspace_import_file (*workspace, path, &imported->kind, problems, error);
  if (imported->id)
    return g_steal_pointer (&imported);
  take_all_problems (problems, error);
  return NULL;
}

gpointer
rf_job_save_copy (RfWorkspace **workspace,
                  gpointer path,
                  GCancellable *cancellable,
                  GError **error)
{
  rf_workspace_save_copy (*workspace, path, error);
  return NULL;
}

static gboolean *
list_shown (const RfEvaluation *evaluation,
            guint n_questions)
{
  gboolean *shown = g_new (gboolean, n_questions);

  for (guint i = 0; i < n_questions; i++)
    shown[i] = rf_evaluation_is_shown (evaluation, i);
  return shown;
}

gpointer
rf_job_load_assessment (RfWorkspace **workspace,
                        gpointer offering,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (RfEvaluation) evaluation = NULL;
  g_autoptr (RfAssessmentView) view = g_new0 (RfAssessmentView, 1);

  view->record = rf_workspace_dup_record (*workspace, offering, error);
  if (view->record == NULL)
    return NULL;
  evaluation = rf_workspace_dup_evaluation (*workspace, offering, NULL, RF_PROFILE_DEFAULT, RF_DAY_NONE, error);
  if (evaluation == NULL)
    return NULL;
  view->questionnaire = rf_questionnaire_ref (rf_evaluation_get_questionnaire (evaluation));
  view->score = rf_evaluation_dup_score (evaluation);
  view->shown = list_shown (evaluation, view->questionnaire->n_questions);
  return g_steal_pointer (&view);
}

gpointer
rf_job_put_answer (RfWorkspace **workspace,
                   gpointer data,
                   GCancellable *cancellable,
                   GError **error)
{
  RfPutAnswer *put = data;

  if (!rf_workspace_put_answer (*workspace, put->offering, put->answer, error))
    return NULL;
  return rf_job_load_assessment (workspace, put->offering, cancellable, error);
}
