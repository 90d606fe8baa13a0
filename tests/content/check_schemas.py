#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what is shipped in data/ against its schema, and shows that the schemas of benchmarks and catalogues refuse
what is wrong, with line and reason. Usage: check_schemas.py DATA-FOLDER XMLLINT"""

import subprocess
import sys
import unittest
from pathlib import Path

DATA = Path()
XMLLINT = ""

SHIPPED = {
    "questionnaire.xsd": "questionnaires/genai-confidentiality.xml",
    "answers.xsd": "samples/*.answers.xml",
    "benchmarks.xsd": "benchmarks/*.xml",
    "catalogue.xsd": "providers/*.xml",
}

BENCHMARKS = """<benchmarks xmlns="https://ringfence.github.io/ns/benchmarks/1" id="own" revision="1">
<title>Own figures</title>
<survey id="one" n="100" n-qualifier="about" retrieved="2026-11">
<title>A survey</title>
<publisher>Publisher</publisher>
<base>People</base>
<source>A paper</source>
<figure id="first" topic="barrier" unit="percent" value="69" barriers="privacy security" verification="secondary">
<asked>What was asked</asked>
</figure>
</survey>
</benchmarks>
"""

# what is replaced by what, the line that is named, a word of the reason
BAD_BENCHMARKS = [
    ('value="69"', 'value="most"', 8, "value"),
    ('unit="percent"', 'unit="dollars"', 8, "unit"),
    ('n="100"', 'n="0"', 3, "n"),
    ('n="100"', 'n="many"', 3, "n"),
    ('n-qualifier="about"', 'n-qualifier="perhaps"', 3, "n-qualifier"),
    ('barriers="privacy security"', 'barriers="fear"', 8, "barriers"),
    ('verification="secondary"', 'verification="true"', 8, "verification"),
    (' verification="secondary"', "", 8, "verification"),
    ('retrieved="2026-11"', 'retrieved="lately"', 3, "retrieved"),
    ("<asked>What was asked</asked>", "<asked/>", 9, "asked"),
    ("<source>A paper</source>\n", "", 7, "source"),
]

CATALOGUE = """<catalogue xmlns="https://ringfence.github.io/ns/catalogue/1" id="own" revision="1">
<title>Own catalogue</title>
<provider id="one" name="One">
<offering id="one-api" name="API" layer="models-and-tools" channel="direct-api">
<fact as-of="2026-11" verification="verbatim">
<statement>It is so.</statement>
<source>A paper</source>
</fact>
</offering>
</provider>
</catalogue>
"""

BAD_CATALOGUES = [
    ('layer="models-and-tools"', 'layer="cloud"', 4, "layer"),
    ('channel="direct-api"', "", 4, "channel"),
    ('as-of="2026-11"', 'as-of="today"', 5, "as-of"),
    ('verification="verbatim"', 'verification="rumour"', 5, "verification"),
    ("<source>A paper</source>\n", "", 5, "source"),
    ("<title>Own catalogue</title>", '<title>Own catalogue</title><rating offering="one"/>', 2, "rating"),
]


def validate(schema, document):
    return subprocess.run(
        [XMLLINT, "--nonet", "--noout", "--schema", str(DATA / "schemas" / schema), document[0]],
        input=document[1], capture_output=True, text=True, check=False,
    )


class Schemas(unittest.TestCase):
    def test_what_is_shipped_is_valid(self):
        for schema, pattern in SHIPPED.items():
            files = sorted(DATA.glob(pattern))
            self.assertTrue(files, pattern)
            for file in files:
                with self.subTest(file=file.name):
                    result = validate(schema, (str(file), None))
                    self.assertEqual(result.returncode, 0, result.stderr)

    def check_refusals(self, schema, good, rows):
        self.assertEqual(validate(schema, ("-", good)).returncode, 0)
        for before, after, line, word in rows:
            with self.subTest(after=after or before):
                self.assertIn(before, good)
                result = validate(schema, ("-", good.replace(before, after)))
                self.assertNotEqual(result.returncode, 0)
                self.assertIn(f":{line}:", result.stderr)
                self.assertIn(word, result.stderr)

    def test_bad_benchmarks_are_refused(self):
        self.check_refusals("benchmarks.xsd", BENCHMARKS, BAD_BENCHMARKS)

    def test_bad_catalogues_are_refused(self):
        self.check_refusals("catalogue.xsd", CATALOGUE, BAD_CATALOGUES)


if __name__ == "__main__":
    XMLLINT = sys.argv.pop(2)
    DATA = Path(sys.argv.pop(1))
    unittest.main(verbosity=2)
