# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Subscribe: record that somebody consents to messages

Subscribes one person to the channels that are named, and adds the person to the list. **It lifts an earlier
unsubscription, spam report or suppression of the person on these channels**: use it only for people who ask for it now,
or with the time at which they asked. If the list is double opt-in, Klaviyo asks the person to confirm first.

With `consented_at` it is a consent of the past: nobody is asked to confirm, no flows start, and if the person has
unsubscribed or been suppressed since then, nothing is sent. A list has to be chosen, or "none" for a consent without a
list. For many people, use import_subscriptions.

Scopes: lists:read, lists:write, profiles:read, profiles:write, subscriptions:write.
"""

# Lines 22-168: this program, workbench/everyday/subscribe.py in the repository.
# Lines 171-1012: definitions shared with other programs; each section names its module.
# The modules are in workbench/codegen/parts and workbench/everyday: edit them, and generate this file.

from __future__ import annotations

import inspect
import json
import re
import reprlib
import sys
import time
import typing
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from difflib import SequenceMatcher, get_close_matches
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, NotRequired, TypedDict
from urllib.parse import parse_qs, quote

import requests
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import create

DynSelect_list_id = str
NO_LIST = "none"


def main(
    auth: klaviyo,
    email: str | None,
    phone_number: str | None,
    channels: list[str],
    list_id: DynSelect_list_id,
    consented_at: str | None = None,
    source: str | None = None,
) -> Subscription:
    """Return what was sent, with the list's name and whether Klaviyo asks the person to confirm.

    Args:
        auth: Klaviyo resource with a private API key.
        email: Email address, which the channel email needs.
        phone_number: Phone number in E.164 format, which the other channels need.
        channels: What the person has consented to. Transactional messages are those about orders.
        list_id: List that the person is added to, by name or ID, or "none". A text.
        consented_at: When the person consented, if that was earlier; now if empty.
        source: Where the person consented, such as Stand at the tea fair; stored with the consent.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    arguments = check_arguments(
        {
            "auth": auth,
            "email": email,
            "phone_number": phone_number,
            "channels": channels,
            "list_id": list_id,
            "consented_at": consented_at,
            "source": source,
        },
        Arguments,
    )
    refuse_unneeded(arguments)
    target = find_list_unless(NO_LIST, auth, list_id)
    if "consented_at" in arguments:
        refuse_withdrawn(auth, arguments, target)
    with report_by_argument(PLACES):
        bulk_subscribe_profiles(auth, body_of(arguments, target))
    opt_in = target.attributes.get("opt_in_process") if target else None
    is_confirmed = "consented_at" in arguments or opt_in == "single_opt_in"
    return Subscription(
        email=arguments.get("email"),
        phone_number=arguments.get("phone_number"),
        channels=arguments["channels"],
        list=target.name if target else None,
        list_id=target.id if target else None,
        opt_in=opt_in,
        status="subscribed" if is_confirmed else "asked to confirm" if opt_in else "accepted",
        consented_at=arguments.get("consented_at"),
        source=arguments.get("source"),
    )


def list_id(auth: klaviyo, filterText: str | None = None) -> list[Choice]:  # noqa: N803  # as Windmill calls it
    """Return what the picker offers."""
    return choose_list(auth, filterText, Choice(value=NO_LIST, label="No list: the consent alone (none)"))


def refuse_withdrawn(auth: klaviyo, arguments: dict[str, Any], target: Named | None) -> None:
    """Raise InvalidInput if the person has withdrawn the consent after it was given."""
    since = parse_time(arguments["consented_at"])
    for name in ("email", "phone_number"):
        profile = find_profile(auth, name, arguments[name]) if name in arguments else None
        withdrawal = find_withdrawal(profile, arguments["channels"], target.id if target else None, since)
        if withdrawal:
            expected = f"a time after {arguments[name]} withdrew the consent ({withdrawal})"
            raise invalid("consented_at", expected, arguments["consented_at"])


def body_of(arguments: dict[str, Any], target: Named | None) -> BulkSubscribeProfilesBody:
    is_historical = "consented_at" in arguments
    consent = {"consent": "SUBSCRIBED", **({"consented_at": arguments["consented_at"]} if is_historical else {})}
    profile_attributes: BulkSubscribeProfilesProfileAttributes = {
        "subscriptions": subscriptions_of(arguments["channels"], consent)
    }
    if "email" in arguments:
        profile_attributes["email"] = arguments["email"]
    if "phone_number" in arguments:
        profile_attributes["phone_number"] = arguments["phone_number"]
    attributes: ProfileSubscriptionBulkCreateJobAttributes = {
        "profiles": {"data": [{"type": "profile", "attributes": profile_attributes}]}
    }
    if is_historical:
        attributes["historical_import"] = True
    if "source" in arguments:
        attributes["custom_source"] = arguments["source"]
    body: BulkSubscribeProfilesBody = {
        "data": {"type": "profile-subscription-bulk-create-job", "attributes": attributes}
    }
    if target:
        body["data"]["relationships"] = {"list": {"data": {"type": "list", "id": target.id}}}
    return body


PLACES = {
    "/body/data/attributes/profiles/data/0/attributes": "",
    "/body/data/attributes/profiles/data/0/attributes/subscriptions": "/consented_at",
    "/body/data/attributes/custom_source": "/source",
}


