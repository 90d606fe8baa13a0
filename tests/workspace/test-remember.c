// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What the portfolio remembers is what a workspace that was just opened reads: after each kind of change, done here
 * or by another process, undone and done again.
 */

#include "config.h"

#include "portfolio-changes.h"
#include "workspace-fixture.h"

#include <string.h>

static void
append_figure (GString *text,
               double figure)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, " %s", g_ascii_dtostr (digits, sizeof digits, figure));
}

static void
append_score (GString *text,
              const RfScore *score)
{
  for (guint i = 0; i < RF_N_SIDES; i++)
    {
      const RfSideScore *side = &score->sides[i];

      g_string_append_printf (text, "\n side %d %d %d", side->state, side->rating_low, side->rating_high);
      append_figure (text, side->figures.low);
      append_figure (text, side->figures.high);
      append_figure (text, side->figures.unproven_high);
      append_figure (text, side->figures.point);
      append_figure (text, side->figures.coverage);
      append_figure (text, side->assurance);
    }
  for (guint i = 0; i < score->n_sections; i++)
    append_figure (text, score->sections[i].unproven_high);
  for (guint i = 0; i < score->n_knock_outs; i++)
    g_string_append_printf (text, " knock-out %d", score->knock_outs[i]);
  for (guint i = 0; i < score->n_questions; i++)
    g_string_append_printf (text, " %d", score->applicability[i]);
}

static void
append_use_cases (GString *text,
                  const RfPortfolioSummary *summary)
{
  for (guint i = 0; i < summary->use_cases->len; i++)
    {
      const RfUseCaseStanding *standing = g_ptr_array_index (summary->use_cases, i);

      g_string_append_printf (text, "\n use case %s %s", standing->use_case->id, standing->use_case->name);
      if (standing->decision)
        g_string_append_printf (text, " %d %s %u %d", standing->decision->verdict, standing->decision->owner, standing->decision->expires, standing->has_expired);
    }
}

static void
append_summary (GString *text,
                const RfPortfolioSummary *summary)
{
  const RfAssessment *assessment = summary->assessment;

  g_string_append_printf (text, "%s: %s by %s, %u", summary->offering->id, summary->offering->name, summary->offering->provider, summary->today);
  append_use_cases (text, summary);
  if (assessment)
    {
      g_string_append_printf (text, "\n %s %d as of %u by %s, %s; review %u, %d", assessment->id, assessment->status, assessment->as_of, assessment->assessor, assessment->approver ? assessment->approver : "-", assessment->next_review, summary->review_is_due);
      g_string_append_printf (text, "\n %s %u, papers %u %u %u, actions %u %u", summary->questionnaire->id, summary->questionnaire->revision, summary->n_expired_evidence, summary->next_expiry, summary->days_to_expiry, summary->n_open_actions, summary->n_overdue_actions);
      g_string_append_printf (text, "\n violated %u %u not cleared %u %u", summary->n_violated[0], summary->n_violated[1], summary->n_not_cleared[0], summary->n_not_cleared[1]);
      append_score (text, summary->score);
    }
  g_string_append_printf (text, "\n undecided %u %u\n", summary->n_undecided, summary->n_expired_decisions);
}

static char *
look (RfWorkspace *workspace,
      RfDay today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) summaries = rf_workspace_list_summaries (workspace, today, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < summaries->len; i++)
    append_summary (text, g_ptr_array_index (summaries, i));
  return g_string_free (text, FALSE);
}

/* What @self->workspace says, which is what one says that knows nothing yet. */
static char *
look_and_compare (Fixture *self,
                  RfDay today)
{
  g_autoptr (RfWorkspace) fresh = open_at (self->path, RF_WORKSPACE_DEFAULT);
  g_autofree char *expected = look (fresh, today);
  char *text = look (self->workspace, today);

  g_assert_cmpstr (text, ==, expected);
  return text;
}

