// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-chart.h"
#include "rf-score.h"

G_BEGIN_DECLS

/* What a stretch of text is; how that looks is the renderer's business. */
typedef enum
{
  RF_ROLE_BODY,
  RF_ROLE_STRONG,
  RF_ROLE_MUTED,
  RF_ROLE_NOTE,
  RF_ROLE_SMALL,
  RF_ROLE_LINK,
  RF_ROLE_ALERT,
  RF_ROLE_LEAD,
  RF_ROLE_FIGURE,
  RF_ROLE_COLUMN_TITLE,
  RF_ROLE_NUMBER,
  RF_ROLE_TITLE,
  RF_ROLE_HEADING_1,
  RF_ROLE_HEADING_2,
  RF_ROLE_HEADING_3,
} RfReportRole;

#define RF_N_REPORT_ROLES 15

/* @length bytes of one role. @target (nullable): "#anchor" within the report, or a web address. */
typedef struct
{
  RfReportRole role;
  guint start;
  guint length;
  char *target;
} RfReportSpan;

/**
 * RfReportText:
 * @text: valid UTF-8 without control characters but tab and line feed
 * @spans: (element-type RfReportSpan): cover @text without gaps, in order
 *
 * A paragraph of text in roles.
 */
typedef struct
{
  GString *text;
  GArray *spans;
} RfReportText;

RfReportText *rf_report_text_new (RfReportRole role,
                                  const char *string);
RfReportText *rf_report_text_append (RfReportText *self,
                                     RfReportRole role,
                                     const char *string);
RfReportText *rf_report_text_append_link (RfReportText *self,
                                          const char *target,
                                          const char *string);
void rf_report_text_isolate (RfReportText *self);
void rf_report_text_free (RfReportText *self);

/* A cell holds paragraphs, or a range bar. */
typedef struct
{
  GPtrArray *texts; /* element-type RfReportText */
  gboolean has_bar;
  RfFigures bar;
} RfReportCell;

typedef struct
{
  GPtrArray *cells; /* element-type RfReportCell */
  char *anchor;     /* nullable */
} RfReportRow;

/* @share: of the table's width; the shares of a table sum to 1. */
typedef struct
{
  double share;
  gboolean align_end;
  const char *title;
} RfReportColumn;

#define RF_REPORT_MAX_COLUMNS 6

/**
 * RfReportTable:
 * @has_header: whether the columns' titles are shown, on every page anew
 * @dense: whether rows stand close, as in a list of fields
 */
typedef struct
{
  RfReportColumn columns[RF_REPORT_MAX_COLUMNS];
  guint n_columns;
  gboolean has_header;
  gboolean dense;
  GPtrArray *rows; /* element-type RfReportRow */
} RfReportTable;

typedef enum
{
  RF_BLOCK_HEADING,
  RF_BLOCK_PARAGRAPH,
  RF_BLOCK_LIST,
  RF_BLOCK_TABLE,
  RF_BLOCK_RANGE_BAR,
  RF_BLOCK_CHART, /* @text is its title, the one of @items its source */
  RF_BLOCK_PAGE_BREAK,
  RF_BLOCK_CONTENTS, /* the headings of the whole document with their pages */
} RfReportBlockKind;

/* A line of the table of contents: @text leads to the heading that has @anchor. */
typedef struct
{
  guint level;
  RfReportText *text;
  char *anchor;
} RfReportContentsEntry;

/* @level is 0 for the title, 1-3 for headings. @items are the items of a list; @contents (element-type
 * RfReportContentsEntry) the lines of a table of contents; a page break that is @lenient lets go on what has run over. */
typedef struct
{
  RfReportBlockKind kind;
  guint level;
  char *anchor;
  RfReportText *text;
  GPtrArray *items;
  GPtrArray *contents;
  gboolean numbered;
  gboolean lenient;
  RfReportTable *table;
  RfChart *chart;
  RfFigures figures;
} RfReportBlock;

/**
 * RfReportDocument:
 * @bands: the scale of every range bar
 * @blocks: (element-type RfReportBlock)
 * @seal: (nullable): a text on what the report was made from, for the file's metadata
 * @anchors: the targets that exist, for links to be checked against
 *
 * What a report says, in reading order, without a word on how it looks: every renderer reads this.
 * Not changed any more once it is rendered.
 */
typedef struct
{
  char *title;
  char *author;  /* nullable */
  char *subject; /* nullable */
  char *seal;    /* nullable */
  char *running_head;
  char *running_foot;
  char *language;
  GBytes *logo; /* nullable: a PNG file */
  RfDay day;
  RfRatingBands bands;
  GPtrArray *blocks;
  RfReportBlock *contents; /* borrowed, nullable: the table of contents being filled */
  GHashTable *anchors;
} RfReportDocument;

RfReportDocument *rf_report_document_new (const char *title,
                                          const RfRatingBands *bands,
                                          RfDay day);
void rf_report_document_free (RfReportDocument *self);
void rf_report_document_add_heading (RfReportDocument *self,
                                     guint level,
                                     const char *anchor,
                                     const char *text);
void rf_report_document_add_paragraph (RfReportDocument *self,
                                       RfReportText *text);
void rf_report_document_begin_list (RfReportDocument *self,
                                    gboolean numbered);
void rf_report_document_add_item (RfReportDocument *self,
                                  RfReportText *text);
RfReportTable *rf_report_document_add_table (RfReportDocument *self,
                                             const RfReportColumn *columns,
                                             guint n_columns,
                                             gboolean has_header,
                                             gboolean dense);
void rf_report_document_add_range_bar (RfReportDocument *self,
                                       const RfFigures *figures);
void rf_report_document_add_chart (RfReportDocument *self,
                                   RfChart *chart);
void rf_report_document_add_page_break (RfReportDocument *self);
void rf_report_document_add_lenient_page_break (RfReportDocument *self);
void rf_report_document_add_contents (RfReportDocument *self,
                                      const char *title);
gboolean rf_report_document_has_target (const RfReportDocument *self,
                                        const char *target);

void rf_report_document_begin_row (RfReportDocument *self,
                                   const char *anchor);
void rf_report_document_begin_cell (RfReportDocument *self);
void rf_report_document_add_cell_text (RfReportDocument *self,
                                       RfReportText *text);
void rf_report_document_add_cell_bar (RfReportDocument *self,
                                      const RfFigures *figures);
void rf_report_document_add_cell (RfReportDocument *self,
                                  RfReportRole role,
                                  const char *string);

typedef void (*RfReportTextFunc) (RfReportText *text, gpointer user_data);
void rf_report_document_foreach_text (RfReportDocument *self,
                                      RfReportTextFunc visit,
                                      gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfReportText, rf_report_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfReportDocument, rf_report_document_free)

G_END_DECLS
