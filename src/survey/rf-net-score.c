// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-net-score.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick;
  const char *label;
  int sign;
} intentions[RF_N_INTENTIONS] = {
  [RF_INTENTION_ADOPTING] = { "adopting", NC_ ("intention", "Adopting"), 1 },
  [RF_INTENTION_SPENDING_MORE] = { "spending-more", NC_ ("intention", "Spending 6 % or more above the last period"), 1 },
  [RF_INTENTION_FLAT] = { "flat", NC_ ("intention", "Spending about as much as before"), 0 },
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
  return g_dpgettext2 (GETTEXT_PACKAGE, "intention", intentions[self].label);
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

static RfNumber
divide_rounding (gint64 dividend,
                 gint64 divisor)
{
  gint64 half = dividend < 0 ? -divisor / 2 : divisor / 2;

  return (dividend + half) / divisor;
}

/**
 * rf_net_score_from_counts:
 * @counts: how many gave each answer
 * @score: (out): in percent, from -100 to 100, halves of the last place away from 0; written on success only
 *
 * (adopting + spending 6 % or more above) - (spending 6 % or more below + replacing), of all answers. Those who
 * spend about the same count in the whole alone.
 *
 * Source: the method of ETR's spending survey, as theCUBE Research describes it in Breaking Analysis 226, April 2024.
 *
 * Returns: whether anybody answered
 */
gboolean
rf_net_score_from_counts (const guint counts[RF_N_INTENTIONS],
                          RfNumber *score)
{
  gint64 net = 0;
  gint64 whole = 0;

  for (guint i = 0; i < RF_N_INTENTIONS; i++)
    {
      net += (gint64) counts[i] * intentions[i].sign;
      whole += counts[i];
    }
  if (whole == 0)
    return FALSE;
  *score = divide_rounding (net * 100 * RF_NUMBER_ONE, whole);
  return TRUE;
}

/**
 * rf_net_score_from_intentions:
 * @own_intentions: (array length=n_intentions): one for each offering; %RF_INTENTION_NOT_SET counts nowhere
 * @score: (out): as of rf_net_score_from_counts(); written on success only
 * @n_set: (out) (optional): how many of them are set
 *
 * The Net Score of a portfolio of the company's own.
 *
 * Returns: whether any intention is set
 */
gboolean
rf_net_score_from_intentions (const RfIntention *own_intentions,
                              guint n_intentions,
                              RfNumber *score,
                              guint *n_set)
{
  guint counts[RF_N_INTENTIONS] = { 0 };
  guint n = 0;

  for (guint i = 0; i < n_intentions; i++)
    if (is_set (own_intentions[i]))
      {
        counts[own_intentions[i]]++;
        n++;
      }
  if (n_set)
    *n_set = n;
  return rf_net_score_from_counts (counts, score);
}

/**
 * rf_net_score_is_elevated:
 *
 * Returns: whether @score is highly elevated, that is, 40 % or above
 */
gboolean
rf_net_score_is_elevated (RfNumber score)
{
  return score >= RF_NET_SCORE_ELEVATED;
}
