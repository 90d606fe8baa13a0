// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-catalogue-xml.h"

#include "rf-day.h"
#include "rf-xml-input.h"
#include "rf-xml-reader.h"
#include "rf-xml-text.h"
#include "rf-language.h"

#include <string.h>

typedef struct
{
  RfCatalogue *catalogue;  /* borrowed */
  GHashTable *ids;         /* borrowed: set of "element id" */
  RfCatalogueEntry *whole; /* borrowed: of the provider */
  RfCatalogueEntry *entry; /* borrowed: what the next fact is about */
  RfCatalogueFact *fact;   /* borrowed */
} Reading;

static const char *const layers[] = { "infrastructure", "models-and-tools", "application", NULL };
static const char *const verifications[] = { "verbatim", "secondary", NULL };

static void
claim_id (RfXmlReader *reader,
          const RfXmlElement *element,
          Reading *reading)
{
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");

  if (!g_hash_table_add (reading->ids, g_strdup_printf ("%s %s", element->name, id)))
    rf_xml_reader_report (reader, _ ("Ids must be unique: give one of the two another id."),
                          _ ("There are two <%s> with the id “%s”."), element->name, id);
}

static void
end_title (RfXmlReader *reader,
           const RfXmlElement *element,
           const char *text,
           gpointer data)
{
  Reading *reading = data;

  g_free (reading->catalogue->title);
  reading->catalogue->title = rf_xml_text_fold (text);
}

static void
begin_provider (RfXmlReader *reader,
                const RfXmlElement *element,
                gpointer data)
{
  Reading *reading = data;
  const char *name = rf_xml_reader_get (reader, "name");

  claim_id (reader, element, reading);
  reading->whole = rf_catalogue_add (reading->catalogue, name ? name : "", NULL);
  reading->entry = reading->whole;
}

static void
begin_offering (RfXmlReader *reader,
                const RfXmlElement *element,
                gpointer data)
{
  Reading *reading = data;
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");

  claim_id (reader, element, reading);
  reading->entry = rf_catalogue_add (reading->catalogue, reading->whole->provider, id);
  reading->entry->name = g_strdup (rf_xml_reader_get (reader, "name"));
  reading->entry->layer = g_strdup (rf_xml_reader_get (reader, "layer"));
  reading->entry->channel = g_strdup (rf_xml_reader_get (reader, "channel"));
}

static void
begin_fact (RfXmlReader *reader,
            const RfXmlElement *element,
            gpointer data)
{
  Reading *reading = data;
  const char *as_of = rf_xml_reader_get (reader, "as-of");
  g_autofree char *day = as_of && strlen (as_of) == 7 ? g_strconcat (as_of, "-01", NULL) : g_strdup (as_of);
  RfDay ignored;

  if (as_of && !rf_day_from_string (day, &ignored))
    rf_xml_reader_report (reader, _ ("Write it as YYYY-MM or YYYY-MM-DD, such as 2026-11."),
                          _ ("“%s” is neither a month nor a day of the calendar."), as_of);
  reading->fact = rf_catalogue_entry_add_fact (reading->entry);
  reading->fact->as_of = g_strdup (as_of);
  reading->fact->is_verbatim = g_strcmp0 (rf_xml_reader_get (reader, "verification"), verifications[0]) == 0;
}

static void
end_fact_text (RfXmlReader *reader,
               const RfXmlElement *element,
               const char *text,
               gpointer data)
{
  Reading *reading = data;
  char **field = &G_STRUCT_MEMBER (char *, reading->fact, element->detail);

  g_free (*field);
  *field = rf_xml_text_fold (text);
}

