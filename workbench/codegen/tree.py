"""All generated files: rendered, formatted, compared with the tree, written."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from workbench.codegen import bulk
from workbench.codegen.bundle import add_contents, bundle
from workbench.codegen.decide import Endpoint, decide_endpoints
from workbench.codegen.flat import decide_scripts, list_entries
from workbench.codegen.modules import OPERATIONS_MODULE
from workbench.codegen.operations import write_operations
from workbench.codegen.read import Description, Knowledge
from workbench.codegen.reads import ATTRIBUTES_MODULE, ENDPOINTS_MODULE, names_of_reads, write_modules
from workbench.codegen.render import render
from workbench.codegen.render.flat import render_flat
from workbench.codegen.render.index import render_index
from workbench.codegen.render.readme import render_readme
from workbench.codegen.render.tools import render_tools
from workbench.collection import ROOT

Files = dict[str, str]  # path -> text

GENERATED = ("f/klaviyo/README.md", *(f"f/klaviyo/*/*.{end}" for end in ("py", "script.yaml", "script.lock")))
DESCRIPTIONS = "workbench/codegen/description"
GENERATED += ("schemas/**/*.json", ENDPOINTS_MODULE, ATTRIBUTES_MODULE, OPERATIONS_MODULE, bulk.REVISION_MODULE)
GENERATED += (f"{DESCRIPTIONS}/*.json",)
HAND_WRITTEN = re.compile(f"f/klaviyo/(bulk/(?!({'|'.join(bulk.SCRIPTS)})[.])|examples/|[^/]*__flow/)")


def stored_description(root: Path = ROOT) -> Path:
    """Return the description that the committed tree was generated from."""
    [path] = (root / DESCRIPTIONS).glob("*.json")
    return path


def build(description: Description, knowledge: Knowledge) -> Files:
    """Return path -> text of every generated file. Raises DescriptionError, KnowledgeError."""
    endpoints = decide_endpoints(description, knowledge)
    modules = format_scripts(write_modules(endpoints, description)) | {
        bulk.REVISION_MODULE: bulk.write_revision(description)
    }
    files = format_scripts(render_files(endpoints))
    modules |= format_scripts(write_operations(endpoints))
    bundles = bundle_scripts(endpoints, description, knowledge, modules)
    scripts = decide_scripts(bundles, knowledge)
    flat: Files = {}
    for script in scripts:
        flat |= render_flat(script, knowledge.locks.get(script.category, knowledge.lock))
    forms = {name: bundles[f"f/klaviyo/bulk/{name}.script.yaml"] for name in bulk.SCRIPTS}
    tools = render_tools(scripts, endpoints, forms, description.revision)
    lists = {
        "f/klaviyo/README.md": render_readme(scripts, endpoints, names_of_reads(endpoints)),
        "schemas/index.json": render_index(scripts, endpoints, description),
    }
    stored = {f"{DESCRIPTIONS}/{description.revision}.json": description.text}
    return dict(sorted((files | modules | bundles | flat | tools | lists | stored).items()))


def render_files(endpoints: list[Endpoint]) -> Files:
    """Return the files of each endpoint."""
    return {path: text for endpoint in endpoints for path, text in render(endpoint).items()}


def bundle_scripts(endpoints: list[Endpoint], description: Description, knowledge: Knowledge, modules: Files) -> Files:
    """Return the files of the scripts that are bundled from packages, with a table of contents each.

    `modules` are those of the packages that are generated, too.
    """
    entries = list_entries(knowledge)
    flat = {path: bundle(module, modules) for path, module in entries.items()}
    files = format_scripts(bulk.files_of(endpoints, description, modules) | flat)
    return files | {path: add_contents(files[path], module) for path, module in (bulk.ENTRIES | entries).items()}


def format_scripts(files: Files) -> Files:
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


def read_tree(out: Path) -> Files:
    """Return the generated files that are there."""
    paths = {path for pattern in GENERATED for path in out.glob(pattern)}
    texts = {str(path.relative_to(out)): path.read_text(encoding="utf-8") for path in paths}
    return {path: text for path, text in sorted(texts.items()) if not HAND_WRITTEN.match(path)}


def write_tree(files: Files, out: Path) -> None:
    """Write the files, and delete generated ones that are not among them."""
    for path in read_tree(out).keys() - files.keys():
        (out / path).unlink()
    for path, text in files.items():
        write_file(out / path, text)


def write_file(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
