// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-pdf-parts-private.h"

#include <string.h>

#include "rf-error.h"
#include "rf-language.h"

#define SEAL_ELEMENT "ringfence:seal"

static const char head[] =
  "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
  "<rdf:Description rdf:about=\"\"\n"
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
  " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
  " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
  " xmlns:ringfence=\"https://ringfence.github.io/ns/report/1/\">\n";

/* PDF/A-2 (6.6.2.3.3) wants properties of one's own described where they are used. */
static const char extension[] =
  "<rdf:Description rdf:about=\"\"\n"
  " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
  " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
  " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
  "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
  "<pdfaSchema:schema>Ringfence reports</pdfaSchema:schema>\n"
  "<pdfaSchema:namespaceURI>https://ringfence.github.io/ns/report/1/</pdfaSchema:namespaceURI>\n"
  "<pdfaSchema:prefix>ringfence</pdfaSchema:prefix>\n"
  "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
  "<pdfaProperty:name>seal</pdfaProperty:name>\n"
  "<pdfaProperty:valueType>Text</pdfaProperty:valueType>\n"
  "<pdfaProperty:category>internal</pdfaProperty:category>\n"
  "<pdfaProperty:description>What the report was made from, as JSON</pdfaProperty:description>\n"
  "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
  "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
  "</rdf:Description>\n";

static const char tail[] = "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";

/* Characters that XML cannot hold, not even escaped, are left out. */
static char *
escape (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character >= 0x20 ? character < 0xFFFE || character > 0xFFFF : strchr ("\t\n\r", (char) character) != NULL)
        g_string_append_unichar (kept, character);
    }
  return g_markup_escape_text (kept->str, (gssize) kept->len);
}

static void
append_property (GString *metadata,
                 const char *before,
                 const char *value,
                 const char *after)
{
  g_autofree char *escaped = value != NULL ? escape (value) : NULL;

  if (escaped != NULL)
    g_string_append_printf (metadata, "%s%s%s\n", before, escaped, after);
}

/* PDF's "D:20261101000000Z" as ISO 8601 has it. */
static char *
dup_iso_time (const char *time)
{
  if (time == NULL || !g_str_has_prefix (time, "D:") || strlen (time) < 16)
    return NULL;
  time += 2;
  return g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", time, time + 4, time + 6, time + 8, time + 10, time + 12);
}

/**
 * rf_pdf_metadata_to_string:
 *
 * Writes what is known of a file as XMP (ISO 16684-1). It claims no part of PDF/A or PDF/UA: that is a validator's to say.
 *
 * Returns: (transfer full)
 */
char *
rf_pdf_metadata_to_string (const RfPdfDescription *description,
                           const RfPdfInfo *info)
{
  g_autofree char *created = dup_iso_time (info->created);
  GString *metadata = g_string_new (head);

  append_property (metadata, "<dc:format>", "application/pdf", "</dc:format>");
  append_property (metadata, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", description->title, "</rdf:li></rdf:Alt></dc:title>");
  append_property (metadata, "<dc:creator><rdf:Seq><rdf:li>", description->author, "</rdf:li></rdf:Seq></dc:creator>");
  append_property (metadata, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", description->subject,
                   "</rdf:li></rdf:Alt></dc:description>");
  append_property (metadata, "<dc:language><rdf:Bag><rdf:li>", description->language, "</rdf:li></rdf:Bag></dc:language>");
  append_property (metadata, "<pdf:Producer>", info->producer, "</pdf:Producer>");
  append_property (metadata, "<xmp:CreatorTool>", info->creator, "</xmp:CreatorTool>");
  append_property (metadata, "<xmp:CreateDate>", created, "</xmp:CreateDate>");
  append_property (metadata, "<" SEAL_ELEMENT ">", description->seal, "</" SEAL_ELEMENT ">");
  g_string_append (metadata, "</rdf:Description>\n");
  if (description->seal != NULL)
    g_string_append (metadata, extension);
  g_string_append (metadata, tail);
  return g_string_free (metadata, FALSE);
}

static void
take_text (GMarkupParseContext *context,
           const char *text,
           gsize length,
           gpointer user_data,
           GError **error)
{
  GString **seal = user_data;

  if (strcmp (g_markup_parse_context_get_element (context), SEAL_ELEMENT) != 0)
    return;
  if (*seal == NULL)
    *seal = g_string_new (NULL);
  g_string_append_len (*seal, text, (gssize) length);
}

/**
 * rf_pdf_metadata_dup_seal:
 *
 * Returns: (transfer full): %NULL with %RF_ERROR_PARSE or %RF_ERROR_NOT_FOUND
 */
char *
rf_pdf_metadata_dup_seal (const char *metadata,
                          gsize length,
                          GError **error)
{
  static const GMarkupParser parser = { .text = take_text };
  GString *seal = NULL;
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &seal, NULL);
  g_autoptr (GError) parse_error = NULL;

  if (!g_markup_parse_context_parse (context, metadata, (gssize) length, &parse_error) || !g_markup_parse_context_end_parse (context, &parse_error))
    {
      /* GLib quotes the damaged bytes as they are */
      g_autofree char *reason = g_utf8_make_valid (parse_error->message, -1);

      g_set_error (error, RF_ERROR, RF_ERROR_PARSE, _ ("What the PDF says of itself is damaged: %s. Take the file from where it came from anew."), reason);
      if (seal != NULL)
        g_string_free (seal, TRUE);
      return NULL;
    }
  if (seal == NULL)
    g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("The PDF has no seal: it is not a report of Ringfence, or another program saved it anew."));
  return seal != NULL ? g_string_free (seal, FALSE) : NULL;
}
