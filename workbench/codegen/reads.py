"""What the script `export` has to know of each endpoint with pages, from the API description."""

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2

from workbench.codegen.decide import Endpoint
from workbench.codegen.json_schema import Schema
from workbench.codegen.read import Description, DescriptionError, Operation

ENDPOINTS_MODULE = "workbench/bulk/exports/endpoints.py"
ATTRIBUTES_MODULE = "workbench/bulk/exports/attributes.py"
TEMPLATES = jinja2.Environment(  # noqa: S701  # it writes Python, not HTML
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates/bulk"),
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    keep_trailing_newline=True,
)
# Attributes that tell when an item was changed or created, the best first.
MARKS = ("updated", "updated_at", "datetime", "timestamp", "joined_group_at", "created", "created_at")
OPERATORS = ("greater-or-equal", "greater-than")
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}

MAX_DEPTH = 4  # names in the name of a column; what is deeper is JSON

Rates = tuple[tuple[int, int], ...]
Columns = dict[str, str]  # name -> type


def write_modules(endpoints: list[Endpoint], description: Description) -> dict[str, str]:
    """Return path -> text of the generated modules, to be formatted."""
    paged = [endpoint for endpoint in endpoints if is_paged(endpoint)]
    columns = columns_by_type(paged)
    return {
        ENDPOINTS_MODULE: write_endpoints(endpoints, columns, description),
        ATTRIBUTES_MODULE: write_attributes(columns, description),
    }


def write_attributes(columns: dict[str, Columns], description: Description) -> str:
    lines = {type_: wrap([*by_name.items()]) for type_, by_name in sorted(columns.items())}
    return TEMPLATES.get_template("attributes.py.jinja").render(revision=description.revision, columns=lines)


def wrap(columns: list[tuple[str, str]]) -> list[str]:
    """Return the pairs as Python, on lines of at most 120 characters."""
    pairs = [f'("{name}",\0"{type_}"),' for name, type_ in columns]
    lines = textwrap.wrap(" ".join(pairs), 112, break_long_words=False, break_on_hyphens=False)
    return [line.replace("\0", " ") for line in lines]


def columns_by_type(endpoints: list[Endpoint]) -> dict[str, Columns]:
    """Return type -> its columns: of the items of endpoints, and of the resources that they include."""
    columns: dict[str, Columns] = {}
    for endpoint in endpoints:
        answer = endpoint.answer or {}
        included = answer["properties"].get("included", {}).get("items", {})
        for shape in (answer["properties"]["data"]["items"], *included.get("anyOf", [included])):
            attributes = shape.get("properties", {}).get("attributes", {}).get("properties", {})
            if attributes:
                [type_] = shape["properties"]["type"]["enum"]
                for name, schema in attributes.items():
                    columns.setdefault(type_, {}).update(leaves(name, schema, answer.get("$defs", {})))
    return columns


def leaves(name: str, schema: Schema, definitions: dict[str, Schema], depth: int = 1) -> Iterator[tuple[str, str]]:
    """Yield name and type of the columns of an attribute: one, or those of the attributes nested in it."""
    if "$ref" in schema:
        schema = definitions[schema["$ref"].removeprefix("#/$defs/")]
    types = types_of(schema)
    nested = schema.get("properties")
    if types == {"object"} and nested and not schema.get("additionalProperties") and depth < MAX_DEPTH:
        for inner, subschema in nested.items():
            yield from leaves(f"{name}.{inner}", subschema, definitions, depth + 1)
    elif types == {"string"}:
        yield name, "time" if schema.get("format") == "date-time" else "text"
    elif len(types) == 1 and types < {"integer", "number", "boolean"}:
        yield name, types.pop()
    else:
        yield name, "text" if types and types <= {"string", "integer", "number"} else "json"


def types_of(schema: Schema) -> set[str]:
    """Return the JSON types that a schema allows, without null."""
    types = schema.get("type", [])
    return {types} if isinstance(types, str) else {*types} - {"null"}


