"""All generated files: put together, tidied, compared with the tree, written."""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from workbench.codegen import bulk
from workbench.codegen.arguments import argument_name
from workbench.codegen.description import Description, Operation
from workbench.codegen.knowledge import Knowledge
from workbench.codegen.scripts import files_of

GENERATED = (
    "f/klaviyo/README.md",
    "f/klaviyo/*/*.py",
    "f/klaviyo/*/*.script.yaml",
    "f/klaviyo/*/*.script.lock",
    "schemas/**/*.json",
)
HAND_WRITTEN = re.compile(f"f/klaviyo/(bulk/(?!({'|'.join(bulk.SCRIPTS)})[.])|examples/|[^/]*__flow/)")


def build(description: Description, knowledge: Knowledge) -> dict[str, str]:
    """Path -> text of every generated file."""
    files: dict[str, str] = {}
    for operation in description.operations:
        files |= files_of(operation, description, knowledge)
    files = tidied(files | bulk.files_of(description.revision, knowledge))
    files["schemas/index.json"] = json.dumps(index(description), ensure_ascii=False, indent=2) + "\n"
    files["f/klaviyo/README.md"] = readme(description, knowledge)
    return dict(sorted(files.items()))


def tidied(files: dict[str, str]) -> dict[str, str]:
    """The scripts without unused imports and as ruff formats them; the templates need not count blank lines."""
    scripts = {path: text for path, text in files.items() if path.endswith(".py")}
    with tempfile.TemporaryDirectory() as folder:
        for path, text in scripts.items():
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        ruff = [sys.executable, "-m", "ruff"]
        isolated = ["--isolated", "--quiet", "--no-cache", "--line-length", "120", folder]
        subprocess.run([*ruff, "check", "--fix", "--select", "F401,I", *isolated], check=True)  # noqa: S603
        subprocess.run([*ruff, "format", *isolated], check=True)  # noqa: S603
        return files | {path: (Path(folder) / path).read_text(encoding="utf-8") for path in scripts}


def index(description: Description) -> dict[str, Any]:
    """What anything may build on: all operations, and what they were made from."""
    return {
        "revision": description.revision,
        "sha256": description.sha256,
        "count": len(description.operations),
        "operations": [entry(operation) for operation in in_order(description.operations)],
    }


def in_order(operations: Iterable[Operation]) -> list[Operation]:
    return sorted(operations, key=lambda operation: (operation.category, operation.name))


def entry(operation: Operation) -> dict[str, Any]:
    status, content = operation.success
    query = [parameter.name for parameter in operation.parameters if parameter.location == "query"]
    return {
        "operation": operation.name,
        "category": operation.category,
        "method": operation.method,
        "path": operation.path,
        "script": f"f/klaviyo/{operation.category}/{operation.name}.py",
        "schema": f"schemas/{operation.category}/{operation.name}.json",
        "needs_key": operation.needs_key,
        "scopes": operation.scopes,
        "rate_limits": operation.rate_limits,
        "query": {name: argument_name(name) for name in query},
        "content_type": operation.body.content_type if operation.body else None,
        "success": {"status": status, "content": content},
    }


def readme(description: Description, knowledge: Knowledge) -> str:
    """The index for people: of each operation the first sentence of its words."""
    lines = [
        "# Scripts",
        "",
        f"{len(description.operations)} operations of revision {description.revision}, all generated. Whole files of",
        "events and profiles: [import_events](bulk/import_events.py) and [import_profiles](bulk/import_profiles.py).",
    ]
    category = None
    for operation in in_order(description.operations):
        if operation.category != category:
            category = operation.category
            lines += [
                "",
                f"## {operation.tag}",
                "",
                "| script | calls | rate | scopes | |",
                "| --- | --- | --- | --- | --- |",
            ]
        link = f"[{operation.name}]({operation.category}/{operation.name}.py)"
        call = f"`{operation.method} {operation.path}`"
        words = re.split(r"(?<=[.?]) ", (knowledge.description(operation) or operation.summary).replace("\n", " "))[0]
        rate = ", ".join(operation.rate_limits.values())
        lines.append(f"| {link} | {call} | {rate} | {', '.join(operation.scopes)} | {words} |")
    return "\n".join(lines) + "\n"


def present(out: Path) -> dict[str, str]:
    """The generated files that are there, whoever made them."""
    paths = {path for pattern in GENERATED for path in out.glob(pattern)}
    found = {str(path.relative_to(out)): path.read_text(encoding="utf-8") for path in paths}
    return {path: text for path, text in sorted(found.items()) if not HAND_WRITTEN.match(path)}


def write(files: dict[str, str], out: Path) -> None:
    """Make the tree say what `files` say; delete what they no longer have."""
    for path in present(out).keys() - files.keys():
        (out / path).unlink()
    for path, text in files.items():
        file = out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def left_behind(out: Path, revision: str) -> list[str]:
    """The hand-written flows whose steps name another revision than the scripts are of now."""
    flows = sorted(out.glob("f/klaviyo/**/flow.yaml"))
    dates = {flow: re.findall(r"revision:.*'(\d{4}-\d\d-\d\d)'", flow.read_text(encoding="utf-8")) for flow in flows}
    return [str(flow.relative_to(out)) for flow, found in dates.items() if set(found) - {revision}]
