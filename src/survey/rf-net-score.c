// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-net-score.h"

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
      net += (gint64) counts[i] * rf_intention_get_sign ((RfIntention) i);
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
    if (own_intentions[i] != RF_INTENTION_NOT_SET)
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
