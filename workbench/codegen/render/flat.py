"""The files of a flat script: its Python, form, lock and schemas."""

from typing import Any

import yaml

from workbench.codegen.decide.schemas import JSON_SCHEMA
from workbench.codegen.flat import FlatScript
from workbench.codegen.json_schema import Schema
from workbench.codegen.render.form import ACCOUNT, Dumper, is_multiselect, shape_argument
from workbench.codegen.render.json_text import to_json

PICKER = "dynselect-"  # the format with which Windmill's form asks a function of the script for choices
MAX_FIELD = 10_000  # characters


def render_flat(script: FlatScript, lock: str) -> dict[str, str]:
    """Return path -> text of the files of a script."""
    return {
        f"f/klaviyo/{script.stem}.py": script.text,
        f"f/klaviyo/{script.stem}.script.yaml": render_form(script),
        f"f/klaviyo/{script.stem}.script.lock": lock,
        f"schemas/{script.stem}.json": to_json(script.schema),
        f"schemas/answers/{script.stem}.json": to_json(script.answer),
    }


def render_form(script: FlatScript) -> str:
    """Return the `.script.yaml`."""
    properties: dict[str, Any] = {}
    if script.account:
        properties["auth"] = {
            "type": "object",
            "format": "resource-klaviyo",
            "description": script.account,
            "default": ACCOUNT,
        }
    for name, schema in script.arguments["properties"].items():
        properties[name] = shape_field(script, name, schema)
    content = {
        "summary": f"{script.title}: {script.summary}",
        "description": script.description,
        "lock": f"!inline f/klaviyo/{script.stem}.script.lock",
        "kind": script.kind,
        "labels": ["klaviyo", script.category, script.access],
        "schema": {
            "$schema": JSON_SCHEMA,
            "type": "object",
            "order": list(properties),
            "properties": properties,
            "required": [*(["auth"] if script.account else []), *script.arguments["required"]],
        },
    }
    return yaml.dump(content, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=1000)


def shape_field(script: FlatScript, name: str, schema: Schema) -> dict[str, Any]:
    """Return the form's field of an argument: a picker, or what Windmill draws for the schema."""
    if name in script.pickers:
        return {"type": "object", "format": f"{PICKER}{name}", "description": schema["description"]}
    field = shape_argument(schema, {}, MAX_FIELD)
    if field.get("items", {}).get("type") == "string":  # of these, Windmill keeps the type and the enum
        field["items"] = {key: value for key, value in field["items"].items() if key in ("type", "enum")}
    is_optional = name not in script.arguments["required"] and name not in script.defaults
    if is_optional and field["type"] in ("string", "array") and not is_multiselect(field):
        field["nullable"] = True
    if "enum" in schema:
        field["originalType"] = "string"
    return field
