#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The handbook as one page with everything in it, so that any browser shows it, without a network and from a sandbox.

make_handbook.py TREE OUTPUT
"""

import base64
import pathlib
import re
import sys

import markdown

TREE, OUTPUT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
HANDBOOK = TREE / "docs/handbook"
# behind the tasks, what they lead to
PAGES = [HANDBOOK / "README.md", *sorted(HANDBOOK.glob("[0-9]*.md")),
         *(TREE / name for name in ("docs/method.md", "docs/questionnaire-format.md", "docs/administrators.md", "flatpak/README.md"))]

STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
section + section { margin-top: 4rem; } h1 { line-height: 1.2; }
img { max-width: 100%; height: auto; border: 1px solid #8884; border-radius: 8px; }
pre { overflow-x: auto; padding: .8rem 1rem; border-radius: 8px; background: #8881; }
code { font-size: .92em; } a { color: LinkText; }
table { border-collapse: collapse; } th, td { text-align: start; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8884; vertical-align: top; }
@media print { section + section { break-before: page; } }
"""


def name_of(path):
    return "-".join(path.relative_to(TREE).with_suffix("").parts).lower()


def embed(page, match):
    data = base64.b64encode((page.parent / match.group(1)).read_bytes()).decode()
    return f'src="data:image/png;base64,{data}"'


def link(page, match):
    """To another of the pages; what is not among them is named without a link, for it is not at hand."""
    target, text = match.groups()
    if re.match(r"[a-z]+:|#", target):
        return match.group(0)
    path = (page.parent / target.split("#")[0]).resolve()
    return f'<a href="#{name_of(path)}">{text}</a>' if path in PAGES else text


def render(page):
    text = re.sub(r"<!--.*?-->\n*", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    body = markdown.markdown(text, extensions=["tables", "fenced_code"], output_format="html5")
    body = re.sub(r'src="([^"]+)"', lambda match: embed(page, match), body)
    body = re.sub(r'<a href="([^"]+)">(.*?)</a>', lambda match: link(page, match), body, flags=re.DOTALL)
    return f'<section id="{name_of(page)}">\n{body}\n</section>'


def main():
    OUTPUT.write_text('<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
                      f"<title>Ringfence: Handbook</title>\n<style>{STYLE}</style>\n<main>\n"
                      + "\n".join(render(page) for page in PAGES) + "\n</main>\n</html>\n", encoding="utf-8")


main()
