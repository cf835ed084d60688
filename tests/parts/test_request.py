"""`send`: whatever Klaviyo or the network does, there is an answer or a KlaviyoError, after the requests documented."""

import json
import socket
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from workbench.codegen.parts import request
from workbench.codegen.parts.errors import KlaviyoError
from workbench.sandbox import API_KEY, Fault, Sandbox

READ: set[int | None] = {429, 500, 502, 503, 504, None}
WRITE: set[int | None] = {429}
HTML = b"<!DOCTYPE html><title>520: Web server is returning an unknown error</title>"
INVALID = {"code": "invalid", "source": {"pointer": "/data"}}
THROTTLED = {"code": "throttled"}


def document(*errors: Any) -> bytes:
    return json.dumps({"errors": errors}).encode()


def throttled(retry_after: str) -> Fault:
    return Fault(status=429, headers={"Retry-After": retry_after}, body=document(THROTTLED))


@dataclass
class Klaviyo:
    """A sandbox, and the seconds that `send` waited between attempts."""

    sandbox: Sandbox
    waits: list[float] = field(default_factory=list)

    def send(self, retry_statuses: set[int | None], *faults: Fault) -> Any:
        """Send a request that gets the faults, then the documented answer; return the answer or KlaviyoError."""
        self.sandbox.faults.extend(faults)
        headers = {"Authorization": f"Klaviyo-API-Key {API_KEY}", "revision": "2026-10-15"}
        try:
            return request.send("GET", f"{self.sandbox.url}/api/tags", retry_statuses, headers=headers)
        except KlaviyoError as error:
            assert_no_key(error)
            return error


NO_TAGS = {"data": [], "links": {"self": "https://a.klaviyo.com/api/tags"}}


@pytest.fixture
def klaviyo(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Klaviyo]:
    klaviyo = Klaviyo(sandbox)
    monkeypatch.setattr(request, "time", SimpleNamespace(sleep=klaviyo.waits.append))  # the sandbox has the real one
    monkeypatch.setattr(request, "TIMEOUT", (5, 0.3))
    yield klaviyo
    out, err = capfd.readouterr()
    assert out == "", "stdout belongs to the result"
    assert err.count("retrying in") == len(klaviyo.waits) == len(sandbox.received) - 1
    assert API_KEY not in err


def assert_no_key(error: BaseException) -> None:
    """The exception does not show the key, nor does anything that Python attached to it."""
    assert error.__cause__ is error.__context__ is None
    assert API_KEY not in "".join([repr(error), repr(vars(error)), *traceback.format_exception(error)])


@pytest.mark.parametrize(
    ("fault", "answer"),
    [
        (Fault(status=202), None),
        (Fault(status=204), None),
        (Fault(status=200, body=b'{"data": null}'), {"data": None}),
        (Fault(status=201, body='{"x": "ü"}'.encode()), {"x": "ü"}),
    ],
)
def test_an_answer(klaviyo: Klaviyo, fault: Fault, answer: Any) -> None:
    assert klaviyo.send(WRITE, fault) == answer


ANSWERS = {
    "202 that is HTML": (Fault(status=202, body=HTML), 202, f"202 {HTML.decode()}", []),
    "200 that is not UTF-8": (Fault(status=200, body=b"\xff{"), 200, "200 \ufffd{", []),
    "200 nested too deeply": (Fault(status=200, body=b"[" * 100_000), 200, "200 [[[", []),
    "200 that is not what its encoding says": (
        Fault(status=200, headers={"Content-Encoding": "gzip"}, body=b"{}"),
        None,
        "no response: ContentDecodingError",
        [],
    ),
    "301, not followed": (Fault(status=301, headers={"Location": "/api/elsewhere"}), 301, "301 ", []),
    "400": (Fault(status=400, body=document(INVALID)), 400, '400 {"errors": [{"code"', [INVALID]),
    "400, errors null": (Fault(status=400, body=b'{"errors": null}'), 400, "400 ", []),
    "404 that is a list": (Fault(status=404, body=b"[7]"), 404, "404 [7]", []),
    "413 that asks to wait": (Fault(status=413, headers={"Retry-After": "1"}), 413, "413 ", []),
}


