# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Forget Person: delete a person's data

Requests the deletion of all profiles with this email address, phone number or ID, as privacy laws demand it. **It
cannot be undone.** Therefore the identifier has to be entered twice. Klaviyo sends no confirmation.

Scopes: data-privacy:write.
"""

# Lines 17-98: this program, workbench/everyday/forget_person.py in the repository.
# Lines 101-467: definitions shared with other programs; each section names its module.
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

IDENTIFYING = ("email", "phone_number", "profile_id")


def main(
    auth: klaviyo, email: str | None, phone_number: str | None, profile_id: str | None, confirm: str
) -> ForgottenPerson:
    """Return who is deleted. Exactly one identifier is needed, and `confirm`.

    Args:
        auth: Klaviyo resource with a private API key.
        email: Email address of the person.
        phone_number: Phone number of the person, in E.164 format.
        profile_id: ID of the person's profile in Klaviyo.
        confirm: The same identifier again.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    arguments = check_arguments(
        {
            "auth": auth,
            "email": email,
            "phone_number": phone_number,
            "profile_id": profile_id,
            "confirm": confirm,
        },
        Arguments,
    )
    name, value = only_identifier(arguments, IDENTIFYING)
    if value != confirm:
        raise invalid("confirm", f"the {name} again, {value}", confirm)
    profile: RequestProfileDeletionProfile = {"type": "profile", "attributes": {}}
    if name == "profile_id":
        profile["id"] = value
    elif name == "email":
        profile["attributes"]["email"] = value
    else:
        profile["attributes"]["phone_number"] = value
    body: RequestProfileDeletionBody = {
        "data": {"type": "data-privacy-deletion-job", "attributes": {"profile": {"data": profile}}}
    }
    with report_by_argument({"/body/data/attributes/profile/data/attributes": ""}):
        request_profile_deletion(auth, body)
    return ForgottenPerson(
        email=arguments.get("email"),
        phone_number=arguments.get("phone_number"),
        profile_id=arguments.get("profile_id"),
        status="deletion requested",
    )


class Arguments(TypedDict):
    auth: klaviyo
    email: NotRequired[Annotated[str, EMAIL]]
    phone_number: NotRequired[Annotated[str, PHONE_NUMBER]]
    profile_id: NotRequired[Annotated[str, NOT_BLANK]]
    confirm: Annotated[str, NOT_BLANK]


class ForgottenPerson(TypedDict):
    email: str | None
    phone_number: str | None
    profile_id: str | None
    status: str


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


def request_profile_deletion(auth: klaviyo, body: "RequestProfileDeletionBody", **request: Any) -> Any:
    """POST /api/data-privacy-deletion-jobs, as in data_privacy/request_profile_deletion.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(RequestProfileDeletionBody))["body"]
    if faults := [*find_identifier_faults(body, "data/attributes/profile/data")]:
        raise InvalidInput(faults)
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send("POST", f"{API}/api/data-privacy-deletion-jobs", {429}, headers=headers, data=payload, **request)


class RequestProfileDeletionBody(TypedDict):
    data: "DataPrivacyDeletionJob"


class DataPrivacyDeletionJob(TypedDict):
    type: Literal["data-privacy-deletion-job"]
    attributes: "DataPrivacyDeletionJobAttributes"


class RequestProfileDeletionProfile(TypedDict):
    type: Literal["profile"]
    attributes: "RequestProfileDeletionProfileAttributes"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]


class RequestProfileDeletionProfileAttributes(TypedDict, total=False):
    email: "Annotated[str | None, EMAIL]"
    phone_number: "Annotated[str | None, PHONE_NUMBER]"


DataPrivacyDeletionJobAttributes = TypedDict(
    "DataPrivacyDeletionJobAttributes", {"profile": "RequestProfileDeletionProfileData"}
)
RequestProfileDeletionProfileData = TypedDict(
    "RequestProfileDeletionProfileData", {"data": "RequestProfileDeletionProfile"}
)


# ---- workbench/everyday/people.py ------------------------------------------------------------------------------------
# People: by what they are found, and a profile as a flat object


FIELDS = {"email": "email", "phone_number": "phone_number", "external_id": "external_id", "profile_id": "id"}


def only_identifier(arguments: dict[str, Any], names: tuple[str, ...] = tuple(FIELDS)) -> tuple[str, str]:
    """Return the argument that identifies a person, as name and value. Raises InvalidInput unless it is one."""
    filled = [name for name in names if name in arguments]
    if len(filled) != 1:
        expected = f"exactly one of {', '.join(names[:-1])} and {names[-1]}"
        raise invalid(names[0], expected, ", ".join(filled))
    return filled[0], arguments[filled[0]]


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


def identifiers_of(profile: Any) -> list[tuple[str, Any]]:
    """Return the identifiers of a profile, each as name and value."""
    values = {**profile.get("attributes", {}), "id": profile.get("id")}
    return [(name, values[name]) for name in IDENTIFIERS if values.get(name)]


def find_identifier_faults(body: Any, profile: str) -> "Iterator[Fault]":
    for place, value in select(body, profile):
        names = [name for name, _ in identifiers_of(value)]
        if len(names) != 1:
            yield place, "exactly one identifier", names


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


Fault = tuple[tuple[Any, ...], str, Any]  # path, what is expected there, what is there
TIMEOUT = (10, 60)  # seconds to connect, seconds to wait for data
MAX_WAIT = 60  # seconds; a longer Retry-After fails at once
COMPACT: Any = {"ensure_ascii": False, "allow_nan": False, "separators": (",", ":")}  # for json.dumps
BLANK: Any = (None, "", [])  # an optional argument that is any of these is omitted
FORMATS = FormatChecker(formats=())
JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null", dict: "object"}
EMAIL = {"format": "email", "pattern": r"^[^@\s]+@[^@\s]+(?!\n)$", "examples": ["ada@example.com"]}
PHONE_NUMBER = {"pattern": r"^\+[1-9][0-9]{1,14}(?!\n)$", "examples": ["+12025550142"]}  # $ alone allows a final \n
IDENTIFIERS = ("id", "email", "phone_number", "external_id", "anonymous_id", "_kx")  # of a profile


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
