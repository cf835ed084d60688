# /// script
# requires-python = ">=3.11"
# dependencies = ["duckdb", "phonenumbers", "pyrate-limiter", "python-calamine", "requests", "tqdm", "wmill"]
# ///
"""Import Subscriptions: consents of a file or table into Klaviyo: subscribe, unsubscribe, suppress, unsuppress

Reads CSV, TSV, JSON Lines, Parquet, Excel (.xlsx, .xls) or OpenDocument (.ods): a path, a URL, in Windmill an S3
object; .gz too; or a list of rows. All rows are read and checked before the first is sent; they are kept in a temporary
file, so memory does not grow with them, except for those of a spreadsheet.
`dry_run` sends nothing; it only looks up in Klaviyo what the run itself would look up.

Channels. They are email, sms, whatsapp, push, and sms_transactional and whatsapp_transactional for messages about
orders. None is assumed: `channels` names it, or a column says who has consented to it, such as Email Marketing Consent,
Accepts SMS Marketing or one that `mapping` names (email_consent, sms_consent, ...).

Who is sent. Every column decides whose name speaks of consent (Newsletter, Opt-in), of a status (Status, State) or of
withdrawals (Unsubscribed at, Bounced, Do not email), in many languages: subscribe sends the rows in which they say yes,
unsubscribe and suppress those in which they say no. The others are skipped and counted. A row in which a consent and a
withdrawal contradict each other is rejected. If there is no such column, `channels` is for all rows.

Questions. Where the columns leave anything open, the run stops before it sends anything. It names the columns, their
most frequent values and the options that settle it. `consent_values` says what a value means: {"t": "yes", "Lapsed":
"no"}, or "neither"; in a column of withdrawals, yes is a withdrawal. `mapping` says what a column is for, and
{"Status": ""} dismisses the column Status. Two columns of email addresses that differ in a row are a question, too.

Withdrawals in Klaviyo. Subscribing lifts an earlier unsubscription, spam report or suppression. Therefore the run looks
up, 100 people a request, who has said no in Klaviyo, and rejects their rows as "unsubscribed since" unless the row's
own time of consent is later. The key needs the scope profiles:read. `check_withdrawals`: false switches it off.

Double opt-in. If the list has it, Klaviyo asks each person to confirm first; the log and the summary say so. With the
time of each consent, in a column or in `consented_at`, it is a historical import: nobody is asked to confirm, and no
flows start. Then every consent needs a time in the past, in one of the notations of import_events.

What is sent. Klaviyo gets the email, phone number or push token if the row's channels need it, and no other columns:
for names and properties, use import_profiles. A row without what one of its channels needs is rejected. Two rows that
contradict each other about the same person and channel are both rejected. If several rows have the same person and
channel, the first is sent; the others are counted as repeated and listed in the rejects.

- A request to subscribe that gets no answer is repeated: the same consent twice is one, but with double opt-in a person
  may be asked twice.
- unsubscribe needs `list_id`, or "all" for everything. Klaviyo would unsubscribe people who are not on the list from
  everything. Therefore the script looks up who is on it and rejects the others, and a request that gets no answer is
  not repeated: its rows are rejected.
- suppress and unsuppress are for email addresses. Klaviyo does them in jobs; the script waits for the end of each.
  unsuppress lifts only what suppress has done.

For suppressions, Klaviyo reports how many profiles its jobs have changed; for subscriptions, only that it has accepted
them: `sent`.
Requests have at most 1,000 profiles to subscribe, 100 otherwise, and 5,000,000 bytes, and are sent as fast as Klaviyo
allows: 75 a second, 750 a minute.

Again. A row that is not sent goes to the rejects with its number, line and reason; corrected there, it can be imported
from there. The script records each consent that Klaviyo has accepted, by person, channel, list and time, in a journal
or, in Windmill, in its state: run again, also with a file that has changed, it sends only consents that are new. To
send the same again, for example to somebody who has subscribed again since, name another `journal`.

Scopes: lists:read, lists:write, profiles:read, profiles:write, subscriptions:read, subscriptions:write.
Reference: https://developers.klaviyo.com/en/reference/bulk_subscribe_profiles
"""

# Lines 65-453: this program, workbench/bulk/import_subscriptions.py in the repository.
# Lines 456-4827: definitions shared with other programs; each section names its module.
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
from urllib.parse import quote, urlsplit
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

SUBSCRIPTION_RATES = [Rate(75, Duration.SECOND), Rate(750, Duration.MINUTE)]  # of each endpoint
POINTER = re.compile(r"/profiles/data/(\d{1,9})(?!\d)")  # the profile in the body that an error of Klaviyo's speaks of


class klaviyo(TypedDict, total=False):  # one of the two
    apiKey: str
    token: str


def main(
    auth: klaviyo,
    revision: str | None,
    source: S3Object,
    action: str,
    channels: list[str] | None = None,
    list_id: str | None = None,
    consented_at: str | None = None,
    custom_source: str | None = None,
    mapping: dict[str, str] | None = None,
    consent_values: dict[str, str] | None = None,
    check_withdrawals: bool = True,
    date_format: str | None = None,
    timezone: str | None = None,
    default_country: str | None = None,
    sheet: str | None = None,
    dry_run: bool = False,
    rejects: str | None = None,
    journal: str | None = None,
) -> dict[str, Any]:
    """Return what became of the rows: sent, sent before, rejected, repeated, skipped; they add up.

    BulkFailed says what stopped it, and how to go on; its `questions` are what the columns leave open. `source`: path
    or URL of a file, an S3 object, or a list of objects. `action`: subscribe, unsubscribe, suppress or unsuppress.
    `channels`: email, sms, sms_transactional, whatsapp, whatsapp_transactional, push; if empty, those that columns of
    consents are for. `list_id`: a list to subscribe to or unsubscribe from, or "all". `consented_at`: the time of all
    consents that have none in a column. `custom_source`: where they were collected. `mapping`: the column of each of
    email, phone_number, anonymous_id, push_token, push_platform (android, ios), push_vendor (apns, fcm), consented_at,
    and of each channel's consent and time, such as email_consent and email_consented_at; "" for none; a column with ""
    is dismissed. `consent_values`: what values of columns mean: "yes", "no" or "neither". `check_withdrawals`: whether
    people who have unsubscribed in Klaviyo after their consent are looked up and rejected; True by default.
    `date_format`: DMY, MDY or YMD. `timezone`: of times without a zone, such as Europe/Berlin; UTC by default.
    `default_country`: of phone numbers without a country code, such as CH; without it, they are rejected. `sheet`: of a
    spreadsheet, by default the first. `rejects`, `journal`: files, beside the source by default.
    """
    options = check_options(auth, revision, mapping, dry_run, rejects, journal, sheet=sheet)
    values = Values(
        date_format=choice("date_format", date_format, ORDERS),
        zone=zone_of(timezone),
        default_country=check_country(text("default_country", default_country)),
    )
    subscriptions = Subscriptions(
        options,
        choice("action", action, tuple(ACTIONS)) or "",
        check_channels(channels),
        text("list_id", list_id),
        text("consented_at", consented_at),
        text("custom_source", custom_source),
        values,
        Answers(consent_values),
        boolean("check_withdrawals", check_withdrawals) is not False,
    )
    try:
        summary = run_import(subscriptions.options, source, subscriptions)
    except BulkFailed as error:
        if error.summary:
            error.summary |= subscriptions.details()
        raise
    return summary | subscriptions.details()


