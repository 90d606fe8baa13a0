// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-offering-dialog.h"

#include <glib/gi18n.h>

struct _RfOfferingDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkWidget *add_button;
  GtkEditable *provider_row;
  GtkEditable *name_row;
  AdwComboRow *layer_row;
  GtkEditable *channel_row;
  GtkEditable *plan_row;
  GtkEditable *region_row;
  GtkEditable *settings_row;
  AdwComboRow *spending_row;
  GtkWidget *questionnaire_group;
  AdwComboRow *questionnaire_row;
  GtkLabel *problem_label;

  char *id;                  /* owned, NULL for one that is new */
  GPtrArray *questionnaires; /* owned, nullable: of ids, in the order of the rows */
};

G_DEFINE_FINAL_TYPE (RfOfferingDialog, rf_offering_dialog, ADW_TYPE_WINDOW)

enum
{
  SUBMITTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* in the order of the rows of the template; the first is "not set" */
static const char *const layers[] = { NULL, "infrastructure", "models-and-tools", "application" };

static char *
dup_stripped (GtkEditable *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static gboolean
is_complete (RfOfferingDialog *self)
{
  g_autofree char *provider = dup_stripped (self->provider_row);
  g_autofree char *name = dup_stripped (self->name_row);

  return provider && name;
}

static void
changed_cb (RfOfferingDialog *self)
{
  gtk_widget_set_sensitive (self->add_button, is_complete (self));
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
}

static RfOffering *
new_offering (RfOfferingDialog *self)
{
  g_autofree char *provider = dup_stripped (self->provider_row);
  g_autofree char *name = dup_stripped (self->name_row);
  RfOffering *offering = rf_offering_new (self->id, provider, name);

  offering->attributes[RF_OFFERING_LAYER] = g_strdup (layers[adw_combo_row_get_selected (self->layer_row)]);
  offering->attributes[RF_OFFERING_CHANNEL] = dup_stripped (self->channel_row);
  offering->attributes[RF_OFFERING_PLAN] = dup_stripped (self->plan_row);
  offering->attributes[RF_OFFERING_REGION] = dup_stripped (self->region_row);
  offering->settings = dup_stripped (self->settings_row);
  /* the first row is "not set" */
  offering->spending = (RfIntention) adw_combo_row_get_selected (self->spending_row) - 1;
  return offering;
}

static void
add_clicked_cb (RfOfferingDialog *self)
{
  g_autoptr (RfOffering) offering = NULL;

  if (!is_complete (self))
    return;
  offering = new_offering (self);
  gtk_widget_set_sensitive (self->add_button, FALSE);
  g_signal_emit (self, signals[SUBMITTED], 0, offering);
}

static void
rf_offering_dialog_finalize (GObject *object)
{
  g_free (RF_OFFERING_DIALOG (object)->id);
  g_clear_pointer (&RF_OFFERING_DIALOG (object)->questionnaires, g_ptr_array_unref);
  G_OBJECT_CLASS (rf_offering_dialog_parent_class)->finalize (object);
}

static void
rf_offering_dialog_class_init (RfOfferingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rf_offering_dialog_finalize;

  /**
   * RfOfferingDialog::submitted:
   * @offering: without an id where it is new
   *
   * A person wants to add this offering, or to have it as it is now. The dialog stays open until it is closed or shown a problem.
   */
  signals[SUBMITTED] = g_signal_new ("submitted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, RF_TYPE_OFFERING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-offering-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RfOfferingDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingDialog, provider_row);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingDialog, layer_row);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingDialog, channel_row);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingDialog, plan_row);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingDialog, region_row);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingDialog, settings_row);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingDialog, spending_row);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingDialog, questionnaire_group);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingDialog, questionnaire_row);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fill_spending (RfOfferingDialog *self)
{
  g_autoptr (GtkStringList) intentions = gtk_string_list_new (NULL);

  gtk_string_list_append (intentions, C_ ("spending", "Not set"));
  for (RfIntention i = RF_INTENTION_ADOPTING; i < RF_N_INTENTIONS; i++)
    gtk_string_list_append (intentions, rf_intention_get_label (i));
  adw_combo_row_set_model (self->spending_row, G_LIST_MODEL (intentions));
}

static void
rf_offering_dialog_init (RfOfferingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_spending (self);
  /* typing begins at once; the header bar's button would have the focus otherwise */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (gtk_editable_get_delegate (self->provider_row)));
}

/**
 * rf_offering_dialog_new:
 *
 * Makes a dialog that asks what is to be assessed.
 */
RfOfferingDialog *
rf_offering_dialog_new (GtkWindow *parent)
{
  return g_object_new (RF_TYPE_OFFERING_DIALOG, "transient-for", parent, NULL);
}

static void
set_text (GtkEditable *row,
          const char *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

static guint
find_layer (const char *layer)
{
  for (guint i = 1; i < G_N_ELEMENTS (layers); i++)
    if (g_strcmp0 (layers[i], layer) == 0)
      return i;
  return 0;
}

/**
 * rf_offering_dialog_new_to_edit:
 *
 * Makes a dialog that shows what an offering is, to be changed.
 */
RfOfferingDialog *
rf_offering_dialog_new_to_edit (GtkWindow *parent,
                                const RfOffering *offering)
{
  RfOfferingDialog *self = rf_offering_dialog_new (parent);

  self->id = g_strdup (offering->id);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Edit the Offering"));
  gtk_button_set_label (GTK_BUTTON (self->add_button), _ ("_Save"));
  set_text (self->provider_row, offering->provider);
  set_text (self->name_row, offering->name);
  adw_combo_row_set_selected (self->layer_row, find_layer (offering->attributes[RF_OFFERING_LAYER]));
  set_text (self->channel_row, offering->attributes[RF_OFFERING_CHANNEL]);
  set_text (self->plan_row, offering->attributes[RF_OFFERING_PLAN]);
  set_text (self->region_row, offering->attributes[RF_OFFERING_REGION]);
  set_text (self->settings_row, offering->settings);
  adw_combo_row_set_selected (self->spending_row, (guint) (offering->spending + 1));
  return self;
}

/**
 * rf_offering_dialog_offer_questionnaires:
 * @questionnaires: (element-type RfQuestionnaire): the first is chosen at first
 *
 * Lets a person choose what is asked, where there is a choice.
 */
void
rf_offering_dialog_offer_questionnaires (RfOfferingDialog *self,
                                         const GPtrArray *questionnaires)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_clear_pointer (&self->questionnaires, g_ptr_array_unref);
  self->questionnaires = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < questionnaires->len; i++)
    {
      const RfQuestionnaire *questionnaire = questionnaires->pdata[i];

      gtk_string_list_append (titles, questionnaire->title);
      g_ptr_array_add (self->questionnaires, g_strdup (questionnaire->id));
    }
  adw_combo_row_set_model (self->questionnaire_row, G_LIST_MODEL (titles));
  gtk_widget_set_visible (self->questionnaire_group, questionnaires->len > 1);
}

/**
 * rf_offering_dialog_get_questionnaire:
 *
 * Returns: (nullable): the id of the questionnaire that is chosen; %NULL where there was no choice
 */
const char *
rf_offering_dialog_get_questionnaire (RfOfferingDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->questionnaire_row);

  return self->questionnaires && selected < self->questionnaires->len ? g_ptr_array_index (self->questionnaires, selected) : NULL;
}

/**
 * rf_offering_dialog_show_problem:
 * @problem: why the offering could not be added or changed, a sentence
 *
 * Says so, and lets the person try again.
 */
void
rf_offering_dialog_show_problem (RfOfferingDialog *self,
                                 const char *problem)
{
  gtk_label_set_label (self->problem_label, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  gtk_widget_set_sensitive (self->add_button, TRUE);
}
