# py: 3.11
"""What all parts did together."""

from typing import Any

COUNTS = ("rows", "sent", "before", "rejected", "repeated", "gathered", "batches", "retries")
DRY_COUNTS = ("rows", "would_send", "before", "rejected", "repeated", "gathered")
MAX_ROWS = 1000  # rejected rows in a result


class PartsFailed(Exception):
    """Parts could not begin or have stopped. `temporary`: the same run can succeed later; `summary`: what was done."""

    def __init__(self, message: str, summary: dict[str, Any], temporary: bool) -> None:
        super().__init__(message)
        self.summary = summary
        self.temporary = temporary


def main(parts: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the sums of the parts' summaries. Raises PartsFailed if a part did not come to its end."""
    errors = [part["error"] for part in parts if "error" in part]
    done = [part for part in parts if "error" not in part]
    extras = [error.get("extra") or {} for error in errors]
    done += [extra["summary"] for extra in extras if extra.get("summary")]
    summary = add_up(done)
    if errors:
        messages = dict.fromkeys(error["message"] for error in errors)
        temporary = all(extra.get("temporary") for extra in extras)
        raise PartsFailed("\n".join(messages), {name: summary[name] for name in COUNTS if name in summary}, temporary)
    return summary


def add_up(summaries: list[dict[str, Any]]) -> dict[str, Any]:
    """Return one summary for several parts."""
    is_dry = any("dry_run" in part for part in summaries)
    counts = DRY_COUNTS if is_dry else COUNTS
    total: dict[str, Any] = {name: sum(part[name] for part in summaries) for name in counts}
    total["seconds"] = max((part["seconds"] for part in summaries), default=0)
    total["rejects"] = [part["rejects"] for part in summaries if part["rejects"]]
    rows = [row for part in summaries for row in part.get("rejected_rows", [])]
    if rows:
        total["rejected_rows"] = rows[:MAX_ROWS]
    if is_dry:
        total |= {"dry_run": True, "body": next((part["body"] for part in summaries if part.get("body")), None)}
    return total
