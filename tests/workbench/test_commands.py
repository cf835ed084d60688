"""The commands as a person types them, each in its own process."""

import contextlib
import inspect
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.support.bulk_import import order_row, write_csv
from tests.support.collection import AUTH, BULK_CREATE_EVENTS, REVISION
from tests.support.events import groups_of, profile_of
from workbench.collection import ROOT, load_module, load_operation, load_schema
from workbench.run import command
from workbench.sandbox import API_KEY, Fault, Sandbox

Done = subprocess.CompletedProcess[str]


def run(*arguments: str, cwd: Path = ROOT, stdin: str = "", environment: dict[str, str] | None = None) -> Done:
    env = {name: value for name, value in os.environ.items() if name != "KLAVIYO_API_KEY"} | (environment or {})
    return subprocess.run(
        arguments, cwd=cwd, env=env, input=stdin, capture_output=True, encoding="utf-8", timeout=60, check=False
    )


def make_run(*arguments: str, **environment: str) -> Done:
    """Run what `make run` starts."""
    return run(sys.executable, "-m", "workbench.run", *arguments, environment=environment)


def make_import(*arguments: str, cwd: Path) -> Done:
    """Run what `make import` starts."""
    return run(
        sys.executable, "-m", "workbench.import_file", *arguments, cwd=cwd, environment={"PYTHONPATH": str(ROOT)}
    )


def test_run_sends_the_example() -> None:
    done = make_run()
    assert (done.returncode, done.stderr) == (0, "")
    assert "Sending to the local sandbox" in done.stdout
    assert "Request   POST /api/event-bulk-create-jobs\n" in done.stdout
    assert f"revision: {REVISION}" in done.stdout
    assert "Authorization: Klaviyo-API-Key ***" in done.stdout
    assert "Response  202\n" in done.stdout
    assert API_KEY not in done.stdout
    assert len(done.stdout.splitlines()) < 15


@pytest.mark.parametrize("with_all_arguments", [True, False], ids=["all arguments", "the body alone"])
def test_run_sends_a_file(tmp_path: Path, body: Any, with_all_arguments: bool) -> None:
    profile_of(groups_of(body)[0])["attributes"]["email"] = "ada@example.com"
    file = tmp_path / "arguments.json"
    arguments = {"auth": {"apiKey": "pk_own"}, "revision": REVISION, "body": body}
    file.write_text(json.dumps(arguments if with_all_arguments else body), encoding="utf-8")
    done = make_run(str(file))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Response  202\n" in done.stdout
    assert '"email":"ada@example.com"' in done.stdout
    assert "pk_own" not in done.stdout


def test_run_sends_a_token(tmp_path: Path) -> None:
    file = tmp_path / "arguments.json"
    file.write_text(json.dumps({"auth": {"token": "own_token"}, "page_size": 1}))
    done = make_run(str(file), "--script", "get_profiles")
    assert "Authorization: Bearer ***" in done.stdout, done.stderr
    assert f"revision: {REVISION}" in done.stdout
    assert "own_token" not in done.stdout


INVALID_FILES = [
    (None, "No such file"),
    ("{", "is not JSON"),
    ("", "is not JSON"),
    ("[" * 100_000, "is not JSON"),
    ("\udcff", "is not JSON"),
    ("[]", "Request not sent. Faults in the arguments: 1\n/body: an object, not an empty list"),
    ("{}", "/body/data: an object, but it is missing"),
    ('{"body": {}, "auth": {}}', "/auth: a resource with either apiKey"),
    ('{"body": {}, "auth": "pk_1"}', "/auth: a resource with either apiKey"),
    ('{"revision": "2019-01-01"}', "/body: an object, but it is missing"),
    ('{"revision": "2019-01-01", "boby": {}}', 'There is no argument "boby"; did you mean "body"?\nusage: make run '),
]


@pytest.mark.parametrize(("content", "message"), INVALID_FILES)
def test_run_explains_what_is_wrong_with_a_file(tmp_path: Path, content: str | None, message: str) -> None:
    file = tmp_path / "arguments.json"
    if content is not None:
        file.write_text(content, encoding="utf-8", errors="surrogateescape")
    done = make_run(str(file))
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_run_shows_what_the_first_has_done(tmp_path: Path) -> None:
    state = ["--state", str(tmp_path / "shop.sqlite")]
    assert "Response  201" in make_run("--script", "profiles/create_profile", *state).stdout
    again = make_run("--script", "profiles/create_profile", *state)
    assert "Response  409" in again.stdout
    assert "duplicate_profile_id" in again.stderr
    assert "Response  201" in make_run("--script", "tags/create_tag", *state).stdout
    name = load_schema(load_operation("create_tag"))["examples"][0]["body"]["data"]["attributes"]["name"]
    everything = tmp_path / "everything.json"
    everything.write_text("{}")
    assert f'"name": "{name}"' in make_run(str(everything), "--script", "tags/get_tags", *state).stdout


