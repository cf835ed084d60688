"""Rows that contradict each other"""

from collections.abc import Iterator
from typing import NamedTuple

from workbench.bulk.imports.database import Store
from workbench.bulk.subscriptions.channels import CHANNELS
from workbench.bulk.text import fold_identifier, short_digest

CONSENT_TABLES = """
CREATE TABLE consents (key INTEGER, channel TEXT, yes INTEGER, number INTEGER, fingerprint TEXT);
CREATE TABLE contradictions (fingerprint TEXT PRIMARY KEY, channel TEXT, yes INTEGER, no INTEGER);
"""
FIND_CONTRADICTIONS = """
INSERT OR IGNORE INTO contradictions SELECT fingerprint, channel, said_yes, said_no FROM consents
JOIN (SELECT key, min(number) FILTER (WHERE yes) AS said_yes, min(number) FILTER (WHERE NOT yes) AS said_no
    FROM consents GROUP BY key HAVING min(yes) < max(yes)) USING (key)
"""


class Statement(NamedTuple):
    """What a row says of a channel. `fingerprint`: of the row."""

    channel: str
    identifier: str
    is_yes: bool
    number: int
    fingerprint: str


class Contradictions:
    """The rows of which others say the opposite about the same person and channel: nobody can tell which holds."""

    def __init__(self, store: Store, statements: Iterator[Statement]) -> None:
        self._db = store.db
        self._db.executescript(CONSENT_TABLES)
        rows = (
            (
                short_digest(f"{each.channel}\0{fold_identifier(CHANNELS[each.channel].identifier, each.identifier)}"),
                each.channel,
                each.is_yes,
                each.number,
                each.fingerprint,
            )
            for each in statements
        )
        store.insert("consents", rows, "?, ?, ?, ?, ?")
        self._db.execute(FIND_CONTRADICTIONS)

    def find(self, fingerprint: str) -> str | None:
        """Why a row cannot be sent; None if no other contradicts it."""
        query = "SELECT channel, yes, no FROM contradictions WHERE fingerprint = ?"
        row = self._db.execute(query, [fingerprint]).fetchone()
        if row is None:
            return None
        channel, yes, no = row
        return f"rows {yes} and {no} contradict each other on {channel}; remove what does not hold"
