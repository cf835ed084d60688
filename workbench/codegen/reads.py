"""What the script `export` has to know of each endpoint with pages, from the API description."""

import re
from pathlib import Path
from typing import Any

import jinja2

from workbench.codegen.decide import Endpoint
from workbench.codegen.decide.schemas import Schema
from workbench.codegen.read import Description, DescriptionError, Operation

PATH = "workbench/bulk/exports/endpoints.py"
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

Rates = tuple[tuple[int, int], ...]


def write_endpoints(endpoints: list[Endpoint], description: Description) -> str:
    """Return the module of the endpoints, to be formatted."""
    operations = {operation.name: operation for operation in description.operations}
    costly = {other["when"] for operation in description.operations for other in operation.other_rates}
    facts = {
        endpoint.name: facts_of(endpoint, operations[endpoint.name], costly)
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


def facts_of(endpoint: Endpoint, operation: Operation, costly: set[str]) -> dict[str, Any]:
    """Return the arguments of `Endpoint` in the generated module; an empty one is its default."""
    schema = endpoint.answer or {}
    items = schema.get("properties", {}).get("data", {}).get("items", {}).get("properties", {})
    if "type" not in items or re.findall("{(.+?)}", endpoint.path) not in ([], ["id"]):
        raise DescriptionError(f"{endpoint.name}: these pages are not understood")
    [type_] = items["type"]["enum"]
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
        "since": mark_of(endpoint, items.get("attributes", {}).get("properties", {})),
        "additional_fields": extra_of(operation, extra, query[extra].schema, costly) if extra in query else (),
    }


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
