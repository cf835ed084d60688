"""Input schemas of tools, in the part of JSON Schema that the model providers behind all clients accept.

A provider refuses a request for one schema that it does not understand, and with it all tools. The rules, with a source
for each, are in tests/workbench/test_tools.py.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from workbench.codegen.json_schema import Schema, ref_name
from workbench.codegen.render.patterns import is_anchored, without_lookaround

MAX_SIZE = 98_000  # bytes of a schema: a tool has at most 100 kB, with its description
DEPTHS = (40, 20, 16, 14, 12, 11, 10, 9, 8, 7, 6, 5, 4)  # the first at which a schema is small enough
COPIED = ("title", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "maxProperties")
KEYWORDS_OF = {  # which make sense for one of several types only
    "string": ("pattern", "format", "minLength", "maxLength", "contentEncoding"),
    "number": ("minimum", "maximum"),
    "integer": ("minimum", "maximum"),
    "array": ("items", "minItems", "maxItems"),
    "object": ("properties", "required", "maxProperties"),
}
TYPES: dict[type, tuple[str, ...]] = {  # of a value
    str: ("string",),
    bool: ("boolean",),
    int: ("integer", "number"),
    float: ("number",),
    type(None): (),  # which the type says
}
CHARACTER_CLASS = re.compile(r"\\[sSdDwWbB]")  # which not every language of patterns has
ANYTHING: Schema = {"anyOf": [{"type": name} for name in ("object", "string", "number", "boolean", "null")]}
NULL: Schema = {"type": "null"}


@dataclass(frozen=True)
class Context:
    """Where in a schema: the definitions, the file that has it complete, levels left, and the references around."""

    definitions: Schema
    file: str
    depth: int
    open: tuple[str, ...] = field(default=())

    def below(self, *names: str) -> "Context":
        return Context(self.definitions, self.file, self.depth - 1, (*self.open, *names))


def write_tool_schema(schema: Schema, file: str) -> Schema:
    """Return the schema of arguments without references, and without its deepest parts if it is too large.

    What is left out, or contains itself, is a plain object whose description names `file`. Raises ValueError if
    the schema stays too large.
    """
    for depth in DEPTHS:
        converted = convert(schema, Context(schema.get("$defs", {}), file, depth))
        if len(json.dumps(converted, ensure_ascii=False).encode()) <= MAX_SIZE:
            return converted
    raise ValueError(f"the schema of the tool in {file} is too large")


def convert(schema: Schema, context: Context) -> Schema:
    """Return one schema. Its description stays beside an `anyOf`, whose members have theirs."""
    if "$ref" in schema:
        return convert_reference(schema, context)
    types = schema.get("type", [])
    if None in schema.get("enum", []) and isinstance(types, str) and types != "null":
        types = [types, "null"]
    members = schema.get("oneOf") or schema.get("anyOf") or split_types(schema, types)
    if members:
        converted = [convert(member, context) for member in members]
        return join_members(converted) | annotations(schema)
    if not types and "enum" not in schema:
        return ANYTHING | annotations(schema)
    if schema.get("properties") and context.depth <= 0:
        return name_file(schema, context)
    return convert_one(schema, context)


def convert_reference(schema: Schema, context: Context) -> Schema:
    name = ref_name(schema)
    target = {**context.definitions[name], **{key: value for key, value in schema.items() if key != "$ref"}}
    if name in context.open:
        return name_file(target, context)
    return convert(target, Context(context.definitions, context.file, context.depth, (*context.open, name)))


def name_file(schema: Schema, context: Context) -> Schema:
    """Return a plain object that says where its schema is."""
    text = f"{schema.get('description', '')} Its fields are in {context.file}.".strip()
    return {"type": "object", "description": text}


def split_types(schema: Schema, types: Any) -> list[Schema]:
    """Return a schema for each of several types; none if there is one type."""
    return [narrow(schema, name) for name in types] if isinstance(types, list) else []


def narrow(schema: Schema, name: str) -> Schema:
    """Return the schema of the values of one type."""
    narrowed = {key: schema[key] for key in KEYWORDS_OF.get(name, ()) if key in schema}
    values = [value for value in schema.get("enum", []) if name in TYPES[type(value)]]
    return {"type": name, **narrowed, **({"enum": values} if values else {})}


def join_members(members: list[Schema]) -> Schema:
    """Return what accepts any of these."""
    flat = [inner for member in members for inner in (member["anyOf"] if is_plain_union(member) else [member])]
    unique = list({json.dumps(member, sort_keys=True): member for member in flat}.values())
    return {"anyOf": unique} if len(unique) > 1 else unique[0]


def is_plain_union(schema: Schema) -> bool:
    return list(schema) == ["anyOf"]


def annotations(schema: Schema) -> Schema:
    """Return what a person or a model reads of a schema: its description and its default."""
    return {key: schema[key] for key in ("description", "default") if schema.get(key) is not None}


def convert_one(schema: Schema, context: Context) -> Schema:
    """Return a schema of one type."""
    name = schema.get("type") or TYPES[type(schema["enum"][0])][0]
    converted: Schema = {"type": name, **annotations(schema)}
    converted |= {key: schema[key] for key in COPIED if key in schema}
    if "pattern" in schema:
        converted |= convert_pattern(schema["pattern"])
    if schema.get("format") == "date-time":
        converted["format"] = "date-time"
    if "contentEncoding" in schema:
        describe(converted, f"Encoded as {schema['contentEncoding']}.")
    if schema.get("properties"):
        converted["properties"] = {
            name: convert(property_, context.below()) for name, property_ in schema["properties"].items()
        }
        if schema.get("required"):
            converted["required"] = schema["required"]
    if "items" in schema:
        converted["items"] = convert(schema["items"], context.below())
    add_values(converted, [value for value in schema.get("enum", []) if value is not None])
    return converted


def convert_pattern(pattern: str) -> Schema:
    """Return the keywords for a pattern: itself, or only that the text is not empty."""
    pattern = without_lookaround(pattern)
    if is_anchored(pattern) and not CHARACTER_CLASS.search(pattern):
        return {"pattern": pattern}
    return {"minLength": 1}


def add_values(schema: Schema, values: list[Any]) -> None:
    """Add the values that are allowed: texts as `enum`, others to the description."""
    texts = [value for value in values if isinstance(value, str) and value]
    others = ", ".join(json.dumps(value) for value in values if value not in texts)
    if texts:
        schema["enum"] = texts
    if others:
        describe(schema, f"Also {others}." if texts else f"One of {others}." if "," in others else f"Always {others}.")


def describe(schema: Schema, sentence: str) -> None:
    schema["description"] = f"{schema.get('description', '')} {sentence}".strip()
