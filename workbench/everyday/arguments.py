"""Arguments: checked before anything is sent"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import create

from workbench.codegen.parts.account import is_account
from workbench.codegen.parts.arguments import is_blank
from workbench.codegen.parts.errors import InvalidInput, fault
from workbench.codegen.parts.formats import is_date_time
from workbench.codegen.parts.schema import schema_of
from workbench.codegen.parts.validation import validate
from workbench.codegen.parts.words import describe_value

ACCOUNT = {"format": "account"}
DATE_TIME = {"format": "date-time"}
TEXT = {"pattern": r"\S", "expected": "a text"}
NAME_OR_ID = {"expected": 'a name or an ID, as a text or an object such as {"id": "Y6nRLr"}'}


def check_arguments(arguments: dict[str, Any], documented: Any) -> dict[str, Any]:
    """Return the arguments that are not blank. `documented`: their TypedDict. Raises InvalidInput."""
    filled = {name: value for name, value in arguments.items() if not is_empty(value)}
    validate(filled, validator_of(documented))
    return filled


def is_empty(value: Any) -> bool:
    """Return whether an argument is as good as left out; an empty object is, too: Windmill's form sends it."""
    return is_blank(value) or value == {}


def validator_of(documented: Any, **keywords: Any) -> Any:
    """Return the validator of a TypedDict. `keywords`: our own of JSON Schema."""
    known = {**Draft202012Validator.VALIDATORS, **keywords}
    validator = create(Draft202012Validator.META_SCHEMA, known)
    return validator(schema_of(documented), format_checker=format_checker())


def format_checker() -> FormatChecker:
    """Return the checks of the formats that the types have."""
    checker = FormatChecker(formats=())
    checker.checks("account")(is_account)
    checker.checks("date-time", raises=ValueError)(is_date_time)
    return checker


def invalid(argument: str, expected: str, actual: Any) -> InvalidInput:
    """Return the error for one argument."""
    return InvalidInput([argument_fault((argument,), expected, actual)])


def argument_fault(path: tuple[Any, ...], expected: str, actual: Any) -> dict[str, str]:
    """Return the fault of an argument, or of an item of one."""
    return fault(path, expected, "missing" if is_empty(actual) else describe_value(actual))


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
    raise invalid(argument, NAME_OR_ID["expected"], value)


@contextmanager
def report_by_argument(places: dict[str, str]) -> Iterator[None]:
    """Report the faults of a body by the arguments that it is made of.

    Args:
        places: The beginning of a pointer in the body -> what stands for it, such as "/time".
    """
    try:
        yield
    except InvalidInput as error:
        faults = [{**each, "pointer": rename(each["pointer"], places)} for each in error.faults]
        raise InvalidInput(faults, error.count) from None


def rename(pointer: str, places: dict[str, str]) -> str:
    """Return a pointer with its longest beginning that is in `places` replaced."""
    known = [place for place in places if re.match(rf"{re.escape(place)}(/|$)", pointer)]
    longest = max(known, key=len, default="")
    return places.get(longest, "") + pointer.removeprefix(longest)
