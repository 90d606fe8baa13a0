// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-assessment.h"
#include "rf-audit.h"
#include "rf-evaluation.h"
#include "rf-portfolio-summary.h"
#include "rf-provider.h"
#include "rf-record.h"
#include "rf-xml-kind.h"

G_BEGIN_DECLS

#define RF_TYPE_WORKSPACE (rf_workspace_get_type ())
/**
 * RfWorkspace:
 *
 * An open store with its questionnaires and evaluations: every operation of a user, with its undo and its
 * entry in the audit chain. The window and the command line call the same functions.
 *
 * Synchronous; needs no main loop. It may be made in one thread and used in another, by one at a time; what it
 * hands out (boxed values, records, scores) is a snapshot and may cross threads. "changed" is emitted in the
 * thread of the call that changed something, after it is on the disk; it also tells that another process did.
 *
 * Unless said otherwise an `offering` is an offering's id and stands for its current assessment, the newest.
 * Ids that are made (where NULL is given) are readable: "Azure OpenAI" becomes "azure-openai".
 *
 * Errors: INVALID (a rule is broken, or the assessment's status forbids it), NOT_FOUND, EXISTS, BUSY (another
 * process writes), STORE (disk full or unreadable, read-only). After an error nothing is changed.
 */
G_DECLARE_FINAL_TYPE (RfWorkspace, rf_workspace, RF, WORKSPACE, GObject)

/**
 * RfWorkspaceFlags:
 * @RF_WORKSPACE_CREATE: make it where there is none
 * @RF_WORKSPACE_READ_ONLY: read the file into memory and leave it alone; nothing can be changed
 */
typedef enum
{
  RF_WORKSPACE_DEFAULT = 0,
  RF_WORKSPACE_CREATE = 1 << 0,
  RF_WORKSPACE_READ_ONLY = 1 << 1,
} RfWorkspaceFlags;

/* ---- opening: live workspaces lie in $XDG_DATA_HOME/ringfence/workspaces/NAME.ringfence ---- */

/* NOT_FOUND without CREATE; PARSE: not a store; TOO_NEW; BUSY; STORE */
RfWorkspace *rf_workspace_open (const char *name,
                                RfWorkspaceFlags flags,
                                GError **error);
/* The same for a file that is named by its path; for files of other places READ_ONLY is meant. */
RfWorkspace *rf_workspace_open_file (const char *path,
                                     RfWorkspaceFlags flags,
                                     GError **error);
/* Copies a store from elsewhere to be the workspace @name, which must not exist (EXISTS), and opens it. */
RfWorkspace *rf_workspace_import_store (const char *path,
                                        const char *name,
                                        GError **error);
/* Whether a file calls itself a database; it may still be another program's, which importing it says. */
gboolean rf_workspace_is_store_file (const char *path);
/* 1-64 letters, digits, spaces, dots, dashes and underscores; begins with a letter or digit. */
gboolean rf_workspace_check_name (const char *name,
                                  GError **error);
char *rf_workspace_dup_path_of (const char *name);
/* (transfer full) (element-type utf8): names in alphabetical order; empty where there are none */
GPtrArray *rf_workspace_list_names (GError **error);

#define RF_TYPE_WORKSPACE_FILE (rf_workspace_file_get_type ())
/**
 * RfWorkspaceFile:
 * @size: in bytes, with what is not folded in yet
 * @changed: seconds since 1970, UTC: when it was last written to
 */
typedef struct
{
  char *name;
  guint64 size;
  gint64 changed;
} RfWorkspaceFile;

GType rf_workspace_file_get_type (void);
RfWorkspaceFile *rf_workspace_file_copy (const RfWorkspaceFile *self);
void rf_workspace_file_free (RfWorkspaceFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfWorkspaceFile, rf_workspace_file_free)

/* (transfer full) (element-type RfWorkspaceFile): by name; empty where there are none */
GPtrArray *rf_workspace_list_files (GError **error);
/* NOT_FOUND; EXISTS; BUSY while anybody has it open, this process included: close it first; PARSE: not a store */
gboolean rf_workspace_rename (const char *name,
                              const char *new_name,
                              GError **error);
/* For good, with its evidence files; a damaged one too. NOT_FOUND; BUSY as above */
gboolean rf_workspace_delete (const char *name,
                              GError **error);

const char *rf_workspace_get_path (RfWorkspace *self);
gboolean rf_workspace_is_read_only (RfWorkspace *self);

/* Who is written into the audit trail; by default the name of the user. */
void rf_workspace_set_author (RfWorkspace *self,
                              const char *author);
