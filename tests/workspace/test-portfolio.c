// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the portfolio says of the offerings, and what goes on after an approval. */

#include "config.h"

#include "workspace-fixture.h"

#include "rf-error.h"

static void
add_use_case (RfWorkspace *workspace,
              const char *id,
              const char *name)
{
  g_autoptr (RfUseCase) use_case = rf_use_case_new (id, name);
  g_autoptr (GError) error = NULL;
  g_autofree char *added = rf_workspace_add_use_case (workspace, use_case, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (added, ==, id);
}

static void
decide (RfWorkspace *workspace,
        const char *use_case,
        const char *expires)
{
  g_autoptr (RfDecision) decision = rf_decision_new (use_case, RF_VERDICT_APPROVE);
  g_autoptr (GError) error = NULL;

  decision->owner = g_strdup ("B. Oss");
  decision->decided = day ("2026-01-01");
  decision->expires = day (expires);
  rf_workspace_decide (workspace, "api", decision, &error);
  g_assert_no_error (error);
}

static void
add_action (RfWorkspace *workspace,
            const char *id,
            const char *due,
            const char *done)
{
  g_autoptr (RfAction) action = rf_action_new (id, "Change it");
  g_autoptr (GError) error = NULL;
  g_autofree char *added = NULL;

  action->due = due ? day (due) : RF_DAY_NONE;
  action->done = done ? day (done) : RF_DAY_NONE;
  added = rf_workspace_add_action (workspace, "api", action, &error);
  g_assert_no_error (error);
}

static void
add_paper (RfWorkspace *workspace,
           const char *title,
           const char *expires)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_workspace_attach_link (workspace, "https://example.org/", title, RF_DAY_NONE, expires ? day (expires) : RF_DAY_NONE, &error);

  g_assert_no_error (error);
  rf_workspace_link_evidence (workspace, "api", "q1", id, RF_GRADE_CONTRACT, NULL, &error);
  g_assert_no_error (error);
}

static RfPortfolioSummary *
summarise (RfWorkspace *workspace,
           const char *today)
{
  g_autoptr (GError) error = NULL;
  RfPortfolioSummary *summary = rf_workspace_dup_summary (workspace, "api", today ? day (today) : RF_DAY_NONE, &error);

  g_assert_no_error (error);
  return summary;
}

static void
approve (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_submit (workspace, "api", &error);
  g_assert_no_error (error);
  rf_workspace_approve (workspace, "api", "B. Oss", FALSE, day ("2026-12-01"), &error);
  g_assert_no_error (error);
}

