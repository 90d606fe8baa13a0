// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *rf_json_input_parse (GBytes *bytes,
                               const char *name,
                               GError **error);

G_END_DECLS
