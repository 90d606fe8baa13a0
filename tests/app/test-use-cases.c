// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-day-row.h"
#include "rf-decision-dialog.h"
#include "rf-decision-wording.h"
#include "rf-decisions-jobs.h"
#include "rf-matrix-cell.h"
#include "rf-matrix-view.h"
#include "rf-settings.h"
#include "rf-text-row.h"
#include "rf-use-case-dialog.h"
#include "rf-use-cases-page.h"
#include "use-cases-fixture.h"

#include <string.h>

static void
set_up (PageFixture *fixture,
        gconstpointer data)
{
  page_fixture_init (fixture, RF_TYPE_USE_CASES_PAGE);
  rf_use_cases_page_follow (RF_USE_CASES_PAGE (fixture->page), fixture->client);
}

static void
tear_down (PageFixture *fixture,
           gconstpointer data)
{
  page_fixture_clear (fixture);
  g_settings_reset (rf_settings_get (), RF_SETTING_ACCEPTABLE);
}

static const char *
get_label (RfMatrixCell *cell,
           const char *name)
{
  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (cell), RF_TYPE_MATRIX_CELL, name)));
}

static void
wait_for_mark (PageFixture *fixture,
               const char *offering,
               const char *use_case,
               const char *mark)
{
  while (!g_str_equal (get_label (use_cases_fixture_wait_for_cell (fixture, offering, use_case), "mark_label"), mark))
    page_fixture_iterate (fixture);
}

static void
test_cells (PageFixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *offering;
    const char *use_case;
    const char *fit;
    const char *range;
    const char *mark;
  } rows[] = {
    { "meridian-cloud", "marketing-drafts", "Fit", "Very low to low", "Approved" },
    { "meridian-cloud", "design-assistant", "Not settled", "Low to moderate", "Approved with conditions" },
    { "nordlicht-api", "contract-search", "Unfit", "Moderate", "Rejected" },
    { "nordlicht-api", "design-assistant", "Unfit", "Very high", "Not decided" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RfMatrixCell *cell = use_cases_fixture_wait_for_cell (fixture, rows[i].offering, rows[i].use_case);

      g_test_message ("%s, %s", rows[i].offering, rows[i].use_case);
      g_assert_cmpstr (get_label (cell, "fit_label"), ==, rows[i].fit);
      g_assert_cmpstr (get_label (cell, "range_label"), ==, rows[i].range);
      g_assert_cmpstr (get_label (cell, "mark_label"), ==, rows[i].mark);
    }
}

/* The page says what is acceptable; with another level the same risk is judged otherwise. */
static void
test_acceptable (PageFixture *fixture,
                 gconstpointer data)
{
  static const struct
  {
    RfRating acceptable;
    const char *fit;
    const char *rule;
  } rows[] = {
    { RF_RATING_VERY_LOW, "Unfit", "Fit means: the residual risk is very low at most, even if all that is open turns out badly." },
    { RF_RATING_LOW, "Not settled", "Fit means: the residual risk is low at most, even if all that is open turns out badly." },
    { RF_RATING_MODERATE, "Fit", "Fit means: the residual risk is moderate at most, even if all that is open turns out badly." },
  };
  GtkDropDown *choice = GTK_DROP_DOWN (gtk_widget_get_template_child (fixture->page, RF_TYPE_USE_CASES_PAGE, "acceptable_drop_down"));
  GtkLabel *rule = GTK_LABEL (gtk_widget_get_template_child (fixture->page, RF_TYPE_USE_CASES_PAGE, "rule_label"));

  use_cases_fixture_wait_for_cell (fixture, "meridian-cloud", "design-assistant");
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, RF_FIT_DEFAULT_ACCEPTABLE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_drop_down_set_selected (choice, rows[i].acceptable);
      g_test_message ("%s", rf_rating_get_nick (rows[i].acceptable));
      g_assert_cmpstr (get_label (use_cases_fixture_wait_for_cell (fixture, "meridian-cloud", "design-assistant"), "fit_label"), ==, rows[i].fit);
      g_assert_cmpstr (gtk_label_get_label (rule), ==, rows[i].rule);
    }
}

/* What was chosen is there the next time, and what is chosen elsewhere is shown here. */
static void
test_acceptable_is_kept (PageFixture *fixture,
                         gconstpointer data)
{
  GtkDropDown *choice = GTK_DROP_DOWN (gtk_widget_get_template_child (fixture->page, RF_TYPE_USE_CASES_PAGE, "acceptable_drop_down"));
  g_autoptr (GtkWidget) other = NULL;

  gtk_drop_down_set_selected (choice, RF_RATING_MODERATE);
  g_assert_cmpint (rf_settings_get_acceptable (), ==, RF_RATING_MODERATE);
  other = g_object_ref_sink (g_object_new (RF_TYPE_USE_CASES_PAGE, NULL));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (gtk_widget_get_template_child (other, RF_TYPE_USE_CASES_PAGE, "acceptable_drop_down"))), ==, RF_RATING_MODERATE);
  g_settings_set_enum (rf_settings_get (), RF_SETTING_ACCEPTABLE, RF_RATING_HIGH);
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, RF_RATING_HIGH);
}

