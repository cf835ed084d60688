"""Ends the flow with what Klaviyo said, so that its error handler and its history tell."""

from typing import Any


def main(results: dict[str, Any]) -> None:
    """RuntimeError with the message of each step that failed."""
    messages = [
        f"{step}: {result['error']['message']}" for step, result in results.items() if (result or {}).get("error")
    ]
    raise RuntimeError("\n".join(messages))
