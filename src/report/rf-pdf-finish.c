// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-pdf-finish.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "rf-error.h"
#include "rf-pdf-parts-private.h"
#include "rf-language.h"

/* cairo's structure is flat; what lies deeper was not made by it. */
#define DEEPEST_ELEMENT 64

typedef struct
{
  qpdf_data qpdf;
  const RfPdfDescription *description;
  guint n_figures;
  gboolean too_deep;
} Finisher;

typedef struct _qpdf_data Qpdf;

static void
free_qpdf (Qpdf *qpdf)
{
  qpdf_cleanup (&qpdf);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Qpdf, free_qpdf)

/* Opens without repairing: a file that needs it is damaged, and a repair could lose what it says. */
static Qpdf *
open_pdf (GBytes *pdf)
{
  Qpdf *qpdf = qpdf_init ();

  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery (qpdf, QPDF_FALSE);
  qpdf_read_memory (qpdf, "PDF", g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL);
  return qpdf;
}

/* What is wrong so far, errors before warnings; NULL for nothing. Owned by @qpdf. */
static const char *
get_fault (Qpdf *qpdf)
{
  if (qpdf_has_error (qpdf))
    return qpdf_get_error_message_detail (qpdf, qpdf_get_error (qpdf));
  if (qpdf_more_warnings (qpdf))
    return qpdf_get_error_message_detail (qpdf, qpdf_next_warning (qpdf));
  return NULL;
}

static gboolean
set_finish_error (const char *fault,
                  GError **error)
{
  g_set_error (error, RF_ERROR, RF_ERROR_RENDER, _ ("The report could not be made into a complete PDF: %s."), fault);
  return FALSE;
}

static gboolean
check (Finisher *self,
       GError **error)
{
  const char *fault = get_fault (self->qpdf);

  return fault == NULL || set_finish_error (fault, error);
}

/* The setters take a new value and give its handle back: thousands of them would be kept otherwise. */
static void
set_value (Finisher *self,
           qpdf_oh dictionary,
           const char *key,
           qpdf_oh value)
{
  qpdf_oh_replace_key (self->qpdf, dictionary, key, value);
  qpdf_oh_release (self->qpdf, value);
}

static void
set_parsed (Finisher *self,
            qpdf_oh dictionary,
            const char *key,
            const char *value)
{
  set_value (self, dictionary, key, qpdf_oh_parse (self->qpdf, value));
}

static qpdf_oh
create_stream (Finisher *self,
               GBytes *bytes,
               const char *dictionary)
{
  qpdf_oh stream = qpdf_oh_new_stream (self->qpdf);
  qpdf_oh null = qpdf_oh_new_null (self->qpdf);
  qpdf_oh target = qpdf_oh_get_dict (self->qpdf, stream);
  qpdf_oh source = qpdf_oh_parse (self->qpdf, dictionary);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  qpdf_oh_replace_stream_data (self->qpdf, stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), null, null);
  qpdf_oh_begin_dict_key_iter (self->qpdf, source);
  while (qpdf_oh_dict_more_keys (self->qpdf))
    g_ptr_array_add (keys, g_strdup (qpdf_oh_dict_next_key (self->qpdf)));
  for (guint i = 0; i < keys->len; i++)
    set_value (self, target, keys->pdata[i], qpdf_oh_get_key (self->qpdf, source, keys->pdata[i]));
  qpdf_oh_release (self->qpdf, source);
  qpdf_oh_release (self->qpdf, target);
  qpdf_oh_release (self->qpdf, null);
  return stream;
}

