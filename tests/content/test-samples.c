// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The sample portfolio shows what it was made to show, and each weight profile matters to it. */

#include "config.h"

#include "shipped.h"

#include "rf-net-score.h"

static const char *const samples[] = { "meridian-cloud", "holm-self-hosted", "nordlicht-api", "plauder-app" };

typedef struct
{
  RfQuestionnaire *questionnaire;
  RfRecord *records[G_N_ELEMENTS (samples)];
  RfAnswerValue *answers[G_N_ELEMENTS (samples)];
} Portfolio;

static void
portfolio_open (Portfolio *portfolio,
                gconstpointer data)
{
  portfolio->questionnaire = shipped_questionnaire_read ();
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (RfProblems) problems = rf_problems_new (samples[i]);
      RfRecord *record = shipped_sample_read (samples[i]);

      portfolio->records[i] = record;
      portfolio->answers[i] = rf_record_bind (record, portfolio->questionnaire, record->as_of, problems);
      if (rf_problems_get_n (problems) > 0)
        g_error ("%s", rf_problems_to_string (problems));
    }
}

static void
portfolio_close (Portfolio *portfolio,
                 gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      rf_record_unref (portfolio->records[i]);
      g_free (portfolio->answers[i]);
    }
  rf_questionnaire_unref (portfolio->questionnaire);
}

static RfScore *
score_sample (const Portfolio *portfolio,
              guint sample,
              int profile,
              const char *use_case)
{
  const RfRecord *record = portfolio->records[sample];
  RfScoringContext context = { profile, record->as_of, record->offering,
                               use_case ? rf_record_find_use_case (record, use_case) : NULL };
  RfScore *score = rf_score_new (portfolio->questionnaire, &context, portfolio->answers[sample]);
  const RfSideScore *provider = &score->sides[RF_SIDE_PROVIDER];

  g_test_message ("%s, profile %d, %s: [%.2f, %.2f, %.2f] %s..%s, coverage %.0f, assurance %.0f", samples[sample],
                  profile, use_case ? use_case : "no use case", provider->figures.low, provider->figures.high,
                  provider->figures.unproven_high, rf_rating_get_nick (provider->rating_low),
                  rf_rating_get_nick (provider->rating_high), provider->figures.coverage, provider->assurance);
  return score;
}

static guint
count_results (const RfScore *score,
               RfKnockOutResult result)
{
  guint n = 0;

  for (guint i = 0; i < score->n_knock_outs; i++)
    n += score->knock_outs[i] == result;
  return n;
}

static void
test_quality_differs (Portfolio *portfolio,
                      gconstpointer data)
{
  double before = -1;

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (RfScore) score = score_sample (portfolio, i, -1, NULL);

      g_assert_cmpint (score->sides[RF_SIDE_PROVIDER].state, ==, RF_ASSESSED);
      g_assert_cmpint (score->sides[RF_SIDE_CUSTOMER].state, ==, RF_ASSESSED);
      g_assert_cmpfloat (score->sides[RF_SIDE_PROVIDER].figures.low, >, before);
      before = score->sides[RF_SIDE_PROVIDER].figures.low;
    }
}

static void
test_knock_outs_of_every_kind (Portfolio *portfolio,
                               gconstpointer data)
{
  guint n[RF_KNOCK_OUT_NOT_APPLICABLE + 1] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (RfScore) score = score_sample (portfolio, i, -1, NULL);

      for (guint k = 0; k < G_N_ELEMENTS (n); k++)
        n[k] += count_results (score, (RfKnockOutResult) k);
    }
  for (guint k = 0; k < G_N_ELEMENTS (n); k++)
    g_assert_cmpuint (n[k], >, 0);
}

static void
test_use_cases_tell_offerings_apart (Portfolio *portfolio,
                                     gconstpointer data)
{
  g_autoptr (RfScore) drafts = score_sample (portfolio, 2, -1, "marketing-drafts");
  g_autoptr (RfScore) contracts = score_sample (portfolio, 2, -1, "contract-search");

  g_assert_cmpuint (count_results (drafts, RF_KNOCK_OUT_VIOLATED), ==, 0);
  g_assert_cmpuint (count_results (contracts, RF_KNOCK_OUT_VIOLATED), >, 0);
}

static guint
count_state (const Portfolio *portfolio,
             RfAnswerState state)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint k = 0; k < portfolio->questionnaire->n_questions; k++)
      n += portfolio->answers[i][k].state == state;
  return n;
}

