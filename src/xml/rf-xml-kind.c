// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-xml-kind.h"

#include "rf-benchmarks-xml.h"
#include "rf-catalogue-xml.h"
#include "rf-error.h"
#include "rf-questionnaire-xml.h"
#include "rf-record-xml.h"
#include "rf-translation-xml.h"
#include "rf-xml-input.h"
#include "rf-language.h"

#include <libxml/xmlreader.h>

static const struct
{
  const char *element;
  const char *name_space;
  RfXmlKind kind;
} roots[] = {
  { "questionnaire", RF_QUESTIONNAIRE_NAMESPACE, RF_XML_QUESTIONNAIRE },
  { "answers", RF_ANSWERS_NAMESPACE, RF_XML_ANSWERS },
  { "use-cases", RF_ANSWERS_NAMESPACE, RF_XML_USE_CASES },
  { "translation", RF_TRANSLATION_NAMESPACE, RF_XML_TRANSLATION },
  { "benchmarks", RF_BENCHMARKS_NAMESPACE, RF_XML_BENCHMARKS },
  { "catalogue", RF_CATALOGUE_NAMESPACE, RF_XML_CATALOGUE },
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextReader, xmlFreeTextReader)

static void
ignore_error (void *data,
              const char *message,
              xmlParserSeverities severity,
              xmlTextReaderLocatorPtr locator)
{
}

/* The element decides; with the wrong namespace its reader says what it should be. With the right namespace and
 * another element, it is the reader of that namespace that says so. */
static RfXmlKind
find_root (const char *element,
           const char *name_space)
{
  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    if (g_strcmp0 (roots[i].element, element) == 0)
      return roots[i].kind;
  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    if (g_strcmp0 (roots[i].name_space, name_space) == 0)
      return roots[i].kind;
  return RF_XML_UNKNOWN;
}

static void
set_unknown (const char *element,
             const char *name,
             guint line,
             GError **error)
{
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    g_string_append_printf (known, "%s<%s xmlns=\"%s\">", i ? ", " : "", roots[i].element, roots[i].name_space);
  g_set_error (error, RF_ERROR, RF_ERROR_PARSE,
               _ ("%s:%u: “%s” begins no file of ours. There are: %s."), shown, line, element, known->str);
}

/**
 * rf_xml_find_kind:
 * @name: what messages call the input
 * @kind: (out): %RF_XML_UNKNOWN where the outermost element cannot be read: any reader says why
 *
 * Says what a file holds by its outermost element and the namespace of that.
 *
 * Returns: %FALSE with %RF_ERROR_PARSE where it is no file of ours, or one that no parser should see
 */
gboolean
rf_xml_find_kind (GBytes *bytes,
                  const char *name,
                  RfXmlKind *kind,
                  GError **error)
{
  g_autoptr (GArray) lines = rf_xml_input_scan (bytes, name, error);
  g_autoptr (xmlTextReader) reader = NULL;
  RfXmlKind found;
  int status;

  if (lines == NULL)
    return FALSE;
  reader = xmlReaderForMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL, NULL,
                               XML_PARSE_NONET);
  if (reader == NULL)
    g_error ("Out of memory");
  xmlTextReaderSetErrorHandler (reader, ignore_error, NULL);
  do
    status = xmlTextReaderRead (reader);
  while (status == 1 && xmlTextReaderNodeType (reader) != XML_READER_TYPE_ELEMENT);
  found = RF_XML_UNKNOWN;
  if (status == 1)
    {
      found = find_root ((const char *) xmlTextReaderConstLocalName (reader),
                         (const char *) xmlTextReaderConstNamespaceUri (reader));
      if (found == RF_XML_UNKNOWN)
        {
          set_unknown ((const char *) xmlTextReaderConstName (reader), name, g_array_index (lines, guint, 0),
                       error);
          return FALSE;
        }
    }
  *kind = found;
  return TRUE;
}
