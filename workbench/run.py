"""`make run`: send a script's example, or a file of arguments, and show what was sent and what came back."""

import difflib
import json
import os
import re
import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console

from workbench.collection import Operation, load_index, load_operation, load_schema, load_script
from workbench.sandbox import API_KEY, Received, Sandbox

SHOWN_HEADERS = ("Authorization", "revision", "Accept", "Content-Type")
SHOWN_CHARACTERS = 300

console = Console(highlight=False, soft_wrap=True)


def command(
    file: Annotated[Path | None, typer.Argument(help="JSON: a body, or all arguments. Default: the example.")] = None,
    name: Annotated[str, typer.Option("--script", help="Such as profiles/get_profiles.")] = "events/bulk_create_events",
) -> None:
    """Run a script against the sandbox, or against Klaviyo where KLAVIYO_API_KEY is set."""
    operation = find_operation(name)
    example = load_schema(operation)["examples"][0]
    arguments = read_arguments(file, operation, example) if file else example
    script = load_script(operation)
    console.print(f"[bold]{script.SCHEMA['title']}[/]  {operation['script']}")
    try:
        if key := os.environ.get("KLAVIYO_API_KEY"):
            run_against_klaviyo(script, operation, arguments, key)
        else:
            run_against_sandbox(script, operation, arguments)
    except (script.InvalidInput, script.KlaviyoError) as error:
        fail(f"{type(error).__name__}: {error}")


def find_operation(name: str) -> Operation:
    """The operation of a script, by its name or any path to it."""
    try:
        return load_operation(Path(name).stem)
    except KeyError:
        categories = {entry["operation"]: entry["category"] for entry in load_index()["operations"]}
        near = difflib.get_close_matches(Path(name).stem, categories, n=3)
        fail(f"no script {name}; " + (" or ".join(f"{categories[other]}/{other}" for other in near) or "see scripts"))


def read_arguments(file: Path, operation: Operation, example: dict[str, Any]) -> dict[str, Any]:
    """The arguments in `file`, or those of the example with the body that is in `file`."""
    names = {"auth", *load_schema(operation)["properties"]}
    try:
        content = json.loads(file.read_bytes())
    except OSError as error:
        fail(f"{file}: {error.strerror}")
    except (ValueError, RecursionError) as error:
        fail(f"{file} is not JSON: {error}")
    if isinstance(content, dict) and content and content.keys() <= names:
        # What is missing arrives as None, as in Windmill.
        return dict.fromkeys(load_schema(operation)["required"]) | {"revision": example["revision"]} | content
    if "body" not in names:
        fail(f"{file}: expected one JSON object of {', '.join(sorted(names))}")
    return example | {"body": content}


def run_against_klaviyo(script: Any, operation: Operation, arguments: dict[str, Any], key: str) -> None:
    console.print("to    Klaviyo itself, as KLAVIYO_API_KEY is set")
    answer = script.main(**arguments, **({"auth": {"apiKey": key}} if operation["needs_key"] else {}))
    console.print(f"sent  {operation['method']} {script.API}{operation['path']}, revision {arguments['revision']}")
    show_answer(answer)


def run_against_sandbox(script: Any, operation: Operation, arguments: dict[str, Any]) -> None:
    os.environ["NO_PROXY"] = "127.0.0.1"
    if operation["needs_key"]:
        arguments = {"auth": {"apiKey": API_KEY}} | arguments
    auth = arguments.get("auth")
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
    console.print(f"sent  {received.method} {received.target}", markup=False)
    for name, value in received.headers:
        if name in SHOWN_HEADERS:
            console.print(f"      {name}: {value.replace(key, '***')}", markup=False)
    if received.body:
        text = received.body.decode(errors="replace")
        shown = text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS] + "…"
        console.print(f"      {len(received.body):,} bytes:")
        for line in re.findall(r".{1,100}(?:,|$)|.{1,100}", shown):
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
