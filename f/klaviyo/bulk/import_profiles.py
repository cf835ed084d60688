# /// script
# requires-python = ">=3.11"
# dependencies = ["duckdb", "phonenumbers", "pyrate-limiter", "python-calamine", "requests", "tqdm", "wmill"]
# ///
"""Import Profiles: a file or table of profiles into Klaviyo, by POST /api/profile-bulk-import-jobs

Reads CSV, TSV, JSON Lines, Parquet, Excel (.xlsx, .xls) or OpenDocument (.ods): a path, a URL, in Windmill an S3
object; .gz too; or a list of rows. All rows are read and checked before the first is sent; they are kept in a temporary
file, so memory does not grow with them, except for those of a spreadsheet. The log says which column is used for what;
`mapping` overrides this. `dry_run` sends nothing and returns a report.

Each row creates a profile, or updates the one with its email, phone number or external ID. Of rows that name the same
profile the first is sent; the others are counted as repeated and listed in the rejects. It subscribes nobody: use
bulk_subscribe_profiles for consent.

Values: phone numbers as people write them become E.164: those with a country code, such as +44 (0)20 7946 0958. Others
are of `default_country`, or rejected without it. `leave_out` sends a row without an identifier that cannot be read.
An ID or a phone number beside several different emails identifies nobody: its rows are sent without it, or rejected if
nothing else identifies them.
In ids, emails and names, NULL, nan, undefined, #N/A, 0, -, unknown, keine and other words for nothing count as empty;
12345.0 in a column of whole numbers is 12345; what a spreadsheet has rounded (4.47901E+11) is rejected; mailto: and
invisible characters are removed. ="00124" is 00124, and an apostrophe before a number or a postal code is removed.
NULL, nan, \\N, #N/A, - and the like in a property or a place are not sent: Klaviyo keeps the value that it has.
`types` says what columns that become properties are: "number" (1.234,50 as 1234.5), "boolean", "date", "list" ("a, b"
as two texts) or "text"; "auto" chooses what all values of a column are. Without it, everything in a CSV file is text. A
row with a value that does not fit is rejected. `properties` says which columns are sent.
What is in objects called location and properties, as Klaviyo has them, goes where it belongs.

The rows are sent in jobs of at most 10,000 profiles and 5,000,000 bytes, with at most 100,000 bytes per profile. The
script waits for each job and collects what it could not import.

A row that is not sent goes to the rejects with its number, line and reason; corrected there, it can be imported from
there. The script records what Klaviyo accepted in a journal or, in Windmill, in its state. It knows profiles by what
they are, not by the cells of a row: run again, also with a file or options that have changed, it sends what is new or
changed.

Scopes: lists:read, lists:write, profiles:read, profiles:write.
Reference: https://developers.klaviyo.com/en/reference/bulk_import_profiles
"""

# Lines 45-349: this program, workbench/bulk/import_profiles.py in the repository.
# Lines 352-3983: definitions shared with other programs; each section names its module.
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
import struct
import sys
import tempfile
import threading
import time
import unicodedata
import zlib
from base64 import b64decode, b64encode
from collections import Counter, deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from decimal import Decimal
from functools import cache, lru_cache, partial
from io import BytesIO, TextIOWrapper
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple, Protocol, Self, TypedDict
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import duckdb
import phonenumbers
import requests
import wmill
from pyrate_limiter import Duration, Limiter, Rate
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)
from tqdm import tqdm

# For a type of this name, Windmill's form shows a file picker. A path, a URL or rows are accepted, too.
S3Object = wmill.S3Object | dict[str, Any] | str | list[Any]

PATH = "/api/profile-bulk-import-jobs"
MAX_PROFILE = 100_000  # bytes

LOCATION = ("address1", "address2", "city", "region", "country", "zip", "timezone", "latitude", "longitude")
# What a column called State says of an account, as `simplify` returns it.
ACCOUNT_STATES = (
    "enabled disabled active inactive invited declined pending approved rejected blocked banned suspended deleted"
    " closed open locked verified unverified confirmed unconfirmed subscribed unsubscribed registered guest"
    " archived expired cancelled canceled complete completed processing new lead customer trial paused on off true"
    " false yes no aktiv inaktiv gesperrt actif inactif activo inactivo"
)
TEXTS = ("organization", "title", "image", "locale")


class klaviyo(TypedDict, total=False):  # one of the two
    apiKey: str
    token: str


def main(
    auth: klaviyo,
    revision: str | None,
    source: S3Object,
    list_id: str | None = None,
    mapping: dict[str, str] | None = None,
    properties: "list[str] | dict[str, str] | str | None" = None,
    types: "dict[str, str] | str | None" = None,
    date_format: str | None = None,
    decimal: str | None = None,
    timezone: str | None = None,
    default_country: str | None = None,
    leave_out: list[str] | None = None,
    sheet: str | None = None,
    dry_run: bool = False,
    rejects: str | None = None,
    journal: str | None = None,
) -> dict[str, Any]:
    """Return what became of the rows: sent, sent before, rejected, repeated; they add up.

    BulkFailed says what stopped it, and how to go on. `source`: path or URL of a file, an S3 object, or a list of
    objects. `list_id`: a list that the profiles are added to. `mapping`: the column of each of email, phone_number,
    external_id, first_name, last_name, organization, title, image, locale, address1, address2, city, region, country,
    zip, timezone, latitude, longitude; "" for none. `types`: the type of columns that become properties, such as
    {"Subtotal": "number", "VIP": "boolean", "Born": "date", "Tags": "list"}, or "auto". `properties`: the columns that
    become properties, as a list, as an object of columns by the names of properties, or "none"; by default all others.
    `sheet`: of a spreadsheet, by default the first. `date_format`: DMY, MDY or YMD, `decimal`: comma or point,
    `timezone`: for `types`. `default_country`: of phone
    numbers without a country code, such as CH. `leave_out`: identifiers, such as phone_number, without which a row is
    sent if its own cannot be read. `rejects`, `journal`: files, beside the source by default.
    """
    if list_id and not (isinstance(list_id, str) and re.fullmatch(r"\w{1,50}", list_id)):
        raise BulkFailed("list_id must be the ID of a list, such as Y6nRLr")
    options = check_options(auth, revision, mapping, dry_run, rejects, journal, sheet=sheet)
    country = check_country(text("default_country", default_country))
    values = Values(choice("date_format", date_format, ORDERS), zone_of(timezone), country, check_leave_out(leave_out))
    profiles = Profiles(
        list_id or "",
        values,
        check_properties(properties),
        check_types(types),
        choice("decimal", decimal, tuple(DECIMALS)),
    )
    return run_import(options, source, profiles)


# --- Profiles ---------------------------------------------------------------------------------------------------------

HEAD = '{"data":{"type":"profile-bulk-import-job","attributes":{"profiles":{"data":['
POINTER = re.compile(r"/profiles/data/(\d{1,9})(?!\d)")  # the profile in the body that an error of Klaviyo's speaks of


@dataclass
class Profiles:
    """Rows as profiles, which are added to the list `scope`, if any."""

    scope: str
    values: Values = field(default_factory=lambda: Values())
    properties: dict[str, str] | None = None
    types: dict[str, str] | str = field(default_factory=dict)
    decimal: str | None = None
    converter: ColumnTypes = field(init=False)
    columns: Columns = field(default_factory=lambda: Columns())  # defined below
    noun = "profiles"
    item_type = "profile"
    max_records = 10_000
    max_bytes = 5_000_000
    keeps_first = False
    others = "properties"
    repeat = "only the first row of a profile is imported"
    undecided = ""
    is_screened = False

    @property
    def rates(self) -> list[Rate]:
        return RATES

    @property
    def headers(self) -> dict[str, str]:
        return {name: known for name, known in PROFILE_HEADERS.items() if name != "anonymous_id"}

    def choose(self, columns: Columns, store: Store, separator: str) -> list[str]:
        self.columns, self.values.is_whole = columns, cache(store.is_whole)
        self.values.is_verbatim = store.is_exported
        find_shared_identifiers(store, columns, self.values)
        lines = self.check_region(columns, store)
        columns.choose_properties(self.properties)
        self.converter = ColumnTypes(self.types, self.values, self.decimal)
        return lines + self.converter.choose(columns, store, separator, [])

    def check_region(self, columns: Columns, store: Store) -> list[str]:
        """Make a column called State a property if it holds the states of accounts. Returns lines for the log."""
        region = columns.by_field.get("region", [""])[0]
        if "region" not in columns.named and simplify(region) == "state" and not self.is_region(region, store):
            columns.drop("region")
            return [f"{region} is no region, but a state that people or their accounts are in: a property"]
        return []

    def is_region(self, column: str, store: Store) -> bool:
        """Whether a column called State has the states of a country, and not enabled, declined and the like."""
        states = {simplify(str(value)) for value in store.values_of(column, distinct=True)}
        has_address = any(name in self.columns.by_field for name in LOCATION if name not in ("region", "timezone"))
        return not states & {*ACCOUNT_STATES.split()} and (has_address or max(map(len, states), default=0) <= 3)

    def build(self, rows: list[Cells], fingerprint: str) -> Draft:
        [cells], columns = rows, self.columns
        cells = self.converter.convert(cells)
        fields = columns.values(cells)
        profile: dict[str, Any] = dict(self.values.profile(fields, cells, columns))
        keys = tuple((name, fold_identifier(name, profile[name]), "") for name in IDENTIFIERS if name in profile)
        profile |= self.read_texts(TEXTS, fields)
        location = self.read_texts(LOCATION, fields)
        held = cells.get("location")
        if isinstance(held, dict):
            location |= self.drop_nulls(held)
            cells = {name: value for name, value in cells.items() if name != "location"}
        properties = self.drop_nulls(columns.properties(cells))
        profile |= {name: value for name, value in (("location", location), ("properties", properties)) if value}
        body = compact({"type": "profile", "attributes": profile})
        if storable(body)[1] > MAX_PROFILE:
            raise RowError(f"{storable(body)[1]:,} bytes are too many for one profile")
        identifiers = {name: fold_identifier(name, profile[name]) for name in IDENTIFIERS if name in profile}
        return Draft(body, "", keys, content=compact(profile | identifiers))

    def read_texts(self, names: tuple[str, ...], fields: Cells) -> dict[str, str]:
        """The fields that have a text. Where a program has written that there is none, they keep what Klaviyo has."""
        texts: dict[str, str | None] = {}
        for name in names:
            value = fields.get(name)
            if name in ("latitude", "longitude") and (isinstance(value, float) or str(value) == "0"):
                texts[name] = str(value)  # 0 is a place
            elif value is not None:
                read = self.values.text if self.values.is_verbatim else self.values.name
                texts[name] = read(name, value)
        return {name: written for name, written in texts.items() if written}

    def drop_nulls(self, properties: Cells) -> Cells:
        """Properties without those for which a program has written that there is none: they keep what Klaviyo has."""
        if self.values.is_verbatim:
            return properties
        nulls = [name for name, value in properties.items() if isinstance(value, str) and is_null(value)]
        for name in nulls:
            self.values.note(f"{name}: {properties[name]} counts as empty")
        return {name: value for name, value in properties.items() if name not in nulls}

    def payload(self, records: list[Record]) -> bytes:
        lists = compact({"lists": {"data": [{"type": "list", "id": self.scope}]}})
        tail = "]}}" + (f',"relationships":{lists}' if self.scope else "") + "}}"
        return encode(HEAD + ",".join(record.body for record in records) + tail)

    def screen(self, client: Client, records: list[Record]) -> dict[Record, str] | None:
        return {}

    def deliver(self, client: Client, batch: Batch) -> Outcome:
        """Have a job of Klaviyo's import the batch; when it comes back with the job, wait for its end."""
        if batch.job:
            return self.follow(client, batch)
        response, _ = client.request("POST", PATH, self.payload(batch.records))
        if response is None:
            return Outcome()
        if response.status_code != 202:
            return interpret_refusal(self, client, batch, response)
        return begin_job(client, batch, response)

    def blamed(self, records: list[Record], pointer: str) -> list[Record]:
        match = POINTER.search(pointer)
        return records[int(match[1]) : int(match[1]) + 1] if match else []

    def follow(self, client: Client, batch: Batch) -> Outcome:
        """What a job has done, once it has ended."""
        job = wait_for_job(client, PATH, batch.job)
        if job is None:
            return Outcome()
        if not job:
            return repeat_job(client, batch)
        rejected = errors_of(client, batch)
        if rejected is None:
            return Outcome()
        failed = {record for record, _ in rejected}
        accepted = [record for record in batch.records if record not in failed]
        return Outcome(accepted, rejected, ended=batch.job)


def errors_of(client: Client, batch: Batch) -> list[tuple[Record | None, str]] | None:
    """What the batch's job could not import, with the reason; None if all has to stop."""
    rejected: dict[Record, str] = {}
    unknown: list[tuple[Record | None, str]] = []
    records: dict[tuple[str, str] | Entry, Record] = {}  # by what identifies them, and by entry
    for record in batch.records:
        profile = json.loads(record.body)["attributes"]
        records |= {(name, fold_identifier(name, profile[name])): record for name in IDENTIFIERS if name in profile}
        records[record.entry] = record
    queries = ["page[size]=100"]
    while queries[-1]:
        path = f"{PATH}/{batch.job}/import-errors?{queries[-1]}"
        response, _ = client.request("GET", path, endpoint="errors")
        if response is None:
            return None
        following = next_query(json_of(response))
        if response.status_code != 200 or following is None or following in queries:
            client.stop(f"the errors of Klaviyo's job {batch.job} cannot be read: {client.quote(response)}")
            return None
        queries.append(following)
        for error in objects_of(response, "data"):
            detail = inside(error, "attributes", "detail") or inside(error, "attributes", "title")
            reason = f"Klaviyo: {client.hide_key(str(detail))}"
            key = key_of(error, batch, records)
            if key in records:
                rejected.setdefault(records[key], reason)
            elif key is None:
                unknown.append((None, reason))
    return [*rejected.items(), *unknown]


def next_query(page: Any) -> str | None:
    """The query of the page that follows, empty after the last; None if it is no page."""
    link = inside(page, "links", "next") or ""
    try:
        return urlsplit(link).query if isinstance(inside(page, "data"), list) else None
    except (ValueError, TypeError, AttributeError):
        return None


def key_of(error: dict[str, Any], batch: Batch, records: Any) -> tuple[str, str] | Entry | None:
    """Which profile an import error is about: one that its payload identifies, else the one that it points at."""
    payload = inside(error, "attributes", "original_payload")
    payload = inside(payload, "attributes") or payload
    for name in IDENTIFIERS:
        if (key := (name, fold_identifier(name, str(inside(payload, name))))) in records:
            return key
    match = POINTER.search(str(inside(error, "attributes", "source", "pointer")))
    return batch.positions[int(match[1])] if match and int(match[1]) < len(batch.positions) else None


# ---- workbench/bulk/imports/column_types.py --------------------------------------------------------------------------
# The types of columns: what their cells are as properties


