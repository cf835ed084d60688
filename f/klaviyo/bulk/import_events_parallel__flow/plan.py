# py: 3.11
"""Parts of a file of events, one for each worker."""

WORKERS = 4  # if there is no number


def main(workers: int | None) -> list[dict[str, int]]:
    """Return `part` and `parts` for each worker: import_events takes the rows and the rate that belong to its part.

    Raises ValueError if `workers` is no number from 1.
    """
    parts = WORKERS if workers is None else int(workers)
    if parts < 1:
        raise ValueError(f"workers must be a number from 1, not {workers}")
    return [{"part": part, "parts": parts} for part in range(1, parts + 1)]
