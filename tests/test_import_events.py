"""A file of events into the sandbox: every row arrives once or is in the rejects, whatever happens on the way."""

import gzip
import json
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pyrate_limiter import Duration, Rate

from tests.flows import Run
from tests.helpers import AUTH, BULK_CREATE_EVENTS, INDEX, REVISION, unthrottled
from tests.imports import Import, command, killed_again_and_again, load, rejected, runner, write
from tests.test_windmill import FLOWS
from workbench.collection import ROOT, load_schema
from workbench.sandbox import API_KEY, Fault, Sandbox

BODY = Draft202012Validator(load_schema(BULK_CREATE_EVENTS)["properties"]["body"])


@pytest.fixture
def module(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    return load("events", sandbox)


@pytest.fixture
def run(module: Any) -> Import:
    return runner(module)


def row(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "Email": f"c{number % 7}@example.com",
        "Phone": "",
        "Created at": "2026-11-20 09:30:00 +0100",
        "Total": f"{number}.50",
        "Currency": "CHF",
        "Order id": str(number),
        "City": "Zürich",
        **changes,
    }


def recorded(sandbox: Sandbox) -> Counter[str]:
    """How often each unique_id was accepted."""
    found: Counter[str] = Counter()
    for received in sandbox.received:
        if received.status == 202:
            for group in json.loads(received.body)["data"]["attributes"]["events-bulk-create"]["data"]:
                events = group["attributes"]["events"]["data"]
                found.update(event["attributes"]["unique_id"] for event in events)
    return found


POINTER = "/data/attributes/events-bulk-create/data"


def refusal(*pointers: str, detail: str = "Not good") -> Fault:
    errors = [{"detail": detail, "source": {"pointer": POINTER + pointer}} for pointer in pointers]
    return Fault(status=400, body=json.dumps({"errors": errors}).encode())


def test_a_file_arrives(run: Import, sandbox: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [row(number) for number in range(1, 2501)]
    summary = run(write(tmp_path / "orders.csv", rows), metric="Placed Order")
    assert {name: summary[name] for name in ("sent", "rejected", "repeated", "batches", "retries")} == {
        "sent": 2500,
        "rejected": 0,
        "repeated": 0,
        "batches": 3,
        "retries": 0,
    }
    assert recorded(sandbox) == Counter(str(number) for number in range(1, 2501))
    assert all(received.status == 202 for received in sandbox.received)
    event = json.loads(sandbox.received[0].body)["data"]["attributes"]["events-bulk-create"]["data"][0]["attributes"]
    assert event["profile"]["data"] == {"type": "profile", "attributes": {"email": "c1@example.com"}}
    assert event["events"]["data"][0]["attributes"] == {
        "metric": {"data": {"type": "metric", "attributes": {"name": "Placed Order"}}},
        "properties": {"City": "Zürich"},
        "unique_id": "1",
        "time": "2026-11-20T09:30:00+01:00",
        "value": 1.5,
        "value_currency": "CHF",
    }
    shown = capsys.readouterr().err
    for line in (
        "email is Email",
        "time is Created at",
        "value is Total",
        "unique_id is Order id",
        "properties are City",
    ):
        assert line in shown


@pytest.mark.parametrize("kind", ["jsonl", "parquet", "csv.gz", "list"])
def test_other_sources_give_the_same(run: Import, sandbox: Sandbox, tmp_path: Path, kind: str) -> None:
    rows = [row(number) for number in range(1, 101)]
    plain = write(tmp_path / "orders.csv", rows)
    source: Any = tmp_path / f"orders.{kind}"
    connection = duckdb.connect()
    table = f"SELECT * FROM read_csv('{plain}', header = true, all_varchar = true)"  # noqa: S608
    match kind:
        case "jsonl":
            source.write_text("".join(json.dumps(entry) + "\n" for entry in rows))
        case "list":
            source = rows
        case "parquet":
            connection.execute(f"COPY ({table}) TO '{source}' (FORMAT parquet)")
        case _:
            connection.execute(f"COPY ({table}) TO '{source}' (FORMAT csv, COMPRESSION gzip)")
    assert run(source, metric="Placed Order")["sent"] == 100
    assert recorded(sandbox) == Counter(str(number) for number in range(1, 101))


def test_a_dry_run_sends_nothing(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [row(1), row(2, Email="nobody"), row(3), row(4, Email="no"), row(3, City="Bern"), row(3), row(3, Total="9")]
    rows += [row(9, Phone=phone) for phone in ("044", "055")]
    shown = run(write(tmp_path / "orders.csv", rows), metric="Placed Order", dry_run=True)
    assert (shown["events"], shown["rejected"], shown["repeated"]) == (2, 6, 1)
    assert shown["reasons"] == {
        "email is no address": {"rows": 2, "first": 2},
        "it has the unique_id of row N, but is not the same": {"rows": 2, "first": 5},
        "phone_number is not in E.164 format such as +12025550142": {"rows": 2, "first": 8},
    }
    assert BODY.is_valid(shown["body"])
    assert sandbox.received == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["orders.csv"]


BAD = [
    ({"Email": ""}, "it has none of Email, Phone"),
    (
        {"Email": "", "Phone": "(202) 555-0142"},
        "phone_number is not in E.164 format such as +12025550142: (202) 555-0142",
    ),
    ({"Email": "a@example..com"}, "email is no address: a@example..com"),
    ({"Created at": "yesterday"}, "time is not one such as 2026-11-20T09:30:00+01:00: yesterday"),
    ({"Created at": ""}, "Created at is empty, and Klaviyo would date it at the import"),
    ({"Created at": "1970-01-01"}, "time is before 1991 or more than a year ahead: 1970-01-01"),
    ({"Total": "12 CHF"}, "value is no number: 12 CHF"),
    ({"Total": "nan"}, "value is no number: nan"),
    ({"City": "é" * 50_001}, "City has over 100,000 bytes"),
]


def test_a_bad_row_is_rejected_with_its_reason_and_the_rest_goes_on(
    run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    rows = [row(number) for number in range(1, 51)]
    for number, (changes, _) in enumerate(BAD, 10):
        rows[number - 1] |= changes
    summary = run(write(tmp_path / "orders.csv", rows), metric="Placed Order")
    assert (summary["sent"], summary["rejected"]) == (50 - len(BAD), len(BAD))
    assert rejected() == {number: reason for number, (_, reason) in enumerate(BAD, 10)}
    assert recorded(sandbox).keys() == {str(n) for n in range(1, 51)} - {str(n) for n in range(10, 10 + len(BAD))}


def test_a_file_of_bad_rows_alone_sends_nothing(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    summary = run(write(tmp_path / "orders.csv", [row(n, Email="") for n in range(1, 1501)]), metric="Placed Order")
    assert (summary["sent"], summary["rejected"], summary["batches"]) == (0, 1500, 0)
    assert sandbox.received == []


def test_a_row_without_unique_id_gets_one_that_stays(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [row(number, **{"Order id": ""}) for number in range(1, 21)]
    file = write(tmp_path / "orders.csv", [*rows, rows[3]])
    summary = run(file, metric="Placed Order")
    assert (summary["sent"], summary["repeated"]) == (20, 1)
    first = recorded(sandbox)
    run(file, metric="Placed Order", journal="another.journal")
    assert recorded(sandbox) == first + first


def test_another_row_with_the_same_unique_id_is_not_dropped_without_a_word(
    run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    """As in an export with one row for each line of an order."""
    rows = [row(1), row(1, City="Bern"), row(1, Email="other@example.com")]
    summary = run(write(tmp_path / "orders.csv", rows), metric="Placed Order")
    assert (summary["sent"], summary["rejected"], summary["repeated"]) == (2, 1, 0)
    assert rejected() == {2: "it has the unique_id of row 1, but is not the same"}


def test_rows_that_klaviyos_pointers_name_are_rejected_and_the_rest_is_sent_again(
    run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    file = write(tmp_path / "orders.csv", [row(number) for number in range(1, 22)])
    sandbox.faults.append(
        refusal("/0/attributes/events/data/1/attributes/value", "/2/attributes/profile/data/attributes")
    )
    summary = run(file, metric="Placed Order")
    assert rejected() == dict.fromkeys([8, 3, 10, 17], "Klaviyo: Not good")  # the second of c1's, all of c3's
    assert (summary["sent"], summary["rejected"], len(sandbox.received)) == (17, 4, 2)


class Poisoned(Sandbox):
    """Refuses a request that holds the poison, without saying where."""

    def _respond(self, request: Any) -> Any:
        if b"poison" in request.get_data():
            self.faults.append(Fault(status=400, body=b"<html>no</html>"))
        return super()._respond(request)


def test_a_batch_refused_without_pointers_is_halved_until_the_culprits_are_found(
    module: Any, run: Import, tmp_path: Path
) -> None:
    rows = [row(number, City="poison" if number in (7, 400, 401) else "Bern") for number in range(1, 601)]
    with Poisoned(unthrottled(INDEX)) as poisoned:
        module.API, module.IN_FLIGHT = poisoned.url, 1
        summary = run(write(tmp_path / "orders.csv", rows), metric="Placed Order")
        assert rejected().keys() == {7, 400, 401}
        assert summary["sent"] == 597
        assert recorded(poisoned).keys() == {str(n) for n in range(1, 601)} - {"7", "400", "401"}
        assert max(recorded(poisoned).values()) == 1


def test_what_passes_is_survived(module: Any, run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    module.TIMEOUT = (1, 1)
    sandbox.faults.extend([Fault(status=429, headers={"Retry-After": "1"}), Fault(status=503), Fault(reset=True)])
    sandbox.faults.append(Fault(status=202, body=b"x", promised=99))
    summary = run(write(tmp_path / "orders.csv", [row(number) for number in range(1, 2001)]), metric="Placed Order")
    assert (summary["sent"], summary["rejected"]) == (2000, 0)
    assert summary["retries"] >= 3
    assert recorded(sandbox).keys() == {str(number) for number in range(1, 2001)}


def test_a_repeat_after_an_unknown_outcome_counts_as_recorded(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    """Klaviyo may refuse a batch for a unique_id that it recorded before the answer was lost."""
    pointer = "/0/attributes/events/data/0/attributes/unique_id"
    sandbox.faults.extend([Fault(reset=True), refusal(pointer, detail="This event was already recorded.")])
    summary = run(write(tmp_path / "orders.csv", [row(number) for number in range(1, 11)]), metric="Placed Order")
    assert (summary["sent"], summary["rejected"]) == (10, 0)
    assert "1" not in recorded(sandbox)


def test_another_fault_of_a_unique_id_is_rejected_in_every_run(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    file = write(tmp_path / "orders.csv", [row(number) for number in range(1, 11)])
    for sent in (9, 0):
        sandbox.faults.append(refusal("/0/attributes/events/data/0/attributes/unique_id", detail="It is too long."))
        summary = run(file, metric="Placed Order")
        assert (summary["sent"], summary["rejected"]) == (sent, 1)
        assert len(rejected()) == 1


def test_a_request_that_is_wrong_as_a_whole_is_not_taken_apart(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    file = write(tmp_path / "orders.csv", [row(number) for number in range(1, 1001)])
    errors = {"errors": [{"detail": "No such thing", "source": {"pointer": "/data/type"}}]}
    sandbox.faults.append(Fault(status=400, body=json.dumps(errors).encode()))
    with pytest.raises(module.ImportFailed, match=r"Klaviyo refuses all rows: .*No such thing"):
        run(file, metric="Placed Order")
    assert len(sandbox.received) == 1
    sandbox.faults.extend([Fault(status=400, body=b"not today")] * 2000)
    with pytest.raises(module.ImportFailed, match="Klaviyo refuses one row after the other: not today"):
        run(file, metric="Placed Order")
    sandbox.faults.clear()
    assert run(file, metric="Placed Order")["sent"] == 1000


def test_two_runs_at_once_and_files_in_each_others_place(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    file = write(tmp_path / "orders.csv", [row(1)])
    with module.locked(Path("orders.csv.journal")):
        assert "another run is at work with orders.csv.journal" in unreadable(module, run, Path("orders.csv"))
    for options in ({"rejects": str(file)}, {"journal": str(file)}, {"journal": "a", "rejects": "a"}):
        assert "cannot be" in unreadable(module, run, file, **options)
    for options in ({"rejects": "none/rejects.csv"}, {"journal": "none/journal"}):
        assert "cannot be written" in unreadable(module, run, file, **options)
    assert file.read_bytes().startswith(b"Email,")
    assert sandbox.received == []


def test_a_journal_that_was_cut_off_or_damaged_is_read_as_far_as_it_goes(
    run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    file = write(tmp_path / "orders.csv", [row(number) for number in range(1, 11)])
    journal = Path("orders.csv.journal")
    journal.write_text("")
    assert run(file, metric="Placed Order")["sent"] == 10
    head = journal.read_text().splitlines()[0]
    journal.write_text(f"{head}\n1-4\n\0\0\nnonsense\n5-")
    for before, sent in ((4, 6), (10, 0)):
        summary = run(file, metric="Placed Order")
        assert (summary["before"], summary["sent"]) == (before, sent)
    journal.write_text(head[:20])
    assert run(file, metric="Placed Order")["before"] == 0
    assert journal.read_text().splitlines() == [head, "1-10"]


def test_parquet_in_one_large_row_group(module: Any, tmp_path: Path) -> None:
    """As pyarrow and Spark write it."""
    file = tmp_path / "orders.parquet"
    noise = (
        "SELECT 'a@example.com' AS email, concat(random(), random(), random(), random()) AS noise FROM range(700000)"
    )
    rows = duckdb.connect().sql(noise)
    rows.write_parquet(str(file), row_group_size=1_000_000, compression="uncompressed")
    assert file.stat().st_size > 40_000_000
    assert module.survey(str(file)) == (["email", "noise"], 700_000)


def test_a_long_wait_ends_the_run_and_the_next_goes_on(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    module.IN_FLIGHT = 1
    file = write(tmp_path / "orders.csv", [row(number) for number in range(1, 3001)])
    sandbox.faults.extend([Fault(), Fault(status=429, headers={"Retry-After": "86400"})])
    with pytest.raises(
        module.ImportFailed, match=r"Klaviyo asks to wait 86,400 seconds\. 1,000 events were sent; run again"
    ):
        run(file, metric="Placed Order")
    summary = run(file, metric="Placed Order")
    assert (summary["before"], summary["sent"]) == (1000, 2000)
    assert recorded(sandbox) == Counter(str(number) for number in range(1, 3001))
    assert run(file, metric="Placed Order")["sent"] == 0


@pytest.mark.parametrize("status", [401, 403, 404])
def test_what_no_batch_can_mend_stops_at_once(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path, status: int
) -> None:
    sandbox.faults.extend([Fault(status=status, body=f"no, {API_KEY}".encode())] * 20)
    with pytest.raises(module.ImportFailed, match=rf"Klaviyo answers {status}: no, \*\*\*") as caught:
        run(write(tmp_path / "orders.csv", [row(number) for number in range(1, 20_001)]), metric="Placed Order")
    assert API_KEY not in str(caught.value) + str(vars(caught.value))
    assert len(sandbox.received) <= module.IN_FLIGHT


def unreadable(module: Any, run: Import, source: Any, **options: Any) -> str:
    with pytest.raises(module.ImportFailed) as caught:
        run(source, **{"metric": "Placed Order", **options})
    return str(caught.value)


def test_what_cannot_be_read_is_said_plainly(module: Any, run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    file = write(tmp_path / "orders.csv", [row(1)])
    assert "nothing.csv cannot be read" in unreadable(module, run, tmp_path / "nothing.csv")
    assert "orders.xlsx is none of .csv" in unreadable(module, run, tmp_path / "orders.xlsx")
    assert unreadable(module, run, file, mapping={"email": "Mail"}) == "mapping: there is no column Mail"
    assert "phone is none of email" in unreadable(module, run, file, mapping={"phone": "Phone"})
    assert unreadable(module, run, file, metric=None).startswith("metric is needed")
    (tmp_path / "names.csv").write_text("City,Country\nBern,CH\n")
    assert "no column identifies a profile" in unreadable(module, run, tmp_path / "names.csv")
    for nothing in ("empty.csv", "empty.jsonl", "empty.parquet"):
        (tmp_path / nothing).write_bytes(b"")
        assert unreadable(module, run, tmp_path / nothing).endswith(f"{nothing} is empty")
    for encoding, head in (("latin-1", "Größe"), ("latin-1", "Size"), ("utf-16", "Size"), ("utf-16-le", "Size")):
        text = f"Email,{head}\na@example.com,1\n" * 5000 + "b@example.com,Größe\n"
        for name in ("coded.csv", "coded.jsonl"):
            (tmp_path / name).write_bytes(text.encode(encoding))
            assert f"{name} is not in UTF-8" in unreadable(module, run, tmp_path / name) or encoding == "utf-16-le"
    (tmp_path / "not.parquet").write_text("Email,City\n")
    assert "not.parquet cannot be read" in unreadable(module, run, tmp_path / "not.parquet")
    (tmp_path / "half.csv.gz").write_bytes(gzip.compress(file.read_bytes() * 1000)[:-20])
    assert re.search(r"half.csv.gz cannot be read after row \d+", unreadable(module, run, tmp_path / "half.csv.gz"))
    (tmp_path / "other.journal").write_text("something else\n")
    assert "the journal of an import with another" in unreadable(module, run, file, journal="other.journal")
    for no_source in (None, 7, {}, {"s3": ""}):
        assert unreadable(module, run, no_source).startswith("source is a path or URL")
    assert unreadable(module, run, f"{sandbox.url}/orders.csv").startswith(f"{sandbox.url}/orders.csv cannot be read")
    assert "s3:///orders.csv cannot be read" in unreadable(module, run, "s3:///orders.csv")
    assert [received.method for received in sandbox.received] == ["GET"]


def test_a_line_that_is_wrong_is_rejected_and_the_rest_goes_on(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    good = [f"c{number}@example.com,{number},Bern" for number in range(1, 10_001)]
    wrong = {
        3: (b"c@example.com,3", "it has 2 cells, the header has 3"),
        40: (b"c@example.com,40,Bern,CH", "it has 4 cells, the header has 3"),
        600: (b'c@example.com,600,"Bern', "line 601: ',' expected after '\"'"),
        602: (b'"c@example.com",602,Bern', ""),
        6000: (b"c@example.com,6000," + b"x" * 40_000_000, "City has over 100,000 bytes"),
        9000: (b"nobody,9000,Bern", "email is no address: nobody"),
        10_000: (b'c@example.com,10000,"Bern', "line 10001: unexpected end of data"),
    }
    lines = [wrong[number][0] if number in wrong else line.encode() for number, line in enumerate(good, 1)]
    (tmp_path / "orders.csv").write_bytes(b"\n".join([b"Email,Order id,City", *lines, b""]))
    summary = run(tmp_path / "orders.csv", metric="Placed Order")
    reasons = {number: reason for number, (_, reason) in wrong.items() if reason}
    assert rejected() == reasons
    assert (summary["sent"], summary["rejected"]) == (10_000 - len(reasons), len(reasons))
    assert recorded(sandbox) == Counter(str(number) for number in range(1, 10_001) if number not in reasons)


def test_lines_of_json_keep_their_types_and_are_rejected_alone(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [{"email": "a@example.com", "id": f"00{number}", "total": 1.1, "on": "2026-01-01"} for number in range(999)]
    rows.append({"email": "a@example.com", "id": "last", "total": "7", "on": 5, "extra": {"deep": [1, None]}})
    text = "\n".join([*map(json.dumps, rows), "", "[1]", '{"email": ', "x" * 21_000_000, ""])
    (tmp_path / "orders.jsonl").write_text(text)
    summary = run(tmp_path / "orders.jsonl", metric="Placed Order")
    assert (summary["sent"], summary["rejected"]) == (1000, 3)
    reasons = rejected(Path("orders.jsonl.rejects.csv"))
    assert reasons[1001] == "it is no object"
    assert reasons[1002].startswith("it is no JSON")
    assert reasons[1003].startswith("it is no JSON")
    group = json.loads(sandbox.received[0].body)["data"]["attributes"]["events-bulk-create"]["data"][0]
    first, last = (group["attributes"]["events"]["data"][at]["attributes"] for at in (0, -1))
    assert (first["unique_id"], first["value"], first["properties"]) == ("000", 1.1, {"on": "2026-01-01"})
    assert (last["value"], last["properties"]) == (7.0, {"on": 5, "extra": {"deep": [1, None]}})


@pytest.mark.parametrize(
    "text",
    [
        "Email;Order id;Note\na@example.com;1;x, y\n",
        'Email\tOrder id\tNote\na@example.com\t1\t"x, y"\n',
        '"Email","Order id","Note, if any"\r\n\r\na@example.com,1,"x, y"\r\n',
        "\ufeffEmail|Order id|Note\na@example.com|1|x, y",
        "sep=;\r\nEmail;Order id;Note\r\na@example.com;1;x, y\r\n",
        'Email,Order id,Note\na@example.com,1,"x, y",,\n',
        "Email\tOrder id\tNote (what, when, why)\na@example.com\t1\tx, y\n",
    ],
)
def test_tables_as_spreadsheets_write_them(run: Import, sandbox: Sandbox, tmp_path: Path, text: str) -> None:
    (tmp_path / "orders.csv").write_text(text, newline="")
    assert run(tmp_path / "orders.csv", metric="Placed Order")["sent"] == 1
    event = json.loads(sandbox.received[0].body)["data"]["attributes"]["events-bulk-create"]["data"][0]["attributes"]
    assert event["profile"]["data"]["attributes"] == {"email": "a@example.com"}
    [only] = event["events"]["data"]
    assert only["attributes"]["unique_id"] == "1"
    assert list(only["attributes"]["properties"].values()) == ["x, y"]


def test_a_run_leaves_no_thread_behind(run: Import) -> None:
    run([row(1)], metric="Placed Order", journal="first.journal")
    before = threading.active_count()
    for number in range(3):
        run([row(number)], metric="Placed Order", journal=f"{number}.journal")
    until = time.monotonic() + 40
    while threading.active_count() > before and time.monotonic() < until:
        time.sleep(0.1)
    assert threading.active_count() <= before


def test_columns_of_one_name_are_kept_apart(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text("Email,Note 4,Note,Note,\na@example.com,1,2,3,4\n")
    run(tmp_path / "orders.csv", metric="Placed Order")
    assert b'"properties":{"Note 4":"1","Note":"2","Note 4 4":"3","column 5":"4"}' in sandbox.received[0].body


def test_a_file_of_wrong_lines_alone_says_so(module: Any, run: Import, tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text("Email,Order id\n" + "a@example.com,1,Bern\n" * 20)
    assert run(tmp_path / "orders.csv", metric="Placed Order")["rejected"] == 20
    (tmp_path / "open.csv").write_text('"Email,Order id\n' + "a@example.com,1\n" * 20)
    assert "the header of" in unreadable(module, run, tmp_path / "open.csv")


def test_every_type_of_parquet_arrives_as_json_has_it(
    run: Import, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")  # the hash of a row must be the same everywhere
    folder = tmp_path / "date=2026-01-01"
    folder.mkdir()
    file = folder / "orders.parquet"
    duckdb.connect().execute(
        f"""COPY (SELECT 'a@example.com' AS email, 7 AS id, 1.50::DECIMAL(10,2) AS total,
        TIMESTAMPTZ '2026-01-01 10:00:00+02' AS time, 2.25::DECIMAL(10,2) AS d, 'ab'::BLOB AS b,
        {{'x': [1, NULL]}} AS s,
        MAP {{'k': 1}} AS m, DATE '2026-01-02' AS date, TIME '10:00' AS t, INTERVAL 1 DAY AS i, 'nan'::DOUBLE AS n,
        '00000000-0000-0000-0000-000000000001'::UUID AS u) TO '{file}' (FORMAT parquet)"""
    )
    assert run(file, metric="Placed Order")["sent"] == 1
    group = json.loads(sandbox.received[0].body)["data"]["attributes"]["events-bulk-create"]["data"][0]
    attributes = group["attributes"]["events"]["data"][0]["attributes"]
    assert (attributes["value"], attributes["unique_id"]) == (1.5, "7")
    assert attributes["time"] == "2026-01-01T08:00:00+00:00"
    assert attributes["properties"] == {
        "d": 2.25,
        "b": "ab",
        "s": {"x": [1, None]},
        "m": {"k": 1},
        "date": "2026-01-02",
        "t": "10:00:00",
        "i": "1 day, 0:00:00",
        "u": "00000000-0000-0000-0000-000000000001",
    }


@pytest.mark.parametrize(
    ("time", "sent"),
    [
        ("2026-11-20 09:30:00 +0100", "2026-11-20T09:30:00+01:00"),
        ("2026-11-20 09:30:00 UTC", "2026-11-20T09:30:00+00:00"),
        ("2026-11-20", "2026-11-20T00:00:00+00:00"),
        ("1763627400", "2025-11-20T08:30:00+00:00"),
        (1763627400, "2025-11-20T08:30:00+00:00"),
        (1763627400000, "2025-11-20T08:30:00+00:00"),
    ],
)
def test_times_as_files_have_them(module: Any, time: Any, sent: str) -> None:
    assert module.moment(time) == sent


@pytest.mark.parametrize("deep", [300, 2000])
def test_what_nests_too_deep_or_is_too_big_is_rejected(run: Import, sandbox: Sandbox, deep: int) -> None:
    nested: Any = 1
    for _ in range(deep):
        nested = [nested]
    rows = [row(1), row(2, Total=10**400), row(3, City=nested)]
    if deep > 1000:
        rows = rows[:2]  # a list that deep is no JSON
    summary = run(rows, metric="Placed Order")
    assert summary["sent"] == 1 + (deep < 1000)
    assert rejected(Path("rows.rejects.csv"))[2].startswith("value is no number")
    assert len(sandbox.received) == 1


def test_what_a_form_left_empty_is_what_it_is_by_default(run: Import, module: Any, tmp_path: Path) -> None:
    file = write(tmp_path / "orders.csv", [row(1)])
    for nothing in (None, ""):
        empty = dict.fromkeys(("mapping", "rejects", "journal", "first_row", "last_row", "share"), nothing)
        assert run(file, metric="Placed Order", **empty)["rejected"] == 0
    assert run(file, metric="Placed Order", first_row=2.0)["sent"] == 0
    for wrong in ({"first_row": 0}, {"last_row": "ten"}, {"first_row": 1.5}, {"mapping": ["email"]}, {"share": "all"}):
        assert re.match("first_row|last_row|mapping|share", unreadable(module, run, file, **wrong))
    with pytest.raises(module.ImportFailed, match="revision is a date"):
        module.main(AUTH, "latest", str(file), metric="Placed Order")


NONSENSE = [
    Fault(status=400, body=b'{"errors": [{"detail": "x", "source": "body"}]}'),
    Fault(status=400, body=b'{"errors": [{"detail": {"a": 1}, "source": ["/data"]}]}'),
    Fault(status=400, body=b'{"errors": null}'),
    Fault(status=400, body=b"[1, 2]"),
    Fault(status=400, body=b"[" * 100_000),
    refusal("/" + "9" * 5000),
    refusal("/99"),
    Fault(status=503, headers={"Retry-After": "1"}, body=b"<html>"),
]


@pytest.mark.parametrize("fault", NONSENSE, ids=range(len(NONSENSE)))
def test_nonsense_of_klaviyos_loses_nothing(run: Import, sandbox: Sandbox, tmp_path: Path, fault: Fault) -> None:
    sandbox.faults.append(fault)
    summary = run(write(tmp_path / "orders.csv", [row(number) for number in range(1, 6)]), metric="Placed Order")
    assert (summary["sent"], summary["rejected"]) == (5, 0)
    assert recorded(sandbox) == Counter("12345")


@pytest.mark.parametrize("status", [200, 204, 302])
def test_a_success_that_is_not_klaviyos_is_none(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path, status: int
) -> None:
    sandbox.faults.append(Fault(status=status, body=b"<html>Log in</html>" if status != 204 else b""))
    with pytest.raises(module.ImportFailed, match=f"Klaviyo answers {status}"):
        run(write(tmp_path / "orders.csv", [row(1)]), metric="Placed Order")
    assert run(tmp_path / "orders.csv", metric="Placed Order")["sent"] == 1


def test_numbers_as_people_and_spreadsheets_write_them(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [row(1, Phone="'+1 (202) 555-0142", City="'04109"), row(2, Phone="+41 44 668 18 00", City="'t Gooi")]
    assert run(write(tmp_path / "orders.csv", rows), metric="Placed Order")["sent"] == 2
    for text in ('"+12025550142"', '"+41446681800"', '"04109"', '"\'t Gooi"'):
        assert text.encode() in sandbox.received[0].body


def test_what_was_sent_is_not_rejected_by_another_mapping(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [row(1), row(2, Total="2"), row(1, Total="3")]
    file = write(tmp_path / "orders.csv", rows)
    assert run(file, metric="Placed Order", mapping={"unique_id": ""})["sent"] == 3
    for mapping in ({}, {"email": "City"}, {"value": "City"}):
        summary = run(file, metric="Placed Order", mapping=mapping)
        assert [summary[name] for name in ("sent", "before", "rejected", "repeated")] == [0, 3, 0, 0]


def test_interrupted_it_ends_with_what_to_do(sandbox: Sandbox, tmp_path: Path) -> None:
    file = write(tmp_path / "orders.csv", [row(number) for number in range(1, 2001)])
    sandbox.faults.extend([Fault(), Fault(delay=0.5)] * 3)
    run = command("events", sandbox, {"MOST_RECORDS": 100, "IN_FLIGHT": 1}, source=str(file), metric="Placed Order")
    process = subprocess.Popen(run, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    while len(sandbox.received) < 2:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, log = process.communicate()
    assert process.returncode == 1
    assert re.search(r"ImportFailed: Stopped\. \d+00 events were sent; run again to go on from here", log)
    sandbox.faults.clear()
    assert subprocess.run(run, cwd=tmp_path, capture_output=True, check=True)
    assert recorded(sandbox) == Counter(str(number) for number in range(1, 2001))


def test_what_was_rejected_is_tried_once_more_with_another_mapping(
    run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    rows = [row(number, **{"Created at": "soon" if number > 5 else "2026-11-20"}) for number in range(1, 11)]
    file = write(tmp_path / "orders.csv", rows)
    assert run(file, metric="Placed Order")["rejected"] == 5
    summary = run(file, metric="Placed Order", mapping={"time": ""})
    assert (summary["sent"], summary["rejected"], summary["before"], summary["rejects"]) == (5, 0, 5, None)
    assert recorded(sandbox) == Counter(str(number) for number in range(1, 11))
    assert not Path("orders.csv.rejects.csv").exists()


def test_a_clash_is_the_same_in_every_run(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [*(row(number) for number in range(1, 9)), row(3, City="Bern"), row(4)]
    file = write(tmp_path / "orders.csv", rows)
    for sent, before in ((8, 0), (0, 8), (0, 8)):
        summary = run(file, metric="Placed Order")
        assert [summary[name] for name in ("sent", "before", "rejected", "repeated")] == [sent, before, 1, 1]
        assert rejected() == {9: "it has the unique_id of row 3, but is not the same"}
    assert recorded(sandbox) == Counter(str(number) for number in range(1, 9))


def test_another_file_account_or_metric_is_another_import(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    file = write(tmp_path / "orders.csv", [row(1), row(2, Email="")])
    run(file, metric="Placed Order")
    said = "orders.csv.journal is the journal of an import with another %s: name another journal, or remove this one"
    assert said % "metric" in unreadable(module, run, file, metric="Viewed Product")
    content = file.read_bytes()
    file.write_bytes(content.replace(b"1.50", b"2.50"))  # as many bytes
    assert said % "content" in unreadable(module, run, file)
    assert said % "content and metric" in unreadable(module, run, file, metric="Viewed Product")
    file.write_bytes(content)
    with pytest.raises(module.ImportFailed, match="with another account"):
        module.main({"apiKey": "pk_another"}, REVISION, str(file), metric="Placed Order")
    assert API_KEY not in Path("orders.csv.journal").read_text()
    assert rejected().keys() == {2}, "of the run before"
    assert len(sandbox.received) == 1


def test_a_file_with_a_head_alone_is_done_at_once(run: Import, tmp_path: Path) -> None:
    """As a nightly export may be."""
    summary = run(write(tmp_path / "orders.csv", []), metric="Placed Order")
    assert [summary[name] for name in ("sent", "rejected", "before", "rejects")] == [0, 0, 0, None]


def test_a_part_of_the_rows_with_a_share_of_the_rate(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    file = write(tmp_path / "orders.csv", [row(number) for number in range(1, 101)])
    summary = run(file, metric="Placed Order", first_row=11, last_row=30, share=0.25)
    assert summary["sent"] == 20
    assert recorded(sandbox).keys() == {str(number) for number in range(11, 31)}
    assert (tmp_path / "orders.csv.11-30.journal").exists()
    for share in (0, 1.5, -1):
        with pytest.raises(module.ImportFailed, match="share is a part of the account's rate"):
            run(file, metric="Placed Order", share=share)


def parallel(sandbox: Sandbox, source: Path, workers: int) -> Run:
    def prepare(script: Any) -> None:
        script.API, script.RATES = sandbox.url, [Rate(1_000_000, Duration.SECOND)]

    given = {"account": AUTH, "source": str(source), "metric": "Placed Order", "mapping": {}, "workers": workers}
    return Run(FLOWS["f/klaviyo/bulk/import_events_parallel"], given, prepare)


@pytest.mark.parametrize("count", [0, 1, 3, 2500])
def test_on_several_workers_every_row_arrives_once(sandbox: Sandbox, tmp_path: Path, count: int) -> None:
    rows = [row(number, Email="" if number == 7 else f"c{number}@example.com") for number in range(1, count + 1)]
    flow = parallel(sandbox, write(tmp_path / "orders.csv", rows), 4)
    assert flow.failed is None, flow.results
    plan = flow.results["plan"]
    assert [part["first_row"] for part in plan] == [1, *(part["last_row"] + 1 for part in plan)][: len(plan)]
    assert sum(part["share"] for part in plan) == pytest.approx(1 if plan else 0)
    total = flow.results["total"]
    assert (total["sent"], total["rejected"]) == (count - (count >= 7), int(count >= 7))
    assert recorded(sandbox) == Counter(str(number) for number in range(1, count + 1) if number != 7)


def test_a_part_that_stops_fails_the_flow_and_the_next_run_goes_on(sandbox: Sandbox, tmp_path: Path) -> None:
    file = write(tmp_path / "orders.csv", [row(number) for number in range(1, 101)])
    sandbox.faults.append(Fault(status=403, body=b"not allowed"))
    flow = parallel(sandbox, file, 4)
    assert flow.failed == "total"
    assert "Klaviyo answers 403: not allowed" in flow.results["total"]["error"]["message"]
    assert sum(recorded(sandbox).values()) == 75
    assert parallel(sandbox, file, 4).results["total"]["sent"] == 25
    assert recorded(sandbox) == Counter(str(number) for number in range(1, 101))


@pytest.mark.parametrize("broken", [False, True], ids=["a good network", "a broken network"])
def test_killed_at_any_moment_it_goes_on_and_nothing_is_lost_or_doubled(
    sandbox: Sandbox, tmp_path: Path, broken: bool
) -> None:
    rows = [row(number, Email="" if number % 100 == 0 else f"c{number}@example.com") for number in range(1, 3001)]
    file = write(tmp_path / "orders.csv", rows)
    summary, kills = killed_again_and_again("events", sandbox, file, broken, metric="Placed Order")
    expected = {str(number) for number in range(1, 3001) if number % 100}
    assert recorded(sandbox).keys() == expected, "nothing lost, and by unique_id nothing doubled"
    assert rejected(tmp_path / "orders.csv.rejects.csv").keys() == {
        number for number in range(1, 3001) if number % 100 == 0
    }
    assert summary["rejected"] == 30
    assert summary["sent"] + summary["before"] == 2970
    if not broken:
        sent_again = sum(recorded(sandbox).values()) - len(expected)
        assert sent_again <= kills * 8 * 25, "what was in flight at a kill, at most"


CELLS = st.one_of(
    st.none(), st.text(max_size=8), st.integers(), st.floats(), st.booleans(), st.lists(st.text(max_size=3), max_size=2)
)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "email": st.sampled_from(["a@example.com", "b@example.com", "", "nobody"]),
            "id": st.sampled_from(["", "1", "2", "3"]),
        },
        optional={"phone": st.sampled_from(["+12025550142", "0"]), "total": CELLS, "note": CELLS, "date": CELLS},
    ),
    max_size=40,
)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, events=st.integers(1, 10), size=st.integers(3000, 20_000))
def test_every_row_is_in_one_batch_or_refused_and_no_batch_is_over_a_limit(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, Any]], events: int, size: int
) -> None:
    module = load("events")
    module.MOST_RECORDS, module.MOST_BYTES = events, size
    folder = tmp_path_factory.mktemp("batches")
    columns, count = module.survey(rows)
    assert count == len(rows)
    builder = module.Builder(module.mapped(columns, {}) if rows else {}, "Placed Order")

    def batches_left() -> tuple[list[Any], int]:
        """In a run of its own."""
        with (
            module.Journal(folder / "journal", {"content": "x"}) as journal,
            module.Rejects(folder / "rejects.csv") as refused,
        ):
            batches = list(module.batches_of(builder, module.rows_of(rows), journal, refused))
            journal.add([record.row for record in batches[0].records] if batches else [])
            return batches, refused.count + journal.repeated

    batches, aside = batches_left()
    found = [record.row for batch in batches for record in batch.records]
    assert len(found) == len(set(found))
    assert len(found) + aside == len(rows)
    first = [record.row for record in batches[0].records] if batches else []
    later, still_aside = batches_left()
    assert [record.row for batch in later for record in batch.records] == found[len(first) :], "what is not done"
    assert still_aside == aside
    for batch in batches:
        payload = batch.payload(builder.tail)
        assert 0 < batch.count <= events
        assert len(payload) <= batch.size <= size
        assert BODY.is_valid(json.loads(payload))
        uses = [use for record in batch.records for use in record.uses]
        assert len(uses) == len(set(uses)), "no unique_id twice for a profile and metric"


@pytest.mark.parametrize("text", ["[]", "{x", '"dry_run"'])
def test_options_that_are_no_object_are_refused(tmp_path: Path, text: str) -> None:
    file = write(tmp_path / "orders.csv", [row(1)])
    options = tmp_path / "options.json"
    options.write_text(text)
    call = [sys.executable, "-m", "workbench.imports", str(file), str(options), "--metric", "Placed Order"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip() == f'{options} is no JSON object such as {{"dry_run": true}}'
