"""Times as people write them."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

from workbench.bulk.errors import RowError

MONTHS = "january february march april may june july august september october november december"
ORDERS = ("DMY", "MDY", "YMD")  # of day, month and year in a date
ZONE = r"(?: ?(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?"
TIME = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d?:\d\d(?::\d\d(?:\.\d{1,9})?)?)" + ZONE + ")?", re.IGNORECASE)
ORDERED_TIME = re.compile(
    r"(\w{1,9})[./ -]{1,2}(\w{1,9})[./, -]{1,2}(\w{1,9})"
    r"(?:[T ,]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?: ?([AP])\.?M\.?)?" + ZONE + ")?",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\d{1,2}:\d\d(:\d\d(\.\d{1,9})?)?( ?[AP]\.?M\.?)?" + ZONE, re.IGNORECASE)
DATE = re.compile(r"\d{4}-\d\d-\d\d([T ]0?0:00(:00(\.0+)?)?)?|\w{1,9}[./ -]{1,2}\w{1,9}[./, -]{1,2}\w{1,9}")

Note = Callable[[str], None]  # counts what is changed in values, for the log


def parse_time(value: Any, date_format: str | None, zone: tzinfo, note: Note) -> datetime:
    """A time in RFC 3339, or in a notation that the script's docstring lists; others need `date_format`.

    `zone`: of times that have none. RowError or ValueError if it is no time.
    """
    if isinstance(value, (int, float)) or re.fullmatch(r"\d{9,13}", str(value)):
        number = float("" if isinstance(value, bool) else value)
        return datetime.fromtimestamp(number / 1000 if number > 1e11 else number, UTC)
    match = TIME.fullmatch(str(value))
    if match:
        clock = match[2] or "00:00"
        text = f"{match[1]}T{'0' * (clock[1] == ':')}{clock}"
    else:
        match, text = order_time(str(value), date_format, note)
    offset = match["zone"] or ""
    if offset:
        return datetime.fromisoformat(text + (offset if offset[:1] in ("+", "-") else "+00:00"))
    note(f"time: {zone} if it has no zone")
    time = datetime.fromisoformat(text).replace(tzinfo=zone)
    return time if zone is UTC else check_clock(time, DATE.fullmatch(str(value)) is not None, note)


def order_time(value: str, date_format: str | None, note: Note) -> tuple[re.Match[str], str]:
    """A time with its parts in the order of `date_format`: the match, and the time in ISO 8601 without a zone."""
    match = ORDERED_TIME.fullmatch(value)
    if not match:
        raise ValueError(value)
    if not date_format:
        raise RowError(f"time needs the option date_format (DMY, MDY or YMD), the order of its parts: {value:.40}")
    is_iso = re.match(r"\d{4}-", value)
    parts = dict(zip("YMD" if is_iso else date_format, match.groups(), strict=False))
    year, month, day, hour = parts["Y"], parts["M"].lower(), int(parts["D"]), int(match[4] or 0)
    names = [name for name in MONTHS.split() if len(month) > 2 and name.startswith(month)]
    number = MONTHS.split().index(names[0]) + 1 if names else int(month)
    if match[7]:
        if not 1 <= hour <= 12:
            raise ValueError(value)
        hour = hour % 12 + 12 * (match[7] in "pP")
    note(f"time: {date_format}")
    century = "20" if len(year) == 2 else ""
    return match, f"{century}{year}-{number:02}-{day:02}T{hour:02}:{match[5] or '00'}:{match[6] or '00'}"


def check_clock(time: datetime, is_date: bool, note: Note) -> datetime:
    """A local time as it is, if clocks show it. RowError if they skip it: when they are put forward.

    A date without a time means the beginning of the day, which the clock may skip in some zones.
    """
    shown = time.astimezone(UTC).astimezone(time.tzinfo)
    if shown.replace(tzinfo=None) != time.replace(tzinfo=None):
        if is_date:
            return shown
        raise RowError(f"time does not exist in {time.tzinfo}, where clocks skip it: {time:%Y-%m-%d %H:%M:%S}")
    if time.utcoffset() != time.replace(fold=1).utcoffset():
        note(f"time: occurs twice in {time.tzinfo}, when clocks are put back; the first is taken")
    return time


def check_range(time: datetime, value: Any, now: datetime) -> None:
    """RowError if nobody can mean this time."""
    if time.year <= 1990 or time > now + timedelta(days=366):
        raise RowError(f"time is before 1991 or more than a year ahead: {value!s:.40}")


def are_clocks(values: Iterable[Any]) -> bool:
    """Whether all values are times of day without a date."""
    texts = [*map(str, values)]
    return bool(texts) and all(map(CLOCK.fullmatch, texts))


def are_dates(values: Iterable[Any]) -> bool:
    """Whether all values are dates without a time of day."""
    texts = [*map(str, values)]
    return bool(texts) and all(map(DATE.fullmatch, texts))
