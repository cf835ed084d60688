"""import_subscriptions: everybody has the consents that the file says, and nobody another."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.support.bulk_import import (
    Import,
    load_import,
    prepare_bodies,
    read_rejects,
    run_after_kills,
    run_import,
    write_csv,
)
from tests.support.collection import AUTH, INDEX, REVISION, unthrottled
from workbench import import_file
from workbench.collection import load_operation, load_schema
from workbench.sandbox import Fault, Sandbox

NEWSLETTER, TASTINGS = "Y6nRLr", "TgK3vB"  # double and single opt-in
SUBSCRIBE, UNSUBSCRIBE = "/api/profile-subscription-bulk-create-jobs", "/api/profile-subscription-bulk-delete-jobs"
SUPPRESS = "/api/profile-suppression-bulk-create-jobs"
BODY = {
    action: Draft202012Validator(load_schema(load_operation(f"bulk_{action}_profiles"))["properties"]["body"])
    for action in ("subscribe", "unsubscribe", "suppress", "unsuppress")
}
REJECTS = Path("people.csv.rejects.csv")
TIME = "2025-03-01 09:30"


@pytest.fixture(scope="module")
def listening() -> Iterator[Sandbox]:
    """A sandbox with the account of the shop, which has lists."""
    with Sandbox(unthrottled(INDEX)) as sandbox:
        yield sandbox


@pytest.fixture
def module(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    sandbox.reset_account()
    return load_import("subscriptions", sandbox)


@pytest.fixture
def run(module: Any) -> Import:
    return run_import(module)


def person(number: int, **changes: Any) -> dict[str, Any]:
    """Return a row of a list with consents to email and SMS, and their time."""
    row = {
        "Email": f"p{number}@example.com",
        "Phone": f"+1303555{number:04}",
        "Email consent": "yes",
        "SMS consent": "no",
    }
    return row | {"Consented at": TIME} | changes


def read_profiles(sandbox: Sandbox, path: str = "/api/profiles", reach: bool = False) -> dict[str, Any]:
    """Return, by email or phone number, the consents to marketing of all profiles: consent, time and source by channel.

    With `reach`, return whether they can get emails.
    """
    headers = {"Authorization": f"Klaviyo-API-Key {AUTH['apiKey']}", "revision": REVISION}
    link = f"{sandbox.url}{path}?additional-fields[profile]=subscriptions&page[size]=100"
    profiles: dict[str, Any] = {}
    while link:
        page = requests.get(link, headers=headers, timeout=10).json()
        for profile in page["data"]:
            attributes = profile["attributes"]
            consents = {name: kinds["marketing"] for name, kinds in (attributes["subscriptions"] or {}).items()}
            profiles[attributes["email"] or attributes["phone_number"]] = (
                consents["email"]["can_receive_email_marketing"]
                if reach and consents
                else {name: consent_of(marketing) for name, marketing in consents.items()}
            )
        link = (page["links"].get("next") or "").replace("https://a.klaviyo.com", sandbox.url)
    return profiles


def consent_of(marketing: Any) -> tuple[str, ...]:
    return marketing["consent"], marketing["consent_timestamp"], marketing.get("custom_method_detail")


def sent(sandbox: Sandbox) -> list[tuple[str, str, int | None]]:
    return [(entry.method, entry.target.partition("?")[0], entry.status) for entry in sandbox.received]


def bodies(sandbox: Sandbox, path: str) -> list[Any]:
    """Return the attributes of all profiles that requests to a path have brought, accepted or not."""
    return [
        profile["attributes"]
        for entry in sandbox.received
        if (entry.method, entry.target) == ("POST", path)
        for profile in json.loads(entry.body)["data"]["attributes"]["profiles"]["data"]
    ]


def test_every_consent_is_what_the_file_says(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    chance = random.Random(16)  # noqa: S311
    shop, tasters = read_profiles(sandbox), read_profiles(sandbox, f"/api/lists/{TASTINGS}/profiles")
    rows, wanted = [], dict(shop)
    for number in range(2500):
        email, sms = chance.choice(["yes", "TRUE", "no", "never", ""]), chance.choice(["Yes", "1", "no", "0", ""])
        time = f"2025-{chance.randrange(1, 13):02}-01T{chance.randrange(24):02}:00:00+00:00"
        row = person(number, **{"Email consent": email, "SMS consent": sms, "Consented at": time})
        rows.append(row)
        says_yes = {"email": email in ("yes", "TRUE"), "sms": sms in ("Yes", "1")}
        if any(says_yes.values()):
            sources = {"email": "Fair", "sms": None}  # Klaviyo tells it of email alone
            consents = {name: ("SUBSCRIBED", time, sources[name]) for name in says_yes if says_yes[name]}
            wanted[row["Email"] if says_yes["email"] else row["Phone"]] = consents
    summary = run(
        write_csv(tmp_path / "people.csv", rows), action="subscribe", list_id=NEWSLETTER, custom_source="Fair"
    )
    assert read_profiles(sandbox) == wanted
    assert read_profiles(sandbox, f"/api/lists/{TASTINGS}/profiles") == tasters
    count = len(wanted) - len(shop)
    assert (summary["sent"], summary["skipped"], summary["rejected"]) == (count, len(rows) - count, 0)
    assert summary["list"] == {"id": NEWSLETTER, "name": "Newsletter", "opt_in_process": "double_opt_in"}
    assert run(tmp_path / "people.csv", action="subscribe", list_id=NEWSLETTER)["before"] == count


def test_a_consent_is_not_sent_again_because_something_beside_it_has_changed(run: Import, tmp_path: Path) -> None:
    """Who has unsubscribed since would be subscribed again."""
    counts = []
    for changes in (
        {},
        {"Orders": "2"},
        {"Email": "P1@example.com"},
        {"Email consent": "TRUE"},
        {"Consented at": "2025-03-01T10:30:00+01:00"},
        {"Consented at": 1740821400},
        {"Consented at": "2025-04-01"},
    ):
        summary = run(write_csv(tmp_path / "people.csv", [{"Orders": "1"} | person(1, **changes)]), action="subscribe")
        counts.append((summary["sent"], summary["before"]))
    assert counts == [(1, 0), *[(0, 1)] * 5, (1, 0)]


def test_of_two_consents_the_one_that_is_new_is_sent(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    """The other was sent before, or is in an earlier row: who has unsubscribed since would be subscribed again."""
    file = write_csv(tmp_path / "people.csv", [person(1)])
    assert run(file, action="subscribe", channels=["email"])["sent"] == 1
    sms = [person(number, **{"SMS consent": says}) for number, says in ((1, "yes"), (2, ""), (2, "yes"))]
    write_csv(file, sms)
    assert run(file, action="subscribe")["sent"] == 3
    sent_consents = [(profile["email"], *profile["subscriptions"]) for profile in bodies(sandbox, SUBSCRIBE)]
    one, two = "p1@example.com", "p2@example.com"
    assert sent_consents == [(one, "email"), (one, "sms"), (two, "email"), (two, "sms")]
    assert run(file, action="subscribe")["sent"] == 0


def test_who_says_no_is_unsubscribed_from_everything_if_asked_for(
    run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    rows = [person(number, **{"Email consent": "yes" if number % 2 else "no"}) for number in range(250)]
    run([{"Email": row["Email"]} for row in rows], action="subscribe", channels=["email"])
    summary = run(write_csv(tmp_path / "people.csv", rows), action="unsubscribe", list_id="all", channels=["email"])
    assert (summary["sent"], summary["skipped"], summary["batches"]) == (125, 125, 2)
    profiles = read_profiles(sandbox)
    for row in rows:
        wanted = "SUBSCRIBED" if row["Email consent"] == "yes" else "UNSUBSCRIBED"
        assert profiles[row["Email"]]["email"][0] == wanted
    assert all("relationships" not in json.loads(entry.body)["data"] for entry in sandbox.received if entry.body)


def test_who_is_not_on_the_list_is_not_unsubscribed(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    """Klaviyo would do it from everything."""
    rows = [{"Email": f"p{number}@example.com"} for number in range(150)]
    run(rows[:120], action="subscribe", channels=["email"], list_id=TASTINGS)
    run(rows[120:], action="subscribe", channels=["email"])
    before = read_profiles(sandbox)
    file = write_csv(tmp_path / "people.csv", [*rows[100:], {"Email": "stranger@example.com"}])
    summary = run(file, action="unsubscribe", channels=["email"], list_id=TASTINGS)
    assert (summary["sent"], summary["rejected"]) == (20, 31)
    reason = f'not on the list {TASTINGS}: Klaviyo would unsubscribe from everything, as list_id "all" does'
    assert read_rejects(REJECTS) == dict.fromkeys(range(21, 52), reason)
    assert read_profiles(sandbox) == before, "list suppressions are not among them"
    members = read_profiles(sandbox, f"/api/lists/{TASTINGS}/profiles")
    assert [row["Email"] in members for row in rows] == [number < 100 for number in range(150)]


def test_both_identifiers_must_be_of_members(run: Import, sandbox: Sandbox) -> None:
    both = {"channels": ["email", "sms"], "list_id": TASTINGS}
    run([person(1)], mapping={"email_consent": "", "sms_consent": ""}, action="subscribe", **both)
    stranger = [{"Email": "p1@example.com", "Phone": "+12025559999"}]
    assert run(stranger, action="unsubscribe", **both)["rejected"] == 1
    assert bodies(sandbox, UNSUBSCRIBE) == []
    assert run([{"Email": "P1@example.com", "Phone": "+13035550001"}], action="unsubscribe", **both)["sent"] == 1


@pytest.mark.parametrize("fault", [Fault(reset=True), Fault(status=503), Fault(status=202, body=b"x", promised=99)])
def test_an_unanswered_request_to_leave_a_list_is_not_repeated(run: Import, sandbox: Sandbox, fault: Fault) -> None:
    """If it was accepted, the second would unsubscribe from everything."""
    rows = [{"Email": f"p{number}@example.com"} for number in range(3)]
    options = {"channels": ["email"], "list_id": TASTINGS}
    run(rows, action="subscribe", **options)
    sandbox.received.clear()
    sandbox.faults.extend([Fault(), Fault(), fault])  # those before read the list and its members
    summary = run(rows, action="unsubscribe", **options)
    assert (summary["sent"], summary["rejected"]) == (0, 3)
    assert [*summary["reasons"]] == ["Klaviyo gave no answer, and may have unsubscribed it"]
    assert len(bodies(sandbox, UNSUBSCRIBE)) == 3
    assert run(rows, action="unsubscribe", **options)["sent"] == 3, "the next run looks who is still on it"


def test_a_busy_klaviyo_has_not_accepted_a_request_to_leave_a_list(run: Import, sandbox: Sandbox) -> None:
    options = {"channels": ["email"], "list_id": TASTINGS}
    run([person(1)], mapping={"email_consent": ""}, action="subscribe", **options)
    sandbox.faults.extend([Fault(), Fault(), Fault(status=429, headers={"Retry-After": "1"})])
    assert run([{"Email": "p1@example.com"}], action="unsubscribe", **options)["sent"] == 1


def test_dry_run_sends_nothing_of_the_rows(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    for action, word, would_send in (("subscribe", "yes", 1), ("unsubscribe", "no", 0)):  # nobody is on the list
        write_csv(file, [person(1, **{"Email consent": word}), person(2, Email="", **{"Email consent": word})])
        result = run(file, action=action, channels=["email"], list_id=NEWSLETTER, dry_run=True)
        assert (result["would_send"], result["rejected"]) == (would_send, 2 - would_send)
        assert len(read_rejects(Path(result["rejects"]))) == 2 - would_send
        assert result["list"]["opt_in_process"] == "double_opt_in"
    for action, options in {
        "subscribe": {},
        "unsubscribe": {"list_id": "all"},
        "suppress": {},
        "unsuppress": {},
    }.items():
        result = run([{"Email": "p1@example.com"}], action=action, channels=["email"], dry_run=True, **options)
        assert BODY[action].is_valid(result["body"])
    assert {method for method, _, _ in sent(sandbox)} == {"GET"}
    assert not [*tmp_path.glob("*.journal")]


OPT_IN = {
    "the list Y6nRLr is Newsletter, double opt-in: Klaviyo asks each person to confirm": {"list_id": NEWSLETTER},
    "the list Y6nRLr is Newsletter, double opt-in: as the rows have times of consent, nobody is asked": {
        "list_id": NEWSLETTER,
        "consented_at": "2025-03-01",
    },
    "the list TgK3vB is Tasting workshops, single_opt_in: people are subscribed at once": {"list_id": TASTINGS},
    "there is no list_id: the account's opt-in process applies; it may ask people to confirm": {},
}


@pytest.mark.parametrize("line", OPT_IN)
def test_says_whether_people_must_confirm(
    run: Import, sandbox: Sandbox, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    run([{"Email": "p1@example.com"}], action="subscribe", channels=["email"], **OPT_IN[line])
    assert line in capsys.readouterr().err
    is_subscribed = bool(read_profiles(sandbox)["p1@example.com"])
    assert is_subscribed == ("Klaviyo asks" not in line)


SAYS: dict[str, list[Any]] = {  # what a cell may hold -> what it says
    "yes": ["yes", "Y", True, 1, 1.0, "Sí", "SUBSCRIBED", "opted-in"],
    "no": ["no", False, 0, "Unsubscribed", "nein"],
    "": ["", None, "NEVER_SUBSCRIBED", "pending", "maybe", "yes?", "2", "yes, no", 2.5, [True]],
}
CELL = st.sampled_from([(value, says) for says, values in SAYS.items() for value in values])
PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["a@example.com", "B@example.com", "", "nobody"]),
        st.sampled_from(["+12025550142", "+1 202 555 0143", "", "0", "202"]),
        st.tuples(CELL, CELL, CELL),
        st.sampled_from(["2025-03-01T09:30:00+00:00", "2199-01-01", "", "yesterday"]),
    ),
    min_size=1,
    max_size=8,
)
NAMES = ("email", "sms", "whatsapp")
SOME = st.lists(st.sampled_from(NAMES), unique=True)
MODULE = load_import("subscriptions")


@given(PEOPLE, SOME, SOME, st.booleans(), st.sampled_from([("subscribe", "yes"), ("unsubscribe", "no")]))
def test_no_channel_without_being_asked_for(
    people: list[Any], asked: list[str], columns: list[str], has_times: bool, action: tuple[str, str]
) -> None:
    """Each consent that is sent is on a channel that is named, and what a row of that address says, at that time."""
    rows: list[dict[str, Any]] = []
    allowed = set()
    for email, phone, cells, time in people:
        words = dict(zip(NAMES, cells, strict=True))
        row = {"Email": email, "Phone": phone, "Consented at": time} | {
            f"{name} consent": words[name][0] for name in columns
        }
        rows.append({name: value for name, value in row.items() if has_times or name != "Consented at"})
        for name in asked or columns:
            if name not in columns or words[name][1] == action[1]:
                sent_time = time if has_times and action[0] == "subscribe" else None
                allowed.add((name, email if name == "email" else phone.replace(" ", ""), sent_time))
    for payload in payloads_of(rows, action[0], asked):
        assert BODY[action[0]].is_valid(payload)
        for profile in payload["data"]["attributes"]["profiles"]["data"]:
            attributes = profile["attributes"]
            needed = {"email" if name == "email" else "phone_number": name for name in attributes["subscriptions"]}
            # An email whose own consent is in an earlier row says whose the phone number is.
            assert attributes.keys() - {"email"} == {*needed, "subscriptions"} - {"email"}
            assert "email" not in attributes or ("email", attributes["email"]) in {each[:2] for each in allowed}
            for name, consents in attributes["subscriptions"].items():
                address = attributes["email" if name == "email" else "phone_number"]
                assert (name, address, consents["marketing"].get("consented_at")) in allowed
                assert consents.keys() == {"marketing"}


def payloads_of(rows: list[dict[str, Any]], action: str, channels: list[str]) -> list[Any]:
    """Return what would be sent; nothing if the import refuses to begin."""
    options = MODULE.check_options(AUTH, REVISION, None, False, None, None)
    list_id = "all" if action == "unsubscribe" else ""
    answers = MODULE.Answers(None)
    kind = MODULE.Subscriptions(options, action, channels, list_id, "", "", MODULE.Values(), answers, False)
    return [json.loads(body) for body in prepare_bodies(MODULE, kind, rows)]


def test_the_property_test_sends_something() -> None:
    [payload] = payloads_of([{"Email": "a@example.com", "email consent": "yes"}], "subscribe", [])
    assert payload["data"]["attributes"]["profiles"]["data"][0]["attributes"]["subscriptions"].keys() == {"email"}


def test_rows_that_contradict_each_other_are_rejected(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [
        person(1),
        person(2),
        person(1, Email="P1@example.com", **{"Email consent": "no"}),
        person(1, **{"Email consent": ""}),
        person(4, Phone="+13035550002", **{"SMS consent": "yes"}),
        person(6, **{"Email consent": "never"}),
        person(6),
        person(7, **{"Email consent": "no"}),
        person(7, **{"Email consent": "never"}),
    ]
    file = write_csv(tmp_path / "people.csv", rows)
    summary = run(file, action="subscribe")
    email, sms = "rows 1 and 3 contradict each other on email", "rows 5 and 2 contradict each other on sms"
    other = "rows 7 and 6 contradict each other on email"
    reasons = {1: email, 2: sms, 3: email, 5: sms, 6: other, 7: other}
    ending = "; remove what does not hold"
    assert read_rejects(REJECTS) == {row: reason + ending for row, reason in reasons.items()}
    assert (summary["sent"], summary["rejected"], summary["skipped"]) == (0, 6, 3)
    assert run(file, action="unsubscribe", list_id="all", channels=["email"])["rejected"] == 4


def test_who_has_a_withdrawal_beside_a_consent_is_rejected(run: Import, sandbox: Sandbox) -> None:
    rows = [
        {"Email": "a@example.com", "Newsletter": "ja", "Abgemeldet": "ja", "Unsubscribed at": None},
        {"Email": "b@example.com", "Newsletter": "ja", "Abgemeldet": "nein", "Unsubscribed at": "2025-02-02"},
        {"Email": "c@example.com", "Newsletter": "ja", "Abgemeldet": "nein", "Unsubscribed at": ""},
        {"Email": "d@example.com", "Newsletter": "nein", "Abgemeldet": "ja", "Unsubscribed at": None},
    ]
    summary = run(rows, action="subscribe", channels=None)
    assert (summary["sent"], summary["rejected"], summary["skipped"]) == (1, 2, 1)
    columns = ("Abgemeldet", "Unsubscribed at")
    assert list(summary["reasons"]) == [f"Newsletter and {column} contradict each other" for column in columns]
    assert run(rows, action="unsubscribe", channels=None, list_id="all")["sent"] == 1
    named = run(rows, action="subscribe", channels=None, mapping={"email_consent": "Newsletter"}, journal="other")
    assert named["sent"] == 1, "columns of withdrawals count all the same"
    dismissed = run(rows, action="subscribe", channels=None, mapping=dict.fromkeys(columns, ""), journal="third")
    assert dismissed["sent"] == 3


def test_a_second_row_with_another_channel_is_sent_as_well(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [
        person(1),
        person(1, **{"SMS consent": ""}),
        person(1),
        person(1, **{"Email consent": "", "SMS consent": "yes"}),
    ]
    rows[0]["SMS consent"] = rows[2]["SMS consent"] = ""
    summary = run(write_csv(tmp_path / "people.csv", rows), action="subscribe")
    assert (summary["sent"], summary["repeated"]) == (2, 2)
    assert [[*profile["subscriptions"]] for profile in bodies(sandbox, SUBSCRIBE)] == [["email"], ["sms"]]


def test_nobody_leaves_a_list_twice(run: Import, sandbox: Sandbox) -> None:
    """Klaviyo would do the second from everything, whatever the channel."""
    rows = [person(1), person(1, **{"Email consent": "no"}), person(1, **{"Email consent": "no", "SMS consent": ""})]
    run(rows[:1], action="subscribe", list_id=TASTINGS, channels=["email", "sms"], mapping={"sms_consent": ""})
    summary = run(rows[1:], action="unsubscribe", list_id=TASTINGS)
    assert (summary["sent"], summary["repeated"]) == (1, 1)
    [reason] = read_rejects(Path("rows.rejects.jsonl")).values()
    assert reason == "repeated: it has the same email as row 1; only the first row of a person is sent"


def test_the_consent_is_for_the_address_that_it_was_given_with(
    run: Import, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        {"Email": "", "Billing Email": "a@example.com"},
        {"Email": "b@example.com", "Billing Email": "c@example.com"},
    ]
    with pytest.raises(Exception, match="Billing Email has other email addresses than Email: b@") as raised:
        run(rows, action="subscribe", channels=["email"])
    [question] = vars(raised.value)["questions"]
    assert question["options"][1] == {"mapping": {"email": "Billing Email"}}
    assert run(rows, action="subscribe", channels=["email"], mapping={"email": "Email"})["rejected"] == 1
    assert [profile["email"] for profile in bodies(sandbox, SUBSCRIBE)] == ["b@example.com"]
    assert "is the email where" not in capsys.readouterr().err


def test_the_pace_is_that_of_the_endpoints() -> None:
    rates = {str(load_operation(f"bulk_{action}_profiles")["rate_limits"]) for action in BODY}
    rates |= {str(load_operation(name)["rate_limits"]) for name in ("get_list", "get_profiles_for_list")}
    rates |= {
        str(load_operation(f"get_bulk_{action}_profiles_job")["rate_limits"]) for action in ("suppress", "unsuppress")
    }
    second, minute = import_file.load_import("subscriptions").SUBSCRIPTION_RATES
    assert rates == {str({"burst": f"{second.limit}/s", "steady": f"{minute.limit}/m"})}


FAULTS: dict[str, dict[str, Any]] = {
    "action is missing: subscribe, unsubscribe, suppress, unsuppress": {"action": ""},
    "action must be subscribe, unsubscribe, suppress or unsuppress, not delete": {"action": "delete"},
    "channels must be of email, sms,": {"channels": ["fax"]},
    'list_id is missing: the list to unsubscribe from, or "all" for everything': {"action": "unsubscribe"},
    "list_id must be the ID of a list, such as Y6nRLr": {"list_id": "my list"},
    'list_id "all" is for unsubscribe': {"list_id": "ALL"},
    "suppress is for email alone; channels must be empty": {"action": "suppress", "channels": ["sms"]},
    "list_id is for subscribe and unsubscribe; suppress is for all email": {"action": "suppress", "list_id": "Y6nRLr"},
    "consented_at is for subscribe; unsuppress does not take it": {
        "action": "unsuppress",
        "consented_at": "2025-01-01",
    },
    "custom_source is for subscribe; suppress does not take it": {"action": "suppress", "custom_source": "Fair"},
    "consented_at is not a time such as": {"consented_at": "yesterday"},
    "consented_at is not in the past": {"consented_at": "2027-03-01"},
    "push needs a column for push_token; there is none": {"channels": ["push"]},
    "Newsletters, please says who has consented, but unknown may mean yes or no: unknown (1 row), no"
    " (1 row); set consent_values"
    ' {"unknown":"no"} or mapping {"Newsletters, please":""}': {
        "source": [
            {"Email": "a@example.com", "Newsletters, please": "unknown"},
            {"Email": "b@example.com", "Newsletters, please": "no"},
        ]
    },
    "Status says who has consented, but Lapsed and VIP may mean yes or no: Lapsed (2 rows), subscribed"
    " (1 row), VIP (1 row)": {
        "source": [{"Email": "a@example.com", "Status": word} for word in ("subscribed", "VIP", "Lapsed", "Lapsed")],
    },
    "Bounces says who has withdrawn, but 3 may mean yes or no: 3 (1 row)": {
        "source": [{"Email": "a@example.com", "Bounces": "3"}],
    },
    "Anmeldung zum Newsletter am may be the time of the consent: 2025-01-01 (1 row); set mapping"
    ' {"consented_at":"Anmeldung zum Newsletter am"} or mapping': {
        "source": [{"Email": "a@example.com", "Anmeldung zum Newsletter am": "2025-01-01"}],
    },
    "consent_values must say of each value": {"consent_values": {"t": "maybe"}},
    "mapping: Stauts is not one of email, ": {"mapping": {"Stauts": ""}},
    "email_consent cannot be Opted out, whose yes means no": {
        "source": [{"Email": "a@example.com", "Opted out": "no"}],
        "mapping": {"email_consent": "Opted out"},
    },
    "Newsletter is one of several columns that may say who has consented: no (1 row); set mapping"
    ' {"email_consent":"Newsletter"} or mapping {"Newsletter":""}': {
        "source": [{"Email": "a@example.com", "Email consent": "yes", "Newsletter": "no"}],
    },
    "Accepts Marketing may say who has consented, but no channel is named: yes (1 row); set mapping"
    ' {"email_consent":"Accepts Marketing"} or channels ["email"]': {
        "source": [{"Email": "a@example.com", "Accepts Marketing": "yes"}],
        "channels": None,
    },
    "no column identifies a profile (email); the columns are Phone": {
        "action": "suppress",
        "source": [{"Phone": "+12025550142"}],
    },
    "no column identifies a profile": {"source": [{"Name": "Lea"}]},
}


@pytest.mark.parametrize("message", FAULTS)
def test_says_what_is_wrong_before_anything_is_sent(module: Any, run: Import, sandbox: Sandbox, message: str) -> None:
    options = {"source": [{"Email": "a@example.com"}], "action": "subscribe", "channels": ["email"], **FAULTS[message]}
    if "suppress" in options["action"] and "channels" not in FAULTS[message]:
        del options["channels"]
    with pytest.raises(module.BulkFailed) as raised:
        run(**options)
    assert message in str(raised.value)
    assert sandbox.received == []


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (Fault(status=404), "there is no list Y6nRLr. Nothing was sent"),
        (Fault(status=403), "Klaviyo answers 403: .*Nothing was sent"),
        (Fault(status=200, body=b"[]"), "Nothing was sent"),
    ],
)
def test_sends_nothing_if_the_list_cannot_be_read(
    module: Any, run: Import, sandbox: Sandbox, fault: Fault, message: str
) -> None:
    sandbox.faults.append(fault)
    with pytest.raises(module.BulkFailed, match=message):
        run([{"Email": "a@example.com"}], action="subscribe", channels=["email"], list_id=NEWSLETTER)
    assert len(sandbox.received) == 1


def test_an_unusable_page_of_members_stops_before_anybody_is_unsubscribed(
    module: Any, run: Import, sandbox: Sandbox
) -> None:
    sandbox.faults.extend([Fault(), Fault(status=200, body=b'{"data": {}}')])
    with pytest.raises(module.BulkFailed, match="the members of the list Y6nRLr cannot be read") as raised:
        run([{"Email": "a@example.com"}], action="unsubscribe", channels=["email"], list_id=NEWSLETTER)
    assert raised.value.summary["action"] == "unsubscribe"
    assert bodies(sandbox, UNSUBSCRIBE) == []


def test_channels_may_be_text(run: Import, sandbox: Sandbox) -> None:
    run([{"Email": "p1@example.com", "Phone": "+13035550001"}], action="subscribe", channels="sms, email")
    assert [[*profile["subscriptions"]] for profile in bodies(sandbox, SUBSCRIBE)] == [["email", "sms"]]


def test_transactional_consent_is_apart_from_marketing(run: Import, sandbox: Sandbox) -> None:
    run([{"Phone": "+13035550001"}], action="subscribe", channels=["sms_transactional"])
    assert bodies(sandbox, SUBSCRIBE)[0]["subscriptions"] == {"sms": {"transactional": {"consent": "SUBSCRIBED"}}}


def test_a_consent_of_each_channel_is_recorded(run: Import, sandbox: Sandbox) -> None:
    token = {"push_token": "tokenA", "push_platform": "ios", "push_vendor": "apns"}
    consents = {"email_consent": "yes", "sms_consent": "yes", "whatsapp_consent": "yes", "push_consent": "yes"}
    row = {"email": "p1@example.com", "phone_number": "+13035550001", **token, **consents}
    assert run([row], action="subscribe")["channels"] == ["email", "sms", "whatsapp", "push"]
    recorded = read_profiles(sandbox)["p1@example.com"]
    assert {name: consent for name, (consent, *_) in recorded.items()} == dict.fromkeys(
        ["email", "sms", "whatsapp", "mobile_push"], "SUBSCRIBED"
    )


def test_rejects_what_cannot_be_a_consent(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [
        person(1),
        person(2, Email=""),
        person(3, Email="nobody"),
        person(4, Phone="202", **{"SMS consent": "yes"}),
        person(5, Phone="202"),
        person(6, **{"Consented at": ""}),
        person(7, **{"Consented at": "03/01/2025"}),
        person(8, **{"Consented at": "2027-03-01"}),
        person(9, **{"Email consent": "", "Consented at": ""}),
    ]
    file = write_csv(tmp_path / "people.csv", rows)
    summary = run(file, action="subscribe")
    assert read_rejects(REJECTS) == {
        2: "Email is empty, which email needs",
        3: "email is not an email address: nobody",
        4: "phone_number is not in E.164 format such as +12025550142: 202",
        6: "Consented at is empty: consents need their time",
        7: "consented_at needs the option date_format (DMY, MDY or YMD), the order of its parts: 03/01/2025",
        8: "consented_at is not in the past: 2027-03-01",
    }
    assert (summary["sent"], summary["skipped"]) == (2, 1)
    text = REJECTS.read_text().replace("nobody", "p3@example.com").replace(",2027-03-01", ",2025-03-01")
    Path("corrected.csv").write_text(text)
    assert run(Path("corrected.csv"), action="subscribe", date_format="MDY")["sent"] == 3


def test_refused_rows_are_rejected_and_the_others_sent(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    error = {"detail": "Suppressed", "source": {"pointer": "/data/attributes/profiles/data/1/attributes/email"}}
    sandbox.faults.append(Fault(status=400, body=json.dumps({"errors": [error]}).encode()))
    file = write_csv(tmp_path / "people.csv", [person(1), person(2), person(3)])
    summary = run(file, action="subscribe", check_withdrawals=False)
    assert (summary["sent"], summary["rejected"]) == (2, 1)
    assert read_rejects(REJECTS) == {2: "Klaviyo: Suppressed"}


def test_suppressions_are_waited_for_and_counted(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "people.csv", [{"Email": f"p{number}@example.com"} for number in range(250)])
    run(file, action="subscribe", channels=["email"])
    summary = run(file, action="suppress")
    assert (summary["sent"], summary["jobs"]) == (250, {"count": 3, "completed": 250, "unchanged": 0})
    profiles = read_profiles(sandbox, reach=True)
    assert not any(profiles[f"p{number}@example.com"] for number in range(250))
    assert run(file, action="unsuppress")["sent"] == 250
    profiles = read_profiles(sandbox, reach=True)
    assert all(profiles[f"p{number}@example.com"] for number in range(250))


def test_the_next_run_waits_for_an_unfinished_suppression(module: Any, run: Import, sandbox: Sandbox) -> None:
    module.MAX_JOB = 0
    with pytest.raises(module.BulkFailed, match=r"Klaviyo's job \w+ does not end"):
        run([{"Email": "p1@example.com"}], action="suppress")
    module.MAX_JOB = 60
    assert run([{"Email": "p1@example.com"}], action="suppress")["sent"] == 1
    assert len(bodies(sandbox, SUPPRESS)) == 1


def test_a_suppression_that_klaviyo_drops_is_sent_again(module: Any, run: Import, sandbox: Sandbox) -> None:
    sandbox.faults.extend([Fault(), Fault(status=404)])
    assert run([{"Email": "p1@example.com"}], action="suppress")["sent"] == 1
    assert len(bodies(sandbox, SUPPRESS)) == 2
    sandbox.faults.extend([Fault(), Fault(status=404)] * 5)
    with pytest.raises(module.BulkFailed, match=r"Klaviyo does not finish its jobs, the last of them \w+"):
        run([{"Email": "p2@example.com"}], action="suppress")


def test_nothing_is_sent_twice_and_another_request_is_another(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "people.csv", [person(number, Note="") for number in range(50)])
    assert run(file, action="subscribe")["sent"] == 50
    again = run(file, action="subscribe", custom_source="Fair")
    assert (again["sent"], again["before"]) == (0, 50)
    assert run(file, action="subscribe", channels=["email"])["before"] == 50, "the same channel, named"
    assert run(file, action="subscribe", channels=["email"], list_id=TASTINGS)["sent"] == 50
    assert run(file, action="suppress", mapping={"email_consent": ""})["sent"] == 50
    texts = {"sms_consent": "Email consent"} | {"email_consent": "", "SMS consent": ""}
    assert run(file, action="subscribe", mapping=texts, check_withdrawals=False)["sent"] == 50, "not sent on SMS yet"
    later = {"Consented at": "2025-04-01"}
    write_csv(file, [person(number, Note="new", **(later if number == 7 else {})) for number in range(51)])
    suppressed = run(file, action="subscribe", channels=["email"])
    assert (suppressed["sent"], suppressed["rejected"]) == (1, 1)
    assert run(file, action="subscribe", channels=["email"], check_withdrawals=False)["sent"] == 1


def test_killed_runs_leave_the_consents_of_the_file(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [person(number, **{"Email consent": "yes" if number % 3 else "no"}) for number in range(1000)]
    file = write_csv(tmp_path / "people.csv", rows)
    summary, _ = run_after_kills("subscriptions", sandbox, file, True, action="subscribe", list_id=NEWSLETTER)
    assert summary["sent"] + summary["before"] == 666
    subscribed = {key for key, consents in read_profiles(sandbox).items() if consents.get("email")}
    assert subscribed & {row["Email"] for row in rows} == {
        row["Email"] for row in rows if row["Email consent"] == "yes"
    }
    sandbox.received.clear()
    assert run(file, action="subscribe", list_id=NEWSLETTER)["before"] == 666
    assert bodies(sandbox, SUBSCRIBE) == []
