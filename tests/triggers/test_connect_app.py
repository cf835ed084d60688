"""Connecting an app against a small OAuth server that checks PKCE, codes and refresh tokens as Klaviyo does."""

import base64
import hashlib
import json
import secrets
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from werkzeug.wrappers import Request, Response

from tests.support.windmill_workspace import Workspace
from workbench.loopback import LoopbackServer

APP: dict[str, Any] = {
    "client_id": "client-1",
    "client_secret": "a secret of the app",
    "redirect_uri": "https://example.com/klaviyo",
    "scopes": ["webhooks:write", "events:read"],
}

Connect = Callable[..., Any]


class OAuthServer(LoopbackServer):
    """The token endpoint, and what a person does at the authorization endpoint. `issued`: valid access tokens."""

    def __init__(self) -> None:
        super().__init__(self._serve)
        self.codes: dict[str, dict[str, str]] = {}
        self.refresh_tokens: set[str] = set()
        self.issued: list[str] = []

    def allow(self, authorization_url: str) -> str:
        """Return the address that the browser is sent back to."""
        assert authorization_url.startswith("https://www.klaviyo.com/oauth/authorize?")
        query = {name: values[0] for name, values in parse_qs(urlsplit(authorization_url).query).items()}
        assert (query["response_type"], query["code_challenge_method"]) == ("code", "S256")
        assert query["scope"] == "webhooks:write events:read"
        code = secrets.token_urlsafe()
        self.codes[code] = query
        return f"{query['redirect_uri']}?code={code}&state={query['state']}"

    def _serve(self, environ: Any, start_response: Any) -> Any:
        return self._answer(Request(environ))(environ, start_response)

    def _answer(self, request: Request) -> Response:
        assert request.path == "/oauth/token"
        assert request.authorization
        client = (request.authorization.username, request.authorization.password)
        if client != (APP["client_id"], APP["client_secret"]) or not self._grants(request.form):
            return Response(json.dumps({"error": "invalid_grant"}), 400, content_type="application/json")
        self.refresh_tokens = {secrets.token_urlsafe()}  # the one before has ended
        self.issued.append(secrets.token_urlsafe())
        tokens = {"access_token": self.issued[-1], "refresh_token": next(iter(self.refresh_tokens)), "expires_in": 3600}
        return Response(json.dumps(tokens), content_type="application/json")

    def _grants(self, form: Any) -> bool:
        if form["grant_type"] == "refresh_token":
            return form["refresh_token"] in self.refresh_tokens
        query = self.codes.pop(form["code"], None)
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        return (
            query is not None and query["code_challenge"] == challenge and query["redirect_uri"] == form["redirect_uri"]
        )


@pytest.fixture
def klaviyo() -> Iterator[OAuthServer]:
    with OAuthServer() as server:
        yield server


@pytest.fixture
def connect(klaviyo: OAuthServer, workspace: Workspace, scripts: dict[str, Any]) -> Connect:
    module = scripts["connect_app"]

    def call(returned_url: str | None = None, **changes: Any) -> Any:
        module.API = klaviyo.url
        return module.main(**{**APP, "returned_url": returned_url, **changes})

    return call


def test_an_app_is_connected_and_its_token_renewed(
    connect: Connect, klaviyo: OAuthServer, workspace: Workspace, capfd: pytest.CaptureFixture[str]
) -> None:
    begun = connect()
    assert begun["status"] == "to be allowed"
    assert connect(klaviyo.allow(begun["authorization_url"]))["status"] == "connected"
    assert workspace.resources["f/klaviyo/app"] == {"apiKey": "", "token": "$var:f/klaviyo/app_token"}
    assert workspace.variables["f/klaviyo/app_token"] == klaviyo.issued[-1]
    for _ in range(3):
        assert connect()["status"] == "renewed"
        assert workspace.variables["f/klaviyo/app_token"] == klaviyo.issued[-1]
    assert len(set(klaviyo.issued)) == 4
    out, err = capfd.readouterr()
    assert not any(token in out + err for token in (*klaviyo.issued, APP["client_secret"]))


def test_what_was_not_begun_here_is_refused(connect: Connect, klaviyo: OAuthServer, workspace: Workspace) -> None:
    allowed = klaviyo.allow(connect()["authorization_url"])
    for wrong in (f"{allowed}x", APP["redirect_uri"], "https://example.com/?code=c"):
        with pytest.raises(ValueError, match="/returned_url: the address to which Klaviyo sent the browser"):
            connect(wrong)
    with pytest.raises(Exception, match="Klaviyo did not allow it: The person said no"):
        connect("https://example.com/?error=access_denied&error_description=The+person+said+no")
    assert klaviyo.issued == []
    connect(allowed)
    with pytest.raises(Exception, match="400") as info:  # a code is used once
        connect(allowed)
    assert APP["client_secret"] not in str(info.value)


def test_another_verifier_is_refused(connect: Connect, klaviyo: OAuthServer, workspace: Workspace) -> None:
    allowed = klaviyo.allow(connect()["authorization_url"])
    begun = json.loads(workspace.variables["f/klaviyo/app_begun"])
    workspace.variables["f/klaviyo/app_begun"] = json.dumps({**begun, "verifier": "another"})
    with pytest.raises(Exception, match="invalid_grant"):
        connect(allowed)


def test_a_new_refresh_token_is_stored_before_the_access_token(
    connect: Connect, klaviyo: OAuthServer, workspace: Workspace
) -> None:
    connect(klaviyo.allow(connect()["authorization_url"]))
    workspace.broken.add("variables/update/f/klaviyo/app_token")
    with pytest.raises(Exception, match="500"):
        connect()
    workspace.broken.clear()
    assert {workspace.variables["f/klaviyo/app_refresh_token"]} == klaviyo.refresh_tokens
    assert connect()["status"] == "renewed"


def test_wrong_arguments_are_refused_in_words(connect: Connect) -> None:
    with pytest.raises(ValueError, match="/scopes/0: a scope such as webhooks:write, not 'everything'"):
        connect(scopes=["everything"])
