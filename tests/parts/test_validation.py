"""`validate`: which arguments are refused, at which pointer, in which words."""

import math
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import workbench.codegen.parts.account  # noqa: F401  # which registers the format
from workbench.codegen.parts.constants import FORMATS
from workbench.codegen.parts.errors import InvalidInput
from workbench.codegen.parts.validation import validate

SCHEMA = {
    "type": "object",
    "properties": {
        "auth": {"format": "account"},
        "id": {"type": "string", "pattern": r"\S"},
        "body": {"type": "object", "required": ["data", "meta"]},
        "fields": {"type": "array", "items": {"enum": [*(f"subscriptions.field_{n}" for n in range(200)), "email", 7]}},
        "value": {"type": ["number", "null"]},
        "phone": {"type": "string", "pattern": r"^\+[1-9]", "examples": ["+12025550142"]},
        "items": {"type": "array", "maxItems": 2},
    },
    "required": ["auth", "id"],
}
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FORMATS)
AUTH = {"apiKey": "pk_secret"}
ACCOUNT = "a resource with either apiKey, a private API key, or token, an access token"


def faults_of(**arguments: Any) -> list[dict[str, str]]:
    """Return the faults of arguments, of which the required ones are valid by default."""
    try:
        validate({"auth": AUTH, "id": "x"} | arguments, VALIDATOR)
    except InvalidInput as invalid:
        error = invalid
    else:
        return []
    assert error.count == len(error.faults)
    assert "secret" not in str(error) + repr(error.faults)
    return error.faults


@pytest.mark.parametrize(
    ("arguments", "pointer", "expected"),
    [
        ({"value": "25"}, "/value", 'type ["number", "null"]'),
        ({"value": True}, "/value", 'type ["number", "null"]'),
        ({"items": [1, 2, 3]}, "/items", "maxItems 2"),
        ({"id": None}, "/id", "type string"),
        ({"id": " "}, "/id", r"pattern \S"),
        ({"phone": "2025550142"}, "/phone", r"pattern ^\+[1-9], such as +12025550142"),
        ({"fields": [7, "7"]}, "/fields/1", "enum [7, "),
        ({"auth": "pk_secret"}, "/auth", ACCOUNT),
        ({"auth": None}, "/auth", ACCOUNT),
        ({"auth": {"apikey": "pk_secret"}}, "/auth", ACCOUNT),
        ({"auth": {"apiKey": " pk_secret"}}, "/auth", ACCOUNT),
        ({"auth": {"apiKey": "pk_secret", "token": "secret"}}, "/auth", ACCOUNT),
    ],
)
def test_a_fault_names_the_keyword_and_its_value(arguments: Any, pointer: str, expected: str) -> None:
    [fault] = faults_of(**arguments)
    assert fault["pointer"] == pointer
    assert fault["expected"].startswith(expected)


def test_each_missing_property_is_a_fault() -> None:
    assert [(fault["pointer"], fault["expected"]) for fault in faults_of(body={})] == [
        ("/body", "property 'data'"),
        ("/body", "property 'meta'"),
    ]


def test_the_type_of_auth_is_shown_but_not_its_value() -> None:
    assert faults_of(auth="pk_secret")[0]["actual"] == "<class 'str'>"


def test_a_misspelled_name_is_answered_with_the_similar_one_first() -> None:
    [fault] = faults_of(fields=["emial"])
    assert fault["expected"].startswith('enum ["email", ')
    assert len(fault["expected"]) <= 200
    assert fault["actual"] == "'emial'"


@pytest.mark.parametrize("blank", [None, "", []])
def test_a_blank_optional_argument_is_not_checked(blank: Any) -> None:
    assert faults_of(items=blank, value=blank, phone=blank) == []


def circular() -> list[Any]:
    values: list[Any] = []
    values.append(values)
    return values


def nested(depth: int) -> Any:
    value: Any = []
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [math.nan, math.inf, Decimal(1), b"x", {1, 2}, "\ud800", 10**5000, circular(), nested(5000), object()],
    ids=["nan", "infinity", "decimal", "bytes", "set", "half a surrogate pair", "huge", "circular", "deep", "object"],
)
def test_what_json_cannot_hold_is_refused(value: Any) -> None:
    assert faults_of(body={"data": value, "meta": 1}, items=[value])[0]["expected"].startswith("JSON (")


def test_the_arguments_are_returned_as_compact_json() -> None:
    encoded = validate({"auth": AUTH, "id": "é", "body": {"data": [1, "/"], "meta": None}, "value": None}, VALIDATOR)
    assert encoded == {
        "auth": b'{"apiKey":"pk_secret"}',
        "id": '"é"'.encode(),
        "body": b'{"data":[1,"/"],"meta":null}',
    }
