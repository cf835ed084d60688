"""The server of `make page`, as its page calls it."""

import base64
import json
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import requests
import yaml
from werkzeug.wrappers import Request, Response

from tests.support.bulk_import import order_row, write_csv
from tests.support.collection import INDEX, NODE, NODE_MODULES, REVISION
from workbench.collection import ROOT, load_answer, load_operation, load_schema, load_script
from workbench.loopback import LoopbackServer
from workbench.page import files
from workbench.page.errors import resolve_pointer
from workbench.page.server import Forms
from workbench.sandbox import API_KEY, Sandbox

KEY = "pk_0123456789abcdef_secret"
NASTY = 'Tea\'s "Zürich" $HOME `id` $(id) \\n \\\\ \n 茶 🍵 ! !! %s ARGUMENTS\nBODY\n\u2028 #{x} <b>'


class Page:
    """Calls the server as its page does, and keeps all answers."""

    def __init__(self, forms: Forms) -> None:
        self.forms = forms
        self.answers: list[str] = []
        self.has_run = False

    def ask(self, method: str, path: str, **request: Any) -> requests.Response:
        self.has_run |= path == "/run"
        headers = {"X-Token": self.forms.token, **request.pop("headers", {})}
        response = requests.request(method, f"{self.forms.url}{path}", headers=headers, timeout=20, **request)
        self.answers.append(f"{response.headers} {response.text}")
        return response

    def get(self, path: str) -> Any:
        return self.ask("GET", path).json()

    def post(self, path: str, **body: Any) -> Any:
        return self.ask("POST", path, json=body).json()

    def run(self, operation: str, /, live: Any = False, **arguments: Any) -> Any:
        run = {"operation": operation, "arguments": {"revision": REVISION, **arguments}}
        confirmation = self.post("/confirmations", **run).get("token") if live else None
        return self.post("/run", live=live, confirmation=confirmation, **run)

    def preview(self, operation: str, /, **arguments: Any) -> Any:
        return self.post("/preview", operation=operation, arguments={"revision": REVISION, **arguments})


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Forms, Sandbox]]:
    """The server, and a second sandbox in the place of Klaviyo."""
    with Sandbox(api_key=KEY) as klaviyo, Forms(b"script", b"style", key=KEY, klaviyo=klaviyo.url) as forms:
        yield forms, klaviyo


@pytest.fixture
def klaviyo(servers: tuple[Forms, Sandbox]) -> Iterator[Sandbox]:
    yield servers[1]
    start_over(servers[1])


@pytest.fixture
def page(servers: tuple[Forms, Sandbox]) -> Iterator[Page]:
    page = Page(servers[0])
    yield page
    assert [answer for answer in page.answers if KEY in answer] == []
    if page.has_run or page.forms.sandbox.received:
        start_over(page.forms.sandbox)


def start_over(sandbox: Sandbox) -> None:
    sandbox.reset_account()
    sandbox.reset_limits()
    sandbox.received.clear()


def example_of(name: str) -> Any:
    return load_schema(load_operation(name))["examples"][0]


def tag_body(name: str) -> Any:
    return {"data": {"type": "tag", "attributes": {"name": name}}}


RUN = {"operation": "get_profiles", "arguments": {"revision": REVISION}, "live": False}
GUARDED = [
    ("GET", "/operations"),
    ("GET", "/schemas/get_profiles"),
    ("POST", "/preview"),
    ("POST", "/run"),
    ("POST", "/dry-run"),
    ("POST", "/confirmations"),
    ("GET", "/runs/1"),
    ("POST", "/runs/1/stop"),
    ("GET", "/account"),
    ("GET", "/sandbox"),
    ("GET", "/sandbox/profile"),
    ("POST", "/sandbox"),
    ("POST", "/files?name=orders.csv"),
    ("GET", "/files/orders.csv"),
]


def test_answers_only_the_page_itself(page: Page, klaviyo: Sandbox) -> None:
    foreign = [{"Origin": "https://example.com"}, {"Origin": "null"}, {"Host": "forms.example.com"}]
    for headers in ({"X-Token": ""}, {"X-Token": "guessed"}, {"X-Token": "é"}, *foreign):
        for method, path in GUARDED:
            response = page.ask(method, path, json=RUN, headers=headers)
            assert (response.status_code, response.json()["error"]["name"]) == (403, "Forbidden")
    assert page.ask("GET", "/", headers={"Host": "forms.example.com"}).status_code == 403
    assert page.forms.sandbox.received == klaviyo.received == []
    assert page.post("/run", **RUN)["answer"]["data"]
    assert page.ask("POST", "/run", json=RUN, headers={"Origin": page.forms.url}).status_code == 200


