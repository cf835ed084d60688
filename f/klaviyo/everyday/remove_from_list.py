# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Remove from List: take people off a list

Removes up to 1,000 people from a list. It unsubscribes nobody: use unsubscribe for people who want no more messages.
Somebody without a profile is a fault, and nobody is removed then. Who is not on the list stays off it.

Scopes: lists:read, lists:write, profiles:read, profiles:write.
"""

# Lines 17-73: this program, workbench/everyday/remove_from_list.py in the repository.
# Lines 76-995: definitions shared with other programs; each section names its module.
# The modules are in workbench/codegen/parts, workbench/everyday: edit them, and generate this file.

from __future__ import annotations

import functools
import inspect
import json
import math
import re
import sys
import time
import typing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from difflib import SequenceMatcher, get_close_matches
from email.utils import parsedate_to_datetime
from itertools import islice
from types import NoneType, UnionType
from typing import Annotated, Any, ForwardRef, Literal, NamedTuple, NotRequired, TypedDict
from urllib.parse import parse_qs, quote

import requests
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import create

DynSelect_list_id = str


def main(auth: klaviyo, list_id: DynSelect_list_id, people: list[str]) -> list[Member]:
    """Return a row for each person.

    Args:
        auth: Klaviyo resource with a private API key.
        list_id: List that the people are removed from, by name or ID. A text.
        people: The people, each by email address, phone number in E.164 format or ID of the profile.
    Raises: InvalidInput before anybody is removed, KlaviyoError if a request fails.
    """
    check_arguments({"auth": auth, "list_id": list_id, "people": people}, Arguments)
    persons = read_people(people)
    target = find_list(auth, list_id)
    profiles = find_people(auth, persons)
    refuse_unknown(persons, profiles, "somebody who has a profile")
    with report_by_argument({"/body/data": "/people"}):
        remove_profiles_from_list(
            auth, target.id, {"data": [{"type": "profile", "id": profiles[person]["id"]} for person in persons]}
        )
    return list_members(target, profiles, dict.fromkeys(persons, "removed"))


def list_id(auth: klaviyo, filterText: str | None = None) -> list[Choice]:  # noqa: N803  # as Windmill calls it
    """Return what the picker offers."""
    return choose_list(auth, filterText)


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    list_id: Annotated[str | dict[str, Any], NAME_OR_ID]
    people: Annotated[list[Annotated[str, TEXT]], {"minItems": 1, "maxItems": 1000}]


# ---- workbench/everyday/command_line.py ------------------------------------------------------------------------------
# Command line: arguments as JSON on stdin, the answer as JSON on stdout


def run_by_hand(main: Callable[..., Any]) -> None:
    """Call `main` with the JSON object on stdin, and print what it returns. Exits with a message if it fails."""
    try:
        print(json.dumps(main(**read_arguments(main)), indent=2, ensure_ascii=False))
    except (InvalidInput, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")


# ---- workbench/everyday/members.py -----------------------------------------------------------------------------------
# Members: the answer


class Member(TypedDict):
    id: str
    list: str
    email: str | None
    status: str
    phone_number: str | None


def list_members(target: Named, profiles: dict[Person, Any], statuses: dict[Person, str]) -> list[Member]:
    """Return a row for each person who has a status."""
    return [
        Member(
            id=profiles[person]["id"],
            list=target.name,
            email=profiles[person]["attributes"].get("email"),
            status=status,
            phone_number=profiles[person]["attributes"].get("phone_number"),
        )
        for person, status in statuses.items()
    ]


# ---- workbench/everyday/lists.py -------------------------------------------------------------------------------------
# Lists: the picker of lists


def choose_list(auth: Any, typed: str | None, *others: Choice) -> list[Choice]:
    """Return the entries of a picker of lists. `others`: entries that come last."""
    return list_choices(auth, typed, LISTS, *others)


def find_list(auth: klaviyo, value: Any) -> Named:
    """Return the list that an argument names. Raises InvalidInput if it is blank, or names none or several."""
    return find_named(auth, value, LISTS, "list_id")


# ---- workbench/everyday/names.py -------------------------------------------------------------------------------------
# Names: what pickers offer, and what a name or an ID stands for


PICKER_SECONDS = 1.0  # no further page is read after that
PICKER_TIMEOUT = (3, 5)  # seconds to connect, seconds to wait for data
MAX_PAGES = 300  # that are read for a name
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


# ---- workbench/everyday/request.py -----------------------------------------------------------------------------------
# Requests: one page, or all pages


def read(auth: klaviyo, path: str, query: dict[str, Any]) -> Any:
    """Return the JSON of a GET. Raises KlaviyoError."""
    return send("GET", f"{API}{path}", True, headers=headers_of(auth), params=query_params(query))


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


class klaviyo(TypedDict, total=False):  # one of the two; in lower case, as it is a resource type in Windmill
    apiKey: str
    token: str


def headers_of(auth: klaviyo) -> dict[str, str]:
    """Return the headers of every request."""
    return {"Authorization": authorization(auth), "revision": REVISION, "Accept": "application/vnd.api+json"}


def remove_profiles_from_list(auth: klaviyo, id: str, body: "RemoveProfilesFromListBody", **request: Any) -> Any:
    """DELETE /api/lists/{id}/relationships/profiles, as in lists/remove_profiles_from_list.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(RemoveProfilesFromListArguments))["body"]
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send(
        "DELETE",
        f"{API}/api/lists/{quote(id, safe='')}/relationships/profiles",
        False,
        headers=headers,
        data=payload,
        **request,
    )


