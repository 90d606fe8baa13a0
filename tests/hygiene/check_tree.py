#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold for every file of the tree. check_tree.py ROOT prints a TAP report."""

import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
from tree_files import list_tree_files  # noqa: E402

ROOT = sys.argv[1]

# A folder of src/ may include the headers of those named here, and its own.
MAY_INCLUDE = {
    "language": set(),
    "model": {"language"},
    "scoring": {"language", "model"},
    "survey": {"language", "model"},
    "xml": {"language", "model", "scoring", "survey"},
    "store": {"language", "model", "scoring"},
    "json": {"language", "model", "scoring", "survey"},
    "sheet": {"language", "model", "scoring", "json"},
    "report": {"language", "model", "scoring", "survey", "workspace"},
    "workspace": {"language", "model", "scoring", "survey", "xml", "store", "json"},
    "exchange": {"language", "model", "scoring", "xml", "workspace"},
    "cli": {"language", "model", "scoring", "survey", "xml", "store", "json", "sheet", "report", "workspace", "exchange"},
    "app": {"language", "model", "scoring", "survey", "xml", "store", "report", "workspace", "exchange"},
}
# Headers of other projects that one folder alone may see.
ONLY_IN = {
    r"<libxml/": "xml",
    r"<sqlite3": "store",
    r"<json-glib/": "json",
    r"<xlsxwriter": "sheet",
    r"<(gtk/|adwaita)": "app",
    r"<(cairo|pango|qpdf)": "report",
}
# The window and the command line see the store through the workspace; these types are handed through.
HANDED_THROUGH = {"rf-assessment.h", "rf-audit.h", "rf-provider.h"}

# Folders of somebody's machine, hidden neighbours of the tree, and words for what is unfinished.
FOREIGN = [r"(?:^|[\s\"'(=:])/(?:home|root|srv|mnt|opt|work)/", r"\.\./\.[a-z]", r"\bTODO\b", r"\bFIXME\b", r"\bXXX\b"]
NEEDS_LICENCE = (".c", ".h", ".py", ".ui", ".xml", ".xsd", ".css", ".sh", ".svg", ".in")


def read(name):
    with open(os.path.join(ROOT, name), encoding="utf-8", errors="replace") as file:
        return file.read()


FILES = list_tree_files(ROOT)
SOURCES = [name for name in FILES if name.startswith("src/") and name.endswith((".c", ".h"))]
OWNER = {os.path.basename(name): name.split("/")[1] for name in SOURCES if name.endswith(".h")}


def layers():
    """Every folder of src/ includes only what stands below it."""
    problems = []
    for name in SOURCES:
        folder = name.split("/")[1]
        if folder not in MAY_INCLUDE:
            problems.append(f"{name}: the folder src/{folder} is not in this test's table")
            continue
        for number, line in enumerate(read(name).splitlines(), 1):
            own = re.match(r'#include "(rf-[^"]+)"', line)
            owner = own and OWNER.get(own.group(1))
            if owner and owner != folder and owner not in MAY_INCLUDE[folder]:
                problems.append(f"{name}:{number}: {folder} must not include {own.group(1)} of {owner}")
            if owner == "store" and folder in ("cli", "app") and own.group(1) not in HANDED_THROUGH:
                problems.append(f"{name}:{number}: {folder} reaches around the workspace to {own.group(1)}")
            for pattern, only in ONLY_IN.items():
                if folder != only and re.match(r"#include " + pattern, line):
                    problems.append(f"{name}:{number}: only src/{only} may include that")
    return problems


def licences():
    """Every source says under which licence it stands."""
    problems = []
    for name in FILES:
        if name.startswith("tests/") and name.endswith(".xml"):
            continue  # what is read there is the test's matter, byte by byte
        if name.endswith(NEEDS_LICENCE) or os.access(os.path.join(ROOT, name), os.X_OK):
            if "SPDX-License-Identifier:" not in read(name)[:1500]:
                problems.append(f"{name}: no SPDX-License-Identifier at its top")
    return problems


