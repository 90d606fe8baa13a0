// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "rf-report-lines.h"

G_BEGIN_DECLS

typedef enum
{
  RF_MARK_BEGIN,  /* a structure element opens: @name */
  RF_MARK_END,    /* it closes */
  RF_MARK_ANCHOR, /* links to @name lead here */
  RF_MARK_LINE,   /* line number @index of the pool, at @x, @y */
  RF_MARK_RULE,   /* a hairline from @x, @y, @width long */
  RF_MARK_BAR,    /* range bar number @index, @width wide and @height high */
  RF_MARK_CHART,  /* chart number @index, @width wide and @height high */
  RF_MARK_NUMBER, /* while pages are laid out: where the number of @name's page is to stand, @width wide */
} RfMarkKind;

/* One thing on a page. @name is static, or lives in the document. */
typedef struct
{
  RfMarkKind kind;
  guint index;
  const char *name;
  float x;
  float y;
  float width;
  float height;
} RfMark;

typedef struct
{
  const RfFigures *figures;
  gboolean labelled;
} RfReportBar;

/* An entry of the outline, and so of the table of contents. */
typedef struct
{
  guint level;
  const char *title;
  const char *anchor;
  guint page;
} RfReportEntry;

typedef struct
{
  double width;
  double height;
} RfPaperSize;

/**
 * RfReportPages:
 * @marks: (element-type RfMark): the content of all pages, in reading order
 * @starts: (element-type guint): the first of each page's marks
 * @furniture: (element-type RfMark): running heads and page numbers, which are not content
 * @furniture_starts: (element-type guint)
 * @entries: (element-type RfReportEntry)
 *
 * A report laid out: what lies where on which page. Whatever draws it, file, printer or preview, draws the same.
 */
typedef struct
{
  RfReportDocument *document; /* owned */
  RfReportFonts *fonts;       /* owned */
  RfReportLines *lines;       /* owned */
  cairo_surface_t *logo;      /* owned, nullable: the document's, decoded */
  RfMark logo_place;          /* on the first page */
  RfPaperSize paper;
  GArray *marks;
  GArray *starts;
  GArray *furniture;
  GArray *furniture_starts;
  GArray *bars;
  GPtrArray *charts; /* element-type RfChart, borrowed */
  GArray *entries;
} RfReportPages;

extern const RfPaperSize rf_paper_size_a4;
extern const RfPaperSize rf_paper_size_letter;

RfReportPages *rf_report_pages_new (RfReportDocument *document,
                                    RfReportFonts *fonts,
                                    const RfPaperSize *paper,
                                    GCancellable *cancellable,
                                    GError **error);
void rf_report_pages_free (RfReportPages *self);
guint rf_report_pages_get_n (const RfReportPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfReportPages, rf_report_pages_free)

G_END_DECLS
