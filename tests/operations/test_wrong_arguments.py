"""What is refused before anything is sent, by operation, and what just fits."""

import base64
import copy
import functools
import json
import math
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.operations.conftest import Call
from tests.support.collection import INDEX, OPERATIONS, REVISION
from tests.support.descriptions import stored_knowledge
from tests.support.events import batch, event, group
from workbench.collection import Operation, load_operation, load_schema
from workbench.sandbox import Sandbox

WRONG = yaml.safe_load(Path(__file__).with_name("wrong_arguments.yaml").read_text(encoding="utf-8"))
ADA = {"email": "ada@example.com"}


def example_of(name: str) -> dict[str, Any]:
    example: dict[str, Any] = load_schema(load_operation(name))["examples"][0]
    return example


def change(arguments: Any, pointer: str, value: Any) -> None:
    """Put `value` where `pointer` leads, as the head of wrong_arguments.yaml says; missing objects are created."""
    *parents, last = [int(part) if part.isdecimal() else part for part in pointer.split("/")[1:]]
    container = functools.reduce(
        lambda node, part: node.setdefault(part, {}) if isinstance(node, dict) else node[part], parents, arguments
    )
    match value:
        case {"remove": True}:
            del container[last]
        case {"items": count}:
            container[last] = container[last][:1] * count
        case _:
            container[last] = build(value)


def build(value: Any) -> Any:
    match value:
        case {"text": count}:
            return "x" * count
        case {"base64": count}:
            return base64.b64encode(bytes(count)).decode()
        case {"properties": count}:
            return {str(number): number for number in range(count)}
        case {"values": count}:
            values = ",".join(f'"a,b]{number}"' for number in range(count))
            return f"contains-any(flow_id,[{values}])"
        case {"days": count}:
            return (datetime.now(UTC) + timedelta(days=count)).isoformat()
    return value


@pytest.mark.parametrize(("name", "changes", "pointer", "expected"), WRONG, ids=[f"{row[0]} {row[2]}" for row in WRONG])
def test_wrong_arguments_are_refused(call: Call, name: str, changes: Any, pointer: str, expected: str) -> None:
    arguments = example_of(name)
    for place, value in changes.items():
        change(arguments, place, value)
    error = call(load_operation(name), arguments)
    assert [(fault["pointer"], fault["expected"]) for fault in error.faults] == [(pointer, expected)]
    assert f"\n{pointer}: {expected}, " in str(error)


def test_every_operation_with_a_body_is_in_the_table() -> None:
    with_body = {operation["operation"] for operation in INDEX["operations"] if operation["content_type"]}
    assert with_body <= {row[0] for row in WRONG}


def test_every_limit_that_is_enforced_is_in_the_table() -> None:
    tried = {(row[0], row[2]) for row in WRONG}
    page_sizes = {(operation["operation"], "/page_size") for operation in INDEX["operations"]}  # tried below
    for name, limits in stored_knowledge().limits.items():
        for limit in limits:
            at = "/" + limit.at.replace("[]", ".0").replace(".", "/")
            places = [pointer for operation, pointer in tried | page_sizes if operation == name]
            assert limit.why or any(pointer.startswith(at) or at == "/body" for pointer in places), (name, at)


PAGED = [operation for operation in INDEX["operations"] if "page[size]" in operation["query"]]


@pytest.mark.parametrize("operation", PAGED, ids=lambda operation: operation["operation"])
def test_a_page_has_a_maximum(operation: Operation, call: Call) -> None:
    maximum = load_schema(operation)["properties"]["page_size"]["maximum"]
    error = call(operation, {**example_of(operation["operation"]), "page_size": maximum + 1})
    assert [(fault["pointer"], fault["expected"]) for fault in error.faults] == [("/page_size", f"at most {maximum}")]


