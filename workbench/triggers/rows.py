"""Rows: flat objects of what Klaviyo returns"""

from typing import Any, TypedDict

from workbench.triggers.polling import Included

PROFILE_FIELDS = ["email", "phone_number", "external_id", "first_name", "last_name", "created", "updated", "properties"]
PERSON_FIELDS = ["email", "phone_number", "external_id"]
EVENTS = {
    "include": ["metric", "profile"],
    "fields[event]": ["datetime", "event_properties"],
    "fields[metric]": ["name"],
    "fields[profile]": PERSON_FIELDS,
    "page[size]": 1000,
}
PROFILES = {"fields[profile]": PROFILE_FIELDS, "page[size]": 100}
MEMBERS = {"fields[profile]": [*PROFILE_FIELDS, "joined_group_at"], "page[size]": 100}


class NewEvent(TypedDict):
    id: str
    time: str
    email: str | None
    value: float | None
    metric: str | None
    metric_id: str | None
    profile_id: str | None
    properties: dict[str, Any]
    external_id: str | None
    phone_number: str | None


class ProfileRow(TypedDict):
    id: str
    time: str
    email: str | None
    created: str | None
    updated: str | None
    last_name: str | None
    first_name: str | None
    properties: dict[str, Any]
    external_id: str | None
    phone_number: str | None


def describe_event(event: Any, included: Included) -> NewEvent:
    """Return an event with the name of its metric and the identifiers of its profile."""
    metric_id, profile_id = related_id(event, "metric"), related_id(event, "profile")
    person = attributes_of(included.get(("profile", profile_id or "")))
    properties = event["attributes"].get("event_properties") or {}
    value = properties.get("$value")
    return NewEvent(
        id=event["id"],
        time=event["attributes"]["datetime"],
        email=person.get("email"),
        value=value if isinstance(value, int | float) else None,
        metric=attributes_of(included.get(("metric", metric_id or ""))).get("name"),
        metric_id=metric_id,
        profile_id=profile_id,
        properties=properties,
        external_id=person.get("external_id"),
        phone_number=person.get("phone_number"),
    )


def describe_profile(profile: Any, time: str) -> ProfileRow:
    """Return a profile. `time`: when happened what the trigger is about."""
    attributes = profile["attributes"]
    return ProfileRow(
        id=profile["id"],
        time=time,
        email=attributes.get("email"),
        created=attributes.get("created"),
        updated=attributes.get("updated"),
        last_name=attributes.get("last_name"),
        first_name=attributes.get("first_name"),
        properties=attributes.get("properties") or {},
        external_id=attributes.get("external_id"),
        phone_number=attributes.get("phone_number"),
    )


def related_id(resource: Any, relationship: str) -> str | None:
    """Return the ID of the resource that another refers to, None if there is none."""
    reference = ((resource.get("relationships") or {}).get(relationship) or {}).get("data") or {}
    id_: str | None = reference.get("id")
    return id_


def attributes_of(resource: Any) -> dict[str, Any]:
    return (resource or {}).get("attributes") or {}
