// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-record-json.h"

#include "rf-error.h"
#include "rf-json-input.h"
#include "rf-record-json-check.h"
#include "rf-record-shape.h"
#include "rf-language.h"

#include <string.h>

typedef struct
{
  RfProblems *problems; /* borrowed */
  GString *path;        /* owned: "$.answers[3].state" */
} Reading;

static void read_members (Reading *reading,
                          const RfJsonShape *shape,
                          gpointer structure,
                          JsonObject *object);

static void G_GNUC_PRINTF (3, 4)
  report (Reading *reading,
          const char *hint,
          const char *format,
          ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  rf_problems_add (reading->problems, 0, reading->path->str, hint, "%s", sentence);
}

static gboolean
is_id (const char *text)
{
  gsize length = strlen (text);

  if (length < 1 || length > 64 || !g_ascii_isalnum (text[0]))
    return FALSE;
  return strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") == length;
}

static gboolean
is_sha256 (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

/* Only what the XML form can hold as well, so that each can be made from the other. */
static gboolean
check_characters (Reading *reading,
                  const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if ((character < 0x20 && strchr ("\t\n\r", (int) character) == NULL) || character == 0xfffe || character == 0xffff)
        {
          report (reading, _ ("Remove it from the text."), _ ("The text holds the character U+%04X, which a file cannot carry."), character);
          return FALSE;
        }
    }
  return TRUE;
}

/* (nullable): the text of a node, where it is one that may stand here */
static const char *
get_text (Reading *reading,
          JsonNode *node)
{
  const char *text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  if (text == NULL)
    report (reading, _ ("Write it in double quotes, or leave the member out."), "%s", _ ("This must be a text."));
  else if (text[strspn (text, " \t\r\n")] == '\0')
    report (reading, _ ("Write something, or leave the member out if it is not needed."), "%s", _ ("This is blank."));
  else if (check_characters (reading, text))
    return text;
  return NULL;
}

static gboolean
check_text (Reading *reading,
            RfJsonType type,
            const char *text)
{
  if ((type == RF_JSON_ID || type == RF_JSON_IDS) && !is_id (text))
    report (reading, _ ("An id is 1 to 64 letters, digits, dots, hyphens and underscores and begins with a letter or digit."), _ ("“%s” is not an id."), text);
  else if (type == RF_JSON_SHA256 && !is_sha256 (text))
    report (reading, _ ("Write 64 digits and letters from a to f, as the command sha256sum prints them."), _ ("“%s” is not a SHA-256."), text);
  else if (type == RF_JSON_STEP && !rf_journey_step_is_valid (text))
    report (reading, _ ("The description of the format lists the steps."), _ ("“%s” is not a step of the journey."), text);
  else if (type == RF_JSON_LAYER && !rf_offering_layer_is_valid (text))
    report (reading, _ ("Use one of infrastructure, models-and-tools, application."), _ ("“%s” is not a layer."), text);
  else
    return TRUE;
  return FALSE;
}

static void
read_text (Reading *reading,
           const RfJsonField *field,
           char **at,
           JsonNode *node)
{
  const char *text = get_text (reading, node);

  if (text == NULL || !check_text (reading, field->type, text))
    return;
  g_free (*at);
  *at = g_strdup (text);
}

static void
read_day (Reading *reading,
          RfDay *at,
          JsonNode *node)
{
  const char *text = get_text (reading, node);

  if (text && !rf_day_from_string (text, at))
    report (reading, _ ("Write it as YYYY-MM-DD, such as 2026-11-01."), _ ("“%s” is not a day of the calendar."), text);
}

static void
read_word (Reading *reading,
           const RfJsonField *field,
           int *at,
           JsonNode *node)
{
  const char *text = get_text (reading, node);
  g_autofree char *hint = NULL;

  if (text == NULL || field->from_nick (text, at))
    return;
  hint = g_strdup_printf (_ ("Use one of %s."), field->words);
  report (reading, hint, _ ("“%s” cannot stand here."), text);
}

static gint64
read_integer (Reading *reading,
              JsonNode *node,
              gint64 least,
              gint64 most)
{
  gint64 number = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : -1;

  if (number >= least && number <= most)
    return number;
  report (reading, _ ("Write it without quotes and without a point."),
          _ ("This must be a whole number from %d to %d."), (int) least, (int) most);
  return least;
}

