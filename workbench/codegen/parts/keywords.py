"""Keywords of JSON Schema, faster than jsonschema has them and with faults that say more."""

from collections.abc import Iterator
from typing import Any

from jsonschema import ValidationError

from workbench.codegen.parts.constants import JSON_TYPES


def check_items(validator: Any, schema: Any, values: Any, _: Any) -> Iterator[ValidationError]:
    """The keyword `items`. jsonschema, being slow, sees only items that do not fit, to say what is wrong with them."""
    for index, value in enumerate(values if isinstance(values, list) else []):
        if not fits(validator, value, schema):
            yield from validator.descend(value, schema, path=index)


def fits(validator: Any, value: Any, schema: Any) -> bool:
    """Return whether `value` is valid. Only keywords that are less frequent are left to jsonschema."""
    for keyword, argument in schema.items():
        if keyword == "type" and JSON_TYPES.get(type(value), "other") in argument:  # a name or a list of names
            valid = True
        elif keyword == "properties" and isinstance(value, dict):
            valid = all(fits(validator, item, argument[name]) for name, item in value.items() if name in argument)
        elif keyword == "required" and isinstance(value, dict):
            valid = all(name in value for name in argument)
        elif keyword == "enum" and isinstance(value, str):
            valid = value in argument
        else:
            check = validator.VALIDATORS.get(keyword)
            valid = check is None or not any(check(validator, argument, value, schema))
        if not valid:
            return False
    return True


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