def test_serves_the_bundle_and_a_page_without_the_key(page: Page) -> None:
    assert page.forms.url.startswith("http://127.0.0.1:")
    html, script, style = (page.ask("GET", path, headers={"X-Token": ""}) for path in ("/", "/page.js", "/page.css"))
    assert html.status_code == 403, "without the cookie, which only the address with the secret gives"
    html = requests.get(page.forms.address, timeout=20)
    assert (html.url, html.history[0].headers["Location"]) == (f"{page.forms.url}/", "/")
    assert '"live": true' in html.text
    assert html.headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert (script.content, style.content) == (b"script", b"style")
    assert style.headers["Content-Type"] == "text/css; charset=utf-8"


@pytest.mark.parametrize("key", [None, "", " \n"])
def test_without_a_key_nothing_is_live(key: str | None) -> None:
    with Forms(b"", key=key) as forms:
        page = Page(forms)
        assert '"live": false' in requests.get(forms.address, timeout=20).text
        assert page.get("/operations")["live"] is False
        for response in (page.ask("GET", "/account"), page.ask("POST", "/run", json={**RUN, "live": True})):
            assert (response.status_code, response.json()["error"]["message"]) == (400, "KLAVIYO_API_KEY is not set")
    assert forms.sandbox.received == []


def test_lists_all_scripts(page: Page) -> None:
    content = page.get("/operations")
    assert (content["revision"], content["live"]) == (REVISION, True)
    by_name = {entry["operation"]: entry for entry in content["operations"]}
    bulk = sorted(path.stem for path in (ROOT / "f/klaviyo/bulk").glob("*.py"))
    polling = [script for script in INDEX["triggers"] if script["kind"] == "trigger"]
    flat = [script["name"] for script in (*INDEX["everyday"], *polling)]
    assert list(by_name) == [*flat, *bulk, *(operation["operation"] for operation in INDEX["operations"])]
    subscribe = by_name["subscribe"]
    assert (subscribe["category"], subscribe["method"], subscribe["path"]) == ("everyday", "WRITE", None)
    tag = by_name["create_tag"]
    assert (tag["category"], tag["method"], tag["path"], tag["title"]) == ("tags", "POST", "/api/tags", "Create Tag")
    assert tag["summary"].startswith("Creates a tag in the given tag group")
    assert "Limits:" not in tag["summary"]
    assert {"body", "fields_tag", "attributes", "name", "tag-group"} <= set(tag["fields"])
    assert len(tag["fields"]) == len(set(tag["fields"]))
    imports = by_name["import_events"]
    assert (imports["category"], imports["method"], imports["path"]) == ("bulk", None, None)
    assert (imports["title"], imports["script"]) == ("Import Events", "f/klaviyo/bulk/import_events.py")
    assert {"source", "backfill"} <= set(imports["fields"])


def test_describes_an_operation(page: Page) -> None:
    events = page.get("/schemas/bulk_create_events")
    assert events["schema"] == load_schema(load_operation("bulk_create_events"))
    assert (events["max_bytes"], events["answer"], events["filters"]) == (5_000_000, None, {})
    at = "body.data.attributes.events-bulk-create.data[].attributes.events.data"
    assert events["counts"] == [{"what": "events", "max": 1000, "at": at}]
    assert (events["scopes"], events["rate_limits"]["burst"]) == (["events:write"], "10/s")
    profiles = page.get("/schemas/get_profiles")
    assert profiles["answer"] == load_answer(load_operation("get_profiles"))
    assert "equals" in profiles["filters"]["email"]
    assert (profiles["max_bytes"], profiles["counts"]) == (None, [])


def test_counts_only_lists_of_the_arguments() -> None:
    counted = {
        operation["operation"]: operation["counts"] for operation in INDEX["operations"] if "counts" in operation
    }
    assert counted["add_profiles_to_list"] == [{"what": "profiles", "max": 1000, "at": "body.data"}]
    for name, counts in counted.items():
        for count in counts:
            values = [example_of(name)]
            for part in count["at"].split("."):
                values = [value[part.removesuffix("[]")] for value in values]
                values = [item for value in values for item in value] if part.endswith("[]") else values
            assert all(isinstance(value, list) for value in values), name


