# /// script
# requires-python = ">=3.11"
# dependencies = ["duckdb", "pyrate-limiter", "requests", "tqdm", "wmill"]
# ///
"""Export: all pages of a read of Klaviyo's into a file

Writes CSV, JSON Lines or Parquet, by the ending of `to`: a file, in Windmill an S3 object; without `to`, the items are
in the result. JSON Lines have the items as Klaviyo sends them. CSV and Parquet have columns, the same in every run and
also in a file without items: id, type, the attributes that Klaviyo documents, the relationships. Nested attributes have
dotted names such as location.city and subscriptions.email.marketing.consent. Lists are JSON, and so are objects whose
names each account chooses, such as properties; `columns` names the columns instead, properties.Tier among them.
Attributes that Klaviyo sends and does not document are the last columns, 100 at most, the others together one of JSON.
relationships.profile.id is the ID of a related resource, relationships.tags a list of IDs. Resources that `include`
names take the place of references to them: relationships.profile.email. Empty cells are null or, in CSV, empty texts.
In Parquet, times are timestamps, numbers are numbers. Values are written as they are: one that begins with = is a
formula for a spreadsheet.

Each item is written once, in its last version, even if it appears on two pages. Pages have the largest size, and
requests keep to the rate of the endpoint. Nothing is written at `to` before everything is read. A run that was stopped,
or killed, continues where it was: each page is kept with the cursor of the next, in a journal beside the file or, in
Windmill, in S3 objects and the script's state. If Klaviyo no longer accepts the cursor, it reads from the first page
again. A run that was stopped more than a day ago starts over.

With `since` = last, the first run exports everything, each further one what is new or changed since the one before: it
filters by the latest time that was read, of `updated` for profiles, `datetime` for events, `joined_group_at` for
members. It reads a time before that again, for items that arrive late (`overlap`: 7 days for events, 1 day for others),
but does not write an item again that has not changed itself, whatever was included in it. A time in the future does not
count. What was deleted is not exported. In the name of `to`, {time} becomes the time of the run, so that each run has
its own file.

Scopes: those of the read, such as profiles:read.
Reference: https://developers.klaviyo.com/en/reference/api_overview
"""

# Lines 39-107: this program, workbench/bulk/export.py in the repository.
# Lines 110-2529: definitions shared with other programs; each section names its module.
# The modules are in workbench/bulk: edit them, and generate this file.

from __future__ import annotations

import csv
import difflib
import glob
import gzip
import hashlib
import json
import os
import re
import sqlite3
import sys
import tempfile
import threading
import time
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple, Self, TypedDict
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import duckdb
import requests
import wmill
from pyrate_limiter import Duration, Limiter, Rate
from tqdm import tqdm


class klaviyo(TypedDict, total=False):  # one of the two
    apiKey: str
    token: str


def main(
    auth: klaviyo,
    revision: str | None,
    read: str,
    to: str | None = None,
    id: str | None = None,
    filter: str | None = None,
    fields: list[str] | None = None,
    include: list[str] | None = None,
    additional_fields: list[str] | None = None,
    parameters: dict[str, Any] | None = None,
    columns: list[str] | None = None,
    since: str | None = None,
    overlap: float | None = None,
    journal: str | None = None,
) -> dict[str, Any]:
    """Return how many items were written, and where; without `to`, also the items, as `data`.

    BulkFailed says what stopped it, and how to go on. `read`: an operation such as get_profiles. `to`: a file, in
    Windmill the key of an S3 object, or s3://storage/key. `id`: of the list, segment etc. if the path has one.
    `filter`, `include`: as the endpoint takes them. `fields`: of the items, or an object such as {"event":
    ["datetime"], "metric": ["name"]}. `additional_fields`: by default those that do not lower the rate, such as
    subscriptions of profiles. `parameters`: all others that the endpoint takes, such as {"sort": "-created"}.
    `columns`: those of CSV and Parquet, in their order, such as ["email", "properties.Tier"]; by default all that are
    documented. `since`: last, see above. `overlap`: days. `journal`: a file, beside `to` by default.
    """
    request = check_request(
        auth, revision, read, id, filter, fields, include, additional_fields, parameters, columns, since, overlap
    )
    return run_export(request, check_target(to), text("journal", journal))


# ---- workbench/bulk/exports/run.py -----------------------------------------------------------------------------------
# The run of an export, from the first page to the file.


def run_export(request: Request, target: Target, journal: str) -> dict[str, Any]:
    """Read all pages, then write the file. Returns the summary."""
    began = time.monotonic()
    check_columns(request, target)
    account = identify_account(request.authorization, request.revision)
    columns = [column.name for column in request.columns] if request.columns_are_chosen else None
    identity = [account, request.path, request.parameters, request.since, target.s3 or target.name, columns]
    scope = digest(json.dumps(identity))[:12]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        beside = folder if STATE else target.path.parent if target.path else Path()
        path = Path(journal) if journal else beside / f"{request.name}.{scope}.journal"
        if not path.parent.is_dir():
            raise BulkFailed(f"the journal {path} cannot be written: there is no folder {path.parent}")
        kept = Kept(f"{STATE}_{scope}" if STATE and not journal else None, target.storage, folder)
        try:
            with Staging(path, request, scope) as staging:
                return export(request, target, staging, kept, folder, began)
        except (OSError, sqlite3.Error) as error:  # such as a full disk
            raise BulkFailed(f"Stopped: {error}. Run it again to continue") from None
        except KeyboardInterrupt:
            raise BulkFailed("Stopped by Ctrl-C. Run it again to continue") from None


def export(
    request: Request, target: Target, staging: Staging, kept: Kept, folder: Path, began: float
) -> dict[str, Any]:
    kept.begin(staging)
    target = target.at(staging.run["started"])
    check_unwritten(request, staging, target)
    if request.since:
        start = request.window_text(staging.facts["mark"])
        print(f"Reading from {request.since} {start} on" if start else "Reading everything", file=sys.stderr)
    client = Client(request.authorization, request.revision, request.rates)
    limit = 0 if target.name else MAX_RESULT
    try:
        with client, progress("Reading", request.endpoint.type, initial=staging.run["items"]) as bar:
            read_pages(client, request, staging, kept, bar, limit)
    except BulkFailed as error:
        if limit and staging.run["size"] > limit:
            staging.remove()  # the same run would end in the same way, and another `to` is another run
            raise
        pages = staging.run["pages"]
        if pages:
            kept.save(staging, at_once=True)
        noun = "page is" if pages == 1 else "pages are"
        kept_pages = f" {pages:,} {noun} kept; run it again to continue"
        message = f"{end_sentence(str(error))}{kept_pages}" if pages else str(error)
        raise BulkFailed(message, temporary=error.temporary) from None
    staging.aim(target.name)
    count, before = staging.count()
    summary: dict[str, Any] = {"read": request.name, "items": count, "before": before, "pages": staging.run["pages"]}
    summary |= {"retries": client.retries, "since": request.window_text(staging.facts["mark"]), "mark": None}
    columns = write_items(staging, target, folder) if target.name else []
    result = {} if target.name else {"data": [json.loads(body) for body in staging.bodies()]}
    chunks = staging.run["chunks"]
    if request.since:
        staging.finish()
        kept.finish(staging, chunks)
        summary["mark"] = staging.facts["mark"] or None
    else:
        staging.remove()
        kept.forget(chunks)
    summary |= {"seconds": round(time.monotonic() - began, 1), "columns": len(columns) or None}
    return {**summary, "to": target.s3 or (str(target.path) if target.path else None), **result}


def check_unwritten(request: Request, staging: Staging, target: Target) -> None:
    """BulkFailed if it would replace what an earlier run has written, which with `since` is nowhere else."""
    if not request.since or not target.name or target.name == staging.run["target"]:
        return  # the run itself may have begun to write there
    if target.path.exists() if target.path else target.name == staging.facts["target"]:
        hint = f"put {{time}} into its name, as in changes-{{time}}{target.format}"
        raise BulkFailed(f"{target.name} has what an earlier run wrote: {hint}")


# ---- workbench/bulk/exports/files.py ---------------------------------------------------------------------------------
# The files that an export writes: CSV, JSON Lines, Parquet.


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


# ---- workbench/bulk/exports/pages.py ---------------------------------------------------------------------------------
# The pages of an endpoint, one after the other.


Answer = Future[tuple[requests.Response | None, bool]]


def read_pages(client: Client, request: Request, staging: Staging, kept: Kept, bar: tqdm[Any], limit: int) -> None:
    """Read the pages that are missing. The next one is on its way while a page is kept. `limit`: of characters."""
    restarted = False
    with ThreadPoolExecutor(1) as pool:

        def ask(cursor: str) -> Answer:
            target = request.target(staging.facts["mark"], cursor)
            return pool.submit(partial(client.request, "GET", target, final=(404, 410)))

        try:
            waiting: Answer | None = None if staging.run["complete"] else ask(staging.run["cursor"])
            while waiting:
                response, _ = waiting.result()
                if response is None:
                    raise BulkFailed(client.stopped, temporary=client.temporary)
                number = staging.run["pages"] + 1
                if response.status_code != 200:
                    refusal = f"Klaviyo refuses page {number:,}: {client.quote(response)}"
                    if restarted or not staging.run["cursor"]:
                        raise BulkFailed(refusal)
                    # A cursor does not live forever. Without it, the next run would be refused, too.
                    print(f"{refusal}\nReading from the first page again", file=sys.stderr)
                    staging.restart()
                    restarted, waiting = True, ask("")
                    continue
                items, following = parse_page(response, client, number)
                if following and staging.has_read(following):
                    raise BulkFailed(f"page {number:,} leads back to a page that was read before")
                waiting = ask(following) if following else None
                staging.add_page(items, following)
                kept.save(staging)
                bar.update(len(items))
                if limit and staging.run["size"] > limit:
                    raise BulkFailed("There is too much for a result: name a file or an S3 object in to")
        except BaseException as error:
            client.stop("Stopped by Ctrl-C" if isinstance(error, KeyboardInterrupt) else "Stopped")
            raise


def parse_page(response: requests.Response, client: Client, number: int) -> tuple[list[dict[str, Any]], str]:
    """The items of a page, with what was included in them, and the cursor of the next page."""
    document = json_of(response)
    items, link = objects_of(response, "data"), inside(document, "links", "next") or ""
    if not isinstance(inside(document, "data"), list) or len(items) != len(document["data"]):
        raise BulkFailed(f"Klaviyo's answer is no page of items, page {number:,}: {client.quote(response)}")
    if not all(isinstance(item.get("id"), str) and isinstance(item.get("type"), str) for item in items):
        raise BulkFailed(f"an item of page {number:,} has no id and type: {client.quote(response)}")
    try:
        following = parse_qs(urlsplit(link).query)[CURSOR][0] if link else ""
    except (ValueError, TypeError, AttributeError, KeyError):
        raise BulkFailed(f"page {number:,} has a link to the next page without a cursor: {link!s:.200}") from None
    included = {(str(other.get("type")), str(other.get("id"))): other for other in objects_of(response, "included")}
    if included:
        used: set[tuple[str, str]] = set()
        items = [embed(item, included, used, ()) for item in items]
        if missing := len(included.keys() - used):
            print(f"page {number:,}: {missing:,} included resources belong to no item and are omitted", file=sys.stderr)
    return items, following


def embed(
    item: dict[str, Any],
    included: dict[tuple[str, str], dict[str, Any]],
    used: set[tuple[str, str]],
    above: tuple[tuple[str, str], ...],
) -> dict[str, Any]:
    """A copy of the item with included resources in the place of references to them; `above`: those that it is in."""
    here = (*above, (str(item.get("type")), str(item.get("id"))))

    def resolve(reference: Any) -> Any:
        key = (str(inside(reference, "type")), str(inside(reference, "id")))
        if key not in included or key in here:
            return reference
        used.add(key)
        return embed(included[key], included, used, here)

    def pairs() -> Iterator[tuple[str, Any]]:
        for name, relationship in item["relationships"].items():
            data = inside(relationship, "data")
            if data:
                data = list(map(resolve, data)) if isinstance(data, list) else resolve(data)
                relationship = {**relationship, "data": data}
            yield name, relationship

    return {**item, "relationships": dict(pairs())} if isinstance(item.get("relationships"), dict) else item


