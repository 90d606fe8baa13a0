// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-questionnaire.h"

G_BEGIN_DECLS

/**
 * RfWilsonInterval:
 * @low: in percent
 * @high: in percent
 */
typedef struct
{
  RfNumber low;
  RfNumber high;
} RfWilsonInterval;

gboolean rf_wilson_interval (RfNumber percent,
                             guint n,
                             RfWilsonInterval *interval);

G_END_DECLS
