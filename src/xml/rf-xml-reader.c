// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-xml-reader.h"

#include "rf-day.h"
#include "rf-xml-reader-private.h"
#include "rf-xml-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NOT_GIVEN G_MAXSIZE

void
rf_xml_reader_explain (RfXmlReader *self,
                       const RfXmlLevel *level,
                       const char *hint,
                       char *message)
{
  rf_xml_report_explain (self->report, level->number, level->line, level->id, hint, message);
  g_free (message);
}

/**
 * rf_xml_reader_report:
 * @hint: (nullable): what to do about it, a sentence
 * @message_format: what is wrong, a sentence
 *
 * Adds a problem of the element whose function is being called.
 */
void
rf_xml_reader_report (RfXmlReader *self,
                      const char *hint,
                      const char *message_format,
                      ...)
{
  va_list arguments;

  va_start (arguments, message_format);
  rf_xml_reader_explain (self, self->current, hint, g_strdup_vprintf (message_format, arguments));
  va_end (arguments);
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

/**
 * rf_xml_reader_is_empty:
 *
 * Returns: whether the element that ends has no children that could be read
 */
gboolean
rf_xml_reader_is_empty (RfXmlReader *self)
{
  return self->current->seen == 0;
}

guint
rf_xml_reader_get_line (RfXmlReader *self)
{
  return self->current->line;
}

/* "prompt, why, help" */
static char *
list_children (const RfXmlElement *element)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; element->children && element->children[i].element; i++)
    g_string_append_printf (names, "%s%s", i ? ", " : "", element->children[i].element->name);
  return g_string_free (names, FALSE);
}

static char *
advise_on_children (const RfXmlElement *element)
{
  g_autofree char *names = list_children (element);

  if (element->content == RF_XML_TEXT)
    return g_strdup (_ ("Write plain text, with &lt; and &amp; for the characters themselves."));
  if (*names == '\0')
    return g_strdup_printf (_ ("Nothing else can stand in <%s>."), element->name);
  if (element->content == RF_XML_ONE_CHILD)
    return g_strdup_printf (_ ("In <%s> stands exactly one of: %s."), element->name, names);
  if (element->content == RF_XML_SOME_CHILDREN)
    return g_strdup_printf (_ ("In <%s> stand one or more of: %s."), element->name, names);
  return g_strdup_printf (_ ("In <%s> stand, in this order: %s."), element->name, names);
}

static void
explain_misplaced (RfXmlReader *self,
                   const char *message_format,
                   const char *name)
{
  const RfXmlElement *parent = self->levels[self->depth - 1].element;
  g_autofree char *hint = NULL;

  if (rf_xml_report_is_full (self->report))
    {
      rf_xml_reader_explain (self, self->current, NULL, NULL);
      return;
    }
  hint = advise_on_children (parent);
  /* The schema trips over the sibling that stands in this one's place. */
  rf_xml_report_settle (self->report, self->levels[self->depth - 1].number);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  rf_xml_reader_explain (self, self->current, hint, g_strdup_printf (message_format, name, parent->name));
#pragma GCC diagnostic pop
}

/* Whether the child may be read; one that merely stands too late may, so that what it holds is known. */
static gboolean
check_place (RfXmlReader *self,
             RfXmlLevel *parent,
             guint index)
{
  const RfXmlChild *child = &parent->element->children[index];
  const char *name = child->element->name;
  gboolean seen = (parent->seen >> index) & 1;

  if (parent->element->content == RF_XML_ONE_CHILD && parent->seen)
    explain_misplaced (self, _ ("<%s> is one too many in <%s>."), name);
  else if (seen && child->occurrence <= RF_XML_ONCE)
    explain_misplaced (self, _ ("<%s> stands twice in <%s>."), name);
  else if (child->position && child->position == parent->position && !seen)
    explain_misplaced (self, _ ("<%s> cannot stand beside the others in <%s>."), name);
  else if (child->position < parent->position)
    {
      explain_misplaced (self, _ ("<%s> stands too late in <%s>."), name);
      parent->seen |= G_GUINT64_CONSTANT (1) << index;
      return child->element->content != RF_XML_ONE_CHILD;
    }
  else
    {
      parent->seen |= G_GUINT64_CONSTANT (1) << index;
      parent->position = child->position;
      return TRUE;
    }
  return FALSE;
}

static const RfXmlElement *
find_child (RfXmlReader *self,
            const char *name,
            const char *name_space)
{
  RfXmlLevel *parent = &self->levels[self->depth - 1];
  const RfXmlChild *children = parent->element->children;

  if (parent->element->content == RF_XML_TEXT)
    {
      explain_misplaced (self, _ ("<%s> stands in <%s>, which holds text only."), name);
      return NULL;
    }
  for (guint i = 0; children && children[i].element; i++)
    if (g_str_equal (children[i].element->name, name) && g_strcmp0 (name_space, self->name_space) == 0)
      return check_place (self, parent, i) ? children[i].element : NULL;
  explain_misplaced (self, _ ("<%s> is not known in <%s>."), name);
  return NULL;
}

