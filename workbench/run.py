"""`make run`: call a script with its example, or with a file of arguments, and show the request and the response."""

import os
import re
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from workbench.collection import ROOT, Operation, load_index, load_operation, load_schema, load_script
from workbench.messages import fail, mask_authorization, read_json, suggest
from workbench.sandbox import API_KEY, TOKEN, Received, Sandbox

SHOWN_HEADERS = ("Authorization", "revision", "Accept", "Content-Type")
MAX_SHOWN_CHARACTERS = 300

console = Console(highlight=False, soft_wrap=True)


def command(
    file: Annotated[Path | None, typer.Argument(help="JSON: a body, or all arguments. Default: the example.")] = None,
    name: Annotated[str, typer.Option("--script", help="Such as profiles/get_profiles.")] = "events/bulk_create_events",
    state: Annotated[str, typer.Option(help="File in which the sandbox keeps its resources.")] = ":memory:",
) -> None:
    """Run a script against the local sandbox, or against Klaviyo if KLAVIYO_API_KEY is set."""
    operation = find_operation(name)
    schema = load_schema(operation)
    example = schema["examples"][0]
    arguments = read_arguments(file, operation, schema) if file else example
    script = load_script(operation)
    console.print(f"[bold]{schema['title']}[/]  {operation['script']}")
    try:
        if key := os.environ.get("KLAVIYO_API_KEY"):
            run_against_klaviyo(script, operation, arguments, key)
        else:
            run_against_sandbox(script, operation, arguments, state)
    except (script.InvalidInput, script.KlaviyoError) as error:
        fail(f"{type(error).__name__}: {error}")


def find_operation(name: str) -> Operation:
    """Return the operation of a script, by its name or any path to it."""
    stem = Path(name).stem
    try:
        return load_operation(stem)
    except KeyError:
        if (ROOT / f"f/klaviyo/bulk/{stem}.py").exists() and stem.startswith("import_"):
            fail(f"{stem} imports a file: make import FILE=orders.csv WHAT={stem.removeprefix('import_')}")
        if stem == "export":
            fail("export writes a file: make export READ=profiles/get_profiles TO=profiles.csv")
        names = [operation["operation"] for operation in load_index()["operations"]]
        fail(f'There is no script "{stem}"{suggest(stem, names)}\nusage: make run SCRIPT=profiles/get_profiles')


def read_arguments(file: Path, operation: Operation, schema: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments in `file`, or those of the example with the body that is in `file`."""
    content: Any = read_json(file)
    example: dict[str, Any] = schema["examples"][0]
    known = [*(["auth"] if operation["needs_key"] else []), *schema["properties"]]
    usage = f"usage: make run SCRIPT={operation['category']}/{operation['operation']} ARGS=file.json"
    usage += f"\narguments: {', '.join(known)}"
    if "body" in known and not (isinstance(content, dict) and content.keys() & {*known}):
        return example | {"body": content}
    if not isinstance(content, dict):
        fail(f"{file} is not a JSON object with arguments\n{usage}")
    for name in content.keys() - known:
        fail(f'There is no argument "{name}"{suggest(name, known)}\n{usage}')
    # What is missing arrives as None, as in Windmill.
    arguments: dict[str, Any] = {**dict.fromkeys(["revision", *schema["required"]]), **content}
    return arguments


def run_against_klaviyo(script: Any, operation: Operation, arguments: dict[str, Any], key: str) -> None:
    console.print("Sending to Klaviyo, because KLAVIYO_API_KEY is set")
    result = script.main(**({"auth": {"apiKey": key}} if operation["needs_key"] else {}) | arguments)
    revision = arguments["revision"] or script.REVISION
    console.print(f"Request   {operation['method']} {script.API}{operation['path']}, revision {revision}")
    show_result(result)


def run_against_sandbox(script: Any, operation: Operation, arguments: dict[str, Any], state: str) -> None:
    os.environ["NO_PROXY"] = "127.0.0.1"
    if operation["needs_key"]:
        arguments = {"auth": {"apiKey": API_KEY}} | arguments
    # The sandbox accepts the key or token of these arguments.
    auth = arguments.get("auth")
    key, token = (auth.get("apiKey"), auth.get("token")) if isinstance(auth, dict) else (None, None)
    console.print("Sending to the local sandbox; set KLAVIYO_API_KEY to send to Klaviyo")
    with Sandbox(api_key=str(key or API_KEY), token=str(token or TOKEN), state=state) as sandbox:
        script.API = sandbox.url
        try:
            result = script.main(**arguments)
        finally:
            for received in sandbox.received:
                show_received(received)
    show_result(result)


def show_received(received: Received) -> None:
    console.print(f"Request   {received.method} {received.target}", markup=False)
    for name, value in received.headers:
        if name in SHOWN_HEADERS:
            console.print(f"          {name}: {mask_authorization(name, value)}", markup=False)
    if received.body:
        text = received.body.decode(errors="replace")
        shown = text if len(text) <= MAX_SHOWN_CHARACTERS else text[:MAX_SHOWN_CHARACTERS] + "…"
        console.print(f"          {len(received.body):,} bytes:")
        for line in re.findall(r".{1,100}(?:,|$)|.{1,100}", shown):
            console.print(f"          {line}", markup=False)
    console.print(f"Response  {received.status}")


def show_result(result: Any) -> None:
    if result is None:
        console.print("          no content: main returned None")
    else:
        console.print_json(data=result)


if __name__ == "__main__":
    typer.run(command)
