// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-content-private.h"

#include "rf-error.h"
#include "rf-report-seal.h"
#include "rf-language.h"

#include <math.h>

char *
rf_report_dup_question_anchor (guint question)
{
  return g_strdup_printf ("q%u", question);
}

char *
rf_report_dup_question_target (guint question)
{
  return g_strdup_printf ("#q%u", question);
}

/* NULL for no day. */
char *
rf_report_dup_day (RfDay day)
{
  return day == RF_DAY_NONE ? NULL : rf_day_to_text (day);
}

/* A number or a day as the language writes it, with its unit; a text as it is. */
char *
rf_report_dup_value (const RfQuestion *question,
                     const char *value)
{
  g_autofree char *number = NULL;
  RfDay day;

  if (question->kind == RF_QUESTION_DATE && rf_day_from_string (value, &day))
    return rf_report_dup_day (day);
  if (question->kind != RF_QUESTION_NUMBER)
    return g_strdup (value);
  number = rf_language_dup_number (value);
  return question->unit != NULL ? g_strdup_printf ("%s %s", number, question->unit) : g_steal_pointer (&number);
}

/* "12–48"; what is not assessed has no figure. */
char *
rf_report_dup_range (const RfFigures *figures,
                     const RfRatingBands *bands)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (isnan (figures->low))
    return g_strdup (_ ("not assessed"));
  low = rf_format_low (figures->low, bands);
  high = rf_format_high (figures->high, bands);
  if (g_str_equal (low, high))
    return g_steal_pointer (&low);
  return g_strdup_printf (_ ("%s–%s"), low, high);
}

/* How far the range goes where claims are doubted; NULL where that is no further. */
char *
rf_report_dup_doubt (const RfFigures *figures,
                     const RfRatingBands *bands)
{
  g_autofree char *high = NULL;
  g_autofree char *unproven_high = NULL;

  if (isnan (figures->low))
    return NULL;
  high = rf_format_high (figures->high, bands);
  unproven_high = rf_format_high (figures->unproven_high, bands);
  if (g_str_equal (high, unproven_high))
    return NULL;
  return g_strdup_printf (_ ("unproven up to %s"), unproven_high);
}

char *
rf_report_dup_capitalised (const char *text)
{
  g_autofree char *first = g_utf8_strup (text, g_utf8_next_char (text) - text);

  return *text != '\0' ? g_strconcat (first, g_utf8_next_char (text), NULL) : g_strdup ("");
}

/* Within a sentence: "low to high". */
char *
rf_report_dup_rating_words (RfRating low,
                            RfRating high)
{
  if (low == high)
    return g_strdup (rf_rating_get_label (low));
  return g_strdup_printf (_ ("%s to %s"), rf_rating_get_label (low), rf_rating_get_label (high));
}

char *
rf_report_dup_rating_range (RfRating low,
                            RfRating high)
{
  g_autofree char *words = rf_report_dup_rating_words (low, high);

  return rf_report_dup_capitalised (words);
}

const char *
rf_report_get_side_title (RfSide side)
{
  return side == RF_SIDE_PROVIDER ? _ ("The provider’s side") : _ ("Our own side");
}

/* A question as "2.3 Who reads …", leading to it. */
RfReportText *
rf_report_text_new_question_link (const RfReportWriter *self,
                                  guint question)
{
  const RfQuestion *source = &self->findings->questionnaire->questions[question];
  g_autofree char *target = rf_report_dup_question_target (question);
  RfReportText *text = rf_report_text_append_link (rf_report_text_new (RF_ROLE_BODY, ""), target, source->number);

  return rf_report_text_append (rf_report_text_append (text, RF_ROLE_BODY, "  "), RF_ROLE_BODY, source->prompt);
}

void
rf_report_begin_fields (const RfReportWriter *self)
{
  static const RfReportColumn columns[] = { { 0.24, FALSE, NULL }, { 0.76, FALSE, NULL } };

  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), FALSE, TRUE);
}

/* @value: (nullable): a field without one is left out */
void
rf_report_add_field (const RfReportWriter *self,
                     const char *name,
                     const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  rf_report_document_begin_row (self->document, NULL);
  rf_report_document_add_cell (self->document, RF_ROLE_MUTED, name);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, value);
}

/* Small, so that 64 digits stand on one line. */
void
rf_report_add_hash (const RfReportWriter *self,
                    const char *name,
                    const char *hash)
{
  rf_report_document_begin_row (self->document, NULL);
  rf_report_document_add_cell (self->document, RF_ROLE_MUTED, name);
  rf_report_document_add_cell (self->document, RF_ROLE_SMALL, hash);
}

