"""Answers made of resources: one or a page of them, as much of them as was asked for, in the shape of the endpoint."""

import base64
import json
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from jsonschema import Draft202012Validator

from workbench.collection import Operation
from workbench.sandbox.facts import JSON, items_of, load_json, relations_in, shapes_of, type_of
from workbench.sandbox.filters import Field, InvalidFilter, describe_field, matches, nested_values, parse_filter
from workbench.sandbox.jobs import poll
from workbench.sandbox.refusals import Refusal, not_found
from workbench.sandbox.store import Reference, Resource, Rows, Store

API = "https://a.klaviyo.com"
MAX_PAGE = 100  # resources per page, where an endpoint has no page[size]


SortKey = tuple[int, Any, int]  # 0 for a missing value, the value, the position


@dataclass(frozen=True)
class Reading:
    """A request for resources: the operation, the path and the query."""

    store: Store
    operation: Operation
    path: str
    query: Mapping[str, str]


def read(reading: Reading, values: Mapping[str, str]) -> JSON:
    """Return the document of a GET, from the shape of its path. Raises Refusal."""
    store = reading.store
    _, segment, *rest = reading.operation["path"].strip("/").split("/")
    source = store.facts.collections.get(segment)
    if source is None:
        return example_of(reading.operation)
    if not rest:
        return page(reading, store.all_of(source))
    resource = store.get(source, next(iter(values.values())))
    if resource is None:
        raise not_found(source, next(iter(values.values())))
    if len(rest) == 1:
        return document(reading, poll(store, resource) if source.endswith("-job") else resource)
    relation = store.facts.relations[source][rest[-1]]
    related = store.related(resource.reference, rest[-1])
    if relation.many:
        return page(reading, related)
    only = next(iter(related), None)
    if not only and load_json(reading.operation["answer"])["properties"]["data"]["type"] == "object":
        raise not_found(relation.type, f"{rest[-1]} of {resource.id}")
    return document(reading, only)


def document(reading: Reading, resource: Resource | None) -> JSON:
    """Return the document of one resource."""
    data = render(reading, resource) if resource else None
    included = include(reading, [resource] if resource else [])
    return {"data": data, **included, "links": {"self": API + reading.path}}


def page(reading: Reading, rows: Rows) -> JSON:
    """Return the document of the page that the query asks for, of these resources of one type."""
    key = (reading.operation["operation"], rows, *order_of(reading))
    numbers, links = select(reading, reading.store.remember(key, lambda: sort(reading, rows)))
    shown = rows.pick(numbers)
    data = [render(reading, resource) for resource in shown]
    return {"data": data, **include(reading, shown), "links": links}


def page_of_errors(reading: Reading, errors: list[JSON]) -> JSON:
    """Return the document of the page that the query asks for, of import errors, which are shown as they are."""
    numbers, links = select(reading, [(0, "", number) for number in range(len(errors))])
    return {"data": [errors[number] for number in numbers], "links": links}


def order_of(reading: Reading) -> tuple[str, str]:
    """Return filter and field of the order."""
    return reading.query.get("filter", ""), reading.query.get("sort", "").removeprefix("-")


def sort(reading: Reading, rows: Rows) -> list[SortKey]:
    """Return the sort keys of the resources that match the filter, in ascending order."""
    text, field = order_of(reading)
    try:
        condition = parse_filter(text, filter_fields(reading))
    except InvalidFilter as fault:
        raise Refusal(400, "invalid", str(fault), {"parameter": "filter"}) from None
    if not (condition.parts or field):
        return [(0, "", number) for number in rows.numbers()]
    return sorted(
        sort_key(resource, field)
        for resource in rows
        if not condition.parts or matches(reading.store, resource, condition)
    )


def filter_fields(reading: Reading) -> dict[str, Field]:
    """Return the fields that the filter may have, by name."""
    operators = reading.operation.get("filters", {})
    type_ = type_of(items_of(load_json(reading.operation["answer"])["properties"]["data"]))
    return {name: describe_field(reading.store.facts, type_, name, operators[name]) for name in operators}


