"""Errors"""

from typing import Any


class ImportFailed(Exception):
    """Why a run cannot begin, or has stopped. `summary`: what was done until then."""

    def __init__(self, message: str, summary: dict[str, Any] | None = None) -> None:
        super().__init__(message[:2000])
        self.summary = summary


class RowError(Exception):
    """Why a row cannot be sent. `cells`: what stands in a row that cannot be read."""

    def __init__(self, reason: str, cells: list[str] | None = None) -> None:
        super().__init__(reason)
        self.cells = cells


class RowSkipped(Exception):
    """A row asks for nothing, and nothing is wrong with it: who has not consented is not subscribed."""