/* Two offerings that are answered, one of them with a paper; a use case; and all of it was looked at. */
static char *
prepare (Fixture *self,
         const PortfolioChange *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfOffering) offering = rf_offering_new ("other", "Northwind", "Other");
  g_autoptr (RfUseCase) use_case = rf_use_case_new ("search", "Search");
  g_autofree char *other = rf_workspace_add_offering (self->workspace, offering, &error);
  g_autofree char *search = rf_workspace_add_use_case (self->workspace, use_case, &error);
  g_autofree char *paper = rf_workspace_attach_link (self->workspace, "https://example.org/", "Paper", RF_DAY_NONE, day ("2026-12-31"), &error);

  g_assert_cmpstr (paper, ==, "paper");
  portfolio_put (self->workspace, "api", "q1", "yes", NULL);
  portfolio_put (self->workspace, "api", "q2", "a", NULL);
  rf_workspace_link_evidence (self->workspace, "api", "q1", paper, RF_GRADE_CONTRACT, NULL, &error);
  rf_workspace_start_assessment (self->workspace, "other", NULL, 0, RF_DAY_NONE, &error);
  g_assert_no_error (error);
  if (row == NULL || !row->leaves_other_open)
    portfolio_put (self->workspace, "other", "q1", "yes", NULL);
  if (row && row->before)
    row->before (self->workspace);
  return look_and_compare (self, RF_DAY_NONE);
}

static void
test_changed_here (Fixture *self,
                   gconstpointer data)
{
  const PortfolioChange *row = data;
  g_autofree char *before = prepare (self, row);
  g_autofree char *after = NULL;

  row->change (self->workspace);
  after = look_and_compare (self, RF_DAY_NONE);
  g_assert_true ((strcmp (before, after) != 0) == row->is_shown);
  if (rf_workspace_get_undo_description (self->workspace))
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      rf_workspace_undo (self->workspace, &error);
      g_assert_no_error (error);
      undone = look_and_compare (self, RF_DAY_NONE);
      g_assert_cmpstr (undone, ==, before);
      rf_workspace_redo (self->workspace, &error);
      g_assert_no_error (error);
      redone = look_and_compare (self, RF_DAY_NONE);
      g_assert_cmpstr (redone, ==, after);
    }
}

static void
count_change (RfWorkspace *workspace,
              gpointer data)
{
  guint *n = data;

  (*n)++;
}

/* Another connection is as another process is. */
static void
test_changed_elsewhere (Fixture *self,
                        gconstpointer data)
{
  const PortfolioChange *row = data;
  g_autofree char *before = prepare (self, row);
  g_autoptr (RfWorkspace) elsewhere = open_at (self->path, RF_WORKSPACE_DEFAULT);
  g_autofree char *after = NULL;
  guint n_changes = 0;

  g_signal_connect (self->workspace, "changed", G_CALLBACK (count_change), &n_changes);
  row->change (elsewhere);
  after = look_and_compare (self, RF_DAY_NONE);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true ((strcmp (before, after) != 0) == row->is_shown);
  g_assert_null (rf_workspace_get_undo_description (self->workspace));
}

