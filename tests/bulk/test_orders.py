"""Orders: the number that is their unique_id, the rows that are one order, and what keeps an order from being sent."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.bulk_import import Import, build_drafts, load_import, read_rejects, run_import, write_csv
from tests.support.events import events_of, groups_of
from workbench.bulk.errors import BulkFailed, RowError
from workbench.bulk.import_events import Events
from workbench.bulk.imports.amounts import Amounts
from workbench.bulk.imports.order_columns import event_numbers, is_order_number
from workbench.bulk.imports.orders import differs
from workbench.bulk.imports.values import Values
from workbench.sandbox import Sandbox

ORDER_HEADERS = """Order Number|order_no|Order No.|Order #|OrderNum|order nbr|Order ID|ORDER-ID|Order Ref
Order Reference|Order reference number|Order Name|Order Code|Sales Order Number|Shop order no|Purchase Order Number
Number of the order|No. order|Order|increment_id|Bestellnummer|Bestell-Nr.|Bestellnr|Bestell-ID
Bestellungsnummer|Auftragsnummer|Auftrags-Nr.|Bestellung|Nummer der Bestellung|Numéro de commande
N° de commande|Nº de commande|Num. commande|Réf. commande|ID commande|Référence de la commande
Número de pedido|Nº pedido|Núm. de pedido|ID de pedido|Pedido|Número de orden|Número do pedido|Numero ordine
ID ordine|Bestelnummer|Ordernummer|Ordrenummer|Nr zamówienia|Číslo objednávky|Sipariş No|Номер заказа
订单号|注文番号|PO Number|Webshop order no|Order_Number (Shop)|Customer order no.""".replace("\n", "|")
OTHER_HEADERS = """Orders|Order count|Number of orders|Order Total|Order date|Order status
Order notes|Total orders|Reorder|Anzahl Bestellungen|Bestelldatum|Nombre de commandes|Ordre
Email|Customer number|Border ID|Order item id
Order currency""".replace("\n", "|")


@pytest.mark.parametrize("header", ORDER_HEADERS.split("|"))
def test_knows_the_number_of_an_order_however_its_header_is_spelled(header: str) -> None:
    assert is_order_number(header)
    assert event_numbers(["Email", header]) == [header]


@pytest.mark.parametrize("header", OTHER_HEADERS.split("|"))
def test_other_headers_are_no_number_of_an_order(header: str) -> None:
    assert not is_order_number(header)


def events(metric: str = "Placed Order", group_by: list[str] | None = None, **options: Any) -> Events:
    values = Values(**options)
    return Events(metric, group_by or [], False, values, Amounts(values.note))


def build(rows: list[dict[str, Any]], kind: Events | None = None) -> list[Any]:
    """Return the attributes of each event, or why its rows are rejected."""
    drafts = build_drafts(kind or events(), rows)
    return [str(draft) if isinstance(draft, RowError) else json.loads(draft.body)["attributes"] for draft in drafts]


def unique_ids(rows: list[dict[str, Any]], kind: Events | None = None) -> list[str]:
    return [event["unique_id"] for event in build(rows, kind)]


def order(number: Any, **cells: Any) -> dict[str, Any]:
    return {"Email": "a@example.com", "Order Number": number, "Total": "5.00"} | cells


@pytest.mark.parametrize("header", ["Order Number", "Bestell-Nr.", "N° de commande", "Order #", "order_reference"])
def test_a_number_that_does_not_repeat_is_the_unique_id(header: str) -> None:
    rows = [{"Email": "a@example.com", header: f"B-{number}", "Total": 5} for number in range(3)]
    assert unique_ids(rows) == ["B-0", "B-1", "B-2"]


@pytest.mark.parametrize("other", ["transaction_id", "Payment ID", "Zahlungsnummer", "id", "Receipt No."])
def test_two_payments_of_an_order_are_two_events(other: str) -> None:
    rows = [order(order_number, **{other: f"T{n}", "Total": n + 1}) for n, order_number in enumerate([7, 7, 8])]
    kind = events("Paid")
    assert unique_ids(rows, kind) == ["T0", "T1", "T2"]
    assert kind.columns.by_field["unique_id"] == [other]


def test_a_number_stays_the_unique_id_where_rows_repeat_as_they_are() -> None:
    rows = [order(7, transaction_id="T0"), order(7, transaction_id="T0"), order(8, transaction_id="T1")]
    assert unique_ids(rows) == ["7", "7", "8"]


def test_a_number_stays_the_unique_id_where_other_people_and_metrics_have_it() -> None:
    rows = [order(7, id="T0"), order(7, id="T1", Email="b@example.com"), order(8, id="T2")]
    assert unique_ids(rows) == ["7", "7", "8"]
    rows = [order(7, id=f"T{n}", Event=name) for n, name in enumerate(["Placed Order", "Fulfilled Order"])]
    assert unique_ids(rows, events("")) == ["7", "7"]


def test_a_number_stays_the_unique_id_where_the_other_does_not_tell_rows_apart() -> None:
    rows = [order(7, transaction_id="T0", Total=1), order(7, transaction_id="T0", Total=2)]
    assert unique_ids(rows) == ["7", "7"]
    rows = [order(7, transaction_id="T0", Total=1), order(7, Total=2)]
    assert unique_ids(rows) == ["7", "7"], "a column with gaps is no unique_id in place of a complete one"


def test_an_empty_column_of_numbers_is_not_taken() -> None:
    rows = [order("", **{"Payment ID": f"P{n}"}) for n in range(3)]
    assert unique_ids(rows) == ["P0", "P1", "P2"]


ITEMS = [order(n, SKU=sku, Quantity=1, Total=None) for n, sku in ((1, "A"), (1, "B"), (2, "A"))]


@pytest.mark.parametrize(
    "rows",
    [
        [{name: value for name, value in row.items() if name != "Total"} for row in ITEMS],
        [{name: value for name, value in row.items() if name != "Total"} | {"Price": 3} for row in ITEMS],
        [row | {"Total": total} for row, total in zip(ITEMS, ("4.00", "6.00", "5.00"), strict=True)],
        [row | {"Total": None, "Amount": 3} for row in ITEMS],
    ],
    ids=["no total", "price", "totals of lines", "amount"],
)
def test_asks_whether_rows_of_items_are_one_order(rows: list[dict[str, Any]]) -> None:
    with pytest.raises(BulkFailed, match=r"several rows have the same Order Number, and .* set group_by to") as caught:
        build(rows)
    options = [{"group_by": ["Order Number"]}, {"group_by": ["none"]}]
    assert caught.value.questions == [{"column": "Order Number", "values": ["1", "2"], "options": options}]
    assert len(build(rows, events(group_by=["none"]))) == 3
    assert len(build(rows, events(group_by=["Order Number"]))) == 2


def test_does_not_ask_where_each_order_has_one_row() -> None:
    rows = [{"Email": "a@example.com", "Order Number": n, "SKU": "A", "Quantity": 1} for n in (1, 2)]
    assert unique_ids(rows) == ["1", "2"]


def test_the_price_of_an_item_is_no_value_of_an_order() -> None:
    rows = [{"Email": "a@example.com", "Order Number": 1, "SKU": sku, "Price": sku * 2} for sku in (1, 2)]
    [event] = build(rows, events(group_by=["Order Number"]))
    assert event["properties"]["items"] == [{"SKU": 1, "Price": 2}, {"SKU": 2, "Price": 4}]
    assert "value" not in event


def test_shops_with_the_same_numbers_are_told_apart_by_several_columns() -> None:
    rows = [order(1, Shop=shop, SKU=sku, Email=f"{shop}@example.com") for shop in ("DE", "CH") for sku in "AB"]
    assert all("differs within the order" in event for event in build(rows))
    orders = build(rows, events(group_by=["Shop", "Order Number"]))
    assert [event["unique_id"] for event in orders] == ['["DE","1"]', '["CH","1"]']
    assert [len(event["properties"]["items"]) for event in orders] == [2, 2]
    pairs = [("a b", "c"), ("a", "b c"), ("a,b", "c")]
    rows = [order(number, Shop=shop, SKU="A") for shop, number in pairs]
    assert len(set(unique_ids(rows, events(group_by=["Shop", "Order Number"])))) == 3


@pytest.mark.parametrize(
    ("one", "other", "is_different"),
    [
        ("20.00", "20.0", False),
        ("20,00", "20", False),
        ("1,234.50", "1234.5", False),
        ("1.234,50", "1 234,5", False),
        ("-0", "0", False),
        (20, "20.0", False),
        ("Zürich ", "zürich", False),
        ("ann@example.com", "Ann@Example.com", False),
        ("Seeweg  1", "seeweg 1", False),
        (True, "true", False),
        ("+41 44 668 18 00", "+41446681800", False),
        ("2026-11-20T09:30:00Z", "2026-11-20 10:30:00 +0100", False),
        ({"a": 1}, {"a": 1}, False),
        ("007", "7", True),
        ("1.234", "1,234", True),
        ("20.00", "20.01", True),
        ("-5", "5", True),
        ("2026-11-20", "2026-11-21", True),
        ("x y", "xy", True),
    ],
)
def test_case_spacing_and_notation_are_no_difference(one: Any, other: Any, is_different: bool) -> None:
    assert differs(one, other) is is_different
    assert differs(other, one) is is_different
    [*found] = build([order(1, SKU="A", Total=5, Note=one), order(1, SKU="B", Total="5.0", Note=other)])
    assert ("Note" in found[0]["properties"]) is not is_different


@given(st.integers(0, 10**9), st.sampled_from(["{:.2f}", "{:.3f}", "{:,.2f}", "+{:.1f}", " {} "]))
def test_a_number_does_not_differ_from_itself_in_another_notation(number: int, notation: str) -> None:
    assert not differs(number, notation.format(number))
    assert differs(number + 1, notation.format(number))


@pytest.fixture
def run(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Import:
    monkeypatch.chdir(tmp_path)
    return run_import(load_import("events", sandbox))


HEADER = "email,order_id,total,sku,note\n"
GOOD = "a@example.com,1001,5,A,x\nb@example.com,1002,5,C,x\n"


@pytest.mark.parametrize(
    ("line", "rejected"),
    [
        ("a@example.com,1001,5,B", [1, 3]),
        ("a@example.com,,1001,5,B,x", [1, 3]),
        ("1001,5,B,x", [1, 3]),
        ('a@example.com,"1001"x,5,B,x', [1, 3]),
        ('"a@example.com,1001,5,B,x', [1, 3]),
        ("a@example.com,1003,5,B", [3]),
        ("b@example.com,5,B", [3]),
        ("1002 and 1001", [1, 2, 3]),
    ],
)
def test_an_order_is_rejected_whole_if_its_number_stands_in_a_line_that_cannot_be_read(
    run: Import, tmp_path: Path, line: str, rejected: list[int]
) -> None:
    """Klaviyo would ignore the missing item later, as it knows the order's unique_id."""
    (tmp_path / "orders.csv").write_text(f"{HEADER}{GOOD}{line}\n")
    summary = run(tmp_path / "orders.csv", metric="Placed Order")
    assert sorted(read_rejects()) == rejected
    assert summary["sent"] == 3 - len(rejected)
    assert summary["rows"] == 3