@dataclass
class Subscriptions:
    """Rows as consents. `channels`: as in main, then those that are sent.

    `is_historical`: whether the times of consents are sent. `klaviyo_list`: what Klaviyo says of it. `jobs`: what its
    jobs have done. `skipped`: rows that ask for nothing. `was_sent`: whether an earlier run has sent a consent.
    """

    options: Options
    action: str
    channels: list[str]
    list_id: str
    consented_at: str
    custom_source: str
    values: Values
    answers: Answers
    check_withdrawals: bool
    mapping: dict[str, str] = field(default_factory=dict)
    columns: Columns = field(default_factory=lambda: Columns())
    consents: Consents = field(default_factory=lambda: Consents("", Answers(None), {}))
    contradictions: Contradictions | None = None
    repeats: Repeats = field(init=False)
    is_historical: bool = False
    klaviyo_list: dict[str, Any] | None = None
    jobs: dict[str, dict[str, Any]] = field(default_factory=dict)
    skipped: int = 0
    was_sent: Callable[[str], bool] = field(init=False)
    noun = "profiles"
    item_type = ""
    max_bytes = 5_000_000
    others = "not sent"
    keeps_first = False
    undecided = ""

    def __post_init__(self) -> None:
        """BulkFailed if the options do not fit the action."""
        self.list_id = ALL if self.list_id.lower() == ALL else self.list_id
        check_action(self.action, self.channels, self.list_id)
        for name in ("consented_at", "custom_source"):
            if getattr(self, name) and self.action != "subscribe":
                raise BulkFailed(f"{name} is for subscribe; {self.action} does not take it")
        if self.consented_at:
            try:
                self.consented_at = read_past_time(self.values, "consented_at", self.consented_at)
            except RowError as error:
                raise BulkFailed(str(error)) from None
        # Beside a column that is no field, "" dismisses the column.
        self.mapping = self.options.mapping
        fields = {name: column for name, column in self.mapping.items() if column or name in self.headers}
        self.options = replace(self.options, mapping=fields)

    @property
    def rates(self) -> list[Rate]:
        return SUBSCRIPTION_RATES

    @property
    def is_suppression(self) -> bool:
        return self.action in SUPPRESSIONS

    @property
    def is_from_list(self) -> bool:
        """Whether it unsubscribes from a list."""
        return self.action == "unsubscribe" and self.list_id != ALL

    @property
    def repeat(self) -> str:
        return f"only the first row of a person{'' if self.is_from_list else ' with the same channels'} is sent"

    @property
    def max_records(self) -> int:
        return ACTIONS[self.action].max_profiles

    @property
    def scope(self) -> str:
        return json.dumps([self.action, self.list_id])

    @property
    def headers(self) -> dict[str, str]:
        return headers_of(self.action)

    def details(self) -> dict[str, Any]:
        """What the summary says besides."""
        details: dict[str, Any] = {"skipped": self.skipped, "action": self.action, "channels": self.channels}
        if self.is_suppression:
            counts = {"completed": "completed_count", "unchanged": "skipped_count"}
            jobs = {name: sum(job.get(count) or 0 for job in self.jobs.values()) for name, count in counts.items()}
            return details | {"jobs": {"count": len(self.jobs), **jobs}}
        return details | {"historical_import": self.is_historical, "list": self.klaviyo_list}

    def choose(self, columns: Columns, store: Store, separator: str) -> list[str]:
        """Decide, with all rows at hand, which columns say who is sent. BulkFailed asks what is not clear."""
        self.was_sent = store.was_sent
        self.columns, self.repeats, self.values.is_whole = columns, Repeats(store), cache(store.is_whole)
        self.dismiss_columns(store)
        asked = ["email"] if self.is_suppression else self.channels
        self.consents = settle(store, columns, self.action, asked, self.mapping, self.answers)
        self.channels = list(self.consents.by_channel)
        del columns.by_field.get("email", [])[1:]  # the consent is for this address, and no other
        self.drop_fields()
        self.choose_times()
        for name in self.channels:
            if CHANNELS[name].identifier not in columns.by_field:
                raise BulkFailed(
                    f"{name} needs a column for {CHANNELS[name].identifier}; there is none: name it in mapping"
                )
        if any(deciders.columns for deciders in self.consents.by_channel.values()):
            self.contradictions = Contradictions(store, self.read_statements(store))
        return [*self.consents.describe(), *self.describe_target()]

    def dismiss_columns(self, store: Store) -> None:
        """Leave out the columns that mapping dismisses. BulkFailed if there is none of that name."""
        for name in self.mapping.keys() - self.options.mapping.keys():
            if name not in store.columns:
                raise BulkFailed(
                    f"mapping: {name} is not one of {', '.join(self.headers)}, and no column; the columns are"
                    f" {', '.join(store.columns)}"
                )
            for field_name in [each for each, columns in self.columns.by_field.items() if columns[0] == name]:
                self.columns.drop(field_name)

    def drop_fields(self) -> None:
        """Keep the fields that the channels need. Columns of consents are read by their names."""
        for name in CHANNELS:
            self.columns.drop(f"{name}_consent")
        for name in CHANNELS.keys() - {*self.channels}:
            self.columns.drop(f"{name}_consented_at")
        if "push" not in self.channels:
            for name in {*IDENTIFIERS, *PUSH_HEADERS} - {CHANNELS[name].identifier for name in self.channels}:
                self.columns.drop(name)
        self.columns.used |= {name for each in self.consents.by_channel.values() for name in each.columns}

    def choose_times(self) -> None:
        """With any time of a consent, it is a historical import, and every consent needs its time."""
        if "consented_at" in self.columns.by_field and all(
            f"{name}_consented_at" in self.columns.by_field for name in self.channels
        ):
            self.columns.drop("consented_at")
        fields = ["consented_at", *(f"{name}_consented_at" for name in self.channels)]
        self.is_historical = bool(self.consented_at or any(name in self.columns.by_field for name in fields))

    def describe_target(self) -> list[str]:
        """Read the list from Klaviyo, for the log: nothing of the rows is sent."""
        if self.is_suppression:
            return []
        if self.list_id not in ("", ALL):
            with Client(self.options.authorization, self.options.revision, SUBSCRIPTION_RATES) as client:
                self.klaviyo_list = read_list(client, self.list_id)
        lines = [describe_list(self.action, self.list_id, self.klaviyo_list, self.is_historical)]
        if self.action == "subscribe" and not self.check_withdrawals:
            lines.append(
                "check_withdrawals is false: who has unsubscribed in Klaviyo is not looked up, and is subscribed again"
            )
        elif self.action == "subscribe":
            lines.append("rows of people who have unsubscribed in Klaviyo after their consent are rejected")
        return lines

    def read_statements(self, store: Store) -> Iterator[Statement]:
        """Yields who says what on a channel, of all rows in which that can be read."""
        people = self.people(replace(self.values, rules=Counter()))  # the log counts what build reads
        for number, [(_, _, text_of_row, fault)] in store.groups():
            cells = {} if fault else json.loads(text_of_row)
            fields = self.columns.values(cells)
            for name in self.channels:
                try:
                    says, _ = self.consents.decide(name, cells)
                    identifier = people.identifier(name, fields)
                except RowError:
                    continue
                if says:
                    yield Statement(name, identifier, says == "yes", number, digest(text_of_row))

    def people(self, values: Values) -> People:
        return People(values, self.columns, self.consented_at)

    def build(self, rows: list[Cells], fingerprint: str) -> Draft:
        """The consents of a row that are new. RowSkipped if it has none that the action is for."""
        cells, people = rows[0], self.people(self.values)
        fields = self.columns.values(cells)
        if self.contradictions and (reason := self.contradictions.find(fingerprint)):
            raise RowError(reason)
        names = [name for name in self.channels if self.wants(name, cells)]
        if not names:
            self.skipped += 1
            raise RowSkipped
        identifiers = {name: people.identifier(name, fields) for name in names}
        times = {name: people.consent_time(name, fields) if self.is_historical else "" for name in names}
        push = people.push_details(fields, identifiers, self.action == "subscribe") if "push" in names else {}
        if not self.is_from_list:
            names = self.repeats.find_new(identifiers) or names
        consents = {name: describe_consent(name, identifiers[name], times[name]) for name in names}
        unsent = {name: consent for name, consent in consents.items() if not self.was_sent(consent)} or consents
        # The email says whose the phone number is, also if its own consent is in an earlier row.
        profile = {CHANNELS[name].identifier: identifiers[name] for name in identifiers if name in ("email", *names)}
        keys = tuple(key_of(name, identifiers[name], self.is_from_list) for name in names)
        if not self.is_suppression:
            profile = write_consents(self.action, profile, {name: times[name] for name in unsent}, push)
        body = compact({"type": "profile", "attributes": profile})
        return Draft(body, "", keys, remembered=tuple(unsent.values()))

    def wants(self, channel: str, cells: Cells) -> bool:
        """Whether a row is for the action on a channel."""
        says, reason = self.consents.decide(channel, cells)
        wants = says == ACTIONS[self.action].says
        if not wants:
            self.values.note(f"{reason}: not {PARTICIPLES[self.action]} on {channel}")
        return wants

    def payload(self, records: list[Record]) -> bytes:
        return write_body(self.action, self.list_id, self.custom_source, self.is_historical, records)

    @property
    def is_screened(self) -> bool:
        return self.is_from_list or (self.action == "subscribe" and self.check_withdrawals)

    def screen(self, client: Client, records: list[Record]) -> dict[Record, str] | None:
        if self.is_from_list:
            return find_strangers(client, records, self.list_id)
        return find_withdrawn(client, records, self.list_id)

    def deliver(self, client: Client, batch: Batch) -> Outcome:
        """Send a batch. That of a suppression comes back with the job, whose end is waited for then."""
        if batch.job:
            return follow_job(client, batch, self.action, self.jobs)
        refused = self.screen(client, batch.records) if self.is_screened else {}
        if refused is None:
            return Outcome()
        others = replace(batch, records=[record for record in batch.records if record not in refused])
        send = unsubscribe_members if self.is_from_list else send_batch
        outcome = send(self, client, others, self.action) if others.records else Outcome()
        return replace(outcome, rejected=[*refused.items(), *outcome.rejected])

    def blamed(self, records: list[Record], pointer: str) -> list[Record]:
        match = POINTER.search(pointer)
        return records[int(match[1]) : int(match[1]) + 1] if match else []


def check_action(action: str, channels: list[str], list_id: str) -> None:
    """BulkFailed if these options do not fit together."""
    if not action:
        raise BulkFailed(f"action is missing: {', '.join(ACTIONS)}")
    if list_id and not re.fullmatch(r"\w{1,50}", list_id):
        raise BulkFailed("list_id must be the ID of a list, such as Y6nRLr")
    if action == "unsubscribe" and not list_id:
        raise BulkFailed('list_id is missing: the list to unsubscribe from, or "all" for everything')
    if action != "unsubscribe" and list_id == ALL:
        raise BulkFailed('list_id "all" is for unsubscribe')
    if action in SUPPRESSIONS and channels not in ([], ["email"]):
        raise BulkFailed(f"{action} is for email alone; channels must be empty")
    if action in SUPPRESSIONS and list_id:
        raise BulkFailed(f"list_id is for subscribe and unsubscribe; {action} is for all email")


def describe_consent(channel: str, identifier: str, time: str) -> str:
    """What tells a consent from others, for the journal: the channel, the person, and when it was given."""
    instant = datetime.fromisoformat(time).astimezone(UTC).isoformat() if time else ""
    return f"{channel}\0{fold_identifier(CHANNELS[channel].identifier, identifier)}\0{instant}"


def key_of(channel: str, identifier: str, is_from_list: bool) -> tuple[str, str, str]:
    """What tells that two rows are the same, as in Draft.

    Who was removed from a list, Klaviyo would unsubscribe from everything: nobody may be in two rows then.
    """
    field_name = CHANNELS[channel].identifier
    return field_name, f"{field_name}={fold_identifier(field_name, identifier)}", "" if is_from_list else channel


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


# ---- workbench/bulk/subscriptions/contradictions.py ------------------------------------------------------------------
# Rows that contradict each other


CONSENT_TABLES = """
CREATE TABLE consents (key INTEGER, channel TEXT, yes INTEGER, number INTEGER, fingerprint TEXT);
CREATE TABLE contradictions (fingerprint TEXT PRIMARY KEY, channel TEXT, yes INTEGER, no INTEGER);
"""
FIND_CONTRADICTIONS = """
INSERT OR IGNORE INTO contradictions SELECT fingerprint, channel, said_yes, said_no FROM consents
JOIN (SELECT key, min(number) FILTER (WHERE yes) AS said_yes, min(number) FILTER (WHERE NOT yes) AS said_no
    FROM consents GROUP BY key HAVING min(yes) < max(yes)) USING (key)
"""


