// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-report-order.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *rf_report_print_operation_new (RfReportOrder *order,
                                                  const char *name);
const GError *rf_report_print_operation_get_error (GtkPrintOperation *operation);

G_END_DECLS
