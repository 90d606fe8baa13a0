// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

#include "rf-error.h"
#include "rf-language.h"

#define PACKAGE "fonts-inter"

struct _RfReportFonts
{
  FcConfig *config;
  PangoFontMap *map;
  PangoContext *context;
  FcCharSet *characters; /* what the fonts together can show */
  PangoFontDescription *descriptions[RF_N_REPORT_ROLES];
  double line_heights[RF_N_REPORT_ROLES]; /* points */
  PangoAttrList *features;
  GHashTable *missing; /* element-type gunichar */
};

static const char *const own_files[] = {
  "Inter-Regular.otf",
  "Inter-Italic.otf",
  "Inter-Medium.otf",
  "Inter-SemiBold.otf",
};

/* Read only when a report has characters that the own files lack: opening them takes longer than a short report. */
static const char *const fallback_files[] = {
  "truetype/noto/NotoSans-Regular.ttf",
  "truetype/noto/NotoSans-Bold.ttf",
  "truetype/noto/NotoSansArabic-Regular.ttf",
  "truetype/noto/NotoSansArabic-Bold.ttf",
  "truetype/noto/NotoSansHebrew-Regular.ttf",
  "truetype/noto/NotoSansHebrew-Bold.ttf",
  "truetype/noto/NotoSansArmenian-Regular.ttf",
  "truetype/noto/NotoSansGeorgian-Regular.ttf",
  "truetype/noto/NotoSansDevanagari-Regular.ttf",
  "truetype/noto/NotoSansBengali-Regular.ttf",
  "truetype/noto/NotoSansTamil-Regular.ttf",
  "truetype/noto/NotoSansTelugu-Regular.ttf",
  "truetype/noto/NotoSansThai-Regular.ttf",
  "truetype/noto/NotoSansMath-Regular.ttf",
  "truetype/noto/NotoSansSymbols-Regular.ttf",
  "truetype/noto/NotoSansSymbols2-Regular.ttf",
  "opentype/noto/NotoSansCJK-Regular.ttc",
  "opentype/noto/NotoSansCJK-Bold.ttc",
};

#define FAMILIES                                                                             \
  "Inter,Noto Sans,Noto Sans Arabic,Noto Sans Hebrew,Noto Sans Armenian,Noto Sans Georgian," \
  "Noto Sans Devanagari,Noto Sans Bengali,Noto Sans Tamil,Noto Sans Telugu,Noto Sans Thai,"  \
  "Noto Sans CJK JP,Noto Sans Math,Noto Sans Symbols,Noto Sans Symbols2"

typedef struct
{
  double size; /* points */
  PangoWeight weight;
  PangoStyle style;
  double line_spacing;
  RfColour colour;
} RoleStyle;

#define INK          \
  {                  \
    0.11, 0.13, 0.16 \
  }
#define GREY         \
  {                  \
    0.36, 0.39, 0.43 \
  }

static const RoleStyle styles[RF_N_REPORT_ROLES] = {
  [RF_ROLE_BODY] = { 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.2, INK },
  [RF_ROLE_STRONG] = { 9.5, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.2, INK },
  [RF_ROLE_MUTED] = { 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.2, GREY },
  [RF_ROLE_NOTE] = { 9, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 1.2, INK },
  [RF_ROLE_SMALL] = { 8, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.15, GREY },
  [RF_ROLE_LINK] = { 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.2, { 0.08, 0.31, 0.60 } },
  [RF_ROLE_ALERT] = { 9.5, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.2, { 0.62, 0.11, 0.11 } },
  [RF_ROLE_LEAD] = { 11, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.2, INK },
  [RF_ROLE_FIGURE] = { 19, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.1, INK },
  [RF_ROLE_COLUMN_TITLE] = { 8, PANGO_WEIGHT_MEDIUM, PANGO_STYLE_NORMAL, 1.1, GREY },
  [RF_ROLE_NUMBER] = { 9.5, PANGO_WEIGHT_MEDIUM, PANGO_STYLE_NORMAL, 1.2, GREY },
  [RF_ROLE_TITLE] = { 25, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.05, INK },
  [RF_ROLE_HEADING_1] = { 17, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.1, INK },
  [RF_ROLE_HEADING_2] = { 12, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.15, INK },
  [RF_ROLE_HEADING_3] = { 9.5, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.2, INK },
};

double
rf_report_role_get_line_spacing (RfReportRole role)
{
  return styles[role].line_spacing;
}

const RfColour *
rf_report_role_get_colour (RfReportRole role)
{
  return &styles[role].colour;
}

