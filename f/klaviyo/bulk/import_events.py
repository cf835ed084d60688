# /// script
# requires-python = ">=3.11"
# dependencies = ["duckdb", "pyrate-limiter", "requests", "tqdm", "wmill"]
# ///
"""Import Events: a file or table of events into Klaviyo, by POST /api/event-bulk-create-jobs

Reads CSV, TSV, JSON Lines or Parquet (a path, a URL, in Windmill an S3 object; .gz too) or a list of rows, as they are
needed: memory does not grow with the file. Columns are recognized by their names and shown before anything
is sent; `mapping` overrides this, and `dry_run` sends nothing.

The rows are grouped by profile and sent in batches of at most 1,000 events and 5,000,000 bytes, as fast as Klaviyo
takes them: 10 requests a second, 150 a minute. A row without unique_id gets a hash of what it holds, so that sending
it again records nothing twice.

A row that cannot be sent goes to the rejects file with its number and the reason; the rest is sent. What Klaviyo
accepted is recorded in a journal file or, in Windmill, in the script's state: started again with the same source, the
script continues where it was, whatever stopped it, and tries the rejected rows again.

Scopes: events:write.
Reference: https://developers.klaviyo.com/en/reference/bulk_create_events
"""

import base64
import csv
import gzip
import hashlib
import json
import math
import os
import re
import sys
import tempfile
import threading
import time
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import Any, TextIO, TypedDict

import duckdb
import requests
import wmill
from pyrate_limiter import Duration, Limiter, Rate
from tqdm import tqdm

if sys.platform != "win32":
    import fcntl

API = "https://a.klaviyo.com"
RATES = [Rate(10, Duration.SECOND), Rate(150, Duration.MINUTE)]  # of each endpoint
TIMEOUT = (10, 60)  # seconds to connect, to read
IN_FLIGHT = 8
TRIES = 6  # of a request whose outcome is unknown
LONGEST_WAIT = 300  # seconds in all that Klaviyo may ask for; longer, as a daily cap does, ends the run until later
MOST_ALONE = 20  # rows that are refused one by one before any is accepted: then the rows are not the cause
LOG_EVERY = 10  # seconds, where there is no terminal for a bar
MOST_COLUMNS = 10_000  # of lines of JSON, each of which may have its own
MOST_LINE = 20_000_000  # characters; more than any row that Klaviyo takes

Row = dict[str, Any] | str  # a text says why the row cannot be read
# What Windmill's form makes of this name is a file to choose; a path, a URL or rows are taken as well.
S3Object = wmill.S3Object | dict[str, Any] | str | list[Any]


PATH = "/api/event-bulk-create-jobs"
NOUN = "events"
MOST_RECORDS, MOST_BYTES, MOST_STRING, MOST_PROPERTIES, MOST_NAME = 1000, 5_000_000, 100_000, 400, 127
# The group in the body, and the event in it, that an error of Klaviyo's speaks of.
POINTER = re.compile(r"/events-bulk-create/data/(\d{1,9})(?:/attributes/events/data/(\d{1,9}))?(?!\d)")

IDENTIFIERS = ("email", "phone_number", "external_id", "anonymous_id")
PROFILE = (*IDENTIFIERS, "first_name", "last_name")
NAMES = (*PROFILE, "metric", "time", "value", "value_currency", "unique_id")
# Names of columns by which each is known, in letters and digits alone; the first that is there is taken.
SYNONYMS = {
    "email": "emailaddress customeremail useremail mail contactemail",
    "phone_number": "phone phonenumber mobile customerphone billingphone shippingphone cell",
    "external_id": "externalid customerid userid profileid",
    "anonymous_id": "anonymousid",
    "first_name": "firstname givenname customerfirstname",
    "last_name": "lastname surname familyname customerlastname",
    "metric": "event eventname metricname",
    "time": "timestamp datetime date createdat orderdate occurredat eventtime",
    "value": "total totalprice amount revenue price ordertotal",
    "value_currency": "currency currencycode valuecurrency",
    "unique_id": "uniqueid eventid orderid id transactionid",
}


class klaviyo(TypedDict):
    apiKey: str


def main(
    auth: klaviyo,
    revision: str,
    source: S3Object,
    metric: str | None = None,
    mapping: dict[str, str] | None = None,
    dry_run: bool = False,
    rejects: str | None = None,
    journal: str | None = None,
    first_row: int = 1,
    last_row: int | None = None,
    share: float = 1,
) -> dict[str, Any]:
    """Return how many events were sent, rejected and recorded before. ImportFailed: what stopped it, and how to go on.

    `source`: path or URL of a file, an S3 object, or a list of objects. `metric`: the name of all events, where no
    column has it. `mapping`: the column of each of email, phone_number, external_id, anonymous_id, first_name,
    last_name, metric, time, value, value_currency, unique_id; "" for none. All other columns become properties of the
    event. A time without a zone is UTC. `rejects` and `journal`: files, beside the source by default. `first_row`,
    `last_row`: a part of the rows, from 1. `share`: of the account's rate, where others send at the same time.
    """

    def builder(columns: list[str]) -> Builder:
        columns_of = mapped(columns, mapping or {}, without=("metric",) if metric else ())
        if "metric" not in columns_of and not metric:
            raise ImportFailed("metric is missing: the name of the events, such as Placed Order, or a column of names")
        return Builder(columns_of, metric)

    requested: Any = share
    share = 1 if requested in (None, "") else requested  # a form sends these if the field was emptied
    if not (isinstance(share, (int, float)) and 0 < share <= 1):
        raise ImportFailed("share must be more than 0 and at most 1: it is a part of the account's rate limit")
    first, last = row_number("first_row", first_row) or 1, row_number("last_row", last_row)
    part = "" if (first, last) == (1, None) else f".{first}-{last or 'end'}"
    about = {"metric": digest(metric or None), "part": digest(part)}
    return transfer(auth, revision, source, builder, about, dry_run, (rejects, journal, part), (first, last), share)


