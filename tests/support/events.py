"""Builds and takes apart the body of Bulk Create Events."""

import json
from typing import Any

from tests.support.collection import BULK_CREATE_EVENTS
from workbench.collection import load_schema


def example_body() -> Any:
    """Return a copy of the example's body."""
    return load_schema(BULK_CREATE_EVENTS)["examples"][0]["body"]


def groups_of(body: Any) -> Any:
    """Return the list of profiles with their events."""
    return body["data"]["attributes"]["events-bulk-create"]["data"]


def events_of(group: Any) -> Any:
    return group["attributes"]["events"]["data"]


def profile_of(group: Any) -> Any:
    return group["attributes"]["profile"]["data"]


def attributes_of(body: Any) -> Any:
    """Return the attributes of the first event."""
    return events_of(groups_of(body)[0])[0]["attributes"]


def batch(groups: list[Any]) -> Any:
    """Return a body with these groups."""
    return {"data": {"type": "event-bulk-create-job", "attributes": {"events-bulk-create": {"data": groups}}}}


def group(profile: dict[str, Any], events: list[Any]) -> Any:
    """Return a profile with its events."""
    return {
        "type": "event-bulk-create",
        "attributes": {"profile": {"data": {"type": "profile", "attributes": profile}}, "events": {"data": events}},
    }


def event(metric: str = "Placed Order", **attributes: Any) -> Any:
    metric_data = {"data": {"type": "metric", "attributes": {"name": metric}}}
    return {"type": "event", "attributes": {"metric": metric_data, "properties": {}, **attributes}}


def compact(value: Any) -> bytes:
    """Return the value as the JSON that the scripts send."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
