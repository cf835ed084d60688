"""The workspace: variables and resources of Windmill"""

import os
from collections.abc import Callable
from typing import Any

import wmill

from workbench.codegen.parts.errors import KlaviyoError


def read_variable(path: str) -> str | None:
    """Return the value of a variable, None if there is none. Raises KlaviyoError if Windmill cannot be asked."""
    value: str | None = read_or_none(lambda: wmill.get_variable(path))
    return value


def read_entries(path: str) -> dict[str, Any]:
    """Return the value of a resource as it is stored, {} if there is none. Raises KlaviyoError."""
    return read_or_none(lambda: wmill.get_resource(path, interpolated=False)) or {}


def read_or_none(read: Callable[[], Any]) -> Any:
    """Return what is read, None if there is no such thing. Raises KlaviyoError outside Windmill or without answer."""
    if "WM_TOKEN" not in os.environ:
        raise KlaviyoError("This script needs Windmill, in which it keeps secrets")
    try:
        return read()
    except Exception as error:  # the client has one kind of error for all
        reason = str(error)
    if ": 404, " in reason:  # as the client writes the status
        return None
    raise KlaviyoError("Windmill does not answer, or does not allow to read variables and resources")
