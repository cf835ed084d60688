"""The part that tells which column holds what, and what events make of a file of orders."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.support.bulk_import import Import, load_import, read_rejects, run_import, write_csv
from tests.support.events import events_of, groups_of
from workbench.bulk.errors import BulkFailed
from workbench.bulk.imports.columns import PROFILE_HEADERS, Columns, match_columns, simplify
from workbench.sandbox import Sandbox


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("E-Mail", "email"),
        ("Email Address", "email"),
        ("E-Mail-Adresse", "email"),
        ("Adresse e-mail", "email"),
        ("Correo electrónico", "email"),
        ("Téléphone", "phone_number"),
        ("Telefonnummer", "phone_number"),
        ("billing_phone", "phone_number"),
        ("Default Address Phone", "phone_number"),
        ("Vorname", "first_name"),
        ("Prénom", "first_name"),
        ("Nombre", "first_name"),
        ("Nachname", "last_name"),
        ("Apellidos", "last_name"),
        ("PLZ", "zip"),
        ("Default Address Zip", "zip"),
        ("billing_postcode", "zip"),
        ("Straße", "address1"),
        ("Ciudad", "city"),
        ("Company", "organization"),
    ],
)
def test_knows_headers(header: str, field: str) -> None:
    others = [] if field == "email" else ["Email"]
    assert match_columns([*others, header], PROFILE_HEADERS, {}).by_field[field] == [header]


def test_prefers_the_plain_header_and_names_every_column_that_could_be_the_email() -> None:
    columns = match_columns(["Billing City", "City", "Customer Email", "Email"], PROFILE_HEADERS, {})
    assert columns.by_field == {"email": ["Email", "Customer Email"], "city": ["City"]}
    assert columns.describe() == [
        "email ← column Email",
        "city ← column City",
        "email ← column Customer Email where Email is empty",
    ]
    assert columns.properties({"Billing City": "Bern", "Email": "a@example.com"}) == {"Billing City": "Bern"}


def test_a_guess_takes_no_object_for_text() -> None:
    cells = {"email": "a@example.com", "city": {"name": "Bern"}}
    guessed = match_columns(["email", "city"], PROFILE_HEADERS, {})
    assert (guessed.values(cells), guessed.properties(cells)) == (
        {"email": "a@example.com"},
        {"city": {"name": "Bern"}},
    )
    named = match_columns(["email", "city"], PROFILE_HEADERS, {"city": "city"})
    assert named.values(cells) == cells


def test_properties_as_klaviyo_has_them_are_taken_apart() -> None:
    cells = {"properties": {"Tier": "gold", "Points": 1}, "Points": 2}
    assert Columns().properties(cells) == {"Tier": "gold", "Points": 2}
    assert Columns().properties({"properties": "x"}) == {"properties": "x"}


def test_says_what_is_wrong_with_the_mapping() -> None:
    with pytest.raises(BulkFailed) as caught:
        match_columns(["Email"], PROFILE_HEADERS, {"mail": "Email", "city": "Ort"})
    assert "mail is not one of email, " in str(caught.value)
    assert 'there is no column "Ort"; the columns are Email' in str(caught.value)
    with pytest.raises(BulkFailed, match="no column identifies a profile"):
        match_columns(["Email"], PROFILE_HEADERS, {"email": ""})


def test_every_known_header_is_written_as_headers_are_compared() -> None:
    words = [word for known in PROFILE_HEADERS.values() for word in known.split()]
    assert [word for word in words if simplify(word) != word] == []
    assert len(words) == len(set(words)), "a header is known for one field"


@pytest.fixture
def run(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Import:
    monkeypatch.chdir(tmp_path)
    return run_import(load_import("events", sandbox))


def sent(sandbox: Sandbox) -> list[dict[str, Any]]:

    bodies = [json.loads(received.body) for received in sandbox.received]
    return [event["attributes"] for body in bodies for group in groups_of(body) for event in events_of(group)]


def order(number: Any, **cells: Any) -> dict[str, Any]:
    return {"email": f"c{number}@example.com", "order_id": number, "total": 5, "sku": "A", "qty": 1} | cells


def test_the_rows_of_an_order_are_one_event_wherever_they_stand(
    run: Import, sandbox: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        order(1),
        order(2),
        order(1, sku="B", colour="red", total="", email=""),
        order("NULL"),
        order("NULL", sku="C"),
    ]
    rows += [order(1, sku="", qty="", total="5", note="gift")]
    rows = [
        {"email": "", "order_id": "", "total": "", "sku": "", "qty": "", "colour": "", "note": ""} | row for row in rows
    ]
    summary = run(write_csv(tmp_path / "orders.csv", rows), metric="Placed Order")
    assert [summary[name] for name in ("rows", "sent", "gathered")] == [6, 4, 2]
    assert "6 rows, 2 orders by order_id; columns per item: sku, qty" in capsys.readouterr().err
    first = next(event for event in sent(sandbox) if event["unique_id"] == "1")
    assert first["properties"] == {
        "order_id": "1",
        "items": [{"sku": "A", "qty": "1"}, {"sku": "B", "qty": "1"}],
        "colour": "red",
        "note": "gift",
    }
    assert first["value"] == 5


def test_the_leftmost_column_of_addresses_is_the_email(run: Import, sandbox: Sandbox) -> None:
    rows = [
        {"Contact email": "unknown", "Email Address": "a@example.com", "Email": "x@example.com"},
        {"Contact email": "", "Email Address": "", "Email": "b@example.com"},
    ]
    run([row | {"Created at": "2026-11-20"} for row in rows], metric="Joined")
    assert [event["properties"]["Email"] for event in sent(sandbox)] == ["x@example.com", "b@example.com"]
    profiles = [group["attributes"]["profile"] for group in groups_of(json.loads(sandbox.received[0].body))]
    assert [profile["data"]["attributes"]["email"] for profile in profiles] == ["a@example.com", "b@example.com"]


def test_columns_that_differ_within_an_order_are_the_items(run: Import, sandbox: Sandbox) -> None:
    run([order(1, colour="red"), order(1, colour="blue"), order(2, colour="red")], metric="Placed Order")
    assert [event["properties"]["items"] for event in sent(sandbox)] == [
        [{"sku": "A", "qty": 1, "colour": "red"}, {"sku": "A", "qty": 1, "colour": "blue"}],
        [{"sku": "A", "qty": 1, "colour": "red"}],
    ]


def test_an_order_whose_rows_contradict_each_other_is_rejected(run: Import) -> None:
    rows = [order(1), order(1, total=6), order(2), order(2), order(3), order(3)]
    summary = run(rows, metric="Placed Order")
    assert [summary[name] for name in ("sent", "rejected", "gathered")] == [2, 2, 2]
    assert read_rejects(Path("rows.rejects.jsonl")) == dict.fromkeys((1, 2), "total differs within the order: 5 and 6")


def test_orders_of_other_metrics_are_other_events(run: Import, sandbox: Sandbox) -> None:
    rows = [order(1, event="Placed Order"), order(1, event="Placed Order", sku="B"), order(1, event="Cancelled Order")]
    summary = run(rows)
    assert [summary[name] for name in ("sent", "gathered", "repeated")] == [2, 1, 0]


@pytest.mark.parametrize(
    ("changes", "options", "events"),
    [
        ({}, {"metric": "Placed Order"}, 1),
        ({}, {"metric": "Ordered Product"}, 2),
        ({}, {"metric": "Placed Order", "group_by": "none"}, 2),
        ({"total": None}, {"metric": "Ordered Product"}, 2),
        ({"total": None, "price": 3}, {"metric": "Placed Order", "group_by": "none"}, 2),
        ({"total": None}, {"metric": "Placed Order", "group_by": "order_id"}, 1),
    ],
)
def test_a_file_of_items_stays_one_event_a_row(
    run: Import, sandbox: Sandbox, changes: dict[str, Any], options: dict[str, Any], events: int
) -> None:
    rows = [order(1) | changes, order(1, sku="B") | changes]
    rows = [{name: value for name, value in row.items() if value is not None} for row in rows]
    summary = run(rows, **options)
    assert (summary["sent"], summary["repeated"]) == (events, 0), "the order's number is no unique_id of an item"
    assert len({event["unique_id"] for event in sent(sandbox)}) == events


def test_group_by_names_a_column(run: Import) -> None:
    with pytest.raises(Exception, match='group_by: there is no column "Ref"; the columns are email'):
        run([order(1)], metric="Placed Order", group_by="Ref")


def test_a_unique_id_that_mapping_names_is_kept(run: Import) -> None:
    summary = run([order(1), order(1, sku="B")], metric="Ordered Product", mapping={"unique_id": "order_id"})
    assert (summary["sent"], summary["repeated"]) == (1, 1)


def test_says_which_line_looks_like_the_header(run: Import, tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text("Orders of 2026\n\nEmail,Order id,Total\na@example.com,1,5\n")
    with pytest.raises(Exception, match=r"the columns are Orders of 2026\. Line 3 looks like the header: remove"):
        run(tmp_path / "orders.csv", metric="Placed Order")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ([{"s3": "a.csv"}, {"s3": "b.csv"}], "source is a list of 2, of which one or more are S3 objects"),
        ({"s3": "uploads/17"}, "17 does not end in .csv, .*an S3 object may say so in `filename`"),
        ([{"s3": "uploads/17", "filename": "orders.csv"}], "uploads/17 cannot be read"),
        ({"s3": "uploads/17", "filename": "orders.xlsx"}, "orders.xlsx does not end in"),
    ],
)
def test_says_what_is_wrong_with_an_s3_object(run: Import, source: Any, message: str) -> None:
    with pytest.raises(Exception, match=message):
        run(source, metric="Placed Order")


def test_paths_are_no_patterns(run: Import, tmp_path: Path) -> None:

    for name in ("orders[1].parquet", "orders1.parquet", "orders?.parquet", "*.parquet"):
        duckdb.execute(f"COPY (SELECT 'a@example.com' AS email, '{name}' AS id) TO 'file' (FORMAT parquet)")
        (tmp_path / "file").rename(tmp_path / name)
        assert run(tmp_path / name, metric="Placed Order")["sent"] == 1
    (tmp_path / "orders1.parquet").rename(tmp_path / "other.parquet")
    with pytest.raises(Exception, match="cannot be read"):
        run(tmp_path / "orders[2].parquet", metric="Placed Order")


def test_decimal_ids_of_parquet_keep_their_digits(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:

    rows = "SELECT 'a@example.com' AS email, (12345678901234567890000 + range)::DECIMAL(30, 0) AS id FROM range(200)"
    duckdb.execute(f"COPY ({rows}) TO 'orders.parquet'")
    assert run(tmp_path / "orders.parquet", metric="Placed Order")["sent"] == 200
    assert {event["unique_id"] for event in sent(sandbox)} == {str(12345678901234567890000 + n) for n in range(200)}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('[{"email": "a@example.com"}, {"email": "b@example.com"}]\n', 2),
        ('{"email": "a@example.com"}\n\n{"email": "b@example.com"}', 2),
        ('[\n {"email": "a@example.com"}\n]\n', None),
        ('[{"email": "a@example.com"},\n {"email": "b@example.com"}]\n', None),
        ('{\n  "email": "a@example.com"\n}\n', None),
    ],
)
def test_reads_json_lines_or_says_what_is_expected(run: Import, tmp_path: Path, text: str, count: int | None) -> None:
    (tmp_path / "events.ndjson").write_text(text)
    if count:
        assert run(tmp_path / "events.ndjson", metric="Joined")["sent"] == count
    else:
        with pytest.raises(Exception, match="JSON over several lines; one object on each line is expected"):
            run(tmp_path / "events.ndjson", metric="Joined")


def test_an_order_with_a_row_that_cannot_be_read_is_rejected_whole(
    run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    """Klaviyo would ignore the missing item later, as it knows the order's unique_id."""
    text = "email,order_id,total,sku\na@example.com,1,5,A\na@example.com,1,5,B,x\nb@example.com,2,5,C\n"
    (tmp_path / "orders.csv").write_text(text)
    summary = run(tmp_path / "orders.csv", metric="Placed Order")
    assert [summary[name] for name in ("rows", "sent", "rejected")] == [3, 1, 2]
    assert read_rejects() == dict.fromkeys((1, 2), "it has 5 cells, the header has 4, in row 2 of the same order")
    rejects = tmp_path / "orders.csv.rejects.csv"
    assert run(rejects, metric="Placed Order")["rejected"] == 2, "it is not corrected yet"
    rejects.write_text(rejects.read_text().replace("B,x", "B"))
    assert run(rejects, metric="Placed Order")["sent"] == 1
    items = next(event["properties"]["items"] for event in sent(sandbox) if event["unique_id"] == "1")
    assert items == [{"sku": "A"}, {"sku": "B"}]


