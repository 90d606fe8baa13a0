// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-html-private.h"
#include "rf-language.h"

#include <string.h>

#define CONTENT_POLICY "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
#define DEEPEST_ENTRY 2

/* @value: (nullable): what is not known is not said */
static void
add_metadata (RfReportHtml *self,
              const char *key,
              const char *name,
              const char *value)
{
  if (value == NULL)
    return;
  rf_html_writer_start_line (self->writer, "meta");
  rf_html_writer_attribute (self->writer, key, name);
  rf_html_writer_attribute (self->writer, "content", value);
  rf_html_writer_end (self->writer);
}

static void
add_head (RfReportHtml *self,
          const RfReportOptions *options)
{
  g_autofree char *day = self->document->day != RF_DAY_NONE ? rf_day_to_string (self->document->day) : NULL;
  const char *size = options != NULL && options->paper == RF_PAPER_LETTER ? "letter" : "A4";
  g_autofree char *style = g_strdup_printf ("%s@page { size: %s; }\n", rf_report_html_style, size);

  rf_html_writer_start_line (self->writer, "head");
  rf_html_writer_start_line (self->writer, "meta");
  rf_html_writer_attribute (self->writer, "charset", "utf-8");
  rf_html_writer_end (self->writer);
  add_metadata (self, "http-equiv", "Content-Security-Policy", CONTENT_POLICY);
  add_metadata (self, "name", "viewport", "width=device-width, initial-scale=1");
  add_metadata (self, "name", "color-scheme", "light dark");
  add_metadata (self, "name", "referrer", "no-referrer");
  add_metadata (self, "name", "generator", "Ringfence " PACKAGE_VERSION);
  add_metadata (self, "name", "author", self->document->author);
  add_metadata (self, "name", "description", self->document->subject);
  add_metadata (self, "name", "date", day);
  rf_html_writer_start_line (self->writer, "title");
  rf_html_writer_text (self->writer, self->document->title);
  rf_html_writer_end (self->writer);
  rf_html_writer_style (self->writer, style);
  rf_html_writer_end (self->writer);
}

static void
add_skip_link (RfReportHtml *self)
{
  rf_html_writer_start_line (self->writer, "a");
  rf_html_writer_attribute (self->writer, "class", "skip");
  rf_html_writer_attribute (self->writer, "href", "#_report");
  rf_html_writer_text (self->writer, _ ("Skip to the report"));
  rf_html_writer_end (self->writer);
}

static void
add_entry (RfReportHtml *self,
           const RfReportBlock *heading,
           guint index)
{
  g_autofree char *identifier = rf_report_html_dup_heading_identifier (heading, index);
  g_autofree char *address = g_strconcat ("#", identifier, NULL);
  char level[] = { 'l', 'e', 'v', 'e', 'l', (char) ('0' + heading->level), '\0' };

  rf_html_writer_start_line (self->writer, "li");
  rf_html_writer_attribute (self->writer, "class", level);
  rf_html_writer_start (self->writer, "a");
  rf_html_writer_attribute (self->writer, "href", address);
  rf_html_writer_text (self->writer, heading->text->text->str);
  rf_html_writer_end (self->writer);
  rf_html_writer_end (self->writer);
}

/* The navigation lists every heading of two levels, but for that of the report's own table of contents. */
static gboolean
is_entry (const GPtrArray *blocks,
          guint index)
{
  const RfReportBlock *block = blocks->pdata[index];
  const RfReportBlock *next = index + 1 < blocks->len ? blocks->pdata[index + 1] : NULL;

  return block->kind == RF_BLOCK_HEADING && block->level <= DEEPEST_ENTRY && (next == NULL || next->kind != RF_BLOCK_CONTENTS);
}

static void
add_contents (RfReportHtml *self)
{
  const GPtrArray *blocks = self->document->blocks;

  rf_html_writer_start_line (self->writer, "nav");
  rf_html_writer_attribute (self->writer, "aria-labelledby", "_contents");
  rf_html_writer_start_line (self->writer, "p");
  rf_html_writer_attribute (self->writer, "class", "name");
  rf_report_html_identify (self, "_contents");
  rf_html_writer_text (self->writer, _ ("Contents"));
  rf_html_writer_end (self->writer);
  rf_html_writer_start_line (self->writer, "ul");
  for (guint i = 0; i < blocks->len; i++)
    if (is_entry (blocks, i))
      add_entry (self, blocks->pdata[i], i);
  rf_html_writer_end (self->writer);
  rf_html_writer_end (self->writer);
}

/* The depth of a heading among those before it, whatever size it is shown in: a screen reader's list of headings must have no steps left out. */
static guint
nest (GArray *levels,
      guint level)
{
  while (levels->len > 0 && g_array_index (levels, guint, levels->len - 1) >= level)
    g_array_set_size (levels, levels->len - 1);
  g_array_append_val (levels, level);
  return levels->len;
}

static void
add_heading (RfReportHtml *self,
             GArray *levels,
             const RfReportBlock *block,
             guint index)
{
  static const char *const elements[] = { "h1", "h2", "h3", "h4" };
  static const char *const classes[] = { "heading0", "heading1", "heading2", "heading3" };
  g_autofree char *identifier = rf_report_html_dup_heading_identifier (block, index);

  rf_html_writer_start_line (self->writer, elements[nest (levels, block->level) - 1]);
  rf_report_html_identify (self, identifier);
  rf_html_writer_attribute (self->writer, "class", classes[block->level]);
  rf_report_html_add_content (self, block->text);
  rf_html_writer_end (self->writer);
  self->heading = block->text->text->str;
}

