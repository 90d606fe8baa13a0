// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-score-text.h"

#include "rf-policy.h"
#include "rf-table-output.h"
#include "rf-terminal.h"
#include "rf-language.h"

#include <math.h>
#include <string.h>

#define POINTS_WIDTH 6
#define BAR_INDENT 4
#define RANGE_WIDTH 28
#define PERCENT_WIDTH 6

typedef struct
{
  const RfFindings *findings; /* borrowed */
  GString *page;              /* borrowed */
  guint width;
  guint longest_list;
} Layout;

static char *
format_percent (double figure)
{
  return isnan (figure) ? g_strdup ("-") : rf_format_percent (figure);
}

/* One line from 0 to 100: what open answers leave, and what claims without proof leave beyond. */
static void
append_bar (const Layout *layout,
            const RfFigures *figures)
{
  static const char *const plain[] = { ".", "#", "~" };
  static const char *const unicode[] = { "·", "█", "░" };
  const char *const *marks = rf_terminal_has_unicode () ? unicode : plain;
  guint length = MIN (layout->width - 2 * BAR_INDENT, 60);

  g_string_append_printf (layout->page, "%*s", BAR_INDENT, "");
  for (guint i = 0; i < length; i++)
    {
      double from = 100.0 * i / length;
      double to = 100.0 * (i + 1) / length;
      guint mark = 0;

      if (to > figures->low && (from < figures->high || (from <= figures->low && figures->low == figures->high)))
        mark = 1;
      else if (from >= figures->high && from < figures->unproven_high)
        mark = 2;
      g_string_append (layout->page, marks[mark]);
    }
  g_string_append_printf (layout->page, "\n%*s0%*s\n", BAR_INDENT, "", (int) length - 1, "100");
}

static void
append_sections (const Layout *layout,
                 RfSide side)
{
  const RfQuestionnaire *questionnaire = layout->findings->questionnaire;

  for (guint i = 0; i < questionnaire->n_sections; i++)
    {
      const RfFigures *figures = &layout->findings->score->sections[i];
      g_autofree char *range = rf_score_dup_range (figures, &questionnaire->bands);
      g_autofree char *coverage = format_percent (figures->coverage);

      if (questionnaire->sections[i].side != side)
        continue;
      g_string_append (layout->page, "  ");
      rf_terminal_append_padded (layout->page, range, RANGE_WIDTH, FALSE);
      rf_terminal_append_padded (layout->page, coverage, PERCENT_WIDTH, TRUE);
      g_string_append (layout->page, "  ");
      rf_terminal_append_wrapped (layout->page, questionnaire->sections[i].title, RANGE_WIDTH + PERCENT_WIDTH + 4,
                                  layout->width);
    }
}

static void
append_side (const Layout *layout,
             RfSide side,
             const char *title)
{
  const RfSideScore *score = &layout->findings->score->sides[side];
  g_autofree char *rating = rf_score_dup_rating (score);
  g_autofree char *range = rf_score_dup_range (&score->figures, &layout->findings->questionnaire->bands);
  g_autofree char *coverage = format_percent (score->figures.coverage);
  g_autofree char *assurance = format_percent (score->assurance);
  g_autofree char *set_aside = format_percent (score->not_applicable_share);

  rf_terminal_append_heading (layout->page, title);
  if (score->state == RF_NOT_ASSESSED)
    {
      g_string_append_printf (layout->page, "  %s\n", _ ("Not assessed: nothing applies, or nothing was asked."));
      return;
    }
  g_string_append_printf (layout->page, _ ("  Rating    %s\n"), rating);
  if (score->state == RF_PROVISIONAL)
    g_string_append_printf (layout->page, "            %s\n",
                            _ ("provisional: too little is answered, or too much is set aside"));
  g_string_append_printf (layout->page, _ ("  Risk      %s\n"), range);
  append_bar (layout, &score->figures);
  g_string_append_printf (layout->page, _ ("  Coverage  %s    Assurance  %s    Set aside  %s\n\n"), coverage, assurance,
                          set_aside);
  append_sections (layout, side);
}

static void
append_knock_out (const Layout *layout,
                  const RfKnockOut *knock_out,
                  RfKnockOutResult result)
{
  const char *label = rf_knock_out_result_get_label (result);

  if (result == RF_KNOCK_OUT_VIOLATED)
    g_string_append_printf (layout->page, _ ("  %s, so that the rating is %s at least [%s]\n    "), label,
                            rf_rating_get_label (knock_out->floor), knock_out->id);
  else if (result == RF_KNOCK_OUT_NOT_CLEARED)
    g_string_append_printf (layout->page, _ ("  %s, so that the rating may be %s [%s]\n    "), label,
                            rf_rating_get_label (knock_out->floor), knock_out->id);
  else
    g_string_append_printf (layout->page, "  %s [%s]\n    ", label, knock_out->id);
  rf_terminal_append_wrapped (layout->page, knock_out->text, 4, layout->width);
}

