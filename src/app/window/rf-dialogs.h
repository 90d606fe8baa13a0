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
/* @mime_type may be NULL: any file */
void rf_dialogs_open_file_async (GtkWindow *parent,
                                 const char *title,
                                 const char *mime_type,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GFile *rf_dialogs_open_file_finish (GAsyncResult *result,
                                    GError **error);
void rf_dialogs_tell (GtkWindow *parent,
                      const char *heading,
                      const char *body);
void rf_dialogs_confirm_async (GtkWindow *parent,
                               const char *heading,
                               const char *body,
                               const char *action,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean rf_dialogs_confirm_finish (GAsyncResult *result);
void rf_dialogs_ask_text_async (GtkWindow *parent,
                                const char *heading,
                                const char *body,
                                const char *text,
                                const char *action,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
char *rf_dialogs_ask_text_finish (GAsyncResult *result);
void rf_dialogs_show_about (GtkWindow *parent);
void rf_dialogs_show_handbook (GtkWindow *parent);

G_END_DECLS
