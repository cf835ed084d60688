"""What the page shows of each script: the list of all, and the schema and facts of one."""

import functools
import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from workbench.collection import (
    COLLECTION,
    FlatScript,
    Operation,
    load_answer,
    load_index,
    load_module,
    load_operation,
    load_schema,
    load_tools,
)


@dataclass(frozen=True)
class Script:
    """A script that has a form. `operation`, `flat`: its entry in the index; those for files have none."""

    name: str
    path: str
    schema: dict[str, Any]
    needs_key: bool
    operation: Operation | None = None
    flat: FlatScript | None = None

    @property
    def is_bulk(self) -> bool:
        return self.operation is None and self.flat is None

    @property
    def sends_one_request(self) -> bool:
        """Whether what it sends follows from its arguments alone."""
        return self.operation is not None

    @property
    def pickers(self) -> list[str]:
        """The arguments that a function of the script offers choices for."""
        return self.flat["pickers"] if self.flat else []

    @property
    def query(self) -> dict[str, str]:
        """The argument of each query parameter."""
        return self.operation["query"] if self.operation else {}


def get_script(name: str) -> Script:
    """Return the script of this name. Raises KeyError."""
    if name in bulk_files():
        return Script(name, f"f/klaviyo/bulk/{name}.py", bulk_schema(name), needs_key=True)
    if name in flat_scripts():
        return flat_script(flat_scripts()[name])
    return script_of(load_operation(name))


def flat_scripts() -> dict[str, FlatScript]:
    """Return the scripts for everyday use and the triggers that poll, by name."""
    index = load_index()
    polling = [entry for entry in index["triggers"] if entry["kind"] == "trigger"]
    return {entry["name"]: entry for entry in (*index["everyday"], *polling)}


def flat_script(entry: FlatScript) -> Script:
    schema = load_schema(entry)
    for name in entry["pickers"]:
        schema["properties"][name]["picker"] = True
    return Script(entry["name"], entry["script"], schema, entry["needs_key"], flat=entry)


def script_of(operation: Operation) -> Script:
    name, schema = operation["operation"], load_schema(operation)
    return Script(name, operation["script"], schema, operation["needs_key"], operation)


def bulk_files() -> dict[str, Path]:
    """Return name -> `.script.yaml` of the scripts for files."""
    files = sorted((COLLECTION / "f/klaviyo/bulk").glob("*.script.yaml"))
    return {file.name.removesuffix(".script.yaml"): file for file in files}


def bulk_schema(name: str) -> dict[str, Any]:
    """Return the arguments of a script for files as its form in Windmill has them, without auth."""
    form = yaml.safe_load(bulk_files()[name].read_text(encoding="utf-8"))
    schema: dict[str, Any] = form["schema"]
    del schema["properties"]["auth"]
    names = {keyword: [name for name in schema[keyword] if name != "auth"] for keyword in ("order", "required")}
    return {**schema, **names, "title": form["summary"], "description": plain_description(form["description"])}


def plain_description(markdown: str) -> str:
    """Return a description in Markdown as the schemas have it: a text, an empty line, and a line for each fact."""
    text, *paragraphs = markdown.split("\n\n")
    facts = "\n".join(paragraphs).replace("Limits:\n- ", "Limits: ").replace("\n- ", "; ")
    return f"{text}\n\n" + re.sub(r"\[Klaviyo's reference\]\((.+)\)", r"Reference: \1", facts)


@functools.cache
def list_scripts() -> list[dict[str, Any]]:
    """Return what the list of the page shows, and searches, of each script."""
    flat = map(flat_script, flat_scripts().values())
    operations = map(script_of, load_index()["operations"])
    return [list_entry(script) for script in (*flat, *map(get_script, bulk_files()), *operations)]


def list_entry(script: Script) -> dict[str, Any]:
    return {
        **call_of(script),
        "title": script.schema["title"],
        "summary": script.schema["description"].partition("\n\n")[0],
        "fields": list(dict.fromkeys(property_names(script.schema))),
    }


