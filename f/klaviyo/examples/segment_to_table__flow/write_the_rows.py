"""Writes members of a segment to a table."""

from typing import Any

import wmill

TABLE = """
    CREATE TABLE IF NOT EXISTS segment_members (
        segment text, profile_id text, joined_at text, email text, PRIMARY KEY (segment, profile_id, joined_at)
    )
"""
ROW = "INSERT INTO segment_members VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"


def main(members: list[dict[str, Any]], segment: str) -> dict[str, int]:
    """Return how many rows were written; a row that is there already stays as it is."""
    table = wmill.datatable("main")
    table.query(TABLE).execute()
    for member in members:
        table.query(ROW, segment, member["id"], member["time"], member["email"]).execute()
    return {"written": len(members)}
