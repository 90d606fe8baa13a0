// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-problem.h"

G_BEGIN_DECLS

/* More problems than this are counted, not listed. */
#define RF_XML_MAX_PROBLEMS 100

/**
 * RfXmlReport:
 *
 * What was found wrong with the shape of a file, from two sources that mostly see the same: what we can
 * explain, and what the schema rejected. The second counts where the first is silent.
 */
typedef struct _RfXmlReport RfXmlReport;

RfXmlReport *rf_xml_report_new (const char *name);
void rf_xml_report_free (RfXmlReport *self);
void rf_xml_report_explain (RfXmlReport *self,
                            guint element,
                            guint line,
                            const char *id,
                            const char *hint,
                            const char *message);
void rf_xml_report_settle (RfXmlReport *self,
                           guint element);
void rf_xml_report_reject (RfXmlReport *self,
                           guint element,
                           guint parent,
                           guint line,
                           const char *id,
                           const char *hint,
                           const char *message);
gboolean rf_xml_report_is_full (const RfXmlReport *self);
gboolean rf_xml_report_is_empty (const RfXmlReport *self);
gboolean rf_xml_report_hand_over (RfXmlReport *self,
                                  RfProblems *of_rules,
                                  RfProblems *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfXmlReport, rf_xml_report_free)

G_END_DECLS
