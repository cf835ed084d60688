"""`make run`: send a script's example, or a file of arguments, and show what was sent and what came back."""

import json
import os
import re
import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console

from workbench.collection import Operation, load_index, load_schema, load_script
from workbench.sandbox import API_KEY, Received, Sandbox

SHOWN_HEADERS = ("Authorization", "revision", "Accept", "Content-Type")
SHOWN_CHARACTERS = 300

console = Console(highlight=False, soft_wrap=True)


def command(
    file: Annotated[
        Path | None, typer.Argument(help="JSON file: a body, or all arguments. Default: the example.")
    ] = None,
) -> None:
    """Run Bulk Create Events against the sandbox, or against Klaviyo where KLAVIYO_API_KEY is set."""
    operation = load_index()["operations"][0]
    arguments = load_schema(operation)["examples"][0] | (read_arguments(file) if file else {})
    script = load_script(operation)
    console.print(f"[bold]{script.SCHEMA['title']}[/]  {operation['script']}")
    key = os.environ.get("KLAVIYO_API_KEY")
    try:
        if key:
            run_against_klaviyo(script, operation, arguments | {"auth": {"apiKey": key}})
        else:
            run_against_sandbox(script, arguments)
    except (script.InvalidInput, script.KlaviyoError) as error:
        fail(f"{type(error).__name__}: {error}")


def read_arguments(file: Path) -> dict[str, Any]:
    """The arguments in `file`; an object that names none of them is a body."""
    try:
        content = json.loads(file.read_bytes())
    except OSError as error:
        fail(f"{file}: {error.strerror}")
    except (ValueError, RecursionError) as error:
        fail(f"{file} is not JSON: {error}")
    if isinstance(content, dict) and content and content.keys() <= {"auth", "revision", "body"}:
        return content
    return {"body": content}


def run_against_klaviyo(script: Any, operation: Operation, arguments: dict[str, Any]) -> None:
    console.print("to    Klaviyo itself, as KLAVIYO_API_KEY is set")
    answer = script.main(**arguments)
    console.print(f"sent  {operation['method']} {script.API}{operation['path']}, revision {arguments['revision']}")
    show_answer(answer)


def run_against_sandbox(script: Any, arguments: dict[str, Any]) -> None:
    os.environ["NO_PROXY"] = "127.0.0.1"
    arguments = {"auth": {"apiKey": API_KEY}} | arguments
    auth = arguments["auth"]
    key = str(auth.get("apiKey")) if isinstance(auth, dict) else API_KEY
    console.print("to    the sandbox on this machine; set KLAVIYO_API_KEY to send to Klaviyo itself")
    with Sandbox(api_key=key) as sandbox:
        script.API = sandbox.url
        try:
            answer = script.main(**arguments)
        finally:
            for received in sandbox.received:
                show_received(received, key)
    show_answer(answer)


def show_received(received: Received, key: str) -> None:
    console.print(f"sent  {received.method} {received.target}")
    for name, value in received.headers:
        if name in SHOWN_HEADERS:
            console.print(f"      {name}: {value.replace(key, '***')}", markup=False)
    text = received.body.decode()
    shown = text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS] + "…"
    console.print(f"      {len(received.body):,} bytes:")
    for line in re.findall(r".{1,100}(?:,|$)|.{1,100}", shown, re.DOTALL):
        console.print(f"      {line}", markup=False)
    console.print(f"back  {received.status}")


def show_answer(answer: Any) -> None:
    if answer is None:
        console.print("      no content: main returned None")
    else:
        console.print_json(data=answer)


def fail(message: str) -> NoReturn:
    """End with `message` on stderr and exit code 1."""
    print(message, file=sys.stderr)
    raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(command)
