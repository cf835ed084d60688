"""`make import`: import a file into the local sandbox, or into Klaviyo if KLAVIYO_API_KEY is set."""

import json
import os
import re
from typing import Annotated, Any
from urllib.parse import urlsplit

import typer

from workbench.bulk.source import SUFFIXES, suffix_of
from workbench.collection import ROOT, load_module
from workbench.file_options import read_options
from workbench.messages import fail
from workbench.sandbox import Sandbox

USAGE = """usage: make import FILE=orders.csv [METRIC="Placed Order"] [BACKFILL=true] [DRY_RUN=true]
       make import FILE=people.csv WHAT=profiles [LIST_ID=Y6nRLr] [TYPES=auto]
       make import FILE=people.csv WHAT=subscriptions ACTION=subscribe [CHANNELS=email,sms] [LIST_ID=Y6nRLr]
Every option of the script is a variable, or a name in OPTIONS, which is JSON or a file of it"""
KINDS = ("events", "profiles", "subscriptions")
TABLE = re.compile(r"\.(csv|tsv)(\.gz)?$")


def command(
    file: Annotated[str, typer.Argument(help="A path or URL.")],
    options: Annotated[
        list[str] | None, typer.Argument(help="JSON or a file of it, then options by name: --metric Joined.")
    ] = None,
    what: Annotated[str, typer.Option(help="What the rows are: events, profiles or subscriptions.")] = "events",
    state: Annotated[str, typer.Option(help="File in which the sandbox keeps its resources.")] = ":memory:",
) -> None:
    """Import events, profiles or consents, and print the summary."""
    if not file:
        fail(f"FILE is missing\n{USAGE}")
    if what not in KINDS:
        fail(f"WHAT is {', '.join(KINDS[:-1])} or {KINDS[-1]}, not {what}\n{USAGE}")
    os.environ["NO_PROXY"] = "127.0.0.1"
    script = load_import(what)
    key = os.environ.get("KLAVIYO_API_KEY")
    # Klaviyo has not received what the sandbox has: each has its own files.
    named = {"revision": None} | ({} if key else name_files(file))
    arguments = read_options(options or [], script.main, named, USAGE)
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


def name_files(file: str) -> dict[str, str]:
    """Return where an import into the sandbox keeps its journal and rejects."""
    is_url = "://" in file
    name = urlsplit(file).path.rpartition("/")[2] if is_url else file
    table = TABLE.search(name.lower())
    if is_url and suffix_of(name) not in SUFFIXES:
        return {"journal": f"{name or 'download'}.sandbox.journal"}  # what it serves decides on the rejects
    ending = table[1] if table else "jsonl"
    return {"journal": f"{name}.sandbox.journal", "rejects": f"{name}.sandbox.rejects.{ending}"}


if __name__ == "__main__":
    app = typer.Typer(add_completion=False)
    app.command(context_settings={"ignore_unknown_options": True})(command)
    app()
