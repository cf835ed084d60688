"""Which limits are checked by functions of `parts/limits.py`, with which numbers."""

from dataclasses import dataclass, field
from typing import Any

from workbench.codegen.decide.schemas import Schema
from workbench.codegen.read import DescriptionError, Limit, Operation


@dataclass(frozen=True)
class Check:
    """The call of a function that yields faults, and the constants of the script that it names."""

    call: str
    constants: dict[str, str] = field(default_factory=dict)


def decide_checks(operation: Operation, limits: list[Limit], schema: Schema) -> list[Check]:
    """Return the checks of an operation, each once."""
    checks = [check_of(limit, limits) for limit in limits if limit.enforced in KINDS]
    unique = {check.call: check for check in checks}
    data = schema["properties"].get("body", {}).get("properties", {}).get("data", {})
    if operation.path.endswith("/{id}") and "id" in data.get("required", []) and operation.method == "PATCH":
        unique["id"] = Check("find_id_mismatch(body, id)")
    return list(unique.values())


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


def check_of(limit: Limit, limits: list[Limit]) -> Check:
    path = limit.at.removeprefix("body").removeprefix(".").replace("[]", ".*").replace(".", "/")
    number = f"{limit.number:_}"
    name = limit.at.removesuffix("[]").rpartition(".")[2].upper().replace("-", "_")
    match limit.enforced:
        case "bytes" if not path:
            return Check("", {"MAX_BYTES": number})  # in the template
        case "bytes":
            constants = {f"{name}_PATH": f'"{path}"', f"MAX_{name}_BYTES": number}
            return Check(f"find_oversized(body, {name}_PATH, MAX_{name}_BYTES)", constants)
        case "string_bytes":
            return Check("find_long_strings(body, payload, MAX_STRING_BYTES)", {"MAX_STRING_BYTES": number})
        case "events":
            call = "find_event_faults(body, MAX_EVENTS, EARLIEST, MAX_AHEAD)"
            return Check(call, {"MAX_EVENTS": number, **TIMES})
        case "identifiers":
            return Check("find_unidentified(body, PROFILE_PATH)", {"PROFILE_PATH": f'"{path}"'})
        case "one_identifier":
            return Check("find_identifier_faults(body, PROFILE_PATH)", {"PROFILE_PATH": f'"{path}"'})
        case "times":
            call = "find_time_faults(body, TIME_PATH, EARLIEST, MAX_AHEAD)"
            return Check(call, {"TIME_PATH": f'"{path}"', **TIMES})
        case "consents":
            return Check("find_missing_consents(body, PROFILES_PATH)", {"PROFILES_PATH": f'"{path}"'})
        case "file_bytes":
            return Check(f"file_part({limit.at}, name, MAX_FILE_BYTES)", {"MAX_FILE_BYTES": number})
        case "list_values":
            return Check(f'find_long_lists(body, "{path}", MAX_VALUES)', {"MAX_VALUES": number})
        case "timeframe":
            days = {
                limit.what: limit.number * UNITS[limit.what.split()[0]] for limit in limits if "timeframe" in limit.what
            }
            intervals = {what.split()[-2]: count for what, count in days.items() if "interval" in what}
            if not intervals:
                return Check("find_long_timeframe(body, MAX_DAYS)", {"MAX_DAYS": str(days["years of timeframe"])})
            text = ", ".join(f'"{interval}": {count}' for interval, count in intervals.items())
            call = 'find_long_timeframe(body, MAX_DAYS.get(body["data"]["attributes"]["interval"], 366))'
            return Check(call, {"MAX_DAYS": f'{{{text}, "weekly": {days["years of timeframe"]}}}'})
    raise DescriptionError(f"a limit enforced by {limit.enforced} is not understood")


KINDS = {"bytes", "string_bytes", "events", "identifiers", "one_identifier", "times", "consents"}
KINDS |= {"file_bytes", "list_values", "timeframe"}
TIMES = {"EARLIEST": "datetime(1991, 1, 1, tzinfo=UTC)", "MAX_AHEAD": "timedelta(days=366)"}
UNITS = {"years": 366, "weeks": 7, "days": 1}
