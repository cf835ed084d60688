"""The imports where Windmill runs them: its own client against a local server in Windmill's place."""

import json
import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.imports import command
from tests.test_import_events import recorded, row
from tests.windmill_workspace import Workspace
from workbench.sandbox import Fault, Sandbox

REJECTS = "klaviyo_imports/job-1/orders.jsonl.rejects.csv"


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace() as server:
        lines = (json.dumps(row(number, Email="" if number == 7 else f"c{number}@example.com")) for number in numbers())
        server.objects["in/orders.jsonl"] = "\n".join(lines).encode()
        yield server


def numbers() -> range:
    return range(1, 1001)


class Job:
    """Runs of a script, each with a folder of its own that is gone afterwards, as a worker's is."""

    def __init__(self, sandbox: Sandbox, workspace: Workspace, folder: Path) -> None:
        self.sandbox, self.environment, self.folder = sandbox, os.environ | workspace.environment, folder
        self.count = 0

    def start(self, what: str = "events", constants: Any = None, **options: Any) -> "subprocess.Popen[str]":
        self.count += 1
        folder = self.folder / str(self.count)
        folder.mkdir()
        given = {"source": {"s3": "in/orders.jsonl"}, **({"metric": "Placed Order"} if what == "events" else {})}
        run = command(what, self.sandbox, {"MOST_RECORDS": 25, **(constants or {})}, **given | options)
        pipe = subprocess.PIPE
        return subprocess.Popen(run, cwd=folder, env=self.environment, stdout=pipe, stderr=pipe, text=True)

    def run(self, what: str = "events", constants: Any = None, **options: Any) -> tuple[Any, str]:
        """The summary, None where it failed, and the log."""
        process = self.start(what, constants, **options)
        output, log = process.communicate()
        assert list((self.folder / str(self.count)).iterdir()) == []
        return (json.loads(output) if process.returncode == 0 else None), log


@pytest.fixture
def job(sandbox: Sandbox, workspace: Workspace, tmp_path: Path) -> Job:
    return Job(sandbox, workspace, tmp_path)


def test_from_s3_to_klaviyo_with_state_rejects_and_progress(job: Job, sandbox: Sandbox, workspace: Workspace) -> None:
    sandbox.faults.append(Fault(delay=0.9))
    summary, log = job.run(constants={"LOG_EVERY": 0.1})
    assert (summary["sent"], summary["rejected"], summary["before"]) == (999, 1, 0)
    assert summary["rejects"] == {"s3": REJECTS}
    assert workspace.objects[REJECTS].splitlines() == [b"row,reason", b'7,"it has none of Email, Phone"']
    assert recorded(sandbox) == Counter(str(number) for number in numbers() if number != 7)
    assert all(0 < percent <= 99 for percent in workspace.progress)
    assert workspace.progress == sorted(workspace.progress) != []
    assert "email is Email" in log
    assert " events/s]" in log
    [path] = workspace.resources
    assert path.startswith("u/a/import_events_")
    again, _ = job.run()
    assert (again["sent"], again["before"], again["rejected"]) == (0, 999, 1)
    assert sum(recorded(sandbox).values()) == 999


def test_killed_at_random_moments_another_worker_goes_on(job: Job, sandbox: Sandbox, workspace: Workspace) -> None:
    chance = random.Random(7)  # noqa: S311
    for _ in range(8):
        process = job.start()
        seen = len(sandbox.received)
        while len(sandbox.received) == seen and process.poll() is None:
            time.sleep(0.01)
        time.sleep(chance.random() * 0.1)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    summary, log = job.run()
    assert summary["sent"] + summary["before"] == 999, log
    assert summary["rejected"] == 1
    assert recorded(sandbox).keys() == {str(number) for number in numbers() if number != 7}
    assert sum(recorded(sandbox).values()) - 999 <= 8 * 8 * 25, "what was in flight at a kill, at most"


def test_profiles_go_on_with_the_jobs_of_the_run_before(job: Job, sandbox: Sandbox, workspace: Workspace) -> None:
    sandbox.jobs.duration = 4
    summary, log = job.run("profiles", {"LONGEST_JOB": 0, "MOST_RECORDS": 1000})
    assert summary is None
    assert "does not end" in log
    assert len(next(iter(workspace.resources.values()))["jobs"]) == 1
    summary, _ = job.run("profiles", {"MOST_RECORDS": 1000})
    assert (summary["sent"], summary["rejected"], summary["before"]) == (999, 1, 0)
    assert len(sandbox.jobs.jobs) == 1


def test_a_windmill_that_fails_does_not_stop_the_import(job: Job, sandbox: Sandbox, workspace: Workspace) -> None:
    workspace.broken = {"resources/create", "job_helpers/upload_s3_file", "job_metrics"}
    sandbox.faults.append(Fault(delay=0.9))
    summary, log = job.run(constants={"LOG_EVERY": 0.1})
    assert (summary["sent"], summary["rejected"], summary["rejects"]) == (999, 1, None)
    assert "Windmill cannot keep what is done" in log
    assert "Windmill cannot keep the rejects" in log
    assert '7,"it has none of Email, Phone"' in log
    assert log.count("Windmill cannot show progress") == 1


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("resources/exists", "Windmill's state u/a/import_events_"),
        ("job_helpers/download_s3_file", "in/orders.jsonl cannot be read"),
    ],
)
def test_what_cannot_be_read_stops_before_anything_is_sent(
    job: Job, sandbox: Sandbox, workspace: Workspace, broken: str, said: str
) -> None:
    workspace.broken = {broken}
    summary, log = job.run()
    assert summary is None
    assert said in log
    assert sandbox.received == []


@pytest.mark.parametrize("state", [None, {}, [], {"rows": "not base64"}, {"rows": ""}])
def test_a_state_that_is_none_is_not_taken_for_an_empty_one(
    job: Job, sandbox: Sandbox, workspace: Workspace, state: Any
) -> None:
    job.run()
    [path] = workspace.resources
    workspace.resources[path] = state
    sandbox.received.clear()
    summary, log = job.run()
    assert summary is None
    assert f"Windmill's state {path} cannot be read" in log
    assert sandbox.received == []


def test_an_s3_address_is_a_source_too(job: Job, workspace: Workspace) -> None:
    summary, _ = job.run(source="s3:///in/orders.jsonl", rejects="out/bad.csv")
    assert summary["sent"] == 999
    assert summary["rejects"]["s3"] == "out/bad.csv"
    assert workspace.objects["out/bad.csv"].startswith(b"row,reason")
