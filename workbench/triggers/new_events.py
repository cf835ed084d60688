# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests", "wmill"]
# ///
"""New Events: what people did since the last run

Returns the events of one metric, or of all, with the person's identifiers.

A trigger for a flow on a schedule: each run returns what is new since the last one, each item once. The first run
returns nothing, unless `since` says from when on. How far a run came is in the state of the step, which is saved when
all is read, just before the script ends: a run that fails saves nothing, and the next one returns the same. Whether the
steps behind it succeed is not known here: let the flow look at their results. Windmill's state has no lock, so switch
on no_flow_overlap in the schedule. A step, a flow or a schedule with another name begins anew. By hand, the state is in
the file new_events.state.json.

Scopes: events:read, metrics:read, profiles:read.
"""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from workbench.everyday.arguments import ACCOUNT, DATE_TIME, TEXT, check_arguments
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.names import METRICS, Choice, find_named_unless, list_choices
from workbench.everyday.operations import klaviyo
from workbench.everyday.request import quoted
from workbench.triggers.polling import LIMIT, OVERLAP, Source, poll
from workbench.triggers.rows import EVENTS, NewEvent, describe_event

DynSelect_metric = str


def main(
    auth: klaviyo,
    metric: DynSelect_metric,
    since: str | None = None,
    limit: int = 1000,
    overlap: int = 60,
    ignore: list[str] | None = None,
) -> list[NewEvent]:
    """Return what is new, oldest first.

    Args:
        auth: Klaviyo resource with a private API key.
        metric: The metric, by name or ID, or "all" for events of every metric. A text.
        since: Of the first run: from when on. Empty: from now on.
        limit: How many at most, from 1 to 10,000. The next run returns the others.
        overlap: How late something may arrive, in minutes: so far back each run looks. At most 10,080, which is 7 days.
        ignore: Leave out what your own automations wrote: metrics, or what an event's $source says.
    Raises: InvalidInput before anything is read or if there is no such metric, KlaviyoError if a request fails.
    """
    arguments = check_arguments(
        {
            "auth": auth,
            "metric": metric,
            "since": since,
            "limit": limit,
            "overlap": overlap,
            "ignore": ignore,
        },
        Arguments,
    )
    source = Source("/api/events", "datetime", EVENTS, describe_event)
    if chosen := find_named_unless("all", auth, arguments.get("metric"), METRICS, "metric"):
        source = source._replace(conditions=(f"equals(metric_id,{quoted(chosen.id)})",))
    return poll(auth, [source], arguments)


def metric(auth: klaviyo, filterText: str | None = None) -> list[Choice]:  # noqa: N803  # as Windmill calls it
    """Return what the picker offers."""
    return list_choices(auth, filterText, METRICS, Choice(value="all", label="all: events of every metric"))


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    metric: Annotated[str | dict[str, Any], {"expected": 'the name or ID of a metric, or "all"'}]
    since: NotRequired[Annotated[str, DATE_TIME]]
    limit: NotRequired[Annotated[int, LIMIT]]
    overlap: NotRequired[Annotated[int, OVERLAP]]
    ignore: NotRequired[list[Annotated[str, TEXT]]]


if __name__ == "__main__":
    run_by_hand(main)
