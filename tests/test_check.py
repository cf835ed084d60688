"""What is refused before anything is sent, at which pointer and in which words; and what is not refused."""

import datetime
import json
import math
import traceback
from collections.abc import Callable
from typing import Any

import pytest

from tests.helpers import (
    AUTH,
    FIRST_EVENT,
    FIRST_PROFILE,
    GROUPS,
    REVISION,
    attributes_of,
    batch,
    compact,
    event,
    events_of,
    group,
    groups_of,
    profile_of,
)
from workbench.collection import load_operation, load_script
from workbench.sandbox import API_KEY, Sandbox

ADA = {"email": "ada@example.com"}


def refused(script: Any, sandbox: Sandbox, body: Any, auth: Any = AUTH, revision: Any = REVISION) -> Any:
    """The InvalidInput that these arguments get; nothing must have been sent, and no key may be in it."""
    with pytest.raises(script.InvalidInput) as caught:
        script.main(auth, revision, body)
    assert sandbox.received == []
    error = caught.value
    shown = str(error) + repr(vars(error)) + "".join(traceback.format_exception(error))
    assert API_KEY not in shown
    assert error.__cause__ is None
    assert json.dumps(vars(error)), "Windmill stores the attributes as JSON"
    return error


def changed(name: str, value: Any) -> Callable[[Any], None]:
    """Sets an attribute of the first event."""
    return lambda body: attributes_of(body).update({name: value})


def in_profile(name: str, value: Any) -> Callable[[Any], None]:
    return lambda body: profile_of(groups_of(body)[0])["attributes"].update({name: value})


def without(name: str) -> Callable[[Any], None]:
    return lambda body: attributes_of(body).pop(name)


METRIC = f"{FIRST_EVENT}/metric/data/attributes"

WRONG = [
    (lambda body: body.clear(), "/body", 'the property "data"', "{}"),
    (lambda body: body.update(data=[]), "/body/data", "object", "[]"),
    (lambda body: body["data"].update(type="event"), "/body/data/type", '"event-bulk-create-job"', '"event"'),
    (lambda body: body["data"].update(type=None), "/body/data/type", '"event-bulk-create-job"', "null"),
    (lambda body: groups_of(body).insert(0, "x"), f"{GROUPS}/0", "object", '"x"'),
    (lambda body: groups_of(body).insert(0, {}), f"{GROUPS}/0", 'the properties "type" and "attributes"', "{}"),
    (lambda body: groups_of(body)[1].pop("attributes"), f"{GROUPS}/1", 'the property "attributes"', None),
    (without("properties"), FIRST_EVENT, 'the property "properties"', None),
    (changed("properties", None), f"{FIRST_EVENT}/properties", "object", "null"),
    (changed("properties", [1]), f"{FIRST_EVENT}/properties", "object", "[1]"),
    (changed("metric", "Placed Order"), f"{FIRST_EVENT}/metric", "object", '"Placed Order"'),
    (changed("value", "25"), f"{FIRST_EVENT}/value", "number or null", '"25"'),
    (changed("value", True), f"{FIRST_EVENT}/value", "number or null", "true"),
    (changed("unique_id", 7), f"{FIRST_EVENT}/unique_id", "string or null", "7"),
    (changed("backfill", "no"), f"{FIRST_EVENT}/backfill", "boolean or null", '"no"'),
    (changed("backfill", 0), f"{FIRST_EVENT}/backfill", "boolean or null", "0"),
    (changed("time", 1760000000), f"{FIRST_EVENT}/time", "string or null", "1760000000"),
    (changed("time", "yesterday"), f"{FIRST_EVENT}/time", "a date-time, such as 2026-10-15T09:30:00+00:00", None),
    (changed("time", "2026-02-30T00:00:00Z"), f"{FIRST_EVENT}/time", "a date-time, such as", None),
    (changed("time", "1990-12-31T23:59:59Z"), f"{FIRST_EVENT}/time", "a time after 1990", None),
    (changed("time", "9999-12-31T23:59:59-23:59"), f"{FIRST_EVENT}/time", "at most a year ahead", None),
    (changed("time", "0001-01-01T00:00:00"), f"{FIRST_EVENT}/time", "a time after 1990", None),
    (changed("value", math.nan), f"{FIRST_EVENT}/value", "a number that JSON can write", "NaN"),
    (changed("properties", {"a": [0, -math.inf]}), f"{FIRST_EVENT}/properties/a/1", "a number that JSON", "-Infinity"),
    (changed("properties", {"a/b~c": b"x"}), f"{FIRST_EVENT}/properties/a~1b~0c", "a JSON value", "\"b'x'\""),
    (changed("properties", {"a": datetime.date(2026, 1, 2)}), f"{FIRST_EVENT}/properties/a", "a JSON value", None),
    (changed("properties", {"a": (1, 2)}), f"{FIRST_EVENT}/properties/a", "a JSON value", "[1, 2]"),
    (changed("properties", {None: 1}), f"{FIRST_EVENT}/properties/None", "a string as the property's name", "null"),
    (in_profile("email", ["ada@example.com"]), f"{FIRST_PROFILE}/attributes/email", "string or null", None),
    (
        in_profile("location", {"latitude": [1]}),
        f"{FIRST_PROFILE}/attributes/location/latitude",
        "string or number",
        None,
    ),
    (in_profile("location", {"city": 1}), f"{FIRST_PROFILE}/attributes/location/city", "string or null", "1"),
    (
        lambda body: profile_of(groups_of(body)[0]).update(meta={"patch_properties": {"unset": ["a", 1]}}),
        f"{FIRST_PROFILE}/meta/patch_properties/unset/1",
        "string",
        "1",
    ),
]