static const RfXmlElement statement_element = {
  "statement", RF_XML_TEXT, NULL, NULL, NULL, NULL, end_fact_text, G_STRUCT_OFFSET (RfCatalogueFact, statement)
};
static const RfXmlElement source_element = {
  "source", RF_XML_TEXT, NULL, NULL, NULL, NULL, end_fact_text, G_STRUCT_OFFSET (RfCatalogueFact, source)
};
static const RfXmlAttribute fact_attributes[] = {
  { "as-of", RF_XML_LINE, TRUE },
  { "verification", RF_XML_WORD, TRUE, verifications, N_ ("a mark of verification") },
  { NULL },
};
static const RfXmlChild fact_children[] = {
  { &statement_element, RF_XML_ONCE, 1 },
  { &source_element, RF_XML_ONCE, 2 },
  { NULL },
};
static const RfXmlElement fact_element = {
  "fact", RF_XML_CHILDREN, fact_attributes, fact_children, NULL, begin_fact
};

static const RfXmlAttribute offering_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "name", RF_XML_LINE, TRUE },
  { "layer", RF_XML_WORD, TRUE, layers, N_ ("a layer") },
  { "channel", RF_XML_ID, TRUE },
  { NULL },
};
static const RfXmlChild offering_children[] = { { &fact_element, RF_XML_ANY_NUMBER, 1 }, { NULL } };
static const RfXmlElement offering_element = {
  "offering", RF_XML_CHILDREN, offering_attributes, offering_children, "id", begin_offering
};

static const RfXmlAttribute provider_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "name", RF_XML_LINE, TRUE },
  { NULL },
};
static const RfXmlChild provider_children[] = {
  { &fact_element, RF_XML_ANY_NUMBER, 1 },
  { &offering_element, RF_XML_AT_LEAST_ONE, 2 },
  { NULL },
};
static const RfXmlElement provider_element = {
  "provider", RF_XML_CHILDREN, provider_attributes, provider_children, "id", begin_provider
};

static const RfXmlElement title_element = { "title", RF_XML_TEXT, NULL, NULL, NULL, NULL, end_title };
static const RfXmlAttribute catalogue_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "revision", RF_XML_INTEGER, TRUE, .least = 1, .most = 1000000 },
  { "lang", RF_XML_LANGUAGE },
  { NULL },
};
static const RfXmlChild catalogue_children[] = {
  { &title_element, RF_XML_ONCE, 1 },
  { &provider_element, RF_XML_AT_LEAST_ONE, 2 },
  { NULL },
};
static const RfXmlElement catalogue_element = {
  "catalogue", RF_XML_CHILDREN, catalogue_attributes, catalogue_children
};

/**
 * rf_catalogue_read_bytes:
 * @name: what messages call the input
 * @problems: (nullable): where everything that is wrong is added, by line
 *
 * Reads a catalogue of providers and their typical offerings.
 *
 * Returns: (transfer full): the catalogue; or %NULL with %RF_ERROR_PARSE for what is no XML that we take,
 *   %RF_ERROR_INVALID with every problem otherwise
 */
RfCatalogue *
rf_catalogue_read_bytes (GBytes *bytes,
                         const char *name,
                         RfProblems *problems,
                         GError **error)
{
  g_autoptr (RfProblems) own_problems = problems ? NULL : rf_problems_new (name);
  g_autoptr (RfXmlReport) report = rf_xml_report_new (name);
  g_autoptr (RfCatalogue) catalogue = rf_catalogue_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { .catalogue = catalogue, .ids = ids };

  if (problems == NULL)
    problems = own_problems;
  if (!rf_xml_read (bytes, name, RF_CATALOGUE_NAMESPACE, "catalogue.xsd", &catalogue_element, &reading, report, error))
    return NULL;
  if (rf_xml_report_hand_over (report, NULL, problems))
    return g_steal_pointer (&catalogue);
  rf_problems_set_error (problems, error);
  return NULL;
}

/**
 * rf_catalogue_read_file:
 * @path: a file, or "-" for standard input
 * @problems: (nullable): as of rf_catalogue_read_bytes()
 *
 * Returns: (transfer full): as of rf_catalogue_read_bytes(); also %NULL with %RF_ERROR_NOT_FOUND
 */
RfCatalogue *
rf_catalogue_read_file (const char *path,
                        RfProblems *problems,
                        GError **error)
{
  g_autoptr (GBytes) bytes = rf_xml_input_load (path, error);

  return bytes ? rf_catalogue_read_bytes (bytes, rf_xml_input_get_name (path), problems, error) : NULL;
}
