"""The part that reads values as people write them."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.bulk.errors import RowError
from workbench.bulk.imports.amounts import Amounts
from workbench.bulk.imports.columns import Columns
from workbench.bulk.imports.values import Values, json_value

NUMBERS = [
    ("12", 12, ""),
    ("12.50", 12.5, ""),
    ("-3.5", -3.5, ""),
    ("9,99", 9.99, ""),
    ("0,125", 0.125, ""),
    ("1,234", 1234, ""),
    ("1.234", 1.234, ""),
    ("1,234.50", 1234.5, ""),
    ("1.234,50", 1234.5, ""),
    ("1.234.567", 1234567, ""),
    ("1 234,50", 1234.5, ""),
    ("1\u202f234,50", 1234.5, ""),
    ("1'234.50", 1234.5, ""),
    ("1\u2019234.50", 1234.5, ""),
    ("$12.50", 12.5, "$"),
    ("-$12.50", -12.5, "$"),
    ("$-12.50", -12.5, "$"),
    ("12,50 €", 12.5, "€"),
    ("CHF 3", 3, "CHF"),
    ("Fr. 3", 3, "Fr."),
    ("R$ 1.234,50", 1234.5, "R$"),
    ("¥1200", 1200, "¥"),
    ("1.5e3", 1500, ""),
    (7, 7, ""),
    (7.25, 7.25, ""),
]
NO_NUMBERS = [
    "",
    "nan",
    "12 pieces",
    "1,23,4",
    "1.2.3",
    "12.345,6,7",
    "1_000",
    "0x10",
    "XYZ 3",
    "3-",
    "€3€",
    True,
    None,
    [1],
]


def amounts(**options: Any) -> Amounts:
    return Amounts(note=lambda rule: None, **options)


@pytest.mark.parametrize(("text", "number", "currency"), NUMBERS)
def test_reads_numbers(text: Any, number: float, currency: str) -> None:
    assert amounts().parse(text) == (number, currency)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_rejects_what_is_no_number(text: Any) -> None:
    with pytest.raises(RowError, match="value is not a number"):
        amounts().parse(text)


@pytest.mark.parametrize(
    ("text", "semicolons", "decimal", "number"),
    [
        ("1.234", True, None, None),
        ("1.234", True, "comma", 1234),
        ("1.234", True, "point", 1.234),
        ("1,234", True, None, 1.234),
        ("1,234", False, None, 1234),
        ("1,234", False, "comma", 1.234),
        ("9.99", True, None, 9.99),
        ("9.99", False, "comma", None),
        ("9,99", False, "point", None),
        ("1.234,50", True, None, 1234.5),
        ("12.50", True, "comma", None),
    ],
)
def test_a_mark_that_can_be_two_things_is_read_as_the_file_or_the_option_says(
    text: str, semicolons: bool, decimal: str | None, number: float | None
) -> None:
    reader = amounts(decimal=decimal, semicolons=semicolons)
    if number is None:
        with pytest.raises(RowError, match=r"the option decimal, comma or point, says which|not a number"):
            reader.parse(text)
    else:
        assert reader.parse(text) == (number, "")


@given(st.integers(-(10**9), 10**9), st.sampled_from([("", "."), (",", "."), (".", ","), (" ", ","), ("'", ".")]))
def test_reads_every_number_with_two_decimals_in_every_notation(cents: int, marks: tuple[str, str]) -> None:
    thousands, point = marks
    text = f"{cents / 100:,.2f}".replace(",", "\0").replace(".", point).replace("\0", thousands)
    assert amounts().parse(text) == (cents / 100, "")


TIMES = [
    ("2026-11-20T09:30:00+01:00", "2026-11-20T09:30:00+01:00"),
    ("2026-11-20t09:30:00.123456789z", "2026-11-20T09:30:00.123456+00:00"),
    ("2026-11-20 09:30:00 +0100", "2026-11-20T09:30:00+01:00"),
    ("2026-11-20 09:30:00 UTC", "2026-11-20T09:30:00+00:00"),
    ("2026-11-20 09:30", "2026-11-20T09:30:00+00:00"),
    ("2026-11-20", "2026-11-20T00:00:00+00:00"),
    ("1763627400", "2025-11-20T08:30:00+00:00"),
    (1763627400, "2025-11-20T08:30:00+00:00"),
    (1763627400000, "2025-11-20T08:30:00+00:00"),
]
NO_TIMES: list[Any] = [
    "2026-01-02+01:00",
    "2026-10-15109:30:00",
    "2026-13-01",
    "2026-02-30",
    "09:30",
    "20261120",
    "2026-11-20T25:00Z",
]
NO_TIMES += ["yesterday", "2026-11-20T09:30:00+01:00:00", "2026-11-20 09:30 CET", True, None, [1]]


@pytest.mark.parametrize(("time", "sent"), TIMES)
def test_reads_times(time: Any, sent: str) -> None:
    assert Values().time(time).isoformat() == sent


@pytest.mark.parametrize("time", NO_TIMES)
@pytest.mark.parametrize("date_format", [None, "DMY"])
def test_rejects_what_is_no_time(time: Any, date_format: str | None) -> None:
    with pytest.raises(RowError, match="time is not a time such as"):
        Values(date_format=date_format).time(time)


@pytest.mark.parametrize("time", ["1970-01-01", "1990-12-31", "2226-01-01", 0])
def test_rejects_times_that_nobody_can_mean(time: Any) -> None:
    with pytest.raises(RowError, match="before 1991 or more than a year ahead"):
        Values().time(time)


@pytest.mark.parametrize(
    ("date_format", "time", "sent"),
    [
        ("DMY", "02/01/2026", "2026-01-02T00:00:00+00:00"),
        ("MDY", "02/01/2026", "2026-02-01T00:00:00+00:00"),
        ("DMY", "2.1.26 9:05", "2026-01-02T09:05:00+00:00"),
        ("YMD", "2026/01/02 09:05:07", "2026-01-02T09:05:07+00:00"),
        ("MDY", "1/2/2026, 12:05 AM", "2026-01-02T00:05:00+00:00"),
        ("MDY", "Jan 2, 2026 9:30:12 PM", "2026-01-02T21:30:12+00:00"),
        ("DMY", "2 January 2026", "2026-01-02T00:00:00+00:00"),
        ("DMY", "02/01/2026 09:30 +0100", "2026-01-02T09:30:00+01:00"),
        ("MDY", "2026-01-02 09:30 pm", "2026-01-02T21:30:00+00:00"),
        ("MDY", "2026-01-02 09:30", "2026-01-02T09:30:00+00:00"),
    ],
)
def test_reads_other_notations_in_the_order_of_the_option_alone(date_format: str, time: str, sent: str) -> None:
    assert Values(date_format=date_format).time(time).isoformat() == sent
    if "AM" in time.upper() or "PM" in time.upper() or "-" not in time:
        with pytest.raises(RowError, match=r"needs the option date_format \(DMY, MDY or YMD\)"):
            Values().time(time)


@pytest.mark.parametrize(
    ("date_format", "time"),
    [
        ("MDY", "25/11/2026"),
        ("DMY", "11/25/2026"),
        ("DMY", "1/1/2026 13:00 PM"),
        ("DMY", "1 Foo 2026"),
        ("DMY", "1/2/3/2026"),
    ],
)
def test_rejects_what_is_no_date_in_that_order(date_format: str, time: str) -> None:
    with pytest.raises(RowError, match="time is not a time"):
        Values(date_format=date_format).time(time)


@given(
    st.datetimes(datetime(1991, 1, 1), datetime(2026, 1, 1)),
    st.sampled_from(["%d/%m/%Y %H:%M:%S", "%d.%m.%Y %I:%M:%S %p"]),
)
def test_reads_every_time_in_the_order_of_the_option(time: datetime, notation: str) -> None:
    time = time.replace(microsecond=0)
    assert Values(date_format="DMY").time(time.strftime(notation)).replace(tzinfo=None) == time


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("+1 (202) 555-0142", "+12025550142"),
        ("+44 (0)20 7946 0958", "+442079460958"),
        ("+39 (0)6 6982", "+39066982"),
        ("+39 06 6982", "+39066982"),
        ("+41 44/668 18 00", "+41446681800"),
        ("(202) 555-0142", None),
        ("0044 20 7946 0958", None),
        ("+0 202 555", None),
    ],
)
def test_reads_phone_numbers(text: str, sent: str | None) -> None:
    if sent:
        assert Values().phone_number(text) == sent
    else:
        with pytest.raises(RowError, match=r"not in E\.164 format"):
            Values().phone_number(text)


@pytest.mark.parametrize(
    ("email", "sent"),
    [
        ("zoe@example.com", "zoe@example.com"),
        ("mailto:zoe@example.com", "zoe@example.com"),
        ("MAILTO: zoe@example.com", "zoe@example.com"),
        ("\u200bzoe@example.com\ufeff", "zoe@example.com"),
        ("zoë@exämple.com", "zoë@exämple.com"),
        ("Zoe <zoe@example.com>", None),
        ("<zoe@example.com>", None),
        ("zoe@localhost", None),
        ("zoe@example..com", None),
        ("zoe@example.com, max@example.com", None),
    ],
)
def test_reads_email_addresses(email: str, sent: str | None) -> None:
    columns = Columns({"email": ["Email"]})
    if sent:
        assert Values().profile({"email": email}, {}, columns) == {"email": sent}
    else:
        with pytest.raises(RowError, match="email is not an email address"):
            Values().profile({"email": email}, {}, columns)


@pytest.mark.parametrize(
    "placeholder", ["0", "NULL", "None", "nan", "NaN", "undefined", "n/a", "N/A", "\\N", "-", 0, "\u200b"]
)
def test_placeholders_identify_nobody(placeholder: Any) -> None:
    values = Values()
    columns = Columns({"email": ["Email"], "external_id": ["Id"], "phone_number": ["Phone"]})
    fields = dict.fromkeys(("email", "external_id", "phone_number"), placeholder)
    with pytest.raises(RowError, match="it has none of Email, Phone, Id"):
        values.profile(fields, {}, columns)
    assert values.profile(fields | {"email": "a@example.com"}, {}, columns) == {"email": "a@example.com"}
    assert sum(values.rules.values()) >= 3


@pytest.mark.parametrize(
    ("value", "is_whole", "sent"),
    [
        ("4.47901E+11", True, None),
        ("4,47901E+11", True, None),
        ("4e5", True, "4e5"),
        ("64e12345", True, "64e12345"),
        ("12345.0", True, "12345"),
        ("12345.0", False, "12345.0"),
        (12345.0, True, "12345"),
        (2.0**53, True, None),
        (12.5, True, None),
        ("007", True, "007"),
        (10**25, True, str(10**25)),
        (True, True, None),
    ],
)
def test_reads_ids_with_all_their_digits_or_rejects_them(value: Any, is_whole: bool, sent: str | None) -> None:
    values = Values(is_whole=lambda column: is_whole)
    if sent:
        assert values.identifier("external_id", value, "Id") == sent
    else:
        with pytest.raises(RowError, match=r"external_id (was rounded by a spreadsheet|is not text)"):
            values.identifier("external_id", value, "Id")


def test_a_blank_email_is_taken_from_the_second_column() -> None:
    columns = Columns({"email": ["Email", "Billing Email"]})
    values = Values()
    second = {"Billing Email": "b@example.com"}
    assert values.profile({}, second, columns) == {"email": "b@example.com"}
    assert values.profile({"email": "-"}, second, columns) == {"email": "b@example.com"}
    assert values.profile({"email": "a@example.com"}, second, columns) == {"email": "a@example.com"}
    with pytest.raises(RowError, match="not an email address"):
        values.profile({"email": "somebody"}, second, columns)
    with pytest.raises(RowError, match="it has none of Email"):
        values.profile({}, {"Billing Email": "yes"}, columns)
    assert values.rules["email: Billing Email where Email is blank"] == 2


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (Decimal("12345678901234567890123456789"), 12345678901234567890123456789),
        (Decimal("1.50"), 1.5),
        (Decimal("0.1234567890123456789"), "0.1234567890123456789"),
        ("'0412", "0412"),
        ("' t", "' t"),
        ("  ", None),
        (float("nan"), None),
        (b"ab", "ab"),
        ({"a": [Decimal(1)]}, {"a": [1]}),
    ],
)
def test_cells_keep_what_they_hold(value: Any, sent: Any) -> None:
    assert json_value("x", value) == sent


def test_binary_cells_are_rejected() -> None:
    with pytest.raises(RowError, match="x is binary"):
        json_value("x", b"\xff")
