"""The example flows: their expressions evaluated, their steps run against the sandbox, as Windmill would."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import wmill
from pyrate_limiter import Duration, Rate

from tests.support.bulk_export import profile
from tests.support.collection import AUTH, FLOWS, REVISION
from tests.support.flow_run import FlowRun, iterate_modules, read_flow
from tests.support.windmill_workspace import Workspace
from workbench.collection import load_operation, load_script
from workbench.sandbox import Fault, Sandbox

EXPORT_CHANGED_PROFILES = FLOWS["f/klaviyo/examples/export_changed_profiles"]
RECORD_ORDER = FLOWS["f/klaviyo/examples/record_order"]
GET_ALL_PROFILES = FLOWS["f/klaviyo/examples/get_all_profiles"]
SUBSCRIBE_SIGNUP = FLOWS["f/klaviyo/examples/subscribe_signup"]
SUBSCRIBE = "/api/profile-subscription-bulk-create-jobs"
PROFILE, EVENT = "/api/profile-import", "/api/events"
ALL_WRITTEN = {"written": ["profile", "event"], "failed": {}}

Inputs = dict[Path, dict[str, Any]]

ORDER = {
    "id": 5678901234567,
    "order_number": 10417,
    "created_at": "2026-11-20T09:30:00+01:00",
    "currency": "CHF",
    "total_price": "25.00",
    "email": "zoe.müller@example.com",
    "phone": None,
    "customer": {"id": 90817, "first_name": "Zoë", "last_name": "Müller", "phone": "+12025550142"},
    "billing_address": {"address1": "Teeweg 3", "city": "Zürich", "zip": "8001", "country_code": "CH"},
    "line_items": [{"sku": "TEA-EARL-100", "title": "Earl Grey, 100 g", "quantity": 2, "price": "12.50"}],
}


SIGNUP = {
    "email": "lea@example.com",
    "email_consent": True,
    "phone_number": "+41446681800",
    "sms_consent": False,
    "source": "Form in the footer",
}


@pytest.fixture
def workspace(monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """What a job of Windmill sees of its workspace, for a script that runs in this process."""
    with Workspace() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(wmill.client, "_client", None)
        yield server


def run_flow(folder: Path, sandbox: Sandbox, **flow_input: Any) -> FlowRun:
    def prepare(script: Any) -> None:
        script.API = sandbox.url
        if hasattr(script, "limit_rates"):  # the export
            script.limit_rates = lambda rates: [Rate(1_000_000, Duration.SECOND)]
        else:
            script.MAX_WAIT = 0

    resources = {"f/klaviyo/account": AUTH}
    if "event" in flow_input:
        return FlowRun(folder, prepare, event=flow_input["event"], resources=resources)
    return FlowRun(folder, prepare, flow_input, resources=resources)


@pytest.fixture
def list_id(sandbox: Sandbox) -> str:
    """The ID of a list."""
    script = load_script(load_operation("create_list"))
    script.API = sandbox.url
    created = script.main(AUTH, REVISION, {"data": {"type": "list", "attributes": {"name": "Newsletter"}}})
    sandbox.received.clear()
    return str(created["data"]["id"])


@pytest.fixture
def inputs(list_id: str) -> Inputs:
    """All inputs of each flow."""
    return {
        RECORD_ORDER: {"account": AUTH, "order": ORDER},
        GET_ALL_PROFILES: {"account": AUTH, "filter": 'equals(email,"ada@example.com")', "fields": ["email"]},
        SUBSCRIBE_SIGNUP: {"account": AUTH, "list_id": list_id, "signup": SIGNUP},
        EXPORT_CHANGED_PROFILES: {"account": AUTH, "to": "{time}.csv", "filter": 'equals(email,"ada@example.com")'},
    }


FLOWS_OF_EXAMPLES = [RECORD_ORDER, GET_ALL_PROFILES, SUBSCRIBE_SIGNUP, EXPORT_CHANGED_PROFILES]
EACH_FLOW = pytest.mark.parametrize("folder", FLOWS_OF_EXAMPLES, ids=lambda folder: folder.name)


@pytest.mark.parametrize(
    ("folder", "left_out"),
    [(folder, name) for folder in FLOWS_OF_EXAMPLES for name in read_flow(folder)["schema"]["properties"]],
    ids=lambda value: getattr(value, "name", value),
)
def test_an_input_that_is_left_out_has_a_default_or_is_named(
    sandbox: Sandbox, workspace: Workspace, inputs: Inputs, folder: Path, left_out: str
) -> None:
    assert inputs[folder].keys() == read_flow(folder)["schema"]["properties"].keys()
    run = run_flow(folder, sandbox, **{name: value for name, value in inputs[folder].items() if name != left_out})
    if left_out in read_flow(folder)["schema"]["required"]:
        assert run.failed
        error = run.result["error"]
        assert error["name"] in ("ValueError", "RuntimeError")
        assert left_out.replace("signup", "sign-up") in error["message"]
        assert targets(sandbox) == []
    else:
        assert (run.failed, run.status) == (None, 200)


@EACH_FLOW
def test_a_busy_klaviyo_is_retried_after_a_while(
    sandbox: Sandbox, workspace: Workspace, inputs: Inputs, folder: Path
) -> None:
    sandbox.faults.append(Fault(status=429, headers={"Retry-After": "3600"}))
    run = run_flow(folder, sandbox, **inputs[folder])
    assert run.failed is None
    assert len(run.retries) == 1


@EACH_FLOW
def test_a_fault_that_will_not_pass_is_not_retried(
    sandbox: Sandbox, workspace: Workspace, inputs: Inputs, folder: Path
) -> None:
    sandbox.faults.extend([Fault(status=400, body=b'{"errors": [{"detail": "Invalid"}]}')] * 3)
    run = run_flow(folder, sandbox, **inputs[folder])
    assert (run.retries, run.status) == ({}, 422)


@pytest.fixture
def empty_account(sandbox: Sandbox) -> None:
    """Each test starts with an account in which nobody has ordered yet."""
    sandbox.empty_account()


def targets(sandbox: Sandbox) -> list[tuple[str, int | None]]:
    """Return what was requested and with which status it was answered."""
    return [(received.target, received.status) for received in sandbox.received]


def attributes_sent(sandbox: Sandbox) -> list[Any]:
    return [json.loads(received.body)["data"]["attributes"] for received in sandbox.received]


@pytest.mark.usefixtures("empty_account")
def test_an_order_becomes_a_profile_and_an_event(sandbox: Sandbox) -> None:
    run = run_flow(RECORD_ORDER, sandbox, order=ORDER)
    assert run.result == ALL_WRITTEN
    assert targets(sandbox) == [(PROFILE, 201), (EVENT, 202)]
    profile, event = attributes_sent(sandbox)
    assert profile == {
        "email": "zoe.müller@example.com",
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


@pytest.mark.usefixtures("empty_account")
def test_a_webhook_with_the_order_as_its_body_starts_the_flow(sandbox: Sandbox) -> None:
    headers = {"x-shopify-topic": "orders/create"}
    event = {"kind": "webhook", "body": ORDER, "raw_string": None, "query": {}, "headers": headers}
    run = run_flow(RECORD_ORDER, sandbox, event=event)
    assert run.result == ALL_WRITTEN
    assert targets(sandbox) == [(PROFILE, 201), (EVENT, 202)]
    assert attributes_sent(sandbox)[1]["unique_id"] == "5678901234567"


def test_the_account_of_a_webhook_is_the_default_of_the_form(sandbox: Sandbox) -> None:
    run = run_flow(RECORD_ORDER, sandbox, event={"kind": "webhook", "body": ORDER})
    assert run.flow_input["account"] == read_flow(RECORD_ORDER)["schema"]["properties"]["account"]["default"]


def test_a_busy_klaviyo_is_retried(sandbox: Sandbox) -> None:
    sandbox.faults.extend([Fault(status=429), Fault(status=429), Fault(), Fault(status=429)])
    run = run_flow(RECORD_ORDER, sandbox, order=ORDER)
    assert run.result == ALL_WRITTEN
    assert [target for target, _ in targets(sandbox)] == [PROFILE] * 3 + [EVENT] * 2
    assert run.retries == {"profile": [60, 60], "event": [60]}


REFUSALS = {
    "a 4xx": ([Fault(status=400, body=b'{"errors": [{"detail": "Invalid email"}]}')], "400 "),
    "429 in every retry": ([Fault(status=429)] * 6, "429 "),
    "a 5xx in every retry": ([Fault(status=503)] * 6, "503 "),
    "no response in any retry": ([Fault(reset=True)] * 6, "no response: "),
}


@pytest.mark.parametrize("refusal", REFUSALS)
def test_an_event_is_recorded_even_if_the_profile_cannot_be_written(sandbox: Sandbox, refusal: str) -> None:
    faults, message = REFUSALS[refusal]
    sandbox.faults.extend(faults)
    run = run_flow(RECORD_ORDER, sandbox, order=ORDER)
    assert run.failed is None
    assert targets(sandbox)[-1] == (EVENT, 202)
    assert (run.result["written"], run.result["failed"].keys()) == (["event"], {"profile"})
    assert run.result["failed"]["profile"].startswith(message)


def test_the_flow_fails_if_the_event_cannot_be_recorded(sandbox: Sandbox) -> None:
    sandbox.faults.extend([Fault(), Fault(status=400, body=b'{"errors": [{"detail": "Invalid email"}]}')])
    run = run_flow(RECORD_ORDER, sandbox, order=ORDER)
    assert run.failed == "outcome"
    assert run.result["error"]["message"].startswith('event: 400 {"errors": [{"detail": "Invalid email"}]}')


def test_what_an_order_does_not_contain_is_left_out(sandbox: Sandbox) -> None:
    run = run_flow(RECORD_ORDER, sandbox, order={**ORDER, "customer": None, "billing_address": None})
    assert run.failed is None
    assert attributes_sent(sandbox)[0] == {"email": "zoe.müller@example.com"}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"customer": None, "email": ""}, "The order has no customer: no email, no phone and no customer with an id"),
        ({"line_items": None}, "The order has no line_items; "),
        ({"created_at": "", "total_price": None}, "The order has no created_at and no total_price; "),
        ({"line_items": [{"title": "Earl Grey", "price": "9"}]}, "A line of the order has no quantity"),
        ({"line_items": ["Earl Grey"]}, "line_items of the order is not a list of objects"),
        ({"total_price": "25 CHF"}, "The order has '25 CHF' as its total_price, which is not a number"),
    ],
)
def test_an_order_that_lacks_something_is_a_sentence(sandbox: Sandbox, changes: Any, message: str) -> None:
    run = run_flow(RECORD_ORDER, sandbox, order={**ORDER, **changes})
    assert (run.failed, run.result["error"]["name"]) == ("bodies", "ValueError")
    assert run.result["error"]["message"].startswith(message)
    assert targets(sandbox) == []


@pytest.mark.parametrize("body", [None, {}, "order"])
def test_a_webhook_without_an_order_is_a_sentence(sandbox: Sandbox, body: Any) -> None:
    run = run_flow(RECORD_ORDER, sandbox, event={"kind": "webhook", "body": body, "raw_string": ""})
    assert (run.failed, run.status) == ("bodies", 422)
    assert run.result["error"]["message"].startswith("There is no order. ")


def page(*ids: str, following: str | None) -> Fault:
    """Return the answer with a page of profiles; `following` is the cursor of the next page."""
    link = f"https://a.klaviyo.com/api/profiles?page%5Bsize%5D=100&page%5Bcursor%5D={following}" if following else None
    document = {"data": [{"type": "profile", "id": name} for name in ids], "links": {"next": link}}
    return Fault(status=200, body=json.dumps(document).encode())


def queries(sandbox: Sandbox) -> list[dict[str, list[str]]]:
    return [parse_qs(urlsplit(received.target).query) for received in sandbox.received]


def test_all_pages_of_profiles_become_one_list(sandbox: Sandbox) -> None:
    sandbox.faults.extend([page("a", "b", following="Mg"), page("c", following="Mw=="), page("d", following=None)])
    run = run_flow(GET_ALL_PROFILES, sandbox, filter='equals(email,"ada@example.com")', fields=["email", "created"])
    assert run.failed is None
    assert [profile["id"] for profile in run.result] == ["a", "b", "c", "d"]
    common = {
        "filter": ['equals(email,"ada@example.com")'],
        "fields[profile]": ["email,created"],
        "page[size]": ["100"],
    }
    cursors = [{}, {"page[cursor]": ["Mg"]}, {"page[cursor]": ["Mw=="]}]
    assert queries(sandbox) == [common | cursor for cursor in cursors]


def test_an_account_without_profiles_gives_an_empty_list(sandbox: Sandbox) -> None:
    sandbox.reset_account()
    run = run_flow(GET_ALL_PROFILES, sandbox)
    assert (run.failed, run.result) == (None, [])
    assert targets(sandbox) == [("/api/profiles?page%5Bsize%5D=100", 200)]


def test_a_page_is_retried_and_the_loop_continues(sandbox: Sandbox) -> None:
    sandbox.faults.extend([page("a", following="Mg"), Fault(status=429), page("b", following=None)])
    run = run_flow(GET_ALL_PROFILES, sandbox)
    assert [profile["id"] for profile in run.result] == ["a", "b"]
    assert run.retries == {"page": [60]}


def test_a_page_that_fails_fails_the_flow(sandbox: Sandbox) -> None:
    sandbox.faults.extend([page("a", following="Mg"), Fault(status=403, body=b'{"errors": []}')])
    run = run_flow(GET_ALL_PROFILES, sandbox)
    assert run.failed == "page"
    assert run.result["error"]["message"].startswith("403 ")


def subscribed(sandbox: Sandbox) -> Any:
    """Return the attributes of the one profile that was sent."""
    [attributes] = attributes_sent(sandbox)
    [profile] = attributes["profiles"]["data"]
    return profile["attributes"]


def test_a_signup_subscribes_to_what_was_consented_to(sandbox: Sandbox, list_id: str) -> None:
    event = {"kind": "webhook", "body": SIGNUP, "query": {"list_id": list_id}, "headers": {}}
    run = run_flow(SUBSCRIBE_SIGNUP, sandbox, event=event)
    assert run.failed is None
    assert targets(sandbox) == [(SUBSCRIBE, 202)]
    assert attributes_sent(sandbox)[0]["custom_source"] == "Form in the footer"
    assert subscribed(sandbox) == {
        "email": "lea@example.com",
        "subscriptions": {"email": {"marketing": {"consent": "SUBSCRIBED"}}},
    }
    assert json.loads(sandbox.received[0].body)["data"]["relationships"]["list"]["data"]["id"] == list_id


@pytest.mark.parametrize("consent", [False, "off", "lea@example.com"])
def test_a_signup_without_a_checked_box_subscribes_nobody(sandbox: Sandbox, consent: Any) -> None:
    signup = {**SIGNUP, "email_consent": consent, "sms_consent": consent}
    run = run_flow(SUBSCRIBE_SIGNUP, sandbox, signup=signup, list_id="Y6nRLr")
    assert (run.failed, run.ended, run.result, run.status) == (None, "request", None, 200)
    assert targets(sandbox) == []


def test_a_signup_may_be_of_several_channels(sandbox: Sandbox, list_id: str) -> None:
    run_flow(SUBSCRIBE_SIGNUP, sandbox, signup={**SIGNUP, "sms_consent": "on"}, list_id=list_id)
    assert subscribed(sandbox).keys() == {"email", "phone_number", "subscriptions"}
    assert subscribed(sandbox)["subscriptions"].keys() == {"email", "sms"}


@pytest.mark.parametrize(
    ("changes", "list_id", "message"),
    [
        ({"sms_consent": True, "phone_number": ""}, "Y6nRLr", "The sign-up has a consent, but no phone_number"),
        ({"email": "lea"}, "Y6nRLr", "Request not sent. Faults in the arguments: "),
        ({}, "", "There is no list_id: "),
    ],
)
def test_a_signup_that_cannot_be_recorded_fails(sandbox: Sandbox, changes: Any, list_id: str, message: str) -> None:
    run = run_flow(SUBSCRIBE_SIGNUP, sandbox, signup={**SIGNUP, **changes}, list_id=list_id)
    assert run.failed
    assert message in run.result["error"]["message"]
    assert targets(sandbox) == []


def test_a_signup_is_repeated_until_klaviyo_has_it(sandbox: Sandbox, list_id: str) -> None:
    sandbox.faults.extend([Fault(status=429), Fault(status=503), Fault(reset=True)])
    run = run_flow(SUBSCRIBE_SIGNUP, sandbox, signup=SIGNUP, list_id=list_id)
    assert (run.failed, run.retries) == (None, {"subscribe": [60] * 3})
    sandbox.faults.append(Fault(status=400, body=b'{"errors": [{"detail": "Invalid email"}]}'))
    run = run_flow(SUBSCRIBE_SIGNUP, sandbox, signup=SIGNUP, list_id=list_id)
    assert (run.failed, run.retries) == ("subscribe", {})


def export_changed(sandbox: Sandbox) -> FlowRun:
    return run_flow(EXPORT_CHANGED_PROFILES, sandbox)


def test_each_night_the_profiles_that_have_changed_are_exported(sandbox: Sandbox, workspace: Workspace) -> None:
    sandbox.reset_account()
    sandbox.add("profile", [profile(1), profile(2)])
    first = export_changed(sandbox)
    assert (first.failed, first.result["items"]) == (None, 2)
    time.sleep(1)  # objects are named after the second
    sandbox.add("profile", [profile(2, first_name="Zoë"), profile(3)])
    sandbox.faults.append(Fault(status=429, headers={"Retry-After": "1"}))
    second = export_changed(sandbox)
    assert (second.failed, second.result["items"], second.result["before"]) == (None, 2, 1)
    objects = [run.result["to"]["s3"] for run in (first, second)]
    assert sorted(workspace.objects) == objects, "nothing else stays"
    texts = [workspace.objects[name].decode() for name in objects]
    assert [re.findall("P00000.", text) for text in texts] == [["P000001", "P000002"], ["P000002", "P000003"]]


def test_an_export_that_was_stopped_goes_on_after_a_while(sandbox: Sandbox, workspace: Workspace) -> None:
    sandbox.reset_account()
    sandbox.add("profile", [profile(n) for n in range(150)])
    sandbox.faults.extend([Fault(), Fault(status=429, headers={"Retry-After": "3600"})])
    run = export_changed(sandbox)
    assert (run.failed, run.result["items"], run.retries) == (None, 150, {"export": [600]})
    assert [status for _, status in targets(sandbox)] == [200, 429, 200]


def test_an_export_without_object_storage_does_not_wait(sandbox: Sandbox, workspace: Workspace) -> None:
    sandbox.reset_account()
    sandbox.add("profile", [profile(1)])
    workspace.broken.add("job_helpers")
    run = export_changed(sandbox)
    assert (run.failed, run.retries) == ("export", {})


@pytest.mark.parametrize("path", FLOWS)
def test_every_inline_script_has_a_lock(path: str) -> None:
    """Without, a push would send the flow again after Windmill has locked it."""
    folder = FLOWS[path]
    for module in iterate_modules(read_flow(folder)["value"]):
        if module["value"]["type"] == "rawscript":
            name = module["value"]["content"].removesuffix(".py")
            assert module["value"]["lock"] == f"{name}.lock"
            assert (folder / f"{name.removeprefix('!inline ')}.lock").read_text().startswith("# py: 3.11\n")


@pytest.mark.parametrize("path", FLOWS)
def test_the_revision_is_left_to_the_scripts(path: str) -> None:
    for module in iterate_modules(read_flow(FLOWS[path])["value"]):
        assert "revision" not in module["value"].get("input_transforms", {})
