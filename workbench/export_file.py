"""`make export`: export a read from the local sandbox, or from Klaviyo if KLAVIYO_API_KEY is set, to a file."""

import inspect
import json
import os
from pathlib import Path
from typing import Annotated, Any

import typer

from workbench.collection import ROOT, load_module
from workbench.import_file import read_options
from workbench.messages import fail, suggest
from workbench.sandbox import Sandbox

USAGE = "usage: make export READ=profiles/get_profiles TO=profiles.csv [ID=Y6nRLr] [FILTER='equals(…)'] [SINCE=last]"
USAGE += " [OPTIONS=options.json]"


def command(
    read: Annotated[str, typer.Argument(help="Such as profiles/get_profiles.")],
    options: Annotated[Path | None, typer.Argument(help="A JSON object with more arguments.")] = None,
    to: Annotated[str | None, typer.Option(help="A .csv, .jsonl or .parquet file; by default stdout.")] = None,
    id_: Annotated[str | None, typer.Option("--id", help="Of the list, segment etc.")] = None,
    filter_: Annotated[str | None, typer.Option("--filter", help="As the operation takes it.")] = None,
    since: Annotated[str | None, typer.Option(help="last: what is new or changed since the last run.")] = None,
    state: Annotated[str, typer.Option(help="File in which the sandbox keeps its resources.")] = ":memory:",
) -> None:
    """Export all pages of a read, and print the summary."""
    if not read:
        fail(f"READ is missing\n{USAGE}")
    os.environ["NO_PROXY"] = "127.0.0.1"
    script = load_export()
    key = os.environ.get("KLAVIYO_API_KEY")
    arguments: dict[str, Any] = {"revision": None, "read": Path(read).stem}
    named = {"to": to, "id": id_, "filter": filter_, "since": since}
    arguments |= {name: value for name, value in named.items() if value}
    arguments |= read_options(options) if options else {}
    known = [name for name in inspect.signature(script.main).parameters if name != "auth"]
    for name in arguments.keys() - known:
        fail(f'There is no option "{name}"{suggest(name, known)}\n{USAGE}\noptions: {", ".join(known)}')
    typer.echo(f"Reading from {'Klaviyo, because KLAVIYO_API_KEY is set' if key else 'the local sandbox'}", err=True)
    with Sandbox(state=state) as sandbox:
        if not key:
            script.API = sandbox.url
        try:
            summary = script.main({"apiKey": key or sandbox.account_key}, **arguments)
        except script.BulkFailed as error:
            fail(f"BulkFailed: {error}")
    typer.echo(json.dumps(summary, indent=2, ensure_ascii=False))


def load_export() -> Any:
    """Return the script as a module."""
    return load_module(ROOT / "f/klaviyo/bulk/export.py")


if __name__ == "__main__":
    typer.run(command)
