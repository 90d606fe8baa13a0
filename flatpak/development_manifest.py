#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the manifest of the development build: that of the release, under an id and with data of its own.

development_manifest.py MANIFEST

The manifest printed belongs into the folder of the other one: it names files relative to it.
"""

import json
import pathlib
import sys


def main():
    manifest = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    released = manifest["id"]
    manifest["id"] = f"{released}.Devel"
    manifest["default-branch"] = "master"
    manifest["desktop-file-name-suffix"] = " (Development)"
    manifest["add-extensions"] = {name.replace(released, manifest["id"]): extension
                                  for name, extension in manifest["add-extensions"].items()}
    manifest["modules"][-1]["config-opts"].append("-Dprofile=development")
    print(json.dumps(manifest, indent=2))


main()
