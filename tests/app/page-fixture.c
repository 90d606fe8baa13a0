// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "page-fixture.h"

#include "rf-jobs.h"

#define MOST_MICROSECONDS (30 * G_USEC_PER_SEC)

/* A window with the actions by which a page talks to its window. */
#define TEST_TYPE_WINDOW (test_window_get_type ())
G_DECLARE_FINAL_TYPE (TestWindow, test_window, TEST, WINDOW, AdwWindow)

struct _TestWindow
{
  AdwWindow parent_instance;
  PageFixture *fixture;
};

G_DEFINE_FINAL_TYPE (TestWindow, test_window, ADW_TYPE_WINDOW)

static void
tell (GtkWidget *widget,
      const char *action,
      GVariant *parameter)
{
  PageFixture *fixture = TEST_WINDOW (widget)->fixture;

  g_free (fixture->told);
  fixture->told = g_variant_is_of_type (parameter, G_VARIANT_TYPE_STRING) ? g_variant_dup_string (parameter, NULL) : g_variant_print (parameter, FALSE);
}

static void
test_window_class_init (TestWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.tell", "s", tell);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.tell-undoable", "s", tell);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.open-question", "(ss)", tell);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.what-if", "(sss)", tell);
}

static void
test_window_init (TestWindow *self)
{
}

void
page_fixture_test_init (int *argc,
                        char ***argv)
{
  /* Asked while there are the system's folders: a test has none but its own, and an icon would be of no known type. */
  g_autofree char *type = g_content_type_guess ("icon.svg", NULL, 0, NULL);

  g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  adw_init ();
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  gboolean *opened = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RfPortfolio) portfolio = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  g_assert_no_error (error);
  *opened = portfolio != NULL;
}

void
page_fixture_init (PageFixture *self,
                   GType page)
{
  gboolean opened = FALSE;

  self->deadline = g_get_monotonic_time () + MOST_MICROSECONDS;
  self->client = rf_workspace_client_new ();
  rf_workspace_client_run_async (self->client, rf_job_open_sample, g_strdup ("sample"), g_free, (GDestroyNotify) rf_portfolio_free, NULL, opened_cb, &opened);
  while (!opened)
    page_fixture_iterate (self);
  self->window = g_object_new (TEST_TYPE_WINDOW, "default-width", 1100, "default-height", 800, NULL);
  TEST_WINDOW (self->window)->fixture = self;
  self->page = g_object_new (page, NULL);
  adw_window_set_content (ADW_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
}

void
page_fixture_clear (PageFixture *self)
{
  gpointer page = self->page;

  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (self->window));
  rf_workspace_client_close (self->client);
  while (page)
    page_fixture_iterate (self);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (self->client);
  g_free (self->told);
}

void
page_fixture_iterate (PageFixture *self)
{
  g_assert_cmpint (g_get_monotonic_time (), <, self->deadline);
  g_main_context_iteration (NULL, FALSE);
  g_thread_yield ();
}

static GtkWidget *
find_dialog (PageFixture *self,
             GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link; link = link->next)
    if (g_type_is_a (G_OBJECT_TYPE (link->data), type) && gtk_window_get_transient_for (link->data) == GTK_WINDOW (self->window) && gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

GtkWidget *
page_fixture_wait_for_dialog (PageFixture *self,
                              GType type)
{
  GtkWidget *dialog;

  while ((dialog = find_dialog (self, type)) == NULL)
    page_fixture_iterate (self);
  return dialog;
}

void
page_fixture_wait_until_closed (PageFixture *self,
                                GtkWidget *dialog)
{
  gpointer watched = dialog;

  g_object_add_weak_pointer (watched, &watched);
  while (watched)
    page_fixture_iterate (self);
}

void
page_fixture_close_dialog (PageFixture *self,
                           GtkWidget *dialog)
{
  gpointer watched = dialog;

  g_object_add_weak_pointer (watched, &watched);
  gtk_window_close (GTK_WINDOW (dialog));
  while (watched)
    page_fixture_iterate (self);
}
