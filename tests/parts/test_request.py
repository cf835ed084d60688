"""`send`: whatever Klaviyo or the network does, there is an answer or a KlaviyoError, after the requests documented."""

import gzip
import json
import socket
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from workbench.codegen.parts import request
from workbench.codegen.parts.errors import KlaviyoError
from workbench.sandbox import API_KEY, Fault, Sandbox

READ, WRITE = True, False
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

    def send(self, is_read: bool, *faults: Fault) -> Any:
        """Send a request that gets the faults, then the documented answer; return the answer or KlaviyoError."""
        self.sandbox.faults.extend(faults)
        headers = {"Authorization": f"Klaviyo-API-Key {API_KEY}", "revision": "2026-10-15"}
        try:
            return request.send("GET", f"{self.sandbox.url}/api/tags", is_read, headers=headers)
        except KlaviyoError as error:
            assert_no_key(error)
            return error


NO_TAGS = {"data": [], "links": {"self": "https://a.klaviyo.com/api/tags"}}


@pytest.fixture
def klaviyo(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Klaviyo]:
    klaviyo = Klaviyo(sandbox)
    monkeypatch.setattr(request, "time", SimpleNamespace(sleep=klaviyo.waits.append))  # the sandbox has the real one
    monkeypatch.setattr(request, "TIMEOUT", (5, 1))
    yield klaviyo
    out, err = capfd.readouterr()
    assert out == "", "stdout belongs to the result"
    assert err.count("retrying in") == len(klaviyo.waits) == len(sandbox.received) - 1
    assert API_KEY not in err


def assert_no_key(error: BaseException) -> None:
    """The exception does not show the key, nor does anything that Python attached to it."""
    assert error.__cause__ is error.__context__ is None
    assert API_KEY not in "".join([repr(error), repr(vars(error)), *traceback.format_exception(error)])


BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize(
    ("fault", "answer"),
    [
        (Fault(status=200, body=b'{"data": null}'), {"data": None}),
        (Fault(status=201, body='{"x": "ü"}'.encode()), {"x": "ü"}),
        (Fault(status=200, body=BOM + b'{"x": 1}'), {"x": 1}),
        (Fault(status=200, body=gzip.compress(b'{"x": 1}'), headers={"Content-Encoding": "gzip"}), {"x": 1}),
    ],
)
def test_an_answer(klaviyo: Klaviyo, fault: Fault, answer: Any) -> None:
    assert klaviyo.send(READ, fault) == answer
    klaviyo.sandbox.received.clear()
    assert klaviyo.send(WRITE, fault) == answer


@pytest.mark.parametrize("status", [202, 204])
def test_a_write_may_be_answered_with_nothing(klaviyo: Klaviyo, status: int) -> None:
    assert klaviyo.send(WRITE, Fault(status=status)) is None


ANSWERS = {
    "200 nested too deeply": (Fault(status=200, body=b"[" * 100_000), 200, "200 [[[", []),
    "200 with a huge number": (Fault(status=200, body=b'{"x": ' + b"1" * 5000 + b"}"), 200, '200 {"x": 1', []),
    "301, not followed": (Fault(status=301, headers={"Location": "/api/elsewhere"}), 301, "301 ", []),
    "400": (Fault(status=400, body=document(INVALID)), 400, '400 {"errors": [{"code"', [INVALID]),
    "400, errors null": (Fault(status=400, body=b'{"errors": null}'), 400, "400 ", []),
    "404 that is a list": (Fault(status=404, body=b"[7]"), 404, "404 [7]", []),
    "413 that asks to wait": (Fault(status=413, headers={"Retry-After": "1"}), 413, "413 ", []),
}


@pytest.mark.parametrize("is_read", [READ, WRITE], ids=["read", "write"])
@pytest.mark.parametrize(("fault", "status", "message", "errors"), ANSWERS.values(), ids=ANSWERS)
def test_what_a_retry_cannot_change_is_an_error_at_once(
    klaviyo: Klaviyo, is_read: bool, fault: Fault, status: int, message: str, errors: Any
) -> None:
    error = klaviyo.send(is_read, fault)
    assert (error.status, error.errors) == (status, errors)
    assert str(error).startswith(message)
    assert len(klaviyo.sandbox.received) == 1