@pytest.mark.parametrize(("change", "pointer", "expected", "found"), WRONG)
def test_a_fault_is_named(
    sandbox: Sandbox, script: Any, body: Any, change: Any, pointer: str, expected: str, found: str | None
) -> None:
    change(body)
    error = refused(script, sandbox, body)
    assert error.count == 1
    [fault] = error.faults
    assert fault["pointer"] == pointer
    assert expected in fault["expected"]
    assert str(error).startswith("1 fault in the arguments, nothing was sent\n")
    assert f"{pointer}: expected {fault['expected']}, found " in str(error)
    if found is not None:
        assert str(error).endswith(f", found {found}")


@pytest.mark.parametrize("body", [None, [], "", 0, "{}", math.nan, b"{}"])
def test_a_body_that_is_no_object(sandbox: Sandbox, script: Any, body: Any) -> None:
    error = refused(script, sandbox, body)
    assert [fault["pointer"] for fault in error.faults] == ["/body"]


@pytest.mark.parametrize(
    "auth", [None, {}, "pk_1", [], {"apiKey": None}, {"apiKey": ""}, {"apiKey": 7}, {"apikey": "pk_1"}]
)
def test_a_key_is_needed(sandbox: Sandbox, script: Any, body: Any, auth: Any) -> None:
    error = refused(script, sandbox, body, auth=auth)
    assert [fault["pointer"] for fault in error.faults] == ["/auth/apiKey"]


@pytest.mark.parametrize("key", [f"{API_KEY}\n", f"{API_KEY} ", f"{API_KEY}é", f"\r\nX: {API_KEY}"])
def test_a_key_that_is_no_header_is_refused_and_not_shown(sandbox: Sandbox, script: Any, body: Any, key: str) -> None:
    error = refused(script, sandbox, body, auth={"apiKey": key})
    assert 'found "***"' in str(error)


@pytest.mark.parametrize("revision", [None, "", "latest", 20261015, "2026-10-15\n", "2026-10-15\r\nX: y", "15.10.2026"])
def test_a_revision_is_a_date(sandbox: Sandbox, script: Any, body: Any, revision: Any) -> None:
    error = refused(script, sandbox, body, revision=revision)
    assert [fault["pointer"] for fault in error.faults] == ["/revision"]


def test_a_beta_revision_is_sent(sandbox: Sandbox, script: Any, body: Any) -> None:
    with pytest.raises(script.KlaviyoError, match="404"):
        script.main(AUTH, "2026-10-15.pre", body)
    assert dict(sandbox.received[0].headers)["revision"] == "2026-10-15.pre"


