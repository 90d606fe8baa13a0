// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The first page for the board: everything a decision needs, and nothing that needs explaining. */

#include "config.h"

#include "rf-fit.h"
#include "rf-report-content-private.h"
#include "rf-language.h"

#include <math.h>

/* as many as leave the page one page; the annex has the rest */
#define MOST_USE_CASES 6
#define MOST_KNOCK_OUTS 4
#define MOST_ADVICE 3

/* What a rating means for somebody who reads one such page a year. */
static const char *
get_meaning (RfRating rating)
{
  switch (rating)
    {
    case RF_RATING_VERY_LOW:
      return _ ("our data is well protected throughout");
    case RF_RATING_LOW:
      return _ ("our data is protected, with gaps of little weight");
    case RF_RATING_MODERATE:
      return _ ("there are gaps that need conditions");
    case RF_RATING_HIGH:
      return _ ("there are serious gaps: strict limits are needed");
    case RF_RATING_VERY_HIGH:
    default:
      return _ ("our confidential data is not protected");
    }
}

static gboolean
has_expired (const RfReportWriter *self,
             const RfDecision *decision)
{
  return rf_decision_has_expired (decision, rf_report_get_today (self, self->findings));
}

static guint
get_index (const RfReportWriter *self)
{
  guint index = 0;

  g_ptr_array_find (self->material->subjects, self->subject, &index);
  return index;
}

static void
write_head (const RfReportWriter *self)
{
  const RfRecord *record = self->findings->record;
  const char *organisation = self->options->organisation;
  g_autofree char *day = rf_report_dup_day (self->findings->as_of);
  g_autofree char *for_whom = organisation != NULL ? g_strdup_printf (_ ("For the board of %s"), organisation) : g_strdup (_ ("For the board"));
  g_autofree char *anchor = g_strdup_printf ("board-%u", get_index (self));
  g_autofree char *lead = g_strdup_printf (_ ("%s, assessed with “%s” as of %s. Status: %s."),
                                           record->offering->provider,
                                           self->findings->questionnaire->title,
                                           day,
                                           rf_status_get_label (record->status));

  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_MUTED, for_whom));
  rf_report_document_add_heading (self->document, 0, anchor, record->offering->name);
  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_LEAD, lead));
}

/* The names of the use cases for which no decision stands, or NULL. */
static char *
dup_undecided (const RfReportWriter *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->findings->use_cases->len; i++)
    {
      const RfUseCase *use_case = ((const RfUseCaseFindings *) self->findings->use_cases->pdata[i])->use_case;
      const RfDecision *decision = rf_record_find_decision (self->findings->record, use_case->id);

      if (decision != NULL && !has_expired (self, decision))
        continue;
      /* Translators: between the names of use cases in a list */
      g_string_append_printf (names, "%s%s", names->len > 0 ? _ ("; ") : "", use_case->name);
      if (decision != NULL)
        g_string_append (names, _ (" (the earlier decision has expired)"));
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static void
write_question_to_the_board (const RfReportWriter *self)
{
  g_autofree char *undecided = dup_undecided (self);
  g_autofree char *text = NULL;

  if (undecided != NULL)
    text = g_strdup_printf (_ ("May it be used for: %s?"), undecided);
  else if (self->findings->use_cases->len > 0)
    text = g_strdup (_ ("Nothing new: a decision stands for every use case below. Please take note of the risk."));
  else
    text = g_strdup (_ ("No use case has been described yet, so there is nothing to decide. Please take note of the risk."));
  rf_report_document_add_heading (self->document, 3, NULL, _ ("The decision asked for"));
  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_BODY, text));
}

static char *
dup_meaning (const RfSideScore *side)
{
  if (side->rating_low == side->rating_high)
    return g_strdup_printf (_ ("That is: %s."), get_meaning (side->rating_low));
  return g_strdup_printf (_ ("At best: %s; at worst: %s. Between the two lies what is not known or not proven."),
                          get_meaning (side->rating_low),
                          get_meaning (side->rating_high));
}

