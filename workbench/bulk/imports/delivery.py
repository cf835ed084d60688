"""Delivery: all batches are sent, several at a time, and what becomes of them is recorded."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from functools import partial
from typing import Any

import wmill
from tqdm import tqdm

from workbench.bulk.client import Client
from workbench.bulk.imports.batches import Batch, Outcome
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.journal import Journal
from workbench.bulk.imports.records import Records
from workbench.bulk.imports.rejects import Rejects
from workbench.bulk.imports.summary import Summary
from workbench.bulk.windmill import STATE, attempt

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
