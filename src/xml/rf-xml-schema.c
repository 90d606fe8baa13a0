// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-xml-schema.h"

#include "rf-xml-resources.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

/* Takes xs:unique out. The schemas state it for whoever uses them elsewhere; we index every id anyway and so see what
 * is there twice, while the library spends half of its checking on it, and keeps memory when a file breaks off. */
static void
remove_uniqueness (xmlNode *parent)
{
  xmlNode *next;

  for (xmlNode *node = parent->children; node; node = next)
    {
      next = node->next;
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (xmlStrEqual (node->name, (const xmlChar *) "unique"))
        {
          xmlUnlinkNode (node);
          xmlFreeNode (node);
        }
      else
        remove_uniqueness (node);
    }
}

static xmlSchema *
compile (const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/ringfence/schemas/", name, NULL);
  /* By path and not from rf_xml_get_resource(): that is NULL while another thread, busy with resources of its own,
   * registers this one. Looking up waits for it. */
  g_autoptr (GBytes) source = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  xmlSchemaParserCtxt *parser;
  xmlSchema *schema;
  xmlDoc *document;

  g_assert (source != NULL);
  document = xmlReadMemory (g_bytes_get_data (source, NULL), (int) g_bytes_get_size (source), name, NULL, XML_PARSE_NONET);
  remove_uniqueness (xmlDocGetRootElement (document));
  /* the schema points into the document from now on */
  parser = xmlSchemaNewDocParserCtxt (document);
  schema = xmlSchemaParse (parser);
  xmlSchemaFreeParserCtxt (parser);
  g_assert (schema != NULL);
  return schema;
}

/**
 * rf_xml_schema_get:
 * @name: a file of data/schemas
 *
 * Gives a schema of ours, compiled once and kept as long as the program runs. It is only read afterwards, so
 * several threads may check against it at a time.
 *
 * Returns: (transfer none): never %NULL: the schemas are part of the program
 */
xmlSchema *
rf_xml_schema_get (const char *name)
{
  static GMutex lock;
  static GHashTable *schemas;
  xmlSchema *schema;

  g_mutex_lock (&lock);
  if (schemas == NULL)
    {
      xmlInitParser ();
      rf_xml_register_resource ();
      schemas = g_hash_table_new (g_str_hash, g_str_equal);
    }
  schema = g_hash_table_lookup (schemas, name);
  if (schema == NULL)
    {
      schema = compile (name);
      g_hash_table_insert (schemas, g_strdup (name), schema);
    }
  g_mutex_unlock (&lock);
  return schema;
}
