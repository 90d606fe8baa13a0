// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RfMessageFile:
 *
 * A file of translated messages as msgfmt writes it (the MO format of GNU gettext). Immutable once loaded.
 */
typedef struct _RfMessageFile RfMessageFile;

RfMessageFile *rf_message_file_load (const char *path,
                                     GError **error);
void rf_message_file_free (RfMessageFile *self);
const char *rf_message_file_find (const RfMessageFile *self,
                                  const char *message);
const char *rf_message_file_find_plural (const RfMessageFile *self,
                                         const char *message,
                                         gulong n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfMessageFile, rf_message_file_free)

G_END_DECLS
