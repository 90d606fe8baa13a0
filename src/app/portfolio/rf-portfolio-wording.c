// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-portfolio-wording.h"

#include "rf-wording.h"

#include <glib/gi18n.h>

static void
say (RfPortfolioWords *self,
     char *line,
     RfTone tone)
{
  guint n = self->lines[0] == NULL ? 0 : 1;

  g_return_if_fail (self->lines[n] == NULL);
  self->lines[n] = line;
  self->tones[n] = tone;
}

/**
 * rf_tone_get_css_class:
 *
 * Returns: (nullable): the style class in which a line of this tone is set; %NULL for none
 */
const char *
rf_tone_get_css_class (RfTone self)
{
  static const char *const classes[] = { [RF_TONE_DIM] = "dim-label", [RF_TONE_NORMAL] = NULL, [RF_TONE_WARNING] = "warning", [RF_TONE_ERROR] = "error" };

  return classes[self];
}

/**
 * rf_portfolio_shows_side:
 *
 * Returns: whether there is something to show of a side: the provider's always where there is an assessment, our own
 *   where a question asks for it
 */
gboolean
rf_portfolio_shows_side (const RfPortfolioSummary *summary,
                         RfSide side)
{
  return summary->score != NULL && (side == RF_SIDE_PROVIDER || summary->score->sides[side].state != RF_NOT_ASSESSED);
}

static char *
dup_prefixed (RfSide side,
              const char *words)
{
  /* Translators: whose side, and what is said of it, as in "Own side: Risk low" */
  return g_strdup_printf (C_ ("portfolio", "%s: %s"), rf_wording_get_side (side), words);
}

static char *
dup_rating (const RfPortfolioSummary *summary,
            RfSide side,
            gboolean with_heading)
{
  const RfSideScore *score = &summary->score->sides[side];
  g_autofree char *words = with_heading ? rf_wording_dup_levels (score) : rf_wording_dup_rating (score);

  if (side != RF_SIDE_PROVIDER)
    /* Translators: what our own side is rated, in a narrow column */
    return with_heading ? g_strdup_printf (C_ ("portfolio", "Own: %s"), words) : dup_prefixed (side, words);
  return rf_wording_dup_capitalized (words);
}

static void
say_ratings (RfPortfolioWords *self,
             const RfPortfolioSummary *summary,
             gboolean with_heading)
{
  if (summary->score == NULL)
    {
      say (self, g_strdup (_ ("Not assessed")), RF_TONE_DIM);
      return;
    }
  for (RfSide side = 0; side < RF_N_SIDES; side++)
    if (rf_portfolio_shows_side (summary, side))
      say (self, dup_rating (summary, side, with_heading), side == RF_SIDE_PROVIDER ? RF_TONE_NORMAL : RF_TONE_DIM);
}

/* The header of the column says what it is a rating of. */
static void
say_rating (RfPortfolioWords *self,
            const RfPortfolioSummary *summary)
{
  say_ratings (self, summary, TRUE);
}

/* The range in words, for those who cannot see the bars. */
static void
say_risk (RfPortfolioWords *self,
          const RfPortfolioSummary *summary)
{
  for (RfSide side = 0; side < RF_N_SIDES; side++)
    if (rf_portfolio_shows_side (summary, side) && summary->score->sides[side].state != RF_NOT_ASSESSED)
      say (self, rf_wording_dup_range (&summary->score->sides[side].figures, &summary->questionnaire->bands), RF_TONE_NORMAL);
}

static void
say_coverage (RfPortfolioWords *self,
              const RfPortfolioSummary *summary)
{
  for (RfSide side = 0; side < RF_N_SIDES; side++)
    if (rf_portfolio_shows_side (summary, side) && summary->score->sides[side].state != RF_NOT_ASSESSED)
      say (self, rf_format_percent (summary->score->sides[side].figures.coverage), side == RF_SIDE_PROVIDER ? RF_TONE_NORMAL : RF_TONE_DIM);
}

