"""Handing over: an answer within a second, whatever happens to the flow"""

import sys
from typing import Any, TypedDict

import wmill


class Answer(TypedDict):
    """What Windmill answers to whoever called a route."""

    windmill_status_code: int
    result: dict[str, Any]


def answer(status: int, message: str) -> Answer:
    """Return an answer with a sentence, which is in the log, too."""
    print(f"{status}: {message}", file=sys.stderr)
    return Answer(windmill_status_code=status, result={"message": message})


def start_flow(path: str, arguments: dict[str, Any]) -> bool:
    """Start a flow without waiting for it. Returns whether it was started."""
    try:
        wmill.run_flow_async(path, arguments)
    except Exception as error:  # the client raises many kinds
        print(f"The flow {path} was not started: {type(error).__name__}", file=sys.stderr)
        return False
    return True


def read_settings(path: str) -> dict[str, Any]:
    """Return the value of a resource of Windmill. Raises LookupError if there is none."""
    settings = wmill.get_resource(path, none_if_undefined=True)
    if not isinstance(settings, dict):
        raise LookupError(f"There is no resource {path}")
    return settings
