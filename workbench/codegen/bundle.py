"""Makes one self-contained script of a module and the definitions that it uses in other modules of this repository.

The script consists of the module's own text, then of the definitions that it reaches, unchanged, in sections that name
their module. Modules import each other in one way only, `from workbench.package.module import name`: what stands in the
script under a name is then what stands in the module under that name. Everything else is an error.
"""

import ast
import functools
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from workbench.collection import ROOT

OWN = "workbench."  # how the names of the repository's modules begin
WIDTH = 120
SECTION = "# ---- "
GUARD = "if __name__ == "
LAZY = "from __future__ import annotations"


class BundleError(Exception):
    """A module cannot become a script; the message names file and line."""


@dataclass(frozen=True)
class Definition:
    """A statement of a module that binds names, with the comments above it.

    `uses`: the names in it. `loads`: those that must exist when the statement runs; `calls`: functions and classes that
    it calls then.
    """

    module: str
    line: int
    text: str
    names: tuple[str, ...]
    uses: tuple[str, ...]
    loads: tuple[str, ...]
    calls: tuple[str, ...]


@dataclass
class Module:
    """A parsed module. `own_imports`: name -> module that defines it; `imports`: name -> import statement."""

    name: str
    lines: list[str]
    title: str
    definitions: list[Definition] = field(default_factory=list)
    own_imports: dict[str, str] = field(default_factory=dict)
    imports: dict[str, str] = field(default_factory=dict)
    head_end: int = 0  # the line in which the docstring ends
    imports_end: int = 0
    guard: int = 0  # the line in which the last statement begins, if it is the guard

    @property
    def path(self) -> str:
        return path_of(self.name)

    def define(self, name: str) -> Definition | None:
        return next((definition for definition in self.definitions if name in definition.names), None)


def path_of(module: str) -> str:
    return f"{module.replace('.', '/')}.py"


def bundle(entry: str, generated: dict[str, str] | None = None, root: Path = ROOT) -> str:
    """Return the script of a module such as `workbench.bulk.export`, to be formatted and then given its contents.

    `generated`: path -> text of modules that are about to be written. Raises BundleError.
    """
    return Bundle(entry, generated or {}, root).render()


def add_contents(text: str, entry: str) -> str:
    """Return a formatted script with a table of contents below its docstring, three lines of comment."""
    lines = text.splitlines()
    head_end = docstring_end(ast.parse(text))
    sections = [number for number, line in enumerate(lines) if line.startswith(SECTION + OWN[:-1] + "/")]
    folders = dict.fromkeys(str(Path(lines[number].split()[2]).parent) for number in sections)
    packages = sorted(
        {folder for folder in folders if not {str(parent) for parent in Path(folder).parents} & {*folders}}
    )
    guard = next((number for number, line in enumerate(lines) if line.startswith(GUARD)), len(lines) + 2)
    added = 4  # lines above everything but the docstring
    own_end = (sections[0] if sections else guard) + added - 2
    contents = [f"# Lines {head_end + added + 2}-{own_end}: this program, {path_of(entry)} in the repository."]
    if sections:
        shared = f"{sections[0] + added + 1}-{guard + added - 2}"
        contents.append(f"# Lines {shared}: definitions shared with other programs; each section names its module.")
    where = ", ".join(packages or [str(Path(path_of(entry)).parent)])
    contents.append(f"# The modules are in {where}: edit them, and generate this file.")
    return "\n".join([*lines[:head_end], "", *contents, *lines[head_end:], ""])


