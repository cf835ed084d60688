"""The receivers as a route of Windmill calls them, and the setting up of webhooks."""

import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from werkzeug.wrappers import Request, Response

from tests.support.collection import AUTH
from tests.support.windmill_workspace import Workspace
from tests.triggers.conftest import Poll
from workbench.collection import load_operation, load_script
from workbench.loopback import LoopbackServer
from workbench.sandbox import Sandbox

SECRET = "a secret of the webhook"  # noqa: S105
ID = "01JCQ7V5Z0M8T2K4N6R9W3XAYB"
FLOW = "f/sales/klaviyo_events"
EVENT = {"external_id": "e1", "topic": "event:klaviyo.bounced_email", "payload": {"email": "zoë@example.com"}}

Receive = Callable[..., Any]


@pytest.fixture
def receive(workspace: Workspace, scripts: dict[str, Any]) -> Receive:
    """Call a receiver with the request of a route; return the status."""

    def call(script: str, raw_string: str, **headers: str) -> int:
        module = scripts[script]
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        body = json.loads(raw_string) if script == "receive_flow_webhook" else None
        event = {"kind": "http", "body": body, "raw_string": raw_string, "headers": names, "method": "post"}
        answer = module.main(**module.preprocessor(event))
        assert SECRET not in json.dumps(answer)
        status: int = answer["windmill_status_code"]
        return status

    return call


def request(*events: Any, age: timedelta = timedelta(), id_: str = ID, **meta: Any) -> tuple[str, dict[str, str]]:
    """Return body and headers of a genuine request."""
    sent = datetime.now(UTC) - age
    meta = {"klaviyo_account_id": "XyZ123", "klaviyo_webhook_id": ID, "timestamp": sent.isoformat()} | meta
    body = json.dumps({"data": events, "meta": meta}, ensure_ascii=False)
    clock = (sent + timedelta(hours=5)).strftime("%a, %d %b %Y %H:%M:%S GMT")  # as it has been seen
    signature = hmac.new(SECRET.encode(), f"{body}{clock}".encode(), hashlib.sha256).hexdigest()
    return body, {"klaviyo_webhook_id": id_, "klaviyo_timestamp": clock, "klaviyo_signature": signature}


@pytest.fixture
def known(workspace: Workspace) -> Workspace:
    workspace.resources["f/klaviyo/webhooks"] = {ID: {"secret": "$var:f/klaviyo/secret", "flow": FLOW}}
    workspace.variables["f/klaviyo/secret"] = SECRET
    return workspace


def test_a_genuine_request_is_handed_over_once(receive: Receive, known: Workspace) -> None:
    body, headers = request(EVENT, EVENT | {"external_id": "e2"})
    assert receive("receive_webhook", body, **headers) == 202
    assert receive("receive_webhook", body, **headers) == 202
    third = EVENT | {"external_id": "e3"}
    body, headers = request(EVENT, third)
    assert receive("receive_webhook", body, **headers) == 202
    assert known.flows == [
        (FLOW, {"events": [EVENT, EVENT | {"external_id": "e2"}]}),
        (FLOW, {"events": [third]}),
    ]


def test_five_megabytes_of_a_thousand_events_arrive(receive: Receive, known: Workspace) -> None:
    events = [EVENT | {"external_id": f"e{number}", "payload": {"text": "x" * 5_000}} for number in range(1000)]
    body, headers = request(*events)
    assert len(body) > 5_000_000
    assert receive("receive_webhook", body, **headers) == 202
    assert len(known.flows[0][1]["events"]) == 1000


def test_the_oldest_events_are_forgotten_whatever_the_order_of_keys(scripts: dict[str, Any]) -> None:
    module = scripts["receive_webhook"]
    now = datetime.now(UTC)
    handed_over = {
        f"e{number}": (now - timedelta(microseconds=number)).isoformat(timespec="microseconds")
        for number in range(module.MAX_REMEMBERED + 5)
    }
    forgotten = handed_over.keys() - module.recent(handed_over).keys()
    assert forgotten == {f"e{module.MAX_REMEMBERED + number}" for number in range(5)}