static void
test_answers_of_every_state (Portfolio *portfolio,
                             gconstpointer data)
{
  for (guint state = RF_ANSWER_UNANSWERED; state <= RF_ANSWER_NOT_APPLICABLE; state++)
    g_assert_cmpuint (count_state (portfolio, (RfAnswerState) state), >, 0);
}

static void
test_evidence_of_every_grade (Portfolio *portfolio,
                              gconstpointer data)
{
  gboolean seen[RF_N_GRADES] = { FALSE };
  guint n_expired = 0;

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      const RfRecord *record = portfolio->records[i];

      for (guint k = 0; k < record->answers->len; k++)
        {
          const RfAnswer *answer = g_ptr_array_index (record->answers, k);

          for (guint l = 0; l < answer->links->len; l++)
            seen[((RfEvidenceLink *) g_ptr_array_index (answer->links, l))->grade] = TRUE;
        }
      for (guint k = 0; k < record->evidence->len; k++)
        {
          const RfEvidence *evidence = g_ptr_array_index (record->evidence, k);

          n_expired += evidence->expires != RF_DAY_NONE && evidence->expires < record->as_of;
        }
    }
  for (guint grade = 0; grade < RF_N_GRADES; grade++)
    g_assert_true (seen[grade]);
  g_assert_cmpuint (n_expired, >, 1);
}

/* Whether any offering is rated otherwise, or any two change places. */
static gboolean
profile_matters (const Portfolio *portfolio,
                 int profile)
{
  RfSideScore plain[G_N_ELEMENTS (samples)], weighed[G_N_ELEMENTS (samples)];
  gboolean matters = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (RfScore) before = score_sample (portfolio, i, -1, NULL);
      g_autoptr (RfScore) after = score_sample (portfolio, i, profile, NULL);

      for (guint side = 0; side < RF_N_SIDES; side++)
        matters |= before->sides[side].rating_low != after->sides[side].rating_low ||
                   before->sides[side].rating_high != after->sides[side].rating_high;
      plain[i] = before->sides[RF_SIDE_PROVIDER];
      weighed[i] = after->sides[RF_SIDE_PROVIDER];
    }
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint k = 0; k < i; k++)
      matters |= (plain[i].figures.unproven_high < plain[k].figures.unproven_high) !=
                 (weighed[i].figures.unproven_high < weighed[k].figures.unproven_high);
  return matters;
}

static void
test_each_profile_matters (Portfolio *portfolio,
                           gconstpointer data)
{
  int balanced = rf_questionnaire_find_profile (portfolio->questionnaire, "balanced");

  g_assert_cmpuint (portfolio->questionnaire->n_profiles, ==, 5);
  g_assert_cmpint (portfolio->questionnaire->default_profile, ==, balanced);
  g_assert_false (profile_matters (portfolio, balanced));
  for (int profile = 0; profile < (int) portfolio->questionnaire->n_profiles; profile++)
    if (profile != balanced && !profile_matters (portfolio, profile))
      {
        g_test_message ("%s changes neither a rating nor a rank", portfolio->questionnaire->profiles[profile].id);
        g_test_fail ();
      }
}

static void
test_spending_differs (Portfolio *portfolio,
                       gconstpointer data)
{
  RfIntention intentions[G_N_ELEMENTS (samples)];
  RfNumber score = 0;
  guint n_set = 0;

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      intentions[i] = portfolio->records[i]->offering->spending;
      for (guint k = 0; k < i; k++)
        g_assert_cmpint (intentions[i], !=, intentions[k]);
    }
  g_assert_true (rf_net_score_from_intentions (intentions, G_N_ELEMENTS (samples), &score, &n_set));
  g_assert_cmpuint (n_set, ==, G_N_ELEMENTS (samples));
  g_assert_cmpint (score, ==, 25 * RF_NUMBER_ONE);
}

#define ADD(path, test) g_test_add (path, Portfolio, NULL, portfolio_open, test, portfolio_close)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/content/samples/quality-differs", test_quality_differs);
  ADD ("/content/samples/knock-outs-of-every-kind", test_knock_outs_of_every_kind);
  ADD ("/content/samples/use-cases-tell-offerings-apart", test_use_cases_tell_offerings_apart);
  ADD ("/content/samples/answers-of-every-state", test_answers_of_every_state);
  ADD ("/content/samples/evidence-of-every-grade", test_evidence_of_every_grade);
  ADD ("/content/samples/spending-differs", test_spending_differs);
  ADD ("/content/samples/each-profile-matters", test_each_profile_matters);
  return g_test_run ();
}
