"""Examples: ours where somebody has written one, and what follows from names and types for the rest."""

import json
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator, ValidationError

from workbench.codegen.decide.descriptions import filter_example, resource_at
from workbench.codegen.json_schema import ref_name
from workbench.codegen.parts.constants import IDENTIFIERS
from workbench.codegen.read import Knowledge, Operation
from workbench.messages import suggest

if TYPE_CHECKING:
    from workbench.codegen.decide import Argument

MAX_SHOWN = 80  # characters of a wrong value
MANY = 5  # optional parts of a body, from which on a smallest example is worth showing
BY_FORMAT = {
    "date-time": "2026-10-20T08:15:30+00:00",
    "date": "2026-10-20",
    "time": "08:15:30",
    "base64": "iVBORw0KGgo=",
}


def examples_of(
    operation: Operation, arguments: "list[Argument]", schema: dict[str, Any], knowledge: Knowledge
) -> list[dict[str, Any]]:
    """Return a complete example and, of a body with many optional parts, a smallest one. Raises ValueError."""
    definitions = schema.get("$defs", {})
    ours = knowledge.operations.get(operation.name)
    examples = {
        name: value
        for name, value in (ours.example if ours else {}).items()
        # find_wrong_examples reports one that does not fit.
        if Draft202012Validator({"$defs": definitions, **schema["properties"][name]}).is_valid(value)
    }
    complete: dict[str, Any] = {}
    for entry in arguments:
        resource = resource_at(operation, entry.name, knowledge)
        if entry.name in examples:
            complete[entry.name] = examples[entry.name]
        elif entry.place == "path" and resource:
            complete[entry.name] = resource.id
        elif entry.name == "filter" and operation.filters:
            complete[entry.name] = filter_example(operation, knowledge)
        elif entry.required or entry.place == "revision":
            complete[entry.name] = example(schema["properties"][entry.name], definitions, entry.name)
        elif entry.name in ("sort", "page_size", "include"):
            complete[entry.name] = choose(entry)
    if operation.path.endswith("/{id}") and "id" in resource_in(complete):
        complete["id"] = resource_in(complete)["id"]  # the body repeats which resource it is about
    if "body" not in examples:
        return [complete]
    body = smallest(examples["body"], schema["properties"]["body"], definitions)
    small = (ours and ours.smallest) or body
    return [complete, {**complete, "body": small}] if size(examples["body"]) - size(small) >= MANY else [complete]


def find_wrong_examples(operation: Operation, schema: dict[str, Any], knowledge: Knowledge) -> list[str]:
    """Return what is wrong with the example written for an operation: values that do not fit, with file and line."""
    ours = knowledge.operations.get(operation.name)
    if ours is None:
        return []
    values: list[tuple[str, tuple[str, ...], Any]] = [
        (name, ("example", name), value) for name, value in ours.example.items()
    ]
    values += [("body", ("smallest",), ours.smallest)] if ours.smallest else []
    faults = []
    for name, keys, value in values:
        validator = Draft202012Validator({"$defs": schema.get("$defs", {}), **schema["properties"][name]})
        for error in validator.iter_errors(value):
            pointer = "/".join(map(str, (name, *error.absolute_path)))
            message = f"{pointer} does not fit what {operation.name} takes: {describe_error(error)}"
            faults.append(knowledge.example_fault(operation.name, (*keys, *error.absolute_path), message))
    return faults


def describe_error(error: ValidationError) -> str:
    """Return what is wrong with a value, in words."""
    instance: Any = error.instance
    expected: Any = error.validator_value
    value = json.dumps(instance, ensure_ascii=False, default=str)
    shown = value if len(value) <= MAX_SHOWN else f"{value[:MAX_SHOWN]}…"
    match error.validator:
        case "required":
            missing = [name for name in expected if name not in instance]
            return f"{', '.join(missing)} is missing"
        case "enum":
            choices = list(map(str, expected))
            return f"{shown} is not one of its values{suggest(str(instance), choices)}"
        case "type":
            types = [expected] if isinstance(expected, str) else expected
            return f"{shown} is not of type {' or '.join(types)}"
    return f"{shown} is not valid there"


def resource_in(arguments: dict[str, Any]) -> dict[str, Any]:
    """Return the resource in the body, if there is one."""
    data = arguments.get("body", {}).get("data")
    return data if isinstance(data, dict) else {}


def choose(entry: "Argument") -> Any:
    """Return what somebody would ask a list for: the newest first, 20 to a page, what belongs to the results."""
    match entry.name:
        case "sort":
            orders: list[str] = entry.schema.get("enum", [])
            return next((order for order in orders if order.startswith("-")), orders[0])
        case "page_size":
            return min(20, entry.schema.get("maximum", 20))
    return entry.schema["items"]["enum"][:1]


def smallest(value: Any, schema: dict[str, Any], definitions: dict[str, Any]) -> Any:
    """Return `value` without its optional parts."""
    if "$ref" in schema:
        return smallest(value, definitions[ref_name(schema)], definitions)
    for member in schema.get("oneOf", []):
        if Draft202012Validator({"$defs": definitions, **member}).is_valid(value):
            return smallest(value, member, definitions)
    if isinstance(value, list):
        return [smallest(item, schema.get("items", {}), definitions) for item in value[:1]]
    if isinstance(value, dict) and "properties" in schema:
        properties, required = schema["properties"], schema.get("required", ())
        return {
            name: smallest(value[name], properties[name], definitions)
            for name in properties
            if name in value and (name in required or is_essential(name, properties, value))
        }
    return value


def is_essential(name: str, properties: dict[str, Any], value: dict[str, Any]) -> bool:
    """Return whether a property stays though it is optional.

    Without the constant that tells them apart, the members of a union would be alike; and a profile needs one of its
    identifiers.
    """
    is_profile = {"email", "phone_number"} <= properties.keys()
    identifier = next((name for name in IDENTIFIERS if name in value), None) if is_profile else None
    return len(properties[name].get("enum", ())) == 1 or name == identifier


def size(value: Any) -> int:
    """Count the places of a value."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(size, parts))


def example(schema: dict[str, Any], definitions: dict[str, Any], name: str = "") -> Any:
    """Return a value that validates. Raises ValueError if there is none."""
    validator = Draft202012Validator({"$defs": definitions, **schema})
    for value in candidates(schema, definitions, name):
        if validator.is_valid(value):
            return value
    raise ValueError(f"there is no example of {name}")


def candidates(schema: dict[str, Any], definitions: dict[str, Any], name: str) -> list[Any]:
    if "$ref" in schema:
        return candidates(definitions[ref_name(schema)], definitions, name)
    if "oneOf" in schema:
        return [value for member in schema["oneOf"] for value in candidates(member, definitions, name)]
    if "enum" in schema:
        return list(schema["enum"])
    types = schema.get("type", "string")
    first_type = types[0] if isinstance(types, list) else types
    match first_type:
        case "object":
            properties = schema.get("properties", {})
            wanted = schema.get("required", list(properties)[:2])
            return [{key: example(properties[key], definitions, key) for key in wanted}]
        case "array":
            return [[example(schema["items"], definitions, name.removesuffix("s"))]] if "items" in schema else [[]]
        case "string":
            by_format = BY_FORMAT.get(schema.get("format", schema.get("contentEncoding", "")))
            text = schema.get("default", f"{name or 'text'}-1"[: schema.get("maxLength")])
            return [by_format or schema.get("examples", [text])[0]]
        case "integer" | "number":
            return [schema.get("default", max(1, schema.get("minimum", 1)))]
        case "boolean":
            return [schema.get("default", True)]
    return [None]
