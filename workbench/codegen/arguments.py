"""The parameters of `main`: from those of an operation and its body, in their order."""

import json
import re
from dataclasses import dataclass
from typing import Any

from workbench.codegen import schemas
from workbench.codegen.description import MULTIPART, Description, DescriptionError, Operation, Parameter

ANNOTATIONS = {"string": "str", "integer": "int", "boolean": "bool", "number": "float"}
IDENTIFIER = {"type": "string", "minLength": 1, "pattern": r"^(?!\.{1,2}$)"}  # a path with .. in it is another path
REVISION = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?(?!\n)$"}
HEADER = {"pattern": r"^[!-~][ -~]*(?!\n)$"}  # what a header can carry


@dataclass(frozen=True)
class Argument:
    """One parameter of `main` besides auth. `api_name`: as Klaviyo calls it; `place`: where it goes in the request."""

    name: str
    api_name: str
    place: str
    required: bool
    schema: dict[str, Any]
    annotation: str


def arguments(operation: Operation, description: Description) -> list[Argument]:
    """In the order of `main`: revision, path parameters, required query, body, optional query."""
    parameters = [argument(parameter, operation) for parameter in operation.parameters]
    in_body = body_arguments(operation, description)
    rank = {"revision": 0, "path": 1, "query": 2, "header": 2, "body": 3, "field": 3}
    found = sorted([*parameters, *in_body], key=lambda entry: rank[entry.place] if entry.required else 4)
    names = [entry.name for entry in found]
    if len(set(names)) < len(names):
        raise DescriptionError(f"{operation.name}: two arguments would be called the same: {names}")
    return found


def argument_name(api_name: str) -> str:
    """`page[cursor]` -> `page_cursor`."""
    return re.sub(r"\W+", "_", api_name).strip("_").lower()


def argument(parameter: Parameter, operation: Operation) -> Argument:
    where = f"{operation.name}: parameter {parameter.name}"
    name = argument_name(parameter.name)
    if parameter.location == "header" and parameter.name == "revision":
        schema = REVISION | {"default": parameter.schema["default"]}
        return Argument(name, parameter.name, "revision", True, schema, "str")
    schemas.strictly_understood(parameter.schema, where)
    kind = parameter.schema.get("type")
    if kind not in (*ANNOTATIONS, "array"):
        raise DescriptionError(f"{where}: a value of type {kind} is not understood")
    if parameter.location == "path":
        return Argument(name, parameter.name, "path", True, IDENTIFIER, "str")
    schema = schemas.convert({**parameter.schema, "nullable": False}, Description("", "", [], {}), set(), where)
    if parameter.location == "header":
        schema |= HEADER
    if kind == "array":
        annotation = "list[str]"
    elif "enum" in schema:
        annotation = f"Literal[{', '.join(json.dumps(value) for value in schema['enum'])}]"
    else:
        annotation = ANNOTATIONS[kind]
    annotation = annotation if parameter.required else f"{annotation} | None"
    return Argument(name, parameter.name, parameter.location, parameter.required, schema, annotation)


def body_arguments(operation: Operation, description: Description) -> list[Argument]:
    """The body as one argument, or the fields of a multipart body as one each."""
    if operation.body is None:
        return []
    if operation.body.content_type != MULTIPART:
        schema, _ = schemas.body_schema(operation.body.schema, description, operation.name)
        return [Argument("body", "body", "body", True, schema, '"Body"')]
    found = []
    node = schemas.resolved(operation.body.schema, description)
    for name, child in schemas.required_first(node).items():
        required = name in node.get("required", [])
        schema = schemas.convert(child, description, set(), f"{operation.name}.{name}")
        if schema.get("format") == "binary":
            schema = {"type": "string", "contentEncoding": "base64", "minLength": 1}
            annotation = "bytes"
        else:
            annotation = ANNOTATIONS[schema["type"]]
        annotation = annotation if required else f"{annotation} | None"
        found.append(Argument(name, name, "field", required, schema, annotation))
    return found


def is_file(entry: Argument) -> bool:
    return "contentEncoding" in entry.schema


def parameter_of(entry: Argument) -> str:
    return f"{entry.name}: {entry.annotation}" + ("" if entry.required else " = None")
