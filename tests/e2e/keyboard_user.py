# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person without a mouse: presses keys (xdotool), sees what a screen reader sees (AT-SPI)."""

import os
import re
import subprocess
import time
import warnings

warnings.simplefilter("ignore")
import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.init()

# GTK 4.8 calls grouped check buttons and switches check boxes; at-spi2-core renamed push buttons
SAME_ROLE = {
    "radio button": ("radio button", "check box"),
    "switch": ("switch", "check box"),
    "button": ("push button", "button"),
}
CONTROLS = ("push button", "button", "toggle button", "check box", "radio button", "text", "entry", "combo box")


class NotSeen(AssertionError):
    """What the person waited for did not come."""


def plain(name):
    """The name without what GTK 4.8 adds: mnemonics ("_Save Save") and labels said twice ("Yes Yes")."""
    name = (name or "").replace("_", "")
    half = len(name) // 2
    if len(name) % 2 and name[half] == " " and name[:half] == name[half + 1:]:
        return name[:half]
    return name


class KeyboardUser:
    def __init__(self, command, pictures=None, environment=None, program=None):
        self.process = subprocess.Popen(command, env=environment)
        self.pictures = pictures
        self.program = program or os.path.basename(command[0])
        self.focus = None
        self.listener = Atspi.EventListener.new(self._focus_moved)
        self.listener.register("object:state-changed:focused")
        self.application = self.wait(self._find_application, 30, f"the program {self.program}")

    def _focus_moved(self, event):
        if event.detail1:
            self.focus = event.source

    def _find_application(self):
        assert self.process.poll() is None, f"the program ended with {self.process.returncode}"
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_name() == self.program and child.get_child_count():
                return child
        return None

    @staticmethod
    def wait(look, seconds, what):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                seen = look()
                if seen:
                    return seen
            except GLib.Error:
                pass  # what was looked at went away meanwhile: look again
            time.sleep(0.05)
        raise NotSeen(f"waited {seconds} s for {what}")

    def walk(self, start=None):
        """What can be seen, and what it stands in: pages that are turned away are passed over."""
        start = start or self.application
        yield start
        for i in range(start.get_child_count()):
            child = start.get_child_at_index(i)
            if child and self.has(child, Atspi.StateType.VISIBLE):
                yield from self.walk(child)

    @staticmethod
    def matches(seen, role, name):
        if role and seen.get_role_name() not in SAME_ROLE.get(role, (role,)):
            return False
        if name is None:
            return True
        if isinstance(name, re.Pattern):
            return bool(name.search(plain(seen.get_name())))
        return plain(seen.get_name()) == name

    @staticmethod
    def has(seen, state):
        return seen.get_state_set().contains(state)

    def find_all(self, role=None, name=None):
        return [seen for seen in self.walk()
                if self.matches(seen, role, name) and self.has(seen, Atspi.StateType.VISIBLE)]

    def see(self, role=None, name=None, seconds=30):
        return self.wait(lambda: (self.find_all(role, name) or [None])[0], seconds, f"{role} {name!r}")

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "20", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "12", text], check=True)

    def wait_for_window(self, title):
        """Until the window is the one that keys go to."""
        self.wait(lambda: self._active_window("getwindowname") == title, 30, f"the window “{title}” to take the keys")

    @staticmethod
    def _active_window(*what):
        done = subprocess.run(["xdotool", "getactivewindow", *what], capture_output=True, text=True)
        return done.stdout.strip()

    def choose_file(self, title, path, keys=("ctrl+l", "ctrl+a"), picture=None):
        """In a file chooser: a path is typed, behind the keys that make room for it, which takes its time. Newer ones
        complete it meanwhile, and the first Return takes that."""
        self.wait_for_window(title)
        chooser = self._active_window()
        for key in keys:
            self.press(key)
            time.sleep(0.3)
        self.type(str(path))
        if picture:
            self.picture(picture)
        self.press("Return")
        try:
            self.wait(lambda: self._active_window() != chooser, 8, "the file chooser to go")
        except NotSeen:
            self.press("Return")

    def focused(self):
        """What has the focus: as it was told of last, or else looked for everywhere, which takes its time."""
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)
        try:
            if self.focus and self.has(self.focus, Atspi.StateType.FOCUSED):
                return self.focus
        except GLib.Error:
            pass  # gone meanwhile
        focused = [seen for seen in self.walk() if self.has(seen, Atspi.StateType.FOCUSED)]
        return focused[-1] if focused else None

    def surroundings(self, levels):
        """What stands around the focus, so many steps out: far less to look through than the window."""
        place = self.focused()
        for _ in range(levels):
            place = place.get_parent()
        return list(self.walk(place))

    def tab_to(self, role=None, name=None, limit=80):
        """Tab until it has the focus: what is not reached this way is not reachable by keyboard."""
        passed = []
        for _ in range(limit):
            try:
                focused = self.focused()
                if focused and self.matches(focused, role, name):
                    return focused
                passed.append(focused and (focused.get_role_name(), plain(focused.get_name())))
            except GLib.Error:
                pass
            self.press("Tab")
            time.sleep(0.05)
        raise NotSeen(f"{role} {name!r} is not reached by Tab; passed {passed}")

    def texts(self):
        """Everything readable on the screen, in order."""
        return [plain(seen.get_name()) for seen in self.find_all() if seen.get_name()]

    def picture(self, name):
        if self.pictures:
            time.sleep(0.4)
            os.makedirs(self.pictures, exist_ok=True)
            subprocess.run(["import", "-window", "root", os.path.join(self.pictures, name + ".png")], check=True)

    def unnamed_controls(self):
        return [(seen.get_role_name(), seen.get_name()) for seen in self.find_all()
                if seen.get_role_name() in CONTROLS
                and (not seen.get_name() or re.match(r"^(Gtk|Adw|Rf)[A-Z]", seen.get_name()))]

    def kill(self):
        self.process.kill()
        self.process.wait(10)

    def quit(self):
        self.press("ctrl+q")
        assert self.process.wait(15) == 0, f"the program ended with {self.process.returncode}"
