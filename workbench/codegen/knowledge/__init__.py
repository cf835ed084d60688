"""What Klaviyo's description does not say: our words, limits, examples, extra checks."""

import json
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import yaml

from workbench.codegen.description import DescriptionError, Operation

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Limit:
    """A limit that stands in prose. `what`, `max` and `min` are as in the description, so that the two can be compared.

    `enforced`: the keyword of JSON Schema or the check that sees to it, at the field `at`, with `value` where that is
    not `max`; None where only Klaviyo can know, and `why` says so.
    """

    what: str
    max: int | None = None
    min: int | None = None
    enforced: str | None = None
    at: str = "body"
    value: int | None = None
    words: str | None = None
    why: str | None = None
    source: str = "description"

    @property
    def most(self) -> int:
        return next(number for number in (self.value, self.max, self.min) if number is not None)


@dataclass(frozen=True)
class Knowledge:
    """`operations`, `limits`: by name; `glossary`: by property, or the end of its path; `parameters`: by pattern.

    `resources`: noun and an id for each collection in a path; `filters`: a value for each field of a filter;
    `patterns`: `pattern` and `words` for the text of a property, by name; `lock`, `import_lock`: the pinned
    dependencies of scripts, and of those that import files.
    """

    operations: dict[str, Any]
    limits: dict[str, list[Limit]]
    glossary: dict[str, str]
    parameters: dict[str, str]
    resources: dict[str, Any]
    filters: dict[str, str]
    patterns: dict[str, Any]
    lock: str
    import_lock: str

    def of(self, operation: Operation) -> dict[str, Any]:
        found: dict[str, Any] = self.operations.get(operation.name, {})
        return found

    def description(self, operation: Operation) -> str | None:
        """One or two sentences, where somebody has written them."""
        found: str | None = self.of(operation).get("description")
        return found.strip() if found else None

    def limits_of(self, operation: Operation) -> list[Limit]:
        return self.limits.get(operation.name, [])

    def example(self, operation: Operation) -> dict[str, Any]:
        found: dict[str, Any] = self.of(operation).get("example", {})
        return found

    def resource(self, operation: Operation, parameter: str) -> dict[str, str] | None:
        """`noun`: what an id in the path is the id of; `id`: one that looks like the real ones."""
        collection = operation.path.partition(f"/{{{parameter}}}")[0].rpartition("/")[2]
        found: dict[str, str] | None = self.resources.get(collection)
        return found

    def words(self, path: list[str]) -> str | None:
        """The words of the glossary for the property at the end of `path`: those of the longest tail that it has."""
        tails = (".".join(path[start:]) for start in range(len(path)))
        return next((self.glossary[tail] for tail in tails if tail in self.glossary), None)

    def add_words(self, operation: Operation, schema: dict[str, Any]) -> None:
        """A description for every parameter and property that has words, and what its text looks like."""
        for name, subschema in schema["properties"].items():
            schema["properties"][name] = {**subschema, **self.of_parameter(operation, name, schema["properties"])}
        for name, definition in schema.get("$defs", {}).items():
            self.add_to_properties(definition, [name])
        if "body" in schema["properties"]:
            self.add_to_properties(schema["properties"]["body"], ["body"])
        for path, words in self.of(operation).get("fields", {}).items():
            field(schema, path, operation)["description"] = words

    def of_parameter(self, operation: Operation, name: str, parameters: dict[str, Any]) -> dict[str, str]:
        if name == "filter":
            return {"description": self.filter_words(operation)} if operation.filters else {}
        resource = self.resource(operation, name) or {"noun": "the resource", "id": "01JCQ7V5Z0M8T2K4N6R9W3XAYB"}
        for pattern, words in self.parameters.items():
            if fnmatch(name, pattern):
                named = name.removeprefix(pattern.removesuffix("*")).replace("_", "-")
                described = {
                    "named": named,
                    "except_additional": " but the additional ones" * (f"additional_{name}" in parameters),
                    **{keyword: parameters[name].get(keyword) for keyword in ("maximum", "default")},
                    **resource,
                }
                return {"description": words.format(**described)}
        return {}

    def add_to_properties(self, node: dict[str, Any], path: list[str], resource: str = "object") -> None:
        """`resource`: of which type the JSON:API resource is that `node` is part of."""
        resource = resource_type(node) or resource
        for name, subschema in node.get("properties", {}).items():
            found = [*path, name]
            of_data = resource_type(subschema) or resource_type(subschema.get("items", {}))
            if name == "data" and of_data:
                words: str | None = self.glossary[f"data of a {kind_of_data(subschema)}"]
            else:
                words = self.words(found)
            if words:
                noun = (of_data or resource).replace("-", " ")
                subschema = {**subschema, "description": words.replace("{resource}", noun)}
            if name in self.patterns and "string" in subschema.get("type", ()):
                subschema = {**subschema, "pattern": self.patterns[name]["pattern"]}
            node["properties"][name] = subschema
            self.add_to_properties(subschema, found, resource)
        for member in node.get("oneOf", []):
            self.add_to_properties(member, path, resource)
        if "items" in node:
            self.add_to_properties(node["items"], path, resource)

    def add_limits(self, operation: Operation, schema: dict[str, Any]) -> None:
        """What JSON Schema can say of the limits."""
        for limit in self.limits_of(operation):
            if limit.enforced in KEYWORDS:
                field(schema, limit.at, operation)[limit.enforced] = limit.most

    def filter_example(self, operation: Operation) -> str:
        """A filter that the endpoint takes: the one written for it, or one that follows from its fields."""
        written: str | None = self.of(operation).get("filter")
        if written:
            return written
        name = next((name for name in self.filters if name in operation.filters), next(iter(operation.filters)))
        found = operation.filters[name]
        if found.of_none:
            return f"{found.of_none[0]}({name})"
        value = self.filters.get(name) or OF_TYPE[found.value["type"]]
        if "enum" in found.value and value.strip('"') not in found.value["enum"]:
            value = f'"{found.value["enum"][0]}"'
        if not found.of_one:
            return f"{found.of_list[0]}({name},[{value}])"
        operator = next((operator for operator in OPERATORS if operator in found.of_one), found.of_one[0])
        return f"{operator}({name},{value})"

    def filter_words(self, operation: Operation) -> str:
        fields = []
        for name, operators in allowed(operation).items():
            values = operation.filters[name].value
            choices = "" if "enum" not in values else ": " + " or ".join(json.dumps(value) for value in values["enum"])
            kind = {"date-time": ": a time", "boolean": ": true or false"}
            taken = choices or kind.get(values.get("format", values.get("type", "")), "")
            fields.append(f"{name} ({', '.join(operators)}{taken})")
        return (
            f"Which results to return, such as {self.filter_example(operation)}. Strings stand in quotes; dates and "
            "times, such as 2026-11-01T00:00:00Z, do not; a comma between two conditions means and. "
            f"Fields with their operators and values: {'; '.join(fields)}."
        )


