"""Who has said no in Klaviyo is not subscribed again, unless the consent is later."""

import contextlib
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.bulk_import import Import, load_import, read_rejects, run_import
from tests.support.collection import AUTH, INDEX, REVISION, unthrottled
from workbench.sandbox import Fault, Sandbox

REJECTS = Path("rows.rejects.jsonl")
LOOK_UP = "/api/profiles"
SUBSCRIBE = "/api/profile-subscription-bulk-create-jobs"
TASTINGS, TEA_LETTER = "TgK3vB", "Y6nRLr"


@pytest.fixture(scope="module")
def listening() -> Iterator[Sandbox]:
    """A sandbox with the account of the shop, which has lists."""
    with Sandbox(unthrottled(INDEX)) as sandbox:
        yield sandbox


@pytest.fixture
def run(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Import:
    monkeypatch.chdir(tmp_path)
    sandbox.reset_account()
    call = run_import(load_import("subscriptions", sandbox))
    return lambda rows, **options: call(rows, **{"action": "subscribe", "channels": ["email"], **options})


def hold(sandbox: Sandbox, address: str, phone: str | None = None, **subscriptions: Any) -> None:
    """Store a profile with these subscriptions, as Klaviyo has them."""
    attributes = {"email": address, "phone_number": phone, "subscriptions": subscriptions}
    sandbox.add("profile", [("01HELD", attributes)])


def marketing(consent: str, at: str | None = None, **more: Any) -> dict[str, Any]:
    return {"marketing": {"consent": consent, "consent_timestamp": at, "last_updated": at, **more}}


def suppressed(reason: str, at: str) -> dict[str, Any]:
    return {"suppression": [{"reason": reason, "timestamp": at}]}


def subscribed(sandbox: Sandbox) -> list[str]:
    return [
        profile["attributes"].get("email") or profile["attributes"]["phone_number"]
        for received in sandbox.received
        if received.target == SUBSCRIBE
        for profile in json.loads(received.body)["data"]["attributes"]["profiles"]["data"]
    ]


BEFORE, NO, AFTER = "2025-03-01T09:00:00+00:00", "2025-05-01T08:00:00+00:00", "2025-05-01T10:00:01+02:00"
HELD: dict[str, tuple[dict[str, Any], str | None]] = {  # what Klaviyo holds of email, and why a row is rejected
    "unsubscribed": (marketing("UNSUBSCRIBED", NO), f"unsubscribed since: {NO}, email, UNSUBSCRIBED"),
    "at an unknown time": (marketing("UNSUBSCRIBED"), "unsubscribed since: an unknown time, email, UNSUBSCRIBED"),
    "a consent that nobody knows": (marketing("PAUSED", NO), f"unsubscribed since: {NO}, email, PAUSED"),
    "spam": (
        marketing("SUBSCRIBED", BEFORE, **suppressed("SPAM_COMPLAINT", NO)),
        f"unsubscribed since: {NO}, email, SPAM_COMPLAINT",
    ),
    "suppressed": (
        marketing("NEVER_SUBSCRIBED", **suppressed("USER_SUPPRESSED", NO)),
        f"unsubscribed since: {NO}, email, USER_SUPPRESSED",
    ),
    "subscribed": (marketing("SUBSCRIBED", NO), None),
    "never subscribed": (marketing("NEVER_SUBSCRIBED"), None),
}


@pytest.mark.parametrize("name", HELD)
@pytest.mark.parametrize("time", [None, BEFORE, AFTER])
def test_only_a_later_consent_is_sent(run: Import, sandbox: Sandbox, name: str, time: str | None) -> None:
    held, reason = HELD[name]
    hold(sandbox, "ida@example.com", email=held)
    row = {"Email": "Ida@Example.com"} | ({"Consented at": time} if time else {})
    summary = run([row, {**row, "Email": "stranger@example.com"}])
    is_sent = reason is None or (time == AFTER and name != "at an unknown time")
    assert subscribed(sandbox) == [*(["Ida@Example.com"] if is_sent else []), "stranger@example.com"]
    assert (summary["sent"], summary["rejected"]) == (1 + is_sent, 1 - is_sent)
    if not is_sent:
        assert read_rejects(REJECTS) == {1: reason}
        assert [*summary["reasons"]] == ["unsubscribed since"]


def test_each_channel_is_looked_up_by_what_it_is_sent_to(run: Import, sandbox: Sandbox) -> None:
    hold(sandbox, "ida@example.com", "+12025550177", sms=marketing("UNSUBSCRIBED", NO))
    rows = [
        {"Email": "ida@example.com", "Phone": "+12025550178"},
        {"Email": "other@example.com", "Phone": "+1 202 555 0177"},
    ]
    assert run(rows)["sent"] == 2
    assert run(rows, channels=["sms"], journal="sms")["rejected"] == 1
    assert read_rejects(REJECTS) == {2: f"unsubscribed since: {NO}, sms, UNSUBSCRIBED"}


def test_who_has_left_a_list_is_not_added_to_it_again(run: Import, sandbox: Sandbox) -> None:
    left = {"list_suppressions": [{"list_id": TASTINGS, "reason": "UNSUBSCRIBE", "timestamp": NO}]}
    hold(sandbox, "ida@example.com", email=marketing("SUBSCRIBED", BEFORE, **left))
    rows = [{"Email": "ida@example.com"}]
    assert [run(rows, list_id=list_id)["sent"] for list_id in (TASTINGS, TEA_LETTER, None)] == [0, 1, 0]


def test_people_are_looked_up_a_hundred_at_a_time_just_before_they_are_subscribed(
    run: Import, sandbox: Sandbox
) -> None:
    run([{"Email": f"p{number}@example.com"} for number in range(1250)])
    requests_sent = [received.target.partition("?")[0] for received in sandbox.received]
    assert (requests_sent.count(LOOK_UP), requests_sent.count(SUBSCRIBE)) == (13, 2)
    assert len(subscribed(sandbox)) == 1250
    assert requests_sent[0] == LOOK_UP


def test_somebody_who_leaves_between_two_runs_stays_out(run: Import, sandbox: Sandbox) -> None:
    rows = [{"Email": f"p{number}@example.com", "Consented at": BEFORE} for number in range(3)]
    assert run(rows)["sent"] == 3
    run(rows[:1], action="unsubscribe", list_id="all", mapping={"Consented at": ""})
    again = [{**row, "Consented at": "2025-03-02"} for row in rows]
    assert run(again)["sent"] == 2
    headers = {"Authorization": f"Klaviyo-API-Key {AUTH['apiKey']}", "revision": REVISION}
    query = 'additional-fields[profile]=subscriptions&filter=equals(email,"p0@example.com")'
    [profile] = requests.get(f"{sandbox.url}/api/profiles?{query}", headers=headers, timeout=10).json()["data"]
    assert profile["attributes"]["subscriptions"]["email"]["marketing"]["consent"] == "UNSUBSCRIBED"


UNUSABLE = {
    r"the key may not read profiles \(scope profiles:read\).*check_withdrawals: false": Fault(status=403),
    "the subscriptions of people in Klaviyo cannot be read": Fault(status=200, body=b'{"data": {}}'),
    "subscriptions of people in Klaviyo cannot be read: {": Fault(
        status=200, body=b'{"data": [{"attributes": {"email": "a"}}]}'
    ),
}


@pytest.mark.parametrize("message", UNUSABLE)
def test_nobody_is_subscribed_if_the_look_up_fails(run: Import, sandbox: Sandbox, message: str) -> None:
    sandbox.faults.append(UNUSABLE[message])
    with pytest.raises(Exception, match=message) as raised:
        run([{"Email": "a@example.com"}])
    assert not vars(raised.value)["temporary"]
    assert subscribed(sandbox) == []


@pytest.mark.parametrize("value", [False, "false"])
def test_the_look_up_can_be_switched_off(
    run: Import, sandbox: Sandbox, capsys: pytest.CaptureFixture[str], value: Any
) -> None:
    hold(sandbox, "ida@example.com", email=marketing("UNSUBSCRIBED", NO))
    assert run([{"Email": "ida@example.com"}], check_withdrawals=value)["sent"] == 1
    assert "check_withdrawals is false: who has unsubscribed in Klaviyo is not looked up" in capsys.readouterr().err
    assert [received.target for received in sandbox.received] == [SUBSCRIBE]


@pytest.mark.parametrize("value", [None, True, ""])
def test_a_missing_option_does_not_switch_it_off(run: Import, sandbox: Sandbox, value: Any) -> None:
    hold(sandbox, "ida@example.com", email=marketing("UNSUBSCRIBED", NO))
    assert run([{"Email": "ida@example.com"}], check_withdrawals=value)["sent"] == 0


def test_dry_run_rejects_who_has_said_no(run: Import, sandbox: Sandbox) -> None:
    hold(sandbox, "ida@example.com", email=marketing("UNSUBSCRIBED", NO))
    result = run([{"Email": "ida@example.com"}, {"Email": "jo@example.com"}], dry_run=True)
    assert (result["would_send"], result["rejected"]) == (1, 1)
    assert read_rejects(Path(result["rejects"]))[1].startswith("unsubscribed since")
    assert {received.method for received in sandbox.received} == {"GET"}


TIMES = ["2025-01-01T09:00:00+00:00", "2025-03-01T09:00:00+00:00", "2025-05-01T09:00:00+00:00"]
NOS = ["2024-12-01T09:00:00+00:00", "2025-02-01T09:00:00+00:00", "2025-04-01T09:00:00+00:00"]
SPELLINGS = [str, lambda time: time.replace("T09", "T10").replace("+00", "+01"), lambda time: f"{time[:10]} 09:00"]
PEOPLE = ["ada@example.com", "ben@example.com", "cyd@example.com"]
STEPS = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(TIMES), min_size=1),  # the rows: who consented when
        st.sampled_from(SPELLINGS),
        st.sampled_from([str, str.upper]),
        st.booleans(),  # whether a column says who has consented, or the option
        st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(NOS)),  # who says no in Klaviyo afterwards
    ),
    min_size=2,
    max_size=4,
)


