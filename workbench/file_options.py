"""The options of `make import` and `make export`: those of the scripts, by their names."""

import inspect
import json
from pathlib import Path
from typing import Any

from workbench.messages import fail, parse_json, read_json, suggest


def read_options(words: list[str], main: Any, named: dict[str, Any], usage: str) -> dict[str, Any]:
    """Return the arguments of `main` from a command line, and fail if one is unknown or missing.

    `words`: JSON or a file of it, if any, then names and values such as `--METRIC "Placed Order"`; a value may be an
    object or a list in JSON. `named`: arguments that the command has by itself.
    """
    source, pairs = (words[0], words[1:]) if words and not words[0].startswith("--") else ("", words)
    if len(pairs) % 2 or not all(name.startswith("--") for name in pairs[::2]):
        fail(f"options are names and values such as --metric Joined, not {' '.join(pairs)}\n{usage}")
    values = {
        name[2:].lower().replace("-", "_"): parse_value(value)
        for name, value in zip(pairs[::2], pairs[1::2], strict=True)
    }
    arguments = named | {name: value for name, value in values.items() if value != ""} | read_object(source)
    parameters = inspect.signature(main).parameters
    known = [name for name in parameters if name not in ("auth", "source")]
    for name in arguments.keys() - known:
        fail(f'There is no option "{name}"{suggest(name, known)}\n{usage}\noptions: {", ".join(known)}')
    for name in known:
        if parameters[name].default is inspect.Parameter.empty and name not in arguments:
            fail(f"{name.upper()} is missing\n{usage}")
    return arguments


def parse_value(value: str) -> Any:
    """Return an object or a list, if a text is one in JSON; else the text, such as {time}.csv."""
    try:
        return json.loads(value) if value.lstrip().startswith(("{", "[")) else value
    except (ValueError, RecursionError):
        return value


def read_object(source: str) -> dict[str, Any]:
    """Return the JSON object in a text, or in a file of that name; an empty one if there is none."""
    if not source:
        return {}
    is_json = source.lstrip().startswith("{")
    options = parse_json(source, "OPTIONS") if is_json else read_json(Path(source))
    if not isinstance(options, dict):
        fail(f'{source} is not a JSON object such as {{"dry_run": true}}')
    return options
