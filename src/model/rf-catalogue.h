// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RfCatalogueFact:
 * @source: where it was read
 * @as_of: the month or day for which it was stated or when it was read, YYYY-MM or YYYY-MM-DD
 * @is_verbatim: whether it was read in the source itself; else the source reports it
 */
typedef struct
{
  char *statement;
  char *source;
  char *as_of;
  gboolean is_verbatim;
} RfCatalogueFact;

/**
 * RfCatalogueEntry:
 * @provider: the provider's name
 * @id: (nullable): the offering's; %NULL of the entry that holds what is said of the provider as a whole
 * @name: (nullable): as @id, and @layer and @channel too
 * @facts: (element-type RfCatalogueFact): may be empty
 */
typedef struct
{
  char *provider;
  char *id;
  char *name;
  char *layer;
  char *channel;
  GPtrArray *facts;
} RfCatalogueEntry;

#define RF_TYPE_CATALOGUE (rf_catalogue_get_type ())

/**
 * RfCatalogue:
 * @entries: (element-type RfCatalogueEntry): in the order of the file, a provider's own before its offerings'
 *
 * Providers and typical offerings to begin from: facts with source and day, neither ratings nor answers. Immutable
 * once it is shared.
 */
typedef struct
{
  char *title;
  GPtrArray *entries;
} RfCatalogue;

GType rf_catalogue_get_type (void);
RfCatalogue *rf_catalogue_new (void);
RfCatalogue *rf_catalogue_ref (RfCatalogue *self);
void rf_catalogue_unref (RfCatalogue *self);
RfCatalogueEntry *rf_catalogue_add (RfCatalogue *self,
                                    const char *provider,
                                    const char *id);
RfCatalogueFact *rf_catalogue_entry_add_fact (RfCatalogueEntry *self);
const RfCatalogueEntry *rf_catalogue_find (const RfCatalogue *self,
                                           const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfCatalogue, rf_catalogue_unref)

G_END_DECLS