class Arguments(TypedDict):
    auth: klaviyo
    email: NotRequired[Annotated[str, EMAIL]]
    phone_number: NotRequired[Annotated[str, PHONE_NUMBER]]
    channels: Annotated[list[ChannelName], {"minItems": 1, "uniqueItems": True}]
    list_id: str | dict[str, Any]
    consented_at: NotRequired[Annotated[str, DATE_TIME]]
    source: NotRequired[str]


class Subscription(TypedDict):
    email: str | None
    phone_number: str | None
    channels: list[str]
    list: str | None
    list_id: str | None
    opt_in: str | None
    status: str
    consented_at: str | None
    source: str | None


# ---- workbench/everyday/command_line.py ------------------------------------------------------------------------------
# Command line: arguments as JSON on stdin, the answer as JSON on stdout


def run_by_hand(main: Any) -> None:
    """Call `main` with the JSON object on stdin, and print what it returns. Ends with exit code 1 on an error."""
    names = list(inspect.signature(main).parameters)
    usage = f"usage: python {sys.argv[0]} < arguments.json\narguments: {', '.join(names)}"
    try:
        arguments = json.load(sys.stdin.buffer)
    except (ValueError, RecursionError) as error:
        sys.exit(f"{usage}\nstdin is not JSON: {error}")
    if not isinstance(arguments, dict):
        sys.exit(f"{usage}\nstdin is not a JSON object")
    if unknown := [name for name in arguments if name not in names]:
        similar = "".join(f"; did you mean {name}?" for name in get_close_matches(unknown[0], names, 1))
        sys.exit(f"{usage}\nthere is no argument {unknown[0]}{similar}")
    parameters = inspect.signature(main).parameters.values()
    missing = {entry.name: None for entry in parameters if entry.default is entry.empty}
    try:
        print(json.dumps(main(**{**missing, **arguments}), indent=2, ensure_ascii=False))
    except (InvalidInput, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")


# ---- workbench/everyday/consents.py ----------------------------------------------------------------------------------
# Consents: channels, and what they need


ChannelName = Literal["email", "sms", "whatsapp", "sms_transactional", "whatsapp_transactional"]
LASTING = ("HARD_BOUNCE", "INVALID_EMAIL")  # suppressions that are nobody's wish


class Channel(NamedTuple):
    """Where a consent stands in Klaviyo's `subscriptions`, and the identifier that it needs."""

    name: str
    kind: str
    identifier: str


CHANNELS = {
    "email": Channel("email", "marketing", "email"),
    "sms": Channel("sms", "marketing", "phone_number"),
    "whatsapp": Channel("whatsapp", "marketing", "phone_number"),
    "sms_transactional": Channel("sms", "transactional", "phone_number"),
    "whatsapp_transactional": Channel("whatsapp", "transactional", "phone_number"),
}


def subscriptions_of(channels: list[str], consent: dict[str, Any]) -> Any:
    """Return Klaviyo's `subscriptions` with the same consent on each channel."""
    subscriptions: dict[str, Any] = {}
    for channel in (CHANNELS[name] for name in channels):
        subscriptions.setdefault(channel.name, {})[channel.kind] = consent
    return subscriptions


def refuse_unneeded(arguments: dict[str, Any]) -> None:
    """Raise InvalidInput if a channel lacks its identifier, or an identifier its channel."""
    needed = {CHANNELS[name].identifier: name for name in arguments["channels"]}
    faults: list[tuple[Any, str, Any]] = []
    for identifier, words in (("email", "an email address"), ("phone_number", "a phone number")):
        if identifier in needed and identifier not in arguments:
            faults.append(((identifier,), f"{words}, which the channel {needed[identifier]} needs", NOTHING))
        if identifier in arguments and identifier not in needed:
            faults.append(((identifier,), f"nothing, as no channel is for {words}", arguments[identifier]))
    if faults:
        raise InvalidInput(faults)


def find_withdrawal(profile: Any, channels: list[str], list_id: str | None, since: datetime) -> str | None:
    """Return in words that somebody has withdrawn a consent at a time or later, or at a time that is not known."""
    subscriptions = (profile and profile["attributes"].get("subscriptions")) or {}
    for name in channels:
        channel = CHANNELS[name]
        held = (subscriptions.get(channel.name) or {}).get(channel.kind) or {}
        withdrawals = [
            (entry.get("timestamp"), f"{entry.get('reason')}")
            for entry in held.get("suppression") or []
            if entry.get("reason") not in LASTING
        ]
        withdrawals += [
            (entry.get("timestamp"), "unsubscribed from the list")
            for entry in held.get("list_suppressions") or []
            if entry.get("list_id") == list_id
        ]
        if held.get("consent") == "UNSUBSCRIBED":
            times = [held[field] for field in ("consent_timestamp", "last_updated") if held.get(field)]
            withdrawals.append((max(times, key=parse_time, default=None), "unsubscribed"))
        for moment, reason in withdrawals:
            if moment is None or parse_time(moment) >= since:
                return f"{name}: {reason}{f' at {moment}' if moment else ''}"
    return None


# ---- workbench/everyday/lists.py -------------------------------------------------------------------------------------
# Lists: the picker of lists


def choose_list(auth: Any, typed: str | None, *others: Choice) -> list[Choice]:
    """Return the entries of a picker of lists. `others`: entries that come last."""
    return list_choices(auth, typed, LISTS, *others)


def find_list(auth: klaviyo, value: Any) -> Named:
    """Return the list that an argument names. Raises InvalidInput if it is blank, or names none or several."""
    return find_named(auth, value, LISTS, "list_id")


def find_list_unless(word: str, auth: klaviyo, value: Any) -> Named | None:
    """Return the list that an argument names, None if it is the word that stands for no list, such as all.

    Raises InvalidInput if it is blank, or names none or several.
    """
    if is_empty(value):
        raise invalid("list_id", f'the name or ID of a list, or "{word}"', value)
    reference = reference_of(value, "list_id")
    if reference.text.casefold() == word and not (reference.is_id or reference.is_name):
        return None
    return find_list(auth, value)


# ---- workbench/everyday/names.py -------------------------------------------------------------------------------------
# Names: what pickers offer, and what a name or an ID stands for


PICKER_SECONDS = 1.0  # no further page is read after that
PICKER_TIMEOUT = (3, 5)  # seconds to connect, seconds to wait for data
MAX_PAGES = 300  # that are read for a name
ID = re.compile(r"[\w-]{5,36}")


class Choice(TypedDict):
    """An entry of a picker: what `main` gets, and what people see."""

    value: str
    label: str


class Collection(NamedTuple):
    """What is chosen by name.

    `noun`: one of them. `scope`: what the key needs. `name`: where its name stands in the attributes; not for coupons,
    whose ID is the name. `by_name`: the filter for a name, if there is one. `detail`: where something stands that tells
    equal names apart.
    """

    noun: str
    path: str
    scope: str
    query: dict[str, Any]
    name: str = "name"
    by_name: str = ""
    detail: str = ""


LISTS = Collection(
    "list",
    "/api/lists",
    "lists:read",
    {"fields[list]": ["name", "opt_in_process"], "sort": "name"},
    by_name="equals(name,{})",
)


class Named(NamedTuple):
    id: str
    name: str
    attributes: dict[str, Any]


def named(resource: Any, collection: Collection) -> Named:
    """Return a resource with its name, which is its ID if it has none."""
    attributes = resource.get("attributes") or {}
    name = inside(attributes, collection.name) if collection.name else None
    return Named(resource["id"], str(name or resource["id"]), attributes)


def inside(value: Any, path: str) -> Any:
    """Return what is at a path such as definition.name, None if there is nothing."""
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def label(entry: Named, collection: Collection) -> str:
    """Return the name with the ID, by which it can be searched, and what tells it from others of the same name."""
    detail = inside(entry.attributes, collection.detail) if collection.detail else None
    if entry.name == entry.id:
        return f"{entry.id}: {detail}" if detail else entry.id
    return f"{entry.name} ({entry.id}{f', {detail}' if detail else ''})"


def list_choices(
    auth: Any, typed: str | None, collection: Collection, *others: Choice, by_name: bool = False
) -> list[Choice]:
    """Return the entries of a picker, or one that says what is wrong.

    Args:
        typed: What has been typed into the picker; looked up as a name and as an ID.
        others: Entries that come last.
        by_name: The value of an entry is its name, not its ID.
    """
    typed = (typed or "").strip()
    if not (isinstance(auth, dict) and (auth.get("apiKey") or auth.get("token"))):
        return [remark("Choose a Klaviyo account first.", typed)]
    entries: dict[str, Named] = {}
    remarks = []
    try:
        is_complete = read_for_a_second(auth, collection, typed, entries)
        if not is_complete:
            remarks.append(remark(f"There are more {collection.noun}s: type a name or an ID.", typed))
        elif not entries:
            remarks.append(remark(f"The account has no {collection.noun}s.", typed))
    except KlaviyoError as error:
        remarks.append(remark(explain(error, collection), typed))
    choices = [
        Choice(value=entry.name if by_name else entry.id, label=label(entry, collection)) for entry in entries.values()
    ]
    return [*choices, *remarks, *others]


def remark(text: str, typed: str) -> Choice:
    """Return an entry that says something; its value is blank. Windmill shows only labels with the typed text."""
    return Choice(value="", label=f"{text} [{typed}]" if typed else text)


def explain(error: KlaviyoError, collection: Collection) -> str:
    """Return in words why a picker cannot be filled."""
    match error.status:
        case 401:
            return "Klaviyo does not accept the key of this account."
        case 403:
            return f"The key of this account may not read {collection.noun}s: it lacks the scope {collection.scope}."
        case 429:
            wait = f"in {error.retry_after} s" if error.retry_after else "in a moment"
            return f"Too many requests to Klaviyo: open this again {wait}."
        case None:
            return "Klaviyo cannot be reached: open this again in a moment."
    return f"Klaviyo answered with status {error.status}: open this again in a moment."


def read_for_a_second(auth: Any, collection: Collection, typed: str, entries: dict[str, Named]) -> bool:
    """Add what the typed text means, then the entries of pages. Returns whether that is all. Raises KlaviyoError."""
    end = time.monotonic() + PICKER_SECONDS
    if typed and collection.by_name:
        query = collection.query | {"filter": collection.by_name.format(quoted(typed))}
        add(entries, read_once(auth, collection.path, query), collection)
    if typed and ID.fullmatch(typed):
        fields = {name: value for name, value in collection.query.items() if name.startswith("fields")}
        try:
            add(entries, read_once(auth, f"{collection.path}/{quote(typed, safe='')}", fields), collection)
        except KlaviyoError as error:
            if error.status != 404:
                raise
    cursor = None
    while time.monotonic() < end:
        page = read_once(auth, collection.path, collection.query | {"page[cursor]": cursor})
        add(entries, page, collection)
        if not (link := next_link(page)):
            return True
        cursor = parse_cursor(link, "page[cursor]")
    return False


def read_once(auth: Any, path: str, query: dict[str, Any]) -> Any:
    """Return the JSON of a GET that nobody wants to wait for. Raises KlaviyoError."""
    headers, params = headers_of(auth), query_params(query)
    try:
        # The auth function keeps requests from replacing the Authorization header by an entry of ~/.netrc.
        reply = requests.get(
            f"{API}{path}", params, headers=headers, timeout=PICKER_TIMEOUT, allow_redirects=False, auth=lambda r: r
        )
        return decode(reply)
    except (OSError, ValueError) as error:
        failure = KlaviyoError(f"no response: {type(error).__name__}")
    raise failure  # outside `except`, which would chain `error`, and with it the request and the key


def add(entries: dict[str, Named], page: Any, collection: Collection) -> None:
    """Add the resources of a page, or the only one, by their ID."""
    data = page["data"]
    for resource in data if isinstance(data, list) else [data]:
        entries.setdefault(resource["id"], named(resource, collection))


def find_named(auth: klaviyo, value: Any, collection: Collection, argument: str) -> Named:
    """Return what a name or an ID stands for. Raises InvalidInput, which lists the nearest, if it is not one."""
    reference = reference_of(value, argument)
    if not reference.is_name and ID.fullmatch(reference.text):
        fields = {name: value for name, value in collection.query.items() if name.startswith("fields")}
        if resource := read_resource(auth, collection.path, reference.text, fields):
            return named(resource, collection)
    named_so = [] if reference.is_id or not collection.by_name else read_by_name(auth, reference.text, collection)
    entries = [entry for entry in named_so if entry.name == reference.text] or read_all(auth, collection)
    matches = [] if reference.is_id else [entry for entry in entries if same(entry.name, reference.text)]
    exact = [entry for entry in matches if entry.name == reference.text] or matches
    if len(exact) > 1:
        labels = "; ".join(label(entry, collection) for entry in exact[:10])
        raise invalid(argument, f"one {collection.noun}: there are several of this name, {labels}", reference.text)
    if not exact:
        raise invalid(argument, describe_nearest(reference.text, entries, collection), reference.text)
    return exact[0]


def same(name: str, text: str) -> bool:
    return name.strip().casefold() == text.casefold()


def read_by_name(auth: klaviyo, text: str, collection: Collection) -> list[Named]:
    """Return those that Klaviyo finds by the name."""
    query = collection.query | {"filter": collection.by_name.format(quoted(text))}
    pages = read_pages(auth, collection.path, query, MAX_PAGES)
    return [named(resource, collection) for page in pages for resource in page["data"]]


def read_all(auth: klaviyo, collection: Collection) -> list[Named]:
    pages = read_pages(auth, collection.path, collection.query, MAX_PAGES)
    return [named(resource, collection) for page in pages for resource in page["data"]]


def describe_nearest(text: str, entries: list[Named], collection: Collection) -> str:
    """Return what is expected in place of a name or an ID that there is not: the nearest that there are."""
    by_name = {entry.name.casefold(): entry for entry in entries}
    by_id = {entry.id.casefold(): entry for entry in entries}
    text = text.casefold()
    close = [name for name in by_name if text in name] + get_close_matches(text, by_name, 5, 0.3)
    near = [by_name[name] for name in close] + [by_id[id_] for id_ in get_close_matches(text, by_id, 2, 0.6)]
    labels = "; ".join(dict.fromkeys(label(entry, collection) for entry in near[:5]))
    return f"the name or ID of a {collection.noun}{f'; the nearest are {labels}' if labels else ''}"


# ---- workbench/everyday/people.py ------------------------------------------------------------------------------------
# People: by what they are found, and a profile as a flat object


FIELDS = {"email": "email", "phone_number": "phone_number", "external_id": "external_id", "profile_id": "id"}


def find_profile(auth: klaviyo, name: str, value: str) -> Any:
    """Return the profile that an argument identifies, with its subscriptions, None if there is none."""
    values = list(dict.fromkeys([value, value.lower()])) if name == "email" else [value]
    query = {"filter": any_of(FIELDS[name], values), "additional-fields[profile]": ["subscriptions"]}
    return next(iter(read(auth, "/api/profiles", query)["data"]), None)


# ---- workbench/everyday/request.py -----------------------------------------------------------------------------------
# Requests: one page, or all pages


READ_RETRIES: set[int | None] = {429, 500, 502, 503, 504, None}  # None: no response


def read(auth: klaviyo, path: str, query: dict[str, Any]) -> Any:
    """Return the JSON of a GET. Raises KlaviyoError."""
    return send("GET", f"{API}{path}", READ_RETRIES, headers=headers_of(auth), params=query_params(query))


def read_resource(auth: klaviyo, path: str, id: str, query: dict[str, Any]) -> Any:
    """Return the resource with an ID in a collection, None if there is none."""
    try:
        return read(auth, f"{path}/{quote(id, safe='')}", query)["data"]
    except KlaviyoError as error:
        if error.status == 404:
            return None
        raise


def read_pages(auth: klaviyo, path: str, query: dict[str, Any], max_pages: int) -> list[Any]:
    """Return the documents of up to `max_pages` pages."""
    pages = [read(auth, path, query)]
    while (link := next_link(pages[-1])) and len(pages) < max_pages:
        pages.append(read(auth, path, query | {"page[cursor]": parse_cursor(link, "page[cursor]")}))
    return pages


def next_link(page: Any) -> Any:
    """Return the address of the page that follows, None after the last one."""
    return (page.get("links") or {}).get("next")


def quoted(text: str) -> str:
    """Return a text as it is written in a filter."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def any_of(field: str, values: list[str]) -> str:
    """Return the filter for resources whose field has one of the values."""
    return f"any({field},[{','.join(map(quoted, values))}])"


# ---- workbench/everyday/operations.py --------------------------------------------------------------------------------
# Operations: the requests with a body that the modules here make, with the types and checks of the endpoints' scripts.


API = "https://a.klaviyo.com"
REVISION = "2026-10-15"


class klaviyo(TypedDict):  # in lower case, because it is the name of a resource type in Windmill
    apiKey: Annotated[str, {"pattern": r"^[!-~]+\Z"}]


def headers_of(auth: klaviyo) -> dict[str, str]:
    """Return the headers of every request."""
    return {
        "Authorization": f"Klaviyo-API-Key {auth['apiKey']}",
        "revision": REVISION,
        "Accept": "application/vnd.api+json",
    }


def bulk_subscribe_profiles(auth: klaviyo, body: "BulkSubscribeProfilesBody", **request: Any) -> Any:
    """POST /api/profile-subscription-bulk-create-jobs, as in profiles/bulk_subscribe_profiles.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(BulkSubscribeProfilesBody))["body"]
    if faults := [*find_missing_consents(body, "data/attributes/profiles/data/*/attributes")]:
        raise InvalidInput(faults)
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send(
        "POST", f"{API}/api/profile-subscription-bulk-create-jobs", {429}, headers=headers, data=payload, **request
    )


