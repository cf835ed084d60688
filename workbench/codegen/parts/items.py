"""The keyword `items` of JSON Schema, faster than in jsonschema."""

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
