"""Consents that are in several rows"""

from workbench.bulk.imports.database import Store
from workbench.bulk.subscriptions.channels import CHANNELS
from workbench.bulk.text import fold_identifier, short_digest


class Repeats:
    """Which consents earlier rows of the same file have."""

    def __init__(self, store: Store) -> None:
        self._db = store.db
        self._db.execute("CREATE TABLE consents_of_rows (key INTEGER PRIMARY KEY)")

    def find_new(self, identifiers: dict[str, str]) -> list[str]:
        """The channels on which no earlier row has the same person. `identifiers`: of a row, by channel."""
        return [name for name, identifier in identifiers.items() if self._add(name, identifier)]

    def _add(self, channel: str, identifier: str) -> bool:
        """Whether it is new."""
        consent = f"{channel}\0{fold_identifier(CHANNELS[channel].identifier, identifier)}"
        query = "INSERT OR IGNORE INTO consents_of_rows VALUES (?)"
        return self._db.execute(query, [short_digest(consent)]).rowcount == 1
