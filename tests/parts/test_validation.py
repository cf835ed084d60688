"""`validate`: which arguments are refused, at which pointer, in which words."""

import math
import time
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import workbench.codegen.parts.account  # noqa: F401  # which registers the format
from workbench.codegen.parts.constants import FORMATS, ID, PHONE_NUMBER
from workbench.codegen.parts.errors import InvalidInput
from workbench.codegen.parts.validation import validate

SCHEMA = {
    "type": "object",
    "properties": {
        "auth": {"format": "account"},
        "id": {"type": "string", **ID},
        "body": {"type": "object", "properties": {"data": {}, "meta": {}}, "required": ["data", "meta"]},
        "value": {"type": ["number", "null"]},
        "phone": {"type": "string", **PHONE_NUMBER},
        "items": {"type": "array", "maxItems": 2},
    },
    "required": ["auth", "id"],
}
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FORMATS)
AUTH = {"apiKey": "pk_secret"}


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


ACCOUNT = "a resource with either apiKey, a private API key, or token, an access token"


@pytest.mark.parametrize(
    ("auth", "actual"),
    [
        ("pk_secret", "a text"),
        (None, "missing"),
        ({}, "an object without them"),
        ({"apikey": "pk_secret"}, "an object without them"),
        ({"apiKey": " pk_secret"}, "apiKey with spaces or other special characters"),
        ({"apiKey": "pk_secret", "token": "secret"}, "both"),
        (["pk_secret"], "another value"),
    ],
)
def test_what_is_in_auth_is_never_shown(auth: Any, actual: str) -> None:
    assert faults_of(auth=auth) == [{"pointer": "/auth", "expected": ACCOUNT, "actual": actual}]


def test_all_faults_are_reported() -> None:
    assert [fault["pointer"] for fault in faults_of(id=None, body={}, items=[1, 2, 3])] == [
        "/body/data",
        "/body/meta",
        "/items",
        "/id",
    ]


@pytest.mark.parametrize("blank", [None, "", " \n", []])
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
    [fault] = faults_of(body={"data": value, "meta": 1})
    assert fault["pointer"] == "/body"
    assert fault["expected"] in ("fewer levels", "text, finite numbers, true, false, null, lists and objects of these")
    assert [fault["pointer"] for fault in faults_of(items=[value])] == ["/items"]


def test_the_arguments_are_returned_as_compact_json() -> None:
    encoded = validate(
        {"auth": AUTH, "id": "\u00e9", "body": {"data": [1, "/"], "meta": None}, "value": None}, VALIDATOR
    )
    assert encoded["id"] == '"\u00e9"'.encode()
    assert encoded["body"] == b'{"data":[1,"/"],"meta":null}'
    assert "value" not in encoded


def test_a_million_faults_are_described_in_bounded_time() -> None:
    schema = {"properties": {"a": {"items": {"type": "string"}}}, "required": []}
    started = time.process_time()
    with pytest.raises(InvalidInput) as caught:
        validate({"a": [1] * 1_000_000}, Draft202012Validator(schema))
    assert time.process_time() - started < 2
    assert (caught.value.count, len(caught.value.faults)) == (1000, 20)
