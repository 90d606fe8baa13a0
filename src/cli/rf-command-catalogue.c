// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-catalogue-xml.h"
#include "rf-data-folder.h"
#include "rf-table-output.h"
#include "rf-terminal.h"
#include "rf-language.h"

static const RfColumn columns[] = {
  { "id", N_ ("Id"), RF_COLUMN_TEXT },
  { "provider", N_ ("Provider"), RF_COLUMN_TEXT },
  { "name", N_ ("Name"), RF_COLUMN_TEXT },
  { "layer", N_ ("Layer"), RF_COLUMN_TEXT },
  { "channel", N_ ("Channel"), RF_COLUMN_TEXT },
  { "fact", N_ ("Fact"), RF_COLUMN_TEXT },
  { "as_of", N_ ("As of"), RF_COLUMN_TEXT },
  { "verification", N_ ("Verification"), RF_COLUMN_TEXT },
  { "source", N_ ("Source"), RF_COLUMN_TEXT },
};

static void
add_row (RfTable *table,
         const RfCatalogueEntry *entry,
         const RfCatalogueFact *fact)
{
  rf_table_add_text (table, entry->id);
  rf_table_add_text (table, entry->provider);
  rf_table_add_text (table, entry->name);
  rf_table_add_text (table, entry->layer);
  rf_table_add_text (table, entry->channel);
  rf_table_add_text (table, fact ? fact->statement : NULL);
  rf_table_add_text (table, fact ? fact->as_of : NULL);
  rf_table_add_text (table, fact == NULL ? NULL : fact->is_verbatim ? "verbatim"
                                                                    : "secondary");
  rf_table_add_text (table, fact ? fact->source : NULL);
}

/* A row for each fact; an offering without facts has a row all the same. */
static RfTable *
make_table (const RfCatalogue *catalogue)
{
  RfTable *table = rf_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < catalogue->entries->len; i++)
    {
      const RfCatalogueEntry *entry = g_ptr_array_index (catalogue->entries, i);

      for (guint k = 0; k < entry->facts->len; k++)
        add_row (table, entry, g_ptr_array_index (entry->facts, k));
      if (entry->id && entry->facts->len == 0)
        add_row (table, entry, NULL);
    }
  return table;
}

static void
append_entry (GString *page,
              const RfCatalogueEntry *entry)
{
  if (entry->id == NULL)
    rf_terminal_append_heading (page, entry->provider);
  else
    g_string_append_printf (page, "  %s: %s (%s, %s)\n", entry->id, entry->name, entry->layer, entry->channel);
  for (guint i = 0; i < entry->facts->len; i++)
    {
      const RfCatalogueFact *fact = g_ptr_array_index (entry->facts, i);
      const char *mark = fact->is_verbatim ? _ ("read word for word") : _ ("reported by others");
      g_autofree char *text = g_strdup_printf ("%s [%s; %s; %s]", fact->statement, fact->source, fact->as_of, mark);

      g_string_append (page, "    - ");
      rf_terminal_append_wrapped (page, text, 6, rf_terminal_get_width ());
    }
}

static char *
make_text (const RfCatalogue *catalogue)
{
  GString *page = g_string_new (catalogue->title);

  g_string_append_c (page, '\n');
  for (guint i = 0; i < catalogue->entries->len; i++)
    append_entry (page, g_ptr_array_index (catalogue->entries, i));
  return g_string_free (page, FALSE);
}

static RfExitStatus
run_catalogue (const RfCommand *command,
               char **argv)
{
  g_autofree char *nick = NULL;
  const GOptionEntry options[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &nick, N_ ("Print as text, json or csv"), N_ ("FORMAT") },
    { NULL },
  };
  g_autofree char *shipped = rf_data_folder_dup_path ("providers", "catalogue.xml");
  g_autoptr (RfCatalogue) catalogue = NULL;
  g_autoptr (RfTable) table = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  RfFormat format;
  RfExitStatus status;

  if (!rf_command_parse (command, options, NULL, &argv, &status) || !rf_command_take_arguments (command, argv, 0, 1, &status))
    return status;
  if (!rf_format_from_nick (nick, &format))
    return rf_command_misuse (command, _ ("“%s” is not a format: text, json or csv."), nick);
  catalogue = rf_catalogue_read_file (argv[1] ? argv[1] : shipped, NULL, &error);
  if (catalogue == NULL)
    return rf_command_fail (error);
  table = make_table (catalogue);
  text = format == RF_FORMAT_TEXT ? make_text (catalogue) : NULL;
  if (text ? !rf_output_write_text (NULL, text, &error) : !rf_table_print (table, format, NULL, &error))
    return rf_command_fail (error);
  return RF_EXIT_DONE;
}

const RfCommand rf_command_provider_catalogue = {
  "provider catalogue",
  N_ ("[FILE]"),
  N_ ("List providers and typical offerings to begin from, with facts and their sources."),
  N_ ("It holds neither ratings nor answers. “offering add --from-catalogue” takes an id of it."),
  run_catalogue,
};