def select(reading: Reading, keys: list[SortKey]) -> tuple[list[int], JSON]:
    """Return the numbers of the resources on the page that the query asks for, and the links of the page.

    Cursors hold the sort key of a page's first or last resource, so that nothing is skipped when resources are deleted
    between two pages.
    """
    query = reading.query
    descending = query.get("sort", "").startswith("-")
    cursor_name = next((name for name in reading.operation["query"] if name in ("page[cursor]", "page_cursor")), None)
    start, size = 0, len(keys)
    if cursor_name:
        size = int(query.get("page[size]", default_size(reading.operation)))
        start = start_of_page(keys, query.get(cursor_name, ""), size, descending)
    end = min(start + size, len(keys))
    # Those that come first in descending order are at the end.
    shown = keys[len(keys) - end : len(keys) - start][::-1] if descending else keys[start:end]
    links = {"self": API + reading.path}
    for name, ends, exists in (("next", shown[-1:], end < len(keys)), ("prev", shown[:1], bool(start and shown))):
        if exists and cursor_name:
            cursor = write_cursor(name, ends[0])
            links[name] = f"{API}{reading.path}?{urlencode({**query, cursor_name: cursor})}"
    return [number for _, _, number in shown], links


def default_size(operation: Operation) -> int:
    return int(load_json(operation["schema"])["properties"].get("page_size", {}).get("default", MAX_PAGE))


def sort_key(resource: Resource, field: str) -> SortKey:
    if not field:
        return 0, "", resource.number
    held = {"id": resource.id, "joined_group_at": resource.since, **resource.attributes}
    for path in (field, f"definition.{field}"):
        for value in nested_values(held, path.split(".")):
            if isinstance(value, int | float):
                return 1, value, resource.number
            if value is not None:
                return 2, str(value), resource.number
    return 0, "", resource.number


def write_cursor(direction: str, key: SortKey) -> str:
    return base64.urlsafe_b64encode(json.dumps([direction, key]).encode()).decode().rstrip("=")


def start_of_page(keys: list[SortKey], cursor: str, size: int, descending: bool) -> int:
    """Return how many resources come before the page."""
    if not cursor:
        return 0
    try:
        direction, (rank, value, number) = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        key = (int(rank), value, int(number))
        below, not_above = bisect_left(keys, key), bisect_right(keys, key)
    except (ValueError, TypeError, OverflowError, RecursionError):
        raise Refusal(400, "invalid", "The cursor is invalid.", {"parameter": "page[cursor]"}) from None
    before, through = (len(keys) - not_above, len(keys) - below) if descending else (below, not_above)
    return through if direction == "next" else max(0, before - size)


def include(reading: Reading, resources: list[Resource]) -> JSON:
    """Return `included` with the resources that `include` asks for, each once; nothing if it asks for none."""
    if "include" not in reading.query:
        return {}
    shapes = shapes_of(reading.operation)
    included: dict[Reference, Resource] = {}
    for name in reading.query["include"].split(","):
        level = resources
        for step in name.split("."):
            level = [related for one in level for related in reading.store.related(one.reference, step)]
        included |= {resource.reference: resource for resource in level if resource.type in shapes}
    return {"included": [render(reading, resource) for resource in included.values()]}


