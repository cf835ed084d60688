"""The exceptions: what their messages and attributes hold, and how long they get."""

import json

import pytest

from workbench.codegen.parts.errors import InvalidInput, KlaviyoError


def test_the_message_names_each_fault_by_json_pointer() -> None:
    error = InvalidInput([(("body", "a/b~c", 0), "type string", 7)])
    assert error.faults == [{"pointer": "/body/a~1b~0c/0", "expected": "type string", "actual": "7"}]
    assert str(error) == "Request not sent. Faults in the arguments: 1\n/body/a~1b~0c/0: expected type string, got 7"


def test_twenty_faults_are_listed_and_all_are_counted() -> None:
    error = InvalidInput([((index,), "x", index) for index in range(25)])
    assert (len(error.faults), error.count) == (20, 25)
    assert str(error).startswith("Request not sent. Faults in the arguments: 25\n/0: ")


def test_a_long_fault_is_cut() -> None:
    [fault] = InvalidInput([(("x" * 900,), "y" * 900, "z" * 900)]).faults
    assert [len(text) for text in fault.values()] == [500, 200, 30]


def test_the_attributes_can_be_stored_as_json() -> None:
    """Windmill stores `__dict__` of the exception with the job."""
    for error in (InvalidInput([((), "x", object())]), KlaviyoError("500", 500, [{"code": "x"}], "7")):
        assert json.loads(json.dumps(vars(error))) == vars(error)


@pytest.mark.parametrize(
    ("header", "seconds"), [("7", 7), ("0", 0), (None, None), ("soon", None), ("-1", None), ("9" * 5000, 999_999_999)]
)
def test_retry_after_is_a_number_of_seconds(header: str | None, seconds: int | None) -> None:
    assert KlaviyoError("429", 429, None, header).retry_after == seconds


@pytest.mark.parametrize("errors", [None, "text", {"code": "x"}, 7, ["text", None]])
def test_errors_that_are_not_documented_are_left_out(errors: object) -> None:
    assert KlaviyoError("400", 400, errors).errors == []


def test_a_message_is_cut_at_2000_characters() -> None:
    assert len(str(KlaviyoError("x" * 9000))) == 2000