class Bundle:
    """The modules of a script: `entry` and all that it reaches."""

    def __init__(self, entry: str, generated: dict[str, str], root: Path) -> None:
        self._generated, self._root = generated, root
        self._modules: dict[str, Module] = {}
        self.is_lazy = LAZY in self._source(entry)
        self.entry = self._read(entry)
        self.reached = self._reach()

    def render(self) -> str:
        """Return the text of the script."""
        entry = self.entry
        self._check_names()
        imports = self._imports()
        self._check_dependencies(imports)
        own = entry.lines[entry.imports_end : entry.guard - 1 if entry.guard else None]
        blocks = [*entry.lines[: entry.head_end], "", *imports, *own]
        text = "\n".join(blocks).rstrip()
        for module in self._order():
            definitions = [definition for definition in self._modules[module].definitions if definition in self.reached]
            text += f"\n\n\n{heading(self._modules[module])}{join(definitions)}"
        if entry.guard:
            text += "\n\n\n" + "\n".join(entry.lines[entry.guard - 1 :])
        return text.rstrip() + "\n"

    def _source(self, name: str) -> str:
        path = path_of(name)
        return self._generated.get(path) or (self._root / path).read_text(encoding="utf-8")

    def _read(self, name: str) -> Module:
        if name not in self._modules:
            self._modules[name] = parse_module(name, self._source(name), self.is_lazy)
        return self._modules[name]

    def _definition(self, module: Module, name: str) -> Definition | None:
        """Return what a name in a module means, if it is defined in this repository."""
        origin = module.own_imports.get(name)
        if origin is None:
            return module.define(name)
        definition = self._read(origin).define(name)
        if definition is None:
            raise BundleError(f"{module.path}: {path_of(origin)} does not define {name}")
        return definition

    def _reach(self) -> dict[Definition, None]:
        """Return all definitions of the entry, and those that they use, in the order in which they are met."""
        pending = list(self.entry.definitions)
        if self.entry.guard:
            guard = ast.parse("\n".join(self.entry.lines[self.entry.guard - 1 :]))
            used = [self._definition(self.entry, name) for name in names_in(guard)]
            pending += [definition for definition in used if definition]
        reached: dict[Definition, None] = {}
        while pending:
            definition = pending.pop(0)
            if definition not in reached:
                reached[definition] = None
                pending += self._used(definition, definition.uses)
        return reached

    def _used(self, definition: Definition, names: tuple[str, ...]) -> list[Definition]:
        module = self._modules[definition.module]
        used = (self._definition(module, name) for name in names)
        return [other for other in used if other and other != definition]

    def _check_names(self) -> None:
        """Raise BundleError if a name would mean two things in the script."""
        meanings: dict[str, tuple[str, str]] = {}  # name -> what it means, where
        for definition in self.reached:
            module = self._modules[definition.module]
            place = f"{module.path}:{definition.line}"
            for name in definition.names:
                self._mean(meanings, name, place, place)
            for name in definition.uses:
                if name in module.imports:
                    self._mean(meanings, name, module.imports[name], place)

    @staticmethod
    def _mean(meanings: dict[str, tuple[str, str]], name: str, meaning: str, place: str) -> None:
        known, first_place = meanings.setdefault(name, (meaning, place))
        if known != meaning:
            raise BundleError(f"{name} is defined in {first_place} and in {place}: rename one of them")

    def _imports(self) -> list[str]:
        """Return the import statements that the script needs."""
        statements = {*self.entry.imports.values()}
        for definition in self.reached:
            imports = self._modules[definition.module].imports
            statements |= {imports[name] for name in definition.uses if name in imports}
        future = [LAZY] if self.is_lazy else []
        return [*future, *sorted(statements)]

    def _check_dependencies(self, imports: list[str]) -> None:
        """Raise BundleError if the entry's PEP 723 header lacks a package that the script imports."""
        header = re.findall(r"^# ?(.*)$", "\n".join(self.entry.lines[: self.entry.head_end]).partition('"""')[0], re.M)
        names = [line for line in header if not line.startswith("///")]
        declared = {re.split("[^a-z0-9-]", name.lower())[0] for name in tomllib.loads("\n".join(names))["dependencies"]}
        for statement in imports:
            package = statement.split()[1].partition(".")[0]
            if package not in sys.stdlib_module_names and package.lower().replace("_", "-") not in declared:
                raise BundleError(f"{self.entry.path}: the header lacks {package}, which the script imports")

    def _order(self) -> list[str]:
        """Return the modules besides the entry, the general ones last, unless loading needs it the other way."""
        needed: dict[str, set[str]] = defaultdict(set)
        for definition in self.reached:
            for other in self._loaded(definition):
                needed[definition.module] |= {other.module} - {definition.module}
                if definition.module == self.entry.name != other.module:
                    place = f"{self.entry.path}:{definition.line}"
                    raise BundleError(f"{place}: {other.names[0]} is needed while the script loads, but stands below")
        pending, order = self._general_last(), list[str]()
        while pending:
            ready = [name for name in pending if needed[name] <= {*order}]
            if not ready:
                raise BundleError(f"{', '.join(pending)} need each other while the script loads")
            pending.remove(ready[0])
            order.append(ready[0])
        return order

    def _general_last(self) -> list[str]:
        """Return the modules besides the entry: of the folders below it, beside it, elsewhere; users before used."""
        used: dict[str, dict[str, None]] = {}
        for definition in self.reached:
            others = [other.module for other in self._used(definition, definition.uses)]
            used.setdefault(definition.module, {}).update(dict.fromkeys(others))
        finished: dict[str, None] = {}

        def visit(name: str, above: tuple[str, ...]) -> None:
            for other in reversed([*used[name]]):
                if other not in finished and other not in above:
                    visit(other, (*above, name))
            finished[name] = None

        for name in reversed([*used]):  # some are only used by the guard
            if name not in finished:
                visit(name, ())
        package = self.entry.name.rpartition(".")[0] + "."
        names = [name for name in reversed(finished) if name != self.entry.name]
        return sorted(names, key=lambda name: (not name.startswith(package), -name.count(".")))

    def _loaded(self, definition: Definition) -> list[Definition]:
        """Return the definitions that must have run before this one: of what it calls, everything."""
        loaded = dict.fromkeys(self._used(definition, definition.loads))
        called: dict[Definition, None] = {}
        pending = self._used(definition, definition.calls)
        while pending:
            other = pending.pop(0)
            if other not in called:
                called[other] = None
                pending += self._used(other, other.uses)
        return [*(loaded | called)]