static void
test_focus_moves (PageFixture *fixture,
                  gconstpointer data)
{
  RfMatrixView *view = RF_MATRIX_VIEW (gtk_widget_get_template_child (fixture->page, RF_TYPE_USE_CASES_PAGE, "matrix_view"));
  GtkWidget *focused;

  use_cases_fixture_wait_for_cell (fixture, "meridian-cloud", "design-assistant");
  g_assert_true (rf_matrix_view_focus_cell (view, 1, 2));
  focused = gtk_root_get_focus (gtk_widget_get_root (fixture->page));
  g_assert_true (RF_IS_MATRIX_CELL (focused));
  g_assert_cmpuint (rf_matrix_cell_get_position (RF_MATRIX_CELL (focused)), ==, 1);
  g_assert_cmpuint (rf_matrix_cell_get_column (RF_MATRIX_CELL (focused)), ==, 2);
  g_assert_false (rf_matrix_view_focus_cell (view, 4, 0));
  g_assert_false (rf_matrix_view_focus_cell (view, 0, 4));
  g_assert_false (rf_matrix_view_focus_cell (view, G_MAXUINT, 0));
}

static void
save (GtkWidget *dialog)
{
  g_signal_emit_by_name (use_cases_fixture_get_part (dialog, "save_button"), "clicked");
}

static void
test_decide (PageFixture *fixture,
             gconstpointer data)
{
  GtkWidget *dialog = use_cases_fixture_open_dialog (fixture, "nordlicht-api", "design-assistant");

  gtk_editable_set_text (GTK_EDITABLE (use_cases_fixture_get_part (dialog, "owner_row")), "Head of Development");
  adw_combo_row_set_selected (ADW_COMBO_ROW (use_cases_fixture_get_part (dialog, "verdict_row")), RF_VERDICT_APPROVE_WITH_CONDITIONS);
  save (dialog);
  g_assert_true (gtk_widget_get_visible (use_cases_fixture_get_part (dialog, "conditions_problem")));
  rf_text_row_set_text (RF_TEXT_ROW (use_cases_fixture_get_part (dialog, "conditions_row")), "No drawings\n\n  Logged  ");
  save (dialog);
  page_fixture_wait_until_closed (fixture, dialog);
  wait_for_mark (fixture, "nordlicht-api", "design-assistant", "Approved with conditions");
  dialog = use_cases_fixture_open_dialog (fixture, "nordlicht-api", "design-assistant");
  g_assert_true (gtk_widget_get_visible (use_cases_fixture_get_part (dialog, "remove_button")));
  g_signal_emit_by_name (use_cases_fixture_get_part (dialog, "remove_button"), "clicked");
  page_fixture_wait_until_closed (fixture, dialog);
  wait_for_mark (fixture, "nordlicht-api", "design-assistant", "Not decided");
  g_assert_cmpstr (fixture->told, ==, "The decision was removed");
}

/* An acceptance that ended is shown as open, on the day after its last. */
static void
test_expired (PageFixture *fixture,
              gconstpointer data)
{
  GtkWidget *dialog = use_cases_fixture_open_dialog (fixture, "nordlicht-api", "design-assistant");

  gtk_editable_set_text (GTK_EDITABLE (use_cases_fixture_get_part (dialog, "owner_row")), "Head of Development");
  gtk_editable_set_text (GTK_EDITABLE (use_cases_fixture_get_part (dialog, "decided_row")), "2020-01-01");
  gtk_editable_set_text (GTK_EDITABLE (use_cases_fixture_get_part (dialog, "expires_row")), "2020-12-31");
  save (dialog);
  page_fixture_wait_until_closed (fixture, dialog);
  wait_for_mark (fixture, "nordlicht-api", "design-assistant", "Open: acceptance expired on 2020-12-31");
}

static void
test_bad_decisions (PageFixture *fixture,
                    gconstpointer data)
{
  g_autofree char *endless = g_strnfill (10000, 'x');
  const struct
  {
    const char *field;
    const char *text;
    const char *problem;
  } rows[] = {
    { "owner_row", "", "owner_problem" },
    { "owner_row", "   ", "owner_problem" },
    { "owner_row", "two\nlines", "owner_problem" },
    { "owner_row", endless, "owner_problem" },
    { "decided_row", "yesterday", "decided_problem" },
    { "decided_row", "2026-02-30", "decided_problem" },
    { "expires_row", "31.12.2026", "expires_problem" },
    { "expires_row", "1999-01-01", "expires_problem" },
  };
  GtkWidget *dialog = use_cases_fixture_open_dialog (fixture, "nordlicht-api", "design-assistant");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (use_cases_fixture_get_part (dialog, "owner_row")), "Somebody");
      rf_day_row_set_day (RF_DAY_ROW (use_cases_fixture_get_part (dialog, "decided_row")), 739000);
      rf_day_row_set_day (RF_DAY_ROW (use_cases_fixture_get_part (dialog, "expires_row")), 739001);
      gtk_editable_set_text (GTK_EDITABLE (use_cases_fixture_get_part (dialog, rows[i].field)), rows[i].text);
      save (dialog);
      g_test_message ("%s: %.20s", rows[i].field, rows[i].text);
      g_assert_true (gtk_widget_get_visible (use_cases_fixture_get_part (dialog, rows[i].problem)));
      g_assert_true (gtk_widget_get_sensitive (use_cases_fixture_get_part (dialog, "save_button")));
    }
  page_fixture_close_dialog (fixture, dialog);
}

