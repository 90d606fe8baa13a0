#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in a real window, by keyboard alone: first run, an offering, six answers, a knock-out and its undoing,
evidence, a kill, the report.

journey.py PROGRAM PICTURES
"""

import os
import re
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from keyboard_user import KeyboardUser, plain  # noqa: E402

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PROGRAM, PICTURES = sys.argv[1], sys.argv[2]
N_ANSWERS = 6
# from an option to its card
CARD_LEVELS = 3
KNOCK_OUT = "Knock-out violated: Our data is not encrypted at rest."


def result_words(user):
    """The provider's result as it stands on the screen."""
    return user.wait(lambda: [text for text in user.texts() if " of 100 " in text], 10, "the result")[0]


def add_offering(user):
    user.see("button", "Add an Offering")
    user.picture("01-first-run")
    user.tab_to("button", "Add an Offering")
    user.press("Return")
    user.wait_for_window("Add an Offering")
    user.type("Nordlicht AI (fictional)")
    # GTK 4.8 does not report the focus of these rows: the picture and the new offering show where it was
    user.press("Tab")
    user.type("Chat, enterprise plan")
    user.picture("02-add-an-offering")
    user.press("Return")
    user.see("radio button")
    assert "Chat, enterprise plan" in user.texts()
    user.picture("03-offering-added")


def is_saved(user):
    """Whether the card of the question in hand says so."""
    texts = [plain(seen.get_name()) for seen in user.surroundings(CARD_LEVELS)]
    return "Saved" in texts and "Saving…" not in texts


def answer_questions(user):
    user.tab_to("radio button")
    for i in range(N_ANSWERS):
        user.press("1" if i % 3 else "2")
        user.wait(lambda: is_saved(user), 10, f"answer {i + 1} to be saved")
        if i == N_ANSWERS - 1:
            break
        here = user.focused()
        user.press("n")
        user.wait(lambda: user.focused() not in (None, here), 5, "the next question")


def answered_in_sections(user):
    """How many questions each section counts as settled, added up."""
    counts = [re.match(r"(\d+) of \d+ questions?$", text) for text in user.texts()]
    return sum(int(count.group(1)) for count in counts if count)


def go_to_question(user, number):
    user.press("slash")
    user.wait(lambda: [seen for seen in user.find_all(None, "Search the Questions") if "button" not in seen.get_role_name()], 10,
              "the search")
    user.type(number)
    user.wait(lambda: any(text.startswith(number) for text in user.texts()), 10, f"question {number} to be found")
    user.press("Return")
    user.see("radio button")


def violate_and_undo(user):
    """A knock-out appears beside the questions with the answer that violates it, and goes with it."""
    go_to_question(user, "2.2")
    user.tab_to("radio button")
    user.press("4")
    user.wait(lambda: KNOCK_OUT in user.texts(), 10, "the knock-out")
    user.picture("05-knock-out")
    user.press("ctrl+z")
    user.wait(lambda: KNOCK_OUT not in user.texts(), 10, "the knock-out to be gone with the answer")


def attach_evidence(user, path):
    go_to_question(user, "1.1")
    user.tab_to("radio button")
    user.press("d")
    user.tab_to("button", "Attach a File…")
    user.press("Return")
    user.choose_file("Attach a File", path)
    user.see("button", "Attach")
    user.picture("06-evidence")
    user.tab_to("button", "Attach")
    user.press("Return")
    user.wait(lambda: any("1 piece of evidence" in text for text in user.texts()), 10, "the evidence on the card")


def write_report(user, path):
    user.press("ctrl+e")
    user.choose_file("Write the Report as PDF", path, ("ctrl+a",))
    user.wait(lambda: os.path.exists(path) and os.path.getsize(path) > 1000, 20, "the report")


def main():
    user = KeyboardUser([PROGRAM], PICTURES)
    add_offering(user)
    answer_questions(user)
    user.picture("04-six-answers")
    result = result_words(user)
    count = answered_in_sections(user)
    assert count == N_ANSWERS, f"{count} questions count as settled, not {N_ANSWERS}"
    violate_and_undo(user)
    assert result_words(user) == result, (result_words(user), result)
    evidence = os.path.join(os.environ["HOME"], "statement.txt")
    with open(evidence, "w", encoding="utf-8") as file:
        file.write("Nobody reads it.\n")
    attach_evidence(user, evidence)
    result = result_words(user)
    unnamed = user.unnamed_controls()
    assert not unnamed, f"controls without a name: {unnamed}"
    user.kill()

    user = KeyboardUser([PROGRAM], PICTURES)
    user.tab_to("table row", re.compile("^Chat, enterprise plan"))
    user.press("Return")
    user.see("radio button")
    user.wait(lambda: answered_in_sections(user) == N_ANSWERS, 10, "all answers after the kill")
    assert result_words(user) == result, (result_words(user), result)
    user.wait(lambda: any("1 piece of evidence" in text for text in user.texts()), 10, "the evidence after the kill")
    user.picture("07-reopened")
    report = os.path.join(os.environ["HOME"], "report.pdf")
    write_report(user, report)
    user.picture("08-report-written")
    text = subprocess.run(["pdftotext", report, "-"], check=True, capture_output=True, text=True).stdout
    assert "Chat, enterprise plan" in text, text[:500]
    user.quit()


print("1..1")
try:
    main()
    print("ok 1 - the main job by keyboard")
except AssertionError as error:
    # what the person saw instead
    subprocess.run(["import", "-window", "root", os.path.join(PICTURES, "failed.png")], check=False)
    print(f"# {error}")
    print("not ok 1 - the main job by keyboard")
    sys.exit(1)
