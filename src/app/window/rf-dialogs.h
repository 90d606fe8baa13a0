// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The widgets that newer versions deprecate and older ones need stand behind these functions only. */
void rf_dialogs_save_file_async (GtkWindow *parent,
                                 const char *title,
                                 const char *suggested_name,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GFile *rf_dialogs_save_file_finish (GAsyncResult *result,
                                    GError **error);
void rf_dialogs_open_file_async (GtkWindow *parent,
                                 const char *title,
                                 const char *mime_type,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GFile *rf_dialogs_open_file_finish (GAsyncResult *result,
                                    GError **error);
void rf_dialogs_show_about (GtkWindow *parent);

G_END_DECLS
