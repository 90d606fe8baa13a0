#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a workbook back and holds it against what the command line says in JSON.

usage: check_workbook.py WORKBOOK RECORD.json SCORE.json
"""
import datetime
import json
import sys

import openpyxl


def fail(sentence):
    sys.exit(f"check_workbook.py: {sentence}")


def expect(what, found, wanted):
    if found != wanted:
        fail(f"{what}: {str(found)[:200]!r}, not {str(wanted)[:200]!r}")


def read_rows(sheet, titles):
    """Rows by title; a row whose first cell is empty goes on with the texts of the one above."""
    head = [cell.value for cell in sheet[1]]
    for title in titles:
        if title not in head:
            fail(f"{sheet.title}: no column {title}")
    rows = []
    for cells in sheet.iter_rows(min_row=2):
        values = dict(zip(head, (cell.value for cell in cells)))
        if values[head[0]] is None and rows and sheet.title != "Benchmarks":
            for name, value in values.items():
                if value is not None:
                    rows[-1][name] += value
        else:
            rows.append(values)
    return rows


def check_cells(book):
    for sheet in book:
        expect(f"{sheet.title}: frozen", sheet.freeze_panes, "A2")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f" or cell.hyperlink:
                    fail(f"{sheet.title}!{cell.coordinate} is a formula or a link: {cell.value!r}")
                if isinstance(cell.value, str) and len(cell.value.encode("utf-16-le")) // 2 > 32767:
                    fail(f"{sheet.title}!{cell.coordinate} is too long")


def check_answers(book, record):
    rows = read_rows(book["Answers"], ["Number", "Id", "Question", "State", "Note", "Risk from"])
    rows = {row["Id"]: row for row in rows}
    for answer in record["answers"]:
        row = rows[answer["question"]]
        expect(answer["question"] + " state", row["State"], answer["state"])
        expect(answer["question"] + " note", row["Note"], answer.get("note"))
        expect(answer["question"] + " reason", row["Does not apply because"], answer.get("reason"))
        override = answer.get("override", {})
        expect(answer["question"] + " override", row["Risk set by the assessor"], override.get("risk"))
        expect(answer["question"] + " why", row["Why it was set"], override.get("reason"))


def check_scores(book, score):
    rows = read_rows(book["Scores"], ["Side", "Low", "High"])
    for name in ("provider", "customer"):
        side = score[name]
        row = next(row for row in rows if row["Side"] == name and row["Section"] is None)
        for column, key in (("Low", "low"), ("High", "high"), ("Unproven", "unproven_high"), ("Coverage", "coverage")):
            if side.get(key) is None:
                expect(f"{name} {key}", row[column], None)
            elif abs(row[column] - side[key]) > 1e-9:
                fail(f"{name} {key}: {row[column]}, not {side[key]}")


def check_days(book, record):
    rows = {row["Id"]: row for row in read_rows(book["Evidence"], ["Id", "Title", "Expires"])}
    expect("evidence", sorted(rows), sorted(item["id"] for item in record["evidence"]))
    for item in record["evidence"]:
        row = rows[item["id"]]
        expires = datetime.datetime.fromisoformat(item["expires"]) if "expires" in item else None
        expect(item["id"] + " expires", row["Expires"], expires)
        expect(item["id"] + " hash", row["SHA-256"], item.get("sha256"))
        expect(item["id"] + " bytes", row["Bytes"], item.get("size"))
    actions = {row["Id"]: row for row in read_rows(book["Actions"], ["Id", "Due"])}
    expect("actions", sorted(actions), sorted(item["id"] for item in record["actions"]))


def main():
    book = openpyxl.load_workbook(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as file:
        record = json.load(file)
    with open(sys.argv[3], encoding="utf-8") as file:
        score = json.load(file)
    expect("sheets", book.sheetnames, ["Summary", "Answers", "Scores", "Evidence", "Actions", "Benchmarks"])
    expect("title", book.properties.title, record["offering"]["name"])
    expect("created", book.properties.created, datetime.datetime.fromisoformat(record["as-of"]))
    check_cells(book)
    check_answers(book, record)
    check_scores(book, score)
    check_days(book, record)
    benchmarks = read_rows(book["Benchmarks"], ["N", "Sources", "Verification", "95 % from"])
    if not any(isinstance(row["N"], int) and row["Sources"] for row in benchmarks):
        fail("no benchmark has its N and its source")
    print("the workbook says the same")


main()
