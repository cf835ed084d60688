"""The TypedDicts, the schema inside a script and the schema beside it say the same."""

import types
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

import msgspec
from jsonschema import Draft202012Validator

from tests.helpers import BULK_CREATE_EVENTS, OPERATIONS, WITH_BODY
from workbench.collection import Operation, load_schema, load_script

SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null", dict: "object"}


def of_schema(schema: Any, definitions: Any, inside: tuple[str, ...] = ()) -> Any:
    """What a type can say of a schema: no words, no limits, references resolved, unions as sets."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name in inside:
            return {"recursive": name}
        return of_schema(definitions[name], definitions, (*inside, name))
    members = schema.get("anyOf") or schema.get("oneOf") or []
    if isinstance(schema.get("type"), list):
        members = [{**schema, "type": type_} for type_ in schema["type"]]
    if members:
        return union([of_schema(member, definitions, inside) for member in members])
    kind = schema.get("type")
    if kind == "null":
        return {"type": "null"}
    if "enum" in schema and kind != "boolean":
        return {"enum": sorted((value for value in schema["enum"] if value is not None), key=str)}
    if kind == "array":
        return {"type": "array", "items": of_schema(schema["items"], definitions, inside)}
    if kind == "object" and schema.get("properties"):
        properties = {name: of_schema(child, definitions, inside) for name, child in schema["properties"].items()}
        return {"type": "object", "properties": properties, "required": sorted(schema.get("required", []))}
    return {"type": kind} if kind else {}


def of_type(annotation: Any, inside: tuple[str, ...] = ()) -> Any:
    """The same of an annotation."""
    arguments = get_args(annotation)
    if annotation is Any:
        return {}
    if is_typeddict(annotation):
        name = annotation.__name__
        if name in inside:
            return {"recursive": name}
        hints = get_type_hints(annotation, include_extras=True)
        required = sorted(key for key, hint in hints.items() if get_origin(hint) is not NotRequired)
        bare = {key: get_args(hint)[0] if get_origin(hint) is NotRequired else hint for key, hint in hints.items()}
        properties = {key: of_type(hint, (*inside, name)) for key, hint in bare.items()}
        return {"type": "object", "properties": properties, "required": required}
    if get_origin(annotation) in (Union, types.UnionType):
        return union([of_type(argument, inside) for argument in arguments])
    if get_origin(annotation) is Literal:
        return {"enum": sorted(arguments, key=str)}
    if get_origin(annotation) is list:
        return {"type": "array", "items": of_type(arguments[0], inside)}
    return {"type": SCALARS[get_origin(annotation) or annotation]}


def union(members: list[Any]) -> Any:
    flat = [part for member in members for part in member.get("anyOf", [member])]
    distinct = sorted({repr(sorted(member.items())): member for member in flat}.items())
    return {"anyOf": [member for _, member in distinct]} if len(distinct) > 1 else distinct[0][1]


@WITH_BODY
def test_the_types_say_what_the_schema_says(operation: Operation) -> None:
    schema = load_schema(operation)
    assert of_type(load_script(operation).Body) == of_schema(schema["properties"]["body"], schema.get("$defs"))


@WITH_BODY
def test_msgspec_reads_the_types_likewise(operation: Operation) -> None:
    body = load_script(operation).Body
    try:
        of_msgspec = msgspec.json.schema(body)
    except TypeError as error:
        assert "more than one TypedDict" in str(error), "unions of those are the one thing it cannot read"  # noqa: PT017
        return
    assert of_schema(of_msgspec, of_msgspec["$defs"]) == of_type(body)


def test_a_type_that_differs_is_noticed() -> None:
    schema = load_schema(BULK_CREATE_EVENTS)["properties"]["body"]
    body = load_script(BULK_CREATE_EVENTS).Body
    schema["properties"]["data"]["properties"]["type"]["enum"] = ["something-else"]
    assert of_type(body) != of_schema(schema, {})
    schema = load_schema(BULK_CREATE_EVENTS)["properties"]["body"]
    schema["properties"]["data"]["required"] = ["type"]
    assert of_type(body) != of_schema(schema, {})


@OPERATIONS
def test_the_script_carries_the_schema_beside_it(operation: Operation) -> None:
    assert load_schema(operation) == load_script(operation).SCHEMA


@OPERATIONS
def test_main_takes_what_the_schema_asks_for(operation: Operation) -> None:
    hints = get_type_hints(load_script(operation).main)
    key = ["auth"] if operation["needs_key"] else []
    assert list(hints) == [*key, *load_schema(operation)["properties"], "return"]


@OPERATIONS
def test_the_schema_is_one_and_its_examples_validate(operation: Operation) -> None:
    schema = load_schema(operation)
    Draft202012Validator.check_schema(schema)
    assert schema["examples"]
    for example in schema["examples"]:
        Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(example)
