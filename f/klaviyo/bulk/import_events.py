# /// script
# requires-python = ">=3.11"
# dependencies = ["duckdb", "pyrate-limiter", "requests", "tqdm", "wmill"]
# ///
"""Import Events: a file or table of events into Klaviyo, by POST /api/event-bulk-create-jobs

Reads CSV, TSV, JSON Lines or Parquet (a path, a URL, in Windmill an S3 object; .gz too) or a list of rows. All rows are
read and checked before the first is sent; they are kept in a temporary file, so memory does not grow with them. The log
says which column is used for what; `mapping` overrides this, and `dry_run` sends nothing.

Orders: if a file has columns of items (Lineitem name, SKU, Quantity) beside an order's number and its total, all rows
of an order become one event, wherever they are. The columns of items are gathered in a list, the property `items`; the
others come from the row that has them. `group_by` names the column of the number, or is "none". A file of items alone,
or the metric Ordered Product, stays one event a row, and the order's number is then not its unique_id.

unique_id: Klaviyo records one event for a profile, metric and unique_id. Other rows with the same are counted as
repeated and listed in the rejects. A row without one gets a hash of its content.

Values, besides those of JSON and RFC 3339:
- value: with thousands separators (1,234.50, 1.234,50, 1 234,50, 1'234.50), with a decimal comma, with a currency
  ($12.50, CHF 3), which is sent if no column has it. 1.234 can be two numbers in a file separated by semicolons, or
  beside values such as 9,99: then it is rejected, unless `decimal` says what it is.
- time: 2026-11-20 09:30:00 +0100, 2026-11-20 09:30 UTC, 2026-11-20, seconds or milliseconds since 1970. A time without
  a zone is in `timezone`. Slashes, dots, names of months and AM/PM need `date_format`, the order of day, month, year.
  If there is only the time of day, the date comes from the column Date.
- phone_number: E.164. Spaces, dots, hyphens and parentheses are removed, tel: and (0), too, except (0) in Italy.
- ids, email, names: 0, NULL, None, nan, undefined, n/a, \\N and - count as empty; 12345.0 in a column of whole numbers
  is 12345; what a spreadsheet has rounded (4.47901E+11) is rejected; mailto: and invisible characters are removed.
Properties and items stay as they are.

Klaviyo starts flows for imported events, even for old ones: if rows are older than a day, `backfill` or a column of
that name must say whether they are history; history starts no flows. Batches have at most 1,000 events and 5,000,000
bytes and are sent as fast as Klaviyo allows: 10 requests a second, 150 a minute.

A row that is not sent goes to the rejects with its number, line and reason; corrected there, it can be imported from
there. The script records what Klaviyo accepted in a journal or, in Windmill, in its state, by the content of the rows:
run again, also with a file that has changed, it sends what is new or changed.

Scopes: events:write.
Reference: https://developers.klaviyo.com/en/reference/bulk_create_events
"""

# Lines 47-385: this program, workbench/bulk/import_events.py in the repository.
# Lines 388-2209: definitions shared with other programs; each section names its module.
# The modules are in workbench/bulk: edit them, and generate this file.

from __future__ import annotations

import csv
import glob
import gzip
import hashlib
import json
import math
import os
import re
import shutil
import sqlite3
import sys
import tempfile
import threading
import time
import unicodedata
import zlib
from collections import Counter, deque
from collections.abc import Callable, Container, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from decimal import Decimal
from functools import cache, partial
from io import TextIOWrapper
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple, Protocol, Self, TypedDict
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import duckdb
import requests
import wmill
from pyrate_limiter import Duration, Limiter, Rate
from tqdm import tqdm

# For a type of this name, Windmill's form shows a file picker. A path, a URL or rows are accepted, too.
S3Object = wmill.S3Object | dict[str, Any] | str | list[Any]

PATH = "/api/event-bulk-create-jobs"
MAX_PROPERTIES, MAX_METRIC = 400, 127
DATE = re.compile("(?<!up)date(?!of)|(?<!up)datum|fecha|created|timestamp|time$")
DAY = timedelta(days=1)

HEADERS = {
    "metric": "metric event eventname metricname",
    "time": "time timestamp datetime date createdat createdatutc created createdutc createddate createddateutc"
    " datecreated orderdate purchasedate purchasepoint dateadded occurredat eventtime datum bestelldatum"
    " datedecommande datedelacommande fecha fechadepedido fechadelpedido",
    "value": "value total ordertotal totalprice grandtotal ordertotalamount ordertotalinctax grandtotalpurchased"
    " netsales amount revenue gesamtsumme gesamtbetrag betrag montanttotal montant totaldelacommande totaldecommande"
    " totaldelpedido totaldepedido importe price",
    "value_currency": "valuecurrency currency currencycode ordercurrency ordercurrencycode wahrung devise moneda",
    "unique_id": "uniqueid eventid orderid id transactionid paymentid bestellnummer numerodecommande numerodepedido",
    "backfill": "backfill",
}
ORDER_NUMBERS = (
    "orderid ordernumber orderno ordername order incrementid bestellnummer bestellung auftragsnummer numerodecommande"
    " commande numerodepedido pedido"
)
ITEM = re.compile(
    r"lineitem|item(?!s$|scount|count|subtotal|total)|product(?!s$|details$)|sku|variant|vendor|quantity|qty$"
    r"|unitprice|price$|barcode|artikel|produkt|menge|article|produit|quantite|articulo|producto|cantidad"
)


class klaviyo(TypedDict):
    apiKey: str


def main(
    auth: klaviyo,
    revision: str,
    source: S3Object,
    metric: str | None = None,
    group_by: str | None = None,
    backfill: str | bool | None = None,
    mapping: dict[str, str] | None = None,
    date_format: str | None = None,
    decimal: str | None = None,
    timezone: str | None = None,
    dry_run: bool = False,
    rejects: str | None = None,
    journal: str | None = None,
    part: int = 1,
    parts: int = 1,
) -> dict[str, Any]:
    """Return what became of the rows: sent, sent before, rejected, repeated, gathered in orders; they add up.

    BulkFailed says what stopped it, and how to go on. `source`: path or URL of a file, an S3 object, or a list of
    objects. `metric`: the name of all events; if empty, a column has it. `group_by`: the column of the order's number,
    or "none". `backfill`: whether the events are history, which starts no flows. `mapping`: the column of each of
    email, phone_number, external_id, anonymous_id, first_name, last_name, metric, time, value, value_currency,
    unique_id, backfill; "" for none. All other columns become properties. `date_format`: DMY, MDY or YMD. `decimal`:
    comma or point. `timezone`: of times without a zone, such as Europe/Berlin; UTC by default. `rejects`, `journal`:
    files, beside the source by default. `part` of `parts`: for runs at the same time, each with its share of the rows
    and of the rate.
    """
    options = check_options(auth, revision, mapping, dry_run, rejects, journal, part, parts)
    values = Values(choice("decimal", decimal, tuple(MARKS)), choice("date_format", date_format, ORDERS))
    values.zone = zone_of(timezone)
    return run_import(
        options,
        source,
        Events(text("metric", metric), text("group_by", group_by), boolean("backfill", backfill), values),
    )


# --- Events -----------------------------------------------------------------------------------------------------------

HEAD, TAIL = '{"data":{"type":"event-bulk-create-job","attributes":{"events-bulk-create":{"data":[', "]}}}}"
GROUP = (
    '{"type":"event-bulk-create","attributes":{"profile":{"data":{"type":"profile","attributes":%s}},'
    '"events":{"data":[%s]}}}'
)
# The profile in the body, and the event in it, that an error of Klaviyo's speaks of.
POINTER = re.compile(r"/events-bulk-create/data/(\d{1,9})(?:/attributes/events/data/(\d{1,9}))?(?!\d)")


