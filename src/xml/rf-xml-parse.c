// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-error.h"
#include "rf-xml-reader-private.h"
#include "rf-xml-schema.h"
#include "rf-language.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *ErrorOfLibrary;
#else
typedef xmlErrorPtr ErrorOfLibrary;
#endif

/* Never NOENT, DTDLOAD, DTDATTR, DTDVALID, XINCLUDE, HUGE or RECOVER: no file may reach for another. */
#if LIBXML_VERSION >= 21300
#define PARSER_OPTIONS (XML_PARSE_NONET | XML_PARSE_NO_XXE | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT)
#else
#define PARSER_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT)
#endif

G_STATIC_ASSERT (sizeof (RfXmlAttributeEvent) == 5 * sizeof (const xmlChar *));

/* sentences of our own by the parser's error code; its texts change between versions */
static const struct
{
  int code;
  const char *sentence;
} parse_errors[] = {
  { XML_ERR_DOCUMENT_EMPTY, N_ ("There is no XML here. Check that it is the right file.") },
  { XML_ERR_DOCUMENT_END, N_ ("There is something before or after the outermost element. Remove it.") },
  { XML_ERR_TAG_NAME_MISMATCH, N_ ("The end tag here closes another element than the one that is open. Correct its name.") },
  { XML_ERR_TAG_NOT_FINISHED, N_ ("The file ends before its elements are closed. It was probably cut off.") },
  { XML_ERR_LTSLASH_REQUIRED, N_ ("An element is opened but not closed. Add its end tag.") },
  { XML_ERR_GT_REQUIRED, N_ ("A tag lacks its “>”.") },
  { XML_ERR_SPACE_REQUIRED, N_ ("A blank is missing between two attributes.") },
  { XML_ERR_ATTRIBUTE_NOT_STARTED, N_ ("The value of an attribute is not in quotes.") },
  { XML_ERR_ATTRIBUTE_NOT_FINISHED, N_ ("The value of an attribute lacks its closing quote.") },
  { XML_ERR_ATTRIBUTE_WITHOUT_VALUE, N_ ("An attribute has no value. Write it as name=\"value\".") },
  { XML_ERR_ATTRIBUTE_REDEFINED, N_ ("An attribute stands twice in one tag. Remove one.") },
  { XML_ERR_LT_IN_ATTRIBUTE, N_ ("There is a “<” in the value of an attribute. Write &lt; instead.") },
  { XML_ERR_NAME_REQUIRED, N_ ("A name is missing after “<” or “&”. Write &lt; and &amp; for the characters themselves.") },
  { XML_ERR_ENTITYREF_SEMICOL_MISSING, N_ ("There is a bare “&”. Write &amp; for the character itself.") },
  { XML_ERR_UNDECLARED_ENTITY, N_ ("There is an entity (&…;) that is not one of &lt; &gt; &amp; &quot; &apos;. Write the character itself.") },
  { XML_WAR_UNDECLARED_ENTITY, N_ ("There is an entity (&…;) that is not one of &lt; &gt; &amp; &quot; &apos;. Write the character itself.") },
  { XML_ERR_INVALID_CHAR, N_ ("There is a character that XML cannot hold. Remove it.") },
  { XML_ERR_INVALID_CHARREF, N_ ("There is a character reference (&#…;) to a character that XML cannot hold. Remove it.") },
  { XML_ERR_COMMENT_NOT_FINISHED, N_ ("A comment lacks its “-->”.") },
  { XML_ERR_HYPHEN_IN_COMMENT, N_ ("There is “--” inside a comment, where it is not allowed. Remove it.") },
  { XML_ERR_CDATA_NOT_FINISHED, N_ ("A CDATA section lacks its “]]>”.") },
  { XML_NS_ERR_UNDEFINED_NAMESPACE, N_ ("A prefix is used that no xmlns declares.") },
};

