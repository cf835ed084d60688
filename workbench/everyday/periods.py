"""Periods: from when to when"""

from datetime import UTC, datetime, timedelta

from workbench.codegen.parts.formats import parse_time
from workbench.everyday.arguments import invalid

LAST_DAYS = 30  # if no start is given
SETTLED = timedelta(days=5)  # Klaviyo attributes what happens in this time after a message to it


def period_of(start: str | None, end: str | None) -> tuple[datetime, datetime]:
    """Return start and end; by default, the last 30 days until now. Raises InvalidInput if the end is not later."""
    now = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=1)  # the end itself is not counted
    until = parse_time(end) if end else now
    since = parse_time(start) if start else until - timedelta(days=LAST_DAYS)
    if since >= until:
        raise invalid("start", f"a time before the end, {until.isoformat()}", since.isoformat())
    return since, until


def is_final(end: datetime) -> bool:
    """Return whether the numbers until then no longer change."""
    return end < datetime.now(UTC) - SETTLED
