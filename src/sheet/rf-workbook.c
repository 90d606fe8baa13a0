// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-workbook.h"

#include "rf-error.h"
#include "rf-language.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* What a cell can hold, in units of UTF-16; a longer text goes on in the row below. */
#define MOST_UNITS 32767

#define LEAST_WIDTH 9
#define GREATEST_WIDTH 60

/* points; the format knows no higher row */
#define LINE_HEIGHT 15.0
#define GREATEST_HEIGHT 409.0

typedef struct
{
  lxw_workbook *workbook;
  lxw_format *heading;
  lxw_format *number_heading;
  lxw_format *text;
  lxw_format *number;
  lxw_format *fraction; /* in full precision, shown with one decimal */
  lxw_format *day;
} Workbook;

static void
add_formats (Workbook *self)
{
  lxw_format **const formats[] = { &self->heading, &self->number_heading, &self->text, &self->number, &self->fraction, &self->day };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      *formats[i] = workbook_add_format (self->workbook);
      format_set_align (*formats[i], LXW_ALIGN_VERTICAL_TOP);
      format_set_text_wrap (*formats[i]);
    }
  format_set_bold (self->heading);
  format_set_bottom (self->heading, LXW_BORDER_THIN);
  format_set_bold (self->number_heading);
  format_set_bottom (self->number_heading, LXW_BORDER_THIN);
  format_set_align (self->number_heading, LXW_ALIGN_RIGHT);
  format_set_num_format (self->fraction, "0.0");
  format_set_num_format (self->day, "yyyy-mm-dd");
}

/* "_x0041_": the format's way to write a character, which a text may hold as it is. */
static gboolean
is_escape (const char *at)
{
  return at[0] == '_' && at[1] == 'x' && strspn (at + 2, "0123456789abcdefABCDEF") == 4 && at[6] == '_';
}

static guint
count_units (const char *at)
{
  if (*at == '\r' || is_escape (at))
    return 8;
  return g_utf8_get_char (at) > 0xffff ? 2 : 1;
}

/* How many bytes of @text one cell takes, whole characters only. */
static gsize
measure_part (const char *text)
{
  const char *at = text;
  guint units = 0;

  while (*at && units + count_units (at) <= MOST_UNITS)
    {
      units += count_units (at);
      at = g_utf8_next_char (at);
    }
  return (gsize) (at - text);
}

static char *
dup_escaped (const char *text,
             gsize length)
{
  GString *escaped = g_string_sized_new (length + 1);

  for (const char *at = text; at < text + length; at++)
    {
      if (is_escape (at))
        g_string_append (escaped, "_x005F_");
      else if (*at == '\r')
        g_string_append (escaped, "_x000D_");
      else
        g_string_append_c (escaped, *at);
    }
  return g_string_free (escaped, FALSE);
}

/* How many lines the first @length bytes of a text take in a column; a little more than letters fit, for words are
 * not broken. */
static guint
count_lines (const char *text,
             gsize length,
             double width)
{
  const char *end = text + length;
  guint lines = 0;

  while (text < end)
    {
      const char *stop = memchr (text, '\n', (gsize) (end - text));
      glong n = g_utf8_strlen (text, (stop ? stop : end) - text);

      lines += MAX (1, (guint) ceil (1.15 * (double) n / width));
      text = stop ? stop + 1 : end;
    }
  return MAX (lines, 1);
}

/* Rows are given their height: not every program finds it out for itself. */
static void
set_height (lxw_worksheet *sheet,
            lxw_row_t row,
            guint lines)
{
  if (lines > 1)
    worksheet_set_row (sheet, row, MIN (lines * LINE_HEIGHT, GREATEST_HEIGHT), NULL);
}

/* Writes what fits of a text and gives what is left. Always as a string: never as a formula or a link. */
static const char *
write_text (const Workbook *self,
            lxw_worksheet *sheet,
            lxw_row_t row,
            lxw_col_t column,
            const char *text)
{
  gsize length = measure_part (text);
  g_autofree char *escaped = dup_escaped (text, length);

  worksheet_write_string (sheet, row, column, escaped, self->text);
  return text + length;
}

static void
write_day (const Workbook *self,
           lxw_worksheet *sheet,
           lxw_row_t row,
           lxw_col_t column,
           const char *text)
{
  lxw_datetime date = { 0 };

  if (sscanf (text, "%4d-%2d-%2d", &date.year, &date.month, &date.day) == 3)
    worksheet_write_datetime (sheet, row, column, &date, self->day);
}

static void
write_number (const Workbook *self,
              lxw_worksheet *sheet,
              lxw_row_t row,
              lxw_col_t column,
              double number)
{
  if (!isnan (number))
    worksheet_write_number (sheet, row, column, number, floor (number) == number ? self->number : self->fraction);
}

/* Writes a text into as many rows as it needs and notes how many lines each must show. */
static void
write_texts (const Workbook *self,
             lxw_worksheet *sheet,
             lxw_row_t at,
             lxw_col_t column,
             const char *text,
             double width,
             GArray *lines)
{
  for (guint n = 0; text && *text; n++)
    {
      const char *rest = write_text (self, sheet, at + n, column, text);
      guint needed = count_lines (text, (gsize) (rest - text), width);

      if (n == lines->len)
        g_array_append_val (lines, needed);
      else
        g_array_index (lines, guint, n) = MAX (g_array_index (lines, guint, n), needed);
      text = rest;
    }
}

