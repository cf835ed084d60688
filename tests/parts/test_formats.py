"""The formats: RFC 3339, and what Klaviyo's own examples have beyond it."""

import pytest
from jsonschema import Draft202012Validator

from workbench.codegen.parts.constants import EMAIL, FORMATS, PHONE_NUMBER
from workbench.codegen.parts.formats import parse_time


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-15T09:30:00Z",
        "2026-10-15t09:30:00z",
        "2026-10-15T09:30:00.123456789+05:30",
        "2026-10-15T09:30:00-00:00",
        "2024-02-29T23:59:59Z",
        "2026-10-15",
        "2026-10-15T09:30:00",
    ],
)
def test_date_times(text: str) -> None:
    assert FORMATS.conforms(text, "date-time")
    assert parse_time(text).tzinfo


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-15X09:30:00",
        "2026-10-15T09:30:00 +02:00",
        "2026-10-15 09:30:00Z",
        "2026-W42-4",
        "20261015T093000Z",
        "2026-10-15T09:30",
        "2026-10-15T09:30:00+0530",
        "2026-10-15T09:30:00,5Z",
        "2026-02-30T00:00:00Z",
        "2026-10-15T25:00:00Z",
        "2026-10-15T09:30:00Z\n",
        "\uff12\uff10\uff12\uff16-10-15",
        "yesterday",
        "",
    ],
)
def test_what_is_not_a_date_time(text: str) -> None:
    assert not FORMATS.conforms(text, "date-time")


@pytest.mark.parametrize(("text", "valid"), [("2026-10-15", True), ("2026-02-30", False), ("20261015", False)])
def test_dates(text: str, valid: bool) -> None:
    assert FORMATS.conforms(text, "date") == valid
    assert not FORMATS.conforms("2026-10-15T09:30:00Z", "date")


def test_only_strings_have_a_format() -> None:
    assert FORMATS.conforms(7, "date-time")
    assert FORMATS.conforms(None, "date")


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("ada@example.com", True),
        ("o'hara+1@exämple.com", True),
        ("not an email", False),
        ("ada@", False),
        ("@example.com", False),
        ("ada@example.com ", False),
        ("ada@example.com\n", False),
        ("a@b@c", False),
    ],
)
def test_email_addresses(text: str, valid: bool) -> None:
    assert Draft202012Validator(EMAIL).is_valid(text) == valid


@pytest.mark.parametrize(
    ("text", "valid"),
    [("+12025550142", True), ("+12025550142\n", False), ("2025550142", False), ("+0123", False), ("+1" * 9, False)],
)
def test_phone_numbers_are_e164(text: str, valid: bool) -> None:
    assert Draft202012Validator(PHONE_NUMBER).is_valid(text) == valid
