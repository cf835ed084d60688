"""Command line: arguments as JSON on stdin, the answer as JSON on stdout"""

import inspect
import json
import sys
from difflib import get_close_matches
from typing import Any

from workbench.codegen.parts.errors import InvalidInput, KlaviyoError


def run_by_hand(main: Any) -> None:
    """Call `main` with the JSON object on stdin, and print what it returns. Ends with exit code 1 on an error."""
    names = list(inspect.signature(main).parameters)
    usage = f"usage: python {sys.argv[0]} < arguments.json\narguments: {', '.join(names)}"
    try:
        arguments = json.load(sys.stdin.buffer)
    except (ValueError, RecursionError) as error:
        sys.exit(f"{usage}\nstdin is not JSON: {error}")
    if not isinstance(arguments, dict):
        sys.exit(f"{usage}\nstdin is not a JSON object")
    if unknown := [name for name in arguments if name not in names]:
        similar = "".join(f"; did you mean {name}?" for name in get_close_matches(unknown[0], names, 1))
        sys.exit(f"{usage}\nthere is no argument {unknown[0]}{similar}")
    parameters = inspect.signature(main).parameters.values()
    missing = {entry.name: None for entry in parameters if entry.default is entry.empty}
    try:
        print(json.dumps(main(**{**missing, **arguments}), indent=2, ensure_ascii=False))
    except (InvalidInput, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
