#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What desktops expect of the icons. check_icons.py ROOT APPLICATION-ID prints a TAP report."""

import sys
import xml.etree.ElementTree as ElementTree

ROOT, NAME = sys.argv[1:3]
SVG = "{http://www.w3.org/2000/svg}"
THEME = f"{ROOT}/data/icons/hicolor"


def read(path):
    return list(ElementTree.parse(f"{THEME}/{path}").iter())


def check_size(elements, size):
    wanted = {"width": str(size), "height": str(size), "viewBox": f"0 0 {size} {size}"}
    found = {name: elements[0].get(name) for name in wanted}
    return [] if found == wanted else [f"found {found}, wanted {wanted}"]


def check_self_contained(elements):
    """A sandbox that draws icons loads no other file, no picture and no font."""
    return [f"<{element.tag.removeprefix(SVG)}>" for element in elements
            if element.tag in (SVG + "image", SVG + "text", SVG + "style", SVG + "use")]


def check_recolours(elements):
    """A toolkit puts its own colour in place of every fill; a stroke would keep the colour of the file."""
    return [f"stroke on {element.tag}" for element in elements if element.get("stroke")] + [
        f"{element.tag} is filled with {element.get('fill')}" for element in elements
        if element.tag == SVG + "path" and element.get("fill") != "#222222"]


def count_colours(path, size):
    """How many of yellow, blue and white a person still sees at this size; None where nothing draws it."""
    try:
        import gi
        gi.require_version("GdkPixbuf", "2.0")
        from gi.repository import GdkPixbuf, GLib
    except (ImportError, ValueError):
        return None
    try:
        picture = GdkPixbuf.Pixbuf.new_from_file_at_size(f"{THEME}/{path}", size, size)
    except GLib.Error:
        return None
    data, step = picture.get_pixels(), 4
    seen = set()
    for row in range(picture.get_height()):
        for column in range(picture.get_width()):
            at = row * picture.get_rowstride() + column * step
            red, green, blue = data[at:at + 3]
            if red > 180 and green > 160 and blue < 130:
                seen.add("yellow")
            elif blue > red + 80:
                seen.add("blue")
            elif min(red, green, blue) > 200:
                seen.add("white")
    return len(seen)


def check_small(path):
    found = count_colours(path, 16)
    return [] if found in (None, 3) else [f"{found} of its three colours are left"]


KINDS = ("questionnaire", "answers", "workspace")
full = read(f"scalable/apps/{NAME}.svg")
symbolic = read(f"symbolic/apps/{NAME}-symbolic.svg")
CHECKS = {
    "the icon is 128 pixels wide and high": check_size(full, 128),
    "the symbolic icon is 16 pixels wide and high": check_size(symbolic, 16),
    "the icon needs no other file": check_self_contained(full),
    "the symbolic icon needs no other file": check_self_contained(symbolic),
    "the symbolic icon takes the colour of the text beside it": check_recolours(symbolic),
    "ground, fence and page can be told apart at 16 pixels": check_small(f"scalable/apps/{NAME}.svg"),
}
for kind in KINDS:
    elements = read(f"scalable/mimetypes/{NAME}-{kind}.svg")
    CHECKS[f"the icon of the {kind} is 128 pixels wide and high"] = check_size(elements, 128)
    CHECKS[f"the icon of the {kind} needs no other file"] = check_self_contained(elements)
print(f"1..{len(CHECKS)}")
for number, (title, problems) in enumerate(CHECKS.items(), 1):
    for problem in problems:
        print(f"# {problem}")
    print(("not ok" if problems else "ok"), number, "-", title)
sys.exit(any(CHECKS.values()))
