// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-findings.h"
#include "rf-workspace.h"

G_BEGIN_DECLS

RfFindings *rf_find_offering (RfWorkspace *workspace,
                              const char *offering,
                              const char *use_case,
                              RfDay as_of,
                              GError **error);

G_END_DECLS
