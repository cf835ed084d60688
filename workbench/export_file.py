"""`make export`: export a read from the local sandbox, or from Klaviyo if KLAVIYO_API_KEY is set, to a file."""

import json
import os
from pathlib import Path
from typing import Annotated, Any

import typer

from workbench.collection import ROOT, load_module
from workbench.file_options import read_options
from workbench.messages import fail
from workbench.sandbox import Sandbox

USAGE = "usage: make export READ=profiles/get_profiles TO=profiles.csv [ID=Y6nRLr] [FILTER='equals(…)'] [SINCE=last]"
USAGE += "\nEvery option of the script is a variable, or a name in OPTIONS, which is JSON or a file of it"


def command(
    read: Annotated[str, typer.Argument(help="Such as profiles/get_profiles.")],
    options: Annotated[
        list[str] | None, typer.Argument(help="JSON or a file of it, then options by name: --to profiles.csv.")
    ] = None,
    state: Annotated[str, typer.Option(help="File in which the sandbox keeps its resources.")] = ":memory:",
) -> None:
    """Export all pages of a read, and print the summary."""
    if not read:
        fail(f"READ is missing\n{USAGE}")
    os.environ["NO_PROXY"] = "127.0.0.1"
    script = load_export()
    key = os.environ.get("KLAVIYO_API_KEY")
    arguments = read_options(options or [], script.main, {"revision": None, "read": Path(read).stem}, USAGE)
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
    app = typer.Typer(add_completion=False)
    app.command(context_settings={"ignore_unknown_options": True})(command)
    app()
