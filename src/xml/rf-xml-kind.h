// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RfXmlKind:
 *
 * What a file of ours holds, as its outermost element says.
 */
typedef enum
{
  RF_XML_UNKNOWN,
  RF_XML_QUESTIONNAIRE,
  RF_XML_ANSWERS,
  RF_XML_USE_CASES,
  RF_XML_TRANSLATION,
  RF_XML_BENCHMARKS,
  RF_XML_CATALOGUE,
} RfXmlKind;

gboolean rf_xml_find_kind (GBytes *bytes,
                           const char *name,
                           RfXmlKind *kind,
                           GError **error);

G_END_DECLS
