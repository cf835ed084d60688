# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Recent Events: what a person did last

Returns the last events of one person, newest first, of all metrics or of one: a row for each. Windmill shows them as a
table.

Scopes: events:read, metrics:read, profiles:read, subscriptions:read.
"""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from workbench.codegen.parts.constants import EMAIL, ID, PHONE_NUMBER
from workbench.everyday.arguments import ACCOUNT, NAME_OR_ID, TEXT, check_arguments
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.names import METRICS, Choice, find_named, list_choices
from workbench.everyday.operations import klaviyo
from workbench.everyday.people import demand_profile, only_identifier
from workbench.everyday.request import quoted, read

DynSelect_metric = str


def main(
    auth: klaviyo,
    email: str | None = None,
    phone_number: str | None = None,
    external_id: str | None = None,
    profile_id: str | None = None,
    metric: DynSelect_metric | None = None,
    limit: int = 20,
) -> list[PastEvent]:
    """Return a row for each event, newest first. Exactly one identifier is needed.

    Args:
        auth: Klaviyo resource with a private API key.
        email: Email address of the person.
        phone_number: Phone number of the person, in E.164 format.
        external_id: ID of the person in your own system.
        profile_id: ID of the person's profile in Klaviyo.
        metric: Only events of this metric, by name or ID. A text.
        limit: How many events, from 1 to 1000.
    Raises: InvalidInput before anything is sent or if nobody has this identifier, KlaviyoError if a request fails.
    """
    arguments = check_arguments(
        {
            "auth": auth,
            "email": email,
            "phone_number": phone_number,
            "external_id": external_id,
            "profile_id": profile_id,
            "metric": metric,
            "limit": limit,
        },
        Arguments,
    )
    profile = demand_profile(auth, *only_identifier(arguments))
    conditions = [f"equals(profile_id,{quoted(profile['id'])})"]
    if "metric" in arguments:
        chosen = find_named(auth, arguments["metric"], METRICS, "metric")
        conditions.append(f"equals(metric_id,{quoted(chosen.id)})")
    query = {
        "filter": ",".join(conditions),
        "sort": "-datetime",
        "include": ["metric"],
        "fields[event]": ["datetime", "event_properties"],
        "fields[metric]": ["name"],
        "page[size]": int(limit),
    }
    return describe_events(read(auth, "/api/events", query))


def metric(auth: klaviyo, filterText: str | None = None) -> list[Choice]:  # noqa: N803  # as Windmill calls it
    """Return what the picker offers."""
    return list_choices(auth, filterText, METRICS)


def describe_events(page: Any) -> list[PastEvent]:
    """Return a row for each event of a page."""
    names = {
        resource["id"]: resource["attributes"]["name"]
        for resource in page.get("included") or []
        if resource["type"] == "metric"
    }
    rows = []
    for event in page["data"]:
        reference = ((event.get("relationships") or {}).get("metric") or {}).get("data") or {}
        properties = dict(event["attributes"].get("event_properties") or {})
        value = properties.get("$value")
        row = PastEvent(
            id=event["id"],
            time=event["attributes"]["datetime"],
            value=value if isinstance(value, int | float) else None,
            metric=names.get(reference.get("id", "")),
            properties=properties,
        )
        rows.append(row)
    return rows


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    email: NotRequired[Annotated[str, EMAIL]]
    phone_number: NotRequired[Annotated[str, PHONE_NUMBER]]
    external_id: NotRequired[Annotated[str, TEXT]]
    profile_id: NotRequired[Annotated[str, ID]]
    metric: NotRequired[Annotated[str | dict[str, Any], NAME_OR_ID]]
    limit: NotRequired[Annotated[int, {"minimum": 1, "maximum": 1000}]]


class PastEvent(TypedDict):
    id: str
    time: str
    value: float | None
    metric: str | None
    properties: dict[str, Any]


if __name__ == "__main__":
    run_by_hand(main)
