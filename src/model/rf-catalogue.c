// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-catalogue.h"

G_DEFINE_BOXED_TYPE (RfCatalogue, rf_catalogue, rf_catalogue_ref, rf_catalogue_unref)

static void
free_fact (gpointer data)
{
  RfCatalogueFact *self = data;

  g_free (self->statement);
  g_free (self->source);
  g_free (self->as_of);
  g_free (self);
}

static void
free_entry (gpointer data)
{
  RfCatalogueEntry *self = data;

  g_free (self->provider);
  g_free (self->id);
  g_free (self->name);
  g_free (self->layer);
  g_free (self->channel);
  g_ptr_array_unref (self->facts);
  g_free (self);
}

/**
 * rf_catalogue_new:
 *
 * Makes an empty catalogue, to be filled before it is shared.
 */
RfCatalogue *
rf_catalogue_new (void)
{
  RfCatalogue *self = g_atomic_rc_box_new0 (RfCatalogue);

  self->entries = g_ptr_array_new_with_free_func (free_entry);
  return self;
}

RfCatalogue *
rf_catalogue_ref (RfCatalogue *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  RfCatalogue *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->entries);
}

void
rf_catalogue_unref (RfCatalogue *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * rf_catalogue_add:
 * @id: (nullable): an offering's, or %NULL for the provider as a whole
 *
 * Returns: (transfer none): the entry, to be filled
 */
RfCatalogueEntry *
rf_catalogue_add (RfCatalogue *self,
                  const char *provider,
                  const char *id)
{
  RfCatalogueEntry *entry = g_new0 (RfCatalogueEntry, 1);

  entry->provider = g_strdup (provider);
  entry->id = g_strdup (id);
  entry->facts = g_ptr_array_new_with_free_func (free_fact);
  g_ptr_array_add (self->entries, entry);
  return entry;
}

/**
 * rf_catalogue_entry_add_fact:
 *
 * Returns: (transfer none): the fact, to be filled
 */
RfCatalogueFact *
rf_catalogue_entry_add_fact (RfCatalogueEntry *self)
{
  RfCatalogueFact *fact = g_new0 (RfCatalogueFact, 1);

  g_ptr_array_add (self->facts, fact);
  return fact;
}

/**
 * rf_catalogue_find:
 * @id: an offering's
 *
 * Returns: (transfer none) (nullable):
 */
const RfCatalogueEntry *
rf_catalogue_find (const RfCatalogue *self,
                   const char *id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const RfCatalogueEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_strcmp0 (entry->id, id) == 0)
        return entry;
    }
  return NULL;
}
