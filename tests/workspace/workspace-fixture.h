// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace.h"

typedef struct
{
  char *folder;
  char *path;
  RfWorkspace *workspace;
} Fixture;

RfWorkspace *open_at (const char *path,
                      RfWorkspaceFlags flags);
RfDay day (const char *text);
void set_up (Fixture *self,
             gconstpointer data);
void tear_down (Fixture *self,
                gconstpointer data);
gboolean choose (RfWorkspace *workspace,
                 const char *option,
                 GError **error);
double get_high (RfWorkspace *workspace);
void assert_choice (RfWorkspace *workspace,
                    const char *option);

#define ADD_WORKSPACE_TEST(path, function) g_test_add ("/workspace/" path, Fixture, NULL, set_up, function, tear_down)
