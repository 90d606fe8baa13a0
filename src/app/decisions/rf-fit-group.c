// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-fit-group.h"

#include "rf-decision-wording.h"

#include <glib/gi18n.h>

/* Whether an offering is fit for a use case, and what its knock-outs say. */
struct _RfFitGroup
{
  AdwPreferencesGroup parent_instance;

  /* template children */
  AdwActionRow *residual_row;
  AdwExpanderRow *knock_outs_row;
};

G_DEFINE_FINAL_TYPE (RfFitGroup, rf_fit_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  WHAT_IF,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
what_if_cb (RfFitGroup *self)
{
  g_signal_emit (self, signals[WHAT_IF], 0);
}

static void
rf_fit_group_class_init (RfFitGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * RfFitGroup::what-if:
   *
   * A person wants to try something.
   */
  signals[WHAT_IF] = g_signal_new ("what-if", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-fit-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RfFitGroup, residual_row);
  gtk_widget_class_bind_template_child (widget_class, RfFitGroup, knock_outs_row);
  gtk_widget_class_bind_template_callback (widget_class, what_if_cb);
}

static void
rf_fit_group_init (RfFitGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_residual (RfFitGroup *self,
               const RfFitCell *cell,
               RfRating acceptable)
{
  g_autofree char *range = rf_decision_wording_dup_range (&cell->residual);
  g_autofree char *title = g_strdup_printf (_ ("Residual risk: %s"), range);
  g_autofree char *reason = rf_fit_cell_dup_reason (cell, acceptable);
  g_autofree char *exposure = rf_decision_wording_dup_exposure (cell->use_case);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", reason, exposure);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->residual_row), title);
  adw_action_row_set_subtitle (self->residual_row, subtitle);
}

static void
add_knock_outs (RfFitGroup *self,
                const RfFitCell *cell,
                const GArray *list,
                const RfQuestionnaire *questionnaire)
{
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *words = rf_fit_cell_dup_knock_out (cell, questionnaire, g_array_index (list, guint, i));
      GtkWidget *row = adw_action_row_new ();

      /* first, for a text is no markup */
      g_object_set (row, "use-markup", FALSE, NULL);
      g_object_set (row, "title", words, "title-lines", 0, NULL);
      adw_expander_row_add_row (self->knock_outs_row, row);
    }
}

/* Cleared ones say nothing against it, so only the others are listed: violated first. */
static void
show_knock_outs (RfFitGroup *self,
                 const RfFitCell *cell,
                 const RfQuestionnaire *questionnaire)
{
  /* Translators: how many knock-outs are violated, and how many may be */
  g_autofree char *words = g_strdup_printf (_ ("Violated: %u · not cleared: %u"), cell->violated->len, cell->not_cleared->len);

  add_knock_outs (self, cell, cell->violated, questionnaire);
  add_knock_outs (self, cell, cell->not_cleared, questionnaire);
  adw_expander_row_set_subtitle (self->knock_outs_row, words);
  adw_expander_row_set_expanded (self->knock_outs_row, cell->violated->len > 0);
  adw_expander_row_set_enable_expansion (self->knock_outs_row, cell->violated->len + cell->not_cleared->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->knock_outs_row), TRUE);
}

/**
 * rf_fit_group_show:
 * @fit: of one offering and one use case
 *
 * Shows it in the words of the command line and the report; to be called once.
 */
void
rf_fit_group_show (RfFitGroup *self,
                   const RfFit *fit)
{
  const RfFindings *findings = g_ptr_array_index (fit->offerings, 0);
  const RfFitCell *cell = rf_fit_get_cell (fit, 0, 0);

  show_residual (self, cell, fit->acceptable);
  show_knock_outs (self, cell, findings->questionnaire);
}