def test_an_unreadable_line_of_json_belongs_to_its_order(run: Import, tmp_path: Path) -> None:
    rows = [{"email": "a@example.com", "order_id": 1001, "total": 5, "sku": sku} for sku in "AB"]
    lines = [json.dumps(rows[0]), json.dumps(rows[1])[:-1], json.dumps(rows[0] | {"order_id": 1002})]
    (tmp_path / "orders.jsonl").write_text("\n".join(lines))
    assert run(tmp_path / "orders.jsonl", metric="Placed Order")["sent"] == 1
    assert sorted(read_rejects(Path("orders.jsonl.rejects.jsonl"))) == [1, 2]


def test_a_re_exported_order_is_not_sent_twice(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    """Its status has changed, so its row is another; its number is the same."""
    file = write_csv(tmp_path / "orders.csv", [order(n, Status="paid") for n in (1, 2)])
    assert run(file, metric="Placed Order")["sent"] == 2
    write_csv(file, [order(n, Status="shipped") for n in (1, 2)] + [order(3, Status="paid")])
    summary = run(file, metric="Placed Order")
    assert (summary["sent"], summary["repeated"]) == (1, 2)
    bodies = [json.loads(received.body) for received in sandbox.received]
    sent = [
        event["attributes"]["unique_id"] for body in bodies for group in groups_of(body) for event in events_of(group)
    ]
    assert sorted(sent) == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("columns", "time"),
    [
        ({"Date created": "2026-11-20", "Time created": "09:30"}, "2026-11-20T09:30:00+00:00"),
        ({"Date created": "2026-11-20", "Time": "09:30:15"}, "2026-11-20T09:30:15+00:00"),
        ({"Order date": "2026-11-20", "Order time": "9:30"}, "2026-11-20T09:30:00+00:00"),
        ({"Bestelldatum": "20.11.2026", "Bestellzeit": "09:30"}, "2026-11-20T09:30:00+00:00"),
        ({"Datum": "2026-11-20 00:00:00", "Uhrzeit": "09:30"}, "2026-11-20T09:30:00+00:00"),
        ({"Date de commande": "20/11/2026", "Heure": "09:30"}, "2026-11-20T09:30:00+00:00"),
        ({"Fecha": "20/11/2026", "Hora": "9:30 PM"}, "2026-11-20T21:30:00+00:00"),
        ({"Date": "2026-11-20", "Time": "09:30", "Delivery time": "17:00"}, "2026-11-20T09:30:00+00:00"),
        ({"Date": "2026-11-20", "Delivery time": "17:00"}, "2026-11-20T00:00:00+00:00"),
        ({"Date": "2026-11-20T08:00:00Z", "Time zone": "CET"}, "2026-11-20T08:00:00+00:00"),
        ({"Created": "2026-11-20", "At": "09:30"}, "2026-11-20T09:30:00+00:00"),
        ({"Date": "2026-11-20", "Time": ""}, "2026-11-20T00:00:00+00:00"),
    ],
)
def test_a_date_and_a_time_of_day_are_combined_whatever_their_headers(columns: dict[str, Any], time: str) -> None:
    other = {name: {"Date": "2026-11-21", "Time": "10:00"}.get(name, value) for name, value in columns.items()}
    rows = [{"Email": "a@example.com", **row} for row in (columns, other)]
    assert build(rows, events(date_format="DMY"))[0]["time"] == time


