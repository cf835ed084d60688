"""What is refused before anything is sent: slips, limits, filters; and what is sent with a word about it."""

import base64
import functools
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.helpers import AUTH, GROUPS, INDEX, REVISION, groups_of, profile_of
from workbench.codegen import knowledge
from workbench.collection import Operation, load_operation, load_schema, load_script
from workbench.sandbox import API_KEY, Sandbox

WRONG = yaml.safe_load(Path(__file__).with_name("wrong_arguments.yaml").read_text(encoding="utf-8"))


def call(name: str, sandbox: Sandbox, arguments: dict[str, Any]) -> tuple[Any, Any]:
    """What the script of this operation returns, and the InvalidInput that it raises."""
    operation = load_operation(name)
    script = load_script(operation)
    script.API = sandbox.url
    try:
        return script.main(**({"auth": AUTH} if operation["needs_key"] else {}), **arguments), None
    except script.InvalidInput as error:
        return None, error


def example_of(name: str) -> dict[str, Any]:
    example: dict[str, Any] = load_schema(load_operation(name))["examples"][0]
    return example


def change(arguments: Any, pointer: str, value: Any) -> None:
    """Put `value` where `pointer` points to, as the head of wrong_arguments.yaml says; objects on the way are made."""
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
            container[last] = made(value)


def made(value: Any) -> Any:
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
def test_wrong_arguments_are_refused(sandbox: Sandbox, name: str, changes: Any, pointer: str, expected: str) -> None:
    arguments = example_of(name)
    for place, value in changes.items():
        change(arguments, place, value)
    _, error = call(name, sandbox, arguments)
    assert error.faults == [{"pointer": pointer, "expected": expected}]
    assert f"\n{pointer}: expected {expected}, found " in str(error)
    assert sandbox.received == []


def test_the_table_has_two_hundred_rows_and_every_operation_with_a_body() -> None:
    assert len(WRONG) >= 200
    assert {operation["operation"] for operation in INDEX["operations"] if operation["content_type"]} <= {
        row[0] for row in WRONG
    }


def test_every_limit_that_is_enforced_is_in_the_table() -> None:
    tried = {(row[0], row[2]) for row in WRONG} | TRIED_ELSEWHERE
    for name, limits in knowledge.load().limits.items():
        for limit in limits:
            if limit.enforced:
                at = "/" + limit.at.replace("[]", ".0").replace(".", "/")
                assert any(
                    name == operation and (pointer.startswith(at) or limit.at == "body") for operation, pointer in tried
                ), (name, at)


# In test_check, with what just fits; the rest of the page sizes and of the payloads, further down.
EVENT = "/body/data/attributes/events-bulk-create/data/0/attributes/events/data/0/attributes"
TRIED_ELSEWHERE = {
    ("bulk_create_events", f"{EVENT}/properties"),
    ("bulk_create_events", f"{EVENT}/time"),
    ("bulk_create_events", f"{EVENT}/metric/data/attributes/name"),
    ("bulk_create_events", "/body/data/attributes/events-bulk-create/data/0/attributes/profile/data"),
    *((operation["operation"], "/page_size") for operation in INDEX["operations"]),
}


@pytest.mark.parametrize(
    "operation",
    [operation for operation in INDEX["operations"] if "page[size]" in operation["query"]],
    ids=lambda operation: operation["operation"],
)
def test_a_page_has_an_end(operation: Operation, sandbox: Sandbox) -> None:
    name, most = operation["operation"], load_schema(operation)["properties"]["page_size"]["maximum"]
    assert call(name, sandbox, {**example_of(name), "page_size": most})[1] is None
    error = call(name, sandbox, {**example_of(name), "page_size": most + 1})[1]
    assert error.faults == [{"pointer": "/page_size", "expected": f"at most {most:,}"}]


PROFILE = "/body/data/attributes/profile/data/attributes/properties"
LARGE = {
    "bulk_create_events": PROFILE.replace("attributes/", "attributes/events-bulk-create/data/0/attributes/", 1),
    **dict.fromkeys(("bulk_create_client_events", "create_event", "create_client_event"), PROFILE),
}


