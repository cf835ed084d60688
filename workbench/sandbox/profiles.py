"""What Klaviyo documents about profiles: how they are recognized, their events, their consent."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from workbench.sandbox.facts import JSON
from workbench.sandbox.filters import parse_time
from workbench.sandbox.ids import random_id
from workbench.sandbox.refusals import Refusal, not_found
from workbench.sandbox.store import IDENTIFIERS, Reference, Store, timestamp

BY_API = {"object": "integration", "id": "0rG4eQ", "name": "API", "category": "API"}
# The name of what a consent permits, for each channel; `can_receive` for the others.
PERMISSIONS = {"email": "can_receive_email_marketing", "sms": "can_receive_sms_marketing"}


def upsert_profile(store: Store, data: JSON, *, id_: str | None = None, is_new: bool = False) -> tuple[str, bool]:
    """Create the profile that a request describes, or update the one with its id or an identifier. Returns the id, and
    whether it is new. Raises Refusal if an identifier belongs to another profile, with `is_new` to any profile."""
    attributes = {name: value for name, value in data.get("attributes", {}).items() if name != "subscriptions"}
    if not is_new:
        id_ = id_ or data.get("id") or store.find("profile", attributes)
    former = store.get("profile", id_) if id_ else None
    if id_ and not former:
        raise not_found("profile", id_)
    new = id_ or random_id(store.facts, "profile")
    refuse_duplicate(store, new, attributes)
    now = timestamp()
    held = former.attributes if former else {"created": now, "properties": {}}
    merged = merge(held, attributes) | {"updated": now}
    if changes := data.get("meta", {}).get("patch_properties"):
        merged["properties"] = patch(merged["properties"] or {}, changes)
    store.put("profile", new, merged)
    return new, former is None


def refuse_duplicate(store: Store, id_: str, attributes: JSON) -> None:
    """Raise the documented conflict if an identifier belongs to another profile."""
    for name in IDENTIFIERS["profile"]:
        other = store.find("profile", {name: attributes.get(name)})
        if other not in (None, id_):
            detail = "A profile already exists with one of these identifiers."
            source = {"pointer": "/data/attributes"}
            raise Refusal(409, "duplicate_profile", detail, source, duplicate_profile_id=other)


def merge(former: JSON, changes: JSON) -> JSON:
    """Return the attributes with the changes; objects are merged, everything else is replaced."""
    merged = dict(former)
    for name, value in changes.items():
        both = isinstance(value, dict) and isinstance(merged.get(name), dict)
        merged[name] = merge(merged[name], value) if both else value
    return merged


def patch(properties: JSON, changes: JSON) -> JSON:
    """Return the properties after `append`, `unappend` and `unset`."""
    patched = dict(properties)
    for name, value in changes.get("append", {}).items():
        patched[name] = as_list(patched.get(name)) + as_list(value)
    for name, value in changes.get("unappend", {}).items():
        patched[name] = [entry for entry in as_list(patched.get(name)) if entry not in as_list(value)]
    for name in as_list(changes.get("unset")):
        patched.pop(name, None)
    return patched


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def merge_profiles(store: Store, into: str, others: Iterable[str]) -> None:
    """Move the attributes that `into` lacks, the lists and the events of the others to it, and delete them."""
    for other in others:
        source, target = store.get("profile", other), store.get("profile", into)
        if source is None or target is None:
            raise not_found("profile", other if target else into)
        for type_, id_, name in store.referring(source.reference):
            store.relate((type_, id_), name, [target.reference])
        store.delete("profile", other)
        kept = {name: value for name, value in target.attributes.items() if value not in (None, {}, [])}
        store.put("profile", into, merge(source.attributes, kept))


def add_events(store: Store, groups: Iterable[tuple[JSON, list[JSON]]]) -> None:
    """Store the events of each profile, given by their attributes; profiles and metrics are created if needed. An event
    that has the unique_id of an earlier one of the same profile and metric is left out."""
    rows: dict[str, tuple[JSON, Reference, Reference]] = {}
    metrics: dict[str, str] = {}
    for profile, events in groups:
        try:
            profile_id, _ = upsert_profile(store, profile)
        except Refusal:
            continue
        for event in events:
            name = event["metric"]["data"]["attributes"]["name"]
            metric_id = metrics.get(name) or metrics.setdefault(name, find_metric(store, name))
            if unique := event.get("unique_id"):
                id_ = hashlib.sha256(f"{profile_id} {metric_id} {unique}".encode()).hexdigest()[:11]
                if id_ in rows or store.get("event", id_):
                    continue
            else:
                id_ = random_id(store.facts, "event")
            rows[id_] = event_attributes(event), ("profile", profile_id), ("metric", metric_id)
    store.put_all("event", [(id_, attributes) for id_, (attributes, _, _) in rows.items()])
    store.relate_all("profile", [(("event", id_), profile) for id_, (_, profile, _) in rows.items()])
    store.relate_all("metric", [(("event", id_), metric) for id_, (_, _, metric) in rows.items()])


def event_attributes(event: JSON) -> JSON:
    """Return the attributes that a stored event has."""
    time = parse_time(event.get("time") or "") or datetime.now(UTC)
    extra = {"$value": "value", "$value_currency": "value_currency", "$event_id": "unique_id"}
    named = {name: event[field] for name, field in extra.items() if event.get(field) is not None}
    return {
        "timestamp": int(time.timestamp()),
        "datetime": time.isoformat(),
        "event_properties": {**event.get("properties", {}), **named},
    }


def find_metric(store: Store, name: str) -> str:
    """Return the id of the metric with this name, which is created if there is none."""
    id_ = store.find("metric", {"name": name})
    if id_ is None:
        id_, now = random_id(store.facts, "metric"), timestamp()
        store.put("metric", id_, {"name": name, "created": now, "updated": now, "integration": BY_API})
    return id_


def set_consent(store: Store, profile: JSON, list_id: str | None, *, subscribed: bool) -> None:
    """Subscribe or unsubscribe a profile on the channels that it names, and add it to or remove it from the list."""
    id_, _ = upsert_profile(store, profile)
    channels = profile["attributes"].get("subscriptions") or {"email": {"marketing": {}}}
    changes: JSON = {}
    for channel, kinds in channels.items():
        for kind, consent in kinds.items():
            permission = PERMISSIONS.get(channel, "can_receive") if kind == "marketing" else "can_receive"
            changes.setdefault(channel, {})[kind] = {
                "consent": "SUBSCRIBED" if subscribed else "UNSUBSCRIBED",
                permission: subscribed,
                "consent_timestamp": (consent or {}).get("consented_at") or timestamp(),
                "last_updated": timestamp(),
                "method": "API",
            }
    change_subscriptions(store, id_, changes)
    if list_id and subscribed:
        store.relate(("list", list_id), "profiles", [("profile", id_)])
    elif list_id:
        store.unrelate(("list", list_id), "profiles", [("profile", id_)])


def suppress(store: Store, id_: str, *, suppressed: bool) -> None:
    """Suppress a profile for email, or end that."""
    entries = [{"reason": "USER_SUPPRESSED", "timestamp": timestamp()}] if suppressed else []
    change = {"suppression": entries, "can_receive_email_marketing": not suppressed, "last_updated": timestamp()}
    profile = store.get("profile", id_)
    if profile and not (profile.attributes.get("subscriptions") or {}).get("email"):
        change |= {"consent": "NEVER_SUBSCRIBED", "can_receive_email_marketing": not suppressed}
    change_subscriptions(store, id_, {"email": {"marketing": change}})


def change_subscriptions(store: Store, id_: str, changes: JSON) -> None:
    profile = store.get("profile", id_)
    if profile:
        subscriptions = merge(profile.attributes.get("subscriptions") or {}, changes)
        store.put("profile", id_, {**profile.attributes, "subscriptions": subscriptions, "updated": timestamp()})
