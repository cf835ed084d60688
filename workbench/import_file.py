"""`make import`: import a file into the local sandbox, or into Klaviyo if KLAVIYO_API_KEY is set."""

import inspect
import json
import os
import re
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import typer

from workbench.collection import ROOT, load_module
from workbench.messages import fail, read_json, suggest
from workbench.sandbox import Sandbox

USAGE = 'usage: make import FILE=orders.csv [METRIC="Placed Order"] [BACKFILL=true] [DRY_RUN=true]'
USAGE += " [OPTIONS=options.json]\n       make import FILE=people.csv WHAT=profiles [LIST_ID=Y6nRLr]"
USAGE += (
    "\n       make import FILE=people.csv WHAT=subscriptions ACTION=subscribe [CHANNELS=email,sms] [LIST_ID=Y6nRLr]"
)
KINDS = ("events", "profiles", "subscriptions")


def command(
    file: Annotated[str, typer.Argument(help="CSV, JSON Lines or Parquet: a path or URL.")],
    options: Annotated[Path | None, typer.Argument(help="A JSON object with more arguments.")] = None,
    what: Annotated[str, typer.Option(help="What the rows are: events, profiles or subscriptions.")] = "events",
    metric: Annotated[str | None, typer.Option(help="Name of all events, if no column has it.")] = None,
    action: Annotated[str | None, typer.Option(help="subscribe, unsubscribe, suppress or unsuppress.")] = None,
    channels: Annotated[str | None, typer.Option(help="What people have consented to, such as email,sms.")] = None,
    list_id: Annotated[str | None, typer.Option(help="The list of the profiles.")] = None,
    dry_run: Annotated[str | None, typer.Option(help="true checks everything and sends nothing.")] = None,
    state: Annotated[str, typer.Option(help="File in which the sandbox keeps its resources.")] = ":memory:",
    backfill: Annotated[str | None, typer.Option(help="true if the events are history, which starts no flows.")] = None,
) -> None:
    """Import events, profiles or consents, and print the summary."""
    if not file:
        fail(f"FILE is missing\n{USAGE}")
    if what not in KINDS:
        fail(f"WHAT is {', '.join(KINDS[:-1])} or {KINDS[-1]}, not {what}\n{USAGE}")
    os.environ["NO_PROXY"] = "127.0.0.1"
    script = load_import(what)
    key = os.environ.get("KLAVIYO_API_KEY")
    arguments: dict[str, Any] = {"revision": None}
    named = {"metric": metric, "backfill": backfill, "action": action, "channels": channels, "list_id": list_id}
    arguments |= {name: value for name, value in (named | {"dry_run": dry_run}).items() if value}
    if not key:  # Klaviyo has not received what the sandbox has
        name = urlsplit(file).path.rpartition("/")[2] if "://" in file else file
        table = re.search(r"\.(csv|tsv)(\.gz)?$", name.lower())
        arguments |= {"journal": f"{name}.sandbox.journal"}
        arguments |= {"rejects": f"{name}.sandbox.rejects.{table[1] if table else 'jsonl'}"}
    arguments |= read_options(options) if options else {}
    parameters = inspect.signature(script.main).parameters
    known = [name for name in parameters if name not in ("auth", "source")]
    for name in arguments.keys() - known:
        fail(f'There is no option "{name}"{suggest(name, known)}\n{USAGE}\noptions: {", ".join(known)}')
    for name in known:
        if parameters[name].default is inspect.Parameter.empty and name not in arguments:
            fail(f"{name.upper()} is missing\n{USAGE}")
    typer.echo(f"Sending to {'Klaviyo, because KLAVIYO_API_KEY is set' if key else 'the local sandbox'}", err=True)
    with Sandbox(state=state) as sandbox:
        if not key:
            script.API = sandbox.url
        try:
            summary = script.main({"apiKey": key or sandbox.account_key}, source=file, **arguments)
        except script.BulkFailed as error:
            if error.summary:
                typer.echo(json.dumps(error.summary, indent=2, ensure_ascii=False))
            fail("\n".join([f"BulkFailed: {error}", *describe_questions(error.questions)]))
    typer.echo(json.dumps(summary, indent=2, ensure_ascii=False))


def describe_questions(questions: list[Any]) -> list[str]:
    """Return what to write into the file of options, one line for each question."""
    lines = ["For each of these columns, OPTIONS=options.json needs one of:"] if questions else []
    for question in questions:
        options = " or ".join(json.dumps(option, ensure_ascii=False) for option in question["options"])
        lines.append(f"  {question['column']}: {options}")
    return lines


def load_import(kind: str) -> Any:
    """Return the script that imports one of KINDS, as a module."""
    return load_module(ROOT / f"f/klaviyo/bulk/import_{kind}.py")


def read_options(file: Path) -> dict[str, Any]:
    options = read_json(file)
    if not isinstance(options, dict):
        fail(f'{file} is not a JSON object such as {{"dry_run": true}}')
    return options


if __name__ == "__main__":
    typer.run(command)
