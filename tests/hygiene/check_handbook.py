#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The handbook speaks of what is there: its links, its pictures, and the words that stand in the window.

check_handbook.py SOURCE_FOLDER HANDBOOK
"""

import html.parser
import pathlib
import re
import subprocess
import sys

SOURCE, HANDBOOK = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
PAGES = sorted((SOURCE / "docs/handbook").glob("*.md"))
# what is bold and no word of the window: keys, and terms that are introduced
KEYS = re.compile(r"^(Ctrl\+.|F\d+|[A-Z/]|\d)$")


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.targets, self.sources = set(), set(), set()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.ids.add(attributes.get("id"))
        if "href" in attributes:
            self.targets.add(attributes["href"])
        if "src" in attributes:
            self.sources.add(attributes["src"])


def texts():
    """All that the window says, as it is seen: without access keys."""
    names = [str(path.relative_to(SOURCE)) for path in (SOURCE / "ui").glob("*.ui")] + [str(path.relative_to(SOURCE)) for path in (SOURCE / "src").rglob("*.c")]
    done = subprocess.run(["xgettext", "--from-code=UTF-8", "--output=-", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--no-wrap", *names],
                          cwd=SOURCE, capture_output=True, text=True, check=True)
    return {text.replace("_", "") for text in re.findall(r'^msgid "(.*)"$', done.stdout, re.MULTILINE)}


def words_of_the_window():
    """What the handbook tells a person to choose, stands in the window."""
    known = texts()
    return [f"{page.name}: “{word}” stands nowhere in the window"
            for page in PAGES for word in re.findall(r"\*\*(.+?)\*\*", page.read_text(encoding="utf-8").replace("\n", " "))
            if word[0].isupper() and not KEYS.match(word) and word not in known]


def links():
    """Every link of the sources leads to a file."""
    return [f"{page.name}: {target} is not there" for page in PAGES
            for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")) if not (page.parent / target).exists()]


def one_file():
    """The handbook holds all that it shows and leads to nothing outside."""
    page = Page()
    page.feed(HANDBOOK.read_text(encoding="utf-8"))
    return ([f"{target} leads out of it" for target in page.targets if not target.startswith("#")]
            + [f"{target} leads nowhere" for target in page.targets if target.startswith("#docs-") and target[1:] not in page.ids]
            + [f"{source[:40]} is not in it" for source in page.sources if not source.startswith("data:")])


def listed():
    """Every page is in the list of pages."""
    contents = (SOURCE / "docs/handbook/README.md").read_text(encoding="utf-8")
    return [f"{page.name} is not listed" for page in PAGES if page.name != "README.md" and f"({page.name})" not in contents]


def main():
    checks = (words_of_the_window, links, one_file, listed)
    print(f"1..{len(checks)}")
    failed = 0
    for number, check in enumerate(checks, 1):
        problems = check()
        for problem in problems:
            print("#", problem)
        print(f"{'not ok' if problems else 'ok'} {number} - {check.__doc__}")
        failed += bool(problems)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
