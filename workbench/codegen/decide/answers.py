"""The schema of what an endpoint answers, and a complete example of it."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from jsonschema import Draft202012Validator

from workbench.codegen.decide.descriptions import describe_properties, resource_at
from workbench.codegen.decide.examples import BY_FORMAT
from workbench.codegen.decide.schemas import JSON_SCHEMA, body_schema
from workbench.codegen.decide.types import resource_type
from workbench.codegen.json_schema import Schema, ref_name, transform
from workbench.codegen.read import Description, DescriptionError, Knowledge, Operation

API = "https://a.klaviyo.com/api"
MAX_DEPTH = 12  # of an example of something recursive
DEFAULT_ID = "01JCQ7V5Z0M8T2K4N6R9W3XAYB"

Values = dict[tuple[str, str], Any]  # (type of the resource or "", property) -> value


def decide_answer(
    operation: Operation, description: Description, knowledge: Knowledge, values: Values
) -> Schema | None:
    """Return the JSON Schema of a success, with descriptions and one example; None if it has no content.

    `values` are those that examples of bodies have, from `values_by_name`.
    """
    if operation.answer is None:
        return None
    schema, definitions = body_schema(operation.answer, description.components, operation.name)
    glossary = {**knowledge.glossary, **knowledge.answers}
    describe_properties(schema, ["answer"], glossary)
    for name, definition in definitions.items():
        describe_properties(definition, [name], glossary)
    schema |= {"$defs": definitions} if definitions else {}
    schema = transform(schema, with_any_of)
    example = ExampleOfAnswer(operation, schema.get("$defs", {}), knowledge, values).build(schema, [], "answer")
    if errors := [error.message for error in Draft202012Validator(schema).iter_errors(example)]:
        raise DescriptionError(f"{operation.name}: the example of its answer is not valid: {errors[0][:300]}")
    return {
        "$schema": JSON_SCHEMA,
        "title": f"Answer of {operation.title}",
        "description": f"What {operation.method} {operation.path} answers with status {operation.status}.",
        **schema,
        "examples": [example],
    }


def with_any_of(schema: Schema) -> Schema:
    """Return the schema with `anyOf` for `oneOf`: an answer may fit several members."""
    return {"anyOf" if keyword == "oneOf" else keyword: value for keyword, value in schema.items()}


class ExampleOfAnswer:
    """Builds one example: with all properties, and values that our examples of bodies have for the same property."""

    def __init__(self, operation: Operation, definitions: Schema, knowledge: Knowledge, values: Values) -> None:
        self.operation, self.definitions = operation, definitions
        self.knowledge, self.values = knowledge, values

    def build(self, node: Schema, path: list[str], resource: str) -> Any:
        """Return a value for `node`; `resource` is the type of the JSON:API resource that it is part of."""
        if "$ref" in node:
            return self.build(self.definitions[ref_name(node)], path, resource)
        if "anyOf" in node:
            members = [member for member in node["anyOf"] if member.get("type") != "null"]
            return self.build(members[0], path, resource)
        name = path[-1] if path else ""
        resource = resource_type(node) or resource
        known = [self.values[key] for key in ((resource, name), ("", name)) if key in self.values]
        validator = Draft202012Validator({"$defs": self.definitions, **node})
        if value := next((value for value in known if validator.is_valid(value)), None):
            return value
        if "enum" in node:
            return next(value for value in node["enum"] if value is not None)
        types = node.get("type", "string")
        match types[0] if isinstance(types, list) else types:
            case "object":
                return self.build_object(node, path, resource)
            case "array":
                items = node.get("items", {})
                several = items["anyOf"] if name == "included" and "anyOf" in items else [items]
                return [self.build(item, path, resource) for item in several] if len(path) < MAX_DEPTH else []
            case "string":
                return self.build_string(node, name, resource)
            case "integer" | "number":
                return max(1, node.get("minimum", 1))
            case "boolean":
                return True
        return None

    def build_object(self, node: Schema, path: list[str], resource: str) -> dict[str, Any]:
        """Return an object with all of its properties; where it gets too deep, with those that it must have."""
        properties = node.get("properties", {})
        names = properties if len(path) < MAX_DEPTH else node.get("required", [])
        value = {name: self.build(properties[name], [*path, name], resource) for name in names}
        if resource_type(node):
            value |= {"id": self.id_of(resource)} if "id" in properties else {}
            own = f"{API}/{collection_of(resource)}/{quote(self.id_of(resource), safe='')}"
            if "self" in value.get("links", {}):
                value["links"] = {"self": f"{own}/"}
            for name, relationship in value.get("relationships", {}).items():
                if "links" in relationship:
                    relationship["links"] = {"self": f"{own}/relationships/{name}/", "related": f"{own}/{name}/"}
        elif path == ["links"]:
            own = API + re.sub(r"{(\w+)}", self.id_in_path, self.operation.path.removeprefix("/api"))
            value = dict.fromkeys(properties, f"{own}?page%5Bcursor%5D=bmV4dDo6aWQ6OjEwMA") | {"self": own}
        return value

    def build_string(self, node: Schema, name: str, resource: str) -> str:
        by_format = {**BY_FORMAT, "email": "zoe.frei@example.com", "uri": "https://shop.example.com/"}
        if node.get("format") in by_format:
            return by_format[node["format"]]
        return f"{name or resource}".replace("_", " ").capitalize()[: node.get("maxLength")]

    def id_in_path(self, parameter: re.Match[str]) -> str:
        resource = resource_at(self.operation, parameter[1], self.knowledge)
        return quote(resource.id if resource else DEFAULT_ID, safe="")

    def id_of(self, resource: str) -> str:
        known = self.knowledge.resources.get(collection_of(resource))
        return known.id if known else DEFAULT_ID


def collection_of(resource: str) -> str:
    """Return the collection in a path of resources of a type: catalog-categories of catalog-category."""
    if resource.endswith("y") and not resource.endswith(("ay", "ey")):
        return f"{resource[:-1]}ies"
    return resource if resource.endswith("s") else f"{resource}s"


def values_by_name(knowledge: Knowledge) -> Values:
    """Return (resource type or "", property) -> the first value that an example of a body has for it."""
    values: Values = {("", name): value for name, value in knowledge.answer_values.items()}
    for entry in knowledge.operations.values():
        for name, resource, value in iterate_values(entry.example.get("body", {}), ""):
            values.setdefault((resource, name), value)
            values.setdefault(("", name), value)
    return values


def iterate_values(value: Any, resource: str) -> Iterator[tuple[str, str, Any]]:
    """Yield name, type of the resource, and value of every property that is no wrapper of JSON:API."""
    if isinstance(value, list):
        for item in value:
            yield from iterate_values(item, resource)
    if isinstance(value, dict):
        resource = value["type"] if isinstance(value.get("type"), str) else resource
        for name, item in value.items():
            if name not in ("data", "attributes", "relationships", "type", "id", "links", "meta"):
                yield name, resource, item
            yield from iterate_values(item, resource)
