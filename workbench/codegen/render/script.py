"""The script of an endpoint, still to be formatted by ruff."""

import json
import re
import textwrap
from pathlib import Path
from typing import Any

import jinja2

from workbench.codegen.decide import Argument, Endpoint
from workbench.codegen.decide.types import Alias, TypedDictDefinition
from workbench.codegen.render.parts import OPERATION_PARTS, used_names

TEMPLATES = jinja2.Environment(  # noqa: S701  # it writes Python, not HTML
    loader=jinja2.FileSystemLoader(Path(__file__).parent.parent / "templates"),
    undefined=jinja2.StrictUndefined,
    keep_trailing_newline=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
OWN_IMPORTS = {"from datetime import UTC, datetime, timedelta", "from jsonschema import Draft202012Validator"}
OWN_IMPORTS |= {"from jsonschema.validators import create", "from urllib.parse import quote", "import json"}
OWN_IMPORTS |= {"from typing import Annotated, Any, Literal, NotRequired, TypedDict", "import sys"}
FORMATS = {"date-time": "is_date_time", "date": "is_date", "email": "is_email"}
NOT_WRITTEN = ("description", "default", "examples")  # annotations, which a validator does not need
OWN_PARTS = ("limits", "upload")  # which are about what few endpoints have: above the dividing line
LARGE_BYTES = 1_000_000  # a body with this limit or more is checked by the faster `items`


def render_script(endpoint: Endpoint) -> str:
    file = next((argument for argument in endpoint.arguments if argument.is_file), None)
    formats, has_unions = find_keywords(endpoint.schema)
    constants = {name: value for check in endpoint.checks for name, value in check.constants.items()}
    is_large = endpoint.has_body and int(constants.get("MAX_BYTES", 0)) > LARGE_BYTES
    keywords = [*['"items": check_items'] * is_large, *['"oneOf": one_of'] * has_unions]
    validator = "create(Draft202012Validator.META_SCHEMA, KEYWORDS)" if keywords else "Draft202012Validator"
    roots = {FORMATS[name] for name in formats if name in FORMATS} if endpoint.has_body else set()
    roots |= {"is_account"} if endpoint.needs_key else set()
    checker = ", format_checker=FORMATS" if roots else ""
    values = {
        "endpoint": endpoint,
        "headline": wrap([f"{endpoint.title}: {endpoint.method} {endpoint.path}"], 117),
        "docstring": wrap([endpoint.description, "", *endpoint.facts.lines], 120),
        "constants": constants,
        "signature": ", ".join(map(render_parameter, endpoint.arguments)),
        "main_docstring": main_docstring(endpoint),
        "file": file,
        "fields": [field for field in endpoint.arguments if field.place == "field" and not field.is_file],
        "headers": [argument for argument in endpoint.arguments if argument.place == "header"],
        "max_bytes": constants.get("MAX_BYTES"),
        "checks": [check for check in endpoint.checks if check.call],
        "url": render_url(endpoint),
        "query": {entry.api_name: query_value(entry) for entry in endpoint.arguments if entry.place == "query"},
        "types": [render_type(definition) for definition in endpoint.types],
        "schema": render_arguments_schema(endpoint.arguments),
        "keywords": keywords,
        "has_unions": has_unions,
        "validator": f"{validator}(SCHEMA{checker})",
        "imports": "\n".join(sorted(OPERATION_PARTS.imports | OWN_IMPORTS)),
        "own_definitions": [],
        "definitions": [],
    }
    template = TEMPLATES.get_template("script.py.jinja")
    definitions = OPERATION_PARTS.reach(used_names(template.render(values)) | roots)
    values["own_definitions"] = [definition for definition in definitions if definition.module in OWN_PARTS]
    values["definitions"] = [definition for definition in definitions if definition.module not in OWN_PARTS]
    return template.render(values)


def find_keywords(schema: Any) -> tuple[set[str], bool]:
    """Return all formats in a schema, and whether there is a oneOf."""
    formats, has_unions = set(), False
    pending = [schema]
    while pending:
        node = pending.pop()
        formats |= {node["format"]} if "format" in node else set()
        has_unions |= "oneOf" in node
        pending.extend([*node.get("properties", {}).values(), *node.get("$defs", {}).values(), *node.get("oneOf", [])])
        pending.extend([node["items"]] if "items" in node else [])
    return formats, has_unions


def render_parameter(argument: Argument) -> str:
    return f"{argument.name}: {argument.annotation}" + (" = None" if argument.has_default else "")


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
    names = {argument.api_name: argument.name for argument in endpoint.arguments if argument.place == "path"}
    path = re.sub(r"{(.+?)}", lambda match: f"{{quote({names[match[1]]}, safe='')}}", endpoint.path)
    return f'f"{{API}}{path}"'  # a slash in an id must not make two segments of one


def query_value(argument: Argument) -> str:
    if argument.name == "page_cursor":
        return f'parse_cursor({argument.name}, "{argument.api_name}")'
    # To JSON Schema 20.0 is an integer, too.
    return f"{argument.name} and int({argument.name})" if argument.schema["type"] == "integer" else argument.name


def render_type(definition: TypedDictDefinition | Alias) -> str:
    if isinstance(definition, Alias):
        return render_alias(definition)
    if definition.is_class:
        fields = [f"    {name}: {annotation}" for name, annotation in definition.fields.items()] or ["    pass"]
        return "\n".join([f"class {definition.name}(TypedDict{'' if definition.total else ', total=False'}):", *fields])
    texts = [f"{json.dumps(name)}: {annotation}" for name, annotation in definition.fields.items()]
    total = "" if definition.total else ", total=False"
    return f'{definition.name} = TypedDict("{definition.name}", {{{", ".join(texts)}}}{total})'


def render_alias(alias: Alias) -> str:
    """Return an assignment, with the members wrapped."""
    if alias.kind == "Literal":
        return f"{alias.name} = Literal[\n{wrap_names(alias.members, ', ')}\n]  # fmt: skip"
    return f"{alias.name} = (\n{wrap_names(alias.members, ' | ')}\n)  # fmt: skip"


def wrap_names(names: list[str], separator: str, indent: str = "    ") -> str:
    """Return the names in lines of at most 120 columns."""
    lines = [indent]
    for index, name in enumerate(names):
        text = name + separator * (index < len(names) - 1)
        if len((lines[-1] + text).rstrip()) > 120:
            lines.append(indent)
        lines[-1] += text
    return "\n".join(line.rstrip() for line in lines)


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


def render_value(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}": {render_value(item)}' for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(render_value, value)) + "]"
    return f'r"{value}"' if isinstance(value, str) and "\\" in value else json.dumps(value, ensure_ascii=False)
