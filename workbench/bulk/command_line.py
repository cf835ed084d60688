"""The command line: arguments on stdin, the result on stdout."""

import json
import sys
from collections.abc import Callable
from typing import Any

from workbench.bulk.errors import BulkFailed


def run_by_hand(main: Callable[..., Any]) -> None:
    """Call main with the JSON object on stdin, print what it returns."""
    try:
        arguments = json.load(sys.stdin.buffer)
    except ValueError as error:
        sys.exit(f"stdin must be a JSON object with the arguments of main: {error}")
    try:
        print(json.dumps(main(**arguments), indent=2, ensure_ascii=False))
    except (BulkFailed, TypeError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
