"""Who is subscribed: what the names of columns and their cells say of consent."""

import json
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.support.collection import AUTH, REVISION
from workbench.bulk import client, import_subscriptions
from workbench.bulk.errors import BulkFailed
from workbench.bulk.imports.columns import match_columns, simplify
from workbench.bulk.imports.database import Store
from workbench.bulk.subscriptions.answers import ANSWER_SAYS, BLANKS, STATUS_SAYS, Answers
from workbench.bulk.subscriptions.channels import headers_of
from workbench.bulk.subscriptions.headers import read_meaning
from workbench.bulk.subscriptions.settlement import settle
from workbench.sandbox import Sandbox

FILES: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "consents.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def run(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(client, "API", sandbox.url)
    main: Any = import_subscriptions.main

    def call(source: Any, **options: Any) -> Any:
        options = {"action": "subscribe", "channels": ["email"], "check_withdrawals": False, **options}
        return main(AUTH, REVISION, source, **options)

    return call


def subscribed(sandbox: Sandbox) -> list[str]:
    """Return the emails of all profiles that requests to subscribe have brought."""
    return [
        profile["attributes"]["email"]
        for received in sandbox.received
        if received.method == "POST"
        for profile in json.loads(received.body)["data"]["attributes"]["profiles"]["data"]
    ]


@pytest.mark.parametrize("name", FILES)
def test_columns_of_consent_decide_or_are_asked_about(run: Any, sandbox: Sandbox, tmp_path: Path, name: str) -> None:
    content = FILES[name]
    source = tmp_path / "people.csv"
    source.write_text(content["csv"], encoding="utf-8")
    options = {"date_format": "DMY", **content.get("options", {})}
    if "asks" not in content:
        run(str(source), **options)
        assert subscribed(sandbox) == content["sent"]
        return
    with pytest.raises(BulkFailed) as raised:
        run(str(source), **options)
    assert {question["column"]: question["values"] for question in raised.value.questions} == content["asks"]
    assert sandbox.received == []


def test_there_are_many_files() -> None:
    assert len(FILES) >= 50


NAMES = {
    "consent": "Accepts Marketing|marketing_opt_in|Newsletter|GDPR consent|emailOptIn|Subscribed|Zustimmung|"
    "Einwilligung|Werbeerlaubnis|Infolettre|Consentement|Boletín|Acepta publicidad|Consenso privacy|Iscritto|"
    "Toestemming|Aceita e-mail|Zgoda RODO|Samtycke|Tilladelse til SMS|mailing_list|メルマガ|"
    "Order marketing opt-in|Receives emails|OK to contact",
    "withdrawal": "Unsubscribed|unsub_time|HasOptedOutOfEmail|emailOptOut|Bounced|Hard bounces|CLEAN_TIME|Cleaned|"
    "Complained|Spam complaint|Blocked|Blacklisted|Deleted|Disabled|email_disabled|Suppressed|Do-Not-Contact|"
    "doNotEmail|DNC|No emails|Never email|Email not allowed|Not subscribed|Abmeldedatum|abgemeldet|Werbesperre|"
    "Kein Newsletter|Keine Werbung|Widerruf|Désinscrit|Ne pas contacter|Sans newsletter|Fecha de baja|Disiscritto|"
    "Uitgeschreven|Descadastrado em|Wypisany|Rezygnacja|Avregistrerad|Afmeldt|SMS opt-out",
    "status": "Status|State|contact_status|Email Status|Active|is_active|Statut|Estado|Zustand|Member status",
    "time": "OPTIN_TIME|Consented at|Newsletter sign-up date|Subscriber since|Einwilligung am|emailConsentUpdatedAt",
    "unclear": "Not unsubscribed|Unblocked|DoNotCall|Cancelled at|Rejected|Archived|Invalid email|Declined",
    "unspecific": "Phone consent|Post-Werbung|active_subscription|Abonnement",
    "state": "Mailing State/Province|State code",
    "channel": "SMS|WhatsApp|Push",
    "": "First name|City|Country|Created at|Phone no|Order no|OPTIN_IP|Newsletter ID|Order status|Financial Status|"
    "Fulfillment Status|paymentStatus|Marital status|Familienstand|Zahlungsstatus|Estado civil|Estado del pedido|"
    "Stato ordine|Statut de la commande|Orderstatus|Invoice deleted|Payment accepted|Marketing emails opened|Options|"
    "Workshop time|Laboratory|Adoption date|Promo code|Exclusive member|Last active|Tags|Score|Subscriber email|"
    "Nonprofit|Tax exempt|Avg. order value|Shipping status",
}


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for kind, names in NAMES.items() for name in names.split("|")])
def test_the_name_of_a_column_says_what_it_is_about(name: str, kind: str) -> None:
    assert read_meaning(name, ["Email", name]).kind == kind


def test_a_state_beside_an_address_is_one_of_the_address() -> None:
    for others in (["City"], ["Ort"], ["Código postal", "Ciudad"]):
        assert read_meaning("State", ["Email", "State", *others]).kind == "state"


