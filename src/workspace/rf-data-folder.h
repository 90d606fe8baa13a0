// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rf_data_folder_dup_path (const char *folder,
                               const char *file);
GPtrArray *rf_data_folder_list_questionnaires (const char *path);
GPtrArray *rf_data_folder_list (const char *folder,
                                GError **error);
char *rf_data_folder_dup_handbook_path (void);
GPtrArray *rf_data_folder_list_files (const char *path,
                                      const char *suffix);

GPtrArray *rf_data_folder_read_benchmarks (GError **error);

G_END_DECLS
