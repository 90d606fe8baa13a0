// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The pane where questions are answered. */

#include "config.h"

#include "answering-fixture.h"

static void
test_long_section_has_few_cards (AnsweringFixture *fixture,
                                 gconstpointer data)
{
  GtkAdjustment *adjustment = answering_get_adjustment (fixture);

  rf_section_pane_show (fixture->pane, fixture->assessment, answering_get_section (fixture, 1));
  answering_let_settle (fixture);
  g_assert_cmpuint (rf_question_list_get_n_cards (answering_get_list (fixture)), >, 2);
  g_assert_cmpuint (rf_question_list_get_n_cards (answering_get_list (fixture)), <, 60);
  /* as long as if all were there, more or less */
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, ANSWERING_LONG * 100);
  for (guint i = 1; i < 20; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * (i * 7 % 20) / 20);
      answering_let_settle (fixture);
      g_assert_cmpuint (rf_question_list_get_n_cards (answering_get_list (fixture)), <, 60);
    }
}

/* Nothing is laid out over and over: a tenth of a second passes without any event. */
static void
test_comes_to_rest (AnsweringFixture *fixture,
                    gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + 15 * G_USEC_PER_SEC;

  for (guint section = 0; section < 2; section++)
    {
      gint64 quiet_since = g_get_monotonic_time ();

      rf_section_pane_show (fixture->pane, fixture->assessment, answering_get_section (fixture, section));
      while (g_get_monotonic_time () - quiet_since < G_USEC_PER_SEC / 10)
        {
          if (g_main_context_iteration (NULL, FALSE))
            quiet_since = g_get_monotonic_time ();
          g_assert_cmpint (g_get_monotonic_time (), <, end);
          g_thread_yield ();
        }
    }
}

static void
test_scrolling_ends_at_the_ends (AnsweringFixture *fixture,
                                 gconstpointer data)
{
  GtkAdjustment *adjustment = answering_get_adjustment (fixture);

  rf_section_pane_show (fixture->pane, fixture->assessment, answering_get_section (fixture, 1));
  answering_let_settle (fixture);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  answering_let_settle (fixture);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  answering_let_settle (fixture);
  g_assert_nonnull (answering_find_card (fixture, "long2000"));
  gtk_adjustment_set_value (adjustment, 0);
  answering_let_settle (fixture);
  g_assert_nonnull (answering_find_card (fixture, "long1"));
  g_assert_cmpfloat (answering_get_place (fixture, "long1"), >, 0);
  g_assert_cmpfloat (answering_get_place (fixture, "long1"), <, 300);
}

static void
test_focus_far_question (AnsweringFixture *fixture,
                         gconstpointer data)
{
  static const char *const questions[] = { "long1500", "long1501", "long3", "long2000", "long1", "long999" };

  rf_section_pane_show (fixture->pane, fixture->assessment, answering_get_section (fixture, 1));
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_assert_true (rf_section_pane_focus_question (fixture->pane, questions[i]));
      answering_let_settle (fixture);
      g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_WIDGET (answering_find_card (fixture, questions[i]))));
      g_assert_cmpfloat (answering_get_place (fixture, questions[i]), >=, 0);
      g_assert_cmpfloat (answering_get_place (fixture, questions[i]), <, gtk_adjustment_get_page_size (answering_get_adjustment (fixture)) - 100);
      g_assert_cmpuint (rf_question_list_get_n_cards (answering_get_list (fixture)), <, 60);
    }
  g_assert_false (rf_section_pane_focus_question (fixture->pane, "no-such-question"));
  g_assert_nonnull (fixture->told);
}

