"""The journal: what Klaviyo has accepted, by what it was, so that no run sends it again."""

from pathlib import Path

from workbench.bulk.imports.batches import Batch, Entry, Record
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.journal_state import JournalState
from workbench.bulk.journal_file import attach_journal
from workbench.bulk.text import short_digest

JOURNAL_ID = 0x6B6C6176  # marks the SQLite files that are journals of imports
JOURNAL_VERSION = 3  # of the hashes; 1 knew rows by their cells, 2 knew external IDs without their case
# The journal has no index, so that a batch is written in one piece; `latest` is a copy for looking up.
JOURNAL_TABLES = """
CREATE TABLE IF NOT EXISTS journal.sent (id INTEGER PRIMARY KEY, key INTEGER, content INTEGER);
CREATE TABLE IF NOT EXISTS journal.jobs (job TEXT, position INTEGER, key INTEGER, content INTEGER);
"""
LATEST_TABLE = """
CREATE TABLE latest (key INTEGER PRIMARY KEY, content INTEGER);
INSERT INTO latest SELECT key, content FROM journal.sent WHERE id IN (SELECT max(id) FROM journal.sent GROUP BY key);
"""


class Journal:
    """Hashes of what Klaviyo has accepted: of a key, which tells records apart, and of the content sent under it.

    It is a SQLite file, attached to the store. In Windmill, where no file outlives a job, it is read from Windmill's
    state and written there, too. `scope`: the account and what else a row may be sent for; hashes of one scope mean
    nothing in another. `resumed`: whether there was anything in it.
    """

    def __init__(self, store: Store, path: Path, state: str | None, scope: str) -> None:
        """Raises BulkFailed if it cannot be used. `state`: path of Windmill's state."""
        self._db, self._scope = store.db, scope
        attach_journal(self._db, path, JOURNAL_ID, JOURNAL_VERSION, JOURNAL_TABLES)
        self._state = JournalState(state, JOURNAL_VERSION) if state else None
        if self._state:
            self._add_sent(self._state.sent)
            for job, positions in self._state.jobs.items():
                self._add_job(job, positions)
        self._db.executescript(LATEST_TABLE)
        self.resumed = self._db.execute("SELECT 1 FROM latest LIMIT 1").fetchone() is not None
        store.was_sent = self.was_sent

    def hash_key(self, text: str) -> int:
        """Return 64 bits, signed as SQLite has them."""
        return short_digest(f"{self._scope}{text}")

    def describe(self, texts: tuple[str, ...]) -> list[Entry]:
        """Return the entries of what is remembered by itself, without a content that may change."""
        return [(self.hash_key(text), 0) for text in texts]

    def was_sent(self, text: str) -> bool:
        """Whether an earlier run has sent what is remembered as this text."""
        query = "SELECT 1 FROM latest WHERE key = ?"
        return self._db.execute(query, [self.hash_key(text)]).fetchone() is not None

    def mark_sent(self) -> None:
        """Set the state of the store's records that were sent before, as they are."""
        self._db.execute(
            """UPDATE records SET state = 'before' WHERE state IS NULL AND EXISTS
            (SELECT 1 FROM latest WHERE latest.key = records.key AND latest.content = records.content)"""
        )

    def add(self, records: list[Record]) -> None:
        """Klaviyo has accepted these records."""
        entries = [entry for record in records for entry in record.entries]
        self._add_sent(entries)
        if self._state:
            self._state.add(entries)

    def begin(self, batch: Batch) -> None:
        """A job of Klaviyo's works on a batch."""
        self._add_job(batch.job, batch.positions)
        if self._state:
            self._state.begin(batch.job, batch.positions)

    def end(self, job: str) -> None:
        """What the job has not accepted is to be sent again."""
        self._db.execute("DELETE FROM journal.jobs WHERE job = ?", [job])
        if self._state:
            self._state.end(job)

    def jobs(self) -> dict[str, list[Entry]]:
        """Return the jobs that have not ended, with the entries of their records in order."""
        jobs: dict[str, list[Entry]] = {}
        query = "SELECT job, key, content FROM journal.jobs ORDER BY job, position"
        for job, key, content in self._db.execute(query):
            jobs.setdefault(job, []).append((key, content))
        return jobs

    def _add_sent(self, entries: list[Entry]) -> None:
        self._db.execute("BEGIN")
        self._db.executemany("INSERT INTO journal.sent VALUES (NULL, ?, ?)", entries)
        self._db.execute("COMMIT")

    def _add_job(self, job: str, positions: list[Entry]) -> None:
        rows = [(job, position, *entry) for position, entry in enumerate(positions)]
        self._db.execute("BEGIN")
        self._db.executemany("INSERT INTO journal.jobs VALUES (?, ?, ?, ?)", rows)
        self._db.execute("COMMIT")
