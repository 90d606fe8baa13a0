#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts what the benchmarks of a build printed into one table.

usage: table.py BUILD_FOLDER

Reads the lines that figure.c prints from the log of `meson test --benchmark --setup=bench`. Ends with 1 where a limit is passed, where
a benchmark did not run to its end, or where there is nothing to show.
"""
import json
import pathlib
import re
import sys

FIGURE = re.compile(r"^(?P<what>\S.*): (?P<measured>\S+) (?P<unit>\S+)"
                    r"(?:, bare (?P<bare>\S+) \S+, ratio (?P<ratio>\S+))? \(limit (?P<limit>\S+)\)$")
ROW = "{:<58} {:>11} {:>11} {:>6} {:>6}  {}"


def read_rows(stdout):
    for match in filter(None, map(FIGURE.match, stdout.splitlines())):
        unit = match["unit"]
        counted = match["ratio"] or match["measured"]
        yield ROW.format(match["what"], f"{float(match['measured']):.4g} {unit}",
                         f"{float(match['bare']):.4g} {unit}" if match["bare"] else "", match["ratio"] or "",
                         match["limit"], "" if float(counted) <= float(match["limit"]) else "over")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    log = pathlib.Path(sys.argv[1]) / "meson-logs/testlog-bench.json"
    runs = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows, silent = [], []
    for run in runs:
        found = list(read_rows(run.get("stdout") or ""))
        rows += found
        if run["result"] == "SKIP" or (not found and run["result"] == "OK"):
            silent.append(f"{run['name']}: skipped")
        elif not found or run["result"] not in ("OK", "FAIL"):
            silent.append(f"{run['name']}: {run['result']}: {(run.get('stderr') or '').strip()[-300:]}")
    print(ROW.format("", "measured", "bare", "ratio", "limit", "").rstrip())
    print("\n".join(row.rstrip() for row in rows))
    print("\n".join(silent), end="\n" if silent else "")
    passed = [row for row in rows if row.endswith("over")]
    print(f"{len(rows)} figures, {len(passed)} over the limit")
    sys.exit(1 if passed or not rows or any("skipped" not in line for line in silent) else 0)


if __name__ == "__main__":
    main()
