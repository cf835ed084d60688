"""Which columns decide who is sent; what is not clear is asked"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbench.bulk.errors import BulkFailed
from workbench.bulk.imports.columns import Columns, simplify
from workbench.bulk.imports.database import Store
from workbench.bulk.subscriptions.addresses import doubt_address
from workbench.bulk.subscriptions.answers import (
    AMBIGUOUS,
    STATUS_SAYS,
    Answers,
    has_codes,
    is_answer,
    is_blank,
    is_status,
    normalize,
)
from workbench.bulk.subscriptions.channels import CHANNELS, TIMES
from workbench.bulk.subscriptions.consents import Consents, Deciders
from workbench.bulk.subscriptions.headers import is_transactional, read_meaning
from workbench.bulk.subscriptions.questions import MAX_VALUES, Doubt, ask, count_values, raise_doubts
from workbench.bulk.text import join_names


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
