"""import_events: every row is sent once or is in the rejects, whatever happens on the way."""

import contextlib
import gzip
import inspect
import json
import re
import signal
import sqlite3
import subprocess
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pyrate_limiter import BucketFactory, Duration, Rate

from tests.support.bulk_import import (
    Import,
    count_recorded,
    import_command,
    load_import,
    order_row,
    read_rejects,
    run_after_kills,
    run_import,
    wait_for_requests,
    write_csv,
)
from tests.support.collection import AUTH, BULK_CREATE_EVENTS, FLOWS, INDEX, REVISION, unthrottled
from tests.support.events import compact, events_of, groups_of
from tests.support.flow_run import FlowRun, read_flow
from workbench.bulk.import_events import Events
from workbench.collection import load_schema
from workbench.sandbox import API_KEY, Fault, Sandbox

BODY = Draft202012Validator(load_schema(BULK_CREATE_EVENTS)["properties"]["body"])


@pytest.fixture
def module(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    return load_import("events", sandbox)


@pytest.fixture
def run(module: Any) -> Import:
    return run_import(module)


def events_in(*bodies: bytes) -> list[Any]:
    return [event for body in bodies for group in groups_of(json.loads(body)) for event in events_of(group)]


POINTER = "/data/attributes/events-bulk-create/data"


def refuse(*pointers: str, detail: str = "Not good") -> Fault:
    errors = [{"detail": detail, "source": {"pointer": POINTER + pointer}} for pointer in pointers]
    return Fault(status=400, body=json.dumps({"errors": errors}).encode())


def test_sends_every_row_of_a_file(
    run: Import, sandbox: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [order_row(number) for number in range(1, 2501)]
    summary = run(write_csv(tmp_path / "orders.csv", rows), metric="Placed Order")
    assert {name: summary[name] for name in ("sent", "rejected", "repeated", "batches", "retries")} == {
        "sent": 2500,
        "rejected": 0,
        "repeated": 0,
        "batches": 3,
        "retries": 0,
    }
    assert count_recorded(sandbox) == Counter(str(number) for number in range(1, 2501))
    assert all(received.status == 202 for received in sandbox.received)
    bodies = [json.loads(received.body) for received in sandbox.received]  # in any order
    [event] = [
        groups_of(body)[0]["attributes"]
        for body in bodies
        if events_in(compact(body))[0]["attributes"]["unique_id"] == "1"
    ]
    assert event["profile"]["data"] == {"type": "profile", "attributes": {"email": "c1@example.com"}}
    assert event["events"]["data"][0]["attributes"] == {
        "metric": {"data": {"type": "metric", "attributes": {"name": "Placed Order"}}},
        "properties": {"City": "Zürich"},
        "unique_id": "1",
        "backfill": False,
        "time": "2026-11-20T09:30:00+01:00",
        "value": 1.5,
        "value_currency": "CHF",
    }
    log = capsys.readouterr().err
    for line in (
        "email ← column Email",
        "time ← column Created at",
        "value ← column Total",
        "unique_id ← column Order id",
        "properties ← column City",
    ):
        assert line in log


@pytest.mark.parametrize("kind", ["jsonl", "parquet", "csv.gz", "list"])
def test_reads_other_sources(run: Import, sandbox: Sandbox, tmp_path: Path, kind: str) -> None:
    rows = [order_row(number) for number in range(1, 101)]
    csv_file = write_csv(tmp_path / "orders.csv", rows)
    source: Any = tmp_path / f"orders.{kind}"
    connection = duckdb.connect()
    table = f"SELECT * FROM read_csv('{csv_file}', header = true, all_varchar = true)"  # noqa: S608
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
    assert count_recorded(sandbox) == Counter(str(number) for number in range(1, 101))


def test_dry_run_sends_nothing(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [
        order_row(1),
        order_row(2, Email="nobody"),
        order_row(3),
        order_row(4, Email="somebody"),
        order_row(3, City="Bern"),
        order_row(3),
        order_row(3, Total="9"),
    ]
    rows += [order_row(9, Phone=phone) for phone in ("044", "055")]
    result = run(write_csv(tmp_path / "orders.csv", rows), metric="Placed Order", dry_run="true")
    counts = {
        name: result[name] for name in ("dry_run", "rows", "would_send", "before", "rejected", "repeated", "gathered")
    }
    assert counts == {
        "dry_run": True,
        "rows": 9,
        "would_send": 2,
        "before": 0,
        "rejected": 4,
        "repeated": 3,
        "gathered": 0,
    }
    assert result["reasons"] == {
        "email is not an email address": {"rows": 2, "first": "line 3: email is not an email address: nobody"},
        f"it has the same unique_id as row N; {Events.repeat}": {
            "rows": 3,
            "first": f"line 6: repeated: it has the same unique_id as row 3; {Events.repeat}",
        },
        "phone_number is not in E.164 format such as +12025550142": {
            "rows": 2,
            "first": "line 9: phone_number is not in E.164 format such as +12025550142: 044",
        },
    }
    assert BODY.is_valid(result["body"])
    assert sandbox.received == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["orders.csv", "orders.csv.rejects.csv"]


BAD = [
    ({"Email": ""}, "Email and Phone are both empty"),
    (
        {"Email": "", "Phone": "(202) 555-0142"},
        "phone_number is not in E.164 format such as +12025550142: (202) 555-0142",
    ),
    ({"Email": "a@example..com"}, "email is not an email address: a@example..com"),
    ({"Created at": "yesterday"}, "time is not a time such as 2026-11-20T09:30:00+01:00: yesterday"),
    ({"Created at": ""}, "Created at is empty, and Klaviyo would record it with the time of the import"),
    ({"Created at": "1970-01-01"}, "time is before 1991 or more than a year ahead: 1970-01-01"),
    ({"Total": "12 pieces"}, "value is not a number: 12 pieces"),
    ({"Total": "nan"}, "value is not a number: nan"),
    ({"City": "é" * 50_001}, "City has over 100,000 bytes"),
]


def test_rejects_invalid_rows_with_a_reason_and_sends_the_others(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [order_row(number) for number in range(1, 51)]
    for number, (changes, _) in enumerate(BAD, 10):
        rows[number - 1] |= changes
    summary = run(write_csv(tmp_path / "orders.csv", rows), metric="Placed Order")
    assert (summary["sent"], summary["rejected"]) == (50 - len(BAD), len(BAD))
    assert read_rejects() == {number: reason for number, (_, reason) in enumerate(BAD, 10)}
    assert count_recorded(sandbox).keys() == {str(n) for n in range(1, 51)} - {str(n) for n in range(10, 10 + len(BAD))}


def test_sends_nothing_if_every_row_is_invalid(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    summary = run(
        write_csv(tmp_path / "orders.csv", [order_row(n, Email="") for n in range(1, 1501)]), metric="Placed Order"
    )
    assert (summary["sent"], summary["rejected"], summary["batches"]) == (0, 1500, 0)
    assert sandbox.received == []


def test_rows_without_unique_id_get_the_same_one_in_every_run(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [order_row(number, **{"Order id": ""}) for number in range(1, 21)]
    file = write_csv(tmp_path / "orders.csv", [*rows, rows[3]])
    summary = run(file, metric="Placed Order")
    assert (summary["sent"], summary["repeated"]) == (20, 1)
    first = count_recorded(sandbox)
    run(file, metric="Placed Order", journal="another.journal")
    assert count_recorded(sandbox) == first + first


def test_counts_and_lists_rows_that_klaviyo_would_take_for_the_same(
    run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    """They need not be near each other; the profile may be known by another identifier."""
    rows = [order_row(number) for number in range(1, 1502)]
    rows += [order_row(1), order_row(1, City="Bern"), order_row(2, Email="other@example.com")]
    rows += [order_row(3, Phone="+12025550142"), order_row(3, Phone="+12025550142", Email="")]
    summary = run(write_csv(tmp_path / "orders.csv", rows), metric="Placed Order")
    assert [summary[name] for name in ("rows", "sent", "rejected", "repeated")] == [1506, 1502, 0, 4]
    reason = "repeated: it has the same unique_id as row {}; "
    reason += Events.repeat
    assert read_rejects() == {
        number: reason.format(of) for number, of in ((1502, 1), (1503, 1), (1505, 3), (1506, 1505))
    }
    assert set(count_recorded(sandbox).values()) == {1, 2}, "unique_id 2 has two profiles"


def test_rejects_the_rows_that_klaviyo_points_at_and_sends_the_others_again(
    run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    file = write_csv(tmp_path / "orders.csv", [order_row(number) for number in range(1, 22)])
    sandbox.faults.append(
        refuse("/0/attributes/events/data/1/attributes/value", "/2/attributes/profile/data/attributes")
    )
    summary = run(file, metric="Placed Order")
    assert read_rejects() == dict.fromkeys([8, 3, 10, 17], "Klaviyo: Not good")  # the second of c1's, all of c3's
    assert (summary["sent"], summary["rejected"], len(sandbox.received)) == (17, 4, 2)


class Poisoned(Sandbox):
    """Refuses a request that contains the word poison, without saying where."""

    def _respond(self, request: Any) -> Any:
        if b"poison" in request.get_data():
            self.faults.append(Fault(status=400, body=b"<html>no</html>"))
        return super()._respond(request)


def test_halves_a_batch_refused_without_pointers_until_the_rows_are_isolated(
    module: Any, run: Import, tmp_path: Path
) -> None:
    rows = [order_row(number, City="poison" if number in (7, 400, 401) else "Bern") for number in range(1, 601)]
    with Poisoned(unthrottled(INDEX)) as poisoned:
        module.API, module.IN_FLIGHT = poisoned.url, 1
        summary = run(write_csv(tmp_path / "orders.csv", rows), metric="Placed Order")
        assert read_rejects().keys() == {7, 400, 401}
        assert summary["sent"] == 597
        assert count_recorded(poisoned).keys() == {str(n) for n in range(1, 601)} - {"7", "400", "401"}
        assert max(count_recorded(poisoned).values()) == 1


def test_retries_temporary_failures(module: Any, run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    module.TIMEOUT = (1, 1)
    sandbox.faults.extend([Fault(status=429, headers={"Retry-After": "1"}), Fault(status=503), Fault(reset=True)])
    sandbox.faults.append(Fault(status=202, body=b"x", promised=99))
    summary = run(
        write_csv(tmp_path / "orders.csv", [order_row(number) for number in range(1, 2001)]), metric="Placed Order"
    )
    assert (summary["sent"], summary["rejected"]) == (2000, 0)
    assert summary["retries"] >= 3
    assert count_recorded(sandbox).keys() == {str(number) for number in range(1, 2001)}


def test_a_duplicate_after_an_unknown_outcome_counts_as_sent(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    """Klaviyo may refuse a batch because it recorded a unique_id before the answer was lost."""
    pointer = "/0/attributes/events/data/0/attributes/unique_id"
    sandbox.faults.extend([Fault(reset=True), refuse(pointer, detail="This event was already recorded.")])
    summary = run(
        write_csv(tmp_path / "orders.csv", [order_row(number) for number in range(1, 11)]), metric="Placed Order"
    )
    assert (summary["sent"], summary["rejected"]) == (10, 0)
    assert "1" not in count_recorded(sandbox)


def test_other_faults_of_a_unique_id_are_rejected_in_every_run(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "orders.csv", [order_row(number) for number in range(1, 11)])
    for sent in (9, 0):
        sandbox.faults.append(refuse("/0/attributes/events/data/0/attributes/unique_id", detail="It is too long."))
        summary = run(file, metric="Placed Order")
        assert (summary["sent"], summary["rejected"]) == (sent, 1)
        assert len(read_rejects()) == 1


def test_stops_if_klaviyo_refuses_the_request_and_not_its_rows(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    file = write_csv(tmp_path / "orders.csv", [order_row(number) for number in range(1, 1001)])
    errors = {"errors": [{"detail": "No such thing", "source": {"pointer": "/data/type"}}]}
    sandbox.faults.append(Fault(status=400, body=json.dumps(errors).encode()))
    with pytest.raises(module.BulkFailed, match=r"Klaviyo refuses all rows: .*No such thing"):
        run(file, metric="Placed Order")
    assert len(sandbox.received) == 1
    sandbox.faults.extend([Fault(status=400, body=b"not today")] * 2000)
    with pytest.raises(module.BulkFailed, match="Klaviyo refuses one row after another: not today"):
        run(file, metric="Placed Order")
    sandbox.faults.clear()
    assert run(file, metric="Placed Order")["sent"] == 1000


def test_refuses_a_second_run_and_files_that_would_overwrite_each_other(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    file = write_csv(tmp_path / "orders.csv", [order_row(1)])
    with module.Store(tmp_path, []) as store:
        module.Journal(store, Path("orders.csv.journal"), None, "")
        assert failure_of(module, run, Path("orders.csv")) == "another run is using orders.csv.journal"
    for options in ({"rejects": str(file)}, {"journal": str(file)}, {"journal": "a", "rejects": "a"}):
        assert "cannot be" in failure_of(module, run, file, **options)
    assert "rejects must end in .csv" in failure_of(module, run, file, rejects="bad.jsonl")
    for options in ({"rejects": "none/rejects.csv"}, {"journal": "none/journal"}):
        assert "cannot be written" in failure_of(module, run, file, **options)
    (tmp_path / "customers.csv").write_text("Email,City\n")
    assert "it holds something else" in failure_of(module, run, file, rejects="customers.csv")
    assert (tmp_path / "customers.csv").read_text() == "Email,City\n"
    assert file.read_bytes().startswith(b"Email,")
    assert sandbox.received == []


def test_an_older_journal_stops_the_run(module: Any, run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "orders.csv", [order_row(1)])
    assert run(file, metric="Placed Order")["sent"] == 1
    with contextlib.closing(sqlite3.connect("orders.csv.journal")) as journal:
        journal.execute("PRAGMA user_version = 1")
    sandbox.received.clear()
    assert "was written by another version of this script" in failure_of(module, run, file)
    assert sandbox.received == []


def test_uses_no_file_as_a_journal_that_is_none(module: Any, run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "orders.csv", [order_row(number) for number in range(1, 11)])
    journal = Path("orders.csv.journal")
    database = sqlite3.connect("other.db")
    database.execute("CREATE TABLE sent (id)")
    database.close()
    for content in (b"content=1\n1-4\n", b"\xff\xfe\0" * 1000, Path("other.db").read_bytes()):
        journal.write_bytes(content)
        assert "orders.csv.journal cannot be used as a journal: " in failure_of(module, run, file)
        assert journal.read_bytes() == content
    journal.write_bytes(b"")
    assert run(file, metric="Placed Order")["sent"] == 10
    assert run(file, metric="Placed Order")["before"] == 10


def test_reads_parquet_with_one_large_row_group(module: Any, tmp_path: Path) -> None:
    """pyarrow and Spark write such files."""
    file = tmp_path / "orders.parquet"
    noise = (
        "SELECT 'a@example.com' AS email, concat(random(), random(), random(), random()) AS noise FROM range(700000)"
    )
    rows = duckdb.connect().sql(noise)
    rows.write_parquet(str(file), row_group_size=1_000_000, compression="uncompressed")
    assert file.stat().st_size > 40_000_000
    assert sum(1 for _ in module.read_rows(module.Source("orders.parquet", file))) == 700_000


def test_a_long_wait_ends_the_run_and_the_next_run_continues(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    module.IN_FLIGHT = 1
    file = write_csv(tmp_path / "orders.csv", [order_row(number) for number in range(1, 3001)])
    sandbox.faults.extend([Fault(), Fault(status=429, headers={"Retry-After": "86400"})])
    message = r"Klaviyo asks to wait 86,400 seconds\. 1,000 events were sent; run it again"
    with pytest.raises(module.BulkFailed, match=message) as caught:
        run(file, metric="Placed Order")
    assert caught.value.temporary
    summary = run(file, metric="Placed Order")
    assert (summary["before"], summary["sent"]) == (1000, 2000)
    assert count_recorded(sandbox) == Counter(str(number) for number in range(1, 3001))
    assert run(file, metric="Placed Order")["sent"] == 0


@pytest.mark.parametrize("status", [401, 403, 404])
def test_stops_at_once_on_errors_that_concern_every_request(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path, status: int
) -> None:
    sandbox.faults.extend([Fault(status=status, body=f"no, {API_KEY}".encode())] * 20)
    with pytest.raises(module.BulkFailed, match=rf"Klaviyo answers {status}: no, \*\*\*") as caught:
        run(
            write_csv(tmp_path / "orders.csv", [order_row(number) for number in range(1, 20_001)]),
            metric="Placed Order",
        )
    assert API_KEY not in str(caught.value) + str(vars(caught.value))
    assert not caught.value.temporary
    assert len(sandbox.received) <= module.IN_FLIGHT


def test_no_answer_is_a_temporary_failure(module: Any, run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.faults.extend([Fault(status=503)] * 6)
    with pytest.raises(module.BulkFailed, match="gave no answer in 6 tries, at last 503") as caught:
        run(write_csv(tmp_path / "orders.csv", [order_row(1)]), metric="Placed Order")
    assert caught.value.temporary


def test_a_token_stands_for_its_account(
    module: Any, sandbox: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is another one every hour, and the journal must not depend on it."""
    file = str(write_csv(tmp_path / "orders.csv", [order_row(1)]))
    for token, counts in (("first-token", (1, 0)), ("second-token", (0, 1))):
        with Sandbox(unthrottled(INDEX), token=token) as klaviyo:
            module.API = klaviyo.url
            summary = module.main({"apiKey": " ", "token": token}, None, file, metric="Placed Order", backfill=False)
            assert (summary["sent"], summary["before"]) == counts
            assert all(("Authorization", f"Bearer {token}") in received.headers for received in klaviyo.received)
            assert all(("revision", REVISION) in received.headers for received in klaviyo.received)
    with Sandbox(unthrottled(INDEX), token="another") as klaviyo:  # noqa: S106
        module.API = klaviyo.url
        klaviyo.faults.append(Fault(status=401, body=b"no, second-token"))
        with pytest.raises(module.BulkFailed, match=r"Klaviyo answers 401: no, \*\*\*"):
            module.main({"token": "second-token"}, "", file, metric="Placed Order", backfill=False)
    assert "-token" not in capsys.readouterr().err


def failure_of(module: Any, run: Import, source: Any, **options: Any) -> str:
    with pytest.raises(module.BulkFailed) as caught:
        run(source, **{"metric": "Placed Order", **options})
    return str(caught.value)


def test_explains_what_it_cannot_read(module: Any, run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "orders.csv", [order_row(1)])
    assert "nothing.csv cannot be read" in failure_of(module, run, tmp_path / "nothing.csv")
    assert "orders.pdf does not end in .csv" in failure_of(module, run, tmp_path / "orders.pdf")
    assert failure_of(module, run, file, mapping={"email": "Mail"}).startswith(
        'mapping: there is no column "Mail"; the columns are Email, '
    )
    assert "phone is not one of email" in failure_of(module, run, file, mapping={"phone": "Phone"})
    assert failure_of(module, run, file, metric=None).startswith("metric is missing")
    (tmp_path / "names.csv").write_text("City,Country\nBern,CH\n")
    assert "no column identifies a profile" in failure_of(module, run, tmp_path / "names.csv")
    for nothing in ("empty.csv", "empty.jsonl", "empty.parquet"):
        (tmp_path / nothing).write_bytes(b"")
        assert failure_of(module, run, tmp_path / nothing).endswith(f"{nothing} is empty")
    for encoding, head in (("latin-1", "Größe"), ("latin-1", "Size"), ("utf-16", "Size"), ("utf-16-le", "Size")):
        text = f"Email,{head}\na@example.com,1\n" * 5000 + "b@example.com,Größe\n"
        for name in ("coded.csv", "coded.jsonl"):
            (tmp_path / name).write_bytes(text.encode(encoding))
            assert f"{name} is not in UTF-8" in failure_of(module, run, tmp_path / name) or encoding == "utf-16-le"
    (tmp_path / "not.parquet").write_text("Email,City\n")
    assert "not.parquet cannot be read" in failure_of(module, run, tmp_path / "not.parquet")
    (tmp_path / "half.csv.gz").write_bytes(gzip.compress(file.read_bytes() * 1000)[:-20])
    assert re.search(r"half.csv.gz cannot be read after row \d+", failure_of(module, run, tmp_path / "half.csv.gz"))
    for no_source in (None, 7, {}, {"s3": ""}):
        assert failure_of(module, run, no_source).startswith("source must be the path or URL")
    assert failure_of(module, run, f"{sandbox.url}/orders.csv").startswith(f"{sandbox.url}/orders.csv cannot be read")
    assert "s3:///orders.csv cannot be read" in failure_of(module, run, "s3:///orders.csv")
    assert [received.method for received in sandbox.received] == ["GET"]


def test_rejects_malformed_lines_of_csv_and_sends_the_others(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    good = [f"c{number}@example.com,{number},Bern" for number in range(1, 10_001)]
    wrong = {
        3: (b"c@example.com,3", "it has 2 cells, the header has 3"),
        40: (b"c@example.com,40,Bern,CH", "it has 4 cells, the header has 3"),
        600: (b'c@example.com,600,"Bern', "line 601: ',' expected after '\"'"),
        602: (b'"c@example.com",602,Bern', ""),
        6000: (b"c@example.com,6000," + b"x" * 40_000_000, "City has over 100,000 bytes"),
        9000: (b"nobody,9000,Bern", "email is not an email address: nobody"),
        10_000: (b'c@example.com,10000,"Bern', "line 10001: unexpected end of data"),
    }
    lines = [wrong[number][0] if number in wrong else line.encode() for number, line in enumerate(good, 1)]
    (tmp_path / "orders.csv").write_bytes(b"\n".join([b"Email,Order id,City", *lines, b""]))
    summary = run(tmp_path / "orders.csv", metric="Placed Order")
    reasons = {number: reason for number, (_, reason) in wrong.items() if reason}
    assert read_rejects() == reasons
    assert (summary["sent"], summary["rejected"]) == (10_000 - len(reasons), len(reasons))
    assert count_recorded(sandbox) == Counter(str(number) for number in range(1, 10_001) if number not in reasons)


def test_json_lines_keep_their_types_and_are_rejected_one_by_one(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [{"email": "a@example.com", "id": f"00{number}", "total": 1.1, "on": "2026-01-01"} for number in range(999)]
    rows.append({"email": "a@example.com", "id": "last", "total": "7", "on": 5, "extra": {"deep": [1, None]}})
    text = "\n".join([*map(json.dumps, rows), "", "[1]", '{"email": ', "x" * 21_000_000, ""])
    (tmp_path / "orders.jsonl").write_text(text)
    summary = run(tmp_path / "orders.jsonl", metric="Placed Order")
    assert (summary["sent"], summary["rejected"]) == (1000, 3)
    reasons = read_rejects(Path("orders.jsonl.rejects.jsonl"))
    assert reasons[1001] == "it is not a JSON object"
    assert reasons[1002].startswith("it is not JSON")
    assert reasons[1003].startswith("it is not JSON")
    group = groups_of(json.loads(sandbox.received[0].body))[0]
    first, last = (events_of(group)[at]["attributes"] for at in (0, -1))
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
def test_reads_csv_as_spreadsheets_write_it(run: Import, sandbox: Sandbox, tmp_path: Path, text: str) -> None:
    (tmp_path / "orders.csv").write_text(text, newline="")
    assert run(tmp_path / "orders.csv", metric="Placed Order")["sent"] == 1
    event = groups_of(json.loads(sandbox.received[0].body))[0]["attributes"]
    assert event["profile"]["data"]["attributes"] == {"email": "a@example.com"}
    [only] = event["events"]["data"]
    assert only["attributes"]["unique_id"] == "1"
    assert list(only["attributes"]["properties"].values()) == ["x, y"]


def test_ends_its_threads(run: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BucketFactory, "_leak_interval", 50)  # ms after which the limiters' threads look for their end
    run([order_row(1)], metric="Placed Order", journal="first.journal")
    before = {*threading.enumerate()}
    for number in range(3):
        run([order_row(number)], metric="Placed Order", journal=f"{number}.journal")
    for thread in {*threading.enumerate()} - before:
        thread.join(timeout=20)
        assert not thread.is_alive()


def test_keeps_columns_with_the_same_name_apart(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text("Email,Note 4,Note,Note,\na@example.com,1,2,3,4\n")
    run(tmp_path / "orders.csv", metric="Placed Order")
    assert b'"properties":{"Note":"2","Note 4":"1","Note 4 4":"3","column 5":"4"}' in sandbox.received[0].body


def test_rejects_a_file_of_malformed_lines(module: Any, run: Import, tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text("Email,Order id\n" + "a@example.com,1,Bern\n" * 20)
    assert run(tmp_path / "orders.csv", metric="Placed Order")["rejected"] == 20
    (tmp_path / "open.csv").write_text('"Email,Order id\n' + "a@example.com,1\n" * 20)
    assert "the header of" in failure_of(module, run, tmp_path / "open.csv")


def test_sends_every_type_of_parquet_as_json(
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
    group = groups_of(json.loads(sandbox.received[0].body))[0]
    attributes = events_of(group)[0]["attributes"]
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


@pytest.mark.parametrize("deep", [300, 2000])
def test_rejects_values_that_nest_too_deeply_or_are_too_large(run: Import, sandbox: Sandbox, deep: int) -> None:
    nested: Any = 1
    for _ in range(deep):
        nested = [nested]
    rows = [order_row(1), order_row(2, Total=10**400), order_row(3, City=nested)]
    if deep > 1000:
        rows = rows[:2]  # a list that deep is no JSON
    summary = run(rows, metric="Placed Order")
    assert summary["sent"] == 1 + (deep < 1000)
    assert read_rejects(Path("rows.rejects.jsonl"))[2] == "Total is a number with more digits than Klaviyo can hold"
    assert len(sandbox.received) == 1


def test_empty_arguments_mean_their_defaults(run: Import, module: Any, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "orders.csv", [order_row(1)])
    for nothing in (None, ""):
        names = ("mapping", "rejects", "journal", "group_by", "date_format", "decimal", "dry_run", "part", "parts")
        assert run(file, metric="Placed Order", **dict.fromkeys(names, nothing))["rejected"] == 0
    assert run(file, metric="Placed Order", part=1.0, parts="1", dry_run="0", backfill="false")["before"] == 1
    wrong: list[dict[str, Any]] = [{"part": 0}, {"parts": "ten"}, {"part": 1.5}, {"part": 3, "parts": 2}]
    wrong += [{"mapping": ["email"]}, {"dry_run": "yes"}, {"backfill": 2}, {"decimal": ","}, {"date_format": "dd/mm"}]
    for options in wrong:
        assert failure_of(module, run, file, **options).partition(" ")[0] in options
    with pytest.raises(module.BulkFailed, match="revision must be a date"):
        module.main(AUTH, "latest", str(file), metric="Placed Order")


UNUSABLE_ANSWERS = [
    Fault(status=400, body=b'{"errors": [{"detail": "x", "source": "body"}]}'),
    Fault(status=400, body=b'{"errors": [{"detail": {"a": 1}, "source": ["/data"]}]}'),
    Fault(status=400, body=b'{"errors": null}'),
    Fault(status=400, body=b"[1, 2]"),
    Fault(status=400, body=b"[" * 100_000),
    refuse("/" + "9" * 5000),
    refuse("/99"),
    Fault(status=503, headers={"Retry-After": "1"}, body=b"<html>"),
]


@pytest.mark.parametrize("fault", UNUSABLE_ANSWERS, ids=range(len(UNUSABLE_ANSWERS)))
def test_unusable_answers_lose_nothing(run: Import, sandbox: Sandbox, tmp_path: Path, fault: Fault) -> None:
    sandbox.faults.append(fault)
    summary = run(
        write_csv(tmp_path / "orders.csv", [order_row(number) for number in range(1, 6)]), metric="Placed Order"
    )
    assert (summary["sent"], summary["rejected"]) == (5, 0)
    assert count_recorded(sandbox) == Counter("12345")


@pytest.mark.parametrize("status", [200, 204, 302])
def test_stops_at_a_success_that_is_not_klaviyos(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path, status: int
) -> None:
    sandbox.faults.append(Fault(status=status, body=b"<html>Log in</html>" if status != 204 else b""))
    with pytest.raises(module.BulkFailed, match=f"Klaviyo answers {status}"):
        run(write_csv(tmp_path / "orders.csv", [order_row(1)]), metric="Placed Order")
    assert run(tmp_path / "orders.csv", metric="Placed Order")["sent"] == 1


def test_reads_phone_numbers_and_codes_as_spreadsheets_write_them(
    run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    rows = [
        order_row(1, Phone="'+1 (202) 555-0142", City="'04109"),
        order_row(2, Phone="+41 44 668 18 00", City="'t Gooi"),
    ]
    assert run(write_csv(tmp_path / "orders.csv", rows), metric="Placed Order")["sent"] == 2
    for text in ('"+12025550142"', '"+41446681800"', '"04109"', '"\'t Gooi"'):
        assert text.encode() in sandbox.received[0].body


def test_another_mapping_changes_what_is_sent(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    """A journal knows events by what they are, not by the cells of a row."""
    rows = [order_row(1), order_row(2, Total="2"), order_row(1, Total="3")]
    file = write_csv(tmp_path / "orders.csv", rows)
    names = ("sent", "before", "rejected", "repeated")
    for mapping, counts in (
        ({"unique_id": ""}, [3, 0, 0, 0]),
        ({"unique_id": ""}, [0, 3, 0, 0]),
        (None, [2, 0, 0, 1]),  # other unique_ids; the third row has that of the first
        ({"email": "City"}, [0, 0, 3, 0]),
        ({"value": ""}, [0, 0, 0, 3]),  # Klaviyo keeps the events as they are
        (None, [0, 2, 0, 1]),
    ):
        summary = run(file, metric="Placed Order", mapping=mapping)
        assert [summary[name] for name in names] == counts, mapping


def test_another_spelling_changes_nothing(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [order_row(1, **{"Order id": ""}), order_row(2)]
    assert run(write_csv(tmp_path / "orders.csv", rows), metric="Placed Order")["sent"] == 2
    for changes in (
        {"Created at": "2026-11-20T08:30:00Z"},
        {"Email": "C1@EXAMPLE.COM"},
        {"Total": "CHF 1.50"},
    ):
        rows[0] |= changes
        summary = run(write_csv(tmp_path / "orders.csv", rows), metric="Placed Order", backfill="true")
        assert (summary["sent"], summary["before"]) == (0, 2), changes


def test_an_interrupted_run_says_how_to_continue(sandbox: Sandbox, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "orders.csv", [order_row(number) for number in range(1, 2001)])
    sandbox.faults.extend([Fault(), Fault(delay=0.5)] * 3)
    command = import_command(
        "events", sandbox, {"max_records": 100, "IN_FLIGHT": 1}, source=str(file), metric="Placed Order"
    )
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    wait_for_requests(sandbox, process, 2)
    process.send_signal(signal.SIGINT)
    _, log = process.communicate()
    assert process.returncode == 1
    assert re.search(r"BulkFailed: Stopped by Ctrl-C\. \d+00 events were sent; run it again to continue", log)
    sandbox.faults.clear()
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert count_recorded(sandbox) == Counter(str(number) for number in range(1, 2001))


def test_another_run_retries_what_was_rejected(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [order_row(number, **{"Created at": "soon" if number > 5 else "2026-11-20"}) for number in range(1, 11)]
    file = write_csv(tmp_path / "orders.csv", rows)
    assert run(file, metric="Placed Order")["rejected"] == 5
    summary = run(file, metric="Placed Order", mapping={"time": ""})
    assert (summary["sent"], summary["rejected"], summary["before"], summary["repeated"]) == (5, 0, 0, 5)
    assert count_recorded(sandbox) == Counter(str(number) for number in range(1, 11))
    assert all("it was sent before with other content" in reason for reason in read_rejects().values())


def test_finds_the_same_repeats_in_every_run(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [*(order_row(number) for number in range(1, 9)), order_row(3, City="Bern"), order_row(4)]
    file = write_csv(tmp_path / "orders.csv", rows)
    for sent, before in ((8, 0), (0, 8), (0, 8)):
        summary = run(file, metric="Placed Order")
        assert [summary[name] for name in ("sent", "before", "rejected", "repeated")] == [sent, before, 0, 2]
        assert read_rejects().keys() == {9, 10}
    assert count_recorded(sandbox) == Counter(str(number) for number in range(1, 9))


def test_a_changed_file_continues_with_what_is_new_or_changed(
    run: Import, sandbox: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [order_row(1), order_row(2, Email="nobody"), order_row(3), order_row(4, **{"Order id": ""})]
    assert run(write_csv(tmp_path / "orders.csv", rows), metric="Placed Order")["sent"] == 3
    # Sorted in another way, one fixed, one new; one changed, with a unique_id and without.
    rows = [
        order_row(5),
        rows[2] | {"City": "Bern"},
        rows[1] | {"Email": "a@example.com"},
        rows[0],
        rows[3] | {"Total": "1"},
    ]
    summary = run(write_csv(tmp_path / "orders.csv", rows), metric="Placed Order")
    assert [summary[name] for name in ("rows", "sent", "before", "rejected", "repeated")] == [5, 3, 1, 0, 1]
    assert "1 sent by an earlier run, 3 to send, 1 changed since they were sent" in capsys.readouterr().err
    assert "it was sent before with other content" in read_rejects()[2]
    assert {name: count_recorded(sandbox)[name] for name in "1235"} == dict.fromkeys("1235", 1)


def test_a_journal_tells_accounts_and_metrics_apart(module: Any, run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "orders.csv", [order_row(1)])
    assert run(file, metric="Placed Order")["sent"] == 1
    assert run(file, metric="Viewed Product")["sent"] == 1
    with pytest.raises(module.BulkFailed, match="401"):
        module.main({"apiKey": "pk_another"}, REVISION, str(file), metric="Placed Order", backfill=False)
    assert run(file, metric="Placed Order")["before"] == 1
    assert API_KEY.encode() not in Path("orders.csv.journal").read_bytes()


def test_a_rejected_row_can_be_fixed_and_sent_alone(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text(
        'Email;Order id;Total;Note\na@example.com;1;9,99;"x; y"\nnobody;2;9,99;"x; ""y"""\n'
        "a@example.com;3;1.234;\n4;5\n"
    )
    assert run(tmp_path / "orders.csv", metric="Placed Order")["rejected"] == 3
    rejects = tmp_path / "orders.csv.rejects.csv"
    assert [line.split(";")[:2] for line in rejects.read_text().splitlines()[1:]] == [
        ["2", "3"],
        ["3", "4"],
        ["4", "5"],
    ]
    fixed = rejects.read_text().replace("nobody", "b@example.com").replace("1.234", "1234")
    rejects.write_text(fixed)
    summary = run(rejects, metric="Placed Order")
    assert [summary[name] for name in ("rows", "sent", "rejected")] == [3, 2, 1]
    events = [event["attributes"] for body in sandbox.received[1:] for event in events_in(body.body)]
    assert [(event["unique_id"], event["value"], event["properties"]) for event in events] == [
        ("2", 9.99, {"Note": 'x; "y"'}),
        ("3", 1234, {}),
    ]
    rows = [{"email": "nobody", "id": 7, "deep": {"a": [1]}}]
    run(rows, metric="Placed Order")
    rejects = tmp_path / "rows.rejects.jsonl"
    rejects.write_text(rejects.read_text().replace("nobody", "b@example.com"))
    assert run(rejects, metric="Placed Order")["sent"] == 1
    [event] = events_in(sandbox.received[-1].body)
    assert event["attributes"]["properties"] == {"deep": {"a": [1]}}


def test_old_events_are_sent_only_if_it_is_said_whether_they_are_history(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    now = datetime.now(UTC)
    rows = [
        {"email": "a@example.com", "id": number, "time": (now - timedelta(hours=number)).isoformat()}
        for number in (1, 23, 25)
    ]
    message = failure_of(module, run, rows, backfill=None)
    assert message.startswith("1 events are older than a day")
    assert "Set backfill to true for history, which starts no flows, or to false to start them" in message
    assert sandbox.received == []
    assert run(rows, metric="Placed Order", backfill=None, dry_run=True)["would_send"] == 3
    assert run(rows[:2], metric="Placed Order", backfill="")["sent"] == 2
    rows[2]["backfill"] = "true"
    assert run(rows, metric="Placed Order", backfill=None)["sent"] == 1
    flags = [event["attributes"].get("backfill") for event in events_in(*(item.body for item in sandbox.received))]
    assert flags == [None, None, True]
    rows[2]["backfill"] = "perhaps"
    run(rows, metric="Placed Order", backfill=None)
    assert read_rejects(Path("rows.rejects.jsonl"))[3] == "backfill must be true or false, not perhaps"


def test_a_full_disk_ends_the_run_and_the_next_run_continues(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_csv(tmp_path / "orders.csv", [order_row(number) for number in range(1, 3001)])
    limit = {"count": 1}

    def add(journal: Any, records: Any) -> None:
        limit["count"] -= 1
        if limit["count"] < 0:
            raise sqlite3.OperationalError("database or disk is full")
        original(journal, records)

    original = module.Journal.add
    monkeypatch.setattr(module.Journal, "add", add)
    with pytest.raises(module.BulkFailed, match="cannot be written: database or disk is full") as caught:
        run(file, metric="Placed Order")
    assert caught.value.summary["sent"] == 1000
    limit["count"] = 100
    assert run(file, metric="Placed Order")["before"] == 1000


NO_ROWS = [
    ("orders.csv", "Email,Order id\n", "orders.csv has no rows below its header: Email, Order id"),
    ("orders.csv", "Not found", "orders.csv has no rows below its header: Not found"),
    ("orders.csv", '{"error": "unauthorized"}', 'orders.csv holds JSON, not CSV: {"error": "unauthorized"}'),
    (
        "orders.csv",
        "\n<!DOCTYPE html><html><head><title>\nSign in </title>",
        'orders.csv is a web page titled "Sign in", not a file of rows',
    ),
    ("orders.jsonl", "<html>", "orders.jsonl is a web page, not a file of rows"),
    ("orders.csv", "<?xml version='1.0'?><Error>", "orders.csv is XML: <?xml version='1.0'?><Error>, not a file"),
    ("orders.jsonl", "\n\n", "orders.jsonl has no rows"),
    (
        "orders.json",
        '{"error": "unauthorized", "status": 401}',
        'orders.json holds an error message, not rows: {"error":"unauthorized","status":401}',
    ),
    (
        "orders.jsonl",
        '{"email": "a@example.com"}{"email": "b@example.com"}\n',
        "the first line of orders.jsonl has several objects; one object on each line is expected",
    ),
    ("orders.jsonl", '{"email": "a@example.com"}, {"email": "b@example.com"}', "the first line of orders.jsonl has"),
    ("orders.jsonl", '{"data": [{"email": "a@example.com"}]}', "orders.jsonl holds one object, whose data is a list"),
    ("orders.jsonl", "email,city\na@example.com,Bern", "orders.jsonl has no row that can be read; of line 1, it is"),
]


@pytest.mark.parametrize(("name", "text", "message"), NO_ROWS, ids=[message for _, _, message in NO_ROWS])
def test_a_file_without_rows_is_an_error_that_says_what_is_in_it(
    module: Any, run: Import, sandbox: Sandbox, name: str, text: str, message: str
) -> None:
    Path(name).write_text(text)
    assert failure_of(module, run, Path(name)).startswith(message)
    Path(f"{name}.gz").write_bytes(gzip.compress(text.encode()))
    assert failure_of(module, run, Path(f"{name}.gz")).startswith(message.replace(name, f"{name}.gz"))
    assert sandbox.received == []


def test_several_objects_on_a_later_line_are_named(run: Import) -> None:
    Path("orders.jsonl").write_text(
        '{"email": "a@example.com"}\n{"email": "b@example.com"}, {"email": "c@example.com"}\n'
    )
    assert run(Path("orders.jsonl"), metric="Joined")["rejected"] == 1
    assert read_rejects(Path("orders.jsonl.rejects.jsonl"))[2].startswith("it is several objects; one object")


def test_a_list_without_rows_is_an_error(module: Any, run: Import) -> None:
    assert failure_of(module, run, []) == "source is an empty list"
    message = 'rows holds an error message, not rows: {"errors":[{"detail":"no"}]}'
    assert failure_of(module, run, [{"errors": [{"detail": "no"}]}]) == message
    assert run([{"email": "a@example.com", "id": 1, "message": "hello"}], metric="Placed Order")["sent"] == 1


def test_parts_share_the_rows_and_split_no_order_and_no_repeat(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [order_row(number % 70 + 1, **{"Lineitem sku": f"sku {number}"}) for number in range(140)]
    rows += [
        order_row(7, Email="other@example.com", **{"Lineitem sku": "x"}),
        order_row(8, Email="", **{"Lineitem sku": ""}),
    ]
    file = write_csv(tmp_path / "orders.csv", rows)
    summaries = [run(file, metric="Placed Order", part=part, parts=3) for part in (1, 2, 3)]
    total = Counter[str]()
    for summary in summaries:
        total.update({name: summary[name] for name in ("rows", "sent", "rejected", "repeated", "gathered")})
        assert summary["sent"] > 5
    # Order 7 has two customers and is rejected; in order 8 one row has no customer.
    assert dict(total) == {"rows": 142, "sent": 69, "rejected": 3, "repeated": 0, "gathered": 70}
    assert set(count_recorded(sandbox).values()) == {1}
    assert (tmp_path / "orders.csv.2of3.journal").exists()


PARALLEL = FLOWS["f/klaviyo/bulk/import_events_parallel"]


def run_parallel_flow(sandbox: Sandbox, source: Any, workers: int | None = 4, **inputs: Any) -> FlowRun:
    def prepare(script: Any) -> None:
        script.API, script.RATES = sandbox.url, [Rate(1_000_000, Duration.SECOND)]

    flow_input: dict[str, Any] = {"source": source if source is None else str(source), "metric": "Placed Order"}
    flow_input |= {"backfill": "false", "workers": workers, **inputs}
    filled = {name: value for name, value in flow_input.items() if value is not None}
    return FlowRun(PARALLEL, prepare, filled, resources={"f/klaviyo/account": AUTH})


def test_the_parallel_flow_passes_on_every_option(module: Any) -> None:
    [loop] = [step["value"] for step in read_flow(PARALLEL)["value"]["modules"] if step["id"] == "parts"]
    passed = loop["modules"][0]["value"]["input_transforms"].keys()
    assert passed == inspect.signature(module.main).parameters.keys() - {"revision"}
    expressions = {entry["expr"] for entry in loop["modules"][0]["value"]["input_transforms"].values()}
    options = passed - {"auth", "part", "parts"}
    assert {f"flow_input.{name}" for name in options} <= expressions
    assert read_flow(PARALLEL)["schema"]["properties"].keys() == options | {"account", "workers"}


def test_the_parallel_flow_takes_options_and_defaults(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where the parts write their rejects
    rows = [order_row(number, Total="1.234", **{"Created at": "1.11.2026"}) for number in range(1, 11)]
    rows += [order_row(11, **{"Created at": "1.11.2026"}, Email="nobody")]
    file = write_csv(tmp_path / "orders.csv", rows)
    options: dict[str, Any] = {
        "date_format": "DMY",
        "timezone": "Europe/Berlin",
        "decimal": "point",
        "rejects": "bad.csv",
    }
    total = run_parallel_flow(sandbox, file, None, **options).results["total"]
    assert (total["rows"], total["sent"], total["rejected"]) == (11, 10, 1)
    [name] = total["rejects"]
    assert re.fullmatch(r"bad\.\dof4\.csv", name)
    [first, *_] = events_in(*(received.body for received in sandbox.received))
    assert (first["attributes"]["time"], first["attributes"]["value"]) == ("2026-11-01T00:00:00+01:00", 1.234)
    total = run_parallel_flow(sandbox, file, dry_run=True, **options).results["total"]
    assert (total["dry_run"], total["would_send"], total["before"]) == (True, 0, 10)


def test_the_parallel_flow_says_what_is_missing_or_wrong(sandbox: Sandbox) -> None:
    for workers, message in ((0, "workers must be a number from 1"), (4, "source must be the path or URL")):
        flow = run_parallel_flow(sandbox, None, workers)
        assert message in flow.results[flow.failed or ""]["error"]["message"]
    assert flow.results["total"]["error"]["extra"]["temporary"] is False
    assert sandbox.received == []


def test_the_parallel_flow_waits_while_klaviyo_is_busy(sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.faults.append(Fault(status=429, headers={"Retry-After": "3600"}))
    flow = run_parallel_flow(sandbox, write_csv(tmp_path / "orders.csv", [order_row(1), order_row(2)]), 1)
    assert (flow.failed, flow.retries, flow.results["total"]["sent"]) == (None, {"part": [600]}, 2)


@pytest.mark.parametrize("count", [1, 3, 2500])
def test_the_parallel_flow_sends_every_row_once(sandbox: Sandbox, tmp_path: Path, count: int) -> None:
    rows = [order_row(number, Email="" if number == 7 else f"c{number}@example.com") for number in range(1, count + 1)]
    flow = run_parallel_flow(sandbox, write_csv(tmp_path / "orders.csv", rows), 4)
    assert flow.failed is None, flow.results
    total = flow.results["total"]
    assert (total["sent"], total["rejected"]) == (count - (count >= 7), int(count >= 7))
    assert count_recorded(sandbox) == Counter(str(number) for number in range(1, count + 1) if number != 7)


def test_the_parallel_flow_fails_if_a_part_stops_and_the_next_run_continues(sandbox: Sandbox, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "orders.csv", [order_row(number) for number in range(1, 101)])
    sandbox.faults.append(Fault(status=403, body=b"not allowed"))
    flow = run_parallel_flow(sandbox, file, 4)
    assert flow.failed == "total"
    error = flow.results["total"]["error"]
    assert "Klaviyo answers 403: not allowed" in error["message"]
    assert error["extra"]["temporary"] is False
    others = sum(count_recorded(sandbox).values())
    assert 50 < others < 100
    assert error["extra"]["summary"]["sent"] == others
    assert run_parallel_flow(sandbox, file, 4).results["total"]["sent"] == 100 - others
    assert count_recorded(sandbox) == Counter(str(number) for number in range(1, 101))


@pytest.mark.parametrize("network_is_broken", [False, True], ids=["a good network", "a broken network"])
def test_runs_killed_at_any_moment_lose_nothing_and_send_nothing_twice(
    sandbox: Sandbox, tmp_path: Path, network_is_broken: bool
) -> None:
    rows = [order_row(number, Email="" if number % 100 == 0 else f"c{number}@example.com") for number in range(1, 3001)]
    file = write_csv(tmp_path / "orders.csv", rows)
    summary, kills = run_after_kills("events", sandbox, file, network_is_broken, metric="Placed Order")
    expected = {str(number) for number in range(1, 3001) if number % 100}
    assert count_recorded(sandbox).keys() == expected, "every row once, by unique_id"
    assert read_rejects(tmp_path / "orders.csv.rejects.csv").keys() == {
        number for number in range(1, 3001) if number % 100 == 0
    }
    assert summary["rejected"] == 30
    assert summary["sent"] + summary["before"] == 2970
    if not network_is_broken:
        sent_again = sum(count_recorded(sandbox).values()) - len(expected)
        assert sent_again <= kills * 8 * 25, "at most what was in flight when a run was killed"


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
    min_size=1,
    max_size=40,
)


@given(rows=ROWS, events=st.integers(1, 10), size=st.integers(4000, 20_000), group_by=st.sampled_from(["id", "none"]))
def test_all_rows_add_up_and_every_batch_is_within_the_limits(
    sandbox_of_many: Sandbox, rows: list[dict[str, Any]], events: int, size: int, group_by: str
) -> None:
    """The first run is stopped after some batches, by an answer that concerns every request."""
    module = load_import("events", sandbox_of_many)
    module.Events.max_records, module.Events.max_bytes, module.IN_FLIGHT = events, size, 1
    sandbox_of_many.received.clear()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        options: dict[str, Any] = {
            "metric": "Placed Order",
            "group_by": group_by if any("id" in row for row in rows) else "none",
        }
        sandbox_of_many.faults.extend([Fault(), Fault(status=403)])
        counts = Counter[str]()
        try:
            counts.update(numbers(run_import(module)(rows, **options)))
            sandbox_of_many.faults.clear()
        except module.BulkFailed as stopped:
            counts["sent"] = stopped.summary["sent"]
        again = numbers(run_import(module)(rows, **options))
        if again["before"]:
            assert again["before"] == counts["sent"]
        assert again["rows"] == len(rows)
        assert sum(again.values()) == 2 * len(rows), again
        listed = read_rejects(Path("rows.rejects.jsonl")) if Path("rows.rejects.jsonl").exists() else {}
        assert len(listed) == again["rejected"] + again["repeated"]
    accepted = [received.body for received in sandbox_of_many.received if received.status == 202]
    uses: list[tuple[str, str]] = []
    for body in accepted:
        assert len(body) <= size
        assert BODY.is_valid(json.loads(body))
        batch = [(group, event) for group in groups_of(json.loads(body)) for event in events_of(group)]
        assert 0 < len(batch) <= events
        for group, event in batch:
            profile = group["attributes"]["profile"]["data"]["attributes"]
            uses += [(f"{name} {value}", event["attributes"]["unique_id"]) for name, value in profile.items()]
    assert len(uses) == len(set(uses)), "no unique_id twice for a profile"
    assert len(list(events_in(*accepted))) == again["sent"] + again["before"]


def numbers(summary: dict[str, Any]) -> dict[str, int]:
    return {name: summary[name] for name in ("rows", "sent", "before", "rejected", "repeated", "gathered")}


@pytest.fixture(scope="module")
def sandbox_of_many() -> Iterator[Sandbox]:
    """One for all examples of a property."""
    with Sandbox(unthrottled(INDEX)) as sandbox:
        yield sandbox