@pytest.mark.parametrize(
    ("name", "reads", "deletes"),
    [
        ("get_list", True, False),
        ("query_campaign_values", True, False),
        ("create_tag", False, False),
        ("update_tag", False, False),
        ("create_or_update_profile", False, False),
        ("delete_list", False, True),
        ("remove_profiles_from_list", False, True),
        ("bulk_unsubscribe_profiles", False, True),
        ("merge_profiles", False, True),
        ("import_events", False, False),
    ],
)
def test_tells_what_only_reads_and_what_deletes(page: Page, name: str, reads: bool, deletes: bool) -> None:
    facts = page.get(f"/schemas/{name}")
    assert (facts["reads"], facts["deletes"]) == (reads, deletes)


def test_describes_a_script_for_files(page: Page) -> None:
    facts = page.get("/schemas/import_events")
    schema = facts["schema"]
    assert schema["properties"]["source"]["format"] == "resource-s3_object"
    assert schema["required"] == ["source"]
    assert "auth" not in (*schema["properties"], *schema["order"])
    assert (facts["method"], facts["scopes"]) == (None, ["events:write"])
    assert facts["rate_limits"] == {"burst": "10/s", "steady": "150/m"}
    assert page.ask("GET", "/schemas/import_pigeons").status_code == 404


@pytest.mark.parametrize(
    "name", ["create_tag", "get_profiles", "delete_list", "upload_image_from_file", "create_event"]
)
def test_a_preview_is_what_a_run_sends(page: Page, name: str) -> None:
    preview = page.preview(name, **example_of(name))
    assert page.forms.sandbox.received == []
    request = preview["request"]
    [sent] = page.run(name, **example_of(name))["sent"]
    boundaries = [
        dict(map(tuple, entry["headers"])).get("Content-Type", "").split("=")[-1] for entry in (request, sent)
    ]
    if name.startswith("upload"):
        request, sent = (
            json.loads(json.dumps(entry).replace(boundary, "_"))
            for entry, boundary in zip((request, sent), boundaries, strict=True)
        )
    status = load_operation(name)["success"]["status"]
    assert {**request, "status": status} == sent
    assert ["Authorization", "Klaviyo-API-Key ***"] in request["headers"]
    assert request["bytes"] == (0 if not request["body"] else len(page.forms.sandbox.received[0].body))


def test_a_preview_stores_nothing_and_shows_faults(page: Page) -> None:
    before = page.get("/sandbox")
    preview = page.preview("create_tag", body=tag_body("Tea"))
    assert json.loads(preview["request"]["body"]) == tag_body("Tea")
    assert "error" not in preview
    assert page.get("/sandbox") == before
    preview = page.preview("create_tag", body={"data": {"type": "tag", "attributes": {"nmae": 1}}})
    assert preview["request"] is None
    assert preview["copies"]["curl"] is None
    assert preview["log"] == "/body/data/attributes/nmae: unknown, sent anyway; did you mean name?\n"
    assert preview["error"]["name"] == "InvalidInput"
    at = ["body", "data", "attributes", "name"]
    assert preview["error"]["places"] == [{"at": at, "message": "is missing: a text"}]
    assert json.loads(preview["copies"]["windmill"])["body"]["data"]["attributes"] == {"nmae": 1}


def test_copies_for_windmill(page: Page) -> None:
    odd = {"a": "1e3", "b": "0o17", "c": "on", "d": "~", "e": ": #", "f": [NASTY, 12.5, None, True], "g": "12", "h": ""}
    body = {"data": {"type": "profile", "attributes": {"email": "a@example.com", "properties": odd}}}
    copies = page.preview("create_profile", body=body)["copies"]
    inputs = {"auth": "$res:f/klaviyo/account", "revision": REVISION, "body": body}
    assert json.loads(copies["windmill"]) == inputs
    # js-yaml reads YAML 1.2, as Windmill does.
    program = "console.log(JSON.stringify(require(process.argv[1]).load(require('fs').readFileSync(0, 'utf8'))))"
    done = subprocess.run(
        [str(NODE), "-e", program, str(NODE_MODULES / "js-yaml")],
        input=copies["flow"].encode(),
        capture_output=True,
        check=True,
    )
    [step] = json.loads(done.stdout)
    assert yaml.safe_load(copies["flow"]) == [step]
    transforms = {name: {"type": "static", "value": value} for name, value in inputs.items()}
    value = {"type": "script", "path": "f/klaviyo/profiles/create_profile", "input_transforms": transforms}
    assert step == {"id": "a", "value": value}
    client = page.preview("create_client_event", **example_of("create_client_event"))["copies"]
    assert "auth" not in yaml.safe_load(client["flow"])[0]["value"]["input_transforms"]
    assert "KLAVIYO_API_KEY" not in client["uv"] + client["curl"]


