"""The types of columns: what their cells are as properties"""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any

from workbench.bulk.errors import BulkFailed, RowError
from workbench.bulk.imports.amounts import Amounts
from workbench.bulk.imports.booleans import BOOLEANS, TRUE_AND_FALSE
from workbench.bulk.imports.columns import PROFILE_HEADERS, Columns, is_postal_code, simplify
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.dates import DATE, TIME, parse_time
from workbench.bulk.imports.order_columns import EVENT_NUMBER, is_order_number, simplify_number
from workbench.bulk.imports.placeholders import is_null
from workbench.bulk.imports.rows import Cells
from workbench.bulk.imports.values import Values
from workbench.bulk.text import compose

AUTO = "auto"
TYPES = ("text", "number", "boolean", "date", "list")
GUESSED = ("boolean", "number", "date", "list")  # by `auto`, the first that all values of a column can be
MAX_DIGITS = 15  # of a number whose digits all survive
MAX_DOUBTFUL = 1000  # values of a column, such as 1.234, that other values of it decide
NUMBER_LIKE = re.compile(r"-?(?!0\d)\d[\d.,'’\s]*")
SHORT_YEAR = re.compile(r"\d\d?[./-]\d\d?[./-]\d\d?([T ,].*)?")
SEPARATORS_OF_LISTS = ("\n", ";", "|", ",")
# Words at the end of a header that say that a number is none: it tells something from others, as a key does.
KEY_WORD = re.compile(
    r"(?:^|[\W_])(ids?|nr|no|num|number|codes?|keys?|ref|reference|sku|ean|gtin|upc|isbn|barcode|iban|vat|zip|pin|uuid)"
    r"\W*$|(nummer|numero|code|kennung|[a-z]ID)\W*$|#\s*$"
)
NULL = object()


def check_types(value: Any) -> dict[str, str] | str:
    """The option `types`: the type of each column that it names, or AUTO. BulkFailed if it is something else."""
    if value is None or value == "":
        return {}
    if isinstance(value, str) and value.strip().lower() == AUTO:
        return AUTO
    if not isinstance(value, dict) or not all(type_ in TYPES for type_ in value.values()):
        raise BulkFailed(
            f'types must be "{AUTO}" or say of each column whether it is {", ".join(TYPES[:-1])} or {TYPES[-1]}, such'
            ' as {"Subtotal": "number", "Born": "date"}'
        )
    return {compose(str(column)): type_ for column, type_ in value.items()}


@dataclass
class Guess:
    """What all values of a column can be, as far as they were looked at. `doubtful`: numbers such as 1.234."""

    amounts: Amounts
    types: set[str] = field(default_factory=lambda: {*GUESSED})
    doubtful: set[str] = field(default_factory=set)
    is_empty: bool = True

    @property
    def type(self) -> str:
        """The type, empty if it is text."""
        return "" if self.is_empty else next((name for name in GUESSED if name in self.types), "")