static const char *
find_parse_sentence (int code)
{
  for (guint i = 0; i < G_N_ELEMENTS (parse_errors); i++)
    if (parse_errors[i].code == code)
      return _ (parse_errors[i].sentence);
  return NULL;
}

/* Only the first: what follows a broken tag is noise. */
static void
parse_error_cb (void *user_data,
                ErrorOfLibrary what)
{
  RfXmlReader *self = user_data;
  const char *sentence;

  if (self->parse_error != NULL || what->level < XML_ERR_ERROR)
    return;
  sentence = find_parse_sentence (what->code);
  self->parse_error_line = what->line > 0 ? (guint) what->line : 0;
  self->parse_error = sentence ? g_strdup (sentence)
                               : g_strdup_printf (_ ("This is not well-formed XML (error %d of the XML parser)."), what->code);
}

/* Sentences for what the schema rejects and our table did not explain. */
static char *
explain_rejection (const RfXmlReader *self,
                   int code)
{
  const char *name = self->current->element ? self->current->element->name : "?";

  switch (code)
    {
    case XML_SCHEMAV_ELEMENT_CONTENT:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_4:
      /* All else that can be wrong about an element's place is known before. */
      return self->at_end ? g_strdup_printf (_ ("<%s> is not complete."), name)
                          : g_strdup_printf (_ ("There are more <%s> here than the format allows."), name);
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
      return g_strdup_printf (_ ("<%s> has an attribute too many, or one too few."), name);
    default:
      return g_strdup_printf (_ ("<%s> does not have the form that the format asks for (rule %d of the schema)."), name, code);
    }
}

static void
schema_error_cb (void *user_data,
                 ErrorOfLibrary what)
{
  RfXmlReader *self = user_data;
  const RfXmlLevel *level = self->current;
  g_autofree char *message = NULL;

  if (level == NULL || what->level < XML_ERR_ERROR || rf_xml_report_is_full (self->report))
    return;
  message = explain_rejection (self, what->code);
  rf_xml_report_reject (self->report, level->number, level == self->levels ? level->number : level[-1].number, level->line,
                        level->id, _ ("See the description of the format."), message);
}

static void
start_element_cb (void *user_data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *name_space,
                  int n_name_spaces,
                  const xmlChar **name_spaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  rf_xml_reader_start_element (user_data, (const char *) name, (const char *) name_space, (guint) n_attributes,
                               (const RfXmlAttributeEvent *) attributes);
}

static void
end_element_cb (void *user_data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *name_space)
{
  rf_xml_reader_end_element (user_data);
}

static void
characters_cb (void *user_data,
               const xmlChar *text,
               int length)
{
  rf_xml_reader_add_text (user_data, (const char *) text, (gsize) length);
}

/* The scan lets no declaration through; this stands behind it. */
static void
internal_subset_cb (void *user_data,
                    const xmlChar *name,
                    const xmlChar *external_id,
                    const xmlChar *system_id)
{
  RfXmlReader *self = user_data;

  if (self->parse_error == NULL)
    self->parse_error = g_strdup (_ ("The file has a document type declaration, which is not allowed. Remove it."));
}

static xmlParserCtxt *
create_parser (xmlSAXHandler *events,
               void *user_data)
{
#if LIBXML_VERSION >= 21100
  return xmlNewSAXParserCtxt (events, user_data);
#else
  xmlParserCtxt *parser = xmlNewParserCtxt ();

  *parser->sax = *events;
  parser->userData = user_data;
  return parser;
#endif
}

static void
run_parser (RfXmlReader *self,
            xmlParserCtxt *parser,
            GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

#if LIBXML_VERSION >= 21300
  xmlCtxtSetErrorHandler (parser, parse_error_cb, self);
  xmlFreeDoc (xmlCtxtReadMemory (parser, data, (int) size, NULL, NULL, PARSER_OPTIONS));
#else
  /* of this thread only, but not of this parser only */
  xmlStructuredErrorFunc earlier = xmlStructuredError;
  void *earlier_data = xmlStructuredErrorContext;

  xmlSetStructuredErrorFunc (self, parse_error_cb);
  xmlFreeDoc (xmlCtxtReadMemory (parser, data, (int) size, NULL, NULL, PARSER_OPTIONS));
  xmlSetStructuredErrorFunc (earlier_data, earlier);
#endif
}

