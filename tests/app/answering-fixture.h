// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-question-list.h"
#include "rf-section-pane.h"

#include <adwaita.h>

/* The questions of the short section, and of the long one. */
#define ANSWERING_SHORT 12
#define ANSWERING_LONG 2000

/* The pane where questions are answered, over a real workspace with a questionnaire long enough to be windowed. */
typedef struct
{
  RfWorkspaceClient *client;
  RfOpenAssessment *assessment;
  GtkWidget *window;
  RfSectionPane *pane;
  char *asked; /* the last question that win.open-question was asked for */
  char *told;  /* the last message */
  gboolean loaded;
} AnsweringFixture;

typedef gboolean (*AnsweringCondition) (AnsweringFixture *fixture);

void answering_wait_until (AnsweringFixture *fixture,
                           AnsweringCondition condition);
void answering_set_up (AnsweringFixture *fixture,
                       gconstpointer data);
void answering_tear_down (AnsweringFixture *fixture,
                          gconstpointer data);
RfSectionItem *answering_get_section (AnsweringFixture *fixture,
                                      guint index);
RfQuestionList *answering_get_list (AnsweringFixture *fixture);
GtkAdjustment *answering_get_adjustment (AnsweringFixture *fixture);
RfQuestionCard *answering_find_card (AnsweringFixture *fixture,
                                     const char *question);
double answering_get_place (AnsweringFixture *fixture,
                            const char *question);
void answering_let_settle (AnsweringFixture *fixture);
void answering_put (AnsweringFixture *fixture,
                    const char *question,
                    const char *choice);
GtkWidget *answering_find (GtkWidget *start,
                           GType type);