static void
test_not_begun (Fixture *self,
                gconstpointer data)
{
  g_autoptr (RfOffering) offering = rf_offering_new (NULL, "Acme", "Other");
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_workspace_add_offering (self->workspace, offering, &error);
  g_autoptr (GPtrArray) summaries = NULL;
  const RfPortfolioSummary *other;

  add_use_case (self->workspace, "search", "Search");
  summaries = rf_workspace_list_summaries (self->workspace, RF_DAY_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (summaries->len, ==, 2);
  other = g_ptr_array_index (summaries, 1);
  g_assert_cmpstr (other->offering->id, ==, "other");
  g_assert_null (other->assessment);
  g_assert_null (other->questionnaire);
  g_assert_null (other->score);
  g_assert_cmpuint (other->today, ==, day ("2026-11-20"));
  g_assert_cmpuint (other->n_undecided, ==, 1);
  g_assert_null (rf_portfolio_summary_find_use_case (other, "search")->decision);
}

static void
test_figures (Fixture *self,
              gconstpointer data)
{
  g_autoptr (RfPortfolioSummary) open = summarise (self->workspace, NULL);
  g_autoptr (RfPortfolioSummary) bad = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (open->n_violated[RF_SIDE_PROVIDER], ==, 0);
  g_assert_cmpuint (open->n_not_cleared[RF_SIDE_PROVIDER], ==, 1);
  g_assert_cmpint (open->assessment->status, ==, RF_STATUS_DRAFT);
  g_assert_true (choose (self->workspace, "no", &error));
  bad = summarise (self->workspace, NULL);
  g_assert_cmpuint (bad->n_violated[RF_SIDE_PROVIDER], ==, 1);
  g_assert_cmpuint (bad->n_not_cleared[RF_SIDE_PROVIDER], ==, 0);
  g_assert_cmpuint (bad->n_violated[RF_SIDE_CUSTOMER], ==, 0);
  g_assert_cmpfloat (bad->score->sides[RF_SIDE_PROVIDER].figures.high, ==, get_high (self->workspace));
}

static void
test_papers_expire (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (RfPortfolioSummary) now = NULL;
  g_autoptr (RfPortfolioSummary) later = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (choose (self->workspace, "yes", &error));
  add_paper (self->workspace, "Past", "2026-11-19");
  add_paper (self->workspace, "Today", "2026-11-20");
  add_paper (self->workspace, "Later", "2027-01-01");
  add_paper (self->workspace, "Ever", NULL);
  now = summarise (self->workspace, NULL);
  g_assert_cmpuint (now->n_expired_evidence, ==, 1);
  g_assert_cmpuint (now->next_expiry, ==, day ("2026-11-20"));
  g_assert_cmpuint (now->days_to_expiry, ==, 0);
  later = summarise (self->workspace, "2026-11-22");
  g_assert_cmpuint (later->n_expired_evidence, ==, 2);
  g_assert_cmpuint (later->days_to_expiry, ==, 40);
}

static void
test_actions_are_counted (Fixture *self,
                          gconstpointer data)
{
  g_autoptr (RfPortfolioSummary) summary = NULL;

  add_action (self->workspace, "late", "2026-11-19", NULL);
  add_action (self->workspace, "due", "2026-11-20", NULL);
  add_action (self->workspace, "some-day", NULL, NULL);
  add_action (self->workspace, "done", "2026-11-01", "2026-11-15");
  summary = summarise (self->workspace, NULL);
  g_assert_cmpuint (summary->n_open_actions, ==, 3);
  g_assert_cmpuint (summary->n_overdue_actions, ==, 1);
}

/* What was decided counts as open again from the day after its last one. */
static void
test_decisions_expire (Fixture *self,
                       gconstpointer data)
{
  g_autoptr (RfPortfolioSummary) summary = NULL;
  g_autoptr (RfPortfolioSummary) earlier = NULL;

  add_use_case (self->workspace, "chat", "Chat");
  add_use_case (self->workspace, "code", "Code");
  add_use_case (self->workspace, "search", "Search");
  decide (self->workspace, "chat", "2026-11-20");
  decide (self->workspace, "code", "2026-11-19");
  summary = summarise (self->workspace, NULL);
  g_assert_cmpuint (summary->use_cases->len, ==, 3);
  g_assert_cmpuint (summary->n_undecided, ==, 1);
  g_assert_cmpuint (summary->n_expired_decisions, ==, 1);
  g_assert_false (rf_portfolio_summary_find_use_case (summary, "chat")->has_expired);
  g_assert_true (rf_portfolio_summary_find_use_case (summary, "code")->has_expired);
  g_assert_false (rf_portfolio_summary_find_use_case (summary, "search")->has_expired);
  earlier = summarise (self->workspace, "2026-11-19");
  g_assert_cmpuint (earlier->n_expired_decisions, ==, 0);
}

/* Only the answers are frozen: what is decided and done goes on. */
static void
test_decided_after_the_approval (Fixture *self,
                                 gconstpointer data)
{
  g_autoptr (RfPortfolioSummary) summary = NULL;
  g_autoptr (RfPortfolioSummary) later = NULL;
  g_autoptr (RfRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (choose (self->workspace, "yes", &error));
  approve (self->workspace);
  add_use_case (self->workspace, "search", "Search");
  decide (self->workspace, "search", "2027-01-01");
  add_action (self->workspace, "late", "2026-11-19", NULL);
  summary = summarise (self->workspace, NULL);
  g_assert_cmpuint (summary->n_undecided, ==, 0);
  g_assert_cmpuint (summary->n_overdue_actions, ==, 1);
  g_assert_false (summary->review_is_due);
  later = summarise (self->workspace, "2026-12-01");
  g_assert_true (later->review_is_due);
  record = rf_workspace_dup_record (self->workspace, "api", &error);
  g_assert_no_error (error);
  g_assert_nonnull (rf_record_find_decision (record, "search"));
  g_assert_nonnull (rf_record_find_use_case (record, "search"));
  g_assert_cmpuint (record->actions->len, ==, 1);
}

static guint
count_supported (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  guint n = G_MAXUINT;

  g_assert_true (rf_workspace_count_supported_answers (workspace, "paper", &n, &error));
  g_assert_no_error (error);
  return n;
}

/* One paper under answers of two offerings, and under one that holds for both of them. */
static void
test_supported_answers_are_counted (Fixture *self,
                                    gconstpointer data)
{
  g_autoptr (RfOffering) offering = rf_offering_new ("other", "Acme", "Other");
  g_autoptr (RfAnswer) shared = rf_answer_new ("q3", RF_ANSWER_ANSWERED);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_workspace_add_offering (self->workspace, offering, &error);

  g_assert_cmpuint (count_supported (self->workspace), ==, 0);
  rf_workspace_start_assessment (self->workspace, "other", NULL, 0, RF_DAY_NONE, &error);
  g_assert_no_error (error);
  add_paper (self->workspace, "Paper", NULL);
  g_assert_cmpuint (count_supported (self->workspace), ==, 1);
  rf_workspace_link_evidence (self->workspace, "other", "q1", "paper", RF_GRADE_CONTRACT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_supported (self->workspace), ==, 2);
  shared->value = g_strdup ("3");
  rf_workspace_put_answer (self->workspace, "api", shared, &error);
  rf_workspace_link_evidence (self->workspace, "api", "q3", "paper", RF_GRADE_CONTRACT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_supported (self->workspace), ==, 3);
}

static void
test_unknown_offering (Fixture *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rf_workspace_dup_summary (self->workspace, "absent", RF_DAY_NONE, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_NOT_FOUND);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_WORKSPACE_TEST ("portfolio/not-begun", test_not_begun);
  ADD_WORKSPACE_TEST ("portfolio/figures", test_figures);
  ADD_WORKSPACE_TEST ("portfolio/papers-expire", test_papers_expire);
  ADD_WORKSPACE_TEST ("portfolio/actions-are-counted", test_actions_are_counted);
  ADD_WORKSPACE_TEST ("portfolio/decisions-expire", test_decisions_expire);
  ADD_WORKSPACE_TEST ("portfolio/decided-after-the-approval", test_decided_after_the_approval);
  ADD_WORKSPACE_TEST ("portfolio/supported-answers-are-counted", test_supported_answers_are_counted);
  ADD_WORKSPACE_TEST ("portfolio/unknown-offering", test_unknown_offering);
  return g_test_run ();
}
