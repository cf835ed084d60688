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

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypedDict

import wmill
from pyrate_limiter import Duration, Rate

from workbench.bulk.arguments import Options, boolean, check_options, choice, text, zone_of
from workbench.bulk.client import Client
from workbench.bulk.command_line import run_by_hand
from workbench.bulk.errors import BulkFailed, RowError, RowSkipped
from workbench.bulk.imports.batches import Batch, Outcome, Record
from workbench.bulk.imports.columns import IDENTIFIERS, Columns
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.dates import ORDERS
from workbench.bulk.imports.phone_numbers import check_country
from workbench.bulk.imports.records import Draft
from workbench.bulk.imports.rows import Cells
from workbench.bulk.imports.run import run_import
from workbench.bulk.imports.values import Values
from workbench.bulk.subscriptions.actions import ACTIONS, ALL, PARTICIPLES, SUPPRESSIONS
from workbench.bulk.subscriptions.answers import Answers
from workbench.bulk.subscriptions.channels import CHANNELS, PUSH_HEADERS, check_channels, headers_of
from workbench.bulk.subscriptions.consents import Consents
from workbench.bulk.subscriptions.contradictions import Contradictions, Statement
from workbench.bulk.subscriptions.delivery import (
    find_strangers,
    follow_job,
    send_batch,
    unsubscribe_members,
    write_body,
)
from workbench.bulk.subscriptions.lists import describe_list, read_list
from workbench.bulk.subscriptions.people import People, read_past_time, write_consents
from workbench.bulk.subscriptions.repeats import Repeats
from workbench.bulk.subscriptions.settlement import settle
from workbench.bulk.subscriptions.withdrawals import find_withdrawn
from workbench.bulk.text import compact, digest, fold_identifier

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


if __name__ == "__main__":
    run_by_hand(main)
