// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-logo.h"

#include "rf-error.h"
#include "rf-language.h"

#include <gio/gio.h>
#include <string.h>

typedef struct
{
  const guchar *at;
  gsize left;
} Reading;

static cairo_status_t
read_cb (void *closure,
         unsigned char *data,
         unsigned int length)
{
  Reading *reading = closure;

  if (length > reading->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reading->at, length);
  reading->at += length;
  reading->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static guint32
get_number (const guchar *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

/* The size stands in the first chunk (PNG, third edition, 11.2.1): a huge one is refused before it takes any memory. */
static gboolean
has_sane_size (GBytes *png)
{
  static const guchar mark[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
  gsize size;
  const guchar *data = g_bytes_get_data (png, &size);

  if (size < 24 || memcmp (data, mark, sizeof mark) != 0)
    return FALSE;
  return get_number (data + 16) - 1 < RF_REPORT_LOGO_MAX_PIXELS && get_number (data + 20) - 1 < RF_REPORT_LOGO_MAX_PIXELS;
}

/* Paper is white. A picture one can see through would make cairo begin a group, which it cannot among tags. */
static cairo_surface_t *
put_on_paper (cairo_surface_t *picture)
{
  cairo_surface_t *paper = cairo_image_surface_create (CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (picture), cairo_image_surface_get_height (picture));
  cairo_t *cr = cairo_create (paper);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
  return paper;
}

/**
 * rf_report_logo_decode:
 * @png: a PNG file
 *
 * Returns: (transfer full) (nullable): the picture on white; %NULL where it is none, or more than 4,096 pixels wide or high
 */
cairo_surface_t *
rf_report_logo_decode (GBytes *png)
{
  Reading reading = { 0 };
  cairo_surface_t *surface;

  if (!has_sane_size (png))
    return NULL;
  reading.at = g_bytes_get_data (png, &reading.left);
  surface = cairo_image_surface_create_from_png_stream (read_cb, &reading);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  return put_on_paper (surface);
}

static GBytes *
load (const char *path,
      GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;

  /* a pipe would wait for a writer */
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_bytes_new (NULL, 0);
  stream = g_file_read (file, NULL, error);
  return stream ? g_input_stream_read_bytes (G_INPUT_STREAM (stream), RF_REPORT_LOGO_MAX_BYTES + 1, NULL, error) : NULL;
}

/**
 * rf_report_logo_read:
 *
 * Reads the logo of an organisation.
 *
 * Returns: (transfer full): the bytes of a PNG file that can be drawn
 *
 * Errors: %RF_ERROR_INVALID where it is no PNG file or too large; those of reading.
 */
GBytes *
rf_report_logo_read (const char *path,
                     GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GBytes) png = load (path, error);
  cairo_surface_t *surface;

  if (png == NULL)
    {
      g_prefix_error (error, _ ("The logo “%s” cannot be read: "), name);
      return NULL;
    }
  surface = g_bytes_get_size (png) <= RF_REPORT_LOGO_MAX_BYTES ? rf_report_logo_decode (png) : NULL;
  if (surface == NULL)
    {
      g_set_error (error, RF_ERROR, RF_ERROR_INVALID,
                   _ ("The logo “%s” cannot be used: it must be a PNG file of at most 1 MiB and %d pixels a side. Choose another file."), name, RF_REPORT_LOGO_MAX_PIXELS);
      return NULL;
    }
  cairo_surface_destroy (surface);
  return g_steal_pointer (&png);
}
