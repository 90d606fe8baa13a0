// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* A decision under each profile: by hand, and whether the causes that are named make the difference. */

#include "config.h"

#include "random-questionnaire.h"
#include "rf-profile-study.h"
#include "rf-what-if.h"
#include "sheet-record.h"
#include "sheet.h"

#define AS_OF RANDOM_AS_OF
#define COUNT 800
#define MOST_CAUSES 64

static RfUseCase *
use_case_new (int level)
{
  RfUseCase *use_case = rf_use_case_new ("u", "u");

  for (guint i = 0; i < RF_USE_CASE_PERSONAL_DATA; i++)
    use_case->levels[i] = level;
  return use_case;
}

static RfFindings *
find (RfQuestionnaire *questionnaire,
      RfRecord *record,
      int profile)
{
  RfScoringContext context = { profile, AS_OF, NULL, NULL };
  g_autoptr (GError) error = NULL;
  RfFindings *findings = rf_findings_new (questionnaire, record, &context, NULL, &error);

  g_assert_no_error (error);
  return findings;
}

static RfProfileStudy *
study (RfFindings *findings)
{
  g_autoptr (GError) error = NULL;
  RfProfileStudy *self = rf_profile_study_new (findings, RF_RATING_LOW, &error);

  g_assert_no_error (error);
  return self;
}

static void
add_profile (RfQuestionnaireBuilder *builder,
             const char *id,
             const char *question,
             int weight)
{
  RfProfile profile = { .id = id, .title = id };

  rf_questionnaire_builder_begin_profile (builder, &profile);
  rf_questionnaire_builder_add_profile_weight (builder, question, NULL, weight, "reason", 0);
}

/* A good answer and a bad one of equal weight, and one between; all tested. */
static RfQuestionnaire *
build_three (gboolean has_profiles)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("three", 1);

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  sheet_add_choice (builder, "good", 10, "0 100");
  sheet_add_choice (builder, "bad", 10, "0 100");
  sheet_add_choice (builder, "middle", 1, "40 50");
  if (has_profiles)
    {
      add_profile (builder, "lenient", "bad", 1);
      rf_questionnaire_builder_add_profile_weight (builder, "middle", NULL, 2, "reason", 0);
      add_profile (builder, "same", "middle", 3);
    }
  return sheet_finish (builder);
}

static RfFindings *
find_three (RfQuestionnaire *questionnaire,
            gboolean has_use_case,
            int profile)
{
  RfAnswerValue answers[] = { answer_chosen (1, 100), answer_chosen (2, 100), answer_chosen (2, 100) };
  g_autoptr (RfRecord) record = sheet_record_new (questionnaire, "o", answers, AS_OF);

  if (has_use_case)
    g_ptr_array_add (record->use_cases, use_case_new (RF_RATING_HIGH));
  return find (questionnaire, record, profile);
}

/* 1050 of 21 is moderate and unfit; 200 of 13 is very low and fit; 1150 of 23 is moderate again. */
static void
test_by_hand (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build_three (TRUE);
  g_autoptr (RfFindings) findings = find_three (questionnaire, TRUE, -1);
  g_autoptr (RfProfileStudy) self = study (findings);
  const RfUnderProfile *own = g_ptr_array_index (self->profiles, 0);
  const RfUnderProfile *lenient = g_ptr_array_index (self->profiles, 1);
  const RfUnderProfile *same = g_ptr_array_index (self->profiles, 2);
  g_autofree char *causes = rf_profile_study_dup_causes (self, lenient);
  g_autofree char *sentence = rf_profile_study_dup_sentence (self);

  g_assert_cmpuint (self->profiles->len, ==, 3);
  g_assert_cmpint (own->profile, ==, -1);
  g_assert_cmpint (own->verdicts[0], ==, RF_FIT_UNFIT);
  g_assert_cmpint (lenient->verdicts[0], ==, RF_FIT);
  g_assert_cmpint (same->verdicts[0], ==, RF_FIT_UNFIT);
  g_assert_true (lenient->differs);
  g_assert_false (same->differs);
  g_assert_cmpuint (same->causes->len, ==, 0);
  g_assert_cmpfloat_with_epsilon (lenient->score->sides[RF_SIDE_PROVIDER].figures.low, 200.0 / 13, 1e-9);
  g_assert_true (self->depends);
  /* the weight of the middle one differs too, and is not needed */
  g_assert_cmpstr (causes, ==, "1.2 [bad]");
  g_assert_cmpstr (sentence, ==, "o: the decision depends on the profile.");
}

/* Told from the profile asked for, which comes first. */
static void
test_from_another (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build_three (TRUE);
  g_autoptr (RfFindings) findings = find_three (questionnaire, TRUE, 0);
  g_autoptr (RfProfileStudy) self = study (findings);
  const RfUnderProfile *first = g_ptr_array_index (self->profiles, 0);
  const RfUnderProfile *own = g_ptr_array_index (self->profiles, 1);
  const RfUnderProfile *same = g_ptr_array_index (self->profiles, 2);

  g_assert_cmpint (first->profile, ==, 0);
  g_assert_cmpint (own->profile, ==, -1);
  g_assert_cmpint (same->profile, ==, 1);
  g_assert_false (first->differs);
  g_assert_true (own->differs && same->differs);
}