AUTO = "auto"
TYPES = ("text", "number", "boolean", "date", "list")
GUESSED = ("boolean", "number", "date", "list")  # by `auto`, the first that all values of a column can be
MAX_DIGITS = 15  # of a number whose digits all survive
MAX_DOUBTFUL = 1000  # values of a column, such as 1.234, that other values of it decide
NUMBER_LIKE = re.compile(r"-?(?!0\d)\d[\d.,'’\s]*")
SHORT_YEAR = re.compile(r"\d\d?[./-]\d\d?[./-]\d\d?([T ,].*)?")
SEPARATORS_OF_LISTS = ("\n", ";", "|", ",")
# Words at the end of a header that say that a number is none: it tells something from others, as a key does.
KEY_WORD = re.compile(
    r"(?:^|[\W_])(ids?|nr|no|num|number|codes?|keys?|ref|reference|sku|ean|gtin|upc|isbn|barcode|iban|vat|zip|pin|uuid)"
    r"\W*$|(nummer|numero|code|kennung|[a-z]ID)\W*$|#\s*$"
)
NULL = object()


def check_types(value: Any) -> dict[str, str] | str:
    """The option `types`: the type of each column that it names, or AUTO. BulkFailed if it is something else."""
    if value is None or value == "":
        return {}
    if isinstance(value, str) and value.strip().lower() == AUTO:
        return AUTO
    if not isinstance(value, dict) or not all(type_ in TYPES for type_ in value.values()):
        raise BulkFailed(
            f'types must be "{AUTO}" or say of each column whether it is {", ".join(TYPES[:-1])} or {TYPES[-1]}, such'
            ' as {"Subtotal": "number", "Born": "date"}'
        )
    return {compose(str(column)): type_ for column, type_ in value.items()}


@dataclass
class Guess:
    """What all values of a column can be, as far as they were looked at. `doubtful`: numbers such as 1.234."""

    amounts: Amounts
    types: set[str] = field(default_factory=lambda: {*GUESSED})
    doubtful: set[str] = field(default_factory=set)
    is_empty: bool = True

    @property
    def type(self) -> str:
        """The type, empty if it is text."""
        return "" if self.is_empty else next((name for name in GUESSED if name in self.types), "")


@dataclass
class ColumnTypes:
    """Converts cells that become properties. `asked`: the option `types`. `decimal`: as in main.

    `by_column`: the type of each column that has one, once `choose` has been called; `readers`: of their texts.
    """

    asked: dict[str, str] | str
    values: Values
    decimal: str | None = None
    by_column: dict[str, str] = field(default_factory=dict)
    readers: dict[str, Callable[[str], Any]] = field(default_factory=dict)

    def choose(self, columns: Columns, store: Store, separator: str, numbers: list[str]) -> list[str]:
        """Find out which columns have which type. Returns lines for the log. `numbers`: columns of orders' numbers.

        BulkFailed if the option names a column that does not exist, or that a field takes.
        """
        semicolons = separator == ";"
        if self.asked == AUTO:
            if not store.is_table:
                return ["types: auto is for CSV files and spreadsheets; the values of other files have types"]
            self.by_column = self.guess(columns, store, semicolons, numbers)
        elif isinstance(self.asked, dict):
            for column in self.asked:
                if column not in store.columns:
                    raise BulkFailed(
                        f'types: there is no column "{column}"; the columns are {", ".join(store.columns)}'
                    )
                if column in columns.used:
                    name = columns.field_of(column, "")
                    raise BulkFailed(f"types: {column} is {name or 'a field'}, which has a type of its own")
            self.by_column = dict(self.asked)
        columns.types = self.by_column
        readers = {column: self.reader(store, column, semicolons) for column in self.by_column}
        self.readers = {column: lru_cache(10_000)(read) for column, read in readers.items()}
        by_type: dict[str, list[str]] = {}
        for column, type_ in self.by_column.items():
            by_type.setdefault(type_, []).append(column)
        return [f"{type_} ← {', '.join(names)}" for type_, names in by_type.items()]

    def convert(self, cells: Cells) -> Cells:
        """The cells of a row, those of columns with a type in it. RowError if one does not fit its type."""
        if not self.by_column:
            return cells
        converted = dict(cells)
        for column, read in self.readers.items():
            value = cells.get(column)
            if value is None:
                continue
            typed = read(value) if isinstance(value, str) else self.read_typed(column, value)
            if typed is NULL:
                self.values.note(f"{column}: {value} counts as empty")
                del converted[column]
            else:
                converted[column] = typed
        return converted

    def reader(self, store: Store, column: str, semicolons: bool) -> Callable[[str], Any]:
        """What reads the texts of a column."""
        type_ = self.by_column[column]
        amounts = Amounts(ignore, self.decimal, semicolons)
        if type_ == "number" and not self.decimal:
            amounts.learn_marks(store.values_of(column))
        readers: dict[str, Callable[[str], Any]] = {
            "text": str,
            "number": lambda text: read_number(text, amounts),
            "boolean": read_boolean,
            "date": self.read_date,
            "list": read_list,
        }

        def read(text: str) -> Any:
            if type_ != "text" and is_null(text):
                return NULL
            try:
                return readers[type_](text)
            except RowError as error:
                raise RowError(f"{column} {error}") from None
            except (ValueError, OverflowError, OSError):
                raise RowError(f"{column} is no {type_}: {text:.40}") from None

        return read

    def read_typed(self, column: str, value: Any) -> Any:
        """A value that is no text, as JSON Lines, Parquet and spreadsheets have it."""
        type_ = self.by_column[column]
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if (type_, type(value)) in (("boolean", bool), ("list", list)) or (type_ == "number" and is_number):
            return value
        if type_ == "text" and not isinstance(value, (dict, list)):
            return str(value).lower() if isinstance(value, bool) else self.values.text(column, value)
        if type_ == "list" and not isinstance(value, dict):
            return [value]
        if type_ == "boolean" and value in (0, 1):
            return bool(value)
        raise RowError(f"{column} is no {type_}: {value!s:.40}")

    def read_date(self, text: str) -> str:
        """A day, or a time with its zone, in ISO 8601."""
        if SHORT_YEAR.fullmatch(text):
            raise RowError(f"has a year of two digits: {text:.40}")
        try:
            time = parse_time(text, self.values.date_format, self.values.zone, ignore)
        except RowError as error:
            raise RowError(str(error).removeprefix("time ")) from None
        is_day = DATE.fullmatch(text) and not re.search(r"[T ]\d\d?:", text)
        return f"{time:%Y-%m-%d}" if is_day else time.isoformat()

    def guess(self, columns: Columns, store: Store, semicolons: bool, numbers: list[str]) -> dict[str, str]:
        """The type of each column that is not text, as all its values are."""
        guesses = {
            column: Guess(Amounts(ignore, self.decimal, semicolons))
            for column in store.columns
            if column not in columns.used and column not in numbers and not is_key(column)
        }
        classify = lru_cache(10_000)(self.classify)
        for cells in store.rows():
            for column in [column for column in guesses if column in cells]:
                value, guess = cells[column], guesses[column]
                if isinstance(value, str) and is_null(value):
                    continue
                guess.is_empty = False
                guess.types &= classify(value) if isinstance(value, str) else types_of(value)
                if "number" in guess.types and isinstance(value, str):
                    guess.amounts.learn_marks([value])
                    if len(guess.doubtful) < MAX_DOUBTFUL and re.search("[.,]", value):
                        guess.doubtful.add(value)
                if not guess.types:
                    del guesses[column]
        for guess in guesses.values():
            if "number" in guess.types and not all(is_number_text(text, guess.amounts) for text in guess.doubtful):
                guess.types.remove("number")
        return {column: guess.type for column, guess in guesses.items() if guess.type}

    def classify(self, text: str) -> frozenset[str]:
        """The types that a text can be."""
        types = set()
        if simplify(text) in TRUE_AND_FALSE.split():
            types.add("boolean")
        if NUMBER_LIKE.fullmatch(text) and len(re.sub(r"\D", "", text)) <= MAX_DIGITS:
            types.add("number")
        if TIME.fullmatch(text) or (self.values.date_format and not NUMBER_LIKE.fullmatch(text)):
            with suppress(RowError, ValueError, OverflowError, OSError):
                self.read_date(text)
                types.add("date")
        if text.startswith("["):
            with suppress(ValueError, RecursionError):
                types |= {"list"} if isinstance(json.loads(text), list) else set()
        return frozenset(types)


def types_of(value: Any) -> frozenset[str]:
    """The types that a value is which is no text."""
    if isinstance(value, bool):
        return frozenset({"boolean"})
    if isinstance(value, (int, float)):
        return frozenset({"number"})
    return frozenset({"list"} if isinstance(value, list) else ())


def is_key(column: str) -> bool:
    """Whether a header says that numbers in the column are none to count with: ids, postal codes, phone numbers."""
    header = simplify(column).rstrip("0123456789")  # Mobile 2
    return (
        bool(KEY_WORD.search(column if re.search("[a-z]ID", column) else column.lower()))
        or header.endswith(tuple(PROFILE_HEADERS["phone_number"].split()))
        or is_postal_code(column)
        or is_order_number(column)
        or EVENT_NUMBER.fullmatch(simplify_number(column)) is not None
    )


def is_number_text(text: str, amounts: Amounts) -> bool:
    try:
        read_number(text, amounts)
    except RowError:
        return False
    return True


def read_number(text: str, amounts: Amounts) -> int | float:
    """A number as it is written, with or without the sign of a currency."""
    if re.fullmatch(r"-?\d{1,300}", text):
        return int(text)
    try:
        number, _ = amounts.parse(text)
    except RowError as error:
        raise RowError(str(error).removeprefix("value ")) from None
    digits = re.sub(r"\D", "", text).lstrip("0")
    if len(digits) > MAX_DIGITS and Decimal(repr(number)).normalize().as_tuple().digits != digits_of(digits):
        raise RowError(f"is a number with more digits than Klaviyo can hold: {text:.40}")
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def digits_of(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.rstrip("0")))


def read_boolean(text: str) -> bool:
    """True or False, of a word for yes or no."""
    answer = BOOLEANS.get(simplify(text))
    if answer is None or re.search(r"[.,]", text):
        raise ValueError(text)
    return answer


def read_list(text: str) -> list[Any]:
    """A list, of JSON or of texts with a separator between them: lines, semicolons, bars, else commas."""
    if text.startswith("["):
        items = json.loads(text)
        if not isinstance(items, list):
            raise ValueError(text)
        return items
    separator = next((mark for mark in SEPARATORS_OF_LISTS if mark in text), ",")
    return [item for part in text.split(separator) if (item := part.strip())]


def ignore(rule: str) -> None:
    """Take a note of nothing: the type of a column is in the log."""


# ---- workbench/bulk/imports/amounts.py -------------------------------------------------------------------------------
# Amounts and currencies as people write them.


CODES = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF"
    " CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD"
    " HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD"
    " MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN"
    " PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY"
    " TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"
)
# The currencies whose sign stands beside an amount, the usual one first.
SIGNS = {
    "$": "USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU BRL JMD BSD BBD BMD BZD FJD GYD KYD LRD NAD SBD SRD TTD",
    "US$": "USD",
    "C$": "CAD NIO",
    "CA$": "CAD",
    "CAN$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "R$": "BRL",
    "S$": "SGD",
    "HK$": "HKD",
    "NT$": "TWD",
    "MX$": "MXN",
    "€": "EUR",
    "£": "GBP EGP LBP SYP GIP FKP SHP",
    "₹": "INR",
    "Rs.": "INR PKR LKR NPR MUR",
    "₺": "TRY",
    "TL": "TRY",
    "₽": "RUB",
    "₪": "ILS",
    "₩": "KRW KPW",
    "₫": "VND",
    "฿": "THB",
    "₱": "PHP",
    "₴": "UAH",
    "₦": "NGN",
    "₲": "PYG",
    "₡": "CRC",
    "zł": "PLN",
    "Kč": "CZK",
    "Ft": "HUF",
    "lei": "RON",
    "лв": "BGN",
    "лв.": "BGN",
    "руб": "RUB",
    "руб.": "RUB",
    "Fr.": "CHF",
    "SFr.": "CHF",
    "RM": "MYR",
    "Rp": "IDR",
    "S/": "PEN",
    "元": "CNY",
    "円": "JPY",
    "원": "KRW",
    "¥": "JPY CNY",
    "kr": "SEK NOK DKK ISK",
    "kr.": "DKK SEK NOK ISK",
}
# The names of each currency, as `simplify` returns them.
NAMES = {
    "EUR": "euro euros",
    "USD": "usdollar usdollars dollar dollars unitedstatesdollar americandollar usdollaramericain"
    " dolar dolares dolaresestadounidenses",
    "GBP": "pound pounds poundsterling britishpound sterling pfund livresterling libraesterlina",
    "CHF": "swissfranc swissfrancs franken schweizerfranken francsuisse francssuisses francosuizo sfr fr",
    "CAD": "canadiandollar canadiandollars",
    "AUD": "australiandollar australiandollars",
    "NZD": "newzealanddollar",
    "JPY": "yen japaneseyen",
    "CNY": "yuan renminbi rmb chineseyuan",
    "INR": "rupee rupees indianrupee",
    "PLN": "zloty złoty zlotych złotych polishzloty",
    "CZK": "koruna czechkoruna",
    "SEK": "swedishkrona svenskkrona schwedischekrone",
    "NOK": "norwegiankrone norskkrone norwegischekrone",
    "DKK": "danishkrone danskkrone danischekrone",
    "BRL": "real reais brazilianreal",
    "MXN": "mexicanpeso pesomexicano",
    "TRY": "turkishlira turklirasi",
    "ILS": "shekel newshekel",
    "RUB": "ruble rouble russianruble",
    "ZAR": "rand southafricanrand",
    "KRW": "won koreanwon",
    "HUF": "forint",
    "RON": "leu lei",
    "SGD": "singaporedollar",
    "HKD": "hongkongdollar",
}
CODES_BY_NAME = {name: code for code, names in NAMES.items() for name in names.split()}
DECIMALS = {"comma": ",", "point": "."}  # the values of the option decimal
SIMPLE_NUMBER = re.compile(r"\d{1,300}(\.\d{1,2})?")
SCIENTIFIC = re.compile(r"[+-]?\d{1,40}(\.\d{1,40})?[eE][+-]?\d{1,2}")
SIGN = r"([^\d\s.,'’+-]{0,4}\.?)"
AMOUNT = re.compile(rf"{SIGN}\s*([+-]?)\s*{SIGN}\s*(\d[\d.,\s'’]*)\s*{SIGN}")
AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")  # 1.234 is 1234, or a little more than one