def own_words():
    """Nothing names a place outside the tree, and nothing is left for later."""
    problems = []
    for name in FILES:
        if name.endswith((".png", ".svg")) or name == "tests/hygiene/check_tree.py":
            continue
        for number, line in enumerate(read(name).splitlines(), 1):
            for pattern in FOREIGN:
                if re.search(pattern, line):
                    problems.append(f"{name}:{number}: {pattern}: {line.strip()[:80]}")
    return problems


def functions():
    """No function of more than a hundred lines; sixty is where one should be looked at again."""
    problems = []
    for name in SOURCES:
        start = 0
        for number, line in enumerate(read(name).splitlines(), 1):
            if line == "{":
                start = number
            elif line == "}" and start:
                length = number - start - 1
                if length > 100:
                    problems.append(f"{name}:{start}: a function of {length} lines")
                elif length > 60:
                    print(f"# {name}:{start}: {length} lines: worth a second look")
                start = 0
    return problems


def layout():
    """The code is laid out as clang-format lays it out."""
    names = [name for name in FILES if re.match(r"(src|tests|bench)/.*\.[ch]$", name)]
    try:
        version = subprocess.run(["clang-format", "--version"], capture_output=True, text=True).stdout
    except FileNotFoundError:
        return None
    # each version has opinions of its own: Debian 12's decides, so that nobody has to choose
    if not re.search(r"version 14\.", version):
        return None
    done = subprocess.run(["clang-format", "--dry-run", "--Werror", *names], cwd=ROOT, capture_output=True, text=True)
    return sorted(set(re.findall(r"^(\S+:\d+):\d+: error", done.stderr, re.M)))


def spelling():
    """codespell finds nothing in what people read."""
    names = [name for name in FILES if name.endswith((".md", ".ui", ".1")) or name.startswith("data/questionnaires/")]
    names = [name for name in names if not re.search(r"\.[a-z]{2}\.(md|xml)$", name)]  # in English
    try:
        done = subprocess.run(["codespell", "--ignore-words-list=ans,nd,sie", *names], cwd=ROOT, capture_output=True, text=True)
    except FileNotFoundError:
        return None
    return done.stdout.splitlines()


def is_translatable(name):
    """Whether xgettext would find something in it."""
    if name.startswith("src/") and name.endswith(".c"):
        return re.search(r"(?<!\w)(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?|Q_) ?\((?!\w+\))", read(name))
    if name.startswith("ui/") and name.endswith(".ui"):
        return 'translatable="yes"' in read(name)
    return name.startswith("data/") and name.endswith((".desktop.in", ".metainfo.xml.in", ".gschema.xml", ".mime.xml.in"))


def translations():
    """po/POTFILES names every file with texts to translate, once, and no other."""
    named = [line for line in read("po/POTFILES").splitlines() if line and not line.startswith("#")]
    wanted = {name for name in FILES if is_translatable(name)}
    return ([f"{name} is missing" for name in sorted(wanted - set(named))]
            + [f"{name} has no text, or is not there" for name in sorted(set(named) - wanted)]
            + [f"{name} stands there twice" for name in sorted({name for name in named if named.count(name) > 1})])


def build_files():
    """Every folder that the build enters is part of the tree: nothing of it is ignored."""
    problems = []
    for name in FILES:
        if os.path.basename(name) != "meson.build":
            continue
        for folder in re.findall(r"^ *subdir\('([^']+)'\)", read(name), re.M):
            entered = os.path.normpath(os.path.join(os.path.dirname(name), folder, "meson.build"))
            if entered not in FILES:
                problems.append(f"{name}: {entered}")
    return problems


CHECKS = (layers, licences, own_words, build_files, translations, functions, layout, spelling)
print(f"1..{len(CHECKS)}")
failed = False
for i, check in enumerate(CHECKS, 1):
    found = check()
    title = f"{i} - {check.__doc__}"
    if found is None:
        print(f"ok {title} # SKIP the program for it, or its right version, is not installed")
        continue
    for problem in found[:40]:
        print(f"# {problem}")
    failed = failed or bool(found)
    print(("not ok " if found else "ok ") + title)
sys.exit(failed)
