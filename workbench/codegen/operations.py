"""The module `operations`, which makes requests with a body for scripts that are not an endpoint's.

It has a function for each operation that a module imports, with the endpoint's types, schema, limits and URL, so that
nothing is written twice. Types have the names that they have in the endpoint's script or, where several operations call
different types the same, the name of the operation in front.
"""

import ast
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from workbench.codegen.decide import Endpoint
from workbench.codegen.decide.types import pascal
from workbench.codegen.read import DescriptionError
from workbench.codegen.render.script import TEMPLATES, find_keywords, render_type, render_url

WORKBENCH = Path(__file__).parents[1]
FOLDERS = (WORKBENCH / "everyday", WORKBENCH / "triggers")
MODULE = "workbench.everyday.operations"
PATH = "workbench/everyday/operations.py"
SHARED = {"headers_of", "klaviyo"}  # what every module needs


def imported_operations(file: Path) -> set[str]:
    """Return the operations that a module imports of the module `operations`."""
    names: set[str] = set()
    for statement in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(statement, ast.ImportFrom) and statement.module == MODULE:
            names |= {alias.name for alias in statement.names}
    return {name for name in names - SHARED if name.islower()}  # types begin with a capital letter


def render_operations(endpoints: list[Endpoint]) -> str:
    """Return the text of the module, still to be formatted. Raises DescriptionError for a body that is not JSON."""
    names = {name for folder in FOLDERS for file in folder.glob("*.py") for name in imported_operations(file)}
    used = [endpoint for endpoint in endpoints if endpoint.name in names]
    for endpoint in used:
        if not endpoint.has_body:
            raise DescriptionError(f"{endpoint.name} has no JSON body: a module makes its request itself")
    types = {endpoint.name: own_types(endpoint) for endpoint in used}
    renamed = names_of_types(types)
    written: set[str] = set()
    operations = []
    for endpoint in used:
        operation = describe_operation(endpoint)
        for name, text in types[endpoint.name].items():
            new = renamed[endpoint.name][name]
            if new not in written:
                written.add(new)
                operation["types"].append(rename(text, renamed[endpoint.name]))
        operations.append(operation)
    template = TEMPLATES.get_template("everyday/operations.py.jinja")
    return template.render(operations=operations, revision=endpoints[0].revision, imports="\n".join(IMPORTS))


IMPORTS = [
    "from datetime import UTC, datetime, timedelta",
    "from typing import Annotated, Any, Literal, NotRequired, TypedDict",
    "from urllib.parse import quote",
    "from workbench.codegen.parts.constants import DATE, DATE_TIME, EMAIL, PHONE_NUMBER",
    "from workbench.codegen.parts.errors import InvalidInput",
    "from workbench.codegen.parts.limits import (",
    "    find_identifier_faults, find_long_lists, find_long_strings, find_long_timeframe, find_missing_consents,",
    "    find_time_faults, find_unidentified,",
    ")",
    "from workbench.codegen.parts.request import send",
    "from workbench.codegen.parts.unions import one_of",
    "from workbench.codegen.parts.validation import validate",
    "from workbench.everyday.arguments import validator_of",
]


def own_types(endpoint: Endpoint) -> dict[str, str]:
    """Return name -> text of the types of a body, without that of all arguments."""
    texts = {definition.name: render_type(definition) for definition in endpoint.types}
    arguments = texts.pop("Arguments")
    body = re.search(r"^    body: (.*)$", arguments, re.MULTILINE)
    reached, pending = set(), set(re.findall(r"\w+", body[1] if body else "")) & texts.keys()
    while pending:
        reached |= pending
        pending = {name for text in pending for name in re.findall(r"\w+", texts[text])} & texts.keys() - reached
    return {name: text for name, text in texts.items() if name in reached}


def names_of_types(types: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Return operation -> name in its script -> name in the module."""
    texts: dict[str, set[str]] = defaultdict(set)
    for by_name in types.values():
        for name in by_name:
            texts[name].add(expand(name, by_name, ()))
    return {
        operation: {
            name: f"{pascal(operation)}{name}" if name == "Body" or len(texts[name]) > 1 else name for name in by_name
        }
        for operation, by_name in types.items()
    }


def expand(name: str, texts: dict[str, str], above: tuple[str, ...]) -> str:
    """Return the text of a type with those of all types that it uses."""
    used = sorted((set(re.findall(r"\w+", texts[name])) & texts.keys()) - {name, *above})
    return texts[name] + "".join(expand(other, texts, (*above, name)) for other in used)


def rename(text: str, names: dict[str, str]) -> str:
    """Return the text of a type with the names of types replaced, but for the constants in a Literal."""
    pattern = re.compile(rf"\b({'|'.join(names)})\b")
    parts = re.split(r"(Literal\[[^\]]*\])", text)
    return "".join(
        part if part.startswith("Literal[") else pattern.sub(lambda match: names[match[1]], part) for part in parts
    )


def describe_operation(endpoint: Endpoint) -> dict[str, Any]:
    """Return what the template writes of an operation."""
    body = f"{pascal(endpoint.name)}Body"
    _, has_unions = find_keywords(endpoint.schema["properties"]["body"])
    constants = {name: value for check in endpoint.checks for name, value in check.constants.items()}
    paths = [argument.name for argument in endpoint.arguments if argument.place == "path"]
    return {
        "name": endpoint.name,
        "title": endpoint.title,
        "method": endpoint.method,
        "path": endpoint.path,
        "stem": endpoint.stem,
        "signature": ", ".join(["auth: klaviyo", *(f"{name}: str" for name in paths), f'body: "{body}"']),
        "validator": f"validator_of({body}{', oneOf=one_of' if has_unions else ''})",
        "max_bytes": constants.get("MAX_BYTES"),
        "max_bytes_in_words": f"{endpoint.max_bytes:,}" if endpoint.max_bytes else None,
        "checks": [substitute(check.call, constants) for check in endpoint.checks if check.call],
        "url": render_url(endpoint),
        "types": [],
    }


def substitute(call: str, constants: dict[str, str]) -> str:
    """Return the call with values in the place of constants."""
    return re.sub(r"\b[A-Z_]{4,}\b", lambda match: constants.get(match[0], match[0]), call)