class RemoveProfilesFromListArguments(TypedDict):
    body: "RemoveProfilesFromListBody"


class RemoveProfilesFromListBody(TypedDict):
    data: "Annotated[list[RemoveProfilesFromListProfile], {'maxItems': 1000, 'minItems': 1}]"


RemoveProfilesFromListProfile = TypedDict(
    "RemoveProfilesFromListProfile", {"type": Literal["profile"], "id": "Annotated[str, ID]"}
)


# ---- workbench/everyday/arguments.py ---------------------------------------------------------------------------------
# Arguments: checked before anything is sent


ACCOUNT = {"format": "account"}
TEXT = {"pattern": r"\S", "expected": "a text"}
NAME_OR_ID = {"expected": 'a name or an ID, as a text or an object such as {"id": "Y6nRLr"}'}


def check_arguments(arguments: dict[str, Any], documented: Any) -> dict[str, Any]:
    """Return the arguments that are not blank. `documented`: their TypedDict. Raises InvalidInput."""
    filled = {name: value for name, value in arguments.items() if not is_empty(value)}
    validate(filled, validator_of(documented))
    return filled


def is_empty(value: Any) -> bool:
    """Return whether an argument is as good as left out; an empty object is, too: Windmill's form sends it."""
    return is_blank(value) or value == {}


def validator_of(documented: Any, **keywords: Any) -> Any:
    """Return the validator of a TypedDict. `keywords`: our own of JSON Schema."""
    known = {**Draft202012Validator.VALIDATORS, **keywords}
    validator = create(Draft202012Validator.META_SCHEMA, known)
    return validator(schema_of(documented), format_checker=format_checker())


def format_checker() -> FormatChecker:
    """Return the checks of the formats that the types have."""
    checker = FormatChecker(formats=())
    checker.checks("account")(is_account)
    checker.checks("date-time", raises=ValueError)(is_date_time)
    return checker


def invalid(argument: str, expected: str, actual: Any) -> InvalidInput:
    """Return the error for one argument."""
    return InvalidInput([argument_fault((argument,), expected, actual)])


def argument_fault(path: tuple[Any, ...], expected: str, actual: Any) -> dict[str, str]:
    """Return the fault of an argument, or of an item of one."""
    return fault(path, expected, "missing" if is_empty(actual) else describe_value(actual))


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
    raise invalid(argument, NAME_OR_ID["expected"], value)


