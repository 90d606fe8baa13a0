// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-chart-view.h"

#include "rf-screen-colours.h"

#include <math.h>

#define NATURAL_WIDTH 420.0   /* points on paper */
#define PAPER_FONT_SIZE 9.5   /* points: what bars and gaps are made for */
#define SMALL_FONT_SHARE 0.82 /* as the theme's captions */
#define RING_WIDTH 2

/*
 * A chart of the report on the screen: drawn by the report's own code, in the desktop's font and colours. The cells of
 * a matrix can be pressed where it is interactive: one of them has the cursor, which the arrow keys move.
 */
struct _RfChartView
{
  GtkWidget parent_instance;

  RfChart *chart; /* owned, nullable */
  GArray *areas;  /* owned, nullable: of RfChartArea, of the width that it has */
  int cursor;     /* index of an area */
  int hovered;    /* the same, or -1 */
  gboolean interactive;
};

enum
{
  PROP_INTERACTIVE = 1,
  N_PROPS,
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RfChartView, rf_chart_view, GTK_TYPE_WIDGET)

/* @small_font: (out): what the style borrows */
static void
init_style (RfChartView *self,
            RfChartStyle *style,
            PangoFontDescription **small_font)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double points = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    points *= pango_cairo_context_get_resolution (context) / 72;
  *small_font = pango_font_description_copy (font);
  pango_font_description_set_absolute_size (*small_font, points * SMALL_FONT_SHARE * PANGO_SCALE);
  *style = (RfChartStyle){ .context = context, .font = font, .small_font = *small_font, .scale = points / PAPER_FONT_SIZE };
  rf_screen_colours_init_chart_style (GTK_WIDGET (self), style);
}

static void
measure_width (RfChartView *self,
               const RfChartStyle *style,
               int *minimum,
               int *natural)
{
  *minimum = (int) ceil (rf_chart_find_least_width (self->chart, style));
  *natural = MAX (*minimum, (int) ceil (NATURAL_WIDTH * style->scale));
}

static void
rf_chart_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  RfChartView *self = RF_CHART_VIEW (widget);
  g_autoptr (PangoFontDescription) small_font = NULL;
  RfChartStyle style;
  int least, usual;

  *minimum = *natural = 0;
  if (self->chart == NULL)
    return;
  init_style (self, &style, &small_font);
  measure_width (self, &style, &least, &usual);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) ceil (rf_chart_draw (self->chart, NULL, &style, for_size < 0 ? usual : MAX (for_size, least)));
  else
    {
      *minimum = least;
      *natural = usual;
    }
}

static GtkSizeRequestMode
rf_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static const RfChartArea *
get_area (RfChartView *self,
          int index)
{
  return self->areas != NULL && index >= 0 && index < (int) self->areas->len ? &g_array_index (self->areas, RfChartArea, index) : NULL;
}

static void
rf_chart_view_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  RfChartView *self = RF_CHART_VIEW (widget);
  g_autoptr (PangoFontDescription) small_font = NULL;
  RfChartStyle style;

  g_clear_pointer (&self->areas, g_array_unref);
  if (self->chart == NULL || !self->interactive)
    return;
  init_style (self, &style, &small_font);
  self->areas = rf_chart_find_areas (self->chart, &style, width);
}

static void
draw_ring (GtkSnapshot *snapshot,
           const RfChartArea *area,
           const RfColour *colour,
           float alpha)
{
  const float widths[] = { RING_WIDTH, RING_WIDTH, RING_WIDTH, RING_WIDTH };
  GdkRGBA rgba = { (float) colour->red, (float) colour->green, (float) colour->blue, alpha };
  const GdkRGBA colours[] = { rgba, rgba, rgba, rgba };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT ((float) area->x, (float) area->y, (float) area->width, (float) area->height), RING_WIDTH);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
rf_chart_view_snapshot (GtkWidget *widget,
                        GtkSnapshot *snapshot)
{
  RfChartView *self = RF_CHART_VIEW (widget);
  g_autoptr (PangoFontDescription) small_font = NULL;
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  RfChartStyle style;
  cairo_t *cr;

  if (self->chart == NULL || width <= 0 || height <= 0)
    return;
  init_style (self, &style, &small_font);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  rf_chart_draw (self->chart, cr, &style, width);
  cairo_destroy (cr);
  if (get_area (self, self->hovered) != NULL)
    draw_ring (snapshot, get_area (self, self->hovered), &style.ink, 0.3f);
  if (gtk_widget_has_visible_focus (widget) && get_area (self, self->cursor) != NULL)
    draw_ring (snapshot, get_area (self, self->cursor), &style.bar.open_answers, 1);
}

static void
say_cell (RfChartView *self)
{
  const RfChartArea *area = get_area (self, self->cursor);
  g_autofree char *words = area != NULL ? rf_chart_dup_cell_description (self->chart, area->row, area->column) : NULL;

  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
scroll_to (RfChartView *self,
           const RfChartArea *area)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);

  while (viewport != NULL)
    {
      GtkWidget *child = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
      double x = 0, y = 0;

      if (gtk_widget_translate_coordinates (GTK_WIDGET (self), child, area->x, area->y, &x, &y))
        {
          gtk_adjustment_clamp_page (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (viewport)), x, x + area->width);
          gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), y, y + area->height);
        }
      viewport = gtk_widget_get_ancestor (gtk_widget_get_parent (viewport), GTK_TYPE_VIEWPORT);
    }
}

