"""Repeats: records that are the same as another of the file, or were sent by an earlier run."""

from workbench.bulk.imports.database import REPEATED, Store
from workbench.bulk.imports.journal import Journal
from workbench.bulk.imports.records import Records
from workbench.bulk.imports.rejects import Rejects

CHANGED = "state IS NULL AND key IN (SELECT key FROM latest)"


def mark_repeats(records: Records, store: Store, journal: Journal) -> int:
    """Set the state of all records that are not to be sent. Returns how many were sent before with other content."""
    store.mark_repeats()
    journal.mark_sent()
    changed, _ = store.count_records(CHANGED)
    if records.keeps_first:
        store.db.execute(f"UPDATE records SET state = 'changed' WHERE {CHANGED}")
    return changed


def list_repeats(records: Records, store: Store, rejects: Rejects) -> None:
    """Write the rows of repeats to the rejects, where they can be told from rows that are wrong."""
    for number, state in store.repeats():
        reason = "it was sent before with other content" if state == "changed" else f"it has the same {state}"
        rejects.add(store.rows_of(number), f"{REPEATED}{reason}; {records.repeat}")
