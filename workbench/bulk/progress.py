"""Progress: a bar in a terminal, lines in a log."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from tqdm import tqdm

LOG_EVERY = 10  # seconds, if there is no terminal for a bar


def progress(
    doing: str, unit: str, total: int | None = None, items: Iterable[Any] | None = None, initial: int = 0
) -> tqdm[Any]:
    """A bar in a terminal; elsewhere a line now and then. It is the items, or is updated by hand."""
    options: dict[str, Any] = {"desc": doing, "unit": f" {unit}", "unit_scale": True, "total": total, "leave": False}
    options["initial"] = initial
    if not sys.stderr.isatty():
        options |= {"mininterval": LOG_EVERY, "delay": LOG_EVERY, "miniters": 1}
        options["bar_format"] = "{desc}: {n_fmt}/{total_fmt} [{elapsed}<{remaining}, {rate_fmt}]\n"
    return tqdm(items, **options)