NOT_GENUINE = {
    "tampered": lambda body, headers: (body.replace("zoë", "zoe"), headers),
    "another time in the header": lambda body, headers: (body, headers | {"klaviyo_timestamp": "now"}),
    "no signature": lambda body, headers: (body, {"klaviyo_webhook_id": ID}),
    "no headers": lambda body, headers: (body, {}),
    "unknown webhook": lambda body, headers: (body, headers | {"klaviyo_webhook_id": "other"}),
    "empty": lambda body, headers: ("", headers),
}


@pytest.mark.parametrize("change", NOT_GENUINE.values(), ids=NOT_GENUINE)
def test_what_is_not_genuine_is_refused(receive: Receive, known: Workspace, change: Any) -> None:
    body, headers = change(*request(EVENT))
    assert receive("receive_webhook", body, **headers) == 401
    assert known.flows == []


@pytest.mark.parametrize(
    ("status", "arguments"),
    [
        (401, {"age": timedelta(hours=2)}),
        (401, {"age": timedelta(hours=-1)}),
        (401, {"klaviyo_webhook_id": "another"}),
        (400, {"timestamp": None}),
        (400, {"timestamp": "yesterday"}),
    ],
)
def test_what_is_old_or_contradicts_itself_is_refused(
    receive: Receive, known: Workspace, status: int, arguments: Any
) -> None:
    body, headers = request(EVENT, **arguments)
    assert receive("receive_webhook", body, **headers) == status
    assert known.flows == []


@pytest.mark.parametrize("body", ["pigeon", "[]", '{"data": 7, "meta": {}}', '{"data": [{}], "meta": null}'])
def test_a_signed_body_without_events_is_refused(receive: Receive, known: Workspace, body: str) -> None:
    signature = hmac.new(SECRET.encode(), f"{body}now".encode(), hashlib.sha256).hexdigest()
    headers = {"klaviyo_webhook_id": ID, "klaviyo_timestamp": "now", "klaviyo_signature": signature}
    assert receive("receive_webhook", body, **headers) == 400


@pytest.mark.parametrize("broken", ["jobs/run", "resources/get_value_interpolated/u/a", "resources/"])
def test_what_cannot_be_handed_over_comes_again(receive: Receive, known: Workspace, broken: str) -> None:
    body, headers = request(EVENT)
    known.broken.add(broken)
    before = dict(known.resources)
    assert receive("receive_webhook", body, **headers) == 503
    assert (known.resources, known.flows) == (before, [])
    known.broken.clear()
    assert receive("receive_webhook", body, **headers) == 202
    assert known.flows == [(FLOW, {"events": [EVENT]})]


@pytest.mark.parametrize("entry", [{}, {"secret": SECRET}, {"secret": SECRET, "flow": None}, "text", 7])
def test_incomplete_settings_make_klaviyo_try_again(receive: Receive, known: Workspace, entry: Any) -> None:
    known.resources["f/klaviyo/webhooks"] = {ID: entry}
    body, headers = request(EVENT)
    assert receive("receive_webhook", body, **headers) == 503


def test_a_flow_webhook_is_handed_over(receive: Receive, workspace: Workspace) -> None:
    assert receive("receive_flow_webhook", "{}") == 503
    expected = {"type": "object", "required": ["email"], "properties": {"plan": {"enum": ["gold", "silver"]}}}
    workspace.resources["f/klaviyo/flow_webhook"] = {"flow": FLOW, "expected": expected}
    body = {"email": "mina@example.com", "plan": "gold"}
    assert receive("receive_flow_webhook", json.dumps(body)) == 202
    assert workspace.flows == [(FLOW, {"body": body})]
    wrong: Any
    for wrong in ({"plan": "gold"}, {"email": "a@b.c", "plan": "lead"}, [], "text"):
        assert receive("receive_flow_webhook", json.dumps(wrong)) == 400
    workspace.broken.add("jobs/run")
    assert receive("receive_flow_webhook", json.dumps(body)) == 503


