// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-rating.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The keys of the settings' schema. */
#define RF_SETTING_ASSESSOR "assessor"
#define RF_SETTING_ORGANISATION "organisation"
#define RF_SETTING_LOGO "logo"
#define RF_SETTING_PROFILE "profile"
#define RF_SETTING_REVIEW_MONTHS "review-months"
#define RF_SETTING_ACCEPTABLE "acceptable"
#define RF_SETTING_PAPER "paper"
#define RF_SETTING_WINDOW_SIZE "window-size"
#define RF_SETTING_WINDOW_MAXIMIZED "window-maximized"
#define RF_SETTING_WORKSPACE "workspace"
#define RF_SETTING_RECENT_WORKSPACES "recent-workspaces"
#define RF_SETTING_PAGE "page"
#define RF_SETTING_OFFERING "offering"
#define RF_SETTING_PORTFOLIO_ORDER "portfolio-order"

gboolean rf_settings_are_installed (void);
GSettings *rf_settings_get (void);
char *rf_settings_dup_text (const char *key);
RfRating rf_settings_get_acceptable (void);

G_END_DECLS