@OPERATIONS
def test_arguments_of_another_type_are_refused(operation: Operation, call: Call) -> None:
    example = example_of(operation["operation"])
    for name, schema in load_schema(operation)["properties"].items():
        wrongs: list[Any] = [{"x": [1]} if schema["type"] != "object" else "{}", [[]], 1.5]
        for wrong in wrongs:
            error = call(operation, {**example, name: wrong})
            assert error.faults[0]["pointer"].startswith(f"/{name}")


FITS: list[tuple[str, dict[str, Any]]] = [
    ("bulk_import_profiles", {"/body/data/attributes/profiles/data": {"items": 10_000}}),
    ("add_profiles_to_list", {"/body/data": {"items": 1000}}),
    ("bulk_create_catalog_items", {"/body/data/attributes/items/data": {"items": 100}}),
    ("create_data_source", {"/body/data/attributes/title": {"text": 255}}),
    ("create_event", {"/body/data/attributes/properties/note": {"text": 100_000}}),
    ("create_event", {"/body/data/attributes/properties": {"properties": 400}}),
    ("create_event", {"/body/data/attributes/time": {"days": 365}}),
    ("create_event", {"/body/data/attributes/time": "1991-01-01T00:00:00"}),
    ("create_catalog_item", {"/body/data/attributes/custom_metadata": {"note": "x" * 99_989}}),
    ("upload_image_from_file", {"/file": {"base64": 5_000_000}}),
    ("query_flow_values", {"/body/data/attributes/filter": {"values": 100}}),
    ("query_flow_values", {"/body/data/attributes/timeframe": {"key": "last_12_months"}}),
    (
        "query_flow_series",
        {"/body/data/attributes/interval": "hourly", "/body/data/attributes/timeframe/key": "last_week"},
    ),
    (
        "query_form_series",
        {"/body/data/attributes/interval": "monthly", "/body/data/attributes/timeframe": {"key": "last_year"}},
    ),
    ("create_profile", {"/body/data/attributes/phone_number": None}),
    ("create_profile", {"/body/data/attributes/properties": {}}),
    ("update_categories_for_catalog_item", {"/body/data": []}),
]


@pytest.mark.parametrize(("name", "changes"), FITS, ids=[f"{name} {next(iter(changes))}" for name, changes in FITS])
def test_what_just_fits_is_sent(call: Call, sandbox: Sandbox, name: str, changes: Any) -> None:
    arguments = example_of(name)
    for place, value in changes.items():
        change(arguments, place, value)
    call(load_operation(name), arguments)
    [received] = sandbox.received
    assert received.status == load_operation(name)["success"]["status"], received.answer
    if "body" in arguments:
        assert json.loads(received.body) == arguments["body"]


def of_bytes(size: int) -> Any:
    """Return a body of exactly `size` bytes as sent, with no string over 100,000 bytes."""
    properties = {str(number): "é" * 40_000 for number in range(62)} | {"rest": ""}
    body = batch([group(ADA, [event(properties=properties)])])
    properties["rest"] = "x" * (size - len(json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()))
    assert len(properties["rest"]) <= 100_000
    return body


def test_the_last_byte_of_5_mb_passes(call: Call, sandbox: Sandbox) -> None:
    operation = load_operation("bulk_create_events")
    assert call(operation, {"revision": REVISION, "body": of_bytes(5_000_000)}) is None
    assert len(sandbox.received[0].body) == 5_000_000
    sandbox.received.clear()
    error = call(operation, {"revision": REVISION, "body": of_bytes(5_000_001)})
    assert error.faults == [{"pointer": "/body", "expected": "at most 5,000,000 bytes", "actual": "5,000,001"}]


def test_1000_events_pass(call: Call) -> None:
    operation = load_operation("bulk_create_events")
    events = [event(unique_id=str(number)) for number in range(1001)]
    assert call(operation, {"revision": REVISION, "body": batch([group(ADA, events[:1000])])}) is None


