"""Says what became of each item."""

from typing import Any


def main(items: list[dict[str, Any]], results: list[Any]) -> dict[str, Any]:
    """Return how many items were handled. Raises RuntimeError that names those that failed, with the reason."""
    failed = [
        f"{item['time']} {item['id']} {item['email'] or ''}: {result['error']['message']}"
        for item, result in zip(items, results, strict=True)
        if isinstance(result, dict) and "error" in result
    ]
    if failed:
        raise RuntimeError(f"{len(failed)} of {len(items)} failed and do not come again:\n" + "\n".join(failed))
    return {"handled": len(items)}