def run_in_bash(command: str, folder: Path) -> None:
    """Run a command where `stub` has put its programs."""
    path = f"{folder}:{os.environ['PATH']}"
    env = {**os.environ, "KLAVIYO_API_KEY": API_KEY, "NO_PROXY": "127.0.0.1", "PATH": path}
    file = folder / "command.sh"
    file.write_text(command, encoding="utf-8")
    done = subprocess.run(["/bin/bash", "-eu", str(file)], env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def stub(tmp_path: Path) -> Path:
    """A folder in which `uv` keeps its stdin and its arguments, and `curl` its arguments before it runs."""
    curl = shutil.which("curl")
    for name, then in (("uv", f"exec cat > {tmp_path}/stdin"), ("curl", f'exec {curl} --silent "$@"')):
        file = tmp_path / name
        file.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/arguments\n{then}\n')
        file.chmod(0o755)
    return tmp_path


def test_the_line_for_uv_hands_over_any_text(page: Page, stub: Path) -> None:
    body = {"data": {"type": "tag", "attributes": {"name": NASTY, '$"`\\': "KLAVIYO_API_KEY"}}}
    run_in_bash(page.preview("create_tag", body=body)["copies"]["uv"], stub)
    assert json.loads((stub / "stdin").read_bytes()) == {
        "auth": {"apiKey": API_KEY},
        "revision": REVISION,
        "body": body,
    }
    assert (stub / "arguments").read_text() == "run\nf/klaviyo/tags/create_tag.py\n"


@pytest.mark.parametrize("size", [0, 300_000], ids=["short", "longer than an argument can be"])
def test_the_line_for_curl_sends_the_request(page: Page, klaviyo: Sandbox, stub: Path, size: int) -> None:
    sandbox = page.forms.sandbox
    event: dict[str, Any] = {
        "metric": {"data": {"type": "metric", "attributes": {"name": "Tea"}}},
        "properties": {NASTY: NASTY},
    }
    event["properties"] |= {f"text {number}": "x" * 75_000 for number in range(size // 75_000)}
    event["profile"] = {"data": {"type": "profile", "attributes": {"email": "a@example.com"}}}
    body = {"data": {"type": "event", "attributes": event}}
    preview = page.preview("create_event", body=body)
    curl = preview["copies"]["curl"]
    run_in_bash(curl.replace(klaviyo.url, sandbox.url), stub)
    [received] = sandbox.received
    assert (received.status, received.target) == (202, preview["request"]["target"])
    assert received.body == preview["request"]["body"].encode() + b"\n"
    headers = [entry for entry in received.headers if entry[0] not in ("Host", "User-Agent", "Content-Length")]
    masked = [[name, value.replace(API_KEY, "***")] for name, value in headers]
    assert sorted(masked) == sorted(preview["request"]["headers"])
    assert API_KEY not in (stub / "arguments").read_text()


def test_the_line_for_curl_uploads_a_file(page: Page, klaviyo: Sandbox, stub: Path) -> None:
    sandbox = page.forms.sandbox
    image = base64.b64decode(example_of("upload_image_from_file")["file"])
    (stub / "tea.png").write_bytes(image)
    arguments = {**example_of("upload_image_from_file"), "name": '@tea "1";x'}
    curl = page.preview("upload_image_from_file", **arguments)["copies"]["curl"]
    run_in_bash(curl.replace(klaviyo.url, sandbox.url).replace("@FILE", f"@{stub}/tea.png"), stub)
    [received] = sandbox.received
    assert received.status == 201
    form = Request.from_values(method="POST", data=received.body, content_type=dict(received.headers)["Content-Type"])
    assert form.form["name"] == form.files["file"].filename == '@tea "1";x'
    assert (form.files["file"].read(), form.files["file"].mimetype) == (image, "image/png")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({**RUN, "operation": "get_pigeons"}, 404),
        ({**RUN, "operation": "\ud800"}, 404),
        ({**RUN, "arguments": []}, 400),
        ({"operation": "get_profiles"}, 400),
        ({**RUN, "live": "yes"}, 400),
        ({**RUN, "arguments": {"page_sise": 5}}, 400),
        ({**RUN, "arguments": {"\ud800": 5}}, 400),
        ({**RUN, "arguments": {"auth": {"apiKey": "pk_other"}}}, 400),
        ({**RUN, "operation": "import_events", "arguments": {"source": {"s3": "orders.csv"}}}, 400),
        ({**RUN, "operation": "import_events", "arguments": {"source": "orders.csv", "rejects": "/"}}, 400),
        ("{", 400),
        ("", 400),
        ("\udcff", 400),
        ("[" * 100_000, 400),
    ],
)
def test_refuses_invalid_requests_with_json(page: Page, body: Any, status: int) -> None:
    data = body.encode(errors="surrogateescape") if isinstance(body, str) else json.dumps(body)
    response = page.ask("POST", "/run", data=data)
    assert response.headers["Content-Type"] == "application/json"
    assert response.status_code == status
    error = response.json()["error"]
    assert error.keys() >= {"name", "message", "places"}
    assert error["message"]


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/pigeons", 404), ("GET", "/run", 405)])
def test_other_addresses_are_json_too(page: Page, method: str, path: str, status: int) -> None:
    response = page.ask(method, path)
    assert (response.status_code, response.json()["error"]["places"]) == (status, [])


def cursor_of(value: str) -> str:
    return base64.urlsafe_b64encode(value.encode()).decode()


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "é",
        "\ud800",
        "?page[cursor]=%ff",
        *map(cursor_of, ('["next", [Infinity, 0, 0]]', "[" * 3_000, "[1, [{}]]")),
    ],
)
def test_a_bad_cursor_is_an_error_of_the_run(page: Page, cursor: str) -> None:
    started = time.monotonic()
    outcome = page.run("get_profiles", page_cursor=cursor)
    assert outcome["error"]["name"] in ("KlaviyoError", "InvalidInput")
    assert outcome["error"]["message"]
    assert time.monotonic() - started < 2, "not taken for an error of the server, and retried"