def row_number(name: str, value: Any) -> int | None:
    if value in (None, ""):
        return None
    if isinstance(value, (int, float)) and value >= 1 and value == int(value):
        return int(value)
    raise ImportFailed(f"{name} must be the number of a row, from 1")


# --- building --------------------------------------------------------------------------------------------------------


HEAD = '{"data":{"type":"event-bulk-create-job","attributes":{"events-bulk-create":{"data":['
TAIL = "]}}}}"
GROUP = (
    '{"type":"event-bulk-create","attributes":{"profile":{"data":{"type":"profile","attributes":%s}},'
    '"events":{"data":[%s]}}}'
)


@dataclass(frozen=True)
class Record:
    """One row as an event, ready to be sent. `profile`, `event`: as JSON."""

    row: int
    profile: str
    event: str
    uses: tuple[tuple[str, str, str], ...]  # identifier, metric, unique_id: no two alike in one batch

    def same(self, other: "Record") -> bool:
        """The same event to Klaviyo, which would record one of them."""
        return self.uses == other.uses and self.event == other.event

    def clash(self, other: "Record") -> str | None:
        """Why it cannot be sent beside another that has a use in common."""
        return f"it has the same unique_id as row {other.row}, but other content" if self.uses == other.uses else None


@dataclass
class Builder:
    """Rows to events."""

    columns_of: dict[str, str]
    metric: str | None = None
    tail = TAIL  # what follows the events in a body

    def notes(self) -> list[str]:
        """What to know before anything is sent."""
        return (
            []
            if "time" in self.columns_of
            else ["there is no column for time: Klaviyo records all events with the time of the import"]
        )

    def record(self, number: int, row: Row) -> Record:
        """Reject where it cannot be sent."""
        cells, values = cells_of(row, self.columns_of)
        profile = profile_of(values, self.columns_of)
        metric = text("metric", values.get("metric") or self.metric or "")
        if not 0 < len(metric) <= MOST_NAME:
            raise Reject(f"metric has {len(metric)} characters, not 1 to {MOST_NAME}")
        properties = {column: value for column, value in cells.items() if column not in self.columns_of.values()}
        if len(properties) > MOST_PROPERTIES:
            raise Reject(f"{len(properties)} properties, of which Klaviyo takes {MOST_PROPERTIES}")
        unique_id = text("unique_id", values["unique_id"]) if "unique_id" in values else digest(cells)
        attributes: dict[str, Any] = {
            "metric": {"data": {"type": "metric", "attributes": {"name": metric}}},
            "properties": properties,
            "unique_id": unique_id,
        }
        if "time" in self.columns_of:
            if "time" not in values:
                raise Reject(
                    f"{self.columns_of['time']} is empty, and Klaviyo would record it with the time of the import"
                )
            attributes["time"] = moment(values["time"])
        if "value" in values:
            attributes["value"] = amount(values["value"])
        if "value_currency" in values:
            attributes["value_currency"] = text("value_currency", values["value_currency"])
        event, who = compact({"type": "event", "attributes": attributes}), compact(profile)
        size = len(encoded(event)) + len(encoded(who))
        if size > MOST_BYTES // 2:
            raise Reject(f"{size:,} bytes are too many for one event")
        uses = tuple((f"{name}={profile[name]}", metric, unique_id) for name in IDENTIFIERS if name in profile)
        return Record(number, who, event, uses)


@dataclass
class Batch:
    """Events of one request, by profile. `unsure`: it was sent before, and nobody knows whether it was taken."""

    groups: dict[str, list[Record]] = field(default_factory=dict)
    uses: dict[tuple[str, str, str], Record] = field(default_factory=dict)
    count: int = 0
    size: int = len(HEAD) + len(TAIL)  # bytes as sent, at most
    unsure: bool = False

    def takes(self, record: Record) -> bool:
        """Whether the event fits; then it is in."""
        added = len(encoded(record.event)) + 1
        if record.profile not in self.groups:
            added += len(GROUP) + len(encoded(record.profile))
        if self.count == MOST_RECORDS or self.size + added > MOST_BYTES or any(use in self.uses for use in record.uses):
            return False
        self.groups.setdefault(record.profile, []).append(record)
        self.uses.update(dict.fromkeys(record.uses, record))
        self.count += 1
        self.size += added
        return True

    @property
    def records(self) -> list[Record]:
        return [record for records in self.groups.values() for record in records]

    def payload(self, tail: str) -> bytes:
        groups = (
            GROUP % (profile, ",".join(record.event for record in records)) for profile, records in self.groups.items()
        )
        return encoded(HEAD + ",".join(groups) + tail)

    def blamed(self, pointer: str) -> list[Record]:
        """The events that a pointer into the body names."""
        match, groups = POINTER.search(pointer), list(self.groups.values())
        if not match or int(match[1]) >= len(groups):
            return []
        group = groups[int(match[1])]
        return group if match[2] is None else group[int(match[2]) : int(match[2]) + 1]


def batch_of(records: list[Record], unsure: bool = False) -> Batch:
    batch = Batch(unsure=unsure)
    for record in records:
        batch.takes(record)
    return batch


def record_of(builder: Builder, number: int, row: Row) -> Record | str:
    """What is sent; a text says why the row cannot be."""
    try:
        return builder.record(number, row)
    except Reject as reason:
        return str(reason)
    except RecursionError:
        return "it nests too deep"