# ---- workbench/bulk/exports/windmill_state.py ------------------------------------------------------------------------
# What Windmill keeps of an export that was stopped.


SAVE_EVERY = 60  # seconds of reading that are lost with a job at most


class Kept:
    """What a Staging holds, where it outlives a job of Windmill's: facts and hashes in the state, items in S3 objects.

    By hand, where the file itself outlives the run, `state` is None, and nothing is done. `storage`: that of the S3
    objects; None if the result is no S3 object, which is short and read again.
    """

    def __init__(self, state: str | None, storage: dict[str, Any] | None, folder: Path) -> None:
        self._state, self._storage, self._file = state, storage, folder / "chunk.jsonl.gz"
        self._generation = self._parts = self._number = 0  # of the state's parts, and of the last item in S3
        self._last_save = 0.0

    def begin(self, staging: Staging) -> None:
        """Begin the run, with what earlier jobs have kept. BulkFailed if it cannot be read."""
        self._load(staging)
        self.remove(staging.begin())
        [self._number] = staging.db.execute("SELECT coalesce(max(number), 0) FROM items").fetchone()

    def _load(self, staging: Staging) -> None:
        try:
            for value in read_state(self._state) if self._state else []:
                if value:
                    self._generation, self._parts = value["generation"], value["parts"]
                    staging.facts |= value["facts"]
                    self._load_rows(staging)
        except Exception as error:  # Windmill's client raises what it likes
            raise BulkFailed(f"Windmill's state {self._state} cannot be read: {error!s:.300}") from None

    def _load_rows(self, staging: Staging) -> None:
        with staging.transaction():
            for number in range(self._parts):
                [part] = read_state(f"{self._state}_{self._generation}_{number}")
                staging.db.executemany("INSERT OR IGNORE INTO written VALUES (?)", ([hash_] for hash_ in part))
            for chunk in (staging.facts["run"] or {}).get("chunks", []):
                download(chunk, self._file)
                with gzip.open(self._file, "rt", encoding="utf-8") as lines:
                    staging.add_rows(map(json.loads, lines))

    def save(self, staging: Staging, at_once: bool = False) -> None:
        """Keep what was read since the last time, now and then. BulkFailed if that does not work the first time."""
        if not self._state or self._storage is None or not (at_once or self._is_due()):
            return
        first, self._last_save = not self._last_save, time.monotonic()
        if not attempt("keep what is read", lambda: self._save_rows(staging)) and first and not at_once:
            raise BulkFailed("Nothing can be written to S3: is there an object storage in the workspace's settings?")

    def _is_due(self) -> bool:
        return not self._last_save or time.monotonic() - self._last_save > SAVE_EVERY

    def _save_rows(self, staging: Staging) -> None:
        number, run = self._number, staging.run
        with gzip.open(self._file, "wt", encoding="utf-8") as lines:
            for entry in staging.rows_after(self._number):
                lines.write(json.dumps(entry[:-1]) + "\n")
                number = entry[-1]
        if number > self._number:
            started = run["started"].replace(":", "").replace("+0000", "Z")
            key = f"klaviyo_exports/{staging.facts['scope']}/{started}_{len(run['chunks'])}.jsonl.gz"
            with self._file.open("rb") as file:
                wmill.write_s3_file({**(self._storage or {}), "s3": key}, file)
            run["chunks"].append({**(self._storage or {}), "s3": key})
            self._number = number
        self._save_facts(staging.facts)

    def _save_facts(self, facts: dict[str, Any]) -> None:
        value = {"facts": facts, "generation": self._generation, "parts": self._parts}
        wmill.set_state(value, path=self._state)

    def finish(self, staging: Staging, chunks: list[Any]) -> None:
        """Keep what the next run has to know, and remove what it has not."""
        if not self._state:
            return
        hashes = [hash_ for [hash_] in staging.db.execute("SELECT hash FROM written")]
        parts = [hashes[start : start + MAX_STATE] for start in range(0, len(hashes), MAX_STATE)]
        generation = 1 - self._generation  # the parts of the last run stay until the state names the new ones
        try:
            for number, part in enumerate(parts):
                wmill.set_state(part, path=f"{self._state}_{generation}_{number}")
            self._generation, self._parts = generation, len(parts)
            self._save_facts(staging.facts)
        except Exception as error:  # Windmill's client raises what it likes
            reason = f"Windmill cannot keep how far the export came, {staging.facts['mark']}: {error!s:.300}"
            raise BulkFailed(f"{reason}. Everything is written, and the next run writes it again") from None
        self.remove(chunks)

    def forget(self, chunks: list[Any]) -> None:
        """There is nothing that the next run has to know."""
        if self._state and (self._last_save or chunks):
            attempt("forget the run", lambda: wmill.set_state(None, path=self._state))
        self.remove(chunks)

    def remove(self, chunks: list[Any]) -> None:
        for chunk in chunks:
            attempt("remove what was kept of the run", partial(wmill.delete_s3_object, chunk))


# ---- workbench/bulk/exports/database.py ------------------------------------------------------------------------------
# The items of an export, and how far it has come, in a SQLite file.


EXPORT_ID = 0x6B6C6178  # marks the SQLite files that are journals of exports
EXPORT_VERSION = 2  # of the hashes
MAX_PAUSE = 86_400  # seconds; a run that stopped longer ago is begun anew
# `items`: what the run has read; one without a body is as an earlier run has written it. `written`: what earlier runs
# have written of the time that is read again.
STAGING_TABLES = """
PRAGMA journal.journal_mode = WAL; PRAGMA journal.synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS journal.facts (value TEXT);
CREATE TABLE IF NOT EXISTS journal.items
    (number INTEGER PRIMARY KEY, id TEXT UNIQUE, time REAL, hash INTEGER, body TEXT);
CREATE TABLE IF NOT EXISTS journal.cursors (cursor TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS journal.written (hash INTEGER PRIMARY KEY);
"""
sorted_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