@pytest.mark.parametrize(
    "name",
    ["bulk_unsubscribe_profiles", "bulk_suppress_profiles", "bulk_unsuppress_profiles", "bulk_subscribe_profiles"],
)
@pytest.mark.parametrize("blank", ["", "  "])
def test_a_blank_list_id_never_makes_a_wider_write(call: Call, name: str, blank: str) -> None:
    arguments = example_of(name)
    arguments["body"]["data"]["relationships"] = {"list": {"data": {"type": "list", "id": blank}}}
    error = call(load_operation(name), arguments)
    assert [fault["pointer"] for fault in error.faults] == ["/body/data/relationships/list/data/id"]


def is_resource(schema: Any) -> bool:
    return len(schema["properties"].get("type", {}).get("enum", [])) == 1


def ids_in(schema: Any, at: str = "/body") -> list[tuple[str, Any]]:
    """Return where the ids of JSON:API resources are in a body, and their schemas."""
    properties = schema.get("properties", {})
    places = [(f"{at}/id", properties["id"])] if "id" in properties and is_resource(schema) else []
    for name, subschema in properties.items():
        places += ids_in(subschema, f"{at}/{name}")
    return places + (ids_in(schema["items"], f"{at}/0") if "items" in schema else [])


def test_every_id_of_a_resource_refuses_blanks() -> None:
    """The rule is in the schema, so that it holds for forms and other validators, too."""
    places = [place for op in INDEX["operations"] for place in ids_in(load_schema(op)["properties"].get("body", {}))]
    assert len(places) > 150
    assert [at for at, schema in places if "enum" not in schema and schema.get("pattern") != r"\S"] == []


@pytest.mark.parametrize("name", ["update_tag", "update_catalog_item", "update_profile"])
def test_another_id_in_the_body_is_a_fault(call: Call, name: str) -> None:
    error = call(load_operation(name), example_of(name) | {"id": "another"})
    assert [fault["pointer"] for fault in error.faults] == ["/body/data/id"]


@pytest.mark.parametrize("name", ["add_profiles_to_list", "tag_campaigns", "remove_tag_from_flows"])
def test_an_empty_list_of_members_is_a_fault(call: Call, name: str) -> None:
    error = call(load_operation(name), example_of(name) | {"body": {"data": []}})
    assert [(fault["pointer"], fault["expected"]) for fault in error.faults] == [("/body/data", "at least 1 item")]


@pytest.mark.parametrize(
    "value", [math.nan, "\ud800", 10**5000, {1}, b"x"], ids=["nan", "surrogate", "huge", "set", "bytes"]
)
@pytest.mark.parametrize("name", ["bulk_create_events", "create_tag", "create_form"])
def test_what_is_not_json_is_refused(call: Call, name: str, value: Any) -> None:
    arguments = copy.deepcopy(example_of(name))
    arguments["body"]["data"]["attributes"]["other"] = [value]
    assert call(load_operation(name), arguments).faults[0]["expected"].startswith("text, finite numbers")


@pytest.mark.parametrize("name", ["bulk_create_events", "create_form", "create_segment"])
def test_a_body_that_is_nested_without_end_is_refused(call: Call, name: str) -> None:
    arguments = copy.deepcopy(example_of(name))
    steps: Any = arguments["body"]["data"]["attributes"]
    if name == "create_form":
        steps = steps["definition"]["versions"][0]["steps"][0]
    innermost = steps
    for _ in range(100_000):
        innermost["steps"] = [{"name": "x"}]
        innermost = innermost["steps"][0]
    assert call(load_operation(name), arguments).faults
    while steps:  # piece by piece: Python overflows its stack where it frees so deep a structure at once
        steps = steps.pop("steps", [None])[0]


@pytest.mark.parametrize("id_", ["\ud800", "x\ud800"], ids=["alone", "after a letter"])
def test_half_a_surrogate_pair_is_refused(call: Call, id_: str) -> None:
    assert call(load_operation("get_list"), {"revision": REVISION, "id": id_}).faults
    assert call(load_operation("get_profiles"), {"revision": REVISION, "filter": id_}).faults


def test_a_very_large_page_size_is_refused(call: Call) -> None:
    assert call(load_operation("get_profiles"), {"revision": REVISION, "page_size": 10**5000}).faults
