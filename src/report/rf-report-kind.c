// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report.h"
#include "rf-language.h"

const char *const rf_report_kind_nicks[RF_N_REPORT_KINDS + 1] = {
  [RF_REPORT_FULL] = "full",
  [RF_REPORT_BOARD] = "board",
  [RF_REPORT_COMPARISON] = "comparison",
  [RF_REPORT_PORTFOLIO] = "portfolio",
  [RF_REPORT_NON_ATTRIBUTABLE] = "non-attributable",
};

static const char *const labels[RF_N_REPORT_KINDS] = {
  [RF_REPORT_FULL] = N_ ("One offering, with every answer"),
  [RF_REPORT_BOARD] = N_ ("The pages for the board alone"),
  [RF_REPORT_COMPARISON] = N_ ("Comparison of several offerings"),
  [RF_REPORT_PORTFOLIO] = N_ ("Portfolio"),
  [RF_REPORT_NON_ATTRIBUTABLE] = N_ ("Non-attributable: no company, names, notes or files"),
};

const char *
rf_report_kind_get_label (RfReportKind self)
{
  g_return_val_if_fail ((guint) self < RF_N_REPORT_KINDS, NULL);
  return _ (labels[self]);
}

gboolean
rf_report_kind_from_nick (const char *nick,
                          RfReportKind *kind)
{
  for (guint i = 0; i < RF_N_REPORT_KINDS; i++)
    if (g_str_equal (nick, rf_report_kind_nicks[i]))
      {
        *kind = (RfReportKind) i;
        return TRUE;
      }
  return FALSE;
}
