# /// script
# requires-python = ">=3.11"
# dependencies = ["duckdb", "phonenumbers", "pyrate-limiter", "python-calamine", "requests", "tqdm", "wmill"]
# ///
"""Import Events: a file or table of events into Klaviyo, by POST /api/event-bulk-create-jobs

Reads CSV, TSV, JSON Lines, Parquet, Excel (.xlsx, .xls) or OpenDocument (.ods): a path, a URL, in Windmill an S3
object; .gz too; or a list of rows. All rows are read and checked before the first is sent; they are kept in a temporary
file, so memory does not grow with them, except for those of a spreadsheet. The log says which column is used for what;
`mapping` overrides this. `dry_run` sends nothing and returns a report.

Orders: if a file has columns of items (Lineitem name, SKU, Quantity) beside an order's number and its total, all rows
of an order become one event, wherever they are. The columns of items are gathered in a list, the property `items`; the
others come from the row that has them. If nothing says whether the rows with a number are an order or an event each, as
no column is its total, the run stops and asks for `group_by`: the column of the number, or several if shops use the
same numbers, or "none". With the metric Ordered Product, each row is an event, and the order's number is not its
unique_id. An order is rejected whole if its rows contradict each other in more than case, spacing or notation (20.0 and
20.00), or if one of them cannot be read.

unique_id: Klaviyo records one event for a profile, metric and unique_id. It is the number of the order or the payment,
if a column has it. Where an order's number repeats, as an order has two payments, and another number does not, it is
that one. Other rows with the same unique_id are counted as repeated and listed in the rejects. A row without one gets a
hash of its content.

Values, besides those of JSON and RFC 3339:
- value: with thousands separators (1,234.50, 1.234,50, 1 234,50, 1'234.50), with a decimal comma, with a currency
  ($12.50, CHF 3), which is sent if no column has it. 1.234 can be two numbers in a file separated by semicolons, or
  beside values such as 9,99: then it is rejected, unless `decimal` says what it is.
- value_currency: a code, a sign (€) or a name (Swiss francs). If the sign beside an amount is of another currency than
  its column says, the run stops and asks.
- time: 2026-11-20 09:30:00 +0100, 2026-11-20 09:30 UTC, 2026-11-20, seconds or milliseconds since 1970. A time without
  a zone is in `timezone`; what the clocks there skip is rejected, what they show twice is counted in the log. Slashes,
  dots, names of months and AM/PM need `date_format`, the order of day, month, year. A date and a time of day in two
  columns (Order date, Order time) are combined.
- phone_number: as people write them, with a country code, such as +44 (0)20 7946 0958. Others are of
  `default_country`, or rejected without it. `leave_out` sends a row without an identifier that cannot be read.
- ids, email, names: NULL, nan, undefined, #N/A, 0, -, unknown, keine and other words for nothing count as empty;
  12345.0 in a column of whole numbers is 12345; what a spreadsheet has rounded (4.47901E+11) is rejected; mailto: and
  invisible characters are removed.
- An ID or a phone number beside several different emails identifies nobody: its rows are sent without it, or rejected
  if nothing else identifies them.
- ="00124" is 00124, and an apostrophe before a number, which makes it text in a spreadsheet, is removed.
Otherwise, properties and items stay as they are: in a CSV file, everything is text. `types` says what columns are:
"number" (1.234,50 as 1234.5), "boolean", "date", "list" ("a, b" as two texts) or "text"; "auto" chooses what all values
of a column are. A row with a value that does not fit is rejected. `properties` says which columns are sent.

Klaviyo starts flows for imported events, even for old ones: if rows are older than a day, `backfill` or a column of
that name must say whether they are history; history starts no flows. Batches have at most 1,000 events and 5,000,000
bytes and are sent as fast as Klaviyo allows: 10 requests a second, 150 a minute.

A row that is not sent goes to the rejects with its number, line and reason; corrected there, it can be imported from
there. The script records what Klaviyo accepted in a journal or, in Windmill, in its state. It knows events by what they
are, not by the cells of a row: run again, also with a file or options that have changed, it sends what is new or
changed.

Scopes: events:write.
Reference: https://developers.klaviyo.com/en/reference/bulk_create_events
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, TypedDict

import wmill
from pyrate_limiter import Rate

from workbench.bulk.arguments import boolean, check_options, choice, text, text_list, zone_of
from workbench.bulk.client import RATES, Client
from workbench.bulk.command_line import run_by_hand
from workbench.bulk.errors import BulkFailed, Question, RowError
from workbench.bulk.imports.amounts import DECIMALS, Amounts, contradicts, currency_of, usual_currency
from workbench.bulk.imports.batches import Batch, Outcome, Record
from workbench.bulk.imports.column_types import ColumnTypes, check_types
from workbench.bulk.imports.columns import IDENTIFIERS, PROFILE_HEADERS, Columns, check_properties
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.dates import ORDERS
from workbench.bulk.imports.identities import find_shared_identifiers
from workbench.bulk.imports.orders import Orders
from workbench.bulk.imports.phone_numbers import check_country
from workbench.bulk.imports.records import Draft
from workbench.bulk.imports.refusals import interpret_refusal
from workbench.bulk.imports.rows import Cells
from workbench.bulk.imports.run import run_import
from workbench.bulk.imports.time_columns import TimeColumns, choose_time_columns
from workbench.bulk.imports.values import Values, check_leave_out
from workbench.bulk.text import compact, compose, digest, encode, fold_identifier, storable

# For a type of this name, Windmill's form shows a file picker. A path, a URL or rows are accepted, too.
S3Object = wmill.S3Object | dict[str, Any] | str | list[Any]

PATH = "/api/event-bulk-create-jobs"
MAX_PROPERTIES, MAX_METRIC = 400, 127
DAY = timedelta(days=1)

HEADERS = {
    "metric": "metric event eventname metricname",
    "time": "time timestamp datetime date createdat createdatutc created createdutc createddate createddateutc"
    " datecreated createdon datecreation datedecreation fechadecreacion orderdate ordertime orderedat placedat"
    " kaufdatum auftragsdatum purchasedate purchasepoint dateadded occurredat eventtime datum bestelldatum"
    " datedecommande datedelacommande fecha fechadepedido fechadelpedido",
    "value": "value total ordertotal totalprice grandtotal ordertotalamount ordertotalinctax grandtotalpurchased"
    " netsales amount revenue gesamtsumme gesamtbetrag betrag montanttotal montant totaldelacommande totaldecommande"
    " totaldelpedido totaldepedido importe price",
    "value_currency": "valuecurrency currency currencycode ordercurrency ordercurrencycode wahrung devise moneda",
    "unique_id": "uniqueid eventid orderid id transactionid paymentid bestellnummer numerodecommande numerodepedido",
    "backfill": "backfill",
}


class klaviyo(TypedDict, total=False):  # one of the two
    apiKey: str
    token: str


def main(
    auth: klaviyo,
    revision: str | None,
    source: S3Object,
    metric: str | None = None,
    group_by: list[str] | None = None,
    backfill: str | bool | None = None,
    mapping: dict[str, str] | None = None,
    properties: "list[str] | dict[str, str] | str | None" = None,
    types: "dict[str, str] | str | None" = None,
    date_format: str | None = None,
    decimal: str | None = None,
    timezone: str | None = None,
    default_country: str | None = None,
    leave_out: list[str] | None = None,
    sheet: str | None = None,
    dry_run: bool = False,
    rejects: str | None = None,
    journal: str | None = None,
    part: int = 1,
    parts: int = 1,
) -> dict[str, Any]:
    """Return what became of the rows: sent, sent before, rejected, repeated, gathered in orders; they add up.

    BulkFailed says what stopped it, and how to go on. `source`: path or URL of a file, an S3 object, or a list of
    objects. `metric`: the name of all events; if empty, a column has it. `group_by`: the columns of the order's number,
    or "none". `backfill`: whether the events are history, which starts no flows. `mapping`: the column of each of
    email, phone_number, external_id, anonymous_id, first_name, last_name, metric, time, value, value_currency,
    unique_id, backfill; "" for none. `types`: the type of columns that become properties, such as
    {"Subtotal": "number", "VIP": "boolean", "Born": "date", "Tags": "list"}, or "auto". `properties`: the columns that
    become properties, as a list, as an object of columns by the names of properties, or "none"; by default all others.
    `sheet`: of a spreadsheet, by default the first. `date_format`: DMY, MDY or YMD. `decimal`:
    comma or point. `timezone`: of times without a zone, such as Europe/Berlin; UTC by default. `default_country`: of
    phone numbers without a country code, such as CH. `leave_out`: identifiers, such as phone_number, without which a
    row is sent if its own cannot be read. `rejects`, `journal`: files, beside the source by default. `part` of `parts`:
    for runs at the same time, each with its share of the rows and of the rate.
    """
    options = check_options(auth, revision, mapping, dry_run, rejects, journal, part, parts, sheet)
    values = Values(
        choice("date_format", date_format, ORDERS),
        zone_of(timezone),
        check_country(text("default_country", default_country)),
        check_leave_out(leave_out),
    )
    amounts = Amounts(values.note, choice("decimal", decimal, tuple(DECIMALS)))
    events = Events(
        text("metric", metric),
        text_list("group_by", group_by),
        boolean("backfill", backfill),
        values,
        amounts,
        check_properties(properties),
        check_types(types),
    )
    return run_import(options, source, events)


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
    """Rows as events. `group_by`: as in main; `properties`, `types`: as checked."""

    metric: str
    group_by: list[str]
    backfill: bool | None
    values: Values
    amounts: Amounts
    properties: dict[str, str] | None = None
    types: dict[str, str] | str = field(default_factory=dict)
    columns: Columns = field(default_factory=lambda: Columns())  # defined below
    converter: ColumnTypes = field(init=False)
    orders: Orders = field(init=False)
    times: TimeColumns = field(init=False)
    noun = "events"
    item_type = "event"
    max_records = 1000
    max_bytes = 5_000_000
    keeps_first = True
    is_screened = False
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
        self.columns, self.amounts.semicolons, self.values.is_whole = columns, separator == ";", cache(store.is_whole)
        self.values.is_verbatim = store.is_exported
        if self.metric:
            columns.drop("metric")
        elif "metric" not in columns.by_field:
            raise BulkFailed("metric is missing: the name of the events, such as Placed Order, or a column of names")
        self.times = choose_time_columns(columns, store)
        self.orders = Orders(columns, self.values)
        lines = self.times.describe()
        if self.backfill:
            lines.append("Historical events start no flows.")
        if "value" not in columns.by_field:
            lines.append("there is no column for value")
        elif not self.amounts.decimal:
            self.amounts.learn_marks(store.values_of(columns.by_field["value"][0]))
        lines += self.orders.choose(store, self.metric, self.group_by)
        self.check_currencies(store)
        find_shared_identifiers(store, columns, self.values)
        columns.choose_properties(self.properties)
        self.converter = ColumnTypes(self.types, self.values, self.amounts.decimal)
        return lines + self.converter.choose(columns, store, separator, self.orders.numbers)

    def check_currencies(self, store: Store) -> None:
        """BulkFailed if amounts have the sign of another currency than the one beside them, such as $5 and EUR."""
        columns = [self.columns.by_field.get(name, [""])[0] for name in ("value", "value_currency")]
        if not all(columns) or not store.has_text(columns[0]):
            return
        contradictions: Counter[str] = Counter()
        for value, currency in store.values_in(columns):
            if contradicts(str(value), str(currency)):
                contradictions[f"{value} beside {currency}"] += 1
        if contradictions:
            examples = [example for example, _ in contradictions.most_common(5)]
            question: Question = {
                "column": columns[0],
                "values": examples,
                "options": [{"mapping": {"value_currency": ""}}],
            }
            raise BulkFailed(
                f"{columns[0]} has the sign of another currency than {columns[1]}: {', '.join(examples)}. Correct the"
                ' file, or set value_currency to "" in mapping if the sign is right',
                questions=[question],
            )

    def build(self, rows: list[Cells], fingerprint: str) -> Draft:
        values, columns = self.values, self.columns
        cells = self.orders.merge([self.converter.convert(cells) for cells in rows])
        fields = columns.values(cells)
        profile = values.profile(fields, cells, columns)
        metric = self.metric or self.read("metric", fields)
        if not metric or len(metric) > MAX_METRIC:
            raise RowError(
                f"metric has {len(metric)} characters, not 1 to {MAX_METRIC}" if metric else "metric is empty"
            )
        properties = columns.properties(cells)
        if len(properties) > MAX_PROPERTIES:
            raise RowError(f"{len(properties)} properties, of which Klaviyo takes {MAX_PROPERTIES}")
        event: dict[str, Any] = {
            "metric": {"data": {"type": "metric", "attributes": {"name": metric}}},
            "properties": properties,
        }
        undecided = self.add_time(event, fields, cells)
        self.add_value(event, fields)
        content = describe_event(event, profile)
        event["unique_id"] = self.read_unique_id(fields, cells) or digest(content)
        body = compact({"type": "event", "attributes": event})
        if storable(body)[1] > self.max_bytes // 2:
            raise RowError(f"{storable(body)[1]:,} bytes are too many for one event")
        what = f"{metric}\n{event['unique_id']}"
        keys = tuple(
            ("unique_id", f"{name}={fold_identifier(name, profile[name])}", what)
            for name in IDENTIFIERS
            if name in profile
        )
        return Draft(body, compact(profile), keys, undecided, content)

    def read(self, name: str, fields: Cells) -> str | None:
        return self.values.name(name, fields[name]) if name in fields else None

    def read_unique_id(self, fields: Cells, cells: Cells) -> str | None:
        """The unique_id of an event, which for orders is their number; None if it has none."""
        if "unique_id" in fields:
            column = self.columns.by_field["unique_id"][0]
            unique_id = self.values.number("unique_id", fields["unique_id"], column)
            if unique_id:
                return unique_id
        return self.orders.number_of(cells, self.values) if self.orders.numbers else None

    def add_time(self, event: dict[str, Any], fields: Cells, cells: Cells) -> bool:
        """Whether it is old, and nothing says whether it is history."""
        backfill = self.backfill
        if "backfill" in fields:
            try:
                backfill = boolean("backfill", fields["backfill"])
            except BulkFailed as error:
                raise RowError(str(error)) from None
        if backfill is not None:
            event["backfill"] = backfill
        if not self.times.time:
            return False
        time = self.values.time(self.times.text(cells))
        event["time"] = time.isoformat()
        return backfill is None and time < self.values.now - DAY

    def add_value(self, event: dict[str, Any], fields: Cells) -> None:
        """The value and its currency: that of its column, else the one whose sign stands beside the number."""
        sign = ""
        if "value" in fields:
            event["value"], sign = self.amounts.parse(fields["value"])
        written = self.read("value_currency", fields)
        currency = currency_of(written) if written else usual_currency(sign)
        if sign and not written:
            self.values.note(f"value: {sign} is {currency or 'of several currencies, none is sent'}")
        if written and written.upper() != currency:
            self.values.note(f"value_currency: {written} is {currency}")
        if currency:
            event["value_currency"] = currency

    def payload(self, records: list[Record]) -> bytes:
        groups = (
            GROUP % (profile, ",".join(record.body for record in group)) for profile, group in by_profile(records)
        )
        return encode(HEAD + ",".join(groups) + TAIL)

    def screen(self, client: Client, records: list[Record]) -> dict[Record, str] | None:
        return {}

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
    """Return what tells an event from others that have no unique_id: who, what and when, however it is written.

    Of a person the first identifier counts: the others may be left out, as rows that are added show whose they are.
    """
    person = next(f"{name} {fold_identifier(name, profile[name])}" for name in IDENTIFIERS if name in profile)
    facts = {name: value for name, value in event.items() if name != "backfill"}  # how it is taken, not what it is
    if "time" in facts:
        facts["time"] = datetime.fromisoformat(facts["time"]).astimezone(UTC).isoformat()
    return compose(compact([person, facts]))


def by_profile(records: list[Record]) -> list[tuple[str, list[Record]]]:
    """The events of each profile, in the order in which the body has them."""
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(record.profile, []).append(record)
    return [*groups.items()]


if __name__ == "__main__":
    run_by_hand(main)
