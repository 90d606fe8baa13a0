// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-questionnaire.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define RF_TYPE_SECTION_ITEM (rf_section_item_get_type ())
G_DECLARE_FINAL_TYPE (RfSectionItem, rf_section_item, RF, SECTION_ITEM, GObject)

RfSectionItem *rf_section_item_new (RfQuestionnaire *questionnaire,
                                    guint index);
const RfSection *rf_section_item_get_section (RfSectionItem *self);
guint rf_section_item_get_index (RfSectionItem *self);
GListStore *rf_section_item_get_questions (RfSectionItem *self);
void rf_section_item_set_progress (RfSectionItem *self,
                                   guint settled,
                                   guint asked);
void rf_section_item_set_filtered (RfSectionItem *self,
                                   int filtered);
char *rf_section_item_dup_progress (RfSectionItem *self);
gboolean rf_section_item_is_settled (RfSectionItem *self);

G_END_DECLS
