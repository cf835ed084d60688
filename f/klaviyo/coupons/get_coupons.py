# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Get Coupons: GET /api/coupons

Lists the coupons of the account, a page at a time, with description and configurations. There is no filter, and the
codes are not part of the answer: get_coupon_codes_for_coupon lists those of one coupon.

Rate: 75/s burst, 750/m steady.
Scopes: coupons:read.
Reference: https://developers.klaviyo.com/en/reference/get_coupons
"""

import itertools
import json
import re
import sys
from collections.abc import Mapping
from typing import Any, TypedDict
from urllib.parse import parse_qs, urlsplit

import requests
from jsonschema import Draft202012Validator
from requests.adapters import HTTPAdapter
from urllib3 import Retry
from urllib3.exceptions import HTTPError, MaxRetryError

API = "https://a.klaviyo.com"
TIMEOUT = (10, 60)  # seconds to connect, to read
LONGEST_WAIT = 60  # seconds, over all waits of one call


class klaviyo(TypedDict):
    apiKey: str


def main(
    auth: klaviyo,
    revision: str,
    fields_coupon: list[str] | None = None,
    page_cursor: str | None = None,
    page_size: int | None = None,
) -> dict[str, Any] | None:
    """Return Klaviyo's answer. InvalidInput: nothing was sent. KlaviyoError: no success."""
    key = key_of(auth)
    given = check(
        {"revision": revision, "fields_coupon": fields_coupon, "page_cursor": page_cursor, "page_size": page_size}, key
    )
    return send(
        "GET",
        f"{API}/api/coupons",
        key,
        headers={"Accept": "application/vnd.api+json", "revision": given["revision"]},
        params={
            "fields[coupon]": ",".join(given.get("fields_coupon", [])) or None,
            "page[cursor]": cursor_of(given.get("page_cursor"), key),
            "page[size]": int(given["page_size"]) if "page_size" in given else None,
        },
    )


class InvalidInput(ValueError):
    """The arguments are not what Klaviyo documents. `faults`: pointer and expected of the first 20 of `count`."""

    def __init__(self, faults: list[tuple[str, str, Any]], key: str = "\0") -> None:
        first = [(at.replace(key, "***")[:500], expected, excerpt(found, key)) for at, expected, found in faults[:20]]
        self.count = len(faults)
        self.faults = [{"pointer": at, "expected": expected} for at, expected, _ in first]
        lines = [f"{self.count} fault{'s' * (self.count > 1)} in the arguments, nothing was sent"]
        lines += [f"{at}: expected {expected}, found {found}" for at, expected, found in first]
        super().__init__("\n".join(lines + [f"and {self.count - 20} more"] * (self.count > 20)))


class KlaviyoError(Exception):
    """`status`: None where no answer came. `errors`: Klaviyo's error objects.

    `retry_after`: seconds to wait, or None. `rate_limit`: limit, remaining and reset (seconds), where they were sent.
    """

    __slots__ = ("rate_limit",)  # out of __dict__, all of which Windmill keeps with the result of a job

    def __init__(self, message: str, status: int | None, headers: Mapping[str, str], errors: Any) -> None:
        super().__init__(message[:2000])
        self.status = status
        self.errors = [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []
        self.retry_after = whole(headers.get("Retry-After", ""))
        sent = {name: headers.get(f"RateLimit-{name}", "") for name in ("limit", "remaining", "reset")}
        self.rate_limit = {name: text if whole(text) is None else whole(text) for name, text in sent.items() if text}


def key_of(auth: klaviyo) -> str:
    """The private API key of the resource."""
    key = auth.get("apiKey") if isinstance(auth, dict) else None
    if isinstance(key, str) and re.fullmatch("[!-~]+", key):
        return key
    # What was found may still be a key, so it is not shown.
    raise InvalidInput([("/auth/apiKey", "a private API key in printable ASCII", "***" if key else key)])


def check(arguments: dict[str, Any], key: str) -> dict[str, Any]:
    """The arguments, valid, without optional ones that are blank."""
    required = SCHEMA["required"]
    arguments = {name: value for name, value in arguments.items() if name in required or value not in (None, "", [])}
    faults = []
    for error in VALIDATOR.iter_errors(arguments):
        if error.validator == "type" and "enum" in error.schema:
            continue  # enum says it better
        value = error.validator_value
        value = ", ".join(value) if isinstance(value, list) else value
        expected = PATTERNS[value] if error.validator == "pattern" else EXPECTED[error.validator].format(value)
        faults.append(("/".join(["", *map(str, error.absolute_path)]), expected, error.instance))
    if faults:
        raise InvalidInput(faults, key)
    return arguments


EXPECTED = {"type": "{}", "enum": "one of {}", "minimum": "at least {:,}", "maximum": "at most {:,}"}


def cursor_of(value: str | None, key: str) -> str | None:
    """The cursor itself, or the one in a `links.next` of Klaviyo's."""
    if value is None or "://" not in value:
        return value
    link = urlsplit(value)
    cursors = parse_qs(link.query).get("page[cursor]", [])
    if f"{link.scheme}://{link.netloc}" == API and cursors:
        return cursors[0]
    raise InvalidInput([("/page_cursor", f"a cursor, or a link to {API} with page[cursor]", value)], key)


def excerpt(value: Any, key: str) -> str:
    """At most 80 characters of `value` as JSON, without the key."""
    chunks = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=repr).iterencode(value)
    text = "".join(itertools.islice(chunks, 80)).replace(key, "***")
    return text if len(text) <= 80 else text[:79] + "…"


