// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "figure.h"

/*
 * How soon the window is there: from the start of the process until it shows the picture that it then goes on showing,
 * with the sample portfolio in it. Beside it the bound: the same for an empty libadwaita window.
 *
 * Whatever draws in steps is counted whole: the last change of any pixel is what is waited for. Animations are switched
 * off for both, as a user can, for their length is chosen. The two programs take turns, after one start each that fills
 * caches and the sample's store. Runs on X11 alone, see run-in-display.
 */
#define RUNS 7
#define LIMIT 1.5
#define LEAST_WIDTH 300
#define LEAST_HEIGHT 200
#define LEAST_COLOURS 8
#define QUIET 800.0      /* milliseconds without a change end a run */
#define PATIENCE 30000.0 /* milliseconds that a window may take */

typedef struct
{
  Display *display;
  int damage_event;
  Window window; /* None until it is mapped */
  Damage damage;
  guint64 picture; /* a checksum */
  double changed;  /* when the picture did last, 0 while it is blank */
} Watch;

static int
ignore_error (Display *display,
              XErrorEvent *event)
{
  /* windows go away while they are asked about */
  return 0;
}

static gboolean
is_blank (XImage *image)
{
  unsigned long colours[LEAST_COLOURS];
  guint n = 0;

  for (int y = 0; y < image->height; y += 2)
    for (int x = 0; x < image->width; x += 2)
      {
        unsigned long colour = XGetPixel (image, x, y);
        guint i = 0;

        while (i < n && colours[i] != colour)
          i++;
        if (i < n)
          continue;
        colours[n++] = colour;
        if (n == LEAST_COLOURS)
          return FALSE;
      }
  return TRUE;
}

static guint64
sum_up (const XImage *image)
{
  gsize size = (gsize) image->bytes_per_line * (gsize) image->height;
  guint64 sum = 0xcbf29ce484222325;

  for (gsize i = 0; i + 4 <= size; i += 4)
    sum = (sum ^ *(const guint32 *) (gconstpointer) (image->data + i)) * 0x100000001b3;
  return sum;
}

static void
look (Watch *self,
      double time)
{
  XWindowAttributes attributes;
  XImage *image;
  guint64 picture;

  if (!XGetWindowAttributes (self->display, self->window, &attributes) || attributes.map_state != IsViewable)
    return;
  image = XGetImage (self->display, self->window, 0, 0, (guint) attributes.width, (guint) attributes.height, AllPlanes, ZPixmap);
  if (image == NULL)
    return;
  picture = sum_up (image);
  if (picture != self->picture && !is_blank (image))
    self->changed = time;
  self->picture = picture;
  XDestroyImage (image);
}

static void
notice_window (Watch *self,
               Window window)
{
  XWindowAttributes attributes;

  if (self->window != None || !XGetWindowAttributes (self->display, window, &attributes))
    return;
  if (attributes.map_state != IsViewable || attributes.width < LEAST_WIDTH || attributes.height < LEAST_HEIGHT)
    return;
  self->window = window;
  self->damage = XDamageCreate (self->display, window, XDamageReportNonEmpty);
}

static void
handle_events (Watch *self,
               double start)
{
  while (XPending (self->display))
    {
      XEvent event;

      XNextEvent (self->display, &event);
      if (event.type == MapNotify)
        notice_window (self, event.xmap.window);
      else if (event.type == ConfigureNotify)
        notice_window (self, event.xconfigure.window);
      else if (event.type == self->damage_event)
        {
          double time = figure_now () - start;

          XDamageSubtract (self->display, self->damage, None, None);
          look (self, time);
        }
    }
}

static GPid
start_program (char **command)
{
  g_autoptr (GError) error = NULL;
  GPid process;

  if (!g_spawn_async (NULL, command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &process, &error))
    g_error ("%s", error->message);
  return process;
}

/* Milliseconds from the start of the process to the last change of its window. */
static double
time_window (Display *display,
             int damage_event,
             char **command)
{
  Watch watch = { .display = display, .damage_event = damage_event };
  double start = figure_now ();
  GPid process = start_program (command);

  while (figure_now () - start < PATIENCE && (watch.changed == 0 || figure_now () - start - watch.changed < QUIET))
    {
      struct pollfd connection = { ConnectionNumber (display), POLLIN, 0 };

      XFlush (display);
      poll (&connection, 1, 5);
      handle_events (&watch, start);
    }
  kill (process, SIGTERM);
  waitpid (process, NULL, 0);
  XSync (display, True);
  if (watch.changed == 0)
    g_error ("%s: no window within %.0f seconds", command[0], PATIENCE / 1e3);
  return watch.changed;
}

/* Settings of their own for the programs that are started from here. */
static char *
switch_animations_off (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("ringfence-bench-XXXXXX", &error);
  g_autofree char *settings = g_build_filename (folder, "gtk-4.0", NULL);
  g_autofree char *file = g_build_filename (settings, "settings.ini", NULL);

  if (g_mkdir (settings, 0700) < 0 || !g_file_set_contents (file, "[Settings]\ngtk-enable-animations=0\n", -1, &error))
    g_error ("cannot write settings into %s", settings);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  return folder;
}

static void
remove_settings (const char *folder)
{
  g_autofree char *settings = g_build_filename (folder, "gtk-4.0", NULL);
  g_autofree char *file = g_build_filename (settings, "settings.ini", NULL);

  g_unlink (file);
  g_rmdir (settings);
  g_rmdir (folder);
}

int
main (int argc,
      char **argv)
{
  Display *display = XOpenDisplay (NULL);
  double program[RUNS], bare[RUNS];
  g_autofree char *settings = NULL;
  int damage_event, damage_error;

  if (argc != 3)
    g_error ("usage: bench-window PROGRAM BARE-PROGRAM");
  if (display == NULL || !XDamageQueryExtension (display, &damage_event, &damage_error))
    g_error ("an X server with the DAMAGE extension is needed");
  XSetErrorHandler (ignore_error);
  settings = switch_animations_off ();
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  for (int i = -1; i < RUNS; i++)
    {
      double bare_time = time_window (display, damage_event, (char *[]){ argv[2], NULL });
      double program_time = time_window (display, damage_event, (char *[]){ argv[1], "--sample", NULL });

      if (i < 0)
        {
          printf ("  the first start, which makes the sample's store: %.0f ms\n", program_time);
          continue;
        }
      bare[i] = bare_time;
      program[i] = program_time;
    }
  XCloseDisplay (display);
  remove_settings (settings);
  return figure_print_ratio ("the window with the sample portfolio", figure_middle (program, RUNS), figure_middle (bare, RUNS), "ms", LIMIT) ? EXIT_SUCCESS : EXIT_FAILURE;
}
