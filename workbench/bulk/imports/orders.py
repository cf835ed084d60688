"""Orders: rows with the same number become one event."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice, product
from typing import Any

from workbench.bulk.errors import BulkFailed, Question, RowError
from workbench.bulk.imports.columns import IDENTIFIERS, Columns, simplify
from workbench.bulk.imports.database import CELL, Store
from workbench.bulk.imports.dates import TIME
from workbench.bulk.imports.order_columns import ITEM, event_numbers, is_item_column, order_numbers
from workbench.bulk.imports.rows import Cells
from workbench.bulk.imports.values import Values
from workbench.bulk.text import compact, compose, plural

PLAIN_NUMBER = re.compile(r"([+-]?)(0|[1-9]\d*)(?:\.(\d+))?")
WRITTEN_PHONE_NUMBER = re.compile(r"\+\d[\d ().-]+")
THOUSANDS = re.compile(r"(?<=\d)[ '’](?=\d{3}(?!\d))")  # what separates thousands
SEPARATORS = re.compile(r"""[,;|\t"'{}\[\]]+""")
MAX_PLACES = 10_000  # where the number of an order is looked for in a row that cannot be read


@dataclass
class Orders:
    """Which rows are one event. `numbers`: the columns of an order's number; none if each row is an event by itself."""

    columns: Columns
    values: Values
    numbers: list[str] = field(default_factory=list)
    is_shopify: bool = False
    orders_of_several_rows: int = 0
    orders_of_several_totals: int = 0

    def choose(self, store: Store, metric: str, group_by: list[str]) -> list[str]:
        """Find out which rows are one event. Returns lines for the log; BulkFailed if that is open.

        `metric`: of all rows, or empty. `group_by`: as in main.
        """
        known = [*store.columns]
        self.is_shopify = any(simplify(column).startswith("lineitem") for column in known)
        unknown = [column for column in group_by if column not in (*known, "none")]
        if unknown:
            raise BulkFailed(f'group_by: there is no column "{unknown[0]}"; the columns are {", ".join(known)}')
        if group_by not in ([], ["none"]):
            self.numbers = group_by
            return [self.gather(store)]
        number = next(iter(order_numbers(known)), "")
        has_items = any(map(is_item_column, known))
        is_of_items = bool(group_by) or is_item_name(metric)
        if number and has_items and not is_of_items:
            if self.has_total(store):
                self.numbers = [number]
                line = self.gather(store)
                if 2 * self.orders_of_several_totals > self.orders_of_several_rows:
                    total = self.columns.by_field["value"][0]
                    raise self.ask(store, number, f"{total} differs within orders, so it is no total of an order")
                return [line]
            if store.is_repeated(number):
                raise self.ask(store, number, "no column is known to be the total of an order")
        return self.choose_unique_id(store, has_items, is_of_items)

    def guess(self, name: str) -> str:
        """The column that was recognized for a field by its header, if any; nothing if `mapping` names it."""
        return "" if name in self.columns.named else self.columns.by_field.get(name, [""])[0]

    def has_total(self, store: Store) -> bool:
        """Whether the value is the total of an order, by its header."""
        column = self.columns.by_field.get("value", [""])[0]
        if not column or simplify(column) == "amount" or is_item_column(column):
            return False
        return next(store.values_of(column), None) is not None

    def ask(self, store: Store, number: str, reason: str) -> BulkFailed:
        """The error that asks whether the rows with the same number are one order, or an event each."""
        message = (
            f"several rows have the same {number}, and {reason}. If they are one order, set group_by to the column of"
            f' its number, such as ["{number}"], or to several if shops use the same numbers; if each is an event, set'
            ' group_by to ["none"]'
        )
        options: list[dict[str, Any]] = [{"group_by": [number]}, {"group_by": ["none"]}]
        question: Question = {"column": number, "values": store.frequent_values(number), "options": options}
        return BulkFailed(message, questions=[question])

    def choose_unique_id(self, store: Store, has_items: bool, is_of_items: bool) -> list[str]:
        """Find out which column is the unique_id of rows that are events. Returns lines for the log."""
        if "unique_id" in self.columns.named:
            return []
        guess = self.guess("unique_id")
        taken = self.columns.used - {guess}
        numbers = [column for column in event_numbers([*store.columns]) if column not in taken]
        candidates = [column for column in numbers if 2 * store.count_cells(column) >= store.count_readable()]
        if has_items and is_of_items:  # the number of an order is none of an item
            orders = order_numbers([*store.columns])
            candidates = [column for column in candidates if column not in orders]
        first = next(iter(candidates), "")
        chosen = first
        if first and self.is_repeated(store, first, has_items):
            others = (
                column
                for column in candidates[1:]
                if store.count_cells(column) == store.count_readable()
                and not self.is_repeated(store, column, has_items)
            )
            chosen = next(others, "" if has_items else first)
        self.columns.use("unique_id", chosen)
        number = first or guess
        if chosen == first:
            return []
        if chosen:
            return [f"{number} repeats in rows that differ, so {chosen} is the unique_id"]
        return [f"{number} is no unique_id, as an order has several rows: each row is an event with its own"]

    def is_repeated(self, store: Store, column: str, has_items: bool) -> bool:
        """Whether a column has a number in several rows: of items, or that differ though the person is the same."""
        if has_items:
            return store.is_repeated(column)
        of_same_event = [
            self.columns.by_field[name][0] for name in (*IDENTIFIERS, "metric") if name in self.columns.by_field
        ]
        return store.is_repeated(column) and store.is_ambiguous(column, of_same_event)

    def gather(self, store: Store) -> str:
        """Make one event of the rows of each order."""
        if self.guess("unique_id") and not self.is_shopify:
            self.columns.drop("unique_id")  # it may be an item's; the order's number is one
        if is_item_column(self.guess("value")):
            self.columns.drop("value")  # the price of an item
        orders = self.group(store)
        known = {column for column in store.columns if is_item_column(column)}
        items = {*known}
        value = self.columns.by_field.get("value", [""])[0]
        for rows in store.rows_of_orders():
            differing = differing_columns(rows)
            if not differing & self.columns.used:  # if a field itself differs, merge rejects the order
                items |= differing
            self.orders_of_several_rows += 1
            self.orders_of_several_totals += value in differing
        kept = {*self.numbers, *self.columns.used}
        self.columns.items = [column for column in store.columns if column in items - kept]
        columns = ", ".join(column for column in self.columns.items if column in known) or "none"
        others = ", ".join(column for column in self.columns.items if column not in known)
        also = f"; also {others}, as rows of an order differ in it" if others else ""
        number = " and ".join(self.numbers)
        return f"{plural(store.count, 'row')}, {plural(orders, 'order')} by {number}; columns per item: {columns}{also}"

    def group(self, store: Store) -> int:
        """Write down which rows have the same number, and the same metric if it has a column. Returns how many orders.

        A row without a number is an order by itself.
        """
        quiet = replace(self.values, rules=Counter())  # the log counts what build reads
        whole = {column: quiet.is_whole is not None and quiet.is_whole(column) for column in self.numbers}
        quiet.is_whole = whole.__getitem__  # it is asked within a query, where no other can be made

        def number_of(*cells: Any) -> str | None:
            try:
                return self.number_of(
                    {column: cell for column, cell in zip(self.numbers, cells, strict=True) if cell is not None}, quiet
                )
            except RowError:
                return None  # the row is rejected for it

        store.db.create_function("order_number", len(self.numbers), number_of)
        metric = self.columns.by_field.get("metric", [])[:1]
        columns = [*self.numbers, *metric]
        store.db.execute(
            f"""CREATE TABLE order_numbers AS SELECT * FROM
            (SELECT number AS row, order_number({", ".join([CELL] * len(self.numbers))}) AS order_number,
                {CELL if metric else "NULL"} AS metric
            FROM rows WHERE fault IS NULL) WHERE order_number IS NOT NULL""",
            columns,
        )
        store.db.execute(
            "INSERT INTO orders SELECT row, min(row) OVER (PARTITION BY order_number, metric) FROM order_numbers"
        )
        self.add_unreadable_rows(store)
        store.db.execute("DROP TABLE order_numbers")
        store.db.execute("CREATE INDEX first ON orders (first)")
        return int(store.db.execute("SELECT count(DISTINCT first) FROM orders").fetchone()[0])

    def number_of(self, cells: Cells, values: Values) -> str | None:
        """The number of an order, which is its unique_id; None if it has none."""
        texts = [values.number(column, cells[column], column) if column in cells else None for column in self.numbers]
        if None in texts:
            return None
        return texts[0] if len(texts) == 1 else compact(texts)

    def add_unreadable_rows(self, store: Store) -> None:
        """Add each row that cannot be read to the order whose number stands in it, so that none is sent without it.

        If there are several such numbers, it may belong to each of these orders: they become one, which is rejected.
        """
        unreadable = store.db.execute("SELECT number, cells FROM rows WHERE fault IS NOT NULL").fetchall()
        if unreadable:
            store.db.execute("CREATE INDEX order_number ON order_numbers (order_number)")
            store.db.execute("CREATE INDEX order_row ON orders (first)")
        for row, text in unreadable:
            firsts = self.find_orders(store, json.loads(text))
            if firsts:
                marks = ", ".join(map(str, firsts))
                store.db.execute(f"UPDATE orders SET first = ? WHERE first IN ({marks})", [firsts[0]])
                store.db.execute("INSERT INTO orders VALUES (?, ?)", [row, firsts[0]])

    def find_orders(self, store: Store, cells: list[str]) -> list[int]:
        """The first rows of the orders whose number is where it should be in these cells, else anywhere in them."""
        places = [[*store.columns].index(column) for column in self.numbers]
        if len(cells) == 1 and len(store.columns) > 1:
            cells = [part.strip() for part in SEPARATORS.split(cells[0])]
            shift = len(cells)
        else:
            shift = abs(len(cells) - len(store.columns))  # a separator too many or too few moves the cells behind it
        near = [cells[max(0, place - shift) : place + shift + 1] for place in places]
        words = [word for cell in cells for word in (cell, *cell.split())]
        for choices in (near, [words] * len(places)):
            firsts: set[int] = set()
            for texts in islice(product(*choices), MAX_PLACES):
                firsts.update(self.orders_with(store, dict(zip(self.numbers, texts, strict=True))))
            if firsts:
                return sorted(firsts)
        return []

    def orders_with(self, store: Store, cells: Cells) -> Iterator[int]:
        try:
            number = self.number_of(cells, replace(self.values, rules=Counter()))
        except RowError:
            return
        query = "SELECT DISTINCT first FROM order_numbers JOIN orders ON number = row WHERE order_number = ?"
        for [first] in store.db.execute(query, [number]).fetchall():
            yield first

    def merge(self, rows: list[Cells]) -> Cells:
        """The columns of an order, from the row that has them, and its items."""
        if not self.numbers:
            return rows[0]
        order: Cells = {}
        if len(rows) > 1 and len({*map(compact, rows)}) < len(rows):
            totals = [compact(cells) for cells in rows if self.columns.by_field.get("value", [""])[0] in cells]
            if self.is_shopify and len({*totals}) < len(totals):  # it writes the total in one row
                raise RowError("the order is in the file more than once")
            self.values.note("order with identical rows")
        columns = self.columns.items
        items = [item for cells in rows if (item := self.columns.items_of(cells))]
        for cells in rows:
            for name, value in cells.items():
                if name in columns:
                    continue
                first = order.setdefault(name, value)
                if first is not value and differs(first, value):
                    raise RowError(f"{name} differs within the order: {order[name]!s:.40} and {value!s:.40}")
        if not items and self.columns.chosen is not None:
            return order
        return order | {"line_items" if "items" in order else "items": items}


