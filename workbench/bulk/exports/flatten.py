"""Items as rows of a table: which columns there are, and what an item has in each of them."""

from collections.abc import Iterator
from math import isfinite
from typing import Any, NamedTuple

from workbench.bulk.errors import BulkFailed
from workbench.bulk.exports.attributes import COLUMNS
from workbench.bulk.exports.endpoints import Endpoint
from workbench.bulk.exports.suggestions import suggest
from workbench.bulk.exports.times import time_of
from workbench.bulk.text import compact

MAX_UNDOCUMENTED = 100  # columns for attributes that Klaviyo does not document; what is beyond is in one of JSON
UNDOCUMENTED = "undocumented"  # the name of that column
PARQUET_TYPES = {"boolean": "BOOLEAN", "integer": "BIGINT", "number": "DOUBLE", "time": "TIMESTAMPTZ"}

Place = tuple[str, ...]


class Column(NamedTuple):
    """A column. `place`: the names that lead to its value in an item.

    `type`: text, integer, number, boolean, time or json, as Klaviyo documents it; empty if it is not documented.
    """

    name: str
    place: Place
    type: str = ""


def documented_columns(endpoint: Endpoint, query: dict[str, str]) -> list[Column]:
    """Return the columns that an export has in every run, whatever the items have: id, type, the attributes that the
    query asks for, and the relationships."""
    columns = [Column("id", ("id",), "text"), Column("type", ("type",), "text")]
    if "/relationships/" not in endpoint.path:  # else the items are references
        optional = {name for name, _ in endpoint.additional_fields}
        requested = query.get(f"additional-fields[{endpoint.type}]", "").split(",")
        for name, type_ in attributes_of(endpoint.type, query):
            top, *inner = name.split(".")
            if top not in endpoint.absent and (top not in optional or top in requested):
                columns.append(Column(column_name(name), ("attributes", top, *inner), type_))
    included = {path.partition(".")[0] for path in query.get("include", "").split(",")}
    for name, type_, is_many in endpoint.relationships:
        header, place = f"relationships.{name}", ("relationships", name)
        if not is_many:
            columns.append(Column(f"{header}.id", (*place, "id"), "text"))
            if name in included:
                attributes = attributes_of(type_, query)
                columns += [Column(f"{header}.{name}", (*place, *name.split(".")), kind) for name, kind in attributes]
        elif name in included:
            columns.append(Column(header, place, "json"))
    return columns


def attributes_of(type_: str, query: dict[str, str]) -> list[tuple[str, str]]:
    """Return name and type of the columns of a resource, without those that `fields` leaves out."""
    fields = [field for field in query.get(f"fields[{type_}]", "").split(",") if field]
    columns = COLUMNS.get(type_, ())
    if not fields:
        return list(columns)
    return [
        (name, kind)
        for name, kind in columns
        if any(name == field or name.startswith(f"{field}.") or field.startswith(f"{name}.") for field in fields)
    ]


def column_name(attribute: str) -> str:
    return f"attributes.{attribute}" if attribute in ("id", "type") else attribute


def chosen_columns(names: list[str], documented: list[Column]) -> list[Column]:
    """Return the columns with these names, in this order. BulkFailed if there is none of a name.

    Besides the documented columns, these are an object as a whole (location), and what an object with names of the
    account's own holds (properties.Tier).
    """
    by_name = {column.name: column for column in documented}
    columns = []
    for name in names:
        column = by_name.get(name) or object_column(name, documented) or property_column(name, documented)
        if column is None:
            raise BulkFailed(f"columns: there is no column {name:.60}{suggest(name, by_name)}")
        columns.append(column)
    return columns


def object_column(name: str, documented: list[Column]) -> Column | None:
    """Return the column of an object, such as location, whose attributes are documented columns; None if it is none."""
    for column in documented:
        if column.name.startswith(f"{name}."):
            nested = column.name.removeprefix(name).count(".")
            return Column(name, column.place[:-nested], "json") if len(column.place) > nested + 1 else None
    return None


def property_column(name: str, documented: list[Column]) -> Column | None:
    """Return the column of a property, such as properties.Tier, of a documented JSON column; None if it is none."""
    for column in documented:
        if column.type == "json" and name.startswith(f"{column.name}."):
            return Column(name, (*column.place, name.removeprefix(f"{column.name}.")))
    return None