@dataclass
class ColumnTypes:
    """Converts cells that become properties. `asked`: the option `types`. `decimal`: as in main.

    `by_column`: the type of each column that has one, once `choose` has been called; `readers`: of their texts.
    """

    asked: dict[str, str] | str
    values: Values
    decimal: str | None = None
    by_column: dict[str, str] = field(default_factory=dict)
    readers: dict[str, Callable[[str], Any]] = field(default_factory=dict)

    def choose(self, columns: Columns, store: Store, separator: str, numbers: list[str]) -> list[str]:
        """Find out which columns have which type. Returns lines for the log. `numbers`: columns of orders' numbers.

        BulkFailed if the option names a column that does not exist, or that a field takes.
        """
        semicolons = separator == ";"
        if self.asked == AUTO:
            if not store.is_table:
                return ["types: auto is for CSV files and spreadsheets; the values of other files have types"]
            self.by_column = self.guess(columns, store, semicolons, numbers)
        elif isinstance(self.asked, dict):
            for column in self.asked:
                if column not in store.columns:
                    raise BulkFailed(
                        f'types: there is no column "{column}"; the columns are {", ".join(store.columns)}'
                    )
                if column in columns.used:
                    name = columns.field_of(column, "")
                    raise BulkFailed(f"types: {column} is {name or 'a field'}, which has a type of its own")
            self.by_column = dict(self.asked)
        columns.types = self.by_column
        readers = {column: self.reader(store, column, semicolons) for column in self.by_column}
        self.readers = {column: lru_cache(10_000)(read) for column, read in readers.items()}
        by_type: dict[str, list[str]] = {}
        for column, type_ in self.by_column.items():
            by_type.setdefault(type_, []).append(column)
        return [f"{type_} ← {', '.join(names)}" for type_, names in by_type.items()]

    def convert(self, cells: Cells) -> Cells:
        """The cells of a row, those of columns with a type in it. RowError if one does not fit its type."""
        if not self.by_column:
            return cells
        converted = dict(cells)
        for column, read in self.readers.items():
            value = cells.get(column)
            if value is None:
                continue
            typed = read(value) if isinstance(value, str) else self.read_typed(column, value)
            if typed is NULL:
                self.values.note(f"{column}: {value} counts as empty")
                del converted[column]
            else:
                converted[column] = typed
        return converted

    def reader(self, store: Store, column: str, semicolons: bool) -> Callable[[str], Any]:
        """What reads the texts of a column."""
        type_ = self.by_column[column]
        amounts = Amounts(ignore, self.decimal, semicolons)
        if type_ == "number" and not self.decimal:
            amounts.learn_marks(store.values_of(column))
        readers: dict[str, Callable[[str], Any]] = {
            "text": str,
            "number": lambda text: read_number(text, amounts),
            "boolean": read_boolean,
            "date": self.read_date,
            "list": read_list,
        }

        def read(text: str) -> Any:
            if type_ != "text" and is_null(text):
                return NULL
            try:
                return readers[type_](text)
            except RowError as error:
                raise RowError(f"{column} {error}") from None
            except (ValueError, OverflowError, OSError):
                raise RowError(f"{column} is no {type_}: {text:.40}") from None

        return read

    def read_typed(self, column: str, value: Any) -> Any:
        """A value that is no text, as JSON Lines, Parquet and spreadsheets have it."""
        type_ = self.by_column[column]
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if (type_, type(value)) in (("boolean", bool), ("list", list)) or (type_ == "number" and is_number):
            return value
        if type_ == "text" and not isinstance(value, (dict, list)):
            return str(value).lower() if isinstance(value, bool) else self.values.text(column, value)
        if type_ == "list" and not isinstance(value, dict):
            return [value]
        if type_ == "boolean" and value in (0, 1):
            return bool(value)
        raise RowError(f"{column} is no {type_}: {value!s:.40}")

    def read_date(self, text: str) -> str:
        """A day, or a time with its zone, in ISO 8601."""
        if SHORT_YEAR.fullmatch(text):
            raise RowError(f"has a year of two digits: {text:.40}")
        try:
            time = parse_time(text, self.values.date_format, self.values.zone, ignore)
        except RowError as error:
            raise RowError(str(error).removeprefix("time ")) from None
        is_day = DATE.fullmatch(text) and not re.search(r"[T ]\d\d?:", text)
        return f"{time:%Y-%m-%d}" if is_day else time.isoformat()

    def guess(self, columns: Columns, store: Store, semicolons: bool, numbers: list[str]) -> dict[str, str]:
        """The type of each column that is not text, as all its values are."""
        guesses = {
            column: Guess(Amounts(ignore, self.decimal, semicolons))
            for column in store.columns
            if column not in columns.used and column not in numbers and not is_key(column)
        }
        classify = lru_cache(10_000)(self.classify)
        for cells in store.rows():
            for column in [column for column in guesses if column in cells]:
                value, guess = cells[column], guesses[column]
                if isinstance(value, str) and is_null(value):
                    continue
                guess.is_empty = False
                guess.types &= classify(value) if isinstance(value, str) else types_of(value)
                if "number" in guess.types and isinstance(value, str):
                    guess.amounts.learn_marks([value])
                    if len(guess.doubtful) < MAX_DOUBTFUL and re.search("[.,]", value):
                        guess.doubtful.add(value)
                if not guess.types:
                    del guesses[column]
        for guess in guesses.values():
            if "number" in guess.types and not all(is_number_text(text, guess.amounts) for text in guess.doubtful):
                guess.types.remove("number")
        return {column: guess.type for column, guess in guesses.items() if guess.type}

    def classify(self, text: str) -> frozenset[str]:
        """The types that a text can be."""
        types = set()
        if simplify(text) in TRUE_AND_FALSE.split():
            types.add("boolean")
        if NUMBER_LIKE.fullmatch(text) and len(re.sub(r"\D", "", text)) <= MAX_DIGITS:
            types.add("number")
        if TIME.fullmatch(text) or (self.values.date_format and not NUMBER_LIKE.fullmatch(text)):
            with suppress(RowError, ValueError, OverflowError, OSError):
                self.read_date(text)
                types.add("date")
        if text.startswith("["):
            with suppress(ValueError, RecursionError):
                types |= {"list"} if isinstance(json.loads(text), list) else set()
        return frozenset(types)