@dataclass
class Amounts:
    """Reads amounts. `decimal`: "comma" or "point", None if the text has to tell. `semicolons`: they separate the file.

    `marks`: what is before the decimals of values that can be read in one way only.
    """

    note: Callable[[str], None]
    decimal: str | None = None
    semicolons: bool = False
    marks: set[str] = field(default_factory=set)

    def parse(self, value: Any) -> tuple[float, str]:
        """A number, and the sign or code of the currency that stands beside it. RowError if it is none."""
        if not self.decimal and isinstance(value, str) and SIMPLE_NUMBER.fullmatch(value):
            return float(value), ""
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return finite(value), ""
        if isinstance(value, str) and SCIENTIFIC.fullmatch(value):
            return finite(value), ""
        match = AMOUNT.fullmatch(value) if isinstance(value, str) else None
        sign = match[1] + match[3] + match[5] if match else ""
        if not match or (sign and not currencies_of(sign)):
            raise RowError(f"value is not a number: {value!s:.40}")
        number = self.number(match[4].strip(), value)
        return -number if match[2] == "-" else number, sign

    def number(self, text: str, value: str) -> float:
        """1234.5 of 1234.50, 1,234.50, 1.234,50, 1 234,50 or 1'234.50. `value`: for the error."""
        digits = re.sub(r"(?<=\d)[\s'’](?=\d{3}(?!\d))", "", text)
        marks = re.findall("[.,]", digits)
        mark = DECIMALS.get(self.decimal or "", "")
        if not mark and AMBIGUOUS.fullmatch(digits):
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
        return finite(digits.replace(group, "").replace(",", "."))

    def learn_marks(self, values: Iterable[Any]) -> None:
        """Find out from a column what stands before the decimals: 9,99 and 1.234.567 can be read in one way only."""
        for value in values:
            if not isinstance(value, str) or not {mark for mark in ".," if mark in value} - self.marks:
                continue  # it tells nothing new
            digits = re.sub(r"[^\d.,]", "", value)
            *_, last = ["", *re.findall("[.,]", digits)]
            if last and digits.count(last) > 1:
                self.marks.add(",."[last == ","])
            elif last and not AMBIGUOUS.fullmatch(digits):
                self.marks.add(last)


def finite(number: Any) -> float:
    """RowError if it is infinite, or no number, or larger than any amount."""
    try:
        converted = float(number)
    except OverflowError:
        converted = math.inf
    if not abs(converted) < 1e300:
        raise RowError(f"value is not a number that JSON can hold: {number!s:.40}")
    return converted


def currencies_of(sign: str) -> list[str]:
    """The codes of the currencies that a sign, a code or a name stands for, the usual one first."""
    if re.fullmatch("[A-Z]{3}", sign) and sign in CODES:
        return [sign]
    name = simplify(sign)
    return SIGNS[sign].split() if sign in SIGNS else [CODES_BY_NAME[name]] if name in CODES_BY_NAME else []


# ---- workbench/bulk/imports/run.py -----------------------------------------------------------------------------------
# The run of an import, from the source to the summary.


MAX_NAMED = 12  # columns in a line of the log
MAX_SHOWN = 100  # characters of a value in the report of a dry run


def run_import(options: Options, source: Any, records: Records) -> dict[str, Any]:
    """Read all rows, check them, send those that are right and new. Returns the summary. Raises BulkFailed."""
    summary = Summary()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = find_source(source, folder)
        if options.sheet and file.suffix not in SPREADSHEETS:
            raise BulkFailed(f"sheet is for spreadsheets ({', '.join(SPREADSHEETS)}), not for {file.name}")
        file.sheet = options.sheet
        check_contents(file)
        is_csv = file.suffix in (".csv", ".tsv")
        header, separator, _ = read_header(file) if is_csv else ([], "", 0)
        exported = ExportedRows(records.item_type)
        columns = [column for column in exported.columns_of(header) if column not in REJECTED]
        paths = choose_paths(options, file, folder)
        scope = f"{identify_account(options.authorization, options.revision)}\0{records.scope}\0"
        try:
            with Store(folder, columns) as store:
                store.is_table = is_csv or file.suffix in SPREADSHEETS
                store.add_rows(exported.translate(progress("Reading", "rows", items=read_rows(file))))
                check_rows(file, store)
                log(*exported.describe())
                journal = Journal(store, paths.journal, paths.state, scope)
                with Rejects(paths.rejects, folder, list(store.columns), separator) as rejects:
                    prepare_records(options, records, file, separator, store, journal, rejects, summary)
                    rejects.publish()
                    if options.dry_run:
                        return describe_dry_run(options, records, store, journal, rejects, summary)
                    return send_records(options, records, store, journal, rejects, summary)
        except (OSError, sqlite3.Error) as error:  # such as a full disk
            raise BulkFailed(f"Stopped: {error}") from None
        except KeyboardInterrupt:
            raise BulkFailed("Stopped before anything was sent") from None


def prepare_records(
    options: Options,
    records: Records,
    source: Source,
    separator: str,
    store: Store,
    journal: Journal,
    rejects: Rejects,
    summary: Summary,
) -> None:
    """Map the columns, make the records, and find those that are not to be sent."""
    columns = choose_columns(options, records, source, separator, store)
    lines = records.choose(columns, store, separator)
    log(*columns.describe(), *lines, describe_others(records, columns, store))
    built = build_records(records, store, journal, rejects, options)
    store.add_records(progress("Checking", records.noun, store.count, built))
    log(*(f"{rule} ({plural(count, 'value')})" for rule, count in records.values.rules.items() if count))
    summary.rejected = rejects.count
    changed = mark_repeats(records, store, journal)
    summary.before, summary.before_rows = store.count_records("state = 'before'")
    _, summary.repeated = store.count_records("state != 'before'")
    if journal.resumed:
        new, _ = store.count_records("state IS NULL")
        log(f"{summary.before:,} sent by an earlier run, {new:,} to send, {changed:,} changed since they were sent")
    list_repeats(records, store, rejects)
    check_decided(options, records, store)


def choose_columns(options: Options, records: Records, source: Source, separator: str, store: Store) -> Columns:
    """Return the columns of each field. If there are none, the error names the line that looks like the header."""
    try:
        columns = match_columns(list(store.columns), records.headers, options.mapping)
    except BulkFailed as error:
        line = find_header(source.path, records.headers) if separator and "identifies" in str(error) else None
        if not line or line == 1:
            raise
        hint = f"Line {line} looks like the header: remove what is above it"
        raise BulkFailed(f"{end_sentence(str(error))} {hint}", questions=error.questions) from None
    addresses = columns.by_field.get("email", [])
    if len(addresses) > 1:
        from_left = [column for column in store.columns if column in addresses]
        columns.use("email", *sorted(from_left, key=lambda column: not store.has_email(column)))
    return columns


def describe_others(records: Records, columns: Columns, store: Store) -> str:
    """Return the line of the log about columns that no field takes."""
    fields = {name: columns.field_of(name, records.others) for name in store.columns if name not in columns.used}
    groups = {
        "properties": [name for name, field in fields.items() if (field or "").startswith("properties.")],
        "not sent": [name for name, field in fields.items() if field is None],
    }
    lines = [f"{group} ← {name_some(names)}" for group, names in groups.items() if names]
    return "\n".join(lines) or "All columns are used."


def name_some(names: list[str]) -> str:
    """Return the names of columns, of many the first."""
    more = f" and {len(names) - MAX_NAMED} more" if len(names) > MAX_NAMED else ""
    return f"{'column' if len(names) == 1 else 'columns'} {', '.join(names[:MAX_NAMED])}{more}"


def check_decided(options: Options, records: Records, store: Store) -> None:
    """Stop if records cannot be sent before an option says how. A dry run only says so."""
    undecided, _ = store.count_records("state IS NULL AND undecided")
    if not undecided:
        return
    message = f"{undecided:,} {records.noun} {records.undecided}"
    if not options.dry_run:
        raise BulkFailed(message)
    log(message)


def describe_dry_run(
    options: Options, records: Records, store: Store, journal: Journal, rejects: Rejects, summary: Summary
) -> dict[str, Any]:
    """Return what would be sent: the summary, the columns, and the body of a request with the first record."""
    log("Dry run: nothing is sent")
    if records.is_screened:
        screen_records(options, records, store, journal, rejects, summary)
    summary.sent, summary.sent_rows = store.count_records("state IS NULL")
    described = summary.describe_dry_run(rejects, store.count if options.parts == 1 else None)
    described |= rejects.keep(rejects_key(options, rejects.path.name))
    first = next(make_batches(store, journal.resumed, records.max_records, records.max_bytes), None)
    body = json.loads(records.payload(first.records[:1])) if first else None
    return {"dry_run": True, **described, "columns": describe_columns(records, store), "body": body}


def screen_records(
    options: Options, records: Records, store: Store, journal: Journal, rejects: Rejects, summary: Summary
) -> None:
    """Reject the records that are not to be sent, as Klaviyo says. Raises BulkFailed if it gives no answer."""
    with Client(options.authorization, options.revision, records.rates) as client:
        for batch in make_batches(store, journal.resumed, records.max_records, records.max_bytes):
            refused = records.screen(client, batch.records)
            if refused is None:
                raise BulkFailed(f"{end_sentence(client.stopped)} Nothing was sent", temporary=client.temporary)
            for record, reason in refused.items():
                rows = store.rows_of(record.number)
                rejects.add(rows, reason)
                summary.rejected += len(rows)
                store.refuse(record.number)


def describe_columns(records: Records, store: Store) -> list[dict[str, Any]]:
    """Return each column with its field, its type, else the JSON types of its values, and three of them.

    `field`: as in `mapping`; `properties.` and the name of a property; `items` for what becomes a part of an item;
    None if the column is not sent by itself.
    """
    described = []
    types, examples = store.types_of_columns(), store.examples()
    for column in store.columns:
        values = [str(value)[:MAX_SHOWN] for value in examples.get(column, [])]
        field = records.columns.field_of(column, records.others)
        type_ = records.columns.types.get(column) or types.get(column, "empty")
        described.append({"column": column, "field": field, "type": type_, "values": values})
    return described


def send_records(
    options: Options, records: Records, store: Store, journal: Journal, rejects: Rejects, summary: Summary
) -> dict[str, Any]:
    """Send what is to be sent. Returns the summary. Raises BulkFailed, with the summary, if it had to stop."""
    total, _ = store.count_records("state IS NULL")
    client = Client(options.authorization, options.revision, records.rates, options.parts)
    delivery = Delivery(records, client, store, journal, rejects, summary)
    with client, progress("Sending", records.noun, total) as bar:
        delivery.send(batches_of_jobs(store, journal.jobs()), bar)  # first, as they may hold older versions
        delivery.send(make_batches(store, journal.resumed, records.max_records, records.max_bytes), bar)
    summary.retries = client.retries
    described = summary.describe(rejects, store.count if options.parts == 1 else None)
    described |= rejects.keep(rejects_key(options, rejects.path.name))
    if client.stopped:
        described.pop("rejected_rows", None)  # Windmill keeps what an error says; the next run finds them again
        sent = f"{summary.sent:,} {records.noun} were sent; run it again to continue"
        raise BulkFailed(f"{end_sentence(client.stopped)} {sent}", described, temporary=client.temporary)
    return described


def rejects_key(options: Options, name: str) -> str:
    """Return the key of the S3 object that keeps the rejects in Windmill."""
    if not options.rejects:
        return f"klaviyo_imports/{os.environ.get('WM_JOB_ID')}/{name}"
    folder, slash, file = options.rejects.rpartition("/")
    return f"{folder}{slash}{name_part(Path(file), part_suffix(options))}"


def log(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)


# ---- workbench/bulk/imports/identities.py ----------------------------------------------------------------------------
# Identifiers that different people have, which identify nobody.


IDENTITY_TABLES = """
CREATE TABLE identities (name TEXT, value TEXT, email TEXT);
CREATE TABLE shared (name TEXT, value TEXT, PRIMARY KEY (name, value)) WITHOUT ROWID;
"""


def find_shared_identifiers(store: Store, columns: Columns, values: Values) -> None:
    """Find the identifiers that stand beside different emails, which `values` then leaves out: they identify nobody.

    Whatever a shop writes for customers without an account, or a form for those without a phone, it is one of them.
    """
    others = [columns.by_field[name][0] for name in IDENTIFIERS if name != "email" and name in columns.by_field]
    if "email" not in columns.by_field or not others:
        return
    store.db.executescript(IDENTITY_TABLES)
    quiet = replace(values, rules=Counter())  # the log counts what is read to be sent
    store.insert("identities", identities(read_records(store, others), columns, quiet), "?, ?, ?")
    store.db.execute(
        "INSERT INTO shared SELECT name, value FROM identities GROUP BY name, value HAVING min(email) != max(email)"
    )
    store.db.execute("DROP TABLE identities")
    if store.db.execute("SELECT 1 FROM shared LIMIT 1").fetchone():
        values.is_shared = lru_cache(1000)(lambda name, value: is_shared(store, name, value))


def read_records(store: Store, columns: list[str]) -> Iterator[list[Cells]]:
    """Each row that has something in one of the columns, and the rows of each order together."""
    for cells in store.rows_with(columns):
        yield [cells]
    yield from store.rows_of_orders()


def identities(records: Iterable[list[Cells]], columns: Columns, values: Values) -> Iterator[tuple[str, str, str]]:
    """Yields each identifier with its name and each email that it stands beside."""
    for rows in records:
        read = [values.read_identifiers(columns.values(cells), cells, columns)[0] for cells in rows]
        emails = {fold_identifier("email", identifiers["email"]) for identifiers in read if "email" in identifiers}
        for identifiers in read:
            for name, value in identifiers.items():
                if name != "email":
                    yield from ((name, fold_placeholder(value), email) for email in emails)


def is_shared(store: Store, name: str, value: str) -> bool:
    query = "SELECT 1 FROM shared WHERE name = ? AND value = ?"
    return store.db.execute(query, [name, fold_placeholder(value)]).fetchone() is not None


def fold_placeholder(value: str) -> str:
    """An identifier without case, as whoever writes a word for nobody may write it: Walk-in, WALK-IN."""
    return compose(value).casefold()


# ---- workbench/bulk/imports/refusals.py ------------------------------------------------------------------------------
# Refusals: which records of a batch Klaviyo did not accept, and why.


def interpret_refusal(records: Records, client: Client, batch: Batch, response: requests.Response) -> Outcome:
    """Reject the records that Klaviyo's pointers name, and send the others again.

    If no pointer names a record, the batch is halved until one is alone. If Klaviyo refuses what all records have in
    common, such as the list, the run stops.
    """
    rejected: dict[Record, str] = {}
    recorded: dict[Record, None] = {}  # accepted the first time
    concerns_all = False
    for error in objects_of(response, "errors"):
        pointer = str(inside(error, "source", "pointer"))
        reason = client.hide_key(str(error.get("detail") or error.get("title")))
        blamed = records.blamed(batch.records, pointer)
        if batch.unsure and is_duplicate(pointer, reason):
            recorded |= dict.fromkeys(blamed)
        else:
            rejected |= dict.fromkeys(blamed, reason)
            concerns_all = concerns_all or bool(re.match("/data/(type|relationships)", pointer))
    if not rejected and not recorded:
        if concerns_all:
            client.stop(f"Klaviyo refuses all rows: {client.quote(response)}")
            return Outcome()
        if len(batch.records) > 1:
            return Outcome(resend=halve(batch))
        rejected = {batch.records[0]: client.quote(response)}
    others = [record for record in batch.records if record not in rejected and record not in recorded]
    reasons: list[tuple[Record | None, str]] = [
        (record, f"Klaviyo: {reason}") for record, reason in rejected.items() if record not in recorded
    ]
    return Outcome([*recorded], reasons, [Batch(others, batch.unsure)] if others else [])