static void
write_provider (const RfReportWriter *self)
{
  const RfSideScore *side = &self->findings->score->sides[RF_SIDE_PROVIDER];
  g_autofree char *words = NULL;
  g_autofree char *rating = NULL;
  g_autofree char *meaning = NULL;
  g_autofree char *description = NULL;

  rf_report_document_add_heading (self->document, 3, NULL, rf_report_get_side_title (RF_SIDE_PROVIDER));
  if (side->state == RF_NOT_ASSESSED)
    {
      rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_BODY, _ ("Not assessed. That is not a low risk: there is no figure at all.")));
      return;
    }
  rating = rf_report_dup_rating_words (side->rating_low, side->rating_high);
  words = g_strdup_printf (_ ("Risk: %s"), rating);
  meaning = dup_meaning (side);
  description = rf_range_bar_describe (&side->figures, &self->findings->questionnaire->bands);
  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_FIGURE, words));
  rf_report_document_add_range_bar (self->document, &side->figures);
  rf_report_document_add_paragraph (self->document,
                                    rf_report_text_append (rf_report_text_append (rf_report_text_new (RF_ROLE_BODY, meaning), RF_ROLE_BODY, " "), RF_ROLE_MUTED, description));
  if (side->state == RF_PROVISIONAL)
    rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_ALERT, _ ("Provisional: too much is open or set aside for a verdict.")));
}

/* One line: what we do ourselves is rarely what a board is asked about. */
static void
write_our_own_side (const RfReportWriter *self)
{
  const RfReportColumn columns[] = {
    { 0.24, FALSE, NULL },
    { 0.24, FALSE, NULL },
    { 0.26, FALSE, NULL },
    { 0.26, FALSE, NULL },
  };
  const RfSideScore *side = &self->findings->score->sides[RF_SIDE_CUSTOMER];
  const RfRatingBands *bands = &self->findings->questionnaire->bands;
  g_autofree char *rating = side->state != RF_NOT_ASSESSED ? rf_report_dup_rating_range (side->rating_low, side->rating_high) : NULL;
  g_autofree char *range = rf_report_dup_range (&side->figures, bands);
  g_autofree char *doubt = rf_report_dup_doubt (&side->figures, bands);
  /* Translators: a range of risk, and how far it goes where claims are doubted */
  g_autofree char *text = doubt != NULL ? g_strdup_printf (_ ("%s, %s"), range, doubt) : g_strdup (range);

  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), FALSE, TRUE);
  rf_report_document_begin_row (self->document, NULL);
  rf_report_document_add_cell (self->document, RF_ROLE_STRONG, rf_report_get_side_title (RF_SIDE_CUSTOMER));
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, rating != NULL ? rating : _ ("Not assessed"));
  rf_report_document_add_cell_bar (self->document, &side->figures);
  rf_report_document_add_cell (self->document, RF_ROLE_MUTED, rating != NULL ? text : "–");
}

static void
add_decision (const RfReportWriter *self,
              const RfDecision *decision)
{
  g_autofree char *day = decision != NULL ? rf_report_dup_day (decision->expires) : NULL;
  g_autofree char *until = NULL;
  RfReportText *text;

  if (decision == NULL)
    {
      rf_report_document_add_cell (self->document, RF_ROLE_STRONG, _ ("To be decided"));
      return;
    }
  text = rf_report_text_new (RF_ROLE_BODY, rf_verdict_get_label (decision->verdict));
  if (day != NULL)
    {
      until = g_strdup_printf (has_expired (self, decision) ? _ (", expired on %s: to be decided") : _ (" until %s"), day);
      rf_report_text_append (text, has_expired (self, decision) ? RF_ROLE_ALERT : RF_ROLE_MUTED, until);
    }
  rf_report_document_begin_cell (self->document);
  rf_report_document_add_cell_text (self->document, text);
}