static void
append_knock_outs (const Layout *layout)
{
  const RfQuestionnaire *questionnaire = layout->findings->questionnaire;

  if (questionnaire->n_knock_outs == 0)
    return;
  rf_terminal_append_heading (layout->page, _ ("Knock-outs"));
  for (guint result = RF_KNOCK_OUT_VIOLATED; result <= RF_KNOCK_OUT_NOT_APPLICABLE; result++)
    for (guint i = 0; i < questionnaire->n_knock_outs; i++)
      if (layout->findings->score->knock_outs[i] == result)
        append_knock_out (layout, &questionnaire->knock_outs[i], result);
}

static void
append_residuals (const Layout *layout)
{
  const GPtrArray *use_cases = layout->findings->use_cases;

  if (use_cases->len == 0)
    return;
  rf_terminal_append_heading (layout->page, _ ("Residual risk by use case"));
  for (guint i = 0; i < use_cases->len; i++)
    {
      const RfUseCaseFindings *findings = g_ptr_array_index (use_cases, i);
      const RfResidual *residual = &findings->residual;
      g_autofree char *range = NULL;
      g_autofree char *line = NULL;

      if (!residual->known)
        range = g_strdup (_ ("not known: its levels or the rating are missing"));
      else if (residual->low == residual->high)
        range = g_strdup_printf (_ ("%s (exposure: %s)"), rf_rating_get_label (residual->high),
                                 rf_rating_get_label (residual->exposure));
      else
        range = g_strdup_printf (_ ("%s to %s (exposure: %s)"), rf_rating_get_label (residual->low),
                                 rf_rating_get_label (residual->high), rf_rating_get_label (residual->exposure));
      line = g_strdup_printf (_ ("%s: %s"), findings->use_case->name, range);
      g_string_append (layout->page, "  ");
      rf_terminal_append_wrapped (layout->page, line, 4, layout->width);
    }
}

static void
append_question (const Layout *layout,
                 guint index)
{
  const RfQuestionnaire *questionnaire = layout->findings->questionnaire;
  const RfQuestion *question = &questionnaire->questions[index];
  gboolean is_ours = questionnaire->sections[question->section].side == RF_SIDE_CUSTOMER;
  g_autofree char *text = g_strdup_printf (is_ours ? _ ("%s  %s [%s, our side]") : "%s  %s [%s]", question->number,
                                           question->prompt, question->id);

  rf_terminal_append_wrapped (layout->page, text, POINTS_WIDTH + 4, layout->width);
}

static void
append_advice (const Layout *layout,
               const char *title,
               const GArray *list)
{
  guint n = MIN (list->len, layout->longest_list);

  if (list->len == 0)
    return;
  rf_terminal_append_heading (layout->page, title);
  for (guint i = 0; i < n; i++)
    {
      const RfAdvice *advice = &g_array_index (list, RfAdvice, i);
      g_autofree char *points = rf_format_points (advice->points);

      g_string_append (layout->page, "  ");
      rf_terminal_append_padded (layout->page, points, POINTS_WIDTH, TRUE);
      g_string_append (layout->page, "  ");
      append_question (layout, advice->question);
    }
  if (n < list->len)
    g_string_append_printf (layout->page,
                            ngettext ("          and %u more: --all lists it\n",
                                      "          and %u more: --all lists them\n", list->len - n),
                            list->len - n);
}

static void
append_way (const Layout *layout,
            const RfShortestWay *way)
{
  const char *band = rf_rating_get_label (way->band);

  if (!way->reachable)
    {
      g_string_append_printf (layout->page, _ ("  to %s: out of reach, whatever is answered\n"), band);
      return;
    }
  if (way->minimal)
    g_string_append_printf (layout->page,
                            ngettext ("  to %s: %u question, with its best answer proven\n",
                                      "  to %s: %u questions, with their best answers proven; fewer will not do\n",
                                      way->questions->len),
                            band, way->questions->len);
  else
    g_string_append_printf (layout->page,
                            ngettext ("  to %s: %u question, with its best answer proven\n",
                                      "  to %s: %u questions, with their best answers proven; fewer may do\n",
                                      way->questions->len),
                            band, way->questions->len);
  for (guint i = 0; i < MIN (way->questions->len, layout->longest_list); i++)
    {
      g_string_append_printf (layout->page, "%*s", POINTS_WIDTH + 4, "");
      append_question (layout, g_array_index (way->questions, guint, i));
    }
}

