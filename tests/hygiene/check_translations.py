#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language says everything, with the same placeholders and with access keys that can be told apart.

check_translations.py SOURCE_FOLDER
"""

import collections
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

SOURCE = pathlib.Path(sys.argv[1])
LANGUAGES = [line for line in (SOURCE / "po/LINGUAS").read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]
XGETTEXT = ["xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES", "--output=-", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2",
            "--keyword=NC_:1c,2", "--keyword=ngettext:1,2", "--flag=N_:1:pass-c-format", "--flag=_:1:pass-c-format", "--flag=C_:2:pass-c-format",
            "--flag=NC_:2:pass-c-format", "--flag=g_strdup_printf:1:c-format", "--flag=g_string_append_printf:2:c-format",
            "--flag=g_string_printf:2:c-format", "--flag=g_set_error:4:c-format", "--flag=g_error_new:3:c-format"]
PLACEHOLDER = re.compile(r"%(?:(\d+)\$)?[-+0 #]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z|j)?([diouxXeEfgGcsp%])")
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


def read(text):
    """(context, message) -> the entry: plural, flags, translations."""
    entries = {}
    for block in text.split("\n\n"):
        fields, flags, current = collections.defaultdict(str), "", None
        for line in block.split("\n"):
            if line.startswith("#,"):
                flags += line
            elif line.startswith("#") or not line:
                continue
            else:
                if line[0] != '"':
                    current = line.split(" ", 1)[0]
                fields[current] += "".join(STRING.findall(line))
        if fields.get("msgid"):
            entries[fields.get("msgctxt"), fields["msgid"]] = (fields.get("msgid_plural"), flags, [fields[name] for name in sorted(fields) if name.startswith("msgstr")])
    return entries


def read_template():
    done = subprocess.run(XGETTEXT, cwd=SOURCE, capture_output=True, text=True, check=True)
    return read(done.stdout)


def read_language(language):
    return read((SOURCE / f"po/{language}.po").read_text(encoding="utf-8"))


def placeholders(text):
    """What is put where: (place, kind), however the sentence orders them."""
    found = [(match.group(1), match.group(2)) for match in PLACEHOLDER.finditer(text) if match.group(2) != "%"]
    return sorted((int(place) if place else i, kind) for i, (place, kind) in enumerate(found, 1))


def differs(message, plural, translation):
    wanted = [placeholders(message)] + ([placeholders(plural)] if plural else [])
    return placeholders(translation) not in wanted


def check_entries(template, language):
    problems = []
    translated = read_language(language)
    for (context, message), (plural, flags, _) in template.items():
        entry = translated.get((context, message))
        where = f"po/{language}.po: “{message[:60]}”"
        if entry is None or not all(entry[2]) or "fuzzy" in entry[1]:
            problems.append(f"{where}: missing")
            continue
        for text in entry[2]:
            if "c-format" in flags and "no-c-format" not in flags and differs(message, plural, text):
                problems.append(f"{where}: other placeholders")
            if message.endswith("\\n") != text.endswith("\\n"):
                problems.append(f"{where}: one of the two ends a line")
    problems += [f"po/{language}.po: “{message[:60]}”: no message of the program" for context, message in translated if (context, message) not in template]
    return problems


def access_key(text):
    found = re.search(r"_(\w)", text)
    return found.group(1).casefold() if found else None


def underlined(path):
    """The labels of a template that have an access key, in groups that are seen together: a menu, or all the rest."""
    tree = ElementTree.parse(path)
    groups = collections.defaultdict(list)
    parents = {child: parent for parent in tree.iter() for child in parent}
    for element in tree.iter():
        if element.get("translatable") != "yes" or "_" not in (element.text or ""):
            continue
        group = element
        while group is not None and group.tag not in ("menu", "template"):
            group = parents.get(group)
        groups[group.get("id") or group.get("class") if group is not None else "all"].append((element.get("context"), element.text))
    return groups


def check_access_keys(language):
    problems = []
    translated = read_language(language)
    for path in sorted((SOURCE / "ui").glob("*.ui")):
        for group, labels in underlined(path).items():
            of_source, keys = collections.Counter(access_key(text) for _, text in labels), {}
            for context, text in labels:
                entry = translated.get((context, text))
                key = access_key(entry[2][0]) if entry else None
                if entry and key is None:
                    problems.append(f"po/{language}.po: “{text}”: no access key")
                elif key in keys and keys[key] != text and of_source[access_key(text)] == 1:
                    problems.append(f"po/{language}.po: “{text}” and “{keys[key]}” of {path.name}, {group}: the same access key “{key}”")
                keys.setdefault(key, text)
    return problems


def check_with_gettext(language):
    done = subprocess.run(["msgfmt", "--check-format", "--check-accelerators=_", "--output-file=/dev/null", SOURCE / f"po/{language}.po"],
                          capture_output=True, text=True)
    return done.stderr.strip().split("\n") if done.returncode else []


def main():
    template = read_template()
    assert len(template) > 1000, "the template is not all of the program"
    checks = [(language, name, check) for language in LANGUAGES for name, check in (
        ("says everything, with the same placeholders", lambda name: check_entries(template, name)),
        ("has access keys that can be told apart", check_access_keys),
        ("is sound to gettext", check_with_gettext))]
    print(f"1..{len(checks)}")
    failed = 0
    for number, (language, name, check) in enumerate(checks, 1):
        problems = check(language)
        for problem in problems[:40]:
            print("#", problem)
        print(f"{'not ok' if problems else 'ok'} {number} - {language} {name}")
        failed += bool(problems)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
