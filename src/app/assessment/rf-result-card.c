// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-result-card.h"

#include "rf-range-bar-widget.h"
#include "rf-wording.h"

#include <glib/gi18n.h>
#include <math.h>

struct _RfResultCard
{
  GtkWidget parent_instance;

  /* template children */
  GtkLabel *title_label;
  GtkLabel *change_label;
  GtkLabel *rating_label;
  RfRangeBarWidget *range_bar;
  GtkLabel *figures_label;

  /* what was shown before, to say what an answer changed */
  gboolean has_last;
  RfFigures last;
};

G_DEFINE_FINAL_TYPE (RfResultCard, rf_result_card, GTK_TYPE_WIDGET)

static void
show_change (RfResultCard *self,
             const RfSideScore *score)
{
  g_autofree char *change = NULL;

  if (self->has_last && score->state != RF_NOT_ASSESSED && !isnan (self->last.low))
    change = rf_wording_dup_change (&self->last, &score->figures);
  /* A change stays in words until the next: the eye is on the question while the figures move. */
  if (change)
    gtk_label_set_label (self->change_label, change);
  self->last = score->figures;
  self->has_last = TRUE;
}

static void
rf_result_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_result_card_parent_class)->dispose (object);
}

static void
rf_result_card_class_init (RfResultCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_result_card_dispose;
  g_type_ensure (RF_TYPE_RANGE_BAR_WIDGET);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-result-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RfResultCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, RfResultCard, change_label);
  gtk_widget_class_bind_template_child (widget_class, RfResultCard, rating_label);
  gtk_widget_class_bind_template_child (widget_class, RfResultCard, range_bar);
  gtk_widget_class_bind_template_child (widget_class, RfResultCard, figures_label);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rf_result_card_init (RfResultCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rf_result_card_new (void)
{
  return g_object_new (RF_TYPE_RESULT_CARD, NULL);
}

/**
 * rf_result_card_show:
 *
 * Shows what the engine says of one side, and what changed since it was last asked to.
 */
void
rf_result_card_show (RfResultCard *self,
                     RfSide side,
                     const RfSideScore *score,
                     const RfRatingBands *bands)
{
  g_autofree char *rating = rf_wording_dup_rating (score);
  g_autofree char *figures = rf_wording_dup_figures (score, bands);

  gtk_label_set_label (self->title_label, rf_wording_get_side (side));
  gtk_label_set_label (self->rating_label, rating);
  gtk_label_set_label (self->figures_label, figures);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, rf_wording_get_side (side), -1);
  rf_range_bar_widget_show (self->range_bar, &score->figures, bands);
  show_change (self, score);
}

/**
 * rf_result_card_clear:
 *
 * Forgets what was shown before: the next result is another assessment's.
 */
void
rf_result_card_clear (RfResultCard *self)
{
  self->has_last = FALSE;
  gtk_label_set_label (self->change_label, "");
}
