// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-xml-reader.h"

#include "rf-xml-reader-private.h"
#include "rf-language.h"

#include <string.h>

void
rf_xml_reader_explain (RfXmlReader *self,
                       const RfXmlLevel *level,
                       const char *hint,
                       char *message)
{
  if (level == self->current)
    self->current->is_wrong = TRUE;
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
 * rf_xml_reader_is_wrong:
 *
 * Returns: whether anything was reported of the element whose function is being called, so that rules between its
 *   attributes need not be looked at
 */
gboolean
rf_xml_reader_is_wrong (RfXmlReader *self)
{
  return self->current->is_wrong;
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
  rf_xml_reader_read_attributes (self, n_attributes, attributes);
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
