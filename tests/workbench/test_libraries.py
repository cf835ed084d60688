"""The schemas in a real browser, drawn by react-jsonschema-form and JSON Forms."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from werkzeug.exceptions import NotFound
from werkzeug.middleware.shared_data import SharedDataMiddleware

from tests.support.collection import INDEX
from tests.support.form_page import needs_chromium, open_browser
from workbench.codegen.json_schema import walk
from workbench.collection import load_operation, load_schema
from workbench.loopback import LoopbackServer
from workbench.page.bundle import bundle

pytestmark = [needs_chromium, pytest.mark.xdist_group("libraries")]  # one browser for both
ANNOTATIONS = {"title", "description", "examples"}


def keywords_in(schema: Any) -> set[tuple[str, str, str]]:
    """Return what a library has to know to draw a schema: keywords, each with the type that it stands beside."""
    return {
        (str(node.get("type")), keyword, str(node[keyword]) if keyword == "format" else "")
        for _, node in walk(schema)
        for keyword in node.keys() - ANNOTATIONS
    }


def select_schemas() -> dict[str, Any]:
    """Return schemas that together have all keywords of all schemas: the smallest of each kind."""
    schemas = {operation["operation"]: load_schema(operation) for operation in INDEX["operations"]}
    selected: dict[str, Any] = {}
    seen: set[tuple[str, str, str]] = set()
    for name, schema in sorted(schemas.items(), key=lambda item: len(json.dumps(item[1]))):
        keywords = keywords_in(schema)
        if not keywords <= seen:
            selected[name] = schema
            seen |= keywords
    return selected


SCHEMAS = select_schemas()
LIBRARIES = pytest.mark.parametrize("library", ["rjsf", "jsonforms"])
INPUTS = {
    "rjsf": {f"input {kind}" for kind in ("text", "number", "checkbox", "date", "datetime-local")}
    | {"select select-one"},
    "jsonforms": {"input text", "input number", "input checkbox"},
}
Draw = Callable[[str, Any], Any]


@pytest.fixture(scope="module")
def draw(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Draw]:
    """What a library does with a schema and its example: inputs, what it submits, what it reports."""
    folder = tmp_path_factory.mktemp("libraries")
    bundle(Path(__file__).parent / "browser/libraries.jsx", folder / "libraries.js")
    page = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><div id="stage"></div>'
    (folder / "index.html").write_text(page + '<script src="libraries.js"></script>')
    complaints: list[str] = []
    # The libraries draw everything several times: they need not wait for the frames of a screen.
    flags = ("--disable-frame-rate-limit", "--disable-gpu-vsync")
    files = SharedDataMiddleware(NotFound(), {"/": str(folder)})
    with open_browser(*flags) as browser, LoopbackServer(files) as server:
        tab = browser.new_page()
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        tab.goto(f"{server.url}/index.html")

        def draw(library: str, schema: Any) -> Any:
            complaints.clear()
            result = tab.evaluate("([name, ...values]) => window[name](...values)", [library, schema, example(schema)])
            return {**result, "complaints": list(complaints)}

        yield draw


def example(schema: Any) -> Any:
    return schema["examples"][0]


@LIBRARIES
def test_schemas_are_drawn_and_return_their_examples(draw: Draw, library: str) -> None:
    inputs: set[str] = set()
    for name, schema in SCHEMAS.items():
        result = draw(library, schema)
        assert result["submitted"] == example(schema), name
        assert result["errors"] == result["unsupported"] == result["complaints"] == [], name
        assert result["inputs"], name
        inputs |= set(result["inputs"])
    assert INPUTS[library] <= inputs, "the schemas need every kind of input"


@LIBRARIES
def test_notices_a_schema_that_cannot_be_drawn(draw: Draw, library: str) -> None:
    schema = load_schema(load_operation("create_tag"))
    schema["properties"]["revision"] = {"type": "pigeon"}
    result = draw(library, schema)
    assert result["errors"] or result["unsupported"] or result["submitted"] != example(schema)
