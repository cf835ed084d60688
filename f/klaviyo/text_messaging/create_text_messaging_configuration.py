# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Create Text Messaging Configuration: POST /api/text-messaging-configurations

Sets up text messaging for the account, with the prefix of all messages, and returns the configuration. An account has
only one, so a second call is a conflict. It must exist before create_text_messaging_sender.

Limits: at most 50 characters in org_prefix.
Rate: 1/s burst, 15/m steady. Scopes: sender-config:write.
Reference: https://developers.klaviyo.com/en/reference/create_text_messaging_configuration
Generated from Klaviyo's API description, revision 2026-10-15. A copy may be changed freely.
"""

import json
import re
import reprlib
import sys
import time
import typing
from contextlib import suppress
from difflib import SequenceMatcher, get_close_matches
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, TypedDict

import requests
from jsonschema import Draft202012Validator, FormatChecker

API = "https://a.klaviyo.com"
REVISION = "2026-10-15"  # of Klaviyo's API, unless main gets another one
RETRY_STATUSES: set[int | None] = {429}  # only 429: Klaviyo did not process the request


# Windmill makes a class in main's signature a resource type of that name: hence lower case here, and quotes at "Body".
class klaviyo(TypedDict, total=False):  # one of the two
    apiKey: str
    token: str


def main(
    auth: klaviyo, revision: str | None, body: "Body", fields_text_messaging_configuration: list[str] | None = None
) -> dict[str, Any] | None:
    """Return `data`, the text-messaging-configuration with the attributes org_prefix, opt_out_language, status,
    created_at, updated_at.

    Args:
        auth: Klaviyo resource with an API key or access token (scope sender-config:write).
        revision: API revision, a date.
        body: Request body: a JSON:API document with the resource, or references to resources, in data.
        fields_text_messaging_configuration: Fields to return for each text-messaging-configuration.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    revision = REVISION if is_blank(revision) else revision
    body = drop_empty_objects(body, SCHEMA["properties"]["body"], set())
    payload = validate(locals(), VALIDATOR)["body"]  # the arguments: main has no other variables yet
    return send(
        "POST",
        f"{API}/api/text-messaging-configurations",
        RETRY_STATUSES,
        headers={
            "Authorization": authorization(auth),
            "revision": revision,
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
        },
        params=query_params({"fields[text-messaging-configuration]": fields_text_messaging_configuration}),
        data=payload,
    )


class Arguments(TypedDict):
    auth: Annotated[Any, {"format": "account"}]
    revision: NotRequired[Annotated[str, {"pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?(?!\n)$"}]]
    body: "Body"
    fields_text_messaging_configuration: NotRequired["list[FieldsTextMessagingConfiguration]"]


class Body(TypedDict):
    data: "TextMessagingConfiguration"


class TextMessagingConfiguration(TypedDict):
    type: Literal["text-messaging-configuration"]
    attributes: "TextMessagingConfigurationAttributes"


FieldsTextMessagingConfiguration = Literal[
    "created_at", "id", "opt_out_language", "org_prefix", "status", "updated_at"
]  # fmt: skip
TextMessagingConfigurationAttributes = TypedDict(
    "TextMessagingConfigurationAttributes", {"org_prefix": Annotated[str, {"maxLength": 50}]}
)

# ---- Shared by all scripts: errors, validation, the request ----
TIMEOUT = (10, 60)  # seconds to connect, seconds to wait for data
MAX_WAIT = 60  # seconds; a longer Retry-After fails at once
COMPACT: Any = {"ensure_ascii": False, "allow_nan": False, "separators": (",", ":")}  # for json.dumps
UNKNOWN: Any = {"properties": {}}  # the schema of a property that Klaviyo does not document
FORMATS = FormatChecker(formats=())
JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null", dict: "object"}


