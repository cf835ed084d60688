"""Rejects: the rows that are not sent, with the reason."""

import csv
import json
import re
import shutil
from pathlib import Path
from typing import Any, Self

import wmill

from workbench.bulk.errors import BulkFailed
from workbench.bulk.imports.database import REPEATED
from workbench.bulk.imports.rows import REJECTED
from workbench.bulk.windmill import STATE, attempt

MAX_REASONS = 20
MAX_ROWS, MAX_ROWS_SIZE = 1000, 1_000_000  # rejected rows in a result, and their characters as JSON


class Rejects:
    """A file of the rows that are not sent, each with its number, line and reason.

    It is CSV with the source's columns and separator, or JSON Lines: once corrected, it can be imported itself. In
    Windmill it becomes an S3 object. Until `publish`, it is written in `folder`: a run that does not even begin leaves
    the file of the run before, which may hold corrections.
    """

    def __init__(self, path: Path, folder: Path, columns: list[str], separator: str) -> None:
        """BulkFailed if a file that is no rejects file is in the way. `separator`: empty for JSON Lines."""
        self.path, self.count = path, 0
        self.reasons: dict[str, dict[str, Any]] = {}  # how many rows, and the first of them in full
        self._first: list[dict[str, Any]] = []  # rows for the result
        self._first_size = 0
        self._columns, self._separator = columns, separator
        self._draft = folder / "rejects"
        try:
            if path.exists():
                with path.open("rb") as file:
                    head = file.read(100).lstrip(b'\xef\xbb\xbf{"')
                if head and not head.startswith(REJECTED[0].encode()):
                    raise BulkFailed(
                        f"the rejects cannot be {path}: it holds something else, which they would overwrite"
                    )
            if not path.parent.is_dir():
                raise FileNotFoundError(f"there is no folder {path.parent}")
        except OSError as error:
            raise BulkFailed(f"the rejects {path} cannot be written: {error}") from None
        self._file = self._draft.open("w", encoding="utf-8", errors="backslashreplace", newline="")
        if separator:
            self._write([*REJECTED, *columns])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def publish(self) -> None:
        """Replace the file of the run before, whose rows have been checked again."""
        self._file.close()
        shutil.move(self._draft, self.path)
        self._file = self.path.open("a", encoding="utf-8", errors="backslashreplace", newline="")

    def add(self, rows: list[tuple[Any, ...]], reason: str) -> None:
        """`rows`: number, line and cells of each; the cells, as JSON, are a list if the row could not be read."""
        kind = re.sub(r"(?<= )\d+(?:,\d{3})*(?![\w.-])", "N", reason.removeprefix(REPEATED).partition(": ")[0])
        reason = reason.encode(errors="replace").decode()
        for number, line, text in rows:
            self.count += 1
            cells = json.loads(text)
            if kind in self.reasons or len(self.reasons) < MAX_REASONS:
                place = f"line {line}" if line else f"row {number}" if number else "an unknown row"
                reasons = self.reasons.setdefault(kind, {"rows": 0, "first": f"{place}: {reason}"})
                reasons["rows"] += 1
            head = [number, line, reason]
            self._keep_first(dict(zip(REJECTED, head, strict=True)) | object_of(cells))
            if self._separator:
                own = [cells.get(column, "") for column in self._columns] if isinstance(cells, dict) else cells
                self._write([*head, *own])
            else:
                json.dump(dict(zip(REJECTED, head, strict=True)) | object_of(cells), self._file, ensure_ascii=False)
                self._file.write("\n")
        self._file.flush()

    def _keep_first(self, row: dict[str, Any]) -> None:
        """Keep a row for the result, as long as there are few."""
        if not STATE or len(self._first) < self.count - 1:
            return
        self._first_size += len(json.dumps(row))
        if len(self._first) < MAX_ROWS and self._first_size <= MAX_ROWS_SIZE:
            self._first.append(row)

    def _write(self, cells: list[Any]) -> None:
        csv.writer(self._file, delimiter=self._separator).writerow(cells)

    def keep(self, key: str) -> dict[str, Any]:
        """Keep the file. Returns where it is, for the summary.

        `rejects` is its path, in Windmill an S3 object. If Windmill has no object storage, the first rows are in
        `rejected_rows`, which can be imported as a list.
        """
        if not self.count:
            self._file.close()
            self.path.unlink()
            return {"rejects": None}
        if not STATE:
            return {"rejects": str(self.path)}
        with self.path.open("rb") as file:
            if attempt("keep the rejects in object storage", lambda: wmill.write_s3_file({"s3": key}, file)):
                return {"rejects": {"s3": key}}
        of = "" if len(self._first) == self.count else f", the first {len(self._first):,} of {self.count:,}"
        return {"rejects": f"rejected_rows{of}", "rejected_rows": self._first}


def object_of(cells: Any) -> dict[str, Any]:
    """Return the cells of a row; of one that could not be read, its text."""
    return cells if isinstance(cells, dict) else {"text": cells[0] if cells else ""}
