"""What both sides of the benchmark do: time calls, read the peak memory, print both as JSON."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def body_url_calls() -> tuple[Any, str, int]:
    """Return the arguments of the command line: BODY.json URL CALLS."""
    file, url, calls = sys.argv[1:]
    return json.loads(Path(file).read_bytes()), url, int(calls)


def time_calls(work: Callable[[], Any], calls: int) -> list[float]:
    """Return the seconds of each call."""
    seconds = []
    for _ in range(calls):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return seconds


def report(work: Callable[[], Any], calls: int) -> None:
    json.dump({"seconds": time_calls(work, calls), "peak_megabytes": peak_megabytes()}, sys.stdout)


def report_file(work: Callable[[], int]) -> None:
    """Print the figures of an import or export; `work` returns of how many items."""
    start, processor = time.perf_counter(), time.process_time()
    items = work()
    seconds = time.perf_counter() - start
    cores = (time.process_time() - processor) / seconds
    figures = {"items": items, "seconds": seconds, "rate": items / seconds, "cores": cores}
    json.dump(figures | {"peak_megabytes": peak_megabytes()}, sys.stdout)


def peak_megabytes() -> float:
    """Return the peak memory by /proc; ru_maxrss would include what the parent had when it forked."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    [kilobytes] = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(kilobytes) / 1024
