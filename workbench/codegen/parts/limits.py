"""Limits that Klaviyo documents in prose only. Each function yields a fault for whatever exceeds one.

The numbers and the paths are constants of the script. All of them expect a body that is valid by its schema, which says
nothing about properties that Klaviyo does not document: what is there may be anything.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from workbench.codegen.parts.constants import COMPACT, FORMATS, IDENTIFIERS, KEY_DAYS
from workbench.codegen.parts.errors import fault
from workbench.codegen.parts.formats import parse_time
from workbench.codegen.parts.words import describe_value


def select(value: Any, path: str, place: tuple[Any, ...] = ("body",)) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield place and value of all that is at `path`, such as data/attributes/profiles/data/*, and not null."""
    name, _, rest = path.partition("/")
    if not path:
        yield place, value
    elif name == "*" and isinstance(value, list):
        for index, item in enumerate(value):
            yield from select(item, rest, (*place, index))
    elif isinstance(value, dict) and value.get(name) is not None:
        yield from select(value[name], rest, (*place, name))


def identifiers_of(profile: Any) -> list[tuple[str, Any]]:
    """Return the identifiers of a profile, each as name and value."""
    values = {**(profile.get("attributes") or {}), "id": profile.get("id")}
    return [(name, values[name]) for name in IDENTIFIERS if isinstance(values.get(name), str) and values[name]]


def find_event_faults(body: Any, max_events: int, earliest: datetime, max_ahead: timedelta) -> Iterator[dict[str, str]]:
    """Yield the faults of bulk events: too many, profiles without an identifier, times out of range, repeated events.

    Klaviyo refuses a request with two events of one profile and metric that have the same unique_id or, without one,
    the same second.
    """
    root = ("body", "data", "attributes", "events-bulk-create", "data")
    groups = body["data"]["attributes"]["events-bulk-create"]["data"]
    count = sum(len(group["attributes"]["events"]["data"]) for group in groups)
    if count > max_events:
        yield fault(root, f"at most {max_events:,} events", f"{count:,}")
    now = datetime.now(UTC)
    first_uses: dict[Any, Any] = {}
    for i, group in enumerate(groups):
        profile = group["attributes"]["profile"]["data"]
        if not identifiers_of(profile):
            yield missing_identifier((*root, i, "attributes", "profile", "data"), profile)
        for j, event in enumerate(group["attributes"]["events"]["data"]):
            attributes, place = event["attributes"], (*root, i, "attributes", "events", "data", j, "attributes")
            moment = parse_time(attributes.get("time") or now.isoformat())
            if not earliest <= moment <= now + max_ahead:
                yield time_out_of_range((*place, "time"), attributes["time"], earliest)
            metric = attributes["metric"]["data"]["attributes"]
            unique_id = attributes.get("unique_id")
            same = (metric["name"], metric.get("service") or "", unique_id or int(moment.timestamp()))
            uses = [first_uses.setdefault((identifier, same), (i, j)) for identifier in identifiers_of(profile)]
            if repeated := [use for use in uses if use != (i, j)]:
                first = "event {1} of profile {0}".format(*repeated[0])
                actual = describe_value(unique_id) if unique_id else "the same second"
                expected = f"a unique_id (without one: a second) that {first} does not have"
                yield fault((*place, "unique_id"), expected, actual)


def missing_identifier(place: Any, profile: Any) -> dict[str, str]:
    return fault(place, f"a profile with one of {', '.join(IDENTIFIERS)}", describe_value(profile))


def time_out_of_range(place: Any, time: Any, earliest: datetime) -> dict[str, str]:
    return fault(place, f"a time from {earliest.year} to a year ahead", describe_value(time))


def find_unidentified(body: Any, profiles: str) -> Iterator[dict[str, str]]:
    for place, profile in select(body, profiles):
        if not identifiers_of(profile):
            yield missing_identifier(place, profile)


def find_time_faults(body: Any, times: str, earliest: datetime, max_ahead: timedelta) -> Iterator[dict[str, str]]:
    for place, text in select(body, times):
        if not earliest <= parse_time(text) <= datetime.now(UTC) + max_ahead:
            yield time_out_of_range(place, text, earliest)


