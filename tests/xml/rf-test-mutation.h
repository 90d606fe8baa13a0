// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

/* Breaks good files at random, but always in the same way for the same seed. */

/* @pieces: what is often found in such a file, to be put where it does not belong */
static inline void
mutate (GString *text,
        const char *const *pieces,
        guint n_pieces,
        GRand *random)
{
  guint at = (guint) g_rand_int_range (random, 0, (gint32) text->len);
  guint wanted = (guint) g_rand_int_range (random, 1, 40);
  guint length = MIN (wanted, (guint) text->len - at);
  g_autofree char *copy = g_strndup (text->str + at, length);

  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
      text->str[at] = (char) g_rand_int_range (random, 1, 256);
      break;
    case 1:
      if (text->len > 200)
        g_string_erase (text, at, length);
      break;
    case 2:
      g_string_insert (text, g_rand_int_range (random, 0, (gint32) text->len), copy);
      break;
    default:
      g_string_insert (text, at, pieces[g_rand_int_range (random, 0, (gint32) n_pieces)]);
    }
}

/* Takes out, doubles or moves a whole line, which mostly leaves the file well-formed. */
static inline void
mutate_lines (GString *text,
              GRand *random)
{
  g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);
  guint n = g_strv_length (lines);
  guint from = (guint) g_rand_int_range (random, 0, (gint32) n);
  guint to = (guint) g_rand_int_range (random, 0, (gint32) n);
  guint how = (guint) g_rand_int_range (random, 0, 3);

  g_string_truncate (text, 0);
  for (guint i = 0; i < n; i++)
    {
      if (i == to && how != 0)
        g_string_append_printf (text, "%s\n", lines[from]);
      if (i != from || how == 1)
        g_string_append_printf (text, "%s\n", lines[i]);
    }
}

/* The @number-th broken copy of @good. */
static inline GBytes *
make_mutant (const char *good,
             const char *const *pieces,
             guint n_pieces,
             guint number,
             GRand *random)
{
  GString *text = g_string_new (good);

  for (int k = g_rand_int_range (random, 1, 4); k > 0; k--)
    if (number % 2)
      mutate (text, pieces, n_pieces, random);
    else
      mutate_lines (text, random);
  return g_string_free_to_bytes (text);
}
