// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-layout-private.h"

#define PARAGRAPH_GAP 6.0
#define LIST_INDENT 16.0
#define BAR_HEIGHT 15.0
#define BAR_LABELS 16.0
/* a few lines of the table of contents below its heading */
#define CONTENTS_START 60
/* fewer lines than this do not stand alone at the top or the foot of a page */
#define FEWEST_LINES 2

/* by heading level */
static const double space_before[] = { 0, 26, 16, 10 };
static const double space_after[] = { 8, 8, 5, 2 };
static const char *const heading_tags[] = { "H1", "H2", "H3", "H4" };

static void
add_mark (RfReportLayout *self,
          const RfMark *mark)
{
  g_array_append_vals (self->pages->marks, mark, 1);
}

void
rf_report_layout_begin (RfReportLayout *self,
                        const char *tag)
{
  add_mark (self, &(RfMark){ .kind = RF_MARK_BEGIN, .name = tag });
}

void
rf_report_layout_end (RfReportLayout *self,
                      const char *tag)
{
  add_mark (self, &(RfMark){ .kind = RF_MARK_END, .name = tag });
}

void
rf_report_layout_add_anchor (RfReportLayout *self,
                             const char *anchor,
                             double x,
                             double y)
{
  if (anchor != NULL)
    add_mark (self, &(RfMark){ .kind = RF_MARK_ANCHOR, .name = anchor, .x = (float) x, .y = (float) y });
}

void
rf_report_layout_add_line (RfReportLayout *self,
                           guint line,
                           double x,
                           double y)
{
  add_mark (self, &(RfMark){ .kind = RF_MARK_LINE, .index = line, .x = (float) x, .y = (float) y });
}

void
rf_report_layout_add_rule (RfReportLayout *self,
                           double x,
                           double y,
                           double width,
                           double weight)
{
  add_mark (self, &(RfMark){ .kind = RF_MARK_RULE, .x = (float) x, .y = (float) y, .width = (float) width, .height = (float) weight });
}

void
rf_report_layout_add_bar (RfReportLayout *self,
                          const RfFigures *figures,
                          gboolean labelled,
                          double x,
                          double y,
                          double width,
                          double height)
{
  RfReportBar bar = { figures, labelled };

  add_mark (self, &(RfMark){ RF_MARK_BAR, self->pages->bars->len, NULL, (float) x, (float) y, (float) width, (float) height });
  g_array_append_val (self->pages->bars, bar);
}

gboolean
rf_report_layout_is_at_top (const RfReportLayout *self)
{
  return self->y <= self->top;
}

/* How much of the page is left below the pen. */
double
rf_report_layout_get_room (const RfReportLayout *self)
{
  return self->bottom - self->y;
}

void
rf_report_layout_break_page (RfReportLayout *self)
{
  g_array_append_val (self->pages->starts, self->pages->marks->len);
  self->y = self->top;
}

/* Space between things; none at the top of a page. */
void
rf_report_layout_skip (RfReportLayout *self,
                       double space)
{
  if (!rf_report_layout_is_at_top (self))
    self->y += space;
}

static guint
count_fitting (RfReportLayout *self,
               const RfReportLineSpan *span,
               guint from)
{
  double room = rf_report_layout_get_room (self);
  guint n = 0;

  while (from + n < span->n && rf_report_lines_get (self->pages->lines, span->first + from + n)->height <= room)
    room -= rf_report_lines_get (self->pages->lines, span->first + from + n++)->height;
  return n;
}

/* How many of the remaining lines go on this page, 0 for a new page first. */
static guint
choose_lines (RfReportLayout *self,
              const RfReportLineSpan *span,
              guint from)
{
  guint left = span->n - from;
  guint n = count_fitting (self, span, from);

  if (n == left)
    return n;
  if (left - n < FEWEST_LINES && n > FEWEST_LINES)
    n--;
  if (rf_report_layout_is_at_top (self))
    return MAX (n, 1);
  return n < FEWEST_LINES ? 0 : n;
}

/* A text that goes over pages becomes one structure element on each: cairo cannot carry one across. */
static void
add_lines (RfReportLayout *self,
           const RfReportLineSpan *span,
           const char *tag,
           double x)
{
  guint from = 0;

  while (from < span->n)
    {
      guint n = choose_lines (self, span, from);

      if (n == 0)
        {
          rf_report_layout_break_page (self);
          continue;
        }
      rf_report_layout_begin (self, tag);
      for (guint i = 0; i < n; i++, from++)
        {
          rf_report_layout_add_line (self, span->first + from, x, self->y);
          self->y += rf_report_lines_get (self->pages->lines, span->first + from)->height;
        }
      rf_report_layout_end (self, tag);
    }
}

static double
measure_text_start (RfReportLayout *self,
                    const RfReportText *text,
                    double width)
{
  RfReportLineSpan span = rf_report_lines_add (self->pages->lines, text, width, FALSE);
  double height = 0;

  for (guint i = 0; i < MIN (span.n, 2 * FEWEST_LINES - 1); i++)
    height += rf_report_lines_get (self->pages->lines, span.first + i)->height;
  return height;
}

