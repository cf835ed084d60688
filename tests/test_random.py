"""Random bodies, valid and not: an answer, InvalidInput or KlaviyoError, and what is sent is what was given."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.helpers import AUTH, BULK_CREATE_EVENTS, REVISION, SCRIPT, groups_of, profile_of
from tests.strategies import JSON_VALUES, UNJSONABLE, values_of
from workbench.collection import load_schema, load_script
from workbench.sandbox import Sandbox

BODY_SCHEMA = load_schema(BULK_CREATE_EVENTS)["properties"]["body"]

VALID = values_of(BODY_SCHEMA)


def identified(body: Any) -> Any:
    """Every profile gets an email of its own, so that the body is one that Klaviyo takes."""
    for index, group in enumerate(groups_of(body)):
        profile_of(group)["attributes"]["email"] = f"{index}@example.com"
    return body


def filled(value: Any, schema: Any) -> Any:
    """`value` without optional sections that have nothing in them, which are not sent."""
    if isinstance(value, list):
        return [filled(item, schema.get("items", {})) for item in value]
    if not isinstance(value, dict) or "properties" not in schema:
        return value
    properties, required = schema["properties"], schema.get("required", [])
    parts = {name: filled(item, properties.get(name, {})) for name, item in value.items()}
    return {name: part for name, part in parts.items() if part != {} or name in required or name not in properties}


def as_javascript(text: str | bytes) -> Any:
    """The value of a JSON text, with numbers as JavaScript has them: 33990070766729970 is 3.399007076672997e+16."""
    return json.loads(text, parse_int=float)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) in a JSON value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for key, item in items for place in [(value, key), *places(item)]]


@st.composite
def mutated(draw: Callable[[Any], Any]) -> Any:
    """A valid body with one place dropped or something else in it."""
    body = copy.deepcopy(draw(VALID))
    container, key = draw(st.sampled_from(places(body)))
    if draw(st.booleans()):
        del container[key]
    else:
        container[key] = draw(JSON_VALUES | UNJSONABLE)
    return body


@pytest.fixture(scope="module")
def send(listening: Sandbox) -> Any:
    """Calls the script; gives "answer" or the name of the exception, and what arrived."""
    script = load_script(BULK_CREATE_EVENTS)
    script.API = listening.url

    def call(body: Any) -> tuple[str, list[Any]]:
        listening.received.clear()
        try:
            script.main(AUTH, REVISION, body)
            outcome = "answer"
        except (script.InvalidInput, script.KlaviyoError) as error:
            outcome = type(error).__name__
        return outcome, [as_javascript(received.body) for received in listening.received]

    return call


RANDOM = settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@RANDOM
@given(body=VALID.map(identified))
def test_valid_bodies_are_answered(send: Any, body: Any) -> None:
    outcome, arrived = send(body)
    assert outcome == "answer" or "unique_id" in json.dumps(body), "the only limit such a body can break"
    assert arrived == ([as_javascript(json.dumps(filled(body, BODY_SCHEMA)))] if outcome == "answer" else [])


@RANDOM
@given(body=mutated())
def test_mutated_bodies_end_in_an_answer_or_an_error_of_ours(send: Any, body: Any) -> None:
    outcome, arrived = send(body)
    # Never sent and refused by the sandbox, which validates with jsonschema as it comes.
    assert outcome in {"answer", "InvalidInput"}
    assert len(arrived) == (outcome == "answer")
    for sent in arrived:
        assert Draft202012Validator(BODY_SCHEMA).is_valid(sent)


def errors(validator: Any, body: Any) -> list[Any]:
    """All that is known of each error, in an order of its own."""
    found = validator.evolve(schema=BODY_SCHEMA).iter_errors(body)
    return sorted(
        (
            list(map(str, error.absolute_path)),
            list(map(str, error.absolute_schema_path)),
            error.message,
            len(error.context),
        )
        for error in found
    )


@RANDOM
@given(body=mutated())
def test_the_shortcut_finds_what_jsonschema_finds(body: Any) -> None:
    assert errors(SCRIPT.VALIDATOR, body) == errors(
        Draft202012Validator(BODY_SCHEMA, format_checker=SCRIPT.FORMATS), body
    )


@settings(max_examples=500, deadline=None)
@given(value=JSON_VALUES | UNJSONABLE)
def test_anything_as_a_body(send: Any, value: Any) -> None:
    assert send(value)[0] == "InvalidInput"