static void
add_list (RfReportHtml *self,
          const RfReportBlock *block)
{
  rf_html_writer_start_line (self->writer, block->numbered ? "ol" : "ul");
  for (guint i = 0; i < block->items->len; i++)
    {
      rf_html_writer_start_line (self->writer, "li");
      rf_report_html_add_content (self, block->items->pdata[i]);
      rf_html_writer_end (self->writer);
    }
  rf_html_writer_end (self->writer);
}

/* Where the report itself has a table of contents: beside the navigation, which paper has none of. */
static void
add_contents_list (RfReportHtml *self,
                   const RfReportBlock *block)
{
  rf_html_writer_start_line (self->writer, "ul");
  rf_html_writer_attribute (self->writer, "class", "contents");
  for (guint i = 0; i < block->contents->len; i++)
    {
      const RfReportContentsEntry *entry = block->contents->pdata[i];

      rf_html_writer_start_line (self->writer, "li");
      rf_html_writer_attribute (self->writer, "class", entry->level > 1 ? "level2" : "level1");
      rf_report_html_add_content (self, entry->text);
      rf_html_writer_end (self->writer);
    }
  rf_html_writer_end (self->writer);
}

static void
add_page_break (RfReportHtml *self)
{
  rf_html_writer_start_line (self->writer, "div");
  rf_html_writer_attribute (self->writer, "class", "page");
  rf_html_writer_end (self->writer);
}

static gboolean
add_block (RfReportHtml *self,
           GArray *levels,
           guint index,
           GError **error)
{
  const RfReportBlock *block = self->document->blocks->pdata[index];

  switch (block->kind)
    {
    case RF_BLOCK_HEADING:
      add_heading (self, levels, block, index);
      return TRUE;
    case RF_BLOCK_PARAGRAPH:
      rf_report_html_add_paragraph (self, block->text);
      return TRUE;
    case RF_BLOCK_LIST:
      add_list (self, block);
      return TRUE;
    case RF_BLOCK_TABLE:
      return rf_report_html_add_table (self, block->table, error);
    case RF_BLOCK_RANGE_BAR:
      return rf_report_html_add_bar_figure (self, &block->figures, error);
    case RF_BLOCK_CHART:
      return rf_report_html_add_chart (self, block, error);
    case RF_BLOCK_PAGE_BREAK:
      /* the first page is new as it is */
      if (index > 0)
        add_page_break (self);
      return TRUE;
    case RF_BLOCK_CONTENTS:
      add_contents_list (self, block);
      return TRUE;
    }
  g_assert_not_reached ();
}

/* Without words: the organisation's name stands in the text. */
static void
add_logo (RfReportHtml *self)
{
  gsize size;
  const guchar *data = g_bytes_get_data (self->document->logo, &size);
  g_autofree char *encoded = g_base64_encode (data, size);
  g_autofree char *source = g_strconcat ("data:image/png;base64,", encoded, NULL);

  rf_html_writer_start_line (self->writer, "img");
  rf_html_writer_attribute (self->writer, "class", "logo");
  rf_html_writer_attribute (self->writer, "alt", "");
  rf_html_writer_attribute (self->writer, "src", source);
  rf_html_writer_end (self->writer);
}

static gboolean
add_main (RfReportHtml *self,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (guint));

  rf_html_writer_start_line (self->writer, "main");
  rf_report_html_identify (self, "_report");
  rf_html_writer_attribute (self->writer, "tabindex", "-1");
  if (self->document->logo)
    add_logo (self);
  for (guint i = 0; i < self->document->blocks->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !add_block (self, levels, i, error))
      return FALSE;
  rf_html_writer_end (self->writer);
  return TRUE;
}

static void
add_footer (RfReportHtml *self)
{
  if (*self->document->running_foot == '\0')
    return;
  rf_html_writer_start_line (self->writer, "footer");
  rf_html_writer_text (self->writer, self->document->running_foot);
  rf_html_writer_end (self->writer);
}

/**
 * rf_report_document_render_html:
 * @options: (nullable): of which the size of the paper counts, for printing
 *
 * Makes the report as one HTML file that needs no other, runs no script and loads nothing. It is well-formed XML too. The
 * same document and options give the same bytes. Callable from any thread.
 *
 * Errors: %RF_ERROR_RENDER, or that the work was cancelled.
 */
GBytes *
rf_report_document_render_html (const RfReportDocument *document,
                                const RfReportOptions *options,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (RfHtmlWriter) writer = rf_html_writer_new ();
  g_autoptr (GHashTable) identifiers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (RfReportFonts) fonts = rf_report_fonts_new (options != NULL ? options->font_directory : NULL, error);
  RfReportHtml self = { writer, document, identifiers, NULL, FALSE, fonts };

  g_return_val_if_fail (document != NULL, NULL);

  if (fonts == NULL)
    return NULL;
  rf_report_fonts_prepare_for_drawings (fonts, document->language);
  self.right_to_left = rf_language_is_right_to_left (document->language);
  rf_html_writer_start_line (writer, "html");
  rf_html_writer_attribute (writer, "lang", document->language);
  rf_html_writer_attribute (writer, "dir", self.right_to_left ? "rtl" : "ltr");
  add_head (&self, options);
  rf_html_writer_start_line (writer, "body");
  add_skip_link (&self);
  add_contents (&self);
  if (!add_main (&self, cancellable, error))
    return NULL;
  add_footer (&self);
  rf_html_writer_end (writer);
  rf_html_writer_end (writer);
  return rf_html_writer_finish (writer);
}
