"""Confirmations: what a live run would do, as the server has prepared it, and the token without which it is not run."""

import json
import secrets
from typing import Any

from werkzeug.exceptions import Forbidden

Arguments = dict[str, Any]
MAX_KEPT = 20  # confirmations that nobody has used


class Confirmations:
    """Tokens, each for one run of one script with the arguments that were confirmed."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def add(self, operation: str, arguments: Arguments) -> str:
        """Return a new token for a run."""
        token = secrets.token_urlsafe()
        self._kept[token] = describe_run(operation, arguments)
        while len(self._kept) > MAX_KEPT:
            del self._kept[next(iter(self._kept))]
        return token

    def use(self, token: Any, operation: str, arguments: Arguments) -> None:
        """Accept the token of a run, once. Raises Forbidden."""
        confirmed = self._kept.pop(token, None) if isinstance(token, str) else None
        if confirmed != describe_run(operation, arguments):
            raise Forbidden("A write to Klaviyo is run only as it was confirmed: with the same arguments, and once")


def describe_run(operation: str, arguments: Arguments) -> str:
    return json.dumps([operation, arguments])
