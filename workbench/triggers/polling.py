"""Polling: what is new since the last run, each item once"""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from workbench.codegen.parts.cursor import parse_cursor
from workbench.codegen.parts.formats import parse_time
from workbench.everyday.operations import klaviyo
from workbench.everyday.request import next_link, read
from workbench.triggers.progress import Item, Progress, begin, from_json, to_json
from workbench.triggers.state import job_id, load_state, save_state

LIMIT = {"minimum": 1, "maximum": 10_000}
OVERLAP = {"minimum": 0, "maximum": 10_080}  # minutes; 7 days
DEFAULT_LIMIT = 1000
DEFAULT_OVERLAP = 60
# Where Klaviyo and its clients note who has written something.
ORIGINS = ("$source", "source", "method", "method_detail", "custom_method_detail", "custom_source")

Row = dict[str, Any]
Included = dict[tuple[str, str], Any]  # type and ID -> resource


class Source(NamedTuple):
    """Where items are read, oldest first.

    field: What the filter and the order call the time of an item.
    describe: Returns the row of a resource, with this time.
    conditions: Further conditions of the filter.
    has_equal: Whether the field can be filtered by greater-or-equal, not only by greater-than.
    """

    path: str
    field: str
    query: dict[str, Any]
    describe: Callable[[Any, Included], Any]
    conditions: tuple[str, ...] = ()
    has_equal: bool = True


def poll(auth: klaviyo, sources: list[Source], arguments: dict[str, Any]) -> list[Any]:
    """Return the rows of what is new, oldest first, and save how far this run came.

    The first run returns nothing, unless `since` says from when on. If Windmill starts a job again because its worker
    has died, the job returns what it returned before.

    Args:
        arguments: Those of `main`: since, limit, overlap and ignore.
    """
    overlap = timedelta(minutes=arguments.get("overlap", DEFAULT_OVERLAP))
    since = parse_time(arguments["since"]) if "since" in arguments else None
    echoes = {text.strip().casefold() for text in arguments.get("ignore", [])}
    state = load_state()
    if state is None:
        progress = begin(since)
    else:
        is_restarted = job_id() is not None and state.get("job") == job_id()
        progress = from_json(state.get("before" if is_restarted else "now"))
    only_notes = state is None and since is None
    limit = sys.maxsize if only_notes else int(arguments.get("limit", DEFAULT_LIMIT))
    items = take_oldest(read_new(auth, sources, progress, overlap, echoes, limit), echoes, limit)
    newest = max((item.time for item in items), default=progress.mark)
    after = progress.after(items, min(newest, datetime.now(UTC)), overlap)
    save_state({"job": job_id(), "before": to_json(progress), "now": to_json(after)})
    if only_notes:
        print("First run: what happens from now on is returned by the next", file=sys.stderr)
        return []
    return [item.row for item in items if not is_echo(item.row, echoes)]


def read_new(
    auth: klaviyo, sources: list[Source], progress: Progress, overlap: timedelta, echoes: set[str], limit: int
) -> list[Item]:
    """Return what has not been met, of each source the oldest: echoes, and one more than `limit` that are none."""
    met: dict[tuple[datetime, str], Item] = {}
    for source in sources:
        count = 0
        for item in read_items(auth, source, progress.start(overlap)):
            if progress.has(item):
                continue
            met[item.time, item.id] = item
            count += not is_echo(item.row, echoes)
            if count > limit:
                break
    return sorted(met.values(), key=lambda item: (item.time, item.id))


def take_oldest(items: list[Item], echoes: set[str], limit: int) -> list[Item]:
    """Return the items up to the last of `limit` that are no echo; the others wait for the next run."""
    counted = [position for position, item in enumerate(items) if not is_echo(item.row, echoes)]
    if len(counted) <= limit:
        return items
    print(f"There are more than {limit}: the next run returns the others", file=sys.stderr)
    return items[: counted[limit]]


def read_items(auth: klaviyo, source: Source, start: datetime) -> Iterator[Item]:
    """Yield what is dated `start` or later, oldest first."""
    earliest = start.replace(microsecond=0)
    if source.has_equal:
        condition = f"greater-or-equal({source.field},{earliest.isoformat()})"
    else:
        condition = f"greater-than({source.field},{(earliest - timedelta(seconds=1)).isoformat()})"
    query = source.query | {"filter": ",".join([condition, *source.conditions]), "sort": source.field}
    link, cursor = "first", None
    while link:
        page = read(auth, source.path, query | {"page[cursor]": cursor})
        included = {(resource["type"], resource["id"]): resource for resource in page.get("included") or []}
        for resource in page["data"]:
            row = source.describe(resource, included)
            time = parse_time(row["time"])
            if time >= start:
                yield Item(time, resource["id"], row)
        link = next_link(page)
        cursor = parse_cursor(link, "page[cursor]") if link else None


def is_echo(row: Row, echoes: set[str]) -> bool:
    """Return whether a row was written by one of the metrics or sources to ignore."""
    if not echoes:
        return False
    properties = row.get("properties") or {}
    origins = [row.get("metric"), row.get("metric_id"), row.get("source"), *(properties.get(name) for name in ORIGINS)]
    return any(isinstance(origin, str) and origin.strip().casefold() in echoes for origin in origins)
