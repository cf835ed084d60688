"""Checks the arguments of `main` against their schema before anything is sent."""

import json
from difflib import get_close_matches
from typing import Any

from workbench.codegen.parts.constants import BLANK, COMPACT, Fault
from workbench.codegen.parts.errors import InvalidInput


def validate(arguments: dict[str, Any], validator: Any) -> dict[str, bytes]:
    """Return each argument as JSON. Raises InvalidInput unless they match the validator's schema and are JSON."""
    required = validator.schema["required"]
    arguments = {name: value for name, value in arguments.items() if name in required or value not in BLANK}
    try:
        errors = list(validator.iter_errors(arguments))
        encoded = {name: json.dumps(value, **COMPACT).encode() for name, value in arguments.items()}
    except (TypeError, ValueError, RecursionError) as error:  # a Decimal, NaN, a list that contains itself
        raise InvalidInput([((), f"JSON ({error})", type(arguments))]) from None
    if errors:
        raise InvalidInput(list(map(describe, errors[:20])), len(errors))
    return encoded


def describe(error: Any) -> Fault:
    """Return the fault of an error: the keyword of JSON Schema that failed, with its value."""
    keyword, path = error.validator, tuple(error.absolute_path)
    if path[:1] == ("auth",):  # what is there may be a key, and is not shown
        return path, "a resource with apiKey, the private API key", type(error.instance)
    value = error.validator_value
    if keyword == "required":
        keyword, value = "property", error.message.removesuffix(" is a required property")
    if keyword == "enum":
        constants = {str(constant): constant for constant in value}  # to be sorted, the most similar first
        value = [constants[text] for text in get_close_matches(str(error.instance)[:100], constants, len(constants), 0)]
    example = "".join(f", such as {example}" for example in error.schema.get("examples", []) if keyword != "type")
    return path, f"{keyword} {value if isinstance(value, str) else json.dumps(value)}{example}", error.instance
