// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "page-fixture.h"
#include "rf-matrix-cell.h"

/* What the tests of the page of use cases have in common; the matrix is that of the sample. */
RfMatrixCell *use_cases_fixture_wait_for_cell (PageFixture *fixture,
                                               const char *offering,
                                               const char *use_case);
GtkWidget *use_cases_fixture_open_dialog (PageFixture *fixture,
                                          const char *offering,
                                          const char *use_case);
GtkWidget *use_cases_fixture_get_part (GtkWidget *widget,
                                       const char *name);
