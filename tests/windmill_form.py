"""What Windmill's form component makes of a form that nobody touches: the arguments that it sends.

A model of the component, compared in test_forms with what the component itself gave (windmill-components 1.655.2).
"""

import copy
from typing import Any


def untouched(form: Any) -> dict[str, Any]:
    """The arguments of a section: for each field what is sent though nobody touched it, if anything."""
    required = form.get("required", [])
    required = required if isinstance(required, list) else []
    values = {name: value_of(field, name in required) for name, field in form["properties"].items()}
    return {name: value for name, value in values.items() if value is not ABSENT}


ABSENT = object()


def value_of(field: Any, required: bool) -> Any:
    if "default" in field:
        return copy.deepcopy(field["default"])
    match field["type"]:
        case "string" if "enum" in field:
            return field["enum"][0] if required else ABSENT
        case "string" if field.get("format") in ("date", "date-time") or field.get("nullable"):
            return ABSENT
        case "string":
            return ABSENT if "contentEncoding" in field else ""
        case "array":
            return ABSENT if field.get("nullable") else []
        case "boolean":
            return False
        case "object" if "properties" in field:
            return untouched(field)
        case "object":
            return ABSENT if field.get("format", "").startswith("resource-") else None
    return ABSENT
