"""Times in what Klaviyo answers."""

from datetime import UTC, datetime
from typing import Any


def time_of(value: Any) -> datetime | None:
    """A time with its zone, UTC if it has none; None if it is none."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return datetime.fromtimestamp(value, UTC)
    try:
        time = datetime.fromisoformat(value)
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None