def test_run_finds_a_script_by_any_of_its_names() -> None:
    for name in ("profiles/get_profiles", "scripts/profiles/get_profiles.py", "get_profiles"):
        done = make_run("--script", name)
        assert "Request   GET /api/profiles?" in done.stdout, done.stderr
        assert "bytes" not in done.stdout
        assert '"email": "ada@example.com"' in done.stdout


def test_run_suggests_a_script_with_a_similar_name() -> None:
    done = make_run("--script", "profiles/get_profle")
    assert (done.returncode, done.stdout) == (1, "")
    message = (
        'There is no script "get_profle"; did you mean "get_profile"?\nusage: make run SCRIPT=profiles/get_profiles\n'
    )
    assert done.stderr == message


def test_run_finds_scripts_by_their_words() -> None:
    done = make_run("--script", "delete_profile")
    assert (done.returncode, done.stdout) == (1, "")
    first, *others = done.stderr.splitlines()
    assert first == 'There is no script "delete_profile". These have its words:'
    assert any(line.startswith("  data_privacy/request_profile_deletion: ") for line in others)


def test_run_takes_everyday_scripts() -> None:
    done = make_run("--script", "everyday/track_event")
    assert done.returncode == 0, done.stderr
    assert "Request   POST /api/events" in done.stdout


def test_list_finds_scripts_by_words() -> None:
    done = run(sys.executable, "-m", "workbench.list", "coupon codes add")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("everyday/add_coupon_codes ")
    nothing = run(sys.executable, "-m", "workbench.list", "pigeons")
    assert (nothing.returncode, nothing.stderr) == (1, 'No script has "pigeons" in its name or description\n')


def test_run_says_how_to_export() -> None:
    done = make_run("--script", "bulk/export")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "export writes a file: make export READ=profiles/get_profiles TO=profiles.csv\n"


def test_run_says_how_to_import_a_file() -> None:
    done = make_run("--script", "bulk/import_events")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "import_events imports a file: make import FILE=orders.csv WHAT=events\n"


KINDS = {
    "get_profile": "Request   GET /api/profiles/01",
    "delete_tag": "Request   DELETE /api/tags/",
    "create_client_event": "Request   POST /client/events?",
    "upload_image_from_file": "Content-Type: multipart/form-data",
    "update_profile": "Request   PATCH /api/profiles/01",
}


