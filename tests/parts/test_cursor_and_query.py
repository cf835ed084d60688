"""Query parameters: cursors, lists and blanks."""

from typing import Any

import pytest

from workbench.codegen.parts.cursor import parse_cursor
from workbench.codegen.parts.request import query_params


@pytest.mark.parametrize(
    ("text", "cursor"),
    [
        ("bmV4dDo6aWQ=", "bmV4dDo6aWQ="),
        ("https://a.klaviyo.com/api/tags?page%5Bsize%5D=3&page%5Bcursor%5D=bmV4dDo6aWQ%3D", "bmV4dDo6aWQ="),
        ("https://a.klaviyo.com/api/tags", "https://a.klaviyo.com/api/tags"),
        ("https://[a/api", "https://[a/api"),
        (None, None),
        ("", ""),
    ],
)
def test_a_cursor_may_be_a_link(text: str | None, cursor: str | None) -> None:
    assert parse_cursor(text, "page[cursor]") == cursor


def test_blanks_are_left_out_and_lists_joined() -> None:
    parameters: dict[str, Any] = {"a": None, "b": "", "c": [], "fields[tag]": ["id", "name"], "d": 0}
    assert query_params(parameters) == {"fields[tag]": "id,name", "d": 0}
