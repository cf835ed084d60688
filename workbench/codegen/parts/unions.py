"""Unions of objects: which member a value is meant to be."""

from collections.abc import Iterator
from typing import Any

from jsonschema import ValidationError


def one_of(validator: Any, members: list[Any], value: Any, schema: Any) -> Iterator[ValidationError]:
    """The keyword `oneOf`, with the faults of the member that is meant."""
    candidates = [member for member in members if constants_fit(value, member)]
    valid = [member for member in candidates if next(validator.descend(value, member), None) is None]
    if len(valid) == 1:
        return
    if valid:
        yield ValidationError(f"what fits only one of the {len(members)} kinds of values")
        return
    objects = [member for member in members if "properties" in member]
    if not isinstance(value, dict) or not objects:
        same_type = [member for member in members if type_fits(validator, value, member)]
        yield from validator.descend(value, same_type[0]) if len(same_type) == 1 else [ValidationError("")]
    elif name := find_wrong_constant(value, objects):
        choices = list(dict.fromkeys(choice for member in objects for choice in member["properties"][name]["enum"]))
        yield ValidationError("", "enum", [name], instance=value[name], schema={"enum": choices})
    else:
        yield from validator.descend(value, choose_member(value, objects))


def constants_fit(value: Any, schema: Any) -> bool:
    """Return whether no enum of a property contradicts the value."""
    if not isinstance(value, dict):
        return True
    properties = schema.get("properties", {})
    return all(item in properties.get(name, {}).get("enum", [item]) for name, item in value.items())


def type_fits(validator: Any, value: Any, schema: Any) -> bool:
    return any(validator.is_type(value, name) for name in types_of(schema))


def find_wrong_constant(value: dict[str, Any], members: list[Any]) -> str | None:
    """Return the name of a property that tells the members apart, if its value is that of none of them."""
    for name, item in value.items():
        enums = [member["properties"].get(name, {}).get("enum") for member in members]
        if all(enums) and not any(item in enum for enum in enums):
            return name
    return None


def choose_member(value: dict[str, Any], members: list[Any]) -> Any:
    """Return the member that the value is meant to be: the one with its constants, else the one with its keys."""

    def likeness(member: Any) -> tuple[int, int, int]:
        properties = member["properties"]
        constants = {name: part["enum"] for name, part in properties.items() if len(part.get("enum", ())) == 1}
        wrong = sum(value[name] not in enum for name, enum in constants.items() if name in value)
        return -wrong, len(value.keys() & properties.keys()), -len(set(member["required"]) - value.keys())

    return max(members, key=likeness)


def merge_unions(schema: Any) -> Any:
    """Return the schema with one object in place of each union, which has the properties of all of its members."""
    merged: dict[int, Any] = {}  # by the id of a schema, as the schema of a type is used in many places

    def merge(part: Any) -> Any:
        if id(part) not in merged and "oneOf" in part:
            merged[id(part)] = merge_members([merge(member) for member in part["oneOf"]])
        elif id(part) not in merged:
            properties = {name: merge(inner) for name, inner in part.get("properties", {}).items()}
            items = {"items": merge(part["items"])} if "items" in part else {}
            merged[id(part)] = part | ({"properties": properties} if properties else {}) | items
        return merged[id(part)]

    return merge(schema)


def merge_members(members: list[Any]) -> Any:
    """Return one schema of all types, properties and items that the members have; required is what all require.

    `mixed`: values of different types, which a form asks for in a JSON editor. `members`: the objects, each with its
    constants.
    """
    types = [name for member in members for name in types_of(member)]
    merged: dict[str, Any] = {"type": types, "mixed": len({*types} - {"null"}) > 1}
    if objects := [member for member in members if "properties" in member]:
        parts: dict[str, list[Any]] = {}
        for member in objects:
            for name, part in member["properties"].items():
                parts.setdefault(name, []).append(part)
        merged["properties"] = {name: merge_members(same) if len(same) > 1 else same[0] for name, same in parts.items()}
        merged["required"] = [name for name in parts if all(name in member["required"] for member in objects)]
        merged["members"] = [(constants_of(member), member) for member in objects]
    if items := [member["items"] for member in members if "items" in member]:
        merged["items"] = merge_members(items)
    return merged


def constants_of(schema: Any) -> dict[str, Any]:
    """Return the properties that have one value."""
    enums = {name: part["enum"] for name, part in schema["properties"].items() if "enum" in part}
    return {name: enum[0] for name, enum in enums.items() if len(enum) == 1}


def types_of(schema: Any) -> list[str]:
    """Return the names of the types that a schema allows; an enum has texts."""
    types = schema.get("type", "string" if "enum" in schema else "object")
    return [types] if isinstance(types, str) else types
