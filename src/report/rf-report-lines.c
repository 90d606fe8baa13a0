// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-lines.h"

#include "rf-language.h"

#include <string.h>

/* Most glyphs fit into six bytes; a PangoGlyphInfo with its cluster takes 24. */
typedef struct
{
  guint16 glyph;
  guint16 width;
  guint16 cluster;
} PackedGlyph;

#define EMPTY_GLYPH G_MAXUINT16

/* @text is borrowed from the document. @exact (nullable): where the glyphs did not fit. */
typedef struct
{
  PangoFont *font;
  const char *text;
  const char *target; /* nullable */
  PangoGlyphString *exact;
  guint first_glyph;
  guint n_glyphs;
  guint length;
  float x;
  guint8 role;
  guint8 level;
} Run;

struct _RfReportLines
{
  RfReportFonts *fonts;
  PangoLayout *layout;
  gboolean from_the_right;
  GArray *lines;
  GArray *runs;
  GArray *glyphs;
  GHashTable *known; /* short texts already laid out: "width role text" -> RfReportLineSpan */
  GPtrArray *strings;
  PangoItem *item;
  PangoGlyphString *unpacked;
};

#define LONGEST_KNOWN 60

/* A line may be this much taller than one in the report's own font. Noto Sans Arabic asks for 1.7 times as much, for marks
 * stacked over marks; a report set that wide would need a page more for every five. */
#define TALLEST_LINE 1.1

static void
clear_run (gpointer data)
{
  Run *run = data;

  g_object_unref (run->font);
  g_clear_pointer (&run->exact, pango_glyph_string_free);
}

/**
 * rf_report_lines_new:
 * @fonts: borrowed, and prepared
 */
RfReportLines *
rf_report_lines_new (RfReportFonts *fonts)
{
  RfReportLines *self = g_new0 (RfReportLines, 1);

  self->fonts = fonts;
  self->layout = pango_layout_new (rf_report_fonts_get_context (fonts));
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  self->from_the_right = pango_context_get_base_dir (rf_report_fonts_get_context (fonts)) == PANGO_DIRECTION_RTL;
  self->lines = g_array_new (FALSE, FALSE, sizeof (RfReportLine));
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (self->runs, clear_run);
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (PackedGlyph));
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->strings = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_report_text_free);
  self->item = pango_item_new ();
  self->unpacked = pango_glyph_string_new ();
  return self;
}

void
rf_report_lines_free (RfReportLines *self)
{
  g_object_unref (self->layout);
  g_array_unref (self->lines);
  g_array_unref (self->runs);
  g_array_unref (self->glyphs);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->strings);
  pango_item_free (self->item);
  pango_glyph_string_free (self->unpacked);
  g_free (self);
}

static gboolean
can_pack (const PangoGlyphInfo *glyph,
          int cluster)
{
  return (glyph->glyph < EMPTY_GLYPH || glyph->glyph == PANGO_GLYPH_EMPTY) && glyph->geometry.x_offset == 0 && glyph->geometry.y_offset == 0 && glyph->geometry.width >= 0 && glyph->geometry.width <= G_MAXUINT16 && cluster <= G_MAXUINT16;
}

static void
pack_glyphs (RfReportLines *self,
             Run *run,
             PangoGlyphString *glyphs)
{
  run->first_glyph = self->glyphs->len;
  run->n_glyphs = (guint) glyphs->num_glyphs;
  for (int i = 0; i < glyphs->num_glyphs; i++)
    if (!can_pack (&glyphs->glyphs[i], glyphs->log_clusters[i]))
      {
        run->exact = pango_glyph_string_copy (glyphs);
        return;
      }
  g_array_set_size (self->glyphs, run->first_glyph + run->n_glyphs);
  for (guint i = 0; i < run->n_glyphs; i++)
    {
      const PangoGlyphInfo *glyph = &glyphs->glyphs[i];

      g_array_index (self->glyphs, PackedGlyph, run->first_glyph + i) = (PackedGlyph){
        (guint16) (glyph->glyph == PANGO_GLYPH_EMPTY ? EMPTY_GLYPH : glyph->glyph),
        (guint16) glyph->geometry.width,
        (guint16) glyphs->log_clusters[i],
      };
    }
}

static PangoGlyphString *
unpack_glyphs (RfReportLines *self,
               const Run *run)
{
  if (run->exact != NULL)
    return run->exact;
  pango_glyph_string_set_size (self->unpacked, (int) run->n_glyphs);
  memset (self->unpacked->glyphs, 0, run->n_glyphs * sizeof (PangoGlyphInfo));
  for (guint i = 0; i < run->n_glyphs; i++)
    {
      PackedGlyph packed = g_array_index (self->glyphs, PackedGlyph, run->first_glyph + i);
      PangoGlyphInfo *glyph = &self->unpacked->glyphs[i];

      glyph->glyph = packed.glyph == EMPTY_GLYPH ? PANGO_GLYPH_EMPTY : packed.glyph;
      glyph->geometry.width = packed.width;
      glyph->attr.is_cluster_start = i == 0 || packed.cluster != self->unpacked->log_clusters[i - 1];
      self->unpacked->log_clusters[i] = packed.cluster;
    }
  return self->unpacked;
}

