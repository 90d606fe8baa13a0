// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Each kind of change that a portfolio may show. */

#include "config.h"

#include "portfolio-changes.h"
#include "workspace-fixture.h"

void
portfolio_put (RfWorkspace *workspace,
               const char *offering,
               const char *question,
               const char *option,
               const char *value)
{
  g_autoptr (RfAnswer) answer = rf_answer_new (question, RF_ANSWER_ANSWERED);
  g_autoptr (GError) error = NULL;

  if (option)
    answer->choices = g_strdupv ((char *[]){ (char *) option, NULL, FALSE });
  answer->value = g_strdup (value);
  rf_workspace_put_answer (workspace, offering, answer, &error);
  g_assert_no_error (error);
}

void
portfolio_answer (RfWorkspace *workspace)
{
  portfolio_put (workspace, "api", "q1", "no", NULL);
}

static void
answer_for_all (RfWorkspace *workspace)
{
  portfolio_put (workspace, "api", "q3", NULL, "90");
}

static void
override (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfAnswer) given = rf_workspace_dup_answer (workspace, "api", "q1", &error);

  given->override_risk = 42;
  given->override_reason = g_strdup ("Seen.");
  rf_workspace_put_answer (workspace, "api", given, &error);
  g_assert_no_error (error);
}

static void
copy_answers (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  guint n_copied = 0;

  rf_workspace_inherit_answers (workspace, "other", "api", NULL, &n_copied, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_copied, >, 0);
}

static void
confirm_copy (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_confirm_answer (workspace, "other", "q1", &error);
  g_assert_no_error (error);
}

void
portfolio_attach (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_workspace_attach_link (workspace, "https://example.org/", "New", RF_DAY_NONE, day ("2026-12-01"), &error);

  g_assert_no_error (error);
}

static void
link_paper (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_link_evidence (workspace, "other", "q1", "paper", RF_GRADE_CONTRACT, NULL, &error);
  g_assert_no_error (error);
}

static void
unlink_paper (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_unlink_evidence (workspace, "api", "q1", "paper", &error);
  g_assert_no_error (error);
}

static void
expire_paper (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfEvidence) evidence = rf_workspace_dup_evidence (workspace, "paper", &error);

  evidence->expires = day ("2026-10-01");
  rf_workspace_edit_evidence (workspace, evidence, &error);
  g_assert_no_error (error);
}

static void
remove_paper (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_remove_evidence (workspace, "paper", &error);
  g_assert_no_error (error);
}

static void
edit_offering (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfOffering) offering = rf_workspace_dup_offering (workspace, "api", &error);

  g_free (offering->provider);
  offering->provider = g_strdup ("Southwind");
  offering->attributes[RF_OFFERING_CHANNEL] = g_strdup ("api");
  rf_workspace_edit_offering (workspace, offering, &error);
  g_assert_no_error (error);
}

static void
edit_provider (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfProvider) provider = rf_workspace_dup_provider (workspace, "northwind", &error);

  g_free (provider->name);
  provider->name = g_strdup ("Eastwind");
  rf_workspace_edit_provider (workspace, provider, &error);
  g_assert_no_error (error);
}

void
portfolio_add_offering (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfOffering) offering = rf_offering_new ("new.4", "Acme", "Another");
  g_autofree char *id = rf_workspace_add_offering (workspace, offering, &error);

  g_assert_no_error (error);
}

static void
begin_assessment (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_start_assessment (workspace, "new.4", NULL, 0, RF_DAY_NONE, &error);
  g_assert_no_error (error);
}

static void
remove_offering (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_remove_offering (workspace, "other", &error);
  g_assert_no_error (error);
}

void
portfolio_edit_use_case (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfUseCase) use_case = rf_use_case_new ("search", "Finding");

  rf_workspace_edit_use_case (workspace, use_case, &error);
  g_assert_no_error (error);
}

void
portfolio_add_use_case (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfUseCase) use_case = rf_use_case_new ("code", "Code");
  g_autofree char *id = rf_workspace_add_use_case (workspace, use_case, &error);

  g_assert_no_error (error);
}

static void
decide (RfWorkspace *workspace)
{
  g_autoptr (RfDecision) decision = rf_decision_new ("search", RF_VERDICT_REJECT);
  g_autoptr (GError) error = NULL;

  decision->owner = g_strdup ("C. Iso");
  decision->decided = day ("2026-01-01");
  decision->expires = day ("2026-11-20");
  rf_workspace_decide (workspace, "api", decision, &error);
  g_assert_no_error (error);
}

static void
undecide (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_remove_decision (workspace, "api", "search", &error);
  g_assert_no_error (error);
}

static void
add_action (RfWorkspace *workspace)
{
  g_autoptr (RfAction) action = rf_action_new ("change", "Change it");
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  action->due = day ("2026-11-20");
  id = rf_workspace_add_action (workspace, "api", action, &error);
  g_assert_no_error (error);
}

static void
finish_action (RfWorkspace *workspace)
{
  g_autoptr (RfAction) action = rf_action_new ("change", "Change it");
  g_autoptr (GError) error = NULL;

  action->done = day ("2026-11-20");
  rf_workspace_edit_action (workspace, "api", action, &error);
  g_assert_no_error (error);
}

static void
edit_assessment (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfAssessment) assessment = rf_workspace_dup_assessment (workspace, "api", &error);

  assessment->as_of = day ("2027-01-02");
  rf_workspace_edit_assessment (workspace, assessment, &error);
  g_assert_no_error (error);
}