/* A question that appears because of an answer pushes down what is below it, never what is in hand. */
static void
test_follow_up_moves_nothing (AnsweringFixture *fixture,
                              gconstpointer data)
{
  double place;

  rf_section_pane_show (fixture->pane, fixture->assessment, answering_get_section (fixture, 0));
  rf_section_pane_focus_question (fixture->pane, "short1");
  answering_let_settle (fixture);
  g_assert_null (answering_find_card (fixture, "short3"));
  place = answering_get_place (fixture, "short1");
  answering_put (fixture, "short1", "no");
  answering_let_settle (fixture);
  g_assert_nonnull (answering_find_card (fixture, "short3"));
  g_assert_cmpfloat_with_epsilon (answering_get_place (fixture, "short1"), place, 0.5);
  rf_section_pane_focus_question (fixture->pane, "short10");
  answering_let_settle (fixture);
  place = answering_get_place (fixture, "short10");
  /* and one that goes above what is in sight does not pull it up */
  answering_put (fixture, "short1", "yes");
  answering_let_settle (fixture);
  g_assert_null (answering_find_card (fixture, "short3"));
  g_assert_cmpfloat_with_epsilon (answering_get_place (fixture, "short10"), place, 0.5);
}

static void
assert_progress (AnsweringFixture *fixture,
                 guint section,
                 const char *expected)
{
  g_autofree char *progress = rf_section_item_dup_progress (answering_get_section (fixture, section));

  g_assert_cmpstr (progress, ==, expected);
}

/* What is answered stays until one has looked elsewhere; the counts say what is left. */
static void
test_filter_open (AnsweringFixture *fixture,
                  gconstpointer data)
{
  rf_section_pane_show (fixture->pane, fixture->assessment, answering_get_section (fixture, 0));
  rf_open_assessment_set_filter (fixture->assessment, RF_FILTER_OPEN);
  answering_let_settle (fixture);
  assert_progress (fixture, 0, "11 questions found");
  assert_progress (fixture, 1, "2000 questions found");
  answering_put (fixture, "short2", "yes");
  g_assert_nonnull (answering_find_card (fixture, "short2"));
  rf_section_pane_show (fixture->pane, fixture->assessment, answering_get_section (fixture, 1));
  rf_section_pane_show (fixture->pane, fixture->assessment, answering_get_section (fixture, 0));
  answering_let_settle (fixture);
  g_assert_null (answering_find_card (fixture, "short2"));
  assert_progress (fixture, 0, "10 questions found");
  /* a link to it leads there all the same */
  g_assert_true (rf_section_pane_focus_question (fixture->pane, "short2"));
  rf_open_assessment_set_filter (fixture->assessment, RF_FILTER_ALL);
  assert_progress (fixture, 0, "1 of 11 questions");
}

static void
test_filter_knock_outs (AnsweringFixture *fixture,
                        gconstpointer data)
{
  rf_section_pane_show (fixture->pane, fixture->assessment, answering_get_section (fixture, 0));
  rf_open_assessment_set_filter (fixture->assessment, RF_FILTER_KNOCK_OUTS);
  answering_let_settle (fixture);
  assert_progress (fixture, 0, "1 question found");
  g_assert_nonnull (answering_find_card (fixture, "short5"));
  g_assert_null (answering_find_card (fixture, "short4"));
}

/* Answered without any evidence is doubtful; open is not. Nothing was approved, so nothing has changed. */
static void
test_filter_doubtful_and_changed (AnsweringFixture *fixture,
                                  gconstpointer data)
{
  rf_section_pane_show (fixture->pane, fixture->assessment, answering_get_section (fixture, 0));
  answering_let_settle (fixture);
  answering_put (fixture, "short4", "yes");
  rf_open_assessment_set_filter (fixture->assessment, RF_FILTER_DOUBTFUL);
  assert_progress (fixture, 0, "1 question found");
  rf_open_assessment_set_filter (fixture->assessment, RF_FILTER_CHANGED);
  answering_let_settle (fixture);
  assert_progress (fixture, 0, "0 questions found");
  g_assert_false (rf_open_assessment_has_earlier (fixture->assessment));
}

