// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-width-bin.h"

/* in the unit of the settings */
#define USUAL_DOTS_PER_INCH (96 * PANGO_SCALE)

/* Shows one of two children: one where there is room for it, the other where there is not. */
struct _RfWidthBin
{
  GtkWidget parent_instance;

  GtkWidget *wide;   /* owned as a child */
  GtkWidget *narrow; /* owned as a child */
  int wide_from;     /* pixels, where text has its usual size */
};

enum
{
  PROP_WIDE = 1,
  PROP_NARROW,
  PROP_WIDE_FROM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RfWidthBin, rf_width_bin, GTK_TYPE_WIDGET)

/* Larger text needs more room. */
static gboolean
is_wide (RfWidthBin *self,
         int width)
{
  int dots_per_inch;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dots_per_inch, NULL);
  if (dots_per_inch <= 0)
    dots_per_inch = USUAL_DOTS_PER_INCH;
  return (gint64) width * USUAL_DOTS_PER_INCH >= (gint64) self->wide_from * dots_per_inch;
}

static void
rf_width_bin_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  RfWidthBin *self = RF_WIDTH_BIN (widget);
  int wide_minimum, wide_natural;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (is_wide (self, for_size) ? self->wide : self->narrow, orientation, for_size, minimum, natural, NULL, NULL);
      return;
    }
  /* how wide does not hang on how high; one of the two would be too high for the height of the other */
  gtk_widget_measure (self->narrow, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->wide, orientation, -1, &wide_minimum, &wide_natural, NULL, NULL);
  *natural = MAX (*natural, wide_natural);
}

static gboolean
has_focus (GtkWidget *child)
{
  GtkRoot *root = gtk_widget_get_root (child);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, child);
}

static gboolean
move_focus_cb (gpointer bin)
{
  RfWidthBin *self = bin;
  GtkWidget *shown = self->narrow && gtk_widget_get_child_visible (self->narrow) ? self->narrow : self->wide;

  /* the window may be gone meanwhile */
  if (shown && gtk_widget_get_root (shown))
    gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* GTK gives the focus of what is hidden to the first widget of the window. Here it stays in the bin, and moves when the
 * shown child has its place. */
static void
hide_child (RfWidthBin *self,
            GtkWidget *child)
{
  if (gtk_widget_get_child_visible (child) && has_focus (child))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, move_focus_cb, g_object_ref (self), g_object_unref);
  gtk_widget_set_child_visible (child, FALSE);
}

/* Child visibility asks for no new size, so it may change here, where the width is known. */
static void
rf_width_bin_size_allocate (GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  RfWidthBin *self = RF_WIDTH_BIN (widget);
  gboolean wide = is_wide (self, width);

  hide_child (self, wide ? self->narrow : self->wide);
  gtk_widget_set_child_visible (wide ? self->wide : self->narrow, TRUE);
  gtk_widget_allocate (wide ? self->wide : self->narrow, width, height, baseline, NULL);
}

static GtkSizeRequestMode
rf_width_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The size of the text may be another one. */
static void
rf_width_bin_css_changed (GtkWidget *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rf_width_bin_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
rf_width_bin_get_property (GObject *object,
                           guint id,
                           GValue *value,
                           GParamSpec *spec)
{
  RfWidthBin *self = RF_WIDTH_BIN (object);

  switch (id)
    {
    case PROP_WIDE:
      g_value_set_object (value, self->wide);
      break;
    case PROP_NARROW:
      g_value_set_object (value, self->narrow);
      break;
    case PROP_WIDE_FROM:
      g_value_set_int (value, self->wide_from);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
rf_width_bin_set_property (GObject *object,
                           guint id,
                           const GValue *value,
                           GParamSpec *spec)
{
  RfWidthBin *self = RF_WIDTH_BIN (object);

  switch (id)
    {
    case PROP_WIDE:
      self->wide = g_value_get_object (value);
      gtk_widget_set_parent (self->wide, GTK_WIDGET (self));
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_object (value);
      gtk_widget_set_parent (self->narrow, GTK_WIDGET (self));
      break;
    case PROP_WIDE_FROM:
      self->wide_from = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
rf_width_bin_dispose (GObject *object)
{
  RfWidthBin *self = RF_WIDTH_BIN (object);

  g_clear_pointer (&self->wide, gtk_widget_unparent);
  g_clear_pointer (&self->narrow, gtk_widget_unparent);
  G_OBJECT_CLASS (rf_width_bin_parent_class)->dispose (object);
}

static void
rf_width_bin_class_init (RfWidthBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rf_width_bin_get_property;
  object_class->set_property = rf_width_bin_set_property;
  object_class->dispose = rf_width_bin_dispose;
  widget_class->css_changed = rf_width_bin_css_changed;
  widget_class->measure = rf_width_bin_measure;
  widget_class->size_allocate = rf_width_bin_size_allocate;
  widget_class->get_request_mode = rf_width_bin_get_request_mode;

  properties[PROP_WIDE] = g_param_spec_object ("wide", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_object ("narrow", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /* the least width, in pixels where text has its usual size, in which the wide child is shown */
  properties[PROP_WIDE_FROM] = g_param_spec_int ("wide-from", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rf_width_bin_init (RfWidthBin *self)
{
}

gboolean
rf_width_bin_is_narrow (RfWidthBin *self)
{
  return gtk_widget_get_child_visible (self->narrow);
}
