"""The committed forms, and a model of Windmill's form component: which arguments it sends.

`tests/operations/component.json` has what the component itself sent (SchemaForm of the npm package windmill-components
1.655.2 in Chromium), for forms with a field or two: `schema` and `arguments` are what it was mounted with, `sent` is
its `args` half a second later. It has a case for each kind of field in our forms, untouched and opened with a value.
"""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from workbench.collection import COLLECTION, Operation


def metadata_of(script: str, root: Path = COLLECTION) -> Any:
    """Return the content of the `.script.yaml` beside a script; its `schema` is the form."""
    return read_yaml((root / script).with_suffix(".script.yaml"))


class Loader(yaml.CSafeLoader):
    """Reads YAML as Windmill's CLI does, to which a time without quotes is a text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in Loader.yaml_implicit_resolvers.items()
}


def read_yaml(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader)  # noqa: S506  # a safe loader


def form_of(operation: Operation) -> Any:
    """Return the form of an operation."""
    return metadata_of(operation["script"])["schema"]


def fields_of(form: Any) -> Iterator[tuple[Any, bool]]:
    """Yield every field of a form, at any depth, and whether it has a star."""
    for name, field in form.get("properties", {}).items():
        yield field, name in form.get("required", [])
        for section in (field, field.get("items", {}), *field.get("oneOf", [])):
            yield from fields_of(section)


def widget_of(field: Any, required: bool) -> str:
    """Return what the component draws, and sends, a field by: its keywords other than texts and limits."""
    items = field.get("items", {})
    words = [field["type"], field.get("format"), field.get("contentEncoding")]
    words += [keyword for keyword in ("enum", "default", "nullable", "properties", "oneOf") if keyword in field]
    words += [f"of {items['type']}"] if items else []
    words += [keyword for keyword in ("enum", "properties") if keyword in items]
    return " ".join([*filter(None, words), *["required"] * required])


def initial_values(form: Any) -> dict[str, Any]:
    """Return what the component sends for a form, or a section of it, that nobody filled in."""
    return opened_values(form, {})


def opened_values(form: Any, arguments: dict[str, Any]) -> dict[str, Any]:
    """Return what the component sends for a form that was opened with these arguments and not changed."""
    required = form.get("required", [])
    values = {
        name: opened_value(field, arguments.get(name, ABSENT), name in required)
        for name, field in form["properties"].items()
    }
    return {name: value for name, value in values.items() if value is not ABSENT}


ABSENT = object()


def opened_value(field: Any, value: Any, required: bool) -> Any:
    """Return what the component sends for a field that it was opened with this value for, ABSENT for nothing."""
    if "oneOf" in field:
        return opened_tab(field["oneOf"], value if isinstance(value, dict) else {})
    if value is None and "properties" in field:
        return initial_values(field)
    if value is ABSENT:
        return initial_value(field, required)
    if isinstance(value, dict) and "properties" in field:
        return opened_values(field, value)
    if isinstance(value, list) and "properties" in field.get("items", {}):
        return [opened_values(field["items"], item) for item in value]
    return copy.deepcopy(value)


def opened_tab(tabs: list[Any], value: dict[str, Any]) -> dict[str, Any]:
    """Return what the component sends for tabs: the fields of the one that `kind` names, else of the first."""
    tab = next((tab for tab in tabs if tab["title"] == value.get("kind")), tabs[0])
    fields = {name: field for name, field in tab["properties"].items() if name != "kind"}
    return {**opened_values({**tab, "properties": fields}, value), "kind": tab["title"]}


def initial_value(field: Any, required: bool) -> Any:
    """Return what the component sends for a field that nobody filled in, ABSENT for nothing."""
    if "default" in field:
        return copy.deepcopy(field["default"])
    match field["type"]:
        case "string" if "enum" in field:
            return field["enum"][0] if required else ABSENT
        case "string" if field.get("format") in ("date", "date-time", "email") or field.get("nullable"):
            return ABSENT
        case "string":
            return ABSENT if "contentEncoding" in field else ""
        case "array":
            return ABSENT if field.get("nullable") else []
        case "boolean":
            return False
        case "object" if "properties" in field:
            return initial_values(field)
        case "object":
            return ABSENT if field.get("format", "").startswith("resource-") else None
    return ABSENT