@contextmanager
def report_by_argument(places: dict[str, str]) -> Iterator[None]:
    """Report the faults of a body by the arguments that it is made of.

    Args:
        places: The beginning of a pointer in the body -> what stands for it, such as "/time".
    """
    try:
        yield
    except InvalidInput as error:
        faults = [{**each, "pointer": rename(each["pointer"], places)} for each in error.faults]
        raise InvalidInput(faults, error.count) from None


def rename(pointer: str, places: dict[str, str]) -> str:
    """Return a pointer with its longest beginning that is in `places` replaced."""
    known = [place for place in places if re.match(rf"{re.escape(place)}(/|$)", pointer)]
    longest = max(known, key=len, default="")
    return places.get(longest, "") + pointer.removeprefix(longest)


# ---- workbench/codegen/parts/validation.py ---------------------------------------------------------------------------
# Checks the arguments of `main` against their schema before anything is sent.


def validate(arguments: dict[str, Any], validator: Any) -> dict[str, bytes]:
    """Return each argument as JSON. Raises InvalidInput unless they match the validator's schema and are JSON."""
    optional = arguments.keys() - validator.schema["required"]
    arguments = {
        name: value
        for name, value in arguments.items()
        if value is not None and not (name in optional and is_blank(value))
    }
    encoded = {name: encode(name, value) for name, value in arguments.items()}
    try:
        errors = list(islice(validator.iter_errors(arguments), MAX_COUNTED))
    except RecursionError:
        raise InvalidInput([fault((), "arguments with fewer levels", "nested so deeply")]) from None
    if errors:
        raise InvalidInput(list(map(describe, errors[:MAX_FAULTS])), len(errors))
    return encoded


def encode(name: str, value: Any) -> bytes:
    """Return an argument as JSON. Raises InvalidInput for what JSON does not have."""
    try:
        return json.dumps(value, **COMPACT).encode()
    except RecursionError:
        expected, actual = "fewer levels", "nested so deeply"
    except (TypeError, ValueError):  # a Decimal, NaN, half a surrogate pair, a number of 5,000 digits
        expected, actual = "text, finite numbers, true, false, null, lists and objects of these", "other values"
    raise InvalidInput([fault((name,), expected, actual)])


# ---- workbench/codegen/parts/arguments.py ----------------------------------------------------------------------------
# The arguments of `main`: which of them are left out, and how they come from a shell.


