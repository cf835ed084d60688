"""The types of columns: what is sent is what a person reads in the cell, whatever the file is."""

import json
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.support.bulk_import import Import, build_drafts, load_import, read_rejects, run_import, write_csv
from workbench.bulk.errors import BulkFailed, RowError
from workbench.bulk.import_profiles import Profiles
from workbench.bulk.imports.column_types import check_types
from workbench.bulk.imports.rows import read_rows
from workbench.bulk.source import Source
from workbench.sandbox import Sandbox

TYPES = {"Points": "number", "Subtotal": "number", "VIP": "boolean", "Born": "date", "Seen": "date", "Tags": "list"}
WORDS = st.text("abcdefgh ÄÖé7", min_size=1, max_size=8).map(str.strip).filter(lambda text: text not in ("", "é"))
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "Points": st.integers(-(10**12), 10**12),
            "Subtotal": st.decimals(-(10**6), 10**6, places=2).map(float),
            "VIP": st.booleans(),
            "Born": st.dates(date(1910, 1, 1), date(2100, 1, 1)),
            "Seen": st.datetimes(datetime(1910, 1, 1), datetime(2100, 1, 1)).map(
                lambda time: time.replace(hour=time.hour or 1, microsecond=0)  # for Excel, midnight is the day itself
            ),
            "Tags": st.lists(WORDS, min_size=1, max_size=3, unique=True),
        }
    ),
    min_size=1,
    max_size=12,
)


def expected(row: dict[str, Any]) -> dict[str, Any]:
    """Return the properties that Klaviyo compares as what they are."""
    return row | {"Born": row["Born"].isoformat(), "Seen": f"{row['Seen'].isoformat()}+00:00"}


def write_as_csv(path: Path, rows: list[dict[str, Any]]) -> None:
    """Write cells as a German spreadsheet does."""
    cells = [
        {
            "Email": row["Email"],
            "Points": str(row["Points"]),
            "Subtotal": f"{row['Subtotal']:_.2f}".replace(".", ",").replace("_", "."),
            "VIP": "WAHR" if row["VIP"] else "FALSCH",
            "Born": f"{row['Born']:%d.%m.%Y}",
            "Seen": f"{row['Seen']:%d.%m.%Y %H:%M:%S}",
            "Tags": ", ".join(row["Tags"]),
        }
        for row in rows
    ]
    write_csv(path, cells)


def write_as_json(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(f"{json.dumps(row, default=str)}\n" for row in rows))


def write_as_parquet(path: Path, rows: list[dict[str, Any]]) -> None:
    columns = "Email VARCHAR, Points BIGINT, Subtotal DOUBLE, VIP BOOLEAN, Born DATE, Seen TIMESTAMP, Tags VARCHAR[]"
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE people ({columns})")
        connection.executemany(
            "INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?)",
            [[row[name] for name in ("Email", *TYPES)] for row in rows],
        )
        connection.execute(f"COPY people TO '{path}' (FORMAT parquet)")


def write_as_xlsx(path: Path, rows: list[dict[str, Any]]) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([*rows[0]])
    for row in rows:
        sheet.append([json.dumps(cell) if isinstance(cell, list) else cell for cell in row.values()])
    book.save(path)


WRITERS = {"csv": write_as_csv, "jsonl": write_as_json, "parquet": write_as_parquet, "xlsx": write_as_xlsx}


def read_properties(path: Path, **options: Any) -> list[dict[str, Any]]:
    """Return the properties of the profiles that import_profiles makes of a file."""
    rows = [row for _, row in read_rows(Source(path.name, path)) if isinstance(row, dict)]
    profiles = Profiles("", types=TYPES, **options)
    profiles.values.date_format = "DMY"
    drafts = build_drafts(profiles, rows)
    return [json.loads(draft.body)["attributes"]["properties"] for draft in drafts if not isinstance(draft, RowError)]


@settings(max_examples=12)  # each writes and reads four files
@given(ROWS)
@example(
    [
        {
            "Points": 1234,
            "Subtotal": 1234.5,
            "VIP": False,
            "Born": date(1985, 3, 1),
            "Seen": datetime(2026, 11, 20, 1),
            "Tags": ["a"],
        }
    ]
)
def test_what_is_sent_is_what_the_cell_says_in_every_file(rows: list[dict[str, Any]]) -> None:
    people = [
        {"Email": f"p{number}@example.com", **{name: row[name] for name in TYPES}} for number, row in enumerate(rows)
    ]
    with tempfile.TemporaryDirectory() as folder:
        for kind, write in WRITERS.items():
            path = Path(folder) / f"people.{kind}"
            write(path, people)
            properties = read_properties(path, decimal="comma" if kind == "csv" else None)
            assert properties == [expected(row) for row in rows], kind


