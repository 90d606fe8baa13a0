// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-message-file.h"

#include "rf-plural-rule.h"

#include <gio/gio.h>
#include <string.h>

#define MAGIC 0x950412deu
#define RULE_KEY "plural="

struct _RfMessageFile
{
  GBytes *bytes;        /* owned */
  GHashTable *messages; /* owned: from message to Message, both in @bytes */
  char *rule;           /* owned */
};

/* A translation; its plural forms follow one another, each behind the NUL of the one before. */
typedef struct
{
  const char *text;
  gsize length;
} Message;

/* One of the file's 32-bit numbers, in whichever byte order it was written. */
static guint32
get_number (const guchar *data,
            gsize place)
{
  guint32 magic, number;

  memcpy (&magic, data, sizeof magic);
  memcpy (&number, data + place, sizeof number);
  return magic == MAGIC ? number : GUINT32_SWAP_LE_BE (number);
}

/* A text of the file, if it lies inside and ends with NUL. */
static gboolean
get_text (const guchar *data,
          gsize size,
          gsize entry,
          Message *message)
{
  gsize length = get_number (data, entry);
  gsize place = get_number (data, entry + 4);

  if (place >= size || length >= size - place || data[place + length] != '\0')
    return FALSE;
  *message = (Message){ (const char *) data + place, length };
  return g_utf8_validate_len (message->text, strlen (message->text), NULL);
}

static gboolean
index_messages (RfMessageFile *self)
{
  gsize size;
  const guchar *data = g_bytes_get_data (self->bytes, &size);
  gsize n, ids, texts;

  if (size < 28 || (get_number (data, 0) != MAGIC))
    return FALSE;
  n = get_number (data, 8);
  ids = get_number (data, 12);
  texts = get_number (data, 16);
  if (n > size / 16 || ids > size - 8 * n || texts > size - 8 * n)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      Message id, text;

      if (!get_text (data, size, ids + 8 * i, &id) || !get_text (data, size, texts + 8 * i, &text))
        return FALSE;
      g_hash_table_insert (self->messages, (gpointer) id.text, g_memdup2 (&text, sizeof text));
    }
  return TRUE;
}

/* The header is the translation of the empty message; its rule ends with a semicolon. */
static void
read_rule (RfMessageFile *self)
{
  const Message *header = g_hash_table_lookup (self->messages, "");
  const char *rule = header ? strstr (header->text, RULE_KEY) : NULL;

  self->rule = rule ? g_strndup (rule + strlen (RULE_KEY), strcspn (rule + strlen (RULE_KEY), ";\n")) : g_strdup ("n != 1");
}

/**
 * rf_message_file_load:
 *
 * Returns: (transfer full): or %NULL with %G_FILE_ERROR where the file cannot be read, %G_IO_ERROR_INVALID_DATA where
 *   it is no such file
 */
RfMessageFile *
rf_message_file_load (const char *path,
                      GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (RfMessageFile) self = NULL;

  if (file == NULL)
    return NULL;
  self = g_new0 (RfMessageFile, 1);
  self->bytes = g_mapped_file_get_bytes (file);
  self->messages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  if (!index_messages (self))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: no file of messages", path);
      return NULL;
    }
  read_rule (self);
  return g_steal_pointer (&self);
}

void
rf_message_file_free (RfMessageFile *self)
{
  g_hash_table_unref (self->messages);
  g_bytes_unref (self->bytes);
  g_free (self->rule);
  g_free (self);
}

/**
 * rf_message_file_find:
 * @message: with its context before it and \004 between, where it has one
 *
 * Returns: (nullable): its translation, which lives as long as the file
 */
const char *
rf_message_file_find (const RfMessageFile *self,
                      const char *message)
{
  const Message *found = g_hash_table_lookup (self->messages, message);

  return found && found->length > 0 ? found->text : NULL;
}

/**
 * rf_message_file_find_plural:
 * @message: in the singular
 *
 * Returns: (nullable): the form of its translation that says @n
 */
const char *
rf_message_file_find_plural (const RfMessageFile *self,
                             const char *message,
                             gulong n)
{
  const Message *found = g_hash_table_lookup (self->messages, message);
  const char *text = found && found->length > 0 ? found->text : NULL;
  gulong form;

  if (text == NULL || !rf_plural_rule_choose (self->rule, n, &form))
    return NULL;
  for (; form > 0; form--)
    {
      text += strlen (text) + 1;
      if (text > found->text + found->length)
        return NULL;
    }
  return *text ? text : NULL;
}
