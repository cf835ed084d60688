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
    floor_id: Nor is what is dated then, if its ID is not greater. Blank, unless one second has too many items.
    seen: Time -> IDs of the items that the next run meets again.
    """

    mark: datetime
    floor: datetime
    floor_id: str
    seen: dict[datetime, frozenset[str]]

    def has(self, item: Item) -> bool:
        return item.id in self.seen.get(item.time, ()) or (item.time == self.floor and item.id <= self.floor_id)

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
        floor_id = self.floor_id if floor == self.floor else ""
        kept = progress._replace(
            floor=floor, floor_id=floor_id, seen={moment: ids for moment, ids in seen.items() if moment >= floor}
        )
        return kept._shrink()

    def _shrink(self) -> Self:
        """Return the progress with a higher floor if it is too large: the oldest up to the mark are forgotten.

        Runs return items by time and ID: what is new has a greater one than what is forgotten, unless it is late.
        """
        excess = sum(size_of(moment, id_) for moment, ids in self.seen.items() for id_ in ids) - MAX_BYTES
        if excess <= 0:
            return self
        floor, floor_id = self.floor, self.floor_id
        past = sorted((moment, id_) for moment, ids in self.seen.items() if moment <= self.mark for id_ in ids)
        for moment, id_ in past:
            if excess <= 0:
                break
            excess -= size_of(moment, id_)
            floor, floor_id = moment, id_
        print(
            f"There is too much to remember: what arrives late is noticed if it is dated after {floor.isoformat()}",
            file=sys.stderr,
        )
        kept = {moment: ids for moment, ids in self.seen.items() if moment >= floor}
        if floor in kept:
            kept[floor] = frozenset(id_ for id_ in kept[floor] if id_ > floor_id)
        return self._replace(floor=floor, floor_id=floor_id, seen=kept)


def size_of(moment: datetime, id_: str) -> int:
    """Return at most how many bytes an item has in the state."""
    return len(json.dumps({moment.isoformat(): [id_]}))


def begin(since: datetime | None) -> Progress:
    """Return the progress before the first run."""
    mark = since or datetime.now(UTC)
    return Progress(mark, mark if since else datetime.fromtimestamp(0, UTC), "", {})


def to_json(progress: Progress) -> Any:
    """Return the progress as a JSON value."""
    seen = {moment.isoformat(): sorted(ids) for moment, ids in sorted(progress.seen.items())}
    mark, floor = progress.mark.isoformat(), progress.floor.isoformat()
    return {"mark": mark, "floor": floor, "floor_id": progress.floor_id, "seen": seen}


def from_json(value: Any) -> Progress:
    """Return the progress in a JSON value. Raises KlaviyoError if it is something else."""
    try:
        seen = {parse_time(moment): frozenset(ids) for moment, ids in value["seen"].items()}
        return Progress(parse_time(value["mark"]), parse_time(value["floor"]), str(value["floor_id"]), seen)
    except (KeyError, TypeError, ValueError, AttributeError):
        failure = KlaviyoError("The state is not that of a trigger: delete it to start anew")
    raise failure