const char *rf_workspace_get_author (RfWorkspace *self);
/* The weights that stand for RF_PROFILE_DEFAULT: those of the profile with this id in every questionnaire that has it;
 * NULL and elsewhere: what the questionnaire says. Recorded nowhere. */
void rf_workspace_set_profile (RfWorkspace *self,
                               const char *profile);
/* An index into @questionnaire's profiles, -1 for its own weights */
int rf_workspace_find_profile (RfWorkspace *self,
                               const RfQuestionnaire *questionnaire);
/* Seconds since 1970, UTC. By default the clock of the system; tests and reproducible runs give their own. */
typedef gint64 (*RfWorkspaceClock) (gpointer data);
void rf_workspace_set_clock (RfWorkspace *self,
                             RfWorkspaceClock clock,
                             gpointer data);
RfDay rf_workspace_get_today (RfWorkspace *self);

/* Whether another process has changed the store since the last call; then what was cached is dropped, undo is
 * emptied and "changed" emitted. */
gboolean rf_workspace_has_changed_elsewhere (RfWorkspace *self);

/* ---- copies and checks ---- */

/* A consistent copy, also while in use: written beside @path, synced, renamed. An existing file is replaced. */
gboolean rf_workspace_save_copy (RfWorkspace *self,
                                 const char *path,
                                 GError **error);
/* The database, its references, the hashes of evidence files and snapshots, and the audit chain; @head
 * (nullable): a hash noted earlier. TRUE where all is well. @relation (out, optional) says what @head is. */
gboolean rf_workspace_check (RfWorkspace *self,
                             const char *head,
                             RfHeadRelation *relation,
                             GError **error);
/* 64 hexadecimal digits; 64 zeros where nothing was ever changed */
char *rf_workspace_dup_head (RfWorkspace *self,
                             GError **error);
/* (transfer full) (element-type RfAuditEntry): from number @first on, at most @count (0: all) */
GPtrArray *rf_workspace_list_audit (RfWorkspace *self,
                                    guint64 first,
                                    guint count,
                                    GError **error);
/* Erases the old and new values kept for what @subject names (as in an entry); the chain stays whole, and the
 * erasure is an entry itself. Files that no evidence refers to any more go too. Cannot be undone. */
gboolean rf_workspace_purge (RfWorkspace *self,
                             const char *subject,
                             const char *reason,
                             GError **error);

/* ---- undo ---- */

gboolean rf_workspace_undo (RfWorkspace *self,
                            GError **error);
gboolean rf_workspace_redo (RfWorkspace *self,
                            GError **error);
/* (nullable): what would be undone, for a menu: "answer 2.3" */
const char *rf_workspace_get_undo_description (RfWorkspace *self);
const char *rf_workspace_get_redo_description (RfWorkspace *self);

/* Several operations as one step, which is undone as a whole: begin, do them, end. All of it is kept or nothing:
 * where one fails, cancel, and all is as before begin. Others wait meanwhile, so nothing in it ends with BUSY; be
 * quick, and never wait for a user in between. "changed" comes with the end. With something in it that cannot be
 * undone the step cannot be undone either. Steps do not nest; undo, redo and purge are INVALID in one.
 * @description is for the undo menu. */
gboolean rf_workspace_begin_step (RfWorkspace *self,
                                  const char *description,
                                  GError **error);
/* After an error nothing of it was kept. */
gboolean rf_workspace_end_step (RfWorkspace *self,
                                GError **error);
void rf_workspace_cancel_step (RfWorkspace *self);

/* ---- questionnaires: kept in the store with their bytes; never changed nor removed ---- */

/* Adding the same one again is no change; another content under the same id and revision is EXISTS. Not
 * undone. @problems (nullable) takes what is wrong in the file. (transfer full) */
RfQuestionnaire *rf_workspace_add_questionnaire (RfWorkspace *self,
                                                 GBytes *bytes,
                                                 const char *name,
                                                 RfProblems *problems,
                                                 GError **error);
RfQuestionnaire *rf_workspace_add_questionnaire_file (RfWorkspace *self,
                                                      const char *path,
                                                      RfProblems *problems,
                                                      GError **error);
/* (element-type RfQuestionnaire): by id, then revision */
GPtrArray *rf_workspace_list_questionnaires (RfWorkspace *self,
                                             GError **error);
/* @id NULL: the one added last; @revision 0: the latest. (transfer full) */
RfQuestionnaire *rf_workspace_dup_questionnaire (RfWorkspace *self,
                                                 const char *id,
                                                 guint revision,
                                                 GError **error);

/* ---- what can be kept: for a form that says so before it is sent ---- */