/* Writes a row of the table and gives how many rows of the sheet it took. */
static guint
write_row (const Workbook *self,
           lxw_worksheet *sheet,
           const RfTable *table,
           guint row,
           lxw_row_t at,
           const double *widths)
{
  const guint one = 1;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (lines, one);
  for (guint i = 0; i < rf_table_get_n_columns (table); i++)
    {
      RfColumnType type = rf_table_get_column (table, i)->type;
      const char *text = rf_table_get_text (table, row, i);

      if (type == RF_COLUMN_NUMBER)
        write_number (self, sheet, at, (lxw_col_t) i, rf_table_get_number (table, row, i));
      else if (type == RF_COLUMN_TEXT)
        write_texts (self, sheet, at, (lxw_col_t) i, text, widths[i], lines);
      else if (text)
        write_day (self, sheet, at, (lxw_col_t) i, text);
    }
  for (guint i = 0; i < lines->len; i++)
    set_height (sheet, at + i, g_array_index (lines, guint, i));
  return lines->len;
}

static double
measure_column (const RfTable *table,
                guint column)
{
  glong widest = g_utf8_strlen (_ (rf_table_get_column (table, column)->title), -1);

  for (guint row = 0; row < rf_table_get_n_rows (table); row++)
    {
      const char *text = rf_table_get_text (table, row, column);

      if (rf_table_get_column (table, column)->type != RF_COLUMN_NUMBER)
        widest = MAX (widest, text ? g_utf8_strlen (text, -1) : 0);
    }
  return (double) CLAMP (widest + 2, LEAST_WIDTH, GREATEST_WIDTH);
}

static void
write_sheet (const Workbook *self,
             const RfSheet *given)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, given->name);
  guint n_columns = rf_table_get_n_columns (given->table);
  g_autofree double *widths = g_new (double, n_columns);
  lxw_row_t at = 1;

  for (guint i = 0; i < n_columns; i++)
    {
      lxw_col_t column = (lxw_col_t) i;
      const RfColumn *about = rf_table_get_column (given->table, i);

      widths[i] = measure_column (given->table, i);
      worksheet_set_column (sheet, column, column, widths[i], NULL);
      worksheet_write_string (sheet, 0, column, _ (about->title), about->type == RF_COLUMN_TEXT ? self->heading : self->number_heading);
    }
  worksheet_freeze_panes (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 0, 0);
  worksheet_set_landscape (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);
  for (guint row = 0; row < rf_table_get_n_rows (given->table); row++)
    at += write_row (self, sheet, given->table, row, at, widths);
}

/* The day the figures are for stands in place of the clock: the same input gives the same bytes. */
static void
set_properties (const Workbook *self,
                const char *title,
                RfDay as_of)
{
  g_autofree char *day = rf_day_to_string (as_of);
  g_autofree char *midnight = g_strconcat (day, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) created = g_date_time_new_from_iso8601 (midnight, NULL);
  g_autofree char *owned_title = g_strdup (title);
  g_autofree char *company = g_strdup ("Ringfence " PACKAGE_VERSION);
  lxw_doc_properties properties = { .title = owned_title, .comments = company, .created = created ? (time_t) g_date_time_to_unix (created) : 1 };

  workbook_set_properties (self->workbook, &properties);
}

static gboolean
write_file (const char *path,
            const RfSheet *sheets,
            guint n_sheets,
            const char *title,
            RfDay as_of,
            GError **error)
{
  Workbook self = { workbook_new (path) };
  lxw_error failure;

  if (self.workbook == NULL)
    g_error ("Out of memory");
  add_formats (&self);
  set_properties (&self, title, as_of);
  for (guint i = 0; i < n_sheets; i++)
    write_sheet (&self, &sheets[i]);
  failure = workbook_close (self.workbook);
  if (failure == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error, RF_ERROR, RF_ERROR_STORE, _ ("The spreadsheet could not be made: %s. Make room in the folder for temporary files."), lxw_strerror (failure));
  return FALSE;
}

/**
 * rf_workbook_write:
 * @title: of the workbook
 * @as_of: the day the figures are for; the workbook's date of creation
 *
 * Makes a workbook in the format of Office Open XML: a heading that stays in sight, numbers as numbers, days as days,
 * and every text as a text, whatever it begins with. A text too long for a cell goes on in the row below, whose other
 * cells are empty. The same input gives the same bytes.
 *
 * Returns: (transfer full): the file; or %NULL with %RF_ERROR_STORE
 */
GBytes *
rf_workbook_write (const RfSheet *sheets,
                   guint n_sheets,
                   const char *title,
                   RfDay as_of,
                   GError **error)
{
  g_autofree char *path = NULL;
  GBytes *bytes = NULL;
  char *data;
  gsize size;
  /* the library writes to names alone */
  int file = g_file_open_tmp ("ringfence-XXXXXX.xlsx", &path, error);

  if (file < 0)
    return NULL;
  close (file);
  if (write_file (path, sheets, n_sheets, title, as_of, error) && g_file_get_contents (path, &data, &size, error))
    bytes = g_bytes_new_take (data, size);
  g_unlink (path);
  return bytes;
}
