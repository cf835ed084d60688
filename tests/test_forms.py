"""The forms: what they ask for, what they send untouched, and that a form filled in as starred is a call that works."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import AUTH, INDEX, OPERATIONS
from tests.test_windmill import form_of
from tests.windmill_form import untouched
from workbench.codegen import examples
from workbench.collection import Operation, load_schema, load_script
from workbench.sandbox import Sandbox

RECORDED = json.loads(Path(__file__).with_name("untouched.json").read_text(encoding="utf-8"))


def shape(form: Any) -> Any:
    """A form without its words."""
    if isinstance(form, list):
        return [shape(item) for item in form]
    if not isinstance(form, dict):
        return form
    return {key: shape(value) for key, value in form.items() if key != "description" or not isinstance(value, str)}


def fingerprint(form: Any) -> str:
    return hashlib.sha256(json.dumps(shape(form), sort_keys=True).encode()).hexdigest()[:16]


@OPERATIONS
def test_the_form_has_what_the_schema_has(operation: Operation) -> None:
    schema, form = load_schema(operation), form_of(operation)["schema"]
    key = ["auth"] if operation["needs_key"] else []
    assert form["order"] == [*key, *schema["properties"]]
    assert form["required"] == [*key, *schema["required"]]
    assert len(json.dumps(form)) <= 64_000
    if key:
        assert form["properties"]["auth"]["format"] == "resource-klaviyo"
    for name, subschema in schema["properties"].items():
        assert_form_of([subschema], form["properties"][name], schema.get("$defs", {}), f"/{name}")
        if name != "body":
            assert form["properties"][name]["description"] == subschema["description"]


def members(schemas: list[Any], definitions: Any) -> list[Any]:
    """The schemas without references and unions: all that a value may be."""
    found = []
    for schema in schemas:
        if "$ref" in schema:
            found += members([definitions[schema["$ref"].rpartition("/")[2]]], definitions)
        else:
            found += members(schema["oneOf"], definitions) if "oneOf" in schema else [schema]
    return found


def assert_form_of(schemas: list[Any], form: Any, definitions: Any, at: str) -> None:
    """The form asks for what one of the schemas takes, in the words of the component: type, order, what is starred."""
    schemas = members(schemas, definitions)
    types = {type_ for schema in schemas for type_ in flat(schema.get("type", "object"))}
    if form["type"] == "object" and "properties" not in form:
        assert form["default"] == {}, f"{at}: an untouched JSON editor sends null"
        return
    if form.get("enum") == ["true", "false"] and form["type"] == "string" and "boolean" in types:
        assert form["nullable"] is True, f"{at}: a boolean that may be left alone"
        return
    assert form["type"] in types, at
    choices = {value for schema in schemas for value in schema.get("enum", []) if isinstance(value, str)}
    if "enum" in form:
        assert set(form["enum"]) == choices, at
    if form["type"] == "object":
        inside = [schema for schema in schemas if "properties" in schema]
        names = {name for schema in inside for name in schema["properties"]}
        always = {name for name in names if all(name in schema.get("required", ()) for schema in inside)}
        assert set(form["properties"]) == names == set(form["order"]), at
        starred = form.get("required", [])
        assert set(starred if isinstance(starred, list) else []) <= always, at
        for name, field in form["properties"].items():
            having = [schema["properties"][name] for schema in inside if name in schema["properties"]]
            assert_form_of(having, field, definitions, f"{at}/{name}")
            if name not in always:
                assert field["type"] != "boolean", f"{at}/{name}: a toggle cannot be left alone"
                assert field["type"] not in ("string", "array") or field["nullable"] or "enum" in field["items"], at
    if form["type"] == "array":
        assert "label" not in form["items"].get("properties", {}), f"{at}: the component drops it"
        multiselect = "enum" in form["items"]
        assert not (multiselect and form.get("nullable")), f"{at}: the component does not draw it"
        having = [schema["items"] for schema in members(schemas, definitions) if "items" in schema]
        if having and not (form["items"]["type"] == "string" and not multiselect):
            assert_form_of(having, form["items"], definitions, f"{at}/0")
        for name in form["items"].get("required", []):
            item = form["items"]["properties"][name]
            assert item.get("required") is True or "properties" in item, f"{at}/0/{name}: items.required is ignored"


def flat(types: Any) -> list[str]:
    return types if isinstance(types, list) else [types]


def editors(form: Any, at: str = "") -> list[tuple[str, Any]]:
    """Place and field of every JSON editor."""
    found = []
    for name, field in form.get("properties", {}).items():
        if field["type"] == "object" and "properties" not in field and "format" not in field:
            found.append((f"{at}/{name}", field))
        found += editors(field, f"{at}/{name}")
        items = field.get("items", {})
        if items.get("type") == "object" and "properties" not in items:
            found.append((f"{at}/{name}/0", field))
        found += editors(items, f"{at}/{name}/0")
    return found


@OPERATIONS
def test_a_json_editor_says_what_goes_in(operation: Operation) -> None:
    for at, field in editors(form_of(operation)["schema"]):
        assert len(field.get("description", "")) > 20, at


@OPERATIONS
def test_the_component_sends_what_the_model_says(operation: Operation) -> None:
    form, recorded = form_of(operation)["schema"], RECORDED[operation["operation"]]
    if recorded["form"] != fingerprint(form):
        pytest.skip("the form has changed since its untouched arguments were recorded")
    assert untouched(form) == recorded["arguments"]


def test_all_forms_were_recorded() -> None:
    assert RECORDED.keys() == {operation["operation"] for operation in INDEX["operations"]}


def filled(field: Any, given: Any, wanted: Any) -> Any:
    """`given`, what the untouched field sends, after a person has filled in `wanted`."""
    if isinstance(wanted, dict) and field.get("properties"):
        sent = dict(given) if isinstance(given, dict) else {}
        return sent | {name: filled(field["properties"][name], sent.get(name), value) for name, value in wanted.items()}
    if isinstance(wanted, list) and field.get("items", {}).get("properties"):
        return [filled(field["items"], untouched(field["items"]), item) for item in wanted]
    if isinstance(wanted, bool) and field.get("enum") == ["true", "false"]:
        return json.dumps(wanted)
    return wanted


@OPERATIONS
def test_a_form_filled_in_as_starred_is_sent_as_meant(operation: Operation, sandbox: Sandbox) -> None:
    schema, form = load_schema(operation), form_of(operation)["schema"]
    example = schema["examples"][-1]
    wanted = {name: example[name] for name in schema["required"]}
    if "body" in wanted and operation["operation"] not in NEED_MORE:
        wanted["body"] = examples.smallest(wanted["body"], schema["properties"]["body"], schema.get("$defs", {}))
    arguments = filled(form, untouched(form), wanted)
    if operation["needs_key"]:
        arguments["auth"] = AUTH
    script = load_script(operation)
    script.API = sandbox.url
    script.main(**arguments)
    [received] = sandbox.received
    assert received.status == operation["success"]["status"], received.answer
    if "body" in wanted:
        assert json.loads(received.body) == wanted["body"]


NEED_MORE = {"create_event", "bulk_create_events", "request_profile_deletion"}  # who it is, which no star can say
