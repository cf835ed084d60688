"""`schema_of`: the JSON Schema of types."""

from typing import Annotated, Any, Literal, NotRequired, TypedDict

import pytest

from workbench.codegen.parts import schema
from workbench.codegen.parts.schema import schema_of


class Event(TypedDict):
    time: NotRequired[Annotated[str | None, {"format": "date-time"}]]
    name: str


Relationships = TypedDict("Relationships", {"tag-group": NotRequired["Event"]})
EVENT = {
    "type": "object",
    "properties": {"time": {"type": ["string", "null"], "format": "date-time"}, "name": {"type": "string"}},
    "required": ["name"],
}
RELATIONSHIPS = {"type": "object", "properties": {"tag-group": EVENT}, "required": []}


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a script, the types and `schema_of` are in one module."""
    monkeypatch.setitem(vars(schema), "Event", Event)


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (str, {"type": "string"}),
        (int, {"type": "integer"}),
        (float, {"type": "number"}),
        (bool, {"type": "boolean"}),
        (dict[str, Any], {"type": "object"}),
        (Any, {}),
        (str | None, {"type": ["string", "null"]}),
        (str | list[str] | None, {"type": ["string", "array", "null"], "items": {"type": "string"}}),
        (Literal["a", "b"], {"enum": ["a", "b"]}),
        (Literal["a", None], {"enum": ["a", None]}),
        (Literal["auto"] | int, {"oneOf": [{"enum": ["auto"]}, {"type": "integer"}]}),
        (Annotated[list[str], {"maxItems": 3}], {"type": "array", "items": {"type": "string"}, "maxItems": 3}),
        (Event, EVENT),
        (Relationships, RELATIONSHIPS),
        (Event | Relationships, {"oneOf": [EVENT, RELATIONSHIPS]}),
        (Event | None, EVENT | {"type": ["object", "null"]}),
        (Annotated[dict[str, Any], {"$ref": "#/$defs/Step"}], {"type": "object", "$ref": "#/$defs/Step"}),
    ],
)
def test_a_type_becomes_a_schema(annotation: Any, expected: Any) -> None:
    assert schema_of(annotation) == expected
