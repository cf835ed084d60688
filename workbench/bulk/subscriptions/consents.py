"""What a row says of each channel"""

from dataclasses import dataclass, field

from workbench.bulk.errors import RowError
from workbench.bulk.imports.rows import Cells
from workbench.bulk.subscriptions.actions import ACTIONS, PARTICIPLES
from workbench.bulk.subscriptions.answers import Answers
from workbench.bulk.subscriptions.headers import is_reason


@dataclass
class Deciders:
    """The columns that decide on a channel: one of consents, those of a person's status, those of withdrawals."""

    consent: str = ""
    statuses: list[str] = field(default_factory=list)
    withdrawals: list[str] = field(default_factory=list)

    @property
    def columns(self) -> list[str]:
        return [*([self.consent] if self.consent else []), *self.statuses, *self.withdrawals]


@dataclass
class Consents:
    """What rows say of each channel. `codes`: columns in which 1 is one of several numbers."""

    action: str
    answers: Answers
    by_channel: dict[str, Deciders]
    codes: set[str] = field(default_factory=set)

    def read(self, column: str, cells: Cells, is_withdrawal: bool) -> str | None:
        """What a cell says, as Answers has it; of a withdrawal, "no" if somebody has withdrawn, else empty."""
        value, is_code = cells.get(column), column in self.codes
        if not is_withdrawal:
            return self.answers.read(value, is_code)
        says = self.answers.read_withdrawal(value, is_code, is_reason(column))
        return None if says is None else "no" if says == "yes" else ""

    def decide(self, channel: str, cells: Cells) -> tuple[str, str]:
        """What a row says of a channel: yes, no, neither or nothing; and where it says so, for the log.

        RowError if its columns contradict each other, or one says what nobody knows.
        """
        deciders = self.by_channel[channel]
        says = {column: self.read(column, cells, column in deciders.withdrawals) for column in deciders.columns}
        for column, answer in says.items():
            if answer is None:
                raise RowError(f"{column} says neither yes nor no: {cells.get(column)!s:.40}")
        consent = says.pop(deciders.consent) if deciders.consent else None
        refusals = [column for column, answer in says.items() if answer == "no"]
        if consent == "yes" and refusals:
            raise RowError(f"{deciders.consent} and {refusals[0]} contradict each other: empty what does not hold")
        if consent == "no":
            return "no", f"{deciders.consent} is no"
        if refusals:
            is_withdrawal = refusals[0] in deciders.withdrawals
            return "no", f"{refusals[0]} is {'a withdrawal' if is_withdrawal else 'no'}"
        if consent in ("", "neither"):
            return consent, f"{deciders.consent} is {'neither yes nor no' if consent else 'empty'}"
        for column in deciders.statuses:
            if says[column] == "neither":
                return "neither", f"{column} is neither yes nor no"
            if not says[column] and consent is None:
                return "", f"{column} is empty"
        if deciders.consent or deciders.statuses:
            return "yes", f"{deciders.consent or deciders.statuses[0]} is yes"
        if deciders.withdrawals:  # whoever is in the file, and has not withdrawn
            return "yes", f"{' and '.join(deciders.withdrawals)} has no withdrawal"
        return ACTIONS[self.action].says, ""

    def describe(self) -> list[str]:
        """Lines for the log."""
        lines = []
        for name, deciders in self.by_channel.items():
            verb = "decides" if len(deciders.columns) == 1 else "decide"
            if deciders.columns:
                lines.append(f"{' and '.join(deciders.columns)} {verb} who is {PARTICIPLES[self.action]} on {name}")
            else:
                lines.append(f"{self.action} all rows on {name}: no column says who has consented")
        return lines
