# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests", "wmill"]
# ///
"""Consent Changes: who subscribed, unsubscribed or was suppressed since the last run

Returns changes of the consent to email and SMS marketing, from the metrics in which Klaviyo records them, and
suppressions of email addresses, which have no metric. `source` is what Klaviyo notes of the origin.

A trigger for a flow on a schedule: each run returns what is new since the last one, each item once. The first run
returns nothing, unless `since` says from when on. How far a run came is in the state of the step, which is saved when
all is read, just before the script ends: a run that fails saves nothing, and the next one returns the same. Whether the
steps behind it succeed is not known here: let the flow look at their results. Windmill's state has no lock, so switch
on no_flow_overlap in the schedule. A step, a flow or a schedule with another name begins anew. By hand, the state is in
the file consent_changes.state.json.

Scopes: events:read, metrics:read, profiles:read, subscriptions:read.
"""

# Lines 24-162: this program, workbench/triggers/consent_changes.py in the repository.
# Lines 165-1041: definitions shared with other programs; each section names its module.
# The modules are in workbench/codegen/parts, workbench/everyday, workbench/triggers: edit them, and generate this file.

from __future__ import annotations

import functools
import inspect
import json
import math
import os
import re
import sys
import time
import typing
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from difflib import SequenceMatcher, get_close_matches
from email.utils import parsedate_to_datetime
from itertools import islice
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, ForwardRef, Literal, NamedTuple, NotRequired, Self, TypedDict
from urllib.parse import parse_qs

import requests
import wmill
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import create


def main(
    auth: klaviyo,
    since: str | None = None,
    limit: int = 1000,
    overlap: int = 60,
    ignore: list[str] | None = None,
) -> list[ConsentChange]:
    """Return what is new, oldest first.

    Args:
        auth: Klaviyo resource with a private API key.
        since: Of the first run: from when on. Empty: from now on.
        limit: How many at most, from 1 to 10,000. The next run returns the others.
        overlap: How late something may arrive, in minutes: so far back each run looks. At most 10,080, which is 7 days.
        ignore: Leave out what your own automations wrote: what source says, such as a custom_method_detail.
    Raises: InvalidInput before anything is read, KlaviyoError if a request fails.
    """
    arguments = check_arguments(
        {
            "auth": auth,
            "since": since,
            "limit": limit,
            "overlap": overlap,
            "ignore": ignore,
        },
        Arguments,
    )
    return poll(auth, [*sources_of_metrics(auth), source_of_suppressions()], arguments)


def sources_of_metrics(auth: klaviyo) -> list[Source]:
    """Return a source for each metric that the account has: it has one after its first event."""
    return [
        Source("/api/events", "datetime", EVENTS, describe_change, (f"equals(metric_id,{quoted(metric.id)})",))
        for metric in read_all(auth, METRICS)
        if metric.name in CHANGES
    ]


def source_of_suppressions() -> Source:
    query = {
        "additional-fields[profile]": ["subscriptions"],
        "fields[profile]": [*PERSON_FIELDS, "subscriptions"],
        "page[size]": 100,
    }
    return Source("/api/profiles", f"{SUPPRESSION}.timestamp", query, describe_suppression)


def describe_change(event: Any, included: Included) -> ConsentChange:
    row = describe_event(event, included)
    change, channel = CHANGES[row["metric"] or ""]
    properties = row["properties"]
    sources = (properties.get(name) for name in ("custom_method_detail", "method_detail", "method", "$source"))
    return ConsentChange(
        id=row["id"],
        time=row["time"],
        email=row["email"],
        change=change,
        source=next((str(source) for source in sources if source), None),
        channel=channel,
        profile_id=row["profile_id"],
        properties=properties,
        external_id=row["external_id"],
        phone_number=row["phone_number"],
    )


def describe_suppression(profile: Any, _: Included) -> ConsentChange:
    attributes = profile["attributes"]
    suppression = max(inside(attributes, SUPPRESSION), key=lambda reason: str(reason["timestamp"]))
    return ConsentChange(
        id=profile["id"],
        time=suppression["timestamp"],
        email=attributes.get("email"),
        change="suppressed",
        source=suppression.get("reason"),
        channel="email",
        profile_id=profile["id"],
        properties={},
        external_id=attributes.get("external_id"),
        phone_number=attributes.get("phone_number"),
    )