class Table:
    """The columns of a file. After those that it is made with stand attributes that Klaviyo does not document.

    `is_closed`: leave these out. All items are added before the first row is made.
    """

    def __init__(self, columns: list[Column], is_closed: bool) -> None:
        self.columns = columns
        self.is_closed = is_closed
        self._known = {column.place: column for column in columns}
        self._objects = {place[:length] for place in self._known for length in range(1, len(place))}
        self._kinds: dict[Place, set[type]] = {}  # of the values that are not as documented
        self._has_overflow = False

    def add(self, item: dict[str, Any]) -> None:
        """Take note of undocumented attributes of an item, and of values that are not of the documented type."""
        for place, value in self._cells(item):
            column = self._known.get(place)
            if column is None and not self.is_closed:
                column = self._add_column(place)
            if column and value is not None and not is_of_type(value, column.type):
                self._kinds.setdefault(place, set()).add(kind_of(value))

    def _add_column(self, place: Place) -> Column | None:
        if sum(not column.type for column in self.columns) == MAX_UNDOCUMENTED:
            self._has_overflow = True
            return None
        names = place[1:] if place[0] == "attributes" else place
        column = Column(column_name(".".join(names)), place)
        self.columns.append(column)
        self._known[place] = column
        return column

    def row(self, item: dict[str, Any]) -> list[Any]:
        """Return what an item has in each column."""
        cells = dict(self._cells(item))
        row = [cells.get(column.place) for column in self.columns]
        if self._has_overflow:
            others = {".".join(place): value for place, value in cells.items() if place not in self._known}
            row.append(others or None)
        return row

    def names(self) -> list[str]:
        """Return the names of the columns, which differ from each other in more than upper and lower case."""
        names: dict[str, str] = {}
        for column in [*self.columns, *([Column(UNDOCUMENTED, ())] if self._has_overflow else [])]:
            name, number = column.name, 2
            while name.lower() in names:
                name, number = f"{column.name} {number}", number + 1
            names[name.lower()] = name
        return [*names.values()]

    def undocumented(self) -> list[str]:
        """Return the names of the columns that Klaviyo does not document."""
        names = self.names()
        return (
            []
            if self.is_closed
            else [name for name, column in zip(names, self.columns, strict=False) if not column.type]
        )

    def parquet_types(self) -> list[str]:
        """Return the type of each column in Parquet; of one with values that are not of the documented type, text."""
        types = []
        for column in self.columns:
            kinds = self._kinds.get(column.place)
            if column.type:
                types.append("VARCHAR" if kinds else PARQUET_TYPES.get(column.type, "VARCHAR"))
            else:
                types.append(parquet_type_of(kinds or set()))
        return types + ["VARCHAR"] * self._has_overflow

    def _cells(self, item: dict[str, Any]) -> Iterator[tuple[Place, Any]]:
        yield ("id",), item["id"]
        yield ("type",), item["type"]
        yield from self._leaves(("attributes",), item.get("attributes") or {})
        for name, relationship in (item.get("relationships") or {}).items():
            if isinstance(relationship, dict) and relationship.get("data") is not None:
                yield from self._leaves(("relationships", name), related_value(relationship["data"]))

    def _leaves(self, place: Place, value: Any) -> Iterator[tuple[Place, Any]]:
        """Yield what is in an object that has columns of its own, or else the value itself."""
        is_object = place in self._objects or len(place) == 1
        if place in self._known or not is_object:
            yield place, value
        if is_object and isinstance(value, dict):
            for name, inner in value.items():
                yield from self._leaves((*place, name), inner)
        elif is_object and value is not None and place not in self._known:
            yield place, value  # not the object that is documented


def related_value(data: Any) -> Any:
    """Return a related resource as its ID and, if it was included, its attributes; several as a list of these."""
    if isinstance(data, dict):
        return {**(data.get("attributes") or {}), "id": data.get("id")}
    if isinstance(data, list):
        return [entry["id"] if entry.keys() == {"type", "id"} else entry for entry in data]
    return data


def text_of(value: Any) -> str | None:
    """Return a value as text: text as it is, everything else as JSON."""
    return value if isinstance(value, str | None) else compact(value)


def is_of_type(value: Any, type_: str) -> bool:
    """Return whether a column of this type in Parquet can hold the value. Text and JSON hold everything."""
    match type_:
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            return kind_of(value) is int
        case "number":
            return kind_of(value) in (int, float)
        case "time":
            return isinstance(value, str) and time_of(value) is not None
    return type_ != ""


def kind_of(value: Any) -> type:
    """Return the type of a value; text for numbers that no number of a table can be."""
    if isinstance(value, float):
        return float if isfinite(value) else str
    return str if isinstance(value, int) and not -(2**63) <= value < 2**63 else type(value)


def parquet_type_of(kinds: set[type]) -> str:
    """Return the type in Parquet of an undocumented column with values of these types."""
    if kinds == {bool}:
        return "BOOLEAN"
    if kinds == {int}:
        return "BIGINT"
    return "DOUBLE" if kinds in ({float}, {int, float}) else "VARCHAR"
