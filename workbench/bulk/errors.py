"""Why a run stops, and why a row is not sent."""

from typing import Any, TypedDict


class Question(TypedDict):
    """What a run has to know before it sends anything.

    `column`: the column that it is about. `values`: its most frequent values. `options`: arguments of `main` that
    settle it, each with the value that says so, such as `{"mapping": {"email_consent": ""}}`.
    """

    column: str
    values: list[str]
    options: list[dict[str, Any]]


class BulkFailed(Exception):
    """The run cannot begin, or has stopped; the message says why. Windmill has the attributes as `error.extra`.

    `temporary`: whether the same run can succeed later, as Klaviyo was busy or did not answer. `questions`: what has to
    be settled first. `summary`: what was done until then.
    """

    def __init__(
        self,
        message: str,
        summary: dict[str, Any] | None = None,
        *,
        temporary: bool = False,
        questions: list[Question] | None = None,
    ) -> None:
        super().__init__(message[:2000])
        self.summary = summary
        self.temporary = temporary
        self.questions = questions or []


class RowError(Exception):
    """A row cannot be sent; the message says why. `cells`: its text, if it could not be read."""

    def __init__(self, reason: str, cells: list[str] | None = None) -> None:
        super().__init__(reason)
        self.cells = cells


class RowSkipped(Exception):
    """A row asks for nothing, and nothing is wrong with it, such as one of a person who has not consented."""