CHANGES = {  # name of a metric of Klaviyo -> change and channel
    "Subscribed to Email Marketing": ("subscribed", "email"),
    "Unsubscribed from Email Marketing": ("unsubscribed", "email"),
    "Subscribed to SMS Marketing": ("subscribed", "sms"),
    "Unsubscribed from SMS Marketing": ("unsubscribed", "sms"),
}
SUPPRESSION = "subscriptions.email.marketing.suppression"


class ConsentChange(TypedDict):
    id: str
    time: str
    email: str | None
    change: str
    source: str | None
    channel: str
    profile_id: str | None
    properties: dict[str, Any]
    external_id: str | None
    phone_number: str | None


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    since: NotRequired[Annotated[str, DATE_TIME]]
    limit: NotRequired[Annotated[int, LIMIT]]
    overlap: NotRequired[Annotated[int, OVERLAP]]
    ignore: NotRequired[list[Annotated[str, TEXT]]]


# ---- workbench/triggers/rows.py --------------------------------------------------------------------------------------
# Rows: flat objects of what Klaviyo returns


PERSON_FIELDS = ["email", "phone_number", "external_id"]
EVENTS = {
    "include": ["metric", "profile"],
    "fields[event]": ["datetime", "event_properties"],
    "fields[metric]": ["name"],
    "fields[profile]": PERSON_FIELDS,
    "page[size]": 1000,
}


class NewEvent(TypedDict):
    id: str
    time: str
    email: str | None
    value: float | None
    metric: str | None
    metric_id: str | None
    profile_id: str | None
    properties: dict[str, Any]
    external_id: str | None
    phone_number: str | None


def describe_event(event: Any, included: Included) -> NewEvent:
    """Return an event with the name of its metric and the identifiers of its profile."""
    metric_id, profile_id = related_id(event, "metric"), related_id(event, "profile")
    person = attributes_of(included.get(("profile", profile_id or "")))
    properties = event["attributes"].get("event_properties") or {}
    value = properties.get("$value")
    return NewEvent(
        id=event["id"],
        time=event["attributes"]["datetime"],
        email=person.get("email"),
        value=value if isinstance(value, int | float) else None,
        metric=attributes_of(included.get(("metric", metric_id or ""))).get("name"),
        metric_id=metric_id,
        profile_id=profile_id,
        properties=properties,
        external_id=person.get("external_id"),
        phone_number=person.get("phone_number"),
    )


def related_id(resource: Any, relationship: str) -> str | None:
    """Return the ID of the resource that another refers to, None if there is none."""
    reference = ((resource.get("relationships") or {}).get(relationship) or {}).get("data") or {}
    id_: str | None = reference.get("id")
    return id_


def attributes_of(resource: Any) -> dict[str, Any]:
    return (resource or {}).get("attributes") or {}


# ---- workbench/triggers/polling.py -----------------------------------------------------------------------------------
# Polling: what is new since the last run, each item once


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


# ---- workbench/triggers/state.py -------------------------------------------------------------------------------------
# State: what a trigger keeps between its runs


STATE_FOLDER = Path()  # by hand, where the file with the state is


def load_state() -> Any:
    """Return what the last run saved, None if there was none: Windmill's state or, by hand, a file.

    Raises KlaviyoError if Windmill cannot be asked: wmill.get_state would say that there is none.
    """
    if runs_in_windmill():
        return read_or_none(lambda: wmill.get_resource(wmill.get_state_path()))
    file = state_file()
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else None


def save_state(state: Any) -> None:
    """Keep a JSON value for the next run."""
    if runs_in_windmill():
        wmill.set_state(state)
        return
    file = state_file()
    new = file.with_suffix(".new")
    new.write_text(json.dumps(state, indent=1), encoding="utf-8")
    new.replace(file)  # at once: a killed run leaves the old state or the new one


def runs_in_windmill() -> bool:
    return "WM_STATE_PATH" in os.environ or "WM_STATE_PATH_NEW" in os.environ


def state_file() -> Path:
    """Return the file for the state of a run by hand: new_events.state.json of new_events.py."""
    return STATE_FOLDER / f"{Path(__file__).stem}.state.json"


def job_id() -> str | None:
    """Return the ID of this job of Windmill: the same one if Windmill starts a job again whose worker has died."""
    return os.environ.get("WM_JOB_ID")


# ---- workbench/triggers/progress.py ----------------------------------------------------------------------------------
# Progress: how far a trigger came, and what it has met already


MAX_BYTES = 490_000  # of what one progress has seen; the state has two


class Item(NamedTuple):
    """Something that happened. The same ID at another time is another item: a profile is updated again and again."""

    time: datetime
    id: str
    row: dict[str, Any]


