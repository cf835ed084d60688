"""The types of a script as Python: TypedDicts, Literals and unions, with each limit at its field."""

import json
import re

from workbench.codegen.decide.types import IGNORED, NAMED, NamedType
from workbench.codegen.json_schema import Schema
from workbench.codegen.parts import constants
from workbench.codegen.render.literals import render_value, wrap_names

SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
STRUCTURE = {"type", "enum", "items", "oneOf", NAMED}  # what the annotation says; other keywords are beside it
CONSTANTS = {
    json.dumps({key: argument for key, argument in value.items() if key not in IGNORED}): name
    for name, value in vars(constants).items()
    if name.isupper() and isinstance(value, dict) and all(isinstance(key, str) for key in value)
}


def render_type(definition: NamedType) -> str:
    """Return the statement that defines a type."""
    schema = definition.schema
    if definition.is_union:
        members = wrap_names([render_annotation(member) for member in schema["oneOf"]], " | ")
        return f"{definition.name} = (\n{members}\n)  # fmt: skip"
    if not definition.is_object:
        values = wrap_names([render_value(value) for value in schema["enum"]], ", ")
        return f"{definition.name} = Literal[\n{values}\n]  # fmt: skip"
    fields = {key: render_field(key, schema) for key in schema["properties"]}
    total = "" if schema["required"] else ", total=False"
    if definition.is_class:
        lines = [f"    {name}: {annotation}" for name, annotation in fields.items()] or ["    pass"]
        return "\n".join([f"class {definition.name}(TypedDict{total}):", *lines])
    texts = [f"{json.dumps(name)}: {annotation}" for name, annotation in fields.items()]
    return f'{definition.name} = TypedDict("{definition.name}", {{{", ".join(texts)}}}{total})'


def render_field(key: str, schema: Schema) -> str:
    """Return the annotation of a property; where all are optional, the TypedDict says so."""
    annotation = quote(render_annotation(schema["properties"][key]))
    return f"NotRequired[{annotation}]" if schema["required"] and key not in schema["required"] else annotation


def render_annotation(schema: Schema) -> str:
    keywords = {name: value for name, value in schema.items() if name not in STRUCTURE}
    if "enum" in schema and is_boolean(schema):
        keywords["enum"] = schema["enum"]
    annotation = render_unlimited(schema)
    if not keywords:
        return annotation
    return f"Annotated[{annotation}, {CONSTANTS.get(json.dumps(keywords)) or render_value(keywords)}]"


def render_unlimited(schema: Schema) -> str:
    """Return the annotation of a value without its limits."""
    if "$ref" in schema:
        return "dict[str, Any]"
    if "oneOf" in schema:
        return " | ".join(dict.fromkeys(render_annotation(member) for member in schema["oneOf"]))
    if is_boolean(schema) and "enum" in schema:  # Literal[True] has no type, which tells a form's text from a boolean
        return "bool | None" if None in schema["enum"] else "bool"
    if "enum" in schema:
        return f"Literal[{', '.join(map(render_value, schema['enum']))}]"
    if "type" not in schema:
        return str(schema.get(NAMED, "Any"))
    names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return " | ".join(render_one(name, schema) for name in names)


def is_boolean(schema: Schema) -> bool:
    return "boolean" in schema.get("type", ())


def render_one(name: str, schema: Schema) -> str:
    if name == "array":
        return f"list[{render_annotation(schema['items'])}]"
    if name == "object":
        return str(schema.get(NAMED, "dict[str, Any]"))
    return SCALARS[name]


def quote(annotation: str) -> str:
    """Return the annotation as a string if it refers to what comes later in the script."""
    names = re.findall(r"[A-Z]\w*", re.sub(r'"(?:[^"\\]|\\.)*"', "", annotation))
    if not set(names) - {"Annotated", "Any", "Literal", "None"}:
        return annotation
    return repr(annotation) if re.search(r"['\\]", annotation) else '"' + annotation.replace('"', "'") + '"'