def is_blank(value: Any) -> bool:
    """Return whether an argument is as good as left out: null, a text of nothing but spaces, an empty list."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def read_arguments(main: Callable[..., Any]) -> dict[str, Any]:
    """Return the arguments on stdin; null for those that are missing, as in Windmill. Exits if there are none."""
    names = list(inspect.signature(main).parameters)
    try:
        arguments = json.load(sys.stdin.buffer)
    except (ValueError, RecursionError):
        arguments = None
    if not isinstance(arguments, dict):
        sys.exit(f"Standard input must be a JSON object with the arguments {', '.join(names)}.")
    for name in arguments.keys() - names:
        similar = "".join(f" Did you mean {match}?" for match in get_close_matches(name, names, 1))
        sys.exit(f"There is no argument {name}.{similar} The arguments are {', '.join(names)}.")
    return dict.fromkeys(names) | arguments


# ---- workbench/codegen/parts/words.py --------------------------------------------------------------------------------
# Says in words what a schema asks for, and what is there instead.


TYPES = {"string": "a text", "integer": "a whole number", "number": "a number", "boolean": "true or false"}
TYPES |= {"null": "null", "array": "a list", "object": "an object"}
FORMATS_IN_WORDS = {"date-time": "a time such as 2026-10-15T09:30:00Z", "date": "a date such as 2026-10-15"}
FORMATS_IN_WORDS |= {"account": "a resource with either apiKey, a private API key, or token, an access token"}
LIMITS = {"maximum": "at most {}", "minimum": "at least {}"}
LIMITS |= {"maxItems": "at most {:,} items", "minItems": "at least {:,} item"}
LIMITS |= {"maxLength": "at most {:,} characters", "minLength": "at least {:,} character"}
LIMITS |= {"maxProperties": "at most {:,} properties"}


def describe(error: Any) -> dict[str, str]:
    """Return the fault of an error of jsonschema."""
    path, schema, value = list(error.absolute_path), error.schema, error.instance
    if path == ["auth"]:  # what is there may be a key, and is not shown
        return fault(path, describe_schema(schema), describe_account(value))
    if error.validator == "required":
        name = error.message.removesuffix(" is a required property").strip("'")
        return fault([*path, name], describe_schema(schema["properties"][name]), "missing")
    if error.validator in LIMITS:
        return fault(path, LIMITS[error.validator].format(error.validator_value), describe_size(value))
    if error.validator == "oneOf" and error.message:
        return fault(path, error.message, describe_value(value))
    return fault(path, describe_schema(schema, value), describe_value(value))


def describe_schema(schema: Any, value: Any = None) -> str:
    """Return what a schema asks for; of an enum, what is most similar to the value comes first."""
    types = schema.get("type", [])
    or_null = " or null" if "null" in types and types != "null" else ""
    if "expected" in schema:
        return f"{schema['expected']}{or_null}"
    if "format" in schema:
        return FORMATS_IN_WORDS[schema["format"]] + or_null
    if "enum" in schema:
        return describe_choices(schema["enum"], value)
    if "oneOf" in schema:
        return " or ".join(dict.fromkeys(describe_schema(member) for member in schema["oneOf"]))
    if "id" in schema.get("properties", ()):
        return f"an object with {describe_schema(schema['properties']['id'])}"
    return " or ".join(TYPES[name] for name in ([types] if isinstance(types, str) else types)) or "a value"


def describe_choices(choices: list[Any], value: Any) -> str:
    """Return the values that there are, at most ten of them, the most similar first."""
    if value is not None:
        text = str(value)[:100]
        similarity = {choice: SequenceMatcher(None, str(choice), text).ratio() for choice in choices}
        choices = sorted(choices, key=lambda choice: (choice is None, -similarity[choice]))
    names = list(map(describe_value, choices))
    if len(names) > 10:
        return f"one of {', '.join(names[:10])} and {len(names) - 10} more"
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def describe_value(value: Any) -> str:
    """Return what a value of JSON is."""
    if isinstance(value, str):
        text = value if len(value) <= 60 else f"{value[:40]}…"
        return f"'{text}'" if value.strip() else "blank"
    if isinstance(value, dict):
        names = [f"{str(name)[:20]}" for name in list(value)[:3]]
        return f"an object with {', '.join(names)}{', …' * (len(value) > 3)}" if value else "an empty object"
    if isinstance(value, list):
        return f"a list of {len(value):,}" if value else "an empty list"
    texts = {None: "null", True: "true", False: "false"}
    return texts[value] if value is None or isinstance(value, bool) else str(value)


def describe_size(value: Any) -> str:
    """Return a number, or how long a text, a list or an object is."""
    units: Any = {str: "characters", list: "items", dict: "properties"}
    return f"{len(value):,} {units[type(value)]}" if type(value) in units else str(value)


def describe_account(auth: Any) -> str:
    """Return which fields of the account are filled in; never what is in them."""
    if not isinstance(auth, dict):
        return "null" if auth is None else "a text" if isinstance(auth, str) else "another value"
    names = [name for name in ("apiKey", "token") if auth.get(name)]
    if len(names) == 1:
        return f"{names[0]} with spaces or other special characters"
    return "both" if names else "an object without them"


# ---- workbench/codegen/parts/errors.py -------------------------------------------------------------------------------
# The two exceptions that leave `main`.


class InvalidInput(ValueError):
    """The arguments are invalid; nothing was sent.

    `faults`: the first of them, each with `pointer` (of JSON), `expected` and `actual` in words. `count`: of all.
    """

    def __init__(self, faults: list[dict[str, str]], count: int = 0) -> None:
        self.faults, self.count = faults[:MAX_FAULTS], max(count, len(faults))
        more = " or more" if self.count >= MAX_COUNTED else ""
        lines = [f"Request not sent. Faults in the arguments: {self.count:,}{more}", *map(sentence, self.faults)]
        super().__init__("\n".join(lines))


class KlaviyoError(Exception):
    """Klaviyo refused the request or gave no usable response. Unless `status` is a 4xx, a write may have been made.

    `status`: of the response, None if there was none. `errors`: Klaviyo's error objects. `retry_after`: in seconds.
    """

    def __init__(self, text: str, status: int | None = None, errors: Any = (), retry_after: int | None = None) -> None:
        super().__init__(text[:2000])
        self.status, self.retry_after = status, retry_after
        self.errors = [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []


def fault(path: Any, expected: str, actual: str) -> dict[str, str]:
    """Return a fault as data. `path`: names and indexes that lead to the place, from the arguments on."""
    pointer = "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in path)  # RFC 6901
    return {"pointer": pointer[:500], "expected": expected[:300], "actual": actual[:100]}


def sentence(fault: dict[str, str]) -> str:
    """Return a fault in words, such as /id: an ID, not blank."""
    contrast = "but it is missing" if fault["actual"] == "missing" else f"not {fault['actual']}"
    return "{pointer}: {expected}, ".format(**fault) + contrast


# ---- workbench/codegen/parts/schema.py -------------------------------------------------------------------------------
# Makes the JSON Schema of a body from its documented types.


def schema_of(annotation: Any) -> Any:
    """Return the JSON Schema of a type. A dict in Annotated adds keywords."""
    if isinstance(annotation, ForwardRef):
        annotation = annotation.__forward_arg__
    if isinstance(annotation, str):  # written in quotes; typing.get_type_hints would take far longer
        return schema_of(eval(annotation))
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if typing.is_typeddict(annotation):
        return schema_of_object(annotation)
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


@functools.cache
def schema_of_object(typed_dict: Any) -> Any:
    """Return the JSON Schema of a TypedDict, the same one wherever the type is used."""
    properties = {name: schema_of(annotation) for name, annotation in typed_dict.__annotations__.items()}
    required = [name for name in typed_dict.__required_keys__ if not is_in_quotes(typed_dict.__annotations__[name])]
    return {"type": "object", "properties": properties, "required": sorted(required)}


def is_in_quotes(annotation: Any) -> bool:
    """Return whether NotRequired is in quotes, as all annotations are that Python does not evaluate."""
    return isinstance(annotation, ForwardRef) and annotation.__forward_arg__.startswith("NotRequired[")


# ---- workbench/codegen/parts/cursor.py -------------------------------------------------------------------------------
# The cursor of a page.


def parse_cursor(cursor_or_link: str | None, name: str) -> str | None:
    """Return the cursor, which may also be given as the complete `links.next` of the previous page."""
    return parse_qs((cursor_or_link or "").partition("?")[2]).get(name, [cursor_or_link])[0]


# ---- workbench/codegen/parts/constants.py ----------------------------------------------------------------------------
# What several parts refer to. `expected` says in words what a pattern stands for.


TIMEOUT = (10, 60)  # seconds to connect, seconds to wait for data
MAX_WAIT = 60  # seconds; a longer Retry-After fails at once
MAX_ATTEMPTS = 7
MAX_RESPONSE_BYTES = 256_000_000
MAX_FAULTS = 20  # that are reported
MAX_COUNTED = 1000  # faults
COMPACT: Any = {"ensure_ascii": False, "allow_nan": False, "separators": (",", ":")}  # for json.dumps
FORMATS = FormatChecker(formats=())
JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null", dict: "object"}
ID = {"pattern": r"\S", "expected": "an ID"}
EMAIL = {"format": "email", "pattern": r"^[^@\s]+@[^@\s]+\Z", "expected": "an email address such as ada@example.com"}
PHONE_NUMBER = {"pattern": r"^\+[1-9][0-9]{1,14}\Z", "expected": "a number in E.164 format such as +12025550142"}


# ---- workbench/everyday/people.py ------------------------------------------------------------------------------------
# People: by what they are found, and a profile as a flat object


PAGE = 100  # profiles


class Person(NamedTuple):
    """Somebody in a list of people: the text, and the field that it is a value of."""

    text: str
    field: str


def read_people(people: list[str]) -> list[Person]:
    """Return who is meant: a text with @ is an email address, one with + at its start a phone number, others are IDs.

    Raises InvalidInput for what is none of these, and for somebody who is named twice.
    """
    persons: list[Person] = []
    faults = []
    for position, text in enumerate(people):
        person = Person(text.strip(), field_of(text.strip()))
        if not re.search(PATTERNS[person.field], person.text):
            expected = "an email address, a phone number or the ID of a profile"
            faults.append(argument_fault(("people", position), expected, text))
        elif person in persons:
            faults.append(argument_fault(("people", position), "somebody who is not named above", text))
        persons.append(person)
    if faults:
        raise InvalidInput(faults)
    return persons


PATTERNS = {"email": str(EMAIL["pattern"]), "phone_number": str(PHONE_NUMBER["pattern"]), "id": r"^\w+\Z"}


def field_of(text: str) -> str:
    if "@" in text:
        return "email"
    return "phone_number" if text.startswith("+") else "id"


def find_people(auth: klaviyo, persons: list[Person]) -> dict[Person, Any]:
    """Return the profiles of those who have one."""
    profiles: dict[Person, Any] = {}
    for field in ("email", "phone_number", "id"):
        asked = [person for person in persons if person.field == field]
        for start in range(0, len(asked), PAGE // 2):  # an address may be looked up in two spellings
            some = asked[start : start + PAGE // 2]
            spellings = dict.fromkeys(text for person in some for text in (person.text, lower(person)))
            query = {
                "filter": any_of(field, [*spellings]),
                "fields[profile]": ["email", "phone_number"],
                "page[size]": PAGE,
            }
            pages = read_pages(auth, "/api/profiles", query, PAGE)
            found = {key(resource, field): resource for page in pages for resource in page["data"]}
            profiles |= {person: found[lower(person)] for person in some if lower(person) in found}
    return profiles


def lower(person: Person) -> str:
    return person.text.lower() if person.field == "email" else person.text


def key(resource: Any, field: str) -> str:
    """Return the value of a profile's field, as `lower` spells it."""
    value = resource["id"] if field == "id" else resource["attributes"].get(field) or ""
    return value.lower() if field == "email" else str(value)


