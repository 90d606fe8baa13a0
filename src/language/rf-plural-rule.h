// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rf_plural_rule_choose (const char *rule,
                                gulong n,
                                gulong *form);

G_END_DECLS
