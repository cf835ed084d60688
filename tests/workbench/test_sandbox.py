"""The sandbox answers as Klaviyo documents it, seen by a client that uses requests alone."""

import copy
from types import SimpleNamespace
from typing import Any

import pytest
import requests

from tests.support.collection import BULK_CREATE_EVENTS, INDEX, REVISION
from tests.support.events import compact
from workbench.sandbox import API_KEY, Fault, Sandbox

PATH = "/api/event-bulk-create-jobs"
HEADERS: dict[str, str | None] = {
    "Authorization": f"Klaviyo-API-Key {API_KEY}",
    "revision": REVISION,
    "Content-Type": "application/vnd.api+json",
}


def post(sandbox: Sandbox, content: bytes, path: str = PATH, **headers: str | None) -> requests.Response:
    """Send a body; headers that are None are left out."""
    changed = {name.replace("_", "-"): value for name, value in headers.items()}
    return requests.post(f"{sandbox.url}{path}", data=content, headers=HEADERS | changed, timeout=10)


def first_error(response: requests.Response, status: int) -> Any:
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/vnd.api+json"
    error = response.json()["errors"][0]
    assert error["status"] == status
    assert error.keys() >= {"id", "code", "title", "detail", "source"}
    return error


def test_a_valid_request_gets_202_and_no_content(sandbox: Sandbox, body: Any) -> None:
    response = post(sandbox, compact(body))
    assert response.status_code == 202
    assert response.content == b""


@pytest.mark.parametrize("authorization", [None, "", "Klaviyo-API-Key pk_other", API_KEY, f"Bearer {API_KEY}"])
def test_a_missing_or_wrong_key(sandbox: Sandbox, body: Any, authorization: str | None) -> None:
    error = first_error(post(sandbox, compact(body), Authorization=authorization), 401)
    assert error["code"] == "not_authenticated"


@pytest.mark.parametrize("revision", ["2019-01-01", "latest", f"{REVISION}.pre"])
def test_an_unknown_revision(sandbox: Sandbox, body: Any, revision: str) -> None:
    error = first_error(post(sandbox, compact(body), revision=revision), 404)
    assert "No valid revisions found for method" in error["detail"]


def test_a_missing_revision(sandbox: Sandbox, body: Any) -> None:
    first_error(post(sandbox, compact(body), revision=None), 400)


def test_an_unknown_path(sandbox: Sandbox, body: Any) -> None:
    first_error(post(sandbox, compact(body), path="/api/event-bulk-delete-jobs"), 404)


def test_another_method(sandbox: Sandbox) -> None:
    first_error(requests.get(f"{sandbox.url}{PATH}", headers=HEADERS, timeout=10), 405)


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", None])
def test_a_wrong_content_type(sandbox: Sandbox, body: Any, content_type: str | None) -> None:
    first_error(post(sandbox, compact(body), Content_Type=content_type), 415)


def test_a_body_over_5_mb(sandbox: Sandbox) -> None:
    first_error(post(sandbox, b" " * 5_000_001), 413)


def test_a_body_of_5_mb(sandbox: Sandbox, body: Any) -> None:
    assert post(sandbox, compact(body).rjust(5_000_000)).status_code == 202


def test_a_body_that_is_not_json(sandbox: Sandbox) -> None:
    assert "not JSON" in first_error(post(sandbox, b"{"), 400)["detail"]


def test_an_invalid_body_gets_pointers(sandbox: Sandbox, body: Any) -> None:
    body["data"]["type"] = "event"
    body["data"]["attributes"]["events-bulk-create"]["data"][1]["attributes"].pop("profile")
    response = post(sandbox, compact(body))
    first_error(response, 400)
    assert {error["source"]["pointer"] for error in response.json()["errors"]} == {
        "/data/type",
        "/data/attributes/events-bulk-create/data/1/attributes",
    }


def test_the_burst_limit_and_its_headers(body: Any) -> None:
    with Sandbox(index_with_rates(burst="2/m", steady="150/h")) as sandbox:
        remaining = []
        for _ in range(2):
            response = post(sandbox, compact(body))
            assert response.status_code == 202
            assert response.headers["RateLimit-Limit"] == "2"
            remaining.append(response.headers["RateLimit-Remaining"])
            assert 0 < int(response.headers["RateLimit-Reset"]) <= 60
        assert remaining == ["1", "0"]
        response = post(sandbox, compact(body))
        assert first_error(response, 429)["code"] == "throttled"
        assert 0 < int(response.headers["Retry-After"]) <= 60
        assert "RateLimit-Limit" not in response.headers


def test_the_steady_limit(body: Any) -> None:
    with Sandbox(index_with_rates(burst="10/s", steady="3/d")) as sandbox:
        assert [post(sandbox, compact(body)).status_code for _ in range(4)] == [202, 202, 202, 429]
        wait = int(post(sandbox, compact(body)).headers["Retry-After"])
    assert 86_000 < wait <= 86_400


def test_a_throttled_script_retries_when_klaviyo_says(
    script: Any, body: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    with Sandbox(index_with_rates(burst="2/m", steady="150/h")) as sandbox:
        script.API = sandbox.url
        waits: list[float] = []

        def sleep(seconds: float) -> None:
            waits.append(seconds)
            sandbox.reset_limits()

        script.time = SimpleNamespace(sleep=sleep)
        for _ in range(3):
            assert script.main({"apiKey": API_KEY}, REVISION, body) is None
        assert [received.status for received in sandbox.received] == [202, 202, 429, 202]
    [wait] = waits
    assert 50 < wait <= 60
    assert f"retrying in {wait} s" in capfd.readouterr().err


def test_each_request_takes_one_fault_in_order(sandbox: Sandbox, body: Any) -> None:
    sandbox.faults.extend([Fault(status=500), Fault(status=503, body=b"<html>", headers={"Content-Type": "text/html"})])
    assert [post(sandbox, compact(body)).status_code for _ in range(3)] == [500, 503, 202]
    assert [received.status for received in sandbox.received] == [500, 503, 202]


def test_a_reset_connection(sandbox: Sandbox, body: Any) -> None:
    sandbox.faults.append(Fault(reset=True))
    with pytest.raises(requests.ConnectionError) as caught:
        post(sandbox, compact(body))
    assert "Connection reset by peer" in str(caught.value)
    assert sandbox.received[0].status is None


def test_listens_on_127_0_0_1() -> None:
    with Sandbox() as sandbox:
        assert sandbox.url.startswith("http://127.0.0.1:")


def index_with_rates(**rates: str) -> Any:
    index = copy.deepcopy(INDEX)
    index["operations"] = [{**BULK_CREATE_EVENTS, "rate_limits": rates}]
    return index
