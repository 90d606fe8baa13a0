// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-portfolio-cell.h"

/* A line or two of words, as they stand in a table and in a row alike. */
struct _RfPortfolioCell
{
  GtkWidget parent_instance;

  /* template children */
  GtkLabel *first_label;
  GtkLabel *second_label;

  RfPortfolioColumn column;
};

enum
{
  PROP_COLUMN = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RfPortfolioCell, rf_portfolio_cell, GTK_TYPE_WIDGET)

static void
rf_portfolio_cell_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_portfolio_cell_parent_class)->dispose (object);
}

static void
rf_portfolio_cell_get_property (GObject *object,
                                guint id,
                                GValue *value,
                                GParamSpec *spec)
{
  if (id == PROP_COLUMN)
    g_value_set_uint (value, RF_PORTFOLIO_CELL (object)->column);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
rf_portfolio_cell_set_property (GObject *object,
                                guint id,
                                const GValue *value,
                                GParamSpec *spec)
{
  if (id == PROP_COLUMN)
    RF_PORTFOLIO_CELL (object)->column = g_value_get_uint (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

/* A name may take both lines. */
static void
rf_portfolio_cell_constructed (GObject *object)
{
  RfPortfolioCell *self = RF_PORTFOLIO_CELL (object);

  G_OBJECT_CLASS (rf_portfolio_cell_parent_class)->constructed (object);
  if (self->column != RF_PORTFOLIO_OFFERING && self->column != RF_PORTFOLIO_PROVIDER)
    return;
  gtk_label_set_single_line_mode (self->first_label, FALSE);
  gtk_label_set_wrap (self->first_label, TRUE);
  gtk_label_set_wrap_mode (self->first_label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->first_label, RF_PORTFOLIO_MOST_LINES);
}

static void
rf_portfolio_cell_class_init (RfPortfolioCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = rf_portfolio_cell_constructed;
  G_OBJECT_CLASS (klass)->dispose = rf_portfolio_cell_dispose;
  G_OBJECT_CLASS (klass)->get_property = rf_portfolio_cell_get_property;
  G_OBJECT_CLASS (klass)->set_property = rf_portfolio_cell_set_property;
  /* an RfPortfolioColumn */
  properties[PROP_COLUMN] = g_param_spec_uint ("column", NULL, NULL, 0, RF_N_PORTFOLIO_COLUMNS - 1, 0, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  /* the row is read as one sentence */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-portfolio-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, RfPortfolioCell, first_label);
  gtk_widget_class_bind_template_child (widget_class, RfPortfolioCell, second_label);
}

static void
rf_portfolio_cell_init (RfPortfolioCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rf_portfolio_cell_new (RfPortfolioColumn column)
{
  return g_object_new (RF_TYPE_PORTFOLIO_CELL, "column", column, NULL);
}

RfPortfolioColumn
rf_portfolio_cell_get_column (RfPortfolioCell *self)
{
  return self->column;
}

static void
show_line (GtkLabel *label,
           const char *line,
           RfTone tone)
{
  const char *classes[] = { rf_tone_get_css_class (tone), NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (label), classes);
  gtk_label_set_label (label, line != NULL ? line : "");
  gtk_widget_set_visible (GTK_WIDGET (label), line != NULL);
}

static void
show_words (RfPortfolioCell *self,
            const RfPortfolioWords *words)
{
  g_autofree char *both = NULL;

  show_line (self->first_label, words->lines[0], words->tones[0]);
  show_line (self->second_label, words->lines[1], words->tones[1]);
  /* a column may be too narrow for its words */
  if (words->all == NULL && words->lines[0] != NULL)
    both = g_strjoin ("\n", words->lines[0], words->lines[1], NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words->all != NULL ? words->all : both);
}

/**
 * rf_portfolio_cell_show:
 *
 * Shows what the column says of an offering; the whole of it as a tooltip where there is more.
 */
void
rf_portfolio_cell_show (RfPortfolioCell *self,
                        RfPortfolioItem *item)
{
  g_auto (RfPortfolioWords) words = { 0 };

  rf_portfolio_words_init (&words, self->column, item);
  show_words (self, &words);
}

/**
 * rf_portfolio_cell_show_named:
 *
 * Shows the same where no header says what it is about.
 */
void
rf_portfolio_cell_show_named (RfPortfolioCell *self,
                              RfPortfolioItem *item)
{
  g_auto (RfPortfolioWords) words = { 0 };

  rf_portfolio_words_init_named (&words, self->column, item);
  show_words (self, &words);
}
