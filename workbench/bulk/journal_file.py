"""Journals"""

import sqlite3
from pathlib import Path

from workbench.bulk.errors import BulkFailed


def attach_journal(db: sqlite3.Connection, path: Path, mark: int, tables: str) -> None:
    """Open a SQLite file as `journal`, created if need be. `mark`: the application ID that it has.

    BulkFailed if it is something else, or in use.
    """
    try:
        db.execute("ATTACH ? AS journal", [str(path)])
        db.execute("PRAGMA journal.locking_mode = EXCLUSIVE")
        [present] = db.execute("PRAGMA journal.application_id").fetchone()
        if present != mark and path.exists() and path.stat().st_size:
            raise sqlite3.DatabaseError("it is another kind of file")
        db.execute(f"PRAGMA journal.application_id = {mark}")
        db.executescript(tables)
    except sqlite3.Error as error:
        if "locked" in str(error):
            raise BulkFailed(f"another run is using {path}") from None
        raise BulkFailed(f"{path} cannot be used as a journal: {error}") from None