class BulkSubscribeProfilesBody(TypedDict):
    data: "ProfileSubscriptionBulkCreateJob"


class ProfileSubscriptionBulkCreateJob(TypedDict):
    type: Literal["profile-subscription-bulk-create-job"]
    attributes: "ProfileSubscriptionBulkCreateJobAttributes"
    relationships: NotRequired["ProfileSubscriptionBulkCreateJobRelationships"]


class ProfileSubscriptionBulkCreateJobAttributes(TypedDict):
    profiles: "BulkSubscribeProfilesProfilesData"
    custom_source: NotRequired[str | None]
    historical_import: NotRequired[bool | None]


class BulkSubscribeProfilesProfile(TypedDict):
    type: Literal["profile"]
    attributes: "BulkSubscribeProfilesProfileAttributes"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]


class BulkSubscribeProfilesProfileAttributes(TypedDict):
    subscriptions: "BulkSubscribeProfilesSubscriptions"
    email: NotRequired["Annotated[str | None, EMAIL]"]
    phone_number: NotRequired["Annotated[str | None, PHONE_NUMBER]"]
    age_gated_date_of_birth: NotRequired["Annotated[str | None, DATE]"]


class BulkSubscribeProfilesSubscriptions(TypedDict, total=False):
    email: "BulkSubscribeProfilesEmail | None"
    sms: "BulkSubscribeProfilesSms | None"
    whatsapp: "BulkSubscribeProfilesWhatsapp | None"
    push: "BulkSubscribeProfilesPush | None"


