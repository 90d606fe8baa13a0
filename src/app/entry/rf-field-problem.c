// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-field-problem.h"

#include "rf-workspace.h"

struct _RfFieldProblem
{
  AdwPreferencesRow parent_instance;

  /* template children */
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (RfFieldProblem, rf_field_problem, ADW_TYPE_PREFERENCES_ROW)

static void
rf_field_problem_class_init (RfFieldProblemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-field-problem.ui");
  gtk_widget_class_bind_template_child (widget_class, RfFieldProblem, label);
}

static void
rf_field_problem_init (RfFieldProblem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rf_field_problem_show:
 * @field: what the problem is with
 * @sentence: (nullable): what is wrong; %NULL where nothing is
 *
 * Says so below the field, and marks it, for a screen reader too.
 *
 * Returns: whether nothing is wrong
 */
gboolean
rf_field_problem_show (RfFieldProblem *self,
                       GtkWidget *field,
                       const char *sentence)
{
  gtk_label_set_label (self->label, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self), sentence != NULL);
  if (sentence)
    gtk_widget_add_css_class (field, "error");
  else
    gtk_widget_remove_css_class (field, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID, sentence ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence ? sentence : "", -1);
  return sentence == NULL;
}

/**
 * rf_field_problem_show_error:
 * @error: (nullable)
 *
 * The same for what an operation said.
 */
gboolean
rf_field_problem_show_error (RfFieldProblem *self,
                             GtkWidget *field,
                             const GError *error)
{
  return rf_field_problem_show (self, field, error ? error->message : NULL);
}

/**
 * rf_field_problem_check_line:
 * @field: a #GtkEditable
 * @what: what is asked for there, at the beginning of a sentence
 *
 * Says below the field why a workspace would not take what stands there.
 */
gboolean
rf_field_problem_check_line (RfFieldProblem *self,
                             GtkWidget *field,
                             const char *what,
                             gboolean required)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_check_line (what, gtk_editable_get_text (GTK_EDITABLE (field)), required, &error);
  return rf_field_problem_show_error (self, field, error);
}
