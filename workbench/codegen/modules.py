"""The modules from which scripts that are not an endpoint's are bundled, and the operations that they import."""

import ast
from pathlib import Path

WORKBENCH = Path(__file__).parents[1]
CATEGORIES = ("everyday", "triggers")
FOLDERS = [WORKBENCH / category for category in CATEGORIES]
OPERATIONS_MODULE = "workbench/everyday/operations.py"
SHARED = {"headers_of", "klaviyo"}  # what every module needs of it


def list_modules() -> list[Path]:
    """Return the modules of the folders."""
    return sorted(file for folder in FOLDERS for file in folder.glob("*.py"))


def list_scripts(category: str) -> dict[str, Path]:
    """Return name -> module of the scripts of a category."""
    modules = (WORKBENCH / category).glob("*.py")
    return {module.stem: module for module in modules if "\ndef main(" in module.read_text(encoding="utf-8")}


def imported_operations(module: Path) -> set[str]:
    """Return the operations that a module imports."""
    origin = OPERATIONS_MODULE.removesuffix(".py").replace("/", ".")
    names: set[str] = set()
    for statement in ast.parse(module.read_text(encoding="utf-8")).body:
        if isinstance(statement, ast.ImportFrom) and statement.module == origin:
            names |= {alias.name for alias in statement.names}
    return {name for name in names - SHARED if name.islower()}  # types begin with a capital letter