static void
test_use_case (PageFixture *fixture,
               gconstpointer data)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_template_child (fixture->page, RF_TYPE_USE_CASES_PAGE, "list"));
  GtkWidget *dialog;

  use_cases_fixture_wait_for_cell (fixture, "meridian-cloud", "design-assistant");
  gtk_widget_activate_action (fixture->page, "use-cases.add", NULL);
  dialog = page_fixture_wait_for_dialog (fixture, RF_TYPE_USE_CASE_DIALOG);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (use_cases_fixture_get_part (dialog, "exposure_label"))), ==, "Inherent exposure not known");
  adw_combo_row_set_selected (ADW_COMBO_ROW (use_cases_fixture_get_part (dialog, "sensitivity_row")), 3);
  adw_combo_row_set_selected (ADW_COMBO_ROW (use_cases_fixture_get_part (dialog, "autonomy_row")), 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (use_cases_fixture_get_part (dialog, "volume_row")), 1);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (use_cases_fixture_get_part (dialog, "exposure_label"))), ==, "Inherent exposure not known");
  adw_combo_row_set_selected (ADW_COMBO_ROW (use_cases_fixture_get_part (dialog, "dependence_row")), 1);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (use_cases_fixture_get_part (dialog, "exposure_label"))), ==, "Inherent exposure: moderate");
  save (dialog);
  g_assert_true (gtk_widget_get_visible (use_cases_fixture_get_part (dialog, "name_problem")));
  gtk_editable_set_text (GTK_EDITABLE (use_cases_fixture_get_part (dialog, "name_row")), "A\nB");
  g_assert_true (gtk_widget_get_visible (use_cases_fixture_get_part (dialog, "name_problem")));
  gtk_editable_set_text (GTK_EDITABLE (use_cases_fixture_get_part (dialog, "name_row")), "Answers & <b>letters</b>");
  g_assert_false (gtk_widget_get_visible (use_cases_fixture_get_part (dialog, "name_problem")));
  save (dialog);
  page_fixture_wait_until_closed (fixture, dialog);
  while (gtk_list_box_get_row_at_index (list, 4) == NULL)
    page_fixture_iterate (fixture);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_list_box_get_row_at_index (list, 0))), ==, "Answers & <b>letters</b>");
  wait_for_mark (fixture, "plauder-app", "answers-b-letters-b", "Not decided");
  gtk_widget_activate_action (fixture->page, "use-cases.remove", "s", "answers-b-letters-b");
  while (gtk_list_box_get_row_at_index (list, 4))
    page_fixture_iterate (fixture);
  g_assert_cmpstr (fixture->told, ==, "The use case was removed");
}

/* What was decided for it stands in the way, and the person is told so. */
static void
test_use_case_in_use (PageFixture *fixture,
                      gconstpointer data)
{
  use_cases_fixture_wait_for_cell (fixture, "meridian-cloud", "design-assistant");
  gtk_widget_activate_action (fixture->page, "use-cases.remove", "s", "design-assistant");
  while (fixture->told == NULL)
    page_fixture_iterate (fixture);
  g_assert_nonnull (strstr (fixture->told, "Assistant for turbine design"));
}

static void
test_residual_words (void)
{
  static const struct
  {
    RfResidual residual;
    const char *words;
  } rows[] = {
    { { .known = FALSE }, "Not known" },
    { { TRUE, RF_RATING_LOW, RF_RATING_LOW, RF_RATING_LOW, RF_SIDE_PROVIDER, RF_SIDE_PROVIDER }, "Low" },
    { { TRUE, RF_RATING_LOW, RF_RATING_VERY_LOW, RF_RATING_VERY_HIGH, RF_SIDE_PROVIDER, RF_SIDE_CUSTOMER }, "Very low to very high" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = rf_decision_wording_dup_range (&rows[i].residual);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (PageFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/use-cases/cells", test_cells },
    { "/use-cases/acceptable", test_acceptable },
    { "/use-cases/acceptable-is-kept", test_acceptable_is_kept },
    { "/use-cases/focus-moves", test_focus_moves },
    { "/use-cases/decide", test_decide },
    { "/use-cases/expired", test_expired },
    { "/use-cases/bad-decisions", test_bad_decisions },
    { "/use-cases/use-case", test_use_case },
    { "/use-cases/use-case-in-use", test_use_case_in_use },
  };

  page_fixture_test_init (&argc, &argv);
  g_test_add_func ("/use-cases/residual-words", test_residual_words);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, PageFixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
