"""Stage 2, decide: one Endpoint per operation, which holds everything that its files say."""

import builtins
import re
import typing
from dataclasses import dataclass
from typing import Any

from workbench.codegen.decide import schemas
from workbench.codegen.decide.answers import Values, decide_answer, values_by_name
from workbench.codegen.decide.checks import Check, decide_checks, decide_counts, decide_max_bytes
from workbench.codegen.decide.descriptions import ID_NAME, Facts, decide_facts, describe
from workbench.codegen.decide.examples import examples_of, find_wrong_examples
from workbench.codegen.decide.schemas import JSON_SCHEMA
from workbench.codegen.decide.types import NamedType, define_types
from workbench.codegen.json_schema import Schema, resolve, transform, walk
from workbench.codegen.parts.constants import ID
from workbench.codegen.read import (
    MULTIPART,
    Description,
    DescriptionError,
    Knowledge,
    KnowledgeError,
    Operation,
    Parameter,
    argument_name,
)

RESERVED = {*vars(typing), *vars(builtins), "Body", "Fault", "InvalidInput", "KlaviyoError"}
TYPES = ("string", "integer", "boolean", "number", "array")  # of a parameter
REVISION = {"pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?\Z", "expected": "a date such as 2026-10-15"}
PATH_ID = {"pattern": r"[^\s.]|\..*\..*\.", "expected": "an ID"}  # not . or .. either: they make it another path
HEADER = {"pattern": r"^[!-~][ -~]*\Z", "expected": "printable ASCII characters"}  # what a header can carry
REQUIRED_TEXT = {"pattern": r"\S", "expected": "a text"}
ACCOUNT = {"format": "account"}  # checked by parts/account.py
LARGE_BYTES = 1_000_000
PLACES = ("auth", "revision", "path", "query", "header", "body", "field")  # arguments without a default, in order
KEY_ORDER: tuple[str, ...] = ("$schema", "title", "$ref", "type", "description", "enum", "format", "contentEncoding")
KEY_ORDER += (
    "pattern",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "maxProperties",
    "properties",
)
KEY_ORDER += ("required", "additionalProperties", "items", "oneOf", "anyOf", "default", "examples", "$defs")


@dataclass(frozen=True)
class Argument:
    """A parameter of `main`. `api_name` is Klaviyo's name; `place` is one of PLACES.

    `revision` is optional and has no default: Windmill would take what follows a parameter with a default as optional.
    """

    name: str
    api_name: str
    place: str
    required: bool
    schema: Schema

    @property
    def has_default(self) -> bool:
        return not self.required and self.place != "revision"

    @property
    def is_file(self) -> bool:
        return "contentEncoding" in self.schema


@dataclass(frozen=True)
class Endpoint:
    """`returns`: what `main` returns, in words.

    `arguments` are those of `main`; `schema` has all of them but auth and, like `answer`, is written
    as it is.
    """

    name: str
    title: str
    tag: str
    method: str
    path: str
    revision: str
    description: str
    is_described: bool
    facts: Facts
    returns: str
    scopes: list[str]
    rates: dict[str, str]
    status: int
    content_type: str | None
    arguments: list[Argument]
    schema: Schema
    answer: Schema | None
    types: list[NamedType]
    recursive_types: dict[str, str]  # name in $defs -> name of the type
    checks: list[Check]
    filters: dict[str, list[str]]  # operators of each field
    max_bytes: int | None  # of the body
    counts: list[dict[str, Any]]  # what a request may hold only so many of
    lock: str

    @property
    def category(self) -> str:
        return re.sub(r"\W+", "_", self.tag).strip("_").lower()

    @property
    def summary(self) -> str:
        """The first sentence of the description."""
        return re.split(r"(?<=[.?]) ", self.description.replace("\n", " "))[0]

    @property
    def stem(self) -> str:
        """Where its files are, below f/klaviyo and schemas."""
        return f"{self.category}/{self.name}"

    @property
    def needs_key(self) -> bool:
        return self.arguments[0].place == "auth"

    @property
    def access(self) -> str:
        """Whether a call changes anything: read or write. Some reads are a POST."""
        reads = self.scopes and all(scope.endswith(":read") for scope in self.scopes)
        return "read" if self.method == "GET" or reads else "write"

    @property
    def has_body(self) -> bool:
        return bool(self.in_place("body"))

    @property
    def formats(self) -> set[str]:
        """The formats of values in the arguments."""
        return {node["format"] for _, node in walk(self.schema) if "format" in node}

    @property
    def has_unions(self) -> bool:
        return any("oneOf" in node for _, node in walk(self.schema))

    @property
    def has_large_body(self) -> bool:
        """Whether a body may be so large that the time of its validation counts."""
        return self.has_body and (self.max_bytes or 0) > LARGE_BYTES

    @property
    def path_params(self) -> list[Argument]:
        return self.in_place("path")

    @property
    def query_params(self) -> list[Argument]:
        return self.in_place("query")

    @property
    def header_params(self) -> list[Argument]:
        return self.in_place("header")

    @property
    def form_fields(self) -> list[Argument]:
        """The fields of a multipart body, without the file."""
        return [argument for argument in self.in_place("field") if not argument.is_file]

    @property
    def file(self) -> Argument | None:
        """The file of a multipart body."""
        return next((argument for argument in self.arguments if argument.is_file), None)

    def in_place(self, place: str) -> list[Argument]:
        return [argument for argument in self.arguments if argument.place == place]