def test_texts_and_depths_that_cannot_be_sent(page: Page) -> None:
    for path in ("/run", "/preview"):
        lone = page.post(path, **{**RUN, "operation": "create_tag", "arguments": {"body": tag_body("\ud83c")}})
        assert lone["error"]["name"] == "InvalidInput"
        properties: Any = {}
        for _ in range(700):
            properties = {"a": properties}
        body = {"data": {"type": "profile", "attributes": {"email": "a@example.com", "properties": properties}}}
        deep = page.post(path, **{**RUN, "operation": "create_profile", "arguments": {"body": body}})
        assert path == "/preview" or deep["error"]["name"] == "RecursionError", "too deep for the page, not the script"
        assert "copies" not in deep or deep["copies"]["flow"] is None


def test_an_answer_that_is_too_deep_to_show() -> None:
    answer = Response(f'{{"data": {"[" * 500}{"]" * 500}}}', 201)
    with LoopbackServer(answer) as klaviyo, Forms(b"", key=KEY, klaviyo=klaviyo.url) as forms:
        outcome = Page(forms).run("create_tag", live=True, body=tag_body("Tea"))
    assert (outcome["error"]["name"], len(outcome["sent"])) == ("RecursionError", 1)


@pytest.mark.parametrize("errors", ["x", None, [1], [{"source": "x"}], [{"source": [1]}], [{"source": {"pointer": 5}}]])
def test_errors_of_klaviyo_in_another_shape(errors: Any) -> None:
    answer = Response(json.dumps({"errors": errors}), 409)
    with LoopbackServer(answer) as klaviyo, Forms(b"", key=KEY, klaviyo=klaviyo.url) as forms:
        outcome = Page(forms).run("create_tag", live=True, body=tag_body("Tea"))
    assert (outcome["error"]["status"], outcome["error"]["places"]) == (409, [])
    assert outcome["sent"][0]["status"] == 409