@pytest.mark.parametrize(
    ("name", "channels"),
    [
        ("Accepts E-Mail Marketing", ("email",)),
        ("WhatsApp opt-in", ("whatsapp",)),
        ("textMessageConsent", ("sms",)),
        ("Email & SMS consent", ("email", "sms")),
        ("Unsubscribed", ()),
    ],
)
def test_the_name_of_a_column_names_channels(name: str, channels: tuple[str, ...]) -> None:
    assert read_meaning(name, []).channels == channels


SAYINGS: dict[str | None, list[Any]] = {
    "yes": [
        "yes",
        "Y",
        True,
        1,
        1.0,
        "1.0",
        "t",
        "TRUE",
        "checked",
        "Subscribed",
        "opted-in",
        "active",
        "Sí",
        "ja",
        "oui",
        "tak",
    ],
    "no": [
        "no",
        "f",
        False,
        0,
        "0.0",
        "unchecked",
        "Unsubscribed",
        "cancelled",
        "complained",
        "bounced",
        "Spam complaint",
    ],
    "neither": ["NEVER_SUBSCRIBED", "pending", "inactive"],
    "": ["", None, "NULL", "\\N", "NaN", "-", [], "0000-00-00 00:00:00"],
    None: [
        "maybe",
        "yes?",
        "yes, no",
        "2",
        "-1",
        "x",
        "Lapsed",
        "2025-01-01",
        {"a": 1},
        [True],
        "enabled",
        "Non-marketing",
    ],
}


@pytest.mark.parametrize(("value", "says"), [(value, says) for says, values in SAYINGS.items() for value in values])
def test_what_a_cell_says(value: Any, says: str | None) -> None:
    assert Answers(None).read(value) == says


WITHDRAWN: dict[str | None, list[Any]] = {
    "yes": [
        "yes",
        "true",
        1,
        "t",
        "bounced",
        "unsubscribed",
        "2025-05-01T08:00:00Z",
        "01.05.25",
        1746086400,
        ["UNSUBSCRIBE"],
    ],
    "no": ["no", 0.0, "f", "never", "subscribed", "opted in"],
    "": ["", None, "[]", "\\N", "0000-00-00"],
    None: ["active", "pending", "soft", "3", "https://example.com/unsubscribe?id=1", "unknown", "x"],
}


@pytest.mark.parametrize(("value", "says"), [(value, says) for says, values in WITHDRAWN.items() for value in values])
def test_what_a_cell_says_in_a_column_of_withdrawals(value: Any, says: str | None) -> None:
    assert Answers(None).read_withdrawal(value) == says


def test_a_value_means_what_the_option_says() -> None:
    answers = Answers({"Lapsed": "no", "J": "yes", "1": "no", "Neu": "neither"})
    assert [answers.read(value) for value in ("lapsed ", "j", 1.0, "NEU", "yes")] == [
        "no",
        "yes",
        "no",
        "neither",
        "yes",
    ]
    assert answers.read_withdrawal("J") == "yes"


LISTED = {*ANSWER_SAYS, *STATUS_SAYS, *BLANKS}
HEADERS = [name for kind in ("consent", "withdrawal", "status") for name in NAMES[kind].split("|")]
WORDS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=12).map(str.strip)
UNKNOWN = WORDS.filter(
    lambda text: text and simplify(text) not in LISTED and not re.search(r"\d", text) and text not in BLANKS
)


@given(st.sampled_from(HEADERS), UNKNOWN, st.sampled_from(["", "yes", "no", "Subscribed"]), st.booleans())
def test_a_value_that_nobody_knows_subscribes_nobody(header: str, value: str, other: str, is_named: bool) -> None:
    """Whatever the header, the value and the other rows say, the run asks."""
    rows = [{"Email": "a@example.com", header: other}, {"Email": "b@example.com", header: value}]
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder), []) as store:
        store.add_rows((None, row) for row in rows)
        headers = headers_of("subscribe")
        columns = match_columns(list(store.columns), headers, {})
        channels = ["email"] if is_named and "SMS" not in header else ["email", "sms"]
        with pytest.raises(BulkFailed) as raised:
            settle(store, columns, "subscribe", channels, {}, Answers(None))
    assert header in [question["column"] for question in raised.value.questions]


def test_the_questions_settle_the_run(run: Any, sandbox: Sandbox) -> None:
    """What the options of each question say, taken together, is enough."""
    rows = [{"Email": "a@example.com", "Status": "Lapsed", "Bounces": "3", "Opt-in": "yes", "Newsletter": "yes"}]
    with pytest.raises(BulkFailed) as raised:
        run(rows)
    options: dict[str, Any] = {"mapping": {}, "consent_values": {}}
    for question in raised.value.questions:
        for name, value in question["options"][-1].items():
            options[name] |= value
    assert [question["column"] for question in raised.value.questions] == ["Opt-in", "Status", "Bounces"]
    assert run(rows, **options)["sent"] == 1