class Staging:
    """The items of a run and, with `since`, what the next runs have to know: a SQLite file.

    Each page is added together with the cursor of the next one, so that a run can be killed at any moment. `facts`:
    `scope`, what is exported; `mark`, how far the last run came; `target`, where it has written; `run`, the state of
    the run that has not finished.
    """

    def __init__(self, path: Path, request: Request, scope: str) -> None:
        """BulkFailed if the file cannot be used."""
        self.path, self.request = path, request
        self.db = sqlite3.connect(":memory:", isolation_level=None, timeout=0)
        attach_journal(self.db, path, EXPORT_ID, EXPORT_VERSION, STAGING_TABLES)
        [text] = self.db.execute("SELECT value FROM facts").fetchone() or ["{}"]
        self.facts: dict[str, Any] = {"scope": scope, "mark": "", "target": "", "run": None} | json.loads(text)
        if self.facts["scope"] != scope:
            raise BulkFailed(f"{path} is the journal of another export: name another one")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.db.close()

    @property
    def run(self) -> dict[str, Any]:
        run: dict[str, Any] = self.facts["run"]
        return run

    def begin(self) -> list[Any]:
        """Resume the unfinished run, or begin one. Returns the S3 objects of a run that is abandoned."""
        run, unused = self.facts["run"], []
        if run and time.time() - run["active"] > MAX_PAUSE:
            print(f"The run of {run['started']} was stopped long ago: reading from the start", file=sys.stderr)
            unused, run = run["chunks"], None
        if run and run["pages"]:  # else begin anew: its time, in the name of the file, may be what stopped it
            print(f"Continuing the run of {run['started']}, after {run['pages']:,} pages", file=sys.stderr)
        else:
            started = datetime.now(UTC).isoformat(timespec="seconds")
            self.facts["run"] = {"started": started, "cursor": "", "complete": False, "pages": 0, "items": 0}
            self.facts["run"] |= {"size": 0, "target": "", "chunks": [], "active": time.time()}
            with self.transaction():
                self._clear_items()
        return unused

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything in it is kept together with the facts, or nothing."""
        self.db.execute("BEGIN")
        try:
            yield
            self.db.execute("DELETE FROM facts")
            self.db.execute("INSERT INTO facts VALUES (?)", [json.dumps(self.facts)])
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def has_read(self, cursor: str) -> bool:
        return (
            cursor == self.run["cursor"]
            or self.db.execute("SELECT 1 FROM cursors WHERE cursor = ?", [cursor]).fetchone() is not None
        )

    def restart(self) -> None:
        """Forget the cursor, keep the items."""
        self.run["cursor"] = ""
        with self.transaction():
            self.db.execute("DELETE FROM cursors")

    def add_page(self, items: list[dict[str, Any]], following: str) -> None:
        """Keep a page and how to go on."""
        run, rows = self.run, list(map(self._row, items))
        cursor = run["cursor"]
        run |= {"cursor": following, "complete": not following, "active": time.time(), "pages": run["pages"] + 1}
        run |= {"items": run["items"] + len(rows), "size": run["size"] + sum(len(row[3] or "") for row in rows)}
        with self.transaction():
            self.add_rows(rows)
            self.db.execute("INSERT OR IGNORE INTO cursors VALUES (?)", [cursor])

    def add_rows(self, rows: Iterable[Any]) -> None:
        """Of an item that was read before, the last version counts."""
        self.db.executemany("INSERT OR REPLACE INTO items (id, time, hash, body) VALUES (?, ?, ?, ?)", rows)

    def _row(self, item: dict[str, Any]) -> tuple[str, float | None, int, str | None]:
        body = storable(compact(item))[0]
        if not self.request.since:
            return item["id"], None, 0, body
        content = short_digest(sorted_compact(without_included(item)))
        known = self.db.execute("SELECT 1 FROM written WHERE hash = ?", [content]).fetchone()
        moment = time_of((item.get("attributes") or {}).get(self.request.since))
        return item["id"], moment.timestamp() if moment else None, content, None if known else body

    def rows_after(self, number: int) -> Iterator[tuple[Any, ...]]:
        return self.db.execute("SELECT id, time, hash, body, number FROM items WHERE number > ? ORDER BY 5", [number])

    def bodies(self) -> Iterator[str]:
        """The items to be written, as JSON."""
        return (body for [body] in self.db.execute("SELECT body FROM items WHERE body IS NOT NULL ORDER BY number"))

    def count(self) -> tuple[int, int]:
        """How many items are to be written, and how many others an earlier run has written."""
        query = "SELECT count(body), count(*) - count(body) FROM items"
        return tuple(self.db.execute(query).fetchone())

    def aim(self, target: str) -> None:
        """Keep where the run is about to write: after a kill, it may write there again."""
        self.run["target"] = target
        with self.transaction():
            pass

    def finish(self) -> None:
        """Everything is written: keep what the next run has to know."""
        mark, run = self._new_mark(), self.run
        self.facts |= {"mark": mark, "target": run["target"] or self.facts["target"], "run": None}
        window = self.request.window(mark).timestamp() if mark else 0
        with self.transaction():
            self.db.execute("DELETE FROM written")
            query = "INSERT OR IGNORE INTO written SELECT hash FROM items WHERE time IS NULL OR time >= ?"
            self.db.execute(query, [window])
            self._clear_items()
        self.db.execute("VACUUM journal")

    def remove(self) -> None:
        """There is nothing that a next run has to know."""
        self.db.close()
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(f"{self.path.name}{suffix}").unlink(missing_ok=True)

    def _new_mark(self) -> str:
        """The latest time of all items that is not after the beginning of the run: an error may lie in the future."""
        started = datetime.fromisoformat(self.run["started"]).timestamp()
        [latest] = self.db.execute("SELECT max(time) FROM items WHERE time <= ?", [started]).fetchone()
        new = "" if latest is None else datetime.fromtimestamp(latest, UTC).isoformat(timespec="seconds")
        return str(max(new, self.facts["mark"]))  # both in UTC, to the second

    def _clear_items(self) -> None:
        self.db.execute("DELETE FROM items")
        self.db.execute("DELETE FROM cursors")


def without_included(item: dict[str, Any]) -> dict[str, Any]:
    """Return the item itself, with references in the place of the resources that were included: it has not changed if
    only they have."""
    if not isinstance(item.get("relationships"), dict):
        return item
    relationships = {
        name: {**relationship, "data": references_of(relationship["data"])}
        if isinstance(relationship, dict) and "data" in relationship
        else relationship
        for name, relationship in item["relationships"].items()
    }
    return {**item, "relationships": relationships}


def references_of(data: Any) -> Any:
    """Return the references to related resources, each by type and ID."""
    if isinstance(data, list):
        return [references_of(entry) for entry in data]
    return {name: data[name] for name in ("type", "id") if name in data} if isinstance(data, dict) else data


# ---- workbench/bulk/exports/request.py -------------------------------------------------------------------------------
# What is read: an endpoint with its parameters.


OVERLAPS = {"event": 7}  # days that are read again; of other types 1
CURSOR = "page[cursor]"


@dataclass(frozen=True)
class Request:
    """An endpoint with its parameters.

    `since`: what the mark of the last run is kept of; `overlap` in days. `columns`: those of a table; none are added if
    `columns_are_chosen`.
    """

    name: str
    authorization: str
    revision: str
    endpoint: Endpoint
    path: str
    query: dict[str, str]
    rates: list[Rate]
    since: str
    operator: str
    overlap: float
    columns: list[Column]
    columns_are_chosen: bool

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """What tells an export from others: a page may become larger."""
        return sorted(pair for pair in self.query.items() if pair[0] != "page[size]")

    def target(self, mark: str, cursor: str) -> str:
        """Path and query of a page. `mark`: how far the last run came; empty for all items."""
        query = dict(self.query)
        if start := self.window_text(mark):
            condition = f"{self.operator}({self.since},{start})"
            query["filter"] = f"{query['filter']},{condition}" if query.get("filter") else condition
        if cursor:
            query[CURSOR] = cursor
        return self.path + (f"?{urlencode(query)}" if query else "")

    def window(self, mark: str) -> datetime:
        """The time from which items are read again."""
        # Without greater-or-equal, a second earlier: the items of that second would be lost.
        earlier = timedelta(days=self.overlap, seconds=self.operator == "greater-than")
        return datetime.fromisoformat(mark) - earlier

    def window_text(self, mark: str) -> str | None:
        return self.window(mark).strftime("%Y-%m-%dT%H:%M:%SZ") if mark else None


def check_request(
    auth: Any,
    revision: Any,
    name: Any,
    id_: Any,
    filter_: Any,
    fields: Any,
    include: Any,
    additional_fields: Any,
    parameters: Any,
    columns: Any,
    since: Any,
    overlap: Any,
) -> Request:
    """BulkFailed if an argument is wrong, or the read does not take it."""
    if name not in ENDPOINTS:
        raise BulkFailed(f"there is no read {name!s:.60}{suggest(name, ENDPOINTS)}")
    endpoint = ENDPOINTS[name]
    client = endpoint.path.startswith("/client/")
    authorization = "" if client else check_account(auth)
    revision = check_revision(revision)
    id_ = text("id", id_)
    if ("{id}" in endpoint.path) != bool(id_):
        raise BulkFailed(f"{name} needs id, as in {endpoint.path}" if not id_ else f"{name} takes no id")
    if id_ in (".", ".."):
        raise BulkFailed(f"id cannot be {id_}")
    if parameters and not isinstance(parameters, dict):
        raise BulkFailed('parameters must be an object such as {"sort": "-created"}')
    chosen = {str(label): comma_separated(f"parameters.{label}", value) for label, value in (parameters or {}).items()}
    named = {"filter": text("filter", filter_), "include": comma_separated("include", include)}
    for type_, names in (fields if isinstance(fields, dict) else {endpoint.type: fields}).items():
        named[f"fields[{type_}]"] = comma_separated("fields", names)
    chosen |= {label: value for label, value in named.items() if value}
    field, operator = endpoint.since
    if since not in (None, "", "last"):
        raise BulkFailed(f"since must be last, not {since!s:.40}; for what is new since a time, use filter")
    if since and not field:
        able = ", ".join(other for other, entry in ENDPOINTS.items() if entry.since[0])
        raise BulkFailed(f"{name} cannot tell what is new; since can be last for {able}")
    own = f"fields[{endpoint.type}]"
    if since:
        if chosen.get(own) and field not in chosen[own].split(","):
            chosen[own] += f",{field}"  # or there would be no mark
        if "sort" in endpoint.parameters:
            chosen.setdefault("sort", field)
    chosen = {label: value for label, value in chosen.items() if value}
    check_parameters(name, endpoint, chosen)
    extra, rates = choose_extra(name, endpoint, additional_fields, chosen.get(own))
    if extra:
        chosen[f"additional-fields[{endpoint.type}]"] = extra
    days = number_of_days("overlap", overlap, OVERLAPS.get(endpoint.type, 1))
    path = endpoint.path.replace("{id}", quote(id_, safe=""))
    query = chosen | ({"page[size]": str(endpoint.max_page_size)} if endpoint.max_page_size else {})
    if not since:
        field = operator = ""
    names = column_names(columns)
    documented = documented_columns(endpoint, query)
    table = chosen_columns(names, documented) if names else documented
    return Request(
        name=name,
        authorization=authorization,
        revision=revision,
        endpoint=endpoint,
        path=path,
        query=query,
        rates=limit_rates(rates),
        since=field,
        operator=operator,
        overlap=days,
        columns=table,
        columns_are_chosen=bool(names),
    )


def column_names(columns: Any) -> list[str]:
    """Return the names of columns in a list, or in a text with commas."""
    names = columns.split(",") if isinstance(columns, str) else columns or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise BulkFailed(f'columns must be a list of names such as ["email", "properties.Tier"], not {columns!s:.40}')
    return [name.strip() for name in names if name.strip()]


def choose_extra(name: str, endpoint: Endpoint, wanted: Any, fields: str | None) -> tuple[str, Rates]:
    """Which additional fields are read, by default all that lower no rate, and at which rates."""
    known = dict(endpoint.additional_fields)
    names = [entry for entry in comma_separated("additional_fields", wanted).split(",") if entry]
    for entry in names:
        if entry not in known:
            raise BulkFailed(f"{name} has no additional field {entry}{suggest(entry, known)}")
    if not names and fields:
        tops = {field.partition(".")[0] for field in fields.split(",")}
        names = [entry for entry in known if entry in tops]
    elif not names:
        names = [entry for entry, rates in known.items() if not rates]
    lower = [known[entry] for entry in names if known[entry]]
    return ",".join(names), lower[0] if lower else endpoint.rates


def check_parameters(name: str, endpoint: Endpoint, chosen: dict[str, str]) -> None:
    for label in chosen:
        if label not in endpoint.parameters:
            raise BulkFailed(f"{name} takes no {label}{suggest(label, endpoint.parameters)}")
    for label in endpoint.required:
        if label not in chosen:
            raise BulkFailed(f'{name} needs {label}, in parameters: {{"{label}": "…"}}')


def comma_separated(name: str, value: Any) -> str:
    """A list, as the query has it; empty if there is nothing."""
    entries = value if isinstance(value, list) else [value]
    if not all(isinstance(entry, str | int | float | None) for entry in entries):
        raise BulkFailed(f"{name} must be text or a list of texts, not {value!s:.40}")
    texts = (str(entry).lower() if isinstance(entry, bool) else str(entry) for entry in entries if entry is not None)
    return ",".join(entry.strip() for entry in texts if entry.strip())


def number_of_days(name: str, value: Any, default: float) -> float:
    digits = str(default if value in (None, "") else value)
    if not re.fullmatch(r"\d{1,4}(\.\d{1,6})?", digits):
        raise BulkFailed(f"{name} must be a number of days, not {value!s:.40}")
    return float(digits)


def limit_rates(rates: Rates) -> list[Rate]:
    return [Rate(requests, seconds * Duration.SECOND) for requests, seconds in rates]


# ---- workbench/bulk/exports/flatten.py -------------------------------------------------------------------------------
# Items as rows of a table: which columns there are, and what an item has in each of them.


MAX_UNDOCUMENTED = 100  # columns for attributes that Klaviyo does not document; what is beyond is in one of JSON
UNDOCUMENTED = "undocumented"  # the name of that column
PARQUET_TYPES = {"boolean": "BOOLEAN", "integer": "BIGINT", "number": "DOUBLE", "time": "TIMESTAMPTZ"}
Place = tuple[str, ...]


class Column(NamedTuple):
    """A column. `place`: the names that lead to its value in an item.

    `type`: text, integer, number, boolean, time or json, as Klaviyo documents it; empty if it is not documented.
    """

    name: str
    place: Place
    type: str = ""


def documented_columns(endpoint: Endpoint, query: dict[str, str]) -> list[Column]:
    """Return the columns that an export has in every run, whatever the items have: id, type, the attributes that the
    query asks for, and the relationships."""
    columns = [Column("id", ("id",), "text"), Column("type", ("type",), "text")]
    if "/relationships/" not in endpoint.path:  # else the items are references
        optional = {name for name, _ in endpoint.additional_fields}
        requested = query.get(f"additional-fields[{endpoint.type}]", "").split(",")
        for name, type_ in attributes_of(endpoint.type, query):
            top, *inner = name.split(".")
            if top not in endpoint.absent and (top not in optional or top in requested):
                columns.append(Column(column_name(name), ("attributes", top, *inner), type_))
    included = {path.partition(".")[0] for path in query.get("include", "").split(",")}
    for name, type_, is_many in endpoint.relationships:
        header, place = f"relationships.{name}", ("relationships", name)
        if not is_many:
            columns.append(Column(f"{header}.id", (*place, "id"), "text"))
            if name in included:
                attributes = attributes_of(type_, query)
                columns += [Column(f"{header}.{name}", (*place, *name.split(".")), kind) for name, kind in attributes]
        elif name in included:
            columns.append(Column(header, place, "json"))
    return columns


def attributes_of(type_: str, query: dict[str, str]) -> list[tuple[str, str]]:
    """Return name and type of the columns of a resource, without those that `fields` leaves out."""
    fields = [field for field in query.get(f"fields[{type_}]", "").split(",") if field]
    columns = COLUMNS.get(type_, ())
    if not fields:
        return list(columns)
    return [
        (name, kind)
        for name, kind in columns
        if any(name == field or name.startswith(f"{field}.") or field.startswith(f"{name}.") for field in fields)
    ]


def column_name(attribute: str) -> str:
    return f"attributes.{attribute}" if attribute in ("id", "type") else attribute


def chosen_columns(names: list[str], documented: list[Column]) -> list[Column]:
    """Return the columns with these names, in this order. BulkFailed if there is none of a name.

    Besides the documented columns, these are an object as a whole (location), and what an object with names of the
    account's own holds (properties.Tier).
    """
    by_name = {column.name: column for column in documented}
    columns = []
    for name in names:
        column = by_name.get(name) or object_column(name, documented) or property_column(name, documented)
        if column is None:
            raise BulkFailed(f"columns: there is no column {name:.60}{suggest(name, by_name)}")
        columns.append(column)
    return columns


def object_column(name: str, documented: list[Column]) -> Column | None:
    """Return the column of an object, such as location, whose attributes are documented columns; None if it is none."""
    for column in documented:
        if column.name.startswith(f"{name}."):
            nested = column.name.removeprefix(name).count(".")
            return Column(name, column.place[:-nested], "json") if len(column.place) > nested + 1 else None
    return None


def property_column(name: str, documented: list[Column]) -> Column | None:
    """Return the column of a property, such as properties.Tier, of a documented JSON column; None if it is none."""
    for column in documented:
        if column.type == "json" and name.startswith(f"{column.name}."):
            return Column(name, (*column.place, name.removeprefix(f"{column.name}.")))
    return None


class Table:
    """The columns of a file. After those that it is made with stand attributes that Klaviyo does not document.

    `is_closed`: leave these out. All items are added before the first row is made.
    """

    def __init__(self, columns: list[Column], is_closed: bool) -> None:
        self.columns = columns
        self.is_closed = is_closed
        self._known = {column.place: column for column in columns}
        self._objects = {place[:length] for place in self._known for length in range(1, len(place))}
        self._kinds: dict[Place, set[type]] = {}  # of the values that are not as documented
        self._has_overflow = False

    def add(self, item: dict[str, Any]) -> None:
        """Take note of undocumented attributes of an item, and of values that are not of the documented type."""
        for place, value in self._cells(item):
            column = self._known.get(place)
            if column is None and not self.is_closed:
                column = self._add_column(place)
            if column and value is not None and not is_of_type(value, column.type):
                self._kinds.setdefault(place, set()).add(kind_of(value))

    def _add_column(self, place: Place) -> Column | None:
        if sum(not column.type for column in self.columns) == MAX_UNDOCUMENTED:
            self._has_overflow = True
            return None
        names = place[1:] if place[0] == "attributes" else place
        column = Column(column_name(".".join(names)), place)
        self.columns.append(column)
        self._known[place] = column
        return column

    def row(self, item: dict[str, Any]) -> list[Any]:
        """Return what an item has in each column."""
        cells = dict(self._cells(item))
        row = [cells.get(column.place) for column in self.columns]
        if self._has_overflow:
            others = {".".join(place): value for place, value in cells.items() if place not in self._known}
            row.append(others or None)
        return row

    def names(self) -> list[str]:
        """Return the names of the columns, which differ from each other in more than upper and lower case."""
        names: dict[str, str] = {}
        for column in [*self.columns, *([Column(UNDOCUMENTED, ())] if self._has_overflow else [])]:
            name, number = column.name, 2
            while name.lower() in names:
                name, number = f"{column.name} {number}", number + 1
            names[name.lower()] = name
        return [*names.values()]

    def undocumented(self) -> list[str]:
        """Return the names of the columns that Klaviyo does not document."""
        names = self.names()
        return (
            []
            if self.is_closed
            else [name for name, column in zip(names, self.columns, strict=False) if not column.type]
        )

    def parquet_types(self) -> list[str]:
        """Return the type of each column in Parquet; of one with values that are not of the documented type, text."""
        types = []
        for column in self.columns:
            kinds = self._kinds.get(column.place)
            if column.type:
                types.append("VARCHAR" if kinds else PARQUET_TYPES.get(column.type, "VARCHAR"))
            else:
                types.append(parquet_type_of(kinds or set()))
        return types + ["VARCHAR"] * self._has_overflow

    def _cells(self, item: dict[str, Any]) -> Iterator[tuple[Place, Any]]:
        yield ("id",), item["id"]
        yield ("type",), item["type"]
        yield from self._leaves(("attributes",), item.get("attributes") or {})
        for name, relationship in (item.get("relationships") or {}).items():
            if isinstance(relationship, dict) and relationship.get("data") is not None:
                yield from self._leaves(("relationships", name), related_value(relationship["data"]))

    def _leaves(self, place: Place, value: Any) -> Iterator[tuple[Place, Any]]:
        """Yield what is in an object that has columns of its own, or else the value itself."""
        is_object = place in self._objects or len(place) == 1
        if place in self._known or not is_object:
            yield place, value
        if is_object and isinstance(value, dict):
            for name, inner in value.items():
                yield from self._leaves((*place, name), inner)
        elif is_object and value is not None and place not in self._known:
            yield place, value  # not the object that is documented


def related_value(data: Any) -> Any:
    """Return a related resource as its ID and, if it was included, its attributes; several as a list of these."""
    if isinstance(data, dict):
        return {**(data.get("attributes") or {}), "id": data.get("id")}
    if isinstance(data, list):
        return [entry["id"] if entry.keys() == {"type", "id"} else entry for entry in data]
    return data


def text_of(value: Any) -> str | None:
    """Return a value as text: text as it is, everything else as JSON."""
    return value if isinstance(value, str | None) else compact(value)


def is_of_type(value: Any, type_: str) -> bool:
    """Return whether a column of this type in Parquet can hold the value. Text and JSON hold everything."""
    match type_:
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            return kind_of(value) is int
        case "number":
            return kind_of(value) in (int, float)
        case "time":
            return isinstance(value, str) and time_of(value) is not None
    return type_ != ""


def kind_of(value: Any) -> type:
    """Return the type of a value; text for numbers that no number of a table can be."""
    if isinstance(value, float):
        return float if isfinite(value) else str
    return str if isinstance(value, int) and not -(2**63) <= value < 2**63 else type(value)


def parquet_type_of(kinds: set[type]) -> str:
    """Return the type in Parquet of an undocumented column with values of these types."""
    if kinds == {bool}:
        return "BOOLEAN"
    if kinds == {int}:
        return "BIGINT"
    return "DOUBLE" if kinds in ({float}, {int, float}) else "VARCHAR"


# ---- workbench/bulk/exports/endpoints.py -----------------------------------------------------------------------------
# The endpoints whose answers are pages. Generated from Klaviyo's API description, revision 2026-10-15.


Rates = tuple[tuple[int, int], ...]  # requests and seconds: at most so many requests in so many seconds


class Endpoint(NamedTuple):
    """An endpoint whose answers are pages of items of one type.

    `max_page_size` is 0 if the size of a page cannot be chosen. `parameters`: those of the query besides cursor, page
    size and additional fields; `required`: those of them that Klaviyo insists on. `since`: attribute and operator of
    the filter for what is new or changed, both empty if there is none. `additional_fields`: name, and the rates that
    apply if it is read; no rates if they stay the same. `absent`: attributes of the type that items of this endpoint
    never have. `relationships`: name, type of the related resource, and whether there can be several.
    """

    path: str
    type: str
    rates: Rates
    max_page_size: int = 0
    parameters: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    since: tuple[str, str] = ("", "")
    additional_fields: tuple[tuple[str, Rates], ...] = ()
    absent: tuple[str, ...] = ()
    relationships: tuple[tuple[str, str, bool], ...] = ()


ENDPOINTS = {
    "get_campaign_messages": Endpoint(
        path="/api/campaign-messages",
        type="campaign-message",
        rates=((10, 1), (150, 60)),
        max_page_size=100,
        parameters=("fields[campaign-message]", "fields[campaign]", "filter", "include", "sort"),
        since=("updated", "greater-or-equal"),
        relationships=(
            ("campaign", "campaign", False),
            ("campaign-audience", "campaign-audience", False),
            ("campaign-variations", "campaign-variation", True),
        ),
    ),
    "get_campaign_messages_for_campaign_audience": Endpoint(
        path="/api/campaign-audiences/{id}/campaign-messages",
        type="campaign-message",
        rates=((10, 1), (150, 60)),
        parameters=("fields[campaign-message]",),
        relationships=(
            ("campaign", "campaign", False),
            ("campaign-audience", "campaign-audience", False),
            ("campaign-variations", "campaign-variation", True),
        ),
    ),
    "get_campaigns": Endpoint(
        path="/api/campaigns",
        type="campaign",
        rates=((10, 1), (150, 60)),
        max_page_size=100,
        parameters=(
            "fields[campaign-audience]",
            "fields[campaign-message]",
            "fields[campaign]",
            "fields[tag]",
            "filter",
            "include",
            "sort",
        ),
        since=("updated_at", "greater-or-equal"),
        relationships=(
            ("campaign-audiences", "campaign-audience", True),
            ("campaign-messages", "campaign-message", True),
            ("tags", "tag", True),
        ),
    ),
    "get_message_ids_for_campaign": Endpoint(
        path="/api/campaigns/{id}/relationships/campaign-messages", type="campaign-message", rates=((10, 1), (150, 60))
    ),
    "get_message_ids_for_campaign_audience": Endpoint(
        path="/api/campaign-audiences/{id}/relationships/campaign-messages",
        type="campaign-message",
        rates=((10, 1), (150, 60)),
    ),
    "get_messages_for_campaign": Endpoint(
        path="/api/campaigns/{id}/campaign-messages",
        type="campaign-message",
        rates=((10, 1), (150, 60)),
        parameters=("fields[campaign-message]", "fields[campaign]", "include"),
        relationships=(
            ("campaign", "campaign", False),
            ("campaign-audience", "campaign-audience", False),
            ("campaign-variations", "campaign-variation", True),
        ),
    ),
    "get_bulk_create_catalog_items_jobs": Endpoint(
        path="/api/catalog-item-bulk-create-jobs",
        type="catalog-item-bulk-create-job",
        rates=((75, 1), (750, 60)),
        parameters=("fields[catalog-item-bulk-create-job]", "filter"),
        relationships=(("items", "catalog-item", True),),
    ),
    "get_bulk_create_categories_jobs": Endpoint(
        path="/api/catalog-category-bulk-create-jobs",
        type="catalog-category-bulk-create-job",
        rates=((350, 1), (3500, 60)),
        parameters=("fields[catalog-category-bulk-create-job]", "filter"),
        relationships=(("categories", "catalog-category", True),),
    ),
    "get_bulk_create_variants_jobs": Endpoint(
        path="/api/catalog-variant-bulk-create-jobs",
        type="catalog-variant-bulk-create-job",
        rates=((75, 1), (750, 60)),
        parameters=("fields[catalog-variant-bulk-create-job]", "filter"),
        relationships=(("variants", "catalog-variant", True),),
    ),
    "get_bulk_delete_catalog_items_jobs": Endpoint(
        path="/api/catalog-item-bulk-delete-jobs",
        type="catalog-item-bulk-delete-job",
        rates=((350, 1), (3500, 60)),
        parameters=("fields[catalog-item-bulk-delete-job]", "filter"),
        relationships=(("items", "catalog-item", True),),
    ),
    "get_bulk_delete_categories_jobs": Endpoint(
        path="/api/catalog-category-bulk-delete-jobs",
        type="catalog-category-bulk-delete-job",
        rates=((350, 1), (3500, 60)),
        parameters=("fields[catalog-category-bulk-delete-job]", "filter"),
        relationships=(("categories", "catalog-category", True),),
    ),
    "get_bulk_delete_variants_jobs": Endpoint(
        path="/api/catalog-variant-bulk-delete-jobs",
        type="catalog-variant-bulk-delete-job",
        rates=((350, 1), (3500, 60)),
        parameters=("fields[catalog-variant-bulk-delete-job]", "filter"),
        relationships=(("variants", "catalog-variant", True),),
    ),
    "get_bulk_update_catalog_items_jobs": Endpoint(
        path="/api/catalog-item-bulk-update-jobs",
        type="catalog-item-bulk-update-job",
        rates=((75, 1), (750, 60)),
        parameters=("fields[catalog-item-bulk-update-job]", "filter"),
        relationships=(("items", "catalog-item", True),),
    ),
    "get_bulk_update_categories_jobs": Endpoint(
        path="/api/catalog-category-bulk-update-jobs",
        type="catalog-category-bulk-update-job",
        rates=((350, 1), (3500, 60)),
        parameters=("fields[catalog-category-bulk-update-job]", "filter"),
        relationships=(("categories", "catalog-category", True),),
    ),
    "get_bulk_update_variants_jobs": Endpoint(
        path="/api/catalog-variant-bulk-update-jobs",
        type="catalog-variant-bulk-update-job",
        rates=((75, 1), (750, 60)),
        parameters=("fields[catalog-variant-bulk-update-job]", "filter"),
        relationships=(("variants", "catalog-variant", True),),
    ),
    "get_catalog_categories": Endpoint(
        path="/api/catalog-categories",
        type="catalog-category",
        rates=((350, 1), (3500, 60)),
        max_page_size=100,
        parameters=("fields[catalog-category]", "filter", "sort"),
        relationships=(("items", "catalog-item", True),),
    ),
    "get_catalog_items": Endpoint(
        path="/api/catalog-items",
        type="catalog-item",
        rates=((350, 1), (3500, 60)),
        max_page_size=100,
        parameters=("fields[catalog-item]", "fields[catalog-variant]", "filter", "include", "sort"),
        relationships=(("variants", "catalog-variant", True),),
    ),
    "get_catalog_variants": Endpoint(
        path="/api/catalog-variants",
        type="catalog-variant",
        rates=((350, 1), (3500, 60)),
        max_page_size=100,
        parameters=("fields[catalog-variant]", "filter", "sort"),
        relationships=(("item", "catalog-item", False),),
    ),
    "get_categories_for_catalog_item": Endpoint(
        path="/api/catalog-items/{id}/categories",
        type="catalog-category",
        rates=((350, 1), (3500, 60)),
        max_page_size=100,
        parameters=("fields[catalog-category]", "filter", "sort"),
        relationships=(("items", "catalog-item", True),),
    ),
    "get_category_ids_for_catalog_item": Endpoint(
        path="/api/catalog-items/{id}/relationships/categories",
        type="catalog-category",
        rates=((350, 1), (3500, 60)),
        max_page_size=100,
        parameters=("filter", "sort"),
    ),
    "get_item_ids_for_catalog_category": Endpoint(
        path="/api/catalog-categories/{id}/relationships/items",
        type="catalog-item",
        rates=((350, 1), (3500, 60)),
        max_page_size=100,
        parameters=("filter", "sort"),
    ),
    "get_items_for_catalog_category": Endpoint(
        path="/api/catalog-categories/{id}/items",
        type="catalog-item",
        rates=((350, 1), (3500, 60)),
        max_page_size=100,
        parameters=("fields[catalog-item]", "fields[catalog-variant]", "filter", "include", "sort"),
        relationships=(("variants", "catalog-variant", True),),
    ),
    "get_variant_ids_for_catalog_item": Endpoint(
        path="/api/catalog-items/{id}/relationships/variants",
        type="catalog-variant",
        rates=((350, 1), (3500, 60)),
        max_page_size=100,
        parameters=("filter", "sort"),
    ),
    "get_variants_for_catalog_item": Endpoint(
        path="/api/catalog-items/{id}/variants",
        type="catalog-variant",
        rates=((350, 1), (3500, 60)),
        max_page_size=100,
        parameters=("fields[catalog-variant]", "filter", "sort"),
        relationships=(("item", "catalog-item", False),),
    ),
    "get_client_geofences": Endpoint(
        path="/client/geofences",
        type="geofence",
        rates=((3, 1), (60, 60)),
        max_page_size=100,
        parameters=("company_id", "fields[geofence]"),
        required=("company_id",),
    ),
    "get_client_review_values_reports": Endpoint(
        path="/client/review-values-reports",
        type="review-values-report",
        rates=((10, 1), (150, 60)),
        max_page_size=100,
        parameters=("company_id", "group_by", "statistics", "timeframe", "fields[review-values-report]", "filter"),
        required=("company_id", "group_by", "statistics", "timeframe"),
    ),
    "get_client_reviews": Endpoint(
        path="/client/reviews",
        type="review",
        rates=((10, 1), (150, 60)),
        max_page_size=100,
        parameters=("company_id", "fields[review]", "filter", "sort"),
        required=("company_id",),
        since=("updated", "greater-or-equal"),
        absent=("email",),
    ),
    "get_bulk_create_coupon_code_jobs": Endpoint(
        path="/api/coupon-code-bulk-create-jobs",
        type="coupon-code-bulk-create-job",
        rates=((75, 1), (750, 60)),
        parameters=("fields[coupon-code-bulk-create-job]", "filter"),
        relationships=(("coupon-codes", "coupon-code", True),),
    ),
    "get_coupon_code_ids_for_coupon": Endpoint(
        path="/api/coupons/{id}/relationships/coupon-codes",
        type="coupon-code",
        rates=((75, 1), (750, 60)),
        max_page_size=100,
        parameters=("filter",),
    ),
    "get_coupon_codes": Endpoint(
        path="/api/coupon-codes",
        type="coupon-code",
        rates=((350, 1), (3500, 60)),
        max_page_size=100,
        parameters=("filter", "fields[coupon-code]", "fields[coupon]", "include"),
        required=("filter",),
        relationships=(("coupon", "coupon", False), ("profile", "profile", False)),
    ),
    "get_coupon_codes_for_coupon": Endpoint(
        path="/api/coupons/{id}/coupon-codes",
        type="coupon-code",
        rates=((75, 1), (750, 60)),
        max_page_size=100,
        parameters=("fields[coupon-code]", "filter"),
        relationships=(("coupon", "coupon", False), ("profile", "profile", False)),
    ),
    "get_coupons": Endpoint(
        path="/api/coupons",
        type="coupon",
        rates=((75, 1), (750, 60)),
        max_page_size=100,
        parameters=("fields[coupon]",),
    ),
    "get_data_sources": Endpoint(
        path="/api/data-sources",
        type="data-source",
        rates=((3, 1), (60, 60)),
        max_page_size=100,
        parameters=("fields[data-source]", "filter"),
    ),
    "get_ingestion_log_ids_for_object_type": Endpoint(
        path="/api/object-types/{id}/relationships/object-ingestion-logs",
        type="object-ingestion-log",
        rates=((1, 1), (15, 60)),
        parameters=("filter",),
    ),
    "get_ingestion_logs_for_object_type": Endpoint(
        path="/api/object-types/{id}/object-ingestion-logs",
        type="object-ingestion-log",
        rates=((1, 1), (15, 60)),
        parameters=(
            "fields[object-ingestion-log]",
            "fields[object-record]",
            "fields[object-type]",
            "filter",
            "include",
        ),
        since=("timestamp", "greater-or-equal"),
        relationships=(("object-type", "object-type", False), ("object-record", "object-record", False)),
    ),
    "get_record_ids_for_object_type": Endpoint(
        path="/api/object-types/{id}/relationships/object-records",
        type="object-record",
        rates=((3, 1), (60, 60)),
        max_page_size=100,
    ),
    "get_records_for_object_type": Endpoint(
        path="/api/object-types/{id}/object-records",
        type="object-record",
        rates=((3, 1), (60, 60)),
        max_page_size=100,
        parameters=("fields[object-record]",),
    ),
    "get_events": Endpoint(
        path="/api/events",
        type="event",
        rates=((350, 1), (3500, 60)),
        max_page_size=1000,
        parameters=(
            "fields[attribution]",
            "fields[event]",
            "fields[metric]",
            "fields[profile]",
            "filter",
            "include",
            "sort",
        ),
        since=("datetime", "greater-or-equal"),
        relationships=(
            ("profile", "profile", False),
            ("metric", "metric", False),
            ("attributions", "attribution", True),
        ),
    ),
    "get_action_ids_for_flow": Endpoint(
        path="/api/flows/{id}/relationships/flow-actions",
        type="flow-action",
        rates=((3, 1), (60, 60)),
        max_page_size=50,
        parameters=("filter", "sort"),
    ),
    "get_actions_for_flow": Endpoint(
        path="/api/flows/{id}/flow-actions",
        type="flow-action",
        rates=((3, 1), (60, 60)),
        max_page_size=50,
        parameters=("fields[flow-action]", "filter", "sort"),
        since=("updated", "greater-or-equal"),
        relationships=(("flow", "flow", False), ("flow-messages", "flow-message", True)),
    ),
    "get_flow_action_messages": Endpoint(
        path="/api/flow-actions/{id}/flow-messages",
        type="flow-message",
        rates=((3, 1), (60, 60)),
        max_page_size=50,
        parameters=("fields[flow-message]", "filter", "sort"),
        since=("updated", "greater-or-equal"),
        absent=("name", "content"),
        relationships=(("flow-action", "flow-action", False), ("template", "template", False)),
    ),
    "get_flows": Endpoint(
        path="/api/flows",
        type="flow",
        rates=((3, 1), (60, 60)),
        max_page_size=50,
        parameters=("fields[flow-action]", "fields[flow]", "fields[tag]", "filter", "include", "sort"),
        since=("updated", "greater-or-equal"),
        relationships=(("flow-actions", "flow-action", True), ("tags", "tag", True)),
    ),
    "get_message_ids_for_flow_action": Endpoint(
        path="/api/flow-actions/{id}/relationships/flow-messages",
        type="flow-message",
        rates=((3, 1), (60, 60)),
        max_page_size=50,
        parameters=("filter", "sort"),
    ),
    "get_forms": Endpoint(
        path="/api/forms",
        type="form",
        rates=((3, 1), (60, 60)),
        max_page_size=100,
        parameters=("fields[form]", "filter", "sort"),
        since=("updated_at", "greater-or-equal"),
        relationships=(("form-versions", "form-version", True),),
    ),
    "get_version_ids_for_form": Endpoint(
        path="/api/forms/{id}/relationships/form-versions",
        type="form-version",
        rates=((3, 1), (60, 60)),
        max_page_size=100,
        parameters=("filter", "sort"),
    ),
    "get_versions_for_form": Endpoint(
        path="/api/forms/{id}/form-versions",
        type="form-version",
        rates=((3, 1), (60, 60)),
        max_page_size=100,
        parameters=("fields[form-version]", "filter", "sort"),
        since=("updated_at", "greater-or-equal"),
        relationships=(("form", "form", False),),
    ),
    "get_images": Endpoint(
        path="/api/images",
        type="image",
        rates=((10, 1), (150, 60)),
        max_page_size=100,
        parameters=("fields[image]", "filter", "sort"),
        since=("updated_at", "greater-or-equal"),
    ),
    "get_lists": Endpoint(
        path="/api/lists",
        type="list",
        rates=((75, 1), (750, 60)),
        max_page_size=10,
        parameters=("fields[flow]", "fields[list]", "fields[tag]", "filter", "include", "sort"),
        since=("updated", "greater-than"),
        relationships=(("profiles", "profile", True), ("tags", "tag", True), ("flow-triggers", "flow", True)),
    ),
    "get_profile_ids_for_list": Endpoint(
        path="/api/lists/{id}/relationships/profiles",
        type="profile",
        rates=((75, 1), (750, 60)),
        max_page_size=100,
        parameters=("filter", "sort"),
    ),
    "get_profiles_for_list": Endpoint(
        path="/api/lists/{id}/profiles",
        type="profile",
        rates=((75, 1), (750, 60)),
        max_page_size=100,
        parameters=("fields[profile]", "filter", "sort"),
        since=("joined_group_at", "greater-or-equal"),
        additional_fields=(("subscriptions", ()), ("predictive_analytics", ((10, 1), (150, 60)))),
        relationships=(("lists", "list", True), ("segments", "segment", True), ("push-tokens", "push-token", True)),
    ),
    "get_metrics": Endpoint(
        path="/api/metrics",
        type="metric",
        rates=((10, 1), (150, 60)),
        parameters=("fields[flow]", "fields[metric]", "filter", "include"),
        relationships=(("flow-triggers", "flow", True),),
    ),
    "get_bulk_import_profiles_jobs": Endpoint(
        path="/api/profile-bulk-import-jobs",
        type="profile-bulk-import-job",
        rates=((10, 1), (150, 60)),
        max_page_size=100,
        parameters=("fields[profile-bulk-import-job]", "filter", "sort"),
        relationships=(("lists", "list", True), ("profiles", "profile", True), ("import-errors", "import-error", True)),
    ),
    "get_bulk_suppress_profiles_jobs": Endpoint(
        path="/api/profile-suppression-bulk-create-jobs",
        type="profile-suppression-bulk-create-job",
        rates=((75, 1), (750, 60)),
        parameters=("fields[profile-suppression-bulk-create-job]", "filter", "sort"),
        relationships=(("lists", "list", True), ("segments", "segment", True)),
    ),
    "get_bulk_unsuppress_profiles_jobs": Endpoint(
        path="/api/profile-suppression-bulk-delete-jobs",
        type="profile-suppression-bulk-delete-job",
        rates=((75, 1), (750, 60)),
        parameters=("fields[profile-suppression-bulk-delete-job]", "filter", "sort"),
        relationships=(("lists", "list", True), ("segments", "segment", True)),
    ),
    "get_errors_for_bulk_import_profiles_job": Endpoint(
        path="/api/profile-bulk-import-jobs/{id}/import-errors",
        type="import-error",
        rates=((10, 1), (150, 60)),
        max_page_size=100,
        parameters=("fields[import-error]",),
    ),
    "get_profile_ids_for_bulk_import_profiles_job": Endpoint(
        path="/api/profile-bulk-import-jobs/{id}/relationships/profiles",
        type="profile",
        rates=((10, 1), (150, 60)),
        max_page_size=100,
    ),
    "get_profiles": Endpoint(
        path="/api/profiles",
        type="profile",
        rates=((75, 1), (750, 60)),
        max_page_size=100,
        parameters=("fields[conversation]", "fields[profile]", "fields[push-token]", "filter", "include", "sort"),
        since=("updated", "greater-than"),
        additional_fields=(("subscriptions", ()), ("predictive_analytics", ((10, 1), (150, 60)))),
        absent=("joined_group_at",),
        relationships=(
            ("lists", "list", True),
            ("segments", "segment", True),
            ("push-tokens", "push-token", True),
            ("conversations", "conversation", True),
        ),
    ),
    "get_profiles_for_bulk_import_profiles_job": Endpoint(
        path="/api/profile-bulk-import-jobs/{id}/profiles",
        type="profile",
        rates=((10, 1), (150, 60)),
        max_page_size=100,
        parameters=("fields[profile]",),
        additional_fields=(("subscriptions", ()), ("predictive_analytics", ((10, 1), (150, 60)))),
        absent=("joined_group_at",),
        relationships=(("lists", "list", True), ("segments", "segment", True), ("push-tokens", "push-token", True)),
    ),
    "get_push_tokens": Endpoint(
        path="/api/push-tokens",
        type="push-token",
        rates=((10, 1), (150, 60)),
        max_page_size=100,
        parameters=("fields[profile]", "fields[push-token]", "filter", "include"),
        relationships=(("profile", "profile", False),),
    ),
    "get_reviews": Endpoint(
        path="/api/reviews",
        type="review",
        rates=((10, 1), (150, 60)),
        max_page_size=100,
        parameters=("fields[event]", "fields[review]", "filter", "include", "sort"),
        since=("created", "greater-or-equal"),
        relationships=(("events", "event", True), ("item", "catalog-item", False)),
    ),
    "get_profile_ids_for_segment": Endpoint(
        path="/api/segments/{id}/relationships/profiles",
        type="profile",
        rates=((75, 1), (750, 60)),
        max_page_size=100,
        parameters=("filter", "sort"),
    ),
    "get_profiles_for_segment": Endpoint(
        path="/api/segments/{id}/profiles",
        type="profile",
        rates=((75, 1), (750, 60)),
        max_page_size=100,
        parameters=("fields[profile]", "filter", "sort"),
        since=("joined_group_at", "greater-or-equal"),
        additional_fields=(("subscriptions", ()), ("predictive_analytics", ((75, 1), (750, 60)))),
        relationships=(("lists", "list", True), ("segments", "segment", True), ("push-tokens", "push-token", True)),
    ),
    "get_segments": Endpoint(
        path="/api/segments",
        type="segment",
        rates=((75, 1), (750, 60)),
        max_page_size=10,
        parameters=("fields[flow]", "fields[segment]", "fields[tag]", "filter", "include", "sort"),
        since=("updated", "greater-than"),
        relationships=(("profiles", "profile", True),),
    ),
    "get_tag_groups": Endpoint(
        path="/api/tag-groups",
        type="tag-group",
        rates=((3, 1), (60, 60)),
        max_page_size=25,
        parameters=("fields[tag-group]", "filter", "sort"),
        relationships=(("tags", "tag", True),),
    ),
    "get_tags": Endpoint(
        path="/api/tags",
        type="tag",
        rates=((3, 1), (60, 60)),
        max_page_size=50,
        parameters=("fields[tag-group]", "fields[tag]", "filter", "include", "sort"),
        relationships=(
            ("tag-group", "tag-group", False),
            ("lists", "list", True),
            ("segments", "segment", True),
            ("campaigns", "campaign", True),
            ("flows", "flow", True),
        ),
    ),
    "get_all_universal_content": Endpoint(
        path="/api/template-universal-content",
        type="template-universal-content",
        rates=((75, 1), (750, 60)),
        max_page_size=100,
        parameters=("fields[template-universal-content]", "filter", "sort"),
        since=("updated", "greater-or-equal"),
    ),
    "get_templates": Endpoint(
        path="/api/templates",
        type="template",
        rates=((75, 1), (750, 60)),
        max_page_size=10,
        parameters=("fields[template]", "filter", "sort"),
        since=("updated", "greater-or-equal"),
        additional_fields=(("definition", ()),),
    ),
    "get_text_messaging_senders": Endpoint(
        path="/api/text-messaging-senders",
        type="text-messaging-sender",
        rates=((3, 1), (60, 60)),
        max_page_size=20,
        parameters=("fields[text-messaging-sender-registration]", "fields[text-messaging-sender]", "include", "sort"),
        relationships=(("text-messaging-sender-registration", "text-messaging-sender-registration", False),),
    ),
    "get_tracking_settings": Endpoint(
        path="/api/tracking-settings",
        type="tracking-setting",
        rates=((10, 1), (150, 60)),
        max_page_size=1,
        parameters=("fields[tracking-setting]",),
    ),
    "get_translations": Endpoint(
        path="/api/translations",
        type="translation",
        rates=((10, 1), (150, 60)),
        max_page_size=100,
        parameters=(
            "fields[campaign-variation]",
            "fields[flow-message]",
            "fields[template-universal-content]",
            "fields[template]",
            "fields[translation]",
            "filter",
            "include",
            "sort",
        ),
        relationships=(
            ("campaign-variation", "campaign-variation", False),
            ("flow-message", "flow-message", False),
            ("template", "template", False),
            ("template-universal-content", "template-universal-content", False),
            ("consent-page", "consent-page", False),
        ),
    ),
    "get_web_feeds": Endpoint(
        path="/api/web-feeds",
        type="web-feed",
        rates=((1, 1), (15, 60)),
        max_page_size=20,
        parameters=("fields[web-feed]", "filter", "sort"),
        since=("updated", "greater-or-equal"),
    ),
}


# ---- workbench/bulk/exports/suggestions.py ---------------------------------------------------------------------------
# What someone may have meant by a name that does not exist.


def suggest(name: Any, names: Any) -> str:
    """The most similar of the names, as a question, or else all of them if they are few."""
    similar = difflib.get_close_matches(str(name), list(names), n=1)
    if similar:
        return f"; did you mean {similar[0]}?"
    return f"; there are {', '.join(names)}" if 0 < len(names) < 30 else ""


# ---- workbench/bulk/exports/times.py ---------------------------------------------------------------------------------
# Times in what Klaviyo answers.


def time_of(value: Any) -> datetime | None:
    """A time with its zone, UTC if it has none; None if it is none."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return datetime.fromtimestamp(value, UTC)
    try:
        time = datetime.fromisoformat(value)
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None


