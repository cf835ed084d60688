"""Puts the pages together."""

from typing import Any


def main(pages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the profiles of all pages."""
    return [profile for page in pages for profile in page["data"]]