class BulkSubscribeProfilesEmail(TypedDict, total=False):
    marketing: "BulkSubscribeProfilesMarketing | None"
    open_tracking: "BulkSubscribeProfilesOpenTracking | None"
    click_tracking: "BulkSubscribeProfilesClickTracking"


class BulkSubscribeProfilesMarketing(TypedDict):
    consent: Literal["SUBSCRIBED"]
    consented_at: NotRequired["Annotated[str | None, DATE_TIME]"]


class BulkSubscribeProfilesSms(TypedDict, total=False):
    marketing: "BulkSubscribeProfilesMarketing | None"
    transactional: "BulkSubscribeProfilesTransactional | None"


class BulkSubscribeProfilesTransactional(TypedDict):
    consent: Literal["SUBSCRIBED"]
    consented_at: NotRequired["Annotated[str | None, DATE_TIME]"]


class BulkSubscribeProfilesWhatsapp(TypedDict, total=False):
    marketing: "BulkSubscribeProfilesMarketing | None"
    transactional: "BulkSubscribeProfilesTransactional | None"


class BulkSubscribeProfilesPush(TypedDict):
    marketing: "SubscriptionParameters"
    tokens: NotRequired["list[Token] | None"]
    anonymous_id: NotRequired[str | None]


class SubscriptionParameters(TypedDict):
    consent: Literal["SUBSCRIBED"]
    consented_at: NotRequired["Annotated[str | None, DATE_TIME]"]


