// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-what-if.h"

G_BEGIN_DECLS

char *rf_what_if_to_json (const RfWhatIf *self);

G_END_DECLS
