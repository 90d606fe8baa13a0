// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-command.h"

G_BEGIN_DECLS

extern const RfCommand rf_command_validate;
extern const RfCommand rf_command_score;
extern const RfCommand rf_command_compare;
extern const RfCommand rf_command_settle;
extern const RfCommand rf_command_fit;
extern const RfCommand rf_command_what_if;
extern const RfCommand rf_command_policy;
extern const RfCommand rf_command_profiles;
extern const RfCommand rf_command_report;
extern const RfCommand rf_command_benchmarks;
extern const RfCommand rf_command_list;
extern const RfCommand rf_command_provider_catalogue;
extern const RfCommand rf_command_provider_list;
extern const RfCommand rf_command_provider_add;
extern const RfCommand rf_command_provider_edit;
extern const RfCommand rf_command_provider_remove;
extern const RfCommand rf_command_offering_list;
extern const RfCommand rf_command_offering_add;
extern const RfCommand rf_command_offering_edit;
extern const RfCommand rf_command_offering_remove;
extern const RfCommand rf_command_use_case_list;
extern const RfCommand rf_command_use_case_add;
extern const RfCommand rf_command_use_case_edit;
extern const RfCommand rf_command_use_case_remove;
extern const RfCommand rf_command_questionnaire_list;
extern const RfCommand rf_command_questionnaire_add;
extern const RfCommand rf_command_translation_status;
extern const RfCommand rf_command_translation_add;
extern const RfCommand rf_command_start;
extern const RfCommand rf_command_assessment_edit;
extern const RfCommand rf_command_assessment_inherit;
extern const RfCommand rf_command_assessment_confirm;
extern const RfCommand rf_command_answer;
extern const RfCommand rf_command_evidence_list;
extern const RfCommand rf_command_evidence_add;
extern const RfCommand rf_command_evidence_edit;
extern const RfCommand rf_command_evidence_remove;
extern const RfCommand rf_command_evidence_link;
extern const RfCommand rf_command_evidence_unlink;
extern const RfCommand rf_command_action_list;
extern const RfCommand rf_command_action_add;
extern const RfCommand rf_command_action_edit;
extern const RfCommand rf_command_action_remove;
extern const RfCommand rf_command_submit;
extern const RfCommand rf_command_request_changes;
extern const RfCommand rf_command_approve;
extern const RfCommand rf_command_decide;
extern const RfCommand rf_command_import;
extern const RfCommand rf_command_export;
extern const RfCommand rf_command_audit;
extern const RfCommand rf_command_purge;
extern const RfCommand rf_command_check;
extern const RfCommand rf_command_verify_report;
extern const RfCommand rf_command_backup;
extern const RfCommand rf_command_workspace_list;
extern const RfCommand rf_command_workspace_rename;
extern const RfCommand rf_command_workspace_remove;
extern const RfCommand rf_command_workspace_import;
extern const RfCommand rf_command_workspace_copy;

G_END_DECLS
