"""Why a request is refused, in Klaviyo's terms."""

import uuid
from typing import Any


class Refusal(Exception):  # noqa: N818
    """A documented error: status, code, detail and, as in the error object, `source` and `meta`."""

    def __init__(self, status: int, code: str, detail: str, source: dict[str, str] | None = None, **meta: Any) -> None:
        super().__init__(detail)
        self.status, self.code, self.detail, self.source, self.meta = status, code, detail, source, meta

    def describe(self) -> dict[str, Any]:
        """Return what all kinds of error objects have in common."""
        return {"id": str(uuid.uuid4()), "code": self.code, "title": title_of(self.code), "detail": self.detail}


def title_of(code: str) -> str:
    return "Invalid input." if code == "invalid" else code.replace("_", " ").capitalize() + "."


def not_found(type_: str, id_: str, source: dict[str, str] | None = None) -> Refusal:
    return Refusal(404, "not_found", f"A {type_} with id {id_} does not exist.", source)
