"""What the sandbox remembers, in SQLite: resources by type and id, their relationships, imports, pending requests."""

import json
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from workbench.sandbox.facts import JSON, Facts

TABLES = """
CREATE TABLE IF NOT EXISTS resources (
    number INTEGER PRIMARY KEY, type TEXT, id TEXT, attributes TEXT, UNIQUE (type, id)
);
CREATE TABLE IF NOT EXISTS links (
    number INTEGER PRIMARY KEY, type TEXT, id TEXT, name TEXT, target_type TEXT, target TEXT, since TEXT,
    UNIQUE (type, id, name, target)
);
CREATE INDEX IF NOT EXISTS links_by_target ON links (target_type, target);
CREATE TABLE IF NOT EXISTS identifiers (type TEXT, name TEXT, value TEXT, id TEXT, PRIMARY KEY (type, name, value));
CREATE INDEX IF NOT EXISTS identifiers_by_id ON identifiers (type, id);
CREATE TABLE IF NOT EXISTS account (id TEXT);
CREATE TABLE IF NOT EXISTS imports (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE, created TEXT, profiles TEXT, lists TEXT, polls INTEGER, errors TEXT
);
CREATE TABLE IF NOT EXISTS accepted (number INTEGER PRIMARY KEY, operation TEXT, body BLOB);
"""
# Attributes by which a resource can be found, each of which no two resources of the type share.
IDENTIFIERS = {"profile": ("email", "phone_number", "external_id"), "metric": ("name",)}

MAX_REMEMBERED = 3  # orders of resources, which may be a million

Reference = tuple[str, str]  # type and id
T = TypeVar("T")


@dataclass
class Resource:
    """`number`: its position among the resources of its type or, if it was read as a related one, since `since`.

    `is_new`: whether the request has created it, where Klaviyo's answer says so.
    """

    number: int
    type: str
    id: str
    attributes: JSON
    since: str | None = None
    is_new: bool = False

    @property
    def reference(self) -> Reference:
        return self.type, self.id


@dataclass(frozen=True)
class Rows:
    """Resources that a query finds, oldest first: all of them, or by their `number`, in which order they are read."""

    database: sqlite3.Connection
    query: str
    values: tuple[str, ...]
    number: str

    def __iter__(self) -> Iterator[Resource]:
        return read_rows(self.database.execute(f"{self.query} ORDER BY {self.number}", self.values))

    def numbers(self) -> Iterator[int]:
        rows = self.database.execute(f"SELECT number FROM ({self.query}) ORDER BY number", self.values)  # noqa: S608
        return (number for [number] in rows)

    def pick(self, numbers: list[int]) -> list[Resource]:
        """Return the resources with these numbers, in the order of these."""
        marks = ", ".join(map(str, numbers))
        rows = self.database.execute(f"{self.query} AND {self.number} IN ({marks})", self.values)
        resources = {resource.number: resource for resource in read_rows(rows)}
        return [resources[number] for number in numbers if number in resources]


