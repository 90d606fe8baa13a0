// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-record-json.h"

#include "rf-json-text.h"
#include "rf-record-shape.h"
#include "rf-language.h"

#include <string.h>

static void write_members (JsonBuilder *builder,
                           const RfJsonShape *shape,
                           gconstpointer structure);

static void
write_string (JsonBuilder *builder,
              const char *name,
              const char *text)
{
  if (text == NULL || text[strspn (text, " \t\r\n")] == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
write_integer (JsonBuilder *builder,
               const char *name,
               gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
write_day (JsonBuilder *builder,
           const char *name,
           RfDay day)
{
  g_autofree char *text = rf_day_to_string (day);

  write_string (builder, name, text);
}

static void
write_words (JsonBuilder *builder,
             const char *name,
             char **words)
{
  if (words == NULL || words[0] == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; words[i]; i++)
    json_builder_add_string_value (builder, words[i]);
  json_builder_end_array (builder);
}

static void
write_bytes (JsonBuilder *builder,
             const char *name,
             GBytes *bytes)
{
  g_autofree char *text = NULL;
  gsize size;
  gconstpointer data;

  if (bytes == NULL)
    return;
  data = g_bytes_get_data (bytes, &size);
  text = g_base64_encode (data, size);
  write_string (builder, name, text);
}

static void
write_list (JsonBuilder *builder,
            const RfJsonField *field,
            const GPtrArray *list)
{
  if (list->len == 0)
    return;
  json_builder_set_member_name (builder, field->name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      json_builder_begin_object (builder);
      write_members (builder, field->shape, g_ptr_array_index (list, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* An object none of whose members says anything is not written. */
static void
write_object (JsonBuilder *builder,
              const RfJsonField *field,
              gconstpointer structure)
{
  g_autoptr (JsonBuilder) inside = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  json_builder_begin_object (inside);
  write_members (inside, field->shape, structure);
  json_builder_end_object (inside);
  node = json_builder_get_root (inside);
  if (json_object_get_size (json_node_get_object (node)) == 0)
    return;
  json_builder_set_member_name (builder, field->name);
  json_builder_add_value (builder, g_steal_pointer (&node));
}

static void
write_field (JsonBuilder *builder,
             const RfJsonField *field,
             gconstpointer structure)
{
  gconstpointer at = (const char *) structure + field->offset;

  switch (field->type)
    {
    case RF_JSON_DAY:
      write_day (builder, field->name, *(const RfDay *) at);
      break;
    case RF_JSON_WORD:
      write_string (builder, field->name, field->get_nick (*(const int *) at));
      break;
    case RF_JSON_INTEGER:
      write_integer (builder, field->name, *(const guint *) at);
      break;
    case RF_JSON_SIZE:
      if (*(const guint64 *) at > 0)
        write_integer (builder, field->name, (gint64) * (const guint64 *) at);
      break;
    case RF_JSON_RISK:
      if (*(const int *) at >= 0)
        write_integer (builder, field->name, *(const int *) at);
      break;
    case RF_JSON_BYTES:
      write_bytes (builder, field->name, *(GBytes *const *) at);
      break;
    case RF_JSON_IDS:
    case RF_JSON_TEXTS:
      write_words (builder, field->name, *(char **const *) at);
      break;
    case RF_JSON_INSIDE:
      write_object (builder, field, structure);
      break;
    case RF_JSON_OBJECT:
      if (*(const gconstpointer *) at)
        write_object (builder, field, *(const gconstpointer *) at);
      break;
    case RF_JSON_LIST:
      write_list (builder, field, *(GPtrArray *const *) at);
      break;
    case RF_JSON_LINE:
    case RF_JSON_TEXT:
    case RF_JSON_ID:
    case RF_JSON_SHA256:
    case RF_JSON_STEP:
    case RF_JSON_LAYER:
    default:
      write_string (builder, field->name, *(char *const *) at);
    }
}

static void
write_members (JsonBuilder *builder,
               const RfJsonShape *shape,
               gconstpointer structure)
{
  for (const RfJsonField *field = shape->fields; field->name; field++)
    write_field (builder, field, structure);
}

/**
 * rf_record_write_json:
 *
 * Writes an answers file in JSON: the same as rf_record_write() writes in XML, member by attribute and element.
 *
 * Returns: (transfer full): a file that is known to be readable; or %NULL with %RF_ERROR_INVALID for what a file
 *   cannot hold
 */
GBytes *
rf_record_write_json (const RfRecord *record,
                      GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RfRecord) read_back = NULL;
  char *text;

  json_builder_begin_object (builder);
  write_string (builder, "format", RF_RECORD_JSON_FORMAT);
  write_integer (builder, "version", RF_RECORD_JSON_VERSION);
  write_members (builder, &rf_record_shape, record);
  json_builder_end_object (builder);
  text = rf_json_text_of (builder);
  bytes = g_bytes_new_take (text, strlen (text));
  /* What cannot be read back is found now and not by whoever gets the file. */
  read_back = rf_record_read_json (bytes, _ ("answers to be written"), NULL, error);
  return read_back ? g_steal_pointer (&bytes) : NULL;
}