static void
say_knock_outs (RfPortfolioWords *self,
                const RfPortfolioSummary *summary)
{
  guint n_violated = summary->n_violated[RF_SIDE_PROVIDER] + summary->n_violated[RF_SIDE_CUSTOMER];
  guint n_not_cleared = summary->n_not_cleared[RF_SIDE_PROVIDER] + summary->n_not_cleared[RF_SIDE_CUSTOMER];

  if (summary->score == NULL)
    return;
  if (n_violated > 0)
    say (self, g_strdup_printf (ngettext ("%u violated", "%u violated", n_violated), n_violated), RF_TONE_ERROR);
  if (n_not_cleared > 0)
    say (self, g_strdup_printf (ngettext ("%u not cleared", "%u not cleared", n_not_cleared), n_not_cleared), RF_TONE_WARNING);
  if (n_violated + n_not_cleared == 0)
    /* Translators: no knock-out is violated or open */
    say (self, g_strdup (C_ ("knock-outs", "None")), RF_TONE_DIM);
}

/* What needs a person first: expired, then rejected, then with conditions, then approved, then undecided. */
static int
get_urgency (const RfUseCaseStanding *standing)
{
  if (standing->decision == NULL)
    return 0;
  return standing->has_expired ? 4 : 1 + (int) standing->decision->verdict;
}

static int
compare_urgency (gconstpointer a,
                 gconstpointer b)
{
  return get_urgency (*(const RfUseCaseStanding *const *) b) - get_urgency (*(const RfUseCaseStanding *const *) a);
}

static const char *
get_standing (const RfUseCaseStanding *standing)
{
  if (standing->decision == NULL)
    return C_ ("decision", "To be decided");
  return standing->has_expired ? C_ ("decision", "Expired, decide again") : rf_verdict_get_label (standing->decision->verdict);
}

static RfTone
get_tone (const RfUseCaseStanding *standing)
{
  if (standing->decision == NULL)
    return RF_TONE_DIM;
  return standing->has_expired ? RF_TONE_ERROR : RF_TONE_NORMAL;
}

static char *
dup_standing (const RfUseCaseStanding *standing)
{
  /* Translators: what was decided, and for which use case, as in "Rejected: Customer service" */
  return g_strdup_printf (C_ ("decision", "%s: %s"), get_standing (standing), standing->use_case->name);
}

/* Each use case where there is room for all; otherwise the most urgent one and how many more there are. */
static void
say_decisions (RfPortfolioWords *self,
               const RfPortfolioSummary *summary)
{
  g_autoptr (GPtrArray) standings = g_ptr_array_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n_shown = summary->use_cases->len <= RF_PORTFOLIO_MOST_LINES ? summary->use_cases->len : 1;

  if (summary->use_cases->len == 0)
    return;
  g_ptr_array_extend (standings, summary->use_cases, NULL, NULL);
  g_ptr_array_sort (standings, compare_urgency);
  for (guint i = 0; i < standings->len; i++)
    g_ptr_array_add (lines, dup_standing (standings->pdata[i]));
  g_ptr_array_add (lines, NULL);
  for (guint i = 0; i < n_shown; i++)
    say (self, g_strdup (lines->pdata[i]), get_tone (standings->pdata[i]));
  if (n_shown < standings->len)
    /* Translators: further use cases than the one shown above */
    say (self, g_strdup_printf (ngettext ("and %u more", "and %u more", standings->len - n_shown), standings->len - n_shown), RF_TONE_DIM);
  self->all = g_strjoinv ("\n", (char **) lines->pdata);
}