class Progress(NamedTuple):
    """How far the runs came.

    mark: The time of the newest item that was returned, never in the future. The next run looks at what is dated after
        it, and at what is dated at most the overlap before it, as items arrive late.
    floor: Nothing that is dated before is looked at.
    floor_id: Nor is what is dated then, if its ID is not greater. Blank, unless one second has too many items.
    seen: Time -> IDs of the items that the next run meets again.
    """

    mark: datetime
    floor: datetime
    floor_id: str
    seen: dict[datetime, frozenset[str]]

    def has(self, item: Item) -> bool:
        return item.id in self.seen.get(item.time, ()) or (item.time == self.floor and item.id <= self.floor_id)

    def start(self, overlap: timedelta) -> datetime:
        """Return from when on the next run looks."""
        return max(self.mark - overlap, self.floor)

    def after(self, items: Iterable[Item], mark: datetime, overlap: timedelta) -> Self:
        """Return the progress after a run that has met these items and came as far as `mark`."""
        seen = dict(self.seen)
        for item in items:
            seen[item.time] = seen.get(item.time, frozenset()) | {item.id}
        progress = self._replace(mark=max(self.mark, mark), seen=seen)
        floor = progress.start(overlap)
        floor_id = self.floor_id if floor == self.floor else ""
        kept = progress._replace(
            floor=floor, floor_id=floor_id, seen={moment: ids for moment, ids in seen.items() if moment >= floor}
        )
        return kept._shrink()

    def _shrink(self) -> Self:
        """Return the progress with a higher floor if it is too large: the oldest up to the mark are forgotten.

        Runs return items by time and ID: what is new has a greater one than what is forgotten, unless it is late.
        """
        excess = sum(size_of(moment, id_) for moment, ids in self.seen.items() for id_ in ids) - MAX_BYTES
        if excess <= 0:
            return self
        floor, floor_id = self.floor, self.floor_id
        past = sorted((moment, id_) for moment, ids in self.seen.items() if moment <= self.mark for id_ in ids)
        for moment, id_ in past:
            if excess <= 0:
                break
            excess -= size_of(moment, id_)
            floor, floor_id = moment, id_
        print(
            f"There is too much to remember: what arrives late is noticed if it is dated after {floor.isoformat()}",
            file=sys.stderr,
        )
        kept = {moment: ids for moment, ids in self.seen.items() if moment >= floor}
        if floor in kept:
            kept[floor] = frozenset(id_ for id_ in kept[floor] if id_ > floor_id)
        return self._replace(floor=floor, floor_id=floor_id, seen=kept)


def size_of(moment: datetime, id_: str) -> int:
    """Return at most how many bytes an item has in the state."""
    return len(json.dumps({moment.isoformat(): [id_]}))


def begin(since: datetime | None) -> Progress:
    """Return the progress before the first run."""
    mark = since or datetime.now(UTC)
    return Progress(mark, mark if since else datetime.fromtimestamp(0, UTC), "", {})


def to_json(progress: Progress) -> Any:
    """Return the progress as a JSON value."""
    seen = {moment.isoformat(): sorted(ids) for moment, ids in sorted(progress.seen.items())}
    mark, floor = progress.mark.isoformat(), progress.floor.isoformat()
    return {"mark": mark, "floor": floor, "floor_id": progress.floor_id, "seen": seen}


def from_json(value: Any) -> Progress:
    """Return the progress in a JSON value. Raises KlaviyoError if it is something else."""
    try:
        seen = {parse_time(moment): frozenset(ids) for moment, ids in value["seen"].items()}
        return Progress(parse_time(value["mark"]), parse_time(value["floor"]), str(value["floor_id"]), seen)
    except (KeyError, TypeError, ValueError, AttributeError):
        failure = KlaviyoError("The state is not that of a trigger: delete it to start anew")
    raise failure


# ---- workbench/triggers/workspace.py ---------------------------------------------------------------------------------
# The workspace: variables and resources of Windmill


def read_or_none(read: Callable[[], Any]) -> Any:
    """Return what is read, None if there is no such thing. Raises KlaviyoError outside Windmill or without answer."""
    if "WM_TOKEN" not in os.environ:
        raise KlaviyoError("This script needs Windmill, in which it keeps secrets")
    try:
        return read()
    except Exception as error:  # the client has one kind of error for all
        reason = str(error)
    if ": 404, " in reason:  # as the client writes the status
        return None
    raise KlaviyoError("Windmill does not answer, or does not allow to read variables and resources")


