"""Leaves out what Windmill's forms send for parts of the body that nobody filled in."""

import json
import sys
from contextlib import suppress
from difflib import get_close_matches
from typing import Any

from workbench.codegen.parts.constants import UNKNOWN


def drop_empty_objects(value: Any, schema: Any, logged: set[str], resolve: Any = None, at: str = "/body") -> Any:
    """Return the value without optional objects that have no content: Windmill's forms send those.

    Logs them and unknown properties, once per list. Decodes JSON text of booleans and objects. `resolve` is for unions.
    """
    schema = resolve(schema, value) if resolve else schema
    if isinstance(value, list) and "items" in schema:
        return [drop_empty_objects(item, schema["items"], logged, resolve, f"{at}/*") for item in value]
    if not isinstance(value, dict) or "properties" not in schema:
        return value
    properties, required = schema["properties"], schema["required"]
    kept = {}
    for name, item in value.items():
        place, subschema = f"{at}/{name}", properties.get(name, UNKNOWN)
        if isinstance(item, str) and item[:1] in ("{", "t", "f") and "string" not in subschema.get("type", "string"):
            with suppress(ValueError, RecursionError):
                item = json.loads(item)
        is_empty = isinstance(item, dict) and name not in required and not has_content(item, subschema, resolve)
        if (is_empty or name not in properties) and place not in logged and len(logged) < 20:
            logged.add(place)
            similar = "".join(f"; did you mean {match}?" for match in get_close_matches(str(name)[:100], properties, 1))
            message = "omitted, because it is empty" if is_empty else f"unknown, sent anyway{similar}"
            print(f"{place}: {message}"[:300], file=sys.stderr)
        if not is_empty:
            is_documented_part = isinstance(item, (dict, list)) and name in properties
            kept[name] = drop_empty_objects(item, subschema, logged, resolve, place) if is_documented_part else item
    return kept


def has_content(value: Any, schema: Any, resolve: Any) -> bool:
    """Return whether there is anything in `value` but the type of a resource with attributes, which forms fill in."""
    schema = resolve(schema, value) if resolve else schema
    if not isinstance(value, dict) or "properties" not in schema:
        return value != {} or "object" in schema.get("type", ())
    properties = schema["properties"]
    ignored = {"type"} if "attributes" in properties else set()
    with suppress(RecursionError):
        return any(has_content(value[name], properties.get(name, UNKNOWN), resolve) for name in value.keys() - ignored)
    return True