def refuse_unknown(persons: list[Person], profiles: dict[Person, Any], expected: str) -> None:
    """Raise InvalidInput if somebody has no profile."""
    faults = [
        argument_fault(("people", position), expected, person.text)
        for position, person in enumerate(persons)
        if person not in profiles
    ]
    if faults:
        raise InvalidInput(faults)


# ---- workbench/codegen/parts/request.py ------------------------------------------------------------------------------
# Sends the request and decodes the response.


FAILURES: dict[type[Exception], str] = {
    requests.exceptions.ConnectTimeout: f"no connection within {TIMEOUT[0]} s",
    requests.exceptions.ReadTimeout: f"nothing received for {TIMEOUT[1]} s",
    requests.exceptions.SSLError: "the connection is not secure (TLS)",
    requests.exceptions.ProxyError: "the proxy refused the connection",
    requests.exceptions.ContentDecodingError: "it cannot be decompressed",
}


def query_params(parameters: dict[str, Any]) -> dict[str, Any]:
    """Leave out blank parameters and join lists with commas, as Klaviyo expects them."""
    filled = {name: value for name, value in parameters.items() if not is_blank(value)}
    return {name: ",".join(value) if isinstance(value, list) else value for name, value in filled.items()}


def send(method: str, url: str, is_read: bool, **request: Any) -> dict[str, Any] | None:
    """Send the request and return the JSON of Klaviyo's response, None if it is empty. Raises KlaviyoError.

    After a 429, it is sent again: Klaviyo has not processed it. A read is also sent again after a 5xx, half a response
    or none; a write is not, because Klaviyo may have made it.
    """
    for attempt in range(MAX_ATTEMPTS):
        try:
            # The auth function keeps requests from replacing the Authorization header by an entry of ~/.netrc.
            with requests.request(
                method, url, timeout=TIMEOUT, allow_redirects=False, stream=True, auth=lambda r: r, **request
            ) as response:
                return decode(response, is_read)
        except KlaviyoError as error:
            failure = error
        except json.JSONDecodeError as error:
            failure = KlaviyoError(f"incomplete response: {error.doc or 'empty'}")
        except (OSError, ValueError) as error:
            reason = FAILURES.get(type(error), "the connection failed or broke off")
            failure = KlaviyoError(f"no response: {reason}")
        wait = max(2**attempt, failure.retry_after or 0)
        if not can_retry(failure.status, is_read) or wait > MAX_WAIT:
            break
        print(f"{str(failure)[:80]}: retrying in {wait} s", file=sys.stderr)
        time.sleep(wait)
    raise failure  # outside `except`, which would chain `error`, and with it the request and the key