def resource_type(schema: dict[str, Any]) -> str | None:
    """The type of a JSON:API resource or of a reference to one; None where the schema is of something else."""
    properties = schema.get("properties", {})
    types = properties.get("type", {}).get("enum", [])
    return types[0] if len(types) == 1 and ("id" in properties or "attributes" in properties) else None


def kind_of_data(schema: dict[str, Any]) -> str:
    if "items" in schema:
        return "list"
    return "resource" if "attributes" in schema["properties"] else "reference"


KEYWORDS = {"maxItems", "maxLength", "minLength", "maxProperties", "maximum"}
OPERATORS = ("equals", "greater-or-equal", "greater-than", "contains")  # the first of them makes the example
OF_TYPE = {"boolean": "true", "integer": "4", "number": "1793433600", "string": '"A-17"'}


def allowed(operation: Operation) -> dict[str, list[str]]:
    """The fields of an operation's filter, and all operators of each."""
    return {name: sorted({*found.of_one, *found.of_list, *found.of_none}) for name, found in operation.filters.items()}


def field(schema: dict[str, Any], path: str, operation: Operation) -> dict[str, Any]:
    """The schema of one field, to be changed; a field that is not there is an error, as words go stale."""
    node = schema
    for part in path.replace("[]", ".[]").split("."):
        try:
            node = node["items"] if part == "[]" else node["properties"][part]
        except KeyError:
            raise DescriptionError(f"{operation.name} has no field {path}, which knowledge/ describes") from None
    return node


def load() -> Knowledge:
    """All files of this folder, put together."""
    operations: dict[str, Any] = {}
    for file in sorted((FOLDER / "operations").glob("*.yaml")):
        operations |= read(f"operations/{file.name}")
    limits = read("limits.yaml")
    values = read("values.yaml")
    return Knowledge(
        operations,
        {name: [Limit(**entry) for entry in entries] for name, entries in limits["operations"].items()},
        read("glossary.yaml"),
        read("parameters.yaml"),
        values["resources"],
        values["filters"],
        limits["properties"],
        (FOLDER / "script.lock").read_text(encoding="utf-8"),
        (FOLDER / "import.lock").read_text(encoding="utf-8"),
    )


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return found