static void
write_use_case (const RfReportWriter *self,
                const RfUseCaseFindings *source)
{
  const RfResidual *residual = &source->residual;
  g_autofree char *exposure = residual->known ? rf_report_dup_capitalised (rf_rating_get_label (residual->exposure)) : g_strdup (_ ("not known"));
  g_autofree char *range = residual->known ? rf_report_dup_rating_range (residual->low, residual->high) : g_strdup (_ ("not known"));
  RfFitVerdict verdict = rf_fit_judge (source->score, residual, self->material->acceptable);
  RfReportText *remaining = rf_report_text_new (RF_ROLE_STRONG, range);

  rf_report_document_begin_row (self->document, NULL);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, source->use_case->name);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, exposure);
  if (residual->known)
    rf_report_text_append (rf_report_text_append (remaining, RF_ROLE_MUTED, C_ ("between a risk and its verdict", ": ")), RF_ROLE_MUTED, rf_fit_verdict_get_label (verdict));
  rf_report_document_begin_cell (self->document);
  rf_report_document_add_cell_text (self->document, remaining);
  add_decision (self, rf_record_find_decision (self->findings->record, source->use_case->id));
}

static void
write_rest (const RfReportWriter *self,
            guint rest)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more is in the annex of the full report.", "%u more are in the annex of the full report.", rest), rest);

  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_SMALL, text));
}

/* The usual level is explained with the method; another one is said where it counts. */
static void
write_rule (const RfReportWriter *self)
{
  g_autofree char *rule = rf_fit_dup_rule (self->material->acceptable);

  if (self->material->acceptable != RF_FIT_DEFAULT_ACCEPTABLE)
    rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_SMALL, rule));
}

static void
write_use_cases (const RfReportWriter *self)
{
  const GPtrArray *use_cases = self->findings->use_cases;
  const RfReportColumn columns[] = {
    { 0.31, FALSE, _ ("Use case") },
    { 0.13, FALSE, _ ("Exposure") },
    { 0.28, FALSE, _ ("Residual risk") },
    { 0.28, FALSE, _ ("Decision") },
  };

  if (use_cases->len == 0)
    return;
  rf_report_document_add_heading (self->document, 3, NULL, _ ("What remains, use case by use case"));
  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, TRUE);
  for (guint i = 0; i < MIN (use_cases->len, MOST_USE_CASES); i++)
    write_use_case (self, use_cases->pdata[i]);
  if (use_cases->len > MOST_USE_CASES)
    write_rest (self, use_cases->len - MOST_USE_CASES);
  write_rule (self);
}

static void
link_first_question (const RfConditionNode *atom,
                     gpointer user_data)
{
  guint *question = user_data;

  if (*question == RF_NO_QUESTION && atom->kind < RF_CONDITION_OFFERING_IS)
    *question = atom->question;
}

static void
write_knock_out (const RfReportWriter *self,
                 const RfKnockOut *knock_out,
                 RfKnockOutResult result)
{
  guint question = RF_NO_QUESTION;
  g_autofree char *label = rf_report_dup_capitalised (rf_knock_out_result_get_label (result));
  RfReportText *text = rf_report_text_new (result == RF_KNOCK_OUT_VIOLATED ? RF_ROLE_ALERT : RF_ROLE_STRONG, label);

  rf_report_text_append (rf_report_text_append (text, RF_ROLE_BODY, C_ ("between a knock-out and what it says", ": ")), RF_ROLE_BODY, knock_out->text);
  rf_report_foreach_atom (knock_out->violated_if, link_first_question, &question);
  if (question != RF_NO_QUESTION)
    {
      g_autofree char *target = rf_report_dup_question_target (question);
      g_autofree char *label_of_link = g_strdup_printf (_ ("Question %s"), self->findings->questionnaire->questions[question].number);

      rf_report_text_append_link (rf_report_text_append (text, RF_ROLE_BODY, " "), target, label_of_link);
    }
  rf_report_document_add_item (self->document, text);
}

static void
write_knock_outs (const RfReportWriter *self)
{
  const RfQuestionnaire *questionnaire = self->findings->questionnaire;
  guint n = 0;

  if (questionnaire->n_knock_outs == 0)
    return;
  rf_report_document_add_heading (self->document, 3, NULL, _ ("Knock-outs"));
  for (RfKnockOutResult result = RF_KNOCK_OUT_VIOLATED; result <= RF_KNOCK_OUT_NOT_CLEARED; result++)
    for (guint i = 0; i < questionnaire->n_knock_outs; i++)
      {
        if (self->findings->score->knock_outs[i] != result)
          continue;
        if (n == 0)
          rf_report_document_begin_list (self->document, FALSE);
        if (n++ < MOST_KNOCK_OUTS)
          write_knock_out (self, &questionnaire->knock_outs[i], result);
      }
  if (n == 0)
    rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_BODY, _ ("None is violated, and none is open.")));
  else if (n > MOST_KNOCK_OUTS)
    write_rest (self, n - MOST_KNOCK_OUTS);
}

