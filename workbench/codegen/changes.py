"""What differs between two generated trees, in terms of the API."""

import json
from typing import Any

from workbench.codegen.json_schema import Schema, transform

Files = dict[str, str]


def list_changes(before: Files, after: Files) -> list[str]:
    """Return a line for each operation added, removed, renamed or changed, and one with the number of files."""
    old, new = operations(before), operations(after)
    removed, added = old.keys() - new.keys(), new.keys() - old.keys()
    lines = []
    for name in sorted(added):
        call = (new[name]["method"], new[name]["path"])
        former = [other for other in sorted(removed) if (old[other]["method"], old[other]["path"]) == call]
        if former:
            removed.remove(former[0])
            lines.append(f"renamed  {former[0]} -> {name}")
        else:
            lines.append(f"added    {name}: {' '.join(call)}")
    lines += [f"removed  {name}" for name in sorted(removed)]
    for name in sorted(old.keys() & new.keys()):
        lines += [f"changed  {name}: {what}" for what in differences(old[name], new[name], before, after)]
    if count := sum(before.get(path) != after.get(path) for path in before.keys() | after.keys()):
        lines.append(f"{count} files differ")
    return lines


def operations(files: Files) -> dict[str, Any]:
    index = json.loads(files.get("schemas/index.json", '{"operations": []}'))
    return {operation["operation"]: operation for operation in index["operations"]}


def differences(old: Any, new: Any, before: Files, after: Files) -> list[str]:
    lines = [f"{key} {old.get(key)} -> {new[key]}" for key in ("method", "path", "scopes") if old.get(key) != new[key]]
    was, now = (json.loads(files.get(entry["schema"], "{}")) for files, entry in ((before, old), (after, new)))
    arguments, other = was.get("properties", {}), now.get("properties", {})
    lines += [f"new argument {name}" for name in other if name not in arguments]
    lines += [f"argument {name} removed" for name in arguments if name not in other]
    for name in other:
        if name in arguments and asserting(with_definitions(was, name)) != asserting(with_definitions(now, name)):
            lines.append(f"argument {name}")
    return lines


def with_definitions(schema: Any, name: str) -> Any:
    """Return the schema of an argument; that of a body with the definitions that it refers to."""
    return {**schema["properties"][name], **({"$defs": schema.get("$defs", {})} if name == "body" else {})}


def asserting(schema: Any) -> Any:
    """Return the schema without its descriptions, defaults and examples."""
    return transform(schema, without_annotations)


def without_annotations(schema: Schema) -> Schema:
    return {
        keyword: value for keyword, value in schema.items() if keyword not in ("description", "default", "examples")
    }
