// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace.h"

typedef void (*PortfolioChanger) (RfWorkspace *workspace);

/* Of the offerings "api" and "other", the use case "search" and the paper "paper" under an answer of "api". */
typedef struct
{
  const char *name;
  PortfolioChanger change;
  gboolean is_shown;          /* whether the portfolio is another one after it */
  PortfolioChanger before;    /* nullable: what must have been done before */
  gboolean leaves_other_open; /* "other" answers nothing */
} PortfolioChange;

extern const PortfolioChange portfolio_changes[];
extern const guint n_portfolio_changes;

void portfolio_put (RfWorkspace *workspace,
                    const char *offering,
                    const char *question,
                    const char *option,
                    const char *value);
void portfolio_answer (RfWorkspace *workspace);
void portfolio_attach (RfWorkspace *workspace);
void portfolio_add_offering (RfWorkspace *workspace);
void portfolio_edit_use_case (RfWorkspace *workspace);
void portfolio_add_use_case (RfWorkspace *workspace);