static double measure_start (RfReportLayout *self, guint index);

static double
measure_body (RfReportLayout *self,
              const RfReportBlock *block)
{
  RfChartStyle style;

  rf_report_fonts_init_chart_style (self->pages->fonts, &style);
  return rf_chart_draw (block->chart, NULL, &style, self->width);
}

/* All of it: a chart is read at one glance or not at all. */
static double
measure_chart (RfReportLayout *self,
               const RfReportBlock *block)
{
  double height = measure_body (self, block) + 2 * PARAGRAPH_GAP;

  height += rf_report_lines_add (self->pages->lines, block->text, self->width, FALSE).height;
  for (guint i = 0; i < block->items->len; i++)
    height += rf_report_lines_add (self->pages->lines, block->items->pdata[i], self->width, FALSE).height;
  return height;
}

static gboolean
precedes (RfReportLayout *self,
          guint index,
          RfReportBlockKind kind)
{
  const GPtrArray *blocks = self->pages->document->blocks;

  return index + 1 < blocks->len && ((const RfReportBlock *) blocks->pdata[index + 1])->kind == kind;
}

/* A short paragraph introduces what follows and stays with it. */
static double
measure_paragraph_start (RfReportLayout *self,
                         guint index)
{
  const RfReportBlock *block = self->pages->document->blocks->pdata[index];
  RfReportLineSpan span = rf_report_lines_add (self->pages->lines, block->text, self->width, FALSE);

  if (span.n > 2 * FEWEST_LINES)
    return measure_text_start (self, block->text, self->width);
  if (precedes (self, index, RF_BLOCK_HEADING))
    return span.height;
  return span.height + PARAGRAPH_GAP + measure_start (self, index + 1);
}

/* What must stand below a heading on the same page. */
static double
measure_start (RfReportLayout *self,
               guint index)
{
  const RfReportBlock *block;

  if (index >= self->pages->document->blocks->len)
    return 0;
  block = self->pages->document->blocks->pdata[index];
  switch (block->kind)
    {
    case RF_BLOCK_HEADING:
      return space_before[block->level] + rf_report_lines_add (self->pages->lines, block->text, self->width, FALSE).height + space_after[block->level] + measure_start (self, index + 1);
    case RF_BLOCK_PARAGRAPH:
      return measure_paragraph_start (self, index);
    case RF_BLOCK_LIST:
      return block->items->len > 0 ? measure_text_start (self, block->items->pdata[0], self->width - LIST_INDENT) : 0;
    case RF_BLOCK_TABLE:
      return rf_report_layout_measure_table_start (self, block->table);
    case RF_BLOCK_RANGE_BAR:
      return BAR_HEIGHT + BAR_LABELS;
    case RF_BLOCK_CHART:
      return measure_chart (self, block);
    case RF_BLOCK_CONTENTS:
      return CONTENTS_START;
    case RF_BLOCK_PAGE_BREAK:
    default:
      return 0;
    }
}

static void
add_entry (RfReportLayout *self,
           const RfReportBlock *block)
{
  RfReportEntry entry = { block->level, block->text->text->str, block->anchor, self->pages->starts->len };

  if (block->anchor != NULL)
    g_array_append_val (self->pages->entries, entry);
}

/* A heading right below another needs no space of its own. */
static gboolean
follows_heading (RfReportLayout *self,
                 guint index)
{
  const RfReportBlock *previous = index > 0 ? self->pages->document->blocks->pdata[index - 1] : NULL;

  return previous != NULL && previous->kind == RF_BLOCK_HEADING;
}

/* A heading's size is its level's; its tag says how deep it lies, so that no level is left out (PDF/UA-1, 7.4.2). */
static const char *
choose_heading_tag (RfReportLayout *self,
                    guint level)
{
  level = MAX (level, 1);
  while (self->n_open_levels > 0 && self->open_levels[self->n_open_levels - 1] >= level)
    self->n_open_levels--;
  self->open_levels[self->n_open_levels++] = level;
  return heading_tags[self->n_open_levels - 1];
}

static void
add_heading (RfReportLayout *self,
             const RfReportBlock *block,
             guint index)
{
  RfReportLineSpan span = rf_report_lines_add (self->pages->lines, block->text, self->width, FALSE);
  double need = span.height + space_after[block->level] + measure_start (self, index + 1);
  double page = self->bottom - self->top;

  if (!follows_heading (self, index))
    rf_report_layout_skip (self, space_before[block->level]);
  if (!rf_report_layout_is_at_top (self) && MIN (need, page) > rf_report_layout_get_room (self))
    rf_report_layout_break_page (self);
  rf_report_layout_add_anchor (self, block->anchor, self->left, self->y);
  add_entry (self, block);
  add_lines (self, &span, choose_heading_tag (self, block->level), self->left);
  self->y += space_after[block->level];
}

