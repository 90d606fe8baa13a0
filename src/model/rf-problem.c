// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-problem.h"

#include "rf-error.h"
#include "rf-language.h"

struct _RfProblems
{
  char *file;       /* owned */
  GPtrArray *items; /* owned, of RfProblem */
};

static void
problem_free (gpointer data)
{
  RfProblem *self = data;

  g_free (self->file);
  g_free (self->id);
  g_free (self->message);
  g_free (self->hint);
  g_free (self);
}

static void
take (RfProblems *self,
      gboolean fatal,
      guint line,
      const char *id,
      const char *hint,
      char *message)
{
  RfProblem *problem = g_new0 (RfProblem, 1);

  problem->file = g_strdup (self->file);
  problem->line = line;
  problem->id = g_strdup (id ? id : "");
  problem->message = message;
  problem->hint = g_strdup (hint ? hint : "");
  problem->fatal = fatal;
  g_ptr_array_add (self->items, problem);
}

static int
compare_by_line (gconstpointer a,
                 gconstpointer b)
{
  const RfProblem *one = *(const RfProblem *const *) a;
  const RfProblem *two = *(const RfProblem *const *) b;

  return (one->line > two->line) - (one->line < two->line);
}

/**
 * rf_problems_new:
 * @file: the file read, as the user named it
 *
 * Makes an empty list of problems of one file.
 */
RfProblems *
rf_problems_new (const char *file)
{
  RfProblems *self = g_new0 (RfProblems, 1);

  self->file = g_strdup (file ? file : "");
  self->items = g_ptr_array_new_with_free_func (problem_free);
  return self;
}

void
rf_problems_free (RfProblems *self)
{
  g_ptr_array_unref (self->items);
  g_free (self->file);
  g_free (self);
}

/**
 * rf_problems_add:
 * @line: counted from 1, or 0
 * @id: (nullable): the thing concerned
 * @hint: (nullable): what to do about it, a sentence
 * @message_format: what is wrong, a sentence
 *
 * Adds something that makes the file unusable.
 */
void
rf_problems_add (RfProblems *self,
                 guint line,
                 const char *id,
                 const char *hint,
                 const char *message_format,
                 ...)
{
  va_list arguments;

  va_start (arguments, message_format);
  take (self, TRUE, line, id, hint, g_strdup_vprintf (message_format, arguments));
  va_end (arguments);
}

/**
 * rf_problems_warn:
 *
 * Adds something that should be mended but leaves the file usable; the parameters are those of
 * rf_problems_add().
 */
void
rf_problems_warn (RfProblems *self,
                  guint line,
                  const char *id,
                  const char *hint,
                  const char *message_format,
                  ...)
{
  va_list arguments;

  va_start (arguments, message_format);
  take (self, FALSE, line, id, hint, g_strdup_vprintf (message_format, arguments));
  va_end (arguments);
}

guint
rf_problems_get_n (const RfProblems *self)
{
  return self->items->len;
}

const RfProblem *
rf_problems_get (const RfProblems *self,
                 guint index)
{
  g_return_val_if_fail (index < self->items->len, NULL);
  return g_ptr_array_index (self->items, index);
}

gboolean
rf_problems_has_fatal (const RfProblems *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (rf_problems_get (self, i)->fatal)
      return TRUE;
  return FALSE;
}

/**
 * rf_problems_sort:
 *
 * Puts the problems into the order of their lines; those of one line stay in the order they were found.
 */
void
rf_problems_sort (RfProblems *self)
{
  g_ptr_array_sort (self->items, compare_by_line);
}

/**
 * rf_problem_to_string:
 *
 * Gives "FILE:LINE: ID: MESSAGE HINT", leaving out what is not known.
 *
 * Returns: (transfer full): one line without a line break at its end
 */
char *
rf_problem_to_string (const RfProblem *self)
{
  GString *text = g_string_new (NULL);

  if (*self->file)
    g_string_append_printf (text, "%s:", self->file);
  if (self->line)
    g_string_append_printf (text, "%u:", self->line);
  if (text->len)
    g_string_append_c (text, ' ');
  if (!self->fatal)
    g_string_append (text, _ ("warning: "));
  if (*self->id)
    g_string_append_printf (text, "%s: ", self->id);
  g_string_append (text, self->message);
  if (*self->hint)
    g_string_append_printf (text, " %s", self->hint);
  return g_string_free (text, FALSE);
}

/**
 * rf_problems_to_string:
 *
 * Returns: (transfer full): the problems, one a line, without a line break at the end
 */
char *
rf_problems_to_string (const RfProblems *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      g_autofree char *line = rf_problem_to_string (rf_problems_get (self, i));

      g_string_append_printf (text, "%s%s", i ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

/**
 * rf_problems_set_error:
 *
 * Sets an %RF_ERROR_INVALID whose message holds every problem, one a line. There must be one.
 */
void
rf_problems_set_error (const RfProblems *self,
                       GError **error)
{
  g_autofree char *text = rf_problems_to_string (self);

  g_return_if_fail (self->items->len > 0);
  g_set_error_literal (error, RF_ERROR, RF_ERROR_INVALID, text);
}
