"""`make import`: a file of events or profiles into the sandbox, or into Klaviyo where KLAVIYO_API_KEY is set."""

import json
import os
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from workbench.collection import ROOT, load_index, load_module
from workbench.sandbox import API_KEY, Sandbox


def command(
    file: Annotated[str, typer.Argument(help="CSV, JSON Lines or Parquet: a path or URL.")],
    options: Annotated[Path | None, typer.Argument(help="JSON: mapping, dry_run, list_id, rejects, journal.")] = None,
    what: Annotated[Literal["events", "profiles"], typer.Option(help="What the rows are.")] = "events",
    metric: Annotated[str | None, typer.Option(help="Name of all events, where no column has it.")] = None,
) -> None:
    """Import them, and print the summary."""
    if not file:
        typer.echo("FILE is needed, such as make import FILE=events.csv", err=True)
        raise typer.Exit(1)
    os.environ["NO_PROXY"] = "127.0.0.1"
    script = load(what)
    given: dict[str, Any] = {"source": file, **({"metric": metric} if metric else {})}
    given |= json.loads(options.read_bytes()) if options else {}
    key = os.environ.get("KLAVIYO_API_KEY")
    typer.echo(f"to {'Klaviyo itself, as KLAVIYO_API_KEY is set' if key else 'the sandbox on this machine'}", err=True)
    with Sandbox() as sandbox:
        if not key:
            script.API = sandbox.url
        try:
            summary = script.main({"apiKey": key or API_KEY}, load_index()["revision"], **given)
        except (script.ImportFailed, TypeError) as error:
            typer.echo(f"{type(error).__name__}: {error}", err=True)
            raise typer.Exit(1) from None
    typer.echo(json.dumps(summary, indent=2, ensure_ascii=False))


def load(what: str) -> Any:
    """The script that imports them, as a module."""
    return load_module(ROOT / f"f/klaviyo/bulk/import_{what}.py")


if __name__ == "__main__":
    typer.run(command)
