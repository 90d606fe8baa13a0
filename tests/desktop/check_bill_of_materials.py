#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the bill of materials names what the programs link, and nothing else. check_bill_of_materials.py BILL VERSION
PROGRAM... prints a TAP report."""

import json
import re
import shutil
import subprocess
import sys

BILL, VERSION, PROGRAMS = sys.argv[1], sys.argv[2], sys.argv[3:]
# what the sanitizers bring to the tests is not shipped; the loader belongs to the C library
NOT_OURS = re.compile(r"lib(asan|ubsan|lsan|tsan|gcc_s)|ld-linux")
TYPES = {"application", "library", "data"}

with open(BILL, encoding="utf-8") as file:
    bill = json.load(file)
COMPONENTS = bill["components"]
LINKS = {link["value"]: each["name"] for each in COMPONENTS for link in each.get("properties", [])}


def list_needed():
    """The shared libraries that the programs themselves name, without the number behind .so."""
    names = set()
    for program in PROGRAMS:
        out = subprocess.run(["readelf", "--dynamic", "--wide", program], capture_output=True, text=True, check=True).stdout
        names |= {name.split(".so")[0] for name in re.findall(r"\(NEEDED\).*\[(.*)\]", out)}
    return {name for name in names if not NOT_OURS.match(name)}


def form():
    """it is CycloneDX 1.5: format, types, licences and references"""
    problems = []
    if (bill["bomFormat"], bill["specVersion"], bill["version"]) != ("CycloneDX", "1.5", 1):
        problems.append("another format")
    references = [each["bom-ref"] for each in COMPONENTS + [bill["metadata"]["component"]]]
    if len(references) != len(set(references)):
        problems.append("a reference stands for two things")
    for each in bill["dependencies"]:
        problems += [f"{ref} is not there" for ref in [each["ref"], *each["dependsOn"]] if ref not in references]
    for each in COMPONENTS:
        if each["type"] not in TYPES or not each["licenses"]:
            problems.append(f"{each['name']}: no type, or no licence")
        if each["type"] == "library" and not re.match(r"\d+(\.\d+)*", each.get("version", "")):
            problems.append(f"{each['name']}: no version")
    return problems


def program():
    """it is the bill of this version"""
    found = bill["metadata"]["component"]["version"]
    return [] if found == VERSION else [f"{found}, not {VERSION}"]


def nothing_missing():
    """every library that a program links is in it"""
    return None if not shutil.which("readelf") else [f"{name} is missing" for name in sorted(list_needed() - set(LINKS))]


def nothing_else():
    """every library in it is linked by a program"""
    if not shutil.which("readelf"):
        return None
    linked = {LINKS[name] for name in list_needed() if name in LINKS}
    return [f"{each['name']} is linked by nothing" for each in COMPONENTS
            if each["type"] == "library" and each["name"] not in linked]


def no_clock():
    """it holds no time and no random number"""
    return [key for key in ("serialNumber",) if key in bill] + [
        key for key in ("timestamp",) if key in bill["metadata"]]


CHECKS = (form, program, nothing_missing, nothing_else, no_clock)
print(f"1..{len(CHECKS)}")
failed = False
for number, check in enumerate(CHECKS, 1):
    found = check()
    for problem in found or []:
        print(f"# {problem}")
    failed = failed or bool(found)
    skipped = " # SKIP readelf is not installed" if found is None else ""
    print(("not ok" if found else "ok"), number, "-", check.__doc__ + skipped)
sys.exit(failed)
