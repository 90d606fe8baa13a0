// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-record.h"

G_BEGIN_DECLS

/* The JSON form of a record, once, as a table: the writer and the reader both go by it, so that neither knows a
 * member that the other does not. */

typedef struct _RfJsonShape RfJsonShape;

typedef enum
{
  RF_JSON_LINE,    /* char *: words on one line, not blank */
  RF_JSON_TEXT,    /* char *: not blank, kept to the letter */
  RF_JSON_ID,      /* char * */
  RF_JSON_SHA256,  /* char * */
  RF_JSON_DAY,     /* RfDay */
  RF_JSON_WORD,    /* an int, by the functions of the field */
  RF_JSON_STEP,    /* char *: a step of the journey */
  RF_JSON_LAYER,   /* char * */
  RF_JSON_INTEGER, /* guint */
  RF_JSON_SIZE,    /* guint64 */
  RF_JSON_RISK,    /* int, -1 for none */
  RF_JSON_BYTES,   /* GBytes *, in base64 */
  RF_JSON_IDS,     /* char ** */
  RF_JSON_TEXTS,   /* char ** */
  RF_JSON_INSIDE,  /* an object whose members are fields of the same structure */
  RF_JSON_OBJECT,  /* a structure of its own, may be NULL */
  RF_JSON_LIST,    /* GPtrArray * of structures */
} RfJsonType;

/**
 * RfJsonField:
 * @offset: of the structure's field
 * @get_nick: of a %RF_JSON_WORD: (nullable) the word, %NULL for one that is not written
 * @from_nick: of a %RF_JSON_WORD: sets the number of a word
 * @words: of a %RF_JSON_WORD: what there is, for messages
 * @shape: of what holds members itself
 * @most: of a list: how many it may hold, 0 for any number
 */
typedef struct
{
  const char *name;
  RfJsonType type;
  gsize offset;
  gboolean required;
  const char *(*get_nick) (int value);
  gboolean (*from_nick) (const char *nick,
                         int *value);
  const char *words;
  const RfJsonShape *shape;
  guint most;
} RfJsonField;

/**
 * RfJsonShape:
 * @create: makes an empty one of a list's structures
 */
struct _RfJsonShape
{
  const RfJsonField *fields;
  gpointer (*create) (void);
};

extern const RfJsonShape rf_record_shape;

G_END_DECLS
