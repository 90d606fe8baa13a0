// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The user's workspaces: listed, renamed, removed. */

#include "config.h"

#include "workspace-fixture.h"

#include "rf-error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A workspace of its own beside that of the fixture, with a provider in it; closed. */
static void
make (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfWorkspace) workspace = rf_workspace_open (name, RF_WORKSPACE_CREATE, &error);
  g_autoptr (RfProvider) provider = rf_provider_new (NULL, name);
  g_autofree char *id = workspace ? rf_workspace_add_provider (workspace, provider, &error) : NULL;

  g_assert_no_error (error);
  g_assert_nonnull (id);
}

static void
drop (const char *name)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_delete (name, &error);
  g_assert_no_error (error);
}

static gboolean
lies_there (const char *name,
            const char *suffix)
{
  g_autofree char *path = rf_workspace_dup_path_of (name);
  g_autofree char *beside = g_strconcat (path, suffix, NULL);

  return g_file_test (beside, G_FILE_TEST_EXISTS);
}

static void
test_listed (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  make ("two");
  make ("one");
  files = rf_workspace_list_files (&error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 2);
  for (guint i = 0; i < files->len; i++)
    {
      const RfWorkspaceFile *file = g_ptr_array_index (files, i);

      g_assert_cmpstr (file->name, ==, i == 0 ? "one" : "two");
      g_assert_cmpuint (file->size, >, 4096);
      g_assert_cmpint (file->changed, >=, now - 60);
      g_assert_cmpint (file->changed, <=, now + 60);
    }
  drop ("one");
  drop ("two");
}

static void
test_renamed (Fixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfWorkspace) workspace = NULL;
  g_autoptr (RfProvider) provider = NULL;

  make ("one");
  g_assert_true (rf_workspace_rename ("one", "other", &error));
  g_assert_no_error (error);
  g_assert_false (lies_there ("one", ""));
  workspace = rf_workspace_open ("other", RF_WORKSPACE_DEFAULT, &error);
  g_assert_no_error (error);
  provider = rf_workspace_dup_provider (workspace, "one", &error);
  g_assert_no_error (error);
  g_clear_object (&workspace);
  drop ("other");
}

static void
test_rename_refused (Fixture *self,
                     gconstpointer data)
{
  static const struct
  {
    const char *from;
    const char *to;
    RfError code;
  } cases[] = {
    { "absent", "new", RF_ERROR_NOT_FOUND },
    { "one", "two", RF_ERROR_EXISTS },
    { "one", "one", RF_ERROR_EXISTS },
    { "one", "../two", RF_ERROR_INVALID },
    { "../one", "new", RF_ERROR_INVALID },
    { "one", "", RF_ERROR_INVALID },
  };

  make ("one");
  make ("two");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("“%s” to “%s”", cases[i].from, cases[i].to);
      g_assert_false (rf_workspace_rename (cases[i].from, cases[i].to, &error));
      g_assert_error (error, RF_ERROR, (int) cases[i].code);
    }
  g_assert_true (lies_there ("one", ""));
  drop ("one");
  drop ("two");
}

static void
test_removed (Fixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make ("one");
  drop ("one");
  g_assert_false (lies_there ("one", ""));
  g_assert_false (lies_there ("one", "-wal"));
  g_assert_false (lies_there ("one", "-shm"));
  g_assert_false (rf_workspace_delete ("one", &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (rf_workspace_delete ("../one", &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
}

/* In this process, where it is no lock of the system's that tells. */
static void
test_open_here (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfWorkspace) workspace = NULL;

  make ("one");
  workspace = rf_workspace_open ("one", RF_WORKSPACE_DEFAULT, &error);
  g_assert_false (rf_workspace_delete ("one", &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "open elsewhere"));
  g_clear_error (&error);
  g_assert_false (rf_workspace_rename ("one", "two", &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_BUSY);
  g_assert_true (lies_there ("one", ""));
  g_clear_object (&workspace);
  drop ("one");
}

/* A child has it open and waits until it is told to go. */
static void
hold_open (const char *name,
           int ready,
           int done)
{
  RfWorkspace *workspace = rf_workspace_open (name, RF_WORKSPACE_DEFAULT, NULL);
  char byte = workspace ? 'y' : 'n';

  if (write (ready, &byte, 1) != 1 || read (done, &byte, 1) < 0)
    _exit (1);
  g_clear_object (&workspace);
  _exit (0);
}

static void
test_open_elsewhere (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int ready[2];
  int done[2];
  char byte = 'n';
  pid_t child;

  make ("one");
  g_assert_cmpint (pipe (ready) | pipe (done), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (done[1]);
      hold_open ("one", ready[1], done[0]);
    }
  close (ready[1]);
  close (done[0]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, 'y');
  g_assert_false (rf_workspace_delete ("one", &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_BUSY);
  g_clear_error (&error);
  close (done[1]);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  close (ready[0]);
  g_assert_true (rf_workspace_delete ("one", &error));
  g_assert_no_error (error);
}

/* What nobody can open any more can still be removed, but not be renamed as if it were whole. */
static void
test_damaged (Fixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = rf_workspace_dup_path_of ("one");

  make ("one");
  g_assert_true (g_file_set_contents (path, "This was a workspace once, and is none any more.", -1, &error));
  g_assert_false (rf_workspace_rename ("one", "two", &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_PARSE);
  g_clear_error (&error);
  drop ("one");
  g_assert_false (lies_there ("one", ""));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_WORKSPACE_TEST ("files/listed", test_listed);
  ADD_WORKSPACE_TEST ("files/renamed", test_renamed);
  ADD_WORKSPACE_TEST ("files/rename-refused", test_rename_refused);
  ADD_WORKSPACE_TEST ("files/removed", test_removed);
  ADD_WORKSPACE_TEST ("files/open-here", test_open_here);
  ADD_WORKSPACE_TEST ("files/open-elsewhere", test_open_elsewhere);
  ADD_WORKSPACE_TEST ("files/damaged", test_damaged);
  return g_test_run ();
}
