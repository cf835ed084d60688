"""Which limits functions of `parts/limits.py` check before anything is sent, with which numbers."""

from dataclasses import dataclass, field
from typing import Any

from workbench.codegen.json_schema import Schema
from workbench.codegen.read import DescriptionError, Limit, Operation

DAYS = {"years": 366, "weeks": 7, "days": 1}
# One function checks bulk events: how many they are, their times, that each is there once, who they are of.
PARTS_OF_EVENTS = ("event_identifiers", "event_times", "event_uniqueness")


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
        if limit.check and limit.check not in PARTS_OF_EVENTS:
            check = decide_check(limit, limits)
            checks.setdefault((check.name, check.path), check)
    data = schema["properties"].get("body", {}).get("properties", {}).get("data", {})
    if operation.path.endswith("/{id}") and "id" in data.get("required", []) and operation.method == "PATCH":
        checks["same_id", ""] = Check("same_id")
    return list(checks.values())


def decide_check(limit: Limit, limits: list[Limit]) -> Check:
    """Return the check of a limit, with the numbers of other limits that it checks, too."""
    path = limit.at.removeprefix("body").removeprefix(".").replace("[]", ".*").replace(".", "/")
    match limit.check:
        case "bytes" | "string_bytes" | "list_values" | "file_bytes":
            return Check(limit.check, path, limit.highest or 0)
        case "identifiers" | "one_identifier" | "consents":
            return Check(limit.check, path)
        case "times":
            return Check("times", path, first_year=first_year(limits), max_days=max_days_ahead(limits))
        case "events":
            days = max_days_ahead(limits)
            return Check("events", "", limit.highest or 0, first_year=first_year(limits), max_days=days)
        case "timeframe":
            return decide_timeframe(limits)
    raise DescriptionError(f"the check {limit.check} is not understood")


def first_year(limits: list[Limit]) -> int | None:
    """Return the first year that the time of an event may be in."""
    return next(limit.lowest for limit in limits if limit.what == "year, exclusive")


def max_days_ahead(limits: list[Limit]) -> int:
    """Return how many days the time of an event may be ahead."""
    return next((limit.highest or 0) * DAYS["years"] for limit in limits if limit.what == "years in the future")


def decide_timeframe(limits: list[Limit]) -> Check:
    """Return how many days a timeframe may span: of a series, by its interval."""
    days = {
        limit.what: (limit.highest or 0) * DAYS[limit.what.split()[0]] for limit in limits if limit.check == "timeframe"
    }
    max_days = days["years of timeframe"]
    intervals = {what.split()[-2]: count for what, count in days.items() if "interval" in what}
    return Check(
        "timeframe", max_days=max_days, max_days_by_interval=intervals | {"weekly": max_days} if intervals else {}
    )


def decide_counts(limits: list[Limit]) -> list[dict[str, Any]]:
    """Return what a request may hold only so many of: `what`, `max`, and `at`, the path of the list or lists."""
    # A list inside of the items of another, such as the tags of each item, is limited for each of them.
    counted = [
        limit for limit in limits if limit.check == "events" or (limit.keyword == "maxItems" and "[]" not in limit.at)
    ]
    return [{"what": limit.what.partition(" per ")[0], "max": limit.highest, "at": limit.at} for limit in counted]


def decide_max_bytes(limits: list[Limit]) -> int | None:
    """Return how many bytes a body may have."""
    return next((limit.highest for limit in limits if limit.check == "bytes" and limit.at == "body"), None)
