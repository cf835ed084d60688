"""Klaviyo's OpenAPI description becomes frozen data classes, as it is."""

import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

METHODS = ("get", "post", "patch", "delete")
REVISION = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?"
JSON_API = "application/vnd.api+json"
MULTIPART = "multipart/form-data"
OPERATION_KEYS = {"operationId", "summary", "description", "parameters", "requestBody", "responses", "tags", "security"}
OPERATION_KEYS |= {"deprecated", "externalDocs"}
PARAMETER_KEYS = {"name", "in", "required", "schema", "explode", "style", "description", "example", "examples"}
PARAMETER_KEYS |= {"deprecated"}


class DescriptionError(ValueError):
    """Something in the description, or in our knowledge, is not understood; the message names the operation."""


@dataclass(frozen=True)
class Parameter:
    name: str
    place: str  # query, path or header
    required: bool
    schema: dict[str, Any]


@dataclass(frozen=True)
class Body:
    content_type: str
    schema: dict[str, Any]


@dataclass(frozen=True)
class FilterField:
    """Operators that take one value, a list of values, no value; and the schema of one value."""

    single: list[str]
    several: list[str]
    none: list[str]
    value: dict[str, Any]


@dataclass(frozen=True)
class Operation:
    """One endpoint. `rates` are by window; `other_rates` hold for some requests only, each with `when`."""

    name: str
    title: str
    tag: str
    method: str
    path: str
    parameters: list[Parameter]
    body: Body | None
    status: int  # of a success
    answer: dict[str, Any] | None  # its schema; None: no content
    needs_key: bool
    scopes: list[str]
    rates: dict[str, str]
    other_rates: list[dict[str, str]]
    filters: dict[str, FilterField]
    limits: list[dict[str, Any]]


@dataclass(frozen=True)
class Description:
    """`text` is the file as it is, and `sha256` that of its bytes."""

    revision: str
    text: str = field(repr=False)
    sha256: str
    operations: list[Operation]
    components: dict[str, Any] = field(repr=False)


def read_description(source: str) -> Description:
    """Read a file or URL. Raises DescriptionError if it is not understood, OSError if it cannot be read."""
    if source.startswith(("http://", "https://")):
        try:
            response = requests.get(source, timeout=60)
            response.raise_for_status()
        except requests.RequestException as error:
            reason = "no connection" if isinstance(error, requests.ConnectionError) else error
            raise DescriptionError(f"{source} cannot be downloaded ({reason}); SPEC=file uses a file") from error
        content = response.content
    else:
        content = Path(source).read_bytes()
    try:
        document = json.loads(content)
        document = merge_all_of(document, document["components"]["schemas"])
        operations = [
            read_operation(method, path, item[method])
            for path, item in document["paths"].items()
            for method in METHODS
            if method in check_keys(item, set(METHODS), path)
        ]
        text = content.decode("utf-8")
        revision, components = document["info"]["version"], document["components"]["schemas"]
    except DescriptionError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DescriptionError(f"{source} is not an OpenAPI description of Klaviyo: {error!r}") from error
    if not re.fullmatch(REVISION, str(revision)):
        raise DescriptionError(f"{source}: {revision} is not the date of a revision")
    names = [operation.name for operation in operations]
    if repeated := {name for name in names if names.count(name) > 1}:
        raise DescriptionError(f"several operations are called {', '.join(sorted(repeated))}")
    return Description(revision, text, hashlib.sha256(content).hexdigest(), operations, components)


def merge_all_of(node: Any, components: dict[str, Any]) -> Any:
    """Return the document with one schema for each `allOf`, which answers of earlier revisions have."""
    if isinstance(node, list):
        return [merge_all_of(item, components) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: merge_all_of(value, components) for key, value in node.items()}
    if isinstance(node.get("allOf"), list):
        schema, *others = node.pop("allOf")
        for other in others:
            schema = merge(schema, other, components)
        return {**schema, **node}
    return node


