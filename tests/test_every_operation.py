"""Each script, whatever its endpoint: its example arrives as documented, and what is wrong is not sent."""

import inspect
import re
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from tests.helpers import AUTH, INDEX, OPERATIONS, REVISION, compact
from workbench.collection import COLLECTION, Operation, load_operation, load_schema, load_script
from workbench.sandbox import API_KEY, Sandbox

WRONG = [None, "", {"x": [1]}, 1.5, ["\x00"]]


def script_of(operation: Operation, sandbox: Sandbox) -> Any:
    script = load_script(operation)
    script.API = sandbox.url
    return script


def key_of(operation: Operation) -> dict[str, Any]:
    return {"auth": AUTH} if operation["needs_key"] else {}


def example_of(operation: Operation) -> dict[str, Any]:
    example: dict[str, Any] = load_schema(operation)["examples"][0]
    return example


def value_in_query(value: Any) -> str:
    return ",".join(value) if isinstance(value, list) else str(value)


@OPERATIONS
def test_the_example_arrives_as_documented(operation: Operation, sandbox: Sandbox) -> None:
    example = example_of(operation)
    answer = script_of(operation, sandbox).main(**key_of(operation), **example)
    [received] = sandbox.received
    assert received.status == operation["success"]["status"], received.answer
    assert (answer is not None) == operation["success"]["content"]
    assert_sent(operation, received, example)


def assert_sent(operation: Operation, received: Any, arguments: dict[str, Any]) -> None:
    """The request is what Klaviyo documents for these arguments: method, path, query, headers, bytes."""
    url = urlsplit(received.target)
    path = re.sub("{(.+?)}", lambda match: quote(arguments[match[1]], safe=""), operation["path"])
    assert (received.method, url.path) == (operation["method"], path)
    given = {name: arguments[argument] for name, argument in operation["query"].items() if argument in arguments}
    assert parse_qs(url.query, strict_parsing=bool(url.query)) == {
        name: [value_in_query(value)] for name, value in given.items()
    }
    headers = dict(received.headers)
    assert len(headers) == len(received.headers), "no header twice"
    assert headers.get("Authorization") == (f"Klaviyo-API-Key {API_KEY}" if operation["needs_key"] else None)
    assert headers["revision"] == REVISION
    assert headers["Accept"] == "application/vnd.api+json"
    if operation["content_type"] == "application/vnd.api+json":
        assert headers["Content-Type"] == operation["content_type"]
        assert received.body == compact(arguments["body"])
    elif operation["content_type"] is None:
        assert "Content-Type" not in headers
        assert received.body == b""


@OPERATIONS
def test_every_parameter_arrives(operation: Operation, sandbox: Sandbox) -> None:
    schema = load_schema(operation)
    arguments = example_of(operation)
    for argument in operation["query"].values():
        arguments.setdefault(argument, sample(schema["properties"][argument]))
    script_of(operation, sandbox).main(**key_of(operation), **arguments)
    [received] = sandbox.received
    assert received.status == operation["success"]["status"], received.answer
    assert_sent(operation, received, arguments)


def sample(schema: Any) -> Any:
    """A value of a query parameter, with all that a query has to encode."""
    match schema["type"]:
        case "array":
            return schema["items"].get("enum", ["a"])[:2]
        case "integer":
            return schema.get("maximum", 7)
    return schema.get("enum", ["equals(name,'a & b, 100% ü')"])[0]


@OPERATIONS
def test_an_id_is_one_segment_of_the_path(operation: Operation, sandbox: Sandbox) -> None:
    names = re.findall("{(.+?)}", operation["path"])
    script = script_of(operation, sandbox)
    for name in names:
        blanks: list[Any] = ["", None, ".", ".."]
        for blank in blanks:
            with pytest.raises(script.InvalidInput) as caught:
                script.main(**key_of(operation), **{**example_of(operation), name: blank})
            assert caught.value.faults[0]["pointer"] == f"/{name}"
    assert sandbox.received == []
    if names:
        arguments = example_of(operation) | dict.fromkeys(names, "a/b?c#d:::é%2F")
        script.main(**key_of(operation), **arguments)
        assert_sent(operation, sandbox.received[0], arguments)


