"""The file of an upload: base64 or bytes, its name and media type."""

import base64
from typing import Any

import pytest

from workbench.codegen.parts.errors import InvalidInput
from workbench.codegen.parts.upload import file_part, form_fields, to_base64

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("content", "name", "part"),
    [
        (PNG, "spring.png", ("spring.png", PNG, "image/png")),
        (PNG, None, ("image.png", PNG, "image/png")),
        (b"\xff\xd8\xff\xe0", "", ("image.jpeg", b"\xff\xd8\xff\xe0", "image/jpeg")),
        (b"GIF89a", None, ("image.gif", b"GIF89a", "image/gif")),
        (b"x", None, ("image.octet-stream", b"x", "application/octet-stream")),
    ],
)
def test_a_part_has_a_filename_and_a_media_type(content: bytes, name: str | None, part: Any) -> None:
    assert file_part(to_base64(content), name, 100) == part
    assert file_part(base64.encodebytes(content).decode(), name, 100) == part


@pytest.mark.parametrize("file", ["no base64!", "AAA", base64.b64encode(bytes(101)).decode(), ""])
def test_what_is_not_a_file_of_the_right_size_is_refused(file: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        file_part(file, None, 100)
    assert [fault["pointer"] for fault in caught.value.faults] == ["/file"]


def test_the_largest_file_passes() -> None:
    assert len(file_part(to_base64(bytes(100)), None, 100)[1]) == 100


def test_form_fields_are_texts() -> None:
    assert form_fields({"name": "", "hidden": False, "title": "x", "other": None}) == {"hidden": "false", "title": "x"}
