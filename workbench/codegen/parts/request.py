"""Sends the request and decodes the response."""

import json
import sys
import time
from typing import Any

import requests

from workbench.codegen.parts.arguments import is_blank
from workbench.codegen.parts.constants import MAX_WAIT, TIMEOUT
from workbench.codegen.parts.errors import KlaviyoError


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
