// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-application.h"
#include "rf-language.h"
#include "rf-settings.h"

#include <locale.h>

int
main (int argc,
      char **argv)
{
  g_autoptr (RfApplication) application = NULL;

  setlocale (LC_ALL, "");
  rf_language_set_up ();
  if (!rf_settings_are_installed ())
    {
      g_printerr (_ ("Ringfence is not installed completely: the schema %s of its settings cannot be found. Install it again, or name its folder in GSETTINGS_SCHEMA_DIR.\n"), APPLICATION_ID);
      return 1;
    }
  application = rf_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
