// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-seal.h"

#include "rf-policy.h"
/* ---- its parts ---- */

static void
part_free (gpointer data)
{
  RfSealPart *self = data;

  g_free (self->kind);
  g_free (self->id);
  g_free (self->digest);
  g_free (self);
}

static void
subject_free (gpointer data)
{
  RfSealSubject *self = data;

  g_free (self->offering);
  g_free (self->questionnaire_id);
  g_free (self->questionnaire_sha256);
  g_free (self->profile);
  g_free (self->policy);
  g_free (self->use_case);
  g_free (self->engine);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

void
rf_report_seal_free (RfReportSeal *self)
{
  g_free (self->sha256);
  g_free (self->chain_head);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  g_free (self);
}

RfSealSubject *
rf_seal_subject_new (const char *offering)
{
  RfSealSubject *self = g_new0 (RfSealSubject, 1);

  self->offering = g_strdup (offering);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  return self;
}

void
rf_seal_subject_add (RfSealSubject *self,
                     const char *kind,
                     const char *id,
                     const char *digest)
{
  RfSealPart *part = g_new0 (RfSealPart, 1);

  part->kind = g_strdup (kind);
  part->id = g_strdup (id);
  part->digest = g_strdup (digest);
  g_ptr_array_add (self->parts, part);
}

/* ---- what a record says ---- */

/* Every field with its length before it, so that no two records give the same bytes. */
static void
add_text (GChecksum *sum,
          const char *text)
{
  g_autofree char *length = text != NULL ? g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (text)) : g_strdup ("-");

  g_checksum_update (sum, (const guchar *) length, -1);
  if (text != NULL)
    g_checksum_update (sum, (const guchar *) text, -1);
}

static void
add_number (GChecksum *sum,
            gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  add_text (sum, text);
}

static void
add_day (GChecksum *sum,
         RfDay day)
{
  g_autofree char *text = day != RF_DAY_NONE ? rf_day_to_string (day) : NULL;

  add_text (sum, text);
}

static void
add_list (GChecksum *sum,
          char **texts)
{
  add_number (sum, texts != NULL ? (gint64) g_strv_length (texts) : 0);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    add_text (sum, texts[i]);
}

static void
add_part (RfSealSubject *self,
          const char *kind,
          const char *id,
          GChecksum *sum)
{
  rf_seal_subject_add (self, kind, id, g_checksum_get_string (sum));
}

static void
add_answer (RfSealSubject *self,
            const RfAnswer *answer)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (sum, rf_answer_state_get_nick (answer->state));
  add_list (sum, answer->choices);
  add_text (sum, answer->value);
  add_text (sum, answer->reason);
  add_number (sum, answer->override_risk);
  add_text (sum, answer->override_reason);
  add_text (sum, answer->note);
  add_number (sum, answer->said_by);
  add_text (sum, answer->inherited_from);
  add_number (sum, answer->links->len);
  for (guint i = 0; i < answer->links->len; i++)
    {
      const RfEvidenceLink *link = answer->links->pdata[i];

      add_text (sum, link->evidence);
      add_text (sum, rf_grade_get_nick (link->grade));
      add_text (sum, link->locator);
    }
  add_part (self, "answer", answer->question, sum);
}

static void
add_offering (RfSealSubject *self,
              const RfOffering *offering)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (sum, offering->provider);
  add_text (sum, offering->name);
  for (guint i = 0; i < RF_N_OFFERING_ATTRIBUTES; i++)
    add_text (sum, offering->attributes[i]);
  add_text (sum, offering->settings);
  add_number (sum, offering->spending);
  add_part (self, "offering", offering->id, sum);
}

static void
add_assessment (RfSealSubject *self,
                const RfRecord *record)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_day (sum, record->as_of);
  add_text (sum, record->assessor);
  add_text (sum, record->approver);
  add_text (sum, rf_status_get_nick (record->status));
  add_day (sum, record->submitted);
  add_day (sum, record->approved);
  add_day (sum, record->next_review);
  add_text (sum, record->requested);
  add_part (self, "assessment", record->offering->id, sum);
}

