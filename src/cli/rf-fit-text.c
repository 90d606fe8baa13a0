// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-fit-text.h"

#include "rf-terminal.h"
#include "rf-language.h"

#define INDENT 4

static const RfColumn columns[] = {
  { "offering", N_ ("Offering"), RF_COLUMN_TEXT },
  { "use_case", N_ ("Use case"), RF_COLUMN_TEXT },
  { "verdict", N_ ("Verdict"), RF_COLUMN_TEXT },
  { "residual_low", N_ ("From"), RF_COLUMN_TEXT },
  { "residual_high", N_ ("To"), RF_COLUMN_TEXT },
  { "high_side", N_ ("Decided by"), RF_COLUMN_TEXT },
  { "provisional", N_ ("Provisional"), RF_COLUMN_TEXT },
  { "violated", N_ ("Violated"), RF_COLUMN_TEXT },
  { "not_cleared", N_ ("Not cleared"), RF_COLUMN_TEXT },
  { "decision", N_ ("Decision"), RF_COLUMN_TEXT },
  { "expires", N_ ("Expires"), RF_COLUMN_DAY },
  { "expired", N_ ("Expired"), RF_COLUMN_TEXT },
  { "way", N_ ("To be fit"), RF_COLUMN_TEXT },
};

static void
append_line (GString *page,
             const char *text,
             guint width)
{
  g_string_append_printf (page, "%*s", INDENT, "");
  rf_terminal_append_wrapped (page, text, INDENT + 2, width);
}

static void
append_knock_outs (GString *page,
                   const RfFitCell *cell,
                   const GArray *list,
                   const RfQuestionnaire *questionnaire,
                   guint width)
{
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *line = rf_fit_cell_dup_knock_out (cell, questionnaire, g_array_index (list, guint, i));

      append_line (page, line, width);
    }
}

static void
append_cell (GString *page,
             const RfFit *self,
             const RfFitCell *cell,
             const RfQuestionnaire *questionnaire,
             guint width)
{
  g_autofree char *reason = rf_fit_cell_dup_reason (cell, self->acceptable);
  g_autofree char *decision = rf_fit_cell_dup_decision (cell);
  g_autofree char *way = rf_fit_cell_dup_way (cell, questionnaire);
  g_autofree char *name = g_strdup_printf ("%s [%s]", cell->use_case->name, cell->use_case->id);

  g_string_append (page, "  ");
  rf_terminal_append_wrapped (page, name, INDENT, width);
  append_line (page, reason, width);
  append_knock_outs (page, cell, cell->violated, questionnaire, width);
  append_knock_outs (page, cell, cell->not_cleared, questionnaire, width);
  append_line (page, decision, width);
  for (guint i = 0; cell->decision && cell->decision->conditions && cell->decision->conditions[i]; i++)
    {
      g_autofree char *condition = g_strdup_printf (_ ("Condition: %s"), cell->decision->conditions[i]);

      append_line (page, condition, width);
    }
  if (way)
    append_line (page, way, width);
}

/**
 * rf_fit_to_text:
 *
 * Lays the matrix out for reading: offering by offering, each under every use case.
 *
 * Returns: (transfer full)
 */
char *
rf_fit_to_text (const RfFit *self)
{
  GString *page = g_string_new (NULL);
  guint width = rf_terminal_get_width ();
  g_autofree char *rule = rf_fit_dup_rule (self->acceptable);

  rf_terminal_append_wrapped (page, rule, 0, width);
  if (self->use_cases->len == 0)
    rf_terminal_append_wrapped (page, _ ("No use case is described yet: “ringfence-cli use-case add” describes one."), 0, width);
  for (guint i = 0; i < self->offerings->len && self->use_cases->len > 0; i++)
    {
      const RfFindings *findings = g_ptr_array_index (self->offerings, i);
      g_autofree char *name = g_strdup_printf ("%s [%s]", findings->record->offering->name, findings->record->offering->id);

      rf_terminal_append_heading (page, name);
      for (guint j = 0; j < self->use_cases->len; j++)
        append_cell (page, self, rf_fit_get_cell (self, i, j), findings->questionnaire, width);
    }
  return g_string_free (page, FALSE);
}

static void
add_ids (RfTable *table,
         const GArray *list,
         const RfQuestionnaire *questionnaire)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", questionnaire->knock_outs[g_array_index (list, guint, i)].id);
  rf_table_add_text (table, ids->str);
}

/* The ids of the questions, or that there is no way. */
static void
add_way (RfTable *table,
         const RfFitWay *way,
         const RfQuestionnaire *questionnaire)
{
  g_autoptr (GString) ids = g_string_new (way && !way->reachable ? "unreachable" : NULL);

  for (guint i = 0; way && i < way->questions->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", questionnaire->questions[g_array_index (way->questions, guint, i)].id);
  rf_table_add_text (table, ids->str);
}

static void
add_row (RfTable *table,
         const RfFindings *findings,
         const RfFitCell *cell)
{
  const RfResidual *residual = &cell->residual;
  g_autofree char *expires = cell->decision && cell->decision->expires != RF_DAY_NONE ? rf_day_to_string (cell->decision->expires) : NULL;

  rf_table_add_text (table, findings->record->offering->id);
  rf_table_add_text (table, cell->use_case->id);
  rf_table_add_text (table, rf_fit_verdict_get_nick (cell->verdict));
  rf_table_add_text (table, residual->known ? rf_rating_get_nick (residual->low) : NULL);
  rf_table_add_text (table, residual->known ? rf_rating_get_nick (residual->high) : NULL);
  rf_table_add_text (table, residual->known ? rf_side_get_nick (residual->high_side) : NULL);
  rf_table_add_text (table, cell->is_provisional ? "yes" : "no");
  add_ids (table, cell->violated, findings->questionnaire);
  add_ids (table, cell->not_cleared, findings->questionnaire);
  rf_table_add_text (table, cell->decision ? rf_verdict_get_nick (cell->decision->verdict) : NULL);
  rf_table_add_text (table, expires);
  rf_table_add_text (table, cell->decision ? (cell->is_expired ? "yes" : "no") : NULL);
  add_way (table, cell->way, findings->questionnaire);
}

/**
 * rf_fit_to_table:
 *
 * Gives the matrix as a table, a row for each offering and use case.
 *
 * Returns: (transfer full)
 */
RfTable *
rf_fit_to_table (const RfFit *self)
{
  RfTable *table = rf_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < self->offerings->len; i++)
    for (guint j = 0; j < self->use_cases->len; j++)
      add_row (table, g_ptr_array_index (self->offerings, i), rf_fit_get_cell (self, i, j));
  return table;
}
