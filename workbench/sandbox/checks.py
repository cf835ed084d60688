"""What Klaviyo refuses in a body that is valid by its schema."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from jsonschema import FormatChecker

from workbench.collection import Operation
from workbench.sandbox.facts import JSON
from workbench.sandbox.filters import parse_time

IDENTIFIERS = ("email", "phone_number", "external_id", "anonymous_id", "_kx")  # of a profile, beside its ID
EARLIEST, MAX_AHEAD = datetime(1991, 1, 1, tzinfo=UTC), timedelta(days=366)  # times of events
FORMATS = FormatChecker(formats=())

Fault = tuple[str, str]  # pointer, what is wrong


@FORMATS.checks("date-time")
def is_time(value: object) -> bool:
    return not isinstance(value, str) or bool(re.match(r"\d{4}-\d\d-\d\d", value) and parse_time(value.upper()))


def find_faults(operation: Operation, values: Mapping[str, str], body: JSON) -> Iterator[Fault]:
    """Yield the faults of a body. `values`: those in the path."""
    data = body.get("data")
    if not isinstance(data, dict):
        return
    yield from find_other_id(operation, values, data)
    yield from find_merge_with_itself(data)
    for pointer, profile in profiles_in(data):
        if not identifiers_of(profile):
            yield pointer, f"A profile needs an id or one of {', '.join(IDENTIFIERS)}."
        elif data["type"] == "data-privacy-deletion-job" and len(identifiers_of(profile)) > 1:
            yield pointer, "Only one identifier is allowed."
    yield from find_event_faults(data)


def find_other_id(operation: Operation, values: Mapping[str, str], data: JSON) -> Iterator[Fault]:
    is_resource = operation["path"].endswith("}")  # not one of its relationships
    if operation["method"] == "PATCH" and is_resource and data.get("id") not in values.values():
        yield "/data/id", f"{data.get('id') or 'No ID'} is not the ID in the path, {', '.join(values.values())}."


def find_merge_with_itself(data: JSON) -> Iterator[Fault]:
    if data["type"] == "profile-merge":
        for position, source in enumerate(data["relationships"]["profiles"]["data"]):
            if source["id"] == data["id"]:
                yield f"/data/relationships/profiles/data/{position}/id", "A profile cannot be merged into itself."


def profiles_in(data: JSON) -> Iterator[tuple[str, JSON]]:
    """Yield pointer and resource of each profile that a body describes."""
    attributes = data.get("attributes") or {}
    if data["type"] == "profile":
        yield "/data", data
    if profile := attributes.get("profile"):
        yield "/data/attributes/profile/data", profile["data"]
    if profiles := attributes.get("profiles"):
        for position, profile in enumerate(profiles["data"]):
            yield f"/data/attributes/profiles/data/{position}", profile
    for pointer, group in groups_in(data):
        yield f"{pointer}/profile/data", group["profile"]["data"]


def groups_in(data: JSON) -> Iterator[tuple[str, JSON]]:
    """Yield pointer and attributes of each group of events, which have one profile, in a bulk request."""
    groups = (data.get("attributes") or {}).get("events-bulk-create", {}).get("data", [])
    for position, group in enumerate(groups):
        yield f"/data/attributes/events-bulk-create/data/{position}/attributes", group["attributes"]


def identifiers_of(profile: JSON) -> list[tuple[str, str]]:
    """Return the identifiers of a profile, each as name and value."""
    attributes = profile.get("attributes") or {}
    push = (attributes.get("subscriptions") or {}).get("push") or {}  # whose anonymous_id is the profile's
    values = {"id": profile.get("id"), "anonymous_id": push.get("anonymous_id")}
    values |= {name: attributes[name] for name in IDENTIFIERS if attributes.get(name)}
    return [(name, str(value).lower() if name == "email" else str(value)) for name, value in values.items() if value]


def events_in(data: JSON) -> Iterator[tuple[str, JSON, JSON]]:
    """Yield pointer and attributes of each event in a body, and its profile."""
    attributes = data.get("attributes") or {}
    if data["type"] == "event":
        yield "/data/attributes", attributes, attributes["profile"]["data"]
    elif "events" in attributes:
        for position, event in enumerate(attributes["events"]["data"]):
            yield (
                f"/data/attributes/events/data/{position}/attributes",
                event["attributes"],
                attributes["profile"]["data"],
            )
    for pointer, group in groups_in(data):
        for position, event in enumerate(group["events"]["data"]):
            yield f"{pointer}/events/data/{position}/attributes", event["attributes"], group["profile"]["data"]


def find_event_faults(data: JSON) -> Iterator[Fault]:
    """Yield the faults of events: no metric, a time out of range, or what an earlier event of the request has, too."""
    latest = datetime.now(UTC) + MAX_AHEAD
    repeated: set[Any] = set()
    for pointer, event, profile in events_in(data):
        metric = event["metric"]["data"]["attributes"]
        if not metric["name"].strip():
            yield f"{pointer}/metric/data/attributes/name", "The name of the metric is empty."
        time = parse_time((event.get("time") or "").upper())
        if time and not EARLIEST <= time <= latest:
            yield f"{pointer}/time", "The time of an event is from 1991 to a year ahead."
        if unique_id := event.get("unique_id"):
            same = {(identifier, metric["name"], unique_id) for identifier in identifiers_of(profile)}
            if same & repeated:
                yield f"{pointer}/unique_id", "Another event of the profile and the metric has this unique_id."
            repeated |= same
