// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-data-folder.h"

#include "rf-benchmarks-xml.h"
#include "rf-error.h"
#include "rf-language.h"
#include "rf-translation-folders.h"

#include <string.h>

/**
 * rf_data_folder_dup_path:
 * @folder: "questionnaires", "benchmarks" or "providers"
 * @file: (nullable): a file in it
 *
 * Says where what comes with the program lies: as installed, or in $RINGFENCE_DATA_DIR.
 *
 * Returns: (transfer full)
 */
char *
rf_data_folder_dup_path (const char *folder,
                         const char *file)
{
  const char *data = g_getenv ("RINGFENCE_DATA_DIR");

  return g_build_filename (data && *data ? data : PKGDATADIR, folder, file, NULL);
}

/**
 * rf_data_folder_dup_handbook_path:
 *
 * Says where the handbook lies: as installed, or in $RINGFENCE_HANDBOOK, for what is run where it was built.
 *
 * Returns: (transfer full)
 */
char *
rf_data_folder_dup_handbook_path (void)
{
  const char *path = g_getenv ("RINGFENCE_HANDBOOK");

  return path && *path ? g_strdup (path) : g_build_filename (PKGDATADIR, "handbook.html", NULL);
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * rf_data_folder_list_files:
 * @path: of any folder; one that is not there has no files
 *
 * Returns: (transfer full) (element-type filename): its files whose names end with @suffix, in the order of their names
 */
GPtrArray *
rf_data_folder_list_files (const char *path,
                           const char *suffix)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, suffix))
      g_ptr_array_add (paths, g_build_filename (path, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  return paths;
}

/**
 * rf_data_folder_list_questionnaires:
 * @path: of any folder
 *
 * Returns: (transfer full) (element-type filename): its questionnaires, without their translations
 */
GPtrArray *
rf_data_folder_list_questionnaires (const char *path)
{
  GPtrArray *paths = rf_data_folder_list_files (path, ".xml");

  for (guint i = paths->len; i > 0; i--)
    if (rf_translation_folders_is_sibling (paths->pdata[i - 1]))
      g_ptr_array_remove_index (paths, i - 1);
  return paths;
}

/**
 * rf_data_folder_list:
 *
 * Returns: (transfer full) (element-type filename): the XML files of a folder in the order of their names, not
 *   none of them; or %NULL with %RF_ERROR_NOT_FOUND
 */
GPtrArray *
rf_data_folder_list (const char *folder,
                     GError **error)
{
  g_autofree char *path = rf_data_folder_dup_path (folder, NULL);
  g_autoptr (GPtrArray) paths = rf_data_folder_list_files (path, ".xml");

  if (paths->len > 0)
    return g_steal_pointer (&paths);
  g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("There are no files in “%s”. Name a file, or set RINGFENCE_DATA_DIR to the folder that holds what comes with the program."), path);
  return NULL;
}

/**
 * rf_data_folder_read_benchmarks:
 *
 * Reads the survey figures that come with the program. Where none were installed there are none: what is shown beside
 * a result is no part of it.
 *
 * Returns: (transfer full) (element-type RfBenchmarks)
 */
GPtrArray *
rf_data_folder_read_benchmarks (GError **error)
{
  g_autoptr (GPtrArray) benchmarks = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_benchmarks_unref);
  g_autoptr (GPtrArray) paths = rf_data_folder_list ("benchmarks", NULL);

  for (guint i = 0; paths != NULL && i < paths->len; i++)
    {
      RfBenchmarks *file = rf_benchmarks_read_file (paths->pdata[i], NULL, error);

      if (file == NULL)
        return NULL;
      g_ptr_array_add (benchmarks, file);
    }
  return g_steal_pointer (&benchmarks);
}
