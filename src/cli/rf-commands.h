// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-command.h"

G_BEGIN_DECLS

extern const RfCommand rf_command_score;
extern const RfCommand rf_command_validate;

G_END_DECLS