def test_faults_are_listed_up_to_20_and_counted(sandbox: Sandbox, script: Any) -> None:
    body = batch([group(ADA, [event(value="x" * 200) for _ in range(25)])])
    error = refused(script, sandbox, body)
    assert error.count == 25
    assert len(error.faults) == 20
    lines = str(error).splitlines()
    assert lines[0] == "25 faults in the arguments, nothing was sent"
    assert lines[-1] == "and 5 more"
    found = [line.split(", found ")[1] for line in lines[1:-1]]
    assert found == ['"' + "x" * 78 + "…"] * 20


def test_neither_key_nor_body_are_in_a_message(sandbox: Sandbox, script: Any) -> None:
    body = batch([group(ADA, [event(properties={API_KEY: {1, 2}}, unique_id=[API_KEY, "secret" * 100])])])
    body[API_KEY] = "y" * 100_001
    error = refused(script, sandbox, body)
    assert "***" in str(error)
    body = {"data": {"type": API_KEY, "attributes": "x" * 90_000}}
    assert len(str(refused(script, sandbox, body))) < 500


def test_nesting_has_an_end(sandbox: Sandbox, script: Any, body: Any) -> None:
    deep: Any = {}
    for _ in range(100_000):
        deep = {"x": deep}
    attributes_of(body)["properties"] = deep
    error = refused(script, sandbox, body)
    assert error.faults == [{"pointer": "/body", "expected": "at most 500 levels of nesting"}]
    while deep:  # piece by piece: freed at once, so deep a structure overflows the stack of some Pythons
        deep = deep.pop("x")


def test_a_body_that_contains_itself(sandbox: Sandbox, script: Any, body: Any) -> None:
    attributes_of(body)["properties"] = body
    assert refused(script, sandbox, body).faults[0]["expected"] == "at most 500 levels of nesting"


def sent(script: Any, sandbox: Sandbox, body: Any) -> Any:
    """What arrives of a body that is accepted."""
    assert script.main(AUTH, REVISION, body) is None
    [received] = sandbox.received
    assert received.status == 202
    return json.loads(received.body)


def limit(count: int) -> Any:
    """Two profiles with `count` events together."""
    events = [event(unique_id=str(number)) for number in range(count)]
    return batch([group(ADA, events[:600]), group({"external_id": "7"}, events[600:])])


def test_1000_events_pass(sandbox: Sandbox, script: Any) -> None:
    sent(script, sandbox, limit(1000))


def test_1001_events_do_not(sandbox: Sandbox, script: Any) -> None:
    error = refused(script, sandbox, limit(1001))
    assert error.faults == [{"pointer": GROUPS, "expected": "at most 1,000 events over all profiles"}]
    assert str(error).endswith("found 1001")


def of_bytes(size: int) -> Any:
    """A body of exactly `size` bytes as sent, not one string over 100,000 bytes."""
    properties = {str(number): "é" * 40_000 for number in range(62)}
    body = batch([group(ADA, [event(properties={**properties, "rest": ""})])])
    rest = size - len(compact(body))
    assert 0 <= rest <= 100_000
    attributes_of(body)["properties"]["rest"] = "x" * rest
    assert len(compact(body)) == size
    return body


def test_the_last_byte_of_5_mb_passes(sandbox: Sandbox, script: Any) -> None:
    sent(script, sandbox, of_bytes(5_000_000))
    assert len(sandbox.received[0].body) == 5_000_000


def test_one_byte_more_does_not(sandbox: Sandbox, script: Any) -> None:
    error = refused(script, sandbox, of_bytes(5_000_001))
    assert error.faults == [{"pointer": "/body", "expected": "at most 5,000,000 bytes as sent"}]
    assert str(error).endswith("found 5000001")


