// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-xml-report.h"

#include "rf-language.h"

/* Kept until they can be sorted; a hostile file must not fill the memory with complaints about it. */
#define MAX_KEPT 1000

typedef struct
{
  guint element; /* counted in the order of start tags */
  guint parent;
  guint line;
  char *id;
  char *hint;
  char *message;
} Rejection;

struct _RfXmlReport
{
  char *name;
  RfProblems *explained;
  GHashTable *explained_elements; /* set of element numbers */
  GPtrArray *rejections;          /* of Rejection */
  guint n_left_out;
};

static void
rejection_free (gpointer data)
{
  Rejection *self = data;

  g_free (self->id);
  g_free (self->hint);
  g_free (self->message);
  g_free (self);
}

RfXmlReport *
rf_xml_report_new (const char *name)
{
  RfXmlReport *self = g_new0 (RfXmlReport, 1);

  self->name = g_strdup (name);
  self->explained = rf_problems_new (name);
  self->explained_elements = g_hash_table_new (NULL, NULL);
  self->rejections = g_ptr_array_new_with_free_func (rejection_free);
  return self;
}

void
rf_xml_report_free (RfXmlReport *self)
{
  g_free (self->name);
  rf_problems_free (self->explained);
  g_hash_table_unref (self->explained_elements);
  g_ptr_array_unref (self->rejections);
  g_free (self);
}

/**
 * rf_xml_report_is_full:
 *
 * Returns: whether another problem would only be counted, so that its words need not be found
 */
gboolean
rf_xml_report_is_full (const RfXmlReport *self)
{
  return rf_problems_get_n (self->explained) == MAX_KEPT;
}

/**
 * rf_xml_report_explain:
 * @element: the number of the element concerned
 *
 * Adds what we know to be wrong.
 */
void
rf_xml_report_explain (RfXmlReport *self,
                       guint element,
                       guint line,
                       const char *id,
                       const char *hint,
                       const char *message)
{
  if (rf_xml_report_is_full (self))
    {
      self->n_left_out++;
      return;
    }
  rf_problems_add (self->explained, line, id, hint, "%s", message);
  g_hash_table_add (self->explained_elements, GUINT_TO_POINTER (element));
}

/**
 * rf_xml_report_settle:
 *
 * Says that all that is wrong with an element's children is explained elsewhere.
 */
void
rf_xml_report_settle (RfXmlReport *self,
                      guint element)
{
  if (!rf_xml_report_is_full (self))
    g_hash_table_add (self->explained_elements, GUINT_TO_POINTER (element));
}

/**
 * rf_xml_report_reject:
 *
 * Adds what the schema rejected; it is shown unless something is explained about @element or @parent.
 */
void
rf_xml_report_reject (RfXmlReport *self,
                      guint element,
                      guint parent,
                      guint line,
                      const char *id,
                      const char *hint,
                      const char *message)
{
  Rejection *rejection;

  if (self->rejections->len == MAX_KEPT || rf_xml_report_is_full (self))
    return;
  rejection = g_new0 (Rejection, 1);
  rejection->element = element;
  rejection->parent = parent;
  rejection->line = line;
  rejection->id = g_strdup (id);
  rejection->hint = g_strdup (hint);
  rejection->message = g_strdup (message);
  g_ptr_array_add (self->rejections, rejection);
}

gboolean
rf_xml_report_is_empty (const RfXmlReport *self)
{
  return rf_problems_get_n (self->explained) == 0 && self->rejections->len == 0;
}

static GHashTable *
collect_lines (const RfProblems *problems)
{
  GHashTable *lines = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < rf_problems_get_n (problems); i++)
    g_hash_table_add (lines, GUINT_TO_POINTER (rf_problems_get (problems, i)->line));
  return lines;
}

static void
copy_problem (const RfProblem *problem,
              RfProblems *to)
{
  const char *id = *problem->id ? problem->id : NULL;
  const char *hint = *problem->hint ? problem->hint : NULL;

  if (problem->fatal)
    rf_problems_add (to, problem->line, id, hint, "%s", problem->message);
  else
    rf_problems_warn (to, problem->line, id, hint, "%s", problem->message);
}

/* A rule about a thing whose own line is broken would complain about what we filled in for it; a warning, or a
 * rule about the whole, may be due to nothing else. */
static void
add_of_rules (RfXmlReport *self,
              const RfProblems *of_rules)
{
  g_autoptr (GHashTable) lines = collect_lines (self->explained);
  gboolean shape_is_broken = !rf_xml_report_is_empty (self);

  for (guint i = 0; i < rf_problems_get_n (of_rules); i++)
    {
      const RfProblem *problem = rf_problems_get (of_rules, i);

      if (shape_is_broken && (!problem->fatal || problem->line == 0))
        continue;
      if (!g_hash_table_contains (lines, GUINT_TO_POINTER (problem->line)))
        copy_problem (problem, self->explained);
    }
}

static void
add_rejections (RfXmlReport *self)
{
  g_autoptr (GHashTable) lines = collect_lines (self->explained);

  for (guint i = 0; i < self->rejections->len; i++)
    {
      const Rejection *rejection = g_ptr_array_index (self->rejections, i);

      if (!g_hash_table_contains (self->explained_elements, GUINT_TO_POINTER (rejection->element)) &&
          !g_hash_table_contains (self->explained_elements, GUINT_TO_POINTER (rejection->parent)) &&
          !g_hash_table_contains (lines, GUINT_TO_POINTER (rejection->line)))
        rf_problems_add (self->explained, rejection->line, rejection->id, rejection->hint, "%s", rejection->message);
    }
}

static gboolean
is_repeated (const RfProblems *problems,
             guint index)
{
  const RfProblem *problem = rf_problems_get (problems, index);

  for (guint i = index; i-- > 0;)
    {
      const RfProblem *earlier = rf_problems_get (problems, i);

      if (earlier->line != problem->line)
        return FALSE;
      if (g_str_equal (earlier->message, problem->message) && g_str_equal (earlier->id, problem->id))
        return TRUE;
      if (index - i > RF_XML_MAX_PROBLEMS)
        return FALSE;
    }
  return FALSE;
}

/**
 * rf_xml_report_hand_over:
 * @of_rules: (nullable): what broke the rules that a schema cannot state
 * @problems: where everything is added, by line, each thing once, at most %RF_XML_MAX_PROBLEMS
 *
 * Returns: whether the file can be used: nothing was wrong, or only warnings were due
 */
gboolean
rf_xml_report_hand_over (RfXmlReport *self,
                         RfProblems *of_rules,
                         RfProblems *problems)
{
  guint n_shown = 0;
  guint n_more = self->n_left_out;

  if (of_rules)
    add_of_rules (self, of_rules);
  add_rejections (self);
  rf_problems_sort (self->explained);
  for (guint i = 0; i < rf_problems_get_n (self->explained); i++)
    {
      if (is_repeated (self->explained, i))
        continue;
      if (n_shown < RF_XML_MAX_PROBLEMS)
        copy_problem (rf_problems_get (self->explained, i), problems);
      else
        n_more++;
      n_shown++;
    }
  if (n_more)
    rf_problems_add (problems, 0, NULL, NULL,
                     ngettext ("And %u more problem.", "And %u more problems.", n_more), n_more);
  return !rf_problems_has_fatal (self->explained);
}