@functools.cache  # most modules are in several scripts
def parse_module(name: str, source: str, is_lazy: bool) -> Module:
    """Read a module. `is_lazy`: whether annotations are not evaluated. Raises BundleError if it cannot be bundled."""
    lines, tree = source.splitlines(), ast.parse(source)
    docstring = ast.get_docstring(tree)
    if not docstring:
        raise BundleError(f"{path_of(name)}: a docstring is missing")
    module = Module(name, lines, docstring.splitlines()[0], head_end=docstring_end(tree))
    end = module.imports_end = module.head_end
    for statement in tree.body[1:]:
        start, end = end, statement.end_lineno or 0
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            if module.definitions:
                raise BundleError(f"{module.path}:{statement.lineno}: imports come before everything else")
            read_import(module, statement)
            module.imports_end = end
        elif is_guard(statement):
            module.guard = statement.lineno
        else:
            text = "\n".join(lines[start:end]).strip("\n")
            definition = read_definition(module, statement, text, is_lazy)
            if isinstance(statement, ast.AugAssign):
                definition = extend(module.define(definition.names[0]), definition)
                module.definitions = [each for each in module.definitions if each.names != definition.names]
            module.definitions.append(definition)
    for node in ast.walk(tree):
        is_nested = isinstance(node, (ast.Import, ast.ImportFrom)) and node not in tree.body
        if is_nested and re.search(rf"(from|import) {OWN[:-1]}\b", ast.unparse(node)):
            raise BundleError(f"{module.path}:{getattr(node, 'lineno', 0)}: an import of {OWN[:-1]} in a function")
    return module


def docstring_end(tree: ast.Module) -> int:
    return tree.body[0].end_lineno or 0


def is_guard(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.If) and ast.unparse(statement).startswith(GUARD)


def read_import(module: Module, statement: ast.Import | ast.ImportFrom) -> None:
    """Note what an import statement binds."""
    origin = "" if isinstance(statement, ast.Import) else statement.module or ""
    if origin == "__future__":
        return
    for alias in statement.names:
        is_own = f"{origin or alias.name}.".startswith(OWN)
        place = f"{module.path}:{statement.lineno}"
        if is_own and (alias.asname or not origin or alias.name == "*"):
            raise BundleError(f"{place}: modules of {OWN[:-1]} are imported by `from module import name`, without `as`")
        if is_own:
            module.own_imports[alias.name] = origin
            continue
        bound = alias.asname or alias.name.partition(".")[0]
        renamed = f" as {alias.asname}" if alias.asname else ""
        module.imports[bound] = f"{f'from {origin} ' if origin else ''}import {alias.name}{renamed}"


