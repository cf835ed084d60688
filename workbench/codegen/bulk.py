"""The scripts for files: each is a module of `workbench/bulk`, with what it uses of the others pasted in."""

import ast
import re
from pathlib import Path

import jinja2

from workbench.codegen.decide import Endpoint
from workbench.codegen.read import KNOWLEDGE, Description, DescriptionError
from workbench.codegen.reads import names_of_reads, write_reads
from workbench.codegen.render.parts import PARTS, Definition, Parts, names_of, read_parts, used_names

TEMPLATES = jinja2.Environment(  # noqa: S701  # it writes YAML, not HTML
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates/bulk"),
    undefined=jinja2.StrictUndefined,
    keep_trailing_newline=True,
)
SCRIPTS = ("import_events", "import_profiles", "import_subscriptions", "export")
LOCK = KNOWLEDGE / "import.lock"
FOLDER = PARTS.parents[1] / "bulk"
INTERFACE = "Records"
ORDER = [
    "errors",
    "arguments",
    "imports/records",
    "imports/run",
    "source",
    "imports/rows",
    "imports/columns",
    "imports/values",
    "imports/identities",
    "imports/placeholders",
    "imports/phone_numbers",
    "imports/dates",
    "imports/amounts",
    "imports/time_columns",
    "imports/orders",
    "imports/order_columns",
    "imports/database",
    "imports/journal",
    "imports/rejects",
    "exports/run",
    "exports/endpoints",
    "exports/pages",
    "exports/database",
    "exports/windmill_state",
    "exports/flatten",
    "exports/files",
    "journal_file",
    "client",
    "imports/jobs",
    "text",
    "windmill",
    "progress",
    "command_line",
]


def files_of(endpoints: list[Endpoint], description: Description) -> dict[str, str]:
    """Return path -> text of their scripts, forms and locks."""
    files, facts = {}, {"revision": description.revision, "reads": names_of_reads(endpoints)}
    tables = {"READS": write_reads(endpoints, description)}
    for name in SCRIPTS:
        stem = f"f/klaviyo/bulk/{name}"
        files[f"{stem}.py"] = assemble(name, tables)
        files[f"{stem}.script.yaml"] = TEMPLATES.get_template(f"{name}.script.yaml.jinja").render(facts)
        files[f"{stem}.script.lock"] = LOCK.read_text(encoding="utf-8")
    return files


def assemble(name: str, tables: dict[str, str]) -> str:
    """Return the text of a script: its own module, then the definitions that it reaches, then what runs it by hand.

    `tables`: what stands in the place of definitions that are empty in the parts.
    """
    source = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
    lines = source.splitlines()
    statements = ast.parse(source).body
    imports = [statement for statement in statements if isinstance(statement, (ast.Import, ast.ImportFrom))]
    head, own = lines[: imports[0].lineno - 1], lines[imports[-1].end_lineno : statements[-1].lineno - 1]
    parts = read_parts(FOLDER, ORDER)
    needed = {text for text in map(ast.unparse, imports) if not text.startswith("from workbench.")}
    text = "\n".join([*head, *sorted(parts.imports | needed), *own])
    module, was_constant = "", False
    reached = parts.reach(used_names(source))
    defined = set().union(*(names_of(statement)[0] for statement in statements))
    if twice := sorted(name for definition in reached for name in definition.defines & defined):
        raise DescriptionError(f"{name} and its parts both define {', '.join(twice)}")
    names = renamed(statements, parts, reached)
    for definition in reached:
        if definition.defines == {INTERFACE}:
            continue  # what the parts know of all kinds of records; a script has one
        if definition.module != module:
            module = definition.module
            text += f"\n\n\n{heading(module)}"
            was_constant = False
        is_constant = not re.search("^(def|class|@)", definition.text, re.MULTILINE)  # these stand below each other
        text += "\n" * (1 if is_constant and was_constant else 3)
        was_constant = is_constant
        code = next((tables[name] for name in definition.defines if name in tables), definition.text)
        text += re.sub(rf"\b({'|'.join(names)})\b", lambda match: names[match[1]], code) if names else code
    return "\n".join([text, "", "", *lines[statements[-1].lineno - 1 :], ""])


def renamed(statements: list[ast.stmt], parts: Parts, reached: list[Definition]) -> dict[str, str]:
    """Return name in the parts -> name in the script: its kind of records, and what parts import under another name."""
    used = set().union(*(definition.uses for definition in reached))
    names = {name: alias for alias, name in parts.aliases.items() if alias in used}
    kinds = [
        statement.name for statement in statements if isinstance(statement, ast.ClassDef) and statement.decorator_list
    ]
    return names | dict(zip([INTERFACE], kinds, strict=False))


def heading(module: str) -> str:
    """Return the line above a part: what its docstring says."""
    title = ast.get_docstring(ast.parse((FOLDER / f"{module}.py").read_text(encoding="utf-8")))
    return f"# --- {title} ".ljust(120, "-")
