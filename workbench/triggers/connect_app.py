# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests", "wmill"]
# ///
"""Connect App: connect an app of Klaviyo by OAuth, and keep its access token valid

For what needs an app, such as webhooks. In Windmill only, as it keeps the tokens in secret variables. Run it without
`returned_url`: it returns the address at which somebody allows the app to use an account. Klaviyo then sends the
browser to the redirect URI of the app; run it again with that address as `returned_url`. From then on, f/klaviyo/app is
a resource with the access token. Give the script a schedule, every 30 minutes: each run renews the token, which lives
about an hour. To connect another account, delete the variable f/klaviyo/app_refresh_token.

Klaviyo asks for PKCE, which Windmill's own OAuth connections do not have
(https://developers.klaviyo.com/en/docs/set_up_oauth).

Scopes: those of the app.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from typing import Annotated, Any, NotRequired, TypedDict
from urllib.parse import parse_qs, urlencode, urlsplit

import wmill

from workbench.codegen.parts.constants import ID
from workbench.codegen.parts.errors import KlaviyoError
from workbench.codegen.parts.request import send
from workbench.everyday.arguments import TEXT, check_arguments, invalid
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.operations import API
from workbench.triggers.workspace import read_variable

AUTHORIZE = "https://www.klaviyo.com/oauth/authorize"
RESOURCE = "f/klaviyo/app"
ACCESS_TOKEN, REFRESH_TOKEN, BEGUN = f"{RESOURCE}_token", f"{RESOURCE}_refresh_token", f"{RESOURCE}_begun"


def main(
    client_id: str, client_secret: str, redirect_uri: str, scopes: list[str], returned_url: str | None = None
) -> Connection:
    """Return how far the connection came.

    Args:
        client_id: Client ID of the app.
        client_secret: Client secret of the app; in Windmill a variable, such as $var:f/klaviyo/app_secret.
        redirect_uri: Redirect URI, exactly as it is registered for the app.
        scopes: What the app may do, such as webhooks:write and events:read.
        returned_url: Address to which Klaviyo sent the browser back, with code and state.
    Raises: InvalidInput before anything is sent, KlaviyoError if Klaviyo refuses.
    """
    arguments = check_arguments(
        {
            "client_id": client_id,
            "client_secret": client_secret,
            "redirect_uri": redirect_uri,
            "scopes": scopes,
            "returned_url": returned_url,
        },
        Arguments,
    )
    if "returned_url" in arguments:
        return connect(arguments)
    refresh_token = read_variable(REFRESH_TOKEN)
    return renew(arguments, refresh_token) if refresh_token else begin_connection(arguments)


def begin_connection(arguments: dict[str, Any]) -> Connection:
    """Return the address at which the app is allowed, with a new verifier and a new state."""
    begun = {"verifier": secrets.token_urlsafe(64), "state": secrets.token_urlsafe(32)}
    wmill.set_variable(BEGUN, json.dumps(begun), is_secret=True)
    digest = hashlib.sha256(begun["verifier"].encode()).digest()
    query = {
        "response_type": "code",
        "client_id": arguments["client_id"],
        "redirect_uri": arguments["redirect_uri"],
        "scope": " ".join(arguments["scopes"]),
        "state": begun["state"],
        "code_challenge_method": "S256",
        "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
    }
    return Connection(
        status="to be allowed", resource=None, expires_in=None, authorization_url=f"{AUTHORIZE}?{urlencode(query)}"
    )


def connect(arguments: dict[str, Any]) -> Connection:
    """Exchange the code in the address that came back for the tokens."""
    returned = {name: values[0] for name, values in parse_qs(urlsplit(arguments["returned_url"]).query).items()}
    begun = json.loads(read_variable(BEGUN) or "{}")
    if "error" in returned:
        raise KlaviyoError(f"Klaviyo did not allow it: {returned.get('error_description', returned['error'])}")
    if not begun or returned.get("state") != begun["state"] or "code" not in returned:
        expected = "the address to which Klaviyo sent the browser after the last run without it, with code and state"
        raise invalid("returned_url", expected, "another address")
    tokens = request_tokens(
        arguments,
        {
            "grant_type": "authorization_code",
            "code": returned["code"],
            "code_verifier": begun["verifier"],
            "redirect_uri": arguments["redirect_uri"],
        },
    )
    wmill.set_resource(RESOURCE, {"apiKey": "", "token": f"$var:{ACCESS_TOKEN}"}, "klaviyo")
    return Connection(
        status="connected", resource=RESOURCE, expires_in=tokens.get("expires_in"), authorization_url=None
    )


def renew(arguments: dict[str, Any], refresh_token: str) -> Connection:
    tokens = request_tokens(arguments, {"grant_type": "refresh_token", "refresh_token": refresh_token})
    return Connection(status="renewed", resource=RESOURCE, expires_in=tokens.get("expires_in"), authorization_url=None)


def request_tokens(arguments: dict[str, Any], form: dict[str, str]) -> Any:
    """Return the answer with the tokens, which are stored: a new refresh token first, as the old one may have ended."""
    client = f"{arguments['client_id']}:{arguments['client_secret']}"
    headers = {"Authorization": f"Basic {base64.b64encode(client.encode()).decode()}"}
    tokens = send("POST", f"{API}/oauth/token", False, headers=headers, data=form) or {}
    if "access_token" not in tokens:
        raise KlaviyoError("Klaviyo's answer has no access token")
    if "refresh_token" in tokens:
        wmill.set_variable(REFRESH_TOKEN, tokens["refresh_token"], is_secret=True)
    wmill.set_variable(ACCESS_TOKEN, tokens["access_token"], is_secret=True)
    return tokens


class Arguments(TypedDict):
    client_id: Annotated[str, ID]
    client_secret: Annotated[str, TEXT]
    redirect_uri: Annotated[str, {"pattern": "^https?://", "expected": "an address"}]
    scopes: list[Annotated[str, {"pattern": r"^[a-z-]+:(read|write)\Z", "expected": "a scope such as webhooks:write"}]]
    returned_url: NotRequired[Annotated[str, {"pattern": "^https?://", "expected": "an address with code and state"}]]


class Connection(TypedDict):
    status: str
    resource: str | None
    expires_in: int | None
    authorization_url: str | None


if __name__ == "__main__":
    run_by_hand(main)
