"""The file of an upload."""

import base64
import json
import math
from typing import Any

from workbench.codegen.parts.arguments import is_blank
from workbench.codegen.parts.constants import MEDIA_TYPES
from workbench.codegen.parts.errors import InvalidInput, fault
from workbench.codegen.parts.words import describe_value


def to_base64(file: Any) -> Any:
    """Return bytes as base64; what is base64 already stays as it is."""
    return base64.b64encode(file).decode() if isinstance(file, bytes) else file


def form_fields(fields: dict[str, Any]) -> dict[str, str]:
    """Return the fields that are not blank, as multipart/form-data has them."""
    filled = {name: value for name, value in fields.items() if not is_blank(value)}
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in filled.items()}


def file_part(file: Any, name: str | None, max_bytes: float = math.inf) -> tuple[str, bytes, str]:
    """Return filename, content and type of the file for multipart/form-data. Raises InvalidInput."""
    try:
        content = base64.b64decode("".join(file.split()), validate=True)
    except ValueError:
        raise InvalidInput([fault(("file",), "a file as base64", describe_value(file))]) from None
    if not 0 < len(content) <= max_bytes:
        raise InvalidInput([fault(("file",), f"a file of 1 to {max_bytes:,} bytes", f"{len(content):,}")])
    types = [media_type for start, media_type in MEDIA_TYPES.items() if content.startswith(start)]
    media_type = types[0] if types else "application/octet-stream"
    return name or f"image.{media_type.rpartition('/')[2]}", content, media_type
