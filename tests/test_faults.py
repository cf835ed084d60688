"""Whatever Klaviyo or the network does: an answer or KlaviyoError, as few requests as promised, the key nowhere."""

import json
import socket
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.helpers import AUTH, REVISION
from workbench.sandbox import API_KEY, Fault, Sandbox

HTML = b"<!DOCTYPE html><title>520: Web server is returning an unknown error</title>"
DUPLICATE = {
    "id": "2b7b2b6e-1f0c-4f4c-9d5e-5d8f8d1f6f11",
    "status": 409,
    "code": "duplicate_profile",
    "title": "Conflict.",
    "detail": "A profile already exists with one of these identifiers.",
    "source": {"pointer": "/data/attributes"},
    "meta": {"duplicate_profile_id": "01GDDKASAP8TKDDA2GRZDSVP4H"},
}


def errors_document(errors: Any) -> bytes:
    return json.dumps({"errors": errors}).encode()


def throttled(retry_after: str | None) -> Fault:
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    return Fault(status=429, headers=headers, body=errors_document([{"code": "throttled"}]))


@dataclass(frozen=True)
class Case:
    """`faults` come one a request; then the sandbox answers as documented (202, no content)."""

    faults: list[Fault]
    requests: int = 1
    answer: Any = None
    status: int | None = None
    message: str = ""
    errors: list[Any] = field(default_factory=list)
    retry_after: int | None = None
    rate_limit: dict[str, Any] = field(default_factory=dict)
    waits: float = 0


ANSWERS = {
    "202 empty": Case([Fault(status=202)]),
    "204": Case([Fault(status=204)]),
    "200 JSON": Case([Fault(status=200, body=b'{"data": null}')], answer={"data": None}),
    "201 JSON and a byte that is no ASCII": Case([Fault(status=201, body='{"x": "ü"}'.encode())], answer={"x": "ü"}),
    "slow, but within the limit": Case([Fault(delay=0.3)]),
    "429 with 0, then 202": Case([throttled("0")], requests=2, waits=1),
    "429 with 1, then 202": Case([throttled("1")], requests=2, waits=1),
    "429 with 2, then 202": Case([throttled("2")], requests=2, waits=2),
    "429 with nothing, then 202": Case([throttled(None)], requests=2, waits=1),
    "429 with nonsense, then 202": Case([throttled("soon")], requests=2, waits=1),
    "429 with digits without end, then 202": Case([throttled("9" * 5000)], requests=2, waits=1),
    "429 twice, then 202": Case([throttled("0")] * 2, requests=3, waits=3),
}

ERRORS = {
    "202 that is HTML": Case([Fault(status=202, body=HTML)], status=202, message=f"202 {HTML.decode()}"),
    "200 that is not UTF-8": Case([Fault(status=200, body=b"\xff{")], status=200, message="200 \ufffd{"),
    "200 nested too deeply": Case([Fault(status=200, body=b"[" * 100_000)], status=200, message="200 [[["),
    "301": Case([Fault(status=301, headers={"Location": "/api/elsewhere"})], status=301, message="301 "),
    "400": Case(
        [Fault(status=400, body=errors_document([{"code": "invalid", "source": {"pointer": "/data"}}]))],
        status=400,
        message='400 {"errors": [{"code"',
        errors=[{"code": "invalid", "source": {"pointer": "/data"}}],
    ),
    "409": Case(
        [Fault(status=409, body=errors_document([DUPLICATE]))],
        status=409,
        message='409 {"errors": ',
        errors=[DUPLICATE],
    ),
    "400, errors null": Case([Fault(status=400, body=errors_document(None))], status=400),
    "400, errors of nulls": Case(
        [Fault(status=400, body=errors_document([None, {"detail": None}, 1]))], status=400, errors=[{"detail": None}]
    ),
    "400, errors a text": Case([Fault(status=400, body=errors_document("no"))], status=400),
    "400, a list": Case([Fault(status=400, body=b"[1]")], status=400, message="400 [1]"),
    "400, a text": Case([Fault(status=400, body=b'"errors"')], status=400),
    "403 without content": Case([Fault(status=403)], status=403, message="403 FORBIDDEN"),
    "403 that is HTML": Case([Fault(status=403, body=HTML)], status=403, message=f"403 {HTML.decode()}"),
    "404 of great length": Case([Fault(status=404, body=b"x" * 100_000)], status=404, message="404 xxx"),
    "500": Case([Fault(status=500)], status=500, message="500 "),
    "502 that is HTML": Case([Fault(status=502, body=HTML)], status=502),
    "503": Case([Fault(status=503)], status=503),
    "503 that asks to come back": Case([Fault(status=503, headers={"Retry-After": "1"})], status=503, retry_after=1),
    "413 that asks to come back": Case([Fault(status=413, headers={"Retry-After": "1"})], status=413, retry_after=1),
    "504": Case([Fault(status=504)], status=504),
    "429 with 3600": Case(
        [throttled("3600")],
        status=429,
        retry_after=3600,
        message='429 {"errors": ',
        errors=[{"code": "throttled"}],
    ),
    "429 with 61": Case([throttled("61")], status=429, retry_after=61, errors=[{"code": "throttled"}]),
    "429, then 500": Case([throttled("1"), Fault(status=500)], requests=2, status=500, waits=1),
    "429, then reset": Case([throttled("1"), Fault(reset=True)], requests=2, message="no answer", waits=1),
    "429 with what is left": Case(
        [
            Fault(
                status=429,
                headers={
                    "Retry-After": "86400",
                    "RateLimit-Limit": "10, 10;w=1, 150;w=60",
                    "RateLimit-Remaining": "0",
                    "RateLimit-Reset": "59",
                },
            )
        ],
        status=429,
        retry_after=86400,
        rate_limit={"limit": "10, 10;w=1, 150;w=60", "remaining": 0, "reset": 59},
    ),
    "429 with digits without end": Case(
        [Fault(status=429, headers={"Retry-After": "3600", "RateLimit-Limit": "9" * 5000})],
        status=429,
        retry_after=3600,
        rate_limit={"limit": "9" * 5000},
    ),
    "reset": Case([Fault(reset=True)], message="no answer, ConnectionError"),
    "half an answer": Case([Fault(status=202, body=b'{"data"', promised=100)], status=202, message="202, "),
    "half a refusal": Case([Fault(status=400, body=b'{"errors"', promised=100)], status=400, message="400, "),
    "no answer in time": Case([Fault(delay=4)], message="no answer, ReadTimeout"),
    "content that is not what its encoding says": Case(
        [Fault(status=200, headers={"Content-Encoding": "gzip"}, body=b"{}")], status=200
    ),
}


