// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-layout-private.h"

#define NUMBER_WIDTH 40
#define INDENT 14
#define GAP_BETWEEN_CHAPTERS 5
#define GAP_BETWEEN_LINES 1

static void
add_entry (RfReportLayout *self,
           const RfReportContentsEntry *entry)
{
  double indent = (entry->level - 1) * INDENT;
  RfReportLineSpan span = rf_report_lines_add (self->pages->lines, entry->text, self->width - NUMBER_WIDTH - indent, FALSE);
  RfMark number = {
    .kind = RF_MARK_NUMBER,
    .name = entry->anchor,
    .x = (float) (self->left + self->width - NUMBER_WIDTH),
    .width = NUMBER_WIDTH,
  };

  rf_report_layout_skip (self, entry->level == 1 ? GAP_BETWEEN_CHAPTERS : GAP_BETWEEN_LINES);
  if (span.height > rf_report_layout_get_room (self))
    rf_report_layout_break_page (self);
  rf_report_layout_begin (self, "TOCI");
  for (guint i = 0; i < span.n; i++)
    {
      if (i + 1 == span.n)
        number.y = (float) self->y;
      rf_report_layout_add_line (self, span.first + i, self->left + indent, self->y);
      self->y += rf_report_lines_get (self->pages->lines, span.first + i)->height;
    }
  g_array_append_val (self->pages->marks, number);
  rf_report_layout_end (self, "TOCI");
}

/* On which pages the chapters begin is known when all of them are laid out: their numbers are left open here. */
void
rf_report_layout_add_contents (RfReportLayout *self,
                               const RfReportBlock *block)
{
  rf_report_layout_begin (self, "TOC");
  for (guint i = 0; i < block->contents->len; i++)
    add_entry (self, block->contents->pdata[i]);
  rf_report_layout_end (self, "TOC");
}

static guint
find_page (const RfReportPages *self,
           const char *anchor)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const RfReportEntry *entry = &g_array_index (self->entries, RfReportEntry, i);

      if (g_str_equal (entry->anchor, anchor))
        return entry->page;
    }
  return 0;
}

/* Puts the numbers in that rf_report_layout_add_contents() left open. */
void
rf_report_pages_number_contents (RfReportPages *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      RfMark *mark = &g_array_index (self->marks, RfMark, i);
      g_autofree char *number = NULL;

      if (mark->kind != RF_MARK_NUMBER)
        continue;
      number = g_strdup_printf ("%u", find_page (self, mark->name));
      mark->index = rf_report_lines_add_string (self->lines, RF_ROLE_NUMBER, number, mark->width, TRUE).first;
      mark->kind = RF_MARK_LINE;
    }
}
