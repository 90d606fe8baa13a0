#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which type a file manager finds for our files, and for others. check_mime_types.py ROOT MIME-XML DESKTOP-ENTRY
prints a TAP report."""

import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT, MIME_XML, DESKTOP_ENTRY = sys.argv[1:4]
NAME = os.path.basename(MIME_XML).removesuffix(".xml")
QUESTIONNAIRE = "application/x-ringfence-questionnaire+xml"
ANSWERS = "application/x-ringfence-answers+xml"
WORKSPACE = "application/x-ringfence-workspace"

place = tempfile.mkdtemp()
packages = f"{place}/mime/packages"
os.makedirs(packages)
shutil.copy(MIME_XML, packages)
common = next((f"{folder}/mime/packages/freedesktop.org.xml" for folder in ("/usr/share", "/usr/local/share")
               if os.path.exists(f"{folder}/mime/packages/freedesktop.org.xml")), None)
if common is None or shutil.which("update-mime-database") is None:
    print("1..0 # SKIP shared-mime-info is not installed")
    sys.exit(0)
shutil.copy(common, packages)
updated = subprocess.run(["update-mime-database", "-V", f"{place}/mime"], capture_output=True, text=True)
os.environ["XDG_DATA_DIRS"] = os.environ["XDG_DATA_HOME"] = place

from gi.repository import Gio  # noqa: E402: it reads the variables above

failures = 0
checks = 0


def check(title, found, wanted):
    global checks, failures
    checks += 1
    failures += found != wanted
    if found != wanted:
        print(f"# {found}, not {wanted}")
    print("ok" if found == wanted else "not ok", checks, "-", title)


def head(path):
    with open(f"{ROOT}/{path}", "rb") as file:
        return file.read(4096)


def guess(name, data):
    return Gio.content_type_guess(name, data)[0]


def store(mark):
    """The head of a database of SQLite with this mark of its program."""
    return b"SQLite format 3\0" + bytes(52) + mark.to_bytes(4, "big") + bytes(28)


own_lines = [line for line in updated.stderr.splitlines() if "ringfence" in line.lower()]
check("the description of the types is understood", (updated.returncode, own_lines), (0, []))
with open(f"{ROOT}/src/store/rf-store-schema.h", encoding="utf-8") as header:
    mark = int(re.search(r"RF_STORE_APPLICATION_ID (0x[0-9a-f]+)", header.read()).group(1), 16)

shipped = "data/questionnaires/genai-confidentiality.xml"
sample = "data/samples/nordlicht-api.answers.xml"
check("the shipped questionnaire", guess("genai-confidentiality.xml", head(shipped)), QUESTIONNAIRE)
check("a questionnaire by its name", guess("mine.questionnaire.xml", b""), QUESTIONNAIRE)
check("a questionnaire with single quotes", guess("mine.xml", head(shipped).replace(b'"', b"'")), QUESTIONNAIRE)
check("a sample", guess("nordlicht-api.answers.xml", head(sample)), ANSWERS)
check("the same without its second suffix", guess("nordlicht-api.xml", head(sample)), ANSWERS)
check("the same without a name", guess("nordlicht", head(sample)), ANSWERS)
check("a store", guess("default.ringfence", store(mark)), WORKSPACE)
check("a copy of a store, with any name", guess("default.ringfence.version-3", store(mark)), WORKSPACE)
check("somebody else's database", guess("notes", store(0x12345678)), "application/vnd.sqlite3")
check("any other XML file", guess("notes.xml", b"<?xml version='1.0'?><notes/>"), "application/xml")
check("any other without a declaration", guess("notes.xml", b"<notes/>"), "application/xml")
check("answers of somebody else", guess("quiz.xml", b"<answers xmlns='https://example.org/quiz'/>"), "application/xml")
check("the schema of questionnaires", guess("questionnaire.xml", head("data/schemas/questionnaire.xsd")), "application/xml")
for kind in (QUESTIONNAIRE, ANSWERS):
    check(f"{kind} is XML", Gio.content_type_is_a(kind, "application/xml"), True)

with open(DESKTOP_ENTRY, encoding="utf-8") as entry:
    opened = set(re.search(r"^MimeType=(.*)$", entry.read(), re.M).group(1).strip(";").split(";"))
check("the desktop entry opens each of them", opened, {QUESTIONNAIRE, ANSWERS, WORKSPACE})
for kind in sorted(opened):
    icon = f"{NAME}-{re.split('[-+]', kind.removeprefix('application/x-'))[1]}"
    check(f"{kind} has an icon", Gio.content_type_get_icon(kind).get_names()[0], icon)
    check(f"{icon} is drawn", os.path.exists(f"{ROOT}/data/icons/hicolor/scalable/mimetypes/{icon}.svg"), True)

shutil.rmtree(place)
print(f"1..{checks}")
sys.exit(failures > 0)