def is_duplicate(pointer: str, reason: str) -> bool:
    """Whether Klaviyo refuses an event because it has recorded it before."""
    return pointer.endswith("/unique_id") and bool(re.search("duplicat|already|exist", reason, re.IGNORECASE))


def halve(batch: Batch) -> list[Batch]:
    half = len(batch.records) // 2
    return [Batch(part, batch.unsure) for part in (batch.records[:half], batch.records[half:])]


# ---- workbench/bulk/imports/jobs.py ----------------------------------------------------------------------------------
# Klaviyo's jobs, which import a batch some time after they have accepted it.


MAX_JOB = 3600  # seconds to wait for a job of Klaviyo's, before the run ends until later
MAX_DROPPED = 3  # jobs for the same records that Klaviyo cancels or forgets


def begin_job(client: Client, batch: Batch, response: requests.Response) -> Outcome:
    """The batch comes back with the job that Klaviyo's answer names, so that its end is waited for."""
    job = inside(json_of(response), "data", "id")
    if not (isinstance(job, str) and re.fullmatch(r"[\w.-]{1,200}", job)):
        client.stop(f"Klaviyo's answer names no job: {client.quote(response)}")
        return Outcome()
    positions = [record.entry for record in batch.records]
    begun = Batch(batch.records, batch.unsure, job, positions, batch.dropped)
    return Outcome(resend=[begun], begun=begun)


def wait_for_job(client: Client, path: str, job: str) -> dict[str, Any] | None:
    """The attributes of a complete job; empty if Klaviyo has dropped it; None if all has to stop."""
    pause, until = 1.0, time.monotonic() + MAX_JOB
    while not client.stopped:
        client.rest(pause)
        pause = min(30, pause * 1.5)
        response, _ = client.request("GET", f"{path}/{job}", endpoint="job", final=(404,))
        if response is None:
            return None
        attributes = inside(json_of(response), "data", "attributes")
        status = inside(attributes, "status")
        if response.status_code == 404 or status == "cancelled":
            return {}
        if status == "complete":
            return dict(attributes)
        if response.status_code != 200 or time.monotonic() > until:
            is_slow = response.status_code == 200
            client.stop(f"Klaviyo's job {job} does not end: {client.quote(response)}", temporary=is_slow)
    return None


def repeat_job(client: Client, batch: Batch) -> Outcome:
    """Have another job do what a dropped one has not done."""
    if batch.dropped + 1 == MAX_DROPPED:
        client.stop(f"Klaviyo does not finish its jobs, the last of them {batch.job}", temporary=True)
    again = [Batch(batch.records, dropped=batch.dropped + 1)] if batch.records else []
    return Outcome(resend=again, ended=batch.job)


# ---- workbench/bulk/imports/contents.py ------------------------------------------------------------------------------
# What is in a source that holds no rows: a web page, an error message, nothing.


MAX_HEAD = 100_000  # characters of a file that are looked at
MAX_QUOTE = 200  # characters of them in a message
ERROR_NAMES = {"error", "errors", "message", "detail", "error_description"}
OTHER_NAMES = {"code", "id", "path", "request_id", "requestid", "status", "statuscode", "success", "timestamp", "title"}
OTHER_NAMES |= {"ok", "reason", "trace_id", "traceid", "type"}


def check_contents(source: Source) -> None:
    """Raise BulkFailed, which says what was found, if a file holds something other than rows."""
    head = read_head(source.path) if source.suffix else ""
    text = head.lstrip()
    if text.startswith("<"):
        raise BulkFailed(f"{source.name} is {describe_markup(text)}, not a file of rows")
    if source.suffix in (".csv", ".tsv") and text.startswith(("{", "[{")):
        raise BulkFailed(f"{source.name} holds JSON, not CSV: {text[:MAX_QUOTE].strip()}")
    if source.suffix in (".json", ".jsonl", ".ndjson"):
        check_first_line(source.name, text)


def read_head(path: Path) -> str:
    """Return the beginning of a file; nothing if it is no text."""
    try:
        with open_text(path) as file:
            return file.read(MAX_HEAD)
    except (OSError, EOFError, ValueError):  # reading the rows will say what is wrong
        return ""


def describe_markup(text: str) -> str:
    is_page = re.match(r"<(!doctype html|html|head|body)\b", text, re.IGNORECASE)
    title = re.search(r"<title[^>]*>\s*(.*?)\s*</title>", text, re.IGNORECASE | re.DOTALL)
    name = f' titled "{title[1][:MAX_QUOTE]}"' if title else ""
    return f"a web page{name}" if is_page or title else f"XML: {text[:MAX_QUOTE].strip()}"


def check_first_line(name: str, text: str) -> None:
    """Raise BulkFailed if the first line of JSON Lines has several objects."""
    line = text.partition("\n")[0]
    try:
        value, end = json.JSONDecoder().raw_decode(line)
    except (ValueError, RecursionError):
        return
    if isinstance(value, dict) and re.match(r"\s*,?\s*\{", line[end:]):
        raise BulkFailed(f"the first line of {name} has several objects; one object on each line is expected")


def check_rows(source: Source, store: Store) -> None:
    """Raise BulkFailed, which says what was found, if the rows of a source are none."""
    if not store.count:
        raise BulkFailed(describe_no_rows(source, [*store.columns]))
    if not store.columns:
        line, text, fault = store.first_fault()
        place = f"line {line}" if line else "the first"
        quoted = "" if text == fault else f": {text[:MAX_QUOTE]}"
        raise BulkFailed(f"{source.name} has no row that can be read; of {place}, {fault}{quoted}")
    if store.count == 1 and source.suffix not in (".csv", ".tsv", ".parquet"):
        [(_, _, text)] = store.rows_of(1)
        row = json.loads(text)
        if is_error_message(row):
            raise BulkFailed(f"{source.name} holds an error message, not rows: {text[:MAX_QUOTE]}")
        if name := find_list_of_rows(row):
            raise BulkFailed(
                f"{source.name} holds one object, whose {name} is a list of rows; one object on each line is expected:"
                f" `jq -c '.[\"{name}\"][]'` makes them of it"
            )


def describe_no_rows(source: Source, columns: list[str]) -> str:
    if not source.suffix:
        return "source is an empty list"
    if columns:
        return f"{source.name} has no rows below its header: {', '.join(columns)[:MAX_QUOTE]}"
    return f"{source.name} has no rows"


def find_list_of_rows(row: dict[str, Any]) -> str:
    """The name under which an object has a list of objects; empty if it has more to say than that, or none."""
    lists = [name for name, value in row.items() if isinstance(value, list) and value and isinstance(value[0], dict)]
    others = [name for name in row if name not in (*lists, "links", "meta", "included", "total", "count", "page")]
    return lists[0] if lists and not others else ""


def is_error_message(row: Any) -> bool:
    """Whether an object looks like what a server answers in place of rows, such as `{"error": "unauthorized"}`."""
    names = {name.lower() for name in row} if isinstance(row, dict) else set()
    return bool(names & ERROR_NAMES) and names <= ERROR_NAMES | OTHER_NAMES


# ---- workbench/bulk/imports/paths.py ---------------------------------------------------------------------------------
# Where an import keeps its rejects and its journal.


class Paths(NamedTuple):
    """Two files, and the path of Windmill's state, which outlives a job; None if the file `journal` does."""

    rejects: Path
    journal: Path
    state: str | None


def choose_paths(options: Options, source: Source, folder: Path) -> Paths:
    """Return where an import keeps what it keeps: as the options say, else beside the source.

    In Windmill the files are in `folder`, which goes away, and so is the journal of a dry run, a copy. Raises
    BulkFailed if one would overwrite another file.
    """
    part = part_suffix(options)
    beside, name = (folder, Path(source.name).name) if STATE else (Path(), source.name)
    ending = source.suffix if source.suffix in (".csv", ".tsv") else ".jsonl"
    if options.rejects and suffix_of(options.rejects) in SUFFIXES and suffix_of(options.rejects) != ending:
        raise BulkFailed(f"rejects must end in {ending}, as the rejected rows are written like those of the source")
    rejects = beside / f"{name}{part}.rejects{ending}"
    if options.rejects and not STATE:
        rejects = name_part(Path(options.rejects), part)
    journal = name_part(Path(options.journal), part) if options.journal else beside / f"{name}{part}.journal"
    check_paths(rejects, journal, source)
    if options.dry_run:
        copy = folder / "dry.journal"
        if journal.exists():
            shutil.copy(journal, copy)
        journal = copy
    return Paths(rejects, journal, state_path(source, part) if STATE and not options.journal else None)


def part_suffix(options: Options) -> str:
    """Return what tells the files of one of several runs apart, such as `.1of4`."""
    return f".{options.part}of{options.parts}" if options.parts > 1 else ""


def name_part(path: Path, part: str) -> Path:
    """Return the path of a file for one of several runs, such as bad.1of4.csv."""
    return path.with_name(f"{path.stem}{part}{path.suffix}")


def check_paths(rejects: Path, journal: Path, source: Source) -> None:
    used = [path.resolve() for path in (source.path, journal) if path != Path()]
    if rejects.resolve() in used:
        raise BulkFailed(f"the rejects cannot be {rejects}, which is the source or the journal")
    if source.suffix and journal.resolve() == source.path.resolve():
        raise BulkFailed(f"the journal cannot be {journal}, which is the source")
    if not journal.parent.is_dir():
        raise BulkFailed(f"the journal {journal} cannot be written: there is no folder {journal.parent}")


def state_path(source: Source, part: str) -> str:
    """Return the path of the state for a source: each file has its own."""
    text = source.name + json.dumps(source.rows, sort_keys=True, default=str)
    return f"{STATE}_{digest(text)[:12]}{part.replace('.', '_')}"


# ---- workbench/bulk/imports/booleans.py ------------------------------------------------------------------------------
# Words for yes and no, in the languages that files are known in


# As `simplify` returns them.
YES = "yes y true t 1 on checked ja wahr oui vrai si verdadero vero sim verdadeiro waar tak prawda sant"
NO = "no n false f 0 off unchecked nein falsch non faux falso nao nee onwaar nie falsz nej falskt nei"
# What spreadsheets and programs write for true and false, and nobody for anything else.
TRUE_AND_FALSE = "true false wahr falsch vrai faux verdadero falso vero verdadeiro waar onwaar prawda falsz sant falskt"
BOOLEANS = {**dict.fromkeys(YES.split(), True), **dict.fromkeys(NO.split(), False)}


# ---- workbench/bulk/imports/repeats.py -------------------------------------------------------------------------------
# Repeats: records that are the same as another of the file, or were sent by an earlier run.


CHANGED = "state IS NULL AND key IN (SELECT key FROM latest)"


def mark_repeats(records: Records, store: Store, journal: Journal) -> int:
    """Set the state of all records that are not to be sent. Returns how many were sent before with other content."""
    store.mark_repeats()
    journal.mark_sent()
    changed, _ = store.count_records(CHANGED)
    if records.keeps_first:
        store.db.execute(f"UPDATE records SET state = 'changed' WHERE {CHANGED}")
    return changed


def list_repeats(records: Records, store: Store, rejects: Rejects) -> None:
    """Write the rows of repeats to the rejects, where they can be told from rows that are wrong."""
    for number, state in store.repeats():
        reason = "it was sent before with other content" if state == "changed" else f"it has the same {state}"
        rejects.add(store.rows_of(number), f"{REPEATED}{reason}; {records.repeat}")


# ---- workbench/bulk/imports/delivery.py ------------------------------------------------------------------------------
# Delivery: all batches are sent, several at a time, and what becomes of them is recorded.


IN_FLIGHT = 8  # requests
MAX_REFUSED = 20  # records that are refused one by one before any is accepted: then the records are not the cause


class Delivery:
    """Sends batches with several threads; everything but sending is done in the run's own thread."""

    def __init__(
        self, records: Records, client: Client, store: Store, journal: Journal, rejects: Rejects, summary: Summary
    ) -> None:
        self._records, self._client, self._store = records, client, store
        self._journal, self._rejects, self._summary = journal, rejects, summary
        self._refused_alone = 0
        self._shows_progress = bool(STATE)

    def send(self, batches: Iterator[Batch], bar: tqdm[Any]) -> None:
        """Send all batches. If it has to stop, the client says why, and what is in flight is recorded."""
        running: dict[Future[Outcome], Batch] = {}
        with ThreadPoolExecutor(IN_FLIGHT) as pool:
            try:
                try:
                    self._send(batches, pool, running, bar)
                except KeyboardInterrupt:
                    self._client.stop("Stopped by Ctrl-C")  # what is in flight ends, nothing else begins
                for future, batch in running.items():
                    self._record(batch, future.result())
            except (OSError, sqlite3.Error) as error:  # such as a full disk
                self._client.stop(f"The journal or the rejects cannot be written: {error}")
            except BaseException:
                self._client.stop("Stopped")
                raise

    def _send(
        self, batches: Iterator[Batch], pool: ThreadPoolExecutor, running: dict[Future[Outcome], Batch], bar: tqdm[Any]
    ) -> None:
        waiting: deque[Batch] = deque()
        while not self._client.stopped:
            while len(running) < IN_FLIGHT:
                batch = waiting.popleft() if waiting else next(batches, None)
                if batch is None:
                    break
                running[pool.submit(self._records.deliver, self._client, batch)] = batch
            if not running:
                break
            for future in wait(running, timeout=1, return_when=FIRST_COMPLETED).done:
                batch = running.pop(future)
                waiting.extend(self._record(batch, future.result()))
            self._show_progress(bar)

    def _record(self, batch: Batch, outcome: Outcome) -> list[Batch]:
        """Record what became of a batch. Returns what is to be sent again."""
        summary = self._summary
        if outcome.begun:
            self._journal.begin(outcome.begun)
        if outcome.accepted:
            self._journal.add(outcome.accepted)
            summary.sent += len(outcome.accepted)
            summary.sent_rows += sum(record.rows for record in outcome.accepted)
            summary.batches += 1
        if outcome.ended:
            self._journal.end(outcome.ended)
        for record, reason in outcome.rejected:
            rows = self._store.rows_of(record.number) if record else [(None, None, "[]")]
            self._rejects.add(rows, reason)
            summary.rejected += len(rows) if record else 0
            summary.refused += 1
            self._refused_alone += not summary.sent and len(batch.records) == 1
            if self._refused_alone > MAX_REFUSED:
                self._client.stop(f"Klaviyo refuses one row after another: {reason.removeprefix('Klaviyo: ')}")
        return outcome.resend

    def _show_progress(self, bar: tqdm[Any]) -> None:
        done = self._summary.sent + self._summary.refused
        if bar.update(done - bar.n) and self._shows_progress:
            percent = min(99, int(100 * bar.n / (bar.total or 1)))
            self._shows_progress = attempt("show progress", partial(wmill.set_progress, percent))


# ---- workbench/bulk/imports/records.py -------------------------------------------------------------------------------
# What rows become: records, which are events, profiles or people's consents.


MAX_PENDING = 1000  # keys that wait to be stored