class Statement(NamedTuple):
    """What a row says of a channel. `fingerprint`: of the row."""

    channel: str
    identifier: str
    is_yes: bool
    number: int
    fingerprint: str


class Contradictions:
    """The rows of which others say the opposite about the same person and channel: nobody can tell which holds."""

    def __init__(self, store: Store, statements: Iterator[Statement]) -> None:
        self._db = store.db
        self._db.executescript(CONSENT_TABLES)
        rows = (
            (
                short_digest(f"{each.channel}\0{fold_identifier(CHANNELS[each.channel].identifier, each.identifier)}"),
                each.channel,
                each.is_yes,
                each.number,
                each.fingerprint,
            )
            for each in statements
        )
        store.insert("consents", rows, "?, ?, ?, ?, ?")
        self._db.execute(FIND_CONTRADICTIONS)

    def find(self, fingerprint: str) -> str | None:
        """Why a row cannot be sent; None if no other contradicts it."""
        query = "SELECT channel, yes, no FROM contradictions WHERE fingerprint = ?"
        row = self._db.execute(query, [fingerprint]).fetchone()
        if row is None:
            return None
        channel, yes, no = row
        return f"rows {yes} and {no} contradict each other on {channel}; remove what does not hold"


# ---- workbench/bulk/subscriptions/repeats.py -------------------------------------------------------------------------
# Consents that are in several rows


class Repeats:
    """Which consents earlier rows of the same file have."""

    def __init__(self, store: Store) -> None:
        self._db = store.db
        self._db.execute("CREATE TABLE consents_of_rows (key INTEGER PRIMARY KEY)")

    def find_new(self, identifiers: dict[str, str]) -> list[str]:
        """The channels on which no earlier row has the same person. `identifiers`: of a row, by channel."""
        return [name for name, identifier in identifiers.items() if self._add(name, identifier)]

    def _add(self, channel: str, identifier: str) -> bool:
        """Whether it is new."""
        consent = f"{channel}\0{fold_identifier(CHANNELS[channel].identifier, identifier)}"
        query = "INSERT OR IGNORE INTO consents_of_rows VALUES (?)"
        return self._db.execute(query, [short_digest(consent)]).rowcount == 1


# ---- workbench/bulk/subscriptions/people.py --------------------------------------------------------------------------
# What is sent of a person


PUSH_VALUES = {"push_platform": ("android", "ios"), "push_vendor": ("apns", "fcm")}


@dataclass
class People:
    """Reads who a row is about. `columns`: of the fields; `consented_at`: of the consents that have no time."""

    values: Values
    columns: Columns
    consented_at: str = ""

    def identify(self, field: str, fields: Cells) -> str | None:
        """An identifier of a row, if it has it."""
        if field not in fields:
            return None
        value = self.values.identifier(field, fields[field], self.columns.by_field[field][0])
        read = {"email": self.values.email, "phone_number": self.values.phone_number}.get(field)
        return read(value) if read and value is not None else value

    def identifier(self, channel: str, fields: Cells) -> str:
        """What a channel needs. RowError if it is not there."""
        field = CHANNELS[channel].identifier
        value = self.identify(field, fields)
        if value is None:
            raise RowError(f"{self.columns.by_field[field][0]} is empty, which {channel} needs")
        return value

    def consent_time(self, channel: str, fields: Cells) -> str:
        """When the consent was given, in ISO 8601. RowError if nothing says so."""
        names = (f"{channel}_consented_at", "consented_at")
        if name := next((name for name in names if name in fields), ""):
            return read_past_time(self.values, name, fields[name])
        if not self.consented_at:
            columns = [self.columns.by_field[name][0] for name in names if name in self.columns.by_field]
            raise RowError(f"{' and '.join(columns) or f'{channel}_consented_at'} is empty: consents need their time")
        return self.consented_at

    def push_details(self, fields: Cells, identifiers: dict[str, str], takes_anonymous: bool) -> dict[str, Any]:
        """What Klaviyo needs besides the token: how it is sent to, and whose it is if no other channel tells.

        `identifiers`: of the row, by channel. RowError if something is missing.
        """
        token = {"token": identifiers["push"]}
        for name, known in PUSH_VALUES.items():
            word = str(fields.get(name, "")).lower()
            if word not in known:
                raise RowError(f"{name} must be {' or '.join(known)} beside a push token, not {word or 'empty'}")
            token[name.removeprefix("push_")] = word
        details: dict[str, Any] = {"tokens": [token]}
        names = (
            () if len(identifiers) > 1 else ("email", "phone_number", *(["anonymous_id"] if takes_anonymous else []))
        )
        owner = next(((name, value) for name in names if (value := self.identify(name, fields))), None)
        if names and not owner:
            raise RowError("a push token needs email, phone_number or, to subscribe, anonymous_id beside it")
        return details | ({"owner": owner} if owner else {})


def read_past_time(values: Values, name: str, value: Any) -> str:
    """A time of consent in ISO 8601. RowError if it is none, or in the future."""
    try:
        time: datetime = values.time(value)
    except RowError as error:
        raise RowError(f"{name}{str(error).removeprefix('time')}") from None  # `: ` would end the kind of reason
    if time > values.now:
        raise RowError(f"{name} is not in the past: {value!s:.40}")
    return time.isoformat()


def write_consents(
    action: str, identifiers: dict[str, str], times: dict[str, str], push: dict[str, Any]
) -> dict[str, Any]:
    """The attributes of a profile in the body of a request.

    `identifiers`: by field. `times`: of each consent, by channel; empty if none is sent. `push`: from `push_details`.
    """
    profile: dict[str, Any] = {name: value for name, value in identifiers.items() if name != "push_token"}
    subscriptions: dict[str, Any] = {}
    for name, consented_at in times.items():
        consent = {"consent": "SUBSCRIBED" if action == "subscribe" else "UNSUBSCRIBED"}
        if consented_at:
            consent["consented_at"] = consented_at
        subscriptions.setdefault(CHANNELS[name].name, {})[CHANNELS[name].kind] = consent
    if "push" in times:
        subscriptions["push"]["tokens"] = push["tokens"]
    if not profile:
        name, value = push["owner"]
        (subscriptions["push"] if name == "anonymous_id" else profile)[name] = value
    return profile | {"subscriptions": subscriptions}


# ---- workbench/bulk/subscriptions/settlement.py ----------------------------------------------------------------------
# Which columns decide who is sent; what is not clear is asked


@dataclass(frozen=True)
class Subject:
    """A column that has to do with consent. `kind`: as in Meaning. `channels`: those of CHANNELS that it names.

    `is_known`: whether the header says so clearly who has consented to what that no option has to name the channel.
    `is_named`: whether mapping names it.
    """

    column: str
    kind: str
    channels: tuple[str, ...]
    is_known: bool = False
    is_named: bool = False

    def opens(self, name: str) -> bool:
        """Whether rows are sent on this channel because of the column, though no option names it."""
        return (self.is_known or self.is_named) and name in self.channels

    def concerns(self, names: list[str]) -> bool:
        """Whether it is about one of these channels; a column that names none is about all."""
        return not self.channels or any(name in self.channels for name in names)


def settle(
    store: Store, columns: Columns, action: str, asked: list[str], mapping: dict[str, str], answers: Answers
) -> Consents:
    """The columns that decide on each channel. BulkFailed asks what is not clear.

    `asked`: the channels that the option names. `mapping`: "" beside a column dismisses it, "" beside a field such as
    email_consent those that name the channel themselves.
    """
    subjects = list(find_subjects(store, columns, mapping))
    opened = [name for name in CHANNELS if any(subject.opens(name) for subject in subjects)]
    names = asked or opened
    if not names:
        raise_doubts([ask_channel(store, subject) for subject in subjects if subject.kind != "time"])
        raise BulkFailed(
            "no channel is named: set channels to email, sms, ..., or in mapping the column that says who has"
            " consented, such as email_consent; no column looks like one"
        )
    by_channel, open_subjects = assign(subjects, names)
    free = next((name for name in [*names, *CHANNELS] if not by_channel.get(name, Deciders()).consent), names[0])
    doubts = [doubt for subject in open_subjects if (doubt := ask_purpose(store, subject, free, columns, action))]
    consents = Consents(action, answers, by_channel)
    for column in dict.fromkeys(column for deciders in by_channel.values() for column in deciders.columns):
        if has_codes(value for value, _ in count_values(store, column)):
            consents.codes.add(column)
        is_withdrawal = any(column in deciders.withdrawals for deciders in by_channel.values())
        if unknown := find_unknown(store, consents, column, is_withdrawal):
            doubts.append(ask_values(store, column, unknown, is_withdrawal))
    if "email" in names or "push" in names:
        doubts += doubt_address(store, columns, mapping)
    raise_doubts(doubts)
    return consents


def find_subjects(store: Store, columns: Columns, mapping: dict[str, str]) -> Iterator[Subject]:
    """Yields the columns that have to do with consent, by their names, by mapping, or by values that tell it."""
    others = {candidates[0] for name, candidates in columns.by_field.items() if not name.endswith("_consent")}
    telling = find_telling(store)
    for column in store.columns:
        if mapping.get(column) == "" or column in others:
            continue
        meaning = read_meaning(column, list(store.columns))
        named = tuple(name for name in CHANNELS if mapping.get(f"{name}_consent") == column)
        if named and meaning.kind == "withdrawal":
            raise BulkFailed(
                f"mapping: {named[0]}_consent cannot be {column}, whose yes means no; it counts as it is, unmapped"
            )
        if named:
            yield Subject(column, "consent", named, is_named=True)
            continue
        known = tuple(name for name in CHANNELS if columns.by_field.get(f"{name}_consent", [""])[0] == column)
        channels = known or channels_of(column, meaning.channels)
        kind = meaning.kind
        if kind == "channel":
            kind = (
                "consent"
                if any(is_answer(value) or is_status(value) for value, _ in count_values(store, column))
                else ""
            )
        elif kind == "state":
            kind = "status" if any(is_status(value) for value, _ in count_values(store, column)) else ""
        elif kind == "status" and not frequent_values(store, column):
            kind = ""
        if not kind and column in telling:
            kind, channels = "status", ()
        if known:
            kind = "consent" if kind in ("", "status", "time", "unspecific", "unclear") else kind
        dismissed = [name for name in channels if mapping.get(f"{name}_consent") == ""]
        if kind == "consent" and dismissed:
            channels = tuple(name for name in channels if name not in dismissed)
            kind = kind if channels else ""
        if kind:
            yield Subject(column, kind, channels, bool(known))


