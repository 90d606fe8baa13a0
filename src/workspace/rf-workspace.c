// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-workspace-private.h"

#include "rf-company-folder.h"
#include "rf-error.h"
#include "rf-language.h"

G_DEFINE_FINAL_TYPE (RfWorkspace, rf_workspace, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
read_system_clock (gpointer data)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
rf_workspace_finalize (GObject *object)
{
  RfWorkspace *self = RF_WORKSPACE (object);

  g_hash_table_unref (self->questionnaires);
  g_free (self->language);
  g_hash_table_unref (self->opened);
  g_hash_table_unref (self->facts);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_clear_pointer (&self->open_step, rf_step_free);
  g_clear_pointer (&self->store, rf_store_close);
  g_free (self->path);
  g_free (self->author);
  g_free (self->profile);
  g_clear_pointer (&self->policy, rf_policy_unref);
  G_OBJECT_CLASS (rf_workspace_parent_class)->finalize (object);
}

static void
rf_workspace_class_init (RfWorkspaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rf_workspace_finalize;

  /**
   * RfWorkspace::changed:
   *
   * Something was changed, here or by another process; what was handed out before may be out of date.
   */
  signals[CHANGED] = g_signal_new ("changed", RF_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rf_workspace_init (RfWorkspace *self)
{
  self->author = g_strdup (g_get_user_name ());
  self->questionnaires = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) rf_questionnaire_unref);
  self->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) rf_opened_free);
  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) rf_portfolio_facts_free);
  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_step_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_step_free);
  self->clock = read_system_clock;
}

RfWorkspace *
rf_workspace_open_file (const char *path,
                        RfWorkspaceFlags flags,
                        GError **error)
{
  RfStoreFlags store_flags = (flags & RF_WORKSPACE_CREATE ? RF_STORE_CREATE : 0) | (flags & RF_WORKSPACE_READ_ONLY ? RF_STORE_READ_ONLY : 0);
  g_autoptr (RfPolicy) policy = NULL;
  RfStore *store;
  RfWorkspace *self;

  if (!rf_company_folder_read_policy (&policy, error))
    return NULL;
  store = rf_store_open (path, store_flags, error);
  if (store == NULL)
    return NULL;
  self = g_object_new (RF_TYPE_WORKSPACE, NULL);
  self->store = store;
  self->policy = g_steal_pointer (&policy);
  self->path = g_strdup (path);
  return self;
}

RfWorkspace *
rf_workspace_open (const char *name,
                   RfWorkspaceFlags flags,
                   GError **error)
{
  g_autofree char *path = NULL;

  if (!rf_workspace_check_name (name, error))
    return NULL;
  path = rf_workspace_dup_path_of (name);
  return rf_workspace_open_file (path, flags, error);
}

const char *
rf_workspace_get_path (RfWorkspace *self)
{
  return self->path;
}

gboolean
rf_workspace_is_read_only (RfWorkspace *self)
{
  return rf_store_is_read_only (self->store);
}

/* Only its first line counts, for an entry's author is one line of what is hashed. */
void
rf_workspace_set_author (RfWorkspace *self,
                         const char *author)
{
  g_free (self->author);
  self->author = g_strndup (author, strcspn (author, "\r\n"));
}

const char *
rf_workspace_get_author (RfWorkspace *self)
{
  return self->author;
}

void
rf_workspace_set_profile (RfWorkspace *self,
                          const char *profile)
{
  if (g_strcmp0 (self->profile, profile) == 0)
    return;
  g_free (self->profile);
  self->profile = g_strdup (profile);
  /* every figure that was handed out is another one now */
  g_hash_table_remove_all (self->opened);
  rf_workspace_forget_facts (self);
  rf_workspace_tell (self);
}

int
rf_workspace_find_profile (RfWorkspace *self,
                           const RfQuestionnaire *questionnaire)
{
  for (guint i = 0; self->profile && !questionnaire->profile_is_fixed && i < questionnaire->n_profiles; i++)
    if (g_str_equal (questionnaire->profiles[i].id, self->profile))
      return (int) i;
  return questionnaire->default_profile;
}

void
rf_workspace_set_clock (RfWorkspace *self,
                        RfWorkspaceClock clock,
                        gpointer data)
{
  self->clock = clock ? clock : read_system_clock;
  self->clock_data = data;
}

RfDay
rf_workspace_get_today (RfWorkspace *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (self->clock (self->clock_data));
  int year;
  int month;
  int day;
  GDate date;

  g_return_val_if_fail (now != NULL, RF_DAY_NONE);
  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/* Within a step nobody is told: it may be taken back yet. */
void
rf_workspace_tell (RfWorkspace *self)
{
  if (self->open_step == NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
rf_workspace_has_changed_elsewhere (RfWorkspace *self)
{
  if (!rf_store_has_changed_elsewhere (self->store))
    return FALSE;
  rf_workspace_forget (self);
  rf_workspace_tell (self);
  return TRUE;
}

gboolean
rf_workspace_save_copy (RfWorkspace *self,
                        const char *path,
                        GError **error)
{
  return rf_store_save_copy (self->store, path, error);
}

gboolean
rf_workspace_check (RfWorkspace *self,
                    const char *head,
                    RfHeadRelation *relation,
                    GError **error)
{
  RfHeadRelation found = RF_HEAD_IS_FOREIGN;

  if (!rf_store_check (self->store, error))
    return FALSE;
  if (head && !rf_store_relate_head (self->store, head, &found, error))
    return FALSE;
  if (head && relation)
    *relation = found;
  if (head && found == RF_HEAD_IS_FOREIGN)
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("The hash %s is not of this workspace’s audit trail: it is of another workspace, or the history was rewritten."), head);
  return TRUE;
}

char *
rf_workspace_dup_head (RfWorkspace *self,
                       GError **error)
{
  return rf_store_dup_head (self->store, error);
}

GPtrArray *
rf_workspace_list_audit (RfWorkspace *self,
                         guint64 first,
                         guint count,
                         GError **error)
{
  return rf_store_list_audit (self->store, first, count, error);
}

gboolean
rf_workspace_purge (RfWorkspace *self,
                    const char *subject,
                    const char *reason,
                    GError **error)
{
  if (!rf_workspace_refuse_in_step (self, error) ||
      !rf_workspace_check_line (_ ("A subject"), subject, TRUE, error) ||
      !rf_workspace_check_line (_ ("A reason"), reason, TRUE, error) ||
      !rf_store_purge (self->store, subject, reason, self->author, self->clock (self->clock_data), error))
    return FALSE;
  /* an undo would bring back what was to be erased */
  rf_workspace_forget (self);
  rf_workspace_tell (self);
  return TRUE;
}
