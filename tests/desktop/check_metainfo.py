#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What software centres ask of the description of the program. check_metainfo.py ROOT METAINFO DESKTOP-ENTRY VERSION
prints a TAP report."""

import os
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

ROOT, METAINFO, DESKTOP_ENTRY, VERSION = sys.argv[1:5]
PICTURES = "https://ringfence.github.io/images/"
# The id is older than the advice against capitals and must not change; <developer> and <developer_name> are for
# programs that know the one or the other.
KNOWN = ("cid-contains-uppercase-letter", "unknown-tag developer", "developer-name-tag-deprecated")

component = ElementTree.parse(METAINFO).getroot()


def read(name):
    with open(os.path.join(ROOT, name), encoding="utf-8") as file:
        return file.read()


def text(path):
    return component.findtext(path) or ""


def validation():
    """appstreamcli finds nothing, however pedantic"""
    if shutil.which("appstreamcli") is None:
        return None
    done = subprocess.run(["appstreamcli", "validate", "--no-net", "--no-color", "--strict", "--pedantic", METAINFO],
                          capture_output=True, text=True)
    found = [line for line in done.stdout.splitlines() if re.match(r"[EWIP]: ", line)]
    if done.returncode not in (0, 3):
        found.append(f"appstreamcli ended with {done.returncode}: {done.stderr}")
    return [line for line in found if not any(known in line for known in KNOWN)]


def words():
    """name and summary are short enough for a tile, and no sentence"""
    name, summary = text("name"), text("summary")
    return [problem for problem, is_one in {
        f"{name}: longer than 15 characters": len(name) > 15,
        f"{summary}: longer than 35 characters": len(summary) > 35,
        f"{summary}: ends as a sentence": summary.endswith("."),
        f"{summary}: repeats the name": name in summary,
        f"{summary}: begins with an article": re.match(r"(An?|The) ", summary),
        "fewer than two paragraphs of description": len(component.findall("description/p")) < 2,
    }.items() if is_one]


def screenshots():
    """at least three screenshots, each with a caption, the first the default, as large as it says"""
    found = component.findall("screenshots/screenshot")
    problems = [] if len(found) >= 3 and found[0].get("type") == "default" else ["too few, or no default"]
    for shot in found:
        image = shot.find("image")
        name = (image.text or "").removeprefix(PICTURES)
        caption = shot.findtext("caption") or ""
        if not 0 < len(caption) <= 100 or caption.endswith("."):
            problems.append(f"{name}: the caption “{caption}”")
        try:
            with open(os.path.join(ROOT, "docs/images", name), "rb") as file:
                head = file.read(24)
        except OSError as error:
            problems.append(str(error))
            continue
        if struct.unpack(">II", head[16:24]) != (int(image.get("width")), int(image.get("height"))):
            problems.append(f"{name} has another size")
    return problems


def releases():
    """NEWS.md tells of the same releases, the newest is this version, each says what is new"""
    told = re.findall(r"^## (\d+\.\d+\.\d+)", read("NEWS.md"), re.M)
    found = [release.get("version") for release in component.findall("releases/release")]
    problems = [] if told == found and found[:1] == [VERSION] else [f"NEWS.md: {told}, here: {found}, this is {VERSION}"]
    return problems + [f"{release.get('version')} says nothing" for release in component.findall("releases/release")
                       if release.find("description/p") is None]


def completeness():
    """colours for light and dark, developer, rating, controls, display, homepage, gettext domain"""
    schemes = {colour.get("scheme_preference") for colour in component.findall("branding/color[@type='primary']")}
    wanted = ("developer[@id]/name", "developer_name", "content_rating[@type='oars-1.1']", "recommends/control",
              "requires/display_length", "url[@type='homepage']", "translation[@type='gettext']", "metadata_license",
              "project_license", "keywords/keyword")
    return ([] if schemes == {"light", "dark"} else [f"colours for {schemes}"]) + [
        f"<{path}> is missing" for path in wanted if component.find(path) is None]


def agreement():
    """the desktop entry names the same file types and categories, and its own name here"""
    with open(DESKTOP_ENTRY, encoding="utf-8") as file:
        entry = dict(line.split("=", 1) for line in file.read().splitlines()[::-1] if re.match(r"\w+=", line))
    types = {kind.text for kind in component.findall("provides/mediatype")}
    problems = [] if types == set(entry["MimeType"].strip(";").split(";")) else [f"types: {types}"]
    if text("launchable") != os.path.basename(DESKTOP_ENTRY):
        problems.append(f"launches {text('launchable')}")
    return problems + [f"category {category.text}" for category in component.findall("categories/category")
                       if category.text not in entry["Categories"].split(";")]


CHECKS = (validation, words, screenshots, releases, completeness, agreement)
print(f"1..{len(CHECKS)}")
failed = False
for number, check in enumerate(CHECKS, 1):
    found = check()
    for problem in found or []:
        print(f"# {problem}")
    failed = failed or bool(found)
    skipped = " # SKIP appstreamcli is not installed" if found is None else ""
    print(("not ok" if found else "ok"), number, "-", check.__doc__ + skipped)
sys.exit(failed)