static void
append_title (const Layout *layout)
{
  const RfFindings *findings = layout->findings;
  const RfOffering *offering = findings->record->offering;
  g_autofree char *as_of = rf_day_to_text (findings->as_of);
  g_autofree char *title = g_strdup_printf ("%s, %s [%s]", offering->provider, offering->name, offering->id);

  rf_terminal_append_wrapped (layout->page, title, 0, layout->width);
  g_string_append_printf (layout->page, _ ("%s, revision %u, as of %s\n"), findings->questionnaire->id,
                          findings->questionnaire->revision, as_of);
  if (findings->profile >= 0)
    g_string_append_printf (layout->page, _ ("Profile: %s\n"), findings->questionnaire->profiles[findings->profile].title);
  if (findings->questionnaire->policy)
    g_string_append_printf (layout->page, _ ("Company’s policy: %s\n"), findings->questionnaire->policy->name);
  if (findings->use_case)
    g_string_append_printf (layout->page, _ ("Use case: %s\n"), findings->use_case->name);
}

/**
 * rf_score_text_of_one:
 * @longest_list: the entries of a list after which the rest is only counted
 *
 * Lays out the findings about one record for reading in a terminal.
 *
 * Returns: (transfer full)
 */
char *
rf_score_text_of_one (const RfFindings *findings,
                      guint longest_list)
{
  GString *page = g_string_new (NULL);
  Layout layout = { findings, page, rf_terminal_get_width (), longest_list };

  append_title (&layout);
  append_side (&layout, RF_SIDE_PROVIDER, _ ("The provider"));
  append_side (&layout, RF_SIDE_CUSTOMER, _ ("Our own side"));
  append_knock_outs (&layout);
  append_residuals (&layout);
  append_advice (&layout, _ ("Ask first: points of range that an answer settles"), findings->ask_first);
  append_advice (&layout, _ ("Prove first: points that a test by us takes off the unproven end"), findings->prove_first);
  append_advice (&layout, _ ("Negotiate first: points that the best answer takes off the high end"),
                 findings->negotiate_first);
  if (findings->shortest_ways->len > 0)
    rf_terminal_append_heading (page, _ ("Shortest way to a better rating of the provider"));
  for (guint i = 0; i < findings->shortest_ways->len; i++)
    append_way (&layout, g_ptr_array_index (findings->shortest_ways, i));
  return g_string_free (page, FALSE);
}

static const RfColumn comparison_columns[] = {
  { "offering", N_ ("Offering"), RF_COLUMN_TEXT },
  { "rating", N_ ("Rating"), RF_COLUMN_TEXT },
  { "risk", N_ ("Risk"), RF_COLUMN_TEXT },
  { "coverage", N_ ("Coverage"), RF_COLUMN_NUMBER },
  { "knockouts", N_ ("Violated"), RF_COLUMN_NUMBER },
  { "state", N_ ("State"), RF_COLUMN_TEXT },
};

/**
 * rf_score_text_of_several:
 * @list: (element-type RfFindings)
 *
 * Lays out the provider's side of several records, one a line.
 *
 * Returns: (transfer full)
 */
char *
rf_score_text_of_several (const GPtrArray *list)
{
  g_autoptr (RfTable) table = rf_table_new (comparison_columns, G_N_ELEMENTS (comparison_columns));

  for (guint i = 0; i < list->len; i++)
    {
      const RfFindings *findings = g_ptr_array_index (list, i);
      const RfSideScore *score = &findings->score->sides[RF_SIDE_PROVIDER];
      g_autofree char *rating = rf_score_dup_rating (score);
      g_autofree char *range = rf_score_dup_range (&score->figures, &findings->questionnaire->bands);
      g_autofree char *coverage = format_percent (score->figures.coverage);
      guint n_violated = 0;

      for (guint k = 0; k < findings->score->n_knock_outs; k++)
        n_violated += findings->score->knock_outs[k] == RF_KNOCK_OUT_VIOLATED;
      rf_table_add_text (table, findings->record->offering->id);
      rf_table_add_text (table, rating);
      rf_table_add_text (table, range);
      rf_table_add_shown (table, score->figures.coverage, coverage);
      rf_table_add_number (table, n_violated);
      rf_table_add_text (table, rf_assessed_state_get_nick (score->state));
    }
  return rf_table_to_text (table);
}
