// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-day.h"
#include "rf-xml-reader-private.h"
#include "rf-xml-value.h"
#include "rf-language.h"

#include <string.h>

#define NOT_GIVEN G_MAXSIZE

/* The parser leaves an ampersand as "&#38;", for a tree's later pass over it. */
static void
append_decoded (GString *text,
                const char *value,
                gsize length)
{
  const char *end = value + length;
  const char *ampersand;

  while ((ampersand = memchr (value, '&', (gsize) (end - value))) != NULL)
    {
      g_string_append_len (text, value, ampersand + 1 - value);
      value = ampersand + (end - ampersand >= 5 && memcmp (ampersand, "&#38;", 5) == 0 ? 5 : 1);
    }
  g_string_append_len (text, value, end - value);
}

static gboolean
keep_value (RfXmlReader *self,
            guint index,
            const char *value,
            gsize length)
{
  GString *text = self->value_text;
  gsize at = text->len;
  char *message = NULL;
  g_autofree char *hint = NULL;

  append_decoded (text, value, length);
  g_string_append_c (text, '\0');
  if (rf_xml_value_check (&self->current->element->attributes[index], text->str + at, &message, &hint))
    {
      self->values[index] = at;
      return TRUE;
    }
  rf_xml_reader_explain (self, self->current, hint, message);
  return FALSE;
}

static char *
list_attributes (const RfXmlElement *element)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; element->attributes && element->attributes[i].name; i++)
    g_string_append_printf (names, "%s%s", i ? ", " : "", element->attributes[i].name);
  return g_string_free (names, FALSE);
}

static void
explain_unknown_attribute (RfXmlReader *self,
                           const char *name)
{
  const RfXmlElement *element = self->current->element;
  g_autofree char *names = list_attributes (element);
  g_autofree char *hint = *names ? g_strdup_printf (_ ("Its attributes are: %s."), names)
                                 : g_strdup (_ ("It has no attributes."));

  rf_xml_reader_explain (self, self->current, hint,
                         g_strdup_printf (_ ("“%s” is not an attribute of <%s>."), name, element->name));
}

static gboolean
is_for_editors (const RfXmlAttributeEvent *event)
{
  return g_strcmp0 ((const char *) event->name_space, "http://www.w3.org/2001/XMLSchema-instance") == 0 &&
         g_str_has_suffix ((const char *) event->name, "chemaLocation");
}

static gboolean
is_xml_name_space (const RfXmlAttributeEvent *event)
{
  return g_strcmp0 ((const char *) event->name_space, "http://www.w3.org/XML/1998/namespace") == 0;
}

static void
read_attribute (RfXmlReader *self,
                const RfXmlAttributeEvent *event,
                guint64 *given)
{
  const RfXmlAttribute *attributes = self->current->element->attributes;

  if (is_for_editors (event))
    return;
  for (guint i = 0; event->name_space == NULL && attributes && attributes[i].name; i++)
    if (g_str_equal (attributes[i].name, (const char *) event->name))
      {
        *given |= G_GUINT64_CONSTANT (1) << i;
        keep_value (self, i, (const char *) event->value, (gsize) (event->value_end - event->value));
        return;
      }
  if (is_xml_name_space (event))
    {
      g_autofree char *name = g_strdup_printf ("xml:%s", event->name);

      explain_unknown_attribute (self, name);
    }
  else
    explain_unknown_attribute (self, (const char *) event->name);
}

/* Problems of an element and what it holds are reported under its id, or its parent's. */
static void
name_level (RfXmlReader *self)
{
  const RfXmlElement *element = self->current->element;
  const char *value = element->naming_attribute ? rf_xml_reader_get (self, element->naming_attribute) : NULL;

  if (value)
    self->current->id = self->current->own_id = g_strdup (value);
}

/* Checks and keeps the values of the element that begins; what is wrong with them is explained. */
void
rf_xml_reader_read_attributes (RfXmlReader *self,
                               guint n_events,
                               const RfXmlAttributeEvent *events)
{
  const RfXmlAttribute *attributes = self->current->element->attributes;
  guint64 given = 0;

  g_string_truncate (self->value_text, 0);
  for (guint i = 0; i < RF_XML_MAX_KNOWN_ATTRIBUTES; i++)
    self->values[i] = NOT_GIVEN;
  /* The name first: problems of the other attributes are to carry it. */
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < n_events; i++)
        if ((g_strcmp0 ((const char *) events[i].name, self->current->element->naming_attribute) == 0) == (pass == 0))
          read_attribute (self, &events[i], &given);
      if (pass == 0)
        name_level (self);
    }
  for (guint i = 0; attributes && attributes[i].name; i++)
    if (attributes[i].required && !(given >> i & 1))
      {
        g_autofree char *hint = g_strdup_printf (_ ("Add %s=\"…\"."), attributes[i].name);

        rf_xml_reader_explain (self, self->current, hint,
                               g_strdup_printf (_ ("<%s> lacks the attribute “%s”."), self->current->element->name,
                                                attributes[i].name));
      }
}

/**
 * rf_xml_reader_get:
 *
 * Gives an attribute of the element whose function is being called. The end function of an element with
 * children must not ask: the values are then those of a child.
 *
 * Returns: (nullable): the value, decoded; %NULL where it is not given or was found to be wrong
 */
const char *
rf_xml_reader_get (RfXmlReader *self,
                   const char *attribute)
{
  const RfXmlAttribute *attributes = self->current->element->attributes;

  for (guint i = 0; attributes[i].name; i++)
    if (g_str_equal (attributes[i].name, attribute))
      return self->values[i] == NOT_GIVEN ? NULL : self->value_text->str + self->values[i];
  g_return_val_if_reached (NULL);
}

int
rf_xml_reader_get_integer (RfXmlReader *self,
                           const char *attribute,
                           int otherwise)
{
  const char *value = rf_xml_reader_get (self, attribute);

  return value ? (int) g_ascii_strtoll (value, NULL, 10) : otherwise;
}

gboolean
rf_xml_reader_get_boolean (RfXmlReader *self,
                           const char *attribute)
{
  const char *value = rf_xml_reader_get (self, attribute);

  return value && (*value == 't' || *value == '1');
}

RfDay
rf_xml_reader_get_day (RfXmlReader *self,
                       const char *attribute)
{
  RfDay day = RF_DAY_NONE;

  rf_day_from_string (rf_xml_reader_get (self, attribute), &day);
  return day;
}

/**
 * rf_xml_reader_dup_id:
 *
 * Gives a required id; where it is missing or wrong, and so reported, one that no file can hold, so that
 * reading can go on and find what else is wrong.
 *
 * Returns: (transfer full)
 */
char *
rf_xml_reader_dup_id (RfXmlReader *self,
                      const char *attribute)
{
  const char *value = rf_xml_reader_get (self, attribute);

  return value ? g_strdup (value) : g_strdup_printf ("#%u", self->current->number);
}
