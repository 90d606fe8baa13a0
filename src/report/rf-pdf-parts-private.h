// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-pdf-finish.h"

G_BEGIN_DECLS

GBytes *rf_pdf_content_mark_artifacts (const char *content,
                                       gsize length);
GBytes *rf_pdf_colour_profile_new (void);

/* What the file's Info dictionary says already; nullable. */
typedef struct
{
  const char *creator;
  const char *producer;
  const char *created;
} RfPdfInfo;

char *rf_pdf_metadata_to_string (const RfPdfDescription *description,
                                 const RfPdfInfo *info);
char *rf_pdf_metadata_dup_seal (const char *metadata,
                                gsize length,
                                GError **error);

G_END_DECLS