static const RfXmlElement *
check_root (RfXmlReader *self,
            const char *name,
            const char *name_space)
{
  g_autofree char *hint = g_strdup_printf (_ ("The file must begin with <%s xmlns=\"%s\" …>."), self->root->name, self->name_space);

  if (!g_str_equal (name, self->root->name))
    rf_xml_reader_explain (self, self->current, hint,
                           g_strdup_printf (_ ("<%s> is not what was asked for, which is <%s>."), name, self->root->name));
  else if (g_strcmp0 (name_space, self->name_space) != 0)
    rf_xml_reader_explain (self, self->current, hint,
                           g_strdup_printf (_ ("<%s> is in the namespace “%s”, which is not the one of these files."), name,
                                            name_space ? name_space : ""));
  else
    return self->root;
  return NULL;
}

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

static void
read_attributes (RfXmlReader *self,
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

void
rf_xml_reader_start_element (RfXmlReader *self,
                             const char *name,
                             const char *name_space,
                             guint n_attributes,
                             const RfXmlAttributeEvent *attributes)
{
  RfXmlLevel *level = &self->levels[self->depth];
  const RfXmlLevel *parent = self->depth ? level - 1 : NULL;

  g_free (level->own_id);
  memset (level, 0, sizeof *level);
  level->line = self->n_tags < self->tag_lines->len ? g_array_index (self->tag_lines, guint, self->n_tags) : 0;
  level->number = ++self->n_tags;
  level->id = parent ? parent->id : NULL;
  self->current = level;
  self->at_end = FALSE;
  if (parent == NULL)
    level->element = check_root (self, name, name_space);
  else if (parent->element)
    level->element = find_child (self, name, name_space);
  self->depth++;
  if (level->element == NULL)
    return;
  read_attributes (self, n_attributes, attributes);
  g_string_truncate (self->text, 0);
  if (level->element->begin)
    level->element->begin (self, level->element, self->data);
}

static gboolean
is_blank (const char *text,
          gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

void
rf_xml_reader_add_text (RfXmlReader *self,
                        const char *text,
                        gsize length)
{
  RfXmlLevel *level = self->depth ? &self->levels[self->depth - 1] : NULL;

  if (level == NULL || level->element == NULL)
    return;
  if (level->element->content == RF_XML_TEXT)
    g_string_append_len (self->text, text, (gssize) length);
  else if (!level->text_reported && !is_blank (text, length))
    {
      g_autofree char *hint = advise_on_children (level->element);

      level->text_reported = TRUE;
      rf_xml_reader_explain (self, level, hint,
                             g_strdup_printf (_ ("Text cannot stand directly in <%s>."), level->element->name));
    }
}

static void
check_children (RfXmlReader *self,
                const RfXmlLevel *level)
{
  const RfXmlChild *children = level->element->children;
  g_autofree char *hint = NULL;

  if ((level->element->content == RF_XML_ONE_CHILD || level->element->content == RF_XML_SOME_CHILDREN) && level->seen == 0)
    {
      hint = advise_on_children (level->element);
      rf_xml_reader_explain (self, level, hint, g_strdup_printf (_ ("<%s> is empty."), level->element->name));
      return;
    }
  for (guint i = 0; children && children[i].element; i++)
    if ((children[i].occurrence == RF_XML_ONCE || children[i].occurrence == RF_XML_AT_LEAST_ONE) && !(level->seen >> i & 1))
      {
        if (hint == NULL)
          hint = advise_on_children (level->element);
        rf_xml_reader_explain (self, level, hint,
                               g_strdup_printf (_ ("<%s> lacks <%s>."), level->element->name, children[i].element->name));
      }
}

static void
check_text (RfXmlReader *self,
            const RfXmlLevel *level)
{
  if (is_blank (self->text->str, self->text->len))
    rf_xml_reader_explain (self, level, _ ("Write a text, or remove the element if it is not needed."),
                           g_strdup_printf (_ ("<%s> is empty."), level->element->name));
}

void
rf_xml_reader_end_element (RfXmlReader *self)
{
  RfXmlLevel *level = &self->levels[--self->depth];
  gboolean is_text = level->element && level->element->content == RF_XML_TEXT;

  self->current = level;
  self->at_end = TRUE;
  if (level->element == NULL)
    return;
  if (is_text)
    check_text (self, level);
  else
    check_children (self, level);
  if (level->element->end)
    level->element->end (self, level->element, is_text ? self->text->str : NULL, self->data);
}