def test_a_shopify_order_that_is_in_the_file_twice_is_rejected(run: Import, tmp_path: Path) -> None:
    rows = [
        {"Name": "#1", "Email": "a@example.com", "Total": total, "Lineitem name": name}
        for total, name in (("5", "A"), ("", "B"))
    ]
    summary = run(write_csv(tmp_path / "orders.csv", rows * 2), metric="Placed Order")
    assert [summary[name] for name in ("sent", "rejected")] == [0, 4]
    assert {*read_rejects().values()} == {"the order is in the file more than once"}


def test_numbers_that_other_rows_make_doubtful_are_rejected(run: Import, tmp_path: Path) -> None:
    (tmp_path / "orders.tsv").write_text("email\tid\ttotal\na@example.com\t1\t12,50\na@example.com\t2\t1.234\n")
    assert run(tmp_path / "orders.tsv", metric="Placed Order")["rejected"] == 1
    assert run(tmp_path / "orders.tsv", metric="Placed Order", decimal="comma")["sent"] == 1


def test_times_without_a_zone_are_in_the_timezone_of_the_option(run: Import, sandbox: Sandbox) -> None:
    rows = [
        {"email": "a@example.com", "time": time}
        for time in ("2026-07-01 09:00", "2026-11-20 09:00", "2026-11-20T09:00Z")
    ]
    run(rows, metric="Joined", timezone="Europe/Berlin")
    times = [event["time"] for event in sent(sandbox)]
    assert times == ["2026-07-01T09:00:00+02:00", "2026-11-20T09:00:00+01:00", "2026-11-20T09:00:00+00:00"]
    with pytest.raises(Exception, match="timezone must be a name such as Europe/Berlin, not Mars/Base"):
        run(rows, metric="Joined", timezone="Mars/Base")