/* Without a use case the rating is the decision; without profiles there is one line. */
static void
test_without (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build_three (TRUE);
  g_autoptr (RfQuestionnaire) plain = build_three (FALSE);
  g_autoptr (RfFindings) findings = find_three (questionnaire, FALSE, -1);
  g_autoptr (RfFindings) findings_of_plain = find_three (plain, TRUE, -1);
  g_autoptr (RfProfileStudy) ratings = study (findings);
  g_autoptr (RfProfileStudy) alone = study (findings_of_plain);
  g_autofree char *sentence = rf_profile_study_dup_sentence (alone);

  g_assert_true (ratings->depends);
  g_assert_true (((const RfUnderProfile *) ratings->profiles->pdata[1])->differs);
  g_assert_cmpuint (alone->profiles->len, ==, 1);
  g_assert_false (alone->depends);
  g_assert_cmpstr (sentence, ==, "o: the questionnaire has no profiles.");
}

/* Taking over the weights that are named, and no others, makes the decision the other one: tried as what-if tries. */
static void
check_causes (const RfFindings *findings,
              const RfUnderProfile *under)
{
  const RfQuestionnaire *questionnaire = findings->questionnaire;
  const RfProfile *profile = under->profile >= 0 ? &questionnaire->profiles[under->profile] : NULL;
  RfHypothesis tried[MOST_CAUSES];
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RfWhatIf) what_if = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (under->causes->len, >, 0);
  g_assert_cmpuint (under->causes->len, <=, MOST_CAUSES);
  for (guint i = 0; i < under->causes->len; i++)
    {
      const RfProfileCause *cause = &g_array_index (under->causes, RfProfileCause, i);
      const char *id = cause->of_section ? questionnaire->sections[cause->index].id : questionnaire->questions[cause->index].id;
      int weight = cause->of_section ? questionnaire->sections[cause->index].weight : questionnaire->questions[cause->index].weight;

      for (guint j = 0; profile && j < profile->n_weights; j++)
        if (profile->weights[j].of_section == cause->of_section && profile->weights[j].index == cause->index)
          weight = profile->weights[j].weight;
      g_ptr_array_add (values, g_strdup_printf ("%d", weight));
      tried[i] = (RfHypothesis){ RF_HYPOTHESIS_WEIGHT, id, values->pdata[i] };
    }
  what_if = rf_what_if_new (findings, tried, under->causes->len, findings->profile, NULL, RF_RATING_LOW, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < what_if->use_cases->len; i++)
    g_assert_cmpint (((const RfWhatIfUseCase *) what_if->use_cases->pdata[i])->verdict_after, ==, under->verdicts[i]);
}

static void
assert_same (const RfProfileStudy *one,
             const RfProfileStudy *other)
{
  g_assert_cmpuint (one->profiles->len, ==, other->profiles->len);
  for (guint i = 0; i < one->profiles->len; i++)
    {
      g_autofree char *causes = rf_profile_study_dup_causes (one, one->profiles->pdata[i]);
      g_autofree char *other_causes = rf_profile_study_dup_causes (other, other->profiles->pdata[i]);

      g_assert_cmpstr (causes, ==, other_causes);
    }
}

static void
test_causes (void)
{
  guint n_causes = 0;

  for (guint32 seed = 0; seed < COUNT; seed++)
    {
      g_autoptr (RfQuestionnaire) questionnaire = random_questionnaire_new (&(RandomSheet){ seed, 1 });
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autofree RfAnswerValue *answers = g_new (RfAnswerValue, questionnaire->n_questions);
      g_autoptr (RfRecord) record = NULL;
      g_autoptr (RfFindings) findings = NULL;
      g_autoptr (RfProfileStudy) self = NULL;
      g_autoptr (RfProfileStudy) again = NULL;

      for (guint i = 0; i < questionnaire->n_questions; i++)
        {
          answers[i] = random_standing_answer (random, &questionnaire->questions[i]);
          if (questionnaire->questions[i].kind == RF_QUESTION_DATE)
            answers[i].number = MIN (answers[i].number, AS_OF);
        }
      record = sheet_record_new (questionnaire, "o", answers, AS_OF);
      g_ptr_array_add (record->use_cases, use_case_new (seed % 4 < 2 ? RF_RATING_HIGH : RF_RATING_VERY_HIGH));
      findings = find (questionnaire, record, seed % 2 && questionnaire->n_profiles > 0 ? 0 : -1);
      self = study (findings);
      again = study (findings);
      assert_same (self, again);
      for (guint i = 1; i < self->profiles->len; i++)
        {
          const RfUnderProfile *under = g_ptr_array_index (self->profiles, i);

          if (under->differs)
            check_causes (findings, under);
          else
            g_assert_cmpuint (under->causes->len, ==, 0);
          n_causes += under->causes->len;
        }
    }
  g_test_message ("%u causes", n_causes);
  g_assert_cmpuint (n_causes, >, 10);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/profiles/by hand", test_by_hand);
  g_test_add_func ("/scoring/profiles/from another profile", test_from_another);
  g_test_add_func ("/scoring/profiles/without use cases, without profiles", test_without);
  g_test_add_func ("/scoring/profiles/the causes make the difference", test_causes);
  return g_test_run ();
}
