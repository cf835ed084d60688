"""Klaviyo's filters, such as `and(equals(email,"ada@example.com"),greater-than(created,2026-01-01))`."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from workbench.sandbox.facts import Facts, schema_at
from workbench.sandbox.store import Resource, Store

TOKENS = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[()\[\],]|[^()\[\],"']+)""")
COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "equals": lambda value, wanted: bool(value == wanted),
    "any": lambda value, wanted: value in wanted,
    "contains": lambda value, wanted: str(wanted).lower() in str(value).lower(),
    "starts-with": lambda value, wanted: str(value).lower().startswith(str(wanted).lower()),
    "ends-with": lambda value, wanted: str(value).lower().endswith(str(wanted).lower()),
    "greater-than": lambda value, wanted: bool(value > wanted),
    "greater-or-equal": lambda value, wanted: bool(value >= wanted),
    "less-than": lambda value, wanted: bool(value < wanted),
    "less-or-equal": lambda value, wanted: bool(value <= wanted),
}
OPERATORS = {*COMPARISONS, "has", "contains-any", "contains-all"}
VALUES: dict[type, str] = {
    str: "a text in quotes",
    bool: "true or false",
    int: "a number",
    float: "a number",
    datetime: "a time without quotes, such as 2026-10-15T09:30:00Z",
}
FLAGS = {"true": True, "false": False}
NUMBER = re.compile(r"-?\d+(\.\d+)?")
TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d.*)?")


class InvalidFilter(ValueError):  # noqa: N818
    """A filter that the endpoint does not accept; the message says why."""


@dataclass(frozen=True)
class Condition:
    """One condition, or several under `and` or `not`."""

    operator: str
    field: str = ""
    value: Any = None
    parts: tuple["Condition", ...] = ()


@dataclass(frozen=True)
class Field:
    """A field of a filter: its operators, and the Python types of its values."""

    name: str
    operators: list[str]
    types: tuple[type, ...]


def describe_field(facts: Facts, type_: str, name: str, operators: list[str]) -> Field:
    """Return the field of a filter for resources of a type. Fields that are no attributes, such as IDs, are texts."""
    attributes = facts.attributes.get(type_, {})
    schema = schema_at(attributes, name.split(".")) or schema_at(attributes, ["definition", *name.split(".")])
    if name == "joined_group_at" or schema.get("format") == "date-time":
        return Field(name, operators, (datetime,))
    if name == "timestamp":  # of events: in seconds
        return Field(name, operators, (datetime, int))
    if "boolean" in schema.get("type", ""):
        return Field(name, operators, (bool,))
    if "integer" in schema.get("type", "") or "number" in schema.get("type", ""):
        return Field(name, operators, (int, float))
    return Field(name, operators, (str,) if schema or name.endswith(("id", "ids")) else (str, bool))


def parse_filter(text: str, fields: Mapping[str, Field]) -> Condition:
    """Return the filter in `text`, if it keeps to the fields. Raises InvalidFilter."""
    tokens = split_tokens(text)
    parts = []
    try:
        while tokens:
            parts.append(take_condition(tokens, fields))
            if tokens:
                expect(tokens, ",")
    except IndexError:
        raise InvalidFilter("The filter ends too early.") from None
    return Condition("and", parts=tuple(parts))


def split_tokens(text: str) -> list[str]:
    tokens, position = [], 0
    while position < len(text):
        match = TOKENS.match(text, position)
        if not match:
            raise InvalidFilter(f"{text[position : position + 50]} is not the start of a value.")
        tokens.append(match[1].strip())
        position = match.end()
    return [token for token in tokens if token]


def take_condition(tokens: list[str], fields: Mapping[str, Field]) -> Condition:
    """Remove one condition from the front of the tokens and return it."""
    operator = tokens.pop(0)
    expect(tokens, "(")
    if operator in ("and", "not"):
        parts = [take_condition(tokens, fields)]
        while tokens[0] == ",":
            tokens.pop(0)
            parts.append(take_condition(tokens, fields))
        expect(tokens, ")")
        return Condition(operator, parts=tuple(parts))
    if operator not in OPERATORS:
        raise InvalidFilter(f"{operator} is not an operator.")
    name = tokens.pop(0)
    field = fields.get(name)
    if field is None or operator not in field.operators:
        raise InvalidFilter(f"{operator} is not supported for {name}.")
    value = None
    if operator != "has":
        expect(tokens, ",")
        value = take_value(tokens)
        check_value(operator, field, value)
    expect(tokens, ")")
    return Condition(operator, name, value)


