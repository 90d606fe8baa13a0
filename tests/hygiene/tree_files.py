# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the tree, for the checks beside this."""

import os
import subprocess


def ask_git(root, *arguments):
    """What git says, or None where there is no git, or where the tree lies in somebody else's repository."""
    try:
        done = subprocess.run(["git", "-C", root, *arguments], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.decode()


def is_build_folder(path):
    return os.path.exists(os.path.join(path, "build.ninja")) or os.path.exists(os.path.join(path, "meson-private"))


def list_tree_files(root):
    """Those git knows or would take; in a release archive, all but what was built there."""
    top = ask_git(root, "rev-parse", "--show-toplevel")
    if top is not None and os.path.realpath(top.strip()) == os.path.realpath(root):
        names = ask_git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    else:
        names = []
        for folder, folders, files in os.walk(root):
            folders[:] = [f for f in folders
                          if f not in (".git", "__pycache__") and not is_build_folder(os.path.join(folder, f))]
            names += [os.path.relpath(os.path.join(folder, f), root) for f in files]
    return sorted(name for name in names if name and os.path.isfile(os.path.join(root, name)))
