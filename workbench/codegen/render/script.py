"""The script of an endpoint, still to be formatted by ruff."""

import re
import textwrap
from typing import Any

from workbench.codegen.decide import Argument, Endpoint
from workbench.codegen.render.checks import render_check
from workbench.codegen.render.literals import render_value, wrap_names
from workbench.codegen.render.parts import OPERATION_PARTS, used_names
from workbench.codegen.render.templates import TEMPLATES
from workbench.codegen.render.types import SCALARS, render_annotation, render_type

OWN_IMPORTS = {"from datetime import UTC, datetime, timedelta", "from jsonschema import Draft202012Validator"}
OWN_IMPORTS |= {"from jsonschema.validators import create", "from urllib.parse import quote", "import json"}
OWN_IMPORTS |= {"from typing import Annotated, Any, Literal, NotRequired, TypedDict", "import sys"}
FORMATS = {"date-time": "is_date_time", "date": "is_date", "email": "is_email"}
NOT_WRITTEN = ("description", "default", "examples")  # annotations, which a validator does not need
OWN_PARTS = ("limits", "upload")  # which are about what few endpoints have: above the dividing line
MAX_PARAMETER_TYPE = 80  # columns; longer lists of values are in the schema alone


def render_script(endpoint: Endpoint) -> str:
    checks = [render_check(check) for check in endpoint.checks]
    constants = {name: value for check in checks for name, value in check.constants.items()}
    keywords = [*['"items": check_items'] * endpoint.has_large_body, *['"oneOf": one_of'] * endpoint.has_unions]
    validator = "create(Draft202012Validator.META_SCHEMA, KEYWORDS)" if keywords else "Draft202012Validator"
    roots = {FORMATS[name] for name in endpoint.formats if name in FORMATS} if endpoint.has_body else set()
    roots |= {"is_account"} if endpoint.needs_key else set()
    checker = ", format_checker=FORMATS" if roots else ""
    values = {
        "endpoint": endpoint,
        "headline": wrap([f"{endpoint.title}: {endpoint.method} {endpoint.path}"], 117),
        "docstring": wrap([endpoint.description, "", *endpoint.facts.lines], 120),
        "constants": constants,
        "signature": ", ".join(map(render_parameter, endpoint.arguments)),
        "main_docstring": main_docstring(endpoint),
        "checks": [check for check in checks if check.code],
        "url": render_url(endpoint),
        "query": {argument.api_name: query_value(argument) for argument in endpoint.query_params},
        "types": [render_type(definition) for definition in endpoint.types],
        "schema": render_arguments_schema(endpoint.arguments),
        "keywords": keywords,
        "validator": f"{validator}(SCHEMA{checker})",
        "imports": "\n".join(sorted(OPERATION_PARTS.imports | OWN_IMPORTS)),
    }
    blocks = render_blocks("script.py.jinja", values)
    definitions = OPERATION_PARTS.reach(used_names("\n".join(blocks.values())) | roots)
    own = [definition.text for definition in definitions if definition.module in OWN_PARTS]
    shared = [definition.text for definition in definitions if definition.module not in OWN_PARTS]
    return "\n".join([blocks["endpoint"], *own, "", blocks["divider"], *shared, blocks["entry"]])


def render_blocks(template_name: str, values: dict[str, Any]) -> dict[str, str]:
    """Return the text of each block of a template, in their order."""
    template = TEMPLATES.get_template(template_name)
    context = template.new_context(values)
    return {name: "".join(block(context)).strip("\n") for name, block in template.blocks.items()}


def render_parameter(argument: Argument) -> str:
    """Return a parameter of `main` with its type, as Windmill reads it."""
    annotation = render_parameter_type(argument) + ("" if argument.required else " | None")
    return f"{argument.name}: {annotation}" + (" = None" if argument.has_default else "")


