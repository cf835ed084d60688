"""The committed collection as data: `schemas/index.json`, and the schemas and scripts that it names."""

import importlib.util
import json
import os
import sys
from pathlib import Path
from typing import Any, NotRequired, TypedDict

ROOT = Path(__file__).resolve().parent.parent
# Another tree, such as one generated for another revision, can be used in place of the committed one.
COLLECTION = Path(os.environ.get("KLAVIYO_COLLECTION", ROOT))


class Success(TypedDict):
    status: int
    content: bool


class Count(TypedDict):
    """A list that may have at most `max` items; `at`: its path, such as `body.data[].items`, all of them together."""

    what: str
    max: int
    at: str


class Operation(TypedDict):
    """An entry of `schemas/index.json`. `query`: the argument of each query parameter. `filters`: the operators of each
    field. `answer`: the schema of an answer, if it has content. `max_bytes`: of the body."""

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
    answer: NotRequired[str]
    filters: NotRequired[dict[str, list[str]]]
    max_bytes: NotRequired[int]
    counts: NotRequired[list[Count]]


class FlatScript(TypedDict):
    """A script for everyday use, or a trigger. `pickers`: arguments that functions of these names offer choices for.
    `kind`: trigger if it polls, else script."""

    name: str
    kind: str
    needs_key: bool
    title: str
    summary: str
    script: str
    schema: str
    answer: str
    scopes: list[str]
    pickers: list[str]


class Index(TypedDict):
    """The content of `schemas/index.json`. `sha256`: of the API description that the collection was generated from."""

    revision: str
    sha256: str
    count: int
    everyday: list[FlatScript]
    triggers: list[FlatScript]
    operations: list[Operation]


def load_index() -> Index:
    index: Index = json.loads((COLLECTION / "schemas/index.json").read_text(encoding="utf-8"))
    return index


def load_operation(name: str) -> Operation:
    """Return the entry of an operation. Raises KeyError."""
    return {operation["operation"]: operation for operation in load_index()["operations"]}[name]


def load_schema(entry: Operation | FlatScript) -> dict[str, Any]:
    """Return the JSON Schema of a script's arguments."""
    schema: dict[str, Any] = json.loads((COLLECTION / entry["schema"]).read_text(encoding="utf-8"))
    return schema


def load_tools() -> list[dict[str, Any]]:
    """Return the tools for AI agents, of all files in `schemas/tools`."""
    folder = COLLECTION / "schemas/tools"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    texts = [(folder / entry["file"]).read_text(encoding="utf-8") for entry in index["files"]]
    return [tool for text in texts for tool in json.loads(text)["tools"]]


def load_answer(operation: Operation) -> dict[str, Any]:
    """Return the JSON Schema of the operation's answer, which must have content."""
    schema: dict[str, Any] = json.loads((COLLECTION / operation["answer"]).read_text(encoding="utf-8"))
    return schema


def load_script(entry: Operation | FlatScript) -> Any:
    """Return a new module of a script, in which a caller may replace constants such as API."""
    return load_module(COLLECTION / entry["script"])


def load_module(path: Path) -> Any:
    """Return a new module of the script at this path."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is not a Python module")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # where typing and dataclasses look up names in quotes
    spec.loader.exec_module(module)
    return module
