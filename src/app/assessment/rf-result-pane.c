// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-result-pane.h"

#include "rf-advice-list.h"
#include "rf-result-card.h"
#include "rf-wording.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* pixels */
#define NATURAL_WIDTH 320

/* What the answers come to, always beside them. */
struct _RfResultPane
{
  GtkWidget parent_instance;

  /* template children */
  AdwHeaderBar *header_bar;
  GtkWidget *back_button;
  GtkBox *results_box;
  GtkBox *changes_box;
  GtkBox *violated_box;
  GtkExpander *not_cleared_expander;
  GtkBox *not_cleared_box;
  GtkBox *advice_box;

  RfResultCard *result_cards[RF_N_SIDES];        /* borrowed from results_box */
  RfAdviceList *advice_lists[RF_N_ADVICE_KINDS]; /* borrowed from advice_box */
  RfWorkspaceClient *client;                     /* owned, nullable */
  RfOpenAssessment *assessment;                  /* owned, nullable */
  RfScore *last_score;                           /* owned, nullable: what stood here before */
  GCancellable *cancellable;                     /* owned, nullable: of the advice under way */
};

G_DEFINE_FINAL_TYPE (RfResultPane, rf_result_pane, GTK_TYPE_WIDGET)

static GtkWidget *
new_knock_out_label (const RfKnockOut *knock_out,
                     RfKnockOutResult result)
{
  /* Translators: a knock-out's result, such as "violated", and its text */
  g_autofree char *words = g_strdup_printf (_ ("Knock-out %s: %s"), rf_knock_out_result_get_label (result), knock_out->text);
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
list_knock_outs (RfResultPane *self,
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
show_knock_outs (RfResultPane *self)
{
  g_autofree char *title = NULL;
  guint n;

  remove_children (self->violated_box);
  remove_children (self->not_cleared_box);
  n = list_knock_outs (self, self->violated_box, RF_KNOCK_OUT_VIOLATED);
  gtk_widget_set_visible (GTK_WIDGET (self->violated_box), n > 0);
  /* GTK 4.8 keeps the height that it had without the rows which came while it was hidden */
  gtk_widget_queue_resize (GTK_WIDGET (self->violated_box));
  n = list_knock_outs (self, self->not_cleared_box, RF_KNOCK_OUT_NOT_CLEARED);
  n += list_knock_outs (self, self->not_cleared_box, RF_KNOCK_OUT_DEPENDS_ON_USE_CASE);
  title = g_strdup_printf (ngettext ("%u knock-out not cleared", "%u knock-outs not cleared", n), n);
  gtk_expander_set_label (self->not_cleared_expander, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->not_cleared_expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->not_cleared_expander), n > 0);
}

/* What the last answer did to the knock-outs; what it did to the ranges stands beside each of them. */
static void
show_changes (RfResultPane *self,
              const RfScore *score)
{
  const RfQuestionnaire *questionnaire = rf_open_assessment_get_questionnaire (self->assessment);
  guint n = 0;

  remove_children (self->changes_box);
  for (guint i = 0; self->last_score && i < score->n_knock_outs; i++)
    if (score->knock_outs[i] != self->last_score->knock_outs[i])
      {
        gtk_box_append (self->changes_box, new_knock_out_label (&questionnaire->knock_outs[i], score->knock_outs[i]));
        n++;
      }
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->changes_box)), n > 0);
}

static void
advised_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (RfResultPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RfAdviceLists) lists = rf_advice_task_finish (result, &error);

  /* cancelled: other answers are there, and so will be their advice; failed: the questions say why */
  if (lists == NULL || self->assessment == NULL)
    return;
  for (guint i = 0; i < RF_N_ADVICE_KINDS; i++)
    rf_advice_list_show (self->advice_lists[i],
                         rf_open_assessment_get_offering (self->assessment),
                         rf_open_assessment_get_questionnaire (self->assessment),
                         lists->lists[i]);
}