static void
put_cursor (RfChartView *self,
            int index)
{
  self->cursor = index;
  say_cell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
move_cursor (RfChartView *self,
             int rows,
             int columns)
{
  const RfChartArea *from = get_area (self, self->cursor);

  for (int i = 0; from != NULL && i < (int) self->areas->len; i++)
    if ((int) get_area (self, i)->row == (int) from->row + rows && (int) get_area (self, i)->column == (int) from->column + columns)
      {
        put_cursor (self, i);
        scroll_to (self, get_area (self, i));
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
activate (RfChartView *self,
          int index)
{
  const RfChartArea *area = get_area (self, index);

  if (area == NULL)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[ACTIVATED], 0, area->row, area->column);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (RfChartView *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move_cursor (self, -1, 0);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_cursor (self, 1, 0);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move_cursor (self, 0, -forward);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move_cursor (self, 0, forward);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return activate (self, self->cursor);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static int
find_area (RfChartView *self,
           double x,
           double y)
{
  for (int i = 0; self->areas != NULL && i < (int) self->areas->len; i++)
    {
      const RfChartArea *area = get_area (self, i);

      if (x >= area->x && x < area->x + area->width && y >= area->y && y < area->y + area->height)
        return i;
    }
  return -1;
}

static void
released_cb (RfChartView *self,
             int n_press,
             double x,
             double y)
{
  int index = find_area (self, x, y);

  if (index < 0)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  put_cursor (self, index);
  activate (self, index);
}

static void
hover (RfChartView *self,
       int index)
{
  if (self->hovered == index)
    return;
  self->hovered = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (RfChartView *self,
           double x,
           double y)
{
  hover (self, find_area (self, x, y));
}

static void
leave_cb (RfChartView *self)
{
  hover (self, -1);
}

static void
rf_chart_view_css_changed (GtkWidget *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rf_chart_view_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
rf_chart_view_direction_changed (GtkWidget *widget,
                                 GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (rf_chart_view_parent_class)->direction_changed (widget, previous);
  gtk_widget_queue_resize (widget);
}

static void
add_controllers (RfChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (say_cell), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
rf_chart_view_constructed (GObject *object)
{
  RfChartView *self = RF_CHART_VIEW (object);

  G_OBJECT_CLASS (rf_chart_view_parent_class)->constructed (object);
  if (!self->interactive)
    return;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_controllers (self);
}

static void
rf_chart_view_get_property (GObject *object,
                            guint id,
                            GValue *value,
                            GParamSpec *spec)
{
  if (id == PROP_INTERACTIVE)
    g_value_set_boolean (value, RF_CHART_VIEW (object)->interactive);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
rf_chart_view_set_property (GObject *object,
                            guint id,
                            const GValue *value,
                            GParamSpec *spec)
{
  if (id == PROP_INTERACTIVE)
    RF_CHART_VIEW (object)->interactive = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
rf_chart_view_finalize (GObject *object)
{
  RfChartView *self = RF_CHART_VIEW (object);

  g_clear_pointer (&self->chart, rf_chart_unref);
  g_clear_pointer (&self->areas, g_array_unref);
  G_OBJECT_CLASS (rf_chart_view_parent_class)->finalize (object);
}

static void
rf_chart_view_class_init (RfChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = rf_chart_view_constructed;
  object_class->get_property = rf_chart_view_get_property;
  object_class->set_property = rf_chart_view_set_property;
  object_class->finalize = rf_chart_view_finalize;
  widget_class->measure = rf_chart_view_measure;
  widget_class->get_request_mode = rf_chart_view_get_request_mode;
  widget_class->size_allocate = rf_chart_view_size_allocate;
  widget_class->snapshot = rf_chart_view_snapshot;
  widget_class->css_changed = rf_chart_view_css_changed;
  widget_class->direction_changed = rf_chart_view_direction_changed;

  /* whether the cells of a matrix can be pressed; it is one stop of the Tab key then */
  properties[PROP_INTERACTIVE] = g_param_spec_boolean ("interactive", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /* row, column: a cell of a matrix was pressed */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rf_chart_view_init (RfChartView *self)
{
  self->hovered = -1;
  rf_screen_colours_follow (GTK_WIDGET (self));
}

GtkWidget *
rf_chart_view_new (void)
{
  return g_object_new (RF_TYPE_CHART_VIEW, NULL);
}

/**
 * rf_chart_view_show:
 * @chart: (nullable): keeps a reference
 *
 * Shows a chart, and says it to a screen reader in the chart's own words. Its title and its source are not drawn: they
 * are labels of whoever shows it.
 */
void
rf_chart_view_show (RfChartView *self,
                    RfChart *chart)
{
  g_autofree char *words = NULL;

  g_return_if_fail (RF_IS_CHART_VIEW (self));

  if (chart != NULL)
    rf_chart_ref (chart);
  g_clear_pointer (&self->chart, rf_chart_unref);
  self->chart = chart;
  self->hovered = -1;
  /* The same chart with other figures leaves the cursor where it was. */
  if (chart == NULL || self->cursor >= (int) (chart->rows->len * chart->columns->len))
    self->cursor = 0;
  g_clear_pointer (&self->areas, g_array_unref);
  words = chart != NULL ? rf_chart_dup_description (chart) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, chart != NULL ? chart->title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * rf_chart_view_get_chart:
 *
 * Returns: (transfer none) (nullable)
 */
RfChart *
rf_chart_view_get_chart (RfChartView *self)
{
  g_return_val_if_fail (RF_IS_CHART_VIEW (self), NULL);
  return self->chart;
}
