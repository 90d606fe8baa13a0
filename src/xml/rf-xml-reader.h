// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-xml-report.h"

G_BEGIN_DECLS

/* One pass over a file: the parser's events go to the schema check and to the functions of a table at the same
 * time; there is never a tree. The schema decides whether the file is valid. The table says what each element
 * means, and knows enough of the format to explain in our own words what the schema only rejects. */

typedef struct _RfXmlReader RfXmlReader;
typedef struct _RfXmlElement RfXmlElement;

typedef enum
{
  RF_XML_LINE, /* any words, not blank */
  RF_XML_ID,
  RF_XML_IDS,
  RF_XML_WORD,    /* one of @words */
  RF_XML_INTEGER, /* from @least to @most */
  RF_XML_NUMBER,  /* an RfNumber */
  RF_XML_BOOLEAN,
  RF_XML_DAY,
  RF_XML_SHA256,
  RF_XML_LANGUAGE,
} RfXmlType;

/**
 * RfXmlAttribute:
 * @words: (array zero-terminated=1): what a %RF_XML_WORD may be
 * @noun: what such a word is, for messages: "a kind of question"
 */
typedef struct
{
  const char *name;
  RfXmlType type;
  gboolean required;
  const char *const *words;
  const char *noun;
  int least;
  int most;
} RfXmlAttribute;

typedef enum
{
  RF_XML_EMPTY,
  RF_XML_TEXT,
  RF_XML_CHILDREN,
  RF_XML_SOME_CHILDREN, /* at least one of @children */
  RF_XML_ONE_CHILD,     /* exactly one of @children */
} RfXmlContent;

typedef enum
{
  RF_XML_OPTIONAL,
  RF_XML_ONCE,
  RF_XML_ANY_NUMBER,
  RF_XML_AT_LEAST_ONE,
} RfXmlOccurrence;

/* Children of one position exclude each other, unless the position is 0: those stand in any order. */
typedef struct
{
  const RfXmlElement *element;
  RfXmlOccurrence occurrence;
  guint position;
} RfXmlChild;

/**
 * RfXmlElement:
 * @naming_attribute: (nullable): the attribute whose value problems inside the element are reported under
 * @begin: called at the start tag
 * @end: called at the end tag; @text is %NULL but for %RF_XML_TEXT
 * @detail: for @begin and @end
 */
struct _RfXmlElement
{
  const char *name;
  RfXmlContent content;
  const RfXmlAttribute *attributes;
  const RfXmlChild *children;
  const char *naming_attribute;
  void (*begin) (RfXmlReader *reader,
                 const RfXmlElement *element,
                 gpointer data);
  void (*end) (RfXmlReader *reader,
               const RfXmlElement *element,
               const char *text,
               gpointer data);
  int detail;
};

gboolean rf_xml_read (GBytes *bytes,
                      const char *name,
                      const char *name_space,
                      const char *schema,
                      const RfXmlElement *root,
                      gpointer data,
                      RfXmlReport *report,
                      GError **error);

const char *rf_xml_reader_get (RfXmlReader *self,
                               const char *attribute);
int rf_xml_reader_get_integer (RfXmlReader *self,
                               const char *attribute,
                               int otherwise);
gboolean rf_xml_reader_get_boolean (RfXmlReader *self,
                                    const char *attribute);
guint32 rf_xml_reader_get_day (RfXmlReader *self,
                               const char *attribute);
char *rf_xml_reader_dup_id (RfXmlReader *self,
                            const char *attribute);
gboolean rf_xml_reader_is_wrong (RfXmlReader *self);
gboolean rf_xml_reader_is_empty (RfXmlReader *self);
guint rf_xml_reader_get_line (RfXmlReader *self);
void rf_xml_reader_report (RfXmlReader *self,
                           const char *hint,
                           const char *message_format,
                           ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
