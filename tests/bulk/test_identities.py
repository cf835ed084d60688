"""One person stays one person: what stands for nobody, and what several people have, identifies nobody."""

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.support.bulk_import import build_drafts
from workbench.bulk.errors import RowError
from workbench.bulk.import_events import Events
from workbench.bulk.import_profiles import Profiles
from workbench.bulk.imports.amounts import Amounts
from workbench.bulk.imports.columns import Columns
from workbench.bulk.imports.placeholders import clean, is_no_name, is_nobody, is_null
from workbench.bulk.imports.records import content_of
from workbench.bulk.imports.values import Values

NULLS = r"""NULL|null|(null)|<null>|\N|NaN|nan|<NA>|NaT|-nan|1.#IND|undefined|[object Object]|#N/A|#N/A N/A|#REF!
#DIV/0!|#NAME?|#NOM?|#¿NOMBRE?|#¡VALOR!|#WERT!|#BEZUG!|#NV|#VALEUR!|#####|Err:502|n/a|N/A|-|--|—""".replace("\n", "|")
WORDS = """0|0.0|0,00|000|-1|00000000-0000-0000-0000-000000000000|None|nil|false|true|?|.|***|unknown|Unknown|guest
Guest user|anonymous|no email|not available|unbekannt|Gast|keine|k. A.|k.A.|nicht verfügbar|inconnu|Invité|non renseigné
s/o|n.d.|desconocido|sin correo|vacío|s/n|nenhum|não informado|sconosciuto|onbekend|n.v.t.|okänd|brak|yok|нет|Гость|н/д
无|なし|ゲスト|없음|אין""".replace("\n", "|")
IDENTIFIERS = """1|42|000123|1.#|cus_Test01|tom|nada|test|Q-1|#1001|N|na1|null@example.com|a@b.example|+41446681800
3f2504e0-4f89-11d3-9a0c-0305e82c3301|Gast-17|O'Neil|undefined7|李|100.0|err:1""".replace("\n", "|")


@pytest.mark.parametrize("text", NULLS.split("|"))
def test_what_programs_write_for_nothing_is_nothing_in_every_field(text: str) -> None:
    assert is_null(text)
    assert is_no_name(text)
    assert is_nobody(text)


@pytest.mark.parametrize("text", WORDS.split("|"))
def test_words_for_nothing_identify_nobody_and_may_be_properties(text: str) -> None:
    assert is_nobody(text)
    assert not is_null(text)


@pytest.mark.parametrize("text", IDENTIFIERS.split("|"))
def test_other_texts_identify(text: str) -> None:
    assert not is_nobody(text)
    assert not is_null(text)


@pytest.mark.parametrize("name", ["Guest", "Na", "Test", "Blank", "Noël", "Gast", "Li", "O", "Null-Meier"])
def test_names_that_look_like_words_for_nothing_stay(name: str) -> None:
    assert Values().name("last_name", name) == name


@given(st.sampled_from((NULLS + "|" + WORDS).split("|")), st.sampled_from(["", " ", "\u200b", "\ufeff", "\u00a0"]))
def test_placeholders_are_recognized_once_they_are_cleaned(placeholder: str, invisible: str) -> None:
    values = Values()
    columns = Columns({"email": ["Email"], "external_id": ["Id"]})
    fields = {"email": "a@example.com", "external_id": f"{invisible}{placeholder}{invisible}"}
    assert values.profile(fields, {}, columns) == {"email": "a@example.com"}
    assert any("counts as empty" in rule for rule in values.rules)
    assert is_nobody(clean(fields["external_id"]))


@pytest.mark.parametrize("value", [0, 0.0, False])
def test_numbers_and_booleans_for_nothing_identify_nobody(value: Any) -> None:
    columns = Columns({"email": ["Email"], "external_id": ["Id"]})
    assert Values().profile({"email": "a@example.com", "external_id": value}, {}, columns) == {"email": "a@example.com"}


EMAILS = st.sampled_from(["ann@example.com", "Ann@Example.com", "bo@example.com", "cy@example.com", ""])
IDS = st.one_of(st.text(max_size=8), st.sampled_from(["shop", "SHOP", "walk-in", "7", "7.0"]), st.integers(0, 3))
PHONES = st.sampled_from(["+41446681800", "+41 44 668 18 00", "+41446681801", "", "044"])
ROWS = st.lists(
    st.fixed_dictionaries(
        {"Email": EMAILS, "Customer ID": IDS, "Phone": PHONES}, optional={"City": st.text(max_size=3)}
    ),
    min_size=1,
    max_size=12,
)


@given(ROWS)
@example([{"Email": f"{n}@example.com", "Customer ID": "walk-in", "Phone": "+41446681800"} for n in range(3)])
def test_no_two_people_with_different_emails_share_an_identifier(rows: list[dict[str, Any]]) -> None:
    """Whatever the placeholder is: the lists of words are never complete."""
    values = Values()
    for kind in (Profiles(""), Events("Joined", ["none"], False, values, Amounts(values.note))):
        emails: dict[tuple[str, str], set[str]] = {}
        for draft in build_drafts(kind, rows):
            if isinstance(draft, RowError):
                continue
            profile = json.loads(draft.profile or draft.body)
            profile = profile.get("attributes", profile)
            for name in ("phone_number", "external_id"):
                if name in profile and "email" in profile:
                    emails.setdefault((name, profile[name]), set()).add(profile["email"].lower())
        assert all(len(people) == 1 for people in emails.values()), emails


