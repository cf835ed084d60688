"""What is in a source that holds no rows: a web page, an error message, nothing."""

import json
import re
from pathlib import Path
from typing import Any

from workbench.bulk.errors import BulkFailed
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.rows import open_text
from workbench.bulk.source import Source

MAX_HEAD = 100_000  # characters of a file that are looked at
MAX_QUOTE = 200  # characters of them in a message
ERROR_NAMES = {"error", "errors", "message", "detail", "error_description"}
OTHER_NAMES = {"code", "id", "path", "request_id", "requestid", "status", "statuscode", "success", "timestamp", "title"}
OTHER_NAMES |= {"ok", "reason", "trace_id", "traceid", "type"}


def check_contents(source: Source) -> None:
    """Raise BulkFailed, which says what was found, if a file holds something other than rows."""
    head = read_head(source.path) if source.suffix else ""
    text = head.lstrip()
    if text.startswith("<"):
        raise BulkFailed(f"{source.name} is {describe_markup(text)}, not a file of rows")
    if source.suffix in (".csv", ".tsv") and text.startswith(("{", "[{")):
        raise BulkFailed(f"{source.name} holds JSON, not CSV: {text[:MAX_QUOTE].strip()}")
    if source.suffix in (".json", ".jsonl", ".ndjson"):
        check_first_line(source.name, text)


def read_head(path: Path) -> str:
    """Return the beginning of a file; nothing if it is no text."""
    try:
        with open_text(path) as file:
            return file.read(MAX_HEAD)
    except (OSError, EOFError, ValueError):  # reading the rows will say what is wrong
        return ""


def describe_markup(text: str) -> str:
    is_page = re.match(r"<(!doctype html|html|head|body)\b", text, re.IGNORECASE)
    title = re.search(r"<title[^>]*>\s*(.*?)\s*</title>", text, re.IGNORECASE | re.DOTALL)
    name = f' titled "{title[1][:MAX_QUOTE]}"' if title else ""
    return f"a web page{name}" if is_page or title else f"XML: {text[:MAX_QUOTE].strip()}"


def check_first_line(name: str, text: str) -> None:
    """Raise BulkFailed if the first line of JSON Lines has several objects."""
    line = text.partition("\n")[0]
    try:
        value, end = json.JSONDecoder().raw_decode(line)
    except (ValueError, RecursionError):
        return
    if isinstance(value, dict) and re.match(r"\s*,?\s*\{", line[end:]):
        raise BulkFailed(f"the first line of {name} has several objects; one object on each line is expected")


def check_rows(source: Source, store: Store) -> None:
    """Raise BulkFailed, which says what was found, if the rows of a source are none."""
    if not store.count:
        raise BulkFailed(describe_no_rows(source, [*store.columns]))
    if not store.columns:
        line, text, fault = store.first_fault()
        place = f"line {line}" if line else "the first"
        quoted = "" if text == fault else f": {text[:MAX_QUOTE]}"
        raise BulkFailed(f"{source.name} has no row that can be read; of {place}, {fault}{quoted}")
    if store.count == 1 and source.suffix not in (".csv", ".tsv", ".parquet"):
        [(_, _, text)] = store.rows_of(1)
        row = json.loads(text)
        if is_error_message(row):
            raise BulkFailed(f"{source.name} holds an error message, not rows: {text[:MAX_QUOTE]}")
        if name := find_list_of_rows(row):
            raise BulkFailed(
                f"{source.name} holds one object, whose {name} is a list of rows; one object on each line is expected:"
                f" `jq -c '.[\"{name}\"][]'` makes them of it"
            )


def describe_no_rows(source: Source, columns: list[str]) -> str:
    if not source.suffix:
        return "source is an empty list"
    if columns:
        return f"{source.name} has no rows below its header: {', '.join(columns)[:MAX_QUOTE]}"
    return f"{source.name} has no rows"


def find_list_of_rows(row: dict[str, Any]) -> str:
    """The name under which an object has a list of objects; empty if it has more to say than that, or none."""
    lists = [name for name, value in row.items() if isinstance(value, list) and value and isinstance(value[0], dict)]
    others = [name for name in row if name not in (*lists, "links", "meta", "included", "total", "count", "page")]
    return lists[0] if lists and not others else ""


def is_error_message(row: Any) -> bool:
    """Whether an object looks like what a server answers in place of rows, such as `{"error": "unauthorized"}`."""
    names = {name.lower() for name in row} if isinstance(row, dict) else set()
    return bool(names & ERROR_NAMES) and names <= ERROR_NAMES | OTHER_NAMES
