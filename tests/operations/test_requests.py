"""What each script sends: its example, with every query parameter, exactly as Klaviyo documents it."""

import contextlib
import inspect
import json
import re
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from tests.operations.conftest import Call, Load
from tests.support.collection import AUTH, INDEX, OPERATIONS, REVISION, TOKEN_AUTH
from workbench.collection import COLLECTION, ROOT, Operation, load_operation, load_schema
from workbench.sandbox import API_KEY, TOKEN, Fault, Sandbox

WITH_ID = [operation for operation in INDEX["operations"] if "{" in operation["path"]]


def example_of(operation: Operation) -> dict[str, Any]:
    example: dict[str, Any] = load_schema(operation)["examples"][0]
    return example


def sample(schema: Any) -> Any:
    """Return a value of a query parameter, with all that a query has to encode."""
    match schema["type"]:
        case "array":
            return schema["items"].get("enum", ["a"])[:2]
        case "integer":
            return schema.get("maximum", 7)
    return schema.get("enum", ["equals(name,'a & b, 100% ü')"])[0]


def assert_arrived(operation: Operation, received: Any, arguments: dict[str, Any]) -> None:
    """The request is what Klaviyo documents for these arguments: method, path, query, headers, body."""
    url = urlsplit(received.target)
    path = re.sub("{(.+?)}", lambda match: quote(arguments[match[1]], safe=""), operation["path"])
    assert (received.method, url.path) == (operation["method"], path)
    values = {name: arguments[argument] for name, argument in operation["query"].items() if argument in arguments}
    assert parse_qs(url.query, strict_parsing=bool(url.query)) == {
        name: [",".join(value) if isinstance(value, list) else str(value)] for name, value in values.items()
    }
    headers = dict(received.headers)
    assert len(headers) == len(received.headers), "no header twice"
    assert headers.get("Authorization") == (f"Klaviyo-API-Key {API_KEY}" if operation["needs_key"] else None)
    assert headers["revision"] == REVISION
    assert headers["Accept"] == "application/vnd.api+json"
    if operation["content_type"] == "application/vnd.api+json":
        assert headers["Content-Type"] == operation["content_type"]
        assert json.loads(received.body) == arguments["body"]
        assert received.body == json.dumps(arguments["body"], ensure_ascii=False, separators=(",", ":")).encode()
    elif operation["content_type"] is None:
        assert "Content-Type" not in headers
        assert received.body == b""


