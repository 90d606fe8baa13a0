// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Larger files are refused unread: the largest questionnaire in use is a hundredth of this. */
#define RF_XML_MAX_BYTES ((gsize) 16 << 20)
/* With the evidence files that an answers file carries, and that do not count otherwise. */
#define RF_XML_MAX_BYTES_WITH_FILES ((gsize) 192 << 20)
#define RF_XML_MAX_DEPTH 64
#define RF_XML_MAX_ATTRIBUTES 256
#define RF_XML_MAX_NAME 256

GBytes *rf_xml_input_load (const char *path,
                           GError **error);
const char *rf_xml_input_get_name (const char *path);
GArray *rf_xml_input_scan (GBytes *bytes,
                           const char *name,
                           GError **error);

G_END_DECLS
