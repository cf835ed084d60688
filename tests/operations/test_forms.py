"""The forms: what they ask for, what they send untouched, and that a form with the starred fields filled in works."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.operations.conftest import Call
from tests.support.collection import OPERATIONS
from tests.support.windmill_form import fields_of, form_of, initial_values, opened_values, read_yaml, widget_of
from workbench.codegen.decide.examples import smallest
from workbench.collection import ROOT, Operation, load_operation, load_schema
from workbench.sandbox import Sandbox

FORMS = [*ROOT.glob("f/klaviyo/*/*.script.yaml"), *ROOT.glob("f/klaviyo/*/*__flow/flow.yaml")]
# Pickers need a server: see tests/everyday and tests/triggers.
FORMS = [path for path in FORMS if path.parent.name not in ("everyday", "triggers")]
RECORDED = json.loads(Path(__file__).with_name("component.json").read_text(encoding="utf-8"))
LOOKAROUND = re.compile(r"\(\?<?[=!]")


@OPERATIONS
def test_the_form_asks_for_what_the_schema_has(operation: Operation) -> None:
    schema, form = load_schema(operation), form_of(operation)
    key = ["auth"] if operation["needs_key"] else []
    assert form["order"] == [*key, *schema["properties"]]
    assert form["required"] == [*key, *schema["required"]]
    assert len(json.dumps(form)) <= 64_000
    Draft202012Validator.check_schema(
        form
    )  # strict clients of Windmill's MCP server refuse all tools for one that fails
    if key:
        assert form["properties"]["auth"]["format"] == "resource-klaviyo"
    for name, subschema in schema["properties"].items():
        assert_form_of([subschema], form["properties"][name], schema.get("$defs", {}), f"/{name}")
        if name != "body":
            assert form["properties"][name]["description"] == subschema["description"]


def members(schemas: list[Any], definitions: Any) -> list[Any]:
    """Return the schemas without references and unions: all that a value may be."""
    result = []
    for schema in schemas:
        if "$ref" in schema:
            result += members([definitions[schema["$ref"].rpartition("/")[2]]], definitions)
        else:
            result += members(schema["oneOf"], definitions) if "oneOf" in schema else [schema]
    return result


def assert_form_of(schemas: list[Any], form: Any, definitions: Any, at: str) -> None:
    """The form asks for what one of the schemas accepts, with the type, order and stars that the component needs."""
    schemas = members(schemas, definitions)
    types = {type_ for schema in schemas for type_ in flat(schema.get("type", "object"))}
    if "oneOf" in form:
        assert_tabs_of(schemas, form, definitions, at)
        return
    if form["type"] == "object" and "properties" not in form:
        assert form["default"] == {}, f"{at}: an untouched JSON editor sends null"
        return
    if form["type"] == "string" and form.get("nullable") and types & {"boolean", "object"} and "string" not in types:
        assert form.get("enum", ["true", "false"]) == ["true", "false"], at
        return  # what a boolean or an object of any content is in a section that is optional
    assert form["type"] in types, at
    choices = {value for schema in schemas for value in schema.get("enum", []) if isinstance(value, str)}
    if "enum" in form:
        assert set(form["enum"]) == choices, at
    assert ("pattern" in form) == ("customErrorMessage" in form), f"{at}: the component would show the expression"
    assert not LOOKAROUND.search(form.get("pattern", "")), f"{at}: not every language of patterns knows lookaround"
    if any(schema.get("format") in ("date-time", "time") for schema in schemas):
        assert "format" not in form, f"{at}: the component's picker changes what it is opened with"
        assert all("pattern" in form or schema["format"] == "time" for schema in schemas), at
        assert form["placeholder"], at
    if form["type"] == "object":
        inside = [schema for schema in schemas if "properties" in schema]
        names = {name for schema in inside for name in schema["properties"]}
        always = {name for name in names if all(name in schema.get("required", ()) for schema in inside)}
        assert set(form["properties"]) == names == set(form["order"]), at
        assert set(form.get("required", [])) <= always, at
        for name, field in form["properties"].items():
            having = [schema["properties"][name] for schema in inside if name in schema["properties"]]
            assert_form_of(having, field, definitions, f"{at}/{name}")
            if name not in always:
                assert field["type"] != "boolean", f"{at}/{name}: a toggle always sends something"
                assert field["type"] not in ("string", "array") or field["nullable"] or "enum" in field["items"], at
    if form["type"] == "array":
        assert "label" not in form["items"].get("properties", {}), f"{at}: the component drops it"
        multiselect = "enum" in form["items"]
        assert not (multiselect and form.get("nullable")), f"{at}: the component does not draw it"
        having = [schema["items"] for schema in members(schemas, definitions) if "items" in schema]
        if having and not (form["items"]["type"] == "string" and not multiselect):
            assert_form_of(having, form["items"], definitions, f"{at}/0")


def assert_tabs_of(schemas: list[Any], form: Any, definitions: Any, at: str) -> None:
    """The form asks for an optional reference, or for nothing, with the reference first."""
    first, second = form["oneOf"]
    assert second["title"] == "Leave out"
    assert (list(first["properties"]), list(second["properties"])) == (["kind", "data"], ["kind"]), at
    for tab in form["oneOf"]:
        assert tab["properties"]["kind"] == {"type": "string", "enum": [tab["title"]]}, at
        assert tab["order"] == tab["required"] == list(tab["properties"]), at
    reference = first["properties"]["data"]
    assert reference["required"] == ["type", "id"], at
    assert initial_values(reference) == {"type": reference["properties"]["type"]["default"], "id": ""}, at
    assert_form_of([schema["properties"]["data"] for schema in schemas], reference, definitions, f"{at}/data")


def flat(types: Any) -> list[str]:
    return types if isinstance(types, list) else [types]


def editors(form: Any, at: str = "") -> list[tuple[str, Any]]:
    """Return place and field of every JSON editor."""
    result = []
    for name, field in form.get("properties", {}).items():
        if field["type"] == "object" and "properties" not in field and "format" not in field:
            result.append((f"{at}/{name}", field))
        result += editors(field, f"{at}/{name}")
        items = field.get("items", {})
        if items.get("type") == "object" and "properties" not in items:
            result.append((f"{at}/{name}/0", field))
        result += editors(items, f"{at}/{name}/0")
    return result


@OPERATIONS
def test_a_json_editor_says_what_goes_in(operation: Operation) -> None:
    for at, field in editors(form_of(operation)):
        assert len(field.get("description", "")) > 20, at


@pytest.mark.parametrize("case", RECORDED, ids=lambda case: case["name"])
def test_the_model_sends_what_the_component_sent(case: Any) -> None:
    assert opened_values(case["schema"], case["arguments"]) == case["sent"]


def test_every_kind_of_field_was_recorded() -> None:
    """A kind that no case has needs one: tests/support/windmill_form.py says how they are recorded."""
    recorded = {widget_of(*field) for case in RECORDED for field in fields_of(case["schema"])}
    forms = [read_yaml(path)["schema"] for path in FORMS]
    used = {widget_of(*field) for form in forms for field in fields_of(form)}
    assert used - recorded == set()


@OPERATIONS
def test_a_form_opened_with_an_example_sends_the_example(operation: Operation) -> None:
    """As with "Run again": what it adds are empty sections and tags of tabs, which the script drops, and references to
    fill in or leave out, without which it does not run."""
    form = form_of(operation)
    for example in load_schema(operation)["examples"]:
        arguments = {"auth": "$res:f/klaviyo/other", **example} if operation["needs_key"] else example
        assert without_additions(opened_values(form, arguments), arguments) == arguments


def without_additions(sent: Any, opened: Any) -> Any:
    """Return what was sent without empty sections, blank references and `kind`, where `opened` has no such thing."""
    if isinstance(sent, list) and isinstance(opened, list):
        return [without_additions(item, before) for item, before in zip(sent, opened, strict=True)]
    if not isinstance(sent, dict):
        return sent
    before = opened if isinstance(opened, dict) else {}
    kept = {name: without_additions(value, before.get(name)) for name, value in sent.items()}
    return {name: value for name, value in kept.items() if name in before or not is_addition(name, value)}


def is_addition(name: str, value: Any) -> bool:
    if isinstance(value, dict):
        return value.keys() <= {"type"} or (value.keys() == {"type", "id"} and value["id"] == "")
    return name == "kind" or value == []


def leave_out(value: Any) -> Any:
    """Return what an untouched form sends once Leave out has been chosen for all references."""
    if isinstance(value, list):
        return [leave_out(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {"kind": "Leave out"} if "kind" in value else {name: leave_out(item) for name, item in value.items()}


def fill_in(field: Any, value: Any, wanted: Any) -> Any:
    """Return what the field sends, which sends `value` at first, once a person has filled in `wanted`."""
    if "oneOf" in field:
        return {"kind": field["oneOf"][0]["title"], **wanted}
    if isinstance(wanted, dict) and field.get("properties"):
        sent = dict(value) if isinstance(value, dict) else {}
        return sent | {name: fill_in(field["properties"][name], sent.get(name), item) for name, item in wanted.items()}
    if isinstance(wanted, list) and field.get("items", {}).get("properties"):
        return [fill_in(field["items"], leave_out(initial_values(field["items"])), item) for item in wanted]
    if isinstance(wanted, (bool, dict)) and field["type"] == "string":
        return json.dumps(wanted)
    return wanted


@OPERATIONS
def test_a_form_with_the_starred_fields_filled_in_is_sent_as_meant(
    operation: Operation, call: Call, sandbox: Sandbox
) -> None:
    schema, form = load_schema(operation), form_of(operation)
    example = schema["examples"][-1]
    wanted = {name: example[name] for name in schema["required"]}
    if "body" in wanted:
        wanted["body"] = smallest(wanted["body"], schema["properties"]["body"], schema.get("$defs", {}))
    arguments = fill_in(form, leave_out(initial_values(form)), wanted)
    arguments.pop("auth", None)
    answer = call(operation, arguments)
    assert sandbox.received, answer
    [received] = sandbox.received
    assert received.status == operation["success"]["status"], received.answer
    if "body" in wanted:
        assert json.loads(received.body) == wanted["body"]


@pytest.mark.parametrize("name", ["create_campaign", "create_event", "create_flow", "create_segment", "update_profile"])
def test_a_form_with_the_whole_example_filled_in_is_sent_as_meant(name: str, call: Call, sandbox: Sandbox) -> None:
    operation = load_operation(name)
    form, example = form_of(operation), load_schema(operation)["examples"][0]
    arguments = fill_in(form, leave_out(initial_values(form)), example)
    arguments.pop("auth", None)
    answer = call(operation, arguments)
    assert sandbox.received, answer
    assert json.loads(sandbox.received[0].body) == example["body"]


def test_an_optional_reference_is_filled_in_or_left_out() -> None:
    form = form_of(load_operation("bulk_unsubscribe_profiles"))

    def reference(value: Any) -> Any:
        body = {"data": {"relationships": {"list": value}}}
        return opened_values(form, {"body": body})["body"]["data"]["relationships"]["list"]

    untouched = {"kind": "List", "data": {"type": "list", "id": ""}}
    assert reference(None) == initial_values(form)["body"]["data"]["relationships"]["list"] == untouched
    filled_in = {"data": {"type": "list", "id": "Y6nRLr"}}
    assert reference(filled_in) == reference({"kind": "List", **filled_in}) == {"kind": "List", **filled_in}
    assert reference({"kind": "Leave out"}) == {"kind": "Leave out"}


def test_an_optional_object_of_any_content_is_omitted() -> None:
    """{} is a value: sent for an untouched field, it could clear what is there."""
    body = initial_values(form_of(load_operation("update_catalog_item")))["body"]
    assert "custom_metadata" not in body["data"]["attributes"]