# ---- workbench/codegen/parts/validation.py ---------------------------------------------------------------------------
# Checks the arguments of `main` against their schema before anything is sent.


def validate(arguments: dict[str, Any], validator: Any) -> dict[str, bytes]:
    """Return each argument as JSON. Raises InvalidInput unless they match the validator's schema and are JSON."""
    optional = arguments.keys() - validator.schema["required"]
    arguments = {
        name: value
        for name, value in arguments.items()
        if value is not None and not (name in optional and is_blank(value))
    }
    encoded = {name: encode(name, value) for name, value in arguments.items()}
    try:
        errors = list(islice(validator.iter_errors(arguments), MAX_COUNTED))
    except RecursionError:
        raise InvalidInput([fault((), "arguments with fewer levels", "nested so deeply")]) from None
    if errors:
        raise InvalidInput(list(map(describe, errors[:MAX_FAULTS])), len(errors))
    return encoded


def encode(name: str, value: Any) -> bytes:
    """Return an argument as JSON. Raises InvalidInput for what JSON does not have."""
    try:
        return json.dumps(value, **COMPACT).encode()
    except RecursionError:
        expected, actual = "fewer levels", "nested so deeply"
    except (TypeError, ValueError):  # a Decimal, NaN, half a surrogate pair, a number of 5,000 digits
        expected, actual = "text, finite numbers, true, false, null, lists and objects of these", "other values"
    raise InvalidInput([fault((name,), expected, actual)])


# ---- workbench/codegen/parts/words.py --------------------------------------------------------------------------------
# Says in words what a schema asks for, and what is there instead.


TYPES = {"string": "a text", "integer": "a whole number", "number": "a number", "boolean": "true or false"}
TYPES |= {"null": "null", "array": "a list", "object": "an object"}
FORMATS_IN_WORDS = {"date-time": "a time such as 2026-10-15T09:30:00Z", "date": "a date such as 2026-10-15"}
FORMATS_IN_WORDS |= {"account": "a resource with either apiKey, a private API key, or token, an access token"}
LIMITS = {"maximum": "at most {}", "minimum": "at least {}"}
LIMITS |= {"maxItems": "at most {:,} items", "minItems": "at least {:,} item"}
LIMITS |= {"maxLength": "at most {:,} characters", "minLength": "at least {:,} character"}
LIMITS |= {"maxProperties": "at most {:,} properties"}


def describe(error: Any) -> dict[str, str]:
    """Return the fault of an error of jsonschema."""
    path, schema, value = list(error.absolute_path), error.schema, error.instance
    if path == ["auth"]:  # what is there may be a key, and is not shown
        return fault(path, describe_schema(schema), describe_account(value))
    if error.validator == "required":
        name = error.message.removesuffix(" is a required property").strip("'")
        return fault([*path, name], describe_schema(schema["properties"][name]), "missing")
    if error.validator in LIMITS:
        return fault(path, LIMITS[error.validator].format(error.validator_value), describe_size(value))
    if error.validator == "oneOf" and error.message:
        return fault(path, error.message, describe_value(value))
    return fault(path, describe_schema(schema, value), describe_value(value))


def describe_schema(schema: Any, value: Any = None) -> str:
    """Return what a schema asks for; of an enum, what is most similar to the value comes first."""
    types = schema.get("type", [])
    or_null = " or null" if "null" in types and types != "null" else ""
    if "expected" in schema:
        return f"{schema['expected']}{or_null}"
    if "format" in schema:
        return FORMATS_IN_WORDS[schema["format"]] + or_null
    if "enum" in schema:
        return describe_choices(schema["enum"], value)
    if "oneOf" in schema:
        return " or ".join(dict.fromkeys(describe_schema(member) for member in schema["oneOf"]))
    if "id" in schema.get("properties", ()):
        return f"an object with {describe_schema(schema['properties']['id'])}"
    return " or ".join(TYPES[name] for name in ([types] if isinstance(types, str) else types)) or "a value"