def is_item_name(metric: str) -> bool:
    """Whether a metric is about an item of an order, such as Ordered Product."""
    return ITEM.search(simplify(metric)) is not None


def differing_columns(rows: Sequence[Cells]) -> set[str]:
    order: Cells = {}
    return {name for cells in rows for name, value in cells.items() if differs(order.setdefault(name, value), value)}


def differs(one: Any, other: Any) -> bool:
    """Whether two cells differ in more than case, spacing or notation."""
    return one != other and normalize(one) != normalize(other)


def normalize(value: Any) -> str:
    """A cell in one case, spacing and notation: 20.00, 20,0 and +20 are 20."""
    if isinstance(value, (dict, list)):
        return compose(compact(value))
    text = compose(" ".join(str(value).split()).casefold())
    digits = THOUSANDS.sub("", text)
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+\.\d+|[+-]?\d{1,3}(,\d{3}){2,}", digits):
        digits = digits.replace(",", "")
    elif re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})+,\d+", digits):
        digits = digits.replace(".", "")
    if re.fullmatch(r"[+-]?\d+,(\d{1,2}|\d{4,})", digits):
        digits = digits.replace(",", ".")
    number = PLAIN_NUMBER.fullmatch(digits)
    if number:
        decimals = (number[3] or "").rstrip("0")
        amount = number[2] + ("." + decimals if decimals else "")
        return amount if number[1] != "-" or amount == "0" else "-" + amount
    time = TIME.fullmatch(text)
    if time and time["zone"]:
        return normalize_time(text)
    return re.sub(r"\D", "", text) if WRITTEN_PHONE_NUMBER.fullmatch(text) else text


def normalize_time(text: str) -> str:
    """A time with a zone, in UTC."""
    offset = re.sub(r" ?(z|utc|gmt)$", "+00:00", text).replace(" +", "+").replace(" -", "-")
    try:
        return datetime.fromisoformat(offset).astimezone(UTC).isoformat()
    except ValueError:
        return text
