// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RfHtmlWriter:
 *
 * Writes HTML that is well-formed XML too: every element is closed, every text and attribute is escaped, so that no text
 * can become markup. Names of elements and attributes are the program's own and are borrowed.
 */
typedef struct _RfHtmlWriter RfHtmlWriter;

RfHtmlWriter *rf_html_writer_new (void);
void rf_html_writer_free (RfHtmlWriter *self);
void rf_html_writer_start (RfHtmlWriter *self,
                           const char *element);
void rf_html_writer_start_line (RfHtmlWriter *self,
                                const char *element);
void rf_html_writer_attribute (RfHtmlWriter *self,
                               const char *name,
                               const char *value);
void rf_html_writer_text (RfHtmlWriter *self,
                          const char *text);
void rf_html_writer_text_length (RfHtmlWriter *self,
                                 const char *text,
                                 gsize length);
void rf_html_writer_style (RfHtmlWriter *self,
                           const char *style);
void rf_html_writer_end (RfHtmlWriter *self);
GBytes *rf_html_writer_finish (RfHtmlWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfHtmlWriter, rf_html_writer_free)

G_END_DECLS
