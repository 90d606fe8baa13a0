// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace-client.h"

#include <adwaita.h>

/* A page of the overview in a window, with the sample portfolio in a workspace of its own. */
typedef struct
{
  RfWorkspaceClient *client; /* owned */
  GtkWidget *window;
  GtkWidget *page;
  char *told; /* owned, nullable: what the page said last */
  gint64 deadline;
} PageFixture;

/* For tests that need a display: before anything else in main(). */
void page_fixture_test_init (int *argc,
                             char ***argv);
/* The page follows @client only when it is told to. */
void page_fixture_init (PageFixture *self,
                        GType page);
void page_fixture_clear (PageFixture *self);
/* Waits for something to happen, not for ever. */
void page_fixture_iterate (PageFixture *self);
GtkWidget *page_fixture_wait_for_dialog (PageFixture *self,
                                         GType type);
void page_fixture_wait_until_closed (PageFixture *self,
                                     GtkWidget *dialog);
void page_fixture_close_dialog (PageFixture *self,
                                GtkWidget *dialog);
