// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-assessment-pane.h"

#include "rf-marked-row.h"
#include "rf-section-row.h"
#include "rf-status-row.h"
#include "rf-wording.h"

#include <adwaita.h>

/* pixels */
#define NATURAL_WIDTH 290

struct _RfAssessmentPane
{
  GtkWidget parent_instance;

  /* template children */
  AdwHeaderBar *header_bar;
  AdwWindowTitle *title;
  GtkWidget *result_button;
  GtkLabel *result_label;
  RfStatusRow *status_row;
  GtkListBox *sections_list;

  RfOpenAssessment *assessment; /* owned, nullable */
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

static void
assessment_changed_cb (RfAssessmentPane *self)
{
  const RfQuestionnaire *questionnaire = rf_open_assessment_get_questionnaire (self->assessment);
  const RfScore *score = rf_open_assessment_get_score (self->assessment);
  g_autofree char *line = rf_wording_dup_line (&score->sides[RF_SIDE_PROVIDER], &questionnaire->bands);

  gtk_label_set_label (self->result_label, line);
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

/* As wide as it is good to read; a long name is no reason for more. */
static void
rf_assessment_pane_measure (GtkWidget *widget,
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
rf_assessment_pane_size_allocate (GtkWidget *widget,
                                  int width,
                                  int height,
                                  int baseline)
{
  gtk_widget_size_allocate (gtk_widget_get_first_child (widget), &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
rf_assessment_pane_class_init (RfAssessmentPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_assessment_pane_dispose;
  widget_class->measure = rf_assessment_pane_measure;
  widget_class->size_allocate = rf_assessment_pane_size_allocate;

  /**
   * RfAssessmentPane::section-activated:
   * @section: an #RfSectionItem
   *
   * A person wants to see the questions of a section.
   */
  signals[SECTION_ACTIVATED] = g_signal_new ("section-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, RF_TYPE_SECTION_ITEM);

  g_type_ensure (RF_TYPE_STATUS_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-assessment-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RfAssessmentPane, header_bar);
  gtk_widget_class_bind_template_child (widget_class, RfAssessmentPane, title);
  gtk_widget_class_bind_template_child (widget_class, RfAssessmentPane, result_button);
  gtk_widget_class_bind_template_child (widget_class, RfAssessmentPane, result_label);
  gtk_widget_class_bind_template_child (widget_class, RfAssessmentPane, status_row);
  gtk_widget_class_bind_template_child (widget_class, RfAssessmentPane, sections_list);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
}

static void
rf_assessment_pane_init (RfAssessmentPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rf_assessment_pane_show:
 * @assessment: a loaded one
 *
 * Shows the sections of an assessment, and its result in a line, and follows it.
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
  rf_status_row_show (self->status_row, assessment);
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
 * rf_assessment_pane_focus_section:
 *
 * Puts the keyboard focus on the marked section.
 */
void
rf_assessment_pane_focus_section (RfAssessmentPane *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sections_list, (int) self->selected);

  if (row)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * rf_assessment_pane_set_folded:
 * @folded: whether it is alone in the window: then it has the buttons of its end, and leads to the result
 */
void
rf_assessment_pane_set_folded (RfAssessmentPane *self,
                               gboolean folded)
{
  gtk_widget_set_visible (self->result_button, folded);
  adw_header_bar_set_show_end_title_buttons (self->header_bar, folded);
}
