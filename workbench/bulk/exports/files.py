"""The files that an export writes: CSV, JSON Lines, Parquet."""

from __future__ import annotations

import csv
import glob
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import wmill

from workbench.bulk.errors import BulkFailed
from workbench.bulk.exports.database import Staging
from workbench.bulk.exports.flatten import Table, text_of
from workbench.bulk.exports.request import Request
from workbench.bulk.exports.times import time_of
from workbench.bulk.progress import progress
from workbench.bulk.text import compact, storable
from workbench.bulk.windmill import STATE

FORMATS = (".csv", ".jsonl", ".parquet")
SINGLE = "'"
MAX_RESULT = 2_000_000  # characters of items; Windmill replaces results that are much longer


class Target(NamedTuple):
    """Where the items are written: a file, an S3 object, or, if both are None, the result. `format`: one of FORMATS."""

    path: Path | None = None
    s3: dict[str, Any] | None = None

    @property
    def format(self) -> str:
        return Path(self.name).suffix.lower()

    @property
    def name(self) -> str:
        return self.s3["s3"] if self.s3 else str(self.path or "")

    @property
    def storage(self) -> dict[str, Any] | None:
        return None if self.s3 is None else {name: value for name, value in self.s3.items() if name == "storage"}

    def at(self, started: str) -> Target:
        """The same with the time in the place of {time}."""
        time = started.replace(":", "").replace("+0000", "Z")
        if self.s3:
            return Target(s3={**self.s3, "s3": self.s3["s3"].replace("{time}", time)})
        return Target(Path(str(self.path).replace("{time}", time))) if self.path else self


def check_target(to: Any) -> Target:
    """BulkFailed if nothing can be written there."""
    if to in (None, ""):
        return Target()
    address = to.get("s3") if isinstance(to, dict) else to
    if not isinstance(address, str) or not address:
        raise BulkFailed("to must be a file such as profiles.csv or an S3 object")
    s3 = {name: value for name, value in to.items() if name in ("s3", "storage")} if isinstance(to, dict) else None
    if address.startswith("s3://"):
        storage, _, key = address.removeprefix("s3://").partition("/")
        s3 = {"s3": key, **({"storage": storage} if storage else {})}
    elif STATE and not s3:
        s3 = {"s3": address}
    if s3 and not STATE:
        raise BulkFailed("an S3 object can be written only in Windmill; to must be a file such as profiles.csv")
    target = Target(s3=s3) if s3 else Target(Path(address))
    if target.format not in FORMATS:
        raise BulkFailed(f"to must end in {', '.join(FORMATS[:-1])} or {FORMATS[-1]}, not as {target.name:.200}")
    if target.path and not target.path.parent.is_dir():
        raise BulkFailed(f"{target.path} cannot be written: there is no folder {target.path.parent}")
    if target.path and target.path.is_dir():
        raise BulkFailed(f"{target.path} is a folder")
    return target


def check_columns(request: Request, target: Target) -> None:
    """BulkFailed if columns are chosen for something that has none."""
    if request.columns_are_chosen and target.format not in (".csv", ".parquet"):
        raise BulkFailed("columns are chosen for CSV and Parquet; all else has the items as Klaviyo sends them")


def write_items(staging: Staging, target: Target, folder: Path) -> list[str]:
    """Write the items. A file is complete, or not there. Returns the names of the columns."""
    part = target.path.with_name(f".{target.path.name}.part") if target.path else folder / f"items{target.format}"
    try:
        columns = write_file(staging, part, target.format)
        if target.path:
            with part.open("rb") as file:
                os.fsync(file.fileno())
            part.replace(target.path)
    except (OSError, duckdb.Error) as error:
        raise BulkFailed(f"{target.name} cannot be written: {error}") from None
    finally:
        if target.path:
            part.unlink(missing_ok=True)
    if target.s3:
        try:
            with part.open("rb") as file:
                wmill.write_s3_file(target.s3, file)
        except Exception as error:  # Windmill's client raises what it likes
            raise BulkFailed(f"the S3 object {target.name} cannot be written: {error!s:.300}") from None
    return columns


def write_file(staging: Staging, path: Path, format_: str) -> list[str]:
    if format_ == ".jsonl":
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{body}\n" for body in staging.bodies())
        return []
    table = Table(staging.request.columns, staging.request.columns_are_chosen)
    total, _ = staging.count()
    for body in progress("Finding columns", "items", total, staging.bodies()):
        table.add(json.loads(body))
    if undocumented := table.undocumented():
        print(f"Columns that Klaviyo does not document: {', '.join(undocumented)}", file=sys.stderr)
    (write_csv if format_ == ".csv" else write_parquet)(staging, table, path, total)
    return table.names()


def rows_of(staging: Staging, table: Table, total: int) -> Iterator[list[Any]]:
    for body in progress("Writing", "items", total, staging.bodies()):
        yield table.row(json.loads(body))


def write_csv(staging: Staging, table: Table, path: Path, total: int) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.names())
        for row in rows_of(staging, table, total):
            writer.writerow(map(text_of, row))


def write_parquet(staging: Staging, table: Table, path: Path, total: int) -> None:
    """By way of JSON Lines with the numbers of the columns as names: DuckDB reads these without guessing."""
    types = table.parquet_types()
    line_size = 1_000_000
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        rows = Path(folder) / "rows.jsonl"
        with rows.open("w", encoding="utf-8", newline="\n") as file:
            for row in rows_of(staging, table, total):
                line = {
                    at: parquet_value(value, type_) for at, (value, type_) in enumerate(zip(row, types, strict=True))
                }
                line_size = max(line_size, file.write(storable(compact(line))[0] + "\n"))
        connection.execute("SET threads = 1; SET preserve_insertion_order = true; SET memory_limit = '1GB'")
        connection.execute(f"SET temp_directory = {quote_sql(folder, SINGLE)}; SET TimeZone = 'UTC'")
        names = ", ".join(f'"{at}" AS {quote_sql(name)}' for at, name in enumerate(table.names()))
        schema = ", ".join(f"'{at}': '{type_}'" for at, type_ in enumerate(types))
        limits = f"format = 'newline_delimited', maximum_object_size = {4 * line_size}"  # bytes of a line at most
        source = f"read_json(?, {limits}, columns = {{{schema}}})"
        options = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20000"
        query = f"COPY (SELECT {names} FROM {source}) TO {quote_sql(str(path), SINGLE)} ({options})"
        connection.execute(query, [glob.escape(str(rows))])


def parquet_value(value: Any, type_: str) -> Any:
    """Return the value as DuckDB reads it from JSON."""
    if value is None:
        return None
    if type_ == "TIMESTAMPTZ":
        time = time_of(value)
        return time and time.isoformat()
    return parquet_text(value) if type_ == "VARCHAR" else value


def parquet_text(value: Any) -> str | None:
    text = text_of(value)
    return text if text is None else storable(text)[0]


def quote_sql(text: str, mark: str = '"') -> str:
    """A name or, with SINGLE, a text in SQL."""
    return mark + text.replace(mark, 2 * mark) + mark
