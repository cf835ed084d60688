"""The run of an import, from the source to the summary."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import tempfile
from pathlib import Path
from typing import Any

from workbench.bulk.account import identify_account
from workbench.bulk.arguments import Options
from workbench.bulk.client import Client
from workbench.bulk.errors import BulkFailed
from workbench.bulk.imports.batches import batches_of_jobs, make_batches
from workbench.bulk.imports.columns import Columns, find_header, match_columns
from workbench.bulk.imports.contents import check_contents, check_rows
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.delivery import Delivery
from workbench.bulk.imports.exported import ExportedRows
from workbench.bulk.imports.journal import Journal
from workbench.bulk.imports.paths import choose_paths, name_part, part_suffix
from workbench.bulk.imports.records import Records, build_records
from workbench.bulk.imports.rejects import Rejects
from workbench.bulk.imports.repeats import list_repeats, mark_repeats
from workbench.bulk.imports.rows import REJECTED, read_header, read_rows
from workbench.bulk.imports.summary import Summary
from workbench.bulk.progress import progress
from workbench.bulk.source import SPREADSHEETS, Source, find_source
from workbench.bulk.text import end_sentence, plural

MAX_NAMED = 12  # columns in a line of the log
MAX_SHOWN = 100  # characters of a value in the report of a dry run


def run_import(options: Options, source: Any, records: Records) -> dict[str, Any]:
    """Read all rows, check them, send those that are right and new. Returns the summary. Raises BulkFailed."""
    summary = Summary()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = find_source(source, folder)
        if options.sheet and file.suffix not in SPREADSHEETS:
            raise BulkFailed(f"sheet is for spreadsheets ({', '.join(SPREADSHEETS)}), not for {file.name}")
        file.sheet = options.sheet
        check_contents(file)
        is_csv = file.suffix in (".csv", ".tsv")
        header, separator, _ = read_header(file) if is_csv else ([], "", 0)
        exported = ExportedRows(records.item_type)
        columns = [column for column in exported.columns_of(header) if column not in REJECTED]
        paths = choose_paths(options, file, folder)
        scope = f"{identify_account(options.authorization, options.revision)}\0{records.scope}\0"
        try:
            with Store(folder, columns) as store:
                store.is_table = is_csv or file.suffix in SPREADSHEETS
                store.add_rows(exported.translate(progress("Reading", "rows", items=read_rows(file))))
                check_rows(file, store)
                log(*exported.describe())
                journal = Journal(store, paths.journal, paths.state, scope)
                with Rejects(paths.rejects, folder, list(store.columns), separator) as rejects:
                    prepare_records(options, records, file, separator, store, journal, rejects, summary)
                    rejects.publish()
                    if options.dry_run:
                        return describe_dry_run(options, records, store, journal, rejects, summary)
                    return send_records(options, records, store, journal, rejects, summary)
        except (OSError, sqlite3.Error) as error:  # such as a full disk
            raise BulkFailed(f"Stopped: {error}") from None
        except KeyboardInterrupt:
            raise BulkFailed("Stopped before anything was sent") from None


def prepare_records(
    options: Options,
    records: Records,
    source: Source,
    separator: str,
    store: Store,
    journal: Journal,
    rejects: Rejects,
    summary: Summary,
) -> None:
    """Map the columns, make the records, and find those that are not to be sent."""
    columns = choose_columns(options, records, source, separator, store)
    lines = records.choose(columns, store, separator)
    log(*columns.describe(), *lines, describe_others(records, columns, store))
    built = build_records(records, store, journal, rejects, options)
    store.add_records(progress("Checking", records.noun, store.count, built))
    log(*(f"{rule} ({plural(count, 'value')})" for rule, count in records.values.rules.items() if count))
    summary.rejected = rejects.count
    changed = mark_repeats(records, store, journal)
    summary.before, summary.before_rows = store.count_records("state = 'before'")
    _, summary.repeated = store.count_records("state != 'before'")
    if journal.resumed:
        new, _ = store.count_records("state IS NULL")
        log(f"{summary.before:,} sent by an earlier run, {new:,} to send, {changed:,} changed since they were sent")
    list_repeats(records, store, rejects)
    check_decided(options, records, store)


def choose_columns(options: Options, records: Records, source: Source, separator: str, store: Store) -> Columns:
    """Return the columns of each field. If there are none, the error names the line that looks like the header."""
    try:
        columns = match_columns(list(store.columns), records.headers, options.mapping)
    except BulkFailed as error:
        line = find_header(source.path, records.headers) if separator and "identifies" in str(error) else None
        if not line or line == 1:
            raise
        hint = f"Line {line} looks like the header: remove what is above it"
        raise BulkFailed(f"{end_sentence(str(error))} {hint}", questions=error.questions) from None
    addresses = columns.by_field.get("email", [])
    if len(addresses) > 1:
        from_left = [column for column in store.columns if column in addresses]
        columns.use("email", *sorted(from_left, key=lambda column: not store.has_email(column)))
    return columns


def describe_others(records: Records, columns: Columns, store: Store) -> str:
    """Return the line of the log about columns that no field takes."""
    fields = {name: columns.field_of(name, records.others) for name in store.columns if name not in columns.used}
    groups = {
        "properties": [name for name, field in fields.items() if (field or "").startswith("properties.")],
        "not sent": [name for name, field in fields.items() if field is None],
    }
    lines = [f"{group} ← {name_some(names)}" for group, names in groups.items() if names]
    return "\n".join(lines) or "All columns are used."


def name_some(names: list[str]) -> str:
    """Return the names of columns, of many the first."""
    more = f" and {len(names) - MAX_NAMED} more" if len(names) > MAX_NAMED else ""
    return f"{'column' if len(names) == 1 else 'columns'} {', '.join(names[:MAX_NAMED])}{more}"


def check_decided(options: Options, records: Records, store: Store) -> None:
    """Stop if records cannot be sent before an option says how. A dry run only says so."""
    undecided, _ = store.count_records("state IS NULL AND undecided")
    if not undecided:
        return
    message = f"{undecided:,} {records.noun} {records.undecided}"
    if not options.dry_run:
        raise BulkFailed(message)
    log(message)


def describe_dry_run(
    options: Options, records: Records, store: Store, journal: Journal, rejects: Rejects, summary: Summary
) -> dict[str, Any]:
    """Return what would be sent: the summary, the columns, and the body of a request with the first record."""
    log("Dry run: nothing is sent")
    if records.is_screened:
        screen_records(options, records, store, journal, rejects, summary)
    summary.sent, summary.sent_rows = store.count_records("state IS NULL")
    described = summary.describe_dry_run(rejects, store.count if options.parts == 1 else None)
    described |= rejects.keep(rejects_key(options, rejects.path.name))
    first = next(make_batches(store, journal.resumed, records.max_records, records.max_bytes), None)
    body = json.loads(records.payload(first.records[:1])) if first else None
    return {"dry_run": True, **described, "columns": describe_columns(records, store), "body": body}


def screen_records(
    options: Options, records: Records, store: Store, journal: Journal, rejects: Rejects, summary: Summary
) -> None:
    """Reject the records that are not to be sent, as Klaviyo says. Raises BulkFailed if it gives no answer."""
    with Client(options.authorization, options.revision, records.rates) as client:
        for batch in make_batches(store, journal.resumed, records.max_records, records.max_bytes):
            refused = records.screen(client, batch.records)
            if refused is None:
                raise BulkFailed(f"{end_sentence(client.stopped)} Nothing was sent", temporary=client.temporary)
            for record, reason in refused.items():
                rows = store.rows_of(record.number)
                rejects.add(rows, reason)
                summary.rejected += len(rows)
                store.refuse(record.number)


def describe_columns(records: Records, store: Store) -> list[dict[str, Any]]:
    """Return each column with its field, its type, else the JSON types of its values, and three of them.

    `field`: as in `mapping`; `properties.` and the name of a property; `items` for what becomes a part of an item;
    None if the column is not sent by itself.
    """
    described = []
    types, examples = store.types_of_columns(), store.examples()
    for column in store.columns:
        values = [str(value)[:MAX_SHOWN] for value in examples.get(column, [])]
        field = records.columns.field_of(column, records.others)
        type_ = records.columns.types.get(column) or types.get(column, "empty")
        described.append({"column": column, "field": field, "type": type_, "values": values})
    return described


def send_records(
    options: Options, records: Records, store: Store, journal: Journal, rejects: Rejects, summary: Summary
) -> dict[str, Any]:
    """Send what is to be sent. Returns the summary. Raises BulkFailed, with the summary, if it had to stop."""
    total, _ = store.count_records("state IS NULL")
    client = Client(options.authorization, options.revision, records.rates, options.parts)
    delivery = Delivery(records, client, store, journal, rejects, summary)
    with client, progress("Sending", records.noun, total) as bar:
        delivery.send(batches_of_jobs(store, journal.jobs()), bar)  # first, as they may hold older versions
        delivery.send(make_batches(store, journal.resumed, records.max_records, records.max_bytes), bar)
    summary.retries = client.retries
    described = summary.describe(rejects, store.count if options.parts == 1 else None)
    described |= rejects.keep(rejects_key(options, rejects.path.name))
    if client.stopped:
        described.pop("rejected_rows", None)  # Windmill keeps what an error says; the next run finds them again
        sent = f"{summary.sent:,} {records.noun} were sent; run it again to continue"
        raise BulkFailed(f"{end_sentence(client.stopped)} {sent}", described, temporary=client.temporary)
    return described


def rejects_key(options: Options, name: str) -> str:
    """Return the key of the S3 object that keeps the rejects in Windmill."""
    if not options.rejects:
        return f"klaviyo_imports/{os.environ.get('WM_JOB_ID')}/{name}"
    folder, slash, file = options.rejects.rpartition("/")
    return f"{folder}{slash}{name_part(Path(file), part_suffix(options))}"


def log(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)