def write_endpoints(endpoints: list[Endpoint], columns: dict[str, Columns], description: Description) -> str:
    operations = {operation.name: operation for operation in description.operations}
    costly = {other["when"] for operation in description.operations for other in operation.other_rates}
    facts = {
        endpoint.name: facts_of(endpoint, operations[endpoint.name], columns, costly)
        for endpoint in endpoints
        if is_paged(endpoint)
    }
    arguments = {
        name: {argument: repr(value) for argument, value in values.items() if value} for name, values in facts.items()
    }
    template = TEMPLATES.get_template("endpoints.py.jinja")
    return template.render(revision=description.revision, endpoints=arguments)


def names_of_reads(endpoints: list[Endpoint]) -> list[str]:
    return sorted(endpoint.name for endpoint in endpoints if is_paged(endpoint))


def is_paged(endpoint: Endpoint) -> bool:
    return any(argument.api_name == "page[cursor]" for argument in endpoint.arguments)


def facts_of(endpoint: Endpoint, operation: Operation, columns: dict[str, Columns], costly: set[str]) -> dict[str, Any]:
    """Return the arguments of `Endpoint` in the generated module; an empty one is its default."""
    schema = endpoint.answer or {}
    items = schema.get("properties", {}).get("data", {}).get("items", {}).get("properties", {})
    if "type" not in items or re.findall("{(.+?)}", endpoint.path) not in ([], ["id"]):
        raise DescriptionError(f"{endpoint.name}: these pages are not understood")
    [type_] = items["type"]["enum"]
    attributes = items.get("attributes", {}).get("properties", {})
    known = dict.fromkeys(name.partition(".")[0] for name in columns.get(type_, {})) if attributes else {}
    query = {argument.api_name: argument for argument in endpoint.arguments if argument.place == "query"}
    extra = f"additional-fields[{type_}]"
    names = tuple(name for name in query if not name.startswith("page[") and name != extra)
    return {
        "path": endpoint.path,
        "type": type_,
        "rates": parse_rates(endpoint.rates),
        "max_page_size": query["page[size]"].schema["maximum"] if "page[size]" in query else 0,
        "parameters": names,
        "required": tuple(name for name in names if query[name].required),
        "since": mark_of(endpoint, attributes),
        "additional_fields": extra_of(operation, extra, query[extra].schema, costly) if extra in query else (),
        "absent": tuple(name for name in known if name not in attributes),
        "relationships": relationships_of(items),
    }


def relationships_of(items: Schema) -> tuple[tuple[str, str, bool], ...]:
    """Return name, type and whether there can be several of each relationship that refers to resources."""
    relationships = items.get("relationships", {}).get("properties", {})
    data = {name: schema.get("properties", {}).get("data", {}) for name, schema in relationships.items()}
    return tuple(
        (name, schema.get("items", schema)["properties"]["type"]["enum"][0], "items" in schema)
        for name, schema in data.items()
        if "properties" in schema.get("items", schema)
    )


def parse_rates(rates: dict[str, str]) -> Rates:
    """Return `75/s` and `750/m` as requests and seconds."""
    pairs = (rate.split("/") for rate in rates.values())
    return tuple((int(count), SECONDS[unit]) for count, unit in pairs)


def mark_of(endpoint: Endpoint, attributes: Schema) -> tuple[str, str] | None:
    """Return attribute and operator of a filter for what is new."""
    for field in MARKS:
        for operator in OPERATORS:
            if field in attributes and operator in endpoint.filters.get(field, ()):
                return field, operator
    return None


def extra_of(operation: Operation, name: str, schema: Schema, costly: set[str]) -> tuple[tuple[str, Rates], ...]:
    """Return the additional fields; those that lower the rates, be it of another read, with the rates of this one."""
    rates = {}
    for other in operation.other_rates:
        if not other["when"].startswith(f"{name}="):
            raise DescriptionError(f"{operation.name}: rates with {other['when']} are not understood")
        windows = {window: rate for window, rate in other.items() if window != "when"}
        rates[other["when"].partition("=")[2]] = parse_rates(windows)
    own = parse_rates(operation.rates)
    fields = schema["items"]["enum"]
    return tuple((field, rates.get(field, own) if f"{name}={field}" in costly else ()) for field in fields)
