"""What several test modules speak of."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from workbench.collection import Index, Operation, load_index, load_operation, load_schema, load_script
from workbench.sandbox import API_KEY

INDEX = load_index()
REVISION = INDEX["revision"]
AUTH = {"apiKey": API_KEY}
BULK_CREATE_EVENTS = load_operation("bulk_create_events")
SCRIPT = load_script(BULK_CREATE_EVENTS)
OPERATIONS = pytest.mark.parametrize("operation", INDEX["operations"], ids=lambda operation: operation["operation"])
WITH_BODY = pytest.mark.parametrize(
    "operation",
    [operation for operation in INDEX["operations"] if operation["content_type"] == "application/vnd.api+json"],
    ids=lambda operation: operation["operation"],
)
NODE = Path(sys.executable).with_name("node")
GROUPS = "/body/data/attributes/events-bulk-create/data"
FIRST_PROFILE = f"{GROUPS}/0/attributes/profile/data"
FIRST_EVENT = f"{GROUPS}/0/attributes/events/data/0/attributes"


def unthrottled(index: Index) -> Index:
    """The index without rate limits, for tests that send more than Klaviyo would take."""
    operations: list[Operation] = [{**operation, "rate_limits": {}} for operation in index["operations"]]
    return {**index, "operations": operations}


def example_body() -> Any:
    """The body of the example, free to be changed."""
    return load_schema(BULK_CREATE_EVENTS)["examples"][0]["body"]


def groups_of(body: Any) -> Any:
    """The list of profiles with their events."""
    return body["data"]["attributes"]["events-bulk-create"]["data"]


def events_of(group: Any) -> Any:
    return group["attributes"]["events"]["data"]


def profile_of(group: Any) -> Any:
    return group["attributes"]["profile"]["data"]


def attributes_of(body: Any) -> Any:
    """The attributes of the first event."""
    return events_of(groups_of(body)[0])[0]["attributes"]


def batch(groups: list[Any]) -> Any:
    """A body of these profiles with their events."""
    return {"data": {"type": "event-bulk-create-job", "attributes": {"events-bulk-create": {"data": groups}}}}


def group(profile: dict[str, Any], events: list[Any]) -> Any:
    return {
        "type": "event-bulk-create",
        "attributes": {"profile": {"data": {"type": "profile", "attributes": profile}}, "events": {"data": events}},
    }


def event(metric: str = "Placed Order", **attributes: Any) -> Any:
    metric_data = {"data": {"type": "metric", "attributes": {"name": metric}}}
    return {"type": "event", "attributes": {"metric": metric_data, "properties": {}, **attributes}}


def compact(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
