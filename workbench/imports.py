"""`make import`: a file of events or profiles into the sandbox, or into Klaviyo where KLAVIYO_API_KEY is set."""

import json
import os
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

import typer

from workbench.collection import ROOT, load_index, load_module
from workbench.sandbox import API_KEY, Sandbox


def command(
    file: Annotated[str, typer.Argument(help="CSV, JSON Lines or Parquet: a path or URL.")],
    options: Annotated[Path | None, typer.Argument(exists=True, dir_okay=False, help="JSON: more arguments.")] = None,
    what: Annotated[Literal["events", "profiles"], typer.Option(help="What the rows are.")] = "events",
    metric: Annotated[str | None, typer.Option(help="Name of all events, where no column has it.")] = None,
) -> None:
    """Import them, and print the summary."""
    if not file:
        typer.echo("FILE is needed, such as make import FILE=events.csv", err=True)
        raise typer.Exit(1)
    os.environ["NO_PROXY"] = "127.0.0.1"
    script = load(what)
    key = os.environ.get("KLAVIYO_API_KEY")
    given: dict[str, Any] = {"source": file, "revision": load_index()["revision"]}
    given |= {"metric": metric} if metric else {}
    if not key:  # what the sandbox has taken is not taken by Klaviyo
        name = urlsplit(file).path.rpartition("/")[2] if "://" in file else file
        given["journal"] = f"{name}.sandbox.journal"
    try:
        more = json.loads(options.read_bytes()) if options else {}
    except ValueError:
        more = None
    if not isinstance(more, dict):
        typer.echo(f'{options} is no JSON object such as {{"dry_run": true}}', err=True)
        raise typer.Exit(1)
    given |= more
    typer.echo(f"to {'Klaviyo itself, as KLAVIYO_API_KEY is set' if key else 'the sandbox on this machine'}", err=True)
    with Sandbox() as sandbox:
        if not key:
            script.API = sandbox.url
        try:
            summary = script.main({"apiKey": key or API_KEY}, **given)
        except (script.ImportFailed, TypeError) as error:
            typer.echo(f"{type(error).__name__}: {error}", err=True)
            raise typer.Exit(1) from None
    typer.echo(json.dumps(summary, indent=2, ensure_ascii=False))


def load(what: str) -> Any:
    """The script that imports them, as a module."""
    return load_module(ROOT / f"f/klaviyo/bulk/import_{what}.py")


if __name__ == "__main__":
    typer.run(command)
