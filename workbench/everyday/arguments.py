"""Arguments: checked before anything is sent"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import create

from workbench.codegen.parts.errors import InvalidInput
from workbench.codegen.parts.formats import is_date_time
from workbench.codegen.parts.schema import schema_of
from workbench.codegen.parts.validation import validate

NOT_BLANK = {"pattern": r"\S"}


class Reported(str):
    """What is in a fault already, shown as it is."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


NOTHING = Reported("nothing")


def check_arguments(arguments: dict[str, Any], documented: Any) -> dict[str, Any]:
    """Return the arguments that are not blank. `documented`: their TypedDict. Raises InvalidInput."""
    filled = {name: value for name, value in arguments.items() if not is_empty(value)}
    schema = schema_of(documented)
    if missing := [name for name in schema["required"] if name not in filled]:
        raise InvalidInput([((name,), "a value", NOTHING) for name in missing])
    validate(filled, Draft202012Validator(schema, format_checker=format_checker()))
    return filled


def is_empty(value: Any) -> bool:
    """Return whether an argument is as good as left out."""
    return value in (None, [], {}) or (isinstance(value, str) and not value.strip())


def validator_of(documented: Any, **keywords: Any) -> Any:
    """Return the validator of a body. `documented`: its TypedDict, `keywords`: our own of JSON Schema."""
    schema = {"type": "object", "required": ["body"], "properties": {"body": schema_of(documented)}}
    known = {**Draft202012Validator.VALIDATORS, **keywords}
    return create(Draft202012Validator.META_SCHEMA, known)(schema, format_checker=format_checker())


def format_checker() -> FormatChecker:
    """Return the check of times, the format that the arguments have."""
    checker = FormatChecker(formats=())
    checker.checks("date-time", raises=ValueError)(is_date_time)
    return checker


def invalid(argument: str, expected: str, actual: Any) -> InvalidInput:
    """Return the error for one argument."""
    return InvalidInput([((argument,), expected, NOTHING if is_empty(actual) else actual)])


class Reference(NamedTuple):
    """What somebody calls a list, a metric, a campaign, a flow or a coupon: a text, which is a name or an ID."""

    text: str
    is_name: bool = False
    is_id: bool = False


def reference_of(value: Any, argument: str) -> Reference:
    """Return a reference: a text, {"id": …}, {"value": …} as pickers have it, or {"name": …}. Raises InvalidInput."""
    if isinstance(value, str) and value.strip():
        return Reference(value.strip())
    if isinstance(value, dict):
        for key in ("id", "value", "name"):
            text = value.get(key)
            if isinstance(text, str) and text.strip():
                return Reference(text.strip(), is_name=key == "name", is_id=key == "id")
    raise invalid(argument, 'a name or an ID: a text, or an object such as {"id": "Y6nRLr"}', value)


@contextmanager
def report_by_argument(places: dict[str, str]) -> Iterator[None]:
    """Report the faults of a body by the arguments that it is made of.

    Args:
        places: The beginning of a pointer in the body -> what stands for it, such as "/time".
    """
    try:
        yield
    except InvalidInput as error:
        faults = [
            (split_pointer(rename(fault["pointer"], places)), fault["expected"], Reported(fault["actual"]))
            for fault in error.faults
        ]
        raise InvalidInput(faults, error.count) from None


def rename(pointer: str, places: dict[str, str]) -> str:
    """Return a pointer with its longest beginning that is in `places` replaced."""
    known = [place for place in places if re.match(rf"{re.escape(place)}(/|$)", pointer)]
    longest = max(known, key=len, default="")
    return places.get(longest, "") + pointer.removeprefix(longest)


def split_pointer(pointer: str) -> tuple[str, ...]:
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:])
