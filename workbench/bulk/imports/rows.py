"""The rows of a source, read one after the other."""

import csv
import glob
import gzip
import json
import re
import zlib
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from io import BytesIO, TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import Any, Self

import duckdb
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from workbench.bulk.errors import BulkFailed, RowError
from workbench.bulk.source import SPREADSHEETS, Source
from workbench.bulk.text import compose

Cells = dict[str, Any]
READ_ERRORS = (UnicodeDecodeError, OSError, EOFError, zlib.error, duckdb.Error, CalamineError)
MAX_LINE = 20_000_000  # characters; more than any row that Klaviyo accepts
SINGLE_PRECISION = re.compile(r'(?<!")\bFLOAT\b(?!")')  # a type of DuckDB, not a name in quotes
SEVERAL_OBJECTS = re.compile(r"\}\s*,?\s*\{")  # one after the other
REJECTED = ["rejected_row", "rejected_line", "rejected_reason"]  # columns before the row's own, in a file of rejects


def read_rows(source: Source) -> Iterator[tuple[int | None, Cells | RowError]]:
    """The rows, with the line each begins in if there are lines; read as they are asked for."""
    number = 0
    try:
        if not source.suffix:
            rows: Iterator[Any] = ((None, row if isinstance(row, dict) else not_an_object(row)) for row in source.rows)
        elif source.suffix == ".parquet":
            rows = ((None, row) for row in read_parquet(source.path))
        elif source.suffix in SPREADSHEETS:
            rows = read_sheet(source)
        else:
            rows = read_csv(source) if source.suffix in (".csv", ".tsv") else read_json_lines(source.path)
        for row in rows:
            yield row
            number += 1
    except READ_ERRORS as error:
        raise explain(source, error, number) from None


def explain(source: Source, error: Exception, number: int) -> BulkFailed:
    """Why a source cannot be read after a row."""
    if isinstance(error, UnicodeDecodeError):
        return BulkFailed(f"{source.name} is not in UTF-8 (after row {number}); save it in UTF-8")
    return BulkFailed(f"{source.name} cannot be read{f' after row {number}' if number else ''}: {error}")


def not_an_object(row: Any) -> RowError:
    return RowError("it is not a JSON object", [str(row)])


def open_text(path: Path) -> TextIOWrapper:
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"  # whatever its name is: on the way, a download may have been unpacked
    binary = gzip.open(path) if packed else path.open("rb")  # noqa: SIM115  # closed with the text
    return TextIOWrapper(binary, encoding="utf-8-sig", newline="")


class Lines:
    """Lines of a file. Those of the row that was read last can be read once more.

    Of a line that is longer than MAX_LINE only the beginning comes; the row is rejected for its length.
    """

    def __init__(self, file: TextIOWrapper) -> None:
        self.row: list[str] = []
        self.number = 0  # of the line read last
        self._file, self._again = file, deque[str]()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._file.readline(MAX_LINE)
        rest = line
        while len(rest) == MAX_LINE and not rest.endswith("\n"):
            rest = self._file.readline(MAX_LINE)
        if not line:
            raise StopIteration
        self.row.append(line)
        self.number += 1
        return line

    def return_all_but_first(self) -> None:
        self._again.extendleft(reversed(self.row[1:]))
        self.number -= len(self.row) - 1


def read_header(source: Source) -> tuple[list[str], str, int]:
    """The columns of a CSV file, what separates them, and how many lines come before the rows."""
    try:
        with open_text(source.path) as file:
            first = file.readline(MAX_LINE)
        if "\0" in first:  # as UTF-16 has it, and a spreadsheet of another name
            raise BulkFailed(f"{source.name} is not in UTF-8; save it as CSV in UTF-8")
        above = re.fullmatch(r"sep=(.)\s*", first)  # Excel's way to say it
        if above:
            separator = above[1]
        elif source.suffix == ".tsv":
            separator = "\t"
        else:
            separator = find_separator(source.path)
        cells, number = read_cells(source.path, separator, 1 if above else 0)
    except csv.Error as error:
        raise BulkFailed(f"the header of {source.name} cannot be read: {error}") from None
    except READ_ERRORS as error:
        raise explain(source, error, 0) from None
    return name_columns(cells), separator, number


def name_columns(cells: list[str]) -> list[str]:
    """The names of columns, of the cells of a header: each has one, and no two have the same."""
    columns: list[str] = []
    for position, name in enumerate(cells, 1):
        name = compose(" ".join(name.split())) or f"column {position}"
        while name in columns:
            name += f" {position}"
        columns.append(name)
    return columns


def find_separator(path: Path) -> str:
    """Whichever separator makes the most columns of the header, which may have line breaks in its quotes."""
    counts = dict.fromkeys("\t,;|", 0)
    for separator in counts:
        with suppress(csv.Error):
            counts[separator] = len(read_cells(path, separator, 0)[0])
    return max(counts, key=lambda separator: counts[separator])


def read_cells(path: Path, separator: str, skipped: int) -> tuple[list[str], int]:
    """The first line of cells after those skipped, and how many lines of text it ends after."""
    with open_text(path) as file:
        lines = Lines(file)
        reader = csv.reader(lines, delimiter=separator, strict=True)
        return next(islice(reader, skipped, None), []), lines.number