@OPERATIONS
def test_the_example_arrives_with_every_parameter(
    operation: Operation, call: Call, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = example_of(operation)
    properties = load_schema(operation)["properties"]
    arguments = {name: sample(properties[name]) for name in operation["query"].values()} | arguments
    answer = call(operation, arguments)
    [received] = sandbox.received
    assert received.status == operation["success"]["status"], received.answer
    assert (answer is not None) == operation["success"]["content"]
    assert_arrived(operation, received, arguments)
    log = capsys.readouterr().err
    assert log == "" or COLLECTION != ROOT, "nothing in an example is unknown or omitted"


@pytest.mark.parametrize("operation", WITH_ID, ids=lambda operation: operation["operation"])
def test_a_blank_id_is_a_fault(operation: Operation, call: Call) -> None:
    for name in re.findall("{(.+?)}", operation["path"]):
        blanks: list[Any] = ["", " \t", None, ".", "..", 7]
        for blank in blanks:
            error = call(operation, example_of(operation) | {name: blank})
            assert [fault["pointer"] for fault in error.faults] == [f"/{name}"]


@pytest.mark.parametrize("name", ["get_list", "delete_catalog_item", "add_profiles_to_list"])
def test_an_id_is_one_segment_of_the_path(name: str, call: Call, sandbox: Sandbox) -> None:
    operation = load_operation(name)
    arguments = example_of(operation) | {"id": "a/b?c#d:::é%2F\\ e"}
    call(operation, arguments)
    assert_arrived(operation, sandbox.received[0], arguments)


@OPERATIONS
def test_main_has_the_documented_parameters(operation: Operation, load: Load) -> None:
    main = load(operation).main
    schema = load_schema(operation)
    parameters = list(inspect.signature(main).parameters.values())
    key = ["auth"] if operation["needs_key"] else []
    assert [parameter.name for parameter in parameters] == [*key, *schema["properties"]]
    assert all(parameter.kind is parameter.POSITIONAL_OR_KEYWORD for parameter in parameters), "Windmill drops others"
    # `revision` has no default: Windmill would take what follows it as optional.
    without_default = [parameter.name for parameter in parameters if parameter.default is parameter.empty]
    assert without_default == [*key, "revision", *schema["required"]]
    assert without_default == [parameter.name for parameter in parameters[: len(without_default)]]


@OPERATIONS
def test_the_docstring_of_main_has_a_line_for_each_argument(operation: Operation, load: Load) -> None:
    main = load(operation).main
    docstring = inspect.getdoc(main) or ""
    assert docstring.startswith("Return None: " if not operation["success"]["content"] else "Return `data`, ")
    described = re.findall(r"^    (\w+): .+[.?]$", docstring.partition("\nArgs:\n")[2], re.MULTILINE)
    assert described == list(inspect.signature(main).parameters)
    assert "\nRaises: " in docstring
    assert not [line for line in docstring.splitlines() if "[" in line and "|" in line], "Windmill takes it for a type"


@pytest.mark.parametrize("wrong", ["equals(lat,1)\nX: y", " equals(lat,1)", "equals(name,'Zürich')", "X\u2028Y", "X\n"])
def test_what_a_header_cannot_carry_is_refused(wrong: str, call: Call) -> None:
    operation = load_operation("get_client_geofences")
    error = call(operation, example_of(operation) | {"x_klaviyo_api_filters": wrong})
    assert [fault["pointer"] for fault in error.faults] == ["/x_klaviyo_api_filters"]


def test_a_header_arrives(call: Call, sandbox: Sandbox) -> None:
    operation = load_operation("get_client_geofences")
    call(operation, example_of(operation) | {"x_klaviyo_api_filters": "and(equals(lat,40.7),equals(lng,-74.0))"})
    assert dict(sandbox.received[0].headers)["X-Klaviyo-API-Filters"] == "and(equals(lat,40.7),equals(lng,-74.0))"


@pytest.mark.parametrize(
    ("name", "requests"),
    [("get_tags", 2), ("get_client_reviews", 2), ("create_tag", 1), ("query_flow_values", 2), ("delete_tag", 1)],
)
def test_a_read_is_retried_and_a_write_is_not(
    name: str, requests: int, load: Load, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    operation = load_operation(name)
    script = load(operation)
    monkeypatch.setattr(script, "time", SimpleNamespace(sleep=lambda seconds: None))
    sandbox.faults.append(Fault(status=500))
    with contextlib.suppress(script.KlaviyoError):
        script.main(**({"auth": AUTH} if operation["needs_key"] else {}), **example_of(operation))
    assert len(sandbox.received) == requests


def test_an_image_arrives_with_name_and_media_type(call: Call, sandbox: Sandbox) -> None:
    operation = load_operation("upload_image_from_file")
    call(operation, {"revision": REVISION, "file": b"\x89PNG\r\n\x1a\n", "name": "spring.png", "hidden": True})
    call(operation, {"revision": REVISION, "file": "iVBORw0KGgo="})
    named, unnamed = sandbox.received
    assert named.status == unnamed.status == 201
    assert dict(named.headers)["Content-Type"].startswith("multipart/form-data; boundary=")
    part = b'name="file"; filename="%s"\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n\x1a\n\r\n'
    assert part % b"spring.png" in named.body
    assert b'name="hidden"\r\n\r\ntrue\r\n' in named.body
    assert part % b"image.png" in unnamed.body
    assert b"hidden" not in unnamed.body


def test_blank_arguments_are_omitted(call: Call, sandbox: Sandbox) -> None:
    operation = load_operation("get_profiles")
    blanks: list[Any] = [None, "", []]
    for blank in blanks:
        call(operation, {"revision": REVISION, **dict.fromkeys(operation["query"].values(), blank)})
    assert {received.target for received in sandbox.received} == {"/api/profiles"}


def test_a_whole_number_is_sent_as_an_integer(call: Call, sandbox: Sandbox) -> None:
    call(load_operation("get_profiles"), {"revision": REVISION, "page_size": 20.0})
    assert sandbox.received[0].target == "/api/profiles?page%5Bsize%5D=20"


@pytest.mark.parametrize("blank", [None, "", "  "])
def test_a_blank_revision_is_that_of_the_script(blank: Any, call: Call, sandbox: Sandbox) -> None:
    for name in ("get_profiles", "create_tag"):
        operation = load_operation(name)
        assert call(operation, example_of(operation) | {"revision": blank})["data"]
    assert {dict(received.headers)["revision"] for received in sandbox.received} == {REVISION}


@pytest.mark.parametrize("blank", [{}, {"apiKey": None}, {"apiKey": "  "}])
def test_a_token_is_sent_in_place_of_a_key(blank: Any, load: Load, sandbox: Sandbox) -> None:
    operation = load_operation("get_profiles")
    load(operation).main({**TOKEN_AUTH, **blank}, None)
    assert dict(sandbox.received[0].headers)["Authorization"] == f"Bearer {TOKEN}"


def test_a_body_stays_as_it_is(call: Call) -> None:
    operation = load_operation("bulk_create_events")
    body = example_of(operation)["body"]
    profile = body["data"]["attributes"]["events-bulk-create"]["data"][0]["attributes"]["profile"]["data"]
    profile["meta"] = {"patch_properties": {}}
    before = json.dumps(body)
    assert call(operation, {"revision": REVISION, "body": body}) is None
    assert json.dumps(body) == before
