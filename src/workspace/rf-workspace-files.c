// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The user's workspaces as named files. */

#include "config.h"

#include "rf-workspace-private.h"

#include "rf-error.h"
#include "rf-store-file.h"
#include "rf-language.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (RfWorkspaceFile, rf_workspace_file, rf_workspace_file_copy, rf_workspace_file_free)

#define FILE_SUFFIX ".ringfence"

RfWorkspaceFile *
rf_workspace_file_copy (const RfWorkspaceFile *self)
{
  RfWorkspaceFile *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  return copy;
}

void
rf_workspace_file_free (RfWorkspaceFile *self)
{
  g_free (self->name);
  g_free (self);
}

gboolean
rf_workspace_check_name (const char *name,
                         GError **error)
{
  static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ._-";
  gsize length = strlen (name);

  if (length > 0 && length <= 64 && g_ascii_isalnum (name[0]) && strspn (name, allowed) == length)
    return TRUE;
  return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("A workspace’s name has 1 to 64 letters, digits, spaces, dots, dashes or underscores, and begins with a letter or a digit."));
}

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "ringfence", "workspaces", NULL);
}

char *
rf_workspace_dup_path_of (const char *name)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *file = g_strconcat (name, FILE_SUFFIX, NULL);

  return g_build_filename (folder, file, NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

gboolean
rf_workspace_is_store_file (const char *path)
{
  static const char mark[] = "SQLite format 3";
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  char head[sizeof mark] = { 0 };
  gsize n_read = 0;

  /* a pipe would wait for a writer */
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  stream = g_file_read (file, NULL, NULL);
  return stream && g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &n_read, NULL, NULL) && n_read == sizeof head && memcmp (head, mark, sizeof mark) == 0;
}

GPtrArray *
rf_workspace_list_names (GError **error)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = dup_folder ();
  /* where nothing was ever made there is no folder, and no workspace */
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *file;

  while (folder && (file = g_dir_read_name (folder)))
    if (g_str_has_suffix (file, FILE_SUFFIX))
      g_ptr_array_add (names, g_strndup (file, strlen (file) - strlen (FILE_SUFFIX)));
  g_ptr_array_sort (names, compare_names);
  return names;
}

RfWorkspace *
rf_workspace_import_store (const char *path,
                           const char *name,
                           GError **error)
{
  g_autofree char *target = NULL;
  g_autofree char *folder = dup_folder ();
  g_autoptr (RfWorkspace) source = NULL;

  if (!rf_workspace_check_name (name, error))
    return NULL;
  target = rf_workspace_dup_path_of (name);
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      rf_workspace_fail (error, RF_ERROR_EXISTS, _ ("There is a workspace “%s” already. Choose another name."), name);
      return NULL;
    }
  source = rf_workspace_open_file (path, RF_WORKSPACE_READ_ONLY, error);
  if (source == NULL)
    return NULL;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      rf_workspace_fail (error, RF_ERROR_STORE, _ ("The folder “%s” cannot be made. Check its permissions."), folder);
      return NULL;
    }
  if (!rf_workspace_check (source, NULL, NULL, error) || !rf_workspace_save_copy (source, target, error))
    return NULL;
  return rf_workspace_open_file (target, RF_WORKSPACE_DEFAULT, error);
}

/* What was changed last lies in the log until somebody closes the workspace. */
static void
add_to_file (RfWorkspaceFile *file,
             const char *path)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return;
  file->size += (guint64) status.st_size;
  /* a log is made on opening, so that an empty one tells of no change */
  if (status.st_size > 0)
    file->changed = MAX (file->changed, (gint64) status.st_mtime);
}

GPtrArray *
rf_workspace_list_files (GError **error)
{
  g_autoptr (GPtrArray) names = rf_workspace_list_names (error);
  GPtrArray *files = names ? g_ptr_array_new_with_free_func ((GDestroyNotify) rf_workspace_file_free) : NULL;

  for (guint i = 0; names && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = rf_workspace_dup_path_of (name);
      g_autofree char *log = g_strconcat (path, "-wal", NULL);
      RfWorkspaceFile *file = g_new0 (RfWorkspaceFile, 1);

      file->name = g_strdup (name);
      add_to_file (file, path);
      add_to_file (file, log);
      g_ptr_array_add (files, file);
    }
  return files;
}

gboolean
rf_workspace_rename (const char *name,
                     const char *new_name,
                     GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *new_path = NULL;

  if (!rf_workspace_check_name (name, error) || !rf_workspace_check_name (new_name, error))
    return FALSE;
  path = rf_workspace_dup_path_of (name);
  new_path = rf_workspace_dup_path_of (new_name);
  if (g_file_test (new_path, G_FILE_TEST_EXISTS))
    return rf_workspace_fail (error, RF_ERROR_EXISTS, _ ("There is a workspace “%s” already. Choose another name."), new_name);
  return rf_store_move_file (path, new_path, error);
}

gboolean
rf_workspace_delete (const char *name,
                     GError **error)
{
  g_autofree char *path = NULL;

  if (!rf_workspace_check_name (name, error))
    return FALSE;
  path = rf_workspace_dup_path_of (name);
  return rf_store_remove_file (path, error);
}