def read_csv(source: Source) -> Iterator[tuple[int, Cells | RowError]]:
    """csv, not DuckDB, whose reader ends at the first line that is wrong, or drops long ones without a word."""
    csv.field_size_limit(2 * MAX_LINE)
    columns, separator, above = read_header(source)
    with open_text(source.path) as file:
        lines = Lines(file)
        for _ in islice(lines, above):
            pass
        reader = csv.reader(lines, delimiter=separator, strict=True)
        while True:
            lines.row.clear()
            first = lines.number + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                lines.return_all_but_first()  # an opening quote may have swallowed good rows
                yield first, RowError(f"line {first}: {error}", [lines.row[0].rstrip("\r\n")])
                continue
            if len(cells) > len(columns) and not any(cells[len(columns) :]):
                cells = cells[: len(columns)]  # a comma at the end
            if not any(cells):
                continue  # a blank line, or what a spreadsheet writes below the last row
            if len(cells) == len(columns):
                yield first, dict(zip(columns, cells, strict=True))
            else:
                own = cells[len(REJECTED) :] if columns[: len(REJECTED)] == REJECTED else cells
                yield first, RowError(f"it has {len(cells)} cells, the header has {len(columns)}", own)


def read_json_lines(path: Path) -> Iterator[tuple[int, Cells | RowError]]:
    """json, not DuckDB, which would make one type of all values of a name."""
    with open_text(path) as file:
        lines = Lines(file)
        for line in lines:
            lines.row.clear()
            text = line.strip()
            if not text:
                continue
            try:
                row = json.loads(text)
            except (ValueError, RecursionError) as error:
                if lines.number == 1 and (text == "{" or text.startswith("[")):
                    raise BulkFailed(
                        f"{path.name} is JSON over several lines; one object on each line is expected (JSON Lines):"
                        " `jq -c '.[]'` makes them of an array, `jq -c .` of objects"
                    ) from None
                several = SEVERAL_OBJECTS.search(text) and str(error).startswith("Extra data")
                reason = (
                    "it is several objects; one object on each line is expected"
                    if several
                    else f"it is not JSON: {error}"
                )
                yield lines.number, RowError(reason, [text])
                continue
            if isinstance(row, list) and lines.number == 1 and all(isinstance(item, dict) for item in row):
                yield from ((1, item) for item in row)  # an array on one line
            else:
                yield lines.number, row if isinstance(row, dict) else not_an_object(text)


def read_parquet(path: Path) -> Iterator[Cells]:
    connection = duckdb.connect()
    # A row group is read in pieces, not at once; the limit is for files whose pages are that large.
    connection.execute("SET threads = 1; SET memory_limit = '1GB'; SET disable_parquet_prefetching = true")
    connection.execute("SET preserve_insertion_order = true; SET TimeZone = 'UTC'")
    file = glob.escape(str(path))  # a path is no pattern, though DuckDB would take it for one
    query = "FROM read_parquet(?, hive_partitioning = false)"
    columns = connection.execute(f"DESCRIBE SELECT * {query}", [file]).fetchall()
    names = [name for name, *_ in columns]
    cells = ", ".join(select_column(name, type_name) for name, type_name, *_ in columns)
    cursor = connection.execute(f"SELECT {cells} {query}", [file])
    while rows := cursor.fetchmany(1000):
        for row in rows:
            yield dict(zip(names, row, strict=True))


def read_sheet(source: Source) -> Iterator[tuple[int, Cells]]:
    """The rows of a sheet of Excel or OpenDocument; its first row with anything in it is the header."""
    with source.path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    content = BytesIO(gzip.decompress(source.path.read_bytes())) if packed else str(source.path)
    with load_workbook(content) as workbook:
        rows = enumerate(find_sheet(workbook, source).iter_rows(), 1)
        header: list[Any] = next((cells for _, cells in rows if any(cell != "" for cell in cells)), [])
        while header and header[-1] == "":
            header.pop()
        columns = name_columns([str(cell) for cell in header])
        for line, cells in rows:
            if all(cell == "" for cell in cells):
                continue
            names = columns + [f"column {position}" for position in range(len(columns) + 1, len(cells) + 1)]
            own = {name: convert_cell(cell) for name, cell in zip(names, cells, strict=False)}
            yield line, {name: cell for name, cell in own.items() if name in columns or cell != ""}


def find_sheet(workbook: CalamineWorkbook, source: Source) -> CalamineSheet:
    """The sheet that the option names, else the first that is shown. BulkFailed if there is none."""
    if source.sheet:
        if source.sheet not in workbook.sheet_names:
            names = ", ".join(workbook.sheet_names)
            raise BulkFailed(f"{source.name} has no sheet {source.sheet}; its sheets are {names}")
        return workbook.get_sheet_by_name(source.sheet)
    sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    shown = [sheet for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible] or sheets
    if not shown:
        raise BulkFailed(f"{source.name} has no sheet of cells")
    return workbook.get_sheet_by_name(shown[0].name)


def convert_cell(cell: Any) -> Any:
    """A cell as a person reads it: 5, which a spreadsheet keeps as 5.0, and a duration as 30:15:00."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return int(cell)
    if isinstance(cell, timedelta):
        seconds = round(cell.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return cell


def select_column(column: str, type_name: str) -> str:
    """A column in SQL. Numbers of single precision become the shortest that mean the same: 9.9, not 9.899999618530273.

    `type_name`: as DuckDB writes it, such as FLOAT or STRUCT(price FLOAT)[].
    """
    name = '"' + column.replace('"', '""') + '"'
    if not SINGLE_PRECISION.search(type_name):
        return name
    as_text, as_number = (SINGLE_PRECISION.sub(other, type_name) for other in ("VARCHAR", "DOUBLE"))
    return f"CAST(CAST({name} AS {as_text}) AS {as_number})"