def test_the_wait_that_klaviyo_asks_for(page: Page) -> None:
    answer = Response('{"errors": []}', 429, {"Retry-After": "3600"})
    with LoopbackServer(answer) as klaviyo, Forms(b"", key=KEY, klaviyo=klaviyo.url) as forms:
        [sent] = Page(forms).run("create_tag", live=True, body=tag_body("Tea"))["sent"]
    assert (sent["status"], sent["retry_after"]) == (429, 3600)


def test_errors_have_the_path_to_their_field(page: Page) -> None:
    assert page.run("get_profiles", page_size=500)["error"]["places"] == [
        {"at": ["page_size"], "message": "at most 100, not 500"}
    ]
    assert page.run("get_list")["error"]["places"] == [{"at": ["id"], "message": "is missing: an ID such as Y6nRLr"}]
    refused = page.run("get_profiles", filter="equals(pigeon,1)")["error"]
    assert [place["at"] for place in refused["places"]] == [["filter"]]
    page.run("create_tag", body=tag_body("Tea"))
    repeated = page.run("create_profile", body={"data": {"type": "profile", "attributes": {"phone_number": "5"}}})
    assert repeated["error"]["places"][0]["at"] == ["body", "data", "attributes", "phone_number"]


@pytest.mark.parametrize(
    ("pointer", "path"),
    [
        ("/body/data/0/a~1b", ["body", "data", 0, "a/b"]),
        ("/body/data/7/x", ["body", "data", 7, "x"]),
        ("/body/names/0/1", ["body", "names", "0", "1"]),
        ("body/data/", ["body", "data"]),
        ("/body/names//0", ["body", "names", "", "0"]),
        ("/body/data/²", ["body", "data", "²"]),
        ("", []),
    ],
)
def test_pointers_are_resolved_in_the_arguments(pointer: str, path: list[Any]) -> None:
    arguments = {"body": {"data": [{"a/b": 1}], "names": {"0": {"1": 2}, "": {}}}}
    assert resolve_pointer(pointer, arguments) == path


def test_live_runs_reach_only_klaviyo(page: Page, klaviyo: Sandbox) -> None:
    sandbox = page.forms.sandbox
    outcome = page.run("create_tag", live=True, body=tag_body("Live"))
    assert outcome["answer"]["data"]["attributes"]["name"] == "Live"
    [sent] = outcome["sent"]
    assert (sent["method"], sent["target"], sent["status"]) == ("POST", "/api/tags", None)
    assert json.loads(sent["body"]) == tag_body("Live")
    assert [received.status for received in klaviyo.received] == [201]
    assert sandbox.received == []
    wrong = page.run("create_tag", live=True, body={})
    assert (wrong["error"]["name"], wrong["sent"]) == ("InvalidInput", [])
    page.preview("create_tag", body=tag_body("Preview"))
    page.run("create_tag", body=tag_body("Sandbox"))
    assert len(klaviyo.received) == 1
    assert [json.loads(received.body) for received in sandbox.received] == [tag_body("Sandbox")]


def test_no_answer_has_the_key(page: Page, klaviyo: Sandbox) -> None:
    body = {"data": {"type": "profile", "attributes": {"email": "a@example.com", "properties": {KEY: KEY}}}}
    for live in (False, True):
        assert "***" in json.dumps(page.run("create_profile", live=live, body=body))
        page.run("create_tag", live=live, body={KEY: KEY})
        page.run("get_list", live=live, id=KEY)
    assert "***" in page.preview("create_profile", body=body)["copies"]["uv"]
    page.ask("GET", f"/schemas/{KEY}")
    page.ask("GET", f"/files/{KEY}")
    page.run("get_tags", **{KEY: 1})
    assert klaviyo.received
    # The fixture looks at all answers.


def test_reads_the_account_of_the_key_once(page: Page, klaviyo: Sandbox) -> None:
    account = {"name": "Harbour Tea & Coffee", "id": "Ue7Vk2"}
    assert [page.get("/account"), page.get("/account")] == [account, account]
    assert [received.target for received in klaviyo.received] == ["/api/accounts"]
    assert page.forms.sandbox.received == []


def test_says_that_the_key_is_refused(klaviyo: Sandbox) -> None:
    with Forms(b"", key="pk_other", klaviyo=klaviyo.url) as forms:
        error = Page(forms).get("/account")["error"]
    assert (error["name"], error["status"]) == ("KlaviyoError", 401)


