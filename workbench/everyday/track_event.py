# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Track Event: record what somebody did, such as an order

Records one event of a metric for one person, whose profile is created if there is none. The metric is created, too, if
there is none of this name. Flows that the metric triggers start. Without `time` it happened now; without `unique_id` it
gets a random one, so that two events in the same second are both recorded. The same unique_id is recorded once per
person and metric. For many events, use import_events.

Scopes: events:write; metrics:read to choose the metric by name.
"""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime
from typing import Annotated, Any, NotRequired, TypedDict

from workbench.codegen.parts.constants import EMAIL, ID, PHONE_NUMBER
from workbench.codegen.parts.errors import KlaviyoError
from workbench.everyday.arguments import (
    ACCOUNT,
    DATE_TIME,
    NAME_OR_ID,
    TEXT,
    check_arguments,
    reference_of,
    report_by_argument,
)
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.names import METRICS, Choice, find_named, list_choices
from workbench.everyday.operations import (
    CreateEventBody,
    CreateEventProfile,
    EventAttributes,
    create_event,
    klaviyo,
)
from workbench.everyday.people import identifiers_in
from workbench.everyday.request import read_resource

DynSelect_metric = str
METRIC_ID = re.compile("[A-Za-z0-9]{6}")


def main(
    auth: klaviyo,
    metric: DynSelect_metric,
    email: str | None = None,
    phone_number: str | None = None,
    external_id: str | None = None,
    profile_id: str | None = None,
    properties: dict[str, Any] | None = None,
    value: float | None = None,
    currency: str | None = None,
    time: str | None = None,
    unique_id: str | None = None,
) -> TrackedEvent:
    """Return the event that was sent.

    Args:
        auth: Klaviyo resource with a private API key (scope events:write).
        metric: What happened, such as Placed Order: the name of a metric, a new one too. A text.
        email: Email address of the person.
        phone_number: Phone number of the person, in E.164 format.
        external_id: ID of the person in your own system.
        profile_id: ID of the person's profile in Klaviyo.
        properties: Details of the event, such as the items of an order.
        value: Amount of money, such as the total of an order. Reports add it up as revenue.
        currency: Currency of the value, such as USD; the account's own if empty.
        time: When it happened; now if empty.
        unique_id: ID of the event in your system: an event that has been recorded is not recorded again.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    arguments = check_arguments(
        {
            "auth": auth,
            "metric": metric,
            "email": email,
            "phone_number": phone_number,
            "external_id": external_id,
            "profile_id": profile_id,
            "properties": properties,
            "value": value,
            "currency": currency,
            "time": time,
            "unique_id": unique_id,
        },
        Arguments,
    )
    event = TrackedEvent(
        metric=name_of_metric(auth, metric),
        email=arguments.get("email"),
        phone_number=arguments.get("phone_number"),
        external_id=arguments.get("external_id"),
        profile_id=arguments.get("profile_id"),
        time=arguments.get("time", datetime.now(UTC).isoformat(timespec="seconds")),
        value=arguments.get("value"),
        currency=arguments.get("currency"),
        unique_id=arguments.get("unique_id", str(uuid.uuid4())),
        properties=arguments.get("properties", {}),
    )
    with report_by_argument(PLACES):
        create_event(auth, body_of(event, identifiers_in(arguments)))
    return event


def metric(auth: klaviyo, filterText: str | None = None) -> list[Choice]:  # noqa: N803  # as Windmill calls it
    """Return what the picker offers: the metrics of the account, and the text that is typed as a new one."""
    typed = (filterText or "").strip()
    choices = list_choices(auth, typed, METRICS, by_name=True)
    is_new = typed and all(choice["value"].casefold() != typed.casefold() for choice in choices)
    return [*choices, *([Choice(value=typed, label=f"{typed} (a new metric)")] if is_new else [])]


def name_of_metric(auth: klaviyo, value: Any) -> str:
    """Return the name that a metric has or will have. A text that looks like an ID is one if it exists."""
    reference = reference_of(value, "metric")
    if reference.is_id:
        return find_named(auth, value, METRICS, "metric").name
    if reference.is_name or not METRIC_ID.fullmatch(reference.text):
        return reference.text
    try:
        resource = read_resource(auth, METRICS.path, reference.text, {"fields[metric]": ["name"]})
    except KlaviyoError as error:
        if error.status != 403:
            raise
        resource = None  # a key that may not read metrics: people who have no other call them by name
    return str(resource["attributes"]["name"]) if resource else reference.text


def body_of(event: TrackedEvent, identifiers: dict[str, str]) -> CreateEventBody:
    profile: CreateEventProfile = {"type": "profile", "attributes": {}}
    for name, identifier in identifiers.items():
        if name == "id":
            profile["id"] = identifier
        else:
            profile["attributes"][name] = identifier  # type: ignore[literal-required]
    attributes: EventAttributes = {
        "metric": {"data": {"type": "metric", "attributes": {"name": event["metric"]}}},
        "profile": {"data": profile},
        "properties": event["properties"],
        "time": event["time"],
        "unique_id": event["unique_id"],
    }
    if event["value"] is not None:
        attributes["value"] = event["value"]
    if event["currency"] is not None:
        attributes["value_currency"] = event["currency"]
    return {"data": {"type": "event", "attributes": attributes}}


PLACES = {
    "/body/data/attributes": "",
    "/body/data/attributes/metric/data/attributes/name": "/metric",
    "/body/data/attributes/profile/data/attributes": "",
    "/body/data/attributes/profile/data/id": "/profile_id",
    "/body/data/attributes/value_currency": "/currency",
}


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    metric: Annotated[str | dict[str, Any], NAME_OR_ID]
    email: NotRequired[Annotated[str, EMAIL]]
    phone_number: NotRequired[Annotated[str, PHONE_NUMBER]]
    external_id: NotRequired[Annotated[str, TEXT]]
    profile_id: NotRequired[Annotated[str, ID]]
    properties: NotRequired[dict[str, Any]]
    value: NotRequired[float]
    currency: NotRequired[str]
    time: NotRequired[Annotated[str, DATE_TIME]]
    unique_id: NotRequired[Annotated[str, TEXT]]


class TrackedEvent(TypedDict):
    metric: str
    email: str | None
    phone_number: str | None
    external_id: str | None
    profile_id: str | None
    time: str
    value: float | None
    currency: str | None
    unique_id: str
    properties: dict[str, Any]


if __name__ == "__main__":
    run_by_hand(main)
