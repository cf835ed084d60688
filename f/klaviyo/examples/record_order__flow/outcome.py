"""Makes the result of the flow."""

from typing import Any


def main(profile: dict[str, Any], event: dict[str, Any] | None) -> dict[str, Any]:
    """Return what was written and what failed, with the reason. Raises RuntimeError if the event was not recorded."""
    results = {"profile": profile, "event": event or {}}  # create_event returns None
    failed = {step: result["error"]["message"] for step, result in results.items() if "error" in result}
    if "event" in failed:
        raise RuntimeError("\n".join(f"{step}: {message}" for step, message in failed.items()))
    return {"written": [step for step in results if step not in failed], "failed": failed}
