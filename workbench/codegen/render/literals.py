"""Python literals, and long lists of them."""

import json
from typing import Any


def render_value(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}": {render_value(item)}' for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(render_value, value)) + "]"
    if isinstance(value, str):
        return f'r"{value}"' if "\\" in value else json.dumps(value, ensure_ascii=False)
    return repr(value)


def wrap_names(names: list[str], separator: str, indent: str = "    ") -> str:
    """Return the names in lines of at most 120 columns."""
    lines = [indent]
    for index, name in enumerate(names):
        text = name + separator * (index < len(names) - 1)
        if len((lines[-1] + text).rstrip()) > 120:
            lines.append(indent)
        lines[-1] += text
    return "\n".join(line.rstrip() for line in lines)