def test_a_webhook_is_set_up(poll: Poll, shop: Sandbox, receive: Receive, workspace: Workspace) -> None:
    arguments = {"name": "Bounces", "url": "https://example.com/hook", "topics": ["event:klaviyo.bounced_email"]}
    webhook = poll("set_up_webhook", **arguments, flow=FLOW)
    attributes = json.loads(shop.received[-1].body)["data"]["attributes"]
    assert workspace.variables == {webhook["secret"]: attributes["secret_key"]}
    assert len(attributes["secret_key"]) >= 16
    assert workspace.resources["f/klaviyo/webhooks"] == {
        webhook["id"]: {"secret": f"$var:{webhook['secret']}", "flow": FLOW}
    }
    another = poll("set_up_webhook", **arguments, flow=FLOW)
    assert workspace.resources["f/klaviyo/webhooks"].keys() == {webhook["id"], another["id"]}
    workspace.broken.add("resources/get_value/")
    count = len(shop.received)
    with pytest.raises(Exception, match="Windmill does not answer"):
        poll("set_up_webhook", **arguments, flow=FLOW)
    assert len(shop.received) == count
    with pytest.raises(ValueError, match="/url: an address that begins with https"):
        poll("set_up_webhook", **arguments | {"url": "http://example.com"}, flow=FLOW)


class Route(LoopbackServer):
    """Windmill's route with `receive_webhook` behind it. `busy`: how many requests get 503 before it is asked."""

    def __init__(self, module: Any) -> None:
        super().__init__(self._serve)
        self.module, self.busy = module, 0

    def _serve(self, environ: Any, start_response: Any) -> Any:
        received = Request(environ)
        if self.busy:
            self.busy -= 1
            return Response(status=503)(environ, start_response)
        headers = {name.lower(): value for name, value in received.headers}
        event = {"kind": "http", "raw_string": received.get_data(as_text=True), "headers": headers}
        status = self.module.main(**self.module.preprocessor(event))["windmill_status_code"]
        return Response(status=status)(environ, start_response)


def test_the_sandbox_sends_webhooks_until_they_are_taken(
    shop: Sandbox, workspace: Workspace, scripts: dict[str, Any]
) -> None:
    """From the event in the sandbox to the flow that starts: signed, retried, and not twice."""
    create_webhook, create_event = (load_script(load_operation(name)) for name in ("create_webhook", "create_event"))
    create_webhook.API = create_event.API = shop.url
    shop.add("webhook-topic", [("event:api.visited_fair", {})])
    shop.send_webhooks()
    attributes: Any
    with Route(scripts["receive_webhook"]) as route:
        for url in (route.url, "https://192.0.2.1/never"):
            attributes = {"name": "Views", "endpoint_url": url, "secret_key": SECRET}
            topics = {"data": [{"type": "webhook-topic", "id": "event:api.visited_fair"}]}
            data: Any = {"type": "webhook", "attributes": attributes, "relationships": {"webhook-topics": topics}}
            id_ = create_webhook.main(AUTH, None, {"data": data})["data"]["id"]
            workspace.resources.setdefault("f/klaviyo/webhooks", {})[id_] = {"secret": SECRET, "flow": FLOW}
        for metric in ("Visited Fair", "Something Else"):
            attributes = {
                "properties": {"sku": "TEA"},
                "metric": {"data": {"type": "metric", "attributes": {"name": metric}}},
                "profile": {"data": {"type": "profile", "attributes": {"email": "ada@example.com"}}},
            }
            create_event.main(AUTH, None, {"data": {"type": "event", "attributes": attributes}})
        route.busy = 2
        assert shop.send_webhooks(wait=lambda _: None) == [503, 503, 202]
        assert shop.send_webhooks() == []
    [(flow, arguments)] = workspace.flows
    assert (flow, [event["topic"] for event in arguments["events"]]) == (FLOW, ["event:api.visited_fair"])
    assert arguments["events"][0]["payload"]["event_properties"] == {"sku": "TEA"}