# ---- workbench/bulk/exports/attributes.py ----------------------------------------------------------------------------
# The attributes that Klaviyo documents, as columns. Generated from Klaviyo's API description, revision 2026-10-15.


# By type of resource: the names of the columns, with dots where attributes are nested, and the types of the values.
# `json` is everything that has no columns of its own: lists, and objects with names that each account chooses.
# fmt: off
COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {
    "campaign": (
        ("definition.name", "text"), ("definition.builder", "text"), ("definition.archived", "boolean"),
        ("definition.color", "text"), ("definition.description", "text"),
        ("definition.send_settings.send_timezone", "text"), ("definition.send_settings.send_strategy", "text"),
        ("definition.send_settings.send_passed_rltz_immediately", "boolean"),
        ("definition.send_settings.exit_condition_enabled", "boolean"),
        ("definition.send_settings.exit_condition_conversion_metric_id", "text"), ("created_at", "time"),
        ("updated_at", "time"),
    ),
    "campaign-audience": (
        ("created", "time"), ("updated", "time"), ("definition.name", "text"), ("definition.included", "json"),
        ("definition.excluded", "json"), ("definition.priority", "integer"),
    ),
    "campaign-message": (
        ("created", "time"), ("updated", "time"), ("definition.name", "text"), ("definition.status", "text"),
        ("definition.tracking_options.is_add_utm", "boolean"),
        ("definition.tracking_options.is_tracking_clicks", "boolean"),
        ("definition.tracking_options.is_tracking_opens", "boolean"), ("definition.send_options.send_time", "time"),
        ("definition.send_options.send_times", "json"), ("definition.send_options.send_strategy", "text"),
        ("definition.send_options.recipient_percentage", "integer"),
        ("definition.send_options.throttling_type", "text"), ("definition.send_options.throttle_unit", "text"),
        ("definition.send_options.is_ignoring_unsubscribes", "boolean"), ("definition.ab_test.winner_metric", "text"),
        ("definition.ab_test.winner_percentage", "integer"), ("definition.ab_test.winner_wait_hours", "integer"),
    ),
    "campaign-variation": (
        ("created", "time"), ("updated", "time"), ("definition.name", "text"), ("definition.details", "json"),
    ),
    "catalog-category": (
        ("external_id", "text"), ("name", "text"), ("updated", "time"),
    ),
    "catalog-category-bulk-create-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "catalog-category-bulk-delete-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "catalog-category-bulk-update-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "catalog-item": (
        ("external_id", "text"), ("title", "text"), ("description", "text"), ("price", "number"), ("url", "text"),
        ("image_full_url", "text"), ("image_thumbnail_url", "text"), ("images", "json"), ("custom_metadata", "json"),
        ("published", "boolean"), ("created", "time"), ("updated", "time"),
    ),
    "catalog-item-bulk-create-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "catalog-item-bulk-delete-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "catalog-item-bulk-update-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "catalog-variant": (
        ("external_id", "text"), ("title", "text"), ("description", "text"), ("sku", "text"),
        ("inventory_policy", "integer"), ("inventory_quantity", "number"), ("price", "number"), ("url", "text"),
        ("image_full_url", "text"), ("image_thumbnail_url", "text"), ("images", "json"), ("custom_metadata", "json"),
        ("published", "boolean"), ("created", "time"), ("updated", "time"),
    ),
    "catalog-variant-bulk-create-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "catalog-variant-bulk-delete-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "catalog-variant-bulk-update-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "conversation": (
        ("channel", "text"),
    ),
    "coupon": (
        ("external_id", "text"), ("description", "text"), ("monitor_configuration", "json"),
        ("assigner_configuration.used", "text"), ("assigner_configuration.unused_expired", "text"),
    ),
    "coupon-code": (
        ("unique_code", "text"), ("expires_at", "time"), ("status", "text"),
    ),
    "coupon-code-bulk-create-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "data-source": (
        ("title", "text"), ("visibility", "text"), ("description", "text"), ("namespace", "text"),
    ),
    "event": (
        ("timestamp", "integer"), ("event_properties", "json"), ("datetime", "time"), ("uuid", "text"),
    ),
    "flow": (
        ("name", "text"), ("status", "text"), ("archived", "boolean"), ("created", "time"), ("updated", "time"),
        ("trigger_type", "text"),
    ),
    "flow-action": (
        ("created", "time"), ("updated", "time"), ("definition", "json"),
    ),
    "flow-message": (
        ("channel", "text"), ("created", "time"), ("updated", "time"), ("definition", "json"), ("name", "text"),
        ("content", "json"),
    ),
    "form": (
        ("name", "text"), ("status", "text"), ("ab_test", "boolean"), ("created_at", "time"), ("updated_at", "time"),
    ),
    "form-version": (
        ("form_type", "text"), ("variation_name", "text"), ("status", "text"), ("created_at", "time"),
        ("updated_at", "time"), ("ab_test.variation_name", "text"),
    ),
    "geofence": (
        ("latitude", "number"), ("longitude", "number"), ("radius", "number"),
    ),
    "image": (
        ("name", "text"), ("image_url", "text"), ("format", "text"), ("size", "integer"), ("hidden", "boolean"),
        ("updated_at", "time"),
    ),
    "import-error": (
        ("code", "text"), ("title", "text"), ("detail", "text"), ("source.pointer", "text"),
        ("original_payload", "json"),
    ),
    "list": (
        ("name", "text"), ("created", "time"), ("updated", "time"), ("opt_in_process", "text"),
    ),
    "metric": (
        ("name", "text"), ("created", "text"), ("updated", "text"), ("integration", "json"),
    ),
    "object-ingestion-log": (
        ("status", "text"), ("event_type", "text"), ("timestamp", "time"), ("summary", "text"), ("errors", "json"),
    ),
    "object-record": (
        ("record_properties", "json"),
    ),
    "object-type": (
        ("title", "text"), ("description", "text"), ("status", "text"), ("namespace", "text"), ("created_at", "time"),
        ("updated_at", "time"),
    ),
    "profile": (
        ("email", "text"), ("phone_number", "text"), ("external_id", "text"), ("first_name", "text"),
        ("last_name", "text"), ("organization", "text"), ("locale", "text"), ("title", "text"), ("image", "text"),
        ("created", "time"), ("updated", "time"), ("last_event_date", "time"), ("location.address1", "text"),
        ("location.address2", "text"), ("location.city", "text"), ("location.country", "text"),
        ("location.latitude", "text"), ("location.longitude", "text"), ("location.region", "text"),
        ("location.zip", "text"), ("location.timezone", "text"), ("location.ip", "text"), ("properties", "json"),
        ("joined_group_at", "time"), ("subscriptions.email.marketing.can_receive_email_marketing", "boolean"),
        ("subscriptions.email.marketing.consent", "text"), ("subscriptions.email.marketing.consent_timestamp", "time"),
        ("subscriptions.email.marketing.last_updated", "time"), ("subscriptions.email.marketing.method", "text"),
        ("subscriptions.email.marketing.method_detail", "text"),
        ("subscriptions.email.marketing.custom_method_detail", "text"),
        ("subscriptions.email.marketing.double_optin", "boolean"),
        ("subscriptions.email.marketing.suppression", "json"),
        ("subscriptions.email.marketing.list_suppressions", "json"),
        ("subscriptions.email.open_tracking.consent", "text"),
        ("subscriptions.email.open_tracking.can_receive", "boolean"),
        ("subscriptions.email.open_tracking.consent_timestamp", "time"),
        ("subscriptions.email.open_tracking.last_updated", "time"),
        ("subscriptions.email.open_tracking.created_timestamp", "time"),
        ("subscriptions.email.open_tracking.metadata", "json"),
        ("subscriptions.email.open_tracking.valid_until", "time"),
        ("subscriptions.email.click_tracking.consent", "text"),
        ("subscriptions.email.click_tracking.can_receive", "boolean"),
        ("subscriptions.email.click_tracking.consent_timestamp", "time"),
        ("subscriptions.email.click_tracking.last_updated", "time"),
        ("subscriptions.email.click_tracking.created_timestamp", "time"),
        ("subscriptions.email.click_tracking.metadata", "json"),
        ("subscriptions.email.click_tracking.valid_until", "time"),
        ("subscriptions.sms.marketing.can_receive_sms_marketing", "boolean"),
        ("subscriptions.sms.marketing.consent", "text"), ("subscriptions.sms.marketing.consent_timestamp", "time"),
        ("subscriptions.sms.marketing.method", "text"), ("subscriptions.sms.marketing.method_detail", "text"),
        ("subscriptions.sms.marketing.last_updated", "time"),
        ("subscriptions.sms.transactional.can_receive_sms_transactional", "boolean"),
        ("subscriptions.sms.transactional.consent", "text"),
        ("subscriptions.sms.transactional.consent_timestamp", "time"),
        ("subscriptions.sms.transactional.method", "text"), ("subscriptions.sms.transactional.method_detail", "text"),
        ("subscriptions.sms.transactional.last_updated", "time"),
        ("subscriptions.mobile_push.marketing.can_receive_push_marketing", "boolean"),
        ("subscriptions.mobile_push.marketing.consent", "text"),
        ("subscriptions.mobile_push.marketing.consent_timestamp", "time"),
        ("subscriptions.whatsapp.marketing.consent", "text"),
        ("subscriptions.whatsapp.marketing.can_receive", "boolean"),
        ("subscriptions.whatsapp.marketing.consent_timestamp", "time"),
        ("subscriptions.whatsapp.marketing.last_updated", "time"),
        ("subscriptions.whatsapp.marketing.created_timestamp", "time"),
        ("subscriptions.whatsapp.marketing.metadata", "json"), ("subscriptions.whatsapp.marketing.valid_until", "time"),
        ("subscriptions.whatsapp.marketing.phone_number", "text"),
        ("subscriptions.whatsapp.transactional.consent", "text"),
        ("subscriptions.whatsapp.transactional.can_receive", "boolean"),
        ("subscriptions.whatsapp.transactional.consent_timestamp", "time"),
        ("subscriptions.whatsapp.transactional.last_updated", "time"),
        ("subscriptions.whatsapp.transactional.created_timestamp", "time"),
        ("subscriptions.whatsapp.transactional.metadata", "json"),
        ("subscriptions.whatsapp.transactional.valid_until", "time"),
        ("subscriptions.whatsapp.transactional.phone_number", "text"),
        ("subscriptions.whatsapp.conversational.consent", "text"),
        ("subscriptions.whatsapp.conversational.can_receive", "boolean"),
        ("subscriptions.whatsapp.conversational.consent_timestamp", "time"),
        ("subscriptions.whatsapp.conversational.last_updated", "time"),
        ("subscriptions.whatsapp.conversational.created_timestamp", "time"),
        ("subscriptions.whatsapp.conversational.metadata", "json"),
        ("subscriptions.whatsapp.conversational.valid_until", "time"),
        ("subscriptions.whatsapp.conversational.phone_number", "text"), ("predictive_analytics.historic_clv", "number"),
        ("predictive_analytics.predicted_clv", "number"), ("predictive_analytics.total_clv", "number"),
        ("predictive_analytics.historic_number_of_orders", "number"),
        ("predictive_analytics.predicted_number_of_orders", "number"),
        ("predictive_analytics.average_days_between_orders", "number"),
        ("predictive_analytics.average_order_value", "number"), ("predictive_analytics.churn_probability", "number"),
        ("predictive_analytics.expected_date_of_next_order", "time"),
        ("predictive_analytics.ranked_channel_affinity", "json"),
    ),
    "profile-bulk-import-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("expires_at", "time"), ("started_at", "time"),
    ),
    "profile-suppression-bulk-create-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("completed_at", "time"), ("skipped_count", "integer"),
    ),
    "profile-suppression-bulk-delete-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("completed_at", "time"), ("skipped_count", "integer"),
    ),
    "push-token": (
        ("created", "time"), ("token", "text"), ("enablement_status", "text"), ("platform", "text"), ("vendor", "text"),
        ("background", "text"), ("recorded_date", "text"), ("metadata.device_id", "text"),
        ("metadata.klaviyo_sdk", "text"), ("metadata.sdk_version", "text"), ("metadata.device_model", "text"),
        ("metadata.os_name", "text"), ("metadata.os_version", "text"), ("metadata.manufacturer", "text"),
        ("metadata.app_name", "text"), ("metadata.app_version", "text"), ("metadata.app_build", "text"),
        ("metadata.app_id", "text"), ("metadata.environment", "text"),
    ),
    "review": (
        ("verified", "boolean"), ("review_type", "text"), ("created", "time"), ("updated", "time"), ("images", "json"),
        ("status", "json"), ("product.url", "text"), ("product.name", "text"), ("product.image_url", "text"),
        ("product.external_id", "text"), ("rating", "integer"), ("author", "text"), ("content", "text"),
        ("title", "text"), ("smart_quote", "text"), ("public_reply.content", "text"), ("public_reply.author", "text"),
        ("public_reply.updated", "time"), ("email", "text"),
    ),
    "review-values-report": (
        ("results", "json"),
    ),
    "segment": (
        ("is_active", "boolean"), ("is_processing", "boolean"), ("is_starred", "boolean"), ("name", "text"),
        ("definition.condition_groups", "json"), ("created", "time"), ("updated", "time"),
    ),
    "tag": (
        ("name", "text"),
    ),
    "tag-group": (
        ("name", "text"), ("exclusive", "boolean"), ("default", "boolean"),
    ),
    "template": (
        ("name", "text"), ("editor_type", "text"), ("html", "text"), ("text", "text"), ("amp", "text"),
        ("created", "time"), ("updated", "time"), ("screenshot_url", "text"), ("definition.body.properties.id", "text"),
        ("definition.body.properties.css_class", "text"), ("definition.body.styles.background_color", "text"),
        ("definition.body.styles.width", "integer"), ("definition.body.id", "text"),
        ("definition.body.sections", "json"), ("definition.styles", "json"), ("definition.id", "text"),
        ("definition.template_id", "text"),
    ),
    "template-universal-content": (
        ("name", "text"), ("created", "time"), ("updated", "time"), ("screenshot_status", "text"),
        ("screenshot_url", "text"), ("definition", "json"),
    ),
    "text-messaging-sender": (
        ("sender_type", "text"), ("sender_details.country", "text"), ("status", "text"), ("created_at", "time"),
        ("forwarding_number", "text"), ("sender_identifier", "text"),
    ),
    "text-messaging-sender-registration": (
        ("status", "text"), ("failures", "json"), ("created_at", "time"), ("updated_at", "time"),
        ("submitted_at", "time"), ("decided_at", "time"),
    ),
    "tracking-setting": (
        ("auto_add_parameters", "boolean"), ("utm_source.flow", "json"), ("utm_source.campaign", "json"),
        ("utm_medium.flow", "json"), ("utm_medium.campaign", "json"), ("utm_campaign.flow", "json"),
        ("utm_campaign.campaign", "json"), ("utm_id.flow", "json"), ("utm_id.campaign", "json"),
        ("utm_term.flow", "json"), ("utm_term.campaign", "json"), ("custom_parameters", "json"),
    ),
    "translation": (
        ("source_locale", "text"), ("target_locales", "json"), ("channel", "text"), ("fallback_locale", "text"),
        ("metadata", "json"), ("created", "time"), ("updated", "time"),
    ),
    "web-feed": (
        ("name", "text"), ("url", "text"), ("request_method", "text"), ("content_type", "text"), ("created", "time"),
        ("updated", "time"), ("status", "text"),
    ),
}