def channels_of(column: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """The channels of CHANNELS that a column names."""
    transactional = is_transactional(column)
    return tuple(
        name
        for name, channel in CHANNELS.items()
        if channel.name in named and (not transactional or channel.kind == "transactional")
    )


def find_telling(store: Store) -> set[str]:
    """The columns with a value that tells of consent whatever the header is, such as unsubscribed."""
    words = [word for word in STATUS_SAYS if word not in AMBIGUOUS]
    query = f"""SELECT DISTINCT key FROM rows, json_each(cells) WHERE fault IS NULL AND type = 'text'
        AND lower(replace(replace(replace(value, ' ', ''), '-', ''), '_', '')) IN ({", ".join("?" * len(words))})"""
    return {column for [column] in store.db.execute(query, words)}


def assign(subjects: list[Subject], names: list[str]) -> tuple[dict[str, Deciders], list[Subject]]:
    """The columns that decide on each channel, and those whose purpose is open.

    A channel has one column of consents. One that names no channel is that of the only channel if there is no other.
    """
    consents = [subject for subject in subjects if subject.kind == "consent"]
    general = [subject for subject in consents if not subject.channels]
    open_kinds = ("unspecific", "unclear", "time")
    open_subjects = [subject for subject in subjects if subject.kind in open_kinds and subject.concerns(names)]
    by_channel: dict[str, Deciders] = {}
    for name in names:
        own = [subject for subject in consents if name in subject.channels]
        own.sort(key=lambda subject: not subject.is_named)
        if len(own) > 1:
            open_subjects += [subject for subject in own if not subject.is_named]
        by_channel[name] = Deciders(
            own[0].column if own else "",
            [subject.column for subject in subjects if subject.kind == "status" and subject.concerns([name])],
            [subject.column for subject in subjects if subject.kind == "withdrawal" and subject.concerns([name])],
        )
    if len(consents) == len(general) == len(names) == 1:
        by_channel[names[0]].consent = general[0].column
    else:
        open_subjects += general
    return by_channel, list(dict.fromkeys(open_subjects))


def find_unknown(store: Store, consents: Consents, column: str, is_withdrawal: bool) -> list[tuple[Any, int]]:
    """The most frequent values of a column that say nothing that is known."""
    unknown: list[tuple[Any, int]] = []
    for value, count in count_values(store, column):
        if consents.read(column, {column: value}, is_withdrawal) is None:
            unknown.append((value, count))
        if len(unknown) == MAX_VALUES:
            break
    return unknown


def ask_values(store: Store, column: str, unknown: list[tuple[Any, int]], is_withdrawal: bool) -> Doubt:
    """What do these values mean?"""
    subject = "who has withdrawn" if is_withdrawal else "who has consented"
    names = join_names([str(value)[:60] for value, _ in unknown])
    meaning = {str(value)[:60]: "yes" if is_withdrawal else "no" for value, _ in unknown}
    options = [{"consent_values": meaning}, {"mapping": {column: ""}}]
    reason = f"says {subject}, but {names} may mean yes or no"
    return ask(column, reason, frequent_values(store, column), options)


def ask_channel(store: Store, subject: Subject) -> Doubt:
    """To which channel is it a consent?"""
    options: list[dict[str, Any]] = [{"channels": ["email"]}]
    if subject.kind != "withdrawal":
        options.insert(0, {"mapping": {"email_consent": subject.column}})
    reason = "may say who has consented, but no channel is named"
    return ask(subject.column, reason, frequent_values(store, subject.column), options)


def ask_purpose(store: Store, subject: Subject, free: str, columns: Columns, action: str) -> Doubt | None:
    """What is the column for? None if it has no values, or is a time that does not matter.

    `free`: a channel that has no column of consents yet.
    """
    values = frequent_values(store, subject.column)
    if not values:
        return None
    dismissal = {"mapping": {subject.column: ""}}
    if subject.kind == "time":
        is_known = "consented_at" in columns.by_field and simplify(subject.column) in TIMES.split()
        if action != "subscribe" or is_known:
            return None
        reason, options = "may be the time of the consent", [{"mapping": {"consented_at": subject.column}}, dismissal]
    elif subject.kind == "unclear":
        reason, options = "may say who has withdrawn", [dismissal]
    elif subject.kind == "unspecific":
        reason = "may say who has consented, but not to what"
        options = [{"mapping": {f"{free}_consent": subject.column}}, dismissal]
    else:
        channel = subject.channels[0] if subject.channels else free
        reason = "is one of several columns that may say who has consented"
        options = [{"mapping": {f"{channel}_consent": subject.column}}, dismissal]
    return ask(subject.column, reason, values, options)


def frequent_values(store: Store, column: str) -> list[tuple[Any, int]]:
    """The most frequent values of a column that are not blank."""
    values: list[tuple[Any, int]] = []
    for value, count in count_values(store, column):
        if not is_blank(normalize(value)):
            values.append((value, count))
        if len(values) == MAX_VALUES:
            break
    return values


# ---- workbench/bulk/subscriptions/consents.py ------------------------------------------------------------------------
# What a row says of each channel


@dataclass
class Deciders:
    """The columns that decide on a channel: one of consents, those of a person's status, those of withdrawals."""

    consent: str = ""
    statuses: list[str] = field(default_factory=list)
    withdrawals: list[str] = field(default_factory=list)

    @property
    def columns(self) -> list[str]:
        return [*([self.consent] if self.consent else []), *self.statuses, *self.withdrawals]


@dataclass
class Consents:
    """What rows say of each channel. `codes`: columns in which 1 is one of several numbers."""

    action: str
    answers: Answers
    by_channel: dict[str, Deciders]
    codes: set[str] = field(default_factory=set)

    def read(self, column: str, cells: Cells, is_withdrawal: bool) -> str | None:
        """What a cell says, as Answers has it; of a withdrawal, "no" if somebody has withdrawn, else empty."""
        value, is_code = cells.get(column), column in self.codes
        if not is_withdrawal:
            return self.answers.read(value, is_code)
        says = self.answers.read_withdrawal(value, is_code, is_reason(column))
        return None if says is None else "no" if says == "yes" else ""

    def decide(self, channel: str, cells: Cells) -> tuple[str, str]:
        """What a row says of a channel: yes, no, neither or nothing; and where it says so, for the log.

        RowError if its columns contradict each other, or one says what nobody knows.
        """
        deciders = self.by_channel[channel]
        says = {column: self.read(column, cells, column in deciders.withdrawals) for column in deciders.columns}
        for column, answer in says.items():
            if answer is None:
                raise RowError(f"{column} says neither yes nor no: {cells.get(column)!s:.40}")
        consent = says.pop(deciders.consent) if deciders.consent else None
        refusals = [column for column, answer in says.items() if answer == "no"]
        if consent == "yes" and refusals:
            raise RowError(f"{deciders.consent} and {refusals[0]} contradict each other: empty what does not hold")
        if consent == "no":
            return "no", f"{deciders.consent} is no"
        if refusals:
            is_withdrawal = refusals[0] in deciders.withdrawals
            return "no", f"{refusals[0]} is {'a withdrawal' if is_withdrawal else 'no'}"
        if consent in ("", "neither"):
            return consent, f"{deciders.consent} is {'neither yes nor no' if consent else 'empty'}"
        for column in deciders.statuses:
            if says[column] == "neither":
                return "neither", f"{column} is neither yes nor no"
            if not says[column] and consent is None:
                return "", f"{column} is empty"
        if deciders.consent or deciders.statuses:
            return "yes", f"{deciders.consent or deciders.statuses[0]} is yes"
        if deciders.withdrawals:  # whoever is in the file, and has not withdrawn
            return "yes", f"{' and '.join(deciders.withdrawals)} has no withdrawal"
        return ACTIONS[self.action].says, ""

    def describe(self) -> list[str]:
        """Lines for the log."""
        lines = []
        for name, deciders in self.by_channel.items():
            verb = "decides" if len(deciders.columns) == 1 else "decide"
            if deciders.columns:
                lines.append(f"{' and '.join(deciders.columns)} {verb} who is {PARTICIPLES[self.action]} on {name}")
            else:
                lines.append(f"{self.action} all rows on {name}: no column says who has consented")
        return lines


# ---- workbench/bulk/subscriptions/delivery.py ------------------------------------------------------------------------
# Sending consents


NO_ANSWER = {None, *range(500, 600)}  # statuses that leave open whether a request was accepted


def path_of(action: str) -> str:
    """Where requests of an action go."""
    return f"/api/{ACTIONS[action].type}s"


def write_body(action: str, list_id: str, custom_source: str, is_historical: bool, records: list[Record]) -> bytes:
    """The body of a request."""
    head = f'{{"data":{{"type":"{ACTIONS[action].type}","attributes":{{'
    if custom_source:
        head += f'"custom_source":{compact(custom_source)},'
    if is_historical:
        head += '"historical_import":true,'
    lists = compact({"list": {"data": {"type": "list", "id": list_id}}})
    tail = f',"relationships":{lists}' if list_id not in ("", ALL) else ""
    profiles = ",".join(record.body for record in records)
    return encode(f'{head}"profiles":{{"data":[{profiles}]}}}}{tail}}}}}')


def send_batch(records: Records, client: Client, batch: Batch, action: str) -> Outcome:
    """Send a batch. That of a suppression comes back with the job, whose end is waited for then."""
    response, _ = client.request("POST", path_of(action), records.payload(batch.records))
    if response is None:
        return Outcome()
    if response.status_code != 202:
        return interpret_refusal(records, client, batch, response)
    return begin_job(client, batch, response) if action in SUPPRESSIONS else Outcome(batch.records)


def find_strangers(client: Client, records: list[Record], list_id: str) -> dict[Record, str] | None:
    """Return who is not on a list, and why it is not sent; None if all has to stop.

    Klaviyo would unsubscribe them from everything.
    """
    others = find_others(client, list_id, records)
    reason = f'not on the list {list_id}: Klaviyo would unsubscribe from everything, as list_id "{ALL}" does'
    return None if others is None else dict.fromkeys((record for record in records if record in others), reason)


def unsubscribe_members(records: Records, client: Client, batch: Batch, action: str) -> Outcome:
    """Unsubscribe a batch of members of a list.

    Klaviyo would unsubscribe those whom an earlier request has removed from the list from everything: none is sent
    twice.
    """
    response, _ = client.request("POST", path_of(action), records.payload(batch.records), final=NO_ANSWER)
    status = response.status_code if response is not None else None
    if status in NO_ANSWER:
        if client.stopped:
            return Outcome()
        reason = "Klaviyo gave no answer, and may have unsubscribed it: look, and import it again if it has not"
        return Outcome(rejected=[(record, reason) for record in batch.records])
    if response is not None and status != 202:
        return interpret_refusal(records, client, Batch(batch.records), response)
    return Outcome(batch.records)


def follow_job(client: Client, batch: Batch, action: str, jobs: dict[str, dict[str, Any]]) -> Outcome:
    """Wait for the end of the job that works on a batch; `jobs` gets what it has done."""
    job = wait_for_job(client, path_of(action), batch.job)
    if job is None:
        return Outcome()
    if not job:
        return repeat_job(client, batch)
    jobs[batch.job] = job
    return Outcome(batch.records, ended=batch.job)


# ---- workbench/bulk/subscriptions/withdrawals.py ---------------------------------------------------------------------
# Who has said no in Klaviyo


MAX_PEOPLE = 100  # of one request
CONSENTS = ("SUBSCRIBED", "NEVER_SUBSCRIBED", "", None)  # anything else that Klaviyo may say is a withdrawal
FIELDS = "additional-fields[profile]=subscriptions&fields[profile]=email,phone_number,subscriptions"


class Withdrawal(NamedTuple):
    """`time`: None if Klaviyo does not say when; `reason`: as Klaviyo has it, such as SPAM_COMPLAINT."""

    time: datetime | None
    reason: str


def find_withdrawn(client: Client, records: list[Record], list_id: str) -> dict[Record, str] | None:
    """Who has unsubscribed or was suppressed after the consent in the row, and why it cannot be sent.

    None if all has to stop, as Klaviyo does not answer or the key may not read profiles.
    """
    people = {record: json.loads(record.body)["attributes"] for record in records}
    profiles: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for name in ("email", "phone_number"):
        values = list(
            dict.fromkeys(fold_identifier(name, person[name]) for person in people.values() if name in person)
        )
        for start in range(0, len(values), MAX_PEOPLE):
            page = read_profiles(client, name, values[start : start + MAX_PEOPLE])
            if page is None:
                return None
            for attributes in page:
                profiles.setdefault((name, fold_identifier(name, str(attributes.get(name)))), []).append(
                    attributes["subscriptions"] or {}
                )
    reasons = {record: reason_of(person, profiles, list_id) for record, person in people.items()}
    return {record: reason for record, reason in reasons.items() if reason}


def read_profiles(client: Client, name: str, values: list[str]) -> list[dict[str, Any]] | None:
    """The attributes of the profiles with these identifiers, with their subscriptions; None if all has to stop."""
    profiles: list[dict[str, Any]] = []
    query = f"{filter_of(name, values)}&{FIELDS}&page[size]=100"
    while query:
        response, _ = client.request("GET", f"/api/profiles?{query}", endpoint="profiles", final=(403,))
        if response is None:
            return None
        if response.status_code == 403:
            client.stop(
                "the key may not read profiles (scope profiles:read), so nobody can tell who has unsubscribed in"
                f" Klaviyo; check_withdrawals: false does without. Klaviyo answers 403: {client.quote(response)}"
            )
            return None
        page = [inside(profile, "attributes") for profile in objects_of(response, "data")]
        if not is_page(response) or not all(isinstance(each, dict) and "subscriptions" in each for each in page):
            client.stop(f"the subscriptions of people in Klaviyo cannot be read: {client.quote(response)}")
            return None
        profiles += page
        query = urlsplit(str(inside(json_of(response), "links", "next") or "")).query
    return profiles


def reason_of(person: dict[str, Any], profiles: dict[tuple[str, str], list[dict[str, Any]]], list_id: str) -> str:
    """Why a person is not subscribed; empty if nothing is known against it."""
    for channel in CHANNELS.values():
        consent = inside(person["subscriptions"], channel.name, channel.kind)
        if consent is None:
            continue
        consented_at = parse_timestamp(consent.get("consented_at"))
        for key in identifiers_of(person, channel):
            for subscriptions in profiles.get(key, []):
                held = inside(subscriptions, channel.answer, channel.kind) or {}
                for withdrawal in withdrawals_of(held, list_id):
                    if not (consented_at and withdrawal.time and withdrawal.time < consented_at):
                        time = withdrawal.time.isoformat() if withdrawal.time else "an unknown time"
                        return f"unsubscribed since: {time}, {channel.name}, {withdrawal.reason}"
    return ""


def identifiers_of(person: dict[str, Any], channel: Channel) -> Iterator[tuple[str, str]]:
    """What profiles are looked up by for a channel; for push, which has a token, whatever the row has."""
    names = ("email", "phone_number") if channel.identifier == "push_token" else (channel.identifier,)
    return ((name, fold_identifier(name, person[name])) for name in names if name in person)


def withdrawals_of(held: dict[str, Any], list_id: str) -> Iterator[Withdrawal]:
    """The withdrawals in what Klaviyo knows of a channel, the latest first; of lists, that of this one, or of any."""
    entries = [entry for name in ("suppression", "list_suppressions") for entry in held.get(name) or []]
    withdrawals = [
        Withdrawal(parse_timestamp(entry.get("timestamp")), str(entry.get("reason")))
        for entry in entries
        if not list_id or entry.get("list_id") in (None, list_id)
    ]
    if held.get("consent") not in CONSENTS:
        times = [parse_timestamp(held.get(name)) for name in ("consent_timestamp", "last_updated")]
        withdrawals.append(Withdrawal(max((time for time in times if time), default=None), str(held["consent"])))
    latest = datetime.max.replace(tzinfo=UTC)
    return iter(sorted(withdrawals, key=lambda withdrawal: withdrawal.time or latest, reverse=True))


def parse_timestamp(text: Any) -> datetime | None:
    """None if it is no time."""
    try:
        time = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


# ---- workbench/bulk/subscriptions/lists.py ---------------------------------------------------------------------------
# The list that people are subscribed to or unsubscribed from


def read_list(client: Client, list_id: str) -> dict[str, Any]:
    """The id, name and opt-in process of a list. BulkFailed if there is no such list, or it cannot be read."""
    path = f"/api/lists/{list_id}?fields[list]=name,opt_in_process"
    response, _ = client.request("GET", path, endpoint="list", final=(404,))
    attributes = inside(json_of(response), "data", "attributes") if response is not None else None
    if response is None or response.status_code != 200 or not isinstance(attributes, dict):
        missing = response is not None and response.status_code == 404
        reason = f"there is no list {list_id}" if missing else client.stopped or client.quote(response)
        raise BulkFailed(f"{reason}. Nothing was sent", temporary=client.temporary)
    return {"id": list_id, "name": attributes.get("name"), "opt_in_process": attributes.get("opt_in_process")}


def describe_list(action: str, list_id: str, klaviyo_list: dict[str, Any] | None, is_historical: bool) -> str:
    """What becomes of people, for the log."""
    if klaviyo_list is None:
        if list_id == ALL:
            return "list_id is all: people are unsubscribed from all lists, and from the rest, on these channels"
        ask = "nobody is asked to confirm" if is_historical else "it may ask people to confirm"
        return f"there is no list_id: the account's opt-in process applies; {ask}"
    process = klaviyo_list["opt_in_process"]
    line = f"the list {list_id} is {klaviyo_list['name']}"
    if action == "unsubscribe":
        return f"{line}; rows that are not on it are rejected"
    if process != "double_opt_in":
        return f"{line}, {process}: people are subscribed at once"
    if is_historical:
        return f"{line}, double opt-in: as the rows have times of consent, nobody is asked to confirm"
    return (
        f"{line}, double opt-in: Klaviyo asks each person to confirm, and subscribes only who does; people who have"
        " consented earlier need the time, in consented_at or in a column"
    )


def find_others(client: Client, list_id: str, records: list[Record]) -> set[Record] | None:
    """Those of whom an identifier is of nobody on the list; None if all has to stop."""
    others: set[Record] = set()
    for name in ("email", "phone_number"):
        asked = {record: value for record in records if (value := json.loads(record.body)["attributes"].get(name))}
        if not asked:
            continue
        query = f"{filter_of(name, list(asked.values()))}&fields[profile]={name}&page[size]=100"
        response, _ = client.request("GET", f"/api/lists/{list_id}/profiles?{query}", endpoint="members")
        if response is None:
            return None
        if not is_page(response):
            client.stop(f"the members of the list {list_id} cannot be read: {client.quote(response)}")
            return None
        members = {
            fold_identifier(name, str(inside(member, "attributes", name))) for member in objects_of(response, "data")
        }
        others |= {record for record, value in asked.items() if fold_identifier(name, value) not in members}
    return others


def filter_of(name: str, values: list[str]) -> str:
    """The query for the profiles with one of these identifiers, also in lower case, in which Klaviyo keeps emails."""
    spellings = dict.fromkeys([*values, *map(str.lower, values)])
    return f"filter={quote(f'any({name},{compact([*spellings])})')}"


def is_page(response: requests.Response) -> bool:
    """Whether it is a page of objects."""
    return response.status_code == 200 and isinstance(inside(json_of(response), "data"), list)


# ---- workbench/bulk/subscriptions/channels.py ------------------------------------------------------------------------
# Channels of consents


class Channel(NamedTuple):
    """Where a consent is in Klaviyo's `subscriptions` (in its answers under `answer`), and the field that it needs.

    `headers`: of columns of consents to it, as in PROFILE_HEADERS; `times`: of columns of their times.
    """

    name: str
    kind: str
    answer: str
    identifier: str
    headers: str
    times: str


CHANNELS = {
    "email": Channel(
        "email",
        "marketing",
        "email",
        "email",
        "emailconsent emailmarketingconsent emailmarketing acceptsemailmarketing emailoptin emailsubscription"
        " emailsubscriptionstatus emailsubscribed newsletter newsletterconsent newsletteroptin newslettersubscribed"
        " newslettersubscription akzeptiertemailmarketing emaileinwilligung newslettereinwilligung newsletteranmeldung"
        " accepteemailmarketing acceptelemarketingparemail consentementemail inscriptionnewsletter"
        " aceptaemailmarketing consentimientoemail aceptamarketingporcorreoelectronico suscripcionboletin"
        " consensoemail consensoemailmarketing accettaemailmarketing iscrizionenewsletter"
        " toestemmingemail emailtoestemming accepteertemailmarketing nieuwsbriefinschrijving"
        " consentimentoemail aceitaemailmarketing inscricaonewsletter zgodaemail zgodanaemailmarketing"
        " samtyckeepost samtyckeemail accepterarepostmarknadsforing samtykkeemail samtykketilemail"
        " acceptereremailmarketing",
        "emailconsentedat emailconsenttimestamp emailmarketingconsenttimestamp",
    ),
    "sms": Channel(
        "sms",
        "marketing",
        "sms",
        "phone_number",
        "smsconsent smsmarketingconsent smsmarketing acceptssmsmarketing smsoptin smssubscription smssubscriptionstatus"
        " smssubscribed akzeptiertsmsmarketing smseinwilligung acceptesmsmarketing acceptelemarketingparsms"
        " consentementsms aceptasmsmarketing aceptamarketingporsms consentimientosms consensosms accettasmsmarketing"
        " toestemmingsms smstoestemming accepteertsmsmarketing consentimentosms aceitasmsmarketing zgodasms"
        " zgodanasms samtyckesms accepterarsmsmarknadsforing samtykkesms samtykketilsms accepterersmsmarketing",
        "smsconsentedat smsconsenttimestamp smsmarketingconsenttimestamp",
    ),
    "sms_transactional": Channel(
        "sms", "transactional", "sms", "phone_number", "smstransactionalconsent", "smstransactionalconsenttimestamp"
    ),
    "whatsapp": Channel(
        "whatsapp",
        "marketing",
        "whatsapp",
        "phone_number",
        "whatsappconsent whatsappmarketingconsent whatsappmarketing acceptswhatsappmarketing whatsappoptin"
        " whatsappeinwilligung consentementwhatsapp consentimientowhatsapp consensowhatsapp toestemmingwhatsapp"
        " consentimentowhatsapp zgodawhatsapp samtyckewhatsapp samtykkewhatsapp",
        "whatsappconsentedat whatsappconsenttimestamp whatsappmarketingconsenttimestamp",
    ),
    "whatsapp_transactional": Channel(
        "whatsapp",
        "transactional",
        "whatsapp",
        "phone_number",
        "whatsapptransactionalconsent",
        "whatsapptransactionalconsenttimestamp",
    ),
    "push": Channel(
        "push",
        "marketing",
        "mobile_push",
        "push_token",
        "pushconsent pushmarketingconsent pushoptin mobilepushmarketingconsent",
        "pushconsentedat pushconsenttimestamp pushmarketingconsenttimestamp",
    ),
}
TIMES = (
    "consentedat consenttimestamp consenttime consentdate confirmtime optintime optindate optedinat subscribedat"
    " subscribedon datesubscribed subscriptiondate signedupat signuptime signupdate einwilligungam einwilligungsdatum"
    " anmeldedatum datedeconsentement datedinscription fechadeconsentimiento fechadesuscripcion dataconsenso"
    " datadelconsenso dataiscrizione datadiiscrizione toestemmingop datumtoestemming inschrijfdatum"
    " timestampopt timestampsignup datadoconsentimento datadeinscricao datazgody datazapisu"
    " samtyckesdatum samtykkedato tilmeldingsdato"
)
PUSH_HEADERS = {"push_token": "pushtoken devicetoken", "push_platform": "pushplatform", "push_vendor": "pushvendor"}


def check_channels(channels: Any) -> list[str]:
    """The channels in their order; a form or a flow may send them as text. BulkFailed if one does not exist."""
    names = re.split("[, ]+", channels.strip()) if isinstance(channels, str) else channels or []
    if not isinstance(names, list) or not all(name in ("", *CHANNELS) for name in names):
        raise BulkFailed(f"channels must be of {', '.join(CHANNELS)}, not {channels!s:.100}")
    return [name for name in CHANNELS if name in names]


def headers_of(action: str) -> dict[str, str]:
    """The headers by which a column is known, of each field of an action."""
    headers = {"email": PROFILE_HEADERS["email"]}
    if action not in SUPPRESSIONS:
        headers |= {name: PROFILE_HEADERS[name] for name in ("phone_number", "anonymous_id")} | PUSH_HEADERS
    for name, channel in CHANNELS.items():
        if action in SUPPRESSIONS and name != "email":
            continue
        dotted = f"subscriptions{channel.answer.replace('_', '')}{channel.kind}consent"  # as in exports
        headers[f"{name}_consent"] = f"{channel.headers} {dotted}"
        if action == "subscribe":
            headers[f"{name}_consented_at"] = f"{channel.times} {dotted}timestamp"
    if action == "subscribe":
        headers["consented_at"] = TIMES
    return headers


# ---- workbench/bulk/subscriptions/actions.py -------------------------------------------------------------------------
# Actions


ALL = "all"  # the list_id that unsubscribes from everything


class Action(NamedTuple):
    """`type` of Klaviyo's job. `says`: what columns of consents say in the rows that it is for."""

    type: str
    max_profiles: int
    says: str


ACTIONS = {
    "subscribe": Action("profile-subscription-bulk-create-job", 1000, "yes"),
    "unsubscribe": Action("profile-subscription-bulk-delete-job", 100, "no"),
    "suppress": Action("profile-suppression-bulk-create-job", 100, "no"),
    "unsuppress": Action("profile-suppression-bulk-delete-job", 100, "yes"),
}
SUPPRESSIONS = ("suppress", "unsuppress")
PARTICIPLES = {
    "subscribe": "subscribed",
    "unsubscribe": "unsubscribed",
    "suppress": "suppressed",
    "unsuppress": "unsuppressed",
}


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


# ---- workbench/bulk/subscriptions/addresses.py -----------------------------------------------------------------------
# Columns of several email addresses


DIFFERENT = """
SELECT one || ' beside ' || other, count(*) FROM (SELECT (SELECT value FROM json_each(cells) WHERE key = ?) AS one,
    (SELECT value FROM json_each(cells) WHERE key = ?) AS other FROM rows WHERE fault IS NULL)
WHERE one LIKE '%_@_%' AND other LIKE '%_@_%' AND lower(trim(one)) != lower(trim(other))
GROUP BY one, other ORDER BY count(*) DESC
"""


def doubt_address(store: Store, columns: Columns, mapping: dict[str, str]) -> list[Doubt]:
    """Ask for which address the consents are, if two columns have one and differ in a row."""
    if "email" in mapping or "email" not in columns.by_field:
        return []
    first = columns.by_field["email"][0]
    doubts = []
    for column in store.columns:
        if column == first or mapping.get(column) == "" or not names_email(column):
            continue
        cursor = store.db.execute(DIFFERENT, [first, column])
        if different := cursor.fetchmany(MAX_VALUES):
            options = [{"mapping": {"email": name}} for name in (first, column)]
            doubts.append(ask(column, f"has other email addresses than {first}", different, options))
    return doubts


# ---- workbench/bulk/subscriptions/questions.py -----------------------------------------------------------------------
# Questions about columns of consents


MAX_VALUES = 5  # of a column, in a question


class Doubt(NamedTuple):
    """A question, and why it is asked: `reason` continues a sentence that begins with the column."""

    reason: str
    question: Question


def count_values(store: Store, column: str) -> Iterator[tuple[Any, int]]:
    """Each value of a column with the number of its rows, the most frequent first."""
    query = """SELECT value, type, count(*) FROM rows, json_each(cells) WHERE key = ? AND fault IS NULL
        GROUP BY value, type ORDER BY count(*) DESC, min(number)"""
    for value, type_, count in store.db.execute(query, [column]):
        yield (value == 1 if type_ in ("true", "false") else value), count


def raise_doubts(doubts: list[Doubt]) -> None:
    """BulkFailed with all questions, if there are any."""
    if not doubts:
        return
    lines = [f"{doubt.question['column']} {doubt.reason}; set {describe_options(doubt.question)}" for doubt in doubts]
    questions = [doubt.question for doubt in doubts]
    raise BulkFailed(
        f"Nothing was sent, as the columns leave open who has consented. {'. '.join(lines)}", questions=questions
    )


def describe_options(question: Question) -> str:
    return " or ".join(f"{name} {compact(value)}" for option in question["options"] for name, value in option.items())


def ask(column: str, reason: str, values: list[tuple[Any, int]], options: list[dict[str, Any]]) -> Doubt:
    """The question about a column. `values`: the most frequent ones, with the number of rows."""
    frequent = [(str(value)[:60], count) for value, count in values[:MAX_VALUES]]
    listed = ", ".join(f"{value} ({count:,} {'row' if count == 1 else 'rows'})" for value, count in frequent)
    question = Question(column=column, values=[value for value, _ in frequent], options=options)
    return Doubt(f"{reason}: {listed}" if listed else reason, question)


# ---- workbench/bulk/subscriptions/headers.py -------------------------------------------------------------------------
# What the names of columns say about consent


class Meaning(NamedTuple):
    """What a column is about, by its name.

    `kind`: "consent", where yes is a consent; "status" of a person, such as Status: active; "withdrawal", where yes is
    a withdrawal; "time" of a consent; "channel", such as SMS, and "state", as beside a city, which are a consent and a
    status only if their values are; "unspecific", a consent to what is not clear, as a subscription may be paid for;
    "unclear", which may be a withdrawal of something else; or empty for what has nothing to do with it. `channels`:
    those that it names, of CHANNEL_WORDS.
    """

    kind: str
    channels: tuple[str, ...] = ()


# Letters that have no accent that could be removed.
LETTERS = str.maketrans({"ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ı": "i", "ð": "d", "þ": "th"})
# What is one word in some headers and several in others.
JOINED = {
    r"\be mails?\b|\bemails\b": "email",
    r"\be post\b": "epost",
    r"\bwhats app\b": "whatsapp",
    r"\bnews letters?\b": "newsletter",
    r"\bmailing lists?\b": "mailinglist",
    r"\bopt(s|ed|ing)? in\b": "optin",
    r"\bopt(s|ed|ing)? out\b": "optout",
    r"\bun subscri": "unsubscri",
    r"\bsign(s|ed)? up\b": "signup",
    r"\b(direct|postal) mail(ing)?\b": "post",
    r"\btext messag(e|es|ing)\b|\btexting\b|\btext(?= (marketing|consent|optin|optout|subscri))": "sms",
}
# Parts of words in any place of a name, and whole words, by what they mean. English, German, French, Spanish, Italian,
# Dutch, Portuguese, Polish, Swedish, Danish and Norwegian; some of Czech, Finnish, Russian and Japanese. The list
# cannot be complete: a column that it misses is found by its values if they speak for themselves (see `answers`).
CONSENT = """
    consent consens subscri optin optedin optingin accept agree permission permit newsletter marketing mailinglist
    emailing gdpr rgpd dsgvo lgpd lopd ccpa signup signedup promotional contactable
    emailable mailable advertis
    einwillig zustimm zugestimm erlaubnis akzept einverstand werbung werbe rundbrief abonn angemeldet anmeld datenschutz
    autoris souscri inscri infolettre publicit acept suscri permiso autoriz boletin novedades
    accett iscri permess promozion adesione toestemming akkoord ingeschreven inschrijv aangemeld aanmeld nieuwsbrief
    goedkeuring instemming reclame aceit assinant assinatura permiss boletim
    zgod subskry zapisan zezwol akceptac pozwol samtyck prenumer godkan tillat nyhetsbrev samtykke tilmeld
    tillad nyhedsbrev godkend pameld markedsf souhlas odber suostumu uutiskirje markkinoin
    согласи подпис рассыл 同意 購読 メルマガ 許可 配信
"""
CONSENT_WORDS = "privacy doi rodo abo accord news newsmail offers updates promo promotions preferences reklam reklame"
WITHDRAWAL = """
    unsub optout optedout optingout bounc complain cleantime cleandate spam suppress blocklist blacklist denylist
    blocked donot withdr revoke revoca emaildisabled disabled deleted undeliverable
    abmeld abgemeld abbestell ausgetragen widerruf widerspr gesperrt sperrliste werbesperre gelosch geloesch deaktiviert
    unzustellbar desabonn desinscri resili supprim listenoire plainte desuscri dadodebaja bloquead eliminad rebot
    listanegra suprimid disiscri disdett bloccat eliminat rimbalz listanera soppress disattivat afgemeld afmeld
    uitgeschreven uitschrijv opgezegd geblokkeerd verwijderd ingetrokken descadastr bloquead excluid removid devolvid
    wypis rezygnac zrezygn odsubskryb zablokow usunie cofnie sprzeciw wycofa
    avregistr avprenumer avanmal sparrad borttag raderad studs frameld afregistr blokeret slettet tilbagekald avmeld
    odhlas отпис отказ 配信停止 退会 解除
"""
WITHDRAWAL_WORDS = "clean cleaned cleaning junk dnc dnm dne stop baja robinson stoplist optouts donotemail donotcall"
# What may also be about an order or an account: asked about.
WEAK_WITHDRAWAL = """
    cancel archiv reject declin refus invalid inacti deactivat expired removed exclude banned quarantin objection
    objected storniert gekundigt abgelehnt opposi oppos refus resiliat rechaz queja revoc rifiut reclam annull geweigerd
    klacht rejeitad odrzuc klagom avsagt klage
"""
STATUS = "status statut estatus zustand toestand situacao"
STATUS_WORDS = """
    state stato estado active aktiv actif active activo activa attivo attiva actief ativo aktywny enabled tila
"""
NEGATIONS = """
    no not non never without none kein keine keinen keiner nicht nie ohne pas sans jamais sin nunca senza niet geen
    nooit nao sem bez ej inte ikke ingen inga aldrig
"""
# Who is not, does not get or does not want any of these has said no.
NEGATED = """
    email mail sms whatsapp push newsletter news contact kontakt werbung post message messages correo courriel posta
    mailing mailings communication communications reklame reklam
"""
CHANNEL_WORDS = {
    "email": "email mail newsletter newsmail correo courriel infolettre epost nieuwsbrief nyhetsbrev nyhedsbrev boletin"
    " boletim メルマガ",
    "sms": "sms mms",
    "whatsapp": "whatsapp",
    "push": "push",
}
OTHER_CHANNELS = "call calls calling phone telephone telefon telefono telefone post postal fax print letter brief voice"
# A subscription may be paid for.
PAID = "subscription subscriptions abonnement abonnements suscripcion abbonamento assinatura prenumeration abo"
# Of what else a status, a permission or a deletion can be.
SUBJECTS = """
    order orders payment payments financial fulfillment fulfilment shipping shipment delivery billing invoice refund
    return returns transaction cart checkout product item items lineitem price tax vat gift card discount coupon voucher
    inventory stock booking ticket deal loan credit kyc marital civil employment job visa residence relationship charge
    loyalty reward rewards
    bestellung bestell auftrag zahlung zahlungs rechnung rechnungs lieferung liefer versand familienstand
    commande paiement facture facturation livraison matrimonial matrimoniale pedido pago pagos factura envio entrega
    ordine ordini pagamento fattura spedizione consegna civile bestelling betaling factuur verzending levering
    burgerlijke fatura zamowienia zamowienie platnosci platnosc faktury wysylki cywilny betalning
    faktura leverans levering frakt
"""
SUBJECT_PARTS = """
    orderstat auftrag rechnung zahlung liefer versand bestell zamowien platnosc wysylk betaal betaling betalning
    leverans verzend
"""
ADDRESS = """
    city town zip zipcode postal postcode street address address1 address2 country province provincia region county
    billing shipping mailing home code us plz ort stadt strasse bundesland land ville adresse rue pays ciudad direccion
    calle pais citta indirizzo via paese cap cidade endereco rua cep stad straat plaats miasto ulica kraj gata adress
"""
# Of a consent, something else than yes or no.
DETAILS = """
    id ids ip url uri link agent browser hash token language lang locale rate score rating revenue amount price opened
    opens clicked clicks delivered sent replied code codes
"""
TIME_WORDS = """
    at date time timestamp datetime since when ts datum zeit zeitpunkt seit am heure depuis fecha hora desde data ora
    dal sinds tijd czas od dato tid siden updated
"""
TIME_PARTS = "date time timestamp datum zeitpunkt fecha"
REASONS = "reason campaign comment feedback grund kommentar motif raison motivo motivazione reden powod orsak arsag"


def fold(text: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    letters = "".join(character for character in decomposed if not unicodedata.combining(character))
    return letters.casefold().translate(LETTERS)


def parts_of(text: str) -> re.Pattern[str]:
    """Match any of these, wherever it is in a word."""
    return re.compile("|".join(fold(text).split()))


def words_of(text: str) -> re.Pattern[str]:
    """Match any of these as a word."""
    return re.compile(rf"\b({'|'.join(text.split())})\b")


WANTS = r"\b(can|may|allows?|allowed|wants?|receives?|gets?|ok) (to )?(email|sms|whatsapp|push|contact)\b"
IS_CONSENT = re.compile(f"{parts_of(CONSENT).pattern}|{words_of(CONSENT_WORDS).pattern}|{WANTS}")
IS_WITHDRAWAL = re.compile(f"{parts_of(WITHDRAWAL).pattern}|{words_of(WITHDRAWAL_WORDS).pattern}")
IS_WEAK_WITHDRAWAL = parts_of(WEAK_WITHDRAWAL)
IS_STATUS = re.compile(f"{parts_of(STATUS).pattern}|{words_of(STATUS_WORDS).pattern}")
IS_STATE = words_of("state stato estado")
IS_NEGATION = words_of(NEGATIONS)
IS_NEGATABLE = re.compile(f"{parts_of(NEGATED).pattern}|{IS_CONSENT.pattern}")
IS_REVERSED = re.compile(r"\b(un|re|non)(block|suppress|delet|bounc|clean|spam|activ|junk)")
IS_SUBJECT = re.compile(f"{words_of(SUBJECTS).pattern}|{parts_of(SUBJECT_PARTS).pattern}")
IS_ADDRESS = words_of(ADDRESS)
IS_DETAIL = re.compile(rf"{words_of(DETAILS).pattern}|\bsubscribers? (key|name|first|last|email|phone|number)\b")
IS_TIME = re.compile(rf"{words_of(TIME_WORDS).pattern}|({parts_of(TIME_PARTS).pattern})\b|\bon$")
IS_PAID = words_of(PAID)
IS_REASON = parts_of(REASONS)
IS_OTHER_CHANNEL = words_of(OTHER_CHANNELS)
IS_CHANNEL = dict(zip(CHANNEL_WORDS, map(parts_of, CHANNEL_WORDS.values()), strict=True))
CHANNEL_ALONE = words_of(" ".join([*CHANNEL_WORDS, "news", "messages"]))
# A permission or a deletion that an order can have as well.
IS_GENERAL = parts_of("accept agree akzept acept accett aceit akcept autori deleted disabled blocked")


def read_words(header: str) -> str:
    """Its words in lower case, without accents: `HasOptedOutOfE-Mail` is `has optout of email`."""
    parted = re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", header)
    text = " ".join(re.findall(r"[^\W_]+", fold(parted)))
    text = re.sub(
        r"\b(do not|dont|don t|doesnt|doesn t|ne pas|no contactar|nao contat\w*|nie kontakt\w*)\b", "donot", text
    )
    for pattern, word in JOINED.items():
        text = re.sub(pattern, word, text)
    return text


def read_meaning(header: str, others: list[str]) -> Meaning:
    """What a column is about. `others`: the names of all columns; beside a city, `State` is one of an address."""
    words = read_words(header)
    channels = tuple(name for name, pattern in IS_CHANNEL.items() if pattern.search(words))
    return Meaning(kind_of(words, channels, others), channels)


def kind_of(words: str, channels: tuple[str, ...], others: list[str]) -> str:
    """The kind of Meaning that a column with these words has."""
    is_of_order = bool(IS_SUBJECT.search(words)) and not channels
    is_consent = bool(IS_CONSENT.search(words))
    is_withdrawal = bool(IS_WITHDRAWAL.search(words))
    if is_withdrawal or is_refusal(words):
        if is_of_order and not re.search("unsub|optout|donot|spam|marketing", words):
            return ""  # Invoice deleted
        is_doubled = is_withdrawal and bool(IS_NEGATION.search(words) or IS_REVERSED.search(words))
        is_of_other = not channels and bool(IS_OTHER_CHANNEL.search(words))
        return "unclear" if is_doubled or is_of_other else "withdrawal"
    if IS_REVERSED.search(words) or IS_WEAK_WITHDRAWAL.search(words):
        return "" if is_of_order else "unclear"
    if is_consent:
        return kind_of_consent(words, channels, is_of_order)
    if IS_STATUS.search(words):
        is_time = IS_TIME.search(words) or re.search(r"\blast\b", words)  # Last active
        if is_of_order or is_time:
            return ""
        return "state" if is_of_address(words, others) else "status"
    return "channel" if channels and not CHANNEL_ALONE.sub("", words).strip() else ""


def kind_of_consent(words: str, channels: tuple[str, ...], is_of_order: bool) -> str:
    """The kind of a column whose words speak of consent."""
    rest = IS_GENERAL.sub("", words)
    if is_of_order and not IS_CONSENT.search(rest):
        return ""  # Payment accepted
    if IS_DETAIL.search(words):
        return ""  # OPTIN_IP
    if IS_TIME.search(words):
        return "time"
    is_paid = IS_PAID.search(words) and not IS_CONSENT.search(IS_PAID.sub("", words))
    if not channels and (is_paid or IS_OTHER_CHANNEL.search(words)):
        return "unspecific"
    return "consent"


def is_refusal(words: str) -> bool:
    """Whether it is about who does not get or want something: `No emails`, but not `Email no`, which is a number."""
    without_number = re.sub(r" no$", "", words)
    return "donot" in words or bool(IS_NEGATION.search(without_number) and IS_NEGATABLE.search(without_number))


def is_of_address(words: str, others: list[str]) -> bool:
    """Whether a state is one of an address: `State` beside a city, `Province / State`."""
    if not IS_STATE.search(words):
        return False
    names = [words, *map(read_words, others)]
    return any(IS_ADDRESS.search(name) for name in names)


def is_transactional(header: str) -> bool:
    """Whether a consent is one to messages about orders alone."""
    return "transa" in read_words(header)


@cache
def is_reason(header: str) -> bool:
    """Whether a column of withdrawals says why in free text, such as UNSUB_REASON."""
    return bool(IS_REASON.search(read_words(header)))


def names_email(header: str) -> bool:
    """Whether a column is about email, such as Billing E-mail."""
    return bool(IS_CHANNEL["email"].search(read_words(header)))


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


# ---- workbench/bulk/imports/booleans.py ------------------------------------------------------------------------------
# Words for yes and no, in the languages that files are known in


# As `simplify` returns them.
YES = "yes y true t 1 on checked ja wahr oui vrai si verdadero vero sim verdadeiro waar tak prawda sant"
NO = "no n false f 0 off unchecked nein falsch non faux falso nao nee onwaar nie falsz nej falskt nei"


# ---- workbench/bulk/subscriptions/answers.py -------------------------------------------------------------------------
# What the cells of columns of consent say


# What a cell says: "yes"; "no"; "neither", such as never subscribed, for which nobody is subscribed or unsubscribed.
SAYINGS = ("yes", "no", "neither")
BLANKS = ("", "null", "none", "nan", "nat", "undefined", "n/a", "\\n", "-", "[]", "{}")
# Answers to what the header asks, and what somebody's status is, as `simplify` returns them. What is not here is a
# question: no list of the words of all tools and languages is complete.
ANSWERS = {
    "yes": YES,
    "no": NO,
    "neither": "never",
}
STATUSES = {
    "yes": """
        subscribed subscribe optin optedin accepted granted active
        angemeldet abonniert eingewilligt zugestimmt aktiv inscrit inscrite abonne abonnee actif
        suscrito suscrita inscrito inscrita activo activa iscritto iscritta attivo attiva ingeschreven aangemeld
        geabonneerd actief ativo zapisany zapisana aktywny tilmeldt paameldt pameldt
        """,
    "no": """
        unsubscribed unsubscribe optout optedout declined withdrawn revoked bounced bounce hardbounce hardbounced
        softbounce softbounced cleaned complained complaint spamcomplaint reportedspam reportedasspam markedasspam spam
        junk suppressed blocked blacklisted blocklisted deleted removed cancelled canceled archived donotcontact
        undeliverable rejected refused plainte baja rebotado odbity
        abgemeldet abbestellt gesperrt geloscht geloescht widerrufen desinscrit desinscrite desabonne desabonnee
        supprime refuse dadodebaja desuscrito cancelado bloqueado eliminado rechazado disiscritto disiscritta cancellato
        afgemeld uitgeschreven geblokkeerd descadastrado wypisany wypisana avregistrerad avprenumererad afmeldt frameldt
        """,
    "neither": """
        neversubscribed notsubscribed nonsubscribed pending unconfirmed notconfirmed notset inactive transactional
        """,
}


def index_words(words_by_saying: dict[str, str]) -> dict[str, str]:
    """What each word says."""
    return {word: says for says, words in words_by_saying.items() for word in words.split()}


ANSWER_SAYS = index_words(ANSWERS)
STATUS_SAYS = index_words(STATUSES)
# Statuses that an order or an account can have as well.
AMBIGUOUS_WORDS = """
    active accepted granted declined withdrawn revoked rejected refused pending inactive transactional notset
    cancelled canceled archived deleted removed blocked junk aktiv gesperrt geloscht geloescht actif supprime refuse
    activo activa cancelado bloqueado eliminado rechazado attivo attiva cancellato actief geblokkeerd ativo aktywny
"""
AMBIGUOUS = {*AMBIGUOUS_WORDS.split()}
WORD = re.compile(r"\w+([ _-]\w+)*")
WHOLE_NUMBER = re.compile(r"([+-]?\d{1,15})[.,]0+")
ZERO_TIME = re.compile(r"0000-00-00([ T]00:00(:00(\.0+)?)?)?Z?")
TIME_LIKE = re.compile(
    r"(?=.*(?<!\d)(19|20)\d\d(?!\d)).*\d[^\w]+\w.*|\d{1,2}[./-]\d{1,2}[./-]\d{2}\b.*|\d{9,13}(\.\d+)?"
)


class Answers:
    """Reads cells. `consent_values`: what values mean that nobody else knows, or that mean something else here."""

    def __init__(self, consent_values: Any) -> None:
        """BulkFailed if they cannot be read."""
        values = consent_values or {}
        if not isinstance(values, dict) or not all(says in SAYINGS for says in values.values()):
            raise BulkFailed(
                'consent_values must say of each value whether it is "yes", "no" or "neither", such as'
                ' {"t": "yes", "Lapsed": "no"}'
            )
        self._named = {normalize(value): str(says) for value, says in values.items()}

    def read(self, value: Any, is_code: bool = False) -> str | None:
        """What a column of consents says: one of SAYINGS; empty if it is blank; None if nobody knows.

        `is_code`: the column has other numbers, too, so that 1 is one of several, and not a yes.
        """
        text = normalize(value)
        if text in self._named:
            return self._named[text]
        if is_blank(text):
            return ""
        if is_code and text in ("0", "1"):
            return None
        word = word_of(text)
        return ANSWER_SAYS.get(word) or STATUS_SAYS.get(word)

    def read_withdrawal(self, value: Any, is_code: bool = False, is_reason: bool = False) -> str | None:
        """What a column of withdrawals says: "yes" if somebody has withdrawn; "no" or empty; None if nobody knows.

        A time is that of a withdrawal. `is_reason`: whether any text is a reason for one.
        """
        text = normalize(value)
        if text in self._named:
            return "yes" if self._named[text] == "yes" else "no"
        if is_blank(text):
            return ""
        if is_code and text in ("0", "1"):
            return None
        word = word_of(text)
        if answer := ANSWER_SAYS.get(word):
            return "yes" if answer == "yes" else "no"
        status = STATUS_SAYS.get(word)
        if status == "no" or TIME_LIKE.fullmatch(text) or (is_reason and "://" not in text) or is_list(text):
            return "yes"
        return "no" if status == "yes" and word not in AMBIGUOUS else None


def normalize(value: Any) -> str:
    """A cell as text in lower case; a number without its decimals if they are zeros, as pandas writes it."""
    if value is None:
        return ""
    if isinstance(value, (list, dict)):
        return json.dumps(value).lower()
    text = compose(str(value).strip().casefold())
    number = WHOLE_NUMBER.fullmatch(text)
    return number[1] if number else text


def is_blank(text: str) -> bool:
    return text in BLANKS or ZERO_TIME.fullmatch(text) is not None


def is_list(text: str) -> bool:
    """Whether it is a list of something, such as ["UNSUBSCRIBE"]."""
    return text.startswith("[") and text.endswith("]")


@lru_cache(10_000)  # columns of consents have few values
def word_of(text: str) -> str:
    """The word that a value is; empty if it says more or less than one, as `yes?` and `yes, no` do."""
    return simplify(text) if WORD.fullmatch(text) else ""


def has_codes(values: Iterable[Any]) -> bool:
    """Whether numbers other than 0 and 1 are among the values: then 1 need not be a yes."""
    return any(re.fullmatch(r"-?\d{1,3}", text) and text not in ("0", "1") for text in map(normalize, values))


def is_status(value: Any) -> bool:
    """Whether a value is a status of people, such as active or bounced, and not merely yes or no."""
    return word_of(normalize(value)) in STATUS_SAYS


def is_answer(value: Any) -> bool:
    return word_of(normalize(value)) in ANSWER_SAYS


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