/* A name is one line of at most this many characters. */
#define RF_LINE_MAX_CHARACTERS 200
/* @what is checked, at the beginning of a sentence; @text is nullable */
gboolean rf_workspace_check_line (const char *what,
                                  const char *text,
                                  gboolean required,
                                  GError **error);

/* ---- providers, offerings, use cases: listed by name ---- */

GPtrArray *rf_workspace_list_providers (RfWorkspace *self,
                                        GError **error);
RfProvider *rf_workspace_dup_provider (RfWorkspace *self,
                                       const char *id,
                                       GError **error);
/* @provider's id may be NULL. Returns the id. EXISTS where the id or the name is taken. */
char *rf_workspace_add_provider (RfWorkspace *self,
                                 const RfProvider *provider,
                                 GError **error);
gboolean rf_workspace_edit_provider (RfWorkspace *self,
                                     const RfProvider *provider,
                                     GError **error);
/* INVALID while it has offerings */
gboolean rf_workspace_remove_provider (RfWorkspace *self,
                                       const char *id,
                                       GError **error);

GPtrArray *rf_workspace_list_offerings (RfWorkspace *self,
                                        GError **error);
RfOffering *rf_workspace_dup_offering (RfWorkspace *self,
                                       const char *id,
                                       GError **error);
/* @offering's id may be NULL (rf_offering_new (NULL, …)); its provider, a name, is added where it is new.
 * Starts no assessment. Returns the id. */
char *rf_workspace_add_offering (RfWorkspace *self,
                                 const RfOffering *offering,
                                 GError **error);
gboolean rf_workspace_edit_offering (RfWorkspace *self,
                                     const RfOffering *offering,
                                     GError **error);
/* With its assessments, their answers, actions and decisions; INVALID where one of them was approved. */
gboolean rf_workspace_remove_offering (RfWorkspace *self,
                                       const char *id,
                                       GError **error);

GPtrArray *rf_workspace_list_use_cases (RfWorkspace *self,
                                        GError **error);
RfUseCase *rf_workspace_dup_use_case (RfWorkspace *self,
                                      const char *id,
                                      GError **error);
char *rf_workspace_add_use_case (RfWorkspace *self,
                                 const RfUseCase *use_case,
                                 GError **error);
gboolean rf_workspace_edit_use_case (RfWorkspace *self,
                                     const RfUseCase *use_case,
                                     GError **error);
/* INVALID while something was decided for it */
gboolean rf_workspace_remove_use_case (RfWorkspace *self,
                                       const char *id,
                                       GError **error);

/* ---- assessments ---- */

/* (element-type RfAssessment): @offering's, oldest first; NULL: all, by offering */
GPtrArray *rf_workspace_list_assessments (RfWorkspace *self,
                                          const char *offering,
                                          GError **error);
/* The current one. NOT_FOUND where there is none. */
RfAssessment *rf_workspace_dup_assessment (RfWorkspace *self,
                                           const char *offering,
                                           GError **error);
/* Begins one: @questionnaire NULL and @revision 0 as in rf_workspace_dup_questionnaire(), @as_of NONE: today.
 * Where there is an approved one before, its answers are carried over to be verified again (inherited_from), and so
 * are its decisions and what is still to be done; INVALID where one is not yet approved. The assessor is the author. */
gboolean rf_workspace_start_assessment (RfWorkspace *self,
                                        const char *offering,
                                        const char *questionnaire,
                                        guint revision,
                                        RfDay as_of,
                                        GError **error);
/* Takes assessor, as_of and next_review from @assessment. */
gboolean rf_workspace_edit_assessment (RfWorkspace *self,
                                       const RfAssessment *assessment,
                                       GError **error);
/**
 * RfCourse:
 * @RF_COURSE_START: a new assessment, or the first
 * @RF_COURSE_ANSWER: change answers, link evidence, edit the assessment
 *
 * What is done to an assessment in its course.
 */
typedef enum
{
  RF_COURSE_START,
  RF_COURSE_ANSWER,
  RF_COURSE_SUBMIT,
  RF_COURSE_REQUEST_CHANGES,
  RF_COURSE_APPROVE,
  RF_N_COURSES,
} RfCourse;

/* Whether it is possible now; @error says why not and what to do, as the operation itself would: INVALID, NOT_FOUND
 * (no assessment), STORE (read-only). Who approves is checked by rf_workspace_check_approver(). */
gboolean rf_workspace_may (RfWorkspace *self,
                           const char *offering,
                           RfCourse course,
                           GError **error);
/* Whether this person may approve the current assessment. */
gboolean rf_workspace_check_approver (RfWorkspace *self,
                                      const char *offering,
                                      const char *approver,
                                      gboolean allow_same,
                                      GError **error);
