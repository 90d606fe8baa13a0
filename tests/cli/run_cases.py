#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the command line as it is used and compares all that it says.

usage: run_cases.py PROGRAM SOURCE_FOLDER FILE...

A FILE.test holds cases. The cases of one file share a folder that is empty at first.

    ## what this case shows
    ? test "$(id -u)" != 0         skipped unless this succeeds
    $ printf x > out               a shell command, run before
    $ ringfence-cli score …        the last one is what counts
    a line of standard output      "..." stands for anything within a line,
    ...                            and alone for any number of lines
    ! a line of standard error
    => 4                           the exit status, where it is not 0

Any other file (README.md, a man page) holds examples: each line that begins with "ringfence-cli",
behind "$ " or ".Dl " perhaps, must succeed after those before it.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TIMEOUT = 60


class Case:
    def __init__(self, name):
        self.name = name
        self.condition = None
        self.commands = []
        self.output = []
        self.errors = []
        self.status = 0


def read_cases(path):
    cases = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            cases.append(Case(line[3:]))
        elif not cases or line.startswith("# ") or line == "#":
            continue
        elif line.startswith("? "):
            cases[-1].condition = line[2:]
        elif line.startswith("$ "):
            cases[-1].commands.append(line[2:])
        elif line.startswith("! "):
            cases[-1].errors.append(line[2:])
        elif line.startswith("=> "):
            cases[-1].status = int(line[3:])
        else:
            cases[-1].output.append(line)
    for case in cases:
        while case.output and not case.output[-1]:
            case.output.pop()
    return cases


def read_examples(path):
    """The commands that a manual shows; its words for files are those of the folder they run in."""
    cases = []
    for line in path.read_text(encoding="utf-8").splitlines():
        found = re.match(r"(?:\$ |\.Dl )?\s*(?:\$ )?(ringfence-cli .*)", line)
        if not found:
            continue
        command = found.group(1).replace("\\(dq", '"').replace("\\-", "-").replace("\\&", "")
        case = Case(command)
        case.commands.append(command)
        case.output, case.errors = ["..."], ["..."]
        cases.append(case)
    return cases


def fits(expected, lines):
    """Whether the lines are what is expected, "..." standing for anything."""
    parts = []
    for line in expected:
        if line == "...":
            parts.append(r"(?:.*\n)*?")
        else:
            parts.append(".*?".join(re.escape(part) for part in line.split("...")) + r"\n")
    return re.fullmatch("".join(parts), "".join(line + "\n" for line in lines)) is not None


def run(case, folder, environment):
    """What is wrong with what the commands did, as lines; None where the case does not apply here."""
    def shell(command):
        return subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=TIMEOUT, check=False)

    if case.condition and shell(case.condition).returncode != 0:
        return None
    for command in case.commands[:-1]:
        done = shell(command)
        if done.returncode != 0:
            return [f"$ {command}: {done.returncode}", *done.stderr.decode().splitlines()]
    done = shell(case.commands[-1])
    output = done.stdout.decode(errors="replace").splitlines()
    errors = done.stderr.decode(errors="replace").splitlines()
    wrong = []
    if done.returncode != case.status:
        wrong.append(f"exit status {done.returncode}, not {case.status}")
    if not fits(case.output, output):
        wrong += ["standard output:", *output, "expected:", *case.output]
    if not fits(case.errors, errors):
        wrong += ["standard error:", *errors, "expected:", *case.errors]
    if wrong and errors and "standard error:" not in wrong:
        wrong += ["standard error:", *errors]
    return wrong


def make_environment(program, source, folder):
    kept = {name: value for name, value in os.environ.items()
            if name.endswith("SAN_OPTIONS") or name in ("G_SLICE", "G_DEBUG", "RINGFENCE_LOCALE_DIR")}
    return kept | {
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "HOME": str(folder),
        "RINGFENCE_DATA_DIR": str(source / "data"),
        "XDG_DATA_HOME": str(folder / "data"),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "USER": "ada",
        "LOGNAME": "ada",
        "COLUMNS": "80",
        "SOURCE": str(source),
    }


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    number = failures = 0
    for name in sys.argv[3:]:
        path = pathlib.Path(name)
        cases = read_cases(path) if path.suffix == ".test" else read_examples(path)
        with tempfile.TemporaryDirectory(prefix="ringfence-cli-") as folder:
            folder = pathlib.Path(folder)
            environment = make_environment(program, source, folder)
            # what the examples and the cases call by name
            shutil.copy(source / "data/questionnaires/genai-confidentiality.xml", folder)
            for sample in (source / "data/samples").glob("*.xml"):
                shutil.copy(sample, folder)
            for case in cases:
                number += 1
                wrong = run(case, folder, environment)
                title = f"{path.name}: {case.name}".replace("#", "")
                if wrong is None:
                    print(f"ok {number} - {title} # SKIP does not apply here")
                elif not wrong:
                    print(f"ok {number} - {title}")
                else:
                    failures += 1
                    print(f"not ok {number} - {title}")
                    print("\n".join(f"# {line}" for line in wrong))
    if number == 0:
        print("not ok 1 - there are cases")
        number = 1
    print(f"1..{number}")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
