"""Cells as JSON, and the identifiers in them."""

import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from decimal import Decimal
from typing import Any

from workbench.bulk.arguments import text_list
from workbench.bulk.errors import BulkFailed, RowError
from workbench.bulk.imports.columns import IDENTIFIERS, Columns, is_postal_code
from workbench.bulk.imports.dates import check_range, parse_time
from workbench.bulk.imports.phone_numbers import parse_phone_number
from workbench.bulk.imports.placeholders import PLAIN_IDENTIFIER, clean, is_no_name, is_nobody
from workbench.bulk.imports.rows import Cells
from workbench.bulk.text import compose, join_names

ARE_EMPTY = {1: "is empty", 2: "are both empty"}  # by the number of columns
MAX_STRING = 100_000  # bytes
ROUNDED = re.compile(r"\d+([.,]\d+)?[eE]\+\d+")
WHOLE = re.compile(r"(\d+)\.0")
EMAIL = re.compile(r"[^@\s<>,;\"]+@[^@\s.<>,;\"]+(\.[^@\s.<>,;\"]+)+")
TEXT_FORMULA = re.compile(r'="((?:[^"]|"")*)"')  # ="00124", by which a spreadsheet is told to keep the zeros

UNREADABLE_PHONE_NUMBER = (
    "phone_number: could not be read. default_country reads national numbers, and leave_out with phone_number sends"
    " rows without theirs"
)