@pytest.mark.parametrize("retry_statuses", [READ, WRITE], ids=["read", "write"])
@pytest.mark.parametrize(("fault", "status", "message", "errors"), ANSWERS.values(), ids=ANSWERS)
def test_what_a_retry_cannot_change_is_an_error_at_once(
    klaviyo: Klaviyo, retry_statuses: set[int | None], fault: Fault, status: int | None, message: str, errors: Any
) -> None:
    if status is None:
        retry_statuses = WRITE
    error = klaviyo.send(retry_statuses, fault)
    assert (error.status, error.errors) == (status, errors)
    assert str(error).startswith(message)
    assert len(klaviyo.sandbox.received) == 1


PASSING = {
    "500": Fault(status=500),
    "502 that is HTML": Fault(status=502, body=HTML),
    "503 that asks to wait": Fault(status=503, headers={"Retry-After": "2"}),
    "504": Fault(status=504),
    "reset": Fault(reset=True),
    "half an answer": Fault(status=200, body=b'{"data"', promised=100),
    "no answer in time": Fault(delay=0.6),
}


@pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING)
def test_a_read_is_retried(klaviyo: Klaviyo, fault: Fault) -> None:
    assert klaviyo.send(READ, fault) == NO_TAGS
    assert klaviyo.waits == [int(fault.headers.get("Retry-After", 1))]


@pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING)
def test_a_write_is_not(klaviyo: Klaviyo, fault: Fault) -> None:
    error = klaviyo.send(WRITE, fault)
    assert error.status == (None if fault.promised else fault.status)
    assert klaviyo.waits == []


@pytest.mark.parametrize("retry_statuses", [READ, WRITE], ids=["read", "write"])
@pytest.mark.parametrize(
    ("headers", "waits"),
    [(["0"], [1]), (["1"], [1]), (["7"], [7]), (["60"], [60]), (["soon"], [1]), (["0", "0", "9"], [1, 2, 9])],
)
def test_throttling_is_waited_out(
    klaviyo: Klaviyo, retry_statuses: set[int | None], headers: list[str], waits: list[int]
) -> None:
    assert klaviyo.send(retry_statuses, *map(throttled, headers)) == NO_TAGS
    assert klaviyo.waits == waits


@pytest.mark.parametrize("seconds", [61, 3600, 86400])
def test_a_long_wait_is_the_callers(klaviyo: Klaviyo, seconds: int) -> None:
    error = klaviyo.send(READ, throttled(str(seconds)))
    assert (error.status, error.retry_after, error.errors) == (429, seconds, [THROTTLED])
    assert klaviyo.waits == []


@pytest.mark.parametrize("fault", [Fault(status=500), Fault(status=429), Fault(reset=True)])
def test_a_call_ends(klaviyo: Klaviyo, fault: Fault) -> None:
    error = klaviyo.send(READ, *[fault] * 20)
    klaviyo.sandbox.faults.clear()
    assert error.status == fault.status
    assert klaviyo.waits == [1, 2, 4, 8, 16, 32]


def test_after_throttling_a_write_is_not_retried_for_another_reason(klaviyo: Klaviyo) -> None:
    assert klaviyo.send(WRITE, throttled("1"), Fault(status=500)).status == 500
    assert klaviyo.waits == [1]


def test_nobody_listens(sandbox: Sandbox) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        with pytest.raises(KlaviyoError, match="no response: ConnectionError") as caught:
            request.send("POST", f"http://127.0.0.1:{unused.getsockname()[1]}", WRITE)
    assert caught.value.status is None
    assert "may have" not in str(caught.value)


def test_a_key_that_klaviyo_echoes_is_hidden(klaviyo: Klaviyo) -> None:
    error = klaviyo.send(WRITE, Fault(status=401, body=document({"detail": f"Invalid key {API_KEY}"})))
    assert error.errors == [{"detail": "Invalid key ***"}]


def test_without_a_key_nothing_is_hidden(sandbox: Sandbox) -> None:
    sandbox.faults.append(Fault(status=200, body=b'{"consent": "none"}'))
    assert request.send("GET", f"{sandbox.url}/client/reviews", READ) == {"consent": "none"}


def test_an_entry_of_netrc_does_not_replace_the_key(
    klaviyo: Klaviyo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n")
    monkeypatch.setenv("NETRC", str(netrc))
    klaviyo.send(READ)
    assert dict(klaviyo.sandbox.received[0].headers)["Authorization"] == f"Klaviyo-API-Key {API_KEY}"
