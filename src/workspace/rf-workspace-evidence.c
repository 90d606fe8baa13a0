// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-workspace-private.h"
#include "rf-language.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

GPtrArray *
rf_workspace_list_evidence (RfWorkspace *self,
                            GError **error)
{
  g_autoptr (GPtrArray) things = rf_store_list_things (self->store, RF_THING_EVIDENCE, NULL, error);
  GPtrArray *evidence = things ? g_ptr_array_new_with_free_func ((GDestroyNotify) rf_evidence_free) : NULL;

  for (guint i = 0; things && i < things->len; i++)
    g_ptr_array_add (evidence, rf_thing_to_evidence (g_ptr_array_index (things, i)));
  return evidence;
}

RfEvidence *
rf_workspace_dup_evidence (RfWorkspace *self,
                           const char *id,
                           GError **error)
{
  g_autoptr (RfThing) thing = rf_workspace_dup_thing (self, RF_THING_EVIDENCE, id, error);

  return thing ? rf_thing_to_evidence (thing) : NULL;
}

gboolean
rf_workspace_count_supported_answers (RfWorkspace *self,
                                      const char *evidence,
                                      guint *count,
                                      GError **error)
{
  g_autoptr (GPtrArray) answers = rf_store_list_supported_answers (self->store, evidence, error);

  if (answers == NULL)
    return FALSE;
  *count = answers->len;
  return TRUE;
}

/* Reads exactly @size bytes; a file that shrinks meanwhile is refused, not cut short. */
static GBytes *
read_open_file (int file,
                gsize size,
                const char *path,
                GError **error)
{
  g_autofree guint8 *bytes = g_malloc (size + 1);
  gsize done = 0;

  while (done < size)
    {
      gssize n = read (file, bytes + done, size - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          rf_workspace_fail (error, RF_ERROR_STORE, _ ("“%s” could not be read to its end: %s. Nothing was attached."), path, n < 0 ? g_strerror (errno) : _ ("it became shorter"));
          return NULL;
        }
      done += (gsize) n;
    }
  return g_bytes_new_take (g_steal_pointer (&bytes), size);
}

static gboolean
check_file (int file,
            const char *path,
            gsize *size,
            GError **error)
{
  struct stat status;

  if (fstat (file, &status) != 0 || !S_ISREG (status.st_mode))
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("“%s” is not a file. Choose a document."), path);
  if ((guint64) status.st_size > RF_EVIDENCE_MAX_BYTES)
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("“%s” is larger than 100 MiB. Attach the part that matters, or a web link."), path);
  *size = (gsize) status.st_size;
  return TRUE;
}

static GBytes *
load_file (const char *path,
           GError **error)
{
  /* a FIFO must not make us wait */
  int file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  GBytes *bytes = NULL;
  gsize size = 0;

  if (file < 0)
    {
      rf_workspace_fail (error, errno == ENOENT ? RF_ERROR_NOT_FOUND : RF_ERROR_INVALID, _ ("“%s” cannot be opened: %s."), path, g_strerror (errno));
      return NULL;
    }
  if (check_file (file, path, &size, error))
    bytes = read_open_file (file, size, path, error);
  close (file);
  return bytes;
}

/* @bytes (nullable): of a file. Returns the id. */
static char *
attach (RfWorkspace *self,
        RfEvidence *evidence,
        GBytes *bytes,
        GError **error)
{
  g_autoptr (GPtrArray) changes = rf_changes_new ();
  RfChange *change;

  if (!rf_workspace_check_line (_ ("A title"), evidence->title, TRUE, error) ||
      !rf_workspace_check_line (_ ("A file’s name"), evidence->file_name, FALSE, error))
    return NULL;
  evidence->id = rf_workspace_make_id (self, RF_THING_EVIDENCE, NULL, evidence->title, error);
  if (evidence->id == NULL)
    return NULL;
  change = rf_changes_put (changes, rf_thing_from_evidence (evidence));
  change->bytes = bytes ? g_bytes_ref (bytes) : NULL;
  return rf_workspace_do (self, changes, g_strdup_printf (_ ("attach %s"), evidence->title), error) ? g_strdup (evidence->id) : NULL;
}

char *
rf_workspace_attach_file (RfWorkspace *self,
                          const char *path,
                          const char *title,
                          RfDay expires,
                          GError **error)
{
  g_autoptr (GBytes) bytes = load_file (path, error);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (RfEvidence) evidence = rf_evidence_new (NULL, title ? title : name);

  if (bytes == NULL)
    return NULL;
  evidence->file_name = g_strdup (name);
  evidence->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  evidence->size = g_bytes_get_size (bytes);
  evidence->expires = expires;
  return attach (self, evidence, bytes, error);
}

static gboolean
check_link (const char *href,
            GError **error)
{
  g_autofree char *scheme = href ? g_uri_parse_scheme (href) : NULL;

  if (g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0)
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("A web link begins with https:// or http://."));
  if (strlen (href) > 2000 || strpbrk (href, " \t\r\n"))
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("A web link has no spaces and at most 2000 characters."));
  return rf_workspace_check_text (_ ("A web link"), href, error);
}