def batches_of(
    builder: Builder, rows: Iterator[tuple[int, Row]], done: "Journal", refused: "Rejects"
) -> Iterator[Batch]:
    """What is not done, in batches; what cannot be sent is in the rejects.

    Rows that are done take their places all the same: so every run finds the same batches and the same clashes.
    """
    batch = Batch()
    for number, row in rows:
        record = record_of(builder, number, row)
        if isinstance(record, str):
            if number not in done:  # as it was sent with another mapping
                refused.add(number, record)
            continue
        former = next((batch.uses[use] for use in record.uses if use in batch.uses), None)
        if former and record.same(former):
            done.repeated += number not in done
        elif former and (reason := record.clash(former)):
            if number not in done:
                refused.add(number, reason)
        elif not batch.takes(record):
            yield from left(batch, done)
            batch = batch_of([record])
    yield from left(batch, done)


def left(batch: Batch, done: "Journal") -> Iterator[Batch]:
    """What of a batch is not done."""
    records = [record for record in batch.records if record.row not in done]
    if records:
        yield batch if len(records) == batch.count else batch_of(records)


def preview(builder: Builder, rows: Iterator[tuple[int, Row]], folder: str) -> dict[str, Any]:
    """What would be sent: counts, reasons for rejects (how many rows, the first), and the beginning of the body."""
    refused, first, good = Rejects(Path(folder) / "rejects.csv"), Batch(), 0
    with Journal(Path(folder) / "journal", {}) as done, refused:
        for batch in batches_of(builder, rows, done, refused):
            good += batch.count
            if not first.count:
                first = batch_of(batch.records[:1])
    return {
        NOUN: good,
        "rejected": refused.count,
        "repeated": done.repeated,
        "reasons": refused.reasons,
        "body": json.loads(first.payload(builder.tail)) if good else None,
    }


# --- values ----------------------------------------------------------------------------------------------------------


class Reject(Exception):
    """Why a row cannot be sent."""


def mapped(columns: list[str], mapping: dict[str, str], without: tuple[str, ...] = ()) -> dict[str, str]:
    """Which column holds what: as `mapping` says, else as the columns' names tell."""
    if not isinstance(mapping, dict):
        raise ImportFailed('mapping must be an object such as {"email": "Customer"}')
    faults = [f"{name} is not one of {', '.join(NAMES)}" for name in mapping if name not in NAMES]
    faults += [
        f'there is no column "{column}"; the columns are {", ".join(columns)}'
        for column in mapping.values()
        if column and column not in columns
    ]
    if faults:
        raise ImportFailed("mapping: " + "; ".join(faults))
    columns_of = {name: column for name, column in mapping.items() if column}
    free = {letters(column): column for column in reversed(columns) if column not in columns_of.values()}
    for name, synonyms in SYNONYMS.items():
        known = [word for word in (letters(name), *synonyms.split()) if word in free]
        if known and name not in mapping and name not in without:
            columns_of[name] = free.pop(known[0])
    if not any(name in columns_of for name in IDENTIFIERS):
        raise ImportFailed(
            f"no column identifies a profile ({', '.join(IDENTIFIERS)}); the columns are {', '.join(columns)}"
        )
    return {name: columns_of[name] for name in NAMES if name in columns_of}


def letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name.lower())


