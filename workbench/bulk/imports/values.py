"""Values as people write them"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from decimal import Decimal
from typing import Any

from workbench.bulk.errors import RowError
from workbench.bulk.imports.columns import IDENTIFIERS, Columns
from workbench.bulk.imports.rows import Cells

MAX_STRING = 100_000  # bytes
PLACEHOLDERS = ("", "0", "null", "none", "nan", "undefined", "n/a", "\\n", "-")  # they identify nobody
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
ROUNDED = re.compile(r"\d+([.,]\d+)?[eE]\+\d+")
ODD_ID = re.compile(rf"[^ -~]|^({'|'.join(map(re.escape, PLACEHOLDERS))}|{ROUNDED.pattern}|\d+\.0)$", re.IGNORECASE)
E164 = re.compile(r"\+[1-9][0-9]{1,14}")
EMAIL = re.compile(r"[^@\s<>,;\"]+@[^@\s.<>,;\"]+(\.[^@\s.<>,;\"]+)+")
SIGNS = dict(  # a sign of several currencies has none
    re.findall(
        r"(\S+)=(\w*)",
        "$=USD US$=USD C$=CAD CA$=CAD A$=AUD AU$=AUD NZ$=NZD R$=BRL €=EUR £=GBP ₹=INR ₺=TRY ₽=RUB ₪=ILS"
        " zł=PLN Kč=CZK Fr.=CHF ¥= kr= kr.=",
    )
)
CODES = (
    "AED ARS AUD BGN BHD BRL CAD CHF CLP CNY COP CRC CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW KWD MAD"
    " MXN MYR NGN NOK NZD PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU VND ZAR"
)
SIMPLE_NUMBER = re.compile(r"\d+(\.\d{1,2})?")
SIGN = r"([^\d\s.,'’+-]{0,4}\.?)"
AMOUNT = re.compile(rf"{SIGN}\s*([+-]?)\s*{SIGN}\s*(\d[\d.,\s'’]*)\s*{SIGN}")
MARKS = {"comma": ",", "point": "."}
MONTHS = "january february march april may june july august september october november december"
ORDERS = ("DMY", "MDY", "YMD")
ZONE = r"(?: ?(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?"
TIME = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d?:\d\d(?::\d\d(?:\.\d{1,9})?)?)" + ZONE + ")?", re.IGNORECASE)
ORDERED_TIME = re.compile(
    r"(\w{1,9})[./ -]{1,2}(\w{1,9})[./, -]{1,2}(\w{1,9})"
    r"(?:[T ,]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?: ?([AP])\.?M\.?)?" + ZONE + ")?",
    re.IGNORECASE,
)


def json_value(column: str, value: Any) -> Any:
    """A cell as JSON has it; None if it is blank."""
    if isinstance(value, str):
        if value[:1] == "'" and re.fullmatch(r"'[+\d][\d .()/-]*", value):
            return value[1:]  # a number that a spreadsheet was to keep as text
        return (value.strip() if len(value) < 1000 else value) or None
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, Decimal):
        if value == value.to_integral_value():
            return int(value)
        return float(value) if Decimal(repr(float(value))) == value else str(value)
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


@dataclass
class Values:
    """Reads cells; RowError if one cannot be sent. `rules`: how many values each rule has changed, for the log.

    `decimal`: "comma" or "point", None if the text has to tell. `semicolons`: they separate the file.
    `marks`: what is before the decimals of values that can be read in one way only. `zone`: of times that have none.
    `date_format`: one of ORDERS. `is_whole`: whether all values of a column are whole numbers, with or without `.0`.
    """

    decimal: str | None = None
    date_format: str | None = None
    zone: tzinfo = UTC
    semicolons: bool = False
    marks: set[str] = field(default_factory=set)
    is_whole: Callable[[str], bool] | None = None
    rules: Counter[str] = field(default_factory=Counter)
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def text(self, name: str, value: Any) -> str:
        if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
            return str(int(value))  # a column of ids with gaps, as pandas writes it
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            return str(value)
        raise RowError(f"{name} is not text")

    def note(self, rule: str) -> None:
        self.rules[rule] += 1

    def identifier(self, name: str, value: Any, column: str) -> str | None:
        """An id; None for a placeholder."""
        text = self.text(name, value)
        if not ODD_ID.search(text):
            return text
        visible = INVISIBLE.sub("", text).strip()
        if visible != text:
            self.note(f"{name}: invisible characters removed")
        if visible.lower() in PLACEHOLDERS:
            self.note(f"{name}: {visible} counts as empty")
            return None
        if ROUNDED.fullmatch(visible):
            raise RowError(f"{name} was rounded by a spreadsheet: {visible:.40}")
        if re.fullmatch(r"\d+\.0", visible) and self.is_whole and self.is_whole(column):
            self.note(f"{name}: .0 removed")
            return visible[:-2]
        return visible

    def email(self, text: str) -> str:
        address = text
        if text[:7].lower() == "mailto:":
            address = text[7:].strip()
            self.note("email: mailto: removed")
        if not EMAIL.fullmatch(address):
            raise RowError(f"email is not an email address: {text:.40}")
        return address

    def phone_number(self, text: str) -> str:
        """E.164, of what people write: +1 (202) 555-0142, +44 (0)20 7946 0958."""
        if E164.fullmatch(text):
            return text
        number = text.removeprefix("tel:")
        if "(0)" in text:
            number = number.replace("(0)", "0" if number.startswith("+39") else "")  # Italian numbers keep their zero
            self.note("phone_number: (0) removed")
        number = re.sub(r"(?<=.)[\s()./\u2010-\u2015-]", "", number)
        self.note("phone_number: spaces, dots, hyphens and parentheses removed")
        if not E164.fullmatch(number):
            raise RowError(f"phone_number is not in E.164 format such as +12025550142: {text:.40}")
        return number

    def profile(self, fields: Cells, cells: Cells, columns: Columns) -> dict[str, str]:
        """Who it is: identifiers and names. RowError if nobody can tell. `fields`: the cells by field."""
        profile: dict[str, str] = {}
        for name in IDENTIFIERS:
            text = self.identifier(name, fields[name], columns.by_field[name][0]) if name in fields else None
            if text is not None:
                profile[name] = self.email(text) if name == "email" else text
        for column in columns.by_field.get("email", [])[1:]:
            other = cells.get(column)
            if "email" not in profile and isinstance(other, str) and EMAIL.fullmatch(other):
                profile = {"email": other, **profile}
                self.note(f"email: {column} where {columns.by_field['email'][0]} is blank")
        if not profile:
            columns_of = [columns.by_field[name][0] for name in IDENTIFIERS if name in columns.by_field]
            raise RowError(f"it has none of {', '.join(columns_of)}")
        if "phone_number" in profile:
            try:
                profile["phone_number"] = self.phone_number(profile["phone_number"])
            except RowError:
                self.note('phone_number: not in E.164 format; mapping {"phone_number": ""} imports all rows without it')
                raise
        for name in ("first_name", "last_name"):
            if name in fields and (text := self.identifier(name, fields[name], "")):
                profile[name] = text
        return profile

    def amount(self, value: Any) -> tuple[float, str]:
        """A number, and the currency that stands beside it."""
        if not self.decimal and isinstance(value, str) and SIMPLE_NUMBER.fullmatch(value):
            return float(value), ""
        if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e300:
            return float(value), ""
        if isinstance(value, str) and re.fullmatch(r"[+-]?\d+(\.\d+)?[eE][+-]?\d{1,2}", value):
            return float(value), ""
        match = AMOUNT.fullmatch(value) if isinstance(value, str) else None
        currency = match[1] + match[3] + match[5] if match else ""
        code = currency if re.fullmatch("[A-Z]{3}", currency) and currency in CODES else SIGNS.get(currency)
        if not match or (currency and code is None):
            raise RowError(f"value is not a number: {value!s:.40}")
        if currency:
            self.note(
                f"value: {currency} is {code or 'of several currencies, none is sent'}"
                if code != currency
                else "value: currency taken from it"
            )
        number = self.number(match[4].strip(), value)
        return -number if match[2] == "-" else number, code or ""

    def number(self, text: str, value: str) -> float:
        """1234.5 of 1234.50, 1,234.50, 1.234,50, 1 234,50 or 1'234.50. `value`: for the error."""
        digits = re.sub(r"(?<=\d)[\s'’](?=\d{3}(?!\d))", "", text)
        marks = re.findall("[.,]", digits)
        mark = MARKS.get(self.decimal or "", "")
        if not mark and re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", digits):  # the text does not tell what its mark means
            mark = "," if self.semicolons else "."
            if (self.semicolons and marks == ["."]) or self.marks - {mark}:
                raise RowError(f"value can be two numbers; the option decimal, comma or point, says which: {value:.40}")
        elif not mark:
            mark = "." if not marks or (marks[-1] == ".") == (marks.count(marks[-1]) == 1) else ","
        group = "," if mark == "." else "."
        if not re.fullmatch(rf"(\d+|\d{{1,3}}(\{group}\d{{3}})+)(\{mark}\d+)?", digits):
            raise RowError(f"value is not a number: {value:.40}")
        if mark == "," and mark in digits:
            self.note("value: decimal comma")
        if len(digits) < len(text) or group in digits:
            self.note("value: thousands separators removed")
        return float(digits.replace(group, "").replace(",", "."))

    def learn_marks(self, values: Iterable[Any]) -> None:
        """Find out from a column what stands before the decimals: 9,99 and 1.234.567 can be read in one way only."""
        for value in values:
            if not isinstance(value, str) or not {mark for mark in ".," if mark in value} - self.marks:
                continue  # it tells nothing new
            digits = re.sub(r"[^\d.,]", "", value)
            *_, last = ["", *re.findall("[.,]", digits)]
            if last and digits.count(last) > 1:
                self.marks.add(",."[last == ","])
            elif last and not re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", digits):
                self.marks.add(last)

    def time(self, value: Any) -> datetime:
        """RFC 3339, or a notation that the script's docstring lists; others need `date_format`."""
        try:
            time = self.parse_time(value)
        except (ValueError, OverflowError, OSError):
            raise RowError(f"time is not a time such as 2026-11-20T09:30:00+01:00: {value!s:.40}") from None
        if time.year <= 1990 or time > self.now + timedelta(days=366):
            raise RowError(f"time is before 1991 or more than a year ahead: {value!s:.40}")
        return time

    def parse_time(self, value: Any) -> datetime:
        """ValueError if it is none."""
        if isinstance(value, (int, float)) or re.fullmatch(r"\d{9,13}", str(value)):
            number = float("" if isinstance(value, bool) else value)
            return datetime.fromtimestamp(number / 1000 if number > 1e11 else number, UTC)
        match = TIME.fullmatch(str(value))
        if match:
            clock = match[2] or "00:00"
            text = f"{match[1]}T{'0' * (clock[1] == ':')}{clock}"
        else:
            match, text = self.order_time(str(value))
        zone = match["zone"] or ""
        if not zone:
            self.note(f"time: {self.zone} if it has no zone")
            return datetime.fromisoformat(text).replace(tzinfo=self.zone)
        return datetime.fromisoformat(text + (zone if zone[:1] in ("+", "-") else "+00:00"))

    def order_time(self, value: str) -> tuple[re.Match[str], str]:
        """A time with its parts in the order of `date_format`: the match, and the time in ISO 8601 without a zone."""
        match = ORDERED_TIME.fullmatch(value)
        if not match:
            raise ValueError(value)
        if not self.date_format:
            raise RowError(f"time needs the option date_format (DMY, MDY or YMD), the order of its parts: {value:.40}")
        parts = dict(zip(self.date_format, match.groups(), strict=False))
        if re.match(r"\d{4}-", value):
            parts = dict(zip("YMD", match.groups(), strict=False))
        year, month, day, hour = parts["Y"], parts["M"].lower(), int(parts["D"]), int(match[4] or 0)
        names = [name for name in MONTHS.split() if len(month) > 2 and name.startswith(month)]
        number = MONTHS.split().index(names[0]) + 1 if names else int(month)
        if match[7]:
            if not 1 <= hour <= 12:
                raise ValueError(value)
            hour = hour % 12 + 12 * (match[7] in "pP")
        self.note(f"time: {self.date_format}")
        century = "20" if len(year) == 2 else ""
        return match, f"{century}{year}-{number:02}-{day:02}T{hour:02}:{match[5] or '00'}:{match[6] or '00'}"


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
