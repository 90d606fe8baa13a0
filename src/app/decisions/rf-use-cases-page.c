// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-use-cases-page.h"

#include "rf-choice-name.h"
#include "rf-decision-dialog.h"
#include "rf-decision-wording.h"
#include "rf-decisions-jobs.h"
#include "rf-matrix-item.h"
#include "rf-matrix-view.h"
#include "rf-page-loader.h"
#include "rf-settings.h"
#include "rf-use-case-dialog.h"
#include "rf-wording.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* What a company wants to do, and which offering it may do it with. */
struct _RfUseCasesPage
{
  GtkWidget parent_instance;

  /* template children */
  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *matrix_box;
  GtkLabel *open_label;
  GtkDropDown *acceptable_drop_down;
  GtkLabel *rule_label;
  RfMatrixView *matrix_view;

  RfWorkspaceClient *client; /* owned, NULL before it follows one */
  RfPageLoader *loader;      /* owned */
  GPtrArray *use_cases;      /* owned, of RfUseCase, NULL before the first */
  RfDecisionMatrix *matrix;  /* owned, NULL before the first */
  GCancellable *cancellable; /* owned */
};

G_DEFINE_FINAL_TYPE (RfUseCasesPage, rf_use_cases_page, GTK_TYPE_WIDGET)

static GtkWindow *
get_window (RfUseCasesPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static char *
describe (const RfUseCase *use_case)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *exposure = rf_decision_wording_dup_exposure (use_case);
  const char *step = rf_journey_step_get_label (use_case->step);

  g_ptr_array_add (parts, exposure);
  if (step)
    g_ptr_array_add (parts, (gpointer) step);
  if (use_case->owner)
    g_ptr_array_add (parts, use_case->owner);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_remove_button (RfUseCasesPage *self,
                   AdwActionRow *row,
                   const RfUseCase *use_case)
{
  /* Translators: %s is the name of a use case */
  g_autofree char *words = g_strdup_printf (_ ("Remove “%s”"), use_case->name);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove the Use Case"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", use_case->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "use-cases.remove");
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
new_row (RfUseCasesPage *self,
         const RfUseCase *use_case)
{
  g_autofree char *subtitle = describe (use_case);
  GtkWidget *row = adw_action_row_new ();

  /* first, for a name is no markup */
  g_object_set (row, "use-markup", FALSE, NULL);
  g_object_set (row, "title", use_case->name, "title-lines", 2, "subtitle", subtitle, "subtitle-lines", 3, "activatable", !rf_workspace_client_is_read_only (self->client), NULL);
  add_remove_button (self, ADW_ACTION_ROW (row), use_case);
  return row;
}

static void
show_use_cases (RfUseCasesPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->use_cases->len; i++)
    gtk_list_box_append (self->list, new_row (self, g_ptr_array_index (self->use_cases, i)));
}

static gboolean
is_same_use_case (const RfUseCase *a,
                  const RfUseCase *b)
{
  return g_str_equal (a->id, b->id) && g_str_equal (a->name, b->name) && g_strcmp0 (a->owner, b->owner) == 0 &&
         g_strcmp0 (a->step, b->step) == 0 && memcmp (a->levels, b->levels, sizeof a->levels) == 0;
}

/* Rows that are the same stay, and the focus with them. */
static gboolean
shows_already (RfUseCasesPage *self,
               const GPtrArray *use_cases)
{
  if (self->use_cases == NULL || self->use_cases->len != use_cases->len)
    return FALSE;
  for (guint i = 0; i < use_cases->len; i++)
    if (!is_same_use_case (g_ptr_array_index (self->use_cases, i), g_ptr_array_index (use_cases, i)))
      return FALSE;
  return TRUE;
}

static void
show_open_decisions (RfUseCasesPage *self,
                     const RfDecisionMatrix *matrix)
{
  guint n = rf_decision_matrix_count_open (matrix);
  g_autofree char *words = n > 0 ? g_strdup_printf (ngettext ("Fit, residual risk, and what was decided. %u decision is open.", "Fit, residual risk, and what was decided. %u decisions are open.", n), n)
                                 : g_strdup (_ ("Fit, residual risk, and what was decided. Nothing is open."));

  gtk_label_set_label (self->open_label, words);
}

static RfRating
get_acceptable (RfUseCasesPage *self)
{
  return (RfRating) gtk_drop_down_get_selected (self->acceptable_drop_down);
}

static void
show_fit (RfUseCasesPage *self)
{
  g_autofree char *rule = rf_fit_dup_rule (get_acceptable (self));

  gtk_label_set_label (self->rule_label, rule);
  if (self->matrix)
    rf_matrix_view_show (self->matrix_view, self->matrix, get_acceptable (self));
}

/* It is kept, for the pages that judge by it and for the next time. */
static void
acceptable_chosen_cb (RfUseCasesPage *self)
{
  /* before it follows a client it is filled, not chosen */
  if (self->client && get_acceptable (self) != rf_settings_get_acceptable ())
    g_settings_set_enum (rf_settings_get (), RF_SETTING_ACCEPTABLE, (int) get_acceptable (self));
  show_fit (self);
}

static void
acceptable_changed_cb (RfUseCasesPage *self)
{
  gtk_drop_down_set_selected (self->acceptable_drop_down, rf_settings_get_acceptable ());
}

