"""Parts of a file of events, one for each worker."""

import tempfile
from typing import Any

from f.klaviyo.bulk.import_events import local, survey


def main(source: Any, workers: int) -> list[dict[str, Any]]:
    """`first_row`, `last_row` and `share` of each part: as many rows and as much of the account's rate for each."""
    with tempfile.TemporaryDirectory() as folder:
        file, _ = local(source, folder)
        _, count = survey(file)
    size = -(-count // max(1, workers)) or 1
    parts = [(first, min(first + size - 1, count)) for first in range(1, count + 1, size)]
    return [{"first_row": first, "last_row": last, "share": 1 / len(parts)} for first, last in parts]
