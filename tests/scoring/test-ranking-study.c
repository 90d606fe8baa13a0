// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The ranking under each profile: what turns round, and through which weights. */

#include "config.h"

#include "rf-error.h"
#include "rf-ranking-study.h"
#include "sheet-record.h"
#include "sheet.h"

#define AS_OF ((RfDay) 738000)
#define DRAWS 2000
#define N_QUESTIONS 3

/* The light question speaks for A, the heavy one for B; the third for neither. */
static RfQuestionnaire *
build (gboolean has_profiles)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("ranked", 1);
  RfProfile turned = { .id = "turned", .title = "Turned" };
  RfProfile same = { .id = "same", .title = "Same" };

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  sheet_add_choice (builder, "light", 10, "0 100");
  sheet_add_choice (builder, "heavy", 20, "0 100");
  sheet_add_choice (builder, "equal", 5, "0 100");
  if (has_profiles)
    {
      rf_questionnaire_builder_begin_profile (builder, &turned);
      rf_questionnaire_builder_add_profile_weight (builder, "light", NULL, 60, "reason", 0);
      rf_questionnaire_builder_add_profile_weight (builder, "equal", NULL, 7, "reason", 0);
      rf_questionnaire_builder_begin_profile (builder, &same);
      rf_questionnaire_builder_add_profile_weight (builder, "equal", NULL, 9, "reason", 0);
    }
  return sheet_finish (builder);
}

static RfRecord *
record_new (const RfQuestionnaire *questionnaire,
            const char *id,
            guint64 light,
            guint64 heavy)
{
  RfAnswerValue answers[N_QUESTIONS] = { answer_chosen (light, 100), answer_chosen (heavy, 100), answer_chosen (1, 100) };

  return sheet_record_new (questionnaire, id, answers, AS_OF);
}

static RfRankingStudy *
study (RfQuestionnaire *questionnaire,
       gboolean is_backwards,
       gboolean has_best,
       int profile)
{
  g_autoptr (RfRecord) a = record_new (questionnaire, "a", 1, 2);
  g_autoptr (RfRecord) b = record_new (questionnaire, "b", 2, 1);
  g_autoptr (RfRecord) best = record_new (questionnaire, "c", 1, 1);
  RfRecord *forwards[] = { a, b, best };
  RfRecord *backwards[] = { has_best ? best : b, has_best ? b : a, a };
  RfScoringContext context = { profile, AS_OF, NULL, NULL };
  g_autoptr (GError) error = NULL;
  RfRankingStudy *self = rf_ranking_study_new (questionnaire, is_backwards ? backwards : forwards, has_best ? 3 : 2, &context, 1, DRAWS, NULL, &error);

  g_assert_no_error (error);
  return self;
}

static void
test_turned (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build (TRUE);
  g_autoptr (RfRankingStudy) self = study (questionnaire, FALSE, FALSE, -1);
  const RfRankingUnderProfile *first = g_ptr_array_index (self->rankings, 0);
  const RfRankingUnderProfile *turned = g_ptr_array_index (self->rankings, 1);
  const RfTurnedPair *pair;
  g_autofree char *sentence = rf_ranking_study_dup_sentence (self);
  g_autofree char *difference = rf_ranking_study_dup_difference (self, 1);
  g_autofree char *none = rf_ranking_study_dup_difference (self, 2);

  g_assert_cmpuint (self->rankings->len, ==, 3);
  g_assert_cmpint (first->profile, ==, -1);
  g_assert_cmpstr (first->comparison->offerings[0].id, ==, "b");
  g_assert_cmpstr (turned->comparison->offerings[0].id, ==, "a");
  g_assert_cmpuint (turned->turned->len, ==, 1);
  pair = &g_array_index (turned->turned, RfTurnedPair, 0);
  g_assert_cmpstr (first->comparison->offerings[pair->ahead].id, ==, "b");
  g_assert_cmpstr (first->comparison->offerings[pair->behind].id, ==, "a");
  g_assert_true (self->depends && self->first_depends);
  g_assert_cmpstr (sentence, ==, "The ranking depends on the profile, and so does which offering comes first.");
  /* the weight of the third differs too, and is not needed */
  g_assert_cmpstr (difference, ==, "Turned: a comes first. a goes ahead of b. That is through the weight of 1.1 [light].");
  g_assert_null (none);
}