static void
submit (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_submit (workspace, "api", &error);
  g_assert_no_error (error);
}

static void
send_back (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_request_changes (workspace, "api", "More.", &error);
  g_assert_no_error (error);
}

static void
approve (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_approve (workspace, "api", "B. Oss", FALSE, day ("2026-11-21"), &error);
  g_assert_no_error (error);
}

static void
submit_and_approve (RfWorkspace *workspace)
{
  submit (workspace);
  approve (workspace);
}

static void
begin_anew (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_start_assessment (workspace, "api", NULL, 0, RF_DAY_NONE, &error);
  g_assert_no_error (error);
}

static void
add_questionnaire (RfWorkspace *workspace)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "questionnaires", "small.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  text = g_string_new (contents);
  g_free (contents);
  g_string_replace (text, "revision=\"2\"", "revision=\"3\"", 1);
  g_string_replace (text, "risk=\"100\"", "risk=\"70\"", 0);
  g_string_replace (text, "<use-case attribute=\"sensitivity\" at-least=\"restricted\"/>", "<offering attribute=\"channel\" is=\"web\"/>", 1);
  bytes = g_bytes_new (text->str, text->len);
  questionnaire = rf_workspace_add_questionnaire (workspace, bytes, "newer", NULL, &error);
  g_assert_no_error (error);
}

static void
approve_and_renew_questionnaire (RfWorkspace *workspace)
{
  submit_and_approve (workspace);
  add_questionnaire (workspace);
}

static void
begin_with_newer_questionnaire (RfWorkspace *workspace)
{
  add_questionnaire (workspace);
  portfolio_add_offering (workspace);
  begin_assessment (workspace);
  portfolio_put (workspace, "new.4", "q1", "no", NULL);
}

/* Which a condition of the newer questionnaire asks for. */
static void
edit_channel (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfOffering) offering = rf_workspace_dup_offering (workspace, "new.4", &error);

  offering->attributes[RF_OFFERING_CHANNEL] = g_strdup ("web");
  rf_workspace_edit_offering (workspace, offering, &error);
  g_assert_no_error (error);
}

static void
purge (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_purge (workspace, "offering other", "asked for", &error);
  g_assert_no_error (error);
}

static void
do_several (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_begin_step (workspace, "several", &error);
  g_assert_no_error (error);
  portfolio_add_use_case (workspace);
  portfolio_answer (workspace);
  rf_workspace_end_step (workspace, &error);
  g_assert_no_error (error);
}

static void
copy_and_prove (RfWorkspace *workspace)
{
  copy_answers (workspace);
  link_paper (workspace);
}

const PortfolioChange portfolio_changes[] = {
  { "answer", portfolio_answer, TRUE, NULL, FALSE },
  { "answer-for-the-organisation", answer_for_all, TRUE, NULL, FALSE },
  { "override", override, TRUE, NULL, FALSE },
  { "answers-copied", copy_answers, TRUE, NULL, TRUE },
  { "copy-confirmed", confirm_copy, TRUE, copy_and_prove, TRUE },
  { "evidence-attached", portfolio_attach, FALSE, NULL, FALSE },
  { "evidence-linked", link_paper, TRUE, NULL, FALSE },
  { "evidence-unlinked", unlink_paper, TRUE, NULL, FALSE },
  { "evidence-expired", expire_paper, TRUE, NULL, FALSE },
  { "evidence-removed", remove_paper, TRUE, NULL, FALSE },
  { "offering-edited", edit_offering, TRUE, NULL, FALSE },
  { "channel-edited", edit_channel, TRUE, begin_with_newer_questionnaire, FALSE },
  { "provider-edited", edit_provider, TRUE, NULL, FALSE },
  { "offering-added", portfolio_add_offering, TRUE, NULL, FALSE },
  { "offering-removed", remove_offering, TRUE, NULL, FALSE },
  { "first-assessment-begun", begin_assessment, TRUE, portfolio_add_offering, FALSE },
  { "use-case-edited", portfolio_edit_use_case, TRUE, NULL, FALSE },
  { "use-case-added", portfolio_add_use_case, TRUE, NULL, FALSE },
  { "decided", decide, TRUE, NULL, FALSE },
  { "decision-removed", undecide, TRUE, decide, FALSE },
  { "action-added", add_action, TRUE, NULL, FALSE },
  { "action-done", finish_action, TRUE, add_action, FALSE },
  { "assessment-edited", edit_assessment, TRUE, NULL, FALSE },
  { "submitted", submit, TRUE, NULL, FALSE },
  { "sent-back", send_back, TRUE, submit, FALSE },
  { "approved", approve, TRUE, submit, FALSE },
  { "decided-after-the-approval", decide, TRUE, submit_and_approve, FALSE },
  { "begun-anew", begin_anew, TRUE, submit_and_approve, FALSE },
  { "questionnaire-added", add_questionnaire, FALSE, NULL, FALSE },
  { "begun-anew-with-another-questionnaire", begin_anew, TRUE, approve_and_renew_questionnaire, FALSE },
  { "purged", purge, FALSE, NULL, FALSE },
  { "several-in-one-step", do_several, TRUE, NULL, FALSE },
};
const guint n_portfolio_changes = G_N_ELEMENTS (portfolio_changes);
