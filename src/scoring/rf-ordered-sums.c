// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-ordered-sums.h"

#include <string.h>

#define N_DIGITS 5
#define BITS_PER_DIGIT 4
#define N_CHILDREN (1 << BITS_PER_DIGIT)

typedef struct
{
  gint64 weight[N_CHILDREN];
  gint64 sum[N_CHILDREN]; /* of weight times value */
  guint32 child[N_CHILDREN];
} Node;

struct _RfOrderedSums
{
  Node *nodes;     /* owned; the one at 0 stands for none */
  guint32 n_nodes; /* used or free */
  guint32 n_allocated;
  guint32 first_free; /* chained by their first child */
};

static guint
shift_of (guint level)
{
  return (N_DIGITS - 1 - level) * BITS_PER_DIGIT;
}

static guint32
allocate_node (RfOrderedSums *self)
{
  guint32 node = self->first_free;

  if (node != 0)
    {
      self->first_free = self->nodes[node].child[0];
    }
  else
    {
      if (self->n_nodes == self->n_allocated)
        {
          self->n_allocated *= 2;
          self->nodes = g_renew (Node, self->nodes, self->n_allocated);
        }
      node = self->n_nodes++;
    }
  self->nodes[node] = (Node){ { 0 } };
  return node;
}

static void
release_node (RfOrderedSums *self,
              guint32 node)
{
  self->nodes[node].child[0] = self->first_free;
  self->first_free = node;
}

/* Carries the mean along as long as the values of the tree, in order, pull it down (@direction 1) or up (-1).
 * A subtree is taken whole where the mean that it leaves behind still lies beyond all its values: then each of
 * them has helped. Returns whether all of the tree was taken. */
static gboolean
pull_mean (const RfOrderedSums *self,
           guint32 node,
           guint level,
           gint64 base,
           int direction,
           gint64 *sum,
           gint64 *weight)
{
  const Node *at = &self->nodes[node];
  guint shift = shift_of (level);

  for (int step = 0; step < N_CHILDREN; step++)
    {
      int digit = direction > 0 ? step : N_CHILDREN - 1 - step;
      gint64 from = base + ((gint64) digit << shift);
      gint64 last = direction > 0 ? from + ((gint64) 1 << shift) - 1 : from;
      gint64 new_sum = *sum + at->sum[digit];
      gint64 new_weight = *weight + at->weight[digit];
      gboolean helps;

      if (at->weight[digit] == 0)
        continue;
      if (level == N_DIGITS - 1)
        helps = *weight == 0 || direction * (last * *weight - *sum) < 0;
      else
        helps = direction * (last * new_weight - new_sum) < 0;
      if (helps)
        {
          *sum = new_sum;
          *weight = new_weight;
        }
      else if (level == N_DIGITS - 1 || !pull_mean (self, at->child[digit], level + 1, from, direction, sum, weight))
        {
          return FALSE;
        }
    }
  return TRUE;
}

RfOrderedSums *
rf_ordered_sums_new (void)
{
  RfOrderedSums *self = g_new0 (RfOrderedSums, 1);

  self->n_allocated = 16;
  self->n_nodes = 1;
  self->nodes = g_new0 (Node, self->n_allocated);
  return self;
}

RfOrderedSums *
rf_ordered_sums_copy (const RfOrderedSums *self)
{
  RfOrderedSums *copy = g_new (RfOrderedSums, 1);

  *copy = *self;
  copy->nodes = g_new (Node, self->n_allocated);
  memcpy (copy->nodes, self->nodes, self->n_nodes * sizeof (Node));
  return copy;
}

void
rf_ordered_sums_free (RfOrderedSums *self)
{
  g_free (self->nodes);
  g_free (self);
}

/**
 * rf_ordered_sums_clear:
 *
 * Forgets every set; the caller sets its own to 0.
 */
void
rf_ordered_sums_clear (RfOrderedSums *self)
{
  self->n_nodes = 1;
  self->first_free = 0;
}

/**
 * rf_ordered_sums_add:
 * @set: (inout): the set, made where it is 0
 * @value: 0..1,000,000
 * @weight: below 0 takes away what was added before
 */
void
rf_ordered_sums_add (RfOrderedSums *self,
                     RfOrderedSet *set,
                     guint32 value,
                     gint64 weight)
{
  guint32 path[N_DIGITS];
  guint digits[N_DIGITS];

  if (weight == 0)
    return;
  for (guint level = 0; level < N_DIGITS; level++)
    {
      guint32 node = level == 0 ? *set : self->nodes[path[level - 1]].child[digits[level - 1]];

      if (node == 0)
        {
          node = allocate_node (self);
          if (level == 0)
            *set = node;
          else
            self->nodes[path[level - 1]].child[digits[level - 1]] = node;
        }
      path[level] = node;
      digits[level] = (value >> shift_of (level)) & (N_CHILDREN - 1);
      self->nodes[node].weight[digits[level]] += weight;
      self->nodes[node].sum[digits[level]] += weight * value;
    }

  /* weights are positive, so no weight means that nothing is left below */
  for (guint level = N_DIGITS - 1; level > 0; level--)
    if (self->nodes[path[level - 1]].weight[digits[level - 1]] == 0)
      {
        release_node (self, path[level]);
        self->nodes[path[level - 1]].child[digits[level - 1]] = 0;
      }
}

/**
 * rf_ordered_sums_lower_mean:
 * @sum: (inout): of weight times value of what is certain
 * @weight: (inout): of what is certain, may be 0
 *
 * Takes values of the set into a mean, in ascending order, as long as each lies below the mean reached without
 * it; where there is no mean yet, the first is taken unasked. This is the least mean that any of the set's
 * parts leads to.
 */
void
rf_ordered_sums_lower_mean (const RfOrderedSums *self,
                            RfOrderedSet set,
                            gint64 *sum,
                            gint64 *weight)
{
  if (set != 0)
    pull_mean (self, set, 0, 0, 1, sum, weight);
}

/**
 * rf_ordered_sums_raise_mean:
 *
 * As rf_ordered_sums_lower_mean(), in descending order and for values above the mean: the greatest mean.
 */
void
rf_ordered_sums_raise_mean (const RfOrderedSums *self,
                            RfOrderedSet set,
                            gint64 *sum,
                            gint64 *weight)
{
  if (set != 0)
    pull_mean (self, set, 0, 0, -1, sum, weight);
}
