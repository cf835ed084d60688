"""The keywords `items` and `oneOf`: as strict as jsonschema's own, with the faults of what was meant."""

import copy
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.validators import create

from tests.support.strategies import JSON_VALUES, mutations_of, values_of
from workbench.codegen.parts.constants import FORMATS
from workbench.codegen.parts.errors import sentence
from workbench.codegen.parts.items import check_items
from workbench.codegen.parts.unions import merge_unions, one_of
from workbench.codegen.parts.words import describe
from workbench.collection import load_operation, load_schema

KEYWORDS = {**Draft202012Validator.VALIDATORS, "items": check_items, "oneOf": one_of}
Validator = create(Draft202012Validator.META_SCHEMA, KEYWORDS)
BULK_EVENTS = load_schema(load_operation("bulk_create_events"))["properties"]["body"]


def faults(validator: Any, value: Any) -> list[Any]:
    """Return all that is known of each error, in an order of its own."""
    return sorted(
        (list(map(str, error.absolute_path)), list(map(str, error.absolute_schema_path)), error.message)
        for error in validator.iter_errors(value)
    )


@given(body=mutations_of(values_of(BULK_EVENTS)))
def test_items_have_the_errors_that_jsonschema_reports(body: Any) -> None:
    ours, theirs = (cls(BULK_EVENTS, format_checker=FORMATS) for cls in (Validator, Draft202012Validator))
    assert faults(ours, body) == faults(theirs, body)


def member(type_: str, **properties: Any) -> Any:
    return {
        "type": "object",
        "properties": {"type": {"enum": [type_]}, **properties},
        "required": ["type", *properties],
    }


UNION = {"oneOf": [member("a", size={"type": "number"}), member("b", name={"type": "string"}), {"type": "null"}]}


@given(
    value=st.one_of(
        JSON_VALUES,
        st.fixed_dictionaries(
            {"type": st.sampled_from(["a", "b", "c"])}, optional={"size": JSON_VALUES, "name": JSON_VALUES}
        ),
    )
)
def test_a_union_is_as_strict_as_in_jsonschema(value: Any) -> None:
    assert Validator(UNION).is_valid(value) == Draft202012Validator(UNION).is_valid(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"type": "a", "size": "x"}, [("size", "type")]),
        ({"type": "b"}, [("", "required")]),
        ({"type": "c", "size": 1}, [("type", "enum")]),
        ({"name": "x"}, [("", "required")]),
        ({}, [("", "required"), ("", "required")]),
        ("text", [("", "oneOf")]),
    ],
)
def test_the_faults_are_those_of_the_member_that_was_meant(value: Any, expected: Any) -> None:
    errors = list(Validator(UNION).iter_errors(value))
    assert [("/".join(map(str, error.path)), error.validator) for error in errors] == expected


def words(schema: Any, value: Any) -> list[str]:
    return [sentence(describe(error)) for error in Validator(schema).iter_errors(value)]


def test_a_wrong_constant_is_told_all_that_there_are() -> None:
    assert words(UNION, {"type": "c"}) == ["/type: 'a' or 'b', not 'c'"]


def test_another_type_is_told_all_that_there_are() -> None:
    assert words({"oneOf": [*UNION["oneOf"], {"type": "integer"}]}, "x") == [
        ": an object or null or a whole number, not 'x'"
    ]


def test_a_value_that_fits_two_members_is_refused() -> None:
    loose = copy.deepcopy(UNION)
    loose["oneOf"].append({"type": "object", "properties": {"key": {"type": "string"}}, "required": []})
    assert words(loose, {"type": "a", "size": 1}) == [
        ": what fits only one of the 4 kinds of values, not an object with type, size"
    ]


TIMEFRAMES = {
    "oneOf": [
        {"type": "object", "properties": {"key": {"enum": ["last_12_months", "today"]}}, "required": ["key"]},
        {"type": "object", "properties": {"start": {"type": "string"}, "end": {}}, "required": ["start", "end"]},
    ]
}


def test_without_constants_the_member_with_the_keys_is_meant() -> None:
    assert words(TIMEFRAMES, {"start": 7, "end": 8}) == ["/start: a text, not 7"]
    assert words(TIMEFRAMES, {"start": "x"}) == ["/end: a value, but it is missing"]
    assert words(TIMEFRAMES, {"key": "last_12_month"}) == ["/key: 'last_12_months' or 'today', not 'last_12_month'"]


def test_faults_in_a_union_are_found_one_by_one() -> None:
    """Nobody waits for all of the faults in a long list."""
    union = {"oneOf": [member("a", items={"type": "array", "items": {"type": "string"}}), {"type": "null"}]}
    started = time.process_time()
    assert next(Validator(union).iter_errors({"type": "a", "items": [1] * 1_000_000})).path[0] == "items"
    assert time.process_time() - started < 1


def test_merged_unions_have_all_properties_and_require_what_all_do() -> None:
    merged = merge_unions({"type": "object", "properties": {"union": UNION, "list": {"items": UNION}}, "required": []})
    union = merged["properties"]["union"]
    assert set(union["type"]) == {"object", "null"}
    assert (list(union["properties"]), union["required"]) == (["type", "size", "name"], ["type"])
    assert merged["properties"]["list"]["items"] == union
