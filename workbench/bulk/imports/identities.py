"""Identifiers that different people have, which identify nobody."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from workbench.bulk.imports.columns import IDENTIFIERS, Columns
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.rows import Cells
from workbench.bulk.imports.values import Values
from workbench.bulk.text import compose, fold_identifier

IDENTITY_TABLES = """
CREATE TABLE identities (name TEXT, value TEXT, email TEXT);
CREATE TABLE shared (name TEXT, value TEXT, PRIMARY KEY (name, value)) WITHOUT ROWID;
"""


def find_shared_identifiers(store: Store, columns: Columns, values: Values) -> None:
    """Find the identifiers that stand beside different emails, which `values` then leaves out: they identify nobody.

    Whatever a shop writes for customers without an account, or a form for those without a phone, it is one of them.
    """
    others = [columns.by_field[name][0] for name in IDENTIFIERS if name != "email" and name in columns.by_field]
    if "email" not in columns.by_field or not others:
        return
    store.db.executescript(IDENTITY_TABLES)
    quiet = replace(values, rules=Counter())  # the log counts what is read to be sent
    store.insert("identities", identities(read_records(store, others), columns, quiet), "?, ?, ?")
    store.db.execute(
        "INSERT INTO shared SELECT name, value FROM identities GROUP BY name, value HAVING min(email) != max(email)"
    )
    store.db.execute("DROP TABLE identities")
    if store.db.execute("SELECT 1 FROM shared LIMIT 1").fetchone():
        values.is_shared = lru_cache(1000)(lambda name, value: is_shared(store, name, value))


def read_records(store: Store, columns: list[str]) -> Iterator[list[Cells]]:
    """Each row that has something in one of the columns, and the rows of each order together."""
    for cells in store.rows_with(columns):
        yield [cells]
    yield from store.rows_of_orders()


def identities(records: Iterable[list[Cells]], columns: Columns, values: Values) -> Iterator[tuple[str, str, str]]:
    """Yields each identifier with its name and each email that it stands beside."""
    for rows in records:
        read = [values.read_identifiers(columns.values(cells), cells, columns)[0] for cells in rows]
        emails = {fold_identifier("email", identifiers["email"]) for identifiers in read if "email" in identifiers}
        for identifiers in read:
            for name, value in identifiers.items():
                if name != "email":
                    yield from ((name, fold_placeholder(value), email) for email in emails)


def is_shared(store: Store, name: str, value: str) -> bool:
    query = "SELECT 1 FROM shared WHERE name = ? AND value = ?"
    return store.db.execute(query, [name, fold_placeholder(value)]).fetchone() is not None


def fold_placeholder(value: str) -> str:
    """An identifier without case, as whoever writes a word for nobody may write it: Walk-in, WALK-IN."""
    return compose(value).casefold()
