"""The example flows that triggers start: what is new arrives, and what could not be handled is named."""

import itertools
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import wmill
from werkzeug.wrappers import Request, Response

from tests.support.collection import AUTH, FLOWS
from tests.support.flow_run import FlowRun
from tests.support.windmill_workspace import Workspace
from workbench.collection import load_operation, load_script
from workbench.loopback import LoopbackServer
from workbench.sandbox import Sandbox

Run = Callable[..., FlowRun]


class Recipient(LoopbackServer):
    """A chat or a CRM. `received`: method, path and content. It refuses what contains `refused`."""

    def __init__(self) -> None:
        super().__init__(self._serve)
        self.received: list[tuple[str, str, Any]] = []
        self.refused = "nobody"

    def _answer(self, request: Request) -> Response:
        text = f"{request.path} {request.get_data(as_text=True)}"
        if self.refused in text:
            return Response(status=500)
        self.received.append((request.method, request.path, request.get_json()))
        return Response("ok")

    def _serve(self, environ: Any, start_response: Any) -> Any:
        return self._answer(Request(environ))(environ, start_response)


@pytest.fixture
def recipient() -> Iterator[Recipient]:
    with Recipient() as server:
        yield server


@pytest.fixture
def run(shop: Sandbox, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(wmill.client, "_client", None)

    def prepare(script: Any) -> None:
        script.API = shop.url

    runs = itertools.count(1)

    def run(flow: str, **flow_input: Any) -> FlowRun:
        monkeypatch.setenv("WM_JOB_ID", f"job-{next(runs)}")
        resources = {"f/klaviyo/account": AUTH}
        return FlowRun(FLOWS[f"f/klaviyo/examples/{flow}"], prepare, flow_input, resources=resources)

    return run


def record(shop: Sandbox, metric: str, email: str, **properties: Any) -> None:
    script = load_script(load_operation("create_event"))
    script.API = shop.url
    attributes = {
        "properties": properties,
        "value": 12.5,
        "metric": {"data": {"type": "metric", "attributes": {"name": metric}}},
        "profile": {"data": {"type": "profile", "attributes": {"email": email}}},
    }
    script.main(AUTH, None, {"data": {"type": "event", "attributes": attributes}})


def test_orders_are_posted_to_a_chat(run: Run, shop: Sandbox, recipient: Recipient) -> None:
    first = run("order_to_chat", chat_url=recipient.url)
    assert (first.ended, first.result, first.status) == ("orders", [], 200)
    for email in ("ada@example.com", "bob@example.com", "eve@example.com"):
        record(shop, "Placed Order", email)
    record(shop, "Viewed Product", "eve@example.com")
    recipient.refused = "bob@"
    second = run("order_to_chat", chat_url=recipient.url)
    texts = [content["text"] for _, _, content in recipient.received]
    assert [text.partition(",")[0] for text in texts] == [
        "Placed Order: ada@example.com for 12.50",
        "Placed Order: eve@example.com for 12.50",
    ]
    assert (second.failed, second.status) == ("outcome", 422)
    message = second.results["outcome"]["error"]["message"]
    assert message.startswith("1 of 3 failed and do not come again:")
    assert message.endswith("bob@example.com: The chat answered with status 500")
    assert run("order_to_chat", chat_url=recipient.url).result == []


def test_consents_reach_a_crm_without_an_echo(run: Run, shop: Sandbox, recipient: Recipient) -> None:
    record(shop, "Subscribed to Email Marketing", "old@example.com")
    assert run("consents_to_crm", crm_url=f"{recipient.url}/contacts").result == []
    record(shop, "Subscribed to Email Marketing", "ada@example.com", custom_method_detail="Footer")
    record(shop, "Unsubscribed from SMS Marketing", "bob@example.com", custom_method_detail="CRM")
    record(shop, "Unsubscribed from Email Marketing", "eve@example.com")
    flow = run("consents_to_crm", crm_url=f"{recipient.url}/contacts")
    assert flow.result == {"handled": 2}
    assert [(method, path, content["change"], content["source"]) for method, path, content in recipient.received] == [
        ("PATCH", "/contacts/ada@example.com", "subscribed", "Footer"),
        ("PATCH", "/contacts/eve@example.com", "unsubscribed", None),
    ]


def test_members_of_a_segment_are_in_a_table_once(run: Run, workspace: Workspace) -> None:
    for _ in range(2):
        workspace.resources.clear()  # the state is lost
        flow = run("segment_to_table", segment="Ordered in the last 90 days", since="2020-01-01")
        assert flow.result["written"] > 0
        rows = workspace.table.execute("SELECT * FROM segment_members").fetchall()
        assert len(rows) == flow.result["written"]


@pytest.mark.parametrize(
    ("flow", "step", "message"),
    [
        ("order_to_chat", "messages", "chat_url is missing"),
        ("consents_to_crm", "updates", "crm_url is missing"),
        ("segment_to_table", "members", "/segment_id: a name or an ID"),
    ],
)
def test_an_input_that_is_left_out_is_named(run: Run, shop: Sandbox, flow: str, step: str, message: str) -> None:
    record(shop, "Placed Order", "ada@example.com")
    record(shop, "Subscribed to Email Marketing", "ada@example.com")
    failed = run(flow, since="2020-01-01")
    assert message in json.dumps(failed.results[step])
    assert failed.failed in ("outcome", step)
