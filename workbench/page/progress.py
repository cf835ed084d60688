"""How far a run of a script for files has come, and a way to stop it."""

import io
import threading
from collections.abc import Mapping
from typing import Any

from tqdm import tqdm

INTERVAL = 0.1  # seconds between two looks at a bar


class Progress:
    """What the bars of a run show. It is read, and stopped, by other threads than that of the run."""

    def __init__(self) -> None:
        self.shown: dict[str, Any] = {}
        self._stop = threading.Event()

    def stop(self) -> None:
        """Ask the run to end as it does at Ctrl-C: what was sent is recorded, nothing else is sent."""
        self._stop.set()

    def make_bar(self, items: Any = None, **options: Any) -> "Bar":
        """Return a bar in place of one of tqdm's."""
        return Bar(self, items, **options)

    def show(self, state: Mapping[str, Any]) -> None:
        """Keep the state of a bar: `rate` a second, `left` in seconds; both None as long as they are unknown."""
        done, total = state["n"], state["total"]
        rate = state["rate"] or ((done - state["initial"]) / state["elapsed"] if state["elapsed"] else None)
        self.shown = {
            "doing": state["prefix"],
            "unit": state["unit"].strip(),
            "done": done,
            "total": total,
            "rate": rate or None,
            "left": (total - done) / rate if total and rate else None,
        }

    def check(self) -> None:
        """Raise KeyboardInterrupt, once, if the run is to stop."""
        if self._stop.is_set():
            self._stop.clear()
            raise KeyboardInterrupt


class Bar(tqdm):  # type: ignore[type-arg]  # is not generic at run time
    """A bar that draws nothing: it is seen on the page."""

    def __init__(self, progress: Progress, items: Any, **options: Any) -> None:
        self._progress = progress
        super().__init__(items, **options | {"file": io.StringIO(), "mininterval": INTERVAL, "delay": 0})

    def display(self, *_: Any, **__: Any) -> None:
        self._progress.show(self.format_dict)

    def update(self, n: float | None = 1) -> bool | None:
        self._progress.check()
        return super().update(n)
