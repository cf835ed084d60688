"""From a source to the summary"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from functools import partial
from pathlib import Path
from typing import Any

import wmill
from tqdm import tqdm

from workbench.bulk.arguments import Options
from workbench.bulk.client import Client
from workbench.bulk.errors import BulkFailed, RowError, RowSkipped
from workbench.bulk.imports.columns import find_header, match_columns
from workbench.bulk.imports.database import REPEATED, Store
from workbench.bulk.imports.journal import Journal
from workbench.bulk.imports.records import Batch, Outcome, Record, Records
from workbench.bulk.imports.rejects import Rejects
from workbench.bulk.imports.rows import REJECTED, read_header, read_rows
from workbench.bulk.imports.values import MAX_STRING, check_strings
from workbench.bulk.progress import progress
from workbench.bulk.source import SUFFIXES, Source, find_source, suffix_of
from workbench.bulk.text import digest, short_digest, storable
from workbench.bulk.windmill import STATE, attempt

IN_FLIGHT = 8  # requests
MAX_REFUSED = 20  # records that are refused one by one before any is accepted: then the records are not the cause


def run_import(options: Options, source: Any, kind: Records) -> dict[str, Any]:
    """Read all rows, check them, send those that are right and new. Returns the summary."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = find_source(source, folder)
        is_csv = file.suffix in (".csv", ".tsv")
        header, separator, _ = read_header(file) if is_csv else ([], "", 0)
        columns = [column for column in header if column not in REJECTED]
        rejects_path, journal_path, state = files_of(options, file, folder)
        try:
            with Store(folder, columns) as store:
                store.add_rows(progress("Reading", "rows", items=read_rows(file)))
                journal = Journal(store, journal_path, state)
                with Rejects(rejects_path, folder, list(store.columns), separator) as rejects:
                    work = Import(options, kind, store, journal, rejects)
                    work.prepare(file, separator)
                    rejects.publish()
                    return work.run(started)
        except (OSError, sqlite3.Error) as error:  # such as a full disk
            raise BulkFailed(f"Stopped: {error}") from None
        except KeyboardInterrupt:
            raise BulkFailed("Stopped before anything was sent") from None


def files_of(options: Options, source: Source, folder: Path) -> tuple[Path, Path, str | None]:
    """Where rejects and journal are, and the path of Windmill's state. A dry run leaves all as they are."""
    suffix = f".{options.part}of{options.parts}" if options.parts > 1 else ""
    beside = folder if STATE else Path()
    name = Path(source.name).name if STATE else source.name
    ending = source.suffix if source.suffix in (".csv", ".tsv") else ".jsonl"
    rejects = Path(options.rejects) if options.rejects and not STATE else beside / f"{name}{suffix}.rejects{ending}"
    journal = Path(options.journal) if options.journal else beside / f"{name}{suffix}.journal"
    of = digest(source.name + json.dumps(source.rows, sort_keys=True, default=str))[:12]
    state = f"{STATE}_{of}{suffix.replace('.', '_')}" if STATE and not options.journal else None
    if options.rejects and suffix_of(options.rejects) in SUFFIXES and suffix_of(options.rejects) != ending:
        raise BulkFailed(f"rejects must end in {ending}, as the rejected rows are written like those of the source")
    used = [path.resolve() for path in (source.path, journal) if path != Path()]
    if rejects.resolve() in used:
        raise BulkFailed(f"the rejects cannot be {rejects}, which is the source or the journal")
    if source.suffix and journal.resolve() == source.path.resolve():
        raise BulkFailed(f"the journal cannot be {journal}, which is the source")
    if not journal.parent.is_dir():
        raise BulkFailed(f"the journal {journal} cannot be written: there is no folder {journal.parent}")
    if options.dry_run:
        rejects = folder / "dry.rejects"
        if journal.exists():
            shutil.copy(journal, folder / "dry.journal")
        journal = folder / "dry.journal"
    return rejects, journal, state