def describe_choices(choices: list[Any], value: Any) -> str:
    """Return the values that there are, at most ten of them, the most similar first."""
    if value is not None:
        text = str(value)[:100]
        similarity = {choice: SequenceMatcher(None, str(choice), text).ratio() for choice in choices}
        choices = sorted(choices, key=lambda choice: (choice is None, -similarity[choice]))
    names = list(map(describe_value, choices))
    if len(names) > 10:
        return f"one of {', '.join(names[:10])} and {len(names) - 10} more"
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def describe_value(value: Any) -> str:
    """Return what a value of JSON is."""
    if isinstance(value, str):
        text = value if len(value) <= 60 else f"{value[:40]}…"
        return f"'{text}'" if value.strip() else "blank"
    if isinstance(value, dict):
        names = [f"{str(name)[:20]}" for name in list(value)[:3]]
        return f"an object with {', '.join(names)}{', …' * (len(value) > 3)}" if value else "an empty object"
    if isinstance(value, list):
        return f"a list of {len(value):,}" if value else "an empty list"
    texts = {None: "null", True: "true", False: "false"}
    return texts[value] if value is None or isinstance(value, bool) else str(value)


def describe_size(value: Any) -> str:
    """Return a number, or how long a text, a list or an object is."""
    units: Any = {str: "characters", list: "items", dict: "properties"}
    return f"{len(value):,} {units[type(value)]}" if type(value) in units else str(value)


def describe_account(auth: Any) -> str:
    """Return which fields of the account are filled in; never what is in them."""
    if not isinstance(auth, dict):
        return "null" if auth is None else "a text" if isinstance(auth, str) else "another value"
    names = [name for name in ("apiKey", "token") if auth.get(name)]
    if len(names) == 1:
        return f"{names[0]} with spaces or other special characters"
    return "both" if names else "an object without them"


# ---- workbench/codegen/parts/schema.py -------------------------------------------------------------------------------
# Makes the JSON Schema of a body from its documented types.


def schema_of(annotation: Any) -> Any:
    """Return the JSON Schema of a type. A dict in Annotated adds keywords."""
    if isinstance(annotation, ForwardRef):
        annotation = annotation.__forward_arg__
    if isinstance(annotation, str):  # written in quotes; typing.get_type_hints would take far longer
        return schema_of(eval(annotation))
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if typing.is_typeddict(annotation):
        return schema_of_object(annotation)
    if origin in (NotRequired, Annotated):
        return schema_of(arguments[0]) | dict(*arguments[1:])
    if origin is Literal:
        return {"enum": [*arguments]}
    if origin is list:
        return {"type": "array", "items": schema_of(arguments[0])}
    if origin in (typing.Union, UnionType):
        members = [schema_of(argument) for argument in arguments]
        if sum("properties" in member for member in members) > 1 or any("enum" in member for member in members):
            return {"oneOf": members}
        keywords = {keyword: value for member in members for keyword, value in member.items()}
        return keywords | {"type": [member["type"] for member in members]}
    return {} if annotation is Any else {"type": JSON_TYPES[origin or annotation]}


@functools.cache
def schema_of_object(typed_dict: Any) -> Any:
    """Return the JSON Schema of a TypedDict, the same one wherever the type is used."""
    properties = {name: schema_of(annotation) for name, annotation in typed_dict.__annotations__.items()}
    required = [name for name in typed_dict.__required_keys__ if not is_in_quotes(typed_dict.__annotations__[name])]
    return {"type": "object", "properties": properties, "required": sorted(required)}


def is_in_quotes(annotation: Any) -> bool:
    """Return whether NotRequired is in quotes, as all annotations are that Python does not evaluate."""
    return isinstance(annotation, ForwardRef) and annotation.__forward_arg__.startswith("NotRequired[")


# ---- workbench/codegen/parts/cursor.py -------------------------------------------------------------------------------
# The cursor of a page.


def parse_cursor(cursor_or_link: str | None, name: str) -> str | None:
    """Return the cursor, which may also be given as the complete `links.next` of the previous page."""
    return parse_qs((cursor_or_link or "").partition("?")[2]).get(name, [cursor_or_link])[0]


# ---- workbench/codegen/parts/errors.py -------------------------------------------------------------------------------
# The two exceptions that leave `main`.


class InvalidInput(ValueError):
    """The arguments are invalid; nothing was sent.

    `faults`: the first of them, each with `pointer` (of JSON), `expected` and `actual` in words. `count`: of all.
    """

    def __init__(self, faults: list[dict[str, str]], count: int = 0) -> None:
        self.faults, self.count = faults[:MAX_FAULTS], max(count, len(faults))
        more = " or more" if self.count >= MAX_COUNTED else ""
        lines = [f"Request not sent. Faults in the arguments: {self.count:,}{more}", *map(sentence, self.faults)]
        super().__init__("\n".join(lines))