def read_definition(module: Module, statement: ast.stmt, text: str, is_lazy: bool) -> Definition:
    names = bound_names(statement)
    if not names:
        raise BundleError(f"{module.path}:{statement.lineno}: this statement defines nothing")
    loads, calls = names_at_load(statement, is_lazy)
    others = [tuple(name for name in used if name not in names) for used in (names_in(statement), loads, calls)]
    return Definition(module.name, statement.lineno, text, names, *others)


def extend(definition: Definition | None, addition: Definition) -> Definition:
    """Return a definition with the statement that adds to it, such as NAMES |= {…}. Raises BundleError."""
    if definition is None:
        raise BundleError(f"{path_of(addition.module)}:{addition.line}: {addition.names[0]} is not defined above")
    return replace(
        definition,
        text=f"{definition.text}\n{addition.text}",
        uses=(*definition.uses, *addition.uses),
        loads=(*definition.loads, *addition.loads),
        calls=(*definition.calls, *addition.calls),
    )


def bound_names(statement: ast.stmt) -> tuple[str, ...]:
    """Return the names that a statement defines."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return (statement.name,)
    return names_of(node for node in ast.walk(statement) if isinstance(getattr(node, "ctx", None), ast.Store))


def names_of(nodes: Iterable[ast.AST]) -> tuple[str, ...]:
    """Return the names among the nodes, each once, in the order of the text."""
    names = [node for node in nodes if isinstance(node, ast.Name)]
    names.sort(key=lambda node: (node.lineno, node.col_offset))
    return tuple(dict.fromkeys(node.id for node in names))


def names_in(tree: ast.AST) -> tuple[str, ...]:
    """Return all names in the code, and those in annotations that are strings."""
    names = dict.fromkeys(names_of(ast.walk(tree)))
    for annotation in annotations_in(tree):
        for node in ast.walk(annotation):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                with suppress(SyntaxError):  # the text of a Literal, or of Annotated
                    names |= dict.fromkeys(names_of(ast.walk(ast.parse(node.value, mode="eval"))))
    return tuple(names)


def annotations_in(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        annotation = getattr(node, "annotation", None) or getattr(node, "returns", None)
        if annotation:
            yield annotation
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "TypedDict":
            yield node.args[1]  # the types of the keys


def names_at_load(statement: ast.stmt, is_lazy: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names that must exist when a statement runs, and those of them that it calls."""
    nodes = [*nodes_at_load(statement, is_lazy)]
    functions: list[ast.AST] = [node.func for node in nodes if isinstance(node, ast.Call)]
    for node in nodes:
        functions += getattr(node, "decorator_list", [])
    return names_of(nodes), names_of(functions)


def nodes_at_load(statement: ast.stmt, is_lazy: bool) -> Iterator[ast.AST]:
    """Yield what of a statement runs when the module loads: not the inside of functions, nor lazy annotations."""
    pending: list[ast.AST | None] = [statement]
    while pending:
        node = pending.pop()
        if node is None:
            continue
        yield node
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            pending += [*node.args.defaults, *node.args.kw_defaults, *getattr(node, "decorator_list", [])]
            pending += [] if is_lazy else [*annotations_in(node.args), getattr(node, "returns", None)]
        elif isinstance(node, ast.AnnAssign):
            pending += [node.target, node.value, None if is_lazy else node.annotation]
        else:
            pending += ast.iter_child_nodes(node)


def heading(module: Module) -> str:
    """Return what stands above a section: the path of its module, and the first line of its docstring."""
    return f"{SECTION}{module.path} ".ljust(WIDTH, "-") + f"\n# {module.title}"


def join(definitions: list[Definition]) -> str:
    """Return the definitions one below the other; constants without blank lines between them."""
    text, was_constant = "", False
    for definition in definitions:
        is_constant = not re.search("^(async def|def|class|@)", definition.text, re.MULTILINE)
        text += "\n" * (1 if is_constant and was_constant else 3) + definition.text
        was_constant = is_constant
    return text
