// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-compare-rows.h"

#include "rf-wording.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define ALL_LINES 0

/* @activatable: a link to a question */
static GtkWidget *
new_row (const char *title,
         const char *subtitle,
         gboolean activatable)
{
  GtkWidget *row = adw_action_row_new ();

  /* first, and alone: the title is read as it is set */
  g_object_set (row, "use-markup", FALSE, NULL);
  g_object_set (row, "title", title, "title-lines", ALL_LINES, "subtitle", subtitle, "subtitle-lines", ALL_LINES, "activatable", activatable, NULL);
  return row;
}

static GtkWidget *
new_settling_row (const RfComparison *comparison,
                  const RfComparedPair *pair,
                  guint place)
{
  const RfSettlingQuestion *settling = &pair->settle[place];
  const RfQuestion *question = &comparison->questionnaire->questions[settling->question];
  g_autofree char *phrase = rf_comparison_dup_settling (comparison, pair, place);
  g_autofree char *title = rf_wording_dup_capitalized (phrase);
  g_autofree char *share = rf_comparison_dup_settled_share (settling);
  g_autofree char *cause = rf_comparison_dup_settling_cause (comparison, settling);
  g_autofree char *subtitle = g_strconcat (question->prompt, "\n", share, cause ? "\n" : NULL, cause, NULL);
  GtkWidget *row = new_row (title, subtitle, TRUE);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (row, "settling");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-question");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", comparison->offerings[settling->offering].id, question->id);
  return row;
}

/**
 * rf_compare_rows_new_pair:
 *
 * Makes a list: the verdict on a pair, then the questions that would settle it as links.
 */
GtkWidget *
rf_compare_rows_new_pair (const RfComparison *comparison,
                          const RfComparedPair *pair)
{
  g_autofree char *verdict = rf_comparison_dup_verdict (comparison, pair);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = new_row (verdict, "", FALSE);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, verdict, -1);
  gtk_widget_add_css_class (row, "verdict");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  for (guint i = 0; i < RF_COMPARISON_N_SETTLING && pair->settle[i].question >= 0; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_settling_row (comparison, pair, i));
  return list;
}

/**
 * rf_compare_rows_new_unranked:
 * @offering: one without a rank
 *
 * Makes a row that says why it has none.
 */
GtkWidget *
rf_compare_rows_new_unranked (const RfComparison *comparison,
                              const RfComparedOffering *offering)
{
  g_autofree char *reason = rf_comparison_dup_unranked_reason (comparison, offering);
  GtkWidget *row = new_row (offering->name, reason, TRUE);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-offering");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", offering->id);
  return row;
}

/**
 * rf_compare_rows_new_left_out:
 *
 * Makes a row for a question that is not compared, with the reason.
 */
GtkWidget *
rf_compare_rows_new_left_out (const RfComparison *comparison,
                              const RfLeftOut *left_out)
{
  const RfQuestion *question = &comparison->questionnaire->questions[left_out->question];
  g_autofree char *title = g_strdup_printf ("%s  %s", question->number, question->prompt);
  g_autofree char *reason = rf_comparison_dup_left_out_reason (comparison, left_out);

  return new_row (title, reason, FALSE);
}
