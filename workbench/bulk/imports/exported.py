"""Rows of files that `export` wrote, as rows that an import reads."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from workbench.bulk.errors import RowError
from workbench.bulk.imports.rows import Cells

# What Klaviyo itself keeps of an item, which nobody can import.
KEPT_BY_KLAVIYO = (
    "id",
    "type",
    "links",
    "created",
    "updated",
    "last_event_date",
    "joined_group_at",
    "timestamp",
    "uuid",
)
READ_ONLY = ("subscriptions", "predictive_analytics", "relationships")  # objects
PARTS = ("location", "properties", *READ_ONLY)  # objects of which columns have dotted names
PERSON = ("email", "phone_number", "external_id", "first_name", "last_name")  # what tells whose event it is
EVENT_FIELDS = {"$value": "value", "$value_currency": "value_currency", "$event_id": "unique_id"}
NUMBER = re.compile(r"-?\d{1,3}(\.\d+)?")


class ExportedCells(dict[str, Any]):
    """Cells that are kept as they are: no spreadsheet has changed them."""


class ExportedRows:
    """Makes ordinary rows of those that `export` wrote, and leaves others as they are.

    `item_type`: of the items that are imported, profile or event; if it is empty, all rows stay as they are. `omitted`:
    columns that are left out.
    """

    def __init__(self, item_type: str) -> None:
        self.item_type = item_type
        self.omitted: dict[str, None] = {}

    def columns_of(self, header: list[str]) -> list[str]:
        """Return the columns that the rows of a CSV file will have, none if only the rows tell."""
        return [] if self.item_type and is_exported(dict.fromkeys(header, self.item_type)) else header

    def translate(
        self, rows: Iterable[tuple[int | None, Cells | RowError]]
    ) -> Iterator[tuple[int | None, Cells | RowError]]:
        for line, row in rows:
            if not self.item_type or isinstance(row, RowError) or not is_exported(row):
                yield line, row
            elif is_exported_item(row) and row["type"] != self.item_type:
                yield line, RowError(f"it is an item of type {row['type']}, not {self.item_type}")
            else:
                yield line, self._translate_row(row)

    def describe(self) -> list[str]:
        """Return lines for the log."""
        if not self.omitted:
            return []
        names = dict.fromkeys(name.partition(".")[0] for name in self.omitted)
        return [f"An export of Klaviyo's items: {', '.join(names)} cannot be imported and are left out"]

    def _translate_row(self, row: Cells) -> Cells:
        attributes = row.get("attributes")
        cells: Cells = {**row, **attributes, **related_cells(row)} if isinstance(attributes, dict) else dict(row)
        cells.pop("attributes", None)
        if "event_properties" in cells:
            cells |= self._translate_event(cells)
        location: Cells = {}
        properties: Cells = {}
        translated: Cells = ExportedCells() if is_exported_item(row) else {}
        for name, value in cells.items():
            part, _, inner = name.partition(".")
            if part in READ_ONLY or (is_exported_item(row) and name in KEPT_BY_KLAVIYO):
                self.omitted[name] = None
            elif value is None or value == "":
                continue
            elif part == "location" and inner:
                location[inner] = coordinate(value) if inner in ("latitude", "longitude") else value
            elif part == "properties" and inner:
                properties[inner] = value
            elif name in ("location", "properties") and (content := object_in(value)) is not None:
                (location if name == "location" else properties).update(content)
            else:
                translated[name] = value.isoformat() if isinstance(value, date) else value
        for name, held in (("location", location), ("properties", properties)):
            if values := {key: value for key, value in held.items() if value is not None}:
                translated[name] = values
        return translated

    def _translate_event(self, cells: Cells) -> Cells:
        """Return what an event is in a row. The columns that this is made of are removed from the cells."""
        held = object_in(cells.pop("event_properties")) or {}
        event: Cells = {"unique_id": cells.get("id")}
        event |= {field: held.pop(name) for name, field in EVENT_FIELDS.items() if name in held}
        event["properties"] = held
        event["time"] = cells.pop("datetime", None)
        event["metric"] = cells.pop("relationships.metric.name", None)
        for name in PERSON:
            event[name] = cells.pop(f"relationships.profile.{name}", None)
        return event


def is_exported_item(row: Cells) -> bool:
    return "id" in row and row.get("type") in ("profile", "event")


def is_exported(row: Cells) -> bool:
    """Return whether `export` wrote a row: it is an item, or has columns with the names of what is in an item."""
    return is_exported_item(row) or any(
        name.partition(".")[0] in PARTS and ("." in name or name == "properties") for name in row
    )


def related_cells(item: Cells) -> Cells:
    """Return the attributes of the resources that are included in an item, as columns of a table have them."""
    cells: Cells = {}
    relationships = item.get("relationships")
    for name, relationship in relationships.items() if isinstance(relationships, dict) else ():
        data = relationship.get("data") if isinstance(relationship, dict) else None
        attributes = data.get("attributes") if isinstance(data, dict) else None
        for attribute, value in attributes.items() if isinstance(attributes, dict) else ():
            cells[f"relationships.{name}.{attribute}"] = value
    return cells


def object_in(value: Any) -> Cells | None:
    """Return an object, or the one that a text is in JSON; None if it is none."""
    if isinstance(value, str) and value.startswith("{"):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return None
    return dict(value) if isinstance(value, dict) else None


def coordinate(value: Any) -> Any:
    """Return a latitude or longitude as the number that a text is."""
    return float(value) if isinstance(value, str) and NUMBER.fullmatch(value) else value
