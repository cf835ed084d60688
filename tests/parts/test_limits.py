"""The limits in prose: what just fits passes, what exceeds one is a fault at its place."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.support.events import batch, event, group
from workbench.codegen.parts import limits
from workbench.codegen.parts.constants import IDENTIFIERS

ADA = {"email": "ada@example.com"}
EARLIEST, YEAR = datetime(1991, 1, 1, tzinfo=UTC), timedelta(days=366)
EVENTS = "/body/data/attributes/events-bulk-create/data"


def places_of_faults(*groups: Any) -> list[str]:
    """Return where the faults of these groups of events are, below the list of groups."""
    faults = limits.find_event_faults(batch(list(groups)), 3, EARLIEST, YEAR)
    return [fault["pointer"].removeprefix(EVENTS).removeprefix("/") for fault in faults]


def test_select_yields_every_place() -> None:
    body = {"data": [{"a": {"b": 1}}, {"a": None}, {}, {"a": {"b": 2}}]}
    assert list(limits.select(body, "data/*/a/b")) == [
        (("body", "data", 0, "a", "b"), 1),
        (("body", "data", 3, "a", "b"), 2),
    ]


def test_bulk_events_are_counted_over_all_groups() -> None:
    events = [event(unique_id=str(number)) for number in range(4)]
    assert places_of_faults(group(ADA, events[:2]), group(ADA, events[2:3])) == []
    assert places_of_faults(group(ADA, events[:2]), group(ADA, events[2:])) == [""]


@pytest.mark.parametrize(
    ("profile", "valid"),
    [*(({name: "x"}, True) for name in IDENTIFIERS[1:]), ({"first_name": "Ada"}, False), ({"email": ""}, False)],
)
def test_a_profile_needs_an_identifier(profile: Any, valid: bool) -> None:
    assert places_of_faults(group(profile, [event()])) == ([] if valid else ["0/attributes/profile/data"])
    faults = limits.find_unidentified({"data": {"attributes": profile}}, "data")
    assert bool(list(faults)) != valid


@pytest.mark.parametrize(
    ("time", "valid"),
    [
        ("1991-01-01T00:00:00", True),
        ("1991-01-01t00:00:00z", True),
        ("1990-12-31T23:59:59Z", False),
        ("0001-01-01T00:00:00", False),
        ("9999-12-31T23:59:59-23:59", False),
        (timedelta(days=365), True),
        (timedelta(days=367), False),
    ],
)
def test_a_time_is_in_range(time: str | timedelta, valid: bool) -> None:
    time = (datetime.now(UTC) + time).isoformat() if isinstance(time, timedelta) else time
    expected = [] if valid else ["0/attributes/events/data/0/attributes/time"]
    assert places_of_faults(group(ADA, [event(time=time)])) == expected
    assert bool(list(limits.find_time_faults({"time": time}, "time", EARLIEST, YEAR))) != valid


SERVICE = event(unique_id="1")
SERVICE["attributes"]["metric"]["data"]["attributes"]["service"] = "shop"
SECOND = "2026-10-15T09:30:00"


@pytest.mark.parametrize(
    ("groups", "place"),
    [
        (
            [group(ADA, [event(unique_id="1"), event(unique_id="2"), event(unique_id="1")])],
            "0/attributes/events/data/2",
        ),
        ([group(ADA, [event(unique_id="1")])] * 2, "1/attributes/events/data/0"),
        (
            [
                group({"external_id": "7", "phone_number": "+12025550142"}, [event(unique_id="1")]),
                group({"email": "ada@example.com", "phone_number": "+12025550142"}, [event(unique_id="1")]),
            ],
            "1/attributes/events/data/0",
        ),
        ([group(ADA, [event(time=f"{SECOND}.2Z"), event(time=f"{SECOND}.9Z")])], "0/attributes/events/data/1"),
        (
            [group(ADA, [event(time=f"{SECOND}+01:00"), event(time="2026-10-15T08:30:00")])],
            "0/attributes/events/data/1",
        ),
        ([group(ADA, [event(), event(unique_id="")])], "0/attributes/events/data/1"),
    ],
    ids=["in a profile", "in a repeated profile", "by a shared identifier", "by second", "in another zone", "no time"],
)
def test_a_repeated_event_is_a_fault(groups: Any, place: str) -> None:
    assert places_of_faults(*groups) == [f"{place}/attributes/unique_id"]


@pytest.mark.parametrize(
    "groups",
    [
        [group(ADA, [event(unique_id="1"), event("Refunded Order", unique_id="1"), SERVICE])],
        [group(ADA, [event(unique_id="1")]), group({"external_id": "ada@example.com"}, [event(unique_id="1")])],
        [group(ADA, [event(time=f"{SECOND}Z"), event(time="2026-10-15T09:30:01Z")])],
    ],
    ids=["of another metric", "of another profile", "in another second"],
)
def test_what_is_not_a_repeat(groups: Any) -> None:
    assert places_of_faults(*groups) == []


def test_a_fault_names_the_first_of_the_repeated_events() -> None:
    body = batch([group(ADA, [event(unique_id="1")])] * 2)
    [fault] = limits.find_event_faults(body, 9, EARLIEST, YEAR)
    assert fault["expected"] == "a unique_id (without one: a second) that event 0 of profile 0 does not have"
    assert fault["actual"] == "'1'"


def test_the_size_of_a_part_is_counted_in_bytes_of_json() -> None:
    body: Any = {"items": [{"metadata": {"x": "é" * 4}}, {"metadata": {"x": "é" * 5}}, {"metadata": None}]}
    size = len(json.dumps(body["items"][0]["metadata"], ensure_ascii=False, separators=(",", ":")).encode())
    faults = list(limits.find_oversized(body, "items/*/metadata", size))
    assert faults == [
        {"pointer": "/body/items/1/metadata", "expected": f"at most {size} bytes as JSON", "actual": f"{size + 2}"}
    ]


@pytest.mark.parametrize("text", ["y" * 100, "é" * 50, "😀" * 25, '"\\' * 50])
def test_the_length_of_a_string_is_counted_in_bytes(text: str) -> None:
    for strings, places in (([text], []), ([text, f"{text}x"], ["/body/a/1"])):
        body = {"a": strings}
        payload = json.dumps(body, ensure_ascii=False).encode()
        assert [fault["pointer"] for fault in limits.find_long_strings(body, payload, 100)] == places


@pytest.mark.parametrize(
    ("consents", "valid"),
    [
        ({"email": {"marketing": {"consented_at": "2024-01-01T00:00:00Z"}}}, True),
        ({"email": {"marketing": {"consented_at": "2999-01-01T00:00:00Z"}}}, False),
        ({"email": {"marketing": {"consent": "SUBSCRIBED"}}, "sms": None}, False),
        (None, False),
        ({"email": {"marketing": {"consented_at": "2024-01-01T00:00:00Z"}, "other": 7}, "fax": "x"}, True),
        ({"fax": {"marketing": {"consented_at": ["2024"]}, "other": {"consented_at": "soon"}}}, False),
    ],
)
def test_a_historical_import_needs_times_of_consent(consents: Any, valid: bool) -> None:
    attributes: Any = {"historical_import": True, "profiles": [{"subscriptions": consents}]}
    body = {"data": {"attributes": attributes}}
    assert bool(list(limits.find_missing_consents(body, "data/attributes/profiles/*"))) != valid
    attributes["historical_import"] = False
    assert list(limits.find_missing_consents(body, "data/attributes/profiles/*")) == []


@pytest.mark.parametrize(
    ("profile", "valid"),
    [
        ({"id": "x"}, True),
        ({"attributes": {"email": "x"}}, True),
        ({"attributes": {}}, False),
        ({"id": "x", "attributes": {"phone_number": "+1"}}, False),
    ],
)
def test_exactly_one_identifier(profile: Any, valid: bool) -> None:
    assert bool(list(limits.find_identifier_faults({"data": profile}, "data"))) != valid


def test_the_id_in_the_body_is_the_id_in_the_path() -> None:
    assert list(limits.find_id_mismatch({"data": {"id": "x"}}, "x")) == []
    assert list(limits.find_id_mismatch({"data": {"id": "y"}}, "x")) == [
        {"pointer": "/body/data/id", "expected": "the id of the path, 'x'", "actual": "'y'"}
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('any(id,["a","b"])', None),
        ('any(id,["a,]","b\\",c"])', None),
        ("any(id,['a','b','c'])", 3),
        ('any(x,["a"]),any(id,["a", "b", "c","d"])', 4),
    ],
)
def test_the_values_in_a_list_of_a_filter(text: str, count: int | None) -> None:
    faults = list(limits.find_long_lists({"filter": text}, "filter", 2))
    assert [fault["actual"] for fault in faults] == ([] if count is None else [str(count)])


@pytest.mark.parametrize("text", ["[" * 40_000, '"' + '\\"' * 20_000, "['" * 20_000, '"\\' * 20_000])
def test_an_odd_filter_takes_no_time(text: str) -> None:
    start = datetime.now(UTC)
    list(limits.find_long_lists({"filter": text}, "filter", 2))
    assert datetime.now(UTC) - start < timedelta(seconds=2)


@pytest.mark.parametrize(
    ("timeframe", "days"),
    [
        ({"key": "last_30_days"}, 30),
        ({"key": "last_12_months"}, 364),
        ({"start": "2026-01-01T00:00:00Z", "end": "2026-03-02T00:00:00+00:00"}, 60),
        ({"start": "2026-01-01", "end": "2026-01-02T12:00:00"}, 1.5),
        ({"start": "2026-01-01", "end": "2026-01-02T12:00:00", "key": ["last_year"]}, 1.5),
        ({"key": "last_30_days", "start": "2026-13-01", "end": {}}, 30),
    ],
)
def test_the_length_of_a_timeframe(timeframe: Any, days: float) -> None:
    body = {"data": {"attributes": {"timeframe": timeframe}}}
    assert list(limits.find_long_timeframe(body, int(days + 0.5))) == []
    assert len(list(limits.find_long_timeframe(body, int(days - 0.5)))) == 1
