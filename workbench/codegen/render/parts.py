"""The definitions of `parts/` that a script reaches, as they stand there."""

import ast
from dataclasses import dataclass, field
from pathlib import Path

PARTS = Path(__file__).parent.parent / "parts"
ORDER = ["constants", "errors", "words", "arguments", "account", "validation", "formats", "items", "unions", "body"]
ORDER += ["limits", "cursor", "upload", "request", "schema"]


@dataclass(frozen=True)
class Definition:
    """A statement of a part, with its comments; the names that it defines, and those that it uses."""

    module: str
    text: str
    defines: set[str]
    uses: set[str]


@dataclass
class Parts:
    """The definitions of some modules, in the order of a script, and the import statements of all of them.

    `aliases`: names under which modules import definitions of others -> those definitions.
    """

    definitions: list[Definition] = field(default_factory=list)
    imports: set[str] = field(default_factory=set)
    aliases: dict[str, str] = field(default_factory=dict)

    def reach(self, names: set[str]) -> list[Definition]:
        """Return the definitions of `names` and of all names that they use."""
        known = {name for definition in self.definitions for name in definition.defines}
        reached: set[str] = set()
        pending = self.resolve(names) & known
        while pending:
            reached |= pending
            used = [definition.uses for definition in self.definitions if definition.defines & pending]
            pending = (self.resolve(set().union(*used)) & known) - reached
        return [definition for definition in self.definitions if definition.defines & reached]

    def resolve(self, names: set[str]) -> set[str]:
        return {self.aliases.get(name, name) for name in names}


def read_parts(folder: Path, modules: list[str]) -> Parts:
    parts = Parts()
    for module in modules:
        source = (folder / f"{module}.py").read_text(encoding="utf-8")
        lines = source.splitlines()
        end = 0
        for statement in ast.parse(source).body:
            start, end = end, statement.end_lineno or 0
            text = "\n".join(lines[start:end]).strip("\n")
            if isinstance(statement, (ast.Import, ast.ImportFrom)):
                if text.startswith("from workbench."):
                    parts.aliases |= {alias.asname: alias.name for alias in statement.names if alias.asname}
                else:
                    parts.imports.add(ast.unparse(statement))
            elif not isinstance(statement, ast.Expr):
                parts.definitions.append(Definition(module, text, *names_of(statement)))
    return parts


def names_of(statement: ast.stmt) -> tuple[set[str], set[str]]:
    """Return the names that a statement defines, and those that it uses."""
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        defines = {statement.name}
    else:
        defines = {
            node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
    return defines, used_names(ast.unparse(statement)) - defines


def used_names(code: str) -> set[str]:
    """Return all names in the code, and those in its strings that are annotations."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in node.value:
            try:
                names |= {inner.id for inner in ast.walk(ast.parse(node.value)) if isinstance(inner, ast.Name)}
            except (SyntaxError, ValueError):  # ValueError: a null byte
                continue
    return names


OPERATION_PARTS = read_parts(PARTS, ORDER)
