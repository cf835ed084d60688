"""Command line: arguments as JSON on stdin, the answer as JSON on stdout"""

import json
import sys
from collections.abc import Callable
from typing import Any

from workbench.codegen.parts.arguments import read_arguments
from workbench.codegen.parts.errors import InvalidInput, KlaviyoError


def run_by_hand(main: Callable[..., Any]) -> None:
    """Call `main` with the JSON object on stdin, and print what it returns. Exits with a message if it fails."""
    try:
        print(json.dumps(main(**read_arguments(main)), indent=2, ensure_ascii=False))
    except (InvalidInput, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
