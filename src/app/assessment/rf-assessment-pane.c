// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-assessment-pane.h"

#include "rf-marked-row.h"
#include "rf-result-card.h"
#include "rf-section-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _RfAssessmentPane
{
  GtkWidget parent_instance;

  /* template children */
  AdwHeaderBar *header_bar;
  AdwWindowTitle *title;
  GtkBox *results_box;
  GtkBox *violated_box;
  GtkExpander *not_cleared_expander;
  GtkBox *not_cleared_box;
  GtkListBox *sections_list;

  RfResultCard *result_cards[RF_N_SIDES]; /* borrowed from results_box */
  RfOpenAssessment *assessment;           /* owned, nullable */
  guint selected;
};

G_DEFINE_FINAL_TYPE (RfAssessmentPane, rf_assessment_pane, GTK_TYPE_WIDGET)

enum
{
  SECTION_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
new_section_row (gpointer item,
                 gpointer user_data)
{
  return rf_section_row_new (item);
}

static void
section_activated_cb (RfAssessmentPane *self,
                      GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SECTION_ACTIVATED], 0, rf_section_row_get_item (RF_SECTION_ROW (row)));
}

static GtkWidget *
new_knock_out_label (const RfKnockOut *knock_out,
                     RfKnockOutResult result)
{
  /* Translators: a knock-out's result, such as "Violated", and its text */
  g_autofree char *words = g_strdup_printf (C_ ("knock-out", "%s: %s"), rf_knock_out_result_get_label (result), knock_out->text);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "knock-out");
  gtk_widget_add_css_class (label, rf_knock_out_result_get_nick (result));
  return label;
}

static guint
list_knock_outs (RfAssessmentPane *self,
                 GtkBox *box,
                 RfKnockOutResult result)
{
  const RfQuestionnaire *questionnaire = rf_open_assessment_get_questionnaire (self->assessment);
  const RfScore *score = rf_open_assessment_get_score (self->assessment);
  guint n = 0;

  for (guint i = 0; i < score->n_knock_outs; i++)
    if (score->knock_outs[i] == result)
      {
        gtk_box_append (box, new_knock_out_label (&questionnaire->knock_outs[i], result));
        n++;
      }
  return n;
}

static void
remove_children (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);
}

/* What is violated is always in sight; what may yet turn out so is many in a new assessment and folds away. */
static void
show_knock_outs (RfAssessmentPane *self)
{
  g_autofree char *title = NULL;
  guint n;

  remove_children (self->violated_box);
  remove_children (self->not_cleared_box);
  n = list_knock_outs (self, self->violated_box, RF_KNOCK_OUT_VIOLATED);
  gtk_widget_set_visible (GTK_WIDGET (self->violated_box), n > 0);
  n = list_knock_outs (self, self->not_cleared_box, RF_KNOCK_OUT_NOT_CLEARED);
  n += list_knock_outs (self, self->not_cleared_box, RF_KNOCK_OUT_DEPENDS_ON_USE_CASE);
  title = g_strdup_printf (ngettext ("%u knock-out not cleared", "%u knock-outs not cleared", n), n);
  gtk_expander_set_label (self->not_cleared_expander, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->not_cleared_expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->not_cleared_expander), n > 0);
}

static gboolean
has_side (const RfQuestionnaire *questionnaire,
          RfSide side)
{
  for (guint i = 0; i < questionnaire->n_sections; i++)
    if (questionnaire->sections[i].side == side)
      return TRUE;
  return FALSE;
}

static void
assessment_changed_cb (RfAssessmentPane *self)
{
  const RfQuestionnaire *questionnaire = rf_open_assessment_get_questionnaire (self->assessment);
  const RfScore *score = rf_open_assessment_get_score (self->assessment);

  for (RfSide side = RF_SIDE_PROVIDER; side < RF_N_SIDES; side++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->result_cards[side]), has_side (questionnaire, side));
      rf_result_card_show (self->result_cards[side], side, &score->sides[side], &questionnaire->bands);
    }
  show_knock_outs (self);
}

static void
let_go (RfAssessmentPane *self)
{
  if (self->assessment)
    g_signal_handlers_disconnect_by_data (self->assessment, self);
  g_clear_object (&self->assessment);
}

static void
rf_assessment_pane_dispose (GObject *object)
{
  GtkWidget *child;

  let_go (RF_ASSESSMENT_PANE (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_assessment_pane_parent_class)->dispose (object);
}

static void
rf_assessment_pane_class_init (RfAssessmentPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_assessment_pane_dispose;

  /**
   * RfAssessmentPane::section-activated:
   * @section: an #RfSectionItem
   *
   * A person wants to see the questions of a section.
   */
  signals[SECTION_ACTIVATED] = g_signal_new ("section-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, RF_TYPE_SECTION_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-assessment-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RfAssessmentPane, header_bar);
  gtk_widget_class_bind_template_child (widget_class, RfAssessmentPane, title);
  gtk_widget_class_bind_template_child (widget_class, RfAssessmentPane, results_box);
  gtk_widget_class_bind_template_child (widget_class, RfAssessmentPane, violated_box);
  gtk_widget_class_bind_template_child (widget_class, RfAssessmentPane, not_cleared_expander);
  gtk_widget_class_bind_template_child (widget_class, RfAssessmentPane, not_cleared_box);
  gtk_widget_class_bind_template_child (widget_class, RfAssessmentPane, sections_list);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
}

static void
rf_assessment_pane_init (RfAssessmentPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (RfSide side = RF_SIDE_PROVIDER; side < RF_N_SIDES; side++)
    {
      self->result_cards[side] = RF_RESULT_CARD (rf_result_card_new ());
      gtk_box_append (self->results_box, GTK_WIDGET (self->result_cards[side]));
    }
}

/**
 * rf_assessment_pane_show:
 * @assessment: a loaded one
 *
 * Shows the result and the sections of an assessment and follows it.
 */
void
rf_assessment_pane_show (RfAssessmentPane *self,
                         RfOpenAssessment *assessment)
{
  const RfOffering *offering = rf_open_assessment_get_record (assessment)->offering;

  let_go (self);
  self->assessment = g_object_ref (assessment);
  adw_window_title_set_title (self->title, offering->name);
  adw_window_title_set_subtitle (self->title, offering->provider);
  for (RfSide side = RF_SIDE_PROVIDER; side < RF_N_SIDES; side++)
    rf_result_card_clear (self->result_cards[side]);
  gtk_list_box_bind_model (self->sections_list, rf_open_assessment_get_sections (assessment), new_section_row, NULL, NULL);
  g_signal_connect_object (assessment, "changed", G_CALLBACK (assessment_changed_cb), self, G_CONNECT_SWAPPED);
  assessment_changed_cb (self);
}

/**
 * rf_assessment_pane_select:
 * @section: the index of a section
 *
 * Marks the section that is shown beside the pane.
 */
void
rf_assessment_pane_select (RfAssessmentPane *self,
                           guint section)
{
  self->selected = section;
  rf_marked_row_set (self->sections_list, gtk_list_box_get_row_at_index (self->sections_list, (int) section));
}

/**
 * rf_assessment_pane_get_selected:
 *
 * Returns: the index of the marked section
 */
guint
rf_assessment_pane_get_selected (RfAssessmentPane *self)
{
  return self->selected;
}

/**
 * rf_assessment_pane_set_folded:
 * @folded: whether it is alone in the window and has the buttons of its end, too
 */
void
rf_assessment_pane_set_folded (RfAssessmentPane *self,
                               gboolean folded)
{
  adw_header_bar_set_show_end_title_buttons (self->header_bar, folded);
}
