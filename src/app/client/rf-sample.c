// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-sample.h"

#include "rf-data-folder.h"
#include "rf-error.h"

#include <glib/gi18n.h>

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
  g_autoptr (GPtrArray) paths = rf_data_folder_list_files (folder, ANSWERS_SUFFIX);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *id = rf_workspace_import_answers_file (workspace, g_ptr_array_index (paths, i), NULL, error);

      if (id == NULL)
        return FALSE;
    }
  if (paths->len > 0)
    return TRUE;
  g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("There are no files in “%s”. Name a file, or set RINGFENCE_DATA_DIR to the folder that holds what comes with the program."), folder);
  return FALSE;
}
