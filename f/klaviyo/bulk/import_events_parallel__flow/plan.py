"""Parts of a file of events, one for each worker."""


def main(workers: int) -> list[dict[str, int]]:
    """`part` and `parts` of each: import_events takes the rows that belong to its part, and its part of the rate."""
    parts = max(1, workers)
    return [{"part": part, "parts": parts} for part in range(1, parts + 1)]