/* Every file of ours must be there: a report set in whatever came next would not be the same report. */
static gboolean
add_own_files (RfReportFonts *self,
               const char *directory,
               GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_files); i++)
    {
      g_autofree char *path = g_build_filename (directory, own_files[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR) && FcConfigAppFontAddFile (self->config, (const FcChar8 *) path))
        continue;
      g_set_error (error,
                   RF_ERROR,
                   RF_ERROR_RENDER,
                   _ ("The report's font is missing: there is no “%s”. Install the package %s."),
                   path,
                   PACKAGE);
      return FALSE;
    }
  return TRUE;
}

static void
gather_characters (RfReportFonts *self)
{
  FcFontSet *set = FcConfigGetFonts (self->config, FcSetApplication);

  g_clear_pointer (&self->characters, FcCharSetDestroy);
  self->characters = FcCharSetCreate ();
  for (int i = 0; set != NULL && i < set->nfont; i++)
    {
      FcCharSet *characters;

      if (FcPatternGetCharSet (set->fonts[i], FC_CHARSET, 0, &characters) == FcResultMatch)
        FcCharSetMerge (self->characters, characters, NULL);
    }
}

static void
add_fallback_files (RfReportFonts *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fallback_files); i++)
    {
      g_autofree char *path = g_build_filename (REPORT_FALLBACK_FONT_DIR, fallback_files[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        FcConfigAppFontAddFile (self->config, (const FcChar8 *) path);
    }
  gather_characters (self);
}

static double
measure_line (PangoContext *context,
              const PangoFontDescription *description)
{
  g_autoptr (PangoFont) font = pango_context_load_font (context, description);
  PangoFontMetrics *metrics = pango_font_get_metrics (font, NULL);
  int height = pango_font_metrics_get_height (metrics);

  pango_font_metrics_unref (metrics);
  return (double) height / PANGO_SCALE;
}

static void
create_context (RfReportFonts *self)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  self->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (self->map), self->config);
  /* points on paper, not pixels: nothing is rounded or hinted */
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);
  self->context = pango_font_map_create_context (self->map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  for (guint i = 0; i < RF_N_REPORT_ROLES; i++)
    self->line_heights[i] = measure_line (self->context, self->descriptions[i]);
}

static PangoFontDescription *
create_description (const RoleStyle *style)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, FAMILIES);
  pango_font_description_set_size (description, (int) (style->size * PANGO_SCALE));
  pango_font_description_set_weight (description, style->weight);
  pango_font_description_set_style (description, style->style);
  return description;
}

/**
 * rf_report_fonts_new:
 * @directory: (nullable): where the report's own font lies, %NULL for where this build expects it
 *
 * Errors: %RF_ERROR_RENDER where a file is missing; the message names the package.
 */
RfReportFonts *
rf_report_fonts_new (const char *directory,
                     GError **error)
{
  g_autoptr (RfReportFonts) self = g_new0 (RfReportFonts, 1);

  self->missing = g_hash_table_new (NULL, NULL);
  self->config = FcConfigCreate ();
  if (!add_own_files (self, directory != NULL ? directory : REPORT_FONT_DIR, error))
    return NULL;
  gather_characters (self);
  self->features = pango_attr_list_new ();
  /* figures of one width; no ligatures, for text taken out of the file must be the text that went in */
  pango_attr_list_insert (self->features, pango_attr_font_features_new ("tnum=1, liga=0, clig=0, calt=0"));
  /* a hyphen that nobody wrote would change a hash or an address */
  pango_attr_list_insert (self->features, pango_attr_insert_hyphens_new (FALSE));
  for (guint i = 0; i < RF_N_REPORT_ROLES; i++)
    self->descriptions[i] = create_description (&styles[i]);
  return g_steal_pointer (&self);
}

void
rf_report_fonts_free (RfReportFonts *self)
{
  g_clear_object (&self->context);
  g_clear_object (&self->map);
  g_clear_pointer (&self->characters, FcCharSetDestroy);
  g_clear_pointer (&self->config, FcConfigDestroy);
  g_clear_pointer (&self->features, pango_attr_list_unref);
  g_hash_table_unref (self->missing);
  for (guint i = 0; i < RF_N_REPORT_ROLES; i++)
    g_clear_pointer (&self->descriptions[i], pango_font_description_free);
  g_free (self);
}

static gboolean
needs_no_shape (gunichar character)
{
  return character < 0x7F || g_unichar_iszerowidth (character) || g_unichar_isspace (character);
}