class Draft(NamedTuple):
    """What a row, or all rows of an order, become, before it is known whether it is to be sent.

    `body`: JSON, as sent. `profile`: JSON of an event's profile, empty for others. `keys`: of each identifier its name,
    whom it identifies, and what tells the draft from others of the same person; Klaviyo treats two drafts with a key in
    common as the same. `undecided`: it cannot be sent before an option says how. `content`: what is compared with what
    an earlier run has sent under the same key, by default `body` and `profile`. `remembered`: what the journal is to
    know in place of key and content, each by itself, such as the consents of a person.
    """

    body: str
    profile: str
    keys: tuple[tuple[str, str, str], ...]
    undecided: bool = False
    content: str = ""
    remembered: tuple[str, ...] = ()


class Records(Protocol):
    """The interface of events, profiles and subscriptions: how rows are read and sent.

    `noun`: what the records are called. `item_type`: of the items in a file of `export` that become such records, empty
    if none do. `others`: what columns are called that no field takes. `keeps_first`: whether Klaviyo ignores a record
    whose key it knows, and does not update it. `repeat`: why a record that repeats another is not sent. `undecided`:
    the option that is missing for records that are undecided. `values`: reads cells. `scope`: what else a row may be
    sent for, such as another metric or list. `headers`: of each field, the column headers by which it is recognized.
    `is_screened`: whether Klaviyo
    is asked who is not to be sent. `rates`: of each endpoint. `max_records`, `max_bytes`: of a request.
    """

    noun: str
    item_type: str
    max_bytes: int
    others: str
    keeps_first: bool
    undecided: str
    values: Values
    columns: Columns

    @property
    def max_records(self) -> int: ...

    @property
    def rates(self) -> list[Rate]: ...

    @property
    def repeat(self) -> str: ...

    @property
    def headers(self) -> dict[str, str]: ...

    @property
    def scope(self) -> str: ...

    @property
    def is_screened(self) -> bool: ...

    def choose(self, columns: Columns, store: Store, separator: str) -> list[str]:
        """Decide, with all rows at hand, what the columns mean. Returns lines for the log. Raises BulkFailed."""

    def build(self, rows: list[Cells], fingerprint: str) -> Draft:
        """Return what a row, or all rows of an order, become. `fingerprint`: a hash of the rows.

        Raises RowError if it cannot be sent, RowSkipped if it asks for nothing.
        """

    def payload(self, records: list[Record]) -> bytes:
        """Return the body of a request."""

    def screen(self, client: Client, records: list[Record]) -> dict[Record, str] | None:
        """Look up in Klaviyo which of these are not to be sent. Returns why; None if all has to stop."""

    def deliver(self, client: Client, batch: Batch) -> Outcome:
        """Send a batch, or see what its job has done."""

    def blamed(self, records: list[Record], pointer: str) -> list[Record]:
        """Return the records that a pointer into the body names."""


def build_records(
    records: Records, store: Store, journal: Journal, rejects: Rejects, options: Options
) -> Iterator[tuple[Any, ...]]:
    """Yield the row of each record in the store's table. What cannot become one is rejected."""
    keys: list[tuple[int, int, str]] = []
    for number, rows in store.groups():
        fingerprint = digest("\n".join(row[2] for row in rows))
        try:
            draft = build_draft(records, number, rows, fingerprint)
        except RowSkipped:
            continue
        except RowError as error:
            if is_in_part(fingerprint, options):
                rejects.add([row[:3] for row in rows], str(error))
            continue
        if not is_in_part(draft.keys[0][2], options):  # repeats are in one part
            continue
        hashes = [(journal.hash_key(f"{who}\0{what}"), number, name) for name, who, what in draft.keys]
        keys += hashes
        if len(keys) > MAX_PENDING:
            store.add_keys(keys)
            keys.clear()
        yield record_row(
            draft, number, len(rows), journal.describe(draft.remembered) or [(hashes[0][0], content_of(draft))]
        )
    store.add_keys(keys)


def build_draft(records: Records, number: int, rows: list[tuple[Any, ...]], fingerprint: str) -> Draft:
    """Return what some rows become. Raises RowError, also if only one of them cannot be read: an order is complete."""
    for row, _, _, fault in rows:
        if fault:
            raise RowError(fault if row == number else f"{fault}, in row {row} of the same order")
    texts = [row[2] for row in rows]
    try:
        cells = [json.loads(text) for text in texts]
        if max(map(len, texts)) > MAX_STRING:
            for cells_of_row in cells:
                check_strings(cells_of_row)
        return records.build(cells, fingerprint)
    except RecursionError:
        raise RowError("it nests too deep") from None


def is_in_part(text: str, options: Options) -> bool:
    """Whether this run is the one of `parts` that sends what has this text."""
    return options.parts == 1 or short_digest(text) % options.parts == options.part - 1


def content_of(draft: Draft) -> int:
    return short_digest(compose(draft.content or f"{draft.body}\0{draft.profile}")) % 2**32


def record_row(draft: Draft, number: int, rows: int, entries: list[tuple[int, int]]) -> tuple[Any, ...]:
    """Return a record as the store has it. `entries`: key and content, as the journal will have them."""
    (body, size), (profile, more) = storable(draft.body), storable(draft.profile)
    (key, content), *others = entries
    return number, body, profile, rows, size + more, key, content, json.dumps(others), draft.undecided


# ---- workbench/bulk/imports/journal.py -------------------------------------------------------------------------------
# The journal: what Klaviyo has accepted, by what it was, so that no run sends it again.


JOURNAL_ID = 0x6B6C6176  # marks the SQLite files that are journals of imports
JOURNAL_VERSION = 3  # of the hashes; 1 knew rows by their cells, 2 knew external IDs without their case
# The journal has no index, so that a batch is written in one piece; `latest` is a copy for looking up.
JOURNAL_TABLES = """
CREATE TABLE IF NOT EXISTS journal.sent (id INTEGER PRIMARY KEY, key INTEGER, content INTEGER);
CREATE TABLE IF NOT EXISTS journal.jobs (job TEXT, position INTEGER, key INTEGER, content INTEGER);
"""
LATEST_TABLE = """
CREATE TABLE latest (key INTEGER PRIMARY KEY, content INTEGER);
INSERT INTO latest SELECT key, content FROM journal.sent WHERE id IN (SELECT max(id) FROM journal.sent GROUP BY key);
"""


class Journal:
    """Hashes of what Klaviyo has accepted: of a key, which tells records apart, and of the content sent under it.

    It is a SQLite file, attached to the store. In Windmill, where no file outlives a job, it is read from Windmill's
    state and written there, too. `scope`: the account and what else a row may be sent for; hashes of one scope mean
    nothing in another. `resumed`: whether there was anything in it.
    """

    def __init__(self, store: Store, path: Path, state: str | None, scope: str) -> None:
        """Raises BulkFailed if it cannot be used. `state`: path of Windmill's state."""
        self._db, self._scope = store.db, scope
        attach_journal(self._db, path, JOURNAL_ID, JOURNAL_VERSION, JOURNAL_TABLES)
        self._state = JournalState(state, JOURNAL_VERSION) if state else None
        if self._state:
            self._add_sent(self._state.sent)
            for job, positions in self._state.jobs.items():
                self._add_job(job, positions)
        self._db.executescript(LATEST_TABLE)
        self.resumed = self._db.execute("SELECT 1 FROM latest LIMIT 1").fetchone() is not None
        store.was_sent = self.was_sent

    def hash_key(self, text: str) -> int:
        """Return 64 bits, signed as SQLite has them."""
        return short_digest(f"{self._scope}{text}")

    def describe(self, texts: tuple[str, ...]) -> list[Entry]:
        """Return the entries of what is remembered by itself, without a content that may change."""
        return [(self.hash_key(text), 0) for text in texts]

    def was_sent(self, text: str) -> bool:
        """Whether an earlier run has sent what is remembered as this text."""
        query = "SELECT 1 FROM latest WHERE key = ?"
        return self._db.execute(query, [self.hash_key(text)]).fetchone() is not None

    def mark_sent(self) -> None:
        """Set the state of the store's records that were sent before, as they are."""
        self._db.execute(
            """UPDATE records SET state = 'before' WHERE state IS NULL AND EXISTS
            (SELECT 1 FROM latest WHERE latest.key = records.key AND latest.content = records.content)"""
        )

    def add(self, records: list[Record]) -> None:
        """Klaviyo has accepted these records."""
        entries = [entry for record in records for entry in record.entries]
        self._add_sent(entries)
        if self._state:
            self._state.add(entries)

    def begin(self, batch: Batch) -> None:
        """A job of Klaviyo's works on a batch."""
        self._add_job(batch.job, batch.positions)
        if self._state:
            self._state.begin(batch.job, batch.positions)

    def end(self, job: str) -> None:
        """What the job has not accepted is to be sent again."""
        self._db.execute("DELETE FROM journal.jobs WHERE job = ?", [job])
        if self._state:
            self._state.end(job)

    def jobs(self) -> dict[str, list[Entry]]:
        """Return the jobs that have not ended, with the entries of their records in order."""
        jobs: dict[str, list[Entry]] = {}
        query = "SELECT job, key, content FROM journal.jobs ORDER BY job, position"
        for job, key, content in self._db.execute(query):
            jobs.setdefault(job, []).append((key, content))
        return jobs

    def _add_sent(self, entries: list[Entry]) -> None:
        self._db.execute("BEGIN")
        self._db.executemany("INSERT INTO journal.sent VALUES (NULL, ?, ?)", entries)
        self._db.execute("COMMIT")

    def _add_job(self, job: str, positions: list[Entry]) -> None:
        rows = [(job, position, *entry) for position, entry in enumerate(positions)]
        self._db.execute("BEGIN")
        self._db.executemany("INSERT INTO journal.jobs VALUES (?, ?, ?, ?)", rows)
        self._db.execute("COMMIT")


# ---- workbench/bulk/imports/journal_state.py -------------------------------------------------------------------------
# The journal in Windmill's state, which outlives a job.


ENTRY = struct.Struct("<qI")  # 12 bytes, 16 in base64
MAX_RECENT = 20_000  # entries that are written with every batch
MAX_PART = 120_000  # entries of a resource, which is then below 2 MB


class JournalState:
    """Entries of a journal in resources of the type `state`: the recent ones at `{path}_recent`, others in parts.

    A million entries are 10 resources. Parts are written before the recent entries are forgotten: a job that is killed
    in between leaves some twice, which does no harm. `sent` and `jobs`: what was there when the run began.
    """

    def __init__(self, path: str, version: int) -> None:
        """Raises BulkFailed if the state cannot be read, or was written by another version."""
        self._path, self._version = path, version
        self._part: list[Entry] = []  # the last part
        self._number = 0  # of the last part
        self._recent: list[Entry] = []
        self.jobs: dict[str, list[Entry]] = {}
        self.sent: list[Entry] = []
        while (value := self._read(f"{path}_{self._number}")) is not None:
            self._part = value[0]
            self.sent += self._part
            self._number += 1
        self._number = max(0, self._number - 1)
        if (value := self._read(f"{path}_recent")) is not None:
            self._recent, self.jobs = value
            self.sent += self._recent

    def add(self, entries: list[Entry]) -> None:
        self._recent += entries
        if len(self._recent) > MAX_RECENT:
            self._move_recent()
        self._save_recent()

    def begin(self, job: str, positions: list[Entry]) -> None:
        self.jobs[job] = positions
        self._save_recent()

    def end(self, job: str) -> None:
        self.jobs.pop(job, None)
        self._save_recent()

    def _save_recent(self) -> None:
        jobs = {job: pack_entries(positions) for job, positions in self.jobs.items()}
        value = {"version": self._version, "sent": pack_entries(self._recent), "jobs": jobs}
        attempt("keep what is done", partial(wmill.set_state, value, path=f"{self._path}_recent"))

    def _move_recent(self) -> None:
        """Write the recent entries into the last part, and into further ones once it is full."""
        entries, number = self._part + self._recent, self._number
        while True:
            part, entries = entries[:MAX_PART], entries[MAX_PART:]
            value = {"version": self._version, "sent": pack_entries(part)}
            if not attempt("keep what is done", partial(wmill.set_state, value, path=f"{self._path}_{number}")):
                return  # they stay among the recent ones
            if not entries:
                break
            number += 1
        self._part, self._number, self._recent = part, number, []

    def _read(self, path: str) -> tuple[list[Entry], dict[str, list[Entry]]] | None:
        try:
            values = read_state(path)
            if not values:
                return None
            [value] = values
            is_older = "lines" in value
            if not is_older and value["version"] == self._version:
                jobs: dict[str, Any] = value.get("jobs", {})
                return unpack_entries(value["sent"]), {job: unpack_entries(text) for job, text in jobs.items()}
        except Exception as error:  # Windmill's client raises what it likes
            raise BulkFailed(f"Windmill's state {path} cannot be read: {error!s:.300}") from None
        raise BulkFailed(
            f"Windmill's state {path} was written by another version of this script, which cannot tell this one what it"
            " has sent. To send everything again, delete the resource, or name a journal"
        )


def pack_entries(entries: list[Entry]) -> str:
    return b64encode(b"".join(ENTRY.pack(*entry) for entry in entries)).decode()


def unpack_entries(text: str) -> list[Entry]:
    return [(key, content) for key, content in ENTRY.iter_unpack(b64decode(text, validate=True))]


# ---- workbench/bulk/imports/summary.py -------------------------------------------------------------------------------
# The summary of an import.


@dataclass
class Summary:
    """Counts of records, and of the rows that they are made of.

    `sent`: accepted by Klaviyo in this run, or in a dry run what would be sent. `before`: sent by an earlier run, as
    they are now. `rejected`, `repeated`: rows. `refused`: records that Klaviyo did not accept. `batches`, `retries`:
    requests.
    """

    started: float = field(default_factory=time.monotonic)
    sent: int = 0
    sent_rows: int = 0
    before: int = 0
    before_rows: int = 0
    rejected: int = 0
    repeated: int = 0
    refused: int = 0
    batches: int = 0
    retries: int = 0

    @property
    def gathered(self) -> int:
        """Rows that became a record together with another row."""
        return self.sent_rows - self.sent + self.before_rows - self.before

    def describe(self, rejects: Rejects, rows: int | None) -> dict[str, Any]:
        """Return the result of `main`; its counts add up to `rows`, None if that is only a part of the file."""
        counts = {"sent": self.sent, "before": self.before, "rejected": self.rejected, "repeated": self.repeated}
        return {
            "rows": sum(counts.values()) + self.gathered if rows is None else rows,
            **counts,
            "gathered": self.gathered,
            "batches": self.batches,
            "retries": self.retries,
            "seconds": round(time.monotonic() - self.started, 1),
            "reasons": rejects.reasons,
            "rejects": None,
        }

    def describe_dry_run(self, rejects: Rejects, rows: int | None) -> dict[str, Any]:
        """Return the result of a dry run: the same, with `would_send` in place of `sent` and what was sent."""
        described = self.describe(rejects, rows)
        return {
            "would_send" if name == "sent" else name: value
            for name, value in described.items()
            if name not in ("batches", "retries")
        }