class Token(TypedDict):
    token: str
    platform: Literal["android", "ios"]
    vendor: Literal["apns", "fcm"]
    enablement_status: NotRequired["EnablementStatus"]
    background: NotRequired[Literal["AVAILABLE", "DENIED", "RESTRICTED", None]]
    device_metadata: NotRequired["DeviceMetadata | None"]


EnablementStatus = Literal[
    "AUTHORIZED", "DENIED", "NOT_DETERMINED", "PROVISIONAL", "UNAUTHORIZED", None
]  # fmt: skip


class DeviceMetadata(TypedDict, total=False):
    device_id: str | None
    klaviyo_sdk: "KlaviyoSdk"
    sdk_version: str | None
    device_model: str | None
    os_name: Literal["android", "ios", "ipados", "macos", "tvos", None]
    os_version: str | None
    manufacturer: str | None
    app_name: str | None
    app_version: str | None
    app_build: str | None
    app_id: str | None
    environment: Literal["debug", "release", None]


KlaviyoSdk = Literal[
    "android", "flutter", "flutter_community", "react_native", "swift", None
]  # fmt: skip
BulkSubscribeProfilesProfilesData = TypedDict(
    "BulkSubscribeProfilesProfilesData",
    {"data": "Annotated[list[BulkSubscribeProfilesProfile], {'maxItems': 1000, 'minItems': 1}]"},
)
BulkSubscribeProfilesOpenTracking = TypedDict("BulkSubscribeProfilesOpenTracking", {"consent": Literal["SUBSCRIBED"]})
BulkSubscribeProfilesClickTracking = TypedDict("BulkSubscribeProfilesClickTracking", {"consent": Literal["SUBSCRIBED"]})
ProfileSubscriptionBulkCreateJobRelationships = TypedDict(
    "ProfileSubscriptionBulkCreateJobRelationships", {"list": "ListData"}, total=False
)
ListData = TypedDict("ListData", {"data": "ListDataList"}, total=False)
ListDataList = TypedDict("ListDataList", {"type": Literal["list"], "id": Annotated[str, {"pattern": r"\S"}]})


