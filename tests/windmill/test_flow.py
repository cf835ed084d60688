"""The example flow: its transforms evaluated, its steps run against the sandbox, as Windmill would."""

import json
from typing import Any

import pytest

from tests.flows import Run, evaluated, flow_in
from tests.helpers import AUTH
from tests.test_windmill import FLOWS
from workbench.sandbox import Fault, Sandbox

FOLDER = FLOWS["f/klaviyo/examples/record_order"]
FLOW = flow_in(FOLDER)

ORDER = {
    "id": 5678901234567,
    "order_number": 10417,
    "created_at": "2026-11-20T09:30:00+01:00",
    "currency": "CHF",
    "total_price": "25.00",
    "email": "zoe.mueller@example.com",
    "phone": None,
    "customer": {"id": 90817, "first_name": "Zoë", "last_name": "Müller", "phone": "+12025550142"},
    "billing_address": {"address1": "Teeweg 3", "city": "Zürich", "zip": "8001", "country_code": "CH"},
    "line_items": [{"sku": "TEA-EARL-100", "title": "Earl Grey, 100 g", "quantity": 2, "price": "12.50"}],
}


def run_with(sandbox: Sandbox, order: Any) -> Run:
    def prepare(script: Any) -> None:
        script.API, script.LONGEST_WAIT = sandbox.url, 0

    return Run(FOLDER, {"account": AUTH, "order": order}, prepare)


def sent(sandbox: Sandbox) -> list[tuple[str, int | None]]:
    return [(received.target, received.status) for received in sandbox.received]


PROFILE, EVENT = "/api/profile-import", "/api/events"


def test_an_order_becomes_a_profile_and_an_event(sandbox: Sandbox) -> None:
    run = run_with(sandbox, ORDER)
    assert run.failed is None
    assert sent(sandbox) == [(PROFILE, 200), (EVENT, 202)]
    profile, event = (json.loads(received.body)["data"]["attributes"] for received in sandbox.received)
    assert profile == {
        "email": "zoe.mueller@example.com",
        "phone_number": "+12025550142",
        "external_id": "90817",
        "first_name": "Zoë",
        "last_name": "Müller",
        "location": {"address1": "Teeweg 3", "city": "Zürich", "zip": "8001", "country": "CH"},
    }
    assert event["unique_id"] == "5678901234567"
    assert (event["value"], event["value_currency"], event["time"]) == (25, "CHF", "2026-11-20T09:30:00+01:00")
    assert event["properties"]["lines"][0]["price"] == 12.5
    assert event["profile"]["data"]["attributes"]["email"] == profile["email"]


def test_busy_is_tried_again_after_the_time_klaviyo_asked_for(sandbox: Sandbox) -> None:
    sandbox.faults.extend([Fault(status=429, headers={"Retry-After": "90"}), Fault(status=200, body=b"{}")])
    sandbox.faults.append(Fault(status=429))
    run = run_with(sandbox, ORDER)
    assert run.failed is None
    assert [target for target, _ in sent(sandbox)] == [PROFILE, PROFILE, EVENT, EVENT]
    assert run.slept == {"profile_again": 90, "event_again": 60}


@pytest.mark.parametrize(("before", "step"), [(0, "profile"), (1, "event")])
def test_a_refusal_fails_the_flow_with_what_klaviyo_said(sandbox: Sandbox, before: int, step: str) -> None:
    body = b'{"errors": [{"detail": "Invalid email"}]}'
    sandbox.faults.extend([Fault(status=200, body=b"{}")] * before + [Fault(status=400, body=body)])
    run = run_with(sandbox, ORDER)
    assert run.failed == "refused"
    message = run.results["refused"]["error"]["message"]
    assert message.startswith(f"{step}: 400 ")
    assert "Invalid email" in message
    assert [target for target, _ in sent(sandbox)] == [PROFILE, EVENT], "the other of the two is not lost"


def test_what_is_not_known_of_an_order_is_left_out(sandbox: Sandbox) -> None:
    run = run_with(sandbox, {**ORDER, "customer": None, "billing_address": None})
    assert run.failed is None
    assert json.loads(sandbox.received[0].body)["data"]["attributes"] == {"email": "zoe.mueller@example.com"}


def test_an_order_of_nobody_is_refused_before_it_is_sent(sandbox: Sandbox) -> None:
    run = run_with(sandbox, {**ORDER, "customer": None, "email": ""})
    assert run.failed == "refused"
    assert "event: 1 fault in the arguments" in run.results["refused"]["error"]["message"]
    assert "an id or one of the attributes email" in run.results["refused"]["error"]["message"]
    assert EVENT not in dict(sent(sandbox))


def test_retry_waits_for_429_alone() -> None:
    again = [module for branch in branches() for module in branch["modules"] if "retry" in module]
    assert [module["id"] for module in again] == ["profile_again", "event_again"]
    for module in again:
        expression = module["retry"]["retry_if"]["expr"]
        for status, expected in ((429, True), (500, False), (None, False)):
            error = json.dumps({"extra": {"status": status}})
            assert evaluated(f"(error => {expression})({error})", {}, {}) is expected


def branches() -> list[Any]:
    modules = FLOW["value"]["modules"]
    return [branch for module in modules for branch in module["value"].get("branches", [])]
