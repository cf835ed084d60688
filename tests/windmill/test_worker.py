"""The scripts as Windmill's worker runs them: several Pythons, only the locked packages, results and errors as JSON."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import pytest

from tests.support import worker
from tests.support.collection import AUTH, INDEX, REVISION, unthrottled
from tests.support.windmill_workspace import Workspace
from workbench.collection import COLLECTION, load_operation, load_schema
from workbench.sandbox import API_KEY, Fault, Sandbox

VERSIONS = ("3.11", "3.12", "3.13")
pytestmark = pytest.mark.xdist_group("worker")

RunJobs = Callable[..., list[Any]]


def pyenv_environment() -> dict[str, str]:
    """Return the environment in which pyenv, if there is one, offers every Python it has."""
    pyenv = shutil.which("pyenv")
    if pyenv is None:
        return dict(os.environ)
    versions = subprocess.run([pyenv, "versions", "--bare"], capture_output=True, text=True, check=False).stdout
    return os.environ | {"PYENV_VERSION": ":".join(reversed(versions.split()))}


def find_python(version: str) -> str | None:
    """Return the path of a Python of that version, if there is one."""
    names = (f"python{version}", sys.executable)
    for name in filter(None, map(shutil.which, names)):
        program = "import sys; print('%d.%d' % sys.version_info[:2], sys.executable)"
        done = subprocess.run(
            [name, "-c", program], env=pyenv_environment(), capture_output=True, text=True, check=False
        )
        actual, _, path = done.stdout.strip().partition(" ")
        if actual == version:
            return path
    return None


@pytest.fixture(scope="module", params=VERSIONS)
def run_jobs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> RunJobs:
    """Runs jobs in a Python that has only the locked packages."""
    python = find_python(request.param)
    if python is None:
        pytest.skip(f"no Python {request.param} on this machine")
    folder = tmp_path_factory.mktemp("worker") / request.param
    uv = str(Path(sys.executable).with_name("uv"))
    lock = COLLECTION / "f/klaviyo/events/bulk_create_events.script.lock"
    subprocess.run([uv, "venv", "--quiet", "--python", python, str(folder)], check=True)
    subprocess.run([uv, "pip", "install", "--quiet", "--no-deps", "--python", str(folder), "-r", str(lock)], check=True)

    def run(jobs: list[Any], lock: Path | None = None, **environment: str) -> list[Any]:
        if lock:  # of scripts that need more
            command = [uv, "pip", "install", "--quiet", "--no-deps", "--python", str(folder), "-r", str(lock)]
            subprocess.run(command, check=True)
        command = [str(folder / "bin/python"), "-I", worker.__file__]
        lines = "".join(json.dumps(job) + "\n" for job in jobs)
        settings = {"NO_PROXY": "127.0.0.1", "PATH": os.environ["PATH"], **environment}
        done = subprocess.run(
            command, input=lines, env=settings, capture_output=True, encoding="utf-8", check=False, timeout=300
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return [json.loads(line) for line in done.stdout.splitlines()]

    installed = {
        entry.name.lower().replace("_", "-")
        for entry in distributions(path=[str(next(folder.glob("lib/*/site-packages")))])
    }
    locked = {line.partition("==")[0] for line in lock.read_text().splitlines() if "==" in line}
    assert installed == locked
    return run


def example_job(name: str, server: Sandbox, **changes: Any) -> dict[str, Any]:
    operation = load_operation(name)
    auth = {"auth": AUTH} if operation["needs_key"] else {}
    args = {**auth, **load_schema(operation)["examples"][0], **changes}
    return {"script": str(COLLECTION / operation["script"]), "args": args, "api": server.url, "max_wait": 0}


@pytest.fixture
def server() -> Iterator[Sandbox]:
    with Sandbox(unthrottled(INDEX), state=None) as sandbox:
        yield sandbox


def test_every_script_runs_and_returns_json(run_jobs: RunJobs, server: Sandbox) -> None:
    operations = INDEX["operations"]
    results = run_jobs([example_job(operation["operation"], server) for operation in operations])
    for operation, result, received in zip(operations, results, server.received, strict=True):
        assert result == {"result": json.loads(received.answer or b"null")}, operation["operation"]
        assert (result["result"] is not None) == operation["success"]["content"], operation["operation"]
    assert [received.status for received in server.received] == [entry["success"]["status"] for entry in operations]


def test_an_error_has_the_attributes_that_flows_use_and_no_others(run_jobs: RunJobs, server: Sandbox) -> None:
    body = json.dumps({"errors": [{"code": "duplicate_profile", "meta": {"duplicate_profile_id": "01J"}}]}).encode()
    conflict = Fault(status=409, body=body, headers={"RateLimit-Remaining": "3"})
    server.faults.extend([conflict, Fault(status=429, headers={"Retry-After": "86400"})])
    results = run_jobs([example_job("create_profile", server), example_job("create_profile", server)])
    first, second = (result["error"] for result in results)
    assert (first["name"], first["message"][:4]) == ("KlaviyoError", "409 ")
    errors = [{"code": "duplicate_profile", "meta": {"duplicate_profile_id": "01J"}}]
    assert first["extra"] == {"status": 409, "errors": errors, "retry_after": None}
    assert second["extra"] == {"status": 429, "errors": [], "retry_after": 86400}
    assert API_KEY not in json.dumps(results)


def test_faults_in_the_arguments_are_data(run_jobs: RunJobs, server: Sandbox) -> None:
    without_arguments = {**example_job("get_list", server), "args": {}}
    missing, invalid = run_jobs([without_arguments, example_job("get_list", server, id="", revision="now")])
    extra = missing["error"]["extra"]
    assert (missing["error"]["name"], extra["count"], extra.keys()) == ("InvalidInput", 2, {"count", "faults"})
    expected = "a resource with either apiKey, a private API key, or token, an access token"
    assert {"pointer": "/auth", "expected": expected, "actual": "missing"} in extra["faults"]
    assert {fault["pointer"] for fault in extra["faults"]} == {"/auth", "/id"}
    assert {fault["pointer"] for fault in invalid["error"]["extra"]["faults"]} == {"/id", "/revision"}
    assert server.received == []


def test_missing_arguments_arrive_as_none(run_jobs: RunJobs, server: Sandbox) -> None:
    arguments: dict[str, Any] = {
        "auth": AUTH,
        "revision": REVISION,
        "page_size": None,
        "filter": None,
        "fields_profile": [],
    }
    [result] = run_jobs([{**example_job("get_profiles", server), "args": arguments}])
    assert result["result"]["data"]
    assert server.received[0].target == "/api/profiles"


def test_every_trigger_returns_what_is_new_once(run_jobs: RunJobs) -> None:
    """The last test of this module, as it installs more packages."""
    triggers = [script for script in INDEX["triggers"] if script["kind"] == "trigger"]
    lock: Path | None = (COLLECTION / triggers[0]["script"]).with_suffix(".script.lock")
    with Sandbox(unthrottled(INDEX)) as shop:
        for trigger in triggers:
            with Workspace() as workspace:
                arguments = {
                    "auth": AUTH,
                    **load_schema(trigger)["examples"][0],
                    "since": "2020-01-01",
                    "metric": "all",
                }
                names = {"auth", *load_schema(trigger)["properties"]}
                known = {name: value for name, value in arguments.items() if name in names}
                job = {"script": str(COLLECTION / trigger["script"]), "args": known, "api": shop.url, "max_wait": 0}
                environment = {name: value for name, value in workspace.environment.items() if name != "WM_JOB_ID"}
                first, second = run_jobs([job, job], lock, **environment)
                assert first["result"] or trigger["name"] == "consent_changes", first
                assert second == {"result": []}
                lock = None