static gboolean
can_show (const RfReportFonts *self,
          gunichar character)
{
  return needs_no_shape (character) || FcCharSetHasChar (self->characters, character);
}

static gboolean
can_show_all (const RfReportFonts *self,
              const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if ((guchar) *at >= 0x7F && !can_show (self, g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

typedef struct
{
  const RfReportFonts *fonts;
  gboolean all_shown;
} Search;

static void
look_for_missing (RfReportText *text,
                  gpointer user_data)
{
  Search *search = user_data;

  search->all_shown = search->all_shown && can_show_all (search->fonts, text->text->str);
}

static void
append_named (const RfReportFonts *self,
              GString *result,
              const char *text,
              guint length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (can_show (self, character))
        {
          g_string_append_unichar (result, character);
          continue;
        }
      g_string_append_printf (result, "[U+%04X]", character);
      g_hash_table_add (self->missing, GUINT_TO_POINTER (character));
    }
}

/* A character that no font has is named by its number: a box would lose it. */
static void
name_missing (RfReportText *text,
              gpointer user_data)
{
  const RfReportFonts *self = user_data;
  g_autoptr (GString) result = NULL;

  if (can_show_all (self, text->text->str))
    return;
  result = g_string_sized_new (text->text->len + 64);
  for (guint i = 0; i < text->spans->len; i++)
    {
      RfReportSpan *span = &g_array_index (text->spans, RfReportSpan, i);
      guint start = result->len;

      append_named (self, result, text->text->str + span->start, span->length);
      span->start = start;
      span->length = result->len - start;
    }
  g_string_assign (text->text, result->str);
}

/**
 * rf_report_fonts_prepare:
 *
 * Opens what further fonts @document needs, and names the characters that none of them has as "[U+1F512]".
 * To be called once, before anything is laid out.
 */
void
rf_report_fonts_prepare (RfReportFonts *self,
                         RfReportDocument *document)
{
  Search search = { self, TRUE };

  rf_report_document_foreach_text (document, look_for_missing, &search);
  if (!search.all_shown)
    {
      add_fallback_files (self);
      rf_report_document_foreach_text (document, name_missing, self);
    }
  create_context (self);
  pango_context_set_language (self->context, pango_language_from_string (document->language));
  if (rf_language_is_right_to_left (document->language))
    pango_context_set_base_dir (self->context, PANGO_DIRECTION_RTL);
}

/**
 * rf_report_fonts_prepare_for_drawings:
 *
 * As rf_report_fonts_prepare(), for drawings beside a text that stays as it is.
 */
void
rf_report_fonts_prepare_for_drawings (RfReportFonts *self,
                                      const char *language)
{
  add_fallback_files (self);
  create_context (self);
  pango_context_set_language (self->context, pango_language_from_string (language));
}

/* How charts look on paper. */
void
rf_report_fonts_init_chart_style (const RfReportFonts *self,
                                  RfChartStyle *style)
{
  *style = (RfChartStyle){
    .context = self->context,
    .font = self->descriptions[RF_ROLE_BODY],
    .small_font = self->descriptions[RF_ROLE_SMALL],
    .features = self->features,
    .ink = *rf_report_role_get_colour (RF_ROLE_BODY),
    .muted = *rf_report_role_get_colour (RF_ROLE_SMALL),
    .paper = { 1, 1, 1 },
    .bar = rf_range_bar_paper_style,
    .scale = 1,
  };
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The characters that no font had, as "U+1F512", sorted; empty where all could be shown. */
char **
rf_report_fonts_dup_missing (const RfReportFonts *self)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer character;

  g_hash_table_iter_init (&iter, self->missing);
  while (g_hash_table_iter_next (&iter, &character, NULL))
    g_ptr_array_add (names, g_strdup_printf ("U+%04X", GPOINTER_TO_UINT (character)));
  g_ptr_array_sort (names, compare_strings);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

PangoContext *
rf_report_fonts_get_context (const RfReportFonts *self)
{
  return self->context;
}

const PangoFontDescription *
rf_report_fonts_get_description (const RfReportFonts *self,
                                 RfReportRole role)
{
  return self->descriptions[role];
}

/* How tall a line in the report's own font is, in points, without what its spacing adds. */
double
rf_report_fonts_get_line_height (const RfReportFonts *self,
                                 RfReportRole role)
{
  return self->line_heights[role];
}

PangoAttrList *
rf_report_fonts_get_features (const RfReportFonts *self)
{
  return self->features;
}
