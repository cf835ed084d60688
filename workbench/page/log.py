"""What scripts write to stderr, of each run apart."""

import contextlib
import io
import sys
import threading
from collections.abc import Iterator


class ThreadLog(io.TextIOBase):
    """Takes the place of stderr during runs: keeps what each thread writes, and passes on what other threads write."""

    def __init__(self) -> None:
        self._local = threading.local()
        self._lock = threading.Lock()
        self._runs = 0
        self._stderr = sys.stderr

    def write(self, text: str) -> int:
        return int(getattr(self._local, "log", self._stderr).write(text))

    def flush(self) -> None:
        getattr(self._local, "log", self._stderr).flush()

    @contextlib.contextmanager
    def recording(self) -> Iterator[io.StringIO]:
        """A context in which this thread writes to the StringIO that it returns."""
        self._local.log = io.StringIO()
        self._count(1)
        try:
            yield self._local.log
        finally:
            self._count(-1)
            del self._local.log

    def _count(self, change: int) -> None:
        """Count the runs: the first takes the place of stderr, the last gives it back."""
        with self._lock:
            if self._runs == 0:
                self._stderr, sys.stderr = sys.stderr, self
            self._runs += change
            if self._runs == 0:
                sys.stderr = self._stderr


LOG = ThreadLog()  # one, as there is one stderr
