// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-comparison-text.h"

#include "rf-score-text.h"
#include "rf-terminal.h"
#include "rf-language.h"

/* Beyond so many only neighbours in rank are spoken of: all pairs of many are more than anyone reads. */
#define FEW 6
#define PLACE_WIDTH 3
#define MEAN_WIDTH 6
#define DRAWN_WIDTH 10
#define SHARE_WIDTH 7
#define RANGE_WIDTH 30

static void
append_introduction (GString *page,
                     const RfComparison *self,
                     guint width)
{
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, self->seed);
  g_autofree char *line = NULL;

  line = g_strdup_printf (ngettext ("%s, revision %u: %u common question, %u draws, seed %s",
                                    "%s, revision %u: %u common questions, %u draws, seed %s", self->n_common),
                          self->questionnaire->id, self->questionnaire->revision, self->n_common, self->draws, seed);
  rf_terminal_append_wrapped (page, line, 0, width);
  if (self->profile >= 0)
    g_string_append_printf (page, _ ("Profile: %s\n"), self->questionnaire->profiles[self->profile].title);
  if (self->use_case)
    g_string_append_printf (page, _ ("Use case: %s\n"), self->use_case->name);
}

static void
append_cell (GString *page,
             const char *text,
             guint width,
             gboolean at_right)
{
  rf_terminal_append_padded (page, text, width, at_right);
  g_string_append (page, "  ");
}

static void
append_ranked (GString *page,
               const RfComparison *self,
               guint index)
{
  const RfComparedOffering *offering = &self->offerings[index];
  const RfRatingBands *bands = &self->questionnaire->bands;
  RfFigures figures = { offering->low, offering->high, offering->unproven_high, 0, 0 };
  g_autofree char *place = g_strdup_printf ("%u", index + 1);
  g_autofree char *mean = rf_format_points (offering->mean);
  g_autofree char *least = rf_format_low (offering->p05, bands);
  g_autofree char *most = rf_format_high (offering->p95, bands);
  g_autofree char *drawn = g_strdup_printf (_ ("%s to %s"), least, most);
  g_autofree char *share = rf_format_percent (offering->rank_share[0] * 100);
  g_autofree char *range = rf_score_dup_range (&figures, bands);

  append_cell (page, place, PLACE_WIDTH, TRUE);
  append_cell (page, mean, MEAN_WIDTH, TRUE);
  append_cell (page, drawn, DRAWN_WIDTH, FALSE);
  append_cell (page, share, SHARE_WIDTH, TRUE);
  append_cell (page, range, RANGE_WIDTH, FALSE);
  g_string_append_printf (page, "%s [%s]\n", offering->name, offering->id);
}

static void
append_ranking (GString *page,
                const RfComparison *self)
{
  if (self->n_ranked == 0)
    return;
  rf_terminal_append_heading (page, _ ("Ranking, least risk first"));
  g_string_append (page, "     ");
  append_cell (page, _ ("mean"), MEAN_WIDTH, TRUE);
  append_cell (page, _ ("5-95 %"), DRAWN_WIDTH, FALSE);
  append_cell (page, _ ("first"), SHARE_WIDTH, TRUE);
  append_cell (page, _ ("on the record"), RANGE_WIDTH, FALSE);
  g_string_truncate (page, page->len - 2 - (RANGE_WIDTH - rf_terminal_measure (_ ("on the record"))));
  g_string_append_c (page, '\n');
  for (guint i = 0; i < self->n_ranked; i++)
    append_ranked (page, self, i);
}

static char *
dup_settling_sentence (const RfComparison *self,
                       const RfComparedPair *pair)
{
  g_autofree char *first = rf_comparison_dup_settling (self, pair, 0);
  g_autofree char *next = rf_comparison_dup_settling (self, pair, 1);

  return next ? g_strdup_printf ("%s, %s.", first, next) : g_strdup_printf ("%s.", first);
}

static void
append_settling (GString *page,
                 const RfComparison *self,
                 const RfComparedPair *pair,
                 guint width)
{
  g_autofree char *sentence = NULL;

  if (pair->settle[0].question < 0)
    return;
  sentence = dup_settling_sentence (self, pair);
  g_string_append (page, "    ");
  rf_terminal_append_wrapped (page, sentence, 6, width);
  for (guint i = 0; i < RF_COMPARISON_N_SETTLING && pair->settle[i].question >= 0; i++)
    {
      const RfQuestion *question = &self->questionnaire->questions[pair->settle[i].question];
      g_autofree char *cause = rf_comparison_dup_settling_cause (self, &pair->settle[i]);
      g_autofree char *line = g_strdup_printf ("%s %s [%s]%s%s", question->number, question->prompt, question->id, cause ? " " : "", cause ? cause : "");

      g_string_append (page, "      ");
      rf_terminal_append_wrapped (page, line, 8, width);
    }
}

