"""The imports in a job of Windmill, with its own client and a local server in Windmill's place."""

import json
import os
import random
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.bulk_import import count_recorded, import_command, order_row, wait_for_requests
from tests.support.windmill_workspace import Workspace
from workbench.sandbox import Fault, Sandbox

KILLS = 5
NUMBERS = range(1, 1001)
REJECTS = "klaviyo_imports/job-1/orders.jsonl.rejects.jsonl"


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace() as server:
        rows = [order_row(number, Email="" if number == 7 else f"c{number}@example.com") for number in NUMBERS]
        server.objects["in/orders.jsonl"] = "\n".join(map(json.dumps, rows)).encode()
        yield server


class Jobs:
    """Runs an import in new folders, as a worker does. Every job has the same environment, and so the same state."""

    def __init__(self, sandbox: Sandbox, workspace: Workspace, folder: Path) -> None:
        self.sandbox, self.environment, self.folder = sandbox, os.environ | workspace.environment, folder
        self.count = 0

    def start(self, kind: str = "events", constants: Any = None, **options: Any) -> "subprocess.Popen[str]":
        self.count += 1
        folder = self.folder / str(self.count)
        folder.mkdir()
        defaults = {"source": {"s3": "in/orders.jsonl"}, **({"metric": "Placed Order"} if kind == "events" else {})}
        command = import_command(kind, self.sandbox, {"max_records": 25, **(constants or {})}, **defaults | options)
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=folder, env=self.environment, stdout=pipe, stderr=pipe, text=True)

    def run(self, kind: str = "events", constants: Any = None, **options: Any) -> tuple[Any, str]:
        """Return the summary, or None if the job failed, and the log."""
        process = self.start(kind, constants, **options)
        output, log = process.communicate()
        assert list((self.folder / str(self.count)).iterdir()) == []
        return (json.loads(output) if process.returncode == 0 else None), log


@pytest.fixture
def jobs(sandbox: Sandbox, workspace: Workspace, tmp_path: Path) -> Jobs:
    return Jobs(sandbox, workspace, tmp_path)


def test_imports_from_s3_with_state_rejects_and_progress(jobs: Jobs, sandbox: Sandbox, workspace: Workspace) -> None:
    sandbox.faults.append(Fault(delay=0.6))
    summary, log = jobs.run(constants={"LOG_EVERY": 0.1})
    assert (summary["sent"], summary["rejected"], summary["before"]) == (999, 1, 0)
    assert summary["rejects"] == {"s3": REJECTS}
    [row] = map(json.loads, workspace.objects[REJECTS].splitlines())
    assert (row["rejected_row"], row["rejected_line"]) == (7, 7)
    assert (row["rejected_reason"], row["Order id"]) == ("Email and Phone are both empty", "7")
    assert count_recorded(sandbox) == Counter(str(number) for number in NUMBERS if number != 7)
    assert all(0 < percent <= 99 for percent in workspace.progress)
    assert workspace.progress == sorted(workspace.progress) != []
    assert "email ← column Email" in log
    assert " events/s]" in log
    [path] = workspace.resources
    assert path.startswith("u/a/import_events_")
    again, _ = jobs.run()
    assert (again["sent"], again["before"], again["rejected"]) == (0, 999, 1)
    assert sum(count_recorded(sandbox).values()) == 999


def test_another_worker_continues_after_jobs_were_killed(jobs: Jobs, sandbox: Sandbox, workspace: Workspace) -> None:
    chance = random.Random(7)  # noqa: S311
    for _ in range(KILLS):
        count = len(sandbox.received)
        process = jobs.start()
        wait_for_requests(sandbox, process, count + 1)
        time.sleep(chance.random() * 0.1)
        process.kill()
        process.communicate()
    summary, log = jobs.run()
    assert summary["sent"] + summary["before"] == 999, log
    assert summary["rejected"] == 1
    assert count_recorded(sandbox).keys() == {str(number) for number in NUMBERS if number != 7}
    in_flight = KILLS * 8 * 25  # at most, when the jobs were killed
    assert sum(count_recorded(sandbox).values()) - 999 <= in_flight


def test_import_profiles_continues_with_the_jobs_of_the_last_run(
    jobs: Jobs, sandbox: Sandbox, workspace: Workspace
) -> None:
    summary, log = jobs.run("profiles", {"MAX_JOB": 0, "max_records": 1000})
    assert summary is None
    assert "does not end" in log
    [state] = workspace.resources.values()
    assert len(state["jobs"]) == 1
    summary, _ = jobs.run("profiles", {"max_records": 1000})
    assert (summary["sent"], summary["rejected"], summary["before"]) == (999, 1, 0)
    assert len(sandbox.jobs.jobs) == 1


def test_import_subscriptions_continues_with_the_jobs_of_the_last_run(
    jobs: Jobs, sandbox: Sandbox, workspace: Workspace
) -> None:
    summary, log = jobs.run("subscriptions", {"MAX_JOB": 0, "max_records": 100}, action="suppress")
    assert summary is None
    assert "does not end" in log
    summary, _ = jobs.run("subscriptions", {"max_records": 100}, action="suppress")
    assert [summary[name] for name in ("sent", "rejected", "repeated", "before")] == [999, 1, 0, 0]
    bodies = [json.loads(received.body)["data"] for received in sandbox.received if received.method == "POST"]
    assert sum(len(data["attributes"]["profiles"]["data"]) for data in bodies) == 999, "nobody was sent twice"


def test_a_failing_windmill_does_not_stop_the_import(jobs: Jobs, sandbox: Sandbox, workspace: Workspace) -> None:
    workspace.broken = {"resources/create", "job_helpers/upload_s3_file", "job_metrics"}
    sandbox.faults.append(Fault(delay=0.6))
    summary, log = jobs.run(constants={"LOG_EVERY": 0.1})
    assert (summary["sent"], summary["rejected"], summary["rejects"]) == (999, 1, "rejected_rows")
    [row] = summary["rejected_rows"]
    assert (row["rejected_row"], row["rejected_reason"], row["Order id"]) == (7, "Email and Phone are both empty", "7")
    assert "Windmill cannot keep what is done" in log
    assert "Windmill cannot keep the rejects" in log
    assert log.count("Windmill cannot show progress") == 1


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ("resources/exists", "Windmill's state u/a/import_events_"),
        ("job_helpers/download_s3_file", "in/orders.jsonl cannot be read"),
    ],
)
def test_sends_nothing_if_the_state_or_the_source_cannot_be_read(
    jobs: Jobs, sandbox: Sandbox, workspace: Workspace, broken: str, message: str
) -> None:
    workspace.broken = {broken}
    summary, log = jobs.run()
    assert summary is None
    assert message in log
    assert sandbox.received == []


def test_refuses_a_damaged_state(jobs: Jobs, sandbox: Sandbox, workspace: Workspace) -> None:
    jobs.run()
    [path] = workspace.resources
    sandbox.received.clear()
    states: list[Any] = [None, {}, [], {"rows": "not base64"}, {"rows": ""}]
    for state in states:
        workspace.resources[path] = state
        summary, log = jobs.run()
        assert summary is None, state
        assert f"Windmill's state {path} cannot be read" in log, state
        assert sandbox.received == [], state


def test_reads_an_s3_address(jobs: Jobs, workspace: Workspace) -> None:
    summary, _ = jobs.run(source="s3:///in/orders.jsonl", rejects="out/bad.jsonl")
    assert summary["sent"] == 999
    assert summary["rejects"]["s3"] == "out/bad.jsonl"
    assert workspace.objects["out/bad.jsonl"].startswith(b'{"rejected_row": 7')
