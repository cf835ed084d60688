"""Examples: ours where somebody has written one, and what follows from names and types for the rest."""

from typing import Any

from jsonschema import Draft202012Validator

from workbench.codegen.arguments import Argument
from workbench.codegen.description import Operation
from workbench.codegen.knowledge import Knowledge

MANY = 5  # optional parts of a body, from which on a smallest example is worth showing
BY_FORMAT = {
    "date-time": "2026-10-20T08:15:30+00:00",
    "date": "2026-10-20",
    "time": "08:15:30",
    "base64": "iVBORw0KGgo=",
}


def of_operation(
    operation: Operation, taken: list[Argument], schema: dict[str, Any], knowledge: Knowledge
) -> list[dict[str, Any]]:
    """One complete example and, of a body with many optional parts, a smallest one. ValueError where none is found."""
    definitions = schema.get("$defs", {})
    given = {
        name: value
        for name, value in knowledge.example(operation).items()
        # Written for another revision, it may not fit this one.
        if Draft202012Validator({"$defs": definitions, **schema["properties"][name]}).is_valid(value)
    }
    complete: dict[str, Any] = {}
    for entry in taken:
        resource = knowledge.resource(operation, entry.name)
        if entry.name in given:
            complete[entry.name] = given[entry.name]
        elif operation.path.endswith(f"{{{entry.name}}}") and "id" in of_body(given):
            complete[entry.name] = of_body(given)["id"]  # the body repeats which resource it is about
        elif entry.place == "path" and resource:
            complete[entry.name] = resource["id"]
        elif entry.name == "filter" and operation.filters:
            complete[entry.name] = knowledge.filter_example(operation)
        elif entry.required:
            complete[entry.name] = example(schema["properties"][entry.name], definitions, entry.name)
        elif entry.name in ("sort", "page_size", "include"):
            complete[entry.name] = chosen(entry)
    if "body" not in given:
        return [complete]
    body = smallest(given["body"], schema["properties"]["body"], definitions)
    small = knowledge.of(operation).get("smallest") or body
    return [complete, {**complete, "body": small}] if size(given["body"]) - size(small) >= MANY else [complete]


def of_body(given: dict[str, Any]) -> dict[str, Any]:
    """The resource in a body, if it is one."""
    data = given.get("body", {}).get("data")
    return data if isinstance(data, dict) else {}


def chosen(entry: Argument) -> Any:
    """What somebody would ask a list for: the newest first, 20 to a page, what belongs to the results."""
    match entry.name:
        case "sort":
            orders: list[str] = entry.schema.get("enum", [])
            return next((order for order in orders if order.startswith("-")), orders[0])
        case "page_size":
            return min(20, entry.schema.get("maximum", 20))
    return entry.schema["items"]["enum"][:1]


def smallest(value: Any, schema: dict[str, Any], definitions: dict[str, Any]) -> Any:
    """`value` without its optional parts."""
    if "$ref" in schema:
        return smallest(value, definitions[schema["$ref"].rpartition("/")[2]], definitions)
    for member in schema.get("oneOf", []):
        if Draft202012Validator({"$defs": definitions, **member}).is_valid(value):
            return smallest(value, member, definitions)
    if isinstance(value, list):
        return [smallest(item, schema.get("items", {}), definitions) for item in value[:1]]
    if isinstance(value, dict) and "properties" in schema:
        return {
            name: smallest(value[name], schema["properties"][name], definitions)
            for name in schema["properties"]
            # Of a union, the constant that tells the members apart stays, too.
            if name in value
            and (name in schema.get("required", ()) or len(schema["properties"][name].get("enum", ())) == 1)
        }
    return value


def size(value: Any) -> int:
    """How many places a value has."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(size, parts))


def example(schema: dict[str, Any], definitions: dict[str, Any], name: str = "") -> Any:
    """A value that validates; ValueError where none is found."""
    validator = Draft202012Validator({"$defs": definitions, **schema})
    for value in candidates(schema, definitions, name):
        if validator.is_valid(value):
            return value
    raise ValueError(f"no example of {name} found")


def candidates(schema: dict[str, Any], definitions: dict[str, Any], name: str) -> list[Any]:
    if "$ref" in schema:
        return candidates(definitions[schema["$ref"].rpartition("/")[2]], definitions, name)
    if "oneOf" in schema:
        return [value for member in schema["oneOf"] for value in candidates(member, definitions, name)]
    if "enum" in schema:
        return list(schema["enum"])
    types = schema.get("type", "string")
    kind = types[0] if isinstance(types, list) else types
    match kind:
        case "object":
            properties = schema.get("properties", {})
            wanted = schema.get("required", list(properties)[:2])
            return [{key: example(properties[key], definitions, key) for key in wanted}]
        case "array":
            return [[example(schema["items"], definitions, name.removesuffix("s"))]] if "items" in schema else [[]]
        case "string":
            by_format = BY_FORMAT.get(schema.get("format", schema.get("contentEncoding", "")))
            return (
                [by_format] if by_format else [schema.get("default", f"{name or 'text'}-1"[: schema.get("maxLength")])]
            )
        case "integer" | "number":
            return [schema.get("default", max(1, schema.get("minimum", 1)))]
        case "boolean":
            return [schema.get("default", True)]
    return [None]
