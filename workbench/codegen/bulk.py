"""The scripts that import files: each is a module of `parts/bulk/`, with the parts that it uses pasted in."""

import ast
import re
from pathlib import Path

import jinja2

from workbench.codegen.read import KNOWLEDGE
from workbench.codegen.render.parts import PARTS, names_of, read_parts, used_names

TEMPLATES = jinja2.Environment(  # noqa: S701  # it writes YAML, not HTML
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates/bulk"),
    undefined=jinja2.StrictUndefined,
    keep_trailing_newline=True,
)
SCRIPTS = ("import_events", "import_profiles", "import_subscriptions")
LOCK = KNOWLEDGE / "import.lock"
FOLDER = PARTS / "bulk"
INTERFACE = "Records"
ORDER = ["errors", "options", "records", "running", "sources", "reading", "columns", "values", "store", "journal"]
ORDER += ["rejects", "requesting", "jobs", "progress", "by_hand"]


def files_of(revision: str) -> dict[str, str]:
    """Return path -> text of their scripts, forms and locks."""
    files = {}
    for name in SCRIPTS:
        stem = f"f/klaviyo/bulk/{name}"
        files[f"{stem}.py"] = assemble(name)
        files[f"{stem}.script.yaml"] = TEMPLATES.get_template(f"{name}.script.yaml.jinja").render(revision=revision)
        files[f"{stem}.script.lock"] = LOCK.read_text(encoding="utf-8")
    return files


def assemble(name: str) -> str:
    """Return the text of a script: its own module, then the definitions that it reaches, then what runs it by hand."""
    source = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
    lines = source.splitlines()
    statements = ast.parse(source).body
    imports = [statement for statement in statements if isinstance(statement, (ast.Import, ast.ImportFrom))]
    head, own = lines[: imports[0].lineno - 1], lines[imports[-1].end_lineno : statements[-1].lineno - 1]
    parts = read_parts(FOLDER, ORDER)
    needed = {text for text in map(ast.unparse, imports) if not text.startswith("from workbench.")}
    text = "\n".join([*head, *sorted(parts.imports | needed), *own])
    module, was_constant = "", False
    [kind] = [
        statement.name for statement in statements if isinstance(statement, ast.ClassDef) and statement.decorator_list
    ]
    defined = set().union(*(names_of(statement)[0] for statement in statements))
    for definition in parts.reach(used_names(source)):
        if definition.defines == {INTERFACE}:
            continue  # what the parts know of all kinds of records; a script has one
        if definition.defines <= defined:
            continue  # such as a rate limit of its own
        if definition.module != module:
            module = definition.module
            text += f"\n\n\n{heading(module)}"
            was_constant = False
        is_constant = not re.search("^(def|class|@)", definition.text, re.MULTILINE)  # these stand below each other
        text += "\n" * (1 if is_constant and was_constant else 3)
        was_constant = is_constant
        text += re.sub(rf"\b{INTERFACE}\b", kind, definition.text)
    return "\n".join([text, "", "", *lines[statements[-1].lineno - 1 :], ""])


def heading(module: str) -> str:
    """Return the line above a part: what its docstring says."""
    title = ast.get_docstring(ast.parse((FOLDER / f"{module}.py").read_text(encoding="utf-8")))
    return f"# --- {title} ".ljust(120, "-")