static void
say_evidence (RfPortfolioWords *self,
              const RfPortfolioSummary *summary)
{
  g_autofree char *day = NULL;

  if (summary->n_expired_evidence > 0)
    say (self, g_strdup_printf (ngettext ("%u expired", "%u expired", summary->n_expired_evidence), summary->n_expired_evidence), RF_TONE_ERROR);
  if (summary->next_expiry == RF_DAY_NONE)
    return;
  day = rf_day_to_text (summary->next_expiry);
  /* Translators: when the next piece of evidence expires; %s is a date */
  say (self, g_strdup_printf (C_ ("evidence", "Until %s"), day), summary->days_to_expiry < RF_EVIDENCE_EXPIRES_SOON ? RF_TONE_WARNING : RF_TONE_NORMAL);
}

static void
say_review (RfPortfolioWords *self,
            const RfPortfolioSummary *summary)
{
  RfDay day = summary->assessment != NULL ? summary->assessment->next_review : RF_DAY_NONE;

  if (day == RF_DAY_NONE)
    return;
  say (self, rf_day_to_text (day), RF_TONE_NORMAL);
  if (day < summary->today)
    say (self, g_strdup (C_ ("review", "Overdue")), RF_TONE_ERROR);
  else if (summary->review_is_due)
    say (self, g_strdup (C_ ("review", "Due today")), RF_TONE_WARNING);
}

static void
say_status (RfPortfolioWords *self,
            const RfPortfolioSummary *summary)
{
  if (summary->assessment != NULL)
    say (self, g_strdup (rf_status_get_label (summary->assessment->status)), RF_TONE_NORMAL);
  else
    say (self, g_strdup (C_ ("status", "Not begun")), RF_TONE_DIM);
}

/**
 * rf_portfolio_words_init:
 * @self: to be cleared by rf_portfolio_words_clear()
 *
 * Says in a line or two what a column shows of an offering, below its header.
 */
void
rf_portfolio_words_init (RfPortfolioWords *self,
                         RfPortfolioColumn column,
                         RfPortfolioItem *item)
{
  static void (*const says[RF_N_PORTFOLIO_COLUMNS]) (RfPortfolioWords * self, const RfPortfolioSummary *summary) = {
    [RF_PORTFOLIO_RISK] = say_risk,
    [RF_PORTFOLIO_RATING] = say_rating,
    [RF_PORTFOLIO_COVERAGE] = say_coverage,
    [RF_PORTFOLIO_KNOCK_OUTS] = say_knock_outs,
    [RF_PORTFOLIO_STATUS] = say_status,
    [RF_PORTFOLIO_DECISIONS] = say_decisions,
    [RF_PORTFOLIO_EVIDENCE] = say_evidence,
    [RF_PORTFOLIO_REVIEW] = say_review,
  };

  *self = (RfPortfolioWords){ 0 };
  if (column == RF_PORTFOLIO_OFFERING)
    say (self, g_strdup (rf_portfolio_item_get_name (item)), RF_TONE_NORMAL);
  else if (column == RF_PORTFOLIO_PROVIDER)
    say (self, g_strdup (rf_portfolio_item_get_provider (item)), RF_TONE_NORMAL);
  else
    says[column](self, rf_portfolio_item_get_summary (item));
}

/**
 * rf_portfolio_words_init_named:
 * @self: to be cleared by rf_portfolio_words_clear()
 *
 * Says the same where no header says what it is about.
 */
void
rf_portfolio_words_init_named (RfPortfolioWords *self,
                               RfPortfolioColumn column,
                               RfPortfolioItem *item)
{
  if (column != RF_PORTFOLIO_RATING)
    {
      rf_portfolio_words_init (self, column, item);
      return;
    }
  *self = (RfPortfolioWords){ 0 };
  say_ratings (self, rf_portfolio_item_get_summary (item), FALSE);
}

void
rf_portfolio_words_clear (RfPortfolioWords *self)
{
  for (guint i = 0; i < RF_PORTFOLIO_MOST_LINES; i++)
    g_clear_pointer (&self->lines[i], g_free);
  g_clear_pointer (&self->all, g_free);
}

