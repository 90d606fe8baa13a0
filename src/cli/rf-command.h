// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a process says when it ends; part of the interface, see the man page. */
typedef enum
{
  RF_EXIT_DONE = 0,
  RF_EXIT_FAILED = 1,
  RF_EXIT_USAGE = 2,
  RF_EXIT_NOT_FOUND = 3,
  RF_EXIT_INVALID = 4,
  RF_EXIT_GATE = 5,
} RfExitStatus;

typedef struct _RfCommand RfCommand;

/**
 * RfCommand:
 * @name: one word, or two: "provider add"
 * @arguments: what stands after the options in the usage line, or ""
 * @summary: one sentence
 * @details: (nullable): more sentences for --help
 * @run: does it; @argv holds the words after the name, behind one for the program
 */
struct _RfCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *details;
  RfExitStatus (*run) (const RfCommand *command,
                       char **argv);
};

gboolean rf_command_parse (const RfCommand *self,
                           const GOptionEntry *options,
                           const GOptionEntry *more_options,
                           char ***argv,
                           RfExitStatus *status);
gboolean rf_command_take_arguments (const RfCommand *self,
                                    char **argv,
                                    guint least,
                                    guint most,
                                    RfExitStatus *status);
RfExitStatus rf_command_misuse (const RfCommand *self,
                                const char *format,
                                ...) G_GNUC_PRINTF (2, 3);
RfExitStatus rf_command_fail (const GError *error);

G_END_DECLS