# ---- workbench/bulk/command_line.py ----------------------------------------------------------------------------------
# The command line: arguments on stdin, the result on stdout.


def run_by_hand(main: Callable[..., Any]) -> None:
    """Call main with the JSON object on stdin, print what it returns."""
    try:
        arguments = json.load(sys.stdin.buffer)
    except ValueError as error:
        sys.exit(f"stdin must be a JSON object with the arguments of main: {error}")
    try:
        print(json.dumps(main(**arguments), indent=2, ensure_ascii=False))
    except (BulkFailed, TypeError) as error:
        sys.exit(f"{type(error).__name__}: {error}")


# ---- workbench/bulk/account.py ---------------------------------------------------------------------------------------
# The account that a run belongs to.


def identify_account(authorization: str, revision: str) -> str:
    """Return what tells the account from others in every run: the API key, or for an access token the account's ID.

    An access token is another one every hour; Klaviyo says whose it is. Raises BulkFailed if it does not.
    """
    if not authorization.startswith("Bearer "):
        return authorization.removeprefix("Klaviyo-API-Key ")
    with Client(authorization, revision, RATES) as client:
        response, _ = client.request("GET", "/api/accounts?fields[account]=locale", endpoint="account")
        if response is None:
            raise BulkFailed(f"{end_sentence(client.stopped)} Nothing was sent", temporary=client.temporary)
        accounts = objects_of(response, "data")
        identifier = inside(accounts[0], "id") if accounts else inside(json_of(response), "data", "id")
        if response.status_code != 200 or not isinstance(identifier, str):
            raise BulkFailed(f"the account of the token cannot be read: {client.quote(response)}. Nothing was sent")
    return identifier