def find_oversized(body: Any, path: str, max_bytes: int) -> Iterator[dict[str, str]]:
    for place, value in select(body, path):
        size = len(json.dumps(value, **COMPACT).encode())
        if size > max_bytes:
            yield fault(place, f"at most {max_bytes:,} bytes as JSON", f"{size:,}")


def find_long_strings(body: Any, payload: bytes, max_bytes: int) -> Iterator[dict[str, str]]:
    # There is hardly ever one, so look for it in the payload first, with escaped characters that end no string.
    text = payload.replace(b"\\\\", b"__").replace(b'\\"', b"__")
    pending: list[Any] = [(("body",), body)] if re.search(rb'"[^"]{%d}' % (max_bytes + 1), text) else []
    while pending:
        place, value = pending.pop()
        if isinstance(value, str) and len(value.encode()) > max_bytes:
            yield fault(place, f"at most {max_bytes:,} bytes", f"{len(value.encode()):,}")
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        pending += [((*place, key), item) for key, item in items]


def find_missing_consents(body: Any, profiles: str) -> Iterator[dict[str, str]]:
    """Yield a fault for each profile of a historical import that has no time of consent, or one in the future."""
    if not body["data"]["attributes"].get("historical_import"):
        return
    for place, profile in select(body, profiles):
        times = consent_times(profile.get("subscriptions"))
        wrong = [describe_value(time) for time in times if parse_time(time) > datetime.now(UTC)]
        if wrong or not times:
            expected = "a consented_at in the past, because this is a historical import"
            yield fault((*place, "subscriptions"), expected, wrong[0] if wrong else "missing")


def consent_times(subscriptions: Any) -> list[str]:
    """Return the consented_at of all channels and kinds of messages."""
    channels = [channel for channel in (subscriptions or {}).values() if isinstance(channel, dict)]
    consents = [consent for channel in channels for consent in channel.values() if isinstance(consent, dict)]
    times = [consent.get("consented_at") for consent in consents]
    return [time for time in times if isinstance(time, str) and FORMATS.conforms(time, "date-time")]


def find_identifier_faults(body: Any, profile: str) -> Iterator[dict[str, str]]:
    for place, value in select(body, profile):
        names = [name for name, _ in identifiers_of(value)]
        if len(names) != 1:
            yield fault(place, f"exactly one of {', '.join(IDENTIFIERS)}", " and ".join(names) or "missing")


def find_id_mismatch(body: Any, id: str) -> Iterator[dict[str, str]]:
    if body["data"]["id"] != id:
        yield fault(("body", "data", "id"), f"the id of the path, '{id}'", describe_value(body["data"]["id"]))


def find_long_lists(body: Any, filter: str, max_values: int) -> Iterator[dict[str, str]]:
    for place, text in select(body, filter):
        unquoted = re.sub(r"""(?s)"(?:[^"\\]|\\.?)*+(?:"|\Z)|'(?:[^'\\]|\\.?)*+(?:'|\Z)""", "_", text)
        for values in re.findall(r"\[([^\[\]]*)\]", unquoted):
            if values.count(",") >= max_values:
                yield fault(place, f"at most {max_values} values in a list", f"{values.count(',') + 1}")


def find_long_timeframe(body: Any, max_days: int) -> Iterator[dict[str, str]]:
    """Yield a fault if a timeframe is longer. It has start and end, or a key."""
    timeframe = body["data"]["attributes"]["timeframe"]
    start, end, key = (str(timeframe.get(name)) for name in ("start", "end", "key"))
    days: float = KEY_DAYS.get(key, 0)
    if FORMATS.conforms(start, "date-time") and FORMATS.conforms(end, "date-time"):
        days = (parse_time(end) - parse_time(start)) / timedelta(days=1)
    if days > max_days:
        place = ("body", "data", "attributes", "timeframe")
        yield fault(place, f"at most {max_days} days", key if key in KEY_DAYS else f"{days:,.1f}")