@settings(max_examples=12)
@given(STEPS)
def test_every_run_sends_what_is_new_and_nobody_who_has_left(listening: Sandbox, steps: list[Any]) -> None:
    """Whatever is respelled, changed or withdrawn in between: what is sent is what it has to be, and nothing else."""
    listening.reset_account()
    call = run_import(load_import("subscriptions", listening))
    ids = {email: f"01PERSON{number}" for number, email in enumerate(PEOPLE)}
    listening.add("profile", [(id_, {"email": email, "subscriptions": {}}) for email, id_ in ids.items()])
    sent: set[tuple[str, str]] = set()
    noes: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for consents, spell, case, has_column, withdrawals in steps:
            rows = [{"Email": case(email), "Consented at": spell(time)} for email, time in consents.items()]
            rows = [row | {"Newsletter": "yes"} for row in rows] if has_column else rows
            listening.received.clear()
            call(rows, action="subscribe", channels=[] if has_column else ["email"], journal="journal")
            new = {each for each in consents.items() if each not in sent and noes.get(each[0], "") < each[1]}
            assert {email.lower() for email in subscribed(listening)} == {email for email, _ in new}
            sent |= new
            noes = {email: no for email, no in noes.items() if email not in {email for email, _ in new}} | withdrawals
            for email, no in withdrawals.items():
                held = {"email": email, "subscriptions": {"email": marketing("UNSUBSCRIBED", no)}}
                listening.add("profile", [(ids[email], held)])
