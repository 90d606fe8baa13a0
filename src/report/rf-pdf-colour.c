// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-pdf-parts-private.h"

#include <string.h>

/* Numbers of a profile: big-endian, fractions in steps of 1/65536. */
typedef struct
{
  const char *signature;
  const guint32 *words;
  guint n_words;
} Tag;

/* ICC.1:2004-10, 7.2: the header's length, an entry of the tag table and where the table begins. */
#define HEADER_LENGTH 128
#define ENTRY_LENGTH 12

#define XYZ_TYPE 0x58595A20
#define CURVE_TYPE 0x70617261
#define FIXED_TYPE 0x73663332
#define TEXTS_TYPE 0x6D6C7563
#define ENGLISH_US 0x656E5553

/* "sRGB" and "CC0", in UTF-16 */
static const guint32 description[] = { TEXTS_TYPE, 0, 1, 12, ENGLISH_US, 8, 28, 0x00730052, 0x00470042 };
static const guint32 copyright[] = { TEXTS_TYPE, 0, 1, 12, ENGLISH_US, 6, 28, 0x00430043, 0x00300000 };
/* the D50 of the connection space, and the primaries and white of IEC 61966-2-1 adapted to it by Bradford's matrix */
static const guint32 white[] = { XYZ_TYPE, 0, 0x0000F6D6, 0x00010000, 0x0000D32D };
static const guint32 red[] = { XYZ_TYPE, 0, 0x00006FA2, 0x000038F5, 0x00000390 };
static const guint32 green[] = { XYZ_TYPE, 0, 0x00006299, 0x0000B785, 0x000018DA };
static const guint32 blue[] = { XYZ_TYPE, 0, 0x000024A0, 0x00000F84, 0x0000B6CF };
static const guint32 adaptation[] = { FIXED_TYPE, 0, 0x00010C42, 0x000005DE, 0xFFFFF325, 0x00000793,
                                      0x0000FD90, 0xFFFFFBA1, 0xFFFFFDA2, 0x000003DC, 0x0000C06E };
/* parametric, of the fourth kind: ((x + 0.055) / 1.055) ^ 2.4 above 0.04045, x / 12.92 below */
static const guint32 curve[] = { CURVE_TYPE, 0, 0x00030000, 0x00026666, 0x0000F2A7, 0x00000D59, 0x000013D0, 0x00000A5B };

static const Tag tags[] = {
  { "desc", description, G_N_ELEMENTS (description) },
  { "cprt", copyright, G_N_ELEMENTS (copyright) },
  { "wtpt", white, G_N_ELEMENTS (white) },
  { "rXYZ", red, G_N_ELEMENTS (red) },
  { "gXYZ", green, G_N_ELEMENTS (green) },
  { "bXYZ", blue, G_N_ELEMENTS (blue) },
  { "chad", adaptation, G_N_ELEMENTS (adaptation) },
  { "rTRC", curve, G_N_ELEMENTS (curve) },
  { "gTRC", curve, G_N_ELEMENTS (curve) },
  { "bTRC", curve, G_N_ELEMENTS (curve) },
};

static void
append_word (GByteArray *profile,
             guint32 word)
{
  guint32 big_endian = GUINT32_TO_BE (word);

  g_byte_array_append (profile, (const guint8 *) &big_endian, sizeof big_endian);
}

static void
append_signature (GByteArray *profile,
                  const char *signature)
{
  g_byte_array_append (profile, (const guint8 *) signature, 4);
}

/* A display's profile of version 4.2, dated to the day of its standard: no clock decides on its bytes. */
static void
append_header (GByteArray *profile,
               guint32 length)
{
  append_word (profile, length);
  append_word (profile, 0);
  append_word (profile, 0x04200000);
  append_signature (profile, "mntr");
  append_signature (profile, "RGB ");
  append_signature (profile, "XYZ ");
  append_word (profile, 2004 << 16 | 10);
  append_word (profile, 1 << 16);
  append_word (profile, 0);
  append_signature (profile, "acsp");
  for (guint i = 0; i < 7; i++)
    append_word (profile, 0);
  append_word (profile, white[2]);
  append_word (profile, white[3]);
  append_word (profile, white[4]);
  for (guint i = 0; i < 12; i++)
    append_word (profile, 0);
}

/* Tags of equal content share it, as the three curves do. */
static guint32
find_offset (guint index)
{
  guint32 offset = HEADER_LENGTH + 4 + G_N_ELEMENTS (tags) * ENTRY_LENGTH;

  for (guint i = 0; i < index && tags[i].words != tags[index].words; i++)
    offset += tags[i].n_words * 4;
  return offset;
}

/**
 * rf_pdf_colour_profile_new:
 *
 * The ICC profile of sRGB, which is what the numbers of a report's colours mean. A library would put the time of
 * making into it, and nothing else of one is needed.
 */
GBytes *
rf_pdf_colour_profile_new (void)
{
  GByteArray *profile = g_byte_array_new ();

  append_header (profile, find_offset (G_N_ELEMENTS (tags) - 1) + G_N_ELEMENTS (curve) * 4);
  append_word (profile, G_N_ELEMENTS (tags));
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      append_signature (profile, tags[i].signature);
      append_word (profile, find_offset (i));
      append_word (profile, tags[i].n_words * 4);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (find_offset (i) == profile->len)
      for (guint j = 0; j < tags[i].n_words; j++)
        append_word (profile, tags[i].words[j]);
  return g_byte_array_free_to_bytes (profile);
}
