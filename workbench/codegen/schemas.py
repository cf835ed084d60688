"""OpenAPI 3.0 schemas -> JSON Schema 2020-12."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from workbench.codegen.description import Description, DescriptionError

LARGE = 64_000  # characters; a body over this shares its parts in $defs

ANNOTATIONS = {"description", "example", "examples", "title", "readOnly", "writeOnly", "deprecated", "externalDocs"}
KEPT = (
    "enum",
    "default",
    "format",
    "minimum",
    "maximum",
    "maxProperties",
    "maxLength",
    "minLength",
    "maxItems",
    "pattern",
)
UNDERSTOOD = {"type", "nullable", "properties", "required", "items", "oneOf", "$ref", *KEPT, *ANNOTATIONS}
KEY_ORDER = (
    *("$schema", "title", "$ref", "type", "description", "enum", "format", "contentEncoding", "pattern", "minimum"),
    *(
        "maximum",
        "minLength",
        "maxLength",
        "maxItems",
        "maxProperties",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "oneOf",
    ),
    *("default", "examples", "$defs"),
)


def resolved(node: dict[str, Any], description: Description) -> dict[str, Any]:
    """The schema that `node` refers to, with what stands beside the reference."""
    while "$ref" in node:
        beside = {key: value for key, value in node.items() if key != "$ref"}
        node = description.components[ref_name(node)] | beside
    return node


def ref_name(node: dict[str, Any]) -> str:
    name: str = node["$ref"].removeprefix("#/components/schemas/")
    return name


def children(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from node.get("properties", {}).values()
    yield from node.get("oneOf", [])
    if "items" in node:
        yield node["items"]


def required_first(node: dict[str, Any]) -> dict[str, Any]:
    """The properties in the order in which a person meets them."""
    required = node.get("required", [])
    return dict(sorted(node["properties"].items(), key=lambda item: item[0] not in required))


def body_schema(node: dict[str, Any], description: Description, where: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The JSON Schema of a body and its $defs: none, unless the body is recursive or large."""
    shared = recursive_names(node, description)
    schema = convert(node, description, shared, where)
    if len(json.dumps(schema)) > LARGE:
        shared |= {name for name, count in uses(node, description).items() if count > 1}
        schema = convert(node, description, shared, where)
    definitions: dict[str, Any] = {}
    pending = [node]
    while pending:
        for name in sorted(references(pending.pop(), description) & shared - definitions.keys()):
            definitions[name] = convert(description.components[name], description, shared, where)
            pending.append(description.components[name])
    return schema, dict(sorted(definitions.items()))


def references(node: dict[str, Any], description: Description) -> set[str]:
    """All names that `node` refers to, directly or not."""
    found: set[str] = set()
    pending = [node]
    while pending:
        current = pending.pop()
        if "$ref" in current:
            name = ref_name(current)
            if name not in found:
                found.add(name)
                pending.append(description.components[name])
        pending.extend(children(current))
    return found


def uses(node: dict[str, Any], description: Description) -> Counter[str]:
    """How often each schema with parts of its own is referred to."""
    counter: Counter[str] = Counter()
    pending = [node]
    while pending:
        current = pending.pop()
        if "$ref" in current:
            name = ref_name(current)
            target = description.components[name]
            if any(True for _ in children(target)):
                counter[name] += 1
            if counter[name] <= 1:
                pending.append(target)
        pending.extend(children(current))
    return counter


def recursive_names(node: dict[str, Any], description: Description) -> set[str]:
    names = references(node, description)
    return {name for name in names if name in references(description.components[name], description)}


def convert(node: dict[str, Any], description: Description, shared: set[str], where: str) -> dict[str, Any]:
    """The JSON Schema of `node`; what is in `shared` stays a reference."""
    strictly_understood(node, where)
    nullable = node.get("nullable", False)
    if "$ref" in node:
        name = ref_name(node)
        if name in shared:
            reference = {"$ref": f"#/$defs/{name}"}
            return {"oneOf": [reference, {"type": "null"}]} if nullable else reference
        return convert(resolved(node, description), description, shared, where)
    if "oneOf" in node:
        return union(node, description, shared, where)
    schema: dict[str, Any] = {}
    if "type" in node:
        schema["type"] = [node["type"], "null"] if nullable else node["type"]
    elif node.get("enum") == [None]:
        return {"type": "null"}
    for keyword in KEPT:
        if keyword in node:
            schema[keyword] = node[keyword]
    if "enum" in schema and nullable and None not in schema["enum"]:
        schema["enum"] = [*schema["enum"], None]
    if "properties" in node:
        properties = required_first(node)
        schema["properties"] = {
            name: convert(child, description, shared, f"{where}.{name}") for name, child in properties.items()
        }
        if node.get("required"):
            schema["required"] = [name for name in properties if name in node["required"]]
    elif node.get("type") == "object":
        schema["additionalProperties"] = True  # as without it, but it tells a form that anything goes in
    if "items" in node:
        schema["items"] = convert(node["items"], description, shared, f"{where}[]")
    return schema


def union(node: dict[str, Any], description: Description, shared: set[str], where: str) -> dict[str, Any]:
    members = [convert(member, description, shared, where) for member in node["oneOf"]]
    # An integer is a number: as two members of a oneOf they would refuse each other's values.
    if {"type": "number"} in members:
        members = [member for member in members if member != {"type": "integer"}]
    if node.get("nullable") and {"type": "null"} not in members:
        members.append({"type": "null"})
    if len(members) == 1:
        return members[0]
    schema: dict[str, Any] = {"oneOf": members}
    if "default" in node:
        schema["default"] = node["default"]
    return schema


def strictly_understood(node: dict[str, Any], where: str) -> None:
    unknown = {key for key in node if key not in UNDERSTOOD and not key.startswith("x-")}
    if unknown:
        raise DescriptionError(f"{where}: the keyword {', '.join(sorted(unknown))} is not understood")


def ordered(schema: Any) -> Any:
    """The schema with its keywords in the order in which people read them; names of properties stay as they are."""
    if isinstance(schema, list):
        return [ordered(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    known = {key: schema[key] for key in KEY_ORDER if key in schema}
    return {key: value_ordered(key, value) for key, value in (known | schema).items()}


def value_ordered(keyword: str, value: Any) -> Any:
    if keyword in ("properties", "$defs"):
        return {name: ordered(subschema) for name, subschema in value.items()}
    return ordered(value) if keyword in ("items", "oneOf") else value
