# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Get Tags for Segment: GET /api/segments/{id}/tags

Lists the tags of a segment with their names. For IDs alone, use get_tag_ids_for_segment.

Rate: 3/s burst, 60/m steady. Scopes: segments:read, tags:read.
Reference: https://developers.klaviyo.com/en/reference/get_tags_for_segment
Generated from Klaviyo's API description, revision 2026-10-15. A copy may be changed freely.
"""

import json
import re
import reprlib
import sys
import time
from difflib import SequenceMatcher
from typing import Any, TypedDict
from urllib.parse import quote

import requests
from jsonschema import Draft202012Validator, FormatChecker

API = "https://a.klaviyo.com"
REVISION = "2026-10-15"  # of Klaviyo's API, unless main gets another one
RETRY_STATUSES: set[int | None] = {429, 500, 502, 503, 504, None}  # None: no response


# In lower case, because it is the name of a resource type in Windmill.
class klaviyo(TypedDict, total=False):  # one of the two
    apiKey: str
    token: str


def main(auth: klaviyo, revision: str | None, id: str, fields_tag: list[str] | None = None) -> dict[str, Any] | None:
    """Return `data`, a list of tag resources with the attribute name; `links.next` is the next page.

    Args:
        auth: Klaviyo resource with an API key or access token (scope segments:read, tags:read).
        revision: API revision, a date.
        id: ID of the segment, such as TnP4wZ.
        fields_tag: Fields to return for each tag.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    revision = REVISION if is_blank(revision) else revision
    validate(locals(), VALIDATOR)  # the arguments: main has no other variables yet
    return send(
        "GET",
        f"{API}/api/segments/{quote(id, safe='')}/tags",
        RETRY_STATUSES,
        headers={
            "Authorization": authorization(auth),
            "revision": revision,
            "Accept": "application/vnd.api+json",
        },
        params=query_params({"fields[tag]": fields_tag}),
    )


SCHEMA: Any = {"type": "object", "required": ["auth", "id"], "properties": {
    "auth": {"format": "account"},
    "revision": {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?(?!\n)$"},
    "id": {"type": "string", "pattern": r"^(?!\s*$|\.{1,2}$)", "examples": ["TnP4wZ"]},
    "fields_tag": {"type": "array", "items": {"enum": ["id", "name"]}},
}}  # fmt: skip

# ---- Shared by all scripts: errors, validation, the request ----
TIMEOUT = (10, 60)  # seconds to connect, seconds to wait for data
MAX_WAIT = 60  # seconds; a longer Retry-After fails at once
COMPACT: Any = {"ensure_ascii": False, "allow_nan": False, "separators": (",", ":")}  # for json.dumps
FORMATS = FormatChecker(formats=())


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


VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FORMATS)

if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (InvalidInput, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
    except (TypeError, ValueError, RecursionError) as error:  # stdin is not the arguments as a JSON object
        sys.exit(f"usage: python {sys.argv[0]} < arguments.json\narguments: {', '.join(SCHEMA['properties'])}\n{error}")
