"""The rows and records of one import, in a temporary SQLite file."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Self

from workbench.bulk.errors import RowError
from workbench.bulk.imports.exported import ExportedCells
from workbench.bulk.imports.placeholders import is_no_name
from workbench.bulk.imports.rows import REJECTED, Cells
from workbench.bulk.imports.values import json_value
from workbench.bulk.text import compose

REPEATED = "repeated: "  # begins the reason of a row that repeats another
sorted_json = json.JSONEncoder(sort_keys=True).encode
RECORD = "number, body, profile, rows, size, key, content, others"
CELL = "(SELECT value FROM json_each(cells) WHERE key = ?)"  # what a row has in a column
# What the types of SQLite's JSON functions are called in JSON.
JSON_TYPES = {
    **dict.fromkeys(("integer", "real"), "number"),
    **dict.fromkeys(("true", "false"), "boolean"),
    "text": "text",
    "array": "list",
    "object": "object",
    "null": "null",
}
MAX_COLUMNS = 10_000  # of lines of JSON, each of which may have its own
TABLES = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;
CREATE TABLE rows (number INTEGER PRIMARY KEY, line INTEGER, cells TEXT, fault TEXT);
CREATE TABLE orders (number INTEGER PRIMARY KEY, first INTEGER);
CREATE TABLE records (number INTEGER PRIMARY KEY, body TEXT, profile TEXT, rows INTEGER, size INTEGER, key INTEGER,
    content INTEGER, others TEXT, undecided INTEGER, state TEXT);
CREATE TABLE keys (key INTEGER, number INTEGER, name TEXT);
CREATE TABLE positions (key INTEGER, content INTEGER);
"""


