// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-record.h"
#include "rf-xml-reader.h"

G_BEGIN_DECLS

/* What the elements' functions work on. */
typedef struct
{
  RfRecord *record;     /* owned; NULL before the outermost element and in a file of use cases */
  GPtrArray *use_cases; /* owned, of RfUseCase: the record's, or those of a file of use cases */
  RfAnswer *answer;     /* borrowed: the one being read */
  RfAction *action;     /* borrowed */
  RfDecision *decision; /* borrowed */
  RfEvidence *evidence; /* borrowed */
  GByteArray *bytes;    /* owned, nullable: the file gathered so far */
  GPtrArray *words;     /* owned, of char *: the choices or conditions gathered so far */
  GHashTable *chosen;   /* owned: set of the choices gathered so far */
  GHashTable *ids;      /* owned: set of "kind id", what is already there */
} RfRecordReading;

extern const RfXmlElement rf_record_use_case_element;
extern const RfXmlElement rf_record_evidence_element;
extern const RfXmlElement rf_record_answer_element;
extern const RfXmlElement rf_record_action_element;
extern const RfXmlElement rf_record_decision_element;

gboolean rf_record_reading_claim (RfRecordReading *reading,
                                  const char *kind,
                                  const char *id);
void rf_record_reading_claim_id (RfRecordReading *reading,
                                 RfXmlReader *reader,
                                 const char *kind,
                                 const char *id);
gboolean rf_record_reading_knows (const RfRecordReading *reading,
                                  const char *kind,
                                  const char *id);
char **rf_record_reading_take_words (RfRecordReading *reading);

G_END_DECLS