@OPERATIONS
def test_what_is_blank_or_wrong_is_not_sent(operation: Operation, sandbox: Sandbox) -> None:
    script = script_of(operation, sandbox)
    schema = load_schema(operation)
    required = schema["required"]
    for name in schema["properties"]:
        free = schema["properties"][name].get("type") == "string"
        for wrong in WRONG:
            if name not in required and wrong in (None, ""):
                continue  # blank: left out
            if wrong == "" and free and "minLength" not in schema["properties"][name] and name != "revision":
                continue  # Klaviyo's to judge
            with pytest.raises(script.InvalidInput) as caught:
                script.main(**key_of(operation), **{**example_of(operation), name: wrong})
            assert caught.value.faults[0]["pointer"].startswith(f"/{name}")
    for auth in (None, {}, {"apiKey": ""}) if operation["needs_key"] else ():
        with pytest.raises(script.InvalidInput, match="/auth/apiKey"):
            script.main(auth=auth, **example_of(operation))
    assert sandbox.received == []


@OPERATIONS
def test_blank_optional_arguments_are_left_out(operation: Operation, sandbox: Sandbox) -> None:
    schema = load_schema(operation)
    example = example_of(operation)
    optional = [name for name in schema["properties"] if name not in schema["required"] and name not in example]
    script = script_of(operation, sandbox)
    blanks: list[Any] = [None, "", []]
    for blank in blanks:
        script.main(**key_of(operation), **example, **dict.fromkeys(optional, blank))
    assert len({received.target for received in sandbox.received}) == 1
    assert_sent(operation, sandbox.received[0], example)


@OPERATIONS
def test_nothing_in_a_script_is_unused(operation: Operation) -> None:
    source = (COLLECTION / operation["script"]).read_text(encoding="utf-8")
    source = re.sub(r"^@.*\ndef \w+", "", source, flags=re.MULTILINE)  # its decorator uses it
    code = source.split("SCHEMA = json.loads(")[0] + source.rpartition('"""\n)')[2]
    for name in re.findall(r"^(?:def|class) (\w+)|^([A-Za-z_]+)(?:: \w+)? = ", code, re.MULTILINE):
        defined = "".join(name)
        assert defined == "main" or len(re.findall(rf"\b{defined}\b", code)) > 1, defined


@OPERATIONS
def test_what_it_is_called_follows_from_the_operation(operation: Operation) -> None:
    stem = f"{operation['category']}/{operation['operation']}"
    assert operation["script"] == f"f/klaviyo/{stem}.py"
    assert operation["schema"] == f"schemas/{stem}.json"
    for path in (
        operation["script"],
        f"f/klaviyo/{stem}.script.yaml",
        f"f/klaviyo/{stem}.script.lock",
        operation["schema"],
    ):
        assert (COLLECTION / path).is_file()


def test_there_is_no_script_that_is_not_in_the_index() -> None:
    folders = [
        folder
        for folder in (COLLECTION / "f/klaviyo").iterdir()
        if not re.search("^(bulk|examples)$|__flow$", folder.name)
    ]
    generated = {path for folder in folders for path in folder.glob("*.py")}
    assert generated == {COLLECTION / operation["script"] for operation in INDEX["operations"]}
    schemas = set((COLLECTION / "schemas").glob("*/*.json"))
    assert schemas == {COLLECTION / operation["schema"] for operation in INDEX["operations"]}
    assert INDEX["count"] == len(INDEX["operations"])


CURSOR = "bmV4dDo6aWQ6OjEyMw=="
PAGED = [operation for operation in INDEX["operations"] if "page_cursor" in operation["query"].values()]


