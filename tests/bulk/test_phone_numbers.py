"""Phone numbers as people write them."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat

from workbench.bulk.errors import BulkFailed, RowError
from workbench.bulk.imports.columns import Columns
from workbench.bulk.imports.phone_numbers import COUNTRIES, check_country, is_e164, parse_number, parse_phone_number
from workbench.bulk.imports.values import Values, check_leave_out


@pytest.mark.parametrize(
    ("text", "country", "sent"),
    [
        ("+1 (202) 555-0142", "", "+12025550142"),
        ("+44 (0)20 7946 0958", "", "+442079460958"),
        ("+39 (0)6 6982", "", "+39066982"),
        ("+39 06 6982", "", "+39066982"),
        ("+41 44/668 18 00", "", "+41446681800"),
        ("(+41) 44 668 18 00", "", "+41446681800"),
        ("tel:+41-44-668-18-00", "", "+41446681800"),
        ("+49 30/1234567", "", "+49301234567"),
        ("(202) 555-0142", "", None),
        ("(202) 555-0142", "US", "+12025550142"),
        ("044 668 18 00", "", None),
        ("044 668 18 00", "CH", "+41446681800"),
        ("0041 44 668 18 00", "CH", "+41446681800"),
        ("0044 20 7946 0958", "", None),
        ("41446681800", "CH", "+41446681800"),
        ("+44 20 7946 0958", "CH", "+442079460958"),
        ("668 18 00", "CH", None),
        ("12345", "US", None),
        ("+0 202 555", "", None),
        ("+1 202", "", None),
        ("+1 202 555 0142 ext. 5", "", None),
        ("+1 800 FLOWERS", "", None),
        ("call +41 44 668 18 00", "", None),
    ],
)
def test_reads_phone_numbers(text: str, country: str, sent: str | None) -> None:
    if sent:
        assert parse_phone_number(text, country) == sent
    else:
        with pytest.raises(RowError, match=r"in E\.164 format"):
            parse_phone_number(text, country)


@pytest.mark.parametrize(
    "text",
    [
        "+41 44 668 18 00/01",
        "+41 44 668 18 00 / 044 668 18 01",
        "+43 1 234567/68",
        "044 668 18 00/01",
        "+41446681800, +41446681801",
        "+41446681800;+41446681801",
        "+41446681800 +41446681801",
        "+41446681800 or +41446681801",
        "044 668 18 00\n044 668 18 01",
    ],
)
def test_two_numbers_in_a_cell_are_none(text: str) -> None:
    with pytest.raises(RowError, match="phone_number is"):
        parse_phone_number(text, "CH")


@given(
    st.sampled_from(sorted(COUNTRIES)),
    st.sampled_from([PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164]),
)
def test_reads_the_numbers_of_every_country(country: str, notation: int) -> None:
    number = phonenumbers.example_number(country)
    assert number
    text = phonenumbers.format_number(number, notation)
    assert parse_phone_number(text, country) == phonenumbers.format_number(number, PhoneNumberFormat.E164)


@given(st.text(st.sampled_from("+0123456789 ()/.-;,abx"), max_size=20), st.sampled_from(["", "CH", "US", "IT"]))
def test_whatever_is_written_becomes_e164_or_is_rejected(text: str, country: str) -> None:
    try:
        sent = parse_phone_number(text, country)
    except RowError:
        return
    assert parse_phone_number(sent, "") == sent


@given(st.from_regex(r"\+(1|7|39|41|44|49|52|54|55|36|358|590|878)[0-9]{4,12}", fullmatch=True))
def test_a_number_in_e164_is_read_as_the_library_reads_it(text: str) -> None:
    assert not is_e164(text) or parse_number(text, "") == text


@pytest.mark.parametrize(("country", "code"), [("ch", "CH"), ("US", "US"), ("", ""), ("XX", None), ("Schweiz", None)])
def test_the_default_country_is_a_code(country: str, code: str | None) -> None:
    if code is None:
        with pytest.raises(BulkFailed, match="default_country must be the code of a country, such as CH or US"):
            check_country(country)
    else:
        assert check_country(country) == code


def test_an_identifier_that_cannot_be_read_is_left_out_if_another_is_there() -> None:
    columns = Columns({"email": ["Email"], "phone_number": ["Phone"]})
    values = Values(leave_out=check_leave_out("phone_number"))
    fields = {"email": "a@example.com", "phone_number": "044 668 18 00/01"}
    assert values.profile(fields, {}, columns) == {"email": "a@example.com"}
    assert values.rules["phone_number: could not be read, and was left out"] == 1
    with pytest.raises(RowError, match=r"not in E\.164 format"):
        values.profile({"phone_number": "12"}, {}, columns)
    with pytest.raises(RowError, match="email is not an email address"):
        values.profile({"email": "x", "phone_number": "+41446681800"}, {}, columns)
    with pytest.raises(RowError, match=r"not in E\.164 format"):
        Values().profile({"email": "a@example.com", "phone_number": "12"}, {}, columns)
    with pytest.raises(BulkFailed, match=r"leave_out must be of email, phone_number, .*, not city"):
        check_leave_out(["city"])