/* Nothing is read again of what did not change: the score is the very same. */
static void
test_kept (Fixture *self,
           gconstpointer data)
{
  g_autofree char *text = prepare (self, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RfPortfolioSummary) api = rf_workspace_dup_summary (self->workspace, "api", RF_DAY_NONE, &error);
  g_autoptr (RfPortfolioSummary) other = rf_workspace_dup_summary (self->workspace, "other", RF_DAY_NONE, &error);
  g_autoptr (RfPortfolioSummary) api_after = NULL;
  g_autoptr (RfPortfolioSummary) other_after = NULL;

  portfolio_answer (self->workspace);
  portfolio_attach (self->workspace);
  portfolio_add_offering (self->workspace);
  portfolio_edit_use_case (self->workspace);
  api_after = rf_workspace_dup_summary (self->workspace, "api", RF_DAY_NONE, &error);
  other_after = rf_workspace_dup_summary (self->workspace, "other", RF_DAY_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (api_after->score != api->score);
  g_assert_true (other_after->score == other->score);
}

static void
test_another_day (Fixture *self,
                  gconstpointer data)
{
  g_autofree char *before = prepare (self, NULL);
  g_autofree char *later = NULL;
  g_autofree char *again = NULL;

  later = look_and_compare (self, day ("2027-01-05"));
  g_assert_cmpstr (later, !=, before);
  again = look_and_compare (self, RF_DAY_NONE);
  g_assert_cmpstr (again, ==, before);
}

static void
test_another_profile (Fixture *self,
                      gconstpointer data)
{
  g_autofree char *before = prepare (self, NULL);
  g_autoptr (RfWorkspace) fresh = open_at (self->path, RF_WORKSPACE_DEFAULT);
  g_autofree char *expected = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;

  portfolio_put (self->workspace, "api", "q1", "no", NULL);
  g_free (before);
  before = look_and_compare (self, RF_DAY_NONE);
  rf_workspace_set_profile (fresh, "p1");
  expected = look (fresh, RF_DAY_NONE);
  rf_workspace_set_profile (self->workspace, "p1");
  after = look (self->workspace, RF_DAY_NONE);
  g_assert_cmpstr (after, ==, expected);
  g_assert_cmpstr (after, !=, before);
  rf_workspace_set_profile (self->workspace, NULL);
  again = look_and_compare (self, RF_DAY_NONE);
  g_assert_cmpstr (again, ==, before);
}

/* The entries of what was taken back are gone, and what is done next has their numbers. */
static void
test_step_taken_back (Fixture *self,
                      gconstpointer data)
{
  g_autofree char *before = prepare (self, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *within = NULL;
  g_autofree char *after = NULL;

  rf_workspace_begin_step (self->workspace, "try", &error);
  g_assert_no_error (error);
  portfolio_answer (self->workspace);
  within = look (self->workspace, RF_DAY_NONE);
  g_assert_cmpstr (within, !=, before);
  rf_workspace_cancel_step (self->workspace);
  portfolio_add_use_case (self->workspace);
  rf_workspace_undo (self->workspace, &error);
  g_assert_no_error (error);
  after = look_and_compare (self, RF_DAY_NONE);
  g_assert_cmpstr (after, ==, before);
}

/* As an import does: more than is worth looking through. */
static void
test_many_changes (Fixture *self,
                   gconstpointer data)
{
  g_autofree char *before = prepare (self, NULL);
  g_autoptr (RfWorkspace) elsewhere = open_at (self->path, RF_WORKSPACE_DEFAULT);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  rf_workspace_begin_step (elsewhere, "many", &error);
  g_assert_no_error (error);
  for (guint i = 0; i <= 2000; i++)
    portfolio_put (elsewhere, "api", "q1", i % 2 == 0 ? "no" : "yes", NULL);
  rf_workspace_end_step (elsewhere, &error);
  g_assert_no_error (error);
  after = look_and_compare (self, RF_DAY_NONE);
  g_assert_cmpstr (after, !=, before);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < n_portfolio_changes; i++)
    {
      g_autofree char *here = g_strconcat ("/workspace/remember/here/", portfolio_changes[i].name, NULL);
      g_autofree char *elsewhere = g_strconcat ("/workspace/remember/elsewhere/", portfolio_changes[i].name, NULL);

      g_test_add (here, Fixture, &portfolio_changes[i], set_up, test_changed_here, tear_down);
      g_test_add (elsewhere, Fixture, &portfolio_changes[i], set_up, test_changed_elsewhere, tear_down);
    }
  ADD_WORKSPACE_TEST ("remember/kept", test_kept);
  ADD_WORKSPACE_TEST ("remember/another-day", test_another_day);
  ADD_WORKSPACE_TEST ("remember/another-profile", test_another_profile);
  ADD_WORKSPACE_TEST ("remember/step-taken-back", test_step_taken_back);
  ADD_WORKSPACE_TEST ("remember/many-changes", test_many_changes);
  return g_test_run ();
}
