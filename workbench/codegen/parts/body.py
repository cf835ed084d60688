"""Reads a body as Windmill's forms send it: with parts that nobody filled in, and JSON text in some places."""

import json
import sys
from contextlib import suppress
from difflib import get_close_matches
from typing import Any

MAX_UNKNOWN = 20  # lines about properties that Klaviyo does not document


class Log:
    """Says what becomes of some places of a body, once each, on stderr: Windmill shows it in the job's log."""

    def __init__(self) -> None:
        self.omitted: set[str] = set()
        self.unknown: set[str] = set()

    def write_omitted(self, place: str) -> None:
        if place not in self.omitted:
            self.omitted.add(place)
            print(f"{place}: omitted, because it is empty", file=sys.stderr)

    def write_unknown(self, place: str, names: Any) -> None:
        """Name a property that is not among the documented names, unless there have been many of them."""
        if place not in self.unknown and len(self.unknown) < MAX_UNKNOWN:
            self.unknown.add(place)
            similar = get_close_matches(place.rpartition("/")[2][:100], names, 1)
            question = f"; did you mean {similar[0]}?" if similar else ""
            print(f"{place[:200]}: unknown, sent anyway{question}", file=sys.stderr)


def read_form(value: Any, schema: Any, log: Log, place: str = "/body", meant: Any = None) -> Any:
    """Return the value as it is to be sent: JSON text decoded, what a form leaves out and empty objects left out.

    The items of a list share a place in the log. `schema` has the properties of all members of a union; `meant` is that
    of the member which the value belongs to, and says what is required.
    """
    meant = meant or schema
    if isinstance(value, str):
        value = decode_json_text(value, schema)
    if isinstance(value, list) and "items" in schema:
        return [read_form(item, schema["items"], log, f"{place}/*", meant.get("items")) for item in value]
    if not isinstance(value, dict) or "properties" not in schema:
        return value
    meant = find_member(value, meant)
    properties, required = schema["properties"], meant.get("required", ())
    parts = {}
    for name, item in value.items():
        if name not in properties:
            log.write_unknown(f"{place}/{name}", properties)
            parts[name] = item
            continue
        if isinstance(item, str):
            item = decode_json_text(item, properties[name])
        if isinstance(item, dict) and "kind" in item and is_reference(properties[name]):  # the tab chosen in the form
            if item["kind"] == "Leave out":
                continue
            item = {key: part for key, part in item.items() if key != "kind"}
        if isinstance(item, (dict, list)):
            member = meant.get("properties", {}).get(name)
            item = read_form(item, properties[name], log, f"{place}/{name}", member)
        if isinstance(item, dict) and name not in required and is_empty(item, properties[name]):
            log.write_omitted(f"{place}/{name}")
            continue
        parts[name] = item
    return parts


def find_member(value: dict[str, Any], schema: Any) -> Any:
    """Return the one member of a merged union whose constants an object has; else the schema itself."""
    fitting = [
        member
        for constants, member in schema.get("members", ())
        if constants and all(value.get(name) == constant for name, constant in constants.items())
    ]
    return fitting[0] if len(fitting) == 1 else schema


def decode_json_text(text: str, schema: Any) -> Any:
    """Return what a text holds where no text belongs: true, false, an object or a list, as forms send them."""
    if text[:1] in ("{", "[", "t", "f") and "string" not in schema.get("type", "string"):
        with suppress(ValueError, RecursionError):
            return json.loads(text)
    return text


def is_empty(value: Any, schema: Any) -> bool:
    """Return whether there is nothing in an object but empty ones, and the type of a resource, which forms fill in.

    A reference is never empty: without it, the request could mean more. A JSON editor of a form that nobody used sends
    an empty object, whatever belongs there.
    """
    if value == {} and schema.get("mixed"):
        return True
    if not isinstance(value, dict) or "properties" not in schema or is_reference(schema):
        return False
    properties = schema["properties"]
    filled_in = {"type"} if "attributes" in properties else set()
    return all(is_empty(item, properties.get(name, {})) for name, item in value.items() if name not in filled_in)


def is_reference(schema: Any) -> bool:
    """Return whether an object refers to one other resource, by the type and id in its `data`."""
    properties = schema.get("properties", {})
    data = properties["data"].get("properties", {}) if properties.keys() == {"data"} else {}
    return "id" in data and "type" in data and "attributes" not in data