def merge(first: dict[str, Any], second: dict[str, Any], components: dict[str, Any]) -> dict[str, Any]:
    """Return one schema of what fits both. Its keywords are those of the second, if both have them."""
    one, other = (
        {**components[node["$ref"].rpartition("/")[2]]} if "$ref" in node else node for node in (first, second)
    )
    merged = {**one, **other}
    if "properties" in one and "properties" in other:
        common = one["properties"].keys() & other["properties"].keys()
        both = {name: merge(one["properties"][name], other["properties"][name], components) for name in common}
        merged["properties"] = {**other["properties"], **one["properties"], **both}
    if "required" in one and "required" in other:
        merged["required"] = list(dict.fromkeys([*one["required"], *other["required"]]))
    return merged


def check_keys(item: dict[str, Any], known: set[str], where: str) -> dict[str, Any]:
    """Return `item`. Raises DescriptionError if it has a key that is neither known nor an extension."""
    if unknown := {key for key in item if key not in known and not key.startswith("x-")}:
        raise DescriptionError(f"{where}: {', '.join(sorted(unknown))} is not understood")
    return item


def read_operation(method: str, path: str, item: dict[str, Any]) -> Operation:
    name = item["operationId"]
    check_keys(item, OPERATION_KEYS, name)
    if not re.fullmatch("[a-z][a-z0-9_]*", name):
        raise DescriptionError(f"{name} is not a name for a script")
    parameters = [read_parameter(entry, name) for entry in item.get("parameters", [])]
    if {entry.name for entry in parameters if entry.place == "path"} != set(re.findall(r"{(.+?)}", path)):
        raise DescriptionError(f"{name}: its path parameters are not those of {path}")
    successes = sorted(status for status in item["responses"] if re.fullmatch("2[0-9][0-9]", status))
    if not successes:
        raise DescriptionError(f"{name} has no success")
    [tag] = item["tags"]
    content = item["responses"][successes[0]].get("content")
    return Operation(
        name=name,
        title=item["summary"],
        tag=tag,
        method=method.upper(),
        path=path,
        parameters=parameters,
        body=read_body(item["requestBody"], name) if "requestBody" in item else None,
        status=int(successes[0]),
        answer=next(iter(content.values())).get("schema", {}) if content else None,
        needs_key=item.get("security") != [],
        scopes=item.get("x-klaviyo-scopes", []),
        rates=item.get("x-klaviyo-ratelimit", {}),
        other_rates=item.get("x-klaviyo-ratelimit-when", []),
        filters={field: read_filter(entry) for field, entry in item.get("x-klaviyo-filters", {}).items()},
        limits=item.get("x-klaviyo-limits", []),
    )


def read_filter(entry: dict[str, Any]) -> FilterField:
    operators = check_keys(entry["operators"], {"single", "list", "none"}, "a filter")
    single, several, none = (operators.get(count, []) for count in ("single", "list", "none"))
    return FilterField(single, several, none, entry.get("value", {}))


def read_parameter(entry: dict[str, Any], operation_name: str) -> Parameter:
    where = f"{operation_name}: parameter {entry.get('name')}"
    check_keys(entry, PARAMETER_KEYS, where)
    place = entry["in"]
    default_style = {"query": "form", "path": "simple", "header": "simple"}.get(place)
    if default_style is None or entry.get("style", default_style) != default_style:
        raise DescriptionError(f"{where}: in {place}, style {entry.get('style')} is not understood")
    if entry["schema"].get("type") == "array" and entry.get("explode", True):
        raise DescriptionError(f"{where}: a list that is not one comma-separated value is not understood")
    return Parameter(entry["name"], place, entry.get("required", False), entry["schema"])


def argument_name(api_name: str) -> str:
    """`page[cursor]` -> `page_cursor`."""
    return re.sub(r"\W+", "_", api_name).strip("_").lower()


def read_body(entry: dict[str, Any], operation_name: str) -> Body:
    [(content_type, media)] = entry["content"].items()
    if content_type not in (JSON_API, MULTIPART) or not entry.get("required"):
        raise DescriptionError(f"{operation_name}: an optional body or one of {content_type} is not understood")
    return Body(content_type, media["schema"])
