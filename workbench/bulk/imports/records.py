"""What rows become: records, which are events, profiles or people's consents."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol

from pyrate_limiter import Rate

from workbench.bulk.arguments import Options
from workbench.bulk.client import Client
from workbench.bulk.errors import RowError, RowSkipped
from workbench.bulk.imports.batches import Batch, Outcome, Record
from workbench.bulk.imports.columns import Columns
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.journal import Journal
from workbench.bulk.imports.rejects import Rejects
from workbench.bulk.imports.rows import Cells
from workbench.bulk.imports.values import MAX_STRING, Values, check_strings
from workbench.bulk.text import compose, digest, short_digest, storable

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
