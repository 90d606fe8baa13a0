// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Reads what the program ships, and fails the test with every problem found. */

#include "config.h"

#include "shipped.h"

static void
assert_no_problems (const RfProblems *problems)
{
  g_autofree char *text = rf_problems_to_string (problems);

  if (rf_problems_get_n (problems) > 0)
    g_error ("%s", text);
}

RfQuestionnaire *
shipped_questionnaire_read (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "questionnaires", "genai-confidentiality.xml", NULL);
  g_autoptr (RfProblems) problems = rf_problems_new (path);
  g_autoptr (GError) error = NULL;
  RfQuestionnaire *questionnaire = rf_questionnaire_read_file (path, problems, &error);

  g_assert_no_error (error);
  assert_no_problems (problems);
  return questionnaire;
}

RfRecord *
shipped_sample_read (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".answers.xml", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", file, NULL);
  g_autoptr (RfProblems) problems = rf_problems_new (path);
  g_autoptr (GError) error = NULL;
  RfRecord *record = rf_record_read_file (path, problems, &error);

  g_assert_no_error (error);
  assert_no_problems (problems);
  return record;
}

guint
shipped_question (const RfQuestionnaire *questionnaire,
                  const char *id)
{
  int index = rf_questionnaire_find_question (questionnaire, id);

  if (index < 0)
    g_error ("there is no question “%s”", id);
  return (guint) index;
}

guint
shipped_knock_out (const RfQuestionnaire *questionnaire,
                   const char *id)
{
  for (guint i = 0; i < questionnaire->n_knock_outs; i++)
    if (g_str_equal (questionnaire->knock_outs[i].id, id))
      return i;
  g_error ("there is no knock-out “%s”", id);
}
