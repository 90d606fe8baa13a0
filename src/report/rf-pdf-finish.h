// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a Figure element shows, in words, and where it lies: in points from the lower left corner of its page. */
typedef struct
{
  char *text;
  double left;
  double bottom;
  double right;
  double top;
} RfPdfFigure;

/**
 * RfPdfDescription:
 * @author: (nullable)
 * @subject: (nullable)
 * @language: a tag of BCP 47
 * @figures: as many as the file has Figure elements, in reading order
 * @seal: (nullable): a text, kept in the XMP metadata as ringfence:seal
 *
 * What cairo cannot say of a PDF. Borrowed pointers.
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *language;
  const RfPdfFigure *figures;
  guint n_figures;
  const char *seal;
} RfPdfDescription;

GBytes *rf_pdf_finish (GBytes *pdf,
                       const RfPdfDescription *description,
                       GCancellable *cancellable,
                       GError **error);
char *rf_pdf_dup_seal (GBytes *pdf,
                       GError **error);

G_END_DECLS