@pytest.fixture
def run(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Import:
    monkeypatch.chdir(tmp_path)
    return run_import(load_import("profiles", sandbox))


def row(number: int, **cells: str) -> dict[str, str]:
    return {
        "Email": f"p{number}@example.com",
        "Subtotal": "9,99",
        "VIP": "true",
        "Born": "1985-03-01",
        "Tags": '["a"]',
        "Article ID": "17",
        "Mobile 2": "446681800",
        "Zip": "8001",
        "Code": "0012",
        "Size": "7",
        "Serial": "12345678901234567890",
        "Note": "5",
        **cells,
    }


def test_auto_chooses_what_all_values_of_a_column_are(
    run: Import, sandbox: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [row(1), row(2, Subtotal="1.234,50", VIP="FALSE", Note="five", Size=""), row(3, Subtotal="NULL", Size="0")]
    run(write_csv(tmp_path / "people.csv", rows), types="auto")
    first, *_ = [profile["attributes"] for job in sandbox.jobs.jobs.values() for profile in job.profiles]
    assert first["properties"] == {
        "Subtotal": 9.99,
        "VIP": True,
        "Born": "1985-03-01",
        "Tags": ["a"],
        "Article ID": "17",
        "Mobile 2": "446681800",
        "Code": "0012",
        "Size": 7,
        "Serial": "12345678901234567890",
        "Note": "5",
    }
    log = capsys.readouterr().err
    assert "number ← Subtotal, Size\nboolean ← VIP\ndate ← Born\nlist ← Tags\n" in log


UNFIT = [
    ("number", "five", "Note is not a number: five"),
    ("number", "1,2,3", "Note is not a number"),
    ("boolean", "perhaps", "Note is no boolean: perhaps"),
    ("boolean", "1.0x", "Note is no boolean"),
    ("date", "01.03.85", "Note has a year of two digits"),
    ("date", "03/01/1985", "Note needs the option date_format"),
    ("date", "soon", "Note is no date: soon"),
    ("list", "[1,", "Note is no list"),
]


@pytest.mark.parametrize(("kind", "text", "reason"), UNFIT)
def test_a_row_with_a_value_that_does_not_fit_is_rejected(run: Import, kind: str, text: str, reason: str) -> None:
    result = run([row(1, Note=text), row(2, Note="")], types={"Note": kind}, dry_run=True)
    assert (result["would_send"], result["rejected"]) == (1, 1)
    assert read_rejects(Path(result["rejects"]))[1].startswith(reason)


@pytest.mark.parametrize("types", ["number", {"Note": "integer"}, {"Notes": "number"}, {"Zip": "number"}, ["Note"]])
def test_says_what_is_wrong_with_the_option(run: Import, types: Any) -> None:
    with pytest.raises(Exception, match="types") as caught:
        run([row(1)], types=types)
    assert type(caught.value).__name__ == "BulkFailed"


def test_the_option_is_empty_by_default() -> None:
    assert check_types(None) == check_types("") == check_types({}) == {}
    with pytest.raises(BulkFailed):
        check_types(1)


@pytest.mark.parametrize(
    ("properties", "sent"),
    [
        (["VIP", "Note"], {"VIP": "true", "Note": "5"}),
        ({"Is VIP": "VIP"}, {"Is VIP": "true"}),
        ({"Contact": "Email"}, {"Contact": "p1@example.com"}),
        ("none", None),
        (["none"], None),
    ],
)
def test_properties_are_the_columns_that_the_option_names(run: Import, properties: Any, sent: Any) -> None:
    result = run([row(1)], properties=properties, dry_run=True)
    assert result["body"]["data"]["attributes"]["profiles"]["data"][0]["attributes"].get("properties") == sent
    kept = {column["column"] for column in result["columns"] if (column["field"] or "").startswith("properties.")}
    assert len(kept) == len(sent or ()) - ("Contact" in (sent or ()))