def render_parameter_type(argument: Argument) -> str:
    if argument.place == "auth":
        return "klaviyo"
    if argument.place == "body":
        return '"Body"'
    if argument.is_file:
        return "bytes"
    if argument.schema["type"] == "array":
        return "list[str]"
    if argument.place == "query" and "enum" in argument.schema:
        literal = render_annotation({"enum": argument.schema["enum"]})
        if len(literal) < MAX_PARAMETER_TYPE:
            return literal
    return SCALARS[argument.schema["type"]]


def wrap(paragraphs: list[str], width: int, indent: str = "") -> str:
    lines = [line for paragraph in paragraphs for line in (paragraph.split("\n"))]
    filled = (
        textwrap.fill(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        for line in lines
    )
    return "\n".join(filled)


def main_docstring(endpoint: Endpoint) -> str:
    """Return the docstring of `main`, with a line for each argument: the first sentence of its description."""
    lines = [wrap([endpoint.returns], 112), "", "Args:"]
    for argument in endpoint.arguments:
        [sentence] = re.findall(r"^(.*?(?:[.?](?= |$)|$))", argument.schema.get("description", "").replace("\n", " "))
        lines.append(f"    {argument.name}: {sentence}")
    lines += ["Raises: InvalidInput before anything is sent, KlaviyoError if the request fails."]
    return "\n".join(lines).replace("\n", "\n    ").replace("    \n", "\n").replace("\\", "\\\\")


def render_url(endpoint: Endpoint) -> str:
    names = {argument.api_name: argument.name for argument in endpoint.path_params}
    path = re.sub(r"{(.+?)}", lambda match: f"{{quote({names[match[1]]}, safe='')}}", endpoint.path)
    return f'f"{{API}}{path}"'  # a slash in an id must not make two segments of one


def query_value(argument: Argument) -> str:
    if argument.name == "page_cursor":
        return f'parse_cursor({argument.name}, "{argument.api_name}")'
    # To JSON Schema 20.0 is an integer, too.
    return f"{argument.name} and int({argument.name})" if argument.schema["type"] == "integer" else argument.name


def render_arguments_schema(arguments: list[Argument]) -> str:
    """Return the schema of the arguments as a Python literal, a line each, long lists of names wrapped."""
    entries = [f'    "{entry.name}": {render_schema(entry.schema, entry.name, 4)},' for entry in arguments]
    required = ", ".join(f'"{entry.name}"' for entry in arguments if entry.required)
    head = f'{{"type": "object", "required": [{required}], "properties": {{'
    if len(head) > 106:  # beside `SCHEMA: Any =`
        head = head.replace(' "required"', '\n    "required"')
    return "\n".join([head, *entries, "}}"])


def render_schema(schema: dict[str, Any], name: str, indent: int) -> str:
    """Return a schema without descriptions as a Python literal."""
    example = {}
    if "expected" in schema and "examples" in schema:
        example = {"expected": f"{schema['expected']} such as {schema['examples'][0]}"}
    schema = {keyword: value for keyword, value in schema.items() if keyword not in NOT_WRITTEN}
    if "enum" in schema:
        schema = {"enum": schema["enum"]}  # which implies the type
    if "enum" in schema.get("items", {}):
        schema["items"] = {"enum": schema["items"]["enum"]}
    for text in (render_value(schema | example), render_value(schema)):
        if indent + len(name) + len(text) + 5 <= 120:
            return text
    margin = " " * indent
    if "properties" in schema:
        rest = render_value({keyword: value for keyword, value in schema.items() if keyword != "properties"})
        fields = [f'{margin}    "{key}": {render_value(value)},' for key, value in schema["properties"].items()]
        return "\n".join([f'{rest[:-1]}, "properties": {{', *fields, f"{margin}}}}}"])
    enum = schema.get("enum") or schema.get("items", {}).get("enum")  # its list is the last one in the text
    if not enum:
        entries = [f'{margin}    "{keyword}": {render_value(value)},' for keyword, value in schema.items()]
        return "\n".join(["{", *entries, f"{margin}}}"])
    head, tail = text.rsplit("[", 1)
    names = wrap_names([render_value(value) for value in enum], ", ", margin)
    return f"{head}[\n{names}\n{margin}{tail[tail.index(']') :]}"