typedef enum
{
  CERTAIN,
  AHEAD,
  LIKELY,
  UNDECIDED,
  N_STRENGTHS,
} Strength;

static Strength
get_strength (const RfComparedPair *pair)
{
  switch (pair->verdict)
    {
    case RF_COMPARISON_A_CERTAIN:
    case RF_COMPARISON_B_CERTAIN:
      return CERTAIN;
    case RF_COMPARISON_A_AHEAD:
    case RF_COMPARISON_B_AHEAD:
      return AHEAD;
    case RF_COMPARISON_A_LIKELY:
    case RF_COMPARISON_B_LIKELY:
      return LIKELY;
    case RF_COMPARISON_UNDECIDED:
    default:
      return UNDECIDED;
    }
}

static const char *
get_heading (Strength strength)
{
  switch (strength)
    {
    case CERTAIN:
      return _ ("Certain, whatever the open answers, the doubts and the weights");
    case AHEAD:
      return _ ("Ahead on the record");
    case LIKELY:
      return _ ("Likely");
    case UNDECIDED:
    case N_STRENGTHS:
    default:
      return _ ("Cannot be told apart");
    }
}

/* A blank line, a heading and the pairs of one strength; nothing where there are none. */
static void
append_pairs (GString *page,
              const RfComparison *self,
              Strength strength,
              guint width)
{
  gboolean is_begun = FALSE;

  for (guint i = 0; i < self->n_pairs; i++)
    {
      const RfComparedPair *pair = &self->pairs[i];
      g_autofree char *sentence = NULL;

      if (get_strength (pair) != strength || (self->n_ranked > FEW && pair->b != pair->a + 1))
        continue;
      if (!is_begun)
        rf_terminal_append_heading (page, get_heading (strength));
      is_begun = TRUE;
      sentence = rf_comparison_dup_verdict (self, pair);
      g_string_append (page, "  ");
      rf_terminal_append_wrapped (page, sentence, 4, width);
      append_settling (page, self, pair, width);
    }
}

static void
append_unranked (GString *page,
                 const RfComparison *self,
                 guint width)
{
  if (self->n_ranked < self->n_offerings)
    rf_terminal_append_heading (page, _ ("Not ranked"));
  for (guint i = self->n_ranked; i < self->n_offerings; i++)
    {
      g_autofree char *reason = rf_comparison_dup_unranked_reason (self, &self->offerings[i]);

      g_string_append (page, "  ");
      rf_terminal_append_wrapped (page, reason, 4, width);
    }
}

static void
append_left_out (GString *page,
                 const RfComparison *self,
                 guint width)
{
  if (self->n_left_out > 0)
    rf_terminal_append_heading (page, _ ("Questions left out"));
  for (guint i = 0; i < self->n_left_out; i++)
    {
      const RfQuestion *question = &self->questionnaire->questions[self->left_out[i].question];
      g_autofree char *reason = rf_comparison_dup_left_out_reason (self, &self->left_out[i]);
      g_autofree char *line = g_strdup_printf ("%s %s [%s] %s", question->number, question->prompt, question->id, reason);

      g_string_append (page, "  ");
      rf_terminal_append_wrapped (page, line, 4, width);
    }
}

/**
 * rf_comparison_text_of:
 *
 * Lays a comparison out for people: what is certain before what is likely.
 *
 * Returns: (transfer full)
 */
char *
rf_comparison_text_of (const RfComparison *comparison)
{
  GString *page = g_string_new (NULL);
  guint width = rf_terminal_get_width ();

  append_introduction (page, comparison, width);
  append_ranking (page, comparison);
  for (guint strength = CERTAIN; strength < N_STRENGTHS; strength++)
    append_pairs (page, comparison, (Strength) strength, width);
  append_unranked (page, comparison, width);
  append_left_out (page, comparison, width);
  return g_string_free (page, FALSE);
}

/**
 * rf_comparison_text_of_pair:
 *
 * Says of two offerings which is better, and what would settle it.
 *
 * Returns: (transfer full)
 */
char *
rf_comparison_text_of_pair (const RfComparison *self)
{
  GString *page = g_string_new (NULL);
  guint width = rf_terminal_get_width ();

  append_introduction (page, self, width);
  if (self->n_pairs == 1)
    {
      const RfComparedPair *pair = &self->pairs[0];
      g_autofree char *verdict = rf_comparison_dup_verdict (self, pair);

      g_string_append_c (page, '\n');
      rf_terminal_append_wrapped (page, verdict, 2, width);
      append_settling (page, self, pair, width);
      if (pair->settle[0].question >= 0)
        {
          g_autofree char *share = rf_comparison_dup_settled_share (&pair->settle[0]);

          g_string_append (page, "    ");
          rf_terminal_append_wrapped (page, share, 6, width);
        }
      else if (!pair->certain)
        rf_terminal_append_wrapped (page, _ ("No single question is expected to settle it."), 2, width);
    }
  append_unranked (page, self, width);
  return g_string_free (page, FALSE);
}
