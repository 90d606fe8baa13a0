// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-ordered-sums.h"

#include <string.h>

#define N_DIGITS 5
#define BITS_PER_DIGIT 4
#define N_CHILDREN (1 << BITS_PER_DIGIT)

/* A part without a child holds one value only, which is its sum divided by its weight. */
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
      if (at->child[digit] == 0)
        helps = *weight == 0 || direction * (at->sum[digit] / at->weight[digit] * *weight - *sum) < 0;
      else
        helps = direction * (last * new_weight - new_sum) < 0;
      if (helps)
        {
          *sum = new_sum;
          *weight = new_weight;
        }
      else if (at->child[digit] == 0 || !pull_mean (self, at->child[digit], level + 1, from, direction, sum, weight))
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

static guint
digit_of (gint64 value,
          guint level)
{
  return (guint) (value >> shift_of (level)) & (N_CHILDREN - 1);
}

/* Moves what a part of a node holds into a child of its own. */
static void
split_part (RfOrderedSums *self,
            guint32 node,
            guint digit,
            guint level)
{
  guint32 child = allocate_node (self);
  Node *parent = &self->nodes[node];
  guint moved = digit_of (parent->sum[digit] / parent->weight[digit], level + 1);

  self->nodes[child].weight[moved] = parent->weight[digit];
  self->nodes[child].sum[moved] = parent->sum[digit];
  parent->child[digit] = child;
}

/* Whether the part of a node that the value belongs to has room for it without a child. */
static gboolean
holds_alone (const Node *node,
             guint digit,
             guint32 value)
{
  return node->child[digit] == 0 && (node->weight[digit] == 0 || node->sum[digit] == node->weight[digit] * value);
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
  guint level = 0;

  if (weight == 0)
    return;
  if (*set == 0)
    *set = allocate_node (self);
  path[0] = *set;
  for (;; level++)
    {
      guint digit = digit_of (value, level);
      gboolean alone = holds_alone (&self->nodes[path[level]], digit, value);

      if (!alone && self->nodes[path[level]].child[digit] == 0)
        split_part (self, path[level], digit, level);
      self->nodes[path[level]].weight[digit] += weight;
      self->nodes[path[level]].sum[digit] += weight * value;
      if (alone)
        break;
      path[level + 1] = self->nodes[path[level]].child[digit];
    }

  /* weights are positive, so no weight means that nothing is left below */
  for (; level > 0; level--)
    {
      Node *parent = &self->nodes[path[level - 1]];
      guint digit = digit_of (value, level - 1);

      if (parent->weight[digit] != 0)
        break;
      release_node (self, path[level]);
      parent->child[digit] = 0;
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