static void
add_list_item (RfReportLayout *self,
               const RfReportBlock *block,
               guint index)
{
  const RfReportText *text = block->items->pdata[index];
  RfReportLineSpan span = rf_report_lines_add (self->pages->lines, text, self->width - LIST_INDENT, FALSE);
  g_autofree char *label = block->numbered ? g_strdup_printf ("%u", index + 1) : g_strdup ("–");
  RfReportLineSpan label_span = rf_report_lines_add_string (self->pages->lines, RF_ROLE_NUMBER, label, LIST_INDENT, FALSE);

  if (choose_lines (self, &span, 0) == 0)
    rf_report_layout_break_page (self);
  rf_report_layout_begin (self, "LI");
  rf_report_layout_begin (self, "Lbl");
  rf_report_layout_add_line (self, label_span.first, self->left, self->y);
  rf_report_layout_end (self, "Lbl");
  add_lines (self, &span, "LBody", self->left + LIST_INDENT);
  rf_report_layout_end (self, "LI");
  self->y += 2;
}

static void
add_list (RfReportLayout *self,
          const RfReportBlock *block)
{
  rf_report_layout_begin (self, "L");
  for (guint i = 0; i < block->items->len; i++)
    add_list_item (self, block, i);
  rf_report_layout_end (self, "L");
  self->y += PARAGRAPH_GAP;
}

static void
add_range_bar (RfReportLayout *self,
               const RfReportBlock *block)
{
  if (rf_report_layout_get_room (self) < BAR_HEIGHT + BAR_LABELS)
    rf_report_layout_break_page (self);
  self->y += 4;
  rf_report_layout_begin (self, "Figure");
  rf_report_layout_add_bar (self, &block->figures, TRUE, self->left, self->y, self->width, BAR_HEIGHT);
  rf_report_layout_end (self, "Figure");
  self->y += BAR_HEIGHT + BAR_LABELS + PARAGRAPH_GAP;
}

static void
add_chart (RfReportLayout *self,
           const RfReportBlock *block)
{
  RfReportLineSpan title = rf_report_lines_add (self->pages->lines, block->text, self->width, FALSE);
  double height = measure_body (self, block);

  if (!rf_report_layout_is_at_top (self) && measure_chart (self, block) > rf_report_layout_get_room (self))
    rf_report_layout_break_page (self);
  add_lines (self, &title, "P", self->left);
  self->y += PARAGRAPH_GAP;
  rf_report_layout_begin (self, "Figure");
  add_mark (self, &(RfMark){ RF_MARK_CHART, self->pages->charts->len, NULL, (float) self->left, (float) self->y, (float) self->width, (float) height });
  g_ptr_array_add (self->pages->charts, block->chart);
  rf_report_layout_end (self, "Figure");
  self->y += height;
  for (guint i = 0; i < block->items->len; i++)
    {
      RfReportLineSpan source = rf_report_lines_add (self->pages->lines, block->items->pdata[i], self->width, FALSE);

      add_lines (self, &source, "P", self->left);
    }
  self->y += 2 * PARAGRAPH_GAP;
}

static void
add_paragraph (RfReportLayout *self,
               const RfReportBlock *block,
               guint index)
{
  RfReportLineSpan span = rf_report_lines_add (self->pages->lines, block->text, self->width, FALSE);

  if (!rf_report_layout_is_at_top (self) && span.n <= 2 * FEWEST_LINES && precedes (self, index, RF_BLOCK_TABLE) && measure_paragraph_start (self, index) > rf_report_layout_get_room (self))
    rf_report_layout_break_page (self);
  add_lines (self, &span, "P", self->left);
  self->y += PARAGRAPH_GAP;
}

static void
add_page_break (RfReportLayout *self,
                const RfReportBlock *block)
{
  gboolean has_run_over = self->pages->starts->len > MAX (self->n_pages_at_break, 1);

  if (!rf_report_layout_is_at_top (self) && !(block->lenient && has_run_over))
    rf_report_layout_break_page (self);
  self->n_pages_at_break = self->pages->starts->len;
}

void
rf_report_layout_add_block (RfReportLayout *self,
                            guint index)
{
  const RfReportBlock *block = self->pages->document->blocks->pdata[index];

  switch (block->kind)
    {
    case RF_BLOCK_HEADING:
      add_heading (self, block, index);
      break;
    case RF_BLOCK_PARAGRAPH:
      add_paragraph (self, block, index);
      break;
    case RF_BLOCK_LIST:
      add_list (self, block);
      break;
    case RF_BLOCK_TABLE:
      rf_report_layout_add_table (self, block->table);
      break;
    case RF_BLOCK_RANGE_BAR:
      add_range_bar (self, block);
      break;
    case RF_BLOCK_PAGE_BREAK:
      add_page_break (self, block);
      break;
    case RF_BLOCK_CHART:
      add_chart (self, block);
      break;
    case RF_BLOCK_CONTENTS:
      rf_report_layout_add_contents (self, block);
      break;
    default:
      g_assert_not_reached ();
    }
}
