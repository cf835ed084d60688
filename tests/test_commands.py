"""The commands as a person types them, in processes of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import AUTH, BULK_CREATE_EVENTS, INDEX, REVISION
from workbench.collection import ROOT, load_schema
from workbench.run import command
from workbench.sandbox import API_KEY, Fault, Sandbox

Done = subprocess.CompletedProcess[str]


def run(*arguments: str, cwd: Path = ROOT, stdin: str = "", environment: dict[str, str] | None = None) -> Done:
    env = {name: value for name, value in os.environ.items() if name != "KLAVIYO_API_KEY"} | (environment or {})
    return subprocess.run(
        arguments, cwd=cwd, env=env, input=stdin, capture_output=True, encoding="utf-8", timeout=60, check=False
    )


def workbench_run(*arguments: str, **environment: str) -> Done:
    """What `make run` starts."""
    return run(sys.executable, "-m", "workbench.run", *arguments, environment=environment)


def test_run_sends_the_example() -> None:
    done = workbench_run()
    assert done.returncode == 0, done.stderr
    assert "sent  POST /api/event-bulk-create-jobs" in done.stdout
    assert f"revision: {REVISION}" in done.stdout
    assert "Authorization: Klaviyo-API-Key ***" in done.stdout
    assert "back  202" in done.stdout
    assert API_KEY not in done.stdout + done.stderr
    assert len(done.stdout.splitlines()) < 15


@pytest.mark.parametrize("whole", [True, False], ids=["all arguments", "the body alone"])
def test_run_takes_a_file(tmp_path: Path, body: Any, whole: bool) -> None:
    body["data"]["attributes"]["events-bulk-create"]["data"][0]["attributes"]["profile"]["data"]["id"] = "01FROMFILE"
    file = tmp_path / "arguments.json"
    arguments = {"auth": {"apiKey": "pk_own"}, "revision": REVISION, "body": body} if whole else body
    file.write_text(json.dumps(arguments), encoding="utf-8")
    done = workbench_run(str(file))
    assert done.returncode == 0, done.stderr
    assert "back  202" in done.stdout
    assert "pk_own" not in done.stdout


WRONG_FILES = [
    (None, "No such file"),
    ("{", "is not JSON"),
    ("", "is not JSON"),
    ("[" * 100_000, "is not JSON"),
    ("\udcff", "is not JSON"),
    ("[]", "InvalidInput: 1 fault in the arguments, nothing was sent\n/body: expected object, found []"),
    ("{}", "/body: expected the property"),
    ('{"body": {}, "auth": {}}', "/auth/apiKey: expected a private API key"),
    ('{"body": {}, "auth": "pk_1"}', "/auth/apiKey: expected a private API key"),
    ('{"revision": "2019-01-01"}', "/body: expected object, found null"),
]


@pytest.mark.parametrize(("content", "message"), WRONG_FILES)
def test_run_explains_what_is_wrong_with_a_file(tmp_path: Path, content: str | None, message: str) -> None:
    file = tmp_path / "arguments.json"
    if content is not None:
        file.write_text(content, encoding="utf-8", errors="surrogateescape")
    done = workbench_run(str(file))
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


def test_run_takes_any_script_by_any_of_its_names() -> None:
    for name in ("profiles/get_profiles", "scripts/profiles/get_profiles.py", "get_profiles"):
        done = workbench_run("--script", name)
        assert "sent  GET /api/profiles?filter=equals%28email%2C%22ada%40example.com%22%29&" in done.stdout, done.stderr
        assert "bytes" not in done.stdout
        assert '"data": []' in done.stdout
    done = workbench_run("--script", "profiles/get_profile")
    assert "sent  GET /api/profiles/01" in done.stdout
    done = workbench_run("--script", "get_profle")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("no script get_profle; profiles/get_profile or ")


def test_run_works_for_every_script(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KLAVIYO_API_KEY", raising=False)
    for operation in INDEX["operations"]:
        command(name=operation["operation"])
        shown = capsys.readouterr().out
        assert f"sent  {operation['method']} /" in shown
        assert f"back  {operation['success']['status']}\n" in shown


def test_run_needs_an_object_where_there_is_no_body(tmp_path: Path) -> None:
    file = tmp_path / "arguments.json"
    file.write_text('{"page_sise": 1}')
    done = workbench_run("--script", "profiles/get_profiles", str(file))
    assert done.returncode == 1
    assert "expected one JSON object of additional_fields_profile, auth, " in done.stderr
    file.write_text('{"page_size": 101}')
    done = workbench_run("--script", "profiles/get_profiles", str(file))
    assert done.returncode == 1
    assert "/page_size: expected at most 100, found 101" in done.stderr


def test_run_adds_nothing_to_arguments(tmp_path: Path) -> None:
    file = tmp_path / "arguments.json"
    file.write_text('{"page_size": 7}')
    assert "sent  GET /api/profiles?page%5Bsize%5D=7\n" in workbench_run("--script", "get_profiles", str(file)).stdout


def test_run_does_not_take_a_folder(tmp_path: Path) -> None:
    done = workbench_run(str(tmp_path))
    assert done.returncode == 1
    assert "Is a directory" in done.stderr


def test_run_goes_to_klaviyo_with_a_key_and_says_so() -> None:
    # A proxy at which nobody listens stands between this test and Klaviyo.
    done = workbench_run(KLAVIYO_API_KEY="pk_real", HTTPS_PROXY="http://127.0.0.1:9", NO_PROXY="")
    assert "to    Klaviyo itself, as KLAVIYO_API_KEY is set" in done.stdout
    assert done.returncode == 1
    assert "KlaviyoError: no answer, ProxyError" in done.stderr
    assert "Traceback" not in done.stderr
    assert "pk_real" not in done.stdout + done.stderr


@pytest.fixture
def copied(tmp_path: Path, sandbox: Sandbox) -> list[str]:
    """The command that runs a copy of the script, alone in a folder and pointed at the sandbox."""
    source = (ROOT / BULK_CREATE_EVENTS["script"]).read_text(encoding="utf-8")
    assert source.count('"https://a.klaviyo.com"') == 1
    script = tmp_path / "bulk_create_events.py"
    script.write_text(source.replace("https://a.klaviyo.com", sandbox.url), encoding="utf-8")
    # Offline: uv finds what the header of the script asks for in what the Makefile has installed.
    return ["uv", "run", "--offline", "--quiet", "--python", sys.executable, str(script)]


def example_arguments(**changes: Any) -> str:
    return json.dumps({"auth": AUTH, **load_schema(BULK_CREATE_EVENTS)["examples"][0], **changes})


def test_a_script_runs_by_hand_wherever_it_is(copied: list[str], sandbox: Sandbox, tmp_path: Path) -> None:
    done = run(*copied, cwd=tmp_path, stdin=example_arguments())
    assert (done.returncode, done.stdout, done.stderr) == (0, "null\n", "")
    assert [received.status for received in sandbox.received] == [202]


def test_by_hand_an_answer_is_printed_and_a_wait_is_not_mixed_in(copied: list[str], sandbox: Sandbox) -> None:
    sandbox.faults.extend([Fault(status=429), Fault(status=200, body='{"data": "ü"}'.encode())])
    done = run(*copied, stdin=example_arguments())
    assert json.loads(done.stdout) == {"data": "ü"}
    assert "waiting 1 s" in done.stderr


@pytest.mark.parametrize(
    ("stdin", "message"),
    [
        ("", "JSONDecodeError: Expecting value"),
        ("[1]", "TypeError: __main__.main() argument after ** must be a mapping, not list"),
        ('{"bodi": {}}', "TypeError: main() got an unexpected keyword argument 'bodi'"),
        ("{}", "TypeError: main() missing 3 required positional arguments: 'auth', 'revision', and 'body'"),
        (
            example_arguments(body={}),
            "InvalidInput: 1 fault in the arguments, nothing was sent\n/body: expected the property",
        ),
        (
            example_arguments(auth={}),
            "InvalidInput: 1 fault in the arguments, nothing was sent\n/auth/apiKey: expected",
        ),
        (example_arguments(auth={"apiKey": "pk_other"}), "KlaviyoError: 401 "),
    ],
)
def test_by_hand_what_is_wrong_is_a_message(copied: list[str], stdin: str, message: str) -> None:
    done = run(*copied, stdin=stdin)
    assert done.returncode == 1
    assert done.stderr.startswith(message)
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_make_alone_says_what_there_is() -> None:
    done = run("make")
    assert done.returncode == 0
    for target in ("run", "test", "bench"):
        assert f"make {target} " in done.stdout
