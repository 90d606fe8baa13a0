#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that lint_pdf.py can fail: breaks one rule after the other in a good report and looks for what the lint says of it.

usage: test_lint_pdf.py RINGFENCE_CLI SOURCE_FOLDER
"""
import io
import os
import pathlib
import subprocess
import sys
import tempfile

import lint_pdf
import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, String


def find_elements(pdf, kind):
    return [item for item in pdf.objects if isinstance(item, Dictionary) and item.get("/S") == kind]


def find_element(pdf, kind):
    return find_elements(pdf, kind)[0]


def find_link(pdf):
    return next(item for page in pdf.pages for item in page.get("/Annots", []))


def find_font(pdf, key):
    return next(item for item in pdf.objects if isinstance(item, Dictionary) and item.get("/Type") == "/Font" and key in item)


def change_metadata(pdf, old, new):
    data = pdf.Root.Metadata.read_bytes()
    assert old in data
    pdf.Root.Metadata.write(data.replace(old, new))


def change_content(pdf, change):
    """Of the first page, as bytes."""
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(change(page.Contents.read_bytes()))


def delete(item, key):
    del item[key]


# What the lint says, and what breaks that rule.
FAULTS = [
    ("no language", lambda pdf: delete(pdf.Root, "/Lang")),
    ("not marked as tagged", lambda pdf: delete(pdf.Root, "/MarkInfo")),
    ("title is not displayed", lambda pdf: delete(pdf.Root, "/ViewerPreferences")),
    ("no page labels", lambda pdf: delete(pdf.Root, "/PageLabels")),
    ("no title", lambda pdf: delete(pdf.docinfo, "/Title")),
    ("date without D:", lambda pdf: pdf.docinfo.__setitem__("/CreationDate", String("20261101000000Z"))),
    ("catalog has /OpenAction", lambda pdf: pdf.Root.__setitem__("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("1")))),
    ("catalog has /AcroForm", lambda pdf: pdf.Root.__setitem__("/AcroForm", Dictionary(Fields=Array()))),
    ("embedded files", lambda pdf: pdf.attachments.__setitem__("a.txt", AttachedFileSpec(pdf, b"a"))),
    ("no structure", lambda pdf: delete(pdf.Root, "/StructTreeRoot")),
    ("structure without a parent tree", lambda pdf: delete(pdf.Root.StructTreeRoot, "/ParentTree")),
    ("no XMP metadata", lambda pdf: delete(pdf.Root, "/Metadata")),
    ("title in XMP is another", lambda pdf: change_metadata(pdf, b'"x-default">', b'"x-default">Another ')),
    ("language in XMP is another", lambda pdf: pdf.Root.__setitem__("/Lang", String("tlh"))),
    ("claims a conformity that no validator confirmed",
     lambda pdf: change_metadata(pdf, b"<dc:format>", b'<p:part xmlns:p="http://www.aiim.org/pdfua/ns/id/">1</p:part><dc:format>')),
    ("no output intent", lambda pdf: delete(pdf.Root, "/OutputIntents")),
    ("output profile is damaged",
     lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.write(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()[:-4])),
    ("output profile is not RGB", lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.__setitem__("/N", 4)),
    ("output intent of another kind", lambda pdf: pdf.Root.OutputIntents[0].__setitem__("/S", Name.GTS_PDFX)),
    ("element /Paragraph is not a standard one", lambda pdf: find_element(pdf, "/P").__setitem__("/S", Name.Paragraph)),
    ("/TD in /P", lambda pdf: [row.__setitem__("/S", Name.P) for row in find_elements(pdf, "/TR")]),
    ("level of headings left out", lambda pdf: find_element(pdf, "/H1").__setitem__("/S", Name.H3)),
    ("figure without alternative text", lambda pdf: find_element(pdf, "/Figure").__setitem__("/Alt", String(" "))),
    ("figure without a box", lambda pdf: find_element(pdf, "/Figure").A.__setitem__("/BBox", Array([9, 9, 9, 9]))),
    ("header of a table without scope", lambda pdf: delete(find_element(pdf, "/TH").A, "/Scope")),
    ("list without a kind of numbering", lambda pdf: find_element(pdf, "/P").__setitem__("/S", Name.L)),
    ("link without a description", lambda pdf: find_link(pdf).__setitem__("/Contents", String(""))),
    ("link outside the structure", lambda pdf: delete(find_link(pdf), "/StructParent")),
    ("link hidden on paper", lambda pdf: find_link(pdf).__setitem__("/F", 6)),
    ("annotation that is no link", lambda pdf: find_link(pdf).__setitem__("/Subtype", Name.Text)),
    ("annotation in an element that is no link", lambda pdf: [link.__setitem__("/S", Name.P) for link in find_elements(pdf, "/Link")]),
    ("action other than opening an address", lambda pdf: find_link(pdf).__setitem__("/A", Dictionary(S=Name.Launch))),
    ("tab order is not the structure's", lambda pdf: delete(pdf.pages[0], "/Tabs")),
    ("page without a place in the structure", lambda pdf: delete(pdf.pages[0], "/StructParents")),
    ("painted outside content and artifacts", lambda pdf: change_content(pdf, lambda data: data + b"\n0 0 5 5 re f\n")),
    ("text of the report marked as an artifact",
     lambda pdf: change_content(pdf, lambda data: data + b"\n/Artifact BMC BT (a) Tj ET EMC\n")),
    ("content within an artifact", lambda pdf: change_content(pdf, lambda data: b"/Artifact BMC\n" + data + b"\nEMC\n")),
    ("mark that ends without a beginning", lambda pdf: change_content(pdf, lambda data: data + b"\nEMC\n")),
    ("mark without an end", lambda pdf: change_content(pdf, lambda data: data + b"\n/Artifact BMC\n")),
    ("number of marked content given twice",
     lambda pdf: change_content(pdf, lambda data: data + b"\n/P << /MCID 0 >> BDC EMC\n")),
    ("font that is not embedded", lambda pdf: delete(find_font(pdf, "/FontDescriptor").FontDescriptor, "/FontFile3")),
    ("font without Unicode values", lambda pdf: delete(find_font(pdf, "/ToUnicode"), "/ToUnicode")),
    ("transfer curve or halftone",
     lambda pdf: pdf.Root.__setitem__("/X", pdf.make_indirect(Dictionary(Type=Name.ExtGState, TR=Name.Identity)))),
    ("image that is interpolated",
     lambda pdf: pdf.Root.__setitem__("/X", pdf.make_stream(b"", Subtype=Name.Image, Interpolate=True))),
    ("stream in another file", lambda pdf: pdf.Root.__setitem__("/X", pdf.make_stream(b"", F=String("a")))),
]


def write_report(cli, source, folder):
    path = folder / "report.pdf"
    environment = dict(os.environ, RINGFENCE_DATA_DIR=str(source / "data"), XDG_DATA_HOME=str(folder))
    subprocess.run([cli, "report", "-q", source / "tests/cli/small.xml",
                    "-a", source / "tests/cli/small.answers.xml", "--out", path], env=environment, check=True)
    return path


def is_seen(report, rule, fault):
    broken = io.BytesIO()
    with pikepdf.open(report) as pdf:
        fault(pdf)
        pdf.save(broken, fix_metadata_version=False)
    with pikepdf.open(broken) as pdf:
        found = lint_pdf.Lint(pdf).run()
    if rule in found:
        return True
    print("# found:", ", ".join(found))
    return False


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(f"1..{len(FAULTS) + 1}")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        report = write_report(sys.argv[1], pathlib.Path(sys.argv[2]), folder)
        with pikepdf.open(report) as pdf:
            good = not lint_pdf.Lint(pdf).run()
        print("ok" if good else "not ok", 1, "nothing is broken")
        for number, (rule, fault) in enumerate(FAULTS, 2):
            seen = is_seen(report, rule, fault)
            print("ok" if seen else "not ok", number, rule, flush=True)
            good = good and seen
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