@pytest.fixture
def hasty(script: Any) -> Any:
    """The script, but it waits two seconds for an answer, not a minute."""
    script.TIMEOUT = (5, 2)
    return script


@pytest.mark.parametrize("name", ANSWERS)
def test_answers(sandbox: Sandbox, hasty: Any, body: Any, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    case = ANSWERS[name]
    sandbox.faults.extend(case.faults)
    start = time.monotonic()
    assert hasty.main(AUTH, REVISION, body) == case.answer
    assert time.monotonic() - start >= case.waits
    assert len(sandbox.received) == case.requests
    assert len({received.body for received in sandbox.received}) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("429") == case.requests - 1
    assert API_KEY not in err


@pytest.mark.parametrize("name", ERRORS)
def test_errors(sandbox: Sandbox, hasty: Any, body: Any, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    case = ERRORS[name]
    sandbox.faults.extend(case.faults)
    start = time.monotonic()
    with pytest.raises(hasty.KlaviyoError) as caught:
        hasty.main(AUTH, REVISION, body)
    assert time.monotonic() - start >= case.waits
    error = caught.value
    assert str(error).startswith(case.message)
    assert len(str(error)) <= 2000
    assert vars(error) == {"status": case.status, "errors": case.errors, "retry_after": case.retry_after}
    assert error.rate_limit == case.rate_limit
    assert json.dumps(vars(error)), "Windmill stores the attributes as JSON"
    assert len(sandbox.received) == case.requests
    assert_no_key(error)
    out, err = capfd.readouterr()
    assert API_KEY not in out + err


def test_throttled_for_longer_than_it_waits(sandbox: Sandbox, script: Any, body: Any) -> None:
    script.LONGEST_WAIT = 3
    sandbox.faults.extend([throttled("0")] * 10)
    with pytest.raises(script.KlaviyoError) as caught:
        script.main(AUTH, REVISION, body)
    assert caught.value.status == 429
    assert len(sandbox.received) == 3, "after waits of 1 s and 2 s, the next one would be 4 s"


def test_nobody_listens(script: Any, body: Any) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        script.API = f"http://127.0.0.1:{free.getsockname()[1]}"
        with pytest.raises(script.KlaviyoError, match="no answer") as caught:
            script.main(AUTH, REVISION, body)
    assert caught.value.status is None
    assert_no_key(caught.value)


def test_a_key_that_klaviyo_echoes_is_hidden(sandbox: Sandbox, script: Any, body: Any) -> None:
    sandbox.faults.append(Fault(status=401, body=errors_document([{"detail": f"Invalid key {API_KEY}"}])))
    with pytest.raises(script.KlaviyoError) as caught:
        script.main(AUTH, REVISION, body)
    assert caught.value.errors == [{"detail": "Invalid key ***"}]
    assert_no_key(caught.value)


def test_a_wrong_key_is_refused_by_klaviyo_and_not_shown(script: Any, body: Any) -> None:
    wrong = "pk_" + "wrong"
    with pytest.raises(script.KlaviyoError) as caught:
        script.main({"apiKey": wrong}, REVISION, body)
    assert caught.value.status == 401
    assert wrong not in "".join(traceback.format_exception(caught.value))


def assert_no_key(error: BaseException) -> None:
    for reached in chain(error):
        texts = [str(reached), repr(reached), repr(vars(reached)), "".join(traceback.format_exception(reached))]
        assert not any(API_KEY in text for text in texts)
        assert not hasattr(reached, "request"), "a request of requests holds the key"


def chain(error: BaseException) -> Iterator[BaseException]:
    """The exception and all that it was raised from or during."""
    yield error
    for other in (error.__cause__, error.__context__):
        if other is not None:
            yield from chain(other)
