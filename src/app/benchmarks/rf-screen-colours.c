// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-screen-colours.h"

#include <adwaita.h>

/* how much of a note's colour is ink: readable, and yet less than what it is a note to */
#define MUTED_SHARE 0.72
#define MUTED_SHARE_HIGH_CONTRAST 0.92

typedef struct
{
  RfColour paper;
  RfRangeBarStyle bar;
} Colours;

/* Blue on the theme's greys: risk is not coloured red or green, for the range says more than its colour could. */
static const Colours light = {
  .paper = { 1, 1, 1 },
  .bar = {
    .track = { 0.89, 0.89, 0.88 },
    .open_answers = { 0.10, 0.37, 0.71 },
    .unproven = { 0.60, 0.76, 0.95 },
    .ink = { 0.14, 0.14, 0.16 },
  },
};
static const Colours dark = {
  .paper = { 0.21, 0.21, 0.21 },
  .bar = {
    .track = { 0.29, 0.29, 0.31 },
    .open_answers = { 0.47, 0.68, 0.93 },
    .unproven = { 0.20, 0.35, 0.55 },
    .ink = { 0.96, 0.96, 0.95 },
  },
};
static const Colours light_high_contrast = {
  .paper = { 1, 1, 1 },
  .bar = {
    .track = { 0.93, 0.93, 0.92 },
    .open_answers = { 0.04, 0.22, 0.50 },
    .unproven = { 0.45, 0.66, 0.93 },
    .ink = { 0, 0, 0 },
  },
};
static const Colours dark_high_contrast = {
  .paper = { 0.16, 0.16, 0.16 },
  .bar = {
    .track = { 0.24, 0.24, 0.26 },
    .open_answers = { 0.66, 0.82, 1 },
    .unproven = { 0.18, 0.38, 0.66 },
    .ink = { 1, 1, 1 },
  },
};

static const Colours *
get_colours (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return adw_style_manager_get_dark (manager) ? &dark_high_contrast : &light_high_contrast;
  return adw_style_manager_get_dark (manager) ? &dark : &light;
}

/**
 * rf_screen_colours_get_bar_style:
 *
 * Returns: how a range bar looks in the desktop's style of this moment
 */
const RfRangeBarStyle *
rf_screen_colours_get_bar_style (void)
{
  return &get_colours ()->bar;
}

static RfColour
mix (const RfColour *from,
     const RfColour *to,
     double share)
{
  return (RfColour){
    from->red + (to->red - from->red) * share,
    from->green + (to->green - from->green) * share,
    from->blue + (to->blue - from->blue) * share,
  };
}

/**
 * rf_screen_colours_init_chart_style:
 * @widget: whose colour the texts have
 *
 * Sets the colours of a chart in the desktop's style of this moment, and nothing else of @style.
 */
void
rf_screen_colours_init_chart_style (GtkWidget *widget,
                                    RfChartStyle *style)
{
  const Colours *colours = get_colours ();
  gboolean high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GdkRGBA rgba;
  RfColour colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &rgba);
  colour = (RfColour){ rgba.red, rgba.green, rgba.blue };
  style->paper = colours->paper;
  style->ink = mix (&colours->paper, &colour, rgba.alpha);
  style->muted = mix (&colours->paper, &style->ink, high_contrast ? MUTED_SHARE_HIGH_CONTRAST : MUTED_SHARE);
  style->bar = colours->bar;
}

/**
 * rf_screen_colours_follow:
 *
 * Has @widget drawn again whenever the desktop's style changes.
 */
void
rf_screen_colours_follow (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
}