@pytest.mark.parametrize(("name", "pointer"), LARGE.items(), ids=LARGE)
def test_many_small_strings_are_too_many_bytes(sandbox: Sandbox, name: str, pointer: str) -> None:
    arguments = example_of(name)
    change(arguments, pointer, {str(number): "x" * 50_000 for number in range(100)})
    assert call(name, sandbox, arguments)[1].faults == [
        {"pointer": "/body", "expected": "at most 5,000,000 bytes as sent"}
    ]


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
    (
        "query_segment_series",
        {
            "/body/data/attributes/interval": "daily",
            "/body/data/attributes/timeframe": {"start": "2026-01-01T00:00:00Z", "end": "2026-03-02T00:00:00+00:00"},
        },
    ),
    ("create_profile", {"/body/data/attributes/phone_number": None}),
    ("create_profile", {"/body/data/attributes/phone_number": "+420123456789"}),
    ("get_profiles", {"/filter": "any(email,['a(b','o\\'hara@example.com'])"}),
    ("get_profiles", {"/filter": 'and(equals(email,"equals(x,1)"),less-than(created,2026-01-01T00:00:00Z))'}),
    ("get_profiles", {"/filter": 'equals( email , "ada@example.com" ),less-than(created,2026-01-01)'}),
    ("get_profiles", {"/filter": "not(equals(_kx,'x'))"}),
    ("get_events", {"/filter": "has(profile)"}),
]


@pytest.mark.parametrize(("name", "changes"), FITS, ids=[f"{name} {next(iter(changes))}" for name, changes in FITS])
def test_what_just_fits_is_sent(sandbox: Sandbox, name: str, changes: Any) -> None:
    arguments = example_of(name)
    for place, value in changes.items():
        change(arguments, place, value)
    _, error = call(name, sandbox, arguments)
    assert error is None
    [received] = sandbox.received
    assert received.status == load_operation(name)["success"]["status"], received.answer


FILTERED = [operation for operation in INDEX["operations"] if "filter" in operation["query"]]


@pytest.mark.parametrize("operation", FILTERED, ids=lambda operation: operation["operation"])
def test_a_filter_is_explained_and_checked(operation: Operation, sandbox: Sandbox) -> None:
    name, filters = operation["operation"], load_script(operation).FILTERS
    words = load_schema(operation)["properties"]["filter"]["description"]
    assert example_of(name)["filter"] in words
    for field, operators in filters.items():
        assert f"{field} ({', '.join(operators)}" in words
    assert call(name, sandbox, example_of(name))[1] is None
    known = next(iter(filters))
    for wrong, expected in (
        ('equals(shoe_size,"44")', "one of the fields " + ", ".join(filters)),
        (f'resembles({known},"x")', f"for {known} one of the operators " + ", ".join(filters[known])),
    ):
        error = call(name, sandbox, {**example_of(name), "filter": wrong})[1]
        assert error.faults == [{"pointer": "/filter", "expected": expected}]


def test_a_property_klaviyo_does_not_know_is_sent_and_named(
    sandbox: Sandbox, script: Any, body: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    profile_of(groups_of(body)[0])["attributes"] |= {"phoneNumber": "+12025550142", "shoe/size": 44}
    body["meta"] = {"note": 1}
    assert script.main(AUTH, REVISION, body) is None
    assert json.loads(sandbox.received[0].body) == body
    output = capsys.readouterr()
    at = f"{GROUPS}/0/attributes/profile/data/attributes"
    assert output.err.splitlines() == [
        f"{at}/phoneNumber: not a known property, did you mean phone_number?",
        f"{at}/shoe~1size: not a known property",
        "/body/meta: not a known property",
    ]
    assert output.out == ""


def test_at_most_ten_unknown_properties_are_named_and_never_the_key(
    sandbox: Sandbox, script: Any, body: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    body |= {f"{API_KEY}{number}": "x" for number in range(30)}
    script.main(AUTH, REVISION, body)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 10
    assert lines[0] == "/body/***0: not a known property"


def test_what_may_hold_anything_has_no_unknown_properties(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    for operation in INDEX["operations"]:
        call(operation["operation"], sandbox, example_of(operation["operation"]))
    assert capsys.readouterr().err == ""


def test_in_a_union_the_member_that_fits_says_what_is_known(
    sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = example_of("query_flow_values")
    change(arguments, "/body/data/attributes/timeframe", {"key": "last_week", "ends": "2026-11-01"})
    call("query_flow_values", sandbox, arguments)
    assert capsys.readouterr().err == "/body/data/attributes/timeframe/ends: not a known property\n"