# ---- workbench/everyday/arguments.py ---------------------------------------------------------------------------------
# Arguments: checked before anything is sent


class Reported(str):
    """What is in a fault already, shown as it is."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


NOTHING = Reported("nothing")


def check_arguments(arguments: dict[str, Any], documented: Any) -> dict[str, Any]:
    """Return the arguments that are not blank. `documented`: their TypedDict. Raises InvalidInput."""
    filled = {name: value for name, value in arguments.items() if not is_empty(value)}
    schema = schema_of(documented)
    if missing := [name for name in schema["required"] if name not in filled]:
        raise InvalidInput([((name,), "a value", NOTHING) for name in missing])
    validate(filled, Draft202012Validator(schema, format_checker=format_checker()))
    return filled


def is_empty(value: Any) -> bool:
    """Return whether an argument is as good as left out."""
    return value in (None, [], {}) or (isinstance(value, str) and not value.strip())


def validator_of(documented: Any, **keywords: Any) -> Any:
    """Return the validator of a body. `documented`: its TypedDict, `keywords`: our own of JSON Schema."""
    schema = {"type": "object", "required": ["body"], "properties": {"body": schema_of(documented)}}
    known = {**Draft202012Validator.VALIDATORS, **keywords}
    return create(Draft202012Validator.META_SCHEMA, known)(schema, format_checker=format_checker())


def format_checker() -> FormatChecker:
    """Return the check of times, the format that the arguments have."""
    checker = FormatChecker(formats=())
    checker.checks("date-time", raises=ValueError)(is_date_time)
    return checker


def invalid(argument: str, expected: str, actual: Any) -> InvalidInput:
    """Return the error for one argument."""
    return InvalidInput([((argument,), expected, NOTHING if is_empty(actual) else actual)])


class Reference(NamedTuple):
    """What somebody calls a list, a metric, a campaign, a flow or a coupon: a text, which is a name or an ID."""

    text: str
    is_name: bool = False
    is_id: bool = False


def reference_of(value: Any, argument: str) -> Reference:
    """Return a reference: a text, {"id": …}, {"value": …} as pickers have it, or {"name": …}. Raises InvalidInput."""
    if isinstance(value, str) and value.strip():
        return Reference(value.strip())
    if isinstance(value, dict):
        for key in ("id", "value", "name"):
            text = value.get(key)
            if isinstance(text, str) and text.strip():
                return Reference(text.strip(), is_name=key == "name", is_id=key == "id")
    raise invalid(argument, 'a name or an ID: a text, or an object such as {"id": "Y6nRLr"}', value)


@contextmanager
def report_by_argument(places: dict[str, str]) -> Iterator[None]:
    """Report the faults of a body by the arguments that it is made of.

    Args:
        places: The beginning of a pointer in the body -> what stands for it, such as "/time".
    """
    try:
        yield
    except InvalidInput as error:
        faults = [
            (split_pointer(rename(fault["pointer"], places)), fault["expected"], Reported(fault["actual"]))
            for fault in error.faults
        ]
        raise InvalidInput(faults, error.count) from None


def rename(pointer: str, places: dict[str, str]) -> str:
    """Return a pointer with its longest beginning that is in `places` replaced."""
    known = [place for place in places if re.match(rf"{re.escape(place)}(/|$)", pointer)]
    longest = max(known, key=len, default="")
    return places.get(longest, "") + pointer.removeprefix(longest)


def split_pointer(pointer: str) -> tuple[str, ...]:
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:])


# ---- workbench/codegen/parts/schema.py -------------------------------------------------------------------------------
# Makes the JSON Schema of a body from its documented types.


def schema_of(annotation: Any) -> Any:
    """Return the JSON Schema of a type. A dict in Annotated adds keywords."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if typing.is_typeddict(annotation):
        # A copy of globals(), or typing would reuse what the same name meant in another script.
        hints = typing.get_type_hints(annotation, localns=dict(globals()), include_extras=True)
        properties = {name: schema_of(hint) for name, hint in hints.items()}
        # Where annotations are not evaluated, __required_keys__ has those under NotRequired, too.
        optional = {name for name, hint in hints.items() if typing.get_origin(hint) is NotRequired}
        return {"type": "object", "properties": properties, "required": sorted(annotation.__required_keys__ - optional)}
    if origin in (NotRequired, Annotated):
        return schema_of(arguments[0]) | dict(*arguments[1:])
    if origin is Literal:
        return {"enum": [*arguments]}
    if origin is list:
        return {"type": "array", "items": schema_of(arguments[0])}
    if origin in (typing.Union, UnionType):
        members = [schema_of(argument) for argument in arguments]
        if sum("properties" in member for member in members) > 1 or any("enum" in member for member in members):
            return {"oneOf": members}
        keywords = {keyword: value for member in members for keyword, value in member.items()}
        return keywords | {"type": [member["type"] for member in members]}
    return {} if annotation is Any else {"type": JSON_TYPES[origin or annotation]}