def decide_endpoints(description: Description, knowledge: Knowledge) -> list[Endpoint]:
    """Return all endpoints. Raises KnowledgeError with every fault of the knowledge, DescriptionError."""
    faults = list(knowledge.faults)
    endpoints = []
    values = values_by_name(knowledge)
    for operation in description.operations:
        endpoint = decide(operation, description, knowledge, values)
        faults += find_wrong_examples(operation, endpoint.schema, knowledge)
        endpoints.append(endpoint)
    if faults:
        raise KnowledgeError(faults)
    return sorted(endpoints, key=lambda endpoint: endpoint.stem)


def decide(operation: Operation, description: Description, knowledge: Knowledge, values: Values) -> Endpoint:
    arguments, definitions = decide_arguments(operation, description)
    ours = knowledge.operations.get(operation.name)
    limits = knowledge.limits.get(operation.name, [])
    default = f"Calls {operation.method} {operation.path}, which answers {operation.status}."
    text = ours.description.strip() if ours else default
    facts = decide_facts(operation, limits)
    inputs = [argument for argument in arguments if argument.place != "auth"]
    schema: Schema = {
        "$schema": JSON_SCHEMA,
        "title": operation.title,
        "description": text + "\n\n" + "\n".join(facts.lines),
        "type": "object",
        "properties": {argument.name: argument.schema for argument in inputs},
        "required": [argument.name for argument in inputs if argument.required],
        **({"$defs": definitions} if definitions else {}),
    }
    describe(operation, schema, knowledge)
    try:
        schema["examples"] = examples_of(operation, inputs, schema, knowledge)
    except ValueError as error:
        raise DescriptionError(f"{operation.name}: {error}") from None
    account = f"Klaviyo resource with an API key or access token{scopes_in_words(operation)}."
    described = {
        **({"auth": {**ACCOUNT, "description": account}} if operation.needs_key else {}),
        **schema["properties"],
    }
    required = [argument.name for argument in arguments if argument.required]
    types: list[NamedType] = []
    recursive: dict[str, str] = {}
    if any(argument.place == "body" for argument in arguments):
        types, recursive = define_types({"properties": described, "required": required}, definitions, RESERVED)
    return Endpoint(
        name=operation.name,
        title=operation.title,
        tag=operation.tag,
        method=operation.method,
        path=operation.path,
        revision=description.revision,
        description=text,
        is_described=ours is not None,
        facts=facts,
        returns=describe_answer(operation, description.components),
        scopes=operation.scopes,
        rates=operation.rates,
        status=operation.status,
        content_type=operation.body.content_type if operation.body else None,
        arguments=[Argument(**(vars(argument) | {"schema": described[argument.name]})) for argument in arguments],
        schema=transform(schema, publish),
        answer=transform(decide_answer(operation, description, knowledge, values), publish),
        types=types,
        recursive_types=recursive,
        checks=decide_checks(operation, limits, schema),
        filters={
            name: sorted({*field.single, *field.several, *field.none}) for name, field in operation.filters.items()
        },
        max_bytes=decide_max_bytes(limits),
        counts=decide_counts(limits),
        lock=knowledge.lock,
    )


