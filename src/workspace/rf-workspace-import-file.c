// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-workspace-private.h"

#include "rf-record-json.h"
#include "rf-record-xml.h"
#include "rf-translation-folders.h"
#include "rf-xml-input.h"
#include "rf-xml-kind.h"
#include "rf-language.h"

static char *
import_questionnaire (RfWorkspace *self,
                      GBytes *bytes,
                      const char *name,
                      RfProblems *problems,
                      GError **error)
{
  g_autoptr (RfQuestionnaire) questionnaire = rf_workspace_add_questionnaire (self, bytes, name, problems, error);

  return questionnaire ? g_strdup_printf ("%s %u", questionnaire->id, questionnaire->revision) : NULL;
}

static char *
import_answers (RfWorkspace *self,
                GBytes *bytes,
                const char *name,
                RfProblems *problems,
                GError **error)
{
  g_autoptr (RfRecord) record = rf_record_json_is_meant (bytes) ? rf_record_read_json (bytes, name, problems, error) : rf_record_read_bytes (bytes, name, problems, error);

  return record ? rf_workspace_import_record (self, record, problems, error) : NULL;
}

/* What is neither is read as answers all the same: the reader says best what is wrong with it. */
static gboolean
find_kind (GBytes *bytes,
           const char *name,
           RfXmlKind *kind,
           GError **error)
{
  *kind = RF_XML_ANSWERS;
  if (rf_record_json_is_meant (bytes))
    return TRUE;
  if (!rf_xml_find_kind (bytes, name, kind, error))
    return FALSE;
  if (*kind == RF_XML_UNKNOWN)
    *kind = RF_XML_ANSWERS;
  if (*kind == RF_XML_ANSWERS || *kind == RF_XML_QUESTIONNAIRE || *kind == RF_XML_TRANSLATION)
    return TRUE;
  return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("%s: Only questionnaires, their translations and answers files can be imported. “ringfence-cli validate” checks the others."), name);
}

/* What was read of the questionnaire before was in its own language. */
static char *
import_translation (RfWorkspace *self,
                    GBytes *bytes,
                    const char *name,
                    RfProblems *problems,
                    GError **error)
{
  char *id = rf_translation_folders_add (bytes, name, problems, error);

  if (id == NULL)
    return NULL;
  g_hash_table_remove_all (self->questionnaires);
  g_hash_table_remove_all (self->opened);
  rf_workspace_forget_facts (self);
  rf_workspace_tell (self);
  return id;
}

static char *
import_bytes (RfWorkspace *self,
              RfXmlKind kind,
              GBytes *bytes,
              const char *name,
              RfProblems *problems,
              GError **error)
{
  switch (kind)
    {
    case RF_XML_QUESTIONNAIRE:
      return import_questionnaire (self, bytes, name, problems, error);
    case RF_XML_TRANSLATION:
      return import_translation (self, bytes, name, problems, error);
    default:
      return import_answers (self, bytes, name, problems, error);
    }
}

char *
rf_workspace_import_file (RfWorkspace *self,
                          const char *path,
                          RfXmlKind *kind,
                          RfProblems *problems,
                          GError **error)
{
  const char *name = rf_xml_input_get_name (path);
  g_autoptr (GBytes) bytes = rf_xml_input_load (path, error);
  RfXmlKind found;
  char *id;

  if (bytes == NULL || !find_kind (bytes, name, &found, error))
    return NULL;
  id = import_bytes (self, found, bytes, name, problems, error);
  if (id && kind)
    *kind = found;
  return id;
}
