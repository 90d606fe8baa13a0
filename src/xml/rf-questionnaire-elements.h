// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-questionnaire-builder.h"
#include "rf-xml-reader.h"

G_BEGIN_DECLS

/* What the elements' functions work on. The texts are owned. */
typedef struct
{
  RfQuestionnaireBuilder *builder; /* owned; NULL before the outermost element */
  char *language;
  char *title;
  char *description;
  char *publisher;
  char *licence;
  RfScope section_scope;
  RfNumber last_limit; /* of the band before: where one is missing, it is taken to be a little higher */
  /* a condition lacks a part, so that the whole cannot be checked against the rules */
  gboolean has_broken_condition;
} RfQuestionnaireReading;

extern const RfXmlElement rf_questionnaire_element;
extern const RfXmlElement rf_questionnaire_section_element;
extern const RfXmlElement rf_questionnaire_applies_if_element;
extern const RfXmlElement rf_questionnaire_violated_if_element;

void rf_questionnaire_read_text (RfXmlReader *reader,
                                 const RfXmlElement *element,
                                 const char *text,
                                 gpointer data);

G_END_DECLS