/* draft or changes requested -> submitted; answers cannot be changed from then on */
gboolean rf_workspace_submit (RfWorkspace *self,
                              const char *offering,
                              GError **error);
/* submitted -> changes requested; @note (nullable) says what */
gboolean rf_workspace_request_changes (RfWorkspace *self,
                                       const char *offering,
                                       const char *note,
                                       GError **error);
/* submitted -> approved, frozen as a snapshot; an approved one before it becomes superseded. @approver must be
 * another person than the assessor unless @allow_same. @next_review may be NONE. Cannot be undone. */
gboolean rf_workspace_approve (RfWorkspace *self,
                               const char *offering,
                               const char *approver,
                               gboolean allow_same,
                               RfDay next_review,
                               GError **error);
/* Replaces what was decided for the same use case before. decided NONE: today; owner is required. */
gboolean rf_workspace_decide (RfWorkspace *self,
                              const char *offering,
                              const RfDecision *decision,
                              GError **error);
gboolean rf_workspace_remove_decision (RfWorkspace *self,
                                       const char *offering,
                                       const char *use_case,
                                       GError **error);
/* The snapshot of the newest approved assessment as it was frozen; NOT_FOUND where none was approved. */
GBytes *rf_workspace_dup_snapshot (RfWorkspace *self,
                                   const char *offering,
                                   GError **error);

/* ---- answers ---- */

/* Never NULL on success: a question nobody touched has the state unanswered. */
RfAnswer *rf_workspace_dup_answer (RfWorkspace *self,
                                   const char *offering,
                                   const char *question,
                                   GError **error);
/* Replaces the whole answer: state, choices, value, reason, override, note, said-by, links. Checked against
 * the question. On the disk when it returns; the evaluation has followed. Organisation-wide questions are
 * answered for all offerings. */
gboolean rf_workspace_put_answer (RfWorkspace *self,
                                  const char *offering,
                                  const RfAnswer *answer,
                                  GError **error);
/* Copies what the current assessment of the offering @from answers into @offering's, as one step: only into
 * questions that are unanswered, with the same id and where the answer fits, and never what the organisation
 * answers for all offerings. Each is marked with inherited_from until it is confirmed or answered anew; its evidence
 * is linked as a provider's statement at most. @questions (nullable, %NULL-terminated): only these, then all of them
 * must be copied. @n_copied (out, optional); where it is 0 nothing was changed. INVALID: from itself, another
 * questionnaire, a named question that cannot be copied; NOT_FOUND: one of them has no assessment. */
gboolean rf_workspace_inherit_answers (RfWorkspace *self,
                                       const char *offering,
                                       const char *from,
                                       const char *const *questions,
                                       guint *n_copied,
                                       GError **error);
/* The copied answer holds here too. INVALID where it is not a copy. */
gboolean rf_workspace_confirm_answer (RfWorkspace *self,
                                      const char *offering,
                                      const char *question,
                                      GError **error);

/* ---- evidence ---- */

/* (element-type RfEvidence): of the whole workspace, by title */
GPtrArray *rf_workspace_list_evidence (RfWorkspace *self,
                                       GError **error);
RfEvidence *rf_workspace_dup_evidence (RfWorkspace *self,
                                       const char *id,
                                       GError **error);
/* How many answers rest on it, those of earlier assessments included; an organisation-wide one counts once. */
gboolean rf_workspace_count_supported_answers (RfWorkspace *self,
                                               const char *evidence,
                                               guint *count,
                                               GError **error);
#define RF_EVIDENCE_MAX_BYTES ((gsize) 100 << 20)
/* Reads a file into the store; the same bytes are kept once. @title NULL: its name. @expires may be NONE.
 * INVALID: too large, a directory, not a regular file; NOT_FOUND. Returns the id. */
char *rf_workspace_attach_file (RfWorkspace *self,
                                const char *path,
                                const char *title,
                                RfDay expires,
                                GError **error);
/* @retrieved NONE: today */
char *rf_workspace_attach_link (RfWorkspace *self,
                                const char *href,
                                const char *title,
                                RfDay retrieved,
                                RfDay expires,
                                GError **error);
/* Takes title, href, retrieved and expires. */
gboolean rf_workspace_edit_evidence (RfWorkspace *self,
                                     const RfEvidence *evidence,
                                     GError **error);
/* Its links go with it; INVALID where a submitted or approved assessment rests on it. */
gboolean rf_workspace_remove_evidence (RfWorkspace *self,
                                       const char *id,
                                       GError **error);