static void
read_bytes (Reading *reading,
            GBytes **at,
            JsonNode *node)
{
  const char *text = get_text (reading, node);
  g_autofree guchar *data = NULL;
  g_autofree char *again = NULL;
  gsize size;

  if (text == NULL)
    return;
  data = g_base64_decode (text, &size);
  again = g_base64_encode (data, size);
  g_clear_pointer (at, g_bytes_unref);
  if (g_str_equal (again, text))
    *at = g_bytes_new_take (g_steal_pointer (&data), size);
  else
    report (reading, _ ("Export the file again."), "%s", _ ("The bytes of the evidence are no base64 without blanks."));
}

/* (nullable): the list, where it is one that may stand here */
static JsonArray *
get_list (Reading *reading,
          const RfJsonField *field,
          JsonNode *node)
{
  if (!JSON_NODE_HOLDS_ARRAY (node))
    report (reading, _ ("Write it in square brackets."), "%s", _ ("This must be a list."));
  else if (field->most > 0 && json_array_get_length (json_node_get_array (node)) > field->most)
    report (reading, _ ("Leave some out."), _ ("The list holds more than %u."), field->most);
  else
    return json_node_get_array (node);
  return NULL;
}

static void
read_words (Reading *reading,
            const RfJsonField *field,
            char ***at,
            JsonNode *node)
{
  JsonArray *list = get_list (reading, field, node);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gsize length = reading->path->len;

  for (guint i = 0; list && i < json_array_get_length (list); i++)
    {
      const char *text;

      g_string_append_printf (reading->path, "[%u]", i);
      text = get_text (reading, json_array_get_element (list, i));
      if (text && check_text (reading, field->type, text))
        g_ptr_array_add (words, g_strdup (text));
      g_string_truncate (reading->path, length);
    }
  if (words->len == 0)
    return;
  g_ptr_array_add (words, NULL);
  g_strfreev (*at);
  *at = (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

static void
read_object (Reading *reading,
             const RfJsonField *field,
             gpointer structure,
             JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    read_members (reading, field->shape, structure, json_node_get_object (node));
  else
    report (reading, _ ("Write it in braces."), "%s", _ ("This must be an object."));
}

static void
read_list (Reading *reading,
           const RfJsonField *field,
           GPtrArray *at,
           JsonNode *node)
{
  JsonArray *list = get_list (reading, field, node);
  gsize length = reading->path->len;

  for (guint i = 0; list && i < json_array_get_length (list); i++)
    {
      gpointer structure = field->shape->create ();

      g_ptr_array_add (at, structure);
      g_string_append_printf (reading->path, "[%u]", i);
      read_object (reading, field, structure, json_array_get_element (list, i));
      g_string_truncate (reading->path, length);
    }
}

static void
read_field (Reading *reading,
            const RfJsonField *field,
            gpointer structure,
            JsonNode *node)
{
  gpointer at = (char *) structure + field->offset;

  switch (field->type)
    {
    case RF_JSON_DAY:
      read_day (reading, at, node);
      break;
    case RF_JSON_WORD:
      read_word (reading, field, at, node);
      break;
    case RF_JSON_INTEGER:
      *(guint *) at = (guint) read_integer (reading, node, 1, 1000000);
      break;
    case RF_JSON_SIZE:
      *(guint64 *) at = (guint64) read_integer (reading, node, 0, 100 << 20);
      break;
    case RF_JSON_RISK:
      *(int *) at = (int) read_integer (reading, node, 0, 100);
      break;
    case RF_JSON_BYTES:
      read_bytes (reading, at, node);
      break;
    case RF_JSON_IDS:
    case RF_JSON_TEXTS:
      read_words (reading, field, at, node);
      break;
    case RF_JSON_INSIDE:
      read_object (reading, field, structure, node);
      break;
    case RF_JSON_OBJECT:
      if (*(gpointer *) at == NULL)
        *(gpointer *) at = field->shape->create ();
      read_object (reading, field, *(gpointer *) at, node);
      break;
    case RF_JSON_LIST:
      read_list (reading, field, *(GPtrArray **) at, node);
      break;
    case RF_JSON_LINE:
    case RF_JSON_TEXT:
    case RF_JSON_ID:
    case RF_JSON_SHA256:
    case RF_JSON_STEP:
    case RF_JSON_LAYER:
    default:
      read_text (reading, field, at, node);
    }
}

static void
report_unknown (Reading *reading,
                const RfJsonShape *shape,
                const char *member)
{
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *hint = NULL;

  for (const RfJsonField *field = shape->fields; field->name; field++)
    g_string_append_printf (known, "%s%s", known->len ? ", " : "", field->name);
  hint = g_strdup_printf (_ ("There can be: %s."), known->str);
  report (reading, hint, _ ("There is no member “%s” here."), member);
}

static const RfJsonField *
find_field (const RfJsonShape *shape,
            const char *name)
{
  for (const RfJsonField *field = shape->fields; field->name; field++)
    if (g_str_equal (field->name, name))
      return field;
  return NULL;
}

static void
read_members (Reading *reading,
              const RfJsonShape *shape,
              gpointer structure,
              JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_members (object);
  gsize length = reading->path->len;

  for (GList *at = members; at; at = at->next)
    if (find_field (shape, at->data) == NULL)
      report_unknown (reading, shape, at->data);
  for (const RfJsonField *field = shape->fields; field->name; field++)
    {
      JsonNode *node = json_object_get_member (object, field->name);

      if (node == NULL && field->required)
        report (reading, _ ("Add it."), _ ("The member “%s” is missing."), field->name);
      if (node == NULL)
        continue;
      g_string_append_printf (reading->path, ".%s", field->name);
      read_field (reading, field, structure, node);
      g_string_truncate (reading->path, length);
    }
}

/* The format and its version decide whether the rest means anything. */
static gboolean
check_format (JsonNode *root,
              const char *name,
              GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *format = object ? json_object_get_member (object, "format") : NULL;
  JsonNode *version = object ? json_object_get_member (object, "version") : NULL;
  g_autofree char *shown = g_filename_display_name (name);

  if (format == NULL || !JSON_NODE_HOLDS_VALUE (format) || g_strcmp0 (json_node_get_string (format), RF_RECORD_JSON_FORMAT) != 0)
    g_set_error (error, RF_ERROR, RF_ERROR_PARSE, _ ("%s: This is no answers file: its member “format” is not “%s”."), shown, RF_RECORD_JSON_FORMAT);
  else if (version == NULL || !JSON_NODE_HOLDS_VALUE (version) || json_node_get_int (version) != RF_RECORD_JSON_VERSION)
    g_set_error (error, RF_ERROR, RF_ERROR_PARSE, _ ("%s: The answers are in a version of the format that this program does not know; it knows %d. Update the program."), shown, RF_RECORD_JSON_VERSION);
  else
    {
      json_object_remove_member (object, "format");
      json_object_remove_member (object, "version");
      return TRUE;
    }
  return FALSE;
}

/**
 * rf_record_json_is_meant:
 *
 * Says whether a file is to be read as JSON rather than XML: whether it begins with a brace or square bracket.
 */
gboolean
rf_record_json_is_meant (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize at = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (at < size && strchr (" \t\r\n", data[at]) && data[at])
    at++;
  return at < size && (data[at] == '{' || data[at] == '[');
}

/**
 * rf_record_read_json:
 * @name: what messages call the input
 * @problems: (nullable): where everything that is wrong is added, by its path in the file, "$.answers[3].state"
 *
 * Reads an answers file in JSON and checks what rf_record_read_bytes() checks of one in XML.
 *
 * Returns: (transfer full): the record; or %NULL with %RF_ERROR_PARSE for what is no JSON of ours, %RF_ERROR_INVALID
 *   with every problem otherwise
 */
RfRecord *
rf_record_read_json (GBytes *bytes,
                     const char *name,
                     RfProblems *problems,
                     GError **error)
{
  g_autoptr (JsonNode) root = rf_json_input_parse (bytes, name, error);
  g_autoptr (RfProblems) own_problems = problems ? NULL : rf_problems_new (name);
  g_autoptr (GString) path = g_string_new ("$");
  g_autoptr (RfOffering) not_yet_known = rf_offering_new ("", "", "");
  g_autoptr (RfRecord) record = rf_record_new ("", 1, NULL, RF_DAY_NONE, not_yet_known);
  Reading reading = { problems ? problems : own_problems, path };

  if (root == NULL || !check_format (root, name, error))
    return NULL;
  read_members (&reading, &rf_record_shape, record, json_node_get_object (root));
  if (!rf_problems_has_fatal (reading.problems))
    rf_record_json_check (record, reading.problems);
  if (!rf_problems_has_fatal (reading.problems))
    return g_steal_pointer (&record);
  rf_problems_set_error (reading.problems, error);
  return NULL;
}
