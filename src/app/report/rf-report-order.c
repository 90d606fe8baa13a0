// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-order.h"

#include "rf-language.h"
#include "rf-report-html.h"
#include "rf-settings.h"

/**
 * rf_report_order_new:
 * @material: a reference is taken
 * @organisation: (nullable): for whom the report is made
 *
 * Writes down what is asked for; the logo is that of the preferences. For the main thread.
 */
RfReportOrder *
rf_report_order_new (RfReportMaterial *material,
                     RfReportKind kind,
                     RfPaper paper,
                     const char *organisation)
{
  RfReportOrder *self = g_new0 (RfReportOrder, 1);

  self->material = rf_report_material_ref (material);
  self->organisation = organisation && *organisation ? g_strdup (organisation) : NULL;
  self->options.organisation = self->organisation;
  self->logo_path = rf_settings_dup_text (RF_SETTING_LOGO);
  self->options.kind = kind;
  self->options.paper = paper;
  return self;
}

/**
 * rf_report_order_new_from_settings:
 *
 * The same, with what the person prefers. For the main thread.
 */
RfReportOrder *
rf_report_order_new_from_settings (RfReportMaterial *material,
                                   RfReportKind kind)
{
  g_autofree char *organisation = rf_settings_dup_text (RF_SETTING_ORGANISATION);
  RfPaper paper = g_settings_get_enum (rf_settings_get (), RF_SETTING_PAPER) == RF_PAPER_LETTER ? RF_PAPER_LETTER : RF_PAPER_A4;

  return rf_report_order_new (material, kind, paper, organisation);
}

RfReportOrder *
rf_report_order_copy (const RfReportOrder *self)
{
  RfReportOrder *copy = g_new0 (RfReportOrder, 1);

  copy->material = rf_report_material_ref (self->material);
  copy->organisation = g_strdup (self->organisation);
  copy->logo_path = g_strdup (self->logo_path);
  copy->options.organisation = copy->organisation;
  copy->options.kind = self->options.kind;
  copy->options.paper = self->options.paper;
  return copy;
}

void
rf_report_order_free (RfReportOrder *self)
{
  rf_report_material_unref (self->material);
  g_clear_pointer (&self->options.logo, g_bytes_unref);
  g_free (self->organisation);
  g_free (self->logo_path);
  g_free (self);
}

/* In the thread: it speaks the language of what is to be written down, and the desktop's again afterwards. */
static void
enter_language (const RfReportOrder *self)
{
  if (self->material->language)
    rf_language_enter (self->material->language);
}

/* In the thread: reading a file can take its time. */
static RfReportDocument *
new_document (RfReportOrder *self,
              GError **error)
{
  if (self->logo_path && self->options.logo == NULL)
    {
      self->options.logo = rf_report_logo_read (self->logo_path, error);
      if (self->options.logo == NULL)
        return NULL;
    }
  return rf_report_document_new_from_material (self->material, &self->options, error);
}

static RfReportPages *
lay_out (RfReportOrder *self,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (RfReportFonts) fonts = rf_report_fonts_new (NULL, error);
  RfReportDocument *document = fonts ? new_document (self, error) : NULL;
  const RfPaperSize *size = self->options.paper == RF_PAPER_LETTER ? &rf_paper_size_letter : &rf_paper_size_a4;

  return document ? rf_report_pages_new (document, g_steal_pointer (&fonts), size, cancellable, error) : NULL;
}

static void
lay_out_worker (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  RfReportPages *pages;

  enter_language (task_data);
  pages = lay_out (task_data, cancellable, &error);
  rf_language_leave ();
  if (pages)
    g_task_return_pointer (task, pages, (GDestroyNotify) rf_report_pages_free);
  else
    g_task_return_error (task, error);
}

/**
 * rf_report_order_lay_out_async:
 * @self: (transfer full):
 *
 * Lays out the pages in a thread.
 */
void
rf_report_order_lay_out_async (RfReportOrder *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, self, (GDestroyNotify) rf_report_order_free);
  g_task_run_in_thread (task, lay_out_worker);
}

/**
 * rf_report_order_lay_out_finish:
 *
 * Returns: (transfer full): the pages
 */
RfReportPages *
rf_report_order_lay_out_finish (GAsyncResult *result,
                                GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  RfReportOrder *order; /* owned */
  RfReportForm form;
  char *path;    /* owned */
  int *permille; /* owned: a reference to the counted number */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *self = data;

  rf_report_order_free (self->order);
  g_free (self->path);
  g_clear_pointer (&self->permille, g_atomic_rc_box_release);
  g_free (self);
}

static void
note_progress (double fraction,
               gpointer user_data)
{
  Writing *self = user_data;

  if (self->permille)
    g_atomic_int_set (self->permille, (int) (fraction * 1000));
}

static gboolean
write_html (const Writing *self,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (RfReportDocument) document = new_document (self->order, error);
  g_autoptr (GBytes) bytes = document ? rf_report_document_render_html (document, &self->order->options, cancellable, error) : NULL;
  gsize size;
  const char *text;

  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &size);
  return g_file_set_contents_full (self->path, text, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
}

static gboolean
write_pdf (Writing *self,
           GCancellable *cancellable,
           char ***missing_characters,
           GError **error)
{
  RfReportDocument *document = new_document (self->order, error);

  return document && rf_report_write_document (document, &self->order->options, self->path, cancellable, note_progress, self, missing_characters, error);
}

/* A report that cannot show every character is still a report, but nobody may find out by accident. */
static char *
describe_written (const Writing *self,
                  char **missing_characters)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *missing = NULL;

  if (missing_characters == NULL || *missing_characters == NULL)
    /* Translators: %s is the name of a file */
    return g_strdup_printf (_ ("“%s” is written"), name);
  missing = g_strjoinv (" ", missing_characters);
  /* Translators: the first %s is the name of a file, the second some characters */
  return g_strdup_printf (_ ("“%s” is written, but no font has %s"), name, missing);
}

static void
write_worker (GTask *task,
              gpointer source,
              gpointer task_data,
              GCancellable *cancellable)
{
  Writing *self = task_data;
  g_auto (GStrv) missing_characters = NULL;
  GError *error = NULL;
  gboolean written;

  enter_language (self->order);
  written = self->form == RF_REPORT_AS_HTML ? write_html (self, cancellable, &error) : write_pdf (self, cancellable, &missing_characters, &error);
  rf_language_leave ();
  if (written)
    g_task_return_pointer (task, describe_written (self, missing_characters), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * rf_report_order_write_async:
 * @self: (transfer full):
 * @permille: (nullable): a number from g_atomic_rc_box_new(), 0 to 1000 of the work done; to be read atomically
 *
 * Makes the report and writes it in a thread. A file that is there is replaced only by a whole one.
 */
void
rf_report_order_write_async (RfReportOrder *self,
                             RfReportForm form,
                             const char *path,
                             int *permille,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Writing *writing = g_new0 (Writing, 1);

  writing->order = self;
  writing->form = form;
  writing->path = g_strdup (path);
  writing->permille = permille ? g_atomic_rc_box_acquire (permille) : NULL;
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_worker);
}

/**
 * rf_report_order_write_finish:
 *
 * Returns: (transfer full): in words what was written
 */
char *
rf_report_order_write_finish (GAsyncResult *result,
                              GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
