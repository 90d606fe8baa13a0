// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-private-copies.h"

#include "rf-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

static char *
dup_base (void)
{
  return g_build_filename (g_get_user_cache_dir (), "ringfence", "opened", NULL);
}

/* Its path as a name: two stores may be called the same. */
static char *
dup_folder_of (const char *store)
{
  g_autofree char *base = dup_base ();
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, store, -1);

  return g_build_filename (base, name, NULL);
}

/* What cannot be removed stays for the next start: nobody waits for it, and there is nobody to tell. */
static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

/**
 * rf_private_copies_make_folder:
 * @store: the path of the store the copies are from
 *
 * Makes an empty folder that only this user can enter.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
rf_private_copies_make_folder (const char *store,
                               GError **error)
{
  g_autofree char *folder = dup_folder_of (store);
  g_autofree char *path = g_build_filename (folder, "XXXXXX", NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0 && g_mkdtemp (path))
    return g_steal_pointer (&path);
  g_set_error (error, RF_ERROR, RF_ERROR_STORE, _ ("The folder “%s” for copies of evidence cannot be made: %s."), folder, g_strerror (errno));
  return NULL;
}

/**
 * rf_private_copies_remove:
 * @store: the path of a store
 *
 * Removes the copies that were made from it. Programs that show one have read it; what is on the disk is gone.
 */
void
rf_private_copies_remove (const char *store)
{
  g_autofree char *folder = dup_folder_of (store);

  remove_tree (folder);
}

/**
 * rf_private_copies_remove_all:
 *
 * Removes what a program that was killed left behind.
 */
void
rf_private_copies_remove_all (void)
{
  g_autofree char *base = dup_base ();

  remove_tree (base);
}