class KlaviyoError(Exception):
    """Klaviyo refused the request or gave no usable response. Unless `status` is a 4xx, a write may have been made.

    `status`: of the response, None if there was none. `errors`: Klaviyo's error objects. `retry_after`: in seconds.
    """

    def __init__(self, text: str, status: int | None = None, errors: Any = (), retry_after: int | None = None) -> None:
        super().__init__(text[:2000])
        self.status, self.retry_after = status, retry_after
        self.errors = [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []


def fault(path: Any, expected: str, actual: str) -> dict[str, str]:
    """Return a fault as data. `path`: names and indexes that lead to the place, from the arguments on."""
    pointer = "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in path)  # RFC 6901
    return {"pointer": pointer[:500], "expected": expected[:300], "actual": actual[:100]}


def sentence(fault: dict[str, str]) -> str:
    """Return a fault in words, such as /id: an ID, not blank."""
    contrast = "but it is missing" if fault["actual"] == "missing" else f"not {fault['actual']}"
    return "{pointer}: {expected}, ".format(**fault) + contrast


# ---- workbench/codegen/parts/constants.py ----------------------------------------------------------------------------
# What several parts refer to. `expected` says in words what a pattern stands for.


TIMEOUT = (10, 60)  # seconds to connect, seconds to wait for data
MAX_WAIT = 60  # seconds; a longer Retry-After fails at once
MAX_ATTEMPTS = 7
MAX_RESPONSE_BYTES = 256_000_000
MAX_FAULTS = 20  # that are reported
MAX_COUNTED = 1000  # faults
COMPACT: Any = {"ensure_ascii": False, "allow_nan": False, "separators": (",", ":")}  # for json.dumps
FORMATS = FormatChecker(formats=())
JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null", dict: "object"}


# ---- workbench/codegen/parts/formats.py ------------------------------------------------------------------------------
# The formats that are checked by more than a pattern.


@FORMATS.checks("date-time", raises=ValueError)
def is_date_time(value: object) -> bool:
    """Return whether a string is a time by RFC 3339. Klaviyo also takes a date alone, and a time without a zone."""
    pattern = r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?"
    return not isinstance(value, str) or bool(re.fullmatch(pattern, value, re.A | re.I) and parse_time(value))


def parse_time(text: str) -> datetime:
    """Return the time; without a zone, it is UTC."""
    moment = datetime.fromisoformat(text.upper())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


# ---- workbench/codegen/parts/account.py ------------------------------------------------------------------------------
# The account that a request is for: a resource with an API key or an access token.


SCHEMES = {"apiKey": "Klaviyo-API-Key", "token": "Bearer"}


def authorizations(auth: Any) -> list[str]:
    """Return the Authorization header for each field of the account that is filled in."""
    fields = auth if isinstance(auth, dict) else {}
    secrets = {scheme: fields.get(name) for name, scheme in SCHEMES.items()}
    return [f"{scheme} {secret}" for scheme, secret in secrets.items() if isinstance(secret, str) and secret.strip()]


@FORMATS.checks("account")
def is_account(auth: Any) -> bool:
    """Return whether exactly one field is filled in, with characters that a header can carry."""
    headers = authorizations(auth)
    return len(headers) == 1 and bool(re.fullmatch("[!-~]+ [!-~]+", headers[0]))


def authorization(auth: Any) -> str:
    """Return the Authorization header of a valid account."""
    return authorizations(auth)[0]


# ---- workbench/codegen/parts/request.py ------------------------------------------------------------------------------
# Sends the request and decodes the response.


FAILURES: dict[type[Exception], str] = {
    requests.exceptions.ConnectTimeout: f"no connection within {TIMEOUT[0]} s",
    requests.exceptions.ReadTimeout: f"nothing received for {TIMEOUT[1]} s",
    requests.exceptions.SSLError: "the connection is not secure (TLS)",
    requests.exceptions.ProxyError: "the proxy refused the connection",
    requests.exceptions.ContentDecodingError: "it cannot be decompressed",
}


def query_params(parameters: dict[str, Any]) -> dict[str, Any]:
    """Leave out blank parameters and join lists with commas, as Klaviyo expects them."""
    filled = {name: value for name, value in parameters.items() if not is_blank(value)}
    return {name: ",".join(value) if isinstance(value, list) else value for name, value in filled.items()}


def send(method: str, url: str, is_read: bool, **request: Any) -> dict[str, Any] | None:
    """Send the request and return the JSON of Klaviyo's response, None if it is empty. Raises KlaviyoError.

    After a 429, it is sent again: Klaviyo has not processed it. A read is also sent again after a 5xx, half a response
    or none; a write is not, because Klaviyo may have made it.
    """
    for attempt in range(MAX_ATTEMPTS):
        try:
            # The auth function keeps requests from replacing the Authorization header by an entry of ~/.netrc.
            with requests.request(
                method, url, timeout=TIMEOUT, allow_redirects=False, stream=True, auth=lambda r: r, **request
            ) as response:
                return decode(response, is_read)
        except KlaviyoError as error:
            failure = error
        except json.JSONDecodeError as error:
            failure = KlaviyoError(f"incomplete response: {error.doc or 'empty'}")
        except (OSError, ValueError) as error:
            reason = FAILURES.get(type(error), "the connection failed or broke off")
            failure = KlaviyoError(f"no response: {reason}")
        wait = max(2**attempt, failure.retry_after or 0)
        if not can_retry(failure.status, is_read) or wait > MAX_WAIT:
            break
        print(f"{str(failure)[:80]}: retrying in {wait} s", file=sys.stderr)
        time.sleep(wait)
    raise failure  # outside `except`, which would chain `error`, and with it the request and the key


def can_retry(status: int | None, is_read: bool) -> bool:
    """Return whether another attempt does no harm and may succeed."""
    return status == 429 or (is_read and (status is None or status >= 500))


def decode(response: requests.Response, is_read: bool) -> dict[str, Any] | None:
    """Return the JSON of a response, None if it is empty. Raises KlaviyoError, JSONDecodeError for half of a read."""
    text = read_text(response)
    is_success = 200 <= response.status_code < 300
    must_be_json = is_success and is_read
    content: dict[str, Any] | None = None
    try:
        content = json.loads(text) if text or must_be_json else None
        if is_success:
            return content
    except json.JSONDecodeError:  # an error page, perhaps of a proxy, or a response that broke off
        if must_be_json:
            raise
    except (ValueError, RecursionError):  # a number with 5,000 digits, a hundred thousand levels
        pass
    errors = content.get("errors") if isinstance(content, dict) else None
    wait = parse_retry_after(response.headers.get("Retry-After"))
    raise KlaviyoError(f"{response.status_code} {text}", response.status_code, errors, wait)


def read_text(response: requests.Response) -> str:
    """Return the text of a response, without the key if Klaviyo repeats it. Raises KlaviyoError if it is too large."""
    content = bytearray()
    for chunk in response.iter_content(65536):
        content += chunk
        if len(content) > MAX_RESPONSE_BYTES:
            raise KlaviyoError(f"{response.status_code}, more than {MAX_RESPONSE_BYTES:,} bytes", response.status_code)
    text = content.decode("utf-8-sig", errors="replace")
    _, _, key = response.request.headers.get("Authorization", "").partition(" ")
    return text.replace(key, "***") if key else text


def parse_retry_after(header: str | None) -> int | None:
    """Return how many seconds to wait, which may be given as a number or as a date; None if it is neither."""
    try:
        seconds = float(header or "")
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(header or "") - datetime.now(UTC)).total_seconds()
        except (ValueError, TypeError):
            return None
    return math.ceil(min(max(seconds, 0), 999_999_999)) if not math.isnan(seconds) else None


