# /// script
# requires-python = ">=3.11"
# dependencies = ["duckdb", "pyrate-limiter", "requests", "tqdm"]
# ///
"""Import Events: a file or table of events into Klaviyo, by POST /api/event-bulk-create-jobs

Reads CSV, JSON Lines or Parquet (a path or URL) or a list of rows, groups the rows by profile and sends them in batches
of at most 1,000 events and 5,000,000 bytes, as fast as Klaviyo takes them: 10 requests a second, 150 a minute. Which
columns are what is guessed from their names and shown before anything is sent; `mapping` says otherwise, and
`dry_run` sends nothing.

A row that cannot be sent goes to the rejects file with its number and the reason; the rest goes on. A row without
unique_id gets a hash of what it holds, so that sending it again records nothing twice. What Klaviyo has accepted is
kept in a journal: started again with the same file, the script goes on where it was, whatever stopped it.
Reference: https://developers.klaviyo.com/en/reference/bulk_create_events
"""

import csv
import hashlib
import json
import math
import os
import re
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypedDict

import duckdb
import requests
from pyrate_limiter import Duration, Limiter, Rate
from tqdm import tqdm

API = "https://a.klaviyo.com"
RATES = [Rate(10, Duration.SECOND), Rate(150, Duration.MINUTE)]
TIMEOUT = (10, 60)  # seconds to connect, to read
IN_FLIGHT = 8
MOST_EVENTS, MOST_BYTES, MOST_STRING, MOST_PROPERTIES, MOST_NAME = 1000, 5_000_000, 100_000, 400, 127
TRIES = 6  # of a batch whose outcome is unknown or that Klaviyo is too busy for
LONGEST_WAIT = 300  # seconds that Klaviyo may ask for; longer, as a daily cap does, ends the run until later

