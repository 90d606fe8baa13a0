// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-catalogue.h"
#include "rf-problem.h"

G_BEGIN_DECLS

#define RF_CATALOGUE_NAMESPACE "https://ringfence.github.io/ns/catalogue/1"

RfCatalogue *rf_catalogue_read_file (const char *path,
                                     RfProblems *problems,
                                     GError **error);
RfCatalogue *rf_catalogue_read_bytes (GBytes *bytes,
                                      const char *name,
                                      RfProblems *problems,
                                      GError **error);

G_END_DECLS
