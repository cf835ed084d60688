"""Checks the arguments of `main` against their schema before anything is sent."""

import json
from difflib import SequenceMatcher
from typing import Any

from workbench.codegen.parts.arguments import is_blank
from workbench.codegen.parts.constants import COMPACT
from workbench.codegen.parts.errors import InvalidInput


def validate(arguments: dict[str, Any], validator: Any) -> dict[str, bytes]:
    """Return each argument as JSON. Raises InvalidInput unless they match the validator's schema and are JSON."""
    required = validator.schema["required"]
    arguments = {name: value for name, value in arguments.items() if name in required or not is_blank(value)}
    try:
        errors = list(validator.iter_errors(arguments))
        encoded = {name: json.dumps(value, **COMPACT).encode() for name, value in arguments.items()}
    except (TypeError, ValueError, RecursionError) as error:  # a Decimal, NaN, a list that contains itself
        raise InvalidInput([((), f"JSON ({error})", type(arguments))]) from None
    if errors:
        raise InvalidInput(list(map(describe, errors[:20])), len(errors))
    return encoded


def describe(error: Any) -> tuple[Any, str, Any]:
    """Return the fault of an error: the keyword that failed with its value, of an enum with the most similar first."""
    keyword, value, path = error.validator, error.validator_value, tuple(error.absolute_path)
    if path[:1] == ("auth",):  # what is there may be a key, and is not shown
        return path, "a resource with either apiKey, a private API key, or token, an access token", type(error.instance)
    if keyword == "required":
        keyword, value = "property", error.message.removesuffix(" is a required property")
    if keyword == "enum":
        value = sorted(value, key=lambda item: -SequenceMatcher(None, str(item), str(error.instance)[:100]).ratio())
    example = "".join(f", such as {example}" for example in error.schema.get("examples", []) if keyword != "type")
    return path, f"{keyword} {value if isinstance(value, str) else json.dumps(value)}{example}", error.instance
