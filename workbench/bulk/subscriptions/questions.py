"""Questions about columns of consents"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from workbench.bulk.errors import BulkFailed, Question
from workbench.bulk.imports.database import Store
from workbench.bulk.text import compact

MAX_VALUES = 5  # of a column, in a question


class Doubt(NamedTuple):
    """A question, and why it is asked: `reason` continues a sentence that begins with the column."""

    reason: str
    question: Question


def count_values(store: Store, column: str) -> Iterator[tuple[Any, int]]:
    """Each value of a column with the number of its rows, the most frequent first."""
    query = """SELECT value, type, count(*) FROM rows, json_each(cells) WHERE key = ? AND fault IS NULL
        GROUP BY value, type ORDER BY count(*) DESC, min(number)"""
    for value, type_, count in store.db.execute(query, [column]):
        yield (value == 1 if type_ in ("true", "false") else value), count


def raise_doubts(doubts: list[Doubt]) -> None:
    """BulkFailed with all questions, if there are any."""
    if not doubts:
        return
    lines = [f"{doubt.question['column']} {doubt.reason}; set {describe_options(doubt.question)}" for doubt in doubts]
    questions = [doubt.question for doubt in doubts]
    raise BulkFailed(
        f"Nothing was sent, as the columns leave open who has consented. {'. '.join(lines)}", questions=questions
    )


def describe_options(question: Question) -> str:
    return " or ".join(f"{name} {compact(value)}" for option in question["options"] for name, value in option.items())


def ask(column: str, reason: str, values: list[tuple[Any, int]], options: list[dict[str, Any]]) -> Doubt:
    """The question about a column. `values`: the most frequent ones, with the number of rows."""
    frequent = [(str(value)[:60], count) for value, count in values[:MAX_VALUES]]
    listed = ", ".join(f"{value} ({count:,} {'row' if count == 1 else 'rows'})" for value, count in frequent)
    question = Question(column=column, values=[value for value, _ in frequent], options=options)
    return Doubt(f"{reason}: {listed}" if listed else reason, question)
