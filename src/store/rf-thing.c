// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-thing.h"

#include <string.h>

static const struct
{
  const char *nick;
  const char *const *fields;
} kinds[RF_N_THING_KINDS] = {
  [RF_THING_QUESTIONNAIRE] = { "questionnaire", (const char *const[]){ "questionnaire", "revision", "sha256", "title", "file-sha256", NULL } },
  [RF_THING_PROVIDER] = { "provider", (const char *const[]){ "name", "homepage", "note", NULL } },
  [RF_THING_OFFERING] = { "offering", (const char *const[]){ "provider", "name", "layer", "channel", "plan", "region", "settings", "spending", NULL } },
  [RF_THING_USE_CASE] = { "use-case", (const char *const[]){ "name", "owner", "step", "sensitivity", "autonomy", "volume", "dependence", "personal-data", NULL } },
  [RF_THING_EVIDENCE] = { "evidence", (const char *const[]){ "title", "file-name", "sha256", "size", "href", "retrieved", "expires", NULL } },
  [RF_THING_ASSESSMENT] = { "assessment", (const char *const[]){ "offering", "questionnaire", "revision", "status", "as-of", "assessor", "approver", "submitted", "approved", "next-review", "note", "earlier-status", "earlier-approver", "earlier-submitted", "earlier-approved", NULL } },
  [RF_THING_ANSWER] = { "answer", (const char *const[]){ "state", "choices", "value", "reason", "override-risk", "override-reason", "note", "said-by", "inherited-from", "evidence", "chosen", "number", NULL } },
  [RF_THING_ACTION] = { "action", (const char *const[]){ "assessment", "text", "question", "owner", "due", "done", NULL } },
  [RF_THING_DECISION] = { "decision", (const char *const[]){ "assessment", "use-case", "verdict", "conditions", "owner", "rationale", "compensating-controls", "decided", "expires", NULL } },
  [RF_THING_SNAPSHOT] = { "snapshot", (const char *const[]){ "sha256", NULL } },
};

/* The word of the audit trail. */
const char *
rf_thing_kind_get_nick (RfThingKind self)
{
  return kinds[self].nick;
}

/* (array zero-terminated=1): the fields of a kind, at most %RF_THING_MAX_FIELDS, in the order of its values */
const char *const *
rf_thing_kind_get_fields (RfThingKind self)
{
  return kinds[self].fields;
}

static int
find_field (const RfThing *self,
            const char *field)
{
  for (int i = 0; kinds[self->kind].fields[i]; i++)
    if (g_str_equal (kinds[self->kind].fields[i], field))
      return i;
  g_return_val_if_reached (0);
}

RfThing *
rf_thing_new (RfThingKind kind,
              const char *id)
{
  RfThing *self = g_new0 (RfThing, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  return self;
}

RfThing *
rf_thing_copy (const RfThing *self)
{
  RfThing *copy = rf_thing_new (self->kind, self->id);

  for (guint i = 0; i < RF_THING_MAX_FIELDS; i++)
    copy->values[i] = g_strdup (self->values[i]);
  return copy;
}

void
rf_thing_free (RfThing *self)
{
  g_free (self->id);
  for (guint i = 0; i < RF_THING_MAX_FIELDS; i++)
    g_free (self->values[i]);
  g_free (self);
}

/**
 * rf_thing_equal:
 *
 * Returns: whether the two say the same in every field
 */
gboolean
rf_thing_equal (const RfThing *self,
                const RfThing *other)
{
  if (self->kind != other->kind || !g_str_equal (self->id, other->id))
    return FALSE;
  for (guint i = 0; i < RF_THING_MAX_FIELDS; i++)
    if (g_strcmp0 (self->values[i], other->values[i]) != 0)
      return FALSE;
  return TRUE;
}

/* (nullable): %NULL where not set */
const char *
rf_thing_get (const RfThing *self,
              const char *field)
{
  return self->values[find_field (self, field)];
}

/* An empty @value is none. */
void
rf_thing_set (RfThing *self,
              const char *field,
              const char *value)
{
  int index = find_field (self, field);
  char *copy = value && *value ? g_strdup (value) : NULL;

  g_free (self->values[index]);
  self->values[index] = copy;
}

/* "azure.1/encryption" belongs to "azure.1" */
char *
rf_thing_dup_parent (const RfThing *self)
{
  const char *slash = strrchr (self->id, '/');

  return slash ? g_strndup (self->id, slash - self->id) : NULL;
}

const char *
rf_thing_get_own_id (const RfThing *self)
{
  const char *slash = strrchr (self->id, '/');

  return slash ? slash + 1 : self->id;
}

static void
append_escaped (GString *text,
                const char *value)
{
  for (const char *at = value; *at; at++)
    if (*at == '\n')
      g_string_append (text, "\\n");
    else if (*at == '\\')
      g_string_append (text, "\\\\");
    else
      g_string_append_c (text, *at);
}

/**
 * rf_thing_to_text:
 *
 * Returns: (transfer full): the canonical text: "field: value" a line for each field that is set, in the order
 *   of the kind; line feeds and backslashes in values are escaped, so no two things have the same text
 */
char *
rf_thing_to_text (const RfThing *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; kinds[self->kind].fields[i]; i++)
    if (self->values[i])
      {
        g_string_append_printf (text, "%s: ", kinds[self->kind].fields[i]);
        append_escaped (text, self->values[i]);
        g_string_append_c (text, '\n');
      }
  return g_string_free (text, FALSE);
}

/* What the audit trail calls it: "offering azure-openai" */
char *
rf_thing_dup_subject (const RfThing *self)
{
  return g_strdup_printf ("%s %s", kinds[self->kind].nick, self->id);
}
