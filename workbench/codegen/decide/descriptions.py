"""Adds our descriptions, and keywords and limits that Klaviyo documents in prose only, to the schema of an endpoint."""

import json
import re
from dataclasses import dataclass
from fnmatch import fnmatch
from typing import Any

from workbench.codegen.decide.types import resource_type
from workbench.codegen.json_schema import Schema, subschemas
from workbench.codegen.parts.body import is_reference
from workbench.codegen.parts.constants import EMAIL, ID, OPTIONAL_ID, PHONE_NUMBER, TIME
from workbench.codegen.read import Knowledge, Limit, Operation, Resource

OPERATORS = ("equals", "greater-or-equal", "greater-than", "contains")  # the first that a field has makes the example
ID_NAME = re.compile("(.*[_-])?ids?")
LISTS_OF_IDS = ("included", "excluded")  # those of an audience; others are named ids
NEVER_EMPTY = ("condition_groups", "conditions", "tokens", "webhook-topics")  # a list without items says nothing
UNKNOWN_RESOURCE = Resource(noun="the resource", id="01JCQ7V5Z0M8T2K4N6R9W3XAYB")
VALUES = {"boolean": "true", "integer": "4", "number": "1793433600", "string": '"A-17"'}
TEXT_KEYWORDS = {  # by the name of a property that is a string
    "email": {**EMAIL, "examples": ["ada@example.com"]},
    "phone_number": {**PHONE_NUMBER, "examples": ["+12025550142"]},
}


@dataclass(frozen=True)
class Facts:
    """What a description says after its first sentences. `authentication` is empty for endpoints that take a key."""

    limits: list[str]
    rates: list[str]
    scopes: list[str]
    authentication: str
    reference: str

    @property
    def lines(self) -> list[str]:
        """Lines of plain text, for docstrings and schemas."""
        limits = f"Limits: {'; '.join(self.limits)}." if self.limits else ""
        return [line for line in (limits, self.access, self.authentication, f"Reference: {self.reference}") if line]

    @property
    def markdown(self) -> str:
        """Paragraphs and a list, for Windmill, which draws descriptions as Markdown: a line feed alone is a space."""
        limits = ["Limits:", "\n".join(f"- {limit}" for limit in self.limits)] if self.limits else []
        paragraphs = [*limits, self.access, self.authentication, f"[Klaviyo's reference]({self.reference})"]
        return "\n\n".join(filter(None, paragraphs))

    @property
    def access(self) -> str:
        parts = {"Rate": self.rates, "Scopes": self.scopes}
        return " ".join(f"{name}: {', '.join(texts)}." for name, texts in parts.items() if texts)


def decide_facts(operation: Operation, limits: list[Limit]) -> Facts:
    """Return limits, rates and scopes, how to authenticate if not with a key, and the reference."""
    rates = [f"{rate} {window}" for window, rate in operation.rates.items()]
    for other in operation.other_rates:
        rates.append(f"with {other['when']} " + ", ".join(rate for window, rate in other.items() if window != "when"))
    return Facts(
        limits=[limit.sentence for limit in limits if limit.shown],
        rates=rates,
        scopes=operation.scopes,
        authentication="" if operation.needs_key else "Authentication: none; company_id names the account.",
        reference=f"https://developers.klaviyo.com/en/reference/{operation.name}",
    )


def describe(operation: Operation, schema: Schema, knowledge: Knowledge) -> None:
    """Change the schema of an endpoint's arguments: descriptions everywhere, keywords and limits at their fields."""
    properties = schema["properties"]
    for name, subschema in properties.items():
        properties[name] = subschema | describe_parameter(operation, name, properties, knowledge)
    for name, definition in schema.get("$defs", {}).items():
        describe_properties(definition, [name], knowledge.glossary)
    if "body" in properties:
        describe_properties(properties["body"], ["body"], knowledge.glossary)
    ours = knowledge.operations.get(operation.name)
    for path, text in ours.fields.items() if ours else ():
        field_at(schema, path)["description"] = text
    for limit in knowledge.limits.get(operation.name, []):
        if limit.keyword:
            field_at(schema, limit.at).update(limit.keywords)
        if limit.keyword == "maxItems" and limit.at.endswith(".data"):
            field_at(schema, limit.at)["minItems"] = 1
    data = properties.get("body", {}).get("properties", {}).get("data", {})
    if "items" in data and operation.method != "PATCH":  # which may empty a list
        data["minItems"] = 1


def resource_at(operation: Operation, parameter: str, knowledge: Knowledge) -> Resource | None:
    """Return what an ID in the path is the ID of."""
    collection = operation.path.partition(f"/{{{parameter}}}")[0].rpartition("/")[2]
    return knowledge.resources.get(collection)


