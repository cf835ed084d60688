"""What the index and the schemas say about resources: their types, their relationships, their shape in an answer."""

import functools
import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from workbench.collection import COLLECTION, Operation, load_index

JSON = dict[str, Any]


@dataclass(frozen=True)
class Relation:
    """`type` of the related resources, `many` if there can be several, `inverse`: the name of the way back, if any."""

    type: str
    many: bool
    inverse: str | None = None


@dataclass(frozen=True)
class Facts:
    """`collections`: path segment -> type of its resources. `relations`: type -> name -> relation. `examples`: type ->
    a complete resource. `attributes`: type -> the schema of its attributes."""

    collections: dict[str, str]
    relations: dict[str, dict[str, Relation]]
    examples: dict[str, JSON]
    attributes: dict[str, JSON]

    @functools.cached_property
    def segments(self) -> dict[str, str]:
        """The path segment of each type."""
        return {type_: segment for segment, type_ in self.collections.items()}


@functools.cache
def load_json(path: str) -> JSON:
    """Return a file of the collection, which must not be changed."""
    schema: JSON = json.loads((COLLECTION / path).read_text(encoding="utf-8"))
    return schema


@functools.cache
def load_facts() -> Facts:
    """Return the facts of the collection, read once."""
    collections: dict[str, str] = {}
    named_relations: dict[str, dict[str, Relation]] = defaultdict(dict)
    examples: dict[str, JSON] = {}
    attributes: dict[str, JSON] = {}
    reads = [operation for operation in load_index()["operations"] if operation["method"] == "GET"]
    for operation in sorted(reads, key=lambda operation: operation["path"].count("/")):
        schema = load_json(operation["answer"])
        _, segment, *rest = operation["path"].strip("/").split("/")
        data = items_of(schema["properties"]["data"])
        if operation["path"].startswith("/api/") and len(rest) <= 1:
            collections[segment] = type_of(data)
        elif len(rest) == 3:  # /api/{segment}/{id}/relationships/{name}
            many = schema["properties"]["data"]["type"] == "array"
            named_relations[collections[segment]].setdefault(rest[2], Relation(type_of(data), many))
        for type_, (shape, example) in shapes_of(operation).items():
            if "attributes" in shape["properties"]:
                examples.setdefault(type_, example)
                described = shape["properties"]["attributes"]
                # Only some operations answer with all attributes, such as a profile's subscriptions.
                if len(described["properties"]) > len(attributes.get(type_, {}).get("properties", ())):
                    attributes[type_] = described
            for name, relation in relations_in(shape).items():
                named_relations[type_].setdefault(name, relation)
    relations = {
        type_: {name: with_inverse(named_relations, type_, name) for name in names}
        for type_, names in list(named_relations.items())
    }
    return Facts(collections, relations, examples, attributes)


def shapes_of(operation: Operation) -> dict[str, tuple[JSON, JSON]]:
    """Return type -> schema and example of the resources in an answer; those in `data` go before those included."""
    schema = load_json(operation["answer"])
    properties, example = schema["properties"], schema["examples"][0]
    data = example["data"]
    resources = [*(data if isinstance(data, list) else [data]), *example.get("included", [])]
    examples = {resource["type"]: resource for resource in reversed(resources)}
    included = properties["included"]["items"] if "included" in properties else {"anyOf": []}
    shapes = [*reversed(included.get("anyOf", [included])), items_of(properties["data"])]
    return {type_of(shape): (shape, examples.get(type_of(shape), {})) for shape in shapes}


def items_of(schema: JSON) -> JSON:
    """Return the schema of the resources in `data`, which is one resource or a list."""
    items: JSON = schema.get("items", schema)
    return items


def type_of(shape: JSON) -> str:
    """Return the type that the schema of a resource allows."""
    return str(shape["properties"]["type"]["enum"][0])


def schema_at(schema: JSON, path: list[str]) -> JSON:
    """Return the schema of what is at a path below this one, or of the items of a list there; {} if it has none."""
    schema = items_of(schema)
    if not path:
        return schema
    return schema_at(schema.get("properties", {}).get(path[0], {}), path[1:])


def relations_in(shape: JSON) -> dict[str, Relation]:
    """Return the relationships in the schema of a resource, without inverses."""
    named = shape["properties"].get("relationships", {}).get("properties", {})
    data = {name: schema.get("properties", {}).get("data", {}) for name, schema in named.items()}
    return {
        name: Relation(type_of(items_of(schema)), "items" in schema)
        for name, schema in data.items()
        if "properties" in items_of(schema)
    }


def with_inverse(named_relations: dict[str, dict[str, Relation]], type_: str, name: str) -> Relation:
    """Return a relation with its inverse: the only way back, if this is the only way there."""
    relation = named_relations[type_][name]
    there = [other for other in named_relations[type_].values() if other.type == relation.type]
    back = [other for other, way in named_relations.get(relation.type, {}).items() if way.type == type_]
    inverse = back[0] if len(there) == len(back) == 1 and relation.type != type_ else None
    return Relation(relation.type, relation.many, inverse)
