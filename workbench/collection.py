"""The committed collection as data: `schemas/index.json`, the schemas and the scripts it names."""

import importlib.util
import json
import os
import sys
from pathlib import Path
from typing import Any, TypedDict

ROOT = Path(__file__).resolve().parent.parent
# A tree generated elsewhere, of another revision, can be looked at in place of the committed one.
COLLECTION = Path(os.environ.get("KLAVIYO_COLLECTION", ROOT))


class Success(TypedDict):
    status: int
    content: bool


class Operation(TypedDict):
    """One entry of `schemas/index.json`.

    `script` and `schema` are paths from its root; `query` names the argument of each query parameter.
    """

    operation: str
    category: str
    method: str
    path: str
    script: str
    schema: str
    scopes: list[str]
    rate_limits: dict[str, str]
    needs_key: bool
    query: dict[str, str]
    content_type: str | None
    success: Success


class Index(TypedDict):
    """`sha256` is of the description that the collection was generated from, `count` of operations."""

    revision: str
    sha256: str
    count: int
    operations: list[Operation]


def load_index() -> Index:
    index: Index = json.loads((COLLECTION / "schemas/index.json").read_text(encoding="utf-8"))
    return index


def load_operation(name: str) -> Operation:
    """The entry of the operation of that name; KeyError where there is none."""
    return {operation["operation"]: operation for operation in load_index()["operations"]}[name]


def load_schema(operation: Operation) -> dict[str, Any]:
    """The JSON Schema of the operation's inputs."""
    schema: dict[str, Any] = json.loads((COLLECTION / operation["schema"]).read_text(encoding="utf-8"))
    return schema


def load_script(operation: Operation) -> Any:
    """A fresh module of the operation's script, so that what is replaced in it (`API`) stays with the caller."""
    return load_module(COLLECTION / operation["script"])


def load_module(path: Path) -> Any:
    """A fresh module of any script."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # where typing and dataclasses look up what is named in quotes
    spec.loader.exec_module(module)
    return module
