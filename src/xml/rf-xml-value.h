// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-xml-reader.h"

G_BEGIN_DECLS

gboolean rf_xml_value_check (const RfXmlAttribute *attribute,
                             char *value,
                             char **message,
                             char **hint);

G_END_DECLS
