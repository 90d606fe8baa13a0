// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-fit-way-group.h"

#include <glib/gi18n.h>

/* What would make an offering fit for a use case, step by step. */
struct _RfFitWayGroup
{
  AdwPreferencesGroup parent_instance;

  /* template children */
  GtkWidget *keep_button;
  AdwActionRow *way_row;

  RfFit *fit;        /* owned, nullable */
  GPtrArray *checks; /* owned; borrowed from the rows, by step: which are to be kept */
};

G_DEFINE_FINAL_TYPE (RfFitWayGroup, rf_fit_way_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  OPEN_QUESTION,
  KEEP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const RfQuestionnaire *
get_questionnaire (RfFitWayGroup *self)
{
  return ((const RfFindings *) g_ptr_array_index (self->fit->offerings, 0))->questionnaire;
}

static guint
get_question (RfFitWayGroup *self,
              guint step)
{
  return g_array_index (rf_fit_get_cell (self->fit, 0, 0)->way->questions, guint, step);
}

/* One that is kept already is not kept twice. */
static gboolean
is_chosen (GtkWidget *check)
{
  return gtk_widget_get_sensitive (check) && gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static void
toggled_cb (RfFitWayGroup *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->checks->len; i++)
    any = any || is_chosen (g_ptr_array_index (self->checks, i));
  gtk_widget_set_sensitive (self->keep_button, any);
}

static void
keep_cb (RfFitWayGroup *self)
{
  g_signal_emit (self, signals[KEEP], 0);
}

static void
row_activated_cb (RfFitWayGroup *self,
                  GtkWidget *row)
{
  g_signal_emit (self, signals[OPEN_QUESTION], 0, gtk_widget_get_name (row));
}

static void
rf_fit_way_group_finalize (GObject *object)
{
  RfFitWayGroup *self = RF_FIT_WAY_GROUP (object);

  g_clear_pointer (&self->fit, rf_fit_unref);
  g_ptr_array_unref (self->checks);
  G_OBJECT_CLASS (rf_fit_way_group_parent_class)->finalize (object);
}

static void
rf_fit_way_group_class_init (RfFitWayGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rf_fit_way_group_finalize;
  /**
   * RfFitWayGroup::open-question:
   * @question: its id
   *
   * A person wants to see the question of a step.
   */
  signals[OPEN_QUESTION] = g_signal_new ("open-question", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * RfFitWayGroup::keep:
   *
   * The steps chosen are to become actions.
   */
  signals[KEEP] = g_signal_new ("keep", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-fit-way-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RfFitWayGroup, keep_button);
  gtk_widget_class_bind_template_child (widget_class, RfFitWayGroup, way_row);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
}

static void
rf_fit_way_group_init (RfFitWayGroup *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
new_check (RfFitWayGroup *self,
           const RfQuestion *question)
{
  /* Translators: %s is the number of a question */
  g_autofree char *words = g_strdup_printf (_ ("Keep %s as an action"), question->number);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_tooltip_text (check, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  return check;
}

static void
add_step (RfFitWayGroup *self,
          guint step,
          gboolean may_keep)
{
  const RfFitWay *way = rf_fit_get_cell (self->fit, 0, 0)->way;
  const RfQuestion *question = &get_questionnaire (self)->questions[get_question (self, step)];
  g_autofree char *title = g_strdup_printf ("%s  %s", question->number, question->prompt);
  GtkWidget *row = adw_action_row_new ();

  /* first, for a text is no markup */
  g_object_set (row, "use-markup", FALSE, NULL);
  g_object_set (row, "title", title, "title-lines", 0, "subtitle", step < way->n_for_knock_outs ? _ ("For the knock-outs") : "", "activatable", TRUE, NULL);
  gtk_widget_set_name (row, question->id);
  if (may_keep)
    {
      GtkWidget *check = new_check (self, question);

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      g_ptr_array_add (self->checks, check);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_swapped (row, "activated", G_CALLBACK (row_activated_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/**
 * rf_fit_way_group_show:
 * @fit: of one offering and one use case, with the way; a reference is taken
 * @may_keep: whether actions can be added
 *
 * Shows the way, or that there is none; nothing where it is fit. To be called once.
 */
void
rf_fit_way_group_show (RfFitWayGroup *self,
                       RfFit *fit,
                       gboolean may_keep)
{
  const RfFitCell *cell = rf_fit_get_cell (fit, 0, 0);
  g_autofree char *rule = rf_fit_dup_rule (fit->acceptable);
  g_autofree char *way = NULL;

  self->fit = rf_fit_ref (fit);
  way = rf_fit_cell_dup_way (cell, get_questionnaire (self));
  gtk_widget_set_visible (GTK_WIDGET (self), way != NULL);
  if (way == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->way_row), way);
  adw_action_row_set_subtitle (self->way_row, rule);
  for (guint i = 0; i < cell->way->questions->len; i++)
    add_step (self, i, may_keep);
  gtk_widget_set_visible (self->keep_button, self->checks->len > 0);
}

/**
 * rf_fit_way_group_dup_chosen:
 *
 * Returns: (transfer full) (element-type RfAction): the steps to be kept, without ids
 */
GPtrArray *
rf_fit_way_group_dup_chosen (RfFitWayGroup *self)
{
  GPtrArray *actions = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_action_free);

  for (guint i = 0; i < self->checks->len; i++)
    if (is_chosen (g_ptr_array_index (self->checks, i)))
      g_ptr_array_add (actions, rf_fit_dup_step (get_questionnaire (self), get_question (self, i)));
  return actions;
}

/**
 * rf_fit_way_group_mark_kept:
 *
 * Shows that the steps chosen are kept.
 */
void
rf_fit_way_group_mark_kept (RfFitWayGroup *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (is_chosen (g_ptr_array_index (self->checks, i)))
      {
        GtkWidget *check = g_ptr_array_index (self->checks, i);

        gtk_widget_set_sensitive (check, FALSE);
        adw_action_row_set_subtitle (ADW_ACTION_ROW (gtk_widget_get_ancestor (check, ADW_TYPE_ACTION_ROW)), _ ("Kept as an action"));
      }
  toggled_cb (self);
}
