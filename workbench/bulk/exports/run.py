"""The run of an export, from the first page to the file."""

import json
import sqlite3
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from workbench.bulk.account import identify_account
from workbench.bulk.client import Client
from workbench.bulk.errors import BulkFailed
from workbench.bulk.exports.database import Staging
from workbench.bulk.exports.files import MAX_RESULT, Target, check_columns, write_items
from workbench.bulk.exports.pages import read_pages
from workbench.bulk.exports.request import Request
from workbench.bulk.exports.windmill_state import Kept
from workbench.bulk.progress import progress
from workbench.bulk.text import digest, end_sentence
from workbench.bulk.windmill import STATE


def run_export(request: Request, target: Target, journal: str) -> dict[str, Any]:
    """Read all pages, then write the file. Returns the summary."""
    began = time.monotonic()
    check_columns(request, target)
    account = identify_account(request.authorization, request.revision)
    columns = [column.name for column in request.columns] if request.columns_are_chosen else None
    identity = [account, request.path, request.parameters, request.since, target.s3 or target.name, columns]
    scope = digest(json.dumps(identity))[:12]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        beside = folder if STATE else target.path.parent if target.path else Path()
        path = Path(journal) if journal else beside / f"{request.name}.{scope}.journal"
        if not path.parent.is_dir():
            raise BulkFailed(f"the journal {path} cannot be written: there is no folder {path.parent}")
        kept = Kept(f"{STATE}_{scope}" if STATE and not journal else None, target.storage, folder)
        try:
            with Staging(path, request, scope) as staging:
                return export(request, target, staging, kept, folder, began)
        except (OSError, sqlite3.Error) as error:  # such as a full disk
            raise BulkFailed(f"Stopped: {error}. Run it again to continue") from None
        except KeyboardInterrupt:
            raise BulkFailed("Stopped by Ctrl-C. Run it again to continue") from None


def export(
    request: Request, target: Target, staging: Staging, kept: Kept, folder: Path, began: float
) -> dict[str, Any]:
    kept.begin(staging)
    target = target.at(staging.run["started"])
    check_unwritten(request, staging, target)
    if request.since:
        start = request.window_text(staging.facts["mark"])
        print(f"Reading from {request.since} {start} on" if start else "Reading everything", file=sys.stderr)
    client = Client(request.authorization, request.revision, request.rates)
    limit = 0 if target.name else MAX_RESULT
    try:
        with client, progress("Reading", request.endpoint.type, initial=staging.run["items"]) as bar:
            read_pages(client, request, staging, kept, bar, limit)
    except BulkFailed as error:
        if limit and staging.run["size"] > limit:
            staging.remove()  # the same run would end in the same way, and another `to` is another run
            raise
        pages = staging.run["pages"]
        if pages:
            kept.save(staging, at_once=True)
        noun = "page is" if pages == 1 else "pages are"
        kept_pages = f" {pages:,} {noun} kept; run it again to continue"
        message = f"{end_sentence(str(error))}{kept_pages}" if pages else str(error)
        raise BulkFailed(message, temporary=error.temporary) from None
    staging.aim(target.name)
    count, before = staging.count()
    summary: dict[str, Any] = {"read": request.name, "items": count, "before": before, "pages": staging.run["pages"]}
    summary |= {"retries": client.retries, "since": request.window_text(staging.facts["mark"]), "mark": None}
    columns = write_items(staging, target, folder) if target.name else []
    result = {} if target.name else {"data": [json.loads(body) for body in staging.bodies()]}
    chunks = staging.run["chunks"]
    if request.since:
        staging.finish()
        kept.finish(staging, chunks)
        summary["mark"] = staging.facts["mark"] or None
    else:
        staging.remove()
        kept.forget(chunks)
    summary |= {"seconds": round(time.monotonic() - began, 1), "columns": len(columns) or None}
    return {**summary, "to": target.s3 or (str(target.path) if target.path else None), **result}


def check_unwritten(request: Request, staging: Staging, target: Target) -> None:
    """BulkFailed if it would replace what an earlier run has written, which with `since` is nowhere else."""
    if not request.since or not target.name or target.name == staging.run["target"]:
        return  # the run itself may have begun to write there
    if target.path.exists() if target.path else target.name == staging.facts["target"]:
        hint = f"put {{time}} into its name, as in changes-{{time}}{target.format}"
        raise BulkFailed(f"{target.name} has what an earlier run wrote: {hint}")