/* The file's bytes; NOT_FOUND for a web link, or where only the hash is known (imported). */
GBytes *rf_workspace_dup_evidence_file (RfWorkspace *self,
                                        const char *id,
                                        GError **error);
/* @locator (nullable): page, clause. A second link of the same evidence to the same answer replaces the first. */
gboolean rf_workspace_link_evidence (RfWorkspace *self,
                                     const char *offering,
                                     const char *question,
                                     const char *evidence,
                                     RfGrade grade,
                                     const char *locator,
                                     GError **error);
gboolean rf_workspace_unlink_evidence (RfWorkspace *self,
                                       const char *offering,
                                       const char *question,
                                       const char *evidence,
                                       GError **error);

/* ---- actions ---- */

/* (element-type RfAction): of the current assessment, open ones first, then by due day */
GPtrArray *rf_workspace_list_actions (RfWorkspace *self,
                                      const char *offering,
                                      GError **error);
/* @action's id may be NULL. Returns the id. */
char *rf_workspace_add_action (RfWorkspace *self,
                               const char *offering,
                               const RfAction *action,
                               GError **error);
gboolean rf_workspace_edit_action (RfWorkspace *self,
                                   const char *offering,
                                   const RfAction *action,
                                   GError **error);
gboolean rf_workspace_remove_action (RfWorkspace *self,
                                     const char *offering,
                                     const char *id,
                                     GError **error);

/* ---- the portfolio ---- */

/* What a portfolio shows of one offering, and of all of them by name (element-type RfPortfolioSummary); an
 * offering without an assessment is no error. @today NONE: the workspace's. */
RfPortfolioSummary *rf_workspace_dup_summary (RfWorkspace *self,
                                              const char *offering,
                                              RfDay today,
                                              GError **error);
GPtrArray *rf_workspace_list_summaries (RfWorkspace *self,
                                        RfDay today,
                                        GError **error);

/* ---- records and figures ---- */

/* Everything about an offering's current assessment, organisation-wide answers included: for reports, export
 * and threads. The answers and evidence of an approved one are as they were frozen; its actions and decisions, and
 * the use cases of the workspace, which are all in it, are as they are now. */
RfRecord *rf_workspace_dup_record (RfWorkspace *self,
                                   const char *offering,
                                   GError **error);
/* The same with what a file needs besides: the provider's details and, if asked for, the evidence files' bytes, as far as
 * the workspace holds them. */
RfRecord *rf_workspace_dup_export (RfWorkspace *self,
                                   const char *offering,
                                   gboolean with_files,
                                   GError **error);
/* The last approved assessment before the current one, as it was frozen; @record is NULL where there is none. */
gboolean rf_workspace_load_earlier_record (RfWorkspace *self,
                                           const char *offering,
                                           RfRecord **record,
                                           GError **error);
/* Takes a record in as one undoable step: the offering (made, or edited where its id is known), use cases,
 * evidence, answers, actions, decisions. The questionnaire must be in the workspace with the same content; the
 * answers of an existing assessment that the record does not name are kept. Every problem is added to
 * @problems (nullable). Returns the offering's id. */
char *rf_workspace_import_record (RfWorkspace *self,
                                  const RfRecord *record,
                                  RfProblems *problems,
                                  GError **error);
/* The same from an answers file. */
char *rf_workspace_import_answers_file (RfWorkspace *self,
                                        const char *path,
                                        RfProblems *problems,
                                        GError **error);

/* Takes in a questionnaire, its translation or answers (XML, JSON), whichever the file holds. @kind (out, optional) says
 * which it was. Returns the offering's id, the questionnaire's id and revision, or its id and the language. A translation
 * is kept for the user, see rf_translation_folders_add(). */
char *rf_workspace_import_file (RfWorkspace *self,
                                const char *path,
                                RfXmlKind *kind,
                                RfProblems *problems,
                                GError **error);

#define RF_PROFILE_DEFAULT -2
/* The figures of the current assessment. @use_case (nullable): an id; @profile: an index, -1 for the file's own
 * weights or RF_PROFILE_DEFAULT; @as_of NONE: the assessment's own day. */
RfScore *rf_workspace_dup_score (RfWorkspace *self,
                                 const char *offering,
                                 const char *use_case,
                                 int profile,
                                 RfDay as_of,
                                 GError **error);
/* The same as an evaluation of one's own, for advice and for trying things out; free it in any thread. */
RfEvaluation *rf_workspace_dup_evaluation (RfWorkspace *self,
                                           const char *offering,
                                           const char *use_case,
                                           int profile,
                                           RfDay as_of,
                                           GError **error);

G_END_DECLS