# ---- workbench/codegen/parts/validation.py ---------------------------------------------------------------------------
# Checks the arguments of `main` against their schema before anything is sent.


def validate(arguments: dict[str, Any], validator: Any) -> dict[str, bytes]:
    """Return each argument as JSON. Raises InvalidInput unless they match the validator's schema and are JSON."""
    required = validator.schema["required"]
    arguments = {name: value for name, value in arguments.items() if name in required or value not in BLANK}
    try:
        errors = list(validator.iter_errors(arguments))
        encoded = {name: json.dumps(value, **COMPACT).encode() for name, value in arguments.items()}
    except (TypeError, ValueError, RecursionError) as error:  # a Decimal, NaN, a list that contains itself
        raise InvalidInput([((), f"JSON ({error})", type(arguments))]) from None
    if errors:
        raise InvalidInput(list(map(describe, errors[:20])), len(errors))
    return encoded


def describe(error: Any) -> tuple[Any, str, Any]:
    """Return the fault of an error: the keyword that failed with its value, of an enum with the most similar first."""
    keyword, value, path = error.validator, error.validator_value, tuple(error.absolute_path)
    if path[:1] == ("auth",):  # what is there may be a key, and is not shown
        return path, "a resource with apiKey, the private API key", type(error.instance)
    if keyword == "required":
        keyword, value = "property", error.message.removesuffix(" is a required property")
    if keyword == "enum":
        value = sorted(value, key=lambda item: -SequenceMatcher(None, str(item), str(error.instance)[:100]).ratio())
    example = "".join(f", such as {example}" for example in error.schema.get("examples", []) if keyword != "type")
    return path, f"{keyword} {value if isinstance(value, str) else json.dumps(value)}{example}", error.instance


# ---- workbench/codegen/parts/limits.py -------------------------------------------------------------------------------
# Limits that Klaviyo documents in prose only. Each function yields a fault for whatever exceeds one.