NAMELESS = {"id": "Ue7Vk2", "attributes": {"contact_information": {"organization_name": None}}}


@pytest.mark.parametrize(("data", "name"), [([NAMELESS], "Ue7Vk2"), ([], None), (5, None)])
def test_an_account_without_a_name(data: Any, name: str | None) -> None:
    answer = Response(json.dumps({"data": data}))
    with LoopbackServer(answer) as klaviyo, Forms(b"", key=KEY, klaviyo=klaviyo.url) as forms:
        account = Page(forms).get("/account")
    assert account.get("name") == name
    assert name or account["error"]["message"] == "The response names no account"


def test_a_key_that_is_no_key_is_not_sent(klaviyo: Sandbox) -> None:
    with Forms(b"", key="pk with blanks", klaviyo=klaviyo.url) as forms:
        outcome = Page(forms).run("create_tag", live=True, body=tag_body("Tea"))
    assert (outcome["error"]["name"], outcome["sent"], klaviyo.received) == ("InvalidInput", [], [])
    assert "blanks" not in json.dumps(outcome)


def test_live_runs_go_to_the_address_of_the_scripts() -> None:
    script = load_script(load_operation("create_tag"))
    with Forms(b"", key=KEY) as forms:
        assert f"{script.API}/api/tags" in Page(forms).preview("create_tag", body=tag_body("Tea"))["copies"]["curl"]


def test_shows_and_empties_the_sandbox(page: Page) -> None:
    counts = {entry["type"]: entry["count"] for entry in page.get("/sandbox")}
    assert counts["profile"] == 12
    page.run("create_tag", body=tag_body("Newest"))
    tags = page.get("/sandbox/tag")
    assert len(tags) == counts["tag"] + 1
    assert (tags[0]["type"], tags[0]["attributes"]["name"]) == ("tag", "Newest")
    event = {entry["type"]: entry["count"] for entry in page.get("/sandbox")}["event"]
    page.run("bulk_create_events", **example_of("bulk_create_events"))
    assert {entry["type"]: entry["count"] for entry in page.get("/sandbox")}["event"] > event
    assert page.get("/sandbox/pigeon") == []
    assert page.post("/sandbox", action="empty") == page.get("/sandbox") == []
    assert page.run("get_tags")["answer"]["data"] == []
    assert {entry["type"]: entry["count"] for entry in page.post("/sandbox", action="start over")} == counts
    assert page.ask("POST", "/sandbox", json={"action": "explode"}).status_code == 400