def test_rows_without_an_identifier_of_their_own_are_rejected_and_none_is_a_repeat() -> None:
    rows = [
        {"Email": "ann@example.com", "Customer ID": "shop"},
        {"Email": "ANN@example.com", "Customer ID": "shop"},
        {"Email": "bo@example.com", "Customer ID": "shop"},
        {"Email": "", "Customer ID": "shop"},
        {"Email": "", "Customer ID": "9"},
    ]
    kind = Profiles("")
    drafts = build_drafts(kind, rows)
    assert [draft.keys if not isinstance(draft, RowError) else str(draft) for draft in drafts] == [
        (("email", "ann@example.com", ""),),
        (("email", "ann@example.com", ""),),
        (("email", "bo@example.com", ""),),
        "external_id stands beside different email addresses, and so identifies nobody: shop",
        (("external_id", "9", ""),),
    ]
    [(rule, count)] = [(rule, count) for rule, count in kind.values.rules.items() if "identifies nobody" in rule]
    assert (rule.partition(":")[0], count) == ("external_id", 4)


def test_an_identifier_of_one_person_stays() -> None:
    rows = [
        {"Email": email, "Customer ID": "7", "Phone": "+41446681800"} for email in ("A@example.com", "a@example.com")
    ]
    for draft in build_drafts(Profiles(""), rows):
        assert not isinstance(draft, RowError)
        assert [name for name, _, _ in draft.keys] == ["email", "phone_number", "external_id"]


def test_accented_letters_are_the_same_in_either_spelling() -> None:
    row = {"Email": "zoë@example.com", "Customer ID": "Noël-1", "City": "Zürich", "Größe": "M"}
    composed, decomposed = (
        {unicodedata.normalize(form, name): unicodedata.normalize(form, value) for name, value in row.items()}
        for form in ("NFC", "NFD")
    )
    one, other = build_drafts(Profiles(""), [composed, decomposed])
    assert not isinstance(one, RowError)
    assert not isinstance(other, RowError)
    assert (one.keys, content_of(one)) == (other.keys, content_of(other))
    assert json.loads(other.body)["attributes"]["external_id"] == "Noël-1"


def test_ids_that_differ_in_case_are_of_different_people() -> None:
    rows = [{"Email": "a@example.com", "Customer ID": "k3Z"}, {"Email": "b@example.com", "Customer ID": "k3X"}]
    rows.append({"Email": "", "Customer ID": "K3x"})
    keys = [key for draft in build_drafts(Profiles(""), rows) if not isinstance(draft, RowError) for key in draft.keys]
    assert len({*keys}) == len(keys)


def test_a_second_row_of_an_order_tells_whose_an_identifier_is() -> None:
    """The email stands in one row, the number of the customer in another."""
    rows = [
        {"Order ID": order, "Total": 5, "SKU": sku, "Email": email, "Customer ID": customer}
        for order, sku, email, customer in (
            (1, "A", "ann@example.com", ""),
            (1, "B", "", "counter"),
            (2, "A", "bo@example.com", "counter"),
        )
    ]
    values = Values()
    drafts = build_drafts(Events("Placed Order", [], False, values, Amounts(values.note)), rows)
    profiles = [json.loads(draft.profile) for draft in drafts if not isinstance(draft, RowError)]
    assert profiles == [{"email": "ann@example.com"}, {"email": "bo@example.com"}]


def test_nulls_overwrite_nothing_in_klaviyo() -> None:
    row = {
        "Email": "a@example.com",
        "City": "NULL",
        "Region": "None",
        "Zip": r"\N",
        "Organization": "-",
        "Tier": "NULL",
        "Points": "NaN",
        "Tags": "#N/A",
        "Allergies": "none",
        "Rating": "0",
        "Latitude": 0.0,
        "location": {"country": "NULL", "address1": "Seeweg 1"},
        "properties": {"Coupon": r"\N", "Size": "M"},
    }
    kind = Profiles("")
    [draft] = build_drafts(kind, [row])
    assert not isinstance(draft, RowError)
    assert json.loads(draft.body)["attributes"] == {
        "email": "a@example.com",
        "location": {"latitude": "0.0", "address1": "Seeweg 1"},
        "properties": {"Allergies": "none", "Rating": "0", "Size": "M"},
    }
    assert kind.values.rules["Tier: NULL counts as empty"] == 1


@pytest.mark.parametrize(
    ("rows", "is_region"),
    [
        ([{"State": "CA"}, {"State": "NY"}], True),
        ([{"State": "Bern", "City": "Thun"}], True),
        ([{"State": "enabled"}, {"State": "disabled"}], False),
        ([{"State": "enabled", "City": "Thun"}], False),
        ([{"State": "waiting for a call"}], False),
        ([{"Province": "enabled"}], True),
    ],
)
def test_the_state_of_an_account_is_no_region(rows: list[dict[str, Any]], is_region: bool) -> None:
    people = [{"Email": f"{number}@example.com", **row} for number, row in enumerate(rows)]
    for draft, row in zip(build_drafts(Profiles(""), people), people, strict=True):
        assert not isinstance(draft, RowError)
        profile = json.loads(draft.body)["attributes"]
        assert ("region" in profile.get("location", {})) is is_region
        assert is_region or profile["properties"]["State"] == row["State"]
