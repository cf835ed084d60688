"""Faults in words: no regular expression, no name of a Python type, no keyword of JSON Schema."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

import workbench.codegen.parts.formats  # noqa: F401  # registers date and date-time
from workbench.codegen.parts.constants import EMAIL, FORMATS, ID, OPTIONAL_ID, PHONE_NUMBER, TIME
from workbench.codegen.parts.errors import sentence
from workbench.codegen.parts.words import describe, describe_schema

REFERENCE = {"type": "object", "properties": {"id": {"type": "string", **ID}}, "required": ["id"]}


@pytest.mark.parametrize(
    ("schema", "value", "words"),
    [
        ({"type": "string", **ID}, "", "an ID, not blank"),
        ({"type": "string", **ID}, " \t", "an ID, not blank"),
        ({"type": "string", **ID}, 7, "an ID, not 7"),
        ({"type": "string", **OPTIONAL_ID}, "", "an ID: enter one, or choose Leave out, not blank"),
        (
            {"type": ["string", "null"], **PHONE_NUMBER},
            "(202) 555-0142",
            "a number in E.164 format such as +12025550142 or null, not '(202) 555-0142'",
        ),
        ({"type": "string", **EMAIL}, "ada@", "an email address such as ada@example.com, not 'ada@'"),
        ({"type": "string", **TIME}, "9 o'clock", "a time of day such as 09:00:00, not '9 o'clock'"),
        ({"type": ["number", "null"]}, "25 CHF", "a number or null, not '25 CHF'"),
        ({"type": "integer"}, 1.5, "a whole number, not 1.5"),
        ({"type": "boolean"}, "yes", "true or false, not 'yes'"),
        ({"type": "boolean"}, None, "true or false, not null"),
        ({"type": "string"}, True, "a text, not true"),
        ({"type": "string"}, {}, "a text, not an empty object"),
        ({"type": "array"}, {"a": 1, "b": 2, "c": 3, "d": 4}, "a list, not an object with a, b, c, …"),
        ({"type": "object"}, [], "an object, not an empty list"),
        ({"type": "object"}, [1] * 1000, "an object, not a list of 1,000"),
        ({"type": "string", "format": "date-time"}, "now", "a time such as 2026-10-15T09:30:00Z, not 'now'"),
        ({"type": ["string", "null"], "format": "date"}, "now", "a date such as 2026-10-15 or null, not 'now'"),
        ({"enum": ["b", "name", None]}, "nmae", "'name', 'b' or null, not 'nmae'"),
        ({"enum": ["only"]}, "other", "'only', not 'other'"),
        ({"maximum": 100}, 101, "at most 100, not 101"),
        ({"minimum": 1}, 0, "at least 1, not 0"),
        ({"maxItems": 2}, [1, 2, 3], "at most 2 items, not 3 items"),
        ({"minItems": 1}, [], "at least 1 item, not 0 items"),
        ({"maxLength": 1000}, "x" * 1001, "at most 1,000 characters, not 1,001 characters"),
        ({"maxProperties": 2}, {"a": 1, "b": 2, "c": 3}, "at most 2 properties, not 3 properties"),
        ({"type": "integer"}, "x" * 1000, f"a whole number, not '{'x' * 40}…'"),
    ],
)
def test_what_is_expected_and_what_is_there(schema: Any, value: Any, words: str) -> None:
    [error] = Draft202012Validator(schema, format_checker=FORMATS).iter_errors(value)
    assert sentence(describe(error)) == f": {words}"


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        (REFERENCE, "an object with an ID"),
        ({"type": "string"}, "a text"),
        ({"enum": ["a"]}, "'a'"),
        ({"oneOf": [REFERENCE, {"type": "null"}]}, "an object with an ID or null"),
        ({}, "a value"),
    ],
)
def test_what_is_missing(schema: Any, words: str) -> None:
    [error] = Draft202012Validator({"properties": {"x": schema}, "required": ["x"]}).iter_errors({})
    assert sentence(describe(error)) == f"/x: {words}, but it is missing"


def test_the_choices_of_a_long_list_begin_with_the_most_similar() -> None:
    schema = {"enum": [*(f"subscriptions.field_{number}" for number in range(200)), "email", 7]}
    [error] = Draft202012Validator(schema).iter_errors("emial")
    assert describe(error)["expected"].startswith("one of 'email', ")
    assert describe(error)["expected"].endswith(" and 192 more")
    assert describe_schema({"enum": ["b", "a"]}) == "'b' or 'a'", "in their order, if nothing is there"
