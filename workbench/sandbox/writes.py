"""What a request changes: resources and relationships, by the shape of its method, path and body."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from workbench.collection import Operation
from workbench.sandbox.facts import JSON, items_of, load_json, type_of
from workbench.sandbox.filters import related_name
from workbench.sandbox.ids import new_id, random_id
from workbench.sandbox.profiles import (
    add_events,
    as_list,
    merge,
    merge_profiles,
    refuse_consent,
    set_consent,
    suppress,
    upsert_profile,
)
from workbench.sandbox.refusals import Refusal, not_found
from workbench.sandbox.store import Reference, Resource, Store, timestamp

BULK_JOBS = re.compile(r".+-bulk-(create|update|delete)-jobs")
CREATED, UPDATED = ("created", "created_at"), ("updated", "updated_at")
DEFAULTS: dict[str, JSON] = {"list": {"opt_in_process": "double_opt_in"}}  # attributes of new resources


def write(store: Store, operation: Operation, values: Mapping[str, str], body: JSON) -> Resource | None:
    """Do what a POST, PATCH or DELETE asks for. Returns the resource to answer with, None if nothing is remembered of
    it. Raises Refusal."""
    base, segment, *rest = operation["path"].strip("/").split("/")
    if not rest:
        return post(store, operation, segment if base == "api" else f"{base}/{segment}", body["data"])
    type_, id_ = store.facts.collections.get(segment), next(iter(values.values()))
    if type_ is None:  # such as the schedule of a campaign message
        return None
    resource = demand(store, (type_, id_))
    if len(rest) == 3:
        change_relationship(store, operation["method"], resource.reference, rest[-1], as_list(body["data"]))
        return None
    if operation["method"] == "PATCH":
        return update(store, resource, body["data"])
    store.delete(type_, id_)
    return None


def demand(store: Store, reference: Reference, source: dict[str, str] | None = None) -> Resource:
    """Return a resource. Raises Refusal if it does not exist."""
    resource = store.get(*reference)
    if resource is None:
        raise not_found(*reference, source)
    return resource


def post(store: Store, operation: Operation, collection: str, data: JSON) -> Resource | None:
    """Do what a POST to a collection asks for."""
    references_in(store, data)  # all must exist before anything is changed
    if collection in POSTS:
        return POSTS[collection](store, data)
    if collection.endswith("-render"):
        demand(store, (data["type"], data["id"]), {"pointer": "/data/id"})
        return None
    if collection.endswith("-clone"):
        return clone(store, type_of(items_of(load_json(operation["answer"])["properties"]["data"])), data)
    if collection.endswith("-assign-template"):
        return update(store, demand(store, (data["type"], data["id"]), {"pointer": "/data/id"}), data)
    if bulk := BULK_JOBS.fullmatch(collection):
        return run_bulk_job(store, data, bulk[1])
    return create(store, data)


def references_in(store: Store, data: JSON) -> dict[str, list[Reference]]:
    """Return the relationships of a body, by their names in answers. Raises Refusal for a resource that is unknown."""
    references = {}
    for name, relationship in data.get("relationships", {}).items():
        entries = as_list(relationship.get("data"))
        for entry in entries:
            if entry["type"] in store.facts.segments:
                demand(store, (entry["type"], entry["id"]), {"pointer": f"/data/relationships/{name}/data"})
        targets = [(entry["type"], entry["id"]) for entry in entries]
        references[related_name(store.facts, data["type"], name) or name] = targets
    return references


def create(store: Store, data: JSON) -> Resource | None:
    """Create a resource, and those that its attributes describe. Returns None if its type is not remembered."""
    type_ = data["type"]
    if type_ not in store.facts.segments:
        return None
    relationships = references_in(store, data)
    id_ = new_id(store.facts, data)
    if type_ == "profile":
        return store.get(type_, upsert_profile(store, data, is_new=True)[0])
    owner = type_.partition("-")[0]
    if type_.endswith("-job") and "id" in data:  # a job that has the id of what it is for
        demand(store, (owner, id_), {"pointer": "/data/id"})
    elif store.get(type_, id_):
        raise Refusal(409, "duplicate", f"A {type_} with id {id_} already exists.", {"pointer": "/data/attributes"})
    attributes = dict(data.get("attributes", {}))
    children = {name: attributes.pop(name) for name in [*attributes] if child_types(store, type_, name)}
    attributes |= {"status": "queued"} if type_.endswith("-job") else {}
    store.put(type_, id_, DEFAULTS.get(type_, {}) | attributes | stamps(store, type_, CREATED + UPDATED))
    for name, targets in relationships.items():
        store.relate((type_, id_), name, targets)
    for name, entries in children.items():
        for relation, target in child_types(store, type_, name).items():
            made = [child for entry in child_bodies(store, target, entries) if (child := create(store, entry))]
            store.relate((type_, id_), relation, [child.reference for child in made])
    return store.get(type_, id_)


def child_types(store: Store, type_: str, attribute: str) -> dict[str, str]:
    """Return the relationships to the resources that an attribute describes, such as the messages of a campaign."""
    return {
        name: relation.type
        for name, relation in store.facts.relations.get(type_, {}).items()
        if attribute in (name, relation.type) or name.endswith(f"-{attribute}")
    }


def child_bodies(store: Store, type_: str, entries: Any) -> list[JSON]:
    """Return the bodies that would create the described resources."""
    bodies = []
    for entry in as_list(entries.get("data") if isinstance(entries, dict) else entries):
        if "attributes" in entry:
            bodies.append(entry)
            continue
        attributes = {name: value for name, value in entry.items() if child_types(store, type_, name)}
        own = {name: value for name, value in entry.items() if name not in attributes}
        is_flat = "definition" in store.facts.examples[type_]["attributes"] and "definition" not in own
        bodies.append({"type": type_, "attributes": attributes | ({"definition": own} if is_flat else own)})
    return bodies


def stamps(store: Store, type_: str, names: tuple[str, ...]) -> JSON:
    """Return the current time under those of the names that are attributes of the type."""
    known = store.facts.examples.get(type_, {}).get("attributes", {})
    return {name: timestamp() for name in names if name in known}


def update(store: Store, resource: Resource, data: JSON) -> Resource | None:
    """Change the attributes and relationships that a body has."""
    relationships = references_in(store, data)
    if resource.type == "profile":
        upsert_profile(store, data, id_=resource.id)
    else:
        changed = merge(resource.attributes, data.get("attributes", {}))
        store.put(*resource.reference, changed | stamps(store, resource.type, UPDATED))
    for name, targets in relationships.items():
        store.unrelate(resource.reference, name)
        store.relate(resource.reference, name, targets)
    return store.get(*resource.reference)


def clone(store: Store, type_: str, data: JSON) -> Resource | None:
    """Copy a resource with all that it shares with others; the body names the copy and may relate it otherwise."""
    source = demand(store, (type_, data["id"]), {"pointer": "/data/id"})
    changes = {name: value for name, value in data.get("attributes", {}).items() if name != "id"}
    changes = {"definition": changes} if "definition" in source.attributes else changes
    id_ = random_id(store.facts, type_)
    store.put(type_, id_, merge(source.attributes, changes) | stamps(store, type_, CREATED + UPDATED))
    relationships = {}
    for name, relation in store.facts.relations.get(type_, {}).items():
        if relation.inverse is None or store.facts.relations[relation.type][relation.inverse].many:
            relationships[name] = store.references(source.reference, name)
    for name, targets in (relationships | references_in(store, {**data, "type": type_})).items():
        store.relate((type_, id_), name, targets)
    return store.get(type_, id_)


def change_relationship(store: Store, method: str, source: Reference, name: str, entries: list[JSON]) -> None:
    """Add to (POST), replace (PATCH) or remove from (DELETE) a relationship."""
    targets = [(entry["type"], entry["id"]) for entry in entries]
    for position, target in enumerate(targets):
        if target[0] in store.facts.segments and method != "DELETE":
            demand(store, target, {"pointer": f"/data/{position}/id"})
    if method != "POST":
        store.unrelate(source, name, targets if method == "DELETE" else None)
    if method != "DELETE":
        store.relate(source, name, targets)


def run_bulk_job(store: Store, data: JSON, verb: str) -> Resource | None:
    """Create, update or delete the resources in a body. Returns the job, which is done when it has been asked for."""
    places = [*data.get("attributes", {}).values(), *data.get("relationships", {}).values()]
    entries: list[JSON] = next((held["data"] for held in places if "data" in held), [])
    errors, done = [], []
    for position, entry in enumerate(entries):
        try:
            made = create(store, entry) if verb == "create" else demand(store, (entry["type"], entry["id"]))
            if made and verb == "update":
                update(store, made, entry)
            elif made and verb == "delete":
                store.delete(*made.reference)
            done += [made.reference] if made else []
        except Refusal as refusal:
            pointer = f"/data/attributes/{entry['type']}/data/{position}"
            errors.append(refusal.describe() | {"source": {"pointer": pointer}})
    return create_job(store, data["type"], done, total=len(entries), errors=errors)


def create_job(
    store: Store, type_: str, targets: list[Reference], total: int, errors: list[JSON] | None = None
) -> Resource | None:
    """Create a job whose resources have been processed. Returns None if the type of the job is not remembered."""
    if type_ not in store.facts.segments:
        return None
    counts = {"total_count": total, "completed_count": 0, "failed_count": len(errors or [])}
    id_ = random_id(store.facts, type_)
    attributes = {"status": "queued", **counts, "errors": errors or [], **stamps(store, type_, CREATED)}
    store.put(type_, id_, attributes)
    for target in targets:
        if name := related_name(store.facts, type_, target[0]):
            store.relate((type_, id_), name, [target])
    return store.get(type_, id_)


def change_consent(store: Store, data: JSON) -> Resource | None:
    """Subscribe or unsubscribe the profiles in a body, or its only one."""
    attributes = data["attributes"]
    name = "profiles" if "profiles" in attributes else "profile"
    list_id = data.get("relationships", {}).get("list", {}).get("data", {}).get("id")
    is_historical = bool(attributes.get("historical_import"))
    profiles = as_list(attributes[name]["data"])
    for position, profile in enumerate(profiles):
        pointer = f"/data/attributes/{name}/data{f'/{position}' if name == 'profiles' else ''}/attributes"
        refuse_consent(profile, pointer, is_historical=is_historical)
    for profile in profiles:
        set_consent(
            store,
            profile,
            list_id,
            subscribed="-delete-" not in data["type"],
            is_historical=is_historical,
            source=attributes.get("custom_source"),
        )
    return None


def change_suppression(store: Store, data: JSON) -> Resource | None:
    """Suppress, or no longer suppress, the profiles in the body or those of its list or segment."""
    suppressed = "-create-" in data["type"]
    named = data.get("attributes", {}).get("profiles", {}).get("data", [])
    members = [
        member.id
        for targets in references_in(store, data).values()
        for target in targets
        for member in store.related(target, "profiles")
    ]
    ids = members + [upsert_profile(store, profile)[0] for profile in named]
    for id_ in ids:
        suppress(store, id_, suppressed=suppressed)
    groups = [target for targets in references_in(store, data).values() for target in targets]
    return create_job(store, data["type"], groups, total=len(ids))


def create_events(store: Store, data: JSON) -> Resource | None:
    """Store one event, or those of a bulk request."""
    attributes = data["attributes"]
    if data["type"] == "event":
        groups = [(attributes["profile"]["data"], [data])]
    elif "events-bulk-create" in attributes:
        bulk = [group["attributes"] for group in attributes["events-bulk-create"]["data"]]
        groups = [(group["profile"]["data"], group["events"]["data"]) for group in bulk]
    else:
        groups = [(attributes["profile"]["data"], attributes["events"]["data"])]
    add_events(store, [(profile, [event["attributes"] for event in events]) for profile, events in groups])
    return None


def create_push_token(store: Store, data: JSON) -> Resource | None:
    """Store a push token, with its profile. One that exists is replaced."""
    attributes = dict(data["attributes"])
    profile_id, _ = upsert_profile(store, attributes.pop("profile")["data"])
    attributes["metadata"] = attributes.pop("device_metadata", None)
    reference = ("push-token", new_id(store.facts, data))
    store.put(*reference, attributes | stamps(store, "push-token", CREATED))
    store.relate(reference, "profile", [("profile", profile_id)])
    return None


def unregister_push_token(store: Store, data: JSON) -> Resource | None:
    store.delete("push-token", data["attributes"]["token"])
    return None


def delete_profile(store: Store, data: JSON) -> Resource | None:
    profile = data["attributes"]["profile"]["data"]
    if id_ := profile.get("id") or store.find("profile", profile.get("attributes", {})):
        store.delete("profile", id_)
    return None


def import_profile(store: Store, data: JSON) -> Resource | None:
    id_, is_new = upsert_profile(store, data)
    profile = store.get("profile", id_)
    return replace(profile, is_new=is_new) if profile else None


def merge_into_profile(store: Store, data: JSON) -> Resource | None:
    demand(store, ("profile", data["id"]), {"pointer": "/data/id"})
    merge_profiles(store, data["id"], [id_ for _, id_ in references_in(store, data).get("profiles", [])])
    return store.get("profile", data["id"])


# What is more than the creation of the resource in the body.
POSTS: dict[str, Callable[[Store, JSON], Resource | None]] = {
    "client/event-bulk-create": create_events,
    "client/events": create_events,
    "client/profiles": import_profile,
    "client/push-token-unregister": unregister_push_token,
    "client/push-tokens": create_push_token,
    "client/subscriptions": change_consent,
    "data-privacy-deletion-jobs": delete_profile,
    "event-bulk-create-jobs": create_events,
    "events": create_events,
    "profile-import": import_profile,
    "profile-merge": merge_into_profile,
    "profile-subscription-bulk-create-jobs": change_consent,
    "profile-subscription-bulk-delete-jobs": change_consent,
    "profile-suppression-bulk-create-jobs": change_suppression,
    "profile-suppression-bulk-delete-jobs": change_suppression,
    "push-tokens": create_push_token,
}
