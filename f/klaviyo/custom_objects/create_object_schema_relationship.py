# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Create Object Schema Relationship: POST /api/object-schemas/{id}/relationships/object-schemas

Creates named relationships between an object schema and other schemas. They cannot yet be used in segments or flow
filters. How records are linked is set with update_source_mapping. No content is returned.

Rate: 3/s burst, 60/m steady. Scopes: custom-objects:write.
Reference: https://developers.klaviyo.com/en/reference/create_object_schema_relationship
Generated from Klaviyo's API description, revision 2026-10-15. A copy may be changed freely.
"""

import functools
import inspect
import json
import math
import re
import sys
import time
import typing
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from difflib import SequenceMatcher, get_close_matches
from email.utils import parsedate_to_datetime
from itertools import islice
from types import NoneType, UnionType
from typing import Annotated, Any, ForwardRef, Literal, NotRequired, TypedDict
from urllib.parse import quote

import requests
from jsonschema import Draft202012Validator, FormatChecker

API = "https://a.klaviyo.com"
REVISION = "2026-10-15"  # of Klaviyo's API, unless main gets another one
IS_READ = False  # never sent again, unless Klaviyo says that it has not been processed


# Windmill makes a class in main's signature a resource type of that name: hence lower case here, and quotes at "Body".
class klaviyo(TypedDict, total=False):  # one of the two
    apiKey: str
    token: str


def main(auth: klaviyo, revision: str | None, id: str, body: "Body") -> dict[str, Any] | None:
    """Return None: Klaviyo sends no content.

    Args:
        auth: Klaviyo resource with an API key or access token (scope custom-objects:write).
        revision: API revision, a date.
        id: ID of the object schema, such as 01JCT6FAQ9R2S5T8V1W4X7Y0ZA.
        body: Request body: a JSON:API document with the resource, or references to resources, in data.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    revision = REVISION if is_blank(revision) else revision
    body = read_form(body, BODY, Log())
    payload = validate(
        {
            "auth": auth,
            "revision": revision,
            "id": id,
            "body": body,
        },
        VALIDATOR,
    )["body"]
    return send(
        "POST",
        f"{API}/api/object-schemas/{quote(id, safe='')}/relationships/object-schemas",
        IS_READ,
        headers={
            "Authorization": authorization(auth),
            "revision": revision,
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
        },
        data=payload,
    )


class Arguments(TypedDict):
    auth: Annotated[Any, {"format": "account"}]
    revision: NotRequired[
        Annotated[str, {"pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?\Z", "expected": "a date such as 2026-10-15"}]
    ]
    id: Annotated[str, {"pattern": r"[^\s.]|\..*\..*\.", "expected": "an ID"}]
    body: "Body"


class Body(TypedDict):
    data: "Annotated[list[ObjectSchema], {'minItems': 1}]"


class ObjectSchema(TypedDict):
    type: Literal["object-schema"]
    id: "Annotated[str, ID]"
    meta: NotRequired["ObjectSchemaMeta | None"]


class ObjectSchemaMeta(TypedDict):
    name: str
    description: NotRequired[str | None]


# ---- Shared by all scripts: errors, validation, the request ----
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


MAX_UNKNOWN = 20  # lines about properties that Klaviyo does not document


class Log:
    """Says what becomes of some places of a body, once each, on stderr: Windmill shows it in the job's log."""

    def __init__(self) -> None:
        self.omitted: set[str] = set()
        self.unknown: set[str] = set()

    def write_omitted(self, place: str) -> None:
        if place not in self.omitted:
            self.omitted.add(place)
            print(f"{place}: omitted, because it is empty", file=sys.stderr)

    def write_unknown(self, place: str, names: Any) -> None:
        """Name a property that is not among the documented names, unless there have been many of them."""
        if place not in self.unknown and len(self.unknown) < MAX_UNKNOWN:
            self.unknown.add(place)
            similar = get_close_matches(place.rpartition("/")[2][:100], names, 1)
            question = f"; did you mean {similar[0]}?" if similar else ""
            print(f"{place[:200]}: unknown, sent anyway{question}", file=sys.stderr)


def read_form(value: Any, schema: Any, log: Log, place: str = "/body", meant: Any = None) -> Any:
    """Return the value as it is to be sent: JSON text decoded, what a form leaves out and empty objects left out.

    The items of a list share a place in the log. `schema` has the properties of all members of a union; `meant` is that
    of the member which the value belongs to, and says what is required.
    """
    meant = meant or schema
    if isinstance(value, str):
        value = decode_json_text(value, schema)
    if isinstance(value, list) and "items" in schema:
        return [read_form(item, schema["items"], log, f"{place}/*", meant.get("items")) for item in value]
    if not isinstance(value, dict) or "properties" not in schema:
        return value
    meant = find_member(value, meant)
    properties, required = schema["properties"], meant.get("required", ())
    parts = {}
    for name, item in value.items():
        if name not in properties:
            log.write_unknown(f"{place}/{name}", properties)
            parts[name] = item
            continue
        if isinstance(item, str):
            item = decode_json_text(item, properties[name])
        if isinstance(item, dict) and "kind" in item and is_reference(properties[name]):  # the tab chosen in the form
            if item["kind"] == "Leave out":
                continue
            item = {key: part for key, part in item.items() if key != "kind"}
        if isinstance(item, (dict, list)):
            member = meant.get("properties", {}).get(name)
            item = read_form(item, properties[name], log, f"{place}/{name}", member)
        if isinstance(item, dict) and name not in required and is_empty(item, properties[name]):
            log.write_omitted(f"{place}/{name}")
            continue
        parts[name] = item
    return parts


def find_member(value: dict[str, Any], schema: Any) -> Any:
    """Return the one member of a merged union whose constants an object has; else the schema itself."""
    fitting = [
        member
        for constants, member in schema.get("members", ())
        if constants and all(value.get(name) == constant for name, constant in constants.items())
    ]
    return fitting[0] if len(fitting) == 1 else schema


def decode_json_text(text: str, schema: Any) -> Any:
    """Return what a text holds where no text belongs: true, false, an object or a list, as forms send them."""
    if text[:1] in ("{", "[", "t", "f") and "string" not in schema.get("type", "string"):
        with suppress(ValueError, RecursionError):
            return json.loads(text)
    return text


def is_empty(value: Any, schema: Any) -> bool:
    """Return whether there is nothing in an object but empty ones, and the type of a resource, which forms fill in.

    A reference is never empty: without it, the request could mean more. A JSON editor of a form that nobody used sends
    an empty object, whatever belongs there.
    """
    if value == {} and schema.get("mixed"):
        return True
    if not isinstance(value, dict) or "properties" not in schema or is_reference(schema):
        return False
    properties = schema["properties"]
    filled_in = {"type"} if "attributes" in properties else set()
    return all(is_empty(item, properties.get(name, {})) for name, item in value.items() if name not in filled_in)


def is_reference(schema: Any) -> bool:
    """Return whether an object refers to one other resource, by the type and id in its `data`."""
    properties = schema.get("properties", {})
    data = properties["data"].get("properties", {}) if properties.keys() == {"data"} else {}
    return "id" in data and "type" in data and "attributes" not in data


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


SCHEMA: Any = schema_of(Arguments)
BODY = SCHEMA["properties"]["body"]
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FORMATS)

if __name__ == "__main__":
    try:
        print(json.dumps(main(**read_arguments(main)), indent=2))
    except (InvalidInput, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
