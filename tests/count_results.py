#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the tests of one or more Meson builds and ends with "N passed, N failed, N skipped".

usage: count_results.py BUILD_FOLDER...

Every case that a test program reports (TAP) counts as one. A program that crashes, hangs or reports
less than it planned counts as one failure more, for its own report does not mention it. A build
without a result counts as a failure too: a suite that did not run has not passed.
"""
import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

GOOD = {"OK", "EXPECTEDFAIL", "SKIP"}


def count_cases(report):
    """What the JUnit report of a build says: cases passed, failed, skipped, and who failed."""
    passed = failed = skipped = 0
    names = []
    for suite in ElementTree.parse(report).iter("testsuite"):
        for case in suite.iter("testcase"):
            if case.find("failure") is not None or case.find("error") is not None:
                failed += 1
                names.append(f"{suite.get('name')}: {case.get('name')}")
            elif case.find("skipped") is not None:
                skipped += 1
            else:
                passed += 1
    return passed, failed, skipped, names


def list_bad_programs(log):
    """The names of the programs that Meson does not call good."""
    with open(log, encoding="utf-8") as lines:
        results = [json.loads(line) for line in lines if line.strip()]
    return [result["name"] for result in results if result["result"] not in GOOD]


def count_build(folder):
    logs = pathlib.Path(folder) / "meson-logs"
    report, log = sorted(logs.glob("testlog*.junit.xml")), sorted(logs.glob("testlog*.json"))
    if not report or not log:
        return 0, 1, 0, [f"{folder}: no results"]
    passed, failed, skipped, names = count_cases(report[-1])
    for program in list_bad_programs(log[-1]):
        if not any(program.split(" / ")[-1] in name for name in names):
            failed += 1
            names.append(program)
    return passed, failed, skipped, names


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    totals = [0, 0, 0]
    for folder in sys.argv[1:]:
        *counts, names = count_build(folder)
        totals = [total + count for total, count in zip(totals, counts)]
        for name in names:
            print(f"failed in {folder}: {name}")
    print("%d passed, %d failed, %d skipped" % tuple(totals))
    return 1 if totals[1] else 0


if __name__ == "__main__":
    sys.exit(main())
