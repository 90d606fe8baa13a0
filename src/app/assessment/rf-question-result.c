// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-question-result.h"

/* A question among those that a search found. */
struct _RfQuestionResult
{
  GtkWidget parent_instance;

  /* template children */
  GtkLabel *number_label;
  GtkLabel *prompt_label;
  GtkLabel *section_label;
};

G_DEFINE_FINAL_TYPE (RfQuestionResult, rf_question_result, GTK_TYPE_WIDGET)

static void
rf_question_result_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_question_result_parent_class)->dispose (object);
}

static void
rf_question_result_class_init (RfQuestionResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_question_result_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-question-result.ui");
  gtk_widget_class_bind_template_child (widget_class, RfQuestionResult, number_label);
  gtk_widget_class_bind_template_child (widget_class, RfQuestionResult, prompt_label);
  gtk_widget_class_bind_template_child (widget_class, RfQuestionResult, section_label);
}

static void
rf_question_result_init (RfQuestionResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rf_question_result_new (void)
{
  return g_object_new (RF_TYPE_QUESTION_RESULT, NULL);
}

/**
 * rf_question_result_show:
 *
 * Shows another question.
 */
void
rf_question_result_show (RfQuestionResult *self,
                         const RfQuestion *question,
                         const RfSection *section)
{
  gtk_label_set_label (self->number_label, question->number);
  gtk_label_set_label (self->prompt_label, question->prompt);
  gtk_label_set_label (self->section_label, section->title);
}
