// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-benchmark.h"

G_BEGIN_DECLS

#define RF_TYPE_BENCHMARKS (rf_benchmarks_get_type ())

/**
 * RfBenchmarks:
 *
 * The figures of one file, in its order. Immutable once it is shared.
 */
typedef struct _RfBenchmarks RfBenchmarks;

GType rf_benchmarks_get_type (void);
RfBenchmarks *rf_benchmarks_new (const char *id,
                                 guint revision,
                                 const char *language);
RfBenchmarks *rf_benchmarks_ref (RfBenchmarks *self);
void rf_benchmarks_unref (RfBenchmarks *self);
void rf_benchmarks_set_texts (RfBenchmarks *self,
                              const char *title,
                              const char *licence);
void rf_benchmarks_take (RfBenchmarks *self,
                         RfBenchmark *benchmark);
const char *rf_benchmarks_get_id (const RfBenchmarks *self);
guint rf_benchmarks_get_revision (const RfBenchmarks *self);
const char *rf_benchmarks_get_language (const RfBenchmarks *self);
const char *rf_benchmarks_get_title (const RfBenchmarks *self);
const char *rf_benchmarks_get_licence (const RfBenchmarks *self);
guint rf_benchmarks_get_n (const RfBenchmarks *self);
const RfBenchmark *rf_benchmarks_get (const RfBenchmarks *self,
                                      guint index);
const RfBenchmark *rf_benchmarks_find (const RfBenchmarks *self,
                                       const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfBenchmarks, rf_benchmarks_unref)

G_END_DECLS