def json_value(column: str, value: Any) -> Any:
    """A cell as JSON has it; None if it is blank. RowError if JSON cannot hold it."""
    if isinstance(value, str):
        text = value.strip() if len(value) < 1000 else value
        return (unmark(column, text) if text[:1] in ("'", "=") else text) or None
    if isinstance(value, float):
        if math.isinf(value):
            raise RowError(f"{column} is an infinite number")
        return None if math.isnan(value) else value
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, (int, Decimal)):
        return json_number(column, value)
    if isinstance(value, (bytes, bytearray)):
        try:
            return value.decode()
        except UnicodeDecodeError:
            raise RowError(f"{column} is binary") from None
    if isinstance(value, dict):
        items = {str(name): json_value(column, item) for name, item in value.items()}
        return {name: item for name, item in items.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [json_value(column, item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def unmark(column: str, text: str) -> str:
    """Text without the marks by which a spreadsheet is told that it is text: ="00124", or an apostrophe before it."""
    if text[0] == "'" and (re.match(r"'[\d=+@-]", text) or is_postal_code(column)):
        text = text[1:].strip()
    formula = TEXT_FORMULA.fullmatch(text)
    return formula[1].replace('""', '"').strip() if formula else text


def json_number(column: str, value: Any) -> Any:
    """A number as JSON has it; text if it has more digits after the point than a float can hold."""
    if isinstance(value, Decimal) and value.is_nan():
        return None
    if not abs(value) < 10**308:
        raise RowError(f"{column} is a number with more digits than Klaviyo can hold")
    if isinstance(value, int):
        return value
    if value == value.to_integral_value():
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else str(value)


@dataclass
class Values:
    """Reads cells; RowError if one cannot be sent. `rules`: how many values each rule has changed, for the log.

    `date_format`: one of ORDERS. `zone`: of times that have none. `default_country`: of national phone numbers.
    `leave_out`: identifiers without which a row is sent if theirs cannot be read. `is_whole`: whether all values of a
    column are whole numbers, with or without `.0`. `is_shared`: whether an identifier, by its name and value, stands
    beside several different emails. `is_verbatim`: whether `export` wrote the cells, so that Klaviyo has them as they
    are.
    """

    date_format: str | None = None
    zone: tzinfo = UTC
    default_country: str = ""
    leave_out: tuple[str, ...] = ()
    is_whole: Callable[[str], bool] | None = None
    is_shared: Callable[[str, str], bool] | None = None
    is_verbatim: bool = False
    rules: Counter[str] = field(default_factory=Counter)
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def note(self, rule: str) -> None:
        self.rules[rule] += 1

    def text(self, name: str, value: Any) -> str:
        if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
            return str(int(value))  # a column of ids with gaps, as pandas writes it
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            return str(value)
        raise RowError(f"{name} is not text")

    def identifier(self, name: str, value: Any, column: str) -> str | None:
        """What identifies a person; None for a placeholder."""
        return self.number(name, "false" if value is False else value, column, is_nobody)

    def number(self, name: str, value: Any, column: str, is_missing: Callable[[str], bool] = is_no_name) -> str | None:
        """The number of an order or the like, with all its digits; None for a placeholder."""
        text = self.text(name, value)
        if PLAIN_IDENTIFIER.fullmatch(text):
            return text
        text = text if self.is_verbatim else compose(text)
        visible = clean(text)
        if visible != text:
            self.note(f"{name}: invisible characters removed")
        if is_missing(visible):
            self.note(f"{name}: {visible} counts as empty")
            return None
        if ROUNDED.fullmatch(visible):
            raise RowError(f"{name} was rounded by a spreadsheet: {visible:.40}")
        whole = WHOLE.fullmatch(visible)
        if whole and self.is_whole and self.is_whole(column):
            self.note(f"{name}: .0 removed")
            return whole[1]
        return visible

    def name(self, name: str, value: Any) -> str | None:
        """The name of a person, place or the like; None for a placeholder."""
        text = clean(self.text(name, value))
        if is_no_name(text):
            self.note(f"{name}: {text} counts as empty")
            return None
        return text

    def email(self, text: str) -> str:
        address = text
        if text[:7].lower() == "mailto:":
            address = text[7:].strip()
            self.note("email: mailto: removed")
        if not EMAIL.fullmatch(address):
            raise RowError(f"email is not an email address: {text:.40}")
        return address

    def phone_number(self, text: str) -> str:
        """E.164."""
        number = parse_phone_number(text, self.default_country)
        if number != text:
            self.note("phone_number: written in E.164 format")
        return number

    def profile(self, fields: Cells, cells: Cells, columns: Columns) -> dict[str, str]:
        """Who it is: identifiers and names. RowError if nobody can tell. `fields`: the cells by field."""
        profile, faults = self.read_identifiers(fields, cells, columns)
        if faults and not profile:
            raise next(iter(faults.values()))
        for name, fault in faults.items():
            if name not in self.leave_out:
                if name == "phone_number":
                    self.note(UNREADABLE_PHONE_NUMBER)
                raise fault
            self.note(f"{name}: could not be read, and was left out")
        shared = [name for name, text in profile.items() if self.is_shared and self.is_shared(name, text)]
        for name in shared:
            self.note(f"{name}: not sent, as it stands beside different email addresses, and so identifies nobody")
            text = profile.pop(name)
            if not profile:
                raise RowError(f"{name} stands beside different email addresses, and so identifies nobody: {text:.40}")
        if not profile:
            columns_of = [columns.by_field[name][0] for name in IDENTIFIERS if name in columns.by_field]
            raise RowError(f"{join_names(columns_of)} {ARE_EMPTY.get(len(columns_of), 'are all empty')}")
        for name in ("first_name", "last_name"):
            if name in fields and (written := self.name(name, fields[name])):
                profile[name] = written
        return profile

    def read_identifiers(
        self, fields: Cells, cells: Cells, columns: Columns
    ) -> tuple[dict[str, str], dict[str, RowError]]:
        """The identifiers that can be read, and why others cannot."""
        identifiers: dict[str, str] = {}
        faults: dict[str, RowError] = {}
        readers = {"email": self.email, "phone_number": self.phone_number}
        for name in IDENTIFIERS:
            try:
                if name in fields and (text := self.identifier(name, fields[name], columns.by_field[name][0])):
                    identifiers[name] = readers[name](text) if name in readers else text
            except RowError as error:
                faults[name] = error
        for column in columns.by_field.get("email", [])[1:]:
            other = cells.get(column)
            if "email" not in identifiers | faults and isinstance(other, str) and EMAIL.fullmatch(other):
                identifiers = {"email": other, **identifiers}
                self.note(f"email: {column} where {columns.by_field['email'][0]} is blank")
        return identifiers, faults

    def time(self, value: Any) -> datetime:
        """RFC 3339, or a notation that the script's docstring lists; others need `date_format`."""
        try:
            time = parse_time(value, self.date_format, self.zone, self.note)
        except (ValueError, OverflowError, OSError):
            raise RowError(f"time is not a time such as 2026-11-20T09:30:00+01:00: {value!s:.40}") from None
        check_range(time, value, self.now)
        return time


def check_leave_out(value: Any) -> tuple[str, ...]:
    """The identifiers that the option `leave_out` names. BulkFailed if they are none."""
    texts = text_list("leave_out", value)
    if unknown := [text for text in texts if text not in IDENTIFIERS]:
        raise BulkFailed(f"leave_out must be of {', '.join(IDENTIFIERS)}, not {unknown[0]:.40}")
    return tuple(texts)


def check_strings(cells: Cells) -> None:
    """RowError if a string is longer than Klaviyo takes."""
    for column, value in cells.items():
        if longest(value) > MAX_STRING:
            raise RowError(f"{column} has over {MAX_STRING:,} bytes")


def longest(value: Any) -> int:
    """The bytes of the longest string in a value."""
    if isinstance(value, str):
        return len(value.encode(errors="backslashreplace"))
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return max(map(longest, items), default=0)
