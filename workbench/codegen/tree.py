"""All generated files: rendered, formatted, compared with the tree, written."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from workbench.codegen import bulk
from workbench.codegen.bundle import add_contents
from workbench.codegen.decide import Endpoint, argument_name, decide
from workbench.codegen.read import Description, Knowledge
from workbench.codegen.reads import ATTRIBUTES_MODULE, ENDPOINTS_MODULE, names_of_reads, write_modules
from workbench.codegen.render import render
from workbench.codegen.render.tools import render_tools

GENERATED = ("f/klaviyo/README.md", *(f"f/klaviyo/*/*.{end}" for end in ("py", "script.yaml", "script.lock")))
GENERATED += ("schemas/**/*.json", ENDPOINTS_MODULE, ATTRIBUTES_MODULE, bulk.REVISION_MODULE)
HAND_WRITTEN = re.compile(f"f/klaviyo/(bulk/(?!({'|'.join(bulk.SCRIPTS)})[.])|examples/|[^/]*__flow/)")


def build(description: Description, knowledge: Knowledge) -> dict[str, str]:
    """Return path -> text of every generated file."""
    endpoints = [decide(operation, description, knowledge) for operation in description.operations]
    endpoints.sort(key=lambda endpoint: endpoint.stem)
    files = {path: text for endpoint in endpoints for path, text in render(endpoint).items()}
    modules = {bulk.REVISION_MODULE: bulk.write_revision(description)}
    modules |= format_scripts(write_modules(endpoints, description))
    bundles = format_scripts(bulk.files_of(endpoints, description, modules))
    bundles |= {path: add_contents(bundles[path], module) for path, module in bulk.ENTRIES.items()}
    files = format_scripts(files) | modules | bundles
    index = {
        "revision": description.revision,
        "sha256": description.sha256,
        "count": len(endpoints),
        "operations": list(map(index_entry, endpoints)),
    }
    files["schemas/index.json"] = json.dumps(index, ensure_ascii=False, indent=2) + "\n"
    forms = {name: files[f"f/klaviyo/bulk/{name}.script.yaml"] for name in bulk.SCRIPTS}
    files |= render_tools(endpoints, forms, description.revision)
    files["f/klaviyo/README.md"] = readme(endpoints)
    return dict(sorted(files.items()))


def format_scripts(files: dict[str, str]) -> dict[str, str]:
    """Return the files, with scripts as ruff formats them and without unused imports."""
    scripts = {path: text for path, text in files.items() if path.endswith(".py")}
    with tempfile.TemporaryDirectory() as folder:
        for path, text in scripts.items():
            write_file(Path(folder) / path, text)
        ruff = [sys.executable, "-m", "ruff"]
        isolated = ["--isolated", "--quiet", "--no-cache", "--line-length", "120", folder]
        subprocess.run([*ruff, "check", "--fix", "--select", "F401,I", *isolated], check=True)  # noqa: S603
        subprocess.run([*ruff, "format", *isolated], check=True)  # noqa: S603
        return files | {path: (Path(folder) / path).read_text(encoding="utf-8") for path in scripts}


def index_entry(endpoint: Endpoint) -> dict[str, Any]:
    """Return what anything may build on."""
    query = [argument.api_name for argument in endpoint.arguments if argument.place == "query"]
    return {
        "operation": endpoint.name,
        "category": endpoint.category,
        "method": endpoint.method,
        "path": endpoint.path,
        "script": f"f/klaviyo/{endpoint.stem}.py",
        "schema": f"schemas/{endpoint.stem}.json",
        "needs_key": endpoint.needs_key,
        "scopes": endpoint.scopes,
        "rate_limits": endpoint.rates,
        "query": {name: argument_name(name) for name in query},
        "content_type": endpoint.content_type,
        "success": {"status": endpoint.status, "content": endpoint.answer is not None},
        **({"answer": f"schemas/answers/{endpoint.stem}.json"} if endpoint.answer else {}),
        **({"filters": endpoint.filters} if endpoint.filters else {}),
        **({"max_bytes": endpoint.max_bytes} if endpoint.max_bytes else {}),
        **({"counts": endpoint.counts} if endpoint.counts else {}),
    }


def readme(endpoints: list[Endpoint]) -> str:
    """Return the index for people: of each operation the first sentence of its description."""
    lines = [
        "# Scripts",
        "",
        f"{len(endpoints)} operations of revision {endpoints[0].revision}, all generated. Files with many events,",
        "profiles or consents: [import_events](bulk/import_events.py), [import_profiles](bulk/import_profiles.py),",
        "[import_subscriptions](bulk/import_subscriptions.py). All pages of",
        f"{len(names_of_reads(endpoints))} of the reads, as a file: [export](bulk/export.py).",
    ]
    tag = None
    for endpoint in endpoints:
        if endpoint.tag != tag:
            tag = endpoint.tag
            lines += ["", f"## {tag}", "", "| script | calls | rate | scopes | |", "| --- | --- | --- | --- | --- |"]
        link = f"[{endpoint.name}]({endpoint.stem}.py)"
        text = re.split(r"(?<=[.?]) ", endpoint.description.replace("\n", " "))[0]
        call, rate = f"`{endpoint.method} {endpoint.path}`", ", ".join(endpoint.rates.values())
        lines.append(f"| {link} | {call} | {rate} | {', '.join(endpoint.scopes)} | {text} |")
    return "\n".join(lines) + "\n"


def read_tree(out: Path) -> dict[str, str]:
    """Return the generated files that are there."""
    paths = {path for pattern in GENERATED for path in out.glob(pattern)}
    texts = {str(path.relative_to(out)): path.read_text(encoding="utf-8") for path in paths}
    return {path: text for path, text in sorted(texts.items()) if not HAND_WRITTEN.match(path)}


def write_tree(files: dict[str, str], out: Path) -> None:
    """Write the files, and delete generated ones that are not among them."""
    for path in read_tree(out).keys() - files.keys():
        (out / path).unlink()
    for path, text in files.items():
        write_file(out / path, text)


def write_file(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
