#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a PDF against the rules of PDF/UA-1 and PDF/A-2 that a machine can check.

usage: lint_pdf.py FILE...

Prints each broken rule with how often it is broken, and ends with 1 where there is one. docs/report.md says which rules these are.
"""
import collections
import sys
import xml.etree.ElementTree

import pikepdf

PAINTING = set("S s f F f* B B* b b* sh Do Tj TJ ' \" EI".split()) | {"INLINE IMAGE"}
TEXT = {"Tj", "TJ", "'", '"'}
DC = "{http://purl.org/dc/elements/1.1/}"
CLAIMS = ("http://www.aiim.org/pdfa/ns/id/", "http://www.aiim.org/pdfua/ns/id/")
# what an element may stand in; a parent that is not named here may hold anything
PARENTS = {"/TR": {"/Table", "/THead", "/TBody", "/TFoot"}, "/TH": {"/TR"}, "/TD": {"/TR"}, "/LI": {"/L"},
           "/Lbl": {"/LI"}, "/LBody": {"/LI"}}
STANDARD = set("/Document /Part /Sect /Div /P /H1 /H2 /H3 /H4 /H5 /H6 /L /LI /Lbl /LBody /Table /THead /TBody /TFoot /TR "
               "/TH /TD /Span /Link /Figure /Caption /TOC /TOCI /Reference /Note /BlockQuote".split())


class Lint:
    def __init__(self, pdf):
        self.pdf = pdf
        self.broken = collections.Counter()
        self.heading = 0
        self.owned = set()

    def expect(self, holds, rule):
        if not holds:
            self.broken[rule] += 1

    def run(self):
        self.check_catalog()
        self.check_metadata()
        self.check_output_intent()
        root = self.pdf.Root
        if "/StructTreeRoot" in root:
            self.check_elements(root.StructTreeRoot.get("/K"), "/StructTreeRoot", 0)
            self.expect("/ParentTree" in root.StructTreeRoot, "structure without a parent tree")
        else:
            self.broken["no structure"] += 1
        for page in self.pdf.pages:
            self.check_page(page)
        self.check_objects()
        return self.broken

    def check_catalog(self):
        root = self.pdf.Root
        self.expect(len(str(root.get("/Lang", ""))) >= 2, "no language")
        self.expect(bool(root.get("/MarkInfo", {}).get("/Marked")), "not marked as tagged")
        self.expect(bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")), "title is not displayed")
        self.expect("/PageLabels" in root, "no page labels")
        self.expect(len(str(self.pdf.docinfo.get("/Title", ""))) > 0, "no title")
        self.expect(str(self.pdf.docinfo.get("/CreationDate", "")).startswith("D:"), "date without D:")
        self.expect("/ID" in self.pdf.trailer, "no file identifier")
        self.expect(not self.pdf.is_encrypted, "encrypted")
        for key in ("/OpenAction", "/AA", "/AcroForm", "/NeedsRendering"):
            self.expect(key not in root, f"catalog has {key}")
        self.expect("/JavaScript" not in root.get("/Names", {}), "script")
        self.expect("/EmbeddedFiles" not in root.get("/Names", {}), "embedded files")

    def check_metadata(self):
        stream = self.pdf.Root.get("/Metadata")
        if stream is None:
            self.broken["no XMP metadata"] += 1
            return
        self.expect("/Filter" not in stream, "XMP metadata is compressed")
        tree = xml.etree.ElementTree.fromstring(stream.read_bytes())
        title = "".join("".join(element.itertext()) for element in tree.iter(DC + "title")).strip()
        language = "".join("".join(element.itertext()) for element in tree.iter(DC + "language")).strip()
        self.expect(title == str(self.pdf.docinfo.get("/Title", "")), "title in XMP is another")
        self.expect(language == str(self.pdf.Root.get("/Lang", "")), "language in XMP is another")
        claims = [element.tag for element in tree.iter() if element.tag[1:].startswith(CLAIMS)]
        self.expect(not claims, "claims a conformity that no validator confirmed")

    def check_output_intent(self):
        intents = self.pdf.Root.get("/OutputIntents", [])
        self.expect(len(intents) == 1, "no output intent")
        for intent in intents:
            profile = intent.get("/DestOutputProfile")
            data = profile.read_bytes() if profile is not None else b""
            self.expect(data[36:40] == b"acsp" and int.from_bytes(data[:4], "big") == len(data), "output profile is damaged")
            self.expect(data[16:20] == b"RGB " and profile is not None and profile.get("/N") == 3, "output profile is not RGB")
            self.expect(intent.get("/S") == "/GTS_PDFA1", "output intent of another kind")

    def check_elements(self, item, parent, depth):
        if isinstance(item, pikepdf.Array):
            for kid in item:
                self.check_elements(kid, parent, depth)
        elif isinstance(item, pikepdf.Dictionary) and "/S" in item:
            self.check_element(item, str(item.S), parent)
            self.check_elements(item.get("/K"), str(item.S), depth + 1)
        elif isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/OBJR":
            self.expect(parent in ("/Link", "/Annot"), "annotation in an element that is no link")
            self.owned.add(item.Obj.objgen)

    def check_element(self, element, kind, parent):
        attributes = element.get("/A", {})
        self.expect(kind in STANDARD, f"element {kind} is not a standard one")
        self.expect(kind not in PARENTS or parent in PARENTS[kind], f"{kind} in {parent}")
        if kind == "/Figure":
            self.expect(len(str(element.get("/Alt", "")).strip()) > 0, "figure without alternative text")
            box = attributes.get("/BBox", [])
            self.expect(len(box) == 4 and box[0] < box[2] and box[1] < box[3], "figure without a box")
        elif kind == "/TH":
            self.expect("/Scope" in attributes, "header of a table without scope")
        elif kind == "/L":
            self.expect("/ListNumbering" in attributes, "list without a kind of numbering")
        elif kind[:2] == "/H" and kind[2:].isdigit():
            self.expect(int(kind[2:]) <= self.heading + 1, "level of headings left out")
            self.heading = int(kind[2:])

    def check_page(self, page):
        self.expect(page.get("/Tabs") == "/S", "tab order is not the structure's")
        self.expect("/StructParents" in page, "page without a place in the structure")
        self.check_content(page)
        for annotation in page.get("/Annots", []):
            self.expect(annotation.get("/Subtype") == "/Link", "annotation that is no link")
            self.expect(len(str(annotation.get("/Contents", ""))) > 0, "link without a description")
            self.expect("/StructParent" in annotation and annotation.objgen in self.owned, "link outside the structure")
            flags = int(annotation.get("/F", 0))
            self.expect(flags & 4 and not flags & (1 | 2 | 32), "link hidden on paper")
            self.expect(annotation.get("/A", {}).get("/S", "/URI") == "/URI", "action other than opening an address")

    def check_content(self, page):
        """Everything painted is either content or artifact; text is an artifact only in a page's head and foot."""
        marks, numbers = [], collections.Counter()
        for operands, operator in pikepdf.parse_content_stream(page):
            operator = str(operator)
            if operator in ("BDC", "BMC"):
                properties = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
                marks.append((str(operands[0]), properties))
                if "/MCID" in properties:
                    numbers[int(properties["/MCID"])] += 1
                    self.expect(all(name != "/Artifact" for name, _ in marks[:-1]), "content within an artifact")
            elif operator == "EMC":
                self.expect(marks, "mark that ends without a beginning")
                marks[-1:] = []
            elif operator in PAINTING:
                content = any("/MCID" in properties for _, properties in marks)
                artifact = next((properties for name, properties in marks if name == "/Artifact"), None)
                self.expect(content or artifact is not None, "painted outside content and artifacts")
                if operator in TEXT and not content and artifact is not None:
                    self.expect(artifact.get("/Type") == "/Pagination", "text of the report marked as an artifact")
        self.expect(not marks, "mark without an end")
        self.expect(all(count == 1 for count in numbers.values()), "number of marked content given twice")

    def check_objects(self):
        for item in self.pdf.objects:
            if isinstance(item, pikepdf.Stream):
                self.expect("/F" not in item, "stream in another file")
                self.expect(item.get("/Filter") != "/LZWDecode", "LZW compression")
                if item.get("/Subtype") == "/Image":
                    self.expect(not item.get("/Interpolate", False), "image that is interpolated")
            elif isinstance(item, pikepdf.Dictionary):
                self.check_dictionary(item)

    def check_dictionary(self, item):
        if item.get("/Type") == "/Font" and item.get("/Subtype") != "/Type0":
            descriptor = item.get("/FontDescriptor", {})
            embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            self.expect(item.get("/Subtype") == "/Type3" or embedded, "font that is not embedded")
        if item.get("/Type") == "/Font" and not str(item.get("/Subtype")).startswith("/CIDFont"):
            self.expect("/ToUnicode" in item, "font without Unicode values")
        if item.get("/Type") == "/ExtGState":
            self.expect("/TR" not in item and "/HTP" not in item, "transfer curve or halftone")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    found = False
    for path in sys.argv[1:]:
        with pikepdf.open(path) as pdf:
            broken = Lint(pdf).run()
        for rule, count in sorted(broken.items()):
            print(f"{path}: {rule} ({count})")
        found = found or bool(broken)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
