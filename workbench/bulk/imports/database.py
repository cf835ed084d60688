"""The rows and records of one import"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Self

from workbench.bulk.errors import RowError
from workbench.bulk.imports.exported import ExportedCells
from workbench.bulk.imports.rows import REJECTED, Cells
from workbench.bulk.imports.values import PLACEHOLDERS, json_value

REPEATED = "repeated: "  # begins the reason of a row that repeats another
sorted_json = json.JSONEncoder(sort_keys=True).encode
RECORD = "number, body, profile, rows, size, key, content, others"
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

    A record's `state` is why it is not sent, NULL if it is. `was_sent`: whether an earlier run has sent what is
    remembered as a text; the journal sets it.
    """

    def __init__(self, folder: Path, columns: list[str]) -> None:
        self.db = sqlite3.connect(folder / "import.sqlite", isolation_level=None, timeout=0)
        self.db.executescript(TABLES)
        self.columns = dict.fromkeys(columns)
        self.count = 0
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
            if not content.keys() <= self.columns.keys() and len(self.columns) < MAX_COLUMNS:
                self.columns |= dict.fromkeys(content)
            if isinstance(row, ExportedCells):
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

    def group(self, column: str, metric: str) -> int:
        """Make one record of all rows with the same order number in a column, and the same metric if it has a column.

        Of a row that cannot be read, the cell in the column's place tells to which order it belongs. Returns how many
        records the rows with a number make.
        """
        place = list(self.columns).index(column)
        value = "(SELECT CAST(value AS TEXT) FROM json_each(cells) WHERE key = ?)"
        other = value if metric else "NULL"
        self.db.execute(
            f"""INSERT INTO orders SELECT number, min(number) OVER (PARTITION BY id, other) FROM
            (SELECT number, CASE WHEN fault IS NULL THEN {value} ELSE cells ->> '$[{place}]' END AS id, {other} AS other
            FROM rows)
            WHERE lower(id) NOT IN ({", ".join("?" * len(PLACEHOLDERS))}) AND id NOT GLOB '[0-9]*E+[0-9]*'""",
            [column, *([metric] if metric else []), *PLACEHOLDERS],
        )
        self.db.execute("CREATE INDEX first ON orders (first)")
        return int(self.db.execute("SELECT count(DISTINCT first) FROM orders").fetchone()[0])

    def values_of(self, column: str, distinct: bool = False) -> Iterator[Any]:
        """What a column holds, row by row, or each value once."""
        values = "DISTINCT value" if distinct else "value"
        query = f"SELECT {values} FROM rows, json_each(cells) WHERE key = ? AND fault IS NULL"
        return (value for [value] in self.db.execute(query, [column]))

    def is_repeated(self, column: str) -> bool:
        """Whether a column has a value more than once."""
        query = "SELECT 1 FROM rows, json_each(cells) WHERE key = ? GROUP BY value HAVING count(*) > 1 LIMIT 1"
        return self.db.execute(query, [column]).fetchone() is not None

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
