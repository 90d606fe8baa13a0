// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Several operations as one step: kept and undone together, or not at all. */

#include "config.h"

#include "workspace-fixture.h"

#include "rf-error.h"

static void
add_offering (RfWorkspace *workspace,
              const char *name)
{
  g_autoptr (RfOffering) offering = rf_offering_new (NULL, "Acme", name);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_workspace_add_offering (workspace, offering, &error);

  g_assert_no_error (error);
  rf_workspace_start_assessment (workspace, id, NULL, 0, RF_DAY_NONE, &error);
  g_assert_no_error (error);
}

static void
begin (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rf_workspace_begin_step (workspace, "add Chat", &error));
  g_assert_no_error (error);
}

static void
end (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rf_workspace_end_step (workspace, &error));
  g_assert_no_error (error);
}

/* In the words of an export: providers, offerings and assessments, one a line. */
static char *
tell_everything (RfWorkspace *workspace)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) providers = rf_workspace_list_providers (workspace, NULL);
  g_autoptr (GPtrArray) offerings = rf_workspace_list_offerings (workspace, NULL);

  for (guint i = 0; i < providers->len; i++)
    g_string_append_printf (text, "%s\n", ((RfProvider *) g_ptr_array_index (providers, i))->id);
  for (guint i = 0; i < offerings->len; i++)
    {
      const char *id = ((RfOffering *) g_ptr_array_index (offerings, i))->id;
      g_autoptr (GPtrArray) assessments = rf_workspace_list_assessments (workspace, id, NULL);

      g_string_append_printf (text, "%s %u\n", id, assessments->len);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
count_changes (RfWorkspace *workspace,
               gpointer data)
{
  guint *n = data;

  ++*n;
}

static void
test_undone_as_one (Fixture *self,
                    gconstpointer data)
{
  g_autofree char *before = tell_everything (self->workspace);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *done_again = NULL;
  g_autoptr (GError) error = NULL;
  guint n_told = 0;

  g_signal_connect (self->workspace, "changed", G_CALLBACK (count_changes), &n_told);
  begin (self->workspace);
  add_offering (self->workspace, "Chat");
  g_assert_cmpuint (n_told, ==, 0);
  end (self->workspace);
  g_assert_cmpuint (n_told, ==, 1);
  after = tell_everything (self->workspace);
  g_assert_cmpstr (after, ==, "acme\nnorthwind\napi 1\nchat 1\n");
  g_assert_cmpstr (rf_workspace_get_undo_description (self->workspace), ==, "add Chat");
  g_assert_true (rf_workspace_undo (self->workspace, &error));
  undone = tell_everything (self->workspace);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpstr (rf_workspace_get_redo_description (self->workspace), ==, "add Chat");
  g_assert_true (rf_workspace_redo (self->workspace, &error));
  done_again = tell_everything (self->workspace);
  g_assert_cmpstr (done_again, ==, after);
  g_assert_true (rf_workspace_check (self->workspace, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* The same thing changed several times within the step. */
static void
test_undone_to_the_beginning (Fixture *self,
                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (choose (self->workspace, "yes", &error));
  begin (self->workspace);
  g_assert_true (choose (self->workspace, "no", &error));
  assert_choice (self->workspace, "no");
  g_assert_cmpfloat (get_high (self->workspace), ==, 100);
  g_assert_true (choose (self->workspace, "yes", &error));
  g_assert_true (choose (self->workspace, "no", &error));
  end (self->workspace);
  g_assert_true (rf_workspace_undo (self->workspace, &error));
  assert_choice (self->workspace, "yes");
}

static void
test_cancelled (Fixture *self,
                gconstpointer data)
{
  g_autofree char *before = tell_everything (self->workspace);
  g_autofree char *head = rf_workspace_dup_head (self->workspace, NULL);
  g_autofree char *description = g_strdup (rf_workspace_get_undo_description (self->workspace));
  g_autofree char *after = NULL;
  g_autofree char *head_after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_told = 0;

  g_signal_connect (self->workspace, "changed", G_CALLBACK (count_changes), &n_told);
  begin (self->workspace);
  g_assert_true (choose (self->workspace, "no", &error));
  add_offering (self->workspace, "Chat");
  rf_workspace_cancel_step (self->workspace);
  after = tell_everything (self->workspace);
  head_after = rf_workspace_dup_head (self->workspace, NULL);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (head_after, ==, head);
  g_assert_cmpstr (rf_workspace_get_undo_description (self->workspace), ==, description);
  g_assert_cmpuint (n_told, ==, 0);
  assert_choice (self->workspace, NULL);
  g_assert_true (choose (self->workspace, "yes", &error));
  g_assert_no_error (error);
}

/* What failed leaves nothing, what came before it stays until the step is ended or cancelled. */
static void
test_failure_within (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (RfProvider) twin = rf_provider_new ("twin", "Northwind");
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  begin (self->workspace);
  add_offering (self->workspace, "Chat");
  g_assert_null (rf_workspace_add_provider (self->workspace, twin, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_EXISTS);
  g_clear_error (&error);
  end (self->workspace);
  after = tell_everything (self->workspace);
  g_assert_cmpstr (after, ==, "acme\nnorthwind\napi 1\nchat 1\n");
  g_assert_true (rf_workspace_check (self->workspace, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_nothing_done (Fixture *self,
                   gconstpointer data)
{
  g_autofree char *description = g_strdup (rf_workspace_get_undo_description (self->workspace));
  guint n_told = 0;

  g_signal_connect (self->workspace, "changed", G_CALLBACK (count_changes), &n_told);
  begin (self->workspace);
  end (self->workspace);
  g_assert_cmpuint (n_told, ==, 0);
  g_assert_cmpstr (rf_workspace_get_undo_description (self->workspace), ==, description);
}

static void
test_refused_within (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  begin (self->workspace);
  g_assert_false (rf_workspace_undo (self->workspace, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (rf_workspace_purge (self->workspace, "assessment api.1", "asked to", &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  rf_workspace_cancel_step (self->workspace);
}

/* An approval cannot be undone, so neither can a step with one; cancelled it has never been. */
static void
test_approval_within (Fixture *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfAssessment) assessment = NULL;

  begin (self->workspace);
  g_assert_true (rf_workspace_submit (self->workspace, "api", &error));
  g_assert_true (rf_workspace_approve (self->workspace, "api", "B. Oss", FALSE, RF_DAY_NONE, &error));
  rf_workspace_cancel_step (self->workspace);
  assessment = rf_workspace_dup_assessment (self->workspace, "api", &error);
  g_assert_cmpint (assessment->status, ==, RF_STATUS_DRAFT);
  g_assert_nonnull (rf_workspace_get_undo_description (self->workspace));
  begin (self->workspace);
  g_assert_true (rf_workspace_submit (self->workspace, "api", &error));
  g_assert_true (rf_workspace_approve (self->workspace, "api", "B. Oss", FALSE, RF_DAY_NONE, &error));
  end (self->workspace);
  g_assert_no_error (error);
  g_assert_null (rf_workspace_get_undo_description (self->workspace));
}

/* Another process waits for the end of the step, and what it did before the beginning is seen in it. */
static void
test_two_connections (Fixture *self,
                      gconstpointer data)
{
  g_autoptr (RfWorkspace) other = open_at (self->path, RF_WORKSPACE_DEFAULT);
  g_autoptr (GError) error = NULL;

  g_assert_true (choose (self->workspace, "yes", &error));
  g_assert_true (choose (other, "no", &error));
  begin (self->workspace);
  assert_choice (self->workspace, "no");
  g_assert_true (choose (self->workspace, "yes", &error));
  assert_choice (other, "no");
  end (self->workspace);
  assert_choice (other, "yes");
  g_assert_no_error (error);
}

static void
test_read_only (Fixture *self,
                gconstpointer data)
{
  g_autoptr (RfWorkspace) copy = open_at (self->path, RF_WORKSPACE_READ_ONLY);
  g_autoptr (GError) error = NULL;

  g_assert_false (rf_workspace_begin_step (copy, "add Chat", &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_STORE);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_WORKSPACE_TEST ("steps/undone-as-one", test_undone_as_one);
  ADD_WORKSPACE_TEST ("steps/undone-to-the-beginning", test_undone_to_the_beginning);
  ADD_WORKSPACE_TEST ("steps/cancelled", test_cancelled);
  ADD_WORKSPACE_TEST ("steps/failure-within", test_failure_within);
  ADD_WORKSPACE_TEST ("steps/nothing-done", test_nothing_done);
  ADD_WORKSPACE_TEST ("steps/refused-within", test_refused_within);
  ADD_WORKSPACE_TEST ("steps/approval-within", test_approval_within);
  ADD_WORKSPACE_TEST ("steps/two-connections", test_two_connections);
  ADD_WORKSPACE_TEST ("steps/read-only", test_read_only);
  return g_test_run ();
}
