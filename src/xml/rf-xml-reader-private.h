// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-xml-input.h"
#include "rf-xml-reader.h"

G_BEGIN_DECLS

/* of the elements of our formats, not of what a file may hold */
#define RF_XML_MAX_KNOWN_ATTRIBUTES 16

/* An element that is open. */
typedef struct
{
  const RfXmlElement *element; /* NULL where it is not known and what it holds is passed over */
  guint number;                /* counted in the order of start tags, from 1 */
  guint line;
  const char *id; /* nullable, own_id of this level or one above */
  char *own_id;   /* owned, nullable */
  guint64 seen;   /* a bit for each kind of child */
  guint position; /* of the last child */
  gboolean text_reported;
  gboolean is_wrong; /* something of the element itself was reported */
} RfXmlLevel;

struct _RfXmlReader
{
  const char *name;
  const char *name_space;
  const RfXmlElement *root;
  gpointer data;       /* the caller's */
  RfXmlReport *report; /* borrowed */
  GArray *tag_lines;   /* owned, of guint */
  guint n_tags;
  RfXmlLevel levels[RF_XML_MAX_DEPTH + 1];
  guint depth;
  RfXmlLevel *current; /* borrowed: the element whose start or end tag was met last */
  gboolean at_end;
  gboolean is_over;                          /* the file is not XML: what still comes is only to release the schema's state */
  GString *value_text;                       /* owned: the attributes' values, each with its zero byte */
  gsize values[RF_XML_MAX_KNOWN_ATTRIBUTES]; /* where in value_text, by the attribute's place in the table */
  GString *text;                             /* owned: of the text element that is open */
  guint parse_error_line;
  char *parse_error; /* owned, nullable: why the file is not XML */
};

/* five pointers, as the parser hands them out */
typedef struct
{
  const guchar *name;
  const guchar *prefix;
  const guchar *name_space;
  const guchar *value;
  const guchar *value_end;
} RfXmlAttributeEvent;

void rf_xml_reader_explain (RfXmlReader *self,
                            const RfXmlLevel *level,
                            const char *hint,
                            char *message);
void rf_xml_reader_read_attributes (RfXmlReader *self,
                                    guint n_events,
                                    const RfXmlAttributeEvent *events);
void rf_xml_reader_start_element (RfXmlReader *self,
                                  const char *name,
                                  const char *name_space,
                                  guint n_attributes,
                                  const RfXmlAttributeEvent *attributes);
void rf_xml_reader_add_text (RfXmlReader *self,
                             const char *text,
                             gsize length);
void rf_xml_reader_end_element (RfXmlReader *self);

G_END_DECLS
