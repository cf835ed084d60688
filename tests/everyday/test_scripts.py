"""Each script against the sandbox: what is sent, what comes back, what is refused."""

import base64
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.support.collection import INDEX
from workbench.collection import COLLECTION
from workbench.sandbox import Fault, Sandbox

SCRIPTS = pytest.mark.parametrize("script", INDEX["everyday"], ids=lambda script: script["name"])
Run = Callable[..., Any]


def read_json(path: str) -> Any:
    return json.loads((COLLECTION / path).read_text(encoding="utf-8"))


def sent(sandbox: Sandbox) -> list[Any]:
    """Return the bodies of all requests that change something."""
    return [json.loads(received.body) for received in sandbox.received if received.body]


def attributes_sent(sandbox: Sandbox) -> Any:
    [body] = sent(sandbox)
    return body["data"]["attributes"]


def refusal(run: Run, script: str, /, **arguments: Any) -> str:
    """Return the message of the InvalidInput that a call raises."""
    with pytest.raises(ValueError, match="Faults in the arguments") as info:
        run(script, **arguments)
    assert type(info.value).__name__ == "InvalidInput"
    return str(info.value)


@SCRIPTS
def test_example(run: Run, script: Any) -> None:
    """The example of the schema works, and the answer is as documented."""
    schema = read_json(script["schema"])
    answer = run(script["name"], **schema["examples"][0])
    Draft202012Validator(read_json(script["answer"])).validate(answer)
    rows = answer if isinstance(answer, list) else [answer]
    assert rows, "the example has no rows"
    assert len({tuple(row) for row in rows}) == 1, "rows of a table have equal keys"
    names = list(rows[0])
    assert all(not isinstance(value, dict) or name == "properties" for row in rows for name, value in row.items())
    if isinstance(answer, list):
        assert names.index("id" if "id" in names else names[0]) == 0


@SCRIPTS
def test_nothing_is_sent_without_arguments(run: Run, shop: Sandbox, script: Any) -> None:
    if script["name"] in ("campaign_report", "flow_report"):
        return  # they need none
    for blank in (None, ""):
        names = read_json(script["schema"])["properties"]
        arguments = {name: blank for name in names if name not in ("limit", "interval")}
        message = refusal(run, script["name"], **arguments)
        assert "but it is missing" in message
        assert not re.search(r"None|<class|\\S|\^", message), message
        assert not shop.received


@SCRIPTS
def test_every_argument_of_a_wrong_type_is_a_fault(run: Run, shop: Sandbox, script: Any) -> None:
    schema = read_json(script["schema"])
    for name in schema["properties"]:
        message = refusal(run, script["name"], **schema["examples"][0] | {name: [[1]]})
        assert f"/{name}" in message
        assert not sent(shop)


def test_track_event(run: Run, shop: Sandbox) -> None:
    answer = run("track_event", metric="Signed Up", email="new@example.com", value=12.5, currency="CHF")
    attributes = attributes_sent(shop)
    assert attributes["metric"]["data"]["attributes"]["name"] == "Signed Up"
    assert attributes["profile"]["data"]["attributes"] == {"email": "new@example.com"}
    assert attributes["value_currency"] == answer["currency"] == "CHF"
    assert attributes["unique_id"] == answer["unique_id"]
    assert datetime.fromisoformat(answer["time"]) > datetime.now(UTC) - timedelta(minutes=1)
    assert run("track_event", metric="Signed Up", email="new@example.com")["unique_id"] != answer["unique_id"]


@pytest.mark.parametrize(
    ("metric", "name"),
    [
        ("SxR9Lh", "Placed Order"),
        ({"id": "SxR9Lh"}, "Placed Order"),
        ({"value": "Placed Order"}, "Placed Order"),
        ({"name": "SxR9Lh"}, "SxR9Lh"),
        ("Signup", "Signup"),
    ],
)
def test_track_event_takes_the_id_of_a_metric(run: Run, shop: Sandbox, metric: Any, name: str) -> None:
    run("track_event", metric=metric, email="mina@example.com")
    assert attributes_sent(shop)["metric"]["data"]["attributes"]["name"] == name


def test_a_key_that_may_not_read_metrics_tracks_by_name(run: Run, shop: Sandbox) -> None:
    shop.faults.append(Fault(status=403, body=b'{"errors": []}'))
    run("track_event", metric="Signup", email="mina@example.com")
    assert attributes_sent(shop)["metric"]["data"]["attributes"]["name"] == "Signup"