def can_retry(status: int | None, is_read: bool) -> bool:
    """Return whether another attempt does no harm and may succeed."""
    return status == 429 or (is_read and (status is None or status >= 500))


def decode(response: requests.Response, is_read: bool) -> dict[str, Any] | None:
    """Return the JSON of a response, None if it is empty. Raises KlaviyoError, JSONDecodeError for half of a read."""
    text = read_text(response)
    is_success = 200 <= response.status_code < 300
    must_be_json = is_success and is_read
    content: dict[str, Any] | None = None
    try:
        content = json.loads(text) if text or must_be_json else None
        if is_success:
            return content
    except json.JSONDecodeError:  # an error page, perhaps of a proxy, or a response that broke off
        if must_be_json:
            raise
    except (ValueError, RecursionError):  # a number with 5,000 digits, a hundred thousand levels
        pass
    errors = content.get("errors") if isinstance(content, dict) else None
    wait = parse_retry_after(response.headers.get("Retry-After"))
    raise KlaviyoError(f"{response.status_code} {text}", response.status_code, errors, wait)


def read_text(response: requests.Response) -> str:
    """Return the text of a response, without the key if Klaviyo repeats it. Raises KlaviyoError if it is too large."""
    content = bytearray()
    for chunk in response.iter_content(65536):
        content += chunk
        if len(content) > MAX_RESPONSE_BYTES:
            raise KlaviyoError(f"{response.status_code}, more than {MAX_RESPONSE_BYTES:,} bytes", response.status_code)
    text = content.decode("utf-8-sig", errors="replace")
    _, _, key = response.request.headers.get("Authorization", "").partition(" ")
    return text.replace(key, "***") if key else text