char *
rf_workspace_attach_link (RfWorkspace *self,
                          const char *href,
                          const char *title,
                          RfDay retrieved,
                          RfDay expires,
                          GError **error)
{
  g_autoptr (RfEvidence) evidence = rf_evidence_new (NULL, title ? title : href);

  if (!check_link (href, error))
    return NULL;
  evidence->href = g_strdup (href);
  evidence->retrieved = retrieved == RF_DAY_NONE ? rf_workspace_get_today (self) : retrieved;
  evidence->expires = expires;
  return attach (self, evidence, NULL, error);
}

/* Refuses where an assessment that is closed rests on it: @doing says what is not possible. */
static gboolean
check_rests_on (RfWorkspace *self,
                GPtrArray *answers,
                GError **error)
{
  for (guint i = 0; i < answers->len; i++)
    {
      g_autofree char *parent = rf_thing_dup_parent (g_ptr_array_index (answers, i));
      g_autoptr (RfThing) assessment = rf_workspace_dup_thing (self, RF_THING_ASSESSMENT, parent, error);
      const char *status = assessment ? rf_thing_get (assessment, "status") : NULL;

      if (assessment == NULL)
        return FALSE;
      if (g_strcmp0 (status, "draft") != 0 && g_strcmp0 (status, "changes-requested") != 0)
        return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("The assessment “%s”, which is closed, rests on this evidence."), parent);
    }
  return TRUE;
}

gboolean
rf_workspace_edit_evidence (RfWorkspace *self,
                            const RfEvidence *evidence,
                            GError **error)
{
  g_autoptr (RfEvidence) edited = rf_workspace_dup_evidence (self, evidence->id, error);
  g_autoptr (GPtrArray) answers = edited ? rf_store_list_supported_answers (self->store, evidence->id, error) : NULL;
  g_autoptr (GPtrArray) changes = rf_changes_new ();

  if (answers == NULL || !check_rests_on (self, answers, error) ||
      !rf_workspace_check_line (_ ("A title"), evidence->title, TRUE, error) ||
      (edited->href && !check_link (evidence->href, error)))
    return FALSE;
  g_free (edited->title);
  edited->title = g_strdup (evidence->title);
  if (edited->href)
    {
      g_free (edited->href);
      edited->href = g_strdup (evidence->href);
    }
  edited->retrieved = evidence->retrieved;
  edited->expires = evidence->expires;
  rf_changes_put (changes, rf_thing_from_evidence (edited));
  return rf_workspace_do (self, changes, g_strdup_printf (_ ("edit %s"), edited->title), error);
}

/* The answer without its links to the evidence. */
static RfThing *
without_evidence (const RfThing *thing,
                  const char *evidence)
{
  g_auto (GStrv) lines = g_strsplit (rf_thing_get (thing, "evidence"), "\n", -1);
  g_autofree char *prefix = g_strconcat (evidence, " ", NULL);
  g_autoptr (GString) kept = g_string_new (NULL);
  RfThing *copy = rf_thing_copy (thing);

  for (guint i = 0; lines[i]; i++)
    if (!g_str_has_prefix (lines[i], prefix))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? "\n" : "", lines[i]);
  rf_thing_set (copy, "evidence", kept->str);
  return copy;
}

gboolean
rf_workspace_remove_evidence (RfWorkspace *self,
                              const char *id,
                              GError **error)
{
  rf_workspace_has_changed_elsewhere (self);

  g_autoptr (RfThing) thing = rf_workspace_dup_thing (self, RF_THING_EVIDENCE, id, error);
  g_autoptr (GPtrArray) answers = thing ? rf_store_list_supported_answers (self->store, id, error) : NULL;
  g_autoptr (GPtrArray) changes = rf_changes_new ();

  if (answers == NULL || !check_rests_on (self, answers, error))
    return FALSE;
  for (guint i = 0; i < answers->len; i++)
    rf_changes_put (changes, without_evidence (g_ptr_array_index (answers, i), id));
  rf_changes_remove (changes, rf_thing_copy (thing));
  return rf_workspace_do (self, changes, g_strdup_printf (_ ("remove %s"), rf_thing_get (thing, "title")), error);
}

GBytes *
rf_workspace_dup_evidence_file (RfWorkspace *self,
                                const char *id,
                                GError **error)
{
  g_autoptr (RfThing) thing = rf_workspace_dup_thing (self, RF_THING_EVIDENCE, id, error);
  const char *sha256 = thing ? rf_thing_get (thing, "sha256") : NULL;
  GError *failure = NULL;
  GBytes *bytes;

  if (thing == NULL)
    return NULL;
  bytes = sha256 ? rf_store_dup_file (self->store, sha256, &failure) : NULL;
  if (failure)
    g_propagate_error (error, failure);
  else if (bytes == NULL)
    rf_workspace_fail (error, RF_ERROR_NOT_FOUND, _ ("The workspace holds no file for “%s”."), rf_thing_get (thing, "title"));
  return bytes;
}