class Store:
    """All rows, and the records made of them, in a temporary SQLite file: memory does not grow with an import.

    A record's `state` is why it is not sent, NULL if it is. `is_exported`: whether `export` wrote the rows, which then
    are as Klaviyo has them. `is_table`: whether they come from CSV or a spreadsheet. `was_sent`: whether an earlier run
    has sent what is remembered as a text; the journal sets it.
    """

    def __init__(self, folder: Path, columns: list[str]) -> None:
        self.db = sqlite3.connect(folder / "import.sqlite", isolation_level=None, timeout=0)
        self.db.executescript(TABLES)
        self.columns = dict.fromkeys(columns)
        self.count = 0
        self.is_exported = False
        self.is_table = False
        self.was_sent: Callable[[str], bool] = lambda text: False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.db.close()

    def insert(self, table: str, rows: Iterable[tuple[Any, ...]], values: str) -> None:
        self.db.execute("BEGIN")
        self.db.executemany(f"INSERT INTO {table} VALUES ({values})", rows)
        self.db.execute("COMMIT")

    def add_rows(self, rows: Iterable[tuple[int | None, Cells | RowError]]) -> None:
        self.insert("rows", (self._stored(line, row) for line, row in rows), "?, ?, ?, ?")

    def add_records(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self.insert("records", rows, "?, ?, ?, ?, ?, ?, ?, ?, ?, NULL")

    def add_keys(self, keys: list[tuple[int, int, str]]) -> None:
        """`keys`: hash of a key, number of the record that has it, name of the identifier."""
        self.db.executemany("INSERT INTO keys VALUES (?, ?, ?)", keys)

    def _stored(self, line: int | None, row: Cells | RowError) -> tuple[Any, ...]:
        self.count += 1
        try:
            if isinstance(row, RowError):
                raise row
            content: Cells = row
            if REJECTED[0] in row:
                if str(row.get(REJECTED[2])).startswith(REPEATED):
                    cells_of_row = [str(value) for name, value in row.items() if name not in REJECTED]
                    raise RowError(f"{row[REJECTED[2]]}; clear {REJECTED[2]} to send it all the same", cells_of_row)
                content = {name: value for name, value in row.items() if name not in REJECTED}
            if row.get("type") in ("event", "profile") and isinstance(row.get("attributes"), dict):
                content = row["attributes"]  # as Klaviyo's API has it
            if not content.keys() <= self.columns.keys():
                content = type(content)({compose(name): value for name, value in content.items()})
                if len(self.columns) < MAX_COLUMNS:
                    self.columns |= dict.fromkeys(content)
            if isinstance(content, ExportedCells):
                self.is_exported = True
                return self.count, line, sorted_json(content), None
            cells = {
                name: converted for name, value in content.items() if (converted := json_value(name, value)) is not None
            }
            return self.count, line, sorted_json(cells), None
        except RowError as error:
            text = json.dumps([str(row)[:1000]] if error.cells is None else error.cells)
            return self.count, line, text, str(error)
        except RecursionError:
            return self.count, line, "[]", "it nests too deep"

    def values_of(self, column: str, distinct: bool = False) -> Iterator[Any]:
        """What a column holds, row by row, or each value once."""
        values = "DISTINCT value" if distinct else "value"
        query = f"SELECT {values} FROM rows, json_each(cells) WHERE key = ? AND fault IS NULL"
        return (value for [value] in self.db.execute(query, [column]))

    def frequent_values(self, column: str) -> list[str]:
        """The five most frequent values of a column."""
        query = """SELECT CAST(value AS TEXT) FROM rows, json_each(cells) WHERE key = ? AND fault IS NULL
            GROUP BY value ORDER BY count(*) DESC, min(number) LIMIT 5"""
        return [value for [value] in self.db.execute(query, [column])]

    def types_of_columns(self) -> dict[str, str]:
        """The JSON types of the values of each column that has any, such as text or `number or text`."""
        types: dict[str, set[str]] = {}
        query = "SELECT DISTINCT key, type FROM rows, json_each(cells) WHERE fault IS NULL"
        for column, type_ in self.db.execute(query):
            types.setdefault(column, set()).add(JSON_TYPES[type_])
        return {column: " or ".join(sorted(names)) for column, names in types.items()}

    def examples(self) -> dict[str, list[Any]]:
        """Three different values of each column, or as many as the first thousand rows have."""
        examples: dict[str, list[Any]] = {}
        for [text] in self.db.execute("SELECT cells FROM rows WHERE fault IS NULL LIMIT 1000"):
            for column, value in json.loads(text).items():
                values = examples.setdefault(column, [])
                if len(values) < 3 and value not in values:
                    values.append(value)
        return examples

    def values_in(self, columns: list[str]) -> Iterator[tuple[Any, ...]]:
        """What columns hold, row by row, where they all hold something."""
        cells = ", ".join([CELL] * len(columns))
        rows = self.db.execute(f"SELECT {cells} FROM rows WHERE fault IS NULL", columns)
        return (row for row in rows if None not in row)

    def has_text(self, column: str) -> bool:
        """Whether a column has a value with anything but digits, dots, commas and blanks."""
        query = "SELECT 1 FROM rows, json_each(cells) WHERE key = ? AND value GLOB '*[^-+0-9., ]*' LIMIT 1"
        return self.db.execute(query, [column]).fetchone() is not None

    def has_email(self, column: str) -> bool:
        """Whether a column has anything that looks like an email address."""
        query = "SELECT 1 FROM rows, json_each(cells) WHERE key = ? AND value LIKE '%_@_%' LIMIT 1"
        return self.db.execute(query, [column]).fetchone() is not None

    def count_cells(self, column: str) -> int:
        """How many rows have something in a column."""
        query = "SELECT count(*) FROM rows, json_each(cells) WHERE key = ? AND fault IS NULL"
        return int(self.db.execute(query, [column]).fetchone()[0])

    def count_readable(self) -> int:
        return int(self.db.execute("SELECT count(*) FROM rows WHERE fault IS NULL").fetchone()[0])

    def first_fault(self) -> tuple[int | None, str, str]:
        """Line, text and fault of the first row that cannot be read."""
        query = "SELECT line, cells, fault FROM rows WHERE fault IS NOT NULL ORDER BY number LIMIT 1"
        line, cells, fault = self.db.execute(query).fetchone()
        return line, " ".join(json.loads(cells)), fault

    def is_repeated(self, column: str) -> bool:
        """Whether a column has an identifier more than once."""
        query = "SELECT value FROM rows, json_each(cells) WHERE key = ? GROUP BY value HAVING count(*) > 1"
        return any(not is_no_name(str(value)) for [value] in self.db.execute(query, [column]))

    def is_ambiguous(self, column: str, others: list[str]) -> bool:
        """Whether a column has the same identifier in rows that differ, though they have the same in the others."""
        groups = ", ".join([f"lower({CELL})"] * len(others))
        query = f"""SELECT id FROM (SELECT {CELL} AS id, cells FROM rows WHERE fault IS NULL) WHERE id IS NOT NULL
            GROUP BY id{", " * bool(others)}{groups} HAVING min(cells) != max(cells)"""
        return any(not is_no_name(str(value)) for [value] in self.db.execute(query, [column, *others]))

    def is_whole(self, column: str) -> bool:
        """Whether a column has whole numbers alone, `.0` behind them or not."""
        other = (
            "value GLOB '*[^0-9]*' AND (value NOT LIKE '%_.0' OR substr(value, 1, length(value) - 2) GLOB '*[^0-9]*')"
        )
        query = f"SELECT 1 FROM rows, json_each(cells) WHERE key = ? AND {other} LIMIT 1"
        return self.db.execute(query, [column]).fetchone() is None

    def groups(self, only: str = "") -> Iterator[tuple[int, list[tuple[Any, ...]]]]:
        """The number of each record to be, with its rows: number, line, cells as JSON, fault."""
        query = f"""SELECT coalesce(first, number), number, line, cells, fault FROM rows LEFT JOIN orders USING (number)
            {only} ORDER BY 1, 2"""
        for number, rows in groupby(self.db.execute(query), itemgetter(0)):
            yield number, [row[1:] for row in rows]

    def rows(self) -> Iterator[Cells]:
        """The rows that can be read."""
        for [text] in self.db.execute("SELECT cells FROM rows WHERE fault IS NULL"):
            yield json.loads(text)

    def rows_with(self, columns: list[str]) -> Iterator[Cells]:
        """The rows that can be read and hold something in one of these columns."""
        names = [f"{sorted_json(column)}: " for column in columns]
        where = " OR ".join(["instr(cells, ?)"] * len(names))  # few rows may have them, and only those are decoded
        for [text] in self.db.execute(f"SELECT cells FROM rows WHERE fault IS NULL AND ({where})", names):
            cells = json.loads(text)
            if any(column in cells for column in columns):
                yield cells

    def rows_of_orders(self) -> Iterator[list[Cells]]:
        """The rows of each order that has several, as far as they can be read."""
        for _, rows in self.groups("WHERE first IN (SELECT first FROM orders GROUP BY first HAVING count(*) > 1)"):
            yield [json.loads(cells) for _, _, cells, fault in rows if not fault]

    def rows_of(self, number: int) -> list[tuple[Any, ...]]:
        """The rows of a record: number, line, cells as JSON."""
        query = """SELECT number, line, cells FROM rows
            WHERE number = ? OR number IN (SELECT number FROM orders WHERE first = ?) ORDER BY number"""
        return self.db.execute(query, [number, number]).fetchall()

    def mark_repeats(self) -> None:
        """Klaviyo treats a record that has a key in common with an earlier one as the same: `state` says which."""
        self.db.execute("CREATE INDEX key ON keys (key, number)")
        self.db.execute(
            """UPDATE records SET state = name || ' as row ' || earlier.first FROM
            (SELECT number, name, min(first) AS first FROM keys
            JOIN (SELECT key, min(number) AS first FROM keys GROUP BY key HAVING count(*) > 1) USING (key)
            WHERE number > first GROUP BY number) AS earlier WHERE earlier.number = records.number"""
        )

    def repeats(self) -> Iterator[tuple[int, str]]:
        """Number and state of the records that repeat another."""
        query = "SELECT number, state FROM records WHERE state IS NOT NULL AND state != 'before' ORDER BY number"
        return self.db.execute(query)

    def records_to_send(self) -> Iterator[tuple[Any, ...]]:
        """The columns of each, as `Record` has them."""
        return self.db.execute(f"SELECT {RECORD} FROM records WHERE state IS NULL ORDER BY number")

    def refuse(self, number: int) -> None:
        """Take a record out of what is to be sent."""
        self.db.execute("UPDATE records SET state = 'refused' WHERE number = ?", [number])

    def take_records(self, positions: list[tuple[int, int]]) -> list[tuple[Any, ...]]:
        """Take those with these keys and contents out of what is to be sent. Returns their columns."""
        self.db.execute("DELETE FROM positions")
        self.db.executemany("INSERT INTO positions VALUES (?, ?)", positions)
        condition = "state IS NULL AND (key, content) IN (SELECT key, content FROM positions)"
        rows = self.db.execute(f"SELECT {RECORD} FROM records WHERE {condition} ORDER BY number").fetchall()
        self.db.execute(f"UPDATE records SET state = 'job' WHERE {condition}")
        return rows

    def count_records(self, where: str) -> tuple[int, int]:
        """How many records, and how many rows they have."""
        query = f"SELECT count(*), coalesce(sum(rows), 0) FROM records WHERE {where}"
        return tuple(self.db.execute(query).fetchone())