@dataclass
class Events:
    """Rows as events. `group_by`: as in main, then the column or "none"."""

    metric: str
    group_by: str
    backfill: bool | None
    values: Values
    shopify: bool = False  # whether the file has its layout
    date: str = ""  # a column of dates, for a column of times of day
    columns: Columns = field(default_factory=lambda: Columns())  # defined below
    noun = "events"
    max_records = 1000
    max_bytes = 5_000_000
    keeps_first = True
    others = "properties"
    repeat = "Klaviyo records only the first event for a profile, metric and unique_id"
    undecided = (
        "are older than a day, and Klaviyo would start flows for them as if they were new. Set backfill to true for"
        " history, which starts no flows, or to false to start them"
    )

    @property
    def rates(self) -> list[Rate]:
        return RATES

    @property
    def scope(self) -> str:
        return self.metric

    @property
    def headers(self) -> dict[str, str]:
        return {name: PROFILE_HEADERS[name] for name in (*IDENTIFIERS, "first_name", "last_name")} | HEADERS

    def choose(self, columns: Columns, store: Store, separator: str) -> list[str]:
        self.columns, self.values.semicolons, self.values.is_whole = columns, separator == ";", cache(store.is_whole)
        if self.metric:
            columns.drop("metric")
        elif "metric" not in columns.by_field:
            raise BulkFailed("metric is missing: the name of the events, such as Placed Order, or a column of names")
        simple = {simplify(name): name for name in reversed(store.columns)}
        if self.group_by not in ("", "none", *store.columns):
            raise BulkFailed(
                f'group_by: there is no column "{self.group_by}"; the columns are {", ".join(store.columns)}'
            )
        number = self.order_number(simple)
        lines = []
        self.date = simple.get("date", "")
        if "time" not in columns.by_field:
            dates = [column for name, column in simple.items() if DATE.search(name)]
            if dates and "time" not in columns.named:
                raise BulkFailed(
                    f'the time may be {" or ".join(dates[:5])}: name its column in mapping, or "" for none'
                )
            lines.append("there is no column for time: Klaviyo records all events with the time of the import")
        if "value" not in columns.by_field:
            lines.append("there is no column for value")
        elif not self.values.decimal:
            self.values.learn_marks(store.values_of(columns.by_field["value"][0]))
        if self.group_by != "none":
            lines.append(self.gather(store))
        elif (
            any(map(ITEM.match, simple))
            and (guess := self.guess("unique_id"))
            and (guess == number or store.is_repeated(guess))
        ):
            columns.drop("unique_id")
            lines.append(f"{guess} is no unique_id, as an order has several rows: each row is an event with its own")
        return lines

    def guess(self, name: str) -> str:
        """The column that was recognized for a field by its header, if any; nothing if `mapping` names it."""
        return "" if name in self.columns.named else self.columns.by_field.get(name, [""])[0]

    def order_number(self, simple: dict[str, str]) -> str:
        """The column of the order's number, or nothing. Sets `group_by` if main was not told."""
        self.shopify = any(name.startswith("lineitem") for name in simple)
        known = [*ORDER_NUMBERS.split(), *(["name"] if self.shopify else [])]
        number = next((simple[name] for name in known if name in simple), "")
        if not self.group_by:
            value = simplify(self.columns.by_field.get("value", [""])[0])
            has_total = value and value != "amount" and not ITEM.match(value)
            is_order = number and has_total and any(map(ITEM.match, simple)) and not ITEM.search(simplify(self.metric))
            self.group_by = number if is_order else "none"
        return number

    def gather(self, store: Store) -> str:
        """Make one event of the rows of each order."""
        if self.guess("unique_id") and not self.shopify:
            self.columns.drop("unique_id")  # it may be an item's; the order's number is one
        orders = store.group(self.group_by, self.columns.by_field.get("metric", [""])[0])
        known = {name for name in store.columns if ITEM.match(simplify(name))}
        items = {*known}
        for _, rows in store.groups("WHERE first IN (SELECT first FROM orders GROUP BY first HAVING count(*) > 1)"):
            order: Cells = {}
            differing: set[str] = set()
            for _, _, cells, _ in rows:
                differing |= {name for name, value in cells_of(cells).items() if order.setdefault(name, value) != value}
            if not differing & self.columns.used:  # if a field itself differs, merge rejects the order
                items |= differing
        kept = {self.group_by, *self.columns.used}
        self.columns.items = [name for name in store.columns if name in items - kept]
        columns = ", ".join(name for name in self.columns.items if name in known) or "none"
        others = ", ".join(name for name in self.columns.items if name not in known)
        also = f"; also {others}, as rows of an order differ in it" if others else ""
        return f"{store.count:,} rows, {orders:,} orders by {self.group_by}; columns per item: {columns}{also}"

    def merge(self, rows: list[Cells]) -> Cells:
        """The columns of an order, from the row that has them, and its items."""
        order: Cells = {}
        if len(rows) > 1 and len({*map(compact, rows)}) < len(rows):
            totals = [compact(cells) for cells in rows if self.columns.by_field.get("value", [""])[0] in cells]
            if self.shopify and len({*totals}) < len(totals):  # it writes the total in one row
                raise RowError("the order is in the file more than once")
            self.values.note("order with identical rows")
        columns = self.columns.items
        items = [{name: cells[name] for name in columns if name in cells} for cells in rows]
        for cells in rows:
            for name, value in cells.items():
                if name not in columns and order.setdefault(name, value) != value:
                    raise RowError(f"{name} differs within the order: {order[name]!s:.40} and {value!s:.40}")
        return order | {"line_items" if "items" in order else "items": [item for item in items if item]}

    def build(self, rows: list[Cells], fingerprint: str) -> Draft:
        values, columns = self.values, self.columns
        cells = self.merge(rows) if self.group_by != "none" else rows[0]
        fields = columns.values(cells)
        profile = values.profile(fields, cells, columns)
        metric = self.metric or self.text("metric", fields)
        if not metric or len(metric) > MAX_METRIC:
            raise RowError(
                f"metric has {len(metric)} characters, not 1 to {MAX_METRIC}" if metric else "metric is empty"
            )
        properties = columns.properties(cells)
        if len(properties) > MAX_PROPERTIES:
            raise RowError(f"{len(properties)} properties, of which Klaviyo takes {MAX_PROPERTIES}")
        unique_id = self.text("unique_id", fields)
        if not unique_id and self.group_by in cells:
            unique_id = values.identifier(self.group_by, cells[self.group_by], self.group_by)
        event: dict[str, Any] = {
            "metric": {"data": {"type": "metric", "attributes": {"name": metric}}},
            "properties": properties,
            "unique_id": unique_id or fingerprint,
        }
        undecided = self.add_time(event, fields, str(cells.get(self.date, "")))
        currency = ""
        if "value" in fields:
            event["value"], currency = values.amount(fields["value"])
        if currency := self.text("value_currency", fields) or currency:
            event["value_currency"] = currency.upper()
        body = compact({"type": "event", "attributes": event})
        if storable(body)[1] > self.max_bytes // 2:
            raise RowError(f"{storable(body)[1]:,} bytes are too many for one event")
        what = f"{metric}\n{event['unique_id']}"
        keys = tuple(("unique_id", f"{name}={profile[name].lower()}", what) for name in IDENTIFIERS if name in profile)
        return Draft(body, compact(profile), keys, undecided)

    def text(self, name: str, fields: Cells) -> str | None:
        return self.values.identifier(name, fields[name], self.columns.by_field[name][0]) if name in fields else None

    def add_time(self, event: dict[str, Any], fields: Cells, date: str) -> bool:
        """Whether it is old, and nothing says whether it is history."""
        backfill = self.backfill
        if "backfill" in fields:
            try:
                backfill = boolean("backfill", fields["backfill"])
            except BulkFailed as error:
                raise RowError(str(error)) from None
        if backfill is not None:
            event["backfill"] = backfill
        if "time" not in self.columns.by_field:
            return False
        if "time" not in fields:
            column = self.columns.by_field["time"][0]
            raise RowError(f"{column} is empty, and Klaviyo would record it with the time of the import")
        is_clock = date and re.fullmatch(r"\d{1,2}:\d\d(:\d\d)?( ?[AaPp][Mm])?", str(fields["time"]))
        if is_clock:
            self.values.note(f"time: with the date in {self.date}")
        time = self.values.time(f"{date} {fields['time']}" if is_clock else fields["time"])
        event["time"] = time.isoformat()
        return backfill is None and time < self.values.now - DAY

    def payload(self, records: list[Record]) -> bytes:
        groups = (
            GROUP % (profile, ",".join(record.body for record in group)) for profile, group in by_profile(records)
        )
        return encode(HEAD + ",".join(groups) + TAIL)

    def deliver(self, client: Client, batch: Batch) -> Outcome:
        response, unsure = client.request("POST", PATH, self.payload(batch.records))
        batch.unsure = batch.unsure or unsure
        if response is None:
            return Outcome()
        return (
            Outcome(batch.records) if response.status_code == 202 else interpret_refusal(self, client, batch, response)
        )

    def blamed(self, records: list[Record], pointer: str) -> list[Record]:
        match, groups = POINTER.search(pointer), by_profile(records)
        if not match or int(match[1]) >= len(groups):
            return []
        _, group = groups[int(match[1])]
        return group if match[2] is None else group[int(match[2]) : int(match[2]) + 1]


def cells_of(text: str) -> Cells:
    """None of a row that cannot be read."""
    cells = json.loads(text)
    return cells if isinstance(cells, dict) else {}


def by_profile(records: list[Record]) -> list[tuple[str, list[Record]]]:
    """The events of each profile, in the order in which the body has them."""
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(record.profile, []).append(record)
    return [*groups.items()]


# ---- workbench/bulk/imports/run.py -----------------------------------------------------------------------------------
# From a source to the summary


IN_FLIGHT = 8  # requests
MAX_REFUSED = 20  # records that are refused one by one before any is accepted: then the records are not the cause


def run_import(options: Options, source: Any, kind: Records) -> dict[str, Any]:
    """Read all rows, check them, send those that are right and new. Returns the summary."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = find_source(source, folder)
        is_csv = file.suffix in (".csv", ".tsv")
        header, separator, _ = read_header(file) if is_csv else ([], "", 0)
        columns = [column for column in header if column not in REJECTED]
        rejects_path, journal_path, state = files_of(options, file, folder)
        try:
            with Store(folder, columns) as store:
                store.add_rows(progress("Reading", "rows", items=read_rows(file)))
                journal = Journal(store, journal_path, state)
                with Rejects(rejects_path, folder, list(store.columns), separator) as rejects:
                    work = Import(options, kind, store, journal, rejects)
                    work.prepare(file, separator)
                    rejects.publish()
                    return work.run(started)
        except (OSError, sqlite3.Error) as error:  # such as a full disk
            raise BulkFailed(f"Stopped: {error}") from None
        except KeyboardInterrupt:
            raise BulkFailed("Stopped before anything was sent") from None


def files_of(options: Options, source: Source, folder: Path) -> tuple[Path, Path, str | None]:
    """Where rejects and journal are, and the path of Windmill's state. A dry run leaves all as they are."""
    suffix = f".{options.part}of{options.parts}" if options.parts > 1 else ""
    beside = folder if STATE else Path()
    name = Path(source.name).name if STATE else source.name
    ending = source.suffix if source.suffix in (".csv", ".tsv") else ".jsonl"
    rejects = Path(options.rejects) if options.rejects and not STATE else beside / f"{name}{suffix}.rejects{ending}"
    journal = Path(options.journal) if options.journal else beside / f"{name}{suffix}.journal"
    of = digest(source.name + json.dumps(source.rows, sort_keys=True, default=str))[:12]
    state = f"{STATE}_{of}{suffix.replace('.', '_')}" if STATE and not options.journal else None
    if options.rejects and suffix_of(options.rejects) in SUFFIXES and suffix_of(options.rejects) != ending:
        raise BulkFailed(f"rejects must end in {ending}, as the rejected rows are written like those of the source")
    used = [path.resolve() for path in (source.path, journal) if path != Path()]
    if rejects.resolve() in used:
        raise BulkFailed(f"the rejects cannot be {rejects}, which is the source or the journal")
    if source.suffix and journal.resolve() == source.path.resolve():
        raise BulkFailed(f"the journal cannot be {journal}, which is the source")
    if not journal.parent.is_dir():
        raise BulkFailed(f"the journal {journal} cannot be written: there is no folder {journal.parent}")
    if options.dry_run:
        rejects = folder / "dry.rejects"
        if journal.exists():
            shutil.copy(journal, folder / "dry.journal")
        journal = folder / "dry.journal"
    return rejects, journal, state


