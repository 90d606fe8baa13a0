#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the REUSE specification (3.2) asks of licences. check_licences.py ROOT prints a TAP report.

Debian 12's own program for it is older than REUSE.toml, in which we name the licences of files that
cannot do so themselves.
"""

import os
import re
import sys
import tomllib

sys.dont_write_bytecode = True
from tree_files import list_tree_files  # noqa: E402

ROOT = sys.argv[1]
# A tag begins a line, apart from what marks a comment; elsewhere it is somebody's text.
TAG = re.compile(r"^\W*SPDX-(License-Identifier|FileCopyrightText):[ \t]+(.*?)[ \t]*(?:-->|\*/)?[ \t]*$", re.M)
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")


def read(name):
    with open(os.path.join(ROOT, name), encoding="utf-8", errors="replace") as file:
        return file.read()


def is_exempt(name):
    """Texts of licences need none."""
    return (name.startswith("LICENSES/") or re.match(r"(COPYING|LICEN[CS]E)\b", os.path.basename(name))
            or os.path.getsize(os.path.join(ROOT, name)) == 0)


def to_regex(pattern):
    """A star stays in its folder, two do not."""
    parts = re.split(r"(\*\*|\*)", pattern)
    return re.compile("".join({"**": ".*", "*": "[^/]*"}.get(part, re.escape(part)) for part in parts))


def read_annotations():
    with open(os.path.join(ROOT, "REUSE.toml"), "rb") as file:
        table = tomllib.load(file)
    return [([to_regex(path) for path in note["path"]], note) for note in table["annotations"]]


def describe(name, annotations):
    """The licences and the holders of a file: its own words, else the last fitting annotation."""
    own = read(name) if not name.endswith((".png", ".pdf")) else ""
    tags = TAG.findall(own)
    licences = {text for tag, text in tags if tag == "License-Identifier"}
    holders = {text for tag, text in tags if tag == "FileCopyrightText"}
    for patterns, note in annotations[::-1]:
        if any(pattern.fullmatch(name) for pattern in patterns):
            licences = licences or {note["SPDX-License-Identifier"]}
            holders = holders or {note["SPDX-FileCopyrightText"]}
    return licences, holders


FILES = [name for name in list_tree_files(ROOT) if not is_exempt(name)]
ANNOTATIONS = read_annotations()
DESCRIBED = {name: describe(name, ANNOTATIONS) for name in FILES}
TEXTS = {name.removesuffix(".txt") for name in os.listdir(os.path.join(ROOT, "LICENSES"))}


def split_expression(expression):
    return [word for word in NAME.findall(expression) if word not in ("AND", "OR", "WITH")]


def every_file():
    """Every file says, or REUSE.toml says for it, under which licence it stands and whose it is."""
    return [f"{name}: no licence" for name in FILES if not DESCRIBED[name][0]] + [
        f"{name}: no holder of the copyright" for name in FILES if not DESCRIBED[name][1]]


def every_text():
    """The text of every licence that is named lies in LICENSES."""
    return [f"{name}: {word} has no text" for name in FILES for expression in DESCRIBED[name][0]
            for word in split_expression(expression) if word not in TEXTS]


def no_other_text():
    """LICENSES holds no text of a licence that nothing names."""
    named = {word for licences, _ in DESCRIBED.values() for each in licences for word in split_expression(each)}
    return [f"LICENSES/{name}.txt" for name in sorted(TEXTS - named)]


def every_annotation():
    """Every path in REUSE.toml fits a file that needs it."""
    return [pattern.pattern for patterns, _ in ANNOTATIONS for pattern in patterns
            if not any(pattern.fullmatch(name) and not TAG.search(read(name)) for name in FILES)]


CHECKS = (every_file, every_text, no_other_text, every_annotation)
print(f"1..{len(CHECKS)}")
failed = False
for number, check in enumerate(CHECKS, 1):
    found = check()
    for problem in found[:40]:
        print(f"# {problem}")
    failed = failed or bool(found)
    print(("not ok" if found else "ok"), number, "-", check.__doc__)
sys.exit(failed)
