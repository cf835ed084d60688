# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Count Events: a metric over time

Returns a row for each hour, day, week or month, and for each value of a property if one is named: how many events,
how many people, the sum of their values. Windmill shows them as a table. Klaviyo still receives and attributes events
of the last days, so their numbers still change. A period is at most a year.

Scopes: metrics:read.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired, TypedDict

from workbench.codegen.parts.cursor import parse_cursor
from workbench.everyday.arguments import ACCOUNT, DATE_TIME, NAME_OR_ID, check_arguments, report_by_argument
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.names import METRICS, Choice, find_named, list_choices
from workbench.everyday.operations import (
    By,
    MetricAggregateAttributes,
    QueryMetricAggregatesBody,
    klaviyo,
    query_metric_aggregates,
)
from workbench.everyday.periods import period_of
from workbench.everyday.request import next_link

DynSelect_metric = str
MAX_ANSWERS = 50


def main(
    auth: klaviyo,
    metric: DynSelect_metric,
    start: str | None = None,
    end: str | None = None,
    interval: Literal["hour", "day", "week", "month"] = "day",
    by: str | None = None,
    timezone: str | None = None,
) -> list[Count]:
    """Return a row for each interval, of each value if `by` is given.

    Args:
        auth: Klaviyo resource with a private API key.
        metric: Metric whose events are counted, by name or ID. A text.
        start: First moment of the period; 30 days before its end if empty.
        end: End of the period; now if empty.
        interval: Length of time that a row is for.
        by: Property by whose values the events are divided, such as $flow or Email Domain.
        timezone: Where days begin, such as Europe/Berlin; UTC if empty.
    Raises: InvalidInput before anything is counted, KlaviyoError if a request fails.
    """
    arguments = check_arguments(
        {
            "auth": auth,
            "metric": metric,
            "start": start,
            "end": end,
            "interval": interval,
            "by": by,
            "timezone": timezone,
        },
        Arguments,
    )
    since, until = period_of(arguments.get("start"), arguments.get("end"))
    chosen = find_named(auth, metric, METRICS, "metric")
    attributes: MetricAggregateAttributes = {
        "metric_id": chosen.id,
        "measurements": ["count", "unique", "sum_value"],
        "filter": [
            f"greater-or-equal(datetime,{since.isoformat()})",
            f"less-than(datetime,{until.isoformat()})",
        ],
        "interval": arguments.get("interval", "day"),
    }
    if "by" in arguments:
        attributes["by"] = [arguments["by"]]
    if "timezone" in arguments:
        attributes["timezone"] = arguments["timezone"]
    body: QueryMetricAggregatesBody = {"data": {"type": "metric-aggregate", "attributes": attributes}}
    rows: list[Count] = []
    with report_by_argument({"/body/data/attributes": "", "/body/data/attributes/by/0": "/by"}):
        for _ in range(MAX_ANSWERS):
            answer = query_metric_aggregates(auth, body)
            rows += list_counts(answer["data"]["attributes"], arguments.get("by"))
            cursor = parse_cursor(next_link(answer), "page[cursor]")
            if not cursor:
                break
            attributes["page_cursor"] = cursor
    return rows


def metric(auth: klaviyo, filterText: str | None = None) -> list[Choice]:  # noqa: N803  # as Windmill calls it
    """Return what the picker offers."""
    return list_choices(auth, filterText, METRICS)


def list_counts(attributes: Any, by: str | None) -> list[Count]:
    """Return a row for each date, of each value."""
    rows = []
    for group in attributes["data"]:
        measurements = group.get("measurements") or {}
        for position, date in enumerate(attributes["dates"]):
            row = Count(
                date=date,
                count=number_at(measurements, "count", position),
                value=number_at(measurements, "sum_value", position),
                people=number_at(measurements, "unique", position),
            )
            if by:
                row["by"] = next(iter(group.get("dimensions") or []), None)
            rows.append(row)
    return rows


def number_at(measurements: Any, name: str, position: int) -> float:
    """Return a measurement of a date, 0 if there is none."""
    values = measurements.get(name) or []
    value: float = values[position] if position < len(values) else 0
    return int(value) if float(value).is_integer() else value


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    metric: Annotated[str | dict[str, Any], NAME_OR_ID]
    start: NotRequired[Annotated[str, DATE_TIME]]
    end: NotRequired[Annotated[str, DATE_TIME]]
    interval: NotRequired[Literal["hour", "day", "week", "month"]]
    by: NotRequired[By]
    timezone: NotRequired[str]


class Count(TypedDict):
    date: str
    count: float
    value: float
    people: float
    by: NotRequired[str | None]


if __name__ == "__main__":
    run_by_hand(main)