def types_of(value: Any) -> frozenset[str]:
    """The types that a value is which is no text."""
    if isinstance(value, bool):
        return frozenset({"boolean"})
    if isinstance(value, (int, float)):
        return frozenset({"number"})
    return frozenset({"list"} if isinstance(value, list) else ())


def is_key(column: str) -> bool:
    """Whether a header says that numbers in the column are none to count with: ids, postal codes, phone numbers."""
    header = simplify(column).rstrip("0123456789")  # Mobile 2
    return (
        bool(KEY_WORD.search(column if re.search("[a-z]ID", column) else column.lower()))
        or header.endswith(tuple(PROFILE_HEADERS["phone_number"].split()))
        or is_postal_code(column)
        or is_order_number(column)
        or EVENT_NUMBER.fullmatch(simplify_number(column)) is not None
    )


def is_number_text(text: str, amounts: Amounts) -> bool:
    try:
        read_number(text, amounts)
    except RowError:
        return False
    return True


def read_number(text: str, amounts: Amounts) -> int | float:
    """A number as it is written, with or without the sign of a currency."""
    if re.fullmatch(r"-?\d{1,300}", text):
        return int(text)
    try:
        number, _ = amounts.parse(text)
    except RowError as error:
        raise RowError(str(error).removeprefix("value ")) from None
    digits = re.sub(r"\D", "", text).lstrip("0")
    if len(digits) > MAX_DIGITS and Decimal(repr(number)).normalize().as_tuple().digits != digits_of(digits):
        raise RowError(f"is a number with more digits than Klaviyo can hold: {text:.40}")
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def digits_of(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.rstrip("0")))


def read_boolean(text: str) -> bool:
    """True or False, of a word for yes or no."""
    answer = BOOLEANS.get(simplify(text))
    if answer is None or re.search(r"[.,]", text):
        raise ValueError(text)
    return answer


def read_list(text: str) -> list[Any]:
    """A list, of JSON or of texts with a separator between them: lines, semicolons, bars, else commas."""
    if text.startswith("["):
        items = json.loads(text)
        if not isinstance(items, list):
            raise ValueError(text)
        return items
    separator = next((mark for mark in SEPARATORS_OF_LISTS if mark in text), ",")
    return [item for part in text.split(separator) if (item := part.strip())]


def ignore(rule: str) -> None:
    """Take a note of nothing: the type of a column is in the log."""