EDGES: list[tuple[str, Callable[[Any], None], Callable[[Any], None], str, str]] = [
    (
        "bytes of a string",
        changed("properties", {"x": "y" * 100_000}),
        changed("properties", {"x": "y" * 100_001}),
        f"{FIRST_EVENT}/properties/x",
        "at most 100,000 bytes",
    ),
    (
        "bytes of a string of emoji",
        changed("properties", {"x": ["😀" * 25_000]}),
        changed("properties", {"x": ["😀" * 25_001]}),
        f"{FIRST_EVENT}/properties/x/0",
        "at most 100,000 bytes",
    ),
    (
        "properties of an event",
        changed("properties", {str(number): number for number in range(400)}),
        changed("properties", {str(number): number for number in range(401)}),
        f"{FIRST_EVENT}/properties",
        "at most 400 properties",
    ),
    (
        "characters of a metric's name",
        lambda body: attributes_of(body)["metric"]["data"]["attributes"].update(name="ü" * 127),
        lambda body: attributes_of(body)["metric"]["data"]["attributes"].update(name="ü" * 128),
        f"{METRIC}/name",
        "at most 127 characters",
    ),
    (
        "the past",
        changed("time", "1991-01-01T00:00:00Z"),
        changed("time", "1990-12-31T23:59:59Z"),
        f"{FIRST_EVENT}/time",
        "a time after 1990 and at most a year ahead",
    ),
    (
        "the future",
        changed("time", (datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=365)).isoformat()),
        changed("time", (datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=367)).isoformat()),
        f"{FIRST_EVENT}/time",
        "a time after 1990 and at most a year ahead",
    ),
    (
        "identifiers of a profile",
        lambda body: profile_of(groups_of(body)[0]).update(attributes={"_kx": "x"}),
        lambda body: profile_of(groups_of(body)[0]).update(id="", attributes={"email": None, "first_name": "Ada"}),
        FIRST_PROFILE,
        "an id or one of the attributes email, phone_number, external_id, anonymous_id, _kx",
    ),
]


@pytest.mark.parametrize(("fits", "pointer"), [(edge[1], edge[3]) for edge in EDGES], ids=[edge[0] for edge in EDGES])
def test_what_just_fits_is_sent(sandbox: Sandbox, script: Any, body: Any, fits: Any, pointer: str) -> None:
    fits(body)
    assert sent(script, sandbox, body) == body


@pytest.mark.parametrize(
    ("exceeds", "pointer", "expected"), [edge[2:] for edge in EDGES], ids=[edge[0] for edge in EDGES]
)
def test_what_just_does_not_is_refused(
    sandbox: Sandbox, script: Any, body: Any, exceeds: Any, pointer: str, expected: str
) -> None:
    exceeds(body)
    assert refused(script, sandbox, body).faults == [{"pointer": pointer, "expected": expected}]


@pytest.mark.parametrize("time", ["2026-10-15T09:30:00", "2026-10-15T09:30:00.123+0530", "2026-10-15", None])
def test_iso_8601_in_its_forms_is_sent(sandbox: Sandbox, script: Any, body: Any, time: Any) -> None:
    attributes_of(body)["time"] = time
    assert sent(script, sandbox, body) == body


@pytest.mark.parametrize(
    ("groups", "pointer"),
    [
        ([group(ADA, [event(unique_id="1"), event(), event(unique_id="1")])], f"{GROUPS}/0/attributes/events/data/2"),
        ([group(ADA, [event(unique_id="1")])] * 2, f"{GROUPS}/1/attributes/events/data/0"),
        (
            [
                group({"external_id": "7", "phone_number": "+12025550142"}, [event(unique_id="1")]),
                group({"email": "ada@example.com", "phone_number": "+12025550142"}, [event(unique_id="1")]),
            ],
            f"{GROUPS}/1/attributes/events/data/0",
        ),
    ],
    ids=["in one profile", "in a profile given twice", "in profiles that share an identifier"],
)
def test_a_repeated_unique_id_is_refused(sandbox: Sandbox, script: Any, groups: Any, pointer: str) -> None:
    error = refused(script, sandbox, batch(groups))
    assert [fault["pointer"] for fault in error.faults] == [f"{pointer}/attributes/unique_id"]
    first = f"{GROUPS}/0/attributes/events/data/0/attributes"
    assert error.faults[0]["expected"] == f"another unique_id than {first}, of the same profile and metric"


