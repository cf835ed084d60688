"""Columns of items"""

from collections.abc import Iterator
from math import isfinite
from typing import Any

from workbench.bulk.text import compact

MAX_DEPTH = 4  # names in the name of a column; what is deeper is JSON
MAX_NAMES = 500  # columns that an attribute may become; with more, it is one of JSON

Place = tuple[str, ...]


class ItemColumns:
    """The columns of all items: id, type, attributes, relationships; nested ones with dotted names.

    Attributes are in Klaviyo's order, what they contain in alphabetical order. `kinds`: the types of each column.
    """

    def __init__(self) -> None:
        self.kinds: dict[Place, set[type]] = {("id",): {str}, ("type",): {str}}
        self.packed: set[str] = set()  # attributes that are JSON because of MAX_NAMES
        self._order: dict[str, int] = {"id": 0, "type": 1}
        self._counts: dict[str, int] = {}

    def add(self, item: dict[str, Any]) -> None:
        for path, value in self.cells(item):
            kinds = self.kinds.get(path)
            if kinds is None:
                kinds = self.kinds[path] = set()
                self._order.setdefault(path[0], len(self._order))
                self._counts[path[0]] = self._counts.get(path[0], 0) + 1
            if value is not None:
                kinds.add(kind_of(value))
            if self._counts.get(path[0], 0) > MAX_NAMES:
                self._pack(path[0])

    def _pack(self, name: str) -> None:
        self.packed.add(name)
        self._counts[name] = 1
        self.kinds = {path: kinds for path, kinds in self.kinds.items() if path[0] != name} | {(name,): {dict}}

    def cells(self, item: dict[str, Any]) -> Iterator[tuple[Place, Any]]:
        """The columns of an item, with their values."""
        yield ("id",), item["id"]
        yield ("type",), item["type"]
        for name, value in (item.get("attributes") or {}).items():
            yield from self._leaves((f"attributes.{name}" if name in ("id", "type") else name,), value)
        for name, relationship in (item.get("relationships") or {}).items():
            if isinstance(relationship, dict) and "data" in relationship:
                yield from self._related((f"relationships.{name}",), relationship["data"])

    def _leaves(self, path: Place, value: Any) -> Iterator[tuple[Place, Any]]:
        if not isinstance(value, dict) or len(path) == MAX_DEPTH or path[0] in self.packed:
            yield path, value
        elif not value:
            yield path, None
        else:
            for name, inner in value.items():
                yield from self._leaves((*path, name), inner)

    def _related(self, path: Place, data: Any) -> Iterator[tuple[Place, Any]]:
        """The id of a related resource and, if it was included, its attributes; of several a list of JSON."""
        if isinstance(data, dict):
            yield (*path, "id"), data.get("id")
            yield from self._leaves(path, data.get("attributes") or {})
        elif isinstance(data, list):
            yield path, [entry["id"] if entry.keys() == {"type", "id"} else entry for entry in data]

    def paths(self) -> list[Place]:
        """The columns in their order, without those that stand for an object and are always empty."""
        objects = {path[:length] for path in self.kinds for length in range(1, len(path))}
        used = [path for path, kinds in self.kinds.items() if kinds or path not in objects]
        return sorted(used, key=lambda path: (self._order[path[0]], path))

    def names(self) -> list[str]:
        """The names of the columns, each of which is another one, whether in upper or lower case."""
        names: dict[str, str] = {}
        for path in self.paths():
            name = ".".join(path)
            number = 2
            while name.lower() in names:
                name = f"{'.'.join(path)} {number}"
                number += 1
            names[name.lower()] = name
        return list(names.values())


def text_of(value: Any) -> str | None:
    """A value as text: text as it is, everything else as JSON."""
    return value if isinstance(value, str | None) else compact(value)


def kind_of(value: Any) -> type:
    """The type of a value; text for numbers that no number of a table can be."""
    if isinstance(value, float):
        return float if isfinite(value) else str
    return str if isinstance(value, int) and not -(2**63) <= value < 2**63 else type(value)


def type_in_parquet(kinds: set[type]) -> str:
    if kinds == {bool}:
        return "BOOLEAN"
    if kinds == {int}:
        return "BIGINT"
    return "DOUBLE" if kinds in ({float}, {int, float}) else "VARCHAR"