static void
write_advice_row (const RfReportWriter *self,
                  const char *title,
                  const GArray *advice)
{
  rf_report_document_begin_row (self->document, NULL);
  rf_report_document_add_cell (self->document, RF_ROLE_MUTED, title);
  rf_report_document_begin_cell (self->document);
  if (advice->len == 0)
    rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_MUTED, _ ("Nothing here would move the result.")));
  for (guint i = 0; i < MIN (advice->len, MOST_ADVICE); i++)
    {
      const RfAdvice *entry = &g_array_index (advice, RfAdvice, i);

      rf_report_document_add_cell_text (self->document, rf_report_text_new_question_link (self, entry->question));
    }
}

/* A row each, so that a page that is nearly full takes what it can. */
static void
write_advice (const RfReportWriter *self)
{
  const RfReportColumn columns[] = {
    { 0.19, FALSE, NULL },
    { 0.81, FALSE, NULL },
  };

  rf_report_document_add_heading (self->document, 3, NULL, _ ("What would help most"));
  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), FALSE, TRUE);
  write_advice_row (self, _ ("Ask first"), self->findings->ask_first);
  write_advice_row (self, _ ("Have proven first"), self->findings->prove_first);
  write_advice_row (self, _ ("Negotiate first"), self->findings->negotiate_first);
}

typedef struct
{
  guint n_answered;
  guint n_linked;
  guint n_expired; /* papers */
} EvidenceCount;

static EvidenceCount
count_evidence (const RfReportWriter *self)
{
  const RfRecord *record = self->findings->record;
  EvidenceCount count = { 0 };

  for (guint i = 0; i < record->answers->len; i++)
    {
      const RfAnswer *answer = record->answers->pdata[i];
      int question = rf_questionnaire_find_question (self->findings->questionnaire, answer->question);

      if (question < 0 || answer->state != RF_ANSWER_ANSWERED || self->findings->score->applicability[question] == RF_HIDDEN)
        continue;
      count.n_answered++;
      count.n_linked += answer->links->len > 0;
    }
  for (guint i = 0; i < record->evidence->len; i++)
    {
      const RfEvidence *evidence = record->evidence->pdata[i];

      count.n_expired += evidence->expires != RF_DAY_NONE && evidence->expires < self->findings->as_of;
    }
  return count;
}

static void
write_evidence (const RfReportWriter *self)
{
  const RfSideScore *side = &self->findings->score->sides[RF_SIDE_PROVIDER];
  EvidenceCount count = count_evidence (self);
  g_autofree char *coverage = isnan (side->figures.coverage) ? NULL : rf_format_percent (side->figures.coverage);
  g_autofree char *linked = g_strdup_printf (_ ("%u of %u answers rest on evidence that is kept."), count.n_linked, count.n_answered);
  g_autoptr (GString) text = g_string_new (NULL);

  if (coverage != NULL)
    g_string_append_printf (text, _ ("%s of the weight on the provider’s side is answered or refused. "), coverage);
  g_string_append (text, linked);
  if (count.n_expired > 0)
    g_string_append_printf (text, ngettext (" %u paper has expired.", " %u papers have expired.", count.n_expired), count.n_expired);
  rf_report_document_add_paragraph (self->document,
                                    rf_report_text_append (rf_report_text_new (RF_ROLE_STRONG, _ ("How complete the evidence is. ")), RF_ROLE_BODY, text->str));
}

/* The two pages that a board reads. */
void
rf_report_write_board (const RfReportWriter *self)
{
  rf_report_document_add_page_break (self->document);
  write_head (self);
  write_question_to_the_board (self);
  write_provider (self);
  write_our_own_side (self);
  write_evidence (self);
  write_use_cases (self);
  write_knock_outs (self);
  write_advice (self);
  rf_report_document_add_lenient_page_break (self->document);
  rf_report_write_context (self);
}
