"""Reading rows: what separates cells, and what a file's format does to values."""

import csv
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.wrappers import Response

from workbench.bulk.errors import BulkFailed, RowError
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.rows import read_csv, read_header, read_parquet, read_rows
from workbench.bulk.imports.values import json_value
from workbench.bulk.source import Source, find_source
from workbench.loopback import LoopbackServer


@pytest.mark.parametrize(
    ("text", "columns", "separator"),
    [
        ("Email,Total\n", ["Email", "Total"], ","),
        ('"Email";"Notes,\nas many, as you, like";"Total"\n', ["Email", "Notes, as many, as you, like", "Total"], ";"),
        ('"A;B;C;D;\n;;;",Email,Total\n', ["A;B;C;D; ;;;", "Email", "Total"], ","),
        ('"Order\nnumber"|"E-mail,\r\naddress"|Total\n', ["Order number", "E-mail, address", "Total"], "|"),
        ("Email\tNote (a, b, c)\tTotal\n", ["Email", "Note (a, b, c)", "Total"], "\t"),
        ('"Line one\n\nline three",Email\n', ["Line one line three", "Email"], ","),
        ("Email\n", ["Email"], "\t"),
        ("sep=;\nEmail;Total,net\n", ["Email", "Total,net"], ";"),
    ],
)
def test_finds_the_separator_in_the_whole_header(tmp_path: Path, text: str, columns: list[str], separator: str) -> None:
    file = tmp_path / "orders.csv"
    file.write_text(text + "x" + separator + "y\n", newline="")
    assert read_header(Source("orders.csv", file))[:2] == (columns, separator)


NAMES = st.text(st.sampled_from("ab,;|\n\t"), min_size=1, max_size=6)


@given(
    st.lists(NAMES.map(lambda name: f"x{name}x"), min_size=8, max_size=9, unique_by=lambda name: "".join(name.split()))
)
def test_reads_what_a_spreadsheet_has_written_with_any_separator(header: list[str]) -> None:
    row = [*map(str, range(len(header)))]
    for separator in ",;\t|":
        with tempfile.TemporaryDirectory() as folder:
            source = Source("orders.csv", Path(folder) / "orders.csv")
            with source.path.open("w", newline="") as file:
                csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL).writerows([header, row])
            columns, found, _ = read_header(source)
            assert (len(columns), found) == (len(header), separator)
            [(_, cells)] = read_csv(source)
            assert not isinstance(cells, RowError)
            assert [*cells.values()] == row


@pytest.mark.parametrize(
    ("column", "value", "sent"),
    [
        ("SKU", '="00124"', "00124"),
        ("SKU", '="say ""hi"""', 'say "hi"'),
        ("SKU", '=""', None),
        ("SKU", '\'="00124"', "00124"),
        ("SKU", "=SUM(A1)", "=SUM(A1)"),
        ("SKU", "'00124", "00124"),
        ("SKU", "'12 AB", "12 AB"),
        ("Note", "'=1+1", "=1+1"),
        ("Note", "'+41 44", "+41 44"),
        ("Note", "'-5", "-5"),
        ("Handle", "'@ann", "@ann"),
        ("Note", "'tis", "'tis"),
        ("Note", "rock'n'roll", "rock'n'roll"),
        ("Billing Zip", "'K1A 0B1", "K1A 0B1"),
        ("Code postal", "'SW1A", "SW1A"),
        ("PLZ", "'01067", "01067"),
    ],
)
def test_removes_the_marks_of_text_in_a_spreadsheet(column: str, value: Any, sent: Any) -> None:
    assert json_value(column, value) == sent


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), 10**400, -(10**400)])
def test_rejects_numbers_that_json_cannot_hold(value: Any) -> None:
    for cell in (value, {"nested": [value]}):
        with pytest.raises(RowError, match=r"x is (an infinite number|a number with more digits)"):
            json_value("x", cell)


def test_numbers_of_single_precision_are_the_shortest_that_mean_the_same(tmp_path: Path) -> None:
    file = tmp_path / "orders.parquet"
    values = (
        "9.9::FLOAT AS a, [0.1::FLOAT] AS b, {'FLOAT': 2.2::FLOAT, 'n': 3} AS c, 1e30::FLOAT AS d, 9.9::DOUBLE AS e"
    )
    duckdb.execute(f'COPY (SELECT {values}, NULL::FLOAT AS f, 7 AS "g""h") TO \'{file}\'')
    expected = {"a": 9.9, "b": [0.1], "c": {"FLOAT": 2.2, "n": 3}, "d": 1e30, "e": 9.9, "f": None, 'g"h': 7}
    assert [*read_parquet(file)] == [expected]


def write_book(path: Path, sheets: dict[str, list[list[Any]]]) -> Path:
    """Write a spreadsheet, the first sheet of which is hidden."""
    book = openpyxl.Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    book.worksheets[0].sheet_state = "hidden"
    book.save(path)
    return path


def test_reads_the_first_sheet_that_is_shown_below_its_first_row_with_anything_in_it(tmp_path: Path) -> None:
    people: list[list[Any]] = [
        [],
        [None, "Email", "Email", None],
        [None, "a@example.com", 5.0, None],
        [],
        [None, None, 0, False],
    ]
    path = write_book(tmp_path / "people.xlsx", {"Lists": [["Email"]], "People": people, "Old": [["ID"], ["x"]]})
    rows = [*read_rows(Source("people.xlsx", path))]
    assert [line for line, _ in rows] == [3, 5]
    assert [{name: cell for name, cell in row.items() if cell != ""} for _, row in rows if isinstance(row, dict)] == [
        {"Email": "a@example.com", "Email 2": 5},
        {"Email 2": 0, "column 3": False},
    ]
    assert [row for _, row in read_rows(Source("people.xlsx", path, sheet="Old"))] == [{"ID": "x"}]
    with pytest.raises(BulkFailed, match="has no sheet New; its sheets are Lists, People, Old"):
        [*read_rows(Source("people.xlsx", path, sheet="New"))]


def test_cells_are_what_a_person_reads(tmp_path: Path) -> None:
    cells = [20.0, 0.1, True, datetime(2026, 11, 20), datetime(2026, 11, 20, 9, 30), timedelta(hours=30), "'007"]
    path = write_book(tmp_path / "cells.xlsx", {"Other": [], "Cells": [["a", "b", "c", "d", "e", "f", "g"], cells]})
    with Store(tmp_path, []) as store:
        store.add_rows(read_rows(Source("cells.xlsx", path)))
        [row] = store.rows()
    assert [*row.values()] == [20, 0.1, True, "2026-11-20", "2026-11-20T09:30:00", "30:00:00", "007"]


@pytest.mark.parametrize(
    ("content_type", "disposition", "name"),
    [
        ("text/csv", "", "export.csv"),
        ("text/csv; charset=utf-8", 'attachment; filename="Guests-Sheet1.csv"', "Guests-Sheet1.csv"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "", "export.xlsx"),
        ("text/html", "", "what export serves is a web page, such as one to sign in, not a file of rows"),
    ],
)
def test_an_address_without_an_ending_is_known_by_what_it_serves(
    tmp_path: Path, content_type: str, disposition: str, name: str
) -> None:
    response = Response("Email\n", content_type=content_type, headers={"Content-Disposition": disposition})
    with LoopbackServer(response) as server:
        address = f"{server.url}/spreadsheets/d/1/export?format=csv"
        if content_type == "text/html":
            with pytest.raises(BulkFailed, match=name):
                find_source(address, tmp_path)
        else:
            source = find_source(address, tmp_path)
            assert (source.name, source.path.read_text()) == (name, "Email\n")
