// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RF_FORMAT_TEXT,
  RF_FORMAT_JSON,
  RF_FORMAT_CSV,
  RF_FORMAT_XML,
  RF_FORMAT_XLSX,
} RfFormat;

gboolean rf_format_from_nick (const char *nick,
                              RfFormat *format);
gboolean rf_format_of_export_from_nick (const char *nick,
                                        RfFormat *format);
gboolean rf_output_is_a_stream (const char *path);
gboolean rf_output_write (const char *path,
                          GBytes *bytes,
                          GError **error);
gboolean rf_output_write_text (const char *path,
                               const char *text,
                               GError **error);

G_END_DECLS
