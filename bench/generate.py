#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a questionnaire of any size, and answers to it: the same bytes for the same number.

usage: generate.py FOLDER QUESTIONS

Sections hold twenty questions. Each question has a prompt, a reason, help and four options; every fifth applies only
after two of the four options of the question before it. Of ten answers eight are given, one is refused, one unknown.
Writes questionnaire-QUESTIONS.xml and answers-QUESTIONS.xml.
"""
import pathlib
import sys

SECTION = 20
LABELS = ("Never", "Only on request", "As a rule", "Always")
RISKS = (0, 30, 70, 100)
NOUNS = ("the prompts", "uploaded files", "the answers", "access logs", "embeddings", "fine-tuned weights", "backups",
         "support tickets", "session records", "encryption keys", "usage figures", "test data")
VERBS = ("read", "copied", "kept", "moved abroad", "used for training", "shown to others", "exported", "restored")
WHOM = ("by people at the provider", "by a subprocessor", "by the maker of the model", "by another customer",
        "by the cloud beneath", "by an agent with tools")


class Dice:
    """A linear congruential generator of our own: the library's may change between versions."""

    def __init__(self, seed):
        self.state = seed

    def pick(self, things):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return things[(self.state >> 33) % len(things)]


def sentence(dice):
    return f"{dice.pick(NOUNS)} are {dice.pick(VERBS)} {dice.pick(WHOM)}"


def questionnaire(n_questions):
    dice = Dice(n_questions)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (f'<questionnaire xmlns="https://ringfence.github.io/ns/questionnaire/1" id="bench-{n_questions}" '
           'revision="1" lang="en">\n  <title>A questionnaire to measure with</title>\n')
    for index in range(n_questions):
        if index % SECTION == 0:
            yield f'  <section id="s{index // SECTION}">\n    <title>Section {index // SECTION + 1}</title>\n'
        yield f'    <question id="q{index}" kind="single-choice" weight="{1 + index % 20}">\n'
        yield f"      <prompt>How often is it that {sentence(dice)}?</prompt>\n"
        yield f"      <why>Where {sentence(dice)}, what was told in confidence is told to others.</why>\n"
        yield f"      <help>Ask for a contract or a test in which it is said that {sentence(dice)}, and since when.</help>\n"
        if index % 5 == 4:
            yield f'      <applies-if><answer question="q{index - 1}" option="b c"/></applies-if>\n'
        for letter, label, risk in zip("abcd", LABELS, RISKS):
            yield f'      <option id="{letter}" risk="{risk}"><label>{label}: {dice.pick(NOUNS)}</label></option>\n'
        yield "    </question>\n"
        if index % SECTION == SECTION - 1 or index == n_questions - 1:
            yield "  </section>\n"
    yield "</questionnaire>\n"


def answers(n_questions):
    dice = Dice(n_questions + 1)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<answers xmlns="https://ringfence.github.io/ns/answers/1" as-of="2026-11-01">\n'
    yield f'  <questionnaire id="bench-{n_questions}" revision="1"/>\n'
    yield '  <offering id="measured" provider="Nobody (fictional)" name="Measured"/>\n'
    for index in range(n_questions):
        state = {8: "refused", 9: "unknown"}.get(index % 10)
        if state:
            yield f'  <answer question="q{index}" state="{state}"/>\n'
            continue
        yield f'  <answer question="q{index}" state="answered" said-by="provider">\n    <choice option="{dice.pick("abcd")}"/>\n'
        if index % 3 == 0:
            yield f"    <note>They told us in week {index % 52 + 1} that {sentence(dice)}.</note>\n"
        yield "  </answer>\n"
    yield "</answers>\n"


def main():
    if len(sys.argv) != 3 or not sys.argv[2].isdecimal() or int(sys.argv[2]) < 1:
        sys.exit(__doc__)
    folder, n_questions = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    for name, parts in (("questionnaire", questionnaire), ("answers", answers)):
        with open(folder / f"{name}-{n_questions}.xml", "w", encoding="utf-8", newline="\n") as file:
            file.writelines(parts(n_questions))


if __name__ == "__main__":
    main()
