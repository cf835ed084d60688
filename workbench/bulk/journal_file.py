"""The SQLite files that journals are."""

import sqlite3
from pathlib import Path

from workbench.bulk.errors import BulkFailed


def attach_journal(db: sqlite3.Connection, path: Path, mark: int, version: int, tables: str) -> None:
    """Open a SQLite file as `journal`, created if need be. `mark`: its application ID; `version`: its user version.

    Raises BulkFailed if it is something else, of another version, or in use.
    """
    try:
        db.execute("ATTACH ? AS journal", [str(path)])
        db.execute("PRAGMA journal.locking_mode = EXCLUSIVE")
        [present] = db.execute("PRAGMA journal.application_id").fetchone()
        [written] = db.execute("PRAGMA journal.user_version").fetchone()
        is_new = not path.exists() or not path.stat().st_size
        if present != mark and not is_new:
            raise sqlite3.DatabaseError("it is another kind of file")
        if written != version and not is_new:
            raise BulkFailed(
                f"{path} was written by another version of this script, which cannot tell this one what it has sent. To"
                " send everything again, delete it, or name another journal"
            )
        db.execute(f"PRAGMA journal.application_id = {mark}")
        db.execute(f"PRAGMA journal.user_version = {version}")
        db.executescript(tables)
    except sqlite3.Error as error:
        if "locked" in str(error):
            raise BulkFailed(f"another run is using {path}") from None
        raise BulkFailed(f"{path} cannot be used as a journal: {error}") from None
