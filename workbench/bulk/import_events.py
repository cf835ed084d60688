# /// script
# requires-python = ">=3.11"
# dependencies = ["duckdb", "pyrate-limiter", "requests", "tqdm", "wmill"]
# ///
"""Import Events: a file or table of events into Klaviyo, by POST /api/event-bulk-create-jobs

Reads CSV, TSV, JSON Lines or Parquet (a path, a URL, in Windmill an S3 object; .gz too) or a list of rows. All rows are
read and checked before the first is sent; they are kept in a temporary file, so memory does not grow with them. The log
says which column is used for what; `mapping` overrides this, and `dry_run` sends nothing.

Orders: if a file has columns of items (Lineitem name, SKU, Quantity) beside an order's number and its total, all rows
of an order become one event, wherever they are. The columns of items are gathered in a list, the property `items`; the
others come from the row that has them. `group_by` names the column of the number, or is "none". A file of items alone,
or the metric Ordered Product, stays one event a row, and the order's number is then not its unique_id.

unique_id: Klaviyo records one event for a profile, metric and unique_id. Other rows with the same are counted as
repeated and listed in the rejects. A row without one gets a hash of its content.

Values, besides those of JSON and RFC 3339:
- value: with thousands separators (1,234.50, 1.234,50, 1 234,50, 1'234.50), with a decimal comma, with a currency
  ($12.50, CHF 3), which is sent if no column has it. 1.234 can be two numbers in a file separated by semicolons, or
  beside values such as 9,99: then it is rejected, unless `decimal` says what it is.
- time: 2026-11-20 09:30:00 +0100, 2026-11-20 09:30 UTC, 2026-11-20, seconds or milliseconds since 1970. A time without
  a zone is in `timezone`. Slashes, dots, names of months and AM/PM need `date_format`, the order of day, month, year.
  If there is only the time of day, the date comes from the column Date.
- phone_number: E.164. Spaces, dots, hyphens and parentheses are removed, tel: and (0), too, except (0) in Italy.
- ids, email, names: 0, NULL, None, nan, undefined, n/a, \\N and - count as empty; 12345.0 in a column of whole numbers
  is 12345; what a spreadsheet has rounded (4.47901E+11) is rejected; mailto: and invisible characters are removed.
Properties and items stay as they are.

Klaviyo starts flows for imported events, even for old ones: if rows are older than a day, `backfill` or a column of
that name must say whether they are history; history starts no flows. Batches have at most 1,000 events and 5,000,000
bytes and are sent as fast as Klaviyo allows: 10 requests a second, 150 a minute.

A row that is not sent goes to the rejects with its number, line and reason; corrected there, it can be imported from
there. The script records what Klaviyo accepted in a journal or, in Windmill, in its state, by the content of the rows:
run again, also with a file that has changed, it sends what is new or changed.

Scopes: events:write.
Reference: https://developers.klaviyo.com/en/reference/bulk_create_events
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, TypedDict

import wmill
from pyrate_limiter import Rate

from workbench.bulk.arguments import boolean, check_options, choice, text, zone_of
from workbench.bulk.client import RATES, Client
from workbench.bulk.command_line import run_by_hand
from workbench.bulk.errors import BulkFailed, RowError
from workbench.bulk.imports.batches import Batch, Outcome, Record
from workbench.bulk.imports.columns import IDENTIFIERS, PROFILE_HEADERS, Columns, simplify
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.records import Draft
from workbench.bulk.imports.refusals import interpret_refusal
from workbench.bulk.imports.rows import Cells
from workbench.bulk.imports.run import run_import
from workbench.bulk.imports.values import MARKS, ORDERS, Values
from workbench.bulk.text import compact, digest, encode, storable

# For a type of this name, Windmill's form shows a file picker. A path, a URL or rows are accepted, too.
S3Object = wmill.S3Object | dict[str, Any] | str | list[Any]

PATH = "/api/event-bulk-create-jobs"
MAX_PROPERTIES, MAX_METRIC = 400, 127
DATE = re.compile("(?<!up)date(?!of)|(?<!up)datum|fecha|created|timestamp|time$")
DAY = timedelta(days=1)

HEADERS = {
    "metric": "metric event eventname metricname",
    "time": "time timestamp datetime date createdat createdatutc created createdutc createddate createddateutc"
    " datecreated orderdate purchasedate purchasepoint dateadded occurredat eventtime datum bestelldatum"
    " datedecommande datedelacommande fecha fechadepedido fechadelpedido",
    "value": "value total ordertotal totalprice grandtotal ordertotalamount ordertotalinctax grandtotalpurchased"
    " netsales amount revenue gesamtsumme gesamtbetrag betrag montanttotal montant totaldelacommande totaldecommande"
    " totaldelpedido totaldepedido importe price",
    "value_currency": "valuecurrency currency currencycode ordercurrency ordercurrencycode wahrung devise moneda",
    "unique_id": "uniqueid eventid orderid id transactionid paymentid bestellnummer numerodecommande numerodepedido",
    "backfill": "backfill",
}
ORDER_NUMBERS = (
    "orderid ordernumber orderno ordername order incrementid bestellnummer bestellung auftragsnummer numerodecommande"
    " commande numerodepedido pedido"
)
ITEM = re.compile(
    r"lineitem|item(?!s$|scount|count|subtotal|total)|product(?!s$|details$)|sku|variant|vendor|quantity|qty$"
    r"|unitprice|price$|barcode|artikel|produkt|menge|article|produit|quantite|articulo|producto|cantidad"
)


class klaviyo(TypedDict, total=False):  # one of the two
    apiKey: str
    token: str


def main(
    auth: klaviyo,
    revision: str | None,
    source: S3Object,
    metric: str | None = None,
    group_by: str | None = None,
    backfill: str | bool | None = None,
    mapping: dict[str, str] | None = None,
    date_format: str | None = None,
    decimal: str | None = None,
    timezone: str | None = None,
    dry_run: bool = False,
    rejects: str | None = None,
    journal: str | None = None,
    part: int = 1,
    parts: int = 1,
) -> dict[str, Any]:
    """Return what became of the rows: sent, sent before, rejected, repeated, gathered in orders; they add up.

    BulkFailed says what stopped it, and how to go on. `source`: path or URL of a file, an S3 object, or a list of
    objects. `metric`: the name of all events; if empty, a column has it. `group_by`: the column of the order's number,
    or "none". `backfill`: whether the events are history, which starts no flows. `mapping`: the column of each of
    email, phone_number, external_id, anonymous_id, first_name, last_name, metric, time, value, value_currency,
    unique_id, backfill; "" for none. All other columns become properties. `date_format`: DMY, MDY or YMD. `decimal`:
    comma or point. `timezone`: of times without a zone, such as Europe/Berlin; UTC by default. `rejects`, `journal`:
    files, beside the source by default. `part` of `parts`: for runs at the same time, each with its share of the rows
    and of the rate.
    """
    options = check_options(auth, revision, mapping, dry_run, rejects, journal, part, parts)
    values = Values(choice("decimal", decimal, tuple(MARKS)), choice("date_format", date_format, ORDERS))
    values.zone = zone_of(timezone)
    return run_import(
        options,
        source,
        Events(text("metric", metric), text("group_by", group_by), boolean("backfill", backfill), values),
    )


# --- Events -----------------------------------------------------------------------------------------------------------

HEAD, TAIL = '{"data":{"type":"event-bulk-create-job","attributes":{"events-bulk-create":{"data":[', "]}}}}"
GROUP = (
    '{"type":"event-bulk-create","attributes":{"profile":{"data":{"type":"profile","attributes":%s}},'
    '"events":{"data":[%s]}}}'
)
# The profile in the body, and the event in it, that an error of Klaviyo's speaks of.
POINTER = re.compile(r"/events-bulk-create/data/(\d{1,9})(?:/attributes/events/data/(\d{1,9}))?(?!\d)")


@dataclass
class Events:
    """Rows as events. `group_by`: as in main, then the column or "none"."""

    metric: str
    group_by: str
    backfill: bool | None
    values: Values
    shopify: bool = False  # whether the file has its layout
    date: str = ""  # a column of dates, for a column of times of day
    columns: Columns = field(default_factory=lambda: Columns())  # defined below
    noun = "events"
    item_type = "event"
    max_records = 1000
    max_bytes = 5_000_000
    keeps_first = True
    others = "properties"
    repeat = "Klaviyo records only the first event for a profile, metric and unique_id"
    undecided = (
        "are older than a day, and Klaviyo would start flows for them as if they were new. Set backfill to true for"
        " history, which starts no flows, or to false to start them"
    )

    @property
    def rates(self) -> list[Rate]:
        return RATES

    @property
    def scope(self) -> str:
        return self.metric

    @property
    def headers(self) -> dict[str, str]:
        return {name: PROFILE_HEADERS[name] for name in (*IDENTIFIERS, "first_name", "last_name")} | HEADERS

    def choose(self, columns: Columns, store: Store, separator: str) -> list[str]:
        self.columns, self.values.semicolons, self.values.is_whole = columns, separator == ";", cache(store.is_whole)
        if self.metric:
            columns.drop("metric")
        elif "metric" not in columns.by_field:
            raise BulkFailed("metric is missing: the name of the events, such as Placed Order, or a column of names")
        simple = {simplify(name): name for name in reversed(store.columns)}
        if self.group_by not in ("", "none", *store.columns):
            raise BulkFailed(
                f'group_by: there is no column "{self.group_by}"; the columns are {", ".join(store.columns)}'
            )
        number = self.order_number(simple)
        lines = []
        self.date = simple.get("date", "")
        if "time" not in columns.by_field:
            dates = [column for name, column in simple.items() if DATE.search(name)]
            if dates and "time" not in columns.named:
                raise BulkFailed(
                    f'the time may be {" or ".join(dates[:5])}: name its column in mapping, or "" for none'
                )
            lines.append("there is no column for time: Klaviyo records all events with the time of the import")
        if "value" not in columns.by_field:
            lines.append("there is no column for value")
        elif not self.values.decimal:
            self.values.learn_marks(store.values_of(columns.by_field["value"][0]))
        if self.group_by != "none":
            lines.append(self.gather(store))
        elif (
            any(map(ITEM.match, simple))
            and (guess := self.guess("unique_id"))
            and (guess == number or store.is_repeated(guess))
        ):
            columns.drop("unique_id")
            lines.append(f"{guess} is no unique_id, as an order has several rows: each row is an event with its own")
        return lines

    def guess(self, name: str) -> str:
        """The column that was recognized for a field by its header, if any; nothing if `mapping` names it."""
        return "" if name in self.columns.named else self.columns.by_field.get(name, [""])[0]

    def order_number(self, simple: dict[str, str]) -> str:
        """The column of the order's number, or nothing. Sets `group_by` if main was not told."""
        self.shopify = any(name.startswith("lineitem") for name in simple)
        known = [*ORDER_NUMBERS.split(), *(["name"] if self.shopify else [])]
        number = next((simple[name] for name in known if name in simple), "")
        if not self.group_by:
            value = simplify(self.columns.by_field.get("value", [""])[0])
            has_total = value and value != "amount" and not ITEM.match(value)
            is_order = number and has_total and any(map(ITEM.match, simple)) and not ITEM.search(simplify(self.metric))
            self.group_by = number if is_order else "none"
        return number

    def gather(self, store: Store) -> str:
        """Make one event of the rows of each order."""
        if self.guess("unique_id") and not self.shopify:
            self.columns.drop("unique_id")  # it may be an item's; the order's number is one
        orders = store.group(self.group_by, self.columns.by_field.get("metric", [""])[0])
        known = {name for name in store.columns if ITEM.match(simplify(name))}
        items = {*known}
        for _, rows in store.groups("WHERE first IN (SELECT first FROM orders GROUP BY first HAVING count(*) > 1)"):
            order: Cells = {}
            differing: set[str] = set()
            for _, _, cells, _ in rows:
                differing |= {name for name, value in cells_of(cells).items() if order.setdefault(name, value) != value}
            if not differing & self.columns.used:  # if a field itself differs, merge rejects the order
                items |= differing
        kept = {self.group_by, *self.columns.used}
        self.columns.items = [name for name in store.columns if name in items - kept]
        columns = ", ".join(name for name in self.columns.items if name in known) or "none"
        others = ", ".join(name for name in self.columns.items if name not in known)
        also = f"; also {others}, as rows of an order differ in it" if others else ""
        return f"{store.count:,} rows, {orders:,} orders by {self.group_by}; columns per item: {columns}{also}"

    def merge(self, rows: list[Cells]) -> Cells:
        """The columns of an order, from the row that has them, and its items."""
        order: Cells = {}
        if len(rows) > 1 and len({*map(compact, rows)}) < len(rows):
            totals = [compact(cells) for cells in rows if self.columns.by_field.get("value", [""])[0] in cells]
            if self.shopify and len({*totals}) < len(totals):  # it writes the total in one row
                raise RowError("the order is in the file more than once")
            self.values.note("order with identical rows")
        columns = self.columns.items
        items = [{name: cells[name] for name in columns if name in cells} for cells in rows]
        for cells in rows:
            for name, value in cells.items():
                if name not in columns and order.setdefault(name, value) != value:
                    raise RowError(f"{name} differs within the order: {order[name]!s:.40} and {value!s:.40}")
        return order | {"line_items" if "items" in order else "items": [item for item in items if item]}

    def build(self, rows: list[Cells], fingerprint: str) -> Draft:
        values, columns = self.values, self.columns
        cells = self.merge(rows) if self.group_by != "none" else rows[0]
        fields = columns.values(cells)
        profile = values.profile(fields, cells, columns)
        metric = self.metric or self.text("metric", fields)
        if not metric or len(metric) > MAX_METRIC:
            raise RowError(
                f"metric has {len(metric)} characters, not 1 to {MAX_METRIC}" if metric else "metric is empty"
            )
        properties = columns.properties(cells)
        if len(properties) > MAX_PROPERTIES:
            raise RowError(f"{len(properties)} properties, of which Klaviyo takes {MAX_PROPERTIES}")
        unique_id = self.text("unique_id", fields)
        if not unique_id and self.group_by in cells:
            unique_id = values.identifier(self.group_by, cells[self.group_by], self.group_by)
        event: dict[str, Any] = {
            "metric": {"data": {"type": "metric", "attributes": {"name": metric}}},
            "properties": properties,
        }
        undecided = self.add_time(event, fields, str(cells.get(self.date, "")))
        currency = ""
        if "value" in fields:
            event["value"], currency = values.amount(fields["value"])
        if currency := self.text("value_currency", fields) or currency:
            event["value_currency"] = currency.upper()
        content = describe_event(event, profile)
        event["unique_id"] = unique_id or digest(content)
        body = compact({"type": "event", "attributes": event})
        if storable(body)[1] > self.max_bytes // 2:
            raise RowError(f"{storable(body)[1]:,} bytes are too many for one event")
        what = f"{metric}\n{event['unique_id']}"
        keys = tuple(("unique_id", f"{name}={profile[name].lower()}", what) for name in IDENTIFIERS if name in profile)
        return Draft(body, compact(profile), keys, undecided, content)

    def text(self, name: str, fields: Cells) -> str | None:
        return self.values.identifier(name, fields[name], self.columns.by_field[name][0]) if name in fields else None

    def add_time(self, event: dict[str, Any], fields: Cells, date: str) -> bool:
        """Whether it is old, and nothing says whether it is history."""
        backfill = self.backfill
        if "backfill" in fields:
            try:
                backfill = boolean("backfill", fields["backfill"])
            except BulkFailed as error:
                raise RowError(str(error)) from None
        if backfill is not None:
            event["backfill"] = backfill
        if "time" not in self.columns.by_field:
            return False
        if "time" not in fields:
            column = self.columns.by_field["time"][0]
            raise RowError(f"{column} is empty, and Klaviyo would record it with the time of the import")
        is_clock = date and re.fullmatch(r"\d{1,2}:\d\d(:\d\d)?( ?[AaPp][Mm])?", str(fields["time"]))
        if is_clock:
            self.values.note(f"time: with the date in {self.date}")
        time = self.values.time(f"{date} {fields['time']}" if is_clock else fields["time"])
        event["time"] = time.isoformat()
        return backfill is None and time < self.values.now - DAY

    def payload(self, records: list[Record]) -> bytes:
        groups = (
            GROUP % (profile, ",".join(record.body for record in group)) for profile, group in by_profile(records)
        )
        return encode(HEAD + ",".join(groups) + TAIL)

    def deliver(self, client: Client, batch: Batch) -> Outcome:
        response, unsure = client.request("POST", PATH, self.payload(batch.records))
        batch.unsure = batch.unsure or unsure
        if response is None:
            return Outcome()
        return (
            Outcome(batch.records) if response.status_code == 202 else interpret_refusal(self, client, batch, response)
        )

    def blamed(self, records: list[Record], pointer: str) -> list[Record]:
        match, groups = POINTER.search(pointer), by_profile(records)
        if not match or int(match[1]) >= len(groups):
            return []
        _, group = groups[int(match[1])]
        return group if match[2] is None else group[int(match[2]) : int(match[2]) + 1]


def describe_event(event: dict[str, Any], profile: dict[str, Any]) -> str:
    """Return what tells an event from others that have no unique_id: who, what and when, however it is written."""
    identifiers = {name: profile[name].lower() for name in IDENTIFIERS if name in profile}
    facts = {name: value for name, value in event.items() if name != "backfill"}  # how it is taken, not what it is
    if "time" in facts:
        facts["time"] = datetime.fromisoformat(facts["time"]).astimezone(UTC).isoformat()
    return compact([identifiers, facts])


def cells_of(text: str) -> Cells:
    """None of a row that cannot be read."""
    cells = json.loads(text)
    return cells if isinstance(cells, dict) else {}


def by_profile(records: list[Record]) -> list[tuple[str, list[Record]]]:
    """The events of each profile, in the order in which the body has them."""
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(record.profile, []).append(record)
    return [*groups.items()]


if __name__ == "__main__":
    run_by_hand(main)