PASSING = {
    "500": Fault(status=500),
    "502 that is HTML": Fault(status=502, body=HTML),
    "503 that asks to wait": Fault(status=503, headers={"Retry-After": "2"}),
    "504": Fault(status=504),
    "520": Fault(status=520, body=HTML),
    "reset": Fault(reset=True),
    "half an answer": Fault(status=200, body=b'{"data"', promised=100),
    "no answer in time": Fault(delay=1.5),
}


COMPRESSED = {"Content-Encoding": "gzip"}
INCOMPLETE = {
    "nothing": Fault(status=200),
    "half of the JSON": Fault(status=200, body=b'{"data": ['),
    "half of the JSON, compressed": Fault(status=200, headers=COMPRESSED, body=gzip.compress(b'{"data": [')),
    "half of a compressed text": Fault(status=200, headers=COMPRESSED, body=gzip.compress(b'{"data": []}' * 99)[:40]),
    "HTML": Fault(status=202, body=HTML),
    "not UTF-8": Fault(status=200, body=b"\xff{"),
}


@pytest.mark.parametrize("fault", INCOMPLETE.values(), ids=INCOMPLETE)
def test_an_incomplete_answer_to_a_read_is_retried(klaviyo: Klaviyo, fault: Fault) -> None:
    assert klaviyo.send(READ, fault) == NO_TAGS
    assert klaviyo.waits == [1]


def test_what_stays_incomplete_is_an_error(klaviyo: Klaviyo) -> None:
    error = klaviyo.send(READ, *[Fault(status=200, body=HTML)] * 7)
    assert (error.status, str(error)) == (None, f"incomplete response: {HTML.decode()}")


def test_a_write_that_is_answered_with_html_is_an_error(klaviyo: Klaviyo) -> None:
    error = klaviyo.send(WRITE, Fault(status=202, body=HTML))
    assert (error.status, str(error)) == (202, f"202 {HTML.decode()}")


@pytest.mark.parametrize(
    ("body", "headers"), [(bytes(2_000_000), {}), (gzip.compress(bytes(50_000_000)), COMPRESSED)], ids=["long", "bomb"]
)
def test_a_response_that_is_too_large_is_not_read_to_its_end(
    klaviyo: Klaviyo, monkeypatch: pytest.MonkeyPatch, body: bytes, headers: dict[str, str]
) -> None:
    monkeypatch.setattr(request, "MAX_RESPONSE_BYTES", 1_000_000)
    error = klaviyo.send(READ, Fault(status=200, body=body, headers=headers))
    assert (error.status, str(error)) == (200, "200, more than 1,000,000 bytes")


@pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING)
def test_a_read_is_retried(klaviyo: Klaviyo, fault: Fault) -> None:
    assert klaviyo.send(READ, fault) == NO_TAGS
    assert klaviyo.waits == [int(fault.headers.get("Retry-After", 1))]


@pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING)
def test_a_write_is_not(klaviyo: Klaviyo, fault: Fault) -> None:
    error = klaviyo.send(WRITE, fault)
    assert error.status == (None if fault.promised else fault.status)
    if error.status is None:
        assert str(error).startswith("no response: ")
        assert "Error" not in str(error)
    assert klaviyo.waits == []


@pytest.mark.parametrize("is_read", [READ, WRITE], ids=["read", "write"])
@pytest.mark.parametrize(
    ("headers", "waits"),
    [(["0"], [1]), (["7"], [7]), (["1.5"], [2]), (["60"], [60]), (["soon"], [1]), (["0", "0", "9"], [1, 2, 9])],
)
def test_throttling_is_waited_out(klaviyo: Klaviyo, is_read: bool, headers: list[str], waits: list[int]) -> None:
    assert klaviyo.send(is_read, *map(throttled, headers)) == NO_TAGS
    assert klaviyo.waits == waits


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        *[("7", 7), ("0", 0), ("0.2", 1), (None, None), ("soon", None), ("-1", 0), ("9" * 500, 999_999_999)],
        *[("nan", None), ("Wed, 21 Oct 2015 07:28:00 GMT", 0), ("Wed, 99 Oct 2015 07:28:00 GMT", None)],
    ],
)
def test_retry_after_is_a_number_or_a_date(header: str | None, seconds: int | None) -> None:
    assert request.parse_retry_after(header) == seconds


def test_retry_after_as_a_date_is_in_seconds() -> None:
    header = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    assert request.parse_retry_after(header) in (29, 30)


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
        with pytest.raises(KlaviyoError, match=r"^no response: .*connection") as caught:
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
