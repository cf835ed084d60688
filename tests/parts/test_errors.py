"""The exceptions: what their messages and attributes hold, and how long they get."""

import json

import pytest

from workbench.codegen.parts.errors import InvalidInput, KlaviyoError, fault


def test_the_message_names_each_fault_by_json_pointer() -> None:
    error = InvalidInput([fault(("body", "a/b~c", 0), "a text", "7"), fault(("id",), "an ID", "missing")])
    assert error.faults == [
        {"pointer": "/body/a~1b~0c/0", "expected": "a text", "actual": "7"},
        {"pointer": "/id", "expected": "an ID", "actual": "missing"},
    ]
    assert str(error).splitlines() == [
        "Request not sent. Faults in the arguments: 2",
        "/body/a~1b~0c/0: a text, not 7",
        "/id: an ID, but it is missing",
    ]


def test_twenty_faults_are_listed_and_all_are_counted() -> None:
    error = InvalidInput([fault((index,), "x", "y") for index in range(25)])
    assert (len(error.faults), error.count) == (20, 25)
    assert str(error).startswith("Request not sent. Faults in the arguments: 25\n/0: ")
    assert "arguments: 1,000 or more\n" in str(InvalidInput([fault((), "x", "y")] * 1000))


def test_a_long_fault_is_cut() -> None:
    assert [len(text) for text in fault(("x" * 900,), "y" * 900, "z" * 900).values()] == [500, 300, 100]


def test_the_attributes_can_be_stored_as_json() -> None:
    """Windmill stores `__dict__` of the exception with the job."""
    for error in (InvalidInput([fault((), "x", "y")]), KlaviyoError("500", 500, [{"code": "x"}], 7)):
        assert json.loads(json.dumps(vars(error))) == vars(error)


@pytest.mark.parametrize("errors", [None, "text", {"code": "x"}, 7, ["text", None]])
def test_errors_that_are_not_documented_are_left_out(errors: object) -> None:
    assert KlaviyoError("400", 400, errors).errors == []


def test_a_message_is_cut_at_2000_characters() -> None:
    assert len(str(KlaviyoError("x" * 9000))) == 2000