# ---- workbench/bulk/progress.py --------------------------------------------------------------------------------------
# Progress: a bar in a terminal, lines in a log.


LOG_EVERY = 10  # seconds, if there is no terminal for a bar


def progress(
    doing: str, unit: str, total: int | None = None, items: Iterable[Any] | None = None, initial: int = 0
) -> tqdm[Any]:
    """A bar in a terminal; elsewhere a line now and then. It is the items, or is updated by hand."""
    options: dict[str, Any] = {"desc": doing, "unit": f" {unit}", "unit_scale": True, "total": total, "leave": False}
    options["initial"] = initial
    if not sys.stderr.isatty():
        options |= {"mininterval": LOG_EVERY, "delay": LOG_EVERY, "miniters": 1}
        options["bar_format"] = "{desc}: {n_fmt}/{total_fmt} [{elapsed}<{remaining}, {rate_fmt}]\n"
    return tqdm(items, **options)


# ---- workbench/bulk/arguments.py -------------------------------------------------------------------------------------
# The arguments of `main`, checked; BulkFailed names the one that is wrong.


SCHEMES = {"apiKey": "Klaviyo-API-Key", "token": "Bearer"}  # of the header Authorization, by the field of a resource


def check_account(auth: Any) -> str:
    """Return the value of the header Authorization, of exactly one of `apiKey` and `token`."""
    fields = auth if isinstance(auth, dict) else {}
    secrets = {name: fields.get(name) for name in SCHEMES}
    names = [name for name, secret in secrets.items() if secret is not None and str(secret).strip()]
    if not names:
        raise BulkFailed("auth has neither apiKey, a private API key, nor token, the access token of an app")
    if len(names) > 1:
        raise BulkFailed("auth has both apiKey and token: one of them must be empty")
    [name] = names
    secret = secrets[name]
    if not (isinstance(secret, str) and re.fullmatch("[!-~]+", secret)):
        raise BulkFailed(f"auth.{name} must consist of printable ASCII characters without blanks")
    return f"{SCHEMES[name]} {secret}"


