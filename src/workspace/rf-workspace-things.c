// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the operations have in common: words, ids, changes. */

#include "config.h"

#include "rf-workspace-private.h"

#include "rf-error.h"
#include "rf-language.h"

#include <stdarg.h>

#define ID_MAX_CHARACTERS 64

/* Returns FALSE, so that callers can return it. */
gboolean
rf_workspace_fail (GError **error,
                   RfError code,
                   const char *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, RF_ERROR, code, message);
  return FALSE;
}

static gboolean
has_control_characters (const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/**
 * rf_workspace_check_line:
 * @what: what is checked, at the beginning of a sentence
 * @text: (nullable)
 *
 * Returns: whether @text is one line of at most %RF_LINE_MAX_CHARACTERS, and not blank where it is required
 */
gboolean
rf_workspace_check_line (const char *what,
                         const char *text,
                         gboolean required,
                         GError **error)
{
  if (text == NULL || text[strspn (text, " \t\r\n")] == '\0')
    return !required || rf_workspace_fail (error, RF_ERROR_INVALID, _ ("%s is needed; it must not be empty."), what);
  if (!g_utf8_validate (text, -1, NULL))
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("%s must be valid UTF-8."), what);
  if (has_control_characters (text))
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("%s must be one line without control characters."), what);
  if (g_utf8_strlen (text, -1) > RF_LINE_MAX_CHARACTERS)
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("%s must have at most %d characters; this has %ld."), what, RF_LINE_MAX_CHARACTERS, g_utf8_strlen (text, -1));
  return TRUE;
}

/* Several lines, of characters that the files can hold; none is fine. */
gboolean
rf_workspace_check_text (const char *what,
                         const char *text,
                         GError **error)
{
  if (text == NULL)
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("%s must be valid UTF-8."), what);
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)) && *at != '\n' && *at != '\t')
      return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("%s must not contain control characters."), what);
  return TRUE;
}

/* An id as the files have them: so that everything can be exported. */
gboolean
rf_workspace_check_id (const char *id,
                       GError **error)
{
  static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
  gsize length = strlen (id);

  if (length > 0 && length <= ID_MAX_CHARACTERS && g_ascii_isalnum (id[0]) && strspn (id, allowed) == length)
    return TRUE;
  return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("An id has 1 to %d letters, digits, dots, dashes or underscores and begins with a letter or a digit."), ID_MAX_CHARACTERS);
}

/* "Azure OpenAI (EU)" -> "azure-openai-eu"; letters of other scripts give way to the kind's own word. */
static char *
make_slug (const char *name,
           const char *otherwise)
{
  g_autofree char *plain = g_str_to_ascii (name, "C");
  GString *slug = g_string_new (NULL);

  for (const char *at = plain; *at && slug->len < 40; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (slug, g_ascii_tolower (*at));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-' && *at != '?')
      g_string_append_c (slug, '-');
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_assign (slug, otherwise);
  return g_string_free (slug, FALSE);
}

/**
 * rf_workspace_make_id:
 * @parent: (nullable): the assessment it belongs to
 *
 * Returns: (transfer full): an id made from @name that nothing else of this kind has, without @parent
 */
char *
rf_workspace_make_id (RfWorkspace *self,
                      RfThingKind kind,
                      const char *parent,
                      const char *name,
                      GError **error)
{
  g_autofree char *slug = make_slug (name, rf_thing_kind_get_nick (kind));

  for (guint i = 1;; i++)
    {
      g_autofree char *id = i == 1 ? g_strdup (slug) : g_strdup_printf ("%s-%u", slug, i);
      g_autofree char *full = parent ? g_strconcat (parent, "/", id, NULL) : g_strdup (id);
      gboolean taken;

      if (!rf_workspace_has_thing (self, kind, full, &taken, error))
        return NULL;
      if (!taken)
        return g_steal_pointer (&id);
    }
}

GPtrArray *
rf_changes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) rf_change_free);
}

/* @thing: (transfer full). Returns: (transfer none): the change, for its bytes. */
RfChange *
rf_changes_put (GPtrArray *changes,
                RfThing *thing)
{
  RfChange *change = rf_change_new (thing, FALSE);

  g_ptr_array_add (changes, change);
  return change;
}

void
rf_changes_remove (GPtrArray *changes,
                   RfThing *thing)
{
  g_ptr_array_add (changes, rf_change_new (thing, TRUE));
}

/* As a word in a message. */
const char *
rf_workspace_get_kind_label (RfThingKind kind)
{
  switch (kind)
    {
    case RF_THING_QUESTIONNAIRE:
      return C_ ("kind of thing", "questionnaire");
    case RF_THING_PROVIDER:
      return C_ ("kind of thing", "provider");
    case RF_THING_OFFERING:
      return C_ ("kind of thing", "offering");
    case RF_THING_USE_CASE:
      return C_ ("kind of thing", "use case");
    case RF_THING_EVIDENCE:
      return C_ ("kind of thing", "evidence");
    case RF_THING_ASSESSMENT:
      return C_ ("kind of thing", "assessment");
    case RF_THING_ANSWER:
      return C_ ("kind of thing", "answer");
    case RF_THING_ACTION:
      return C_ ("kind of thing", "action");
    case RF_THING_DECISION:
      return C_ ("kind of thing", "decision");
    default:
      return rf_thing_kind_get_nick (kind);
    }
}

/* The thing, or %RF_ERROR_NOT_FOUND. */
RfThing *
rf_workspace_dup_thing (RfWorkspace *self,
                        RfThingKind kind,
                        const char *id,
                        GError **error)
{
  GError *failure = NULL;
  RfThing *thing = rf_store_dup_thing (self->store, kind, id, &failure);

  if (failure)
    g_propagate_error (error, failure);
  else if (thing == NULL)
    rf_workspace_fail (error, RF_ERROR_NOT_FOUND, _ ("There is no %s “%s”."), rf_workspace_get_kind_label (kind), id);
  return thing;
}

gboolean
rf_workspace_has_thing (RfWorkspace *self,
                        RfThingKind kind,
                        const char *id,
                        gboolean *has,
                        GError **error)
{
  GError *failure = NULL;
  g_autoptr (RfThing) thing = rf_store_dup_thing (self->store, kind, id, &failure);

  if (failure)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  *has = thing != NULL;
  return TRUE;
}
