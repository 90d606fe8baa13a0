// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-portfolio-item.h"

#include <string.h>

/* characters; what is longer is cut where it is shown, so that no row is laid out for a text nobody sees */
#define LONGEST_SHOWN 200

/*
 * An offering in the model of the portfolio. It lives as long as the offering is in the list; what is known of it is
 * replaced, so that neither the focus nor the place in the list is lost when an answer changes.
 */
struct _RfPortfolioItem
{
  GObject parent_instance;

  RfPortfolioSummary *summary; /* owned */
  char *name;                  /* owned, as the rest: one line, cut */
  char *provider;
  char *name_key;
  char *provider_key;
  char *searched; /* casefolded */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RfPortfolioItem, rf_portfolio_item, G_TYPE_OBJECT)

/* A name may have line breaks where it came from a file: a row has one line. */
static char *
dup_line (const char *text)
{
  GString *line = g_string_new (NULL);
  guint n = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean blank = g_unichar_isspace (character) || g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029;

      if (blank && (line->len == 0 || line->str[line->len - 1] == ' '))
        continue;
      if (n++ == LONGEST_SHOWN)
        {
          g_string_append (line, "…");
          break;
        }
      g_string_append_unichar (line, blank ? ' ' : character);
    }
  return g_strchomp (g_string_free (line, FALSE));
}

static char *
dup_searched (const RfOffering *offering)
{
  GString *text = g_string_new (offering->name);
  g_autofree char *all = NULL;

  g_string_append_printf (text, "\n%s", offering->provider);
  for (guint i = RF_OFFERING_CHANNEL; i < RF_N_OFFERING_ATTRIBUTES; i++)
    if (offering->attributes[i] != NULL)
      g_string_append_printf (text, "\n%s", offering->attributes[i]);
  all = g_string_free (text, FALSE);
  return g_utf8_casefold (all, -1);
}

static void
clear_words (RfPortfolioItem *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->provider, g_free);
  g_clear_pointer (&self->name_key, g_free);
  g_clear_pointer (&self->provider_key, g_free);
  g_clear_pointer (&self->searched, g_free);
}

static void
rf_portfolio_item_finalize (GObject *object)
{
  RfPortfolioItem *self = RF_PORTFOLIO_ITEM (object);

  clear_words (self);
  g_clear_pointer (&self->summary, rf_portfolio_summary_unref);
  G_OBJECT_CLASS (rf_portfolio_item_parent_class)->finalize (object);
}

static void
rf_portfolio_item_class_init (RfPortfolioItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rf_portfolio_item_finalize;
  /* something else is known of the offering */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rf_portfolio_item_init (RfPortfolioItem *self)
{
}

RfPortfolioItem *
rf_portfolio_item_new (RfPortfolioSummary *summary)
{
  RfPortfolioItem *self = g_object_new (RF_TYPE_PORTFOLIO_ITEM, NULL);

  rf_portfolio_item_set_summary (self, summary);
  return self;
}

/**
 * rf_portfolio_item_set_summary:
 * @summary: of the same offering
 *
 * Replaces what is known of the offering, and tells who shows it.
 */
void
rf_portfolio_item_set_summary (RfPortfolioItem *self,
                               RfPortfolioSummary *summary)
{
  const RfOffering *offering = summary->offering;

  rf_portfolio_summary_ref (summary);
  g_clear_pointer (&self->summary, rf_portfolio_summary_unref);
  self->summary = summary;
  clear_words (self);
  self->name = dup_line (offering->name);
  self->provider = dup_line (offering->provider);
  self->name_key = g_utf8_collate_key (self->name, -1);
  self->provider_key = g_utf8_collate_key (self->provider, -1);
  self->searched = dup_searched (offering);
  g_signal_emit (self, signals[CHANGED], 0);
}

const RfPortfolioSummary *
rf_portfolio_item_get_summary (RfPortfolioItem *self)
{
  return self->summary;
}

const char *
rf_portfolio_item_get_id (RfPortfolioItem *self)
{
  return self->summary->offering->id;
}

/**
 * rf_portfolio_item_get_name:
 *
 * Gives the offering's name as a row shows it: one line, cut where it is very long.
 */
const char *
rf_portfolio_item_get_name (RfPortfolioItem *self)
{
  return self->name;
}

const char *
rf_portfolio_item_get_provider (RfPortfolioItem *self)
{
  return self->provider;
}

/* to be compared with strcmp() */
const char *
rf_portfolio_item_get_name_key (RfPortfolioItem *self)
{
  return self->name_key;
}

const char *
rf_portfolio_item_get_provider_key (RfPortfolioItem *self)
{
  return self->provider_key;
}

/**
 * rf_portfolio_item_matches:
 * @words: (array zero-terminated=1): from rf_portfolio_item_split_search()
 *
 * Returns: whether each of @words is in the name, the provider or another word of the offering, whatever its case
 */
gboolean
rf_portfolio_item_matches (RfPortfolioItem *self,
                           char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->searched, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * rf_portfolio_item_split_search:
 * @text: as typed
 *
 * Returns: (transfer full) (array zero-terminated=1): the words to look for; none where there is nothing to look for
 */
char **
rf_portfolio_item_split_search (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  return g_strv_builder_end (builder);
}
