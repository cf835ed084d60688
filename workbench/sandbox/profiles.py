"""What Klaviyo documents about profiles: how they are recognized, their events, their consent."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from workbench.sandbox.facts import JSON, load_json
from workbench.sandbox.filters import parse_time
from workbench.sandbox.ids import random_id
from workbench.sandbox.refusals import Refusal, not_found
from workbench.sandbox.store import IDENTIFIERS, Reference, Store, timestamp

BY_API = {"object": "integration", "id": "0rG4eQ", "name": "API", "category": "API"}
NEEDED = {"email": "email", "sms": "phone_number", "whatsapp": "phone_number"}  # identifiers, by channel
ANSWERED = {"push": "mobile_push"}  # channels that have another name in answers
LASTING = ("HARD_BOUNCE", "INVALID_EMAIL")  # suppressions that a subscription does not lift


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


def refuse_consent(profile: JSON, pointer: str, *, is_historical: bool) -> None:
    """Raise the documented refusal of a channel without its identifier, or a past consent without its time."""
    attributes, now = profile["attributes"], datetime.now(UTC)
    for channel, kinds in (attributes.get("subscriptions") or {}).items():
        name = NEEDED.get(channel)
        if name and not (attributes.get(name) or profile.get("id")):
            raise Refusal(400, "invalid", f"{name} is required for {channel}.", {"pointer": f"{pointer}/{name}"})
        consents = [consent for consent in (kinds or {}).values() if isinstance(consent, dict)]
        times = [parse_time(consent.get("consented_at") or "") for consent in consents]
        if is_historical and not all(time and time < now for time in times):
            detail = f"Historical {channel} subscription does not have a valid consented_at timestamp."
            raise Refusal(400, "invalid", detail, {"pointer": f"{pointer}/subscriptions/{channel}"})


def set_consent(
    store: Store, profile: JSON, list_id: str | None, *, subscribed: bool, is_historical: bool, source: str | None
) -> None:
    """Subscribe or unsubscribe a profile on the channels that it names, and add it to or remove it from the list.

    If the list is double opt-in, nobody is subscribed who has not confirmed, unless the consent is of the past. Who is
    on the list is unsubscribed from its emails alone, others from all.
    """
    id_, _ = upsert_profile(store, profile)
    leaves = ""  # the list whose emails alone it no longer gets
    if target := store.get("list", list_id) if list_id else None:
        if subscribed and target.attributes.get("opt_in_process") == "double_opt_in" and not is_historical:
            return
        is_member = target.reference in store.references(("profile", id_), "lists")
        leaves = target.id if is_member and not subscribed else ""
        (store.relate if subscribed else store.unrelate)(target.reference, "profiles", [("profile", id_)])
    known = load_json("schemas/answers/profiles/get_profile.json")["examples"][0]["data"]["attributes"]["subscriptions"]
    changes: JSON = {}
    for channel, kinds in (profile["attributes"].get("subscriptions") or {"email": {"marketing": {}}}).items():
        name = ANSWERED.get(channel, channel)
        for kind in known.get(name, {}).keys() & kinds.keys():
            held = subscriptions_of(store, id_).get(name, {}).get(kind) or {}
            change = change_of_consent(held, [*known[name][kind]], subscribed, leaves)
            if "consent" in change:
                time = (kinds[kind] or {}).get("consented_at") or timestamp()
                change |= {"consent_timestamp": time, "method": "API", "custom_method_detail": source}
            changes.setdefault(name, {})[kind] = {
                field: change[field] for field in change if field in known[name][kind]
            }
    change_subscriptions(store, id_, changes)


def change_of_consent(held: JSON, fields: list[str], subscribed: bool, leaves: str) -> JSON:
    """Return what changes in a consent with these fields, without where it comes from."""
    now = timestamp()
    lists = held.get("list_suppressions", [])
    if leaves and "list_suppressions" in fields:
        return {"list_suppressions": [*lists, {"list_id": leaves, "reason": "UNSUBSCRIBE", "timestamp": now}]}
    if subscribed:
        suppressions = [entry for entry in held.get("suppression", []) if entry["reason"] in LASTING]
        change: JSON = {"consent": "SUBSCRIBED", "suppression": suppressions, "list_suppressions": []}
    else:
        others = [entry for entry in held.get("suppression", []) if entry["reason"] != "UNSUBSCRIBE"]
        suppressions = [*others, {"reason": "UNSUBSCRIBE", "timestamp": now}]
        change = {"consent": "UNSUBSCRIBED", "suppression": suppressions}
    permissions = {field: subscribed and not suppressions for field in fields if field.startswith("can_receive")}
    return change | permissions | {"last_updated": now}


def suppress(store: Store, id_: str, *, suppressed: bool) -> None:
    """Suppress a profile for email, or end that."""
    held = subscriptions_of(store, id_).get("email", {}).get("marketing") or {"consent": "NEVER_SUBSCRIBED"}
    entries = [entry for entry in held.get("suppression", []) if entry["reason"] != "USER_SUPPRESSED"]
    entries += [{"reason": "USER_SUPPRESSED", "timestamp": timestamp()}] if suppressed else []
    permitted = not entries and held["consent"] != "UNSUBSCRIBED"
    change = {**held, "suppression": entries, "can_receive_email_marketing": permitted, "last_updated": timestamp()}
    change_subscriptions(store, id_, {"email": {"marketing": change}})


def subscriptions_of(store: Store, id_: str) -> JSON:
    """Return the consents of a profile, by channel."""
    profile = store.get("profile", id_)
    return (profile and profile.attributes.get("subscriptions")) or {}


def change_subscriptions(store: Store, id_: str, changes: JSON) -> None:
    profile = store.get("profile", id_)
    if profile:
        subscriptions = merge(subscriptions_of(store, id_), changes)
        store.put("profile", id_, {**profile.attributes, "subscriptions": subscriptions, "updated": timestamp()})
