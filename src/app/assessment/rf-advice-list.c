// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-advice-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* more than these nobody does first */
#define FEW 3

struct _RfAdviceList
{
  GtkWidget parent_instance;

  /* template children */
  GtkLabel *title_label;
  GtkLabel *explanation_label;
  GtkListBox *list;
  GtkButton *more_button;

  char *offering;                 /* owned, nullable */
  RfQuestionnaire *questionnaire; /* owned, nullable */
  GArray *advice;                 /* owned, nullable */
  gboolean all;
};

G_DEFINE_FINAL_TYPE (RfAdviceList, rf_advice_list, GTK_TYPE_WIDGET)

static const struct
{
  const char *title;
  const char *explanation;
} words[RF_N_ADVICE_KINDS] = {
  [RF_ADVICE_ASK] = { N_ ("Ask First"), N_ ("Points by which an answer narrows the range at least") },
  [RF_ADVICE_PROVE] = { N_ ("Have Proven First"), N_ ("Points by which the upper end falls once tested") },
  [RF_ADVICE_NEGOTIATE] = { N_ ("Negotiate First"), N_ ("Points by which the best answer lowers the range") },
};

static GtkWidget *
new_row (RfAdviceList *self,
         const RfAdvice *advice)
{
  const RfQuestion *question = &self->questionnaire->questions[advice->question];
  g_autofree char *points = rf_format_points (advice->points);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (points);

  /* first, and alone: the title is read as it is set */
  g_object_set (row, "use-markup", FALSE, NULL);
  g_object_set (row, "title", question->prompt, "title-lines", 2, "subtitle", question->number, "activatable", TRUE, NULL);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-question");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", self->offering, question->id);
  return row;
}

static void
fill (RfAdviceList *self)
{
  guint n = self->all ? self->advice->len : MIN (self->advice->len, FEW);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, new_row (self, &g_array_index (self->advice, RfAdvice, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n < self->advice->len);
}

static void
show_all (GtkWidget *widget,
          const char *action,
          GVariant *parameter)
{
  RfAdviceList *self = RF_ADVICE_LIST (widget);

  self->all = TRUE;
  fill (self);
}

static void
rf_advice_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_advice_list_parent_class)->dispose (object);
}

static void
rf_advice_list_finalize (GObject *object)
{
  RfAdviceList *self = RF_ADVICE_LIST (object);

  g_free (self->offering);
  g_clear_pointer (&self->questionnaire, rf_questionnaire_unref);
  g_clear_pointer (&self->advice, g_array_unref);
  G_OBJECT_CLASS (rf_advice_list_parent_class)->finalize (object);
}

static void
rf_advice_list_class_init (RfAdviceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_advice_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = rf_advice_list_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-advice-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RfAdviceList, title_label);
  gtk_widget_class_bind_template_child (widget_class, RfAdviceList, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, RfAdviceList, list);
  gtk_widget_class_bind_template_child (widget_class, RfAdviceList, more_button);
  gtk_widget_class_install_action (widget_class, "advice.show-all", NULL, show_all);
}

static void
rf_advice_list_init (RfAdviceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rf_advice_list_new:
 *
 * Makes an empty list under its heading.
 */
GtkWidget *
rf_advice_list_new (RfAdviceKind kind)
{
  RfAdviceList *self = g_object_new (RF_TYPE_ADVICE_LIST, NULL);

  gtk_label_set_label (self->title_label, _ (words[kind].title));
  gtk_label_set_label (self->explanation_label, _ (words[kind].explanation));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (words[kind].title), -1);
  return GTK_WIDGET (self);
}

/**
 * rf_advice_list_show:
 * @advice: (element-type RfAdvice): a reference is taken
 *
 * Shows the first entries, each a link to its question; a list without any says nothing and takes no room.
 */
void
rf_advice_list_show (RfAdviceList *self,
                     const char *offering,
                     RfQuestionnaire *questionnaire,
                     GArray *advice)
{
  if (g_strcmp0 (self->offering, offering) != 0)
    self->all = FALSE;
  g_free (self->offering);
  self->offering = g_strdup (offering);
  rf_questionnaire_ref (questionnaire);
  g_clear_pointer (&self->questionnaire, rf_questionnaire_unref);
  self->questionnaire = questionnaire;
  g_array_ref (advice);
  g_clear_pointer (&self->advice, g_array_unref);
  self->advice = advice;
  fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self), advice->len > 0);
}
