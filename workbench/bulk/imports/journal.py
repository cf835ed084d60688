"""What an earlier run has sent"""

import json
from pathlib import Path
from typing import Any

import wmill

from workbench.bulk.errors import BulkFailed
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.records import Batch, Record
from workbench.bulk.journal_file import attach_journal
from workbench.bulk.windmill import MAX_STATE, attempt, read_state

JOURNAL_ID = 0x6B6C6176  # marks the SQLite files that are journals
# The journal has no index, so that a batch is written in one piece; the store's copy is for looking up.
JOURNAL_TABLES = """
CREATE TABLE IF NOT EXISTS journal.sent (id INTEGER PRIMARY KEY, key INTEGER, content INTEGER);
CREATE TABLE IF NOT EXISTS journal.jobs (job TEXT, position INTEGER, content INTEGER);
"""
LOOKUP_TABLES = """
CREATE TABLE contents (content INTEGER PRIMARY KEY);
CREATE TABLE latest (key INTEGER PRIMARY KEY, content INTEGER);
INSERT INTO contents SELECT DISTINCT content FROM journal.sent;
INSERT INTO latest SELECT key, content FROM journal.sent WHERE id IN (SELECT max(id) FROM journal.sent GROUP BY key);
"""


class Journal:
    """Which rows Klaviyo has accepted, by their content: a SQLite file, attached to the store.

    In Windmill, where no file outlives a job, what is added to it is also a line in the script's state, which the next
    run reads back.
    """

    def __init__(self, store: Store, path: Path, state: str | None) -> None:
        """BulkFailed if it cannot be used. `state`: path of Windmill's state."""
        self._db, self._state, self._lines, self._chunk = store.db, state, list[Any](), 0
        attach_journal(self._db, path, JOURNAL_ID, JOURNAL_TABLES)
        if state:
            self._read_state(state)
        self._db.executescript(LOOKUP_TABLES)
        self.resumed = self._db.execute("SELECT 1 FROM contents LIMIT 1").fetchone() is not None

    def has(self, content: int) -> bool:
        return self._db.execute("SELECT 1 FROM contents WHERE content = ?", [content]).fetchone() is not None

    def mark_sent(self, keeps_first: bool) -> int:
        """Set the state of the store's records that were sent before. Returns how many were sent with other content."""
        latest = "(SELECT content FROM latest WHERE latest.key = records.key)"
        self._db.execute(
            f"""UPDATE records SET state = 'before' WHERE state IS NULL
            AND content IN (SELECT content FROM contents) AND coalesce({latest}, content) = content"""
        )
        changed = "state IS NULL AND key IN (SELECT key FROM latest)"
        [count] = self._db.execute(f"SELECT count(*) FROM records WHERE {changed}").fetchone()
        if keeps_first:
            self._db.execute(f"UPDATE records SET state = 'changed' WHERE {changed}")
        return int(count)

    def add(self, records: list[Record]) -> None:
        """Klaviyo has accepted these records."""
        numbers = [number for record in records for number in (record.key, record.content)]
        numbers += [other for record in records for other in json.loads(record.others) for _ in ("key", "content")]
        self._save("sent", "", numbers)

    def begin(self, batch: Batch) -> None:
        """A job of Klaviyo's works on a batch."""
        self._save("job", batch.job, batch.positions)

    def end(self, job: str) -> None:
        """What the job has not accepted is to be sent again."""
        self._save("end", job, [])

    def jobs(self) -> dict[str, list[int]]:
        """The jobs that have not ended, with the contents of their records, in order."""
        jobs: dict[str, list[int]] = {}
        for job, content in self._db.execute("SELECT job, content FROM journal.jobs ORDER BY job, position"):
            jobs.setdefault(job, []).append(content)
        return jobs

    def _save(self, kind: str, job: str, numbers: list[int]) -> None:
        self._apply(kind, job, numbers)
        if self._state:
            if sum(len(line[2]) for line in self._lines) > MAX_STATE:
                self._lines, self._chunk = [], self._chunk + 1
            self._lines.append((kind, job, numbers))
            path = f"{self._state}_{self._chunk}"
            attempt("keep what is done", lambda: wmill.set_state({"lines": self._lines}, path=path))

    def _apply(self, kind: str, job: str, numbers: list[int]) -> None:
        self._db.execute("BEGIN")
        match kind:
            case "sent":
                pairs = zip(numbers[::2], numbers[1::2], strict=True)
                self._db.executemany("INSERT INTO journal.sent VALUES (NULL, ?, ?)", pairs)
            case "job":
                rows = [(job, position, number) for position, number in enumerate(numbers)]
                self._db.executemany("INSERT INTO journal.jobs VALUES (?, ?, ?)", rows)
            case "end":
                self._db.execute("DELETE FROM journal.jobs WHERE job = ?", [job])
        self._db.execute("COMMIT")

    def _read_state(self, state: str) -> None:
        try:
            while value := read_state(f"{state}_{self._chunk}"):
                self._lines = value[0]["lines"]
                for line in self._lines:
                    self._apply(*line)
                self._chunk += 1
        except Exception as error:  # Windmill's client raises what it likes
            raise BulkFailed(f"Windmill's state {state}_{self._chunk} cannot be read: {error!s:.300}") from None
        self._chunk = max(0, self._chunk - 1)
