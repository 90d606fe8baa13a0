// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-report.h"

G_BEGIN_DECLS

GBytes *rf_report_document_render_html (const RfReportDocument *document,
                                        const RfReportOptions *options,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
