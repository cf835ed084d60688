"""Walks through schemas, be they OpenAPI's or JSON Schema's: what in them is a schema, and what is a name."""

from collections.abc import Callable, Iterator
from typing import Any

Schema = dict[str, Any]
BY_NAME = ("properties", "$defs")  # keywords whose value has a schema for each name
LISTS = ("oneOf", "anyOf", "allOf")  # keywords whose value is a list of schemas
Path = tuple[str, ...]  # names of definitions and properties; items of lists and members of unions add none


def subschemas(schema: Schema) -> Iterator[tuple[Path, Schema]]:
    """Yield the schemas directly below a schema, each with its name if it has one."""
    for keyword in BY_NAME:
        for name, subschema in schema.get(keyword, {}).items():
            yield (name,), subschema
    for keyword in LISTS:
        for member in schema.get(keyword, []):
            yield (), member
    if "items" in schema:
        yield (), schema["items"]


def walk(schema: Schema, components: Schema | None = None) -> Iterator[tuple[Path, Schema]]:
    """Yield a schema and everything below it, each with its path.

    With `components`, references are followed, each component once: its path begins with its own name.
    """
    pending: list[tuple[Path, Schema]] = [((), schema)]
    followed: set[str] = set()
    while pending:
        path, node = pending.pop()
        yield path, node
        name = ref_name(node) if "$ref" in node else ""
        if components is not None and name and name not in followed:
            followed.add(name)
            pending.append(((name,), components[name]))
        below = [((*path, *names), subschema) for names, subschema in subschemas(node)]
        pending.extend(reversed(below))


def transform(schema: Any, change: Callable[[Schema], Schema]) -> Any:
    """Return a copy of a schema in which each schema, the innermost first, is what `change` makes of it."""
    if not isinstance(schema, dict):
        return schema
    copy: Schema = {}
    for keyword, value in schema.items():
        if keyword in BY_NAME:
            copy[keyword] = {name: transform(subschema, change) for name, subschema in value.items()}
        elif keyword in LISTS:
            copy[keyword] = [transform(member, change) for member in value]
        else:
            copy[keyword] = transform(value, change) if keyword == "items" else value
    return change(copy)


def ref_name(node: Schema) -> str:
    """Return the name of the component or definition that a schema refers to."""
    name: str = node["$ref"].rpartition("/")[2]
    return name


def resolve(node: Schema, components: Schema) -> Schema:
    """Return the schema that `node` refers to, with what stands beside the reference."""
    while "$ref" in node:
        beside = {key: value for key, value in node.items() if key != "$ref"}
        node = components[ref_name(node)] | beside
    return node
