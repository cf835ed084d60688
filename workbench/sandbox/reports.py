"""Reports: the results of campaigns and flows, which are made up, and how many events there are of a metric."""

import re
import zlib
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from typing import Any

from workbench.sandbox.facts import JSON
from workbench.sandbox.filters import Field, InvalidFilter, matches, parse_filter, parse_time
from workbench.sandbox.refusals import Refusal
from workbench.sandbox.store import Resource, Store
from workbench.sandbox.writes import demand

MESSAGES = {"campaign": "campaign-messages", "flow": "flow-messages"}
RANGE = re.compile(r"(greater-or-equal|less-than)\(datetime,([^)]+)\)")
STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1)}


def report_values(store: Store, data: JSON) -> JSON:
    """Return the attributes of a report on the values of campaigns or flows: a result for each of them."""
    kind = data["type"].partition("-")[0]
    attributes = data["attributes"]
    demand(store, ("metric", attributes["conversion_metric_id"]), {"pointer": "/data/attributes/conversion_metric_id"})
    filter_text = attributes.get("filter")
    try:
        names = (f"{kind}_id", "send_channel")
        fields = {name: Field(name, ["equals", "contains-any"], (str,)) for name in names}
        condition = parse_filter(filter_text, fields) if filter_text else None
    except InvalidFilter as error:
        raise Refusal(400, "invalid", str(error), {"pointer": "/data/attributes/filter"}) from None
    group_by = attributes.get("group_by") or [f"{kind}_id", f"{kind}_message_id", "send_channel"]
    results = []
    for resource in store.all_of(kind):
        values = groupings_of(store, kind, resource)
        if condition is None or matches(store, Resource(0, kind, resource.id, values), condition):
            numbers = numbers_of(resource.id)
            results.append(
                {
                    "groupings": {name: values.get(name) for name in group_by},
                    "statistics": {name: numbers.get(name, 0) for name in attributes["statistics"]},
                }
            )
    return {"results": results}


def groupings_of(store: Store, kind: str, resource: Resource) -> JSON:
    message = next((id_ for _, id_ in store.references(resource.reference, MESSAGES[kind])), f"M{resource.id[:5]}")
    return {
        f"{kind}_id": resource.id,
        f"{kind}_message_id": message,
        f"{kind}_message_name": f"Message of {resource.attributes.get('name', resource.id)}",
        "send_channel": "email",
    }


def numbers_of(id_: str) -> dict[str, float]:
    """Return numbers that are always the same for an ID."""
    chance = zlib.crc32(id_.encode())
    recipients = 200 + chance % 1800
    delivered = recipients - recipients // 150
    opens, clicks, buyers = delivered * 4 // 10, delivered // 20, delivered // 60
    return {
        "recipients": recipients,
        "delivered": delivered,
        "bounced": recipients - delivered,
        "opens": opens + opens // 3,
        "opens_unique": opens,
        "open_rate": opens / delivered,
        "clicks": clicks + clicks // 4,
        "clicks_unique": clicks,
        "click_rate": clicks / delivered,
        "conversions": buyers + buyers // 10,
        "conversion_uniques": buyers,
        "conversion_rate": buyers / delivered,
        "conversion_value": round(38.5 * (buyers + buyers // 10), 2),
        "unsubscribe_uniques": recipients // 400,
        "unsubscribes": recipients // 400,
    }


def report_metric(store: Store, data: JSON) -> JSON:
    """Return the attributes of a report on a metric: counts of its events at each date."""
    attributes = data["attributes"]
    source = {"pointer": "/data/attributes/metric_id"}
    metric = demand(store, ("metric", attributes["metric_id"]), source)
    bounds = {operator: parse_time(text) for text in attributes["filter"] for operator, text in RANGE.findall(text)}
    start, end = bounds.get("greater-or-equal"), bounds.get("less-than")
    if not start or not end:
        detail = "The filter must have a range of datetime."
        raise Refusal(400, "invalid", detail, {"pointer": "/data/attributes/filter"})
    interval = attributes.get("interval") or "day"
    dates = [begin(start, interval)]
    while (date := following(dates[-1], interval)) < end:
        dates.append(date)
    counts: dict[str, list[float]] = {name: [0] * len(dates) for name in ("count", "unique", "sum_value")}
    people: dict[int, set[str]] = defaultdict(set)
    for event in events_of(store, metric):
        time = parse_time(event.attributes["datetime"])
        if time and start <= time < end:
            position = dates.index(begin(time, interval))
            counts["count"][position] += 1
            counts["sum_value"][position] += event.attributes["event_properties"].get("$value") or 0
            people[position] |= {id_ for _, id_ in store.references(event.reference, "profile")}
    counts["unique"] = [len(people[position]) for position in range(len(dates))]
    measurements = {name: counts[name] for name in attributes["measurements"]}
    groups = [{"dimensions": ["" for _ in attributes.get("by") or []], "measurements": measurements}]
    return {"dates": [date.isoformat() for date in dates], "data": groups}


def events_of(store: Store, metric: Resource) -> list[Resource]:
    return [event for event in store.all_of("event") if metric.reference in store.references(event.reference, "metric")]


def begin(time: datetime, interval: str) -> datetime:
    """Return the beginning of the hour, day, week or month of a time, in UTC."""
    time = time.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    if interval == "hour":
        return time
    time = time.replace(hour=0)
    if interval == "week":
        return time - timedelta(days=time.weekday())
    return time.replace(day=1) if interval == "month" else time


def following(date: datetime, interval: str) -> datetime:
    return begin(date + timedelta(days=31), "month") if interval == "month" else date + STEPS[interval]


REPORTS: dict[str, Any] = {
    "query_campaign_values": report_values,
    "query_flow_values": report_values,
    "query_metric_aggregates": report_metric,
}
