// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RF_TYPE_PROVIDER (rf_provider_get_type ())

/**
 * RfProvider:
 * @id: may be %NULL until it is stored
 * @homepage: (nullable)
 * @note: (nullable)
 *
 * A company that offers generative AI. Its name is unique in a workspace.
 */
typedef struct
{
  char *id;
  char *name;
  char *homepage;
  char *note;
} RfProvider;

GType rf_provider_get_type (void);
RfProvider *rf_provider_new (const char *id,
                             const char *name);
RfProvider *rf_provider_copy (const RfProvider *self);
void rf_provider_free (RfProvider *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfProvider, rf_provider_free)

G_END_DECLS
