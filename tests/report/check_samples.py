#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the report of each sample and has it checked: by qpdf, by poppler and by lint_pdf.py.

usage: check_samples.py RINGFENCE_CLI SOURCE_FOLDER
"""
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import zlib

LINT = pathlib.Path(__file__).with_name("lint_pdf.py")


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **options)


def find_faults(report):
    """What is wrong with a report, a sentence each."""
    lint = run(sys.executable, LINT, report)
    if lint.returncode != 0:
        yield from (lint.stdout + lint.stderr).splitlines()
    check = run("qpdf", "--check", report)
    if check.returncode != 0 or "WARNING" in check.stdout + check.stderr:
        yield "qpdf: " + (check.stdout + check.stderr).strip()
    info = dict(line.split(":", 1) for line in run("pdfinfo", report).stdout.splitlines() if ":" in line)
    for key, value in (("Tagged", "yes"), ("Metadata Stream", "yes"), ("Suspects", "no"), ("JavaScript", "no"), ("PDF version", "1.7")):
        if info.get(key, "").strip() != value:
            yield f"pdfinfo: {key} is {info.get(key)}"
    fonts = run("pdffonts", report).stdout.splitlines()[2:]
    if not fonts:
        yield "pdffonts: no font"
    for font in fonts:
        if font.split()[-5:-2] != ["yes", "yes", "yes"]:
            yield f"pdffonts: not embedded, subset and with Unicode values: {font}"


def write_logo(path):
    """A picture that one can see through, the hardest that a logo can be."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + b"\x1c\x71\xd8\x80" * 90) * 30
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 90, 30, 8, 6, 0, 0, 0))
                     + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source = pathlib.Path(sys.argv[2])
    samples = sorted((source / "data/samples").glob("*.answers.xml"))
    failed = not samples
    print(f"1..{len(samples)}")
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, RINGFENCE_DATA_DIR=str(source / "data"), XDG_DATA_HOME=folder)
        logo = pathlib.Path(folder) / "logo.png"
        write_logo(logo)
        for number, sample in enumerate(samples, 1):
            report = pathlib.Path(folder) / f"{number}.pdf"
            written = run(sys.argv[1], "report", "-q", source / "data/questionnaires/genai-confidentiality.xml",
                          "-a", sample, "--logo", logo, "--out", report, env=environment)
            faults = list(find_faults(report)) if written.returncode == 0 else [written.stderr.strip() or "no report"]
            print("not ok" if faults else "ok", number, sample.name)
            for fault in faults:
                print("#", fault.replace("\n", " "))
            failed = failed or bool(faults)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
