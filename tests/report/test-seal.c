// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What a report says of its data: the same for the same, another for every change, and nothing that gives away more. */

#include "config.h"

#include "report-fixture.h"

#include "rf-error.h"
#include "rf-report-seal.h"

#include <stddef.h>

/* ---- a record with something of every kind ---- */

static void
fill (RfRecord *record,
      gconstpointer user_data)
{
  RfAnswer *answer = fixture_answer (record, 0, RF_ANSWER_ANSWERED);
  RfEvidence *evidence = rf_evidence_new ("terms", "The terms");
  RfUseCase *use_case = rf_use_case_new ("chat bot", "Chat");
  RfAction *action = rf_action_new ("ask", "Ask them");
  RfDecision *decision = rf_decision_new ("chat bot", RF_VERDICT_APPROVE);

  g_ptr_array_add (answer->links, rf_evidence_link_new ("terms", RF_GRADE_STATEMENT, "page 2"));
  fixture_answer (record, 2, RF_ANSWER_UNKNOWN);
  g_ptr_array_add (record->evidence, evidence);
  g_ptr_array_add (record->use_cases, use_case);
  g_ptr_array_add (record->actions, action);
  decision->owner = g_strdup ("Ada");
  g_ptr_array_add (record->decisions, decision);
}

static RfReportMaterial *
material_new (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (4, fill, NULL);
  RfReportMaterial *material = rf_report_material_new ();

  rf_report_material_add (material, findings, NULL);
  return material;
}

static RfRecord *
get_record (const RfReportMaterial *material)
{
  return ((const RfReportSubject *) material->subjects->pdata[0])->findings->record;
}

static char *
dup_text (const RfReportMaterial *material,
          RfReportKind kind)
{
  g_autoptr (RfReportSeal) seal = rf_report_seal_new (material, kind);

  return rf_report_seal_to_string (seal);
}

/* ---- tests ---- */

static void
test_deterministic (void)
{
  g_autoptr (RfReportMaterial) first = material_new ();
  g_autoptr (RfReportMaterial) second = material_new ();
  g_autofree char *one = dup_text (first, RF_REPORT_FULL);
  g_autofree char *other = NULL;
  g_autoptr (RfReportSeal) parsed = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  /* the order in which a file lists things is no change */
  g_ptr_array_add (get_record (second)->answers, g_ptr_array_steal_index (get_record (second)->answers, 0));
  other = dup_text (second, RF_REPORT_FULL);
  g_assert_cmpstr (one, ==, other);
  g_assert_nonnull (strstr (one, "\npart use-case chat%20bot "));
  parsed = rf_report_seal_parse (one, &error);
  g_assert_no_error (error);
  again = rf_report_seal_to_string (parsed);
  g_assert_cmpstr (one, ==, again);
}

typedef enum
{
  OF_ANSWER,
  OF_LINK,
  OF_OFFERING,
  OF_RECORD,
  OF_EVIDENCE,
  OF_ACTION,
  OF_DECISION,
  OF_USE_CASE,
} Holder;

typedef struct
{
  Holder holder;
  gsize offset;
  gboolean is_number; /* 32 bits; a text otherwise */
  const char *field;
} Field;

#define TEXT(holder, type, field)                             \
  {                                                           \
    holder, offsetof (type, field), FALSE, #holder "/" #field \
  }
#define NUMBER(holder, type, field)                          \
  {                                                          \
    holder, offsetof (type, field), TRUE, #holder "/" #field \
  }