static void
show (gpointer page,
      gpointer snapshot)
{
  RfUseCasesPage *self = RF_USE_CASES_PAGE (page);
  RfDecisionMatrix *matrix = snapshot;
  gboolean same = shows_already (self, matrix->use_cases);

  g_clear_pointer (&self->use_cases, g_ptr_array_unref);
  self->use_cases = g_ptr_array_ref (matrix->use_cases);
  if (!same)
    show_use_cases (self);
  gtk_widget_set_visible (self->matrix_box, matrix->rows->len > 0 && matrix->use_cases->len > 0);
  show_open_decisions (self, matrix);
  g_clear_pointer (&self->matrix, rf_decision_matrix_unref);
  self->matrix = rf_decision_matrix_ref (matrix);
  show_fit (self);
  gtk_stack_set_visible_child_name (self->stack, matrix->use_cases->len > 0 ? "use-cases" : "none");
}

static void
row_activated_cb (RfUseCasesPage *self,
                  GtkListBoxRow *row)
{
  const RfUseCase *use_case = g_ptr_array_index (self->use_cases, gtk_list_box_row_get_index (row));

  gtk_window_present (GTK_WINDOW (rf_use_case_dialog_new (get_window (self), self->client, use_case)));
}

static void
cell_activated_cb (RfUseCasesPage *self,
                   RfMatrixItem *item,
                   guint column)
{
  const RfUseCaseStanding *standing = rf_matrix_item_find_standing (item, column);

  if (standing)
    gtk_window_present (GTK_WINDOW (rf_decision_dialog_new (get_window (self), self->client, rf_matrix_item_get_row (item)->summary, standing, get_acceptable (self))));
}

static void
add_use_case (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  RfUseCasesPage *self = RF_USE_CASES_PAGE (widget);

  gtk_window_present (GTK_WINDOW (rf_use_case_dialog_new (get_window (self), self->client, NULL)));
}

static void
removed_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (RfUseCasesPage) self = user_data;
  g_autoptr (GError) error = NULL;

  rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  if (error == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undoable", "s", _ ("The use case was removed"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
}

static void
remove_use_case (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  RfUseCasesPage *self = RF_USE_CASES_PAGE (widget);

  rf_workspace_client_run_async (self->client, rf_job_remove_use_case, g_variant_dup_string (parameter, NULL), g_free, NULL, self->cancellable, removed_cb, g_object_ref (self));
}

static void
read_only_changed_cb (RfUseCasesPage *self)
{
  gboolean enabled = self->client && !rf_workspace_client_is_read_only (self->client);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "use-cases.add", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "use-cases.remove", enabled);
  if (self->use_cases)
    show_use_cases (self);
}

static void
rf_use_cases_page_dispose (GObject *object)
{
  RfUseCasesPage *self = RF_USE_CASES_PAGE (object);
  GtkWidget *child;

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loader);
  g_clear_object (&self->client);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_use_cases_page_parent_class)->dispose (object);
}

static void
rf_use_cases_page_finalize (GObject *object)
{
  g_clear_pointer (&RF_USE_CASES_PAGE (object)->use_cases, g_ptr_array_unref);
  g_clear_pointer (&RF_USE_CASES_PAGE (object)->matrix, rf_decision_matrix_unref);
  G_OBJECT_CLASS (rf_use_cases_page_parent_class)->finalize (object);
}

static void
rf_use_cases_page_class_init (RfUseCasesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_use_cases_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = rf_use_cases_page_finalize;
  g_type_ensure (RF_TYPE_MATRIX_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-use-cases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RfUseCasesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RfUseCasesPage, list);
  gtk_widget_class_bind_template_child (widget_class, RfUseCasesPage, matrix_box);
  gtk_widget_class_bind_template_child (widget_class, RfUseCasesPage, open_label);
  gtk_widget_class_bind_template_child (widget_class, RfUseCasesPage, acceptable_drop_down);
  gtk_widget_class_bind_template_child (widget_class, RfUseCasesPage, rule_label);
  gtk_widget_class_bind_template_child (widget_class, RfUseCasesPage, matrix_view);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, cell_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, acceptable_chosen_cb);
  gtk_widget_class_install_action (widget_class, "use-cases.add", NULL, add_use_case);
  gtk_widget_class_install_action (widget_class, "use-cases.remove", "s", remove_use_case);
}

static void
rf_use_cases_page_init (RfUseCasesPage *self)
{
  g_autoptr (GtkStringList) ratings = gtk_string_list_new (NULL);

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (RfRating i = RF_RATING_VERY_LOW; i < RF_N_RATINGS; i++)
    gtk_string_list_take (ratings, rf_wording_dup_capitalized (rf_rating_get_label (i)));
  gtk_drop_down_set_model (self->acceptable_drop_down, G_LIST_MODEL (ratings));
  rf_choice_set_name (self->acceptable_drop_down, _ ("Acceptable residual risk"));
  acceptable_changed_cb (self);
  g_signal_connect_object (rf_settings_get (), "changed::" RF_SETTING_ACCEPTABLE, G_CALLBACK (acceptable_changed_cb), self, G_CONNECT_SWAPPED);
  /* an administrator may have locked it */
  g_settings_bind_writable (rf_settings_get (), RF_SETTING_ACCEPTABLE, self->acceptable_drop_down, "sensitive", FALSE);
}

/**
 * rf_use_cases_page_follow:
 *
 * Shows the use cases of the client's workspace, now and whenever they change.
 */
void
rf_use_cases_page_follow (RfUseCasesPage *self,
                          RfWorkspaceClient *client)
{
  g_return_if_fail (self->client == NULL);
  self->client = g_object_ref (client);
  self->loader = rf_page_loader_new (GTK_WIDGET (self), client, rf_job_load_matrix, (GDestroyNotify) rf_decision_matrix_unref, show);
  g_signal_connect_object (client, "notify::read-only", G_CALLBACK (read_only_changed_cb), self, G_CONNECT_SWAPPED);
  read_only_changed_cb (self);
}
