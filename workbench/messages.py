"""How the commands of the Makefile report what is wrong with their arguments."""

import difflib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

import typer


def fail(message: str) -> NoReturn:
    """Print the message on stderr and end with exit code 1."""
    typer.echo(message, err=True)
    raise typer.Exit(1)


def suggest(name: str, names: Iterable[str]) -> str:
    """Return a question with the most similar of the names, or nothing if none is similar."""
    return "".join(f'; did you mean "{similar}"?' for similar in difflib.get_close_matches(name, list(names), n=1))


def mask_authorization(name: str, value: str) -> str:
    """Return the value of a header, without the key or the token if it is Authorization."""
    return f"{value.partition(' ')[0]} ***" if name == "Authorization" else value


def read_json(file: Path) -> Any:
    """Return the content of a JSON file; fail if it cannot be read."""
    try:
        return parse_json(file.read_bytes(), str(file))
    except OSError as error:
        fail(f"{file}: {error.strerror}")


def parse_json(text: str | bytes, source: str) -> Any:
    """Return the value of a JSON text; fail if it is none, with the name of its source."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        fail(f"{source} is not JSON: {error}")