def check_revision(revision: Any) -> str:
    """Return the revision of Klaviyo's API: by default that for which the script was made."""
    if revision is None or not str(revision).strip():
        return REVISION
    if not (isinstance(revision, str) and re.fullmatch(r"\d{4}-\d\d-\d\d(\.\w+)?", revision)):
        raise BulkFailed(f"revision must be a date such as {REVISION}")
    return revision


def text(name: str, value: Any) -> str:
    """Empty if it is not there."""
    if not isinstance(value or "", str):
        raise BulkFailed(f"{name} must be text, not {value!s:.40}")
    return compose((value or "").strip())


# ---- workbench/bulk/revision.py --------------------------------------------------------------------------------------
# The revision of Klaviyo's API that the scripts are made for. Generated.


REVISION = "2026-10-15"


# ---- workbench/bulk/journal_file.py ----------------------------------------------------------------------------------
# The SQLite files that journals are.


def attach_journal(db: sqlite3.Connection, path: Path, mark: int, version: int, tables: str) -> None:
    """Open a SQLite file as `journal`, created if need be. `mark`: its application ID; `version`: its user version.

    Raises BulkFailed if it is something else, of another version, or in use.
    """
    try:
        db.execute("ATTACH ? AS journal", [str(path)])
        db.execute("PRAGMA journal.locking_mode = EXCLUSIVE")
        [present] = db.execute("PRAGMA journal.application_id").fetchone()
        [written] = db.execute("PRAGMA journal.user_version").fetchone()
        is_new = not path.exists() or not path.stat().st_size
        if present != mark and not is_new:
            raise sqlite3.DatabaseError("it is another kind of file")
        if written != version and not is_new:
            raise BulkFailed(
                f"{path} was written by another version of this script, which cannot tell this one what it has sent. To"
                " send everything again, delete it, or name another journal"
            )
        db.execute(f"PRAGMA journal.application_id = {mark}")
        db.execute(f"PRAGMA journal.user_version = {version}")
        db.executescript(tables)
    except sqlite3.Error as error:
        if "locked" in str(error):
            raise BulkFailed(f"another run is using {path}") from None
        raise BulkFailed(f"{path} cannot be used as a journal: {error}") from None