def describe_parameter(operation: Operation, name: str, parameters: Schema, knowledge: Knowledge) -> Schema:
    if name == "filter":
        return {"description": describe_filter(operation, knowledge)} if operation.filters else {}
    resource = resource_at(operation, name, knowledge) or UNKNOWN_RESOURCE
    for pattern, text in knowledge.parameters.items():
        if fnmatch(name, pattern):
            values = {
                "named": name.removeprefix(pattern.removesuffix("*")).replace("_", "-"),
                "except_additional": " except the additional ones" if f"additional_{name}" in parameters else "",
                "maximum": parameters[name].get("maximum"),
                "default": parameters[name].get("default"),
            }
            example = {"examples": [resource.id]} if "{noun}" in text else {}
            hint = f" {resource.hint}" if "{noun}" in text and resource.hint else ""
            return {"description": text.format(**values, noun=resource.noun, id=resource.id) + hint} | example
    return {}


def describe_properties(node: Schema, path: list[str], glossary: dict[str, str], resource: str = "object") -> None:
    """Describe everything below `node`; `resource` is the type of the JSON:API resource that it is part of."""
    resource = resource_type(node) or resource
    for name, subschema in node.get("properties", {}).items():
        wrapped = resource_type(subschema) or resource_type(subschema.get("items", {}))
        if name == "data" and wrapped:
            wrapper = (
                "list"
                if "items" in subschema
                else "resource"
                if "attributes" in subschema["properties"]
                else "reference"
            )
            text: str | None = glossary[f"data of a {wrapper}"]
        else:
            tails = (".".join([*path, name][start:]) for start in range(len(path) + 1))
            text = next((glossary[tail] for tail in tails if tail in glossary), None)
        if text:
            subschema["description"] = text.replace("{resource}", (wrapped or resource).replace("-", " "))
        add_keywords(subschema, name, is_optional=name not in node.get("required", ()))
        describe_properties(subschema, [*path, name], glossary, resource)
    for names, subschema in subschemas(node):
        if not names:
            describe_properties(subschema, path, glossary, resource)


def add_keywords(schema: Schema, name: str, is_optional: bool) -> None:
    """Add what holds for a property of this name everywhere: its pattern, that it is not empty."""
    for part in (schema, schema.get("items", {}) if ID_NAME.fullmatch(name) or name in LISTS_OF_IDS else {}):
        if "string" in part.get("type", ()) and "enum" not in part and "expected" not in part:
            part |= TEXT_KEYWORDS.get(name, ID if part is not schema or ID_NAME.fullmatch(name) else {})
    if schema.get("format") == "time":
        del schema["format"]  # in JSON Schema, it has a time zone
        schema |= {**TIME, "examples": ["09:00:00"]}
    is_wrapper = schema.get("properties", {}).keys() == {"data"}  # of JSON:API, around resources or references
    if is_wrapper:
        schema["required"] = ["data"]
    items = schema["properties"]["data"] if is_wrapper else schema
    if name in NEVER_EMPTY and "items" in items:
        items["minItems"] = 1
    if is_optional and is_reference(schema):
        schema["properties"]["data"]["properties"]["id"] |= OPTIONAL_ID


def field_at(schema: Schema, path: str) -> Schema:
    """Return the schema of one field."""
    node = schema
    for part in path.replace("[]", ".[]").split("."):
        node = node["items"] if part == "[]" else node["properties"][part]
    return node


def filter_example(operation: Operation, knowledge: Knowledge) -> str:
    """Return a filter that the endpoint takes: the one written for it, or one that follows from its fields."""
    ours = knowledge.operations.get(operation.name)
    if ours and ours.filter:
        return ours.filter
    name = next((name for name in knowledge.filters if name in operation.filters), next(iter(operation.filters)))
    field = operation.filters[name]
    if field.none:
        return f"{field.none[0]}({name})"
    value = knowledge.filters.get(name) or VALUES[field.value["type"]]
    if "enum" in field.value and value.strip('"') not in field.value["enum"]:
        value = f'"{field.value["enum"][0]}"'
    if not field.single:
        return f"{field.several[0]}({name},[{value}])"
    operator = next((operator for operator in OPERATORS if operator in field.single), field.single[0])
    return f"{operator}({name},{value})"


def describe_filter(operation: Operation, knowledge: Knowledge) -> str:
    fields = []
    for name, field in operation.filters.items():
        operators = ", ".join(sorted({*field.single, *field.several, *field.none}))
        values: dict[str, Any] = {"date-time": ": a time", "boolean": ": true or false"}
        value_type = values.get(field.value.get("format", field.value.get("type", "")), "")
        choices = " or ".join(json.dumps(value) for value in field.value.get("enum", []))
        fields.append(f"{name} ({operators}{f': {choices}' if choices else value_type})")
    return (
        f"Filter, such as {filter_example(operation, knowledge)}. Strings are quoted; dates and times, such as "
        "2026-11-01T00:00:00Z, are not. A comma between conditions means and. "
        f"Fields, with their operators and values: {'; '.join(fields)}."
    )
