# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Save Profile: create or update a person

Creates the profile, or updates the one with one of the identifiers, in one call; `status` in the answer says which.
What is left empty stays as it is. Custom properties are merged into those that are there. A profile is not a consent:
use subscribe for that. For many people, use import_profiles.

Scopes: profiles:write.
"""

# Lines 18-143: this program, workbench/everyday/save_profile.py in the repository.
# Lines 146-597: definitions shared with other programs; each section names its module.
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
from typing import Annotated, Any, Literal, NotRequired, TypedDict

import requests
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import create

ATTRIBUTES = ("first_name", "last_name", "organization", "title", "locale", "image", "location", "properties")


def main(
    auth: klaviyo,
    email: str | None = None,
    phone_number: str | None = None,
    external_id: str | None = None,
    profile_id: str | None = None,
    first_name: str | None = None,
    last_name: str | None = None,
    organization: str | None = None,
    title: str | None = None,
    locale: str | None = None,
    image: str | None = None,
    location: dict[str, Any] | None = None,
    properties: dict[str, Any] | None = None,
) -> SavedProfile:
    """Return the profile as it is now, with its subscriptions, and whether it was created or updated.

    Args:
        auth: Klaviyo resource with a private API key.
        email: Email address of the person; identifies the profile.
        phone_number: Phone number in E.164 format; identifies the profile.
        external_id: ID of the person in your own system; identifies the profile.
        profile_id: ID of a profile in Klaviyo; identifies the profile.
        first_name: First name of the person.
        last_name: Last name of the person.
        organization: Company or organization of the person.
        title: Job title of the person.
        locale: Language and region, such as en-US.
        image: URL of a picture of the person.
        location: Address and time zone of the person.
        properties: Custom properties, such as {"plan": "gold"}.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    arguments = check_arguments(
        {
            "auth": auth,
            "email": email,
            "phone_number": phone_number,
            "external_id": external_id,
            "profile_id": profile_id,
            "first_name": first_name,
            "last_name": last_name,
            "organization": organization,
            "title": title,
            "locale": locale,
            "image": image,
            "location": without_blanks(location),
            "properties": properties,
        },
        Arguments,
    )
    statuses: list[int] = []
    with report_by_argument({"/body/data/attributes": "", "/body/data/id": "/profile_id"}):
        answer = create_or_update_profile(
            auth,
            body_of(arguments),
            params={"additional-fields[profile]": "subscriptions"},
            hooks={"response": lambda response, **_: statuses.append(response.status_code)},
        )
    return SavedProfile(status="created" if statuses[-1] == 201 else "updated", **flat_profile(answer["data"]))


def body_of(arguments: dict[str, Any]) -> CreateOrUpdateProfileBody:
    identifiers = identifiers_in(arguments)
    attributes: Any = {name: value for name, value in identifiers.items() if name != "id"}
    attributes |= {name: arguments[name] for name in ATTRIBUTES if name in arguments}
    body: CreateOrUpdateProfileBody = {"data": {"type": "profile", "attributes": attributes}}
    if "id" in identifiers:
        body["data"]["id"] = identifiers["id"]
    return body


def without_blanks(location: Any) -> Any:
    """Return the fields that are filled in: Windmill's form sends the others, too."""
    if not isinstance(location, dict):
        return location
    return {name: value for name, value in location.items() if not is_empty(value)}


class Address(TypedDict, total=False):
    address1: str
    address2: str
    city: str
    region: str
    zip: str
    country: str
    timezone: str


class Arguments(TypedDict):
    auth: klaviyo
    email: NotRequired[Annotated[str, EMAIL]]
    phone_number: NotRequired[Annotated[str, PHONE_NUMBER]]
    external_id: NotRequired[Annotated[str, NOT_BLANK]]
    profile_id: NotRequired[Annotated[str, NOT_BLANK]]
    first_name: NotRequired[str]
    last_name: NotRequired[str]
    organization: NotRequired[str]
    title: NotRequired[str]
    locale: NotRequired[str]
    image: NotRequired[str]
    location: NotRequired[Address]
    properties: NotRequired[dict[str, Any]]


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


class Location(TypedDict, total=False):
    address1: str | None
    address2: str | None
    city: str | None
    country: str | None
    latitude: str | float | None
    longitude: str | float | None
    region: str | None
    zip: str | None
    timezone: str | None
    ip: str | None


class ProfileMeta(TypedDict, total=False):
    patch_properties: "PatchProperties | None"
    patch_identifiers: "PatchIdentifiers | None"


class PatchProperties(TypedDict, total=False):
    append: dict[str, Any] | None
    unappend: dict[str, Any] | None
    unset: str | list[str] | None


class PatchIdentifiers(TypedDict, total=False):
    append: dict[str, Any]
    unappend: dict[str, Any]