static const Field fields[] = {
  NUMBER (OF_ANSWER, RfAnswer, state),
  TEXT (OF_ANSWER, RfAnswer, value),
  TEXT (OF_ANSWER, RfAnswer, reason),
  NUMBER (OF_ANSWER, RfAnswer, override_risk),
  TEXT (OF_ANSWER, RfAnswer, override_reason),
  TEXT (OF_ANSWER, RfAnswer, note),
  NUMBER (OF_ANSWER, RfAnswer, said_by),
  TEXT (OF_ANSWER, RfAnswer, inherited_from),
  TEXT (OF_LINK, RfEvidenceLink, evidence),
  NUMBER (OF_LINK, RfEvidenceLink, grade),
  TEXT (OF_LINK, RfEvidenceLink, locator),
  TEXT (OF_OFFERING, RfOffering, provider),
  TEXT (OF_OFFERING, RfOffering, name),
  TEXT (OF_OFFERING, RfOffering, attributes[0]),
  TEXT (OF_OFFERING, RfOffering, settings),
  NUMBER (OF_OFFERING, RfOffering, spending),
  NUMBER (OF_RECORD, RfRecord, as_of),
  TEXT (OF_RECORD, RfRecord, assessor),
  TEXT (OF_RECORD, RfRecord, approver),
  NUMBER (OF_RECORD, RfRecord, status),
  NUMBER (OF_RECORD, RfRecord, submitted),
  NUMBER (OF_RECORD, RfRecord, approved),
  NUMBER (OF_RECORD, RfRecord, next_review),
  TEXT (OF_RECORD, RfRecord, requested),
  TEXT (OF_EVIDENCE, RfEvidence, title),
  TEXT (OF_EVIDENCE, RfEvidence, file_name),
  TEXT (OF_EVIDENCE, RfEvidence, sha256),
  TEXT (OF_EVIDENCE, RfEvidence, href),
  NUMBER (OF_EVIDENCE, RfEvidence, retrieved),
  NUMBER (OF_EVIDENCE, RfEvidence, expires),
  TEXT (OF_ACTION, RfAction, text),
  TEXT (OF_ACTION, RfAction, question),
  TEXT (OF_ACTION, RfAction, owner),
  NUMBER (OF_ACTION, RfAction, due),
  NUMBER (OF_ACTION, RfAction, done),
  NUMBER (OF_DECISION, RfDecision, verdict),
  TEXT (OF_DECISION, RfDecision, owner),
  TEXT (OF_DECISION, RfDecision, rationale),
  TEXT (OF_DECISION, RfDecision, compensating_controls),
  NUMBER (OF_DECISION, RfDecision, decided),
  NUMBER (OF_DECISION, RfDecision, expires),
  TEXT (OF_USE_CASE, RfUseCase, name),
  TEXT (OF_USE_CASE, RfUseCase, owner),
  TEXT (OF_USE_CASE, RfUseCase, step),
  NUMBER (OF_USE_CASE, RfUseCase, levels[0]),
};

static gpointer
find_holder (RfRecord *record,
             Holder holder)
{
  const RfAnswer *answer = record->answers->pdata[0];
  gpointer holders[] = { record->answers->pdata[0], answer->links->pdata[0], record->offering, record, record->evidence->pdata[0],
                         record->actions->pdata[0], record->decisions->pdata[0], record->use_cases->pdata[0] };

  return holders[holder];
}

static void
change_field (RfRecord *record,
              const Field *field)
{
  char *at = (char *) find_holder (record, field->holder) + field->offset;
  char **text = (char **) (gpointer) at;

  if (field->is_number)
    {
      /* for an unset day any day will do; enumerations have a next value */
      int *number = (int *) (gpointer) at;

      *number = *number == 0 && (field->holder == OF_RECORD || field->holder == OF_EVIDENCE || field->holder == OF_ACTION) &&
                    field->offset != offsetof (RfRecord, status)
                  ? (int) record->as_of
                  : *number + 1;
      return;
    }
  g_free (*text);
  *text = g_strdup ("another");
}

/* Each field changes the part that holds it and no other. */
static void
test_fields (void)
{
  static const char *const kinds[] = { "answer", "answer", "offering", "assessment", "evidence", "action", "decision", "use-case" };
  g_autoptr (RfReportMaterial) before = material_new ();
  g_autoptr (RfReportSeal) sealed = rf_report_seal_new (before, RF_REPORT_FULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (RfReportMaterial) after = material_new ();
      g_autoptr (RfReportSeal) current = NULL;
      g_autoptr (GPtrArray) differences = NULL;
      const RfSealDifference *difference;

      g_test_message ("%s", fields[i].field);
      change_field (get_record (after), &fields[i]);
      current = rf_report_seal_new (after, RF_REPORT_FULL);
      differences = rf_report_seal_compare (sealed, current);
      g_assert_cmpuint (differences->len, ==, 1);
      difference = differences->pdata[0];
      g_assert_cmpstr (difference->kind, ==, kinds[fields[i].holder]);
      g_assert_cmpint (difference->what, ==, RF_SEAL_CHANGED);
      g_assert_cmpstr (sealed->sha256, !=, current->sha256);
    }
}

/* A text that moves from one field to the next is a change. */
static void
test_unambiguous (void)
{
  g_autoptr (RfReportMaterial) one = material_new ();
  g_autoptr (RfReportMaterial) other = material_new ();
  g_autoptr (RfReportSeal) left = NULL;
  g_autoptr (RfReportSeal) right = NULL;

  ((RfAnswer *) get_record (one)->answers->pdata[0])->value = g_strdup ("word");
  ((RfAnswer *) get_record (other)->answers->pdata[0])->reason = g_strdup ("word");
  left = rf_report_seal_new (one, RF_REPORT_FULL);
  right = rf_report_seal_new (other, RF_REPORT_FULL);
  g_assert_cmpstr (left->sha256, !=, right->sha256);
}

