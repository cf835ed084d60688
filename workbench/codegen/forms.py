"""JSON Schema -> the form in a `.script.yaml`, in the words of Windmill's form component."""

import copy
import json
from typing import Any

LARGE = 64_000  # characters


def form(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """The form of one argument; where it gets too large, the deepest parts are JSON editors."""
    for depth in (100, 12, 10, 8, 6, 5, 4, 3):
        shaped = shape(schema, definitions, depth)
        if len(json.dumps(shaped)) <= LARGE:
            return shaped
    raise ValueError("no form of this schema is small enough")


def shape(schema: dict[str, Any], definitions: dict[str, Any], depth: int) -> dict[str, Any]:
    """One type, `nullable`, `order`, defaults; a JSON editor where the component draws nothing better."""
    if "$ref" in schema:
        schema = definitions[schema["$ref"].rpartition("/")[2]] | {k: v for k, v in schema.items() if k != "$ref"}
    kind, nullable = kind_of(schema, definitions)
    result: dict[str, Any] = {"type": kind}
    if nullable:
        result["nullable"] = True
    for keyword in (
        "title",
        "description",
        "format",
        "contentEncoding",
        "maxLength",
        "maxProperties",
        "pattern",
        "default",
    ):
        if keyword in schema:
            result[keyword] = copy.deepcopy(schema[keyword])
    if result.get("format") == "date":
        result["dateFormat"] = "yyyy-MM-dd"
    members = [member for member in schema.get("enum", []) if member is not None]
    if members and kind == "string":
        result["enum"] = members
        if len(members) == 1 and not nullable:
            result |= {"default": members[0], "disableCreate": True}
    if kind == "object":
        shape_object(schema, definitions, depth, result)
    if kind == "array":
        result["items"] = shape_items(array_of(schema), definitions, depth)
        if nullable and "enum" in result["items"]:
            # The component cannot draw a multiselect without a value, and [] would mean something: texts, then.
            result["items"] = {"type": "string"}
    return result


def kind_of(schema: dict[str, Any], definitions: dict[str, Any]) -> tuple[str, bool]:
    """The one type that the form asks for, and whether null is taken."""
    if "oneOf" in schema:
        kinds = [kind_of(resolve(member, definitions), definitions)[0] for member in schema["oneOf"]]
        nullable = "null" in kinds
        best = next(
            kind for kind in ("object", "array", "string", "number", "integer", "boolean", "null") if kind in kinds
        )
        return best, nullable
    types = schema.get("type", "object")
    types = types if isinstance(types, list) else [types]
    return types[0], "null" in types[1:] or types == ["null"]


def resolve(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    target: dict[str, Any] = definitions[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    return target


def array_of(schema: dict[str, Any]) -> dict[str, Any]:
    """The array among the members of a union, or the schema itself."""
    return next((member for member in schema.get("oneOf", []) if member.get("type") == "array"), schema)


def shape_object(schema: dict[str, Any], definitions: dict[str, Any], depth: int, result: dict[str, Any]) -> None:
    if schema.get("properties") and depth > 0:
        result["properties"] = {
            name: shape(subschema, definitions, depth - 1) for name, subschema in schema["properties"].items()
        }
        result["order"] = list(schema["properties"])
        if schema.get("required"):
            result["required"] = list(schema["required"])
    elif "nullable" not in result:
        result.setdefault("default", {})


def shape_items(schema: dict[str, Any], definitions: dict[str, Any], depth: int) -> dict[str, Any]:
    items = shape(schema.get("items", {}), definitions, depth - 1)
    if "label" in items.get("properties", {}):
        # The component drops a property of this name from an item.
        return {key: value for key, value in items.items() if key not in ("properties", "order", "required")}
    if items["type"] == "string":
        # A multiselect: nothing is chosen for anyone.
        return {key: value for key, value in items.items() if key not in ("default", "disableCreate")}
    for name in items.get("required", []):
        # The component ignores the item's own `required`, and in a section looks for a list there.
        if "properties" not in items["properties"][name]:
            items["properties"][name]["required"] = True
    return items