def parse_retry_after(header: str | None) -> int | None:
    """Return how many seconds to wait, which may be given as a number or as a date; None if it is neither."""
    try:
        seconds = float(header or "")
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(header or "") - datetime.now(UTC)).total_seconds()
        except (ValueError, TypeError):
            return None
    return math.ceil(min(max(seconds, 0), 999_999_999)) if not math.isnan(seconds) else None


# ---- workbench/codegen/parts/account.py ------------------------------------------------------------------------------
# The account that a request is for: a resource with an API key or an access token.


SCHEMES = {"apiKey": "Klaviyo-API-Key", "token": "Bearer"}


def authorizations(auth: Any) -> list[str]:
    """Return the Authorization header for each field of the account that is filled in."""
    fields = auth if isinstance(auth, dict) else {}
    secrets = {scheme: fields.get(name) for name, scheme in SCHEMES.items()}
    return [f"{scheme} {secret}" for scheme, secret in secrets.items() if isinstance(secret, str) and secret.strip()]


@FORMATS.checks("account")
def is_account(auth: Any) -> bool:
    """Return whether exactly one field is filled in, with characters that a header can carry."""
    headers = authorizations(auth)
    return len(headers) == 1 and bool(re.fullmatch("[!-~]+ [!-~]+", headers[0]))


def authorization(auth: Any) -> str:
    """Return the Authorization header of a valid account."""
    return authorizations(auth)[0]


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


if __name__ == "__main__":
    run_by_hand(main)
