"""`drop_empty_objects`: what forms send for parts that nobody filled in is omitted, and the log says so."""

from typing import Any

import pytest
from workbench.codegen.parts.blanks import drop_empty_objects

from workbench.codegen.parts.unions import meant_member


def resource(type_: str, **properties: Any) -> Any:
    return {"type": "object", "properties": {"type": {"enum": [type_]}, **properties}, "required": ["type"]}


TEXT = {"type": ["string", "null"]}
SCHEMA: Any = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "flag": {"type": ["boolean", "null"]},
        "free": {"type": "object"},
        "location": {"type": "object", "properties": {"city": TEXT, "country": TEXT}, "required": []},
        "group": {
            "type": "object",
            "properties": {"data": resource("tag-group", id={"type": "string"})},
            "required": ["data"],
        },
        "source": resource("source", attributes={"type": "object", "properties": {"title": TEXT}, "required": []}),
        "consent": {"type": "object", "properties": {"consent": {"enum": ["UNSUBSCRIBED"]}}, "required": ["consent"]},
        "timeframe": {
            "oneOf": [
                resource("key", key={"enum": ["today"]}, nested={"type": "object", "properties": {}, "required": []}),
                resource("range", start=TEXT, zone={"type": "object", "properties": {"name": TEXT}, "required": []}),
            ]
        },
        "people": {"type": "array", "items": {"$comment": "filled in below"}},
    },
    "required": ["name"],
}
SCHEMA["properties"]["people"]["items"] = {
    **SCHEMA,
    "properties": {**SCHEMA["properties"], "people": {"type": "array"}},
}


def drop(body: Any) -> Any:
    return drop_empty_objects(body, SCHEMA, set(), resolve=meant_member)


@pytest.mark.parametrize(
    ("body", "result"),
    [
        ({"name": "x", "location": {}}, {"name": "x"}),
        ({"name": "x", "group": {"data": {}}}, {"name": "x"}),
        ({"name": "x", "group": {}}, {"name": "x"}),
        ({"name": "x", "source": {"type": "source", "attributes": {"title": {}}}}, {"name": "x"}),
        ({"name": "x", "timeframe": {"zone": {}}}, {"name": "x"}),
        (
            {"timeframe": {"type": "key", "key": "today", "zone": {"name": {}}}},
            {"timeframe": {"type": "key", "key": "today"}},
        ),
        ({"people": [{"location": {}}, {"name": "y"}]}, {"people": [{}, {"name": "y"}]}),
        ({"flag": {}}, {}),
        ({"unknown": {"x": {"y": {}}}}, {}),
    ],
)
def test_what_is_empty_is_left_out(body: Any, result: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert drop(body) == result
    output = capsys.readouterr()
    assert "omitted, because it is empty\n" in output.err
    assert output.out == ""


@pytest.mark.parametrize(
    "body",
    [
        {"name": "", "location": {"city": None}},
        {"location": {"city": ""}},
        {"free": {}},
        {"group": {"data": {"type": "tag-group", "id": ""}}},
        {"group": {"data": {"type": "tag-group"}}},
        {"group": None},
        {"consent": {"consent": "UNSUBSCRIBED"}},
        {"timeframe": {"type": "range", "start": None}},
        {"timeframe": {"type": "range"}},
        {"people": []},
        {"name": "true"},
        "text",
        None,
        [{}],
    ],
)
def test_everything_else_is_a_value(body: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert drop(body) == body
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("false", False), ('{"a": 1}', {"a": 1}), ("{broken", "{broken"), ("t", "t"), ("25", "25")],
)
def test_json_text_of_forms_is_decoded(text: str, value: Any) -> None:
    assert drop({"flag": text, "free": text, "name": text}) == {"flag": value, "free": value, "name": text}


def test_the_arguments_stay_as_they_are() -> None:
    body = {"name": "x", "location": {}, "people": [{"flag": "true"}]}
    assert drop(body) != body
    assert body == {"name": "x", "location": {}, "people": [{"flag": "true"}]}


def test_each_place_is_logged_once_for_all_items(capsys: pytest.CaptureFixture[str]) -> None:
    people = [{"location": {}, "nmae": "x"}] * 3
    assert drop({"people": people}) == {"people": [{"nmae": "x"}] * 3}
    assert capsys.readouterr().err.splitlines() == [
        "/body/people/*/location: omitted, because it is empty",
        "/body/people/*/nmae: unknown, sent anyway; did you mean name?",
    ]


def test_at_most_20_lines_are_logged(capsys: pytest.CaptureFixture[str]) -> None:
    drop({f"unknown{number}": "x" * 9000 for number in range(1000)})
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 20
    assert max(map(len, lines)) <= 300


def test_an_unknown_property_is_sent_however_deep_it_is() -> None:
    deep: dict[str, object] = {}
    innermost = deep
    for _ in range(100_000):
        innermost["x"] = innermost = {}
    assert drop({"unknown": deep})["unknown"] is deep
    while deep:  # piece by piece: Python overflows its stack where it frees so deep a structure at once
        deep = deep.pop("x", {})  # type: ignore[assignment]


def test_a_required_object_is_kept() -> None:
    schema = {"type": "object", "properties": {"data": SCHEMA["properties"]["location"]}, "required": ["data"]}
    assert drop_empty_objects({"data": {}}, schema, set()) == {"data": {}}
