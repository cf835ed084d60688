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

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from workbench.everyday.arguments import ACCOUNT, DATE_TIME, TEXT, check_arguments
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.names import METRICS, inside, read_all
from workbench.everyday.operations import klaviyo
from workbench.everyday.request import quoted
from workbench.triggers.polling import LIMIT, OVERLAP, Included, Source, poll
from workbench.triggers.rows import EVENTS, PERSON_FIELDS, describe_event


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


if __name__ == "__main__":
    run_by_hand(main)
