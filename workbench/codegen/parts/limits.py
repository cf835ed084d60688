"""Limits that Klaviyo documents in prose only. Each function yields a fault for whatever exceeds one.

The numbers and the paths are constants of the script. All of them expect a body that is valid by its schema.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from workbench.codegen.parts.constants import COMPACT, IDENTIFIERS, KEY_DAYS, Fault
from workbench.codegen.parts.formats import parse_time


def select(value: Any, path: str, place: tuple[Any, ...] = ("body",)) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield place and value of all that is at `path`, such as data/attributes/profiles/data/*, and not null."""
    name, _, rest = path.partition("/")
    if not path:
        yield place, value
    elif name == "*":
        for index, item in enumerate(value):
            yield from select(item, rest, (*place, index))
    elif value.get(name) is not None:
        yield from select(value[name], rest, (*place, name))


def identifiers_of(profile: Any) -> list[tuple[str, Any]]:
    """Return the identifiers of a profile, each as name and value."""
    values = {**profile.get("attributes", {}), "id": profile.get("id")}
    return [(name, values[name]) for name in IDENTIFIERS if values.get(name)]


def find_event_faults(body: Any, max_events: int, earliest: datetime, max_ahead: timedelta) -> "Iterator[Fault]":
    """Yield the faults of bulk events: too many, profiles without an identifier, times out of range, repeated events.

    Klaviyo refuses a request with two events of one profile and metric that have the same unique_id or, without one,
    the same second.
    """
    root = ("body", "data", "attributes", "events-bulk-create", "data")
    groups = body["data"]["attributes"]["events-bulk-create"]["data"]
    count = sum(len(group["attributes"]["events"]["data"]) for group in groups)
    if count > max_events:
        yield root, f"at most {max_events:,} events", count
    now = datetime.now(UTC)
    first_uses: dict[Any, Any] = {}
    for i, group in enumerate(groups):
        profile = group["attributes"]["profile"]["data"]
        if not identifiers_of(profile):
            yield (*root, i, "attributes", "profile", "data"), f"one of {', '.join(IDENTIFIERS)}", profile
        for j, event in enumerate(group["attributes"]["events"]["data"]):
            attributes, place = event["attributes"], (*root, i, "attributes", "events", "data", j, "attributes")
            moment = parse_time(attributes.get("time") or now.isoformat())
            if not earliest <= moment <= now + max_ahead:
                yield (*place, "time"), f"a time from {earliest.year} to a year ahead", attributes["time"]
            metric = attributes["metric"]["data"]["attributes"]
            same = (metric["name"], metric.get("service") or "", attributes.get("unique_id") or int(moment.timestamp()))
            uses = [first_uses.setdefault((identifier, same), (i, j)) for identifier in identifiers_of(profile)]
            if repeated := [use for use in uses if use != (i, j)]:
                first = "event {1} of profile {0}".format(*repeated[0])
                yield (*place, "unique_id"), f"a unique_id (without one: a second) that {first} does not have", same[2]


def find_unidentified(body: Any, profiles: str) -> "Iterator[Fault]":
    for place, profile in select(body, profiles):
        if not identifiers_of(profile):
            yield place, f"one of {', '.join(IDENTIFIERS)}", profile


def find_time_faults(body: Any, times: str, earliest: datetime, max_ahead: timedelta) -> "Iterator[Fault]":
    for place, text in select(body, times):
        if not earliest <= parse_time(text) <= datetime.now(UTC) + max_ahead:
            yield place, f"a time from {earliest.year} to a year ahead", text


def find_oversized(body: Any, path: str, max_bytes: int) -> "Iterator[Fault]":
    for place, value in select(body, path):
        size = len(json.dumps(value, **COMPACT).encode())
        if size > max_bytes:
            yield place, f"at most {max_bytes:,} bytes as JSON", size


def find_long_strings(body: Any, payload: bytes, max_bytes: int) -> "Iterator[Fault]":
    # There is hardly ever one, so look for it in the payload first, with escaped characters that end no string.
    text = payload.replace(b"\\\\", b"__").replace(b'\\"', b"__")
    pending: list[Any] = [(("body",), body)] if re.search(rb'"[^"]{%d}' % (max_bytes + 1), text) else []
    while pending:
        place, value = pending.pop()
        if isinstance(value, str) and len(value.encode()) > max_bytes:
            yield place, f"at most {max_bytes:,} bytes", value
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        pending += [((*place, key), item) for key, item in items]


def find_missing_consents(body: Any, profiles: str) -> "Iterator[Fault]":
    """Yield a fault for each profile of a historical import that has no time of consent, or one in the future."""
    for place, profile in select(body, profiles) if body["data"]["attributes"].get("historical_import") else ():
        channels = (profile.get("subscriptions") or {}).values()
        consents = [
            consent for channel in channels for consent in (channel or {}).values() if isinstance(consent, dict)
        ]
        times = [consent["consented_at"] for consent in consents if consent.get("consented_at")]
        if not times or any(parse_time(time) > datetime.now(UTC) for time in times):
            yield (*place, "subscriptions"), "consented_at in the past, for a historical import", times


def find_identifier_faults(body: Any, profile: str) -> "Iterator[Fault]":
    for place, value in select(body, profile):
        names = [name for name, _ in identifiers_of(value)]
        if len(names) != 1:
            yield place, "exactly one identifier", names


def find_id_mismatch(body: Any, id: str) -> "Iterator[Fault]":
    if body["data"]["id"] != id:
        yield ("body", "data", "id"), f"the id of the path, {id}", body["data"]["id"]


def find_long_lists(body: Any, filter: str, max_values: int) -> "Iterator[Fault]":
    for place, text in select(body, filter):
        unquoted = re.sub(r"""(?s)"(?:[^"\\]|\\.?)*+(?:"|$)|'(?:[^'\\]|\\.?)*+(?:'|$)""", "_", text)
        for values in re.findall(r"\[([^\[\]]*)\]", unquoted):
            if values.count(",") >= max_values:
                yield place, f"at most {max_values} values in a list", values.count(",") + 1


def find_long_timeframe(body: Any, max_days: int) -> "Iterator[Fault]":
    timeframe = body["data"]["attributes"]["timeframe"]
    days: float = KEY_DAYS.get(timeframe.get("key"), 0)
    if "start" in timeframe:
        days = (parse_time(timeframe["end"]) - parse_time(timeframe["start"])) / timedelta(days=1)
    if days > max_days:
        yield ("body", "data", "attributes", "timeframe"), f"at most {max_days} days", timeframe
