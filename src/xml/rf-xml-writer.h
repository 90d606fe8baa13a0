// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-day.h"

G_BEGIN_DECLS

/**
 * RfXmlWriter:
 *
 * Writes XML in one canonical form: two spaces a level, attributes in the order given, nothing that reading
 * would change. After the first thing that XML cannot hold it writes on, and rf_xml_writer_finish() fails.
 */
typedef struct _RfXmlWriter RfXmlWriter;

RfXmlWriter *rf_xml_writer_new (void);
void rf_xml_writer_free (RfXmlWriter *self);
void rf_xml_writer_start (RfXmlWriter *self,
                          const char *element);
void rf_xml_writer_attribute (RfXmlWriter *self,
                              const char *name,
                              const char *value);
void rf_xml_writer_integer (RfXmlWriter *self,
                            const char *name,
                            gint64 value);
void rf_xml_writer_day (RfXmlWriter *self,
                        const char *name,
                        RfDay value);
void rf_xml_writer_text (RfXmlWriter *self,
                         const char *text);
void rf_xml_writer_end (RfXmlWriter *self);
void rf_xml_writer_text_element (RfXmlWriter *self,
                                 const char *element,
                                 const char *text);
GBytes *rf_xml_writer_finish (RfXmlWriter *self,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfXmlWriter, rf_xml_writer_free)

G_END_DECLS
