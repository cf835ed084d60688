"""Runs jobs as Windmill's worker does: one JSON object a line from stdin, one result a line to stdout.

A job: `script` (path), `args`, `api` (the server that stands in for Klaviyo), `patience` (seconds of waiting for it).
The module is imported, a missing argument arrives as None and is dropped where main has a default other than None, the
result goes through json.dumps, an exception becomes message, name, stack and extra. Run with a script's locked packages
alone, so it imports nothing of the project.
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
        module.LONGEST_WAIT = job.get("patience", 60)  # type: ignore[attr-defined]
        print(run(module.main, job["args"]), flush=True)


def run(function: Any, given: dict[str, Any]) -> str:
    args = {}
    for name, parameter in inspect.signature(function).parameters.items():
        value = given.get(name)
        if value is not None or parameter.default in (None, inspect.Parameter.empty):
            args[name] = value
    try:
        return json.dumps({"result": function(**args)}, default=str)
    except BaseException as error:
        stack = traceback.format_exc()
        described = {"message": str(error), "name": type(error).__name__, "stack": stack, "extra": error.__dict__}
        return json.dumps({"error": described}, default=str)


if __name__ == "__main__":
    main()
