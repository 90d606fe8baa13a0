// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RfLanguage:
 *
 * A language that the program speaks. What stands below the window and the command line speaks that of the desktop,
 * unless its thread has entered another: a report may be in another language than the window in which it is ordered.
 * The system's own means cannot do that: they go by the process, and by the locales that happen to be installed.
 *
 * Immutable, atomically counted.
 */
typedef struct _RfLanguage RfLanguage;

#define RF_TYPE_LANGUAGE (rf_language_get_type ())
GType rf_language_get_type (void);
RfLanguage *rf_language_ref (RfLanguage *self);
void rf_language_unref (RfLanguage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfLanguage, rf_language_unref)

void rf_language_set_up (void);
char *rf_language_dup_folder (void);
GPtrArray *rf_language_list_tags (void);
RfLanguage *rf_language_load (const char *tag,
                              GError **error);
const char *rf_language_get_tag (const RfLanguage *self);
const char *rf_language_get_name (const RfLanguage *self);
gboolean rf_language_is_right_to_left (const char *tag);
gboolean rf_language_letter_is_right_to_left (gunichar character);
gboolean rf_language_runs_from_the_left (const char *text,
                                         gssize length);

void rf_language_enter (RfLanguage *self);
void rf_language_leave (void);
const char *rf_language_get_current_tag (void);
gboolean rf_language_is_source (void);
char *rf_language_dup_number (const char *number);

const char *rf_language_translate (const char *message) G_GNUC_FORMAT (1);
const char *rf_language_translate_in_context (const char *context,
                                              const char *message) G_GNUC_FORMAT (2);
const char *rf_language_translate_plural (const char *singular,
                                          const char *plural,
                                          gulong n) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

/* the names that xgettext knows */
#define _(message) (rf_language_translate (message))
#define C_(context, message) (rf_language_translate_in_context (context, message))
#define N_(message) (message)
#define NC_(context, message) (message)
#undef ngettext
#define ngettext(singular, plural, n) (rf_language_translate_plural (singular, plural, n))

G_END_DECLS
