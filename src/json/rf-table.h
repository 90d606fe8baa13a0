// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RF_COLUMN_TEXT,
  RF_COLUMN_NUMBER,
  RF_COLUMN_DAY, /* a text, YYYY-MM-DD */
} RfColumnType;

/**
 * RfColumn:
 * @key: its name in JSON and CSV, never translated
 * @title: its heading for a person, before translation
 */
typedef struct
{
  const char *key;
  const char *title;
  RfColumnType type;
} RfColumn;

/**
 * RfTable:
 *
 * A list to be printed, before it is known whether as text, CSV or JSON: rows of cells under named columns.
 */
typedef struct _RfTable RfTable;

RfTable *rf_table_new (const RfColumn *columns,
                       guint n_columns);
void rf_table_free (RfTable *self);

void rf_table_add_text (RfTable *self,
                        const char *text);
void rf_table_add_number (RfTable *self,
                          double number);
void rf_table_add_shown (RfTable *self,
                         double number,
                         const char *shown);

guint rf_table_get_n_rows (const RfTable *self);
guint rf_table_get_n_columns (const RfTable *self);
const RfColumn *rf_table_get_column (const RfTable *self,
                                     guint column);
const char *rf_table_get_text (const RfTable *self,
                               guint row,
                               guint column);
const char *rf_table_get_shown (const RfTable *self,
                                guint row,
                                guint column);
double rf_table_get_number (const RfTable *self,
                            guint row,
                            guint column);
char *rf_table_to_json (const RfTable *self);
char *rf_table_to_json_beside (const RfTable *self,
                               const char *rows,
                               const char *const *names,
                               const double *numbers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfTable, rf_table_free)

G_END_DECLS