# ---- workbench/bulk/imports/rejects.py -------------------------------------------------------------------------------
# Rejects: the rows that are not sent, with the reason.


MAX_REASONS = 20
MAX_ROWS, MAX_ROWS_SIZE = 1000, 1_000_000  # rejected rows in a result, and their characters as JSON


class Rejects:
    """A file of the rows that are not sent, each with its number, line and reason.

    It is CSV with the source's columns and separator, or JSON Lines: once corrected, it can be imported itself. In
    Windmill it becomes an S3 object. Until `publish`, it is written in `folder`: a run that does not even begin leaves
    the file of the run before, which may hold corrections.
    """

    def __init__(self, path: Path, folder: Path, columns: list[str], separator: str) -> None:
        """BulkFailed if a file that is no rejects file is in the way. `separator`: empty for JSON Lines."""
        self.path, self.count = path, 0
        self.reasons: dict[str, dict[str, Any]] = {}  # how many rows, and the first of them in full
        self._first: list[dict[str, Any]] = []  # rows for the result
        self._first_size = 0
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
                place = f"line {line}" if line else f"row {number}" if number else "an unknown row"
                reasons = self.reasons.setdefault(kind, {"rows": 0, "first": f"{place}: {reason}"})
                reasons["rows"] += 1
            head = [number, line, reason]
            self._keep_first(dict(zip(REJECTED, head, strict=True)) | object_of(cells))
            if self._separator:
                own = [cells.get(column, "") for column in self._columns] if isinstance(cells, dict) else cells
                self._write([*head, *own])
            else:
                json.dump(dict(zip(REJECTED, head, strict=True)) | object_of(cells), self._file, ensure_ascii=False)
                self._file.write("\n")
        self._file.flush()

    def _keep_first(self, row: dict[str, Any]) -> None:
        """Keep a row for the result, as long as there are few."""
        if not STATE or len(self._first) < self.count - 1:
            return
        self._first_size += len(json.dumps(row))
        if len(self._first) < MAX_ROWS and self._first_size <= MAX_ROWS_SIZE:
            self._first.append(row)

    def _write(self, cells: list[Any]) -> None:
        csv.writer(self._file, delimiter=self._separator).writerow(cells)

    def keep(self, key: str) -> dict[str, Any]:
        """Keep the file. Returns where it is, for the summary.

        `rejects` is its path, in Windmill an S3 object. If Windmill has no object storage, the first rows are in
        `rejected_rows`, which can be imported as a list.
        """
        if not self.count:
            self._file.close()
            self.path.unlink()
            return {"rejects": None}
        if not STATE:
            return {"rejects": str(self.path)}
        with self.path.open("rb") as file:
            if attempt("keep the rejects in object storage", lambda: wmill.write_s3_file({"s3": key}, file)):
                return {"rejects": {"s3": key}}
        of = "" if len(self._first) == self.count else f", the first {len(self._first):,} of {self.count:,}"
        return {"rejects": f"rejected_rows{of}", "rejected_rows": self._first}


def object_of(cells: Any) -> dict[str, Any]:
    """Return the cells of a row; of one that could not be read, its text."""
    return cells if isinstance(cells, dict) else {"text": cells[0] if cells else ""}


# ---- workbench/bulk/imports/batches.py -------------------------------------------------------------------------------
# Batches of records: what one request sends, and what becomes of it.


Entry = tuple[int, int]  # hashes, as the journal has them: of a key, and of the content that was sent under it
MAX_OVERHEAD = 200  # bytes around a record in a body
MAX_FRAME = 1000  # bytes around all records


class Record(NamedTuple):
    """What is sent for a row, or for all rows of an order. `number`: of the first of the `rows`; `size`: in bytes.

    `key`, `content`: its entry in the journal; `others`: JSON of further entries.
    """

    number: int
    body: str
    profile: str
    rows: int
    size: int
    key: int
    content: int
    others: str = "[]"

    @property
    def entry(self) -> Entry:
        return self.key, self.content

    @property
    def entries(self) -> list[Entry]:
        """All its entries in the journal."""
        return [self.entry, *((key, content) for key, content in json.loads(self.others))]


@dataclass
class Batch:
    """The records of one request. `unsure`: it may have been accepted before.

    `job`: the job of Klaviyo's that works on it; `positions`: the entries of the records in its body, in order.
    `dropped`: how many jobs for it Klaviyo did not finish.
    """

    records: list[Record]
    unsure: bool = False
    job: str = ""
    positions: list[Entry] = field(default_factory=list)
    dropped: int = 0


@dataclass
class Outcome:
    """What became of a batch. `begun`: it is now with a job; `ended`: that job. `resend`: what to send next.

    `rejected`: records with the reason; in place of a record None if Klaviyo does not say which one it is.
    """

    accepted: list[Record] = field(default_factory=list)
    rejected: list[tuple[Record | None, str]] = field(default_factory=list)
    resend: list[Batch] = field(default_factory=list)
    begun: Batch | None = None
    ended: str = ""


def batches_of_jobs(store: Store, jobs: dict[str, list[Entry]]) -> Iterator[Batch]:
    """Yield what jobs of Klaviyo's work on that an earlier run has begun, without records that have changed since."""
    for job, positions in jobs.items():
        records = [Record(*row) for row in store.take_records(positions)]
        yield Batch(records, True, job, positions)


def make_batches(store: Store, unsure: bool, max_records: int, max_bytes: int) -> Iterator[Batch]:
    """Yield what is to be sent. `unsure`: an earlier run may have sent more than it could note."""
    batch, size = Batch([], unsure), 0
    for row in store.records_to_send():
        record = Record(*row)
        added = record.size + MAX_OVERHEAD
        if len(batch.records) == max_records or size + added > max_bytes - MAX_FRAME:
            yield batch
            batch, size = Batch([], unsure), 0
        batch.records.append(record)
        size += added
    if batch.records:
        yield batch


# ---- workbench/bulk/imports/database.py ------------------------------------------------------------------------------
# The rows and records of one import, in a temporary SQLite file.


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


# ---- workbench/bulk/imports/exported.py ------------------------------------------------------------------------------
# Rows of files that `export` wrote, as rows that an import reads.


# What Klaviyo itself keeps of an item, which nobody can import.
KEPT_BY_KLAVIYO = (
    "id",
    "type",
    "links",
    "created",
    "updated",
    "last_event_date",
    "joined_group_at",
    "timestamp",
    "uuid",
)
READ_ONLY = ("subscriptions", "predictive_analytics", "relationships")  # objects
PARTS = ("location", "properties", *READ_ONLY)  # objects of which columns have dotted names
PERSON = ("email", "phone_number", "external_id", "first_name", "last_name")  # what tells whose event it is
EVENT_FIELDS = {"$value": "value", "$value_currency": "value_currency", "$event_id": "unique_id"}
NUMBER = re.compile(r"-?\d{1,3}(\.\d+)?")


class ExportedCells(dict[str, Any]):
    """Cells that are kept as they are: no spreadsheet has changed them."""


class ExportedRows:
    """Makes ordinary rows of those that `export` wrote, and leaves others as they are.

    `item_type`: of the items that are imported, profile or event; if it is empty, all rows stay as they are. `omitted`:
    columns that are left out.
    """

    def __init__(self, item_type: str) -> None:
        self.item_type = item_type
        self.omitted: dict[str, None] = {}

    def columns_of(self, header: list[str]) -> list[str]:
        """Return the columns that the rows of a CSV file will have, none if only the rows tell."""
        return [] if self.item_type and is_exported(dict.fromkeys(header, self.item_type)) else header

    def translate(
        self, rows: Iterable[tuple[int | None, Cells | RowError]]
    ) -> Iterator[tuple[int | None, Cells | RowError]]:
        for line, row in rows:
            if not self.item_type or isinstance(row, RowError) or not is_exported(row):
                yield line, row
            elif is_exported_item(row) and row["type"] != self.item_type:
                yield line, RowError(f"it is an item of type {row['type']}, not {self.item_type}")
            else:
                yield line, self._translate_row(row)

    def describe(self) -> list[str]:
        """Return lines for the log."""
        if not self.omitted:
            return []
        names = dict.fromkeys(name.partition(".")[0] for name in self.omitted)
        return [f"An export of Klaviyo's items: {', '.join(names)} cannot be imported and are left out"]

    def _translate_row(self, row: Cells) -> Cells:
        attributes = row.get("attributes")
        cells: Cells = {**row, **attributes, **related_cells(row)} if isinstance(attributes, dict) else dict(row)
        cells.pop("attributes", None)
        if "event_properties" in cells:
            cells |= self._translate_event(cells)
        location: Cells = {}
        properties: Cells = {}
        translated: Cells = ExportedCells() if is_exported_item(row) else {}
        for name, value in cells.items():
            part, _, inner = name.partition(".")
            if part in READ_ONLY or (is_exported_item(row) and name in KEPT_BY_KLAVIYO):
                self.omitted[name] = None
            elif value is None or value == "":
                continue
            elif part == "location" and inner:
                location[inner] = coordinate(value) if inner in ("latitude", "longitude") else value
            elif part == "properties" and inner:
                properties[inner] = value
            elif name in ("location", "properties") and (content := object_in(value)) is not None:
                (location if name == "location" else properties).update(content)
            else:
                translated[name] = value.isoformat() if isinstance(value, date) else value
        for name, held in (("location", location), ("properties", properties)):
            if values := {key: value for key, value in held.items() if value is not None}:
                translated[name] = values
        return translated

    def _translate_event(self, cells: Cells) -> Cells:
        """Return what an event is in a row. The columns that this is made of are removed from the cells."""
        held = object_in(cells.pop("event_properties")) or {}
        event: Cells = {"unique_id": cells.get("id")}
        event |= {field: held.pop(name) for name, field in EVENT_FIELDS.items() if name in held}
        event["properties"] = held
        event["time"] = cells.pop("datetime", None)
        event["metric"] = cells.pop("relationships.metric.name", None)
        for name in PERSON:
            event[name] = cells.pop(f"relationships.profile.{name}", None)
        return event


def is_exported_item(row: Cells) -> bool:
    return "id" in row and row.get("type") in ("profile", "event")


def is_exported(row: Cells) -> bool:
    """Return whether `export` wrote a row: it is an item, or has columns with the names of what is in an item."""
    return is_exported_item(row) or any(
        name.partition(".")[0] in PARTS and ("." in name or name == "properties") for name in row
    )


def related_cells(item: Cells) -> Cells:
    """Return the attributes of the resources that are included in an item, as columns of a table have them."""
    cells: Cells = {}
    relationships = item.get("relationships")
    for name, relationship in relationships.items() if isinstance(relationships, dict) else ():
        data = relationship.get("data") if isinstance(relationship, dict) else None
        attributes = data.get("attributes") if isinstance(data, dict) else None
        for attribute, value in attributes.items() if isinstance(attributes, dict) else ():
            cells[f"relationships.{name}.{attribute}"] = value
    return cells


def object_in(value: Any) -> Cells | None:
    """Return an object, or the one that a text is in JSON; None if it is none."""
    if isinstance(value, str) and value.startswith("{"):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return None
    return dict(value) if isinstance(value, dict) else None


def coordinate(value: Any) -> Any:
    """Return a latitude or longitude as the number that a text is."""
    return float(value) if isinstance(value, str) and NUMBER.fullmatch(value) else value


# ---- workbench/bulk/imports/phone_numbers.py -------------------------------------------------------------------------
# Phone numbers as people write them.


COUNTRIES = frozenset(phonenumbers.SUPPORTED_REGIONS)
E164 = re.compile(r"\+[1-9][0-9]{1,14}")
WRITTEN_NUMBER = re.compile(r"\(?\+?[\d\s()./\u2010-\u2015\u2212-]*\d[\d\s()./\u2010-\u2015\u2212-]*")
POSSIBLE = phonenumbers.ValidationResult.IS_POSSIBLE


def parse_phone_number(text: str, country: str) -> str:
    """E.164, of what people write: +1 (202) 555-0142, +44 (0)20 7946 0958. `country`: of national numbers, or empty.

    RowError if it is no phone number, or more than one.
    """
    if is_e164(text):
        return text
    number = text.removeprefix("tel:").strip()
    before, stroke, after = number.partition("/")
    if stroke and (is_complete(before, country) or is_complete(after, country)):
        raise RowError(f"phone_number is more than one number: {text:.40}")
    parsed = parse_number(number, country) if WRITTEN_NUMBER.fullmatch(number) else None
    if parsed is None:
        needed = f"no phone number of {country}, and not" if country else "not"
        raise RowError(f"phone_number is {needed} in E.164 format such as +12025550142: {text:.40}")
    return parsed


def is_e164(text: str) -> bool:
    """Whether a text is a number that the library would not change. Most numbers are, and this tells in no time."""
    if not E164.fullmatch(text):
        return False
    code = next((text[1:end] for end in (2, 3, 4) if int(text[1:end]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE), "")
    if not code:
        return False
    lengths, prefix = numbering_plan(int(code))
    national = text[1 + len(code) :]
    return len(national) in lengths and not (prefix and prefix.match(national))


@cache
def numbering_plan(code: int) -> tuple[tuple[int, ...], re.Pattern[str] | None]:
    """The lengths of a country's numbers, and what may stand before them within the country, as the 0 of 044."""
    region = phonenumbers.region_code_for_country_code(code)
    metadata = phonenumbers.PhoneMetadata.metadata_for_region_or_calling_code(code, region)
    if metadata is None or metadata.general_desc is None:
        return (), None
    prefix = metadata.national_prefix_for_parsing
    return metadata.general_desc.possible_length, re.compile(prefix) if prefix else None


def parse_number(text: str, country: str) -> str | None:
    """E.164, or None. A national number has to be one that the country uses; of others the length has to be right."""
    try:
        number = phonenumbers.parse(text, country or None)
    except phonenumbers.NumberParseException:
        return None
    is_international = text.lstrip("(").startswith("+")
    is_right = (
        phonenumbers.is_possible_number_with_reason(number) == POSSIBLE
        if is_international
        else phonenumbers.is_valid_number(number)
    )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if is_right else None


def is_complete(text: str, country: str) -> bool:
    """Whether a part of a text is a phone number by itself."""
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(text, country or None))
    except phonenumbers.NumberParseException:
        return False


def check_country(country: str) -> str:
    """The code of a country, in upper case; empty for none."""
    code = country.upper()
    if code and code not in COUNTRIES:
        raise BulkFailed(f"default_country must be the code of a country, such as CH or US, not {country:.40}")
    return code


# ---- workbench/bulk/imports/dates.py ---------------------------------------------------------------------------------
# Times as people write them.


MONTHS = "january february march april may june july august september october november december"
ORDERS = ("DMY", "MDY", "YMD")  # of day, month and year in a date
ZONE = r"(?: ?(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?"
TIME = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d?:\d\d(?::\d\d(?:\.\d{1,9})?)?)" + ZONE + ")?", re.IGNORECASE)
ORDERED_TIME = re.compile(
    r"(\w{1,9})[./ -]{1,2}(\w{1,9})[./, -]{1,2}(\w{1,9})"
    r"(?:[T ,]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?: ?([AP])\.?M\.?)?" + ZONE + ")?",
    re.IGNORECASE,
)
DATE = re.compile(r"\d{4}-\d\d-\d\d([T ]0?0:00(:00(\.0+)?)?)?|\w{1,9}[./ -]{1,2}\w{1,9}[./, -]{1,2}\w{1,9}")
Note = Callable[[str], None]  # counts what is changed in values, for the log