def cells_of(row: Row, columns_of: dict[str, str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a row holds, by column, and by the names in `columns_of`."""
    if isinstance(row, str):
        raise Reject(row)
    cells = {column: cell(column, value) for column, value in row.items()}
    cells = {column: value for column, value in cells.items() if value not in (None, "")}
    return cells, {name: cells[column] for name, column in columns_of.items() if column in cells}


def profile_of(values: dict[str, Any], columns_of: dict[str, str]) -> dict[str, str]:
    """Who it is; Reject where nobody can tell."""
    profile = {name: text(name, values[name]) for name in PROFILE if name in values}
    if not any(name in profile for name in IDENTIFIERS):
        raise Reject(f"it has none of {', '.join(columns_of[name] for name in IDENTIFIERS if name in columns_of)}")
    if "phone_number" in profile:
        # As people write it: +1 (202) 555-0142
        phone_number = re.sub(r"(?<=.)[\s().-]", "", profile["phone_number"])
        if not re.fullmatch(r"\+[1-9][0-9]{1,14}", phone_number):
            raise Reject(f"phone_number is not in E.164 format such as +12025550142: {profile['phone_number']:.40}")
        profile["phone_number"] = phone_number
    if not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", profile.get("email", "a@b.c")):
        raise Reject(f"email is not an email address: {profile['email']:.40}")
    return profile


def cell(column: str, value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, str):
        if len(value) > MOST_STRING // 4 and len(encoded(value)) > MOST_STRING:
            raise Reject(f"{column} has over {MOST_STRING:,} bytes")
        if value[:1] == "'" and re.fullmatch(r"'[+\d][\d .()/-]*", value):
            return value[1:]  # a number that a spreadsheet was to keep as text
        return value.strip() if len(value) < 1000 else value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, (bytes, bytearray)):
        try:
            return value.decode()
        except UnicodeDecodeError:
            raise Reject(f"{column} is binary") from None
    if isinstance(value, dict):
        return {str(name): cell(column, item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [cell(column, item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def text(name: str, value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # a column of ids with gaps, as pandas writes it
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return str(value)
    raise Reject(f"{name} is not text")


def digest(value: Any) -> str:
    """The same for the same value, whenever it is read."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()[:32]


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def encoded(text: str) -> bytes:
    """UTF-8; a lone surrogate becomes its JSON escape."""
    return text.encode(errors="backslashreplace")


def moment(value: Any) -> str:
    """ISO 8601; a number is seconds or milliseconds since 1970."""
    try:
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise ValueError
        if not isinstance(value, str) or re.fullmatch(r"\d{9,13}", value):
            number = float(value)
            instant = datetime.fromtimestamp(number / 1000 if number > 1e11 else number, UTC)
        else:
            # As spreadsheets and shops write it: 2026-11-20 09:30:00 +0100, 2026-11-20 09:30:00 UTC
            instant = datetime.fromisoformat(re.sub(r" (?=[+-]\d\d:?\d\d$)", "", value.removesuffix(" UTC")))
    except (ValueError, OverflowError, OSError):
        raise Reject(f"time is not a time such as 2026-11-20T09:30:00+01:00: {value!s:.40}") from None
    instant = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    if instant.year <= 1990 or instant > datetime.now(UTC) + timedelta(days=366):
        raise Reject(f"time is before 1991 or more than a year ahead: {value!s:.40}")
    return instant.isoformat()


def amount(value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        raise Reject(f"value is not a number: {value!s:.40}") from None
    if not math.isfinite(number) or isinstance(value, bool) or "_" in str(value):
        raise Reject(f"value is not a number: {value!s:.40}")
    return number


# --- reading ---------------------------------------------------------------------------------------------------------


def local(source: Any, folder: str) -> tuple[str | list[Any], str]:
    """The source as a local file or a list, and a name for it. Other files are downloaded into `folder`."""
    if isinstance(source, list):
        return source, "rows"
    address = source.get("s3") if isinstance(source, dict) else source
    if not isinstance(address, str) or not address:
        raise ImportFailed("source must be the path or URL of a file, an S3 object, or a list of objects")
    is_s3 = isinstance(source, dict) or address.startswith("s3://")
    name = Path(re.sub(r"[?#].*$", "", address) if "://" in address else address).name
    if suffix_of(name) not in SUFFIXES:
        raise ImportFailed(f"{name} is not one of {', '.join(SUFFIXES)}, with or without .gz; save it as CSV in UTF-8")
    if not (is_s3 or address.startswith(("http://", "https://"))):
        return filled(address), address
    file = Path(folder) / name
    try:
        if is_s3:
            with wmill.load_s3_file_reader(source) as reader, file.open("wb") as copy:
                while chunk := reader.read(1_000_000):
                    copy.write(chunk)
        else:
            with requests.get(address, stream=True, timeout=TIMEOUT) as response, file.open("wb") as copy:
                response.raise_for_status()
                for chunk in response.iter_content(1_000_000):
                    copy.write(chunk)
    except Exception as error:  # Windmill's client raises what it likes
        message = re.sub(r"\?\S+|(?<=//)[^/\s@]*@", "", f"{address} cannot be read: {error}")  # signatures, passwords
        raise ImportFailed(message) from None
    return filled(str(file)), name


def filled(path: str) -> str:
    if Path(path).exists() and not Path(path).stat().st_size:
        raise ImportFailed(f"{path} is empty")
    return path


SUFFIXES = (".csv", ".tsv", ".jsonl", ".ndjson", ".parquet")


def suffix_of(name: str) -> str:
    return Path(name.removesuffix(".gz")).suffix.lower()


def rows_of(source: str | list[Any]) -> Iterator[tuple[int, Row]]:
    """The rows with their numbers from 1, read as they are asked for."""
    number = 0
    try:
        if isinstance(source, list):
            rows: Iterator[Row] = (row if isinstance(row, dict) else "it is not a JSON object" for row in source)
        elif suffix_of(source) == ".parquet":
            rows = parquet(source)
        else:
            rows = lines_of_csv(source) if suffix_of(source) in (".csv", ".tsv") else lines_of_json(source)
        for number, row in enumerate(rows, 1):
            yield number, row
    except UnicodeDecodeError:
        raise ImportFailed(f"{source} is not in UTF-8, somewhere after row {number}; save it in UTF-8") from None
    except (OSError, EOFError, zlib.error, duckdb.Error) as error:
        where = f" after row {number}" if number else ""
        raise ImportFailed(f"{source} cannot be read{where}: {error}") from None


def opened(path: str) -> TextIOWrapper:
    """As text."""
    with Path(path).open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"  # whatever its name is: on the way, a download may have been unpacked
    binary = gzip.open(path) if packed else Path(path).open("rb")  # noqa: SIM115  # closed with the text
    return TextIOWrapper(binary, encoding="utf-8-sig", newline="")


class Lines:
    """Lines of a file; those of the last row can be given back, so that they are read once more.

    Of one that is longer than any row may be only the beginning comes, which is rejected for its length.
    """

    def __init__(self, file: TextIOWrapper) -> None:
        self.row: list[str] = []
        self.number = 0  # of the line last read
        self._file, self._again = file, deque[str]()

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        if self._again:
            line = self._again.popleft()
        else:
            line = rest = self._file.readline(MOST_LINE)
            while len(rest) == MOST_LINE and not rest.endswith("\n"):
                rest = self._file.readline(MOST_LINE)
        if not line:
            raise StopIteration
        self.row.append(line)
        self.number += 1
        return line

    def give_back(self) -> None:
        """All but the first of this row."""
        self._again.extendleft(reversed(self.row[1:]))
        self.number -= len(self.row) - 1


def header(path: str) -> tuple[list[str], str, int]:
    """The columns of a table, what stands between them, and how many lines come before them."""
    with opened(path) as file:
        head = file.readline(MOST_LINE)
        above = 0
        if "\0" in head:  # as UTF-16 has it, and a spreadsheet of another name
            raise ImportFailed(f"{path} is not in UTF-8; save it as CSV in UTF-8")
        if re.fullmatch(r"sep=.\s*", head):  # Excel's way to say it
            delimiter, above = head[4], 1
        elif suffix_of(path) == ".tsv" or "\t" in head:
            delimiter = "\t"
        else:  # whichever of these a spreadsheet has put between the names
            delimiter = max(",;|", key=re.sub(r'"[^"]*"', "", head).count)
        file.seek(0)
        lines = Lines(file)
        try:
            cells = next(islice(csv.reader(lines, delimiter=delimiter, strict=True), above, None), [])
        except csv.Error as error:
            raise ImportFailed(f"the header of {path} cannot be read: {error}") from None
        return names(cells), delimiter, lines.number


def lines_of_csv(path: str) -> Iterator[Row]:
    """csv, not DuckDB, whose reader ends at the first line that is wrong, or drops long ones without a word."""
    csv.field_size_limit(2 * MOST_LINE)
    columns, delimiter, above = header(path)
    with opened(path) as file:
        lines = Lines(file)
        for _ in islice(lines, above):
            pass
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        while True:
            lines.row.clear()
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                lines.give_back()  # an opening quote may have swallowed good rows
                yield f"line {lines.number}: {error}"
                continue
            if len(cells) > len(columns) and not any(cells[len(columns) :]):
                cells = cells[: len(columns)]  # a comma at the end
            if len(cells) == len(columns):
                yield dict(zip(columns, cells, strict=True))
            elif cells:  # not a blank line
                yield f"it has {len(cells)} cells, the header has {len(columns)}"


def names(cells: list[str]) -> list[str]:
    """Columns as the header names them, made distinct."""
    columns: list[str] = []
    for number, name in enumerate(cells, 1):
        name = name.strip() or f"column {number}"
        while name in columns:
            name += f" {number}"
        columns.append(name)
    return columns


def lines_of_json(path: str) -> Iterator[Row]:
    """json, not DuckDB, which would make one type of all values of a name."""
    with opened(path) as file:
        lines = Lines(file)
        for line in lines:
            lines.row.clear()
            if not line.isspace():
                try:
                    row = json.loads(line)
                except (ValueError, RecursionError) as error:
                    yield f"it is not JSON: {error}"
                else:
                    yield row if isinstance(row, dict) else "it is not a JSON object"


def parquet(path: str) -> Iterator[Row]:
    connection = duckdb.connect()
    # A row group is read in pieces, not at once; the limit is for files whose pages are that large.
    connection.execute("SET threads = 1; SET memory_limit = '1GB'; SET disable_parquet_prefetching = true")
    connection.execute("SET preserve_insertion_order = true; SET TimeZone = 'UTC'")
    cursor = connection.execute("SELECT * FROM read_parquet(?, hive_partitioning = false)", [path])
    columns = [column[0] for column in cursor.description or ()]
    while rows := cursor.fetchmany(1000):
        for row in rows:
            yield dict(zip(columns, row, strict=True))


def survey(source: str | list[Any]) -> tuple[list[str], int]:
    """All columns, and the number of rows."""
    columns: dict[str, None] = {}
    count = 0
    for count, row in rows_of(source):  # noqa: B007  # the last number is how many there are
        if isinstance(row, dict) and len(columns) < MOST_COLUMNS and not row.keys() <= columns.keys():
            columns.update(dict.fromkeys(row))
    if count and not columns and isinstance(source, str) and suffix_of(source) in (".csv", ".tsv"):
        return header(source)[0], count  # not one row was good
    return list(columns), count


def content_of(source: str | list[Any]) -> str:
    """Changes when what is in the source does."""
    if isinstance(source, list):
        return digest(source)
    with Path(source).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:32]


# --- remembering -----------------------------------------------------------------------------------------------------

STATE = os.environ.get("WM_STATE_PATH_NEW") or os.environ.get("WM_STATE_PATH")  # set where Windmill runs the script


def tolerated(what: str, call: Callable[[], Any]) -> bool:
    """Whether a call to Windmill succeeds; where it fails the log says so, and the import goes on."""
    try:
        call()
    except Exception as error:  # Windmill's client raises what it likes
        print(f"Windmill cannot {what}: {error!s:.300}", file=sys.stderr)
        return False
    return True


class Journal:
    """Which rows Klaviyo has accepted, kept where it outlives the script: in a file, or in Windmill's state.

    The file has a line `first-last` for rows that follow each other. The state has a bit for each row.
    """

    def __init__(self, path: Path | None, of: dict[str, str]) -> None:
        """`of`: what is imported, by digest: of its content and so on."""
        self.repeated = 0
        self._of = of
        self._rows = bytearray()
        self._lock = threading.Lock()
        self._state = f"{STATE}_{digest(of)[:12]}"
        self._file = locked(path) if path else None
        try:
            self.resumed = self._read_file(self._file) if self._file else self._read_state()
        except BaseException:
            self.__exit__()
            raise

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()

    def within(self, first: int, last: int) -> int:
        """How many of these rows are done."""
        return sum(number in self for number in range(first, min(last, 8 * len(self._rows)) + 1))

    def __contains__(self, number: int) -> bool:
        return number // 8 < len(self._rows) and bool(self._rows[number // 8] >> number % 8 & 1)

    def add(self, numbers: list[int]) -> None:
        """Klaviyo has accepted these rows."""
        with self._lock:
            self._mark(numbers)
            self._keep(spans(sorted(numbers)))

    def _mark(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._rows.extend(bytes(max(0, number // 8 + 1 - len(self._rows))))
            self._rows[number // 8] |= 1 << number % 8

    def _keep(self, lines: list[str]) -> None:
        if self._file:
            self._file.writelines(f"{line}\n" for line in lines)
            self._file.flush()
            os.fsync(self._file.fileno())
        else:
            value: dict[str, Any] = {"rows": base64.b64encode(zlib.compress(self._rows)).decode()}
            tolerated("keep what is done", lambda: wmill.set_state(value, path=self._state))

    def _read_file(self, file: TextIO) -> bool:
        """Whether it was begun. A line that was cut off by a crash does not count, and must not run into the next."""
        file.seek(0)
        text = file.read()
        first = " ".join(f"{name}={value}" for name, value in self._of.items()) + "\n"
        begun = not first.startswith(text)  # it may have been cut off in its first line
        head, *lines = text.splitlines(keepends=True) or [""]
        former = dict(word.split("=", 1) for word in head.split() if "=" in word)
        other = [name for name, value in self._of.items() if former.get(name) != value]
        if begun and other:
            raise ImportFailed(
                f"{file.name} was written by another import; different: {', '.join(other)}."
                " Name another journal, or remove this one to start over"
            )
        lines = [line for line in lines if line.endswith("\n")]
        for line in lines:
            self._mark(in_span(line))
        # Only what was cut off goes: a crash here must not take the rest.
        file.truncate(len(text[: text.rindex("\n") + 1].encode()) if "\n" in text else 0)
        if "\n" not in text:
            file.write(first)
            file.flush()
        return "\n" in text

    def _read_state(self) -> bool:
        try:
            windmill = wmill.Windmill()  # type: ignore[no-untyped-call]
            if not windmill.get(f"w/{windmill.workspace}/resources/exists/{self._state}").json():
                return False
            state: Any = windmill.get_resource(self._state)  # get_state gives None where it fails
            self._rows = bytearray(zlib.decompress(base64.b64decode(state["rows"])))
        except Exception as error:  # Windmill's client raises what it likes
            raise ImportFailed(f"Windmill's state {self._state} cannot be read: {error!s:.300}") from None
        return True


def locked(path: Path) -> TextIO:
    """The journal, for this run alone."""
    try:
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise ImportFailed(f"the journal {path} cannot be written: {error}") from None
    if sys.platform != "win32":
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ImportFailed(f"another run is using {path}") from None
    return file


def spans(numbers: list[int]) -> list[str]:
    """`first-last` for numbers that follow each other; the order of the numbers is kept."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return [f"{first}-{last}" for first, last in ranges]


def in_span(span: str) -> range:
    """Empty where it is something else."""
    match = re.fullmatch(r"(\d{1,12})-(\d{1,12})\s*", span)
    return range(int(match[1]), int(match[2]) + 1) if match else range(0)


class Rejects:
    """Rows that cannot be sent, with the reason: a CSV file, made at the first of them, in Windmill an S3 object."""

    def __init__(self, path: Path) -> None:
        self.path, self.count = path, 0
        self.reasons: dict[str, dict[str, int | None]] = {}  # how many rows, and the first of them
        self._file: TextIO | None = None
        self._lock = threading.Lock()
        try:
            if path.is_file():
                path.unlink()  # of the run before: what is still wrong is rejected again
            if not path.parent.is_dir():
                raise FileNotFoundError(f"there is no folder {path.parent}")
        except OSError as error:
            raise ImportFailed(f"the rejects {path} cannot be written: {error}") from None

    def __enter__(self) -> "Rejects":
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()

    def add(self, number: int | None, reason: str) -> None:
        kind = re.sub(r"(?<= )\d+(?:,\d{3})*(?![\w.])", "N", reason.partition(": ")[0])
        with self._lock:
            self.count += 1
            if kind in self.reasons or len(self.reasons) < 20:
                reasons = self.reasons.setdefault(kind, {"rows": 0, "first": number})
                reasons["rows"] = (reasons["rows"] or 0) + 1
            if self._file is None:
                self._file = self.path.open("w", encoding="utf-8", newline="")
                csv.writer(self._file).writerow(["row", "reason"])
            csv.writer(self._file).writerow([number, reason.encode(errors="replace").decode()])
            self._file.flush()

    def kept(self, key: str) -> str | dict[str, str] | None:
        """Where they are: the file's path; in Windmill the S3 object, or, without object storage, the log."""
        if not self.count or not STATE:
            return str(self.path) if self.count else None
        with self.path.open("rb") as file:
            if tolerated("keep the rejects", lambda: wmill.write_s3_file({"s3": key}, file)):
                return {"s3": key}
        with self.path.open(encoding="utf-8") as lines:
            print("The first of them:", *map(str.rstrip, islice(lines, 101)), sep="\n", file=sys.stderr)
        return None


class Progress:
    """A bar in a terminal; elsewhere a line now and then, and in Windmill its own progress."""

    def __init__(self, total: int, before: int) -> None:
        self._bar = tqdm(total=total, initial=before, unit=f" {NOUN}", unit_scale=True, disable=not sys.stderr.isatty())
        self._total, self._before, self._started = total, before, time.monotonic()
        self._next = self._started + LOG_EVERY
        self._windmill = bool(STATE)

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def show(self, now_done: int) -> None:
        done = min(self._total, self._before + now_done)
        if not self._bar.disable:
            self._bar.update(done - self._bar.n)
        elif (now := time.monotonic()) >= self._next:
            self._next = now + LOG_EVERY
            elapsed = now - self._started
            line = tqdm.format_meter(done, self._total, elapsed, unit=f" {NOUN}", unit_scale=True, initial=self._before)
            print(line, file=sys.stderr)
            percent = 100 * done // self._total
            if self._windmill:
                self._windmill = tolerated("show progress", lambda: wmill.set_progress(min(percent, 99)))


# --- sending ---------------------------------------------------------------------------------------------------------


class ImportFailed(Exception):
    """`summary`: what was done until then."""

    def __init__(self, message: str, summary: dict[str, Any] | None = None) -> None:
        super().__init__(message[:2000])
        self.summary = summary


def key_of(auth: klaviyo) -> str:
    key = auth.get("apiKey") if isinstance(auth, dict) else None
    if isinstance(key, str) and re.fullmatch("[!-~]+", key):
        return key
    raise ImportFailed("auth.apiKey is missing, or no private API key in printable ASCII")


def transfer(
    auth: klaviyo,
    revision: str,
    source: Any,
    builder_of: Callable[[list[str]], Builder],
    about: dict[str, Any],
    dry_run: bool,
    files: tuple[str | None, str | None, str],
    part: tuple[int, int | None],
    share: float,
) -> dict[str, Any]:
    """The whole way from a source to the summary. `files`: of rejects and journal, and what their names end with."""
    key, started = key_of(auth), time.monotonic()
    if not (isinstance(revision, str) and re.fullmatch(r"\d{4}-\d\d-\d\d(\.\w+)?", revision)):
        raise ImportFailed("revision must be a date such as 2026-10-15")
    first, last = part
    with tempfile.TemporaryDirectory() as folder:
        source, name = local(source, folder)
        columns, count = survey(source)
        builder = builder_of(columns) if count else Builder({})
        for held, column in builder.columns_of.items():
            print(f"{held} is {column}", file=sys.stderr)
        others = [column for column in columns if column not in builder.columns_of.values()]
        more = f" and {len(others) - 12} more" if len(others) > 12 else ""
        print(f"properties are {', '.join(others[:12]) or 'none'}{more}", file=sys.stderr)
        for note in [*builder.notes(), *([] if count else [f"{name} has no rows"])]:
            print(note, file=sys.stderr)
        rows = islice(rows_of(source), first - 1, last)
        if dry_run:
            return preview(builder, rows, folder)
        rejects_file, journal_file, suffix = files
        of = {"content": content_of(source), "account": digest(["account", key]), **about}
        beside = Path(folder if STATE else ".") / f"{name}{suffix}"
        journal = Path(journal_file or f"{beside}.journal") if journal_file or not STATE else None
        rejected = Path(f"{beside}.rejects.csv") if STATE or not rejects_file else Path(rejects_file)
        used = [Path(path).resolve() for path in (source, journal) if isinstance(path, (str, Path))]
        if rejected.resolve() in used:
            raise ImportFailed(f"the rejects cannot be {rejected}, which is the source or the journal")
        if isinstance(source, str) and journal and journal.resolve() == Path(source).resolve():
            raise ImportFailed(f"the journal cannot be {journal}, which is the source")
        with Journal(journal, of) as done, Rejects(rejected) as refused:
            before = done.within(first, last or count)
            sender = Sender(key, revision, share, builder, done, refused)
            total = max(0, min(count, last or count) - first + 1)
            stopped = run(builder, rows, sender, Progress(total, before))
            sender.close()
            kept = refused.kept(rejects_file or f"klaviyo_imports/{os.environ.get('WM_JOB_ID')}/{refused.path.name}")
    summary = {
        "sent": sender.sent,
        "rejected": refused.count,
        "repeated": done.repeated,
        "before": before,
        "batches": sender.batches,
        "retries": sender.retries,
        "seconds": round(time.monotonic() - started, 1),
        "rejects": kept,
    }
    if stopped:
        raise ImportFailed(f"{stopped}. {sender.sent:,} {NOUN} were sent; run it again to continue", summary)
    return summary


def run(builder: Builder, rows: Iterator[tuple[int, Row]], sender: "Sender", progress: Progress) -> str | None:
    """Send everything that is not done; the reason where it had to stop."""
    done, refused = sender.done, sender.refused
    batches = batches_of(builder, rows, done, refused)
    waiting: deque[Batch] = deque()
    running: set[Future[list[Batch]]] = set()
    with progress, ThreadPoolExecutor(IN_FLIGHT) as pool:
        try:
            while not sender.stop:
                while len(running) < IN_FLIGHT and (batch := waiting.popleft() if waiting else next(batches, None)):
                    running.add(pool.submit(sender.send, batch))
                if not running:
                    break
                finished, running = wait(running, timeout=1, return_when=FIRST_COMPLETED)
                for future in finished:
                    waiting.extend(future.result())  # what of a refused batch is worth another try
                progress.show(sender.sent + refused.count + done.repeated)
            for future in running:
                future.result()
        except KeyboardInterrupt:
            sender.stop = "Stopped"  # what is in flight ends, nothing else begins
        except BaseException:
            sender.stop = "Stopped"
            raise
    return sender.stop


@dataclass
class Sender:
    """Sends from several threads, at Klaviyo's pace. `stop`: why nothing more can be sent."""

    key: str
    revision: str
    share: float
    builder: Builder
    done: Journal
    refused: Rejects
    sent: int = 0
    batches: int = 0
    retries: int = 0
    stop: str | None = None

    def __post_init__(self) -> None:
        rates = [Rate(max(1, int(rate.limit * self.share)), rate.interval) for rate in RATES]
        self._limiters = {name: Limiter(rates) for name in ("post",)}
        self._lock = threading.Lock()
        self._local = threading.local()
        self._resume = 0.0  # monotonic time before which nothing is sent
        self._alone = 0  # rows that were refused alone, before any was accepted

    def close(self) -> None:
        """End the limiters' threads: a worker may run many imports."""
        for limiter in self._limiters.values():
            for bucket in limiter.buckets():
                limiter.dispose(bucket)

    def ask(
        self,
        method: str,
        path: str,
        payload: bytes | None = None,
        *,
        endpoint: str = "post",
        final: tuple[int, ...] = (),
    ) -> tuple[requests.Response | None, bool]:
        """Klaviyo's answer, a success or a refusal of what was sent; None where all has to stop.

        And whether a try before it may have been accepted as well. `final`: what else is an answer.
        """
        success = 202 if method == "POST" else 200  # anything else may come from a proxy
        unsure, failures, waited = False, 0, 0.0
        while True:
            response = self._once(method, path, payload, endpoint)
            status = response.status_code if response is not None else None
            if status in (success, 400, 409, 413, 422, *final):
                return response, unsure
            if self.stop:
                return None, unsure
            asked = response.headers.get("Retry-After") if response is not None else None
            if status == 429:
                pause = seconds(asked, 2)
            elif status is None or status >= 500:
                unsure, failures, pause = True, failures + 1, seconds(asked, 2.0**failures)
            else:
                self._end(f"Klaviyo answers {status}: {self._shown(response)}")
                return None, unsure
            waited += pause
            if waited > LONGEST_WAIT:
                self._end(f"Klaviyo asks to wait {waited:,.0f} seconds")
            elif failures == TRIES:
                self._end(f"Klaviyo gave no answer in {TRIES} tries" + (f", at last {status}" if status else ""))
            if self.stop:
                return None, unsure
            self._resume = max(self._resume, time.monotonic() + pause)
            with self._lock:
                self.retries += 1

    def _once(self, method: str, path: str, payload: bytes | None, endpoint: str) -> requests.Response | None:
        """The answer; None where none came."""
        while True:
            self._rest(self._resume - time.monotonic())
            while not (self.stop or self._limiters[endpoint].try_acquire(endpoint, blocking=False)):
                time.sleep(0.05)
            if self.stop:
                return None
            if self._resume <= time.monotonic():
                break  # nobody was asked to wait in the meantime
        if not hasattr(self._local, "session"):
            self._local.session = requests.Session()
        headers = {"Accept": "application/vnd.api+json", "revision": self.revision}
        if payload is not None:
            headers["Content-Type"] = "application/vnd.api+json"

        def authorize(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
            prepared.headers["Authorization"] = f"Klaviyo-API-Key {self.key}"
            return prepared

        try:
            response: requests.Response = self._local.session.request(
                method,
                f"{API}{path}",
                data=payload,
                headers=headers,
                auth=authorize,
                timeout=TIMEOUT,
                allow_redirects=False,
            )
        except requests.RequestException:
            return None
        if response.headers.get("RateLimit-Remaining") == "0" and response.status_code != 429:
            pause = min(LONGEST_WAIT, seconds(response.headers.get("RateLimit-Reset"), 1))
            if (
                pause > 1
            ):  # the limiters see to the seconds; to wait a whole one each time would cost a tenth of the rate
                self._resume = max(self._resume, time.monotonic() + pause)
        return response

    def _end(self, reason: str) -> None:
        with self._lock:
            self.stop = self.stop or reason

    def _rest(self, wait: float) -> None:
        until = time.monotonic() + wait
        while (left := until - time.monotonic()) > 0 and not self.stop:
            time.sleep(min(left, 1))

    def _shown(self, response: requests.Response | None) -> str:
        return "" if response is None else response.text.replace(self.key, "***")[:300]

    def accept(self, records: list[Record]) -> None:
        self.done.add([record.row for record in records])
        with self._lock:
            self.sent += len(records)
            self.batches += 1

    def refuse(self, batch: Batch, response: requests.Response) -> list[Batch]:
        """Reject the rows that Klaviyo's pointers name; without pointers, halve until there is one row."""
        records = batch.records
        named: dict[Record, str] = {}
        recorded: set[Record] = set()
        everything = False
        for error in listed(response, "errors"):
            pointer = str(inside(error, "source", "pointer"))
            reason = str(error.get("detail") or error.get("title"))
            if batch.unsure and pointer.endswith("/unique_id") and re.search("duplicat|already|exist", reason, re.I):
                recorded.update(batch.blamed(pointer))  # accepted the first time
            else:
                named.update(dict.fromkeys(batch.blamed(pointer), reason))
                everything = everything or bool(re.match("/data/(type|relationships)", pointer))
        if recorded:
            self.accept(list(recorded))
        elif everything and not named:
            self._end(f"Klaviyo refuses all rows: {self._shown(response)}")
            return []
        elif not named and len(records) > 1:
            half = len(records) // 2
            return [batch_of(records[:half], batch.unsure), batch_of(records[half:], batch.unsure)]
        elif not named:
            named = {records[0]: self._shown(response)}
            self._alone += not self.sent
            if self._alone > MOST_ALONE:
                self._end(f"Klaviyo refuses one row after another: {self._shown(response)}")
        for record, reason in named.items():
            if record not in recorded:
                self.reject(record.row, reason)
        rest = [record for record in records if record not in named and record not in recorded]
        return [batch_of(rest, batch.unsure)] if rest else []

    def reject(self, row: int | None, reason: str) -> None:
        self.refused.add(row, f"Klaviyo: {reason.replace(self.key, '***')[:300]}")

    def send(self, batch: Batch) -> list[Batch]:
        """Send until the outcome is known; give what of it is to be sent anew."""
        response, unsure = self.ask("POST", PATH, batch.payload(self.builder.tail))
        # It may be the run before that was stopped on the way.
        batch.unsure = batch.unsure or unsure or self.done.resumed
        if response is None:
            return []
        if response.status_code != 202:
            return self.refuse(batch, response)
        self.accept(batch.records)
        return []


def decoded(response: requests.Response) -> Any:
    """What an answer says, which may be anything; None where it is not JSON."""
    try:
        return response.json()
    except (ValueError, RecursionError):
        return None


def inside(value: Any, *names: str) -> Any:
    """What an answer has under these names, one in the other; None where it has not."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def listed(response: requests.Response, name: str) -> list[dict[str, Any]]:
    """The objects in a list of an answer."""
    entries = inside(decoded(response), name)
    return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []


def seconds(header: str | None, otherwise: float) -> float:
    return max(1, float(header)) if header and re.fullmatch(r"\d{1,9}", header) else otherwise


if __name__ == "__main__":
    try:
        arguments = json.load(sys.stdin.buffer)
    except ValueError as failure:
        sys.exit(f"stdin must be a JSON object with the arguments of main: {failure}")
    try:
        print(json.dumps(main(**arguments), indent=2, ensure_ascii=False))
    except (ImportFailed, TypeError) as failure:
        sys.exit(f"{type(failure).__name__}: {failure}")
