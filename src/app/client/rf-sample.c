// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-sample.h"

#include "rf-data-folder.h"

#include <string.h>

#define ANSWERS_SUFFIX ".answers.xml"

/**
 * rf_sample_dup_questionnaire_path:
 *
 * Returns: (transfer full): the questionnaire that new workspaces ask
 */
char *
rf_sample_dup_questionnaire_path (void)
{
  return rf_data_folder_dup_path ("questionnaires", "genai-confidentiality.xml");
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of their names, so that the sample is the same everywhere. */
static GPtrArray *
list_answers_files (const char *folder,
                    GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  GPtrArray *paths;
  const char *name;

  if (dir == NULL)
    return NULL;
  paths = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ANSWERS_SUFFIX))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

/**
 * rf_sample_fill:
 *
 * Puts the sample portfolio into a workspace.
 */
gboolean
rf_sample_fill (RfWorkspace *workspace,
                GError **error)
{
  g_autofree char *folder = rf_data_folder_dup_path ("samples", NULL);
  g_autoptr (GPtrArray) paths = list_answers_files (folder, error);

  for (guint i = 0; paths && i < paths->len; i++)
    {
      g_autofree char *id = rf_workspace_import_answers_file (workspace, g_ptr_array_index (paths, i), NULL, error);

      if (id == NULL)
        return FALSE;
    }
  return paths != NULL;
}
