# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests", "wmill"]
# ///
"""Set Up Webhook: have Klaviyo call a route of Windmill when something happens

Creates a webhook in Klaviyo for the topics, with a new secret, which is stored as a secret variable of Windmill. The
resource f/klaviyo/webhooks, which receive_webhook reads, gets an entry with this secret and the flow. Webhooks need an
app: `auth` has its access token, as private keys get 403. Each run creates another webhook.

Scopes: webhooks:write.
"""

# Lines 18-101: this program, workbench/triggers/set_up_webhook.py in the repository.
# Lines 104-622: definitions shared with other programs; each section names its module.
# The modules are in workbench/codegen/parts, workbench/everyday, workbench/triggers: edit them, and generate this file.

from __future__ import annotations

import functools
import inspect
import json
import math
import os
import re
import secrets
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
from typing import Annotated, Any, ForwardRef, Literal, NotRequired, TypedDict

import requests
import wmill
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import create

WEBHOOKS = "f/klaviyo/webhooks"
PLACES = {
    "/body/data/attributes/name": "/name",
    "/body/data/attributes/endpoint_url": "/url",
    "/body/data/relationships/webhook-topics/data": "/topics",
}


def main(auth: klaviyo, name: str, url: str, topics: list[str], flow: str) -> WebhookSetUp:
    """Return the webhook, and what the route of Windmill needs.

    Args:
        auth: Klaviyo resource with the access token of an app.
        name: What to call the webhook in Klaviyo.
        url: Address of the route in Windmill; it begins with https.
        topics: What to be told of, such as event:klaviyo.bounced_email. get_webhook_topics lists all topics.
        flow: Path of the flow that gets the events, such as f/sales/klaviyo_events.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    arguments = check_arguments({"auth": auth, "name": name, "url": url, "topics": topics, "flow": flow}, Arguments)
    webhooks = read_entries(WEBHOOKS)
    secret = secrets.token_urlsafe(32)
    body: CreateWebhookBody = {
        "data": {
            "type": "webhook",
            "attributes": {"name": arguments["name"], "endpoint_url": arguments["url"], "secret_key": secret},
            "relationships": {
                "webhook-topics": {"data": [{"type": "webhook-topic", "id": topic} for topic in arguments["topics"]]}
            },
        }
    }
    with report_by_argument(PLACES):
        id_ = create_webhook(auth, body)["data"]["id"]
    variable = f"{WEBHOOKS}_{id_}"
    wmill.set_variable(variable, secret, is_secret=True)
    entry = {"secret": f"$var:{variable}", "flow": arguments["flow"]}
    wmill.set_resource(WEBHOOKS, {**webhooks, id_: entry}, "any")
    return WebhookSetUp(
        id=id_, flow=arguments["flow"], name=arguments["name"], topics=arguments["topics"], secret=variable
    )


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    name: Annotated[str, TEXT]
    url: Annotated[str, {"pattern": "^https://", "expected": "an address that begins with https"}]
    topics: list[Annotated[str, ID]]
    flow: Annotated[
        str, {"pattern": r"^[ufg](/[\w-]+){2,}\Z", "expected": "the path of a flow, such as f/sales/events"}
    ]


class WebhookSetUp(TypedDict):
    id: str
    flow: str
    name: str
    secret: str
    topics: list[str]


# ---- workbench/triggers/workspace.py ---------------------------------------------------------------------------------
# The workspace: variables and resources of Windmill


def read_entries(path: str) -> dict[str, Any]:
    """Return the value of a resource as it is stored, {} if there is none. Raises KlaviyoError."""
    return read_or_none(lambda: wmill.get_resource(path, interpolated=False)) or {}


def read_or_none(read: Callable[[], Any]) -> Any:
    """Return what is read, None if there is no such thing. Raises KlaviyoError outside Windmill or without answer."""
    if "WM_TOKEN" not in os.environ:
        raise KlaviyoError("This script needs Windmill, in which it keeps secrets")
    try:
        return read()
    except Exception as error:  # the client has one kind of error for all
        reason = str(error)
    if ": 404, " in reason:  # as the client writes the status
        return None
    raise KlaviyoError("Windmill does not answer, or does not allow to read variables and resources")


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


# ---- workbench/codegen/parts/request.py ------------------------------------------------------------------------------
# Sends the request and decodes the response.


FAILURES: dict[type[Exception], str] = {
    requests.exceptions.ConnectTimeout: f"no connection within {TIMEOUT[0]} s",
    requests.exceptions.ReadTimeout: f"nothing received for {TIMEOUT[1]} s",
    requests.exceptions.SSLError: "the connection is not secure (TLS)",
    requests.exceptions.ProxyError: "the proxy refused the connection",
    requests.exceptions.ContentDecodingError: "it cannot be decompressed",
}


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


# ---- workbench/everyday/command_line.py ------------------------------------------------------------------------------
# Command line: arguments as JSON on stdin, the answer as JSON on stdout


def run_by_hand(main: Callable[..., Any]) -> None:
    """Call `main` with the JSON object on stdin, and print what it returns. Exits with a message if it fails."""
    try:
        print(json.dumps(main(**read_arguments(main)), indent=2, ensure_ascii=False))
    except (InvalidInput, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")


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


def create_webhook(auth: klaviyo, body: "CreateWebhookBody", **request: Any) -> Any:
    """POST /api/webhooks, as in webhooks/create_webhook.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(CreateWebhookArguments))["body"]
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send("POST", f"{API}/api/webhooks", False, headers=headers, data=payload, **request)


class CreateWebhookArguments(TypedDict):
    body: "CreateWebhookBody"


class CreateWebhookBody(TypedDict):
    data: "Webhook"


class Webhook(TypedDict):
    type: Literal["webhook"]
    attributes: "WebhookAttributes"
    relationships: "WebhookRelationships"


class WebhookAttributes(TypedDict):
    name: str
    endpoint_url: str
    secret_key: str
    description: NotRequired[str | None]


WebhookRelationships = TypedDict("WebhookRelationships", {"webhook-topics": "WebhookTopicsData"})
WebhookTopicsData = TypedDict("WebhookTopicsData", {"data": "Annotated[list[WebhookTopic], {'minItems': 1}]"})
WebhookTopic = TypedDict("WebhookTopic", {"type": Literal["webhook-topic"], "id": "Annotated[str, ID]"})


# ---- workbench/everyday/arguments.py ---------------------------------------------------------------------------------
# Arguments: checked before anything is sent


ACCOUNT = {"format": "account"}
TEXT = {"pattern": r"\S", "expected": "a text"}


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


if __name__ == "__main__":
    run_by_hand(main)