def call_of(script: Script) -> dict[str, Any]:
    entry = script.operation
    hints = load_hints().get(script.name, {})
    access = "READ" if hints.get("readOnlyHint") else "WRITE"
    return {
        "operation": script.name,
        "category": Path(script.path).parent.name,
        "method": entry["method"] if entry else access if script.flat else None,
        "path": entry["path"] if entry else None,
        "script": script.path,
    }


def property_names(schema: Any) -> Iterator[str]:
    """Yield the names of all properties in a schema, the outermost first."""
    pending = deque([schema])
    while pending:
        node = pending.popleft()
        properties = node.get("properties", {})
        yield from properties
        pending += [*properties.values(), *node.get("oneOf", []), *node.get("$defs", {}).values()]
        pending += [node["items"]] if "items" in node else []


@functools.cache
def load_hints() -> dict[str, dict[str, bool]]:
    """Return name -> annotations of the operations as tools for agents."""
    return {tool["name"]: tool["annotations"] for tool in load_tools()}


def is_read(script: Script) -> bool:
    """Whether a run changes nothing in the account."""
    return bool(describe_script(script)["reads"])


def describe_script(script: Script) -> dict[str, Any]:
    """Return all that the page needs to draw a form and to say what a run does."""
    if script.operation:
        facts = facts_of_operation(script.operation)
    else:
        facts = facts_of_flat(script.flat) if script.flat else facts_of_bulk(script)
    return {**call_of(script), "schema": script.schema, "fields": fields_of_import(script.name), **facts}


@functools.cache
def fields_of_import(name: str) -> list[str]:
    """Return the fields that `mapping` of an import can name a column for; of other scripts, none."""
    if name not in bulk_files() or name == "export":
        return []
    module = load_module(COLLECTION / f"f/klaviyo/bulk/{name}.py")
    if name == "import_subscriptions":
        return list(module.headers_of("subscribe"))  # the action with the most
    records = module.Events if name == "import_events" else module.Profiles
    return list(records.headers.fget(None))


def facts_of_operation(operation: Operation) -> dict[str, Any]:
    hints = load_hints()[operation["operation"]]
    # An update overwrites, too; calling it twice does no more than calling it once.
    removes = operation["method"] == "DELETE" or not hints["idempotentHint"]
    return {
        "answer": load_answer(operation) if "answer" in operation else None,
        "filters": operation.get("filters", {}),
        "scopes": operation["scopes"],
        "rate_limits": operation["rate_limits"],
        "reads": hints["readOnlyHint"],
        "deletes": hints["destructiveHint"] and removes,
        "max_bytes": operation.get("max_bytes"),
        "counts": operation.get("counts", []),
    }


def facts_of_flat(entry: FlatScript) -> dict[str, Any]:
    hints = load_hints()[entry["name"]]
    return {
        "answer": json.loads((COLLECTION / entry["answer"]).read_text(encoding="utf-8")),
        "filters": {},
        "scopes": entry["scopes"],
        "rate_limits": {},
        "reads": hints["readOnlyHint"],
        "deletes": hints["destructiveHint"],
        "max_bytes": None,
        "counts": [],
    }


def facts_of_bulk(script: Script) -> dict[str, Any]:
    """Return the facts, of which the description has scopes and rates."""
    text = script.schema["description"]
    scopes = re.search(r"Scopes: ([\w-]+:\w+(?:, [\w-]+:\w+)*)\.$", text, re.MULTILINE)
    return {
        "answer": None,
        "filters": {},
        "scopes": scopes[1].split(", ") if scopes else [],
        "rate_limits": {window: rate for rate, window in re.findall(r"(\d+/[smhd]) (burst|steady)", text)},
        "reads": ":write" not in text,
        "deletes": False,
        "max_bytes": None,
        "counts": [],
    }
