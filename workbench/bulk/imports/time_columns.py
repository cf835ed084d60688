"""The columns that hold the time of an event."""

import re
from dataclasses import dataclass
from itertools import islice
from typing import Any

from workbench.bulk.errors import BulkFailed, Question, RowError
from workbench.bulk.imports.columns import Columns, simplify
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.dates import CLOCK, are_clocks, are_dates
from workbench.bulk.imports.rows import Cells

SAMPLE = 1000  # values of a column, which tell whether it holds dates or times of day
# Headers, as `simplify` returns them, of what may be the time of an event.
DATE_HEADER = re.compile("(?<!up)date(?!of)|(?<!up)datum|fecha|created|timestamp|time$")
# The words for a date and for a time of day. Without them, the headers of two columns that belong together are alike:
# Date created and Time created, Bestelldatum and Bestellzeit.
DATE_WORD = re.compile("date|datum|fecha|data|dato|tarih|tarihi|jour|dia|tag|day|日期|日付")
CLOCK_WORD = re.compile(
    "uhrzeit|uhr|time|clock|hours|hour|zeit|heures|heure|horario|horas|hora|ora|tijdstip|tijd|klockslag|klokke|tid"
    "|godzina|czas|saati|saat|时间|時刻"
)
# What is left of the headers if it is the time of the event itself.
EVENT_STEMS = re.compile(
    "(de|du|del|della|von|der|of|am|at|on|la)*(created|create|placed|ordered|order|purchased|purchase|transaction|event"
    "|payment|paid|sale|sales|bestell|bestellung|kauf|kaufs|auftrags|commande|achat|pedido|compra|orden|ordine|acquisto"
    "|bestel|besteld|creation)?(at|on)?(utc|gmt|local)?"
)


OTHER_DATE = re.compile("birth|geburt|naissance|nacimiento|nascita|geboorte")  # of a person


@dataclass
class TimeColumns:
    """The columns of an event's time. `date`, `clock`: if the date and the time of day are in two, else empty."""

    time: str = ""
    date: str = ""
    clock: str = ""

    def describe(self) -> list[str]:
        """Lines for the log."""
        if not self.time:
            return ["there is no column for time: Klaviyo records all events with the time of the import"]
        return []

    def text(self, cells: Cells) -> object:
        """The time of an event as its cells have it. RowError if they have none."""
        if not self.date:
            if self.time not in cells:
                raise RowError(f"{self.time} is empty, and Klaviyo would record it with the time of the import")
            return cells[self.time]
        date, clock = cells.get(self.date), str(cells.get(self.clock, ""))
        if clock and not CLOCK.fullmatch(clock):
            return cells[self.time]  # a time that is complete, among others that are not
        if date is None:
            raise RowError(f"{self.date} is empty, and Klaviyo would record it with the time of the import")
        day = re.sub(r"[T ]0?0:00(:00(\.0+)?)?$", "", str(date))
        return f"{day} {clock}" if clock else date


def choose_time_columns(columns: Columns, store: Store) -> TimeColumns:
    """Where the time of the events is. BulkFailed if that is open."""
    if "time" not in columns.by_field:
        dates = [column for column in store.columns if may_be_time(store, column)]
        if dates and "time" not in columns.named:
            raise ask_for_time(store, dates, f"the time may be {' or '.join(dates[:5])}")
        return TimeColumns()
    time = columns.by_field["time"][0]
    sample = sample_of(store, time)
    others = [column for column in store.columns if column not in columns.used]
    if are_clocks(sample):
        dates = [column for column in others if is_dates(store, column)]
        date = choose_partner(time, dates)
        if not date:
            names = f"; the dates may be in {' or '.join(dates[:5])}" if dates else ""
            raise ask_for_time(store, dates or [time], f"{time} holds times of day without a date{names}")
        columns.by_field["time"] = [date, time]
        return TimeColumns(time, date, time)
    if are_dates(sample):
        clock = choose_partner(time, [column for column in others if is_clocks(store, column)])
        if clock:
            columns.by_field["time"] = [time, clock]
            return TimeColumns(time, time, clock)
    return TimeColumns(time)


def ask_for_time(store: Store, columns: list[str], reason: str) -> BulkFailed:
    """The error that asks which of these columns has the time."""
    options: list[dict[str, Any]] = [{"mapping": {"time": column}} for column in (*columns[:5], "")]
    questions: list[Question] = [
        {"column": column, "values": store.frequent_values(column), "options": options} for column in columns[:5]
    ]
    return BulkFailed(f'{reason}: name the column in mapping, or "" for none', questions=questions)


def choose_partner(column: str, candidates: list[str]) -> str:
    """The candidate that belongs to a column of dates, or of times of day, by its header; empty if none or several."""
    alike = [candidate for candidate in candidates if stem_of(candidate) == stem_of(column)]
    if not alike and EVENT_STEMS.fullmatch(stem_of(column)):
        alike = [candidate for candidate in candidates if EVENT_STEMS.fullmatch(stem_of(candidate))]
    return alike[0] if len(alike) == 1 else ""


def stem_of(column: str) -> str:
    """A header without its word for date or time."""
    return CLOCK_WORD.sub("", DATE_WORD.sub("", simplify(column)))


def is_dates(store: Store, column: str) -> bool:
    header = simplify(column)
    is_named = DATE_HEADER.search(header) or DATE_WORD.search(header)
    return bool(is_named) and are_dates(sample_of(store, column))


def is_clocks(store: Store, column: str) -> bool:
    return are_clocks(sample_of(store, column))


def may_be_time(store: Store, column: str) -> bool:
    """Whether a column may hold the time of the event, by its header, or one with a word for a day and its dates."""
    header = simplify(column)
    if DATE_HEADER.search(header):
        return True
    return bool(DATE_WORD.search(header)) and not OTHER_DATE.search(header) and are_dates(sample_of(store, column))


def sample_of(store: Store, column: str) -> list[object]:
    return [*islice(store.values_of(column), SAMPLE)]
