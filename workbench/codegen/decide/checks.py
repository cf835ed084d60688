"""Which limits functions of `parts/limits.py` check before anything is sent, with which numbers."""

from dataclasses import dataclass, field
from typing import Any

from workbench.codegen.decide.schemas import Schema
from workbench.codegen.read import DescriptionError, Limit, Operation

DAYS = {"years": 366, "weeks": 7, "days": 1}
NAMES = {"bytes", "string_bytes", "events", "identifiers", "one_identifier", "times", "consents"}
NAMES |= {"file_bytes", "list_values", "timeframe"}


@dataclass(frozen=True)
class Check:
    """One check of a script. `name` is that of the check in `limits.yaml`; `render/checks.py` writes its call.

    `path` leads to the values that are checked, such as data/attributes/profiles/data/*; it is empty for the body.
    """

    name: str
    path: str = ""
    maximum: int = 0  # bytes, events or values in a list
    first_year: int | None = None  # that a time may be in
    max_days: int | None = None  # that a time may be ahead, or that a timeframe may span
    max_days_by_interval: dict[str, int] = field(default_factory=dict)  # that a timeframe may span

    @property
    def field(self) -> str:
        """The name of the field that is checked."""
        return self.path.removesuffix("/*").rpartition("/")[2]


def decide_checks(operation: Operation, limits: list[Limit], schema: Schema) -> list[Check]:
    """Return the checks of an operation, each once."""
    checks: dict[tuple[str, str], Check] = {}
    for limit in limits:
        if limit.enforced in NAMES:
            check = decide_check(limit, limits)
            checks.setdefault((check.name, check.path), check)
    data = schema["properties"].get("body", {}).get("properties", {}).get("data", {})
    if operation.path.endswith("/{id}") and "id" in data.get("required", []) and operation.method == "PATCH":
        checks["same_id", ""] = Check("same_id")
    return list(checks.values())


def decide_counts(limits: list[Limit]) -> list[dict[str, Any]]:
    """Return what a request may hold only so many of: `what`, `max`, and `at`, the path of the list or lists."""
    # A list inside of the items of another, such as the tags of each item, is limited for each of them.
    counted = [
        limit
        for limit in limits
        if limit.enforced == "events" or (limit.enforced == "maxItems" and "[]" not in limit.at)
    ]
    return [{"what": limit.what.partition(" per ")[0], "max": limit.number, "at": limit.at} for limit in counted]


def decide_max_bytes(limits: list[Limit]) -> int | None:
    """Return how many bytes a body may have."""
    return next((limit.number for limit in limits if limit.enforced == "bytes" and limit.at == "body"), None)


def decide_check(limit: Limit, limits: list[Limit]) -> Check:
    """Return the check of a limit, with the numbers of other limits that it checks, too."""
    path = limit.at.removeprefix("body").removeprefix(".").replace("[]", ".*").replace(".", "/")
    match limit.enforced:
        case "bytes" | "string_bytes" | "list_values" | "file_bytes":
            return Check(limit.enforced, path, limit.number)
        case "identifiers" | "one_identifier" | "consents":
            return Check(limit.enforced, path)
        case "times":
            return Check("times", path, first_year=1991, max_days=366)
        case "events":
            return Check("events", "", limit.number, first_year=1991, max_days=366)
        case "timeframe":
            days = {
                limit.what: limit.number * DAYS[limit.what.split()[0]] for limit in limits if "timeframe" in limit.what
            }
            intervals = {what.split()[-2]: count for what, count in days.items() if "interval" in what}
            if not intervals:
                return Check("timeframe", max_days=days["years of timeframe"])
            by_interval = {**intervals, "weekly": days["years of timeframe"]}
            return Check("timeframe", max_days=days["years of timeframe"], max_days_by_interval=by_interval)
    raise DescriptionError(f"a limit enforced by {limit.enforced} is not understood")
