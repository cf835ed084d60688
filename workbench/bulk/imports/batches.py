"""Batches of records: what one request sends, and what becomes of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.bulk.imports.database import Store

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
