"""The module `operations`, which makes requests with a body for scripts that are not an endpoint's.

It has a function for each operation that a module imports, with the endpoint's types, schema, limits and URL, so that
nothing is written twice. Types have the names that they have in the endpoint's script or, where several operations call
different types the same, the name of the operation in front.
"""

import re
from collections import defaultdict
from typing import Any

from workbench.codegen.decide import Endpoint
from workbench.codegen.decide.types import pascal
from workbench.codegen.modules import OPERATIONS_MODULE, imported_operations, list_modules
from workbench.codegen.read import DescriptionError
from workbench.codegen.render.checks import render_check
from workbench.codegen.render.script import render_url
from workbench.codegen.render.templates import TEMPLATES
from workbench.codegen.render.types import render_type


def write_operations(endpoints: list[Endpoint]) -> dict[str, str]:
    """Return path -> text of the module, still to be formatted. Raises DescriptionError for a body that is not JSON."""
    names = {name for module in list_modules() for name in imported_operations(module)}
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
    return {OPERATIONS_MODULE: template.render(operations=operations, revision=endpoints[0].revision)}


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
    calls = [render_check(check) for check in endpoint.checks]
    constants = {name: value for call in calls for name, value in call.constants.items()}
    parameters = ["auth: klaviyo", *(f"{argument.name}: str" for argument in endpoint.path_params), f'body: "{body}"']
    return {
        "endpoint": endpoint,
        "body": body,
        "signature": ", ".join(parameters),
        "arguments": f"{pascal(endpoint.name)}Arguments",
        "validator": f"validator_of({pascal(endpoint.name)}Arguments{', oneOf=one_of' if endpoint.has_unions else ''})",
        "checks": [substitute(call.code, constants) for call in calls if call.code],
        "url": render_url(endpoint),
        "types": [],
    }


def substitute(call: str, constants: dict[str, str]) -> str:
    """Return the call with values in the place of constants."""
    return re.sub(r"\b[A-Z_]{4,}\b", lambda match: constants.get(match[0], match[0]), call)