class Import:
    """One import. Rows are `sent`, were sent `before`, are rejected, or repeat others; counts are of records."""

    def __init__(self, options: Options, kind: Records, store: Store, journal: Journal, rejects: Rejects) -> None:
        self.options, self.kind, self.store = options, kind, store
        self.journal, self.rejects = journal, rejects
        self.prefix = f"{options.key}\0{kind.scope}\0"
        self.salt = short_digest(self.prefix) + 2**63
        self.sent = self.sent_rows = self.before = self.before_rows = self.rejected = self.repeated = self.batches = 0
        self.refused = self.refused_alone = 0  # by Klaviyo
        self.in_windmill = bool(STATE)
        store.was_sent = lambda content: journal.has(self.hash_content(content))

    def hash_content(self, text: str) -> int:
        return self.salt_digest(digest(text))

    def salt_digest(self, fingerprint: str) -> int:
        """64 bits, signed as SQLite has them; different for another account, list, and so on."""
        return (int(fingerprint[:16], 16) ^ self.salt) - 2**63

    def log(self, *lines: str) -> None:
        for line in lines:
            print(line, file=sys.stderr)

    def prepare(self, source: Source, separator: str) -> None:
        """Map the columns, make the records, find those that are not to be sent."""
        if not self.store.count:
            self.log(f"{source.name} has no rows")
            return
        names = list(self.store.columns)
        try:
            columns = match_columns(names, self.kind.headers, self.options.mapping)
        except BulkFailed as error:
            line = find_header(source.path, self.kind.headers) if separator and "identifies" in str(error) else None
            hint = f". Line {line} looks like the header: remove what is above it" if line and line > 1 else ""
            raise BulkFailed(f"{error}{hint}") from None
        lines = self.kind.choose(columns, self.store, separator)
        self.log(*columns.describe(), *lines)
        others = [name for name in names if name not in columns.used and name not in columns.items]
        more = f" and {len(others) - 12} more" if len(others) > 12 else ""
        self.log(f"{self.kind.others} are {', '.join(others[:12]) or 'none'}{more}")
        built = progress("Checking", self.kind.noun, self.store.count, self.build())
        self.store.insert("records", built, "?, ?, ?, ?, ?, ?, ?, ?, ?, NULL")
        self.rejected = self.rejects.count
        self.log(*(f"{rule} ({count:,} values)" for rule, count in self.kind.values.rules.items() if count))
        self.store.mark_repeats()
        changed = self.journal.mark_sent(self.kind.keeps_first)
        before, before_rows = self.store.count_records("state = 'before'")
        self.before, self.before_rows = self.before + before, self.before_rows + before_rows
        if self.journal.resumed:
            new, _ = self.store.count_records("state IS NULL")
            self.log(f"{self.before:,} were sent by an earlier run; {new:,} are new, {changed:,} have changed since")
        _, self.repeated = self.store.count_records("state != 'before'")
        self.list_repeats()
        undecided, _ = self.store.count_records("state IS NULL AND undecided")
        if undecided:
            message = f"{undecided:,} {self.kind.noun} {self.kind.undecided}"
            if not self.options.dry_run:
                raise BulkFailed(message)
            self.log(message)

    def build(self) -> Iterator[tuple[Any, ...]]:
        """Yields what the store has of each record; what cannot be one is rejected."""
        options, parts = self.options, self.options.parts
        pending: list[tuple[int, int, str]] = []
        for number, rows in self.store.groups():
            texts = [row[2] for row in rows]
            fingerprint = digest("\n".join(texts))
            content = self.salt_digest(fingerprint)
            try:
                for row, _, _, fault in rows:
                    if fault:  # then an order is not complete
                        raise RowError(fault if row == number else f"{fault}, in row {row} of the same order")
                cells = [json.loads(text) for text in texts]
                for content_of_row in cells if max(map(len, texts)) > MAX_STRING else ():
                    check_strings(content_of_row)
                draft = self.kind.build(cells, fingerprint)
                if parts > 1 and short_digest(draft.keys[0][2]) % parts != options.part - 1:
                    continue  # repeats are in one part
            except RowSkipped:
                continue
            except (RowError, RecursionError) as error:
                if content % parts != options.part - 1:
                    continue
                if self.journal.has(content):  # as it was sent with another mapping
                    self.before, self.before_rows = self.before + 1, self.before_rows + len(rows)
                else:
                    reason = str(error) if isinstance(error, RowError) else "it nests too deep"
                    self.rejects.add([row[:3] for row in rows], reason)
                continue
            others: list[int] = []
            if draft.contents:
                content, *others = map(self.hash_content, draft.contents)
            keys = [(short_digest(f"{self.prefix}{who}\0{what}"), number, name) for name, who, what in draft.keys]
            pending += keys
            if len(pending) > 1000:
                self.store.db.executemany("INSERT INTO keys VALUES (?, ?, ?)", pending)
                pending.clear()
            (body, size), (profile, more) = storable(draft.body), storable(draft.profile)
            key = content if draft.contents else keys[0][0]
            yield number, body, profile, len(rows), content, key, size + more, json.dumps(others), draft.undecided
        self.store.db.executemany("INSERT INTO keys VALUES (?, ?, ?)", pending)

    def list_repeats(self) -> None:
        """The rejects have them, but they are counted apart."""
        query = "SELECT number, state FROM records WHERE state IS NOT NULL AND state != 'before' ORDER BY number"
        for number, state in self.store.db.execute(query):
            if state == "changed":
                reason = f"{REPEATED}it was sent before with other content; {self.kind.repeat}"
            else:
                reason = f"{REPEATED}it has the same {state}; {self.kind.repeat}"
            self.rejects.add(self.store.rows_of(number), reason)

    def batches_to_send(self) -> Iterator[Batch]:
        """What has no state, in batches; first what a job of Klaviyo's works on already."""
        query = "SELECT number, body, profile, rows, content, key, size, others FROM records WHERE state IS NULL"
        for job, contents in self.journal.jobs().items():
            marks = ", ".join(map(str, contents))
            rows = self.store.db.execute(f"{query} AND content IN ({marks}) ORDER BY number").fetchall()
            self.store.db.execute(f"UPDATE records SET state = 'job' WHERE state IS NULL AND content IN ({marks})")
            if rows:
                yield Batch([Record(*row) for row in rows], True, job, contents)
        batch, size = Batch([], self.journal.resumed), 0
        for row in self.store.db.execute(f"{query} ORDER BY number"):
            record = Record(*row)
            added = record.size + 200  # with what is around it, at most
            if len(batch.records) == self.kind.max_records or size + added > self.kind.max_bytes - 1000:
                yield batch
                batch, size = Batch([], self.journal.resumed), 0
            batch.records.append(record)
            size += added
        if batch.records:
            yield batch

    def run(self, started: float) -> dict[str, Any]:
        """Send what is to be sent. Returns the summary; BulkFailed, with the summary, if it had to stop."""
        total, total_rows = self.store.count_records("state IS NULL")
        if self.options.dry_run:
            self.log("dry run: nothing is sent")
            self.sent, self.sent_rows = total, total_rows
            first = next(self.batches_to_send(), None)
            body = json.loads(self.kind.payload(first.records[:1])) if first else None
            return {"dry_run": True, **self.summary(started, 0), "body": body}
        client = Client(self.options.key, self.options.revision, self.kind.rates, self.options.parts)
        with client, progress("Sending", self.kind.noun, total) as bar:
            self.send(client, bar)
        key = f"klaviyo_imports/{os.environ.get('WM_JOB_ID')}/{self.rejects.path.name}"
        summary = self.summary(started, client.retries)
        summary["rejects"] = self.rejects.keep(self.options.rejects or key)
        if client.stopped:
            sent = f"{self.sent:,} {self.kind.noun} were sent; run it again to continue"
            raise BulkFailed(f"{client.stopped}. {sent}", summary, temporary=client.temporary)
        return summary

    def summary(self, started: float, retries: int) -> dict[str, Any]:
        """Counts that add up to `rows`: `sent` and `before` of records, `gathered` of the other rows of orders."""
        gathered = self.sent_rows - self.sent + self.before_rows - self.before
        counts = {"sent": self.sent, "before": self.before, "rejected": self.rejected, "repeated": self.repeated}
        return {
            "rows": self.store.count if self.options.parts == 1 else sum(counts.values()) + gathered,
            **counts,
            "gathered": gathered,
            "batches": self.batches,
            "retries": retries,
            "seconds": round(time.monotonic() - started, 1),
            "reasons": self.rejects.reasons,
            "rejects": None,
        }

    def send(self, client: Client, bar: tqdm[Any]) -> None:
        """Send all batches, several at a time. The threads only send, everything else is done here."""
        batches = self.batches_to_send()
        waiting: deque[Batch] = deque()
        running: dict[Future[Outcome], Batch] = {}
        with ThreadPoolExecutor(IN_FLIGHT) as pool:
            try:
                try:
                    while not client.stopped:
                        while len(running) < IN_FLIGHT and (
                            batch := waiting.popleft() if waiting else next(batches, None)
                        ):
                            running[pool.submit(self.kind.deliver, client, batch)] = batch
                        if not running:
                            break
                        for future in wait(running, timeout=1, return_when=FIRST_COMPLETED).done:
                            waiting.extend(self.settle(client, running.pop(future), future.result()))
                        if bar.update(self.sent + self.refused - bar.n) and self.in_windmill:
                            percent = min(99, int(100 * bar.n / (bar.total or 1)))
                            self.in_windmill = attempt("show progress", partial(wmill.set_progress, percent))
                except KeyboardInterrupt:
                    client.stop("Stopped by Ctrl-C")  # what is in flight ends, nothing else begins
                for future, batch in running.items():
                    self.settle(client, batch, future.result())
            except (OSError, sqlite3.Error) as error:  # such as a full disk
                client.stop(f"The journal or the rejects cannot be written: {error}")
            except BaseException:
                client.stop("Stopped")
                raise

    def settle(self, client: Client, batch: Batch, outcome: Outcome) -> list[Batch]:
        """Record what became of a batch. Returns what is to be sent again."""
        if outcome.begun:
            self.journal.begin(outcome.begun)
        if outcome.accepted:
            self.journal.add(outcome.accepted)
            self.sent += len(outcome.accepted)
            self.sent_rows += sum(record.rows for record in outcome.accepted)
            self.batches += 1
        if outcome.ended:
            self.journal.end(outcome.ended)
        for record, reason in outcome.rejected:
            rows = self.store.rows_of(record.number) if record else [(None, None, "[]")]  # an error that names none
            self.rejects.add(rows, reason)
            self.rejected += len(rows) if record else 0
            self.refused += 1
            self.refused_alone += not self.sent and len(batch.records) == 1
            if self.refused_alone > MAX_REFUSED:
                client.stop(f"Klaviyo refuses one row after another: {reason.removeprefix('Klaviyo: ')}")
        return outcome.resend


