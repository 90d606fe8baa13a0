// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-choice-name.h"
#include "rf-language.h"
#include "rf-report-preview-private.h"
#include "rf-settings.h"
#include "rf-wording.h"

/* For what, for which day and by which measure the report is made. */

/* Each by the name it has for those who speak it. */
static void
offer_languages (RfReportPreview *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint own = 0;

  self->languages = rf_language_list_tags ();
  for (guint i = 0; i < self->languages->len; i++)
    {
      const char *tag = g_ptr_array_index (self->languages, i);
      g_autoptr (RfLanguage) language = rf_language_load (tag, NULL);

      /* one that cannot be read is offered all the same, and says why when it is chosen */
      gtk_string_list_append (names, language ? rf_language_get_name (language) : tag);
      if (g_str_equal (tag, rf_language_get_current_tag ()))
        own = i;
    }
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->language, own);
  rf_choice_set_name (self->language, _ ("Language of the Report"));
}

/* NULL for the desktop's */
static const char *
get_language (RfReportPreview *self)
{
  guint selected = gtk_drop_down_get_selected (self->language);
  const char *tag = selected < self->languages->len ? g_ptr_array_index (self->languages, selected) : NULL;

  return g_strcmp0 (tag, rf_language_get_current_tag ()) == 0 ? NULL : tag;
}

/**
 * rf_report_preview_init_scope:
 *
 * Offers what there is to choose from: of use cases nothing yet but all of them.
 */
void
rf_report_preview_init_scope (RfReportPreview *self)
{
  g_autoptr (GtkStringList) ratings = gtk_string_list_new (NULL);
  const char *const all[] = { _ ("All Use Cases"), NULL };
  g_autoptr (GtkStringList) use_cases = gtk_string_list_new (all);

  for (RfRating i = RF_RATING_VERY_LOW; i < RF_N_RATINGS; i++)
    gtk_string_list_take (ratings, rf_wording_dup_capitalized (rf_rating_get_label (i)));
  gtk_drop_down_set_model (self->acceptable, G_LIST_MODEL (ratings));
  gtk_drop_down_set_selected (self->acceptable, rf_settings_get_acceptable ());
  gtk_drop_down_set_model (self->use_case, G_LIST_MODEL (use_cases));
  offer_languages (self);
  rf_choice_set_name (self->acceptable, _ ("Acceptable Residual Risk"));
  rf_choice_set_name (self->use_case, _ ("Use Case"));
}

static const GPtrArray *
get_use_cases (RfReportPreview *self)
{
  return ((const RfReportSubject *) g_ptr_array_index (self->material->subjects, 0))->findings->record->use_cases;
}

/**
 * rf_report_preview_list_use_cases:
 *
 * Offers the use cases once they are known.
 */
void
rf_report_preview_list_use_cases (RfReportPreview *self)
{
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (self->use_case));
  const GPtrArray *use_cases = get_use_cases (self);

  if (g_list_model_get_n_items (G_LIST_MODEL (names)) > 1)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < use_cases->len; i++)
    gtk_string_list_append (names, ((const RfUseCase *) g_ptr_array_index (use_cases, i))->name);
  self->filling = FALSE;
}

static gboolean
read_day (RfReportPreview *self,
          RfDay *day)
{
  const char *text = gtk_editable_get_text (self->as_of);

  *day = RF_DAY_NONE;
  return *text == '\0' || rf_day_from_string (text, day);
}

/**
 * rf_report_preview_check_day:
 *
 * Marks what is no day.
 *
 * Returns: whether it is one, or nothing
 */
gboolean
rf_report_preview_check_day (RfReportPreview *self)
{
  RfDay day;
  gboolean valid = read_day (self, &day);

  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->as_of), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->as_of), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->as_of), GTK_ACCESSIBLE_STATE_INVALID, valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  return valid;
}

/**
 * rf_report_preview_new_scope:
 *
 * Returns: (transfer full): what is to be gathered now
 */
RfReportScope *
rf_report_preview_new_scope (RfReportPreview *self)
{
  gboolean all = rf_report_preview_is_about_all (self);
  RfReportScope *scope = rf_report_scope_new (all ? NULL : self->offering, rf_report_preview_get_kind (self) == RF_REPORT_COMPARISON);
  guint use_case = gtk_drop_down_get_selected (self->use_case);

  if (self->material && use_case > 0 && use_case != GTK_INVALID_LIST_POSITION)
    scope->use_case = g_strdup (((const RfUseCase *) g_ptr_array_index (get_use_cases (self), use_case - 1))->id);
  scope->acceptable = (RfRating) gtk_drop_down_get_selected (self->acceptable);
  scope->language = g_strdup (get_language (self));
  read_day (self, &scope->as_of);
  return scope;
}