def test_keeps_files_by_their_last_name(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytes(range(256)) * 10
    for name, kept in (
        ("orders.csv", "orders.csv"),
        ("../../etc/Größe 茶.csv", "Größe 茶.csv"),
        ("C:\\temp\\a\u202e\0.csv", "a.csv"),
    ):
        saved = page.ask("POST", f"/files?name={quote(name)}", data=content).json()
        assert saved == {"name": kept, "bytes": len(content)}
        loaded = page.ask("GET", f"/files/{quote(kept)}")
        assert loaded.content == content
        assert loaded.headers["Content-Disposition"].startswith("attachment; filename")
    for name in ("", ".", "..", "a/", ".upload", "x" * 300):
        response = page.ask("POST", f"/files?name={quote(name)}", data=b"x")
        assert (response.status_code, response.json()["error"]["name"]) == (400, "Bad Request")
    assert page.ask("GET", "/files/pigeons.csv").status_code == 404
    assert page.ask("GET", "/files/..%2f..%2fetc%2fpasswd").status_code == 404
    monkeypatch.setattr(files, "MAX_BYTES", 1000)
    assert page.ask("POST", "/files?name=orders.csv", data=content).status_code == 413
    assert page.ask("GET", "/files/orders.csv").content == content, "the one before"


def upload(page: Page, path: Path) -> None:
    page.ask("POST", f"/files?name={path.name}", data=path.read_bytes())


def test_imports_an_uploaded_file(page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    wrong = {**order_row(3), "Total": "many"}
    upload(page, write_csv(tmp_path / "orders.csv", [order_row(1), order_row(2), wrong]))
    before = set(tmp_path.iterdir())
    arguments = {"source": "orders.csv", "metric": "Placed Order", "backfill": "true"}
    outcome = page.run("import_events", **arguments)
    assert (outcome["answer"]["sent"], outcome["answer"]["rejected"]) == (2, 1)
    assert outcome["answer"]["rejects"] == "orders.csv.rejects.csv"
    assert "email ← column Email\n" in outcome["log"]
    assert outcome["requests"] == 1
    assert [sent["status"] for sent in outcome["sent"]] == [202]
    names = [file["name"] for file in outcome["files"]]
    assert names == ["orders.csv.rejects.csv"]
    assert "many" in page.ask("GET", "/files/orders.csv.rejects.csv").text
    assert page.run("import_events", **arguments)["answer"]["before"] == 2
    page.post("/sandbox", action="empty")
    assert page.run("import_events", **arguments)["answer"]["sent"] == 2, "the sandbox does not have them any more"
    assert set(tmp_path.iterdir()) == before


def test_a_wrong_option_of_a_script_for_files_has_its_field(page: Page) -> None:
    rows = [order_row(1)]
    for name, value in {"timezone": "Mars", "date_format": "ymd!", "part": 3}.items():
        [place] = page.run("import_events", source=rows, metric="Placed Order", **{name: value})["error"]["places"]
        assert place["at"] == [name], place
    [place] = page.run("import_subscriptions", source=rows, action="unsubscribe")["error"]["places"]
    assert (place["at"], place["message"].split(":")[0]) == (["list_id"], "is missing")
    assert page.run("export", read="get_profiles", overlap=-1)["error"]["places"][0]["at"] == ["overlap"]


def test_imports_rows(page: Page, klaviyo: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rows = [order_row(1), {**order_row(2), "Total": "many"}]
    arguments = {"source": rows, "metric": "Placed Order", "backfill": "true"}
    outcome = page.run("import_events", **arguments)
    assert (outcome["answer"]["sent"], outcome["answer"]["rejected"]) == (1, 1)
    assert outcome["answer"]["rejects"] == "rows.rejects.jsonl"
    live = page.run("import_events", live=True, rejects="../mine.jsonl", journal="/mine", **arguments)
    assert (live["answer"]["sent"], live["sent"], live["requests"]) == (1, [], None)
    assert [file["name"] for file in live["files"]] == ["mine.jsonl"]
    assert [received.target for received in klaviyo.received] == ["/api/event-bulk-create-jobs"]
    assert list(tmp_path.iterdir()) == []
    failed = page.run("import_events", source="orders.tsv")["error"]
    assert (failed["name"], failed["message"]) == ("BulkFailed", "orders.tsv cannot be read: there is no such file")


def test_an_export_to_another_file_is_another_export(page: Page) -> None:
    refused = page.run("export", read="get_profiles", to="all.csv", filter="equals(emial,1)")
    assert "emial" in refused["error"]["message"]
    assert page.run("export", read="get_profiles", to="all.csv", since="last")["answer"]["items"] == 12
    assert (
        "put {time} into its name"
        in page.run("export", read="get_profiles", to="all.csv", since="last")["error"]["message"]
    )
    assert page.run("export", read="get_profiles", to="new.csv", since="last")["answer"]["before"] == 0


def test_a_script_for_files_is_not_run_for_a_preview(page: Page) -> None:
    preview = page.preview("import_profiles", source="orders.csv")
    assert preview["request"] is None
    assert preview["copies"]["curl"] is None
    assert json.loads(preview["copies"]["windmill"])["source"] == "orders.csv"
    assert page.forms.sandbox.received == []


def test_logs_are_kept_apart(page: Page) -> None:
    """A run waits for Klaviyo while a preview logs."""
    released = threading.Event()

    def answer_late(environ: Any, start_response: Any) -> Any:
        released.wait(10)
        return Response("{}")(environ, start_response)

    with LoopbackServer(answer_late) as klaviyo, Forms(b"", key=KEY, klaviyo=klaviyo.url) as forms:
        other = Page(forms)
        outcomes: list[Any] = []

        def run() -> None:
            outcomes.append(other.run("create_tag", live=True, body=tag_body("Tea")))

        thread = threading.Thread(target=run)
        thread.start()
        body = {"data": {"type": "tag", "attributes": {"name": "Tea", "colour": "green"}}}
        assert other.preview("create_tag", body=body)["log"].startswith("/body/data/attributes/colour: unknown")
        assert outcomes == []
        released.set()
        thread.join()
    assert outcomes[0]["log"] == ""
