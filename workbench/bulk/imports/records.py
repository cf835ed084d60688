"""Records and batches"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import requests
from pyrate_limiter import Rate

from workbench.bulk.client import Client, inside, objects_of
from workbench.bulk.imports.columns import Columns
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.rows import Cells
from workbench.bulk.imports.values import Values


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
