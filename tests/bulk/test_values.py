"""Cells as JSON, and what identifies a person."""

from decimal import Decimal
from typing import Any

import pytest

from workbench.bulk.errors import RowError
from workbench.bulk.imports.columns import Columns
from workbench.bulk.imports.values import Values, json_value


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
    with pytest.raises(RowError, match="Email, Phone and Id are all empty"):
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
    with pytest.raises(RowError, match="Email is empty"):
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
