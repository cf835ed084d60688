"""What is sent again and what is not, by method: reads survive what passes, a write is sent once."""

from typing import Any

import pytest

from tests.helpers import AUTH
from workbench.collection import load_operation, load_schema, load_script
from workbench.sandbox import Fault, Sandbox

READS = ["get_profiles", "get_list", "get_client_reviews"]
WRITES = [
    "create_tag",
    "update_tag",
    "delete_tag",
    "remove_profiles_from_list",
    "create_client_event",
    "query_flow_values",
]
PASSING = {
    "500": Fault(status=500),
    "502": Fault(status=502, body=b"<html>"),
    "503": Fault(status=503),
    "503 that asks to come back": Fault(status=503, headers={"Retry-After": "2"}),
    "504": Fault(status=504),
    "reset": Fault(reset=True),
    "no answer in time": Fault(delay=4),
}


@pytest.fixture
def call(sandbox: Sandbox) -> Any:
    """Calls an operation's script with its example, impatiently."""

    def run(name: str) -> Any:
        operation = load_operation(name)
        script = load_script(operation)
        script.API = sandbox.url
        script.TIMEOUT = (5, 2)
        script.LONGEST_WAIT = 4
        key = {"auth": AUTH} if operation["needs_key"] else {}
        try:
            return script.main(**key, **load_schema(operation)["examples"][0])
        except script.KlaviyoError as error:
            return error

    return run


@pytest.mark.parametrize("fault", PASSING)
@pytest.mark.parametrize("name", READS)
def test_a_read_is_sent_again(sandbox: Sandbox, call: Any, name: str, fault: str) -> None:
    sandbox.faults.append(PASSING[fault])
    assert call(name) == {"data": []}
    assert len(sandbox.received) == 2


@pytest.mark.parametrize("fault", PASSING)
@pytest.mark.parametrize("name", WRITES)
def test_a_write_is_not(sandbox: Sandbox, call: Any, name: str, fault: str) -> None:
    sandbox.faults.append(PASSING[fault])
    error = call(name)
    assert error.status == PASSING[fault].status
    assert ("may have taken" in str(error)) == (error.status is None)
    assert len(sandbox.received) == 1


@pytest.mark.parametrize("name", [*READS, *WRITES])
def test_what_is_throttled_is_sent_again(sandbox: Sandbox, call: Any, name: str) -> None:
    sandbox.faults.append(Fault(status=429, headers={"Retry-After": "1"}))
    assert not isinstance(call(name), Exception)
    assert sandbox.received[0].status == 429
    assert len(sandbox.received) == 2


@pytest.mark.parametrize("name", [*READS, *WRITES])
def test_what_is_throttled_for_long_is_not(sandbox: Sandbox, call: Any, name: str) -> None:
    sandbox.faults.append(Fault(status=429, headers={"Retry-After": "86400"}))
    error = call(name)
    assert (error.status, error.retry_after) == (429, 86400)
    assert len(sandbox.received) == 1


@pytest.mark.parametrize("fault", [Fault(status=500), Fault(status=429), Fault(reset=True)])
def test_a_read_is_not_sent_for_ever(sandbox: Sandbox, call: Any, fault: Fault) -> None:
    sandbox.faults.extend([fault] * 20)
    error = call("get_profiles")
    assert error.status == fault.status
    assert 2 <= len(sandbox.received) <= 6


@pytest.mark.parametrize("name", READS)
def test_half_an_answer_to_a_read_is_an_error(sandbox: Sandbox, call: Any, name: str) -> None:
    sandbox.faults.append(Fault(status=200, body=b'{"data"', promised=100))
    error = call(name)
    assert error.status == 200
    assert len(sandbox.received) == 1


@pytest.mark.parametrize("name", [*READS, *WRITES])
def test_what_no_retry_can_mend_is_not_sent_again(sandbox: Sandbox, call: Any, name: str) -> None:
    for status in (400, 401, 403, 404, 409, 410, 413, 415, 302):
        sandbox.received.clear()
        sandbox.faults.append(Fault(status=status, body=b'{"errors": [{"code": "no"}]}'))
        error = call(name)
        assert (error.status, error.errors) == (status, [{"code": "no"}])
        assert len(sandbox.received) == 1
