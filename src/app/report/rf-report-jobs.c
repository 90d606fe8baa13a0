// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-jobs.h"

#include "rf-data-folder.h"
#include "rf-error.h"
#include "rf-find-offering.h"
#include "rf-fit.h"
#include "rf-language.h"

/**
 * rf_report_scope_new:
 * @offering: (nullable): an id, %NULL for all offerings that are assessed
 * @compared: whether they are to be ranked
 *
 * Says what a report is about.
 */
RfReportScope *
rf_report_scope_new (const char *offering,
                     gboolean compared)
{
  RfReportScope *self = g_new0 (RfReportScope, 1);

  self->offering = g_strdup (offering);
  self->compared = compared;
  self->as_of = RF_DAY_NONE;
  self->acceptable = RF_FIT_DEFAULT_ACCEPTABLE;
  return self;
}

void
rf_report_scope_free (RfReportScope *self)
{
  g_free (self->offering);
  g_free (self->use_case);
  g_free (self->language);
  g_free (self);
}

static gboolean
add_offering (RfReportMaterial *material,
              RfWorkspace *workspace,
              const char *offering,
              const RfReportScope *scope,
              GError **error)
{
  g_autoptr (RfFindings) findings = rf_find_offering (workspace, offering, scope->use_case, scope->as_of, error);

  if (findings == NULL)
    return FALSE;
  rf_report_material_add (material, findings, NULL);
  return TRUE;
}

/* One that is not assessed has nothing to report. */
static gboolean
add_if_assessed (RfReportMaterial *material,
                 RfWorkspace *workspace,
                 const char *offering,
                 const RfReportScope *scope,
                 GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (add_offering (material, workspace, offering, scope, &local_error) || g_error_matches (local_error, RF_ERROR, RF_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
add_all (RfReportMaterial *material,
         RfWorkspace *workspace,
         const RfReportScope *scope,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GPtrArray) offerings = rf_workspace_list_offerings (workspace, error);

  for (guint i = 0; offerings && i < offerings->len; i++)
    {
      const RfOffering *offering = g_ptr_array_index (offerings, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !add_if_assessed (material, workspace, offering->id, scope, error))
        return FALSE;
    }
  if (offerings && material->subjects->len == 0)
    g_set_error_literal (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("No offering is assessed yet. Answer some questions first."));
  return material->subjects->len > 0;
}

static RfReportMaterial *
prepare (RfWorkspace *workspace,
         const RfReportScope *scope,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (RfReportMaterial) material = rf_report_material_new ();
  gboolean added = scope->offering ? add_offering (material, workspace, scope->offering, scope, error) : add_all (material, workspace, scope, cancellable, error);

  if (!added || !rf_report_material_gather (material, workspace, error))
    return NULL;
  if (scope->compared && !rf_report_material_compare (material, RF_COMPARISON_DEFAULT_SEED, cancellable, error))
    return NULL;
  material->acceptable = scope->acceptable;
  /* whoever names a day means it for everything */
  if (scope->as_of != RF_DAY_NONE)
    material->today = RF_DAY_NONE;
  g_ptr_array_unref (material->benchmarks);
  material->benchmarks = rf_data_folder_read_benchmarks (error);
  return material->benchmarks ? g_steal_pointer (&material) : NULL;
}

/* The questions come in the report's language. */
gpointer
rf_job_prepare_report (RfWorkspace **workspace,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  const RfReportScope *scope = data;
  g_autoptr (RfLanguage) language = NULL;
  RfReportMaterial *material;

  if (scope->language == NULL)
    return prepare (*workspace, scope, cancellable, error);
  language = rf_language_load (scope->language, error);
  if (language == NULL)
    return NULL;
  rf_language_enter (language);
  material = prepare (*workspace, scope, cancellable, error);
  rf_language_leave ();
  if (material)
    material->language = g_steal_pointer (&language);
  return material;
}