static void
test_added_and_removed (void)
{
  g_autoptr (RfReportMaterial) before = material_new ();
  g_autoptr (RfReportMaterial) after = material_new ();
  g_autoptr (RfReportSeal) sealed = rf_report_seal_new (before, RF_REPORT_FULL);
  g_autoptr (RfReportSeal) current = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  const RfSealDifference *difference;

  g_ptr_array_remove_index (get_record (after)->actions, 0);
  fixture_answer (get_record (after), 3, RF_ANSWER_REFUSED);
  current = rf_report_seal_new (after, RF_REPORT_FULL);
  differences = rf_report_seal_compare (sealed, current);
  g_assert_cmpuint (differences->len, ==, 2);
  difference = differences->pdata[0];
  g_assert_cmpstr (difference->id, ==, "ask");
  g_assert_cmpint (difference->what, ==, RF_SEAL_REMOVED);
  difference = differences->pdata[1];
  g_assert_cmpstr (difference->id, ==, "q3");
  g_assert_cmpint (difference->what, ==, RF_SEAL_ADDED);
}

static const struct
{
  const char *what;
  const char *old;
  const char *new;
  int code;
} tamperings[] = {
  { "a newer version", "ringfence-seal 1", "ringfence-seal 2", RF_ERROR_TOO_NEW },
  { "no version", "ringfence-seal 1", "ringfence-seal", RF_ERROR_PARSE },
  { "another text", "ringfence-seal 1", "<html>", RF_ERROR_PARSE },
  { "an unknown kind", "kind full", "kind secret", RF_ERROR_PARSE },
  { "no digest", "data-sha256", "chain-head", RF_ERROR_PARSE },
  { "another offering", "offering o\n", "offering p\n", RF_ERROR_PARSE },
  { "a part renamed", "part answer q2", "part answer q3", RF_ERROR_PARSE },
  { "a part of no kind", "part answer q2", "part secret q2", RF_ERROR_PARSE },
  { "a part without digest", "part answer q2 ", "part answer q2\nx ", RF_ERROR_PARSE },
  { "another day", "as-of 2026-11-01", "as-of 2026-11-02", RF_ERROR_PARSE },
  { "no day", "as-of 2026-11-01", "as-of 2026-13-01", RF_ERROR_PARSE },
  { "an escape sequence", "offering o\n", "offering %1b%5b2J\n", RF_ERROR_PARSE },
  { "bytes that are no text", "offering o\n", "offering %ff\n", RF_ERROR_PARSE },
  { "an empty word", "offering o\n", "offering \n", RF_ERROR_PARSE },
};

static void
test_tampering (void)
{
  g_autoptr (RfReportMaterial) material = material_new ();
  g_autofree char *text = dup_text (material, RF_REPORT_FULL);

  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_auto (GStrv) around = g_strsplit (text, tamperings[i].old, 2);
      g_autofree char *changed = g_strjoinv (tamperings[i].new, around);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", tamperings[i].what);
      g_assert_cmpuint (g_strv_length (around), ==, 2);
      g_assert_null (rf_report_seal_parse (changed, &error));
      g_assert_error (error, RF_ERROR, tamperings[i].code);
    }
}

/* Wherever a seal is cut off, that is said; nothing crashes. */
static void
test_truncated (void)
{
  g_autoptr (RfReportMaterial) material = material_new ();
  g_autofree char *text = dup_text (material, RF_REPORT_FULL);

  for (gsize length = strlen (text) - 1; length-- > 0;)
    {
      g_autoptr (GError) error = NULL;

      text[length] = '\0';
      g_assert_null (rf_report_seal_parse (text, &error));
      g_assert_error (error, RF_ERROR, RF_ERROR_PARSE);
    }
}

static void
test_non_attributable (void)
{
  g_autoptr (RfReportMaterial) material = material_new ();
  g_autoptr (RfReportMaterial) redacted = NULL;
  g_autofree char *text = NULL;
  g_autoptr (RfReportSeal) parsed = NULL;
  g_autoptr (GError) error = NULL;

  material->chain_head = g_strdup ("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
  redacted = rf_report_material_new_non_attributable (material, &error);
  g_assert_no_error (error);
  text = dup_text (redacted, RF_REPORT_NON_ATTRIBUTABLE);
  g_assert_null (strstr (text, "part "));
  g_assert_null (strstr (text, "offering o\n"));
  g_assert_null (strstr (text, "0123456789abcdef"));
  parsed = rf_report_seal_parse (text, &error);
  g_assert_no_error (error);
  g_assert_cmpint (parsed->kind, ==, RF_REPORT_NON_ATTRIBUTABLE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/seal/deterministic", test_deterministic);
  g_test_add_func ("/report/seal/fields", test_fields);
  g_test_add_func ("/report/seal/unambiguous", test_unambiguous);
  g_test_add_func ("/report/seal/added-and-removed", test_added_and_removed);
  g_test_add_func ("/report/seal/tampering", test_tampering);
  g_test_add_func ("/report/seal/truncated", test_truncated);
  g_test_add_func ("/report/seal/non-attributable", test_non_attributable);
  return g_test_run ();
}