static void
test_search (AnsweringFixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint n;
    const char *first;
  } rows[] = {
    { "LONG1999", 1, "long1999" },
    { "question 7 OF section short", 1, "short7" },
    { "1.1", 4, "short1" },
    { "  ", 0, NULL },
    { "nothing has this", 0, NULL },
    { "question", ANSWERING_SHORT - 1 + ANSWERING_LONG, "short1" },
  };
  g_autoptr (GListStore) results = g_list_store_new (RF_TYPE_QUESTION_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RfQuestionItem) first = NULL;

      rf_open_assessment_search (fixture->assessment, rows[i].text, results);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (results)), ==, rows[i].n);
      first = g_list_model_get_item (G_LIST_MODEL (results), 0);
      g_assert_cmpstr (first ? rf_question_item_get_question (first)->id : NULL, ==, rows[i].first);
    }
}

static void
test_search_leads_to_the_question (AnsweringFixture *fixture,
                                   gconstpointer data)
{
  GtkWidget *entry = answering_find (GTK_WIDGET (fixture->pane), GTK_TYPE_SEARCH_ENTRY);

  rf_section_pane_show (fixture->pane, fixture->assessment, answering_get_section (fixture, 0));
  gtk_editable_set_text (GTK_EDITABLE (entry), "long1234");
  g_signal_emit_by_name (entry, "search-changed");
  answering_let_settle (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (answering_find (GTK_WIDGET (fixture->pane), GTK_TYPE_STACK))), ==, "results");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (fixture->asked, ==, "long1234");
  answering_let_settle (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (answering_find (GTK_WIDGET (fixture->pane), GTK_TYPE_STACK))), ==, "questions");
}

static const char *
get_next_open (AnsweringFixture *fixture,
               RfQuestionItem *after)
{
  RfQuestionItem *item = rf_open_assessment_find_open (fixture->assessment, after);

  return item ? rf_question_item_get_question (item)->id : NULL;
}

static void
test_next_open (AnsweringFixture *fixture,
                gconstpointer data)
{
  g_autoptr (RfQuestionItem) last = NULL;

  rf_section_pane_show (fixture->pane, fixture->assessment, answering_get_section (fixture, 0));
  answering_let_settle (fixture);
  answering_put (fixture, "short1", "yes");
  g_assert_cmpstr (get_next_open (fixture, NULL), ==, "short2");
  /* 3 does not apply */
  g_assert_cmpstr (get_next_open (fixture, rf_question_card_get_item (answering_find_card (fixture, "short2"))), ==, "short4");
  g_assert_cmpstr (get_next_open (fixture, rf_question_card_get_item (answering_find_card (fixture, "short12"))), ==, "long1");
  last = rf_question_item_new (rf_open_assessment_get_questionnaire (fixture->assessment), ANSWERING_SHORT + ANSWERING_LONG - 1);
  g_assert_cmpstr (get_next_open (fixture, last), ==, "short2");
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (AnsweringFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/answering/long-section-has-few-cards", test_long_section_has_few_cards },
    { "/answering/comes-to-rest", test_comes_to_rest },
    { "/answering/scrolling-ends-at-the-ends", test_scrolling_ends_at_the_ends },
    { "/answering/focus-far-question", test_focus_far_question },
    { "/answering/follow-up-moves-nothing", test_follow_up_moves_nothing },
    { "/answering/filter-open", test_filter_open },
    { "/answering/filter-knock-outs", test_filter_knock_outs },
    { "/answering/filter-doubtful-and-changed", test_filter_doubtful_and_changed },
    { "/answering/search", test_search },
    { "/answering/search-leads-to-the-question", test_search_leads_to_the_question },
    { "/answering/next-open", test_next_open },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_type_ensure (RF_TYPE_SECTION_PANE);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_test_add (tests[i].path, AnsweringFixture, NULL, answering_set_up, tests[i].test, answering_tear_down);
    }
  return g_test_run ();
}
