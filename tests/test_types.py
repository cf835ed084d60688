"""The TypedDicts, the schema inside a script and the schema beside it say the same."""

from typing import Any, get_type_hints

import msgspec
import pytest
from jsonschema import Draft202012Validator

from tests.helpers import INDEX
from workbench.collection import Operation, load_schema, load_script

OPERATIONS = pytest.mark.parametrize("operation", INDEX["operations"], ids=lambda operation: operation["operation"])


def normalized(schema: Any, definitions: Any) -> Any:
    """What a type can say of a schema: no words, no limits, references resolved, unions as sets."""
    if "$ref" in schema:
        return normalized(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    members = schema.get("anyOf") or schema.get("oneOf") or []
    if isinstance(schema.get("type"), list):
        members = [{**schema, "type": type_} for type_ in schema["type"]]
    if members:
        return {"anyOf": sorted((normalized(member, definitions) for member in members), key=repr)}
    if "enum" in schema:
        return {"enum": sorted(schema["enum"])}
    kept = {"type": schema["type"]}
    if schema["type"] == "array":
        kept["items"] = normalized(schema["items"], definitions)
    if schema["type"] == "object" and "properties" in schema:
        properties = schema["properties"]
        kept["properties"] = {name: normalized(properties[name], definitions) for name in sorted(properties)}
        kept["required"] = sorted(schema.get("required", []))
    return kept


@OPERATIONS
def test_the_types_say_what_the_schema_says(operation: Operation) -> None:
    schema = load_schema(operation)["properties"]["body"]
    of_type = msgspec.json.schema(load_script(operation).Body)
    assert normalized(of_type, of_type["$defs"]) == normalized(schema, schema.get("$defs"))


@OPERATIONS
def test_a_type_that_differs_is_noticed(operation: Operation) -> None:
    schema = load_schema(operation)["properties"]["body"]
    schema["properties"]["data"]["properties"]["type"]["enum"] = ["something-else"]
    of_type = msgspec.json.schema(load_script(operation).Body)
    assert normalized(of_type, of_type["$defs"]) != normalized(schema, schema.get("$defs"))


@OPERATIONS
def test_the_script_carries_the_schema_beside_it(operation: Operation) -> None:
    assert load_schema(operation) == load_script(operation).SCHEMA


@OPERATIONS
def test_main_takes_what_the_schema_asks_for(operation: Operation) -> None:
    hints = get_type_hints(load_script(operation).main)
    assert list(hints) == ["auth", *load_schema(operation)["properties"], "return"]


@OPERATIONS
def test_the_schema_is_one_and_its_examples_validate(operation: Operation) -> None:
    schema = load_schema(operation)
    Draft202012Validator.check_schema(schema)
    assert schema["examples"]
    for example in schema["examples"]:
        Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(example)