class Import:
    """One import. Rows are `sent`, were sent `before`, are rejected, or repeat others; counts are of records."""

    def __init__(self, options: Options, kind: Records, store: Store, journal: Journal, rejects: Rejects) -> None:
        self.options, self.kind, self.store = options, kind, store
        self.journal, self.rejects = journal, rejects
        self.prefix = f"{options.key}\0{kind.scope}\0"
        self.salt = short_digest(self.prefix) + 2**63
        self.sent = self.sent_rows = self.before = self.before_rows = self.rejected = self.repeated = self.batches = 0
        self.refused = self.refused_alone = 0  # by Klaviyo
        self.in_windmill = bool(STATE)
        store.was_sent = lambda content: journal.has(self.hash_content(content))

    def hash_content(self, text: str) -> int:
        return self.salt_digest(digest(text))

    def salt_digest(self, fingerprint: str) -> int:
        """64 bits, signed as SQLite has them; different for another account, list, and so on."""
        return (int(fingerprint[:16], 16) ^ self.salt) - 2**63

    def log(self, *lines: str) -> None:
        for line in lines:
            print(line, file=sys.stderr)

    def prepare(self, source: Source, separator: str) -> None:
        """Map the columns, make the records, find those that are not to be sent."""
        if not self.store.count:
            self.log(f"{source.name} has no rows")
            return
        names = list(self.store.columns)
        try:
            columns = match_columns(names, self.kind.headers, self.options.mapping)
        except BulkFailed as error:
            line = find_header(source.path, self.kind.headers) if separator and "identifies" in str(error) else None
            hint = f". Line {line} looks like the header: remove what is above it" if line and line > 1 else ""
            raise BulkFailed(f"{error}{hint}") from None
        lines = self.kind.choose(columns, self.store, separator)
        self.log(*columns.describe(), *lines)
        others = [name for name in names if name not in columns.used and name not in columns.items]
        more = f" and {len(others) - 12} more" if len(others) > 12 else ""
        self.log(f"{self.kind.others} are {', '.join(others[:12]) or 'none'}{more}")
        built = progress("Checking", self.kind.noun, self.store.count, self.build())
        self.store.insert("records", built, "?, ?, ?, ?, ?, ?, ?, ?, ?, NULL")
        self.rejected = self.rejects.count
        self.log(*(f"{rule} ({count:,} values)" for rule, count in self.kind.values.rules.items() if count))
        self.store.mark_repeats()
        changed = self.journal.mark_sent(self.kind.keeps_first)
        before, before_rows = self.store.count_records("state = 'before'")
        self.before, self.before_rows = self.before + before, self.before_rows + before_rows
        if self.journal.resumed:
            new, _ = self.store.count_records("state IS NULL")
            self.log(f"{self.before:,} were sent by an earlier run; {new:,} are new, {changed:,} have changed since")
        _, self.repeated = self.store.count_records("state != 'before'")
        self.list_repeats()
        undecided, _ = self.store.count_records("state IS NULL AND undecided")
        if undecided:
            message = f"{undecided:,} {self.kind.noun} {self.kind.undecided}"
            if not self.options.dry_run:
                raise BulkFailed(message)
            self.log(message)

    def build(self) -> Iterator[tuple[Any, ...]]:
        """Yields what the store has of each record; what cannot be one is rejected."""
        options, parts = self.options, self.options.parts
        pending: list[tuple[int, int, str]] = []
        for number, rows in self.store.groups():
            texts = [row[2] for row in rows]
            fingerprint = digest("\n".join(texts))
            content = self.salt_digest(fingerprint)
            try:
                for row, _, _, fault in rows:
                    if fault:  # then an order is not complete
                        raise RowError(fault if row == number else f"{fault}, in row {row} of the same order")
                cells = [json.loads(text) for text in texts]
                for content_of_row in cells if max(map(len, texts)) > MAX_STRING else ():
                    check_strings(content_of_row)
                draft = self.kind.build(cells, fingerprint)
                if parts > 1 and short_digest(draft.keys[0][2]) % parts != options.part - 1:
                    continue  # repeats are in one part
            except RowSkipped:
                continue
            except (RowError, RecursionError) as error:
                if content % parts != options.part - 1:
                    continue
                if self.journal.has(content):  # as it was sent with another mapping
                    self.before, self.before_rows = self.before + 1, self.before_rows + len(rows)
                else:
                    reason = str(error) if isinstance(error, RowError) else "it nests too deep"
                    self.rejects.add([row[:3] for row in rows], reason)
                continue
            others: list[int] = []
            if draft.contents:
                content, *others = map(self.hash_content, draft.contents)
            keys = [(short_digest(f"{self.prefix}{who}\0{what}"), number, name) for name, who, what in draft.keys]
            pending += keys
            if len(pending) > 1000:
                self.store.db.executemany("INSERT INTO keys VALUES (?, ?, ?)", pending)
                pending.clear()
            (body, size), (profile, more) = storable(draft.body), storable(draft.profile)
            key = content if draft.contents else keys[0][0]
            yield number, body, profile, len(rows), content, key, size + more, json.dumps(others), draft.undecided
        self.store.db.executemany("INSERT INTO keys VALUES (?, ?, ?)", pending)

    def list_repeats(self) -> None:
        """The rejects have them, but they are counted apart."""
        query = "SELECT number, state FROM records WHERE state IS NOT NULL AND state != 'before' ORDER BY number"
        for number, state in self.store.db.execute(query):
            if state == "changed":
                reason = f"{REPEATED}it was sent before with other content; {self.kind.repeat}"
            else:
                reason = f"{REPEATED}it has the same {state}; {self.kind.repeat}"
            self.rejects.add(self.store.rows_of(number), reason)

    def batches_to_send(self) -> Iterator[Batch]:
        """What has no state, in batches; first what a job of Klaviyo's works on already."""
        query = "SELECT number, body, profile, rows, content, key, size, others FROM records WHERE state IS NULL"
        for job, contents in self.journal.jobs().items():
            marks = ", ".join(map(str, contents))
            rows = self.store.db.execute(f"{query} AND content IN ({marks}) ORDER BY number").fetchall()
            self.store.db.execute(f"UPDATE records SET state = 'job' WHERE state IS NULL AND content IN ({marks})")
            if rows:
                yield Batch([Record(*row) for row in rows], True, job, contents)
        batch, size = Batch([], self.journal.resumed), 0
        for row in self.store.db.execute(f"{query} ORDER BY number"):
            record = Record(*row)
            added = record.size + 200  # with what is around it, at most
            if len(batch.records) == self.kind.max_records or size + added > self.kind.max_bytes - 1000:
                yield batch
                batch, size = Batch([], self.journal.resumed), 0
            batch.records.append(record)
            size += added
        if batch.records:
            yield batch

    def run(self, started: float) -> dict[str, Any]:
        """Send what is to be sent. Returns the summary; BulkFailed, with the summary, if it had to stop."""
        total, total_rows = self.store.count_records("state IS NULL")
        if self.options.dry_run:
            self.log("dry run: nothing is sent")
            self.sent, self.sent_rows = total, total_rows
            first = next(self.batches_to_send(), None)
            body = json.loads(self.kind.payload(first.records[:1])) if first else None
            return {"dry_run": True, **self.summary(started, 0), "body": body}
        client = Client(self.options.key, self.options.revision, self.kind.rates, self.options.parts)
        with client, progress("Sending", self.kind.noun, total) as bar:
            self.send(client, bar)
        key = f"klaviyo_imports/{os.environ.get('WM_JOB_ID')}/{self.rejects.path.name}"
        summary = self.summary(started, client.retries)
        summary["rejects"] = self.rejects.keep(self.options.rejects or key)
        if client.stopped:
            sent = f"{self.sent:,} {self.kind.noun} were sent; run it again to continue"
            raise BulkFailed(f"{client.stopped}. {sent}", summary, temporary=client.temporary)
        return summary

    def summary(self, started: float, retries: int) -> dict[str, Any]:
        """Counts that add up to `rows`: `sent` and `before` of records, `gathered` of the other rows of orders."""
        gathered = self.sent_rows - self.sent + self.before_rows - self.before
        counts = {"sent": self.sent, "before": self.before, "rejected": self.rejected, "repeated": self.repeated}
        return {
            "rows": self.store.count if self.options.parts == 1 else sum(counts.values()) + gathered,
            **counts,
            "gathered": gathered,
            "batches": self.batches,
            "retries": retries,
            "seconds": round(time.monotonic() - started, 1),
            "reasons": self.rejects.reasons,
            "rejects": None,
        }

    def send(self, client: Client, bar: tqdm[Any]) -> None:
        """Send all batches, several at a time. The threads only send, everything else is done here."""
        batches = self.batches_to_send()
        waiting: deque[Batch] = deque()
        running: dict[Future[Outcome], Batch] = {}
        with ThreadPoolExecutor(IN_FLIGHT) as pool:
            try:
                try:
                    while not client.stopped:
                        while len(running) < IN_FLIGHT and (
                            batch := waiting.popleft() if waiting else next(batches, None)
                        ):
                            running[pool.submit(self.kind.deliver, client, batch)] = batch
                        if not running:
                            break
                        for future in wait(running, timeout=1, return_when=FIRST_COMPLETED).done:
                            waiting.extend(self.settle(client, running.pop(future), future.result()))
                        if bar.update(self.sent + self.refused - bar.n) and self.in_windmill:
                            percent = min(99, int(100 * bar.n / (bar.total or 1)))
                            self.in_windmill = attempt("show progress", partial(wmill.set_progress, percent))
                except KeyboardInterrupt:
                    client.stop("Stopped by Ctrl-C")  # what is in flight ends, nothing else begins
                for future, batch in running.items():
                    self.settle(client, batch, future.result())
            except (OSError, sqlite3.Error) as error:  # such as a full disk
                client.stop(f"The journal or the rejects cannot be written: {error}")
            except BaseException:
                client.stop("Stopped")
                raise

    def settle(self, client: Client, batch: Batch, outcome: Outcome) -> list[Batch]:
        """Record what became of a batch. Returns what is to be sent again."""
        if outcome.begun:
            self.journal.begin(outcome.begun)
        if outcome.accepted:
            self.journal.add(outcome.accepted)
            self.sent += len(outcome.accepted)
            self.sent_rows += sum(record.rows for record in outcome.accepted)
            self.batches += 1
        if outcome.ended:
            self.journal.end(outcome.ended)
        for record, reason in outcome.rejected:
            rows = self.store.rows_of(record.number) if record else [(None, None, "[]")]  # an error that names none
            self.rejects.add(rows, reason)
            self.rejected += len(rows) if record else 0
            self.refused += 1
            self.refused_alone += not self.sent and len(batch.records) == 1
            if self.refused_alone > MAX_REFUSED:
                client.stop(f"Klaviyo refuses one row after another: {reason.removeprefix('Klaviyo: ')}")
        return outcome.resend
