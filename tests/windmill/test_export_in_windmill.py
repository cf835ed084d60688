"""The export in a job of Windmill, with its own client and a local server in Windmill's place."""

import json
import os
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.bulk_export import event, export_command, profile
from tests.support.bulk_import import wait_for_requests
from tests.support.windmill_workspace import Workspace
from workbench.sandbox import Fault, Sandbox


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace() as server:
        yield server


class Jobs:
    """Runs exports in new folders, as a worker does."""

    def __init__(self, sandbox: Sandbox, workspace: Workspace, folder: Path) -> None:
        self.sandbox, self.environment, self.folder = sandbox, os.environ | workspace.environment, folder
        self.count = 0

    def start(self, read: str, constants: Any = None, **options: Any) -> "subprocess.Popen[str]":
        self.count += 1
        folder = self.folder / str(self.count)
        folder.mkdir()
        command = export_command(self.sandbox, read, constants, **options)
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=folder, env=self.environment, stdout=pipe, stderr=pipe, text=True)

    def run(self, read: str, constants: Any = None, **options: Any) -> tuple[Any, str]:
        """Return the summary, or None if the job failed, and the log."""
        process = self.start(read, constants, **options)
        output, log = process.communicate()
        assert list((self.folder / str(self.count)).iterdir()) == []
        return (json.loads(output) if process.returncode == 0 else None), log


@pytest.fixture
def jobs(sandbox: Sandbox, workspace: Workspace, tmp_path: Path) -> Jobs:
    sandbox.reset_account()
    return Jobs(sandbox, workspace, tmp_path)


def test_exports_to_s3_and_remembers_in_the_state(jobs: Jobs, sandbox: Sandbox, workspace: Workspace) -> None:
    sandbox.add("profile", [profile(n) for n in range(150)])
    place = {"s3": "out/{time}.jsonl", "storage": "b"}
    summary, _ = jobs.run("get_profiles", {"MAX_STATE": 40}, to=place, since="last")
    assert (summary["items"], summary["to"]["storage"]) == (150, "b")
    sandbox.add("profile", [profile(3, first_name="Zoë"), profile(200)])
    time.sleep(1)  # the name has the time to the second
    second, _ = jobs.run("get_profiles", {"MAX_STATE": 40}, to="s3://b/out/{time}.jsonl", since="last")
    assert (second["items"], second["before"]) == (2, 149)
    assert workspace.objects.keys() == {summary["to"]["s3"], second["to"]["s3"]}, "nothing else stays"
    ids = [json.loads(line)["id"] for line in workspace.objects[summary["to"]["s3"]].splitlines()]
    assert ids == [f"P{n:06}" for n in range(150)]
    assert workspace.objects[second["to"]["s3"]].count(b"\n") == 2
    other, _ = jobs.run("get_profiles", {"MAX_STATE": 40}, since="last")
    assert (other["items"], other["before"]) == (151, 0), "another run"


def test_an_object_of_the_last_run_is_not_replaced(jobs: Jobs, sandbox: Sandbox) -> None:
    jobs.run("get_profiles", to="out/changes.csv", since="last")
    summary, log = jobs.run("get_profiles", to="out/changes.csv", since="last")
    assert summary is None
    assert "out/changes.csv has what an earlier run wrote: put {time} into its name" in log
    summary, _ = jobs.run("get_profiles", to="out/{time}.csv", since="last")
    assert summary["to"]["s3"].endswith("Z.csv")


def kill_after_pages(jobs: Jobs, **options: Any) -> None:
    """Start an export of events, and kill it at the third page."""
    count = len(jobs.sandbox.received)
    jobs.sandbox.faults.extend([Fault(), Fault(), Fault(delay=0.6)])
    process = jobs.start("get_events", {"SAVE_EVERY": 0}, **options)
    wait_for_requests(jobs.sandbox, process, count + 3)
    process.kill()
    process.communicate()
    jobs.sandbox.faults.clear()


@pytest.mark.parametrize("since", ["last", None])
def test_another_worker_goes_on_after_jobs_were_killed(
    jobs: Jobs, sandbox: Sandbox, workspace: Workspace, since: str | None
) -> None:
    sandbox.add("event", [event(n) for n in range(6000)])
    options = {"to": "out/events.jsonl", "since": since}
    kill_after_pages(jobs, **options)
    if since:  # so long ago that the run is begun anew
        [state] = workspace.resources.values()
        state["facts"]["run"]["active"] -= 90_000
    kill_after_pages(jobs, **options)
    assert "out/events.jsonl" not in workspace.objects
    summary, log = jobs.run("get_events", **options)
    assert summary, log
    assert summary["items"] == 6000
    assert re.search(r"Continuing the run of \S+, after [1-9]\d* pages", log)
    ids = [json.loads(line)["id"] for line in workspace.objects["out/events.jsonl"].splitlines()]
    assert sorted(ids) == [f"E{n:07}" for n in range(6000)]
    assert workspace.objects.keys() == {"out/events.jsonl"}, "what was kept of the runs is removed"
    assert {key: value for key, value in workspace.resources.items() if value and not since} == {}


@pytest.mark.parametrize(
    ("broken", "message", "requests"),
    [
        ("resources/exists", "Windmill's state u/a/import_events_", 0),
        ("job_helpers/upload_s3_file", "Nothing can be written to S3", 2),
        ("resources/create", "Nothing can be written to S3", 2),
    ],
)
def test_a_failing_windmill_is_noticed_at_once(
    jobs: Jobs, sandbox: Sandbox, workspace: Workspace, broken: str, message: str, requests: int
) -> None:
    sandbox.add("profile", [profile(n) for n in range(500)])
    workspace.broken = {broken}
    summary, log = jobs.run("get_profiles", to="out/profiles.csv", since="last")
    assert summary is None
    assert message in log
    assert len(sandbox.received) <= requests


def test_refuses_a_damaged_state(jobs: Jobs, sandbox: Sandbox, workspace: Workspace) -> None:
    jobs.run("get_profiles", since="last")
    [path] = workspace.resources
    sandbox.received.clear()
    for state in ([1], {"x": 1}, "text", {"generation": 0, "parts": 3, "facts": {}}):
        workspace.resources[path] = state
        summary, log = jobs.run("get_profiles", since="last")
        assert summary is None, state
        assert f"Windmill's state {path} cannot be read" in log, state
    assert sandbox.received == []