@pytest.mark.parametrize("name", KINDS)
def test_run_works_for_every_kind_of_script(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KLAVIYO_API_KEY", raising=False)
    command(name=name)
    output = capsys.readouterr().out
    assert KINDS[name] in output
    assert f"Response  {load_operation(name)['success']['status']}\n" in output


def test_run_needs_an_object_for_a_script_without_a_body(tmp_path: Path) -> None:
    file = tmp_path / "arguments.json"
    file.write_text("[]")
    done = make_run("--script", "profiles/get_profiles", str(file))
    assert done.returncode == 1
    assert done.stderr.startswith(f"{file} is not a JSON object with arguments\nusage: make run SCRIPT=profiles/get_pr")
    assert "arguments: auth, revision, additional_fields_profile, " in done.stderr


def test_run_suggests_an_argument_with_a_similar_name(tmp_path: Path) -> None:
    file = tmp_path / "arguments.json"
    file.write_text('{"page_sise": 1}')
    done = make_run("--script", "profiles/get_profiles", str(file))
    assert done.returncode == 1
    assert done.stderr.startswith(
        'There is no argument "page_sise"; did you mean "page_size"?\nusage: make run SCRIPT='
    )


def test_run_takes_arguments_as_json() -> None:
    done = make_run('{"page_size": 7}', "--script", "get_profiles")
    assert "GET /api/profiles?page%5Bsize%5D=7\n" in done.stdout


def test_run_gives_null_for_what_is_missing() -> None:
    arguments = '{"email": "new@example.com", "channels": ["email"], "list_id": "newsletter"}'
    done = make_run(arguments, "--script", "subscribe")
    assert done.returncode == 0, done.stderr
    assert '"list": "Newsletter"' in done.stdout


def test_run_takes_no_key_on_the_command_line() -> None:
    done = make_run('{"auth": {"apiKey": "pk_secret"}}', "--script", "get_profiles")
    assert done.returncode == 1
    assert done.stderr.startswith("A command line is no place for a key")


def test_run_sends_only_the_arguments_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "arguments.json"
    file.write_text('{"page_size": 7}')
    assert "GET /api/profiles?page%5Bsize%5D=7\n" in make_run("--script", "get_profiles", str(file)).stdout


def test_run_refuses_a_folder(tmp_path: Path) -> None:
    done = make_run(str(tmp_path))
    assert done.returncode == 1
    assert "Is a directory" in done.stderr


def test_run_with_a_key_sends_to_klaviyo_and_says_so() -> None:
    # A proxy that nobody listens at keeps the request from Klaviyo.
    done = make_run(KLAVIYO_API_KEY="pk_real", HTTPS_PROXY="http://127.0.0.1:9", NO_PROXY="")
    assert "Sending to Klaviyo, because KLAVIYO_API_KEY is set" in done.stdout
    assert done.returncode == 1
    assert "KlaviyoError: no response: the proxy refused the connection" in done.stderr
    assert "Traceback" not in done.stderr
    assert "pk_real" not in done.stdout + done.stderr


def test_import_goes_on_after_a_kill_and_starts_over_without_its_sandbox(tmp_path: Path) -> None:
    file, state = tmp_path / "people.csv", tmp_path / "sandbox.sqlite"
    write_csv(file, [{"Email": f"c{number}@example.com"} for number in range(50)])
    arguments = [str(file), "--what", "profiles", "--state", str(state)]
    command = [sys.executable, "-m", "workbench.import_file", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and not count_jobs(state):
            time.sleep(0.02)
        time.sleep(0.2)  # the answer reaches the journal; the job is not asked for within a second
        process.kill()
    assert process.returncode < 0
    for before in (0, 50):
        summary = json.loads(make_import(*arguments, cwd=tmp_path).stdout)
        assert (summary["sent"], summary["before"]) == (50 - before, before)
    assert count_jobs(state) == 1, "the job was not sent again"
    state.unlink()
    assert json.loads(make_import(*arguments, cwd=tmp_path).stdout)["sent"] == 50


def count_jobs(state: Path) -> int:
    """Return how many imports are in the file of a sandbox."""
    if not state.exists():
        return 0
    with contextlib.closing(sqlite3.connect(state)) as database, contextlib.suppress(sqlite3.OperationalError):
        return int(database.execute("SELECT count(*) FROM imports").fetchone()[0])
    return 0


@pytest.mark.parametrize(
    ("text", "arguments", "message"),
    [
        ("[]", (), '{file} is not a JSON object such as {{"dry_run": true}}'),
        ('"dry_run"', (), '{file} is not a JSON object such as {{"dry_run": true}}'),
        ("{x", (), "{file} is not JSON: "),
        ('{"dryrun": true}', (), 'There is no option "dryrun"; did you mean "dry_run"?\nusage: make import FILE='),
        ('{"list_id": "Y6nRLr"}', (), 'There is no option "list_id"\nusage: make import FILE='),
        ("{}", ("--channels", "email"), 'There is no option "channels"\nusage: make import FILE='),
        ("{}", ("--what", "profiles"), 'There is no option "metric"\nusage: make import FILE='),
        ("{}", ("--what", "people"), "WHAT is events, profiles or subscriptions, not people\nusage: make import FILE="),
    ],
)
def test_import_explains_what_is_wrong_with_its_options(
    tmp_path: Path, text: str, arguments: tuple[str, ...], message: str
) -> None:
    rows, options = write_csv(tmp_path / "orders.csv", [order_row(1)]), tmp_path / "options.json"
    options.write_text(text)
    done = make_import(str(rows), str(options), "--metric", "Placed Order", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(message.format(file=options))


@pytest.mark.parametrize("command", ["import", "export"])
def test_every_argument_of_the_scripts_for_files_is_a_variable_of_make(command: str) -> None:
    names = {"import": ("import_events", "import_profiles", "import_subscriptions"), "export": ("export",)}[command]
    mains = [load_module(ROOT / f"f/klaviyo/bulk/{name}.py").main for name in names]
    arguments = {name.upper() for main in mains for name in inspect.signature(main).parameters}
    arguments -= {"AUTH", "SOURCE", "READ"}
    printed = subprocess.run(
        [
            shutil.which("make") or "make",
            "--dry-run",
            "--assume-old=.venv/import.stamp",
            command,
            *(f"{name}=x" for name in arguments),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert arguments == {word[2:] for word in printed.split() if re.fullmatch("--[A-Z_0-9]+", word)}


def test_import_takes_options_as_json_too(tmp_path: Path) -> None:
    file = write_csv(tmp_path / "people.csv", [{"Email": "a@example.com", "Points": "5"}])
    options = json.dumps({"dry_run": True, "types": {"Points": "number"}})
    done = make_import(str(file), options, "--what", "profiles", "--LEAVE_OUT", '["phone_number"]', cwd=tmp_path)
    [profile] = json.loads(done.stdout)["body"]["data"]["attributes"]["profiles"]["data"]
    assert profile["attributes"]["properties"] == {"Points": 5}


def test_import_needs_a_file(tmp_path: Path) -> None:
    done = make_import("", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("FILE is missing\nusage: make import FILE=")


def test_import_names_an_option_that_is_missing(tmp_path: Path) -> None:
    done = make_import("people.csv", "--what", "subscriptions", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("ACTION is missing\nusage: make import FILE=")


def test_import_prints_why_it_stopped(tmp_path: Path) -> None:
    done = make_import("nothing.csv", "--metric", "Placed Order", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Sending to the local sandbox\nBulkFailed: nothing.csv cannot be read")


def test_an_import_into_the_sandbox_leaves_the_files_of_a_real_one_alone(tmp_path: Path) -> None:
    rows = write_csv(tmp_path / "orders.csv", [order_row(1), order_row(2, Email="no address")])
    done = make_import(str(rows), "--metric", "Placed Order", "--backfill", "true", cwd=tmp_path)
    assert (done.returncode, json.loads(done.stdout)["rejected"]) == (0, 1), done.stderr
    files = ["orders.csv", "orders.csv.sandbox.journal", "orders.csv.sandbox.rejects.csv"]
    assert sorted(path.name for path in tmp_path.iterdir()) == files


def test_an_import_belongs_to_a_sandbox(tmp_path: Path) -> None:
    """Whoever deletes the state of the sandbox starts over."""
    rows = write_csv(tmp_path / "orders.csv", [order_row(1), order_row(2)])
    state = tmp_path / "sandbox.sqlite"
    arguments = (str(rows), "--metric", "Placed Order", "--backfill", "true", "--state", str(state))
    for sent, before in ((2, 0), (0, 2)):
        summary = json.loads(make_import(*arguments, cwd=tmp_path).stdout)
        assert (summary["sent"], summary["before"]) == (sent, before)
    state.unlink()
    assert json.loads(make_import(*arguments, cwd=tmp_path).stdout)["sent"] == 2


def test_an_import_of_profiles_continues_after_it_was_killed(tmp_path: Path) -> None:
    """The sandbox, which is killed with it, remembers its jobs; one that it does not know is sent again."""
    text = "\n".join(["Email", *(f"c{number}@example.com" for number in range(30_000))])
    (tmp_path / "people.csv").write_text(text)
    state = tmp_path / "sandbox.sqlite"
    arguments = ("people.csv", "--what", "profiles", "--state", str(state))
    command = [sys.executable, "-m", "workbench.import_file", *arguments]
    pipe = subprocess.PIPE
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=pipe, stderr=pipe)
    journal = tmp_path / "people.csv.sandbox.journal"
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        if journal.exists() and journal.stat().st_size > 20_000:  # it names the first job
            break
        time.sleep(0.01)
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL, "it ended before it was killed"
    done = make_import(*arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    summary = json.loads(done.stdout)
    assert (summary["sent"] + summary["before"], summary["rejected"]) == (30_000, 0)
    with Sandbox(state=str(state)) as sandbox:
        assert sandbox.count_resources()["profile"] >= 30_000


def make_export(*arguments: str, cwd: Path) -> Done:
    """Run what `make export` starts."""
    return run(
        sys.executable, "-m", "workbench.export_file", *arguments, cwd=cwd, environment={"PYTHONPATH": str(ROOT)}
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([""], "READ is missing\nusage: make export READ="),
        (["get_profle", "--to", "x.csv"], "BulkFailed: there is no read get_profle; did you mean get_profiles?"),
        (["get_profiles", "options.json"], 'There is no option "too"; did you mean "to"?\nusage: make export READ='),
        (["get_profiles", "none.json"], "none.json: No such file"),
        (["get_profiles", "--to", "x.xls"], "BulkFailed: to must end in .csv, .jsonl or .parquet"),
    ],
)
def test_export_explains_what_is_wrong(tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "options.json").write_text('{"too": "x.csv"}')
    done = make_export(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert message in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["options.json"]


def test_export_reads_what_runs_have_created(tmp_path: Path) -> None:
    state = ["--state", str(tmp_path / "shop.sqlite")]
    options = ["--to", "{time}.jsonl", "--since", "last", *state]
    first = make_export("scripts/profiles/get_profiles.py", *options, cwd=tmp_path)
    assert (first.returncode, json.loads(first.stdout)["items"]) == (0, 12), first.stderr
    make_run("--script", "profiles/create_profile", *state)
    second = json.loads(make_export("get_profiles", *options, cwd=tmp_path).stdout)
    [item] = map(json.loads, (tmp_path / second["to"]).read_text().splitlines())
    assert item["attributes"]["email"] == "lena.hall@example.com"


@pytest.fixture
def script_copy(tmp_path: Path, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The command that runs a copy of the script, alone in a folder and pointed at the sandbox."""
    source = (ROOT / BULK_CREATE_EVENTS["script"]).read_text(encoding="utf-8")
    assert source.count('"https://a.klaviyo.com"') == 1
    script = tmp_path / "bulk_create_events.py"
    script.write_text(source.replace("https://a.klaviyo.com", sandbox.url), encoding="utf-8")
    # Offline, uv uses the packages that the Makefile has installed.
    monkeypatch.setenv("UV_CACHE_DIR", str(ROOT / ".venv/uv"))
    return ["uv", "run", "--offline", "--quiet", "--python", sys.executable, str(script)]


def example_arguments(**changes: Any) -> str:
    return json.dumps({"auth": AUTH, **load_schema(BULK_CREATE_EVENTS)["examples"][0], **changes})


def test_a_copy_of_a_script_runs_by_hand(script_copy: list[str], sandbox: Sandbox, tmp_path: Path) -> None:
    done = run(*script_copy, cwd=tmp_path, stdin=example_arguments())
    assert (done.returncode, done.stdout, done.stderr) == (0, "null\n", "")
    assert [received.status for received in sandbox.received] == [202]


def test_by_hand_the_result_is_on_stdout_and_the_log_on_stderr(
    script_copy: list[str], sandbox: Sandbox, body: Any
) -> None:
    sandbox.faults.append(Fault(status=200, body='{"data": "ü"}'.encode()))
    profile_of(groups_of(body)[0])["attributes"]["emial"] = "ada@example.com"
    done = run(*script_copy, stdin=example_arguments(body=body))
    assert json.loads(done.stdout) == {"data": "ü"}
    assert "/emial: unknown, sent anyway; did you mean email?" in done.stderr


@pytest.mark.parametrize(
    ("stdin", "message"),
    [
        ("", "Standard input must be a JSON object with the arguments auth, revision, body."),
        ("[1]", "Standard input must be a JSON object with the arguments auth, revision, body."),
        ('{"bodi": {}}', "There is no argument bodi. Did you mean body? The arguments are auth, revision, body."),
        ("{}", "InvalidInput: Request not sent. Faults in the arguments: 2\n/auth: a resource with either apiKey"),
        (
            example_arguments(body={}),
            "InvalidInput: Request not sent. Faults in the arguments: 1\n/body/data: an object, but it is missing",
        ),
        (
            example_arguments(auth={}),
            "InvalidInput: Request not sent. Faults in the arguments: 1\n/auth: a resource with either apiKey",
        ),
        (example_arguments(auth={"apiKey": "pk_other"}), "KlaviyoError: 401 "),
    ],
)
def test_by_hand_errors_are_messages(script_copy: list[str], stdin: str, message: str) -> None:
    done = run(*script_copy, stdin=stdin)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(message)
    assert "Traceback" not in done.stderr


def test_make_alone_lists_the_commands() -> None:
    done = run("make")
    assert done.returncode == 0
    for target in ("run", "test", "bench"):
        assert f"make {target} " in done.stdout
