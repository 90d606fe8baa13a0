// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-error.h"

G_DEFINE_QUARK (rf - error - quark, rf_error)