# ---- workbench/bulk/imports/journal.py -------------------------------------------------------------------------------
# What an earlier run has sent


JOURNAL_ID = 0x6B6C6176  # marks the SQLite files that are journals
# The journal has no index, so that a batch is written in one piece; the store's copy is for looking up.
JOURNAL_TABLES = """
CREATE TABLE IF NOT EXISTS journal.sent (id INTEGER PRIMARY KEY, key INTEGER, content INTEGER);
CREATE TABLE IF NOT EXISTS journal.jobs (job TEXT, position INTEGER, content INTEGER);
"""
LOOKUP_TABLES = """
CREATE TABLE contents (content INTEGER PRIMARY KEY);
CREATE TABLE latest (key INTEGER PRIMARY KEY, content INTEGER);
INSERT INTO contents SELECT DISTINCT content FROM journal.sent;
INSERT INTO latest SELECT key, content FROM journal.sent WHERE id IN (SELECT max(id) FROM journal.sent GROUP BY key);
"""


class Journal:
    """Which rows Klaviyo has accepted, by their content: a SQLite file, attached to the store.

    In Windmill, where no file outlives a job, what is added to it is also a line in the script's state, which the next
    run reads back.
    """

    def __init__(self, store: Store, path: Path, state: str | None) -> None:
        """BulkFailed if it cannot be used. `state`: path of Windmill's state."""
        self._db, self._state, self._lines, self._chunk = store.db, state, list[Any](), 0
        attach_journal(self._db, path, JOURNAL_ID, JOURNAL_TABLES)
        if state:
            self._read_state(state)
        self._db.executescript(LOOKUP_TABLES)
        self.resumed = self._db.execute("SELECT 1 FROM contents LIMIT 1").fetchone() is not None

    def has(self, content: int) -> bool:
        return self._db.execute("SELECT 1 FROM contents WHERE content = ?", [content]).fetchone() is not None

    def mark_sent(self, keeps_first: bool) -> int:
        """Set the state of the store's records that were sent before. Returns how many were sent with other content."""
        latest = "(SELECT content FROM latest WHERE latest.key = records.key)"
        self._db.execute(
            f"""UPDATE records SET state = 'before' WHERE state IS NULL
            AND content IN (SELECT content FROM contents) AND coalesce({latest}, content) = content"""
        )
        changed = "state IS NULL AND key IN (SELECT key FROM latest)"
        [count] = self._db.execute(f"SELECT count(*) FROM records WHERE {changed}").fetchone()
        if keeps_first:
            self._db.execute(f"UPDATE records SET state = 'changed' WHERE {changed}")
        return int(count)

    def add(self, records: list[Record]) -> None:
        """Klaviyo has accepted these records."""
        numbers = [number for record in records for number in (record.key, record.content)]
        numbers += [other for record in records for other in json.loads(record.others) for _ in ("key", "content")]
        self._save("sent", "", numbers)

    def begin(self, batch: Batch) -> None:
        """A job of Klaviyo's works on a batch."""
        self._save("job", batch.job, batch.positions)

    def end(self, job: str) -> None:
        """What the job has not accepted is to be sent again."""
        self._save("end", job, [])

    def jobs(self) -> dict[str, list[int]]:
        """The jobs that have not ended, with the contents of their records, in order."""
        jobs: dict[str, list[int]] = {}
        for job, content in self._db.execute("SELECT job, content FROM journal.jobs ORDER BY job, position"):
            jobs.setdefault(job, []).append(content)
        return jobs

    def _save(self, kind: str, job: str, numbers: list[int]) -> None:
        self._apply(kind, job, numbers)
        if self._state:
            if sum(len(line[2]) for line in self._lines) > MAX_STATE:
                self._lines, self._chunk = [], self._chunk + 1
            self._lines.append((kind, job, numbers))
            path = f"{self._state}_{self._chunk}"
            attempt("keep what is done", lambda: wmill.set_state({"lines": self._lines}, path=path))

    def _apply(self, kind: str, job: str, numbers: list[int]) -> None:
        self._db.execute("BEGIN")
        match kind:
            case "sent":
                pairs = zip(numbers[::2], numbers[1::2], strict=True)
                self._db.executemany("INSERT INTO journal.sent VALUES (NULL, ?, ?)", pairs)
            case "job":
                rows = [(job, position, number) for position, number in enumerate(numbers)]
                self._db.executemany("INSERT INTO journal.jobs VALUES (?, ?, ?)", rows)
            case "end":
                self._db.execute("DELETE FROM journal.jobs WHERE job = ?", [job])
        self._db.execute("COMMIT")

    def _read_state(self, state: str) -> None:
        try:
            while value := read_state(f"{state}_{self._chunk}"):
                self._lines = value[0]["lines"]
                for line in self._lines:
                    self._apply(*line)
                self._chunk += 1
        except Exception as error:  # Windmill's client raises what it likes
            raise BulkFailed(f"Windmill's state {state}_{self._chunk} cannot be read: {error!s:.300}") from None
        self._chunk = max(0, self._chunk - 1)


# ---- workbench/bulk/imports/records.py -------------------------------------------------------------------------------
# Records and batches


class Draft(NamedTuple):
    """What a row, or all rows of an order, become. `body`: JSON, as sent. `profile`: JSON of an event's profile.

    `keys`: what the key is, who the draft is about, and what tells it from others: Klaviyo treats two with a key in
    common as the same. `undecided`: it cannot be sent before an option says how. `contents`: what tells whether it was
    sent before, each by itself, such as the consents of a person; everything in the rows if empty.
    """

    body: str
    profile: str
    keys: tuple[tuple[str, str, str], ...]
    undecided: bool = False
    contents: tuple[str, ...] = ()


class Record(NamedTuple):
    """A draft that may be sent. `number`: of its row, the first of `rows`; `content`, `key`: hashes; `size`: bytes.

    `others`: JSON of the hashes of its contents but the first.
    """

    number: int
    body: str
    profile: str
    rows: int
    content: int
    key: int
    size: int
    others: str = "[]"


@dataclass
class Batch:
    """What one request sends. `unsure`: it may have been accepted before. `job`: the job of Klaviyo's that works on it,
    with the `positions` of records, by content, in its body. `dropped`: how many jobs Klaviyo did not finish."""

    records: list[Record]
    unsure: bool = False
    job: str = ""
    positions: list[int] = field(default_factory=list)
    dropped: int = 0


@dataclass
class Outcome:
    """What became of a batch. `begun`: now with a job; `ended`: that job."""

    accepted: list[Record] = field(default_factory=list)
    rejected: list[tuple[Record | None, str]] = field(default_factory=list)
    resend: list[Batch] = field(default_factory=list)
    begun: Batch | None = None
    ended: str = ""