/* The file stands for itself by its hash: its bytes and its size need not be at hand. */
static void
add_evidence (RfSealSubject *self,
              const RfEvidence *evidence)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (sum, evidence->title);
  add_text (sum, evidence->file_name);
  add_text (sum, evidence->sha256);
  add_text (sum, evidence->href);
  add_day (sum, evidence->retrieved);
  add_day (sum, evidence->expires);
  add_part (self, "evidence", evidence->id, sum);
}

static void
add_action (RfSealSubject *self,
            const RfAction *action)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (sum, action->text);
  add_text (sum, action->question);
  add_text (sum, action->owner);
  add_day (sum, action->due);
  add_day (sum, action->done);
  add_part (self, "action", action->id, sum);
}

static void
add_decision (RfSealSubject *self,
              const RfDecision *decision)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (sum, rf_verdict_get_nick (decision->verdict));
  add_list (sum, decision->conditions);
  add_text (sum, decision->owner);
  add_text (sum, decision->rationale);
  add_text (sum, decision->compensating_controls);
  add_day (sum, decision->decided);
  add_day (sum, decision->expires);
  add_part (self, "decision", decision->use_case, sum);
}

static void
add_use_case (RfSealSubject *self,
              const RfUseCase *use_case)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (sum, use_case->name);
  add_text (sum, use_case->owner);
  add_text (sum, use_case->step);
  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    add_number (sum, use_case->levels[i]);
  add_part (self, "use-case", use_case->id, sum);
}

/* ---- what a report was made from ---- */

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const RfSealPart *left = *(const RfSealPart *const *) a;
  const RfSealPart *right = *(const RfSealPart *const *) b;
  int order = strcmp (left->kind, right->kind);

  if (order == 0)
    order = strcmp (left->id, right->id);
  return order != 0 ? order : strcmp (left->digest, right->digest);
}

static void
add_records (RfSealSubject *self,
             const RfFindings *findings)
{
  const RfRecord *record = findings->record;

  add_offering (self, record->offering);
  add_assessment (self, record);
  for (guint i = 0; i < record->answers->len; i++)
    add_answer (self, record->answers->pdata[i]);
  for (guint i = 0; i < record->evidence->len; i++)
    add_evidence (self, record->evidence->pdata[i]);
  for (guint i = 0; i < record->actions->len; i++)
    add_action (self, record->actions->pdata[i]);
  for (guint i = 0; i < record->decisions->len; i++)
    add_decision (self, record->decisions->pdata[i]);
  for (guint i = 0; i < record->use_cases->len; i++)
    add_use_case (self, record->use_cases->pdata[i]);
  /* one that was read from a file of its own */
  if (findings->use_case != NULL && rf_record_find_use_case (record, findings->use_case->id) == NULL)
    add_use_case (self, findings->use_case);
  g_ptr_array_sort (self->parts, compare_parts);
}

static RfSealSubject *
seal_subject (const RfFindings *findings)
{
  const RfQuestionnaire *questionnaire = findings->questionnaire;
  RfSealSubject *self = rf_seal_subject_new (findings->record->offering->id);

  self->questionnaire_id = g_strdup (questionnaire->id);
  self->questionnaire_revision = questionnaire->revision;
  self->questionnaire_sha256 = g_strdup (questionnaire->sha256);
  if (findings->profile >= 0)
    self->profile = g_strdup (questionnaire->profiles[findings->profile].id);
  if (questionnaire->policy != NULL)
    self->policy = g_strdup (questionnaire->policy->sha256);
  if (findings->use_case != NULL)
    self->use_case = g_strdup (findings->use_case->id);
  self->as_of = findings->as_of;
  self->engine = g_strdup (RF_ENGINE_VERSION);
  add_records (self, findings);
  return self;
}

