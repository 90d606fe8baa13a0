// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

/* before our own names for its functions */
#include <libintl.h>

#include "rf-language.h"

#include "rf-message-file.h"

#include <gio/gio.h>
#include <string.h>

#define SOURCE_TAG "en"

struct _RfLanguage
{
  gatomicrefcount count;
  char *tag;
  RfMessageFile *messages; /* owned, NULL for the language that messages are written in */
};

G_DEFINE_BOXED_TYPE (RfLanguage, rf_language, rf_language_ref, rf_language_unref)

/* which language this thread has entered */
static GPrivate entered = G_PRIVATE_INIT ((GDestroyNotify) rf_language_unref);

RfLanguage *
rf_language_ref (RfLanguage *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
rf_language_unref (RfLanguage *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  g_clear_pointer (&self->messages, rf_message_file_free);
  g_free (self->tag);
  g_free (self);
}

/**
 * rf_language_dup_folder:
 *
 * Says where translations lie: as installed, or in $RINGFENCE_LOCALE_DIR.
 *
 * Returns: (transfer full)
 */
char *
rf_language_dup_folder (void)
{
  const char *folder = g_getenv ("RINGFENCE_LOCALE_DIR");

  return g_strdup (folder && *folder ? folder : LOCALE_DIR);
}

/**
 * rf_language_set_up:
 *
 * Makes a program speak the language of the desktop; for the start of it, behind setlocale().
 */
void
rf_language_set_up (void)
{
  g_autofree char *folder = rf_language_dup_folder ();

  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static char *
make_path (const char *tag)
{
  g_autofree char *folder = rf_language_dup_folder ();

  return g_build_filename (folder, tag, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
}

static int
compare_tags (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * rf_language_list_tags:
 *
 * Returns: (transfer full) (element-type utf8): the tags of the languages there are, in alphabetical order
 */
GPtrArray *
rf_language_list_tags (void)
{
  g_autofree char *folder = rf_language_dup_folder ();
  GPtrArray *tags = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_ptr_array_add (tags, g_strdup (SOURCE_TAG));
  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = make_path (name);

      if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_str_equal (name, SOURCE_TAG))
        g_ptr_array_add (tags, g_strdup (name));
    }
  g_ptr_array_sort (tags, compare_tags);
  return tags;
}

static void
fail_without (const char *tag,
              GError **error)
{
  g_autoptr (GPtrArray) tags = rf_language_list_tags ();
  g_autofree char *list = NULL;

  g_ptr_array_add (tags, NULL);
  list = g_strjoinv (", ", (char **) tags->pdata);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no language “%s” here. There are: %s."), tag, list);
}

/**
 * rf_language_load:
 * @tag: such as "de"
 *
 * Returns: (transfer full): or %NULL with %G_IO_ERROR_NOT_FOUND where there is no translation into it, or what
 *   reading it said
 */
RfLanguage *
rf_language_load (const char *tag,
                  GError **error)
{
  g_autoptr (RfLanguage) self = g_new0 (RfLanguage, 1);
  g_autofree char *path = make_path (tag);

  g_atomic_ref_count_init (&self->count);
  self->tag = g_strdup (tag);
  if (g_str_equal (tag, SOURCE_TAG))
    return g_steal_pointer (&self);
  if (*tag == '\0' || strchr (tag, G_DIR_SEPARATOR) || *tag == '.' || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      fail_without (tag, error);
      return NULL;
    }
  self->messages = rf_message_file_load (path, error);
  return self->messages ? g_steal_pointer (&self) : NULL;
}

const char *
rf_language_get_tag (const RfLanguage *self)
{
  return self->tag;
}

/* @message may hold a context before \004, and is then what no translation is found for */
static const char *
look_up (const RfLanguage *self,
         const char *message)
{
  return self->messages ? rf_message_file_find (self->messages, message) : NULL;
}

/* Of a constant context and message: short enough for the stack in all but strange cases. */
static const char *
look_up_in_context (const RfLanguage *self,
                    const char *context,
                    const char *message)
{
  g_autofree char *key = g_strdup_printf ("%s\004%s", context, message);
  const char *found = look_up (self, key);

  return found ? found : message;
}

/**
 * rf_language_get_name:
 *
 * Returns: what the language calls itself: "Deutsch"
 */
const char *
rf_language_get_name (const RfLanguage *self)
{
  /* Translators: the name of your language, in your language. */
  const char *name = NC_ ("name of this language", "English");

  return look_up_in_context (self, "name of this language", name);
}

/**
 * rf_language_is_right_to_left:
 * @tag: a BCP 47 tag
 *
 * Returns: whether the language is written so
 */
gboolean
rf_language_is_right_to_left (const char *tag)
{
  static const char *const right_to_left[] = { "ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi", NULL };
  g_autofree char *primary = g_strndup (tag, strcspn (tag, "-_@"));

  return g_strv_contains (right_to_left, primary);
}

/**
 * rf_language_letter_is_right_to_left:
 *
 * Returns: whether it is a letter of a script that runs so
 */
gboolean
rf_language_letter_is_right_to_left (gunichar character)
{
  return (character >= 0x0590 && character <= 0x08FF) || (character >= 0xFB1D && character <= 0xFDFF) ||
         (character >= 0xFE70 && character <= 0xFEFF) || (character >= 0x10800 && character <= 0x10FFF) ||
         (character >= 0x1E800 && character <= 0x1EFFF);
}

/**
 * rf_language_runs_from_the_left:
 * @length: in bytes, or -1
 *
 * Returns: whether @text has letters and none of them runs from the right
 */
gboolean
rf_language_runs_from_the_left (const char *text,
                                gssize length)
{
  const char *end = length < 0 ? text + strlen (text) : text + length;
  gboolean has_letter = FALSE;

  for (; text < end; text = g_utf8_next_char (text))
    {
      if (rf_language_letter_is_right_to_left (g_utf8_get_char (text)))
        return FALSE;
      has_letter |= g_unichar_isalpha (g_utf8_get_char (text));
    }
  return has_letter;
}

/**
 * rf_language_enter:
 *
 * From now on this thread speaks @self, until it leaves it.
 */
void
rf_language_enter (RfLanguage *self)
{
  g_private_replace (&entered, rf_language_ref (self));
}

/**
 * rf_language_leave:
 *
 * From now on this thread speaks the language of the desktop again.
 */
void
rf_language_leave (void)
{
  g_private_replace (&entered, NULL);
}

/**
 * rf_language_get_current_tag:
 *
 * Returns: the BCP 47 tag of what this thread speaks: "en" as well where there is no translation into the desktop's
 *   language
 */
const char *
rf_language_get_current_tag (void)
{
  /* Translators: the BCP 47 tag of your language, such as de or pt-BR; documents are marked with it. */
  return C_ ("tag of this language", "en");
}

/**
 * rf_language_is_source:
 *
 * Returns: whether this thread speaks the language that messages are written in
 */
gboolean
rf_language_is_source (void)
{
  return g_str_equal (rf_language_get_current_tag (), SOURCE_TAG);
}

/**
 * rf_language_dup_number:
 * @number: with a point before its decimal places, or without any
 *
 * Returns: (transfer full): as this thread's language writes it
 */
char *
rf_language_dup_number (const char *number)
{
  const char *point = strchr (number, '.');

  if (point == NULL)
    return g_strdup (number);
  /* Translators: what stands before decimal places in your language, such as the comma in 0,5 */
  return g_strdup_printf ("%.*s%s%s", (int) (point - number), number, C_ ("decimal sign", "."), point + 1);
}

const char *
rf_language_translate (const char *message)
{
  const RfLanguage *self = g_private_get (&entered);
  const char *found;

  if (self == NULL)
    return g_dgettext (GETTEXT_PACKAGE, message);
  found = look_up (self, message);
  return found ? found : message;
}

const char *
rf_language_translate_in_context (const char *context,
                                  const char *message)
{
  const RfLanguage *self = g_private_get (&entered);

  return self ? look_up_in_context (self, context, message) : g_dpgettext2 (GETTEXT_PACKAGE, context, message);
}

const char *
rf_language_translate_plural (const char *singular,
                              const char *plural,
                              gulong n)
{
  const RfLanguage *self = g_private_get (&entered);
  const char *found;

  if (self == NULL)
    return g_dngettext (GETTEXT_PACKAGE, singular, plural, n);
  found = self->messages ? rf_message_file_find_plural (self->messages, singular, n) : NULL;
  if (found)
    return found;
  return n == 1 ? singular : plural;
}
