"""The cursor of a page."""

from urllib.parse import parse_qs


def parse_cursor(cursor_or_link: str | None, name: str) -> str | None:
    """Return the cursor, which may also be given as the complete `links.next` of the previous page."""
    return parse_qs((cursor_or_link or "").partition("?")[2]).get(name, [cursor_or_link])[0]