static void
describe_figure (Finisher *self,
                 qpdf_oh element)
{
  const RfPdfFigure *figure = &self->description->figures[self->n_figures++];
  char left[G_ASCII_DTOSTR_BUF_SIZE], bottom[G_ASCII_DTOSTR_BUF_SIZE];
  char right[G_ASCII_DTOSTR_BUF_SIZE], top[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes = NULL;

  if (self->n_figures > self->description->n_figures)
    return;
  attributes = g_strdup_printf ("<< /O /Layout /Placement /Block /BBox [ %s %s %s %s ] >>",
                                g_ascii_formatd (left, sizeof left, "%.2f", figure->left),
                                g_ascii_formatd (bottom, sizeof bottom, "%.2f", figure->bottom),
                                g_ascii_formatd (right, sizeof right, "%.2f", figure->right),
                                g_ascii_formatd (top, sizeof top, "%.2f", figure->top));
  set_parsed (self, element, "/A", attributes);
  set_value (self, element, "/Alt", qpdf_oh_new_unicode_string (self->qpdf, figure->text));
}

/* What an element's name asks for; the tables of a report have their headers above the columns. */
static void
describe_element (Finisher *self,
                  qpdf_oh element)
{
  qpdf_oh type = qpdf_oh_get_key (self->qpdf, element, "/S");

  if (qpdf_oh_is_name_and_equals (self->qpdf, type, "/Figure"))
    describe_figure (self, element);
  else if (qpdf_oh_is_name_and_equals (self->qpdf, type, "/TH"))
    set_parsed (self, element, "/A", "<< /O /Table /Scope /Column >>");
  else if (qpdf_oh_is_name_and_equals (self->qpdf, type, "/L"))
    set_parsed (self, element, "/A", "<< /O /List /ListNumbering /None >>");
  qpdf_oh_release (self->qpdf, type);
}

static void
describe_elements (Finisher *self,
                   qpdf_oh kids,
                   guint depth)
{
  if (depth > DEEPEST_ELEMENT)
    self->too_deep = TRUE;
  else if (qpdf_oh_is_array (self->qpdf, kids))
    {
      int n = qpdf_oh_get_array_n_items (self->qpdf, kids);

      for (int i = 0; i < n; i++)
        {
          qpdf_oh kid = qpdf_oh_get_array_item (self->qpdf, kids, i);

          describe_elements (self, kid, depth + 1);
          qpdf_oh_release (self->qpdf, kid);
        }
    }
  else if (qpdf_oh_is_dictionary (self->qpdf, kids) && qpdf_oh_has_key (self->qpdf, kids, "/S"))
    {
      qpdf_oh below = qpdf_oh_get_key (self->qpdf, kids, "/K");

      describe_element (self, kids);
      describe_elements (self, below, depth + 1);
      qpdf_oh_release (self->qpdf, below);
    }
}

static gboolean
describe_structure (Finisher *self,
                    qpdf_oh root,
                    GError **error)
{
  qpdf_oh structure = qpdf_oh_get_key (self->qpdf, root, "/StructTreeRoot");
  qpdf_oh kids;

  if (!qpdf_oh_is_dictionary (self->qpdf, structure))
    return set_finish_error (_ ("it has no structure"), error);
  kids = qpdf_oh_get_key (self->qpdf, structure, "/K");
  describe_elements (self, kids, 0);
  if (self->too_deep)
    return set_finish_error (_ ("its structure is too deep"), error);
  if (self->n_figures != self->description->n_figures)
    return set_finish_error (_ ("its figures are not the ones described"), error);
  return check (self, error);
}

static char *
dup_info (Finisher *self,
          const char *key)
{
  return g_strdup (qpdf_get_info_key (self->qpdf, key));
}

static void
set_metadata (Finisher *self,
              qpdf_oh root)
{
  g_autofree char *creator = dup_info (self, "/Creator");
  g_autofree char *producer = dup_info (self, "/Producer");
  g_autofree char *written = dup_info (self, "/CreationDate");
  /* cairo leaves out the letter that a date begins with */
  g_autofree char *created = written == NULL || g_str_has_prefix (written, "D:") ? g_strdup (written) : g_strconcat ("D:", written, NULL);
  RfPdfInfo info = { creator, producer, created };
  char *metadata = rf_pdf_metadata_to_string (self->description, &info);
  g_autoptr (GBytes) bytes = g_bytes_new_take (metadata, strlen (metadata));

  qpdf_set_info_key (self->qpdf, "/CreationDate", created);
  set_value (self, root, "/Metadata", create_stream (self, bytes, "<< /Type /Metadata /Subtype /XML >>"));
}

static void
set_output_intent (Finisher *self,
                   qpdf_oh root)
{
  g_autoptr (GBytes) profile = rf_pdf_colour_profile_new ();
  qpdf_oh intents = qpdf_oh_new_array (self->qpdf);
  qpdf_oh intent = qpdf_oh_parse (self->qpdf,
                                  "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
                                  " /Info (sRGB, IEC 61966-2-1) >>");

  set_value (self, intent, "/DestOutputProfile", create_stream (self, profile, "<< /N 3 >>"));
  qpdf_oh_append_item (self->qpdf, intents, intent);
  qpdf_oh_release (self->qpdf, intent);
  set_value (self, root, "/OutputIntents", intents);
}

static gboolean
describe_document (Finisher *self,
                   GError **error)
{
  qpdf_oh root = qpdf_get_root (self->qpdf);

  if (!check (self, error) || !describe_structure (self, root, error))
    return FALSE;
  set_value (self, root, "/Lang", qpdf_oh_new_unicode_string (self->qpdf, self->description->language));
  set_parsed (self, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
  set_parsed (self, root, "/MarkInfo", "<< /Marked true >>");
  set_parsed (self, root, "/PageLabels", "<< /Nums [ 0 << /S /D >> ] >>");
  set_metadata (self, root);
  set_output_intent (self, root);
  return check (self, error);
}

/* A link says where it leads; it prints as it shows (/F 4). */
static void
describe_link (Finisher *self,
               qpdf_oh link)
{
  qpdf_oh action = qpdf_oh_get_key (self->qpdf, link, "/A");
  qpdf_oh address = qpdf_oh_get_key_if_dict (self->qpdf, action, "/URI");
  const char *text = qpdf_oh_is_string (self->qpdf, address) ? qpdf_oh_get_utf8_value (self->qpdf, address) : _ ("To another place in this report");

  set_value (self, link, "/Contents", qpdf_oh_new_unicode_string (self->qpdf, text));
  set_value (self, link, "/F", qpdf_oh_new_integer (self->qpdf, 4));
  qpdf_oh_release (self->qpdf, address);
  qpdf_oh_release (self->qpdf, action);
}

static void
describe_links (Finisher *self,
                qpdf_oh page)
{
  qpdf_oh links = qpdf_oh_get_key (self->qpdf, page, "/Annots");
  int n = qpdf_oh_is_array (self->qpdf, links) ? qpdf_oh_get_array_n_items (self->qpdf, links) : 0;

  for (int i = 0; i < n; i++)
    {
      qpdf_oh link = qpdf_oh_get_array_item (self->qpdf, links, i);

      describe_link (self, link);
      qpdf_oh_release (self->qpdf, link);
    }
  qpdf_oh_release (self->qpdf, links);
}

static gboolean
mark_artifacts (Finisher *self,
                qpdf_oh page,
                GError **error)
{
  unsigned char *content = NULL;
  gsize length = 0;
  g_autoptr (GBytes) marked = NULL;

  if (qpdf_oh_get_page_content_data (self->qpdf, page, &content, &length) != QPDF_SUCCESS)
    return check (self, error);
  marked = rf_pdf_content_mark_artifacts ((const char *) content, length);
  free (content);
  if (marked == NULL)
    return set_finish_error (_ ("the marks in its pages do not pair"), error);
  set_value (self, page, "/Contents", create_stream (self, marked, "<< >>"));
  return TRUE;
}

static gboolean
finish_pages (Finisher *self,
              GCancellable *cancellable,
              GError **error)
{
  int n = qpdf_get_num_pages (self->qpdf);

  for (int i = 0; i < n; i++)
    {
      qpdf_oh page = qpdf_get_page_n (self->qpdf, (gsize) i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      /* the tab key follows the structure */
      set_value (self, page, "/Tabs", qpdf_oh_new_name (self->qpdf, "/S"));
      describe_links (self, page);
      if (!mark_artifacts (self, page, error) || !check (self, error))
        return FALSE;
      qpdf_oh_release (self->qpdf, page);
    }
  return check (self, error);
}

static GBytes *
write_file (Finisher *self,
            GError **error)
{
  qpdf_init_write_memory (self->qpdf);
  qpdf_set_deterministic_ID (self->qpdf, QPDF_TRUE);
  qpdf_set_minimum_pdf_version (self->qpdf, "1.7");
  qpdf_set_object_stream_mode (self->qpdf, qpdf_o_generate);
  qpdf_set_compress_streams (self->qpdf, QPDF_TRUE);
  qpdf_write (self->qpdf);
  if (!check (self, error))
    return NULL;
  return g_bytes_new (qpdf_get_buffer (self->qpdf), qpdf_get_buffer_length (self->qpdf));
}

/**
 * rf_pdf_finish:
 * @pdf: tagged, of cairo
 *
 * Adds what cairo cannot write: language, metadata, output intent, alternative texts, scopes of headers, what links
 * say, and marks whatever is not content. It looks and reads as before. The same input gives the same bytes.
 *
 * Returns: (transfer full): %NULL with %RF_ERROR_RENDER, or that the work was cancelled
 */
GBytes *
rf_pdf_finish (GBytes *pdf,
               const RfPdfDescription *description,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (Qpdf) qpdf = NULL;
  Finisher self = { .description = description };

  g_return_val_if_fail (pdf != NULL && description != NULL, NULL);
  g_return_val_if_fail (description->title != NULL && description->language != NULL, NULL);

  self.qpdf = qpdf = open_pdf (pdf);
  if (!check (&self, error) || !describe_document (&self, error) || !finish_pages (&self, cancellable, error))
    return NULL;
  return write_file (&self, error);
}

static gboolean
set_damage_error (const char *fault,
                  GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (fault, -1);

  g_set_error (error, RF_ERROR, RF_ERROR_PARSE, _ ("The PDF is damaged (%s). Take the file from where it came from anew."), valid);
  return FALSE;
}

/* A file that opens with the empty password is encrypted too. libqpdf hands an error out once. */
static gboolean
check_opened (Qpdf *qpdf,
              GError **error)
{
  qpdf_error failure = qpdf_has_error (qpdf) ? qpdf_get_error (qpdf) : NULL;

  if (failure != NULL ? qpdf_get_error_code (qpdf, failure) == qpdf_e_password : qpdf_is_encrypted (qpdf))
    {
      g_set_error (error, RF_ERROR, RF_ERROR_PARSE, _ ("The PDF is encrypted, so its seal cannot be read. Take the report as it was made."));
      return FALSE;
    }
  return failure == NULL || set_damage_error (qpdf_get_error_message_detail (qpdf, failure), error);
}

/* Our own metadata is never compressed; nothing else is unpacked, however small it claims to be. */
static char *
read_seal (Qpdf *qpdf,
           GError **error)
{
  qpdf_oh metadata = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/Metadata");
  g_autofree char *copy = NULL;
  unsigned char *data = NULL;
  gsize length = 0;

  if (qpdf_oh_is_stream (qpdf, metadata) && !qpdf_oh_has_key (qpdf, qpdf_oh_get_dict (qpdf, metadata), "/Filter"))
    qpdf_oh_get_stream_data (qpdf, metadata, qpdf_dl_none, NULL, &data, &length);
  copy = g_strndup ((const char *) data, length);
  free (data);
  if (qpdf_has_error (qpdf))
    {
      set_damage_error (get_fault (qpdf), error);
      return NULL;
    }
  if (copy == NULL)
    {
      g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("The PDF has no seal: it is not a report of Ringfence, or another program saved it anew."));
      return NULL;
    }
  return rf_pdf_metadata_dup_seal (copy, length, error);
}

/**
 * rf_pdf_dup_seal:
 * @pdf: of any origin
 *
 * Reads the seal that rf_pdf_finish() put into a file.
 *
 * Returns: (transfer full): %NULL with %RF_ERROR_PARSE for what is no PDF, damaged or encrypted, with
 *   %RF_ERROR_NOT_FOUND for one that has no seal
 */
char *
rf_pdf_dup_seal (GBytes *pdf,
                 GError **error)
{
  g_autoptr (Qpdf) qpdf = NULL;
  gsize length;
  const char *start;

  g_return_val_if_fail (pdf != NULL, NULL);

  start = g_bytes_get_data (pdf, &length);
  /* the header may stand behind up to a kilobyte of other bytes (ISO 32000-1, annex H.3) */
  if (start == NULL || g_strstr_len (start, (gssize) MIN (length, 1024), "%PDF-") == NULL)
    {
      g_set_error (error, RF_ERROR, RF_ERROR_PARSE, _ ("The file is not a PDF. Name the PDF file of a report."));
      return NULL;
    }
  qpdf = open_pdf (pdf);
  return check_opened (qpdf, error) ? read_seal (qpdf, error) : NULL;
}