# ---- workbench/bulk/text.py ------------------------------------------------------------------------------------------
# Texts as JSON, as bytes and as hashes.


def digest(text: str) -> str:
    return hashlib.sha256(encode(text)).hexdigest()[:32]


def short_digest(text: str) -> int:
    """64 bits, signed as SQLite has them."""
    return int.from_bytes(hashlib.blake2b(encode(text), digest_size=8).digest(), "big", signed=True)


compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encode(text: str) -> bytes:
    """UTF-8; a lone surrogate becomes its JSON escape."""
    return text.encode(errors="backslashreplace")


def compose(text: str) -> str:
    """A text in Unicode's composed form (NFC), in which an accented letter has one spelling."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def storable(text: str) -> tuple[str, int]:
    """A text without lone surrogates, and its length in bytes."""
    if text.isascii():
        return text, len(text)
    data = encode(text)
    return data.decode(), len(data)


def end_sentence(text: str) -> str:
    """Return a text with a full stop, unless it ends like a sentence."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


# ---- workbench/bulk/windmill.py --------------------------------------------------------------------------------------
# Windmill's state, and calls to Windmill that may fail.


STATE = os.environ.get("WM_STATE_PATH_NEW") or os.environ.get("WM_STATE_PATH")  # set if Windmill runs the script
MAX_STATE = 25_000  # numbers, of 20 characters; Windmill's state is continued in a further one


def attempt(action: str, call: Callable[[], Any]) -> bool:
    """Whether a call to Windmill succeeds. If it fails, the log says so, and the run goes on."""
    try:
        call()
    except Exception as error:  # Windmill's client raises what it likes
        print(f"Windmill cannot {action}: {error!s:.300}", file=sys.stderr)
        return False
    return True


def read_state(path: str) -> list[Any]:
    """The value at a path in a list, which is empty if there is none. wmill.get_state gives None if it fails, too."""
    windmill = wmill.Windmill()  # type: ignore[no-untyped-call]
    exists = windmill.get(f"w/{windmill.workspace}/resources/exists/{path}").json()
    return [windmill.get_resource(path)] if exists else []


# ---- workbench/bulk/source.py ----------------------------------------------------------------------------------------
# The source of rows: a file, a URL, an S3 object or a list.


def download(source: Any, path: Path) -> Mapping[str, str]:
    """Write a file. Returns the headers of the response, of an S3 object none."""
    with path.open("wb") as copy:
        if isinstance(source, dict) or source.startswith("s3://"):
            with wmill.load_s3_file_reader(source) as reader:
                while chunk := reader.read(1_000_000):
                    copy.write(chunk)
            return {}
        with requests.get(source, stream=True, timeout=TIMEOUT) as response:
            response.raise_for_status()
            for chunk in response.iter_content(1_000_000):
                copy.write(chunk)
            return response.headers


# ---- workbench/bulk/client.py ----------------------------------------------------------------------------------------
# Requests to Klaviyo, at the pace that it allows.


API = "https://a.klaviyo.com"
RATES = [Rate(10, Duration.SECOND), Rate(150, Duration.MINUTE)]  # of most endpoints that send files
TIMEOUT = (10, 60)  # seconds to connect, to read
MAX_TRIES = 6  # of a request whose outcome is unknown
MAX_WAIT = 300  # seconds in all that Klaviyo may ask for; longer, as a daily cap does, ends the run until later
CONTENT_TYPE = "application/vnd.api+json"


class Client:
    """Sends requests from several threads. `stopped`: why nothing more is sent; `temporary`: whether it may pass.

    `authorization`: the header, empty for endpoints that take none. `rates`: of each endpoint. `parts`: how many runs
    share them.
    """

    def __init__(self, authorization: str, revision: str, rates: list[Rate], parts: int = 1) -> None:
        self.stopped = ""
        self.temporary = False
        self.retries = 0
        self._authorization = authorization
        self._session = requests.Session()
        self._session.headers.update({"Accept": CONTENT_TYPE, "revision": revision})
        self._session.auth = self._authorize
        self._rates = [Rate(max(1, rate.limit // parts), rate.interval) for rate in rates]
        self._limiters: dict[str, Limiter] = {}  # by endpoint
        self._lock = threading.Lock()
        self._resume = 0.0  # monotonic time before which nothing is sent

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End the connections, and the limiters' threads: a worker may run many imports."""
        self._session.close()
        for limiter in self._limiters.values():
            for bucket in limiter.buckets():
                limiter.dispose(bucket)

    def _authorize(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers.pop("Authorization", None)  # so that a .netrc cannot replace it
        if self._authorization:
            request.headers["Authorization"] = self._authorization
        return request

    def stop(self, reason: str, temporary: bool = False) -> None:
        """Send nothing more. The first reason counts. `temporary`: the same run can succeed later."""
        with self._lock:
            if not self.stopped:
                self.stopped, self.temporary = reason, temporary

    def request(
        self,
        method: str,
        path: str,
        payload: bytes | None = None,
        endpoint: str = "",
        final: Container[int | None] = (),
    ) -> tuple[requests.Response | None, bool]:
        """Klaviyo's answer, a success or a refusal of what was sent; None if all has to stop.

        And whether a try before it may have been accepted as well. `final`: the other statuses that are an answer, in
        them None if a request that got none is not to be repeated.
        """
        success = 202 if method == "POST" else 200  # anything else may come from a proxy
        unsure, failures, waited = False, 0, 0.0
        while True:
            response = self._try(method, path, payload, endpoint)
            status = response.status_code if response is not None else None
            if status in (success, 400, 409, 413, 422) or status in final:
                return response, unsure
            if self.stopped:
                return None, unsure
            asked = response.headers.get("Retry-After") if response is not None else None
            if status == 429:
                pause = parse_seconds(asked, 2)
            elif status is None or status >= 500:
                unsure, failures, pause = True, failures + 1, parse_seconds(asked, 2.0 ** (failures + 1))
            else:
                self.stop(f"Klaviyo answers {status}: {self.quote(response)}")
                return None, unsure
            waited += pause
            if waited > MAX_WAIT:
                self.stop(f"Klaviyo asks to wait {waited:,.0f} seconds", temporary=True)
            elif failures == MAX_TRIES:
                last = f", at last {status}" if status else ""
                self.stop(f"Klaviyo gave no answer in {MAX_TRIES} tries{last}", temporary=True)
            with self._lock:
                self._resume = max(self._resume, time.monotonic() + pause)
                self.retries += not self.stopped

    def _try(self, method: str, path: str, payload: bytes | None, endpoint: str) -> requests.Response | None:
        """The answer to one request; None if none came."""
        with self._lock:
            if endpoint not in self._limiters:
                self._limiters[endpoint] = Limiter(self._rates)
            limiter = self._limiters[endpoint]
        while True:
            self.rest(self._resume - time.monotonic())
            while not (self.stopped or limiter.try_acquire(endpoint, blocking=False)):
                time.sleep(0.05)
            if self.stopped:
                return None
            if self._resume <= time.monotonic():
                break  # nobody was asked to wait in the meantime
        headers = {"Content-Type": CONTENT_TYPE} if payload is not None else {}
        try:
            response = self._session.request(
                method, f"{API}{path}", data=payload, headers=headers, timeout=TIMEOUT, allow_redirects=False
            )
        except requests.RequestException:
            return None
        if response.headers.get("RateLimit-Remaining") == "0" and response.status_code != 429:
            pause = min(MAX_WAIT, parse_seconds(response.headers.get("RateLimit-Reset"), 1))
            if pause > 1:  # the limiters see to the seconds; one more each time would cost a tenth of the rate
                self._resume = max(self._resume, time.monotonic() + pause)
        return response

    def rest(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (remaining := until - time.monotonic()) > 0 and not self.stopped:
            time.sleep(min(remaining, 1))

    def quote(self, response: requests.Response | None) -> str:
        """What an answer says, without the key or token."""
        return "" if response is None else self.hide_key(response.text)

    def hide_key(self, text: str) -> str:
        secret = self._authorization.partition(" ")[2]
        return (text.replace(secret, "***") if secret else text)[:300]


def parse_seconds(header: str | None, default: float) -> float:
    return max(1, float(header)) if header and re.fullmatch(r"\d{1,9}", header) else default


def json_of(response: requests.Response) -> Any:
    """What an answer says, which may be anything; None if it is not JSON."""
    try:
        return response.json()
    except (ValueError, RecursionError):
        return None


def inside(value: Any, *names: str) -> Any:
    """What an answer has under these names, one in the other; None if it has not."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def objects_of(response: requests.Response, name: str) -> list[dict[str, Any]]:
    """The objects in a list of an answer."""
    entries = inside(json_of(response), name)
    return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []


# ---- workbench/bulk/errors.py ----------------------------------------------------------------------------------------
# Why a run stops, and why a row is not sent.


class Question(TypedDict):
    """What a run has to know before it sends anything.

    `column`: the column that it is about. `values`: its most frequent values. `options`: arguments of `main` that
    settle it, each with the value that says so, such as `{"mapping": {"email_consent": ""}}`.
    """

    column: str
    values: list[str]
    options: list[dict[str, Any]]


class BulkFailed(Exception):
    """The run cannot begin, or has stopped; the message says why. Windmill has the attributes as `error.extra`.

    `temporary`: whether the same run can succeed later, as Klaviyo was busy or did not answer. `questions`: what has to
    be settled first. `summary`: what was done until then.
    """

    def __init__(
        self,
        message: str,
        summary: dict[str, Any] | None = None,
        *,
        temporary: bool = False,
        questions: list[Question] | None = None,
    ) -> None:
        super().__init__(message[:2000])
        self.summary = summary
        self.temporary = temporary
        self.questions = questions or []


if __name__ == "__main__":
    run_by_hand(main)
