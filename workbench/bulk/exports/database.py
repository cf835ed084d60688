"""The items of an export, and how far it has come, in a SQLite file."""

import json
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from workbench.bulk.errors import BulkFailed
from workbench.bulk.exports.request import Request
from workbench.bulk.exports.times import time_of
from workbench.bulk.journal_file import attach_journal
from workbench.bulk.text import compact, short_digest, storable

EXPORT_ID = 0x6B6C6178  # marks the SQLite files that are journals of exports
EXPORT_VERSION = 2  # of the hashes
MAX_PAUSE = 86_400  # seconds; a run that stopped longer ago is begun anew
# `items`: what the run has read; one without a body is as an earlier run has written it. `written`: what earlier runs
# have written of the time that is read again.
STAGING_TABLES = """
PRAGMA journal.journal_mode = WAL; PRAGMA journal.synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS journal.facts (value TEXT);
CREATE TABLE IF NOT EXISTS journal.items
    (number INTEGER PRIMARY KEY, id TEXT UNIQUE, time REAL, hash INTEGER, body TEXT);
CREATE TABLE IF NOT EXISTS journal.cursors (cursor TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS journal.written (hash INTEGER PRIMARY KEY);
"""
sorted_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


class Staging:
    """The items of a run and, with `since`, what the next runs have to know: a SQLite file.

    Each page is added together with the cursor of the next one, so that a run can be killed at any moment. `facts`:
    `scope`, what is exported; `mark`, how far the last run came; `target`, where it has written; `run`, the state of
    the run that has not finished.
    """

    def __init__(self, path: Path, request: Request, scope: str) -> None:
        """BulkFailed if the file cannot be used."""
        self.path, self.request = path, request
        self.db = sqlite3.connect(":memory:", isolation_level=None, timeout=0)
        attach_journal(self.db, path, EXPORT_ID, EXPORT_VERSION, STAGING_TABLES)
        [text] = self.db.execute("SELECT value FROM facts").fetchone() or ["{}"]
        self.facts: dict[str, Any] = {"scope": scope, "mark": "", "target": "", "run": None} | json.loads(text)
        if self.facts["scope"] != scope:
            raise BulkFailed(f"{path} is the journal of another export: name another one")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.db.close()

    @property
    def run(self) -> dict[str, Any]:
        run: dict[str, Any] = self.facts["run"]
        return run

    def begin(self) -> list[Any]:
        """Resume the unfinished run, or begin one. Returns the S3 objects of a run that is abandoned."""
        run, unused = self.facts["run"], []
        if run and time.time() - run["active"] > MAX_PAUSE:
            print(f"The run of {run['started']} was stopped long ago: reading from the start", file=sys.stderr)
            unused, run = run["chunks"], None
        if run and run["pages"]:  # else begin anew: its time, in the name of the file, may be what stopped it
            print(f"Continuing the run of {run['started']}, after {run['pages']:,} pages", file=sys.stderr)
        else:
            started = datetime.now(UTC).isoformat(timespec="seconds")
            self.facts["run"] = {"started": started, "cursor": "", "complete": False, "pages": 0, "items": 0}
            self.facts["run"] |= {"size": 0, "target": "", "chunks": [], "active": time.time()}
            with self.transaction():
                self._clear_items()
        return unused

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything in it is kept together with the facts, or nothing."""
        self.db.execute("BEGIN")
        try:
            yield
            self.db.execute("DELETE FROM facts")
            self.db.execute("INSERT INTO facts VALUES (?)", [json.dumps(self.facts)])
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def has_read(self, cursor: str) -> bool:
        return (
            cursor == self.run["cursor"]
            or self.db.execute("SELECT 1 FROM cursors WHERE cursor = ?", [cursor]).fetchone() is not None
        )

    def restart(self) -> None:
        """Forget the cursor, keep the items."""
        self.run["cursor"] = ""
        with self.transaction():
            self.db.execute("DELETE FROM cursors")

    def add_page(self, items: list[dict[str, Any]], following: str) -> None:
        """Keep a page and how to go on."""
        run, rows = self.run, list(map(self._row, items))
        cursor = run["cursor"]
        run |= {"cursor": following, "complete": not following, "active": time.time(), "pages": run["pages"] + 1}
        run |= {"items": run["items"] + len(rows), "size": run["size"] + sum(len(row[3] or "") for row in rows)}
        with self.transaction():
            self.add_rows(rows)
            self.db.execute("INSERT OR IGNORE INTO cursors VALUES (?)", [cursor])

    def add_rows(self, rows: Iterable[Any]) -> None:
        """Of an item that was read before, the last version counts."""
        self.db.executemany("INSERT OR REPLACE INTO items (id, time, hash, body) VALUES (?, ?, ?, ?)", rows)

    def _row(self, item: dict[str, Any]) -> tuple[str, float | None, int, str | None]:
        body = storable(compact(item))[0]
        if not self.request.since:
            return item["id"], None, 0, body
        content = short_digest(sorted_compact(without_included(item)))
        known = self.db.execute("SELECT 1 FROM written WHERE hash = ?", [content]).fetchone()
        moment = time_of((item.get("attributes") or {}).get(self.request.since))
        return item["id"], moment.timestamp() if moment else None, content, None if known else body

    def rows_after(self, number: int) -> Iterator[tuple[Any, ...]]:
        return self.db.execute("SELECT id, time, hash, body, number FROM items WHERE number > ? ORDER BY 5", [number])

    def bodies(self) -> Iterator[str]:
        """The items to be written, as JSON."""
        return (body for [body] in self.db.execute("SELECT body FROM items WHERE body IS NOT NULL ORDER BY number"))

    def count(self) -> tuple[int, int]:
        """How many items are to be written, and how many others an earlier run has written."""
        query = "SELECT count(body), count(*) - count(body) FROM items"
        return tuple(self.db.execute(query).fetchone())

    def aim(self, target: str) -> None:
        """Keep where the run is about to write: after a kill, it may write there again."""
        self.run["target"] = target
        with self.transaction():
            pass

    def finish(self) -> None:
        """Everything is written: keep what the next run has to know."""
        mark, run = self._new_mark(), self.run
        self.facts |= {"mark": mark, "target": run["target"] or self.facts["target"], "run": None}
        window = self.request.window(mark).timestamp() if mark else 0
        with self.transaction():
            self.db.execute("DELETE FROM written")
            query = "INSERT OR IGNORE INTO written SELECT hash FROM items WHERE time IS NULL OR time >= ?"
            self.db.execute(query, [window])
            self._clear_items()
        self.db.execute("VACUUM journal")

    def remove(self) -> None:
        """There is nothing that a next run has to know."""
        self.db.close()
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(f"{self.path.name}{suffix}").unlink(missing_ok=True)

    def _new_mark(self) -> str:
        """The latest time of all items that is not after the beginning of the run: an error may lie in the future."""
        started = datetime.fromisoformat(self.run["started"]).timestamp()
        [latest] = self.db.execute("SELECT max(time) FROM items WHERE time <= ?", [started]).fetchone()
        new = "" if latest is None else datetime.fromtimestamp(latest, UTC).isoformat(timespec="seconds")
        return str(max(new, self.facts["mark"]))  # both in UTC, to the second

    def _clear_items(self) -> None:
        self.db.execute("DELETE FROM items")
        self.db.execute("DELETE FROM cursors")


def without_included(item: dict[str, Any]) -> dict[str, Any]:
    """Return the item itself, with references in the place of the resources that were included: it has not changed if
    only they have."""
    if not isinstance(item.get("relationships"), dict):
        return item
    relationships = {
        name: {**relationship, "data": references_of(relationship["data"])}
        if isinstance(relationship, dict) and "data" in relationship
        else relationship
        for name, relationship in item["relationships"].items()
    }
    return {**item, "relationships": relationships}


def references_of(data: Any) -> Any:
    """Return the references to related resources, each by type and ID."""
    if isinstance(data, list):
        return [references_of(entry) for entry in data]
    return {name: data[name] for name in ("type", "id") if name in data} if isinstance(data, dict) else data
