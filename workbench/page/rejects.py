"""The rows that an import has not sent, as its file of rejects has them."""

import csv
import itertools
import json
from pathlib import Path

COLUMNS = ("row", "line", "reason")  # as the page shows them; in the file, they are the first three
MAX_ROWS = 100


def read_rejects(path: Path) -> list[dict[str, str]]:
    """Return number, line and reason of the first rows. The file is CSV with any separator, or JSON Lines."""
    with path.open(encoding="utf-8", newline="") as file:
        if path.suffix == ".jsonl":
            rows = [
                [str(cell or "") for cell in json.loads(line).values()] for line in itertools.islice(file, MAX_ROWS)
            ]
        else:
            separator = file.readline()[len("rejected_row")]
            rows = list(itertools.islice(csv.reader(file, delimiter=separator), MAX_ROWS))
    return [dict(zip(COLUMNS, row, strict=False)) for row in rows]
