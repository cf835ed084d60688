"""import_profiles: every row is imported once or is in the rejects, whatever its job reports."""

import contextlib
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.support.bulk_import import (
    Import,
    load_import,
    prepare_bodies,
    read_rejects,
    run_after_kills,
    run_import,
    write_csv,
)
from tests.support.collection import INDEX, unthrottled
from workbench.collection import load_operation, load_schema
from workbench.sandbox import Fault, Sandbox

BODY = Draft202012Validator(load_schema(load_operation("bulk_import_profiles"))["properties"]["body"])
REJECTS = Path("customers.csv.rejects.csv")


@pytest.fixture(scope="module")
def listening() -> Iterator[Sandbox]:
    """A sandbox with the account of the shop, which has the list."""
    with Sandbox(unthrottled(INDEX)) as sandbox:
        yield sandbox


@pytest.fixture
def module(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    sandbox.reset_account()
    return load_import("profiles", sandbox)


@pytest.fixture
def run(module: Any) -> Import:
    return run_import(module)


def profile_row(number: int, **changes: Any) -> dict[str, Any]:
    return {"Email": f"c{number}@example.com", "First Name": "Zoë", "City": "Zürich", "Tier": "gold", **changes}


def count_imported(sandbox: Sandbox) -> Counter[str]:
    """Return how often jobs have imported each profile."""
    return Counter(
        profile["attributes"]["email"]
        for name, job in sandbox.jobs.jobs.items()
        if name not in sandbox.jobs.cancelled | sandbox.jobs.forgotten
        for profile in job.profiles
        if profile["attributes"]["email"] not in sandbox.jobs.refused
    )


def test_imports_every_row_of_a_file(
    run: Import, sandbox: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_csv(tmp_path / "customers.csv", [profile_row(number) for number in range(1, 12_001)])
    summary = run(file, list_id="Y6nRLr")
    assert {name: value for name, value in summary.items() if name != "seconds"} == {
        "rows": 12_000,
        "sent": 12_000,
        "before": 0,
        "rejected": 0,
        "repeated": 0,
        "gathered": 0,
        "batches": 2,
        "retries": 0,
        "reasons": {},
        "rejects": None,
    }
    assert count_imported(sandbox) == Counter(f"c{number}@example.com" for number in range(1, 12_001))
    assert sorted(len(job.profiles) for job in sandbox.jobs.jobs.values()) == [2000, 10_000]
    [first] = [job for job in sandbox.jobs.jobs.values() if len(job.profiles) == 10_000]
    assert first.lists == [{"type": "list", "id": "Y6nRLr"}]
    assert first.profiles[0] == {
        "type": "profile",
        "attributes": {
            "email": "c1@example.com",
            "first_name": "Zoë",
            "location": {"city": "Zürich"},
            "properties": {"Tier": "gold"},
        },
    }
    log = capsys.readouterr().err
    for line in (
        "email ← column Email",
        "first_name ← column First Name",
        "city ← column City",
        "properties ← column Tier",
    ):
        assert line in log
    assert run(file, list_id="Y6nRLr")["before"] == 12_000
    assert len(sandbox.jobs.jobs) == 2


def test_dry_run_sends_nothing(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    result = run(
        write_csv(tmp_path / "customers.csv", [profile_row(1), profile_row(2, Email="")]),
        list_id="Y6nRLr",
        dry_run=True,
    )
    reasons = {"Email is empty": {"rows": 1, "first": "line 3: Email is empty"}}
    assert (result["would_send"], result["reasons"]) == (1, reasons)
    assert read_rejects(Path(result["rejects"])) == {2: "Email is empty"}
    assert {"column": "City", "field": "city", "type": "text", "values": ["Zürich"]} in result["columns"]
    assert BODY.is_valid(result["body"])
    assert sandbox.received == []


def test_rejects_what_a_job_cannot_import_with_its_reason(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    """There are more errors than one page holds."""
    refused = range(2, 700, 3)
    sandbox.jobs.refused = {f"c{number}@example.com": f"Suppressed {number}" for number in refused}
    summary = run(write_csv(tmp_path / "customers.csv", [profile_row(number) for number in range(1, 1001)]))
    assert (summary["sent"], summary["rejected"], summary["batches"]) == (1000 - len(refused), len(refused), 1)
    assert read_rejects(REJECTS) == {number: f"Klaviyo: Suppressed {number}" for number in refused}
    sandbox.jobs.refused = {}
    again = run(tmp_path / "customers.csv")
    assert (again["sent"], again["before"], again["rejects"]) == (len(refused), 1000 - len(refused), None)
    assert set(count_imported(sandbox).values()) == {1, 2}, "those that were refused were sent twice, the others once"


def test_errors_that_name_no_row_are_in_the_rejects_as_well(
    run: Import, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def import_error(pointer: str | None, payload: Any) -> dict[str, Any]:
        attributes = {"detail": "No", "source": {"pointer": pointer}, "original_payload": payload}
        return {"type": "import-error", "attributes": attributes}

    pointed = "/data/attributes/profiles/data/1/attributes/phone_number"
    errors = [
        import_error(pointed, None),
        import_error(None, {"attributes": {"email": "c3@example.com"}}),
        import_error("/data", {}),
    ]
    monkeypatch.setattr(sandbox.jobs, "errors_of", lambda job: errors)
    summary = run(write_csv(tmp_path / "customers.csv", [profile_row(number) for number in range(1, 6)]))
    assert (summary["rows"], summary["sent"], summary["rejected"]) == (5, 3, 2)
    assert [line.split(",")[:3] for line in REJECTS.read_text().splitlines()[1:]] == [
        ["2", "3", "Klaviyo: No"],
        ["3", "4", "Klaviyo: No"],
        ["", "", "Klaviyo: No"],
    ]


def test_rejects_invalid_rows(module: Any, run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = [
        profile_row(1),
        profile_row(2, Email=""),
        profile_row(3, Email="nobody"),
        profile_row(4, Tier="é" * 50_001),
        profile_row(1, City="Bern"),
        profile_row(1),
        profile_row(7, **{"First Name": "x" * 60_000, "Tier": "y" * 60_000}),
    ]
    summary = run(write_csv(tmp_path / "customers.csv", rows))
    assert (summary["sent"], summary["rejected"], summary["repeated"]) == (1, 4, 2)
    assert read_rejects(REJECTS) == {
        2: "Email is empty",
        3: "email is not an email address: nobody",
        4: "Tier has over 100,000 bytes",
        5: "repeated: it has the same email as row 1; only the first row of a profile is imported",
        6: "repeated: it has the same email as row 1; only the first row of a profile is imported",
        7: "120,129 bytes are too many for one profile",
    }
    with pytest.raises(module.BulkFailed, match="list_id must be the ID of a list"):
        run(rows, list_id="my list")


def test_the_next_run_waits_for_an_unfinished_job_and_does_not_send_it_again(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    file = write_csv(tmp_path / "customers.csv", [profile_row(number) for number in range(1, 101)])
    sandbox.jobs.refused = {"c7@example.com": "Suppressed"}
    module.MAX_JOB = 0
    with pytest.raises(module.BulkFailed, match=r"Klaviyo's job \w+ does not end: .* run it again to continue"):
        run(file)
    module.MAX_JOB = 60
    summary = run(file)
    assert [summary[name] for name in ("rows", "sent", "rejected", "before", "repeated")] == [100, 99, 1, 0, 0]
    assert read_rejects(REJECTS) == {7: "Klaviyo: Suppressed"}
    assert len(sandbox.jobs.jobs) == 1


@pytest.mark.parametrize("fate", ["forgotten", "cancelled"])
def test_sends_the_rows_of_a_dropped_job_again(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path, fate: str
) -> None:
    file = write_csv(tmp_path / "customers.csv", [profile_row(number) for number in range(1, 101)])
    module.MAX_JOB = 0
    with pytest.raises(module.BulkFailed):
        run(file)
    getattr(sandbox.jobs, fate).update(sandbox.jobs.jobs)
    module.MAX_JOB = 60
    assert run(file)["sent"] == 100
    assert count_imported(sandbox) == Counter(f"c{number}@example.com" for number in range(1, 101))


def test_stops_if_klaviyo_drops_every_job(module: Any, run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.faults.extend([Fault(), Fault(status=404)] * 5)
    with pytest.raises(module.BulkFailed, match=r"Klaviyo does not finish its jobs, the last of them \w+"):
        run(write_csv(tmp_path / "customers.csv", [profile_row(1)]))
    assert len(sandbox.received) == 6


def test_waits_for_unfinished_jobs_before_it_sends_what_has_changed(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path
) -> None:
    """Otherwise Klaviyo could import the older version last."""
    module.Profiles.max_records = 10
    rows = [profile_row(number) for number in range(1, 31)]
    module.MAX_JOB = 0
    with pytest.raises(module.BulkFailed):
        run(write_csv(tmp_path / "customers.csv", rows))
    module.MAX_JOB = 60
    unfinished = list(sandbox.jobs.jobs)
    assert unfinished
    sandbox.received.clear()
    rows[:2] = [profile_row(1, Tier="silver"), profile_row(2, Email="c99@example.com")]
    summary = run(write_csv(tmp_path / "customers.csv", rows))
    assert (summary["sent"], summary["rejected"], summary["before"]) == (30, 0, 0)
    first = next(at for at, received in enumerate(sandbox.received) if received.method == "POST")
    asked = {received.target.split("/")[3] for received in sandbox.received[:first]}
    assert asked == {*unfinished}
    assert count_imported(sandbox)["c1@example.com"] == 2
    assert run(write_csv(tmp_path / "customers.csv", rows))["before"] == 30


def import_one(run: Import, sandbox: Sandbox, cells: dict[str, Any], **options: Any) -> Any:
    """Return the attributes of the profile of one row, or why it was rejected."""
    summary = run([{"email": "a@example.com", **cells}], **options)
    if summary["rejected"]:
        return read_rejects(Path("rows.rejects.jsonl"))[1]
    [job] = sandbox.jobs.jobs.values()
    return {name: value for name, value in job.profiles[0]["attributes"].items() if name != "email"}


@pytest.mark.parametrize(
    ("cells", "attributes"),
    [
        ({"zip": 8001.0, "lat": 47.37}, {"location": {"zip": "8001", "latitude": "47.37"}}),
        ({"city": {"name": "Bern"}}, {"properties": {"city": {"name": "Bern"}}}),
        ({"zip": True}, "zip is not text"),
        (
            {"location": {"city": "Bern"}, "properties": {"Tier": "gold"}, "Points": 7, "plz": "3000"},
            {"location": {"zip": "3000", "city": "Bern"}, "properties": {"Tier": "gold", "Points": 7}},
        ),
        (
            {
                "billing_first_name": "Zoë",
                "billing_address_1": "Gasse 1",
                "billing_city": "Bern",
                "billing_postcode": "3000",
            },
            {"first_name": "Zoë", "location": {"address1": "Gasse 1", "city": "Bern", "zip": "3000"}},
        ),
    ],
)
def test_reads_profiles_as_tables_contain_them(
    run: Import, sandbox: Sandbox, cells: dict[str, Any], attributes: Any
) -> None:
    assert import_one(run, sandbox, cells) == attributes


def test_a_column_that_mapping_names_must_be_text(run: Import, sandbox: Sandbox) -> None:
    assert import_one(run, sandbox, {"city": {"name": "Bern"}}, mapping={"city": "city"}) == "city is not text"


def test_a_profile_that_changes_back_is_sent_again(run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    for sent, tier in ((2, "gold"), (1, "silver"), (1, "gold"), (0, "gold")):
        rows = [profile_row(1, Tier=tier), profile_row(2)]
        summary = run(write_csv(tmp_path / "customers.csv", rows))
        assert (summary["sent"], summary["before"]) == (sent, 2 - sent)
    assert count_imported(sandbox) == {"c1@example.com": 3, "c2@example.com": 1}


def test_retries_temporary_failures(module: Any, run: Import, sandbox: Sandbox, tmp_path: Path) -> None:
    module.TIMEOUT, module.IN_FLIGHT = (1, 1), 1
    sandbox.jobs.refused = {"c7@example.com": "Suppressed"}
    for _ in range(3):  # while it sends the job, asks for its status, asks for its errors
        sandbox.faults.extend([Fault(status=503), Fault(status=429, headers={"Retry-After": "1"}), Fault()])
    summary = run(write_csv(tmp_path / "customers.csv", [profile_row(number) for number in range(1, 101)]))
    assert (summary["sent"], summary["rejected"], summary["batches"]) == (99, 1, 1)
    assert summary["retries"] >= 4
    assert len(sandbox.jobs.jobs) == 1


UNUSABLE_PAGES = [
    b"<html>",
    b"{}",
    b'{"data": null, "links": null}',
    b"[]",
    b'{"data": [], "links": {"next": "https://a.klaviyo.com/x?page[size]=100"}}',
    b'{"data": [], "links": {"next": "http://[x?a=b"}}',
    b'{"data": [], "links": {"next": {"href": "x"}}}',
]


@pytest.mark.parametrize("page", UNUSABLE_PAGES)
def test_stops_at_errors_that_cannot_be_read_and_the_next_run_reads_them(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path, page: bytes
) -> None:
    sandbox.faults.extend([Fault(), Fault(), Fault(), Fault(status=200, body=page)])
    file = write_csv(tmp_path / "customers.csv", [profile_row(1)])
    with pytest.raises(module.BulkFailed, match=r"the errors of Klaviyo's job \w+ cannot be read"):
        run(file)
    assert run(file)["sent"] == 1
    assert len(sandbox.jobs.jobs) == 1


ERRORS: list[Any] = [
    {"attributes": ["x"]},
    {"attributes": {"original_payload": '{"email": "c1@example.com"}'}},
    {"attributes": {"original_payload": {"email": ["c1@example.com"]}}},
    {"attributes": {"original_payload": {"attributes": ["c1@example.com"]}}},
    {"attributes": {"source": "x", "detail": {"a": 1}}},
    {"attributes": {"source": {"pointer": "/data/attributes/profiles/data/" + "9" * 5000}}},
]


@pytest.mark.parametrize("error", ERRORS, ids=range(len(ERRORS)))
def test_malformed_errors_are_in_the_rejects(
    run: Import, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Any
) -> None:
    monkeypatch.setattr(sandbox.jobs, "errors_of", lambda job: [error])
    summary = run(write_csv(tmp_path / "customers.csv", [profile_row(1)]))
    assert [*summary["reasons"]] == ["Klaviyo"]
    assert REJECTS.read_text().splitlines()[1].startswith(",,Klaviyo: ")


@pytest.mark.parametrize("answer", [b'{"data": {"attributes": ["x"]}}', b"null", b"<html>"])
def test_waits_if_the_status_of_a_job_is_malformed(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path, answer: bytes
) -> None:
    sandbox.faults.extend([Fault(), Fault(status=200, body=answer)])
    assert run(write_csv(tmp_path / "customers.csv", [profile_row(1)]))["sent"] == 1


@pytest.mark.parametrize(
    "answer",
    [
        b'{"data": {"id": "a b"}}',
        b'{"data": {"id": ["a"]}}',
        b"{}",
        b"<html>",
        b'{"data": []}',
        b'{"data": {"id": null}}',
    ],
)
def test_stops_at_an_answer_without_the_id_of_the_job(
    module: Any, run: Import, sandbox: Sandbox, tmp_path: Path, answer: bytes
) -> None:
    sandbox.faults.append(Fault(status=202, body=answer))
    with pytest.raises(module.BulkFailed, match="Klaviyo's answer names no job"):
        run(write_csv(tmp_path / "customers.csv", [profile_row(1)]))


def test_runs_killed_at_any_moment_on_a_broken_network_lose_nothing(
    module: Any, sandbox: Sandbox, tmp_path: Path
) -> None:
    sandbox.jobs.refused = {f"c{number}@example.com": "Suppressed" for number in range(50, 501, 50)}
    file = write_csv(tmp_path / "customers.csv", [profile_row(number) for number in range(1, 501)])
    summary, _ = run_after_kills("profiles", sandbox, file, network_is_broken=True)
    assert count_imported(sandbox).keys() == {f"c{number}@example.com" for number in range(1, 501) if number % 50}
    assert summary["sent"] + summary["before"] == 490
    assert read_rejects(tmp_path / REJECTS).keys() == set(range(50, 501, 50))


ROWS = st.lists(
    st.fixed_dictionaries(
        {"email": st.sampled_from(["a@example.com", "b@example.com", "c@example.com", "", "nobody"])},
        optional={"phone": st.sampled_from(["+12025550142", "+12025550143", "0"]), "note": st.text(max_size=300)},
    ),
    min_size=1,
    max_size=40,
)


@given(rows=ROWS, profiles=st.integers(1, 10), size=st.integers(2500, 20_000))
def test_all_rows_add_up_and_every_job_is_within_the_limits(
    rows: list[dict[str, Any]], profiles: int, size: int
) -> None:
    module = load_import("profiles")
    module.Profiles.max_records, module.Profiles.max_bytes = profiles, size
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        summary = run_import(module)(rows, list_id="Y6nRLr", dry_run=True)
    jobs = prepare_bodies(module, module.Profiles("Y6nRLr"), rows)
    imported = [
        profile["attributes"] for job in jobs for profile in json.loads(job)["data"]["attributes"]["profiles"]["data"]
    ]
    counts = ("would_send", "before", "rejected", "repeated", "gathered")
    assert sum(summary[name] for name in counts) == summary["rows"] == len(rows)
    assert len(imported) == summary["would_send"]
    for job in jobs:
        assert len(job) <= size
        assert BODY.is_valid(json.loads(job))
        assert 0 < len(json.loads(job)["data"]["attributes"]["profiles"]["data"]) <= profiles
    identifiers = [profile[name] for profile in imported for name in ("email", "phone_number") if name in profile]
    assert len(identifiers) == len(set(identifiers)), "no profile twice"
