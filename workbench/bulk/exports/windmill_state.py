"""What Windmill keeps of an export that was stopped."""

import gzip
import json
import time
from functools import partial
from pathlib import Path
from typing import Any

import wmill

from workbench.bulk.errors import BulkFailed
from workbench.bulk.exports.database import Staging
from workbench.bulk.source import download
from workbench.bulk.windmill import MAX_STATE, attempt, read_state

SAVE_EVERY = 60  # seconds of reading that are lost with a job at most


class Kept:
    """What a Staging holds, where it outlives a job of Windmill's: facts and hashes in the state, items in S3 objects.

    By hand, where the file itself outlives the run, `state` is None, and nothing is done. `storage`: that of the S3
    objects; None if the result is no S3 object, which is short and read again.
    """

    def __init__(self, state: str | None, storage: dict[str, Any] | None, folder: Path) -> None:
        self._state, self._storage, self._file = state, storage, folder / "chunk.jsonl.gz"
        self._generation = self._parts = self._number = 0  # of the state's parts, and of the last item in S3
        self._last_save = 0.0

    def begin(self, staging: Staging) -> None:
        """Begin the run, with what earlier jobs have kept. BulkFailed if it cannot be read."""
        self._load(staging)
        self.remove(staging.begin())
        [self._number] = staging.db.execute("SELECT coalesce(max(number), 0) FROM items").fetchone()

    def _load(self, staging: Staging) -> None:
        try:
            for value in read_state(self._state) if self._state else []:
                if value:
                    self._generation, self._parts = value["generation"], value["parts"]
                    staging.facts |= value["facts"]
                    self._load_rows(staging)
        except Exception as error:  # Windmill's client raises what it likes
            raise BulkFailed(f"Windmill's state {self._state} cannot be read: {error!s:.300}") from None

    def _load_rows(self, staging: Staging) -> None:
        with staging.transaction():
            for number in range(self._parts):
                [part] = read_state(f"{self._state}_{self._generation}_{number}")
                staging.db.executemany("INSERT OR IGNORE INTO written VALUES (?)", ([hash_] for hash_ in part))
            for chunk in (staging.facts["run"] or {}).get("chunks", []):
                download(chunk, self._file)
                with gzip.open(self._file, "rt", encoding="utf-8") as lines:
                    staging.add_rows(map(json.loads, lines))

    def save(self, staging: Staging, at_once: bool = False) -> None:
        """Keep what was read since the last time, now and then. BulkFailed if that does not work the first time."""
        if not self._state or self._storage is None or not (at_once or self._is_due()):
            return
        first, self._last_save = not self._last_save, time.monotonic()
        if not attempt("keep what is read", lambda: self._save_rows(staging)) and first and not at_once:
            raise BulkFailed("Nothing can be written to S3: is there an object storage in the workspace's settings?")

    def _is_due(self) -> bool:
        return not self._last_save or time.monotonic() - self._last_save > SAVE_EVERY

    def _save_rows(self, staging: Staging) -> None:
        number, run = self._number, staging.run
        with gzip.open(self._file, "wt", encoding="utf-8") as lines:
            for entry in staging.rows_after(self._number):
                lines.write(json.dumps(entry[:-1]) + "\n")
                number = entry[-1]
        if number > self._number:
            started = run["started"].replace(":", "").replace("+0000", "Z")
            key = f"klaviyo_exports/{staging.facts['scope']}/{started}_{len(run['chunks'])}.jsonl.gz"
            with self._file.open("rb") as file:
                wmill.write_s3_file({**(self._storage or {}), "s3": key}, file)
            run["chunks"].append({**(self._storage or {}), "s3": key})
            self._number = number
        self._save_facts(staging.facts)

    def _save_facts(self, facts: dict[str, Any]) -> None:
        value = {"facts": facts, "generation": self._generation, "parts": self._parts}
        wmill.set_state(value, path=self._state)

    def finish(self, staging: Staging, chunks: list[Any]) -> None:
        """Keep what the next run has to know, and remove what it has not."""
        if not self._state:
            return
        hashes = [hash_ for [hash_] in staging.db.execute("SELECT hash FROM written")]
        parts = [hashes[start : start + MAX_STATE] for start in range(0, len(hashes), MAX_STATE)]
        generation = 1 - self._generation  # the parts of the last run stay until the state names the new ones
        try:
            for number, part in enumerate(parts):
                wmill.set_state(part, path=f"{self._state}_{generation}_{number}")
            self._generation, self._parts = generation, len(parts)
            self._save_facts(staging.facts)
        except Exception as error:  # Windmill's client raises what it likes
            reason = f"Windmill cannot keep how far the export came, {staging.facts['mark']}: {error!s:.300}"
            raise BulkFailed(f"{reason}. Everything is written, and the next run writes it again") from None
        self.remove(chunks)

    def forget(self, chunks: list[Any]) -> None:
        """There is nothing that the next run has to know."""
        if self._state and (self._last_save or chunks):
            attempt("forget the run", lambda: wmill.set_state(None, path=self._state))
        self.remove(chunks)

    def remove(self, chunks: list[Any]) -> None:
        for chunk in chunks:
            attempt("remove what was kept of the run", partial(wmill.delete_s3_object, chunk))
