// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-command.h"
#include "rf-output.h"
#include "rf-table.h"
#include "rf-workspace.h"

G_BEGIN_DECLS

/**
 * RfSession:
 *
 * A command's use of a store: the options that all such commands share and the workspace they name. Cleared with
 * rf_session_end().
 */
typedef struct
{
  char *workspace_name;
  char *store;
  char *author;
  char *format_name;
  RfFormat format;
  gboolean exports;       /* set before parsing: the formats are those of an export */
  RfWorkspace *workspace; /* owned */
  gboolean is_changing;   /* between rf_session_begin_change() and rf_session_end_change() */
} RfSession;

gboolean rf_session_begin (RfSession *self,
                           const RfCommand *command,
                           const GOptionEntry *options,
                           char ***argv,
                           guint least,
                           guint most,
                           RfExitStatus *status);
gboolean rf_session_parse (RfSession *self,
                           const RfCommand *command,
                           const GOptionEntry *options,
                           char ***argv,
                           guint least,
                           guint most,
                           RfExitStatus *status);
gboolean rf_session_enter (RfSession *self,
                           RfExitStatus *status);
gboolean rf_session_begin_to_change (RfSession *self,
                                     const RfCommand *command,
                                     const GOptionEntry *options,
                                     char ***argv,
                                     guint least,
                                     guint most,
                                     RfExitStatus *status);
gboolean rf_session_enter_to_change (RfSession *self,
                                     RfExitStatus *status);
gboolean rf_session_begin_change (RfSession *self,
                                  GError **error);
gboolean rf_session_end_change (RfSession *self,
                                gboolean keep,
                                GError **error);
GOptionEntry *rf_session_list_options (RfSession *self);
gboolean rf_session_open (RfSession *self,
                          GError **error);
void rf_session_end (RfSession *self);
RfExitStatus rf_session_print (const RfSession *self,
                               const RfTable *table);
RfExitStatus rf_session_finish (RfSession *self,
                                gboolean is_done,
                                const char *text,
                                GError **error);
RfExitStatus rf_session_say (gboolean is_done,
                             const char *text,
                             GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RfSession, rf_session_end)

/* ---- options whose words are checked before anything is opened ---- */

gboolean rf_session_parse_day (const RfCommand *command,
                               const char *text,
                               RfDay *day,
                               RfExitStatus *status);

G_END_DECLS