class Records(Protocol):
    """What rows become: how they are read, and how they are sent.

    `others`: what the log calls columns that are in no field. `keeps_first`: whether Klaviyo ignores a record whose key
    it knows, and does not update; `repeat`: why one that repeats another is not sent. `undecided`: which option has to
    be set for records that are. `values`: reads cells.
    """

    noun: str
    max_bytes: int
    others: str
    keeps_first: bool
    undecided: str
    values: Values

    @property
    def rates(self) -> list[Rate]:
        """Of each endpoint."""

    @property
    def max_records(self) -> int:
        """Of one request."""

    @property
    def repeat(self) -> str: ...

    @property
    def headers(self) -> dict[str, str]:
        """Of each field, the column headers it is known by."""

    @property
    def scope(self) -> str:
        """What else a row may be sent for, such as another metric or list."""

    def choose(self, columns: Columns, store: Store, separator: str) -> list[str]:
        """Decide, with all rows at hand, what the columns mean. Returns lines for the log."""

    def build(self, rows: list[Cells], fingerprint: str) -> Draft:
        """What a row, or all rows of an order, become. RowError if it cannot be sent. `fingerprint`: of the rows."""

    def payload(self, records: list[Record]) -> bytes:
        """The body of a request."""

    def deliver(self, client: Client, batch: Batch) -> Outcome:
        """Send a batch, or see what its job has done."""

    def blamed(self, records: list[Record], pointer: str) -> list[Record]:
        """The records that a pointer into the body names."""


def interpret_refusal(records: Records, client: Client, batch: Batch, response: requests.Response) -> Outcome:
    """Reject the records that Klaviyo's pointers name; without pointers, halve the batch until one is alone."""
    rejected: dict[Record, str] = {}
    recorded: dict[Record, None] = {}
    everything = False
    for error in objects_of(response, "errors"):
        pointer = str(inside(error, "source", "pointer"))
        reason = client.hide_key(str(error.get("detail") or error.get("title")))
        blamed = records.blamed(batch.records, pointer)
        if batch.unsure and pointer.endswith("/unique_id") and re.search("duplicat|already|exist", reason, re.I):
            recorded.update(dict.fromkeys(blamed))  # accepted the first time
        else:
            rejected |= dict.fromkeys(blamed, reason)
            everything = everything or bool(re.match("/data/(type|relationships)", pointer))
    if not rejected and not recorded:
        if everything:
            client.stop(f"Klaviyo refuses all rows: {client.quote(response)}")
            return Outcome()
        if len(batch.records) > 1:
            half = len(batch.records) // 2
            halves = (batch.records[:half], batch.records[half:])
            return Outcome(resend=[Batch(part, batch.unsure) for part in halves])
        rejected = {batch.records[0]: client.quote(response)}
    rest = [record for record in batch.records if record not in rejected and record not in recorded]
    reasons: list[tuple[Record | None, str]] = [
        (record, f"Klaviyo: {reason}") for record, reason in rejected.items() if record not in recorded
    ]
    return Outcome([*recorded], reasons, [Batch(rest, batch.unsure)] if rest else [])


# ---- workbench/bulk/imports/rejects.py -------------------------------------------------------------------------------
# Rows that are not sent


MAX_REASONS = 20


class Rejects:
    """A file of the rows that are not sent, each with its number, line and reason.

    It is CSV with the source's columns and separator, or JSON Lines: once corrected, it can be imported itself. In
    Windmill it becomes an S3 object. Until `publish`, it is written in `folder`: a run that does not even begin leaves
    the file of the run before, which may hold corrections.
    """

    def __init__(self, path: Path, folder: Path, columns: list[str], separator: str) -> None:
        """BulkFailed if a file that is no rejects file is in the way. `separator`: empty for JSON Lines."""
        self.path, self.count = path, 0
        self.reasons: dict[str, dict[str, int | None]] = {}  # how many rows, and the first of them
        self._columns, self._separator = columns, separator
        self._draft = folder / "rejects"
        try:
            if path.exists():
                with path.open("rb") as file:
                    head = file.read(100).lstrip(b'\xef\xbb\xbf{"')
                if head and not head.startswith(REJECTED[0].encode()):
                    raise BulkFailed(
                        f"the rejects cannot be {path}: it holds something else, which they would overwrite"
                    )
            if not path.parent.is_dir():
                raise FileNotFoundError(f"there is no folder {path.parent}")
        except OSError as error:
            raise BulkFailed(f"the rejects {path} cannot be written: {error}") from None
        self._file = self._draft.open("w", encoding="utf-8", errors="backslashreplace", newline="")
        if separator:
            self._write([*REJECTED, *columns])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def publish(self) -> None:
        """Replace the file of the run before, whose rows have been checked again."""
        self._file.close()
        shutil.move(self._draft, self.path)
        self._file = self.path.open("a", encoding="utf-8", errors="backslashreplace", newline="")

    def add(self, rows: list[tuple[Any, ...]], reason: str) -> None:
        """`rows`: number, line and cells of each; the cells, as JSON, are a list if the row could not be read."""
        kind = re.sub(r"(?<= )\d+(?:,\d{3})*(?![\w.-])", "N", reason.removeprefix(REPEATED).partition(": ")[0])
        reason = reason.encode(errors="replace").decode()
        for number, line, text in rows:
            self.count += 1
            cells = json.loads(text)
            if kind in self.reasons or len(self.reasons) < MAX_REASONS:
                reasons = self.reasons.setdefault(kind, {"rows": 0, "first": number})
                reasons["rows"] = (reasons["rows"] or 0) + 1
            head = [number, line, reason]
            if self._separator:
                own = [cells.get(column, "") for column in self._columns] if isinstance(cells, dict) else cells
                self._write([*head, *own])
            else:
                own = cells if isinstance(cells, dict) else {"text": cells[0] if cells else ""}
                json.dump(dict(zip(REJECTED, head, strict=True)) | own, self._file, ensure_ascii=False)
                self._file.write("\n")
        self._file.flush()

    def _write(self, cells: list[Any]) -> None:
        csv.writer(self._file, delimiter=self._separator).writerow(cells)

    def keep(self, key: str) -> str | dict[str, str] | None:
        """Where they are: the file's path; in Windmill the S3 object, or, without object storage, the log."""
        if not self.count:
            self._file.close()
            self.path.unlink()
            return None
        if not STATE:
            return str(self.path)
        with self.path.open("rb") as file:
            if attempt("keep the rejects", lambda: wmill.write_s3_file({"s3": key}, file)):
                return {"s3": key}
        with self.path.open(encoding="utf-8") as lines:
            print("The first of them:", *map(str.rstrip, islice(lines, 101)), sep="\n", file=sys.stderr)
        return None


# ---- workbench/bulk/imports/database.py ------------------------------------------------------------------------------
# The rows and records of one import


REPEATED = "repeated: "  # begins the reason of a row that repeats another
sorted_json = json.JSONEncoder(sort_keys=True).encode
MAX_COLUMNS = 10_000  # of lines of JSON, each of which may have its own
TABLES = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;
CREATE TABLE rows (number INTEGER PRIMARY KEY, line INTEGER, cells TEXT, fault TEXT);
CREATE TABLE orders (number INTEGER PRIMARY KEY, first INTEGER);
CREATE TABLE records (number INTEGER PRIMARY KEY, body TEXT, profile TEXT, rows INTEGER, content INTEGER, key INTEGER,
    size INTEGER, others TEXT, undecided INTEGER, state TEXT);
