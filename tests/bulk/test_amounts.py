"""Amounts and currencies as people write them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.bulk.errors import RowError
from workbench.bulk.imports.amounts import CODES, SIGNS, Amounts, contradicts, currency_of, usual_currency

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


@pytest.mark.parametrize("value", ["1" * 400, 10**400, float("inf"), float("nan"), "9" * 301])
def test_rejects_numbers_that_json_cannot_hold(value: Any) -> None:
    with pytest.raises(RowError, match="value is not a number that JSON can hold"):
        amounts().parse(value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("EUR", "EUR"),
        ("chf", "CHF"),
        ("€", "EUR"),
        ("Euro", "EUR"),
        ("EUROS", "EUR"),
        ("Euro (EUR)", "EUR"),
        ("€ EUR", "EUR"),
        ("$", "USD"),
        ("US$", "USD"),
        ("CAD $", "CAD"),
        ("US Dollar", "USD"),
        ("Swiss francs", "CHF"),
        ("Schweizer Franken", "CHF"),
        ("Pound sterling", "GBP"),
        ("£", "GBP"),
        ("zł", "PLN"),
        ("Złoty", "PLN"),
        ("kr (SEK)", "SEK"),
        ("BTC", "BTC"),
        ("kr", None),
        ("¥", None),
        ("points", None),
        ("EUR USD", None),
        ("5", None),
    ],
)
def test_reads_a_currency_by_its_code_sign_or_name(text: str, code: str | None) -> None:
    if code:
        assert currency_of(text) == code
    else:
        with pytest.raises(RowError, match=r"value_currency (is no currency|can be several)"):
            currency_of(text)


@pytest.mark.parametrize(
    ("value", "currency", "is_contradiction"),
    [
        ("$5", "EUR", True),
        ("$5", "US Dollar", False),
        ("$5", "CAD", False),
        ("5 €", "€", False),
        ("5 €", "CHF", True),
        ("USD 5", "EUR", True),
        ("kr 5", "SEK", False),
        ("5", "EUR", False),
        ("$5", "points", False),
        ("many", "EUR", False),
    ],
)
def test_a_sign_of_another_currency_contradicts(value: str, currency: str, is_contradiction: bool) -> None:
    assert contradicts(value, currency) is is_contradiction


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_stands_for_currencies_that_exist(sign: str) -> None:
    assert all(code in CODES.split() for code in SIGNS[sign].split())
    assert usual_currency(sign) in ("", *SIGNS[sign].split())
    assert amounts().parse(f"{sign}5") == amounts().parse(f"5 {sign}") == (5, sign)
