"""Runs jobs as Windmill's worker does: one JSON object per line on stdin, one result per line on stdout.

A job: `script` (path), `args`, `api` (the server that stands in for Klaviyo), `max_wait` (seconds to wait for it).
The module is imported, a missing argument arrives as None and is left out where main has a default other than None,
the result goes through json.dumps, an exception becomes message, name, stack and extra. Imports nothing of the
project, as it runs with the packages of a script's lock alone.
"""

import importlib.util
import inspect
import json
import sys
import traceback
from typing import Any


def main() -> None:
    for line in sys.stdin:
        job = json.loads(line)
        spec = importlib.util.spec_from_file_location("inner_script", job["script"])
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.API = job["api"]  # type: ignore[attr-defined]
        module.MAX_WAIT = job["max_wait"]  # type: ignore[attr-defined]
        print(run(module.main, job["args"]), flush=True)


def run(function: Any, arguments: dict[str, Any]) -> str:
    """Return the result of the function, or its error, as JSON."""
    try:
        return json.dumps({"result": function(**fill_in(function, arguments))}, default=str)
    except BaseException as error:
        stack = traceback.format_exc()
        described = {"message": str(error), "name": type(error).__name__, "stack": stack, "extra": error.__dict__}
        return json.dumps({"error": described}, default=str)


def fill_in(function: Any, arguments: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments that the function is called with: what is missing is None, unless it has another default."""
    kept = {}
    for name, parameter in inspect.signature(function).parameters.items():
        value = arguments.get(name)
        if value is not None or parameter.default in (None, inspect.Parameter.empty):
            kept[name] = value
    return kept


if __name__ == "__main__":
    main()
