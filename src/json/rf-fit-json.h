// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-fit.h"

G_BEGIN_DECLS

char *rf_fit_to_json (const RfFit *self);

G_END_DECLS