/* Where one is better in everything, the others may turn round behind it. */
static void
test_first_stays (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build (TRUE);
  g_autoptr (RfRankingStudy) self = study (questionnaire, FALSE, TRUE, -1);
  g_autofree char *sentence = rf_ranking_study_dup_sentence (self);

  g_assert_true (self->depends);
  g_assert_false (self->first_depends);
  g_assert_cmpstr (sentence, ==, "The ranking depends on the profile, but c comes first under each.");
}

static void
test_from_another (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build (TRUE);
  g_autoptr (RfRankingStudy) self = study (questionnaire, FALSE, FALSE, 0);
  g_autofree char *own = rf_ranking_study_dup_difference (self, 1);
  g_autofree char *same = rf_ranking_study_dup_difference (self, 2);

  g_assert_cmpint (((const RfRankingUnderProfile *) self->rankings->pdata[0])->profile, ==, 0);
  g_assert_cmpstr (own, ==, "The file’s own weights: b comes first. b goes ahead of a. That is through the weight of 1.1 [light].");
  g_assert_cmpstr (same, ==, "Same: b comes first. b goes ahead of a. That is through the weight of 1.1 [light].");
}

static void
test_without_profiles (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build (FALSE);
  g_autoptr (RfRankingStudy) self = study (questionnaire, FALSE, FALSE, -1);
  g_autofree char *sentence = rf_ranking_study_dup_sentence (self);

  g_assert_cmpuint (self->rankings->len, ==, 1);
  g_assert_false (self->depends);
  g_assert_cmpstr (sentence, ==, "The questionnaire has no profiles: there is one ranking.");
}

static void
test_any_order (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build (TRUE);
  g_autoptr (RfRankingStudy) one = study (questionnaire, FALSE, TRUE, -1);
  g_autoptr (RfRankingStudy) other = study (questionnaire, TRUE, TRUE, -1);

  for (guint i = 0; i < one->rankings->len; i++)
    {
      const RfRankingUnderProfile *a = g_ptr_array_index (one->rankings, i);
      const RfRankingUnderProfile *b = g_ptr_array_index (other->rankings, i);
      g_autofree char *difference = rf_ranking_study_dup_difference (one, i);
      g_autofree char *other_difference = rf_ranking_study_dup_difference (other, i);

      g_assert_cmpstr (difference, ==, other_difference);
      for (guint j = 0; j < a->comparison->n_ranked; j++)
        g_assert_cmpfloat (a->comparison->offerings[j].mean, ==, b->comparison->offerings[j].mean);
    }
}

static void
test_refused (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build (TRUE);
  g_autoptr (RfRecord) a = record_new (questionnaire, "a", 1, 2);
  RfRecord *twice[] = { a, a };
  RfScoringContext context = { -1, AS_OF, NULL, NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (rf_ranking_study_new (questionnaire, twice, 2, &context, 1, DRAWS, NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (rf_ranking_study_new (questionnaire, twice, 1, &context, 1, DRAWS, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/ranking under profiles/turned round", test_turned);
  g_test_add_func ("/scoring/ranking under profiles/the first stays", test_first_stays);
  g_test_add_func ("/scoring/ranking under profiles/from another profile", test_from_another);
  g_test_add_func ("/scoring/ranking under profiles/without profiles", test_without_profiles);
  g_test_add_func ("/scoring/ranking under profiles/in any order", test_any_order);
  g_test_add_func ("/scoring/ranking under profiles/refused", test_refused);
  return g_test_run ();
}
