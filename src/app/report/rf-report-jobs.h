// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-report-material.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a report is about. */
typedef struct
{
  char *offering;      /* owned, NULL for all that are assessed */
  gboolean compared;   /* whether they are ranked, too */
  char *use_case;      /* owned, NULL for all */
  char *language;      /* owned, a tag; NULL for the desktop's */
  RfDay as_of;         /* RF_DAY_NONE for the day of each record */
  RfRating acceptable; /* the greatest residual risk that is fit */
} RfReportScope;

RfReportScope *rf_report_scope_new (const char *offering,
                                    gboolean compared);
void rf_report_scope_free (RfReportScope *self);

/* data: RfReportScope; result: RfReportMaterial */
gpointer rf_job_prepare_report (RfWorkspace **workspace, gpointer scope, GCancellable *cancellable, GError **error);

G_END_DECLS