def is_blank(value: Any) -> bool:
    """Return whether an argument is as good as left out: null, a text without characters but spaces, an empty list."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


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


def schema_of(annotation: Any) -> Any:
    """Return the JSON Schema of a type. A dict in Annotated adds keywords."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if typing.is_typeddict(annotation):
        # A copy of globals(), or typing would reuse what the same name meant in another script.
        hints = typing.get_type_hints(annotation, localns=dict(globals()), include_extras=True)
        properties = {name: schema_of(hint) for name, hint in hints.items()}
        return {"type": "object", "properties": properties, "required": sorted(annotation.__required_keys__)}
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


def validate(arguments: dict[str, Any], validator: Any) -> dict[str, bytes]:
    """Return each argument as JSON. Raises InvalidInput unless they match the validator's schema and are JSON."""
    required = validator.schema["required"]
    arguments = {name: value for name, value in arguments.items() if name in required or not is_blank(value)}
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
        return path, "a resource with either apiKey, a private API key, or token, an access token", type(error.instance)
    if keyword == "required":
        keyword, value = "property", error.message.removesuffix(" is a required property")
    if keyword == "enum":
        value = sorted(value, key=lambda item: -SequenceMatcher(None, str(item), str(error.instance)[:100]).ratio())
    example = "".join(f", such as {example}" for example in error.schema.get("examples", []) if keyword != "type")
    return path, f"{keyword} {value if isinstance(value, str) else json.dumps(value)}{example}", error.instance


def drop_empty_objects(value: Any, schema: Any, logged: set[str], resolve: Any = None, at: str = "/body") -> Any:
    """Return the value without optional objects that have no content: Windmill's forms send those.

    Logs them and unknown properties, once per list. Decodes JSON text of booleans and objects. `resolve` is for unions.
    """
    schema = resolve(schema, value) if resolve else schema
    if isinstance(value, list) and "items" in schema:
        return [drop_empty_objects(item, schema["items"], logged, resolve, f"{at}/*") for item in value]
    if not isinstance(value, dict) or "properties" not in schema:
        return value
    properties, required = schema["properties"], schema["required"]
    kept = {}
    for name, item in value.items():
        place, subschema = f"{at}/{name}", properties.get(name, UNKNOWN)
        if isinstance(item, str) and item[:1] in ("{", "t", "f") and "string" not in subschema.get("type", "string"):
            with suppress(ValueError, RecursionError):
                item = json.loads(item)
        is_empty = isinstance(item, dict) and name not in required and not has_content(item, subschema, resolve)
        if (is_empty or name not in properties) and place not in logged and len(logged) < 20:
            logged.add(place)
            similar = "".join(f"; did you mean {match}?" for match in get_close_matches(str(name)[:100], properties, 1))
            message = "omitted, because it is empty" if is_empty else f"unknown, sent anyway{similar}"
            print(f"{place}: {message}"[:300], file=sys.stderr)
        if not is_empty:
            is_documented_part = isinstance(item, (dict, list)) and name in properties
            kept[name] = drop_empty_objects(item, subschema, logged, resolve, place) if is_documented_part else item
    return kept


def has_content(value: Any, schema: Any, resolve: Any) -> bool:
    """Return whether there is anything in `value` but the type of a resource with attributes, which forms fill in."""
    schema = resolve(schema, value) if resolve else schema
    if not isinstance(value, dict) or "properties" not in schema:
        return value != {} or "object" in schema.get("type", ())
    properties = schema["properties"]
    ignored = {"type"} if "attributes" in properties else set()
    with suppress(RecursionError):
        return any(has_content(value[name], properties.get(name, UNKNOWN), resolve) for name in value.keys() - ignored)
    return True


def query_params(parameters: dict[str, Any]) -> dict[str, Any]:
    """Leave out blank parameters and join lists with commas, as Klaviyo expects them."""
    filled = {name: value for name, value in parameters.items() if not is_blank(value)}
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


SCHEMA: Any = schema_of(Arguments)
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FORMATS)

if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (InvalidInput, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
    except (TypeError, ValueError, RecursionError) as error:  # stdin is not the arguments as a JSON object
        sys.exit(f"usage: python {sys.argv[0]} < arguments.json\narguments: {', '.join(SCHEMA['properties'])}\n{error}")
