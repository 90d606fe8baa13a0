#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program is made of, as CycloneDX 1.5.

make_bill_of_materials.py OUTPUT VERSION LICENCE FONT NAME=VERSION...

A NAME is one of LIBRARIES below, a VERSION what the build found. No clock, no random serial number: the same build
gives the same bytes.
"""

import json
import struct
import sys

# Name: licence, and the shared libraries of it that may be linked, without the number behind .so.
LIBRARIES = {
    "cairo": ("LGPL-2.1-only OR MPL-1.1", ["libcairo"]),
    "fontconfig": ("HPND-sell-variant", ["libfontconfig"]),
    "glib": ("LGPL-2.1-or-later", ["libgio-2.0", "libglib-2.0", "libgmodule-2.0", "libgobject-2.0"]),
    "glibc": ("LGPL-2.1-or-later", ["libc", "libm"]),
    "gmp": ("LGPL-3.0-or-later OR GPL-2.0-or-later", ["libgmp"]),
    "gtk": ("LGPL-2.1-or-later", ["libgtk-4"]),
    "json-glib": ("LGPL-2.1-or-later", ["libjson-glib-1.0"]),
    "libadwaita": ("LGPL-2.1-or-later", ["libadwaita-1"]),
    "libxlsxwriter": ("BSD-2-Clause", ["libxlsxwriter"]),
    "libxml2": ("MIT", ["libxml2"]),
    "pango": ("LGPL-2.0-or-later", ["libpango-1.0", "libpangocairo-1.0", "libpangoft2-1.0"]),
    "qpdf": ("Apache-2.0", ["libqpdf"]),
    "sqlite": ("blessing", ["libsqlite3"]),
}


def describe_licence(expression):
    if " " in expression:
        return [{"expression": expression}]
    return [{"license": {"id": expression}}]


def describe_library(name, version):
    licence, links = LIBRARIES[name]
    return {
        "type": "library",
        "bom-ref": name,
        "name": name,
        "version": version,
        "licenses": describe_licence(licence),
        "purl": f"pkg:generic/{name}@{version}",
        "properties": [{"name": "ringfence:links", "value": link} for link in links],
    }


def read_font_version(path):
    """The fontRevision in the table head of an OpenType font; None where there is no such file."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return None
    for number in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        if tag == b"head":
            return f"{struct.unpack_from('>i', data, offset + 4)[0] / 65536:.3f}"
    return None


def describe_font(path):
    """Reports embed it; it is read from where the system keeps it."""
    version = read_font_version(path)
    font = {"type": "data", "bom-ref": "inter", "name": "Inter", "licenses": describe_licence("OFL-1.1")}
    return font | ({"version": version} if version else {"description": "not found when this was built"})


def make_bill(version, licence, font, found):
    components = [describe_library(name, found[name]) for name in sorted(found)] + [describe_font(font)]
    program = {
        "type": "application",
        "bom-ref": "ringfence",
        "name": "ringfence",
        "version": version,
        "publisher": "The Ringfence authors",
        "licenses": describe_licence(licence),
    }
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": program},
        "components": components,
        "dependencies": [{"ref": "ringfence", "dependsOn": [each["bom-ref"] for each in components]}],
    }


def main():
    output, version, licence, font = sys.argv[1:5]
    found = dict(argument.split("=", 1) for argument in sys.argv[5:])
    with open(output, "w", encoding="utf-8") as file:
        json.dump(make_bill(version, licence, font, found), file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main()