class Store:
    """All resources of an account, in the file at `path`. A relationship and its inverse always agree."""

    def __init__(self, facts: Facts, path: str = ":memory:") -> None:
        self.facts = facts
        self.database = sqlite3.connect(path, check_same_thread=False)
        self.database.executescript(f"PRAGMA synchronous = OFF; {TABLES}")  # a killed process loses nothing, either
        with self.database:
            if not self.database.execute("SELECT 1 FROM account").fetchone():
                self._name_account()
        self._remembered: dict[Any, Any] = {}
        self._version = (0, 0)

    def remember(self, key: Any, compute: Callable[[], T]) -> T:
        """Return what was computed under the key, as long as no resource has changed since."""
        if self._version != self._changes() or len(self._remembered) > MAX_REMEMBERED:
            self._remembered.clear()
            self._version = self._changes()
        if key not in self._remembered:
            self._remembered[key] = compute()
        result: T = self._remembered[key]
        return result

    def _changes(self) -> tuple[int, int]:
        """Return two numbers, of which one differs after any change: by this connection, or by another process."""
        return self.database.total_changes, int(self.database.execute("PRAGMA data_version").fetchone()[0])

    @property
    def account_id(self) -> str:
        """The ID of the account: the same as long as the file exists and nobody starts over."""
        return str(self.database.execute("SELECT id FROM account").fetchone()[0])

    def _name_account(self) -> None:
        self.database.execute("INSERT INTO account VALUES (?)", (uuid.uuid4().hex,))

    def is_empty(self) -> bool:
        return not self.database.execute("SELECT EXISTS (SELECT 1 FROM resources)").fetchone()[0]

    def clear(self) -> None:
        """Start over: as a new account, with nothing in it."""
        for table in ("resources", "links", "identifiers", "account", "imports", "accepted"):
            self.database.execute(f"DELETE FROM {table}")  # noqa: S608
        self._name_account()

    def count(self, type_: str) -> int:
        return int(self.database.execute("SELECT count(*) FROM resources WHERE type = ?", (type_,)).fetchone()[0])

    def count_by_type(self) -> dict[str, int]:
        rows = self.database.execute("SELECT type, count(*) FROM resources GROUP BY type ORDER BY type")
        return {str(type_): int(count) for type_, count in rows}

    def newest(self, type_: str, count: int) -> list[Resource]:
        """Return at most `count` resources of a type, newest first."""
        statement = "SELECT * FROM resources WHERE type = ? ORDER BY number DESC LIMIT ?"
        return list(read_rows(self.database.execute(statement, (type_, count))))

    def get(self, type_: str, id_: str) -> Resource | None:
        rows = self.database.execute("SELECT * FROM resources WHERE type = ? AND id = ?", (type_, id_))
        return next(read_rows(rows), None)

    def all_of(self, type_: str) -> Rows:
        """Return the resources of a type."""
        return Rows(self.database, "SELECT * FROM resources WHERE type = ?", (type_,), "number")

    def find(self, type_: str, attributes: JSON) -> str | None:
        """Return the id of the resource that has one of the identifiers among the attributes."""
        for name in IDENTIFIERS.get(type_, ()):
            row = (
                attributes.get(name)
                and self.database.execute(
                    "SELECT id FROM identifiers WHERE type = ? AND name = ? AND value = ?",
                    (type_, name, normalize(name, attributes[name])),
                ).fetchone()
            )
            if row:
                return str(row[0])
        return None

    def put(self, type_: str, id_: str, attributes: JSON) -> None:
        """Create a resource, or replace its attributes."""
        self.put_all(type_, [(id_, attributes)])

    def put_all(self, type_: str, resources: Iterable[tuple[str, JSON]]) -> None:
        """Create resources of one type, or replace their attributes. An identifier belongs to the last that has it."""
        resources = list(resources)
        self.database.executemany(
            "INSERT INTO resources (type, id, attributes) VALUES (?, ?, ?)"
            " ON CONFLICT (type, id) DO UPDATE SET attributes = excluded.attributes",
            ((type_, id_, json.dumps(attributes)) for id_, attributes in resources),
        )
        if names := IDENTIFIERS.get(type_):
            self.database.executemany(
                "DELETE FROM identifiers WHERE type = ? AND id = ?", ((type_, id_) for id_, _ in resources)
            )
            self.database.executemany(
                "INSERT OR REPLACE INTO identifiers VALUES (?, ?, ?, ?)",
                (
                    (type_, name, normalize(name, held[name]), id_)
                    for id_, held in resources
                    for name in names
                    if held.get(name)
                ),
            )

    def delete(self, type_: str, id_: str) -> None:
        """Remove a resource and all relationships from and to it."""
        for statement in (
            "DELETE FROM resources WHERE type = ? AND id = ?",
            "DELETE FROM identifiers WHERE type = ? AND id = ?",
            "DELETE FROM links WHERE type = ? AND id = ?",
            "DELETE FROM links WHERE target_type = ? AND target = ?",
        ):
            self.database.execute(statement, (type_, id_))

    def related(self, source: Reference, name: str) -> Rows:
        """Return the related resources that exist, in the order in which they were related."""
        query = (
            "SELECT links.number, resources.type, resources.id, attributes, since FROM links JOIN resources"
            " ON resources.type = target_type AND resources.id = target"
            " WHERE links.type = ? AND links.id = ? AND name = ?"
        )
        return Rows(self.database, query, (*source, name), "links.number")

    def references(self, source: Reference, name: str) -> list[Reference]:
        """Return type and id of the related resources."""
        return self.database.execute(
            "SELECT target_type, target FROM links WHERE type = ? AND id = ? AND name = ? ORDER BY number",
            (*source, name),
        ).fetchall()

    def referring(self, target: Reference) -> list[tuple[str, str, str]]:
        """Return type and id of each resource that is related to the target, and the name of the relationship."""
        return self.database.execute(
            "SELECT type, id, name FROM links WHERE target_type = ? AND target = ? ORDER BY number", target
        ).fetchall()

    def relate(self, source: Reference, name: str, targets: Iterable[Reference]) -> None:
        """Add to a relationship. In one that holds a single resource, the last target takes the place of the former."""
        self.relate_all(name, [(source, target) for target in targets])

    def relate_all(self, name: str, pairs: list[tuple[Reference, Reference]]) -> None:
        """Add to the relationship `name` of many sources of one type."""
        if not pairs:
            return
        relation = self.facts.relations.get(pairs[0][0][0], {}).get(name)
        inverse = relation.inverse if relation else None
        if relation and inverse:
            back = self.facts.relations[relation.type][inverse]
            for source, target in pairs:
                if not relation.many:
                    self.unrelate(source, name)
                if not back.many:
                    self.unrelate(target, inverse)
        elif relation and not relation.many:
            ends = ((*source, name) for source, _ in pairs)
            self.database.executemany("DELETE FROM links WHERE type = ? AND id = ? AND name = ?", ends)
        now = timestamp()
        self._link((*source, name, *target, now) for source, target in pairs)
        if inverse:
            self._link((*target, inverse, *source, now) for source, target in pairs)

    def _link(self, rows: Iterable[tuple[str, ...]]) -> None:
        statement = "INSERT OR IGNORE INTO links (type, id, name, target_type, target, since) VALUES (?, ?, ?, ?, ?, ?)"
        self.database.executemany(statement, rows)

    def unrelate(self, source: Reference, name: str, targets: Iterable[Reference] | None = None) -> None:
        """Remove from a relationship: the targets, or all."""
        relation = self.facts.relations.get(source[0], {}).get(name)
        for target in self.references(source, name) if targets is None else targets:
            ends = [(*source, name, *target)]
            if relation and relation.inverse:
                ends.append((*target, relation.inverse, *source))
            self.database.executemany(
                "DELETE FROM links WHERE type = ? AND id = ? AND name = ? AND target_type = ? AND target = ?", ends
            )


def read_rows(rows: Iterable[tuple[Any, ...]]) -> Iterator[Resource]:
    return (Resource(number, type_, id_, json.loads(text), *since) for number, type_, id_, text, *since in rows)


def normalize(name: str, value: str) -> str:
    """Return an identifier as it is compared: emails without case."""
    return value.lower() if name == "email" else value


def timestamp() -> str:
    """Return the current time as Klaviyo writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
