"""What the script `export` has to know of each paged read, from the API description."""

import json
import re
import textwrap

from workbench.codegen.decide import Endpoint
from workbench.codegen.decide.schemas import Schema
from workbench.codegen.read import Description, DescriptionError, Operation

# Attributes that tell when an item was changed or created, the best first.
MARKS = ("updated", "updated_at", "datetime", "timestamp", "joined_group_at", "created", "created_at")
MAX_LINE = 120
OPERATORS = ("greater-or-equal", "greater-than")


def write_reads(endpoints: list[Endpoint], description: Description) -> str:
    """Return READS as Python."""
    operations = {operation.name: operation for operation in description.operations}
    costly = {other["when"] for operation in description.operations for other in operation.other_rates}
    reads = [endpoint for endpoint in endpoints if is_paged(endpoint)]
    rows = [write_row(endpoint.name, facts_of(endpoint, operations[endpoint.name], costly)) for endpoint in reads]
    return "\n".join(["# fmt: off", "READS: dict[str, Read] = {", *rows, "}", "# fmt: on"])


def names_of_reads(endpoints: list[Endpoint]) -> list[str]:
    return sorted(endpoint.name for endpoint in endpoints if is_paged(endpoint))


def is_paged(endpoint: Endpoint) -> bool:
    return any(argument.api_name == "page[cursor]" for argument in endpoint.arguments)


def facts_of(endpoint: Endpoint, operation: Operation, costly: set[str]) -> list[str | int]:
    """Return the fields of a Read, without the last ones that are empty."""
    schema = endpoint.answer or {}
    items = schema.get("properties", {}).get("data", {}).get("items", {}).get("properties", {})
    if "type" not in items or re.findall("{(.+?)}", endpoint.path) not in ([], ["id"]):
        raise DescriptionError(f"{endpoint.name}: these pages are not understood")
    [type_] = items["type"]["enum"]
    query = {argument.api_name: argument for argument in endpoint.arguments if argument.place == "query"}
    size = query["page[size]"].schema["maximum"] if "page[size]" in query else 0
    extra = f"additional-fields[{type_}]"
    names = [name for name in query if not name.startswith("page[") and name != extra]
    facts: list[str | int] = [endpoint.path, type_, size, " ".join(endpoint.rates.values())]
    facts.append(" ".join(f"{name}{'!' * query[name].required}" for name in names))
    facts.append(mark_of(endpoint, items.get("attributes", {}).get("properties", {})))
    facts.append(extra_of(operation, extra, query[extra].schema, costly) if extra in query else "")
    while facts[-1] == "":
        facts.pop()
    return facts


def mark_of(endpoint: Endpoint, attributes: Schema) -> str:
    """Return the field and the operator of a filter for what is new, empty if there is none."""
    for field in MARKS:
        for operator in OPERATORS:
            if field in attributes and operator in endpoint.filters.get(field, ()):
                return f"{field} {operator}"
    return ""


def extra_of(operation: Operation, name: str, schema: Schema, costly: set[str]) -> str:
    """Return the additional fields; those that lower the rates, be it of another read, with the rates of this one."""
    rates = {}
    for other in operation.other_rates:
        if not other["when"].startswith(f"{name}="):
            raise DescriptionError(f"{operation.name}: rates with {other['when']} are not understood")
        rates[other["when"].partition("=")[2]] = ",".join(rate for window, rate in other.items() if window != "when")
    own = ",".join(operation.rates.values())
    fields = schema["items"]["enum"]
    return " ".join(f"{field}:{rates.get(field, own)}" if f"{name}={field}" in costly else field for field in fields)


def write_row(name: str, facts: list[str | int]) -> str:
    """Return the row of a read, on as many lines as it needs."""
    tokens = [token for fact in facts for token in split_literal(fact)]
    tokens[0] = f"{json.dumps(name)}: Read({tokens[0]}"
    tokens[-1] = f"{tokens[-1].rstrip(',')}),"
    lines = [" " * 3]
    for token in tokens:
        if len(lines[-1]) + len(token) >= MAX_LINE:
            lines.append(" " * 7)
        lines[-1] += f" {token}"
    return "\n".join(lines)


def split_literal(fact: str | int) -> list[str]:
    """Return a literal, with a comma behind it; a long text as several, which Python joins."""
    if isinstance(fact, int):
        return [f"{fact},"]
    parts = textwrap.wrap(fact, MAX_LINE - 12, drop_whitespace=False, break_on_hyphens=False) or [""]
    return [*map(json.dumps, parts[:-1]), f"{json.dumps(parts[-1])},"]
