"""Unions of objects: which member a value is meant to be."""

from collections.abc import Iterator
from typing import Any

from jsonschema import ValidationError


def one_of(validator: Any, members: list[Any], value: Any, schema: Any) -> Iterator[ValidationError]:
    """The keyword `oneOf`, with the faults of one member: the one that the constants in `value` name, if they do."""
    candidates = [member for member in members if constants_fit(value, member)]
    for name, item in value.items() if not candidates else ():
        enums = [member["properties"].get(name, {}).get("enum", [item]) for member in members if "properties" in member]
        if not any(item in enum for enum in enums):
            constants = [constant for enum in enums for constant in enum]
            yield ValidationError("", "enum", [name], validator_value=list(dict.fromkeys(constants)), instance=item)
            return
    faults = [list(validator.descend(value, member)) for member in candidates or members]
    if all(faults):  # those of the member that lacks the least
        yield from min(
            faults, key=lambda errors: ([error.validator for error in errors].count("required"), len(errors))
        )
    elif faults.count([]) > 1:
        yield ValidationError("", "oneOf", validator_value=f"({len(members)} alternatives), only one of them")


def constants_fit(value: Any, schema: Any) -> bool:
    """Return whether no enum of a property contradicts `value`."""
    if not isinstance(value, dict) or "properties" not in schema:
        return not isinstance(value, dict)
    enums = {name: subschema["enum"] for name, subschema in schema["properties"].items() if "enum" in subschema}
    texts = {"true": True, "false": False}  # as Windmill's forms send booleans
    values = {name: (value[name], texts.get(str(value[name]), value[name])) for name in enums if name in value}
    return all(item in enums[name] or decoded in enums[name] for name, (item, decoded) in values.items())


def meant_member(schema: Any, value: Any) -> Any:
    """Return the schema of a value. Of a union, it is that of the member that is meant, with the others' properties."""
    members = [member for member in schema.get("oneOf", []) if "properties" in member]
    if not isinstance(value, dict) or not members:
        return schema
    named = [member for member in members if constants_fit(value, member)] or members
    named.sort(key=lambda member: len({*member["required"]} - value.keys()), reverse=True)  # the best one last
    properties = {name: part for member in [*members, *named] for name, part in member["properties"].items()}
    return {"properties": properties, "required": named[-1]["required"]}
