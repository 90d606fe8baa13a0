// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "workspace-fixture.h"

#include <glib/gstdio.h>

/* 2026-11-20 12:00 UTC */
#define NOW G_GINT64_CONSTANT (1795176000)

static gint64
fixed_clock (gpointer data)
{
  return NOW;
}

RfWorkspace *
open_at (const char *path,
         RfWorkspaceFlags flags)
{
  g_autoptr (GError) error = NULL;
  RfWorkspace *workspace = rf_workspace_open_file (path, flags, &error);

  g_assert_no_error (error);
  rf_workspace_set_author (workspace, "A. Ssessor");
  rf_workspace_set_clock (workspace, fixed_clock, NULL);
  return workspace;
}

RfDay
day (const char *text)
{
  RfDay day = RF_DAY_NONE;

  g_assert_true (rf_day_from_string (text, &day));
  return day;
}

/* A workspace with the small questionnaire and one offering, "api", whose assessment is begun. */
void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *questionnaire_path = g_test_build_filename (G_TEST_DIST, "data", "questionnaires", "small.xml", NULL);
  g_autoptr (RfOffering) offering = rf_offering_new (NULL, "Northwind", "API");
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autofree char *id = NULL;

  self->folder = g_dir_make_tmp ("ringfence-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "w.ringfence", NULL);
  self->workspace = open_at (self->path, RF_WORKSPACE_CREATE);
  questionnaire = rf_workspace_add_questionnaire_file (self->workspace, questionnaire_path, NULL, &error);
  g_assert_no_error (error);
  id = rf_workspace_add_offering (self->workspace, offering, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "api");
  rf_workspace_start_assessment (self->workspace, "api", NULL, 0, day ("2026-11-01"), &error);
  g_assert_no_error (error);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

void
tear_down (Fixture *self,
           gconstpointer data)
{
  if (self->workspace)
    g_assert_finalize_object (self->workspace);
  remove_all (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

gboolean
choose (RfWorkspace *workspace,
        const char *option,
        GError **error)
{
  g_autoptr (RfAnswer) answer = rf_answer_new ("q1", RF_ANSWER_ANSWERED);

  answer->choices = g_strdupv ((char *[]){ (char *) option, NULL });
  return rf_workspace_put_answer (workspace, "api", answer, error);
}

double
get_high (RfWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfScore) score = rf_workspace_dup_score (workspace, "api", NULL, RF_PROFILE_DEFAULT, RF_DAY_NONE, &error);

  g_assert_no_error (error);
  return score->sides[RF_SIDE_PROVIDER].figures.high;
}

void
assert_choice (RfWorkspace *workspace,
               const char *option)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfAnswer) answer = rf_workspace_dup_answer (workspace, "api", "q1", &error);

  g_assert_no_error (error);
  g_assert_cmpint (answer->state, ==, option ? RF_ANSWER_ANSWERED : RF_ANSWER_UNANSWERED);
  if (option)
    g_assert_cmpstr (answer->choices[0], ==, option);
}
