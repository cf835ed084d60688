# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Suppress: stop marketing emails to people

Suppressed people get no marketing emails, whatever they have consented to. Consents stay as they are; unsuppress
lifts it. For many people, use import_subscriptions.

Klaviyo does it in a job, which takes some seconds; the answer has its ID.

Scopes: profiles:write, subscriptions:write.
"""

# Lines 19-60: this program, workbench/everyday/suppress.py in the repository.
# Lines 63-378: definitions shared with other programs; each section names its module.
# The modules are in workbench/codegen/parts and workbench/everyday: edit them, and generate this file.

from __future__ import annotations

import inspect
import json
import re
import reprlib
import sys
import time
import typing
from datetime import UTC, datetime
from difflib import SequenceMatcher, get_close_matches
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, TypedDict

import requests
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import create


def main(auth: klaviyo, emails: list[str]) -> Suppression:
    """Return the job that Klaviyo has started.

    Args:
        auth: Klaviyo resource with a private API key.
        emails: Email addresses of the people who get no marketing emails any more.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    check_arguments({"auth": auth, "emails": emails}, Arguments)
    body: BulkSuppressProfilesBody = {
        "data": {
            "type": "profile-suppression-bulk-create-job",
            "attributes": {
                "profiles": {"data": [{"type": "profile", "attributes": {"email": email}} for email in emails]}
            },
        }
    }
    return describe_job(bulk_suppress_profiles(auth, body), emails)


class Arguments(TypedDict):
    auth: klaviyo
    emails: Annotated[list[Annotated[str, EMAIL]], {"minItems": 1, "maxItems": 100, "uniqueItems": True}]


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


ListData = TypedDict("ListData", {"data": "ListDataList"}, total=False)
ListDataList = TypedDict("ListDataList", {"type": Literal["list"], "id": Annotated[str, {"pattern": r"\S"}]})


def bulk_suppress_profiles(auth: klaviyo, body: "BulkSuppressProfilesBody", **request: Any) -> Any:
    """POST /api/profile-suppression-bulk-create-jobs, as in profiles/bulk_suppress_profiles.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(BulkSuppressProfilesBody))["body"]
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send(
        "POST", f"{API}/api/profile-suppression-bulk-create-jobs", {429}, headers=headers, data=payload, **request
    )


class BulkSuppressProfilesBody(TypedDict):
    data: "ProfileSuppressionBulkCreateJob"


class ProfileSuppressionBulkCreateJob(TypedDict):
    type: Literal["profile-suppression-bulk-create-job"]
    attributes: "ProfileSuppressionBulkCreateJobAttributes"
    relationships: NotRequired["ProfileSuppressionBulkCreateJobRelationships"]


class BulkSuppressProfilesProfile(TypedDict):
    type: Literal["profile"]
    attributes: "BulkSuppressProfilesProfileAttributes"


class ProfileSuppressionBulkCreateJobRelationships(TypedDict, total=False):
    list: "ListData"
    segment: "SegmentData"


ProfileSuppressionBulkCreateJobAttributes = TypedDict(
    "ProfileSuppressionBulkCreateJobAttributes", {"profiles": "BulkSuppressProfilesProfilesData | None"}, total=False
)
BulkSuppressProfilesProfilesData = TypedDict(
    "BulkSuppressProfilesProfilesData",
    {"data": "Annotated[list[BulkSuppressProfilesProfile], {'maxItems': 100, 'minItems': 1}]"},
)
BulkSuppressProfilesProfileAttributes = TypedDict(
    "BulkSuppressProfilesProfileAttributes", {"email": "Annotated[str, EMAIL]"}
)
SegmentData = TypedDict("SegmentData", {"data": "Segment"}, total=False)
Segment = TypedDict("Segment", {"type": Literal["segment"], "id": Annotated[str, {"pattern": r"\S"}]})


# ---- workbench/everyday/suppressions.py ------------------------------------------------------------------------------
# Suppressions: the answer


class Suppression(TypedDict):
    id: str
    emails: list[str]
    status: str
    created: str | None


def describe_job(answer: Any, emails: list[str]) -> Suppression:
    """Return the job as a flat object."""
    job = answer["data"]
    attributes = job.get("attributes") or {}
    return Suppression(
        id=job["id"],
        emails=emails,
        status=attributes.get("status") or "queued",
        created=attributes.get("created_at"),
    )


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
