// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-intention.h"

#include "rf-language.h"

static const struct
{
  const char *nick;
  const char *label;
  int sign;
} intentions[RF_N_INTENTIONS] = {
  [RF_INTENTION_ADOPTING] = { "adopting", NC_ ("intention", "Adopting"), 1 },
  /* xgettext:no-c-format */
  [RF_INTENTION_SPENDING_MORE] = { "spending-more", NC_ ("intention", "Spending 6 % or more above the last period"), 1 },
  [RF_INTENTION_FLAT] = { "flat", NC_ ("intention", "Spending about as much as before"), 0 },
  /* xgettext:no-c-format */
  [RF_INTENTION_SPENDING_LESS] = { "spending-less", NC_ ("intention", "Spending 6 % or more below the last period"), -1 },
  [RF_INTENTION_REPLACING] = { "replacing", NC_ ("intention", "Replacing"), -1 },
};

static gboolean
is_set (RfIntention self)
{
  return (int) self >= 0 && (int) self < RF_N_INTENTIONS;
}

/**
 * rf_intention_get_nick:
 *
 * Returns: its word in files
 */
const char *
rf_intention_get_nick (RfIntention self)
{
  g_return_val_if_fail (is_set (self), NULL);
  return intentions[self].nick;
}

/**
 * rf_intention_get_label:
 *
 * Returns: what a person reads
 */
const char *
rf_intention_get_label (RfIntention self)
{
  g_return_val_if_fail (is_set (self), NULL);
  return C_ ("intention", intentions[self].label);
}

/**
 * rf_intention_from_nick:
 * @nick: (nullable)
 * @intention: (out): written on success only
 */
gboolean
rf_intention_from_nick (const char *nick,
                        RfIntention *intention)
{
  for (guint i = 0; nick && i < RF_N_INTENTIONS; i++)
    if (g_str_equal (intentions[i].nick, nick))
      {
        *intention = (RfIntention) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * rf_intention_get_sign:
 *
 * Returns: 1 where it raises the Net Score, -1 where it lowers it, else 0
 */
int
rf_intention_get_sign (RfIntention self)
{
  g_return_val_if_fail (is_set (self), 0);
  return intentions[self].sign;
}
