"""The schemas against programs that are not ours: Ajv, and a validator of OpenAPI on Klaviyo's own description."""

import copy
import functools
import json
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator
from openapi_schema_validator import OAS30Validator

from tests.support.ajv import validate_examples
from tests.support.collection import INDEX, OPERATIONS, WITH_BODY
from tests.support.descriptions import stored_document
from workbench.collection import Operation, load_schema


def test_ajv_in_strict_mode_accepts_every_schema_and_its_examples() -> None:
    schemas = [operation["schema"] for operation in INDEX["operations"]]
    assert validate_examples(schemas, refusing=True) == INDEX["count"]


@functools.cache
def readable() -> Any:
    """Return the components as Klaviyo means them, for a strict reader of OpenAPI 3.0.

    What stands beside a $ref counts (`nullable`), null is a value of a nullable enum, an integer is one of integer and
    number, and a value that several strings or several lists of a union accept is accepted.
    """
    return {name: meant(schema) for name, schema in stored_document()["components"]["schemas"].items()}


def meant(node: Any) -> Any:
    if isinstance(node, list):
        return [meant(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node and node.get("nullable"):
        target = stored_document()["components"]["schemas"][node["$ref"].rpartition("/")[2]]
        return meant({**target, "nullable": True})
    node = without_need_of_data({key: meant(value) for key, value in node.items() if key != "example"})
    if "enum" in node and node.get("nullable") and None not in node["enum"]:
        node["enum"] = [*node["enum"], None]
    if {"type": "number"} in node.get("oneOf", []):
        node["oneOf"] = [member for member in node["oneOf"] if member != {"type": "integer"}]
    kinds = {resolve(member).get("type") for member in node.get("oneOf", [])}
    if kinds in ({"string"}, {"array"}):
        node["anyOf"] = node.pop("oneOf")
    if kinds == {"array"}:
        node["anyOf"] = [{"type": "array", "items": {"oneOf": list_items(node["anyOf"])}}]
    if "anyOf" in node and node.get("nullable"):
        node = {"anyOf": [*node["anyOf"], {"enum": [None], "nullable": True}]}
    if "oneOf" in node and node.get("nullable"):
        return {"anyOf": [{"oneOf": node["oneOf"]}, {"enum": [None], "nullable": True}]}
    return node


def resolve(node: Any) -> Any:
    while "$ref" in node:
        node = stored_document()["components"]["schemas"][node["$ref"].rpartition("/")[2]]
    return node


def list_items(lists: list[Any]) -> list[Any]:
    """Return the members of a union of what is in several lists, each once."""
    items = [item for each in lists for item in each["items"].get("oneOf", [each["items"]])]
    return list({json.dumps(item): item for item in items}.values())


def without_prose_limits(node: Any) -> Any:
    """Return our schema without what Klaviyo documents in prose only."""
    if isinstance(node, list):
        return [without_prose_limits(item) for item in node]
    if not isinstance(node, dict):
        return node
    ours = ("pattern", "minItems") if isinstance(node.get("type"), (str, list)) else ()
    return without_need_of_data({key: without_prose_limits(value) for key, value in node.items() if key not in ours})


def without_need_of_data(node: Any) -> Any:
    """Return a schema in which the `data` around resources and references may be missing: here, we always need it."""
    if list(node.get("properties", ())) == ["data"]:
        return {key: value for key, value in node.items() if key != "required"}
    return node


def body_in_description(operation: Operation) -> Any:
    item = stored_document()["paths"][operation["path"]][operation["method"].lower()]
    assert item["operationId"] == operation["operation"]
    [media] = item["requestBody"]["content"].values()
    return {**meant(media["schema"]), "components": {"schemas": readable()}}


def fullest(schema: Any, definitions: Any, inside: tuple[str, ...] = ()) -> Any:
    """Return a value with every property of `schema`, of unions the first member; valid or not."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return {} if name in inside else fullest(definitions[name], definitions, (*inside, name))
    if "oneOf" in schema:
        return fullest(schema["oneOf"][0], definitions, inside)
    if "enum" in schema:
        return schema["enum"][0]
    types = schema.get("type", "string")
    match types[0] if isinstance(types, list) else types:
        case "object":
            properties = schema.get("properties", {})
            return {name: fullest(subschema, definitions, inside) for name, subschema in properties.items()}
        case "array":
            return [fullest(schema["items"], definitions, inside)] if "items" in schema else []
        case "string":
            return PHONE_NUMBER if schema.get("pattern", "").startswith(r"^\+") else "2026-10-15T09:30:00+00:00"
        case "boolean":
            return True
        case "null":
            return None
    return 1


def mutations(body: Any) -> Iterator[Any]:
    """Yield the body with one place dropped, of another type, null, or a list where it was an object."""
    for path in list(paths(body)):
        for value in (DROPPED, PHONE_NUMBER, 7.5, True, None, [], {}):
            changed = copy.deepcopy(body)
            container = functools.reduce(lambda node, part: node[part], path[:-1], changed)
            if value is DROPPED:
                del container[path[-1]]
            else:
                container[path[-1]] = value
            yield changed


DROPPED = object()
PHONE_NUMBER = "+12025550142"  # a string that our own patterns accept


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from paths(item, (*path, key))


MAX_MUTATIONS = 210  # mutations of one body: all of them for most; evenly spread over the giants


@WITH_BODY
def test_what_the_description_refuses_is_refused_and_nothing_else(operation: Operation) -> None:
    schema = load_schema(operation)
    definitions = schema.get("$defs", {})
    mine = Draft202012Validator(without_prose_limits({"$defs": definitions, **schema["properties"]["body"]}))
    theirs = OAS30Validator(body_in_description(operation))
    bodies = [schema["examples"][0]["body"], fullest(schema["properties"]["body"], definitions)]
    mutated = [mutation for body in bodies for mutation in mutations(body)]
    mutated = mutated[:: max(1, len(mutated) // MAX_MUTATIONS)]
    verdicts = set()
    for body in (*bodies, *mutated):
        verdict = mine.is_valid(body)
        assert verdict == theirs.is_valid(body), body
        verdicts.add(verdict)
    assert verdicts == {True, False}


@OPERATIONS
def test_the_examples_are_valid(operation: Operation) -> None:
    schema = load_schema(operation)
    Draft202012Validator.check_schema(schema)
    assert schema["examples"]
    for example in schema["examples"]:
        Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(example)
