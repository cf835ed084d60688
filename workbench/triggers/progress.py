"""Progress: how far a trigger came, and what it has met already"""

import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple, Self

from workbench.codegen.parts.errors import KlaviyoError
from workbench.codegen.parts.formats import parse_time

MAX_BYTES = 490_000  # of what one progress has seen; the state has two


class Item(NamedTuple):
    """Something that happened. The same ID at another time is another item: a profile is updated again and again."""

    time: datetime
    id: str
    row: dict[str, Any]


class Progress(NamedTuple):
    """How far the runs came.

    mark: The time of the newest item that was returned, never in the future. The next run looks at what is dated after
        it, and at what is dated at most the overlap before it, as items arrive late.
    floor: Nothing that is dated before is looked at.
    seen: Time -> IDs of the items that the next run meets again.
    """

    mark: datetime
    floor: datetime
    seen: dict[datetime, frozenset[str]]

    def has(self, item: Item) -> bool:
        return item.id in self.seen.get(item.time, ())

    def start(self, overlap: timedelta) -> datetime:
        """Return from when on the next run looks."""
        return max(self.mark - overlap, self.floor)

    def after(self, items: Iterable[Item], mark: datetime, overlap: timedelta) -> Self:
        """Return the progress after a run that has met these items and came as far as `mark`."""
        seen = dict(self.seen)
        for item in items:
            seen[item.time] = seen.get(item.time, frozenset()) | {item.id}
        progress = self._replace(mark=max(self.mark, mark), seen=seen)
        floor = progress.start(overlap)
        kept = progress._replace(floor=floor, seen={moment: ids for moment, ids in seen.items() if moment >= floor})
        return kept._shrink()

    def _shrink(self) -> Self:
        """Return the progress with a higher floor if it is too large. Items dated at the mark or later are kept."""
        sizes = {moment: len(json.dumps({moment.isoformat(): [*ids]})) for moment, ids in self.seen.items()}
        excess = sum(sizes.values()) - MAX_BYTES
        dropped = []
        for moment in sorted(moment for moment in sizes if moment < self.mark):
            if excess <= 0:
                break
            excess -= sizes[moment]
            dropped.append(moment)
        if not dropped:
            return self
        floor = min((moment for moment in self.seen if moment > dropped[-1]), default=self.mark)
        print(
            f"There is too much to remember: what arrives late is noticed if it is dated {floor.isoformat()} or later",
            file=sys.stderr,
        )
        return self._replace(floor=floor, seen={moment: ids for moment, ids in self.seen.items() if moment >= floor})


def begin(since: datetime | None) -> Progress:
    """Return the progress before the first run."""
    mark = since or datetime.now(UTC)
    return Progress(mark, mark if since else datetime.fromtimestamp(0, UTC), {})


def to_json(progress: Progress) -> Any:
    """Return the progress as a JSON value."""
    seen = {moment.isoformat(): sorted(ids) for moment, ids in sorted(progress.seen.items())}
    return {"mark": progress.mark.isoformat(), "floor": progress.floor.isoformat(), "seen": seen}


def from_json(value: Any) -> Progress:
    """Return the progress in a JSON value. Raises KlaviyoError if it is something else."""
    try:
        seen = {parse_time(moment): frozenset(ids) for moment, ids in value["seen"].items()}
        return Progress(parse_time(value["mark"]), parse_time(value["floor"]), seen)
    except (KeyError, TypeError, ValueError, AttributeError):
        failure = KlaviyoError("The state is not that of a trigger: delete it to start anew")
    raise failure
