"""OpenAPI schemas -> TypedDicts, one to one."""

import json
import keyword
import re
from dataclasses import dataclass, field
from typing import Any

from workbench.codegen.description import Description
from workbench.codegen.schemas import ref_name, required_first, resolved

SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
TAKEN = {"Any", "Body", "Fault", "HTTPAdapter", "InvalidInput", "KlaviyoError", "Literal", "NotRequired", "Retry"}
TAKEN |= {"Decimal", "Iterable", "Iterator", "Mapping", "Sequence", "Throttled", "TypedDict", "Validator", "NamedTuple"}


@dataclass
class Classes:
    """The TypedDicts of one script in the order in which they are first spoken of: name -> fields."""

    description: Description
    fields: dict[str, dict[str, str]] = field(default_factory=dict)


def classes(body: dict[str, Any], description: Description) -> dict[str, dict[str, str]]:
    """All TypedDicts of a body, as name -> field -> annotation; the first is Body."""
    found = Classes(description)
    define("Body", resolved(body, description), found)
    return found.fields


def define(name: str, node: dict[str, Any], found: Classes) -> None:
    if name in found.fields:
        return
    found.fields[name] = fields = {}
    properties = required_first(node)
    later: list[tuple[str, dict[str, Any]]] = []
    for key, child in properties.items():
        annotation = annotated(child, name + pascal(key), later, found)
        quoted = f'"{annotation}"' if any(later_name in annotation for later_name, _ in later) else annotation
        fields[key] = quoted if key in node.get("required", []) else f"NotRequired[{quoted}]"
    for later_name, later_node in later:
        define(later_name, later_node, found)


def annotated(node: dict[str, Any], name: str, later: list[tuple[str, dict[str, Any]]], found: Classes) -> str:
    """The annotation of a value; the classes that it speaks of are added to `later`."""
    if "$ref" in node:
        name = ref_name(node)
        name = f"{name}_" if name in TAKEN else name
    whole = resolved(node, found.description)
    if "oneOf" in whole:
        members = [annotated(member, f"{name}{index}", later, found) for index, member in enumerate(whole["oneOf"], 1)]
        if "float" in members:
            members = [member for member in members if member != "int"]
        annotation = " | ".join(dict.fromkeys(members))
    elif whole.get("properties"):
        later.append((name, whole))
        annotation = name
    elif whole.get("enum") == [None]:
        annotation = "None"
    elif "enum" in whole and whole["type"] != "boolean":
        # A Literal of True or False is beyond what builds schemas from types.
        annotation = f"Literal[{', '.join(json.dumps(value) for value in whole['enum'] if value is not None)}]"
    elif whole.get("type") == "array":
        annotation = f"list[{annotated(whole['items'], f'{name}Item', later, found)}]"
    elif whole.get("type") == "object":
        annotation = "dict[str, Any]"
    else:
        annotation = SCALARS[whole["type"]] if "type" in whole else "Any"
    optional = whole.get("nullable") and annotation != "Any" and not annotation.endswith("None")
    return f"{annotation} | None" if optional else annotation


def pascal(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"\W|_", name))


def is_plain(name: str) -> bool:
    """Whether a class body can have a field of this name."""
    return name.isidentifier() and not keyword.iskeyword(name) and not name.startswith("__")
