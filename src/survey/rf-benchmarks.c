// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-benchmarks.h"

struct _RfBenchmarks
{
  char *id;
  guint revision;
  char *language;
  char *title;
  char *licence; /* nullable */
  GPtrArray *items;
};

G_DEFINE_BOXED_TYPE (RfBenchmarks, rf_benchmarks, rf_benchmarks_ref, rf_benchmarks_unref)

/**
 * rf_benchmarks_new:
 * @language: a BCP 47 tag
 */
RfBenchmarks *
rf_benchmarks_new (const char *id,
                   guint revision,
                   const char *language)
{
  RfBenchmarks *self = g_rc_box_new0 (RfBenchmarks);

  self->id = g_strdup (id);
  self->revision = revision;
  self->language = g_strdup (language);
  self->title = g_strdup (id);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_benchmark_unref);
  return self;
}

RfBenchmarks *
rf_benchmarks_ref (RfBenchmarks *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  RfBenchmarks *self = data;

  g_free (self->id);
  g_free (self->language);
  g_free (self->title);
  g_free (self->licence);
  g_ptr_array_unref (self->items);
}

void
rf_benchmarks_unref (RfBenchmarks *self)
{
  g_rc_box_release_full (self, clear);
}

/**
 * rf_benchmarks_set_texts:
 * @licence: (nullable)
 */
void
rf_benchmarks_set_texts (RfBenchmarks *self,
                         const char *title,
                         const char *licence)
{
  g_free (self->title);
  g_free (self->licence);
  self->title = g_strdup (title);
  self->licence = g_strdup (licence);
}

/**
 * rf_benchmarks_take:
 * @benchmark: (transfer full)
 */
void
rf_benchmarks_take (RfBenchmarks *self,
                    RfBenchmark *benchmark)
{
  g_ptr_array_add (self->items, benchmark);
}

const char *
rf_benchmarks_get_id (const RfBenchmarks *self)
{
  return self->id;
}

guint
rf_benchmarks_get_revision (const RfBenchmarks *self)
{
  return self->revision;
}

const char *
rf_benchmarks_get_language (const RfBenchmarks *self)
{
  return self->language;
}

const char *
rf_benchmarks_get_title (const RfBenchmarks *self)
{
  return self->title;
}

/**
 * rf_benchmarks_get_licence:
 *
 * Returns: (nullable)
 */
const char *
rf_benchmarks_get_licence (const RfBenchmarks *self)
{
  return self->licence;
}

guint
rf_benchmarks_get_n (const RfBenchmarks *self)
{
  return self->items->len;
}

const RfBenchmark *
rf_benchmarks_get (const RfBenchmarks *self,
                   guint index)
{
  g_return_val_if_fail (index < self->items->len, NULL);
  return g_ptr_array_index (self->items, index);
}

/**
 * rf_benchmarks_find:
 *
 * Returns: (nullable): the figure with @id
 */
const RfBenchmark *
rf_benchmarks_find (const RfBenchmarks *self,
                    const char *id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const RfBenchmark *benchmark = g_ptr_array_index (self->items, i);

      if (g_str_equal (benchmark->id, id))
        return benchmark;
    }
  return NULL;
}