def parse_time(value: Any, date_format: str | None, zone: tzinfo, note: Note) -> datetime:
    """A time in RFC 3339, or in a notation that the script's docstring lists; others need `date_format`.

    `zone`: of times that have none. RowError or ValueError if it is no time.
    """
    if isinstance(value, (int, float)) or re.fullmatch(r"\d{9,13}", str(value)):
        number = float("" if isinstance(value, bool) else value)
        return datetime.fromtimestamp(number / 1000 if number > 1e11 else number, UTC)
    match = TIME.fullmatch(str(value))
    if match:
        clock = match[2] or "00:00"
        text = f"{match[1]}T{'0' * (clock[1] == ':')}{clock}"
    else:
        match, text = order_time(str(value), date_format, note)
    offset = match["zone"] or ""
    if offset:
        return datetime.fromisoformat(text + (offset if offset[:1] in ("+", "-") else "+00:00"))
    note(f"time: {zone} if it has no zone")
    time = datetime.fromisoformat(text).replace(tzinfo=zone)
    return time if zone is UTC else check_clock(time, DATE.fullmatch(str(value)) is not None, note)


def order_time(value: str, date_format: str | None, note: Note) -> tuple[re.Match[str], str]:
    """A time with its parts in the order of `date_format`: the match, and the time in ISO 8601 without a zone."""
    match = ORDERED_TIME.fullmatch(value)
    if not match:
        raise ValueError(value)
    if not date_format:
        raise RowError(f"time needs the option date_format (DMY, MDY or YMD), the order of its parts: {value:.40}")
    is_iso = re.match(r"\d{4}-", value)
    parts = dict(zip("YMD" if is_iso else date_format, match.groups(), strict=False))
    year, month, day, hour = parts["Y"], parts["M"].lower(), int(parts["D"]), int(match[4] or 0)
    names = [name for name in MONTHS.split() if len(month) > 2 and name.startswith(month)]
    number = MONTHS.split().index(names[0]) + 1 if names else int(month)
    if match[7]:
        if not 1 <= hour <= 12:
            raise ValueError(value)
        hour = hour % 12 + 12 * (match[7] in "pP")
    note(f"time: {date_format}")
    century = "20" if len(year) == 2 else ""
    return match, f"{century}{year}-{number:02}-{day:02}T{hour:02}:{match[5] or '00'}:{match[6] or '00'}"


def check_clock(time: datetime, is_date: bool, note: Note) -> datetime:
    """A local time as it is, if clocks show it. RowError if they skip it: when they are put forward.

    A date without a time means the beginning of the day, which the clock may skip in some zones.
    """
    shown = time.astimezone(UTC).astimezone(time.tzinfo)
    if shown.replace(tzinfo=None) != time.replace(tzinfo=None):
        if is_date:
            return shown
        raise RowError(f"time does not exist in {time.tzinfo}, where clocks skip it: {time:%Y-%m-%d %H:%M:%S}")
    if time.utcoffset() != time.replace(fold=1).utcoffset():
        note(f"time: occurs twice in {time.tzinfo}, when clocks are put back; the first is taken")
    return time


def check_range(time: datetime, value: Any, now: datetime) -> None:
    """RowError if nobody can mean this time."""
    if time.year <= 1990 or time > now + timedelta(days=366):
        raise RowError(f"time is before 1991 or more than a year ahead: {value!s:.40}")


# ---- workbench/bulk/imports/order_columns.py -------------------------------------------------------------------------
# The columns that number orders, and those that hold their items.


ORDER_WORDS = (
    "order|bestell(?:ungs?)?|auftrags?|commande|pedido|orden|encomenda|ordine|ordre|bestelling|bestel|comanda"
    "|comenzi|zamowienia|zamowienie|objednavky|objednavka|rendeles|rendelesi|siparis|tilaus|tilauksen|narudzbe|narudzba"
    "|заказ|заказа|замовлення|παραγγελιας|παραγγελια|订单|訂單|注文|주문"
)
NUMBER_WORDS = (
    "number|numb|nbr|num|nr|no|n|id|ids|identifier|reference|refno|refnr|ref|name|code|key|uuid|guid|nummer|nr|numero"
    "|numer|cislo|szam|numar|numarasi|numara|kodu|numru|referencia|riferimento|referenz|kennung|identifiant"
    "|identificador|identificativo|codigo|codice|codekey|номер|αριθμος|编号|編號|号|號|番号|번호"
)
SHOP_WORDS = (
    "sales|shop|store|web|online|shopify|woocommerce|magento|amazon|ebay|etsy|purchase|original|external|internal"
    "|customer|client|main|parent|your|our"
)
LINK_WORDS = "of|the|de|du|la|del|dela|do|da|della|dell|der|des|di|d|s"
# The number of an order, as `simplify` returns it: Order Number, order_no, Order #, Bestell-Nr., N° de commande.
ORDER_NUMBER = re.compile(
    rf"(?:{SHOP_WORDS})*(?:{ORDER_WORDS})(?:{LINK_WORDS})?(?:{NUMBER_WORDS}){{1,2}}(?:{SHOP_WORDS})?"
    rf"|(?:{NUMBER_WORDS})(?:{LINK_WORDS})*(?:{ORDER_WORDS})|po(?:{NUMBER_WORDS})|incrementid"
    "|(?:sales)?order|bestellung|auftrag|commande|pedido|orden|ordine|bestelling|zamowienie|订单|訂單|注文"
)
# What else numbers an event: Transaction ID, Payment Reference, Invoice No.
EVENT_WORDS = (
    "transaction|payment|charge|invoice|receipt|refund|event|entry|record|row|ticket|booking|reservation|checkout|cart"
    "|activity|message|sale|purchase|rechnungs?|zahlungs?|beleg|vorgangs?|buchungs?|transaktions?|facture|paiement"
    "|transaccion|pago|factura|recibo|fattura|pagamento|pagamenti|transazione"
)
EVENT_NUMBER = re.compile(
    rf"(?:{EVENT_WORDS})(?:{LINK_WORDS})?(?:{NUMBER_WORDS}){{1,2}}|(?:{NUMBER_WORDS})(?:{LINK_WORDS})*(?:{EVENT_WORDS})|id|uuid|guid|uniqueid"
)


def is_order_number(column: str) -> bool:
    return ORDER_NUMBER.fullmatch(simplify_number(column)) is not None


def simplify_number(header: str) -> str:
    """As `simplify` returns it, with the sign # as a word: Invoice #, Order number (shop)."""
    return simplify(header.replace("#", " number "))