def test_a_run_that_does_not_begin_leaves_the_rejects_of_the_run_before(run: Import, tmp_path: Path) -> None:
    """They may hold corrections."""
    file = write_csv(tmp_path / "orders.csv", [order(1), order(2, email="nobody")])
    run(file, metric="Placed Order")
    before = (tmp_path / "orders.csv.rejects.csv").read_bytes()
    for options in ({}, {"metric": "Placed Order", "mapping": {"email": "Emial"}}, {"metric": "x", "group_by": "y"}):
        with pytest.raises(Exception, match=r"metric is missing|there is no column"):
            run(file, **options)
        assert (tmp_path / "orders.csv.rejects.csv").read_bytes() == before
    run(write_csv(file, [order(1), order(2)]), metric="Placed Order")
    assert not (tmp_path / "orders.csv.rejects.csv").exists()


def test_repeats_in_a_file_of_rejects_are_not_sent_unless_their_reason_is_cleared(run: Import, tmp_path: Path) -> None:
    run(
        write_csv(tmp_path / "orders.csv", [order(1), order(1, sku="B")]),
        metric="Placed Order",
        group_by="none",
        mapping={"unique_id": "order_id"},
    )
    rejects = tmp_path / "orders.csv.rejects.csv"
    copy = tmp_path / "again.csv"
    copy.write_text(rejects.read_text())
    summary = run(copy, metric="Placed Order", group_by="none")
    assert (summary["sent"], summary["rejected"]) == (0, 1)
    assert "clear rejected_reason to send it all the same" in read_rejects(Path("again.csv.rejects.csv"))[1]


def test_sends_what_javascript_cuts_in_the_middle_of_a_character(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "events.jsonl").write_text('{"email": "a@example.com", "note": "cut \\ud83d"}\n')
    assert run(tmp_path / "events.jsonl", metric="Joined")["sent"] == 1
    assert rb"cut \ud83d" in sandbox.received[0].body
