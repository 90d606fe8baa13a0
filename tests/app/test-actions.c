// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "page-fixture.h"
#include "rf-action-dialog.h"
#include "rf-action-row.h"
#include "rf-actions-page.h"
#include "rf-text-row.h"

#include <string.h>

static void
set_up (PageFixture *fixture,
        gconstpointer data)
{
  page_fixture_init (fixture, RF_TYPE_ACTIONS_PAGE);
  rf_actions_page_follow (RF_ACTIONS_PAGE (fixture->page), fixture->client);
}

static void
tear_down (PageFixture *fixture,
           gconstpointer data)
{
  page_fixture_clear (fixture);
}

static GtkWidget *
part (GtkWidget *widget,
      const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name));
}

static GListModel *
get_model (PageFixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (part (fixture->page, "list_view"))));
}

static void
wait_for_number (PageFixture *fixture,
                 guint n)
{
  while (g_list_model_get_n_items (get_model (fixture)) != n)
    page_fixture_iterate (fixture);
}

static guint
wait_for_some (PageFixture *fixture)
{
  while (g_list_model_get_n_items (get_model (fixture)) == 0)
    page_fixture_iterate (fixture);
  return g_list_model_get_n_items (get_model (fixture));
}

static GtkWidget *
find_row (GtkWidget *start,
          const char *text)
{
  if (RF_IS_ACTION_ROW (start))
    return g_strcmp0 (gtk_label_get_label (GTK_LABEL (part (start, "text_label"))), text) == 0 ? start : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (start); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, text);

      if (found)
        return found;
    }
  return NULL;
}

static GtkWidget *
wait_for_row (PageFixture *fixture,
              const char *text)
{
  GtkWidget *row;

  while ((row = find_row (fixture->page, text)) == NULL)
    page_fixture_iterate (fixture);
  return row;
}

static void
add (PageFixture *fixture,
     const char *text,
     const char *due)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (fixture->page, "actions.add", NULL);
  dialog = page_fixture_wait_for_dialog (fixture, RF_TYPE_ACTION_DIALOG);
  rf_text_row_set_text (RF_TEXT_ROW (part (dialog, "text_row")), text);
  gtk_editable_set_text (GTK_EDITABLE (part (dialog, "due_row")), due);
  adw_combo_row_set_selected (ADW_COMBO_ROW (part (dialog, "question_row")), 2);
  g_signal_emit_by_name (part (dialog, "save_button"), "clicked");
  page_fixture_wait_until_closed (fixture, dialog);
}

static void
test_order (PageFixture *fixture,
            gconstpointer data)
{
  RfDay last = RF_DAY_NONE;

  wait_for_some (fixture);
  add (fixture, "Long overdue", "2001-01-01");
  wait_for_row (fixture, "Long overdue");
  for (guint i = 0; i < g_list_model_get_n_items (get_model (fixture)); i++)
    {
      g_autoptr (RfActionItem) item = g_list_model_get_item (get_model (fixture), i);
      const RfAction *action = rf_action_item_get_action (item);

      g_assert_cmpuint (action->done, ==, RF_DAY_NONE);
      if (i == 0)
        {
          g_assert_cmpstr (action->text, ==, "Long overdue");
          g_assert_true (rf_action_item_is_overdue (item));
        }
      if (action->due != RF_DAY_NONE)
        g_assert_cmpuint (action->due, >=, last);
      last = action->due == RF_DAY_NONE ? G_MAXUINT32 : action->due;
    }
}

static void
test_mark_and_remove (PageFixture *fixture,
                      gconstpointer data)
{
  guint n_open = wait_for_some (fixture);
  GtkWidget *row;

  add (fixture, "Long overdue", "2001-01-01");
  wait_for_number (fixture, n_open + 1);
  row = wait_for_row (fixture, "Long overdue");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (part (row, "when_label"))), ==, "Overdue since 2001-01-01");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (part (row, "done_check")), TRUE);
  wait_for_number (fixture, n_open);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (part (fixture->page, "filter_drop_down")), 1);
  row = wait_for_row (fixture, "Long overdue");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (part (row, "done_check"))));
  g_signal_emit_by_name (part (row, "question_button"), "clicked");
  g_assert_nonnull (strstr (fixture->told, "('"));
  g_signal_emit_by_name (part (row, "remove_button"), "clicked");
  while (!g_str_equal (fixture->told, "The action was removed"))
    page_fixture_iterate (fixture);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (part (fixture->page, "filter_drop_down")), 0);
  wait_for_number (fixture, n_open);
}

static void
test_bad_input (PageFixture *fixture,
                gconstpointer data)
{
  g_autofree char *endless = g_strnfill (10000, 'x');
  const struct
  {
    const char *text;
    const char *owner;
    const char *due;
    const char *problem;
  } rows[] = {
    { "", "", "", "text_problem" },
    { " \n ", "", "", "text_problem" },
    { "Text", "two\nlines", "", "owner_problem" },
    { "Text", endless, "", "owner_problem" },
    { "Text", "", "soon", "due_problem" },
    { "Text", "", "2026-13-01", "due_problem" },
  };
  GtkWidget *dialog;

  wait_for_some (fixture);
  gtk_widget_activate_action (fixture->page, "actions.add", NULL);
  dialog = page_fixture_wait_for_dialog (fixture, RF_TYPE_ACTION_DIALOG);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      rf_text_row_set_text (RF_TEXT_ROW (part (dialog, "text_row")), rows[i].text);
      gtk_editable_set_text (GTK_EDITABLE (part (dialog, "owner_row")), rows[i].owner);
      gtk_editable_set_text (GTK_EDITABLE (part (dialog, "due_row")), rows[i].due);
      g_signal_emit_by_name (part (dialog, "save_button"), "clicked");
      g_test_message ("row %u", i);
      g_assert_true (gtk_widget_get_visible (part (dialog, rows[i].problem)));
      g_assert_true (gtk_widget_get_sensitive (part (dialog, "save_button")));
    }
  page_fixture_close_dialog (fixture, dialog);
}

/* Text of any length is kept; the row stays a row. */
static void
test_endless_text (PageFixture *fixture,
                   gconstpointer data)
{
  g_autofree char *endless = g_strnfill (10000, 'x');

  wait_for_some (fixture);
  add (fixture, endless, "2001-01-01");
  g_assert_cmpint (gtk_widget_get_height (wait_for_row (fixture, endless)), <, 300);
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
    { "/actions/order", test_order },
    { "/actions/mark-and-remove", test_mark_and_remove },
    { "/actions/bad-input", test_bad_input },
    { "/actions/endless-text", test_endless_text },
  };

  page_fixture_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, PageFixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