def render(reading: Reading, resource: Resource) -> JSON:
    """Return a resource as the endpoint shows it, valid by its schema unless `fields` leaves something out."""
    shape, example = shapes_of(reading.operation)[resource.type]
    segment = reading.store.facts.segments.get(resource.type, f"{resource.type}s")
    own = f"{API}/api/{segment}/{resource.id}/"
    rendered: JSON = {"type": resource.type, "id": resource.id}
    if "attributes" in shape["properties"]:
        schema = shape["properties"]["attributes"]
        attributes = complete(reading, resource, schema, example.get("attributes", {}))
        rendered["attributes"] = only_fields(attributes, reading.query.get(f"fields[{resource.type}]"))
    if "links" in shape["properties"]:
        rendered["links"] = {"self": own}
    schemas = shape["properties"].get("relationships", {}).get("properties", {})
    included = {name.split(".")[0] for name in reading.query.get("include", "").split(",")}
    relationships = {}
    for name in relations_in(shape):
        relationship: JSON = {}
        if name in included or "links" not in schemas[name]["properties"]:
            targets = [{"type": type_, "id": id_} for type_, id_ in reading.store.references(resource.reference, name)]
            many = "items" in schemas[name]["properties"]["data"]
            if many or targets:
                relationship["data"] = targets if many else targets[0]
        if "links" in schemas[name]["properties"]:
            relationship["links"] = {"self": f"{own}relationships/{name}/", "related": f"{own}{name}/"}
        if relationship:
            relationships[name] = relationship
    return rendered | ({"relationships": relationships} if relationships else {})


def complete(reading: Reading, resource: Resource, schema: JSON, example: JSON) -> JSON:
    """Return the attributes that the endpoint shows: null if unknown or, where null is not valid, as in the example."""
    on_request = additional_fields(reading.operation, resource.type)
    requested = reading.query.get(f"additional-fields[{resource.type}]", "").split(",")
    held = {**resource.attributes, "joined_group_at": resource.since}
    definitions = load_json(reading.operation["answer"]).get("$defs", {})
    attributes: JSON = {}
    for name, subschema in schema["properties"].items():
        if name in on_request and name not in requested:
            continue
        relation = f"{name.removesuffix('_count')}s"
        if name.endswith("_count") and relation in reading.store.facts.relations.get(resource.type, {}):
            attributes[name] = len(reading.store.references(resource.reference, relation))
        elif held.get(name) is not None:
            attributes[name] = conform(held[name], subschema, example.get(name), definitions)
        elif is_valid(None, subschema, definitions):
            attributes[name] = None
        elif name in schema.get("required", ()):
            attributes[name] = example[name]
    return attributes


def additional_fields(operation: Operation, type_: str) -> list[str]:
    argument = operation["query"].get(f"additional-fields[{type_}]")
    return load_json(operation["schema"])["properties"][argument]["items"]["enum"] if argument else []


def conform(value: Any, schema: JSON, example: Any, definitions: JSON) -> Any:
    """Return the value if it is valid, else completed from the example, else the example."""
    if is_valid(value, schema, definitions):
        return value
    if isinstance(value, dict) and isinstance(example, dict):
        named = schema.get("properties", {})
        required = {name: example[name] for name in schema.get("required", ()) if name in example}
        value = required | {
            name: conform(entry, named[name], example.get(name), definitions) if name in named else entry
            for name, entry in value.items()
        }
    return value if is_valid(value, schema, definitions) else example


def is_valid(value: Any, schema: JSON, definitions: JSON) -> bool:
    return Draft202012Validator({"$defs": definitions, **schema}).is_valid(value)


def only_fields(attributes: JSON, fields: str | None) -> JSON:
    """Return the attributes that are in the comma-separated list, such as `name,location.city`; all if None."""
    if fields is None:
        return attributes
    names = fields.split(",")
    shown: JSON = {}
    for name, value in attributes.items():
        parts = [field.removeprefix(f"{name}.") for field in names if field.startswith(f"{name}.")]
        if name in names:
            shown[name] = value
        elif parts and isinstance(value, dict):
            shown[name] = only_fields(value, ",".join(parts))
    return shown


def example_of(operation: Operation) -> JSON:
    """Return the example of an answer, as its only page."""
    example: JSON = load_json(operation["answer"])["examples"][0]
    links = {name: link for name, link in example.get("links", {}).items() if name not in ("next", "prev")}
    return example | ({"links": links} if links else {})
