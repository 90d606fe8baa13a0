// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-section-pane.h"

#include "rf-locked-bar.h"
#include "rf-question-list.h"
#include "rf-result-card.h"
#include "rf-unsaved-bar.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _RfSectionPane
{
  GtkWidget parent_instance;

  /* template children */
  AdwHeaderBar *header_bar;
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkToggleButton *search_button;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  RfUnsavedBar *unsaved_bar;
  RfLockedBar *locked_bar;
  GtkDropDown *filter_drop_down;
  GtkStack *stack;
  GtkListView *results_view;
  GtkScrolledWindow *scrolled_window;
  GtkLabel *description_label;
  GtkLabel *nothing_label;
  RfQuestionList *questions_list;
  GtkRevealer *result_revealer;
  RfResultCard *result_card;

  GListStore *results;          /* owned, of RfQuestionItem */
  RfOpenAssessment *assessment; /* owned, nullable */
  RfSectionItem *section;       /* owned, nullable */
  gboolean showing;             /* while the drop-down shows what the assessment says, nobody chose it */
};

void rf_section_pane_bind_finding (GtkWidgetClass *klass);
void rf_section_pane_init_finding (RfSectionPane *self);
void rf_section_pane_show_filter (RfSectionPane *self);
void rf_section_pane_start_search (RfSectionPane *self);
void rf_section_pane_stop_search (RfSectionPane *self);
void rf_section_pane_focus_next_open (RfSectionPane *self);

G_END_DECLS
