"""Progress"""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any, Self

import wmill
from tqdm import tqdm

from workbench.codegen.parts.bulk.journal import STATE, attempt

LOG_EVERY = 10  # seconds, where there is no terminal for a bar


class Progress:
    """A bar in a terminal; elsewhere a line now and then. Windmill's own progress is that of sending."""

    def __init__(self, doing: str, unit: str, total: int | None = None, windmill: bool = False) -> None:
        terminal = sys.stderr.isatty()
        self._bar = tqdm(desc=doing, total=total, unit=f" {unit}", unit_scale=True, disable=not terminal, leave=False)
        self._doing, self._unit, self._total, self._started = doing, unit, total, time.monotonic()
        self._next = self._started + LOG_EVERY
        self._windmill = windmill and bool(STATE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def show(self, done: int) -> None:
        if not self._bar.disable:
            self._bar.update(done - self._bar.n)
        elif (now := time.monotonic()) >= self._next:
            self._next = now + LOG_EVERY
            elapsed = now - self._started
            line = tqdm.format_meter(
                done, self._total or 0, elapsed, prefix=self._doing, unit=f" {self._unit}", unit_scale=True
            )
            print(line, file=sys.stderr)
            if self._windmill and self._total:
                percent = min(100 * done // self._total, 99)
                self._windmill = attempt("show progress", lambda: wmill.set_progress(percent))

    def over(self, items: Iterable[Any]) -> Iterator[Any]:
        """The items, shown as they are taken."""
        for number, item in enumerate(items, 1):
            yield item
            if not number % 1000:
                self.show(number)
