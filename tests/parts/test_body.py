"""`read_form`: what forms send is read as it was meant, and the log names what is omitted or unknown."""

from typing import Any

import pytest

from workbench.codegen.parts.body import MAX_UNKNOWN, Log, read_form
from workbench.codegen.parts.unions import merge_unions


def resource(type_: str, **properties: Any) -> Any:
    return {"type": "object", "properties": {"type": {"enum": [type_]}, **properties}, "required": ["type"]}


def wrapper(data: Any) -> Any:
    return {"type": "object", "properties": {"data": data}, "required": ["data"]}


TEXT = {"type": ["string", "null"]}
PART: Any = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "number": {"type": "number"},
        "flag": {"type": ["boolean", "null"]},
        "free": {"type": "object"},
        "texts": {"type": ["array", "null"], "items": TEXT},
        "location": {"type": "object", "properties": {"city": TEXT, "country": TEXT}, "required": []},
        "group": wrapper(resource("tag-group", id={"type": "string"})),
        "tags": wrapper({"type": "array", "items": resource("tag", id={"type": "string"})}),
        "source": resource("source", attributes={"type": "object", "properties": {"title": TEXT}, "required": []}),
        "profile": wrapper(
            resource("profile", attributes={"type": "object", "properties": {"title": TEXT}, "required": []})
        ),
        "consent": {"type": "object", "properties": {"consent": {"enum": ["UNSUBSCRIBED"]}}, "required": ["consent"]},
        "timeframe": {
            "oneOf": [
                resource("key", key={"enum": ["today"]}, nested={"type": "object", "properties": {}, "required": []}),
                resource("range", start=TEXT, zone={"type": "object", "properties": {"name": TEXT}, "required": []}),
                {"type": "null"},
            ]
        },
    },
    "required": ["name"],
}
SCHEMA = {**PART, "properties": {**PART["properties"], "people": {"type": "array", "items": PART}}}


def read(body: Any) -> Any:
    return read_form(body, merge_unions(SCHEMA), Log())


@pytest.mark.parametrize(
    ("body", "result"),
    [
        ({"name": "x", "location": {}}, {"name": "x"}),
        ({"tags": {}}, {}),
        ({"source": {"type": "source", "attributes": {}}}, {}),
        ({"profile": {"data": {"type": "profile", "attributes": {}}}}, {}),
        ({"timeframe": {"zone": {}}}, {}),
        ({"timeframe": {"type": "key", "zone": {}}}, {"timeframe": {"type": "key"}}),
        ({"people": [{"location": {}}, {"name": "y"}]}, {"people": [{}, {"name": "y"}]}),
        ({"location": "{}"}, {}),
    ],
)
def test_an_optional_object_with_nothing_in_it_is_omitted(
    body: Any, result: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert read(body) == result
    output = capsys.readouterr()
    assert "omitted, because it is empty\n" in output.err
    assert output.out == ""


@pytest.mark.parametrize(
    "body",
    [
        {"name": "", "location": {"city": None}},
        {"location": {"city": ""}},
        {"free": {}},
        {"number": {}},
        {"name": {}, "flag": {}, "texts": {}},
        {"source": {"type": "source", "attributes": {"title": {}}}},
        {"group": {}},
        {"group": {"data": {}}},
        {"group": {"data": {"type": "tag-group", "id": ""}}},
        {"group": {"data": {"type": "tag-group"}}},
        {"group": None},
        {"tags": {"data": []}},
        {"people": [{"group": {"data": {}}}]},
        {"consent": {"consent": "UNSUBSCRIBED"}},
        {"timeframe": {"type": "range", "start": None}},
        {"timeframe": {"type": "range"}},
        {"people": []},
        {"name": "true", "texts": ["{}", "true"]},
        "text",
        None,
        [{}],
    ],
)
def test_everything_else_is_a_value(body: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """{} where a number or a text belongs is one, too, which is no longer omitted; and so is a reference without id."""
    assert read(body) == body
    assert capsys.readouterr().err == ""


REFERENCE = {"data": {"type": "tag-group", "id": "x"}}


@pytest.mark.parametrize(
    "at", [lambda body: body, lambda body: {"people": [body, body]}], ids=["at the top", "in items"]
)
def test_the_tab_of_a_reference_is_never_sent(at: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert read(at({"group": {"kind": "Leave out"}})) == at({})
    assert read(at({"group": {"kind": "Leave out", **REFERENCE}})) == at({})
    assert read(at({"group": {"kind": "Tag group", **REFERENCE}})) == at({"group": REFERENCE})
    assert read(at({"group": REFERENCE})) == at({"group": REFERENCE})
    assert read(at({"group": {"kind": "Tag group", "data": {"id": ""}}})) == at({"group": {"data": {"id": ""}}})
    assert read(at({"group": '{"kind": "Leave out"}'})) == at({})
    assert capsys.readouterr().err == ""


def test_a_kind_elsewhere_is_a_property() -> None:
    body = {"free": {"kind": "Leave out"}, "source": {"type": "source", "kind": "Leave out"}}
    assert read(body) == body


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ('{"a": 1}', {"a": 1}),
        ("[1]", [1]),
        *((text, text) for text in ("{broken", "t", "25", "null", '{"a": ' + "1" * 5000 + "}")),
    ],
)
def test_json_text_is_decoded_where_no_text_belongs(text: str, value: Any) -> None:
    assert read({"flag": text, "free": text, "name": text}) == {"flag": value, "free": value, "name": text}
    assert read({"people": [text], "timeframe": text}) == {"people": [value], "timeframe": value}


def test_what_is_in_decoded_text_is_read_as_well() -> None:
    assert read('{"people": ["{\\"flag\\": \\"true\\"}"]}') == {"people": [{"flag": True}]}
    assert read({"timeframe": '{"type": "range", "zone": "{\\"name\\": \\"x\\"}"}'}) == {
        "timeframe": {"type": "range", "zone": {"name": "x"}}
    }


def test_the_arguments_stay_as_they_are() -> None:
    body = {"name": "x", "location": {}, "group": {"kind": "Tag group"}, "people": [{"flag": "true"}]}
    assert read(body) != body
    assert body == {"name": "x", "location": {}, "group": {"kind": "Tag group"}, "people": [{"flag": "true"}]}


def test_each_place_is_logged_once_for_all_items(capsys: pytest.CaptureFixture[str]) -> None:
    people = [{"location": {}, "nmae": "x"}] * 3
    assert read({"people": people}) == {"people": [{"nmae": "x"}] * 3}
    assert sorted(capsys.readouterr().err.splitlines()) == [
        "/body/people/*/location: omitted, because it is empty",
        "/body/people/*/nmae: unknown, sent anyway; did you mean name?",
    ]


def test_omissions_are_logged_however_many_names_are_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    read({f"unknown{number}": "x" * 9000 for number in range(1000)} | {"location": {}, "source": {}})
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == MAX_UNKNOWN + 2
    assert lines[-2:] == [f"/body/{name}: omitted, because it is empty" for name in ("location", "source")]
    assert max(map(len, lines)) <= 300


def test_an_unknown_property_is_sent_however_deep_it_is() -> None:
    deep: dict[str, object] = {}
    innermost = deep
    for _ in range(100_000):
        innermost["x"] = innermost = {}
    assert read({"unknown": deep})["unknown"] is deep
    while deep:  # piece by piece: Python overflows its stack where it frees so deep a structure at once
        deep = deep.pop("x", {})  # type: ignore[assignment]


def test_a_required_object_is_kept() -> None:
    assert read_form({"data": {}}, wrapper(PART["properties"]["location"]), Log()) == {"data": {}}