def test_asks_for_the_date_of_times_of_day() -> None:
    rows = [{"Email": "a@example.com", "Time": "09:30", "Delivery date": "2026-11-20", "Due date": "2026-11-21"}]
    with pytest.raises(
        BulkFailed, match=r"Time holds times of day without a date; the dates may be in Delivery"
    ) as caught:
        build(rows)
    assert [question["column"] for question in caught.value.questions] == ["Delivery date", "Due date"]


def test_asks_for_the_time_if_a_header_with_a_word_for_a_day_has_dates() -> None:
    with pytest.raises(BulkFailed, match="the time may be Day"):
        build([{"Email": "a@example.com", "Day": "2026-11-20", "Holiday": "yes"}])


def test_asks_which_currency_is_meant() -> None:
    rows = [order(1, Total="$5", Currency="EUR"), order(2, Total="5", Currency="EUR")]
    with pytest.raises(
        BulkFailed, match=r"Total has the sign of another currency than Currency: \$5 beside EUR"
    ) as caught:
        build(rows)
    [question] = caught.value.questions
    assert question["options"] == [{"mapping": {"value_currency": ""}}]
    rows[0]["Currency"] = "Canadian dollars"
    assert [event["value_currency"] for event in build(rows)] == ["CAD", "EUR"]