CREATE TABLE keys (key INTEGER, number INTEGER, name TEXT);
"""


class Store:
    """All rows, and the records made of them, in a temporary SQLite file: memory does not grow with an import.

    `was_sent`: whether an earlier run has sent a content; the run sets it.
    """

    def __init__(self, folder: Path, columns: list[str]) -> None:
        self.db = sqlite3.connect(folder / "import.sqlite", isolation_level=None, timeout=0)
        self.db.executescript(TABLES)
        self.columns = dict.fromkeys(columns)
        self.count = 0
        self.was_sent: Callable[[str], bool] = lambda content: False

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

    def count_records(self, where: str) -> tuple[int, int]:
        """How many records, and how many rows they have."""
        query = f"SELECT count(*), coalesce(sum(rows), 0) FROM records WHERE {where}"
        return tuple(self.db.execute(query).fetchone())


# ---- workbench/bulk/imports/values.py --------------------------------------------------------------------------------
# Values as people write them


MAX_STRING = 100_000  # bytes
PLACEHOLDERS = ("", "0", "null", "none", "nan", "undefined", "n/a", "\\n", "-")  # they identify nobody
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
ROUNDED = re.compile(r"\d+([.,]\d+)?[eE]\+\d+")
ODD_ID = re.compile(rf"[^ -~]|^({'|'.join(map(re.escape, PLACEHOLDERS))}|{ROUNDED.pattern}|\d+\.0)$", re.IGNORECASE)
E164 = re.compile(r"\+[1-9][0-9]{1,14}")
EMAIL = re.compile(r"[^@\s<>,;\"]+@[^@\s.<>,;\"]+(\.[^@\s.<>,;\"]+)+")
SIGNS = dict(  # a sign of several currencies has none
    re.findall(
        r"(\S+)=(\w*)",
        "$=USD US$=USD C$=CAD CA$=CAD A$=AUD AU$=AUD NZ$=NZD R$=BRL €=EUR £=GBP ₹=INR ₺=TRY ₽=RUB ₪=ILS"
        " zł=PLN Kč=CZK Fr.=CHF ¥= kr= kr.=",
    )
)
CODES = (
    "AED ARS AUD BGN BHD BRL CAD CHF CLP CNY COP CRC CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW KWD MAD"
    " MXN MYR NGN NOK NZD PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU VND ZAR"
)
SIMPLE_NUMBER = re.compile(r"\d+(\.\d{1,2})?")
SIGN = r"([^\d\s.,'’+-]{0,4}\.?)"
AMOUNT = re.compile(rf"{SIGN}\s*([+-]?)\s*{SIGN}\s*(\d[\d.,\s'’]*)\s*{SIGN}")
MARKS = {"comma": ",", "point": "."}
MONTHS = "january february march april may june july august september october november december"
ORDERS = ("DMY", "MDY", "YMD")
ZONE = r"(?: ?(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?"
TIME = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d?:\d\d(?::\d\d(?:\.\d{1,9})?)?)" + ZONE + ")?", re.IGNORECASE)
ORDERED_TIME = re.compile(
    r"(\w{1,9})[./ -]{1,2}(\w{1,9})[./, -]{1,2}(\w{1,9})"
    r"(?:[T ,]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?: ?([AP])\.?M\.?)?" + ZONE + ")?",
    re.IGNORECASE,
)


def json_value(column: str, value: Any) -> Any:
    """A cell as JSON has it; None if it is blank."""
    if isinstance(value, str):
        if value[:1] == "'" and re.fullmatch(r"'[+\d][\d .()/-]*", value):
            return value[1:]  # a number that a spreadsheet was to keep as text
        return (value.strip() if len(value) < 1000 else value) or None
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, Decimal):
        if value == value.to_integral_value():
            return int(value)
        return float(value) if Decimal(repr(float(value))) == value else str(value)
    if isinstance(value, (bytes, bytearray)):
        try:
            return value.decode()
        except UnicodeDecodeError:
            raise RowError(f"{column} is binary") from None
    if isinstance(value, dict):
        items = {str(name): json_value(column, item) for name, item in value.items()}
        return {name: item for name, item in items.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [json_value(column, item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


@dataclass
class Values:
    """Reads cells; RowError if one cannot be sent. `rules`: how many values each rule has changed, for the log.

    `decimal`: "comma" or "point", None if the text has to tell. `semicolons`: they separate the file.
    `marks`: what is before the decimals of values that can be read in one way only. `zone`: of times that have none.
    `date_format`: one of ORDERS. `is_whole`: whether all values of a column are whole numbers, with or without `.0`.
    """

    decimal: str | None = None
    date_format: str | None = None
    zone: tzinfo = UTC
    semicolons: bool = False
    marks: set[str] = field(default_factory=set)
    is_whole: Callable[[str], bool] | None = None
    rules: Counter[str] = field(default_factory=Counter)
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def text(self, name: str, value: Any) -> str:
        if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
            return str(int(value))  # a column of ids with gaps, as pandas writes it
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            return str(value)
        raise RowError(f"{name} is not text")

    def note(self, rule: str) -> None:
        self.rules[rule] += 1

    def identifier(self, name: str, value: Any, column: str) -> str | None:
        """An id; None for a placeholder."""
        text = self.text(name, value)
        if not ODD_ID.search(text):
            return text
        visible = INVISIBLE.sub("", text).strip()
        if visible != text:
            self.note(f"{name}: invisible characters removed")
        if visible.lower() in PLACEHOLDERS:
            self.note(f"{name}: {visible} counts as empty")
            return None
        if ROUNDED.fullmatch(visible):
            raise RowError(f"{name} was rounded by a spreadsheet: {visible:.40}")
        if re.fullmatch(r"\d+\.0", visible) and self.is_whole and self.is_whole(column):
            self.note(f"{name}: .0 removed")
            return visible[:-2]
        return visible

    def email(self, text: str) -> str:
        address = text
        if text[:7].lower() == "mailto:":
            address = text[7:].strip()
            self.note("email: mailto: removed")
        if not EMAIL.fullmatch(address):
            raise RowError(f"email is not an email address: {text:.40}")
        return address

    def phone_number(self, text: str) -> str:
        """E.164, of what people write: +1 (202) 555-0142, +44 (0)20 7946 0958."""
        if E164.fullmatch(text):
            return text
        number = text.removeprefix("tel:")
        if "(0)" in text:
            number = number.replace("(0)", "0" if number.startswith("+39") else "")  # Italian numbers keep their zero
            self.note("phone_number: (0) removed")
        number = re.sub(r"(?<=.)[\s()./\u2010-\u2015-]", "", number)
        self.note("phone_number: spaces, dots, hyphens and parentheses removed")
        if not E164.fullmatch(number):
            raise RowError(f"phone_number is not in E.164 format such as +12025550142: {text:.40}")
        return number

    def profile(self, fields: Cells, cells: Cells, columns: Columns) -> dict[str, str]:
        """Who it is: identifiers and names. RowError if nobody can tell. `fields`: the cells by field."""
        profile: dict[str, str] = {}
        for name in IDENTIFIERS:
            text = self.identifier(name, fields[name], columns.by_field[name][0]) if name in fields else None
            if text is not None:
                profile[name] = self.email(text) if name == "email" else text
        for column in columns.by_field.get("email", [])[1:]:
            other = cells.get(column)
            if "email" not in profile and isinstance(other, str) and EMAIL.fullmatch(other):
                profile = {"email": other, **profile}
                self.note(f"email: {column} where {columns.by_field['email'][0]} is blank")
        if not profile:
            columns_of = [columns.by_field[name][0] for name in IDENTIFIERS if name in columns.by_field]
            raise RowError(f"it has none of {', '.join(columns_of)}")
        if "phone_number" in profile:
            try:
                profile["phone_number"] = self.phone_number(profile["phone_number"])
            except RowError:
                self.note('phone_number: not in E.164 format; mapping {"phone_number": ""} imports all rows without it')
                raise
        for name in ("first_name", "last_name"):
            if name in fields and (text := self.identifier(name, fields[name], "")):
                profile[name] = text
        return profile

    def amount(self, value: Any) -> tuple[float, str]:
        """A number, and the currency that stands beside it."""
        if not self.decimal and isinstance(value, str) and SIMPLE_NUMBER.fullmatch(value):
            return float(value), ""
        if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e300:
            return float(value), ""
        if isinstance(value, str) and re.fullmatch(r"[+-]?\d+(\.\d+)?[eE][+-]?\d{1,2}", value):
            return float(value), ""
        match = AMOUNT.fullmatch(value) if isinstance(value, str) else None
        currency = match[1] + match[3] + match[5] if match else ""
        code = currency if re.fullmatch("[A-Z]{3}", currency) and currency in CODES else SIGNS.get(currency)
        if not match or (currency and code is None):
            raise RowError(f"value is not a number: {value!s:.40}")
        if currency:
            self.note(
                f"value: {currency} is {code or 'of several currencies, none is sent'}"
                if code != currency
                else "value: currency taken from it"
            )
        number = self.number(match[4].strip(), value)
        return -number if match[2] == "-" else number, code or ""

    def number(self, text: str, value: str) -> float:
        """1234.5 of 1234.50, 1,234.50, 1.234,50, 1 234,50 or 1'234.50. `value`: for the error."""
        digits = re.sub(r"(?<=\d)[\s'’](?=\d{3}(?!\d))", "", text)
        marks = re.findall("[.,]", digits)
        mark = MARKS.get(self.decimal or "", "")
        if not mark and re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", digits):  # the text does not tell what its mark means
            mark = "," if self.semicolons else "."
            if (self.semicolons and marks == ["."]) or self.marks - {mark}:
                raise RowError(f"value can be two numbers; the option decimal, comma or point, says which: {value:.40}")
        elif not mark:
            mark = "." if not marks or (marks[-1] == ".") == (marks.count(marks[-1]) == 1) else ","
        group = "," if mark == "." else "."
        if not re.fullmatch(rf"(\d+|\d{{1,3}}(\{group}\d{{3}})+)(\{mark}\d+)?", digits):
            raise RowError(f"value is not a number: {value:.40}")
        if mark == "," and mark in digits:
            self.note("value: decimal comma")
        if len(digits) < len(text) or group in digits:
            self.note("value: thousands separators removed")
        return float(digits.replace(group, "").replace(",", "."))

    def learn_marks(self, values: Iterable[Any]) -> None:
        """Find out from a column what stands before the decimals: 9,99 and 1.234.567 can be read in one way only."""
        for value in values:
            if not isinstance(value, str) or not {mark for mark in ".," if mark in value} - self.marks:
                continue  # it tells nothing new
            digits = re.sub(r"[^\d.,]", "", value)
            *_, last = ["", *re.findall("[.,]", digits)]
            if last and digits.count(last) > 1:
                self.marks.add(",."[last == ","])
            elif last and not re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", digits):
                self.marks.add(last)

    def time(self, value: Any) -> datetime:
        """RFC 3339, or a notation that the script's docstring lists; others need `date_format`."""
        try:
            time = self.parse_time(value)
        except (ValueError, OverflowError, OSError):
            raise RowError(f"time is not a time such as 2026-11-20T09:30:00+01:00: {value!s:.40}") from None
        if time.year <= 1990 or time > self.now + timedelta(days=366):
            raise RowError(f"time is before 1991 or more than a year ahead: {value!s:.40}")
        return time

    def parse_time(self, value: Any) -> datetime:
        """ValueError if it is none."""
        if isinstance(value, (int, float)) or re.fullmatch(r"\d{9,13}", str(value)):
            number = float("" if isinstance(value, bool) else value)
            return datetime.fromtimestamp(number / 1000 if number > 1e11 else number, UTC)
        match = TIME.fullmatch(str(value))
        if match:
            clock = match[2] or "00:00"
            text = f"{match[1]}T{'0' * (clock[1] == ':')}{clock}"
        else:
            match, text = self.order_time(str(value))
        zone = match["zone"] or ""
        if not zone:
            self.note(f"time: {self.zone} if it has no zone")
            return datetime.fromisoformat(text).replace(tzinfo=self.zone)
        return datetime.fromisoformat(text + (zone if zone[:1] in ("+", "-") else "+00:00"))

    def order_time(self, value: str) -> tuple[re.Match[str], str]:
        """A time with its parts in the order of `date_format`: the match, and the time in ISO 8601 without a zone."""
        match = ORDERED_TIME.fullmatch(value)
        if not match:
            raise ValueError(value)
        if not self.date_format:
            raise RowError(f"time needs the option date_format (DMY, MDY or YMD), the order of its parts: {value:.40}")
        parts = dict(zip(self.date_format, match.groups(), strict=False))
        if re.match(r"\d{4}-", value):
            parts = dict(zip("YMD", match.groups(), strict=False))
        year, month, day, hour = parts["Y"], parts["M"].lower(), int(parts["D"]), int(match[4] or 0)
        names = [name for name in MONTHS.split() if len(month) > 2 and name.startswith(month)]
        number = MONTHS.split().index(names[0]) + 1 if names else int(month)
        if match[7]:
            if not 1 <= hour <= 12:
                raise ValueError(value)
            hour = hour % 12 + 12 * (match[7] in "pP")
        self.note(f"time: {self.date_format}")
        century = "20" if len(year) == 2 else ""
        return match, f"{century}{year}-{number:02}-{day:02}T{hour:02}:{match[5] or '00'}:{match[6] or '00'}"


