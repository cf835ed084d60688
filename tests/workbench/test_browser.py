"""A real browser: the page of `make forms`, and every schema in react-jsonschema-form and JSON Forms."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from werkzeug.exceptions import NotFound
from werkzeug.middleware.shared_data import SharedDataMiddleware

from tests.support.collection import INDEX, NODE, NODE_MODULES
from workbench.collection import COLLECTION, load_operation, load_schema
from workbench.forms.server import FOLDER, Forms, bundle
from workbench.loopback import LoopbackServer

HERE = Path(__file__).parent / "browser"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
KEY = "pk_0123456789abcdef_secret"

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium; make test installs it where it runs as root")
# Make the bundles once for all tests of this module.
pytestmark = pytest.mark.xdist_group("browser")


def drive_browser(script: Path, *arguments: str) -> Iterator[Any]:
    """Run a script that drives the browser; return each line that it prints, as JSON."""
    command = [str(NODE), str(script), str(NODE_MODULES), str(CHROMIUM), *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=400)
    assert done.returncode == 0, done.stderr[-3000:]
    return map(json.loads, done.stdout.splitlines())


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a page that renders schemas with both libraries."""
    folder = tmp_path_factory.mktemp("libraries")
    bundle(HERE / "libraries.jsx", folder / "libraries.js")
    page = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><div id="stage"></div>'
    (folder / "index.html").write_text(page + '<script src="libraries.js"></script>')
    with LoopbackServer(SharedDataMiddleware(NotFound(), {"/": str(folder)})) as server:
        yield f"{server.url}/index.html"


@needs_chromium
def test_every_schema_is_drawn_and_returns_its_example(libraries: str) -> None:
    files = [str(COLLECTION / operation["schema"]) for operation in INDEX["operations"]]
    inputs: set[str] = set()
    rows = list(drive_browser(HERE / "libraries.mjs", libraries, *files))
    assert [row["file"] for row in rows] == files
    for row in rows:
        example = json.loads(Path(row["file"]).read_text(encoding="utf-8"))["examples"][0]
        for library in ("rjsf", "jsonforms"):
            result = row[library]
            assert result["submitted"] == example, (row["file"], library)
            assert result["errors"] == result["unsupported"] == result["complaints"] == [], (row["file"], library)
            assert result["inputs"], (row["file"], library)
            inputs |= set(result["inputs"])
    kinds = {"input text", "input number", "input checkbox", "input date", "input datetime-local", "select select-one"}
    assert kinds <= inputs, "the schemas need every kind of input"


@needs_chromium
def test_notices_a_schema_that_cannot_be_drawn(libraries: str, tmp_path: Path) -> None:
    schema = load_schema(load_operation("create_tag"))
    schema["properties"]["revision"] = {"type": "pigeon"}
    file = tmp_path / "schema.json"
    file.write_text(json.dumps(schema))
    [row] = drive_browser(HERE / "libraries.mjs", libraries, str(file))
    for library in ("rjsf", "jsonforms"):
        result = row[library]
        assert result["errors"] or result["unsupported"] or result["submitted"] != schema["examples"][0]


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    file = tmp_path_factory.mktemp("page") / "page.js"
    bundle(FOLDER / "page.jsx", file)
    return file.read_bytes()


@pytest.fixture(scope="module")
def seen(script: bytes) -> Any:
    """What a person sees on the page, step by step."""
    with Forms(script) as forms:
        [result] = drive_browser(HERE / "page.mjs", f"{forms.url}/", "")
    return result


@needs_chromium
def test_the_page_lists_searches_and_describes_endpoints(seen: Any) -> None:
    assert seen["complaints"] == []
    assert seen["listed"] == INDEX["count"]
    assert "create_tag" in seen["matches"]
    assert "get_profiles" not in seen["matches"]
    schema = load_schema(load_operation("create_tag"))
    text, facts = schema["description"].split("\n\n")
    for line in (schema["title"], "POST /api/tags", text, *facts.splitlines()[:-1]):
        assert line in seen["text"]
    assert schema["properties"]["revision"]["description"] in seen["text"]


@needs_chromium
def test_the_page_runs_the_script_and_shows_request_and_answer(seen: Any) -> None:
    example = load_schema(load_operation("create_tag"))["examples"][0]["body"]
    assert "Sent, answered with 201" in seen["example"]
    assert json.dumps(example, separators=(",", ":"), ensure_ascii=False) in seen["example"]
    assert "Authorization: Klaviyo-API-Key ***" in seen["example"]
    assert '"type": "tag"' in seen["example"]
    assert "GET /api/profiles?page%5Bsize%5D=50" in seen["corrected"]
    assert '"properties":{"order_id":"77","lines":[1,2]}' in seen["edited"]
    assert '"value":12.5' in seen["edited"]
    assert "No content: main returned None" in seen["edited"]
    assert "Sent, answered with 201" in seen["upload"]


@needs_chromium
def test_faults_are_shown_at_their_fields(seen: Any) -> None:
    assert "InvalidInput" in seen["initial"]
    assert "Request not sent" in seen["initial"]
    assert "/page_size: expected maximum 100, got 500" in seen["tooMany"]
    assert seen["tooManyAt"] == "expected maximum 100"
    assert seen["longAt"] == "expected maxLength 127"


@needs_chromium
def test_without_a_key_the_page_has_no_switch_to_klaviyo(seen: Any) -> None:
    assert seen["live"] == 0


@needs_chromium
def test_with_a_key_the_page_has_a_switch_that_is_off_at_every_start(
    script: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A proxy that nobody listens at keeps the request from Klaviyo.
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    with Forms(script, key=KEY) as forms:
        [seen] = drive_browser(HERE / "page.mjs", f"{forms.url}/", "")
    assert seen["live"] == 1
    assert (seen["liveAtStart"], seen["liveAfterReload"]) == (False, False)
    assert seen["liveButton"] == "Run against Klaviyo"
    assert "KlaviyoError\nno response: ProxyError" in seen["liveResult"].replace("\n\n", "\n")
    assert "Sent, answered with 201" in seen["example"], "the sandbox until the switch is on"
    assert KEY not in json.dumps(seen)
