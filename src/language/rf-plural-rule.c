// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-plural-rule.h"

#include <string.h>

/* No rule of a real language comes near; a file that nests deeper is broken. */
#define DEEPEST 64

/* What is left of a rule, and the number it is about. */
typedef struct
{
  const char *rest;
  gulong n;
  guint depth;
  gboolean is_broken;
} Reading;

/* C's operators of two operands, those that bind less first, as long as their signs allow. */
static const char *const levels[][5] = {
  { "||" }, { "&&" }, { "==", "!=" }, { "<=", ">=", "<", ">" }, { "+", "-" }, { "*", "/", "%" }
};

static gulong read_choice (Reading *self);

static gboolean
take (Reading *self,
      const char *sign)
{
  while (g_ascii_isspace (*self->rest))
    self->rest++;
  if (!g_str_has_prefix (self->rest, sign))
    return FALSE;
  self->rest += strlen (sign);
  return TRUE;
}

static gulong
fail (Reading *self)
{
  self->is_broken = TRUE;
  return 0;
}

static gulong
read_operand (Reading *self)
{
  char *end;
  gulong value;

  if (self->is_broken || ++self->depth > DEEPEST)
    return fail (self);
  if (take (self, "!"))
    value = !read_operand (self);
  else if (take (self, "("))
    {
      value = read_choice (self);
      if (!take (self, ")"))
        return fail (self);
    }
  else if (take (self, "n"))
    value = self->n;
  else
    {
      if (!g_ascii_isdigit (*self->rest))
        return fail (self);
      value = (gulong) g_ascii_strtoull (self->rest, &end, 10);
      self->rest = end;
    }
  self->depth--;
  return value;
}

static gulong
apply (Reading *self,
       const char *sign,
       gulong first,
       gulong second)
{
  switch (sign[0])
    {
    case '|':
      return first || second;
    case '&':
      return first && second;
    case '=':
      return first == second;
    case '!':
      return first != second;
    case '<':
      return sign[1] == '=' ? first <= second : first < second;
    case '>':
      return sign[1] == '=' ? first >= second : first > second;
    case '+':
      return first + second;
    case '-':
      return first - second;
    case '*':
      return first * second;
    default:
      if (second == 0)
        return fail (self);
      return sign[0] == '/' ? first / second : first % second;
    }
}

static const char *
take_one_of (Reading *self,
             const char *const *signs)
{
  for (; *signs; signs++)
    if (take (self, *signs))
      return *signs;
  return NULL;
}

static gulong
read_level (Reading *self,
            guint level)
{
  gulong value;
  const char *sign;

  if (level == G_N_ELEMENTS (levels))
    return read_operand (self);
  value = read_level (self, level + 1);
  while (!self->is_broken && (sign = take_one_of (self, levels[level])) != NULL)
    value = apply (self, sign, value, read_level (self, level + 1));
  return value;
}

static gulong
read_choice (Reading *self)
{
  gulong condition, first, second;

  if (++self->depth > DEEPEST)
    return fail (self);
  condition = read_level (self, 0);
  if (take (self, "?"))
    {
      first = read_choice (self);
      if (!take (self, ":"))
        return fail (self);
      second = read_choice (self);
      condition = condition ? first : second;
    }
  self->depth--;
  return condition;
}

/**
 * rf_plural_rule_choose:
 * @rule: an expression of C over n, as in the header of a PO file: "n != 1"
 * @form: (out): which of the forms of a message says @n
 *
 * Returns: %FALSE where @rule is none
 */
gboolean
rf_plural_rule_choose (const char *rule,
                       gulong n,
                       gulong *form)
{
  Reading reading = { rule, n, 0, FALSE };
  gulong value = read_choice (&reading);

  while (g_ascii_isspace (*reading.rest))
    reading.rest++;
  if (reading.is_broken || *reading.rest != '\0')
    return FALSE;
  *form = value;
  return TRUE;
}