# ---- workbench/codegen/parts/arguments.py ----------------------------------------------------------------------------
# The arguments of `main`: which of them are left out, and how they come from a shell.


def is_blank(value: Any) -> bool:
    """Return whether an argument is as good as left out: null, a text of nothing but spaces, an empty list."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def read_arguments(main: Callable[..., Any]) -> dict[str, Any]:
    """Return the arguments on stdin; null for those that are missing, as in Windmill. Exits if there are none."""
    names = list(inspect.signature(main).parameters)
    try:
        arguments = json.load(sys.stdin.buffer)
    except (ValueError, RecursionError):
        arguments = None
    if not isinstance(arguments, dict):
        sys.exit(f"Standard input must be a JSON object with the arguments {', '.join(names)}.")
    for name in arguments.keys() - names:
        similar = "".join(f" Did you mean {match}?" for match in get_close_matches(name, names, 1))
        sys.exit(f"There is no argument {name}.{similar} The arguments are {', '.join(names)}.")
    return dict.fromkeys(names) | arguments


# ---- workbench/everyday/command_line.py ------------------------------------------------------------------------------
# Command line: arguments as JSON on stdin, the answer as JSON on stdout


def run_by_hand(main: Callable[..., Any]) -> None:
    """Call `main` with the JSON object on stdin, and print what it returns. Exits with a message if it fails."""
    try:
        print(json.dumps(main(**read_arguments(main)), indent=2, ensure_ascii=False))
    except (InvalidInput, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")


# ---- workbench/everyday/arguments.py ---------------------------------------------------------------------------------
# Arguments: checked before anything is sent


ACCOUNT = {"format": "account"}
DATE_TIME = {"format": "date-time"}
TEXT = {"pattern": r"\S", "expected": "a text"}


def check_arguments(arguments: dict[str, Any], documented: Any) -> dict[str, Any]:
    """Return the arguments that are not blank. `documented`: their TypedDict. Raises InvalidInput."""
    filled = {name: value for name, value in arguments.items() if not is_empty(value)}
    validate(filled, validator_of(documented))
    return filled


def is_empty(value: Any) -> bool:
    """Return whether an argument is as good as left out; an empty object is, too: Windmill's form sends it."""
    return is_blank(value) or value == {}