static char *
name_column (RfPortfolioColumn column,
             const char *words)
{
  switch (column)
    {
    case RF_PORTFOLIO_PROVIDER:
      /* Translators: for a screen reader; %s is the name of a provider */
      return g_strdup_printf (_ ("By %s"), words);
    case RF_PORTFOLIO_KNOCK_OUTS:
      /* Translators: %s says how many are violated and not cleared */
      return g_strdup_printf (_ ("Knock-outs: %s"), words);
    case RF_PORTFOLIO_EVIDENCE:
      /* Translators: %s says what has expired and when the next expires */
      return g_strdup_printf (_ ("Evidence: %s"), words);
    case RF_PORTFOLIO_REVIEW:
      /* Translators: %s is a date */
      return g_strdup_printf (_ ("Next review: %s"), words);
    case RF_PORTFOLIO_OFFERING:
    case RF_PORTFOLIO_RISK:
    case RF_PORTFOLIO_RATING:
    case RF_PORTFOLIO_COVERAGE:
    case RF_PORTFOLIO_STATUS:
    case RF_PORTFOLIO_DECISIONS:
    default:
      return g_strdup (words);
    }
}

/**
 * rf_portfolio_dup_phrase:
 * @tone: (out) (optional): the most urgent of its lines
 *
 * Says what a column shows of an offering to those who do not see its header.
 *
 * Returns: (transfer full) (nullable): %NULL where there is nothing to say
 */
char *
rf_portfolio_dup_phrase (RfPortfolioColumn column,
                         RfPortfolioItem *item,
                         RfTone *tone)
{
  g_auto (RfPortfolioWords) words = { 0 };
  g_autofree char *said = NULL;

  rf_portfolio_words_init_named (&words, column, item);
  if (words.lines[0] == NULL)
    return NULL;
  if (words.all != NULL)
    said = g_strdelimit (g_strdup (words.all), "\n", ';');
  else
    said = g_strjoin (" · ", words.lines[0], words.lines[1], NULL);
  if (tone != NULL)
    *tone = MAX (words.tones[0], words.tones[1]);
  return name_column (column, said);
}

static void
add_phrase (GStrvBuilder *builder,
            RfPortfolioColumn column,
            RfPortfolioItem *item)
{
  g_autofree char *phrase = rf_portfolio_dup_phrase (column, item, NULL);

  if (phrase != NULL)
    g_strv_builder_add (builder, phrase);
}

/* Rating and figures of one side after the other: heard in columns they could not be told apart. */
static void
add_sides (GStrvBuilder *builder,
           const RfPortfolioSummary *summary)
{
  for (RfSide side = 0; side < RF_N_SIDES; side++)
    if (rf_portfolio_shows_side (summary, side))
      {
        const RfSideScore *score = &summary->score->sides[side];
        g_autofree char *rating = rf_wording_dup_rating (score);
        g_autofree char *figures = rf_wording_dup_figures (score, &summary->questionnaire->bands);
        g_autofree char *prefixed = side == RF_SIDE_PROVIDER ? g_strdup (rating) : dup_prefixed (side, rating);

        g_strv_builder_add (builder, prefixed);
        g_strv_builder_add (builder, figures);
      }
}

/**
 * rf_portfolio_dup_sentence:
 *
 * Returns: (transfer full): all that the row of an offering shows, as a screen reader is to say it
 */
char *
rf_portfolio_dup_sentence (RfPortfolioItem *item)
{
  const RfPortfolioSummary *summary = rf_portfolio_item_get_summary (item);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) phrases = NULL;

  add_phrase (builder, RF_PORTFOLIO_OFFERING, item);
  add_phrase (builder, RF_PORTFOLIO_PROVIDER, item);
  if (summary->score != NULL)
    add_sides (builder, summary);
  else
    add_phrase (builder, RF_PORTFOLIO_RATING, item);
  for (RfPortfolioColumn column = RF_PORTFOLIO_KNOCK_OUTS; column < RF_N_PORTFOLIO_COLUMNS; column++)
    add_phrase (builder, column, item);
  phrases = g_strv_builder_end (builder);
  return g_strjoinv (". ", phrases);
}