def create_or_update_profile(auth: klaviyo, body: "CreateOrUpdateProfileBody", **request: Any) -> Any:
    """POST /api/profile-import, as in profiles/create_or_update_profile.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(CreateOrUpdateProfileBody))["body"]
    if len(payload) > 100_000:
        raise InvalidInput([(("body",), "at most 100,000 bytes", len(payload))])
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send("POST", f"{API}/api/profile-import", {429}, headers=headers, data=payload, **request)


class CreateOrUpdateProfileBody(TypedDict):
    data: "CreateOrUpdateProfileProfile"


class CreateOrUpdateProfileProfile(TypedDict):
    type: Literal["profile"]
    attributes: "CreateOrUpdateProfileProfileAttributes"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    meta: NotRequired["ProfileMeta | None"]


class CreateOrUpdateProfileProfileAttributes(TypedDict, total=False):
    email: "Annotated[str | None, EMAIL]"
    phone_number: "Annotated[str | None, PHONE_NUMBER]"
    external_id: str | None
    _kx: str | None
    first_name: str | None
    last_name: str | None
    organization: str | None
    locale: str | None
    title: str | None
    image: str | None
    location: "Location | None"
    properties: dict[str, Any] | None


# ---- workbench/everyday/people.py ------------------------------------------------------------------------------------
# People: by what they are found, and a profile as a flat object


FIELDS = {"email": "email", "phone_number": "phone_number", "external_id": "external_id", "profile_id": "id"}


class FlatProfile(TypedDict):
    """A profile. Permissions say whether a marketing message can be sent now; consents are null if there is none."""

    id: str
    email: str | None
    phone_number: str | None
    external_id: str | None
    first_name: str | None
    last_name: str | None
    organization: str | None
    title: str | None
    locale: str | None
    image: str | None
    address1: str | None
    address2: str | None
    city: str | None
    region: str | None
    zip: str | None
    country: str | None
    timezone: str | None
    created: str | None
    updated: str | None
    last_event_date: str | None
    email_permission: bool
    email_consent: str | None
    email_consented_at: str | None
    email_suppression: str | None
    sms_permission: bool
    sms_consent: str | None
    sms_consented_at: str | None
    whatsapp_permission: bool
    whatsapp_consent: str | None
    push_permission: bool
    properties: dict[str, Any]


class SavedProfile(FlatProfile):
    """`status`: created or updated."""

    status: str


def identifiers_in(arguments: dict[str, Any]) -> dict[str, str]:
    """Return Klaviyo's field -> value of the arguments that identify a person. Raises InvalidInput if there is none."""
    identifiers = {field: arguments[name] for name, field in FIELDS.items() if name in arguments}
    if not identifiers:
        raise invalid("email", "at least one of email, phone_number, external_id and profile_id", None)
    return identifiers


def flat_profile(resource: Any) -> FlatProfile:
    """Return a profile as a flat object."""
    attributes = resource["attributes"]
    location = attributes.get("location") or {}
    subscriptions = attributes.get("subscriptions") or {}
    email = marketing_of(subscriptions, "email")
    sms = marketing_of(subscriptions, "sms")
    whatsapp = marketing_of(subscriptions, "whatsapp")
    push = marketing_of(subscriptions, "mobile_push")
    return FlatProfile(
        id=resource["id"],
        email=attributes.get("email"),
        phone_number=attributes.get("phone_number"),
        external_id=attributes.get("external_id"),
        first_name=attributes.get("first_name"),
        last_name=attributes.get("last_name"),
        organization=attributes.get("organization"),
        title=attributes.get("title"),
        locale=attributes.get("locale"),
        image=attributes.get("image"),
        address1=location.get("address1"),
        address2=location.get("address2"),
        city=location.get("city"),
        region=location.get("region"),
        zip=location.get("zip"),
        country=location.get("country"),
        timezone=location.get("timezone"),
        created=attributes.get("created"),
        updated=attributes.get("updated"),
        last_event_date=attributes.get("last_event_date"),
        email_permission=bool(email.get("can_receive_email_marketing")),
        email_consent=email.get("consent"),
        email_consented_at=email.get("consent_timestamp"),
        email_suppression=", ".join(entry["reason"] for entry in email.get("suppression") or []) or None,
        sms_permission=bool(sms.get("can_receive_sms_marketing")),
        sms_consent=sms.get("consent"),
        sms_consented_at=sms.get("consent_timestamp"),
        whatsapp_permission=bool(whatsapp.get("can_receive")),
        whatsapp_consent=whatsapp.get("consent"),
        push_permission=bool(push.get("can_receive_push_marketing")),
        properties=attributes.get("properties") or {},
    )


def marketing_of(subscriptions: dict[str, Any], channel: str) -> dict[str, Any]:
    return (subscriptions.get(channel) or {}).get("marketing") or {}


# ---- workbench/everyday/arguments.py ---------------------------------------------------------------------------------
# Arguments: checked before anything is sent


NOT_BLANK = {"pattern": r"\S"}


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


# ---- workbench/codegen/parts/request.py ------------------------------------------------------------------------------
# Sends the request and decodes the response.


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


# ---- workbench/codegen/parts/constants.py ----------------------------------------------------------------------------
# What several parts refer to.


TIMEOUT = (10, 60)  # seconds to connect, seconds to wait for data
MAX_WAIT = 60  # seconds; a longer Retry-After fails at once
COMPACT: Any = {"ensure_ascii": False, "allow_nan": False, "separators": (",", ":")}  # for json.dumps
BLANK: Any = (None, "", [])  # an optional argument that is any of these is omitted
FORMATS = FormatChecker(formats=())
JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null", dict: "object"}
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


if __name__ == "__main__":
    run_by_hand(main)