def check_strings(cells: Cells) -> None:
    """RowError if a string is longer than Klaviyo takes."""
    for column, value in cells.items():
        if longest(value) > MAX_STRING:
            raise RowError(f"{column} has over {MAX_STRING:,} bytes")


def longest(value: Any) -> int:
    """The bytes of the longest string in a value."""
    if isinstance(value, str):
        return len(value.encode(errors="backslashreplace"))
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return max(map(longest, items), default=0)


# ---- workbench/bulk/imports/columns.py -------------------------------------------------------------------------------
# Mapping columns


# The headers by which a column is recognized, as `simplify` returns them; the first wins. They are those of
# Shopify, WooCommerce, BigCommerce, Magento, Mailchimp, Stripe, Square, ActiveCampaign and Klaviyo, in English, German,
# French and Spanish.
PROFILE_HEADERS = {
    "email": "email email2 emailaddress customeremail useremail mail contactemail subscriberemail emailadresse"
    " mailadresse adresseemail adressedemessagerie courriel correoelectronico correo direcciondecorreoelectronico",
    "phone_number": "phonenumber phone mobile mobilephone cell telefon telefonnummer handy telephone portable telefono"
    " handynummer mobilnummer movil numerodetelephone numerodetelefono smsphonenumber",
    "external_id": "externalid customerid userid profileid kundennummer kundenid clientid numeroclient idcliente",
    "anonymous_id": "anonymousid",
    "first_name": "firstname givenname fname vorname prenom nombre",
    "last_name": "lastname surname familyname lname nachname nomdefamille nom apellido apellidos",
    "organization": "organization organisation company companyname firma unternehmen societe entreprise empresa",
    "title": "title jobtitle",
    "image": "image imageurl avatar picture",
    "locale": "locale language lang sprache langue idioma",
    "address1": "address1 address street addressline1 streetaddress streetaddress1 adresse1 adresse strasse rue"
    " direccion1 direccion calle",
    "address2": "address2 addressline2 streetaddress2 adresse2 adresszusatz direccion2",
    "city": "city town suburb stadt ort ville ciudad",
    "region": "region state province provincecode statecode stateprovince stateregion bundesland kanton provincia",
    "country": "country countrycode countryid countryregion land pays pais",
    "zip": "zip zipcode postcode postalcode zippostalcode plz postleitzahl codepostal codigopostal",
    "timezone": "timezone tz zeitzone fuseauhoraire zonahoraria",
    "latitude": "latitude lat",
    "longitude": "longitude lon lng long",
}
PREFIXES = (
    "",
    "customer",
    "billing",
    "defaultaddress",
    "address",
    "contact",
    "rechnungs",
    "facturation",
    "facturacion",
)
IDENTIFIERS = ("email", "phone_number", "external_id", "anonymous_id")


@dataclass
class Columns:
    """The columns that hold each field, in order. `named`: fields whose column `mapping` names. `items`: columns of an
    order's items."""

    by_field: dict[str, list[str]] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    items: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.used = {columns[0] for columns in self.by_field.values()}  # the others are properties

    def drop(self, name: str) -> None:
        """Make the column of a field a property."""
        self.used -= {*self.by_field.pop(name, [])[:1]}

    def values(self, cells: Cells) -> Cells:
        """The cells by field. An object in a column that was only recognized by its header stays a property."""
        fields = {name: cells[columns[0]] for name, columns in self.by_field.items() if columns[0] in cells}
        for name in [
            name for name, value in fields.items() if isinstance(value, (dict, list)) and name not in self.named
        ]:
            del fields[name]
        return fields

    def properties(self, cells: Cells) -> Cells:
        """The cells that are in no field. What is in an object `properties`, as in Klaviyo, is a property itself."""
        others = {
            name: value for name, value in cells.items() if name not in self.used or isinstance(value, (dict, list))
        }
        own = others.pop("properties") if isinstance(others.get("properties"), dict) else {}
        return {**own, **others}

    def describe(self) -> list[str]:
        """Lines for the log."""
        firsts = {name: f"{name} is {columns[0]}" for name, columns in self.by_field.items()}
        others = self.by_field.get("email", [])[1:]
        return [
            *firsts.values(),
            *([f"{', '.join(others)} is the email where {self.by_field['email'][0]} is blank"] if others else []),
        ]


def simplify(header: str) -> str:
    """Letters and digits alone, without accents: Téléphone is telephone."""
    text = unicodedata.normalize("NFKD", header.casefold())
    return re.sub(r"[\W_]", "", "".join(character for character in text if not unicodedata.combining(character)))


def match_columns(columns: list[str], headers: dict[str, str], mapping: dict[str, str]) -> Columns:
    """The columns of each field: as `mapping` says, else as the headers tell. BulkFailed if none identifies."""
    faults = [f"{name} is not one of {', '.join(headers)}" for name in mapping if name not in headers]
    faults += [
        f'there is no column "{column}"; the columns are {", ".join(columns)}'
        for column in mapping.values()
        if column and column not in columns
    ]
    if faults:
        raise BulkFailed("mapping: " + "; ".join(faults))
    by_field = {name: [column] for name, column in mapping.items() if column}
    free: dict[str, list[str]] = {}
    for column in columns:
        if column not in mapping.values():
            free.setdefault(simplify(column), []).append(column)
    for name, known in headers.items():
        prefixes = PREFIXES if name in PROFILE_HEADERS else ("",)
        words = [prefix + word for prefix in prefixes for word in known.split()]
        words += [f"{word}billing" for word in known.split() if name in PROFILE_HEADERS]  # Email (Billing)
        candidates = list(dict.fromkeys(column for word in words for column in free.get(word, ())))
        if candidates and name not in mapping:
            by_field[name] = candidates if name == "email" else candidates[:1]
            free[simplify(candidates[0])].remove(candidates[0])
    if not any(name in by_field for name in IDENTIFIERS if name in headers):
        identifiers = ", ".join(name for name in IDENTIFIERS if name in headers)
        raise BulkFailed(f"no column identifies a profile ({identifiers}); the columns are {', '.join(columns)}")
    return Columns({name: by_field[name] for name in headers if name in by_field}, {*mapping})


def find_header(path: Path, headers: dict[str, str]) -> int | None:
    """The line that looks most like the header of a CSV file; None if none of the first does."""
    words = {word for known in headers.values() for word in known.split()}
    with open_text(path) as file:
        lines = [re.split(r"[,;|\t]", line) for line in islice(file, 20)]
    known = [sum(simplify(cell) in words for cell in cells) for cells in lines]
    return known.index(max(known)) + 1 if max(known) > 1 else None


# ---- workbench/bulk/imports/rows.py ----------------------------------------------------------------------------------
# Reading rows


Cells = dict[str, Any]
READ_ERRORS = (UnicodeDecodeError, OSError, EOFError, zlib.error, duckdb.Error)
MAX_LINE = 20_000_000  # characters; more than any row that Klaviyo accepts
REJECTED = ["rejected_row", "rejected_line", "rejected_reason"]  # columns before the row's own, in a file of rejects


def read_rows(source: Source) -> Iterator[tuple[int | None, Cells | RowError]]:
    """The rows, with the line each begins in if there are lines; read as they are asked for."""
    number = 0
    try:
        if not source.suffix:
            rows: Iterator[Any] = ((None, row if isinstance(row, dict) else not_an_object(row)) for row in source.rows)
        elif source.suffix == ".parquet":
            rows = ((None, row) for row in read_parquet(source.path))
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
            head = file.readline(MAX_LINE)
            file.seek(0)
            lines = Lines(file)
            above = re.fullmatch(r"sep=(.)\s*", head)  # Excel's way to say it
            if "\0" in head:  # as UTF-16 has it, and a spreadsheet of another name
                raise BulkFailed(f"{source.name} is not in UTF-8; save it as CSV in UTF-8")
            if above:
                separator = above[1]
            elif source.suffix == ".tsv" or "\t" in head:
                separator = "\t"
            else:  # whichever of these a spreadsheet has put between the names
                separator = max(",;|", key=re.sub(r'"[^"]*"', "", head).count)
            reader = csv.reader(lines, delimiter=separator, strict=True)
            cells = next(islice(reader, 1 if above else 0, None), [])
    except csv.Error as error:
        raise BulkFailed(f"the header of {source.name} cannot be read: {error}") from None
    except READ_ERRORS as error:
        raise explain(source, error, 0) from None
    columns: list[str] = []
    for number, name in enumerate(cells, 1):
        name = name.strip() or f"column {number}"
        while name in columns:
            name += f" {number}"
        columns.append(name)
    return columns, separator, lines.number


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
                yield lines.number, RowError(f"it is not JSON: {error}", [text])
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
    # A path is no pattern, though DuckDB would take it for one.
    query = "SELECT * FROM read_parquet(?, hive_partitioning = false)"
    cursor = connection.execute(query, [glob.escape(str(path))])
    columns = [column[0] for column in cursor.description or ()]
    while rows := cursor.fetchmany(1000):
        for row in rows:
            yield dict(zip(columns, row, strict=True))