def test_the_same_unique_id_elsewhere_is_sent(sandbox: Sandbox, script: Any) -> None:
    other_service = event(unique_id="1")
    other_service["attributes"]["metric"]["data"]["attributes"]["service"] = "shop"
    body = batch(
        [
            group(ADA, [event(unique_id="1"), event("Refunded Order", unique_id="1"), other_service]),
            group({"email": "bob@example.com", "external_id": "ada@example.com"}, [event(unique_id="1")]),
            group(ADA, [event(unique_id=""), event(unique_id=""), event(unique_id=None), event(), event()]),
        ]
    )
    assert sent(script, sandbox, body) == body


def test_blank_parts_that_are_invalid_are_left_out(sandbox: Sandbox, script: Any, body: Any) -> None:
    expected = json.loads(json.dumps(body))
    profile = profile_of(groups_of(body)[0])
    profile["meta"] = ""
    profile["attributes"]["image"] = {}
    groups_of(body)[0]["attributes"]["backfill"] = ""
    attributes_of(body).update(value="", time="", unique_id={})
    for name in ("value", "time", "unique_id"):
        del attributes_of(expected)[name]
    assert sent(script, sandbox, body) == expected


def test_a_blank_section_is_left_out_whole_or_in_part(sandbox: Sandbox, script: Any, body: Any) -> None:
    expected = json.loads(json.dumps(body))
    profile_of(groups_of(body)[0])["meta"] = {
        "patch_properties": {"append": "", "unset": ["old"]},
        "patch_identifiers": {"append": None, "unappend": None},
    }
    profile_of(groups_of(expected)[0])["meta"] = {"patch_properties": {"unset": ["old"]}}
    assert sent(script, sandbox, body) == expected


def test_a_section_with_nothing_in_it_is_left_out(sandbox: Sandbox, script: Any, body: Any) -> None:
    expected = json.loads(json.dumps(body))
    profile = profile_of(groups_of(body)[1])
    profile["meta"] = {"patch_properties": {}, "patch_identifiers": {}}
    profile["attributes"].update(location={}, properties={})
    assert sent(script, sandbox, body) == expected


def test_a_body_that_validates_is_sent_untouched(sandbox: Sandbox, script: Any, body: Any) -> None:
    profile = profile_of(groups_of(body)[0])
    profile["meta"] = {"patch_properties": {"unset": []}}
    profile["attributes"].update(first_name="", last_name=None, location={"city": None}, unknown={})
    attributes_of(body).update(properties={}, unique_id="")
    assert sent(script, sandbox, body) == body


def test_a_form_sends_some_booleans_as_text(sandbox: Sandbox, script: Any, body: Any) -> None:
    attributes_of(body)["backfill"] = "true"
    groups_of(body)[0]["attributes"]["backfill"] = "false"
    received = sent(script, sandbox, body)
    assert attributes_of(received)["backfill"] is True
    assert groups_of(received)[0]["attributes"]["backfill"] is False


def tag(relationships: Any) -> Any:
    return {"data": {"type": "tag", "attributes": {"name": "tea"}, "relationships": relationships}}


@pytest.mark.parametrize("untouched", [{"type": "tag-group", "id": ""}, "", {}])
def test_a_relationship_that_names_nothing_is_left_out(sandbox: Sandbox, untouched: Any) -> None:
    script = load_script(load_operation("create_tag"))
    script.API = sandbox.url
    script.main(AUTH, REVISION, tag({"tag-group": {"data": untouched}}))
    assert json.loads(sandbox.received[0].body) == {"data": {"type": "tag", "attributes": {"name": "tea"}}}


def test_a_relationship_without_an_id_is_a_fault(sandbox: Sandbox) -> None:
    script = load_script(load_operation("create_tag"))
    error = refused(script, sandbox, tag({"tag-group": {"data": {"type": "tag-group"}}}))
    at = "/body/data/relationships/tag-group/data"
    assert error.faults == [{"pointer": at, "expected": 'the property "id"'}]