IDENTIFIERS = ("email", "phone_number", "external_id", "anonymous_id")
PROFILE = (*IDENTIFIERS, "first_name", "last_name")
EVENT = ("metric", "time", "value", "value_currency", "unique_id")
# Names of columns by which each is known, in letters and digits alone.
SYNONYMS = {
    "email": "emailaddress customeremail useremail mail contactemail",
    "phone_number": "phone phonenumber mobile customerphone billingphone cell",
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
    source: Any,
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

    `source`: path or URL of a file, or a list of objects. `metric`: the name of all events, where no column has it.
    `mapping`: the column of each of email, phone_number, external_id, anonymous_id, first_name, last_name, metric, time,
    value, value_currency, unique_id; "" for none. All other columns become properties of the event.
    `rejects` and `journal`: files, beside the source by default. `first_row`, `last_row`: a part of the rows, from 1.
    `share`: of the account's rate, where others send at the same time.
    """
    key = key_of(auth)
    started = time.monotonic()
    is_url = isinstance(source, str) and "://" in source
    beside = Path(source).name if is_url else source if isinstance(source, str) else "rows"
    if last_row is not None:
        beside += f".{first_row}-{last_row}"
    if not (isinstance(share, (int, float)) and 0 < share <= 1):
        raise ImportFailed("share is a part of the account's rate: over 0, at most 1")
    columns, rows = table(source)
    rows = between(rows, first_row, last_row)
    columns_of = mapped(columns, mapping or {}, metric)
    for name, column in columns_of.items():
        print(f"{name} is {column}", file=sys.stderr)
    print(f"properties are {', '.join(others(columns, columns_of)) or 'none'}", file=sys.stderr)
    rejects_file, journal_file = Path(rejects or f"{beside}.rejects.csv"), Path(journal or f"{beside}.journal")
    builder = Builder(columns_of, metric)
    if dry_run:
        return preview(builder, rows)
    done = Journal(journal_file, fingerprint(source))
    with Rejects(rejects_file, done.resumed) as refused, done:
        sender = Sender(key, revision, share, done, refused)
        stopped = run(builder, rows, done, refused, sender)
    summary = {
        "sent": sender.sent,
        "rejected": refused.count,
        "repeated": done.repeated,
        "before": done.before,
        "batches": sender.batches,
        "retries": sender.retries,
        "seconds": round(time.monotonic() - started, 1),
        "rejects": str(rejects_file) if refused.count else None,
    }
    if stopped:
        raise ImportFailed(f"{stopped}. {sender.sent:,} events were sent; run again to go on from here", summary)
    return summary


def run(
    builder: "Builder",
    rows: Iterator[tuple[int, dict[str, Any]]],
    done: "Journal",
    refused: "Rejects",
    sender: "Sender",
) -> str | None:
    """Send everything that is not done; the reason where it had to stop."""
    batches = batches_of(builder, rows, done, refused)
    waiting: deque[Batch] = deque()
    running: set[Future[list[Batch]]] = set()
    bar = tqdm(unit=" events", unit_scale=True, disable=not sys.stderr.isatty())
    with bar, ThreadPoolExecutor(IN_FLIGHT) as pool:
        while not sender.stop:
            while len(running) < IN_FLIGHT and (batch := waiting.popleft() if waiting else next(batches, None)):
                running.add(pool.submit(sender.send, batch))
            if not running:
                break
            finished, running = wait(running, return_when=FIRST_COMPLETED)
            for future in finished:
                waiting.extend(future.result())  # what of a refused batch is worth another try
            bar.update(sender.sent - bar.n)
        for future in running:
            future.result()
    return sender.stop


class ImportFailed(Exception):
    """`summary`: what was done until then."""

    def __init__(self, message: str, summary: dict[str, Any] | None = None) -> None:
        super().__init__(message[:2000])
        self.summary = summary


class Reject(Exception):
    """Why a row cannot be sent."""


def key_of(auth: klaviyo) -> str:
    key = auth.get("apiKey") if isinstance(auth, dict) else None
    if isinstance(key, str) and re.fullmatch("[!-~]+", key):
        return key
    raise ImportFailed("auth.apiKey is no private API key in printable ASCII")


# --- reading ---------------------------------------------------------------------------------------------------------

READERS = {
    ".csv": "read_csv(?, header = true, all_varchar = true, max_line_size = 1000000, buffer_size = 4000000)",
    ".tsv": "read_csv(?, header = true, all_varchar = true, delim = '\\t', max_line_size = 1000000, buffer_size = 4000000)",
    ".jsonl": "read_json(?, format = 'newline_delimited', maximum_object_size = 2000000)",
    ".ndjson": "read_json(?, format = 'newline_delimited', maximum_object_size = 2000000)",
    ".parquet": "read_parquet(?)",
}


def table(source: Any) -> tuple[list[str], Iterator[tuple[int, dict[str, Any]]]]:
    """The columns, and the rows with their numbers from 1, read as they are asked for."""
    if isinstance(source, list):
        columns = list(dict.fromkeys(str(name) for row in source if isinstance(row, dict) for name in row))
        return columns, enumerate((row if isinstance(row, dict) else {} for row in source), 1)
    suffix = Path(re.sub(r"\?.*$", "", str(source)).removesuffix(".gz")).suffix.lower()
    if suffix not in READERS:
        raise ImportFailed(f"{source} is none of {', '.join(READERS)}")
    if str(source).startswith(("http://", "https://")):
        source = downloaded(source)
    connection = duckdb.connect()
    try:
        connection.execute("SET threads = 1; SET memory_limit = '64MB'; SET preserve_insertion_order = true")
        cursor = connection.execute(f"SELECT * FROM {READERS[suffix]}", [str(source)])  # noqa: S608  # READERS is ours
    except duckdb.Error as error:
        raise ImportFailed(f"{source} cannot be read: {error}") from None
    columns = [column[0] for column in cursor.description or ()]
    return columns, fetched(cursor, columns, str(source))


def between(
    rows: Iterator[tuple[int, dict[str, Any]]], first: int, last: int | None
) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, row in rows:
        if last is not None and number > last:
            return
        if number >= first:
            yield number, row


def downloaded(url: str) -> str:
    """A temporary file with what is at `url`: DuckDB would need an extension for it."""
    try:
        with requests.get(url, stream=True, timeout=TIMEOUT) as response:
            response.raise_for_status()
            suffixes = "".join(Path(re.sub(r"\?.*$", "", url)).suffixes[-2:])
            with tempfile.NamedTemporaryFile(suffix=suffixes, delete=False) as file:
                for chunk in response.iter_content(1_000_000):
                    file.write(chunk)
    except requests.RequestException as error:
        raise ImportFailed(f"{url} cannot be read: {error}") from None
    return file.name


def fetched(cursor: duckdb.DuckDBPyConnection, columns: list[str], source: str) -> Iterator[tuple[int, dict[str, Any]]]:
    number = 0
    while True:
        try:
            rows = cursor.fetchmany(1000)
        except duckdb.Error as error:
            raise ImportFailed(f"{source} cannot be read after row {number}: {error}") from None
        if not rows:
            return
        for row in rows:
            number += 1
            yield number, dict(zip(columns, row, strict=True))


def mapped(columns: list[str], mapping: dict[str, str], metric: str | None) -> dict[str, str]:
    """Which column holds what: as `mapping` says, else as the columns' names tell."""
    wrong = [name for name in mapping if name not in (*PROFILE, *EVENT)]
    missing = [column for column in mapping.values() if column and column not in columns]
    if wrong or missing:
        said = [f"{name} is none of {', '.join((*PROFILE, *EVENT))}" for name in wrong]
        raise ImportFailed("mapping: " + "; ".join(said + [f"there is no column {column}" for column in missing]))
    found = {name: column for name, column in mapping.items() if column}
    free = {
        re.sub(r"[\W_]", "", column.lower()): column for column in reversed(columns) if column not in found.values()
    }
    for name, synonyms in SYNONYMS.items():
        for known in (name.replace("_", ""), *synonyms.split()):
            if name not in mapping and name not in found and known in free and not (name == "metric" and metric):
                found[name] = free.pop(known)
    if not any(name in found for name in IDENTIFIERS):
        raise ImportFailed(
            f"no column identifies a profile ({', '.join(IDENTIFIERS)}); the columns are {', '.join(columns)}"
        )
    if "metric" not in found and not metric:
        raise ImportFailed("metric is needed: the name of the events, such as Placed Order, or a column that holds it")
    return {name: found[name] for name in (*PROFILE, *EVENT) if name in found}


def others(columns: list[str], columns_of: dict[str, str]) -> list[str]:
    return [column for column in columns if column not in columns_of.values()]


# --- building --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Event:
    """One row, ready to be sent. `profile`, `event`: as JSON."""

    row: int
    profile: str
    event: str
    uses: tuple[tuple[str, str, str], ...]  # identifier, metric, unique_id: no two alike in one batch


@dataclass
class Builder:
    """Rows to events."""

    columns_of: dict[str, str]
    metric: str | None

    def event(self, number: int, row: dict[str, Any]) -> Event:
        """Reject where it cannot be sent."""
        cells = {column: cell(column, value) for column, value in row.items()}
        cells = {column: value for column, value in cells.items() if value not in (None, "")}
        given = {name: cells.pop(column) for name, column in self.columns_of.items() if column in cells}
        profile = {name: text(name, given[name]) for name in PROFILE if name in given}
        identifiers = [f"{name}={profile[name]}" for name in IDENTIFIERS if name in profile]
        if not identifiers:
            raise Reject(
                f"none of {', '.join(self.columns_of[name] for name in IDENTIFIERS if name in self.columns_of)}"
            )
        if not re.fullmatch(r"\+[1-9][0-9]{1,14}", profile.get("phone_number", "+1234")):
            raise Reject("phone_number is not in E.164 format such as +12025550142")
        if not re.fullmatch(r"[^@\s]+@[^@\s]+", profile.get("email", "a@b")):
            raise Reject("email is no address")
        metric = text("metric", given.get("metric") or self.metric or "")
        if not 0 < len(metric) <= MOST_NAME:
            raise Reject(f"metric has {len(metric)} characters, not 1 to {MOST_NAME}")
        if len(cells) > MOST_PROPERTIES:
            raise Reject(f"{len(cells)} properties, of which Klaviyo takes {MOST_PROPERTIES}")
        unique_id = text("unique_id", given.get("unique_id") or digest(row))
        attributes: dict[str, Any] = {
            "metric": {"data": {"type": "metric", "attributes": {"name": metric}}},
            "properties": cells,
            "unique_id": unique_id,
        }
        if "time" in given:
            attributes["time"] = moment(given["time"])
        if "value" in given:
            attributes["value"] = amount(given["value"])
        if "value_currency" in given:
            attributes["value_currency"] = text("value_currency", given["value_currency"])
        event = compact({"type": "event", "attributes": attributes})
        if len(encoded(event)) > MOST_BYTES // 2:
            raise Reject(f"{len(encoded(event)):,} bytes are too many for one event")
        uses = tuple((identifier, metric, unique_id) for identifier in identifiers)
        return Event(number, compact(profile), event, uses)


def cell(column: str, value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, str):
        if len(value) > MOST_STRING // 4 and len(encoded(value)) > MOST_STRING:
            raise Reject(f"{column} has over {MOST_STRING:,} bytes")
        return value.strip() if len(value) < 1000 else value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, dict):
        return {str(name): cell(column, item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [cell(column, item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def text(name: str, value: Any) -> str:
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return str(value)
    raise Reject(f"{name} is no text")


def moment(value: Any) -> str:
    """ISO 8601; a number is seconds since 1970."""
    try:
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise ValueError
        if not isinstance(value, str):
            found = datetime.fromtimestamp(value, UTC)
        else:
            # As spreadsheets and shops write it: 2026-11-20 09:30:00 +0100, 2026-11-20 09:30:00 UTC
            found = datetime.fromisoformat(re.sub(r" (?=[+-]\d\d:?\d\d$)", "", value.removesuffix(" UTC")))
    except (ValueError, OverflowError, OSError):
        raise Reject(f"time is none: {value!s:.40}") from None
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    if found.year <= 1990 or found > datetime.now(UTC) + timedelta(days=366):
        raise Reject(f"time is before 1991 or more than a year ahead: {value!s:.40}")
    return found.isoformat()


def amount(value: Any) -> float:
    try:
        found = float(value)
    except (TypeError, ValueError):
        raise Reject(f"value is no number: {value!s:.40}") from None
    if not math.isfinite(found):
        raise Reject(f"value is no number: {value!s:.40}")
    return found


def digest(row: dict[str, Any]) -> str:
    """The same for the same row, whenever it is read."""
    return hashlib.sha256(json.dumps(row, sort_keys=True, default=str).encode()).hexdigest()[:32]


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def encoded(text: str) -> bytes:
    """UTF-8; a lone surrogate becomes its JSON escape."""
    return text.encode(errors="backslashreplace")


HEAD = '{"data":{"type":"event-bulk-create-job","attributes":{"events-bulk-create":{"data":['
TAIL = "]}}}}"
GROUP = '{"type":"event-bulk-create","attributes":{"profile":{"data":{"type":"profile","attributes":%s}},"events":{"data":[%s]}}}'


@dataclass
class Batch:
    """Events of one request, by profile. `unsure`: it was sent before, and nobody knows whether it was taken."""

    groups: dict[str, list[Event]] = field(default_factory=dict)
    uses: dict[tuple[str, str, str], Event] = field(default_factory=dict)
    count: int = 0
    size: int = len(HEAD) + len(TAIL)  # bytes as sent, at most
    unsure: bool = False

    def takes(self, event: Event) -> bool:
        """Whether the event fits; then it is in."""
        added = len(encoded(event.event)) + 1
        if event.profile not in self.groups:
            added += len(GROUP) + len(encoded(event.profile))
        if self.count == MOST_EVENTS or self.size + added > MOST_BYTES or any(use in self.uses for use in event.uses):
            return False
        self.groups.setdefault(event.profile, []).append(event)
        self.uses.update(dict.fromkeys(event.uses, event))
        self.count += 1
        self.size += added
        return True

    @property
    def events(self) -> list[Event]:
        return [event for events in self.groups.values() for event in events]

    def payload(self) -> bytes:
        groups = (
            GROUP % (profile, ",".join(event.event for event in events)) for profile, events in self.groups.items()
        )
        return encoded(HEAD + ",".join(groups) + TAIL)


def batch_of(events: list[Event], unsure: bool = False) -> Batch:
    batch = Batch(unsure=unsure)
    for event in events:
        batch.takes(event)
    return batch


def batches_of(
    builder: Builder, rows: Iterator[tuple[int, dict[str, Any]]], done: "Journal", refused: "Rejects"
) -> Iterator[Batch]:
    """All rows that are not done, in batches; what cannot be sent is in the rejects."""
    batch = Batch()
    for number, row in rows:
        if number in done:
            continue
        try:
            event = builder.event(number, row)
        except Reject as reason:
            refused.add(number, str(reason))
            done.skip(number)
            continue
        former = batch.uses.get(event.uses[0])
        if former and former.uses == event.uses:
            # The same event to Klaviyo, which would record the first alone.
            if former.event == event.event:
                done.repeated += 1
            else:
                refused.add(number, f"it has the unique_id of row {former.row}, but is not the same")
            done.skip(number)
        elif not batch.takes(event):
            yield batch
            batch = batch_of([event])
    if batch.count:
        yield batch
    done.add([])


def preview(builder: Builder, rows: Iterator[tuple[int, dict[str, Any]]]) -> dict[str, Any]:
    """What would be sent: counts, the first reasons for rejects, and the first body."""
    first, good, bad = Batch(), 0, 0
    reasons: dict[int, str] = {}
    for number, row in rows:
        try:
            event = builder.event(number, row)
        except Reject as reason:
            bad += 1
            if len(reasons) < 10:
                reasons[number] = str(reason)
        else:
            good += 1
            if first.count < 3:
                first.takes(event)
    return {"events": good, "rejected": bad, "reasons": reasons, "body": json.loads(first.payload()) if good else None}


# --- remembering -----------------------------------------------------------------------------------------------------


def fingerprint(source: Any) -> str:
    """Changes when the source does."""
    if isinstance(source, str) and Path(source).exists():
        return f"{Path(source).name}, {Path(source).stat().st_size} bytes"
    return digest({"source": source})


class Journal:
    """Which rows need no more sending, in a file that survives whatever stops the script: `first-last` a line."""

    def __init__(self, path: Path, of: str) -> None:
        self.path, self.before, self.repeated = path, 0, 0
        self.resumed = path.exists()
        self._skipped: list[int] = []
        self._rows = bytearray()
        self._lock = threading.Lock()
        if self.resumed:
            head, *lines = path.read_text(encoding="utf-8").splitlines() or [""]
            if head != of:
                raise ImportFailed(f"{path} is the journal of another source ({head}); name another, or remove it")
            for line in lines:
                if match := re.fullmatch(r"(\d+)-(\d+)", line):  # the last one may be cut off
                    self._mark(range(int(match[1]), int(match[2]) + 1))
            self.before = sum(byte.bit_count() for byte in self._rows)
            path.write_text("\n".join([head, *(line for line in lines if re.fullmatch(r"\d+-\d+", line))]) + "\n")
        else:
            path.write_text(of + "\n", encoding="utf-8")
        self._file = path.open("a", encoding="utf-8")

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __contains__(self, number: int) -> bool:
        return number // 8 < len(self._rows) and bool(self._rows[number // 8] >> number % 8 & 1)

    def _mark(self, numbers: range) -> None:
        self._rows.extend(bytes(max(0, numbers.stop // 8 + 1 - len(self._rows))))
        for number in numbers:
            self._rows[number // 8] |= 1 << number % 8

    def skip(self, number: int) -> None:
        """This row needs no sending at all; written with the next that were sent."""
        self._skipped.append(number)

    def add(self, numbers: list[int]) -> None:
        """These rows are done."""
        with self._lock:
            skipped, self._skipped = self._skipped, []
        lines, numbers = [], sorted([*numbers, *skipped])
        start = 0
        for index in range(1, len(numbers) + 1):
            if index == len(numbers) or numbers[index] != numbers[index - 1] + 1:
                lines.append(f"{numbers[start]}-{numbers[index - 1]}\n")
                start = index
        with self._lock:
            self._file.write("".join(lines))
            self._file.flush()
            os.fsync(self._file.fileno())


class Rejects:
    """Rows that cannot be sent, with the reason: a CSV file, made at the first of them."""

    def __init__(self, path: Path, resumed: bool) -> None:
        self.path, self.count = path, 0
        self._file: Any = None
        self._lock = threading.Lock()
        self._before: set[str] = set()
        if resumed and path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                self._before = {row[0] for row in csv.reader(file) if row}
        else:
            path.unlink(missing_ok=True)

    def __enter__(self) -> "Rejects":
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()

    def add(self, number: int, reason: str) -> None:
        with self._lock:
            self.count += 1
            if str(number) in self._before:
                return
            if self._file is None:
                self._file = self.path.open("a", encoding="utf-8", newline="")
                if not self._before:
                    csv.writer(self._file).writerow(["row", "reason"])
            csv.writer(self._file).writerow([number, reason])
            self._file.flush()


# --- sending ---------------------------------------------------------------------------------------------------------


@dataclass
class Sender:
    """Sends batches from several threads, at Klaviyo's pace. `stop`: why nothing more can be sent."""

    key: str
    revision: str
    share: float
    done: Journal
    refused: Rejects
    sent: int = 0
    batches: int = 0
    retries: int = 0
    stop: str | None = None

    def __post_init__(self) -> None:
        self._limiter = Limiter([Rate(max(1, int(rate.limit * self.share)), rate.interval) for rate in RATES])
        self._lock = threading.Lock()
        self._local = threading.local()
        self._resume = 0.0  # monotonic time before which nothing is sent

    def send(self, batch: Batch) -> list[Batch]:
        """Send until the outcome is known; give what of it is to be sent anew."""
        batch.unsure = batch.unsure or self.done.resumed  # the run before may have sent it when it was stopped
        for attempt in range(TRIES):
            response = self._post(batch)
            if self.stop or (response is not None and response.status_code < 300):
                break
            status = response.status_code if response is not None else None
            if status == 429 and response is not None:
                self._pause(seconds(response.headers.get("Retry-After"), 2**attempt))
            elif status is None or status >= 500:
                batch.unsure = True  # harmless: what was taken is known by its unique_id
                self._pause(2**attempt)
            elif status in (400, 409, 413, 422):
                return self._refused(batch, response)
            else:
                self.stop = f"Klaviyo answers {status}: {self._shown(response)}"
                return []
            if self.stop:
                return []
            with self._lock:
                self.retries += 1
        else:
            self.stop = f"Klaviyo did not take a batch in {TRIES} tries"
        if not self.stop:
            self._accepted(batch.events)
        return []

    def _post(self, batch: Batch) -> requests.Response | None:
        """The answer; None where none came."""
        while (left := self._resume - time.monotonic()) > 0 and not self.stop:
            time.sleep(min(left, 1))
        self._limiter.try_acquire("klaviyo")
        if self.stop:
            return None
        if not hasattr(self._local, "session"):
            self._local.session = requests.Session()
        headers = {
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
            "revision": self.revision,
        }

        def authorize(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
            prepared.headers["Authorization"] = f"Klaviyo-API-Key {self.key}"
            return prepared

        url = f"{API}/api/event-bulk-create-jobs"
        try:
            response: requests.Response = self._local.session.post(
                url, data=batch.payload(), headers=headers, auth=authorize, timeout=TIMEOUT, allow_redirects=False
            )
        except requests.RequestException:
            return None
        if response.headers.get("RateLimit-Remaining") == "0" and response.status_code != 429:
            self._pause(seconds(response.headers.get("RateLimit-Reset"), 1))
        return response

    def _pause(self, wait: float) -> None:
        """Nobody sends for so many seconds; if they are too many, ever."""
        if wait > LONGEST_WAIT:
            self.stop = f"Klaviyo asks to wait {wait:,.0f} seconds"
        self._resume = max(self._resume, time.monotonic() + wait)

    def _accepted(self, events: list[Event]) -> None:
        self.done.add([event.row for event in events])
        with self._lock:
            self.sent += len(events)
            self.batches += 1

    def _refused(self, batch: Batch, response: requests.Response | None) -> list[Batch]:
        """Reject the rows that Klaviyo's pointers name; without pointers, halve until there is one row."""
        events = batch.events
        groups = list(batch.groups.values())
        named: dict[Event, str] = {}
        recorded: set[Event] = set()
        for error in errors_of(response):
            pointer = str((error.get("source") or {}).get("pointer"))
            match = re.search(r"/events-bulk-create/data/(\d+)(?:/attributes/events/data/(\d+))?", pointer)
            if match and int(match[1]) < len(groups):
                group = groups[int(match[1])]
                blamed = group if match[2] is None else group[int(match[2]) : int(match[2]) + 1]
                if batch.unsure and pointer.endswith("/unique_id"):
                    recorded.update(blamed)  # taken the first time
                else:
                    named.update(dict.fromkeys(blamed, str(error.get("detail") or error.get("title"))))
        if recorded:
            self._accepted(list(recorded))
        elif not named and len(events) > 1:
            half = len(events) // 2
            return [batch_of(events[:half], batch.unsure), batch_of(events[half:], batch.unsure)]
        elif not named:
            named = {events[0]: self._shown(response)}
        for event, reason in named.items():
            self.refused.add(event.row, f"Klaviyo: {reason.replace(self.key, '***')[:300]}")
        self.done.add([event.row for event in named])
        rest = [event for event in events if event not in named and event not in recorded]
        return [batch_of(rest, batch.unsure)] if rest else []

    def _shown(self, response: requests.Response | None) -> str:
        return "" if response is None else response.text.replace(self.key, "***")[:300]


def errors_of(response: requests.Response | None) -> list[dict[str, Any]]:
    try:
        errors = response.json()["errors"] if response is not None else []
        return [error for error in errors if isinstance(error, dict)]
    except (ValueError, KeyError, TypeError):
        return []


def seconds(header: str | None, otherwise: float) -> float:
    return max(1, float(header)) if header and re.fullmatch(r"\d{1,9}", header) else otherwise


if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (ImportFailed, ValueError, TypeError) as failure:
        sys.exit(f"{type(failure).__name__}: {failure}")