static const RfReportSpan *
find_span (const RfReportText *text,
           guint offset)
{
  const RfReportSpan *span = NULL;

  for (guint i = 0; i < text->spans->len; i++)
    {
      span = &g_array_index (text->spans, RfReportSpan, i);
      if (offset < span->start + span->length)
        break;
    }
  return span;
}

static double
keep_run (RfReportLines *self,
          const RfReportText *text,
          const PangoLayoutRun *source,
          double x)
{
  const RfReportSpan *span = find_span (text, (guint) source->item->offset);
  Run run = {
    .font = g_object_ref (source->item->analysis.font),
    .text = text->text->str + source->item->offset,
    .target = span->target,
    .length = (guint) source->item->length,
    .x = (float) x,
    .role = (guint8) span->role,
    .level = source->item->analysis.level,
  };

  pack_glyphs (self, &run, source->glyphs);
  g_array_append_val (self->runs, run);
  return x + (double) pango_glyph_string_get_width (source->glyphs) / PANGO_SCALE;
}

static void
keep_line (RfReportLines *self,
           const RfReportText *text,
           PangoLayoutIter *iter)
{
  PangoRectangle extents;
  PangoLayoutLine *source = pango_layout_iter_get_line_readonly (iter);
  RfReportLine line = { self->runs->len, 0, 0, 0, 0 };
  int top, bottom;
  double x;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pango_layout_iter_get_line_yrange (iter, &top, &bottom);
  line.top = (float) top / PANGO_SCALE;
  line.height = (float) (bottom - top) / PANGO_SCALE;
  line.baseline = (float) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE;
  x = (double) extents.x / PANGO_SCALE;
  for (GSList *run = source->runs; run != NULL; run = run->next)
    x = keep_run (self, text, run->data, x);
  line.n_runs = self->runs->len - line.first_run;
  g_array_append_val (self->lines, line);
}

static double
get_tallest (const RfReportLines *self,
             const RfReportLine *line)
{
  double tallest = 0;

  for (guint i = 0; i < line->n_runs; i++)
    {
      RfReportRole role = g_array_index (self->runs, Run, line->first_run + i).role;

      tallest = MAX (tallest, TALLEST_LINE * rf_report_fonts_get_line_height (self->fonts, role));
    }
  return tallest;
}

/* Takes from tall lines what is too much, and moves up what stands below them. */
static void
limit_heights (RfReportLines *self,
               RfReportLineSpan *span,
               double spacing)
{
  double surplus = 0;

  for (guint i = span->first; i < self->lines->len; i++)
    {
      RfReportLine *line = &g_array_index (self->lines, RfReportLine, i);
      double tallest = get_tallest (self, line);
      double too_much = tallest > 0 ? MAX (line->height - tallest, 0) : 0;

      line->top -= (float) surplus;
      line->baseline -= (float) (line->baseline * too_much / line->height);
      line->height -= (float) too_much;
      surplus += too_much * (i + 1 < self->lines->len ? spacing : 1);
    }
  span->height -= (float) surplus;
}

static PangoAttrList *
create_attributes (RfReportLines *self,
                   const RfReportText *text)
{
  PangoAttrList *attributes = pango_attr_list_copy (rf_report_fonts_get_features (self->fonts));

  for (guint i = 0; i < text->spans->len; i++)
    {
      const RfReportSpan *span = &g_array_index (text->spans, RfReportSpan, i);
      /* the colour only keeps spans apart; the role is what is drawn by */
      PangoAttribute *parts[] = {
        pango_attr_font_desc_new (rf_report_fonts_get_description (self->fonts, span->role)),
        pango_attr_foreground_new ((guint16) i, (guint16) span->role, 0),
      };

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          parts[j]->start_index = span->start;
          parts[j]->end_index = span->start + span->length;
          pango_attr_list_insert (attributes, parts[j]);
        }
    }
  return attributes;
}

/* In a report that runs from the right a text with no letter of such a script keeps its own direction, full stop and
 * all, and begins at the right nevertheless: Pango turns the alignment of what runs against its context. */