def test_faults_of_the_body_name_the_argument(run: Run, shop: Sandbox) -> None:
    event = {"metric": "Signed Up", "email": "mina@example.com"}
    assert "/time: " in refusal(run, "track_event", **event, time="1980-01-01")
    assert "/metric: " in refusal(run, "track_event", **event | {"metric": "x" * 200})
    assert "/properties/text: " in refusal(run, "track_event", **event, properties={"text": "x" * 100_001})
    assert not sent(shop)


def test_save_profile_says_which(run: Run) -> None:
    answer = run("save_profile", email="rosa@example.com", location={"city": "Lisbon", "region": ""})
    assert (answer["status"], answer["city"], answer["region"]) == ("created", "Lisbon", None)
    answer = run("save_profile", profile_id=answer["id"], first_name="Rosa", properties={"plan": "gold"})
    assert (answer["status"], answer["first_name"], answer["city"]) == ("updated", "Rosa", "Lisbon")


def test_find_profile(run: Run) -> None:
    found = run("find_profile", email="Luca@Example.com")
    assert found["id"] == "01JCQ7X9N2Q4S6T8V1W3X5Y7ZA"
    assert run("find_profile", phone_number="+41791234509") == found
    assert run("find_profile", external_id=found["external_id"]) == found
    assert run("find_profile", profile_id=found["id"]) == found
    run("unsubscribe", email="luca@example.com", channels=["email"], list_id="all")
    found = run("find_profile", email="luca@example.com")
    assert (found["email_consent"], found["email_permission"]) == ("UNSUBSCRIBED", False)
    run("subscribe", email="luca@example.com", channels=["email"], list_id="none")
    assert run("find_profile", email="luca@example.com")["email_permission"] is True
    assert run("find_profile", email="nobody@example.com") is None
    assert "exactly one of" in refusal(run, "find_profile", email="a@example.com", external_id="7")


def test_subscribe(run: Run, shop: Sandbox) -> None:
    answer = run("subscribe", email="rosa@example.com", channels=["email"], list_id="TgK3vB", source="Fair")
    assert (answer["list"], answer["status"]) == ("Tasting workshops", "subscribed")
    [body] = sent(shop)
    assert body["data"]["relationships"]["list"]["data"]["id"] == "TgK3vB"
    assert body["data"]["attributes"]["custom_source"] == "Fair"
    answer = run("subscribe", email="rosa@example.com", channels=["email"], list_id={"name": "newsletter"})
    assert (answer["opt_in"], answer["status"]) == ("double_opt_in", "asked to confirm")
    answer = run("subscribe", phone_number="+12025550142", channels=["sms"], list_id="none")
    assert (answer["list_id"], answer["status"]) == (None, "accepted")
    assert "relationships" not in sent(shop)[-1]["data"]


def test_a_channel_needs_its_identifier(run: Run, shop: Sandbox) -> None:
    for name in ("subscribe", "unsubscribe"):
        message = refusal(run, name, email="a@example.com", channels=["sms"], list_id="TgK3vB")
        assert "/phone_number: a phone number, which the channel sms needs, but it is missing" in message
        assert "/email: nothing, as no channel is for an email address, not 'a@example.com'" in message
    assert not shop.received


def test_consent_before_a_withdrawal_is_a_fault(run: Run, shop: Sandbox) -> None:
    consent = {"email": "ada@example.com", "channels": ["email"], "list_id": "TgK3vB"}
    past = (datetime.now(UTC) - timedelta(days=30)).isoformat()
    assert run("subscribe", **consent, consented_at=past)["status"] == "subscribed"
    assert attributes_sent(shop)["historical_import"] is True
    run("unsubscribe", **consent)
    count = len(sent(shop))
    message = refusal(run, "subscribe", **consent, consented_at=past)
    assert "/consented_at: a time after ada@example.com withdrew the consent (email: " in message
    run("unsubscribe", **consent | {"list_id": "all"})
    assert "withdrew" in refusal(run, "subscribe", **consent | {"list_id": "none"}, consented_at=past)
    assert len(sent(shop)) == count + 1
    run("subscribe", **consent)
    assert run("subscribe", **consent, consented_at=past)["status"] == "subscribed"
    run("suppress", emails=["ada@example.com"])
    assert "USER_SUPPRESSED" in refusal(run, "subscribe", **consent, consented_at=past)


def test_consent_in_the_future_is_a_fault(run: Run, shop: Sandbox) -> None:
    message = refusal(
        run, "subscribe", email="a@example.com", channels=["email"], list_id="none", consented_at="2999-01-01"
    )
    assert "/consented_at: " in message
    assert not sent(shop)


