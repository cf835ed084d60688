"""Read an OpenAPI description of Klaviyo's API into small data classes; what is not understood is an error."""

import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

METHODS = ("get", "post", "patch", "delete")
JSON_API = "application/vnd.api+json"
MULTIPART = "multipart/form-data"

OPERATION_KEYS = {
    "operationId",
    "summary",
    "description",
    "parameters",
    "requestBody",
    "responses",
    "tags",
    "security",
    "deprecated",
    "externalDocs",
}
PARAMETER_KEYS = {
    "name",
    "in",
    "required",
    "schema",
    "explode",
    "style",
    "description",
    "example",
    "examples",
    "deprecated",
}


class DescriptionError(ValueError):
    """The description says something that no script could do justice; the message names the operation."""


@dataclass(frozen=True)
class Parameter:
    """`schema` is as the description has it."""

    name: str
    location: str
    required: bool
    schema: dict[str, Any]


@dataclass(frozen=True)
class Body:
    content_type: str
    schema: dict[str, Any]


@dataclass(frozen=True)
class FilterField:
    """Operators that take one value, a list of values, no value; `value` is the schema of one value."""

    of_one: list[str]
    of_list: list[str]
    of_none: list[str]
    value: dict[str, Any]


@dataclass(frozen=True)
class Operation:
    """One endpoint. `success`: the first 2xx status and whether it has content. `filters`: by field, where known.

    `rate_limits`: by window; `other_rates`: those that hold for some requests only, each with `when`. `limits`: the
    numbers of its prose, those of single fields not among them.
    """

    name: str
    summary: str
    tag: str
    method: str
    path: str
    parameters: list[Parameter]
    body: Body | None
    success: tuple[int, bool]
    needs_key: bool
    scopes: list[str]
    rate_limits: dict[str, str]
    other_rates: list[dict[str, str]]
    filters: dict[str, FilterField]
    limits: list[dict[str, Any]]

    @property
    def category(self) -> str:
        return re.sub(r"\W+", "_", self.tag).strip("_").lower()


@dataclass(frozen=True)
class Description:
    revision: str
    sha256: str
    operations: list[Operation]
    components: dict[str, Any] = field(repr=False)


def read(source: str) -> Description:
    """The description in a file or at a URL. DescriptionError where it is none, OSError where it cannot be read."""
    if source.startswith(("http://", "https://")):
        response = requests.get(source, timeout=60)
        response.raise_for_status()
        content = response.content
    else:
        content = Path(source).read_bytes()
    try:
        document = json.loads(content)
        operations = [
            operation(method, path, item[method])
            for path, item in document["paths"].items()
            for method in METHODS
            if method in strictly(item, set(METHODS), path)
        ]
        revision = document["info"]["version"]
        components = document["components"]["schemas"]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        if isinstance(error, DescriptionError):
            raise
        raise DescriptionError(f"{source} is no OpenAPI description of Klaviyo's: {error!r}") from error
    names = [operation.name for operation in operations]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise DescriptionError(f"several operations are called {', '.join(sorted(twice))}")
    return Description(revision, hashlib.sha256(content).hexdigest(), operations, components)


def strictly(item: dict[str, Any], known: set[str], where: str) -> dict[str, Any]:
    """`item`, if all its keys are known or are extensions."""
    unknown = {key for key in item if key not in known and not key.startswith("x-")}
    if unknown:
        raise DescriptionError(f"{where}: {', '.join(sorted(unknown))} is not understood")
    return item


def operation(method: str, path: str, item: dict[str, Any]) -> Operation:
    name = item["operationId"]
    strictly(item, OPERATION_KEYS, name)
    if not re.fullmatch("[a-z][a-z0-9_]*", name):
        raise DescriptionError(f"{name} is no name for a script")
    parameters = [parameter(entry, name) for entry in item.get("parameters", [])]
    in_path = {entry.name for entry in parameters if entry.location == "path"}
    if in_path != set(re.findall(r"{(.+?)}", path)):
        raise DescriptionError(f"{name}: its path parameters are not those of {path}")
    [tag] = item["tags"]
    return Operation(
        name,
        item["summary"],
        tag,
        method.upper(),
        path,
        parameters,
        body(item["requestBody"], name) if "requestBody" in item else None,
        success(item["responses"], name),
        item.get("security") != [],
        item.get("x-klaviyo-scopes", []),
        item.get("x-klaviyo-ratelimit", {}),
        item.get("x-klaviyo-ratelimit-when", []),
        {field: filter_field(entry) for field, entry in item.get("x-klaviyo-filters", {}).items()},
        item.get("x-klaviyo-limits", []),
    )


def filter_field(entry: dict[str, Any]) -> FilterField:
    operators = strictly(entry["operators"], {"single", "list", "none"}, "a filter")
    of_one, of_list, of_none = (operators.get(kind, []) for kind in ("single", "list", "none"))
    return FilterField(of_one, of_list, of_none, entry.get("value", {}))


def parameter(entry: dict[str, Any], operation_name: str) -> Parameter:
    where = f"{operation_name}: parameter {entry.get('name')}"
    strictly(entry, PARAMETER_KEYS, where)
    location = entry["in"]
    default_style = {"query": "form", "path": "simple", "header": "simple"}.get(location)
    if default_style is None or entry.get("style", default_style) != default_style:
        raise DescriptionError(f"{where}: in {location}, style {entry.get('style')} is not understood")
    if entry["schema"].get("type") == "array" and entry.get("explode", True):
        raise DescriptionError(f"{where}: a list that is not one comma-separated value is not understood")
    return Parameter(entry["name"], location, entry.get("required", False), entry["schema"])


def body(entry: dict[str, Any], operation_name: str) -> Body:
    [(content_type, media)] = entry["content"].items()
    if content_type not in (JSON_API, MULTIPART) or not entry.get("required"):
        raise DescriptionError(f"{operation_name}: an optional body or one of {content_type} is not understood")
    return Body(content_type, media["schema"])


def success(responses: dict[str, Any], operation_name: str) -> tuple[int, bool]:
    statuses = sorted(status for status in responses if re.fullmatch("2[0-9][0-9]", status))
    if not statuses:
        raise DescriptionError(f"{operation_name} has no success")
    return int(statuses[0]), bool(responses[statuses[0]].get("content"))