/**
 * rf_report_seal_new:
 * @material: what the report is made from; already redacted for %RF_REPORT_NON_ATTRIBUTABLE
 *
 * Seals the records of every offering and how they are scored. A seal is no signature: it shows a change, and cannot
 * show who made the report.
 */
RfReportSeal *
rf_report_seal_new (const RfReportMaterial *material,
                    RfReportKind kind)
{
  RfReportSeal *self = g_new0 (RfReportSeal, 1);

  self->kind = kind;
  self->chain_head = g_strdup (material->chain_head);
  self->subjects = g_ptr_array_new_with_free_func (subject_free);
  for (guint i = 0; i < material->subjects->len; i++)
    g_ptr_array_add (self->subjects, seal_subject (((const RfReportSubject *) material->subjects->pdata[i])->findings));
  self->sha256 = rf_report_seal_dup_digest (self);
  /* Against the digest of one record anybody could try one guess after the other until it fits, and a chain head leads
   * to the store: what is not attributable keeps the one digest over everything. */
  if (kind == RF_REPORT_NON_ATTRIBUTABLE)
    {
      g_clear_pointer (&self->chain_head, g_free);
      for (guint i = 0; i < self->subjects->len; i++)
        g_ptr_array_set_size (((RfSealSubject *) self->subjects->pdata[i])->parts, 0);
    }
  return self;
}

/* ---- as a text ---- */

/* Ids stand between spaces, so whatever could be taken for one is encoded. */
static void
append_words (GString *text,
              const char *name,
              const char *first,
              const char *second,
              const char *third)
{
  const char *words[] = { first, second, third };

  g_string_append (text, name);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = words[i] != NULL ? g_uri_escape_string (words[i], NULL, FALSE) : NULL;

      if (word != NULL)
        g_string_append_printf (text, " %s", word);
    }
  g_string_append_c (text, '\n');
}

static void
append_subject (GString *text,
                const RfSealSubject *self)
{
  g_autofree char *revision = g_strdup_printf ("%u", self->questionnaire_revision);
  g_autofree char *day = rf_day_to_string (self->as_of);

  append_words (text, "offering", self->offering, NULL, NULL);
  append_words (text, "questionnaire", self->questionnaire_id, revision, self->questionnaire_sha256);
  if (self->profile != NULL)
    append_words (text, "profile", self->profile, NULL, NULL);
  if (self->policy != NULL)
    append_words (text, "policy", self->policy, NULL, NULL);
  if (self->use_case != NULL)
    append_words (text, "use-case", self->use_case, NULL, NULL);
  append_words (text, "as-of", day, NULL, NULL);
  append_words (text, "engine", self->engine, NULL, NULL);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const RfSealPart *part = self->parts->pdata[i];

      append_words (text, "part", part->kind, part->id, part->digest);
    }
}

/* Of the text of all subjects. The chain head and the kind of report are no data: the same answers seal alike. */
char *
rf_report_seal_dup_digest (const RfReportSeal *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->subjects->len; i++)
    append_subject (text, self->subjects->pdata[i]);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
}

/**
 * rf_report_seal_to_string:
 *
 * The text that a report carries: a line for each thing, the same for the same data. docs/report.md describes it.
 */
char *
rf_report_seal_to_string (const RfReportSeal *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "ringfence-seal %d\n", RF_SEAL_VERSION);
  append_words (text, "kind", rf_report_kind_nicks[self->kind], NULL, NULL);
  append_words (text, "data-sha256", self->sha256, NULL, NULL);
  append_words (text, "chain-head", self->chain_head != NULL ? self->chain_head : "none", NULL, NULL);
  for (guint i = 0; i < self->subjects->len; i++)
    append_subject (text, self->subjects->pdata[i]);
  return g_string_free (text, FALSE);
}