/* Runs parser, schema check and our functions over the bytes at once; gives the schema's verdict. */
static gboolean
run (RfXmlReader *self,
     GBytes *bytes,
     const char *schema)
{
  xmlSAXHandler ours = {
    .initialized = XML_SAX2_MAGIC,
    .internalSubset = internal_subset_cb,
    .startElementNs = start_element_cb,
    .endElementNs = end_element_cb,
    .characters = characters_cb,
    .ignorableWhitespace = characters_cb,
    .cdataBlock = characters_cb,
  };
  xmlSAXHandler *events = &ours;
  void *user_data = self;
  xmlSchemaValidCtxt *validator = xmlSchemaNewValidCtxt (rf_xml_schema_get (schema));
  xmlSchemaSAXPlugStruct *plug;
  xmlParserCtxt *parser;
  gboolean is_valid;

  xmlSchemaSetValidStructuredErrors (validator, schema_error_cb, self);
  plug = xmlSchemaSAXPlug (validator, &events, &user_data);
  parser = create_parser (events, user_data);
  run_parser (self, parser, bytes);
  xmlFreeParserCtxt (parser);
  is_valid = xmlSchemaIsValid (validator) == 1;
  xmlSchemaSAXUnplug (plug);
  xmlSchemaFreeValidCtxt (validator);
  return is_valid;
}

static void
set_parse_error (const RfXmlReader *self,
                 GError **error)
{
  g_autofree char *shown = g_filename_display_name (self->name);

  if (self->parse_error_line)
    g_set_error (error, RF_ERROR, RF_ERROR_PARSE, "%s:%u: %s", shown, self->parse_error_line, self->parse_error);
  else
    g_set_error (error, RF_ERROR, RF_ERROR_PARSE, "%s: %s", shown, self->parse_error);
}

static void
clear (RfXmlReader *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->levels); i++)
    g_free (self->levels[i].own_id);
  g_array_unref (self->tag_lines);
  g_string_free (self->value_text, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self->parse_error);
  g_free (self);
}

/**
 * rf_xml_read:
 * @name: what messages call the input
 * @schema: a file of data/schemas
 * @root: what the elements mean
 * @data: handed to the functions of @root and below
 * @report: where everything that breaks the format is added
 *
 * Reads bytes in one pass, checked against the schema as they pass.
 *
 * Returns: whether it was XML that we take: otherwise %RF_ERROR_PARSE is set
 */
gboolean
rf_xml_read (GBytes *bytes,
             const char *name,
             const char *name_space,
             const char *schema,
             const RfXmlElement *root,
             gpointer data,
             RfXmlReport *report,
             GError **error)
{
  GArray *tag_lines = rf_xml_input_scan (bytes, name, error);
  RfXmlReader *self;
  gboolean is_xml, is_valid;

  if (tag_lines == NULL)
    return FALSE;
  self = g_new0 (RfXmlReader, 1);
  self->name = name;
  self->name_space = name_space;
  self->root = root;
  self->data = data;
  self->report = report;
  self->tag_lines = tag_lines;
  self->value_text = g_string_new (NULL);
  self->text = g_string_new (NULL);
  is_valid = run (self, bytes, schema);
  is_xml = self->parse_error == NULL;
  if (!is_xml)
    set_parse_error (self, error);
  else if (!is_valid && rf_xml_report_is_empty (report))
    rf_xml_report_explain (report, 0, 0, NULL, NULL, _ ("The file does not have the form that the format asks for."));
  clear (self);
  return is_xml;
}