/* Visits what a condition asks about, in order. @condition: (nullable) */
void
rf_report_foreach_atom (const RfConditionNode *condition,
                        RfReportAtomFunc visit,
                        gpointer user_data)
{
  if (condition == NULL)
    return;
  for (guint i = 0; i < condition->length; i++)
    if (condition[i].kind > RF_CONDITION_NOT)
      visit (&condition[i], user_data);
}

/* The first of several with one id counts, as it does for the record. */
static void
index_record (const RfReportWriter *self)
{
  const RfRecord *record = self->findings->record;

  for (guint i = record->answers->len; i > 0; i--)
    {
      RfAnswer *answer = record->answers->pdata[i - 1];

      g_hash_table_insert (self->answers, answer->question, answer);
    }
  for (guint i = record->evidence->len; i > 0; i--)
    {
      RfEvidence *evidence = record->evidence->pdata[i - 1];

      g_hash_table_insert (self->evidence, evidence->id, evidence);
    }
}

static void
begin_part (RfReportWriter *part,
            const RfReportWriter *self,
            guint subject)
{
  *part = *self;
  part->subject = self->material->subjects->pdata[subject];
  part->findings = part->subject->findings;
  part->answers = g_hash_table_new (g_str_hash, g_str_equal);
  part->evidence = g_hash_table_new (g_str_hash, g_str_equal);
  index_record (part);
}

static void
end_part (RfReportWriter *part)
{
  g_hash_table_unref (part->answers);
  g_hash_table_unref (part->evidence);
}

/**
 * rf_report_write_part:
 * @subject: the index of the offering to write of
 *
 * Lets @write speak of one offering of the material.
 */
void
rf_report_write_part (const RfReportWriter *self,
                      guint subject,
                      RfReportPartFunc write)
{
  RfReportWriter part;

  begin_part (&part, self, subject);
  write (&part);
  end_part (&part);
}

static void
write_annex (const RfReportWriter *self)
{
  rf_report_write_board (self);
  rf_report_document_add_page_break (self->document);
  rf_report_document_add_contents (self->document, _ ("Contents"));
  rf_report_write_summary (self);
  rf_report_write_sides (self);
  rf_report_write_advice (self);
  rf_report_write_questions (self);
  rf_report_write_set_aside (self);
  rf_report_write_not_asked (self);
  rf_report_write_follow_up (self);
  rf_report_write_all_changes (self);
  rf_report_write_benchmarks (self);
  rf_report_write_method (self);
  rf_report_write_audit (self);
}

static char *
dup_title (const RfReportMaterial *material,
           const RfReportOptions *options)
{
  const RfReportSubject *first = material->subjects->pdata[0];
  const RfOffering *offering = first->findings->record->offering;

  switch (options->kind)
    {
    case RF_REPORT_COMPARISON:
      return g_strdup_printf (ngettext ("Comparison of %u offering", "Comparison of %u offerings", material->subjects->len),
                              material->subjects->len);
    case RF_REPORT_PORTFOLIO:
      return g_strdup_printf (ngettext ("Portfolio of %u offering", "Portfolio of %u offerings", material->subjects->len),
                              material->subjects->len);
    case RF_REPORT_FULL:
    case RF_REPORT_BOARD:
    case RF_REPORT_NON_ATTRIBUTABLE:
    default:
      return g_strdup_printf (_ ("Risk report: %s, %s"), offering->provider, offering->name);
    }
}

static RfReportDocument *
begin_document (const RfReportMaterial *material,
                const RfReportOptions *options,
                const RfReportSeal *seal)
{
  const RfFindings *findings = ((const RfReportSubject *) material->subjects->pdata[0])->findings;
  const RfQuestionnaire *questionnaire = findings->questionnaire;
  g_autofree char *title = dup_title (material, options);
  RfReportDocument *document = rf_report_document_new (title, &questionnaire->bands, findings->as_of);

  document->seal = rf_report_seal_to_string (seal);
  document->author = g_strdup (options->organisation);
  document->logo = options->logo ? g_bytes_ref (options->logo) : NULL;
  document->subject = g_strdup (questionnaire->title);
  g_free (document->running_head);
  document->running_head = g_strdup (title);
  g_free (document->running_foot);
  document->running_foot = g_strdup_printf (_ ("%s, revision %u"), questionnaire->id, questionnaire->revision);
  g_free (document->language);
  /* what a translated program says around the questions makes the most of it */
  document->language = g_strdup (rf_language_is_source () ? questionnaire->language : rf_language_get_current_tag ());
  return document;
}

