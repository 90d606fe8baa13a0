#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a desktop starts it: over D-Bus, never by its own command.

check_activation.py APPLICATION-ID COMMAND-LINE-PROGRAM ANSWERS prints a TAP report.
"""

import os
import subprocess
import sys
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NAME, CLI, ANSWERS = sys.argv[1:4]
PATH = "/" + NAME.replace(".", "/")
PATIENCE = 30  # seconds, on a machine that has much to do

bus = Gio.bus_get_sync(Gio.BusType.SESSION)
failures = 0
checks = 0


def call(method, signature, *values):
    bus.call_sync(NAME, PATH, "org.freedesktop.Application", method, GLib.Variant(signature, values), None,
                  Gio.DBusCallFlags.NONE, PATIENCE * 1000)


def wait_until(condition):
    """Whether it comes true while one is patient."""
    end = time.monotonic() + PATIENCE
    loop = GLib.MainLoop()

    def look():
        if condition() or time.monotonic() > end:
            loop.quit()
            return GLib.SOURCE_REMOVE
        return GLib.SOURCE_CONTINUE

    GLib.timeout_add(100, look)
    loop.run()
    return condition()


def check(title, holds):
    global checks, failures
    checks += 1
    failures += not holds
    print("ok" if holds else "not ok", checks, "-", title, flush=True)


def has_window(title):
    done = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"], capture_output=True)
    return bool(done.stdout.strip())


def is_stored(offering):
    done = subprocess.run([CLI, "list"], capture_output=True, text=True)
    return offering in done.stdout


def is_running():
    answer = bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                           GLib.Variant("(s)", (NAME,)), None, Gio.DBusCallFlags.NONE, -1)
    return answer.unpack()[0]


check("nothing runs before it is asked for", not is_running())
call("Activate", "(a{sv})", {})
check("activated, it shows its window", wait_until(lambda: has_window("Ringfence")))

offering = os.path.basename(ANSWERS).split(".")[0]
check("the offering is not there yet", not is_stored(offering))
call("Open", "(asa{sv})", [Gio.File.new_for_path(ANSWERS).get_uri()], {})
check("a file opened is imported", wait_until(lambda: is_stored(offering)))

call("ActivateAction", "(sava{sv})", "open-sample", [], {})
check("the action open-sample shows the sample", wait_until(lambda: has_window("Sample portfolio – Ringfence")))
call("ActivateAction", "(sava{sv})", "add-offering", [], {})
check("the action add-offering asks for one", wait_until(lambda: has_window("Add an Offering")))

call("ActivateAction", "(sava{sv})", "quit", [], {})
check("the action quit ends it", wait_until(lambda: not is_running()))

store = os.path.join(os.environ["XDG_DATA_HOME"], "ringfence", "workspaces", "default.ringfence")
copy = os.path.join(os.environ["XDG_RUNTIME_DIR"], "elsewhere.ringfence")
os.rename(store, copy)
call("Open", "(asa{sv})", [Gio.File.new_for_path(copy).get_uri()], {})
check("a workspace opened starts it again and is shown where it is",
      wait_until(lambda: has_window("elsewhere.ringfence – Ringfence")))
call("ActivateAction", "(sava{sv})", "quit", [], {})
check("and ends it", wait_until(lambda: not is_running()))

call("ActivateAction", "(sava{sv})", "compare", [], {})
check("the action compare starts it by itself", wait_until(lambda: has_window("Ringfence")))
call("ActivateAction", "(sava{sv})", "quit", [], {})
check("and quit ends it again", wait_until(lambda: not is_running()))

print(f"1..{checks}")
sys.exit(failures > 0)
