"""The calls of checks in a script, and the constants that they name."""

from dataclasses import dataclass, field

from workbench.codegen.decide.checks import Check


@dataclass(frozen=True)
class CheckCall:
    """`code` yields faults; it is empty for what the template checks itself. `constants`: name -> value, as Python."""

    code: str = ""
    constants: dict[str, str] = field(default_factory=dict)


def render_check(check: Check) -> CheckCall:
    path = f'"{check.path}"'
    maximum = f"{check.maximum:_}"
    name = check.field.upper().replace("-", "_")
    times = {
        "EARLIEST": f"datetime({check.first_year}, 1, 1, tzinfo=UTC)",
        "MAX_AHEAD": f"timedelta(days={check.max_days})",
    }
    match check.name:
        case "bytes" if not check.path:
            return CheckCall(constants={"MAX_BYTES": maximum})
        case "bytes":
            constants = {f"{name}_PATH": path, f"MAX_{name}_BYTES": maximum}
            return CheckCall(f"find_oversized(body, {name}_PATH, MAX_{name}_BYTES)", constants)
        case "string_bytes":
            return CheckCall("find_long_strings(body, payload, MAX_STRING_BYTES)", {"MAX_STRING_BYTES": maximum})
        case "events":
            call = "find_event_faults(body, MAX_EVENTS, EARLIEST, MAX_AHEAD)"
            return CheckCall(call, {"MAX_EVENTS": maximum, **times})
        case "identifiers":
            return CheckCall("find_unidentified(body, PROFILE_PATH)", {"PROFILE_PATH": path})
        case "one_identifier":
            return CheckCall("find_identifier_faults(body, PROFILE_PATH)", {"PROFILE_PATH": path})
        case "times":
            return CheckCall("find_time_faults(body, TIME_PATH, EARLIEST, MAX_AHEAD)", {"TIME_PATH": path, **times})
        case "consents":
            return CheckCall("find_missing_consents(body, PROFILES_PATH)", {"PROFILES_PATH": path})
        case "file_bytes":
            return CheckCall(f"file_part({check.path}, name, MAX_FILE_BYTES)", {"MAX_FILE_BYTES": maximum})
        case "list_values":
            return CheckCall(f"find_long_lists(body, {path}, MAX_VALUES)", {"MAX_VALUES": maximum})
        case "timeframe" if check.max_days_by_interval:
            days = ", ".join(f'"{interval}": {days}' for interval, days in check.max_days_by_interval.items())
            call = f'find_long_timeframe(body, MAX_DAYS.get(body["data"]["attributes"]["interval"], {check.max_days}))'
            return CheckCall(call, {"MAX_DAYS": f"{{{days}}}"})
        case "timeframe":
            return CheckCall("find_long_timeframe(body, MAX_DAYS)", {"MAX_DAYS": str(check.max_days)})
        case "same_id":
            return CheckCall("find_id_mismatch(body, id)")
    raise ValueError(f"{check.name} has no call")