# ---- workbench/bulk/imports/columns.py -------------------------------------------------------------------------------
# The columns of a source: which one holds which field.


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
    order's items. `known`: all columns. `chosen`: the names of the properties that columns become, None for all columns
    that no field takes. `types`: of columns, as the option says."""

    by_field: dict[str, list[str]] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    items: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    chosen: dict[str, str] | None = None
    types: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.used = {columns[0] for columns in self.by_field.values()}  # the others are properties

    def drop(self, name: str) -> None:
        """Make the column of a field a property."""
        self.used -= {*self.by_field.pop(name, [])[:1]}

    def use(self, name: str, *columns: str) -> None:
        """Take columns for a field in place of those it has: the first, and what else holds it. None if it is empty."""
        if not any(columns):
            self.drop(name)
            return
        self.used -= {*self.by_field.get(name, [])[:1]}
        self.by_field[name] = [*columns]
        self.used.add(columns[0])

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
        if self.chosen is not None:
            made = {name: value for name, value in others.items() if name not in self.known}  # the items of an order
            others = {name: cells[column] for column, name in self.chosen.items() if column in cells} | made
        own = others.pop("properties") if isinstance(others.get("properties"), dict) else {}
        return {**own, **others}

    def choose_properties(self, properties: dict[str, str] | None) -> None:
        """Let these columns become properties, under these names, and no others. BulkFailed if there is none of one."""
        for column in properties or ():
            if column not in self.known:
                raise BulkFailed(f'properties: there is no column "{column}"; the columns are {", ".join(self.known)}')
        self.chosen = properties

    def items_of(self, cells: Cells) -> Cells:
        """What a row says of an item of an order, under the names of properties."""
        names = self.items if self.chosen is None else [name for name in self.items if name in self.chosen]
        return {(self.chosen or {}).get(name, name): cells[name] for name in names if name in cells}

    def field_of(self, column: str, others: str) -> str | None:
        """Where a column is sent: a field, a property, or in items; None if it is not sent. `others`: as in Records."""
        names = [name for name, columns in self.by_field.items() if columns[0] == column]
        if names:
            return names[0]
        if others != "properties" or (self.chosen is not None and column not in self.chosen):
            return None
        return "items" if column in self.items else f"properties.{(self.chosen or {}).get(column, column)}"

    def describe(self) -> list[str]:
        """Lines for the log."""
        lines = []
        for name, columns in self.by_field.items():
            several = (
                f"columns {join_names(columns)}" if len(columns) > 1 and name != "email" else f"column {columns[0]}"
            )
            lines.append(f"{name} ← {several}")
        first, *others = self.by_field.get("email", [""])
        if others:
            lines.append(f"email ← column {', '.join(others)} where {first} is empty")
        return lines


def simplify(header: str) -> str:
    """Letters and digits alone, without accents: Téléphone is telephone."""
    text = header.casefold()
    if not text.isascii():
        text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return re.sub(r"[\W_]", "", text)


@cache
def is_postal_code(column: str) -> bool:
    """Whether a header says that the column holds postal codes: Zip, Billing Postcode, Code postal."""
    return simplify(column).endswith(tuple(PROFILE_HEADERS["zip"].split()))


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
    return Columns({name: by_field[name] for name in headers if name in by_field}, {*mapping}, known=columns)


def check_properties(value: Any) -> dict[str, str] | None:
    """The option `properties`: the name of the property that each column becomes; None for all columns.

    BulkFailed if it is none: a list of columns, an object of columns by the names of properties, or "none".
    """
    if not value:
        return None
    if isinstance(value, dict):
        columns = {compose(str(column)): str(name).strip() for name, column in value.items()}
        if len(columns) < len(value) or not all(columns) or not all(columns.values()):
            raise BulkFailed("properties must say for each property which column it is, and each column once")
        return columns
    names = text_list("properties", value)
    return {} if names == ["none"] else {name: name for name in names}


def find_header(path: Path, headers: dict[str, str]) -> int | None:
    """The line that looks most like the header of a CSV file; None if none of the first does."""
    words = {word for known in headers.values() for word in known.split()}
    with open_text(path) as file:
        lines = [re.split(r"[,;|\t]", line) for line in islice(file, 20)]
    known = [sum(simplify(cell) in words for cell in cells) for cells in lines]
    return known.index(max(known)) + 1 if max(known) > 1 else None


# ---- workbench/bulk/imports/placeholders.py --------------------------------------------------------------------------
# Placeholders: texts that stand for nothing.


INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0f\ufeff]")
# A spreadsheet's errors, in whatever language: #N/A, #REF!, #NOMBRE?, #¡VALOR!, #NV, Err:502, and cells too narrow.
SPREADSHEET_ERROR = re.compile(r"#[¡¿]?[^\W\d_]+(/0)?[!?]|#(n/a( n/a)?|na|nv|n/d|n/b|i/t|nd)|#{2,}", re.IGNORECASE)
# What programs write for a value that is missing: SQL and its tools, pandas, JavaScript, C: empty in any field.
NULLS = {
    *("null", "(null)", "<null>", "[null]", "{null}", "'null'", '"null"', "\\n", "dbnull", "sql null", "nullptr"),
    *("nan", "+nan", "-nan", "<na>", "nat", "1.#ind", "-1.#ind", "1.#qnan", "-1.#qnan", "1.#inf", "-1.#inf"),
    *(f"err:{number}" for number in range(500, 541)),  # errors of LibreOffice
    *("undefined", "[object object]", "[object undefined]", "[object null]", "n/a", "n.a."),
}
DASHES = re.compile(r"[-_\u2010-\u2015\u2212\s]+")
# What people write where a name or a place is missing. As a property, "none" may be an answer, such as Allergies: none.
NO_NAMES = {
    *("none", "(none)", "<none>", "[none]", "nil", "0", "0.0", "0.00"),
    *("nan nan", "null null", "none none", "undefined undefined"),  # first and last name
}
# What people write where an identifier is missing, in several languages; no word that is a name.
WORDS_FOR_NOBODY = (
    "null none nan na nat nil undefined dbnull sqlnull nullptr objectobject objectundefined objectnull nannan"
    " nullnull nonenone undefinedundefined inf infinity true false yes no noid noemail nophone nonumber nomail noname"
    " nouser nothing empty blank missing unknown anonymous anonym anon guest guestuser guestcheckout guestcustomer"
    " unspecified notavailable notapplicable notset notprovided notspecified notfound notgiven noneprovided"
    " nonegiven unassigned unavailable tbd tba tbc unbekannt keine keiner kein keines leer nichts gast gastkunde"
    " gastbestellung keineangabe keineangaben keineemail keinemail keinetelefonnummer nichtvorhanden"
    " nichtangegeben nichtverfügbar nichtbekannt entfällt inconnu inconnue aucun aucune néant vide invité anonyme"
    " nonrenseigné nonrenseignée nondéfini nondéfinie nonapplicable nondisponible indisponible nonconnu sansemail"
    " pasdemail desconocido desconocida ninguno ninguna nulo nula vacío vacía invitado invitada anónimo anónima"
    " nodisponible noaplica sindatos sinemail sincorreo sinteléfono sinnúmero desconhecido desconhecida nenhum"
    " nenhuma vazio convidado semdados sememail nãodisponível nãoinformado nãoaplicável sconosciuto sconosciuta"
    " nessuno nessuna nullo vuoto ospite nonpresente onbekend geen leeg anoniem nietbekend nietingevuld ukendt"
    " ukjent okänd ingen saknas mangler puuttuu eitietoa tuntematon brak nieznany nieznane neznámý žádný žádné"
    " prázdné yok bilinmiyor misafir нет неизвестно неизвестный пусто гость аноним отсутствует немає невідомо"
    " κανένα άγνωστο 无 無 空 没有 沒有 未知 不明 匿名 なし 無し ナシ 未設定 未登録 ゲスト"
    " 없음 미상 비회원 لايوجد غيرمعروف אין"
)
NOBODY = frozenset(map(simplify, WORDS_FOR_NOBODY.split()))
# Words for nothing only where they are written with dots or strokes: n/a, k. A., s/o, n.d.
ABBREVIATIONS = ("na", "nd", "nc", "nr", "nv", "nvt", "ka", "so", "sn", "sd", "нд")
# What is plainly none of them, for speed: #1001, cus_17, +41446681800 and ASCII with an @.
PLAIN_IDENTIFIER = re.compile(r"(?:[#+]|[A-Za-z]+[-_]?)?[1-9][0-9]*|[!-~]+@[!-~]+")


def clean(text: str) -> str:
    """Text without invisible characters and blanks around it."""
    return (text if text.isascii() else INVISIBLE.sub("", text)).strip()


def is_null(text: str) -> bool:
    """Whether a program or a spreadsheet wrote this for a missing value, or somebody a dash."""
    if text[:1].isalnum():
        return text.lower() in NULLS
    return text.lower() in NULLS or bool(DASHES.fullmatch(text) or SPREADSHEET_ERROR.fullmatch(text))


@lru_cache(1000)
def is_no_name(text: str) -> bool:
    """Whether this stands where a name, a place or the like is missing."""
    return is_null(text) or text.lower() in NO_NAMES


def is_nobody(text: str) -> bool:
    """Whether this stands where an identifier is missing: a word for nothing, zeros, or no letter and no digit."""
    if len(text) > 40:
        return False
    letters = simplify(text)
    return (
        not letters.strip("0")
        or letters in NOBODY
        or (letters in ABBREVIATIONS and letters != text.lower())
        or text in ("\\N", "-1", "-1.0")
        or is_null(text)
    )


# ---- workbench/bulk/imports/values.py --------------------------------------------------------------------------------
# Cells as JSON, and the identifiers in them.


ARE_EMPTY = {1: "is empty", 2: "are both empty"}  # by the number of columns
MAX_STRING = 100_000  # bytes
ROUNDED = re.compile(r"\d+([.,]\d+)?[eE]\+\d+")
WHOLE = re.compile(r"(\d+)\.0")
EMAIL = re.compile(r"[^@\s<>,;\"]+@[^@\s.<>,;\"]+(\.[^@\s.<>,;\"]+)+")
TEXT_FORMULA = re.compile(r'="((?:[^"]|"")*)"')  # ="00124", by which a spreadsheet is told to keep the zeros
UNREADABLE_PHONE_NUMBER = (
    "phone_number: could not be read. default_country reads national numbers, and leave_out with phone_number sends"
    " rows without theirs"
)


def json_value(column: str, value: Any) -> Any:
    """A cell as JSON has it; None if it is blank. RowError if JSON cannot hold it."""
    if isinstance(value, str):
        text = value.strip() if len(value) < 1000 else value
        return (unmark(column, text) if text[:1] in ("'", "=") else text) or None
    if isinstance(value, float):
        if math.isinf(value):
            raise RowError(f"{column} is an infinite number")
        return None if math.isnan(value) else value
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, (int, Decimal)):
        return json_number(column, value)
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


def unmark(column: str, text: str) -> str:
    """Text without the marks by which a spreadsheet is told that it is text: ="00124", or an apostrophe before it."""
    if text[0] == "'" and (re.match(r"'[\d=+@-]", text) or is_postal_code(column)):
        text = text[1:].strip()
    formula = TEXT_FORMULA.fullmatch(text)
    return formula[1].replace('""', '"').strip() if formula else text


def json_number(column: str, value: Any) -> Any:
    """A number as JSON has it; text if it has more digits after the point than a float can hold."""
    if isinstance(value, Decimal) and value.is_nan():
        return None
    if not abs(value) < 10**308:
        raise RowError(f"{column} is a number with more digits than Klaviyo can hold")
    if isinstance(value, int):
        return value
    if value == value.to_integral_value():
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else str(value)


@dataclass
class Values:
    """Reads cells; RowError if one cannot be sent. `rules`: how many values each rule has changed, for the log.

    `date_format`: one of ORDERS. `zone`: of times that have none. `default_country`: of national phone numbers.
    `leave_out`: identifiers without which a row is sent if theirs cannot be read. `is_whole`: whether all values of a
    column are whole numbers, with or without `.0`. `is_shared`: whether an identifier, by its name and value, stands
    beside several different emails. `is_verbatim`: whether `export` wrote the cells, so that Klaviyo has them as they
    are.
    """

    date_format: str | None = None
    zone: tzinfo = UTC
    default_country: str = ""
    leave_out: tuple[str, ...] = ()
    is_whole: Callable[[str], bool] | None = None
    is_shared: Callable[[str, str], bool] | None = None
    is_verbatim: bool = False
    rules: Counter[str] = field(default_factory=Counter)
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def note(self, rule: str) -> None:
        self.rules[rule] += 1

    def text(self, name: str, value: Any) -> str:
        if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
            return str(int(value))  # a column of ids with gaps, as pandas writes it
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            return str(value)
        raise RowError(f"{name} is not text")

    def identifier(self, name: str, value: Any, column: str) -> str | None:
        """What identifies a person; None for a placeholder."""
        return self.number(name, "false" if value is False else value, column, is_nobody)

    def number(self, name: str, value: Any, column: str, is_missing: Callable[[str], bool] = is_no_name) -> str | None:
        """The number of an order or the like, with all its digits; None for a placeholder."""
        text = self.text(name, value)
        if PLAIN_IDENTIFIER.fullmatch(text):
            return text
        text = text if self.is_verbatim else compose(text)
        visible = clean(text)
        if visible != text:
            self.note(f"{name}: invisible characters removed")
        if is_missing(visible):
            self.note(f"{name}: {visible} counts as empty")
            return None
        if ROUNDED.fullmatch(visible):
            raise RowError(f"{name} was rounded by a spreadsheet: {visible:.40}")
        whole = WHOLE.fullmatch(visible)
        if whole and self.is_whole and self.is_whole(column):
            self.note(f"{name}: .0 removed")
            return whole[1]
        return visible

    def name(self, name: str, value: Any) -> str | None:
        """The name of a person, place or the like; None for a placeholder."""
        text = clean(self.text(name, value))
        if is_no_name(text):
            self.note(f"{name}: {text} counts as empty")
            return None
        return text

    def email(self, text: str) -> str:
        address = text
        if text[:7].lower() == "mailto:":
            address = text[7:].strip()
            self.note("email: mailto: removed")
        if not EMAIL.fullmatch(address):
            raise RowError(f"email is not an email address: {text:.40}")
        return address

    def phone_number(self, text: str) -> str:
        """E.164."""
        number = parse_phone_number(text, self.default_country)
        if number != text:
            self.note("phone_number: written in E.164 format")
        return number

    def profile(self, fields: Cells, cells: Cells, columns: Columns) -> dict[str, str]:
        """Who it is: identifiers and names. RowError if nobody can tell. `fields`: the cells by field."""
        profile, faults = self.read_identifiers(fields, cells, columns)
        if faults and not profile:
            raise next(iter(faults.values()))
        for name, fault in faults.items():
            if name not in self.leave_out:
                if name == "phone_number":
                    self.note(UNREADABLE_PHONE_NUMBER)
                raise fault
            self.note(f"{name}: could not be read, and was left out")
        shared = [name for name, text in profile.items() if self.is_shared and self.is_shared(name, text)]
        for name in shared:
            self.note(f"{name}: not sent, as it stands beside different email addresses, and so identifies nobody")
            text = profile.pop(name)
            if not profile:
                raise RowError(f"{name} stands beside different email addresses, and so identifies nobody: {text:.40}")
        if not profile:
            columns_of = [columns.by_field[name][0] for name in IDENTIFIERS if name in columns.by_field]
            raise RowError(f"{join_names(columns_of)} {ARE_EMPTY.get(len(columns_of), 'are all empty')}")
        for name in ("first_name", "last_name"):
            if name in fields and (written := self.name(name, fields[name])):
                profile[name] = written
        return profile

    def read_identifiers(
        self, fields: Cells, cells: Cells, columns: Columns
    ) -> tuple[dict[str, str], dict[str, RowError]]:
        """The identifiers that can be read, and why others cannot."""
        identifiers: dict[str, str] = {}
        faults: dict[str, RowError] = {}
        readers = {"email": self.email, "phone_number": self.phone_number}
        for name in IDENTIFIERS:
            try:
                if name in fields and (text := self.identifier(name, fields[name], columns.by_field[name][0])):
                    identifiers[name] = readers[name](text) if name in readers else text
            except RowError as error:
                faults[name] = error
        for column in columns.by_field.get("email", [])[1:]:
            other = cells.get(column)
            if "email" not in identifiers | faults and isinstance(other, str) and EMAIL.fullmatch(other):
                identifiers = {"email": other, **identifiers}
                self.note(f"email: {column} where {columns.by_field['email'][0]} is blank")
        return identifiers, faults

    def time(self, value: Any) -> datetime:
        """RFC 3339, or a notation that the script's docstring lists; others need `date_format`."""
        try:
            time = parse_time(value, self.date_format, self.zone, self.note)
        except (ValueError, OverflowError, OSError):
            raise RowError(f"time is not a time such as 2026-11-20T09:30:00+01:00: {value!s:.40}") from None
        check_range(time, value, self.now)
        return time


def check_leave_out(value: Any) -> tuple[str, ...]:
    """The identifiers that the option `leave_out` names. BulkFailed if they are none."""
    texts = text_list("leave_out", value)
    if unknown := [text for text in texts if text not in IDENTIFIERS]:
        raise BulkFailed(f"leave_out must be of {', '.join(IDENTIFIERS)}, not {unknown[0]:.40}")
    return tuple(texts)


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


# ---- workbench/bulk/imports/rows.py ----------------------------------------------------------------------------------
# The rows of a source, read one after the other.


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


# ---- workbench/bulk/windmill.py --------------------------------------------------------------------------------------
# Windmill's state, and calls to Windmill that may fail.


STATE = os.environ.get("WM_STATE_PATH_NEW") or os.environ.get("WM_STATE_PATH")  # set if Windmill runs the script


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


# ---- workbench/bulk/arguments.py -------------------------------------------------------------------------------------
# The arguments of `main`, checked; BulkFailed names the one that is wrong.


SCHEMES = {"apiKey": "Klaviyo-API-Key", "token": "Bearer"}  # of the header Authorization, by the field of a resource


@dataclass(frozen=True)
class Options:
    """The arguments that all imports have, checked. `authorization`: the value of the header."""

    authorization: str
    revision: str
    mapping: dict[str, str]
    dry_run: bool
    rejects: str | None
    journal: str | None
    part: int
    parts: int
    sheet: str


def check_options(
    auth: Any,
    revision: Any,
    mapping: Any,
    dry_run: Any,
    rejects: Any,
    journal: Any,
    part: Any = 1,
    parts: Any = 1,
    sheet: Any = None,
) -> Options:
    authorization = check_account(auth)
    if not isinstance(mapping or {}, dict):
        raise BulkFailed('mapping must be an object such as {"email": "Customer"}')
    for name, value in (("rejects", rejects), ("journal", journal)):
        text(name, value)
    count = whole_number("parts", parts)
    number = whole_number("part", part)
    if number > count:
        raise BulkFailed(f"part is {number}, but parts is {count}")
    return Options(
        authorization,
        check_revision(revision),
        {compose(str(name)): compose(str(column or "")) for name, column in (mapping or {}).items()},
        bool(boolean("dry_run", dry_run)),
        rejects or None,
        journal or None,
        number,
        count,
        text("sheet", sheet),
    )


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
    return compose((value or "").strip())


def text_list(name: str, value: Any) -> list[str]:
    """A list of texts. A form or a flow may send one as text."""
    texts = [value] if isinstance(value, str) else value or []
    if not isinstance(texts, list) or not all(isinstance(item, str) for item in texts):
        raise BulkFailed(f"{name} must be a list of texts, not {value!s:.40}")
    return [compose(item.strip()) for item in texts if item.strip()]


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


# ---- workbench/bulk/revision.py --------------------------------------------------------------------------------------
# The revision of Klaviyo's API that the scripts are made for. Generated.


REVISION = "2026-10-15"


# ---- workbench/bulk/source.py ----------------------------------------------------------------------------------------
# The source of rows: a file, a URL, an S3 object or a list.


SPREADSHEETS = (".xlsx", ".xls", ".ods")
SUFFIXES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".parquet", *SPREADSHEETS)
# Of what an address without an ending serves, such as an export of Google Sheets.
SUFFIX_OF_CONTENT = {
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/json": ".json",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".ndjson",
    "application/vnd.apache.parquet": ".parquet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/x-vnd.oasis.opendocument.spreadsheet": ".ods",
}


@dataclass
class Source:
    """A local file, or a list of rows. `name`: what the journal and the rejects are named after.

    `sheet`: of a spreadsheet; the first if it is empty.
    """

    name: str
    path: Path = Path()
    rows: list[Any] = field(default_factory=list)
    sheet: str = ""

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
    is_url = address.startswith(("http://", "https://"))
    if suffix_of(name) not in SUFFIXES and not is_url:
        hint = "; an S3 object may say so in `filename`" if is_s3 else ""
        raise BulkFailed(f"{name} does not end in {', '.join(SUFFIXES)}, with or without .gz{hint}")
    if is_s3 or is_url:
        path = folder / "download"
        try:
            headers = download(source if is_s3 else address, path)
        except Exception as error:  # Windmill's client raises what it likes
            message = re.sub(
                r"\?\S+|(?<=//)[^/\s@]*@", "", f"{address} cannot be read: {error}"
            )  # signatures, passwords
            raise BulkFailed(message) from None
        name = name if suffix_of(name) in SUFFIXES else name_content(name, headers)
        path = path.rename(folder / name)
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


def name_content(name: str, headers: Mapping[str, str]) -> str:
    """A name with an ending, of what an address without one serves. BulkFailed if it is nothing that can be read."""
    content = headers.get("Content-Type", "").partition(";")[0].strip().lower()
    suffix = SUFFIX_OF_CONTENT.get(content)
    if not suffix:
        what = "a web page, such as one to sign in" if content == "text/html" else content or "of no known kind"
        raise BulkFailed(f"what {name or 'the address'} serves is {what}, not a file of rows")
    given = re.search(r'filename="([^"]+)"', headers.get("Content-Disposition", ""))
    return f"{Path(given[1] if given else name or 'download').name.removesuffix(suffix)}{suffix}"


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


class RowError(Exception):
    """A row cannot be sent; the message says why. `cells`: its text, if it could not be read."""

    def __init__(self, reason: str, cells: list[str] | None = None) -> None:
        super().__init__(reason)
        self.cells = cells


class RowSkipped(Exception):
    """A row asks for nothing, and nothing is wrong with it, such as one of a person who has not consented."""


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


def fold_identifier(name: str, value: str) -> str:
    """An identifier as it is compared: emails without case, and all of them however accented letters are spelled."""
    text = compose(value)
    return text.lower() if name == "email" else text


def storable(text: str) -> tuple[str, int]:
    """A text without lone surrogates, and its length in bytes."""
    if text.isascii():
        return text, len(text)
    data = encode(text)
    return data.decode(), len(data)


def plural(count: int, noun: str) -> str:
    """Return `1 value` or `2 values`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def join_names(names: list[str]) -> str:
    """Return `Email`, `Email and Phone` or `Email, Phone and ID`."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def end_sentence(text: str) -> str:
    """Return a text with a full stop, unless it ends like a sentence."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


if __name__ == "__main__":
    run_by_hand(main)