REPORT = {"statistics": ["opens"], "conversion_metric_id": "RxK3mQ"}


def test_a_value_that_fits_several_members_is_told_what_each_has(sandbox: Sandbox) -> None:
    script = load_script(load_operation("query_flow_values"))
    timeframe = {"key": "last_week", "start": "2026-01-01", "end": "2026-02-01"}
    body = {"data": {"type": "flow-values-report", "attributes": REPORT | {"timeframe": timeframe}}}
    [fault] = refused(script, sandbox, body).faults
    assert fault["expected"] == "an object with key or an object with start and end"


@pytest.mark.parametrize(
    ("timeframe", "expected"),
    [
        ({"key": "last_week", "start": "", "end": None}, {"key": "last_week"}),
        ({"key": "", "start": "2026-01-01", "end": "2026-02-01"}, {"start": "2026-01-01", "end": "2026-02-01"}),
    ],
)
def test_of_a_section_with_the_fields_of_several_the_blank_ones_are_left_out(
    sandbox: Sandbox, timeframe: Any, expected: Any
) -> None:
    script = load_script(load_operation("query_flow_values"))
    script.API = sandbox.url
    script.main(
        AUTH, REVISION, {"data": {"type": "flow-values-report", "attributes": REPORT | {"timeframe": timeframe}}}
    )
    assert json.loads(sandbox.received[0].body)["data"]["attributes"]["timeframe"] == expected


def test_blank_is_no_excuse_where_it_is_required(sandbox: Sandbox, script: Any, body: Any) -> None:
    attributes_of(body).update(properties="", value="")
    error = refused(script, sandbox, body)
    assert [fault["pointer"] for fault in error.faults] == [f"{FIRST_EVENT}/properties"]


CONDITIONS = [
    "profile-group-membership",
    "profile-metric",
    "profile-marketing-consent",
    "profile-postal-code-distance",
    "profile-property",
    "profile-region",
    "profile-predictive-analytics",
    "profile-has-custom-object",
    "profile-permissions",
    "profile-metric-funnel",
]
CONDITION = "/body/data/attributes/definition/condition_groups/0/conditions/0"


@pytest.mark.parametrize(
    ("condition", "faults"),
    [
        (
            {"type": "profile-metric", "metric_id": "x", "measurement": "count"},
            [(CONDITION, 'the properties "measurement_filter" and "timeframe_filter"')],
        ),
        (
            {
                "type": "profile-metric",
                "metric_id": 7,
                "measurement": "mean",
                "measurement_filter": {"type": "numeric", "operator": "equals", "value": "1"},
                "timeframe_filter": {"type": "date", "operator": "in-the-last", "unit": "day"},
            },
            [
                (f"{CONDITION}/metric_id", "string"),
                (f"{CONDITION}/measurement", '"count" or "sum"'),
                (f"{CONDITION}/measurement_filter/value", "number"),
                (f"{CONDITION}/timeframe_filter", 'the property "quantity"'),
            ],
        ),
        ("all", [(CONDITION, "object")]),
        ({"type": "profile-group"}, [(f"{CONDITION}/type", " or ".join(map(json.dumps, CONDITIONS)))]),
        ({}, [(f"{CONDITION}/type", " or ".join(map(json.dumps, CONDITIONS)))]),
    ],
)
def test_of_a_union_the_member_that_fits_best_speaks(sandbox: Sandbox, condition: Any, faults: Any) -> None:
    script = load_script(load_operation("create_segment"))
    script.API = sandbox.url
    body = script.SCHEMA["examples"][0]["body"]
    body["data"]["attributes"]["definition"]["condition_groups"][0]["conditions"] = [condition]
    error = refused(script, sandbox, body)
    assert [(fault["pointer"], fault["expected"]) for fault in error.faults] == faults


def test_properties_klaviyo_does_not_document_pass(sandbox: Sandbox, script: Any, body: Any) -> None:
    body["meta"] = {"note": 1}
    events_of(groups_of(body)[0])[0]["relationships"] = {}
    assert sent(script, sandbox, body) == body