def validator_of(documented: Any, **keywords: Any) -> Any:
    """Return the validator of a TypedDict. `keywords`: our own of JSON Schema."""
    known = {**Draft202012Validator.VALIDATORS, **keywords}
    validator = create(Draft202012Validator.META_SCHEMA, known)
    return validator(schema_of(documented), format_checker=format_checker())


def format_checker() -> FormatChecker:
    """Return the checks of the formats that the types have."""
    checker = FormatChecker(formats=())
    checker.checks("account")(is_account)
    checker.checks("date-time", raises=ValueError)(is_date_time)
    return checker


# ---- workbench/everyday/names.py -------------------------------------------------------------------------------------
# Names: what pickers offer, and what a name or an ID stands for


MAX_PAGES = 300  # that are read for a name


class Collection(NamedTuple):
    """What is chosen by name.

    `noun`: one of them. `scope`: what the key needs. `name`: where its name stands in the attributes; not for coupons,
    whose ID is the name. `by_name`: the filter for a name, if there is one. `detail`: where something stands that tells
    equal names apart.
    """

    noun: str
    path: str
    scope: str
    query: dict[str, Any]
    name: str = "name"
    by_name: str = ""
    detail: str = ""


METRICS = Collection(
    "metric",
    "/api/metrics",
    "metrics:read",
    {"fields[metric]": ["name", "integration"]},
    detail="integration.name",
)


class Named(NamedTuple):
    id: str
    name: str
    attributes: dict[str, Any]


def named(resource: Any, collection: Collection) -> Named:
    """Return a resource with its name, which is its ID if it has none."""
    attributes = resource.get("attributes") or {}
    name = inside(attributes, collection.name) if collection.name else None
    return Named(resource["id"], str(name or resource["id"]), attributes)


def inside(value: Any, path: str) -> Any:
    """Return what is at a path such as definition.name, None if there is nothing."""
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def read_all(auth: klaviyo, collection: Collection) -> list[Named]:
    pages = read_pages(auth, collection.path, collection.query, MAX_PAGES)
    return [named(resource, collection) for page in pages for resource in page["data"]]


# ---- workbench/everyday/request.py -----------------------------------------------------------------------------------
# Requests: one page, or all pages


def read(auth: klaviyo, path: str, query: dict[str, Any]) -> Any:
    """Return the JSON of a GET. Raises KlaviyoError."""
    return send("GET", f"{API}{path}", True, headers=headers_of(auth), params=query_params(query))


def read_pages(auth: klaviyo, path: str, query: dict[str, Any], max_pages: int) -> list[Any]:
    """Return the documents of up to `max_pages` pages."""
    pages = [read(auth, path, query)]
    while (link := next_link(pages[-1])) and len(pages) < max_pages:
        pages.append(read(auth, path, query | {"page[cursor]": parse_cursor(link, "page[cursor]")}))
    return pages


def next_link(page: Any) -> Any:
    """Return the address of the page that follows, None after the last one."""
    return (page.get("links") or {}).get("next")


def quoted(text: str) -> str:
    """Return a text as it is written in a filter."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


# ---- workbench/everyday/operations.py --------------------------------------------------------------------------------
# Operations: the requests with a body that the modules here make, with the types and checks of the endpoints' scripts.


API = "https://a.klaviyo.com"
REVISION = "2026-10-15"


class klaviyo(TypedDict, total=False):  # one of the two; in lower case, as it is a resource type in Windmill
    apiKey: str
    token: str


def headers_of(auth: klaviyo) -> dict[str, str]:
    """Return the headers of every request."""
    return {"Authorization": authorization(auth), "revision": REVISION, "Accept": "application/vnd.api+json"}


if __name__ == "__main__":
    run_by_hand(main)
