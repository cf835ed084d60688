"""The committed forms, and a model of Windmill's form component: which arguments it sends.

test_forms compares the model with what the component itself sent (windmill-components 1.655.2).
"""

import copy
from pathlib import Path
from typing import Any

import yaml

from workbench.collection import COLLECTION, Operation


def metadata_of(script: str, root: Path = COLLECTION) -> Any:
    """Return the content of the `.script.yaml` beside a script; its `schema` is the form."""
    text = (root / script).with_suffix(".script.yaml").read_text(encoding="utf-8")
    return yaml.load(text, yaml.CSafeLoader)  # a safe loader, and a fast one


def form_of(operation: Operation) -> Any:
    """Return the form of an operation."""
    return metadata_of(operation["script"])["schema"]


def initial_values(form: Any) -> dict[str, Any]:
    """Return what the component sends for a form, or a section of it, that nobody filled in."""
    required = form.get("required", [])
    required = required if isinstance(required, list) else []
    values = {name: initial_value(field, name in required) for name, field in form["properties"].items()}
    return {name: value for name, value in values.items() if value is not ABSENT}


ABSENT = object()


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
