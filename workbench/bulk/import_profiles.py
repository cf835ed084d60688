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

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypedDict
from urllib.parse import urlsplit

import wmill
from pyrate_limiter import Rate

from workbench.bulk.arguments import check_options, choice, text, zone_of
from workbench.bulk.client import RATES, Client, inside, json_of, objects_of
from workbench.bulk.command_line import run_by_hand
from workbench.bulk.errors import BulkFailed, RowError
from workbench.bulk.imports.amounts import DECIMALS
from workbench.bulk.imports.batches import Batch, Entry, Outcome, Record
from workbench.bulk.imports.column_types import ColumnTypes, check_types
from workbench.bulk.imports.columns import IDENTIFIERS, PROFILE_HEADERS, Columns, check_properties, simplify
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.dates import ORDERS
from workbench.bulk.imports.identities import find_shared_identifiers
from workbench.bulk.imports.jobs import begin_job, repeat_job, wait_for_job
from workbench.bulk.imports.phone_numbers import check_country
from workbench.bulk.imports.placeholders import is_null
from workbench.bulk.imports.records import Draft
from workbench.bulk.imports.refusals import interpret_refusal
from workbench.bulk.imports.rows import Cells
from workbench.bulk.imports.run import run_import
from workbench.bulk.imports.values import Values, check_leave_out
from workbench.bulk.text import compact, encode, fold_identifier, storable

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


if __name__ == "__main__":
    run_by_hand(main)
