// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-problem.h"

#include <string.h>

/* One way to break a file, and what must be said about it. */
typedef struct
{
  const char *name;
  const char *found; /* what of the good file is replaced, once */
  const char *by;
  guint line;
  const char *id;
  const char *word; /* of the message */
} BadRow;

static inline GBytes *
break_text (const char *good,
            const BadRow *row)
{
  const char *at = strstr (good, row->found);
  GString *text;

  g_assert_nonnull (at);
  text = g_string_new_len (good, at - good);
  g_string_append (text, row->by);
  g_string_append (text, at + strlen (row->found));
  return g_string_free_to_bytes (text);
}

static inline gboolean
has_problem (const RfProblems *problems,
             const BadRow *row)
{
  for (guint i = 0; i < rf_problems_get_n (problems); i++)
    {
      const RfProblem *problem = rf_problems_get (problems, i);

      if (problem->line == row->line && g_str_equal (problem->id, row->id) && strstr (problem->message, row->word))
        return problem->fatal;
    }
  return FALSE;
}

static inline void
assert_problem (const RfProblems *problems,
                const BadRow *row)
{
  g_autofree char *all = rf_problems_to_string (problems);

  if (!has_problem (problems, row))
    g_error ("%s: wanted line %u, id \"%s\", \"%s\"; got:\n%s", row->name, row->line, row->id, row->word, all);
  /* what the schema rejects and we cannot explain */
  if (strstr (all, "rule ") || strstr (all, "is not complete"))
    g_error ("%s: not explained:\n%s", row->name, all);
}
