# /// script
# requires-python = ">=3.11"
# dependencies = ["duckdb", "phonenumbers", "pyrate-limiter", "requests", "tqdm", "wmill"]
# ///
"""Import Subscriptions: consents of a file or table into Klaviyo: subscribe, unsubscribe, suppress, unsuppress

Reads CSV, TSV, JSON Lines or Parquet (a path, a URL, in Windmill an S3 object; .gz too) or a list of rows. All rows are
read and checked before the first is sent; they are kept in a temporary file, so memory does not grow with them. The log
says which column is used for what; `mapping` overrides this. `dry_run` sends nothing; it only reads the list's name and
opt-in process.

Channels: email, sms, whatsapp, push, and sms_transactional and whatsapp_transactional for messages about orders. None
is assumed: `channels` names it, or a column says who has consented to it, such as Email Marketing Consent, Accepts SMS
Marketing or one that `mapping` names (email_consent, sms_consent, ...). If there is such a column, subscribe sends the
rows in which it says yes, and unsubscribe those in which it says no; the others are skipped and counted. A value that
is neither is rejected. If there is none, `channels` is for all rows. If a column that is in no field looks like one of
consents, the run stops and asks. Nobody is subscribed whose row has a value in a column of withdrawals, such as
Unsubscribed at: it is rejected or, if `channels` is for all rows, the run stops and asks.
Klaviyo gets the email, phone number or push token if the row's channels need it, and no other columns: for names and
properties, use import_profiles. A row without what one of its channels needs is rejected.

Two rows that contradict each other about the same person and channel are both rejected. If several rows have the same
person and channels, the first is sent; the others are counted as repeated and listed in the rejects.

- subscribe also lifts an earlier unsubscription, spam report or suppression: leave out people who have unsubscribed
  since. If the list is double opt-in, Klaviyo asks each person to confirm first; the log and the summary say so. With
  the time of each consent, in a column or in `consented_at`, it is a historical import: nobody is asked to confirm, and
  no flows start. Then every consent needs a time in the past, in one of the notations of import_events. A request that
  gets no answer is repeated: the same consent twice is one, but with double opt-in a person may be asked twice.
- unsubscribe needs `list_id`, or "all" for everything. Klaviyo would unsubscribe people who are not on the list from
  everything. Therefore the script looks up who is on it and rejects the others, and a request that gets no answer is
  not repeated: its rows are rejected.
- suppress and unsuppress are for email addresses. Klaviyo does them in jobs; the script waits for the end of each.
  unsuppress lifts only what suppress has done.

For suppressions, Klaviyo reports how many profiles its jobs have changed; for subscriptions, only that it has accepted
them: `sent`.
Requests have at most 1,000 profiles to subscribe, 100 otherwise, and 5,000,000 bytes, and are sent as fast as Klaviyo
allows: 75 a second, 750 a minute.

A row that is not sent goes to the rejects with its number, line and reason; corrected there, it can be imported from
there. The script records what Klaviyo accepted in a journal or, in Windmill, in its state, by the consents of the rows,
the action, the channels and the list: run again, also with a file that has changed, it sends what is new or changed. To
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
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple, TypedDict
from urllib.parse import quote

import wmill
from pyrate_limiter import Duration, Rate

from workbench.bulk.arguments import Options, check_options, choice, text, zone_of
from workbench.bulk.client import Client, inside, json_of, objects_of
from workbench.bulk.command_line import run_by_hand
from workbench.bulk.errors import BulkFailed, RowError, RowSkipped
from workbench.bulk.imports.batches import Batch, Outcome, Record
from workbench.bulk.imports.columns import IDENTIFIERS, PROFILE_HEADERS, Columns, simplify
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.dates import ORDERS
from workbench.bulk.imports.jobs import begin_job, repeat_job, wait_for_job
from workbench.bulk.imports.records import Draft
from workbench.bulk.imports.refusals import interpret_refusal
from workbench.bulk.imports.rows import Cells
from workbench.bulk.imports.run import run_import
from workbench.bulk.imports.values import Values
from workbench.bulk.text import compact, digest, encode, short_digest

# For a type of this name, Windmill's form shows a file picker. A path, a URL or rows are accepted, too.
S3Object = wmill.S3Object | dict[str, Any] | str | list[Any]

SUBSCRIPTION_RATES = [Rate(75, Duration.SECOND), Rate(750, Duration.MINUTE)]  # of each endpoint
ALL = "all"  # the list_id that unsubscribes from everything
NO_ANSWER = {None, *range(500, 600)}  # statuses that leave open whether a request was accepted


class Action(NamedTuple):
    """`type` of the job. `word`: what a column of consents says in the rows that it is for; suppressions have none."""

    type: str
    max_profiles: int
    word: str


ACTIONS = {
    "subscribe": Action("profile-subscription-bulk-create-job", 1000, "yes"),
    "unsubscribe": Action("profile-subscription-bulk-delete-job", 100, "no"),
    "suppress": Action("profile-suppression-bulk-create-job", 100, ""),
    "unsuppress": Action("profile-suppression-bulk-delete-job", 100, ""),
}


class Channel(NamedTuple):
    """Where a consent stands in Klaviyo's `subscriptions`, and the field that it needs. `headers`: of its columns of
    consents, as in PROFILE_HEADERS; `times`: of those of their times."""

    name: str
    kind: str
    identifier: str
    headers: str
    times: str


CHANNELS = {
    "email": Channel(
        "email",
        "marketing",
        "email",
        "emailconsent emailmarketingconsent emailmarketing acceptsemailmarketing emailoptin emailsubscription"
        " emailsubscriptionstatus emailsubscribed newsletter newsletterconsent newsletteroptin newslettersubscribed"
        " akzeptiertemailmarketing emaileinwilligung newslettereinwilligung newsletteranmeldung accepteemailmarketing"
        " acceptelemarketingparemail consentementemail inscriptionnewsletter aceptaemailmarketing consentimientoemail"
        " aceptamarketingporcorreoelectronico suscripcionboletin",
        "emailconsentedat emailconsenttimestamp emailmarketingconsenttimestamp",
    ),
    "sms": Channel(
        "sms",
        "marketing",
        "phone_number",
        "smsconsent smsmarketingconsent smsmarketing acceptssmsmarketing smsoptin smssubscription smssubscriptionstatus"
        " smssubscribed akzeptiertsmsmarketing smseinwilligung acceptesmsmarketing acceptelemarketingparsms"
        " consentementsms aceptasmsmarketing aceptamarketingporsms consentimientosms",
        "smsconsentedat smsconsenttimestamp smsmarketingconsenttimestamp",
    ),
    "sms_transactional": Channel(
        "sms", "transactional", "phone_number", "smstransactionalconsent", "smstransactionalconsenttimestamp"
    ),
    "whatsapp": Channel(
        "whatsapp",
        "marketing",
        "phone_number",
        "whatsappconsent whatsappmarketingconsent whatsappmarketing acceptswhatsappmarketing whatsappoptin"
        " whatsappeinwilligung consentementwhatsapp consentimientowhatsapp",
        "whatsappconsentedat whatsappconsenttimestamp whatsappmarketingconsenttimestamp",
    ),
    "whatsapp_transactional": Channel(
        "whatsapp",
        "transactional",
        "phone_number",
        "whatsapptransactionalconsent",
        "whatsapptransactionalconsenttimestamp",
    ),
    "push": Channel(
        "push",
        "marketing",
        "push_token",
        "pushconsent pushmarketingconsent pushoptin mobilepushmarketingconsent",
        "pushconsentedat pushconsenttimestamp pushmarketingconsenttimestamp",
    ),
}
TIMES = (
    "consentedat consenttimestamp consenttime consentdate confirmtime optintime optindate optedinat subscribedat"
    " subscribedon datesubscribed subscriptiondate signedupat signuptime signupdate einwilligungam einwilligungsdatum"
    " anmeldedatum datedeconsentement datedinscription fechadeconsentimiento fechadesuscripcion"
)
PUSH_HEADERS = {"push_token": "pushtoken devicetoken", "push_platform": "pushplatform", "push_vendor": "pushvendor"}
PUSH_VALUES = {"push_platform": ("android", "ios"), "push_vendor": ("apns", "fcm")}
# What a column of consents may say, as `simplify` returns it. "never" is no withdrawal: nobody is unsubscribed for it.
WORDS = {
    "yes": "yes y true 1 on x subscribed subscribe optin optedin accepted granted ja wahr angemeldet abonniert oui vrai"
    " inscrit abonne si verdadero suscrito",
    "no": "no n false 0 off unsubscribed unsubscribe optout optedout declined withdrawn revoked nein falsch abgemeldet"
    " abbestellt non faux desinscrit desabonne falso",
    "never": "never neversubscribed notsubscribed nonsubscribed pending unconfirmed notset",
}
SAYS = {word: says for says, words in WORDS.items() for word in words.split()}
CONSENT = re.compile(
    "consent|subscri|accept|akzept|opt(ed)?(in|out)|newsletter|marketing|einwillig|zustimm|abonn|inscri|suscri|acept"
    "|permission|gdpr|dsgvo|rgpd|abmeld|baja|blacklist|blocklist|donot|status"
)
WITHDRAWAL = re.compile(
    "unsub|opt(ed)?out|abmeld|abgemeld|desabonn|desinscri|baja|blacklist|blocklist|donot|suppress|withdr|revo[ck]"
    "|widerr|widersp|werbesperre|^(no|kein)(e|en)?(news|e?mail|sms|werbung|marketing)"
)


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
    date_format: str | None = None,
    timezone: str | None = None,
    dry_run: bool = False,
    rejects: str | None = None,
    journal: str | None = None,
) -> dict[str, Any]:
    """Return what became of the rows: sent, sent before, rejected, repeated, skipped; they add up.

    BulkFailed says what stopped it, and how to go on. `source`: path or URL of a file, an S3 object, or a list of
    objects. `action`: subscribe, unsubscribe, suppress or unsuppress. `channels`: email, sms, sms_transactional,
    whatsapp, whatsapp_transactional, push; if empty, those that columns of consents are for. `list_id`: a list to
    subscribe to or unsubscribe from, or "all". `consented_at`: the time of all consents that have none in a column.
    `custom_source`: where they were collected. `mapping`: the column of each of email, phone_number, anonymous_id,
    push_token, push_platform (android, ios), push_vendor (apns, fcm), consented_at, and of each channel's consent and
    time, such as email_consent and email_consented_at; "" for none. `date_format`: DMY, MDY or YMD. `timezone`: of
    times without a zone, such as Europe/Berlin; UTC by default. `rejects`, `journal`: files, beside the source by
    default.
    """
    options = check_options(auth, revision, mapping, dry_run, rejects, journal)
    values = Values(date_format=choice("date_format", date_format, ORDERS), zone=zone_of(timezone))
    kind = Subscriptions(
        options,
        choice("action", action, tuple(ACTIONS)) or "",
        check_channels(channels),
        text("list_id", list_id),
        text("consented_at", consented_at),
        text("custom_source", custom_source),
        values,
    )
    try:
        summary = run_import(options, source, kind)
    except BulkFailed as error:
        if error.summary:
            error.summary |= kind.details()
        raise
    return summary | kind.details()


def check_channels(channels: Any) -> list[str]:
    """The channels in their order. A form or a flow may send them as text."""
    names = re.split("[, ]+", channels.strip()) if isinstance(channels, str) else channels or []
    if not isinstance(names, list) or not all(name in ("", *CHANNELS) for name in names):
        raise BulkFailed(f"channels must be of {', '.join(CHANNELS)}, not {channels!s:.100}")
    return [name for name in CHANNELS if name in names]


# --- Subscriptions ----------------------------------------------------------------------------------------------------

POINTER = re.compile(r"/profiles/data/(\d{1,9})(?!\d)")  # the profile in the body that an error of Klaviyo's speaks of


@dataclass
class Subscriptions:
    """Rows as consents. `channels`: as in main, then those that are sent. `words`: columns of consents, by channel.

    `is_historical`: whether the times of consents are sent. `klaviyo_list`: what Klaviyo says of it. `jobs`: what its
    jobs have done. `withdrawals`: columns that may say who has
    unsubscribed. `skipped`: rows that ask for nothing.
    """

    options: Options
    action: str
    channels: list[str]
    list_id: str
    consented_at: str
    custom_source: str
    values: Values
    columns: Columns = field(default_factory=lambda: Columns())  # defined below
    words: dict[str, str] = field(default_factory=dict)
    is_historical: bool = False
    klaviyo_list: dict[str, Any] | None = None
    jobs: dict[str, dict[str, Any]] = field(default_factory=dict)
    withdrawals: list[str] = field(default_factory=list)
    skipped: int = 0
    contradiction: Callable[[str], Any] = lambda fingerprint: None
    noun = "profiles"
    item_type = ""
    max_bytes = 5_000_000
    others = "not sent"
    keeps_first = False
    undecided = ""

    def __post_init__(self) -> None:
        """BulkFailed if the options do not fit the action."""
        if not self.action:
            raise BulkFailed(f"action is missing: {', '.join(ACTIONS)}")
        if self.list_id and not re.fullmatch(r"\w{1,50}", self.list_id):
            raise BulkFailed("list_id must be the ID of a list, such as Y6nRLr")
        if self.action == "unsubscribe" and not self.list_id:
            raise BulkFailed('list_id is missing: the list to unsubscribe from, or "all" for everything')
        if self.action != "unsubscribe" and self.list_id.lower() == ALL:
            raise BulkFailed('list_id "all" is for unsubscribe')
        self.list_id = ALL if self.list_id.lower() == ALL else self.list_id
        if self.is_suppression and self.channels not in ([], ["email"]):
            raise BulkFailed(f"{self.action} is for email alone; channels must be empty")
        for name in ("consented_at", "custom_source"):
            if getattr(self, name) and self.action != "subscribe":
                raise BulkFailed(f"{name} is for subscribe; {self.action} does not take it")
        if self.list_id and self.is_suppression:
            raise BulkFailed(f"list_id is for subscribe and unsubscribe; {self.action} is for all email")
        if self.consented_at:
            try:
                self.consented_at = self.time("consented_at", self.consented_at)
            except RowError as error:
                raise BulkFailed(str(error)) from None

    @property
    def rates(self) -> list[Rate]:
        return SUBSCRIPTION_RATES

    @property
    def is_suppression(self) -> bool:
        return not ACTIONS[self.action].word

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
        """Other channels are another request, also if `mapping` says so."""
        named = {name: column for name, column in self.options.mapping.items() if name.endswith("_consent")}
        return json.dumps([self.action, self.list_id, self.channels, named], sort_keys=True)

    @property
    def headers(self) -> dict[str, str]:
        known = {"email": PROFILE_HEADERS["email"]}
        if self.is_suppression:
            return known
        known |= {name: PROFILE_HEADERS[name] for name in ("phone_number", "anonymous_id")} | PUSH_HEADERS
        for name, channel in CHANNELS.items():
            dotted = f"subscriptions{channel.name}{channel.kind}consent"  # as exports of Klaviyo's API have it
            known[f"{name}_consent"] = f"{channel.headers} {dotted}"
            if self.action == "subscribe":
                known[f"{name}_consented_at"] = f"{channel.times} {dotted}timestamp"
        if self.action == "subscribe":
            known["consented_at"] = TIMES
        return known

    def details(self) -> dict[str, Any]:
        """What the summary says besides."""
        details: dict[str, Any] = {"skipped": self.skipped, "action": self.action, "channels": self.channels}
        if self.is_suppression:
            counts = {"completed": "completed_count", "unchanged": "skipped_count"}
            jobs = {name: sum(job.get(count) or 0 for job in self.jobs.values()) for name, count in counts.items()}
            return details | {"jobs": {"count": len(self.jobs), **jobs}}
        return details | {"historical_import": self.is_historical, "list": self.klaviyo_list}

    def choose(self, columns: Columns, store: Store, separator: str) -> list[str]:
        self.columns, self.values.is_whole = columns, cache(store.is_whole)
        del columns.by_field.get("email", [])[1:]  # the consent is for this address, and no other
        if self.is_suppression:
            self.channels = ["email"]
            return [f"{self.action} all rows, whatever columns of consents say"]
        self.words = {name: columns.by_field[f"{name}_consent"][0] for name in self.named()}
        lines = self.choose_channels(store)
        self.choose_times()
        for name in self.channels:
            if CHANNELS[name].identifier not in columns.by_field:
                raise BulkFailed(
                    f"{name} needs a column for {CHANNELS[name].identifier}; there is none: name it in mapping"
                )
        if self.words:
            self.find_contradictions(store)
        return [*lines, self.describe_list()]

    def named(self) -> list[str]:
        """The channels that a column of consents is for."""
        return [name for name in CHANNELS if f"{name}_consent" in self.columns.by_field]

    def choose_channels(self, store: Store) -> list[str]:
        """Find out which channels the rows are for. BulkFailed if that is open."""
        for name, column in self.words.items():
            if WITHDRAWAL.search(simplify(column)):
                raise BulkFailed(
                    f"{name}_consent cannot be {column}, whose yes means no: keep the rows that you mean, and set"
                    f' {name}_consent to "" in mapping'
                )
        names = self.channels or self.named()
        possible = ", ".join(column for column in store.columns if self.may_be_consent(store, column))
        if not names:
            raise BulkFailed(
                "no channel is named: set channels to email, sms, ..., or in mapping the column that says who has"
                f" consented, such as email_consent; it may be {possible or 'none of the columns'}"
            )
        is_open = [name for name in names if name not in self.words and f"{name}_consent" not in self.columns.named]
        if possible and is_open:
            raise BulkFailed(
                f"{possible} may say who has consented: name the column for {is_open[0]}_consent in mapping, or set it"
                f' to "" to {self.action} all rows'
            )
        if self.action == "subscribe":
            self.check_withdrawals(store, names)
        for name in names:
            known = self.headers[f"{name}_consent"].split()
            rivals = [column for column in store.columns if simplify(column) in known]
            if len(rivals) > 1 and f"{name}_consent" not in self.columns.named:
                raise BulkFailed(f"{' and '.join(rivals)}: name the one for {name}_consent in mapping")
        for name in CHANNELS.keys() - names:
            self.columns.drop(f"{name}_consent")
            self.columns.drop(f"{name}_consented_at")
            self.words.pop(name, None)
        if "push" not in names:
            for name in {*IDENTIFIERS, *PUSH_HEADERS} - {CHANNELS[name].identifier for name in names}:
                self.columns.drop(name)
        self.channels = names
        everybody = [name for name in names if name not in self.words]
        return [f"{self.action} all rows on {name}: no column says who has consented" for name in everybody]

    def may_be_consent(self, store: Store, column: str) -> bool:
        """Whether a column that no field has looks like one of consents, by its name and by any of its values."""
        if column in self.columns.used or not CONSENT.search(simplify(column)):
            return False
        return any(map(read_word, store.values_of(column, distinct=True)))

    def check_withdrawals(self, store: Store, names: list[str]) -> None:
        """Keep the columns that may say who has unsubscribed, unless `mapping` says which column counts.

        BulkFailed if they contradict `channels`, which is for all rows.
        """
        columns = [column for column in store.columns if WITHDRAWAL.search(simplify(column))]
        self.withdrawals = [column for column in columns if any(map(is_withdrawal, store.values_of(column, True)))]
        unnamed = [name for name in names if f"{name}_consent" not in self.columns.named]
        if not unnamed:
            self.withdrawals = []
        for_all = [name for name in unnamed if name not in self.words]
        if self.withdrawals and for_all:
            raise BulkFailed(
                f"{', '.join(self.withdrawals)} may say who has unsubscribed: keep the rows that you mean, and name the"
                f' column for {for_all[0]}_consent in mapping, or set it to "" to subscribe all rows'
            )

    def choose_times(self) -> None:
        """With any time of a consent, it is a historical import, and every consent needs its time."""
        if "consented_at" in self.columns.by_field and all(
            f"{name}_consented_at" in self.columns.by_field for name in self.channels
        ):
            self.columns.drop("consented_at")
        fields = ["consented_at", *(f"{name}_consented_at" for name in self.channels)]
        self.is_historical = bool(self.consented_at or any(name in self.columns.by_field for name in fields))

    def find_contradictions(self, store: Store) -> None:
        """Keep, by the fingerprint of its row, whose rows say yes and no on a channel: nobody can tell which holds."""
        store.db.executescript(
            "CREATE TABLE consents (key INTEGER, channel TEXT, yes INTEGER, number INTEGER, fingerprint TEXT);"
            "CREATE TABLE contradictions (fingerprint TEXT PRIMARY KEY, channel TEXT, yes INTEGER, no INTEGER);"
        )
        quiet = replace(self, values=replace(self.values, rules=Counter()))  # the log counts what build reads
        store.insert("consents", quiet.read_consents(store), "?, ?, ?, ?, ?")
        store.db.execute(
            """INSERT OR IGNORE INTO contradictions SELECT fingerprint, channel, said_yes, said_no
            FROM consents JOIN (SELECT key, min(number) FILTER (WHERE yes) AS said_yes,
            min(number) FILTER (WHERE NOT yes) AS said_no FROM consents GROUP BY key HAVING min(yes) < max(yes))
            USING (key)"""
        )
        query = "SELECT channel, yes, no FROM contradictions WHERE fingerprint = ?"
        self.contradiction = lambda fingerprint: store.db.execute(query, [fingerprint]).fetchone()

    def read_consents(self, store: Store) -> Iterator[tuple[Any, ...]]:
        """Yields who says what on a channel, of all rows in which that can be read."""
        for number, [(_, _, cells, fault)] in store.groups():
            fields = {} if fault else self.columns.values(json.loads(cells))
            for name in self.words:
                try:
                    says, identifier = self.says(name, fields), self.identifier(name, fields)
                except RowError:
                    continue
                if says:
                    key = short_digest(f"{name}\0{identifier.lower()}")
                    yield key, name, says == "yes", number, digest(cells)

    def says(self, channel: str, fields: Cells) -> str:
        """What the row says of a channel: yes, no, never or nothing; what the action is for if no column says it."""
        column = self.words.get(channel)
        if column is None:
            return ACTIONS[self.action].word
        value = fields.get(f"{channel}_consent")
        if value is None:
            return ""
        says = read_word(value)
        if not says:
            raise RowError(f"{column} says neither yes nor no: {value!s:.40}")
        return says

    def identifier(self, channel: str, fields: Cells) -> str:
        """What a channel needs."""
        name = CHANNELS[channel].identifier
        value = self.identify(name, fields)
        if value is None:
            raise RowError(f"{self.columns.by_field[name][0]} is empty, which {channel} needs")
        return value

    def identify(self, name: str, fields: Cells) -> str | None:
        """An identifier of a row, if it has it."""
        if name not in fields:
            return None
        value = self.values.identifier(name, fields[name], self.columns.by_field[name][0])
        read = {"email": self.values.email, "phone_number": self.values.phone_number}.get(name)
        return read(value) if read and value is not None else value

    def build(self, rows: list[Cells], fingerprint: str) -> Draft:
        fields = self.columns.values(rows[0])
        if self.is_suppression:
            email = self.identifier("email", fields)
            return draft({"email": email}, {"email": email}, [], [])
        if contradiction := self.contradiction(fingerprint):
            channel, yes, no = contradiction
            raise RowError(f"rows {yes} and {no} contradict each other on {channel}; remove what does not hold")
        names = [name for name in self.channels if self.wants(name, fields)]
        if not names:
            self.skipped += 1
            raise RowSkipped
        for column in self.withdrawals:
            if is_withdrawal(rows[0].get(column)) and any(concerns(column, name) for name in names):
                raise RowError(f"{column} may be a withdrawal: empty it if the consent is later")
        identifiers = {CHANNELS[name].identifier: self.identifier(name, fields) for name in names}
        subscriptions: dict[str, Any] = {}
        for name in names:
            consent = {"consent": f"{'' if self.action == 'subscribe' else 'UN'}SUBSCRIBED"}
            if self.is_historical:
                consent["consented_at"] = self.consent_time(name, fields)
            subscriptions.setdefault(CHANNELS[name].name, {})[CHANNELS[name].kind] = consent
        attributes: dict[str, Any] = {name: value for name, value in identifiers.items() if name != "push_token"}
        if "push" in names:
            subscriptions["push"]["tokens"] = [self.push_token(identifiers["push_token"], fields)]
            attributes |= {} if attributes else self.owner(subscriptions["push"], fields)
        # Only what is sent tells whether a row has changed: or who has unsubscribed since would be subscribed again
        # for a new number of orders beside the consent.
        content = [names, [fields.get(f"{name}_consented_at", fields.get("consented_at")) for name in names]]
        # Who was removed from the list, Klaviyo would unsubscribe from everything: nobody is in two rows then.
        channels = [] if self.is_from_list else names
        return draft(attributes | {"subscriptions": subscriptions}, identifiers, channels, content)

    def wants(self, channel: str, fields: Cells) -> bool:
        """Whether a row is for the action on a channel."""
        says = self.says(channel, fields)
        wants = says == ACTIONS[self.action].word
        if not wants:
            self.values.note(f"{self.words[channel]} is {says or 'empty'}: not {self.action}d on {channel}")
        return wants

    def consent_time(self, channel: str, fields: Cells) -> str:
        names = (f"{channel}_consented_at", "consented_at")
        if name := next((name for name in names if name in fields), ""):
            return self.time(name, fields[name])
        if not self.consented_at:
            columns = [self.columns.by_field[name][0] for name in names if name in self.columns.by_field]
            raise RowError(f"{' and '.join(columns) or f'{channel}_consented_at'} is empty: consents need their time")
        return self.consented_at

    def time(self, name: str, value: Any) -> str:
        try:
            time: datetime = self.values.time(value)
        except RowError as error:
            raise RowError(f"{name}{str(error).removeprefix('time')}") from None  # `: ` would end the kind of reason
        if time > self.values.now:
            raise RowError(f"{name} is not in the past: {value!s:.40}")
        return time.isoformat()

    def push_token(self, token: str, fields: Cells) -> dict[str, str]:
        described = {"token": token}
        for name, known in PUSH_VALUES.items():
            value = str(fields.get(name, "")).lower()
            if value not in known:
                raise RowError(f"{name} must be {' or '.join(known)} beside a push token, not {value or 'empty'}")
            described[name.removeprefix("push_")] = value
        return described

    def owner(self, push: dict[str, Any], fields: Cells) -> dict[str, str]:
        """Whose a push token is, if the row has no other channel."""
        for name in ("email", "phone_number"):
            if value := self.identify(name, fields):
                return {name: value}
        anonymous = self.identify("anonymous_id", fields) if self.action == "subscribe" else None
        if not anonymous:
            raise RowError("a push token needs email, phone_number or, to subscribe, anonymous_id beside it")
        push["anonymous_id"] = anonymous
        return {}

    def payload(self, records: list[Record]) -> bytes:
        head = f'{{"data":{{"type":"{ACTIONS[self.action].type}","attributes":{{'
        if self.custom_source:
            head += f'"custom_source":{compact(self.custom_source)},'
        if self.is_historical:
            head += '"historical_import":true,'
        lists = compact({"list": {"data": {"type": "list", "id": self.list_id}}})
        tail = f',"relationships":{lists}' if self.list_id not in ("", ALL) else ""
        profiles = ",".join(record.body for record in records)
        return encode(f'{head}"profiles":{{"data":[{profiles}]}}}}{tail}}}}}')

    @property
    def path(self) -> str:
        return f"/api/{ACTIONS[self.action].type}s"

    def deliver(self, client: Client, batch: Batch) -> Outcome:
        """Send a batch. That of a suppression comes back with the job, whose end is waited for then."""
        if batch.job:
            return self.follow(client, batch)
        if self.is_from_list:
            return self.unsubscribe_members(client, batch)
        response, _ = client.request("POST", self.path, self.payload(batch.records))
        if response is None:
            return Outcome()
        if response.status_code != 202:
            return interpret_refusal(self, client, batch, response)
        return begin_job(client, batch, response) if self.is_suppression else Outcome(batch.records)

    def follow(self, client: Client, batch: Batch) -> Outcome:
        job = wait_for_job(client, self.path, batch.job)
        if job is None:
            return Outcome()
        if not job:
            return repeat_job(client, batch)
        self.jobs[batch.job] = job
        return Outcome(batch.records, ended=batch.job)

    def unsubscribe_members(self, client: Client, batch: Batch) -> Outcome:
        """Send those of a batch that are on the list: Klaviyo would unsubscribe the others from everything.

        As it would those whom an earlier request has removed from the list, none is sent twice.
        """
        others = self.find_others(client, batch.records)
        if others is None:
            return Outcome()
        reason = f'not on the list {self.list_id}: Klaviyo would unsubscribe from everything, as list_id "{ALL}" does'
        rejected: list[tuple[Record | None, str]] = [(record, reason) for record in others]
        members = [record for record in batch.records if record not in others]
        if not members:
            return Outcome(rejected=rejected)
        response, _ = client.request("POST", self.path, self.payload(members), final=NO_ANSWER)
        status = response.status_code if response is not None else None
        if status in NO_ANSWER:
            if client.stopped:
                return Outcome(rejected=rejected)
            reason = "Klaviyo gave no answer, and may have unsubscribed it: look, and import it again if it has not"
            return Outcome(rejected=[*rejected, *((record, reason) for record in members)])
        if response is not None and status != 202:
            outcome = interpret_refusal(self, client, Batch(members), response)
            return replace(outcome, rejected=[*rejected, *outcome.rejected])
        return Outcome(members, rejected)

    def find_others(self, client: Client, records: list[Record]) -> set[Record] | None:
        """Those of whom an identifier is of nobody on the list; None if all has to stop."""
        others: set[Record] = set()
        for name in ("email", "phone_number"):
            asked = {record: value for record in records if (value := json.loads(record.body)["attributes"].get(name))}
            if not asked:
                continue
            spellings = dict.fromkeys([*asked.values(), *map(str.lower, asked.values())])
            wanted = quote(f"any({name},{compact([*spellings])})")
            path = f"/api/lists/{self.list_id}/profiles?filter={wanted}&fields[profile]={name}&page[size]=100"
            response, _ = client.request("GET", path, endpoint="members")
            if response is None:
                return None
            if response.status_code != 200 or not isinstance(inside(json_of(response), "data"), list):
                client.stop(f"the members of the list {self.list_id} cannot be read: {client.quote(response)}")
                return None
            members = {str(inside(member, "attributes", name)).lower() for member in objects_of(response, "data")}
            others |= {record for record, value in asked.items() if value.lower() not in members}
        return others

    def blamed(self, records: list[Record], pointer: str) -> list[Record]:
        match = POINTER.search(pointer)
        return records[int(match[1]) : int(match[1]) + 1] if match else []

    def describe_list(self) -> str:
        """Read the list from Klaviyo, for the log: nothing of the rows is sent."""
        if self.list_id == ALL:
            return "list_id is all: people are unsubscribed from all lists, and from the rest, on these channels"
        if not self.list_id:
            ask = "nobody is asked to confirm" if self.is_historical else "it may ask people to confirm"
            return f"there is no list_id: the account's opt-in process applies; {ask}"
        with Client(self.options.authorization, self.options.revision, SUBSCRIPTION_RATES) as client:
            path = f"/api/lists/{self.list_id}?fields[list]=name,opt_in_process"
            response, _ = client.request("GET", path, endpoint="list", final=(404,))
            attributes = inside(json_of(response), "data", "attributes") if response is not None else None
            if response is None or response.status_code != 200 or not isinstance(attributes, dict):
                missing = response is not None and response.status_code == 404
                reason = f"there is no list {self.list_id}" if missing else client.stopped or client.quote(response)
                raise BulkFailed(f"{reason}. Nothing was sent", temporary=client.temporary)
        name, process = attributes.get("name"), attributes.get("opt_in_process")
        self.klaviyo_list = {"id": self.list_id, "name": name, "opt_in_process": process}
        line = f"the list {self.list_id} is {name}"
        if self.action == "unsubscribe":
            return f"{line}; rows that are not on it are rejected, which dry_run does not check"
        if process != "double_opt_in":
            return f"{line}, {process}: people are subscribed at once"
        if self.is_historical:
            return f"{line}, double opt-in: as the rows have times of consent, nobody is asked to confirm"
        return (
            f"{line}, double opt-in: Klaviyo asks each person to confirm, and subscribes only who does; people who have"
            " consented earlier need the time, in consented_at or in a column"
        )


def concerns(column: str, channel: str) -> bool:
    """Whether a column is about a channel: Email Suppressions is about email alone, Unsubscribed at about all."""
    mentioned = {each.name for each in CHANNELS.values() if each.name in simplify(column)}
    return not mentioned or CHANNELS[channel].name in mentioned


def is_withdrawal(value: Any) -> bool:
    """Whether a cell of a column such as Unsubscribed at says that somebody has unsubscribed."""
    return str(value or "").strip() not in ("", "[]") and read_word(value) not in ("no", "never")


def read_word(value: Any) -> str:
    """What a cell of a column of consents says: yes, no or never; empty if it says none of them, as `yes?` and -1."""
    number = isinstance(value, float) and value.is_integer()  # as pandas writes a column with gaps
    text = str(int(value) if number else value)
    return SAYS.get(simplify(text), "") if re.fullmatch(r"\w+([ _-]\w+)*", text) else ""


def draft(attributes: dict[str, Any], identifiers: dict[str, str], channels: list[str], content: list[Any]) -> Draft:
    what = ",".join(channels)
    keys = tuple((name, f"{name}={value.lower()}", what) for name, value in identifiers.items())
    body = compact({"type": "profile", "attributes": attributes})
    return Draft(body, "", keys, content=compact([keys, content]))


if __name__ == "__main__":
    run_by_hand(main)
