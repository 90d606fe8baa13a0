// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * RfOrderedSums: sums of weights and of weighted values, by value, for any number of sets.
 *
 * A value is a risk in ten-thousandths of a point (0..1,000,000). Each set is a radix tree of five hexadecimal
 * digits, so that a value is added, removed, and the place where a mean stops to move is found in a time that
 * does not depend on how many values there are. A set is named by its root; 0 is the empty set.
 */
typedef struct _RfOrderedSums RfOrderedSums;

typedef guint32 RfOrderedSet;

RfOrderedSums *rf_ordered_sums_new (void);
RfOrderedSums *rf_ordered_sums_copy (const RfOrderedSums *self);
void rf_ordered_sums_free (RfOrderedSums *self);

void rf_ordered_sums_clear (RfOrderedSums *self);
void rf_ordered_sums_add (RfOrderedSums *self,
                          RfOrderedSet *set,
                          guint32 value,
                          gint64 weight);
void rf_ordered_sums_lower_mean (const RfOrderedSums *self,
                                 RfOrderedSet set,
                                 gint64 *sum,
                                 gint64 *weight);
void rf_ordered_sums_raise_mean (const RfOrderedSums *self,
                                 RfOrderedSet set,
                                 gint64 *sum,
                                 gint64 *weight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfOrderedSums, rf_ordered_sums_free)

G_END_DECLS
