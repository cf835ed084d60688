"""How much of the collection has words, examples and limits of ours."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from workbench.codegen import schemas
from workbench.codegen.arguments import arguments
from workbench.codegen.description import Description, Operation
from workbench.codegen.knowledge import Knowledge
from workbench.codegen.scripts import inputs_schema

DEFINITIONS = {"create_flow", "update_flow_action", "create_form", "update_form"} | {
    f"{verb}_{name}" for verb in ("create", "update") for name in ("segment", "template")
}


@dataclass
class Row:
    """`missing`: what the whole has and the part lacks, by name."""

    name: str
    whole: int = 0
    missing: list[str] = field(default_factory=list)

    def count(self, name: str, there: bool) -> None:
        self.whole += 1
        if not there:
            self.missing.append(name)

    def __str__(self) -> str:
        return f"{self.name}: {self.whole - len(self.missing)}/{self.whole}"


def coverage(description: Description, knowledge: Knowledge) -> list[Row]:
    words = Row("operations with words of their own")
    parameters = Row("parameters described")
    outside = Row("properties described, outside the definitions of flows, forms, segments and templates")
    inside = Row("properties described, inside them")
    examples = Row("operations with valid examples")
    written = Row("bodies with an example written for them")
    limits = Row("limits of the description that are enforced, or known to Klaviyo alone")
    enforced = Row("of these, enforced before anything is sent")
    filters = Row("filters with fields, operators and an example")
    for operation in description.operations:
        schema = inputs_schema(operation, description, arguments(operation, description), knowledge)
        words.count(operation.name, knowledge.description(operation) is not None)
        for name, subschema in schema["properties"].items():
            parameters.count(f"{operation.name}: {name}", "description" in subschema)
        in_definitions = operation.name in DEFINITIONS
        for path, subschema in properties(schema):
            row = inside if in_definitions and ("definition" in path[:-1] or path[0] != "body") else outside
            row.count(f"{operation.name}: {'.'.join(path)}", "description" in subschema)
        validator = Draft202012Validator(schema)
        examples.count(operation.name, all(map(validator.is_valid, schema["examples"])) and bool(schema["examples"]))
        if operation.body:
            ours = knowledge.example(operation).items()
            written.count(operation.name, bool(ours) and ours <= schema["examples"][0].items())
        known = knowledge.limits_of(operation)
        for what, most, least in limits_in_description(operation, description):
            same = [limit for limit in known if (limit.what, limit.max, limit.min) == (what, most, least)]
            limits.count(f"{operation.name}: {what}", any(limit.enforced or limit.why for limit in same))
            why = "".join(f" ({limit.why})" for limit in same if limit.why)
            enforced.count(f"{operation.name}: {what}{why}", any(limit.enforced for limit in same))
        if any(parameter.name == "filter" for parameter in operation.parameters):
            filters.count(operation.name, bool(operation.filters))
    return [words, parameters, outside, inside, examples, written, limits, enforced, filters]


def properties(schema: dict[str, Any]) -> Iterator[tuple[list[str], dict[str, Any]]]:
    """Path and schema of every property of a body, and of the definitions that it shares."""
    roots = [([name], definition) for name, definition in schema.get("$defs", {}).items()]
    roots += [(["body"], schema["properties"]["body"])] if "body" in schema["properties"] else []
    for path, node in roots:
        yield from below(node, path)


def below(node: dict[str, Any], path: list[str]) -> Iterator[tuple[list[str], dict[str, Any]]]:
    for name, subschema in node.get("properties", {}).items():
        yield [*path, name], subschema
        yield from below(subschema, [*path, name])
    for part in [*node.get("oneOf", []), *([node["items"]] if "items" in node else [])]:
        yield from below(part, path)


def limits_in_description(
    operation: Operation, description: Description
) -> Iterator[tuple[str, int | None, int | None]]:
    """`what`, `max` and `min` of the limits that the description lists for an operation and for fields of its body."""
    pending = [operation.body.schema] if operation.body else []
    found = list(operation.limits)
    seen: set[str] = set()
    while pending:
        node = pending.pop()
        if "$ref" in node:
            if schemas.ref_name(node) in seen:
                continue
            seen.add(schemas.ref_name(node))
        node = schemas.resolved(node, description)
        found += node.get("x-klaviyo-limits", [])
        pending.extend(schemas.children(node))
    yield from {(limit["what"], limit.get("max"), limit.get("min")): None for limit in found}


def left_to_write(files: dict[str, str], knowledge: Knowledge) -> list[str]:
    """What generated files lack: words for names that are new, examples that a new revision no longer takes."""
    names: set[str] = set()
    examples = []
    for path, text in files.items():
        if path.startswith("schemas/") and path != "schemas/index.json":
            schema = json.loads(text)
            parts = [*(([name], node) for name, node in schema["properties"].items()), *properties(schema)]
            names |= {path[-1] for path, node in parts if "description" not in node}
            operation = Path(path).stem
            example = knowledge.operations.get(operation, {}).get("example", {})
            if any(schema["examples"][0].get(name) != value for name, value in example.items()):
                examples.append(operation)
    lines = [f"no words in the glossary for {', '.join(sorted(names))}"] if names else []
    return lines + [f"the example of {operation} does not fit" for operation in examples]