static RfReportDocument *
write_document (const RfReportMaterial *material,
                const RfReportOptions *options)
{
  g_autoptr (RfReportSeal) seal = rf_report_seal_new (material, options->kind);
  RfReportDocument *document = begin_document (material, options, seal);
  RfReportWriter writer = { .document = document, .material = material, .options = options, .data_sha256 = seal->sha256 };

  switch (options->kind)
    {
    case RF_REPORT_BOARD:
      for (guint i = 0; i < material->subjects->len; i++)
        rf_report_write_part (&writer, i, rf_report_write_board);
      break;
    case RF_REPORT_COMPARISON:
      rf_report_write_comparison (&writer);
      break;
    case RF_REPORT_PORTFOLIO:
      rf_report_write_portfolio (&writer);
      break;
    case RF_REPORT_FULL:
    case RF_REPORT_NON_ATTRIBUTABLE:
    default:
      rf_report_write_part (&writer, 0, write_annex);
      break;
    }
  return document;
}

/* Bars stand on one scale, and answers beside each other only under the same questions. */
static gboolean
check_questionnaires (const RfReportMaterial *material,
                      RfReportKind kind,
                      GError **error)
{
  const RfQuestionnaire *first = ((const RfReportSubject *) material->subjects->pdata[0])->findings->questionnaire;

  for (guint i = 1; i < material->subjects->len; i++)
    {
      const RfFindings *findings = ((const RfReportSubject *) material->subjects->pdata[i])->findings;
      const RfQuestionnaire *other = findings->questionnaire;

      if (memcmp (&first->bands, &other->bands, sizeof first->bands) != 0)
        g_set_error (error, RF_ERROR, RF_ERROR_INVALID,
                     _ ("“%s” is rated by other bands than the offerings before it. Report on it alone."), findings->record->offering->name);
      else if (kind == RF_REPORT_COMPARISON && (!g_str_equal (first->id, other->id) || first->revision != other->revision))
        g_set_error (error, RF_ERROR, RF_ERROR_INVALID,
                     _ ("“%s” was asked %s, revision %u, and not %s, revision %u, as the offerings before it: only answers to the same questions can stand side by side."),
                     findings->record->offering->name, other->id, other->revision, first->id, first->revision);
      else
        continue;
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_material (const RfReportMaterial *material,
                RfReportKind kind,
                GError **error)
{
  gboolean of_one = kind == RF_REPORT_FULL || kind == RF_REPORT_NON_ATTRIBUTABLE;

  if (material->subjects->len == 0)
    g_set_error_literal (error, RF_ERROR, RF_ERROR_INVALID, _ ("There is nothing to report on: no offering has an assessment."));
  else if (of_one && material->subjects->len > 1)
    g_set_error_literal (error, RF_ERROR, RF_ERROR_INVALID,
                         _ ("A report with every answer is about one offering: name it, or ask for a comparison or a portfolio."));
  else if (kind == RF_REPORT_COMPARISON && material->subjects->len < 2)
    g_set_error_literal (error, RF_ERROR, RF_ERROR_INVALID, _ ("A comparison needs at least two offerings that are assessed."));
  else
    return check_questionnaires (material, kind, error);
  return FALSE;
}

/**
 * rf_report_document_new_from_material:
 *
 * Says everything that a report of the kind asked for has to say. All figures are those of @material: nothing is
 * computed here. The document borrows texts of neither argument.
 *
 * Returns: (transfer full): the document; or %NULL with %RF_ERROR_INVALID where @material does not make a report of
 *   that kind
 */
RfReportDocument *
rf_report_document_new_from_material (const RfReportMaterial *material,
                                      const RfReportOptions *options,
                                      GError **error)
{
  g_autoptr (RfReportMaterial) redacted = NULL;
  RfReportOptions own_options = *options;

  if (!check_material (material, options->kind, error))
    return NULL;
  if (options->kind != RF_REPORT_NON_ATTRIBUTABLE)
    return write_document (material, options);
  redacted = rf_report_material_new_non_attributable (material, error);
  if (redacted == NULL)
    return NULL;
  own_options.organisation = NULL;
  own_options.logo = NULL;
  return write_document (redacted, &own_options);
}

/**
 * rf_report_document_new_from_findings:
 *
 * As rf_report_document_new_from_material(), in full, of one offering and nothing else.
 */
RfReportDocument *
rf_report_document_new_from_findings (const RfFindings *findings,
                                      const RfReportOptions *options)
{
  g_autoptr (RfReportMaterial) material = rf_report_material_new ();
  RfReportOptions own_options = *options;

  own_options.kind = RF_REPORT_FULL;
  rf_report_material_add (material, (RfFindings *) findings, NULL);
  return rf_report_document_new_from_material (material, &own_options, NULL);
}
