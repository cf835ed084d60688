"""Random bodies, valid and not: an answer or InvalidInput, and what is sent is what was meant."""

import json
import traceback
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from tests.operations.conftest import Load
from tests.support.collection import AUTH, BULK_CREATE_EVENTS, REVISION
from tests.support.events import groups_of, profile_of
from tests.support.strategies import JSON_VALUES, UNJSONABLE, mutations_of, values_of
from workbench.collection import load_schema
from workbench.sandbox import API_KEY, Sandbox

SCHEMA = load_schema(BULK_CREATE_EVENTS)["properties"]["body"]
VALID = values_of(SCHEMA)


def identify(body: Any) -> Any:
    """Give every profile an email address of its own, so that Klaviyo accepts the body."""
    for index, group in enumerate(groups_of(body)):
        profile_of(group)["attributes"]["email"] = f"{index}@example.com"
    return body


def without_empty_objects(value: Any, schema: Any) -> Any:
    """Return the value without optional objects that have nothing in them."""
    if isinstance(value, list):
        return [without_empty_objects(item, schema.get("items", {})) for item in value]
    if not isinstance(value, dict) or "properties" not in schema:
        return value
    properties, required = schema["properties"], schema.get("required", [])
    parts = {name: without_empty_objects(item, properties.get(name, {})) for name, item in value.items()}
    free = {name for name, subschema in properties.items() if "properties" not in subschema}
    return {name: part for name, part in parts.items() if part != {} or name in required or name in free}


@pytest.fixture
def outcome(load: Load, sandbox: Sandbox) -> Any:
    """Call the script; return the InvalidInput, if there is one, and the bodies that arrived."""
    script = load(BULK_CREATE_EVENTS)

    def call(body: Any) -> tuple[Any, list[Any]]:
        sandbox.received.clear()
        error = None
        try:
            assert script.main(AUTH, REVISION, body) is None
        except script.InvalidInput as invalid:
            error = invalid
            assert API_KEY not in str(error) + repr(vars(error)) + "".join(traceback.format_exception(error))
        except script.KlaviyoError as refused:  # sent, with what only Klaviyo refuses, such as a metric without a name
            if refused.status != 400:
                raise
        return error, [json.loads(received.body) for received in sandbox.received]

    return call


@given(body=VALID.map(identify))
def test_a_valid_body_is_sent(outcome: Any, body: Any) -> None:
    error, bodies = outcome(body)
    if error is None:
        assert bodies == [without_empty_objects(body, SCHEMA)]
    else:  # the only limit that such a body can exceed
        assert {fault["pointer"].rpartition("/")[2] for fault in error.faults} == {"unique_id"}


@given(body=mutations_of(VALID))
def test_a_mutated_body_is_valid_or_refused(outcome: Any, body: Any) -> None:
    error, bodies = outcome(body)
    assert len(bodies) == (error is None)
    assert all(map(Draft202012Validator(SCHEMA).is_valid, bodies))


@given(value=JSON_VALUES | UNJSONABLE)
def test_anything_else_is_refused(outcome: Any, value: Any) -> None:
    error, bodies = outcome(value)
    assert error is not None
    assert bodies == []
