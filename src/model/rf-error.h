// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RfError:
 * @RF_ERROR_PARSE: the input is not what it claims to be (not XML, not a database)
 * @RF_ERROR_INVALID: the input is well-formed but breaks a rule
 * @RF_ERROR_NOT_FOUND: no such thing
 * @RF_ERROR_EXISTS: there is one already
 * @RF_ERROR_STORE: the disk or the database refused
 * @RF_ERROR_TOO_NEW: made by a newer version of this program
 * @RF_ERROR_BUSY: another process holds it; trying again later can help
 * @RF_ERROR_RENDER: the output could not be made
 *
 * The one error domain of the program; the codes say what a caller can do about it.
 */
typedef enum
{
  RF_ERROR_PARSE,
  RF_ERROR_INVALID,
  RF_ERROR_NOT_FOUND,
  RF_ERROR_EXISTS,
  RF_ERROR_STORE,
  RF_ERROR_TOO_NEW,
  RF_ERROR_BUSY,
  RF_ERROR_RENDER,
} RfError;

#define RF_ERROR (rf_error_quark ())
GQuark rf_error_quark (void);

G_END_DECLS
