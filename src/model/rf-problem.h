// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RfProblem:
 * @file: what was read, as the user named it; "" where there was no file
 * @line: counted from 1; 0 where no line can be named
 * @id: the section, question, option or knock-out concerned, or ""
 * @message: what is wrong, a sentence
 * @hint: what to do about it, a sentence, or ""
 * @fatal: whether the file cannot be used; otherwise a warning
 *
 * One thing that is wrong in a file.
 */
typedef struct
{
  char *file;
  guint line;
  char *id;
  char *message;
  char *hint;
  gboolean fatal;
} RfProblem;

/**
 * RfProblems:
 *
 * Everything that is wrong in what was read, in the order of lines. Not thread-safe.
 */
typedef struct _RfProblems RfProblems;

RfProblems *rf_problems_new (const char *file);
void rf_problems_free (RfProblems *self);

void rf_problems_add (RfProblems *self,
                      guint line,
                      const char *id,
                      const char *hint,
                      const char *message_format,
                      ...) G_GNUC_PRINTF (5, 6);
void rf_problems_warn (RfProblems *self,
                       guint line,
                       const char *id,
                       const char *hint,
                       const char *message_format,
                       ...) G_GNUC_PRINTF (5, 6);

guint rf_problems_get_n (const RfProblems *self);
const RfProblem *rf_problems_get (const RfProblems *self,
                                  guint index);
gboolean rf_problems_has_fatal (const RfProblems *self);
void rf_problems_sort (RfProblems *self);
char *rf_problem_to_string (const RfProblem *self);
char *rf_problems_to_string (const RfProblems *self);
void rf_problems_set_error (const RfProblems *self,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfProblems, rf_problems_free)

G_END_DECLS
