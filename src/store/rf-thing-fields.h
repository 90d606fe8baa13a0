// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-thing.h"

G_BEGIN_DECLS

/* Days are YYYY-MM-DD, integers decimal; none is no value. */
void rf_thing_set_day (RfThing *self,
                       const char *field,
                       RfDay day);
RfDay rf_thing_get_day (const RfThing *self,
                        const char *field);
void rf_thing_set_integer (RfThing *self,
                           const char *field,
                           gint64 value);
gint64 rf_thing_get_integer (const RfThing *self,
                             const char *field,
                             gint64 otherwise);
/* Adds the line of one link to an answer's field "evidence"; a locator's line feeds are escaped. */
void rf_thing_append_link (GString *text,
                           const char *evidence,
                           RfGrade grade,
                           const char *locator);

G_END_DECLS