@pytest.mark.parametrize("operation", PAGED, ids=lambda operation: operation["operation"])
def test_a_cursor_may_be_a_link(operation: Operation, sandbox: Sandbox) -> None:
    script = script_of(operation, sandbox)
    [name] = [name for name, argument in operation["query"].items() if argument == "page_cursor"]
    link = f"{sandbox.url}/api/elsewhere?page%5Bsize%5D=3&{quote(name)}={quote(CURSOR)}"
    for given in (CURSOR, link):
        script.main(**key_of(operation), **example_of(operation), page_cursor=given)
    for received in sandbox.received:
        assert_sent(operation, received, example_of(operation) | {"page_cursor": CURSOR})
    sandbox.received.clear()
    for wrong in (link.replace("127.0.0.1", "127.0.0.2"), f"{sandbox.url}/api/elsewhere?page=2", f"x{link}"):
        with pytest.raises(script.InvalidInput) as caught:
            script.main(**key_of(operation), **example_of(operation), page_cursor=wrong)
        assert caught.value.faults[0]["pointer"] == "/page_cursor"
    assert sandbox.received == []


@OPERATIONS
def test_main_has_the_parameters_in_their_order(operation: Operation) -> None:
    parameters = list(inspect.signature(load_script(operation).main).parameters.values())
    names = [parameter.name for parameter in parameters]
    expected = ["auth", "revision"] if operation["needs_key"] else ["revision"]
    assert names[: len(expected)] == expected
    assert all(parameter.kind is parameter.POSITIONAL_OR_KEYWORD for parameter in parameters)
    schema = load_schema(operation)
    without_default = [parameter.name for parameter in parameters if parameter.default is parameter.empty]
    assert without_default == [name for name in names if name == "auth" or name in schema["required"]]
    assert without_default == names[: len(without_default)]


def test_a_whole_number_is_sent_as_one(sandbox: Sandbox) -> None:
    script = script_of(load_operation("get_profiles"), sandbox)
    script.main(AUTH, REVISION, page_size=20.0)
    assert sandbox.received[0].target == "/api/profiles?page%5Bsize%5D=20"


@pytest.mark.parametrize("wrong", ["equals(lat,1)\nX: y", " equals(lat,1)", "equals(name,'Zürich')", "\u2028", "\n"])
def test_what_no_header_can_carry_is_refused(sandbox: Sandbox, wrong: str) -> None:
    script = script_of(load_operation("get_client_geofences"), sandbox)
    example = script.SCHEMA["examples"][0]
    with pytest.raises(script.InvalidInput, match="/x_klaviyo_api_filters: expected one line of printable ASCII"):
        script.main(**example, x_klaviyo_api_filters=wrong)
    assert sandbox.received == []
    script.main(**example, x_klaviyo_api_filters="and(equals(lat,40.7),equals(lng,-74.0))")
    assert dict(sandbox.received[0].headers)["X-Klaviyo-API-Filters"] == "and(equals(lat,40.7),equals(lng,-74.0))"


def test_an_image_may_be_bytes_or_base64(sandbox: Sandbox) -> None:
    [operation] = [entry for entry in INDEX["operations"] if entry["content_type"] == "multipart/form-data"]
    script = script_of(operation, sandbox)
    image = b"\x89PNG\r\n\x1a\n"
    for file in (image, "iVBORw0KGgo="):
        script.main(AUTH, REVISION, file, name="spring.png", hidden=True)
    for received in sandbox.received:
        assert received.status == 201
        assert dict(received.headers)["Content-Type"].startswith("multipart/form-data; boundary=")
        assert b'name="file"; filename="spring.png"\r\n' in received.body
        assert image in received.body
        assert b'name="hidden"\r\n\r\ntrue\r\n' in received.body
    sandbox.received.clear()
    with pytest.raises(script.InvalidInput, match="/file: expected a file as base64"):
        script.main(AUTH, REVISION, "no base64!")
    assert sandbox.received == []
