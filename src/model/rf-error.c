// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-error.h"

/* clang-format off: it takes the hyphens for minus signs, and the name is what others see. */
G_DEFINE_QUARK (rf - error - quark, rf_error)
/* clang-format on */
