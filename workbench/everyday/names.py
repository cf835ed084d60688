"""Names: what pickers offer, and what a name or an ID stands for"""

import re
import time
from difflib import get_close_matches
from typing import Any, NamedTuple, TypedDict
from urllib.parse import quote

import requests

from workbench.codegen.parts.account import is_account
from workbench.codegen.parts.cursor import parse_cursor
from workbench.codegen.parts.errors import KlaviyoError
from workbench.codegen.parts.request import decode, query_params
from workbench.everyday.arguments import invalid, is_empty, reference_of
from workbench.everyday.operations import API, headers_of, klaviyo
from workbench.everyday.request import any_of, next_link, quoted, read_pages, read_resource

PICKER_SECONDS = 1.0  # no further page is read after that
PICKER_TIMEOUT = (3, 5)  # seconds to connect, seconds to wait for data
MAX_PAGES = 300  # that are read for a name
IDS = 50  # in a filter
ID_FORM = re.compile(r"[\w-]{5,36}")


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
SEGMENTS = Collection(
    "segment",
    "/api/segments",
    "segments:read",
    {"fields[segment]": ["name"], "sort": "name"},
    by_name="equals(name,{})",
)
METRICS = Collection(
    "metric",
    "/api/metrics",
    "metrics:read",
    {"fields[metric]": ["name", "integration"]},
    detail="integration.name",
)
CAMPAIGNS = Collection(
    "campaign",
    "/api/campaigns",
    "campaigns:read",
    {"fields[campaign]": ["definition.name"], "sort": "-created_at"},
    name="definition.name",
    by_name="contains(name,{})",
)
FLOWS = Collection(
    "flow",
    "/api/flows",
    "flows:read",
    {"fields[flow]": ["name", "status"], "sort": "name"},
    by_name="contains(name,{})",
    detail="status",
)
COUPONS = Collection(
    "coupon",
    "/api/coupons",
    "coupons:read",
    {"fields[coupon]": ["external_id", "description"]},
    name="",
    detail="description",
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
    if not is_account(auth):
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
    if typed and ID_FORM.fullmatch(typed):
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
        with requests.get(
            f"{API}{path}",
            params,
            headers=headers,
            timeout=PICKER_TIMEOUT,
            allow_redirects=False,
            stream=True,
            auth=lambda r: r,
        ) as response:
            return decode(response, True)
    except (OSError, ValueError):
        failure = KlaviyoError("no response")
    raise failure  # outside `except`, which would chain `error`, and with it the request and the key


def add(entries: dict[str, Named], page: Any, collection: Collection) -> None:
    """Add the resources of a page, or the only one, by their ID."""
    data = page["data"]
    for resource in data if isinstance(data, list) else [data]:
        entries.setdefault(resource["id"], named(resource, collection))


def find_named(auth: klaviyo, value: Any, collection: Collection, argument: str) -> Named:
    """Return what a name or an ID stands for. Raises InvalidInput, which lists the nearest, if it is not one."""
    reference = reference_of(value, argument)
    if not reference.is_name and ID_FORM.fullmatch(reference.text):
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


def find_named_unless(word: str, auth: klaviyo, value: Any, collection: Collection, argument: str) -> Named | None:
    """Return what a name or an ID stands for, None if it is a word such as all, which stands for none of them.

    Raises InvalidInput if it is blank, or names none or several.
    """
    if is_empty(value):
        raise invalid(argument, f'the name or ID of a {collection.noun}, or "{word}"', value)
    reference = reference_of(value, argument)
    if reference.text.casefold() == word and not (reference.is_id or reference.is_name):
        return None
    return find_named(auth, value, collection, argument)


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


def read_names(auth: klaviyo, collection: Collection, ids: set[str]) -> dict[str, str]:
    """Return the name of each ID; of what has been deleted since, the ID."""
    names = {id_: id_ for id_ in ids}
    for start in range(0, len(ids), IDS):
        query = collection.query | {"filter": any_of("id", sorted(ids)[start : start + IDS])}
        for page in read_pages(auth, collection.path, query, MAX_PAGES):
            names |= {resource["id"]: named(resource, collection).name for resource in page["data"]}
    return names