def check_value(operator: str, field: Field, value: Any) -> None:
    """Raise InvalidFilter if the field does not take the value."""
    if isinstance(value, list) != (operator in ("any", "contains-any", "contains-all")):
        raise InvalidFilter(f"{operator} takes {'one value' if isinstance(value, list) else 'a list in brackets'}.")
    for entry in value if isinstance(value, list) else [value]:
        if type(entry) not in field.types:
            raise InvalidFilter(f"{field.name} takes {VALUES[field.types[0]]}, not {VALUES[type(entry)]}.")


def take_value(tokens: list[str]) -> Any:
    token = tokens.pop(0)
    if token == "[":  # noqa: S105
        values = []
        while tokens[0] != "]":
            values.append(take_value(tokens))
            if tokens[0] != "]":
                expect(tokens, ",")
        tokens.pop(0)
        return values
    if token[0] in "\"'":
        return re.sub(r"\\(.)", r"\1", token[1:-1])
    if token in FLAGS:
        return FLAGS[token]
    if NUMBER.fullmatch(token):
        return json.loads(token)
    if TIME.fullmatch(token) and (time := parse_time(token)):
        return time
    raise InvalidFilter(f"{token} is neither a number, a time, true nor false. A text is in quotes.")


def expect(tokens: list[str], wanted: str) -> None:
    token = tokens.pop(0)
    if token != wanted:
        raise InvalidFilter(f"Expected {wanted} instead of {token}.")


def matches(store: Store, resource: Resource, condition: Condition) -> bool:
    """Return whether a resource meets the condition."""
    match condition.operator:
        case "and":
            return all(matches(store, resource, part) for part in condition.parts)
        case "not":
            return not any(matches(store, resource, part) for part in condition.parts)
    values = [value for value in values_of(store, resource, condition.field) if value is not None]
    match condition.operator:
        case "has":
            return bool(values)
        case "contains-any":
            return any(value in values for value in condition.value)
        case "contains-all":
            return all(value in values for value in condition.value)
    if condition.operator == "equals" and condition.value is False and not values:
        return True  # a flag that was never set
    compare, wanted = COMPARISONS[condition.operator], condition.value
    if condition.field == "email":
        values, wanted = [str(value).lower() for value in values], lower(wanted)
    return any(compare(*comparable(value, wanted)) for value in values)


def values_of(store: Store, resource: Resource, field: str) -> list[Any]:
    """Return the values of a field: an attribute, also a nested one, the id, or the ids of related resources."""
    if field in ("id", "ids", f"{resource.type}_id"):
        return [resource.id]
    if field == "joined_group_at":
        return [resource.since]
    for path in (field, f"definition.{field}"):
        if values := nested_values(resource.attributes, path.split(".")):
            return values
    name = related_name(store.facts, resource.type, re.sub(r"[._]id$", "", field))
    return [id_ for _, id_ in store.references(resource.reference, name)] if name else []


def related_name(facts: Facts, type_: str, field: str) -> str | None:
    """Return the relationship that a field such as `profile`, `push_token` or `category` of an item refers to."""
    relations = facts.relations.get(type_, {})
    word = field.replace("_", "-")
    return next((name for name in relations if word in (name, relations[name].type)), None) or next(
        (name for name, relation in relations.items() if relation.type.endswith(f"-{word}")), None
    )


def nested_values(value: Any, path: list[str]) -> list[Any]:
    """Return the values at a path; a list on the way stands for each of its entries."""
    if isinstance(value, list):
        return [nested for entry in value for nested in nested_values(entry, path)]
    if not path:
        return [value]
    return nested_values(value[path[0]], path[1:]) if isinstance(value, dict) and path[0] in value else []


def lower(wanted: Any) -> Any:
    """Return an email or a list of emails in lower case."""
    return [email.lower() for email in wanted] if isinstance(wanted, list) else wanted.lower()


def comparable(value: Any, wanted: Any) -> tuple[Any, Any]:
    """Return both as times or numbers, if they are, otherwise as they are or as texts."""
    if isinstance(wanted, datetime):
        time = parse_time(value) if isinstance(value, str) else datetime.fromtimestamp(value, UTC)
        return (time, wanted) if time else (value, wanted.isoformat())
    if isinstance(wanted, list) or type(value) is type(wanted) or {type(value), type(wanted)} == {int, float}:
        return value, wanted
    return str(value), str(wanted)


def parse_time(text: str) -> datetime | None:
    """Return a time with its zone, UTC if it has none; None if the text is no time."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)
