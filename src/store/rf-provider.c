// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-provider.h"

G_DEFINE_BOXED_TYPE (RfProvider, rf_provider, rf_provider_copy, rf_provider_free)

RfProvider *
rf_provider_new (const char *id,
                 const char *name)
{
  RfProvider *self = g_new0 (RfProvider, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  return self;
}

RfProvider *
rf_provider_copy (const RfProvider *self)
{
  RfProvider *copy = rf_provider_new (self->id, self->name);

  copy->homepage = g_strdup (self->homepage);
  copy->note = g_strdup (self->note);
  return copy;
}

void
rf_provider_free (RfProvider *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->homepage);
  g_free (self->note);
  g_free (self);
}
