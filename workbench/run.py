"""`make run`: call a script with its example, or with a file of arguments, and show the request and the response."""

import inspect
import os
import re
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from workbench.collection import ROOT, FlatScript, Operation, load_index, load_schema, load_script
from workbench.messages import fail, mask_authorization, parse_json, read_json, suggest
from workbench.sandbox import API_KEY, TOKEN, Received, Sandbox
from workbench.search import search_scripts

SHOWN_HEADERS = ("Authorization", "revision", "Accept", "Content-Type")
MAX_SHOWN_CHARACTERS = 300
MAX_SUGGESTED = 5

console = Console(highlight=False, soft_wrap=True)


def command(
    args: Annotated[
        str | None, typer.Argument(metavar="ARGS", help="JSON or a file of it: a body, or all arguments.")
    ] = None,
    name: Annotated[str, typer.Option("--script", help="Such as profiles/get_profiles.")] = "events/bulk_create_events",
    state: Annotated[str, typer.Option(help="File in which the sandbox keeps its resources.")] = ":memory:",
) -> None:
    """Run a script against the local sandbox, or against Klaviyo if KLAVIYO_API_KEY is set."""
    entry = find_script(name)
    schema = load_schema(entry)
    example = schema["examples"][0]
    arguments = read_arguments(args, entry, schema) if args else example
    script = load_script(entry)
    arguments = fill_in(script.main, arguments)
    console.print(f"[bold]{schema['title']}[/]  {entry['script']}")
    try:
        if key := os.environ.get("KLAVIYO_API_KEY"):
            run_against_klaviyo(script, entry, arguments, key)
        else:
            run_against_sandbox(script, entry, arguments, state)
    except (script.InvalidInput, script.KlaviyoError) as error:
        fail(f"{type(error).__name__}: {error}")


def find_script(name: str) -> Operation | FlatScript:
    """Return the entry of a script in the index, by its name or any path to it."""
    stem = Path(name).stem
    index = load_index()
    entries: list[Operation | FlatScript] = [*index["everyday"], *index["triggers"], *index["operations"]]
    scripts = {Path(entry["script"]).stem: entry for entry in entries}
    if stem in scripts:
        return scripts[stem]
    if (ROOT / f"f/klaviyo/bulk/{stem}.py").exists() and stem.startswith("import_"):
        fail(f"{stem} imports a file: make import FILE=orders.csv WHAT={stem.removeprefix('import_')}")
    if stem == "export":
        fail("export writes a file: make export READ=profiles/get_profiles TO=profiles.csv")
    matches = "".join(f"\n  {script.name}: {script.summary}" for script in search_scripts(stem)[:MAX_SUGGESTED])
    question = f". These have its words:{matches}" if matches else suggest(stem, scripts)
    return fail(f'There is no script "{stem}"{question}\nusage: make run SCRIPT=profiles/get_profiles')


def needs_key(entry: Operation | FlatScript) -> bool:
    return bool(entry.get("needs_key", True))


def read_arguments(args: str, entry: Operation | FlatScript, schema: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments in `args`, JSON or a file of it, or those of the example with the body that is there."""
    is_json = args.lstrip().startswith(("{", "["))
    source = "ARGS" if is_json else args
    content: Any = parse_json(args, source) if is_json else read_json(Path(args))
    if is_json and isinstance(content, dict) and "auth" in content:
        fail("A command line is no place for a key: put it into KLAVIYO_API_KEY, or the arguments into a file")
    example: dict[str, Any] = schema["examples"][0]
    known = [*(["auth"] if needs_key(entry) else []), *schema["properties"]]
    script = entry["script"].removeprefix("f/klaviyo/").removesuffix(".py")
    usage = f"usage: make run SCRIPT={script} ARGS=file.json\narguments: {', '.join(known)}"
    if "body" in known and not (isinstance(content, dict) and content.keys() & {*known}):
        return example | {"body": content}
    if not isinstance(content, dict):
        fail(f"{source} is not a JSON object with arguments\n{usage}")
    for name in content.keys() - known:
        fail(f'There is no argument "{name}"{suggest(name, known)}\n{usage}')
    arguments: dict[str, Any] = content
    return arguments


def fill_in(main: Any, arguments: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments with None for what is missing, as it arrives in Windmill."""
    parameters = inspect.signature(main).parameters.values()
    missing = {parameter.name: None for parameter in parameters if parameter.default is parameter.empty}
    return {**missing, **arguments}


def run_against_klaviyo(script: Any, entry: Operation | FlatScript, arguments: dict[str, Any], key: str) -> None:
    console.print("Sending to Klaviyo, because KLAVIYO_API_KEY is set")
    if needs_key(entry) and arguments["auth"] is None:
        arguments = arguments | {"auth": {"apiKey": key}}
    result = script.main(**arguments)
    if path := entry.get("path"):
        revision = arguments.get("revision") or script.REVISION
        console.print(f"Request   {entry.get('method')} {script.API}{path}, revision {revision}")
    show_result(result)


def run_against_sandbox(script: Any, entry: Operation | FlatScript, arguments: dict[str, Any], state: str) -> None:
    os.environ["NO_PROXY"] = "127.0.0.1"
    if needs_key(entry) and arguments["auth"] is None:
        arguments = arguments | {"auth": {"apiKey": API_KEY}}
    # The sandbox accepts the key or token of these arguments.
    auth = arguments.get("auth")
    key, token = (auth.get("apiKey"), auth.get("token")) if isinstance(auth, dict) else (None, None)
    console.print("Sending to the local sandbox; set KLAVIYO_API_KEY to send to Klaviyo")
    with Sandbox(api_key=str(key or API_KEY), token=str(token or TOKEN), state=state) as sandbox:
        script.API = sandbox.url
        if hasattr(script, "STATE_FOLDER"):  # a trigger: what it remembers is of the sandbox
            script.STATE_FOLDER = Path(state).parent
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