def select(value: Any, path: str, place: tuple[Any, ...] = ("body",)) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield place and value of all that is at `path`, such as data/attributes/profiles/data/*, and not null."""
    name, _, rest = path.partition("/")
    if not path:
        yield place, value
    elif name == "*":
        for index, item in enumerate(value):
            yield from select(item, rest, (*place, index))
    elif value.get(name) is not None:
        yield from select(value[name], rest, (*place, name))


def find_missing_consents(body: Any, profiles: str) -> "Iterator[Fault]":
    """Yield a fault for each profile of a historical import that has no time of consent, or one in the future."""
    for place, profile in select(body, profiles) if body["data"]["attributes"].get("historical_import") else ():
        channels = (profile.get("subscriptions") or {}).values()
        consents = [
            consent for channel in channels for consent in (channel or {}).values() if isinstance(consent, dict)
        ]
        times = [consent["consented_at"] for consent in consents if consent.get("consented_at")]
        if not times or any(parse_time(time) > datetime.now(UTC) for time in times):
            yield (*place, "subscriptions"), "consented_at in the past, for a historical import", times


# ---- workbench/codegen/parts/request.py ------------------------------------------------------------------------------
# Sends the request and decodes the response.


def query_params(parameters: dict[str, Any]) -> dict[str, Any]:
    """Leave out blank parameters and join lists with commas, as Klaviyo expects them."""
    filled = {name: value for name, value in parameters.items() if value not in BLANK}
    return {name: ",".join(value) if isinstance(value, list) else value for name, value in filled.items()}


def send(method: str, url: str, retry_statuses: set[int | None], **request: Any) -> dict[str, Any] | None:
    """Send the request and return the JSON of Klaviyo's response. Raises KlaviyoError."""
    for attempt in range(7):
        try:
            # The auth function keeps requests from replacing the Authorization header by an entry of ~/.netrc.
            reply = requests.request(method, url, timeout=TIMEOUT, allow_redirects=False, auth=lambda r: r, **request)
            return decode(reply)
        except KlaviyoError as error:
            failure = error
        except (OSError, ValueError) as error:
            failure = KlaviyoError(f"no response: {type(error).__name__}: {error}")
        wait = max(2**attempt, failure.retry_after or 0)
        if failure.status not in retry_statuses or wait > MAX_WAIT:
            break
        print(f"{str(failure)[:80]}: retrying in {wait} s", file=sys.stderr)
        time.sleep(wait)
    raise failure  # outside `except`, which would chain `error`, and with it the request and the key


def decode(reply: requests.Response) -> dict[str, Any] | None:
    """Return the JSON of a response, None if it is empty. Raises KlaviyoError."""
    key = reply.request.headers.get("Authorization", "\0").split(" ")[-1]
    text = reply.content.decode(errors="replace").replace(key, "***")
    try:
        content: dict[str, Any] | None = json.loads(text or "null")
        if 200 <= reply.status_code < 300:
            return content
    except (ValueError, RecursionError):
        content = None  # an error page, perhaps of a proxy
    errors = content.get("errors") if isinstance(content, dict) else None
    raise KlaviyoError(f"{reply.status_code} {text}", reply.status_code, errors, reply.headers.get("Retry-After"))


# ---- workbench/codegen/parts/constants.py ----------------------------------------------------------------------------
# What several parts refer to.


Fault = tuple[tuple[Any, ...], str, Any]  # path, what is expected there, what is there
TIMEOUT = (10, 60)  # seconds to connect, seconds to wait for data
MAX_WAIT = 60  # seconds; a longer Retry-After fails at once
COMPACT: Any = {"ensure_ascii": False, "allow_nan": False, "separators": (",", ":")}  # for json.dumps
BLANK: Any = (None, "", [])  # an optional argument that is any of these is omitted
FORMATS = FormatChecker(formats=())
JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null", dict: "object"}
DATE = {"format": "date", "examples": ["2026-10-15"]}
DATE_TIME = {"format": "date-time", "examples": ["2026-10-15T09:30:00Z"]}
EMAIL = {"format": "email", "pattern": r"^[^@\s]+@[^@\s]+(?!\n)$", "examples": ["ada@example.com"]}
PHONE_NUMBER = {"pattern": r"^\+[1-9][0-9]{1,14}(?!\n)$", "examples": ["+12025550142"]}  # $ alone allows a final \n


# ---- workbench/codegen/parts/formats.py ------------------------------------------------------------------------------
# The formats that are checked by more than a pattern.


@FORMATS.checks("date-time", raises=ValueError)
def is_date_time(value: object) -> bool:
    """Return whether a string is a time by RFC 3339. Klaviyo also takes a date alone, and a time without a zone."""
    pattern = r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?"
    return not isinstance(value, str) or bool(re.fullmatch(pattern, value, re.A | re.I) and parse_time(value))


def parse_time(text: str) -> datetime:
    """Return the time; without a zone, it is UTC."""
    moment = datetime.fromisoformat(text.upper())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


# ---- workbench/codegen/parts/errors.py -------------------------------------------------------------------------------
# The two exceptions that leave `main`.


class InvalidInput(ValueError):
    """The arguments are invalid; nothing was sent. `faults`: pointer, expected, actual of the first 20 of `count`."""

    def __init__(self, faults: list[tuple[Any, str, Any]], count: int = 0) -> None:
        self.count, self.faults = max(count, len(faults)), []
        for path, expected, actual in faults[:20]:
            pointer = "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in path)  # RFC 6901
            self.faults.append({"pointer": pointer[:500], "expected": expected[:200], "actual": reprlib.repr(actual)})
        lines = ["{pointer}: expected {expected}, got {actual}".format(**fault) for fault in self.faults]
        super().__init__("\n".join([f"Request not sent. Faults in the arguments: {self.count}", *lines]))


class KlaviyoError(Exception):
    """Klaviyo refused the request or gave no usable response. Unless `status` is a 4xx, a write may have been made."""

    def __init__(self, text: str, status: int | None = None, errors: Any = (), retry_after: str | None = None) -> None:
        super().__init__(text[:2000])
        self.status = status  # None: no response
        self.errors = [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []
        self.retry_after = int(retry_after[:9]) if retry_after and retry_after.isdecimal() else None  # in seconds


# ---- workbench/codegen/parts/cursor.py -------------------------------------------------------------------------------
# The cursor of a page.


def parse_cursor(cursor_or_link: str | None, name: str) -> str | None:
    """Return the cursor, which may also be given as the complete `links.next` of the previous page."""
    return parse_qs((cursor_or_link or "").partition("?")[2]).get(name, [cursor_or_link])[0]


if __name__ == "__main__":
    run_by_hand(main)
