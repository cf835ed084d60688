"""What all parts did together."""

from typing import Any


def main(parts: list[dict[str, Any]]) -> dict[str, Any]:
    """The sums of the parts' summaries. RuntimeError with what stopped those that did not end; run it again."""
    failed = [part["error"]["message"] for part in parts if "error" in part]
    if failed:
        raise RuntimeError("\n".join(failed))
    names = ("rows", "sent", "before", "rejected", "repeated", "gathered", "batches", "retries")
    return {name: sum(part[name] for part in parts) for name in names} | {
        "seconds": max((part["seconds"] for part in parts), default=0),
        "rejects": [part["rejects"] for part in parts if part["rejects"]],
    }