def test_unsubscribe_needs_a_list_or_all(run: Run, shop: Sandbox) -> None:
    nothings: list[Any] = [None, "", {}, " "]
    for nothing in nothings:
        message = refusal(run, "unsubscribe", email="luca@example.com", channels=["email"], list_id=nothing)
        assert "/list_id" in message
    assert not shop.received


def test_unsubscribe_looks_who_is_on_the_list(run: Run, shop: Sandbox) -> None:
    message = refusal(run, "unsubscribe", email="mina@example.com", channels=["email"], list_id="TgK3vB")
    assert "/email: somebody on the list Tasting workshops" in message
    message = refusal(
        run,
        "unsubscribe",
        email="nina@example.com",
        phone_number="+41791234509",
        channels=["email", "sms"],
        list_id="TgK3vB",
    )
    assert "/phone_number: the phone number of the person with the email address nina@example.com" in message
    assert not sent(shop)
    assert run("unsubscribe", email="Luca@example.com", channels=["email"], list_id="TgK3vB")["list_id"] == "TgK3vB"
    answer = run("unsubscribe", email="mina@example.com", channels=["email"], list_id="ALL")
    assert (answer["list"], answer["list_id"]) == ("all", None)
    assert "relationships" not in sent(shop)[-1]["data"]


def test_suppress_and_unsuppress(run: Run) -> None:
    emails = ["noah@example.com", "aiko@example.com"]
    assert run("suppress", emails=emails)["emails"] == emails
    assert "USER_SUPPRESSED" in run("find_profile", email=emails[1])["email_suppression"]
    run("unsuppress", emails=emails)
    assert "USER_SUPPRESSED" not in str(run("find_profile", email=emails[1])["email_suppression"])


def test_add_to_list(run: Run, shop: Sandbox) -> None:
    people = ["Ada@example.com", "+12025550104", "01JCQ7X4G6J8M1N3P5Q7R9S2TV"]
    rows = run("add_to_list", list_id="Newsletter", people=people)
    assert [row["email"] for row in rows] == ["ada@example.com", "priya@example.com", "noah@example.com"]
    assert {row["status"] for row in rows} == {"added"}
    shop.received.clear()
    message = refusal(run, "add_to_list", list_id="Newsletter", people=["new@example.com", "ada@example.com"])
    assert "/people/0: somebody who has a profile, or create_profiles: true, not 'new@example.com'" in message
    assert not sent(shop)
    rows = run("add_to_list", list_id="Newsletter", people=["new@example.com", "ada@example.com"], create_profiles=True)
    assert [row["status"] for row in rows] == ["created and added", "added"]
    message = refusal(run, "add_to_list", list_id="Newsletter", people=["01X", "Nobody!"], create_profiles=True)
    assert "/people/1: an email address, a phone number or the ID of a profile" in message
    assert "/people/0" in refusal(run, "add_to_list", list_id="Newsletter", people=["01X"], create_profiles=True)
    assert "/people/1" in refusal(run, "add_to_list", list_id="Newsletter", people=["a@b.c", "a@b.c"])


def test_remove_from_list(run: Run, shop: Sandbox) -> None:
    [row] = run("remove_from_list", list_id="Tasting workshops", people=["luca@example.com"])
    assert row["status"] == "removed"
    message = refusal(run, "unsubscribe", email="luca@example.com", channels=["email"], list_id="TgK3vB")
    assert "somebody on the list" in message
    shop.received.clear()
    assert "/people/0" in refusal(run, "remove_from_list", list_id="TgK3vB", people=["nobody@example.com"])
    assert not sent(shop)


def test_recent_events(run: Run) -> None:
    run("track_event", metric="Signed Up", email="mina@example.com", value=3, time=datetime.now(UTC).isoformat())
    rows = run("recent_events", email="mina@example.com", limit=3)
    assert len(rows) == 3
    assert rows[0] | {"id": "", "time": "", "properties": {}} == {
        "id": "",
        "time": "",
        "value": 3,
        "metric": "Signed Up",
        "properties": {},
    }
    assert [row["time"] for row in rows] == sorted((row["time"] for row in rows), reverse=True)
    assert {row["metric"] for row in run("recent_events", email="mina@example.com", metric="Signed Up")} == {
        "Signed Up"
    }
    assert "somebody who has a profile" in refusal(run, "recent_events", email="nobody@example.com")


