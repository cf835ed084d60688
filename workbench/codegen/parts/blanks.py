"""Leaves out what Windmill's forms send for parts of the body that nobody filled in."""

import json
import sys
from contextlib import suppress
from difflib import get_close_matches
from typing import Any

from workbench.codegen.parts.constants import UNKNOWN
from workbench.codegen.parts.keywords import constants_fit


def drop_empty_objects(value: Any, schema: Any, pointer: str, logged: set[str]) -> Any:
    """Return the value without optional objects that have no content: Windmill's forms send those.

    Logs them, and properties that Klaviyo does not document, once for all items of a list. Forms also send booleans
    and objects as JSON text, which is decoded.
    """
    if isinstance(value, dict) and "oneOf" in schema:  # the member that is meant
        members = [member for member in schema["oneOf"] if constants_fit(value, member)] or [schema]
        schema = min(members, key=lambda member: len({*member.get("required", ())} - value.keys()))
    if isinstance(value, list) and "items" in schema:
        return [drop_empty_objects(item, schema["items"], f"{pointer}/*", logged) for item in value]
    if not isinstance(value, dict) or "properties" not in schema or len(pointer) > 2000:
        return value
    properties, required = schema["properties"], schema["required"]
    kept = {}
    for name, item in value.items():
        subschema = properties.get(name, UNKNOWN)
        if isinstance(item, str) and item[:1] in ("{", "t", "f") and "string" not in subschema.get("type", "string"):
            with suppress(ValueError, RecursionError):
                item = json.loads(item)
        is_empty = isinstance(item, dict) and name not in required and not has_content(item, subschema)
        if (is_empty or name not in properties) and (at := f"{pointer}/{name}") not in logged and len(logged) < 20:
            logged.add(at)
            similar = get_close_matches(str(name)[:100], properties, 1)
            message = "omitted, because it is empty" if is_empty else f"unknown, sent anyway; similar names: {similar}"
            print(f"{at}: {message}"[:300], file=sys.stderr)
        if not is_empty:
            is_part = isinstance(item, (dict, list))
            kept[name] = drop_empty_objects(item, subschema, f"{pointer}/{name}", logged) if is_part else item
    return kept


def has_content(value: Any, schema: Any) -> bool:
    """Return whether there is anything in `value` but the type of a JSON:API resource, which forms fill in."""
    if not isinstance(value, dict) or not schema.keys() & {"properties", "oneOf"}:
        return value != {} or "object" in schema.get("type", "object")
    properties = schema.get("properties", {})
    ignored = {"type"} if properties.keys() & {"id", "attributes"} else set()
    return any(has_content(value[name], properties.get(name, UNKNOWN)) for name in value.keys() - ignored)
