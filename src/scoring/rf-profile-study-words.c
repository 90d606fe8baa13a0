// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What another profile makes of a decision, in the same words everywhere. */

#include "config.h"

#include "rf-profile-study.h"
#include "rf-language.h"

static char *
dup_decision (const RfUnderProfile *under,
              guint use_case)
{
  g_autofree char *range = rf_fit_dup_residual (&under->residuals[use_case]);

  return g_strdup_printf (_ ("%s: %s"), rf_fit_verdict_get_label (under->verdicts[use_case]), range);
}

static void
append_use_cases (GString *text,
                  const RfProfileStudy *self,
                  const RfUnderProfile *under)
{
  const RfUnderProfile *first = g_ptr_array_index (self->profiles, 0);

  for (guint i = 0; i < self->findings->use_cases->len; i++)
    {
      const RfUseCaseFindings *findings = g_ptr_array_index (self->findings->use_cases, i);
      g_autofree char *before = dup_decision (first, i);
      g_autofree char *after = dup_decision (under, i);

      if (under->verdicts[i] == first->verdicts[i])
        continue;
      /* Translators: a use case; then two verdicts, as in "unfit: high" */
      g_string_append_printf (text, _ ("%s is “%s” in place of “%s”"), findings->use_case->name, after, before);
      g_string_append (text, _ ("; "));
    }
}

/**
 * rf_profile_study_dup_difference:
 * @under: one of the profiles of the study
 *
 * Says in a sentence which decisions are others than under the first profile of the study, and through which weights.
 */
char *
rf_profile_study_dup_difference (const RfProfileStudy *self,
                                 const RfUnderProfile *under)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *causes = NULL;

  if (!under->differs)
    return g_strdup (_ ("the decision is the same"));
  text = g_string_new (NULL);
  append_use_cases (text, self, under);
  if (text->len == 0)
    g_string_append_printf (text, "%s%s", _ ("the rating is another"), _ ("; "));
  causes = rf_profile_study_dup_causes (self, under);
  g_string_append_printf (text, _ ("through the weight of %s"), causes);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