def test_count_events(run: Run) -> None:
    for value in (10, 20):
        run("track_event", metric="Signed Up", email="mina@example.com", value=value)
    rows = run("count_events", metric="Signed Up")
    assert len(rows) in (30, 31)
    assert {key: rows[-1][key] for key in ("count", "people", "value")} == {"count": 2, "people": 1, "value": 30}
    assert "by" in run("count_events", metric="Signed Up", by="$flow")[0]
    message = refusal(run, "count_events", metric="Signed Up", start="2026-02-01", end="2026-01-01")
    assert "/start: a time before the end" in message


@pytest.mark.parametrize("kind", ["campaign", "flow"])
def test_reports(run: Run, shop: Sandbox, kind: str) -> None:
    name = {"campaign": "name", "flow": "flow"}[kind]
    rows = run(f"{kind}_report")
    *single, total = rows
    assert total[name] == f"All {kind}s"
    assert total["recipients"] == sum(row["recipients"] for row in single)
    assert total["open_rate"] == pytest.approx(total["opens"] / total["delivered"], abs=1e-4)
    assert not any(row["final"] for row in rows)
    assert "December roasts" in [row[name] for row in rows] or "Abandoned cart, tea and coffee" in [
        row[name] for row in rows
    ]
    chosen = single[0][name]
    [row] = run(f"{kind}_report", **{kind: chosen}, start="2026-01-01", end="2026-02-01")
    assert row[name] == chosen
    assert row["final"] is True
    assert "/timeframe: " in refusal(run, f"{kind}_report", timeframe="today", start="2026-01-01")
    assert "/start: " in refusal(run, f"{kind}_report", start="2024-01-01", end="2026-01-01")


def test_a_report_without_the_metric_of_orders_asks_for_one(run: Run, shop: Sandbox) -> None:
    shop.empty_account()
    assert "/conversion_metric: " in refusal(run, "campaign_report")


def test_add_coupon_codes(run: Run, shop: Sandbox) -> None:
    answer = run("add_coupon_codes", coupon="SPRING26", codes=["A1", "B2"])
    assert (answer["coupon"], answer["codes"]) == ("SPRING26", ["A1", "B2"])
    message = refusal(run, "add_coupon_codes", coupon="SPRING26", codes=["A1", "B2", "A1"])
    assert "/codes/2: another code than that at /codes/0" in message
    assert "SPRING26" in refusal(run, "add_coupon_codes", coupon="SPRING25", codes=["A1"])
    assert len(sent(shop)) == 1


def test_upload_image(run: Run, shop: Sandbox) -> None:
    image = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(20)).decode()
    assert run("upload_image", file=image, name="tin")["id"]
    assert b'filename="tin"' in shop.received[-1].body
    assert run("upload_image", url="https://www.example.com/tin.png")["id"]
    assert "either a file or a URL" in refusal(run, "upload_image", url="https://www.example.com/a.png", file=image)
    assert "/file" in refusal(run, "upload_image", file="no base64!")
    assert "/url" in refusal(run, "upload_image", url="tin.png")


def test_forget_person(run: Run, shop: Sandbox) -> None:
    assert "/confirm: the email again" in refusal(
        run, "forget_person", email="mina@example.com", confirm="nina@example.com"
    )
    assert "/confirm" in refusal(run, "forget_person", email="mina@example.com")
    assert not shop.received
    run("forget_person", email="mina@example.com", confirm="mina@example.com")
    assert run("find_profile", email="mina@example.com") is None


@pytest.mark.parametrize("text", ["Newsleter", "newslettr", "Y6nRLx"])
def test_a_name_that_is_not_there_lists_the_nearest(run: Run, text: str) -> None:
    assert "Newsletter (Y6nRLr)" in refusal(run, "remove_from_list", list_id=text, people=["mina@example.com"])


def test_a_name_that_is_there_twice_lists_both(run: Run, shop: Sandbox) -> None:
    shop.add("list", [("Zz1111", {"name": "Newsletter"})])
    message = refusal(run, "remove_from_list", list_id="Newsletter", people=["mina@example.com"])
    assert "Newsletter (Y6nRLr); Newsletter (Zz1111)" in message
    assert run("remove_from_list", list_id="Y6nRLr", people=["mina@example.com"])[0]["list"] == "Newsletter"


def test_names_for_agents_stay_readable() -> None:
    """Windmill's MCP server calls a script by its path with _ doubled, and by a hash beyond 40 characters."""
    for script in INDEX["everyday"]:
        assert len("s-f_klaviyo_everyday_" + script["name"].replace("_", "__")) <= 40, script["name"]