def scopes_in_words(operation: Operation) -> str:
    return f" (scope {', '.join(operation.scopes)})" if operation.scopes else ""


def decide_arguments(operation: Operation, description: Description) -> tuple[list[Argument], Schema]:
    """Return the parameters of `main` in their order, and the $defs of the body."""
    account = [Argument("auth", "auth", "auth", True, ACCOUNT)] if operation.needs_key else []
    parameters = [decide_argument(parameter, operation) for parameter in operation.parameters]
    in_body, definitions = decide_body(operation, description)
    arguments = sorted(
        [*account, *parameters, *in_body],
        key=lambda argument: len(PLACES) if argument.has_default else PLACES.index(argument.place),
    )
    names = [argument.name for argument in arguments]
    if len(set(names)) < len(names):
        raise DescriptionError(f"{operation.name}: two arguments would be called the same: {names}")
    return arguments, definitions


def decide_argument(parameter: Parameter, operation: Operation) -> Argument:
    where = f"{operation.name}: parameter {parameter.name}"
    name, place, required = argument_name(parameter.name), parameter.place, parameter.required
    value_type = parameter.schema.get("type")
    if value_type not in TYPES:
        raise DescriptionError(f"{where}: a value of type {value_type} is not understood")
    schema = schemas.convert({**parameter.schema, "nullable": False}, {}, set(), where)
    if place == "header" and parameter.name == "revision":
        schema, place, required = {"type": "string", **REVISION, "default": schema["default"]}, "revision", False
    elif place == "header":
        schema |= HEADER
    elif place == "path":
        schema = {"type": "string", **PATH_ID}
    elif required and value_type == "string" and "enum" not in schema:
        schema |= ID if ID_NAME.fullmatch(name) else REQUIRED_TEXT
    return Argument(name, parameter.name, place, required, schema)


def decide_body(operation: Operation, description: Description) -> tuple[list[Argument], Schema]:
    """Return the body as one argument, with its $defs, or the fields of a multipart body as one argument each."""
    if operation.body is None:
        return [], {}
    if operation.body.content_type != MULTIPART:
        schema, definitions = schemas.body_schema(operation.body.schema, description.components, operation.name)
        return [Argument("body", "body", "body", True, schema)], definitions
    arguments = []
    node = resolve(operation.body.schema, description.components)
    converted = schemas.convert(node, description.components, set(), operation.name)
    for name, schema in converted["properties"].items():
        required = name in converted["required"]
        if schema.get("format") == "binary":
            schema = {"type": "string", "contentEncoding": "base64", "minLength": 1}
        arguments.append(Argument(name, name, "field", required, schema))
    return arguments, {}


def describe_answer(operation: Operation, components: Schema) -> str:
    """Return what `main` returns: whether `data` is a list, its type and the names of its attributes."""
    if operation.answer is None:
        return f"Return None: Klaviyo {'accepts the request and ' * (operation.status == 202)}sends no content."
    answer = resolve(operation.answer, components).get("properties", {})
    data = resolve(answer.get("data", {}), components)
    resource = resolve(data.get("items", data), components).get("properties", {})
    [noun, *_] = resolve(resource.get("type", {}), components).get("enum", ["resource"])
    attributes = resolve(resource.get("attributes", {}), components).get("properties", {})
    reference = "references to " if resource.keys() == {"type", "id"} else ""
    what = (
        f"a list of {reference}{noun} resources" if "items" in data else f"{reference and 'a reference to '}the {noun}"
    )
    names = f" with the attribute{'s' * (len(attributes) > 1)} {', '.join(attributes)}" if attributes else ""
    page = "; `links.next` is the next page" if "items" in data and "links" in answer else ""
    included = "; `included` holds what `include` names" if "included" in answer else ""
    return f"Return `data`, {what}{names}{page}{included}."


def publish(schema: Schema) -> Schema:
    """Return the schema as it is published: keywords in the order in which people read them, patterns of ECMAScript.

    Python has `\\Z` for the end of a text, as its `$` also matches before a line break at the end. `expected` is ours.
    """
    ordered = {keyword: schema[keyword] for keyword in KEY_ORDER if keyword in schema} | schema
    ordered.pop(schemas.COMPONENT, None)
    ordered.pop("expected", None)
    if "pattern" in ordered:
        ordered["pattern"] = ordered["pattern"].replace(r"\Z", "$")
    return ordered
