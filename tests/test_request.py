"""What leaves the machine: path, headers and bytes as Klaviyo documents them and as JSON.stringify writes them."""

import copy
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.helpers import AUTH, NODE, REVISION, SCRIPT, attributes_of, compact
from workbench.sandbox import API_KEY, Fault, Sandbox


def test_the_example_arrives_as_documented(sandbox: Sandbox, script: Any, body: Any) -> None:
    assert script.main(AUTH, REVISION, body) is None
    [received] = sandbox.received
    assert (received.method, received.target) == ("POST", "/api/event-bulk-create-jobs")
    headers = dict(received.headers)
    assert len(headers) == len(received.headers), "no header twice"
    assert headers["Authorization"] == f"Klaviyo-API-Key {API_KEY}"
    assert headers["revision"] == REVISION
    assert headers["Accept"] == headers["Content-Type"] == "application/vnd.api+json"
    assert received.body == compact(body)
    assert received.status == 202


def test_arguments_stay_as_they_were(script: Any, body: Any) -> None:
    attributes_of(body)["value"] = 25.0
    before = copy.deepcopy(body)
    script.main(AUTH, REVISION, body)
    assert body == before
    assert isinstance(attributes_of(body)["value"], float)


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ("Zürich, 東京, 👩‍🚀", '"Zürich, 東京, 👩‍🚀"'),
        ('\u2028 \x7f \x00 \t " \\ /', '"\u2028 \x7f \\u0000 \\t \\" \\\\ /"'),
        ("\ud800", '"\\ud800"'),
        (1e308, "1e+308"),
        (25.0, "25"),
        (-0.0, "0"),
        (1e20, "100000000000000000000"),
        (0.00001, "0.00001"),
        (1.5e-7, "1.5e-7"),
        ("1e-07", '"1e-07"'),
        (12345678901234567890, "12345678901234567890"),
        (True, "true"),
        (None, "null"),
    ],
)
def test_values_are_written_as_in_javascript(sandbox: Sandbox, script: Any, body: Any, value: Any, sent: str) -> None:
    attributes_of(body)["properties"] = {"x": value, "y": 1e-06}
    script.main(AUTH, REVISION, body)
    assert f'"properties":{{"x":{sent},"y":0.000001}}'.encode() in sandbox.received[0].body


def test_deep_nesting_arrives(sandbox: Sandbox, script: Any, body: Any) -> None:
    deep: Any = "bottom"
    for _ in range(400):
        deep = {"x": deep}
    attributes_of(body)["properties"] = deep
    script.main(AUTH, REVISION, body)
    assert b'{"x":' * 400 + b'"bottom"' + b"}" * 400 in sandbox.received[0].body


@pytest.fixture(scope="module")
def stringify() -> Iterator[Any]:
    """JSON.stringify(JSON.parse(text)) in a real JavaScript engine."""
    program = (
        "require('readline').createInterface({input: process.stdin})"
        ".on('line', line => process.stdout.write(JSON.stringify(JSON.parse(line)) + '\\n'))"
    )
    with subprocess.Popen([NODE, "-e", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:

        def ask(value: Any) -> bytes:
            assert process.stdin
            assert process.stdout
            process.stdin.write(json.dumps(value).encode() + b"\n")
            process.stdin.flush()
            return process.stdout.readline().rstrip(b"\n")

        yield ask


# Names: JavaScript moves those that look like integers to the front. Integers: JavaScript rounds those over 2**53.
JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda values: st.lists(values) | st.dictionaries(st.text().map("_{}".format), values),
)


@settings(max_examples=1000, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(value=JSON_VALUES)
@example(value="\ud800")
@example(value=1.2345678901234567e20)
@example(value=-1e-9)
@example(value=[1e21, 1e16, 123456789.0, 5e-324, 1e-4])
def test_bytes_equal_those_of_json_stringify(stringify: Any, value: Any) -> None:
    assert SCRIPT.encode(SCRIPT.plain(value, [], [])) == stringify(value)


def test_an_entry_of_netrc_does_not_replace_the_key(
    sandbox: Sandbox, script: Any, body: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n")
    monkeypatch.setenv("NETRC", str(netrc))
    script.main(AUTH, REVISION, body)
    assert dict(sandbox.received[0].headers)["Authorization"] == f"Klaviyo-API-Key {API_KEY}"


def test_a_redirect_is_not_followed(sandbox: Sandbox, script: Any, body: Any) -> None:
    with Sandbox() as other:
        sandbox.faults.append(Fault(status=307, headers={"Location": f"{other.url}/api/event-bulk-create-jobs"}))
        with pytest.raises(script.KlaviyoError) as caught:
            script.main(AUTH, REVISION, body)
        assert other.received == []
    assert caught.value.status == 307
    assert len(sandbox.received) == 1


def test_calls_klaviyo_over_tls() -> None:
    assert SCRIPT.API == "https://a.klaviyo.com"
    assert SCRIPT.TIMEOUT == (10, 60)
    assert SCRIPT.LONGEST_WAIT == 60
