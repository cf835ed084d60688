"""Windmill's state, and calls to Windmill that may fail."""

import os
import sys
from collections.abc import Callable
from typing import Any

import wmill

STATE = os.environ.get("WM_STATE_PATH_NEW") or os.environ.get("WM_STATE_PATH")  # set if Windmill runs the script
MAX_STATE = 25_000  # numbers, of 20 characters; Windmill's state is continued in a further one


def attempt(action: str, call: Callable[[], Any]) -> bool:
    """Whether a call to Windmill succeeds. If it fails, the log says so, and the run goes on."""
    try:
        call()
    except Exception as error:  # Windmill's client raises what it likes
        print(f"Windmill cannot {action}: {error!s:.300}", file=sys.stderr)
        return False
    return True


def read_state(path: str) -> list[Any]:
    """The value at a path in a list, which is empty if there is none. wmill.get_state gives None if it fails, too."""
    windmill = wmill.Windmill()  # type: ignore[no-untyped-call]
    exists = windmill.get(f"w/{windmill.workspace}/resources/exists/{path}").json()
    return [windmill.get_resource(path)] if exists else []