class Throttled(Retry):
    """Sends again what was throttled (429) or failed on the way.

    Waits as Retry-After asks, but at least 1, 2, 4… seconds, and at most LONGEST_WAIT in all.
    """

    waited = 0.0

    def get_retry_after(self, response: Any) -> float:
        return max(1.0, self.get_backoff_time(), whole(response.headers.get("Retry-After", "")) or 0)

    def increment(self, *args: Any, **details: Any) -> "Throttled":
        retry = super().increment(*args, **details)
        if (response := details.get("response")) is not None:
            wait = retry.get_retry_after(response)
            retry.waited = self.waited + wait
            if retry.waited > LONGEST_WAIT:
                raise MaxRetryError(details["_pool"], "")
            print(f"Klaviyo answers {response.status}: waiting {wait:g} s", file=sys.stderr)
        return retry


def whole(text: str) -> int | None:
    """The number that a header holds; None where it is missing or something else."""
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else None


def send(method: str, url: str, key: str, **request: Any) -> dict[str, Any] | None:
    """The decoded answer, None where it is empty; KlaviyoError for everything else."""

    def authorize(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
        # Not in `headers`: requests lets an entry of ~/.netrc replace it there.
        prepared.headers["Authorization"] = f"Klaviyo-API-Key {key}"
        return prepared

    throttled = Throttled(5, status_forcelist=[429, 500, 502, 503, 504], backoff_factor=1, raise_on_status=False)
    request |= {"auth": authorize, "timeout": TIMEOUT, "allow_redirects": False, "stream": True}
    status = failure = None
    with requests.Session() as session:
        session.mount(API, HTTPAdapter(max_retries=throttled))
        try:
            response = session.request(method, url, **request)
            status = response.status_code
            content = response.content
        except (requests.RequestException, HTTPError) as error:
            failure = f"{type(error).__name__}: {error}".replace(key, "***")
    if failure:  # raised out here, so that no request with the key hangs on the exception as its context
        raise KlaviyoError(f"{status or 'no answer'}, {failure}", status, {}, None)
    text = content.decode(errors="replace").replace(key, "***")
    errors: Any = None
    try:
        decoded: dict[str, Any] | None = json.loads(text or "null")
        if 200 <= response.status_code < 300:
            return decoded
        errors = decoded["errors"] if decoded else None
    except (ValueError, TypeError, KeyError, RecursionError):
        pass  # HTML, or something else that is not what Klaviyo documents
    raise KlaviyoError(f"{status} {text or response.reason}", status, response.headers, errors)


PATTERNS = {r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?(?!\n)$": "a date such as 2026-10-15"}
SCHEMA = json.loads(
    r"""{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Get Coupons","type":"object","description":"Lists the coupons of the account, a page at a time, with description and configurations. There is no filter, and the codes are not part of the answer: get_coupon_codes_for_coupon lists those of one coupon.\n\nRate: 75/s burst, 750/m steady.\nScopes: coupons:read.\nReference: https://developers.klaviyo.com/en/reference/get_coupons","properties":{"revision":{"type":"string","description":"Date of the API revision whose rules hold for this call. This script was made for the default.","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.pre)?(?!\\n)$","default":"2026-10-15"},"fields_coupon":{"type":"array","description":"Which fields of each coupon to return. Left out, all.","items":{"type":"string","enum":["description","external_id","id","monitor_configuration","assigner_configuration","assigner_configuration.unused_expired","assigner_configuration.used"]}},"page_cursor":{"type":"string","description":"Where the page begins. The cursor of links.next in the answer before, or that whole link; blank for the first page."},"page_size":{"type":"integer","description":"How many results a page has, 1 to 100. Left out, 100.","minimum":1,"maximum":100,"default":100}},"required":["revision"],"examples":[{"revision":"2026-10-15","page_size":20}]}"""
)
VALIDATOR = Draft202012Validator(SCHEMA)


if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (ValueError, TypeError, RecursionError, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