static void
set_direction (RfReportLines *self,
               const char *text,
               gboolean align_end)
{
  gboolean keeps_own = !self->from_the_right || rf_language_runs_from_the_left (text, -1);

  pango_layout_set_auto_dir (self->layout, keeps_own);
  pango_layout_set_alignment (self->layout, align_end == keeps_own ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/* That which sets font and spacing where a text has several. */
static RfReportRole
get_role (const RfReportText *text)
{
  return text->spans->len > 0 ? g_array_index (text->spans, RfReportSpan, 0).role : RF_ROLE_BODY;
}

static void
set_text (RfReportLines *self,
          const RfReportText *text,
          double width,
          gboolean align_end)
{
  RfReportRole role = get_role (text);

  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  set_direction (self, text->text->str, align_end);
  pango_layout_set_font_description (self->layout, rf_report_fonts_get_description (self->fonts, role));
  pango_layout_set_line_spacing (self->layout, (float) rf_report_role_get_line_spacing (role));
  if (text->spans->len > 1)
    {
      g_autoptr (PangoAttrList) attributes = create_attributes (self, text);

      pango_layout_set_attributes (self->layout, attributes);
    }
  else
    pango_layout_set_attributes (self->layout, rf_report_fonts_get_features (self->fonts));
  pango_layout_set_text (self->layout, text->text->str, (int) text->text->len);
}

static char *
create_key (const RfReportText *text,
            double width,
            gboolean align_end)
{
  const RfReportSpan *span;

  if (text->spans->len != 1 || text->text->len > LONGEST_KNOWN)
    return NULL;
  span = &g_array_index (text->spans, RfReportSpan, 0);
  if (span->target != NULL)
    return NULL;
  return g_strdup_printf ("%d %d %d %s", (int) (width * 100), span->role, align_end, text->text->str);
}

/**
 * rf_report_lines_add:
 * @text: borrowed for as long as the lines live
 * @width: points
 *
 * Breaks a text into lines. A short text that was seen before is not laid out again.
 */
RfReportLineSpan
rf_report_lines_add (RfReportLines *self,
                     const RfReportText *text,
                     double width,
                     gboolean align_end)
{
  g_autofree char *key = create_key (text, width, align_end);
  const RfReportLineSpan *known = key != NULL ? g_hash_table_lookup (self->known, key) : NULL;
  RfReportLineSpan span = { self->lines->len, 0, 0 };
  PangoLayoutIter *iter;
  int height;

  if (known != NULL)
    return *known;
  if (text->text->len == 0)
    return span;
  set_text (self, text, width, align_end);
  pango_layout_get_size (self->layout, NULL, &height);
  span.height = (float) height / PANGO_SCALE;
  iter = pango_layout_get_iter (self->layout);
  do
    keep_line (self, text, iter);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  limit_heights (self, &span, rf_report_role_get_line_spacing (get_role (text)));
  span.n = self->lines->len - span.first;
  for (guint i = span.first; i < self->lines->len; i++)
    g_array_index (self->lines, RfReportLine, i).width = (float) width;
  if (key != NULL)
    g_hash_table_insert (self->known, g_steal_pointer (&key), g_memdup2 (&span, sizeof span));
  return span;
}

/* As rf_report_lines_add(), of a string that the document does not hold. */
RfReportLineSpan
rf_report_lines_add_string (RfReportLines *self,
                            RfReportRole role,
                            const char *string,
                            double width,
                            gboolean align_end)
{
  RfReportText *text = rf_report_text_new (role, string);

  g_ptr_array_add (self->strings, text);
  return rf_report_lines_add (self, text, width, align_end);
}

const RfReportLine *
rf_report_lines_get (const RfReportLines *self,
                     guint line)
{
  return &g_array_index (self->lines, RfReportLine, line);
}

static void
draw_run (RfReportLines *self,
          cairo_t *cr,
          const Run *run,
          double x,
          double y)
{
  const RfColour *colour = rf_report_role_get_colour (run->role);
  PangoGlyphItem glyph_item = { .item = self->item, .glyphs = unpack_glyphs (self, run) };

  self->item->offset = 0;
  self->item->length = (int) run->length;
  self->item->num_chars = (int) g_utf8_strlen (run->text, run->length);
  self->item->analysis.font = run->font;
  self->item->analysis.level = run->level;
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
  cairo_move_to (cr, x + run->x, y);
  pango_cairo_show_glyph_item (cr, run->text, &glyph_item);
  self->item->analysis.font = NULL;
}

/* Whether any of a line leads to a place that is in @document, or outside. */
gboolean
rf_report_lines_has_link (const RfReportLines *self,
                          guint line,
                          const RfReportDocument *document)
{
  const RfReportLine *source = rf_report_lines_get (self, line);

  for (guint i = 0; i < source->n_runs; i++)
    {
      const char *target = g_array_index (self->runs, Run, source->first_run + i).target;

      if (target != NULL && rf_report_document_has_target (document, target))
        return TRUE;
    }
  return FALSE;
}

/**
 * rf_report_lines_draw:
 * @y: of the line's top
 * @link: (nullable): called around each stretch that leads to one place, or nowhere
 */
void
rf_report_lines_draw (RfReportLines *self,
                      cairo_t *cr,
                      guint line,
                      double x,
                      double y,
                      RfReportLinkFunc link,
                      gpointer user_data)
{
  const RfReportLine *source = rf_report_lines_get (self, line);
  const char *target = NULL;

  for (guint i = 0; i < source->n_runs; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, source->first_run + i);

      if (link != NULL && (i == 0 || run->target != target))
        {
          if (i > 0)
            link (cr, target, FALSE, user_data);
          link (cr, run->target, TRUE, user_data);
          target = run->target;
        }
      draw_run (self, cr, run, x, y + source->baseline);
    }
  if (link != NULL && source->n_runs > 0)
    link (cr, target, FALSE, user_data);
  cairo_new_path (cr);
}
