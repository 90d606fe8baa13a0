// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What holds between the members of an answers file in JSON; the schema sees to it in XML. */

#include "config.h"

#include "rf-record-json-check.h"

#include "rf-language.h"

typedef struct
{
  const RfRecord *record;
  RfProblems *problems;
  GHashTable *ids; /* owned: set of "kind id" */
} Check;

static gboolean
claim (const Check *self,
       const char *kind,
       const char *id)
{
  return g_hash_table_add (self->ids, g_strdup_printf ("%s %s", kind, id));
}

static void
check_unique (const Check *self,
              const char *kind,
              guint index,
              const char *id)
{
  g_autofree char *path = g_strdup_printf ("$.%s[%u]", kind, index);

  if (!claim (self, kind, id))
    rf_problems_add (self->problems, 0, path, _ ("Keep one of the two."), _ ("“%s” stands twice."), id);
}

static const char *
find_fault (const RfEvidence *evidence)
{
  if ((evidence->file_name != NULL) == (evidence->href != NULL))
    return _ ("The evidence must be either a file or a web link.");
  if (evidence->file_name && (evidence->sha256 == NULL || evidence->retrieved != RF_DAY_NONE))
    return _ ("Evidence that is a file is known by its SHA-256.");
  if (evidence->href && (evidence->sha256 || evidence->bytes || evidence->retrieved == RF_DAY_NONE))
    return _ ("Evidence that is a web link needs the day it was retrieved.");
  return NULL;
}

static void
check_evidence (const Check *self,
                guint index)
{
  RfEvidence *evidence = g_ptr_array_index (self->record->evidence, index);
  g_autofree char *path = g_strdup_printf ("$.evidence[%u]", index);
  g_autofree char *sha256 = evidence->bytes ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, evidence->bytes) : NULL;
  const char *fault = find_fault (evidence);

  check_unique (self, "evidence", index, evidence->id);
  if (fault)
    rf_problems_add (self->problems, 0, path, _ ("Give “file” and “sha256” for a file, or “href” and “retrieved” for a web link."), "%s", fault);
  else if (sha256 && g_strcmp0 (sha256, evidence->sha256) != 0)
    rf_problems_add (self->problems, 0, path, _ ("Export the file again."), _ ("The bytes of the evidence have the SHA-256 %s, not the one given."), sha256);
  if (evidence->bytes)
    evidence->size = g_bytes_get_size (evidence->bytes);
}

static void
check_choices (const Check *self,
               const RfAnswer *answer,
               const char *path)
{
  if (answer->choices && answer->value)
    rf_problems_add (self->problems, 0, path, _ ("Keep one of the two."), "%s", _ ("An answer has either choices or a value."));
  for (guint i = 0; answer->choices && answer->choices[i]; i++)
    if (g_strv_contains ((const char *const *) answer->choices + i + 1, answer->choices[i]))
      rf_problems_add (self->problems, 0, path, _ ("Keep one of the two."), _ ("The option “%s” is chosen twice."), answer->choices[i]);
}

static void
check_answer (const Check *self,
              guint index)
{
  const RfAnswer *answer = g_ptr_array_index (self->record->answers, index);
  g_autofree char *path = g_strdup_printf ("$.answers[%u]", index);

  check_unique (self, "answers", index, answer->question);
  check_choices (self, answer, path);
  for (guint i = 0; i < answer->links->len; i++)
    {
      const RfEvidenceLink *link = g_ptr_array_index (answer->links, i);
      g_autofree char *key = g_strdup_printf ("evidence %s", link->evidence);

      if (!g_hash_table_contains (self->ids, key))
        rf_problems_add (self->problems, 0, path, _ ("Add evidence of that id, or correct the id."), _ ("There is no evidence “%s” in this file."), link->evidence);
    }
}

static void
check_decision (const Check *self,
                guint index)
{
  const RfDecision *decision = g_ptr_array_index (self->record->decisions, index);
  g_autofree char *path = g_strdup_printf ("$.decisions[%u]", index);

  check_unique (self, "decisions", index, decision->use_case);
  if (rf_record_find_use_case (self->record, decision->use_case) == NULL)
    rf_problems_add (self->problems, 0, path, _ ("Add a use case of that id, or correct the id."), _ ("There is no use case “%s” in this file."), decision->use_case);
}

/**
 * rf_record_json_check:
 * @record: read member by member; the sizes of its evidence files are set
 * @problems: where what does not fit together is added, by its path
 */
void
rf_record_json_check (const RfRecord *record,
                      RfProblems *problems)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Check self = { record, problems, ids };

  if (record->earlier && record->earlier->status == RF_STATUS_DRAFT)
    rf_problems_add (problems, 0, "$.earlier.status", _ ("Leave “earlier” out."), "%s", _ ("An assessment that was a draft has no earlier standing."));
  for (guint i = 0; i < record->use_cases->len; i++)
    check_unique (&self, "use-cases", i, ((RfUseCase *) g_ptr_array_index (record->use_cases, i))->id);
  for (guint i = 0; i < record->evidence->len; i++)
    check_evidence (&self, i);
  for (guint i = 0; i < record->answers->len; i++)
    check_answer (&self, i);
  for (guint i = 0; i < record->actions->len; i++)
    check_unique (&self, "actions", i, ((RfAction *) g_ptr_array_index (record->actions, i))->id);
  for (guint i = 0; i < record->decisions->len; i++)
    check_decision (&self, i);
}