static void
stop_advising (RfResultPane *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* The figures stand at once, the advice when it is made. */
static void
advise (RfResultPane *self)
{
  stop_advising (self);
  self->cancellable = g_cancellable_new ();
  rf_advice_task_async (self->client, rf_open_assessment_get_offering (self->assessment), self->cancellable, advised_cb, g_object_ref (self));
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
assessment_changed_cb (RfResultPane *self)
{
  const RfQuestionnaire *questionnaire = rf_open_assessment_get_questionnaire (self->assessment);
  RfScore *score = rf_score_ref ((RfScore *) rf_open_assessment_get_score (self->assessment));

  for (RfSide i = RF_SIDE_PROVIDER; i < RF_N_SIDES; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->result_cards[i]), has_side (questionnaire, i));
      rf_result_card_show (self->result_cards[i], i, &score->sides[i], &questionnaire->bands);
    }
  show_knock_outs (self);
  show_changes (self, score);
  g_clear_pointer (&self->last_score, rf_score_unref);
  self->last_score = score;
  advise (self);
}

static void
let_go (RfResultPane *self)
{
  stop_advising (self);
  if (self->assessment)
    g_signal_handlers_disconnect_by_data (self->assessment, self);
  g_clear_object (&self->assessment);
  g_clear_object (&self->client);
  g_clear_pointer (&self->last_score, rf_score_unref);
}

static void
rf_result_pane_dispose (GObject *object)
{
  GtkWidget *child;

  let_go (RF_RESULT_PANE (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_result_pane_parent_class)->dispose (object);
}

/* As wide as it is good to read; a long name is no reason for more. */
static void
rf_result_pane_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, NATURAL_WIDTH);
}

static void
rf_result_pane_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  gtk_widget_size_allocate (gtk_widget_get_first_child (widget), &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
rf_result_pane_class_init (RfResultPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_result_pane_dispose;
  widget_class->measure = rf_result_pane_measure;
  widget_class->size_allocate = rf_result_pane_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-result-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RfResultPane, header_bar);
  gtk_widget_class_bind_template_child (widget_class, RfResultPane, back_button);
  gtk_widget_class_bind_template_child (widget_class, RfResultPane, results_box);
  gtk_widget_class_bind_template_child (widget_class, RfResultPane, changes_box);
  gtk_widget_class_bind_template_child (widget_class, RfResultPane, violated_box);
  gtk_widget_class_bind_template_child (widget_class, RfResultPane, not_cleared_expander);
  gtk_widget_class_bind_template_child (widget_class, RfResultPane, not_cleared_box);
  gtk_widget_class_bind_template_child (widget_class, RfResultPane, advice_box);
}

static void
rf_result_pane_init (RfResultPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (RfSide side = RF_SIDE_PROVIDER; side < RF_N_SIDES; side++)
    {
      self->result_cards[side] = RF_RESULT_CARD (rf_result_card_new ());
      gtk_box_append (self->results_box, GTK_WIDGET (self->result_cards[side]));
    }
  for (guint i = 0; i < RF_N_ADVICE_KINDS; i++)
    {
      self->advice_lists[i] = RF_ADVICE_LIST (rf_advice_list_new (i));
      gtk_box_append (self->advice_box, GTK_WIDGET (self->advice_lists[i]));
    }
}

/**
 * rf_result_pane_show:
 * @assessment: a loaded one
 *
 * Shows what an assessment comes to and follows it.
 */
void
rf_result_pane_show (RfResultPane *self,
                     RfWorkspaceClient *client,
                     RfOpenAssessment *assessment)
{
  let_go (self);
  self->client = g_object_ref (client);
  self->assessment = g_object_ref (assessment);
  for (RfSide side = RF_SIDE_PROVIDER; side < RF_N_SIDES; side++)
    rf_result_card_clear (self->result_cards[side]);
  g_signal_connect_object (assessment, "changed", G_CALLBACK (assessment_changed_cb), self, G_CONNECT_SWAPPED);
  assessment_changed_cb (self);
}

/**
 * rf_result_pane_set_folded:
 * @folded: whether it is alone in the window and must bring a way back
 */
void
rf_result_pane_set_folded (RfResultPane *self,
                           gboolean folded)
{
  gtk_widget_set_visible (self->back_button, folded);
  adw_header_bar_set_show_start_title_buttons (self->header_bar, folded);
}
