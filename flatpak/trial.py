#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in the sandbox, through the desktop's portals: answers are opened, the report is written and printed.

trial.py [--first-window] APPLICATION_ID PICTURES

Run in flatpak/run-in-desktop, with the application installed and no data of it there.
"""

import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading

TREE = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TREE / "tests/e2e"))
from keyboard_user import KeyboardUser, NotSeen  # noqa: E402

APPLICATION, PICTURES = sys.argv[-2:]
SAMPLE = TREE / "data/samples/meridian-cloud.answers.xml"
PRINTED = pathlib.Path.cwd() / "output.pdf"  # the desktop was started here


def say(what):
    print(what, flush=True)


def in_sandbox(*command, check=True):
    done = subprocess.run(["flatpak", "run", f"--command={command[0]}", APPLICATION, *command[1:]],
                          capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
    assert not check or done.returncode == 0, done.stderr
    return done


def listen(server, heard):
    try:
        heard.append(server.accept())
    except OSError:
        pass  # closed: nobody came


def sandbox_is_closed(place):
    """From inside: neither what is at home, nor other places of the computer, nor any network."""
    private = place / "private.txt"
    of_home = pathlib.Path.home() / "private.txt"
    for path in (private, of_home):
        path.write_text("for nobody else\n", encoding="utf-8")
    for path in (private, of_home, TREE / "README.md", pathlib.Path("/etc/shadow")):
        assert path.exists(), path
        assert in_sandbox("test", "-e", str(path), check=False).returncode != 0, f"{path} can be seen in the sandbox"
    interfaces = re.findall(r"^ *(\S+):", in_sandbox("cat", "/proc/net/dev").stdout, re.MULTILINE)
    assert interfaces == ["lo"], interfaces
    with socket.create_server(("127.0.0.1", 0)) as server:
        heard = []
        threading.Thread(target=listen, args=(server, heard), daemon=True).start()
        port = server.getsockname()[1]
        reached = in_sandbox("bash", "-c", f"exec 3<>/dev/tcp/127.0.0.1/{port}", check=False)
        assert reached.returncode != 0 and not heard, "a server of the computer can be reached from the sandbox"
    assert in_sandbox("sh", "-c", "touch /app/x /usr/x", check=False).returncode != 0
    say("ok - neither the home folder nor the network can be reached")


def open_answers(user, place):
    """The file lies where the sandbox cannot see it; the portal hands over this one."""
    answers = place / "meridian-cloud.answers.xml"
    shutil.copy(SAMPLE, answers)
    user.see("button", "Add an Offering", 30)
    user.picture("1-first-run")
    user.press("ctrl+o")
    user.choose_file("Import Answers, a Questionnaire or a Workspace", answers, picture="file-chooser")
    user.wait(lambda: any("Meridian Foundry" in text for text in user.texts()), 30, "the offering")
    user.picture("2-opened-through-the-portal")
    say("ok - answers are opened through the file chooser portal")


def write_report(user, place):
    report = place / "report.pdf"
    user.press("ctrl+e")
    user.choose_file("Write the Report as PDF", report)
    user.wait(lambda: report.exists() and report.stat().st_size > 10000, 60, "the report")
    pages = re.search(r"Pages:\s+(\d+)", subprocess.run(["pdfinfo", report], capture_output=True, text=True, check=True).stdout)
    assert int(pages.group(1)) > 10, pages
    fonts = subprocess.run(["pdffonts", report], capture_output=True, text=True, check=True).stdout
    assert "Inter" in fonts, fonts
    user.picture("3-report-written")
    say(f"ok - the report is written through the file chooser portal: {pages.group(1)} pages")
    return report


def print_report(user):
    PRINTED.unlink(missing_ok=True)
    user.press("ctrl+p")
    user.wait_for_window("Report")
    user.wait(lambda: not any("Laying Out" in text for text in user.texts()), 60, "the pages")
    user.picture("4-preview")
    user.press("ctrl+p")
    user.wait_for_window("Print")
    user.press("Tab", "Home")  # the one printer, a file
    user.picture("5-print-portal")
    user.press("alt+p")
    user.wait(lambda: PRINTED.exists() and PRINTED.stat().st_size > 10000, 60, "what the portal prints to a file")
    say("ok - the report is printed through the print portal")


def command_line(report):
    listed = json.loads(in_sandbox("ringfence-cli", "list", "--format", "json").stdout)
    assert [row["offering"] if "offering" in row else row["id"] for row in listed["offerings"]] == ["meridian-cloud"], listed
    say("ok - the command line in the sandbox has the same workspace")
    handed_over = subprocess.run(["flatpak", "run", "--file-forwarding", "--command=ringfence-cli", APPLICATION, "verify-report", "@@", report, "@@"],
                                 capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
    assert handed_over.returncode == 0, handed_over.stdout + handed_over.stderr
    say("ok - the command line in the sandbox verifies a report that is handed over")
    fresh = in_sandbox("ringfence-cli", "policy").stdout
    assert "/app/etc/ringfence" in fresh, fresh
    assert report.read_bytes()[:5] == b"%PDF-"


def first_window():
    """It comes up with nothing in it, and goes again."""
    user = KeyboardUser(["flatpak", "run", APPLICATION], PICTURES, program="ringfence")
    user.see("button", "Add an Offering", 30)
    user.quit()


def main():
    place = pathlib.Path(tempfile.mkdtemp(prefix="ringfence-trial-"))
    try:
        sandbox_is_closed(place)
        user = KeyboardUser(["flatpak", "run", APPLICATION], PICTURES, program="ringfence")
        open_answers(user, place)
        report = write_report(user, place)
        print_report(user)
        user.press("Escape")
        user.quit()
        command_line(report)
    finally:
        shutil.rmtree(place)


if "--first-window" in sys.argv:
    first_window()
else:
    main()
