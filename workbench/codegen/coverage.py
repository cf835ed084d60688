"""How much of the collection has descriptions, examples and limits of ours."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jsonschema import Draft202012Validator

from workbench.codegen.decide import decide_endpoints
from workbench.codegen.json_schema import Path, Schema, walk
from workbench.codegen.read import Description, Knowledge, Operation

MAX_LEVEL = 4  # of a property in an answer: data, and three levels below it


@dataclass
class Row:
    """`missing`: the names of those counted that lack what the row is about."""

    title: str
    count: int = 0
    missing: list[str] = field(default_factory=list)

    def add(self, name: str, covered: bool) -> None:
        self.count += 1
        if not covered:
            self.missing.append(name)


def coverage(description: Description, knowledge: Knowledge) -> list[str]:
    """Return a line for each row, followed by what it lacks."""
    operations = Row("operations described")
    parameters = Row("parameters described")
    properties = Row("properties described")
    examples = Row("operations with valid examples")
    written = Row("bodies with an example written for them")
    answers = Row("answers with a valid example")
    fields = Row("fields of answers described, at the first three levels below data")
    limits = Row("limits of the description that are enforced, or known to Klaviyo alone")
    enforced = Row("of these, enforced before anything is sent")
    operations_by_name = {operation.name: operation for operation in description.operations}
    for endpoint in decide_endpoints(description, knowledge):
        operation = operations_by_name[endpoint.name]
        schema, name = endpoint.schema, endpoint.name
        operations.add(name, endpoint.is_described)
        for argument, subschema in schema["properties"].items():
            parameters.add(f"{name}: {argument}", "description" in subschema)
        for path, subschema in iterate_properties(schema):
            properties.add(f"{name}: {'.'.join(path)}", "description" in subschema)
        examples.add(name, all(map(Draft202012Validator(schema).is_valid, schema["examples"])))
        if operation.body:
            ours = knowledge.operations.get(name)
            written.add(name, ours is not None and bool(ours.example))
        if endpoint.answer:
            answers.add(name, Draft202012Validator(endpoint.answer).is_valid(endpoint.answer["examples"][0]))
            for path, subschema in iterate_answer(endpoint.answer):
                if len(path) <= MAX_LEVEL:
                    fields.add(f"{name}: {'.'.join(path)}", "description" in subschema)
        for what, maximum, minimum in limits_of_description(operation, description):
            known = knowledge.limits.get(name, [])
            same = [limit for limit in known if (limit.what, limit.max, limit.min) == (what, maximum, minimum)]
            limits.add(f"{name}: {what}", any(limit.keyword or limit.check or limit.why for limit in same))
            why = "".join(f" ({limit.why})" for limit in same if limit.why)
            enforced.add(f"{name}: {what}{why}", any(limit.keyword or limit.check for limit in same))
    rows = [operations, parameters, properties, examples, written, answers, fields, limits, enforced]
    return [
        line
        for row in rows
        for line in (
            f"{row.title}: {row.count - len(row.missing)}/{row.count}",
            *(f"  not {name}" for name in row.missing),
        )
    ]


def iterate_properties(schema: Schema) -> Iterator[tuple[Path, Schema]]:
    """Yield path and schema of every property of a body, and of the definitions that it shares."""
    body = {"body": schema["properties"]["body"]} if "body" in schema["properties"] else {}
    yield from iterate_answer({"$defs": {**body, **schema.get("$defs", {})}})


def iterate_answer(schema: Schema) -> Iterator[tuple[Path, Schema]]:
    """Yield path and schema of every property of an answer, and of the definitions that it shares."""
    for path, node in walk(schema):
        for name, subschema in node.get("properties", {}).items():
            yield (*path, name), subschema


def limits_of_description(
    operation: Operation, description: Description
) -> Iterator[tuple[str, int | None, int | None]]:
    """Yield `what`, `max` and `min` of the limits of an operation and of the fields of its body, each once."""
    limits = list(operation.limits)
    for _, node in walk(operation.body.schema if operation.body else {}, description.components):
        limits += node.get("x-klaviyo-limits", [])
    yield from {(limit["what"], limit.get("max"), limit.get("min")): None for limit in limits}


def list_missing(files: dict[str, str]) -> list[str]:
    """Return a line that names what the glossary has no description of, if there is anything."""
    names: set[str] = set()
    for path, text in files.items():
        if path.startswith("schemas/answers/"):
            names |= {path[-1] for path, node in iterate_answer(json.loads(text)) if "description" not in node}
        elif re.match("schemas/(?!tools/)[^/]+/", path):
            schema = json.loads(text)
            described = [*(([name], node) for name, node in schema["properties"].items()), *iterate_properties(schema)]
            names |= {path[-1] for path, node in described if "description" not in node}
    return [f"no description in the glossary of {', '.join(sorted(names))}"] if names else []
