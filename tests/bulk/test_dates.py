"""Times as people write them."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.bulk.errors import RowError
from workbench.bulk.imports.values import Values

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
    ("zone", "time", "sent"),
    [
        ("Europe/Berlin", "2026-03-29 02:30", None),
        ("Europe/Berlin", "2026-03-29 03:00", "2026-03-29T03:00:00+02:00"),
        ("America/New_York", "2026-03-08 02:00:00", None),
        ("America/Santiago", "2026-09-06", "2026-09-06T01:00:00-03:00"),  # the day begins at one o'clock
        ("America/Santiago", "2026-09-06 00:00:01", None),
        ("Europe/Berlin", "2026-03-29 02:30 +0100", "2026-03-29T02:30:00+01:00"),
    ],
)
def test_times_that_clocks_skip_are_rejected(zone: str, time: str, sent: str | None) -> None:
    values = Values(zone=ZoneInfo(zone))
    if sent:
        assert values.time(time).isoformat() == sent
    else:
        with pytest.raises(RowError, match=f"time does not exist in {zone}"):
            values.time(time)


def test_times_that_clocks_show_twice_are_counted() -> None:
    values = Values(zone=ZoneInfo("Europe/Berlin"))
    assert values.time("2026-10-25 02:30").isoformat() == "2026-10-25T02:30:00+02:00"
    values.time("2026-10-25 03:30")
    rule = "time: occurs twice in Europe/Berlin, when clocks are put back; the first is taken"
    assert values.rules[rule] == 1


@given(st.datetimes(datetime(2000, 1, 1), datetime(2026, 1, 1)), st.sampled_from(["Europe/Paris", "America/Havana"]))
def test_a_local_time_is_sent_as_clocks_show_it_or_rejected(time: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    time = time.replace(microsecond=0)
    shown = {(time + timedelta(hours=hours)).replace(tzinfo=UTC).astimezone(zone) for hours in range(-3, 9)}
    exists = any(moment.replace(tzinfo=None) == time for moment in shown)
    try:
        sent = Values(zone=zone).time(time.isoformat(" "))
    except RowError:
        assert not exists
    else:
        assert sent.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == time
