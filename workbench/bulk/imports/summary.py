"""The summary of an import."""

import time
from dataclasses import dataclass, field
from typing import Any

from workbench.bulk.imports.rejects import Rejects


@dataclass
class Summary:
    """Counts of records, and of the rows that they are made of.

    `sent`: accepted by Klaviyo in this run, or in a dry run what would be sent. `before`: sent by an earlier run, as
    they are now. `rejected`, `repeated`: rows. `refused`: records that Klaviyo did not accept. `batches`, `retries`:
    requests.
    """

    started: float = field(default_factory=time.monotonic)
    sent: int = 0
    sent_rows: int = 0
    before: int = 0
    before_rows: int = 0
    rejected: int = 0
    repeated: int = 0
    refused: int = 0
    batches: int = 0
    retries: int = 0

    @property
    def gathered(self) -> int:
        """Rows that became a record together with another row."""
        return self.sent_rows - self.sent + self.before_rows - self.before

    def describe(self, rejects: Rejects, rows: int | None) -> dict[str, Any]:
        """Return the result of `main`; its counts add up to `rows`, None if that is only a part of the file."""
        counts = {"sent": self.sent, "before": self.before, "rejected": self.rejected, "repeated": self.repeated}
        return {
            "rows": sum(counts.values()) + self.gathered if rows is None else rows,
            **counts,
            "gathered": self.gathered,
            "batches": self.batches,
            "retries": self.retries,
            "seconds": round(time.monotonic() - self.started, 1),
            "reasons": rejects.reasons,
            "rejects": None,
        }

    def describe_dry_run(self, rejects: Rejects, rows: int | None) -> dict[str, Any]:
        """Return the result of a dry run: the same, with `would_send` in place of `sent` and what was sent."""
        described = self.describe(rejects, rows)
        return {
            "would_send" if name == "sent" else name: value
            for name, value in described.items()
            if name not in ("batches", "retries")
        }
