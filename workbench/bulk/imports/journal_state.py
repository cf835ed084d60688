"""The journal in Windmill's state, which outlives a job."""

import struct
from base64 import b64decode, b64encode
from functools import partial
from typing import Any

import wmill

from workbench.bulk.errors import BulkFailed
from workbench.bulk.imports.batches import Entry
from workbench.bulk.windmill import attempt, read_state

ENTRY = struct.Struct("<qI")  # 12 bytes, 16 in base64
MAX_RECENT = 20_000  # entries that are written with every batch
MAX_PART = 120_000  # entries of a resource, which is then below 2 MB


class JournalState:
    """Entries of a journal in resources of the type `state`: the recent ones at `{path}_recent`, others in parts.

    A million entries are 10 resources. Parts are written before the recent entries are forgotten: a job that is killed
    in between leaves some twice, which does no harm. `sent` and `jobs`: what was there when the run began.
    """

    def __init__(self, path: str, version: int) -> None:
        """Raises BulkFailed if the state cannot be read, or was written by another version."""
        self._path, self._version = path, version
        self._part: list[Entry] = []  # the last part
        self._number = 0  # of the last part
        self._recent: list[Entry] = []
        self.jobs: dict[str, list[Entry]] = {}
        self.sent: list[Entry] = []
        while (value := self._read(f"{path}_{self._number}")) is not None:
            self._part = value[0]
            self.sent += self._part
            self._number += 1
        self._number = max(0, self._number - 1)
        if (value := self._read(f"{path}_recent")) is not None:
            self._recent, self.jobs = value
            self.sent += self._recent

    def add(self, entries: list[Entry]) -> None:
        self._recent += entries
        if len(self._recent) > MAX_RECENT:
            self._move_recent()
        self._save_recent()

    def begin(self, job: str, positions: list[Entry]) -> None:
        self.jobs[job] = positions
        self._save_recent()

    def end(self, job: str) -> None:
        self.jobs.pop(job, None)
        self._save_recent()

    def _save_recent(self) -> None:
        jobs = {job: pack_entries(positions) for job, positions in self.jobs.items()}
        value = {"version": self._version, "sent": pack_entries(self._recent), "jobs": jobs}
        attempt("keep what is done", partial(wmill.set_state, value, path=f"{self._path}_recent"))

    def _move_recent(self) -> None:
        """Write the recent entries into the last part, and into further ones once it is full."""
        entries, number = self._part + self._recent, self._number
        while True:
            part, entries = entries[:MAX_PART], entries[MAX_PART:]
            value = {"version": self._version, "sent": pack_entries(part)}
            if not attempt("keep what is done", partial(wmill.set_state, value, path=f"{self._path}_{number}")):
                return  # they stay among the recent ones
            if not entries:
                break
            number += 1
        self._part, self._number, self._recent = part, number, []

    def _read(self, path: str) -> tuple[list[Entry], dict[str, list[Entry]]] | None:
        try:
            values = read_state(path)
            if not values:
                return None
            [value] = values
            is_older = "lines" in value
            if not is_older and value["version"] == self._version:
                jobs: dict[str, Any] = value.get("jobs", {})
                return unpack_entries(value["sent"]), {job: unpack_entries(text) for job, text in jobs.items()}
        except Exception as error:  # Windmill's client raises what it likes
            raise BulkFailed(f"Windmill's state {path} cannot be read: {error!s:.300}") from None
        raise BulkFailed(
            f"Windmill's state {path} was written by another version of this script, which cannot tell this one what it"
            " has sent. To send everything again, delete the resource, or name a journal"
        )


def pack_entries(entries: list[Entry]) -> str:
    return b64encode(b"".join(ENTRY.pack(*entry) for entry in entries)).decode()


def unpack_entries(text: str) -> list[Entry]:
    return [(key, content) for key, content in ENTRY.iter_unpack(b64decode(text, validate=True))]