# ---- workbench/bulk/command_line.py ----------------------------------------------------------------------------------
# By hand


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


# ---- workbench/bulk/arguments.py -------------------------------------------------------------------------------------
# Options


@dataclass(frozen=True)
class Options:
    """The arguments that all imports have, checked. BulkFailed names the one that is wrong."""

    key: str
    revision: str
    mapping: dict[str, str]
    dry_run: bool
    rejects: str | None
    journal: str | None
    part: int
    parts: int


def check_options(
    auth: Any, revision: Any, mapping: Any, dry_run: Any, rejects: Any, journal: Any, part: Any = 1, parts: Any = 1
) -> Options:
    key = check_account(auth, revision)
    if not isinstance(mapping or {}, dict):
        raise BulkFailed('mapping must be an object such as {"email": "Customer"}')
    for name, value in (("rejects", rejects), ("journal", journal)):
        text(name, value)
    count = whole_number("parts", parts)
    number = whole_number("part", part)
    if number > count:
        raise BulkFailed(f"part is {number}, but parts is {count}")
    send = not boolean("dry_run", dry_run)
    return Options(key, revision, mapping or {}, not send, rejects or None, journal or None, number, count)


def check_account(auth: Any, revision: Any) -> str:
    """Returns the API key."""
    key = auth.get("apiKey") if isinstance(auth, dict) else None
    if not (isinstance(key, str) and re.fullmatch("[!-~]+", key)):
        raise BulkFailed("auth.apiKey is missing, or no private API key in printable ASCII")
    if not (isinstance(revision, str) and re.fullmatch(r"\d{4}-\d\d-\d\d(\.\w+)?", revision)):
        raise BulkFailed("revision must be a date such as 2026-10-15")
    return key


def boolean(name: str, value: Any) -> bool | None:
    """A form or a flow may send it as text; None if it is empty."""
    text = str(value).strip().lower()
    if value is None or text == "":
        return None
    if text in ("true", "1"):
        return True
    if text in ("false", "0"):
        return False
    raise BulkFailed(f"{name} must be true or false, not {value!s:.40}")


def text(name: str, value: Any) -> str:
    """Empty if it is not there."""
    if not isinstance(value or "", str):
        raise BulkFailed(f"{name} must be text, not {value!s:.40}")
    return (value or "").strip()


def zone_of(timezone: Any) -> tzinfo:
    """UTC by default."""
    name = text("timezone", timezone)
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BulkFailed(f"timezone must be a name such as Europe/Berlin, not {name:.40}") from None


def whole_number(name: str, value: Any) -> int:
    """1 if it is empty."""
    text = "1" if value in (None, "") else str(value).removesuffix(".0")
    if not re.fullmatch(r"[1-9]\d{0,5}", text):
        raise BulkFailed(f"{name} must be a number from 1, not {value!s:.40}")
    return int(text)


def choice(name: str, value: Any, choices: tuple[str, ...]) -> str | None:
    """None if it is empty."""
    if value and value not in choices:
        raise BulkFailed(f"{name} must be {', '.join(choices[:-1])} or {choices[-1]}, not {value!s:.40}")
    return value or None


# ---- workbench/bulk/text.py ------------------------------------------------------------------------------------------
# Text, JSON and hashes


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def short_digest(text: str) -> int:
    """64 bits, signed as SQLite has them."""
    return int.from_bytes(hashlib.blake2b(encode(text), digest_size=8).digest(), "big", signed=True)


compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encode(text: str) -> bytes:
    """UTF-8; a lone surrogate becomes its JSON escape."""
    return text.encode(errors="backslashreplace")


def storable(text: str) -> tuple[str, int]:
    """A text without lone surrogates, and its length in bytes."""
    if text.isascii():
        return text, len(text)
    data = encode(text)
    return data.decode(), len(data)


# ---- workbench/bulk/progress.py --------------------------------------------------------------------------------------
# Progress


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


# ---- workbench/bulk/source.py ----------------------------------------------------------------------------------------
# Where rows come from


SUFFIXES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".parquet")


@dataclass
class Source:
    """A local file, or a list of rows. `name`: what the journal and the rejects are named after."""

    name: str
    path: Path = Path()
    rows: list[Any] = field(default_factory=list)

    @property
    def suffix(self) -> str:
        """One of SUFFIXES; empty for a list."""
        return suffix_of(self.path.name)


def suffix_of(name: str) -> str:
    return Path(name.lower().removesuffix(".gz")).suffix


def find_source(source: Any, folder: Path) -> Source:
    """The source as a local file or a list. What is elsewhere is downloaded into `folder`."""
    if isinstance(source, list):
        if not any(is_s3_object(item) for item in source):
            return Source("rows", rows=source)
        if len(source) > 1:
            raise BulkFailed(
                f"source is a list of {len(source)}, of which one or more are S3 objects: import each alone"
            )
        [source] = source
    address = source.get("s3") if isinstance(source, dict) else source
    if not isinstance(address, str) or not address:
        raise BulkFailed("source must be the path or URL of a file, an S3 object, or a list of objects")
    is_s3 = isinstance(source, dict) or address.startswith("s3://")
    name = Path(urlsplit(address).path if "://" in address else address).name
    if isinstance(source, dict) and suffix_of(name) not in SUFFIXES:
        name = Path(str(source.get("filename") or name)).name
    if suffix_of(name) not in SUFFIXES:
        hint = "; an S3 object may say so in `filename`" if is_s3 else ""
        raise BulkFailed(
            f"{name} does not end in {', '.join(SUFFIXES)}, with or without .gz{hint}. Save it as CSV in UTF-8"
        )
    if is_s3 or address.startswith(("http://", "https://")):
        path = folder / name
        try:
            download(source if is_s3 else address, path)
        except Exception as error:  # Windmill's client raises what it likes
            message = re.sub(
                r"\?\S+|(?<=//)[^/\s@]*@", "", f"{address} cannot be read: {error}"
            )  # signatures, passwords
            raise BulkFailed(message) from None
    else:
        name, path = address, Path(address)
    if not path.exists():
        raise BulkFailed(f"{name} cannot be read: there is no such file")
    if not path.stat().st_size:
        raise BulkFailed(f"{name} is empty")
    return Source(name, path)


def is_s3_object(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("s3"), str) and value.keys() <= S3_KEYS


S3_KEYS = {"s3", "filename", "storage", "presigned"}


def download(source: Any, path: Path) -> None:
    with path.open("wb") as copy:
        if isinstance(source, dict) or source.startswith("s3://"):
            with wmill.load_s3_file_reader(source) as reader:
                while chunk := reader.read(1_000_000):
                    copy.write(chunk)
        else:
            with requests.get(source, stream=True, timeout=TIMEOUT) as response:
                response.raise_for_status()
                for chunk in response.iter_content(1_000_000):
                    copy.write(chunk)


# ---- workbench/bulk/client.py ----------------------------------------------------------------------------------------
# Requests at Klaviyo's pace


API = "https://a.klaviyo.com"
RATES = [Rate(10, Duration.SECOND), Rate(150, Duration.MINUTE)]  # of most endpoints that send files
TIMEOUT = (10, 60)  # seconds to connect, to read
MAX_TRIES = 6  # of a request whose outcome is unknown
MAX_WAIT = 300  # seconds in all that Klaviyo may ask for; longer, as a daily cap does, ends the run until later
CONTENT_TYPE = "application/vnd.api+json"


class Client:
    """Sends requests from several threads. `stopped`: why nothing more is sent; `temporary`: whether it may pass.

    `key`: empty for endpoints that take none. `rates`: of each endpoint. `parts`: how many runs share them.
    """

    def __init__(self, key: str, revision: str, rates: list[Rate], parts: int = 1) -> None:
        self.stopped = ""
        self.temporary = False
        self.retries = 0
        self._key = key
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
        if self._key:
            request.headers["Authorization"] = f"Klaviyo-API-Key {self._key}"
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
        """What an answer says, without the key."""
        return "" if response is None else self.hide_key(response.text)

    def hide_key(self, text: str) -> str:
        return (text.replace(self._key, "***") if self._key else text)[:300]


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


# ---- workbench/bulk/windmill.py --------------------------------------------------------------------------------------
# Windmill


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


# ---- workbench/bulk/journal_file.py ----------------------------------------------------------------------------------
# Journals


def attach_journal(db: sqlite3.Connection, path: Path, mark: int, tables: str) -> None:
    """Open a SQLite file as `journal`, created if need be. `mark`: the application ID that it has.

    BulkFailed if it is something else, or in use.
    """
    try:
        db.execute("ATTACH ? AS journal", [str(path)])
        db.execute("PRAGMA journal.locking_mode = EXCLUSIVE")
        [present] = db.execute("PRAGMA journal.application_id").fetchone()
        if present != mark and path.exists() and path.stat().st_size:
            raise sqlite3.DatabaseError("it is another kind of file")
        db.execute(f"PRAGMA journal.application_id = {mark}")
        db.executescript(tables)
    except sqlite3.Error as error:
        if "locked" in str(error):
            raise BulkFailed(f"another run is using {path}") from None
        raise BulkFailed(f"{path} cannot be used as a journal: {error}") from None


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


class RowError(Exception):
    """A row cannot be sent; the message says why. `cells`: its text, if it could not be read."""

    def __init__(self, reason: str, cells: list[str] | None = None) -> None:
        super().__init__(reason)
        self.cells = cells


class RowSkipped(Exception):
    """A row asks for nothing, and nothing is wrong with it, such as one of a person who has not consented."""


if __name__ == "__main__":
    run_by_hand(main)
