"""OpenAPI 3.0 schemas become JSON Schema 2020-12."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from workbench.codegen.json_schema import Schema, ref_name, resolve, subschemas, walk
from workbench.codegen.read import DescriptionError

JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"
LARGE = 64_000  # characters; a body over this shares its components in $defs
COMPONENT = "x-component"  # keyword for the name of the component that a schema was; not written anywhere
KEPT: tuple[str, ...] = ("enum", "default", "format", "minimum", "maximum", "maxProperties", "maxLength", "minLength")
KEPT += ("maxItems", "minItems", "pattern")
ANNOTATIONS = {"description", "example", "examples", "title", "readOnly", "writeOnly", "deprecated", "externalDocs"}
UNDERSTOOD = {"type", "nullable", "properties", "required", "items", "oneOf", "$ref", *KEPT, *ANNOTATIONS}


def body_schema(node: Schema, components: Schema, where: str) -> tuple[Schema, Schema]:
    """Return the JSON Schema of a body and its $defs: none, unless the body is recursive or large."""
    counts = count_references(node, components)
    shared = {name for name in counts if name in count_references(components[name], components)}  # recursive
    schema = convert(node, components, shared, where)
    if len(json.dumps(schema)) > LARGE:
        shared |= {name for name, count in counts.items() if count > 1 and any(subschemas(components[name]))}
        schema = convert(node, components, shared, where)
    definitions = {name: convert(components[name], components, shared, where) for name in sorted(shared)}
    reached = count_references(schema, definitions)
    return schema, {name: definition for name, definition in definitions.items() if name in reached}


def count_references(node: Schema, components: Schema) -> Counter[str]:
    """Count how often each component is referred to, in `node` and in the components that it reaches."""
    return Counter(ref_name(current) for _, current in walk(node, components) if "$ref" in current)


def convert(node: Schema, components: Schema, shared: set[str], where: str) -> Schema:
    """Return the JSON Schema of `node`, in which components that are `shared` stay references."""
    check_understood(node, where)
    nullable = node.get("nullable", False)
    if "$ref" in node:
        name = ref_name(node)
        if name in shared:
            reference = {"$ref": f"#/$defs/{name}"}
            return {"oneOf": [reference, {"type": "null"}]} if nullable else reference
        return {COMPONENT: name} | convert(resolve(node, components), components, shared, where)
    if "oneOf" in node:
        return convert_union(node, components, shared, where)
    schema: Schema = {}
    if "type" in node:
        schema["type"] = [node["type"], "null"] if nullable else node["type"]
    elif node.get("enum") == [None]:
        return {"type": "null"}
    schema |= {keyword: node[keyword] for keyword in KEPT if keyword in node}
    if "enum" in schema and nullable and None not in schema["enum"]:
        schema["enum"] = [*schema["enum"], None]
    if "properties" in node:
        required = node.get("required", [])
        names = sorted(node["properties"], key=lambda name: name not in required)  # required ones first
        schema["properties"] = {
            name: convert(node["properties"][name], components, shared, f"{where}.{name}") for name in names
        }
        if required:
            schema["required"] = [name for name in names if name in required]
    elif node.get("type") == "object":
        schema["additionalProperties"] = True  # as without it, but it tells a form that anything goes in
    if "items" in node:
        schema["items"] = convert(node["items"], components, shared, f"{where}[]")
    return schema


def convert_union(node: Schema, components: Schema, shared: set[str], where: str) -> Schema:
    """Return a `oneOf` where objects are among the members, else one schema with a list of types where that says all.

    A string beside strings of an enum is any string, and a list of A or a list of B is a list of A or B: as members
    of a oneOf, they would refuse the values that both take.
    """
    members = list(flatten(convert(member, components, shared, where) for member in node["oneOf"]))
    if node.get("nullable") and {"type": "null"} not in members:
        members.append({"type": "null"})
    if {"type": "number"} in members:
        members = [member for member in members if member != {"type": "integer"}]
    strings = [member for member in members if member.get("type") == "string"]
    lists = [member for member in members if "items" in member]
    if len(strings) > 1:
        enums = [member.get("enum") for member in strings]
        every = [value for enum in enums for value in enum or []]
        merged: Schema = {"type": "string"} if None in enums else {"type": "string", "enum": list(dict.fromkeys(every))}
        members = [merged, *(member for member in members if member not in strings)]
    if len(lists) > 1:
        items = list(flatten(member["items"] for member in lists))
        unique = list({json.dumps(item): item for item in items}.values())
        merged = {"type": "array", "items": {"oneOf": unique} if len(unique) > 1 else unique[0]}
        members = [merged, *(member for member in members if member not in lists)]
    default = {"default": node["default"]} if "default" in node else {}
    objects = sum("properties" in member or "$ref" in member for member in members)
    if len(members) == 1:
        return members[0] | default
    if objects > 1 or any("enum" in member or "$ref" in member for member in members):
        return {"oneOf": members} | default
    keywords = {keyword: value for member in members for keyword, value in member.items()}
    return keywords | {"type": [member["type"] for member in members]} | default


def flatten(members: Any) -> Iterator[Schema]:
    """Yield the members, and those of unions among them; a type that may be null as two members."""
    for member in members:
        if "oneOf" in member:
            yield from flatten(member["oneOf"])
        elif isinstance(member.get("type"), list) and "enum" not in member:
            yield from ({**member, "type": name} if name != "null" else {"type": name} for name in member["type"])
        else:
            yield member


def check_understood(node: Schema, where: str) -> None:
    unknown = {key for key in node if key not in UNDERSTOOD and not key.startswith("x-")}
    if unknown:
        raise DescriptionError(f"{where}: the keyword {', '.join(sorted(unknown))} is not understood")
